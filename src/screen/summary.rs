//! What a grid is, in one panel: the same wherever one is chosen. It asks for nothing.

use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use crate::domain::grid::{Grid, Row};
use crate::style::{space, typeface};
use crate::widget::Element;
use crate::widget::frame::line;
use crate::widget::icon::Bars;
use crate::widget::level::{self, Shown};
use crate::{t, words};

/// Draws what a grid is.
pub fn view<'a, Message: 'a>(grid: &Grid) -> Element<'a, Message> {
    let mut lines: Vec<(&str, Element<'a, Message>)> = vec![
        ("summary-sessions", said(sessions(grid))),
        ("summary-rows", said(rows(grid))),
        ("summary-levels", levels(grid)),
    ];
    if let Some(rule) = &grid.mark {
        let rounding = words::rounding(grid);
        let words = format!("{} {rounding}", words::formula(rule));
        lines.push(("summary-mark", said(words)));
    }
    if let Some(rule) = &grid.decision {
        let words = t!(
            "summary-decision-text",
            full = rule.words.full.as_str(),
            partial = rule.words.partial.as_str(),
            none = rule.words.none.as_str()
        );
        lines.push(("summary-decision", said(words)));
    }
    lines.push(("summary-jury", said(members(grid))));
    if !grid.phases.is_empty() {
        let phases = grid.phases.iter().map(|phase| {
            t!(
                "summary-phase",
                label = phase.label.as_str(),
                length = words::duration(phase.seconds)
            )
        });
        lines.push(("summary-phases", said(joined(phases))));
    }
    if !grid.pieces.is_empty() {
        let pieces = grid.pieces.iter().map(|piece| piece.label.clone());
        lines.push(("summary-pieces", said(joined(pieces))));
    }
    if !grid.penalties.is_empty() {
        let penalties = grid.penalties.iter().map(|penalty| penalty.label.clone());
        lines.push(("summary-penalties", said(joined(penalties))));
    }
    if let Some(bonus) = &grid.bonus {
        let words = t!(
            "summary-bonus-text",
            label = bonus.label.as_str(),
            most = words::mark(&bonus.most)
        );
        lines.push(("summary-bonus", said(words)));
    }
    lines.push(("summary-provenance", provenance(grid)));
    let mut panel = column![
        column![
            typeface::section(grid.title.clone()),
            typeface::dense(under(grid)).style(typeface::secondary),
        ]
        .spacing(2)
    ]
    .spacing(space::S);
    for (label, value) in lines {
        let label = typeface::reference_strong(t!(label)).style(typeface::secondary);
        let entry = row![container(label).width(LABEL), value].spacing(space::M);
        panel = panel.push(line()).push(entry);
    }
    panel.into()
}

/// Width of the labels.
const LABEL: f32 = 104.0;

fn said<'a, Message: 'a>(words: String) -> Element<'a, Message> {
    container(typeface::dense(words)).width(Length::Fill).into()
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn under(grid: &Grid) -> String {
    let parts = [grid.diploma.as_str(), grid.unit.as_str()];
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn sessions(grid: &Grid) -> String {
    joined(grid.editions.iter().map(|edition| {
        if edition.exam.trim().is_empty() {
            return edition.session.clone();
        }
        t!(
            "summary-edition",
            session = edition.session.as_str(),
            exam = edition.exam.as_str()
        )
    }))
}

/// « Bloc : 4, Activité : 12, 71 lignes ».
fn rows(grid: &Grid) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for section in &grid.sections {
        match kinds.iter_mut().find(|(kind, _)| *kind == section.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((section.kind.as_str(), 1)),
        }
    }
    let kinds = kinds.into_iter().map(|(kind, count)| {
        if kind.trim().is_empty() {
            return t!("summary-groups", count = count);
        }
        t!("summary-kind", kind = kind, count = count.to_string())
    });
    let mut parts: Vec<String> = kinds.collect();
    parts.push(t!("summary-row-count", count = grid.rows.len()));
    let seen = |row: &Row| row.indicators.len();
    let indicators: usize = grid.rows.iter().map(seen).sum();
    if indicators > 0 {
        parts.push(t!("summary-indicator-count", count = indicators));
    }
    parts.join(", ")
}

fn levels<'a, Message: 'a>(grid: &Grid) -> Element<'a, Message> {
    let of = grid.valued_levels().count();
    let chips = grid.levels.iter().enumerate().map(|(digit, known)| {
        level::chip(&Shown {
            digit,
            label: words::level(known),
            bars: Bars {
                filled: grid.level_bars(&known.id).unwrap_or(0),
                of,
            },
        })
    });
    row(chips)
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .width(Length::Fill)
        .wrap()
        .into()
}

fn members(grid: &Grid) -> String {
    t!(
        "summary-members-text",
        count = grid.members.len(),
        qualities = joined(grid.members.iter().map(|member| member.label.clone()))
    )
}

fn provenance<'a, Message: 'a>(grid: &Grid) -> Element<'a, Message> {
    let from = &grid.provenance;
    let mut list = column![].spacing(space::XS).width(Length::Fill);
    for source in &from.sources {
        list = list.push(typeface::dense(source.clone()));
    }
    if from.sources.is_empty() {
        list = list.push(typeface::dense(t!("summary-no-source")).style(typeface::alert));
    }
    if !from.date.is_empty() {
        let day = crate::domain::roster::Day::parse(&from.date);
        let day = day.map_or_else(|| from.date.clone(), words::day_long);
        list = list.push(typeface::dense(t!("summary-read-on", day = day)));
    }
    for correction in &from.corrections {
        let words = t!("summary-correction", text = correction.as_str());
        list = list.push(typeface::dense(words).style(typeface::secondary));
    }
    list.into()
}
