//! `harmonise`: fixed marks of several commissions, read together.

use super::args::HarmoniseArgs;
use super::{Failure, Outcome, complain, pretty, say};
use crate::export::{files, harmony};
use crate::store::harmony::{Consolidation, Finding, consolidate, files_in};
use crate::store::places::Places;
use crate::store::schema;
use crate::{t, words};

pub fn run(args: &HarmoniseArgs, places: &Places) -> Outcome {
    let mut paths = Vec::new();
    for file in &args.files {
        paths.extend(files_in(file)?);
    }
    let all = read(args, &paths, places)?;
    for finding in &all.findings {
        complain(&words::harmony_finding(finding));
    }
    if args.json {
        say(&pretty(&schema::harmony::consolidation(&all)));
    } else if all.harmonies.is_empty() {
        say(&t!("harmony-nothing"));
    } else {
        for lines in all.harmonies.iter().map(words::harmony::harmony) {
            for line in lines {
                say(&line);
            }
        }
    }
    if let Some(out) = &args.xlsx {
        put(args, out, &harmony::xlsx(&all.harmonies)?)?;
    }
    if let Some(out) = &args.pdf {
        put(args, out, &harmony::pdf(&all.harmonies)?)?;
    }
    if all.findings.iter().any(Finding::leaves_out) {
        return Err(Failure::Refused(String::new()));
    }
    Ok(())
}

fn put(args: &HarmoniseArgs, out: &std::path::Path, bytes: &[u8]) -> Outcome {
    let name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| std::path::Path::new("."));
    let path = files::write_new(folder, &name.unwrap_or_default(), bytes)?;
    if !args.json {
        say(&t!("harmony-written", path = path.display().to_string()));
    }
    Ok(())
}

#[cfg(not(feature = "parquet"))]
fn read(
    args: &HarmoniseArgs,
    paths: &[std::path::PathBuf],
    places: &Places,
) -> Result<Consolidation, Failure> {
    if args.parquet.is_some() {
        return Err(Failure::Refused(t!("harmony-no-parquet")));
    }
    Ok(alone(paths, places))
}

/// Reads files for nobody else than us.
fn alone(paths: &[std::path::PathBuf], places: &Places) -> Consolidation {
    let read = consolidate::<std::convert::Infallible>(paths, places, &mut |_, _, _| Ok(()));
    read.unwrap_or_else(|never| match never {})
}

#[cfg(feature = "parquet")]
fn read(
    args: &HarmoniseArgs,
    paths: &[std::path::PathBuf],
    places: &Places,
) -> Result<Consolidation, Failure> {
    let Some(out) = &args.parquet else {
        return Ok(alone(paths, places));
    };
    let mut table = crate::export::table::Table::create(out);
    let all = consolidate(paths, places, &mut |header, number, evaluation| {
        table.add(header, number, evaluation)
    });
    let finished = table.finish(all.is_ok());
    let all = all?;
    finished?;
    if !args.json {
        say(&t!("harmony-written", path = out.display().to_string()));
    }
    Ok(all)
}
