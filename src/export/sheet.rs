//! What one candidate's sheets say, finished: texts and positions of ticks, in French, without
//! anything left to decide. Built from a commission and a record; drawn by the template.

use crate::domain::commission::{Commission, Member, Record, Visa};
use crate::domain::fraction::Fraction;
use crate::domain::grid::Choice;
use crate::domain::id::OptionId;
use crate::domain::mark;
use crate::domain::roster::Day;
use crate::words::french;

/// One candidate's sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which template draws it.
    pub template: String,
    /// Title of the document.
    pub title: String,
    /// What the head of every page says.
    pub head: Head,
    /// Who was heard, by whom, when.
    pub identity: Identity,
    /// The instructions above the NOTE, one paragraph an entry.
    pub instructions: Vec<String>,
    /// The maximum: « 20 ».
    pub out_of: String,
    /// NOTE, once there is one: « 11,5 ».
    pub mark: Option<String>,
    /// The penalties of the form, retained or not.
    pub penalties: Vec<PenaltyLine>,
    /// NOTE FINALE, once there is one.
    pub last: Option<String>,
    /// The levels as printed, in the order of the columns.
    pub levels: Vec<String>,
    /// How many lines the rubric has.
    pub aspects: usize,
    /// The descriptors of the levels.
    pub rubric: Vec<RubricCell>,
    /// The rows of the verso.
    pub rows: Vec<SheetRow>,
    /// The observations, one entry a phase.
    pub observations: Vec<Observation>,
    /// The head of the appréciation.
    pub appreciation_head: String,
    /// The appréciation.
    pub appreciation: String,
    /// The visas that cover this decision: « Mme Spécimen, le 03/06/2026 à 11 h 30 ».
    pub visas: Vec<String>,
    /// « Empreinte : 7F3A-91C2 », once the mark is fixed.
    pub code: Option<String>,
    /// Whether the mark is not fixed yet.
    pub draft: bool,
}

/// What the head of every page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The diploma.
    pub diploma: String,
    /// The session's year.
    pub session: String,
    /// The épreuve's line.
    pub exam: String,
    /// « ANNEXE VI-3 ».
    pub grid_annex: String,
    /// « ANNEXE VI-4 ».
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

/// One line of the penalties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PenaltyLine {
    /// The line of the form.
    pub label: String,
    /// « −2 » when it is retained.
    pub points: Option<String>,
}

/// One descriptor of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricCell {
    /// Column.
    pub level: usize,
    /// First line.
    pub aspect: usize,
    /// How many lines it spans.
    pub span: usize,
    /// The descriptor.
    pub text: String,
}

/// One row of the verso.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The competency.
    pub title: String,
    /// Its parts.
    pub parts: Vec<String>,
    /// Its indicators; each may hold several lines.
    pub indicators: Vec<String>,
    /// The column of the level that the commission chose.
    pub chosen: Option<usize>,
}

/// The observations on one phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The phase, as printed.
    pub phase: String,
    /// What was written.
    pub text: String,
}

impl Sheet {
    /// Returns the sheets of a candidate as the file stands; a draft as long as it is not sealed.
    pub fn of(commission: &Commission, record: &Record, seal_code: Option<&str>) -> Self {
        let header = &commission.header;
        let grid = commission.grid();
        let agreed = commission.agreed(record);
        let end = mark::concluded(grid, record);
        let sealed = record.sealed.as_ref();
        let last = sealed
            .and_then(|seal| seal.last.as_ref())
            .or(end.as_ref().map(|end| &end.last));
        let head = head(commission);
        let identity = identity(commission, record);
        Self {
            template: grid.texts.template.clone(),
            title: french(
                "export-title",
                &[
                    ("diploma", grid.short.as_str()),
                    ("grid", header.edition.grid_annex.as_str()),
                    ("sheet", header.edition.sheet_annex.as_str()),
                    ("name", identity.name.as_str()),
                ],
            ),
            head,
            identity,
            instructions: grid.texts.instructions.clone(),
            out_of: number(&grid.most()),
            mark: end.as_ref().map(|end| number(&end.mark)),
            penalties: grid
                .penalties
                .iter()
                .map(|penalty| {
                    let retained = record.penalties.get(&penalty.id) == Some(&true);
                    let points = penalty.fixed().or_else(|| record.amounts.get(&penalty.id));
                    PenaltyLine {
                        label: penalty.printed.clone(),
                        points: points
                            .filter(|_| retained)
                            .map(|points| format!("\u{2212}{}", number(points))),
                    }
                })
                .collect(),
            last: last.map(number),
            levels: grid
                .levels
                .iter()
                .map(|level| level.printed.clone())
                .collect(),
            aspects: grid.rubric.aspects.len(),
            rubric: grid
                .rubric
                .cells
                .iter()
                .filter_map(|cell| {
                    Some(RubricCell {
                        level: grid.level_rank(&cell.level)?,
                        aspect: cell.aspect,
                        span: cell.span,
                        text: cell.text.clone(),
                    })
                })
                .collect(),
            rows: grid
                .rows
                .iter()
                .map(|row| SheetRow {
                    title: row.title.clone(),
                    parts: row.parts.clone(),
                    indicators: row
                        .indicators
                        .iter()
                        .map(|indicator| indicator.text.clone())
                        .collect(),
                    chosen: agreed.get(&row.id).and_then(|level| grid.level_rank(level)),
                })
                .collect(),
            observations: grid
                .phases
                .iter()
                .enumerate()
                .map(|(index, phase)| Observation {
                    phase: phase.printed.clone(),
                    text: record.observations.get(&index).cloned().unwrap_or_default(),
                })
                .collect(),
            appreciation_head: grid.texts.appreciation.clone(),
            appreciation: record.appreciation.clone(),
            visas: visas(commission, record),
            code: sealed
                .and(seal_code)
                .map(|code| french("export-code", &[("code", code)])),
            draft: sealed.is_none(),
        }
    }
}

fn head(commission: &Commission) -> Head {
    let edition = &commission.header.edition;
    Head {
        diploma: commission.grid().diploma.clone(),
        session: edition.session.clone(),
        exam: edition.exam_title.clone(),
        grid_annex: edition.grid_annex.clone(),
        sheet_annex: edition.sheet_annex.clone(),
        penalty_annex: edition.penalty_annex.clone(),
        // The forms numbered 6-3 put the épreuve first, those numbered VI-3 the annex.
        annex_first: !edition
            .grid_annex
            .starts_with(|letter: char| letter.is_ascii_digit()),
    }
}

fn identity(commission: &Commission, record: &Record) -> Identity {
    let header = &commission.header;
    let grid = commission.grid();
    let candidate = &record.candidate;
    let day = record
        .begun
        .map(|begun| begun.day())
        .or(record.candidate.day)
        .or(header.day);
    Identity {
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

fn ticks(choices: &[Choice], chosen: Option<&OptionId>) -> Vec<Tick> {
    choices
        .iter()
        .map(|choice| Tick {
            label: choice.printed.clone(),
            ticked: chosen == Some(&choice.id),
        })
        .collect()
}

fn visas(commission: &Commission, record: &Record) -> Vec<String> {
    let members = &commission.header.members;
    let current = record.decision(commission.agreed(record));
    let short: Vec<String> = members.iter().map(Member::short).collect();
    let visa = |(index, member): (usize, &Member)| {
        let Visa { at, over } = record.visas.get(&index)?;
        if *over != current {
            return None;
        }
        // Two members of one name are told apart by their whole name.
        let name = short.get(index)?;
        let alone = short.iter().filter(|other| *other == name).count() == 1;
        let (hours, minutes, _) = at.clock();
        Some(french(
            "export-visa",
            &[
                ("name", if alone { name } else { &member.name }),
                ("day", &date(at.day())),
                ("hours", &hours.to_string()),
                ("minutes", &format!("{minutes:02}")),
            ],
        ))
    };
    members.iter().enumerate().filter_map(visa).collect()
}

/// Returns « 11,5 », whatever the language of the screens.
fn number(value: &Fraction) -> String {
    value.decimal(2).replace('.', ",")
}

/// Returns « 03/06/2026 », whatever the language of the screens.
fn date(day: Day) -> String {
    let (year, month, number) = day.parts();
    format!("{number:02}/{month:02}/{year}")
}
