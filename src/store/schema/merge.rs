//! What `merge --json` prints, and the fields to settle that `show --json` holds. A column that is
//! closed is not in it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::edit::{EditFile, author_name};
use crate::domain::commission::{Commission, Record};
use crate::domain::conflict::{Conflict, Side, Slot};
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::merge::report::{Arrival, Report};
use crate::domain::reconcile::Sight;
use crate::store::clock;
use crate::words;

/// Returns what a merge of `files` into `path` brought together.
pub fn report(commission: &Commission, report: &Report, files: &[PathBuf], path: &Path) -> Value {
    let brought: Vec<Value> = files
        .iter()
        .zip(&report.brought)
        .map(|(file, arrivals)| {
            json!({
                "file": file.display().to_string(),
                "gestures": arrivals.iter().map(|arrival| arrival.gestures).sum::<usize>(),
                "by": arrivals.iter().map(arrival).collect::<Vec<_>>(),
            })
        })
        .collect();
    let list = |conflicts: &[(crate::domain::id::CandidateId, Conflict)]| -> Vec<Value> {
        let found = conflicts.iter().filter_map(|(id, known)| {
            let record = commission.record(id)?;
            Some(conflict(commission, record, known))
        });
        found.collect()
    };
    let lapsed: Vec<Value> = report
        .lapsed
        .iter()
        .map(|(id, member)| {
            json!({ "candidate": id.as_str(), "member": author_name(Author::Member(*member)) })
        })
        .collect();
    json!({
        "file": path.display().to_string(),
        "edits": report.edits,
        "changed": !report.is_empty(),
        "brought": brought,
        "conflicts": list(&report.conflicts),
        "late": list(&report.late),
        "visas_to_give_again": lapsed,
    })
}

fn arrival(arrival: &Arrival) -> Value {
    json!({
        "author": author_name(arrival.author),
        "candidate": arrival.candidate.as_ref().map(|id| id.as_str()),
        "gestures": arrival.gestures,
        "first": clock::write(arrival.first),
        "last": clock::write(arrival.last),
    })
}

/// Returns one field to settle of a record.
pub fn conflict(commission: &Commission, record: &Record, conflict: &Conflict) -> Value {
    let sights = commission.sights(record, Author::Commission);
    let hidden = match conflict.slot.column() {
        Some(Author::Member(member)) => matches!(sights.get(member), Some(Sight::Hidden { .. })),
        _ => false,
    };
    let side = |side: &Side| {
        json!({
            "by": author_name(side.stamp.author),
            "at": clock::write(side.stamp.at),
            "copy": side.copy.as_ref().map(|copy| copy.as_str()),
            "held": conflict.slot.holds(record, &side.edit),
            "edit": (!hidden).then(|| json!(EditFile::from(&side.edit))),
            "settle": (!hidden).then(|| settlement(record, side)).flatten(),
        })
    };
    json!({
        "candidate": record.candidate.number.as_str(),
        "field": words::slot(commission, &conflict.slot),
        "sides": conflict.sides.iter().map(side).collect::<Vec<_>>(),
    })
}

/// Returns the edit that settles on a side, for `apply`.
fn settlement(record: &Record, side: &Side) -> Option<Value> {
    let (author, change) = match &side.edit {
        Edit::AddCandidate(candidate) => (Author::Commission, Change::Correct(candidate.clone())),
        Edit::Of(_, Change::Settle(author, change)) => (*author, change.as_ref().clone()),
        Edit::Of(_, change) => (side.stamp.author, change.clone()),
        Edit::RemoveCandidate(_)
        | Edit::Lend(..)
        | Edit::Code(..)
        | Edit::ResetCode(..) => return None,
    };
    if Slot::of(&change, author) == Slot::Seal {
        return None;
    }
    let settle = Change::Settle(author, Box::new(change));
    let edit = Edit::Of(record.candidate.number.clone(), settle);
    Some(json!(EditFile::from(&edit)))
}
