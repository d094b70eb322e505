//! Which cells lie under the shapes drawn over a sheet: a cross is often two lines, sometimes anchored
//! one row too high, so the middle of the shape decides, in the lengths of the file.

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::measures::{Measures, Ruler, is_flat};
use crate::dossier::xml::{Element, Node, Xml};

/// Excel gives lengths in EMU: so many to a point.
const POINT: f64 = 12_700.0;
const PIXEL: f64 = 9_525.0;

/// A column as wide as `characters` digits of the default font, 7 pixels each, in points.
fn width(characters: f64) -> f64 {
    (characters * 7.0).round() * PIXEL / POINT
}

fn length(element: &Element<'_>, name: &str) -> Option<f64> {
    let value: f64 = element.attribute(name)?.parse().ok()?;
    (value.is_finite() && value >= 0.0).then_some(value)
}

/// Returns the sizes of a sheet of Excel that says nothing of them.
pub(crate) fn usual_measures() -> Measures {
    Measures::new(15.0, width(9.14))
}

/// Notes the usual height and width.
pub(crate) fn note_defaults(measures: &mut Measures, element: &Element<'_>) {
    if let Some(height) = length(element, "defaultRowHeight") {
        measures.row = height;
    }
    if let Some(characters) = length(element, "defaultColWidth") {
        measures.column = width(characters);
    }
}

/// Notes the width of a range of columns.
pub(crate) fn note_columns(measures: &mut Measures, element: &Element<'_>) {
    let first = element.number("min").unwrap_or_default();
    let last = element.number("max").unwrap_or_default();
    let hidden = element.is_on("hidden", false);
    let characters = length(element, "width");
    if let (Ok(first), Ok(last), Some(characters)) =
        (u32::try_from(first), u32::try_from(last), characters)
    {
        let width = if hidden { 0.0 } else { width(characters) };
        measures.note_columns(first.saturating_sub(1), last.saturating_sub(1), width);
    }
}

/// Notes the height of a row.
pub(crate) fn note_row(measures: &mut Measures, row: u32, element: &Element<'_>) {
    let height = if element.is_on("hidden", false) {
        Some(0.0)
    } else {
        length(element, "ht")
    };
    if let Some(height) = height {
        measures.note_row(row, height);
    }
}

fn pair(element: &Element<'_>, x: &str, y: &str) -> Option<(f64, f64)> {
    let (x, y) = length(element, x).zip(length(element, y))?;
    Some((x / POINT, y / POINT))
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
                        anchor.size = pair(&element, "cx", "cy");
                    }
                    "pos" if level == 1 => {
                        anchor.offset = pair(&element, "x", "y");
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
                    // Rows and columns are counted, offsets are measured.
                    && let value = if field % 2 == 0 { value } else { value / POINT }
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
        if !self.is_shape || self.is_line && is_flat(right - left, bottom - top) {
            return None;
        }
        let column = columns.at(f64::midpoint(left, right))?;
        let row = rows.at(f64::midpoint(top, bottom))?;
        Some((row, column))
    }
}
