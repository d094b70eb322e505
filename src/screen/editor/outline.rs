//! The outline: every part on a line, sections as a tree, what is wrong with a sign.

use iced::advanced::widget::Id;
use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Editor, Message};
use crate::domain::grid::change::Step;
use crate::domain::grid::part::Part;
use crate::keymap::Command;
use crate::style::{self, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{edge, scrolled};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control};
use crate::{t, words};

/// Returns the name of a part's line, for the focus.
pub fn id(part: Part) -> Id {
    Id::from(format!("outline-{part:?}"))
}

impl Editor {
    pub(super) fn outline(&self) -> Element<'_, Message> {
        let draft = self.draft();
        let wrong: Vec<Part> = self
            .faults
            .iter()
            .map(|fault| draft.locate(&fault.place))
            .collect();
        let mut list = column![].padding([space::S, 0.0]);
        let mut tree = false;
        for part in draft.parts() {
            let in_tree = matches!(part, Part::Section(_) | Part::Row(_));
            if in_tree != tree {
                // The tree of what is assessed stands apart from what is said around it.
                list = list.push(container(edge()).padding([space::XS, 0.0]));
                tree = in_tree;
            }
            let faults = wrong.iter().filter(|known| **known == part).count();
            list = list.push(self.outline_line(part, faults));
        }
        let mut side = column![scrolled(list, "outline")];
        if self.is_open() {
            side = side.push(edge()).push(self.tools());
        }
        container(side)
            .width(WIDTH)
            .height(Length::Fill)
            .style(style::container::ground)
            .into()
    }

    fn outline_line(&self, part: Part, faults: usize) -> Element<'_, Message> {
        let draft = self.draft();
        let depth = match part {
            Part::Section(index) => draft.depth(index),
            Part::Row(index) => match self.section_of(index) {
                Some(section) => draft.depth(section) + 1,
                None => 0,
            },
            _ => 0,
        };
        let title = match part {
            // A line of the outline has room for the short title only.
            Part::Row(index) => match draft.rows.get(index) {
                Some(known) if !known.short.trim().is_empty() => t!(
                    "grid-part-row",
                    number = (index + 1).to_string(),
                    title = known.short.as_str()
                ),
                _ => words::grid_part(draft, part),
            },
            Part::Section(index) => match draft.sections.get(index) {
                Some(known) if !known.short.trim().is_empty() => known.short.clone(),
                _ => words::grid_part(draft, part),
            },
            _ => words::grid_part(draft, part),
        };
        let current = part == self.part;
        let text = match part {
            Part::Section(_) => typeface::dense_bold(title),
            _ if current => typeface::dense_strong(title),
            _ => typeface::dense(title),
        };
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        let indent = depth.min(DEEPEST) as f32 * space::L;
        let mut line = row![gap().width(indent), container(text).width(Length::Fill)]
            .spacing(space::XS)
            .align_y(Alignment::Center);
        if faults > 0 {
            line = line.push(icon(Icon::Alert, 16.0));
        }
        let look = if current {
            style::button::row_current
        } else {
            style::button::outline
        };
        let press = Message::Open(part);
        let button = button(line)
            .padding([space::XS + 1.0, space::M])
            .width(Length::Fill)
            .style(look)
            .on_press(press.clone());
        focus(button, Some(press)).id(id(part)).inside().into()
    }

    /// What is done to the row or section in front.
    fn tools(&self) -> Element<'_, Message> {
        let movable = self.place().is_some();
        let step = |sign, step, command: Command, tip: &str| {
            let tip = t!("editor-tip", what = t!(tip), key = command.key());
            control::sign(sign, tip, movable.then_some(Message::Move(step)))
        };
        column![
            row![
                Element::from(
                    control::secondary(t!("editor-add-row"))
                        .dense()
                        .icon(Icon::Plus)
                        .on_press(self.add_row())
                        .id("add-row")
                ),
                Element::from(
                    control::secondary(t!("editor-add-section"))
                        .dense()
                        .icon(Icon::Plus)
                        .on_press(Message::AddSection)
                        .id("add-section")
                ),
            ]
            .spacing(space::S),
            row![
                step(Icon::Up, Step::Up, Command::MoveUp, "editor-up"),
                step(Icon::Down, Step::Down, Command::MoveDown, "editor-down"),
                Element::from(
                    control::secondary(t!("editor-remove"))
                        .key(Command::Remove.key())
                        .on_press_maybe(movable.then_some(Message::Remove))
                        .id("remove")
                ),
            ]
            .spacing(space::S),
        ]
        .spacing(space::S)
        .padding(space::M)
        .into()
    }

    /// A row beside the one in front, in the section in front, or last.
    fn add_row(&self) -> Message {
        use crate::domain::grid::change::{Change, List};
        Message::Change(match self.part {
            Part::Row(index) => Change::Add(List::Rows, Some(index)),
            Part::Section(index) => Change::Add(List::RowsOf(index), None),
            _ => {
                let last = self.draft().rows.len().checked_sub(1);
                Change::Add(List::Rows, last)
            }
        })
    }
}

/// Width of the outline.
const WIDTH: f32 = 260.0;
/// Further in, titles would have no room.
const DEEPEST: usize = 3;
