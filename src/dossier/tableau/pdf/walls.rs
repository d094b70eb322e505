//! Which squares of a grid a line separates, and which go together.

use crate::dossier::tableau::pdf::page::Ruling;

/// Which sides of the squares are drawn.
pub(crate) struct Walls {
    right: Vec<f64>,
    under: Vec<f64>,
    n_columns: usize,
}

/// A side drawn for this share of its length separates.
const DRAWN: f64 = 0.6;

impl Walls {
    /// Notes which sides the lines draw.
    pub(crate) fn new(xs: &[f64], ys: &[f64], rulings: &[Ruling]) -> Self {
        let (n_columns, n_rows) = (xs.len() - 1, ys.len() - 1);
        let mut walls = Self {
            right: vec![0.0; n_columns * n_rows],
            under: vec![0.0; n_columns * n_rows],
            n_columns,
        };
        for ruling in rulings {
            let (across, along) = if ruling.is_level { (ys, xs) } else { (xs, ys) };
            // The line of the grid that this one is.
            let line = nearest(across, ruling.at);
            let Some(before) = line.checked_sub(1) else {
                continue;
            };
            let first = along
                .partition_point(|edge| *edge <= ruling.from)
                .saturating_sub(1);
            for (offset, span) in along.windows(2).skip(first).enumerate() {
                let [from, to] = *span else { continue };
                if from > ruling.to {
                    break;
                }
                let shared = ruling.to.min(to) - ruling.from.max(from);
                let share = shared.max(0.0) / (to - from).max(0.1);
                let place = first + offset;
                let (sides, square) = if ruling.is_level {
                    (&mut walls.under, before * n_columns + place)
                } else {
                    (&mut walls.right, place * n_columns + before)
                };
                if let Some(side) = sides.get_mut(square) {
                    *side += share;
                }
            }
        }
        walls.drop_strays(xs, n_rows);
        walls
    }

    /// A level line under hardly any column is a leftover, not the limit of a row.
    fn drop_strays(&mut self, xs: &[f64], n_rows: usize) {
        let whole = xs
            .last()
            .zip(xs.first())
            .map_or(0.0, |(end, start)| end - start);
        for row in 0..n_rows {
            let from = row * self.n_columns;
            let Some(sides) = self.under.get_mut(from..from + self.n_columns) else {
                continue;
            };
            let drawn: f64 = sides
                .iter()
                .zip(xs.windows(2))
                .filter(|(side, _)| **side >= DRAWN)
                .map(|(_, span)| match span {
                    [from, to] => to - from,
                    _ => 0.0,
                })
                .sum();
            if drawn < 0.12 * whole {
                sides.fill(0.0);
            }
        }
    }

    /// Tells whether a square has a line on its right.
    pub(crate) fn right_of(&self, row: usize, column: usize) -> bool {
        let side = self.right.get(row * self.n_columns + column);
        side.is_some_and(|share| *share >= DRAWN)
    }

    /// Tells whether a square has a line under it.
    pub(crate) fn under(&self, row: usize, column: usize) -> bool {
        let side = self.under.get(row * self.n_columns + column);
        side.is_some_and(|share| *share >= DRAWN)
    }
}

fn nearest(places: &[f64], place: f64) -> usize {
    let after = places.partition_point(|edge| *edge < place);
    let far = |index: usize| {
        places
            .get(index)
            .map_or(f64::INFINITY, |edge| (edge - place).abs())
    };
    match after.checked_sub(1) {
        Some(before) if far(before) <= far(after) => before,
        _ => after,
    }
}

/// Sets of squares that are joined one by one.
pub(crate) struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    /// Starts with each one alone.
    pub(crate) fn new(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
        }
    }

    /// Returns what stands for the set of one.
    pub(crate) fn root(&mut self, index: usize) -> usize {
        let mut root = index;
        while let Some(&parent) = self.parents.get(root)
            && parent != root
        {
            root = parent;
        }
        let mut step = index;
        while let Some(parent) = self.parents.get_mut(step)
            && *parent != root
        {
            step = std::mem::replace(parent, root);
        }
        root
    }

    /// Joins the sets of two.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
}
