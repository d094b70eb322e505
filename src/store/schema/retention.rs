//! The receipt of a purge, and all that is held about one candidate, for programs.

use std::path::Path;

use serde_json::{Value, json};

use crate::domain::commission::Record;
use crate::store::document::Document;
use crate::store::journal::sha256;
use crate::store::notes::Notes;
use crate::store::retention::{Erased, Held, Kept, Term};

/// Returns a file that may be erased one day. No mark, no name of a candidate.
pub fn kept(kept: &Kept) -> Value {
    let (term, until) = match kept.term {
        Term::Over => ("over", None),
        Term::Until(year) => ("kept", Some(year)),
        Term::Unknown => ("unknown", None),
    };
    json!({
        "file": name(&kept.path),
        "sha256": kept.sha256,
        "session": kept.session,
        "commission": kept.number,
        "candidates": kept.candidates,
        "open": kept.open,
        "term": term,
        "until_session": until,
        "beside": kept.beside.iter().map(|path| name(path)).collect::<Vec<_>>(),
    })
}

/// Returns the receipt of what was erased on `day`.
pub fn receipt(erased: &[Erased], day: &str) -> Value {
    let files: Vec<Value> = erased
        .iter()
        .map(|one| {
            let left: Vec<String> = one.left.iter().map(ToString::to_string).collect();
            json!({
                "file": name(&one.kept.path),
                "sha256": one.kept.sha256,
                "session": one.kept.session,
                "commission": one.kept.number,
                "candidates": one.kept.candidates,
                "erased": one.gone.iter().map(|path| name(path)).collect::<Vec<_>>(),
                "complete": one.left.is_empty(),
                "left": left,
            })
        })
        .collect();
    json!({ "date": day, "files": files })
}

/// Returns all that a file holds about one candidate.
pub fn candidate(
    document: &Document,
    record: &Record,
    held: &Held,
    notes: &Notes,
    papers: &[(String, Vec<u8>)],
    all: bool,
) -> Value {
    let commission = document.commission();
    let header = &commission.header;
    let lines: Vec<Value> = held
        .lines
        .iter()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let (closed, open): (Vec<_>, Vec<_>) = held
        .numbers
        .iter()
        .flat_map(|number| notes.about(number))
        .partition(|(member, _, _)| held.hidden.contains(member));
    let notes: Vec<Value> = open
        .into_iter()
        .map(|(member, row, text)| json!({ "member": member + 1, "row": row.as_str(), "text": text }))
        .collect();
    json!({
        "file": name(document.path()),
        "session": header.edition.session,
        "exam": header.edition.exam,
        "commission": header.number,
        "numbers": held.numbers.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "state": super::state::candidate(commission, record, all),
        "seal_code": document.seal_code(&record.candidate.number),
        "personal_notes": notes,
        "papers": papers
            .iter()
            .map(|(path, bytes)| json!({ "path": path, "sha256": sha256(bytes), "size": bytes.len() }))
            .collect::<Vec<_>>(),
        "journal": lines,
        "lines_of_closed_columns": held.closed,
        "notes_of_closed_columns": closed.len(),
    })
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
