//! From a decided record to paper: a finished [`sheet::Sheet`], drawn by a typst template into a
//! PDF or a picture, and put in a folder without overwriting anything. Decides nothing.

mod inputs;
mod world;

pub mod batch;
pub mod bundle;
pub mod conformity;
pub mod files;
pub mod harmony;
pub mod pdf;
pub mod person;
pub mod purge;
pub mod sheet;
pub mod summary;
#[cfg(feature = "parquet")]
pub mod table;
pub mod template;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::StoreError;
use crate::{t, words};

/// What was wanted when an export failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportAct {
    /// Making the folder.
    Folder,
    /// Writing the file.
    Write,
    /// Giving the file its name.
    Name,
}

/// Why sheets could not be made or written.
#[derive(Debug)]
pub enum ExportError {
    /// The system refused.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was wanted.
        act: ExportAct,
        /// Why not.
        cause: io::Error,
    },
    /// Every name that the file could bear is taken.
    NoFreeName(PathBuf),
    /// Sheets of two templates do not go into one file.
    Mixed,
    /// The pages could not be laid out; the first reason.
    Layout(String),
    /// The pages could not be written as PDF; the first reason.
    Pdf(String),
    /// The workbook could not be written; the first reason.
    Workbook(String),
    /// A file of this name is there already, and nobody said to replace it.
    Exists(PathBuf),
    /// A page does not fit a picture of this scale.
    Scale(f32),
    /// The archive could not be made; why not.
    Bundle(String),
    /// The table could not be written; why not.
    Table(String),
    /// One table holds the marks of one grid.
    MixedGrids,
    /// A commission's file, or what stands beside it, was not read or replaced.
    Store(StoreError),
    /// An exercise has no summary for the centre.
    Exercise,
}

impl From<StoreError> for ExportError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl ExportError {
    /// Returns an error of the system about `path`.
    pub fn io(path: &Path, act: ExportAct, cause: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            act,
            cause,
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::Io { path, act, cause } => {
                let key = match act {
                    ExportAct::Folder => "export-failed-folder",
                    ExportAct::Write => "export-failed-write",
                    ExportAct::Name => "export-failed-name",
                };
                t!(
                    key,
                    path = path.display().to_string(),
                    cause = words::io_cause(cause)
                )
            }
            Self::NoFreeName(path) => {
                t!("export-no-free-name", path = path.display().to_string())
            }
            Self::Mixed => t!("export-mixed"),
            Self::Layout(cause) => t!("export-layout", cause = cause.as_str()),
            Self::Pdf(cause) => t!("export-pdf", cause = cause.as_str()),
            Self::Workbook(cause) => t!("export-workbook", cause = cause.as_str()),
            Self::Exists(path) => t!("export-exists", path = path.display().to_string()),
            Self::Scale(scale) => t!("export-scale", scale = scale.to_string()),
            Self::Bundle(cause) => t!("export-bundle", cause = cause.as_str()),
            Self::Table(cause) => t!("export-table", cause = cause.as_str()),
            Self::MixedGrids => t!("harmony-one-grid"),
            Self::Store(error) => error.to_string(),
            Self::Exercise => t!("exercise-no-summary"),
        };
        f.write_str(&sentence)
    }
}

impl std::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            Self::Store(error) => Some(error),
            Self::NoFreeName(_)
            | Self::Mixed
            | Self::Layout(_)
            | Self::Pdf(_)
            | Self::Workbook(_)
            | Self::Bundle(_)
            | Self::Exists(_)
            | Self::Scale(_)
            | Self::Table(_)
            | Self::MixedGrids
            | Self::Exercise => None,
        }
    }
}
