//! The profile and its arithmetic: every point of the proposal explained, both readings shown.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::Message;
use crate::domain::mark::{Proposal, Reading, Readings};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{line, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, level};
use crate::{t, words};

/// A profile of more rows comes after the arithmetic.
const MOST_ROWS: usize = 9;

/// Draws the left part of the decision.
pub fn view<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let grid = &desk.header.grid;
    let mut outer = None;
    let mut lines: Vec<Element<'a, Message>> = Vec::new();
    for (index, known) in grid.rows.iter().enumerate() {
        let section = grid.outer_of(known).map(|section| &section.id);
        if section != outer {
            outer = section;
            let title = grid.outer_of(known).map(|section| section.title.as_str());
            lines.push(typeface::dense_bold(title.unwrap_or_default()).into());
        }
        let chip: Option<Element<'a, Message>> = if desk.seat.waived.contains(&known.id) {
            Some(typeface::dense(t!("level-waived")).into())
        } else {
            let level = desk.seat.agreed.get(&known.id);
            level.map(|id| level::chip(&desk.shown_on(known, id)))
        };
        lines.push(
            row![
                container(typeface::tabular((index + 1).to_string()).style(typeface::secondary))
                    .width(22),
                container(typeface::dense(known.short.as_str())).width(Length::Fill),
                container(chip.unwrap_or_else(|| typeface::dense(t!("level-none")).into()))
                    .width(170),
            ]
            .align_y(Alignment::Center)
            .into(),
        );
    }
    let profile = column(lines).spacing(6);
    if grid.mark.is_none() {
        return column![typeface::label(t!("decision-profile")), profile]
            .spacing(space::S)
            .into();
    }
    let profile = column![typeface::label(t!("decision-profile")), profile].spacing(space::S);
    // A long profile must not push the arithmetic out of sight.
    if grid.rows.len() > MOST_ROWS {
        column![proposal(desk), line(), profile]
    } else {
        column![profile, gap().height(2), line(), proposal(desk)]
    }
    .spacing(space::S)
    .into()
}

/// What the levels propose, and how each point came.
fn proposal<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let grid = &desk.header.grid;
    let masked = desk.masked;
    let (sign, state) = if masked {
        (Icon::EyeOff, t!("decision-masked"))
    } else {
        (Icon::Eye, t!("decision-visible"))
    };
    let switch = control::quiet(state)
        .icon(sign)
        .key(Command::Mask.key())
        .on_press(Message::Mask);
    let mut zone = column![
        row![
            typeface::label(t!("decision-proposal")),
            gap::horizontal(),
            Element::from(switch)
        ]
        .align_y(Alignment::Center),
    ]
    .spacing(space::S);
    let Proposal::Complete(readings) = &desk.seat.proposal else {
        let free = desk.seat.proposal == Proposal::Free;
        let why = free.then(|| typeface::dense(t!("explain-free")).style(typeface::secondary));
        return zone.push(why).into();
    };
    if masked {
        return zone
            .push(typeface::dense(t!("decision-masked-text")).style(typeface::secondary))
            .into();
    }
    zone =
        zone.push(typeface::reference(grid.texts.mark_notice.as_str()).style(typeface::secondary));
    let shares = readings.shares.iter().rev().map(|share| {
        let outside = share.each.is_none() && share.points.is_zero();
        let product = words::share_product(share).unwrap_or_default();
        let points = if outside {
            let count = if readings.neutral.is_some() {
                2
            } else {
                1_usize
            };
            t!("decision-readings", count = count)
        } else {
            words::decimal_fixed(&share.points)
        };
        row![
            container(typeface::dense(words::share_label(grid, share))).width(Length::Fill),
            container(typeface::tabular(product))
                .width(104)
                .align_x(Alignment::End),
            container(typeface::tabular(points))
                .width(88)
                .align_x(Alignment::End),
        ]
        .into()
    });
    let groups = readings.groups.iter().map(|group| {
        let title = grid
            .section(&group.section)
            .map(|section| section.short.as_str());
        let product = match &group.mark {
            Some(mark) => t!(
                "product",
                left = words::decimal(mark, 2),
                right = words::percent(&group.weight)
            ),
            None => t!("decision-section-out"),
        };
        row![
            container(typeface::dense(title.unwrap_or_default())).width(Length::Fill),
            container(typeface::tabular(product))
                .width(120)
                .align_x(Alignment::End),
            container(typeface::tabular(words::decimal_fixed(&group.points)))
                .width(72)
                .align_x(Alignment::End),
        ]
        .into()
    });
    // With sections, each one's mark explains more than the count of the levels.
    let explained: Element<'a, Message> = if readings.groups.is_empty() {
        column(shares).spacing(4).into()
    } else {
        column(groups).spacing(4).into()
    };
    let withheld = readings.withheld.as_ref().map(|why| {
        signed_in(
            Icon::Info,
            typeface::dense(words::withheld(readings, why)),
            typeface::alert,
        )
    });
    zone.push(explained)
        .push(panels(desk, readings))
        .push(withheld)
        .push(typeface::reference(words::rounding(grid)).style(typeface::secondary))
        .into()
}

fn panels<'a>(desk: &Desk<'a>, readings: &Readings) -> Element<'a, Message> {
    if readings.not_assessable.is_empty() {
        let grid = &desk.header.grid;
        let could = grid
            .levels
            .iter()
            .any(|known| grid.is_not_assessable(&known.id));
        let same =
            could.then(|| typeface::reference(t!("decision-same")).style(typeface::secondary));
        let only = panel(desk, t!("decision-only"), Some(&readings.zero));
        return column![only, same].spacing(space::XS).into();
    }
    row![
        panel(desk, t!("decision-zero"), Some(&readings.zero)),
        panel(desk, t!("decision-neutral"), readings.neutral.as_ref()),
    ]
    .spacing(space::S)
    .into()
}

fn panel<'a>(desk: &Desk<'a>, title: String, reading: Option<&Reading>) -> Element<'a, Message> {
    let proposed = match &desk.seat.proposal {
        Proposal::Complete(readings) => readings.proposed.as_ref() == reading && reading.is_some(),
        Proposal::Free | Proposal::Incomplete(_) => false,
    };
    let title = if proposed {
        t!("decision-proposed", reading = title)
    } else {
        title
    };
    let mut content = column![typeface::reference(title).style(typeface::secondary)].spacing(1);
    content = match reading {
        Some(reading) => {
            let mark = words::mark(&reading.rounded);
            let sum = words::reading_sum(reading);
            let shown = (sum != mark).then(|| typeface::tabular_reference(sum));
            let open = desk.seat.record.sealed.is_none();
            let retain = control::quiet(t!("decision-retain", mark = mark.clone()))
                .on_press_maybe(open.then(|| Message::Retain(reading.rounded.clone())));
            content
                .push(typeface::subfigure(mark))
                .push(shown)
                .push(Element::from(retain))
        }
        None => content
            .push(typeface::section(t!("decision-neutral-none")))
            .push(typeface::reference(t!("decision-neutral-why"))),
    };
    container(content)
        .padding(space::S)
        .width(Length::Fill)
        .style(look::framed)
        .into()
}
