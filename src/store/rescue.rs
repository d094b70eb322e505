//! Gestures that could not be written in their file (key pulled out, disk full): kept on this
//! laptop, on disk too, until the file can be reached again.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::document::sync_folder;
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
        let lines = bytes
            .get(..whole_lines(&bytes))
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
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&self.path)?;
        let mut bytes = Vec::new();
        let _ = file.read_to_end(&mut bytes)?;
        // Over a torn line, never behind it: the two would be read as one.
        let end = whole_lines(&bytes) as u64;
        let written = file
            .set_len(end)
            .and_then(|()| file.seek(SeekFrom::Start(end)))
            .and_then(|_| file.write_all(&[line, b"\n"].concat()))
            .and_then(|()| file.sync_data());
        if written.is_err() {
            let _ = file.set_len(end);
        }
        sync_folder(&self.path);
        written
    }

    /// Copies what waits to a file that nothing will clear, and returns it.
    pub fn set_aside(&self) -> Option<PathBuf> {
        let aside = self
            .path
            .with_extension(format!("{}.jsonl", super::clock::now().millis));
        let _ = fs::copy(&self.path, &aside).ok()?;
        File::open(&aside).and_then(|file| file.sync_all()).ok()?;
        sync_folder(&aside);
        Some(aside)
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns every file that keeps gestures of this document on this laptop.
    pub fn files(&self) -> Vec<PathBuf> {
        let stem = self.path.file_stem().unwrap_or_default().to_owned();
        let stem = stem.to_string_lossy().into_owned();
        let folder = self.path.parent().map(fs::read_dir);
        let Some(Ok(entries)) = folder else {
            return Vec::new();
        };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.strip_prefix(&stem)
                    .is_some_and(|end| end.starts_with('.'))
            })
            .collect();
        files.sort();
        files
    }

    /// Forgets the lines, once they are where they belong.
    pub fn clear(&self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Returns the length of the lines that were ended.
fn whole_lines(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1)
}
