//! Who was heard, by whom, for what: the head of every sheet, and the visas at its foot.

use super::format::{date, instant};
use crate::domain::check;
use crate::domain::commission::{Commission, Member, Record};
use crate::domain::grid::Choice;
use crate::domain::id::OptionId;
use crate::words::french;

/// What the head of every page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The diploma.
    pub diploma: String,
    /// The session's year.
    pub session: String,
    /// The épreuve's line, or the unit where the form has none.
    pub exam: String,
    /// « VI-3 », or nothing.
    pub grid_annex: String,
    /// « VI-4 », or nothing.
    pub sheet_annex: String,
    /// The annex named in the sentence on penalties.
    pub penalty_annex: String,
    /// Whether the annex's line comes before the épreuve's.
    pub annex_first: bool,
}

/// Who was heard, by whom, when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// « DELTA Inès ».
    pub name: String,
    /// The candidate's number.
    pub number: String,
    /// The commission's number.
    pub commission: String,
    /// « 03/06/2026 », when the day is known.
    pub date: Option<String>,
    /// The specialities, with the candidate's ticked.
    pub options: Vec<Tick>,
    /// The forms of the exam, with the commission's ticked.
    pub modes: Vec<Tick>,
    /// The members of the commission.
    pub members: Vec<String>,
}

/// A box to tick and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The label, as printed.
    pub label: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// A member, and the visa that covers this decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The whole name.
    pub name: String,
    /// In what quality the member sits; may be empty.
    pub quality: String,
    /// « Mme Spécimen, le 03/06/2026 à 11 h 30 », once given.
    pub visa: Option<String>,
}

impl Head {
    pub(super) fn of(commission: &Commission) -> Self {
        let edition = &commission.header.edition;
        let grid = commission.grid();
        let exam = if !edition.exam_title.trim().is_empty() {
            edition.exam_title.clone()
        } else if edition.exam.trim().is_empty() {
            grid.unit.clone()
        } else {
            french(
                "export-exam",
                &[
                    ("exam", edition.exam.as_str()),
                    ("unit", grid.unit.as_str()),
                ],
            )
        };
        Self {
            diploma: grid.diploma.clone(),
            session: edition.session.clone(),
            exam,
            grid_annex: edition.grid_annex.clone(),
            sheet_annex: edition.sheet_annex.clone(),
            penalty_annex: edition.penalty_annex.clone(),
            // The forms numbered 6-3 put the épreuve first, those numbered VI-3 the annex.
            annex_first: !edition
                .grid_annex
                .starts_with(|letter: char| letter.is_ascii_digit()),
        }
    }
}

impl Identity {
    pub(super) fn of(commission: &Commission, record: &Record) -> Self {
        let header = &commission.header;
        let grid = commission.grid();
        let candidate = &record.candidate;
        let day = record
            .begun
            .map(|begun| begun.day())
            .or(record.candidate.day)
            .or(header.day);
        Self {
            name: candidate.name(),
            number: candidate.number.to_string(),
            commission: header.number.clone(),
            date: day.map(date),
            options: ticks(&grid.options, candidate.option.as_ref()),
            modes: ticks(&grid.texts.modes, Some(&header.mode)),
            members: header
                .members
                .iter()
                .map(|member| member.name.clone())
                .collect(),
        }
    }
}

fn ticks(choices: &[Choice], chosen: Option<&OptionId>) -> Vec<Tick> {
    choices
        .iter()
        .map(|choice| Tick {
            label: choice.printed.clone(),
            ticked: chosen == Some(&choice.id),
        })
        .collect()
}

/// Returns the title of the document.
pub fn title(commission: &Commission, name: &str) -> String {
    let edition = &commission.header.edition;
    let diploma = commission.grid().short.as_str();
    if edition.grid_annex.is_empty() || edition.sheet_annex.is_empty() {
        let exam = edition.exam.as_str();
        let args = [("diploma", diploma), ("exam", exam), ("name", name)];
        return french("export-title-plain", &args);
    }
    french(
        "export-title",
        &[
            ("diploma", diploma),
            ("grid", edition.grid_annex.as_str()),
            ("sheet", edition.sheet_annex.as_str()),
            ("name", name),
        ],
    )
}

/// Returns every member, with the visa of those whose visa covers this decision.
pub fn signatures(commission: &Commission, record: &Record) -> Vec<Signature> {
    let members = &commission.header.members;
    let standing = check::standing_visas(commission, record);
    let short: Vec<String> = members.iter().map(Member::short).collect();
    let visa = |index: usize, member: &Member| {
        let visa = record.visas.get(&index)?;
        if !standing.contains(&index) {
            return None;
        }
        // Two members of one name are told apart by their whole name.
        let name = short.get(index)?;
        let alone = short.iter().filter(|other| *other == name).count() == 1;
        let (day, hours, minutes) = instant(visa.at);
        Some(french(
            "export-visa",
            &[
                ("name", if alone { name } else { &member.name }),
                ("day", &day),
                ("hours", &hours),
                ("minutes", &minutes),
            ],
        ))
    };
    let signature = |(index, member): (usize, &Member)| Signature {
        name: member.name.clone(),
        quality: member.quality.clone(),
        visa: visa(index, member),
    };
    members.iter().enumerate().map(signature).collect()
}
