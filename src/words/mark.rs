//! The arithmetic of a proposal, line by line, for people.

use super::format;
use crate::domain::fraction::{Direction, Fraction};
use crate::domain::grid::{Grid, NotAssessable, Stage};
use crate::domain::mark::{Final, Proposal, Reading, Readings, Share, Withheld};
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

/// Returns « 80 ÷ 7 = 11,43 ».
pub fn reading_sum(reading: &Reading) -> String {
    t!(
        "quotient",
        left = format::decimal(&reading.points, 2),
        right = format::decimal(&reading.weight, 2),
        result = format::decimal(&reading.raw, 2)
    )
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

/// Returns why a complete profile has no proposal.
pub fn withheld(readings: &Readings, why: &Withheld) -> String {
    match why {
        Withheld::NothingAssessed => t!("explain-nothing"),
        Withheld::Asked => t!("explain-policy-ask"),
        Withheld::Blocked => t!("explain-policy-block"),
        Withheld::Coverage(least) => t!(
            "explain-coverage",
            share = format::percent(&readings.coverage),
            least = format::percent(least)
        ),
    }
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
        lines.push(line("explain-only", &readings.zero));
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
    if let Some(why @ Withheld::Coverage(_)) = &readings.withheld {
        lines.push(withheld(readings, why));
    }
    lines.push(rounding(grid));
    lines.push(grid.texts.mark_notice.clone());
}
