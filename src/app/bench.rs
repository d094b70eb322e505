//! One candidate in front of the jury: who holds the keyboard, which stage is open, and how each
//! screen's wishes become edits. State is keyed by the candidate's number, never by a position.

use iced::Task;
use iced::widget::image;

use super::dialog::Dialog;
use super::gate::Purpose;
use super::session::Session;
use super::{App, Message, Screen, effect};
use crate::domain::commission::Ticking;
use crate::domain::dossier::PieceKind;
use crate::domain::edit::{Author, Change};
use crate::domain::id::CandidateId;
use crate::domain::mark::{self, Profile};
use crate::domain::roster::Moment;
use crate::domain::seat::Seat;
use crate::export::sheet::Sheet;
use crate::keymap::Command;
use crate::screen::conciliation::Conciliation;
use crate::screen::decision::Decision;
use crate::screen::interrogation::Interrogation;
use crate::screen::papers::Papers;
use crate::screen::sheets::{Page, Sheets, Want, Way};
use crate::screen::{
    Action, Ask, Desk, Stage, band, conciliation, decision, interrogation, papers, sheets,
};
use crate::style::space::Class;
use crate::t;
use crate::widget::travel;

/// A candidate in front of the jury.
#[derive(Debug)]
pub struct Bench {
    /// Who.
    pub candidate: CandidateId,
    /// Which stage is open.
    pub stage: Stage,
    /// Who holds the keyboard.
    pub viewer: Author,
    /// The record as the viewer may see it.
    pub seat: Seat,
    /// Whether the proposed mark is masked.
    pub masked: bool,
    /// The member to whom the keyboard is being passed.
    pub handover: Option<usize>,
    /// Whether the neutral screen covers everything.
    pub neutral: bool,
    zone: usize,
    pub(super) papers: Papers,
    pub(super) interrogation: Interrogation,
    pub(super) conciliation: Conciliation,
    pub(super) decision: Decision,
    pub(super) sheets: Sheets,
}

/// What a screen of the bench wants from the app, its own messages turned into the window's.
pub enum Wish {
    /// What every screen may want.
    Usual(Action<Message>),
    /// Pages written out.
    Write(Way),
    /// The choice of everything that leaves.
    Everything,
}

impl Bench {
    /// Returns what the screens are shown.
    pub fn desk<'a>(
        &'a self,
        session: &'a Session,
        now: Moment,
        said: Option<&'a str>,
        class: Class,
    ) -> Desk<'a> {
        Desk {
            header: session.header(),
            seat: &self.seat,
            now,
            masked: self.masked,
            seal_code: session.document.seal_code(&self.candidate),
            said,
            class,
        }
    }

    /// Takes the record again; false when the candidate is not there any more.
    pub fn refresh(&mut self, session: &Session, now: Moment) -> bool {
        let Some(seat) = session
            .document
            .commission()
            .seat(&self.candidate, self.viewer)
        else {
            return false;
        };
        self.seat = seat;
        let desk = Desk {
            header: session.header(),
            seat: &self.seat,
            now,
            masked: self.masked,
            seal_code: None,
            said: None,
            class: Class::Large,
        };
        self.interrogation.follow(&desk, &session.notes);
        self.conciliation.follow(&desk);
        self.decision.follow(&desk);
        true
    }

    /// The papers' screen reacts.
    pub fn papers(&mut self, message: papers::Message, desk: &Desk<'_>) -> Wish {
        Wish::Usual(self.papers.update(message, desk).map(Message::Papers))
    }

    /// The interrogation reacts.
    pub fn interrogation(&mut self, message: interrogation::Message, desk: &Desk<'_>) -> Wish {
        Wish::Usual(
            self.interrogation
                .update(message, desk)
                .map(Message::Interrogation),
        )
    }

    /// The conciliation reacts.
    pub fn conciliation(&mut self, message: conciliation::Message, desk: &Desk<'_>) -> Wish {
        Wish::Usual(
            self.conciliation
                .update(message, desk)
                .map(Message::Conciliation),
        )
    }

    /// The decision reacts.
    pub fn decision(&mut self, message: decision::Message, desk: &Desk<'_>) -> Wish {
        Wish::Usual(self.decision.update(message, desk).map(Message::Decision))
    }

    /// The sheets react.
    pub fn sheets(&mut self, message: sheets::Message) -> Wish {
        wish(self.sheets.update(message))
    }

    /// Returns the control where the next zone of the open stage begins.
    pub fn next_zone(&mut self) -> &'static str {
        let zones: &[&'static str] = match self.stage {
            Stage::Dossier => &["add", "middle-1", "line-title", "ask", "main"],
            Stage::Interrogation => &["tile-1", "indicator-1", "level-column-1", "notes", "main"],
            Stage::Conciliation => &["level-1", "main"],
            Stage::Decision => &["note", "observation-1", "appreciation", "visa"],
            Stage::Sheets => &["print"],
        };
        let zone = zones
            .get(self.zone % zones.len())
            .copied()
            .unwrap_or_default();
        self.zone = (self.zone + 1) % zones.len();
        zone
    }

    /// The open stage reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Wish {
        match self.stage {
            Stage::Dossier => Wish::Usual(self.papers.command(command, desk).map(Message::Papers)),
            Stage::Interrogation => Wish::Usual(
                self.interrogation
                    .command(command, desk)
                    .map(Message::Interrogation),
            ),
            Stage::Conciliation => Wish::Usual(
                self.conciliation
                    .command(command, desk)
                    .map(Message::Conciliation),
            ),
            Stage::Decision => {
                Wish::Usual(self.decision.command(command, desk).map(Message::Decision))
            }
            Stage::Sheets => wish(self.sheets.command(command)),
        }
    }

    /// Returns whether something typed waits to be written.
    pub fn is_pending(&self) -> bool {
        self.interrogation.is_pending() || self.decision.is_pending() || self.papers.is_pending()
    }
}

fn bench_grid(session: &Option<super::session::Session>) -> Option<&crate::domain::grid::Grid> {
    let session = session.as_ref()?;
    Some(session.document.commission().grid())
}

fn wish(want: Want) -> Wish {
    match want {
        Want::Usual(action) => Wish::Usual(action.map(Message::Sheets)),
        Want::Write(way) => Wish::Write(way),
        Want::Everything => Wish::Everything,
    }
}

impl App {
    /// Opens a candidate at a stage, or where their work stands; asks who they are the first time.
    pub(super) fn open_candidate(
        &mut self,
        candidate: &CandidateId,
        stage: Option<Stage>,
    ) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let commission = session.document.commission();
        let Some(record) = commission.record(candidate) else {
            return Task::none();
        };
        if record.absent.is_some() {
            self.dialog = Some(Dialog::Absent(candidate.clone(), false));
            return Task::none();
        }
        if record.moved.is_some() {
            self.dialog = Some(Dialog::Move(candidate.clone(), String::new()));
            return Task::none();
        }
        let fresh = record.begun.is_none() && record.sealed.is_none() && !record.is_ticked();
        if fresh && session.document.is_writable() {
            self.dialog = Some(Dialog::Identity(candidate.clone()));
            return Task::none();
        }
        let stage = stage.unwrap_or(match commission.status(record) {
            crate::domain::commission::Status::ToDecide
                if mark::without_level(commission.grid(), &Profile::of(commission, record))
                    .is_empty() =>
            {
                Stage::Decision
            }
            crate::domain::commission::Status::ToDecide => Stage::Conciliation,
            crate::domain::commission::Status::Sealed => Stage::Sheets,
            _ => Stage::Interrogation,
        });
        let waits = |member: &usize| {
            !record
                .column(Author::Member(*member))
                .is_some_and(|column| column.validated)
        };
        let viewer = match commission.ticking(record) {
            Ticking::Common => Author::Commission,
            Ticking::Separate | Ticking::Blind => {
                let here = |member: &usize| session.document.fills(*member);
                let members = 0..commission.header.members.len();
                let mut members = members.filter(here);
                // After a restart the one who held the keyboard still does.
                let last = session
                    .document
                    .last()
                    .filter(|last| last.edit.candidate() == Some(candidate));
                match last.map(|last| last.stamp.author) {
                    Some(Author::Member(member)) if here(&member) => Author::Member(member),
                    _ => {
                        let first = members.clone().next().unwrap_or(0);
                        Author::Member(members.find(waits).unwrap_or(first))
                    }
                }
            }
        };
        let Some(seat) = commission.seat(candidate, viewer) else {
            return Task::none();
        };
        self.screen = Screen::Candidate(Box::new(Bench {
            candidate: candidate.clone(),
            stage,
            viewer,
            seat,
            masked: true,
            handover: None,
            neutral: false,
            zone: 0,
            papers: Papers::default(),
            interrogation: Interrogation::new(0),
            conciliation: Conciliation::default(),
            decision: Decision::default(),
            sheets: Sheets::default(),
        }));
        self.refresh();
        self.show_joining();
        self.remember(false);
        self.go(stage)
    }

    /// Opens a stage of the candidate in front.
    pub(super) fn go(&mut self, stage: Stage) -> Task<Message> {
        let Screen::Candidate(bench) = &mut self.screen else {
            return Task::none();
        };
        bench.stage = stage;
        bench.zone = 0;
        self.refresh();
        self.remember(false);
        if stage == Stage::Sheets {
            self.draw_pages()
        } else {
            Task::none()
        }
    }

    fn draw_pages(&mut self) -> Task<Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &mut self.screen) else {
            return Task::none();
        };
        bench.sheets = Sheets::default();
        let commission = session.document.commission();
        let Some(record) = commission.record(&bench.candidate) else {
            return Task::none();
        };
        let sheet = Sheet::of(
            commission,
            record,
            session.document.seal_code(&bench.candidate),
        );
        effect::aside(move || {
            let draw = |scale: f32| {
                crate::export::pdf::preview(&sheet, scale).map_err(|error| error.to_string())
            };
            let handle = |page: crate::export::pdf::PagePicture| {
                image::Handle::from_rgba(page.width, page.height, page.rgba)
            };
            let pages = draw(sheets::PAGE_SCALE)?.into_iter();
            let thumbnails = draw(sheets::THUMBNAIL_SCALE)?.into_iter();
            Ok(pages
                .zip(thumbnails)
                .map(|(page, thumbnail)| Page {
                    kind: page.kind,
                    size: (page.width, page.height),
                    picture: handle(page),
                    thumbnail: handle(thumbnail),
                })
                .collect())
        })
        .map(|pages| Message::Sheets(sheets::Message::Drawn(pages)))
    }

    /// Lets a screen of the bench react, and does what it wants.
    pub(super) fn on_bench(
        &mut self,
        react: impl FnOnce(&mut Bench, &Desk<'_>) -> Wish,
    ) -> Task<Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &mut self.screen) else {
            return Task::none();
        };
        // The seat is taken aside so that the screen may change while it is looked at.
        let seat = bench.seat.clone();
        let desk = Desk {
            header: session.header(),
            seat: &seat,
            now: self.now,
            masked: bench.masked,
            seal_code: session.document.seal_code(&bench.candidate),
            said: None,
            class: Class::Large,
        };
        match react(bench, &desk) {
            Wish::Usual(action) => self.act(action),
            Wish::Write(way) => self.write_pages(way),
            Wish::Everything => self.export_all(),
        }
    }

    fn act(&mut self, action: Action<Message>) -> Task<Message> {
        if let Action::Change(Author::Member(member), Change::Visa(true)) = &action
            && self.asks_code(*member)
        {
            return self.ask_code(Purpose::Visa(*member));
        }
        let Screen::Candidate(bench) = &mut self.screen else {
            return Task::none();
        };
        let candidate = bench.candidate.clone();
        match action {
            Action::None => {}
            Action::Change(author, change) => {
                let _ = self.change(&candidate, author, change);
            }
            Action::Changes(author, changes) => {
                for change in changes {
                    let _ = self.change(&candidate, author, change);
                }
            }
            Action::Note(row, text) => self.note(&candidate, &row, &text),
            Action::Go(stage) => return self.go(stage),
            Action::ReadTableau(path) => {
                let label = Change::Label(path.clone(), PieceKind::Tableau);
                return if self.change(&candidate, Author::Commission, label) {
                    self.read_tableau(&candidate, &path)
                } else {
                    Task::none()
                };
            }
            Action::LookAt(line, row) => {
                let grid = bench_grid(&self.session);
                let column = grid.and_then(|grid| grid.coverage_column(&row));
                bench.papers.look_at(line, column);
                return self.go(Stage::Dossier);
            }
            Action::HandOver => self.hand_over(),
            Action::Ask(Ask::Validate) => self.dialog = Some(Dialog::Validate),
            Action::Ask(Ask::Waive(row, criterion)) => return self.ask_waiver(row, criterion),
            Action::Settle => return self.show_settling(Some(candidate)),
            Action::Ask(Ask::Time) => return self.open_time(),
            Action::Ask(Ask::Comments) => return self.offer_comments(),
            Action::Ask(Ask::Seal) => self.dialog = Some(Dialog::Seal),
            Action::Ask(Ask::Reopen) => {
                self.dialog = Some(Dialog::Reopen(String::new()));
                return travel::focus_on("reopen-reason");
            }
            Action::ToggleMask => {
                bench.masked = !bench.masked;
                self.refresh();
            }
            Action::Undo(author) => self.undo(&candidate, author, false),
            Action::Redo(author) => self.undo(&candidate, author, true),
            Action::ReadDossier(path) => return self.read_dossier(&path),
            Action::Piece(wish) => return self.on_piece(wish),
            Action::Say(words) => self.say(words),
            Action::Run(task) => return task,
        }
        Task::none()
    }

    fn note(&mut self, candidate: &CandidateId, row: &crate::domain::id::RowId, text: &str) {
        let (Some(session), Screen::Candidate(bench)) = (&mut self.session, &self.screen) else {
            return;
        };
        let member = match bench.viewer {
            Author::Member(member) => member,
            Author::Commission => 0,
        };
        if let Err(error) = session.notes.set(candidate, member, row, text) {
            self.incident = Some(error.to_string());
        }
    }

    /// Writes what was typed, unless the gesture is typing itself.
    pub(super) fn flush_unless(&mut self, typing: bool) -> Task<Message> {
        if typing {
            Task::none()
        } else {
            self.flush(true)
        }
    }

    /// Writes what was typed: at once, or when the typing paused.
    pub(super) fn flush(&mut self, at_once: bool) -> Task<Message> {
        let pending = matches!(&self.screen, Screen::Candidate(bench) if bench.is_pending());
        if !pending {
            return Task::none();
        }
        let notes = self.on_bench(|bench, desk| {
            Wish::Usual(
                bench
                    .interrogation
                    .hand_over(desk, at_once)
                    .map(Message::Interrogation),
            )
        });
        let texts = self.on_bench(|bench, desk| {
            Wish::Usual(
                bench
                    .decision
                    .hand_over(desk, at_once)
                    .map(Message::Decision),
            )
        });
        let papers = self.on_bench(|bench, desk| {
            Wish::Usual(bench.papers.hand_over(desk, at_once).map(Message::Papers))
        });
        Task::batch([notes, texts, papers])
    }

    pub(super) fn hand_over(&mut self) {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &mut self.screen) else {
            return;
        };
        let members = bench.seat.sights.len();
        let Author::Member(member) = bench.viewer else {
            return;
        };
        if bench.seat.ticking == Ticking::Common || members < 2 {
            return;
        }
        let next = (member + 1) % members;
        if session.document.fills(next) {
            bench.handover = Some(next);
            // What one member just did is not for the other's eyes.
            self.slot = None;
        } else {
            let known = session.header().members.get(next);
            let name = known.map(|member| member.short()).unwrap_or_default();
            self.say(t!("hand-over-elsewhere", member = name));
        }
    }

    /// The other member takes the keyboard.
    pub(super) fn take_seat(&mut self) -> Task<Message> {
        let flushed = self.flush(true);
        let next = match &self.screen {
            Screen::Candidate(bench) => bench.handover,
            _ => None,
        };
        if next.is_some_and(|member| !self.opens_column(member)) {
            return flushed;
        }
        if let Screen::Candidate(bench) = &mut self.screen
            && let Some(member) = bench.handover.take()
        {
            bench.viewer = Author::Member(member);
            bench.stage = Stage::Interrogation;
            bench.interrogation = Interrogation::new(0);
        }
        self.refresh();
        self.remember(false);
        flushed
    }

    fn write_pages(&mut self, way: Way) -> Task<Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return Task::none();
        };
        let commission = session.document.commission();
        let Some(record) = commission.record(&bench.candidate) else {
            return Task::none();
        };
        let sheet = Sheet::of(
            commission,
            record,
            session.document.seal_code(&bench.candidate),
        );
        let alone = way == Way::Candidate;
        let name = crate::export::files::name(record, alone);
        let folder = super::effect::sheets_folder(session.document.path());
        effect::aside(move || effect::write_sheet(&sheet, alone, &folder, &name, way == Way::Print))
            .map(|written| Message::Sheets(sheets::Message::Written(written)))
    }

    pub(super) fn band(&mut self, message: band::Message) -> Task<Message> {
        let flushed = self.flush(true);
        let then = match message {
            band::Message::Back => {
                self.remember(true);
                let mut screen = crate::screen::commission::Commission::default();
                if let Screen::Candidate(bench) = &self.screen {
                    screen.choose(&bench.candidate);
                }
                self.settings.resume = None;
                self.settings.save(&self.places);
                self.screen = Screen::Commission(screen);
                Task::none()
            }
            band::Message::Go(stage) => self.go(stage),
            band::Message::Help => {
                self.dialog = Some(Dialog::Help(self.place()));
                Task::none()
            }
        };
        Task::batch([flushed, then])
    }
}
