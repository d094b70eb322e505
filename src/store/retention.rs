//! The end of a commission's file: kept until the next session, then erased with all that stands
//! beside it, with a receipt that tells no mark; and all that is held about one candidate, for
//! whoever asks for theirs.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::document::{Document, Notice};
use super::journal::sha256;
use super::lock::{Denied, Lock};
use super::papers::Copies;
use super::places::Places;
use super::rescue::Rescue;
use super::{Act, StoreError, clock};
use crate::domain::commission::Commission;
use crate::domain::id::CandidateId;
use crate::domain::roster::Moment;

/// How a file stands to the end of its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// The next session has come: it may go.
    Over,
    /// To be kept until the session of this year.
    Until(u16),
    /// Its session is no year: somebody has to know.
    Unknown,
}

/// A commission's file that may be erased one day.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The file.
    pub path: PathBuf,
    /// What stands beside it and goes with it: notes, papers, what a crash left.
    pub beside: Vec<PathBuf>,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its session.
    pub session: String,
    /// Number of the commission.
    pub number: String,
    /// How many candidates are on its list.
    pub candidates: usize,
    /// How many of them have no fixed mark, and are neither absent nor heard elsewhere.
    pub open: usize,
    /// Whether its time is over.
    pub term: Term,
    /// Why it cannot be read to its end, when it cannot.
    pub notice: Option<Notice>,
}

/// What became of one file.
#[derive(Debug, Clone)]
pub struct Erased {
    /// What it was.
    pub kept: Kept,
    /// Names that are no more, the file's last.
    pub gone: Vec<PathBuf>,
    /// What could not be removed, and why.
    pub left: Vec<StoreError>,
}

impl Kept {
    /// Returns whether the file may be erased: to its term and wholly decided, unless somebody says
    /// otherwise. One that cannot be read to its end never goes.
    pub fn may_go(&self, before_term: bool, with_open: bool) -> bool {
        let in_time = self.term == Term::Over || before_term;
        in_time && (self.open == 0 || with_open) && self.notice.is_none()
    }
}

/// Returns what is known of a file before it is erased.
pub fn examine(path: &Path, now: Moment, places: &Places) -> Result<Kept, StoreError> {
    let document = Document::look(path, places)?;
    let bytes = fs::read(path).map_err(|cause| StoreError::io(path, Act::Read, cause))?;
    let commission = document.commission();
    let header = &commission.header;
    let mut beside = sidecars(path)?;
    let rescue = Rescue::of(places, document.id(), path);
    beside.extend(rescue.files());
    Ok(Kept {
        path: path.to_owned(),
        beside,
        sha256: sha256(&bytes),
        session: header.edition.session.clone(),
        number: header.number.clone(),
        candidates: commission.records.len(),
        open: open(commission),
        term: term(&header.edition.session, now),
        notice: document.notices().first().cloned(),
    })
}

fn open(commission: &Commission) -> usize {
    let records = commission.records.iter();
    records
        .filter(|record| record.sealed.is_none())
        .filter(|record| record.absent.is_none() && record.moved.is_none())
        .count()
}

/// Returns how a session stands to its term: kept until the next one, a year later.
pub fn term(session: &str, now: Moment) -> Term {
    let Ok(year) = session.trim().parse::<u16>() else {
        return Term::Unknown;
    };
    let next = year.saturating_add(1);
    if now.day().parts().0 >= next {
        Term::Over
    } else {
        Term::Until(next)
    }
}

/// Returns what stands beside a commission's file under its whole name: `NAME.notes`, `.NAME.lock`,
/// `NAME.fragment-…`, the folder of the papers.
fn sidecars(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Ok(Vec::new());
    };
    let failed = |cause| StoreError::io(folder, Act::Read, cause);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let other = entry.file_name();
        let other = other.to_string_lossy();
        let rest = other.strip_prefix('.').unwrap_or(&other);
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        if rest
            .strip_prefix(name)
            .is_some_and(|end| end.starts_with('.'))
        {
            found.push(path.with_file_name(other.as_ref()));
        }
    }
    found.sort();
    Ok(found)
}

/// Erases a file and all that goes with it, unless another program has it open. The file itself goes
/// last: while it stands, everything can be found again by it.
pub fn erase(kept: Kept) -> Erased {
    let mut erased = Erased {
        gone: Vec::new(),
        left: Vec::new(),
        kept,
    };
    let path = erased.kept.path.clone();
    let lock = match Lock::take(&path) {
        Ok(lock) => lock,
        Err(Denied::Held(_)) => {
            erased.left.push(StoreError::InUse(path));
            return erased;
        }
        Err(Denied::Unwritable(cause)) => {
            erased.left.push(StoreError::io(&path, Act::Erase, cause));
            return erased;
        }
    };
    let is_lock = |path: &Path| {
        let name = path.to_string_lossy();
        name.ends_with(".lock") || name.ends_with(".holder")
    };
    let (locks, others): (Vec<PathBuf>, Vec<PathBuf>) = erased
        .kept
        .beside
        .clone()
        .into_iter()
        .partition(|path| is_lock(path));
    for other in others {
        erased.remove(other);
    }
    if erased.left.is_empty() {
        erased.remove(path);
    }
    drop(lock);
    if erased.left.is_empty() {
        for lock in locks {
            erased.remove(lock);
        }
    }
    erased
}

impl Erased {
    fn remove(&mut self, path: PathBuf) {
        // A link is removed, never what it leads to.
        let removed = match fs::symlink_metadata(&path) {
            Ok(known) if known.is_dir() => fs::remove_dir_all(&path),
            Ok(_) => fs::remove_file(&path),
            Err(cause) => Err(cause),
        };
        match removed {
            Ok(()) => self.gone.push(path),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => self.left.push(StoreError::io(&path, Act::Erase, cause)),
        }
    }
}

/// Everything a file holds about one candidate.
#[derive(Debug)]
pub struct Held {
    /// Numbers under which the candidate stands in the journal.
    pub numbers: BTreeSet<CandidateId>,
    /// The lines of the journal about them, as they stand.
    pub lines: Vec<String>,
    /// How many lines are kept back: columns that are still closed.
    pub closed: usize,
    /// The members whose columns those are: their notes stay with them too.
    pub hidden: BTreeSet<usize>,
}

/// Returns the lines of a file about one candidate; without `all`, not those of a column that is
/// still closed.
pub fn held(
    document: &Document,
    candidate: &CandidateId,
    all: bool,
) -> Result<Option<Held>, StoreError> {
    let commission = document.commission();
    let Some(record) = commission.record(candidate) else {
        return Ok(None);
    };
    let hidden: BTreeSet<usize> = commission
        .sights(record, crate::domain::edit::Author::Commission)
        .iter()
        .enumerate()
        .filter(|(_, sight)| {
            matches!(sight, crate::domain::reconcile::Sight::Hidden { .. }) && !all
        })
        .map(|(member, _)| member)
        .collect();
    let path = document.path();
    let bytes = fs::read(path).map_err(|cause| StoreError::io(path, Act::Read, cause))?;
    let story = document.lines(&bytes);
    let mut numbers = BTreeSet::from([candidate.clone()]);
    // A number that was corrected twice needs a second look.
    loop {
        let before = numbers.len();
        for (from, to) in story.iter().filter_map(|(_, line)| line.edit.renames()) {
            if numbers.contains(to) || numbers.contains(from) {
                let _ = numbers.insert(from.clone());
                let _ = numbers.insert(to.clone());
            }
        }
        if numbers.len() == before {
            break;
        }
    }
    let mut held = Held {
        numbers,
        lines: Vec::new(),
        closed: 0,
        hidden,
    };
    for (text, line) in story {
        let known = line.edit.candidate();
        if !known.is_some_and(|id| held.numbers.contains(id)) {
            continue;
        }
        let fills = line.edit.fills_column_of(line.stamp.author);
        if fills.is_some_and(|member| held.hidden.contains(&member)) {
            held.closed += 1;
        } else {
            held.lines.push(text);
        }
    }
    Ok(Some(held))
}

/// Returns the copies of the papers of a candidate, each under its path in the folder of the copies.
pub fn papers(document: &Document, held: &Held) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let files = Copies::beside(document.path()).of(&held.numbers)?;
    let read = |(name, path): (String, PathBuf)| {
        let bytes = fs::read(&path).map_err(|cause| StoreError::io(&path, Act::Read, cause))?;
        Ok((name, bytes))
    };
    files.into_iter().map(read).collect()
}

/// Replaces a receipt, in one step.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    super::notes::replace_file(path, bytes)
        .map_err(|cause| StoreError::io(path, Act::Create, cause))
}

/// Returns the present instant and its day: `2027-01-12`.
pub fn today() -> (Moment, String) {
    let now = clock::now();
    (now, now.day().iso())
}
