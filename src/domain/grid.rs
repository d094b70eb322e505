//! A grid: everything that an exam's form says, as data. A [`Grid`] is always valid: it only
//! comes out of [`Draft::check`]. Knows nothing of the file it was written in.

pub mod advice;
pub mod change;
pub mod fault;
pub mod part;
mod query;
pub mod revision;
pub mod rule;
pub mod trial;

pub use advice::{Advice, AdviceCause};
pub use fault::{Fault, FaultCause};
pub use rule::{
    CommentRule, DecisionRule, Formula, MarkRule, NotAssessable, SectionRule, Stage, Suggestion,
};

use super::fraction::Fraction;
use super::id::{IndicatorId, LevelId, OptionId, PenaltyId, PieceId, RowId, SectionId};

/// What a grid's file says, before anything was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Short stable name: `bts-sio-bloc1`.
    pub id: String,
    /// Name shown when a grid is chosen.
    pub title: String,
    /// Diploma in short: « BTS SIO ».
    pub short: String,
    /// Diploma as printed at the head of the sheets.
    pub diploma: String,
    /// The bloc or unit that is examined.
    pub unit: String,
    /// Specialities among which a candidate chose one; may be empty.
    pub options: Vec<Choice>,
    /// Mastery levels; the position is the key that chooses the level.
    pub levels: Vec<Level>,
    /// The rubric of the levels.
    pub rubric: Rubric,
    /// Blocs, activities, situations: each after the section it is part of.
    pub sections: Vec<Section>,
    /// The rows, in the order of the form.
    pub rows: Vec<Row>,
    /// Penalties that the form foresees.
    pub penalties: Vec<Penalty>,
    /// Points that a commission may add to what the levels propose.
    pub bonus: Option<Bonus>,
    /// Phases of the oral.
    pub phases: Vec<Phase>,
    /// Qualities of the members of a commission: one entry a member.
    pub members: Vec<Quality>,
    /// The papers that a dossier holds.
    pub pieces: Vec<PieceRule>,
    /// How a mark is proposed; none when the exam gives no mark.
    pub mark: Option<MarkRule>,
    /// How blocs and the whole are decided; none when the mark decides.
    pub decision: Option<DecisionRule>,
    /// When a comment is due.
    pub comments: Vec<CommentRule>,
    /// From how many indicators seen a level is suggested.
    pub suggestions: Vec<Suggestion>,
    /// What may be consulted while grading: context, resources, autonomy.
    pub reference: Vec<Passage>,
    /// What the form says around the mark.
    pub texts: Texts,
    /// The sessions for which the form exists.
    pub editions: Vec<Edition>,
    /// Where the texts come from.
    pub provenance: Provenance,
}

/// A checked grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid(Draft);

/// A choice with its printed label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Name in files.
    pub id: OptionId,
    /// Label on screen.
    pub label: String,
    /// Label on the printed form.
    pub printed: String,
}

/// One mastery level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Stable name: what is stored, never the value.
    pub id: LevelId,
    /// Label on screen.
    pub label: String,
    /// Label on the printed form, in its spelling.
    pub printed: String,
    /// Names of several rows at this level, for « 4 bonnes maîtrises ».
    pub plural: String,
    /// What the level says of a row.
    pub kind: LevelKind,
}

/// What a level says of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelKind {
    /// A degree of mastery with its value, zero or more.
    Value(Fraction),
    /// « Non évaluable »: a defect of coverage, outside the scale.
    NotAssessable,
    /// « Non évalué »: the row was not looked at, and leaves the sums.
    NotAssessed,
    /// « Dispensé »: the candidate is excused from the row, which leaves the sums.
    Waived,
}

/// The descriptors of the levels: aspects × levels, a text may span several aspects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// The aspects, top to bottom.
    pub aspects: Vec<Aspect>,
    /// The texts.
    pub cells: Vec<Cell>,
}

/// One aspect of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspect {
    /// A word of our own for the screen; the form has none.
    pub short: String,
}

/// One text of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The level it describes.
    pub level: LevelId,
    /// First aspect it stands beside.
    pub aspect: usize,
    /// How many aspects it spans, at least 1.
    pub span: usize,
    /// The descriptor.
    pub text: String,
}

/// A group of rows: a bloc, an activity, a situation, or a competency whose criteria are the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable name.
    pub id: SectionId,
    /// What such a section is called: « Bloc », « Activité ».
    pub kind: String,
    /// Title on the form.
    pub title: String,
    /// Title of 24 characters at most, for tabs and tables.
    pub short: String,
    /// The section it is part of, which stands before it.
    pub parent: Option<SectionId>,
    /// Its share among its neighbours, positive or zero.
    pub weight: Fraction,
    /// How it is assessed, in the document's words; may be empty.
    pub modality: String,
    /// What the candidate hands in for it.
    pub deliverables: Vec<String>,
    /// What may be consulted while grading it.
    pub reference: Vec<Passage>,
    /// Its own rule, when it departs from the decision's.
    pub rule: Option<SectionRule>,
}

/// Points that a commission may add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bonus {
    /// Label on screen.
    pub label: String,
    /// The most that can be added, positive.
    pub most: Fraction,
    /// The step of what is added, positive.
    pub step: Fraction,
}

/// A text to consult: a heading and its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Heading.
    pub title: String,
    /// Paragraphs or items, in their order.
    pub text: Vec<String>,
}

/// The text of a level for one row, where rows do not share one rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Descriptor {
    /// The level.
    pub level: LevelId,
    /// The level's name on this row, when it has its own.
    pub label: Option<String>,
    /// The descriptor; may be empty.
    pub text: String,
    /// The level's value on this row, when it has its own.
    pub value: Option<Fraction>,
}

/// One row of the grid: what bears a level. A competency, or a criterion of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Stable name.
    pub id: RowId,
    /// The section it belongs to, if any.
    pub section: Option<SectionId>,
    /// Title on the form.
    pub title: String,
    /// Title of 24 characters at most, for strips and tables.
    pub short: String,
    /// Title for the narrow columns of a table, lines included.
    pub narrow: String,
    /// Whether it stands apart from the competencies that the dossier's tableau lists.
    pub transversal: bool,
    /// Its share among its neighbours, positive or zero.
    pub weight: Fraction,
    /// Whether a bloc cannot be acquired without it.
    pub critical: bool,
    /// Sub-competencies.
    pub parts: Vec<String>,
    /// What is looked for: indicators, criteria, components, situations.
    pub indicators: Vec<Indicator>,
    /// How many of its situations should be covered; zero when it has no such rule.
    pub situations: usize,
    /// The texts and values of the levels, when they are this row's own. Only the levels listed
    /// here then exist for the row, with those outside the scale.
    pub descriptors: Vec<Descriptor>,
    /// *Savoirs associés*, consultable while grading.
    pub knowledge: Vec<Passage>,
    /// How it is assessed; may be empty.
    pub modality: String,
    /// What the candidate hands in for it.
    pub deliverables: Vec<String>,
}

/// Something looked for on a row: evidence, without effect of its own on the mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Stable name.
    pub id: IndicatorId,
    /// What it is to the row.
    pub kind: IndicatorKind,
    /// Its text on the form; may hold several lines.
    pub text: String,
}

/// What an indicator is to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorKind {
    /// A performance indicator: evidence.
    Indicator,
    /// A criterion of assessment, which a candidate may be excused from.
    Criterion,
    /// An essential component of a competency: how well it is done.
    Component,
    /// A professional situation in which the competency was shown.
    Situation,
}

/// One penalty of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penalty {
    /// Stable name.
    pub id: PenaltyId,
    /// Label on screen.
    pub label: String,
    /// The line of the printed form.
    pub printed: String,
    /// Points taken away.
    pub amount: Amount,
    /// What follows « pénalité … pour », in sentences.
    pub cause: String,
}

/// The points that a penalty takes, all positive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// The form says how many.
    Fixed(Fraction),
    /// The commission says how many, between two ends included.
    Bounded(Fraction, Fraction),
    /// The commission says how many.
    Free,
}

/// One phase of the oral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Label on screen.
    pub label: String,
    /// Title of its observations on the printed sheet.
    pub printed: String,
    /// Usual length, in seconds.
    pub seconds: u32,
    /// Whether a candidate entitled to more time has more of it here.
    pub extra_time: bool,
}

/// The quality in which a member sits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quality {
    /// Who may sit: arrêté's words.
    pub label: String,
}

/// A paper that the dossier holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceRule {
    /// Stable name.
    pub id: PieceId,
    /// Label on screen.
    pub label: String,
    /// Which recognised papers satisfy it.
    pub kinds: Vec<super::dossier::PieceKind>,
    /// Whether its absence is a finding.
    pub required: bool,
    /// The penalty that its absence proposes, if any.
    pub penalty: Option<PenaltyId>,
    /// The fewest pages it may have: « 60 pages minimum ».
    pub pages: Option<u32>,
}

/// Texts of the form that the screens and the sheets share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// The instructions above the NOTE, one paragraph an entry.
    pub instructions: Vec<String>,
    /// The instruction on coverage that the commission must not forget.
    pub coverage: String,
    /// The sentence offered when a row is not assessable; `{competency}` stands for its title.
    pub coverage_sentence: String,
    /// The sentence offered when the environment is not conform.
    pub conformity_sentence: String,
    /// What the proposal is and is not.
    pub mark_notice: String,
    /// The head of the appréciation on the printed sheet.
    pub appreciation: String,
    /// How long the papers are kept.
    pub retention: String,
    /// Labels of the exam's forms: ponctuelle, contrôle en cours de formation.
    pub modes: Vec<Choice>,
    /// Which template draws the sheets.
    pub template: String,
}

/// One session's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The session's year.
    pub session: String,
    /// The épreuve's code: `E4`, `E5`.
    pub exam: String,
    /// The épreuve's line at the head of the sheets.
    pub exam_title: String,
    /// Number of the grid's annex.
    pub grid_annex: String,
    /// Number of the candidate's sheet's annex.
    pub sheet_annex: String,
    /// The annex named in the sentence on penalties, as printed that year.
    pub penalty_annex: String,
}

/// Where the texts of a grid come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The documents.
    pub sources: Vec<String>,
    /// When they were read: an ISO day, or empty.
    pub date: String,
    /// What was corrected, with its source.
    pub corrections: Vec<String>,
}
