//! What a calibration exercise shows: by row, how far apart the members' levels were. It compares
//! readings of a grid, never persons: nothing says who was higher.

use super::commission::Commission;
use super::grid::Row;
use super::id::CandidateId;
use super::reconcile::{Gap, WIDE_GAP};

/// How the members' levels stood on one row, over the candidates whom all have graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowGaps<'a> {
    /// The row.
    pub row: &'a Row,
    /// Candidates on whom the members agreed.
    pub same: usize,
    /// Candidates on whom they were one level apart.
    pub near: usize,
    /// Candidates on whom they were further apart, or of whom one was left outside the scale.
    pub wide: Vec<CandidateId>,
}

impl Commission {
    /// Returns the gaps of each row, in the order of the grid; empty as long as no candidate was
    /// graded by all, for a column stays closed until then.
    pub fn gaps(&self) -> Vec<RowGaps<'_>> {
        let grid = self.grid();
        let mut all: Vec<RowGaps<'_>> = grid
            .rows
            .iter()
            .map(|row| RowGaps {
                row,
                same: 0,
                near: 0,
                wide: Vec::new(),
            })
            .collect();
        for record in self.by_passage() {
            for comparison in self.comparisons(record) {
                let Some(gaps) = all.iter_mut().find(|gaps| gaps.row.id == comparison.row) else {
                    continue;
                };
                match comparison.gap(grid) {
                    Gap::None => gaps.same += 1,
                    Gap::Steps(steps) if steps < WIDE_GAP => gaps.near += 1,
                    Gap::Steps(_) | Gap::OffScale => {
                        gaps.wide.push(record.candidate.number.clone());
                    }
                }
            }
        }
        all.retain(|gaps| gaps.same + gaps.near + gaps.wide.len() > 0);
        all
    }
}
