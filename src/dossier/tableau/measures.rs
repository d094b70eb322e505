//! Lengths of the rows and columns of a sheet, in points: they tell which cell lies under a shape.

use std::collections::BTreeMap;

use crate::dossier::limits::LIMITS;

/// Lengths of the rows and columns of a sheet, in points.
#[derive(Debug)]
pub(crate) struct Measures {
    /// Height of a row that says none.
    pub row: f64,
    /// Width of a column that says none.
    pub column: f64,
    rows: BTreeMap<u32, f64>,
    columns: Vec<(u32, u32, f64)>,
}

impl Measures {
    /// Starts with the usual height and width.
    pub(crate) fn new(row: f64, column: f64) -> Self {
        Self {
            row,
            column,
            rows: BTreeMap::new(),
            columns: Vec::new(),
        }
    }

    /// Notes the width of the columns from `first` to `last`.
    pub(crate) fn note_columns(&mut self, first: u32, last: u32, width: f64) {
        if self.columns.len() < LIMITS.rows {
            self.columns.push((first, last, width));
        }
    }

    /// Notes the height of a row.
    pub(crate) fn note_row(&mut self, row: u32, height: f64) {
        if self.rows.len() < LIMITS.rows {
            let _ = self.rows.insert(row, height);
        }
    }

    /// Returns where rows and columns start.
    pub(crate) fn rulers(&self) -> (Ruler, Ruler) {
        let n_rows = u32::try_from(LIMITS.rows).unwrap_or(u32::MAX);
        let rows = (0..n_rows).map(|row| self.rows.get(&row).copied().unwrap_or(self.row));
        let columns = (0..LIMITS.columns).map(|column| {
            self.columns
                .iter()
                .find(|(first, last, _)| (*first..=*last).contains(&column))
                .map_or(self.column, |(_, _, width)| *width)
        });
        (Ruler::new(rows), Ruler::new(columns))
    }
}

/// Where each row or column starts, and where the last one ends.
pub(crate) struct Ruler {
    edges: Vec<f64>,
}

impl Ruler {
    fn new(lengths: impl Iterator<Item = f64>) -> Self {
        let mut edges = vec![0.0];
        let mut end = 0.0;
        edges.extend(lengths.map(|length| {
            end += length;
            end
        }));
        Self { edges }
    }

    /// Returns the place of an offset inside a row or column, which it cannot leave.
    pub(crate) fn place(&self, index: f64, offset: f64) -> Option<f64> {
        let index = index as usize;
        let start = self.edges.get(index)?;
        let end = self.edges.get(index.checked_add(1)?)?;
        Some((start + offset).min(*end))
    }

    /// Returns where a row or column starts.
    pub(crate) fn start(&self, index: u32) -> Option<f64> {
        self.edges.get(usize::try_from(index).ok()?).copied()
    }

    /// Returns the row or column that holds a place.
    pub(crate) fn at(&self, place: f64) -> Option<u32> {
        let passed = self.edges.partition_point(|edge| *edge <= place);
        let index = passed.checked_sub(1)?;
        let is_inside = passed < self.edges.len();
        is_inside.then(|| u32::try_from(index).ok()).flatten()
    }
}

/// Tells whether a line of this extent was dragged to nothing and forgotten.
pub(crate) fn is_flat(width: f64, height: f64) -> bool {
    const FLAT: f64 = 1.5;
    width.abs() < FLAT || height.abs() < FLAT
}
