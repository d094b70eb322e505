//! The summary as text for a spreadsheet set to French.

use super::{COLUMNS, Summary};

/// Tells Excel that the text is UTF-8.
const MARK: &str = "\u{feff}";

pub fn write(summary: &Summary) -> String {
    let mut text = MARK.to_owned();
    let heads: Vec<String> = (0..COLUMNS.len())
        .map(|column| summary.head(column))
        .collect();
    let mut record = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    };
    let members = summary.members.join(", ");
    let mut with = |cells: &[String], more: [String; 2]| {
        let cells: Vec<String> = cells.iter().cloned().chain(more).collect();
        record(&cells);
    };
    with(
        &heads,
        [
            crate::words::french("summary-commission", &[]),
            crate::words::french("summary-members", &[]),
        ],
    );
    for line in &summary.lines {
        with(&line.cells(), [summary.commission.clone(), members.clone()]);
    }
    text
}

/// Returns a cell that stays a text: one that a spreadsheet would take for a formula begins with an
/// apostrophe, which it hides.
fn quoted(cell: &str) -> String {
    let led = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if led {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
