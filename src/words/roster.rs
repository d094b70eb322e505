//! What the centre's list says and changes, in sentences.

use super::format;
use super::refusal;
use crate::domain::commission::Header;
use crate::domain::roster::Candidate;
use crate::domain::roster::difference::{Difference, Fate, What};
use crate::domain::roster::list::{Doubt, Field};
use crate::t;

/// Returns what is doubtful about a line.
pub fn doubt(doubt: &Doubt) -> String {
    let line = |line: &u32| line.to_string();
    match doubt {
        Doubt::NumberMissing => t!("doubt-number-missing"),
        Doubt::NumberRounded(text) => t!("doubt-number-rounded", text = text.as_str()),
        Doubt::NumberTwice(other) => t!("doubt-number-twice", line = line(other)),
        Doubt::NameMissing => t!("doubt-name-missing"),
        Doubt::Homonym(other) => t!("doubt-homonym", line = line(other)),
        Doubt::ZerosRestored => t!("doubt-zeros"),
        Doubt::HourUnreadable(text) => t!("doubt-hour", text = text.as_str()),
        Doubt::DayUnreadable(text) => t!("doubt-day", text = text.as_str()),
        Doubt::OptionUnknown(text) => t!("doubt-option", text = text.as_str()),
        Doubt::ExtraTimeUnreadable => t!("doubt-extra"),
        Doubt::ExtraTimePartly => t!("doubt-extra-partly"),
        Doubt::SlotTwice(other) => t!("doubt-slot", line = line(other)),
    }
}

/// Returns how a field is called.
pub fn field(field: Field) -> String {
    t!(match field {
        Field::Number => "field-number",
        Field::FullName => "field-full-name",
        Field::LastName => "field-last-name",
        Field::FirstName => "field-first-name",
        Field::Option => "field-option",
        Field::Establishment => "field-establishment",
        Field::Day => "field-day",
        Field::Hour => "field-hour",
        Field::Room => "field-room",
        Field::ExtraTime => "field-extra-time",
        Field::Absent => "field-absent",
        Field::Commission => "field-commission",
    })
}

/// Returns the lengths of the phases: « 10 min + 30 min ».
pub fn lengths(header: &Header, candidate: &Candidate) -> String {
    let phases = header.grid.phases.iter().enumerate();
    let lengths: Vec<String> = phases
        .map(|(phase, usual)| {
            let seconds = candidate.seconds.get(phase).copied();
            format::duration(seconds.unwrap_or(usual.seconds))
        })
        .collect();
    lengths.join(" + ")
}

/// Returns what a field says of a candidate.
pub fn value(header: &Header, candidate: &Candidate, field: Field) -> String {
    let text = match field {
        Field::Number => candidate.number.to_string(),
        Field::FullName => candidate.name(),
        Field::LastName => candidate.last_name.clone(),
        Field::FirstName => candidate.first_name.clone(),
        Field::Option => candidate
            .option
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        Field::Establishment => candidate.establishment.clone(),
        Field::Day => candidate
            .day
            .or(header.day)
            .map(format::day_short)
            .unwrap_or_default(),
        Field::Hour => candidate.passage.map(format::hour).unwrap_or_default(),
        Field::Room => candidate.room.clone(),
        Field::ExtraTime => lengths(header, candidate),
        Field::Absent | Field::Commission => String::new(),
    };
    if text.is_empty() { t!("none") } else { text }
}

/// Returns what a list changes for a candidate, and why it cannot be when it is refused.
pub fn difference(header: &Header, difference: &Difference) -> String {
    let said = match &difference.what {
        What::Added { absent: false, .. } => t!("difference-added"),
        What::Added { absent: true, .. } => t!("difference-added-absent"),
        What::Corrected { former, to, fields } => {
            let changes: Vec<String> = fields
                .iter()
                .map(|changed| {
                    t!(
                        "difference-field",
                        field = field(*changed),
                        former = value(header, former, *changed),
                        to = value(header, to, *changed)
                    )
                })
                .collect();
            changes.join(", ")
        }
        What::Absent => t!("difference-absent"),
        What::Moved(to) => t!("difference-moved", number = to.as_str()),
        What::Back => t!("difference-back"),
        What::Gone(fate) => match fate {
            Fate::Keep => t!("difference-gone-keep"),
            Fate::Remove => t!("difference-gone-remove"),
            Fate::Absent => t!("difference-gone-absent"),
            Fate::Moved(to) => t!("difference-gone-moved", number = to.as_str()),
        },
    };
    match &difference.refusal {
        None => said,
        Some(refused) => t!(
            "difference-refused",
            change = said,
            reason = refusal(refused)
        ),
    }
}
