//! Which cells lie under the shapes drawn over a sheet: a cross is often two lines, sometimes anchored
//! one row too high, so the middle of the shape decides, in the lengths of the file.

use std::collections::BTreeMap;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::xml::{Element, Node, Xml};

/// Lengths of the rows and columns of a sheet, in EMU.
#[derive(Debug)]
pub(crate) struct Measures {
    row: f64,
    column: f64,
    rows: BTreeMap<u32, f64>,
    columns: Vec<(u32, u32, f64)>,
}

const POINT: f64 = 12_700.0;
const PIXEL: f64 = 9_525.0;
/// A line flatter than this was dragged to nothing and forgotten.
const FLAT: f64 = 2.0 * PIXEL;

impl Default for Measures {
    fn default() -> Self {
        Self {
            row: 15.0 * POINT,
            column: width(9.14),
            rows: BTreeMap::new(),
            columns: Vec::new(),
        }
    }
}

/// A column as wide as `characters` digits of the default font, 7 pixels each.
fn width(characters: f64) -> f64 {
    (characters * 7.0).round() * PIXEL
}

fn length(element: &Element<'_>, name: &str) -> Option<f64> {
    let value: f64 = element.attribute(name)?.parse().ok()?;
    (value.is_finite() && value >= 0.0).then_some(value)
}

impl Measures {
    /// Notes the usual height and width.
    pub(crate) fn note_defaults(&mut self, element: &Element<'_>) {
        if let Some(height) = length(element, "defaultRowHeight") {
            self.row = height * POINT;
        }
        if let Some(characters) = length(element, "defaultColWidth") {
            self.column = width(characters);
        }
    }

    /// Notes the width of a range of columns.
    pub(crate) fn note_columns(&mut self, element: &Element<'_>) {
        let first = element.number("min").unwrap_or_default();
        let last = element.number("max").unwrap_or_default();
        let hidden = element.is_on("hidden", false);
        let characters = length(element, "width");
        if let (Ok(first), Ok(last), Some(characters)) =
            (u32::try_from(first), u32::try_from(last), characters)
            && self.columns.len() < LIMITS.rows
        {
            let width = if hidden { 0.0 } else { width(characters) };
            self.columns
                .push((first.saturating_sub(1), last.saturating_sub(1), width));
        }
    }

    /// Notes the height of a row.
    pub(crate) fn note_row(&mut self, row: u32, element: &Element<'_>) {
        let height = if element.is_on("hidden", false) {
            Some(0.0)
        } else {
            length(element, "ht").map(|points| points * POINT)
        };
        if let Some(height) = height
            && self.rows.len() < LIMITS.rows
        {
            let _ = self.rows.insert(row, height);
        }
    }

    fn rulers(&self) -> (Ruler, Ruler) {
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
struct Ruler {
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
    fn place(&self, index: f64, offset: f64) -> Option<f64> {
        let index = index as usize;
        let start = self.edges.get(index)?;
        let end = self.edges.get(index.checked_add(1)?)?;
        Some((start + offset).min(*end))
    }

    /// Returns the row or column that holds a place.
    fn at(&self, place: f64) -> Option<u32> {
        let passed = self.edges.partition_point(|edge| *edge <= place);
        let index = passed.checked_sub(1)?;
        let is_inside = passed < self.edges.len();
        is_inside.then(|| u32::try_from(index).ok()).flatten()
    }
}

#[derive(Default)]
struct Anchor {
    corners: [[f64; 4]; 2],
    n_corners: usize,
    size: Option<(f64, f64)>,
    offset: Option<(f64, f64)>,
    is_line: bool,
    is_shape: bool,
}

/// Returns the row and column under the middle of each shape.
pub(crate) fn parse(part: &[u8], measures: &Measures) -> Result<Vec<(u32, u32)>, Cause> {
    let mut xml = Xml::new(part)?;
    let mut shapes = Vec::new();
    let mut anchor = Anchor::default();
    let mut field: Option<usize> = None;
    let mut in_corner = false;
    let mut level = 0usize;
    let (rows, columns) = measures.rulers();
    loop {
        match xml.next()? {
            Node::Open(element) => {
                match element.name() {
                    "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => {
                        anchor = Anchor::default();
                        level = 0;
                    }
                    "from" | "to" => in_corner = true,
                    "col" if in_corner => field = Some(0),
                    "colOff" if in_corner => field = Some(1),
                    "row" if in_corner => field = Some(2),
                    "rowOff" if in_corner => field = Some(3),
                    // Inside the anchor itself; the same names deeper belong to the shape.
                    "ext" if level == 1 => {
                        anchor.size = length(&element, "cx").zip(length(&element, "cy"));
                    }
                    "pos" if level == 1 => {
                        anchor.offset = length(&element, "x").zip(length(&element, "y"));
                    }
                    "cxnSp" => {
                        anchor.is_shape = true;
                        anchor.is_line = true;
                    }
                    "sp" | "grpSp" | "pic" | "contentPart" => anchor.is_shape = true,
                    _ => {}
                }
                level += 1;
            }
            Node::Text(text) => {
                if let Some(field) = field
                    && let Ok(value) = text.trim().parse::<f64>()
                    && let Some(corner) = anchor.corners.get_mut(anchor.n_corners)
                    && let Some(slot) = corner.get_mut(field)
                {
                    *slot = value.clamp(0.0, 1e12);
                }
            }
            Node::Close(name) => {
                level = level.saturating_sub(1);
                match name.as_str() {
                    "from" | "to" => {
                        in_corner = false;
                        anchor.n_corners += 1;
                    }
                    "col" | "colOff" | "row" | "rowOff" => field = None,
                    "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => {
                        shapes.extend(anchor.cell(&rows, &columns));
                        if shapes.len() > LIMITS.shapes {
                            return Err(Cause::TooMany);
                        }
                    }
                    _ => {}
                }
            }
            Node::End => return Ok(shapes),
        }
    }
}

impl Anchor {
    fn cell(&self, rows: &Ruler, columns: &Ruler) -> Option<(u32, u32)> {
        let point = |corner: &[f64; 4]| {
            let [column, x, row, y] = *corner;
            columns.place(column, x).zip(rows.place(row, y))
        };
        let [from, to] = &self.corners;
        let (left, top) = self.offset.or_else(|| point(from))?;
        let (right, bottom) = match (self.size, self.n_corners) {
            (_, 2) => point(to)?,
            (Some((width, height)), _) => (left + width, top + height),
            (None, _) => return None,
        };
        let is_flat = (right - left).abs() < FLAT || (bottom - top).abs() < FLAT;
        if !self.is_shape || self.is_line && is_flat {
            return None;
        }
        let column = columns.at(f64::midpoint(left, right))?;
        let row = rows.at(f64::midpoint(top, bottom))?;
        Some((row, column))
    }
}
