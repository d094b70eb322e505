//! Grids: those embedded in the program, and those chosen on disk. Both are read and checked the
//! same way.

pub mod blank;
pub mod compare;
mod file;

pub use file::{Existing, text, write, write_new};

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::places::Places;
use super::schema::grid::{FORMAT, GridFile, Probe};
use super::{Act, StoreError};
use crate::domain::grid::{Draft, Fault, FaultCause, Grid};

/// A grid with the text it was read from, letter for letter.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The grid.
    pub grid: Arc<Grid>,
    /// Its file's text, for the snapshot in a commission's file.
    pub source: Arc<str>,
}

/// The grids shipped with the program.
const SHIPPED: &[(&str, &str)] = &[
    (
        "bts-sio-bloc1",
        include_str!("../../grids/bts-sio-bloc1.json"),
    ),
    (
        "rncp-systeme-information",
        include_str!("../../grids/rncp-systeme-information.json"),
    ),
    (
        "apc-systemes-information",
        include_str!("../../grids/apc-systemes-information.json"),
    ),
    ("bts-ciel-e5", include_str!("../../grids/bts-ciel-e5.json")),
];

/// No grid of any exam is larger, in bytes.
const LARGEST: u64 = 2 << 20;

/// Nobody writes more grids than this; a folder that holds more is no folder of grids.
const MOST_OWN: usize = 200;

/// Returns the names of the shipped grids.
pub fn shipped() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(id, _)| *id)
}

/// Returns a shipped grid by its name, or the grid of a file.
pub fn load(name: &str) -> Result<Loaded, StoreError> {
    match SHIPPED.iter().find(|(id, _)| *id == name) {
        Some((id, source)) => parse(Path::new(id), source),
        None if Path::new(name).exists() => read(Path::new(name)),
        None => Err(StoreError::NoSuchGrid(name.to_owned())),
    }
}

/// Returns the user's own grids, by file name: each sound, or what is wrong with its file.
pub fn own(places: &Places) -> Vec<(PathBuf, Result<Loaded, StoreError>)> {
    let entries = fs::read_dir(places.grids()).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .take(MOST_OWN)
        .collect();
    files.sort();
    let load = |path: PathBuf| {
        let loaded = read(&path);
        (path, loaded)
    };
    files.into_iter().map(load).collect()
}

/// Returns the grid of a file.
pub fn read(path: &Path) -> Result<Loaded, StoreError> {
    parse(path, &source(path)?)
}

/// Returns what a file says even where it is faulty, for whoever mends it. A file that is no grid's,
/// or that holds more than any exam, is refused.
pub fn read_draft(path: &Path) -> Result<(Draft, Arc<str>), StoreError> {
    let source = source(path)?;
    let draft = draft(path, &source)?;
    let faults = draft.faults();
    let endless = |fault: &Fault| matches!(fault.cause, FaultCause::TooMany(_));
    if faults.iter().any(endless) {
        return Err(StoreError::GridFaults {
            path: path.to_owned(),
            faults,
        });
    }
    Ok((draft, Arc::from(source)))
}

/// Returns the bytes of a grid's file, ours or foreign, which is never large.
pub fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |cause| StoreError::io(path, Act::Read, cause);
    let mut bytes = Vec::new();
    let _ = File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(StoreError::TooLarge {
            path: path.to_owned(),
            most: LARGEST,
        });
    }
    Ok(bytes)
}

/// Returns the text of a file, without its byte order mark.
fn source(path: &Path) -> Result<String, StoreError> {
    let source = String::from_utf8(bytes(path)?).map_err(|error| StoreError::GridSyntax {
        path: path.to_owned(),
        place: crate::t!(
            "grid-byte",
            at = error.utf8_error().valid_up_to().to_string()
        ),
        detail: crate::t!("grid-not-utf8"),
    })?;
    let plain = source.strip_prefix('\u{feff}').map(str::to_owned);
    Ok(plain.unwrap_or(source))
}

/// Returns the grid that `source` says; `path` is for the errors.
pub fn parse(path: &Path, source: &str) -> Result<Loaded, StoreError> {
    let grid = draft(path, source)?
        .check()
        .map_err(|faults| StoreError::GridFaults {
            path: PathBuf::from(path),
            faults,
        })?;
    Ok(Loaded {
        grid: Arc::new(grid),
        source: Arc::from(source),
    })
}

/// Returns what `source` says, checked or not; `path` is for the errors.
fn draft(path: &Path, source: &str) -> Result<Draft, StoreError> {
    let syntax = |place: String, detail: String| StoreError::GridSyntax {
        path: path.to_owned(),
        place,
        detail,
    };
    let mut reader = serde_json::Deserializer::from_str(source);
    let file: GridFile = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        // A later format may well hold what this one does not know.
        if let Some(version) = later(source) {
            return StoreError::Newer {
                path: path.to_owned(),
                version,
            };
        }
        let place = error.path().to_string();
        let inner = error.into_inner();
        let line = crate::t!(
            "grid-line",
            line = inner.line().to_string(),
            column = inner.column().to_string()
        );
        let place = if place == "." {
            line_alone(inner.line(), inner.column())
        } else {
            format!("{place}, {line}")
        };
        syntax(place, crate::words::json_fault(&inner.to_string()))
    })?;
    reader.end().map_err(|error| {
        syntax(
            line_alone(error.line(), error.column()),
            crate::t!("grid-trailing"),
        )
    })?;
    if !(1..=FORMAT).contains(&file.format()) {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            version: file.format(),
        });
    }
    Ok(Draft::from(file))
}

fn line_alone(line: usize, column: usize) -> String {
    crate::t!(
        "grid-line-alone",
        line = line.to_string(),
        column = column.to_string()
    )
}

fn later(source: &str) -> Option<u64> {
    let probe: Probe = serde_json::from_str(source).ok()?;
    (probe.format > FORMAT).then_some(probe.format)
}
