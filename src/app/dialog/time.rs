//! The time of an oral: why it is paused, and all that happened to the chronometer.

use iced::Task;
use iced::widget::{column, container, row, space as gap};

use super::{Dialog, Message};
use crate::app::{App, Message as Window, Screen};
use crate::domain::commission::Timer;
use crate::domain::edit::{Author, Change};
use crate::keymap::Command;
use crate::style::{space, typeface};
use crate::widget::frame::line;
use crate::widget::{Element, control, field, travel};
use crate::{t, words};

/// The field of a reason in one's own words.
const REASON: &str = "pause-reason";
/// Height of the log, beyond which it scrolls.
const LOG: f32 = 250.0;

/// Reasons of a pause that one press says.
const REASONS: [&str; 3] = ["pause-technical", "pause-unwell", "pause-interrupted"];

impl App {
    /// Opens the time of the oral in front.
    pub(in crate::app) fn open_time(&mut self) -> Task<Window> {
        let Some(timer) = self.timer() else {
            return Task::none();
        };
        let paused = is_paused(&timer) && self.may_explain();
        let reason = match REASONS.iter().any(|known| t!(known) == timer.reason) {
            true => String::new(),
            false => timer.reason,
        };
        self.dialog = Some(Dialog::Time(reason));
        travel::focus_on(if paused { "pause-1" } else { "default" })
    }

    fn timer(&self) -> Option<Timer> {
        let Screen::Candidate(bench) = &self.screen else {
            return None;
        };
        Some(bench.seat.record.timer.clone())
    }

    fn may_explain(&self) -> bool {
        matches!(&self.screen, Screen::Candidate(bench) if bench.seat.record.sealed.is_none())
    }

    /// Says why the oral is paused.
    pub(super) fn explain_pause(&mut self, reason: &str) {
        let (Some(timer), Screen::Candidate(bench)) = (self.timer(), &self.screen) else {
            return;
        };
        let candidate = bench.candidate.clone();
        let reason = reason.trim().to_owned();
        if is_paused(&timer) && reason != timer.reason && !reason.is_empty() {
            let timer = Timer { reason, ..timer };
            let _ = self.change(&candidate, Author::Commission, Change::Timer(timer));
        }
    }

    pub(super) fn time_view<'a>(&'a self, written: &'a str) -> Element<'a, Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return gap().into();
        };
        let commission = session.document.commission();
        let record = &bench.seat.record;
        let mut content = column![typeface::title(t!("time-title"))].spacing(space::L);
        if is_paused(&record.timer) && self.may_explain() {
            let choices = REASONS.iter().enumerate().map(|(index, key)| {
                let words = t!(key);
                let chosen = record.timer.reason == words;
                Element::from(
                    control::choice(words.clone(), chosen)
                        .on_press(Message::Pause(words))
                        .id(format!("pause-{}", index + 1)),
                )
            });
            let own = field::line(&t!("pause-hint"), written, REASON, Message::Reason, false)
                .on_submit(Message::Yes);
            content = content.push(
                column![
                    typeface::label(t!("pause-title")),
                    row(choices).spacing(space::S),
                    own,
                ]
                .spacing(space::S),
            );
        }
        let entries = commission.time_log(record, Some(self.now));
        let mut log = column![].spacing(2);
        for entry in &entries {
            log = log.push(row![
                container(typeface::tabular(words::time_hour(entry.at))).width(140),
                typeface::dense(words::time_event(commission, entry)),
            ]);
        }
        if entries.is_empty() {
            log = log.push(typeface::dense(t!("time-empty")).style(typeface::secondary));
        }
        let spent = words::time_spent(commission, record, Some(self.now));
        let spent = spent
            .into_iter()
            .map(|text| typeface::tabular_strong(text).into());
        let log: Element<'a, Message> = if entries.len() > 11 {
            let scrolled = crate::widget::frame::scrolled(log, "time-log");
            container(scrolled).height(LOG).into()
        } else {
            log.into()
        };
        let close = control::secondary(t!("dialog-close"))
            .key(Command::Escape.key())
            .on_press(Message::No)
            .id("default");
        content
            .push(log)
            .push(line())
            .push(column(spent).spacing(2))
            .push(typeface::reference(t!("time-kept")).style(typeface::secondary))
            .push(row![gap::horizontal(), Element::from(close)])
            .into()
    }
}

fn is_paused(timer: &Timer) -> bool {
    timer.since.is_none() && !timer.finished && timer.spent.iter().any(|spent| *spent > 0)
}
