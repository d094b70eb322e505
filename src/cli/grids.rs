//! `grid`: the grids there are, what they say, where two differ, new ones.

use std::path::{Path, PathBuf};

use super::args::GridCommand;
use super::{Failure, Outcome, complain, exchange, pretty_list, say};
use crate::domain::grid::{Draft, Grid};
use crate::export::template;
use crate::store::grids::{self, Existing, Loaded, blank, compare};
use crate::store::schema::{findings, grid as schema, state};
use crate::store::{StoreError, clock};
use crate::{t, words};

pub fn run(command: GridCommand) -> Outcome {
    match command {
        GridCommand::List { json } => list(json),
        GridCommand::Check { files, json } => check(&files, json),
        GridCommand::Show { grid, json } => show(&grid, json),
        GridCommand::Diff {
            before,
            after,
            json,
        } => diff(&before, &after, json),
        GridCommand::New {
            file,
            from,
            title,
            id,
        } => new(&file, from.as_deref(), title, id),
        GridCommand::Schema => {
            say(schema::json_schema().trim_end());
            Ok(())
        }
        GridCommand::Import {
            file,
            format,
            out,
            title,
            id,
            json,
        } => exchange::import(&file, &format, &out, &exchange::Names { title, id }, json),
        GridCommand::Export {
            grid,
            format,
            out,
            json,
        } => exchange::export(&grid, &format, &out, json),
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
        // Such a grid can be graded and printed, but not as its author meant.
        let template = read
            .as_ref()
            .ok()
            .and_then(|loaded| template::finding(&loaded.grid));
        sound &= read.is_ok() && template.is_none();
        if json {
            entries.push(findings::checked(file, &read, template.as_deref()));
            continue;
        }
        if let Some(finding) = template {
            complain(&t!(
                "cli-grid-finding",
                path = file.display().to_string(),
                finding = finding
            ));
            continue;
        }
        match read {
            Ok(Loaded { grid, .. }) => {
                say(&t!(
                    "cli-grid-sound",
                    path = file.display().to_string(),
                    counts = words::grid_counts(&grid)
                ));
                for advice in grid.advice() {
                    say(&t!(
                        "cli-grid-advice",
                        place = advice.place.as_str(),
                        advice = words::advice(&advice)
                    ));
                }
            }
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

fn show(name: &str, json: bool) -> Outcome {
    let Loaded { grid, .. } = grids::load(name)?;
    if json {
        let text = grids::text(&grid).map_err(|error| Failure::Refused(error.to_string()))?;
        say(text.trim_end());
    } else {
        for line in words::grid_lines(&grid) {
            say(&line);
        }
    }
    Ok(())
}

fn diff(before: &str, after: &str, json: bool) -> Outcome {
    let (before, after) = (grids::load(before)?.grid, grids::load(after)?.grid);
    let differences = compare::differences(&before, &after);
    if json {
        say(&pretty_list(&findings::differences(&differences)));
    } else if differences.is_empty() {
        say(&t!("cli-diff-none"));
    } else {
        for difference in &differences {
            say(&words::grid_difference(difference));
        }
        say(&t!("cli-diff-count", count = differences.len()));
    }
    if differences.is_empty() {
        Ok(())
    } else {
        Err(Failure::Refused(String::new()))
    }
}

fn new(file: &Path, from: Option<&str>, title: Option<String>, id: Option<String>) -> Outcome {
    let draft = match from {
        None => {
            let title = title.unwrap_or_else(|| t!("new-grid-title"));
            let id = id.unwrap_or_else(|| blank::slug(&title));
            let year = clock::now().day().parts().0.to_string();
            blank::blank(&id, &title, &year)
        }
        Some(name) => {
            let original: Grid = (*grids::load(name)?.grid).clone();
            blank::duplicate(original.into_draft(), title, id)
        }
    };
    let grid = checked(file, draft)?;
    say(&t!(
        "cli-grid-written",
        path = file.display().to_string(),
        id = grid.id.as_str()
    ));
    Ok(())
}

/// Writes a draft that is a sound grid.
pub fn checked(file: &Path, draft: Draft) -> Result<Grid, Failure> {
    let grid = draft.check().map_err(|faults| StoreError::GridFaults {
        path: file.to_owned(),
        faults,
    })?;
    grids::write(file, &grid, Existing::Keep)?;
    Ok(grid)
}
