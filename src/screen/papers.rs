//! The papers of a candidate: pieces and their state, the reading of the tableau beside its
//! original, corrected by hand where it must be, and questions to prepare. What was read is shown;
//! nothing is applied by itself.

mod correct;
mod line;
mod matrix;
mod pieces;
mod questions;
mod report;

pub mod viewer;

use std::path::PathBuf;

use iced::widget::{column, container, row};
use iced::{Alignment, Length, Task};

use self::correct::{Draft, amend, restore};
use super::{Action, Desk, Stage};
use crate::domain::commission::{PieceState, Question};
use crate::domain::dossier::amend::{Line, Said, Spot};
use crate::domain::dossier::findings::{Finding, findings};
use crate::domain::dossier::{Access, Dossier, PieceKind, Reading};
use crate::domain::edit::{Author, Change};
use crate::domain::grid::Row;
use crate::domain::id::{PieceId, QuestionId, RowId};
use crate::keymap::Command;
use crate::style::space::Class;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge, edge_down, notice, scrolled};
use crate::widget::{Element, control, travel};
use crate::{t, words};

/// Where a question is written.
const QUESTION: &str = "question";
const PATH: &str = "dossier-path";
/// Where a title is corrected.
const TITLE: &str = "line-title";

/// The zone that a window too small for three shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zone {
    /// The pieces.
    Pieces,
    /// The tableau.
    #[default]
    Tableau,
    /// The line in front.
    Detail,
}

/// What the middle shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Middle {
    /// Which réalisation covers what.
    #[default]
    Coverage,
    /// What is to be checked in the reading.
    Report,
}

/// The cell in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Cursor {
    line: usize,
    column: usize,
}

/// A question being written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Asking {
    text: String,
    row: Option<RowId>,
    realisation: Option<String>,
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Papers {
    path: Option<String>,
    zone: Zone,
    middle: Middle,
    cursor: Cursor,
    draft: Option<Draft>,
    asking: Option<Asking>,
    labelling: Option<String>,
    /// The piece that is looked at.
    pub viewer: viewer::Viewer,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Shows where a path can be written.
    Add,
    /// The path is being written.
    Path(String),
    /// Reads the path that is written.
    Read,
    /// The system's dialog for a folder.
    PickFolder,
    /// The system's dialog for an archive.
    PickArchive,
    /// What was picked.
    Picked(Option<PathBuf>),
    /// The state of a required paper.
    State(PieceId, Option<PieceState>),
    /// Shows what a paper can be, or no longer.
    Relabel(Option<String>),
    /// What it is.
    Label(String, PieceKind),
    /// Whether an address opened, now.
    Access(String, Option<bool>),
    /// Another zone, in a small window.
    Zone(Zone),
    /// Another view of the tableau.
    Middle(Middle),
    /// A line is looked at, and perhaps a cell of it.
    Look(usize, Option<usize>),
    /// A cell is ticked or unticked.
    Tick(usize, usize),
    /// A correction, or its end.
    Amend(Spot, Option<Said>),
    /// All the corrections of a line are taken back.
    Restore(Line),
    /// The title of the line is being written.
    Title(String),
    /// Its period is.
    Period(String),
    /// What was written is handed over.
    Keep,
    /// A line that the reading does not have.
    AddLine,
    /// A question is being written.
    Question(String),
    /// The row it is about.
    About(Option<RowId>),
    /// The réalisation it is about.
    AboutLine(Option<String>),
    /// Prepares it.
    Prepare,
    /// Starts a question, on a row perhaps.
    Ask(Option<RowId>),
    /// Leaves it.
    StopAsking,
    /// Drops a question.
    Remove(QuestionId),
    /// On to the interrogation.
    Start,
    /// Looks at a piece.
    Viewer(viewer::Message),
}

impl Message {
    /// Returns whether this is typing: anything else comes after what was typed is written.
    pub fn is_typing(&self) -> bool {
        matches!(self, Message::Title(_) | Message::Period(_))
    }
}

impl Papers {
    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message, desk: &Desk<'_>) -> Action<Message> {
        match message {
            Message::Add => {
                self.path = Some(String::new());
                Action::Run(travel::focus_on(PATH))
            }
            Message::Path(path) => {
                self.path = Some(path);
                Action::None
            }
            Message::Read => match self.path.take().map(|path| path.trim().to_owned()) {
                Some(path) if !path.is_empty() => self.read(PathBuf::from(path)),
                _ => Action::None,
            },
            Message::PickFolder => pick(true),
            Message::PickArchive => pick(false),
            Message::Picked(None) => Action::None,
            Message::Picked(Some(path)) => self.read(path),
            Message::State(piece, state) => change(Change::Piece(piece, state)),
            Message::Relabel(path) => {
                self.labelling = path;
                Action::None
            }
            Message::Label(path, kind) => {
                self.labelling = None;
                if kind == PieceKind::Tableau && reading(desk).is_none() {
                    Action::ReadTableau(path)
                } else {
                    change(Change::Label(path, kind))
                }
            }
            Message::Access(address, opened) => {
                let access = opened.map(|opened| Access {
                    opened,
                    at: desk.now,
                });
                change(Change::Access(address, access))
            }
            Message::Zone(zone) => {
                self.zone = zone;
                Action::None
            }
            Message::Middle(middle) => {
                self.middle = middle;
                Action::None
            }
            Message::Look(line, column) => {
                self.cursor.line = line;
                self.cursor.column = column.unwrap_or(self.cursor.column);
                Action::None
            }
            Message::Tick(line, column) => {
                self.cursor = Cursor { line, column };
                self.tick(desk)
            }
            Message::Amend(spot, said) => amend(desk, spot, said),
            Message::Restore(line) => restore(desk, line),
            Message::Title(title) => self.write(desk, |draft| draft.title = title),
            Message::Period(period) => self.write(desk, |draft| draft.period = period),
            Message::Keep => self.hand_over(desk, true),
            Message::AddLine => self.add_line(desk),
            Message::Question(text) => {
                if let Some(asking) = &mut self.asking {
                    asking.text = text;
                }
                Action::None
            }
            Message::About(row) => {
                if let Some(asking) = &mut self.asking {
                    asking.row = row;
                }
                Action::None
            }
            Message::AboutLine(realisation) => {
                if let Some(asking) = &mut self.asking {
                    asking.realisation = realisation;
                }
                Action::None
            }
            Message::Prepare => self.prepare(desk),
            Message::Ask(row) => {
                self.asking = Some(Asking {
                    row,
                    ..Asking::default()
                });
                Action::Run(travel::focus_on(QUESTION))
            }
            Message::StopAsking => {
                self.asking = None;
                Action::None
            }
            Message::Remove(question) => change(Change::RemoveQuestion(question)),
            Message::Start => Action::Go(Stage::Interrogation),
            Message::Viewer(message) => {
                if matches!(message, viewer::Message::Show(_)) {
                    self.zone = Zone::Detail;
                }
                wanted(self.viewer.update(message, desk))
            }
        }
    }

    /// Puts a cell in front.
    pub fn look_at(&mut self, line: usize, column: Option<usize>) {
        self.cursor = Cursor {
            line,
            column: column.unwrap_or_default(),
        };
        self.middle = Middle::Coverage;
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Action<Message> {
        if let Some(want) = self.viewer.command(command, desk) {
            if matches!(command, Command::NextPiece | Command::PreviousPiece) {
                self.zone = Zone::Detail;
            }
            return wanted(want);
        }
        let lines = reading(desk).map_or(0, |reading| reading.realisations.len());
        let columns = covered(desk).count();
        let Cursor { line, column } = &mut self.cursor;
        match command {
            Command::Up => *line = line.saturating_sub(1),
            Command::Down => *line = (*line + 1).min(lines.saturating_sub(1)),
            Command::Previous => *column = column.saturating_sub(1),
            Command::Next => *column = (*column + 1).min(columns.saturating_sub(1)),
            Command::Tick => return self.tick(desk),
            Command::Original => return self.original(desk),
            Command::Correct => {
                // The line takes the place of the piece beside the tableau.
                self.viewer.close();
                self.zone = Zone::Detail;
                return Action::Run(travel::focus_on(TITLE));
            }
            Command::Ask => {
                let row = covered(desk).nth(self.cursor.column);
                let line = reading(desk).and_then(|it| it.realisations.get(self.cursor.line));
                self.asking = Some(Asking {
                    text: String::new(),
                    row: row.map(|row| row.id.clone()),
                    realisation: line.map(|line| line.title.clone()),
                });
                return Action::Run(travel::focus_on(QUESTION));
            }
            Command::Open => return Action::Go(Stage::Interrogation),
            Command::Undo => return Action::Undo(Author::Commission),
            Command::Redo => return Action::Redo(Author::Commission),
            _ => return Action::None,
        }
        self.middle = Middle::Coverage;
        Action::Run(travel::reveal_id(matrix::line_id(self.cursor.line)))
    }

    /// Draws the screen under the band.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let pieces = container(scrolled(
            container(pieces::view(self, desk)).padding([space::M, space::L]),
            "pieces",
        ))
        .style(look::surface);
        let middle = container(match self.middle {
            Middle::Coverage => matrix::view(self, desk),
            Middle::Report => report::view(desk),
        })
        .width(Length::Fill)
        .height(Length::Fill)
        .padding([space::M, space::XL]);
        let middle = column![self.tabs(desk), stranger(desk), middle, edge(), foot(desk)];
        let middle = container(middle).width(Length::Fill).style(look::surface);
        let piece = self.viewer.view(desk).map(|view| view.map(Message::Viewer));
        let width = if piece.is_some() { viewer::PANE } else { 350.0 };
        let detail = container(piece.unwrap_or_else(|| {
            scrolled(
                container(line::view(self, desk)).padding([space::M, space::XL]),
                "documents",
            )
        }))
        .style(look::surface);
        if desk.class >= Class::Large {
            return row![
                pieces.width(300),
                edge_down(),
                middle,
                edge_down(),
                detail.width(width)
            ]
            .height(Length::Fill)
            .into();
        }
        let zone = |zone, words: &str| (t!(words), self.zone == zone, Some(Message::Zone(zone)));
        let zones = control::segmented(
            "zone",
            [
                zone(Zone::Pieces, "dossier-zone-pieces"),
                zone(Zone::Tableau, "dossier-zone-tableau"),
                zone(Zone::Detail, "dossier-zone-detail"),
            ],
        );
        let shown = match self.zone {
            Zone::Pieces => Element::from(pieces.width(Length::Fill).height(Length::Fill)),
            Zone::Tableau => middle.height(Length::Fill).into(),
            Zone::Detail => detail.width(Length::Fill).height(Length::Fill).into(),
        };
        column![container(zones).padding([space::XS, space::XL]), shown].into()
    }

    fn tabs<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let to_check = report::count(desk);
        let report = match to_check {
            0 => t!("dossier-tab-report"),
            count => t!("dossier-tab-report-count", count = count),
        };
        let tab =
            |middle, words: String| (words, self.middle == middle, Some(Message::Middle(middle)));
        let tabs = control::segmented(
            "middle",
            [
                tab(Middle::Coverage, t!("dossier-coverage")),
                tab(Middle::Report, report),
            ],
        );
        let said = dossier(desk).map(|dossier| {
            let words = if dossier.is_checked() {
                t!("dossier-coverage-checked")
            } else {
                t!("dossier-coverage-source")
            };
            typeface::reference(words).style(typeface::secondary)
        });
        container(
            row![tabs, said]
                .spacing(space::M)
                .align_y(Alignment::Center),
        )
        .padding(iced::Padding::from([0.0, space::XL]).top(space::M))
        .into()
    }

    fn read(&mut self, path: PathBuf) -> Action<Message> {
        self.path = None;
        self.draft = None;
        self.cursor = Cursor::default();
        Action::ReadDossier(path)
    }

    /// Shows where the cell in front was read, or its line when the cell is empty.
    fn original(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let Some((_, line)) = at(desk, self.cursor.line) else {
            return Action::None;
        };
        let tick = line.tick_places.get(self.cursor.column).copied().flatten();
        let Some(place) = tick.or(line.place) else {
            return Action::Say(t!("dossier-line-written"));
        };
        self.zone = Zone::Detail;
        let want = self.viewer.point(place, desk);
        wanted(want)
    }

    fn prepare(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let Some(asking) = self.asking.take() else {
            return Action::None;
        };
        let text = asking.text.trim().to_owned();
        if text.is_empty() {
            return Action::None;
        }
        change(Change::AddQuestion(Question {
            id: questions::next(desk),
            text,
            row: asking.row,
            realisation: asking.realisation,
            asked: false,
        }))
    }
}

/// Asks for what the viewer wants.
fn wanted(want: viewer::Want) -> Action<Message> {
    match want {
        viewer::Want::Nothing => Action::None,
        viewer::Want::Wish(wish) => Action::Piece(wish),
        viewer::Want::Run(task) => Action::Run(task.map(Message::Viewer)),
    }
}

fn change(change: Change) -> Action<Message> {
    Action::Change(Author::Commission, change)
}

fn dossier<'a>(desk: &Desk<'a>) -> Option<&'a Dossier> {
    desk.seat.record.dossier.as_ref()
}

fn reading<'a>(desk: &Desk<'a>) -> Option<&'a Reading> {
    dossier(desk).and_then(|dossier| dossier.reading.as_ref())
}

/// Returns the rows that the tableau has a column for.
fn covered<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Row> {
    desk.header.grid.covered_rows()
}

/// Returns the line at an index of what is shown.
fn at<'a>(
    desk: &Desk<'a>,
    index: usize,
) -> Option<(Line, &'a crate::domain::dossier::Realisation)> {
    let line = dossier(desk)?.lines().get(index).copied()?;
    Some((line, reading(desk)?.realisations.get(index)?))
}

/// Returns what is shown of a line.
fn shown<'a>(desk: &Desk<'a>, line: Line) -> Option<&'a crate::domain::dossier::Realisation> {
    let index = dossier(desk)?
        .lines()
        .iter()
        .position(|known| *known == line)?;
    reading(desk)?.realisations.get(index)
}

fn pick(folder: bool) -> Action<Message> {
    let title = t!("dossier-add");
    Action::Run(Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new().set_title(title);
            let picked = if folder {
                dialog.pick_folder().await
            } else {
                dialog.add_filter("ZIP", &["zip"]).pick_file().await
            };
            picked.map(|handle| handle.path().to_owned())
        },
        Message::Picked,
    ))
}

/// A tableau that names somebody else is said above all the rest.
fn stranger<'a>(desk: &Desk<'a>) -> Option<Element<'a, Message>> {
    let reading = reading(desk)?;
    let found = findings(reading, Some(&desk.seat.record.candidate));
    let other = found.iter().find(|finding| {
        matches!(
            finding,
            Finding::OtherName { .. } | Finding::OtherNumber { .. }
        )
    })?;
    let words = words::finding(other, reading, &[]);
    let notice = notice(typeface::dense_strong(t!(
        "dossier-stranger",
        finding = words
    )));
    let padding = iced::Padding::from([0.0, space::XL]).top(space::S);
    Some(container(notice).padding(padding).into())
}

fn foot<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let label = if desk.seat.record.is_touched() {
        t!("dossier-continue")
    } else {
        t!("dossier-start")
    };
    let line = row![
        container(match desk.said {
            Some(said) => typeface::dense_strong(said),
            None => typeface::reference(t!("dossier-foot")).style(typeface::secondary),
        })
        .width(Length::Fill),
        Element::from(control::primary(label).on_press(Message::Start).id("main")),
    ]
    .spacing(space::L)
    .align_y(Alignment::Center);
    container(line).padding([space::S, space::XL]).into()
}
