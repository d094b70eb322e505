//! What stands around controls: key caps, notices, dialogs, tables' lines, scrolled zones.

use iced::widget::{container, mouse_area, opaque, row, rule, scrollable, stack};
use iced::{Alignment, Length};

use super::Element;
use super::icon::{Icon, icon};
use super::still::still_if;
use crate::style::{self, Theme, space, theme, typeface};

/// The cap of a key.
pub fn key_cap<'a, Message: 'a>(key: impl Into<String>) -> Element<'a, Message> {
    cap(key.into(), style::container::key)
}

/// The cap of a key on a filled button.
pub fn key_cap_on_accent<'a, Message: 'a>(key: impl Into<String>) -> Element<'a, Message> {
    cap(key.into(), style::container::key_on_accent)
}

/// The cap of a key on a fill of its own ink.
pub fn key_cap_on<'a, Message: 'a>(
    key: impl Into<String>,
    fill: impl Fn(&style::Tokens) -> iced::Color + 'a,
) -> Element<'a, Message> {
    cap(key.into(), move |theme| {
        let tokens = theme.tokens();
        style::container::key_in(tokens.ink_on(fill(tokens)))
    })
}

fn cap<'a, Message: 'a>(
    key: String,
    look: impl Fn(&Theme) -> container::Style + 'a,
) -> Element<'a, Message> {
    // One sign makes a square cap.
    let square = key.chars().nth(1).is_none();
    let cap = container(typeface::key(key)).center_y(space::KEY);
    let cap = if square {
        cap.center_x(space::KEY)
    } else {
        cap.padding([0.0, 5.0])
    };
    cap.style(look).into()
}

/// A sign and words, in the ink of what surrounds them.
pub fn signed<'a, Message: 'a>(sign: Icon, text: typeface::Text<'a>) -> Element<'a, Message> {
    row![icon(sign, 16.0), text]
        .spacing(space::XS + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// A sign and words in an ink of their own.
pub fn signed_in<'a, Message: 'a>(
    sign: Icon,
    text: typeface::Text<'a>,
    ink: fn(&Theme) -> iced::widget::text::Style,
) -> Element<'a, Message> {
    container(signed(sign, text))
        .style(move |theme| container::Style {
            text_color: ink(theme).color,
            ..container::Style::default()
        })
        .into()
}

/// An amber notice.
pub fn notice<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let line = row![icon(Icon::Alert, 18.0), content.into()]
        .spacing(space::S)
        .align_y(Alignment::Center);
    container(line)
        .padding([space::S, space::M])
        .width(Length::Fill)
        .style(style::container::notice)
        .into()
}

/// A thin line across.
pub fn line<'a, Message: 'a>() -> Element<'a, Message> {
    rule::horizontal(1).into()
}

/// A line between zones, across.
pub fn edge<'a, Message: 'a>() -> Element<'a, Message> {
    rule::horizontal(1).style(theme::edge).into()
}

/// A thin line down; the height must be bounded by what surrounds it.
pub fn line_down<'a, Message: 'a>() -> Element<'a, Message> {
    rule::vertical(1).into()
}

/// A line between zones, down.
pub fn edge_down<'a, Message: 'a>() -> Element<'a, Message> {
    rule::vertical(1).style(theme::edge).into()
}

/// A zone that scrolls, with a bar that stays in sight.
pub fn scrolled<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    id: &'static str,
) -> Element<'a, Message> {
    let bar = scrollable::Scrollbar::new()
        .width(8)
        .scroller_width(8)
        .margin(2);
    scrollable(content.into())
        .id(id)
        .direction(scrollable::Direction::Vertical(bar))
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

/// An amber bar from edge to edge, under the band: what is safe, then what happened, then one gesture.
pub fn incident<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let line = row![icon(Icon::Alert, 18.0), content.into()]
        .spacing(space::S)
        .align_y(Alignment::Center);
    container(line)
        .padding([0.0, space::L])
        .height(space::INCIDENT)
        .width(Length::Fill)
        .align_y(Alignment::Center)
        .style(style::container::incident)
        .into()
}

/// A screen that no dialog covers. It has the shape of a covered one, so that opening a dialog loses
/// neither what is scrolled nor where the focus was.
pub fn uncovered<'a, Message: 'a>(screen: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    stack![still_if(screen, false)].into()
}

/// Puts a dialog over a screen that is seen but out of reach; a press outside sends `on_outside`.
pub fn dialog<'a, Message: Clone + 'a>(
    behind: impl Into<Element<'a, Message>>,
    content: impl Into<Element<'a, Message>>,
    width: f32,
    on_outside: Message,
) -> Element<'a, Message> {
    let panel = container(content.into())
        .padding([space::XXL, space::XXL + space::XS])
        .width(width)
        .style(style::container::dialog);
    let veil = container(opaque(panel))
        .center_x(Length::Fill)
        .center_y(Length::Fill)
        .padding(space::L)
        .style(style::container::veil);
    stack![
        still_if(behind, true),
        opaque(mouse_area(veil).on_press(on_outside))
    ]
    .into()
}

/// The foot of a screen.
pub fn foot<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content.into())
        .height(space::FOOT)
        .width(Length::Fill)
        .padding([0.0, space::L])
        .align_y(Alignment::Center)
        .style(style::container::ground)
        .into()
}
