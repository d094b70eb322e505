//! From rulings to cells. Lines that belong to no table (underlines, small frames, leftovers) are
//! put aside; what no line separates is one cell, however large.

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::pdf::page::{Area, Heading, Page, Ruling};
use crate::dossier::tableau::pdf::runs::Run;
use crate::dossier::tableau::pdf::walls::{Sets, Walls};

/// The table of a page.
#[derive(Debug)]
pub(crate) struct Grid {
    /// Where columns start, and where the last one ends.
    pub xs: Vec<f64>,
    /// Where rows start, and where the last one ends.
    pub ys: Vec<f64>,
    /// Its cells.
    pub cells: Vec<Region>,
    /// The cell that holds each square, row by row.
    squares: Vec<usize>,
}

/// A cell: whole squares of the grid, bounds included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Region {
    /// First row.
    pub top: usize,
    /// First column.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
    /// What it covers on the page.
    pub area: Area,
    /// Whether its lines do not make a rectangle.
    pub is_ragged: bool,
}

/// Lines nearer than this are one.
const SAME: f64 = 2.6;
/// Pieces of a line nearer than this touch.
const TOUCH: f64 = 3.0;

impl Grid {
    /// Finds the table of a page; strikes through texts are noted on their runs.
    pub(crate) fn find(page: &Page, runs: &mut [Run]) -> Result<Option<Self>, Cause> {
        let mut rulings = joined(&page.rulings)?;
        rulings.retain(|ruling| !decorates(ruling, runs));
        let rulings = connected(&rulings);
        let mut xs = places(&rulings, false);
        let mut ys = places(&rulings, true);
        open_ends(&mut xs, &rulings, true);
        open_ends(&mut ys, &rulings, false);
        // One row is enough: a page may hold the last one.
        if xs.len() < 3 || ys.len() < 2 {
            return Ok(None);
        }
        if xs.len() > LIMITS.columns as usize || ys.len() > LIMITS.rows {
            return Err(Cause::TooMany);
        }
        if (xs.len() - 1) * (ys.len() - 1) > LIMITS.cells {
            return Err(Cause::TooMany);
        }
        Ok(Some(Self::build(xs, ys, &rulings)))
    }

    fn build(xs: Vec<f64>, ys: Vec<f64>, rulings: &[Ruling]) -> Self {
        let (n_columns, n_rows) = (xs.len() - 1, ys.len() - 1);
        let walls = Walls::new(&xs, &ys, rulings);
        let mut sets = Sets::new(n_columns * n_rows);
        for row in 0..n_rows {
            for column in 0..n_columns {
                let square = row * n_columns + column;
                if column + 1 < n_columns && !walls.right_of(row, column) {
                    sets.join(square, square + 1);
                }
                if row + 1 < n_rows && !walls.under(row, column) {
                    sets.join(square, square + n_columns);
                }
            }
        }
        let mut grid = Self {
            xs,
            ys,
            cells: Vec::new(),
            squares: vec![0; n_columns * n_rows],
        };
        grid.gather(&mut sets);
        grid
    }

    /// Makes a cell of each set of squares; a set that is no rectangle is cut row by row.
    fn gather(&mut self, sets: &mut Sets) {
        let n_columns = self.n_columns();
        let mut bounds: std::collections::HashMap<usize, (Region, usize)> =
            std::collections::HashMap::new();
        for square in 0..self.squares.len() {
            let (row, column) = (square / n_columns, square % n_columns);
            let set = sets.root(square);
            let (region, count) = bounds
                .entry(set)
                .or_insert_with(|| (self.region(row, column, row, column), 0));
            region.top = region.top.min(row);
            region.left = region.left.min(column);
            region.bottom = region.bottom.max(row);
            region.right = region.right.max(column);
            *count += 1;
        }
        let mut index_of: std::collections::HashMap<(usize, usize), usize> =
            std::collections::HashMap::new();
        for square in 0..self.squares.len() {
            let (row, column) = (square / n_columns, square % n_columns);
            let set = sets.root(square);
            let Some((region, count)) = bounds.get(&set) else {
                continue;
            };
            let size = (region.bottom - region.top + 1) * (region.right - region.left + 1);
            let is_ragged = size != *count;
            // The squares of one ragged row stay together as long as they touch.
            let key = if is_ragged {
                let starts = column == 0 || sets.root(square - 1) != set;
                let first = if starts {
                    square
                } else {
                    self.squares
                        .get(square - 1)
                        .and_then(|cell| self.cells.get(*cell))
                        .map_or(square, |cell| row * n_columns + cell.left)
                };
                (set, first + 1)
            } else {
                (set, 0)
            };
            let cell = *index_of.entry(key).or_insert_with(|| {
                let region = if is_ragged {
                    Region {
                        is_ragged,
                        ..self.region(row, column, row, column)
                    }
                } else {
                    self.region(region.top, region.left, region.bottom, region.right)
                };
                self.cells.push(region);
                self.cells.len() - 1
            });
            if let Some(slot) = self.squares.get_mut(square) {
                *slot = cell;
            }
            let grown = self
                .cells
                .get(cell)
                .filter(|cell| cell.is_ragged && cell.right < column)
                .map(|cell| Region {
                    is_ragged,
                    ..self.region(cell.top, cell.left, cell.bottom, column)
                });
            if let (Some(slot), Some(grown)) = (self.cells.get_mut(cell), grown) {
                *slot = grown;
            }
        }
    }

    fn region(&self, top: usize, left: usize, bottom: usize, right: usize) -> Region {
        let at = |places: &[f64], index: usize| places.get(index).copied().unwrap_or_default();
        Region {
            top,
            left,
            bottom,
            right,
            area: Area {
                left: at(&self.xs, left),
                top: at(&self.ys, top),
                right: at(&self.xs, right + 1),
                bottom: at(&self.ys, bottom + 1),
            },
            is_ragged: false,
        }
    }

    /// Divides a cell into these rows and columns of squares.
    pub(crate) fn divide(
        &mut self,
        cell: usize,
        rows: &[(usize, usize)],
        columns: &[(usize, usize)],
    ) {
        let n_columns = self.n_columns();
        let mut slot = cell;
        for &(top, bottom) in rows {
            for &(left, right) in columns {
                let part = self.region(top, left, bottom, right);
                match self.cells.get_mut(slot) {
                    Some(first) => *first = part,
                    None => self.cells.push(part),
                }
                for row in top..=bottom {
                    for column in left..=right {
                        if let Some(square) = self.squares.get_mut(row * n_columns + column) {
                            *square = slot;
                        }
                    }
                }
                slot = self.cells.len();
            }
        }
    }

    /// Returns how many columns it has.
    pub(crate) fn n_columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    /// Returns what it covers.
    pub(crate) fn area(&self) -> Area {
        let end = |places: &[f64], last: bool| {
            let place = if last { places.last() } else { places.first() };
            place.copied().unwrap_or_default()
        };
        Area {
            left: end(&self.xs, false),
            top: end(&self.ys, false),
            right: end(&self.xs, true),
            bottom: end(&self.ys, true),
        }
    }

    /// Returns the cell that holds a square.
    pub(crate) fn cell_of(&self, row: usize, column: usize) -> Option<usize> {
        self.squares.get(row * self.n_columns() + column).copied()
    }

    /// Returns the cell under a point.
    pub(crate) fn at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let find = |places: &[f64], place: f64| {
            let passed = places.partition_point(|edge| *edge <= place);
            let is_inside = passed > 0 && passed < places.len();
            is_inside.then(|| passed - 1)
        };
        let column = find(&self.xs, x)?;
        let row = find(&self.ys, y)?;
        self.cell_of(row, column)
    }

    /// Returns the squares that an area touches: rows and columns, ends included.
    pub(crate) fn touched(&self, area: &Area) -> Option<((usize, usize), (usize, usize))> {
        let range = |places: &[f64], from: f64, to: f64| {
            let first = places
                .partition_point(|edge| *edge <= from)
                .saturating_sub(1);
            let last = places.partition_point(|edge| *edge < to).saturating_sub(1);
            let n_spans = places.len().saturating_sub(1);
            (first < n_spans && from < to).then(|| (first, last.min(n_spans - 1)))
        };
        let rows = range(&self.ys, area.top, area.bottom)?;
        let columns = range(&self.xs, area.left, area.right)?;
        Some((rows, columns))
    }
}

/// Puts the pieces of each line end to end.
fn joined(rulings: &[Ruling]) -> Result<Vec<Ruling>, Cause> {
    let mut joined: Vec<Ruling> = Vec::new();
    for is_level in [true, false] {
        let mut some: Vec<Ruling> = rulings
            .iter()
            .filter(|ruling| ruling.is_level == is_level)
            .copied()
            .collect();
        some.sort_by(|a, b| a.at.total_cmp(&b.at));
        let mut group: Vec<Ruling> = Vec::new();
        for ruling in some {
            let is_far = group
                .first()
                .is_some_and(|first| ruling.at - first.at > 1.5);
            if is_far {
                joined.extend(end_to_end(&mut group));
            }
            group.push(ruling);
        }
        joined.extend(end_to_end(&mut group));
    }
    // What is left shorter than any cell is a dot or a stroke of handwriting.
    joined.retain(|ruling| ruling.to - ruling.from > 4.0);
    if joined.len() > LIMITS.rulings {
        return Err(Cause::TooMany);
    }
    Ok(joined)
}

fn end_to_end(group: &mut Vec<Ruling>) -> Vec<Ruling> {
    group.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut lines: Vec<Ruling> = Vec::new();
    for ruling in group.drain(..) {
        match lines.last_mut() {
            Some(last) if ruling.from - last.to <= 2.5 => {
                // The longer piece says where the line is.
                if ruling.to - ruling.from > last.to - last.from {
                    last.at = ruling.at;
                }
                last.to = last.to.max(ruling.to);
            }
            _ => lines.push(ruling),
        }
    }
    lines
}

/// Tells whether a line only underlines or strikes out a text, and notes the latter: it goes along
/// the runs of one line of text, and no further.
fn decorates(ruling: &Ruling, runs: &mut [Run]) -> bool {
    if !ruling.is_level {
        return false;
    }
    let below = |run: &Run| (ruling.at - run.y) / run.size.max(0.1);
    let is_beside = |run: &Run| {
        run.heading == Heading::Right
            && (-0.55..0.35).contains(&below(run))
            && run.x < ruling.to
            && run.x + run.length > ruling.from
    };
    let ends = runs
        .iter()
        .filter(|run| is_beside(run))
        .map(|run| (run.x, run.x + run.length))
        .reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)));
    let is_within =
        ends.is_some_and(|(from, to)| ruling.from >= from - 1.5 && ruling.to <= to + 1.5);
    if !is_within {
        return false;
    }
    let reach = ruling.from..=ruling.to;
    for run in runs.iter_mut().filter(|run| is_beside(run)) {
        if below(run) < -0.12 {
            for letter in &run.letters {
                if reach.contains(&letter.middle.0) {
                    run.struck.push_str(&letter.text);
                }
            }
        }
    }
    true
}

/// Keeps the lines that hold together with a table: alone, a line or a small frame is none.
fn connected(rulings: &[Ruling]) -> Vec<Ruling> {
    let mut sets = Sets::new(rulings.len());
    for (i, a) in rulings.iter().enumerate().filter(|(_, a)| a.is_level) {
        for (j, b) in rulings.iter().enumerate().filter(|(_, b)| !b.is_level) {
            let meet = (a.from - TOUCH..=a.to + TOUCH).contains(&b.at)
                && (b.from - TOUCH..=b.to + TOUCH).contains(&a.at);
            if meet {
                sets.join(i, j);
            }
        }
    }
    let mut areas: std::collections::HashMap<usize, (Area, [usize; 2])> =
        std::collections::HashMap::new();
    for (index, ruling) in rulings.iter().enumerate() {
        let area = if ruling.is_level {
            Area::of_corners(ruling.from, ruling.at, ruling.to, ruling.at)
        } else {
            Area::of_corners(ruling.at, ruling.from, ruling.at, ruling.to)
        };
        let root = sets.root(index);
        let (whole, counts) = areas.entry(root).or_insert((area, [0; 2]));
        *whole = Area {
            left: whole.left.min(area.left),
            top: whole.top.min(area.top),
            right: whole.right.max(area.right),
            bottom: whole.bottom.max(area.bottom),
        };
        if let Some(count) = counts.get_mut(usize::from(ruling.is_level)) {
            *count += 1;
        }
    }
    let main = areas
        .values()
        .filter(|(_, [upright, level])| *upright >= 2 && *level >= 2)
        .map(|(area, _)| *area)
        .max_by(|a, b| a.surface().total_cmp(&b.surface()));
    let Some(main) = main else {
        return Vec::new();
    };
    rulings
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            let Some((area, _)) = areas.get(&sets.root(*index)) else {
                return false;
            };
            // The identity may stand in a frame of its own above the table.
            let beside = area.right.min(main.right) - area.left.max(main.left);
            area.surface() >= 0.9 * main.surface()
                || area.width() >= 0.4 * main.width()
                    && area.height() > 8.0
                    && beside >= 0.8 * area.width()
        })
        .map(|(_, ruling)| *ruling)
        .collect()
}

/// Returns where the lines of one direction are, those that are nearly at one place counted once.
fn places(rulings: &[Ruling], is_level: bool) -> Vec<f64> {
    let mut found: Vec<f64> = rulings
        .iter()
        .filter(|ruling| ruling.is_level == is_level)
        .map(|ruling| ruling.at)
        .collect();
    found.sort_by(f64::total_cmp);
    let mut places: Vec<(f64, f64, f64)> = Vec::new();
    for place in found {
        match places.last_mut() {
            Some((first, sum, count)) if place - *first <= SAME => {
                *sum += place;
                *count += 1.0;
            }
            _ => places.push((place, place, 1.0)),
        }
    }
    places.iter().map(|(_, sum, count)| sum / count).collect()
}

/// A table may lack its outer lines, or have them off the page: the lines that cross it still say
/// how far it goes.
fn open_ends(places: &mut Vec<f64>, rulings: &[Ruling], by_level: bool) {
    const FAR: f64 = 9.0;
    let across = rulings.iter().filter(|ruling| ruling.is_level == by_level);
    let ends = across.fold(None, |ends: Option<(f64, f64)>, ruling| {
        Some(match ends {
            Some((from, to)) => (from.min(ruling.from), to.max(ruling.to)),
            None => (ruling.from, ruling.to),
        })
    });
    let (Some((from, to)), Some(&first), Some(&last)) = (ends, places.first(), places.last())
    else {
        return;
    };
    if first - from > FAR {
        places.insert(0, from);
    }
    if to - last > FAR {
        places.push(to);
    }
}
