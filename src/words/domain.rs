//! What the domain says, in sentences: refusals, faults, what is missing.

use super::format;
use crate::domain::calibration::RowGaps;
use crate::domain::check::Missing;
use crate::domain::comment::Misfit;
use crate::domain::commission::{CodeReset, Commission, Header};
use crate::domain::decision::Remark;
use crate::domain::dossier::PieceKind;
use crate::domain::edit::{Author, Change, Edit, Refusal, UnknownThing};
use crate::domain::grid::fault::Part;
use crate::domain::grid::{Advice, AdviceCause, Fault, FaultCause, Grid};
use crate::domain::id::RowId;
use crate::domain::mark::Final;
use crate::domain::verdict::Outcome;
use crate::t;

/// Returns why an edit was refused.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownCandidate(id) => t!("refusal-unknown-candidate", number = id.as_str()),
        Refusal::NumberTaken(id) => t!("refusal-number-taken", number = id.as_str()),
        Refusal::Nameless => t!("refusal-nameless"),
        Refusal::AlreadyBegun(id) => t!("refusal-already-begun", number = id.as_str()),
        Refusal::Unknown(thing, name) => {
            let key = match thing {
                UnknownThing::Row => "refusal-unknown-row",
                UnknownThing::Level => "refusal-unknown-level",
                UnknownThing::Indicator => "refusal-unknown-indicator",
                UnknownThing::Penalty => "refusal-unknown-penalty",
                UnknownThing::Paper => "refusal-unknown-paper",
                UnknownThing::Piece => "refusal-unknown-piece",
                UnknownThing::Option => "refusal-unknown-option",
                UnknownThing::Phase => "refusal-unknown-phase",
                UnknownThing::Question => "refusal-unknown-question",
                UnknownThing::Section => "refusal-unknown-section",
                UnknownThing::Member => "refusal-unknown-member",
            };
            t!(key, name = name.as_str())
        }
        Refusal::WrongAuthor(Author::Commission) => t!("refusal-members-gesture"),
        Refusal::WrongAuthor(Author::Member(_)) => t!("refusal-commissions-gesture"),
        Refusal::AlreadyTicked => t!("refusal-already-ticked"),
        Refusal::Validated => t!("refusal-validated"),
        Refusal::Incomplete(missing) => t!("refusal-incomplete", missing = *missing),
        Refusal::ColumnsOpen => t!("refusal-columns-open"),
        Refusal::NotAllValidated => t!("refusal-not-all-validated"),
        Refusal::Sealed => t!("refusal-sealed"),
        Refusal::NotSealed => t!("refusal-not-sealed"),
        Refusal::Absent => t!("refusal-absent"),
        Refusal::Moved => t!("refusal-moved"),
        Refusal::CommissionMissing => t!("refusal-commission-missing"),
        Refusal::MarkOutOfRange { out_of, step } => {
            t!(
                "refusal-mark-range",
                most = format::mark(out_of),
                step = format::mark(step)
            )
        }
        Refusal::AmountOutOfRange => t!("refusal-amount-range"),
        Refusal::NoMark => t!("refusal-no-mark"),
        Refusal::NotReady(missing) => t!("refusal-not-ready", missing = *missing),
        Refusal::ReasonMissing => t!("refusal-reason-missing"),
        Refusal::TextTooLong(most) => {
            t!("refusal-text-too-long", most = format::count(*most as u64))
        }
        Refusal::ColumnElsewhere(member) => {
            t!(
                "refusal-column-elsewhere",
                member = (member + 1).to_string()
            )
        }
        Refusal::Unaware => t!("refusal-unaware"),
        Refusal::NothingToSettle => t!("refusal-nothing-to-settle"),
    }
}

/// Returns what is wrong in a grid, and the cure.
pub fn fault(fault: &Fault) -> String {
    match &fault.cause {
        FaultCause::DuplicateId(id) => t!("fault-duplicate", name = id.as_str()),
        FaultCause::UnknownId(id) => t!("fault-unknown", name = id.as_str()),
        FaultCause::Empty => t!("fault-empty"),
        FaultCause::NothingListed => t!("fault-nothing-listed"),
        FaultCause::TooMany(most) => t!("fault-too-many", most = most.to_string()),
        FaultCause::ValueOutOfRange(value) => t!("fault-value-range", value = value.as_str()),
        FaultCause::NotPositive(value) => t!("fault-not-positive", value = value.as_str()),
        FaultCause::NegativeWeight(value) => t!("fault-negative-weight", value = value.as_str()),
        FaultCause::WeightsSumToZero => t!("fault-weights-zero"),
        FaultCause::NoValue => t!("fault-no-value"),
        FaultCause::SpanOutOfRange => t!("fault-span"),
        FaultCause::CellTwice => t!("fault-cell-twice"),
        FaultCause::CellMissing(level) => t!("fault-cell-missing", level = level.as_str()),
        FaultCause::LevelOrder => t!("fault-level-order"),
        FaultCause::WeightsNotOne(sum) => t!("fault-weights-not-one", sum = sum.as_str()),
        FaultCause::TooDeep(most) => t!("fault-too-deep", most = most.to_string()),
        FaultCause::NoOutcome => t!("fault-no-outcome"),
        FaultCause::Interval => t!("fault-interval"),
        FaultCause::Unreachable => t!("fault-unreachable"),
        FaultCause::Needs(Part::Mark) => t!("fault-needs-mark"),
        FaultCause::Needs(Part::Sections) => t!("fault-needs-sections"),
        FaultCause::ShortTooLong(length) => t!("fault-short-too-long", length = length.to_string()),
    }
}

/// Parts what is wrong from its cure, which is the last sentence.
pub fn fault_and_cure(text: &str) -> (String, Option<String>) {
    match text.rsplit_once(". ") {
        Some((fault, cure)) => (format!("{fault}."), Some(cure.to_owned())),
        None => (text.to_owned(), None),
    }
}

/// Returns what a sound grid had better say, and how.
pub fn advice(advice: &Advice) -> String {
    match &advice.cause {
        AdviceCause::NoThreshold => t!("advice-no-threshold"),
        AdviceCause::NoAnnex(session) => t!("advice-no-annex", session = session.as_str()),
        AdviceCause::NothingLookedFor(row) => t!("advice-nothing-looked-for", row = row.as_str()),
        AdviceCause::LevelNowhere(level) => t!("advice-level-nowhere", level = level.as_str()),
        AdviceCause::NoText(row, level) => {
            t!("advice-no-text", row = row.as_str(), level = level.as_str())
        }
        AdviceCause::WeighsNothing(row) => t!("advice-weighs-nothing", row = row.as_str()),
        AdviceCause::SameShort(row) => t!("advice-same-short", row = row.as_str()),
        AdviceCause::NoPhase => t!("advice-no-phase"),
        AdviceCause::NoSource => t!("advice-no-source"),
        AdviceCause::CriticalIgnored(row) => t!("advice-critical-ignored", row = row.as_str()),
        AdviceCause::GrainOffStep => t!("advice-grain-off-step"),
    }
}

/// Returns what misses before a mark can be fixed.
pub fn missing(commission: &Commission, missing: &Missing) -> String {
    let short = |rows: &[RowId]| {
        let titles = rows.iter().filter_map(|row| commission.grid().row(row));
        titles
            .map(|row| row.short.clone())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let name = |member: usize| {
        commission
            .header
            .members
            .get(member)
            .map_or_else(String::new, |known| known.short())
    };
    match missing {
        Missing::Conflicts(count) => t!("missing-conflicts", count = *count),
        Missing::Validation(Author::Member(member)) => {
            t!("missing-validation", member = name(*member))
        }
        Missing::Validation(Author::Commission) => t!("missing-validation-common"),
        Missing::Disagreements(rows) => {
            t!(
                "missing-disagreements",
                count = rows.len(),
                rows = short(rows)
            )
        }
        Missing::Levels(rows) => t!("missing-levels", count = rows.len(), rows = short(rows)),
        Missing::Mark => t!("missing-mark"),
        Missing::Reason => t!("missing-reason"),
        Missing::Rulings(sections) => {
            let shorts = sections
                .iter()
                .filter_map(|id| commission.grid().section(id));
            let shorts: Vec<&str> = shorts.map(|section| section.short.as_str()).collect();
            t!(
                "missing-rulings",
                count = sections.len(),
                sections = shorts.join(", ")
            )
        }
        Missing::Comment(below) => t!("missing-comment", below = format::mark(below)),
        Missing::Penalties(penalties) => t!("missing-penalties", count = penalties.len()),
        Missing::Coverage(rows) => t!("missing-coverage", count = rows.len(), rows = short(rows)),
        Missing::Visa(member) => t!("missing-visa", member = name(*member)),
    }
}

/// Returns what must be said of NOTE FINALE, with its arithmetic: « 12 − 2 = 10, au seuil de 10 ».
pub fn remark(header: &Header, end: &Final) -> String {
    let grid = &header.grid;
    let threshold = grid
        .mark
        .as_ref()
        .and_then(|rule| rule.threshold.as_ref())
        .map(format::mark)
        .unwrap_or_default();
    let mut sum = format::mark(&end.mark);
    for (_, points) in &end.penalties {
        sum = t!("sum-minus", left = sum, right = format::mark(points));
    }
    let whole = if end.penalties.is_empty() {
        sum.clone()
    } else {
        t!(
            "sum-equals",
            left = sum.clone(),
            right = format::mark(&end.last)
        )
    };
    match crate::domain::decision::remark(grid, end) {
        None if end.penalties.is_empty() => t!("sum-alone", left = sum),
        None => whole,
        Some(Remark::Floored) => t!("remark-floored", sum = sum),
        Some(Remark::CrossedByPenalty) => t!("remark-crossed", sum = whole, threshold = threshold),
        Some(Remark::AtThreshold) => t!("remark-at", sum = whole, threshold = threshold),
        Some(Remark::JustBelow) => t!("remark-below", sum = whole, threshold = threshold),
    }
}

/// Returns a verdict in the grid's words: « validation partielle (Administrer, Gérer) ».
pub fn outcome(grid: &Grid, outcome: &Outcome) -> String {
    let Some(rule) = &grid.decision else {
        return String::new();
    };
    match outcome {
        Outcome::Pending => t!("verdict-pending"),
        Outcome::Full => rule.words.full.clone(),
        Outcome::None => rule.words.none.clone(),
        Outcome::Partial(sections) => {
            let shorts = sections.iter().filter_map(|id| grid.section(id));
            let shorts: Vec<&str> = shorts.map(|section| section.short.as_str()).collect();
            t!(
                "verdict-partial",
                verdict = rule.words.partial.as_str(),
                sections = shorts.join(", ")
            )
        }
    }
}

/// Returns what a paper is.
pub fn piece_kind(kind: PieceKind) -> String {
    let key = match kind {
        PieceKind::PortfolioSite => "piece-portfolio-site",
        PieceKind::PortfolioPdf => "piece-portfolio-pdf",
        PieceKind::PortfolioAddress => "piece-portfolio-address",
        PieceKind::Tableau => "piece-tableau",
        PieceKind::Attestation => "piece-attestation",
        PieceKind::Other => "piece-other",
    };
    t!(key)
}

/// Returns what a gesture did, for « Annulé : … ». With `masked` no mark is said.
pub fn gesture(header: &Header, edit: &Edit, masked: bool) -> String {
    let change = match edit {
        Edit::AddCandidate(candidate) => {
            return t!("gesture-add", number = candidate.number.as_str());
        }
        Edit::RemoveCandidate(id) => return t!("gesture-remove", number = id.as_str()),
        Edit::Lend(..) => return t!("gesture-lend"),
        Edit::Code(..) | Edit::ResetCode(..) => return t!("gesture-code"),
        Edit::Of(_, change) => change,
    };
    let grid = &header.grid;
    let number = |row: &RowId| {
        grid.row_index(row)
            .map_or_else(String::new, |row| (row + 1).to_string())
    };
    match change {
        Change::Correct(_) => t!("gesture-correct"),
        Change::Ticking(_) => t!("gesture-ticking"),
        Change::Begin(_) => t!("gesture-begin"),
        Change::Absent(_) => t!("gesture-absent"),
        Change::Move(_) => t!("gesture-move"),
        Change::Dossier(_) => t!("gesture-dossier"),
        Change::Amend(..) => t!("gesture-amend"),
        Change::Label(..) => t!("gesture-label"),
        Change::Access(..) => t!("gesture-access"),
        Change::Piece(..) => t!("gesture-piece"),
        Change::AddQuestion(_) | Change::RemoveQuestion(_) | Change::Asked(..) => {
            t!("gesture-question")
        }
        Change::Level(row, None) => t!("gesture-level-cleared", row = number(row)),
        Change::Level(row, Some(level)) => {
            let label = |known| grid.level_label(known, level).map(str::to_owned);
            let level = grid.row(row).and_then(label).unwrap_or_default();
            t!("gesture-level", row = number(row), level = level)
        }
        Change::Indicator(indicator, _) => {
            let row = grid.indicator(indicator).map(|(row, _)| number(&row.id));
            t!("gesture-indicator", row = row.unwrap_or_default())
        }
        Change::Flag(row, _) => t!("gesture-flag", row = number(row)),
        Change::WaiveRow(row, _) => t!("gesture-waiver", row = number(row)),
        Change::WaiveIndicator(indicator, _) => {
            let row = grid.indicator(indicator).map(|(row, _)| number(&row.id));
            t!("gesture-waiver", row = row.unwrap_or_default())
        }
        Change::Bonus(_) => t!("gesture-bonus"),
        Change::Ruling(section, _) => {
            let short = grid.section(section).map(|section| section.short.clone());
            t!("gesture-ruling", section = short.unwrap_or_default())
        }
        Change::Validate(_) => t!("gesture-validate"),
        Change::Timer(_) => t!("gesture-timer"),
        Change::Mark(None) => t!("gesture-mark-cleared"),
        Change::Mark(Some(_)) if masked => t!("gesture-mark-hidden"),
        Change::Mark(Some(mark)) => t!("gesture-mark", mark = format::mark(mark)),
        Change::Reason(_) => t!("gesture-reason"),
        Change::Penalty(penalty, _) | Change::Amount(penalty, _) => {
            let label = grid.penalty(penalty).map(|penalty| penalty.label.clone());
            t!("gesture-penalty", penalty = label.unwrap_or_default())
        }
        Change::Observation(phase, _) => {
            let label = grid
                .phases
                .get(*phase)
                .map(|phase| phase.label.to_lowercase());
            t!("gesture-observation", phase = label.unwrap_or_default())
        }
        Change::Appreciation(_) => t!("gesture-appreciation"),
        Change::Visa(_) => t!("gesture-visa"),
        Change::Seal => t!("gesture-seal"),
        Change::Reopen(_) => t!("gesture-reopen"),
        Change::Settle(..) => t!("gesture-settle"),
    }
}

/// Returns the same without what was judged: « niveau de la ligne 3 ».
pub fn gesture_veiled(header: &Header, edit: &Edit) -> String {
    match edit {
        Edit::Of(_, Change::Level(row, _)) => {
            let row = header
                .grid
                .row_index(row)
                .map_or_else(String::new, |row| (row + 1).to_string());
            t!("gesture-level-veiled", row = row)
        }
        other => gesture(header, other, true),
    }
}

/// Returns what is said of a forgotten code that was replaced.
pub fn code_reset(header: &Header, reset: &CodeReset) -> String {
    let name = |member: usize| {
        let known = header.members.get(member);
        known.map(|known| known.short()).unwrap_or_default()
    };
    let (day, hour) = (format::day_long(reset.at.day()), format::clock(reset.at));
    let (member, reason) = (name(reset.member), reset.reason.as_str());
    match reset.by {
        Author::Member(by) => t!(
            "resets-by",
            day = day,
            hour = hour,
            member = member,
            by = name(by),
            reason = reason
        ),
        Author::Commission => t!(
            "resets-alone",
            day = day,
            hour = hour,
            member = member,
            reason = reason
        ),
    }
}

/// Returns how far apart the members were on a row.
pub fn gaps(gaps: &RowGaps<'_>) -> String {
    let mut said = vec![t!("gaps-same", count = gaps.same)];
    if gaps.near > 0 {
        said.push(t!("gaps-near", count = gaps.near));
    }
    if !gaps.wide.is_empty() {
        said.push(t!("gaps-wide", count = gaps.wide.len()));
    }
    said.join(", ")
}

/// Returns why sentences do not fit a grid.
pub fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::Grid(grid) => t!("misfit-grid", grid = grid.as_str()),
        Misfit::Row(place, row) => {
            t!("misfit-row", place = place.to_string(), row = row.as_str())
        }
        Misfit::Level(place, level) => {
            t!(
                "misfit-level",
                place = place.to_string(),
                level = level.as_str()
            )
        }
        Misfit::Empty(place) => t!("misfit-empty", place = place.to_string()),
        Misfit::Long(place) => {
            t!(
                "misfit-long",
                place = place.to_string(),
                most = crate::domain::comment::LONGEST.to_string()
            )
        }
        Misfit::Many => t!(
            "misfit-many",
            most = crate::domain::comment::MOST.to_string()
        ),
    }
}
