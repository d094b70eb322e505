//! A commission's file in use: opened, read back edit by edit, and appended to. An edit is
//! acknowledged once it is on disk; what does not parse is never overwritten.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::grids::{self, Loaded};
use super::journal::{Break, Chains, Line, sha256};
use super::lock::{Denied, Lock};
use super::places::{Places, random_name};
use super::rescue::Rescue;
use super::schema::header::{FORMAT, HeaderFile, MemberFile, Probe, SnapshotFile, VERSION};
use super::{Act, EditError, StoreError, clock};
use crate::domain::commission::{Commission, Header, Member, Ticking};
use crate::domain::edit::{Author, Edit, Stamp};
use crate::domain::history::{History, Role};
use crate::domain::id::{CandidateId, OptionId};
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

/// No commission's file is larger, in bytes.
const LARGEST: u64 = 512 << 20;

impl Document {
    /// Makes the file of a new commission. Refuses a path where something stands.
    pub fn create(path: &Path, new: NewCommission, places: &Places) -> Result<Self, StoreError> {
        let header = header(&new)?;
        let members = header.members.iter();
        let file = HeaderFile {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: random_name(),
            created: clock::write(clock::now()),
            edition: header.edition.session.clone(),
            commission: header.number.clone(),
            day: header.day.map(Day::iso),
            members: members
                .map(|member| MemberFile {
                    name: member.name.clone(),
                    quality: member.quality.clone(),
                })
                .collect(),
            mode: header.mode.to_string(),
            ticking: header.ticking.into(),
            grid: SnapshotFile {
                id: header.grid.id.clone(),
                sha256: sha256(new.grid.source.as_bytes()),
                source: new.grid.source.to_string(),
            },
        };
        let failed = |cause: io::Error| match cause.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
            _ => StoreError::io(path, Act::Create, cause),
        };
        let line = serde_json::to_vec(&file).map_err(|error| failed(error.into()))?;
        if let Some(folder) = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            fs::create_dir_all(folder).map_err(|cause| StoreError::io(path, Act::Create, cause))?;
        }
        let mut made = File::options()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(failed)?;
        let written = made
            .write_all(&[&line[..], b"\n"].concat())
            .and_then(|()| made.sync_all());
        drop(made);
        if let Err(cause) = written {
            // Ours since a moment ago, and holding nothing of anybody's.
            let _ = fs::remove_file(path);
            return Err(failed(cause));
        }
        sync_folder(path);
        Self::open(path, places)
    }

    /// Opens a commission's file, to write when it can be, else to read, and says so.
    pub fn open(path: &Path, places: &Places) -> Result<Self, StoreError> {
        // What is no commission gets nothing laid beside it.
        let _ = read_header(path, header_line(&read_all(path)?))?;
        let lock = Lock::take(path);
        let bytes = read_all(path)?;
        let mut document = Self::replay(path, &bytes, places)?;
        let broken = document
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::Broken { .. }));
        match lock {
            Err(Denied::Held(who)) => document.notices.push(Notice::Held(who)),
            Err(Denied::Unwritable(error)) => {
                document.notices.push(Notice::Unwritable(error.to_string()))
            }
            Ok(_) if broken => {}
            Ok(lock) => document.become_writer(lock, bytes),
        }
        Ok(document)
    }

    /// Reads a file without ever writing beside it: for `show`, `verify` and the exports.
    pub fn look(path: &Path, places: &Places) -> Result<Self, StoreError> {
        let bytes = read_all(path)?;
        let mut document = Self::replay(path, &bytes, places)?;
        let mut waiting = document.rescue.waiting();
        waiting.retain(|line| !document.chains.holds(line));
        if !waiting.is_empty() {
            document.notices.push(Notice::Waiting(waiting.len()));
        }
        Ok(document)
    }

    fn replay(path: &Path, bytes: &[u8], places: &Places) -> Result<Self, StoreError> {
        let first = header_line(bytes);
        let rest = bytes.get(first.len()..).unwrap_or_default();
        let (id, header) = read_header(path, first)?;
        let mut document = Self {
            path: path.to_owned(),
            commission: Commission::new(header),
            history: History::default(),
            chains: Chains::new(first),
            writer: places.writer(&id, path),
            access: Access::Read,
            rescue: Rescue::of(places, &id, path),
            id,
            waiting: Vec::new(),
            notices: Vec::new(),
            count: 0,
            last: None,
            seals: BTreeMap::new(),
        };
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let mut lines = rest.split(|byte| *byte == b'\n').peekable();
        let mut number = 1;
        while let Some(line) = lines.next() {
            number += 1;
            let is_last = lines.peek().is_none();
            if is_last && line.is_empty() {
                break;
            }
            match document.take(line) {
                Ok(()) => {}
                // Without its line end it was never acknowledged: a power failure, not a wrong.
                Err(Break::Syntax(_)) if is_last => {
                    document.notices.push(Notice::Torn {
                        bytes: line.len(),
                        aside: None,
                    });
                }
                Err(cause) => {
                    document.notices.push(Notice::Broken {
                        line: number,
                        cause,
                    });
                    break;
                }
            }
        }
        Ok(document)
    }

    /// Takes in one line that stands in the file or in the waiting room.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Break> {
        let line = self.chains.read(bytes)?;
        let inverse = line
            .edit
            .apply(&mut self.commission, line.stamp)
            .map_err(|refusal| Break::Refused(crate::words::refusal(&refusal)))?;
        self.note(line, inverse);
        Ok(())
    }

    /// Takes note of a line that was applied.
    fn note(&mut self, line: Line, inverse: Edit) {
        self.chains.take(&line);
        self.history
            .record(&line.edit, inverse, line.stamp, line.role);
        if line.edit.is_barrier() {
            let _ = self
                .seals
                .insert(line.edit.candidate().clone(), seal_code(&line.hash));
        }
        self.count += 1;
        self.last = Some(LastEdit {
            edit: line.edit,
            stamp: line.stamp,
        });
    }

    fn become_writer(&mut self, lock: Lock, mut bytes: Vec<u8>) {
        let opened = File::options().append(true).open(&self.path);
        let mut file = match opened {
            Ok(file) => file,
            Err(error) => {
                self.notices.push(Notice::Unwritable(error.to_string()));
                return;
            }
        };
        let torn = self.notices.iter_mut().find_map(|notice| match notice {
            Notice::Torn { bytes, aside } => Some((*bytes, aside)),
            _ => None,
        });
        let mended = match torn {
            Some((count, aside)) => {
                let torn = bytes.split_off(bytes.len().saturating_sub(count));
                *aside = set_aside(&self.path, &torn);
                // Only cut what was put in safety first.
                if aside.is_some() {
                    truncate(&self.path, bytes.len() as u64)
                } else {
                    Err(io::ErrorKind::Other.into())
                }
            }
            // A whole line whose end alone is missing: end it.
            None if !bytes.ends_with(b"\n") => file
                .write_all(b"\n")
                .and_then(|()| file.sync_data())
                .map(|()| bytes.push(b'\n')),
            None => Ok(()),
        };
        if let Err(error) = mended {
            self.notices.push(Notice::Unwritable(error.to_string()));
            return;
        }
        self.access = Access::Write {
            file,
            text: bytes,
            _lock: lock,
        };
        self.put_back_rescued();
    }

    /// Brings home what an earlier session could not write in the file.
    fn put_back_rescued(&mut self) {
        let (mut recovered, mut stranded) = (0, 0);
        for line in self.rescue.waiting() {
            if self.chains.holds(&line) {
                continue;
            }
            match self.take(&line) {
                Ok(()) => {
                    recovered += 1;
                    self.waiting.push(line);
                }
                // The file is not the one that they were made on: an older copy took its place.
                Err(_) => stranded += 1,
            }
        }
        if stranded > 0 {
            let aside = self.rescue.set_aside();
            if aside.is_none() {
                self.access = Access::Read;
            }
            self.notices.push(Notice::Stranded {
                count: stranded,
                aside: aside.unwrap_or_else(|| self.rescue.path().to_owned()),
            });
        }
        // Clears the waiting room, unless nothing could be written.
        let put_back = self.is_writable() && self.retry().is_ok();
        if put_back && recovered > 0 {
            self.notices.push(Notice::Recovered(recovered));
        }
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
            .next(&self.writer, edit, stamp, role)
            .map_err(|error| StoreError::io(&self.path, Act::Append, error.into()))?;
        // What is applied is what a restart will read: a gesture that the file cannot say as it was
        // meant never reaches it.
        let read = self.chains.read(&line).map_err(|_| {
            StoreError::io(&self.path, Act::Append, io::ErrorKind::InvalidInput.into())
        })?;
        let before = self.commission.records.clone();
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
                self.commission.records = before;
                return Err(StoreError::io(&self.path, Act::Append, cause).into());
            }
        };
        let n = read.n;
        self.note(read, inverse);
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
            Access::Read => read_all(&self.path)?,
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

fn header(new: &NewCommission) -> Result<Header, StoreError> {
    let grid = new.grid.grid.clone();
    let edition = grid
        .edition(&new.session)
        .cloned()
        .ok_or_else(|| StoreError::NoSuchEdition {
            session: new.session.clone(),
            known: grid
                .editions
                .iter()
                .map(|edition| edition.session.clone())
                .collect(),
        })?;
    if new.members.len() != grid.members.len() {
        return Err(StoreError::MemberCount {
            wanted: grid.members.len(),
            given: new.members.len(),
        });
    }
    let members = new
        .members
        .iter()
        .zip(&grid.members)
        .map(|((name, quality), usual)| Member {
            name: name.clone(),
            quality: quality.clone().unwrap_or_else(|| usual.label.clone()),
        })
        .collect();
    let first = grid.texts.modes.first().map(|mode| mode.id.clone());
    let mode = new
        .mode
        .as_deref()
        .map(OptionId::from)
        .or(first)
        .unwrap_or_else(|| OptionId::from(""));
    Ok(Header {
        edition,
        number: new.number.clone(),
        members,
        mode,
        ticking: new.ticking,
        day: new.day,
        grid,
    })
}

fn read_header(path: &Path, first: &[u8]) -> Result<(String, Header), StoreError> {
    let not_ours = |detail: String| StoreError::NotACommission {
        path: path.to_owned(),
        detail,
    };
    let probe: Probe =
        serde_json::from_slice(first).map_err(|error| not_ours(error.to_string()))?;
    if probe.format != FORMAT {
        return Err(not_ours(probe.format));
    }
    if probe.version > VERSION {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            version: probe.version,
        });
    }
    let file: HeaderFile =
        serde_json::from_slice(first).map_err(|error| not_ours(error.to_string()))?;
    if sha256(file.grid.source.as_bytes()) != file.grid.sha256 {
        return Err(not_ours(crate::t!("store-grid-altered")));
    }
    let grid = grids::parse(path, &file.grid.source)?.grid;
    let edition = grid.edition(&file.edition).cloned();
    let header = Header {
        edition: edition.ok_or_else(|| not_ours(file.edition.clone()))?,
        number: file.commission,
        members: file
            .members
            .into_iter()
            .map(|member| Member {
                name: member.name,
                quality: member.quality,
            })
            .collect(),
        mode: file.mode.into(),
        ticking: file.ticking.into(),
        day: file.day.as_deref().and_then(Day::parse),
        grid,
    };
    Ok((file.id, header))
}

/// Returns the first line, without its end.
fn header_line(bytes: &[u8]) -> &[u8] {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.next().unwrap_or_default()
}

fn read_all(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |cause| StoreError::io(path, Act::Read, cause);
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    let _ = file
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(StoreError::TooLarge {
            path: path.to_owned(),
            most: LARGEST,
        });
    }
    Ok(bytes)
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
