//! Fixed marks of several commissions, side by side: files added and read aside, what each says, and
//! the report that leaves. Shows counts and shares; changes no mark.

mod marks;
mod rows;

use std::path::PathBuf;

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::outlet::{self, Left, Outlet};
use crate::domain::harmony::{Gap, Harmony as Set, Tally, WideRow};
use crate::export::files::Existing;
use crate::keymap::Command;
use crate::screen::head::Head;
use crate::store::harmony::{Finding, Gathering};
use crate::style::space::Class;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge, foot, line, notice, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field, progress};
use crate::{t, words};

/// The commission that one comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Its number.
    pub number: String,
    /// Its session.
    pub session: String,
    /// Its grid.
    pub grid: String,
}

/// What leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Pages.
    Pdf,
}

impl Format {
    /// Returns how the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Pdf => "pdf",
        }
    }
}

/// How far the reading is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// So many files read, of so many.
    Step(usize, usize),
    /// What was read, and how many files were not because one stopped it.
    End(Box<Gathering>, usize),
    /// It could not begin, and why.
    Failed(String),
}

/// What opens under the head.
#[derive(Debug, Clone, Default)]
enum Panel {
    #[default]
    None,
    /// A path being written.
    Add(String),
    /// Files that leave: which one last, and where.
    Export(Option<Format>, Outlet),
}

/// What is counted of one set once, however often it is drawn.
#[derive(Debug)]
struct Figures {
    whole: Tally,
    gaps: Vec<Option<Gap>>,
    wide: Vec<WideRow>,
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Harmony {
    own: Option<Own>,
    gathering: Gathering,
    /// What was read, commissions by number.
    sets: Vec<Set>,
    figures: Vec<Figures>,
    chosen: usize,
    panel: Panel,
    reading: Option<(usize, usize)>,
    /// Files that came while others were read.
    waiting: Vec<PathBuf>,
    unread: usize,
    problem: Option<String>,
    findings_open: bool,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to where one came from.
    Back,
    /// Shows where files can be added, or hides it.
    Add,
    /// The path is being written.
    Path(String),
    /// Reads the path that is written.
    ReadPath,
    /// The system's dialog for files.
    Files,
    /// The system's dialog for a folder.
    Folder,
    /// Files or folders were chosen.
    Chosen(Vec<PathBuf>),
    /// How far the reading is.
    Told(Progress),
    /// Stops the reading.
    Stop,
    /// Another exam.
    Show(usize),
    /// Shows what is to be known of the files, or hides it.
    Findings,
    /// Shows what can leave, or hides it.
    Export,
    /// Writes a file.
    Write(Format),
    /// What is said of a file that leaves.
    Outlet(outlet::Message),
    /// It left, or not.
    Left(Left),
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
    /// The screen before.
    Back,
    /// The field under the head.
    Focus(&'static str),
    /// The system's dialog for files.
    Files,
    /// The system's dialog for a folder.
    Folder,
    /// Files and folders to read.
    Read(Vec<PathBuf>),
    /// No more reading.
    Stop,
    /// A file to write.
    Write(Format, Existing),
    /// A folder to show.
    Open(PathBuf),
    /// Help.
    Help,
}

impl Harmony {
    /// Returns the screen before anything is read.
    pub fn new(own: Option<Own>) -> Self {
        let panel = if own.is_none() {
            Panel::Add(String::new())
        } else {
            Panel::None
        };
        Self {
            own,
            panel,
            ..Self::default()
        }
    }

    /// Returns what was read so far.
    pub fn gathering(&self) -> &Gathering {
        &self.gathering
    }

    /// Returns the sets that were read.
    pub fn sets(&self) -> &[Set] {
        &self.sets
    }

    /// Returns whether files are being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Returns the folder that files leave to, while that is shown.
    pub fn folder(&self) -> Option<PathBuf> {
        match &self.panel {
            Panel::Export(_, outlet) => Some(outlet.folder().to_owned()),
            Panel::None | Panel::Add(_) => None,
        }
    }

    /// Begins to read.
    pub fn begin(&mut self, files: usize) {
        self.reading = Some((0, files));
        self.unread = 0;
        self.problem = None;
    }

    /// Keeps files for later: others are being read.
    pub fn wait(&mut self, paths: Vec<PathBuf>) {
        self.waiting.extend(paths);
    }

    fn take_waiting(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.waiting)
    }

    /// Shows what can leave, and where to.
    pub fn offer(&mut self, folder: PathBuf) {
        self.panel = Panel::Export(None, Outlet::to(folder));
    }

    /// Begins to write a file.
    pub fn writing(&mut self, format: Format) {
        if let Panel::Export(last, outlet) = &mut self.panel {
            *last = Some(format);
            outlet.begin();
        }
    }

    fn told(&mut self, progress: Progress) {
        match progress {
            Progress::Step(done, total) => {
                // A word that comes after the end is late.
                if self.reading.is_some() {
                    self.reading = Some((done, total));
                }
            }
            Progress::End(gathering, unread) => {
                self.reading = None;
                self.unread = unread;
                self.gathering = *gathering;
                let count = |set: &Set| Figures {
                    whole: set.whole(),
                    gaps: set.gaps(),
                    wide: set.wide_rows(),
                };
                self.sets = self.gathering.consolidation().harmonies.clone();
                for set in &mut self.sets {
                    set.parts.sort_by_key(|part| {
                        let number = part.number.trim().parse::<u64>();
                        (number.unwrap_or(u64::MAX), part.number.clone())
                    });
                }
                self.figures = self.sets.iter().map(count).collect();
                self.chosen = self.chosen.min(self.figures.len().saturating_sub(1));
                if !self.figures.is_empty() && matches!(self.panel, Panel::Add(_)) {
                    self.panel = Panel::None;
                }
            }
            Progress::Failed(cause) => {
                self.reading = None;
                self.problem = Some(cause);
            }
        }
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Back => Action::Back,
            Message::Help => Action::Help,
            Message::Files => Action::Files,
            Message::Folder => Action::Folder,
            Message::Stop => Action::Stop,
            Message::Add => match self.panel {
                Panel::Add(_) if !self.figures.is_empty() => {
                    self.panel = Panel::None;
                    Action::None
                }
                _ => {
                    self.panel = Panel::Add(String::new());
                    Action::Focus("results-path")
                }
            },
            Message::Path(path) => {
                self.panel = Panel::Add(path);
                Action::None
            }
            Message::ReadPath => match &self.panel {
                Panel::Add(path) if !path.trim().is_empty() => {
                    Action::Read(vec![PathBuf::from(path.trim())])
                }
                _ => Action::None,
            },
            Message::Chosen(paths) if paths.is_empty() => Action::None,
            Message::Chosen(paths) => Action::Read(paths),
            Message::Told(progress) => {
                self.told(progress);
                if self.reading.is_none() && self.unread > 0 {
                    // Who stops the reading stops what waits behind it.
                    self.unread += std::mem::take(&mut self.waiting).len();
                }
                if self.reading.is_none() && !self.waiting.is_empty() {
                    return Action::Read(self.take_waiting());
                }
                Action::None
            }
            Message::Show(chosen) => {
                self.chosen = chosen;
                Action::None
            }
            Message::Findings => {
                self.findings_open = !self.findings_open;
                Action::None
            }
            Message::Export => match self.panel {
                Panel::Export(..) => {
                    self.panel = Panel::None;
                    Action::None
                }
                _ if self.figures.is_empty() => Action::None,
                _ => Action::Focus("export-xlsx"),
            },
            Message::Write(format) => Action::Write(format, Existing::Refuse),
            Message::Outlet(outlet::Message::Existing(existing)) => match self.panel {
                Panel::Export(Some(format), _) => Action::Write(format, existing),
                _ => Action::None,
            },
            Message::Outlet(outlet::Message::Show) => {
                self.folder().map_or(Action::None, Action::Open)
            }
            Message::Left(left) => {
                if let Panel::Export(_, outlet) = &mut self.panel {
                    outlet.end(left);
                }
                Action::None
            }
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command) -> Action {
        match command {
            Command::Up | Command::Down => Action::Scroll(command == Command::Down),
            Command::Escape if self.is_reading() => Action::Stop,
            Command::Escape if !matches!(self.panel, Panel::None) && !self.figures.is_empty() => {
                self.panel = Panel::None;
                Action::None
            }
            Command::Escape => Action::Back,
            Command::OpenFile => self.update(Message::Add),
            Command::Export => self.update(Message::Export),
            Command::Previous => {
                self.chosen = self.chosen.saturating_sub(1);
                Action::None
            }
            Command::Next => {
                self.chosen = (self.chosen + 1).min(self.figures.len().saturating_sub(1));
                Action::None
            }
            _ => Action::None,
        }
    }

    /// Returns the number of the reader's commission, when no other of the set bears it.
    fn own_in(&self, set: &Set) -> Option<&str> {
        let own = self.own.as_ref()?;
        let same = own.session == set.session && own.grid == set.grid.id;
        let parts = set.parts.iter().filter(|part| part.number == own.number);
        (same && parts.count() == 1).then_some(own.number.as_str())
    }

    fn is_own(&self, set: &Set, number: &str) -> bool {
        self.own_in(set) == Some(number)
    }

    /// Draws the screen.
    pub fn view(&self, class: Class) -> Element<'_, Message> {
        let mut body = column![].spacing(space::M);
        body = body.push(self.panel_view());
        if let Some((done, total)) = self.reading {
            body = body.push(reading(done, total));
        }
        if let Some(problem) = &self.problem {
            body = body.push(notice(typeface::dense(problem.as_str())));
        }
        body = body.push(self.findings());
        if self.figures.len() > 1 {
            body = body.push(self.exams());
        }
        let set = self.sets().get(self.chosen);
        let content: Element<'_, Message> = match set.zip(self.figures.get(self.chosen)) {
            None if self.is_reading() => gap().into(),
            None => empty(),
            Some((set, figures)) => self.charts(set, figures, class),
        };
        let body = if class < Class::Large {
            body.push(container(content).height(Length::Shrink))
        } else {
            body.push(content)
        };
        let body = container(body).padding([space::L, space::XXL]);
        let body: Element<'_, Message> = if class < Class::Large {
            container(scrolled(body, "harmony"))
                .height(Length::Fill)
                .style(look::ground)
                .into()
        } else {
            body.height(Length::Fill)
                .width(Length::Fill)
                .style(look::ground)
                .into()
        };
        let words = signed(Icon::Info, typeface::dense(t!("harmony-foot")));
        column![self.head(), edge(), body, edge(), foot(words)].into()
    }

    fn head(&self) -> Element<'_, Message> {
        let back = match &self.own {
            Some(own) => t!("commission-title", number = own.number.as_str()),
            None => t!("commission-back"),
        };
        let subtitle = self
            .sets()
            .get(self.chosen)
            .zip(self.figures.get(self.chosen))
            .map(|(set, figures)| words::harmony::heading(set, &figures.whole));
        let some = !self.figures.is_empty();
        let add = control::secondary(t!("harmony-add"))
            .icon(Icon::Plus)
            .on_press(Message::Add)
            .id("add-results");
        let export = control::secondary(t!("harmony-export"))
            .icon(Icon::Export)
            .on_press_maybe((some && !self.is_reading()).then_some(Message::Export))
            .id("export-results");
        Head {
            back,
            on_back: Message::Back,
            title: t!("harmony-heading"),
            under: subtitle,
            on_help: Message::Help,
        }
        .view([Element::from(add), Element::from(export)])
    }

    fn panel_view(&self) -> Option<Element<'_, Message>> {
        match &self.panel {
            Panel::None => None,
            Panel::Add(path) => {
                let ready = !path.trim().is_empty() && !self.is_reading();
                let input = field::line(
                    &t!("harmony-path"),
                    path,
                    "results-path",
                    Message::Path,
                    false,
                )
                .on_submit(Message::ReadPath);
                let line = row![
                    container(input).width(Length::Fill),
                    Element::from(
                        control::primary(t!("harmony-read"))
                            .on_press_maybe(ready.then_some(Message::ReadPath))
                            .id("read-results")
                    ),
                    Element::from(
                        control::secondary(t!("harmony-files"))
                            .icon(Icon::File)
                            .on_press(Message::Files)
                    ),
                    Element::from(
                        control::secondary(t!("harmony-folder"))
                            .icon(Icon::Folder)
                            .on_press(Message::Folder)
                    ),
                ]
                .spacing(space::S)
                .align_y(Alignment::Center);
                let words = column![
                    line,
                    typeface::reference(t!("harmony-drop")).style(typeface::secondary)
                ]
                .spacing(space::XS);
                Some(framed(words))
            }
            Panel::Export(_, outlet) => {
                let write = |format: Format, id: &'static str, label: &str| {
                    Element::from(
                        control::secondary(t!(label))
                            .icon(Icon::Export)
                            .on_press_maybe(
                                (!outlet.is_writing()).then_some(Message::Write(format)),
                            )
                            .id(id),
                    )
                };
                let line = row![
                    write(Format::Xlsx, "export-xlsx", "harmony-xlsx"),
                    write(Format::Pdf, "export-pdf", "harmony-pdf"),
                    container(outlet.view().map(Message::Outlet)).width(Length::Fill),
                ]
                .spacing(space::S)
                .align_y(Alignment::Center);
                Some(framed(line))
            }
        }
    }

    fn findings(&self) -> Option<Element<'_, Message>> {
        let findings = &self.gathering.consolidation().findings;
        if findings.is_empty() && self.unread == 0 {
            return None;
        }
        let mut lines = column![].spacing(space::XS);
        if self.unread > 0 {
            lines = lines.push(typeface::dense_strong(t!(
                "harmony-stopped",
                count = self.unread
            )));
        }
        let out = findings.iter().filter(|one| one.leaves_out()).count();
        let alert = out > 0 || self.unread > 0;
        if let [one] = findings.as_slice() {
            lines = lines.push(typeface::dense(words::harmony_finding(one)));
        } else if !findings.is_empty() {
            let label = if self.findings_open {
                "harmony-findings-hide"
            } else {
                "harmony-findings-show"
            };
            let head = row![
                typeface::dense_strong(t!("harmony-findings", count = findings.len(), out = out)),
                gap::horizontal(),
                Element::from(
                    if alert {
                        control::quiet_alert(t!(label))
                    } else {
                        control::quiet(t!(label))
                    }
                    .on_press(Message::Findings)
                    .id("findings")
                ),
            ]
            .align_y(Alignment::Center);
            lines = lines.push(head);
            if self.findings_open {
                // What is left out of the counts comes first.
                let sorted = |left: bool| {
                    findings
                        .iter()
                        .filter(move |one: &&Finding| one.leaves_out() == left)
                };
                let all = sorted(true).chain(sorted(false));
                let all = all.map(|one| typeface::dense(words::harmony_finding(one)).into());
                let list = scrolled(column(all).spacing(space::XS), "findings-list");
                lines = lines.push(container(list).height(110));
            }
        }
        let lines = lines.width(Length::Fill);
        if !alert {
            // Nothing is wrong: it may be known, it need not be looked at.
            let line = row![icon(Icon::Info, 16.0), lines]
                .spacing(space::S)
                .align_y(Alignment::Center);
            return Some(line.into());
        }
        Some(notice(lines))
    }

    fn exams(&self) -> Element<'_, Message> {
        let choices = self.sets().iter().enumerate().map(|(place, set)| {
            let words = t!(
                "harmony-exam",
                short = set.grid.short.as_str(),
                exam = set.exam.as_str(),
                session = set.session.as_str()
            );
            control::choice(words, place == self.chosen)
                .dense()
                .on_press(Message::Show(place))
                .into()
        });
        row(choices).spacing(space::S).wrap().into()
    }

    fn charts<'a>(
        &'a self,
        set: &'a Set,
        figures: &'a Figures,
        class: Class,
    ) -> Element<'a, Message> {
        let left = column![
            self.marks_panel(set, figures),
            self.parts_panel(set, figures, class)
        ]
        .spacing(space::L);
        let right = self.rows_panel(set, figures, class);
        if class < Class::Large {
            column![left, right].spacing(space::L).into()
        } else {
            row![
                left.width(Length::FillPortion(562)),
                container(right).width(Length::FillPortion(740))
            ]
            .spacing(space::L)
            .height(Length::Fill)
            .into()
        }
    }
}

fn panel<'a>(
    content: impl Into<Element<'a, Message>>,
) -> container::Container<'a, Message, crate::style::Theme> {
    container(content.into())
        .padding([space::L, space::L + 2.0])
        .width(Length::Fill)
        .style(look::panel)
}

fn framed<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content.into())
        .padding([space::S, space::M])
        .width(Length::Fill)
        .style(look::framed)
        .into()
}

fn reading<'a>(done: usize, total: usize) -> Element<'a, Message> {
    framed(progress::files(done, total, Message::Stop))
}

fn empty<'a>() -> Element<'a, Message> {
    let words = column![
        typeface::section(t!("harmony-nothing")),
        typeface::body(t!("harmony-nothing-text")).style(typeface::secondary),
        line(),
        signed_in(
            Icon::Lock,
            typeface::dense(t!("harmony-untouched")),
            typeface::secondary
        ),
    ]
    .spacing(space::M);
    panel(words).into()
}
