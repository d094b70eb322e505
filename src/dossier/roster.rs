//! The centre's list of candidates, as .csv or .xlsx: texts by line and column, what each column
//! says, then an entry a line. Hostile like any paper; knows no commission and writes nothing.

pub mod columns;
mod delimited;
mod lines;
mod values;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::{Cause, Refused};
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::tableau::{Format, is_encrypted, xlsx};
use crate::dossier::text;

pub use columns::{Columns, guess};
pub use lines::list;

/// A list as its file holds it: no empty line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The lines, in order.
    pub lines: Vec<Line>,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Its texts, one a column.
    pub cells: Vec<String>,
}

impl Table {
    /// Returns the text of a cell, empty past the end.
    pub fn cell(&self, line: usize, column: usize) -> &str {
        let line = self.lines.get(line);
        line.and_then(|line| line.cells.get(column))
            .map_or("", String::as_str)
    }

    /// Returns how many columns the widest line has.
    pub fn width(&self) -> usize {
        self.lines
            .iter()
            .map(|line| line.cells.len())
            .max()
            .unwrap_or(0)
    }

    /// Writes another text in a cell: what one corrected before entering the list.
    pub fn correct(&mut self, line: u32, column: usize, text: &str) {
        let Some(line) = self.lines.iter_mut().find(|known| known.number == line) else {
            return;
        };
        if line.cells.len() <= column {
            line.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = line.cells.get_mut(column) {
            text.clone_into(cell);
        }
    }

    fn push(&mut self, number: usize, cells: Vec<String>) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            self.lines.push(Line { number, cells });
        }
    }
}

/// Reads the list of a file.
pub fn open(path: &Path) -> Result<Table, Refused> {
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let unreachable = |cause| {
        Refused::new(
            path.display().to_string(),
            Cause::Unreachable(Arc::new(cause)),
        )
    };
    let mut bytes = Vec::new();
    let _ = File::open(path)
        .and_then(|file| file.take(LIMITS.tableau + 1).read_to_end(&mut bytes))
        .map_err(unreachable)?;
    read(&name, &bytes)
}

/// Reads the list that `bytes` hold, whatever the extension of their file says; a refusal repeats
/// `name`.
pub fn read(name: &str, bytes: &[u8]) -> Result<Table, Refused> {
    read_bytes(bytes).map_err(|cause| Refused::new(name, cause))
}

fn read_bytes(bytes: &[u8]) -> Result<Table, Cause> {
    if bytes.is_empty() {
        return Err(Cause::Empty);
    }
    if bytes.len() as u64 > LIMITS.tableau {
        return Err(Cause::TooLarge);
    }
    match Format::of(bytes) {
        Format::Workbook | Format::Zip => workbook(bytes).map_err(|cause| match cause {
            Cause::NotWorkbook => Cause::NotList,
            other => other,
        }),
        Format::OpenDocument | Format::Pdf => Err(Cause::NotList),
        Format::OldOffice if is_encrypted(bytes) => Err(Cause::Encrypted),
        Format::OldOffice => Err(Cause::OldFormat),
        Format::Other => delimited::read(bytes),
    }
}

/// Takes the first visible sheet whose headings are those of a list, else the first visible one.
fn workbook(bytes: &[u8]) -> Result<Table, Cause> {
    let is_list = |sheet: &Sheet| guess(&table(sheet), &[]).head.is_some();
    let sheet = match xlsx::read(bytes, &is_list)? {
        Some(sheet) => Some(sheet),
        None => xlsx::read(bytes, &|_| true)?,
    };
    Ok(sheet.map(|sheet| table(&sheet)).unwrap_or_default())
}

fn table(sheet: &Sheet) -> Table {
    let mut table = Table::default();
    for (&row, content) in &sheet.rows {
        let width = content.cells.keys().next_back().map_or(0, |last| last + 1);
        let cells = (0..width).map(|column| tidy(sheet.text(row, column)));
        table.push(row as usize + 1, cells.collect());
    }
    table
}

/// Returns a text without what nobody sees, its letters written as one character each.
fn tidy(cell: &str) -> String {
    let cell: String = cell
        .chars()
        .filter(|letter| !letter.is_control() || letter.is_whitespace())
        .take(LIMITS.text)
        .collect();
    text::compose(&text::clean(&cell))
}
