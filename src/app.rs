//! The window: one state, one message, one update. Only this room changes the session, starts
//! effects and switches screens.

pub mod demo;

mod batch;
mod bench;
mod calibration;
mod comments;
mod copies;
mod dialog;
mod dossiers;
mod effect;
mod forgotten;
mod gate;
mod harmony;
mod lobby;
mod pieces;
mod resume;
mod retention;
mod roster;
mod session;
mod view;
mod workshop;

use std::path::{Path, PathBuf};

use iced::{Subscription, Task, window};

use self::bench::Bench;
pub use self::dialog::Dialog;
use self::session::Session;
use self::workshop::Workshop;
use crate::domain::dossier::Reading;
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::id::CandidateId;
use crate::domain::roster::Moment;
use crate::keymap::{self, Command, Place};
use crate::screen::creation::Creation;
use crate::screen::editor::Editor;
use crate::screen::grids::Grids;
use crate::screen::home::Home;
use crate::screen::{
    Stage, band, commission, conciliation, creation, decision, editor, home, interrogation, papers,
    sheets,
};
use crate::screen::{copies as copies_screen, harmony as harmony_screen};
use crate::screen::{retention as retention_screen, settling as settling_screen};
use crate::store::clock;
use crate::store::document::Saved;
use crate::store::grids::Loaded;
use crate::store::places::{self, Places};
use crate::store::settings::Settings;
use crate::style::{Mode, Theme, typeface};
use crate::widget::keys::KeyPress;
use crate::widget::travel;
use crate::{t, words};

/// What the program was started with.
#[derive(Debug, Clone)]
pub enum Start {
    /// A file to open, or the welcome screen.
    File(Option<PathBuf>),
}

/// The whole state of the window.
#[derive(Debug)]
pub struct App {
    places: Places,
    settings: Settings,
    mode: Mode,
    now: Moment,
    grids: Vec<Loaded>,
    workshop: Workshop,
    /// Dossiers being read and copied.
    joining: pieces::Joining,
    session: Option<Session>,
    screen: Screen,
    dialog: Option<Dialog>,
    /// Words that say what just happened, and since when.
    slot: Option<(String, Moment)>,
    /// Something that stays until its cause leaves.
    incident: Option<String>,
    full_screen: bool,
    /// A code being typed.
    gate: gate::Gate,
    /// Whether everything is hidden until a member types their code.
    locked: bool,
    /// When somebody last touched the window.
    touched: Moment,
    /// The window's size, divided by the text's scale.
    size: iced::Size,
}

/// The screen in front.
#[derive(Debug)]
enum Screen {
    Home(Home),
    Creation(Box<Creation>),
    Grids(Box<Grids>),
    Editor(Box<Editor>),
    Commission(commission::Commission),
    Copies(Box<copies_screen::Copies>),
    Settling(settling_screen::Settling),
    Harmony(Box<harmony_screen::Harmony>, batch::Running),
    Retention(Box<retention_screen::Retention>, batch::Running),
    Candidate(Box<Bench>),
}

/// Everything that happens to the window.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key that no field took.
    Key(KeyPress),
    /// A second went by.
    Tick,
    /// The welcome screen.
    Home(home::Message),
    /// The form of a new commission.
    Creation(creation::Message),
    /// The grids.
    Grids(crate::screen::grids::Message),
    /// Making a grid.
    Editor(editor::Message),
    /// A grid's file was chosen in the system's dialog.
    GridChosen(Option<PathBuf>),
    /// The candidates.
    Commission(commission::Message),
    /// Members' copies.
    Copies(copies_screen::Message),
    /// What two copies put in one field.
    Settling(settling_screen::Message),
    /// Several commissions side by side.
    Harmony(harmony_screen::Message),
    /// Files whose time is over.
    Retention(retention_screen::Message),
    /// The band.
    Band(band::Message),
    /// The papers.
    Papers(papers::Message),
    /// Grading.
    Interrogation(interrogation::Message),
    /// Settling.
    Conciliation(conciliation::Message),
    /// Deciding.
    Decision(decision::Message),
    /// Printing.
    Sheets(sheets::Message),
    /// The dialog in front.
    Dialog(dialog::Message),
    /// A file was chosen in the system's dialog.
    Chosen(Option<PathBuf>),
    /// A list was chosen in the system's dialog.
    ListChosen(Option<PathBuf>),
    /// A file of sentences was chosen: to be written when true.
    CommentsChosen(bool, Option<PathBuf>),
    /// Papers were dropped on the window.
    Dropped(PathBuf),
    /// How far the writing of everything is.
    Batch(batch::Progress),
    /// The reading of a tableau that was not recognised at first, of whom.
    TableauRead(CandidateId, Result<Box<Reading>, String>),
    /// How far many dossiers are.
    Dossiers(dossiers::Progress),
    /// How far the joining of a dossier is.
    Joining(pieces::Progress),
    /// Somebody moves the pointer's wheel or presses one of its buttons.
    Touched,
    /// A code was typed on the locked window.
    Unlock,
    /// A forgotten code is being replaced.
    Forgotten(forgotten::Message),
    /// Opens the other member's column.
    TakeSeat,
    /// Stays with the member who had the keyboard.
    KeepSeat,
    /// Leaves the neutral screen.
    LeaveNeutral,
    /// Writes again what waits on this laptop.
    Retry,
    /// Writes everything in another file.
    SaveElsewhere,
    /// The place of that file.
    Elsewhere(Option<PathBuf>),
    /// Hides the incident's bar.
    CloseIncident,
    /// The window has another size.
    Resized(iced::Size),
    /// The window is being closed.
    Close,
}

/// How long the words of what just happened stay, in milliseconds.
const SLOT: u64 = 4_000;

/// Name of the program for the desktop.
const IDENTITY: &str = "fr.delibere.Delibere";

/// Opens the window and stays until it is closed.
pub fn run(start: Start, places: Places) -> iced::Result {
    application(start, places).run()
}

/// The program of the window, for [`run`] and for the tests.
pub fn application(
    start: Start,
    places: Places,
) -> iced::Application<impl iced::Program<State = App, Message = Message, Theme = Theme>> {
    // iced counts the window in scaled pixels: at 150 % it would open larger than the screen.
    let scale = f32::from(Settings::load(&places).scale.unwrap_or(100)) / 100.0;
    iced::application(
        move || App::new(start.clone(), places.clone()),
        App::update,
        App::view,
    )
    .title(App::title)
    .theme(App::theme)
    .subscription(App::subscription)
    .scale_factor(App::scale_factor)
    .settings(iced::Settings {
        id: Some(IDENTITY.to_owned()),
        fonts: typeface::fonts(),
        default_font: typeface::REGULAR,
        default_text_size: typeface::BODY.into(),
        antialiasing: true,
        ..iced::Settings::default()
    })
    .window(window::Settings {
        size: iced::Size::new(1366.0 / scale, 768.0 / scale),
        min_size: Some(iced::Size::new(640.0 / scale, 480.0 / scale)),
        // A laptop's taskbar leaves no room for a window of the whole screen.
        maximized: true,
        exit_on_close_request: false,
        // The desktop file bears the same name, so that the taskbar finds the icon.
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: IDENTITY.to_owned(),
            ..Default::default()
        },
        ..window::Settings::default()
    })
}

impl App {
    /// Returns the window as it starts.
    pub fn new(start: Start, places: Places) -> (Self, Task<Message>) {
        let settings = Settings::load(&places);
        let mode = settings
            .display
            .as_deref()
            .and_then(Mode::named)
            .unwrap_or_default();
        let mut app = Self {
            grids: Vec::new(),
            workshop: Workshop::default(),
            joining: pieces::Joining::default(),
            settings,
            mode,
            now: clock::now(),
            session: None,
            screen: Screen::Home(Home::default()),
            dialog: None,
            slot: None,
            incident: None,
            full_screen: false,
            gate: gate::Gate::default(),
            locked: false,
            touched: clock::now(),
            size: iced::Size::new(1366.0, 768.0),
            places,
        };
        app.grids = app.usable_grids();
        app.size = app.size * (100.0 / f32::from(app.settings.scale.unwrap_or(100)));
        let Start::File(file) = start;
        let task = match file {
            Some(file) => app.open(&file),
            None => {
                app.offer_resume();
                travel::focus_on("default")
            }
        };
        (app, task)
    }

    /// Returns what the taskbar shows.
    pub fn title(&self) -> String {
        // Never a mark, never a candidate: the title is on the taskbar, facing the room.
        match &self.session {
            Some(session) => {
                let number = session.header().number.as_str();
                let key = if session.header().exercise {
                    "exercise-recent"
                } else {
                    "commission-title"
                };
                format!("{} · {}", t!(key, number = number), t!("app-name"))
            }
            None => t!("app-name"),
        }
    }

    fn theme(&self) -> Theme {
        Theme(self.mode)
    }

    fn scale_factor(&self) -> f32 {
        f32::from(self.settings.scale.unwrap_or(100)) / 100.0
    }

    fn subscription(&self) -> Subscription<Message> {
        let tick = match self.screen {
            Screen::Home(_) | Screen::Creation(_) | Screen::Grids(_) | Screen::Retention(..) => {
                Subscription::none()
            }
            _ => iced::time::every(std::time::Duration::from_secs(1)).map(|_| Message::Tick),
        };
        let dropped = iced::event::listen_with(|event, _, _| match event {
            iced::Event::Window(window::Event::FileDropped(path)) => Some(Message::Dropped(path)),
            iced::Event::Mouse(
                iced::mouse::Event::ButtonPressed(_) | iced::mouse::Event::WheelScrolled { .. },
            ) => Some(Message::Touched),
            _ => None,
        });
        Subscription::batch([
            tick,
            dropped,
            window::close_requests().map(|_| Message::Close),
            window::resize_events().map(|(_, size)| Message::Resized(size)),
        ])
    }

    /// Changes the state for one message.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let before = self.dialog.as_ref().map(std::mem::discriminant);
        let task = self.react(message);
        // A dialog opens on the answer that loses nothing.
        let opened = self.dialog.as_ref().map(std::mem::discriminant);
        let writes = matches!(
            self.dialog,
            Some(
                Dialog::Person(_)
                    | Dialog::Reopen(_)
                    | Dialog::Move(..)
                    | Dialog::Waive(_)
                    | Dialog::Dossiers(..)
                    | Dialog::Comments(_)
                    | Dialog::Time(_)
            )
        );
        if opened.is_some() && opened != before && !writes {
            return Task::batch([task, travel::focus_on("default")]);
        }
        task
    }

    fn react(&mut self, message: Message) -> Task<Message> {
        self.now = clock::now();
        let by_itself = matches!(
            message,
            Message::Tick
                | Message::Batch(_)
                | Message::Dossiers(_)
                | Message::TableauRead(..)
                | Message::Joining(_)
                | Message::Resized(_)
                | Message::Harmony(harmony_screen::Message::Told(_))
                | Message::Retention(retention_screen::Message::Told(_))
        );
        if !by_itself && !self.locked {
            self.touch();
        }
        match message {
            Message::Touched => Task::none(),
            Message::Unlock => self.unlock(),
            Message::Forgotten(message) => self.forgotten(message),
            Message::Key(press) => {
                let task = self.key(&press);
                // A row moved to is a row to come back to, whatever happens the next second.
                self.remember(false);
                task
            }
            Message::Tick => self.tick(),
            Message::Home(message) => self.home(message),
            Message::Creation(message) => self.creation(message),
            Message::Grids(message) => self.on_grids(message),
            Message::Editor(message) => self.on_editor(message),
            Message::GridChosen(path) => self.grid_chosen(path),
            Message::Commission(message) => {
                let Screen::Commission(screen) = &mut self.screen else {
                    return Task::none();
                };
                let action = screen.update(message);
                self.act_on_commission(action)
            }
            Message::Copies(message) => self.on_copies(message),
            Message::Settling(message) => self.on_settling(message),
            Message::Harmony(message) => self.on_harmony(message),
            Message::Retention(message) => self.on_retention(message),
            Message::Band(message) => self.band(message),
            Message::Papers(message) => {
                let flushed = self.flush_unless(message.is_typing());
                Task::batch([
                    flushed,
                    self.on_bench(|bench, desk| bench.papers(message, desk)),
                ])
            }
            Message::Interrogation(message) => {
                let flushed = self.flush_unless(message.is_typing());
                Task::batch([
                    flushed,
                    self.on_bench(|bench, desk| bench.interrogation(message, desk)),
                ])
            }
            Message::Conciliation(message) => {
                self.on_bench(|bench, desk| bench.conciliation(message, desk))
            }
            Message::Decision(message) => {
                let flushed = self.flush_unless(message.is_typing());
                Task::batch([
                    flushed,
                    self.on_bench(|bench, desk| bench.decision(message, desk)),
                ])
            }
            Message::Sheets(message) => self.on_bench(|bench, _| bench.sheets(message)),
            Message::Dialog(message) => self.answer(message),
            Message::Chosen(path) => path.map_or_else(Task::none, |path| self.open(&path)),
            Message::ListChosen(path) => path.map_or_else(Task::none, |path| {
                if let Screen::Creation(form) = &mut self.screen {
                    let _ = form.update(creation::Message::List(path.display().to_string()));
                    return Task::none();
                }
                self.read_list(&path)
            }),
            Message::CommentsChosen(out, path) => self.comments_file(out, path),
            Message::Dropped(path) => self.dropped(path),
            Message::Batch(progress) => self.batch_told(progress),
            Message::TableauRead(candidate, read) => self.tableau_read(&candidate, read),
            Message::Dossiers(progress) => self.dossiers_told(progress),
            Message::Joining(progress) => self.joining_told(progress),
            Message::TakeSeat => self.take_seat(),
            Message::KeepSeat => {
                if let Screen::Candidate(bench) = &mut self.screen {
                    bench.handover = None;
                }
                Task::none()
            }
            Message::LeaveNeutral => {
                if let Screen::Candidate(bench) = &mut self.screen {
                    bench.neutral = false;
                }
                Task::none()
            }
            Message::Retry => self.retry(),
            Message::SaveElsewhere => effect::choose_place(),
            Message::Elsewhere(path) => {
                path.map_or_else(Task::none, |path| self.save_elsewhere(&path))
            }
            Message::CloseIncident => {
                self.incident = None;
                Task::none()
            }
            Message::Resized(size) => {
                self.size = size;
                Task::none()
            }
            Message::Close => self.close(),
        }
    }

    fn place(&self) -> Place {
        match &self.screen {
            Screen::Home(_) | Screen::Creation(_) => Place::Home,
            Screen::Grids(_) => Place::Grids,
            Screen::Editor(_) => Place::Editor,
            Screen::Commission(_) => Place::Commission,
            Screen::Copies(_) => Place::Copies,
            Screen::Settling(_) => Place::Settling,
            Screen::Harmony(..) => Place::Harmony,
            Screen::Retention(..) => Place::Retention,
            Screen::Candidate(bench) => match bench.stage {
                Stage::Dossier => Place::Dossier,
                Stage::Interrogation => Place::Interrogation,
                Stage::Conciliation => Place::Conciliation,
                Stage::Decision => Place::Decision,
                Stage::Sheets => Place::Sheets,
            },
        }
    }

    fn key(&mut self, press: &KeyPress) -> Task<Message> {
        if let Some(task) = self.gate_key(press) {
            return task;
        }
        let Some(command) = keymap::command(self.place(), press) else {
            return Task::none();
        };
        // A dialog may name a mark: the neutral screen comes before it, and finds it again after.
        if self.dialog.is_some() && !self.is_neutral() && command != Command::Neutral {
            return self.key_in_dialog(command);
        }
        if let Screen::Candidate(bench) = &self.screen {
            if bench.handover.is_some() {
                return match command {
                    Command::Open => self.take_seat(),
                    Command::Escape => self.update(Message::KeepSeat),
                    _ => Task::none(),
                };
            }
            if bench.neutral {
                return match command {
                    Command::Neutral | Command::Escape | Command::Open => {
                        self.update(Message::LeaveNeutral)
                    }
                    _ => Task::none(),
                };
            }
        }
        match command {
            Command::Lock => self.lock(),
            Command::Help => {
                self.dialog = Some(Dialog::Help(self.place()));
                Task::none()
            }
            Command::Save if !matches!(self.screen, Screen::Editor(_)) => {
                let flushed = self.flush(true);
                let words = self
                    .session
                    .as_ref()
                    .map_or_else(|| t!("saved-nothing"), Session::saved_words);
                self.say(words);
                flushed
            }
            Command::Larger | Command::Smaller | Command::UsualSize => self.scale(command),
            Command::FullScreen => {
                self.full_screen = !self.full_screen;
                let mode = if self.full_screen {
                    window::Mode::Fullscreen
                } else {
                    window::Mode::Windowed
                };
                window::latest().and_then(move |id| window::set_mode(id, mode))
            }
            Command::Escape if press.in_text_field => {
                // The field gives the keyboard back to the screen, with its text written.
                let flushed = self.flush(true);
                Task::batch([flushed, effect::leave_fields()])
            }
            command => self.command(command),
        }
    }

    fn command(&mut self, command: Command) -> Task<Message> {
        match &mut self.screen {
            Screen::Home(screen) => {
                let action = screen.command(command, &self.settings);
                self.act_on_home(action)
            }
            Screen::Grids(screen) => {
                let action = screen.command(command);
                self.act_on_grids(action)
            }
            Screen::Editor(screen) => {
                let action = screen.command(command);
                self.act_on_editor(action)
            }
            Screen::Creation(_) => match command {
                Command::Grids => self.show_grids(),
                Command::Escape => self.creation(creation::Message::Cancel),
                _ => Task::none(),
            },
            Screen::Commission(screen) => {
                let Some(session) = &self.session else {
                    return Task::none();
                };
                let action = screen.command(command, session.lines());
                self.act_on_commission(action)
            }
            Screen::Copies(screen) => {
                let action = screen.command(command);
                self.act_on_copies(action)
            }
            Screen::Settling(_) => {
                let points = self.points();
                let Screen::Settling(screen) = &mut self.screen else {
                    return Task::none();
                };
                let action = screen.command(command, &points);
                self.act_on_settling(action)
            }
            Screen::Harmony(screen, _) => {
                let action = screen.command(command);
                self.act_on_harmony(action)
            }
            Screen::Retention(screen, _) => {
                let action = screen.command(command);
                self.act_on_retention(action)
            }
            Screen::Candidate(_) => {
                let flushed = self.flush(true);
                let then = match command {
                    Command::Stage(number) => match Stage::ALL.get(number.wrapping_sub(1)) {
                        Some(stage) => self.go(*stage),
                        None => Task::none(),
                    },
                    Command::Neutral => {
                        if let Screen::Candidate(bench) = &mut self.screen {
                            bench.neutral = true;
                            // The words of what was just done may name a level.
                            self.slot = None;
                        }
                        Task::none()
                    }
                    Command::NextZone => match &mut self.screen {
                        Screen::Candidate(bench) => travel::focus_on(bench.next_zone()),
                        _ => Task::none(),
                    },
                    Command::Escape => Task::none(),
                    command => self.on_bench(|bench, desk| bench.command(command, desk)),
                };
                Task::batch([flushed, then])
            }
        }
    }

    fn tick(&mut self) -> Task<Message> {
        if self
            .slot
            .as_ref()
            .is_some_and(|(_, since)| self.now.since(*since) > SLOT)
        {
            self.slot = None;
        }
        let flushed = self.flush(false);
        self.keep_draft();
        self.remember(false);
        Task::batch([flushed, self.lock_when_idle()])
    }

    fn scale(&mut self, command: Command) -> Task<Message> {
        let now = self.settings.scale.unwrap_or(100);
        let next = match command {
            Command::Larger => home::SCALES.iter().find(|scale| **scale > now),
            Command::Smaller => home::SCALES.iter().rev().find(|scale| **scale < now),
            _ => home::SCALES.first(),
        };
        match next {
            Some(scale) => self.set_scale(*scale),
            None => Task::none(),
        }
    }

    fn set_scale(&mut self, scale: u16) -> Task<Message> {
        let before = f32::from(self.settings.scale.unwrap_or(100));
        self.size = self.size * (before / f32::from(scale));
        self.settings.scale = Some(scale);
        self.settings.save(&self.places);
        Task::none()
    }

    /// Writes an edit and shows what it did; says why when it was refused.
    fn write(&mut self, author: Author, edit: &Edit) -> bool {
        let Some(session) = &mut self.session else {
            return false;
        };
        match session.document.edit(edit, author, self.now) {
            Ok(saved) => {
                if matches!(saved, Saved::Rescued(_)) {
                    self.incident = Some(t!("incident-waiting"));
                }
                self.refresh();
                true
            }
            Err(error) => {
                let words = error.to_string();
                match error {
                    crate::store::EditError::Refused(_) => self.say(words),
                    crate::store::EditError::NotWritten(_) => self.incident = Some(words),
                }
                false
            }
        }
    }

    fn change(&mut self, candidate: &CandidateId, author: Author, change: Change) -> bool {
        self.write(author, &Edit::Of(candidate.clone(), change))
    }

    fn undo(&mut self, candidate: &CandidateId, author: Author, again: bool) {
        let masked = self.is_masked();
        let Some(session) = &mut self.session else {
            return;
        };
        let done = if again {
            session.document.redo(candidate, author, self.now)
        } else {
            session.document.undo(candidate, author, self.now)
        };
        let words = match done {
            Ok(Some(edit)) => {
                let gesture = words::gesture(session.header(), &edit, masked);
                if again {
                    t!("redone", gesture = gesture)
                } else {
                    t!("undone", gesture = gesture)
                }
            }
            Ok(None) if again => t!("nothing-to-redo"),
            Ok(None) => t!("nothing-to-undo"),
            Err(error) => error.to_string(),
        };
        self.say(words);
        self.refresh();
    }

    /// Takes everything shown from the document again.
    fn refresh(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.refresh();
        if session.document.waiting() == 0 && self.incident == Some(t!("incident-waiting")) {
            self.incident = None;
        }
        if let Screen::Candidate(bench) = &mut self.screen
            && !bench.refresh(session, self.now)
        {
            self.screen = Screen::Commission(commission::Commission::default());
        }
    }

    /// Returns whether the screen that may stay in sight of the candidate is up.
    fn is_neutral(&self) -> bool {
        matches!(&self.screen, Screen::Candidate(bench) if bench.neutral)
    }

    fn is_masked(&self) -> bool {
        match &self.screen {
            Screen::Candidate(bench) => bench.masked,
            _ => true,
        }
    }

    fn say(&mut self, words: String) {
        self.slot = Some((words, self.now));
    }

    fn dropped(&mut self, path: PathBuf) -> Task<Message> {
        match &self.screen {
            Screen::Candidate(bench) if bench.stage == Stage::Dossier => self.read_dossier(&path),
            Screen::Home(_) => self.open(&path),
            Screen::Commission(_) if self.dialog.is_none() && path.is_dir() => {
                self.show_dossiers_of(&path)
            }
            Screen::Copies(_) => self.on_copies(copies_screen::Message::Received(Some(path))),
            Screen::Harmony(..) => self.read_results(vec![path]),
            Screen::Retention(..) => {
                self.on_retention(retention_screen::Message::Chosen(Some(path)))
            }
            Screen::Commission(_)
                if self.dialog.is_none()
                    && path.extension().is_some_and(|end| end == places::EXTENSION) =>
            {
                self.show_copies(Some(path))
            }
            Screen::Commission(_) if self.dialog.is_none() => self.read_list(&path),
            _ => Task::none(),
        }
    }

    fn retry(&mut self) -> Task<Message> {
        let Some(session) = &mut self.session else {
            return Task::none();
        };
        match session.document.retry() {
            Ok(()) => self.incident = None,
            Err(_) => self.say(t!("incident-still")),
        }
        self.refresh();
        Task::none()
    }

    fn save_elsewhere(&mut self, path: &Path) -> Task<Message> {
        let Some(session) = &mut self.session else {
            return Task::none();
        };
        match session.document.save_elsewhere(path, &self.places) {
            Ok(()) => {
                self.incident = None;
                self.refresh();
            }
            Err(error) => self.say(error.to_string()),
        }
        Task::none()
    }

    fn close(&mut self) -> Task<Message> {
        let flushed = self.flush(true);
        // An unsaved draft is kept, and offered at the next start.
        self.keep_draft();
        self.remember(true);
        if let Some(session) = &self.session {
            let recent = session.recent(self.now);
            self.settings.remember(recent);
            self.settings.save(&self.places);
        }
        Task::batch([flushed, iced::exit()])
    }
}
