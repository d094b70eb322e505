//! What `roster --json` prints: the lines of a list, and what they change in a commission.

use serde_json::{Value, json};

use crate::domain::commission::Header;
use crate::domain::grid::Grid;
use crate::domain::roster::difference::{Difference, What};
use crate::domain::roster::list::{Entry, Extra, Field, List};
use crate::domain::roster::{Day, Hour};
use crate::words;

/// Returns the lines of a list, in order.
pub fn list(list: &List, grid: &Grid) -> Value {
    Value::Array(list.entries.iter().map(|line| entry(line, grid)).collect())
}

fn entry(entry: &Entry, grid: &Grid) -> Value {
    let candidate = &entry.candidate;
    let third = Extra::Share(1, 3).seconds(&grid.phases);
    let findings: Vec<String> = entry.doubts.iter().map(words::doubt).collect();
    json!({
        "line": entry.line,
        "number": candidate.number.as_str(),
        "name": candidate.last_name,
        "first_name": candidate.first_name,
        "option": candidate.option.as_ref().map(ToString::to_string),
        "establishment": candidate.establishment,
        "date": candidate.day.map(Day::iso),
        "time": candidate.passage.map(Hour::iso),
        "room": candidate.room,
        "third_time": !third.is_empty() && candidate.seconds == third,
        "seconds": candidate.seconds,
        "absent": entry.absent,
        "commission": entry.commission,
        "usable": entry.is_usable(),
        "findings": findings,
    })
}

/// Returns what a list changes in a commission.
pub fn differences(header: &Header, differences: &[Difference]) -> Value {
    let one = |difference: &Difference| {
        let kind = match &difference.what {
            What::Added { .. } => "added",
            What::Corrected { .. } => "corrected",
            What::Absent => "absent",
            What::Moved(_) => "moved",
            What::Back => "back",
            What::Gone(_) => "gone",
        };
        json!({
            "line": difference.line,
            "number": difference.number.as_str(),
            "name": difference.name,
            "kind": kind,
            "change": words::list_difference(header, difference),
            "refused": difference.refusal.is_some(),
        })
    };
    Value::Array(differences.iter().map(one).collect())
}

/// Returns the name of a field in the settings.
pub fn field_name(field: Field) -> &'static str {
    match field {
        Field::Number => "number",
        Field::FullName => "full_name",
        Field::LastName => "last_name",
        Field::FirstName => "first_name",
        Field::Option => "option",
        Field::Establishment => "establishment",
        Field::Day => "day",
        Field::Hour => "hour",
        Field::Room => "room",
        Field::ExtraTime => "extra_time",
        Field::Absent => "absent",
        Field::Commission => "commission",
    }
}

/// Returns the field of a name.
pub fn field(name: &str) -> Option<Field> {
    Field::ALL
        .into_iter()
        .find(|field| field_name(*field) == name)
}
