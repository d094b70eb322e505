//! Marks counted by equal parts of the scale, for whoever draws them.

use super::{Distribution, Harmony};
use crate::domain::fraction::Fraction;

/// A scale of marks cut into equal parts, and how many marks lie in each. A mark on an edge counts
/// in the part above it, the highest mark of all in the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The lowest mark of the scale.
    pub from: Fraction,
    /// The highest.
    pub to: Fraction,
    /// What one part is worth.
    pub width: Fraction,
    /// Marks of each part, from the lowest.
    pub counts: Vec<u64>,
}

/// More parts than this cannot be told apart in a window.
const MOST: i64 = 24;

/// What one part may be worth, as numerator and denominator.
const WIDTHS: [(i64, i64); 11] = [
    (1, 20),
    (1, 10),
    (1, 4),
    (1, 2),
    (1, 1),
    (2, 1),
    (5, 1),
    (10, 1),
    (20, 1),
    (50, 1),
    (100, 1),
];

impl Bars {
    /// Counts marks between the ends of a scale; none when the scale has no length.
    pub fn of(marks: &Distribution, from: &Fraction, to: &Fraction) -> Option<Self> {
        let length = to.clone() - from;
        if length.is_zero() || length.is_negative() {
            return None;
        }
        let most = Fraction::whole(MOST);
        let width = WIDTHS
            .iter()
            .filter_map(|(part, whole)| Fraction::ratio(*part, *whole))
            .find(|width| length.over(width).is_some_and(|parts| parts <= most))?;
        let mut edges = vec![from.clone() + &width];
        while edges.last().is_some_and(|edge| edge < to) {
            let next = edges.last()?.clone() + &width;
            edges.push(next);
        }
        let mut counts = vec![0; edges.len()];
        let last = edges.len() - 1;
        for (mark, count) in marks.values() {
            let place = edges.iter().take_while(|edge| *edge <= mark).count();
            if let Some(part) = counts.get_mut(place.min(last)) {
                *part += count;
            }
        }
        let to = edges.pop()?;
        Some(Self {
            from: from.clone(),
            to,
            width,
            counts,
        })
    }

    /// Returns the lowest mark of a part.
    pub fn edge(&self, part: usize) -> Fraction {
        let part = i64::try_from(part).unwrap_or(i64::MAX);
        self.from.clone() + &(&self.width * &Fraction::whole(part))
    }

    /// Returns where a mark lies along the scale, from 0 to 1.
    pub fn along(&self, mark: &Fraction) -> f64 {
        let share = (mark.clone() - &self.from).over(&(self.to.clone() - &self.from));
        share.map_or(0.0, |share| share.to_f64().clamp(0.0, 1.0))
    }
}

impl Harmony {
    /// Returns the final marks of some commissions along the scale of the grid; none when the exam
    /// gives no mark.
    pub fn bars(&self, marks: &Distribution) -> Option<Bars> {
        let rule = self.grid.mark.as_ref()?;
        Bars::of(marks, &rule.floor, &rule.ceiling)
    }
}
