//! What each edit does: the one way to change a commission. Checks first, changes after, so a
//! refusal leaves everything as it was.

use std::collections::BTreeMap;
use std::mem;

use super::check;
use super::commission::{
    CodeReset, Column, Commission, Moved, Record, Reopening, Seal, Ticking, Visa,
};
use super::conflict::Slot;
use super::dossier::PieceKind;
use super::dossier::amend::Said;
use super::edit::{Author, Change, Edit, Refusal, Stamp, UnknownThing};
use super::fraction::Fraction;
use super::grid::{Amount, Grid};
use super::id::{CandidateId, CopyId};
use super::mark;
use super::roster::Candidate;
use super::time_log::Timed;

/// The longest text a field takes, in characters: ten full pages.
pub const LONGEST_TEXT: usize = 30_000;

impl Edit {
    /// Changes the commission and returns the edit that takes it back.
    pub fn apply(&self, commission: &mut Commission, stamp: Stamp) -> Result<Edit, Refusal> {
        if let Edit::Of(id, Change::Settle(author, change)) = self {
            let record = commission
                .record(id)
                .ok_or_else(|| Refusal::UnknownCandidate(id.clone()))?;
            let offers =
                |conflict: &super::conflict::Conflict| conflict.offers(record, *author, change);
            if !record.conflicts.iter().any(offers) {
                return Err(Refusal::NothingToSettle);
            }
        }
        self.replay(commission, stamp)
    }

    /// Same for an edit that stands in a journal: what clashed when it was made is not asked again.
    pub(super) fn replay(
        &self,
        commission: &mut Commission,
        stamp: Stamp,
    ) -> Result<Edit, Refusal> {
        let of_all = !matches!(self, Edit::Of(..) | Edit::Code(..) | Edit::ResetCode(..));
        if of_all && stamp.author != Author::Commission {
            return Err(Refusal::WrongAuthor(stamp.author));
        }
        match self {
            Edit::AddCandidate(candidate) => {
                check_candidate(commission, candidate, None)?;
                commission.records.push(Record::new(candidate.clone()));
                Ok(Edit::RemoveCandidate(candidate.number.clone()))
            }
            Edit::RemoveCandidate(id) => {
                let position = commission
                    .records
                    .iter()
                    .position(|record| record.candidate.number == *id)
                    .ok_or_else(|| Refusal::UnknownCandidate(id.clone()))?;
                let blank = commission
                    .records
                    .get(position)
                    .is_some_and(|record| *record == Record::new(record.candidate.clone()));
                if !blank {
                    return Err(Refusal::AlreadyBegun(id.clone()));
                }
                let record = commission.records.remove(position);
                Ok(Edit::AddCandidate(record.candidate))
            }
            Edit::Of(id, change) => {
                change.check(commission, id, stamp)?;
                let former = change.carry_out(commission, id, stamp)?;
                // A corrected number is the new name of the record.
                let id = self.renames().map_or(id, |(_, number)| number).clone();
                // Whoever writes a field settles what clashed in it.
                let slot = Slot::of(change, stamp.author);
                if let Some(record) = commission.record_mut(&id) {
                    record.conflicts.retain(|conflict| conflict.slot != slot);
                }
                Ok(Edit::Of(id, former))
            }
            Edit::Code(member, code) => {
                if *member >= commission.header.members.len() {
                    let member = (member + 1).to_string();
                    return Err(Refusal::Unknown(UnknownThing::Member, member));
                }
                // A member's code is theirs to choose; the commission's file is made by one hand.
                if matches!(stamp.author, Author::Member(author) if author != *member) {
                    return Err(Refusal::WrongAuthor(stamp.author));
                }
                Ok(Edit::Code(
                    *member,
                    put(&mut commission.codes, member, code.clone()),
                ))
            }
            Edit::ResetCode(member, code, reason) => {
                if *member >= commission.header.members.len() {
                    let member = (member + 1).to_string();
                    return Err(Refusal::Unknown(UnknownThing::Member, member));
                }
                // Whoever knows their code changes it; a forgotten one takes somebody else's word.
                let other = |author| author != *member && author < commission.header.members.len();
                if matches!(stamp.author, Author::Member(author) if !other(author)) {
                    return Err(Refusal::WrongAuthor(stamp.author));
                }
                if reason.trim().is_empty() {
                    return Err(Refusal::ReasonMissing);
                }
                check_text(reason)?;
                commission.resets.push(CodeReset {
                    at: stamp.at,
                    by: stamp.author,
                    member: *member,
                    reason: reason.trim().to_owned(),
                });
                Ok(Edit::Code(
                    *member,
                    put(&mut commission.codes, member, code.clone()),
                ))
            }
            Edit::Lend(member, copy) => {
                if *member >= commission.header.members.len() {
                    let member = (member + 1).to_string();
                    return Err(Refusal::Unknown(UnknownThing::Member, member));
                }
                Ok(Edit::Lend(
                    *member,
                    put(&mut commission.lent, member, copy.clone()),
                ))
            }
        }
    }
}

impl Commission {
    /// Returns whether `edit` may be made in this copy of the file, none for the commission's own:
    /// a member's column is filled where it was lent to.
    pub fn check_place(
        &self,
        edit: &Edit,
        author: Author,
        copy: Option<&CopyId>,
    ) -> Result<(), Refusal> {
        match edit.fills_column_of(author) {
            Some(member) if self.lent.get(&member) != copy => Err(Refusal::ColumnElsewhere(member)),
            _ => Ok(()),
        }
    }
}

fn check_candidate(
    commission: &Commission,
    candidate: &Candidate,
    own: Option<&CandidateId>,
) -> Result<(), Refusal> {
    if candidate.number.as_str().trim().is_empty() || candidate.name().is_empty() {
        return Err(Refusal::Nameless);
    }
    let long = [
        candidate.number.as_str(),
        &candidate.last_name,
        &candidate.first_name,
        &candidate.establishment,
        &candidate.room,
    ]
    .into_iter()
    .any(|text| text.chars().count() > 200);
    if long {
        return Err(Refusal::TextTooLong(200));
    }
    let phases = commission.grid().phases.len();
    if candidate.seconds.len() > phases {
        return Err(Refusal::Unknown(
            UnknownThing::Phase,
            (phases + 1).to_string(),
        ));
    }
    if own != Some(&candidate.number) && commission.record(&candidate.number).is_some() {
        return Err(Refusal::NumberTaken(candidate.number.clone()));
    }
    if let Some(option) = &candidate.option
        && !commission
            .grid()
            .options
            .iter()
            .any(|known| known.id == *option)
    {
        return Err(Refusal::Unknown(UnknownThing::Option, option.to_string()));
    }
    Ok(())
}

impl Change {
    fn check(
        &self,
        commission: &Commission,
        id: &CandidateId,
        stamp: Stamp,
    ) -> Result<(), Refusal> {
        let record = commission
            .record(id)
            .ok_or_else(|| Refusal::UnknownCandidate(id.clone()))?;
        if let Author::Member(member) = stamp.author
            && member >= commission.header.members.len()
        {
            return Err(Refusal::Unknown(
                UnknownThing::Member,
                (member + 1).to_string(),
            ));
        }
        self.check_moment(record)?;
        self.check_author(commission, record, stamp.author)?;
        self.check_value(commission, record, stamp.author)
    }

    /// Refuses what the grid or the record does not hold.
    fn check_value(
        &self,
        commission: &Commission,
        record: &Record,
        author: Author,
    ) -> Result<(), Refusal> {
        let grid = commission.grid();
        let id = &record.candidate.number;
        let unknown = |thing, name: &str| Err(Refusal::Unknown(thing, name.to_owned()));
        match self {
            Change::Correct(candidate) => check_candidate(commission, candidate, Some(id)),
            Change::Ticking(_) if record.is_ticked() => Err(Refusal::AlreadyTicked),
            Change::Piece(piece, _) if !grid.pieces.iter().any(|known| known.id == *piece) => {
                unknown(UnknownThing::Piece, piece.as_str())
            }
            // Nothing more is said, which holds of papers that are gone too.
            Change::Amend(_, None) | Change::Access(_, None) => Ok(()),
            Change::Label(path, PieceKind::Other) if !has_paper(record, path) => Ok(()),
            Change::Amend(spot, said) => {
                let columns = grid.covered_rows().count();
                let dossier = record.dossier.as_ref();
                if !dossier.is_some_and(|dossier| dossier.knows(*spot, columns))
                    || said.as_ref().is_some_and(|said| !spot.takes(said))
                {
                    return unknown(UnknownThing::Paper, "");
                }
                match said {
                    Some(Said::Text(text)) => check_text(text),
                    Some(Said::Flag(_) | Said::Section(_)) | None => Ok(()),
                }
            }
            Change::Label(path, _) | Change::Access(path, _) if !has_paper(record, path) => {
                unknown(UnknownThing::Paper, path)
            }
            Change::AddQuestion(question) => {
                if let Some(row) = &question.row
                    && grid.row(row).is_none()
                {
                    return unknown(UnknownThing::Row, row.as_str());
                }
                check_text(&question.text)
            }
            Change::Asked(question, _) | Change::RemoveQuestion(question)
                if !record.questions.iter().any(|known| known.id == *question) =>
            {
                unknown(UnknownThing::Question, question.as_str())
            }
            Change::Level(row, level) => {
                if grid.row(row).is_none() {
                    return unknown(UnknownThing::Row, row.as_str());
                }
                let allows = |level| grid.row(row).is_some_and(|row| grid.allows(row, level));
                match level {
                    Some(level) if !allows(level) => unknown(UnknownThing::Level, level.as_str()),
                    _ => Ok(()),
                }
            }
            Change::Indicator(indicator, _) if grid.indicator(indicator).is_none() => {
                unknown(UnknownThing::Indicator, indicator.as_str())
            }
            Change::Flag(row, _) | Change::WaiveRow(row, _) if grid.row(row).is_none() => {
                unknown(UnknownThing::Row, row.as_str())
            }
            Change::WaiveIndicator(indicator, _) if grid.indicator(indicator).is_none() => {
                unknown(UnknownThing::Indicator, indicator.as_str())
            }
            Change::WaiveRow(_, Some(reason)) | Change::WaiveIndicator(_, Some(reason)) => {
                if reason.trim().is_empty() {
                    return Err(Refusal::ReasonMissing);
                }
                check_text(reason)
            }
            Change::Ruling(section, _)
                if !grid.outer_sections().any(|outer| outer.id == *section)
                    || grid.decision.is_none() =>
            {
                unknown(UnknownThing::Section, section.as_str())
            }
            Change::Bonus(Some(points)) => check_bonus(grid, points),
            Change::Amount(penalty, points) => check_amount(grid, penalty, points.as_ref()),
            Change::Validate(true) => match without_level(grid, record, author) {
                0 => Ok(()),
                missing => Err(Refusal::Incomplete(missing)),
            },
            Change::Mark(Some(mark)) => {
                let Some(rule) = &grid.mark else {
                    return Err(Refusal::NoMark);
                };
                // What was proposed may be written as it stands, even between two steps.
                let allowed = rule.allows(mark) || is_proposed(commission, record, mark);
                if allowed {
                    Ok(())
                } else {
                    Err(Refusal::MarkOutOfRange {
                        out_of: Box::new(rule.ceiling.clone()),
                        step: Box::new(rule.step.clone()),
                    })
                }
            }
            Change::Penalty(penalty, _) if grid.penalty(penalty).is_none() => {
                unknown(UnknownThing::Penalty, penalty.as_str())
            }
            Change::Observation(phase, _) if *phase >= grid.phases.len() => {
                unknown(UnknownThing::Phase, &(phase + 1).to_string())
            }
            Change::Timer(timer)
                if timer.phase >= grid.phases.len() || timer.spent.len() > grid.phases.len() =>
            {
                unknown(UnknownThing::Phase, &(timer.phase + 1).to_string())
            }
            Change::Timer(timer) => check_text(&timer.reason),
            Change::Reason(text) | Change::Appreciation(text) | Change::Observation(_, text) => {
                check_text(text)
            }
            Change::Reopen(reason) if reason.trim().is_empty() => Err(Refusal::ReasonMissing),
            Change::Reopen(reason) => check_text(reason),
            Change::Seal => match check::missing(commission, record).len() {
                0 => Ok(()),
                missing => Err(Refusal::NotReady(missing)),
            },
            Change::Move(Some(to)) if to.trim().is_empty() => Err(Refusal::CommissionMissing),
            Change::Move(Some(to)) => check_text(to),
            Change::Ticking(_)
            | Change::Begin(_)
            | Change::Absent(_)
            | Change::Move(None)
            | Change::Dossier(_)
            | Change::Label(..)
            | Change::Access(..)
            | Change::Piece(..)
            | Change::Asked(..)
            | Change::RemoveQuestion(_)
            | Change::Indicator(..)
            | Change::Flag(..)
            | Change::WaiveRow(..)
            | Change::WaiveIndicator(..)
            | Change::Validate(false)
            | Change::Bonus(None)
            | Change::Mark(None)
            | Change::Ruling(..)
            | Change::Penalty(..)
            | Change::Visa(_) => Ok(()),
            Change::Settle(author, change) => match change.as_ref() {
                Change::Visa(_) | Change::Seal | Change::Reopen(_) | Change::Settle(..) => {
                    Err(Refusal::NothingToSettle)
                }
                change => change.check_value(commission, record, *author),
            },
        }
    }

    /// Refuses what comes after a fixed mark or an absence.
    fn check_moment(&self, record: &Record) -> Result<(), Refusal> {
        match (self, &record.sealed) {
            (Change::Reopen(_), Some(_)) => return Ok(()),
            (Change::Reopen(_), None) => return Err(Refusal::NotSealed),
            (_, Some(_)) => return Err(Refusal::Sealed),
            (_, None) => {}
        }
        let stays_open = matches!(
            self,
            Change::Absent(_)
                | Change::Move(_)
                | Change::Correct(_)
                | Change::Dossier(_)
                | Change::Amend(..)
                | Change::Label(..)
                | Change::Access(..)
                | Change::Piece(..)
                | Change::Ticking(_)
                | Change::Settle(..)
        );
        let still_here = matches!(self, Change::Move(_) | Change::Correct(_));
        if record.moved.is_some() && !still_here {
            return Err(Refusal::Moved);
        }
        if record.absent.is_some() && !stays_open {
            Err(Refusal::Absent)
        } else {
            Ok(())
        }
    }

    fn check_author(
        &self,
        commission: &Commission,
        record: &Record,
        author: Author,
    ) -> Result<(), Refusal> {
        let common = commission.ticking(record) == Ticking::Common;
        match self {
            // A flag is a reminder to oneself: it survives validation.
            Change::Flag(..) => match author {
                Author::Member(_) if common => Err(Refusal::WrongAuthor(author)),
                Author::Commission if !common => Err(Refusal::WrongAuthor(author)),
                Author::Member(_) | Author::Commission => Ok(()),
            },
            Change::Level(..) | Change::Indicator(..) | Change::Validate(_) => {
                match author {
                    Author::Member(_) if common => return Err(Refusal::WrongAuthor(author)),
                    Author::Commission if !common => {
                        let settles = matches!(self, Change::Level(..));
                        if !settles {
                            return Err(Refusal::WrongAuthor(author));
                        }
                        if !commission.all_validated(record) {
                            return Err(Refusal::NotAllValidated);
                        }
                        return Ok(());
                    }
                    Author::Member(_) | Author::Commission => {}
                }
                let validated = record.column(author).is_some_and(|column| column.validated);
                match self {
                    Change::Validate(false) => self.check_takes_back(commission, record),
                    Change::Level(..) | Change::Indicator(..) if validated => {
                        Err(Refusal::Validated)
                    }
                    _ => Ok(()),
                }
            }
            Change::Visa(_) => match author {
                Author::Member(_) => Ok(()),
                Author::Commission => Err(Refusal::WrongAuthor(author)),
            },
            _ => match author {
                Author::Commission => Ok(()),
                Author::Member(_) => Err(Refusal::WrongAuthor(author)),
            },
        }
    }

    /// A column that both have seen stays as it was: what one would change now is not their own
    /// judgement any more.
    fn check_takes_back(&self, commission: &Commission, record: &Record) -> Result<(), Refusal> {
        let settled = record
            .column(Author::Commission)
            .is_some_and(|column| !column.levels.is_empty());
        match commission.ticking(record) {
            Ticking::Common => Ok(()),
            Ticking::Blind if commission.all_validated(record) => Err(Refusal::ColumnsOpen),
            Ticking::Separate | Ticking::Blind if settled => Err(Refusal::ColumnsOpen),
            Ticking::Separate | Ticking::Blind => Ok(()),
        }
    }

    fn carry_out(
        &self,
        commission: &mut Commission,
        id: &CandidateId,
        stamp: Stamp,
    ) -> Result<Change, Refusal> {
        let levels = commission
            .record(id)
            .map(|record| commission.agreed(record))
            .unwrap_or_default();
        let last = commission
            .record(id)
            .and_then(|record| mark::last(commission.grid(), record));
        let columns = commission.grid().covered_rows().count();
        let record = commission
            .record_mut(id)
            .ok_or_else(|| Refusal::UnknownCandidate(id.clone()))?;
        Ok(match self {
            Change::Correct(candidate) => {
                Change::Correct(mem::replace(&mut record.candidate, candidate.clone()))
            }
            Change::Ticking(ticking) => {
                Change::Ticking(mem::replace(&mut record.ticking, *ticking))
            }
            Change::Begin(begin) => {
                let former = record.begun.is_some();
                record.begun = begin.then_some(stamp.at);
                Change::Begin(former)
            }
            Change::Absent(absent) => {
                let former = record.absent.is_some();
                record.absent = absent.then_some(stamp.at);
                Change::Absent(former)
            }
            Change::Move(to) => {
                let now = to.as_ref().map(|to| Moved {
                    at: stamp.at,
                    to: to.trim().to_owned(),
                });
                let former = mem::replace(&mut record.moved, now);
                Change::Move(former.map(|former| former.to))
            }
            Change::Dossier(dossier) => {
                let former = mem::replace(&mut record.dossier, dossier.as_deref().cloned());
                Change::Dossier(former.map(Box::new))
            }
            Change::Amend(spot, said) => {
                let dossier = record.dossier.as_mut();
                let former =
                    dossier.and_then(|dossier| dossier.amend(*spot, said.clone(), columns));
                Change::Amend(*spot, former)
            }
            Change::Label(path, kind) => {
                let dossier = record.dossier.as_mut();
                let former = dossier.and_then(|dossier| dossier.label(path, *kind));
                Change::Label(path.clone(), former.unwrap_or(*kind))
            }
            Change::Access(path, access) => {
                Change::Access(path.clone(), put(&mut record.access, path, *access))
            }
            Change::Piece(piece, state) => {
                Change::Piece(piece.clone(), put(&mut record.pieces, piece, *state))
            }
            Change::AddQuestion(question) => {
                let former = record
                    .questions
                    .iter()
                    .position(|known| known.id == question.id);
                match former.and_then(|position| record.questions.get_mut(position)) {
                    Some(known) => Change::AddQuestion(mem::replace(known, question.clone())),
                    None => {
                        // Sorted by name, so that a question taken out and put back finds its place.
                        let place = record
                            .questions
                            .partition_point(|known| known.id < question.id);
                        record.questions.insert(place, question.clone());
                        Change::RemoveQuestion(question.id.clone())
                    }
                }
            }
            Change::RemoveQuestion(question) => {
                let position = record
                    .questions
                    .iter()
                    .position(|known| known.id == *question);
                match position {
                    Some(position) => Change::AddQuestion(record.questions.remove(position)),
                    None => {
                        return Err(Refusal::Unknown(
                            UnknownThing::Question,
                            question.to_string(),
                        ));
                    }
                }
            }
            Change::Asked(question, asked) => {
                let known = record
                    .questions
                    .iter_mut()
                    .find(|known| known.id == *question);
                let former = known.map(|known| mem::replace(&mut known.asked, *asked));
                Change::Asked(question.clone(), former.unwrap_or(false))
            }
            Change::Level(row, level) => {
                let column = record.columns.entry(stamp.author).or_default();
                let former = put(&mut column.levels, row, level.clone());
                prune(record, stamp.author);
                Change::Level(row.clone(), former)
            }
            Change::Indicator(indicator, seen) => {
                let column = record.columns.entry(stamp.author).or_default();
                let former = put(&mut column.seen, indicator, *seen);
                prune(record, stamp.author);
                Change::Indicator(indicator.clone(), former)
            }
            Change::Flag(row, flagged) => {
                let column = record.columns.entry(stamp.author).or_default();
                let former = if *flagged {
                    !column.flags.insert(row.clone())
                } else {
                    column.flags.remove(row)
                };
                prune(record, stamp.author);
                Change::Flag(row.clone(), former)
            }
            Change::WaiveRow(row, reason) => Change::WaiveRow(
                row.clone(),
                put(&mut record.waived_rows, row, reason.clone()),
            ),
            Change::WaiveIndicator(indicator, reason) => Change::WaiveIndicator(
                indicator.clone(),
                put(&mut record.waived_indicators, indicator, reason.clone()),
            ),
            Change::Bonus(points) => Change::Bonus(mem::replace(&mut record.bonus, points.clone())),
            Change::Ruling(section, ruling) => {
                Change::Ruling(section.clone(), put(&mut record.rulings, section, *ruling))
            }
            Change::Amount(penalty, points) => Change::Amount(
                penalty.clone(),
                put(&mut record.amounts, penalty, points.clone()),
            ),
            Change::Validate(validated) => {
                let column = record.columns.entry(stamp.author).or_default();
                let former = mem::replace(&mut column.validated, *validated);
                prune(record, stamp.author);
                Change::Validate(former)
            }
            Change::Timer(timer) => {
                record.times.push(Timed {
                    at: stamp.at,
                    timer: timer.clone(),
                });
                Change::Timer(mem::replace(&mut record.timer, timer.clone()))
            }
            Change::Mark(mark) => Change::Mark(mem::replace(&mut record.mark, mark.clone())),
            Change::Reason(text) => Change::Reason(mem::replace(&mut record.reason, text.clone())),
            Change::Penalty(penalty, retained) => Change::Penalty(
                penalty.clone(),
                put(&mut record.penalties, penalty, *retained),
            ),
            Change::Observation(phase, text) => {
                let value = (!text.is_empty()).then(|| text.clone());
                let former = put(&mut record.observations, phase, value);
                Change::Observation(*phase, former.unwrap_or_default())
            }
            Change::Appreciation(text) => {
                Change::Appreciation(mem::replace(&mut record.appreciation, text.clone()))
            }
            Change::Visa(given) => {
                let Author::Member(member) = stamp.author else {
                    return Err(Refusal::WrongAuthor(stamp.author));
                };
                let visa = Visa {
                    at: stamp.at,
                    over: record.decision(levels),
                };
                let former = put(&mut record.visas, &member, given.then_some(visa));
                Change::Visa(former.is_some())
            }
            Change::Seal => {
                record.questions.retain(|question| question.asked);
                record.sealed = Some(Seal { at: stamp.at, last });
                Change::Reopen(String::new())
            }
            Change::Reopen(reason) => {
                let Some(former) = record.sealed.take() else {
                    return Err(Refusal::NotSealed);
                };
                record.visas.clear();
                record.reopened.push(Reopening {
                    at: stamp.at,
                    reason: reason.clone(),
                    former,
                });
                Change::Seal
            }
            Change::Settle(author, change) => {
                let stamp = Stamp {
                    author: *author,
                    at: stamp.at,
                };
                let former = change.carry_out(commission, id, stamp)?;
                Change::Settle(*author, Box::new(former))
            }
        })
    }
}

/// How many rows an author has still to grade.
fn without_level(grid: &Grid, record: &Record, author: Author) -> usize {
    let waived = record.waived(grid);
    let column = record.column(author);
    let has = |row| column.is_some_and(|column| column.levels.contains_key(row));
    let missing = grid.rows.iter();
    missing
        .filter(|row| !waived.contains(&row.id) && !has(&row.id))
        .count()
}

fn is_proposed(commission: &Commission, record: &Record, mark: &Fraction) -> bool {
    let profile = mark::Profile::of(commission, record);
    match mark::propose(commission.grid(), &profile) {
        mark::Proposal::Complete(readings) => [&readings.proposed, &readings.neutral]
            .into_iter()
            .flatten()
            .chain(std::iter::once(&readings.zero))
            .any(|reading| reading.rounded == *mark),
        mark::Proposal::Free | mark::Proposal::Incomplete(_) => false,
    }
}

fn check_bonus(grid: &Grid, points: &Fraction) -> Result<(), Refusal> {
    if grid
        .bonus
        .as_ref()
        .is_some_and(|bonus| bonus.allows(points))
    {
        Ok(())
    } else {
        Err(Refusal::AmountOutOfRange)
    }
}

fn check_amount(
    grid: &Grid,
    penalty: &super::id::PenaltyId,
    points: Option<&Fraction>,
) -> Result<(), Refusal> {
    let Some(known) = grid.penalty(penalty) else {
        return Err(Refusal::Unknown(UnknownThing::Penalty, penalty.to_string()));
    };
    let Some(points) = points else { return Ok(()) };
    let chosen = !matches!(known.amount, Amount::Fixed(_));
    if chosen && known.amount.allows(points) {
        Ok(())
    } else {
        Err(Refusal::AmountOutOfRange)
    }
}

fn check_text(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_TEXT {
        Err(Refusal::TextTooLong(LONGEST_TEXT))
    } else {
        Ok(())
    }
}

/// Sets or removes an entry and returns what stood there.
fn put<K: Ord + Clone, V>(map: &mut BTreeMap<K, V>, key: &K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    }
}

/// Drops a column that holds nothing, so that undo gives back the very same record.
fn prune(record: &mut Record, author: Author) {
    if record
        .columns
        .get(&author)
        .is_some_and(|column| *column == Column::default())
    {
        let _ = record.columns.remove(&author);
    }
}

fn has_paper(record: &Record, path: &str) -> bool {
    let dossier = record.dossier.as_ref();
    dossier.is_some_and(|dossier| dossier.has(path))
}
