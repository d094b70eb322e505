//! Cells that are cut again because what they hold is that of several.

use crate::dossier::tableau::pdf::fillings::{Content, Filling, Unsure};
use crate::dossier::tableau::pdf::grid::{Grid, Region};
use crate::dossier::tableau::pdf::page::Area;
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

/// Cuts a wide cell of the form's head in as many parts as it has texts apart, when only some of
/// them are painted: a candidate's option is one.
pub(crate) fn by_paint(region: &Region, filling: &Filling) -> Option<Vec<(Filling, Region)>> {
    if filling.patches.is_empty() || filling.chunks.len() < 2 || filling.lines.len() != 1 {
        return None;
    }
    let starts: Vec<f64> = filling.chunks.iter().map(|chunk| chunk.x).collect();
    let parts = filling.chunks.iter().enumerate().map(|(index, chunk)| {
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
        let written = Area {
            left: chunk.x,
            top: chunk.y - 0.7 * chunk.size,
            right: chunk.end,
            bottom: chunk.y,
        };
        // The last paint under the text is what shows there.
        let fill = filling
            .patches
            .iter()
            .rev()
            .find(|patch| patch.area.common(&written).surface() > 0.6 * written.surface());
        let part = Filling {
            text: chunk.text.clone(),
            lines: vec![chunk.clone()],
            fill: fill.and_then(|fill| fill.color.clone()),
            ..Filling::default()
        };
        (part, Region { area, ..*region })
    });
    Some(parts.collect())
}
