//! The profile and its arithmetic: every point of the proposal explained, both readings shown.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::Message;
use crate::domain::mark::{Proposal, Reading, Readings};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::line;
use crate::widget::icon::Icon;
use crate::widget::{Element, control, level};
use crate::{t, words};

/// Draws the left part of the decision.
pub fn view<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let grid = &desk.header.grid;
    let rows = grid.rows.iter().enumerate().map(|(index, known)| {
        let chip = desk
            .seat
            .agreed
            .get(&known.id)
            .map(|id| level::chip(&desk.shown(id)));
        row![
            container(typeface::tabular((index + 1).to_string()).style(typeface::secondary))
                .width(20),
            container(typeface::dense(known.short.as_str())).width(Length::Fill),
            container(chip.unwrap_or_else(|| typeface::dense(t!("level-none")).into())).width(176),
        ]
        .align_y(Alignment::Center)
        .into()
    });
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
        typeface::label(t!("decision-profile")),
        column(rows).spacing(6),
        gap().height(2),
        line(),
        row![
            typeface::label(t!("decision-proposal")),
            gap::horizontal(),
            Element::from(switch)
        ]
        .align_y(Alignment::Center),
    ]
    .spacing(space::S);
    let Proposal::Complete(readings) = &desk.seat.proposal else {
        return zone.into();
    };
    if masked {
        return zone
            .push(typeface::dense(t!("decision-masked-text")).style(typeface::secondary))
            .into();
    }
    zone =
        zone.push(typeface::reference(grid.texts.mark_notice.as_str()).style(typeface::secondary));
    let shares = readings.shares.iter().rev().map(|share| {
        let outside = share.each.is_none();
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
    zone.push(column(shares).spacing(4))
        .push(panels(desk, readings))
        .push(typeface::reference(words::rounding(grid)).style(typeface::secondary))
        .into()
}

fn panels<'a>(desk: &Desk<'a>, readings: &Readings) -> Element<'a, Message> {
    if readings.not_assessable.is_empty() {
        let same = typeface::reference(t!("decision-same")).style(typeface::secondary);
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
            let open = desk.seat.record.sealed.is_none();
            let retain = control::quiet(t!("decision-retain", mark = mark.clone()))
                .on_press_maybe(open.then(|| Message::Retain(reading.rounded.clone())));
            content
                .push(typeface::subfigure(mark))
                .push(typeface::tabular_reference(words::reading_sum(reading)))
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
