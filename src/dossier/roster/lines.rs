//! From the lines of a list to its entries: every cell under the field that its column says.

use super::{Columns, Table, values};
use crate::domain::grid::Grid;
use crate::domain::roster::Candidate;
use crate::domain::roster::list::{Doubt, Entry, Field, List};

/// Returns the list that a table holds, for the options and phases of a grid.
pub fn list(table: &Table, columns: &Columns, grid: &Grid) -> List {
    let first = columns.head.map_or(0, |head| head + 1);
    let head = columns.head.and_then(|head| table.lines.get(head));
    let lines = (first..table.lines.len())
        // A list printed on several pages repeats its headings.
        .filter(|line| {
            table.lines.get(*line).map(|line| &line.cells) != head.map(|head| &head.cells)
        });
    let mut list = List {
        fields: columns.fields.iter().copied().flatten().collect(),
        entries: lines
            .filter_map(|line| entry(table, columns, grid, line))
            .collect(),
    };
    list.compare();
    list
}

fn entry(table: &Table, columns: &Columns, grid: &Grid, line: usize) -> Option<Entry> {
    let cell = |field: Field| {
        columns
            .of(field)
            .map_or("", |column| table.cell(line, column))
    };
    let mut doubts = Vec::new();
    let number = match values::number(cell(Field::Number)) {
        Ok(number) => number,
        Err(rounded) => {
            doubts.push(Doubt::NumberRounded(rounded.clone()));
            rounded
        }
    };
    let (mut last_name, mut first_name) = (
        cell(Field::LastName).to_owned(),
        cell(Field::FirstName).to_owned(),
    );
    if last_name.is_empty() {
        let (last, first) = values::full_name(cell(Field::FullName));
        last_name = last;
        if first_name.is_empty() {
            first_name = first;
        }
    }
    if number.is_empty() && !is_somebody(table, line, &last_name, &first_name) {
        return None;
    }
    if number.is_empty() {
        doubts.push(Doubt::NumberMissing);
    }
    let option = values::option(cell(Field::Option), &grid.options).unwrap_or_else(|text| {
        doubts.push(Doubt::OptionUnknown(text));
        None
    });
    // One column may hold both: « 12/05/2026 08:00 ».
    let (day_cell, hour_cell) = (cell(Field::Day), cell(Field::Hour));
    let day = values::day(day_cell).or_else(|| values::day(hour_cell));
    let passage = values::hour(hour_cell).or_else(|| values::hour(day_cell));
    if day.is_none() && !day_cell.is_empty() {
        doubts.push(Doubt::DayUnreadable(day_cell.to_owned()));
    }
    if passage.is_none() && !hour_cell.is_empty() {
        doubts.push(Doubt::HourUnreadable(hour_cell.to_owned()));
    }
    let mut seconds = Vec::new();
    match values::extra(cell(Field::ExtraTime)) {
        None => doubts.push(Doubt::ExtraTimeUnreadable),
        Some((extra, partly)) => {
            seconds = extra.seconds(&grid.phases);
            if partly {
                doubts.push(Doubt::ExtraTimePartly);
            }
        }
    }
    let commission = cell(Field::Commission);
    Some(Entry {
        line: table.lines.get(line)?.number,
        candidate: Candidate {
            option,
            establishment: cell(Field::Establishment).to_owned(),
            day,
            passage,
            room: cell(Field::Room).to_owned(),
            seconds,
            ..Candidate::new(number, last_name, first_name)
        },
        absent: values::absent(cell(Field::Absent)),
        commission: (!commission.is_empty()).then(|| commission.to_owned()),
        doubts,
    })
}

/// A line without number is somebody when a name stands on it beside something else: a total, a
/// signature or a page number stands alone.
fn is_somebody(table: &Table, line: usize, last_name: &str, first_name: &str) -> bool {
    let filled = table.lines.get(line).map_or(0, |line| {
        line.cells.iter().filter(|cell| !cell.is_empty()).count()
    });
    !last_name.is_empty() && !first_name.is_empty() && filled > 2
}
