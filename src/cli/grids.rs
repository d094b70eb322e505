//! `grid list` and `grid check`.

use std::path::PathBuf;

use super::args::GridCommand;
use super::{Failure, Outcome, complain, pretty_list, say};
use crate::store::grids::{self, Loaded};
use crate::store::schema::state;
use crate::t;

pub fn run(command: GridCommand) -> Outcome {
    match command {
        GridCommand::List { json } => list(json),
        GridCommand::Check { files, json } => check(&files, json),
    }
}

fn list(json: bool) -> Outcome {
    let mut entries = Vec::new();
    for id in grids::shipped() {
        let Loaded { grid, .. } = grids::load(id)?;
        if json {
            entries.push(state::grid(&grid));
            continue;
        }
        let sessions: Vec<&str> = grid
            .editions
            .iter()
            .map(|edition| edition.session.as_str())
            .collect();
        say(&t!(
            "cli-grid-line",
            id = grid.id.as_str(),
            title = grid.title.as_str(),
            count = sessions.len(),
            sessions = sessions.join(", ")
        ));
    }
    if json {
        say(&pretty_list(&entries));
    }
    Ok(())
}

fn check(files: &[PathBuf], json: bool) -> Outcome {
    let mut entries = Vec::new();
    let mut sound = true;
    for file in files {
        let read = grids::read(file);
        sound &= read.is_ok();
        if json {
            entries.push(state::grid_file(file, &read));
            continue;
        }
        match read {
            Ok(Loaded { grid, .. }) => say(&t!(
                "cli-grid-sound",
                path = file.display().to_string(),
                rows = grid.rows.len(),
                levels = grid.levels.len().to_string(),
                penalties = match grid.penalties.len() {
                    0 => String::new(),
                    count => t!("cli-grid-penalties", count = count),
                }
            )),
            Err(error) => complain(&error.to_string()),
        }
    }
    if json {
        say(&pretty_list(&entries));
    }
    if sound {
        Ok(())
    } else {
        Err(Failure::Refused(String::new()))
    }
}
