//! A draft to a grid's file: what is as its default is left out, rows go back into their sections.

use super::super::defaults::shorten;
use super::super::quantity::Quantity;
use super::super::{
    AspectFile, BonusFile, BoundsFile, CellFile, ChoiceFile, CommentFile, DecisionFile,
    DescriptorFile, DirectionFile, EditionFile, FORMAT, FormulaFile, GridFile, IndicatorFile,
    IndicatorKindFile, LevelFile, LevelKindFile, MarkFile, NotAssessableFile, PassageFile,
    PenaltyFile, PhaseFile, PieceFile, ProvenanceFile, QualityFile, RawIndicatorFile, RawLevelFile,
    RawPenaltyFile, RoundingFile, RowFile, RubricFile, SectionFile, SectionRuleFile, StageFile,
    SuggestionFile, TextsFile, TiesFile, WordsFile,
};
use crate::domain::fraction::Direction;
use crate::domain::grid;
use crate::domain::id::SectionId;

/// Returns a text that differs from what a reader would put in its place.
fn unless(text: &str, default: &str) -> Option<String> {
    (text != default).then(|| text.to_owned())
}

fn choices(choices: &[grid::Choice]) -> Vec<ChoiceFile> {
    let file = |choice: &grid::Choice| ChoiceFile {
        id: choice.id.to_string(),
        label: choice.label.clone(),
        printed: unless(&choice.printed, &choice.label),
    };
    choices.iter().map(file).collect()
}

fn level(level: &grid::Level) -> LevelFile {
    LevelFile(RawLevelFile {
        id: level.id.to_string(),
        kind: match level.kind {
            grid::LevelKind::Value(_) => LevelKindFile::Level,
            grid::LevelKind::NotAssessable => LevelKindFile::NotAssessable,
            grid::LevelKind::NotAssessed => LevelKindFile::NotAssessed,
            grid::LevelKind::Waived => LevelKindFile::Waived,
        },
        value: level.value().map(Quantity::from),
        label: level.label.clone(),
        printed: unless(&level.printed, &level.label),
        plural: unless(&level.plural, &level.label.to_lowercase()),
    })
}

fn passages(passages: &[grid::Passage]) -> Vec<PassageFile> {
    let file = |passage: &grid::Passage| PassageFile {
        title: passage.title.clone(),
        text: passage.text.clone(),
    };
    passages.iter().map(file).collect()
}

fn rubric(rubric: &grid::Rubric) -> RubricFile {
    let aspects = rubric.aspects.iter();
    let cells = rubric.cells.iter();
    RubricFile {
        aspects: aspects
            .map(|aspect| AspectFile {
                short: aspect.short.clone(),
            })
            .collect(),
        cells: cells
            .map(|cell| CellFile {
                level: cell.level.to_string(),
                aspect: cell.aspect,
                span: cell.span,
                text: cell.text.clone(),
            })
            .collect(),
    }
}

fn row(row: &grid::Row) -> RowFile {
    let indicators = row.indicators.iter();
    let descriptors = row.descriptors.iter();
    RowFile {
        id: row.id.to_string(),
        title: row.title.clone(),
        short: unless(&row.short, &shorten(&row.title)),
        narrow: unless(&row.narrow, &row.short),
        transversal: row.transversal,
        weight: Quantity::from(&row.weight),
        critical: row.critical,
        parts: row.parts.clone(),
        indicators: indicators
            .enumerate()
            .map(|(position, indicator)| {
                IndicatorFile(RawIndicatorFile {
                    id: unless(
                        indicator.id.as_str(),
                        &IndicatorFile::default_id(row.id.as_str(), position),
                    ),
                    kind: match indicator.kind {
                        grid::IndicatorKind::Indicator => IndicatorKindFile::Indicator,
                        grid::IndicatorKind::Criterion => IndicatorKindFile::Criterion,
                        grid::IndicatorKind::Component => IndicatorKindFile::Component,
                        grid::IndicatorKind::Situation => IndicatorKindFile::Situation,
                    },
                    text: indicator.text.clone(),
                })
            })
            .collect(),
        situations: row.situations,
        descriptors: descriptors
            .map(|descriptor| DescriptorFile {
                level: descriptor.level.to_string(),
                label: descriptor.label.clone(),
                text: descriptor.text.clone(),
                value: descriptor.value.as_ref().map(Quantity::from),
            })
            .collect(),
        knowledge: passages(&row.knowledge),
        modality: row.modality.clone(),
        deliverables: row.deliverables.clone(),
    }
}

fn rows(draft: &grid::Draft, section: Option<&SectionId>) -> Vec<RowFile> {
    let own = draft.rows.iter();
    own.filter(|row| row.section.as_ref() == section)
        .map(row)
        .collect()
}

fn section_rule(rule: &grid::SectionRule) -> SectionRuleFile {
    SectionRuleFile {
        share: Quantity::from(&rule.share),
        refused: rule.refused,
        critical: rule.critical,
        mark: rule.mark.as_ref().map(Quantity::from),
    }
}

/// The sections of `parent`, at most as deep as a grid goes: a draft may hold a loop.
fn sections(draft: &grid::Draft, parent: Option<&SectionId>, depth: usize) -> Vec<SectionFile> {
    if depth > grid::fault::DEEPEST {
        return Vec::new();
    }
    let own = draft.sections.iter();
    own.filter(|section| section.parent.as_ref() == parent)
        .map(|section| SectionFile {
            id: section.id.to_string(),
            kind: section.kind.clone(),
            title: section.title.clone(),
            short: unless(&section.short, &shorten(&section.title)),
            weight: Quantity::from(&section.weight),
            modality: section.modality.clone(),
            deliverables: section.deliverables.clone(),
            reference: passages(&section.reference),
            rule: section.rule.as_ref().map(section_rule),
            rows: rows(draft, Some(&section.id)),
            sections: sections(draft, Some(&section.id), depth + 1),
        })
        .collect()
}

fn penalty(penalty: &grid::Penalty) -> PenaltyFile {
    let (points, least, most) = match &penalty.amount {
        grid::Amount::Fixed(points) => (Some(points), None, None),
        grid::Amount::Bounded(least, most) => (None, Some(least), Some(most)),
        grid::Amount::Free => (None, None, None),
    };
    PenaltyFile(RawPenaltyFile {
        id: penalty.id.to_string(),
        label: penalty.label.clone(),
        printed: unless(&penalty.printed, &penalty.label),
        points: points.map(Quantity::from),
        least: least.map(Quantity::from),
        most: most.map(Quantity::from),
        free: penalty.amount == grid::Amount::Free,
        cause: unless(&penalty.cause, &penalty.label.to_lowercase()),
    })
}

fn mark(rule: Option<&grid::MarkRule>) -> MarkFile {
    let Some(rule) = rule else {
        return MarkFile {
            formula: FormulaFile::Decision,
            from_lowest: false,
            out_of: Quantity::twenty(),
            base: Quantity::zero(),
            not_assessable: NotAssessableFile::Zero,
            coverage: None,
            rounding: RoundingFile::default(),
            bounds: None,
            step: Quantity::half(),
            threshold: None,
            relative: false,
        };
    };
    let (formula, from_lowest) = match rule.formula {
        grid::Formula::Weighted => (FormulaFile::Weighted, false),
        grid::Formula::Points { from_lowest } => (FormulaFile::Points, from_lowest),
        grid::Formula::None => (FormulaFile::None, false),
    };
    let (direction, ties) = match rule.rounding.direction {
        Direction::NearestTiesUp => (DirectionFile::Nearest, TiesFile::Up),
        Direction::NearestTiesDown => (DirectionFile::Nearest, TiesFile::Down),
        Direction::Up => (DirectionFile::Up, TiesFile::Up),
        Direction::Down => (DirectionFile::Down, TiesFile::Up),
    };
    let usual = rule.floor == rule.base && rule.ceiling == rule.out_of;
    MarkFile {
        formula,
        from_lowest,
        out_of: Quantity::from(&rule.out_of),
        base: Quantity::from(&rule.base),
        not_assessable: match rule.not_assessable {
            grid::NotAssessable::Zero => NotAssessableFile::Zero,
            grid::NotAssessable::Neutral => NotAssessableFile::Neutral,
            grid::NotAssessable::Block => NotAssessableFile::Block,
            grid::NotAssessable::Ask => NotAssessableFile::Ask,
        },
        coverage: rule.coverage.as_ref().map(Quantity::from),
        rounding: RoundingFile {
            grain: rule.rounding.grain.as_ref().map(Quantity::from),
            direction,
            ties,
            stage: match rule.stage {
                grid::Stage::Section => StageFile::Section,
                grid::Stage::Proposal => StageFile::Proposal,
                grid::Stage::Final => StageFile::Final,
            },
        },
        bounds: (!usual).then(|| BoundsFile {
            least: Quantity::from(&rule.floor),
            most: Quantity::from(&rule.ceiling),
        }),
        step: Quantity::from(&rule.step),
        threshold: rule.threshold.as_ref().map(Quantity::from),
        relative: rule.relative,
    }
}

fn decision(rule: &grid::DecisionRule) -> DecisionFile {
    let names =
        |levels: &[crate::domain::id::LevelId]| levels.iter().map(ToString::to_string).collect();
    DecisionFile {
        acquired: names(&rule.acquired),
        partly: names(&rule.partly),
        section: section_rule(&rule.section),
        sections: rule.sections,
        words: WordsFile {
            full: rule.words.full.clone(),
            partial: rule.words.partial.clone(),
            none: rule.words.none.clone(),
            acquired: rule.words.acquired.clone(),
            refused: rule.words.refused.clone(),
        },
    }
}

fn piece(piece: &grid::PieceRule) -> PieceFile {
    PieceFile {
        id: piece.id.to_string(),
        label: piece.label.clone(),
        kinds: piece.kinds.iter().map(|kind| (*kind).into()).collect(),
        required: piece.required,
        penalty: piece.penalty.as_ref().map(ToString::to_string),
        pages: piece.pages,
    }
}

fn texts(texts: &grid::Texts) -> TextsFile {
    let defaults = grid::Texts::from(TextsFile::default());
    TextsFile {
        instructions: texts.instructions.clone(),
        coverage: texts.coverage.clone(),
        coverage_sentence: unless(&texts.coverage_sentence, &defaults.coverage_sentence),
        conformity_sentence: texts.conformity_sentence.clone(),
        mark_notice: unless(&texts.mark_notice, &defaults.mark_notice),
        appreciation: unless(&texts.appreciation, &defaults.appreciation),
        retention: texts.retention.clone(),
        modes: choices(&texts.modes),
        template: unless(&texts.template, &defaults.template),
    }
}

fn edition(edition: &grid::Edition) -> EditionFile {
    EditionFile {
        session: edition.session.clone(),
        exam: edition.exam.clone(),
        exam_title: edition.exam_title.clone(),
        grid_annex: edition.grid_annex.clone(),
        sheet_annex: edition.sheet_annex.clone(),
        penalty_annex: edition.penalty_annex.clone(),
    }
}

impl From<&grid::Draft> for GridFile {
    fn from(draft: &grid::Draft) -> Self {
        Self {
            schema: None,
            format: FORMAT,
            id: draft.id.clone(),
            title: draft.title.clone(),
            short: unless(&draft.short, &shorten(&draft.title)),
            diploma: unless(&draft.diploma, &draft.title),
            unit: draft.unit.clone(),
            options: choices(&draft.options),
            levels: draft.levels.iter().map(level).collect(),
            rubric: rubric(&draft.rubric),
            rows: rows(draft, None),
            sections: sections(draft, None, 1),
            penalties: draft.penalties.iter().map(penalty).collect(),
            bonus: draft.bonus.as_ref().map(|bonus| BonusFile {
                label: bonus.label.clone(),
                most: Quantity::from(&bonus.most),
                step: Quantity::from(&bonus.step),
            }),
            phases: draft
                .phases
                .iter()
                .map(|phase| PhaseFile {
                    label: phase.label.clone(),
                    printed: unless(&phase.printed, &phase.label),
                    seconds: phase.seconds,
                    extra_time: phase.extra_time,
                })
                .collect(),
            members: draft
                .members
                .iter()
                .map(|member| QualityFile {
                    label: member.label.clone(),
                })
                .collect(),
            pieces: draft.pieces.iter().map(piece).collect(),
            mark: mark(draft.mark.as_ref()),
            decision: draft.decision.as_ref().map(decision),
            comments: draft
                .comments
                .iter()
                .map(|comment| CommentFile {
                    below: Quantity::from(&comment.below),
                })
                .collect(),
            suggestions: draft
                .suggestions
                .iter()
                .map(|suggestion| SuggestionFile {
                    level: suggestion.level.to_string(),
                    from: suggestion.from,
                })
                .collect(),
            reference: passages(&draft.reference),
            texts: texts(&draft.texts),
            editions: draft.editions.iter().map(edition).collect(),
            provenance: ProvenanceFile {
                sources: draft.provenance.sources.clone(),
                date: draft.provenance.date.clone(),
                corrections: draft.provenance.corrections.clone(),
            },
        }
    }
}
