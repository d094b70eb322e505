//! The vocabulary of edits on disk: what a journal's line, `apply` and every script speak.

use serde::{Deserialize, Serialize};

use super::dossier::Dossier as DossierFile;
use crate::domain::commission::{PieceState, Question, Seen, Ticking, Timer};
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::fraction::Fraction;
use crate::domain::roster::{Candidate, Day, Hour};
use crate::store::clock;

/// One edit, by its kind.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum EditFile {
    /// Enters a candidate.
    AddCandidate {
        /// Who.
        candidate: CandidateFile,
    },
    /// Takes a candidate out, before anything is known of them.
    RemoveCandidate {
        /// The number.
        candidate: String,
    },
    /// Corrects what the list said.
    CorrectCandidate {
        /// The number so far.
        candidate: String,
        /// All that is known from now on.
        to: CandidateFile,
    },
    /// Chooses how this candidate is ticked.
    SetTicking {
        /// The number.
        candidate: String,
        /// The way; null for the commission's.
        ticking: Option<TickingFile>,
    },
    /// Confirms the identity and begins.
    Begin {
        /// The number.
        candidate: String,
        /// Whether it begins.
        begun: bool,
    },
    /// Establishes an absence.
    SetAbsent {
        /// The number.
        candidate: String,
        /// Whether the candidate is absent.
        absent: bool,
    },
    /// Says that another commission hears the candidate.
    SetMoved {
        /// The number.
        candidate: String,
        /// Number of the other commission; null takes that back.
        to: Option<String>,
    },
    /// Joins the papers.
    SetDossier {
        /// The number.
        candidate: String,
        /// The papers; null takes them out.
        dossier: Option<Box<DossierFile>>,
    },
    /// Establishes the state of a paper.
    SetPiece {
        /// The number.
        candidate: String,
        /// The grid's paper.
        piece: String,
        /// Its state; null leaves it to the papers.
        state: Option<PieceStateFile>,
    },
    /// Prepares a question.
    AddQuestion {
        /// The number.
        candidate: String,
        /// Name of the question.
        id: String,
        /// The question.
        text: String,
        /// The row it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        row: Option<String>,
        /// Whether it was asked.
        #[serde(default, skip_serializing_if = "is_false")]
        asked: bool,
    },
    /// Drops a question.
    RemoveQuestion {
        /// The number.
        candidate: String,
        /// Name of the question.
        id: String,
    },
    /// Ticks a question.
    SetAsked {
        /// The number.
        candidate: String,
        /// Name of the question.
        id: String,
        /// Whether it was asked.
        asked: bool,
    },
    /// Ticks or clears a level.
    SetLevel {
        /// The number.
        candidate: String,
        /// The grid's row.
        row: String,
        /// The level; null clears.
        level: Option<String>,
    },
    /// Marks an indicator.
    SetIndicator {
        /// The number.
        candidate: String,
        /// The grid's indicator.
        indicator: String,
        /// What was seen; null clears.
        seen: Option<SeenFile>,
    },
    /// Flags a row « à creuser ».
    SetFlag {
        /// The number.
        candidate: String,
        /// The grid's row.
        row: String,
        /// Whether it is flagged.
        flagged: bool,
    },
    /// Excuses the candidate from a row or from a criterion.
    SetWaiver {
        /// The number.
        candidate: String,
        /// The grid's row, or none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        row: Option<String>,
        /// The grid's criterion, or none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        indicator: Option<String>,
        /// Why; null takes it back.
        reason: Option<String>,
    },
    /// Points that the commission adds.
    SetBonus {
        /// The number.
        candidate: String,
        /// As `"0.5"`; null clears.
        points: Option<String>,
    },
    /// Rules on a bloc.
    SetRuling {
        /// The number.
        candidate: String,
        /// The grid's section.
        section: String,
        /// Whether it is acquired; null leaves it to rule on.
        acquired: Option<bool>,
    },
    /// Says how many points a penalty takes.
    SetAmount {
        /// The number.
        candidate: String,
        /// The grid's penalty.
        penalty: String,
        /// As `"3"`; null clears.
        points: Option<String>,
    },
    /// Validates the author's column.
    Validate {
        /// The number.
        candidate: String,
        /// Whether it is validated.
        validated: bool,
    },
    /// Moves the chronometer.
    SetTimer {
        /// The number.
        candidate: String,
        /// Phase under way, from 0.
        phase: usize,
        /// Milliseconds counted in each phase.
        spent: Vec<u64>,
        /// Since when it runs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<String>,
        /// Whether the last phase ended.
        #[serde(default, skip_serializing_if = "is_false")]
        finished: bool,
    },
    /// NOTE, before penalties.
    SetMark {
        /// The number.
        candidate: String,
        /// As `"12.5"`; null clears.
        mark: Option<String>,
    },
    /// Why NOTE departs from the proposal.
    SetReason {
        /// The number.
        candidate: String,
        /// The reason.
        text: String,
    },
    /// Retains a penalty or not.
    SetPenalty {
        /// The number.
        candidate: String,
        /// The grid's penalty.
        penalty: String,
        /// Whether it is retained; null leaves it to decide.
        retained: Option<bool>,
    },
    /// Observations on a phase.
    SetObservation {
        /// The number.
        candidate: String,
        /// Phase, from 0.
        phase: usize,
        /// The text.
        text: String,
    },
    /// Appreciation.
    SetAppreciation {
        /// The number.
        candidate: String,
        /// The text.
        text: String,
    },
    /// Gives or takes back the author's visa.
    SetVisa {
        /// The number.
        candidate: String,
        /// Whether it is given.
        given: bool,
    },
    /// Fixes the mark.
    Seal {
        /// The number.
        candidate: String,
    },
    /// Reopens a fixed mark.
    Reopen {
        /// The number.
        candidate: String,
        /// Why.
        reason: String,
    },
    /// Settles what two copies put in one field.
    Settle {
        /// The number.
        candidate: String,
        /// Whose gesture is retained.
        of: String,
        /// What is retained, as an edit of its own.
        edit: Box<EditFile>,
    },
    /// Lends a member's column to their own copy.
    LendColumn {
        /// The member, from 1.
        member: usize,
        /// Name of the copy; null takes the column back.
        copy: Option<String>,
    },
    /// Sets a member's personal code.
    SetCode {
        /// The member, from 1.
        member: usize,
        /// What is kept of it: a salted slow hash; null takes it away.
        code: Option<String>,
    },
}

/// A candidate on disk.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateFile {
    /// The number, as text.
    pub number: String,
    /// Family name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The grid's option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// Where the candidate comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub establishment: String,
    /// Day of passage, when it is not the commission's: `2026-05-12`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Hour of passage: `10:15`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<String>,
    /// Room of passage.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub room: String,
    /// Place among those of the same hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Seconds of each phase, when they depart from the grid's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seconds: Vec<u32>,
}

/// A way of ticking.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TickingFile {
    /// One shared column.
    Common,
    /// A column each, open.
    Separate,
    /// A column each, closed.
    Blind,
}

/// State of a paper.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceStateFile {
    /// There and readable.
    Conform,
    /// Missing or out of reach.
    Missing,
}

/// What was seen of an indicator.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeenFile {
    /// Vu.
    Yes,
    /// Partiel.
    Partly,
    /// Non vu.
    No,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Writes an author: `member1`, `member2`, `commission`.
pub fn author_name(author: Author) -> String {
    match author {
        Author::Member(member) => format!("member{}", member + 1),
        Author::Commission => "commission".to_owned(),
    }
}

/// Reads what [`author_name`] wrote.
pub fn author(text: &str) -> Option<Author> {
    match text {
        "commission" => Some(Author::Commission),
        _ => {
            let number: usize = text.strip_prefix("member")?.parse().ok()?;
            let author = Author::Member(number.checked_sub(1)?);
            // One spelling only: no sign, no leading zero.
            (author_name(author) == text).then_some(author)
        }
    }
}

impl From<&Candidate> for CandidateFile {
    fn from(candidate: &Candidate) -> Self {
        Self {
            number: candidate.number.to_string(),
            last_name: candidate.last_name.clone(),
            first_name: candidate.first_name.clone(),
            option: candidate.option.as_ref().map(ToString::to_string),
            establishment: candidate.establishment.clone(),
            day: candidate.day.map(Day::iso),
            passage: candidate.passage.map(Hour::iso),
            room: candidate.room.clone(),
            rank: candidate.rank,
            seconds: candidate.seconds.clone(),
        }
    }
}

impl TryFrom<CandidateFile> for Candidate {
    type Error = String;

    fn try_from(file: CandidateFile) -> Result<Self, String> {
        let passage = match file.passage {
            None => None,
            Some(text) => {
                Some(Hour::parse(&text).ok_or_else(|| crate::t!("edit-bad-hour", value = text))?)
            }
        };
        let day = match file.day {
            None => None,
            Some(text) => {
                Some(Day::parse(&text).ok_or_else(|| crate::t!("edit-bad-day", value = text))?)
            }
        };
        Ok(Self {
            number: file.number.trim().into(),
            last_name: file.last_name,
            first_name: file.first_name,
            option: file.option.map(Into::into),
            establishment: file.establishment,
            day,
            passage,
            room: file.room,
            rank: file.rank,
            seconds: file.seconds,
        })
    }
}

impl From<Ticking> for TickingFile {
    fn from(ticking: Ticking) -> Self {
        match ticking {
            Ticking::Common => Self::Common,
            Ticking::Separate => Self::Separate,
            Ticking::Blind => Self::Blind,
        }
    }
}

impl From<TickingFile> for Ticking {
    fn from(file: TickingFile) -> Self {
        match file {
            TickingFile::Common => Self::Common,
            TickingFile::Separate => Self::Separate,
            TickingFile::Blind => Self::Blind,
        }
    }
}

impl From<PieceState> for PieceStateFile {
    fn from(state: PieceState) -> Self {
        match state {
            PieceState::Conform => Self::Conform,
            PieceState::Missing => Self::Missing,
        }
    }
}

impl From<PieceStateFile> for PieceState {
    fn from(file: PieceStateFile) -> Self {
        match file {
            PieceStateFile::Conform => Self::Conform,
            PieceStateFile::Missing => Self::Missing,
        }
    }
}

impl From<Seen> for SeenFile {
    fn from(seen: Seen) -> Self {
        match seen {
            Seen::Yes => Self::Yes,
            Seen::Partly => Self::Partly,
            Seen::No => Self::No,
        }
    }
}

impl From<SeenFile> for Seen {
    fn from(file: SeenFile) -> Self {
        match file {
            SeenFile::Yes => Self::Yes,
            SeenFile::Partly => Self::Partly,
            SeenFile::No => Self::No,
        }
    }
}

/// Writes a number of points exactly: as a decimal when six places are enough, as a fraction
/// otherwise.
fn number(number: &Fraction) -> String {
    let decimal = number.decimal(6);
    if Fraction::parse(&decimal).as_ref() == Some(number) {
        decimal
    } else {
        number.to_string()
    }
}

fn read_number(text: Option<String>) -> Result<Option<Fraction>, String> {
    let read = |text: String| {
        Fraction::parse(&text).ok_or_else(|| crate::t!("edit-bad-mark", value = text))
    };
    text.map(read).transpose()
}

impl From<&Edit> for EditFile {
    fn from(edit: &Edit) -> Self {
        let candidate = edit
            .candidate()
            .map(ToString::to_string)
            .unwrap_or_default();
        let change = match edit {
            Edit::Code(member, code) => {
                return Self::SetCode {
                    member: member + 1,
                    code: code.as_ref().map(ToString::to_string),
                };
            }
            Edit::Lend(member, copy) => {
                return Self::LendColumn {
                    member: member + 1,
                    copy: copy.as_ref().map(ToString::to_string),
                };
            }
            Edit::AddCandidate(candidate) => {
                return Self::AddCandidate {
                    candidate: candidate.into(),
                };
            }
            Edit::RemoveCandidate(_) => return Self::RemoveCandidate { candidate },
            Edit::Of(_, change) => change,
        };
        match change {
            Change::Correct(to) => Self::CorrectCandidate {
                candidate,
                to: to.into(),
            },
            Change::Ticking(ticking) => Self::SetTicking {
                candidate,
                ticking: ticking.map(Into::into),
            },
            Change::Begin(begun) => Self::Begin {
                candidate,
                begun: *begun,
            },
            Change::Absent(absent) => Self::SetAbsent {
                candidate,
                absent: *absent,
            },
            Change::Move(to) => Self::SetMoved {
                candidate,
                to: to.clone(),
            },
            Change::Dossier(dossier) => {
                let dossier = dossier
                    .as_deref()
                    .map(|dossier| Box::new(DossierFile::from(dossier)));
                Self::SetDossier { candidate, dossier }
            }
            Change::Piece(piece, state) => Self::SetPiece {
                candidate,
                piece: piece.to_string(),
                state: state.map(Into::into),
            },
            Change::AddQuestion(question) => Self::AddQuestion {
                candidate,
                id: question.id.to_string(),
                text: question.text.clone(),
                row: question.row.as_ref().map(ToString::to_string),
                asked: question.asked,
            },
            Change::RemoveQuestion(id) => Self::RemoveQuestion {
                candidate,
                id: id.to_string(),
            },
            Change::Asked(id, asked) => Self::SetAsked {
                candidate,
                id: id.to_string(),
                asked: *asked,
            },
            Change::Level(row, level) => {
                let level = level.as_ref().map(ToString::to_string);
                Self::SetLevel {
                    candidate,
                    row: row.to_string(),
                    level,
                }
            }
            Change::Indicator(indicator, seen) => Self::SetIndicator {
                candidate,
                indicator: indicator.to_string(),
                seen: seen.map(Into::into),
            },
            Change::Flag(row, flagged) => Self::SetFlag {
                candidate,
                row: row.to_string(),
                flagged: *flagged,
            },
            Change::WaiveRow(row, reason) => Self::SetWaiver {
                candidate,
                row: Some(row.to_string()),
                indicator: None,
                reason: reason.clone(),
            },
            Change::WaiveIndicator(indicator, reason) => Self::SetWaiver {
                candidate,
                row: None,
                indicator: Some(indicator.to_string()),
                reason: reason.clone(),
            },
            Change::Bonus(points) => Self::SetBonus {
                candidate,
                points: points.as_ref().map(number),
            },
            Change::Ruling(section, acquired) => Self::SetRuling {
                candidate,
                section: section.to_string(),
                acquired: *acquired,
            },
            Change::Amount(penalty, points) => Self::SetAmount {
                candidate,
                penalty: penalty.to_string(),
                points: points.as_ref().map(number),
            },
            Change::Validate(validated) => Self::Validate {
                candidate,
                validated: *validated,
            },
            Change::Timer(timer) => Self::SetTimer {
                candidate,
                phase: timer.phase,
                spent: timer.spent.clone(),
                since: timer.since.map(clock::write),
                finished: timer.finished,
            },
            Change::Mark(mark) => Self::SetMark {
                candidate,
                mark: mark.as_ref().map(number),
            },
            Change::Reason(text) => Self::SetReason {
                candidate,
                text: text.clone(),
            },
            Change::Penalty(penalty, retained) => Self::SetPenalty {
                candidate,
                penalty: penalty.to_string(),
                retained: *retained,
            },
            Change::Observation(phase, text) => Self::SetObservation {
                candidate,
                phase: *phase,
                text: text.clone(),
            },
            Change::Appreciation(text) => Self::SetAppreciation {
                candidate,
                text: text.clone(),
            },
            Change::Visa(given) => Self::SetVisa {
                candidate,
                given: *given,
            },
            Change::Seal => Self::Seal { candidate },
            Change::Reopen(reason) => Self::Reopen {
                candidate,
                reason: reason.clone(),
            },
            Change::Settle(author, change) => {
                let inner = Edit::Of(candidate.as_str().into(), change.as_ref().clone());
                Self::Settle {
                    candidate,
                    of: author_name(*author),
                    edit: Box::new(Self::from(&inner)),
                }
            }
        }
    }
}

impl TryFrom<EditFile> for Edit {
    type Error = String;

    fn try_from(file: EditFile) -> Result<Self, String> {
        let of = |candidate: String, change: Change| Ok(Edit::Of(candidate.trim().into(), change));
        match file {
            EditFile::AddCandidate { candidate } => Ok(Edit::AddCandidate(candidate.try_into()?)),
            EditFile::RemoveCandidate { candidate } => {
                Ok(Edit::RemoveCandidate(candidate.trim().into()))
            }
            EditFile::CorrectCandidate { candidate, to } => {
                of(candidate, Change::Correct(to.try_into()?))
            }
            EditFile::SetTicking { candidate, ticking } => {
                of(candidate, Change::Ticking(ticking.map(Into::into)))
            }
            EditFile::Begin { candidate, begun } => of(candidate, Change::Begin(begun)),
            EditFile::SetAbsent { candidate, absent } => of(candidate, Change::Absent(absent)),
            EditFile::SetMoved { candidate, to } => of(candidate, Change::Move(to)),
            EditFile::SetDossier { candidate, dossier } => {
                let dossier = dossier.map(|dossier| (*dossier).try_into()).transpose();
                let dossier =
                    dossier.map_err(|error: super::dossier::Mismatch| error.to_string())?;
                of(candidate, Change::Dossier(dossier.map(Box::new)))
            }
            EditFile::SetPiece {
                candidate,
                piece,
                state,
            } => of(
                candidate,
                Change::Piece(piece.into(), state.map(Into::into)),
            ),
            EditFile::AddQuestion {
                candidate,
                id,
                text,
                row,
                asked,
            } => {
                let question = Question {
                    id: id.into(),
                    text,
                    row: row.map(Into::into),
                    asked,
                };
                of(candidate, Change::AddQuestion(question))
            }
            EditFile::RemoveQuestion { candidate, id } => {
                of(candidate, Change::RemoveQuestion(id.into()))
            }
            EditFile::SetAsked {
                candidate,
                id,
                asked,
            } => of(candidate, Change::Asked(id.into(), asked)),
            EditFile::SetLevel {
                candidate,
                row,
                level,
            } => of(candidate, Change::Level(row.into(), level.map(Into::into))),
            EditFile::SetIndicator {
                candidate,
                indicator,
                seen,
            } => of(
                candidate,
                Change::Indicator(indicator.into(), seen.map(Into::into)),
            ),
            EditFile::Validate {
                candidate,
                validated,
            } => of(candidate, Change::Validate(validated)),
            EditFile::SetTimer {
                candidate,
                phase,
                spent,
                since,
                finished,
            } => {
                let since = match since {
                    None => None,
                    Some(text) => Some(
                        clock::read(&text)
                            .ok_or_else(|| crate::t!("edit-bad-moment", value = text))?,
                    ),
                };
                of(
                    candidate,
                    Change::Timer(Timer {
                        phase,
                        spent,
                        since,
                        finished,
                    }),
                )
            }
            EditFile::SetFlag {
                candidate,
                row,
                flagged,
            } => of(candidate, Change::Flag(row.into(), flagged)),
            EditFile::SetWaiver {
                candidate,
                row,
                indicator,
                reason,
            } => match (row, indicator) {
                (Some(row), None) => of(candidate, Change::WaiveRow(row.into(), reason)),
                (None, Some(indicator)) => {
                    of(candidate, Change::WaiveIndicator(indicator.into(), reason))
                }
                _ => Err(crate::t!("edit-bad-waiver")),
            },
            EditFile::SetBonus { candidate, points } => {
                of(candidate, Change::Bonus(read_number(points)?))
            }
            EditFile::SetRuling {
                candidate,
                section,
                acquired,
            } => of(candidate, Change::Ruling(section.into(), acquired)),
            EditFile::SetAmount {
                candidate,
                penalty,
                points,
            } => of(
                candidate,
                Change::Amount(penalty.into(), read_number(points)?),
            ),
            EditFile::SetMark { candidate, mark } => {
                of(candidate, Change::Mark(read_number(mark)?))
            }
            EditFile::SetReason { candidate, text } => of(candidate, Change::Reason(text)),
            EditFile::SetPenalty {
                candidate,
                penalty,
                retained,
            } => of(candidate, Change::Penalty(penalty.into(), retained)),
            EditFile::SetObservation {
                candidate,
                phase,
                text,
            } => of(candidate, Change::Observation(phase, text)),
            EditFile::SetAppreciation { candidate, text } => {
                of(candidate, Change::Appreciation(text))
            }
            EditFile::SetVisa { candidate, given } => of(candidate, Change::Visa(given)),
            EditFile::Seal { candidate } => of(candidate, Change::Seal),
            EditFile::Reopen { candidate, reason } => of(candidate, Change::Reopen(reason)),
            EditFile::Settle {
                candidate,
                of: by,
                edit,
            } => {
                let author = author(&by).ok_or_else(|| crate::t!("edit-bad-author", value = by))?;
                match (Edit::try_from(*edit)?, candidate.trim()) {
                    (Edit::Of(inner, change), own) if inner.as_str() == own => {
                        of(candidate, Change::Settle(author, Box::new(change)))
                    }
                    _ => Err(crate::t!("edit-bad-settlement")),
                }
            }
            EditFile::SetCode { member, code } => match member.checked_sub(1) {
                Some(member) => Ok(Edit::Code(member, code.map(Into::into))),
                None => Err(crate::t!("refusal-unknown-member", name = "0")),
            },
            EditFile::LendColumn { member, copy } => match member.checked_sub(1) {
                Some(member) => Ok(Edit::Lend(member, copy.map(Into::into))),
                None => Err(crate::t!("refusal-unknown-member", name = "0")),
            },
        }
    }
}
