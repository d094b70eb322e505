//! The only room of serde, files, locks and clocks. What it acknowledges is on disk; what it
//! cannot parse it never overwrites. Decides nothing about a mark.

pub mod schema;

pub mod clock;
pub mod code;
pub mod places;

pub mod document;
pub mod drafts;
pub mod journal;
pub mod lock;
pub mod merge;
pub mod rescue;

pub mod comments;
pub mod exchange;
pub mod grids;
pub mod harmony;
pub mod notes;
pub mod papers;
pub mod retention;
pub mod settings;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::comment::Misfit;
use crate::domain::edit::Refusal;
use crate::domain::grid::Fault;

/// What a file was wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Reading it.
    Read,
    /// Making it.
    Create,
    /// Writing the last gesture.
    Append,
    /// Erasing it for good.
    Erase,
}

/// Why a file could not serve. Carries the path and the act.
#[derive(Debug, Clone)]
pub enum StoreError {
    /// The system refused.
    Io {
        /// The file.
        path: PathBuf,
        /// What was wanted.
        act: Act,
        /// Why not.
        cause: Arc<io::Error>,
    },
    /// A file of that name is there already.
    Exists(PathBuf),
    /// It is not a commission's file.
    NotACommission {
        /// The file.
        path: PathBuf,
        /// The first thing that does not fit.
        detail: String,
    },
    /// A later version of the program wrote it.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u64,
    },
    /// It is larger than any file of its kind.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes that are read.
        most: u64,
    },
    /// A grid's file does not say what a grid must say.
    GridSyntax {
        /// The file, or the name of a shipped grid.
        path: PathBuf,
        /// The place in it.
        place: String,
        /// What does not fit.
        detail: String,
    },
    /// A grid's file is well formed, and wrong.
    GridFaults {
        /// The file, or the name of a shipped grid.
        path: PathBuf,
        /// Everything that is wrong.
        faults: Vec<Fault>,
    },
    /// Sentences that do not fit the grid they are for.
    CommentsMisfit {
        /// Their file.
        path: PathBuf,
        /// The first thing that does not fit.
        misfit: Misfit,
    },
    /// It is not a file of sentences.
    NotComments {
        /// The file.
        path: PathBuf,
        /// The first thing that does not fit.
        detail: String,
    },
    /// No grid bears this name.
    NoSuchGrid(String),
    /// The grid has no such edition.
    NoSuchEdition {
        /// The session asked for.
        session: String,
        /// The sessions there are.
        known: Vec<String>,
    },
    /// The grid wants another number of members.
    MemberCount {
        /// How many the grid wants.
        wanted: usize,
        /// How many were named.
        given: usize,
    },
    /// Another program has the file open.
    InUse(PathBuf),
    /// The file is open for reading only.
    ReadOnly(PathBuf),
}

/// Why an edit was not written.
#[derive(Debug, Clone)]
pub enum EditError {
    /// The domain refused it: nothing changed.
    Refused(Refusal),
    /// It could not be made durable: nothing changed.
    NotWritten(StoreError),
}

impl From<Refusal> for EditError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for EditError {
    fn from(error: StoreError) -> Self {
        Self::NotWritten(error)
    }
}

impl std::error::Error for StoreError {}
impl std::error::Error for EditError {}

impl StoreError {
    /// Returns an error of the system about `path`.
    pub fn io(path: &Path, act: Act, cause: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            act,
            cause: Arc::new(cause),
        }
    }
}
