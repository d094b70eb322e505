//! The welcome screen: entries, recent commissions, display. No mark is ever shown here.

use std::path::PathBuf;

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use crate::domain::roster::{Day, Moment};
use crate::keymap::Command;
use crate::store::retention::{self, Term};
use crate::store::settings::{Recent, Settings};
use crate::style::space::Class;
use crate::style::{Mode, container as look, space, typeface};
use crate::widget::frame::{edge_down, key_cap, line, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field};
use crate::{t, words};

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Home {
    /// The path being written, when the entry is open.
    path: Option<String>,
    chosen: usize,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// A new commission.
    New,
    /// Shows where a path can be written.
    OpenEntry,
    /// The system's dialog.
    Browse,
    /// The path is being written.
    Path(String),
    /// Opens the path that is written.
    OpenPath,
    /// Opens a recent file.
    Open(PathBuf),
    /// The grids.
    Grids,
    /// Several commissions side by side.
    Harmony,
    /// Files whose time is over.
    Retention,
    /// The demonstration.
    Demo,
    /// Another display.
    Display(Mode),
    /// Another size of text, in percent.
    Scale(u16),
    /// Another time before the window locks itself, in minutes.
    Lock(u16),
    /// Help.
    Help,
}

/// What the screen wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// A new commission.
    New,
    /// A file.
    Open(PathBuf),
    /// The system's dialog.
    Browse,
    /// The grids.
    Grids,
    /// Several commissions side by side.
    Harmony,
    /// Files whose time is over.
    Retention,
    /// The demonstration.
    Demo,
    /// Another display.
    Display(Mode),
    /// Another size of text.
    Scale(u16),
    /// Another time before the window locks itself, in minutes; 0 for never.
    Lock(u16),
    /// Help.
    Help,
}

/// The sizes of text, in percent.
pub const SCALES: [u16; 6] = [100, 115, 130, 150, 175, 200];

impl Home {
    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::New => Action::New,
            Message::OpenEntry => {
                self.path = Some(String::new());
                Action::None
            }
            Message::Browse => Action::Browse,
            Message::Path(path) => {
                self.path = Some(path);
                Action::None
            }
            Message::OpenPath => match self.path.as_deref().map(str::trim) {
                Some(path) if !path.is_empty() => Action::Open(PathBuf::from(path)),
                _ => Action::None,
            },
            Message::Open(path) => Action::Open(path),
            Message::Grids => Action::Grids,
            Message::Harmony => Action::Harmony,
            Message::Retention => Action::Retention,
            Message::Demo => Action::Demo,
            Message::Display(mode) => Action::Display(mode),
            Message::Scale(scale) => Action::Scale(scale),
            Message::Lock(minutes) => Action::Lock(minutes),
            Message::Help => Action::Help,
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, settings: &Settings) -> Action {
        match command {
            Command::New => Action::New,
            Command::Grids => Action::Grids,
            Command::OpenFile => self.update(Message::OpenEntry),
            Command::Up => {
                self.chosen = self.chosen.saturating_sub(1);
                Action::None
            }
            Command::Down => {
                self.chosen = (self.chosen + 1).min(settings.recent.len().saturating_sub(1));
                Action::None
            }
            Command::Open => match settings.recent.get(self.chosen) {
                Some(recent) => Action::Open(recent.path.clone()),
                None => Action::None,
            },
            Command::Escape => {
                self.path = None;
                Action::None
            }
            _ => Action::None,
        }
    }

    /// Draws the screen; `grids` are the titles of the installed ones.
    pub fn view<'a>(
        &'a self,
        settings: &'a Settings,
        mode: Mode,
        now: Moment,
        grids: &[String],
        class: Class,
    ) -> Element<'a, Message> {
        let around = [space::XXL + space::S, space::HUGE];
        let left = if class < Class::Large {
            // Whoever needs larger texts must still come to their size.
            let entries = self.entries(settings, mode, gap().height(space::L).into());
            container(scrolled(container(entries).padding(around), "entries"))
        } else {
            container(self.entries(settings, mode, gap::vertical().into())).padding(around)
        };
        let left = left.width(436).height(Length::Fill).style(look::ground);
        let right = container(self.recents(settings, now, grids))
            .height(Length::Fill)
            .padding([space::XXL + space::S, space::HUGE])
            .style(look::surface);
        row![left, edge_down(), right].into()
    }

    fn entries<'a>(
        &'a self,
        settings: &Settings,
        mode: Mode,
        between: Element<'a, Message>,
    ) -> Element<'a, Message> {
        let entry =
            |sign, title: &str, detail: &str, key: Option<Command>, message, id: &'static str| {
                let words = column![
                    typeface::name(t!(title)),
                    typeface::dense(t!(detail)).style(typeface::secondary)
                ]
                .spacing(2)
                .width(Length::Fill);
                let mut line = row![icon(sign, 20.0), words].spacing(space::L);
                if let Some(key) = key {
                    line = line.push(key_cap(key.key()));
                }
                Element::from(control::card(line, Some(message)).id(id))
            };
        let mut list = column![
            typeface::wordmark(t!("app-name")),
            typeface::section(t!("app-tagline"))
                .font(typeface::REGULAR)
                .style(typeface::secondary),
            gap().height(space::L),
            entry(
                Icon::Plus,
                "home-new",
                "home-new-detail",
                Some(Command::New),
                Message::New,
                "new"
            ),
            entry(
                Icon::Folder,
                "home-open",
                "home-open-detail",
                Some(Command::OpenFile),
                Message::OpenEntry,
                "open"
            ),
        ]
        .spacing(space::M);
        if let Some(path) = &self.path {
            let input = field::line(&t!("home-open-path"), path, "path", Message::Path, false)
                .on_submit(Message::OpenPath);
            list = list.push(
                column![
                    input,
                    row![
                        Element::from(
                            control::primary(t!("home-open-go"))
                                .dense()
                                .on_press(Message::OpenPath)
                        ),
                        Element::from(
                            control::secondary(t!("new-choose-file"))
                                .dense()
                                .on_press(Message::Browse)
                        ),
                    ]
                    .spacing(space::S)
                ]
                .spacing(space::S),
            );
        }
        list.push(entry(
            Icon::File,
            "home-grids-entry",
            "home-grids-detail",
            Some(Command::Grids),
            Message::Grids,
            "grids",
        ))
        .push(entry(
            Icon::Play,
            "home-demo",
            "home-demo-detail",
            None,
            Message::Demo,
            "demo",
        ))
        .push(between)
        .push(sizes(settings))
        .push(displays(mode))
        .push(locks(settings, crate::store::settings::LOCK_AFTER))
        .push(gap().height(0))
        .push(line())
        .push(signed(Icon::Lock, typeface::reference(t!("home-offline"))))
        .into()
    }

    fn recents<'a>(
        &'a self,
        settings: &'a Settings,
        now: Moment,
        grids: &[String],
    ) -> Element<'a, Message> {
        let head = row![
            typeface::title(t!("home-recent")),
            gap::horizontal(),
            typeface::dense(t!("home-no-mark")).style(typeface::secondary)
        ]
        .align_y(Alignment::Center);
        let list: Element<'a, Message> = if settings.recent.is_empty() {
            let empty = column![
                typeface::section(t!("home-empty-title")),
                typeface::body(t!("home-empty-text")).style(typeface::secondary)
            ]
            .spacing(space::S);
            container(empty)
                .padding([space::XXL, 0.0])
                .height(Length::Fill)
                .into()
        } else {
            let rows = settings.recent.iter().enumerate();
            scrolled(
                column(rows.map(|(index, recent)| self.recent(index, recent, now)))
                    .spacing(space::S),
                "recent",
            )
        };
        let foot = row![
            typeface::dense(t!(
                "home-grids",
                count = grids.len(),
                titles = grids.join(", ")
            ))
            .style(typeface::secondary),
            gap::horizontal(),
            Element::from(
                control::quiet(t!("home-help"))
                    .key(Command::Help.key())
                    .on_press(Message::Help)
            ),
        ]
        .align_y(Alignment::Center);
        let tools = row![
            Element::from(
                control::secondary(t!("home-harmony"))
                    .dense()
                    .icon(Icon::Chart)
                    .on_press(Message::Harmony)
                    .id("harmony")
            ),
            Element::from(
                control::secondary(t!("home-retention"))
                    .dense()
                    .icon(Icon::Clock)
                    .on_press(Message::Retention)
                    .id("retention")
            ),
        ]
        .spacing(space::S)
        .wrap();
        column![head, list, tools, foot].spacing(space::L).into()
    }

    fn recent<'a>(&self, index: usize, recent: &'a Recent, now: Moment) -> Element<'a, Message> {
        let today = Day::parse(&recent.day) == Some(now.day());
        let there = recent.path.exists();
        let mut title = row![typeface::section(recent.title.as_str())]
            .spacing(space::M)
            .align_y(Alignment::Center);
        if today && there {
            let tag =
                container(typeface::reference_strong(t!("home-today"))).padding([2.0, space::S]);
            title = title.push(tag.style(look::tag));
        }
        let over = retention::term(&recent.session, now) == Term::Over;
        let state: Element<'a, Message> = if there && over {
            signed_in(
                Icon::Clock,
                typeface::dense(t!("home-over", progress = recent.progress.as_str())),
                typeface::alert,
            )
        } else if there {
            typeface::dense(recent.progress.as_str()).into()
        } else {
            let words = t!(
                "home-missing-file",
                path = recent.path.display().to_string()
            );
            signed_in(Icon::Alert, typeface::dense(words), typeface::alert)
        };
        let words = column![
            title,
            typeface::dense(recent.subtitle.as_str()).style(typeface::secondary),
            state
        ]
        .spacing(2)
        .width(Length::Fill);
        let day = Day::parse(&recent.day)
            .map(words::day_full)
            .unwrap_or_default();
        let message = Message::Open(recent.path.clone());
        let go: Element<'a, Message> = if !there {
            control::quiet(t!("home-find"))
                .on_press(Message::OpenEntry)
                .into()
        } else if index == self.chosen {
            control::primary(t!("home-resume"))
                .key(Command::Open.key())
                .on_press(message)
                .id("resume")
                .into()
        } else {
            control::quiet(t!("home-open-recent"))
                .on_press(message)
                .into()
        };
        let line = row![words, typeface::dense(day).style(typeface::secondary), go]
            .spacing(space::XXL)
            .align_y(Alignment::Center);
        let card = container(line)
            .padding([space::M, space::L])
            .width(Length::Fill);
        if index == self.chosen {
            card.style(look::now).into()
        } else {
            column![card, self::line()].into()
        }
    }
}

fn sizes<'a>(settings: &Settings) -> Element<'a, Message> {
    let scale = settings.scale.unwrap_or(100);
    let smaller = SCALES.iter().rev().find(|known| **known < scale).copied();
    let larger = SCALES.iter().find(|known| **known > scale).copied();
    row![
        container(typeface::dense_strong(t!("home-text-size"))).width(100),
        Element::from(control::secondary("A −").on_press_maybe(smaller.map(Message::Scale))),
        container(typeface::tabular(t!(
            "home-percent",
            scale = scale.to_string()
        )))
        .center_x(64),
        Element::from(control::secondary("A +").on_press_maybe(larger.map(Message::Scale))),
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center)
    .into()
}

fn displays<'a>(mode: Mode) -> Element<'a, Message> {
    let choices = Mode::ALL.into_iter().map(|other| {
        let label = t!(match other {
            Mode::Clair => "home-display-clair",
            Mode::Sombre => "home-display-sombre",
            Mode::Contraste => "home-display-contraste",
        });
        control::choice(label, other == mode)
            .on_press(Message::Display(other))
            .into()
    });
    row![
        container(typeface::dense_strong(t!("home-display"))).width(100),
        row(choices).spacing(2)
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center)
    .into()
}

/// Times offered before the window locks itself, in minutes.
const LOCKS: [u16; 3] = [5, 10, 0];

fn locks<'a>(settings: &Settings, usual: u16) -> Element<'a, Message> {
    let chosen = settings.lock_after.unwrap_or(usual);
    let choices = LOCKS.into_iter().map(|minutes| {
        let label = if minutes == 0 {
            t!("home-lock-never")
        } else {
            t!("home-lock-minutes", minutes = minutes.to_string())
        };
        control::choice(label, minutes == chosen)
            .on_press(Message::Lock(minutes))
            .into()
    });
    row![
        container(typeface::dense_strong(t!("home-lock"))).width(100),
        row(choices).spacing(2)
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center)
    .into()
}
