//! The dialog of sentences in the window: which ones a candidate's levels call for, put at the end of
//! the appreciation as a gesture of its own, kept and exchanged as the jury's.

use std::path::PathBuf;

use iced::Task;

use super::bench::Wish;
use super::{App, Dialog, Message, Screen, effect};
use crate::screen::comments::{self, Action, Comments};
use crate::store::comments as bank;
use crate::t;
use crate::widget::{Element, travel};

impl App {
    /// Offers the sentences for the candidate's levels.
    pub(super) fn offer_comments(&mut self) -> Task<Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return Task::none();
        };
        let grid = &session.header().grid;
        let levels: Vec<_> = grid
            .rows
            .iter()
            .filter_map(|row| {
                let level = bench.seat.agreed.get(&row.id)?;
                Some((row.id.clone(), level.clone()))
            })
            .collect();
        match bank::load(grid, &self.places) {
            Ok(known) => {
                let form = Comments::new(known, levels);
                let focus = form.focus();
                self.slot = None;
                self.dialog = Some(Dialog::Comments(Box::new(form)));
                focus
            }
            Err(error) => {
                self.dialog = Some(Dialog::Problem(error.to_string()));
                Task::none()
            }
        }
    }

    pub(super) fn comments(&mut self, message: comments::Message) -> Task<Message> {
        let Some(Dialog::Comments(form)) = &mut self.dialog else {
            return Task::none();
        };
        match form.update(message) {
            Action::None => {}
            Action::Insert(text) => {
                let done = self.on_bench(|bench, desk| {
                    Wish::Usual(bench.decision.insert(&text, desk).map(Message::Decision))
                });
                self.say(t!("comments-inserted"));
                return done;
            }
            Action::Keep(known) => {
                self.keep_comments(known);
                if let Some(Dialog::Comments(form)) = &self.dialog {
                    return form.focus();
                }
            }
            Action::Import => return effect::choose_comments(false),
            Action::Export => return effect::choose_comments(true),
            Action::Close => self.dialog = None,
            Action::Focus(id) => return travel::focus_on(id),
        }
        Task::none()
    }

    /// Draws the dialog.
    pub(super) fn comments_view<'a>(
        &'a self,
        form: &'a Comments,
    ) -> Option<Element<'a, super::dialog::Message>> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return None;
        };
        let said = self.slot.as_ref().map(|(words, _)| words.as_str());
        let appreciation = bench.seat.record.appreciation.as_str();
        let form = form.view(session.header(), appreciation, said);
        Some(form.map(super::dialog::Message::Comments))
    }

    fn keep_comments(&mut self, known: crate::domain::comment::Bank) {
        let (Some(session), Some(Dialog::Comments(form))) = (&self.session, &mut self.dialog)
        else {
            return;
        };
        match bank::keep(&known, &session.header().grid, &self.places) {
            Ok(()) => form.set_bank(known),
            Err(error) => form.fail(error.to_string()),
        }
    }

    /// A file of sentences was chosen: to be read, or written when `out`.
    pub(super) fn comments_file(&mut self, out: bool, path: Option<PathBuf>) -> Task<Message> {
        let (Some(path), Some(session), Some(Dialog::Comments(form))) =
            (path, &self.session, &mut self.dialog)
        else {
            return Task::none();
        };
        if out {
            let words = match bank::write_new(&path, form.bank()) {
                Ok(()) => t!("comments-exported", path = path.display().to_string()),
                Err(error) => {
                    form.fail(error.to_string());
                    return Task::none();
                }
            };
            self.say(words);
            return Task::none();
        }
        match bank::read(&path, &session.header().grid) {
            Ok(other) => {
                let mut known = form.bank().clone();
                let count = known.join(other);
                self.keep_comments(known);
                self.say(t!("comments-imported", count = count));
            }
            Err(error) => form.fail(error.to_string()),
        }
        Task::none()
    }
}
