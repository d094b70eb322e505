//! Several copies of one commission, in sentences: what came from whom, what is to be settled. What
//! stands in a closed column is not said.

use std::fmt;
use std::path::PathBuf;

use super::{domain, format};
use crate::domain::commission::{Commission, PieceState, Seen, Ticking};
use crate::domain::conflict::{Conflict, Side, Slot};
use crate::domain::dossier::amend::Said;
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::id::{CandidateId, IndicatorId, RowId};
use crate::domain::merge::report::{Arrival, Difference, Report};
use crate::domain::reconcile::Sight;
use crate::domain::roster::Moment;
use crate::store::document::Notice;
use crate::store::journal::Break;
use crate::store::merge::MergeError;
use crate::t;

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            MergeError::Store(error) => error.to_string(),
            MergeError::Edit(error) => error.to_string(),
            MergeError::Unsound { path, notice } => {
                let shown = path.display().to_string();
                match notice {
                    Notice::Torn { .. } => t!("merge-error-torn", path = shown),
                    Notice::Broken { line, cause } => {
                        let cause = match cause {
                            Break::Refused(reason) => {
                                t!("break-refused", reason = reason.as_str())
                            }
                            Break::Syntax(_) | Break::Chain => t!("break-chain"),
                        };
                        let line = line.to_string();
                        t!(
                            "merge-error-broken",
                            path = shown,
                            line = line,
                            cause = cause
                        )
                    }
                    Notice::Waiting(_) => t!("merge-error-waiting", path = shown),
                    other => {
                        let detail = super::notice(path, other);
                        t!("merge-error-other", path = shown, detail = detail)
                    }
                }
            }
            MergeError::Mismatch {
                first,
                second,
                differences,
            } => {
                let mut text = t!(
                    "merge-error-mismatch",
                    first = first.display().to_string(),
                    second = second.display().to_string()
                );
                for known in differences {
                    text.push_str("\n- ");
                    text.push_str(&difference(known));
                }
                text
            }
            MergeError::Parted {
                first,
                second,
                since,
            } => t!(
                "merge-error-parted",
                first = first.display().to_string(),
                second = second.display().to_string(),
                since = instant(*since)
            ),
            MergeError::NotTheCommissions(path) => {
                t!(
                    "merge-error-copy-of-copy",
                    path = path.display().to_string()
                )
            }
            MergeError::AlreadyLent(member) => {
                t!("merge-error-lent", member = (member + 1).to_string())
            }
            MergeError::NoSuchMember(member) => {
                t!("refusal-unknown-member", name = (member + 1).to_string())
            }
        };
        f.write_str(&text)
    }
}

/// Returns in what two files are not copies of one commission.
pub fn difference(difference: &Difference) -> String {
    let numbers = |numbers: &[CandidateId]| {
        if numbers.is_empty() {
            t!("difference-roster-none")
        } else {
            let numbers: Vec<&str> = numbers.iter().map(CandidateId::as_str).collect();
            numbers.join(", ")
        }
    };
    match difference {
        Difference::Document => t!("difference-document"),
        Difference::Grid(first, second) => t!(
            "difference-grid",
            first = first.as_str(),
            second = second.as_str()
        ),
        Difference::Rows(rows) => {
            let rows: Vec<&str> = rows.iter().map(RowId::as_str).collect();
            t!("difference-rows", rows = rows.join(", "))
        }
        Difference::GridText => t!("difference-grid-text"),
        Difference::Session(first, second) => t!(
            "difference-session",
            first = first.as_str(),
            second = second.as_str()
        ),
        Difference::Number(first, second) => t!(
            "difference-number",
            first = first.as_str(),
            second = second.as_str()
        ),
        Difference::Members(first, second) => t!(
            "difference-members",
            first = first.join(", "),
            second = second.join(", ")
        ),
        Difference::Roster(first, second) => t!(
            "difference-roster",
            first = numbers(first),
            second = numbers(second)
        ),
        Difference::Terms => t!("difference-terms"),
    }
}

/// Returns the whole report of a merge of `files` into `path`, line by line.
pub fn merge_report(
    commission: &Commission,
    report: &Report,
    files: &[PathBuf],
    path: &std::path::Path,
) -> Vec<String> {
    let mut lines = Vec::new();
    if report.is_empty() {
        lines.push(t!("merge-same"));
    }
    lines.push(t!(
        "merge-done",
        path = path.display().to_string(),
        count = report.edits
    ));
    for (file, arrivals) in files.iter().zip(&report.brought) {
        let path = file.display().to_string();
        if arrivals.is_empty() {
            lines.push(t!("merge-brought-nothing", path = path));
            continue;
        }
        lines.push(t!("merge-brought", path = path));
        lines.extend(arrivals.iter().map(|known| arrival(commission, known)));
    }
    if !report.conflicts.is_empty() {
        lines.push(t!("merge-conflicts", count = report.conflicts.len()));
        for (candidate, known) in &report.conflicts {
            lines.extend(conflict(commission, candidate, known));
        }
    }
    if !report.late.is_empty() {
        lines.push(t!("merge-late", count = report.late.len()));
        for (candidate, known) in &report.late {
            lines.extend(conflict(commission, candidate, known));
        }
    }
    for (candidate, member) in &report.lapsed {
        lines.push(lapsed(commission, candidate, *member));
    }
    lines
}

/// Returns what one author did on one candidate.
pub fn arrival(commission: &Commission, arrival: &Arrival) -> String {
    let who = author(commission, arrival.author);
    let candidate = match &arrival.candidate {
        Some(id) => candidate(commission, id),
        None => t!("merge-whole"),
    };
    t!(
        "merge-arrival",
        who = who,
        candidate = candidate,
        count = arrival.gestures,
        first = format::clock(arrival.first),
        last = format::clock(arrival.last)
    )
}

/// Returns what each author did, all candidates together: how much, on how many, since when.
pub fn arrivals(commission: &Commission, arrivals: &[Arrival]) -> Vec<String> {
    let mut authors: Vec<Author> = arrivals.iter().map(|known| known.author).collect();
    authors.dedup();
    let total = |by: Author| {
        let own = || arrivals.iter().filter(move |known| known.author == by);
        let (first, last) = (
            own().map(|known| known.first).min()?,
            own().map(|known| known.last).max()?,
        );
        let on = own().filter(|known| known.candidate.is_some()).count();
        Some(t!(
            "copies-arrival",
            who = format::capital(&author(commission, by)),
            count = own().map(|known| known.gestures).sum::<usize>(),
            on = if on == 0 {
                t!("merge-whole")
            } else {
                t!("copies-candidates", count = on)
            },
            span = span(first, last)
        ))
    };
    authors.into_iter().filter_map(total).collect()
}

fn span(first: Moment, last: Moment) -> String {
    let (day, end) = (
        format::day_short(first.day()),
        format::day_short(last.day()),
    );
    let (from, to) = (format::clock(first), format::clock(last));
    if day != end {
        t!(
            "copies-span-days",
            day = day,
            from = from,
            end = end,
            to = to
        )
    } else if from == to {
        t!("copies-span-instant", day = day, from = from)
    } else {
        t!("copies-span", day = day, from = from, to = to)
    }
}

/// Returns who filled a field so, when, and on which copy.
pub fn side_by(commission: &Commission, side: &Side) -> String {
    let place = match &side.copy {
        None => t!("settling-at-home"),
        Some(copy) => {
            let mut lent = commission.lent.iter();
            match lent.find(|(_, id)| *id == copy) {
                Some((member, _)) => t!(
                    "settling-on-copy",
                    member = author(commission, Author::Member(*member))
                ),
                None => t!("settling-on-a-copy"),
            }
        }
    };
    t!(
        "settling-by",
        who = format::capital(&author(commission, side.stamp.author)),
        day = format::day_short(side.stamp.at.day()),
        hour = format::clock(side.stamp.at),
        place = place
    )
}

/// Returns a visa that is to be given again.
pub fn lapsed(commission: &Commission, id: &CandidateId, member: usize) -> String {
    t!(
        "merge-lapsed",
        member = author(commission, Author::Member(member)),
        candidate = candidate(commission, id)
    )
}

/// Returns a field that clashes: what it is, then each value with who and when.
pub fn conflict(commission: &Commission, id: &CandidateId, conflict: &Conflict) -> Vec<String> {
    let mut lines = vec![t!(
        "merge-conflict",
        candidate = candidate(commission, id),
        field = slot(commission, &conflict.slot)
    )];
    let Some(record) = commission.record(id) else {
        return lines;
    };
    for side in &conflict.sides {
        let held = if conflict.slot.holds(record, &side.edit) {
            "yes"
        } else {
            "no"
        };
        lines.push(t!(
            "merge-side",
            value = settled_value(commission, id, &conflict.slot, &side.edit),
            who = author(commission, side.stamp.author),
            when = instant(side.stamp.at),
            held = held
        ));
    }
    lines
}

/// Returns a candidate's number and name.
pub fn candidate(commission: &Commission, id: &CandidateId) -> String {
    let name = commission.record(id).map(|record| record.candidate.name());
    match name {
        Some(name) => format!("{id} {name}"),
        None => id.to_string(),
    }
}

fn author(commission: &Commission, author: Author) -> String {
    match author {
        Author::Commission => t!("merge-the-commission"),
        Author::Member(member) => commission
            .header
            .members
            .get(member)
            .map(|known| known.short())
            .unwrap_or_default(),
    }
}

fn instant(at: Moment) -> String {
    format!("{} {}", format::day_short(at.day()), format::clock(at))
}

fn row_number(commission: &Commission, row: Option<&RowId>) -> String {
    row.and_then(|row| commission.grid().row_index(row))
        .map_or_else(String::new, |row| (row + 1).to_string())
}

fn row_of<'a>(commission: &'a Commission, indicator: &IndicatorId) -> Option<&'a RowId> {
    let found = commission.grid().indicator(indicator);
    found.map(|(row, _)| &row.id)
}

/// Returns what a field is called.
pub fn slot(commission: &Commission, slot: &Slot) -> String {
    let grid = commission.grid();
    match slot {
        Slot::Roster => t!("slot-roster"),
        Slot::Ticking => t!("slot-ticking"),
        Slot::Begun => t!("slot-begun"),
        Slot::Absent => t!("slot-absent"),
        Slot::Moved => t!("slot-moved"),
        Slot::Dossier => t!("slot-dossier"),
        Slot::Amended(_) => t!("slot-amended"),
        Slot::Label(path) => t!("slot-label", path = path.as_str()),
        Slot::Access(address) => t!("slot-access", address = address.as_str()),
        Slot::Piece(piece) => {
            let mut pieces = grid.pieces.iter();
            let label = pieces.find(|known| known.id == *piece);
            let name = label.map_or_else(|| piece.to_string(), |known| known.label.clone());
            t!("slot-piece", name = name)
        }
        Slot::Question(_) => t!("slot-question"),
        Slot::Level(by, row) => t!(
            "slot-level",
            row = row_number(commission, Some(row)),
            who = author(commission, *by)
        ),
        Slot::Indicator(by, indicator) => t!(
            "slot-indicator",
            row = row_number(commission, row_of(commission, indicator)),
            who = author(commission, *by)
        ),
        Slot::Flag(by, row) => t!(
            "slot-flag",
            row = row_number(commission, Some(row)),
            who = author(commission, *by)
        ),
        Slot::WaivedRow(row) => {
            t!("slot-waived-row", row = row_number(commission, Some(row)))
        }
        Slot::WaivedIndicator(indicator) => t!(
            "slot-waived-indicator",
            row = row_number(commission, row_of(commission, indicator))
        ),
        Slot::Bonus => t!("slot-bonus"),
        Slot::Ruling(section) => {
            let mut sections = grid.outer_sections();
            let label = sections.find(|known| known.id == *section);
            let name = label.map_or_else(|| section.to_string(), |known| known.title.clone());
            t!("slot-ruling", name = name)
        }
        Slot::Validated(by) => t!("slot-validated", who = author(commission, *by)),
        Slot::Timer => t!("slot-timer"),
        Slot::Mark => t!("slot-mark"),
        Slot::Reason => t!("slot-reason"),
        Slot::Penalty(penalty) => {
            let label = grid.penalty(penalty).map(|penalty| penalty.label.clone());
            t!("slot-penalty", name = label.unwrap_or_default())
        }
        Slot::Amount(penalty) => {
            let label = grid.penalty(penalty).map(|penalty| penalty.label.clone());
            t!("slot-amount", name = label.unwrap_or_default())
        }
        Slot::Observation(phase) => {
            let label = grid.phases.get(*phase).map(|phase| phase.label.clone());
            t!("slot-observation", phase = label.unwrap_or_default())
        }
        Slot::Appreciation => t!("slot-appreciation"),
        Slot::Visa(_) => t!("slot-visa"),
        Slot::Seal => t!("slot-seal"),
    }
}

/// Returns what a gesture put in a field, unless the field is in a column that is still closed.
pub fn settled_value(
    commission: &Commission,
    id: &CandidateId,
    slot: &Slot,
    edit: &Edit,
) -> String {
    let hidden = commission.record(id).is_some_and(|record| {
        let sights = commission.sights(record, Author::Commission);
        match slot.column() {
            Some(Author::Member(member)) => {
                matches!(sights.get(member), Some(Sight::Hidden { .. }))
            }
            _ => false,
        }
    });
    if hidden && !matches!(slot, Slot::Validated(_)) {
        return t!("value-hidden");
    }
    match edit {
        Edit::AddCandidate(candidate) => listed(candidate),
        Edit::RemoveCandidate(_) => t!("value-removed"),
        Edit::Lend(..) | Edit::Code(..) | Edit::ResetCode(..) => {
            domain::gesture(&commission.header, edit, true)
        }
        Edit::Of(_, change) => value(commission, change.written()),
    }
}

fn listed(candidate: &crate::domain::roster::Candidate) -> String {
    match candidate.passage {
        None => t!(
            "value-listed",
            name = candidate.name(),
            number = candidate.number.as_str()
        ),
        Some(hour) => t!(
            "value-listed-at",
            name = candidate.name(),
            number = candidate.number.as_str(),
            hour = format::hour(hour)
        ),
    }
}

fn value(commission: &Commission, change: &Change) -> String {
    let yes = |yes: bool| if yes { t!("value-yes") } else { t!("value-no") };
    let written = |text: &str| {
        if text.trim().is_empty() {
            t!("value-nothing")
        } else {
            t!("value-text", text = text)
        }
    };
    let grid = commission.grid();
    match change {
        Change::Correct(candidate) => listed(candidate),
        Change::Ticking(None) => t!("value-as-all"),
        Change::Ticking(Some(Ticking::Common)) => t!("value-common"),
        Change::Ticking(Some(Ticking::Separate)) => t!("value-separate"),
        Change::Ticking(Some(Ticking::Blind)) => t!("value-blind"),
        Change::Begin(value) | Change::Absent(value) | Change::Validate(value) => yes(*value),
        Change::Visa(value) | Change::Flag(_, value) => yes(*value),
        Change::Move(to) => to.as_deref().map_or_else(|| yes(false), written),
        Change::WaiveRow(_, Some(text)) | Change::WaiveIndicator(_, Some(text)) => written(text),
        Change::Bonus(Some(points)) | Change::Amount(_, Some(points)) => format::mark(points),
        Change::Ruling(_, Some(acquired)) => yes(*acquired),
        Change::Dossier(Some(_)) => t!("value-joined"),
        Change::Amend(_, Some(Said::Flag(value))) => yes(*value),
        Change::Amend(_, Some(Said::Text(text))) => written(text),
        Change::Amend(_, Some(Said::Section(section))) => (section + 1).to_string(),
        Change::Label(_, kind) => super::piece_kind(*kind),
        Change::Access(_, Some(access)) => yes(access.opened),
        Change::Piece(_, Some(PieceState::Conform)) => t!("value-conform"),
        Change::Piece(_, Some(PieceState::Missing)) => t!("value-missing"),
        Change::AddQuestion(question) => written(&question.text),
        Change::Asked(_, true) => t!("value-asked"),
        Change::Asked(_, false) => t!("value-not-asked"),
        Change::Level(_, Some(level)) => grid
            .level(level)
            .map_or_else(|| level.to_string(), |level| level.label.clone()),
        Change::Indicator(_, Some(Seen::Yes)) => t!("value-seen"),
        Change::Indicator(_, Some(Seen::Partly)) => t!("value-partly"),
        Change::Indicator(_, Some(Seen::No)) => t!("value-unseen"),
        Change::Timer(timer) => {
            let spent: u64 = timer.spent.iter().sum();
            let seconds = u32::try_from(spent / 1000).unwrap_or(u32::MAX);
            let phase = (timer.phase + 1).to_string();
            t!(
                "value-timer",
                phase = phase,
                time = format::duration(seconds)
            )
        }
        Change::Mark(Some(mark)) => format::mark(mark),
        Change::Reason(text) | Change::Observation(_, text) | Change::Appreciation(text) => {
            written(text)
        }
        Change::Penalty(_, Some(retained)) => yes(*retained),
        Change::Seal => t!("value-sealed"),
        Change::Reopen(_) => t!("value-reopened"),
        Change::RemoveQuestion(_)
        | Change::WaiveRow(_, None)
        | Change::WaiveIndicator(_, None)
        | Change::Bonus(None)
        | Change::Amount(_, None)
        | Change::Ruling(_, None)
        | Change::Dossier(None)
        | Change::Amend(_, None)
        | Change::Access(_, None)
        | Change::Piece(_, None)
        | Change::Level(_, None)
        | Change::Indicator(_, None)
        | Change::Mark(None)
        | Change::Penalty(_, None) => t!("value-nothing"),
        Change::Settle(_, change) => value(commission, change),
    }
}
