//! The summary for the exam centre, the bordereau: one line a candidate, finished in French before
//! anything is drawn. Only a mark that is fixed is on it.

mod csv;
mod page;
mod workbook;

use super::ExportError;
use crate::domain::commission::{Commission, Record, Status};
use crate::domain::fraction::Fraction;
use crate::domain::grid::Grid;
use crate::domain::id::CandidateId;
use crate::domain::roster::{Day, Hour};
use crate::domain::verdict::{self, Outcome};
use crate::words::french;

/// The summary of a commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// « BTS SIO ».
    pub diploma: String,
    /// The épreuve's line.
    pub exam: String,
    /// The session's year.
    pub session: String,
    /// The commission's number.
    pub commission: String,
    /// The maximum, when the exam gives marks: « 20 ».
    pub out_of: Option<String>,
    /// The members of the commission.
    pub members: Vec<String>,
    /// Whether the grid has options.
    pub options: bool,
    /// One line a candidate, in the order of passage.
    pub lines: Vec<Line>,
}

/// One candidate of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The number.
    pub number: String,
    /// Family name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The option, empty when unknown.
    pub option: String,
    /// Day of the oral.
    pub day: Option<Day>,
    /// Hour of passage.
    pub hour: Option<Hour>,
    /// What the commission decided.
    pub result: Result,
    /// The code printed on the sheets, once fixed.
    pub code: String,
}

/// What the commission decided of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Result {
    /// NOTE FINALE.
    Mark(Fraction),
    /// What blocs decide: « Validation partielle : bloc 1 ».
    Verdict(String),
    /// Absent.
    Absent,
    /// Heard by this other commission.
    Moved(String),
    /// Not fixed.
    Open,
}

/// The columns, in order; the centre's words.
pub const COLUMNS: [&str; 9] = [
    "summary-number",
    "summary-last-name",
    "summary-first-name",
    "summary-option",
    "summary-result",
    "summary-state",
    "summary-date",
    "summary-hour",
    "summary-code",
];

impl Summary {
    /// Returns the summary of a commission; `code` gives the code of a candidate's sheets.
    pub fn of<'a>(commission: &Commission, code: impl Fn(&CandidateId) -> Option<&'a str>) -> Self {
        let header = &commission.header;
        let grid = commission.grid();
        let lines = commission.by_passage().into_iter().map(|record| {
            let candidate = &record.candidate;
            Line {
                number: candidate.number.to_string(),
                last_name: candidate.last_name.clone(),
                first_name: candidate.first_name.clone(),
                option: candidate
                    .option
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                day: record
                    .begun
                    .map(|begun| begun.day())
                    .or(candidate.day)
                    .or(header.day),
                hour: candidate.passage,
                result: result(commission, record),
                code: code(&candidate.number).unwrap_or_default().to_owned(),
            }
        });
        Self {
            diploma: grid.diploma.clone(),
            exam: header.edition.exam_title.clone(),
            session: header.edition.session.clone(),
            commission: header.number.clone(),
            out_of: grid.mark.as_ref().map(|_| number(&grid.most())),
            members: header
                .members
                .iter()
                .map(|member| member.name.clone())
                .collect(),
            options: !grid.options.is_empty(),
            lines: lines.collect(),
        }
    }

    /// Returns how many candidates wait for their mark to be fixed.
    pub fn open(&self) -> usize {
        let open = self.lines.iter().filter(|line| line.result == Result::Open);
        open.count()
    }

    /// Returns « Bordereau de la commission 12, session 2026 ».
    pub fn title(&self) -> String {
        french(
            "summary-title",
            &[
                ("number", self.commission.as_str()),
                ("session", self.session.as_str()),
            ],
        )
    }

    /// Returns « Provisoire : … » as long as marks are not fixed.
    pub fn notice(&self) -> Option<String> {
        let open = self.open();
        let key = match open {
            0 => return None,
            1 => "summary-draft-one",
            _ => "summary-draft",
        };
        Some(french(key, &[("count", open.to_string().as_str())]))
    }

    /// Returns the head of a column.
    pub fn head(&self, column: usize) -> String {
        let key = COLUMNS.get(column).copied().unwrap_or_default();
        match &self.out_of {
            Some(most) if key == "summary-result" => {
                french("summary-result-mark", &[("most", most.as_str())])
            }
            _ => french(key, &[]),
        }
    }

    /// Returns the PDF: PDF/A-2, on as many portrait pages as it takes.
    pub fn pdf(&self) -> std::result::Result<Vec<u8>, ExportError> {
        page::pdf(self)
    }

    /// Returns the workbook: marks as numbers, days as days, everything else as text.
    pub fn xlsx(&self) -> std::result::Result<Vec<u8>, ExportError> {
        workbook::write(self)
    }

    /// Returns the text that a French spreadsheet opens by a double press: semicolons, decimal
    /// comma, and no cell that could be taken for a formula.
    pub fn csv(&self) -> String {
        csv::write(self)
    }
}

impl Line {
    /// Returns what stands under the result: « 11,5 », « Validation totale », or nothing.
    pub fn shown(&self) -> String {
        match &self.result {
            Result::Mark(mark) => number(mark),
            Result::Verdict(words) => words.clone(),
            Result::Absent | Result::Moved(_) | Result::Open => String::new(),
        }
    }

    /// Returns the state: « Arrêtée », « Absent », « Commission 14 », « Non arrêtée ».
    pub fn state(&self) -> String {
        match &self.result {
            Result::Mark(_) | Result::Verdict(_) => french("summary-fixed", &[]),
            Result::Absent => french("summary-absent", &[]),
            Result::Moved(to) => french("summary-moved", &[("number", to.as_str())]),
            Result::Open => french("summary-open", &[]),
        }
    }

    /// Returns « 12/05/2026 ».
    pub fn date(&self) -> String {
        let Some((year, month, day)) = self.day.map(Day::parts) else {
            return String::new();
        };
        format!("{day:02}/{month:02}/{year:04}")
    }

    /// Returns « 08:45 ».
    pub fn time(&self) -> String {
        self.hour.map(Hour::iso).unwrap_or_default()
    }

    /// Returns the cells of the line as text, in the order of the columns.
    pub fn cells(&self) -> [String; 9] {
        [
            self.number.clone(),
            self.last_name.clone(),
            self.first_name.clone(),
            self.option.clone(),
            self.shown(),
            self.state(),
            self.date(),
            self.time(),
            self.code.clone(),
        ]
    }
}

fn result(commission: &Commission, record: &Record) -> Result {
    match (commission.status(record), &record.sealed) {
        (Status::Sealed, Some(seal)) => match &seal.last {
            Some(mark) => Result::Mark(mark.clone()),
            None => Result::Verdict(outcome(
                commission.grid(),
                &verdict::outcome(commission.grid(), &record.rulings),
            )),
        },
        (Status::Absent, _) => Result::Absent,
        (Status::Moved, _) => {
            let to = record.moved.as_ref().map(|moved| moved.to.clone());
            Result::Moved(to.unwrap_or_default())
        }
        _ => Result::Open,
    }
}

fn outcome(grid: &Grid, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Pending => String::new(),
        Outcome::Full => french("summary-full", &[]),
        Outcome::None => french("summary-none", &[]),
        Outcome::Partial(acquired) => {
            let titles: Vec<String> = grid
                .outer_sections()
                .filter(|section| acquired.contains(&section.id))
                .map(|section| section.short.clone())
                .collect();
            french("summary-partial", &[("blocs", titles.join(", ").as_str())])
        }
    }
}

fn number(value: &Fraction) -> String {
    value.decimal(2).replace('.', ",")
}
