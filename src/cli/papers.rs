//! `dossier` and `tableau`: what was read of a candidate's papers.

mod many;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::DEFAULT_GRID;
use super::{Failure, Outcome, complain, pretty, say};
use crate::domain::dossier::Reading;
use crate::domain::dossier::findings::findings;
use crate::dossier::{self, Columns, Refused};
use crate::store::places::Places;
use crate::store::schema::state;
use crate::store::{Act, StoreError, grids};
use crate::{t, words};

/// One dossier, or a folder of them.
#[derive(Debug, Args)]
pub struct DossierArgs {
    path: PathBuf,
    #[arg(long, default_value = DEFAULT_GRID, help = t!("help-grid-id"))]
    grid: String,
    #[arg(long, value_name = "FILE", conflicts_with = "roster", help = t!("help-dossier-commission"))]
    commission: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-dossier-roster"))]
    roster: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-dossier-csv"))]
    csv: Option<PathBuf>,
    #[arg(long, help = t!("help-json"))]
    json: bool,
}

pub fn dossier(args: &DossierArgs, places: &Places) -> Outcome {
    let is_many = args.csv.is_some() || args.commission.is_some() || args.roster.is_some();
    if is_many || dossier::many::holds_many(&args.path) {
        return many::dossiers(args, places);
    }
    let grid = grids::load(&args.grid)?.grid;
    let columns = Columns::of(&grid);
    let dossier = match dossier::open(&args.path, &columns) {
        Ok(dossier) => dossier,
        Err(refused) => return refuse(&refused, args.json),
    };
    if args.json {
        say(&pretty(&state::dossier(&dossier, &columns.labels, None)));
        return Ok(());
    }
    for piece in &dossier.pieces {
        say(&t!(
            "cli-piece",
            kind = words::piece_kind(piece.kind),
            path = piece.path.as_str()
        ));
    }
    for rule in grid.pieces.iter().filter(|rule| rule.required) {
        if !dossier
            .pieces
            .iter()
            .any(|piece| rule.kinds.contains(&piece.kind))
        {
            say(&t!("cli-piece-missing", piece = rule.label.as_str()));
        }
    }
    if let Some(reading) = &dossier.reading {
        for (column, row) in grid.covered_rows().enumerate() {
            let count = reading.covering(column).count();
            say(&t!("cli-covered", row = row.title.as_str(), count = count));
        }
    }
    for finding in &dossier.findings {
        say(finding);
    }
    if let Some(reading) = &dossier.reading {
        say_findings(reading, &columns);
    }
    Ok(())
}

fn say_findings(reading: &Reading, columns: &Columns) {
    let found = findings(reading, None);
    if found.is_empty() {
        return;
    }
    say(&t!("cli-findings"));
    for finding in &found {
        let finding = words::finding(finding, reading, &columns.labels);
        say(&t!("cli-finding", finding = finding));
    }
}

pub fn tableau(file: &Path, grid: &str, json: bool) -> Outcome {
    let grid = grids::load(grid)?.grid;
    let failed = |cause| Failure::from(StoreError::io(file, Act::Read, cause));
    let size = fs::metadata(file).map_err(failed)?.len();
    let most = dossier::limits::LIMITS.tableau;
    if size > most {
        return Err(StoreError::TooLarge {
            path: file.to_owned(),
            most,
        }
        .into());
    }
    let bytes = fs::read(file).map_err(failed)?;
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let columns = Columns::of(&grid);
    let reading = match dossier::tableau::read_named(&name, &bytes, &columns) {
        Ok(reading) => reading,
        Err(refused) => return refuse(&refused, json),
    };
    if json {
        say(&pretty(&state::reading(&reading, &columns.labels)));
        return Ok(());
    }
    let identity = [&reading.candidate, &reading.number, &reading.centre, &reading.url];
    let mut identity: Vec<&str> = identity.into_iter().flatten().map(String::as_str).collect();
    let unknown = t!("cli-option-none");
    identity.push(reading.option.as_deref().unwrap_or(&unknown));
    say(&identity.join(", "));
    for realisation in &reading.realisations {
        let ticked = grid
            .covered_rows()
            .zip(&realisation.ticks)
            .filter(|(_, tick)| tick.is_some());
        let ticked: Vec<String> = ticked.map(|(row, _)| row.short.clone()).collect();
        say(&t!(
            "cli-realisation",
            title = realisation.title.as_str(),
            period = realisation.period_raw.as_str(),
            rows = ticked.join(", ")
        ));
    }
    say_findings(&reading, &columns);
    Ok(())
}

fn refuse(refused: &Refused, json: bool) -> Outcome {
    if json {
        say(&pretty(&state::refused(refused)));
    }
    complain(&refused.sentence());
    Err(Failure::Refused(String::new()))
}
