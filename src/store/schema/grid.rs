//! The shape of a grid's file, format 1. Unknown keys are refused, so that a misspelt one is
//! found rather than ignored.

use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::domain::dossier::PieceKind;
use crate::domain::fraction::{Direction, Fraction, Rounding};
use crate::domain::grid;

/// The version of the format that is written.
pub const FORMAT: u64 = 1;

/// A whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridFile {
    format: u64,
    id: String,
    title: String,
    short: String,
    diploma: String,
    unit: String,
    #[serde(default)]
    options: Vec<ChoiceFile>,
    levels: Vec<LevelFile>,
    rubric: RubricFile,
    rows: Vec<RowFile>,
    #[serde(default)]
    penalties: Vec<PenaltyFile>,
    phases: Vec<PhaseFile>,
    members: Vec<QualityFile>,
    #[serde(default)]
    pieces: Vec<PieceFile>,
    mark: MarkFile,
    texts: TextsFile,
    editions: Vec<EditionFile>,
    provenance: ProvenanceFile,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceFile {
    id: String,
    label: String,
    printed: String,
}

/// Just enough to know the version of a file, whatever else it holds.
#[derive(Debug, Deserialize)]
pub struct Probe {
    /// The version that the file announces.
    pub format: u64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLevelFile {
    id: String,
    #[serde(default)]
    kind: LevelKindFile,
    #[serde(default)]
    value: Option<Quantity>,
    label: String,
    printed: String,
    plural: String,
}

/// A level that has a value, or says that it has none: forgetting a value must not make a level
/// « non évaluable ».
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "RawLevelFile")]
struct LevelFile {
    id: String,
    value: Option<Quantity>,
    label: String,
    printed: String,
    plural: String,
}

impl TryFrom<RawLevelFile> for LevelFile {
    type Error = String;

    fn try_from(raw: RawLevelFile) -> Result<Self, String> {
        match (raw.kind, &raw.value) {
            (LevelKindFile::Level, None) => Err(crate::t!("json-missing", key = "value")),
            (LevelKindFile::NotAssessable, Some(_)) => Err(crate::t!("grid-value-outside")),
            (LevelKindFile::Level, Some(_)) | (LevelKindFile::NotAssessable, None) => Ok(Self {
                id: raw.id,
                value: raw.value,
                label: raw.label,
                printed: raw.printed,
                plural: raw.plural,
            }),
        }
    }
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LevelKindFile {
    #[default]
    Level,
    NotAssessable,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RubricFile {
    aspects: Vec<AspectFile>,
    cells: Vec<CellFile>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AspectFile {
    short: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct CellFile {
    level: String,
    aspect: usize,
    #[serde(default = "one")]
    span: usize,
    text: String,
}

fn one() -> usize {
    1
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowFile {
    id: String,
    title: String,
    short: String,
    #[serde(default)]
    narrow: Option<String>,
    #[serde(default)]
    transversal: bool,
    weight: Quantity,
    #[serde(default)]
    parts: Vec<String>,
    #[serde(default)]
    indicators: Vec<IndicatorFile>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorFile {
    id: String,
    text: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PenaltyFile {
    id: String,
    label: String,
    printed: String,
    points: Quantity,
    cause: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PhaseFile {
    label: String,
    printed: String,
    seconds: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct QualityFile {
    label: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PieceFile {
    id: String,
    label: String,
    kinds: Vec<PieceKindFile>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    penalty: Option<String>,
}

/// A kind of paper, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkFile {
    out_of: Quantity,
    not_assessable: NotAssessableFile,
    rounding: RoundingFile,
    step: Quantity,
    #[serde(default)]
    threshold: Option<Quantity>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum NotAssessableFile {
    Zero,
    Neutral,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundingFile {
    #[serde(default)]
    grain: Option<Quantity>,
    #[serde(default = "nearest")]
    direction: DirectionFile,
    #[serde(default = "up")]
    ties: TiesFile,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum DirectionFile {
    Nearest,
    Up,
    Down,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TiesFile {
    Up,
    Down,
}

fn nearest() -> DirectionFile {
    DirectionFile::Nearest
}

fn up() -> TiesFile {
    TiesFile::Up
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextsFile {
    instructions: Vec<String>,
    coverage: String,
    coverage_sentence: String,
    conformity_sentence: String,
    mark_notice: String,
    appreciation: String,
    retention: String,
    modes: Vec<ChoiceFile>,
    template: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionFile {
    session: String,
    exam: String,
    exam_title: String,
    grid_annex: String,
    sheet_annex: String,
    penalty_annex: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvenanceFile {
    sources: Vec<String>,
    #[serde(default)]
    corrections: Vec<String>,
}

/// A number as a teacher writes it: `2`, `0.5`, `"2/3"`, `"12,5"`.
#[derive(Debug, Clone)]
struct Quantity(String);

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Number(Number),
            Text(String),
        }
        let wrong = || serde::de::Error::custom(crate::t!("grid-not-a-number"));
        let text = match Either::deserialize(deserializer).map_err(|_| wrong())? {
            Either::Number(number) => number.to_string(),
            Either::Text(text) => text,
        };
        match Fraction::parse(&text) {
            Some(_) => Ok(Self(text)),
            None => Err(wrong()),
        }
    }
}

impl From<Quantity> for Fraction {
    fn from(quantity: Quantity) -> Self {
        // Checked when it was read.
        Fraction::parse(&quantity.0).unwrap_or_else(|| Fraction::whole(0))
    }
}

impl GridFile {
    /// Returns the version the file announces.
    pub fn format(&self) -> u64 {
        self.format
    }
}

impl From<ChoiceFile> for grid::Choice {
    fn from(file: ChoiceFile) -> Self {
        Self {
            id: file.id.into(),
            label: file.label,
            printed: file.printed,
        }
    }
}

impl From<LevelFile> for grid::Level {
    fn from(file: LevelFile) -> Self {
        let kind = file.value.map_or(grid::LevelKind::NotAssessable, |value| {
            grid::LevelKind::Value(value.into())
        });
        Self {
            id: file.id.into(),
            label: file.label,
            printed: file.printed,
            plural: file.plural,
            kind,
        }
    }
}

impl From<RowFile> for grid::Row {
    fn from(file: RowFile) -> Self {
        let indicators = file
            .indicators
            .into_iter()
            .map(|indicator| grid::Indicator {
                id: indicator.id.into(),
                text: indicator.text,
            })
            .collect();
        Self {
            id: file.id.into(),
            title: file.title,
            narrow: file.narrow.unwrap_or_else(|| file.short.clone()),
            short: file.short,
            transversal: file.transversal,
            weight: file.weight.into(),
            parts: file.parts,
            indicators,
        }
    }
}

impl From<RubricFile> for grid::Rubric {
    fn from(file: RubricFile) -> Self {
        let cell = |cell: CellFile| grid::Cell {
            level: cell.level.into(),
            aspect: cell.aspect,
            span: cell.span,
            text: cell.text,
        };
        Self {
            aspects: file
                .aspects
                .into_iter()
                .map(|aspect| grid::Aspect {
                    short: aspect.short,
                })
                .collect(),
            cells: file.cells.into_iter().map(cell).collect(),
        }
    }
}

impl From<MarkFile> for grid::MarkRule {
    fn from(file: MarkFile) -> Self {
        let direction = match (file.rounding.direction, file.rounding.ties) {
            (DirectionFile::Nearest, TiesFile::Up) => Direction::NearestTiesUp,
            (DirectionFile::Nearest, TiesFile::Down) => Direction::NearestTiesDown,
            (DirectionFile::Up, _) => Direction::Up,
            (DirectionFile::Down, _) => Direction::Down,
        };
        Self {
            out_of: file.out_of.into(),
            not_assessable: match file.not_assessable {
                NotAssessableFile::Zero => grid::NotAssessable::Zero,
                NotAssessableFile::Neutral => grid::NotAssessable::Neutral,
            },
            rounding: Rounding {
                grain: file.rounding.grain.map(Fraction::from),
                direction,
            },
            step: file.step.into(),
            threshold: file.threshold.map(Fraction::from),
        }
    }
}

impl From<TextsFile> for grid::Texts {
    fn from(file: TextsFile) -> Self {
        Self {
            instructions: file.instructions,
            coverage: file.coverage,
            coverage_sentence: file.coverage_sentence,
            conformity_sentence: file.conformity_sentence,
            mark_notice: file.mark_notice,
            appreciation: file.appreciation,
            retention: file.retention,
            modes: file.modes.into_iter().map(grid::Choice::from).collect(),
            template: file.template,
        }
    }
}

impl From<GridFile> for grid::Draft {
    fn from(file: GridFile) -> Self {
        let penalty = |penalty: PenaltyFile| grid::Penalty {
            id: penalty.id.into(),
            label: penalty.label,
            printed: penalty.printed,
            points: penalty.points.into(),
            cause: penalty.cause,
        };
        let phase = |phase: PhaseFile| grid::Phase {
            label: phase.label,
            printed: phase.printed,
            seconds: phase.seconds,
        };
        let piece = |piece: PieceFile| grid::PieceRule {
            id: piece.id.into(),
            label: piece.label,
            kinds: piece.kinds.into_iter().map(PieceKind::from).collect(),
            required: piece.required,
            penalty: piece.penalty.map(Into::into),
        };
        let edition = |edition: EditionFile| grid::Edition {
            session: edition.session,
            exam: edition.exam,
            exam_title: edition.exam_title,
            grid_annex: edition.grid_annex,
            sheet_annex: edition.sheet_annex,
            penalty_annex: edition.penalty_annex,
        };
        Self {
            id: file.id,
            title: file.title,
            short: file.short,
            diploma: file.diploma,
            unit: file.unit,
            options: file.options.into_iter().map(grid::Choice::from).collect(),
            levels: file.levels.into_iter().map(grid::Level::from).collect(),
            rubric: file.rubric.into(),
            rows: file.rows.into_iter().map(grid::Row::from).collect(),
            penalties: file.penalties.into_iter().map(penalty).collect(),
            phases: file.phases.into_iter().map(phase).collect(),
            members: file
                .members
                .into_iter()
                .map(|member| grid::Quality {
                    label: member.label,
                })
                .collect(),
            pieces: file.pieces.into_iter().map(piece).collect(),
            mark: file.mark.into(),
            texts: file.texts.into(),
            editions: file.editions.into_iter().map(edition).collect(),
            provenance: grid::Provenance {
                sources: file.provenance.sources,
                corrections: file.provenance.corrections,
            },
        }
    }
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
