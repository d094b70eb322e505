//! A field of a record that two copies filled differently, and a gesture that came too late: both
//! stay in sight until the commission settles them. Knows nothing of files.

use super::commission::{Question, Record};
use super::dossier::PieceKind;
use super::dossier::amend::Spot;
use super::edit::{Author, Change, Edit, Stamp};
use super::id::{CopyId, IndicatorId, PenaltyId, PieceId, QuestionId, RowId, SectionId};

/// One field of a candidate's record: what a single gesture fills.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// What the list says, and whether the candidate is on it.
    Roster,
    /// The way of ticking.
    Ticking,
    /// Whether the oral began.
    Begun,
    /// Whether the candidate is absent.
    Absent,
    /// Whether the candidate went to another commission.
    Moved,
    /// The papers.
    Dossier,
    /// A correction of the tableau's reading.
    Amended(Spot),
    /// What a paper of the dossier is.
    Label(String),
    /// Whether an online portfolio opens.
    Access(String),
    /// State of a required paper.
    Piece(PieceId),
    /// A prepared question.
    Question(QuestionId),
    /// A level in a column.
    Level(Author, RowId),
    /// An indicator in a column.
    Indicator(Author, IndicatorId),
    /// A row flagged in a column.
    Flag(Author, RowId),
    /// Whether a column is finished.
    Validated(Author),
    /// A row that the candidate is excused from.
    WaivedRow(RowId),
    /// A criterion that the candidate is excused from.
    WaivedIndicator(IndicatorId),
    /// The chronometer.
    Timer,
    /// Points added.
    Bonus,
    /// NOTE.
    Mark,
    /// What was ruled on a bloc.
    Ruling(SectionId),
    /// Its reason.
    Reason,
    /// A penalty.
    Penalty(PenaltyId),
    /// How many points a penalty takes.
    Amount(PenaltyId),
    /// Observations on a phase.
    Observation(usize),
    /// Appreciation.
    Appreciation,
    /// A member's visa.
    Visa(usize),
    /// Whether the mark is fixed.
    Seal,
}

/// What one copy put in the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The gesture.
    pub edit: Edit,
    /// Who and when.
    pub stamp: Stamp,
    /// The copy it was made in; none for the commission's own file.
    pub copy: Option<CopyId>,
}

/// A field that waits for the commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The field.
    pub slot: Slot,
    /// What was put in it without knowing of the others, in the order of the merged journal. Only
    /// one side when it alone came too late.
    pub sides: Vec<Side>,
}

impl Slot {
    /// Returns the field that `change` fills when `author` makes it.
    pub fn of(change: &Change, author: Author) -> Slot {
        match change {
            Change::Correct(_) => Slot::Roster,
            Change::Ticking(_) => Slot::Ticking,
            Change::Begin(_) => Slot::Begun,
            Change::Absent(_) => Slot::Absent,
            Change::Move(_) => Slot::Moved,
            Change::Dossier(_) => Slot::Dossier,
            Change::Amend(spot, _) => Slot::Amended(*spot),
            Change::Label(path, _) => Slot::Label(path.clone()),
            Change::Access(path, _) => Slot::Access(path.clone()),
            Change::Piece(piece, _) => Slot::Piece(piece.clone()),
            Change::AddQuestion(question) => Slot::Question(question.id.clone()),
            Change::RemoveQuestion(id) | Change::Asked(id, _) => Slot::Question(id.clone()),
            Change::Level(row, _) => Slot::Level(author, row.clone()),
            Change::Indicator(indicator, _) => Slot::Indicator(author, indicator.clone()),
            Change::Flag(row, _) => Slot::Flag(author, row.clone()),
            Change::Validate(_) => Slot::Validated(author),
            Change::WaiveRow(row, _) => Slot::WaivedRow(row.clone()),
            Change::WaiveIndicator(indicator, _) => Slot::WaivedIndicator(indicator.clone()),
            Change::Bonus(_) => Slot::Bonus,
            Change::Ruling(section, _) => Slot::Ruling(section.clone()),
            Change::Amount(penalty, _) => Slot::Amount(penalty.clone()),
            Change::Timer(_) => Slot::Timer,
            Change::Mark(_) => Slot::Mark,
            Change::Reason(_) => Slot::Reason,
            Change::Penalty(penalty, _) => Slot::Penalty(penalty.clone()),
            Change::Observation(phase, _) => Slot::Observation(*phase),
            Change::Appreciation(_) => Slot::Appreciation,
            Change::Visa(_) => Slot::Visa(match author {
                Author::Member(member) => member,
                Author::Commission => usize::MAX,
            }),
            Change::Seal | Change::Reopen(_) => Slot::Seal,
            Change::Settle(author, change) => Slot::of(change, *author),
        }
    }

    /// Returns the field that a whole edit fills.
    pub fn of_edit(edit: &Edit, author: Author) -> Option<Slot> {
        match edit {
            Edit::AddCandidate(_) | Edit::RemoveCandidate(_) => Some(Slot::Roster),
            Edit::Of(_, change) => Some(Slot::of(change, author)),
            Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => None,
        }
    }

    /// Returns whose column the field is in, when it is in one.
    pub fn column(&self) -> Option<Author> {
        match self {
            Slot::Level(author, _)
            | Slot::Indicator(author, _)
            | Slot::Flag(author, _)
            | Slot::Validated(author) => Some(*author),
            _ => None,
        }
    }

    /// Returns whether the field is about the papers that were joined, and goes with them.
    pub fn is_of_papers(&self) -> bool {
        matches!(self, Slot::Amended(_) | Slot::Label(_))
    }

    /// Returns whether a decision, and so a visa, depends on the field.
    pub fn weighs(&self) -> bool {
        !matches!(
            self,
            Slot::Begun
                | Slot::Dossier
                | Slot::Amended(_)
                | Slot::Label(_)
                | Slot::Access(_)
                | Slot::Piece(_)
                | Slot::Question(_)
                | Slot::Timer
                | Slot::Flag(..)
                | Slot::Visa(_)
        )
    }

    /// Returns the change that would fill the field with what it holds.
    pub fn held(&self, record: &Record) -> Change {
        let column = |author: &Author| record.column(*author);
        match self {
            Slot::Roster => Change::Correct(record.candidate.clone()),
            Slot::Ticking => Change::Ticking(record.ticking),
            Slot::Begun => Change::Begin(record.begun.is_some()),
            Slot::Absent => Change::Absent(record.absent.is_some()),
            Slot::Moved => Change::Move(record.moved.as_ref().map(|moved| moved.to.clone())),
            Slot::Dossier => Change::Dossier(record.dossier.clone().map(Box::new)),
            Slot::Amended(spot) => {
                let dossier = record.dossier.as_ref();
                let said = dossier.and_then(|dossier| dossier.amendments().get(spot).cloned());
                Change::Amend(*spot, said)
            }
            Slot::Label(path) => {
                let mut pieces = record.dossier.iter().flat_map(|dossier| &dossier.pieces);
                let kind = pieces
                    .find(|piece| piece.path == *path)
                    .map_or(PieceKind::Other, |piece| piece.kind);
                Change::Label(path.clone(), kind)
            }
            Slot::Access(path) => Change::Access(path.clone(), record.access.get(path).copied()),
            Slot::Piece(piece) => Change::Piece(piece.clone(), record.pieces.get(piece).copied()),
            Slot::Question(id) => record
                .questions
                .iter()
                .find(|known| known.id == *id)
                .map_or_else(
                    || Change::RemoveQuestion(id.clone()),
                    |known: &Question| Change::AddQuestion(known.clone()),
                ),
            Slot::Level(author, row) => Change::Level(
                row.clone(),
                column(author).and_then(|column| column.levels.get(row).cloned()),
            ),
            Slot::Indicator(author, indicator) => Change::Indicator(
                indicator.clone(),
                column(author).and_then(|column| column.seen.get(indicator).copied()),
            ),
            Slot::Flag(author, row) => Change::Flag(
                row.clone(),
                column(author).is_some_and(|column| column.flags.contains(row)),
            ),
            Slot::WaivedRow(row) => {
                Change::WaiveRow(row.clone(), record.waived_rows.get(row).cloned())
            }
            Slot::WaivedIndicator(id) => {
                Change::WaiveIndicator(id.clone(), record.waived_indicators.get(id).cloned())
            }
            Slot::Bonus => Change::Bonus(record.bonus.clone()),
            Slot::Ruling(section) => {
                Change::Ruling(section.clone(), record.rulings.get(section).copied())
            }
            Slot::Amount(penalty) => {
                Change::Amount(penalty.clone(), record.amounts.get(penalty).cloned())
            }
            Slot::Validated(author) => {
                Change::Validate(column(author).is_some_and(|column| column.validated))
            }
            Slot::Timer => Change::Timer(record.timer.clone()),
            Slot::Mark => Change::Mark(record.mark.clone()),
            Slot::Reason => Change::Reason(record.reason.clone()),
            Slot::Penalty(penalty) => {
                Change::Penalty(penalty.clone(), record.penalties.get(penalty).copied())
            }
            Slot::Observation(phase) => Change::Observation(
                *phase,
                record.observations.get(phase).cloned().unwrap_or_default(),
            ),
            Slot::Appreciation => Change::Appreciation(record.appreciation.clone()),
            Slot::Visa(member) => Change::Visa(record.visas.contains_key(member)),
            Slot::Seal if record.sealed.is_some() => Change::Seal,
            Slot::Seal => Change::Reopen(String::new()),
        }
    }

    /// Returns whether the field of `record` holds what `edit` put in it.
    pub fn holds(&self, record: &Record, edit: &Edit) -> bool {
        match edit {
            Edit::AddCandidate(candidate) => record.candidate == *candidate,
            Edit::RemoveCandidate(_) | Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => {
                false
            }
            Edit::Of(_, change) => self.holds_change(record, change),
        }
    }

    fn holds_change(&self, record: &Record, change: &Change) -> bool {
        match (change, self.held(record)) {
            (Change::Settle(_, change), _) => self.holds_change(record, change),
            (Change::Seal, held) => held == Change::Seal,
            (Change::Reopen(_), held) => held != Change::Seal,
            // Ticking a question as asked leaves its wording to the other copy.
            (Change::Asked(_, asked), Change::AddQuestion(held)) => held.asked == *asked,
            // What the jury said of papers since is no other paper.
            (Change::Dossier(Some(joined)), Change::Dossier(Some(held))) => joined.is_like(&held),
            (change, held) => *change == held,
        }
    }
}

impl Conflict {
    /// Returns whether settling on `change`, made by `author`, chooses among what is there.
    pub fn offers(&self, record: &Record, author: Author, change: &Change) -> bool {
        let side = |side: &Side| match &side.edit {
            Edit::Of(_, Change::Settle(by, made)) => *by == author && **made == *change,
            Edit::Of(_, made) => side.stamp.author == author && made == change,
            Edit::AddCandidate(candidate) => *change == Change::Correct(candidate.clone()),
            Edit::RemoveCandidate(_) | Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => {
                false
            }
        };
        self.slot == Slot::of(change, author)
            && (self.sides.iter().any(side) || self.slot.held(record) == *change)
    }
}

impl Side {
    /// Returns what the commission does to settle on this side; none for what only fixing or
    /// reopening the decision settles.
    pub fn settlement(&self) -> Option<Change> {
        let (author, change) = match &self.edit {
            Edit::AddCandidate(candidate) => {
                (Author::Commission, Change::Correct(candidate.clone()))
            }
            Edit::Of(_, Change::Settle(author, change)) => (*author, change.as_ref().clone()),
            Edit::Of(_, change) => (self.stamp.author, change.clone()),
            Edit::RemoveCandidate(_) | Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => {
                return None;
            }
        };
        (Slot::of(&change, author) != Slot::Seal).then(|| Change::Settle(author, Box::new(change)))
    }
}

impl Conflict {
    /// Returns the settlement on what the field holds, when it is none of the sides: all of them
    /// came too late.
    pub fn keeping(&self, record: &Record) -> Option<Change> {
        let is_a_side = self
            .sides
            .iter()
            .any(|side| self.slot.holds(record, &side.edit));
        let author = match &self.slot {
            Slot::Seal | Slot::Visa(_) => return None,
            slot => slot.column().unwrap_or(Author::Commission),
        };
        let held = self.slot.held(record);
        (!is_a_side).then(|| Change::Settle(author, Box::new(held)))
    }
}

impl Record {
    /// Returns the fields that wait for the commission before the mark can be fixed.
    pub fn unsettled(&self) -> &[Conflict] {
        if self.sealed.is_some() {
            &[]
        } else {
            &self.conflicts
        }
    }

    /// Returns what came too late for a mark that is fixed. The mark stays as it was.
    pub fn late(&self) -> &[Conflict] {
        if self.sealed.is_some() {
            &self.conflicts
        } else {
            &[]
        }
    }
}
