//! What is lost or assumed when a grid goes to another format or comes from one. What an export
//! loses is measured: the file is read back, and whatever is not there again is in the report.

use std::collections::BTreeMap;

use super::super::grids::compare::{Part, differences};
use crate::domain::grid::{Draft, Grid, Level, LevelKind};
use crate::domain::id::{LevelId, RowId, SectionId};
use crate::domain::mark::{self, Profile, Proposal};

/// One thing to know of an import or an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The format does not carry this part of the grid, at so many places.
    NotCarried(Part, usize),
    /// The foreign file says this, at so many places, and a grid has no room for it.
    Dropped(String, usize),
    /// Something was decided in the file's stead, at so many places.
    Assumed(Assumption, usize),
    /// Weights, values and formula are written otherwise, and give the same mark.
    SameMark,
    /// What is written does not give the same mark.
    OtherMark,
    /// The file could not be read back as a grid.
    NotReadBack,
}

/// What was decided in the stead of a file that does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assumption {
    /// Members, phases, session, rounding and threshold are the usual ones.
    Completed,
    /// The bytes are no UTF-8: read as Windows-1252.
    Encoding,
    /// Each rubric of the file became a section.
    SeveralRubrics,
    /// A range of points became its highest number.
    Ranges,
    /// A criterion without levels has those of the grid, and no weight.
    FreeForm,
    /// Every level of a criterion is worth nothing: it has no weight.
    Worthless,
    /// Levels were put back in the order of their points.
    Sorted,
    /// Levels have the same rank, and another name, from one criterion to the next.
    ByRank,
    /// There are no points: levels go up in equal steps.
    EqualSteps,
    /// There is no level at all: a usual scale was given.
    UsualScale,
    /// A level without points is outside the scale.
    Outside,
    /// A criterion without weight weighs 1.
    Unweighted,
    /// Sections deeper than a grid goes were put in the last that fits.
    Flattened,
    /// Elements that no criterion assesses are not in the grid.
    Unassessed,
    /// An element had several places: the first was kept.
    SeveralParents,
    /// A title too long for the strips was shortened.
    Shortened,
    /// Feedback was put with what may be consulted.
    Feedback,
    /// The origin was put in the provenance.
    Provenance,
    /// An apostrophe was put before a cell that a spreadsheet would compute.
    Guarded,
    /// A number was rounded to be written.
    Rounded,
    /// Identifiers, addresses and dates of elements are not kept: an export gives others.
    Renewed,
    /// A name was made from a title.
    Named,
}

/// How many remarks of each kind an import met, to be told once.
#[derive(Debug, Default)]
pub(super) struct Tally {
    assumed: BTreeMap<Assumption, usize>,
    dropped: BTreeMap<String, usize>,
}

impl Tally {
    pub(super) fn assume(&mut self, assumption: Assumption) {
        *self.assumed.entry(assumption).or_default() += 1;
    }

    pub(super) fn drop(&mut self, field: impl Into<String>) {
        *self.dropped.entry(field.into()).or_default() += 1;
    }

    pub(super) fn into_report(self) -> Vec<Remark> {
        let dropped = self.dropped.into_iter();
        let assumed = self.assumed.into_iter();
        dropped
            .map(|(field, count)| Remark::Dropped(field, count))
            .chain(assumed.map(|(what, count)| Remark::Assumed(what, count)))
            .collect()
    }
}

/// Returns what of `grid` is not in what was read back.
pub(super) fn lost(grid: &Grid, back: Option<&Grid>) -> Vec<Remark> {
    let Some(back) = back else {
        return vec![Remark::NotReadBack];
    };
    let same = same_mark(grid, back);
    let (back, renamed) = aligned(grid, back.clone().into_draft());
    let mut parts: BTreeMap<Part, usize> = BTreeMap::new();
    for difference in differences(grid, &back) {
        // What reading back adds is not lost.
        if difference.before.is_some() {
            *parts.entry(Part::of(&difference.place)).or_default() += 1;
        }
    }
    let mut report = Vec::new();
    let arithmetic = [Part::Weights, Part::LevelValues, Part::Formula];
    let rewritten = arithmetic.iter().any(|part| parts.contains_key(part));
    if same == Some(true) {
        for part in arithmetic {
            let _ = parts.remove(&part);
        }
    }
    match same {
        Some(true) if rewritten => report.push(Remark::SameMark),
        Some(false) => report.push(Remark::OtherMark),
        Some(true) | None => {}
    }
    report.extend(
        parts
            .into_iter()
            .map(|(part, count)| Remark::NotCarried(part, count)),
    );
    if renamed > 0 {
        report.push(Remark::NotCarried(Part::Names, renamed));
    }
    report
}

/// Gives what was read back the names of the original, where both stand in the same place.
fn aligned(grid: &Draft, mut back: Draft) -> (Draft, usize) {
    let mut renamed = 0;
    let valued = |draft: &Draft| -> Vec<LevelId> {
        let levels = draft.levels.iter();
        let ids = levels.filter(|level| matches!(level.kind, LevelKind::Value(_)));
        ids.map(|level| level.id.clone()).collect()
    };
    let outside = |draft: &Draft| -> Vec<LevelId> {
        let levels = draft.levels.iter();
        let ids = levels.filter(|level| !matches!(level.kind, LevelKind::Value(_)));
        ids.map(|level| level.id.clone()).collect()
    };
    let mut levels: BTreeMap<LevelId, LevelId> = BTreeMap::new();
    for list in [&valued as &dyn Fn(&Draft) -> Vec<LevelId>, &outside] {
        let (old, new) = (list(grid), list(&back));
        if old.len() == new.len() {
            levels.extend(new.into_iter().zip(old));
        }
    }
    let level = |id: &mut LevelId| -> usize {
        let old = levels.get(id).filter(|old| *old != id).cloned();
        let changed = old.is_some();
        if let Some(old) = old {
            *id = old;
        }
        usize::from(changed)
    };
    for known in &mut back.levels {
        renamed += level(&mut known.id);
    }
    for cell in &mut back.rubric.cells {
        let _ = level(&mut cell.level);
    }
    for row in &mut back.rows {
        for descriptor in &mut row.descriptors {
            let _ = level(&mut descriptor.level);
        }
    }
    let mut sections: BTreeMap<SectionId, SectionId> = BTreeMap::new();
    if grid.sections.len() == back.sections.len() {
        for (old, new) in grid.sections.iter().zip(&mut back.sections) {
            renamed += usize::from(old.id != new.id);
            let _ = sections.insert(new.id.clone(), old.id.clone());
            new.id = old.id.clone();
            if let Some(parent) = new.parent.as_mut()
                && let Some(old) = sections.get(parent)
            {
                *parent = old.clone();
            }
        }
    }
    if grid.rows.len() == back.rows.len() {
        for (old, new) in grid.rows.iter().zip(&mut back.rows) {
            renamed += usize::from(old.id != new.id);
            new.id = old.id.clone();
            if let Some(section) = new.section.as_mut()
                && let Some(old) = sections.get(section)
            {
                *section = old.clone();
            }
            if old.indicators.len() == new.indicators.len() {
                for (old, new) in old.indicators.iter().zip(&mut new.indicators) {
                    new.id = old.id.clone();
                }
            }
        }
    }
    (back, renamed)
}

/// Both grids are tried on no more profiles.
const MOST_PROFILES: usize = 120;

/// Returns whether both grids give the same share of their highest mark to the same profiles; none
/// when the first gives no mark.
fn same_mark(grid: &Grid, back: &Grid) -> Option<bool> {
    if grid.rows.len() != back.rows.len() {
        return grid.mark.as_ref().map(|_| false);
    }
    let bottom = |grid: &Grid| -> Profile {
        let lowest = grid.rows.iter().filter_map(|row| {
            let level = by_value(grid, row).first().map(|level| level.id.clone())?;
            Some((row.id.clone(), level))
        });
        Profile::from(lowest.collect::<BTreeMap<RowId, LevelId>>())
    };
    let (low, back_low) = (bottom(grid), bottom(back));
    let lowest = share(grid, &low)?;
    if Some(lowest) != share(back, &back_low) {
        return Some(false);
    }
    let mut tried = 0;
    for (row, other) in grid.rows.iter().zip(&back.rows) {
        let (own, their) = (by_value(grid, row), by_value(back, other));
        if own.len() != their.len() {
            return Some(false);
        }
        for (level, back_level) in own.iter().zip(their) {
            let mut profile = low.clone();
            let _ = profile.levels.insert(row.id.clone(), level.id.clone());
            let mut back_profile = back_low.clone();
            let _ = back_profile
                .levels
                .insert(other.id.clone(), back_level.id.clone());
            if share(grid, &profile) != share(back, &back_profile) {
                return Some(false);
            }
            tried += 1;
            if tried > MOST_PROFILES {
                return Some(true);
            }
        }
    }
    Some(true)
}

/// Returns the levels of a row that have a value, lowest first.
fn by_value<'a>(grid: &'a Grid, row: &'a crate::domain::grid::Row) -> Vec<&'a Level> {
    let mut levels: Vec<&Level> = grid
        .levels_of(row)
        .filter(|level| level.value().is_some())
        .collect();
    levels.sort_by_key(|level| grid.value(row, &level.id));
    levels
}

/// Returns the raw mark over the highest.
fn share(grid: &Grid, profile: &Profile) -> Option<crate::domain::fraction::Fraction> {
    let rule = grid.mark.as_ref()?;
    match mark::propose(grid, profile) {
        Proposal::Complete(readings) => {
            let span = rule.out_of.clone() - &rule.base;
            (readings.zero.raw - &rule.base).over(&span)
        }
        Proposal::Free | Proposal::Incomplete(_) => None,
    }
}
