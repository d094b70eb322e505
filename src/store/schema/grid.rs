//! The shape of a grid's file, format 2, which reads format 1 as it is. Unknown keys are refused,
//! so that a misspelt one is found rather than ignored. The JSON Schema is generated from here.

mod convert;
mod defaults;
mod indicator;
mod quantity;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::dossier::PieceKind;
pub(in crate::store) use defaults::shorten;
use defaults::{is_default, is_true, one, truth};
use quantity::Quantity;

/// The version of the format that is written.
pub const FORMAT: u64 = 2;

/// A grid: everything that an exam's form says.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Grid file, format 2")]
pub struct GridFile {
    /// The JSON Schema that an editor helps with; the program does not follow it.
    #[serde(rename = "$schema", default, skip_serializing_if = "is_default")]
    schema: Option<String>,
    /// Version of the format: 2.
    format: u64,
    /// Short stable name, without spaces: `bts-sio-bloc1`.
    id: String,
    /// Name shown when a grid is chosen.
    title: String,
    /// Diploma in short: « BTS SIO »; made from the title when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    short: Option<String>,
    /// Diploma as printed at the head of the sheets; the title when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    diploma: Option<String>,
    /// The bloc or unit that is examined.
    #[serde(default, skip_serializing_if = "is_default")]
    unit: String,
    /// Specialities among which a candidate chose one.
    #[serde(default, skip_serializing_if = "is_default")]
    options: Vec<ChoiceFile>,
    /// Mastery levels, in the order of the form; the position (from 0) is the key that chooses one.
    /// Values grow or shrink from one level to the next.
    levels: Vec<LevelFile>,
    /// The texts of the levels, shared by all rows.
    #[serde(default, skip_serializing_if = "is_default")]
    rubric: RubricFile,
    /// Rows outside any section.
    #[serde(default, skip_serializing_if = "is_default")]
    rows: Vec<RowFile>,
    /// Blocs, activities, situations, with their rows; at most 4 deep.
    #[serde(default, skip_serializing_if = "is_default")]
    sections: Vec<SectionFile>,
    /// Penalties that the form foresees.
    #[serde(default, skip_serializing_if = "is_default")]
    penalties: Vec<PenaltyFile>,
    /// Points that a commission may add.
    #[serde(default, skip_serializing_if = "is_default")]
    bonus: Option<BonusFile>,
    /// Phases of the oral, in order.
    #[serde(default, skip_serializing_if = "is_default")]
    phases: Vec<PhaseFile>,
    /// One entry a member of the commission: in what quality each sits.
    members: Vec<QualityFile>,
    /// The papers that a dossier holds.
    #[serde(default, skip_serializing_if = "is_default")]
    pieces: Vec<PieceFile>,
    /// How a mark is proposed.
    mark: MarkFile,
    /// How blocs are decided.
    #[serde(default, skip_serializing_if = "is_default")]
    decision: Option<DecisionFile>,
    /// Marks under which an appreciation is due.
    #[serde(default, skip_serializing_if = "is_default")]
    comments: Vec<CommentFile>,
    /// From how many indicators seen a level is suggested.
    #[serde(default, skip_serializing_if = "is_default")]
    suggestions: Vec<SuggestionFile>,
    /// What may be consulted while grading: context, resources, autonomy.
    #[serde(default, skip_serializing_if = "is_default")]
    reference: Vec<PassageFile>,
    /// Texts of the form.
    #[serde(default, skip_serializing_if = "is_default")]
    texts: TextsFile,
    /// The sessions for which the form exists, the latest last.
    editions: Vec<EditionFile>,
    /// Where the texts come from.
    #[serde(default, skip_serializing_if = "is_default")]
    provenance: ProvenanceFile,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChoiceFile {
    id: String,
    label: String,
    /// As printed; the label when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    printed: Option<String>,
}

/// Just enough to know the version of a file, whatever else it holds.
#[derive(Debug, Deserialize)]
pub struct Probe {
    /// The version that the file announces.
    pub format: u64,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawLevelFile {
    /// Stable name, never shown to a candidate: `BM`.
    id: String,
    /// What the level says of a row.
    #[serde(default, skip_serializing_if = "is_default")]
    kind: LevelKindFile,
    /// The value of a level of the scale: 0 to 1, or points.
    #[serde(default, skip_serializing_if = "is_default")]
    value: Option<Quantity>,
    /// Label on screen.
    label: String,
    /// Label on the printed form; the label when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    printed: Option<String>,
    /// Several rows at this level: « bonnes maîtrises »; the label when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    plural: Option<String>,
}

/// A level that has a value, or says that it has none: forgetting a value must not make a level
/// « non évaluable ».
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(try_from = "RawLevelFile", into = "RawLevelFile")]
#[schemars(with = "RawLevelFile")]
struct LevelFile(RawLevelFile);

impl TryFrom<RawLevelFile> for LevelFile {
    type Error = String;

    fn try_from(raw: RawLevelFile) -> Result<Self, String> {
        match (raw.kind, &raw.value) {
            (LevelKindFile::Level, None) => Err(crate::t!("json-missing", key = "value")),
            (LevelKindFile::Level, Some(_)) | (_, None) => Ok(Self(raw)),
            (_, Some(_)) => Err(crate::t!("grid-value-outside")),
        }
    }
}

impl From<LevelFile> for RawLevelFile {
    fn from(level: LevelFile) -> Self {
        level.0
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum LevelKindFile {
    /// A degree of mastery, with a value.
    #[default]
    Level,
    /// « Non évaluable »: a defect of coverage; `mark.not_assessable` says what it does.
    NotAssessable,
    /// « Non évalué »: the row leaves the sums.
    NotAssessed,
    /// « Dispensé »: the row leaves the sums.
    Waived,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RubricFile {
    /// The aspects, top to bottom.
    aspects: Vec<AspectFile>,
    /// The texts; every level has one beside every aspect, by itself or by a span.
    cells: Vec<CellFile>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AspectFile {
    /// One word for the screen.
    short: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CellFile {
    /// The level it describes.
    level: String,
    /// The first aspect it stands beside, from 0.
    aspect: usize,
    /// How many aspects it spans.
    #[serde(default = "one", skip_serializing_if = "defaults::is_one")]
    span: usize,
    text: String,
}

/// A group of rows.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    id: String,
    /// What such a section is called: « Bloc », « Activité », « Compétence ».
    #[serde(default, skip_serializing_if = "is_default")]
    kind: String,
    title: String,
    /// Title of 24 characters at most; made from the title when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    short: Option<String>,
    /// Its share among its neighbours: 1 when left out.
    #[serde(default = "Quantity::one", skip_serializing_if = "Quantity::is_one")]
    weight: Quantity,
    /// How it is assessed.
    #[serde(default, skip_serializing_if = "is_default")]
    modality: String,
    /// What the candidate hands in.
    #[serde(default, skip_serializing_if = "is_default")]
    deliverables: Vec<String>,
    /// What may be consulted while grading it.
    #[serde(default, skip_serializing_if = "is_default")]
    reference: Vec<PassageFile>,
    /// Its own rule of decision.
    #[serde(default, skip_serializing_if = "is_default")]
    rule: Option<SectionRuleFile>,
    #[serde(default, skip_serializing_if = "is_default")]
    rows: Vec<RowFile>,
    #[serde(default, skip_serializing_if = "is_default")]
    sections: Vec<SectionFile>,
}

/// What bears a level: a competency, or a criterion of one.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RowFile {
    id: String,
    title: String,
    /// Title of 24 characters at most; made from the title when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    short: Option<String>,
    /// Title for narrow columns; the short one when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    narrow: Option<String>,
    /// Whether it stands apart from the competencies that the tableau de synthèse lists.
    #[serde(default, skip_serializing_if = "is_default")]
    transversal: bool,
    /// Its share among its neighbours: 1 when left out.
    #[serde(default = "Quantity::one")]
    weight: Quantity,
    /// Whether a bloc cannot be acquired without it.
    #[serde(default, skip_serializing_if = "is_default")]
    critical: bool,
    /// Sub-competencies.
    #[serde(default, skip_serializing_if = "is_default")]
    parts: Vec<String>,
    /// What is looked for: indicators, criteria, components, situations.
    #[serde(default, skip_serializing_if = "is_default")]
    indicators: Vec<IndicatorFile>,
    /// How many of its situations should be covered.
    #[serde(default, skip_serializing_if = "is_default")]
    situations: usize,
    /// The texts of the levels, when they are this row's own; only these levels then exist for it.
    #[serde(default, skip_serializing_if = "is_default")]
    descriptors: Vec<DescriptorFile>,
    /// Savoirs associés.
    #[serde(default, skip_serializing_if = "is_default")]
    knowledge: Vec<PassageFile>,
    /// How it is assessed.
    #[serde(default, skip_serializing_if = "is_default")]
    modality: String,
    /// What the candidate hands in.
    #[serde(default, skip_serializing_if = "is_default")]
    deliverables: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawIndicatorFile {
    /// Stable name; made from the row's and the position when left out: `c1-2`.
    #[serde(default, skip_serializing_if = "is_default")]
    id: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    kind: IndicatorKindFile,
    text: String,
}

/// An indicator, or its text alone.
#[derive(Debug, Clone, PartialEq)]
struct IndicatorFile(RawIndicatorFile);

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum IndicatorKindFile {
    /// Evidence.
    #[default]
    Indicator,
    /// A criterion, which a candidate may be excused from.
    Criterion,
    /// An essential component: how well it is done.
    Component,
    /// A professional situation.
    Situation,
}

/// The text and the value of a level on one row.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DescriptorFile {
    level: String,
    /// The level's name on this row.
    #[serde(default, skip_serializing_if = "is_default")]
    label: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    text: String,
    /// The level's value on this row.
    #[serde(default, skip_serializing_if = "is_default")]
    value: Option<Quantity>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PassageFile {
    title: String,
    text: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPenaltyFile {
    id: String,
    label: String,
    /// The line of the printed form; the label when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    printed: Option<String>,
    /// Points taken, when the form fixes them.
    #[serde(default, skip_serializing_if = "is_default")]
    points: Option<Quantity>,
    /// The fewest points, when the commission chooses.
    #[serde(default, skip_serializing_if = "is_default")]
    least: Option<Quantity>,
    /// The most points, when the commission chooses.
    #[serde(default, skip_serializing_if = "is_default")]
    most: Option<Quantity>,
    /// Whether the commission chooses freely.
    #[serde(default, skip_serializing_if = "is_default")]
    free: bool,
    /// What follows « pénalité … pour », in sentences; the label when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    cause: Option<String>,
}

/// A penalty that says its points: fixed, bounded or free, one of the three.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(try_from = "RawPenaltyFile", into = "RawPenaltyFile")]
#[schemars(with = "RawPenaltyFile")]
struct PenaltyFile(RawPenaltyFile);

impl TryFrom<RawPenaltyFile> for PenaltyFile {
    type Error = String;

    fn try_from(raw: RawPenaltyFile) -> Result<Self, String> {
        match (&raw.points, &raw.least, &raw.most, raw.free) {
            (Some(_), None, None, false)
            | (None, Some(_), Some(_), false)
            | (None, None, None, true) => Ok(Self(raw)),
            (None, None, None, false) => Err(crate::t!("json-missing", key = "points")),
            _ => Err(crate::t!("grid-penalty-amount")),
        }
    }
}

impl From<PenaltyFile> for RawPenaltyFile {
    fn from(penalty: PenaltyFile) -> Self {
        penalty.0
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct BonusFile {
    label: String,
    /// The most that can be added.
    most: Quantity,
    /// The step of what is added.
    step: Quantity,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PhaseFile {
    /// Label on screen.
    label: String,
    /// Title of its observations on the sheet; the label when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    printed: Option<String>,
    /// Usual length, in seconds.
    seconds: u32,
    /// Whether extra time applies to it.
    #[serde(default = "truth", skip_serializing_if = "is_true")]
    extra_time: bool,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct QualityFile {
    label: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PieceFile {
    id: String,
    label: String,
    /// Which recognised papers satisfy it.
    kinds: Vec<PieceKindFile>,
    /// Whether its absence is a finding.
    #[serde(default, skip_serializing_if = "is_default")]
    required: bool,
    /// The penalty that its absence proposes.
    #[serde(default, skip_serializing_if = "is_default")]
    penalty: Option<String>,
    /// The fewest pages: « 60 pages minimum ».
    #[serde(default, skip_serializing_if = "is_default")]
    pages: Option<u32>,
}

/// A kind of paper, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PieceKindFile {
    /// A static site.
    PortfolioSite,
    /// A PDF.
    PortfolioPdf,
    /// An address.
    PortfolioAddress,
    /// Tableau de synthèse.
    Tableau,
    /// Attestation.
    Attestation,
    /// Anything else.
    Other,
}

/// How a mark is proposed.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MarkFile {
    /// How levels become points; `decision` when the exam gives no mark.
    #[serde(default, skip_serializing_if = "is_default")]
    formula: FormulaFile,
    /// With `points`: whether the lowest score of each row is taken away from both sums.
    #[serde(default, skip_serializing_if = "is_default")]
    from_lowest: bool,
    /// The mark of a perfect profile: 20 when left out.
    #[serde(default = "Quantity::twenty")]
    out_of: Quantity,
    /// The mark of the lowest profile: 0 when left out.
    #[serde(default = "Quantity::zero", skip_serializing_if = "Quantity::is_zero")]
    base: Quantity,
    /// What « non évaluable » does to the proposal.
    #[serde(default)]
    not_assessable: NotAssessableFile,
    /// The share of the weights, 0 to 1, that must have been assessed.
    #[serde(default, skip_serializing_if = "is_default")]
    coverage: Option<Quantity>,
    #[serde(default)]
    rounding: RoundingFile,
    /// The lowest and the highest mark; `base` and `out_of` when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    bounds: Option<BoundsFile>,
    /// The step of the marks that a commission may write: a half when left out.
    #[serde(default = "Quantity::half")]
    step: Quantity,
    /// The mark that changes the candidate's fate: 10.
    #[serde(default, skip_serializing_if = "is_default")]
    threshold: Option<Quantity>,
    /// Whether fractional weights need not add up to 1.
    #[serde(default, skip_serializing_if = "is_default")]
    relative: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum FormulaFile {
    /// The mean of the values by the weights, section by section.
    #[default]
    Weighted,
    /// The points obtained over the points possible, all rows together.
    Points,
    /// The commission writes the mark; nothing is proposed.
    None,
    /// The exam gives no mark: blocs decide.
    Decision,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum NotAssessableFile {
    /// It counts for zero.
    #[default]
    Zero,
    /// It leaves both sums.
    Neutral,
    /// Nothing is proposed.
    Block,
    /// Both readings are shown; the commission chooses.
    Ask,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RoundingFile {
    /// The step between two marks; no rounding when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    grain: Option<Quantity>,
    #[serde(default, skip_serializing_if = "is_default")]
    direction: DirectionFile,
    /// Where a value half-way goes.
    #[serde(default, skip_serializing_if = "is_default")]
    ties: TiesFile,
    /// What is rounded.
    #[serde(default, skip_serializing_if = "is_default")]
    stage: StageFile,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum DirectionFile {
    #[default]
    Nearest,
    Up,
    Down,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum TiesFile {
    #[default]
    Up,
    Down,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum StageFile {
    /// The mark of each outer section.
    Section,
    /// The proposal, before penalties.
    #[default]
    Proposal,
    /// The final mark, after penalties.
    Final,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct BoundsFile {
    least: Quantity,
    most: Quantity,
}

/// How blocs are decided.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DecisionFile {
    /// The levels at which a row is acquired.
    acquired: Vec<String>,
    /// The levels at which a row is partly acquired.
    #[serde(default, skip_serializing_if = "is_default")]
    partly: Vec<String>,
    /// When an outer section is acquired.
    #[serde(default)]
    section: SectionRuleFile,
    /// How many outer sections the whole needs; all when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    sections: Option<usize>,
    words: WordsFile,
}

/// When a section is acquired: every condition written must hold.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SectionRuleFile {
    /// The share of its rows, by weight, to be acquired: 1, all of them, when left out.
    #[serde(default = "Quantity::one")]
    share: Quantity,
    /// How many rows may be not acquired at all; any number when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    refused: Option<usize>,
    /// Whether every critical row must be acquired.
    #[serde(default, skip_serializing_if = "is_default")]
    critical: bool,
    /// The mark to reach.
    #[serde(default, skip_serializing_if = "is_default")]
    mark: Option<Quantity>,
}

impl Default for SectionRuleFile {
    fn default() -> Self {
        Self {
            share: Quantity::one(),
            refused: None,
            critical: false,
            mark: None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    /// Everything required is acquired.
    full: String,
    /// Some sections are.
    partial: String,
    /// None is.
    none: String,
    /// A section that is acquired.
    acquired: String,
    /// A section that is not.
    refused: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CommentFile {
    /// The final mark under which an appreciation is due.
    below: Quantity,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SuggestionFile {
    level: String,
    /// From how many indicators seen.
    from: usize,
}

/// Texts of the form; each may be left out.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TextsFile {
    /// The instructions above the mark, one paragraph an entry.
    #[serde(default, skip_serializing_if = "is_default")]
    instructions: Vec<String>,
    /// The instruction on coverage.
    #[serde(default, skip_serializing_if = "is_default")]
    coverage: String,
    /// The sentence offered when a row is not assessable; `{competency}` stands for its title.
    #[serde(default, skip_serializing_if = "is_default")]
    coverage_sentence: Option<String>,
    /// The sentence offered when the environment is not conform.
    #[serde(default, skip_serializing_if = "is_default")]
    conformity_sentence: String,
    /// What the proposal is and is not.
    #[serde(default, skip_serializing_if = "is_default")]
    mark_notice: Option<String>,
    /// The head of the appreciation on the sheet.
    #[serde(default, skip_serializing_if = "is_default")]
    appreciation: Option<String>,
    /// How long the papers are kept.
    #[serde(default, skip_serializing_if = "is_default")]
    retention: String,
    /// The forms of the exam: ponctuelle, contrôle en cours de formation.
    #[serde(default, skip_serializing_if = "is_default")]
    modes: Vec<ChoiceFile>,
    /// Which template draws the sheets: `grille` when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    template: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EditionFile {
    /// The session's year.
    session: String,
    /// The exam's code: `E5`.
    exam: String,
    /// The exam's line at the head of the sheets.
    #[serde(default, skip_serializing_if = "is_default")]
    exam_title: String,
    /// Number of the grid's annex.
    #[serde(default, skip_serializing_if = "is_default")]
    grid_annex: String,
    /// Number of the candidate's sheet's annex.
    #[serde(default, skip_serializing_if = "is_default")]
    sheet_annex: String,
    /// The annex named in the sentence on penalties.
    #[serde(default, skip_serializing_if = "is_default")]
    penalty_annex: String,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ProvenanceFile {
    /// The documents.
    #[serde(default, skip_serializing_if = "is_default")]
    sources: Vec<String>,
    /// When they were read: 2026-05-12.
    #[serde(default, skip_serializing_if = "is_default")]
    date: String,
    /// What was corrected, with its source.
    #[serde(default, skip_serializing_if = "is_default")]
    corrections: Vec<String>,
}

impl GridFile {
    /// Returns the version the file announces.
    pub fn format(&self) -> u64 {
        self.format
    }
}

/// Returns the texts of a form that says none.
pub(in crate::store) fn default_texts() -> crate::domain::grid::Texts {
    TextsFile::default().into()
}

/// Returns the JSON Schema of a grid's file, as text.
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(GridFile);
    format!("{:#}\n", schema.to_value())
}

impl From<PieceKindFile> for PieceKind {
    fn from(file: PieceKindFile) -> Self {
        match file {
            PieceKindFile::PortfolioSite => Self::PortfolioSite,
            PieceKindFile::PortfolioPdf => Self::PortfolioPdf,
            PieceKindFile::PortfolioAddress => Self::PortfolioAddress,
            PieceKindFile::Tableau => Self::Tableau,
            PieceKindFile::Attestation => Self::Attestation,
            PieceKindFile::Other => Self::Other,
        }
    }
}

impl From<PieceKind> for PieceKindFile {
    fn from(kind: PieceKind) -> Self {
        match kind {
            PieceKind::PortfolioSite => Self::PortfolioSite,
            PieceKind::PortfolioPdf => Self::PortfolioPdf,
            PieceKind::PortfolioAddress => Self::PortfolioAddress,
            PieceKind::Tableau => Self::Tableau,
            PieceKind::Attestation => Self::Attestation,
            PieceKind::Other => Self::Other,
        }
    }
}
