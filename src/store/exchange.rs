//! Grids to and from the formats of others: 1EdTech CASE 1.1, Canvas and Moodle rubrics. Bytes and
//! drafts only, no file; whatever a format cannot carry is in the report.

mod canvas;
mod case;
mod moodle;
pub mod report;
mod scale;
mod table;

use std::str::FromStr;

pub use report::{Assumption, Remark};

use super::grids::blank;
use crate::domain::grid::fault::{DEEPEST, MOST_ROWS};
use crate::domain::grid::{Draft, Fault, Grid, Indicator, IndicatorKind, Row, Section};
use crate::domain::id::SectionId;
use crate::domain::roster::Moment;

/// A format of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// 1EdTech CASE 1.1: one CFPackage, JSON.
    Case,
    /// Canvas: rubric CSV, one line a criterion.
    Canvas,
    /// Moodle: rubric CSV, one line a level.
    Moodle,
}

/// Every format, in the order in which people are told of them.
pub const FORMATS: [Format; 3] = [Format::Case, Format::Canvas, Format::Moodle];

/// The largest foreign file that is read, in bytes: as much as a grid's own.
pub const LARGEST: usize = 2 << 20;

/// A grid read from a foreign file.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The grid, sound, completed where the format says nothing.
    pub grid: Grid,
    /// What was left out or assumed.
    pub report: Vec<Remark>,
}

/// A grid written for others.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format does not carry, or carries otherwise.
    pub report: Vec<Remark>,
}

/// Why a foreign file is not a grid. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExchangeError {
    /// It holds nothing.
    Empty,
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is in none of the formats.
    Unknown,
    /// It is not JSON of the expected shape: the place, and what the reader found.
    Json {
        /// Line and column.
        line: usize,
        /// Column on that line.
        column: usize,
        /// The reader's words.
        detail: String,
    },
    /// The first line does not name the columns of this format; the first that is missing.
    Header(&'static str),
    /// A line cannot be read as a line of a table.
    Line(u64),
    /// A cell is not a number.
    Number {
        /// Where: a line, or an element.
        place: String,
        /// What stands there.
        text: String,
    },
    /// A number below zero.
    Negative {
        /// Where: a line, or an element.
        place: String,
        /// What stands there.
        text: String,
    },
    /// Something has no name.
    Nameless(String),
    /// There is no criterion at all.
    NoCriterion,
    /// No criterion has a level.
    NoLevel,
    /// A criterion has more levels than there are keys.
    TooManyLevels(String),
    /// More criteria than any exam has.
    TooManyRows,
    /// Two elements bear the same identifier.
    Duplicate(String),
    /// An element is part of itself.
    Cycle(String),
    /// It reads, and what it says is no sound grid.
    Faults(Vec<Fault>),
}

impl FromStr for Format {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        FORMATS
            .into_iter()
            .find(|format| format.name() == text)
            .ok_or(())
    }
}

impl Format {
    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Canvas => "canvas",
            Self::Moodle => "moodle",
        }
    }

    /// Returns how a file's name ends.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Case => "json",
            Self::Canvas | Self::Moodle => "csv",
        }
    }
}

/// Returns the format that a file is in, by its content.
pub fn guess(bytes: &[u8]) -> Option<Format> {
    let bytes = bytes.get(..LARGEST.min(bytes.len()))?;
    let text = table::decode(bytes).0;
    if text.trim_start().starts_with('{') {
        return text.contains("\"CF").then_some(Format::Case);
    }
    let head = text.get(..floor(&text, HEAD)).unwrap_or_default();
    if canvas::recognises(head) {
        Some(Format::Canvas)
    } else if moodle::recognises(head) {
        Some(Format::Moodle)
    } else {
        None
    }
}

/// A first line is no longer, in bytes.
const HEAD: usize = 1 << 16;

/// Returns the end of a character at or before `most`.
fn floor(text: &str, most: usize) -> usize {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// Reads a foreign file; `now` dates what the format leaves undated. `title` names the grid when
/// the format has no name for it.
pub fn import(
    format: Format,
    bytes: &[u8],
    title: &str,
    now: Moment,
) -> Result<Imported, ExchangeError> {
    if bytes.len() > LARGEST {
        return Err(ExchangeError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ExchangeError::Empty);
    }
    let year = now.day().parts().0.to_string();
    let (draft, mut report) = match format {
        Format::Case => case::import(bytes, title, &year)?,
        Format::Canvas => canvas::import(bytes, title, &year)?,
        Format::Moodle => moodle::import(bytes, title, &year)?,
    };
    if draft.rows.len() > MOST_ROWS {
        return Err(ExchangeError::TooManyRows);
    }
    report.push(Remark::Assumed(Assumption::Completed, 1));
    let grid = draft.check().map_err(ExchangeError::Faults)?;
    Ok(Imported { grid, report })
}

/// Writes a grid for others.
pub fn export(format: Format, grid: &Grid, now: Moment) -> Exported {
    let (bytes, mut report) = match format {
        Format::Case => case::export(grid, now),
        Format::Canvas => canvas::export(grid),
        Format::Moodle => moodle::export(grid),
    };
    // What is read back is what another program can know of the grid: the rest is lost.
    let back = import(format, &bytes, &grid.title, now).map(|imported| imported.grid);
    report.extend(report::lost(grid, back.ok().as_ref()));
    Exported { bytes, report }
}

/// Returns a draft ready to receive levels and rows, named after `title`.
fn begin(title: &str, year: &str) -> Draft {
    blank::empty(title.trim(), year)
}

/// Gives a row what is looked for, one indicator a line of its description.
fn described(row: &mut Row, description: &str) {
    let lines = description.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    row.indicators = lines
        .take(MOST_ROWS)
        .zip(1_usize..)
        .map(|(text, number)| Indicator {
            id: format!("{}-{number}", row.id).into(),
            kind: IndicatorKind::Indicator,
            text: text.to_owned(),
        })
        .collect();
}

/// Returns what is looked for on a row, one line a thing.
fn description(row: &Row) -> String {
    let parts = row.parts.iter().map(String::as_str);
    let indicators = row
        .indicators
        .iter()
        .map(|indicator| indicator.text.as_str());
    parts.chain(indicators).collect::<Vec<_>>().join("\n")
}

/// Puts sections and rows in the order of a grid's file, and takes out of their section the rows
/// of one that weighs nothing, which a grid does not allow.
fn tidy(draft: &mut Draft) {
    let weighs = |draft: &Draft, id: &SectionId| {
        let rows = draft.rows.iter();
        let own = rows.filter(|row| row.section.as_ref() == Some(id));
        let inner = draft
            .sections
            .iter()
            .any(|section| section.parent.as_ref() == Some(id));
        inner || own.into_iter().any(|row| !row.weight.is_zero())
    };
    // An inner section that goes may leave its own with nothing.
    loop {
        let idle = draft
            .sections
            .iter()
            .find(|section| !weighs(draft, &section.id));
        let Some(Section { id, parent, .. }) = idle.cloned() else {
            break;
        };
        for row in &mut draft.rows {
            if row.section.as_ref() == Some(&id) {
                row.section.clone_from(&parent);
            }
        }
        draft.sections.retain(|section| section.id != id);
    }
    fn walk(draft: &Draft, parent: Option<&SectionId>, depth: usize, order: &mut Vec<SectionId>) {
        if depth > DEEPEST {
            return;
        }
        let own = draft.sections.iter();
        for section in own.filter(|section| section.parent.as_ref() == parent) {
            order.push(section.id.clone());
            walk(draft, Some(&section.id), depth + 1, order);
        }
    }
    let mut order = Vec::new();
    walk(draft, None, 1, &mut order);
    let place = |id: &SectionId| order.iter().position(|known| known == id);
    draft.sections.sort_by_key(|section| place(&section.id));
    draft
        .rows
        .sort_by_key(|row| row.section.as_ref().map(place));
}
