//! A workbook as its sheet looks: rows of cells with what is typed, coloured, crossed or drawn in them,
//! so that a reading can be compared with its original cell by cell.

use super::Unshown;
use crate::dossier::Columns;
use crate::dossier::limits::LIMITS;
use crate::dossier::tableau;

/// The sheet that a tableau was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Rows that hold something, in order.
    pub rows: Vec<Row>,
    /// How many columns are shown.
    pub columns: u32,
    /// Whether more rows follow that are not shown.
    pub is_cut: bool,
}

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Counted from 0.
    pub number: u32,
    /// Whether the sheet hides it.
    pub is_hidden: bool,
    /// What its cells hold, from the first column on.
    pub cells: Vec<Cell>,
}

/// A cell of the sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is typed.
    pub text: String,
    /// Whether it has a colour of its own.
    pub is_filled: bool,
    /// Whether both its diagonals are drawn.
    pub is_crossed: bool,
    /// Whether something is drawn over it.
    pub is_drawn_over: bool,
}

/// Reads the sheet that holds the form these columns are of, or the first one.
pub fn workbook(bytes: &[u8], columns: &Columns) -> Result<Workbook, Unshown> {
    let sheet = tableau::sheet(bytes, columns)?.ok_or(Unshown::Unknown)?;
    let mut shown = Workbook {
        is_cut: sheet.rows.len() > LIMITS.shown_rows,
        ..Workbook::default()
    };
    for (number, row) in sheet.rows.iter().take(LIMITS.shown_rows) {
        let used = row.cells.iter().filter(|(_, cell)| !cell.text.is_empty());
        let last = used.map(|(column, _)| column + 1).max().unwrap_or(0);
        shown.columns = shown.columns.max(last.min(LIMITS.shown_columns));
        shown.rows.push(Row {
            number: *number,
            is_hidden: row.is_hidden,
            cells: Vec::new(),
        });
    }
    for row in &mut shown.rows {
        let cells = (0..shown.columns).map(|column| {
            let cell = sheet.cell(row.number, column);
            Cell {
                text: cell.map(|cell| cell.text.clone()).unwrap_or_default(),
                is_filled: cell.is_some_and(|cell| cell.fill.is_some()),
                is_crossed: cell.is_some_and(|cell| cell.is_crossed),
                is_drawn_over: sheet.is_drawn_over(row.number, column),
            }
        });
        row.cells = cells.collect();
    }
    Ok(shown)
}
