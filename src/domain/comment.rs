//! Sentences that a jury keeps for the appreciation, by row and level. Apart from the grid: they are
//! a convenience of whoever writes, no rule of the exam, and may change during a session.

use super::grid::Grid;
use super::id::{LevelId, RowId};

/// The longest sentence, in characters.
pub const LONGEST: usize = 1_000;
/// The most sentences of a bank.
pub const MOST: usize = 5_000;

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The row it speaks of.
    pub row: RowId,
    /// The level it fits.
    pub level: LevelId,
    /// The sentence.
    pub text: String,
}

/// The sentences for one grid, in the order in which they are offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bank {
    /// Name of the grid.
    pub grid: String,
    /// The sentences.
    pub comments: Vec<Comment>,
}

/// Why a bank does not fit a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// It was made for another grid, of that name.
    Grid(String),
    /// The grid has no such row; the position of the sentence, from 1.
    Row(usize, RowId),
    /// The row has no such level.
    Level(usize, LevelId),
    /// The sentence says nothing.
    Empty(usize),
    /// The sentence is too long.
    Long(usize),
    /// There are too many.
    Many,
}

impl Bank {
    /// Returns a bank without sentences.
    pub fn new(grid: &Grid) -> Self {
        Self {
            grid: grid.id.clone(),
            comments: Vec::new(),
        }
    }

    /// Returns the first thing that does not fit a grid.
    pub fn misfit(&self, grid: &Grid) -> Option<Misfit> {
        if self.grid != grid.id {
            return Some(Misfit::Grid(self.grid.clone()));
        }
        if self.comments.len() > MOST {
            return Some(Misfit::Many);
        }
        self.comments.iter().enumerate().find_map(|(index, known)| {
            let place = index + 1;
            match grid.row(&known.row) {
                None => Some(Misfit::Row(place, known.row.clone())),
                Some(row) if !grid.allows(row, &known.level) => {
                    Some(Misfit::Level(place, known.level.clone()))
                }
                Some(_) if known.text.trim().is_empty() => Some(Misfit::Empty(place)),
                Some(_) if known.text.chars().count() > LONGEST => Some(Misfit::Long(place)),
                Some(_) => None,
            }
        })
    }

    /// Returns the sentences for a row at a level, each with its position.
    pub fn of<'a>(
        &'a self,
        row: &RowId,
        level: &LevelId,
    ) -> impl Iterator<Item = (usize, &'a str)> {
        let fits = move |known: &Comment| known.row == *row && known.level == *level;
        let all: Vec<(usize, &str)> = self
            .comments
            .iter()
            .enumerate()
            .filter(|(_, known)| fits(known))
            .map(|(index, known)| (index, known.text.as_str()))
            .collect();
        all.into_iter()
    }

    /// Adds a sentence, unless the very same is there; returns whether it was added.
    pub fn add(&mut self, comment: Comment) -> bool {
        let fresh = !self.comments.contains(&comment);
        if fresh {
            self.comments.push(comment);
        }
        fresh
    }

    /// Adds what another bank has more; returns how many sentences came.
    pub fn join(&mut self, other: Self) -> usize {
        let added = other
            .comments
            .into_iter()
            .filter(|comment| self.add(comment.clone()));
        added.count()
    }
}
