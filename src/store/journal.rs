//! The lines of a commission's file: one an edit, each bound to its writer's line before by a
//! hash. Reads bytes into checked lines and makes new ones; opens no file.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::clock;
use super::schema::edit::{self, EditFile};
use crate::domain::edit::{Edit, Stamp};
use crate::domain::history::Role;
use crate::domain::id::CopyId;
use crate::domain::merge::Entry;

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
    /// The copy it was made in; none for the commission's own file.
    pub copy: Option<CopyId>,
    /// The change.
    pub edit: Edit,
    /// SHA-256 of the line's bytes.
    pub hash: String,
    /// The lines that its author had last before it, by their hash.
    pub follows: Vec<String>,
}

/// Where each writer's chain stands.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    header: String,
    last: HashMap<String, (u64, String)>,
    /// Every line taken so far.
    seen: HashSet<String>,
    /// Those that no line follows yet: one, unless two copies were merged.
    heads: Vec<String>,
    forked: bool,
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
    /// The copy of the file, when it is a member's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copy: Option<String>,
    /// The lines before that no other line follows, when other writers wrote them: the last line of
    /// a chain is bound by no line of its own, and what an author knew is told by these alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<AfterFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<RoleFile>,
    edit: EditFile,
}

/// What a script gives to `apply`: a line without its envelope, or a whole one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WishFile {
    #[serde(default)]
    by: Option<String>,
    edit: EditFile,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum AfterFile {
    One(String),
    Many(Vec<String>),
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
        let mut follows = match file.after {
            None => Vec::new(),
            Some(AfterFile::One(after)) => vec![after],
            Some(AfterFile::Many(after)) => after,
        };
        let in_chain = self.tip(&file.writer) == (file.n.wrapping_sub(1), file.prev.as_str())
            && follows.iter().all(|after| self.seen.contains(after));
        if !in_chain {
            return Err(Break::Chain);
        }
        if file.n > 1 {
            follows.push(file.prev);
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
            copy: file.copy.map(Into::into),
            edit,
            hash: sha256(bytes),
            follows,
        })
    }

    /// Moves past a line that [`Self::read`] gave.
    pub fn take(&mut self, line: &Line) {
        let _ = self
            .last
            .insert(line.writer.clone(), (line.n, line.hash.clone()));
        let _ = self.seen.insert(line.hash.clone());
        self.heads.retain(|head| !line.follows.contains(head));
        self.heads.push(line.hash.clone());
        self.forked |= self.heads.len() > 1;
    }

    /// Returns whether this line, or one before it, was written beside another.
    pub fn would_fork(&self, line: &Line) -> bool {
        let beside = |head: &String| !line.follows.contains(head);
        self.forked || self.heads.iter().any(beside)
    }

    /// Returns whether two copies wrote without knowing of each other, were it only once.
    pub fn is_forked(&self) -> bool {
        self.forked
    }

    /// Returns the next line of `writer`, without its end. The chain moves when [`Self::take`] takes
    /// it in.
    pub fn next(
        &self,
        writer: &str,
        edit: &Edit,
        stamp: Stamp,
        role: Role,
        copy: Option<&CopyId>,
    ) -> serde_json::Result<Vec<u8>> {
        let (n, prev) = self.tip(writer);
        let mut foreign = self.heads.iter().filter(|head| *head != prev).cloned();
        let after = match (foreign.next(), foreign.next()) {
            (None, _) => None,
            (Some(one), None) => Some(AfterFile::One(one)),
            (Some(one), Some(two)) => Some(AfterFile::Many(
                [one, two].into_iter().chain(foreign).collect(),
            )),
        };
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
            copy: copy.map(ToString::to_string),
            after,
            role,
            edit: EditFile::from(edit),
        })
    }
}

/// Returns the gestures of a journal, each with what its author knew.
pub fn entries(lines: &[Line]) -> Vec<Entry> {
    let names: BTreeSet<&str> = lines.iter().map(|line| line.writer.as_str()).collect();
    let rank: HashMap<&str, usize> = names
        .into_iter()
        .enumerate()
        .map(|(rank, name)| (name, rank))
        .collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut entries: Vec<Entry> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let writer = rank.get(line.writer.as_str()).copied().unwrap_or(0);
        let mut past = vec![0_u64; rank.len()];
        let known = line
            .follows
            .iter()
            .filter_map(|hash| entries.get(*places.get(hash.as_str())?));
        for known in known {
            for (own, theirs) in past.iter_mut().zip(&known.past) {
                *own = (*own).max(*theirs);
            }
        }
        if let Some(own) = past.get_mut(writer) {
            *own = line.n;
        }
        let _ = places.insert(&line.hash, index);
        entries.push(Entry {
            writer,
            n: line.n,
            past,
            stamp: line.stamp,
            role: line.role,
            copy: line.copy.clone(),
            edit: line.edit.clone(),
        });
    }
    entries
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
