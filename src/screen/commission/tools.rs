//! What can be done on a whole commission: filters and actions, the panel of rarer tools, and what the
//! joined copies left to settle.

use iced::widget::{container, row, space as gap};
use iced::{Alignment, Length};

use super::{Commission, FILTERS, Message, sign};
use crate::domain::commission::Status;
use crate::domain::seat::Line;
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::frame::notice;
use crate::widget::icon::Icon;
use crate::widget::{Element, control};

impl Commission {
    pub(super) fn tools<'a>(&self, lines: &[Line]) -> Element<'a, Message> {
        let some_moved = lines.iter().any(|line| line.status == Status::Moved);
        let filters = FILTERS.into_iter().filter(|filter| {
            // Rare enough not to take its place on most days.
            *filter != Some(Status::Moved) || some_moved || *filter == self.filter
        });
        let filters = filters.map(|filter| {
            let count = lines
                .iter()
                .filter(|line| filter.is_none_or(|status| line.status == status))
                .count();
            let count = count.to_string();
            let label = match filter {
                None => t!("filter-all", count = count),
                Some(Status::Started) => t!("filter-started", count = count),
                Some(Status::ToDecide) => t!("filter-to-decide", count = count),
                Some(Status::Waiting) => t!("filter-waiting", count = count),
                Some(Status::Sealed) => t!("filter-sealed", count = count),
                Some(Status::Absent) => t!("filter-absent", count = count),
                Some(Status::Moved) => t!("filter-moved", count = count),
            };
            control::choice(label, filter == self.filter)
                .dense()
                .icon_maybe(filter.map(sign))
                .on_press(Message::Filter(filter))
                .into()
        });
        let some = !lines.is_empty();
        row![
            row(filters).spacing(space::S),
            gap::horizontal(),
            Element::from(
                control::secondary(t!("commission-import"))
                    .dense()
                    .icon(Icon::Import)
                    .on_press(Message::Import)
                    .id("import-list")
            ),
            Element::from(
                control::secondary(t!("commission-add"))
                    .dense()
                    .icon(Icon::Plus)
                    .on_press(Message::Add)
                    .id("add")
            ),
            Element::from(
                control::secondary(t!("commission-export"))
                    .dense()
                    .icon(Icon::Export)
                    .on_press_maybe(some.then_some(Message::Export))
            ),
            Element::from(
                control::toggle(t!("commission-tools"), self.tools_open)
                    .dense()
                    .icon(if self.tools_open {
                        Icon::Up
                    } else {
                        Icon::Down
                    })
                    .on_press(Message::Tools)
                    .id("tools")
            ),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .into()
    }

    /// The rarer tools, when they are open.
    pub(super) fn more_tools<'a>(&self, lines: &[Line]) -> Option<Element<'a, Message>> {
        if !self.tools_open {
            return None;
        }
        let points: usize = lines.iter().map(|line| line.unsettled + line.late).sum();
        let tool = |label: &str, icon: Icon, message: Option<Message>, id: &'static str| {
            Element::from(
                control::secondary(t!(label))
                    .dense()
                    .icon(icon)
                    .on_press_maybe(message)
                    .id(id),
            )
        };
        let some = !lines.is_empty();
        let tools = row![
            tool(
                "commission-dossiers",
                Icon::Folder,
                some.then_some(Message::Dossiers),
                "dossiers"
            ),
            tool(
                "commission-copies",
                Icon::Swap,
                Some(Message::Copies),
                "copies"
            ),
            tool(
                "commission-points",
                Icon::Alert,
                (points > 0).then_some(Message::Settle),
                "points"
            ),
            tool(
                "commission-harmony",
                Icon::Chart,
                Some(Message::Harmony),
                "harmony"
            ),
            tool(
                "commission-data",
                Icon::File,
                some.then_some(Message::Data),
                "data"
            ),
        ]
        .spacing(space::S)
        .wrap();
        let panel = container(tools)
            .padding(space::S)
            .width(Length::Fill)
            .style(look::framed);
        Some(panel.into())
    }

    /// What the joined copies left to settle.
    pub(super) fn unsettled<'a>(&self, lines: &[Line]) -> Option<Element<'a, Message>> {
        let points: usize = lines.iter().map(|line| line.unsettled).sum();
        let late: usize = lines.iter().map(|line| line.late).sum();
        let (words, label) = match (points, late) {
            (0, 0) => return None,
            (0, late) => (t!("settling-open-late", count = late), "settling-see"),
            (points, _) => (t!("settling-open", count = points), "settling-go"),
        };
        let line = row![
            container(typeface::dense_strong(words)).width(Length::Fill),
            Element::from(
                control::secondary(t!(label))
                    .dense()
                    .on_press(Message::Settle)
                    .id("settle")
            ),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        Some(notice(line))
    }
}
