//! The lines of a commission's file: one an edit, each bound to its writer's line before by a
//! hash. Reads bytes into checked lines and makes new ones; opens no file.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::clock;
use super::schema::edit::{self, EditFile};
use crate::domain::edit::{Edit, Stamp};
use crate::domain::history::Role;

/// One line, read and understood.
#[derive(Debug, Clone)]
pub struct Line {
    /// Whose chain it goes on.
    pub writer: String,
    /// Number in its writer's chain, from 1.
    pub n: u64,
    /// Who and when.
    pub stamp: Stamp,
    /// What it is to undo and redo.
    pub role: Role,
    /// The change.
    pub edit: Edit,
    /// SHA-256 of the line's bytes.
    pub hash: String,
}

/// Where each writer's chain stands.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    header: String,
    last: HashMap<String, (u64, String)>,
    /// Every line taken so far, and the last one with its writer.
    seen: HashSet<String>,
    tail: Option<(String, String)>,
}

/// Why a line cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// It is no line of a journal.
    Syntax(String),
    /// It does not follow its writer's line before.
    Chain,
    /// The domain refuses it.
    Refused(String),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LineFile {
    n: u64,
    at: String,
    by: String,
    writer: String,
    prev: String,
    /// The line before in the file, when another writer wrote it: the last line of a chain is bound
    /// by no line of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<RoleFile>,
    edit: EditFile,
}

/// What a script gives to `apply`: a line without its envelope, or a whole one.
#[derive(Debug, Deserialize)]
struct WishFile {
    #[serde(default)]
    by: Option<String>,
    edit: EditFile,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RoleFile {
    Undo,
    Redo,
}

/// Returns the SHA-256 of `bytes` in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Chains {
    /// Returns the chains of a file of which only the header, given without its line end, is known.
    pub fn new(header: &[u8]) -> Self {
        Self {
            header: sha256(header),
            ..Self::default()
        }
    }

    fn tip(&self, writer: &str) -> (u64, &str) {
        self.last
            .get(writer)
            .map_or((0, self.header.as_str()), |(n, hash)| (*n, hash.as_str()))
    }

    /// Returns how many writers there are, with the number of lines of each.
    pub fn writers(&self) -> Vec<(String, u64)> {
        let mut writers: Vec<_> = self
            .last
            .iter()
            .map(|(writer, (n, _))| (writer.clone(), *n))
            .collect();
        writers.sort();
        writers
    }

    /// Returns whether this line, given without its end, was taken.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        self.seen.contains(&sha256(bytes))
    }

    /// Reads a line, given without its end, and checks that it follows its writer's chain.
    pub fn read(&self, bytes: &[u8]) -> Result<Line, Break> {
        let file: LineFile =
            serde_json::from_slice(bytes).map_err(|error| Break::Syntax(error.to_string()))?;
        let follows = self.tip(&file.writer) == (file.n.wrapping_sub(1), file.prev.as_str())
            && file.after.is_none_or(|after| self.seen.contains(&after));
        if !follows {
            return Err(Break::Chain);
        }
        let wrong = |what: &str| Break::Syntax(what.to_owned());
        let stamp = Stamp {
            author: edit::author(&file.by).ok_or_else(|| wrong(&file.by))?,
            at: clock::read(&file.at).ok_or_else(|| wrong(&file.at))?,
        };
        let role = match file.role {
            None => Role::Gesture,
            Some(RoleFile::Undo) => Role::Undo,
            Some(RoleFile::Redo) => Role::Redo,
        };
        let edit = Edit::try_from(file.edit).map_err(Break::Syntax)?;
        Ok(Line {
            writer: file.writer,
            n: file.n,
            stamp,
            role,
            edit,
            hash: sha256(bytes),
        })
    }

    /// Moves past a line that [`Self::read`] gave.
    pub fn take(&mut self, line: &Line) {
        let _ = self
            .last
            .insert(line.writer.clone(), (line.n, line.hash.clone()));
        let _ = self.seen.insert(line.hash.clone());
        self.tail = Some((line.writer.clone(), line.hash.clone()));
    }

    /// Returns the next line of `writer`, without its end. The chain moves when [`Self::take`] takes
    /// it in.
    pub fn next(
        &self,
        writer: &str,
        edit: &Edit,
        stamp: Stamp,
        role: Role,
    ) -> serde_json::Result<Vec<u8>> {
        let (n, prev) = self.tip(writer);
        let foreign = self.tail.as_ref().filter(|(other, _)| other != writer);
        let role = match role {
            Role::Gesture => None,
            Role::Undo => Some(RoleFile::Undo),
            Role::Redo => Some(RoleFile::Redo),
        };
        serde_json::to_vec(&LineFile {
            n: n + 1,
            at: clock::write(stamp.at),
            by: edit::author_name(stamp.author),
            writer: writer.to_owned(),
            prev: prev.to_owned(),
            after: foreign.map(|(_, hash)| hash.clone()),
            role,
            edit: EditFile::from(edit),
        })
    }
}

/// Reads one line that a script gives: an edit and its author, the commission when none is named.
pub fn wish(text: &str) -> Result<(crate::domain::edit::Author, Edit), String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let file: WishFile = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        crate::t!(
            "edit-unreadable",
            place = error.path().to_string(),
            detail = crate::words::json_fault(&error.into_inner().to_string())
        )
    })?;
    reader.end().map_err(|_| crate::t!("edit-trailing"))?;
    let by = file.by.unwrap_or_else(|| "commission".to_owned());
    let author = edit::author(&by).ok_or_else(|| crate::t!("edit-bad-author", value = by))?;
    Ok((author, Edit::try_from(file.edit)?))
}
