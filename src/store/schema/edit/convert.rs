//! Edits to their shape on disk, and back: what is written again gives the same edit.

use super::super::dossier::{Dossier as DossierFile, SpotFile};
use super::{EditFile, author, author_name};
use crate::domain::commission::{Question, Timer};
use crate::domain::dossier::Access;
use crate::domain::edit::{Change, Edit};
use crate::domain::fraction::Fraction;
use crate::store::clock;

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
            Edit::ResetCode(member, code, reason) => {
                return Self::ResetCode {
                    member: member + 1,
                    code: code.as_ref().map(ToString::to_string),
                    reason: reason.clone(),
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
            Change::Amend(spot, said) => {
                let SpotFile { what, line, column } = (*spot).into();
                Self::SetReading {
                    candidate,
                    what,
                    line,
                    column,
                    said: said.as_ref().map(Into::into),
                }
            }
            Change::Label(path, kind) => Self::SetLabel {
                candidate,
                path: path.clone(),
                is: (*kind).into(),
            },
            Change::Access(address, access) => Self::SetAccess {
                candidate,
                address: address.clone(),
                opened: access.map(|access| access.opened),
                at: access.map(|access| clock::write(access.at)),
            },
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
                realisation: question.realisation.clone(),
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
                reason: timer.reason.clone(),
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
                    dossier.map_err(|error: super::super::dossier::Mismatch| error.to_string())?;
                of(candidate, Change::Dossier(dossier.map(Box::new)))
            }
            EditFile::SetReading {
                candidate,
                what,
                line,
                column,
                said,
            } => {
                let spot = SpotFile { what, line, column }.read();
                let spot = spot.ok_or_else(|| crate::t!("edit-bad-spot"))?;
                of(candidate, Change::Amend(spot, said.map(Into::into)))
            }
            EditFile::SetLabel {
                candidate,
                path,
                is,
            } => of(candidate, Change::Label(path, is.into())),
            EditFile::SetAccess {
                candidate,
                address,
                opened,
                at,
            } => {
                let access = match (opened, at) {
                    (None, _) => None,
                    (Some(opened), at) => {
                        let at = at.unwrap_or_default();
                        let at = clock::read(&at)
                            .ok_or_else(|| crate::t!("edit-bad-moment", value = at))?;
                        Some(Access { opened, at })
                    }
                };
                of(candidate, Change::Access(address, access))
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
                realisation,
                asked,
            } => {
                let question = Question {
                    id: id.into(),
                    text,
                    row: row.map(Into::into),
                    realisation,
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
                reason,
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
                        reason,
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
            EditFile::ResetCode {
                member,
                code,
                reason,
            } => match member.checked_sub(1) {
                Some(member) => Ok(Edit::ResetCode(member, code.map(Into::into), reason)),
                None => Err(crate::t!("refusal-unknown-member", name = "0")),
            },
            EditFile::LendColumn { member, copy } => match member.checked_sub(1) {
                Some(member) => Ok(Edit::Lend(member, copy.map(Into::into))),
                None => Err(crate::t!("refusal-unknown-member", name = "0")),
            },
        }
    }
}
