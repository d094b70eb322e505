//! A folder of dossiers: which of its children are one each. Lists only, opens nothing.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::dossier::archive::litter_folder;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::{Cause, Refused};

/// Returns the dossiers of a folder, sorted by name: its folders and its archives, never what a link
/// points to.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, Refused> {
    let refused = |cause: Cause| Refused::new(folder.display().to_string(), cause);
    let children = fs::read_dir(folder).map_err(|error| refused(Cause::from(error)))?;
    let mut dossiers = Vec::new();
    for child in children.take(LIMITS.entries) {
        let Ok(child) = child else { continue };
        // The type of the entry itself, never that of what a link points to.
        let Ok(metadata) = child.metadata() else {
            continue;
        };
        let name = child.file_name().to_string_lossy().into_owned();
        let is_dossier = if metadata.is_dir() {
            !litter_folder(&name)
        } else {
            metadata.is_file() && is_archive(&child.path())
        };
        if is_dossier {
            dossiers.push(child.path());
        }
    }
    dossiers.sort();
    Ok(dossiers)
}

/// Tells whether a folder holds several dossiers rather than the papers of one: it has folders or
/// archives, and no paper of its own.
pub fn holds_many(folder: &Path) -> bool {
    if !folder.is_dir() {
        return false;
    }
    let Ok(dossiers) = list(folder) else {
        return false;
    };
    let Ok(children) = fs::read_dir(folder) else {
        return false;
    };
    let has_paper = children.take(LIMITS.entries).filter_map(Result::ok).any(|child| {
        let name = child.file_name().to_string_lossy().to_lowercase();
        let is_file = child.metadata().is_ok_and(|metadata| metadata.is_file());
        is_file
            && !dossiers.contains(&child.path())
            && [".xlsx", ".ods", ".xls", ".pdf", ".html", ".docx", ".odt", ".png", ".jpg"]
                .iter()
                .any(|end| name.ends_with(end))
    });
    // The folders of one dossier bear the names of its papers.
    let are_papers = dossiers.iter().any(|dossier| {
        let name = dossier.file_name().map(|name| name.to_string_lossy().to_lowercase());
        name.is_some_and(|name| name.contains("portfolio") || name.contains("attestation"))
    });
    dossiers.len() > 1 && !has_paper && !are_papers
}

/// Tells whether a file is a zip that is no office document.
fn is_archive(path: &Path) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    let is_document = [".xlsx", ".docx", ".pptx", ".ods", ".odt", ".odp", ".jar", ".epub"]
        .iter()
        .any(|end| name.ends_with(end));
    let mut magic = [0; 4];
    let is_zip = File::open(path)
        .and_then(|mut file| file.read_exact(&mut magic))
        .is_ok()
        && magic == *b"PK\x03\x04";
    is_zip && !is_document
}
