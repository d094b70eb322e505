//! A sheet too wide for its paper, printed on pages to be laid side by side: they are put together
//! when that gives the header more of its labels.

use crate::dossier::refused::Cause;
use crate::dossier::tableau::pdf::grid::Grid;
use crate::dossier::tableau::pdf::page::{Area, Page, Part};
use crate::dossier::tableau::pdf::runs;
use crate::dossier::tableau::pdf::table;

/// Rows nearer than this are level.
const LEVEL: f64 = 2.5;

/// Puts side by side the pages that are parts of one; `labels` counts the labels of the form among
/// the texts of a row. Returns the pages that remain, with their numbers.
pub(crate) fn join(
    pages: Vec<Page>,
    labels: &dyn Fn(&[String]) -> usize,
) -> Result<Vec<(u32, Page)>, Cause> {
    let mut pages: Vec<(u32, Page)> = (0..).zip(pages).collect();
    if pages.len() < 2 {
        return Ok(pages);
    }
    let mut grids = Vec::new();
    for (_, page) in &pages {
        let mut runs = runs::runs(page);
        grids.push(Grid::find(page, &mut runs)?);
    }
    let Some(first) = grids.iter().position(Option::is_some) else {
        return Ok(pages);
    };
    let mut n_labels = count(pages.get(first), labels)?;
    let mut at = first + 1;
    while at < pages.len() {
        let found = joined(&pages, &grids, first, at);
        let n_more = count(found.as_ref(), labels)?;
        let (true, Some(whole)) = (n_more > n_labels, found) else {
            at += 1;
            continue;
        };
        // The pages below the first go with those below the second.
        let apart = at - first;
        for below in (first + 1..at).rev() {
            if let Some(whole) = joined(&pages, &grids, below, below + apart) {
                take(&mut pages, &mut grids, below, below + apart, whole)?;
            }
        }
        take(&mut pages, &mut grids, first, at, whole)?;
        n_labels = n_more;
        at = first + 1;
    }
    Ok(pages)
}

fn take(
    pages: &mut Vec<(u32, Page)>,
    grids: &mut Vec<Option<Grid>>,
    left: usize,
    right: usize,
    whole: (u32, Page),
) -> Result<(), Cause> {
    let mut runs = runs::runs(&whole.1);
    let grid = Grid::find(&whole.1, &mut runs)?;
    if let (Some(page), Some(slot)) = (pages.get_mut(left), grids.get_mut(left)) {
        *page = whole;
        *slot = grid;
    }
    let _ = pages.remove(right);
    let _ = grids.remove(right);
    Ok(())
}

fn count(page: Option<&(u32, Page)>, labels: &dyn Fn(&[String]) -> usize) -> Result<usize, Cause> {
    match page {
        Some((number, page)) => table::labels_of(page, *number, labels),
        None => Ok(0),
    }
}

/// Lays a page on the right of another when the rows of their tables are level.
fn joined(
    pages: &[(u32, Page)],
    grids: &[Option<Grid>],
    left: usize,
    right: usize,
) -> Option<(u32, Page)> {
    let (number, page) = pages.get(left)?;
    let (other_number, other) = pages.get(right)?;
    let (grid, other_grid) = (grids.get(left)?.as_ref()?, grids.get(right)?.as_ref()?);
    if !are_level(&grid.ys, &other_grid.ys) {
        return None;
    }
    let edge = grid.area().right;
    let start = other_grid.area().left;
    let shift = edge - start;
    let mut whole = cut(page, 0.0, f64::NEG_INFINITY, edge);
    let more = cut(other, shift, start, f64::INFINITY);
    whole.width = whole.width.max(edge) + (other.width - start).max(0.0);
    whole.height = whole.height.max(other.height);
    whole.glyphs.extend(more.glyphs);
    whole.rulings.extend(more.rulings);
    whole.fills.extend(more.fills);
    whole.slants.extend(more.slants);
    whole.shapes.extend(more.shapes);
    whole.images.extend(more.images);
    whole.links.extend(more.links);
    whole.parts.push(Part {
        from: edge,
        shift,
        page: *other_number,
    });
    Some((*number, whole))
}

fn are_level(ys: &[f64], others: &[f64]) -> bool {
    const ROWS: usize = 4;
    let n_level = |a: &[f64], b: &[f64]| {
        let is_there = |y: &&f64| b.iter().any(|other| (*y - other).abs() <= LEVEL);
        a.iter().filter(is_there).count()
    };
    let is_most = |a: &[f64], b: &[f64]| n_level(a, b) * 10 >= a.len() * 9;
    ys.len() > ROWS && others.len() > ROWS && is_most(ys, others) && is_most(others, ys)
}

/// Returns what a page shows between two of its x, moved by `shift`.
fn cut(page: &Page, shift: f64, from: f64, to: f64) -> Page {
    let is_in = |x: f64| from - 0.5 <= x && x <= to + 0.5;
    let area = |area: &Area| Area {
        left: area.left.max(from) + shift,
        right: area.right.min(to) + shift,
        ..*area
    };
    let inside = |area: &&Area| is_in(area.middle().0);
    let mut cut = Page {
        width: page.width,
        height: page.height,
        parts: page.parts.clone(),
        n_covered: page.n_covered,
        ..Page::default()
    };
    let glyphs = page.glyphs.iter().filter(|glyph| is_in(glyph.middle().0));
    cut.glyphs.extend(glyphs.map(|glyph| {
        let mut glyph = glyph.clone();
        glyph.x += shift;
        // The side of a page cuts no cell.
        glyph.clip.left += shift;
        glyph.clip.right += shift;
        glyph
    }));
    for ruling in &page.rulings {
        let mut ruling = *ruling;
        if ruling.is_level {
            ruling.from = ruling.from.max(from) + shift;
            ruling.to = ruling.to.min(to) + shift;
            if ruling.from < ruling.to {
                cut.rulings.push(ruling);
            }
        } else if is_in(ruling.at) {
            ruling.at += shift;
            cut.rulings.push(ruling);
        }
    }
    for fill in &page.fills {
        let mut fill = fill.clone();
        fill.area = area(&fill.area);
        if fill.area.left < fill.area.right {
            cut.fills.push(fill);
        }
    }
    for slant in &page.slants {
        if is_in(f64::midpoint(slant.x1, slant.x2)) {
            let mut slant = *slant;
            slant.x1 += shift;
            slant.x2 += shift;
            cut.slants.push(slant);
        }
    }
    cut.shapes
        .extend(page.shapes.iter().filter(inside).map(area));
    cut.images
        .extend(page.images.iter().filter(inside).map(area));
    let links = page.links.iter().filter(|(place, _)| inside(&place));
    cut.links
        .extend(links.map(|(place, address)| (area(place), address.clone())));
    cut
}
