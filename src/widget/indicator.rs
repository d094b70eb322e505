//! The three cells of an indicator: vu, partiel, non vu.

use iced::Length;
use iced::widget::{button, container, row, rule};

use super::focus::{Focus, focus};
use super::icon::{Icon, icon};
use crate::style::button::Cell;
use crate::style::{self, space};

/// Draws the three cells; a press on the chosen one clears it. `current` shows the ring of the row that
/// the keys fill.
pub fn cells<'a, Message: Clone + 'a>(
    chosen: Option<Cell>,
    current: bool,
    on_choose: Option<impl Fn(Option<Cell>) -> Message>,
) -> Focus<'a, Message> {
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
    let line = || container(rule::vertical(1)).height(space::INDICATOR.1 - 2.0);
    let cells = row![
        cell(Cell::Yes, Icon::Check),
        line(),
        cell(Cell::Partly, Icon::Minus),
        line(),
        cell(Cell::No, Icon::Cross),
    ];
    let framed = container(cells).padding(1).style(style::container::cells);
    // Entrée and Espace go round the four states, as the three keys do one by one.
    let next = match chosen {
        None => Some(Cell::Yes),
        Some(Cell::Yes) => Some(Cell::Partly),
        Some(Cell::Partly) => Some(Cell::No),
        Some(Cell::No) => None,
    };
    let around = focus(framed, on_choose.map(|on_choose| on_choose(next)));
    if current { around.ringed() } else { around }
}
