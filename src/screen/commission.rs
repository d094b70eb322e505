//! The candidates of a commission and where each stands. Shows no level, and no mark that the jury
//! did not ask to see.

mod person;

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

pub use person::{Message as PersonMessage, Person};

use super::band::{self, Saved};
use crate::domain::commission::{Header, Status};
use crate::domain::id::{CandidateId, OptionId};
use crate::domain::roster::Hour;
use crate::domain::seat::Line;
use crate::keymap::Command;
use crate::style::{self, container as look, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{edge, key_cap, line, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control};
use crate::{t, words};

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Commission {
    filter: Option<Status>,
    chosen: Option<CandidateId>,
    marks_shown: bool,
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
    /// Prints all the sheets.
    Export,
    /// Masks or shows the marks.
    Marks,
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
    /// An absence, established or taken back.
    Absent(CandidateId, bool),
    /// All the sheets.
    Export,
    /// Takes the last gesture back on a candidate.
    Undo(CandidateId),
    /// Brings it back.
    Redo(CandidateId),
    /// Help.
    Help,
}

const FILTERS: [Option<Status>; 6] = [
    None,
    Some(Status::Started),
    Some(Status::ToDecide),
    Some(Status::Waiting),
    Some(Status::Sealed),
    Some(Status::Absent),
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
            Message::Export => Action::Export,
            Message::Marks => {
                self.marks_shown = !self.marks_shown;
                Action::None
            }
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
            Command::Mask => self.update(Message::Marks),
            Command::New => Action::Add,
            Command::Export => Action::Export,
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
        header: &'a Header,
        lines: &'a [Line],
        saved: &Saved,
        said: Option<&'a str>,
    ) -> Element<'a, Message> {
        let body: Element<'a, Message> = if lines.is_empty() {
            empty()
        } else {
            self.table(header, lines)
        };
        let body = container(column![self.now(lines), self.tools(lines), body].spacing(space::M))
            .padding([space::M + 2.0, space::XXL])
            .height(Length::Fill)
            .style(look::ground);
        column![head(header, saved), edge(), body, edge(), self.foot(said)].into()
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

    fn tools<'a>(&self, lines: &[Line]) -> Element<'a, Message> {
        let filters = FILTERS.into_iter().map(|filter| {
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
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .into()
    }

    fn table<'a>(&self, header: &'a Header, lines: &'a [Line]) -> Element<'a, Message> {
        let shown = self.shown(lines);
        let heads = [
            t!("column-passage"),
            t!("column-candidate"),
            t!("column-option"),
            t!("column-durations"),
            t!("column-dossier"),
            t!("column-member", number = "1"),
            t!("column-member", number = "2"),
            t!("column-status"),
            t!("column-mark"),
            String::new(),
        ];
        let heads = heads.into_iter().zip(WIDTHS).map(|(head, width)| {
            container(typeface::reference_strong(head).style(typeface::secondary))
                .width(width)
                .into()
        });
        let head = container(row(heads).align_y(Alignment::Center).height(34))
            .padding([0.0, space::M])
            .width(Length::Fill)
            .style(look::hollow);
        let body: Element<'a, Message> = if shown.is_empty() {
            container(typeface::body(t!("commission-empty-filter")))
                .padding(space::XXL)
                .height(Length::Fill)
                .into()
        } else {
            let rows = shown
                .into_iter()
                .map(|entry| column![self.row(header, entry), line()].into());
            scrolled(column(rows), "candidates")
        };
        container(column![head, line(), body])
            .padding(1)
            .style(look::panel)
            .height(Length::Fill)
            .into()
    }

    fn row<'a>(&self, header: &'a Header, entry: &'a Line) -> Element<'a, Message> {
        let candidate = &entry.candidate;
        let current = self.chosen.as_ref() == Some(&candidate.number);
        let dense = |text: String| Element::from(typeface::tabular(text));
        let cells: [Element<'a, Message>; 10] = [
            dense(passage(header, entry)),
            column![
                typeface::name(candidate.name()),
                typeface::tabular_reference(candidate.number.as_str()).style(typeface::secondary)
            ]
            .into(),
            dense(
                candidate
                    .option
                    .as_ref()
                    .map(OptionId::to_string)
                    .unwrap_or_else(|| t!("none")),
            ),
            dense(band::durations(header, candidate)),
            dossier(entry),
            progress(header, entry, 0),
            progress(header, entry, 1),
            state(entry),
            dense(match (&entry.last, self.marks_shown) {
                (None, _) => t!("none"),
                (Some(_), false) => t!("mark-hidden"),
                (Some(mark), true) => words::mark(mark),
            }),
            self.action(entry, current),
        ];
        let cells = cells
            .into_iter()
            .zip(WIDTHS)
            .enumerate()
            .map(|(index, (cell, width))| {
                let cell = container(cell).width(width);
                if index + 1 == WIDTHS.len() {
                    cell.align_right(width).into()
                } else {
                    cell.into()
                }
            });
        let message = Message::Open(candidate.number.clone());
        let bar = container(gap().width(4).height(42));
        let bar = if current {
            bar.style(look::accent)
        } else {
            bar
        };
        let line = row![
            bar,
            row(cells).align_y(Alignment::Center).width(Length::Fill)
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        button(line)
            .padding(iced::Padding::ZERO.right(space::M))
            .height(46)
            .width(Length::Fill)
            .style(if current {
                style::button::row_current
            } else {
                style::button::row
            })
            .on_press(message)
            .into()
    }

    fn action<'a>(&self, entry: &Line, current: bool) -> Element<'a, Message> {
        let (label, strong) = match entry.status {
            Status::Waiting => ("action-open", false),
            Status::Started => ("action-resume", true),
            Status::ToDecide => ("action-decide", true),
            Status::Sealed => ("action-see", false),
            Status::Absent => {
                let hour = entry.absent.map(words::clock).unwrap_or_default();
                return typeface::reference(t!("absent-at", hour = hour))
                    .style(typeface::secondary)
                    .into();
            }
        };
        let message = Message::Open(entry.candidate.number.clone());
        let go: Element<'a, Message> = if strong {
            control::secondary(t!(label))
                .dense()
                .on_press(message)
                .into()
        } else {
            control::quiet(t!(label)).on_press(message).into()
        };
        let correct = (current && entry.status != Status::Sealed).then(|| {
            let message = Message::Correct(entry.candidate.number.clone());
            let sign = button(icon(Icon::Pencil, 16.0))
                .padding(6)
                .style(style::button::quiet)
                .on_press(message.clone());
            control::tipped(focus(sign, Some(message)), t!("add-correct"))
        });
        row![correct, go]
            .spacing(space::XS)
            .align_y(Alignment::Center)
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

const WIDTHS: [Length; 10] = [
    Length::Fixed(138.0),
    Length::Fill,
    Length::Fixed(62.0),
    Length::Fixed(156.0),
    Length::Fixed(176.0),
    Length::Fixed(88.0),
    Length::Fixed(88.0),
    Length::Fixed(138.0),
    Length::Fixed(64.0),
    Length::Fixed(138.0),
];

fn head<'a>(header: &'a Header, saved: &Saved) -> Element<'a, Message> {
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
    let line = row![
        Element::from(
            control::quiet(t!("commission-back"))
                .icon(Icon::Back)
                .on_press(Message::Back)
        ),
        container(crate::widget::frame::line_down()).height(38),
        column![
            typeface::title(t!("commission-title", number = header.number.as_str())),
            typeface::dense(subtitle).style(typeface::secondary)
        ],
        gap::horizontal(),
        slot,
        Element::from(control::secondary("?").on_press(Message::Help)),
    ]
    .spacing(space::L)
    .align_y(Alignment::Center);
    container(line)
        .height(68)
        .padding([0.0, space::L])
        .align_y(Alignment::Center)
        .width(Length::Fill)
        .style(look::surface)
        .into()
}

fn empty<'a>() -> Element<'a, Message> {
    let words = column![
        typeface::section(t!("commission-empty-title")),
        typeface::body(t!("commission-empty-text")).style(typeface::secondary),
        Element::from(
            control::primary(t!("add-title"))
                .icon(Icon::Plus)
                .on_press(Message::Add)
        ),
    ]
    .spacing(space::M);
    container(words)
        .padding(space::XXL)
        .width(Length::Fill)
        .style(look::panel)
        .into()
}

fn passage(header: &Header, entry: &Line) -> String {
    let Some(from) = entry.candidate.passage else {
        return t!("none");
    };
    let phases = header.grid.phases.iter().enumerate();
    let seconds: u32 = phases
        .map(|(phase, usual)| {
            entry
                .candidate
                .seconds
                .get(phase)
                .copied()
                .unwrap_or(usual.seconds)
        })
        .sum();
    let end = u32::from(from.minutes()) + seconds.div_ceil(60);
    let end = Hour::new(
        u16::try_from(end / 60).unwrap_or(0),
        u16::try_from(end % 60).unwrap_or(0),
    );
    match end {
        Some(end) => t!("range", from = words::hour(from), to = words::hour(end)),
        None => words::hour(from),
    }
}

fn dossier<'a>(entry: &Line) -> Element<'a, Message> {
    match &entry.missing_pieces {
        None => signed_in(
            Icon::Search,
            typeface::dense(t!("dossier-none")),
            typeface::secondary,
        ),
        Some(_) if entry.penalty_to_decide => signed_in(
            Icon::Alert,
            typeface::dense(t!("dossier-to-decide")),
            typeface::alert,
        ),
        Some(missing) if missing.is_empty() => signed_in(
            Icon::Check,
            typeface::dense(t!("dossier-conform")),
            typeface::secondary,
        ),
        Some(missing) => signed_in(
            Icon::Alert,
            typeface::dense(t!("dossier-missing", count = missing.len())),
            typeface::alert,
        ),
    }
}

fn progress<'a>(header: &Header, entry: &Line, member: usize) -> Element<'a, Message> {
    let total = header.grid.rows.len().to_string();
    let Some((graded, validated)) = entry.common.or_else(|| entry.progress.get(member).copied())
    else {
        return typeface::dense(t!("none")).into();
    };
    if validated {
        signed(Icon::Check, typeface::dense(t!("member-validated")))
    } else if graded == 0 {
        typeface::dense(t!("none")).into()
    } else {
        typeface::tabular(t!(
            "member-progress",
            graded = graded.to_string(),
            total = total
        ))
        .into()
    }
}

fn sign(status: Status) -> Icon {
    match status {
        Status::Waiting => Icon::Waiting,
        Status::Started => Icon::Started,
        Status::ToDecide => Icon::Swap,
        Status::Sealed => Icon::Seal,
        Status::Absent => Icon::Barred,
    }
}

fn state<'a>(entry: &Line) -> Element<'a, Message> {
    let (key, ink): (&str, fn(&style::Theme) -> iced::widget::text::Style) = match entry.status {
        Status::Waiting => ("status-waiting", typeface::secondary),
        Status::Started => ("status-started", typeface::accent),
        Status::ToDecide => ("status-to-decide", typeface::alert),
        Status::Sealed => ("status-sealed", typeface::done),
        Status::Absent => ("status-absent", typeface::secondary),
    };
    signed_in(sign(entry.status), typeface::dense_strong(t!(key)), ink)
}
