//! The end of a file's time in the window: what is over, erased after a word was typed, with its
//! receipt; and all that is held about one candidate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use iced::Task;

use super::batch::Running;
use super::dialog::Dialog;
use super::{App, Message, Screen, effect};
use crate::domain::id::CandidateId;
use crate::export::files::{self, Existing};
use crate::export::person::Person;
use crate::export::purge;
use crate::keymap::Place;
use crate::screen::home::Home;
use crate::screen::outlet::{self, Outlet};
use crate::screen::person_data::{self, PersonData};
use crate::screen::retention::{self as screen, Action, Progress, Receipt};
use crate::store::retention::{Kept, examine, today};
use crate::store::{harmony, places::Places};
use crate::t;
use crate::widget::travel;

impl App {
    /// Shows the files of this laptop whose time may be over.
    pub(super) fn show_retention(&mut self) -> Task<Message> {
        self.slot = None;
        self.screen = Screen::Retention(Box::default(), Running::default());
        let recents = self.settings.recent.iter();
        let known = recents
            .filter(|recent| recent.path.exists())
            .map(|recent| recent.path.clone());
        let known: Vec<PathBuf> = known.collect();
        if known.is_empty() {
            return travel::focus_on("archive");
        }
        self.examine(known)
    }

    pub(super) fn on_retention(&mut self, message: screen::Message) -> Task<Message> {
        let Screen::Retention(screen, _) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message);
        self.act_on_retention(action)
    }

    pub(super) fn act_on_retention(&mut self, action: Action) -> Task<Message> {
        let Screen::Retention(_, running) = &mut self.screen else {
            return Task::none();
        };
        match action {
            Action::None => {}
            Action::Scroll(down) => return effect::scroll(&["retention"], down),
            Action::Back => self.screen = Screen::Home(Home::default()),
            Action::Focus(id) => return travel::focus_on(id),
            Action::Browse => return effect::choose_archive(),
            Action::Examine(paths) => return self.examine(paths),
            Action::Stop => running.stop(),
            Action::Ask => self.dialog = Some(Dialog::Erase(String::new())),
            Action::Forget(gone) => {
                for path in gone {
                    self.settings.forget(&path);
                    let resumes = self.settings.resume.as_ref();
                    if resumes.is_some_and(|resume| resume.path == path) {
                        self.settings.resume = None;
                    }
                }
                self.settings.save(&self.places);
            }
            Action::Open(folder) => {
                let _ = open::that_detached(folder);
            }
            Action::Help => self.dialog = Some(Dialog::Help(Place::Retention)),
        }
        Task::none()
    }

    fn examine(&mut self, paths: Vec<PathBuf>) -> Task<Message> {
        let Screen::Retention(screen, running) = &mut self.screen else {
            return Task::none();
        };
        if screen.is_reading() {
            return Task::none();
        }
        screen.begin(paths.len());
        let places = self.places.clone();
        let told = running.begin(|brake| {
            effect::told(
                move |tell| look(&paths, &places, &|| brake.is_on(), tell),
                Progress::Failed,
            )
        });
        told.map(|progress| Message::Retention(screen::Message::Told(progress)))
    }

    /// Returns what is about to be erased.
    pub(super) fn going(&self) -> Vec<Kept> {
        match &self.screen {
            Screen::Retention(screen, _) => screen.chosen(),
            _ => Vec::new(),
        }
    }

    /// Erases what is chosen once the word was typed.
    pub(super) fn erase(&mut self, word: String) -> Task<Message> {
        if word.trim().to_uppercase() != t!("purge-word") {
            self.dialog = Some(Dialog::Erase(word));
            return Task::none();
        }
        let Screen::Retention(screen, _) = &mut self.screen else {
            return Task::none();
        };
        let going = screen.chosen();
        screen.erasing();
        let erased = effect::aside(move || Ok(erase_by_folder(going)));
        erased.map(|done| {
            let (receipts, gone) =
                done.unwrap_or_else(|why| (vec![Receipt::Failed(why)], Vec::new()));
            Message::Retention(screen::Message::Erased(receipts, gone))
        })
    }

    /// Opens the choice of whose data leave.
    pub(super) fn show_data(&mut self, chosen: Option<&CandidateId>) {
        let Some(session) = &self.session else {
            return;
        };
        let people: Vec<(CandidateId, String)> = session
            .lines()
            .iter()
            .map(|line| {
                let number = line.candidate.number.clone();
                let words = t!(
                    "resume-candidate-value",
                    name = line.candidate.name(),
                    number = number.as_str()
                );
                (number, words)
            })
            .collect();
        let place = people.iter().position(|(id, _)| Some(id) == chosen);
        let folder = session.document.path().parent().map(Path::to_owned);
        let outlet = Outlet::to(folder.unwrap_or_default());
        let form = PersonData::new(people, place.unwrap_or(0), outlet);
        self.dialog = Some(Dialog::Data(Box::new(form)));
        self.count_held();
    }

    fn held(&self) -> Option<Result<Person, String>> {
        let (Some(Dialog::Data(form)), Some(session)) = (&self.dialog, &self.session) else {
            return None;
        };
        let candidate = form.candidate()?;
        let held = Person::of(&session.document, candidate, false);
        Some(match held {
            Ok(Some(person)) => Ok(person),
            Ok(None) => Err(t!("cli-unknown-candidate", number = candidate.as_str())),
            Err(error) => Err(error.to_string()),
        })
    }

    fn count_held(&mut self) {
        let held = self.held();
        if let (Some(Dialog::Data(form)), Some(held)) = (&mut self.dialog, held) {
            form.found(held.map(|person| (person.lines, person.closed)));
        }
    }

    pub(super) fn data(&mut self, message: person_data::Message) -> Task<Message> {
        use person_data::Message as Data;
        match message {
            Data::Close => {
                self.dialog = None;
                Task::none()
            }
            Data::Write => self.write_data(Existing::Refuse),
            Data::Outlet(outlet::Message::Existing(existing)) => self.write_data(existing),
            Data::Outlet(outlet::Message::Show) => {
                if let Some(Dialog::Data(form)) = &self.dialog {
                    let _ = open::that_detached(form.outlet.folder());
                }
                Task::none()
            }
            other => {
                if let Some(Dialog::Data(form)) = &mut self.dialog {
                    form.update(other);
                }
                self.count_held();
                Task::none()
            }
        }
    }

    fn write_data(&mut self, existing: Existing) -> Task<Message> {
        let held = self.held();
        let (Some(Dialog::Data(form)), Some(held)) = (&mut self.dialog, held) else {
            return Task::none();
        };
        if form.outlet.is_writing() {
            return Task::none();
        }
        let person = match held {
            Ok(person) => person,
            Err(why) => {
                form.found(Err(why));
                return Task::none();
            }
        };
        let with_sheets = form.with_sheets();
        let Some(candidate) = form.candidate() else {
            return Task::none();
        };
        let name = files::person(candidate.as_str(), with_sheets);
        let folder = form.outlet.folder().to_owned();
        form.outlet.begin();
        let left = effect::leave(folder, name, existing, move || person.bytes(with_sheets));
        left.map(|left| {
            Message::Dialog(super::dialog::Message::Data(person_data::Message::Left(
                left,
            )))
        })
    }
}

fn look(
    paths: &[PathBuf],
    places: &Places,
    stopped: &dyn Fn() -> bool,
    tell: &dyn Fn(Progress) -> bool,
) {
    let (now, _) = today();
    let mut files = Vec::new();
    for path in paths {
        match harmony::files_in(path) {
            Ok(found) => files.extend(found),
            Err(error) => {
                let _ = tell(Progress::Unread(error.to_string()));
            }
        }
    }
    for (done, file) in files.iter().enumerate() {
        if stopped() || !tell(Progress::Step(done, files.len())) {
            break;
        }
        let _ = tell(match examine(file, now, places) {
            Ok(kept) => Progress::Found(Box::new(kept)),
            Err(error) => Progress::Unread(error.to_string()),
        });
    }
    let _ = tell(Progress::End);
}

/// Erases files folder by folder: each receipt stands where its files stood. Returns the receipts,
/// and the files that are no more.
fn erase_by_folder(going: Vec<Kept>) -> (Vec<Receipt>, Vec<PathBuf>) {
    let (_, day) = today();
    let mut folders: BTreeMap<PathBuf, Vec<Kept>> = BTreeMap::new();
    for kept in going {
        let folder = kept.path.parent().map(Path::to_owned).unwrap_or_default();
        folders.entry(folder).or_default().push(kept);
    }
    let (mut receipts, mut gone) = (Vec::new(), Vec::new());
    for (folder, going) in folders {
        let files: Vec<PathBuf> = going.iter().map(|kept| kept.path.clone()).collect();
        receipts.push(match purge::erase(going, &folder, &day) {
            Ok(done) => {
                let whole = done.erased.iter().all(|one| one.left.is_empty());
                Receipt::Written(done.path, done.text, whole)
            }
            Err(error) => Receipt::Failed(error.to_string()),
        });
        // By what stands there, not by what was wanted.
        gone.extend(files.into_iter().filter(|file| !file.exists()));
    }
    (receipts, gone)
}
