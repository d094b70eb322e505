//! Cells that lost the lines between them, as candidates erase borders: what they hold still stands
//! in the columns of the header and level with the rows of the titles.

use crate::dossier::tableau::pdf::grid::{Grid, Region};
use crate::dossier::tableau::pdf::page::{Area, Heading, Page};
use crate::dossier::tableau::pdf::runs::Run;

/// Something that a cell shows: where, and whether it is paint.
struct Mark {
    area: Area,
    is_paint: bool,
    /// The lines of a text that has several.
    lines: Vec<Area>,
}

/// Parts of a cell along one side of it: first and last square of each.
type Parts = Vec<(usize, usize)>;

/// A mark may stand out of its part by this.
const SLACK: f64 = 2.0;

/// Divides the cells from the row `from` on whose marks are those of several; `starts` are where the
/// columns of the header start, and where the last one ends. Tells whether there was any.
pub(crate) fn divide(
    grid: &mut Grid,
    page: &Page,
    runs: &[Run],
    starts: &[f64],
    from: usize,
) -> bool {
    let columns = lines_at(&grid.xs, starts);
    let Some(&period) = columns.get(1) else {
        return false;
    };
    let first_tick = columns.get(2).copied().unwrap_or(period);
    let mut is_divided = false;
    /// Things looked at for all the cells of a page.
    const MOST: usize = 2_000_000;
    let n_things = runs.len() + page.fills.len() + page.slants.len() + page.shapes.len();
    let mut n_looks = 0usize;
    for index in 0..grid.cells.len() {
        let Some(region) = grid.cells.get(index).copied() else {
            break;
        };
        if region.top < from {
            continue;
        }
        let by_column = parts(region.left, region.right, |column| {
            columns.contains(&column)
        });
        // Rows are told apart by their titles.
        let by_row = parts(region.top, region.bottom, |row| {
            grid.cell_of(row, 0)
                .and_then(|cell| grid.cells.get(cell))
                .is_some_and(|title| title.top == row)
        });
        if by_column.len() < 2 && by_row.len() < 2 {
            continue;
        }
        n_looks += n_things;
        if n_looks > MOST {
            break;
        }
        let marks = marks(page, runs, &region);
        let sideways = Side {
            parts: &by_column,
            edges: &grid.xs,
            of: |area| (area.left, area.right),
        };
        let downwards = Side {
            parts: &by_row,
            edges: &grid.ys,
            of: |area| (area.top, area.bottom),
        };
        // A title of a section, or a title that runs over its period, may stand anywhere in its cell.
        let has_title = region.left < period;
        // A line is not drawn under a text that runs over it: no title and no period is a tick too.
        let is_whole = has_title && columns.last().is_some_and(|end| region.right + 1 >= *end);
        let runs_over = region.left < first_tick && region.right >= first_tick && !is_whole;
        let cuts_columns = runs_over || sideways.tells(&marks, !has_title);
        let cuts_rows = !has_title && downwards.tells(&marks, region.left >= first_tick);
        if !cuts_columns && !cuts_rows {
            continue;
        }
        let whole_columns = vec![(region.left, region.right)];
        let whole_rows = vec![(region.top, region.bottom)];
        let by_column = if cuts_columns {
            by_column
        } else {
            whole_columns
        };
        let by_row = if cuts_rows { by_row } else { whole_rows };
        grid.divide(index, &by_row, &by_column);
        is_divided = true;
    }
    is_divided
}

/// Returns the lines of the grid that are at these places.
fn lines_at(edges: &[f64], places: &[f64]) -> Vec<usize> {
    const NEAR: f64 = 3.5;
    let mut lines: Vec<usize> = places
        .iter()
        .filter_map(|place| edges.iter().position(|edge| (edge - place).abs() <= NEAR))
        .collect();
    lines.dedup();
    lines
}

fn parts(first: usize, last: usize, starts: impl Fn(usize) -> bool) -> Parts {
    let mut parts: Parts = Vec::new();
    for index in first..=last {
        match parts.last_mut() {
            Some(part) if !starts(index) => part.1 = index,
            _ => parts.push((index, index)),
        }
    }
    parts
}

/// One direction in which a cell may be divided.
struct Side<'a> {
    parts: &'a Parts,
    edges: &'a [f64],
    of: fn(&Area) -> (f64, f64),
}

impl Side<'_> {
    fn bounds(&self, part: &(usize, usize)) -> Option<(f64, f64)> {
        Some((*self.edges.get(part.0)?, *self.edges.get(part.1 + 1)?))
    }

    /// Tells whether marks stand in some of the parts as they would if each were a cell; alone, one
    /// that is in the middle of the whole cell belongs to all of it.
    fn tells(&self, marks: &[Mark], may_be_alone: bool) -> bool {
        let bounds: Vec<(f64, f64)> = self.parts.iter().filter_map(|p| self.bounds(p)).collect();
        let (Some(first), Some(last)) = (bounds.first(), bounds.last()) else {
            return false;
        };
        if bounds.len() < 2 {
            return false;
        }
        let middle = f64::midpoint(first.0, last.1);
        let mut taken = vec![false; bounds.len()];
        let mut is_aside = false;
        let marks = marks.iter().flat_map(|mark| {
            let may_be_cut = may_be_alone && !self.holds_whole(&mark.area, &bounds);
            let lines = mark.lines.iter().filter(move |_| may_be_cut);
            let whole = (!may_be_cut || mark.lines.is_empty()).then_some(&mark.area);
            whole
                .into_iter()
                .chain(lines)
                .map(|area| (area, mark.is_paint))
        });
        let marks: Vec<(&Area, bool)> = marks.collect();
        for &(area, is_paint) in &marks {
            let (from, to) = (self.of)(area);
            let mut fits = false;
            for ((start, end), taken) in bounds.iter().zip(&mut taken) {
                let is_in = if is_paint {
                    to.min(*end) - from.max(*start) > 0.7 * (end - start)
                } else {
                    from >= start - SLACK && to <= end + SLACK
                };
                *taken |= is_in;
                fits |= is_in;
                let is_off = (f64::midpoint(from, to) - middle).abs() > 0.15 * (end - start);
                is_aside |= is_in && (is_off || is_paint);
            }
            if !fits && !is_paint {
                return false;
            }
        }
        match taken.iter().filter(|taken| **taken).count() {
            0 => false,
            1 => may_be_alone && is_aside,
            // Paint all over tells nothing.
            n_taken => n_taken < bounds.len() || marks.iter().any(|(_, is_paint)| !is_paint),
        }
    }
}

impl Side<'_> {
    fn holds_whole(&self, area: &Area, bounds: &[(f64, f64)]) -> bool {
        let (from, to) = (self.of)(area);
        let mut bounds = bounds.iter();
        bounds.any(|(start, end)| from >= start - SLACK && to <= end + SLACK)
    }
}

/// Returns what a cell shows. Lines of text that follow one another are one mark.
fn marks(page: &Page, runs: &[Run], region: &Region) -> Vec<Mark> {
    let is_in = |area: &Area| {
        let (x, y) = area.middle();
        let own = &region.area;
        (own.left..own.right).contains(&x) && (own.top..own.bottom).contains(&y)
    };
    let own = runs
        .iter()
        .filter(|run| run.is_visible() && run.heading == Heading::Right)
        .map(|run| {
            let letters = run.letters.iter().filter(|letter| letter.is_seen);
            let ends = letters.fold((f64::INFINITY, f64::NEG_INFINITY), |ends, letter| {
                (ends.0.min(letter.middle.0), ends.1.max(letter.middle.0))
            });
            let area = Area {
                left: ends.0,
                right: ends.1.max(ends.0 + 0.1),
                ..run.area()
            };
            (area, run.size)
        })
        .filter(|(area, _)| is_in(area));
    let mut texts: Vec<(Area, f64)> = own.collect();
    texts.sort_by(|a, b| a.0.top.total_cmp(&b.0.top));
    let mut blocks: Vec<(Area, f64, Vec<Area>)> = Vec::new();
    for (area, size) in texts {
        let near = blocks.iter_mut().find(|(block, block_size, _)| {
            let size = size.max(*block_size);
            area.top - block.bottom < 0.75 * size
                && area.left - block.right < 1.6 * size
                && block.left - area.right < 1.6 * size
        });
        match near {
            Some((block, _, lines)) => {
                *block = block.with(&area);
                lines.push(area);
            }
            None => blocks.push((area, size, vec![area])),
        }
    }
    let solid = |area: Area| Mark {
        area,
        is_paint: false,
        lines: Vec::new(),
    };
    let texts = blocks.into_iter();
    let texts = texts.map(|(area, _, lines)| Mark {
        lines,
        ..solid(area)
    });
    let mut marks: Vec<Mark> = texts.collect();
    let drawn = page.shapes.iter().chain(&page.images);
    marks.extend(drawn.filter(|area| is_in(area)).copied().map(solid));
    let slants = page.slants.iter();
    let slants = slants.map(|slant| Area::of_corners(slant.x1, slant.y1, slant.x2, slant.y2));
    marks.extend(slants.filter(is_in).map(solid));
    let painted = page.fills.iter().filter(|fill| fill.color.is_some());
    marks.extend(painted.filter_map(|fill| {
        let area = region.area.common(&fill.area);
        (area.width() > 4.0 && area.height() > 4.0).then_some(Mark {
            area,
            is_paint: true,
            lines: Vec::new(),
        })
    }));
    marks
}
