//! The rows of a grid as a sheet prints them: sections in their order, levels, evidence, shares.

use std::collections::BTreeMap;

use super::format::{number, percent};
use crate::domain::commission::{Commission, Record, Seen};
use crate::domain::fraction::Fraction;
use crate::domain::grid::{Formula, Grid, IndicatorKind, Row, Section};
use crate::domain::id::{LevelId, RowId, SectionId};
use crate::domain::reconcile::Evidence;
use crate::words::french;

/// An outer section with all that is in it, or the rows that stand in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its head; none for rows outside any section.
    pub head: Option<SectionHead>,
    /// What it holds, in the order of the form.
    pub lines: Vec<Line>,
    /// Where it stands, when blocs decide.
    pub verdict: Option<super::outcome::Verdict>,
}

/// One line of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The head of an inner section.
    Section(SectionHead),
    /// A row, by its position among the sheet's rows.
    Row(usize),
}

/// The head of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionHead {
    /// « Bloc : Administrer le système d’information ».
    pub title: String,
    /// 0 for an outer section.
    pub depth: usize,
    /// « 20 % » or « coef. 3 », where neighbours do not weigh the same.
    pub share: Option<String>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The competency or the criterion.
    pub title: String,
    /// Its parts.
    pub parts: Vec<String>,
    /// What was looked for.
    pub indicators: Vec<Mark>,
    /// The column of the level that the commission chose.
    pub chosen: Option<usize>,
    /// The level's name on this row, as printed.
    pub level: Option<String>,
    /// « 3 / 5 », where rows give points.
    pub points: Option<String>,
    /// « 20 % » or « coef. 3 », where neighbours do not weigh the same.
    pub share: Option<String>,
    /// Whether its section cannot be acquired without it.
    pub critical: bool,
    /// One entry a level of the grid.
    pub cells: Vec<LevelCell>,
    /// « 2 situations sur 3 », where the row has situations.
    pub covered: Option<String>,
    /// Why the row leaves the sums, when it does: for the jury alone.
    pub waived: Option<String>,
}

/// A level on one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelCell {
    /// Whether the level exists for the row.
    pub offered: bool,
    /// Its name on this row, when it has its own.
    pub label: Option<String>,
    /// Its descriptor on this row; empty when the row has none of its own.
    pub text: String,
}

/// Something looked for, and what was seen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is to the row.
    pub kind: IndicatorKind,
    /// Its text; may hold several lines.
    pub text: String,
    /// « vu », « partiel », « non vu »; none when nobody marked it.
    pub seen: Option<String>,
    /// Why it was not taken into account, when it was not: for the jury alone.
    pub waived: Option<String>,
}

/// Returns the rows, in the order of the grid.
pub fn rows(commission: &Commission, record: &Record) -> Vec<SheetRow> {
    let grid = commission.grid();
    let agreed = commission.agreed(record);
    let evidence = commission.evidence(record);
    let waived = record.waived(grid);
    let row = |row: &Row| {
        let chosen = agreed.get(&row.id);
        let indicators: Vec<Mark> = row
            .indicators
            .iter()
            .map(|indicator| Mark {
                kind: indicator.kind,
                text: indicator.text.clone(),
                seen: evidence.get(&indicator.id).map(|seen| seen_word(*seen)),
                waived: record.waived_indicators.get(&indicator.id).cloned(),
            })
            .collect();
        SheetRow {
            title: row.title.clone(),
            parts: row.parts.clone(),
            indicators,
            chosen: chosen.and_then(|level| grid.level_rank(level)),
            level: chosen.and_then(|level| level_name(grid, row, level)),
            points: chosen.and_then(|level| points(grid, row, level)),
            share: share_of_row(grid, row),
            critical: row.critical && grid.decision.is_some(),
            cells: cells(grid, row),
            covered: covered(row, &evidence),
            // A row whose every criterion is waived leaves the sums without a reason of its own.
            waived: waived
                .contains(&row.id)
                .then(|| record.waived_rows.get(&row.id).cloned().unwrap_or_default()),
        }
    };
    grid.rows.iter().map(row).collect()
}

fn seen_word(evidence: Evidence) -> String {
    let key = match evidence {
        Evidence::Seen(Seen::Yes) => "export-seen",
        Evidence::Seen(Seen::Partly) => "export-seen-partly",
        Evidence::Seen(Seen::No) => "export-seen-not",
        Evidence::Divided => "export-seen-divided",
    };
    french(key, &[])
}

fn level_name(grid: &Grid, row: &Row, level: &LevelId) -> Option<String> {
    let own = row.descriptor(level).and_then(|own| own.label.clone());
    own.or_else(|| grid.level(level).map(|level| level.printed.clone()))
}

/// Returns « 3 / 5 » on a grid of points.
fn points(grid: &Grid, row: &Row, level: &LevelId) -> Option<String> {
    let rule = grid.mark.as_ref()?;
    if !matches!(rule.formula, Formula::Points { .. }) {
        return None;
    }
    let value = &grid.value(row, level)? * &row.weight;
    let most = &grid.value_range(row).1 * &row.weight;
    Some(format!("{}\u{a0}/\u{a0}{}", number(&value), number(&most)))
}

fn cells(grid: &Grid, row: &Row) -> Vec<LevelCell> {
    let cell = |level: &crate::domain::grid::Level| {
        let own = row.descriptor(&level.id);
        LevelCell {
            offered: grid.allows(row, &level.id),
            label: own.and_then(|own| own.label.clone()),
            text: own.map(|own| own.text.clone()).unwrap_or_default(),
        }
    };
    grid.levels.iter().map(cell).collect()
}

fn covered(
    row: &Row,
    evidence: &BTreeMap<crate::domain::id::IndicatorId, Evidence>,
) -> Option<String> {
    let situations = || {
        row.indicators
            .iter()
            .filter(|indicator| indicator.kind == IndicatorKind::Situation)
    };
    let all = situations().count();
    if all == 0 {
        return None;
    }
    let met = situations()
        .filter(|situation| {
            matches!(evidence.get(&situation.id), Some(Evidence::Seen(seen)) if seen.covers())
        })
        .count();
    let count = |key: &str| {
        french(
            key,
            &[
                ("met", &met.to_string()),
                ("all", &all.to_string()),
                ("wanted", &row.situations.to_string()),
            ],
        )
    };
    Some(match (row.situations, met) {
        (0, 0 | 1) => count("export-situation"),
        (0, _) => count("export-situations"),
        (_, 0 | 1) => count("export-situation-wanted"),
        _ => count("export-situations-wanted"),
    })
}

/// Returns the form's lines, part by part.
pub fn parts(grid: &Grid, verdicts: &[(SectionId, super::outcome::Verdict)]) -> Vec<Part> {
    let rows_of = |section: Option<&SectionId>| {
        grid.rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.section.as_ref() == section)
            .map(|(index, _)| Line::Row(index))
            .collect::<Vec<Line>>()
    };
    let mut parts = Vec::new();
    let loose = rows_of(None);
    if !loose.is_empty() {
        parts.push(Part {
            head: None,
            lines: loose,
            verdict: None,
        });
    }
    for section in grid.outer_sections() {
        let mut lines = rows_of(Some(&section.id));
        descend(grid, &section.id, 1, &rows_of, &mut lines);
        let verdict = verdicts.iter().find(|(id, _)| *id == section.id);
        parts.push(Part {
            head: Some(head(grid, section, 0)),
            lines,
            verdict: verdict.map(|(_, verdict)| verdict.clone()),
        });
    }
    parts
}

fn descend(
    grid: &Grid,
    parent: &SectionId,
    depth: usize,
    rows_of: &dyn Fn(Option<&SectionId>) -> Vec<Line>,
    lines: &mut Vec<Line>,
) {
    for section in grid.inner_sections(parent) {
        lines.push(Line::Section(head(grid, section, depth)));
        lines.extend(rows_of(Some(&section.id)));
        descend(grid, &section.id, depth + 1, rows_of, lines);
    }
}

fn head(grid: &Grid, section: &Section, depth: usize) -> SectionHead {
    SectionHead {
        title: section_title(section),
        depth,
        share: share_of_section(grid, section),
    }
}

/// Returns « Bloc : Administrer… », or the title alone when it says what it is.
pub fn section_title(section: &Section) -> String {
    let (kind, title) = (section.kind.trim(), section.title.trim());
    if kind.is_empty() || title.to_lowercase().starts_with(&kind.to_lowercase()) {
        return title.to_owned();
    }
    french("export-section", &[("kind", kind), ("title", title)])
}

fn share_of_row(grid: &Grid, row: &Row) -> Option<String> {
    share(&row.weight, &weights(grid, row.section.as_ref()))
}

fn share_of_section(grid: &Grid, section: &Section) -> Option<String> {
    share(&section.weight, &weights(grid, section.parent.as_ref()))
}

/// Returns the weights of all that stands directly in a section.
fn weights(grid: &Grid, parent: Option<&SectionId>) -> Vec<Fraction> {
    let rows = grid
        .rows
        .iter()
        .filter(|row| row.section.as_ref() == parent)
        .map(|row| row.weight.clone());
    let sections = grid
        .sections
        .iter()
        .filter(|section| section.parent.as_ref() == parent)
        .map(|section| section.weight.clone());
    rows.chain(sections).collect()
}

/// Returns how a weight is printed: a share when neighbours are written as shares, else the
/// coefficient; nothing when all weigh the same.
fn share(weight: &Fraction, neighbours: &[Fraction]) -> Option<String> {
    let one = Fraction::whole(1);
    if neighbours
        .windows(2)
        .all(|pair| pair.first() == pair.last())
    {
        return None;
    }
    let shares = neighbours
        .iter()
        .any(|weight| !weight.is_zero() && *weight < one);
    if shares {
        let whole = neighbours
            .iter()
            .fold(Fraction::whole(0), |sum, weight| sum + weight);
        return weight.over(&whole).as_ref().map(percent);
    }
    Some(french("export-coefficient", &[("value", &number(weight))]))
}

/// Returns the titles of these rows.
pub fn titles(grid: &Grid, rows: &[RowId]) -> Vec<String> {
    let known = rows.iter().filter_map(|row| grid.row(row));
    known.map(|row| row.title.clone()).collect()
}
