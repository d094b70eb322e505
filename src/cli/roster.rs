//! `roster`: the centre's list, read alone or entered in a commission after a look at what changes.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::args::DEFAULT_GRID;
use super::{Failure, Outcome, complain, pretty, say};
use crate::domain::edit::Author;
use crate::domain::grid::Grid;
use crate::domain::roster::Day;
use crate::domain::roster::difference::{Difference, Fate, What, differences, try_out};
use crate::domain::roster::list::List;
use crate::dossier::roster::{self, Columns, Table};
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::schema::roster as shape;
use crate::store::settings::Settings;
use crate::store::{EditError, clock, grids};
use crate::{t, words};

/// What to do with a list.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct RosterArgs {
    #[command(subcommand)]
    command: Option<RosterCommand>,
    #[arg(value_name = "FILE", required = true, help = t!("help-roster-file"))]
    file: Option<PathBuf>,
    #[arg(long, default_value = DEFAULT_GRID, help = t!("help-grid-id"))]
    grid: String,
    #[arg(long, help = t!("help-json"))]
    json: bool,
}

/// Jobs on a commission's list.
#[derive(Debug, Subcommand)]
enum RosterCommand {
    #[command(about = t!("help-roster-import"))]
    Import(ImportArgs),
}

/// A list to enter in a commission.
#[derive(Debug, Args)]
struct ImportArgs {
    #[arg(value_name = "COMMISSION", help = t!("help-roster-commission"))]
    commission: PathBuf,
    #[arg(value_name = "FILE", help = t!("help-roster-file"))]
    file: PathBuf,
    #[arg(long = "moved", value_name = "NUMBER=COMMISSION", help = t!("help-roster-moved"))]
    moved: Vec<String>,
    #[arg(long = "absent", value_name = "NUMBER", help = t!("help-roster-absent"))]
    absent: Vec<String>,
    #[arg(long = "keep", value_name = "NUMBER", help = t!("help-roster-keep"))]
    keep: Vec<String>,
    #[arg(long, help = t!("help-yes"))]
    yes: bool,
    #[arg(long, help = t!("help-json"))]
    json: bool,
}

pub fn run(args: RosterArgs, places: &Places) -> Outcome {
    match (args.command, args.file) {
        (Some(RosterCommand::Import(args)), _) => import(&args, places),
        (None, Some(file)) => show(&file, &args.grid, args.json, places),
        (None, None) => Err(Failure::Usage(t!("usage-missing", argument = "FILE"))),
    }
}

/// Reads a list: its table, what its columns say, and its lines for a grid.
fn read(file: &Path, grid: &Grid, places: &Places) -> Result<(Table, Columns, List), Failure> {
    let table = roster::open(file).map_err(|refused| Failure::Refused(refused.sentence()))?;
    let columns = Settings::load(places).columns(&table, &grid.options);
    if !columns.name_candidates() {
        return Err(Failure::Refused(t!(
            "roster-no-columns",
            path = file.display().to_string()
        )));
    }
    let list = roster::list(&table, &columns, grid);
    Ok((table, columns, list))
}

fn show(file: &Path, grid: &str, json: bool, places: &Places) -> Outcome {
    let grid = grids::load(grid)?.grid;
    let (table, columns, list) = read(file, &grid, places)?;
    if json {
        say(&pretty(&shape::list(&list, &grid)));
    } else {
        for (heading, said) in columns.headings(&table).iter().zip(&columns.fields) {
            if let Some(field) = said {
                say(&t!(
                    "cli-roster-column",
                    heading = heading.as_str(),
                    field = words::field(*field)
                ));
            }
        }
        for entry in &list.entries {
            let candidate = &entry.candidate;
            say(&t!(
                "cli-roster-line",
                line = entry.line.to_string(),
                number = candidate.number.as_str(),
                name = candidate.name(),
                option = candidate
                    .option
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                day = candidate.day.map(words::day_short).unwrap_or_default(),
                hour = candidate.passage.map(words::hour).unwrap_or_default(),
                lengths = candidate
                    .seconds
                    .iter()
                    .map(|seconds| words::duration(*seconds))
                    .collect::<Vec<_>>()
                    .join(" + ")
            ));
        }
    }
    warn(&list)
}

/// Says what is doubtful; refuses when a line cannot be entered.
fn warn(list: &List) -> Outcome {
    for entry in list.doubtful() {
        for doubt in &entry.doubts {
            complain(&t!(
                "cli-roster-doubt",
                line = entry.line.to_string(),
                name = entry.candidate.name(),
                doubt = words::doubt(doubt)
            ));
        }
    }
    if list.entries.iter().all(|entry| entry.is_usable()) {
        Ok(())
    } else {
        Err(Failure::Refused(String::new()))
    }
}

fn import(args: &ImportArgs, places: &Places) -> Outcome {
    let mut document = Document::open(&args.commission, places)?;
    for notice in document.notices() {
        complain(&words::notice(&args.commission, notice));
    }
    if document.commission().header.exercise {
        return Err(Failure::Refused(t!("exercise-no-list")));
    }
    if !document.is_writable() {
        return Err(Failure::Refused(String::new()));
    }
    let grid = document.commission().header.grid.clone();
    let (_, _, list) = read(&args.file, &grid, places)?;
    let mut changes = differences(document.commission(), &list, clock::now());
    settle(&mut changes, args)?;
    try_out(document.commission(), &mut changes, clock::now());
    let header = &document.commission().header;
    if args.json {
        say(&pretty(&shape::differences(header, &changes)));
    } else {
        for change in &changes {
            say(&t!(
                "cli-roster-change",
                number = change.number.as_str(),
                name = change.name.as_str(),
                change = words::list_difference(header, change)
            ));
        }
    }
    let sound = warn(&list);
    let wanted = changes.iter().filter(|change| !change.edits().is_empty());
    if wanted.count() == 0 {
        complain(&t!("cli-roster-nothing"));
        return sound;
    }
    if !args.yes && !agreed()? {
        return Err(Failure::Refused(t!("cli-roster-untouched")));
    }
    enter(&mut document, &changes)?;
    sound
}

/// What becomes of those who are not on the list, as the arguments say.
fn settle(changes: &mut [Difference], args: &ImportArgs) -> Outcome {
    let mut fates: Vec<(String, Fate)> = Vec::new();
    for wish in &args.moved {
        let Some((number, to)) = wish.split_once('=') else {
            return Err(Failure::Usage(t!(
                "usage-value",
                argument = "--moved",
                value = wish.as_str()
            )));
        };
        fates.push((number.trim().to_owned(), Fate::Moved(to.trim().to_owned())));
    }
    fates.extend(args.absent.iter().map(|who| (who.clone(), Fate::Absent)));
    fates.extend(args.keep.iter().map(|who| (who.clone(), Fate::Keep)));
    for (number, fate) in fates {
        let gone = changes.iter_mut().find(|change| {
            change.number.as_str() == number && matches!(change.what, What::Gone(_))
        });
        match gone {
            Some(change) => change.what = What::Gone(fate),
            None => {
                return Err(Failure::Usage(t!("cli-roster-not-gone", number = number)));
            }
        }
    }
    Ok(())
}

/// Asks on the terminal; without one, only `--yes` agrees.
fn agreed() -> Result<bool, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::Refused(t!("cli-roster-confirm")));
    }
    let _ = write!(io::stderr().lock(), "{} ", t!("cli-roster-ask"));
    let mut answer = String::new();
    let _ = io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(
        answer.trim().to_lowercase().as_str(),
        "o" | "oui" | "y" | "yes"
    ))
}

/// Writes the changes, edit by edit; one that is refused is said and the others are written.
fn enter(document: &mut Document, changes: &[Difference]) -> Outcome {
    let (mut written, mut refused) = (0usize, false);
    for change in changes {
        let edits = change.edits();
        let mut done = !edits.is_empty();
        for edit in edits {
            match document.edit_in_file(&edit, Author::Commission, clock::now()) {
                Ok(_) => {}
                Err(error @ EditError::Refused(_)) => {
                    done = false;
                    refused = true;
                    complain(&t!(
                        "cli-roster-refused",
                        name = change.name.as_str(),
                        detail = error.to_string()
                    ));
                }
                Err(EditError::NotWritten(error)) => return Err(error.into()),
            }
        }
        written += usize::from(done);
    }
    complain(&t!("cli-roster-entered", count = written));
    if refused {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}

/// A list given to `new`: read before the file is made, entered after.
pub struct Given {
    list: List,
}

impl Given {
    /// Reads a list for a grid.
    pub fn read(file: &Path, grid: &Grid, places: &Places) -> Result<Self, Failure> {
        let (_, _, list) = read(file, grid, places)?;
        Ok(Self { list })
    }

    /// Returns the day of every line, when they have one in common.
    pub fn day(&self) -> Option<Day> {
        let mut days = self.list.entries.iter().map(|entry| entry.candidate.day);
        let first = days.next()??;
        days.all(|day| day == Some(first)).then_some(first)
    }

    /// Enters the list in a new commission.
    pub fn enter(&self, document: &mut Document) -> Outcome {
        let changes = differences(document.commission(), &self.list, clock::now());
        let entered = enter(document, &changes);
        let sound = warn(&self.list);
        entered.and(sound)
    }
}
