//! The templates that draw sheets: the name each bears in a grid, and its source. What a grid asks
//! for and is not here is drawn by the one that draws any grid.

use crate::domain::grid::Grid;
use crate::t;

/// A template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The official form of BTS SIO: recto, verso, candidate's sheet.
    BtsSio,
    /// Any grid.
    Grille,
    /// Blocs that decide, each by itself.
    Blocs,
    /// Competencies with their components, indicators and situations.
    Apc,
}

impl Template {
    /// Every template.
    pub const ALL: [Self; 4] = [Self::BtsSio, Self::Grille, Self::Blocs, Self::Apc];

    /// Returns its name in a grid's `texts.template`.
    pub fn name(self) -> &'static str {
        match self {
            Self::BtsSio => "bts-sio",
            Self::Grille => "grille",
            Self::Blocs => "blocs",
            Self::Apc => "apc",
        }
    }

    /// Returns the template of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Returns what draws the sheets of a grid: a commission that was graded must get its sheets,
    /// even from a version that does not know the template asked for.
    pub fn of(grid: &Grid) -> Self {
        Self::named(&grid.texts.template).unwrap_or(Self::Grille)
    }

    /// Returns the typst source.
    pub(super) fn source(self) -> &'static str {
        match self {
            Self::BtsSio => include_str!("../../assets/sheets/bts-sio.typ"),
            Self::Grille => include_str!("../../assets/sheets/grille.typ"),
            Self::Blocs => include_str!("../../assets/sheets/blocs.typ"),
            Self::Apc => include_str!("../../assets/sheets/apc.typ"),
        }
    }
}

/// What the templates share, by the name they import it under.
pub(super) const COMMON: (&str, &str) =
    ("common.typ", include_str!("../../assets/sheets/common.typ"));

/// Returns what to say of a grid that asks for a template nobody knows: place, problem and cure.
pub fn finding(grid: &Grid) -> Option<String> {
    let wanted = grid.texts.template.as_str();
    if Template::named(wanted).is_some() {
        return None;
    }
    let known: Vec<&str> = Template::ALL.iter().map(|known| known.name()).collect();
    Some(t!(
        "export-unknown-template",
        name = wanted,
        used = Template::of(grid).name(),
        known = known.join(", ")
    ))
}
