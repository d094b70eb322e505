//! `grid list` and `grid check`.

use serde_json::json;

use super::args::GridCommand;
use super::{Failure, Outcome, complain, pretty, say};
use crate::store::grids::{self, Loaded};
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
        let sessions: Vec<String> = grid
            .editions
            .iter()
            .map(|edition| edition.session.clone())
            .collect();
        if json {
            entries.push(json!({ "id": grid.id, "title": grid.title, "sessions": sessions, "rows": grid.rows.len() }));
        } else {
            let sessions = sessions.join(", ");
            say(&t!(
                "cli-grid-line",
                id = grid.id.as_str(),
                title = grid.title.as_str(),
                sessions = sessions
            ));
        }
    }
    if json {
        say(&pretty(&json!(entries)));
    }
    Ok(())
}

fn check(files: &[std::path::PathBuf], json: bool) -> Outcome {
    let mut entries = Vec::new();
    let mut sound = true;
    for file in files {
        let path = file.display().to_string();
        match grids::read(file) {
            Ok(Loaded { grid, .. }) => {
                let (rows, levels, penalties) =
                    (grid.rows.len(), grid.levels.len(), grid.penalties.len());
                if json {
                    entries.push(json!({ "file": path, "ok": true, "id": grid.id, "rows": rows }));
                } else {
                    let (levels, penalties) = (levels.to_string(), penalties.to_string());
                    say(&t!(
                        "cli-grid-sound",
                        path = path,
                        rows = rows,
                        levels = levels,
                        penalties = penalties
                    ));
                }
            }
            Err(error) => {
                sound = false;
                if json {
                    entries
                        .push(json!({ "file": path, "ok": false, "findings": error.to_string() }));
                } else {
                    complain(&error.to_string());
                }
            }
        }
    }
    if json {
        say(&pretty(&json!(entries)));
    }
    if sound {
        Ok(())
    } else {
        Err(Failure::Refused(String::new()))
    }
}
