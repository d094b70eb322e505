//! Gestures that could not be written in their file (key pulled out, disk full): kept on this
//! laptop, on disk too, until the file can be reached again.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::journal::sha256;
use super::places::Places;

/// The lines that wait for one document.
#[derive(Debug)]
pub struct Rescue {
    path: PathBuf,
}

impl Rescue {
    /// Returns the waiting room of a document at a path.
    pub fn of(places: &Places, document: &str, path: &Path) -> Self {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = sha256(format!("{document}\n{}", path.display()).as_bytes());
        let name: String = name.chars().take(24).collect();
        Self {
            path: places.rescue().join(format!("{name}.jsonl")),
        }
    }

    /// Returns the lines that wait, in order; a torn last one was never acknowledged.
    pub fn waiting(&self) -> Vec<Vec<u8>> {
        let bytes = fs::read(&self.path).unwrap_or_default();
        let whole = bytes
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |end| end + 1);
        let lines = bytes
            .get(..whole)
            .unwrap_or_default()
            .split(|byte| *byte == b'\n');
        lines
            .filter(|line| !line.is_empty())
            .map(<[u8]>::to_vec)
            .collect()
    }

    /// Makes a line durable here.
    pub fn keep(&self, line: &[u8]) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::options().create(true).append(true).open(&self.path)?;
        file.write_all(&[line, b"\n"].concat())?;
        file.sync_data()
    }

    /// Forgets the lines, once they are where they belong.
    pub fn clear(&self) {
        let _ = fs::remove_file(&self.path);
    }
}
