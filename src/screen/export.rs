//! Everything that leaves a commission at once: which files, what becomes of those that are there,
//! how far the writing is, and stopping it.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use crate::export::batch::{Want, Written};
use crate::export::files::Existing;
use crate::keymap::Command;
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::frame::{signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, progress};

/// What is about to leave.
#[derive(Debug, Clone)]
pub struct Export {
    /// Which files.
    pub want: Want,
    /// What becomes of files that are there.
    pub existing: Existing,
    folder: String,
    taken: usize,
    drafts: usize,
    /// Whether it is of an exercise, which has no summary.
    exercise: bool,
    stage: Stage,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// Being chosen.
    Choosing,
    /// So many files written, of so many.
    Writing(usize, usize),
    /// Written, or stopped.
    Done(usize, bool),
    /// Not written further, and why.
    Failed(String),
}

/// A gesture on the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// A PDF for each candidate, or not.
    Each(bool),
    /// One PDF to print, or not.
    Together(bool),
    /// The summary, or not.
    Summary(bool),
    /// What becomes of files that are there.
    Existing(Existing),
    /// Begins.
    Go,
    /// Stops between two files.
    Stop,
    /// Shows the folder.
    Folder,
    /// Leaves.
    Close,
}

impl Export {
    /// Returns the choice, with what is usual chosen.
    pub fn new(folder: String, drafts: usize, exercise: bool) -> Self {
        Self {
            want: Want {
                each: true,
                together: false,
                summary: !exercise,
            },
            existing: Existing::Keep,
            folder,
            taken: 0,
            drafts,
            exercise,
            stage: Stage::Choosing,
        }
    }

    /// Says how many of the files are there already.
    pub fn found(&mut self, taken: usize) {
        self.taken = taken;
    }

    /// Reacts to a choice; the others are the caller's.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Each(each) => self.want.each = each,
            Message::Together(together) => self.want.together = together,
            Message::Summary(summary) => self.want.summary = summary,
            Message::Existing(existing) => self.existing = existing,
            Message::Go | Message::Stop | Message::Folder | Message::Close => {}
        }
    }

    /// Says how far the writing is.
    pub fn advance(&mut self, done: usize, total: usize) {
        self.stage = Stage::Writing(done, total);
    }

    /// Says how it ended.
    pub fn end(&mut self, written: Result<Written, String>) {
        self.stage = match written {
            Ok(written) => Stage::Done(written.paths.len(), written.stopped),
            Err(cause) => Stage::Failed(cause),
        };
    }

    /// Returns whether files are being written.
    pub fn is_writing(&self) -> bool {
        matches!(self.stage, Stage::Writing(..))
    }

    /// Returns whether there is still something to choose.
    pub fn is_choosing(&self) -> bool {
        self.stage == Stage::Choosing
    }

    /// Draws the dialog.
    pub fn view(&self) -> Element<'_, Message> {
        let body = match &self.stage {
            Stage::Choosing => self.choices(),
            Stage::Writing(done, total) => column![
                typeface::body(t!(
                    "batch-writing",
                    done = done.to_string(),
                    total = total.to_string()
                )),
                progress::bar(*done, *total),
            ]
            .spacing(space::M)
            .into(),
            Stage::Done(count, stopped) => {
                let words = if *stopped {
                    t!("batch-stopped", count = *count)
                } else {
                    t!("batch-done", count = *count)
                };
                column![
                    signed(Icon::Check, typeface::body(words)),
                    typeface::dense(self.folder.as_str()).style(typeface::secondary),
                ]
                .spacing(space::S)
                .into()
            }
            Stage::Failed(cause) => signed_in(
                Icon::Alert,
                typeface::body(cause.as_str()).width(540),
                typeface::alert,
            ),
        };
        column![typeface::title(t!("batch-title")), body, self.foot()]
            .spacing(space::L)
            .into()
    }

    fn choices(&self) -> Element<'_, Message> {
        let Want {
            each,
            together,
            summary,
        } = self.want;
        let mut body = column![
            control::check(t!("batch-each"), each, Some(Message::Each(!each))),
            control::check(
                t!("batch-together"),
                together,
                Some(Message::Together(!together))
            ),
            if self.exercise {
                Element::from(typeface::dense(t!("exercise-sheets")))
            } else {
                control::check(
                    t!("batch-summary"),
                    summary,
                    Some(Message::Summary(!summary)),
                )
                .into()
            },
            typeface::dense(t!("batch-folder", folder = self.folder.as_str()))
                .style(typeface::secondary),
        ]
        .spacing(space::S);
        if self.drafts > 0 {
            body = body.push(signed_in(
                Icon::Alert,
                typeface::dense(t!("batch-drafts", count = self.drafts)),
                typeface::alert,
            ));
        }
        if self.taken > 0 {
            let choice = |label: &str, existing: Existing| {
                Element::from(
                    control::choice(t!(label), self.existing == existing)
                        .dense()
                        .on_press(Message::Existing(existing)),
                )
            };
            let line = row![
                typeface::dense(t!("batch-taken", count = self.taken)),
                gap::horizontal(),
                choice("batch-keep", Existing::Keep),
                choice("batch-replace", Existing::Replace),
            ]
            .spacing(space::S)
            .align_y(Alignment::Center);
            body = body.push(
                container(line)
                    .padding([space::S, space::M])
                    .width(Length::Fill)
                    .style(look::notice),
            );
        }
        body.into()
    }

    fn foot(&self) -> Element<'_, Message> {
        let close = |label: &str| {
            control::secondary(t!(label))
                .key(Command::Escape.key())
                .on_press(Message::Close)
                .id("default")
        };
        let line = match &self.stage {
            Stage::Choosing => {
                let Want {
                    each,
                    together,
                    summary,
                } = self.want;
                let ready = each || together || summary;
                row![
                    gap::horizontal(),
                    Element::from(close("batch-cancel")),
                    Element::from(
                        control::primary(t!("batch-go"))
                            .icon(Icon::Export)
                            .on_press_maybe(ready.then_some(Message::Go))
                            .id("go")
                    ),
                ]
            }
            Stage::Writing(..) => row![
                gap::horizontal(),
                Element::from(
                    control::secondary(t!("batch-stop"))
                        .key(Command::Escape.key())
                        .on_press(Message::Stop)
                        .id("stop")
                ),
            ],
            Stage::Done(..) => row![
                Element::from(
                    control::secondary(t!("batch-show"))
                        .icon(Icon::Folder)
                        .on_press(Message::Folder)
                ),
                gap::horizontal(),
                Element::from(close("batch-close")),
            ],
            Stage::Failed(_) => row![gap::horizontal(), Element::from(close("batch-close"))],
        };
        line.spacing(space::S).align_y(Alignment::Center).into()
    }
}
