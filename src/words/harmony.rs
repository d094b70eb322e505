//! Harmonisation in sentences: figures with the number of marks behind them, and what they do not
//! say.

use super::format;
use crate::domain::fraction::Fraction;
use crate::domain::harmony::{Coherence, Distribution, Gap, Harmony, Share, Tally, WideRow};
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

/// Returns how marks spread, in one line.
pub fn deviations(marks: &Distribution) -> String {
    t!(
        "harmony-deviations",
        count = marks.count(),
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

/// More commissions than this are counted, not listed.
const LISTED: usize = 6;

/// Returns what was read together, in one line.
pub fn heading(harmony: &Harmony, whole: &Tally) -> String {
    let numbers: Vec<&str> = harmony
        .parts
        .iter()
        .map(|part| part.number.as_str())
        .collect();
    let commissions = match numbers.as_slice() {
        [one] => t!("harmony-one", number = *one),
        [most @ .., last] if numbers.len() <= LISTED => {
            t!("harmony-listed", numbers = most.join(", "), last = *last)
        }
        _ => t!("harmony-counted", count = numbers.len()),
    };
    let marks = &whole.marks;
    match (marks.median(), marks.mean()) {
        (Some(median), Some(mean)) => t!(
            "harmony-heading-marks",
            count = whole.sealed,
            commissions = commissions,
            median = format::mark(&median),
            mean = figure(Some(&mean))
        ),
        _ => t!(
            "harmony-heading-sealed",
            count = whole.sealed,
            commissions = commissions
        ),
    }
}

/// Returns the names of the upper levels: « Bonne ou excellente maîtrise ».
pub fn upper(harmony: &Harmony) -> String {
    let labels: Vec<&str> = harmony
        .upper_levels()
        .into_iter()
        .filter_map(|level| harmony.grid.levels.get(level))
        .map(|level| level.label.as_str())
        .collect();
    let Some((last, others)) = labels.split_last() else {
        return String::new();
    };
    // « Bonne maîtrise », « Excellente maîtrise »: what they share is said once.
    let tail = last.rsplit_once(' ').map(|(_, tail)| format!(" {tail}"));
    let shared = tail.filter(|tail| others.iter().all(|label| label.ends_with(tail.as_str())));
    let mut names: Vec<String> = others
        .iter()
        .map(|label| {
            let short = shared.as_ref().and_then(|tail| label.strip_suffix(tail));
            short.unwrap_or(label).to_owned()
        })
        .collect();
    names.push((*last).to_owned());
    for name in names.iter_mut().skip(1) {
        let mut letters = name.chars();
        if let Some(first) = letters.next() {
            *name = first.to_lowercase().chain(letters).collect();
        }
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        last
    } else {
        t!("harmony-or", levels = names.join(", "), last = last)
    }
}

/// Returns a row on which two commissions are far apart, and that it is for talking; `own` is the
/// number of the reader's commission.
pub fn wide(harmony: &Harmony, wide: &WideRow, own: Option<&str>) -> String {
    let whose = |(part, share): (usize, Share)| {
        let number = harmony.parts.get(part).map(|part| part.number.as_str());
        let share = t!(
            "harmony-wide-share",
            good = format::count(share.good),
            of = format::count(share.of)
        );
        if own.is_some() && number == own {
            t!("harmony-wide-own", share = share)
        } else {
            t!(
                "harmony-wide-other",
                share = share,
                number = number.unwrap_or_default()
            )
        }
    };
    t!(
        "harmony-wide",
        row = (wide.row + 1).to_string(),
        low = whose(wide.low),
        high = whose(wide.high),
        chance = if wide.may_be_chance { "yes" } else { "no" }
    )
}

/// Returns how many times each bloc was acquired in a commission.
pub fn blocs(harmony: &Harmony, tally: &Tally) -> String {
    let blocs = harmony.blocs().zip(&tally.rulings);
    let blocs: Vec<String> = blocs
        .map(|(section, (acquired, all))| {
            t!(
                "harmony-bloc-short",
                name = section.short.as_str(),
                acquired = format::count(*acquired),
                of = format::count(*all)
            )
        })
        .collect();
    blocs.join(", ")
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
    let apart = harmony.wide_rows();
    lines.extend(apart.iter().map(|row| wide(harmony, row, None)));
    if whole.sealed > 0 && whole.rulings.iter().any(|(_, all)| *all > 0) {
        lines.push(blocs(harmony, &whole));
    }
    if harmony.proposes() {
        lines.push(coherence(&whole.coherence));
    }
    lines.push(t!("harmony-foot"));
    lines
}
