//! Personal notes: apart from the journal, because the journal forgets nothing and these must be
//! erased when the mark is fixed. Each change is on disk before it is acknowledged.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::document::sync_folder;
use super::{Act, StoreError};
use crate::domain::id::{CandidateId, RowId};

/// The notes of one commission's file.
#[derive(Debug, Clone)]
pub struct Notes {
    path: PathBuf,
    notes: BTreeMap<Key, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    candidate: CandidateId,
    member: usize,
    row: RowId,
}

#[derive(Debug, Serialize, Deserialize)]
struct NoteFile {
    candidate: String,
    member: usize,
    row: String,
    text: String,
}

impl Notes {
    /// Reads the notes that stand beside a commission's file.
    pub fn beside(commission: &Path) -> Result<Self, StoreError> {
        let name = commission
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let path = commission.with_file_name(format!("{name}.notes"));
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Self {
                    path,
                    notes: BTreeMap::new(),
                });
            }
            Err(error) => return Err(StoreError::io(&path, Act::Read, error)),
        };
        let notes: Vec<NoteFile> =
            serde_json::from_slice(&bytes).map_err(|error| StoreError::NotACommission {
                path: path.clone(),
                detail: error.to_string(),
            })?;
        let entry = |note: NoteFile| {
            let key = Key {
                candidate: note.candidate.into(),
                member: note.member,
                row: note.row.into(),
            };
            (key, note.text)
        };
        Ok(Self {
            path,
            notes: notes.into_iter().map(entry).collect(),
        })
    }

    /// Returns a member's note on a row of a candidate.
    pub fn text(&self, candidate: &CandidateId, member: usize, row: &RowId) -> &str {
        let key = Key {
            candidate: candidate.clone(),
            member,
            row: row.clone(),
        };
        self.notes.get(&key).map_or("", String::as_str)
    }

    /// Returns every note on a candidate: whose, on which row, and what.
    pub fn about<'a>(
        &'a self,
        candidate: &'a CandidateId,
    ) -> impl Iterator<Item = (usize, &'a RowId, &'a str)> {
        let notes = self.notes.iter();
        notes
            .filter(move |(key, _)| key.candidate == *candidate)
            .map(|(key, text)| (key.member, &key.row, text.as_str()))
    }

    /// Writes a note; an empty one is forgotten.
    pub fn set(
        &mut self,
        candidate: &CandidateId,
        member: usize,
        row: &RowId,
        text: &str,
    ) -> Result<(), StoreError> {
        let key = Key {
            candidate: candidate.clone(),
            member,
            row: row.clone(),
        };
        let mut notes = self.notes.clone();
        if text.is_empty() {
            let _ = notes.remove(&key);
        } else {
            let _ = notes.insert(key, text.to_owned());
        }
        self.replace(notes)
    }

    /// Erases every note on a candidate.
    pub fn erase(&mut self, candidate: &CandidateId) -> Result<(), StoreError> {
        let mut notes = self.notes.clone();
        notes.retain(|key, _| key.candidate != *candidate);
        self.replace(notes)
    }

    fn replace(&mut self, notes: BTreeMap<Key, String>) -> Result<(), StoreError> {
        if notes == self.notes {
            return Ok(());
        }
        let file: Vec<NoteFile> = notes
            .iter()
            .map(|(key, text)| NoteFile {
                candidate: key.candidate.to_string(),
                member: key.member,
                row: key.row.to_string(),
                text: text.clone(),
            })
            .collect();
        let failed = |cause| StoreError::io(&self.path, Act::Append, cause);
        if file.is_empty() {
            match fs::remove_file(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
                _ => {}
            }
        } else {
            let bytes = serde_json::to_vec(&file).map_err(|error| failed(error.into()))?;
            replace_file(&self.path, &bytes).map_err(failed)?;
        }
        self.notes = notes;
        Ok(())
    }
}

/// Replaces a file in one step: whatever happens, it holds the old bytes or the new ones.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let fresh = path.with_file_name(format!(".{name}.new"));
    let mut file = File::create(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&fresh, path)?;
    sync_folder(path);
    Ok(())
}
