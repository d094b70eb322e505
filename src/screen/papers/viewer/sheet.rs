//! A sheet of a workbook as the candidate left it: column letters, row numbers, and in each cell what
//! is typed, coloured, crossed or drawn.

use iced::widget::text::Wrapping;
use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::Message;
use crate::domain::dossier::Place;
use crate::dossier::show::{Cell, Workbook};
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::Element;
use crate::widget::icon::{Icon, icon};

/// Width of a row's number.
const NUMBER: f32 = 26.0;
/// Least and greatest width of a column.
const WIDTHS: (f32, f32) = (25.0, 118.0);
/// Width of a letter, about.
const LETTER: f32 = 6.0;
/// Height of a row that is not in front: its texts are cut, as a spreadsheet cuts them.
const HEIGHT: f32 = 24.0;

/// Returns the name of a row, to scroll it into sight.
pub fn row_id(row: u32) -> String {
    format!("sheet-row-{row}")
}

/// Draws the sheet, the cell that was asked for in its frame.
pub fn view<'a>(workbook: &'a Workbook, front: Option<Place>) -> Element<'a, Message> {
    let widths = widths(workbook);
    let mut head = row![container(typeface::caption("")).width(NUMBER)];
    for (column, width) in (0..workbook.columns).zip(&widths) {
        let place = Place::Cell { row: 0, column };
        let letters = place.to_string();
        let letters = letters.trim_end_matches('1').to_owned();
        head = head.push(container(typeface::caption(letters)).center_x(*width));
    }
    let mut table = column![container(head.padding(2)).style(look::hollow)];
    for known in &workbook.rows {
        let number = (u64::from(known.number) + 1).to_string();
        let number = if known.is_hidden {
            t!("sheet-hidden-row", number = number)
        } else {
            number
        };
        let whole = matches!(front, Some(Place::Cell { row, .. }) if row == known.number);
        let mut line = row![
            container(typeface::caption(number))
                .width(NUMBER)
                .padding([3.0, 2.0])
        ]
        .align_y(Alignment::Center);
        for ((column, cell), width) in (0..).zip(&known.cells).zip(&widths) {
            let place = Place::Cell {
                row: known.number,
                column,
            };
            line = line.push(drawn(cell, *width, whole, front == Some(place)));
        }
        let line = container(line).id(row_id(known.number));
        table = table.push(crate::widget::frame::line()).push(line);
    }
    let wide = widths.iter().sum::<f32>() + NUMBER + space::S;
    container(table)
        .width(wide)
        .padding(1)
        .style(look::framed)
        .into()
}

/// Widths that most texts of a column want: a narrow one for ticks, a wide one for titles.
fn widths(workbook: &Workbook) -> Vec<f32> {
    let columns = usize::try_from(workbook.columns).unwrap_or_default();
    let mut lengths: Vec<Vec<u16>> = vec![Vec::new(); columns];
    // A title that lies across the sheet says nothing of its column: rows of one text are left out.
    let rows = workbook.rows.iter().filter(|row| {
        let used = |cell: &&Cell| !cell.text.is_empty() || cell.is_filled;
        row.cells.iter().filter(used).count() > 1
    });
    for known in rows {
        for (lengths, cell) in lengths.iter_mut().zip(&known.cells) {
            let longest = cell.text.lines().map(|line| line.chars().count()).max();
            lengths.push(u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX));
        }
    }
    let width = |mut lengths: Vec<u16>| {
        lengths.sort_unstable();
        let usual = lengths.get(lengths.len() * 4 / 10).copied().unwrap_or(0);
        (f32::from(usual) * LETTER + 8.0).clamp(WIDTHS.0, WIDTHS.1)
    };
    lengths.into_iter().map(width).collect()
}

fn drawn<'a>(cell: &'a Cell, width: f32, whole: bool, front: bool) -> Element<'a, Message> {
    let text = (!cell.text.is_empty()).then(|| {
        if whole {
            typeface::caption(cell.text.as_str()).wrapping(Wrapping::WordOrGlyph)
        } else {
            let first = cell.text.lines().next().unwrap_or_default();
            typeface::caption(first).wrapping(Wrapping::None)
        }
    });
    let crossed = cell.is_crossed.then(|| icon(Icon::Cross, 16.0));
    let over = cell.is_drawn_over.then(|| icon(Icon::Pencil, 14.0));
    let inside = row![text, crossed, over].align_y(Alignment::Center);
    let cell_box = container(inside)
        .width(width)
        .height(match (whole, cell.text.is_empty()) {
            (true, true) => Length::Fill,
            (true, false) => Length::Shrink,
            (false, _) => Length::Fixed(HEIGHT),
        })
        .padding([3.0, 4.0])
        .clip(true);
    if front {
        cell_box.style(look::cursor(cell.is_filled)).into()
    } else if cell.is_filled {
        cell_box.style(look::coloured).into()
    } else {
        cell_box.into()
    }
}
