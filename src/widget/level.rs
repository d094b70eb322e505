//! Levels: the chip that shows one, and the rubric whose columns choose one.

use iced::widget::{button, column, container, row, rule, space as gap, stack};
use iced::{Alignment, Length};

use super::Element;
use super::focus::focus;
use super::frame::{key_cap, key_cap_on, line_down};
use super::icon::{Bars, Icon, bars_scaled, icon};
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

/// Size of the sign beside words: in heads, then in chips and lists.
const IN_HEAD: f32 = 0.875;
const IN_CHIP: f32 = 0.75;

/// Shows a level: its sign and word on its colour.
pub fn chip<'a, Message: 'a>(level: &Shown) -> Element<'a, Message> {
    let line = row![
        bars_scaled(level.bars, IN_CHIP),
        typeface::reference_bold(level.label.clone())
    ]
    .spacing(space::XS + 2.0)
    .align_y(Alignment::Center);
    container(line)
        .padding([3.0, space::S])
        .style(style::container::level(level.bars.filled, level.bars.of))
        .into()
}

/// Shows a level in the ink of the text around it: for tiles and lists.
pub fn plain<'a, Message: 'a>(level: &Shown) -> Element<'a, Message> {
    row![
        bars_scaled(level.bars, IN_CHIP),
        typeface::reference(level.label.clone())
    ]
    .spacing(space::XS + 2.0)
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
    let detailed = detail.is_some();
    if let Some(detail) = detail {
        words = words.push(typeface::reference(detail));
    }
    let mut line = row![
        cap(level, chosen),
        bars_scaled(level.bars, IN_HEAD),
        words.width(Length::Fill)
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center);
    // With the members' names under the word there is no room for the sign as well.
    if chosen && !detailed {
        line = line.push(icon(Icon::Check, 18.0));
    }
    let button = button(container(line).center_y(Length::Fill))
        .padding([0.0, space::S])
        .width(Length::Fill)
        .height(space::BUTTON_MAIN)
        .style(style::button::level(
            level.bars.filled,
            level.bars.of,
            chosen,
        ))
        .on_press_maybe(on_press.clone());
    focus(button, on_press)
        .id(format!("level-{}", level.digit))
        .into()
}

fn cap<'a, Message: 'a>(level: &Shown, chosen: bool) -> Element<'a, Message> {
    let (digit, Bars { filled, of }) = (level.digit.to_string(), level.bars);
    if chosen {
        key_cap_on(digit, move |tokens| tokens.chosen_level(filled, of))
    } else {
        key_cap(digit)
    }
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

/// How much of the rubric is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Heads and texts.
    Full,
    /// Heads alone.
    Folded,
    /// Heads alone, the word under the sign: for columns too narrow for both on a line.
    Heads,
}

/// Draws the rubric: texts aligned across, and above them one press zone a column.
pub fn rubric<'a, Message: Clone + 'a>(
    columns: &[Column],
    layout: Layout,
    on_choose: Option<&dyn Fn(usize) -> Message>,
) -> Element<'a, Message> {
    let folded = layout != Layout::Full;
    let width = |column: &Column| {
        if layout == Layout::Heads {
            Length::FillPortion(100)
        } else if column.level.bars.filled == 0 {
            Length::Fixed(space::NOT_ASSESSABLE)
        } else if column.level.bars.filled == column.level.bars.of {
            Length::FillPortion(112)
        } else {
            Length::FillPortion(100)
        }
    };
    let aspects = columns
        .iter()
        .map(|column| column.texts.len())
        .max()
        .unwrap_or(0);
    // What stands outside the scale has one text, free of the others' lines.
    let apart = if layout == Layout::Heads {
        0
    } else {
        columns
            .iter()
            .take_while(|column| column.texts.len() < aspects)
            .count()
    };
    let (outside, inside) = columns.split_at(apart);
    let mut texts = row![];
    for column in outside {
        let mut whole = column![head(column, layout), gap().height(1)].width(width(column));
        if !folded {
            whole = whole.extend(column.texts.iter().map(|text| cell(text)));
        }
        texts = texts.push(whole);
    }
    let heads = inside
        .iter()
        .map(|column| container(head(column, layout)).width(width(column)).into());
    let mut aligned = column![row(heads)].width(Length::Fill);
    if !folded {
        for aspect in 0..aspects {
            let cells = inside.iter().map(|column| {
                let text = column.texts.get(aspect).map_or("", String::as_str);
                container(cell(text)).width(width(column)).into()
            });
            aligned = aligned.push(rule::horizontal(1)).push(row(cells));
        }
    }
    let texts = texts.push(aligned);
    // The border is drawn inside: its pixel is kept free.
    let ground = container(texts)
        .padding(1)
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
        let beside_chosen = column.chosen
            || index
                .checked_sub(1)
                .and_then(|before| columns.get(before))
                .is_some_and(|before| before.chosen);
        let edge: Element<'a, Message> = if index == 0 {
            gap().width(0).into()
        } else if beside_chosen {
            gap().width(1).into()
        } else {
            line_down()
        };
        let zone = focus(zone, message)
            .id(format!("level-column-{}", column.level.digit))
            .inside();
        row![edge, zone]
            .width(width(column))
            .height(Length::Fill)
            .into()
    });
    stack![ground, row(zones).height(Length::Fill)].into()
}

fn cell<'a, Message: 'a>(text: &str) -> Element<'a, Message> {
    container(typeface::reference(text.to_owned()))
        .padding([space::XS, space::S])
        .into()
}

fn head<'a, Message: 'a>(column: &Column, layout: Layout) -> Element<'a, Message> {
    let level = &column.level;
    let word = container(typeface::dense_bold(level.label.clone())).width(Length::Fill);
    let signs = row![cap(level, column.chosen), bars_scaled(level.bars, IN_HEAD)]
        .spacing(space::XS + 2.0)
        .align_y(Alignment::Center);
    let check = column.chosen.then(|| icon(Icon::Check, 18.0));
    let (content, height): (Element<'a, Message>, f32) = if layout == Layout::Heads {
        let signs = row![signs, gap::horizontal(), check].align_y(Alignment::Center);
        let high = space::LEVEL_HEAD * 2.0;
        (column![signs, word].spacing(space::XS).into(), high)
    } else {
        let line = row![signs, word, check]
            .spacing(space::XS + 2.0)
            .align_y(Alignment::Center);
        (line.into(), space::LEVEL_HEAD)
    };
    let head = container(content)
        .height(height)
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
