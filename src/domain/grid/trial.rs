//! Test profiles: what a draft proposes for a few candidates who do not exist, so that whoever
//! edits a rule sees what it does.

use std::collections::BTreeMap;

use super::super::id::{LevelId, RowId};
use super::super::mark::Profile;
use super::fault::FaultCause;
use super::{Draft, Grid, Level, Row};

/// A candidate who does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// What its levels follow.
    pub pattern: Pattern,
    own: BTreeMap<RowId, LevelId>,
}

/// What the levels of a test profile follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Every row at the level of this rank among those that have a value.
    All(usize),
    /// Each level in turn.
    Mixed,
    /// The best level everywhere, but for a first row that could not be assessed.
    OneOut,
}

impl Draft {
    /// Returns the grid on which profiles can be tried: nothing that bears on the arithmetic is wrong.
    /// Texts that miss do not matter here.
    pub fn on_trial(&self) -> Option<Grid> {
        let bears = |cause: &FaultCause| {
            !matches!(
                cause,
                FaultCause::Empty
                    | FaultCause::ShortTooLong(_)
                    | FaultCause::CellMissing(_)
                    | FaultCause::CellTwice
            )
        };
        let sound = !self.faults().iter().any(|fault| bears(&fault.cause));
        sound.then(|| Grid::checked(self.clone()))
    }

    /// Returns the profiles that show the most: one a level, best first, then a mixed one, then one
    /// with a row that could not be assessed, where the scale says so.
    pub fn trials(&self) -> Vec<Trial> {
        let valued = self.levels.iter().filter(|level| level.value().is_some());
        let mut patterns: Vec<Pattern> = (0..valued.count()).rev().map(Pattern::All).collect();
        patterns.push(Pattern::Mixed);
        let out = |level: &Level| level.kind == super::LevelKind::NotAssessable;
        if self.levels.iter().any(out) {
            patterns.push(Pattern::OneOut);
        }
        let trial = |pattern| Trial {
            pattern,
            own: BTreeMap::new(),
        };
        patterns.into_iter().map(trial).collect()
    }
}

impl Trial {
    /// Returns the level of a row: the one given by hand, or the pattern's.
    pub fn level<'a>(&self, grid: &'a Grid, index: usize, row: &'a Row) -> Option<&'a Level> {
        let own = self
            .own
            .get(&row.id)
            .filter(|level| grid.allows(row, level));
        if let Some(own) = own {
            return grid.level(own);
        }
        let mut valued: Vec<&Level> = grid
            .levels_of(row)
            .filter(|level| level.value().is_some())
            .collect();
        valued.sort_by_key(|level| grid.value(row, &level.id));
        let last = valued.len().checked_sub(1)?;
        let whole = grid.valued_levels().count().saturating_sub(1);
        let rank = match self.pattern {
            // A row with fewer levels stands as far along its own scale.
            Pattern::All(rank) if whole > 0 => (rank * last + whole / 2) / whole,
            Pattern::All(_) => last,
            Pattern::Mixed => index % valued.len(),
            Pattern::OneOut if index == 0 => {
                let mut levels = grid.levels_of(row);
                return levels.find(|level| grid.is_not_assessable(&level.id));
            }
            Pattern::OneOut => last,
        };
        valued.get(rank.min(last)).copied()
    }

    /// Gives a row the next level that exists for it.
    pub fn cycle(&mut self, grid: &Grid, index: usize) {
        let Some(row) = grid.rows.get(index) else {
            return;
        };
        let levels: Vec<&LevelId> = grid.levels_of(row).map(|level| &level.id).collect();
        let now = self.level(grid, index, row).map(|level| &level.id);
        let at = levels.iter().position(|level| Some(*level) == now);
        let next = at.map_or(0, |at| (at + 1) % levels.len().max(1));
        if let Some(next) = levels.get(next) {
            let _ = self.own.insert(row.id.clone(), (*next).clone());
        }
    }

    /// Returns whether a level was given by hand.
    pub fn is_changed(&self) -> bool {
        !self.own.is_empty()
    }

    /// Follows the pattern again.
    pub fn reset(&mut self) {
        self.own.clear();
    }

    /// Returns what a mark is computed from.
    pub fn profile(&self, grid: &Grid) -> Profile {
        let rows = grid.rows.iter().enumerate();
        let levels = rows.filter_map(|(index, row)| {
            let level = self.level(grid, index, row)?;
            Some((row.id.clone(), level.id.clone()))
        });
        Profile {
            levels: levels.collect(),
            ..Profile::default()
        }
    }
}
