//! The papers of a dossier, whether it came as a folder, a .zip or a single file: listed with safe
//! names, read one by one under a budget. What is unsafe is set aside and named; the rest stays
//! usable. Links are never followed, archives inside are never opened, nothing is written.

mod name;
pub(crate) mod packed;

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::{Cause, Refused};
pub(crate) use name::is_litter_folder as litter_folder;
use packed::Packed;

/// The papers of one dossier.
pub struct Papers {
    source: Source,
    papers: Vec<Paper>,
    ignored: Vec<String>,
    aside: Vec<Refused>,
    spent: u64,
}

/// One paper: a name that is safe to show and compare, never a path to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Path inside the dossier with `/` between folders.
    pub path: String,
    /// The size it announces, in bytes.
    pub size: u64,
    place: Place,
}

/// What one pass over the bytes of a paper tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Lower-case hexadecimal SHA-256.
    pub sha256: String,
    /// The true size in bytes.
    pub size: u64,
    /// The first bytes.
    pub head: Vec<u8>,
    /// The last bytes.
    pub tail: Vec<u8>,
}

enum Source {
    Disk,
    Zip(Box<Packed<BufReader<File>>>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Disk(PathBuf),
    Zip(usize),
}

const ENDS: usize = 2_048;

impl Papers {
    /// Lists the papers of a folder, of a .zip, or the one paper that was chosen.
    pub fn open(path: &Path) -> Result<Self, Refused> {
        let own_name = path.file_name().unwrap_or(path.as_os_str());
        let shown = name::shown(&own_name.to_string_lossy());
        let refused = |cause: Cause| Refused::new(shown.clone(), cause);
        let metadata = fs::metadata(path).map_err(|error| refused(unreachable(error)))?;
        if metadata.is_dir() {
            return Ok(Self::of_folder(path));
        }
        if !metadata.is_file() {
            return Err(refused(Cause::NotDossier));
        }
        if metadata.len() == 0 {
            return Err(refused(Cause::Empty));
        }
        let mut magic = Vec::new();
        let mut file = File::open(path).map_err(|error| refused(unreachable(error)))?;
        // The first bytes tell a zip; the cap of the paper is checked when it is read.
        let _ = packed::pour(
            &mut std::io::Read::take(&mut file, ENDS as u64),
            u64::MAX,
            &mut |chunk| magic.extend_from_slice(chunk),
        )
        .map_err(refused)?;
        if !magic.starts_with(b"PK") {
            return Ok(Self::of_one_paper(path, metadata.len()));
        }
        let file = File::open(path).map_err(|error| refused(unreachable(error)))?;
        // The sizes announced are not summed here: one entry too large is set aside by itself.
        let packed =
            Packed::open(BufReader::new(file), LIMITS.listed, u64::MAX).map_err(refused)?;
        let is_workbook = packed
            .entries()
            .iter()
            .any(|entry| entry.name == "[Content_Types].xml" || entry.name == "mimetype");
        if is_workbook {
            return Ok(Self::of_one_paper(path, metadata.len()));
        }
        Ok(Self::of_zip(packed))
    }

    /// Returns the papers, sorted by path.
    pub fn papers(&self) -> &[Paper] {
        &self.papers
    }

    /// Returns the paths that systems and office programs leave behind, sorted.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// Returns the entries that are not safe to read, and why.
    pub fn aside(&self) -> &[Refused] {
        &self.aside
    }

    /// Reads a whole paper into memory, up to `cap` bytes.
    pub fn read(&mut self, paper: &Paper, cap: u64) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        self.pour(paper, cap, &mut |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }

    /// Passes the bytes of a paper through `sink`, in order.
    pub fn pass(&mut self, paper: &Paper, sink: &mut dyn FnMut(&[u8])) -> Result<(), Refused> {
        self.pour(paper, LIMITS.paper, sink)
    }

    /// Reads a paper once, keeping only its hash and its two ends.
    pub fn digest(&mut self, paper: &Paper) -> Result<Digest, Refused> {
        let mut hash = Sha256::new();
        let mut size = 0u64;
        let mut head = Vec::new();
        let mut tail: Vec<u8> = Vec::new();
        self.pour(paper, LIMITS.paper, &mut |chunk| {
            hash.update(chunk);
            size = size.saturating_add(chunk.len() as u64);
            let wanted = ENDS.saturating_sub(head.len()).min(chunk.len());
            head.extend_from_slice(chunk.get(..wanted).unwrap_or_default());
            let last = chunk.len().saturating_sub(ENDS);
            tail.extend_from_slice(chunk.get(last..).unwrap_or_default());
            let extra = tail.len().saturating_sub(ENDS);
            let _ = tail.drain(..extra);
        })?;
        let sha256 = hexadecimal(&hash.finalize());
        Ok(Digest {
            sha256,
            size,
            head,
            tail,
        })
    }

    fn pour(
        &mut self,
        paper: &Paper,
        cap: u64,
        sink: &mut dyn FnMut(&[u8]),
    ) -> Result<(), Refused> {
        let refused = |cause: Cause| Refused::new(paper.path.clone(), cause);
        let cap = cap.min(LIMITS.dossier.saturating_sub(self.spent));
        if paper.size > cap {
            return Err(refused(Cause::TooLarge));
        }
        let count = match (&mut self.source, &paper.place) {
            (Source::Zip(packed), Place::Zip(index)) => packed.unpack(*index, cap, sink),
            (_, Place::Disk(path)) => File::open(path)
                .map_err(unreachable)
                .and_then(|mut file| packed::pour(&mut file, cap, sink)),
            (Source::Disk, Place::Zip(_)) => Err(Cause::NotDossier),
        };
        // What fails is charged in full: nobody gets a second try at a bomb.
        let spent = count.as_ref().map_or(cap, |count| *count);
        self.spent = self.spent.saturating_add(spent.min(paper.size.max(1)));
        let _ = count.map_err(refused)?;
        Ok(())
    }

    fn of_one_paper(path: &Path, size: u64) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self {
            source: Source::Disk,
            papers: vec![Paper {
                path: name::safe(&name).unwrap_or_else(|_| name::shown(&name)),
                size,
                place: Place::Disk(path.to_owned()),
            }],
            ignored: Vec::new(),
            aside: Vec::new(),
            spent: 0,
        }
    }

    fn of_zip(packed: Packed<BufReader<File>>) -> Self {
        let links: HashSet<&str> = packed
            .entries()
            .iter()
            .filter(|entry| entry.is_link)
            .map(|entry| entry.name.as_str())
            .collect();
        let mut listing = Listing::default();
        for (index, entry) in packed.entries().iter().enumerate() {
            let under_link = entry
                .name
                .match_indices('/')
                .any(|(at, _)| links.contains(entry.name.get(..at).unwrap_or_default()));
            if entry.is_folder {
                continue;
            }
            if entry.is_link || under_link {
                listing.set_aside(&entry.name, Cause::Link);
            } else {
                listing.add(&entry.name, entry.size, Place::Zip(index));
            }
        }
        listing.finish(Source::Zip(Box::new(packed)))
    }

    fn of_folder(root: &Path) -> Self {
        let mut listing = Listing::default();
        let mut folders = vec![(root.to_owned(), String::new())];
        let mut seen = 0usize;
        while let Some((folder, prefix)) = folders.pop() {
            let Ok(children) = fs::read_dir(&folder) else {
                listing.set_aside(&prefix, unreachable(std::io::Error::last_os_error()));
                continue;
            };
            for child in children {
                let Ok(child) = child else { continue };
                seen += 1;
                if seen > LIMITS.entries {
                    listing.set_aside(&prefix, Cause::TooMany);
                    return listing.finish(Source::Disk);
                }
                let file_name = child.file_name();
                let name = format!("{prefix}{}", file_name.to_string_lossy());
                // The type of the entry itself, never that of what a link points to.
                match child.metadata() {
                    Ok(metadata) if metadata.is_symlink() => {
                        listing.set_aside(&name, Cause::Link);
                    }
                    Ok(metadata) if metadata.is_dir() => {
                        if name::is_litter_folder(&file_name.to_string_lossy()) {
                            listing.ignored.push(name::shown(&name));
                        } else if name.split('/').count() >= LIMITS.folders {
                            listing.set_aside(&name, Cause::TooDeep);
                        } else {
                            folders.push((child.path(), format!("{name}/")));
                        }
                    }
                    Ok(metadata) if metadata.is_file() && file_name.to_str().is_some() => {
                        listing.add(&name, metadata.len(), Place::Disk(child.path()));
                    }
                    Ok(_) => listing.set_aside(&name, Cause::Name),
                    Err(error) => listing.set_aside(&name, unreachable(error)),
                }
            }
        }
        listing.finish(Source::Disk)
    }
}

/// Returns the SHA-256 of bytes in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        use std::fmt::Write as _;
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// What is being listed, before twins are found and the common top folder goes.
#[derive(Default)]
struct Listing {
    papers: Vec<Paper>,
    ignored: Vec<String>,
    aside: Vec<Refused>,
    is_full: bool,
}

impl Listing {
    /// Libraries and histories are named once, not file by file.
    fn ignore(&mut self, path: String) {
        let shown = name::bulk_folder(&path).unwrap_or(&path);
        if self.ignored.last().is_none_or(|last| last != shown) {
            self.ignored.push(shown.to_owned());
        }
    }

    fn add(&mut self, raw: &str, size: u64, place: Place) {
        match name::safe(raw) {
            Ok(path) if name::is_litter(&path) => self.ignore(path),
            Ok(_) if self.papers.len() >= LIMITS.entries => {
                if !std::mem::replace(&mut self.is_full, true) {
                    self.set_aside(raw, Cause::TooMany);
                }
            }
            Ok(path) if size > LIMITS.paper => self.set_aside(&path, Cause::TooLarge),
            Ok(path) => self.papers.push(Paper { path, size, place }),
            Err(cause) => self.set_aside(raw, cause),
        }
    }

    fn set_aside(&mut self, raw: &str, cause: Cause) {
        self.aside.push(Refused::new(name::shown(raw), cause));
    }

    fn finish(mut self, source: Source) -> Papers {
        self.set_twins_aside();
        while let Some(top) = self.common_top() {
            for paper in &mut self.papers {
                paper.path = paper.path.split_off(top.len());
            }
        }
        self.papers.sort_by(|a, b| a.path.cmp(&b.path));
        self.ignored.sort();
        self.ignored.dedup();
        self.aside.sort_by(|a, b| a.path.cmp(&b.path));
        Papers {
            source,
            papers: self.papers,
            ignored: self.ignored,
            aside: self.aside,
            spent: 0,
        }
    }

    /// Of two entries with one name nobody can say which is the candidate's: neither is read.
    fn set_twins_aside(&mut self) {
        let mut count: HashMap<String, usize> = HashMap::new();
        for paper in &self.papers {
            *count.entry(paper.path.to_lowercase()).or_default() += 1;
        }
        let (twins, papers) = std::mem::take(&mut self.papers)
            .into_iter()
            .partition(|paper| {
                count
                    .get(&paper.path.to_lowercase())
                    .is_some_and(|&n| n > 1)
            });
        self.papers = papers;
        let mut named = HashSet::new();
        for twin in twins {
            if named.insert(twin.path.to_lowercase()) {
                self.set_aside(&twin.path, Cause::Duplicate);
            }
        }
    }

    /// Returns the folder, with its `/`, that wraps the whole dossier. A lone site is no wrapper.
    fn common_top(&self) -> Option<String> {
        let first = self.papers.first()?;
        let top = format!("{}/", first.path.split_once('/')?.0);
        let wraps = self.papers.iter().all(|paper| paper.path.starts_with(&top));
        let is_site = self
            .papers
            .iter()
            .any(|paper| paper.path.strip_prefix(&top) == Some("index.html"))
            && self
                .papers
                .iter()
                .all(|paper| !paper.path.to_lowercase().ends_with(".xlsx"));
        (wraps && !is_site).then_some(top)
    }
}

fn unreachable(error: std::io::Error) -> Cause {
    Cause::Unreachable(std::sync::Arc::new(error))
}
