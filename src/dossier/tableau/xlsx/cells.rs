//! The cells of one sheet of an .xlsx: only those that hold something, whatever `<dimension>` says.

use chrono::{Days, NaiveDate};

use crate::domain::dossier::Place;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::glyphs::Glyphs;
use crate::dossier::tableau::measures::Measures;
use crate::dossier::tableau::sheet::{Cell, Merge, Sheet};
use crate::dossier::tableau::xlsx::Context;
use crate::dossier::tableau::xlsx::drawing;
use crate::dossier::tableau::xlsx::strings::{self, Font, Run};
use crate::dossier::xml::{Element, Node, Xml};

/// A sheet, and what other parts of the workbook complete.
pub(crate) struct Parsed {
    /// Its cells.
    pub sheet: Sheet,
    /// The sizes that place its drawings.
    pub measures: Measures,
    /// Ranges with the relation that holds their address, or the place that they jump to.
    pub links: Vec<(Merge, String)>,
}

/// Reads a sheet and the sizes that place its drawings.
pub(crate) fn parse(part: &[u8], context: &Context) -> Result<Parsed, Cause> {
    let mut xml = Xml::new(part)?;
    let mut sheet = Sheet::default();
    let mut measures = drawing::usual_measures();
    let mut links = Vec::new();
    let mut at = (0u32, 0u32);
    let mut next_row = 0u32;
    let mut n_seen = 0usize;
    let mut n_cells = 0usize;
    let mut n_bytes = 0usize;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name() {
                "sheetFormatPr" => drawing::note_defaults(&mut measures, &element),
                "col" => drawing::note_columns(&mut measures, &element),
                "row" => {
                    at = (row_number(&element).unwrap_or(next_row), 0);
                    next_row = at.0.saturating_add(1);
                    drawing::note_row(&mut measures, at.0, &element);
                    if element.is_on("hidden", false) {
                        sheet.rows.entry(at.0).or_default().is_hidden = true;
                    }
                    if sheet.rows.len() > LIMITS.rows {
                        return Err(Cause::TooMany);
                    }
                }
                "c" => {
                    if let Some(place) = element.attribute("r").and_then(|r| place(&r)) {
                        at = place;
                    }
                    if at.1 >= LIMITS.columns {
                        // Office may style a row to the last of 16,384 columns: nothing to see there.
                        continue;
                    }
                    n_seen += 1;
                    let cell = read(&mut xml, &element, context)?;
                    n_bytes = n_bytes.saturating_add(cell.text.len());
                    if n_bytes > LIMITS.texts {
                        return Err(Cause::TooLarge);
                    }
                    if cell.is_used() {
                        n_cells += 1;
                        let row = sheet.rows.entry(at.0).or_default();
                        let _ = row.cells.insert(at.1, cell);
                    }
                    if n_seen > LIMITS.seen
                        || n_cells > LIMITS.cells
                        || sheet.rows.len() > LIMITS.rows
                    {
                        return Err(Cause::TooMany);
                    }
                    at.1 = at.1.saturating_add(1);
                }
                "mergeCell" => {
                    if let Some(merge) = element.attribute("ref").and_then(|r| merge(&r)) {
                        sheet.merge(merge)?;
                    }
                }
                "hyperlink" if links.len() < LIMITS.rows => {
                    let range = element.attribute("ref").and_then(|r| range(&r));
                    links.extend(range.zip(element.attribute("id")));
                }
                _ => {}
            },
            Node::Close(_) | Node::Text(_) => {}
            Node::End => {
                return Ok(Parsed {
                    sheet,
                    measures,
                    links,
                });
            }
        }
    }
}

fn row_number(element: &Element<'_>) -> Option<u32> {
    let number: u32 = element.attribute("r")?.parse().ok()?;
    number.checked_sub(1)
}

fn read(xml: &mut Xml<'_>, element: &Element<'_>, context: &Context) -> Result<Cell, Cause> {
    let kind = element.attribute("t").unwrap_or_default();
    let number = element.number("s").unwrap_or_default();
    let style = context.styles.get(number).cloned().unwrap_or_default();
    let mut value = String::new();
    let mut runs = Vec::new();
    let mut is_value = false;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name() {
                "v" => is_value = true,
                "is" => runs = strings::text(xml, "is")?,
                _ => {}
            },
            Node::Text(piece) if is_value => {
                value.push_str(&piece);
                if value.len() > LIMITS.text.saturating_mul(4) {
                    return Err(Cause::TooLarge);
                }
            }
            Node::Text(_) => {}
            Node::Close(name) => match name.as_str() {
                "v" => is_value = false,
                "c" => break,
                _ => {}
            },
            Node::End => return Err(Cause::Truncated),
        }
    }
    let plain = |text: String| vec![Run { text, font: None }];
    let runs = match kind.as_str() {
        "s" => value
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|index| context.texts.get(index).cloned())
            .unwrap_or_default(),
        "inlineStr" => runs,
        "str" | "e" => plain(value),
        // A box that Excel or Google draws in the cell: ticked, or not.
        "b" => plain(if value.trim() == "1" { "oui" } else { "non" }.to_owned()),
        "d" => plain(value.chars().take(10).collect()),
        _ if style.is_date => plain(date(&value, context.starts_in_1904).unwrap_or(value)),
        _ => plain(shown_number(&value)),
    };
    let (text, struck) = drawn(&runs, style.font);
    Ok(Cell {
        text,
        struck,
        fill: style.fill,
        is_crossed: style.is_crossed,
        links: Vec::new(),
    })
}

/// Returns what the runs draw, and the part of it that is struck out.
fn drawn(runs: &[Run], of_cell: Font) -> (String, String) {
    let mut text = String::new();
    let mut struck = String::new();
    for run in runs {
        let font = run.font.unwrap_or(of_cell);
        let piece: String = match font.glyphs {
            Glyphs::Letters => strings::unescape(&run.text),
            glyphs
            @ (Glyphs::Wingdings | Glyphs::Wingdings2 | Glyphs::Dingbats | Glyphs::Signs) => {
                run.text.chars().map(|c| glyphs.draw(c)).collect()
            }
        };
        if font.is_struck {
            struck.push_str(&piece);
        }
        text.push_str(&piece);
    }
    (text, struck)
}

/// Excel stores 2025 as `2025`, but other programs write `2025.0` or `2.025E3`.
fn shown_number(value: &str) -> String {
    let value = value.trim();
    match value.parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        _ => value.to_owned(),
    }
}

fn date(value: &str, starts_in_1904: bool) -> Option<String> {
    const LAST: f64 = 2_958_465.0;
    let days: f64 = value.trim().parse().ok()?;
    if !(1.0..=LAST).contains(&days) {
        return None;
    }
    let origin = if starts_in_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)?
    };
    let date = origin.checked_add_days(Days::new(days as u64))?;
    Some(date.format("%Y-%m-%d").to_string())
}

/// Reads `C12` as row 11, column 2.
fn place(reference: &str) -> Option<(u32, u32)> {
    match Place::of_cell(reference)? {
        Place::Cell { row, column } => Some((row, column)),
        Place::Page { .. } => None,
    }
}

/// Reads `A1` or `A1:B2`.
fn range(reference: &str) -> Option<Merge> {
    merge(reference).or_else(|| {
        let (row, column) = place(reference)?;
        Some(Merge {
            top: row,
            left: column,
            bottom: row,
            right: column,
        })
    })
}

fn merge(reference: &str) -> Option<Merge> {
    let (first, last) = reference.split_once(':')?;
    let (top, left) = place(first)?;
    let (bottom, right) = place(last)?;
    Some(Merge {
        top,
        left,
        bottom,
        right,
    })
}
