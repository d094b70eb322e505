//! What is asked before something that would be lost, and where to write.

use std::path::PathBuf;

use iced::Alignment;
use iced::widget::{column, row, space as gap};

use super::{Action, Editor, Message};
use crate::style::{space, typeface};
use crate::t;
use crate::widget::{Element, control, field, frame};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// Leaving what is not saved.
    Leave,
    /// Where to write, as it is being written.
    Place(String),
    /// Another grid is in the file.
    Exists(PathBuf),
    /// The file is not what it was when it was read.
    Altered(PathBuf),
}

/// An answer.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Goes back to the form.
    No,
    /// A press beside the question.
    Outside,
    /// Saves.
    Save,
    /// Leaves what is not saved.
    Drop,
    /// A path is being written.
    Path(String),
    /// The system's dialog.
    Choose,
    /// Writes in the place that was asked for.
    Write,
    /// Replaces what is there.
    Replace,
    /// Keeps what is there, and writes beside it.
    Both,
}

impl Editor {
    /// Puts a path in the question, for whoever chose it in the system's dialog.
    pub fn place_chosen(&mut self, path: &std::path::Path) {
        self.asking = Some(Asking::Place(path.display().to_string()));
    }

    pub(super) fn answer(&mut self, answer: Answer) -> Action {
        match answer {
            // A stray press loses nothing that is being written.
            Answer::Outside if matches!(self.asking, Some(Asking::Place(_))) => Action::None,
            Answer::No | Answer::Outside => {
                self.asking = None;
                Action::None
            }
            Answer::Save => {
                self.asking = None;
                Action::Save
            }
            Answer::Drop => {
                self.asking = None;
                Action::Leave
            }
            Answer::Path(path) => {
                self.asking = Some(Asking::Place(path));
                Action::None
            }
            Answer::Choose => Action::Choose,
            Answer::Write => match &self.asking {
                Some(Asking::Place(path)) if !path.trim().is_empty() => {
                    Action::Write(PathBuf::from(path.trim()), false)
                }
                _ => Action::None,
            },
            Answer::Replace => match self.asking.take() {
                Some(Asking::Exists(path) | Asking::Altered(path)) => Action::Write(path, true),
                _ => Action::None,
            },
            Answer::Both => {
                self.asking = None;
                Action::WriteBeside
            }
        }
    }

    pub(super) fn asked<'a>(
        &'a self,
        screen: Element<'a, Message>,
        asking: &'a Asking,
    ) -> Element<'a, Message> {
        let content = match asking {
            Asking::Leave => question(
                t!("ask-leave"),
                t!("ask-leave-text"),
                vec![
                    control::secondary(t!("ask-stay"))
                        .on_press(Answer::No)
                        .id("default")
                        .into(),
                    control::secondary(t!("ask-drop"))
                        .on_press(Answer::Drop)
                        .into(),
                    control::primary(t!("editor-save"))
                        .on_press(Answer::Save)
                        .into(),
                ],
            ),
            Asking::Place(path) => place(path),
            Asking::Exists(path) => replaced(path, "ask-exists"),
            Asking::Altered(path) => replaced(path, "ask-altered"),
        };
        let outside = Message::Answer(Answer::Outside);
        frame::dialog(screen, content.map(Message::Answer), space::DIALOG, outside)
    }
}

fn replaced<'a>(path: &std::path::Path, title: &str) -> Element<'a, Answer> {
    question(
        t!(title, path = path.display().to_string()),
        t!("ask-exists-text"),
        vec![
            control::secondary(t!("ask-stay"))
                .on_press(Answer::No)
                .id("default")
                .into(),
            control::secondary(t!("ask-replace"))
                .on_press(Answer::Replace)
                .into(),
            control::primary(t!("ask-both"))
                .on_press(Answer::Both)
                .into(),
        ],
    )
}

fn place(path: &str) -> Element<'_, Answer> {
    let input = field::line(
        &t!("ask-place-hint"),
        path,
        "editor-path",
        Answer::Path,
        false,
    )
    .on_submit(Answer::Write);
    let write = (!path.trim().is_empty()).then_some(Answer::Write);
    column![
        typeface::title(t!("editor-save-as")),
        typeface::body(t!("ask-place-text")),
        row![
            input,
            Element::from(control::secondary(t!("new-choose-file")).on_press(Answer::Choose)),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center),
        buttons(vec![
            control::secondary(t!("new-cancel"))
                .on_press(Answer::No)
                .into(),
            control::primary(t!("editor-save"))
                .on_press_maybe(write)
                .id("write")
                .into(),
        ]),
    ]
    .spacing(space::L)
    .into()
}

fn question<'a>(
    title: String,
    text: String,
    answers: Vec<Element<'a, Answer>>,
) -> Element<'a, Answer> {
    column![
        typeface::title(title),
        typeface::body(text),
        buttons(answers)
    ]
    .spacing(space::L)
    .into()
}

fn buttons<'a>(answers: Vec<Element<'a, Answer>>) -> Element<'a, Answer> {
    let mut line = row![gap::horizontal()].spacing(space::S);
    for answer in answers {
        line = line.push(answer);
    }
    line.into()
}
