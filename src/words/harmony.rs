//! Harmonisation in sentences: figures with the number of marks behind them, and what they do not
//! say.

use super::format;
use crate::domain::fraction::Fraction;
use crate::domain::harmony::{Coherence, Distribution, Gap, Harmony};
use crate::store::harmony::Finding;
use crate::t;

/// Returns what is to be known of one file.
pub fn harmony_finding(finding: &Finding) -> String {
    match finding {
        Finding::Unreadable(error) => t!("harmony-unreadable", cause = error.to_string()),
        Finding::Unsound(path, notice) => t!(
            "harmony-unsound",
            path = path.display().to_string(),
            cause = super::notice(path, notice)
        ),
        Finding::Exercise(path) => t!("harmony-exercise", path = path.display().to_string()),
        Finding::Twice(path) => t!("harmony-twice", path = path.display().to_string()),
        Finding::NothingSealed(path) => {
            t!("harmony-nothing-sealed", path = path.display().to_string())
        }
        Finding::Open(path, count) => t!(
            "harmony-open",
            path = path.display().to_string(),
            count = *count
        ),
        Finding::SameNumber(path, number) => t!(
            "harmony-same-number",
            path = path.display().to_string(),
            number = number.as_str()
        ),
    }
}

/// Returns a figure with two decimals, or a dash.
pub fn figure(value: Option<&Fraction>) -> String {
    value.map_or_else(|| t!("harmony-none"), format::decimal_fixed)
}

/// Returns a spread with two decimals, or a dash.
pub fn spread(value: Option<f64>) -> String {
    match value {
        Some(value) => format!("{value:.2}").replace('.', &t!("decimal-separator")),
        None => t!("harmony-none"),
    }
}

/// Returns a gap with its sign: « +0,75 ».
pub fn signed(value: &Fraction) -> String {
    let text = format::decimal_fixed(value);
    if value.is_negative() || value.is_zero() {
        text
    } else {
        format!("+{text}")
    }
}

/// Returns what may be said of a gap, with what it is made of.
pub fn gap(gap: Option<&Gap>) -> String {
    let Some(gap) = gap else {
        return t!("harmony-gap-none");
    };
    let key = if gap.is_few() {
        "harmony-gap-few"
    } else if gap.may_be_chance() {
        "harmony-gap-chance"
    } else {
        "harmony-gap-wide"
    };
    t!(key, count = gap.count)
}

/// Returns a share in whole percents: « 42 % ».
pub fn share(part: u64, whole: u64) -> String {
    let percent = i64::try_from(part)
        .ok()
        .and_then(|part| Fraction::ratio(part.checked_mul(100)?, i64::try_from(whole).ok()?));
    match percent {
        Some(percent) => t!("harmony-share", percent = percent.decimal(0)),
        None => t!("harmony-none"),
    }
}

/// Returns the figures of some marks in one line.
pub fn marks(marks: &Distribution) -> String {
    t!(
        "harmony-marks",
        count = marks.count(),
        mean = figure(marks.mean().as_ref()),
        median = figure(marks.median().as_ref()),
        least = marks
            .range()
            .map(|(least, _)| format::mark(least))
            .unwrap_or_default(),
        most = marks
            .range()
            .map(|(_, most)| format::mark(most))
            .unwrap_or_default(),
        population = spread(marks.deviation()),
        sample = spread(marks.sample_deviation())
    )
}

/// Returns how marks stand to what profiles proposed.
pub fn coherence(coherence: &Coherence) -> String {
    let mean = coherence.gaps.mean();
    t!(
        "harmony-coherence",
        same = format::count(coherence.same),
        between = format::count(coherence.between),
        above = format::count(coherence.above),
        below = format::count(coherence.below),
        without = format::count(coherence.without),
        mean = mean.as_ref().map_or_else(|| t!("harmony-none"), signed)
    )
}

/// Returns the whole of a harmony, line by line.
pub fn harmony(harmony: &Harmony) -> Vec<String> {
    let whole = harmony.whole();
    let grid = &harmony.grid;
    let mut lines = vec![t!(
        "harmony-head",
        short = grid.short.as_str(),
        exam = harmony.exam.as_str(),
        session = harmony.session.as_str(),
        commissions = harmony.parts.len(),
        sealed = format::count(whole.sealed)
    )];
    if whole.marks.count() > 0 {
        lines.push(marks(&whole.marks));
    }
    for (part, known) in harmony.parts.iter().zip(harmony.gaps()) {
        let points = known.as_ref().map(|known| signed(&known.points));
        lines.push(t!(
            "harmony-part",
            number = part.number.as_str(),
            marks = marks(&part.tally.marks),
            points = points.unwrap_or_else(|| t!("harmony-none")),
            caution = gap(known.as_ref())
        ));
    }
    if let Some(widest) = harmony.widest_gap() {
        lines.push(t!(
            "harmony-widest",
            points = format::decimal_fixed(&widest)
        ));
    }
    for (row, counts) in grid.rows.iter().zip(&whole.levels) {
        let all: u64 = counts.iter().sum();
        let levels: Vec<String> = grid
            .levels
            .iter()
            .zip(counts)
            .filter(|(_, count)| **count > 0)
            .map(|(level, count)| {
                t!(
                    "harmony-level",
                    level = level.label.as_str(),
                    count = format::count(*count),
                    share = share(*count, all)
                )
            })
            .collect();
        lines.push(t!(
            "harmony-row",
            row = row.short.as_str(),
            levels = levels.join(", ")
        ));
    }
    if harmony.proposes() {
        lines.push(coherence(&whole.coherence));
    }
    lines.push(t!("harmony-foot"));
    lines
}
