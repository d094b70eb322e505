//! Whether the copies beside a commission's file are still what was judged.

use super::{Copies, Lost};
use crate::domain::id::CandidateId;
use crate::store::document::Document;

/// What was found of the copies of a commission's file.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// How many pieces are there as they were judged.
    pub sound: usize,
    /// Those that are not: whose, which, and why.
    pub unsound: Vec<(CandidateId, String, Lost)>,
    /// Candidates whose dossier has no copy here.
    pub without: Vec<CandidateId>,
}

/// Looks at every copy of the dossiers that are joined now.
pub fn check(document: &Document) -> Checked {
    let copies = Copies::beside(document.path());
    let mut checked = Checked::default();
    for record in &document.commission().records {
        let (candidate, Some(dossier)) = (&record.candidate.number, &record.dossier) else {
            continue;
        };
        for piece in dossier.pieces.iter().filter(|piece| piece.sha256.is_some()) {
            match copies.open(candidate, dossier, piece) {
                Ok(_) => checked.sound += 1,
                Err(Lost::NotCopied) => {
                    checked.without.push(candidate.clone());
                    break;
                }
                Err(lost) => {
                    checked
                        .unsound
                        .push((candidate.clone(), piece.path.clone(), lost));
                }
            }
        }
    }
    checked
}
