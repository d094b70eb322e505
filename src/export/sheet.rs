//! What one candidate's sheets say, finished: texts and positions of ticks, in French, without
//! anything left to decide. Built from a commission and a record; drawn by the template.

mod format;
mod identity;
mod outcome;
mod rows;
mod sums;

pub use identity::{Head, Identity, Signature, Tick};
pub use outcome::{Decision, ToProve, Verdict};
pub use rows::{LevelCell, Line, Mark, Part, SectionHead, SheetRow};
pub use sums::{BonusLine, PenaltyLine, SumLine, Sums};

use format::{instant, number};

use super::template::Template;
use crate::domain::commission::{Commission, Record};
use crate::domain::grid::Grid;
use crate::domain::mark;
use crate::domain::roster::Moment;
use crate::words::french;

/// One candidate's sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which template draws it.
    pub template: Template,
    /// Title of the document.
    pub title: String,
    /// What the head of every page says.
    pub head: Head,
    /// Who was heard, by whom, when.
    pub identity: Identity,
    /// The instructions above the NOTE, one paragraph an entry.
    pub instructions: Vec<String>,
    /// The maximum, « 20 »; none when the exam gives no mark.
    pub out_of: Option<String>,
    /// NOTE, once there is one: « 11,5 ».
    pub mark: Option<String>,
    /// How a mark is proposed; none when the exam gives no mark.
    pub sums: Option<Sums>,
    /// The points that the commission may add, where the form has some.
    pub bonus: Option<BonusLine>,
    /// The penalties of the form, retained or not.
    pub penalties: Vec<PenaltyLine>,
    /// NOTE FINALE, once there is one.
    pub last: Option<String>,
    /// What blocs decide; none where the mark decides.
    pub decision: Option<Decision>,
    /// Why the decision departs from the proposal: for the jury alone.
    pub reason: String,
    /// The levels as printed, in the order of the columns.
    pub levels: Vec<String>,
    /// How many lines the rubric has.
    pub aspects: usize,
    /// The descriptors of the levels.
    pub rubric: Vec<RubricCell>,
    /// The sections and their rows, in the order of the form.
    pub parts: Vec<Part>,
    /// The rows, in the order of the grid.
    pub rows: Vec<SheetRow>,
    /// The observations, one entry a phase.
    pub observations: Vec<Observation>,
    /// The head of the appréciation.
    pub appreciation_head: String,
    /// The appréciation.
    pub appreciation: String,
    /// « Absence constatée le 03/06/2026 à 10 h 12. », when it was.
    pub absent: Option<String>,
    /// The members, each with the visa that covers this decision.
    pub signatures: Vec<Signature>,
    /// The visas that cover this decision: « Mme Spécimen, le 03/06/2026 à 11 h 30 ».
    pub visas: Vec<String>,
    /// « Empreinte : 7F3A-91C2 », once the mark is fixed.
    pub code: Option<String>,
    /// Whether the mark is not fixed yet.
    pub draft: bool,
    /// Whether it is of an exercise: said on every page, whatever was fixed.
    pub exercise: bool,
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
        let grid = commission.grid();
        let end = mark::concluded(grid, record);
        let sealed = record.sealed.as_ref();
        let last = sealed
            .and_then(|seal| seal.last.as_ref())
            .or(end.as_ref().map(|end| &end.last));
        let identity = Identity::of(commission, record);
        let signatures = identity::signatures(commission, record);
        let (verdicts, decision) = outcome::decided(commission, record);
        Self {
            template: Template::of(grid),
            title: identity::title(commission, &identity.name),
            head: Head::of(commission),
            instructions: grid.texts.instructions.clone(),
            out_of: grid.mark.as_ref().map(|_| number(&grid.most())),
            mark: end.as_ref().map(|end| number(&end.mark)),
            sums: sums::sums(commission, record),
            bonus: sums::bonus(grid, record),
            penalties: sums::penalties(grid, record),
            last: last.map(number),
            decision,
            reason: record.reason.clone(),
            levels: grid
                .levels
                .iter()
                .map(|level| level.printed.clone())
                .collect(),
            aspects: grid.rubric.aspects.len(),
            rubric: rubric(grid),
            parts: rows::parts(grid, &verdicts),
            rows: rows::rows(commission, record),
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
            absent: record.absent.map(absence),
            visas: signatures
                .iter()
                .filter_map(|signature| signature.visa.clone())
                .collect(),
            signatures,
            code: sealed
                .and(seal_code)
                .filter(|_| !commission.header.exercise)
                .map(|code| french("export-code", &[("code", code)])),
            draft: sealed.is_none(),
            exercise: commission.header.exercise,
            identity,
        }
    }
}

fn rubric(grid: &Grid) -> Vec<RubricCell> {
    let cells = grid.rubric.cells.iter();
    cells
        .filter_map(|cell| {
            Some(RubricCell {
                level: grid.level_rank(&cell.level)?,
                aspect: cell.aspect,
                span: cell.span,
                text: cell.text.clone(),
            })
        })
        .collect()
}

fn absence(at: Moment) -> String {
    let (day, hours, minutes) = instant(at);
    french(
        "export-absent",
        &[("day", &day), ("hours", &hours), ("minutes", &minutes)],
    )
}
