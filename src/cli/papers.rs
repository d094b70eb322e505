//! `dossier` and `tableau`: what was read of a candidate's papers.

use std::fs;
use std::path::Path;

use super::{Failure, Outcome, complain, pretty, say};
use crate::dossier::{self, Columns, Refused};
use crate::store::schema::state;
use crate::store::{Act, StoreError, grids};
use crate::{t, words};

pub fn dossier(path: &Path, grid: &str, json: bool) -> Outcome {
    let grid = grids::load(grid)?.grid;
    let dossier = match dossier::open(path, &Columns::of(&grid)) {
        Ok(dossier) => dossier,
        Err(refused) => return refuse(&refused, json),
    };
    if json {
        say(&pretty(&state::dossier(&dossier)));
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
    Ok(())
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
    let reading = match dossier::tableau::read_named(&name, &bytes, &Columns::of(&grid)) {
        Ok(reading) => reading,
        Err(refused) => return refuse(&refused, json),
    };
    if json {
        say(&pretty(&state::reading(&reading)));
        return Ok(());
    }
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
    Ok(())
}

fn refuse(refused: &Refused, json: bool) -> Outcome {
    if json {
        say(&pretty(&state::refused(refused)));
    }
    complain(&refused.sentence());
    Err(Failure::Refused(String::new()))
}
