//! Drafts of grids under edition: kept beside the settings at each pause, so that a cut loses no
//! more than a second. One file a window; gone when its grid is saved or given up.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::grids;
use super::notes::replace_file;
use super::places::{Places, random_name};
use super::schema::grid::GridFile;
use super::{Act, StoreError};
use crate::domain::grid::Draft;
use crate::domain::roster::Moment;

/// A draft that a cut left behind.
#[derive(Debug, Clone)]
pub struct Left {
    /// Its own file.
    pub file: PathBuf,
    /// The grid's file that was being edited, if it had one.
    pub origin: Option<PathBuf>,
    /// When it was kept.
    pub at: Moment,
    /// What it says.
    pub draft: Draft,
}

#[derive(Serialize, Deserialize)]
struct LeftFile {
    origin: Option<PathBuf>,
    millis: i64,
    offset: i16,
    grid: GridFile,
}

/// Returns the place of a new draft, which no other window has.
pub fn place(places: &Places) -> PathBuf {
    places.drafts().join(format!("{}.json", random_name()))
}

/// Keeps a draft in its place, in one step.
pub fn keep(
    file: &Path,
    origin: Option<&Path>,
    draft: &Draft,
    at: Moment,
) -> Result<(), StoreError> {
    let kept = LeftFile {
        origin: origin.map(Path::to_owned),
        millis: at.millis,
        offset: at.offset,
        grid: GridFile::from(draft),
    };
    let failed = |cause| StoreError::io(file, Act::Create, cause);
    let bytes = serde_json::to_vec(&kept).map_err(|error| failed(error.into()))?;
    replace_file(file, &bytes).map_err(failed)
}

/// Forgets a draft. One that stays is offered once more, and harms nothing.
pub fn forget(file: &Path) {
    let _ = fs::remove_file(file);
}

/// Returns the drafts that a cut left behind, the last first. What cannot be read stays where it is.
pub fn left(places: &Places) -> Vec<Left> {
    let entries = fs::read_dir(places.drafts())
        .into_iter()
        .flatten()
        .flatten();
    let files = entries.map(|entry| entry.path());
    let mut left: Vec<Left> = files
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
        .filter_map(|file| {
            let bytes = grids::bytes(&file).ok()?;
            let kept: LeftFile = serde_json::from_slice(&bytes).ok()?;
            Some(Left {
                file,
                origin: kept.origin,
                at: Moment {
                    millis: kept.millis,
                    offset: kept.offset,
                },
                draft: Draft::from(kept.grid),
            })
        })
        .collect();
    left.sort_by_key(|left| std::cmp::Reverse(left.at.millis));
    left
}
