//! How a draft is edited: each gesture is a [`Change`] that gives a new draft or a reason why not.
//! Names stay unique, and what leans on a name follows it. Knows no window and no file.

mod field;
mod lists;
mod names;
mod order;
mod rules;
mod set;

pub use field::{
    BonusField, CellField, ChoiceField, DecisionField, DescriptorField, EditionField, Field,
    GridField, IndicatorField, LevelField, MarkField, PassageField, PenaltyField, PhaseField,
    PieceField, ProvenanceField, RowField, RuleField, SectionField, Shelf, SuggestionField,
    TextField, Value,
};
pub use rules::{AMOUNTS, DIRECTIONS, FORMULAS, INDICATORS, LEVELS, POLICIES, STAGES};

use super::part::Part;
use super::{DecisionRule, Draft};

/// A gesture on a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Writes a field.
    Set(Field, Value),
    /// Puts a new entry in a list, after this position or at the end.
    Add(List, Option<usize>),
    /// Puts a copy of a row after it.
    Copy(usize),
    /// Takes an entry away, with everything in it.
    Remove(List, usize),
    /// Moves an entry among its neighbours.
    Move(List, usize, Step),
    /// Sets or drops the rule of decision.
    Decide(Option<Box<DecisionRule>>),
    /// Gives the same weight to everything directly in a section, or outside any.
    Even(Option<usize>),
}

/// A list of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// Specialities.
    Options,
    /// Levels of the scale.
    Levels,
    /// Aspects of the rubric.
    Aspects,
    /// Sections: a new one stands beside the one before it.
    Sections,
    /// Rows: a new one stands in the section of the one before it.
    Rows,
    /// The rows directly in a section: a new one stands last.
    RowsOf(usize),
    /// The sections directly in a section: a new one stands last.
    SectionsOf(usize),
    /// Indicators of a row.
    Indicators(usize),
    /// Texts to consult.
    Passages(Shelf),
    /// Penalties.
    Penalties,
    /// Phases of the oral.
    Phases,
    /// Members.
    Members,
    /// Papers of the dossier.
    Pieces,
    /// Marks under which a comment is due.
    Comments,
    /// Levels suggested by indicators.
    Suggestions,
    /// Forms of the exam.
    Modes,
    /// Sessions.
    Editions,
}

/// Which way an entry moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Why a change was refused: nothing changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Something of the same kind bears this name.
    Taken(String),
    /// A name holds a space, or nothing.
    NotAName,
    /// Nothing stands there any more, or not that kind of value.
    NotThere,
    /// A section cannot be inside itself.
    Loop,
    /// The list is as long as it may be.
    Full(usize),
}

/// What a change made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The new draft.
    pub draft: Draft,
    /// Where what was changed now stands, when the outline shows it elsewhere than before.
    pub at: Option<Part>,
}

impl Change {
    /// Returns the draft that this change makes of `draft`.
    pub fn apply(&self, draft: &Draft) -> Result<Changed, Refused> {
        let mut draft = draft.clone();
        let at = match self {
            Change::Set(field, value) => set::set(&mut draft, *field, value)?,
            Change::Add(list, after) => lists::add(&mut draft, *list, *after)?,
            Change::Copy(row) => lists::copy(&mut draft, *row)?,
            Change::Remove(list, index) => lists::remove(&mut draft, *list, *index)?,
            Change::Move(list, index, step) => lists::step(&mut draft, *list, *index, *step)?,
            Change::Decide(rule) => {
                draft.decision = rule.as_deref().cloned();
                if draft.decision.is_none() {
                    for section in &mut draft.sections {
                        section.rule = None;
                    }
                }
                None
            }
            Change::Even(section) => {
                rules::even(&mut draft, *section)?;
                None
            }
        };
        Ok(Changed { draft, at })
    }

    /// Returns whether this goes on with the gesture before: more of the same text.
    pub fn continues(&self, before: &Change) -> bool {
        match (self, before) {
            (Change::Set(field, value), Change::Set(other, _)) => {
                field == other && !matches!(value, Value::Flag(_) | Value::Choice(_))
            }
            _ => false,
        }
    }
}

impl Draft {
    /// Returns the draft with its sections and rows in the order of the form, as its file lays them.
    pub fn arranged(mut self) -> Self {
        order::arrange(&mut self);
        self
    }

    /// Returns a copy of this grid under another name and title, which can be edited.
    pub fn copied(&self, id: String, title: String) -> Self {
        Self {
            id,
            title,
            ..self.clone()
        }
        .arranged()
    }
}
