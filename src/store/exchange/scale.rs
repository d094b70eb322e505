//! Between criteria that each have their own levels and a grid whose rows share a scale: the union
//! of the levels one way, the levels of each row the other.

use std::collections::{BTreeMap, BTreeSet};

use super::super::grids::blank;
use super::ExchangeError;
use super::report::{Assumption, Tally};
use crate::domain::fraction::Fraction;
use crate::domain::grid::fault::MOST_LEVELS;
use crate::domain::grid::{
    Aspect, Cell, Descriptor, Draft, Formula, Grid, Level, LevelKind, Row, Rubric,
};
use crate::domain::id::{LevelId, SectionId};
use crate::t;

/// One level of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rating {
    pub label: String,
    pub text: String,
    /// None outside the scale.
    pub score: Option<Fraction>,
}

/// A row on its way in, with the levels of its own criterion, and whether one who has none takes
/// the grid's.
#[derive(Debug)]
pub(super) struct Criterion {
    pub row: Row,
    pub ratings: Vec<Rating>,
}

impl Criterion {
    /// Whether it has points, and all of them are zero.
    fn is_worthless(&self) -> bool {
        let mut scores = self
            .ratings
            .iter()
            .filter_map(|one| one.score.as_ref())
            .peekable();
        scores.peek().is_some() && scores.all(Fraction::is_zero)
    }
}

/// Puts rows into a draft, with the scale that is the union of their levels.
pub(super) fn lay(
    draft: &mut Draft,
    mut criteria: Vec<Criterion>,
    tally: &mut Tally,
) -> Result<(), ExchangeError> {
    for criterion in &mut criteria {
        if criterion.ratings.len() > MOST_LEVELS {
            let title = criterion.row.title.clone();
            return Err(ExchangeError::TooManyLevels(title));
        }
        if criterion.ratings.is_empty() {
            criterion.row.weight = Fraction::whole(0);
            tally.assume(Assumption::FreeForm);
        }
    }
    score_all(&mut criteria, tally);
    for criterion in criteria.iter_mut().filter(|one| one.is_worthless()) {
        criterion.row.weight = Fraction::whole(0);
        tally.assume(Assumption::Worthless);
    }
    sort_all(&mut criteria, tally);
    let map = Union::of(&criteria, tally)?;
    draft.levels = map.levels(&criteria);
    let texts: Vec<Vec<String>> = criteria.iter().map(texts).collect();
    let alike = texts.windows(2).all(|pair| pair.first() == pair.last());
    let told = texts
        .first()
        .is_some_and(|texts| texts.iter().all(|text| !text.trim().is_empty()));
    let whole = criteria
        .iter()
        .all(|criterion| criterion.ratings.len() == draft.levels.len());
    let own: Vec<Vec<Descriptor>> = criteria
        .iter()
        .enumerate()
        .map(|(index, criterion)| map.descriptors(index, criterion, &draft.levels))
        .collect();
    let bare = own
        .iter()
        .flatten()
        .all(|own| own.label.is_none() && own.value.is_none());
    if alike && told && whole && bare {
        draft.rubric = shared(&draft.levels, texts.first().map_or(&[], Vec::as_slice));
        draft.rows = criteria
            .into_iter()
            .map(|criterion| criterion.row)
            .collect();
        return Ok(());
    }
    draft.rows = criteria
        .into_iter()
        .zip(own)
        .map(|(criterion, own)| {
            let mut row = criterion.row;
            let says = own
                .iter()
                .any(|own| own.label.is_some() || own.value.is_some() || !own.text.is_empty());
            let part = !own.is_empty() && own.len() < draft.levels.len();
            if says || part {
                row.descriptors = own;
            }
            row
        })
        .collect();
    Ok(())
}

fn texts(criterion: &Criterion) -> Vec<String> {
    let ratings = criterion.ratings.iter();
    ratings.map(|rating| rating.text.clone()).collect()
}

/// One text a level, for every row.
fn shared(levels: &[Level], texts: &[String]) -> Rubric {
    let cells = levels.iter().zip(texts).map(|(level, text)| Cell {
        level: level.id.clone(),
        aspect: 0,
        span: 1,
        text: text.clone(),
    });
    Rubric {
        aspects: vec![Aspect {
            short: t!("exchange-aspect"),
        }],
        cells: cells.collect(),
    }
}

/// Without a single score the levels go up in equal steps, the way the file lists them.
fn score_all(criteria: &mut [Criterion], tally: &mut Tally) {
    let ratings = || criteria.iter().flat_map(|criterion| &criterion.ratings);
    let worth = |rating: &Rating| rating.score.as_ref().is_some_and(|score| !score.is_zero());
    let none = !ratings().any(worth);
    if none {
        if ratings().next().is_some() {
            tally.assume(Assumption::EqualSteps);
        }
        for criterion in criteria {
            // Rubrics are read from the best level to the worst.
            let count = criterion.ratings.len();
            for (rank, rating) in criterion.ratings.iter_mut().rev().enumerate() {
                rating.score = Some(step(rank, count));
            }
        }
        return;
    }
    for rating in ratings() {
        if rating.score.is_none() {
            tally.assume(Assumption::Outside);
        }
    }
}

/// Returns the value of the level of this rank among `count`, lowest first: 0 to 1.
fn step(rank: usize, count: usize) -> Fraction {
    let whole = |value: usize| i64::try_from(value).unwrap_or(0);
    if count < 2 {
        return Fraction::whole(1);
    }
    Fraction::ratio(whole(rank), whole(count - 1)).unwrap_or_else(|| Fraction::whole(1))
}

/// Levels of a scale all go the same way: up, unless the file lists the best first.
fn sort_all(criteria: &mut [Criterion], tally: &mut Tally) {
    let descending = goes_down(criteria);
    for criterion in criteria {
        let before = criterion.ratings.clone();
        criterion.ratings.sort_by(|left, right| {
            // What is outside the scale stands before it.
            let order = left.score.cmp(&right.score);
            match (&left.score, &right.score) {
                (Some(_), Some(_)) if descending => order.reverse(),
                _ => order,
            }
        });
        if criterion.ratings != before {
            tally.assume(Assumption::Sorted);
        }
    }
}

fn goes_down(criteria: &[Criterion]) -> bool {
    let mut down = 0_usize;
    let mut up = 0_usize;
    for criterion in criteria {
        let mut scores = criterion.ratings.iter().filter_map(|r| r.score.as_ref());
        let first = scores.next();
        match (first, scores.next_back()) {
            (Some(first), Some(last)) if first > last => down += 1,
            (Some(first), Some(last)) if first < last => up += 1,
            _ => {}
        }
    }
    down > up
}

/// Which level of the scale each level of each criterion is.
struct Union {
    labels: Vec<String>,
    outside: Vec<bool>,
    /// For each criterion, the position in the scale of each of its levels.
    places: Vec<Vec<usize>>,
}

impl Union {
    fn of(criteria: &[Criterion], tally: &mut Tally) -> Result<Self, ExchangeError> {
        if let Some(named) = Self::by_label(criteria) {
            return Ok(named);
        }
        let ranked = Self::by_rank(criteria)?;
        tally.assume(Assumption::ByRank);
        Ok(ranked)
    }

    /// Levels of the same name are the same level, when they come in the same order everywhere.
    fn by_label(criteria: &[Criterion]) -> Option<Self> {
        let mut union: Vec<(String, bool)> = Vec::new();
        let longest = criteria.iter().max_by_key(|c| c.ratings.len())?;
        for criterion in std::iter::once(longest).chain(criteria) {
            let mut names = BTreeSet::new();
            let mut at = 0;
            let mut fresh = 0;
            for rating in &criterion.ratings {
                let outside = rating.score.is_none();
                if !names.insert(rating.label.as_str()) {
                    return None;
                }
                let known = union.iter().position(|(label, _)| *label == rating.label);
                match known {
                    Some(place) if place < at || union.get(place)?.1 != outside => return None,
                    Some(place) => at = place + 1,
                    None => {
                        union.insert(at, (rating.label.clone(), outside));
                        at += 1;
                        fresh += 1;
                    }
                }
            }
            let foreign =
                union.len() > criterion.ratings.len() && fresh * 2 > criterion.ratings.len();
            if foreign || union.len() > MOST_LEVELS {
                return None;
            }
        }
        if union.is_empty() {
            return None;
        }
        let places = criteria.iter().map(|criterion| {
            let ratings = criterion.ratings.iter();
            ratings
                .filter_map(|rating| union.iter().position(|(label, _)| *label == rating.label))
                .collect()
        });
        let places = places.collect();
        let (labels, outside) = union.into_iter().unzip();
        Some(Self {
            labels,
            outside,
            places,
        })
    }

    /// Levels of the same rank are the same level; those outside the scale come first.
    fn by_rank(criteria: &[Criterion]) -> Result<Self, ExchangeError> {
        let outside = |criterion: &Criterion| -> usize {
            let ratings = criterion.ratings.iter();
            ratings.filter(|rating| rating.score.is_none()).count()
        };
        let out = criteria.iter().map(outside).max().unwrap_or(0);
        let inside = criteria.iter().map(|c| c.ratings.len() - outside(c));
        let inside = inside.max().unwrap_or(0);
        if inside == 0 {
            return Err(ExchangeError::NoLevel);
        }
        if out + inside > MOST_LEVELS {
            let longest = criteria.iter().max_by_key(|c| c.ratings.len());
            let title = longest.map(|c| c.row.title.clone()).unwrap_or_default();
            return Err(ExchangeError::TooManyLevels(title));
        }
        let places: Vec<Vec<usize>> = criteria
            .iter()
            .map(|criterion| {
                let own = outside(criterion);
                let ranks = 0..criterion.ratings.len();
                ranks
                    .map(|rank| if rank < own { rank } else { out + rank - own })
                    .collect()
            })
            .collect();
        let labels = (0..out + inside).map(|place| {
            let mut names = criteria
                .iter()
                .zip(&places)
                .filter_map(|(criterion, places)| {
                    let rank = places.iter().position(|known| *known == place)?;
                    Some(criterion.ratings.get(rank)?.label.as_str())
                });
            let first = names.next().unwrap_or_default().to_owned();
            if names.all(|name| name == first) {
                first
            } else {
                t!("exchange-level", rank = (place + 1).to_string())
            }
        });
        Ok(Self {
            labels: labels.collect(),
            outside: (0..out + inside).map(|place| place < out).collect(),
            places,
        })
    }

    /// Returns the scale: with the scores of the file where all criteria agree and they make a
    /// scale, else in equal steps.
    fn levels(&self, criteria: &[Criterion]) -> Vec<Level> {
        let count = self.outside.iter().filter(|outside| !**outside).count();
        let common = self.common(criteria);
        let mut names = Names::default();
        let mut rank = 0;
        self.labels
            .iter()
            .zip(&self.outside)
            .enumerate()
            .map(|(place, (label, outside))| {
                let label = if label.trim().is_empty() {
                    t!("exchange-level", rank = (place + 1).to_string())
                } else {
                    label.clone()
                };
                let id = names.fresh(&blank::slug(&label));
                if *outside {
                    return blank::level(&id, &label, LevelKind::NotAssessable);
                }
                let down = goes_down(criteria);
                let position = if down { count - 1 - rank } else { rank };
                rank += 1;
                let value = common.get(&place).cloned();
                let value = value.unwrap_or_else(|| step(position, count));
                blank::level(&id, &label, LevelKind::Value(value))
            })
            .collect()
    }

    /// Returns the score of each level, when every criterion gives it the same and the whole is a
    /// scale; nothing otherwise.
    fn common(&self, criteria: &[Criterion]) -> BTreeMap<usize, Fraction> {
        let mut common: BTreeMap<usize, Fraction> = BTreeMap::new();
        let worth = criteria.iter().zip(&self.places);
        for (criterion, places) in worth.filter(|(one, _)| !one.is_worthless()) {
            for (rating, place) in criterion.ratings.iter().zip(places) {
                let Some(score) = &rating.score else { continue };
                let known = common.entry(*place).or_insert_with(|| score.clone());
                if known != score {
                    return BTreeMap::new();
                }
            }
        }
        let values: Vec<&Fraction> = common.values().collect();
        let whole = Fraction::whole(1);
        let grows = values.windows(2).all(|pair| pair.first() < pair.last());
        let shrinks = values.windows(2).all(|pair| pair.first() > pair.last());
        let shares = values
            .iter()
            .any(|value| **value < whole && !value.is_zero());
        let points = values.iter().any(|value| **value > whole);
        let nothing = values.iter().all(|value| value.is_zero());
        let complete = values.len() == self.outside.iter().filter(|out| !**out).count();
        if (grows || shrinks) && !(shares && points) && !nothing && complete {
            common
        } else {
            BTreeMap::new()
        }
    }

    /// Returns what a row says of its levels by itself.
    fn descriptors(
        &self,
        index: usize,
        criterion: &Criterion,
        levels: &[Level],
    ) -> Vec<Descriptor> {
        let places = self.places.get(index).map_or(&[][..], Vec::as_slice);
        let ratings = criterion.ratings.iter().zip(places);
        let worthless = criterion.is_worthless();
        ratings
            .filter_map(|(rating, place)| {
                let level = levels.get(*place)?;
                let own = rating.score.as_ref().filter(|_| !worthless);
                Some(Descriptor {
                    level: level.id.clone(),
                    label: (rating.label != level.label && !rating.label.trim().is_empty())
                        .then(|| rating.label.clone()),
                    text: rating.text.clone(),
                    value: own.filter(|own| level.value() != Some(*own)).cloned(),
                })
            })
            .collect()
    }
}

/// Names that no two things share.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// Returns `wish`, or `wish-2` and so on when it is taken.
    pub(super) fn fresh(&mut self, wish: &str) -> String {
        let mut name = wish.to_owned();
        let mut number = 2_usize;
        while !self.0.insert(name.clone()) {
            name = format!("{wish}-{number}");
            number += 1;
        }
        name
    }
}

/// Returns the levels of a row, in the order of the scale.
pub(super) fn ratings(grid: &Grid, row: &Row) -> Vec<(LevelId, Rating)> {
    grid.levels_of(row)
        .map(|level| {
            let own = row.descriptor(&level.id);
            let text = own.map(|own| own.text.clone()).unwrap_or_default();
            let text = if text.is_empty() {
                described(grid, &level.id)
            } else {
                text
            };
            let label = grid.level_label(row, &level.id).unwrap_or_default();
            let rating = Rating {
                label: label.to_owned(),
                text,
                score: grid.value(row, &level.id),
            };
            (level.id.clone(), rating)
        })
        .collect()
}

/// Returns the shared texts of a level, one line an aspect.
fn described(grid: &Grid, level: &LevelId) -> String {
    let mut cells: Vec<&Cell> = grid.rubric.cells.iter().collect();
    cells.retain(|cell| cell.level == *level);
    cells.sort_by_key(|cell| cell.aspect);
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    texts.join("\n")
}

/// Returns what each row weighs beside all others, sections included; the sum is 1 unless no row
/// weighs anything.
pub(super) fn shares(grid: &Grid) -> Vec<Fraction> {
    fn descend(grid: &Grid, parent: Option<&SectionId>, share: &Fraction, out: &mut [Fraction]) {
        let rows = grid.rows.iter().enumerate();
        let rows: Vec<(usize, &Fraction)> = rows
            .filter(|(_, row)| row.section.as_ref() == parent)
            .map(|(index, row)| (index, &row.weight))
            .collect();
        let inner: Vec<_> = grid
            .sections
            .iter()
            .filter(|section| section.parent.as_ref() == parent)
            .filter(|section| {
                grid.rows_within(&section.id)
                    .any(|row| !row.weight.is_zero())
            })
            .collect();
        let weights = rows.iter().map(|(_, weight)| *weight);
        let weights = weights.chain(inner.iter().map(|section| &section.weight));
        let whole = weights.fold(Fraction::whole(0), |sum, weight| sum + weight);
        for (index, weight) in rows {
            if let (Some(part), Some(slot)) = (weight.over(&whole), out.get_mut(index)) {
                *slot = &part * share;
            }
        }
        for section in inner {
            if let Some(part) = section.weight.over(&whole) {
                descend(grid, Some(&section.id), &(&part * share), out);
            }
        }
    }
    let mut out = vec![Fraction::whole(0); grid.rows.len()];
    descend(grid, None, &Fraction::whole(1), &mut out);
    out
}

/// Returns the weights of the rows side by side: their own where sections weigh what their rows do,
/// else what each really weighs, made whole.
pub(super) fn weights(grid: &Grid) -> Vec<Fraction> {
    let adds_up = grid.sections.iter().all(|section| {
        let rows = grid.rows.iter();
        let rows = rows.filter(|row| row.section.as_ref() == Some(&section.id));
        let inner = grid.inner_sections(&section.id).map(|inner| &inner.weight);
        let all = rows.map(|row| &row.weight).chain(inner);
        all.fold(Fraction::whole(0), |sum, weight| sum + weight) == section.weight
    });
    if adds_up {
        let own: Vec<Fraction> = grid.rows.iter().map(|row| row.weight.clone()).collect();
        return exact(own);
    }
    whole(&shares(grid)).0
}

/// Returns numbers as they are when five decimals write them, else made whole.
pub(super) fn exact(numbers: Vec<Fraction>) -> Vec<Fraction> {
    if numbers.iter().all(|number| !super::table::points(number).1) {
        return numbers;
    }
    whole(&numbers).0
}

/// No list of weights or points is multiplied by more to be whole.
const LARGEST_FACTOR: i64 = 10_000;

/// Returns the numbers times the least whole number that makes all of them whole; as they are when
/// there is no small one.
pub(super) fn whole(numbers: &[Fraction]) -> (Vec<Fraction>, Fraction) {
    let mut factor = 1_i64;
    for number in numbers {
        let text = number.to_string();
        let bottom = text.split_once('/').map_or("1", |(_, bottom)| bottom);
        let Ok(bottom) = bottom.parse::<i64>() else {
            return (numbers.to_vec(), Fraction::whole(1));
        };
        let (mut left, mut right) = (factor, bottom);
        while right != 0 {
            (left, right) = (right, left % right);
        }
        factor = match (factor / left.max(1)).checked_mul(bottom) {
            Some(factor) if factor <= LARGEST_FACTOR => factor,
            _ => return (numbers.to_vec(), Fraction::whole(1)),
        };
    }
    let factor = Fraction::whole(factor);
    let scaled = numbers.iter().map(|number| number * &factor).collect();
    (scaled, factor)
}

/// Returns the points of each row at each of its levels, where the format knows points alone: what
/// they add up to, over the most they can, is the mark of the grid.
pub(super) fn points(grid: &Grid) -> Vec<Vec<(LevelId, Rating)>> {
    let rows = grid.rows.iter().map(|row| {
        let mut ratings = ratings(grid, row);
        ratings.retain(|(_, rating)| rating.score.is_some());
        ratings
    });
    let mut rows: Vec<Vec<(LevelId, Rating)>> = rows.collect();
    let weighted = grid
        .mark
        .as_ref()
        .is_some_and(|rule| rule.formula == Formula::Weighted);
    let shares = if weighted { shares(grid) } else { Vec::new() };
    for (index, (row, ratings)) in grid.rows.iter().zip(&mut rows).enumerate() {
        let high = grid.value_range(row).1;
        for (_, rating) in ratings.iter_mut() {
            let Some(value) = rating.score.take() else {
                continue;
            };
            let share = shares.get(index).and_then(|share| share.over(&high));
            let factor = match share {
                Some(share) => share,
                None if weighted => Fraction::whole(0),
                None => row.weight.clone(),
            };
            rating.score = Some(&value * &factor);
        }
    }
    if weighted {
        let all: Vec<Fraction> = rows
            .iter()
            .flatten()
            .filter_map(|(_, rating)| rating.score.clone())
            .collect();
        let (_, factor) = whole(&all);
        // Points that no small number makes whole are shares of the highest mark.
        let fallback = grid.mark.as_ref().map(|rule| rule.out_of.clone());
        let is_whole = all.iter().all(|number| (number * &factor).is_whole());
        let factor = if is_whole {
            factor
        } else {
            fallback.unwrap_or(factor)
        };
        for (_, rating) in rows.iter_mut().flatten() {
            rating.score = rating.score.as_ref().map(|score| score * &factor);
        }
    }
    rows
}
