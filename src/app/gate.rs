//! Members' codes in the window: typed digit by digit, asked before a column is opened, a visa
//! given or a decision reopened, and after the window locked itself.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length, Task};

use super::dialog::Dialog;
use super::forgotten::{self, Forgotten};
use super::{App, Message, Screen};
use crate::domain::commission::Ticking;
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::roster::Moment;
use crate::keymap::Command;
use crate::screen::Stage;
use crate::store::code;
use crate::store::settings::LOCK_AFTER;
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::frame::signed_in;
use crate::widget::icon::{Icon, icon};
use crate::widget::keys::KeyPress;
use crate::widget::{Element, control};

/// A code being typed.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    digits: String,
    /// How many times it was not the right one.
    wrong: u32,
    /// Until when no other is taken, after several wrong ones.
    until: Option<Moment>,
    /// A forgotten code being replaced.
    pub(super) forgotten: Option<Forgotten>,
}

/// What a code is asked for, in a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A member's visa.
    Visa(usize),
    /// Reopening a decision: its reason, and the members who are still to type their code.
    Reopen(String, Vec<usize>),
}

impl Purpose {
    /// Returns whose code is asked.
    fn member(&self) -> usize {
        match self {
            Purpose::Visa(member) => *member,
            Purpose::Reopen(_, left) => left.first().copied().unwrap_or_default(),
        }
    }
}

/// So many wrong codes cost a wait, in milliseconds.
const TRIES: u32 = 3;
const WAIT: u64 = 10_000;

impl Gate {
    /// Returns the digits typed so far.
    pub(super) fn typed(&self) -> String {
        self.digits.clone()
    }

    pub(super) fn clear(&mut self) {
        self.digits.clear();
    }

    /// Returns whether this key was about the code.
    pub(super) fn takes(&mut self, press: &KeyPress) -> bool {
        if press.modifiers.command() {
            return false;
        }
        if let Some(digit) = press.digit {
            if self.digits.len() < code::DIGITS && !press.repeat {
                self.digits.push_str(&digit.to_string());
            }
            return true;
        }
        if press.key == Key::Named(Named::Backspace) {
            let _ = self.digits.pop();
            return true;
        }
        false
    }

    pub(super) fn boxes<'a>(&self, on_band: bool) -> Element<'a, Message> {
        let boxes = (0..code::DIGITS).map(|place| {
            let mark: Element<'a, Message> = if place < self.digits.len() {
                icon(Icon::Started, 14.0)
            } else {
                gap().into()
            };
            let current = place == self.digits.len();
            container(mark)
                .center_x(52)
                .center_y(58)
                .style(look::code_box(on_band, current))
                .into()
        });
        row(boxes).spacing(space::S).into()
    }
}

impl App {
    /// Returns whether any member has a code.
    fn has_codes(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| !session.document.commission().codes.is_empty())
    }

    pub(super) fn asks_code(&self, member: usize) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| session.document.commission().codes.contains_key(&member))
    }

    /// Returns the member whose code was typed, among `members`; counts the wrong ones.
    pub(super) fn member_of_code(&mut self, members: &[usize]) -> Option<usize> {
        let waiting = self.gate.until.is_some_and(|until| self.now < until);
        if waiting || self.gate.digits.len() < code::DIGITS {
            return None;
        }
        let digits = std::mem::take(&mut self.gate.digits);
        let codes = &self.session.as_ref()?.document.commission().codes;
        let found = members.iter().copied().find(|member| {
            codes
                .get(member)
                .is_some_and(|kept| code::matches(&digits, kept))
        });
        if found.is_some() {
            self.gate = Gate::default();
        } else {
            self.gate.wrong += 1;
            if self.gate.wrong.is_multiple_of(TRIES) {
                self.gate.until = Some(self.now.plus(WAIT));
            }
        }
        found
    }

    fn everybody(&self) -> Vec<usize> {
        let session = self.session.as_ref();
        let members = session.map_or(0, |session| session.header().members.len());
        (0..members).collect()
    }

    /// Lets a code take a key when one is asked for; nothing when none is.
    pub(super) fn gate_key(&mut self, press: &KeyPress) -> Option<Task<Message>> {
        if let Some(task) = self.forgotten_key(press) {
            return Some(task);
        }
        let asked = matches!(self.dialog, Some(Dialog::Code(_))) && !self.is_neutral();
        let handover = match &self.screen {
            Screen::Candidate(bench) => bench.handover.filter(|member| self.asks_code(*member)),
            _ => None,
        };
        let opening = handover.is_some() && self.dialog.is_none();
        if !(self.locked || asked || opening) {
            return None;
        }
        if self.gate.takes(press) {
            return Some(Task::none());
        }
        let enter = press.key == Key::Named(Named::Enter) && !press.repeat;
        if enter && self.locked {
            return Some(self.unlock());
        }
        if self.locked {
            // Nothing behind the lock hears a key.
            return Some(Task::none());
        }
        if enter && asked {
            return Some(self.confirm_code());
        }
        None
    }

    /// Asks for a code in a dialog.
    pub(super) fn ask_code(&mut self, purpose: Purpose) -> Task<Message> {
        self.gate.clear();
        self.dialog = Some(Dialog::Code(purpose));
        Task::none()
    }

    pub(super) fn confirm_code(&mut self) -> Task<Message> {
        let Some(Dialog::Code(purpose)) = self.dialog.clone() else {
            return Task::none();
        };
        let wanted = purpose.member();
        if self.member_of_code(&[wanted]).is_none() {
            return Task::none();
        }
        let Screen::Candidate(bench) = &self.screen else {
            return Task::none();
        };
        let candidate = bench.candidate.clone();
        self.dialog = None;
        match purpose {
            Purpose::Visa(member) => {
                let _ = self.change(&candidate, Author::Member(member), Change::Visa(true));
                Task::none()
            }
            Purpose::Reopen(reason, left) if left.len() > 1 => {
                let left = left.into_iter().skip(1).collect();
                self.ask_code(Purpose::Reopen(reason, left))
            }
            Purpose::Reopen(reason, _) => {
                if self.change(&candidate, Author::Commission, Change::Reopen(reason)) {
                    return self.go(Stage::Decision);
                }
                Task::none()
            }
        }
    }

    /// Returns whose code the dialog in front asks.
    pub(super) fn asked_member(&self) -> Option<usize> {
        match &self.dialog {
            Some(Dialog::Code(purpose)) => Some(purpose.member()),
            _ => None,
        }
    }

    /// Returns the members whose code a reopening asks for.
    pub(super) fn members_with_codes(&self) -> Vec<usize> {
        let mut members = self.everybody();
        members.retain(|member| self.asks_code(*member));
        members
    }

    /// Returns whether the member to whom the keyboard is passed typed their code.
    pub(super) fn opens_column(&mut self, member: usize) -> bool {
        !self.asks_code(member) || self.member_of_code(&[member]).is_some()
    }

    /// Notes a gesture, so that the lock waits from now on.
    pub(super) fn touch(&mut self) {
        self.touched = self.now;
    }

    /// Locks the window when nobody touched it for long.
    pub(super) fn lock_when_idle(&mut self) -> Task<Message> {
        let minutes = self.settings.lock_after.unwrap_or(LOCK_AFTER);
        let idle = self.now.since(self.touched) >= u64::from(minutes) * 60_000;
        if minutes > 0 && idle {
            self.lock()
        } else {
            Task::none()
        }
    }

    /// Hides everything until a member types their code; does nothing where no member has one.
    pub(super) fn lock(&mut self) -> Task<Message> {
        if self.locked || !self.has_codes() {
            return Task::none();
        }
        let flushed = self.flush(true);
        self.locked = true;
        self.slot = None;
        self.gate.clear();
        flushed
    }

    /// Opens the window again for the member whose code was typed: where columns are closed, they
    /// find their own.
    pub(super) fn unlock(&mut self) -> Task<Message> {
        let everybody = self.everybody();
        let Some(member) = self.member_of_code(&everybody) else {
            return Task::none();
        };
        self.locked = false;
        self.touch();
        if let Screen::Candidate(bench) = &mut self.screen
            && bench.seat.ticking != Ticking::Common
            && bench.viewer != Author::Member(member)
        {
            bench.handover = None;
            bench.viewer = Author::Member(member);
            bench.interrogation = crate::screen::interrogation::Interrogation::new(0);
            self.dialog = None;
        }
        self.refresh();
        Task::none()
    }

    /// Says or changes a member's code. Whoever knows a code of the commission may, and the journal
    /// says when.
    pub(super) fn set_code(&mut self, member: usize, digits: &str) -> bool {
        match code::hash(digits) {
            Some(kept) => self.write(Author::Member(member), &Edit::Code(member, Some(kept))),
            None => false,
        }
    }

    pub(super) fn code_problem(&self) -> Option<String> {
        if let Some(until) = self.gate.until.filter(|until| self.now < *until) {
            let seconds = until.since(self.now).div_ceil(1000);
            return Some(t!("code-wait", seconds = seconds.to_string()));
        }
        (self.gate.wrong > 0 && self.gate.digits.is_empty()).then(|| t!("code-wrong"))
    }

    pub(super) fn member_name(&self, member: usize) -> String {
        let session = self.session.as_ref();
        let known = session.and_then(|session| session.header().members.get(member));
        known.map(|known| known.short()).unwrap_or_default()
    }

    /// Draws the dialog that asks for a code.
    pub(super) fn code_view<'a>(
        &'a self,
        purpose: &Purpose,
    ) -> Element<'a, super::dialog::Message> {
        use super::dialog::Message as Answer;
        let (title, text) = match purpose {
            Purpose::Visa(member) => (
                t!("code-title", member = self.member_name(*member)),
                t!("code-visa"),
            ),
            Purpose::Reopen(_, left) => {
                let member = left.first().copied().unwrap_or_default();
                (
                    t!("code-title", member = self.member_name(member)),
                    t!("code-reopen"),
                )
            }
        };
        let problem = self
            .code_problem()
            .map(|words| signed_in(Icon::Alert, typeface::dense_strong(words), typeface::alert));
        // Digits are typed anywhere: the boxes show them and take nothing themselves.
        let boxes = self.gate.boxes(false).map(|_| Answer::No);
        let no = control::secondary(t!("code-cancel"))
            .key(Command::Escape.key())
            .on_press(Answer::No);
        let yes = control::primary(t!("code-confirm"))
            .key(Command::Open.key())
            .on_press(Answer::Yes);
        column![
            typeface::title(title),
            typeface::body(text),
            boxes,
            problem,
            row![
                Element::from(
                    control::quiet(t!("forgotten-open"))
                        .on_press(Answer::Forgotten)
                        .id("forgotten")
                ),
                gap::horizontal(),
                Element::from(no),
                Element::from(yes)
            ]
            .spacing(space::S),
        ]
        .spacing(space::L)
        .into()
    }

    /// Draws the four boxes and the button under « À vous ».
    pub(super) fn column_code(&self) -> Element<'_, Message> {
        let member = match &self.screen {
            Screen::Candidate(bench) => bench.handover,
            _ => None,
        };
        self.code_on_band(t!("handover-go"), Message::TakeSeat, member)
    }

    fn code_on_band<'a>(
        &'a self,
        label: String,
        message: Message,
        member: Option<usize>,
    ) -> Element<'a, Message> {
        let go = control::band_main(label)
            .key(Command::Open.key())
            .on_press(message);
        let line = row![self.gate.boxes(true), Element::from(go)]
            .spacing(space::L)
            .align_y(Alignment::Center);
        let problem = self.code_problem();
        column![
            typeface::body(t!("code-yours")).style(typeface::on_band),
            line,
            typeface::body(problem.unwrap_or_default()).style(typeface::on_band),
            Element::from(
                control::band(t!("forgotten-open"))
                    .on_press(Message::Forgotten(forgotten::Message::Open(member)))
                    .id("forgotten")
            ),
        ]
        .spacing(space::S)
        .into()
    }

    /// Draws what covers everything while the window is locked.
    pub(super) fn lock_view(&self) -> Element<'_, Message> {
        let timer = match &self.screen {
            Screen::Candidate(bench) => self.remaining(bench),
            _ => None,
        };
        let content = column![
            icon(Icon::Lock, 40.0),
            typeface::clock(t!("lock-title")).font(typeface::SEMIBOLD),
            typeface::section(t!("lock-text"))
                .font(typeface::REGULAR)
                .style(typeface::on_band_secondary),
            self.code_on_band(t!("lock-open"), Message::Unlock, None),
            timer.map(|words| typeface::tabular(words).style(typeface::on_band_secondary)),
        ]
        .spacing(space::XL)
        .align_x(Alignment::Center);
        container(content)
            .center_x(Length::Fill)
            .center_y(Length::Fill)
            .style(look::band)
            .into()
    }

    /// Returns « Échange : 12:21 restantes, le temps continue », while the chronometer runs.
    pub(super) fn remaining(&self, bench: &super::bench::Bench) -> Option<String> {
        let session = self.session.as_ref()?;
        let commission = session.document.commission();
        let record = commission.record(&bench.candidate)?;
        let timer = &record.timer;
        let _ = timer.since?;
        let phase = commission.grid().phases.get(timer.phase)?;
        let total = u64::from(commission.phase_seconds(&record.candidate, timer.phase));
        let spent = timer.elapsed(timer.phase, self.now) / 1000;
        let left = total.saturating_sub(spent);
        let left = format!("{}:{:02}", left / 60, left % 60);
        Some(t!(
            "lock-remaining",
            phase = phase.label.as_str(),
            left = left
        ))
    }
}
