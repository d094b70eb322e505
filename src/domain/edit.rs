//! Every change of a commission, as a value. [`Edit::apply`] gives back the inverse, or refuses
//! with a reason and changes nothing.

use super::commission::{PieceState, Question, Seen, Ticking, Timer};
use super::dossier::amend::{Said, Spot};
use super::dossier::{Access, Dossier, PieceKind};
use super::fraction::Fraction;
use super::id::{
    CandidateId, CodeHash, CopyId, IndicatorId, LevelId, PenaltyId, PieceId, QuestionId, RowId,
    SectionId,
};
use super::roster::{Candidate, Moment};

/// Who speaks: one member, or the commission with one voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    /// A member, from 0.
    Member(usize),
    /// The commission.
    Commission,
}

/// Who and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Who speaks.
    pub author: Author,
    /// When, on the laptop's clock.
    pub at: Moment,
}

/// One change of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Enters a candidate.
    AddCandidate(Candidate),
    /// Takes a candidate out, before anything is known of them.
    RemoveCandidate(CandidateId),
    /// Anything about one candidate.
    Of(CandidateId, Change),
    /// Lends a member's column to their own copy, or takes it back into the commission's file.
    Lend(usize, Option<CopyId>),
    /// Sets or takes away a member's personal code.
    Code(usize, Option<CodeHash>),
    /// The same for a code that its member forgot, with the reason; somebody else vouches for it.
    ResetCode(usize, Option<CodeHash>, String),
}

/// One change of a candidate's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Corrects what the list said.
    Correct(Candidate),
    /// Chooses how this candidate is ticked; none goes back to the commission's way.
    Ticking(Option<Ticking>),
    /// Confirms the identity and begins, or takes that back.
    Begin(bool),
    /// Establishes an absence, or takes that back.
    Absent(bool),
    /// Says that another commission hears the candidate, by its number, or takes that back.
    Move(Option<String>),
    /// Joins or takes out the papers.
    Dossier(Option<Box<Dossier>>),
    /// Corrects what was read in the tableau, or takes a correction back.
    Amend(Spot, Option<Said>),
    /// Says what a paper of the dossier is, by its path.
    Label(String, PieceKind),
    /// Establishes whether an online portfolio opens, by its address, or takes that back.
    Access(String, Option<Access>),
    /// Establishes the state of a required paper.
    Piece(PieceId, Option<PieceState>),
    /// Prepares a question.
    AddQuestion(Question),
    /// Drops a question.
    RemoveQuestion(QuestionId),
    /// Ticks a question as asked.
    Asked(QuestionId, bool),
    /// Ticks or clears a level in the author's column.
    Level(RowId, Option<LevelId>),
    /// Marks an indicator in the author's column.
    Indicator(IndicatorId, Option<Seen>),
    /// Flags a row « à creuser » in the author's column, or takes the flag away.
    Flag(RowId, bool),
    /// Excuses the candidate from a row, with a reason, or takes that back.
    WaiveRow(RowId, Option<String>),
    /// Excuses the candidate from a criterion, with a reason, or takes that back.
    WaiveIndicator(IndicatorId, Option<String>),
    /// Says that the author's column is finished, or takes that back.
    Validate(bool),
    /// Moves the chronometer.
    Timer(Timer),
    /// Points that the commission adds to the proposal.
    Bonus(Option<Fraction>),
    /// NOTE of the commission before penalties.
    Mark(Option<Fraction>),
    /// Rules on a bloc: acquired or not; none leaves it to rule on.
    Ruling(SectionId, Option<bool>),
    /// Why it departs from the proposal.
    Reason(String),
    /// Retains a penalty or not; none leaves it to decide.
    Penalty(PenaltyId, Option<bool>),
    /// Says how many points a penalty takes, where the commission chooses.
    Amount(PenaltyId, Option<Fraction>),
    /// Observations on a phase.
    Observation(usize, String),
    /// Appreciation.
    Appreciation(String),
    /// Gives or takes back the author's visa.
    Visa(bool),
    /// Fixes the mark.
    Seal,
    /// Reopens a fixed mark, with a reason.
    Reopen(String),
    /// Settles what two copies put in one field: the change retained, and whose gesture it was.
    Settle(Author, Box<Change>),
}

/// Why an edit was refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No such candidate.
    UnknownCandidate(CandidateId),
    /// Two candidates would bear one number.
    NumberTaken(CandidateId),
    /// A candidate without number or name.
    Nameless,
    /// The candidate's oral has begun, so they stay.
    AlreadyBegun(CandidateId),
    /// The grid has no such row, level, indicator, penalty, paper, option, phase or question.
    Unknown(UnknownThing, String),
    /// This is a member's gesture, or the commission's.
    WrongAuthor(Author),
    /// The way of ticking cannot change after the first tick.
    AlreadyTicked,
    /// The author's column was validated.
    Validated,
    /// Levels are missing before the column can be validated.
    Incomplete(usize),
    /// The other column was opened, so this one cannot be taken back.
    ColumnsOpen,
    /// Not every member has validated.
    NotAllValidated,
    /// The mark is fixed.
    Sealed,
    /// The mark is not fixed.
    NotSealed,
    /// The absence was established.
    Absent,
    /// The candidate is heard by another commission.
    Moved,
    /// Another commission without its number.
    CommissionMissing,
    /// The mark is outside 0..max or between two steps.
    MarkOutOfRange {
        /// The highest mark.
        out_of: Box<Fraction>,
        /// The step.
        step: Box<Fraction>,
    },
    /// The amount of a penalty is fixed by the form, or outside its bounds.
    AmountOutOfRange,
    /// The exam gives no mark, so there is none to write.
    NoMark,
    /// Something misses before the mark can be fixed.
    NotReady(usize),
    /// Reopening without a reason.
    ReasonMissing,
    /// A text longer than any sheet holds.
    TextTooLong(usize),
    /// The member's column is filled in another copy.
    ColumnElsewhere(usize),
    /// The other copy had changed what is signed, fixed or reopened here.
    Unaware,
    /// Nothing clashes there, or the choice is none of those there are.
    NothingToSettle,
}

/// What a name was looked for as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownThing {
    /// A row.
    Row,
    /// A level.
    Level,
    /// An indicator.
    Indicator,
    /// A penalty.
    Penalty,
    /// A paper.
    Piece,
    /// An option.
    Option,
    /// A phase.
    Phase,
    /// A question.
    Question,
    /// A section.
    Section,
    /// A paper of the candidate, or a line of their tableau.
    Paper,
    /// A member.
    Member,
}

impl Edit {
    /// Returns the candidate that the edit is about; none when it is about the commission.
    pub fn candidate(&self) -> Option<&CandidateId> {
        match self {
            Edit::AddCandidate(candidate) => Some(&candidate.number),
            Edit::RemoveCandidate(id) | Edit::Of(id, _) => Some(id),
            Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => None,
        }
    }

    /// Returns the number that the edit corrects and the one that it gives, when they differ.
    pub fn renames(&self) -> Option<(&CandidateId, &CandidateId)> {
        let Edit::Of(from, change) = self else {
            return None;
        };
        match change.written() {
            Change::Correct(candidate) if candidate.number != *from => {
                Some((from, &candidate.number))
            }
            _ => None,
        }
    }

    /// Returns the member whose own column the edit fills when `author` makes it.
    pub fn fills_column_of(&self, author: Author) -> Option<usize> {
        match (self, author) {
            (
                Edit::Of(
                    _,
                    Change::Level(..)
                    | Change::Indicator(..)
                    | Change::Flag(..)
                    | Change::Validate(_),
                ),
                Author::Member(member),
            ) => Some(member),
            _ => None,
        }
    }

    /// Says the same of a candidate whose number was corrected.
    pub(super) fn rename(&mut self, former: &CandidateId, number: &CandidateId) {
        if let Edit::Of(id, _) | Edit::RemoveCandidate(id) = self
            && id == former
        {
            *id = number.clone();
        }
    }

    /// Returns whether undo walks over this edit. The chronometer, the beginning of an oral and a
    /// fixed mark are facts, not gestures to take back.
    pub fn is_undoable(&self) -> bool {
        match self {
            Edit::AddCandidate(_) | Edit::RemoveCandidate(_) => true,
            Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => false,
            Edit::Of(_, change) => !matches!(
                change,
                Change::Timer(_)
                    | Change::Begin(_)
                    | Change::Visa(_)
                    | Change::Seal
                    | Change::Reopen(_)
                    | Change::Settle(..)
            ),
        }
    }

    /// Returns whether undo stops here.
    pub fn is_barrier(&self) -> bool {
        matches!(self, Edit::Of(_, Change::Seal | Change::Reopen(_)))
    }

    /// Returns whether this edit goes on typing in the field that `other` typed in.
    pub fn continues_typing(&self, other: &Edit) -> bool {
        match (self, other) {
            (Edit::Of(a, here), Edit::Of(b, there)) if a == b => match (here, there) {
                (Change::Reason(_), Change::Reason(_)) => true,
                (Change::Appreciation(after), Change::Appreciation(before)) => {
                    !is_sentence_added(before, after)
                }
                (Change::Observation(a, _), Change::Observation(b, _)) => a == b,
                (Change::Amend(a @ (Spot::Title(_) | Spot::Period(_)), _), Change::Amend(b, _)) => {
                    a == b
                }
                _ => false,
            },
            _ => false,
        }
    }
}

/// Returns whether `after` is `before` with a whole sentence put at its end: one press did that, and
/// one press takes it back.
fn is_sentence_added(before: &str, after: &str) -> bool {
    let added = after.strip_prefix(before.trim_end()).unwrap_or_default();
    let apart = before.trim().is_empty() || added.starts_with(' ');
    apart && added.ends_with('.') && added.split_whitespace().count() > 3
}

impl Change {
    /// Returns what is written in the record: the change itself, or the one that is settled on.
    pub fn written(&self) -> &Change {
        match self {
            Change::Settle(_, change) => change.written(),
            change => change,
        }
    }
}
