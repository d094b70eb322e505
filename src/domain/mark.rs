//! From levels to a mark: readings → proposal → NOTE → penalties → NOTE FINALE. Exact; one
//! rounding, at the grid's stage; every point explained.
//!
//! Source: annexe 6-3 / VI-3 for the order NOTE → penalties → NOTE FINALE. The formula, the values,
//! the readings and the rounding are the grid's: no form we know of holds them all.

mod formula;

use std::collections::{BTreeMap, BTreeSet};

use super::commission::{Commission, Record};
use super::fraction::Fraction;
use super::grid::{Amount, Formula, Grid, MarkRule, NotAssessable, Stage};
use super::id::{LevelId, PenaltyId, RowId, SectionId};
pub use formula::section;
use formula::{Sums, Treat};

/// What a mark is computed from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The level of each row.
    pub levels: BTreeMap<RowId, LevelId>,
    /// Rows that the candidate is excused from: they leave the sums.
    pub waived: BTreeSet<RowId>,
    /// Points added by the commission, before rounding.
    pub bonus: Option<Fraction>,
}

impl Profile {
    /// Returns the profile of a record.
    pub fn of(commission: &Commission, record: &Record) -> Self {
        Self {
            levels: commission.agreed(record),
            waived: record.waived(commission.grid()),
            bonus: record.bonus.clone(),
        }
    }
}

impl From<BTreeMap<RowId, LevelId>> for Profile {
    fn from(levels: BTreeMap<RowId, LevelId>) -> Self {
        Self {
            levels,
            ..Self::default()
        }
    }
}

/// What the levels of a candidate propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// The grid computes nothing: the commission writes the mark, or gives none.
    Free,
    /// Some rows have no level: nothing is proposed. The rows that miss, in the form's order.
    Incomplete(Vec<RowId>),
    /// Every row has a level.
    Complete(Box<Readings>),
}

/// Both readings of a complete profile, and how each point came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readings {
    /// What each level brought, in the order of the scale.
    pub shares: Vec<Share>,
    /// What each outer section brought, in the order of the form; empty when there are none.
    pub groups: Vec<Group>,
    /// Rows that could not be assessed.
    pub not_assessable: Vec<RowId>,
    /// The share of the weights that was assessed, 0..1.
    pub coverage: Fraction,
    /// « Non évaluable » counted for zero.
    pub zero: Reading,
    /// « Non évaluable » left aside; none when nothing else is left.
    pub neutral: Option<Reading>,
    /// The one that the grid proposes.
    pub proposed: Option<Reading>,
    /// Why nothing is proposed, when nothing is.
    pub withheld: Option<Withheld>,
}

/// Why a complete profile has no proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    /// Nothing could be assessed.
    NothingAssessed,
    /// The grid leaves the choice between the two readings to the commission.
    Asked,
    /// The grid proposes nothing while a row is not assessable.
    Blocked,
    /// Less than this share of the weights was assessed.
    Coverage(Fraction),
}

/// What the rows at one level bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The level.
    pub level: LevelId,
    /// How many rows stand at it.
    pub count: usize,
    /// The sum of their weights.
    pub weight: Fraction,
    /// The mark of a whole profile at this level; none outside the scale, or when rows value the
    /// level differently.
    pub each: Option<Fraction>,
    /// What they bring to the sum.
    pub points: Fraction,
}

/// What an outer section brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The section.
    pub section: SectionId,
    /// Its share of the mark, 0..1; zero when it leaves the sums.
    pub weight: Fraction,
    /// Its own mark; none when it leaves the sums.
    pub mark: Option<Fraction>,
    /// `weight × mark`.
    pub points: Fraction,
}

/// One reading of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Sum of the points of all rows.
    pub points: Fraction,
    /// Sum of the weights that count.
    pub weight: Fraction,
    /// `points ÷ weight`, on the scale of marks, with the bonus; exact.
    pub raw: Fraction,
    /// What the commission added.
    pub bonus: Option<Fraction>,
    /// `raw`, rounded by the grid's convention and kept within its bounds.
    pub rounded: Fraction,
}

/// From NOTE to NOTE FINALE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Final {
    /// NOTE of the commission.
    pub mark: Fraction,
    /// Penalties retained, in the form's order, with the points they take.
    pub penalties: Vec<(PenaltyId, Fraction)>,
    /// NOTE FINALE, within the grid's bounds.
    pub last: Fraction,
    /// Whether the floor held.
    pub floored: bool,
}

/// Returns the rows of a grid that have no level and should, in the order of the form.
pub fn without_level(grid: &Grid, profile: &Profile) -> Vec<RowId> {
    let missing = grid.rows.iter().filter(|row| {
        let level = profile.levels.get(&row.id);
        !profile.waived.contains(&row.id) && !level.is_some_and(|level| grid.allows(row, level))
    });
    missing.map(|row| row.id.clone()).collect()
}

/// Returns what a profile proposes on `grid`.
pub fn propose(grid: &Grid, profile: &Profile) -> Proposal {
    let Some(rule) = grid
        .mark
        .as_ref()
        .filter(|rule| rule.formula != Formula::None)
    else {
        return Proposal::Free;
    };
    let missing = without_level(grid, profile);
    if !missing.is_empty() {
        return Proposal::Incomplete(missing);
    }
    let (neutral, counted) = (
        formula::sums(grid, rule, profile, Treat::LeaveOut),
        formula::sums(grid, rule, profile, Treat::AsZero),
    );
    let not_assessable: Vec<RowId> = grid
        .rows
        .iter()
        .filter(|row| !profile.waived.contains(&row.id))
        .filter(|row| {
            let level = profile.levels.get(&row.id);
            level.is_some_and(|level| grid.is_not_assessable(level))
        })
        .map(|row| row.id.clone())
        .collect();
    let read = |sums: &Sums| reading(rule, sums, profile.bonus.as_ref());
    // Every row may have been left out; what remains is a mark of the lowest profile.
    let zero = read(&counted).unwrap_or_else(|| {
        let raw = rule.base.clone();
        Reading {
            points: Fraction::whole(0),
            weight: Fraction::whole(0),
            rounded: raw.round(&rule.rounding),
            raw,
            bonus: None,
        }
    });
    let nothing = counted.weight().is_zero();
    let neutral = if nothing {
        None
    } else {
        read(&neutral).map(|reading| (reading, neutral))
    };
    let coverage = formula::coverage(grid, rule, profile);
    let withheld = withheld(rule, &not_assessable, &coverage, nothing, neutral.is_none());
    let lowest = withheld.is_none();
    let (proposed, sums) = match (rule.not_assessable, neutral.as_ref()) {
        (NotAssessable::Neutral, Some((reading, sums))) => (reading.clone(), sums),
        _ => (zero.clone(), &counted),
    };
    Proposal::Complete(Box::new(Readings {
        shares: formula::shares(grid, profile, sums),
        groups: formula::groups(grid, rule, sums),
        not_assessable,
        coverage,
        neutral: neutral.map(|(reading, _)| reading),
        zero,
        proposed: lowest.then_some(proposed),
        withheld,
    }))
}

fn withheld(
    rule: &MarkRule,
    not_assessable: &[RowId],
    coverage: &Fraction,
    nothing: bool,
    no_neutral: bool,
) -> Option<Withheld> {
    let least = rule.coverage.as_ref().filter(|least| coverage < *least);
    if nothing {
        return Some(Withheld::NothingAssessed);
    }
    if let Some(least) = least {
        return Some(Withheld::Coverage(least.clone()));
    }
    match rule.not_assessable {
        NotAssessable::Neutral if no_neutral => Some(Withheld::NothingAssessed),
        NotAssessable::Zero | NotAssessable::Neutral => None,
        NotAssessable::Block | NotAssessable::Ask if not_assessable.is_empty() => None,
        NotAssessable::Block => Some(Withheld::Blocked),
        NotAssessable::Ask => Some(Withheld::Asked),
    }
}

fn reading(rule: &MarkRule, sums: &Sums, bonus: Option<&Fraction>) -> Option<Reading> {
    let (points, weight) = (sums.points(), sums.weight());
    let mut raw = points.over(&weight)? + &rule.base;
    if let Some(bonus) = bonus {
        raw = raw + bonus;
    }
    let rounded = match rule.stage {
        Stage::Proposal => raw.round(&rule.rounding),
        Stage::Section | Stage::Final => raw.clone(),
    };
    Some(Reading {
        points,
        weight,
        rounded: rounded.max(rule.floor.clone()).min(rule.ceiling.clone()),
        raw,
        bonus: bonus.cloned(),
    })
}

/// Returns NOTE FINALE for a NOTE and the penalties retained, each with the points it takes: none
/// for the amount of the form.
pub fn conclude(
    rule: &MarkRule,
    grid: &Grid,
    mark: &Fraction,
    retained: impl Fn(&PenaltyId) -> Option<Option<Fraction>>,
) -> Final {
    let penalties: Vec<(PenaltyId, Fraction)> = grid
        .penalties
        .iter()
        .filter_map(|penalty| {
            let given = retained(&penalty.id)?;
            let points = match (&penalty.amount, given) {
                (Amount::Fixed(points), _) => points.clone(),
                (Amount::Bounded(..) | Amount::Free, given) => given?,
            };
            Some((penalty.id.clone(), points))
        })
        .collect();
    let mut lowered = penalties
        .iter()
        .fold(mark.clone(), |mark, (_, points)| mark - points);
    if rule.stage == Stage::Final {
        lowered = lowered.round(&rule.rounding);
    }
    let floored = lowered < rule.floor;
    let last = lowered.max(rule.floor.clone()).min(rule.ceiling.clone());
    Final {
        mark: mark.clone(),
        penalties,
        last,
        floored,
    }
}

/// Returns the whole way from the NOTE of a record to its NOTE FINALE, once there is a NOTE.
pub fn concluded(grid: &Grid, record: &Record) -> Option<Final> {
    let rule = grid.mark.as_ref()?;
    let mark = record.mark.as_ref()?;
    Some(conclude(rule, grid, mark, |penalty| {
        let retained = record.penalties.get(penalty) == Some(&true);
        retained.then(|| record.amounts.get(penalty).cloned())
    }))
}

/// Returns NOTE FINALE of a record, once there is a NOTE.
pub fn last(grid: &Grid, record: &Record) -> Option<Fraction> {
    concluded(grid, record).map(|end| end.last)
}
