//! The arithmetic of a proposal, line by line, for people.

use super::format;
use crate::domain::fraction::{Direction, Fraction};
use crate::domain::grid::{Grid, NotAssessable, Stage};
use crate::domain::id::{RowId, SectionId};
use crate::domain::mark::{Final, Profile, Proposal, Reading, Readings, Share, Withheld};
use crate::domain::verdict::{self, Outcome, Proven};
use crate::t;

/// Returns « 4 bonnes maîtrises ».
pub fn share_label(grid: &Grid, share: &Share) -> String {
    let Some(level) = grid.level(&share.level) else {
        return share.level.to_string();
    };
    let name = if share.count == 1 {
        level.label.to_lowercase()
    } else {
        level.plural.clone()
    };
    t!("share-label", count = share.count.to_string(), name = name)
}

/// Returns « 4 × 13,33 », or nothing for a level outside the scale.
pub fn share_product(share: &Share) -> Option<String> {
    let each = share.each.as_ref()?;
    Some(t!(
        "product",
        left = format::decimal(&share.weight, 2),
        right = format::decimal(each, 2)
    ))
}

/// Returns « 80 ÷ 7 = 11,43 », « 80 ÷ 7 + 0,5 = 11,93 » with a bonus; weights that add up to 1 divide
/// nothing: « 13,93 + 0,5 = 14,43 ».
pub fn reading_sum(reading: &Reading) -> String {
    let mean = reading.points.over(&reading.weight);
    let mean = mean.unwrap_or_else(|| Fraction::whole(0));
    let bonus = reading.bonus.clone();
    let bonus = bonus.unwrap_or_else(|| Fraction::whole(0));
    // What the lowest profile gets, before any point.
    let base = reading.raw.clone() - &mean - &bonus;
    let mut sum = if is_sum(reading) {
        format::decimal(&reading.points, 2)
    } else {
        t!(
            "division",
            left = format::decimal(&reading.points, 2),
            right = format::decimal(&reading.weight, 2)
        )
    };
    for more in [&base, &bonus] {
        if !more.is_zero() {
            sum = t!("addition", left = sum, right = format::decimal(more, 2));
        }
    }
    let result = format::decimal(&reading.raw, 2);
    if sum == result {
        return sum;
    }
    t!("sum-equals", left = sum, right = result)
}

/// Whether the points are the mark already, the weights adding up to 1.
fn is_sum(reading: &Reading) -> bool {
    reading.weight == Fraction::whole(1)
}

/// Returns « Arrondi au demi-point le plus proche, une seule fois, avant pénalité. »
pub fn rounding(grid: &Grid) -> String {
    let Some(rule) = &grid.mark else {
        return t!("rounding-none");
    };
    let rounding = &rule.rounding;
    let Some(grain) = &rounding.grain else {
        return t!("rounding-none");
    };
    let half = Fraction::ratio(1, 2).as_ref() == Some(grain);
    let step = if half {
        t!("rounding-half")
    } else {
        t!("rounding-step", step = format::mark(grain))
    };
    let key = match rounding.direction {
        Direction::NearestTiesUp | Direction::NearestTiesDown => "rounding-nearest",
        Direction::Up => "rounding-up",
        Direction::Down => "rounding-down",
    };
    let when = match rule.stage {
        Stage::Section => t!("rounding-when-section"),
        Stage::Proposal => t!("rounding-when-proposal"),
        Stage::Final => t!("rounding-when-final"),
    };
    t!(key, step = step, when = when)
}

/// Returns the whole way from the levels to NOTE FINALE, one line a step.
pub fn explanation(grid: &Grid, proposal: &Proposal, end: Option<&Final>) -> Vec<String> {
    let mut lines = Vec::new();
    match proposal {
        Proposal::Free => lines.push(t!("explain-free")),
        Proposal::Incomplete(rows) => {
            let titles = rows
                .iter()
                .filter_map(|row| grid.row(row))
                .map(|row| row.short.clone());
            let titles: Vec<String> = titles.collect();
            lines.push(t!(
                "explain-incomplete",
                count = titles.len(),
                rows = titles.join(", ")
            ));
        }
        Proposal::Complete(readings) => explain_readings(grid, readings, &mut lines),
    }
    if let Some(end) = end {
        lines.push(t!("explain-note", mark = format::mark(&end.mark)));
        for (id, points) in &end.penalties {
            let label = grid
                .penalty(id)
                .map_or_else(|| id.to_string(), |penalty| penalty.label.clone());
            lines.push(t!(
                "explain-penalty",
                label = label,
                points = format::minus(points)
            ));
        }
        let key = if end.floored {
            "explain-final-floored"
        } else {
            "explain-final"
        };
        lines.push(t!(key, mark = format::mark(&end.last)));
    }
    lines
}

/// Returns which rows have no level, where nothing is computed from them.
pub fn rows_without_level(grid: &Grid, rows: &[RowId]) -> String {
    t!(
        "explain-missing",
        count = rows.len(),
        rows = shorts(grid, rows)
    )
}

fn shorts(grid: &Grid, rows: &[RowId]) -> String {
    let titles = rows.iter().filter_map(|row| grid.row(row));
    let titles: Vec<&str> = titles.map(|row| row.short.as_str()).collect();
    titles.join(", ")
}

/// Returns where each bloc stands and what is left to prove, then the whole; nothing where the mark
/// decides.
pub fn verdicts(grid: &Grid, profile: &Profile) -> Vec<String> {
    let Some(rule) = &grid.decision else {
        return Vec::new();
    };
    let verdicts = verdict::sections(grid, profile);
    let title = |id: &SectionId| {
        let section = grid.section(id);
        section.map_or_else(|| id.to_string(), |section| section.title.clone())
    };
    let mut lines: Vec<String> = Vec::new();
    for one in &verdicts {
        let word = match one.state {
            Proven::Acquired => rule.words.acquired.clone(),
            Proven::NotAcquired => rule.words.refused.clone(),
            Proven::Pending => t!("verdict-pending", count = one.rows - one.graded),
        };
        let mut line = t!(
            "verdict-section",
            title = title(&one.section),
            verdict = word,
            acquired = one.acquired.to_string(),
            count = one.rows
        );
        if let Some(mark) = &one.mark {
            line = t!("verdict-mark", line = line, mark = format::decimal(mark, 2));
        }
        lines.push(line);
        if one.state == Proven::NotAcquired && !one.to_prove.is_empty() {
            lines.push(t!("verdict-to-prove", rows = shorts(grid, &one.to_prove)));
        }
    }
    lines.push(match verdict::proposed(grid, &verdicts) {
        Outcome::Pending => t!("verdict-whole-pending"),
        Outcome::Full => t!("verdict-whole", verdict = rule.words.full.as_str()),
        Outcome::None => t!("verdict-whole", verdict = rule.words.none.as_str()),
        Outcome::Partial(sections) => {
            let titles: Vec<String> = sections.iter().map(title).collect();
            t!(
                "verdict-whole-partial",
                verdict = rule.words.partial.as_str(),
                sections = titles.join(", ")
            )
        }
    });
    lines
}

fn explain_readings(grid: &Grid, readings: &Readings, lines: &mut Vec<String>) {
    for share in &readings.shares {
        let label = share_label(grid, share);
        lines.push(match share_product(share) {
            Some(product) => t!(
                "explain-share",
                label = label,
                product = product,
                points = format::decimal(&share.points, 2)
            ),
            None if share.points.is_zero() => t!("explain-outside", label = label),
            None => t!(
                "explain-share-mixed",
                label = label,
                points = format::decimal(&share.points, 2)
            ),
        });
    }
    for group in &readings.groups {
        let title = grid
            .section(&group.section)
            .map(|section| section.short.clone());
        let title = title.unwrap_or_default();
        lines.push(match &group.mark {
            Some(mark) => t!(
                "explain-section",
                title = title,
                mark = format::decimal(mark, 2),
                share = format::percent(&group.weight),
                points = format::decimal(&group.points, 2)
            ),
            None => t!("explain-section-out", title = title),
        });
    }
    let line = |key: &str, reading: &Reading| {
        t!(
            key,
            sum = reading_sum(reading),
            rounded = format::mark(&reading.rounded)
        )
    };
    if readings.not_assessable.is_empty() {
        let key = if is_sum(&readings.zero) {
            "explain-only-sum"
        } else {
            "explain-only"
        };
        lines.push(line(key, &readings.zero));
    } else {
        lines.push(line("explain-zero", &readings.zero));
        match &readings.neutral {
            Some(neutral) => lines.push(line("explain-neutral", neutral)),
            None => lines.push(t!("explain-neutral-undefined")),
        }
        let policy = grid.mark.as_ref().map(|rule| rule.not_assessable);
        lines.push(match policy {
            Some(NotAssessable::Neutral) => t!("explain-policy-neutral"),
            Some(NotAssessable::Ask) => t!("explain-policy-ask"),
            Some(NotAssessable::Block) => t!("explain-policy-block"),
            Some(NotAssessable::Zero) | None => t!("explain-policy-zero"),
        });
    }
    if let Some(bonus) = &readings.zero.bonus {
        lines.push(t!("explain-bonus", points = format::decimal(bonus, 2)));
    }
    if let Some(Withheld::Coverage(least)) = &readings.withheld {
        lines.push(t!(
            "explain-coverage",
            share = format::percent(&readings.coverage),
            least = format::percent(least)
        ));
    }
    lines.push(rounding(grid));
    lines.push(grid.texts.mark_notice.clone());
}
