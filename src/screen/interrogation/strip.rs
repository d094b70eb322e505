//! The strip of rows above the zones, for grids whose rows fit on one line.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Interrogation, Message, is_uncovered};
use crate::screen::Desk;
use crate::style::space::Class;
use crate::style::{self, container as look, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{edge, edge_down, signed, signed_in};
use crate::widget::icon::{Icon, bars, icon};
use crate::widget::{Element, level};

impl Interrogation {
    pub(super) fn strip<'a>(&self, desk: &Desk<'_>) -> Element<'a, Message> {
        let own = desk.seat.own();
        let tiles = desk
            .header
            .grid
            .rows
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let current = index == self.row;
                let title = t!(
                    "tile-title",
                    number = (index + 1).to_string(),
                    short = line.short.as_str()
                );
                let title = if current {
                    typeface::dense_bold(title)
                } else {
                    typeface::dense_strong(title)
                };
                let state: Element<'a, Message> = match own.levels.get(&line.id) {
                    _ if desk.seat.waived.contains(&line.id) => {
                        signed(Icon::Barred, typeface::reference(t!("level-waived")))
                    }
                    Some(id) => level::plain(&desk.shown_on(line, id)),
                    None if is_uncovered(desk, &line.id) => signed_in(
                        Icon::Ask,
                        typeface::reference(t!("to-question")),
                        typeface::alert,
                    ),
                    None => signed(Icon::Minus, typeface::reference(t!("level-none"))),
                };
                let top = container(gap().width(Length::Fill).height(3));
                let top = if current {
                    top.style(look::accent)
                } else {
                    top
                };
                let roomy = desk.class >= Class::Large;
                // In a small window: the number and the sign; the title stands in full below.
                let words: Element<'a, Message> = if roomy {
                    column![
                        title.wrapping(iced::widget::text::Wrapping::None),
                        container(state).padding(iced::Padding::ZERO.left(14.0))
                    ]
                    .spacing(1)
                    .into()
                } else {
                    let sign: Element<'a, Message> = match own.levels.get(&line.id) {
                        _ if desk.seat.waived.contains(&line.id) => icon(Icon::Barred, 18.0),
                        Some(id) => bars(desk.shown(id).bars),
                        None if is_uncovered(desk, &line.id) => icon(Icon::Ask, 18.0),
                        None => icon(Icon::Minus, 18.0),
                    };
                    row![typeface::dense_bold((index + 1).to_string()), sign]
                        .spacing(space::XS)
                        .align_y(Alignment::Center)
                        .height(36)
                        .into()
                };
                let tile = button(column![
                    top,
                    container(words).padding([3.0, space::S + 2.0])
                ])
                .padding(0)
                .width(Length::Fill)
                .height(space::STRIP)
                .style(if current {
                    style::button::tile_current
                } else {
                    style::button::tile
                })
                .on_press(Message::Row(index));
                let tile: Element<'a, Message> = focus(tile, Some(Message::Row(index)))
                    .id(format!("tile-{}", index + 1))
                    .inside()
                    .into();
                row![tile, edge_down()]
                    .width(Length::Fill)
                    .height(space::STRIP)
                    .into()
            });
        column![row(tiles), edge()].into()
    }
}
