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

/// Returns « 80 ÷ 7 = 11,43 », or « 13,93 + 0,5 = 14,43 » for weights that make a whole and points
/// that are added.
pub fn reading_sum(reading: &Reading) -> String {
    let mut sum = format::decimal(&reading.points, 2);
    if reading.weight != Fraction::whole(1) {
        let weight = format::decimal(&reading.weight, 2);
        sum = t!("sum-over", left = sum, right = weight);
    }
    let bonus = reading.bonus.clone().unwrap_or_else(|| Fraction::whole(0));
    let mean = reading.points.over(&reading.weight);
    let base = mean.map(|mean| reading.raw.clone() - &mean - &bonus);
    for added in base.into_iter().chain([bonus]) {
        if !added.is_zero() {
            let added = format::decimal(&added, 2);
            sum = t!("sum-plus", left = sum, right = added);
        }
    }
    let raw = format::decimal(&reading.raw, 2);
    if sum == raw {
        return sum;
    }
    t!("sum-equals", left = sum, right = raw)
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

/// Returns which rows have no level, where nothing is computed from them.
pub fn rows_without_level(grid: &Grid, rows: &[RowId]) -> String {
    let titles = rows.iter().filter_map(|row| grid.row(row));
    let titles: Vec<&str> = titles.map(|row| row.short.as_str()).collect();
    t!(
        "explain-missing",
        count = rows.len(),
        rows = titles.join(", ")
    )
}

/// Returns the whole way from the levels to NOTE FINALE, one line a step.
pub fn explanation(grid: &Grid, proposal: &Proposal, end: Option<&Final>) -> Vec<String> {
    let mut lines = Vec::new();
    match proposal {
        Proposal::Free if grid.mark.is_none() => lines.push(t!("explain-decision-only")),
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
        let last = format::mark(&end.last);
        lines.push(if end.floored {
            let floor = grid.mark.as_ref().map(|rule| format::mark(&rule.floor));
            t!(
                "explain-final-floored",
                mark = last,
                floor = floor.unwrap_or_default()
            )
        } else {
            t!("explain-final", mark = last)
        });
    }
    lines
}

/// Returns where each bloc stands by the levels, then the whole; nothing where the mark decides.
pub fn decision(grid: &Grid, profile: &Profile) -> Vec<String> {
    let Some(rule) = &grid.decision else {
        return Vec::new();
    };
    let verdicts = verdict::sections(grid, profile);
    let short = |id: &SectionId| {
        let section = grid.section(id);
        section.map_or_else(String::new, |section| section.short.clone())
    };
    let mut lines: Vec<String> = verdicts
        .iter()
        .map(|bloc| {
            let title = short(&bloc.section);
            let word = match bloc.state {
                Proven::Pending => {
                    return t!(
                        "explain-bloc-pending",
                        title = title,
                        graded = bloc.graded.to_string(),
                        rows = bloc.rows.to_string()
                    );
                }
                Proven::Acquired => rule.words.acquired.as_str(),
                Proven::NotAcquired => rule.words.refused.as_str(),
            };
            let out = bloc.rows - bloc.acquired - bloc.partly - bloc.refused;
            let mut parts = vec![t!(
                "bloc-acquired",
                count = bloc.acquired,
                rows = bloc.rows.to_string()
            )];
            for (key, count) in [
                ("bloc-partly", bloc.partly),
                ("bloc-refused", bloc.refused),
                ("bloc-out", out),
                ("bloc-waived", bloc.waived),
            ] {
                if count > 0 {
                    parts.push(t!(key, count = count));
                }
            }
            t!(
                "explain-bloc",
                title = title,
                word = word,
                counts = parts.join(", ")
            )
        })
        .collect();
    let whole = verdict::proposed(grid, &verdicts);
    if whole == Outcome::Pending {
        return lines;
    }
    let whole = super::domain::outcome(grid, &whole);
    lines.push(t!("explain-outcome", word = whole));
    let missing: Vec<String> = verdicts
        .iter()
        .filter(|bloc| bloc.state == Proven::NotAcquired)
        .flat_map(|bloc| &bloc.to_prove)
        .filter_map(|row| grid.row(row))
        .map(|row| row.short.clone())
        .collect();
    if !missing.is_empty() {
        lines.push(t!("explain-to-prove", rows = missing.join(", ")));
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
    if let Some(why @ Withheld::NothingAssessed) = &readings.withheld
        && readings.zero.weight.is_zero()
    {
        lines.push(withheld(readings, why));
        return;
    }
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
        // Weights that make a whole divide nothing: the points are a sum.
        let whole = readings.zero.weight == Fraction::whole(1);
        let key = if whole {
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
    if let (Some(bonus), Some(own)) = (&readings.zero.bonus, &grid.bonus)
        && !bonus.is_zero()
    {
        lines.push(t!(
            "explain-bonus",
            label = own.label.as_str(),
            points = format::decimal(bonus, 2)
        ));
    }
    if let Some(why @ Withheld::Coverage(_)) = &readings.withheld {
        lines.push(withheld(readings, why));
    }
    let proposed = readings.proposed.as_ref();
    if let (Some(rule), Some(reading)) = (&grid.mark, proposed)
        && (reading.raw > rule.ceiling || reading.raw < rule.floor)
    {
        lines.push(t!(
            "explain-bounds",
            least = format::mark(&rule.floor),
            most = format::mark(&rule.ceiling)
        ));
    }
    lines.push(rounding(grid));
    lines.push(grid.texts.mark_notice.clone());
}
