//! What a sound grid had better say: nothing here refuses it. Knows no file; a place is a path as a
//! reader of the file would follow it.

use std::collections::BTreeMap;

use super::super::fraction::Fraction;
use super::super::id::LevelId;
use super::{Formula, Grid, Row};

/// Something that a teacher would rather know before the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The place, as a path.
    pub place: String,
    /// What is missing or useless.
    pub cause: AdviceCause,
}

/// What is missing or useless in a sound grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdviceCause {
    /// A mark without threshold: nothing warns when it is crossed.
    NoThreshold,
    /// A session whose sheets name no annex.
    NoAnnex(String),
    /// A row with nothing to look for, nor any text of its own.
    NothingLookedFor(String),
    /// A level that no row can have.
    LevelNowhere(String),
    /// A level that no text describes, on this row.
    NoText(String, String),
    /// A row that counts for nothing in the mark.
    WeighsNothing(String),
    /// Two rows that a strip cannot tell apart.
    SameShort(String),
    /// An oral without phases has no clock.
    NoPhase,
    /// Nobody can tell where the texts come from.
    NoSource,
    /// A row is critical, and no rule looks at critical rows.
    CriticalIgnored(String),
    /// The commission cannot write the mark that is proposed to it.
    GrainOffStep,
}

impl Grid {
    /// Returns what the grid had better say, in the order of its file.
    pub fn advice(&self) -> Vec<Advice> {
        let mut found = Vec::new();
        let mut add = |place: String, cause| found.push(Advice { place, cause });
        for (index, level) in self.levels.iter().enumerate() {
            let nowhere =
                level.value().is_some() && !self.rows.iter().any(|row| self.allows(row, &level.id));
            if nowhere {
                let label = level.label.clone();
                add(format!("levels[{index}]"), AdviceCause::LevelNowhere(label));
            }
        }
        let weighs = self
            .mark
            .as_ref()
            .is_some_and(|rule| rule.formula != Formula::None);
        let heeds = self.heeds_critical();
        let mut shorts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &self.rows {
            *shorts.entry(row.short.as_str()).or_default() += 1;
        }
        for (index, row) in self.rows.iter().enumerate() {
            let place = self.row_place(index);
            let title = || row.short.clone();
            if shorts
                .get(row.short.as_str())
                .is_some_and(|count| *count > 1)
            {
                add(format!("{place}.short"), AdviceCause::SameShort(title()));
            }
            if weighs && row.weight.is_zero() {
                add(
                    format!("{place}.weight"),
                    AdviceCause::WeighsNothing(title()),
                );
            }
            if row.critical && !heeds {
                add(
                    format!("{place}.critical"),
                    AdviceCause::CriticalIgnored(title()),
                );
            }
            let own = row.descriptors.iter().any(|own| !own.text.is_empty());
            if row.indicators.is_empty() && !own && !row.transversal {
                add(
                    format!("{place}.indicators"),
                    AdviceCause::NothingLookedFor(title()),
                );
            }
            if let Some(level) = self.undescribed(row) {
                add(
                    format!("{place}.descriptors"),
                    AdviceCause::NoText(title(), level),
                );
            }
        }
        if self.phases.is_empty() {
            add("phases".into(), AdviceCause::NoPhase);
        }
        if let Some(rule) = &self.mark {
            if rule.threshold.is_none() {
                add("mark.threshold".into(), AdviceCause::NoThreshold);
            }
            let off = |grain: &Fraction| !grain.is_multiple_of(&rule.step);
            if weighs && rule.rounding.grain.as_ref().is_some_and(off) {
                add("mark.step".into(), AdviceCause::GrainOffStep);
            }
        }
        for (index, edition) in self.editions.iter().enumerate() {
            if edition.grid_annex.trim().is_empty() {
                let session = edition.session.clone();
                add(
                    format!("editions[{index}].grid_annex"),
                    AdviceCause::NoAnnex(session),
                );
            }
        }
        if self.provenance.sources.is_empty() {
            add("provenance.sources".into(), AdviceCause::NoSource);
        }
        found
    }

    fn heeds_critical(&self) -> bool {
        let own = self
            .sections
            .iter()
            .filter_map(|section| section.rule.as_ref());
        let common = self.decision.as_ref().map(|decision| &decision.section);
        own.chain(common).any(|rule| rule.critical)
    }

    /// Returns the first level of a row that no text describes, when others are described.
    fn undescribed(&self, row: &Row) -> Option<String> {
        let told = |level: &LevelId| {
            let own = row
                .descriptor(level)
                .is_some_and(|own| !own.text.is_empty());
            own || self.rubric.cells.iter().any(|cell| cell.level == *level)
        };
        let levels = || self.levels_of(row).filter(|level| level.value().is_some());
        if !levels().any(|level| told(&level.id)) {
            return None;
        }
        let bare = levels().find(|level| !told(&level.id))?;
        Some(bare.label.clone())
    }
}
