//! The fields of a grid, by what they are and where they stand. A position names an entry: names
//! themselves are edited.

use super::super::super::dossier::PieceKind;
use super::super::super::fraction::Fraction;

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, of one or several lines.
    Text(String),
    /// Several texts.
    Lines(Vec<String>),
    /// A number; none where the field may be left out.
    Number(Option<Fraction>),
    /// A count; none where the field may be left out.
    Count(Option<usize>),
    /// Yes or no.
    Flag(bool),
    /// One of the choices that the field offers, by position.
    Choice(usize),
    /// An entry of another list, by position, or none.
    Pick(Option<usize>),
}

/// A field, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Of the grid itself.
    Grid(GridField),
    /// Of a speciality.
    Option(usize, ChoiceField),
    /// Of a form of the exam.
    Mode(usize, ChoiceField),
    /// Of a level.
    Level(usize, LevelField),
    /// The word of an aspect.
    Aspect(usize),
    /// The text of a level beside an aspect.
    Cell(usize, usize, CellField),
    /// Of a section.
    Section(usize, SectionField),
    /// Of a section's own rule, or of the rule of all.
    Rule(Option<usize>, RuleField),
    /// Of a row.
    Row(usize, RowField),
    /// Of an indicator of a row.
    Indicator(usize, usize, IndicatorField),
    /// What a row says of a level.
    Descriptor(usize, usize, DescriptorField),
    /// Of a text to consult.
    Passage(Shelf, usize, PassageField),
    /// Of a penalty.
    Penalty(usize, PenaltyField),
    /// Of the bonus.
    Bonus(BonusField),
    /// Of a phase.
    Phase(usize, PhaseField),
    /// The quality of a member.
    Member(usize),
    /// Of a paper.
    Piece(usize, PieceField),
    /// Of the rule of marks.
    Mark(MarkField),
    /// Of the rule of decision.
    Decision(DecisionField),
    /// The mark under which a comment is due.
    Comment(usize),
    /// Of a suggestion.
    Suggestion(usize, SuggestionField),
    /// Of the texts.
    Text(TextField),
    /// Of a session.
    Edition(usize, EditionField),
    /// Of the provenance.
    Provenance(ProvenanceField),
}

/// Where texts to consult stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shelf {
    /// On the grid.
    Grid,
    /// On a section.
    Section(usize),
    /// On a row: *savoirs associés*.
    Row(usize),
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each is the field of the same name in the grid's types")]
        pub enum $name { $($(#[$field])* $variant),+ }
    )+};
}

fields! {
    /// Fields of the grid itself.
    GridField { Id, Title, Short, Diploma, Unit }
    /// Fields of a choice.
    ChoiceField { Id, Label, Printed }
    /// Fields of a level.
    LevelField { Id, Label, Printed, Plural, Kind, Value }
    /// Fields of a text of the rubric.
    CellField { Text, Span }
    /// Fields of a section.
    SectionField { Id, Kind, Title, Short, Parent, Weight, Modality, Deliverables }
    /// Fields of a rule of sections.
    RuleField { Present, Share, Refused, Critical, Mark }
    /// Fields of a row.
    RowField {
        Id, Section, Title, Short, Narrow, Transversal, Weight, Critical, Parts, Situations,
        Modality, Deliverables,
    }
    /// Fields of an indicator.
    IndicatorField { Id, Kind, Text }
    /// Fields of a descriptor.
    DescriptorField { Present, Label, Text, Value }
    /// Fields of a text to consult.
    PassageField { Title, Text }
    /// Fields of a penalty.
    PenaltyField { Id, Label, Printed, Cause, Kind, Least, Most }
    /// Fields of the bonus.
    BonusField { Present, Label, Most, Step }
    /// Fields of a phase.
    PhaseField { Label, Printed, Seconds, ExtraTime }
    /// Fields of the rule of marks.
    MarkField {
        Formula, FromLowest, OutOf, Base, NotAssessable, Coverage, Grain, Direction, Stage, Floor,
        Ceiling, Step, Threshold, Relative,
    }
    /// Fields of a suggestion.
    SuggestionField { Level, From }
    /// Fields of the texts.
    TextField {
        Instructions, Coverage, CoverageSentence, ConformitySentence, MarkNotice, Appreciation,
        Retention, Template,
    }
    /// Fields of a session.
    EditionField { Session, Exam, ExamTitle, GridAnnex, SheetAnnex, PenaltyAnnex }
    /// Fields of the provenance.
    ProvenanceField { Sources, Date, Corrections }
}

/// Fields of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "each is the field of the same name in the grid's types"
)]
pub enum PieceField {
    Id,
    Label,
    /// Whether papers of this kind satisfy it.
    Kind(PieceKind),
    Required,
    Penalty,
    Pages,
}

/// Fields of the rule of decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "each is the field of the same name in the grid's types"
)]
pub enum DecisionField {
    /// What a level says of a row: 0 acquired, 1 partly, 2 not acquired.
    Standing(usize),
    Sections,
    Full,
    Partial,
    None,
    Acquired,
    Refused,
}
