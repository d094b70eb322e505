//! Many dossiers at once in the window: a folder read on a thread of its own that says how far it
//! is, matched to the list, and what the jury chose joined as edits.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Task;

use super::batch::Brake;
use super::dialog::Dialog;
use super::{App, Message, effect};
use crate::domain::dossier::Dossier;
use crate::domain::edit::{Author, Change};
use crate::dossier::{self, Columns, Refused, many};
use crate::export::conformity::{confront, csv, label};
use crate::export::files;
use crate::screen::commission::dossiers::{self, Dossiers};
use crate::store::papers::Copies;
use crate::widget::travel;
use crate::{t, words};

/// What was read of one dossier, and where.
type Read = (PathBuf, Result<Dossier, Refused>);

/// How far the reading of a folder is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// So many dossiers read, of so many.
    Step(usize, usize),
    /// All were read, or it was stopped.
    End(Arc<Vec<Read>>),
    /// The folder cannot be read.
    Failed(String),
    /// So many of the dossiers joined are copied, of so many.
    Copied(usize, usize),
    /// So many were joined; the copies that could not be made, each with why.
    Joined(usize, Vec<String>),
}

impl App {
    /// Opens the dialog.
    pub(super) fn show_dossiers(&mut self) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let form = Dossiers::new(session.document.commission());
        self.dialog = Some(Dialog::Dossiers(Box::new(form), Brake::default()));
        travel::focus_on("dossiers-path")
    }

    /// Opens the dialog on a folder that was dropped, and reads it.
    pub(super) fn show_dossiers_of(&mut self, folder: &Path) -> Task<Message> {
        let shown = self.show_dossiers();
        let path = dossiers::Message::Path(folder.display().to_string());
        Task::batch([
            shown,
            self.dossiers(path),
            self.dossiers(dossiers::Message::Read),
        ])
    }

    pub(super) fn dossiers(&mut self, message: dossiers::Message) -> Task<Message> {
        let Some(Dialog::Dossiers(form, brake)) = &mut self.dialog else {
            return Task::none();
        };
        match message {
            dossiers::Message::Close if form.is_busy() => {
                brake.stop();
                Task::none()
            }
            dossiers::Message::Close => {
                self.dialog = None;
                Task::none()
            }
            dossiers::Message::Read => self.read_dossiers(),
            dossiers::Message::Join => self.join_dossiers(),
            dossiers::Message::Export => self.export_conformity(),
            other => form
                .update(other)
                .map(|message| Message::Dialog(super::dialog::Message::Dossiers(message))),
        }
    }

    fn read_dossiers(&mut self) -> Task<Message> {
        let (Some(session), Some(Dialog::Dossiers(form, brake))) =
            (&self.session, &mut self.dialog)
        else {
            return Task::none();
        };
        let folder = form.folder();
        let paths = match many::list(&folder) {
            Ok(paths) if paths.is_empty() => {
                form.fail(t!("cli-many-nothing", path = folder.display().to_string()));
                return Task::none();
            }
            Ok(paths) => paths,
            Err(refused) => {
                form.fail(refused.sentence());
                return Task::none();
            }
        };
        form.advance(0, paths.len());
        *brake = Brake::default();
        let brake = brake.clone();
        let columns = Columns::of(session.document.commission().grid());
        effect::told(
            move |tell| {
                let total = paths.len();
                let mut read: Vec<Read> = Vec::with_capacity(total);
                for path in paths {
                    // Nobody listens any more: the window was closed.
                    let heard = tell(Progress::Step(read.len(), total));
                    if !heard || brake.is_on() {
                        break;
                    }
                    let dossier = dossier::open(&path, &columns);
                    read.push((path, dossier));
                }
                let _ = tell(Progress::End(Arc::new(read)));
            },
            Progress::Failed,
        )
        .map(Message::Dossiers)
    }

    /// Shows how far the reading is, then what was read.
    pub(super) fn dossiers_told(&mut self, progress: Progress) -> Task<Message> {
        let (Some(session), Some(Dialog::Dossiers(form, _))) = (&self.session, &mut self.dialog)
        else {
            return Task::none();
        };
        match progress {
            Progress::Step(done, total) => form.advance(done, total),
            Progress::Failed(cause) => form.fail(cause),
            Progress::Copied(done, total) => form.join(done, total),
            Progress::Joined(count, left) => {
                form.end(count);
                if !left.is_empty() {
                    self.incident = Some(t!("dossiers-not-copied", left = left.join(" ")));
                }
            }
            Progress::End(read) => {
                let columns = Columns::of(session.document.commission().grid());
                let (paths, read): (Vec<_>, Vec<_>) = read
                    .iter()
                    .map(|(path, read)| (path.clone(), (label(path), read.clone())))
                    .unzip();
                let people = form.people();
                form.show(paths, confront(read, Some(&people), &columns));
            }
        }
        Task::none()
    }

    /// Joins what was chosen at once, then copies the papers aside.
    fn join_dossiers(&mut self) -> Task<Message> {
        let (Some(session), Some(Dialog::Dossiers(form, brake))) =
            (&self.session, &mut self.dialog)
        else {
            return Task::none();
        };
        let copies = Copies::beside(session.document.path());
        *brake = Brake::default();
        let brake = brake.clone();
        let chosen: Vec<_> = form
            .chosen()
            .into_iter()
            .map(|(path, dossier, number)| (path, dossier.clone(), number))
            .collect();
        let mut joined = Vec::new();
        for (path, dossier, number) in chosen {
            let change = Change::Dossier(Some(Box::new(dossier.clone())));
            if self.change(&number, Author::Commission, change) {
                joined.push((path, dossier, number));
            }
        }
        let total = joined.len();
        if let Some(Dialog::Dossiers(form, _)) = &mut self.dialog {
            form.join(0, total);
        }
        effect::told(
            move |tell| {
                let mut left = Vec::new();
                for (index, (path, dossier, number)) in joined.into_iter().enumerate() {
                    let kept = copies.keep(&number, &dossier, &path, &mut |_, _| !brake.is_on());
                    if let Err(cause) = kept {
                        let cause = words::unkept(&cause);
                        let number = number.as_str();
                        left.push(t!("dossiers-left", number = number, cause = cause));
                    }
                    let _ = tell(Progress::Copied(index + 1, total));
                }
                let _ = tell(Progress::Joined(total, left));
            },
            move |cause| Progress::Joined(total, vec![cause]),
        )
        .map(Message::Dossiers)
    }

    /// Writes the conformity table beside the sheets; nothing is replaced.
    fn export_conformity(&mut self) -> Task<Message> {
        let (Some(session), Some(Dialog::Dossiers(form, _))) = (&self.session, &mut self.dialog)
        else {
            return Task::none();
        };
        let folder = effect::sheets_folder(session.document.path());
        let people = form.people();
        let grid = session.document.commission().grid();
        let written = csv(form.lines(), Some(&people), grid)
            .map_err(|error| error.to_string())
            .and_then(|bytes| {
                let name = t!("dossiers-file");
                files::write_new(&folder, &name, &bytes).map_err(|error| error.to_string())
            });
        form.say(match written {
            Ok(path) => t!("dossiers-written", path = path.display().to_string()),
            Err(cause) => cause,
        });
        Task::none()
    }
}
