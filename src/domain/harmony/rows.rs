//! How commissions levelled each row, side by side: the share of the upper levels, and the rows on
//! which two commissions are far apart.

use super::{FEW, Harmony, Part, Tally};
use crate::domain::fraction::Fraction;

/// How many of so many evaluations reached the upper levels of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Those that did.
    pub good: u64,
    /// All that have a level.
    pub of: u64,
}

/// A row on which two commissions are far apart: something to talk about, not a fault of either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WideRow {
    /// Index of the row.
    pub row: usize,
    /// Index of the commission with the lowest share, and that share.
    pub low: (usize, Share),
    /// Index of the one with the highest, and that share.
    pub high: (usize, Share),
    /// Whether chance alone makes such a gap, between the farthest of so many commissions and with so
    /// few evaluations, more often than one time in twenty.
    pub may_be_chance: bool,
}

/// From this gap between two shares on, a row is worth a talk: two fifths, as 2 of 5 against 4 of 5.
const WIDE: (i64, i64) = (2, 5);

impl Share {
    fn ratio(self) -> Option<Fraction> {
        Fraction::ratio(
            i64::try_from(self.good).ok()?,
            i64::try_from(self.of).ok().filter(|of| *of > 0)?,
        )
    }
}

/// Returns how many standard errors the widest gap between two of so many commissions stays under,
/// nineteen times out of twenty: 2 for a pair, more when the pair is picked among many.
#[allow(
    clippy::cast_precision_loss,
    reason = "no session has so many commissions"
)]
fn errors(commissions: usize) -> f64 {
    let pairs = commissions.saturating_sub(1) * commissions / 2;
    // The tail of the normal law, by its usual expansion.
    let tail = 2.0 * (pairs.max(1) as f64 / 0.025).ln();
    (tail - tail.ln() - (2.0 * std::f64::consts::PI).ln())
        .sqrt()
        .max(2.0)
}

#[allow(clippy::cast_precision_loss, reason = "no session has so many marks")]
fn may_be_chance(low: Share, high: Share, commissions: usize) -> bool {
    let (few, many) = (low.of as f64, high.of as f64);
    let all = (low.good + high.good) as f64 / (few + many);
    let error = (all * (1.0 - all) * (1.0 / few + 1.0 / many)).sqrt();
    let gap = high.good as f64 / many - low.good as f64 / few;
    gap <= errors(commissions) * error
}

impl Harmony {
    /// Returns which levels stand in the upper half of the scale, by their places: those that acquire
    /// a row where blocs decide.
    pub fn upper_levels(&self) -> Vec<usize> {
        let grid = &self.grid;
        let count = grid.valued_levels().count();
        let is_upper = |id: &crate::domain::id::LevelId| match &grid.decision {
            Some(decision) => decision.acquired.contains(id),
            None => grid
                .level_bars(id)
                .is_some_and(|bars| bars > 0 && 2 * (bars - 1) > count.saturating_sub(1)),
        };
        let levels = grid.levels.iter().enumerate();
        levels
            .filter(|(_, level)| is_upper(&level.id))
            .map(|(place, _)| place)
            .collect()
    }

    /// Returns the share of the upper levels on a row.
    pub fn share(&self, tally: &Tally, row: usize) -> Share {
        let upper = self.upper_levels();
        let counts = tally.levels.get(row).map(Vec::as_slice).unwrap_or_default();
        Share {
            good: upper.iter().filter_map(|level| counts.get(*level)).sum(),
            of: counts.iter().sum(),
        }
    }

    /// Returns the rows on which two commissions with enough evaluations are far apart.
    pub fn wide_rows(&self) -> Vec<WideRow> {
        let rows = 0..self.grid.rows.len();
        rows.filter_map(|row| self.wide_row(row)).collect()
    }

    fn wide_row(&self, row: usize) -> Option<WideRow> {
        let share = |(place, part): (usize, &Part)| {
            let share = self.share(&part.tally, row);
            (share.of >= FEW)
                .then(|| Some((share.ratio()?, place, share)))
                .flatten()
        };
        let shares: Vec<_> = self.parts.iter().enumerate().filter_map(share).collect();
        let low = shares.iter().min_by(|one, other| one.0.cmp(&other.0))?;
        let high = shares.iter().max_by(|one, other| one.0.cmp(&other.0))?;
        let wide = Fraction::ratio(WIDE.0, WIDE.1)?;
        (low.0.distance(&high.0) >= wide).then(|| WideRow {
            row,
            low: (low.1, low.2),
            high: (high.1, high.2),
            may_be_chance: may_be_chance(low.2, high.2, shares.len()),
        })
    }
}
