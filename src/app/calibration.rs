//! The calibration exercise: fictional candidates on the grid of the commission at hand, marked by
//! both members before the first oral, and what it shows.

use iced::widget::{column, container, row, space as gap};
use iced::{Length, Task};

use super::dialog::{Dialog, Message as Answer};
use super::{App, Message, demo};
use crate::domain::calibration::RowGaps;
use crate::style::{space, typeface};
use crate::widget::frame::{line, scrolled, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};
use crate::{t, words};

impl App {
    /// Returns whether the commission in use is an exercise.
    pub(super) fn is_exercise(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| session.header().exercise)
    }

    /// Opens the exercise of the commission at hand: the one under way, or a fresh one.
    pub(super) fn open_exercise(&mut self) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let home = session.document.path().to_owned();
        let laid = demo::lay_exercise(session.document.id(), session.header(), &self.places);
        match laid {
            Ok(file) => {
                let task = self.open(&file);
                if let Some(session) = &mut self.session {
                    session.home = Some(home);
                }
                task
            }
            Err(error) => {
                self.dialog = Some(Dialog::Problem(error.to_string()));
                Task::none()
            }
        }
    }

    /// Draws what the exercise shows so far.
    pub(super) fn gaps_view(&self) -> Element<'_, Answer> {
        let Some(session) = &self.session else {
            return gap().into();
        };
        let commission = session.document.commission();
        let gaps = commission.gaps();
        let mut list = column![].spacing(space::XS);
        for row_gaps in &gaps {
            list = list.push(row_line(row_gaps)).push(line());
        }
        let list: Element<'_, Answer> = if gaps.is_empty() {
            typeface::body(t!("gaps-none")).into()
        } else if gaps.len() > 10 {
            container(scrolled(list, "gaps")).height(360).into()
        } else {
            list.into()
        };
        let close = control::primary(t!("dialog-close"))
            .on_press(Answer::No)
            .id("default");
        column![
            typeface::title(t!("gaps-title")),
            typeface::body(t!("gaps-text")),
            list,
            row![gap::horizontal(), Element::from(close)],
        ]
        .spacing(space::L)
        .into()
    }
}

fn row_line<'a>(gaps: &RowGaps<'_>) -> Element<'a, Answer> {
    let words = words::gaps(gaps);
    let said: Element<'a, Answer> = if gaps.wide.is_empty() {
        typeface::dense(words).into()
    } else {
        signed_in(Icon::Alert, typeface::dense_strong(words), typeface::alert)
    };
    row![
        container(typeface::strong(gaps.row.short.clone())).width(230),
        container(said).width(Length::Fill),
    ]
    .spacing(space::M)
    .into()
}
