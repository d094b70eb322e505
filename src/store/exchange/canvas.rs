//! Canvas rubric CSV: one line a criterion, then three columns a rating. The columns are numbered
//! or not; the ones of the template are not. Source: canvas-lms, `rubric_import` and its specs.

use super::points;
use super::report::{Assumption, Remark, Tally};
use super::scale::{self, Criterion, Names, Rating};
use super::table::{self, guard};
use super::{ExchangeError, begin, described, tidy};
use crate::domain::fraction::Fraction;
use crate::domain::grid::fault::{LONGEST_SHORT, MOST_LEVELS, MOST_ROWS};
use crate::domain::grid::{Draft, Formula, Grid, Section};
use crate::domain::id::SectionId;
use crate::store::grids::blank;
use crate::store::schema::grid::shorten;
use crate::t;

/// What stands before the ratings, in the template's order.
const HEAD: [&str; 4] = [
    "Rubric Name",
    "Criteria Name",
    "Criteria Description",
    "Criteria Enable Range",
];

/// What each rating has, in the template's order.
const RATING: [&str; 3] = ["Rating Name", "Rating Description", "Rating Points"];

/// Where each thing stands on a line.
#[derive(Debug, Default)]
struct Columns {
    rubric: Option<usize>,
    name: Option<usize>,
    description: Option<usize>,
    range: Option<usize>,
    /// Name, description and points of each rating, in their order.
    ratings: [Vec<usize>; 3],
    /// What is in no column of the template, with its name.
    others: Vec<(usize, String)>,
}

impl Columns {
    fn of(names: &[String]) -> Self {
        let mut columns = Self::default();
        for (index, name) in names.iter().enumerate() {
            // « Rating Name 2 » and « Rating Name » are the same column.
            let bare = name
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .trim_end();
            match bare {
                "rubric name" => columns.rubric = Some(index),
                "criteria name" | "criterion name" => columns.name = Some(index),
                "criteria description" | "criterion description" => {
                    columns.description = Some(index);
                }
                "criteria enable range" | "criterion enable range" => columns.range = Some(index),
                "rating name" => columns.ratings[0].push(index),
                "rating description" => columns.ratings[1].push(index),
                "rating points" => columns.ratings[2].push(index),
                _ => columns.others.push((index, name.clone())),
            }
        }
        columns
    }

    /// Goes on with ratings past the last column that has a name, as ragged files do.
    fn reach(&mut self, named: usize, length: usize) {
        let told = self.ratings[2].last().map_or(named, |last| last + 1);
        if told != named {
            return;
        }
        let mut next = self
            .ratings
            .iter()
            .flatten()
            .max()
            .map_or(named, |last| last + 1);
        while next + RATING.len() <= length && self.ratings[0].len() <= MOST_LEVELS {
            for (offset, list) in self.ratings.iter_mut().enumerate() {
                list.push(next + offset);
            }
            next += RATING.len();
        }
    }
}

/// Returns whether a first line names the columns of this format.
pub(super) fn recognises(text: &str) -> bool {
    find(text).is_some_and(|(_, columns, _)| columns.name.is_some() && columns.rubric.is_some())
}

fn find(text: &str) -> Option<(u8, Columns, usize)> {
    let known = |name: &str| Columns::of(&[name.to_owned()]).others.is_empty();
    let (separator, names) = table::header(text, known)?;
    Some((separator, Columns::of(&names), names.len()))
}

/// Reads a file of rubrics.
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
    let (separator, mut columns, named) = find(&text).ok_or(ExchangeError::Header(HEAD[1]))?;
    if columns.name.is_none() {
        return Err(ExchangeError::Header(HEAD[1]));
    }
    if columns.ratings[2].is_empty() {
        return Err(ExchangeError::Header(RATING[2]));
    }
    let mut rubrics: Vec<String> = Vec::new();
    let mut criteria: Vec<Criterion> = Vec::new();
    let mut homes: Vec<usize> = Vec::new();
    let mut names = Names::default();
    let mut blanks = Blanks::default();
    for read in table::reader(&text, separator).into_records().skip(1) {
        let (line, cells) = table::record(read)?;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if criteria.len() >= MOST_ROWS {
            return Err(ExchangeError::TooManyRows);
        }
        columns.reach(named, cells.len());
        let cell = |index: Option<usize>| {
            let cell = index.and_then(|index| cells.get(index));
            cell.map_or("", |cell| cell.trim())
        };
        for (index, other) in &columns.others {
            if !cell(Some(*index)).is_empty() {
                tally.drop(other.clone());
            }
        }
        let last = columns
            .ratings
            .iter()
            .flatten()
            .max()
            .map_or(named, |last| last + 1);
        if cells
            .iter()
            .skip(last.max(named))
            .any(|cell| !cell.trim().is_empty())
        {
            tally.drop(t!("exchange-field-beyond"));
        }
        let name = cell(columns.name);
        if name.is_empty() {
            return Err(ExchangeError::Nameless(t!(
                "exchange-place-line",
                line = line.to_string()
            )));
        }
        let rubric = match cell(columns.rubric) {
            "" => rubrics.last().cloned().unwrap_or_else(|| title.to_owned()),
            rubric => rubric.to_owned(),
        };
        let home = rubrics.iter().position(|known| *known == rubric);
        homes.push(home.unwrap_or_else(|| {
            rubrics.push(rubric);
            rubrics.len() - 1
        }));
        let mut ranges = is_true(cell(columns.range));
        let mut ratings = Vec::new();
        for rank in 0..columns.ratings[2].len() {
            let at = |what: usize| cell(columns.ratings[what].get(rank).copied());
            let (label, text, points) = (at(0), at(1), at(2));
            if label.is_empty() && text.is_empty() && points.is_empty() {
                continue;
            }
            let place = || t!("exchange-place-line", line = line.to_string());
            let score = table::number(points, place)?;
            blanks.see(score.is_some(), place);
            ranges |= score.as_ref().is_some_and(|(_, range)| *range);
            ratings.push(Rating {
                label: label.to_owned(),
                text: lines(text),
                score: score.map(|(score, _)| score),
            });
        }
        if ranges {
            tally.assume(Assumption::Ranges);
        }
        let id = names.fresh(&blank::slug(name));
        let mut row = blank::row(id.into(), None, name);
        described(&mut row, &lines(cell(columns.description)));
        criteria.push(Criterion { row, ratings });
    }
    blanks.settle()?;
    if criteria.is_empty() {
        return Err(ExchangeError::NoCriterion);
    }
    let first = rubrics.first().cloned().unwrap_or_default();
    let mut draft = if rubrics.len() > 1 {
        let others = rubrics.len() - 1;
        begin(
            &t!("exchange-title-several", first = first, count = others),
            year,
        )
    } else {
        begin(&first, year)
    };
    if rubrics.len() > 1 {
        tally.assume(Assumption::SeveralRubrics);
        let ids = sections(&mut draft, &rubrics);
        for (criterion, home) in criteria.iter_mut().zip(homes) {
            criterion.row.section = ids.get(home).cloned();
        }
    }
    scale::lay(&mut draft, criteria, &mut tally)?;
    if let Some(rule) = &mut draft.mark {
        rule.formula = Formula::Points { from_lowest: false };
    }
    tidy(&mut draft);
    Ok((draft, tally.into_report()))
}

/// Whether points are given everywhere, or nowhere.
#[derive(Debug, Default)]
pub(super) struct Blanks {
    scored: bool,
    blank: Option<String>,
}

impl Blanks {
    pub(super) fn see(&mut self, scored: bool, place: impl Fn() -> String) {
        self.scored |= scored;
        if !scored && self.blank.is_none() {
            self.blank = Some(place());
        }
    }

    pub(super) fn settle(self) -> Result<(), ExchangeError> {
        match self.blank {
            Some(place) if self.scored => Err(ExchangeError::Number {
                place,
                text: String::new(),
            }),
            _ => Ok(()),
        }
    }
}

fn is_true(cell: &str) -> bool {
    ["true", "vrai", "yes", "oui", "1"].contains(&cell.to_lowercase().as_str())
}

/// Returns a text with one kind of line end.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Makes a section of each rubric.
fn sections(draft: &mut Draft, rubrics: &[String]) -> Vec<SectionId> {
    let mut names = Names::default();
    let mut ids = Vec::new();
    for title in rubrics {
        let id = SectionId::from(names.fresh(&blank::slug(title)));
        ids.push(id.clone());
        let short = shorten(title);
        draft.sections.push(Section {
            id,
            kind: t!("exchange-kind-rubric"),
            title: title.clone(),
            short: short.chars().take(LONGEST_SHORT).collect(),
            parent: None,
            weight: Fraction::whole(1),
            modality: String::new(),
            deliverables: Vec::new(),
            reference: Vec::new(),
            rule: None,
        });
    }
    ids
}

/// Writes a grid as rubrics: one, or one a section when its sections were rubrics.
pub(super) fn export(grid: &Grid) -> (Vec<u8>, Vec<Remark>) {
    let mut tally = Tally::default();
    let levels = points::points(grid);
    let most = levels.iter().map(Vec::len).max().unwrap_or(0);
    let mut header: Vec<String> = HEAD.map(str::to_owned).into();
    for _ in 0..most {
        header.extend(RATING.map(str::to_owned));
    }
    let mut records = vec![header];
    let kind = t!("exchange-kind-rubric");
    let apart = grid.outer_sections().all(|section| section.kind == kind);
    for (row, ratings) in grid.rows.iter().zip(levels) {
        let home = grid.outer_of(row).filter(|_| apart);
        let rubric = home.map_or(&grid.title, |section| &section.title);
        let mut record = vec![
            guard(rubric, &mut tally),
            guard(&row.title, &mut tally),
            guard(&super::description(row), &mut tally),
            "false".to_owned(),
        ];
        // A row that weighs nothing and says nothing of its levels is a comment.
        let silent = row.weight.is_zero() && row.descriptors.is_empty();
        for (_, rating) in ratings.iter().filter(|_| !silent) {
            let score = rating.score.clone().unwrap_or_else(|| Fraction::whole(0));
            let (written, rounded) = table::points(&score);
            if rounded {
                tally.assume(Assumption::Rounded);
            }
            record.push(guard(&rating.label, &mut tally));
            record.push(guard(&rating.text, &mut tally));
            record.push(written);
        }
        records.push(record);
    }
    (table::write(&records), tally.into_report())
}
