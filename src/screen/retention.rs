//! Files whose time is over: what each is, what goes with it, what is not decided in it; chosen here,
//! erased after a word typed in a dialog, with a receipt. No mark, no name of a candidate.

use std::path::{Path, PathBuf};

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use crate::keymap::Command;
use crate::screen::head::Head;
use crate::store::retention::{Kept, Term};
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge, foot, line, notice, scrolled, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field, progress};
use crate::{t, words};

/// One file of the list.
#[derive(Debug, Clone)]
struct Entry {
    kept: Kept,
    ticked: bool,
}

/// How far the reading is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// So many files looked at, of so many.
    Step(usize, usize),
    /// One of them.
    Found(Box<Kept>),
    /// One that could not be read, and why.
    Unread(String),
    /// All of them were.
    End,
    /// It could not begin, and why.
    Failed(String),
}

/// What was written of an erasing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// Its file, what it says, and whether everything went.
    Written(PathBuf, String, bool),
    /// Nothing was erased, and why.
    Failed(String),
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Retention {
    folder: String,
    entries: Vec<Entry>,
    unread: Vec<String>,
    reading: Option<(usize, usize)>,
    erasing: bool,
    receipts: Vec<Receipt>,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the welcome screen.
    Back,
    /// The folder is being written.
    Folder(String),
    /// Looks into it.
    Look,
    /// The system's dialog.
    Browse,
    /// A folder was chosen.
    Chosen(Option<PathBuf>),
    /// How far the reading is.
    Told(Progress),
    /// Stops the reading.
    Stop,
    /// Ticks a file, or not.
    Tick(usize),
    /// Asks before erasing.
    Erase,
    /// What became of it.
    Erased(Vec<Receipt>, Vec<PathBuf>),
    /// Shows the folder of a receipt.
    Show(PathBuf),
    /// Help.
    Help,
}

/// What the screen wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// What is read, further down or back up.
    Scroll(bool),
    /// The welcome screen.
    Back,
    /// A field.
    Focus(&'static str),
    /// The system's dialog.
    Browse,
    /// Files and folders to look at.
    Examine(Vec<PathBuf>),
    /// No more reading.
    Stop,
    /// The question before erasing.
    Ask,
    /// Files that are no more.
    Forget(Vec<PathBuf>),
    /// A folder to show.
    Open(PathBuf),
    /// Help.
    Help,
}

impl Retention {
    /// Returns the files that are chosen.
    pub fn chosen(&self) -> Vec<Kept> {
        let ticked = self.entries.iter().filter(|entry| entry.ticked);
        ticked.map(|entry| entry.kept.clone()).collect()
    }

    /// Returns whether files are being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Begins to read.
    pub fn begin(&mut self, files: usize) {
        self.reading = Some((0, files));
        self.unread.clear();
        self.receipts.clear();
    }

    /// Begins to erase.
    pub fn erasing(&mut self) {
        self.erasing = true;
    }

    fn told(&mut self, progress: Progress) {
        match progress {
            Progress::Step(done, total) => self.reading = Some((done, total)),
            Progress::Found(kept) => {
                let same = |entry: &Entry| entry.kept.path == kept.path;
                let ticked = kept.may_go(false, false);
                self.entries.retain(|entry| !same(entry));
                self.entries.push(Entry {
                    kept: *kept,
                    ticked,
                });
            }
            Progress::Unread(why) => self.unread.push(why),
            Progress::Failed(why) => {
                self.reading = None;
                self.unread.push(why);
            }
            Progress::End => {
                self.reading = None;
                // What may go first, then what somebody has to know, then what stays.
                self.entries.sort_by(|one, other| {
                    let rank = |entry: &Entry| (rank(&entry.kept), entry.kept.path.clone());
                    rank(one).cmp(&rank(other))
                });
            }
        }
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            // The receipt is about to come: it must be seen.
            Message::Back if self.erasing => Action::None,
            Message::Back => Action::Back,
            Message::Help => Action::Help,
            Message::Browse => Action::Browse,
            Message::Stop => Action::Stop,
            Message::Show(folder) => Action::Open(folder),
            Message::Folder(folder) => {
                self.folder = folder;
                Action::None
            }
            Message::Look if self.folder.trim().is_empty() => Action::None,
            Message::Look => Action::Examine(vec![PathBuf::from(self.folder.trim())]),
            Message::Chosen(None) => Action::None,
            Message::Chosen(Some(folder)) => {
                self.folder = folder.display().to_string();
                Action::Examine(vec![folder])
            }
            Message::Told(progress) => {
                self.told(progress);
                Action::None
            }
            Message::Tick(place) => {
                if let Some(entry) = self.entries.get_mut(place)
                    && may_be_ticked(&entry.kept)
                {
                    entry.ticked = !entry.ticked;
                }
                Action::None
            }
            Message::Erase if self.chosen().is_empty() => Action::None,
            Message::Erase => Action::Ask,
            Message::Erased(receipts, gone) => {
                self.erasing = false;
                self.receipts = receipts;
                self.entries
                    .retain(|entry| !gone.contains(&entry.kept.path));
                Action::Forget(gone)
            }
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command) -> Action {
        match command {
            Command::Up | Command::Down => Action::Scroll(command == Command::Down),
            Command::Escape if self.is_reading() => Action::Stop,
            Command::Escape => self.update(Message::Back),
            Command::OpenFile => Action::Focus("archive"),
            _ => Action::None,
        }
    }

    /// Draws the screen.
    pub fn view(&self) -> Element<'_, Message> {
        let ready = !self.folder.trim().is_empty() && !self.is_reading();
        let input = field::line(
            &t!("retention-folder"),
            &self.folder,
            "archive",
            Message::Folder,
            false,
        )
        .on_submit(Message::Look);
        let line = row![
            container(input).width(Length::Fill),
            Element::from(
                control::secondary(t!("retention-look"))
                    .icon(Icon::Search)
                    .on_press_maybe(ready.then_some(Message::Look))
                    .id("look")
            ),
            Element::from(
                control::secondary(t!("retention-choose"))
                    .icon(Icon::Folder)
                    .on_press(Message::Browse)
            ),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let mut page = column![
            typeface::body(t!("retention-text")).style(typeface::secondary),
            line
        ]
        .spacing(space::M)
        .padding(iced::Padding::from([space::L, space::XXL]));
        if let Some((done, total)) = self.reading {
            page = page.push(progress::files(done, total, Message::Stop));
        }
        for why in &self.unread {
            page = page.push(notice(typeface::dense(why.as_str()).width(Length::Fill)));
        }
        for receipt in &self.receipts {
            page = page.push(receipt_view(receipt));
        }
        if self.entries.is_empty() && !self.is_reading() {
            page = page.push(signed(
                Icon::Info,
                typeface::body(t!("retention-none")).width(Length::Fill),
            ));
        }
        for (place, entry) in self.entries.iter().enumerate() {
            page = page.push(entry_view(place, entry));
        }
        let body = container(scrolled(page, "retention"))
            .height(Length::Fill)
            .style(look::ground);
        column![head(), edge(), body, edge(), foot(self.foot())].into()
    }

    fn foot(&self) -> Element<'_, Message> {
        let chosen = self.chosen();
        let count: usize = chosen.iter().map(|kept| kept.candidates).sum();
        let words = t!(
            "retention-chosen",
            count = chosen.len(),
            candidates = t!("copies-candidates", count = count)
        );
        let may = !chosen.is_empty() && !self.is_reading() && !self.erasing;
        row![
            typeface::dense(words),
            gap::horizontal(),
            Element::from(
                control::secondary(t!("retention-erase", count = chosen.len()))
                    .dense()
                    .on_press_maybe(may.then_some(Message::Erase))
                    .id("erase")
            ),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .into()
    }
}

/// Whether somebody may choose to erase it: not before its term, and never when it is damaged.
fn may_be_ticked(kept: &Kept) -> bool {
    kept.may_go(kept.term == Term::Unknown, true)
}

fn rank(kept: &Kept) -> u8 {
    if kept.may_go(false, false) {
        0
    } else if may_be_ticked(kept) {
        1
    } else {
        2
    }
}

fn head<'a>() -> Element<'a, Message> {
    let head = Head {
        back: t!("commission-back"),
        on_back: Message::Back,
        title: t!("retention-title"),
        under: None,
        on_help: Message::Help,
    };
    head.view([])
}

fn entry_view<'a>(place: usize, entry: &Entry) -> Element<'a, Message> {
    let kept = &entry.kept;
    let title = t!(
        "retention-file",
        number = kept.number.as_str(),
        session = kept.session.as_str(),
        count = kept.candidates
    );
    let press = may_be_ticked(kept).then_some(Message::Tick(place));
    let stays = press.is_none();
    let state = words::retention_state(kept);
    let state: Element<'a, Message> = if stays {
        signed_in(Icon::Lock, typeface::dense(state), typeface::secondary)
    } else if kept.may_go(false, false) {
        signed(Icon::Check, typeface::dense(state))
    } else {
        signed_in(Icon::Alert, typeface::dense(state), typeface::alert)
    };
    // The locks go too, but nobody put them there.
    let beside: Vec<String> = kept
        .beside
        .iter()
        .map(|path| name(path))
        .filter(|name| !name.starts_with('.'))
        .collect();
    let beside = (!beside.is_empty() && !stays).then(|| {
        typeface::reference(t!(
            "retention-beside",
            count = beside.len(),
            names = beside.join(", ")
        ))
        .style(typeface::secondary)
    });
    let tick = control::check(title, entry.ticked, press).id(format!("file-{}", place + 1));
    let words = column![
        Element::from(tick),
        container(
            column![
                state,
                typeface::reference(kept.path.display().to_string()).style(typeface::secondary),
                beside
            ]
            .spacing(2)
        )
        .padding(iced::Padding::ZERO.left(30.0)),
    ]
    .spacing(2);
    container(words)
        .padding([space::S, space::L])
        .width(Length::Fill)
        .style(look::panel)
        .into()
}

fn receipt_view(receipt: &Receipt) -> Element<'_, Message> {
    match receipt {
        Receipt::Failed(why) => notice(typeface::dense(why.as_str()).width(Length::Fill)),
        Receipt::Written(path, text, whole) => {
            let title = if *whole {
                signed_in(
                    Icon::Check,
                    typeface::strong(t!("retention-done")),
                    typeface::done,
                )
            } else {
                signed_in(
                    Icon::Alert,
                    typeface::strong(t!("retention-partly")),
                    typeface::alert,
                )
            };
            let folder = path.parent().map(Path::to_owned);
            let head = row![
                title,
                gap::horizontal(),
                Element::from(
                    control::secondary(t!("batch-show"))
                        .dense()
                        .icon(Icon::Folder)
                        .on_press_maybe(folder.map(Message::Show))
                        .id("receipt-show")
                ),
            ]
            .align_y(Alignment::Center);
            let lines = text.lines().map(|line| typeface::reference(line).into());
            let words = column![
                head,
                typeface::dense(t!("outlet-written", path = path.display().to_string())),
                line(),
                column(lines).spacing(2)
            ]
            .spacing(space::S);
            container(words)
                .padding(space::L)
                .width(Length::Fill)
                .style(look::framed)
                .into()
        }
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
