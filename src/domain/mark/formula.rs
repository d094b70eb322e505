//! The sums behind a mark: the weight each row really has, once what leaves the sums has left,
//! and what it brings. Knows nothing of penalties, bounds or the commission.

use super::super::fraction::Fraction;
use super::super::grid::{Formula, Grid, MarkRule, Row, Section, Stage};
use super::super::id::{LevelId, RowId, SectionId};
use super::{Group, Profile, Share};

/// How a row that is not assessable is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treat {
    /// It counts for zero.
    AsZero,
    /// It leaves the sums.
    LeaveOut,
}

/// One row in the sums.
#[derive(Debug, Clone)]
struct Term {
    row: RowId,
    /// What it weighs beside the others, sections included.
    weight: Fraction,
    /// Its degree, 0..1.
    value: Fraction,
}

/// Every row that counts, and the marks of the outer sections.
#[derive(Debug, Clone)]
pub struct Sums {
    terms: Vec<Term>,
    /// The marks that a whole profile spans: from the base to the highest.
    span: Fraction,
    /// When sections are rounded, the sum over sections takes the place of the sum over rows.
    rounded: Option<(Fraction, Fraction)>,
}

impl Sums {
    /// Sum of the points: `Σ weight × value × span`.
    pub fn points(&self) -> Fraction {
        match &self.rounded {
            Some((points, _)) => points.clone(),
            None => self.terms.iter().fold(Fraction::whole(0), |sum, term| {
                sum + &(&(&term.weight * &term.value) * &self.span)
            }),
        }
    }

    /// Sum of the weights.
    pub fn weight(&self) -> Fraction {
        match &self.rounded {
            Some((_, weight)) => weight.clone(),
            None => self
                .terms
                .iter()
                .fold(Fraction::whole(0), |sum, term| sum + &term.weight),
        }
    }
}

/// Returns the sums of a complete profile.
pub fn sums(grid: &Grid, rule: &MarkRule, profile: &Profile, treat: Treat) -> Sums {
    let span = rule.out_of.clone() - &rule.base;
    let degree = |row: &Row| degree(grid, rule, profile, row, treat);
    let mut terms = Vec::new();
    match rule.formula {
        Formula::None => {}
        Formula::Points { from_lowest } => {
            for row in &grid.rows {
                let Some(value) = degree(row) else { continue };
                let (low, high) = grid.value_range(row);
                let low = if from_lowest { low } else { Fraction::whole(0) };
                let weight = &row.weight * &(high - &low);
                terms.push(Term {
                    row: row.id.clone(),
                    weight,
                    value,
                });
            }
        }
        Formula::Weighted if grid.sections.is_empty() => {
            for row in &grid.rows {
                if let Some(value) = degree(row) {
                    terms.push(Term {
                        row: row.id.clone(),
                        weight: row.weight.clone(),
                        value,
                    });
                }
            }
        }
        Formula::Weighted => {
            let mut walk = Walk {
                grid,
                degree: &degree,
                terms: &mut terms,
            };
            walk.descend(None, &Fraction::whole(1));
        }
    }
    let rounded = (rule.stage == Stage::Section)
        .then(|| round_sections(grid, rule, &terms, &span))
        .flatten();
    Sums {
        terms,
        span,
        rounded,
    }
}

/// Goes down the sections, sharing each one's weight among what counts in it.
struct Walk<'a> {
    grid: &'a Grid,
    degree: &'a dyn Fn(&Row) -> Option<Fraction>,
    terms: &'a mut Vec<Term>,
}

impl Walk<'_> {
    fn descend(&mut self, parent: Option<&SectionId>, share: &Fraction) {
        let grid = self.grid;
        let rows: Vec<(&Row, Fraction)> = grid
            .rows
            .iter()
            .filter(|row| row.section.as_ref() == parent)
            .filter_map(|row| Some((row, (self.degree)(row)?)))
            .collect();
        let inner: Vec<&Section> = grid
            .sections
            .iter()
            .filter(|section| section.parent.as_ref() == parent && self.counts(&section.id))
            .collect();
        let weights = rows.iter().map(|(row, _)| &row.weight);
        let weights = weights.chain(inner.iter().map(|section| &section.weight));
        let whole = weights.fold(Fraction::whole(0), |sum, weight| sum + weight);
        for (row, value) in rows {
            if let Some(part) = row.weight.over(&whole) {
                self.terms.push(Term {
                    row: row.id.clone(),
                    weight: &part * share,
                    value,
                });
            }
        }
        for section in inner {
            if let Some(part) = section.weight.over(&whole) {
                self.descend(Some(&section.id), &(&part * share));
            }
        }
    }

    /// A section whose rows have all left the sums leaves them too.
    fn counts(&self, section: &SectionId) -> bool {
        let weighs = |row: &Row| !row.weight.is_zero() && (self.degree)(row).is_some();
        self.grid.rows_within(section).any(weighs)
    }
}

/// The degree of a row, 0..1; none when it leaves the sums.
fn degree(
    grid: &Grid,
    rule: &MarkRule,
    profile: &Profile,
    row: &Row,
    treat: Treat,
) -> Option<Fraction> {
    if profile.waived.contains(&row.id) {
        return None;
    }
    let level = profile.levels.get(&row.id)?;
    if grid.is_left_out(level) {
        return None;
    }
    if grid.is_not_assessable(level) {
        return (treat == Treat::AsZero).then(|| Fraction::whole(0));
    }
    let value = grid.value(row, level)?;
    let (low, high) = grid.value_range(row);
    match rule.formula {
        Formula::Points { from_lowest: true } => {
            let span = high - &low;
            Some(
                (value - &low)
                    .over(&span)
                    .unwrap_or_else(|| Fraction::whole(0)),
            )
        }
        _ => Some(value.over(&high).unwrap_or_else(|| Fraction::whole(0))),
    }
}

fn round_sections(
    grid: &Grid,
    rule: &MarkRule,
    terms: &[Term],
    span: &Fraction,
) -> Option<(Fraction, Fraction)> {
    let mut points = Fraction::whole(0);
    let mut weight = Fraction::whole(0);
    for section in grid.outer_sections() {
        let (own, mark) = section_mark(grid, rule, terms, span, &section.id);
        if let Some(mark) = mark {
            // The base is added once, to the whole.
            points = points + &(&own * &(mark - &rule.base));
            weight = weight + &own;
        }
    }
    // A row beside the sections is no section: it counts as it is.
    for term in terms {
        let outside = grid.row(&term.row).is_some_and(|row| row.section.is_none());
        if outside {
            weight = weight + &term.weight;
            points = points + &(&(&term.weight * &term.value) * span);
        }
    }
    (!weight.is_zero()).then_some((points, weight))
}

/// The weight of an outer section in these terms, and its own mark, rounded if sections are.
fn section_mark(
    grid: &Grid,
    rule: &MarkRule,
    terms: &[Term],
    span: &Fraction,
    section: &SectionId,
) -> (Fraction, Option<Fraction>) {
    let zero = || Fraction::whole(0);
    let mut weight = zero();
    let mut points = zero();
    for term in terms {
        let Some(row) = grid.row(&term.row) else {
            continue;
        };
        if grid.is_within(row, section) {
            weight = weight + &term.weight;
            points = points + &(&(&term.weight * &term.value) * span);
        }
    }
    let mark = points.over(&weight).map(|mark| mark + &rule.base);
    let mark = match rule.stage {
        Stage::Section => mark.map(|mark| mark.round(&rule.rounding)),
        Stage::Proposal | Stage::Final => mark,
    };
    (weight, mark)
}

/// Returns what each level brought.
pub fn shares(grid: &Grid, profile: &Profile, sums: &Sums) -> Vec<Share> {
    let mut shares = Vec::new();
    for level in &grid.levels {
        let rows: Vec<&Row> = grid
            .rows
            .iter()
            .filter(|row| !profile.waived.contains(&row.id))
            .filter(|row| profile.levels.get(&row.id) == Some(&level.id))
            .collect();
        if rows.is_empty() {
            continue;
        }
        let mut weight = Fraction::whole(0);
        let mut points = Fraction::whole(0);
        let mut degrees: Vec<&Fraction> = Vec::new();
        for term in &sums.terms {
            if rows.iter().any(|row| row.id == term.row) {
                weight = weight + &term.weight;
                points = points + &(&(&term.weight * &term.value) * &sums.span);
                degrees.push(&term.value);
            }
        }
        let alike = degrees.windows(2).all(|pair| pair.first() == pair.last());
        let each = match (level.value(), degrees.first()) {
            (Some(_), Some(degree)) if alike => Some(*degree * &sums.span),
            _ => None,
        };
        shares.push(Share {
            level: level.id.clone(),
            count: rows.len(),
            weight,
            each,
            points,
        });
    }
    shares
}

/// Returns what each outer section brought.
pub fn groups(grid: &Grid, rule: &MarkRule, sums: &Sums) -> Vec<Group> {
    let whole = sums
        .terms
        .iter()
        .fold(Fraction::whole(0), |sum, term| sum + &term.weight);
    grid.outer_sections()
        .map(|section| {
            let (weight, mark) = section_mark(grid, rule, &sums.terms, &sums.span, &section.id);
            let weight = weight.over(&whole).unwrap_or_else(|| Fraction::whole(0));
            let points = mark
                .as_ref()
                .map_or_else(|| Fraction::whole(0), |mark| &weight * mark);
            Group {
                section: section.id.clone(),
                weight,
                mark,
                points,
            }
        })
        .collect()
}

/// Returns the mark of one outer section by itself, on the grid's scale; none when nothing in it
/// counts or has a level.
pub fn section(
    grid: &Grid,
    rule: &MarkRule,
    profile: &Profile,
    section: &SectionId,
) -> Option<Fraction> {
    let sums = sums(grid, rule, profile, treat(rule));
    section_mark(grid, rule, &sums.terms, &sums.span, section).1
}

fn treat(rule: &MarkRule) -> Treat {
    match rule.not_assessable {
        super::NotAssessable::Neutral => Treat::LeaveOut,
        _ => Treat::AsZero,
    }
}

/// Returns the share of the weights that was assessed, 0..1, waived rows apart.
pub fn coverage(grid: &Grid, rule: &MarkRule, profile: &Profile) -> Fraction {
    let assumed = |row: &Row| -> Option<LevelId> {
        let level = profile.levels.get(&row.id)?;
        if grid.is_left_out(level)
            && grid.level(level)?.kind == super::super::grid::LevelKind::NotAssessed
        {
            // Not looked at: it weighs as a row at zero would.
            let lowest = grid.levels_of(row).find(|level| level.value().is_some());
            return lowest.map(|level| level.id.clone());
        }
        Some(level.clone())
    };
    let mut whole = profile.clone();
    for row in &grid.rows {
        if let Some(level) = assumed(row) {
            let _ = whole.levels.insert(row.id.clone(), level);
        }
    }
    let sums = sums(grid, rule, &whole, Treat::AsZero);
    let mut assessed = Fraction::whole(0);
    let mut all = Fraction::whole(0);
    for term in &sums.terms {
        all = all + &term.weight;
        let level = profile
            .levels
            .get(&term.row)
            .and_then(|level| grid.level(level));
        if level.is_some_and(|level| level.value().is_some()) {
            assessed = assessed + &term.weight;
        }
    }
    assessed.over(&all).unwrap_or_else(|| Fraction::whole(0))
}
