//! What is asked of a checked grid: names, positions, neighbours, the value of a level on a row.

use super::super::fraction::Fraction;
use super::super::id::{IndicatorId, LevelId, PenaltyId, RowId, SectionId};
use super::{
    Amount, Bonus, Cell, Descriptor, Draft, Edition, Grid, Indicator, Level, LevelKind, MarkRule,
    Penalty, Row, Section,
};

impl std::ops::Deref for Grid {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.0
    }
}

impl Grid {
    /// Returns the draft this grid was made of.
    pub fn into_draft(self) -> Draft {
        self.0
    }

    pub(super) fn checked(draft: Draft) -> Self {
        Self(draft)
    }

    /// Returns the highest mark that can be given; 0 when the exam gives no mark.
    pub fn most(&self) -> Fraction {
        let rule = self.mark.as_ref();
        rule.map_or_else(|| Fraction::whole(0), |rule| rule.ceiling.clone())
    }

    /// Returns the level of this name.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// Returns the key of a level: its position in the scale.
    pub fn level_rank(&self, id: &LevelId) -> Option<usize> {
        self.levels.iter().position(|level| level.id == *id)
    }

    /// Returns the position of a level among those that have a value, lowest value first, from 1.
    pub fn level_bars(&self, id: &LevelId) -> Option<usize> {
        let value = self.level(id)?.value()?;
        let below = self.valued_levels().filter_map(Level::value);
        Some(below.filter(|other| *other < value).count() + 1)
    }

    /// Returns the levels that have a value.
    pub fn valued_levels(&self) -> impl Iterator<Item = &Level> {
        self.levels
            .iter()
            .filter(|level| matches!(level.kind, LevelKind::Value(_)))
    }

    /// Returns whether this level says that the row could not be assessed.
    pub fn is_not_assessable(&self, id: &LevelId) -> bool {
        self.level(id)
            .is_some_and(|level| level.kind == LevelKind::NotAssessable)
    }

    /// Returns whether a row at this level leaves the sums, whatever the policy.
    pub fn is_left_out(&self, id: &LevelId) -> bool {
        self.level(id)
            .is_some_and(|level| matches!(level.kind, LevelKind::NotAssessed | LevelKind::Waived))
    }

    /// Returns the levels that exist for a row: those it describes itself, with those outside the
    /// scale, or all of them.
    pub fn levels_of(&self, row: &Row) -> impl Iterator<Item = &Level> {
        let own: Vec<LevelId> = row.descriptors.iter().map(|d| d.level.clone()).collect();
        self.levels.iter().filter(move |level| {
            own.is_empty() || own.contains(&level.id) || level.value().is_none()
        })
    }

    /// Returns whether a level exists for a row.
    pub fn allows(&self, row: &Row, level: &LevelId) -> bool {
        self.levels_of(row).any(|known| known.id == *level)
    }

    /// Returns the value of a level on a row, as the grid writes it; none outside the scale.
    pub fn value(&self, row: &Row, level: &LevelId) -> Option<Fraction> {
        let value = self.level(level)?.value()?;
        let own = row.descriptor(level).and_then(|own| own.value.as_ref());
        Some(own.unwrap_or(value).clone())
    }

    /// Returns the lowest and the highest value that a row can have.
    pub fn value_range(&self, row: &Row) -> (Fraction, Fraction) {
        let mut values = self
            .levels_of(row)
            .filter_map(|level| self.value(row, &level.id));
        let first = values.next().unwrap_or_else(|| Fraction::whole(0));
        values.fold((first.clone(), first), |(low, high), value| {
            (low.min(value.clone()), high.max(value))
        })
    }

    /// Returns the name of a level on a row, on screen.
    pub fn level_label<'a>(&'a self, row: &'a Row, level: &LevelId) -> Option<&'a str> {
        let own = row.descriptor(level).and_then(|own| own.label.as_deref());
        own.or_else(|| self.level(level).map(|level| level.label.as_str()))
    }

    /// Returns the section of this name.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// Returns the sections that are part of no other, in the order of the form.
    pub fn outer_sections(&self) -> impl Iterator<Item = &Section> {
        self.sections
            .iter()
            .filter(|section| section.parent.is_none())
    }

    /// Returns the sections that are directly part of this one.
    pub fn inner_sections(&self, id: &SectionId) -> impl Iterator<Item = &Section> {
        let id = id.clone();
        self.sections
            .iter()
            .filter(move |section| section.parent.as_ref() == Some(&id))
    }

    /// Returns the outer section that a section is part of: itself when it is one.
    pub fn outermost(&self, id: &SectionId) -> Option<&Section> {
        let mut section = self.section(id)?;
        // A parent stands before its child, so this ends.
        while let Some(parent) = section
            .parent
            .as_ref()
            .and_then(|parent| self.section(parent))
        {
            section = parent;
        }
        Some(section)
    }

    /// Returns whether a row is in a section or in one of its parts.
    pub fn is_within(&self, row: &Row, section: &SectionId) -> bool {
        let mut own = row.section.as_ref();
        while let Some(id) = own {
            if id == section {
                return true;
            }
            own = self.section(id).and_then(|section| section.parent.as_ref());
        }
        false
    }

    /// Returns the rows of a section and of its parts, in the order of the form.
    pub fn rows_within<'a>(&'a self, section: &'a SectionId) -> impl Iterator<Item = &'a Row> {
        self.rows
            .iter()
            .filter(move |row| self.is_within(row, section))
    }

    /// Returns the outer section of a row, if it has one.
    pub fn outer_of(&self, row: &Row) -> Option<&Section> {
        self.outermost(row.section.as_ref()?)
    }

    /// Returns the row of this name.
    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == *id)
    }

    /// Returns the position of a row.
    pub fn row_index(&self, id: &RowId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == *id)
    }

    /// Returns the row that an indicator belongs to, and the indicator.
    pub fn indicator(&self, id: &IndicatorId) -> Option<(&Row, &Indicator)> {
        self.rows.iter().find_map(|row| {
            let indicator = row
                .indicators
                .iter()
                .find(|indicator| indicator.id == *id)?;
            Some((row, indicator))
        })
    }

    /// Returns the penalty of this name.
    pub fn penalty(&self, id: &PenaltyId) -> Option<&Penalty> {
        self.penalties.iter().find(|penalty| penalty.id == *id)
    }

    /// Returns the edition of this session.
    pub fn edition(&self, session: &str) -> Option<&Edition> {
        self.editions
            .iter()
            .find(|edition| edition.session == session)
    }

    /// Returns the rows that the tableau de synthèse lists, in its order.
    pub fn covered_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.transversal)
    }

    /// Returns the column of the tableau de synthèse that stands for a row.
    pub fn coverage_column(&self, id: &RowId) -> Option<usize> {
        self.covered_rows().position(|row| row.id == *id)
    }

    /// Returns the descriptor of `level` beside `aspect`.
    pub fn descriptor(&self, level: &LevelId, aspect: usize) -> Option<&Cell> {
        self.rubric.cells.iter().find(|cell| {
            cell.level == *level && (cell.aspect..cell.aspect + cell.span).contains(&aspect)
        })
    }
}

impl Amount {
    /// Returns whether a commission may take so many points.
    pub fn allows(&self, points: &Fraction) -> bool {
        match self {
            Amount::Fixed(own) => own == points,
            Amount::Bounded(least, most) => least <= points && points <= most,
            Amount::Free => !points.is_negative() && !points.is_zero(),
        }
    }
}

impl MarkRule {
    /// Returns whether a commission may write this mark by hand.
    pub fn allows(&self, mark: &Fraction) -> bool {
        *mark >= self.floor && *mark <= self.ceiling && mark.is_multiple_of(&self.step)
    }
}

impl Row {
    /// Returns what this row says of a level by itself.
    pub fn descriptor(&self, level: &LevelId) -> Option<&Descriptor> {
        self.descriptors.iter().find(|own| own.level == *level)
    }
}

impl Level {
    /// Returns the value of a level of the scale.
    pub fn value(&self) -> Option<&Fraction> {
        match &self.kind {
            LevelKind::Value(value) => Some(value),
            LevelKind::NotAssessable | LevelKind::NotAssessed | LevelKind::Waived => None,
        }
    }
}

impl Bonus {
    /// Returns whether a commission may add these points.
    pub fn allows(&self, points: &Fraction) -> bool {
        !points.is_negative() && *points <= self.most && points.is_multiple_of(&self.step)
    }
}

impl Penalty {
    /// Returns the points of a penalty whose amount the form fixes.
    pub fn fixed(&self) -> Option<&Fraction> {
        match &self.amount {
            Amount::Fixed(points) => Some(points),
            Amount::Bounded(..) | Amount::Free => None,
        }
    }
}
