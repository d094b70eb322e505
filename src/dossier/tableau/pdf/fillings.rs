//! What each cell of a page's table holds: which texts are its own even when they run over their
//! neighbours, its fill, and what is drawn in it.

use crate::dossier::refused::Cause;
use crate::dossier::tableau::pdf::grid::{Grid, Region};
use crate::dossier::tableau::pdf::page::{Area, Fill, Heading, Page, Slant};
use crate::dossier::tableau::pdf::runs::{self, Line, Run};
use crate::dossier::tableau::pdf::script::UNKNOWN;

/// A cell with what it holds.
#[derive(Debug, Default, Clone)]
pub(crate) struct Filling {
    /// Its text, one line for each that was typed.
    pub text: String,
    /// The part of it that is struck out.
    pub struck: String,
    /// Its upright lines, for the texts of two cells to be told apart.
    pub lines: Vec<Line>,
    /// The same lines cut where they leave a wide gap.
    pub chunks: Vec<Line>,
    /// Its colour, none when it is white.
    pub fill: Option<String>,
    /// What is painted in a part of it only.
    pub patches: Vec<Fill>,
    /// Whether something is drawn in it.
    pub is_drawn: bool,
    /// Where.
    pub drawings: Vec<Area>,
    /// Addresses behind it.
    pub links: Vec<String>,
    /// What is not sure about it.
    pub doubts: Vec<Unsure>,
}

/// What is not sure about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsure {
    /// Something lies across its sides.
    Straddles,
    /// A letter is unknown.
    Sign,
    /// Something in it may be a tick or not.
    Tick,
}

/// What a page holds, cell by cell, and what is in none.
#[derive(Debug)]
pub(crate) struct Content {
    /// One entry for each cell of the grid.
    pub fillings: Vec<Filling>,
    /// Lines of text outside of the table.
    pub outside: Vec<Vec<Line>>,
}

/// Patches kept for one cell.
const PATCHES: usize = 40;

impl Content {
    /// Sorts what a page shows into the cells of its table.
    pub(crate) fn sort(page: &Page, grid: &Grid, runs: &[Run]) -> Result<Self, Cause> {
        let mut fillings = vec![Filling::default(); grid.cells.len()];
        let mut inside: Vec<Vec<&Run>> = vec![Vec::new(); grid.cells.len()];
        let mut outside: Vec<&Run> = Vec::new();
        for run in runs.iter().filter(|run| run.is_visible()) {
            let (cell, straddles) = owner(run, grid);
            let Some(cell) = cell else {
                outside.push(run);
                continue;
            };
            if let (Some(own), Some(filling)) = (inside.get_mut(cell), fillings.get_mut(cell)) {
                own.push(run);
                if straddles {
                    filling.doubts.push(Unsure::Straddles);
                }
            }
        }
        for ((filling, own), region) in fillings.iter_mut().zip(&inside).zip(&grid.cells) {
            filling.write(own, region);
        }
        let mut content = Self {
            fillings,
            outside: chunks(&outside),
        };
        content.color(page, grid)?;
        content.draw(page, grid);
        for (area, address) in &page.links {
            if let Some(filling) = grid
                .at(area.middle())
                .and_then(|cell| content.fillings.get_mut(cell))
                && !filling.links.contains(address)
            {
                filling.links.push(address.clone());
            }
        }
        Ok(content)
    }

    /// Finds the fill of each cell: the last that covers most of it.
    fn color(&mut self, page: &Page, grid: &Grid) -> Result<(), Cause> {
        /// Squares looked at for all the fills of a page.
        const MOST: usize = 4_000_000;
        let mut n_looks = 0usize;
        // How much of each cell is covered by bands of one colour.
        let mut bands: Vec<(Option<String>, f64)> = vec![(None, 0.0); grid.cells.len()];
        for fill in &page.fills {
            let Some((rows, columns)) = grid.touched(&fill.area) else {
                continue;
            };
            n_looks += (rows.1 - rows.0 + 1) * (columns.1 - columns.0 + 1);
            if n_looks > MOST {
                return Err(Cause::TooMany);
            }
            let mut seen = Vec::new();
            for row in rows.0..=rows.1 {
                for column in columns.0..=columns.1 {
                    let Some(cell) = grid.cell_of(row, column) else {
                        continue;
                    };
                    // A cell of many squares is looked at once.
                    let is_corner = grid.cells.get(cell).is_some_and(|region| {
                        row == region.top.max(rows.0) && column == region.left.max(columns.0)
                    });
                    if is_corner {
                        seen.push(cell);
                    }
                }
            }
            for cell in seen {
                let (Some(region), Some(filling), Some(band)) = (
                    grid.cells.get(cell),
                    self.fillings.get_mut(cell),
                    bands.get_mut(cell),
                ) else {
                    continue;
                };
                let whole = region.area.surface().max(1.0);
                let covered = region.area.common(&fill.area).surface();
                if covered > 0.5 * whole {
                    filling.fill = fill.color.clone();
                    *band = (None, 0.0);
                    continue;
                }
                if fill.color.is_some() && filling.patches.len() < PATCHES {
                    filling.patches.push(fill.clone());
                }
                // A small square in the middle of a cell is drawn there; a sliver is the edge of
                // what lies next to it.
                if band.0 != fill.color {
                    *band = (fill.color.clone(), 0.0);
                }
                band.1 += covered;
                if band.1 > 0.5 * whole {
                    filling.fill = fill.color.clone();
                }
            }
        }
        for ((filling, (color, covered)), region) in
            self.fillings.iter_mut().zip(&bands).zip(&grid.cells)
        {
            let share = covered / region.area.surface().max(1.0);
            if color.is_some() && (0.06..=0.5).contains(&share) && filling.text.trim().is_empty() {
                filling.is_drawn = true;
                filling.doubts.push(Unsure::Tick);
            }
        }
        Ok(())
    }

    /// Notes the strips that stand inside of a cell: shaded signs are drawn as many of them.
    fn shade(&mut self, page: &Page, grid: &Grid) {
        const LONG: f64 = 14.0;
        for strip in page.rulings.iter().filter(|ruling| !ruling.is_level) {
            let area = Area::of_corners(strip.at, strip.from, strip.at, strip.to);
            let cell = (3.0..LONG)
                .contains(&area.height())
                .then(|| grid.at(area.middle()))
                .flatten();
            let Some((region, filling)) = cell.and_then(|cell| {
                let region = grid.cells.get(cell)?;
                Some((region, self.fillings.get_mut(cell)?))
            }) else {
                continue;
            };
            let inside = region.area.grown(-2.0);
            let is_inside =
                inside.holds((area.left, area.top)) && inside.holds((area.right, area.bottom));
            // Signs of one strip are enough to know of.
            if is_inside && filling.drawings.len() < PATCHES / 2 {
                filling.drawings.push(area);
            }
        }
    }

    /// Finds what is drawn in each cell.
    fn draw(&mut self, page: &Page, grid: &Grid) {
        let whole = (page.width * page.height).max(1.0);
        let mut slants: Vec<Vec<Slant>> = vec![Vec::new(); grid.cells.len()];
        for slant in page
            .slants
            .iter()
            .flat_map(|slant| cut_at_corners(slant, grid))
        {
            let area = Area::of_corners(slant.x1, slant.y1, slant.x2, slant.y2);
            if let Some(own) = grid.at(area.middle()).and_then(|cell| slants.get_mut(cell)) {
                own.push(slant);
            }
        }
        for ((filling, slants), region) in self.fillings.iter_mut().zip(&slants).zip(&grid.cells) {
            let is_large = |width: f64, height: f64| {
                width > 1.6 * region.area.width() || height > 1.8 * region.area.height()
            };
            if let [only] = slants.as_slice() {
                // One diagonal from corner to corner is a border; a border alone is no cross.
                let fills = (only.x2 - only.x1).abs() > 0.93 * region.area.width()
                    && (only.y2 - only.y1).abs() > 0.93 * region.area.height();
                if fills {
                    filling.doubts.push(Unsure::Tick);
                    continue;
                }
            }
            for slant in slants {
                let (width, height) = ((slant.x2 - slant.x1).abs(), (slant.y2 - slant.y1).abs());
                filling.draw(Area::of_corners(slant.x1, slant.y1, slant.x2, slant.y2));
                if is_large(width, height) {
                    filling.doubts.push(Unsure::Straddles);
                }
            }
        }
        self.shade(page, grid);
        for area in page.shapes.iter().chain(&page.images) {
            if area.surface() > 0.3 * whole {
                continue;
            }
            let Some(cell) = grid.at(area.middle()) else {
                continue;
            };
            let (Some(region), Some(filling)) = (grid.cells.get(cell), self.fillings.get_mut(cell))
            else {
                continue;
            };
            let is_large = area.width() > 1.6 * region.area.width()
                || area.height() > 1.8 * region.area.height();
            if is_large {
                filling.doubts.push(Unsure::Straddles);
            } else if area.width().max(area.height()) > 3.0 {
                filling.draw(*area);
            }
        }
    }
}

impl Filling {
    fn draw(&mut self, area: Area) {
        self.is_drawn = true;
        if self.drawings.len() < PATCHES {
            self.drawings.push(area);
        }
    }

    fn write(&mut self, own: &[&Run], region: &Region) {
        let upright: Vec<&Run> = own
            .iter()
            .filter(|run| run.heading == Heading::Right)
            .copied()
            .collect();
        self.lines = runs::lines(&upright);
        self.chunks = chunks(own).into_iter().flatten().collect();
        self.text = runs::paragraph(&self.lines, region.area.left, region.area.right);
        let aside = runs::aside(own);
        if !aside.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(&aside);
        }
        for run in own {
            self.struck.push_str(&run.struck);
        }
        if self.text.contains(UNKNOWN) {
            self.doubts.push(Unsure::Sign);
        }
    }
}

/// Cuts a line where it goes through corners of the grid: programs draw the diagonals of two cells
/// as one line.
fn cut_at_corners(slant: &Slant, grid: &Grid) -> Vec<Slant> {
    const CORNER: f64 = 2.5;
    let (from, to) = if slant.x1 <= slant.x2 {
        ((slant.x1, slant.y1), (slant.x2, slant.y2))
    } else {
        ((slant.x2, slant.y2), (slant.x1, slant.y1))
    };
    let slope = (to.1 - from.1) / (to.0 - from.0).max(0.01);
    let mut points = vec![from];
    for x in &grid.xs {
        let y = from.1 + (x - from.0) * slope;
        let is_inside = *x > from.0 + CORNER && *x < to.0 - CORNER;
        if is_inside && grid.ys.iter().any(|edge| (edge - y).abs() < CORNER) {
            points.push((*x, y));
        }
    }
    points.push(to);
    let ends = points.iter().zip(points.iter().skip(1));
    ends.map(|(a, b)| Slant {
        x1: a.0,
        y1: a.1,
        x2: b.0,
        y2: b.1,
    })
    .collect()
}

/// Returns the cell that a run belongs to, and whether that is not sure.
fn owner(run: &Run, grid: &Grid) -> (Option<usize>, bool) {
    let mut cells: Vec<(usize, usize, usize)> = Vec::new();
    let mut n_outside = 0usize;
    for letter in &run.letters {
        let Some(cell) = grid.at(letter.middle) else {
            n_outside += 1;
            continue;
        };
        match cells.iter_mut().find(|(known, ..)| *known == cell) {
            Some((_, count, seen)) => {
                *count += 1;
                *seen += usize::from(letter.is_seen);
            }
            None => cells.push((cell, 1, usize::from(letter.is_seen))),
        }
    }
    let first = match cells.as_slice() {
        [] => return (None, false),
        [(only, count, _)] => return (Some(*only), n_outside > *count),
        [(first, ..), ..] => *first,
    };
    // Where its letters may be seen without being cut is where it was typed.
    let seen: Vec<usize> = cells
        .iter()
        .filter(|(_, _, seen)| *seen > 0)
        .map(|(cell, ..)| *cell)
        .collect();
    if let [only] = seen.as_slice() {
        return (Some(*only), false);
    }
    let area = run.area();
    let centre = grid.at(area.middle());
    let is_left = grid.cells.get(first).is_some_and(|region| {
        (-1.0..8.0).contains(&(run.x - region.area.left)) || run.heading != Heading::Right
    });
    // Centred texts run over on both sides, the others on the right.
    let is_centred = |cell: usize| {
        grid.cells.get(cell).is_some_and(|region| {
            (area.middle().0 - region.area.middle().0).abs() < 0.02 * area.width() + 1.5
        })
    };
    match centre {
        Some(centre) if !is_left && is_centred(centre) => (Some(centre), true),
        _ => (Some(first), true),
    }
}

/// Puts runs that are in no cell on lines, each cut where it leaves a wide gap.
fn chunks(runs: &[&Run]) -> Vec<Vec<Line>> {
    let upright: Vec<&Run> = runs
        .iter()
        .filter(|run| run.heading == Heading::Right)
        .copied()
        .collect();
    let mut rows: Vec<Vec<&Run>> = Vec::new();
    let mut sorted = upright;
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y));
    for run in sorted {
        let row = rows.last_mut().filter(|row| {
            row.first()
                .is_some_and(|first| run.y - first.y < 0.4 * first.size.max(run.size))
        });
        match row {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    rows.into_iter()
        .map(|mut row| {
            row.sort_by(|a, b| a.x.total_cmp(&b.x));
            let mut groups: Vec<Vec<&Run>> = Vec::new();
            for run in row {
                let group = groups.last_mut().filter(|group| {
                    group
                        .last()
                        .is_some_and(|last| run.x - (last.x + last.length) < 1.6 * run.size)
                });
                match group {
                    Some(group) => group.push(run),
                    None => groups.push(vec![run]),
                }
            }
            groups.iter().flat_map(|group| runs::lines(group)).collect()
        })
        .collect()
}
