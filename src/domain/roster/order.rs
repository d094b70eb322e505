//! The order of passage, changed by hand: two who follow one another change places.

use super::Candidate;
use crate::domain::commission::{Commission, Record};
use crate::domain::edit::{Change, Edit};
use crate::domain::id::CandidateId;

/// Returns the edits that make a candidate pass before the one just before, or after the one just
/// after; none at an end of the list, across a day, or past somebody whose mark is fixed.
pub fn pass(commission: &Commission, id: &CandidateId, earlier: bool) -> Vec<Edit> {
    let order = commission.by_passage();
    let Some(position) = order
        .iter()
        .position(|record| record.candidate.number == *id)
    else {
        return Vec::new();
    };
    let neighbour = if earlier {
        position.checked_sub(1)
    } else {
        Some(position + 1)
    };
    let (Some(one), Some(other)) = (
        order.get(position),
        neighbour.and_then(|place| order.get(place)),
    ) else {
        return Vec::new();
    };
    let day = |record: &Record| record.candidate.day.or(commission.header.day);
    if day(one) != day(other) || one.sealed.is_some() || other.sealed.is_some() {
        return Vec::new();
    }
    match (one.candidate.passage, other.candidate.passage) {
        (Some(mine), Some(theirs)) if mine != theirs => {
            swap_slots(&one.candidate, &other.candidate)
        }
        (mine, theirs) if mine == theirs => {
            let alike: Vec<&Record> = order
                .iter()
                .copied()
                .filter(|record| record.candidate.passage == mine && day(record) == day(one))
                .collect();
            swap_ranks(&alike, id, &other.candidate.number)
        }
        // One has an hour and the other has not: an hour is not given by moving a line.
        _ => Vec::new(),
    }
}

fn swap_slots(one: &Candidate, other: &Candidate) -> Vec<Edit> {
    let take = |who: &Candidate, slot: &Candidate| {
        let to = Candidate {
            passage: slot.passage,
            room: slot.room.clone(),
            ..who.clone()
        };
        Edit::Of(who.number.clone(), Change::Correct(to))
    };
    vec![take(one, other), take(other, one)]
}

fn swap_ranks(alike: &[&Record], one: &CandidateId, other: &CandidateId) -> Vec<Edit> {
    let mut numbers: Vec<&CandidateId> = alike
        .iter()
        .map(|record| &record.candidate.number)
        .collect();
    let place = |wanted: &CandidateId| numbers.iter().position(|number| *number == wanted);
    if let (Some(one), Some(other)) = (place(one), place(other)) {
        numbers.swap(one, other);
    }
    let ranked = numbers.iter().enumerate().filter_map(|(rank, number)| {
        let record = alike
            .iter()
            .find(|record| record.candidate.number == **number)?;
        let rank = u32::try_from(rank).ok();
        (record.candidate.rank != rank && record.sealed.is_none()).then(|| {
            let to = Candidate {
                rank,
                ..record.candidate.clone()
            };
            Edit::Of((*number).clone(), Change::Correct(to))
        })
    });
    ranked.collect()
}
