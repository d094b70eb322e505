//! The list of rows beside the zones, for grids that a strip cannot hold: tabs of the outer
//! sections, the activities of the one in front, the rows of the current activity.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Interrogation, Message, is_open, is_uncovered};
use crate::domain::commission::Column;
use crate::domain::grid::{Row, Section};
use crate::screen::Desk;
use crate::style::{self, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{edge, line, scrolled};
use crate::widget::icon::{Icon, bars, icon};
use crate::widget::{Element, control};

/// More rows than this in an outer section, and its activities fold.
const MOST_UNFOLDED: usize = 12;

/// Tabs on one line of the list.
const TABS_A_LINE: usize = 2;

impl Interrogation {
    /// Draws the list.
    pub(super) fn outline<'a>(&self, desk: &Desk<'a>) -> Element<'a, Message> {
        let own = desk.seat.own();
        let here = self.current(desk);
        let outer = here.and_then(|row| desk.header.grid.outer_of(row));
        let mut list = column![].spacing(2);
        match outer {
            Some(section) => {
                list = list.push(self.section(desk, &own, section));
            }
            None => {
                let rows = desk.header.grid.rows.iter().enumerate();
                let loose = rows.filter(|(_, row)| row.section.is_none());
                for (index, row) in loose {
                    list = list.push(self.row_line(desk, &own, index, row));
                }
            }
        }
        let list = container(list).padding([space::S, 0.0]);
        column![
            container(self.tabs(desk, &own)).padding(space::S),
            edge(),
            scrolled(list, "outline"),
        ]
        .into()
    }

    /// Draws the tabs alone, with where the current row is: for a window too narrow for the list.
    pub(super) fn outline_menu<'a>(&self, desk: &Desk<'a>) -> Element<'a, Message> {
        let own = desk.seat.own();
        let grid = &desk.header.grid;
        let section = self
            .current(desk)
            .and_then(|row| row.section.as_ref())
            .and_then(|id| grid.section(id));
        let title = section.map(|section| {
            let (done, total) = progress(desk, &own, section);
            typeface::dense_strong(t!(
                "outline-progress",
                title = section.short.as_str(),
                done = done.to_string(),
                total = total.to_string()
            ))
        });
        let number = t!(
            "outline-row",
            row = (self.row + 1).to_string(),
            total = grid.rows.len().to_string()
        );
        let line = row![
            title,
            gap::horizontal(),
            typeface::tabular_reference(number)
        ]
        .align_y(Alignment::Center);
        column![
            container(self.tabs(desk, &own)).padding([space::XS, space::S]),
            container(line).padding([0.0, space::L]),
            edge()
        ]
        .into()
    }

    fn tabs<'a>(&self, desk: &Desk<'a>, own: &Column) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let current = self
            .current(desk)
            .and_then(|row| grid.outer_of(row))
            .map(|section| &section.id);
        let tabs = grid.outer_sections().enumerate().map(|(index, section)| {
            let (done, total) = progress(desk, own, section);
            let label = t!(
                "outline-tab",
                number = (index + 1).to_string(),
                done = done.to_string(),
                total = total.to_string()
            );
            let target = self.first_of(desk, |row| grid.is_within(row, &section.id));
            let tab = control::choice(label, current == Some(&section.id))
                .dense()
                .fill()
                .on_press_maybe(target.map(Message::Row))
                .id(format!("section-{}", section.id));
            control::tipped(Element::from(tab), section.title.clone())
        });
        let mut lines = column![].spacing(space::XS);
        let mut tabs = tabs.peekable();
        while tabs.peek().is_some() {
            let line = tabs.by_ref().take(TABS_A_LINE);
            lines = lines.push(row(line).spacing(space::XS));
        }
        lines.into()
    }

    fn section<'a>(
        &self,
        desk: &Desk<'a>,
        own: &Column,
        section: &'a Section,
    ) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let (done, total) = progress(desk, own, section);
        let head = column![
            typeface::dense_bold(section.title.as_str()),
            typeface::reference(t!(
                "outline-done",
                done = done.to_string(),
                total = total.to_string()
            ))
            .style(typeface::secondary),
        ];
        let mut list =
            column![container(head).padding([0.0, space::M]), gap().height(2)].spacing(1);
        let short = total <= MOST_UNFOLDED;
        let rows = grid.rows.iter().enumerate();
        for (index, row) in rows.filter(|(_, row)| row.section.as_ref() == Some(&section.id)) {
            list = list.push(self.row_line(desk, own, index, row));
        }
        for inner in grid.inner_sections(&section.id) {
            list = list.push(self.activity(desk, own, inner, short));
        }
        list.into()
    }

    fn activity<'a>(
        &self,
        desk: &Desk<'a>,
        own: &Column,
        section: &'a Section,
        unfolded: bool,
    ) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let here = self
            .current(desk)
            .is_some_and(|row| grid.is_within(row, &section.id));
        let (done, total) = progress(desk, own, section);
        let sign = if here || unfolded {
            Icon::Down
        } else {
            Icon::Forward
        };
        let words = container(typeface::dense_strong(section.short.as_str())).width(Length::Fill);
        let count = t!(
            "outline-done",
            done = done.to_string(),
            total = total.to_string()
        );
        let head = row![
            icon(sign, 16.0),
            words,
            typeface::tabular_reference(count).style(typeface::secondary)
        ]
        .spacing(space::XS)
        .align_y(Alignment::Center);
        let target = self.first_of(desk, |row| grid.is_within(row, &section.id));
        let message = target.map(Message::Row);
        let head = button(head)
            .padding([4.0, space::S])
            .width(Length::Fill)
            .style(style::button::row)
            .on_press_maybe(message.clone());
        let head = control::tipped(focus(head, message).inside(), section.title.clone());
        let mut list = column![line(), head];
        if here || unfolded {
            let rows = grid.rows.iter().enumerate();
            for (index, row) in rows.filter(|(_, row)| grid.is_within(row, &section.id)) {
                list = list.push(self.row_line(desk, own, index, row));
            }
        }
        list.into()
    }

    fn row_line<'a>(
        &self,
        desk: &Desk<'a>,
        own: &Column,
        index: usize,
        line: &'a Row,
    ) -> Element<'a, Message> {
        let current = index == self.row;
        let number = (index + 1).to_string();
        let (number, short) = if current {
            (
                typeface::tabular_strong(number),
                typeface::dense_bold(line.short.as_str()),
            )
        } else {
            (
                typeface::tabular(number),
                typeface::dense(line.short.as_str()),
            )
        };
        let state: Element<'a, Message> = match own.levels.get(&line.id) {
            _ if desk.seat.waived.contains(&line.id) => icon(Icon::Barred, 16.0),
            Some(id) => bars(desk.shown(id).bars),
            None if is_uncovered(desk, &line.id) => icon(Icon::Ask, 16.0),
            None => icon(Icon::Minus, 16.0),
        };
        let flag = own
            .flags
            .contains(&line.id)
            .then(|| icon(Icon::Search, 16.0));
        let words = row![
            container(number.style(typeface::secondary)).width(24),
            container(short.wrapping(iced::widget::text::Wrapping::None))
                .width(Length::Fill)
                .clip(true),
            flag,
            state,
        ]
        .spacing(space::XS)
        .align_y(Alignment::Center);
        let message = Message::Row(index);
        let line = button(container(words).center_y(Length::Fill))
            .padding([0.0, space::S])
            .height(space::OUTLINE_ROW)
            .width(Length::Fill)
            .style(if current {
                style::button::row_current
            } else {
                style::button::row
            })
            .on_press(message.clone());
        focus(line, Some(message))
            .id(format!("tile-{}", index + 1))
            .inside()
            .into()
    }
}

/// Rows of a section that this viewer has done, and how many there are to do.
fn progress(desk: &Desk<'_>, own: &Column, section: &Section) -> (usize, usize) {
    let grid = &desk.header.grid;
    let rows = grid.rows_within(&section.id);
    let (mut done, mut total) = (0, 0);
    for row in rows.filter(|row| !desk.seat.waived.contains(&row.id)) {
        total += 1;
        done += usize::from(!is_open(desk, own, &row.id));
    }
    (done, total)
}
