//! What is missing before a mark can be fixed, and what the papers propose: findings for the
//! jury, never errors.

use super::commission::{Commission, PieceState, Record, Ticking};
use super::dossier::PieceKind;
use super::edit::Author;
use super::fraction::Fraction;
use super::grid::Penalty;
use super::id::{PenaltyId, PieceId, RowId, SectionId};
use super::mark::{self, Profile, Proposal, Withheld};
use super::verdict;

/// Something that misses before « Arrêter la note ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Fields that two copies filled differently.
    Conflicts(usize),
    /// A member has not validated.
    Validation(Author),
    /// Rows on which the members differ and the commission has not chosen.
    Disagreements(Vec<RowId>),
    /// Rows without a level.
    Levels(Vec<RowId>),
    /// NOTE.
    Mark,
    /// The reason of a NOTE that departs from the proposal.
    Reason,
    /// Blocs that were not ruled on.
    Rulings(Vec<SectionId>),
    /// The appreciation, due under this mark.
    Comment(Fraction),
    /// Penalties that are neither retained nor set aside, or whose points are to be said.
    Penalties(Vec<PenaltyId>),
    /// Rows not assessable that the appreciation does not mention.
    Coverage(Vec<RowId>),
    /// The visa of a member, for the decision as it stands.
    Visa(usize),
}

/// How a NOTE stands to the proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// It is the proposal, or nothing is proposed.
    None,
    /// It lies between the two readings, ends included but not the proposal.
    BetweenReadings,
    /// It departs by so many points.
    By(Fraction),
}

/// What the papers say of a penalty. Nothing is applied by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PenaltyFinding {
    /// The paper is there: not proposed.
    Present(PieceId),
    /// The paper is missing: proposed.
    Absent(PieceId),
    /// It is an address that did not open: proposed.
    Inaccessible(PieceId),
    /// It is an address that nobody tried: to decide.
    Untried(PieceId),
    /// No dossier was joined, so nothing is known.
    Unknown,
}

/// Returns everything that misses before the mark of a record can be fixed, in the order of work.
pub fn missing(commission: &Commission, record: &Record) -> Vec<Missing> {
    let grid = commission.grid();
    let mut missing = Vec::new();
    if !record.unsettled().is_empty() {
        missing.push(Missing::Conflicts(record.unsettled().len()));
    }
    if commission.ticking(record) != Ticking::Common {
        for member in 0..commission.header.members.len() {
            let author = Author::Member(member);
            if !record.column(author).is_some_and(|column| column.validated) {
                missing.push(Missing::Validation(author));
            }
        }
    } else if !commission.is_graded(record) {
        missing.push(Missing::Validation(Author::Commission));
    }
    let open: Vec<RowId> = commission
        .comparisons(record)
        .into_iter()
        .filter(super::reconcile::Comparison::is_open)
        .map(|comparison| comparison.row)
        .collect();
    let profile = Profile::of(commission, record);
    let without: Vec<RowId> = mark::without_level(grid, &profile)
        .into_iter()
        .filter(|row| !open.contains(row))
        .collect();
    if !without.is_empty() {
        missing.push(Missing::Levels(without));
    }
    if !open.is_empty() {
        missing.push(Missing::Disagreements(open));
    }
    if grid.mark.is_some() && record.mark.is_none() {
        missing.push(Missing::Mark);
    }
    if grid.decision.is_some() {
        let unruled: Vec<SectionId> = grid
            .outer_sections()
            .map(|section| section.id.clone())
            .filter(|section| !record.rulings.contains_key(section))
            .collect();
        if !unruled.is_empty() {
            missing.push(Missing::Rulings(unruled));
        }
    }
    let departs = departure(commission, record) != Departure::None
        || !overruled(commission, record).is_empty();
    if departs && record.reason.trim().is_empty() {
        missing.push(Missing::Reason);
    }
    let undecided: Vec<PenaltyId> = grid
        .penalties
        .iter()
        .map(|penalty| penalty.id.clone())
        .filter(|penalty| match record.penalties.get(penalty) {
            None => true,
            Some(false) => false,
            Some(true) => {
                let fixed = grid
                    .penalty(penalty)
                    .is_some_and(|known| known.fixed().is_some());
                !fixed && !record.amounts.contains_key(penalty)
            }
        })
        .collect();
    if !undecided.is_empty() {
        missing.push(Missing::Penalties(undecided));
    }
    let unmentioned = unmentioned(commission, record);
    if !unmentioned.is_empty() {
        missing.push(Missing::Coverage(unmentioned));
    }
    let last = mark::last(grid, record);
    let due = grid
        .comments
        .iter()
        .find(|rule| last.as_ref().is_some_and(|last| *last < rule.below));
    if let Some(rule) = due
        && record.appreciation.trim().is_empty()
    {
        missing.push(Missing::Comment(rule.below.clone()));
    }
    let standing = standing_visas(commission, record);
    for member in 0..commission.header.members.len() {
        if !standing.contains(&member) {
            missing.push(Missing::Visa(member));
        }
    }
    missing
}

/// Returns the members whose visa covers the decision as it stands: a visa falls when it changes.
pub fn standing_visas(commission: &Commission, record: &Record) -> Vec<usize> {
    let decision = record.decision(commission.agreed(record));
    let visas = record.visas.iter();
    visas
        .filter(|(_, visa)| visa.over == decision)
        .map(|(member, _)| *member)
        .collect()
}

/// Returns the blocs on which the commission rules otherwise than the levels propose.
pub fn overruled(commission: &Commission, record: &Record) -> Vec<SectionId> {
    let profile = Profile::of(commission, record);
    verdict::sections(commission.grid(), &profile)
        .into_iter()
        .filter(|section| section.is_overruled(record.rulings.get(&section.section)))
        .map(|section| section.section)
        .collect()
}

/// Returns how the NOTE of a record stands to what its levels propose.
pub fn departure(commission: &Commission, record: &Record) -> Departure {
    let profile = Profile::of(commission, record);
    let proposal = mark::propose(commission.grid(), &profile);
    let (Some(note), Proposal::Complete(readings)) = (&record.mark, proposal) else {
        return Departure::None;
    };
    // Where the grid leaves the choice, either reading is as good as a proposal.
    let asked = readings.withheld == Some(Withheld::Asked);
    let candidates: Vec<&Fraction> = match &readings.proposed {
        Some(proposed) => vec![&proposed.rounded],
        None if asked => std::iter::once(&readings.zero)
            .chain(&readings.neutral)
            .map(|reading| &reading.rounded)
            .collect(),
        None => Vec::new(),
    };
    let distances = candidates.iter().map(|mark| note.distance(mark));
    let Some(distance) = distances.min().filter(|distance| !distance.is_zero()) else {
        return Departure::None;
    };
    let between = readings.neutral.as_ref().is_some_and(|neutral| {
        let (low, high) = (&readings.zero.rounded, &neutral.rounded);
        low.min(high) <= note && note <= low.max(high)
    });
    if between {
        Departure::BetweenReadings
    } else {
        Departure::By(distance)
    }
}

/// Returns the rows that are not assessable, in the order of the form.
pub fn not_assessable(commission: &Commission, record: &Record) -> Vec<RowId> {
    let levels = commission.agreed(record);
    let grid = commission.grid();
    let is_defect = |row: &RowId| {
        levels
            .get(row)
            .is_some_and(|level| grid.is_not_assessable(level))
    };
    grid.rows
        .iter()
        .map(|row| row.id.clone())
        .filter(is_defect)
        .collect()
}

/// Returns the rows not assessable whose title the appreciation does not hold.
pub fn unmentioned(commission: &Commission, record: &Record) -> Vec<RowId> {
    let written = fold(&record.appreciation);
    let grid = commission.grid();
    let mentioned = |row: &RowId| {
        grid.row(row)
            .is_some_and(|row| written.contains(&fold(&row.title)))
    };
    not_assessable(commission, record)
        .into_iter()
        .filter(|row| !mentioned(row))
        .collect()
}

/// Returns the mandatory sentence about a row, as the grid words it.
pub fn coverage_sentence(commission: &Commission, row: &RowId) -> Option<String> {
    let grid = commission.grid();
    let title = grid.row(row)?.title.trim_end_matches('.');
    Some(grid.texts.coverage_sentence.replace("{competency}", title))
}

/// Returns what the papers say of a penalty.
pub fn penalty_finding(
    commission: &Commission,
    record: &Record,
    penalty: &Penalty,
) -> PenaltyFinding {
    let rules = commission.grid().pieces.iter();
    let Some(rule) = rules
        .into_iter()
        .find(|rule| rule.penalty.as_ref() == Some(&penalty.id))
    else {
        return PenaltyFinding::Unknown;
    };
    match (record.pieces.get(&rule.id), &record.dossier) {
        (Some(PieceState::Conform), _) => PenaltyFinding::Present(rule.id.clone()),
        (Some(PieceState::Missing), _) => PenaltyFinding::Absent(rule.id.clone()),
        (None, None) => PenaltyFinding::Unknown,
        (None, Some(dossier)) => {
            let answers = dossier
                .pieces
                .iter()
                .filter(|piece| rule.kinds.contains(&piece.kind));
            // Of several answers, the best one counts: a frozen copy needs no network.
            let best = answers.map(|piece| match piece.kind {
                PieceKind::PortfolioAddress => {
                    record.access.get(&piece.path).map(|access| access.opened)
                }
                _ => Some(true),
            });
            match best.max_by_key(|opened| (*opened == Some(true), opened.is_none())) {
                None => PenaltyFinding::Absent(rule.id.clone()),
                Some(Some(true)) => PenaltyFinding::Present(rule.id.clone()),
                Some(Some(false)) => PenaltyFinding::Inaccessible(rule.id.clone()),
                Some(None) => PenaltyFinding::Untried(rule.id.clone()),
            }
        }
    }
}

/// Returns the required papers that a record's dossier lacks; nothing when there is no dossier.
pub fn missing_pieces(commission: &Commission, record: &Record) -> Vec<PieceId> {
    let Some(dossier) = &record.dossier else {
        return Vec::new();
    };
    let is_missing = |rule: &&super::grid::PieceRule| match record.pieces.get(&rule.id) {
        Some(PieceState::Conform) => false,
        Some(PieceState::Missing) => true,
        None => !dossier
            .pieces
            .iter()
            .any(|piece| rule.kinds.contains(&piece.kind)),
    };
    let rules = commission.grid().pieces.iter().filter(|rule| rule.required);
    rules
        .filter(is_missing)
        .map(|rule| rule.id.clone())
        .collect()
}

/// Lower case, one blank for any run of them, one apostrophe for all: what a reader sees as equal.
fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '\u{2019}' | '\u{02bc}' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    plain
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches('.')
        .to_lowercase()
}
