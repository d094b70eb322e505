//! What a mark means for the candidate: thresholds that the commission must cross knowingly.

use super::fraction::Fraction;
use super::grid::Grid;
use super::mark::Final;

/// Something to say beside NOTE FINALE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The floor held.
    Floored,
    /// The penalty takes the mark under the threshold.
    CrossedByPenalty,
    /// Exactly at the threshold.
    AtThreshold,
    /// Under the threshold by one step.
    JustBelow,
}

/// Returns what must be said of a conclusion, most serious first.
pub fn remark(grid: &Grid, end: &Final) -> Option<Remark> {
    let rule = grid.mark.as_ref()?;
    if end.floored {
        return Some(Remark::Floored);
    }
    let threshold = rule.threshold.as_ref()?;
    let below = |mark: &Fraction| mark < threshold;
    if !below(&end.mark) && below(&end.last) {
        Some(Remark::CrossedByPenalty)
    } else if end.last == *threshold {
        Some(Remark::AtThreshold)
    } else if end.last.clone() + &rule.step == *threshold {
        Some(Remark::JustBelow)
    } else {
        None
    }
}
