//! What one place at the table may see of a candidate's record: everything but the columns that
//! are closed to it. Screens receive a seat, never a record.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{self, Departure, Missing, PenaltyFinding};
use super::commission::{Column, Commission, Record, Status, Ticking};
use super::edit::Author;
use super::id::{CandidateId, LevelId, PenaltyId, PieceId, RowId};
use super::mark::{self, Final, Profile, Proposal};
use super::reconcile::{Comparison, Sight};
use super::verdict::{self, Outcome, SectionVerdict};

/// A candidate's record as seen from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who looks.
    pub viewer: Author,
    /// The record, without the columns that are closed to the viewer.
    pub record: Record,
    /// Each member's column, or how far it is.
    pub sights: Vec<Sight>,
    /// How this candidate is ticked.
    pub ticking: Ticking,
    /// Where the candidate stands.
    pub status: Status,
    /// Whether every column is open and finished, so that the profile can be settled.
    pub graded: bool,
    /// The settled levels.
    pub agreed: BTreeMap<RowId, LevelId>,
    /// The rows side by side, once the columns are open.
    pub comparisons: Vec<Comparison>,
    /// What the settled levels propose.
    pub proposal: Proposal,
    /// Where each bloc stands by the settled levels; empty when blocs do not decide.
    pub verdicts: Vec<SectionVerdict>,
    /// The whole, as the commission ruled.
    pub outcome: Outcome,
    /// Rows that the candidate is excused from.
    pub waived: BTreeSet<RowId>,
    /// From NOTE to NOTE FINALE, once there is a NOTE.
    pub end: Option<Final>,
    /// How NOTE stands to the proposal.
    pub departure: Departure,
    /// Rows settled as not assessable.
    pub not_assessable: Vec<RowId>,
    /// What the papers say of each penalty.
    pub findings: BTreeMap<PenaltyId, PenaltyFinding>,
    /// Required papers that the dossier lacks; none when there is no dossier.
    pub missing_pieces: Vec<PieceId>,
    /// What misses before the mark can be fixed.
    pub missing: Vec<Missing>,
}

/// One line of the commission's table: no level, no mark that was not fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub candidate: super::roster::Candidate,
    /// Where the candidate stands.
    pub status: Status,
    /// Of each member: rows graded, and whether the column is validated.
    pub progress: Vec<(usize, bool)>,
    /// Rows graded in the shared column, when ticks are common.
    pub common: Option<(usize, bool)>,
    /// Required papers that miss; none when there is no dossier yet.
    pub missing_pieces: Option<Vec<super::id::PieceId>>,
    /// Whether a penalty that the papers propose is still to decide.
    pub penalty_to_decide: bool,
    /// Rows on which the members differ and that wait for the commission.
    pub open_disagreements: usize,
    /// NOTE FINALE, once fixed.
    pub last: Option<super::fraction::Fraction>,
    /// When the absence was established.
    pub absent: Option<super::roster::Moment>,
    /// Number of the commission that hears the candidate instead.
    pub moved: Option<String>,
    /// Fields that two copies filled differently and that wait for the commission.
    pub unsettled: usize,
    /// What came too late for a mark that is fixed.
    pub late: usize,
}

impl Commission {
    /// Returns a candidate's record as `viewer` may see it.
    pub fn seat(&self, candidate: &CandidateId, viewer: Author) -> Option<Seat> {
        let record = self.record(candidate)?;
        let sights = self.sights(record, viewer);
        let mut open = record.clone();
        for (member, sight) in sights.iter().enumerate() {
            if matches!(sight, Sight::Hidden { .. }) {
                let _ = open.columns.remove(&Author::Member(member));
                let own = Some(Author::Member(member));
                open.conflicts
                    .retain(|conflict| conflict.slot.column() != own);
            }
        }
        let agreed = self.agreed(record);
        let profile = Profile::of(self, record);
        Some(Seat {
            viewer,
            record: open,
            sights,
            ticking: self.ticking(record),
            status: self.status(record),
            graded: self.is_graded(record),
            comparisons: self.comparisons(record),
            proposal: mark::propose(self.grid(), &profile),
            verdicts: verdict::sections(self.grid(), &profile),
            outcome: verdict::outcome(self.grid(), &record.rulings),
            waived: profile.waived,
            end: mark::concluded(self.grid(), record),
            departure: check::departure(self, record),
            not_assessable: check::not_assessable(self, record),
            findings: self
                .grid()
                .penalties
                .iter()
                .map(|penalty| {
                    (
                        penalty.id.clone(),
                        check::penalty_finding(self, record, penalty),
                    )
                })
                .collect(),
            missing_pieces: check::missing_pieces(self, record),
            missing: check::missing(self, record),
            agreed,
        })
    }

    /// Returns the commission's table in the order of passage.
    pub fn lines(&self) -> Vec<Line> {
        let progress = |record: &Record, author| {
            let column = record.column(author).cloned().unwrap_or_default();
            (column.levels.len(), column.validated)
        };
        let line = |record: &Record| Line {
            candidate: record.candidate.clone(),
            status: self.status(record),
            progress: (0..self.header.members.len())
                .map(|member| progress(record, Author::Member(member)))
                .collect(),
            common: (self.ticking(record) == Ticking::Common)
                .then(|| progress(record, Author::Commission)),
            missing_pieces: record
                .dossier
                .as_ref()
                .map(|_| check::missing_pieces(self, record)),
            penalty_to_decide: self.grid().penalties.iter().any(|penalty| {
                !record.penalties.contains_key(&penalty.id)
                    && matches!(
                        check::penalty_finding(self, record, penalty),
                        check::PenaltyFinding::Absent(_)
                            | check::PenaltyFinding::Inaccessible(_)
                            | check::PenaltyFinding::Untried(_)
                    )
            }),
            open_disagreements: self
                .comparisons(record)
                .iter()
                .filter(|row| row.is_open())
                .count(),
            last: record.sealed.as_ref().and_then(|seal| seal.last.clone()),
            absent: record.absent,
            moved: record.moved.as_ref().map(|moved| moved.to.clone()),
            unsettled: record.unsettled().len(),
            late: record.late().len(),
        };
        self.by_passage().into_iter().map(line).collect()
    }
}

impl Seat {
    /// Returns the column that the viewer ticks, empty when nothing was ticked.
    pub fn own(&self) -> Column {
        self.record.column(self.viewer).cloned().unwrap_or_default()
    }

    /// Returns whether the viewer can still tick.
    pub fn can_tick(&self) -> bool {
        let mine = match self.viewer {
            Author::Member(_) => self.ticking != Ticking::Common,
            Author::Commission => self.ticking == Ticking::Common,
        };
        mine && self.record.sealed.is_none()
            && self.record.absent.is_none()
            && self.record.moved.is_none()
            && !self.own().validated
    }
}
