//! Candidates' papers, hostile until proven otherwise. [`open`] recognises the pieces of a dossier,
//! folder or .zip, and reads its tableau de synthèse. Every cap is in [`limits`]; whatever is wrong
//! with a paper is a [`refused::Refused`] or a finding, never a panic, and no paper is run, followed or
//! written.

pub mod archive;
pub mod demo;
pub mod limits;
pub mod many;
mod pieces;
pub mod refused;
pub mod roster;
pub mod show;
pub mod tableau;
mod text;
mod xml;

use std::path::Path;

use crate::domain::dossier::Dossier;
use crate::domain::grid::Grid;
use archive::Papers;
pub(crate) use pieces::site_list;
pub use refused::Refused;
pub(crate) use text::fold;

/// What the grid says of the tableau: its columns and the options that a candidate may mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Labels of the competencies, in the order of the grid.
    pub labels: Vec<String>,
    /// Names of the options, as the form writes them.
    pub options: Vec<String>,
}

impl Columns {
    /// Returns what the readers look for on a grid's behalf.
    pub fn of(grid: &Grid) -> Self {
        Self {
            labels: grid.covered_rows().map(|row| row.title.clone()).collect(),
            options: grid
                .options
                .iter()
                .map(|option| option.id.to_string())
                .collect(),
        }
    }
}

/// Recognises the papers of a folder, a .zip or a single file, and reads the tableau among them.
pub fn open(path: &Path, columns: &Columns) -> Result<Dossier, Refused> {
    let papers = Papers::open(path)?;
    let source = path
        .file_name()
        .map(|name| text::compose(&name.to_string_lossy()))
        .unwrap_or_default();
    Ok(pieces::recognise(source, papers, columns))
}
