//! A commission's file in use: opened, read back edit by edit, and appended to. An edit is
//! acknowledged once it is on disk; what does not parse is never overwritten.

mod before;
mod open;
mod share;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use self::before::Before;
use super::grids::Loaded;
use super::journal::{Break, Chains, Line};
use super::lock::Lock;
use super::places::Places;
use super::rescue::Rescue;
use super::{Act, EditError, StoreError, clock};
use crate::domain::commission::{Commission, Ticking};
use crate::domain::conflict::Slot;
use crate::domain::edit::{Author, Change, Edit, Refusal, Stamp};
use crate::domain::history::{History, Role};
use crate::domain::id::{CandidateId, CopyId};
use crate::domain::roster::{Day, Moment};

/// A commission's file in use.
#[derive(Debug)]
pub struct Document {
    path: PathBuf,
    id: String,
    commission: Commission,
    history: History,
    chains: Chains,
    writer: String,
    access: Access,
    rescue: Rescue,
    waiting: Vec<Vec<u8>>,
    notices: Vec<Notice>,
    count: u64,
    last: Option<LastEdit>,
    seals: BTreeMap<CandidateId, String>,
    copy: Option<MembersCopy>,
}

/// Whose copy a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembersCopy {
    /// Its name.
    pub id: CopyId,
    /// The member.
    pub member: usize,
}

/// Whether the file may be written.
#[derive(Debug)]
enum Access {
    /// It may.
    Write {
        file: File,
        /// All that the file holds, so that it can be saved elsewhere when its folder is gone.
        text: Vec<u8>,
        _lock: Lock,
    },
    /// It may not; the notices say why.
    Read,
}

/// What was found when the file was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The last line was cut by a power failure: set aside in this file.
    Torn {
        /// How many bytes.
        bytes: usize,
        /// Where they were put, when they could be.
        aside: Option<PathBuf>,
    },
    /// The file says something that cannot be: read only, up to this line.
    Broken {
        /// Number of the line in the file, from 1; the header is line 1.
        line: usize,
        /// Why.
        cause: Break,
    },
    /// Another program holds the file: read only.
    Held(String),
    /// The place cannot be written: read only.
    Unwritable(String),
    /// So many gestures that were rescued were put where they belong.
    Recovered(usize),
    /// So many rescued gestures do not follow this file any more: kept apart.
    Stranded {
        /// How many.
        count: usize,
        /// Where they are.
        aside: PathBuf,
    },
    /// So many gestures wait on this laptop, and this reading is without them.
    Waiting(usize),
}

/// The last edit of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastEdit {
    /// The edit.
    pub edit: Edit,
    /// Who and when.
    pub stamp: Stamp,
}

/// Where an edit was made durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// In the file.
    InFile(u64),
    /// On this laptop, until the file can be reached.
    Rescued(u64),
}

/// What a new commission is made of.
#[derive(Debug, Clone)]
pub struct NewCommission {
    /// The grid.
    pub grid: Loaded,
    /// The session.
    pub session: String,
    /// Number of the commission.
    pub number: String,
    /// Names of the members, with a quality or the grid's.
    pub members: Vec<(String, Option<String>)>,
    /// The form of the exam; the grid's first when none.
    pub mode: Option<String>,
    /// How members tick.
    pub ticking: Ticking,
    /// Day of the orals.
    pub day: Option<Day>,
}

impl Document {
    /// Takes in one line that stands in the file or in the waiting room.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Break> {
        let line = self.chains.read(bytes)?;
        self.take_line(line)
    }

    fn take_line(&mut self, line: Line) -> Result<(), Break> {
        let refused = |refusal: Refusal| Break::Refused(crate::words::refusal(&refusal));
        let author = line.stamp.author;
        self.commission
            .check_place(&line.edit, author, line.copy.as_ref())
            .map_err(refused)?;
        let settles = self.settles(&line.edit, author);
        let inverse = line
            .edit
            .apply(&mut self.commission, line.stamp)
            .map_err(refused)?;
        self.note(line, inverse, settles);
        Ok(())
    }

    /// Returns whether an edit that is about to be applied writes in a field that clashes.
    fn settles(&self, edit: &Edit, author: Author) -> bool {
        let record = edit.candidate().and_then(|id| self.commission.record(id));
        let slot = Slot::of_edit(edit, author);
        record.is_some_and(|record| {
            let mut conflicts = record.conflicts.iter();
            conflicts.any(|conflict| Some(&conflict.slot) == slot.as_ref())
        })
    }

    /// Takes note of a line that was applied.
    fn note(&mut self, line: Line, inverse: Edit, settles: bool) {
        self.chains.take(&line);
        if settles && line.role == Role::Gesture {
            self.history.record_settlement(&line.edit, line.stamp);
        } else {
            self.history
                .record(&line.edit, inverse, line.stamp, line.role);
        }
        if let Edit::Of(candidate, Change::Seal) = &line.edit {
            let code = seal_code(&line.hash);
            let _ = self.seals.insert(candidate.clone(), code);
        }
        self.count += 1;
        self.last = Some(LastEdit {
            edit: line.edit,
            stamp: line.stamp,
        });
    }

    /// Changes the commission and makes the edit durable before it returns. When the file cannot be
    /// reached, the gesture is kept on this laptop; when that fails too, nothing is changed.
    pub fn edit(&mut self, edit: &Edit, author: Author, at: Moment) -> Result<Saved, EditError> {
        self.write(edit, Stamp { author, at }, Role::Gesture, true)
    }

    /// Same as [`Self::edit`], and durable in the file itself or refused.
    pub fn edit_in_file(
        &mut self,
        edit: &Edit,
        author: Author,
        at: Moment,
    ) -> Result<u64, EditError> {
        match self.write(edit, Stamp { author, at }, Role::Gesture, false)? {
            Saved::InFile(n) | Saved::Rescued(n) => Ok(n),
        }
    }

    /// Takes back the author's last gesture on a candidate, if there is one.
    pub fn undo(
        &mut self,
        candidate: &CandidateId,
        author: Author,
        at: Moment,
    ) -> Result<Option<Edit>, EditError> {
        let Some(edit) = self.history.undo(candidate, author).cloned() else {
            return Ok(None);
        };
        let _ = self.write(&edit, Stamp { author, at }, Role::Undo, true)?;
        Ok(Some(edit))
    }

    /// Brings back what the author last took back, if there is anything.
    pub fn redo(
        &mut self,
        candidate: &CandidateId,
        author: Author,
        at: Moment,
    ) -> Result<Option<Edit>, EditError> {
        let Some(edit) = self.history.redo(candidate, author).cloned() else {
            return Ok(None);
        };
        let _ = self.write(&edit, Stamp { author, at }, Role::Redo, true)?;
        Ok(Some(edit))
    }

    fn write(
        &mut self,
        edit: &Edit,
        stamp: Stamp,
        role: Role,
        may_rescue: bool,
    ) -> Result<Saved, EditError> {
        if matches!(self.access, Access::Read) {
            return Err(StoreError::ReadOnly(self.path.clone()).into());
        }
        let line = self
            .chains
            .next(
                &self.writer,
                edit,
                stamp,
                role,
                self.copy.as_ref().map(|copy| &copy.id),
            )
            .map_err(|error| StoreError::io(&self.path, Act::Append, error.into()))?;
        // What is applied is what a restart will read: a gesture that the file cannot say as it was
        // meant never reaches it.
        let read = self.chains.read(&line).map_err(|_| {
            StoreError::io(&self.path, Act::Append, io::ErrorKind::InvalidInput.into())
        })?;
        self.commission
            .check_place(&read.edit, stamp.author, read.copy.as_ref())?;
        let before = Before::of(&self.commission, &read.edit);
        let settles = self.settles(&read.edit, stamp.author);
        let inverse = read.edit.apply(&mut self.commission, stamp)?;
        let in_file = if self.waiting.is_empty() {
            self.append(&line)
        } else {
            self.retry_then(&line)
        };
        let saved = match in_file {
            Ok(()) => Saved::InFile,
            Err(_) if may_rescue && self.rescue.keep(&line).is_ok() => {
                self.waiting.push(line.clone());
                Saved::Rescued
            }
            Err(cause) => {
                before.restore(&mut self.commission);
                return Err(StoreError::io(&self.path, Act::Append, cause).into());
            }
        };
        let n = read.n;
        self.note(read, inverse, settles);
        Ok(saved(n))
    }

    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        let Access::Write { file, text, .. } = &mut self.access else {
            return Err(io::ErrorKind::PermissionDenied.into());
        };
        let is_as_left = |text: &[u8]| -> io::Result<()> {
            if fs::metadata(&self.path)?.len() == text.len() as u64 {
                Ok(())
            } else {
                Err(io::ErrorKind::InvalidData.into())
            }
        };
        // A key that was pulled out, or a file that took this one's place, leaves a handle that
        // writes into nothing: what stands under the name is looked at before and after.
        is_as_left(text)?;
        let former = text.len();
        text.extend_from_slice(line);
        text.push(b'\n');
        let added = text.get(former..).unwrap_or_default();
        let written = file.write_all(added).and_then(|()| file.sync_data());
        if written.is_err() {
            take_back(&self.path, former as u64, added);
        }
        let written = written.and_then(|()| is_as_left(text));
        if written.is_err() {
            text.truncate(former);
        }
        written
    }

    fn retry_then(&mut self, line: &[u8]) -> io::Result<()> {
        self.retry()?;
        self.append(line)
    }

    /// Writes in the file what waits on this laptop.
    pub fn retry(&mut self) -> io::Result<()> {
        if let Access::Write { file, text, .. } = &mut self.access {
            let reopened = File::options().append(true).open(&self.path)?;
            // The same file as before, not another that took its place.
            if reopened.metadata()?.len() != text.len() as u64 {
                return Err(io::ErrorKind::InvalidData.into());
            }
            *file = reopened;
        }
        while let Some(line) = self.waiting.first().cloned() {
            self.append(&line)?;
            let _ = self.waiting.remove(0);
        }
        self.rescue.clear();
        Ok(())
    }

    /// Writes everything into a new file, which becomes the one in use.
    pub fn save_elsewhere(&mut self, path: &Path, places: &Places) -> Result<(), StoreError> {
        let failed = |cause: io::Error| match cause.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
            _ => StoreError::io(path, Act::Create, cause),
        };
        let mut bytes = match &self.access {
            Access::Write { text, .. } => text.clone(),
            Access::Read => open::read_all(&self.path)?,
        };
        for line in &self.waiting {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
        }
        let mut file = File::options()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(failed)?;
        let written = file.write_all(&bytes).and_then(|()| file.sync_all());
        drop(file);
        if let Err(cause) = written {
            let _ = fs::remove_file(path);
            return Err(failed(cause));
        }
        sync_folder(path);
        self.rescue.clear();
        *self = Self::open(path, places)?;
        Ok(())
    }

    /// Returns the commission as it stands.
    pub fn commission(&self) -> &Commission {
        &self.commission
    }

    /// Returns the history of gestures.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the name of the document, the same in every copy.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns whose copy the file is; none when it is the commission's own.
    pub fn members_copy(&self) -> Option<&MembersCopy> {
        self.copy.as_ref()
    }

    /// Returns whether a member's column is filled in this file, and not in another copy.
    pub fn fills(&self, member: usize) -> bool {
        self.commission.lent.get(&member) == self.copy.as_ref().map(|copy| &copy.id)
    }

    /// Returns what was found when the file was opened.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Returns whether the file may be written.
    pub fn is_writable(&self) -> bool {
        matches!(self.access, Access::Write { .. })
    }

    /// Returns how many gestures wait on this laptop for the file to be reached.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Returns how many edits the commission is made of.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Returns each writer with the number of its lines.
    pub fn writers(&self) -> Vec<(String, u64)> {
        self.chains.writers()
    }

    /// Returns the last edit.
    pub fn last(&self) -> Option<&LastEdit> {
        self.last.as_ref()
    }

    /// Returns the short code that binds a candidate's printed sheets to the file, once sealed.
    pub fn seal_code(&self, candidate: &CandidateId) -> Option<&str> {
        let sealed = self.commission.record(candidate)?.sealed.is_some();
        sealed
            .then(|| self.seals.get(candidate).map(String::as_str))
            .flatten()
    }
}

/// Returns `7F3A-91C2`: the beginning of the hash of the line that fixed the mark.
fn seal_code(hash: &str) -> String {
    let code = hash.to_uppercase();
    match (code.get(..4), code.get(4..8)) {
        (Some(left), Some(right)) => format!("{left}-{right}"),
        _ => code,
    }
}

/// Puts bytes in a new file beside `path`; the time in its name keeps earlier ones.
fn set_aside(path: &Path, bytes: &[u8]) -> Option<PathBuf> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let aside = path.with_file_name(format!("{name}.fragment-{}", clock::now().millis));
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .open(&aside)
        .ok()?;
    file.write_all(bytes).and_then(|()| file.sync_all()).ok()?;
    Some(aside)
}

/// Takes half a line back out of the file, where nothing else was written meanwhile: it must not
/// stand before the next one.
fn take_back(path: &Path, length: u64, added: &[u8]) {
    let mut found = Vec::new();
    let read = File::open(path).and_then(|mut file| {
        let _ = file.seek(SeekFrom::Start(length))?;
        file.take(added.len() as u64 + 1).read_to_end(&mut found)
    });
    if read.is_ok() && !found.is_empty() && added.starts_with(&found) {
        let _ = truncate(path, length);
    }
}

fn truncate(path: &Path, length: u64) -> io::Result<()> {
    let file = File::options().write(true).open(path)?;
    file.set_len(length)?;
    file.sync_all()
}

/// Makes the name of a new file durable. Windows has no such call, and needs none.
pub(super) fn sync_folder(path: &Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
