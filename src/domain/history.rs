//! Undo and redo: which edit takes back the last gesture of an author on a candidate. Made from
//! the edits that were written, so it survives a restart; never crosses a fixed mark.

use std::collections::HashMap;

use super::edit::{Author, Edit, Stamp};
use super::id::CandidateId;

/// What a written edit is to the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// A gesture.
    #[default]
    Gesture,
    /// It takes back the last gesture.
    Undo,
    /// It brings back what was last taken back.
    Redo,
}

/// A gesture that can be taken back: its first inverse and its last edit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Gesture {
    undo: Edit,
    redo: Edit,
    stamp: Stamp,
}

#[derive(Debug, Clone, Default)]
struct Stacks {
    done: Vec<Gesture>,
    undone: Vec<Gesture>,
}

/// One stack a candidate and an author.
#[derive(Debug, Clone, Default)]
pub struct History(HashMap<(CandidateId, Author), Stacks>);

/// Typing goes on being one gesture while less than this many milliseconds pass.
const BURST: u64 = 4_000;

impl History {
    /// Takes note of an edit that was applied and written, with the inverse it gave.
    pub fn record(&mut self, edit: &Edit, inverse: Edit, stamp: Stamp, role: Role) {
        let Some(candidate) = edit.candidate() else {
            return;
        };
        let stacks = self.0.entry((candidate.clone(), stamp.author)).or_default();
        match role {
            Role::Undo => {
                if let Some(gesture) = stacks.done.pop() {
                    stacks.undone.push(gesture);
                }
            }
            Role::Redo => {
                if let Some(gesture) = stacks.undone.pop() {
                    stacks.done.push(gesture);
                }
            }
            Role::Gesture if edit.is_barrier() => {
                self.0.retain(|(known, _), _| known != candidate);
            }
            Role::Gesture if !edit.is_undoable() => {}
            Role::Gesture => {
                stacks.undone.clear();
                match stacks.done.last_mut() {
                    Some(last)
                        if edit.continues_typing(&last.redo)
                            && stamp.at.since(last.stamp.at) < BURST =>
                    {
                        last.redo = edit.clone();
                        last.stamp = stamp;
                    }
                    _ => stacks.done.push(Gesture {
                        undo: inverse,
                        redo: edit.clone(),
                        stamp,
                    }),
                }
            }
        }
        self.follow(edit, stamp);
    }

    /// Takes note of an edit that settled what two copies had done: undo does not bring that back.
    pub fn record_settlement(&mut self, edit: &Edit, stamp: Stamp) {
        if let (true, Some(candidate)) = (edit.is_barrier(), edit.candidate()) {
            self.0.retain(|(known, _), _| known != candidate);
        }
        self.follow(edit, stamp);
    }

    fn follow(&mut self, edit: &Edit, stamp: Stamp) {
        if let Some((former, number)) = edit.renames() {
            self.rename(former, number, stamp.author);
        }
    }

    /// Forgets what an author can take back on a candidate.
    pub(super) fn forget(&mut self, candidate: &CandidateId, author: Author) {
        let _ = self.0.remove(&(candidate.clone(), author));
    }

    /// Follows a candidate whose number was corrected. The gestures of the author who corrected it
    /// are taken back in order, so the number will be the former one when their turn comes.
    fn rename(&mut self, former: &CandidateId, number: &CandidateId, by: Author) {
        let keys = self.0.keys().filter(|(candidate, _)| candidate == former);
        for key in keys.cloned().collect::<Vec<_>>() {
            let Some(mut stacks) = self.0.remove(&key) else {
                continue;
            };
            let (_, author) = key;
            if author != by {
                for gesture in stacks.done.iter_mut().chain(&mut stacks.undone) {
                    gesture.undo.rename(former, number);
                    gesture.redo.rename(former, number);
                }
            }
            let _ = self.0.insert((number.clone(), author), stacks);
        }
    }

    /// Returns the edit that takes back the author's last gesture on a candidate.
    pub fn undo(&self, candidate: &CandidateId, author: Author) -> Option<&Edit> {
        let stacks = self.0.get(&(candidate.clone(), author))?;
        stacks.done.last().map(|gesture| &gesture.undo)
    }

    /// Returns the edit that brings back what the author last took back.
    pub fn redo(&self, candidate: &CandidateId, author: Author) -> Option<&Edit> {
        let stacks = self.0.get(&(candidate.clone(), author))?;
        stacks.undone.last().map(|gesture| &gesture.redo)
    }
}
