//! Sentences offered for the appreciation, at the levels of the candidate in front: one press puts a
//! sentence at the end of the text. Also where the jury makes them its own.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length, Task};

use super::shown;
use crate::domain::comment::{Bank, Comment, LONGEST};
use crate::domain::commission::Header;
use crate::domain::id::{LevelId, RowId};
use crate::keymap::Command;
use crate::style::{self, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{line, scrolled, signed_in};
use crate::widget::icon::{Icon, bars, icon};
use crate::widget::{Element, control, field, travel};

/// Width of the dialog.
pub const WIDTH: f32 = 980.0;
/// The field of a sentence being written.
const SENTENCE: &str = "comment-text";

/// The sentences in front.
#[derive(Debug, Clone)]
pub struct Comments {
    bank: Bank,
    /// The candidate's levels, in the order of the grid.
    levels: Vec<(RowId, LevelId)>,
    /// Which of the sentences shown the arrows are on.
    current: usize,
    writing: Option<Writing>,
    /// What could not be done.
    problem: Option<String>,
}

/// A sentence being written.
#[derive(Debug, Clone)]
struct Writing {
    /// The one it replaces, if any.
    at: Option<usize>,
    row: RowId,
    level: LevelId,
    text: String,
}

/// A gesture on the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Puts a sentence at the end of the appreciation.
    Insert(usize),
    /// Changes a sentence of the bank.
    Change(usize),
    /// Writes a new one for a row at a level.
    Add(RowId, LevelId),
    /// It is being written.
    Text(String),
    /// It is kept.
    Keep,
    /// It is taken out of the bank.
    Remove,
    /// It stays as it was.
    Cancel,
    /// Sentences come from a file.
    Import,
    /// They leave to a file.
    Export,
    /// Leaves.
    Close,
}

/// What the dialog wants.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// A sentence at the end of the appreciation.
    Insert(String),
    /// The bank kept as the jury's own.
    Keep(Bank),
    /// A file chosen to read sentences from.
    Import,
    /// A file chosen to write them to.
    Export,
    /// Nothing more.
    Close,
    /// The focus elsewhere.
    Focus(&'static str),
}

/// Returns the name of the control of a sentence.
fn name(position: usize) -> String {
    format!("comment-{position}")
}

impl Comments {
    /// Returns the dialog for a candidate's levels.
    pub fn new(bank: Bank, levels: Vec<(RowId, LevelId)>) -> Self {
        Self {
            bank,
            levels,
            current: 0,
            writing: None,
            problem: None,
        }
    }

    /// Returns the sentences as they are now.
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// Shows other sentences.
    pub fn set_bank(&mut self, bank: Bank) {
        self.bank = bank;
        self.problem = None;
    }

    /// Says what could not be done.
    pub fn fail(&mut self, words: String) {
        self.problem = Some(words);
    }

    /// Returns the sentences shown, each by its position in the bank.
    fn offered(&self) -> Vec<usize> {
        let of = |(row, level): &(RowId, LevelId)| {
            let found: Vec<usize> = self.bank.of(row, level).map(|(index, _)| index).collect();
            found
        };
        self.levels.iter().flat_map(of).collect()
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        self.problem = None;
        match message {
            Message::Insert(index) => {
                if let Some(place) = self.offered().iter().position(|known| *known == index) {
                    self.current = place;
                }
                match self.bank.comments.get(index) {
                    Some(comment) => Action::Insert(comment.text.clone()),
                    None => Action::None,
                }
            }
            Message::Change(index) => {
                let Some(known) = self.bank.comments.get(index) else {
                    return Action::None;
                };
                self.writing = Some(Writing {
                    at: Some(index),
                    row: known.row.clone(),
                    level: known.level.clone(),
                    text: known.text.clone(),
                });
                Action::Focus(SENTENCE)
            }
            Message::Add(row, level) => {
                self.writing = Some(Writing {
                    at: None,
                    row,
                    level,
                    text: String::new(),
                });
                Action::Focus(SENTENCE)
            }
            Message::Text(text) => {
                if let Some(writing) = &mut self.writing {
                    writing.text = text.chars().take(LONGEST).collect();
                }
                Action::None
            }
            Message::Keep => self.keep(),
            Message::Remove => {
                let Some(index) = self.writing.take().and_then(|writing| writing.at) else {
                    return Action::None;
                };
                let mut bank = self.bank.clone();
                if index < bank.comments.len() {
                    let _ = bank.comments.remove(index);
                }
                Action::Keep(bank)
            }
            Message::Cancel => {
                self.writing = None;
                Action::None
            }
            Message::Import => Action::Import,
            Message::Export => Action::Export,
            Message::Close if self.writing.is_some() => {
                self.writing = None;
                Action::None
            }
            Message::Close => Action::Close,
        }
    }

    fn keep(&mut self) -> Action {
        let Some(writing) = self.writing.take() else {
            return Action::None;
        };
        let text = writing.text.trim().to_owned();
        if text.is_empty() {
            self.writing = Some(writing);
            return Action::None;
        }
        let mut bank = self.bank.clone();
        let at = writing.at.and_then(|index| bank.comments.get_mut(index));
        match at {
            Some(known) => known.text = text,
            None => {
                let _ = bank.add(Comment {
                    row: writing.row,
                    level: writing.level,
                    text,
                });
            }
        }
        Action::Keep(bank)
    }

    /// Reacts to a key that no control took.
    pub fn command<Window: Send + 'static>(&mut self, command: Command) -> Task<Window> {
        let last = self.offered().len().saturating_sub(1);
        match command {
            Command::Up => self.current = self.current.saturating_sub(1),
            Command::Down => self.current = (self.current + 1).min(last),
            _ => return Task::none(),
        }
        self.focus()
    }

    /// Gives the focus to the sentence that the arrows are on.
    pub fn focus<Window: Send + 'static>(&self) -> Task<Window> {
        let offered = self.offered();
        match offered.get(self.current) {
            Some(index) => travel::focus_on(name(*index)),
            None => travel::focus_on("comments-close"),
        }
    }

    /// Returns whether a sentence is being written.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// Draws the dialog; `appreciation` is the text as it stands, `said` what just happened.
    pub fn view<'a>(
        &'a self,
        header: &Header,
        appreciation: &str,
        said: Option<&'a str>,
    ) -> Element<'a, Message> {
        let head = row![
            typeface::title(t!("comments-title")),
            gap::horizontal(),
            Element::from(
                control::quiet(t!("comments-import"))
                    .on_press(Message::Import)
                    .id("comments-import")
            ),
            Element::from(
                control::quiet(t!("comments-export"))
                    .on_press(Message::Export)
                    .id("comments-export")
            ),
        ]
        .align_y(Alignment::Center);
        let mut list = column![].spacing(space::XS);
        for (row_id, level) in &self.levels {
            list = list.push(self.group(header, row_id, level, appreciation));
        }
        let list = container(list).padding([0.0, space::M]);
        column![
            head,
            typeface::dense(t!("comments-text")).style(typeface::secondary),
            scrolled(list, "comments"),
            match &self.writing {
                Some(writing) => Self::form(header, writing),
                None => self.foot(said),
            },
        ]
        .spacing(space::M)
        .into()
    }

    fn group<'a>(
        &'a self,
        header: &Header,
        row_id: &RowId,
        level: &LevelId,
        appreciation: &str,
    ) -> Element<'a, Message> {
        let title = header
            .grid
            .row(row_id)
            .map_or_else(String::new, |row| row.short.clone());
        let level_shown = shown(header, level);
        let head = row![
            typeface::label(title),
            bars(level_shown.bars),
            typeface::dense(level_shown.label).style(typeface::secondary),
            gap::horizontal(),
            Element::from(
                control::quiet(t!("comments-add"))
                    .dense()
                    .on_press(Message::Add(row_id.clone(), level.clone()))
            ),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let mut group = column![line(), head];
        let mut any = false;
        for (index, text) in self.bank.of(row_id, level) {
            any = true;
            let there = appreciation.contains(text);
            let sign = if there { Icon::Check } else { Icon::Plus };
            let inside = row![icon(sign, 16.0), typeface::dense(text)]
                .spacing(space::S)
                .align_y(Alignment::Center);
            let message = Message::Insert(index);
            let sentence = focus(
                button(inside)
                    .padding([space::XS + 1.0, space::S])
                    .width(Length::Fill)
                    .style(style::button::row)
                    .on_press(message.clone()),
                Some(message),
            )
            .id(name(index))
            .inside();
            let change = control::quiet(t!("comments-change"))
                .dense()
                .on_press(Message::Change(index));
            group = group.push(
                row![sentence, Element::from(change)]
                    .spacing(space::S)
                    .align_y(Alignment::Center),
            );
        }
        if !any {
            group = group.push(typeface::reference(t!("comments-none")).style(typeface::secondary));
        }
        group.spacing(2).into()
    }

    fn form<'a>(header: &Header, writing: &'a Writing) -> Element<'a, Message> {
        let title = header
            .grid
            .row(&writing.row)
            .map_or_else(String::new, |row| row.short.clone());
        let label = t!(
            "comments-for",
            row = title,
            level = shown(header, &writing.level).label
        );
        let ready = !writing.text.trim().is_empty();
        let remove = writing.at.map(|_| {
            Element::from(
                control::quiet(t!("comments-remove"))
                    .on_press(Message::Remove)
                    .id("comments-remove"),
            )
        });
        column![
            line(),
            typeface::label(label),
            field::line(
                &t!("comments-hint"),
                &writing.text,
                SENTENCE,
                Message::Text,
                false
            )
            .on_submit(Message::Keep),
            row![
                remove,
                gap::horizontal(),
                Element::from(
                    control::secondary(t!("comments-cancel"))
                        .key(Command::Escape.key())
                        .on_press(Message::Cancel)
                ),
                Element::from(
                    control::primary(t!("comments-keep"))
                        .key(Command::Open.key())
                        .on_press_maybe(ready.then_some(Message::Keep))
                ),
            ]
            .spacing(space::S),
        ]
        .spacing(space::S)
        .into()
    }

    fn foot<'a>(&'a self, said: Option<&'a str>) -> Element<'a, Message> {
        let words: Element<'a, Message> = match (&self.problem, said) {
            (Some(problem), _) => signed_in(
                Icon::Alert,
                typeface::dense(problem.as_str()).width(720),
                typeface::alert,
            ),
            (None, Some(said)) => typeface::dense_strong(said).into(),
            (None, None) => typeface::dense(t!("comments-yours"))
                .style(typeface::secondary)
                .into(),
        };
        row![
            words,
            gap::horizontal(),
            Element::from(
                control::secondary(t!("comments-close"))
                    .key(Command::Escape.key())
                    .on_press(Message::Close)
                    .id("comments-close")
            ),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .into()
    }
}
