//! A candidate's papers, outside the window's own thread: dossiers read and copied, pieces verified,
//! opened and drawn. Each answer bears whose it is: the jury may have moved on meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::Task;
use iced::widget::image::Handle;

use super::dialog::Dialog;
use super::{App, Message, Screen, effect};
use crate::domain::dossier::{Dossier, Layout, Reading};
use crate::domain::edit::{Author, Change, Refusal};
use crate::domain::id::CandidateId;
use crate::dossier::show::{self, Picture, Shown, Unshown};
use crate::dossier::{self, Columns, tableau};
use crate::screen::papers;
use crate::screen::papers::viewer::{self, Content, Drawn, Key, Opened, Wish};
use crate::store::StoreError;
use crate::store::papers::{Copies, Copy, Kept, Unkept};
use crate::{t, words};

/// A dossier being joined: whose, in which commission's file, and which try it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    document: String,
    candidate: CandidateId,
    number: u64,
}

/// How far the joining of a dossier is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// So many bytes copied, of so many.
    Step(Ticket, u64, u64),
    /// It was read, and copied or not; or it was refused.
    End(Ticket, Box<Result<Joined, String>>),
}

/// A dossier that was read.
#[derive(Debug, Clone)]
pub struct Joined {
    dossier: Dossier,
    copies: Result<Kept, Unkept>,
}

/// The dossiers being joined.
#[derive(Debug, Default)]
pub struct Joining {
    under_way: Vec<UnderWay>,
    next: u64,
}

#[derive(Debug)]
struct UnderWay {
    ticket: Ticket,
    done: u64,
    total: u64,
    brake: Arc<AtomicBool>,
}

impl Joining {
    fn find(&mut self, ticket: &Ticket) -> Option<&mut UnderWay> {
        self.under_way.iter_mut().find(|one| one.ticket == *ticket)
    }

    /// Stops what is being joined to a candidate.
    fn stop(&mut self, document: &str, candidate: &CandidateId) {
        for one in &self.under_way {
            if one.ticket.document == document && one.ticket.candidate == *candidate {
                one.brake.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Returns how far the last dossier given to a candidate is.
    fn of(&self, document: &str, candidate: &CandidateId) -> Option<(u64, u64)> {
        let last = self
            .under_way
            .iter()
            .rev()
            .find(|one| one.ticket.document == document && one.ticket.candidate == *candidate);
        last.map(|one| (one.done, one.total))
    }
}

impl App {
    /// Reads papers and copies them aside, to join them to the candidate in front.
    pub(super) fn read_dossier(&mut self, path: &Path) -> Task<Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return Task::none();
        };
        let document = &session.document;
        if !document.is_writable() {
            let error = StoreError::ReadOnly(document.path().to_owned());
            self.say(error.to_string());
            return Task::none();
        }
        if bench.seat.record.sealed.is_some() {
            self.say(words::refusal(&Refusal::Sealed));
            return Task::none();
        }
        let candidate = bench.candidate.clone();
        // A second dossier takes the place of the first, read or not.
        self.joining.stop(document.id(), &candidate);
        self.joining.next += 1;
        let ticket = Ticket {
            document: document.id().to_owned(),
            candidate,
            number: self.joining.next,
        };
        let brake = Arc::new(AtomicBool::new(false));
        self.joining.under_way.push(UnderWay {
            ticket: ticket.clone(),
            done: 0,
            total: 0,
            brake: brake.clone(),
        });
        let columns = Columns::of(document.commission().grid());
        let copies = Copies::beside(document.path());
        let source = path.to_owned();
        let asked = ticket.clone();
        self.show_joining();
        effect::told(
            move |tell| {
                let mut last = 0;
                let step = |done: u64, total: u64| {
                    let percent = done.saturating_mul(100) / total.max(1);
                    if percent != last {
                        last = percent;
                        let _ = tell(Progress::Step(asked.clone(), done, total));
                    }
                    !brake.load(Ordering::Relaxed)
                };
                let joined = join(&source, &columns, &copies, &asked.candidate, step);
                let _ = tell(Progress::End(asked, Box::new(joined)));
            },
            move |cause| Progress::End(ticket, Box::new(Err(cause))),
        )
        .map(Message::Joining)
    }

    /// Shows how far the joining of a dossier is, and joins it at the end.
    pub(super) fn joining_told(&mut self, progress: Progress) -> Task<Message> {
        match progress {
            Progress::Step(ticket, done, total) => {
                if let Some(one) = self.joining.find(&ticket) {
                    (one.done, one.total) = (done, total);
                }
            }
            Progress::End(ticket, joined) => {
                let known = self.joining.find(&ticket);
                let stopped = known.is_some_and(|one| one.brake.load(Ordering::Relaxed));
                let under_way = &mut self.joining.under_way;
                under_way.retain(|one| one.ticket != ticket);
                let replaced = under_way.iter().any(|one| {
                    one.ticket.document == ticket.document
                        && one.ticket.candidate == ticket.candidate
                });
                if stopped {
                    // The one that takes its place says enough.
                    if !replaced {
                        self.say(t!("join-stopped"));
                    }
                } else {
                    self.joined(&ticket, *joined);
                }
            }
        }
        self.show_joining();
        Task::none()
    }

    /// Joins a dossier to the candidate it was asked for, whoever is in front now.
    fn joined(&mut self, ticket: &Ticket, joined: Result<Joined, String>) {
        let document = self.session.as_ref().map(|session| session.document.id());
        if document != Some(ticket.document.as_str()) {
            self.dialog = Some(Dialog::Problem(t!("join-elsewhere")));
            return;
        }
        let joined = match joined {
            Ok(joined) => joined,
            Err(refused) => {
                self.dialog = Some(Dialog::Problem(refused));
                return;
            }
        };
        let change = Change::Dossier(Some(Box::new(joined.dossier)));
        if !self.change(&ticket.candidate, Author::Commission, change) {
            return;
        }
        match joined.copies {
            Ok(kept) if kept.left.is_empty() => {}
            Ok(kept) => {
                let names: Vec<&str> = kept.left.iter().map(|left| left.path.as_str()).collect();
                let words = t!("join-left", names = names.join(", "));
                self.dialog = Some(Dialog::Problem(words));
            }
            Err(unkept) => {
                let words = t!("join-failed", cause = words::unkept(&unkept));
                self.dialog = Some(Dialog::Problem(words));
            }
        }
    }

    /// Tells the candidate in front how far their dossier is.
    pub(super) fn show_joining(&mut self) {
        if let (Some(session), Screen::Candidate(bench)) = (&self.session, &mut self.screen) {
            let joining = self.joining.of(session.document.id(), &bench.candidate);
            bench.papers.viewer.join(joining);
        }
    }

    /// Does what the viewer wants.
    pub(super) fn on_piece(&mut self, wish: Wish) -> Task<Message> {
        match wish {
            Wish::Open(key) => {
                let Some(find) = self.finder(&key) else {
                    return Task::none();
                };
                effect::aside(move || Ok(opened(&find))).map(move |opened| {
                    let said = |words| Opened {
                        content: Content::Said(words),
                        outside: false,
                    };
                    answer(viewer::Message::Opened(
                        key.clone(),
                        opened.unwrap_or_else(said),
                    ))
                })
            }
            Wish::Draw {
                key,
                pages,
                page,
                zoom,
                width,
            } => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a few thousand pixels"
                )]
                let pixels = (width * self.scale_factor()).round() as u32;
                let draw = move || Ok(pages.draw(page, pixels).map(drawn));
                effect::aside(draw).map(move |drawn| {
                    let drawn = drawn.unwrap_or(Err(Unshown::Damaged));
                    answer(viewer::Message::Page(key.clone(), page, zoom, drawn))
                })
            }
            Wish::Outside(key) => {
                let Some(find) = self.finder(&key) else {
                    return Task::none();
                };
                effect::aside(move || outside(&find)).map(move |opened| match opened {
                    Ok(()) => answer(viewer::Message::Told(key.clone(), None)),
                    Err(words) => answer(viewer::Message::Told(key.clone(), Some(words))),
                })
            }
            Wish::Stop => {
                if let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) {
                    self.joining.stop(session.document.id(), &bench.candidate);
                }
                Task::none()
            }
        }
    }

    /// Reads the tableau from the copy of a paper that was not recognised as one.
    pub(super) fn read_tableau(&mut self, candidate: &CandidateId, path: &str) -> Task<Message> {
        let record = self
            .session
            .as_ref()
            .and_then(|session| session.document.commission().record(candidate));
        let piece = record.and_then(|record| {
            let mut pieces = record.dossier.as_ref()?.pieces.iter();
            pieces.find(|piece| piece.path == path)
        });
        let Some(piece) = piece else {
            return Task::none();
        };
        let key = Key {
            candidate: candidate.clone(),
            path: path.to_owned(),
            sha256: piece.sha256.clone(),
        };
        let Some(find) = self.finder(&key) else {
            return Task::none();
        };
        let whose = candidate.clone();
        effect::aside(move || match find.find()? {
            Copy::Paper { bytes, .. } => {
                let read = tableau::read_named(&find.key.path, &bytes, &find.columns);
                match read.map_err(|refused| refused.sentence())? {
                    reading if reading.layout == Layout::Unknown => {
                        Err(t!("dossier-not-the-form", path = find.key.path.as_str()))
                    }
                    reading => Ok(Box::new(reading)),
                }
            }
            Copy::Site(_) => Err(words::unshown(Unshown::Unknown)),
        })
        .map(move |read| Message::TableauRead(whose.clone(), read))
    }

    /// Joins what was read to the papers of the candidate that it was asked for.
    pub(super) fn tableau_read(
        &mut self,
        candidate: &CandidateId,
        read: Result<Box<Reading>, String>,
    ) -> Task<Message> {
        let dossier = self
            .session
            .as_ref()
            .and_then(|session| session.document.commission().record(candidate))
            .and_then(|record| record.dossier.clone());
        match (read, dossier) {
            (Ok(reading), Some(dossier)) if dossier.reading.is_none() => {
                let dossier = Box::new(dossier.with_reading(*reading));
                let change = Change::Dossier(Some(dossier));
                let _ = self.change(candidate, Author::Commission, change);
            }
            (Err(words), _) => self.dialog = Some(Dialog::Problem(words)),
            (Ok(_), _) => {}
        }
        Task::none()
    }

    /// Returns what finds the copy of a piece, for another thread.
    fn finder(&self, key: &Key) -> Option<Finder> {
        let session = self.session.as_ref()?;
        let record = session.document.commission().record(&key.candidate)?;
        Some(Finder {
            columns: Columns::of(session.document.commission().grid()),
            copies: Copies::beside(session.document.path()),
            dossier: record.dossier.clone()?,
            key: key.clone(),
        })
    }
}

fn answer(message: viewer::Message) -> Message {
    Message::Papers(papers::Message::Viewer(message))
}

/// Reads a dossier, then copies it.
fn join(
    source: &Path,
    columns: &Columns,
    copies: &Copies,
    candidate: &CandidateId,
    mut step: impl FnMut(u64, u64) -> bool,
) -> Result<Joined, String> {
    let dossier = dossier::open(source, columns).map_err(|refused| refused.sentence())?;
    let copies = copies.keep(candidate, &dossier, source, &mut step);
    Ok(Joined { dossier, copies })
}

struct Finder {
    columns: Columns,
    copies: Copies,
    dossier: Dossier,
    key: Key,
}

impl Finder {
    fn find(&self) -> Result<Copy, String> {
        let piece = self
            .dossier
            .pieces
            .iter()
            .find(|piece| piece.path == self.key.path && piece.sha256 == self.key.sha256);
        let piece = piece.ok_or_else(|| t!("lost-missing"))?;
        let copy = self.copies.open(&self.key.candidate, &self.dossier, piece);
        copy.map_err(|lost| words::lost(&lost))
    }
}

/// Opens a piece to be looked at.
fn opened(find: &Finder) -> Opened {
    let bytes = match find.find() {
        Ok(Copy::Paper { bytes, .. }) => bytes,
        Ok(Copy::Site(site)) => {
            let mut pages = site.pages;
            pages.truncate(dossier::limits::LIMITS.shown_site);
            return Opened {
                content: Content::Site(pages),
                outside: true,
            };
        }
        Err(words) => {
            return Opened {
                content: Content::Said(words),
                outside: false,
            };
        }
    };
    let outside = show::is_document(&find.key.path, &bytes);
    let content = match show::open(bytes) {
        Ok(Shown::Pages(pages)) => Content::Pages(pages),
        Ok(Shown::Picture(picture)) => Content::Picture(drawn(picture)),
        Ok(Shown::Text(text)) => Content::Text(Arc::new(text)),
        Ok(Shown::Workbook(bytes)) => match show::workbook(&bytes, &find.columns) {
            Ok(workbook) => Content::Workbook(Arc::new(workbook)),
            Err(unshown) => Content::Said(words::unshown(unshown)),
        },
        Err(unshown) => Content::Said(words::unshown(unshown)),
    };
    Opened { content, outside }
}

fn drawn(picture: Picture) -> Drawn {
    Drawn {
        size: (picture.width, picture.height),
        handle: Handle::from_rgba(picture.width, picture.height, picture.rgba),
    }
}

/// Gives a piece to the system: a site's first page to the browser, a document to its usual program.
/// What could run is never given, whatever asked for it.
fn outside(find: &Finder) -> Result<(), String> {
    let path: PathBuf = match find.find()? {
        Copy::Site(site) => site.index,
        Copy::Paper { path, bytes } if show::is_document(&find.key.path, &bytes) => path,
        Copy::Paper { .. } => return Err(words::unshown(Unshown::Unknown)),
    };
    let path = std::path::absolute(&path).unwrap_or(path);
    let shown = path.display().to_string();
    open::that_detached(&path).map_err(|_| t!("viewer-no-program", path = shown))
}
