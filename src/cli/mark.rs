//! `mark`: what a profile of levels proposes, and decides, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::args::MarkArgs;
use super::{Failure, Outcome, pretty, say};
use crate::domain::fraction::Fraction;
use crate::domain::grid::{Grid, Row};
use crate::domain::id::{LevelId, PenaltyId, RowId};
use crate::domain::mark;
use crate::store::schema::state;
use crate::{t, words};

pub fn propose(args: &MarkArgs) -> Outcome {
    let grid = crate::store::grids::load(&args.grid)?.grid;
    let levels = levels(&grid, &args.levels)?;
    let mut penalties: Vec<(PenaltyId, Option<Fraction>)> = Vec::new();
    for text in &args.penalties {
        let (name, points) = match text.split_once('=') {
            Some((name, points)) => (name, Fraction::parse(points)),
            None => (text.as_str(), None),
        };
        let id = PenaltyId::from(name);
        let Some(known) = grid.penalty(&id) else {
            return Err(Failure::Usage(t!("refusal-unknown-penalty", name = name)));
        };
        if known.fixed().is_none() && points.is_none() {
            return Err(Failure::Usage(t!("cli-penalty-amount", name = name)));
        }
        if let Some(points) = &points
            && !known.amount.allows(points)
        {
            return Err(Failure::Usage(t!("refusal-amount-range")));
        }
        penalties.push((id, points));
    }
    let number = |text: &String| {
        Fraction::parse(text)
            .ok_or_else(|| Failure::Usage(t!("cli-bad-note", value = text.as_str())))
    };
    let mut waived = BTreeSet::new();
    for name in &args.waived {
        let row = RowId::from(name.as_str());
        if grid.row(&row).is_none() {
            return Err(Failure::Usage(t!(
                "refusal-unknown-row",
                name = name.as_str()
            )));
        }
        let _ = waived.insert(row);
    }
    let bonus = args.bonus.as_ref().map(number).transpose()?;
    if let Some(points) = &bonus
        && !grid.bonus.as_ref().is_some_and(|own| own.allows(points))
    {
        return Err(Failure::Usage(t!("refusal-amount-range")));
    }
    let profile = mark::Profile {
        levels,
        waived,
        bonus,
    };
    let proposal = mark::propose(&grid, &profile);
    let proposed = match &proposal {
        mark::Proposal::Complete(readings) => readings
            .proposed
            .as_ref()
            .map(|reading| reading.rounded.clone()),
        mark::Proposal::Free | mark::Proposal::Incomplete(_) => None,
    };
    let note = match &args.note {
        None => proposed,
        Some(text) => {
            let wrong = || Failure::Usage(t!("cli-bad-note", value = text.as_str()));
            let note = Fraction::parse(text).ok_or_else(wrong)?;
            if note.is_negative() || note > grid.most() {
                return Err(wrong());
            }
            Some(note)
        }
    };
    let end = note.zip(grid.mark.as_ref()).map(|(note, rule)| {
        mark::conclude(rule, &grid, &note, |penalty| {
            let retained = penalties.iter().find(|(id, _)| id == penalty);
            retained.map(|(_, points)| points.clone())
        })
    });
    let missing = mark::without_level(&grid, &profile);
    let mut explanation = words::explanation(&grid, &proposal, end.as_ref());
    if matches!(proposal, mark::Proposal::Free) && !missing.is_empty() {
        explanation.insert(0, words::rows_without_level(&grid, &missing));
    }
    explanation.extend(words::decision(&grid, &profile));
    if args.json {
        say(&pretty(&state::mark(
            &grid,
            &profile,
            &proposal,
            end.as_ref(),
            &explanation,
        )));
    } else {
        for line in &explanation {
            say(line);
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Failure::Refused(String::new()))
    }
}

/// Reads `BM,NE,-`: a level for each row in their order; or `ROW=BM` for the row of that name, and
/// the others then stand for the rows that are not named.
fn levels(grid: &Grid, text: &str) -> Result<BTreeMap<RowId, LevelId>, Failure> {
    let mut named: BTreeMap<RowId, &str> = BTreeMap::new();
    let mut listed = Vec::new();
    for entry in text.split(',').map(str::trim) {
        let Some((name, level)) = entry.split_once('=') else {
            listed.push(entry);
            continue;
        };
        let row = RowId::from(name.trim());
        if grid.row(&row).is_none() {
            return Err(Failure::Usage(t!(
                "refusal-unknown-row",
                name = name.trim()
            )));
        }
        if named.insert(row, level.trim()).is_some() {
            return Err(Failure::Usage(t!("cli-level-twice", name = name.trim())));
        }
    }
    let others: Vec<&Row> = grid
        .rows
        .iter()
        .filter(|row| !named.contains_key(&row.id))
        .collect();
    // Where rows are named alone, those that nobody names have no level.
    let alone = listed.is_empty() && !named.is_empty();
    if !alone && listed.len() != others.len() {
        return Err(Failure::Usage(t!(
            "cli-level-count",
            wanted = others.len().to_string(),
            given = listed.len().to_string()
        )));
    }
    let listed = others.into_iter().zip(listed);
    let named = named
        .iter()
        .filter_map(|(row, level)| Some((grid.row(row)?, *level)));
    let mut levels = BTreeMap::new();
    for (row, name) in listed.chain(named) {
        if name.is_empty() || name == "-" {
            continue;
        }
        let level = level_named(grid, row, name)
            .ok_or_else(|| Failure::Usage(t!("refusal-unknown-level", name = name)))?;
        let _ = levels.insert(row.id.clone(), level);
    }
    Ok(levels)
}

/// Returns the level that a word names on a row: by its name, else by its value.
fn level_named(grid: &Grid, row: &Row, word: &str) -> Option<LevelId> {
    let named = LevelId::from(word);
    if grid.allows(row, &named) {
        return Some(named);
    }
    let value = Fraction::parse(word)?;
    let mut same = grid
        .levels_of(row)
        .filter(|level| grid.value(row, &level.id).as_ref() == Some(&value));
    match (same.next(), same.next()) {
        (Some(level), None) => Some(level.id.clone()),
        _ => None,
    }
}
