//! In which order the gestures of several copies are taken: never against what their authors knew,
//! and the same whatever file they are read from.

use super::Entry;
use crate::domain::edit::{Author, Change, Edit};

impl Entry {
    /// Returns whether this gesture was known to whoever made `later`.
    pub fn precedes(&self, later: &Entry) -> bool {
        let same = self.writer == later.writer && self.n == later.n;
        !same && later.past.get(self.writer).copied().unwrap_or(0) >= self.n
    }

    /// Returns whether neither gesture was known to the author of the other.
    pub fn is_beside(&self, other: &Entry) -> bool {
        let same = self.writer == other.writer && self.n == other.n;
        !same && !self.precedes(other) && !other.precedes(self)
    }
}

/// Returns the order of a merged journal: each gesture after all that its author knew, and by the
/// clock where nobody knew of the other. Depends on the gestures alone, not on their order here.
pub fn canonical(entries: &[Entry]) -> Vec<usize> {
    let writers = entries
        .iter()
        .map(|entry| entry.writer + 1)
        .max()
        .unwrap_or(0);
    let mut chains: Vec<Vec<usize>> = vec![Vec::new(); writers];
    for (index, entry) in entries.iter().enumerate() {
        if let Some(chain) = chains.get_mut(entry.writer) {
            chain.push(index);
        }
    }
    for chain in &mut chains {
        chain.sort_by_key(|index| entries.get(*index).map(|entry| entry.n));
    }
    let mut next = vec![0_usize; writers];
    let mut order = Vec::with_capacity(entries.len());
    loop {
        let is_ready = |entry: &Entry| {
            entry.past.iter().enumerate().all(|(writer, known)| {
                let taken = next.get(writer).copied().unwrap_or(0) as u64;
                let own = u64::from(writer == entry.writer);
                taken >= known.saturating_sub(own)
            })
        };
        let heads = chains.iter().enumerate().filter_map(|(writer, chain)| {
            let index = *chain.get(*next.get(writer)?)?;
            let entry = entries.get(index)?;
            is_ready(entry).then_some((entry.stamp.at.millis, writer, index))
        });
        let Some((_, writer, index)) = heads.min() else {
            return order;
        };
        order.push(index);
        if let Some(next) = next.get_mut(writer) {
            *next += 1;
        }
    }
}

/// Returns the order in which gestures about one candidate, given in canonical order, are taken.
///
/// What was fixed or signed is taken on exactly what its authors had before them; what the other
/// copy did meanwhile comes after it, and finds the door closed rather than a decision changed.
pub fn working(entries: &[Entry], group: &[usize]) -> Vec<usize> {
    let mut taken = vec![false; group.len()];
    let mut order = Vec::with_capacity(group.len());
    let all: Vec<usize> = (0..group.len()).collect();
    take(entries, group, &all, &mut taken, &mut order);
    order
}

/// Takes the places `wanted` of `group`, a set that holds all that its members knew. The depth is
/// bounded by the ranks: what the first of a rank knew, and is not taken, is of a higher one.
fn take(
    entries: &[Entry],
    group: &[usize],
    wanted: &[usize],
    taken: &mut [bool],
    order: &mut Vec<usize>,
) {
    let entry = |place: usize| group.get(place).and_then(|index| entries.get(*index));
    let mut ranked: Vec<(u8, usize)> = wanted
        .iter()
        .filter_map(|place| Some((rank(entry(*place)?), *place)))
        .collect();
    ranked.sort_unstable();
    for (_, place) in ranked {
        if taken.get(place).copied().unwrap_or(true) {
            continue;
        }
        let Some(chosen) = entry(place) else { continue };
        let known: Vec<usize> = wanted
            .iter()
            .copied()
            .filter(|before| *before < place && !taken.get(*before).copied().unwrap_or(true))
            .filter(|before| entry(*before).is_some_and(|before| before.precedes(chosen)))
            .collect();
        if !known.is_empty() {
            take(entries, group, &known, taken, order);
        }
        if let (Some(taken), Some(index)) = (taken.get_mut(place), group.get(place)) {
            *taken = true;
            order.push(*index);
        }
    }
}

fn rank(entry: &Entry) -> u8 {
    match &entry.edit {
        Edit::Of(_, Change::Seal) => 0,
        Edit::Of(_, Change::Reopen(_)) => 1,
        Edit::Of(_, Change::Visa(true) | Change::Settle(..)) => 2,
        Edit::Of(_, Change::Level(..)) if entry.stamp.author == Author::Commission => 2,
        // What closes a door waits for what the other copy did before it knew.
        Edit::RemoveCandidate(_)
        | Edit::Of(_, Change::Absent(true) | Change::Move(Some(_)) | Change::Ticking(_)) => 4,
        _ => 3,
    }
}
