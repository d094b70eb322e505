//! A grid's file to a draft: what was left out gets its default, sections are laid in a row.

use super::super::defaults::shorten;
use super::super::{
    ChoiceFile, DecisionFile, DirectionFile, EditionFile, FormulaFile, GridFile, IndicatorFile,
    IndicatorKindFile, LevelFile, LevelKindFile, MarkFile, NotAssessableFile, PassageFile,
    PenaltyFile, PieceFile, RowFile, RubricFile, SectionFile, SectionRuleFile, StageFile,
    TextsFile, TiesFile,
};
use crate::domain::dossier::PieceKind;
use crate::domain::fraction::{Direction, Fraction, Rounding};
use crate::domain::grid;
use crate::domain::id::SectionId;

impl From<ChoiceFile> for grid::Choice {
    fn from(file: ChoiceFile) -> Self {
        Self {
            id: file.id.into(),
            printed: file.printed.unwrap_or_else(|| file.label.clone()),
            label: file.label,
        }
    }
}

impl From<LevelFile> for grid::Level {
    fn from(LevelFile(file): LevelFile) -> Self {
        let kind = match (file.kind, file.value) {
            (LevelKindFile::NotAssessed, _) => grid::LevelKind::NotAssessed,
            (LevelKindFile::Waived, _) => grid::LevelKind::Waived,
            (LevelKindFile::Level, Some(value)) => grid::LevelKind::Value(value.into()),
            (LevelKindFile::NotAssessable | LevelKindFile::Level, _) => {
                grid::LevelKind::NotAssessable
            }
        };
        Self {
            id: file.id.into(),
            printed: file.printed.unwrap_or_else(|| file.label.clone()),
            plural: file.plural.unwrap_or_else(|| file.label.to_lowercase()),
            label: file.label,
            kind,
        }
    }
}

impl From<PassageFile> for grid::Passage {
    fn from(file: PassageFile) -> Self {
        Self {
            title: file.title,
            text: file.text,
        }
    }
}

fn passages(files: Vec<PassageFile>) -> Vec<grid::Passage> {
    files.into_iter().map(grid::Passage::from).collect()
}

fn row(file: RowFile, section: Option<&SectionId>) -> grid::Row {
    let indicators = file
        .indicators
        .into_iter()
        .enumerate()
        .map(|(position, IndicatorFile(indicator))| grid::Indicator {
            id: indicator
                .id
                .unwrap_or_else(|| IndicatorFile::default_id(&file.id, position))
                .into(),
            kind: match indicator.kind {
                IndicatorKindFile::Indicator => grid::IndicatorKind::Indicator,
                IndicatorKindFile::Criterion => grid::IndicatorKind::Criterion,
                IndicatorKindFile::Component => grid::IndicatorKind::Component,
                IndicatorKindFile::Situation => grid::IndicatorKind::Situation,
            },
            text: indicator.text,
        })
        .collect();
    let descriptors = file
        .descriptors
        .into_iter()
        .map(|descriptor| grid::Descriptor {
            level: descriptor.level.into(),
            label: descriptor.label,
            text: descriptor.text,
            value: descriptor.value.map(Fraction::from),
        })
        .collect();
    let short = file.short.unwrap_or_else(|| shorten(&file.title));
    grid::Row {
        id: file.id.into(),
        section: section.cloned(),
        title: file.title,
        narrow: file.narrow.unwrap_or_else(|| short.clone()),
        short,
        transversal: file.transversal,
        weight: file.weight.into(),
        critical: file.critical,
        parts: file.parts,
        indicators,
        situations: file.situations,
        descriptors,
        knowledge: passages(file.knowledge),
        modality: file.modality,
        deliverables: file.deliverables,
    }
}

/// Lays a section, its rows and its parts at the ends of the lists, in the order of the form.
fn lay(
    file: SectionFile,
    parent: Option<&SectionId>,
    sections: &mut Vec<grid::Section>,
    rows: &mut Vec<grid::Row>,
) {
    let id = SectionId::from(file.id);
    sections.push(grid::Section {
        id: id.clone(),
        kind: file.kind,
        short: file.short.unwrap_or_else(|| shorten(&file.title)),
        title: file.title,
        parent: parent.cloned(),
        weight: file.weight.into(),
        modality: file.modality,
        deliverables: file.deliverables,
        reference: passages(file.reference),
        rule: file.rule.map(Into::into),
    });
    rows.extend(file.rows.into_iter().map(|file| row(file, Some(&id))));
    for inner in file.sections {
        lay(inner, Some(&id), sections, rows);
    }
}

impl From<SectionRuleFile> for grid::SectionRule {
    fn from(file: SectionRuleFile) -> Self {
        Self {
            share: file.share.into(),
            refused: file.refused,
            critical: file.critical,
            mark: file.mark.map(Fraction::from),
        }
    }
}

impl From<RubricFile> for grid::Rubric {
    fn from(file: RubricFile) -> Self {
        let aspects = file.aspects.into_iter();
        let cells = file.cells.into_iter();
        Self {
            aspects: aspects
                .map(|aspect| grid::Aspect {
                    short: aspect.short,
                })
                .collect(),
            cells: cells
                .map(|cell| grid::Cell {
                    level: cell.level.into(),
                    aspect: cell.aspect,
                    span: cell.span,
                    text: cell.text,
                })
                .collect(),
        }
    }
}

fn penalty(PenaltyFile(file): PenaltyFile) -> grid::Penalty {
    let amount = match (file.points, file.least, file.most) {
        (Some(points), _, _) => grid::Amount::Fixed(points.into()),
        (None, Some(least), Some(most)) => grid::Amount::Bounded(least.into(), most.into()),
        _ => grid::Amount::Free,
    };
    grid::Penalty {
        id: file.id.into(),
        printed: file.printed.unwrap_or_else(|| file.label.clone()),
        cause: file.cause.unwrap_or_else(|| file.label.to_lowercase()),
        label: file.label,
        amount,
    }
}

/// Returns the rule of marks; none when the exam gives no mark.
fn mark(file: MarkFile) -> Option<grid::MarkRule> {
    let formula = match file.formula {
        FormulaFile::Weighted => grid::Formula::Weighted,
        FormulaFile::Points => grid::Formula::Points {
            from_lowest: file.from_lowest,
        },
        FormulaFile::None => grid::Formula::None,
        FormulaFile::Decision => return None,
    };
    let direction = match (file.rounding.direction, file.rounding.ties) {
        (DirectionFile::Nearest, TiesFile::Up) => Direction::NearestTiesUp,
        (DirectionFile::Nearest, TiesFile::Down) => Direction::NearestTiesDown,
        (DirectionFile::Up, _) => Direction::Up,
        (DirectionFile::Down, _) => Direction::Down,
    };
    let out_of = Fraction::from(file.out_of);
    let base = Fraction::from(file.base);
    let (floor, ceiling) = match file.bounds {
        Some(bounds) => (bounds.least.into(), bounds.most.into()),
        None => (base.clone(), out_of.clone()),
    };
    Some(grid::MarkRule {
        formula,
        out_of,
        base,
        not_assessable: match file.not_assessable {
            NotAssessableFile::Zero => grid::NotAssessable::Zero,
            NotAssessableFile::Neutral => grid::NotAssessable::Neutral,
            NotAssessableFile::Block => grid::NotAssessable::Block,
            NotAssessableFile::Ask => grid::NotAssessable::Ask,
        },
        coverage: file.coverage.map(Fraction::from),
        rounding: Rounding {
            grain: file.rounding.grain.map(Fraction::from),
            direction,
        },
        stage: match file.rounding.stage {
            StageFile::Section => grid::Stage::Section,
            StageFile::Proposal => grid::Stage::Proposal,
            StageFile::Final => grid::Stage::Final,
        },
        floor,
        ceiling,
        step: file.step.into(),
        threshold: file.threshold.map(Fraction::from),
        relative: file.relative,
    })
}

fn decision(file: DecisionFile) -> grid::DecisionRule {
    let levels = |names: Vec<String>| names.into_iter().map(Into::into).collect();
    grid::DecisionRule {
        acquired: levels(file.acquired),
        partly: levels(file.partly),
        section: file.section.into(),
        sections: file.sections,
        words: grid::rule::VerdictWords {
            full: file.words.full,
            partial: file.words.partial,
            none: file.words.none,
            acquired: file.words.acquired,
            refused: file.words.refused,
        },
    }
}

fn piece(file: PieceFile) -> grid::PieceRule {
    grid::PieceRule {
        id: file.id.into(),
        label: file.label,
        kinds: file.kinds.into_iter().map(PieceKind::from).collect(),
        required: file.required,
        penalty: file.penalty.map(Into::into),
        pages: file.pages,
    }
}

fn edition(file: EditionFile) -> grid::Edition {
    grid::Edition {
        session: file.session,
        exam: file.exam,
        exam_title: file.exam_title,
        grid_annex: file.grid_annex,
        sheet_annex: file.sheet_annex,
        penalty_annex: file.penalty_annex,
    }
}

impl From<TextsFile> for grid::Texts {
    fn from(file: TextsFile) -> Self {
        let or = |text: Option<String>, default: &str| text.unwrap_or_else(|| default.to_owned());
        Self {
            instructions: file.instructions,
            coverage: file.coverage,
            coverage_sentence: or(
                file.coverage_sentence,
                &crate::t!("grid-default-coverage", competency = "{competency}"),
            ),
            conformity_sentence: file.conformity_sentence,
            mark_notice: or(file.mark_notice, &crate::t!("grid-default-notice")),
            appreciation: or(file.appreciation, &crate::t!("grid-default-appreciation")),
            retention: file.retention,
            modes: file.modes.into_iter().map(grid::Choice::from).collect(),
            template: or(file.template, DEFAULT_TEMPLATE),
        }
    }
}

/// The template of a grid that names none.
const DEFAULT_TEMPLATE: &str = "grille";

impl From<GridFile> for grid::Draft {
    fn from(file: GridFile) -> Self {
        let mut rows: Vec<grid::Row> = file.rows.into_iter().map(|file| row(file, None)).collect();
        let mut sections = Vec::new();
        for section in file.sections {
            lay(section, None, &mut sections, &mut rows);
        }
        Self {
            id: file.id,
            short: file.short.unwrap_or_else(|| shorten(&file.title)),
            diploma: file.diploma.unwrap_or_else(|| file.title.clone()),
            title: file.title,
            unit: file.unit,
            options: file.options.into_iter().map(grid::Choice::from).collect(),
            levels: file.levels.into_iter().map(grid::Level::from).collect(),
            rubric: file.rubric.into(),
            sections,
            rows,
            penalties: file.penalties.into_iter().map(penalty).collect(),
            bonus: file.bonus.map(|bonus| grid::Bonus {
                label: bonus.label,
                most: bonus.most.into(),
                step: bonus.step.into(),
            }),
            phases: file
                .phases
                .into_iter()
                .map(|phase| grid::Phase {
                    printed: phase.printed.unwrap_or_else(|| phase.label.clone()),
                    label: phase.label,
                    seconds: phase.seconds,
                    extra_time: phase.extra_time,
                })
                .collect(),
            members: file
                .members
                .into_iter()
                .map(|member| grid::Quality {
                    label: member.label,
                })
                .collect(),
            pieces: file.pieces.into_iter().map(piece).collect(),
            mark: mark(file.mark),
            decision: file.decision.map(decision),
            comments: file
                .comments
                .into_iter()
                .map(|comment| grid::CommentRule {
                    below: comment.below.into(),
                })
                .collect(),
            suggestions: file
                .suggestions
                .into_iter()
                .map(|suggestion| grid::Suggestion {
                    level: suggestion.level.into(),
                    from: suggestion.from,
                })
                .collect(),
            reference: passages(file.reference),
            texts: file.texts.into(),
            editions: file.editions.into_iter().map(edition).collect(),
            provenance: grid::Provenance {
                sources: file.provenance.sources,
                date: file.provenance.date,
                corrections: file.provenance.corrections,
            },
        }
    }
}
