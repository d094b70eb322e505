//! The candidates of a commission and where each stands. Shows no level, and no mark that the jury
//! did not ask to see.

pub mod dossiers;
pub mod import;

mod person;
mod table;
mod tools;

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

pub use person::{Message as PersonMessage, Person};

use super::band::Saved;
use super::head;
use crate::domain::commission::{self as domain, Status};
use crate::domain::id::{CandidateId, OptionId};
use crate::domain::seat::Line;
use crate::keymap::Command;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge, key_cap, signed};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control};
use crate::{t, words};

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Commission {
    filter: Option<Status>,
    chosen: Option<CandidateId>,
    marks_shown: bool,
    /// Whether the rarer tools are shown.
    tools_open: bool,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the welcome screen.
    Back,
    /// Another filter; none shows all.
    Filter(Option<Status>),
    /// Opens a candidate.
    Open(CandidateId),
    /// Adds a candidate.
    Add,
    /// Corrects a candidate.
    Correct(CandidateId),
    /// Looks for a list to enter.
    Import,
    /// Moves a candidate to another commission.
    Move(CandidateId),
    /// Makes a candidate pass earlier, or later.
    Reorder(CandidateId, bool),
    /// Shows the grid.
    Grid,
    /// Prints all the sheets.
    Export,
    /// Many dossiers at once.
    Dossiers,
    /// Shows the rarer tools, or hides them.
    Tools,
    /// Members' copies.
    Copies,
    /// What two copies left to settle.
    Settle,
    /// Several commissions side by side.
    Harmony,
    /// All that is held about one candidate.
    Data,
    /// Masks or shows the marks.
    Marks,
    /// The calibration exercise.
    Exercise,
    /// What it shows.
    Gaps,
    /// The codes that were replaced.
    Resets,
    /// Help.
    Help,
}

/// What the screen wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// The welcome screen.
    Back,
    /// A candidate.
    Open(CandidateId),
    /// The form of a candidate.
    Add,
    /// The same, filled.
    Correct(CandidateId),
    /// A list to enter.
    Import,
    /// A move to another commission, noted or taken back.
    Move(CandidateId),
    /// Another order: earlier, or later.
    Reorder(CandidateId, bool),
    /// An absence, established or taken back.
    Absent(CandidateId, bool),
    /// The grid, to read.
    Grid,
    /// All the sheets.
    Export,
    /// Many dossiers at once.
    Dossiers,
    /// Members' copies.
    Copies,
    /// What two copies left to settle.
    Settle,
    /// Several commissions side by side.
    Harmony,
    /// All that is held about one candidate, this one first.
    Data(Option<CandidateId>),
    /// Takes the last gesture back on a candidate.
    Undo(CandidateId),
    /// Brings it back.
    Redo(CandidateId),
    /// The calibration exercise.
    Exercise,
    /// What it shows.
    Gaps,
    /// The codes that were replaced.
    Resets,
    /// Help.
    Help,
}

const FILTERS: [Option<Status>; 7] = [
    None,
    Some(Status::Started),
    Some(Status::ToDecide),
    Some(Status::Waiting),
    Some(Status::Sealed),
    Some(Status::Absent),
    Some(Status::Moved),
];

impl Commission {
    /// Puts the eye on a candidate.
    pub fn choose(&mut self, candidate: &CandidateId) {
        self.chosen = Some(candidate.clone());
    }

    fn shown<'a>(&self, lines: &'a [Line]) -> Vec<&'a Line> {
        lines
            .iter()
            .filter(|line| self.filter.is_none_or(|status| line.status == status))
            .collect()
    }

    fn position(&self, shown: &[&Line]) -> Option<usize> {
        let chosen = self.chosen.as_ref()?;
        shown
            .iter()
            .position(|line| line.candidate.number == *chosen)
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Back => Action::Back,
            Message::Filter(filter) => {
                self.filter = filter;
                Action::None
            }
            Message::Open(candidate) => {
                self.chosen = Some(candidate.clone());
                Action::Open(candidate)
            }
            Message::Add => Action::Add,
            Message::Correct(candidate) => Action::Correct(candidate),
            Message::Import => Action::Import,
            Message::Move(candidate) => Action::Move(candidate),
            Message::Reorder(candidate, earlier) => Action::Reorder(candidate, earlier),
            Message::Grid => Action::Grid,
            Message::Export => Action::Export,
            Message::Dossiers => Action::Dossiers,
            Message::Tools => {
                self.tools_open = !self.tools_open;
                Action::None
            }
            Message::Copies => Action::Copies,
            Message::Settle => Action::Settle,
            Message::Harmony => Action::Harmony,
            Message::Data => Action::Data(self.chosen.clone()),
            Message::Marks => {
                self.marks_shown = !self.marks_shown;
                Action::None
            }
            Message::Exercise => Action::Exercise,
            Message::Gaps => Action::Gaps,
            Message::Resets => Action::Resets,
            Message::Help => Action::Help,
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, lines: &[Line]) -> Action {
        let shown = self.shown(lines);
        let position = self.position(&shown);
        let mut walk = |to: Option<usize>| {
            if let Some(line) = to.and_then(|to| shown.get(to)) {
                self.chosen = Some(line.candidate.number.clone());
            }
            Action::None
        };
        match command {
            Command::Up => walk(Some(
                position.map_or(0, |position| position.saturating_sub(1)),
            )),
            Command::Down => walk(Some(position.map_or(0, |position| {
                (position + 1).min(shown.len().saturating_sub(1))
            }))),
            Command::NextOpen | Command::PreviousOpen => {
                let next = shown
                    .iter()
                    .position(|line| line.status == Status::ToDecide);
                walk(next)
            }
            Command::Previous | Command::Next => {
                let at = FILTERS
                    .iter()
                    .position(|filter| *filter == self.filter)
                    .unwrap_or(0);
                let next = if command == Command::Next {
                    at + 1
                } else {
                    at + FILTERS.len() - 1
                };
                self.filter = FILTERS.get(next % FILTERS.len()).copied().flatten();
                Action::None
            }
            Command::Open => match position.and_then(|position| shown.get(position)) {
                Some(line) => Action::Open(line.candidate.number.clone()),
                None => match shown.first() {
                    Some(line) => Action::Open(line.candidate.number.clone()),
                    None => Action::None,
                },
            },
            Command::Absent => match position.and_then(|position| shown.get(position)) {
                Some(line) if line.status != Status::Sealed => {
                    Action::Absent(line.candidate.number.clone(), line.status != Status::Absent)
                }
                _ => Action::None,
            },
            Command::Move | Command::Earlier | Command::Later => {
                let Some(line) = position.and_then(|position| shown.get(position)) else {
                    return Action::None;
                };
                let number = line.candidate.number.clone();
                match command {
                    Command::Move if line.status == Status::Sealed => Action::None,
                    Command::Move => Action::Move(number),
                    _ => Action::Reorder(number, command == Command::Earlier),
                }
            }
            Command::Mask => self.update(Message::Marks),
            Command::Import => Action::Import,
            Command::Dossiers => Action::Dossiers,
            Command::New => Action::Add,
            Command::Export => Action::Export,
            Command::Escape if self.tools_open => self.update(Message::Tools),
            Command::Escape => Action::Back,
            Command::Undo | Command::Redo => match &self.chosen {
                Some(chosen) if command == Command::Undo => Action::Undo(chosen.clone()),
                Some(chosen) => Action::Redo(chosen.clone()),
                None => Action::None,
            },
            _ => Action::None,
        }
    }

    /// Draws the screen.
    pub fn view<'a>(
        &self,
        commission: &'a domain::Commission,
        lines: &'a [Line],
        saved: &Saved,
        said: Option<&'a str>,
    ) -> Element<'a, Message> {
        let header = &commission.header;
        let body: Element<'a, Message> = if lines.is_empty() {
            empty()
        } else {
            self.table(header, lines)
        };
        let page = column![
            self.now(lines),
            self.unsettled(lines),
            self.tools(lines),
            self.more_tools(lines),
            body
        ];
        let body = container(page.spacing(space::M))
            .padding([space::M + 2.0, space::XXL])
            .height(Length::Fill)
            .style(look::ground);
        column![
            head(commission, saved),
            edge(),
            body,
            edge(),
            self.foot(said)
        ]
        .into()
    }

    fn now<'a>(&self, lines: &'a [Line]) -> Element<'a, Message> {
        let first = |status: Status| lines.iter().find(|line| line.status == status);
        let (line, title, detail, go) = if let Some(line) = first(Status::Started) {
            (line, "now-started", t!("now-started-detail"), "now-resume")
        } else if let Some(line) = first(Status::ToDecide) {
            (
                line,
                "now-decide",
                t!("now-decide-detail", count = line.open_disagreements),
                "now-decide-go",
            )
        } else if let Some(line) = first(Status::Waiting) {
            let option = line
                .candidate
                .option
                .as_ref()
                .map(OptionId::to_string)
                .unwrap_or_default();
            let detail = match line.candidate.passage {
                Some(hour) => t!("now-next-at", hour = words::hour(hour), option = option),
                None => t!("now-next-soon", option = option),
            };
            (line, "now-next", detail, "now-open")
        } else if lines.is_empty() {
            return gap().height(0).into();
        } else {
            let words = column![
                typeface::name(t!("now-done")),
                typeface::dense(t!("now-done-detail")).style(typeface::secondary)
            ];
            return container(words)
                .padding([space::M, space::L])
                .width(Length::Fill)
                .style(look::now)
                .into();
        };
        let words = column![
            typeface::name(t!(title, name = line.candidate.name())),
            typeface::dense(detail).style(typeface::secondary)
        ]
        .spacing(2);
        let message = Message::Open(line.candidate.number.clone());
        let line = row![
            icon(Icon::Started, 16.0),
            words,
            gap::horizontal(),
            Element::from(control::primary(t!(go)).on_press(message).id("now")),
        ]
        .spacing(space::L)
        .align_y(Alignment::Center);
        container(line)
            .padding([space::S + 2.0, space::L])
            .width(Length::Fill)
            .style(look::now)
            .into()
    }

    fn foot<'a>(&self, said: Option<&'a str>) -> Element<'a, Message> {
        let marks = if self.marks_shown {
            t!("marks-visible")
        } else {
            t!("marks-hidden")
        };
        let sign = if self.marks_shown {
            Icon::Eye
        } else {
            Icon::EyeOff
        };
        let hint = |command: Command, words: &str| {
            row![
                key_cap(command.key()),
                typeface::dense(t!(words)).style(typeface::secondary)
            ]
            .spacing(space::XS + 2.0)
            .align_y(Alignment::Center)
        };
        let line = row![
            Element::from(
                control::toggle(marks, !self.marks_shown)
                    .dense()
                    .icon(sign)
                    .key(Command::Mask.key())
                    .on_press(Message::Marks)
            ),
            said.map(typeface::dense_strong),
            gap::horizontal(),
            key_cap(Command::Up.key()),
            hint(Command::Down, "foot-choose"),
            hint(Command::Open, "foot-open"),
            hint(Command::Absent, "foot-absent"),
            hint(Command::Undo, "foot-undo"),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        crate::widget::frame::foot(line)
    }
}

fn head<'a>(commission: &'a domain::Commission, saved: &Saved) -> Element<'a, Message> {
    let header = &commission.header;
    let names: Vec<String> = header.members.iter().map(|member| member.short()).collect();
    let members = match names.as_slice() {
        [first, second] => t!(
            "commission-and",
            first = first.as_str(),
            second = second.as_str()
        ),
        _ => names.join(", "),
    };
    let (short, exam, session) = (
        header.grid.short.as_str(),
        header.edition.exam.as_str(),
        header.edition.session.as_str(),
    );
    let subtitle = match header.day {
        Some(day) => t!(
            "commission-subtitle-day",
            short = short,
            exam = exam,
            session = session,
            day = words::day_full(day),
            members = members
        ),
        None => t!(
            "commission-subtitle",
            short = short,
            exam = exam,
            session = session,
            members = members
        ),
    };
    let (sign, text) = saved.words();
    let slot: Element<'a, Message> = match sign {
        Some(sign) => signed(
            sign,
            typeface::tabular_reference(text).style(typeface::secondary),
        ),
        None => gap().into(),
    };
    let count = commission.resets.len();
    let resets = (count > 0).then(|| {
        Element::from(
            control::quiet_alert(t!("resets-link", count = count.to_string()))
                .icon(Icon::Lock)
                .on_press(Message::Resets)
                .id("resets"),
        )
    });
    let (title, back) = if header.exercise {
        (t!("exercise-title"), t!("exercise-back"))
    } else {
        let number = header.number.as_str();
        (
            t!("commission-title", number = number),
            t!("commission-back"),
        )
    };
    let exercise = if header.exercise {
        control::secondary(t!("gaps-open"))
            .dense()
            .icon(Icon::Swap)
            .on_press(Message::Gaps)
            .id("gaps")
    } else {
        control::quiet(t!("exercise-open"))
            .on_press(Message::Exercise)
            .id("exercise")
    };
    let line = row![
        Element::from(
            control::quiet(back)
                .icon(Icon::Back)
                .on_press(Message::Back)
        ),
        container(crate::widget::frame::line_down()).height(38),
        column![
            typeface::title(title),
            typeface::dense(subtitle).style(typeface::secondary)
        ],
        gap::horizontal(),
        slot,
        resets,
        Element::from(exercise),
        Element::from(
            control::quiet(t!("commission-grid"))
                .on_press(Message::Grid)
                .id("see-grid")
        ),
        Element::from(control::secondary("?").on_press(Message::Help)),
    ]
    .spacing(space::L)
    .align_y(Alignment::Center);
    head::bar(line)
}

fn empty<'a>() -> Element<'a, Message> {
    let words = column![
        typeface::section(t!("commission-empty-title")),
        typeface::body(t!("commission-empty-text")).style(typeface::secondary),
        row![
            Element::from(
                control::primary(t!("commission-import"))
                    .icon(Icon::Import)
                    .key(Command::Import.key())
                    .on_press(Message::Import)
            ),
            Element::from(
                control::secondary(t!("add-title"))
                    .icon(Icon::Plus)
                    .on_press(Message::Add)
            ),
        ]
        .spacing(space::S),
    ]
    .spacing(space::M);
    container(words)
        .padding(space::XXL)
        .width(Length::Fill)
        .style(look::panel)
        .into()
}

fn sign(status: Status) -> Icon {
    match status {
        Status::Waiting => Icon::Waiting,
        Status::Started => Icon::Started,
        Status::ToDecide => Icon::Swap,
        Status::Sealed => Icon::Seal,
        Status::Absent => Icon::Barred,
        Status::Moved => Icon::Swap,
    }
}
