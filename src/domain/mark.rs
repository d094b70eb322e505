//! From levels to a mark: readings → proposal → NOTE → penalties → NOTE FINALE. Exact; one
//! rounding, at the end of each reading; every point explained.
//!
//! Source: annexe 6-3 / VI-3 for the order NOTE → penalties → NOTE FINALE. The values, the two
//! readings and the rounding are the grid's: the form holds no formula.

use std::collections::BTreeMap;

use super::commission::Record;
use super::fraction::Fraction;
use super::grid::{Grid, LevelKind, NotAssessable, Row};
use super::id::{LevelId, PenaltyId, RowId};

/// What the levels of a candidate propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
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
    /// Rows that could not be assessed.
    pub not_assessable: Vec<RowId>,
    /// « Non évaluable » counted for zero.
    pub zero: Reading,
    /// « Non évaluable » left aside; none when nothing else is left.
    pub neutral: Option<Reading>,
    /// Which of the two the grid proposes; when the neutral one is undefined, nothing.
    pub proposed: Option<Reading>,
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
    /// The mark of a whole profile at this level; none for « non évaluable ».
    pub each: Option<Fraction>,
    /// `weight × each`.
    pub points: Fraction,
}

/// One reading of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Sum of the points of all rows.
    pub points: Fraction,
    /// Sum of the weights that count.
    pub weight: Fraction,
    /// `points ÷ weight`, exact.
    pub raw: Fraction,
    /// `raw`, rounded by the grid's convention.
    pub rounded: Fraction,
}

/// From NOTE to NOTE FINALE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Final {
    /// NOTE of the commission.
    pub mark: Fraction,
    /// Penalties retained, in the form's order, with the points they take.
    pub penalties: Vec<(PenaltyId, Fraction)>,
    /// NOTE FINALE: never below 0 nor above the maximum.
    pub last: Fraction,
    /// Whether the floor held.
    pub floored: bool,
}

/// Returns what `levels` propose on `grid`.
pub fn propose(grid: &Grid, levels: &BTreeMap<RowId, LevelId>) -> Proposal {
    let missing: Vec<RowId> = grid
        .rows
        .iter()
        .filter(|row| {
            levels
                .get(&row.id)
                .and_then(|level| grid.level(level))
                .is_none()
        })
        .map(|row| row.id.clone())
        .collect();
    if !missing.is_empty() {
        return Proposal::Incomplete(missing);
    }
    let at = |level: &LevelId| -> Vec<&Row> {
        grid.rows
            .iter()
            .filter(|row| levels.get(&row.id) == Some(level))
            .collect()
    };
    let out_of = &grid.mark.out_of;
    let mut shares = Vec::new();
    let mut not_assessable = Vec::new();
    let mut points = Fraction::whole(0);
    let mut assessed = Fraction::whole(0);
    let mut whole = Fraction::whole(0);
    for level in &grid.levels {
        let rows = at(&level.id);
        if rows.is_empty() {
            continue;
        }
        let weight = rows
            .iter()
            .fold(Fraction::whole(0), |sum, row| sum + &row.weight);
        whole = whole + &weight;
        let each = match &level.kind {
            LevelKind::Value(value) => Some(value * out_of),
            LevelKind::NotAssessable => None,
        };
        let brought = each
            .as_ref()
            .map_or_else(|| Fraction::whole(0), |each| &weight * each);
        if each.is_some() {
            assessed = assessed + &weight;
            points = points + &brought;
        } else {
            not_assessable.extend(rows.iter().map(|row| row.id.clone()));
        }
        shares.push(Share {
            level: level.id.clone(),
            count: rows.len(),
            weight,
            each,
            points: brought,
        });
    }
    let reading = |weight: &Fraction| {
        let raw = points.over(weight)?;
        let rounded = raw.round(&grid.mark.rounding);
        Some(Reading {
            points: points.clone(),
            weight: weight.clone(),
            raw,
            rounded,
        })
    };
    // A checked grid has a positive sum of weights, so this reading always exists.
    let Some(zero) = reading(&whole) else {
        return Proposal::Incomplete(grid.rows.iter().map(|row| row.id.clone()).collect());
    };
    let neutral = reading(&assessed);
    let proposed = match grid.mark.not_assessable {
        NotAssessable::Zero => Some(zero.clone()),
        NotAssessable::Neutral => neutral.clone(),
    };
    Proposal::Complete(Box::new(Readings {
        shares,
        not_assessable,
        zero,
        neutral,
        proposed,
    }))
}

/// Returns NOTE FINALE for a NOTE and the penalties retained.
pub fn conclude(grid: &Grid, mark: &Fraction, retained: impl Fn(&PenaltyId) -> bool) -> Final {
    let penalties: Vec<(PenaltyId, Fraction)> = grid
        .penalties
        .iter()
        .filter(|penalty| retained(&penalty.id))
        .map(|penalty| (penalty.id.clone(), penalty.points.clone()))
        .collect();
    let lowered = penalties
        .iter()
        .fold(mark.clone(), |mark, (_, points)| mark - points);
    let zero = Fraction::whole(0);
    let floored = lowered < zero;
    let last = lowered.max(zero).min(grid.mark.out_of.clone());
    Final {
        mark: mark.clone(),
        penalties,
        last,
        floored,
    }
}

/// Returns the whole way from the NOTE of a record to its NOTE FINALE, once there is a NOTE.
pub fn concluded(grid: &Grid, record: &Record) -> Option<Final> {
    let mark = record.mark.as_ref()?;
    Some(conclude(grid, mark, |penalty| {
        record.penalties.get(penalty) == Some(&true)
    }))
}

/// Returns NOTE FINALE of a record, once there is a NOTE.
pub fn last(grid: &Grid, record: &Record) -> Option<Fraction> {
    concluded(grid, record).map(|end| end.last)
}
