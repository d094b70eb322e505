//! The list of candidates in the window: chosen or dropped, looked at, entered as edits; and the
//! order of passage and moves to another commission.

use std::path::Path;

use iced::Task;

use super::dialog::Dialog;
use super::{App, Message, Screen};
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::id::CandidateId;
use crate::domain::roster::order;
use crate::dossier::roster;
use crate::screen::commission::import::{self, Import};
use crate::store::EditError;
use crate::store::document::Saved;
use crate::t;
use crate::widget::travel;

impl App {
    /// Reads a list and shows it before anything is changed.
    pub(super) fn read_list(&mut self, path: &Path) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        if session.header().exercise {
            self.say(t!("exercise-no-list"));
            return Task::none();
        }
        let commission = session.document.commission();
        match roster::open(path) {
            Ok(table) => {
                let columns = self.settings.columns(&table, &commission.grid().options);
                let name = path.file_name().map(|name| name.to_string_lossy());
                let name = name.unwrap_or_default().into_owned();
                let import = Import::new(name, table, columns, commission, self.now);
                self.dialog = Some(Dialog::Import(Box::new(import)));
            }
            Err(refused) => self.dialog = Some(Dialog::Problem(refused.sentence())),
        }
        Task::none()
    }

    pub(super) fn import(&mut self, message: import::Message) -> Task<Message> {
        let (Some(Dialog::Import(form)), Some(session)) = (&mut self.dialog, &self.session) else {
            return Task::none();
        };
        match message {
            import::Message::Cancel => {
                self.dialog = None;
                Task::none()
            }
            import::Message::Import => self.enter_list(),
            other => {
                let line = matches!(other, import::Message::Line(_));
                form.update(other, session.document.commission(), self.now);
                if line {
                    travel::focus_on("cell-1")
                } else {
                    Task::none()
                }
            }
        }
    }

    /// Writes what a list changes; the table is made again once, at the end.
    fn enter_list(&mut self) -> Task<Message> {
        let Some(Dialog::Import(form)) = self.dialog.take() else {
            return Task::none();
        };
        let Some(session) = &mut self.session else {
            return Task::none();
        };
        let mut count = 0usize;
        for change in form.changes().iter().filter(|one| one.refusal.is_none()) {
            let edits = change.edits();
            let mut done = !edits.is_empty();
            for edit in edits {
                match session.document.edit(&edit, Author::Commission, self.now) {
                    Ok(Saved::InFile(_)) => {}
                    Ok(Saved::Rescued(_)) => self.incident = Some(t!("incident-waiting")),
                    Err(EditError::Refused(_)) => done = false,
                    Err(error @ EditError::NotWritten(_)) => {
                        done = false;
                        self.incident = Some(error.to_string());
                    }
                }
            }
            count += usize::from(done);
        }
        let (table, columns) = form.columns();
        self.settings.remember_columns(table, columns);
        self.settings.save(&self.places);
        self.refresh();
        self.say(t!("import-done", count = count));
        Task::none()
    }

    /// Makes a candidate pass one place earlier or later.
    pub(super) fn reorder(&mut self, candidate: &CandidateId, earlier: bool) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let edits = order::pass(session.document.commission(), candidate, earlier);
        if edits.is_empty() {
            self.say(t!("order-unchanged"));
        }
        for edit in edits {
            if !self.write(Author::Commission, &edit) {
                break;
            }
        }
        if let Screen::Commission(screen) = &mut self.screen {
            screen.choose(candidate);
        }
        Task::none()
    }

    /// Says that another commission hears a candidate, or takes that back.
    pub(super) fn move_candidate(&mut self, candidate: &CandidateId, to: Option<String>) -> bool {
        self.write(
            Author::Commission,
            &Edit::Of(candidate.clone(), Change::Move(to)),
        )
    }
}
