//! Grids that come from elsewhere, go elsewhere, or differ, in sentences.

use std::fmt;

use super::domain;
use super::store::json_fault;
use crate::store::exchange::{Assumption, ExchangeError, LARGEST, Remark};
use crate::store::grids::compare::{Difference, Part};
use crate::t;

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Empty => t!("exchange-empty"),
            Self::TooLarge => t!("exchange-too-large", most = (LARGEST >> 20).to_string()),
            Self::Unknown => t!("exchange-unknown"),
            Self::Json {
                line,
                column,
                detail,
            } => t!(
                "exchange-json",
                place = t!(
                    "grid-line",
                    line = line.to_string(),
                    column = column.to_string()
                ),
                detail = json_fault(detail)
            ),
            Self::Header(column) => t!("exchange-header", column = *column),
            Self::Line(line) => t!("exchange-line", line = line.to_string()),
            Self::Number { place, text } if text.is_empty() => {
                t!("exchange-no-number", place = place.as_str())
            }
            Self::Number { place, text } => t!(
                "exchange-number",
                place = place.as_str(),
                text = text.as_str()
            ),
            Self::Negative { place, text } => t!(
                "exchange-negative",
                place = place.as_str(),
                text = text.as_str()
            ),
            Self::Nameless(place) => t!("exchange-nameless", place = place.as_str()),
            Self::NoCriterion => t!("exchange-no-criterion"),
            Self::NoLevel => t!("exchange-no-level"),
            Self::TooManyLevels(name) => t!("exchange-many-levels", name = name.as_str()),
            Self::TooManyRows => t!("exchange-many-rows"),
            Self::Duplicate(name) => t!("exchange-duplicate", name = name.as_str()),
            Self::Cycle(name) => t!("exchange-cycle", name = name.as_str()),
            Self::Faults(faults) => {
                let mut text = t!("exchange-faults", count = faults.len());
                for fault in faults.iter().take(MOST_FAULTS) {
                    text.push('\n');
                    text.push_str(&t!(
                        "grid-fault-line",
                        place = fault.place.as_str(),
                        fault = domain::fault(fault)
                    ));
                }
                text
            }
        };
        f.write_str(&text)
    }
}

/// A report of more faults helps nobody.
const MOST_FAULTS: usize = 20;

/// Returns one line of the report of an import or an export.
pub fn remark_exchange(remark: &Remark) -> String {
    match remark {
        Remark::NotCarried(part, _) => t!("exchange-not-carried", part = self::part(*part)),
        Remark::Dropped(field, count) => {
            t!("exchange-dropped", field = field.as_str(), count = *count)
        }
        Remark::SameMark => t!("exchange-same-mark"),
        Remark::OtherMark => t!("exchange-other-mark"),
        Remark::NotReadBack => t!("exchange-not-read-back"),
        Remark::Assumed(assumption, count) => assumed(*assumption, *count),
    }
}

fn assumed(assumption: Assumption, count: usize) -> String {
    let key = match assumption {
        Assumption::Completed => "exchange-completed",
        Assumption::Encoding => "exchange-encoding",
        Assumption::SeveralRubrics => "exchange-several-rubrics",
        Assumption::Ranges => "exchange-ranges",
        Assumption::FreeForm => "exchange-free-form",
        Assumption::Worthless => "exchange-worthless",
        Assumption::Sorted => "exchange-sorted",
        Assumption::ByRank => "exchange-by-rank",
        Assumption::EqualSteps => "exchange-equal-steps",
        Assumption::UsualScale => "exchange-usual-scale",
        Assumption::Outside => "exchange-outside",
        Assumption::Unweighted => "exchange-unweighted",
        Assumption::Flattened => "exchange-flattened",
        Assumption::Unassessed => "exchange-unassessed",
        Assumption::SeveralParents => "exchange-several-parents",
        Assumption::Shortened => "exchange-shortened",
        Assumption::Feedback => "exchange-feedback-kept",
        Assumption::Provenance => "exchange-provenance",
        Assumption::Guarded => "exchange-guarded",
        Assumption::Rounded => "exchange-rounded",
        Assumption::Renewed => "exchange-renewed",
        Assumption::Named => "exchange-named",
    };
    t!(key, count = count)
}

/// Returns what a part of a grid is called.
pub fn part(part: Part) -> String {
    let key = match part {
        Part::Identity => "part-identity",
        Part::Names => "part-names",
        Part::Options => "part-options",
        Part::LevelNames => "part-level-names",
        Part::Levels => "part-levels",
        Part::LevelValues => "part-level-values",
        Part::Rubric => "part-rubric",
        Part::Rows => "part-rows",
        Part::RowTitles => "part-row-titles",
        Part::ShortTitles => "part-short-titles",
        Part::Sections => "part-sections",
        Part::Weights => "part-weights",
        Part::Critical => "part-critical",
        Part::Transversal => "part-transversal",
        Part::Subparts => "part-subparts",
        Part::Indicators => "part-indicators",
        Part::Situations => "part-situations",
        Part::Descriptors => "part-descriptors",
        Part::Knowledge => "part-knowledge",
        Part::Modality => "part-modality",
        Part::Deliverables => "part-deliverables",
        Part::Penalties => "part-penalties",
        Part::Bonus => "part-bonus",
        Part::Phases => "part-phases",
        Part::Members => "part-members",
        Part::Pieces => "part-pieces",
        Part::Formula => "part-formula",
        Part::MarkScale => "part-mark-scale",
        Part::Rounding => "part-rounding",
        Part::Coverage => "part-coverage",
        Part::Decision => "part-decision",
        Part::Comments => "part-comments",
        Part::Texts => "part-texts",
        Part::Editions => "part-editions",
        Part::Provenance => "part-provenance",
    };
    t!(key)
}

/// Returns one difference between two grids: the part, the place, and both sides.
pub fn difference(difference: &Difference) -> String {
    let part = self::part(Part::of(&difference.place));
    let place = difference.place.as_str();
    match (&difference.before, &difference.after) {
        (Some(before), Some(after)) => t!(
            "diff-changed",
            part = part,
            place = place,
            before = before.as_str(),
            after = after.as_str()
        ),
        (None, Some(after)) => t!(
            "diff-added",
            part = part,
            place = place,
            text = after.as_str()
        ),
        (Some(before), None) => t!(
            "diff-removed",
            part = part,
            place = place,
            text = before.as_str()
        ),
        (None, None) => t!("diff-empty", part = part, place = place),
    }
}
