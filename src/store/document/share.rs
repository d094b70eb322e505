//! A commission's file and its members' copies: a column lent to a copy, and what the copies wrote
//! brought back. The file holds all it held, or all of the union, whatever happens meanwhile.

use std::fs::{self, File};
use std::mem;
use std::path::{Path, PathBuf};

use super::{Access, Document, Notice};
use crate::domain::edit::{Author, Edit};
use crate::domain::id::CopyId;
use crate::domain::merge::report::Report;
use crate::domain::roster::Moment;
use crate::store::merge::{MergeError, Story, Union, unite, write_new};
use crate::store::notes::{Notes, replace_file};
use crate::store::places::{Places, random_name};
use crate::store::schema::header::{CopyFile, CopyLineFile};
use crate::store::{Act, StoreError, clock};

impl Document {
    /// Makes a member's own copy at `out`, and lends them their column: from now on it is filled
    /// there. With `again`, a copy that was lost or broken is given up for the new one.
    pub fn lend(
        &mut self,
        member: usize,
        out: &Path,
        again: bool,
        at: Moment,
    ) -> Result<(), MergeError> {
        if self.copy.is_some() {
            return Err(MergeError::NotTheCommissions(self.path.clone()));
        }
        if member >= self.commission.header.members.len() {
            return Err(MergeError::NoSuchMember(member));
        }
        let former = self.commission.lent.get(&member).cloned();
        if former.is_some() && !again {
            return Err(MergeError::AlreadyLent(member));
        }
        if out.exists() {
            return Err(StoreError::Exists(out.to_owned()).into());
        }
        let id = random_name();
        let line = serde_json::to_vec(&CopyLineFile {
            copy: CopyFile {
                id: id.clone(),
                member: member + 1,
                made: clock::write(at),
            },
        })
        .map_err(|error| StoreError::io(out, Act::Create, error.into()))?;
        let lend = Edit::Lend(member, Some(CopyId::from(id)));
        let _ = self
            .edit_in_file(&lend, Author::Commission, at)
            .map_err(MergeError::Edit)?;
        let written = self.text().and_then(|text| {
            let end = text.iter().position(|byte| *byte == b'\n');
            let (header, rest) = text.split_at(end.unwrap_or(text.len()));
            write_new(out, &[header, b"\n", &line, rest].concat())
        });
        if let Err(error) = written {
            // Nobody holds the column: it is filled where it was.
            let back = Edit::Lend(member, former);
            let _ = self.edit_in_file(&back, Author::Commission, at);
            return Err(error.into());
        }
        Ok(())
    }

    /// Takes a member's column back into the commission's file. What their copy ticks without
    /// knowing it is not lost: it is merged like the rest, and shown where it clashes.
    pub fn take_back(&mut self, member: usize, at: Moment) -> Result<(), MergeError> {
        if self.copy.is_some() {
            return Err(MergeError::NotTheCommissions(self.path.clone()));
        }
        let back = Edit::Lend(member, None);
        let _ = self
            .edit_in_file(&back, Author::Commission, at)
            .map_err(MergeError::Edit)?;
        Ok(())
    }

    /// Returns what merging other copies would bring, and writes nothing.
    pub fn foresee(&self, others: &[PathBuf], places: &Places) -> Result<Report, MergeError> {
        let text = self.text()?;
        Ok(self.united(text, others, places)?.report)
    }

    /// Brings into this file what other copies of it hold. The file is replaced in one step.
    pub fn merge(&mut self, others: &[PathBuf], places: &Places) -> Result<Report, MergeError> {
        let text = self.text()?.to_vec();
        let union = self.united(&text, others, places)?;
        if union.bytes != text {
            self.replace(union.bytes)?;
        }
        self.forget_notes();
        Ok(union.report)
    }

    fn united(
        &self,
        text: &[u8],
        others: &[PathBuf],
        places: &Places,
    ) -> Result<Union, MergeError> {
        if let Some(notice) = self.unsound() {
            return Err(MergeError::Unsound {
                path: self.path.clone(),
                notice,
            });
        }
        let mut stories = vec![Story::of(self, text)?];
        for other in others {
            stories.push(Story::read(other, places)?);
        }
        let copy = stories.first().and_then(Story::copy);
        unite(&stories, copy, places)
    }

    /// Returns the bytes of the file, when it may be written.
    fn text(&self) -> Result<&[u8], StoreError> {
        match &self.access {
            Access::Write { text, .. } => Ok(text),
            Access::Read => Err(StoreError::ReadOnly(self.path.clone())),
        }
    }

    fn unsound(&self) -> Option<Notice> {
        let waiting = self.waiting.len();
        let broken = self.notices.iter().find(|notice| match notice {
            Notice::Broken { .. } | Notice::Held(_) | Notice::Unwritable(_) => true,
            Notice::Torn { .. }
            | Notice::Recovered(_)
            | Notice::Stranded { .. }
            | Notice::Waiting(_) => false,
        });
        broken
            .cloned()
            .or_else(|| (waiting > 0).then_some(Notice::Waiting(waiting)))
    }

    fn replace(&mut self, bytes: Vec<u8>) -> Result<(), StoreError> {
        let failed = |cause| StoreError::io(&self.path, Act::Append, cause);
        let real = fs::canonicalize(&self.path).map_err(failed)?;
        let unchanged = match &self.access {
            Access::Write { text, .. } => {
                fs::metadata(&real).map_err(failed)?.len() == text.len() as u64
            }
            Access::Read => false,
        };
        if !unchanged {
            // Another file took this one's place: nobody asked to write over that one.
            return Err(failed(std::io::ErrorKind::InvalidData.into()));
        }
        let (file, text, lock) = match mem::replace(&mut self.access, Access::Read) {
            Access::Write { file, text, _lock } => (file, text, _lock),
            Access::Read => return Err(StoreError::ReadOnly(self.path.clone())),
        };
        // Windows replaces no file that is open.
        drop(file);
        let replaced = replace_file(&real, &bytes);
        let reopened = File::options().append(true).open(&self.path);
        let text = if replaced.is_ok() { bytes } else { text };
        if replaced.is_ok() {
            self.read_again(&text);
        }
        match reopened {
            Ok(file) => {
                self.access = Access::Write {
                    file,
                    text,
                    _lock: lock,
                };
            }
            Err(error) => self.notices.push(Notice::Unwritable(error.to_string())),
        }
        replaced.map_err(|cause| StoreError::io(&self.path, Act::Append, cause))
    }

    /// Personal notes on a candidate end with the mark that is fixed, wherever it was.
    fn forget_notes(&self) {
        let Ok(mut notes) = Notes::beside(&self.path) else {
            return;
        };
        let records = self.commission.records.iter();
        for record in records.filter(|record| record.sealed.is_some()) {
            let _ = notes.erase(&record.candidate.number);
        }
    }
}
