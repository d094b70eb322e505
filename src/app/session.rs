//! A commission in use: its document, the personal notes beside it, and the table of candidates.

use std::path::{Path, PathBuf};

use crate::domain::commission::{Header, Status};
use crate::domain::roster::{Day, Moment};
use crate::domain::seat::Line;
use crate::screen::band;
use crate::store::StoreError;
use crate::store::document::Document;
use crate::store::notes::Notes;
use crate::store::places::Places;
use crate::store::settings::Recent;
use crate::{t, words};

/// A commission in use.
#[derive(Debug)]
pub struct Session {
    /// The file.
    pub document: Document,
    /// The personal notes.
    pub notes: Notes,
    /// The commission that an exercise was opened from.
    pub home: Option<PathBuf>,
    lines: Vec<Line>,
}

impl Session {
    /// Opens a file.
    pub fn open(path: &Path, places: &Places) -> Result<Self, StoreError> {
        let document = Document::open(path, places)?;
        let notes = Notes::beside(path)?;
        let lines = document.commission().lines();
        Ok(Self {
            document,
            notes,
            home: None,
            lines,
        })
    }

    /// Returns what the commission is.
    pub fn header(&self) -> &Header {
        &self.document.commission().header
    }

    /// Returns the table of candidates.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Makes the table again.
    pub fn refresh(&mut self) {
        self.lines = self.document.commission().lines();
    }

    /// Returns how safe the last gesture is.
    pub fn saved(&self) -> band::Saved {
        if !self.document.is_writable() {
            band::Saved::ReadOnly
        } else if self.document.waiting() > 0 {
            band::Saved::Waiting
        } else {
            match self.document.last() {
                Some(last) => band::Saved::At(words::clock(last.stamp.at)),
                None => band::Saved::Nothing,
            }
        }
    }

    /// Returns the sentence of Ctrl S.
    pub fn saved_words(&self) -> String {
        match (self.saved(), self.document.last()) {
            (band::Saved::At(_), Some(last)) => {
                let (hours, minutes, seconds) = last.stamp.at.clock();
                t!(
                    "saved-tip",
                    hours = hours.to_string(),
                    minutes = format!("{minutes:02}"),
                    seconds = format!("{seconds:02}")
                )
            }
            (band::Saved::Nothing, _) | (_, None) => t!("saved-nothing"),
            (band::Saved::Waiting, _) => t!("saved-waiting"),
            (band::Saved::ReadOnly | band::Saved::Sealed(_), _) => t!("saved-read-only"),
        }
    }

    /// Returns the entry of the welcome screen: no mark in it.
    pub fn recent(&self, now: Moment) -> Recent {
        let header = self.header();
        let count = |status: Status| {
            self.lines
                .iter()
                .filter(|line| line.status == status)
                .count()
        };
        let parts = [
            (Status::Started, "progress-started"),
            (Status::ToDecide, "progress-to-decide"),
            (Status::Waiting, "progress-waiting"),
            (Status::Sealed, "progress-sealed"),
            (Status::Absent, "progress-absent"),
            (Status::Moved, "progress-moved"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .map(|(status, key)| (count(status), key))
            .filter(|(count, _)| *count > 0)
            .map(|(count, key)| t!(key, count = count))
            .collect();
        Recent {
            path: std::path::absolute(self.document.path())
                .unwrap_or_else(|_| self.document.path().to_owned()),
            title: if header.exercise {
                t!("exercise-recent", number = header.number.as_str())
            } else {
                t!("home-commission", number = header.number.as_str())
            },
            subtitle: t!(
                "home-subtitle",
                short = header.grid.short.as_str(),
                exam = header.edition.exam.as_str(),
                session = header.edition.session.as_str()
            ),
            session: header.edition.session.clone(),
            day: header.day.map_or_else(|| now.day().iso(), Day::iso),
            progress: if parts.is_empty() {
                t!("progress-none")
            } else {
                parts.join(", ")
            },
        }
    }
}
