//! Levels: the chip that shows one, and the rubric whose columns choose one.

use iced::widget::{button, column, container, row, rule, space as gap, stack};
use iced::{Alignment, Length};

use super::Element;
use super::focus::focus;
use super::frame::{key_cap, key_cap_on_accent, line_down};
use super::icon::{Bars, Icon, bars, icon};
use crate::style::{self, space, typeface};

/// One level as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The key that chooses it.
    pub digit: usize,
    /// Its word.
    pub label: String,
    /// Its sign.
    pub bars: Bars,
}

/// Shows a level: its sign and word on its colour.
pub fn chip<'a, Message: 'a>(level: &Shown) -> Element<'a, Message> {
    let line = row![bars(level.bars), typeface::dense_bold(level.label.clone())]
        .spacing(space::XS)
        .align_y(Alignment::Center);
    container(line)
        .padding([2.0, space::S])
        .style(style::container::level(level.bars.filled, level.bars.of))
        .into()
}

/// Shows a level in the ink of the text around it: for tiles and lists.
pub fn plain<'a, Message: 'a>(level: &Shown) -> Element<'a, Message> {
    row![bars(level.bars), typeface::reference(level.label.clone())]
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .into()
}

/// A button that chooses a level; `detail` stands under the word.
pub fn choice<'a, Message: Clone + 'a>(
    level: &Shown,
    detail: Option<String>,
    chosen: bool,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    let mut words = column![typeface::dense_bold(level.label.clone())];
    if let Some(detail) = detail {
        words = words.push(typeface::reference(detail));
    }
    let line = row![key_cap(level.digit.to_string()), bars(level.bars), words]
        .spacing(space::S)
        .align_y(Alignment::Center);
    let button = button(container(line).center_y(Length::Fill))
        .padding([0.0, space::S + 2.0])
        .width(Length::Fill)
        .height(space::BUTTON_MAIN)
        .style(style::button::level(
            level.bars.filled,
            level.bars.of,
            chosen,
        ))
        .on_press_maybe(on_press.clone());
    focus(button, on_press).into()
}

/// One column of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The level.
    pub level: Shown,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The texts from top to bottom; one text alone spans all the aspects.
    pub texts: Vec<String>,
}

/// Draws the rubric: texts aligned across, and above them one press zone a column. `folded` leaves
/// the heads alone.
pub fn rubric<'a, Message: Clone + 'a>(
    columns: &[Column],
    folded: bool,
    on_choose: Option<&dyn Fn(usize) -> Message>,
) -> Element<'a, Message> {
    let width = |column: &Column| {
        if column.level.bars.filled == 0 {
            Length::Fixed(space::NOT_ASSESSABLE)
        } else if column.level.bars.filled == column.level.bars.of {
            Length::FillPortion(112)
        } else {
            Length::FillPortion(100)
        }
    };
    let heads = row(columns
        .iter()
        .map(|column| container(head(column)).width(width(column)).into()));
    let aspects = columns
        .iter()
        .map(|column| column.texts.len())
        .max()
        .unwrap_or(0);
    let mut texts = column![heads];
    if !folded {
        for aspect in 0..aspects {
            let cells = columns.iter().map(|column| {
                let text = column.texts.get(aspect).cloned().unwrap_or_default();
                let spans = column.texts.len() < aspects;
                let words = container(typeface::reference(text)).padding([6.0, space::S]);
                // A text that spans all aspects has no line under it.
                let top: Element<'a, Message> = if spans && aspect > 0 {
                    gap().height(1).into()
                } else {
                    rule::horizontal(1).into()
                };
                column![top, words].width(width(column)).into()
            });
            texts = texts.push(row(cells));
        }
    }
    let ground = container(texts)
        .width(Length::Fill)
        .style(style::container::framed);
    let zones = columns.iter().enumerate().map(|(index, column)| {
        let message = on_choose.map(|on_choose| on_choose(index));
        let zone = button(gap().width(Length::Fill).height(Length::Fill))
            .padding(0)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::button::column(column.chosen))
            .on_press_maybe(message.clone());
        let edge: Element<'a, Message> = if index == 0 {
            gap().width(0).into()
        } else {
            line_down()
        };
        row![edge, focus(zone, message).inside()]
            .width(width(column))
            .height(Length::Fill)
            .into()
    });
    stack![ground, row(zones).height(Length::Fill)].into()
}

fn head<'a, Message: 'a>(column: &Column) -> Element<'a, Message> {
    let level = &column.level;
    let cap = if column.chosen {
        key_cap_on_accent(level.digit.to_string())
    } else {
        key_cap(level.digit.to_string())
    };
    let mut line = row![
        cap,
        bars(level.bars),
        container(typeface::dense_bold(level.label.clone())).width(Length::Fill)
    ]
    .spacing(space::S)
    .align_y(Alignment::Center);
    if column.chosen {
        line = line.push(icon(Icon::Check, 18.0));
    }
    let head = container(line)
        .height(space::LEVEL_HEAD)
        .width(Length::Fill)
        .padding([0.0, space::S])
        .align_y(Alignment::Center);
    if column.chosen {
        head.style(style::container::level_head(
            level.bars.filled,
            level.bars.of,
        ))
        .into()
    } else {
        head.into()
    }
}
