//! The arithmetic of a mark in short, for the jury: what each section or each level brings, both
//! readings, rounding, points added, penalties. Numbers are the domain's; nothing is computed here.

use super::format::{minus, number, percent};
use super::rows::section_title;
use crate::domain::commission::{Commission, Record};
use crate::domain::fraction::{Direction, Fraction};
use crate::domain::grid::{Amount, Grid, MarkRule, Stage};
use crate::domain::mark::{self, Profile, Proposal, Reading, Readings, Share, Withheld};
use crate::words::french;

/// How a mark is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// What each section brings, or each level on a grid without sections.
    pub lines: Vec<SumLine>,
    /// The readings of the whole.
    pub readings: Vec<SumLine>,
    /// The convention of rounding, and why nothing is proposed when nothing is.
    pub notes: Vec<String>,
    /// The proposal, once there is one.
    pub proposed: Option<String>,
}

/// One line of the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumLine {
    /// What it is about.
    pub label: String,
    /// « 12,5 × 20 % »; none for what is outside the sums.
    pub product: Option<String>,
    /// What it comes to.
    pub points: Option<String>,
}

/// One line of the penalties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PenaltyLine {
    /// The line of the form.
    pub label: String,
    /// « de 1 à 3 points », where the commission chooses.
    pub range: Option<String>,
    /// « −2 » when it is retained.
    pub points: Option<String>,
    /// Whether it is retained, even without points yet.
    pub retained: bool,
}

/// Points that the commission added, or could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BonusLine {
    /// The line of the form.
    pub label: String,
    /// « 2 »: the most that can be added.
    pub most: String,
    /// « +0,5 » when something was.
    pub points: Option<String>,
}

/// Returns the arithmetic; nothing where the exam gives no mark.
pub fn sums(commission: &Commission, record: &Record) -> Option<Sums> {
    let grid = commission.grid();
    let rule = grid.mark.as_ref()?;
    let mut sums = Sums::default();
    match mark::propose(grid, &Profile::of(commission, record)) {
        Proposal::Free => sums.notes.push(french("explain-free", &[])),
        Proposal::Incomplete(_) => sums.notes.push(french("export-incomplete", &[])),
        Proposal::Complete(readings) => fill(&mut sums, grid, rule, &readings),
    }
    Some(sums)
}

fn fill(sums: &mut Sums, grid: &Grid, rule: &MarkRule, readings: &Readings) {
    if readings.groups.is_empty() {
        sums.lines = readings
            .shares
            .iter()
            .filter(|share| share.count > 0)
            .map(|share| by_level(grid, share))
            .collect();
    } else {
        for group in &readings.groups {
            let title = grid.section(&group.section).map(section_title);
            let label = title.unwrap_or_default();
            sums.lines.push(SumLine {
                label,
                product: group
                    .mark
                    .as_ref()
                    .map(|mark| product(&number(mark), &percent(&group.weight))),
                points: group.mark.as_ref().map(|_| number(&group.points)),
            });
        }
    }
    let mut read = |key: &str, reading: &Reading| {
        sums.readings.push(SumLine {
            label: french(key, &[]),
            product: quotient(reading),
            points: Some(number(&reading.rounded)),
        });
    };
    if readings.not_assessable.is_empty() {
        read("export-reading", &readings.zero);
    } else {
        read("export-reading-zero", &readings.zero);
        if let Some(neutral) = &readings.neutral {
            read("export-reading-neutral", neutral);
        }
    }
    if let Some(rounding) = rounding(rule) {
        sums.notes.push(rounding);
    }
    if let Some(withheld) = &readings.withheld {
        sums.notes.push(why_nothing(withheld, readings));
    }
    sums.proposed = readings
        .proposed
        .as_ref()
        .map(|reading| number(&reading.rounded));
}

fn by_level(grid: &Grid, share: &Share) -> SumLine {
    let name = grid.level(&share.level).map_or_else(
        || share.level.to_string(),
        |level| {
            if share.count == 1 {
                level.label.to_lowercase()
            } else {
                level.plural.clone()
            }
        },
    );
    let each = share.each.as_ref();
    let outside = each.is_none() && share.points.is_zero();
    SumLine {
        label: french(
            "share-label",
            &[("count", &share.count.to_string()), ("name", &name)],
        ),
        product: each.map(|each| product(&number(&share.weight), &number(each))),
        points: (!outside).then(|| number(&share.points)),
    }
}

fn product(left: &str, right: &str) -> String {
    french("product", &[("left", left), ("right", right)])
}

/// Returns « 80 ÷ 7 = 11,43 »; nothing when the points already are the mark.
fn quotient(reading: &Reading) -> Option<String> {
    let raw = number(&reading.raw);
    let sum = if reading.weight == Fraction::whole(1) || reading.weight.is_zero() {
        raw
    } else {
        let (left, right) = (number(&reading.points), number(&reading.weight));
        french(
            "quotient",
            &[("left", &left), ("right", &right), ("result", &raw)],
        )
    };
    Some(match &reading.bonus {
        Some(bonus) if !bonus.is_zero() => french(
            "export-with-bonus",
            &[("sum", &sum), ("bonus", &number(bonus))],
        ),
        _ => sum,
    })
}

fn rounding(rule: &MarkRule) -> Option<String> {
    let grain = rule.rounding.grain.as_ref()?;
    let step = if Fraction::ratio(1, 2).as_ref() == Some(grain) {
        french("rounding-half", &[])
    } else {
        french("rounding-step", &[("step", &number(grain))])
    };
    let key = match rule.rounding.direction {
        Direction::NearestTiesUp | Direction::NearestTiesDown => "rounding-nearest",
        Direction::Up => "rounding-up",
        Direction::Down => "rounding-down",
    };
    let when = match rule.stage {
        Stage::Section => "rounding-when-section",
        Stage::Proposal => "rounding-when-proposal",
        Stage::Final => "rounding-when-final",
    };
    Some(french(
        key,
        &[("step", &step), ("when", &french(when, &[]))],
    ))
}

fn why_nothing(withheld: &Withheld, readings: &Readings) -> String {
    match withheld {
        Withheld::NothingAssessed => french("export-nothing-assessed", &[]),
        Withheld::Asked => french("explain-policy-ask", &[]),
        Withheld::Blocked => french("explain-policy-block", &[]),
        Withheld::Coverage(least) => french(
            "explain-coverage",
            &[
                ("share", &percent(&readings.coverage)),
                ("least", &percent(least)),
            ],
        ),
    }
}

/// Returns the penalties of the form, retained or not.
pub fn penalties(grid: &Grid, record: &Record) -> Vec<PenaltyLine> {
    let line = |penalty: &crate::domain::grid::Penalty| {
        let retained = record.penalties.get(&penalty.id) == Some(&true);
        let points = penalty.fixed().or_else(|| record.amounts.get(&penalty.id));
        PenaltyLine {
            label: penalty.printed.clone(),
            range: match &penalty.amount {
                Amount::Fixed(_) => None,
                Amount::Bounded(least, most) => Some(french(
                    "export-penalty-range",
                    &[("least", &number(least)), ("most", &number(most))],
                )),
                Amount::Free => Some(french("export-penalty-free", &[])),
            },
            points: points.filter(|_| retained).map(minus),
            retained,
        }
    };
    grid.penalties.iter().map(line).collect()
}

/// Returns the line of the points that a commission may add.
pub fn bonus(grid: &Grid, record: &Record) -> Option<BonusLine> {
    let bonus = grid.bonus.as_ref()?;
    let points = record.bonus.as_ref().filter(|points| !points.is_zero());
    Some(BonusLine {
        label: bonus.label.clone(),
        most: number(&bonus.most),
        points: points.map(|points| format!("+{}", number(points))),
    })
}
