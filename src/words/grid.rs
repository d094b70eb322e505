//! A grid told to people: what it is, its sections and rows, its scale and its rules.

use super::format;
use super::mark::rounding;
use crate::domain::grid::{
    Amount, DecisionRule, Formula, Grid, IndicatorKind, Level, LevelKind, MarkRule, NotAssessable,
    Row, SectionRule,
};
use crate::domain::id::SectionId;
use crate::t;

/// Returns « 7 lignes, 5 niveaux, 2 pénalités ».
pub fn grid_counts(grid: &Grid) -> String {
    let mut counts = vec![
        t!("grid-count-rows", count = grid.rows.len()),
        t!("grid-count-levels", count = grid.levels.len()),
    ];
    if !grid.sections.is_empty() {
        counts.insert(0, t!("grid-count-sections", count = grid.sections.len()));
    }
    counts.push(t!("grid-count-penalties", count = grid.penalties.len()));
    counts.join(", ")
}

/// Returns the whole grid, one line a thing.
pub fn grid_lines(grid: &Grid) -> Vec<String> {
    let mut lines = vec![
        t!(
            "grid-head",
            title = grid.title.as_str(),
            id = grid.id.as_str()
        ),
        t!(
            "grid-identity",
            diploma = grid.diploma.as_str(),
            unit = grid.unit.as_str()
        ),
    ];
    for edition in &grid.editions {
        let key = if edition.grid_annex.is_empty() {
            "grid-edition-plain"
        } else {
            "grid-edition"
        };
        lines.push(t!(
            key,
            session = edition.session.as_str(),
            exam = edition.exam.as_str(),
            grid = edition.grid_annex.as_str(),
            sheet = edition.sheet_annex.as_str()
        ));
    }
    heading(&mut lines, t!("grid-title-scale"));
    lines.extend(grid.levels.iter().map(level));
    heading(&mut lines, t!("grid-title-rows"));
    section(grid, None, 0, &mut lines);
    heading(&mut lines, t!("grid-title-rules"));
    rules(grid, &mut lines);
    if !grid.provenance.sources.is_empty() || !grid.provenance.corrections.is_empty() {
        heading(&mut lines, t!("grid-title-provenance"));
        let sources = grid.provenance.sources.iter();
        for text in sources.chain(&grid.provenance.corrections) {
            lines.push(t!("grid-item", text = text.as_str()));
        }
        if !grid.provenance.date.is_empty() {
            lines.push(t!("grid-read-on", day = grid.provenance.date.as_str()));
        }
    }
    lines
}

fn heading(lines: &mut Vec<String>, title: String) {
    lines.push(String::new());
    lines.push(title);
}

fn level(level: &Level) -> String {
    let id = level.id.as_str();
    let label = level.label.as_str();
    match &level.kind {
        LevelKind::Value(value) => {
            let value = value.to_string().replace('.', &t!("decimal-separator"));
            t!("grid-level", id = id, label = label, value = value)
        }
        LevelKind::NotAssessable => t!("grid-level-not-assessable", id = id, label = label),
        LevelKind::NotAssessed => t!("grid-level-not-assessed", id = id, label = label),
        LevelKind::Waived => t!("grid-level-waived", id = id, label = label),
    }
}

/// A line a section, a line a row, each deeper than what holds it.
fn section(grid: &Grid, parent: Option<&SectionId>, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let rows = grid.rows.iter();
    for row in rows.filter(|row| row.section.as_ref() == parent) {
        lines.push(format!("{indent}{}", self::row(grid, row)));
        for own in &row.descriptors {
            let label = grid.level_label(row, &own.level).unwrap_or_default();
            let line = match &own.value {
                Some(value) => t!(
                    "grid-descriptor-value",
                    label = label,
                    value = format::decimal(value, 2),
                    text = first_line(&own.text)
                ),
                None => t!(
                    "grid-descriptor",
                    label = label,
                    text = first_line(&own.text)
                ),
            };
            lines.push(format!("{indent}    {line}"));
        }
    }
    let inner = grid.sections.iter();
    for own in inner.filter(|section| section.parent.as_ref() == parent) {
        let line = t!(
            "grid-section",
            id = own.id.as_str(),
            kind = own.kind.as_str(),
            title = own.title.as_str(),
            weight = format::decimal(&own.weight, 4)
        );
        lines.push(format!("{indent}{}", line.trim_start()));
        if let Some(rule) = &own.rule {
            lines.push(format!("{indent}    {}", section_rule(rule)));
        }
        section(grid, Some(&own.id), depth + 1, lines);
    }
}

fn row(grid: &Grid, row: &Row) -> String {
    let mut notes = vec![t!("grid-weight", weight = format::decimal(&row.weight, 4))];
    let count = |kind: IndicatorKind| row.indicators.iter().filter(|one| one.kind == kind).count();
    for (key, count) in [
        ("grid-count-parts", row.parts.len()),
        ("grid-count-indicators", count(IndicatorKind::Indicator)),
        ("grid-count-criteria", count(IndicatorKind::Criterion)),
        ("grid-count-components", count(IndicatorKind::Component)),
        ("grid-count-situations", count(IndicatorKind::Situation)),
    ] {
        if count > 0 {
            notes.push(t!(key, count = count));
        }
    }
    if row.critical {
        notes.push(t!("grid-critical"));
    }
    if row.transversal {
        notes.push(t!("grid-transversal"));
    }
    let number = grid.row_index(&row.id).map_or(0, |index| index + 1);
    t!(
        "grid-row",
        number = number.to_string(),
        id = row.id.as_str(),
        title = row.title.as_str(),
        notes = notes.join(", ")
    )
}

fn first_line(text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    if lines.next().is_some() {
        format!("{first} …")
    } else {
        first
    }
}

fn rules(grid: &Grid, lines: &mut Vec<String>) {
    match &grid.mark {
        Some(rule) => mark(grid, rule, lines),
        None => lines.push(t!("grid-no-mark")),
    }
    if let Some(rule) = &grid.decision {
        decision(grid, rule, lines);
    }
    for penalty in &grid.penalties {
        let label = penalty.label.as_str();
        lines.push(match &penalty.amount {
            Amount::Fixed(points) => {
                t!(
                    "explain-penalty",
                    label = label,
                    points = format::minus(points)
                )
            }
            Amount::Bounded(least, most) => t!(
                "grid-penalty-bounded",
                label = label,
                least = format::mark(least),
                most = format::mark(most)
            ),
            Amount::Free => t!("grid-penalty-free", label = label),
        });
    }
    if let Some(bonus) = &grid.bonus {
        lines.push(t!(
            "grid-bonus",
            label = bonus.label.as_str(),
            most = format::mark(&bonus.most),
            step = format::mark(&bonus.step)
        ));
    }
    for comment in &grid.comments {
        lines.push(t!("grid-comment", below = format::mark(&comment.below)));
    }
    for phase in &grid.phases {
        let key = if phase.extra_time {
            "grid-phase"
        } else {
            "grid-phase-fixed"
        };
        lines.push(t!(
            key,
            label = phase.label.as_str(),
            length = format::duration(phase.seconds)
        ));
    }
    let members: Vec<&str> = grid
        .members
        .iter()
        .map(|member| member.label.as_str())
        .collect();
    lines.push(t!(
        "grid-members",
        count = members.len(),
        members = members.join(", ")
    ));
    for piece in &grid.pieces {
        let key = if piece.required {
            "grid-piece-required"
        } else {
            "grid-piece"
        };
        lines.push(t!(key, label = piece.label.as_str()));
    }
}

fn mark(grid: &Grid, rule: &MarkRule, lines: &mut Vec<String>) {
    let formula = match rule.formula {
        Formula::Weighted => t!("grid-formula-weighted"),
        Formula::Points { from_lowest: false } => t!("grid-formula-points"),
        Formula::Points { from_lowest: true } => t!("grid-formula-points-lowest"),
        Formula::None => t!("grid-formula-none"),
    };
    lines.push(t!(
        "grid-mark",
        out_of = format::mark(&rule.out_of),
        formula = formula,
        least = format::mark(&rule.floor),
        most = format::mark(&rule.ceiling),
        step = format::mark(&rule.step)
    ));
    if rule.formula != Formula::None {
        lines.push(rounding(grid));
        lines.push(match rule.not_assessable {
            NotAssessable::Zero => t!("explain-policy-zero"),
            NotAssessable::Neutral => t!("explain-policy-neutral"),
            NotAssessable::Ask => t!("explain-policy-ask"),
            NotAssessable::Block => t!("explain-policy-block"),
        });
    }
    if let Some(share) = &rule.coverage {
        lines.push(t!("grid-coverage", share = format::percent(share)));
    }
    if let Some(threshold) = &rule.threshold {
        lines.push(t!("grid-threshold", mark = format::mark(threshold)));
    }
}

fn decision(grid: &Grid, rule: &DecisionRule, lines: &mut Vec<String>) {
    let labels = |ids: &[crate::domain::id::LevelId]| -> String {
        let labels = ids.iter().filter_map(|id| grid.level(id));
        let labels: Vec<&str> = labels.map(|level| level.label.as_str()).collect();
        labels.join(", ")
    };
    lines.push(t!("grid-acquired", levels = labels(&rule.acquired)));
    if !rule.partly.is_empty() {
        lines.push(t!("grid-partly", levels = labels(&rule.partly)));
    }
    lines.push(section_rule(&rule.section));
    let needed = rule
        .sections
        .unwrap_or_else(|| grid.outer_sections().count());
    lines.push(t!("grid-whole", count = needed));
}

fn section_rule(rule: &SectionRule) -> String {
    let mut conditions = vec![t!("grid-rule-share", share = format::percent(&rule.share))];
    if let Some(most) = rule.refused {
        conditions.push(t!("grid-rule-refused", count = most));
    }
    if rule.critical {
        conditions.push(t!("grid-rule-critical"));
    }
    if let Some(mark) = &rule.mark {
        conditions.push(t!("grid-rule-mark", mark = format::mark(mark)));
    }
    t!("grid-rule", conditions = conditions.join(", "))
}
