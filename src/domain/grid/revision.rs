//! What a draft was before: undo and redo. A burst of writing in one field is one gesture.

use std::sync::Arc;

use super::Draft;
use super::change::{Change, Refused};
use super::part::Part;

/// How many gestures can be taken back.
const DEEPEST: usize = 200;

/// A draft with the ways back and forth.
#[derive(Debug, Clone)]
pub struct Revisions {
    draft: Arc<Draft>,
    past: Vec<(Arc<Draft>, Part)>,
    future: Vec<(Arc<Draft>, Part)>,
    /// The last gesture, while another may go on with it.
    open: Option<Change>,
}

impl Revisions {
    /// Begins with a draft, laid in the order of the form.
    pub fn new(draft: Draft) -> Self {
        Self {
            draft: Arc::new(draft.arranged()),
            past: Vec::new(),
            future: Vec::new(),
            open: None,
        }
    }

    /// Returns the draft as it is.
    pub fn draft(&self) -> &Arc<Draft> {
        &self.draft
    }

    /// Makes a change seen from `here`; returns the part to look at, or why nothing changed.
    pub fn change(&mut self, change: &Change, here: Part) -> Result<Part, Refused> {
        let changed = change.apply(&self.draft)?;
        let goes_on = self
            .open
            .as_ref()
            .is_some_and(|before| change.continues(before));
        self.open = Some(change.clone());
        if changed.draft == *self.draft {
            return Ok(changed.at.unwrap_or(here));
        }
        let before = std::mem::replace(&mut self.draft, Arc::new(changed.draft));
        if !goes_on || self.past.is_empty() {
            self.past.push((before, here));
            if self.past.len() > DEEPEST {
                drop(self.past.remove(0));
            }
        }
        self.future.clear();
        let at = changed.at.unwrap_or(here);
        Ok(if at.is_in(&self.draft) {
            at
        } else {
            Part::Identity
        })
    }

    /// Ends the gesture under way: what is written next is another one.
    pub fn pause(&mut self) {
        self.open = None;
    }

    /// Takes the last gesture back; returns the part it was made on.
    pub fn undo(&mut self, here: Part) -> Option<Part> {
        self.open = None;
        let (draft, at) = self.past.pop()?;
        let after = std::mem::replace(&mut self.draft, draft);
        self.future.push((after, here));
        Some(at)
    }

    /// Brings back the last gesture that was taken back; returns the part it led to.
    pub fn redo(&mut self, here: Part) -> Option<Part> {
        self.open = None;
        let (draft, at) = self.future.pop()?;
        let before = std::mem::replace(&mut self.draft, draft);
        self.past.push((before, here));
        Some(at)
    }

    /// Returns whether something can be taken back, and brought back.
    pub fn ways(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}
