//! The grids and the making of one: reads and writes their files, keeps the draft at each pause, and
//! says where one goes back to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Task;

use super::dialog::Dialog;
use super::{App, Message, Screen, effect};
use crate::domain::grid::Draft;
use crate::keymap::Place;
use crate::screen::editor::{self, Asking, Editor, Source};
use crate::screen::grids::{Action, Entry, Grids, Purpose};
use crate::screen::home::Home;
use crate::screen::{commission, creation::Creation, grids as list};
use crate::store::grids::{self, Existing, Loaded, blank};
use crate::store::{StoreError, drafts};
use crate::t;
use crate::widget::travel;

/// What the workshop keeps apart from its screen.
#[derive(Debug, Default)]
pub struct Workshop {
    /// Where the draft in front is kept against a cut.
    file: Option<PathBuf>,
    /// What was kept there last.
    kept: Option<Arc<Draft>>,
    /// What the second before showed: a pause ends a burst of writing.
    seen: Option<Arc<Draft>>,
    /// The form of a new commission that one comes from.
    creation: Option<Box<Creation>>,
}

impl App {
    /// Returns the grids that a commission can be made with: those shipped, then the user's own.
    pub(super) fn usable_grids(&self) -> Vec<Loaded> {
        let shipped = grids::shipped().filter_map(|id| grids::load(id).ok());
        let own = grids::own(&self.places).into_iter();
        shipped
            .chain(own.filter_map(|(_, grid)| grid.ok()))
            .collect()
    }

    fn entries(&self) -> Vec<Entry> {
        let left = drafts::left(&self.places).into_iter();
        let left = left.map(|left| Entry::Left(Box::new(left)));
        let shipped = grids::shipped().filter_map(|id| grids::load(id).ok());
        let own = grids::own(&self.places).into_iter();
        left.chain(shipped.map(Entry::Shipped))
            .chain(own.map(|(path, grid)| Entry::Own(path, grid)))
            .collect()
    }

    /// Shows the grids; what was being filled in is there again on the way back.
    pub(super) fn show_grids(&mut self) -> Task<Message> {
        let grids = Screen::Grids(Box::new(Grids::new(self.entries())));
        if let Screen::Creation(form) = std::mem::replace(&mut self.screen, grids) {
            self.workshop.creation = Some(form);
        }
        Task::none()
    }

    pub(super) fn on_grids(&mut self, message: list::Message) -> Task<Message> {
        let Screen::Grids(screen) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message);
        self.act_on_grids(action)
    }

    pub(super) fn act_on_grids(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::None => {}
            Action::Focus(id) => return travel::focus_on(id),
            Action::Reveal(id) => return travel::reveal_id(id),
            Action::New => {
                let (year, _, _) = self.now.day().parts();
                let title = t!("grids-new-title");
                let id = self.free_id(&blank::slug(&title));
                let draft = blank::blank(&id, &title, &year.to_string());
                return self.edit(Editor::new(draft, Source::New));
            }
            Action::Duplicate(loaded) => return self.duplicate(&loaded.grid),
            Action::View(loaded) => {
                let draft = (*loaded.grid).clone().into_draft();
                return self.edit(Editor::new(draft, Source::Shipped));
            }
            Action::Edit(path) => match grids::read_draft(&path) {
                Ok((draft, text)) => {
                    return self.edit(Editor::new(draft, Source::File(path, text)));
                }
                Err(error) => self.fail_in_grids(error.to_string()),
            },
            Action::Resume(left) => return self.resume_draft(*left),
            Action::Discard(file) => {
                drafts::forget(&file);
                self.refresh_grids();
            }
            Action::Check => {
                self.refresh_grids();
                if let Screen::Grids(screen) = &mut self.screen {
                    screen.checked();
                }
            }
            Action::Export(loaded, path) => self.export_grid(&loaded, &path),
            Action::Browse(purpose) => return effect::choose_grid(purpose),
            Action::Leave => return self.leave_grids(),
            Action::Help => self.dialog = Some(Dialog::Help(Place::Grids)),
        }
        Task::none()
    }

    fn refresh_grids(&mut self) {
        let entries = self.entries();
        if let Screen::Grids(screen) = &mut self.screen {
            screen.refresh(entries);
        }
    }

    fn fail_in_grids(&mut self, words: String) {
        if let Screen::Grids(screen) = &mut self.screen {
            screen.fail(words);
        }
    }

    fn export_grid(&mut self, loaded: &Loaded, path: &Path) {
        let path = with_end(path);
        let done = grids::write_new(&path, loaded.source.as_bytes());
        if let Screen::Grids(screen) = &mut self.screen {
            match done {
                Ok(()) => screen.say(t!("grids-exported", path = path.display().to_string())),
                Err(error) => screen.fail(error.to_string()),
            }
        }
    }

    fn leave_grids(&mut self) -> Task<Message> {
        self.grids = self.usable_grids();
        match self.workshop.creation.take() {
            Some(mut form) => {
                form.follow(self.grids.clone());
                self.screen = Screen::Creation(form);
            }
            None => self.screen = Screen::Home(Home::default()),
        }
        Task::none()
    }

    /// A file chosen in the system's dialog, for the grids or for the one that is made.
    pub(super) fn grid_chosen(&mut self, path: Option<PathBuf>) -> Task<Message> {
        let Some(path) = path else {
            return Task::none();
        };
        match &mut self.screen {
            Screen::Grids(screen) => {
                let action = screen.path_chosen(&path);
                self.act_on_grids(action)
            }
            Screen::Editor(screen) => {
                screen.place_chosen(&path);
                Task::none()
            }
            _ => Task::none(),
        }
    }

    fn edit(&mut self, editor: Editor) -> Task<Message> {
        self.workshop.file = editor.is_open().then(|| drafts::place(&self.places));
        self.workshop.kept = Some(editor.draft().clone());
        self.screen = Screen::Editor(Box::new(editor));
        Task::none()
    }

    fn resume_draft(&mut self, left: drafts::Left) -> Task<Message> {
        let read = left
            .origin
            .as_deref()
            .map(|path| (path, grids::read_draft(path)));
        let source = match read {
            Some((path, Ok((_, text)))) => Source::File(path.to_owned(), text),
            // Its file is gone, or is no grid any more: it gets a new one.
            Some((_, Err(_))) | None => Source::New,
        };
        let editor = Editor::resumed(left.draft, source);
        self.workshop.file = Some(left.file);
        self.workshop.kept = Some(editor.draft().clone());
        self.screen = Screen::Editor(Box::new(editor));
        Task::none()
    }

    fn duplicate(&mut self, draft: &Draft) -> Task<Message> {
        let id = self.free_id(&t!("grids-copy-id", id = draft.id.as_str()));
        let title = t!("grids-copy-title", title = draft.title.as_str());
        self.edit(Editor::new(draft.copied(id, title), Source::New))
    }

    /// Returns a name that neither a shipped grid nor a file of the user's folder bears.
    fn free_id(&self, wanted: &str) -> String {
        let taken = |id: &str| grids::shipped().any(|known| known == id) || self.own(id).exists();
        let mut id = wanted.to_owned();
        let mut number = 2_usize;
        while taken(&id) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        id
    }

    fn own(&self, id: &str) -> PathBuf {
        let safe = id.chars().map(|c| {
            let plain = c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
            if plain { c } else { '-' }
        });
        let name: String = safe.collect();
        self.places.grids().join(format!("{name}.json"))
    }

    /// Shows the frozen grid of the commission in use.
    pub(super) fn show_frozen(&mut self) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let draft = (*session.header().grid).clone().into_draft();
        self.edit(Editor::new(draft, Source::Frozen))
    }

    pub(super) fn on_editor(&mut self, message: editor::Message) -> Task<Message> {
        let Screen::Editor(screen) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message);
        self.act_on_editor(action)
    }

    pub(super) fn act_on_editor(&mut self, action: editor::Action) -> Task<Message> {
        use editor::Action;
        match action {
            Action::None => {}
            Action::Focus(id) => return travel::focus_on(id),
            Action::Reveal(id) => return travel::reveal_id(id),
            Action::Save => return self.save_grid(),
            Action::Write(path, replace) => return self.write_grid(&with_end(&path), replace),
            Action::WriteBeside => {
                if let Screen::Editor(screen) = &self.screen {
                    let path = self.own(&self.free_id(&screen.draft().id));
                    return self.write_grid(&path, false);
                }
            }
            Action::Choose => return effect::choose_grid(Purpose::Export),
            Action::Duplicate => {
                if let Screen::Editor(screen) = &self.screen
                    && !screen.is_open()
                {
                    let draft = screen.draft().clone();
                    return self.duplicate(&draft);
                }
            }
            Action::Leave => return self.leave_editor(),
            Action::Help => self.dialog = Some(Dialog::Help(Place::Editor)),
        }
        Task::none()
    }

    fn ask(&mut self, asking: Asking) -> Task<Message> {
        let Screen::Editor(screen) = &mut self.screen else {
            return Task::none();
        };
        screen.ask(asking);
        travel::focus_on("default")
    }

    fn save_grid(&mut self) -> Task<Message> {
        let Screen::Editor(screen) = &self.screen else {
            return Task::none();
        };
        match screen.source().clone() {
            Source::File(path, known) => {
                // Somebody else may have written it since: neither of the two is lost unasked.
                let altered = grids::read_draft(&path).is_ok_and(|(_, text)| text != known);
                if altered {
                    return self.ask(Asking::Altered(path));
                }
                self.write_grid(&path, true)
            }
            Source::New => {
                let path = self.own(&screen.draft().id.clone());
                self.write_grid(&path, false)
            }
            Source::Shipped | Source::Frozen => Task::none(),
        }
    }

    fn write_grid(&mut self, path: &Path, replace: bool) -> Task<Message> {
        let Screen::Editor(screen) = &mut self.screen else {
            return Task::none();
        };
        let draft = screen.draft().clone();
        // A shipped grid is found by its name before any file: another one cannot bear it.
        if grids::shipped().any(|id| id == draft.id) {
            screen.say(t!("editor-shipped-id", id = draft.id.as_str()));
            return Task::none();
        }
        let existing = if replace {
            Existing::Replace
        } else {
            Existing::Keep
        };
        match grids::write(path, &draft, existing) {
            Ok(()) => {
                let text = grids::text(&draft).unwrap_or_default();
                screen.written(path.to_owned(), Arc::from(text));
                self.workshop.kept = Some(draft);
                if let Some(file) = &self.workshop.file {
                    drafts::forget(file);
                }
                Task::none()
            }
            Err(StoreError::Exists(path)) => self.ask(Asking::Exists(path)),
            Err(error) => {
                screen.say(error.to_string());
                Task::none()
            }
        }
    }

    fn leave_editor(&mut self) -> Task<Message> {
        if let Some(file) = self.workshop.file.take() {
            drafts::forget(&file);
        }
        if self.session.is_some() {
            self.screen = Screen::Commission(commission::Commission::default());
            return Task::none();
        }
        let mut grids = Grids::new(self.entries());
        if let Screen::Editor(screen) = &self.screen
            && let Source::File(path, _) = screen.source()
        {
            grids.choose(path);
        }
        self.screen = Screen::Grids(Box::new(grids));
        Task::none()
    }

    /// Keeps what the last second changed; a second without writing ends a burst.
    pub(super) fn keep_draft(&mut self) {
        let Screen::Editor(screen) = &mut self.screen else {
            return;
        };
        let draft = screen.draft().clone();
        if self.workshop.seen.as_ref() == Some(&draft) {
            screen.pause();
        }
        self.workshop.seen = Some(draft.clone());
        let Some(file) = &self.workshop.file else {
            return;
        };
        if self.workshop.kept.as_ref() == Some(&draft) || !screen.is_changed() {
            return;
        }
        let origin = match screen.source() {
            Source::File(path, _) => Some(path.as_path()),
            Source::New | Source::Shipped | Source::Frozen => None,
        };
        match drafts::keep(file, origin, &draft, self.now) {
            Ok(()) => self.workshop.kept = Some(draft),
            Err(error) => screen.say(error.to_string()),
        }
    }

    /// Returns what the editor's way back is called.
    pub(super) fn back_of_editor(&self) -> String {
        match &self.session {
            Some(session) => t!(
                "commission-title",
                number = session.header().number.as_str()
            ),
            None => t!("grids-title"),
        }
    }
}

/// A grid's file ends in `.json`.
fn with_end(path: &Path) -> PathBuf {
    if path.extension().is_some() {
        return path.to_owned();
    }
    path.with_extension("json")
}
