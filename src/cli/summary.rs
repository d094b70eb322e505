//! `summary`: the centre's bordereau, on the screen or in files.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Failure, Outcome, complain, is_broken, pretty, say};
use crate::export::files::{self, Existing};
use crate::export::summary::{COLUMNS, Summary};
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::schema::summary as shape;
use crate::{t, words};

/// Where the summary goes.
#[derive(Debug, Args)]
pub struct SummaryArgs {
    file: PathBuf,
    #[arg(long, value_name = "FILE", help = t!("help-summary-pdf"))]
    pdf: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-summary-xlsx"))]
    xlsx: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-summary-csv"))]
    csv: Option<PathBuf>,
    #[arg(long, help = t!("help-force"))]
    force: bool,
    #[arg(long, help = t!("help-json"))]
    json: bool,
}

pub fn run(args: &SummaryArgs, places: &Places) -> Outcome {
    let document = Document::look(&args.file, places)?;
    for notice in document.notices() {
        complain(&words::notice(&args.file, notice));
    }
    if document.commission().header.exercise {
        return Err(crate::export::ExportError::Exercise.into());
    }
    let summary = Summary::of(document.commission(), |number| document.seal_code(number));
    let wanted = [&args.pdf, &args.xlsx, &args.csv];
    // Nothing is written when one of the files may not be.
    for path in wanted.into_iter().flatten() {
        if path.exists() && !args.force {
            return Err(crate::export::ExportError::Exists(path.clone()).into());
        }
    }
    if args.json {
        say(&pretty(&shape::summary(&summary)));
    } else if wanted.iter().all(|path| path.is_none()) {
        show(&summary);
    }
    if let Some(path) = &args.pdf {
        write(path, &summary.pdf()?, args.force, args.json)?;
    }
    if let Some(path) = &args.xlsx {
        write(path, &summary.xlsx()?, args.force, args.json)?;
    }
    if let Some(path) = &args.csv {
        write(path, summary.csv().as_bytes(), args.force, args.json)?;
    }
    if let Some(notice) = summary.notice() {
        complain(&notice);
    }
    if is_broken(&document) {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}

fn show(summary: &Summary) {
    say(&summary.title());
    let heads: Vec<String> = (0..COLUMNS.len())
        .map(|column| summary.head(column))
        .collect();
    say(&heads.join("  "));
    for line in &summary.lines {
        say(&line.cells().join("  "));
    }
}

fn write(path: &Path, bytes: &[u8], force: bool, quiet: bool) -> Outcome {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let existing = if force {
        Existing::Replace
    } else {
        Existing::Refuse
    };
    let _ = files::write(folder, &name, bytes, existing)?;
    if !quiet {
        say(&t!("cli-exported", path = path.display().to_string()));
    }
    Ok(())
}
