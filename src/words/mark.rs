//! The arithmetic of a proposal, line by line, for people.

use super::format;
use crate::domain::fraction::{Direction, Fraction};
use crate::domain::grid::{Grid, NotAssessable};
use crate::domain::mark::{Final, Proposal, Reading, Readings, Share};
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
    let rounding = &grid.mark.rounding;
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
    t!(key, step = step)
}

/// Returns the whole way from the levels to NOTE FINALE, one line a step.
pub fn explanation(grid: &Grid, proposal: &Proposal, end: Option<&Final>) -> Vec<String> {
    let mut lines = Vec::new();
    match proposal {
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
            None => t!("explain-outside", label = label),
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
        let key = match grid.mark.not_assessable {
            NotAssessable::Zero => "explain-policy-zero",
            NotAssessable::Neutral => "explain-policy-neutral",
        };
        lines.push(t!(key));
    }
    lines.push(rounding(grid));
    lines.push(grid.texts.mark_notice.clone());
}
