//! The vocabulary of edits on disk: what a journal's line, `apply` and every script speak.

mod convert;

use serde::{Deserialize, Serialize};

use super::dossier::{Dossier as DossierFile, PieceKind as PieceKindFile, SaidFile, What};
use crate::domain::commission::{PieceState, Seen, Ticking};
use crate::domain::edit::Author;
use crate::domain::roster::{Candidate, Day, Hour};

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
    /// Corrects what was read in the tableau.
    SetReading {
        /// The number.
        candidate: String,
        /// What it is about.
        what: What,
        /// The line: `3` for the fourth that was read, `+3` for one that the jury wrote.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<String>,
        /// Index of the column.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        column: Option<usize>,
        /// What is said of it; null goes back to what was read.
        said: Option<SaidFile>,
    },
    /// Says what a paper of the dossier is.
    SetLabel {
        /// The number.
        candidate: String,
        /// Path of the paper in the dossier.
        path: String,
        /// What it is.
        is: PieceKindFile,
    },
    /// Establishes whether an online portfolio opens.
    SetAccess {
        /// The number.
        candidate: String,
        /// Its address.
        address: String,
        /// Whether it opened; null when nobody tried.
        opened: Option<bool>,
        /// When it was tried.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<String>,
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
        /// Title of the réalisation it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        realisation: Option<String>,
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
        /// Why it is paused.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
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
    /// Replaces a code that its member forgot; another member vouches for it.
    ResetCode {
        /// The member, from 1.
        member: usize,
        /// What is kept of the new one; null takes the code away.
        code: Option<String>,
        /// Why.
        reason: String,
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
