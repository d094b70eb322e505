//! The head of a screen that is about no candidate: the way back, what it is, its tools, the help.

use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use crate::style::{container as look, space, typeface};
use crate::widget::frame::line_down;
use crate::widget::icon::Icon;
use crate::widget::{Element, control};

/// What stands at the top of a screen.
#[derive(Debug, Clone)]
pub struct Head<Message> {
    /// Where one came from.
    pub back: String,
    /// What goes there.
    pub on_back: Message,
    /// What the screen is.
    pub title: String,
    /// What it is about, if there is more to say.
    pub under: Option<String>,
    /// What shows the help.
    pub on_help: Message,
}

impl<Message: Clone> Head<Message> {
    /// Draws the head, its tools before the help.
    pub fn view<'a>(
        self,
        tools: impl IntoIterator<Item = Element<'a, Message>>,
    ) -> Element<'a, Message>
    where
        Message: 'a,
    {
        let back = control::quiet(self.back)
            .icon(Icon::Back)
            .on_press(self.on_back)
            .id("back");
        let under = self
            .under
            .map(|text| typeface::dense(text).style(typeface::secondary));
        let line = row![
            Element::from(back),
            container(line_down()).height(38),
            column![typeface::title(self.title), under].width(Length::Fill),
        ]
        .extend(tools)
        .push(Element::from(
            control::secondary("?").on_press(self.on_help),
        ));
        bar(line.spacing(space::L).align_y(Alignment::Center))
    }
}

/// Puts a line in the place of a head.
pub fn bar<'a, Message: 'a>(line: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(line.into())
        .height(space::HEAD)
        .padding([0.0, space::L])
        .align_y(Alignment::Center)
        .width(Length::Fill)
        .style(look::surface)
        .into()
}
