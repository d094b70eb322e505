//! Harmonisation in the window: files read one at a time on a thread of their own, the report
//! written on another. Nothing is written beside what is read.

use std::path::{Path, PathBuf};

use iced::Task;

use super::batch::Running;
use super::dialog::Dialog;
use super::{App, Message, Screen, effect};
use crate::export::files::Existing;
use crate::export::harmony;
use crate::keymap::Place;
use crate::screen::commission::Commission;
use crate::screen::harmony::{self as screen, Action, Format, Harmony, Own, Progress};
use crate::screen::home::Home;
use crate::store::harmony::{Finding, Gathering, files_in};
use crate::store::places::Places;
use crate::t;
use crate::widget::travel;

/// What scrolls on the screen, wide or narrow.
const ZONES: [&str; 4] = ["harmony", "parts", "rows", "findings-list"];

impl App {
    /// Shows the screen; the commission in use is read first.
    pub(super) fn show_harmony(&mut self) -> Task<Message> {
        let own = self.session.as_ref().map(|session| {
            let header = session.header();
            let own = Own {
                number: header.number.clone(),
                session: header.edition.session.clone(),
                grid: header.grid.id.to_string(),
            };
            (own, session.document.path().to_owned())
        });
        let (own, path) = own.unzip();
        self.slot = None;
        self.screen = Screen::Harmony(Box::new(Harmony::new(own)), Running::default());
        match path {
            Some(path) => self.read_results(vec![path]),
            None => travel::focus_on("results-path"),
        }
    }

    pub(super) fn on_harmony(&mut self, message: screen::Message) -> Task<Message> {
        let Screen::Harmony(screen, _) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message);
        self.act_on_harmony(action)
    }

    pub(super) fn act_on_harmony(&mut self, action: Action) -> Task<Message> {
        let Screen::Harmony(screen, running) = &mut self.screen else {
            return Task::none();
        };
        match action {
            Action::None => {}
            Action::Scroll(down) => return effect::scroll(&ZONES, down),
            Action::Back => {
                self.screen = match &self.session {
                    Some(_) => Screen::Commission(Commission::default()),
                    None => Screen::Home(Home::default()),
                };
            }
            Action::Focus("export-xlsx") => {
                let folder = self.folder_of_results();
                if let Screen::Harmony(screen, _) = &mut self.screen {
                    screen.offer(folder);
                }
                return travel::focus_on("export-xlsx");
            }
            Action::Focus(id) => return travel::focus_on(id),
            Action::Files => return effect::choose_results(),
            Action::Folder => return effect::choose_results_folder(),
            Action::Read(paths) => return self.read_results(paths),
            Action::Stop => running.stop(),
            Action::Write(format, existing) => {
                let Some(folder) = screen.folder() else {
                    return Task::none();
                };
                let sets = screen.sets().to_vec();
                let session = sets.first().map(|set| set.session.clone());
                let name = t!(
                    "harmony-file-name",
                    session = session.unwrap_or_default(),
                    extension = format.extension()
                );
                screen.writing(format);
                return write(folder, name, sets, format, existing);
            }
            Action::Open(folder) => {
                let _ = open::that_detached(folder);
            }
            Action::Help => self.dialog = Some(Dialog::Help(Place::Harmony)),
        }
        Task::none()
    }

    /// Where the report goes: beside the commission's file, else among the documents.
    fn folder_of_results(&self) -> PathBuf {
        let beside = self
            .session
            .as_ref()
            .and_then(|session| session.document.path().parent().map(Path::to_owned));
        beside
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or_else(|| self.places.documents())
    }

    /// Reads files, and those of folders, after what was read already. Files that come meanwhile
    /// wait for their turn.
    pub(super) fn read_results(&mut self, paths: Vec<PathBuf>) -> Task<Message> {
        let Screen::Harmony(screen, running) = &mut self.screen else {
            return Task::none();
        };
        if screen.is_reading() {
            screen.wait(paths);
            return Task::none();
        }
        screen.begin(paths.len());
        let (gathering, places) = (screen.gathering().clone(), self.places.clone());
        let told = running.begin(|brake| {
            effect::told(
                move |tell| gather(gathering, &paths, &places, &|| brake.is_on(), tell),
                Progress::Failed,
            )
        });
        told.map(|progress| Message::Harmony(screen::Message::Told(progress)))
    }
}

fn gather(
    mut gathering: Gathering,
    paths: &[PathBuf],
    places: &Places,
    stopped: &dyn Fn() -> bool,
    tell: &dyn Fn(Progress) -> bool,
) {
    let mut files = Vec::new();
    for path in paths {
        match files_in(path) {
            Ok(found) => files.extend(found),
            Err(error) => gathering.note(Finding::Unreadable(error)),
        }
    }
    let mut unread = 0;
    for (done, file) in files.iter().enumerate() {
        // Nobody listens any more: the screen was left.
        if stopped() || !tell(Progress::Step(done, files.len())) {
            unread = files.len() - done;
            break;
        }
        gathering.add_alone(file, places);
    }
    let _ = tell(Progress::End(Box::new(gathering), unread));
}

fn write(
    folder: PathBuf,
    name: String,
    sets: Vec<crate::domain::harmony::Harmony>,
    format: Format,
    existing: Existing,
) -> Task<Message> {
    let make = move || match format {
        Format::Xlsx => harmony::xlsx(&sets),
        Format::Pdf => harmony::pdf(&sets),
    };
    effect::leave(folder, name, existing, make)
        .map(|left| Message::Harmony(screen::Message::Left(left)))
}
