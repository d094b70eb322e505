//! Where one stood: kept while working, offered after a crash, taken again when a file is opened.

use iced::Task;

use super::dialog::Dialog;
use super::{App, Message, Screen};
use crate::domain::edit::{Author, Change};
use crate::domain::id::CandidateId;
use crate::screen::Stage;
use crate::screen::interrogation::Interrogation;
use crate::store::clock;
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::settings::Resume;
use crate::{t, words};

/// What is said of the work that a crash interrupted. No level and no mark: anybody may be looking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// « DELTA Inès ».
    pub name: String,
    /// « niveau de la ligne 3, à 10 h 41 min 52 s ».
    pub gesture: String,
    /// « mis en pause à 12:21 de la phase « Échange » ».
    pub timer: String,
}

impl Facts {
    fn of(resume: &Resume, places: &Places) -> Self {
        let Ok(document) = Document::look(&resume.path, places) else {
            return Self::default();
        };
        let commission = document.commission();
        let Some(record) = commission.record(&CandidateId::from(resume.candidate.as_str())) else {
            return Self::default();
        };
        let gesture = document.last().map(|last| {
            let (hours, minutes, seconds) = last.stamp.at.clock();
            t!(
                "resume-last-value",
                gesture = words::gesture_veiled(&commission.header, &last.edit),
                hours = hours.to_string(),
                minutes = format!("{minutes:02}"),
                seconds = format!("{seconds:02}")
            )
        });
        let timer = &record.timer;
        let timer = match commission.grid().phases.get(timer.phase) {
            Some(phase) if !timer.spent.is_empty() || timer.since.is_some() => {
                let stopped = clock::read(&resume.seen).unwrap_or(clock::now());
                let total = u64::from(commission.phase_seconds(&record.candidate, timer.phase));
                let left = total.saturating_sub(timer.elapsed(timer.phase, stopped) / 1000);
                let left = format!("{}:{:02}", left / 60, left % 60);
                t!(
                    "resume-timer-value",
                    remaining = left,
                    phase = phase.label.as_str()
                )
            }
            _ => t!("resume-timer-none"),
        };
        Self {
            name: record.candidate.name(),
            gesture: gesture.unwrap_or_default(),
            timer,
        }
    }
}

impl App {
    /// Keeps where one stands, for a restart.
    pub(super) fn remember(&mut self, closed: bool) {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            if closed && let Some(resume) = &mut self.settings.resume {
                resume.closed = true;
                self.settings.save(&self.places);
            }
            return;
        };
        let path = session.document.path();
        let next = Resume {
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            candidate: bench.candidate.to_string(),
            stage: bench.stage.name().to_owned(),
            row: bench.interrogation.row(),
            closed,
            seen: clock::write(self.now),
        };
        // A sign of life every ten seconds is enough for the chronometer, and spares the disk.
        let stale = self.settings.resume.as_ref().is_none_or(|known| {
            let moved = (
                &known.path,
                &known.candidate,
                &known.stage,
                known.row,
                known.closed,
            ) != (
                &next.path,
                &next.candidate,
                &next.stage,
                next.row,
                next.closed,
            );
            let seen = clock::read(&known.seen);
            moved || seen.is_none_or(|seen| self.now.since(seen) >= 10_000)
        });
        if stale {
            self.settings.resume = Some(next);
            self.settings.save(&self.places);
        }
    }

    /// After a crash, offers to go on where one stood.
    pub(super) fn offer_resume(&mut self) {
        if let Some(resume) = self.settings.resume.clone()
            && !resume.closed
            && resume.path.exists()
        {
            let facts = Facts::of(&resume, &self.places);
            self.dialog = Some(Dialog::Resume(resume, facts));
        }
    }

    /// Goes back to the candidate that was in front when this file was left.
    pub(super) fn resume_here(&mut self) -> Task<Message> {
        let Some(session) = &self.session else {
            return Task::none();
        };
        let here = std::path::absolute(session.document.path()).unwrap_or_default();
        let Some(resume) = self
            .settings
            .resume
            .clone()
            .filter(|resume| resume.path == here)
        else {
            return Task::none();
        };
        let candidate = CandidateId::from(resume.candidate.as_str());
        let Some(record) = session.document.commission().record(&candidate) else {
            return Task::none();
        };
        // Nobody pressed pause when the power went: time stops at the last sign of life.
        if record.timer.since.is_some() && session.document.is_writable() {
            let seen = clock::read(&resume.seen).unwrap_or(self.now);
            let last = session.document.last().map_or(seen, |last| last.stamp.at);
            let mut timer = record.timer.paused(seen.max(last).min(self.now));
            timer.reason = t!("pause-stopped");
            let _ = self.change(&candidate, Author::Commission, Change::Timer(timer));
        }
        let stage = Stage::named(&resume.stage).unwrap_or(Stage::Interrogation);
        let task = self.open_candidate(&candidate, Some(stage));
        if let Screen::Candidate(bench) = &mut self.screen {
            bench.interrogation = Interrogation::new(resume.row);
        }
        self.refresh();
        task
    }
}
