//! The report to print: figures as texts, bars as shares of their length.

use typst::foundations::{Array, Dict, IntoValue, Value};

use crate::domain::fraction::Fraction;
use crate::domain::harmony::{Distribution, FEW, Harmony};
use crate::domain::roster::Day;
use crate::export::ExportError;
use crate::export::pdf::archive;
use crate::export::world::compile;
use crate::t;
use crate::words::{self, harmony as say};

const TEMPLATE: &str = include_str!("../../../assets/sheets/harmonisation.typ");

/// A report of more commissions than this gives their figures in the workbook.
const MOST_LINES: usize = 400;

/// More bars than this cannot be told apart on a page.
const MOST_BARS: usize = 81;

/// Returns the report of what was read together; the same files give the same bytes.
pub fn pdf(harmonies: &[Harmony]) -> Result<Vec<u8>, ExportError> {
    let mut values = Dict::new();
    let sets: Array = harmonies.iter().map(set).collect();
    values.insert("sets".into(), Value::Array(sets));
    for (name, key) in [
        ("heading", "harmony-heading"),
        ("foot", "harmony-foot"),
        ("nothing", "harmony-nothing"),
        ("marks_title", "harmony-sheet-marks"),
        ("parts_title", "harmony-sheet-commissions"),
        ("rows_title", "harmony-sheet-rows"),
        ("coherence_title", "harmony-sheet-coherence"),
    ] {
        values.insert(name.into(), text(&t!(key)));
    }
    // PDF/A wants a date, and a clock would change the bytes.
    let year = harmonies.first().and_then(|set| set.session.parse().ok());
    let day = year.and_then(|year| Day::new(year, 1, 1));
    compile(TEMPLATE, values, |document| archive(document, day))
}

fn set(harmony: &Harmony) -> Value {
    let grid = &harmony.grid;
    let whole = harmony.whole();
    let most = whole.marks.values().map(|(_, count)| count).max();
    let bars: Array = bars(harmony, &whole.marks)
        .into_iter()
        .map(|(mark, count)| {
            dict([
                ("mark", text(&words::mark(&mark))),
                ("count", text(&words::count(count))),
                ("height", share(count, most.unwrap_or(1)).into_value()),
            ])
        })
        .collect();
    let out_of = grid.mark.as_ref().map(|rule| &rule.ceiling);
    let along = |mark: Option<&Fraction>| {
        mark.zip(out_of)
            .and_then(|(mark, most)| Some(mark.over(most)?.to_f64().clamp(0.0, 1.0)))
            .map_or(Value::None, IntoValue::into_value)
    };
    let parts: Array = harmony
        .parts
        .iter()
        .zip(harmony.gaps())
        .take(MOST_LINES)
        .map(|(part, gap)| {
            let marks = &part.tally.marks;
            let range = marks.range();
            let points = gap.as_ref().map(|gap| say::signed(&gap.points));
            dict([
                ("number", text(&part.number)),
                ("count", text(&words::count(marks.count()))),
                ("mean", text(&say::figure(marks.mean().as_ref()))),
                ("median", text(&say::figure(marks.median().as_ref()))),
                ("population", text(&say::spread(marks.deviation()))),
                ("sample", text(&say::spread(marks.sample_deviation()))),
                ("gap", text(&points.unwrap_or_else(|| t!("harmony-none")))),
                ("caution", text(&say::gap(gap.as_ref()))),
                ("few", (marks.count() < FEW).into_value()),
                ("low", along(range.map(|(least, _)| least))),
                ("high", along(range.map(|(_, most)| most))),
                ("at", along(marks.mean().as_ref())),
            ])
        })
        .collect();
    let rows: Array = grid
        .rows
        .iter()
        .zip(&whole.levels)
        .map(|(row, counts)| {
            let all: u64 = counts.iter().sum();
            let levels: Array = counts
                .iter()
                .map(|count| {
                    dict([
                        ("count", text(&words::count(*count))),
                        ("share", share(*count, all).into_value()),
                        ("percent", text(&say::share(*count, all))),
                    ])
                })
                .collect();
            dict([("title", text(&row.title)), ("levels", levels.into_value())])
        })
        .collect();
    let levels: Array = grid.levels.iter().map(|level| text(&level.label)).collect();
    let heads: Array = [
        "harmony-column-commission",
        "harmony-column-count",
        "harmony-column-mean",
        "harmony-column-median",
        "harmony-column-population",
        "harmony-column-sample",
        "harmony-column-gap",
    ]
    .map(|key| text(&t!(key)))
    .into_iter()
    .collect();
    let left = harmony.parts.len().saturating_sub(MOST_LINES);
    dict([
        (
            "title",
            text(&t!(
                "harmony-head",
                short = grid.short.as_str(),
                exam = harmony.exam.as_str(),
                session = harmony.session.as_str(),
                commissions = harmony.parts.len(),
                sealed = words::count(whole.sealed)
            )),
        ),
        ("summary", text(&say::marks(&whole.marks))),
        (
            "widest",
            harmony.widest_gap().map_or(Value::None, |points| {
                text(&t!(
                    "harmony-widest",
                    points = words::decimal_fixed(&points)
                ))
            }),
        ),
        ("bars", bars.into_value()),
        ("heads", heads.into_value()),
        ("parts", parts.into_value()),
        (
            "more",
            if left > 0 {
                text(&t!("harmony-more", count = left))
            } else {
                Value::None
            },
        ),
        ("mean", along(whole.marks.mean().as_ref())),
        ("levels", levels.into_value()),
        ("rows", rows.into_value()),
        (
            "coherence",
            if harmony.proposes() {
                text(&say::coherence(&whole.coherence))
            } else {
                Value::None
            },
        ),
    ])
}

/// Returns every mark of the scale from the lowest to the highest given, those nobody gave too: a
/// hole must be seen as one.
fn bars(harmony: &Harmony, marks: &Distribution) -> Vec<(Fraction, u64)> {
    let given: Vec<(Fraction, u64)> = marks
        .values()
        .map(|(mark, count)| (mark.clone(), count))
        .collect();
    let step = harmony.grid.mark.as_ref().map(|rule| &rule.step);
    let (Some(step), Some((least, most))) = (step, marks.range()) else {
        return given;
    };
    let mut scale = Vec::new();
    let mut mark = least.clone();
    while mark <= *most && scale.len() < MOST_BARS && !step.is_zero() {
        let count = marks.values().find(|(known, _)| **known == mark);
        scale.push((mark.clone(), count.map_or(0, |(_, count)| count)));
        mark = mark + step;
    }
    let all: u64 = scale.iter().map(|(_, count)| count).sum();
    if all == marks.count() { scale } else { given }
}

fn share(part: u64, whole: u64) -> f64 {
    let ratio = i64::try_from(part)
        .ok()
        .zip(i64::try_from(whole).ok())
        .and_then(|(part, whole)| Fraction::ratio(part, whole));
    ratio.map_or(0.0, |ratio| ratio.to_f64())
}

fn text(text: &str) -> Value {
    Value::Str(text.into())
}

fn dict<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut dict = Dict::new();
    for (name, value) in entries {
        dict.insert(name.into(), value);
    }
    Value::Dict(dict)
}
