//! Making a commission: grid, session, members, way of ticking, file.

use std::path::{Path, PathBuf};

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::summary;
use crate::domain::commission::Ticking;
use crate::domain::roster::Day;
use crate::keymap::Command;
use crate::store::document::NewCommission;
use crate::store::grids::Loaded;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{scrolled, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};
use crate::{t, words};

/// The form.
#[derive(Debug)]
pub struct Creation {
    grids: Vec<Loaded>,
    grid: usize,
    session: usize,
    number: String,
    day: String,
    mode: usize,
    members: Vec<String>,
    codes: Vec<String>,
    ticking: Ticking,
    folder: PathBuf,
    file: Option<String>,
    list: String,
    grid_file: String,
    problem: Option<String>,
}

/// A gesture on the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another grid.
    Grid(usize),
    /// All the grids, and the making of one.
    Grids,
    /// The path of a grid's file.
    GridFile(String),
    /// Adds that grid to the choice.
    AddGrid,
    /// Another session.
    Session(usize),
    /// The number.
    Number(String),
    /// The day.
    Day(String),
    /// Another form of the exam.
    Mode(usize),
    /// A member's name.
    Member(usize, String),
    /// A member's personal code.
    Code(usize, String),
    /// Another way of ticking.
    Ticking(Ticking),
    /// The path of the list of candidates.
    List(String),
    /// Looks for that list.
    BrowseList,
    /// The file's path.
    File(String),
    /// Makes it.
    Create,
    /// Gives up.
    Cancel,
}

/// What the form wants.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The file made.
    Create(PathBuf, Box<NewCommission>, More),
    /// The list of candidates, looked for.
    BrowseList,
    /// All the grids.
    Grids,
    /// A grid of a file, added to the choice.
    Grid(PathBuf),
    /// Back.
    Cancel,
}

/// The form grows no wider than is read at a glance.
const FORM: f32 = 900.0;

/// What is entered in the file once it is made.
#[derive(Debug, Clone, Default)]
pub struct More {
    /// The list of candidates.
    pub list: Option<PathBuf>,
    /// Each member's personal code, empty for none.
    pub codes: Vec<String>,
}

const CODE_IDS: [&str; 4] = ["code-1", "code-2", "code-3", "code-4"];
const MEMBER_IDS: [&str; 4] = ["member-1", "member-2", "member-3", "member-4"];

impl Creation {
    /// Returns the empty form; files are proposed in `folder`.
    pub fn new(grids: Vec<Loaded>, folder: &Path, today: Day) -> Self {
        let first = grids.first().map(|loaded| loaded.grid.clone());
        let members = first.as_ref().map_or(0, |grid| grid.members.len());
        Self {
            session: first.map_or(0, |grid| grid.editions.len().saturating_sub(1)),
            grids,
            grid: 0,
            number: String::new(),
            day: words::day_short(today),
            mode: 0,
            members: vec![String::new(); members],
            codes: vec![String::new(); members],
            ticking: Ticking::Blind,
            folder: folder.to_owned(),
            file: None,
            list: String::new(),
            grid_file: String::new(),
            problem: None,
        }
    }

    /// Adds a grid to the choice, and chooses it.
    pub fn add_grid(&mut self, grid: Loaded) {
        self.grids.push(grid);
        self.grid_file.clear();
        let _ = self.update(Message::Grid(self.grids.len().saturating_sub(1)));
    }

    /// Offers other grids, and keeps the choice when it is still there.
    pub fn follow(&mut self, grids: Vec<Loaded>) {
        let chosen = self
            .grids
            .get(self.grid)
            .map(|loaded| loaded.source.clone());
        let kept = self.session;
        self.grids = grids;
        let same = |loaded: &Loaded| Some(&loaded.source) == chosen.as_ref();
        match self.grids.iter().position(same) {
            Some(at) => {
                let _ = self.update(Message::Grid(at));
                self.session = kept;
            }
            None => drop(self.update(Message::Grid(0))),
        }
    }

    /// Says why the file could not be made.
    pub fn fail(&mut self, problem: String) {
        self.problem = Some(problem);
    }

    fn path(&self) -> String {
        self.file.clone().unwrap_or_else(|| {
            let safe: String = self
                .number
                .trim()
                .chars()
                .map(|c| if c.is_alphanumeric() { c } else { '-' })
                .collect();
            let name = if safe.is_empty() {
                t!("new-file-name-unknown")
            } else {
                t!("new-file-name", number = safe)
            };
            self.folder.join(name).display().to_string()
        })
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        self.problem = None;
        match message {
            Message::Grid(grid) => {
                self.grid = grid;
                let chosen = self.grids.get(grid).map(|loaded| loaded.grid.clone());
                self.session = chosen
                    .as_ref()
                    .map_or(0, |grid| grid.editions.len().saturating_sub(1));
                self.members
                    .resize(chosen.map_or(0, |grid| grid.members.len()), String::new());
                self.codes.resize(self.members.len(), String::new());
            }
            Message::Grids => return Action::Grids,
            Message::GridFile(path) => self.grid_file = path,
            Message::AddGrid => return Action::Grid(PathBuf::from(self.grid_file.trim())),
            Message::Session(session) => self.session = session,
            Message::Number(number) => self.number = number,
            Message::Day(day) => self.day = day,
            Message::Mode(mode) => self.mode = mode,
            Message::Member(member, name) => {
                if let Some(known) = self.members.get_mut(member) {
                    *known = name;
                }
            }
            Message::Code(member, code) => {
                if let Some(known) = self.codes.get_mut(member) {
                    *known = code.chars().filter(char::is_ascii_digit).take(4).collect();
                }
            }
            Message::Ticking(ticking) => self.ticking = ticking,
            Message::List(list) => self.list = list,
            Message::BrowseList => return Action::BrowseList,
            Message::File(file) => self.file = Some(file),
            Message::Create => return self.create(),
            Message::Cancel => return Action::Cancel,
        }
        Action::None
    }

    fn create(&mut self) -> Action {
        let missing = self.missing();
        if !missing.is_empty() {
            self.problem = Some(t!("new-missing", what = missing.join(", ")));
            return Action::None;
        }
        let Some(grid) = self.grids.get(self.grid).cloned() else {
            return Action::None;
        };
        let session = grid
            .grid
            .editions
            .get(self.session)
            .map(|edition| edition.session.clone());
        let mode = grid
            .grid
            .texts
            .modes
            .get(self.mode)
            .map(|mode| mode.id.to_string());
        let new = NewCommission {
            session: session.unwrap_or_default(),
            number: self.number.trim().to_owned(),
            members: self
                .members
                .iter()
                .map(|name| (name.trim().to_owned(), None))
                .collect(),
            mode,
            ticking: self.ticking,
            day: Day::parse(&self.day),
            grid,
        };
        let list = self.list.trim();
        let more = More {
            list: (!list.is_empty()).then(|| PathBuf::from(list)),
            codes: self.codes.clone(),
        };
        Action::Create(PathBuf::from(self.path()), Box::new(new), more)
    }

    fn bad_day(&self) -> Option<String> {
        let wrong = !self.day.trim().is_empty() && Day::parse(&self.day).is_none();
        wrong.then(|| t!("new-bad-day"))
    }

    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        if self.number.trim().is_empty() {
            missing.push(t!("new-number"));
        }
        for (index, name) in self.members.iter().enumerate() {
            if name.trim().is_empty() {
                missing.push(t!("new-member", number = (index + 1).to_string()));
            }
        }
        if self.bad_day().is_some() {
            missing.push(t!("new-day"));
        }
        if self.codes.iter().any(|code| !matches!(code.len(), 0 | 4)) {
            missing.push(t!("code-four"));
        }
        missing
    }

    /// Draws the form.
    pub fn view(&self) -> Element<'_, Message> {
        let grids = self.grids.iter().enumerate().map(|(index, loaded)| {
            control::radio(
                loaded.grid.title.clone(),
                index == self.grid,
                Some(Message::Grid(index)),
            )
            .into()
        });
        let chosen = self.grids.get(self.grid).map(|loaded| &loaded.grid);
        let sessions = chosen
            .into_iter()
            .flat_map(|grid| grid.editions.iter())
            .enumerate()
            .map(|(index, edition)| {
                let label = format!("{} ({})", edition.session, edition.exam);
                control::choice(label, index == self.session)
                    .on_press(Message::Session(index))
                    .into()
            });
        let modes = chosen
            .into_iter()
            .flat_map(|grid| grid.texts.modes.iter())
            .enumerate()
            .map(|(index, mode)| {
                control::choice(mode.label.clone(), index == self.mode)
                    .on_press(Message::Mode(index))
                    .into()
            });
        let members = self.members.iter().enumerate().map(|(index, name)| {
            let label = t!("new-member", number = (index + 1).to_string());
            let id = MEMBER_IDS.get(index).copied().unwrap_or("member");
            let quality = chosen
                .and_then(|grid| grid.members.get(index))
                .map(|quality| quality.label.clone());
            let input = field::labelled(
                label,
                &t!("new-member-hint"),
                name,
                id,
                move |name| Message::Member(index, name),
                None,
            );
            let code = self.codes.get(index).map_or("", String::as_str);
            let code = column![
                typeface::reference_strong(t!("new-code")),
                field::line(
                    "",
                    code,
                    CODE_IDS.get(index).copied().unwrap_or("code"),
                    move |code| Message::Code(index, code),
                    !matches!(code.len(), 0 | 4)
                )
                .secure(true)
            ]
            .spacing(space::XS)
            .width(140);
            column![
                row![input, code].spacing(space::S),
                typeface::reference(quality.unwrap_or_default()).style(typeface::secondary)
            ]
            .spacing(space::XS)
            .width(Length::Fill)
            .into()
        });
        let ways = [
            (
                Ticking::Blind,
                "new-ticking-blind",
                "new-ticking-blind-detail",
            ),
            (
                Ticking::Separate,
                "new-ticking-separate",
                "new-ticking-separate-detail",
            ),
            (
                Ticking::Common,
                "new-ticking-common",
                "new-ticking-common-detail",
            ),
        ];
        let detail = ways
            .iter()
            .find(|(way, ..)| *way == self.ticking)
            .map(|(.., detail)| t!(detail));
        let ways = ways.into_iter().map(|(way, label, _)| {
            control::radio(t!(label), way == self.ticking, Some(Message::Ticking(way))).into()
        });
        let head = |label: &str| typeface::reference_strong(t!(label));
        let path = self.path();
        let mut form = column![
            typeface::title(t!("new-title")),
            column![
                head("new-grid"),
                column(grids).spacing(space::XS),
                row![
                    field::line(
                        &t!("new-grid-file"),
                        &self.grid_file,
                        "grid-file",
                        Message::GridFile,
                        false
                    )
                    .on_submit(Message::AddGrid),
                    Element::from(control::secondary(t!("new-grid-add")).on_press_maybe(
                        (!self.grid_file.trim().is_empty()).then_some(Message::AddGrid)
                    )),
                ]
                .spacing(space::S),
                Element::from(
                    control::quiet(t!("new-grids"))
                        .key(Command::Grids.key())
                        .on_press(Message::Grids)
                        .id("grids")
                ),
            ]
            .spacing(space::XS),
            row![
                column![head("new-session"), row(sessions).spacing(space::XS)].spacing(space::XS),
                column![head("new-mode"), row(modes).spacing(space::XS)].spacing(space::XS),
            ]
            .spacing(space::XXL),
            row![
                field::labelled(
                    t!("new-number"),
                    "12",
                    &self.number,
                    "number",
                    Message::Number,
                    None
                ),
                field::labelled(
                    t!("new-day"),
                    &t!("new-day-hint"),
                    &self.day,
                    "day",
                    Message::Day,
                    self.bad_day()
                ),
            ]
            .spacing(space::L),
            row(members).spacing(space::L),
            column![
                head("new-ticking"),
                row(ways).spacing(space::S),
                typeface::dense(detail.unwrap_or_default()).style(typeface::secondary)
            ]
            .spacing(space::XS),
            column![
                head("new-list"),
                row![
                    field::line(
                        &t!("new-list-hint"),
                        &self.list,
                        "list",
                        Message::List,
                        false
                    ),
                    Element::from(
                        control::secondary(t!("new-list-browse")).on_press(Message::BrowseList)
                    ),
                ]
                .spacing(space::S),
            ]
            .spacing(space::XS),
            field::labelled(t!("new-file"), "", &path, "file", Message::File, None),
        ]
        .spacing(space::L);
        if let Some(problem) = &self.problem {
            form = form.push(signed_in(
                Icon::Alert,
                typeface::dense(problem.as_str()),
                typeface::danger,
            ));
        }
        let foot = row![
            Element::from(control::secondary(t!("new-cancel")).on_press(Message::Cancel)),
            Element::from(
                control::primary(t!("new-create"))
                    .on_press(Message::Create)
                    .id("create")
            ),
            gap::horizontal(),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        // The panel says what the chosen grid is, beside its choice.
        let form = container(form.push(foot))
            .max_width(FORM)
            .width(Length::FillPortion(5));
        let known = chosen.map(|grid| {
            let panel = container(summary::view(grid))
                .padding(space::L)
                .style(look::framed);
            container(panel).width(Length::FillPortion(3))
        });
        let page = container(row![form, known].spacing(space::XXL))
            .padding(space::HUGE)
            .center_x(Length::Fill);
        container(scrolled(page, "creation"))
            .width(Length::Fill)
            .height(Length::Fill)
            .style(look::surface)
            .into()
    }
}
