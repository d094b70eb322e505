//! The grids: those shipped, the user's own, and drafts that a cut left. Shows what the chosen one
//! is, and what can be done with it.

use std::path::PathBuf;

use iced::advanced::widget::Id;
use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::summary;
use crate::keymap::Command;
use crate::store::StoreError;
use crate::store::drafts::Left;
use crate::store::grids::Loaded;
use crate::style::{self, container as look, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{edge, edge_down, key_cap, line, notice, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field};
use crate::{t, words};

/// The state of the screen.
#[derive(Debug)]
pub struct Grids {
    entries: Vec<Entry>,
    chosen: usize,
    /// What a path is being written for.
    path: Option<(Purpose, String)>,
    said: Option<String>,
    problem: Option<String>,
    /// Whether the press that gives a draft up was made once.
    doubting: bool,
}

/// A grid of the list.
#[derive(Debug, Clone)]
pub enum Entry {
    /// A shipped one.
    Shipped(Loaded),
    /// One of the user's folder: sound, or what is wrong with its file.
    Own(PathBuf, Result<Loaded, StoreError>),
    /// A draft that a cut left.
    Left(Box<Left>),
}

/// What a path is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A grid's file to edit.
    Open,
    /// Where the chosen one is copied.
    Export,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another grid.
    Choose(usize),
    /// A new grid.
    New,
    /// A copy of the chosen one, to edit.
    Duplicate,
    /// Edits the chosen one, or reads it when it is shipped.
    Edit,
    /// Reads the chosen one's file again.
    Check,
    /// Shows where a path can be written.
    Entry(Purpose),
    /// The path is being written.
    Path(String),
    /// Opens the path that is written, or copies there.
    Go,
    /// The system's dialog.
    Browse,
    /// Gives a draft up, at the second press.
    Discard,
    /// The welcome screen.
    Back,
    /// Help.
    Help,
}

/// What the screen wants.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The focus on a control.
    Focus(&'static str),
    /// A control in sight.
    Reveal(Id),
    /// A new grid.
    New,
    /// A copy, to edit.
    Duplicate(Loaded),
    /// A shipped grid, to read.
    View(Loaded),
    /// A file, to edit.
    Edit(PathBuf),
    /// A draft that a cut left, to go on with.
    Resume(Box<Left>),
    /// A draft given up.
    Discard(PathBuf),
    /// The files read again.
    Check,
    /// The text of a grid, copied in a new file.
    Export(Loaded, PathBuf),
    /// The system's dialog.
    Browse(Purpose),
    /// The welcome screen.
    Leave,
    /// Help.
    Help,
}

impl Grids {
    /// Shows these grids.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self {
            entries,
            chosen: 0,
            path: None,
            said: None,
            problem: None,
            doubting: false,
        }
    }

    /// Shows other entries, the eye on the same.
    pub fn refresh(&mut self, entries: Vec<Entry>) {
        self.chosen = self.chosen.min(entries.len().saturating_sub(1));
        self.entries = entries;
        self.doubting = false;
    }

    /// Puts the eye on a file.
    pub fn choose(&mut self, file: &std::path::Path) {
        let at = self
            .entries
            .iter()
            .position(|entry| matches!(entry, Entry::Own(path, _) if path == file));
        self.chosen = at.unwrap_or(self.chosen);
    }

    /// Says what was done.
    pub fn say(&mut self, words: String) {
        self.said = Some(words);
        self.problem = None;
    }

    /// Says why something could not be done.
    pub fn fail(&mut self, words: String) {
        self.problem = Some(words);
    }

    /// Puts a path in the field, for whoever chose it in the system's dialog.
    pub fn path_chosen(&mut self, path: &std::path::Path) -> Action {
        if let Some((_, written)) = &mut self.path {
            *written = path.display().to_string();
        }
        self.update(Message::Go)
    }

    /// Says whether the chosen file is sound, once it was read again.
    pub fn checked(&mut self) {
        match self.entries.get(self.chosen) {
            Some(Entry::Shipped(_) | Entry::Own(_, Ok(_))) => self.say(t!("grids-sound")),
            Some(Entry::Own(_, Err(_)) | Entry::Left(_)) | None => self.said = None,
        }
    }

    fn loaded(&self) -> Option<&Loaded> {
        match self.entries.get(self.chosen)? {
            Entry::Shipped(loaded) | Entry::Own(_, Ok(loaded)) => Some(loaded),
            Entry::Own(_, Err(_)) | Entry::Left(_) => None,
        }
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        if !matches!(message, Message::Path(_)) {
            self.said = None;
            self.problem = None;
        }
        let doubting = std::mem::take(&mut self.doubting);
        match message {
            Message::Choose(index) => {
                self.chosen = index;
                Action::None
            }
            Message::New => Action::New,
            Message::Duplicate => match self.loaded() {
                Some(loaded) => Action::Duplicate(loaded.clone()),
                None => Action::None,
            },
            Message::Edit => match self.entries.get(self.chosen) {
                Some(Entry::Shipped(loaded)) => Action::View(loaded.clone()),
                Some(Entry::Own(path, _)) => Action::Edit(path.clone()),
                Some(Entry::Left(left)) => Action::Resume(left.clone()),
                None => Action::None,
            },
            Message::Check => Action::Check,
            Message::Entry(purpose) => {
                self.path = Some((purpose, String::new()));
                Action::Focus("grids-path")
            }
            Message::Path(path) => {
                if let Some((_, written)) = &mut self.path {
                    *written = path;
                }
                Action::None
            }
            Message::Go => self.go(),
            Message::Browse => match &self.path {
                Some((purpose, _)) => Action::Browse(*purpose),
                None => Action::None,
            },
            Message::Discard => match self.entries.get(self.chosen) {
                Some(Entry::Left(left)) if doubting => Action::Discard(left.file.clone()),
                Some(Entry::Left(_)) => {
                    self.doubting = true;
                    Action::None
                }
                _ => Action::None,
            },
            Message::Back => Action::Leave,
            Message::Help => Action::Help,
        }
    }

    fn go(&mut self) -> Action {
        let Some((purpose, path)) = &self.path else {
            return Action::None;
        };
        let path = PathBuf::from(path.trim());
        if path.as_os_str().is_empty() {
            return Action::None;
        }
        match (*purpose, self.loaded()) {
            (Purpose::Open, _) => Action::Edit(path),
            (Purpose::Export, Some(loaded)) => Action::Export(loaded.clone(), path),
            (Purpose::Export, None) => Action::None,
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command) -> Action {
        match command {
            Command::Up | Command::Down => {
                let last = self.entries.len().saturating_sub(1);
                self.chosen = if command == Command::Up {
                    self.chosen.saturating_sub(1)
                } else {
                    (self.chosen + 1).min(last)
                };
                self.said = None;
                Action::Reveal(entry_id(self.chosen))
            }
            Command::Open => self.update(Message::Edit),
            Command::New => self.update(Message::New),
            Command::OpenFile => self.update(Message::Entry(Purpose::Open)),
            Command::Duplicate => self.update(Message::Duplicate),
            Command::Export if self.loaded().is_some() => {
                self.update(Message::Entry(Purpose::Export))
            }
            Command::Escape if self.path.is_some() => {
                self.path = None;
                Action::None
            }
            Command::Escape => Action::Leave,
            _ => Action::None,
        }
    }

    /// Draws the screen.
    pub fn view(&self) -> Element<'_, Message> {
        let left = container(self.list())
            .width(LIST)
            .height(Length::Fill)
            .style(look::ground);
        let right = container(self.chosen_view())
            .width(Length::Fill)
            .height(Length::Fill)
            .style(look::surface);
        column![
            self.head(),
            edge(),
            row![left, edge_down(), right].height(Length::Fill)
        ]
        .into()
    }

    fn head(&self) -> Element<'_, Message> {
        let bar = row![
            Element::from(
                control::quiet(t!("grids-back"))
                    .icon(Icon::Back)
                    .on_press(Message::Back)
                    .id("back")
            ),
            container(typeface::title(t!("grids-title"))).width(Length::Fill),
            Element::from(
                control::secondary(t!("grids-open"))
                    .icon(Icon::Folder)
                    .key(Command::OpenFile.key())
                    .on_press(Message::Entry(Purpose::Open))
                    .id("open")
            ),
            Element::from(
                control::secondary(t!("grids-new"))
                    .icon(Icon::Plus)
                    .key(Command::New.key())
                    .on_press(Message::New)
                    .id("new")
            ),
            Element::from(control::secondary("?").on_press(Message::Help).id("help")),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        container(bar)
            .padding([space::M, space::XXL])
            .width(Length::Fill)
            .style(look::surface)
            .into()
    }

    fn list(&self) -> Element<'_, Message> {
        let mut list = column![].padding([space::M, 0.0]);
        let mut former = None;
        for (index, entry) in self.entries.iter().enumerate() {
            let group = match entry {
                Entry::Left(_) => "grids-left",
                Entry::Shipped(_) => "grids-shipped",
                Entry::Own(..) => "grids-own",
            };
            if former != Some(group) {
                let head = typeface::reference_strong(t!(group)).style(typeface::secondary);
                list = list.push(container(head).padding([space::S, space::L]));
                former = Some(group);
            }
            list = list.push(self.line(index, entry));
        }
        if former != Some("grids-own") {
            let head = typeface::reference_strong(t!("grids-own")).style(typeface::secondary);
            list = list
                .push(container(head).padding([space::S, space::L]))
                .push(
                    container(typeface::dense(t!("grids-none")).style(typeface::secondary))
                        .padding([0.0, space::L]),
                );
        }
        scrolled(list, "grids")
    }

    fn line<'a>(&'a self, index: usize, entry: &'a Entry) -> Element<'a, Message> {
        let (title, under) = match entry {
            Entry::Shipped(loaded) | Entry::Own(_, Ok(loaded)) => {
                (loaded.grid.title.clone(), loaded.grid.short.clone())
            }
            Entry::Own(path, Err(_)) => {
                let name = path.file_name().unwrap_or_default();
                (name.to_string_lossy().into_owned(), t!("grids-faulty"))
            }
            Entry::Left(left) => {
                let day = words::day_long(left.at.day());
                let hour = words::clock(left.at);
                (
                    left.draft.title.clone(),
                    t!("grids-left-at", day = day, hour = hour),
                )
            }
        };
        let wrong = matches!(entry, Entry::Own(_, Err(_)) | Entry::Left(_));
        let under = if wrong {
            signed_in(Icon::Alert, typeface::dense(under), typeface::alert)
        } else {
            typeface::dense(under).style(typeface::secondary).into()
        };
        let words = column![typeface::name(title), under]
            .spacing(2)
            .width(Length::Fill);
        let current = index == self.chosen;
        let look = if current {
            style::button::row_current
        } else {
            style::button::outline
        };
        let press = Message::Choose(index);
        let button = button(words)
            .padding([space::S, space::L])
            .width(Length::Fill)
            .style(look)
            .on_press(press.clone());
        focus(button, Some(press))
            .id(entry_id(index))
            .inside()
            .into()
    }

    fn chosen_view(&self) -> Element<'_, Message> {
        let mut page = column![].spacing(space::L).padding([space::L, space::XXL]);
        if let Some((purpose, path)) = &self.path {
            page = page.push(path_bar(*purpose, path));
        }
        if let Some(problem) = &self.problem {
            page = page.push(notice(typeface::dense(problem.as_str())));
        }
        if let Some(said) = &self.said {
            page = page.push(signed_in(
                Icon::Check,
                typeface::strong(said.as_str()),
                typeface::done,
            ));
        }
        let Some(entry) = self.entries.get(self.chosen) else {
            return page.into();
        };
        page = page.push(self.actions(entry));
        let page = match entry {
            Entry::Shipped(loaded) => page
                .push(signed(
                    Icon::Lock,
                    typeface::dense(t!("grids-shipped-note")),
                ))
                .push(summary::view(&loaded.grid)),
            Entry::Own(path, Ok(loaded)) => page
                .push(typeface::dense(path.display().to_string()).style(typeface::secondary))
                .push(summary::view(&loaded.grid)),
            Entry::Own(path, Err(error)) => page
                .push(typeface::dense(path.display().to_string()).style(typeface::secondary))
                .push(faults(error)),
            Entry::Left(left) => {
                let origin = left.origin.as_ref().map(|path| path.display().to_string());
                page.push(typeface::section(left.draft.title.clone()))
                    .push(typeface::body(t!("grids-left-note")))
                    .push(origin.map(|path| {
                        typeface::dense(t!("grids-left-origin", path = path))
                            .style(typeface::secondary)
                    }))
            }
        };
        scrolled(page, "grid")
    }

    fn actions<'a>(&'a self, entry: &Entry) -> Element<'a, Message> {
        let duplicate = || {
            control::secondary(t!("grids-duplicate"))
                .key(Command::Duplicate.key())
                .on_press(Message::Duplicate)
                .id("duplicate")
        };
        let check = || {
            control::secondary(t!("grids-check"))
                .on_press(Message::Check)
                .id("check")
        };
        let export = || {
            control::secondary(t!("grids-export"))
                .icon(Icon::Export)
                .key(Command::Export.key())
                .on_press(Message::Entry(Purpose::Export))
                .id("export")
        };
        let edit = |key: &str| {
            control::primary(t!(key))
                .key(Command::Open.key())
                .on_press(Message::Edit)
                .id("edit")
        };
        let line: Vec<Element<'a, Message>> = match entry {
            Entry::Shipped(_) => vec![
                control::primary(t!("grids-duplicate"))
                    .key(Command::Duplicate.key())
                    .on_press(Message::Duplicate)
                    .id("duplicate")
                    .into(),
                control::secondary(t!("grids-view"))
                    .key(Command::Open.key())
                    .on_press(Message::Edit)
                    .id("edit")
                    .into(),
                export().into(),
            ],
            Entry::Own(_, Ok(_)) => vec![
                edit("grids-edit").into(),
                duplicate().into(),
                check().into(),
                export().into(),
            ],
            Entry::Own(_, Err(_)) => vec![edit("grids-edit").into(), check().into()],
            Entry::Left(_) => {
                let discard = t!(if self.doubting {
                    "grids-discard-now"
                } else {
                    "grids-discard"
                });
                vec![
                    edit("grids-resume").into(),
                    control::secondary(discard)
                        .on_press(Message::Discard)
                        .id("discard")
                        .into(),
                ]
            }
        };
        row(line).spacing(space::S).into()
    }
}

fn path_bar(purpose: Purpose, path: &str) -> Element<'_, Message> {
    let (label, go) = match purpose {
        Purpose::Open => ("grids-open-path", "home-open-go"),
        Purpose::Export => ("grids-export-path", "grids-export-go"),
    };
    let input = field::line("", path, "grids-path", Message::Path, false).on_submit(Message::Go);
    let some = (!path.trim().is_empty()).then_some(Message::Go);
    column![
        row![
            typeface::reference_strong(t!(label)),
            gap::horizontal(),
            key_cap(Command::Escape.key())
        ],
        row![
            input,
            Element::from(control::primary(t!(go)).on_press_maybe(some).id("go")),
            Element::from(
                control::secondary(t!("new-choose-file"))
                    .on_press(Message::Browse)
                    .id("browse")
            ),
        ]
        .spacing(space::S)
    ]
    .spacing(space::XS)
    .into()
}

/// What is wrong with a file, one line a fault.
fn faults<'a>(error: &StoreError) -> Element<'a, Message> {
    let StoreError::GridFaults { faults, .. } = error else {
        return notice(typeface::body(error.to_string()));
    };
    let mut list = column![typeface::section(t!(
        "editor-findings",
        count = faults.len()
    ))]
    .spacing(space::S);
    for fault in faults.iter().take(SHOWN) {
        let words = column![
            typeface::dense_strong(fault.place.clone()),
            typeface::dense(words::fault(fault))
        ];
        list = list
            .push(row![icon(Icon::Alert, 16.0), words].spacing(space::S))
            .push(line());
    }
    if faults.len() > SHOWN {
        let more = t!("editor-findings-more", count = faults.len() - SHOWN);
        list = list.push(typeface::dense(more).style(typeface::secondary));
    }
    list.into()
}

fn entry_id(index: usize) -> Id {
    Id::from(format!("grid-{index}"))
}

/// Width of the list.
const LIST: f32 = 400.0;
/// More findings than this are counted, not shown.
const SHOWN: usize = 40;
