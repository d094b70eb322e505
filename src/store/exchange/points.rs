//! The levels, weights and points of a grid's rows as other formats write them: whole numbers where
//! some small factor makes them whole, and the same mark.

use super::scale::Rating;
use super::table;
use crate::domain::fraction::Fraction;
use crate::domain::grid::{Cell, Formula, Grid, Row};
use crate::domain::id::{LevelId, SectionId};

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
    if numbers.iter().all(|number| !table::points(number).1) {
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
