//! The union of journals: what several copies of one commission wrote without knowing of each
//! other, taken as one story. Depends on the set of gestures alone, so merging is commutative,
//! associative and idempotent; nothing is dropped, and what clashes waits for the commission.

pub mod order;
pub mod report;

use std::collections::BTreeMap;

use super::commission::{Commission, Header, Question};
use super::conflict::{Conflict, Side, Slot};
use super::edit::{Author, Change, Edit, Refusal, Stamp, UnknownThing};
use super::history::{History, Role};
use super::id::{CandidateId, CopyId, QuestionId};

/// One gesture, with what its author knew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose chain it is in: an index among the writers, sorted by name.
    pub writer: usize,
    /// Number in that chain, from 1.
    pub n: u64,
    /// How many gestures of each writer its author knew, this one included.
    pub past: Vec<u64>,
    /// Who and when.
    pub stamp: Stamp,
    /// What it is to undo and redo.
    pub role: Role,
    /// The copy it was made in; none for the commission's own file.
    pub copy: Option<CopyId>,
    /// The change.
    pub edit: Edit,
}

/// What became of one gesture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It changed the commission.
    Taken,
    /// A visa on a decision that the other copy had changed: it is to be given again.
    Lapsed,
    /// The other copy had closed the door. It stays in the journal, and in sight while it differs
    /// from what is held.
    Aside(Refusal),
}

/// The commission that a set of gestures makes.
#[derive(Debug)]
pub struct Resolution {
    /// The commission.
    pub commission: Commission,
    /// What can be taken back.
    pub history: History,
    /// What became of each entry.
    pub outcomes: Vec<Outcome>,
    /// Which entry fixed the mark of each candidate last.
    pub seals: BTreeMap<CandidateId, usize>,
}

/// An entry that no order of gestures explains: the file was altered. The others stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// Which entry.
    pub index: usize,
    /// Why not.
    pub refusal: Refusal,
}

/// Returns the commission that `entries` make, a set that holds all that its members knew.
pub fn resolve(header: Header, entries: &[Entry]) -> Result<Resolution, Impossible> {
    let order = order::canonical(entries);
    let mut work = Work {
        entries,
        commission: Commission::new(header),
        history: History::default(),
        outcomes: vec![Outcome::Taken; entries.len()],
        writes: BTreeMap::new(),
        arrivals: BTreeMap::new(),
        seals: BTreeMap::new(),
    };
    work.check_places()?;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let persons = Persons::of(entries);
    let mut rooms: BTreeMap<CandidateId, usize> = BTreeMap::new();
    for (position, index) in order.iter().enumerate() {
        let Some(entry) = entries.get(*index) else {
            continue;
        };
        let Some(candidate) = entry.edit.candidate() else {
            work.take_lend(*index, entry)?;
            continue;
        };
        let room = *rooms.entry(persons.root(candidate)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(room) {
            group.push(*index);
        }
        if matches!(entry.edit, Edit::AddCandidate(_)) {
            let _ = work.arrivals.insert(*index, position);
        }
    }
    let mut places: BTreeMap<CandidateId, usize> = BTreeMap::new();
    for group in &groups {
        work.take_group(group, &mut places)?;
    }
    work.commission
        .records
        .sort_by_key(|record| places.get(&record.candidate.number).copied());
    work.note_conflicts();
    Ok(Resolution {
        commission: work.commission,
        history: work.history,
        outcomes: work.outcomes,
        seals: work.seals,
    })
}

/// What was put last in a field by somebody who did not know of the others.
#[derive(Debug)]
struct Write {
    index: usize,
    edit: Edit,
    taken: bool,
}

struct Work<'a> {
    entries: &'a [Entry],
    commission: Commission,
    history: History,
    outcomes: Vec<Outcome>,
    writes: BTreeMap<(CandidateId, Slot), Vec<Write>>,
    /// Canonical position of each entry that enters a candidate.
    arrivals: BTreeMap<usize, usize>,
    seals: BTreeMap<CandidateId, usize>,
}

/// What is known of one candidate's gestures while they are taken.
#[derive(Default)]
struct Room {
    /// Gestures that a decision depends on, taken so far.
    weighing: Vec<usize>,
    /// Corrected numbers: by which gesture, from, to.
    renames: Vec<(usize, CandidateId, CandidateId)>,
    /// Questions entered: by which gesture, under which name, and the name they were given.
    questions: Vec<(usize, QuestionId, QuestionId)>,
    /// How many gestures of each writer stand in an author's history.
    known: BTreeMap<Author, Vec<u64>>,
}

impl Work<'_> {
    /// A member's column comes from the copy that held it, as far as its author knew.
    fn check_places(&self) -> Result<(), Impossible> {
        let lends: Vec<(&Entry, usize, &Option<CopyId>)> = self
            .entries
            .iter()
            .filter_map(|lend| match &lend.edit {
                Edit::Lend(member, copy) => Some((lend, *member, copy)),
                _ => None,
            })
            .collect();
        for (index, entry) in self.entries.iter().enumerate() {
            let Some(member) = entry.edit.fills_column_of(entry.stamp.author) else {
                continue;
            };
            let lends: Vec<(&Entry, &Option<CopyId>)> = lends
                .iter()
                .filter(|(lend, lent, _)| *lent == member && lend.precedes(entry))
                .map(|(lend, _, copy)| (*lend, *copy))
                .collect();
            let is_last = |lend: &Entry| !lends.iter().any(|(other, _)| lend.precedes(other));
            let held_here = lends.is_empty() && entry.copy.is_none()
                || lends
                    .iter()
                    .any(|(lend, copy)| **copy == entry.copy && is_last(lend));
            if !held_here {
                return Err(Impossible {
                    index,
                    refusal: Refusal::ColumnElsewhere(member),
                });
            }
        }
        Ok(())
    }

    fn take_lend(&mut self, index: usize, entry: &Entry) -> Result<(), Impossible> {
        let taken = entry.edit.replay(&mut self.commission, entry.stamp);
        match taken {
            Ok(_) => Ok(()),
            Err(refusal) => Err(Impossible { index, refusal }),
        }
    }

    fn take_group(
        &mut self,
        group: &[usize],
        places: &mut BTreeMap<CandidateId, usize>,
    ) -> Result<(), Impossible> {
        let mut room = Room::default();
        for index in order::working(self.entries, group) {
            let Some(entry) = self.entries.get(index) else {
                continue;
            };
            let edit = room.follow(self.entries, entry, index, &self.commission);
            let outcome = self.take(index, entry, &edit, &mut room, group)?;
            if let (Outcome::Taken, Edit::AddCandidate(candidate)) = (&outcome, &edit) {
                self.clear(&candidate.number);
            }
            self.note_write(index, entry, &edit, &outcome);
            if outcome == Outcome::Taken {
                let slot = Slot::of_edit(&edit, entry.stamp.author);
                if slot.is_some_and(|slot| slot.weighs()) {
                    room.weighing.push(index);
                }
                if let Edit::Of(candidate, Change::Seal) = &edit {
                    let _ = self.seals.insert(candidate.clone(), index);
                }
                if let Edit::RemoveCandidate(number) = &edit {
                    self.clear(number);
                }
                if let Edit::AddCandidate(candidate) = &edit {
                    let place = self.arrivals.get(&index).copied().unwrap_or(usize::MAX);
                    let _ = places.insert(candidate.number.clone(), place);
                }
                if let Some((from, to)) = edit.renames() {
                    room.renames.push((index, from.clone(), to.clone()));
                    self.rename(from, to);
                    if let Some(place) = places.remove(from) {
                        let _ = places.insert(to.clone(), place);
                    }
                }
            }
            if let Some(place) = self.outcomes.get_mut(index) {
                *place = outcome;
            }
        }
        Ok(())
    }

    fn take(
        &mut self,
        index: usize,
        entry: &Entry,
        edit: &Edit,
        room: &mut Room,
        group: &[usize],
    ) -> Result<Outcome, Impossible> {
        let beside = |other: &usize| {
            let other = self.entries.get(*other);
            other.is_some_and(|other| other.is_beside(entry))
        };
        let author = entry.stamp.author;
        // What is signed, fixed or reopened is what its author had before them, or it is not.
        let signs = matches!(
            edit,
            Edit::Of(_, Change::Visa(true) | Change::Seal | Change::Reopen(_))
        );
        let unaware = signs && room.weighing.iter().any(beside);
        let candidate = edit.candidate().cloned();
        let settles = candidate.as_ref().is_some_and(|candidate| {
            let key = (candidate.clone(), Slot::of_edit(edit, author));
            let (candidate, Some(slot)) = key else {
                return false;
            };
            let clashes = self.clash(&candidate, &slot);
            clashes.is_some_and(|writes| {
                let mut others = writes
                    .iter()
                    .filter_map(|write| self.entries.get(write.index));
                others.all(|write| write.precedes(entry))
            })
        });
        // What is said of papers that somebody else replaced meanwhile is not said of theirs.
        let reads = matches!(edit, Edit::Of(_, Change::Amend(..) | Change::Label(..)));
        let papers = candidate
            .clone()
            .map(|candidate| (candidate, Slot::Dossier));
        let papers = papers.and_then(|key| self.writes.get(&key));
        let replaced = reads && papers.is_some_and(|all| all.iter().any(|it| beside(&it.index)));
        let result = if unaware {
            Err(Refusal::Unaware)
        } else if replaced {
            Err(Refusal::Unknown(UnknownThing::Paper, String::new()))
        } else {
            edit.replay(&mut self.commission, entry.stamp)
        };
        let clear = room.has_mixed(entry);
        if let Some(candidate) = candidate.filter(|_| clear) {
            self.history.forget(&candidate, author);
        }
        match result {
            Ok(inverse) => {
                if clear || settles && entry.role == Role::Gesture {
                    self.history.record_settlement(edit, entry.stamp);
                } else {
                    self.history.record(edit, inverse, entry.stamp, entry.role);
                }
                Ok(Outcome::Taken)
            }
            Err(_) if unaware && matches!(edit, Edit::Of(_, Change::Visa(_))) => {
                Ok(Outcome::Lapsed)
            }
            Err(refusal) if group.iter().any(beside) => {
                if let Some(candidate) = edit.candidate() {
                    self.history.forget(candidate, author);
                }
                Ok(Outcome::Aside(refusal))
            }
            Err(refusal) => Err(Impossible { index, refusal }),
        }
    }

    fn note_write(&mut self, index: usize, entry: &Entry, edit: &Edit, outcome: &Outcome) {
        let slot = Slot::of_edit(edit, entry.stamp.author);
        let (Some(slot), Some(candidate)) = (slot, edit.candidate()) else {
            return;
        };
        if matches!(slot, Slot::Visa(_)) {
            return;
        }
        if slot == Slot::Dossier && *outcome == Outcome::Taken {
            // What was said of the papers goes with them.
            let entries = self.entries;
            for ((whose, slot), writes) in &mut self.writes {
                if whose == candidate && slot.is_of_papers() {
                    writes.retain(|write| {
                        let write = entries.get(write.index);
                        write.is_some_and(|write| !write.precedes(entry))
                    });
                }
            }
        }
        let writes = self.writes.entry((candidate.clone(), slot)).or_default();
        let entries = self.entries;
        writes.retain(|write| {
            let write = entries.get(write.index);
            write.is_some_and(|write| !write.precedes(entry))
        });
        writes.push(Write {
            index,
            edit: edit.clone(),
            taken: *outcome == Outcome::Taken,
        });
    }

    /// Forgets what was put in the fields of somebody who bore this number before.
    fn clear(&mut self, number: &CandidateId) {
        self.writes.retain(|(candidate, _), _| candidate != number);
    }

    fn rename(&mut self, from: &CandidateId, to: &CandidateId) {
        self.clear(to);
        for ((candidate, slot), writes) in std::mem::take(&mut self.writes) {
            let candidate = if candidate == *from {
                to.clone()
            } else {
                candidate
            };
            self.writes
                .entry((candidate, slot))
                .or_default()
                .extend(writes);
        }
    }

    /// Returns what clashes in a field, when something does.
    fn clash(&self, candidate: &CandidateId, slot: &Slot) -> Option<&[Write]> {
        let writes = self.writes.get(&(candidate.clone(), slot.clone()))?;
        let record = self.commission.record(candidate)?;
        let alone = writes.len() == 1;
        // A question that came too late to be asked, or a word on papers that were replaced, is no
        // matter to settle.
        let counts = match slot {
            Slot::Question(_) => !alone,
            slot if slot.is_of_papers() => !alone,
            _ => !alone || writes.iter().any(|write| !write.taken),
        };
        let differs = |write: &Write| !slot.holds(record, &write.edit);
        (counts && writes.iter().any(differs)).then_some(writes)
    }

    fn note_conflicts(&mut self) {
        let mut found: BTreeMap<CandidateId, Vec<Conflict>> = BTreeMap::new();
        for (candidate, slot) in self.writes.keys() {
            let Some(writes) = self.clash(candidate, slot) else {
                continue;
            };
            let side = |write: &Write| {
                let entry = self.entries.get(write.index)?;
                Some(Side {
                    edit: write.edit.clone(),
                    stamp: entry.stamp,
                    copy: entry.copy.clone(),
                })
            };
            found.entry(candidate.clone()).or_default().push(Conflict {
                slot: slot.clone(),
                sides: writes.iter().filter_map(side).collect(),
            });
        }
        for (candidate, conflicts) in found {
            if let Some(record) = self.commission.record_mut(&candidate) {
                record.conflicts = conflicts;
            }
        }
    }
}

impl Room {
    /// Returns the edit as it reads now: the candidate under the number they have, a question under
    /// the name it was given when both copies had used the same.
    fn follow(
        &mut self,
        entries: &[Entry],
        entry: &Entry,
        index: usize,
        commission: &Commission,
    ) -> Edit {
        let knew = |other: usize| {
            entries
                .get(other)
                .is_some_and(|other| other.precedes(entry))
        };
        let mut edit = entry.edit.clone();
        for (by, from, to) in &self.renames {
            if !knew(*by) {
                edit.rename(from, to);
            }
        }
        let Edit::Of(candidate, change) = &mut edit else {
            return edit;
        };
        let meant = |id: &QuestionId| {
            let mut known = self
                .questions
                .iter()
                .filter(|(by, name, _)| name == id && knew(*by))
                .map(|(_, _, given)| given);
            let last = known.clone().next_back().cloned();
            if known.any(|given| given == id) {
                Some(id.clone())
            } else {
                last
            }
        };
        match change {
            Change::AddQuestion(question) => {
                let name = question.id.clone();
                let record = commission.record(candidate);
                let taken = |id: &QuestionId| -> Option<&Question> {
                    let mut questions = record?.questions.iter();
                    questions.find(|known| known.id == *id)
                };
                let is_new = meant(&name).is_none();
                let clashes = taken(&name)
                    .is_some_and(|known| known.text != question.text || known.row != question.row);
                let from_elsewhere = self
                    .questions
                    .iter()
                    .any(|(by, known, _)| *known == name && !knew(*by));
                question.id = match meant(&name) {
                    Some(given) => given,
                    None if is_new && clashes && from_elsewhere => (2_u32..)
                        .map(|count| QuestionId::from(format!("{name}-{count}")))
                        .find(|id| taken(id).is_none())
                        .unwrap_or_else(|| name.clone()),
                    None => name.clone(),
                };
                let given = question.id.clone();
                self.questions.push((index, name, given));
            }
            Change::RemoveQuestion(id) | Change::Asked(id, _) => {
                if let Some(given) = meant(id) {
                    *id = given;
                }
            }
            _ => {}
        }
        edit
    }

    /// Takes note of a gesture, and returns whether its author's history holds one made beside it:
    /// undo does not walk through what two copies did side by side.
    fn has_mixed(&mut self, entry: &Entry) -> bool {
        let known = self.known.entry(entry.stamp.author).or_default();
        let mixed = known
            .iter()
            .enumerate()
            .any(|(writer, n)| *n > entry.past.get(writer).copied().unwrap_or(0));
        if known.len() < entry.past.len() {
            known.resize(entry.past.len(), 0);
        }
        if let Some(known) = known.get_mut(entry.writer) {
            *known = entry.n.max(*known);
        }
        mixed
    }
}

/// Numbers that corrections tie together: one person, or persons who exchanged numbers.
struct Persons(BTreeMap<CandidateId, CandidateId>);

impl Persons {
    fn of(entries: &[Entry]) -> Self {
        let mut persons = Self(BTreeMap::new());
        for (from, to) in entries.iter().filter_map(|entry| entry.edit.renames()) {
            let (from, to) = (persons.root(from), persons.root(to));
            if from != to {
                let _ = persons.0.insert(from, to);
            }
        }
        persons
    }

    fn root(&self, id: &CandidateId) -> CandidateId {
        let mut id = id;
        while let Some(next) = self.0.get(id) {
            id = next;
        }
        id.clone()
    }
}
