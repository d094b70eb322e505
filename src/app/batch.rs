//! Everything that leaves a commission at once: chosen in a dialog, written on a thread of its own
//! that says how far it is, stopped between two files.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::Task;
use iced::task::Handle;

use super::dialog::Dialog;
use super::{App, Message, effect};
use crate::domain::commission::Status;
use crate::domain::id::CandidateId;
use crate::export::batch::{Batch, Written};
use crate::screen::export::{self, Export};

/// How far a batch is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// So many files written, of so many.
    Step(usize, usize),
    /// It ended.
    End(Result<Written, String>),
}

/// What a batch under way can be told.
#[derive(Debug, Clone, Default)]
pub struct Brake(Arc<AtomicBool>);

impl Brake {
    /// Asks the work to stop.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Returns whether the work is to stop.
    pub fn is_on(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Work under way for a screen: it stops when asked to, and nobody hears it once the screen is left.
#[derive(Debug, Default)]
pub struct Running {
    brake: Brake,
    heard: Option<Handle>,
}

impl Running {
    /// Begins the work.
    pub fn begin<T: 'static>(&mut self, work: impl FnOnce(Brake) -> Task<T>) -> Task<T> {
        self.brake = Brake::default();
        let (task, handle) = work(self.brake.clone()).abortable();
        self.heard = Some(handle.abort_on_drop());
        task
    }

    /// Asks the work to stop.
    pub fn stop(&self) {
        self.brake.stop();
    }
}

impl App {
    /// Opens the choice of what leaves.
    pub(super) fn export_all(&mut self) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let drafts = session
            .lines()
            .iter()
            .filter(|line| !matches!(line.status, Status::Sealed | Status::Absent | Status::Moved));
        let folder = effect::sheets_folder(session.document.path());
        let exercise = session.header().exercise;
        let form = Export::new(folder.display().to_string(), drafts.count(), exercise);
        self.dialog = Some(Dialog::Export(Box::new(form), Brake::default()));
        self.count_taken();
        Task::none()
    }

    fn batch(&self) -> Option<Batch> {
        let (Some(session), Some(Dialog::Export(form, _))) = (&self.session, &self.dialog) else {
            return None;
        };
        let code = |number: &CandidateId| session.document.seal_code(number);
        let folder = effect::sheets_folder(session.document.path());
        let commission = session.document.commission();
        Some(Batch::of(
            commission,
            code,
            form.want,
            &folder,
            form.existing,
        ))
    }

    fn count_taken(&mut self) {
        let taken = self.batch().map_or(0, |batch| batch.taken().len());
        if let Some(Dialog::Export(form, _)) = &mut self.dialog {
            form.found(taken);
        }
    }

    pub(super) fn export(&mut self, message: export::Message) -> Task<Message> {
        let Some(Dialog::Export(form, brake)) = &mut self.dialog else {
            return Task::none();
        };
        match message {
            export::Message::Close | export::Message::Stop if form.is_writing() => {
                brake.stop();
                Task::none()
            }
            export::Message::Close | export::Message::Stop => {
                self.dialog = None;
                Task::none()
            }
            export::Message::Folder => {
                if let Some(session) = &self.session {
                    let _ = open::that_detached(effect::sheets_folder(session.document.path()));
                }
                Task::none()
            }
            export::Message::Go => self.write_batch(),
            choice => {
                form.update(choice);
                self.count_taken();
                Task::none()
            }
        }
    }

    fn write_batch(&mut self) -> Task<Message> {
        let Some(batch) = self.batch() else {
            return Task::none();
        };
        let Some(Dialog::Export(form, brake)) = &mut self.dialog else {
            return Task::none();
        };
        if !form.is_choosing() {
            return Task::none();
        }
        form.advance(0, batch.names().len());
        let brake = brake.clone();
        effect::told(
            move |tell| {
                let written = batch.write(|done, total| {
                    // Nobody listens any more: the window was closed.
                    let heard = tell(Progress::Step(done, total));
                    heard && !brake.is_on()
                });
                let written = written.map_err(|error| error.to_string());
                let _ = tell(Progress::End(written));
            },
            |cause| Progress::End(Err(cause)),
        )
        .map(Message::Batch)
    }

    /// Shows how far a batch is.
    pub(super) fn batch_told(&mut self, progress: Progress) -> Task<Message> {
        if let Some(Dialog::Export(form, _)) = &mut self.dialog {
            match progress {
                Progress::Step(done, total) => form.advance(done, total),
                Progress::End(written) => form.end(written),
            }
        }
        Task::none()
    }
}
