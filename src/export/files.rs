//! The name of a file of sheets, and its safe arrival in a folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{ExportAct, ExportError};
use crate::domain::commission::Record;

/// Longest part of a name, in bytes: the whole stays under the 255 that file systems allow, even
/// with what tells two files of one name apart.
const LONGEST: usize = 60;
/// A folder with more files of one name is not a folder of sheets.
const MOST: usize = 999;

/// Returns `fiche-02612000104-DELTA-Inès.pdf`, or `fiche-candidat-…` for the candidate's sheet
/// alone; the same record always gives the same name, and no name tells a mark.
pub fn name(record: &Record, candidate_only: bool) -> String {
    let candidate = &record.candidate;
    let head = if candidate_only {
        "fiche-candidat"
    } else {
        "fiche"
    };
    let parts = [
        candidate.number.as_str(),
        candidate.last_name.as_str(),
        candidate.first_name.as_str(),
    ];
    let mut name = head.to_owned();
    for part in parts.map(safe).iter().filter(|part| !part.is_empty()) {
        name.push('-');
        name.push_str(part);
    }
    name.push_str(".pdf");
    name
}

/// Returns the name of the file that holds all the sheets of a commission: `fiches-commission-12.pdf`;
/// of one that holds a part of them, `fiches-commission-12-1-sur-3.pdf`.
pub fn together(commission: &str, part: Option<(usize, usize)>) -> String {
    let part = part.map_or_else(String::new, |(part, of)| format!("-{part}-sur-{of}"));
    format!("fiches-commission-{}{part}.pdf", safe(commission))
}

/// Returns the name of a commission's summary: `bordereau-commission-12.xlsx`.
pub fn summary(commission: &str, extension: &str) -> String {
    format!("bordereau-commission-{}.{extension}", safe(commission))
}

/// Returns the name of the file of all that is held about a candidate: `donnees-02612000104.zip` with
/// the sheets, `.json` for the data alone.
pub fn person(number: &str, with_sheets: bool) -> String {
    let end = if with_sheets { "zip" } else { "json" };
    format!("donnees-{}.{end}", safe(number))
}

/// What becomes of a file that bears the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the new one takes the first free name: `name (2)`.
    Keep,
    /// The new one takes its place.
    Replace,
    /// Nothing is written.
    Refuse,
}

/// Writes `bytes` under `name` in `dir`: the file appears whole or not at all.
pub fn write(
    dir: &Path,
    name: &str,
    bytes: &[u8],
    existing: Existing,
) -> Result<PathBuf, ExportError> {
    let path = dir.join(name);
    match existing {
        Existing::Keep => return write_new(dir, name, bytes),
        Existing::Refuse if path.exists() => return Err(ExportError::Exists(path)),
        Existing::Refuse => return write_new(dir, name, bytes),
        Existing::Replace => {}
    }
    let folder = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    fs::create_dir_all(folder).map_err(|cause| ExportError::io(dir, ExportAct::Folder, cause))?;
    let waiting = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = write_whole(&waiting, bytes)
        .map_err(|cause| ExportError::io(&path, ExportAct::Write, cause))
        .and_then(|()| {
            fs::rename(&waiting, &path)
                .map_err(|cause| ExportError::io(&path, ExportAct::Name, cause))
        });
    if let Err(error) = written {
        let _ = fs::remove_file(&waiting);
        return Err(error);
    }
    sync_folder(folder);
    Ok(path)
}

/// Keeps what every file system takes: letters, digits, « - » and « _ ».
fn safe(part: &str) -> String {
    let mut name = String::new();
    for letter in part.trim().chars() {
        if name.len() + letter.len_utf8() > LONGEST {
            break;
        }
        if letter.is_alphanumeric() || letter == '_' {
            name.push(letter);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_matches('-').to_owned()
}

/// Writes `bytes` under `name` in `dir`, or under the first free `name (2)`, and returns where:
/// the file appears whole or not at all, and none is ever overwritten.
pub fn write_new(dir: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, ExportError> {
    fs::create_dir_all(dir).map_err(|cause| ExportError::io(dir, ExportAct::Folder, cause))?;
    let (path, held) = claim(dir, name)?;
    let waiting = dir.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = write_whole(&waiting, bytes)
        .map_err(|cause| ExportError::io(&path, ExportAct::Write, cause))
        .and_then(|()| {
            // Windows does not replace a file that is open.
            drop(held);
            fs::rename(&waiting, &path)
                .map_err(|cause| ExportError::io(&path, ExportAct::Name, cause))
        });
    if let Err(error) = written {
        // Both are ours since a moment ago, and neither holds anything of anybody's.
        let _ = fs::remove_file(&waiting);
        let _ = fs::remove_file(&path);
        return Err(error);
    }
    sync_folder(dir);
    Ok(path)
}

/// Takes the first free name by making an empty file there: two programs never get the same one.
fn claim(dir: &Path, name: &str) -> Result<(PathBuf, File), ExportError> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    for number in 1..=MOST {
        let candidate = match (number, extension) {
            (1, _) => name.to_owned(),
            (_, "") => format!("{stem} ({number})"),
            _ => format!("{stem} ({number}).{extension}"),
        };
        let path = dir.join(candidate);
        match File::options().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(cause) => return Err(ExportError::io(&path, ExportAct::Write, cause)),
        }
    }
    Err(ExportError::NoFreeName(dir.join(name)))
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the new name durable where folders can be synced.
fn sync_folder(dir: &Path) {
    if let Ok(folder) = File::open(dir) {
        let _ = folder.sync_all();
    }
}
