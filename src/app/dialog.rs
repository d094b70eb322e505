//! Dialogs: what is asked before something that counts. The harmless answer comes first and has
//! the focus; Ctrl Entrée a second time confirms.

mod erasing;
mod fixing;
mod time;
mod waiver;

pub use waiver::Waiver;

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length, Task};

use super::batch::Brake;
use super::gate::Purpose;
use super::resume::Facts;
use super::{App, Message as Window, Screen};
use crate::domain::commission::Ticking;
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::id::{CandidateId, OptionId};
use crate::keymap::{self, Command, Group, Place};
use crate::screen::commission::dossiers::{self, Dossiers};
use crate::screen::commission::{Person, import};
use crate::screen::person_data::{self, PersonData};
use crate::screen::{Stage, comments, export, shown};
use crate::store::clock;
use crate::store::settings::Resume;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{key_cap, line};
use crate::widget::icon::bars;
use crate::widget::{Element, control, field};
use crate::{t, words};

/// A dialog in front of a screen.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// Is it really this person?
    Identity(CandidateId),
    /// Validating one's levels.
    Validate,
    /// An absence, established or taken back.
    Absent(CandidateId, bool),
    /// Fixing the mark.
    Seal,
    /// Reopening it, with the reason being written.
    Reopen(String),
    /// Excusing the candidate from a row or a criterion.
    Waive(Box<Waiver>),
    /// A candidate, added or corrected.
    Person(Box<Person>),
    /// A candidate goes to another commission, whose number is being written, or comes back.
    Move(CandidateId, String),
    /// A list of candidates about to be entered.
    Import(Box<import::Import>),
    /// Everything that leaves, chosen or being written.
    Export(Box<export::Export>, Brake),
    /// Many dossiers at once.
    Dossiers(Box<Dossiers>, Brake),
    /// All that is held about one candidate, about to leave.
    Data(Box<PersonData>),
    /// Files about to be erased, with the word being typed.
    Erase(String),
    /// A member's code, asked before something that counts.
    Code(Purpose),
    /// The program was stopped without being closed.
    Resume(Resume, Facts),
    /// Something could not be done.
    Problem(String),
    /// Sentences for the appreciation.
    Comments(Box<comments::Comments>),
    /// The codes that were forgotten and replaced.
    Resets,
    /// What the calibration exercise shows.
    Gaps,
    /// The time of the oral, with the reason of a pause being written.
    Time(String),
    /// The keys of a place.
    Help(Place),
}

/// An answer.
#[derive(Debug, Clone)]
pub enum Message {
    /// Does it.
    Yes,
    /// Does not.
    No,
    /// A press beside the dialog.
    Outside,
    /// The reason is being written.
    Reason(String),
    /// The whole row is waived, or the criterion alone.
    WholeRow(bool),
    /// The waiver is taken back.
    TakeBack,
    /// The form of a candidate.
    Person(crate::screen::commission::PersonMessage),
    /// Number of the commission that a candidate goes to.
    MoveTo(String),
    /// The list of candidates.
    Import(import::Message),
    /// Everything that leaves.
    Export(export::Message),
    /// Many dossiers at once.
    Dossiers(dossiers::Message),
    /// All that is held about one candidate.
    Data(person_data::Message),
    /// The word before erasing is being typed.
    EraseWord(String),
    /// Sentences for the appreciation.
    Comments(comments::Message),
    /// Why the oral is paused.
    Pause(String),
    /// The code that is asked was forgotten.
    Forgotten,
}

impl App {
    pub(super) fn key_in_dialog(&mut self, command: Command) -> Task<Window> {
        if let (Some(Dialog::Comments(form)), Command::Up | Command::Down) =
            (&mut self.dialog, command)
        {
            return form.command(command);
        }
        if let (Some(Dialog::Comments(form)), Command::Undo | Command::Redo) =
            (&self.dialog, command)
            && !form.is_writing()
        {
            return self.command(command);
        }
        let harmless = matches!(
            self.dialog,
            Some(
                Dialog::Help(_)
                    | Dialog::Problem(_)
                    | Dialog::Resets
                    | Dialog::Gaps
                    | Dialog::Resume(..)
                    | Dialog::Identity(_)
            )
        );
        match command {
            Command::Escape => self.answer(Message::No),
            Command::Help if matches!(self.dialog, Some(Dialog::Help(_))) => {
                self.answer(Message::No)
            }
            Command::Confirm => self.answer(Message::Yes),
            // Nothing has the focus: Entrée gives the answer that loses nothing.
            Command::Open if harmless => self.answer(Message::Yes),
            _ => Task::none(),
        }
    }

    pub(super) fn answer(&mut self, message: Message) -> Task<Window> {
        match message {
            Message::Outside => {
                // A stray press must not throw away what was being written.
                let writing = matches!(
                    self.dialog,
                    Some(
                        Dialog::Person(_)
                            | Dialog::Reopen(_)
                            | Dialog::Move(..)
                            | Dialog::Waive(_)
                            | Dialog::Import(_)
                            | Dialog::Export(..)
                            | Dialog::Dossiers(..)
                            | Dialog::Data(_)
                            | Dialog::Erase(_)
                            | Dialog::Comments(_)
                            | Dialog::Time(_)
                    )
                );
                if !writing {
                    return self.answer(Message::No);
                }
                Task::none()
            }
            Message::Reason(text) => {
                match &mut self.dialog {
                    Some(Dialog::Reopen(reason)) => *reason = text,
                    Some(Dialog::Waive(waiver)) => waiver.reason = text,
                    Some(Dialog::Time(reason)) => *reason = text,
                    _ => {}
                }
                Task::none()
            }
            Message::WholeRow(whole) => {
                if let Some(Dialog::Waive(waiver)) = &mut self.dialog {
                    waiver.choose(whole);
                }
                Task::none()
            }
            Message::TakeBack => self.take_waiver_back(),
            Message::Person(message) => self.person(message),
            Message::MoveTo(text) => {
                if let Some(Dialog::Move(_, to)) = &mut self.dialog {
                    *to = text;
                }
                Task::none()
            }
            Message::Import(message) => self.import(message),
            Message::Export(message) => self.export(message),
            Message::Dossiers(message) => self.dossiers(message),
            Message::No if matches!(self.dialog, Some(Dialog::Dossiers(..))) => {
                self.dossiers(dossiers::Message::Close)
            }
            Message::Data(message) => self.data(message),
            Message::EraseWord(text) => {
                if let Some(Dialog::Erase(word)) = &mut self.dialog {
                    *word = text;
                }
                Task::none()
            }
            Message::Forgotten => {
                let member = self.asked_member();
                self.forgotten(super::forgotten::Message::Open(member))
            }
            Message::Pause(reason) => {
                self.explain_pause(&reason);
                self.dialog = None;
                Task::none()
            }
            Message::Comments(message) => self.comments(message),
            Message::No if matches!(self.dialog, Some(Dialog::Comments(_))) => {
                self.comments(comments::Message::Close)
            }
            Message::No if matches!(self.dialog, Some(Dialog::Export(..))) => {
                self.export(export::Message::Close)
            }
            Message::No => {
                if let Some(Dialog::Resume(..)) = self.dialog.take()
                    && let Some(resume) = &mut self.settings.resume
                {
                    resume.closed = true;
                    self.settings.save(&self.places);
                }
                Task::none()
            }
            Message::Yes => self.accept(),
        }
    }

    fn accept(&mut self) -> Task<Window> {
        let Some(dialog) = self.dialog.take() else {
            return Task::none();
        };
        match dialog {
            Dialog::Identity(candidate) => {
                if self.change(&candidate, Author::Commission, Change::Begin(true)) {
                    return self.open_candidate(&candidate, Some(Stage::Interrogation));
                }
            }
            Dialog::Validate => return self.validate(),
            Dialog::Absent(candidate, absent) => {
                let _ = self.change(&candidate, Author::Commission, Change::Absent(absent));
            }
            Dialog::Seal => return self.seal(),
            Dialog::Reopen(reason) if !self.members_with_codes().is_empty() => {
                let members = self.members_with_codes();
                return self.ask_code(Purpose::Reopen(reason, members));
            }
            Dialog::Reopen(reason) => {
                if let Screen::Candidate(bench) = &self.screen {
                    let candidate = bench.candidate.clone();
                    if self.change(
                        &candidate,
                        Author::Commission,
                        Change::Reopen(reason.clone()),
                    ) {
                        return self.go(Stage::Decision);
                    }
                    self.dialog = Some(Dialog::Reopen(reason));
                }
            }
            Dialog::Waive(waiver) => self.waive(waiver),
            Dialog::Person(person) => {
                self.dialog = Some(Dialog::Person(person));
                return self.person(crate::screen::commission::PersonMessage::Save);
            }
            Dialog::Move(candidate, to) => {
                let to = (!self.is_moved(&candidate)).then(|| to.clone());
                if !self.move_candidate(&candidate, to.clone())
                    && let Some(to) = to
                {
                    self.dialog = Some(Dialog::Move(candidate, to));
                }
            }
            Dialog::Import(form) => {
                self.dialog = Some(Dialog::Import(form));
                return self.import(import::Message::Import);
            }
            Dialog::Export(form, brake) => {
                self.dialog = Some(Dialog::Export(form, brake));
                return self.export(export::Message::Go);
            }
            Dialog::Dossiers(form, brake) => {
                self.dialog = Some(Dialog::Dossiers(form, brake));
            }
            Dialog::Data(form) => {
                self.dialog = Some(Dialog::Data(form));
                return self.data(person_data::Message::Write);
            }
            Dialog::Erase(word) => return self.erase(word),
            Dialog::Code(purpose) => {
                self.dialog = Some(Dialog::Code(purpose));
                return self.confirm_code();
            }
            Dialog::Resume(resume, _) => return self.open(&resume.path),
            Dialog::Comments(form) => {
                self.dialog = Some(Dialog::Comments(form));
                return self.comments(comments::Message::Keep);
            }
            Dialog::Time(reason) => self.explain_pause(&reason),
            Dialog::Gaps | Dialog::Resets | Dialog::Problem(_) | Dialog::Help(_) => {}
        }
        Task::none()
    }

    fn validate(&mut self) -> Task<Window> {
        let Screen::Candidate(bench) = &self.screen else {
            return Task::none();
        };
        let (candidate, viewer) = (bench.candidate.clone(), bench.viewer);
        if !self.change(&candidate, viewer, Change::Validate(true)) {
            return Task::none();
        }
        let Screen::Candidate(bench) = &mut self.screen else {
            return Task::none();
        };
        if bench.seat.graded {
            let common = bench.seat.ticking == Ticking::Common;
            return self.go(if common {
                Stage::Decision
            } else {
                Stage::Conciliation
            });
        }
        // The one who has finished passes the keyboard to the one who has not.
        self.hand_over();
        Task::none()
    }

    fn seal(&mut self) -> Task<Window> {
        let Screen::Candidate(bench) = &self.screen else {
            return Task::none();
        };
        let candidate = bench.candidate.clone();
        if !self.change(&candidate, Author::Commission, Change::Seal) {
            return Task::none();
        }
        if let Some(session) = &mut self.session
            && let Err(error) = session.notes.erase(&candidate)
        {
            self.incident = Some(error.to_string());
        }
        self.go(Stage::Sheets)
    }

    fn person(&mut self, message: crate::screen::commission::PersonMessage) -> Task<Window> {
        use crate::screen::commission::PersonMessage;
        let (Some(Dialog::Person(form)), Some(session)) = (&mut self.dialog, &self.session) else {
            return Task::none();
        };
        match message {
            PersonMessage::Cancel => self.dialog = None,
            PersonMessage::Save => {
                let Some(candidate) = form.candidate(session.header()) else {
                    return Task::none();
                };
                let number = candidate.number.clone();
                let edit = match form.former() {
                    None => Edit::AddCandidate(candidate),
                    Some(former) => Edit::Of(former.clone(), Change::Correct(candidate)),
                };
                if self.write(Author::Commission, &edit) {
                    self.dialog = None;
                    if let Screen::Commission(screen) = &mut self.screen {
                        screen.choose(&number);
                    }
                } else if let (Some(Dialog::Person(form)), Some((words, _))) =
                    (&mut self.dialog, &self.slot)
                {
                    form.fail(words.clone());
                }
            }
            other => form.update(other),
        }
        Task::none()
    }

    /// Draws the dialog in front, if there is one: its content and its width.
    pub(super) fn dialog_view(&self) -> Option<(Element<'_, Message>, f32)> {
        let dialog = self.dialog.as_ref()?;
        let content = match dialog {
            Dialog::Identity(candidate) => self.identity(candidate),
            Dialog::Validate => self.validate_view(),
            Dialog::Absent(candidate, absent) => self.absent_view(candidate, *absent),
            Dialog::Seal => self.seal_view(),
            Dialog::Reopen(reason) => self.reopen_view(reason),
            Dialog::Waive(waiver) => self.waive_view(waiver),
            Dialog::Person(form) => {
                let header = self.session.as_ref()?.header();
                form.view(header).map(Message::Person)
            }
            Dialog::Move(candidate, to) => self.move_view(candidate, to),
            Dialog::Import(form) => {
                let commission = self.session.as_ref()?.document.commission();
                let form = form.view(commission).map(Message::Import);
                return Some((form, import::WIDTH));
            }
            Dialog::Code(purpose) => self.code_view(purpose),
            Dialog::Export(form, _) => form.view().map(Message::Export),
            Dialog::Dossiers(form, _) => {
                let form = form.view().map(Message::Dossiers);
                return Some((form, dossiers::WIDTH));
            }
            Dialog::Data(form) => form.view().map(Message::Data),
            Dialog::Erase(word) => self.erase_view(word),
            Dialog::Resets => self.resets_view(),
            Dialog::Gaps => self.gaps_view(),
            Dialog::Time(reason) => self.time_view(reason),
            Dialog::Resume(resume, facts) => resume_view(resume, facts),
            Dialog::Comments(form) => return Some((self.comments_view(form)?, comments::WIDTH)),
            Dialog::Problem(words) => {
                let close = control::primary(t!("dialog-close"))
                    .on_press(Message::Yes)
                    .id("default");
                column![
                    typeface::body(words.as_str()),
                    row![gap::horizontal(), Element::from(close)]
                ]
                .spacing(space::L)
                .into()
            }
            Dialog::Help(place) => return Some((self.help_view(*place), space::DIALOG_WIDE)),
        };
        Some((content, space::DIALOG))
    }

    fn name(&self, candidate: &CandidateId) -> String {
        let record = self
            .session
            .as_ref()
            .and_then(|session| session.document.commission().record(candidate));
        record
            .map(|record| record.candidate.name())
            .unwrap_or_default()
    }

    fn identity(&self, candidate: &CandidateId) -> Element<'_, Message> {
        let record = self
            .session
            .as_ref()
            .and_then(|session| session.document.commission().record(candidate));
        let known = record.map(|record| &record.candidate);
        let option = known
            .and_then(|known| known.option.as_ref())
            .map(OptionId::to_string);
        let option = option.unwrap_or_else(|| t!("add-option-none"));
        let detail = match known.and_then(|known| known.passage) {
            Some(hour) => t!("confirm-text", hour = words::hour(hour), option = option),
            None => t!("confirm-text-no-hour", option = option),
        };
        let title = t!(
            "confirm-title",
            name = self.name(candidate),
            number = candidate.as_str()
        );
        let yes = control::primary(t!("confirm-yes"))
            .key(Command::Open.key())
            .on_press(Message::Yes)
            .id("default");
        let no = control::secondary(t!("confirm-no"))
            .key(Command::Escape.key())
            .on_press(Message::No);
        question(title, vec![detail], yes.into(), no.into())
    }

    fn validate_view(&self) -> Element<'_, Message> {
        let Screen::Candidate(bench) = &self.screen else {
            return gap().into();
        };
        let count = bench.seat.own().levels.len();
        let other = match bench.viewer {
            Author::Member(member) => (member + 1) % bench.seat.sights.len().max(1),
            Author::Commission => 0,
        };
        let member = self.session.as_ref().and_then(|session| {
            session
                .header()
                .members
                .get(other)
                .map(|member| member.short())
        });
        let detail = match bench.seat.ticking {
            Ticking::Common => t!("validate-text-common"),
            Ticking::Separate => t!("validate-text-open"),
            Ticking::Blind => t!("validate-text", member = member.unwrap_or_default()),
        };
        let no = control::secondary(t!("validate-again"))
            .on_press(Message::No)
            .id("default");
        let yes = control::primary(t!("validate-yes"))
            .key(Command::Confirm.key())
            .on_press(Message::Yes);
        question(
            t!("validate-title", count = count),
            vec![detail],
            no.into(),
            yes.into(),
        )
    }

    fn absent_view(&self, candidate: &CandidateId, absent: bool) -> Element<'_, Message> {
        let name = self.name(candidate);
        let no = control::secondary(t!("absent-no"))
            .on_press(Message::No)
            .id("default");
        let (title, text, yes) = if absent {
            (
                t!("absent-title", name = name),
                t!("absent-text"),
                t!("absent-yes"),
            )
        } else {
            (
                t!("absent-back-title", name = name),
                t!("absent-back-text"),
                t!("absent-back-yes"),
            )
        };
        let yes = control::primary(yes)
            .key(Command::Confirm.key())
            .on_press(Message::Yes);
        question(title, vec![text], no.into(), yes.into())
    }

    fn is_moved(&self, candidate: &CandidateId) -> bool {
        let session = self.session.as_ref();
        let record = session.and_then(|session| session.document.commission().record(candidate));
        record.is_some_and(|record| record.moved.is_some())
    }

    fn move_view<'a>(&'a self, candidate: &CandidateId, to: &'a str) -> Element<'a, Message> {
        let name = self.name(candidate);
        let no = control::secondary(t!("absent-no")).on_press(Message::No);
        if self.is_moved(candidate) {
            let yes = control::primary(t!("move-back-yes"))
                .key(Command::Confirm.key())
                .on_press(Message::Yes);
            let title = t!("move-back-title", name = name);
            let no = no.id("default");
            return question(title, vec![t!("move-back-text")], no.into(), yes.into());
        }
        let ready = !to.trim().is_empty();
        let yes = control::primary(t!("move-yes")).on_press_maybe(ready.then_some(Message::Yes));
        column![
            typeface::title(t!("move-title", name = name)),
            typeface::body(t!("move-text")),
            field::labelled(t!("move-to"), "14", to, "move-to", Message::MoveTo, None),
            row![gap::horizontal(), Element::from(no), Element::from(yes)].spacing(space::S),
        ]
        .spacing(space::L)
        .into()
    }

    fn help_view(&self, place: Place) -> Element<'_, Message> {
        let close = control::secondary(t!("help-close"))
            .key(Command::Escape.key())
            .on_press(Message::No)
            .id("default");
        let head = row![
            typeface::title(place.help_title()),
            gap::horizontal(),
            Element::from(close)
        ]
        .align_y(Alignment::Center);
        let mut groups: Vec<Vec<Element<'_, Message>>> = Vec::new();
        for group in Group::ALL {
            let mut lines: Vec<Element<'_, Message>> = Vec::new();
            if group == Group::Levels && matches!(place, Place::Interrogation | Place::Conciliation)
            {
                lines.extend(self.level_lines());
            }
            for binding in keymap::BINDINGS {
                let here = binding.places.is_empty() || binding.places.contains(&place);
                if binding.group == group && here && !binding.words.is_empty() {
                    let keys: Vec<String> =
                        binding.strokes.iter().map(keymap::Stroke::words).collect();
                    lines.push(help_line(
                        row(keys.into_iter().map(key_cap)).spacing(space::XS).into(),
                        t!(binding.words),
                    ));
                }
            }
            if !lines.is_empty() {
                lines.insert(
                    0,
                    container(typeface::label(group.title()))
                        .padding([space::XS, 0.0])
                        .into(),
                );
                groups.push(lines);
            }
        }
        let total: usize = groups.iter().map(Vec::len).sum();
        let mut columns: Vec<Vec<Element<'_, Message>>> = vec![Vec::new()];
        let mut filled = 0;
        for group in groups {
            if filled > 0 && filled + group.len() / 2 > total.div_ceil(3) {
                columns.push(Vec::new());
                filled = 0;
            }
            filled += group.len();
            if let Some(last) = columns.last_mut() {
                last.extend(group);
            }
        }
        let columns = columns
            .into_iter()
            .map(|lines| column(lines).width(Length::Fill).into());
        column![
            head,
            typeface::dense(t!("help-text")).style(typeface::secondary),
            row(columns).spacing(space::XXL),
            typeface::reference(t!("help-reader")).style(typeface::secondary),
        ]
        .spacing(space::M)
        .into()
    }

    fn level_lines(&self) -> Vec<Element<'_, Message>> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let header = session.header();
        let levels = header.grid.levels.iter();
        levels
            .map(|known| {
                let level = shown(header, &known.id);
                let keys = row![key_cap(level.digit.to_string()), bars(level.bars)]
                    .spacing(space::L)
                    .align_y(Alignment::Center);
                help_line(keys.into(), level.label)
            })
            .collect()
    }
}

fn resume_view<'a>(resume: &'a Resume, facts: &'a Facts) -> Element<'a, Message> {
    let seen = clock::read(&resume.seen);
    let (day, hour) = seen
        .map(|seen| (words::day_long(seen.day()), words::clock(seen)))
        .unwrap_or_default();
    let line = |label: &str, value: typeface::Text<'a>| {
        let label = typeface::dense(t!(label)).style(typeface::secondary);
        row![container(label).width(150), value].into()
    };
    let who = t!(
        "resume-candidate-value",
        name = facts.name.as_str(),
        number = resume.candidate.as_str()
    );
    let path = resume.path.display().to_string();
    let lines = [
        line("resume-candidate", typeface::name(who)),
        line("resume-last", typeface::body(facts.gesture.as_str())),
        line("resume-timer", typeface::body(facts.timer.as_str())),
        line("resume-file", typeface::dense(path)),
    ];
    let yes = control::primary(t!("resume-go", name = facts.name.as_str()))
        .key(Command::Open.key())
        .tall()
        .on_press(Message::Yes)
        .id("default");
    let no = control::quiet(t!("resume-later")).on_press(Message::No);
    column![
        typeface::title(t!("resume-title")),
        typeface::body(t!("resume-text", day = day, hour = hour)),
        container(column(lines).spacing(space::S))
            .padding(space::L)
            .width(Length::Fill)
            .style(look::panel),
        row![Element::from(yes), gap::horizontal(), Element::from(no)].align_y(Alignment::Center),
    ]
    .spacing(space::L)
    .into()
}

fn help_line<'a>(keys: Element<'a, Message>, text: String) -> Element<'a, Message> {
    let line_words =
        row![container(keys).width(138), typeface::dense(text)].align_y(Alignment::Center);
    let line_words = container(line_words).padding([space::XS, 0.0]);
    column![line_words, line()].into()
}

/// A question: title, sentences, the answer that loses nothing, then the other.
fn question<'a>(
    title: String,
    sentences: Vec<String>,
    first: Element<'a, Message>,
    second: Element<'a, Message>,
) -> Element<'a, Message> {
    let sentences = sentences
        .into_iter()
        .map(|text| typeface::body(text).into());
    column![
        typeface::title(title),
        column(sentences).spacing(space::S),
        row![first, second].spacing(space::S),
    ]
    .spacing(space::L)
    .into()
}
