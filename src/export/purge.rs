//! The erasing of files whose time is over, with its receipt: announced before anything is gone,
//! completed when all is.

use std::path::{Path, PathBuf};

use super::{ExportError, files};
use crate::store::retention::{self, Erased, Kept};
use crate::{t, words};

/// What was written of an erasing.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Its file.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
    /// What became of each file.
    pub erased: Vec<Erased>,
}

/// Erases files and all that goes with each; the receipt stands in `folder`.
pub fn erase(going: Vec<Kept>, folder: &Path, day: &str) -> Result<Receipt, ExportError> {
    // A receipt that could not be written must be known before anything is gone.
    let name = t!("purge-receipt-name", day = day);
    let announced = words::purge_announced(&going, day);
    let path = files::write_new(folder, &name, announced.as_bytes())?;
    let erased: Vec<Erased> = going.into_iter().map(retention::erase).collect();
    let text = words::purge_receipt(&erased, day);
    retention::replace(&path, text.as_bytes())?;
    Ok(Receipt { path, text, erased })
}
