//! What makes a cell a tick, and why: its text, else its fill, else its diagonals, else a shape.

use crate::domain::dossier::Reason;
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::text;

/// Returns why the cell counts as ticked, if it does; `plain` is the fill of the row's title.
pub(crate) fn reason(sheet: &Sheet, row: u32, column: u32, plain: Option<&str>) -> Option<Reason> {
    let (top, left) = sheet.corner(row, column);
    let cell = sheet.cell(top, left);
    if cell.is_some_and(|cell| is_yes(&cell.text)) {
        return Some(Reason::Text);
    }
    let fill = cell.and_then(|cell| cell.fill.as_deref());
    if fill.is_some() && fill != plain {
        return Some(Reason::Fill);
    }
    if cell.is_some_and(|cell| cell.is_crossed) {
        return Some(Reason::Border);
    }
    sheet.is_drawn_over(row, column).then_some(Reason::Shape)
}

/// Returns what a cell holds, line by line.
pub(crate) fn written(typed: &str) -> String {
    let lines = typed.lines().map(text::clean);
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("
")
}

/// Tells whether a text typed in a cell is a tick: anything visible but a negation or empty boxes.
pub(crate) fn is_yes(typed: &str) -> bool {
    let typed = text::clean(typed).to_lowercase();
    let is_negation = matches!(
        typed.as_str(),
        "non" | "n" | "no" | "-" | "–" | "—" | "/" | "0"
    );
    let is_boxes = typed.chars().all(|c| c == ' ' || is_empty_box(c));
    !is_negation && !is_boxes
}

/// Tells whether `c` is a box that nobody ticked.
pub(crate) fn is_empty_box(c: char) -> bool {
    matches!(
        c,
        '☐' | '▢'
            | '□'
            | '◻'
            | '◽'
            | '⬜'
            | '▫'
            | '❏'
            | '❐'
            | '❑'
            | '❒'
            | '○'
            | '◯'
            | '⬚'
    )
}
