//! What `--json` prints: the state for programs. A column that is closed to the reader is not in
//! it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value, json};

pub use super::dossier::{Conformity, conformity};
use super::dossier::{Dossier as DossierFile, Refusal, Report, printed};
use super::edit::{PieceStateFile, SeenFile, TickingFile, author_name};
use crate::domain::check;
use crate::domain::commission::{CodeReset, Column, Commission, Record, Status, Ticking};
use crate::domain::dossier;
use crate::domain::edit::Author;
use crate::domain::fraction::Fraction;
use crate::domain::grid::{Grid, NotAssessable};
use crate::domain::id::{CandidateId, RowId, SectionId};
use crate::domain::mark::{self, Final, Profile, Proposal, Reading, Withheld};
use crate::domain::reconcile::Sight;
use crate::domain::roster::{Candidate, Day, Hour};
use crate::domain::time_log::{Entry, Event};
use crate::domain::verdict::{self, Outcome, Proven};
use crate::dossier::Refused;
use crate::store::clock;
use crate::store::document::{Document, Notice};
use crate::store::papers::{Checked, Lost};
use crate::words;

/// Returns the whole state of a document; `all` opens the columns that are still closed.
pub fn document(document: &Document, all: bool) -> Value {
    let commission = document.commission();
    let header = &commission.header;
    let members: Vec<Value> = header
        .members
        .iter()
        .map(|member| json!({ "name": member.name, "quality": member.quality }))
        .collect();
    let records: Vec<Value> = commission
        .by_passage()
        .into_iter()
        .map(|record| {
            let mut value = candidate(commission, record, all);
            if let (Some(code), Value::Object(fields)) =
                (document.seal_code(&record.candidate.number), &mut value)
            {
                let _ = fields.insert("seal_code".into(), json!(code));
            }
            value
        })
        .collect();
    let notices = document
        .notices()
        .iter()
        .map(|notice| words::notice(document.path(), notice));
    json!({
        "file": document.path().display().to_string(),
        "id": document.id(),
        "grid": header.grid.id,
        "edition": header.edition.session,
        "exam": header.edition.exam,
        "commission": header.number,
        "day": header.day.map(Day::iso),
        "members": members,
        "mode": header.mode.as_str(),
        "ticking": TickingFile::from(header.ticking),
        "exercise": header.exercise,
        "copy_of": document.members_copy().map(|copy| author_name(Author::Member(copy.member))),
        "code_resets": commission.resets.iter().map(reset).collect::<Vec<_>>(),
        "edits": document.count(),
        "notices": notices.collect::<Vec<_>>(),
        "candidates": records,
    })
}

/// Returns what `apply` prints once an edit is on disk.
pub fn acknowledgement(n: u64) -> Value {
    json!({ "ack": n })
}

/// Returns what `dossier` read of a candidate's papers.
pub fn dossier(
    dossier: &dossier::Dossier,
    labels: &[String],
    candidate: Option<&Candidate>,
) -> Value {
    json!(Report::new(dossier, labels, candidate))
}

/// Returns what `tableau` read.
pub fn reading(reading: &dossier::Reading, labels: &[String]) -> Value {
    printed(reading, labels, None)
}

/// Returns why papers were refused.
pub fn refused(refused: &Refused) -> Value {
    json!(Refusal::from(refused))
}

/// Returns what `export` wrote for a candidate.
pub fn exported(candidate: &CandidateId, path: &Path) -> Value {
    json!({ "candidate": candidate.as_str(), "path": path })
}

/// Returns a file that `export` wrote for a whole commission.
pub fn exported_together(path: &Path) -> Value {
    json!({ "candidate": null, "path": path })
}

/// Returns what `verify` found.
pub fn verification(document: &Document, copies: &Checked) -> Value {
    let unsound: Vec<Value> = copies
        .unsound
        .iter()
        .map(|(candidate, path, lost)| {
            let why = match lost {
                Lost::Altered => "altered",
                Lost::Missing | Lost::NotCopied | Lost::NoHash => "missing",
                Lost::Unreadable(_) => "unreadable",
            };
            json!({ "candidate": candidate.as_str(), "path": path, "why": why })
        })
        .collect();
    let without: Vec<&str> = copies.without.iter().map(|id| id.as_str()).collect();
    let bad = document.notices().iter().find_map(|notice| match notice {
        Notice::Broken { line, .. } => Some(*line),
        _ => None,
    });
    let is_torn = |notice: &Notice| matches!(notice, Notice::Torn { .. });
    let writers: Vec<Value> = document
        .writers()
        .into_iter()
        .map(|(writer, lines)| json!({ "writer": writer, "lines": lines }))
        .collect();
    json!({
        "ok": bad.is_none(),
        "edits": document.count(),
        "candidates": document.commission().records.len(),
        "writers": writers,
        "first_bad_line": bad,
        "torn_last_line": document.notices().iter().any(is_torn),
        "papers": { "sound": copies.sound, "unsound": unsound, "not_copied": without },
    })
}

/// Returns one grid of `grid list`.
pub fn grid(grid: &Grid) -> Value {
    let sessions: Vec<&str> = grid
        .editions
        .iter()
        .map(|edition| edition.session.as_str())
        .collect();
    json!({
        "id": grid.id,
        "title": grid.title,
        "sessions": sessions,
        "sections": grid.outer_sections().count(),
        "rows": grid.rows.len(),
        "levels": grid.levels.iter().map(|level| level.id.as_str()).collect::<Vec<_>>(),
        "mark": grid.mark.as_ref().map(|rule| rule.out_of.to_f64()),
        "decision": grid.decision.is_some(),
    })
}

/// Returns all that is known of one candidate now.
pub fn candidate(commission: &Commission, record: &Record, all: bool) -> Value {
    let grid = commission.grid();
    let who = &record.candidate;
    let agreed = commission.agreed(record);
    let profile = Profile::of(commission, record);
    let proposal = mark::propose(grid, &profile);
    let missing = check::missing(commission, record);
    let missing: Vec<String> = missing
        .iter()
        .map(|missing| words::missing(commission, missing))
        .collect();
    let commissions = record
        .column(Author::Commission)
        .cloned()
        .unwrap_or_default();
    let uncovered: Vec<&str> = record
        .dossier
        .as_ref()
        .and_then(|dossier| dossier.reading.as_ref())
        .map(|reading| {
            let rows: Vec<&str> = grid.covered_rows().map(|row| row.id.as_str()).collect();
            reading
                .uncovered
                .iter()
                .filter_map(|column| rows.get(*column).copied())
                .collect()
        })
        .unwrap_or_default();
    let questions: Vec<Value> = record
        .questions
        .iter()
        .map(|question| {
            json!({
                "id": question.id.as_str(),
                "text": question.text,
                "row": question.row.as_ref().map(|row| row.as_str()),
                "asked": question.asked,
            })
        })
        .collect();
    json!({
        "number": who.number.as_str(),
        "last_name": who.last_name,
        "first_name": who.first_name,
        "option": who.option.as_ref().map(|option| option.as_str()),
        "passage": who.passage.map(Hour::iso),
        "seconds": who.seconds,
        "ticking": TickingFile::from(commission.ticking(record)),
        "status": status(commission.status(record)),
        "begun": record.begun.map(clock::write),
        "dossier": record.dossier.as_ref().map(DossierFile::counted),
        "reading_checked": record.dossier.as_ref().is_some_and(|dossier| dossier.is_checked()),
        "access": record.access.iter().map(|(address, access)| (address.clone(),
            json!({ "opened": access.opened, "at": clock::write(access.at) }))).collect::<Map<_, _>>(),
        "pieces": pieces(record),
        "missing_pieces": check::missing_pieces(commission, record).iter().map(|id| id.to_string()).collect::<Vec<_>>(),
        "uncovered": uncovered,
        "questions": questions,
        "members": members(commission, record, all),
        "commission": column(&commissions),
        "agreed": agreed.iter().map(|(row, level)| (row.to_string(), json!(level.as_str()))).collect::<Map<_, _>>(),
        "proposal": proposed(grid, &proposal),
        "note": record.mark.as_ref().map(Fraction::to_f64),
        "reason": record.reason,
        "penalties": penalties(grid, record),
        "bonus": record.bonus.as_ref().map(Fraction::to_f64),
        "waived": {
            "rows": record.waived_rows.iter().map(|(id, why)| (id.to_string(), json!(why))).collect::<Map<_, _>>(),
            "indicators": record.waived_indicators.iter().map(|(id, why)| (id.to_string(), json!(why))).collect::<Map<_, _>>(),
        },
        "decision": decided(grid, &profile, &record.rulings),
        "final": mark::last(grid, record).as_ref().map(Fraction::to_f64),
        "observations": (0..grid.phases.len())
            .map(|phase| record.observations.get(&phase).cloned().unwrap_or_default())
            .collect::<Vec<_>>(),
        "appreciation": record.appreciation,
        "visas": check::standing_visas(commission, record).into_iter()
            .map(|member| author_name(Author::Member(member))).collect::<Vec<_>>(),
        "missing": missing,
        "conflicts": record.unsettled().iter().map(|known| super::merge::conflict(commission, record, known)).collect::<Vec<_>>(),
        "late": record.late().iter().map(|known| super::merge::conflict(commission, record, known)).collect::<Vec<_>>(),
        "sealed": record.sealed.as_ref().map(|seal| json!({ "at": clock::write(seal.at), "final": seal.last.as_ref().map(Fraction::to_f64) })),
        "timer": { "phase": record.timer.phase, "spent": record.timer.spent,
            "since": record.timer.since.map(clock::write), "finished": record.timer.finished,
            "reason": record.timer.reason },
        "time_log": commission.time_log(record, None).iter().map(time).collect::<Vec<_>>(),
    })
}

fn reset(reset: &CodeReset) -> Value {
    json!({ "at": clock::write(reset.at), "member": reset.member + 1,
        "by": author_name(reset.by), "reason": reset.reason })
}

fn time(entry: &Entry) -> Value {
    let (event, reason) = match &entry.event {
        Event::Begun => ("begun", None),
        Event::Started => ("started", None),
        Event::Paused(reason) => ("paused", Some(reason)),
        Event::Resumed => ("resumed", None),
        Event::Phase => ("phase", None),
        Event::Overrun => ("overrun", None),
        Event::Finished => ("finished", None),
        Event::Corrected => ("corrected", None),
    };
    json!({ "at": clock::write(entry.at), "phase": entry.phase, "event": event, "reason": reason })
}

fn members(commission: &Commission, record: &Record, all: bool) -> Map<String, Value> {
    let mut members = Map::new();
    if commission.ticking(record) == Ticking::Common {
        return members;
    }
    for (member, sight) in commission
        .sights(record, Author::Commission)
        .into_iter()
        .enumerate()
    {
        let author = Author::Member(member);
        let value = match sight {
            Sight::Open(open) => column(&open),
            Sight::Hidden { .. } if all => {
                column(&record.column(author).cloned().unwrap_or_default())
            }
            Sight::Hidden { graded, validated } => {
                json!({ "hidden": true, "graded": graded, "validated": validated })
            }
        };
        let _ = members.insert(author_name(author), value);
    }
    members
}

fn column(column: &Column) -> Value {
    let levels: Map<String, Value> = column
        .levels
        .iter()
        .map(|(row, level)| (row.to_string(), json!(level.as_str())))
        .collect();
    let seen: Map<String, Value> = column
        .seen
        .iter()
        .map(|(indicator, seen)| (indicator.to_string(), json!(SeenFile::from(*seen))))
        .collect();
    let flags: Vec<&str> = column.flags.iter().map(RowId::as_str).collect();
    json!({ "levels": levels, "indicators": seen, "flags": flags, "validated": column.validated })
}

fn pieces(record: &Record) -> Map<String, Value> {
    let states = record.pieces.iter();
    states
        .map(|(piece, state)| (piece.to_string(), json!(PieceStateFile::from(*state))))
        .collect()
}

fn penalties(grid: &Grid, record: &Record) -> Vec<Value> {
    grid.penalties
        .iter()
        .map(|penalty| {
            json!({
                "id": penalty.id.as_str(),
                "points": penalty.fixed().or_else(|| record.amounts.get(&penalty.id)).map(Fraction::to_f64),
                "retained": record.penalties.get(&penalty.id),
            })
        })
        .collect()
}

/// Returns where each bloc stands; null when blocs do not decide.
fn decided(grid: &Grid, profile: &Profile, rulings: &BTreeMap<SectionId, bool>) -> Value {
    let Some(rule) = &grid.decision else {
        return Value::Null;
    };
    let verdicts = verdict::sections(grid, profile);
    let outcome = |outcome: &Outcome| match outcome {
        Outcome::Pending => json!({ "verdict": "pending" }),
        Outcome::Full => json!({ "verdict": "full", "label": rule.words.full }),
        Outcome::Partial(sections) => json!({ "verdict": "partial", "label": rule.words.partial,
            "sections": sections.iter().map(SectionId::as_str).collect::<Vec<_>>() }),
        Outcome::None => json!({ "verdict": "none", "label": rule.words.none }),
    };
    let sections: Vec<Value> = verdicts
        .iter()
        .map(|section| {
            json!({
                "id": section.section.as_str(),
                "proposed": match section.state {
                    Proven::Pending => None,
                    Proven::Acquired => Some(true),
                    Proven::NotAcquired => Some(false),
                },
                "ruled": rulings.get(&section.section),
                "rows": section.rows,
                "graded": section.graded,
                "acquired": section.acquired,
                "partly": section.partly,
                "refused": section.refused,
                "waived": section.waived,
                "mark": section.mark.as_ref().map(Fraction::to_f64),
                "to_prove": section.to_prove.iter().map(RowId::as_str).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "sections": sections,
        "proposed": outcome(&verdict::proposed(grid, &verdicts)),
        "ruled": outcome(&verdict::outcome(grid, rulings)),
    })
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Waiting => "waiting",
        Status::Started => "started",
        Status::ToDecide => "to_decide",
        Status::Sealed => "sealed",
        Status::Absent => "absent",
        Status::Moved => "moved",
    }
}

fn proposed(grid: &Grid, proposal: &Proposal) -> Value {
    match proposal {
        Proposal::Free => json!({
            "complete": false,
            "missing": [],
            "raw": null, "raw_decimal": null, "proposal": null,
            "readings": { "zero": null, "neutral": null },
        }),
        Proposal::Incomplete(missing) => json!({
            "complete": false,
            "missing": missing.iter().map(|row| row.to_string()).collect::<Vec<_>>(),
            "raw": null, "raw_decimal": null, "proposal": null,
            "readings": { "zero": null, "neutral": null },
        }),
        Proposal::Complete(readings) => {
            let raw = |reading: Option<&Reading>| reading.map(|reading| reading.raw.to_string());
            let rounded =
                |reading: Option<&Reading>| reading.map(|reading| reading.rounded.to_f64());
            let proposed = readings.proposed.as_ref();
            json!({
                "complete": true,
                "missing": [],
                "raw": raw(proposed),
                "raw_decimal": proposed.map(|reading| reading.raw.to_f64()),
                "proposal": rounded(proposed),
                "policy": grid.mark.as_ref().map(|rule| match rule.not_assessable {
                    NotAssessable::Zero => "zero",
                    NotAssessable::Neutral => "neutral",
                    NotAssessable::Block => "block",
                    NotAssessable::Ask => "ask",
                }),
                "coverage": readings.coverage.to_f64(),
                "bonus": proposed.and_then(|reading| reading.bonus.as_ref()).map(Fraction::to_f64),
                "withheld": readings.withheld.as_ref().map(|why| match why {
                    Withheld::NothingAssessed => "nothing_assessed",
                    Withheld::Asked => "ask",
                    Withheld::Blocked => "blocked",
                    Withheld::Coverage(_) => "coverage",
                }),
                "sections": readings.groups.iter().map(|group| json!({
                    "id": group.section.as_str(),
                    "weight": group.weight.to_f64(),
                    "mark": group.mark.as_ref().map(Fraction::to_f64),
                    "points": group.points.to_f64(),
                })).collect::<Vec<_>>(),
                "readings": { "zero": readings.zero.rounded.to_f64(), "neutral": rounded(readings.neutral.as_ref()) },
                "readings_raw": { "zero": raw(Some(&readings.zero)), "neutral": raw(readings.neutral.as_ref()) },
            })
        }
    }
}

/// Returns what `mark --json` prints: the proposal, then the way from NOTE to NOTE FINALE.
pub fn mark(
    grid: &Grid,
    profile: &Profile,
    proposal: &Proposal,
    end: Option<&Final>,
    explanation: &[String],
) -> Value {
    let mut value = proposed(grid, proposal);
    if let Value::Object(fields) = &mut value {
        let missing = mark::without_level(grid, profile);
        let missing: Vec<&str> = missing.iter().map(RowId::as_str).collect();
        let _ = fields.insert("missing".into(), json!(missing));
        let decision = decided(grid, profile, &BTreeMap::new());
        if !decision.is_null() {
            let _ = fields.insert("decision".into(), decision);
        }
        let penalties: Vec<Value> = end
            .map(|end| end.penalties.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|(id, points)| json!({ "id": id.as_str(), "points": -points.to_f64() }))
            .collect();
        let _ = fields.insert("note".into(), json!(end.map(|end| end.mark.to_f64())));
        let _ = fields.insert("penalties".into(), json!(penalties));
        let _ = fields.insert("final".into(), json!(end.map(|end| end.last.to_f64())));
        let _ = fields.insert("explanation".into(), json!(explanation));
    }
    value
}
