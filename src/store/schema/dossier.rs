//! A dossier in the journal: pieces, their fingerprints, and the reading of the tableau.

use serde::{Deserialize, Serialize};

use super::grid::PieceKindFile;
use crate::domain::dossier::{Dossier, Piece};

/// A dossier on disk.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierFile {
    source: String,
    pieces: Vec<PieceFile>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PieceFile {
    kind: PieceKindFile,
    path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    size: u64,
}

impl From<&Dossier> for DossierFile {
    fn from(dossier: &Dossier) -> Self {
        let piece = |piece: &Piece| PieceFile {
            kind: piece.kind.into(),
            path: piece.path.clone(),
            sha256: piece.sha256.clone(),
            size: piece.size,
        };
        Self {
            source: dossier.source.clone(),
            pieces: dossier.pieces.iter().map(piece).collect(),
        }
    }
}

impl TryFrom<DossierFile> for Dossier {
    type Error = String;

    fn try_from(file: DossierFile) -> Result<Self, String> {
        let piece = |piece: PieceFile| Piece {
            kind: piece.kind.into(),
            path: piece.path,
            sha256: piece.sha256,
            size: piece.size,
        };
        Ok(Self {
            source: file.source,
            pieces: file.pieces.into_iter().map(piece).collect(),
            reading: None,
            findings: Vec::new(),
        })
    }
}
