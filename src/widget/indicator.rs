//! The three cells of an indicator: vu, partiel, non vu.

use iced::Length;
use iced::widget::{button, container, row};

use super::Element;
use super::icon::{Icon, icon};
use crate::style::button::Cell;
use crate::style::{self, space};

/// Draws the three cells; a press on the chosen one clears it.
pub fn cells<'a, Message: Clone + 'a>(
    chosen: Option<Cell>,
    current: bool,
    on_choose: Option<impl Fn(Option<Cell>) -> Message>,
) -> Element<'a, Message> {
    let cell = |cell: Cell, sign: Icon| {
        let is_chosen = chosen == Some(cell);
        let wish = if is_chosen { None } else { Some(cell) };
        let inside = container(icon(sign, 16.0))
            .center_x(Length::Fill)
            .center_y(Length::Fill);
        button(inside)
            .padding(0)
            .width(space::INDICATOR.0)
            .height(space::INDICATOR.1 - 2.0)
            .style(style::button::cell(is_chosen.then_some(cell)))
            .on_press_maybe(on_choose.as_ref().map(|on_choose| on_choose(wish)))
    };
    let cells = row![
        cell(Cell::Yes, Icon::Check),
        cell(Cell::Partly, Icon::Minus),
        cell(Cell::No, Icon::Cross),
    ];
    let edge = move |theme: &style::Theme| {
        let tokens = theme.tokens();
        let (color, width) = if current {
            (tokens.focus, 2.0)
        } else {
            (tokens.bord, 1.0)
        };
        container::Style {
            border: iced::Border {
                color,
                width,
                radius: space::RADIUS_CHIP.into(),
            },
            ..container::Style::default()
        }
    };
    container(cells)
        .padding(if current { 2 } else { 1 })
        .style(edge)
        .into()
}
