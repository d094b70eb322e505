//! Where a value was read and what the reader doubts, as the journal and the commands write them:
//! `"F12"` for a cell, `{"page": 1, "x": 310, "y": 455}` for a point of a page.

use serde::{Deserialize, Serialize};

use super::Mismatch;
use crate::domain::dossier as domain;

/// A cell by its name, or a point of a page in points from the top left, the first page being 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Place {
    Cell(String),
    Page { page: u32, x: u32, y: u32 },
}

impl From<domain::Place> for Place {
    fn from(place: domain::Place) -> Self {
        match place {
            domain::Place::Cell { .. } => Self::Cell(place.to_string()),
            domain::Place::Page { page, x, y } => Self::Page {
                page: page.saturating_add(1),
                x,
                y,
            },
        }
    }
}

impl TryFrom<Place> for domain::Place {
    type Error = Mismatch;

    fn try_from(place: Place) -> Result<Self, Mismatch> {
        match place {
            Place::Cell(name) => {
                domain::Place::of_cell(&name).ok_or_else(|| Mismatch::Place(name.clone()))
            }
            Place::Page { page, x, y } => Ok(Self::Page {
                page: page.saturating_sub(1),
                x,
                y,
            }),
        }
    }
}

/// Reads a place that may be absent.
pub(super) fn place(stored: Option<Place>) -> Result<Option<domain::Place>, Mismatch> {
    stored.map(TryInto::try_into).transpose()
}

/// What the reader of a tableau is not sure of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case", tag = "kind")]
pub(super) enum Doubt {
    NoText { page: u32 },
    NoTable { page: u32 },
    Continued { page: u32 },
    Another { page: u32 },
    Column { column: usize },
    Straddling { at: Place },
    Cut { at: Place },
    Sign { at: Place },
    Tick { at: Place },
    Outside { at: Place },
    Pages { read: u32 },
}

impl From<domain::Doubt> for Doubt {
    fn from(doubt: domain::Doubt) -> Self {
        let shown = |page: u32| page.saturating_add(1);
        match doubt {
            domain::Doubt::NoText { page } => Self::NoText { page: shown(page) },
            domain::Doubt::NoTable { page } => Self::NoTable { page: shown(page) },
            domain::Doubt::Continued { page } => Self::Continued { page: shown(page) },
            domain::Doubt::Another { page } => Self::Another { page: shown(page) },
            domain::Doubt::Column { column } => Self::Column { column },
            domain::Doubt::Straddling(at) => Self::Straddling { at: at.into() },
            domain::Doubt::Cut(at) => Self::Cut { at: at.into() },
            domain::Doubt::Sign(at) => Self::Sign { at: at.into() },
            domain::Doubt::Tick(at) => Self::Tick { at: at.into() },
            domain::Doubt::Outside(at) => Self::Outside { at: at.into() },
            domain::Doubt::Pages { read } => Self::Pages { read },
        }
    }
}

impl TryFrom<Doubt> for domain::Doubt {
    type Error = Mismatch;

    fn try_from(doubt: Doubt) -> Result<Self, Mismatch> {
        let kept = |page: u32| page.saturating_sub(1);
        Ok(match doubt {
            Doubt::NoText { page } => Self::NoText { page: kept(page) },
            Doubt::NoTable { page } => Self::NoTable { page: kept(page) },
            Doubt::Continued { page } => Self::Continued { page: kept(page) },
            Doubt::Another { page } => Self::Another { page: kept(page) },
            Doubt::Column { column } => Self::Column { column },
            Doubt::Straddling { at } => Self::Straddling(at.try_into()?),
            Doubt::Cut { at } => Self::Cut(at.try_into()?),
            Doubt::Sign { at } => Self::Sign(at.try_into()?),
            Doubt::Tick { at } => Self::Tick(at.try_into()?),
            Doubt::Outside { at } => Self::Outside(at.try_into()?),
            Doubt::Pages { read } => Self::Pages { read },
        })
    }
}
