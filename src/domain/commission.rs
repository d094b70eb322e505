//! The document: a grid, an edition, members, and one record a candidate. The only thing that
//! changes, and only through [`super::edit::Edit`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::conflict::Conflict;
use super::dossier::{Access, Dossier};
use super::edit::Author;
use super::fraction::Fraction;
use super::grid::{Edition, Grid, IndicatorKind};
use super::id::{
    CandidateId, CodeHash, CopyId, IndicatorId, LevelId, OptionId, PenaltyId, PieceId, QuestionId,
    RowId, SectionId,
};
use super::roster::{Candidate, Day, Hour, Moment};
use super::time_log::Timed;

/// What a commission is, settled when its file is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The grid, frozen in the file.
    pub grid: Arc<Grid>,
    /// The session's form.
    pub edition: Edition,
    /// Number of the commission, as given by the centre.
    pub number: String,
    /// The members, in order: member 1, member 2.
    pub members: Vec<Member>,
    /// Which of the grid's forms of the exam: ponctuelle, CCF.
    pub mode: OptionId,
    /// How members tick, unless a candidate's record says otherwise.
    pub ticking: Ticking,
    /// Day of the orals, when it is known.
    pub day: Option<Day>,
    /// Whether it is an exercise on fictional persons: nothing that it decides counts.
    pub exercise: bool,
}

/// A member of the commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Name as addressed and printed: « Mme Hélène SPÉCIMEN ».
    pub name: String,
    /// In which of the grid's qualities the member sits.
    pub quality: String,
}

impl Member {
    /// Returns how the member is called across a table: civility and last word of the name.
    pub fn short(&self) -> String {
        let words: Vec<&str> = self.name.split_whitespace().collect();
        match words.as_slice() {
            [civility, .., last] => {
                let mut letters = last.chars();
                let first: String = letters.next().into_iter().collect();
                let rest = letters.as_str().to_lowercase();
                format!("{civility} {first}{rest}")
            }
            _ => self.name.clone(),
        }
    }
}

/// How the members of a commission tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticking {
    /// One shared column.
    Common,
    /// A column each, open to both.
    Separate,
    /// A column each, closed to the other until both have validated.
    Blind,
}

/// Everything that was decided by a commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commission {
    /// What it is.
    pub header: Header,
    /// One record a candidate, in the order of their arrival in the file.
    pub records: Vec<Record>,
    /// Members whose column is filled in their own copy, and which.
    pub lent: BTreeMap<usize, CopyId>,
    /// Members' personal codes, as they are kept.
    pub codes: BTreeMap<usize, CodeHash>,
    /// Codes that were forgotten and replaced, for everybody to see.
    pub resets: Vec<CodeReset>,
}

/// A forgotten code that was replaced or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeReset {
    /// When.
    pub at: Moment,
    /// Who vouched for it: another member with their own code, or nobody but the commission.
    pub by: Author,
    /// Whose code.
    pub member: usize,
    /// Why.
    pub reason: String,
}

/// Everything about one candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Who.
    pub candidate: Candidate,
    /// How this candidate is ticked, when it departs from the commission's way.
    pub ticking: Option<Ticking>,
    /// When the identity was confirmed and the oral begun.
    pub begun: Option<Moment>,
    /// When the absence was established.
    pub absent: Option<Moment>,
    /// Since when and to which commission the candidate was moved.
    pub moved: Option<Moved>,
    /// The papers.
    pub dossier: Option<Dossier>,
    /// Whether each online portfolio opened, by address.
    pub access: BTreeMap<String, Access>,
    /// What the jury established of each required paper.
    pub pieces: BTreeMap<PieceId, PieceState>,
    /// Questions prepared for the exchange.
    pub questions: Vec<Question>,
    /// A column a member, and the commission's own: shared ticks, or levels settled together.
    pub columns: BTreeMap<Author, Column>,
    /// The chronometer.
    pub timer: Timer,
    /// Every value that it took, and when.
    pub times: Vec<Timed>,
    /// Rows that the candidate is excused from, with the reason.
    pub waived_rows: BTreeMap<RowId, String>,
    /// Criteria that the candidate is excused from, with the reason.
    pub waived_indicators: BTreeMap<IndicatorId, String>,
    /// Points that the commission adds to the proposal.
    pub bonus: Option<Fraction>,
    /// NOTE of the commission, before penalties.
    pub mark: Option<Fraction>,
    /// What the commission ruled on each bloc: acquired or not.
    pub rulings: BTreeMap<SectionId, bool>,
    /// Why the decision departs from the proposal.
    pub reason: String,
    /// Penalties decided: retained or not.
    pub penalties: BTreeMap<PenaltyId, bool>,
    /// Points of the penalties whose amount the commission chooses.
    pub amounts: BTreeMap<PenaltyId, Fraction>,
    /// Observations, by phase.
    pub observations: BTreeMap<usize, String>,
    /// Appreciation, communicable.
    pub appreciation: String,
    /// Visas given, each with what it covers.
    pub visas: BTreeMap<usize, Visa>,
    /// The decision, once it is fixed.
    pub sealed: Option<Seal>,
    /// Former decisions that were reopened.
    pub reopened: Vec<Reopening>,
    /// What two copies put in one field, or what came too late, until it is settled.
    pub conflicts: Vec<Conflict>,
}

/// A candidate who is heard by another commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// When it was noted.
    pub at: Moment,
    /// Number of the other commission.
    pub to: String,
}

/// What one author ticked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Level by row.
    pub levels: BTreeMap<RowId, LevelId>,
    /// Indicators marked, as evidence.
    pub seen: BTreeMap<IndicatorId, Seen>,
    /// Rows « à creuser »: to come back to before the oral ends.
    pub flags: BTreeSet<RowId>,
    /// Whether the author said that the column is finished.
    pub validated: bool,
}

/// What was seen of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Vu.
    Yes,
    /// Partiel.
    Partly,
    /// Non vu.
    No,
}

impl Seen {
    /// Returns whether a situation of which this was seen was met. Seen in part counts: how well it
    /// was mastered is the level's business.
    pub fn covers(self) -> bool {
        matches!(self, Seen::Yes | Seen::Partly)
    }
}

/// What the jury established of a required paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceState {
    /// It is there and can be read.
    Conform,
    /// It is missing or cannot be reached.
    Missing,
}

/// A question prepared for the exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Name in the file.
    pub id: QuestionId,
    /// The question.
    pub text: String,
    /// The row it is about, if any.
    pub row: Option<RowId>,
    /// Title of the réalisation it is about, if any.
    pub realisation: Option<String>,
    /// Whether it was asked.
    pub asked: bool,
}

/// The chronometer of one oral. Times are in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timer {
    /// The phase under way, or the next one to start.
    pub phase: usize,
    /// Time counted in each phase that was begun.
    pub spent: Vec<u64>,
    /// Since when the current phase runs; none when paused.
    pub since: Option<Moment>,
    /// Whether the last phase was ended.
    pub finished: bool,
    /// Why it is paused; empty when it runs, or when nobody said.
    pub reason: String,
}

/// A member's agreement with a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visa {
    /// When it was given.
    pub at: Moment,
    /// What was agreed to: the visa falls when the decision changes.
    pub over: Decision,
}

/// All that a decision is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The level of every row.
    pub levels: BTreeMap<RowId, LevelId>,
    /// Rows and criteria that the candidate is excused from.
    pub waived: (BTreeMap<RowId, String>, BTreeMap<IndicatorId, String>),
    /// Points added.
    pub bonus: Option<Fraction>,
    /// NOTE.
    pub mark: Option<Fraction>,
    /// What was ruled on each bloc.
    pub rulings: BTreeMap<SectionId, bool>,
    /// The reason.
    pub reason: String,
    /// Penalties decided.
    pub penalties: BTreeMap<PenaltyId, bool>,
    /// Points of the penalties whose amount is chosen.
    pub amounts: BTreeMap<PenaltyId, Fraction>,
    /// Observations.
    pub observations: BTreeMap<usize, String>,
    /// Appreciation.
    pub appreciation: String,
}

/// A decision that is fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// When.
    pub at: Moment,
    /// NOTE FINALE at that moment; none when the exam gives no mark.
    pub last: Option<Fraction>,
}

/// A decision that was fixed, then reopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// When it was reopened.
    pub at: Moment,
    /// Why.
    pub reason: String,
    /// The decision that was fixed until then.
    pub former: Seal,
}

/// Where a candidate stands in the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Not begun.
    Waiting,
    /// Being heard or graded.
    Started,
    /// Graded by all; to be settled and decided.
    ToDecide,
    /// The mark is fixed.
    Sealed,
    /// Did not come.
    Absent,
    /// Heard by another commission.
    Moved,
}

impl Commission {
    /// Returns a commission without candidates.
    pub fn new(header: Header) -> Self {
        Self {
            header,
            records: Vec::new(),
            lent: BTreeMap::new(),
            codes: BTreeMap::new(),
            resets: Vec::new(),
        }
    }

    /// Returns the grid.
    pub fn grid(&self) -> &Grid {
        &self.header.grid
    }

    /// Returns the record of a candidate.
    pub fn record(&self, id: &CandidateId) -> Option<&Record> {
        self.records
            .iter()
            .find(|record| record.candidate.number == *id)
    }

    pub(super) fn record_mut(&mut self, id: &CandidateId) -> Option<&mut Record> {
        self.records
            .iter_mut()
            .find(|record| record.candidate.number == *id)
    }

    /// Returns the records in the order of passage, then of arrival.
    pub fn by_passage(&self) -> Vec<&Record> {
        let mut records: Vec<&Record> = self.records.iter().collect();
        records.sort_by_key(|record| {
            let candidate = &record.candidate;
            (
                candidate.day.or(self.header.day),
                candidate.passage.map_or(u16::MAX, Hour::minutes),
                candidate.rank.unwrap_or(u32::MAX),
            )
        });
        records
    }

    /// Returns how a candidate is ticked.
    pub fn ticking(&self, record: &Record) -> Ticking {
        record.ticking.unwrap_or(self.header.ticking)
    }

    /// Returns where a candidate stands.
    pub fn status(&self, record: &Record) -> Status {
        if record.sealed.is_some() {
            Status::Sealed
        } else if record.moved.is_some() {
            Status::Moved
        } else if record.absent.is_some() {
            Status::Absent
        } else if self.is_graded(record) {
            Status::ToDecide
        } else if record.is_touched() {
            Status::Started
        } else {
            Status::Waiting
        }
    }

    /// Returns the length of a phase for a candidate, in seconds.
    pub fn phase_seconds(&self, candidate: &Candidate, phase: usize) -> u32 {
        let usual = self
            .grid()
            .phases
            .get(phase)
            .map_or(0, |phase| phase.seconds);
        candidate.seconds.get(phase).copied().unwrap_or(usual)
    }
}

impl Record {
    /// Returns the empty record of a candidate.
    pub fn new(candidate: Candidate) -> Self {
        Self {
            candidate,
            ticking: None,
            begun: None,
            absent: None,
            moved: None,
            dossier: None,
            access: BTreeMap::new(),
            pieces: BTreeMap::new(),
            questions: Vec::new(),
            columns: BTreeMap::new(),
            timer: Timer::default(),
            times: Vec::new(),
            waived_rows: BTreeMap::new(),
            waived_indicators: BTreeMap::new(),
            bonus: None,
            mark: None,
            rulings: BTreeMap::new(),
            reason: String::new(),
            penalties: BTreeMap::new(),
            amounts: BTreeMap::new(),
            observations: BTreeMap::new(),
            appreciation: String::new(),
            visas: BTreeMap::new(),
            sealed: None,
            reopened: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    /// Returns what an author ticked.
    pub fn column(&self, author: Author) -> Option<&Column> {
        self.columns.get(&author)
    }

    /// Returns whether anybody ticked a level or an indicator.
    pub fn is_ticked(&self) -> bool {
        self.columns
            .values()
            .any(|column| !column.levels.is_empty() || !column.seen.is_empty() || column.validated)
    }

    /// Returns the rows that leave the sums: those the candidate is excused from, and those of which
    /// every criterion is.
    pub fn waived(&self, grid: &Grid) -> BTreeSet<RowId> {
        let emptied = |row: &&super::grid::Row| {
            let mut criteria = row
                .indicators
                .iter()
                .filter(|indicator| indicator.kind == IndicatorKind::Criterion)
                .peekable();
            criteria.peek().is_some()
                && criteria.all(|criterion| self.waived_indicators.contains_key(&criterion.id))
        };
        let emptied = grid.rows.iter().filter(emptied).map(|row| row.id.clone());
        self.waived_rows.keys().cloned().chain(emptied).collect()
    }

    /// Returns whether the oral or its grading began.
    pub fn is_touched(&self) -> bool {
        self.begun.is_some() || self.is_ticked() || !self.timer.spent.is_empty()
    }

    /// Returns what a visa given now would cover.
    pub fn decision(&self, levels: BTreeMap<RowId, LevelId>) -> Decision {
        Decision {
            levels,
            waived: (self.waived_rows.clone(), self.waived_indicators.clone()),
            bonus: self.bonus.clone(),
            mark: self.mark.clone(),
            rulings: self.rulings.clone(),
            reason: self.reason.clone(),
            penalties: self.penalties.clone(),
            amounts: self.amounts.clone(),
            observations: self.observations.clone(),
            appreciation: self.appreciation.clone(),
        }
    }
}

impl Timer {
    /// Returns the time counted in a phase at `now`, in milliseconds.
    pub fn elapsed(&self, phase: usize, now: Moment) -> u64 {
        let counted = self.spent.get(phase).copied().unwrap_or(0);
        let running = match self.since {
            Some(since) if phase == self.phase => now.since(since),
            _ => 0,
        };
        counted.saturating_add(running)
    }

    /// Returns the chronometer stopped at `now`.
    pub fn paused(&self, now: Moment) -> Self {
        let mut paused = self.clone();
        paused.count(now);
        paused
    }

    /// Returns the chronometer running in its phase from `now`.
    pub fn running(&self, now: Moment) -> Self {
        let mut running = self.paused(now);
        running.since = Some(now);
        running.finished = false;
        running.reason = String::new();
        running
    }

    /// Returns the chronometer at the phase after this one, running if this one was; past the last
    /// of `phases` it is finished.
    pub fn next_phase(&self, now: Moment, phases: usize) -> Self {
        let mut next = self.paused(now);
        if self.phase + 1 < phases {
            next.phase = self.phase + 1;
            next.spent.resize(next.phase + 1, 0);
            next.since = self.since.map(|_| now);
        } else {
            next.finished = true;
        }
        next
    }

    fn count(&mut self, now: Moment) {
        let total = self.elapsed(self.phase, now);
        if self.spent.len() <= self.phase {
            self.spent.resize(self.phase + 1, 0);
        }
        if let Some(spent) = self.spent.get_mut(self.phase) {
            *spent = total;
        }
        self.since = None;
    }
}
