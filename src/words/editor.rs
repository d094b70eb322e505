//! What a grid is and what is wrong in it, for whoever chooses or makes one.

use super::format;
use crate::domain::fraction::Fraction;
use crate::domain::grid::part::Part;
use crate::domain::grid::{Draft, Formula, Level, LevelKind, MarkRule};
use crate::t;

/// Returns how a mark is proposed: « Sur 20, moyenne des lignes par leurs poids ».
pub fn formula(rule: &MarkRule) -> String {
    let key = match rule.formula {
        Formula::Weighted => "formula-weighted",
        Formula::Points { from_lowest: false } => "formula-points",
        Formula::Points { from_lowest: true } => "formula-points-from-lowest",
        Formula::None => "formula-none",
    };
    t!(key, most = format::mark(&rule.out_of))
}

/// Returns what an outline calls a part.
pub fn part(draft: &Draft, part: Part) -> String {
    let key = match part {
        Part::Section(index) => {
            let section = draft.sections.get(index);
            let title = section
                .map(|section| section.title.trim())
                .unwrap_or_default();
            return named(title, "grid-part-section-untitled");
        }
        Part::Row(index) => {
            let row = draft.rows.get(index);
            let title = row.map(|row| row.title.trim()).unwrap_or_default();
            let title = named(title, "grid-part-row-untitled");
            return t!(
                "grid-part-row",
                number = (index + 1).to_string(),
                title = title
            );
        }
        Part::Identity => "grid-part-identity",
        Part::Levels => "grid-part-levels",
        Part::Rubric => "grid-part-rubric",
        Part::Mark => "grid-part-mark",
        Part::Decision => "grid-part-decision",
        Part::Penalties => "grid-part-penalties",
        Part::Bonus => "grid-part-bonus",
        Part::Alerts => "grid-part-alerts",
        Part::Phases => "grid-part-phases",
        Part::Members => "grid-part-members",
        Part::Pieces => "grid-part-pieces",
        Part::Texts => "grid-part-texts",
        Part::Reference => "grid-part-reference",
        Part::Editions => "grid-part-editions",
        Part::Provenance => "grid-part-provenance",
    };
    t!(key)
}

fn named(title: &str, untitled: &str) -> String {
    if title.is_empty() {
        t!(untitled)
    } else {
        title.to_owned()
    }
}

/// Returns a level with what it counts for: « Bonne maîtrise, 2/3 ».
pub fn level(level: &Level) -> String {
    match &level.kind {
        LevelKind::Value(value) => t!(
            "level-value",
            level = level.label.as_str(),
            value = number(value)
        ),
        LevelKind::NotAssessable | LevelKind::NotAssessed | LevelKind::Waived => {
            level.label.clone()
        }
    }
}

/// Returns an exact number as one writes it: « 0,5 », or « 2/3 » where no decimal is exact.
pub fn number(value: &Fraction) -> String {
    let decimal = value.decimal(6);
    if Fraction::parse(&decimal).as_ref() == Some(value) {
        decimal.replace('.', &t!("decimal-separator"))
    } else {
        value.to_string()
    }
}
