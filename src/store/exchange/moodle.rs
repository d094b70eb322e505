//! Moodle rubric CSV, as the importers of its community read it: `criterion, level,
//! level_description, score`, one line a level. The lowest score of a criterion is worth nothing,
//! as Moodle counts.

use std::collections::BTreeMap;

use super::canvas::{Blanks, lines};
use super::points;
use super::report::{Assumption, Remark, Tally};
use super::scale::{self, Criterion, Names, Rating};
use super::table::{self, guard};
use super::{ExchangeError, begin, tidy};
use crate::domain::fraction::Fraction;
use crate::domain::grid::fault::{MOST_LEVELS, MOST_ROWS};
use crate::domain::grid::{Draft, Formula, Grid};
use crate::store::grids::blank;
use crate::t;

/// The columns, in their order.
const COLUMNS: [&str; 4] = ["criterion", "level", "level_description", "score"];

/// Returns whether a first line names the columns of this format.
pub(super) fn recognises(text: &str) -> bool {
    find(text).is_some_and(|(_, places, _)| places.iter().all(Option::is_some))
}

type Places = [Option<usize>; 4];

fn find(text: &str) -> Option<(u8, Places, Vec<String>)> {
    let bare = |name: &str| name.replace('_', " ");
    let known = |name: &str| COLUMNS.iter().any(|column| bare(column) == name);
    let (separator, names) = table::header(text, known)?;
    let places = COLUMNS.map(|column| names.iter().position(|name| *name == bare(column)));
    Some((separator, places, names))
}

/// Reads a rubric.
pub(super) fn import(
    bytes: &[u8],
    title: &str,
    year: &str,
) -> Result<(Draft, Vec<Remark>), ExchangeError> {
    let mut tally = Tally::default();
    let (text, guessed) = table::decode(bytes);
    if guessed {
        tally.assume(Assumption::Encoding);
    }
    let (separator, places, names) = find(&text).ok_or(ExchangeError::Header(COLUMNS[0]))?;
    for (place, column) in places.iter().zip(COLUMNS) {
        if place.is_none() {
            return Err(ExchangeError::Header(column));
        }
    }
    let mut criteria: Vec<Criterion> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids = Names::default();
    let mut blanks = Blanks::default();
    for read in table::reader(&text, separator).into_records().skip(1) {
        let (line, cells) = table::record(read)?;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let [name, label, text, points] = places.map(|index| {
            index
                .and_then(|index| cells.get(index))
                .map_or("", |cell| cell.trim())
        });
        for (index, cell) in cells.iter().enumerate() {
            if !places.contains(&Some(index)) && !cell.trim().is_empty() {
                let column = names.get(index).filter(|name| !name.is_empty());
                tally.drop(
                    column
                        .cloned()
                        .unwrap_or_else(|| t!("exchange-field-beyond")),
                );
            }
        }
        let place = || t!("exchange-place-line", line = line.to_string());
        if name.is_empty() {
            return Err(ExchangeError::Nameless(place()));
        }
        let score = table::number(points, place)?;
        if score.as_ref().is_some_and(|(_, range)| *range) {
            tally.assume(Assumption::Ranges);
        }
        let at = match known.get(name) {
            Some(at) => *at,
            None if criteria.len() >= MOST_ROWS => return Err(ExchangeError::TooManyRows),
            None => {
                let id = ids.fresh(&blank::slug(name));
                let _ = known.insert(name.to_owned(), criteria.len());
                criteria.push(Criterion {
                    row: blank::row(id.into(), None, name),
                    ratings: Vec::new(),
                });
                criteria.len() - 1
            }
        };
        let Some(criterion) = criteria.get_mut(at) else {
            continue;
        };
        if label.is_empty() && text.is_empty() && score.is_none() {
            continue;
        }
        blanks.see(score.is_some(), place);
        if criterion.ratings.len() >= MOST_LEVELS {
            return Err(ExchangeError::TooManyLevels(name.to_owned()));
        }
        criterion.ratings.push(Rating {
            label: label.to_owned(),
            text: lines(text),
            score: score.map(|(score, _)| score),
        });
    }
    blanks.settle()?;
    if criteria.is_empty() {
        return Err(ExchangeError::NoCriterion);
    }
    tally.assume(Assumption::Named);
    let mut draft = begin(title, year);
    scale::lay(&mut draft, criteria, &mut tally)?;
    if let Some(rule) = &mut draft.mark {
        rule.formula = Formula::Points { from_lowest: true };
    }
    tidy(&mut draft);
    Ok((draft, tally.into_report()))
}

/// Writes a grid as one rubric.
pub(super) fn export(grid: &Grid) -> (Vec<u8>, Vec<Remark>) {
    let mut tally = Tally::default();
    let mut records = vec![COLUMNS.map(str::to_owned).into()];
    let mut names = Names::default();
    for (row, ratings) in grid.rows.iter().zip(points::points(grid)) {
        // Criteria are told apart by their names alone.
        let name = names.fresh(&row.title);
        let silent = row.weight.is_zero() && row.descriptors.is_empty();
        if silent {
            records.push(vec![
                guard(&name, &mut tally),
                String::new(),
                String::new(),
                String::new(),
            ]);
        }
        for (_, rating) in ratings.iter().filter(|_| !silent) {
            let score = rating.score.clone().unwrap_or_else(|| Fraction::whole(0));
            let (written, rounded) = table::points(&score);
            if rounded {
                tally.assume(Assumption::Rounded);
            }
            records.push(vec![
                guard(&name, &mut tally),
                guard(&rating.label, &mut tally),
                guard(&rating.text, &mut tally),
                written,
            ]);
        }
    }
    (table::write(&records), tally.into_report())
}
