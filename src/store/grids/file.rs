//! Writing a grid's file: whole or not at all, and never over what somebody else wrote.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use super::super::notes::replace_file;
use super::super::schema::grid::GridFile;
use super::super::{Act, StoreError};
use crate::domain::grid::Draft;

/// What becomes of a file of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// A grid's file is replaced; anything else stays, and nothing is written.
    Replace,
}

/// Returns a draft as a file says it: what is as its default is left out.
pub fn text(draft: &Draft) -> Result<String, serde_json::Error> {
    Ok(format!(
        "{}\n",
        serde_json::to_string_pretty(&GridFile::from(draft))?
    ))
}

/// Writes a draft, sound or not, as a grid's file.
pub fn write(path: &Path, draft: &Draft, existing: Existing) -> Result<(), StoreError> {
    let text = text(draft).map_err(|error| StoreError::io(path, Act::Create, error.into()))?;
    write_bytes(path, text.as_bytes(), || match existing {
        Existing::Keep => Err(StoreError::Exists(path.to_owned())),
        Existing::Replace => match super::read(path) {
            Ok(_) | Err(StoreError::GridFaults { .. }) => Ok(()),
            Err(error) => Err(error),
        },
    })
}

/// Writes a new file; one of the same name stays, and nothing is written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_bytes(path, bytes, || Err(StoreError::Exists(path.to_owned())))
}

/// Writes `bytes`; `replaces` says whether a file that is there already gives way.
fn write_bytes(
    path: &Path,
    bytes: &[u8],
    replaces: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let failed = |cause| StoreError::io(path, Act::Create, cause);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    // An empty file takes the name first: two programs never get the same one.
    let claimed = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            replaces()?;
            false
        }
        Err(error) => return Err(failed(error)),
    };
    replace_file(path, bytes).map_err(|cause| {
        if claimed {
            let _ = fs::remove_file(path);
        }
        failed(cause)
    })
}
