//! Banks of sentences for the appreciation: those shipped beside the grids, and the jury's own, one
//! file a grid in the settings' folder. Not in a grid's file: a grid is frozen in each commission
//! and compared letter for letter between laptops, while sentences change from one oral to the next.

use std::io;
use std::path::{Path, PathBuf};

use super::notes::replace_file;
use super::places::Places;
use super::schema::comments::{BankFile, FORMAT};
use super::{Act, StoreError, grids};
use crate::domain::comment::{Bank, Misfit};
use crate::domain::grid::Grid;

/// The banks shipped with the program.
const SHIPPED: &[(&str, &str)] = &[(
    "bts-sio-bloc1",
    include_str!("../../grids/comments/bts-sio-bloc1.json"),
)];

/// Returns the bank shipped for a grid; an empty one where there is none.
pub fn shipped(grid: &Grid) -> Bank {
    let known = SHIPPED.iter().find(|(id, _)| *id == grid.id);
    known
        .and_then(|(id, text)| parse(Path::new(id), text.as_bytes()).ok())
        .unwrap_or_else(|| Bank::new(grid))
}

/// Returns where the jury's own bank for a grid is.
pub fn place(grid: &Grid, places: &Places) -> PathBuf {
    // A grid's name comes from a file: it never chooses a folder.
    let name: String = grid
        .id
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' || c == '_' {
                c
            } else {
                '-'
            }
        })
        .take(80)
        .collect();
    places.comments().join(format!("{name}.json"))
}

/// Returns the sentences for a grid: the jury's own, or the shipped ones until there are any.
pub fn load(grid: &Grid, places: &Places) -> Result<Bank, StoreError> {
    let path = place(grid, places);
    match grids::bytes(&path) {
        Ok(bytes) => {
            let bank = parse(&path, &bytes)?;
            // Two grids' names may make one file name: the other's sentences stay untouched.
            if bank.grid == grid.id {
                Ok(bank)
            } else {
                let misfit = Misfit::Grid(bank.grid);
                Err(StoreError::CommentsMisfit { path, misfit })
            }
        }
        Err(StoreError::Io { cause, .. }) if cause.kind() == io::ErrorKind::NotFound => {
            Ok(shipped(grid))
        }
        Err(error) => Err(error),
    }
}

/// Keeps the jury's own sentences; a file that cannot be read stays, and nothing is written.
pub fn keep(bank: &Bank, grid: &Grid, places: &Places) -> Result<(), StoreError> {
    let path = place(grid, places);
    let _ = load(grid, places)?;
    if let Some(misfit) = bank.misfit(grid)
        && matches!(misfit, Misfit::Grid(_) | Misfit::Many)
    {
        return Err(StoreError::CommentsMisfit { path, misfit });
    }
    let text = text(bank, &path)?;
    replace_file(&path, text.as_bytes()).map_err(|cause| StoreError::io(&path, Act::Create, cause))
}

/// Reads somebody's sentences for a grid.
pub fn read(path: &Path, grid: &Grid) -> Result<Bank, StoreError> {
    let bank = named(path)?;
    match bank.misfit(grid) {
        None => Ok(bank),
        Some(misfit) => Err(StoreError::CommentsMisfit {
            path: path.to_owned(),
            misfit,
        }),
    }
}

/// Reads sentences, for whichever grid they are.
pub fn named(path: &Path) -> Result<Bank, StoreError> {
    parse(path, &grids::bytes(path)?)
}

/// Writes sentences to a new file; one of the same name stays, and nothing is written.
pub fn write_new(path: &Path, bank: &Bank) -> Result<(), StoreError> {
    grids::write_new(path, text(bank, path)?.as_bytes())
}

fn text(bank: &Bank, path: &Path) -> Result<String, StoreError> {
    let text = serde_json::to_string_pretty(&BankFile::from(bank))
        .map_err(|error| StoreError::io(path, Act::Create, error.into()))?;
    Ok(format!("{text}\n"))
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Bank, StoreError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: BankFile =
        serde_json::from_slice(bytes).map_err(|error| StoreError::NotComments {
            path: path.to_owned(),
            detail: error.to_string(),
        })?;
    if file.format == FORMAT {
        Ok(file.into())
    } else {
        Err(StoreError::Newer {
            path: path.to_owned(),
            version: file.format,
        })
    }
}
