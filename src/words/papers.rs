//! Why a copy is not what was judged, why a dossier was not copied, why a paper is not shown.

use crate::domain::id::CandidateId;
use crate::dossier::show::Unshown;
use crate::store::papers::{Lost, Unkept};
use crate::t;

/// Returns why a copy cannot be shown as what was judged.
pub fn lost(lost: &Lost) -> String {
    match lost {
        Lost::NotCopied => t!("lost-not-copied"),
        Lost::Missing => t!("lost-missing"),
        Lost::Altered => t!("lost-altered"),
        Lost::NoHash => t!("lost-no-hash"),
        Lost::Unreadable(error) => error.to_string(),
    }
}

/// Returns the same, with whose paper it is.
pub fn lost_of(candidate: &CandidateId, path: &str, why: &Lost) -> String {
    t!(
        "lost-of",
        number = candidate.as_str(),
        path = path,
        why = lost(why)
    )
}

/// Returns why the papers of a dossier were not copied.
pub fn unkept(unkept: &Unkept) -> String {
    match unkept {
        Unkept::Refused(refused) => refused.sentence(),
        Unkept::Store(error) => error.to_string(),
        Unkept::Stopped => t!("copy-stopped"),
    }
}

/// Returns why a paper is not shown here.
pub fn unshown(unshown: Unshown) -> String {
    t!(match unshown {
        Unshown::Unknown => "unshown-unknown",
        Unshown::Damaged => "unshown-damaged",
        Unshown::Encrypted => "unshown-encrypted",
        Unshown::TooLarge => "unshown-too-large",
        Unshown::TooLong => "unshown-too-long",
    })
}
