//! Buttons by what they mean. Every one can be reached by Tab and says its key.

use iced::advanced::widget::Id;
use iced::widget::{button, container, row, rule, space as gap};
use iced::{Alignment, Length};

use super::Element;
use super::focus::{Focus, focus};
use super::frame::{key_cap, key_cap_on, key_cap_on_accent};
use super::icon::{Icon, icon};
use crate::style::{self, Theme, space, typeface};

type Look<'a> = Box<dyn Fn(&Theme, button::Status) -> button::Style + 'a>;

/// A button being described.
pub struct Control<'a, Message> {
    label: String,
    icon: Option<Icon>,
    key: Option<String>,
    look: Look<'a>,
    on_press: Option<Message>,
    id: Option<Id>,
    height: f32,
    width: Length,
    filled: bool,
    band: bool,
}

fn control<'a, Message>(
    label: impl Into<String>,
    look: impl Fn(&Theme, button::Status) -> button::Style + 'a,
) -> Control<'a, Message> {
    Control {
        label: label.into(),
        icon: None,
        key: None,
        look: Box::new(look),
        on_press: None,
        id: None,
        height: space::BUTTON,
        width: Length::Shrink,
        filled: false,
        band: false,
    }
}

/// The one gesture that a screen waits for.
pub fn primary<'a, Message>(label: impl Into<String>) -> Control<'a, Message> {
    let mut control = control(label, style::button::primary);
    control.filled = true;
    control
}

/// Any other gesture.
pub fn secondary<'a, Message>(label: impl Into<String>) -> Control<'a, Message> {
    control(label, style::button::secondary)
}

/// A link among text.
pub fn quiet<'a, Message>(label: impl Into<String>) -> Control<'a, Message> {
    let mut control = control(label, style::button::quiet);
    control.height = space::BUTTON_DENSE;
    control
}

/// A link in an amber notice.
pub fn quiet_alert<'a, Message>(label: impl Into<String>) -> Control<'a, Message> {
    let mut control = control(label, style::button::quiet_alert);
    control.height = space::BUTTON_DENSE;
    control
}

/// A choice among several that exclude each other.
pub fn choice<'a, Message>(label: impl Into<String>, chosen: bool) -> Control<'a, Message> {
    let mut control = if chosen {
        control(label, style::button::chosen)
    } else {
        control(label, style::button::secondary)
    };
    control.filled = chosen;
    control
}

/// A switch.
pub fn toggle<'a, Message>(label: impl Into<String>, on: bool) -> Control<'a, Message> {
    if on {
        control(label, style::button::pressed)
    } else {
        control(label, style::button::secondary)
    }
}

/// A tab of the identity band.
pub fn tab<'a, Message>(label: impl Into<String>, current: bool) -> Control<'a, Message> {
    let mut control = if current {
        control(label, style::button::band_current)
    } else {
        control(label, style::button::band)
    };
    control.band = true;
    control
}

/// A bordered button on the band.
pub fn band<'a, Message>(label: impl Into<String>) -> Control<'a, Message> {
    let mut control = control(label, style::button::band_bordered);
    control.band = true;
    control
}

/// The main button on a ground of the band's colour.
pub fn band_main<'a, Message>(label: impl Into<String>) -> Control<'a, Message> {
    let mut control = control(label, style::button::band_current);
    control.band = true;
    control.height = space::BUTTON_MAIN;
    control
}

impl<'a, Message: Clone + 'a> Control<'a, Message> {
    /// Says what it does.
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// Says what it does, when it can.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// Puts a sign before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts a sign before the words, if there is one.
    pub fn icon_maybe(mut self, icon: Option<Icon>) -> Self {
        self.icon = icon;
        self
    }

    /// Shows the key that does the same.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Names it, for the focus.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Makes it as high as a screen's main button.
    pub fn tall(mut self) -> Self {
        self.height = space::BUTTON_MAIN;
        self
    }

    /// Makes it fit a row.
    pub fn dense(mut self) -> Self {
        self.height = space::BUTTON_DENSE;
        self
    }

    /// Makes it as wide as its place.
    pub fn fill(mut self) -> Self {
        self.width = Length::Fill;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Control<'a, Message>> for Element<'a, Message> {
    fn from(control: Control<'a, Message>) -> Self {
        let dense = control.height <= space::BUTTON_DENSE;
        let label = if dense {
            typeface::dense_strong(control.label)
        } else {
            typeface::strong(control.label)
        };
        let mut line = row![].spacing(space::S).align_y(Alignment::Center);
        if let Some(sign) = control.icon {
            line = line.push(icon(sign, 18.0));
        }
        line = line.push(label);
        if let Some(key) = control.key {
            let filled = control.filled && control.on_press.is_some();
            line = line.push(if filled {
                key_cap_on_accent(key)
            } else if control.band {
                // The band's main button is filled with the band's own ink.
                if control.height >= space::BUTTON_MAIN {
                    key_cap_on(key, |tokens| tokens.bandeau_texte)
                } else {
                    key_cap_on(key, |tokens| tokens.bandeau)
                }
            } else {
                key_cap(key)
            });
        }
        let side = if dense {
            space::S + 2.0
        } else {
            space::M + 2.0
        };
        let inside = container(line).center_y(Length::Fill);
        let inside = match control.width {
            Length::Fill => inside.center_x(Length::Fill),
            _ => inside,
        };
        let button = button(inside)
            .padding([0.0, side])
            .height(control.height)
            .width(control.width)
            .style(control.look)
            .on_press_maybe(control.on_press.clone());
        finish(focus(button, control.on_press), control.id, control.band)
    }
}

fn finish<'a, Message: Clone + 'a>(
    mut focus: Focus<'a, Message>,
    id: Option<Id>,
    band: bool,
) -> Element<'a, Message> {
    if let Some(id) = id {
        focus = focus.id(id);
    }
    if band {
        focus = focus.on_band();
    }
    focus.into()
}

/// Choices that exclude each other, side by side in one frame: « Clair | Sombre | Contrasté ». Each is
/// its words, whether it is chosen and what it does.
pub fn segmented<'a, Message: Clone + 'a>(
    id: &str,
    parts: impl IntoIterator<Item = (String, bool, Option<Message>)>,
) -> Element<'a, Message> {
    let mut line = row![];
    for (index, (label, chosen, message)) in parts.into_iter().enumerate() {
        if index > 0 {
            line = line.push(container(rule::vertical(1)).height(space::BUTTON - 2.0));
        }
        let words = if chosen {
            typeface::dense_bold(label)
        } else {
            typeface::dense_strong(label)
        };
        let part = button(container(words).center_y(Length::Fill))
            .padding([0.0, space::M])
            .height(space::BUTTON - 2.0)
            .style(style::button::segment(chosen))
            .on_press_maybe(message.clone());
        line = line.push(
            focus(part, message)
                .id(format!("{id}-{}", index + 1))
                .inside(),
        );
    }
    container(line)
        .padding(1)
        .style(style::container::segments)
        .into()
}

/// A square button with a sign alone: undo, redo, zoom. Its words are in the help and the tip.
pub fn sign<'a, Message: Clone + 'a>(
    sign: Icon,
    tip: impl Into<String>,
    on_press: Option<Message>,
) -> Element<'a, Message> {
    sign_named(sign, tip, on_press, None)
}

/// The same under a name, for the focus.
pub fn sign_named<'a, Message: Clone + 'a>(
    sign: Icon,
    tip: impl Into<String>,
    on_press: Option<Message>,
    id: Option<Id>,
) -> Element<'a, Message> {
    let inside = container(icon(sign, 18.0))
        .center_x(Length::Fill)
        .center_y(Length::Fill);
    let button = button(inside)
        .padding(0)
        .width(space::BUTTON)
        .height(space::BUTTON)
        .style(style::button::secondary)
        .on_press_maybe(on_press.clone());
    let control = match id {
        Some(id) => focus(button, on_press).id(id),
        None => focus(button, on_press),
    };
    tipped(control, tip)
}

/// A button whose content is more than a line of words.
pub fn card<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    on_press: Option<Message>,
) -> Focus<'a, Message> {
    let button = button(content.into())
        .padding([space::M, space::L])
        .width(Length::Fill)
        .style(style::button::card)
        .on_press_maybe(on_press.clone());
    focus(button, on_press)
}

/// A radio button: a ring and its words.
pub fn radio<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    chosen: bool,
    on_press: Option<Message>,
) -> Focus<'a, Message> {
    let dot: Element<'a, Message> = if chosen {
        container(gap().width(9).height(9))
            .style(style::container::dot)
            .into()
    } else {
        gap().width(9).height(9).into()
    };
    let ring = container(dot)
        .center_x(20)
        .center_y(20)
        .style(style::container::radio(chosen));
    let line = row![ring, typeface::strong(label.into())]
        .spacing(space::S)
        .align_y(Alignment::Center);
    let look: Look<'a> = if chosen {
        Box::new(style::button::chosen_soft)
    } else {
        Box::new(style::button::secondary)
    };
    let button = button(container(line).center_y(Length::Fill))
        .padding([0.0, space::S])
        .height(32)
        .style(look)
        .on_press_maybe(on_press.clone());
    focus(button, on_press)
}

/// A box to tick and its words.
pub fn check<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    ticked: bool,
    on_press: Option<Message>,
) -> Focus<'a, Message> {
    let line = row![
        mark_box(ticked, on_press.is_some()),
        container(typeface::dense(label.into())).width(Length::Fill)
    ]
    .spacing(space::S + 2.0)
    .align_y(Alignment::Center);
    let button = button(line)
        .padding([space::XS, 0.0])
        .width(Length::Fill)
        .style(style::button::row)
        .on_press_maybe(on_press.clone());
    focus(button, on_press)
}

/// The box alone, for tables that are read.
pub fn tick_box<'a, Message: 'a>(ticked: bool) -> Element<'a, Message> {
    mark_box(ticked, true)
}

fn mark_box<'a, Message: 'a>(ticked: bool, active: bool) -> Element<'a, Message> {
    let mark: Element<'a, Message> = if ticked {
        icon(Icon::Check, 16.0)
    } else {
        gap().into()
    };
    let look = match (active, ticked) {
        (false, _) => style::container::inactive_box,
        (true, true) => style::container::ticked,
        (true, false) => style::container::unticked,
    };
    container(mark).center_x(20).center_y(20).style(look).into()
}

/// Shows a tip when the pointer rests on a control.
pub fn tipped<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    tip: impl Into<String>,
) -> Element<'a, Message> {
    let tip = container(typeface::reference(tip.into()))
        .padding([space::XS, space::S])
        .style(style::container::framed);
    iced::widget::tooltip(content.into(), tip, iced::widget::tooltip::Position::Bottom)
        .gap(space::XS)
        .into()
}
