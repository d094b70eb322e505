//! A sheet as every format gives it: cells with their text and what they show, merges, shapes. The
//! rules of the tableau know nothing else of a file.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::dossier::{Doubt, Place};
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;

/// A sheet; rows and columns count from 0.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Rows that hold something.
    pub rows: BTreeMap<u32, Row>,
    merges: HashMap<u32, Vec<Merge>>,
    n_merged: usize,
    drawn: HashSet<(u32, u32)>,
    /// Where each cell lies on a page, when the sheet was rebuilt from pages.
    on_pages: Option<HashMap<(u32, u32), Place>>,
    /// The rows at which a page goes on with the table of the one before.
    pub page_starts: HashMap<u32, u32>,
    /// What the reader of the format is not sure of.
    pub doubts: Vec<Doubt>,
}

/// A row of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Whether the sheet hides it.
    pub is_hidden: bool,
    /// Cells that hold something.
    pub cells: BTreeMap<u32, Cell>,
}

/// A cell of a sheet.
#[derive(Debug, Default, Clone)]
pub(crate) struct Cell {
    /// Its text, glyphs of symbol fonts replaced by the characters that they draw.
    pub text: String,
    /// The part of the text that is struck out.
    pub struck: String,
    /// Its fill, when there is one and it is not white; equal values look the same.
    pub fill: Option<String>,
    /// Whether both its diagonals are drawn.
    pub is_crossed: bool,
    /// Addresses behind it.
    pub links: Vec<String>,
}

impl Cell {
    /// Tells whether there is anything to keep.
    pub(crate) fn is_used(&self) -> bool {
        !self.text.is_empty() || self.fill.is_some() || self.is_crossed
    }
}

/// A merged range, bounds included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Merge {
    /// Tells whether the range holds the cell.
    pub(crate) fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

impl Sheet {
    /// Returns the cell itself, empty when the sheet has none.
    pub(crate) fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.cells.get(&column)
    }

    /// Returns where the cell is in the paper that the jury has.
    pub(crate) fn place(&self, row: u32, column: u32) -> Place {
        let on_page = self
            .on_pages
            .as_ref()
            .and_then(|places| places.get(&(row, column)));
        on_page.copied().unwrap_or(Place::Cell { row, column })
    }

    /// Notes where a cell lies on a page.
    pub(crate) fn lay(&mut self, row: u32, column: u32, place: Place) {
        let places = self.on_pages.get_or_insert_default();
        let _ = places.insert((row, column), place);
    }

    /// Notes what the reader is not sure of, once, up to a handful.
    pub(crate) fn doubt(&mut self, doubt: Doubt) {
        if self.doubts.len() < LIMITS.doubts && !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// Puts an address behind a cell, where the sheet shows one.
    pub(crate) fn link(&mut self, row: u32, column: u32, address: &str) {
        if let Some(cell) = self
            .rows
            .get_mut(&row)
            .and_then(|row| row.cells.get_mut(&column))
            && cell.links.len() < LIMITS.links
            && address.len() <= LIMITS.path
            && !cell.links.iter().any(|link| link == address)
        {
            cell.links.push(address.to_owned());
        }
    }

    /// Returns the text of the cell itself.
    pub(crate) fn text(&self, row: u32, column: u32) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.text)
    }

    /// Merges a range, noted on each of its rows so that finding it again stays cheap.
    pub(crate) fn merge(&mut self, merge: Merge) -> Result<(), Cause> {
        // A range that runs down the whole sheet says nothing past its last used row.
        let last = self.rows.keys().next_back().copied().unwrap_or(merge.top);
        for row in merge.top..=merge.bottom.min(last.max(merge.top)) {
            self.n_merged += 1;
            if self.n_merged > LIMITS.merges {
                return Err(Cause::TooMany);
            }
            self.merges.entry(row).or_default().push(merge);
        }
        Ok(())
    }

    /// Returns the merged range that holds the cell.
    pub(crate) fn merge_at(&self, row: u32, column: u32) -> Option<&Merge> {
        let merges = self.merges.get(&row)?;
        merges.iter().find(|merge| merge.holds(row, column))
    }

    /// Notes a shape whose middle is over the cell; over a merged range it is over all of it.
    pub(crate) fn draw(&mut self, row: u32, column: u32) {
        let corner = self.corner(row, column);
        let _ = self.drawn.insert(corner);
    }

    /// Tells whether a shape lies over the cell or over the merged range that it belongs to.
    pub(crate) fn is_drawn_over(&self, row: u32, column: u32) -> bool {
        self.drawn.contains(&self.corner(row, column))
    }

    /// Returns where the content shown at a cell is kept: the corner of its merged range, or itself.
    pub(crate) fn corner(&self, row: u32, column: u32) -> (u32, u32) {
        self.merge_at(row, column)
            .map_or((row, column), |merge| (merge.top, merge.left))
    }

    /// Returns every cell with a text, row by row.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (u32, u32, &Cell)> {
        self.rows.iter().flat_map(|(&row, content)| {
            content
                .cells
                .iter()
                .filter(|(_, cell)| !cell.text.is_empty())
                .map(move |(&column, cell)| (row, column, cell))
        })
    }
}
