//! Two copies of one commission's file made one: the union of their journals, line for line, in an
//! order that depends on the lines alone. What is not a whole copy of the same commission is
//! refused; nothing is written before the union reads back sound.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::document::{Document, Notice, sync_folder};
use super::journal::{Chains, Line, entries};
use super::places::Places;
use super::{Act, EditError, StoreError};
use crate::domain::commission::Commission;
use crate::domain::merge::order;
use crate::domain::merge::report::{self, Difference, Report};
use crate::domain::roster::Moment;

/// Why files were not merged, or a copy not made. Nothing was changed.
#[derive(Debug, Clone)]
pub enum MergeError {
    /// A file could not be read or written.
    Store(StoreError),
    /// A file is cut, altered, or waits for gestures kept on this laptop.
    Unsound {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        notice: Notice,
    },
    /// They are not copies of one commission.
    Mismatch {
        /// The first file.
        first: PathBuf,
        /// The other.
        second: PathBuf,
        /// In what they differ.
        differences: Vec<Difference>,
    },
    /// From one gesture on, one and the same laptop tells two stories: an old copy took a file's
    /// place, and went on.
    Parted {
        /// The first file.
        first: PathBuf,
        /// The other.
        second: PathBuf,
        /// Since when.
        since: Moment,
    },
    /// Only the commission's own file lends a column.
    NotTheCommissions(PathBuf),
    /// The member's column is lent already.
    AlreadyLent(usize),
    /// The commission has no such member.
    NoSuchMember(usize),
    /// The lending itself could not be written.
    Edit(EditError),
}

impl std::error::Error for MergeError {}

impl From<StoreError> for MergeError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// One file to be merged.
#[derive(Debug)]
pub(super) struct Story {
    path: PathBuf,
    id: String,
    commission: Commission,
    header: Vec<u8>,
    copy: Option<Vec<u8>>,
    lines: Vec<(Vec<u8>, Line)>,
}

/// Several files as one.
#[derive(Debug)]
pub(super) struct Union {
    /// The bytes of the merged file.
    pub bytes: Vec<u8>,
    /// What was brought together.
    pub report: Report,
}

/// Merges whole files into a new one. The result is the same whatever their order.
pub fn merge(files: &[PathBuf], out: &Path, places: &Places) -> Result<Report, MergeError> {
    let stories = files
        .iter()
        .map(|file| Story::read(file, places))
        .collect::<Result<Vec<_>, _>>()?;
    let union = unite(&stories, common_copy(&stories), places)?;
    write_new(out, &union.bytes)?;
    Ok(union.report)
}

/// Returns the line that says whose copy a merge of files is: that of all, else the commission's.
fn common_copy(stories: &[Story]) -> Option<&[u8]> {
    let first = stories.first()?.copy.as_deref();
    stories
        .iter()
        .all(|story| story.copy.as_deref() == first)
        .then_some(first)
        .flatten()
}

impl Story {
    /// Reads a file that will not be written.
    pub fn read(path: &Path, places: &Places) -> Result<Self, MergeError> {
        let document = Document::look(path, places)?;
        if let Some(notice) = document.notices().first() {
            return Err(MergeError::Unsound {
                path: path.to_owned(),
                notice: notice.clone(),
            });
        }
        let bytes = fs::read(path).map_err(|cause| StoreError::io(path, Act::Read, cause))?;
        Self::of(&document, &bytes)
    }

    /// Takes apart the bytes of a document that was read sound.
    pub fn of(document: &Document, bytes: &[u8]) -> Result<Self, MergeError> {
        let mut parts = bytes.split(|byte| *byte == b'\n');
        let header = parts.next().unwrap_or_default().to_vec();
        let mut chains = Chains::new(&header);
        let mut copy = None;
        let mut lines = Vec::new();
        for (index, part) in parts.enumerate() {
            if index == 0 && document.members_copy().is_some() {
                copy = Some(part.to_vec());
                continue;
            }
            if part.is_empty() {
                continue;
            }
            // The file changed since it was read, a moment ago.
            let line = chains.read(part).map_err(|cause| MergeError::Unsound {
                path: document.path().to_owned(),
                notice: Notice::Broken {
                    line: index + 2,
                    cause,
                },
            })?;
            chains.take(&line);
            lines.push((part.to_vec(), line));
        }
        Ok(Self {
            path: document.path().to_owned(),
            id: document.id().to_owned(),
            commission: document.commission().clone(),
            header,
            copy,
            lines,
        })
    }

    pub fn copy(&self) -> Option<&[u8]> {
        self.copy.as_deref()
    }
}

/// Makes one file of several; `copy` is the line that says whose copy it is.
pub(super) fn unite(
    stories: &[Story],
    copy: Option<&[u8]>,
    places: &Places,
) -> Result<Union, MergeError> {
    let Some(first) = stories.first() else {
        return Ok(Union {
            bytes: Vec::new(),
            report: Report::default(),
        });
    };
    let mut lines: Vec<(&[u8], &Line)> = Vec::new();
    let mut known: BTreeMap<(&str, u64), (&Line, &Story)> = BTreeMap::new();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, story) in stories.iter().enumerate() {
        check_same(first, story)?;
        for (bytes, line) in &story.lines {
            holders.entry(&line.hash).or_default().push(place);
            match known.get(&(line.writer.as_str(), line.n)) {
                None => {
                    let _ = known.insert((&line.writer, line.n), (line, story));
                    lines.push((bytes, line));
                }
                Some((same, _)) if same.hash == line.hash => {}
                Some((_, other)) => {
                    return Err(MergeError::Parted {
                        first: other.path.clone(),
                        second: story.path.clone(),
                        since: line.stamp.at,
                    });
                }
            }
        }
    }
    // A line may stand in one file before what it follows in another: by number they never do.
    let lines = in_sequence(lines);
    let story: Vec<Line> = lines.iter().map(|(_, line)| (*line).clone()).collect();
    let entries = entries(&story);
    let mut bytes = [first.header.as_slice(), b"\n"].concat();
    if let Some(copy) = copy {
        bytes.extend_from_slice(copy);
        bytes.push(b'\n');
    }
    for index in order::canonical(&entries) {
        if let Some((line, _)) = lines.get(index) {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
        }
    }
    let merged = Document::replay(&first.path, &bytes, places)?;
    if let Some(notice) = merged.notices().first() {
        return Err(MergeError::Unsound {
            path: first.path.clone(),
            notice: notice.clone(),
        });
    }
    let commissions: Vec<&Commission> = stories.iter().map(|story| &story.commission).collect();
    let mut report = Report::of(merged.commission(), story.len(), &commissions);
    for place in 0..stories.len() {
        let alone = story.iter().zip(&entries).filter(|(line, _)| {
            holders
                .get(line.hash.as_str())
                .is_some_and(|holders| holders.iter().all(|holder| *holder == place))
        });
        report
            .brought
            .push(report::arrivals(alone.map(|(_, entry)| entry)));
    }
    Ok(Union { bytes, report })
}

/// Puts lines of several files in an order where each comes after those it follows.
fn in_sequence<'a>(lines: Vec<(&'a [u8], &'a Line)>) -> Vec<(&'a [u8], &'a Line)> {
    let mut taken = std::collections::HashSet::new();
    let mut sorted = Vec::with_capacity(lines.len());
    let mut waiting = lines;
    while !waiting.is_empty() {
        let before = sorted.len();
        waiting.retain(|(bytes, line)| {
            let ready = line
                .follows
                .iter()
                .all(|hash| taken.contains(hash.as_str()));
            if ready {
                let _ = taken.insert(line.hash.as_str());
                sorted.push((*bytes, *line));
            }
            !ready
        });
        if sorted.len() == before {
            break;
        }
    }
    sorted
}

fn check_same(first: &Story, second: &Story) -> Result<(), MergeError> {
    if first.header == second.header {
        return Ok(());
    }
    let mut differences = report::differences(&first.commission, &second.commission);
    if first.id != second.id {
        differences.insert(0, Difference::Document);
    } else {
        // Copies of one commission may know other candidates; what parts these is their first line.
        differences.retain(|difference| !matches!(difference, Difference::Roster(..)));
        if differences.is_empty() {
            differences.push(Difference::Terms);
        }
    }
    Err(MergeError::Mismatch {
        first: first.path.clone(),
        second: second.path.clone(),
        differences,
    })
}

/// Writes a whole new file; refuses a path where something stands.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let failed = |cause: io::Error| match cause.kind() {
        io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
        _ => StoreError::io(path, Act::Create, cause),
    };
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    if let Err(cause) = written {
        // Ours since a moment ago, and holding nothing of anybody's.
        let _ = fs::remove_file(path);
        return Err(failed(cause));
    }
    sync_folder(path);
    Ok(())
}
