//! Fields that one writes in, with what is wrong under them.

use iced::widget::{column, row, text_editor, text_input};
use iced::{Alignment, Length};

use super::Element;
use super::icon::{Icon, icon};
use crate::style::{self, space, typeface};

/// A field of one line under its label; `wrong` says why its value cannot be.
pub fn labelled<'a, Message: Clone + 'a>(
    label: impl Into<String>,
    hint: &str,
    value: &str,
    id: &'static str,
    on_input: impl Fn(String) -> Message + 'a,
    wrong: Option<String>,
) -> Element<'a, Message> {
    let input = line(hint, value, id, on_input, wrong.is_some());
    let mut field = column![typeface::reference_strong(label.into()), input].spacing(space::XS);
    if let Some(wrong) = wrong {
        field = field.push(reason(wrong));
    }
    field.width(Length::Fill).into()
}

/// A field of one line.
pub fn line<'a, Message: Clone + 'a>(
    hint: &str,
    value: &str,
    id: &'static str,
    on_input: impl Fn(String) -> Message + 'a,
    invalid: bool,
) -> iced::widget::TextInput<'a, Message, style::Theme> {
    text_input(hint, value)
        .id(id)
        .on_input(on_input)
        .padding([7.0, 10.0])
        .size(typeface::BODY)
        .font(typeface::REGULAR)
        .style(if invalid {
            style::field::invalid
        } else {
            style::field::input
        })
}

/// Why a value cannot be.
pub fn reason<'a, Message: 'a>(wrong: impl Into<String>) -> Element<'a, Message> {
    iced::widget::container(
        row![icon(Icon::Alert, 16.0), typeface::reference(wrong.into())]
            .spacing(space::XS + 2.0)
            .align_y(Alignment::Center),
    )
    .style(|theme: &style::Theme| iced::widget::container::Style {
        text_color: Some(theme.tokens().danger),
        ..Default::default()
    })
    .into()
}

/// A field of several lines.
pub fn editor<'a, Message: Clone + 'a>(
    content: &'a text_editor::Content,
    hint: impl Into<String>,
    id: impl Into<iced::advanced::widget::Id>,
    height: impl Into<Length>,
    on_action: Option<impl Fn(text_editor::Action) -> Message + 'a>,
) -> Element<'a, Message> {
    let hint: String = hint.into();
    let editor = text_editor(content)
        .id(id)
        .placeholder(hint)
        .height(height)
        .padding([8.0, 10.0])
        .size(typeface::BODY - 1.0)
        .font(typeface::REGULAR)
        .style(style::field::editor);
    match on_action {
        Some(on_action) => editor.on_action(on_action).into(),
        None => editor.into(),
    }
}
