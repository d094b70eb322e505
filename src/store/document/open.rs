//! Making, opening and reading back a commission's file: what stands in it is taken edit by edit,
//! what was cut is set aside, what is broken is only read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::{
    Access, Document, LastEdit, MembersCopy, NewCommission, Notice, seal_code, set_aside,
    sync_folder, truncate,
};
use crate::domain::commission::{Commission, Header, Member};
use crate::domain::history::History;
use crate::domain::id::OptionId;
use crate::domain::merge;
use crate::domain::roster::Day;
use crate::store::grids;
use crate::store::journal::{Break, Chains, Line, entries, sha256};
use crate::store::lock::{Denied, Lock};
use crate::store::places::{Places, random_name};
use crate::store::rescue::Rescue;
use crate::store::schema::header::{
    CopyLineFile, FORMAT, HeaderFile, MemberFile, Probe, SnapshotFile, VERSION,
};
use crate::store::{Act, StoreError, clock};

/// No commission's file is larger, in bytes.
const LARGEST: u64 = 512 << 20;

impl Document {
    /// Makes the file of a new commission. Refuses a path where something stands.
    pub fn create(path: &Path, new: NewCommission, places: &Places) -> Result<Self, StoreError> {
        Self::make(path, new, false, places)
    }

    /// Makes the file of an exercise, which says so in its first line and can never say otherwise.
    pub fn create_exercise(
        path: &Path,
        new: NewCommission,
        places: &Places,
    ) -> Result<Self, StoreError> {
        Self::make(path, new, true, places)
    }

    fn make(
        path: &Path,
        new: NewCommission,
        exercise: bool,
        places: &Places,
    ) -> Result<Self, StoreError> {
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
            exercise,
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

    pub(in crate::store) fn replay(
        path: &Path,
        bytes: &[u8],
        places: &Places,
    ) -> Result<Self, StoreError> {
        let first = header_line(bytes);
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
            copy: None,
        };
        document.read_lines(bytes);
        Ok(document)
    }

    /// Takes every line after the header, from an empty commission.
    fn read_lines(&mut self, bytes: &[u8]) {
        let rest = bytes.get(header_line(bytes).len()..).unwrap_or_default();
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let mut lines = rest.split(|byte| *byte == b'\n').peekable();
        let mut number = 1;
        if let Some(copy) = lines.peek().and_then(|line| copy_line(line)) {
            self.copy = Some(copy);
            let _ = lines.next();
            number += 1;
        }
        let first_number = number + 1;
        let journal = lines.clone();
        let mut sound = 0;
        while let Some(bytes) = lines.next() {
            number += 1;
            let is_last = lines.peek().is_none();
            if is_last && bytes.is_empty() {
                break;
            }
            let taken = self.chains.read(bytes).and_then(|line| {
                // What comes after two copies parted is taken as one story, below.
                if self.chains.would_fork(&line) {
                    self.chains.take(&line);
                    Ok(())
                } else {
                    self.take_line(line)
                }
            });
            match taken {
                Ok(()) => sound += 1,
                // Without its line end it was never acknowledged: a power failure, not a wrong.
                Err(Break::Syntax(_)) if is_last => {
                    self.notices.push(Notice::Torn {
                        bytes: bytes.len(),
                        aside: None,
                    });
                }
                Err(cause) => {
                    self.notices.push(Notice::Broken {
                        line: number,
                        cause,
                    });
                    break;
                }
            }
        }
        if self.chains.is_forked() {
            self.take_story(again(bytes, journal.take(sound)), first_number);
        }
    }

    /// Returns the lines of the journal in `bytes`, this document's file, as far as they are sound.
    pub(in crate::store) fn lines(&self, bytes: &[u8]) -> Vec<(String, Line)> {
        let mut parts = bytes.split(|byte| *byte == b'\n');
        let _ = parts.next();
        if self.copy.is_some() {
            let _ = parts.next();
        }
        let sound = usize::try_from(self.count).unwrap_or(usize::MAX);
        let texts = parts.clone().take(sound);
        let texts = texts.map(|text| String::from_utf8_lossy(text).into_owned());
        texts.zip(again(bytes, parts.take(sound))).collect()
    }

    /// Makes the commission again from the bytes of the file.
    pub(super) fn read_again(&mut self, bytes: &[u8]) {
        self.commission = Commission::new(self.commission.header.clone());
        self.history = History::default();
        self.chains = Chains::new(header_line(bytes));
        self.seals = BTreeMap::new();
        self.count = 0;
        self.read_lines(bytes);
    }

    /// Takes the lines of several copies, merged in this file, as one story.
    fn take_story(&mut self, mut story: Vec<Line>, first_number: usize) {
        loop {
            let header = self.commission.header.clone();
            match merge::resolve(header, &entries(&story)) {
                Ok(resolution) => {
                    self.commission = resolution.commission;
                    self.history = resolution.history;
                    self.seals = resolution
                        .seals
                        .into_iter()
                        .filter_map(|(id, index)| Some((id, seal_code(&story.get(index)?.hash))))
                        .collect();
                    break;
                }
                Err(impossible) => {
                    story.truncate(impossible.index);
                    let broken = Notice::Broken {
                        line: first_number + impossible.index,
                        cause: Break::Refused(crate::words::refusal(&impossible.refusal)),
                    };
                    self.notices
                        .retain(|notice| !matches!(notice, Notice::Broken { .. }));
                    self.notices.push(broken);
                }
            }
        }
        self.count = story.len() as u64;
        self.last = story.pop().map(|line| LastEdit {
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
        if put_back && recovered > 0 && self.chains.is_forked() {
            // Made beside what was merged meanwhile: they take their place in the one story.
            let text = match &self.access {
                Access::Write { text, .. } => text.clone(),
                Access::Read => Vec::new(),
            };
            self.read_again(&text);
        }
        if put_back && recovered > 0 {
            self.notices.push(Notice::Recovered(recovered));
        }
    }
}

/// Reads lines that were found sound a second time. A file that is no merge, as most are, never
/// needs them all at once.
fn again<'a>(file: &[u8], journal: impl Iterator<Item = &'a [u8]>) -> Vec<Line> {
    let mut chains = Chains::new(header_line(file));
    let mut lines = Vec::new();
    for bytes in journal {
        let Ok(line) = chains.read(bytes) else { break };
        chains.take(&line);
        lines.push(line);
    }
    lines
}

/// Reads the line that says whose copy a file is.
fn copy_line(line: &[u8]) -> Option<MembersCopy> {
    let CopyLineFile { copy } = serde_json::from_slice(line).ok()?;
    Some(MembersCopy {
        id: copy.id.into(),
        member: copy.member.checked_sub(1)?,
    })
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
        exercise: false,
        grid,
    })
}

fn read_header(path: &Path, first: &[u8]) -> Result<(String, Header), StoreError> {
    let not_ours = |detail: String| StoreError::NotACommission {
        path: path.to_owned(),
        detail,
    };
    let probe: Probe =
        serde_json::from_slice(first).map_err(|_| not_ours(crate::t!("store-no-header")))?;
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
        exercise: file.exercise,
        grid,
    };
    Ok((file.id, header))
}

/// Returns the first line, without its end.
fn header_line(bytes: &[u8]) -> &[u8] {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    lines.next().unwrap_or_default()
}

pub(super) fn read_all(path: &Path) -> Result<Vec<u8>, StoreError> {
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
