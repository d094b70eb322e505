//! What a grid says of marks and decisions: the formula, its rounding and bounds, the rules by
//! bloc, the comments due. The arithmetic itself is `mark` and `verdict`.

use super::super::fraction::{Fraction, Rounding};
use super::super::id::LevelId;

/// How a mark is proposed from the levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkRule {
    /// How levels become points.
    pub formula: Formula,
    /// The mark of a perfect profile.
    pub out_of: Fraction,
    /// The mark of the lowest profile: 0, but 1 for marks of 1 to 6.
    pub base: Fraction,
    /// Which reading of « non évaluable » is proposed.
    pub not_assessable: NotAssessable,
    /// The share of the weights that must have been assessed, 0..1, for a mark to be proposed.
    pub coverage: Option<Fraction>,
    /// The convention of rounding.
    pub rounding: Rounding,
    /// What is rounded.
    pub stage: Stage,
    /// The lowest mark that can be given.
    pub floor: Fraction,
    /// The highest mark that can be given.
    pub ceiling: Fraction,
    /// The step of the marks that a commission may write.
    pub step: Fraction,
    /// The mark that changes the candidate's fate: 10.
    pub threshold: Option<Fraction>,
    /// Whether the fractional weights of neighbours need not add up to 1.
    pub relative: bool,
}

/// How levels become points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// The mean of the values by the weights, section by section.
    Weighted,
    /// The points obtained over the points possible, all rows together.
    Points {
        /// Whether the lowest score of each row is taken away from both, as Moodle does.
        from_lowest: bool,
    },
    /// Nothing is computed: the commission writes the mark.
    None,
}

/// What « non évaluable » does to the proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAssessable {
    /// The row counts for zero.
    Zero,
    /// The row leaves both sums.
    Neutral,
    /// Nothing is proposed while a row is not assessable.
    Block,
    /// Both readings are shown and the commission chooses.
    Ask,
}

/// What is rounded, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The mark of each outer section, before they are put together.
    Section,
    /// The proposal, before penalties.
    Proposal,
    /// NOTE FINALE, after penalties.
    Final,
}

/// How blocs and the whole are decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRule {
    /// The levels at which a row is acquired.
    pub acquired: Vec<LevelId>,
    /// The levels at which a row is partly acquired; any other is not acquired.
    pub partly: Vec<LevelId>,
    /// When an outer section is acquired.
    pub section: SectionRule,
    /// How many outer sections the whole needs; none for all of them.
    pub sections: Option<usize>,
    /// The words of the verdicts.
    pub words: VerdictWords,
}

/// When a section is acquired: every condition that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRule {
    /// The share of its rows, by weight, that must be acquired, 0..1.
    pub share: Fraction,
    /// How many of its rows may be not acquired at all; none for any number.
    pub refused: Option<usize>,
    /// Whether every critical row must be acquired.
    pub critical: bool,
    /// The mark that the section must reach, on the grid's scale of marks.
    pub mark: Option<Fraction>,
}

/// The words of a decision, as the certifier writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictWords {
    /// Everything that is required is acquired: « validation totale ».
    pub full: String,
    /// Some sections are: « validation partielle ».
    pub partial: String,
    /// None is: « refus ».
    pub none: String,
    /// A section that is acquired: « validé ».
    pub acquired: String,
    /// A section that is not: « non validé ».
    pub refused: String,
}

/// When a comment is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentRule {
    /// NOTE FINALE under which the appreciation must not be empty.
    pub below: Fraction,
}

/// A level suggested by the indicators seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The level.
    pub level: LevelId,
    /// From how many indicators seen.
    pub from: usize,
}
