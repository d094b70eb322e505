//! `dossier` and `tableau`: what was read of a candidate's papers.

use std::path::Path;

use super::Outcome;

pub fn dossier(_path: &Path, _grid: &str, _json: bool) -> Outcome {
    Ok(())
}

pub fn tableau(_file: &Path, _grid: &str, _json: bool) -> Outcome {
    Ok(())
}
