//! Whether a draft is a grid: everything that is wrong in it, with its place. Knows no file; a
//! place is a path as a reader of the file would follow it.

use std::collections::HashSet;
use std::hash::Hash;

mod rules;

use super::super::fraction::Fraction;
use super::super::id::SectionId;
use super::{Draft, Formula, Grid, IndicatorKind, Level, LevelKind, Row};

/// Something wrong in a grid: where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The place, as a path: `rows[2].indicators[0].id`.
    pub place: String,
    /// What is wrong.
    pub cause: FaultCause,
}

/// What is wrong in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultCause {
    /// The same name stands twice.
    DuplicateId(String),
    /// A name that nothing bears.
    UnknownId(String),
    /// A text that must not be empty.
    Empty,
    /// A list that must hold something.
    NothingListed,
    /// A longer list than any exam has.
    TooMany(usize),
    /// A value outside the scale.
    ValueOutOfRange(String),
    /// Levels whose values neither grow nor shrink from one to the next.
    LevelOrder,
    /// A number that must be positive.
    NotPositive(String),
    /// A weight below zero.
    NegativeWeight(String),
    /// Every weight is zero, so nothing can be proposed.
    WeightsSumToZero,
    /// Weights written as shares that do not add up to 1; their sum.
    WeightsNotOne(String),
    /// Every level is outside the scale.
    NoValue,
    /// A text spans aspects that do not exist.
    SpanOutOfRange,
    /// Two texts of a level stand on the same aspect.
    CellTwice,
    /// A level has no text for this aspect.
    CellMissing(String),
    /// A short title longer than 24 characters.
    ShortTooLong(usize),
    /// A section inside more sections than any exam has.
    TooDeep(usize),
    /// Neither a mark nor a decision.
    NoOutcome,
    /// The two ends of an interval are the wrong way round.
    Interval,
    /// A condition that no candidate can meet.
    Unreachable,
    /// Something that needs another part of the grid, which is not there.
    Needs(Part),
}

/// A part of a grid that another part leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The rule of marks.
    Mark,
    /// The sections.
    Sections,
}

/// No exam has more rows; a longer list is a hostile or broken file.
pub const MOST_ROWS: usize = 500;
/// The longest short title that fits a strip.
pub const LONGEST_SHORT: usize = 24;
/// Keys 0 to 9 choose a level.
pub const MOST_LEVELS: usize = 10;
/// Situation, bloc, activity, competency: no exam goes deeper.
pub const DEEPEST: usize = 4;

impl Draft {
    /// Returns the grid, or everything that is wrong with it.
    pub fn check(self) -> Result<Grid, Vec<Fault>> {
        let faults = self.faults();
        if faults.is_empty() {
            Ok(Grid::checked(self))
        } else {
            Err(faults)
        }
    }

    /// Returns everything that is wrong.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults::default();
        self.check_sizes(&mut faults);
        // What follows compares lists with each other, which takes for ever on endless ones.
        if !faults.0.is_empty() {
            return faults.0;
        }
        faults.text("id", &self.id);
        faults.text("title", &self.title);
        self.check_levels(&mut faults);
        self.check_rubric(&mut faults);
        self.check_sections(&mut faults);
        self.check_rows(&mut faults);
        self.check_weights(&mut faults);
        self.check_rules(&mut faults);
        faults.0
    }

    fn check_sizes(&self, faults: &mut Faults) {
        faults.listed("levels", self.levels.len(), MOST_LEVELS);
        faults.listed("rows", self.rows.len(), MOST_ROWS);
        faults.listed("members", self.members.len(), MOST_LEVELS);
        faults.listed("editions", self.editions.len(), MOST_ROWS);
        for (place, count) in [
            ("options", self.options.len()),
            ("sections", self.sections.len()),
            ("rubric.aspects", self.rubric.aspects.len()),
            ("rubric.cells", self.rubric.cells.len()),
            ("penalties", self.penalties.len()),
            ("phases", self.phases.len()),
            ("pieces", self.pieces.len()),
            ("comments", self.comments.len()),
            ("suggestions", self.suggestions.len()),
            ("reference", self.reference.len()),
            ("texts.modes", self.texts.modes.len()),
        ] {
            faults.listed_or_empty(place, count, MOST_ROWS);
        }
        for (index, row) in self.rows.iter().enumerate().take(MOST_ROWS) {
            for (list, count) in [
                ("indicators", row.indicators.len()),
                ("parts", row.parts.len()),
                ("descriptors", row.descriptors.len()),
                ("knowledge", row.knowledge.len()),
                ("deliverables", row.deliverables.len()),
            ] {
                if count > MOST_ROWS {
                    let place = self.row_place(index);
                    faults.listed_or_empty(&format!("{place}.{list}"), count, MOST_ROWS);
                }
            }
        }
    }

    fn check_levels(&self, faults: &mut Faults) {
        faults.unique("levels", self.levels.iter().map(|level| level.id.as_str()));
        let whole = Fraction::whole(1);
        // Beside 1/3 or 2/3, which no barème in points has, 4/3 is a slip; beside 0.5, 1.5 is not.
        let grain = Fraction::ratio(1, 20);
        let shares = self.levels.iter().any(|level| match &level.kind {
            LevelKind::Value(value) => !grain
                .as_ref()
                .is_some_and(|grain| value.is_multiple_of(grain)),
            _ => false,
        });
        for (index, level) in self.levels.iter().enumerate() {
            faults.text(&format!("levels[{index}].id"), level.id.as_str());
            faults.text(&format!("levels[{index}].label"), &level.label);
            if let LevelKind::Value(value) = &level.kind
                && (value.is_negative() || (shares && *value > whole))
            {
                faults.add(
                    format!("levels[{index}].value"),
                    FaultCause::ValueOutOfRange(value.to_string()),
                );
            }
        }
        let values: Vec<&Fraction> = self.levels.iter().filter_map(Level::value).collect();
        if !self.levels.is_empty() && values.iter().all(|value| value.is_zero()) {
            faults.add("levels".into(), FaultCause::NoValue);
        }
        let grows = values.windows(2).all(|pair| pair.first() < pair.last());
        let shrinks = values.windows(2).all(|pair| pair.first() > pair.last());
        if !grows && !shrinks {
            faults.add("levels".into(), FaultCause::LevelOrder);
        }
    }

    fn check_rubric(&self, faults: &mut Faults) {
        let aspects = self.rubric.aspects.len();
        let mut taken = HashSet::new();
        for (index, cell) in self.rubric.cells.iter().enumerate() {
            let place = format!("rubric.cells[{index}]");
            if !self.has_level(&cell.level) {
                faults.add(
                    format!("{place}.level"),
                    FaultCause::UnknownId(cell.level.to_string()),
                );
                continue;
            }
            let end = cell.aspect.saturating_add(cell.span);
            if cell.span == 0 || end > aspects {
                faults.add(format!("{place}.span"), FaultCause::SpanOutOfRange);
                continue;
            }
            faults.text(&format!("{place}.text"), &cell.text);
            for aspect in cell.aspect..end {
                if !taken.insert((cell.level.clone(), aspect)) {
                    faults.add(place.clone(), FaultCause::CellTwice);
                }
            }
        }
        for level in &self.levels {
            for aspect in 0..aspects {
                if !taken.contains(&(level.id.clone(), aspect)) {
                    faults.add(
                        format!("rubric.aspects[{aspect}]"),
                        FaultCause::CellMissing(level.id.to_string()),
                    );
                }
            }
        }
    }

    fn check_sections(&self, faults: &mut Faults) {
        let mut depths: Vec<(&SectionId, usize)> = Vec::new();
        for section in &self.sections {
            let place = section_place(&section.id);
            faults.text(&format!("{place}.id"), section.id.as_str());
            faults.text(&format!("{place}.title"), &section.title);
            faults.short(&format!("{place}.short"), &section.short);
            if depths.iter().any(|(id, _)| **id == section.id) {
                faults.add(
                    format!("{place}.id"),
                    FaultCause::DuplicateId(section.id.to_string()),
                );
            }
            let depth = match &section.parent {
                None => 1,
                Some(parent) => {
                    let known = depths.iter().find(|(id, _)| *id == parent);
                    known.map_or_else(
                        || {
                            let cause = FaultCause::UnknownId(parent.to_string());
                            faults.add(format!("{place}.parent"), cause);
                            1
                        },
                        |(_, depth)| depth + 1,
                    )
                }
            };
            if depth > DEEPEST {
                faults.add(place.clone(), FaultCause::TooDeep(DEEPEST));
            }
            depths.push((&section.id, depth));
            let is_empty = !self
                .rows
                .iter()
                .any(|row| row.section.as_ref() == Some(&section.id))
                && !self
                    .sections
                    .iter()
                    .any(|inner| inner.parent.as_ref() == Some(&section.id));
            if is_empty {
                faults.add(format!("{place}.rows"), FaultCause::NothingListed);
            }
        }
    }

    fn check_rows(&self, faults: &mut Faults) {
        let mut names = HashSet::new();
        let mut indicators = HashSet::new();
        for (index, row) in self.rows.iter().enumerate() {
            let place = self.row_place(index);
            faults.text(&format!("{place}.id"), row.id.as_str());
            if !names.insert(&row.id) {
                faults.add(
                    format!("{place}.id"),
                    FaultCause::DuplicateId(row.id.to_string()),
                );
            }
            faults.text(&format!("{place}.title"), &row.title);
            faults.short(&format!("{place}.short"), &row.short);
            if let Some(section) = &row.section
                && !self.sections.iter().any(|known| known.id == *section)
            {
                faults.add(
                    format!("{place}.section"),
                    FaultCause::UnknownId(section.to_string()),
                );
            }
            for (number, indicator) in row.indicators.iter().enumerate() {
                let place = format!("{place}.indicators[{number}]");
                faults.text(&format!("{place}.text"), &indicator.text);
                if !indicators.insert(indicator.id.clone()) {
                    faults.add(
                        format!("{place}.id"),
                        FaultCause::DuplicateId(indicator.id.to_string()),
                    );
                }
            }
            self.check_descriptors(row, &place, faults);
        }
    }

    fn check_descriptors(&self, row: &Row, place: &str, faults: &mut Faults) {
        let mut seen = HashSet::new();
        for (number, descriptor) in row.descriptors.iter().enumerate() {
            let place = format!("{place}.descriptors[{number}]");
            let name = descriptor.level.to_string();
            if !self.has_level(&descriptor.level) {
                faults.add(format!("{place}.level"), FaultCause::UnknownId(name));
            } else if !seen.insert(&descriptor.level) {
                faults.add(format!("{place}.level"), FaultCause::DuplicateId(name));
            }
            if let Some(value) = &descriptor.value
                && value.is_negative()
            {
                let cause = FaultCause::ValueOutOfRange(value.to_string());
                faults.add(format!("{place}.value"), cause);
            }
        }
        let worth = |level: &Level| {
            let own = row.descriptor(&level.id);
            let value = own.and_then(|own| own.value.as_ref());
            let value = value.or_else(|| level.value());
            own.is_some() && level.value().is_some() && value.is_some_and(|value| !value.is_zero())
        };
        // Among points, a row that brings none only leaves the sums as they are.
        let points = self
            .mark
            .as_ref()
            .is_some_and(|rule| matches!(rule.formula, Formula::Points { .. }));
        if !points && !row.descriptors.is_empty() && !self.levels.iter().any(worth) {
            faults.add(format!("{place}.descriptors"), FaultCause::NoValue);
        }
        let situations = row.indicators.iter();
        let situations = situations.filter(|known| known.kind == IndicatorKind::Situation);
        if row.situations > situations.count() {
            faults.add(format!("{place}.situations"), FaultCause::Unreachable);
        }
    }

    /// Weights of neighbours: none negative, not all zero, and adding up to 1 when they are shares.
    fn check_weights(&self, faults: &mut Faults) {
        let parents = std::iter::once(None).chain(self.sections.iter().map(|s| Some(&s.id)));
        for parent in parents {
            let rows = self.rows.iter().enumerate();
            let rows = rows.filter(|(_, row)| row.section.as_ref() == parent);
            let rows = rows.map(|(index, row)| (self.row_place(index), &row.weight));
            let inner = self.sections.iter();
            let inner = inner.filter(|section| section.parent.as_ref() == parent);
            let inner = inner.map(|section| (section_place(&section.id), &section.weight));
            let group: Vec<(String, &Fraction)> = rows.chain(inner).collect();
            for (place, weight) in &group {
                if weight.is_negative() {
                    faults.add(
                        format!("{place}.weight"),
                        FaultCause::NegativeWeight(weight.to_string()),
                    );
                }
            }
            let place = match parent {
                Some(id) => format!("{}.rows", section_place(id)),
                None if self.sections.is_empty() => "rows".to_owned(),
                None => "sections".to_owned(),
            };
            let sum = group
                .iter()
                .fold(Fraction::whole(0), |sum, (_, weight)| sum + *weight);
            let whole = Fraction::whole(1);
            let shares = group.iter().any(|(_, weight)| !weight.is_whole())
                && group.iter().all(|(_, weight)| **weight <= whole);
            let relative = match &self.mark {
                Some(rule) => rule.relative || rule.formula != Formula::Weighted,
                None => true,
            };
            if !group.is_empty() && sum.is_zero() {
                faults.add(place, FaultCause::WeightsSumToZero);
            } else if shares && !relative && sum != whole {
                faults.add(place, FaultCause::WeightsNotOne(sum.to_string()));
            }
        }
    }

    fn has_level(&self, id: &super::super::id::LevelId) -> bool {
        self.levels.iter().any(|level| level.id == *id)
    }

    /// Returns the path of a row in the file: its position in its section.
    pub fn row_place(&self, index: usize) -> String {
        let Some(row) = self.rows.get(index) else {
            return format!("rows[{index}]");
        };
        let before = self.rows.iter().take(index);
        let position = before.filter(|other| other.section == row.section).count();
        match &row.section {
            Some(section) => format!("{}.rows[{position}]", section_place(section)),
            None => format!("rows[{position}]"),
        }
    }
}

fn section_place(id: &SectionId) -> String {
    format!("sections[{id}]")
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, place: String, cause: FaultCause) {
        self.0.push(Fault { place, cause });
    }

    fn text(&mut self, place: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(place.to_owned(), FaultCause::Empty);
        }
    }

    fn short(&mut self, place: &str, text: &str) {
        let length = text.chars().count();
        if length > LONGEST_SHORT {
            self.add(place.to_owned(), FaultCause::ShortTooLong(length));
        }
        self.text(place, text);
    }

    fn listed(&mut self, place: &str, count: usize, most: usize) {
        if count == 0 {
            self.add(place.to_owned(), FaultCause::NothingListed);
        }
        self.listed_or_empty(place, count, most);
    }

    fn listed_or_empty(&mut self, place: &str, count: usize, most: usize) {
        if count > most {
            self.add(place.to_owned(), FaultCause::TooMany(most));
        }
    }

    fn positive(&mut self, place: &str, number: &Fraction) {
        if number.is_zero() || number.is_negative() {
            self.add(
                place.to_owned(),
                FaultCause::NotPositive(number.to_string()),
            );
        }
    }

    fn share(&mut self, place: &str, number: &Fraction) {
        if number.is_negative() || *number > Fraction::whole(1) {
            self.add(
                place.to_owned(),
                FaultCause::ValueOutOfRange(number.to_string()),
            );
        }
    }

    fn unique<T: Hash + Eq + ToString>(&mut self, place: &str, names: impl Iterator<Item = T>) {
        self.unique_by("id", place, names);
    }

    fn unique_by<T: Hash + Eq + ToString>(
        &mut self,
        key: &str,
        place: &str,
        names: impl Iterator<Item = T>,
    ) {
        let mut seen = HashSet::new();
        for (index, name) in names.enumerate() {
            let text = name.to_string();
            if !seen.insert(name) {
                self.add(
                    format!("{place}[{index}].{key}"),
                    FaultCause::DuplicateId(text),
                );
            }
        }
    }
}
