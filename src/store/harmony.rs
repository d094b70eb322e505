//! Reads the files of many commissions for harmonisation, one at a time, and never writes beside
//! them: memory holds one commission and the counts of the others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::document::{Document, Notice};
use super::places::{self, Places};
use super::{Act, StoreError};
use crate::domain::commission::Header;
use crate::domain::harmony::{Evaluation, Harmony};

/// What many files hold together.
#[derive(Debug, Clone, Default)]
pub struct Consolidation {
    /// One by grid and session, in the order they were met.
    pub harmonies: Vec<Harmony>,
    /// How many files were counted.
    pub files: usize,
    /// Files that were not, or that hold something to know.
    pub findings: Vec<Finding>,
}

/// Something to know of one file.
#[derive(Debug, Clone)]
pub enum Finding {
    /// It could not be read, and is not counted.
    Unreadable(StoreError),
    /// It was altered or cut, and is not counted.
    Unsound(PathBuf, Notice),
    /// It is an exercise: nothing of it counts.
    Exercise(PathBuf),
    /// The same commission was read from another file already.
    Twice(PathBuf),
    /// It holds no fixed mark yet.
    NothingSealed(PathBuf),
    /// Marks of this commission are still to be fixed.
    Open(PathBuf, u64),
    /// Commissions bear the same number.
    SameNumber(PathBuf, String),
}

impl Finding {
    /// Returns whether the file is left out of the counts, though it may hold marks.
    pub fn leaves_out(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_) | Self::Unsound(..) | Self::Exercise(_)
        )
    }
}

/// Who is shown each evaluation before it is forgotten: whose commission it is of, and its number in
/// it, from 1.
pub type Sink<'a, E> = dyn FnMut(&Header, u64, &Evaluation) -> Result<(), E> + 'a;

/// Files being read one after the other, by whoever wants to say how far it is, or to stop.
#[derive(Debug, Clone, Default)]
pub struct Gathering {
    all: Consolidation,
    known: BTreeSet<String>,
    numbers: BTreeSet<(String, String, String)>,
}

impl Gathering {
    /// Reads one more file, or says why not. Only a sink that fails stops it.
    pub fn add<E>(
        &mut self,
        path: &Path,
        places: &Places,
        sink: &mut Sink<'_, E>,
    ) -> Result<(), E> {
        match read_one(path, places) {
            Err(finding) => self.note(finding),
            Ok(document) if document.commission().header.exercise => {
                self.note(Finding::Exercise(path.to_owned()));
            }
            Ok(document) if !self.known.insert(document.id().to_owned()) => {
                self.note(Finding::Twice(path.to_owned()));
            }
            Ok(document) => count(&mut self.all, &mut self.numbers, &document, sink)?,
        }
        Ok(())
    }

    /// Reads one more file for nobody else than us.
    pub fn add_alone(&mut self, path: &Path, places: &Places) {
        let read = self.add::<std::convert::Infallible>(path, places, &mut |_, _, _| Ok(()));
        read.unwrap_or_else(|never| match never {});
    }

    /// Says something of a file that was not read here.
    pub fn note(&mut self, finding: Finding) {
        self.all.findings.push(finding);
    }

    /// Returns what was read so far.
    pub fn consolidation(&self) -> &Consolidation {
        &self.all
    }
}

/// Reads files one after the other. Only a sink that fails stops it.
pub fn consolidate<E>(
    files: &[PathBuf],
    places: &Places,
    sink: &mut Sink<'_, E>,
) -> Result<Consolidation, E> {
    let mut gathering = Gathering::default();
    for path in files {
        gathering.add(path, places, sink)?;
    }
    Ok(gathering.all)
}

fn read_one(path: &Path, places: &Places) -> Result<Document, Finding> {
    let document = Document::look(path, places).map_err(Finding::Unreadable)?;
    let notice = document.notices().iter().find(|notice| match notice {
        Notice::Broken { .. } | Notice::Torn { .. } | Notice::Waiting(_) => true,
        Notice::Held(_)
        | Notice::Unwritable(_)
        | Notice::Recovered(_)
        | Notice::Stranded { .. } => false,
    });
    match notice.cloned() {
        Some(notice) => Err(Finding::Unsound(path.to_owned(), notice)),
        None => Ok(document),
    }
}

fn count<E>(
    all: &mut Consolidation,
    numbers: &mut BTreeSet<(String, String, String)>,
    document: &Document,
    sink: &mut Sink<'_, E>,
) -> Result<(), E> {
    let (path, commission) = (document.path(), document.commission());
    let header = &commission.header;
    let place = all
        .harmonies
        .iter()
        .position(|harmony| harmony.takes(commission));
    let mut harmony = match place {
        Some(place) => all.harmonies.remove(place),
        None => Harmony::like(commission),
    };
    let mut number = 0;
    let added = harmony.add(commission, |evaluation| {
        number += 1;
        sink(header, number, evaluation)
    });
    let open = harmony.parts.last().map_or(0, |part| {
        let settled = part.tally.sealed + part.absent;
        part.candidates.saturating_sub(settled)
    });
    all.harmonies
        .insert(place.unwrap_or(all.harmonies.len()), harmony);
    added?;
    all.files += 1;
    let name = (
        header.grid.id.clone(),
        header.edition.session.clone(),
        header.number.clone(),
    );
    if !numbers.insert(name) {
        let finding = Finding::SameNumber(path.to_owned(), header.number.clone());
        all.findings.push(finding);
    }
    if number == 0 {
        all.findings.push(Finding::NothingSealed(path.to_owned()));
    } else if open > 0 {
        all.findings.push(Finding::Open(path.to_owned(), open));
    }
    Ok(())
}

/// Returns the commissions' files that stand in a folder, by name; a file stands for itself.
pub fn files_in(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let failed = |cause| StoreError::io(path, Act::Read, cause);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|end| end == places::EXTENSION) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
