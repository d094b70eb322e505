//! What is listened for on a row: its title and parts, its indicators by kind, or what may be
//! consulted instead.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Interrogation, Message, cell, is_uncovered, rubric};
use crate::domain::commission::Seen;
use crate::domain::grid::{IndicatorKind, Passage, Row};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::space::Class;
use crate::style::{space, typeface};
use crate::t;
use crate::widget::frame::{key_cap, line, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, indicator, level};

impl Interrogation {
    /// In a small window the rubric keeps its heads: the texts of the chosen level stand here.
    pub(super) fn chosen_texts<'a>(
        &self,
        desk: &Desk<'a>,
        current: &Row,
    ) -> Option<Element<'a, Message>> {
        let own = desk.seat.own();
        let id = own.levels.get(&current.id)?;
        if desk.class >= Class::Large || self.folded {
            return None;
        }
        let texts = rubric::texts(&desk.header.grid, current, id);
        let texts = texts
            .into_iter()
            .map(|text| typeface::reference(text).into());
        let shown = level::chip(&desk.shown_on(current, id));
        Some(
            column![shown, column(texts).spacing(2)]
                .spacing(space::XS)
                .into(),
        )
    }

    pub(super) fn listening<'a>(
        &'a self,
        desk: &Desk<'a>,
        current: &'a Row,
    ) -> Element<'a, Message> {
        let mine = desk.seat.own();
        let own = passages(desk, current);
        let around = around(desk, current);
        let some = !own.is_empty() || !around.is_empty();
        let consulting = self.consulting && some;
        let mut title = row![
            container(typeface::heading(current.title.trim_end_matches('.'))).width(Length::Fill)
        ]
        .spacing(space::S);
        if mine.flags.contains(&current.id) {
            title = title.push(signed_in(
                Icon::Search,
                typeface::dense_strong(t!("row-flagged")),
                typeface::alert,
            ));
        }
        if current.critical {
            title = title.push(signed(
                Icon::Info,
                typeface::dense_strong(t!("row-critical")),
            ));
        }
        // On the title's line: a line of its own would push the indicators under the rubric.
        let title = title.push(some.then(|| switch(consulting)));
        let mut zone = column![title].spacing(2);
        if !current.parts.is_empty() {
            let parts: Vec<&str> = current
                .parts
                .iter()
                .map(|part| part.trim_end_matches('.'))
                .collect();
            zone = zone.push(typeface::caption(parts.join("\u{a0}· ")).style(typeface::secondary));
        }
        if let Some(reason) = desk.seat.record.waived_rows.get(&current.id) {
            zone = zone.push(signed_in(
                Icon::Barred,
                typeface::dense_strong(t!("row-waived-why", reason = reason.as_str())),
                typeface::alert,
            ));
        }
        if is_uncovered(desk, &current.id) {
            zone = zone.push(signed_in(
                Icon::Ask,
                typeface::dense_strong(t!("uncovered-row")),
                typeface::alert,
            ));
        }
        if consulting {
            return zone
                .push(gap().height(2))
                .push(column(own).extend(around).spacing(space::S))
                .into();
        }
        // Where the levels have no texts of their own, there is room for what the row asks for.
        let near = (!own.is_empty() && !has_texts(desk, current)).then(|| {
            container(column(own).spacing(space::S)).padding(iced::Padding::ZERO.top(space::S))
        });
        if current.indicators.is_empty() {
            return zone
                .push(gap().height(space::S))
                .push(typeface::dense(t!("interrogation-no-indicators")).style(typeface::secondary))
                .push(near)
                .into();
        }
        zone = zone.push(gap().height(2)).push(self.legend(current));
        for kind in [
            IndicatorKind::Component,
            IndicatorKind::Criterion,
            IndicatorKind::Indicator,
            IndicatorKind::Situation,
        ] {
            zone = zone.push(self.group(desk, current, kind));
        }
        if let Some(words) = suggestion(desk, current) {
            zone = zone.push(signed(Icon::Info, typeface::dense_strong(words)));
        }
        zone.push(near).into()
    }

    /// The keys of the three marks, and whose they are.
    fn legend<'a>(&self, current: &Row) -> Element<'a, Message> {
        let legend = |sign, key: &str, command: Command| {
            row![
                signed(sign, typeface::reference(t!(key))),
                key_cap(command.key())
            ]
            .spacing(space::XS)
            .align_y(Alignment::Center)
        };
        let kinds: Vec<IndicatorKind> = current.indicators.iter().map(|one| one.kind).collect();
        // With one kind of indicator its head stands on this line.
        let alone = kinds.windows(2).all(|pair| pair.first() == pair.last());
        let head = kinds
            .first()
            .filter(|_| alone)
            .map(|kind| typeface::label(head(*kind)));
        row![
            head,
            legend(Icon::Check, "seen-yes", Command::Indicator(Seen::Yes)),
            legend(Icon::Minus, "seen-partly", Command::Indicator(Seen::Partly)),
            legend(Icon::Cross, "seen-no", Command::Indicator(Seen::No)),
            gap::horizontal(),
            typeface::reference(t!("interrogation-own-marks")).style(typeface::secondary),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .into()
    }

    /// The indicators of one kind, on two columns.
    fn group<'a>(
        &self,
        desk: &Desk<'a>,
        current: &'a Row,
        kind: IndicatorKind,
    ) -> Option<Element<'a, Message>> {
        let own = desk.seat.own();
        let all = current.indicators.iter().enumerate();
        let these: Vec<_> = all.filter(|(_, one)| one.kind == kind).collect();
        if these.is_empty() {
            return None;
        }
        let can = desk.seat.can_tick();
        let mut head_line = None;
        if these.len() < current.indicators.len() {
            let mut head_row = row![typeface::label(head(kind))].spacing(space::M);
            if kind == IndicatorKind::Situation && current.situations > 0 {
                let covered = these
                    .iter()
                    .filter(|(_, one)| own.seen.get(&one.id).is_some_and(|seen| seen.covers()))
                    .count();
                head_row = head_row.push(
                    typeface::reference(t!(
                        "situations-covered",
                        covered = covered.to_string(),
                        wanted = current.situations.to_string()
                    ))
                    .style(typeface::secondary),
                );
            }
            head_line = Some(head_row);
        }
        let half = these.len().div_ceil(2);
        let (left, right) = these.split_at(half);
        let list = |lines: &[(usize, &'a crate::domain::grid::Indicator)]| {
            let lines = lines.iter().map(|(index, indicator)| {
                let index = *index;
                let is_current = index == self.indicator;
                let chosen = own.seen.get(&indicator.id).copied().map(cell);
                let waived = desk.seat.record.waived_indicators.get(&indicator.id);
                let text = match waived {
                    Some(_) => t!("criterion-waived", text = indicator.text.as_str()),
                    None => indicator.text.clone(),
                };
                let words = if is_current {
                    typeface::dense_strong(text)
                } else {
                    typeface::dense(text)
                };
                let choose = (can && waived.is_none())
                    .then_some(move |cell| Message::Indicator(index, cell));
                row![
                    indicator::cells(chosen, is_current, choose)
                        .id(format!("indicator-{}", index + 1)),
                    container(words)
                        .padding(iced::Padding::ZERO.top(4.0))
                        .width(Length::Fill)
                ]
                .spacing(space::S + 2.0)
                .into()
            });
            column(lines).spacing(6).width(Length::Fill)
        };
        let columns = row![list(left), list(right)].spacing(space::XL);
        Some(column![head_line, columns].spacing(space::XS).into())
    }
}

/// Whether the levels of a row have texts.
fn has_texts(desk: &Desk<'_>, current: &Row) -> bool {
    let grid = &desk.header.grid;
    grid.levels_of(current)
        .any(|known| !rubric::texts(grid, current, &known.id).is_empty())
}

fn switch<'a>(consulting: bool) -> Element<'a, Message> {
    let words = if consulting {
        t!("consult-back")
    } else {
        t!("consult")
    };
    control::quiet(words)
        .dense()
        .icon(Icon::File)
        .key(Command::Consult.key())
        .on_press(Message::Consult)
        .into()
}

fn head(kind: IndicatorKind) -> String {
    t!(match kind {
        IndicatorKind::Indicator => "interrogation-indicators",
        IndicatorKind::Criterion => "interrogation-criteria",
        IndicatorKind::Component => "interrogation-components",
        IndicatorKind::Situation => "interrogation-situations",
    })
}

/// The level that the indicators seen suggest, in words: never a tick by itself.
fn suggestion(desk: &Desk<'_>, current: &Row) -> Option<String> {
    let own = desk.seat.own();
    let seen = current
        .indicators
        .iter()
        .filter(|one| own.seen.get(&one.id) == Some(&Seen::Yes))
        .count();
    // Nothing was listened for yet: nothing is suggested.
    let begun = current
        .indicators
        .iter()
        .any(|one| own.seen.contains_key(&one.id));
    if !begun {
        return None;
    }
    let grid = &desk.header.grid;
    let reached = grid.suggestions.iter().filter(|rule| rule.from <= seen);
    let level = &reached.max_by_key(|rule| rule.from)?.level;
    let label = grid.level_label(current, level)?;
    let total = current.indicators.len();
    Some(t!(
        "level-suggested",
        level = label,
        seen = seen.to_string(),
        total = total.to_string()
    ))
}

/// What a row and its sections ask for: how it is assessed, what is handed in.
fn passages<'a>(desk: &Desk<'a>, current: &'a Row) -> Vec<Element<'a, Message>> {
    let grid = &desk.header.grid;
    let mut list: Vec<Element<'a, Message>> = Vec::new();
    let mut modality = |text: &'a str| {
        if !text.is_empty() {
            list.push(passage(t!("consult-modality"), [text].into_iter()));
        }
    };
    modality(&current.modality);
    let mut sections = Vec::new();
    let mut id = current.section.as_ref();
    while let Some(section) = id.and_then(|id| grid.section(id)) {
        sections.push(section);
        id = section.parent.as_ref();
    }
    for section in &sections {
        modality(&section.modality);
    }
    let owners = std::iter::once(&current.deliverables)
        .chain(sections.iter().map(|section| &section.deliverables));
    for deliverables in owners.filter(|list| !list.is_empty()) {
        list.push(passage(
            t!("consult-deliverables"),
            deliverables.iter().map(String::as_str),
        ));
    }
    list
}

/// What may be read beside: the *savoirs* of a row, then what its sections and the grid say.
fn around<'a>(desk: &Desk<'a>, current: &'a Row) -> Vec<Element<'a, Message>> {
    let grid = &desk.header.grid;
    let mut list: Vec<&'a Passage> = current.knowledge.iter().collect();
    let mut id = current.section.as_ref();
    while let Some(section) = id.and_then(|id| grid.section(id)) {
        list.extend(&section.reference);
        id = section.parent.as_ref();
    }
    list.extend(&grid.reference);
    list.into_iter()
        .map(|Passage { title, text }| passage(title.clone(), text.iter().map(String::as_str)))
        .collect()
}

fn passage<'a>(title: String, texts: impl Iterator<Item = &'a str>) -> Element<'a, Message> {
    let texts = texts.map(|text| typeface::dense(text).into());
    column![
        typeface::label(title),
        line(),
        column(texts).spacing(space::XS)
    ]
    .spacing(space::XS)
    .into()
}
