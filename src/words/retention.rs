//! The end of a file's time, in sentences. No mark, no name of a candidate.

use std::path::Path;

use crate::store::retention::{Erased, Kept, Term};
use crate::t;

/// Returns one file of the list: what it is, and whether it may go.
pub fn purge_line(kept: &Kept, goes: bool) -> String {
    let state = match (&kept.notice, kept.term, kept.open) {
        (Some(_), _, _) => t!("purge-unsound"),
        (None, _, open) if goes && open > 0 => t!("purge-goes-open", count = open),
        (None, _, _) if goes => t!("purge-goes"),
        (None, Term::Until(year), _) => t!("purge-until", session = year.to_string()),
        (None, Term::Unknown, _) => t!("purge-unknown"),
        (None, Term::Over, open) => t!("purge-open", count = open),
    };
    t!(
        "purge-line",
        file = name(&kept.path),
        number = kept.number.as_str(),
        session = kept.session.as_str(),
        count = kept.candidates,
        state = state
    )
}

/// Returns how one file stands to its end, for whoever chooses what goes.
pub fn retention_state(kept: &Kept) -> String {
    match (&kept.notice, kept.term, kept.open) {
        (Some(_), _, _) => t!("purge-unsound"),
        (None, Term::Until(year), _) => t!("purge-until", session = year.to_string()),
        (None, Term::Over, 0) => t!("retention-over"),
        (None, Term::Over, open) => t!("retention-open", count = open),
        (None, Term::Unknown, 0) => t!("retention-unknown"),
        (None, Term::Unknown, open) => t!("retention-unknown-open", count = open),
    }
}

/// Returns what the receipt says before anything is erased, in case nobody comes back to it.
pub fn purge_announced(going: &[Kept], day: &str) -> String {
    let mut lines = vec![t!("purge-announced", day = day)];
    lines.extend(going.iter().map(entry));
    lines.join("\n") + "\n"
}

/// Returns the receipt.
pub fn purge_receipt(erased: &[Erased], day: &str) -> String {
    let mut lines = vec![t!("purge-receipt", day = day)];
    for one in erased {
        lines.push(entry(&one.kept));
        let gone: Vec<String> = one.gone.iter().map(|path| name(path)).collect();
        if !gone.is_empty() {
            lines.push(t!("purge-gone", names = gone.join(", ")));
        }
        for left in &one.left {
            lines.push(t!("purge-left", cause = left.to_string()));
        }
    }
    lines.push(t!("purge-foot"));
    lines.join("\n") + "\n"
}

fn entry(kept: &Kept) -> String {
    t!(
        "purge-entry",
        file = name(&kept.path),
        number = kept.number.as_str(),
        session = kept.session.as_str(),
        count = kept.candidates,
        hash = kept.sha256.as_str()
    )
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
