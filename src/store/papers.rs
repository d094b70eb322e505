//! The frozen copies of candidates' papers, beside the commission's file: `NAME.pieces`, one folder a
//! candidate, one a dossier inside. Written once and never changed, so that what was judged can be
//! proven by the hashes of the journal. Originals are only read.

mod check;
mod name;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::document::sync_folder;
use super::journal::sha256;
use super::{Act, StoreError};
use crate::domain::dossier::{Dossier, Piece};
use crate::domain::id::CandidateId;
use crate::dossier::archive::{Paper, Papers, hexadecimal};
use crate::dossier::limits::LIMITS;
use crate::dossier::{Refused, site_list};
pub use check::{Checked, check};

/// The folder of the copies of one commission's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    root: PathBuf,
}

/// What became of the papers of a dossier.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// How many papers are copied.
    pub count: usize,
    /// Those that are not, by their paths in the dossier, and why.
    pub left: Vec<Refused>,
}

/// Why no copy was made.
#[derive(Debug, Clone)]
pub enum Unkept {
    /// The dossier could not be read.
    Refused(Refused),
    /// The copies could not be written.
    Store(StoreError),
    /// Somebody stopped it.
    Stopped,
}

impl From<StoreError> for Unkept {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Why a copy cannot be shown as what was judged.
#[derive(Debug, Clone)]
pub enum Lost {
    /// No copy of this dossier stands beside the file.
    NotCopied,
    /// The others do, and this one is gone.
    Missing,
    /// Its bytes are not those that were judged.
    Altered,
    /// The journal has no hash of it: an address, or a paper that could not be read.
    NoHash,
    /// The system refused.
    Unreadable(StoreError),
}

/// A copy that is what was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copy {
    /// A paper.
    Paper {
        /// Its place.
        path: PathBuf,
        /// Its bytes, those whose hash was found.
        bytes: Vec<u8>,
    },
    /// A site.
    Site(Site),
}

/// The copy of a site, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its first page, on the disk.
    pub index: PathBuf,
    /// Its pages, by their paths in it.
    pub pages: Vec<String>,
}

/// The list of hashes, as `sha256sum` writes it.
const LIST: &str = "SHA256SUMS";
/// The copies themselves.
const PAPERS: &str = "papiers";
/// The path of a site that is the whole dossier.
const WHOLE: &str = ".";

impl Copies {
    /// Returns the place of the copies of a commission's file.
    pub fn beside(commission: &Path) -> Self {
        let name = commission.file_name().unwrap_or_default();
        let mut name = name.to_os_string();
        name.push(".pieces");
        Self {
            root: commission.with_file_name(name),
        }
    }

    /// Returns the folder of this dossier of this candidate, there or not.
    pub fn folder(&self, candidate: &CandidateId, dossier: &Dossier) -> PathBuf {
        self.root
            .join(name::of_candidate(candidate))
            .join(name::of_dossier(dossier))
    }

    /// Copies the papers of a dossier that was read from `source`. `told` learns how many bytes are
    /// copied, of how many, and stops it by saying no. The folder appears whole or not at all; one that
    /// is there already and sound is left as it is, one that is not is kept under another name.
    pub fn keep(
        &self,
        candidate: &CandidateId,
        dossier: &Dossier,
        source: &Path,
        told: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Kept, Unkept> {
        let mut papers = Papers::open(source).map_err(Unkept::Refused)?;
        let all: Vec<Paper> = papers.papers().to_vec();
        let folder = self.folder(candidate, dossier);
        if folder.exists() {
            let lines = read_list(&folder).unwrap_or_default();
            if !lines.is_empty() && self.is_sound(candidate, dossier) {
                return Ok(Kept {
                    count: lines.len(),
                    left: Vec::new(),
                });
            }
            set_aside(&folder)?;
        }
        let fresh = with_suffix(&folder, ".new");
        // What a power cut left of an earlier try: nothing of it was ever acknowledged.
        remove(&fresh)?;
        let made = copy(&mut papers, &all, &fresh, told);
        let kept = made.and_then(|kept| {
            let failed = |cause| StoreError::io(&folder, Act::Create, cause);
            fs::rename(&fresh, &folder).map_err(failed)?;
            sync_folder(&folder);
            Ok(kept)
        });
        if kept.is_err() {
            let _ = remove(&fresh);
        }
        kept
    }

    /// Returns the copy of a piece, once it is found to be what was judged.
    pub fn open(
        &self,
        candidate: &CandidateId,
        dossier: &Dossier,
        piece: &Piece,
    ) -> Result<Copy, Lost> {
        let wanted = piece.sha256.as_ref().ok_or(Lost::NoHash)?;
        let folder = self.find(candidate, dossier)?;
        let path = on_disk(&folder, &piece.path);
        // The label may have been given by hand: what stands there tells a site.
        if piece.path == WHOLE || is_folder(&path) {
            return site(&folder, &piece.path, wanted).map(Copy::Site);
        }
        let bytes = read_file(&path, piece.size)?;
        if sha256(&bytes) == *wanted {
            Ok(Copy::Paper { path, bytes })
        } else {
            Err(Lost::Altered)
        }
    }

    /// Returns every file kept of a candidate under any of these numbers: its name under the folder of
    /// the copies, and its place.
    pub fn of<'a>(
        &self,
        candidates: impl IntoIterator<Item = &'a CandidateId>,
    ) -> Result<Vec<(String, PathBuf)>, StoreError> {
        let mut files = Vec::new();
        for candidate in candidates {
            let folder = name::of_candidate(candidate);
            collect(&self.root.join(&folder), &folder, &mut files)?;
        }
        files.sort();
        Ok(files)
    }

    /// Returns whether every paper of the dossier that has a hash is there as it was.
    fn is_sound(&self, candidate: &CandidateId, dossier: &Dossier) -> bool {
        let pieces = dossier.pieces.iter().filter(|piece| piece.sha256.is_some());
        pieces
            .map(|piece| self.open(candidate, dossier, piece))
            .all(|found| found.is_ok())
    }

    /// Returns the folder of a dossier: the candidate's, or, of one whose number was corrected since,
    /// the one of that name that another number had.
    fn find(&self, candidate: &CandidateId, dossier: &Dossier) -> Result<PathBuf, Lost> {
        let own = self.folder(candidate, dossier);
        if is_folder(&own) {
            return Ok(own);
        }
        let name = name::of_dossier(dossier);
        let others = fs::read_dir(&self.root).map_err(|_| Lost::NotCopied)?;
        let mut others: Vec<PathBuf> = others
            .filter_map(Result::ok)
            .map(|other| other.path().join(&name))
            .filter(|other| is_folder(other))
            .collect();
        others.sort();
        others.into_iter().next().ok_or(Lost::NotCopied)
    }
}

/// Returns a site, once each of its files is found to be what was judged.
fn site(folder: &Path, site: &str, wanted: &str) -> Result<Site, Lost> {
    let lines = read_list(folder)?;
    let list = |lines: &[(String, String)]| {
        let files = lines.iter();
        site_list(
            site,
            files.map(|(path, hash)| (path.as_str(), hash.as_str())),
        )
    };
    // The journal vouches for the list, and the list for each file.
    if sha256(list(&lines).as_bytes()) != wanted {
        return Err(Lost::Altered);
    }
    let mut found = Site {
        index: PathBuf::new(),
        pages: Vec::new(),
    };
    for line in &lines {
        if list(std::slice::from_ref(line)).is_empty() {
            continue;
        }
        let (path, hash) = line;
        let file = on_disk(folder, path);
        if hash_file(&file)? != *hash {
            return Err(Lost::Altered);
        }
        let inside = path.strip_prefix(site).unwrap_or(path);
        let inside = inside.trim_start_matches('/');
        let lower = inside.to_lowercase();
        if lower == "index.html" {
            found.index = file;
        }
        if lower.ends_with(".html") || lower.ends_with(".htm") {
            found.pages.push(inside.to_owned());
        }
    }
    if found.index.as_os_str().is_empty() {
        return Err(Lost::Missing);
    }
    // The page that is opened comes first.
    found.pages.sort_by_key(|page| {
        (
            page.to_lowercase() != "index.html",
            page.matches('/').count(),
        )
    });
    Ok(found)
}

/// Writes the papers under `fresh`, then the list of their hashes.
fn copy(
    papers: &mut Papers,
    all: &[Paper],
    fresh: &Path,
    told: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Kept, Unkept> {
    let total = all.iter().fold(0u64, |sum, paper| sum + paper.size);
    let mut done = 0u64;
    let mut kept = Kept::default();
    let mut list = String::new();
    create_folder(&fresh.join(PAPERS))?;
    for paper in all {
        if !told(done, total) {
            return Err(Unkept::Stopped);
        }
        let path = on_disk(fresh, &paper.path);
        if let Some(parent) = path.parent() {
            create_folder(parent)?;
        }
        let failed = |cause| StoreError::io(&path, Act::Create, cause);
        let mut file = File::create_new(&path).map_err(failed)?;
        let mut hash = Sha256::new();
        let mut written = Ok(());
        let mut stopped = false;
        let mut step = 0u64;
        let passed = papers.pass(paper, &mut |chunk| {
            step += chunk.len() as u64;
            // A large film must not keep the jury waiting once they have said no.
            stopped = stopped || !told(done + step, total);
            if written.is_ok() && !stopped {
                hash.update(chunk);
                written = file.write_all(chunk);
            }
        });
        if stopped {
            return Err(Unkept::Stopped);
        }
        written.and_then(|()| file.sync_all()).map_err(failed)?;
        drop(file);
        done += paper.size;
        match passed {
            Ok(()) => {
                list.push_str(&hexadecimal(&hash.finalize()));
                list.push_str(&format!("  {}\n", paper.path));
                kept.count += 1;
            }
            Err(refused) => {
                fs::remove_file(&path).map_err(failed)?;
                kept.left.push(refused);
            }
        }
    }
    let path = fresh.join(LIST);
    let failed = |cause| StoreError::io(&path, Act::Create, cause);
    let mut file = File::create_new(&path).map_err(failed)?;
    file.write_all(list.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed)?;
    let _ = told(total, total);
    Ok(kept)
}

/// Returns where a paper of the dossier stands in a folder of copies.
fn on_disk(folder: &Path, path: &str) -> PathBuf {
    path.split('/')
        .map(name::of_part)
        .fold(folder.join(PAPERS), |place, part| place.join(part))
}

/// Returns the paths and hashes of the papers that were copied, in the order of the paths.
fn read_list(folder: &Path) -> Result<Vec<(String, String)>, Lost> {
    let path = folder.join(LIST);
    let most = (LIMITS.entries * (LIMITS.path + 80)) as u64;
    let size = fs::metadata(&path).map(|known| known.len());
    if size.as_ref().is_ok_and(|size| *size > most) {
        return Err(Lost::Altered);
    }
    let text = match fs::read(&path) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| Lost::Altered)?,
        Err(cause) => return Err(lost(&path, cause)),
    };
    let pair = |line: &str| {
        let (hash, path) = line.split_once("  ")?;
        Some((path.to_owned(), hash.to_owned()))
    };
    text.lines()
        .map(|line| pair(line).ok_or(Lost::Altered))
        .collect()
}

/// Reads a copy that must have this size; a link is no copy.
fn read_file(path: &Path, size: u64) -> Result<Vec<u8>, Lost> {
    let known = fs::symlink_metadata(path).map_err(|cause| lost(path, cause))?;
    if !known.is_file() || known.len() != size || size > LIMITS.paper {
        return Err(Lost::Altered);
    }
    fs::read(path).map_err(|cause| lost(path, cause))
}

fn hash_file(path: &Path) -> Result<String, Lost> {
    let known = fs::symlink_metadata(path).map_err(|cause| lost(path, cause))?;
    read_file(path, known.len()).map(|bytes| sha256(&bytes))
}

fn lost(path: &Path, cause: io::Error) -> Lost {
    if cause.kind() == io::ErrorKind::NotFound {
        Lost::Missing
    } else {
        Lost::Unreadable(StoreError::io(path, Act::Read, cause))
    }
}

/// The type of the entry itself: what a link leads to is nobody's copy.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|known| known.is_dir())
}

fn create_folder(path: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(path).map_err(|cause| StoreError::io(path, Act::Create, cause))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

/// Gives a folder that is not sound any more the first free name: what is left of it stays.
fn set_aside(folder: &Path) -> Result<(), StoreError> {
    let free = (1..)
        .map(|number: u32| with_suffix(folder, &format!(".ecarte-{number}")))
        .find(|path| fs::symlink_metadata(path).is_err());
    let free = free.unwrap_or_else(|| with_suffix(folder, ".ecarte"));
    fs::rename(folder, &free).map_err(|cause| StoreError::io(folder, Act::Create, cause))
}

fn remove(folder: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::io(folder, Act::Erase, cause))
        }
        _ => Ok(()),
    }
}

/// Lists the files under a folder, never what a link leads to.
fn collect(
    folder: &Path,
    prefix: &str,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), StoreError> {
    let failed = |cause| StoreError::io(folder, Act::Read, cause);
    let entries = match fs::read_dir(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(failed)?,
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if kind.is_dir() {
            collect(&entry.path(), &name, files)?;
        } else if kind.is_file() {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}
