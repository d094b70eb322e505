//! Cells that are cut again because what they hold is that of several.

use crate::dossier::tableau::pdf::fillings::{Content, Filling, Unsure};
use crate::dossier::tableau::pdf::grid::{Grid, Region};
use crate::dossier::tableau::pdf::page::{Area, Page};
use crate::dossier::tableau::pdf::runs::{self, Line};

/// Cuts a cell whose lower side is missing: its texts are those of two rows when they stand
/// apart, each level with its own row.
pub(crate) fn by_rows(
    grid: &Grid,
    content: &Content,
    region: &Region,
    filling: &Filling,
) -> Option<Vec<Filling>> {
    let mut parts: Vec<Filling> = Vec::new();
    for row in region.top..=region.bottom {
        let (top, bottom) = (grid.ys.get(row)?, grid.ys.get(row + 1)?);
        let lines: Vec<Line> = filling
            .lines
            .iter()
            .filter(|line| (*top..*bottom).contains(&(line.y - 0.3 * line.size)))
            .cloned()
            .collect();
        if lines.is_empty() {
            return None;
        }
        parts.push(Filling {
            text: runs::paragraph(&lines, region.area.left, region.area.right),
            lines,
            fill: filling.fill.clone(),
            ..Filling::default()
        });
    }
    // The cells beside it must be apart, and each row have a text of its own there.
    let neighbour = region.right + 1;
    let beside: Vec<usize> = (region.top..=region.bottom)
        .filter_map(|row| grid.cell_of(row, neighbour))
        .collect();
    let are_apart = beside
        .iter()
        .all(|cell| grid.cells.get(*cell).is_some_and(|r| r.top == r.bottom));
    let have_texts = beside.iter().all(|cell| {
        let filling = content.fillings.get(*cell);
        filling.is_some_and(|filling| !filling.text.trim().is_empty())
    });
    let gap = |a: &Line, b: &Line| (b.y - a.y) / a.size.max(b.size).max(0.1);
    let stand_apart = parts
        .iter()
        .zip(parts.iter().skip(1))
        .all(|(above, below)| {
            above
                .lines
                .last()
                .zip(below.lines.first())
                .is_some_and(|(a, b)| gap(a, b) > 1.7)
        });
    let cuts = are_apart && (have_texts || stand_apart);
    if let (true, Some(first)) = (cuts, parts.first_mut()) {
        first.links.clone_from(&filling.links);
        first.doubts.clone_from(&filling.doubts);
        first.doubts.push(Unsure::Straddles);
    }
    cuts.then_some(parts)
}

/// What is drawn beside a text is smaller than this.
const SMALL: f64 = 14.0;

/// Cuts a cell of the form's head in as many parts as it has texts apart, when only some of them
/// are painted, or have something drawn on them or just before: a candidate's option is one.
pub(crate) fn by_marks(region: &Region, filling: &Filling) -> Option<Vec<(Filling, Region)>> {
    let is_marked = !filling.patches.is_empty() || !filling.drawings.is_empty();
    if !is_marked || filling.chunks.is_empty() || filling.lines.len() != 1 {
        return None;
    }
    let starts: Vec<f64> = filling.chunks.iter().map(|chunk| chunk.x).collect();
    let written: Vec<Area> = filling.chunks.iter().map(written).collect();
    // A small square is drawn, a large one is paint.
    let is_small = |area: &Area| area.width().max(area.height()) < SMALL;
    let squares = filling.patches.iter().map(|patch| &patch.area);
    let drawn: Vec<usize> = filling
        .drawings
        .iter()
        .chain(squares.filter(|area| is_small(area)))
        .filter_map(|area| beside(area, &written))
        .collect();
    let parts = filling.chunks.iter().zip(&written).enumerate();
    let parts = parts.map(|(index, (chunk, written))| {
        let left = if index == 0 {
            region.area.left
        } else {
            chunk.x
        };
        let right = starts.get(index + 1).copied().unwrap_or(region.area.right);
        let area = Area {
            left,
            right,
            ..region.area
        };
        // The last paint under the text is what shows there.
        let fill = filling
            .patches
            .iter()
            .rev()
            .find(|patch| patch.area.common(written).surface() > 0.6 * written.surface());
        let part = Filling {
            text: chunk.text.clone(),
            struck: filling.struck.clone(),
            lines: vec![chunk.clone()],
            fill: fill.map_or_else(|| filling.fill.clone(), |fill| fill.color.clone()),
            is_drawn: drawn.contains(&index),
            links: filling.links.clone(),
            doubts: filling.doubts.clone(),
            ..Filling::default()
        };
        (part, Region { area, ..*region })
    });
    Some(parts.collect())
}

/// Returns which of these texts, which stand in no cell, have something drawn on them or just before.
pub(crate) fn marked(page: &Page, lines: &[Line]) -> Vec<usize> {
    let texts: Vec<Area> = lines.iter().map(written).collect();
    let slants = page.slants.iter();
    let slants = slants.map(|slant| Area::of_corners(slant.x1, slant.y1, slant.x2, slant.y2));
    let paint = page.fills.iter().filter(|fill| fill.color.is_some());
    let solid = page.shapes.iter().chain(&page.images).copied();
    slants
        .chain(solid)
        .chain(paint.map(|fill| fill.area))
        .filter(|area| (2.0..SMALL).contains(&area.width().max(area.height())))
        .filter_map(|area| beside(&area, &texts))
        .collect()
}

fn written(chunk: &Line) -> Area {
    Area {
        left: chunk.x,
        top: chunk.y - 0.7 * chunk.size,
        right: chunk.end,
        bottom: chunk.y,
    }
}

/// Returns the text that something is drawn on or before, if it is level with one.
fn beside(area: &Area, texts: &[Area]) -> Option<usize> {
    // A box may stand far from its name: the text that comes next is the nearest.
    const FAR: f64 = 8.0;
    let (x, y) = area.middle();
    let is_by = |text: &Area| {
        let height = text.height();
        let is_level = (text.top - height..text.bottom + height).contains(&y);
        is_level && (text.left - FAR * height..text.right).contains(&x)
    };
    let found = texts.iter().enumerate().filter(|(_, text)| is_by(text));
    found
        .min_by(|a, b| a.1.left.total_cmp(&b.1.left))
        .map(|(index, _)| index)
}
