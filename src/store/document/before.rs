//! What a gesture is about to change, kept until it is on the disk: one record, whatever the length
//! of the list, so that a long list costs no more than a short one.

use crate::domain::commission::{Commission, Record};
use crate::domain::edit::Edit;

/// A commission, or the one record of it that a gesture touches.
pub(super) enum Before {
    /// All of it: the list or the members change.
    Whole(Box<Commission>),
    /// The record at this place.
    One(usize, Box<Record>),
}

impl Before {
    /// Keeps what `edit` may change.
    pub(super) fn of(commission: &Commission, edit: &Edit) -> Self {
        let one = match edit {
            Edit::Of(id, _) => commission
                .records
                .iter()
                .position(|record| record.candidate.number == *id),
            Edit::AddCandidate(_)
            | Edit::RemoveCandidate(_)
            | Edit::Lend(..)
            | Edit::Code(..)
            | Edit::ResetCode(..) => None,
        };
        match one.and_then(|place| Some((place, commission.records.get(place)?))) {
            Some((place, record)) => Self::One(place, Box::new(record.clone())),
            None => Self::Whole(Box::new(commission.clone())),
        }
    }

    /// Puts back what was kept.
    pub(super) fn restore(self, commission: &mut Commission) {
        match self {
            Self::Whole(whole) => *commission = *whole,
            Self::One(place, record) => {
                if let Some(held) = commission.records.get_mut(place) {
                    *held = *record;
                }
            }
        }
    }
}
