//! All that is held about one candidate, for whoever asks for theirs: whose, in which form, and where
//! it was written. Columns that are still closed stay out.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::outlet::{self, Outlet};
use crate::domain::id::CandidateId;
use crate::keymap::Command;
use crate::style::{space, typeface};
use crate::t;
use crate::widget::frame::{scrolled, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};

/// What is about to leave.
#[derive(Debug, Clone)]
pub struct PersonData {
    people: Vec<(CandidateId, String)>,
    chosen: usize,
    with_sheets: bool,
    held: Result<(usize, usize), String>,
    /// Where to.
    pub outlet: Outlet,
}

/// A gesture on the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another candidate.
    Choose(usize),
    /// With the sheets, or the data alone.
    WithSheets(bool),
    /// Writes the file.
    Write,
    /// What is said of it.
    Outlet(outlet::Message),
    /// It left, or not.
    Left(outlet::Left),
    /// Leaves.
    Close,
}

impl PersonData {
    /// Returns the choice among some people, with one of them chosen.
    pub fn new(people: Vec<(CandidateId, String)>, chosen: usize, outlet: Outlet) -> Self {
        Self {
            people,
            chosen,
            with_sheets: true,
            held: Ok((0, 0)),
            outlet,
        }
    }

    /// Returns whose data leave.
    pub fn candidate(&self) -> Option<&CandidateId> {
        self.people.get(self.chosen).map(|(id, _)| id)
    }

    /// Returns whether the sheets go with the data.
    pub fn with_sheets(&self) -> bool {
        self.with_sheets
    }

    /// Says how many lines are about the candidate, and how many others are kept back.
    pub fn found(&mut self, held: Result<(usize, usize), String>) {
        self.held = held;
    }

    /// Reacts to a choice; the others are the caller's.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Choose(chosen) => {
                self.chosen = chosen;
                self.outlet = Outlet::to(self.outlet.folder().to_owned());
            }
            Message::WithSheets(with) => {
                self.with_sheets = with;
                self.outlet = Outlet::to(self.outlet.folder().to_owned());
            }
            Message::Left(left) => self.outlet.end(left),
            Message::Write | Message::Outlet(_) | Message::Close => {}
        }
    }

    /// Draws the dialog.
    pub fn view(&self) -> Element<'_, Message> {
        let people = self.people.iter().enumerate().map(|(place, (_, name))| {
            control::radio(
                name.as_str(),
                place == self.chosen,
                Some(Message::Choose(place)),
            )
            .into()
        });
        let people = column(people)
            .spacing(space::XS)
            .padding(iced::Padding::ZERO.right(space::L));
        let form = |label: &str, with: bool| {
            Element::from(
                control::choice(t!(label), self.with_sheets == with)
                    .dense()
                    .on_press(Message::WithSheets(with)),
            )
        };
        let closed = match &self.held {
            Ok((_, 0)) => None,
            Ok((_, closed)) => Some(t!("data-window-closed", count = *closed)),
            Err(why) => Some(why.clone()),
        };
        let closed = closed.map(|text| {
            signed_in(
                Icon::Alert,
                typeface::dense(text).width(Length::Fill),
                typeface::alert,
            )
        });
        let lines = self.held.as_ref().map_or(0, |(lines, _)| *lines);
        let label = if self.outlet.is_written() {
            "batch-close"
        } else {
            "batch-cancel"
        };
        let may = self.held.is_ok() && !self.outlet.is_writing();
        let go = row![
            gap::horizontal(),
            Element::from(
                control::secondary(t!(label))
                    .key(Command::Escape.key())
                    .on_press(Message::Close)
                    .id("default")
            ),
            Element::from(
                control::primary(t!("data-write"))
                    .icon(Icon::Export)
                    .on_press_maybe(may.then_some(Message::Write))
                    .id("write")
            ),
        ]
        .spacing(space::S);
        column![
            typeface::title(t!("data-title")),
            typeface::body(t!("data-text")),
            container(scrolled(people, "people")).height(170),
            row![
                form("data-with-sheets", true),
                form("data-alone", false),
                gap::horizontal(),
                typeface::dense(t!("data-lines", count = lines)).style(typeface::secondary),
            ]
            .spacing(space::S)
            .align_y(Alignment::Center),
            closed,
            self.outlet.view().map(Message::Outlet),
            go,
        ]
        .spacing(space::M)
        .into()
    }
}
