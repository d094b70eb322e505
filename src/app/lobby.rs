//! Before a candidate is in front: the welcome screen, the form of a new commission, the table of
//! candidates, and opening or leaving a file.

use std::path::Path;

use iced::Task;

use super::dialog::Dialog;
use super::session::Session;
use super::{App, Message, Screen, demo, effect};
use crate::domain::edit::Author;
use crate::keymap::Place;
use crate::screen::commission::{self, Person};
use crate::screen::creation::{self, Creation};
use crate::screen::home::{self, Home};
use crate::store::document::{Document, Notice};
use crate::store::grids;
use crate::widget::travel;
use crate::{t, words};

impl App {
    pub(super) fn home(&mut self, message: home::Message) -> Task<Message> {
        let Screen::Home(screen) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message);
        self.act_on_home(action)
    }

    pub(super) fn act_on_home(&mut self, action: home::Action) -> Task<Message> {
        match action {
            home::Action::None => Task::none(),
            home::Action::New => {
                let folder = self.places.documents();
                let form = Creation::new(self.grids.clone(), &folder, self.now.day());
                self.screen = Screen::Creation(Box::new(form));
                travel::focus_on("number")
            }
            home::Action::Grids => self.show_grids(),
            home::Action::Harmony => self.show_harmony(),
            home::Action::Retention => self.show_retention(),
            home::Action::Open(path) => self.open(&path),
            home::Action::Browse => effect::choose_file(),
            home::Action::Demo => match demo::lay(&self.places.demo(), &self.places) {
                Ok(file) => self.open(&file),
                Err(error) => {
                    self.dialog = Some(Dialog::Problem(error.to_string()));
                    Task::none()
                }
            },
            home::Action::Display(mode) => {
                self.mode = mode;
                self.settings.display = Some(mode.name().to_owned());
                self.settings.save(&self.places);
                Task::none()
            }
            home::Action::Lock(minutes) => {
                self.settings.lock_after = Some(minutes);
                self.settings.save(&self.places);
                Task::none()
            }
            home::Action::Scale(scale) => self.set_scale(scale),
            home::Action::Help => {
                self.dialog = Some(Dialog::Help(Place::Home));
                Task::none()
            }
        }
    }

    pub(super) fn creation(&mut self, message: creation::Message) -> Task<Message> {
        let Screen::Creation(form) = &mut self.screen else {
            return Task::none();
        };
        match form.update(message) {
            creation::Action::None => Task::none(),
            creation::Action::Grid(path) => {
                match grids::read(&path) {
                    Ok(grid) => form.add_grid(grid),
                    Err(error) => form.fail(error.to_string()),
                }
                Task::none()
            }
            creation::Action::Cancel => {
                self.screen = Screen::Home(Home::default());
                Task::none()
            }
            creation::Action::Grids => self.show_grids(),
            creation::Action::BrowseList => effect::choose_list(),
            creation::Action::Create(path, new, more) => {
                match Document::create(&path, *new, &self.places) {
                    // Opened again by the usual way, so that there is only one.
                    Ok(document) => {
                        drop(document);
                        let opened = self.open(&path);
                        for (member, code) in more.codes.iter().enumerate() {
                            if !code.is_empty() {
                                let _ = self.set_code(member, code);
                            }
                        }
                        let listed = more
                            .list
                            .map_or_else(Task::none, |list| self.read_list(&list));
                        Task::batch([opened, listed])
                    }
                    Err(error) => {
                        form.fail(error.to_string());
                        Task::none()
                    }
                }
            }
        }
    }

    /// Opens a commission's file and shows its candidates, or the one that was left.
    pub(super) fn open(&mut self, path: &Path) -> Task<Message> {
        // The lock of the file in use is given back first: it may be the same file.
        self.session = None;
        let session = match Session::open(path, &self.places) {
            Ok(session) => session,
            Err(error) => {
                self.screen = Screen::Home(Home::default());
                self.dialog = Some(Dialog::Problem(error.to_string()));
                return Task::none();
            }
        };
        let notices: Vec<String> = session
            .document
            .notices()
            .iter()
            .map(|notice| words::notice(path, notice))
            .collect();
        let serious = session
            .document
            .notices()
            .iter()
            .any(|notice| !matches!(notice, Notice::Recovered(_)));
        self.incident = (serious && !notices.is_empty()).then(|| notices.join(" "));
        if !serious && let Some(words) = notices.first() {
            self.say(words.clone());
        }
        self.settings.remember(session.recent(self.now));
        self.session = Some(session);
        self.screen = Screen::Commission(commission::Commission::default());
        let resumed = self.resume_here();
        self.settings.save(&self.places);
        resumed
    }

    pub(super) fn act_on_commission(&mut self, action: commission::Action) -> Task<Message> {
        let exercise = self.is_exercise();
        match action {
            commission::Action::Add | commission::Action::Import if exercise => {
                self.say(t!("exercise-no-list"));
            }
            commission::Action::None => {}
            commission::Action::Back => return self.leave_session(),
            commission::Action::Open(candidate) => return self.open_candidate(&candidate, None),
            commission::Action::Add => {
                if let Some(session) = &self.session {
                    self.dialog = Some(Dialog::Person(Box::new(Person::new(session.header()))));
                    return travel::focus_on("number");
                }
            }
            commission::Action::Correct(candidate) => {
                if let Some(session) = &self.session
                    && let Some(record) = session.document.commission().record(&candidate)
                {
                    let form = Person::of(session.header(), &record.candidate);
                    self.dialog = Some(Dialog::Person(Box::new(form)));
                    return travel::focus_on("number");
                }
            }
            commission::Action::Grid => return self.show_frozen(),
            commission::Action::Import => return effect::choose_list(),
            commission::Action::Move(candidate) => {
                self.dialog = Some(Dialog::Move(candidate, String::new()));
                return travel::focus_on("move-to");
            }
            commission::Action::Reorder(candidate, earlier) => {
                return self.reorder(&candidate, earlier);
            }
            commission::Action::Absent(candidate, absent) => {
                self.dialog = Some(Dialog::Absent(candidate, absent));
            }
            commission::Action::Export => return self.export_all(),
            commission::Action::Dossiers => return self.show_dossiers(),
            commission::Action::Copies => return self.show_copies(None),
            commission::Action::Settle => return self.show_settling(None),
            commission::Action::Harmony => return self.show_harmony(),
            commission::Action::Data(candidate) => self.show_data(candidate.as_ref()),
            commission::Action::Undo(candidate) => self.undo(&candidate, Author::Commission, false),
            commission::Action::Redo(candidate) => self.undo(&candidate, Author::Commission, true),
            commission::Action::Exercise => return self.open_exercise(),
            commission::Action::Gaps => self.dialog = Some(Dialog::Gaps),
            commission::Action::Resets => self.dialog = Some(Dialog::Resets),
            commission::Action::Help => self.dialog = Some(Dialog::Help(Place::Commission)),
        }
        Task::none()
    }

    fn leave_session(&mut self) -> Task<Message> {
        self.remember(true);
        if let Some(session) = &self.session {
            let recent = session.recent(self.now);
            self.settings.remember(recent);
            self.settings.save(&self.places);
        }
        let home = self.session.take().and_then(|session| session.home);
        self.incident = None;
        if let Some(home) = home {
            // The exercise was a detour: its commission comes back.
            self.settings.resume = None;
            return self.open(&home);
        }
        self.screen = Screen::Home(Home::default());
        Task::none()
    }
}
