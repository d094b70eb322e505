//! What a merge brought together, for those who read it: what came from whom, what clashes, what
//! came too late. No value of a closed column is said by it.

use std::collections::BTreeMap;

use super::Entry;
use crate::domain::check;
use crate::domain::commission::Commission;
use crate::domain::conflict::Conflict;
use crate::domain::edit::Author;
use crate::domain::id::{CandidateId, RowId};
use crate::domain::roster::Moment;

/// What a merge brought together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Of each file, in the order they were given: what no other of them held.
    pub brought: Vec<Vec<Arrival>>,
    /// How many gestures there are now.
    pub edits: usize,
    /// Fields that wait for the commission.
    pub conflicts: Vec<(CandidateId, Conflict)>,
    /// What came too late for marks that are fixed.
    pub late: Vec<(CandidateId, Conflict)>,
    /// Visas that stood in one of the files and are to be given again.
    pub lapsed: Vec<(CandidateId, usize)>,
}

/// Gestures of one author on one candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Who.
    pub author: Author,
    /// On whom; none for the commission as a whole.
    pub candidate: Option<CandidateId>,
    /// How many.
    pub gestures: usize,
    /// The first of them.
    pub first: Moment,
    /// The last of them.
    pub last: Moment,
}

/// Why two files are not two copies of one commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Each was made by itself.
    Document,
    /// Another grid, by their titles.
    Grid(String, String),
    /// Rows that stand in one of the grids only, or not with the same words.
    Rows(Vec<RowId>),
    /// The same rows, and another barème or other texts.
    GridText,
    /// Another session.
    Session(String, String),
    /// Another commission's number.
    Number(String, String),
    /// Other members.
    Members(Vec<String>, Vec<String>),
    /// Candidates that only one of them knows.
    Roster(Vec<CandidateId>, Vec<CandidateId>),
    /// Another form, way of ticking or day.
    Terms,
}

impl Report {
    /// Returns what stands to be said of a merged commission; `files` are the commissions that were
    /// merged.
    pub fn of(commission: &Commission, edits: usize, files: &[&Commission]) -> Self {
        let mut report = Self {
            edits,
            ..Self::default()
        };
        for record in &commission.records {
            let id = &record.candidate.number;
            let with = |conflict: &Conflict| (id.clone(), conflict.clone());
            report.conflicts.extend(record.unsettled().iter().map(with));
            report.late.extend(record.late().iter().map(with));
            if record.sealed.is_some() {
                continue;
            }
            let standing = check::standing_visas(commission, record);
            let given = files
                .iter()
                .filter_map(|file| Some(check::standing_visas(file, file.record(id)?)))
                .flatten();
            for member in given {
                let lapsed = (id.clone(), member);
                if !standing.contains(&member) && !report.lapsed.contains(&lapsed) {
                    report.lapsed.push(lapsed);
                }
            }
        }
        report
    }

    /// Returns whether both files said the same already.
    pub fn is_empty(&self) -> bool {
        self.brought.iter().all(Vec::is_empty)
    }
}

/// Counts gestures by author and candidate, in the order of the list of authors.
pub fn arrivals<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<Arrival> {
    let mut arrivals: BTreeMap<(Author, Option<CandidateId>), Arrival> = BTreeMap::new();
    for entry in entries {
        let author = entry.stamp.author;
        let candidate = entry.edit.candidate().cloned();
        let arrival = arrivals
            .entry((author, candidate.clone()))
            .or_insert(Arrival {
                author,
                candidate,
                gestures: 0,
                first: entry.stamp.at,
                last: entry.stamp.at,
            });
        arrival.gestures += 1;
        arrival.first = arrival.first.min(entry.stamp.at);
        arrival.last = arrival.last.max(entry.stamp.at);
    }
    arrivals.into_values().collect()
}

/// Returns in what two commissions are not the same; nothing when they are copies of one.
pub fn differences(first: &Commission, second: &Commission) -> Vec<Difference> {
    let (a, b) = (&first.header, &second.header);
    let mut differences = Vec::new();
    if a.grid.id != b.grid.id {
        let (a, b) = (a.grid.title.clone(), b.grid.title.clone());
        differences.push(Difference::Grid(a, b));
    } else if a.grid != b.grid {
        let lacks = |row: &RowId| {
            let (a, b) = (a.grid.row(row), b.grid.row(row));
            a.is_none() || b.is_none() || a != b
        };
        let mut rows: Vec<RowId> = Vec::new();
        for row in a.grid.rows.iter().chain(&b.grid.rows) {
            if !rows.contains(&row.id) && lacks(&row.id) {
                rows.push(row.id.clone());
            }
        }
        differences.push(if rows.is_empty() {
            Difference::GridText
        } else {
            Difference::Rows(rows)
        });
    }
    if a.edition.session != b.edition.session {
        let (a, b) = (a.edition.session.clone(), b.edition.session.clone());
        differences.push(Difference::Session(a, b));
    }
    if a.number != b.number {
        differences.push(Difference::Number(a.number.clone(), b.number.clone()));
    }
    if a.members != b.members {
        let names = |header: &crate::domain::commission::Header| {
            let members = header.members.iter();
            members.map(|member| member.name.clone()).collect()
        };
        differences.push(Difference::Members(names(a), names(b)));
    }
    if a.mode != b.mode || a.ticking != b.ticking || a.day != b.day {
        differences.push(Difference::Terms);
    }
    let only = |one: &Commission, other: &Commission| -> Vec<CandidateId> {
        let records = one.records.iter();
        records
            .map(|record| record.candidate.number.clone())
            .filter(|number| other.record(number).is_none())
            .collect()
    };
    let (in_first, in_second) = (only(first, second), only(second, first));
    if !in_first.is_empty() || !in_second.is_empty() {
        differences.push(Difference::Roster(in_first, in_second));
    }
    differences
}
