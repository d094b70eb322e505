//! `comments`: the sentences offered for the appreciation, listed, written to a file, read from one.

use std::path::PathBuf;

use clap::Subcommand;

use super::args::DEFAULT_GRID;
use super::{Failure, Outcome, say};
use crate::store::comments;
use crate::store::grids;
use crate::store::places::Places;
use crate::t;

/// Jobs on sentences.
#[derive(Debug, Subcommand)]
pub enum CommentsCommand {
    #[command(about = t!("help-comments-list"))]
    List {
        #[arg(long, default_value = DEFAULT_GRID, help = t!("help-grid-id"))]
        grid: String,
    },
    #[command(about = t!("help-comments-export"))]
    Export {
        file: PathBuf,
        #[arg(long, default_value = DEFAULT_GRID, help = t!("help-grid-id"))]
        grid: String,
    },
    #[command(about = t!("help-comments-import"))]
    Import {
        file: PathBuf,
        #[arg(long, help = t!("help-comments-grid"))]
        grid: Option<String>,
        #[arg(long, help = t!("help-comments-replace"))]
        replace: bool,
    },
}

pub fn run(command: CommentsCommand, places: &Places) -> Outcome {
    match command {
        CommentsCommand::List { grid } => {
            let grid = grids::load(&grid)?.grid;
            let bank = comments::load(&grid, places)?;
            for comment in &bank.comments {
                say(&t!(
                    "comments-line",
                    row = comment.row.as_str(),
                    level = comment.level.as_str(),
                    text = comment.text.as_str()
                ));
            }
            say(&t!("comments-count", count = bank.comments.len()));
        }
        CommentsCommand::Export { file, grid } => {
            let grid = grids::load(&grid)?.grid;
            comments::write_new(&file, &comments::load(&grid, places)?)?;
            say(&t!("comments-exported", path = file.display().to_string()));
        }
        CommentsCommand::Import {
            file,
            grid,
            replace,
        } => {
            let name = match grid {
                Some(name) => name,
                None => comments::named(&file)?.grid,
            };
            let own = grids::own(places).into_iter().find_map(|(_, loaded)| {
                let loaded = loaded.ok()?;
                (loaded.grid.id == name).then_some(loaded)
            });
            let grid = match own {
                Some(own) => own.grid,
                None => {
                    grids::load(&name)
                        .map_err(|error| Failure::Refused(error.to_string()))?
                        .grid
                }
            };
            let given = comments::read(&file, &grid)?;
            let mut bank = comments::load(&grid, places)?;
            let count = if replace {
                bank = given;
                bank.comments.len()
            } else {
                bank.join(given)
            };
            comments::keep(&bank, &grid, places)?;
            say(&t!("comments-imported", count = count));
        }
    }
    Ok(())
}
