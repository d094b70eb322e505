//! Writing the rules: scale, rubric, penalties, mark, decision, weights.

use super::super::super::fraction::{Direction, Fraction, Rounding};
use super::super::{
    Amount, Cell, DecisionRule, Draft, Formula, IndicatorKind, Level, LevelKind, MarkRule,
    NotAssessable, SectionRule, Stage,
};
use super::Refused;
use super::field::{CellField, DecisionField, MarkField, PenaltyField, RuleField, Value};
use super::names;

/// The choices of an indicator's kind, in the order a form offers them.
pub const INDICATORS: [IndicatorKind; 4] = [
    IndicatorKind::Indicator,
    IndicatorKind::Criterion,
    IndicatorKind::Component,
    IndicatorKind::Situation,
];
/// The choices of a level's kind; the first has a value.
pub const LEVELS: [Option<LevelKind>; 4] = [
    None,
    Some(LevelKind::NotAssessable),
    Some(LevelKind::NotAssessed),
    Some(LevelKind::Waived),
];
/// The choices of a formula; the last gives no mark at all.
pub const FORMULAS: [Option<Formula>; 4] = [
    Some(Formula::Weighted),
    Some(Formula::Points { from_lowest: false }),
    Some(Formula::None),
    None,
];
/// The choices of what « non évaluable » does.
pub const POLICIES: [NotAssessable; 4] = [
    NotAssessable::Zero,
    NotAssessable::Neutral,
    NotAssessable::Ask,
    NotAssessable::Block,
];
/// The choices of a rounding's direction.
pub const DIRECTIONS: [Direction; 4] = [
    Direction::NearestTiesUp,
    Direction::NearestTiesDown,
    Direction::Up,
    Direction::Down,
];
/// The choices of what is rounded.
pub const STAGES: [Stage; 3] = [Stage::Proposal, Stage::Section, Stage::Final];
/// How many choices a penalty's amount has: fixed, bounded, free.
pub const AMOUNTS: usize = 3;

type Set = Result<(), Refused>;

pub(super) fn level_kind(level: &mut Level, choice: usize) -> Set {
    let kind = LEVELS.get(choice).ok_or(Refused::NotThere)?.clone();
    level.kind = match (kind, &level.kind) {
        (Some(kind), _) => kind,
        (None, LevelKind::Value(value)) => LevelKind::Value(value.clone()),
        (None, _) => LevelKind::Value(Fraction::whole(0)),
    };
    Ok(())
}

/// Writes the text that stands beside an aspect, or how many aspects it spans.
pub(super) fn cell(
    draft: &mut Draft,
    level: usize,
    aspect: usize,
    field: CellField,
    value: &Value,
) -> Set {
    let count = draft.rubric.aspects.len();
    let level = draft.levels.get(level).ok_or(Refused::NotThere)?.id.clone();
    if aspect >= count {
        return Err(Refused::NotThere);
    }
    let cells = &mut draft.rubric.cells;
    let covers = |cell: &Cell, aspect: usize| {
        cell.level == level && aspect >= cell.aspect && aspect - cell.aspect < cell.span
    };
    let at = cells.iter().position(|cell| covers(cell, aspect));
    match (field, at) {
        (CellField::Text, Some(at)) => {
            let cell = cells.get_mut(at).ok_or(Refused::NotThere)?;
            cell.text = value.text()?;
        }
        (CellField::Text, None) => {
            let text = value.text()?;
            cells.push(Cell {
                level,
                aspect,
                span: 1,
                text,
            });
        }
        (CellField::Span, None) => return Err(Refused::NotThere),
        (CellField::Span, Some(at)) => {
            let span = value.count()?.unwrap_or(1);
            let first = cells.get(at).map_or(aspect, |cell| cell.aspect);
            let span = span.clamp(1, count - first);
            if let Some(cell) = cells.get_mut(at) {
                cell.span = span;
            }
            // A text that is spread takes the place of those below it.
            let mut index = 0;
            cells.retain(|cell| {
                let own = index == at;
                index += 1;
                let inside = cell.aspect > first && cell.aspect < first + span;
                own || cell.level != level || !inside
            });
        }
    }
    Ok(())
}

pub(super) fn penalty(draft: &mut Draft, index: usize, field: PenaltyField, value: &Value) -> Set {
    if field == PenaltyField::Id {
        return names::rename_penalty(draft, index, &value.text()?);
    }
    let penalty = draft.penalties.get_mut(index).ok_or(Refused::NotThere)?;
    let one = || Fraction::whole(1);
    let (least, most) = match &penalty.amount {
        Amount::Fixed(points) => (points.clone(), points.clone()),
        Amount::Bounded(least, most) => (least.clone(), most.clone()),
        Amount::Free => (one(), one()),
    };
    match field {
        PenaltyField::Id => {}
        PenaltyField::Label => {
            let text = value.text()?;
            if penalty.printed == penalty.label {
                penalty.printed.clone_from(&text);
            }
            if penalty.cause == penalty.label.to_lowercase() {
                penalty.cause = text.to_lowercase();
            }
            penalty.label = text;
        }
        PenaltyField::Printed => penalty.printed = value.text()?,
        PenaltyField::Cause => penalty.cause = value.text()?,
        PenaltyField::Kind => {
            penalty.amount = match value.choice()? {
                0 => Amount::Fixed(least),
                1 => Amount::Bounded(least, most),
                2 => Amount::Free,
                _ => return Err(Refused::NotThere),
            };
        }
        PenaltyField::Least => {
            penalty.amount = match penalty.amount {
                Amount::Fixed(_) => Amount::Fixed(value.number()?),
                Amount::Bounded(..) => Amount::Bounded(value.number()?, most),
                Amount::Free => return Err(Refused::NotThere),
            };
        }
        PenaltyField::Most => match penalty.amount {
            Amount::Bounded(..) => penalty.amount = Amount::Bounded(least, value.number()?),
            Amount::Fixed(_) | Amount::Free => return Err(Refused::NotThere),
        },
    }
    Ok(())
}

pub(super) fn mark(draft: &mut Draft, field: MarkField, value: &Value) -> Set {
    if field == MarkField::Formula {
        let formula = *FORMULAS.get(value.choice()?).ok_or(Refused::NotThere)?;
        match (&mut draft.mark, formula) {
            (_, None) => draft.mark = None,
            (Some(rule), Some(formula)) => rule.formula = formula,
            (none, Some(formula)) => *none = Some(usual_mark(formula)),
        }
        return Ok(());
    }
    let rule = draft.mark.as_mut().ok_or(Refused::NotThere)?;
    match field {
        MarkField::Formula => {}
        MarkField::FromLowest => {
            rule.formula = Formula::Points {
                from_lowest: value.flag()?,
            };
        }
        MarkField::OutOf => {
            let most = value.number()?;
            // The highest mark is the mark of a perfect profile, unless somebody said otherwise.
            if rule.ceiling == rule.out_of {
                rule.ceiling.clone_from(&most);
            }
            rule.out_of = most;
        }
        MarkField::Base => rule.base = value.number()?,
        MarkField::NotAssessable => {
            rule.not_assessable = *POLICIES.get(value.choice()?).ok_or(Refused::NotThere)?;
        }
        MarkField::Coverage => rule.coverage = value.maybe_number()?,
        MarkField::Grain => rule.rounding.grain = value.maybe_number()?,
        MarkField::Direction => {
            let direction = DIRECTIONS.get(value.choice()?);
            rule.rounding.direction = *direction.ok_or(Refused::NotThere)?;
        }
        MarkField::Stage => {
            rule.stage = *STAGES.get(value.choice()?).ok_or(Refused::NotThere)?;
        }
        MarkField::Floor => rule.floor = value.number()?,
        MarkField::Ceiling => rule.ceiling = value.number()?,
        MarkField::Step => rule.step = value.number()?,
        MarkField::Threshold => rule.threshold = value.maybe_number()?,
        MarkField::Relative => rule.relative = value.flag()?,
    }
    Ok(())
}

/// The rule of a grid that begins to give a mark: out of 20, by half points.
fn usual_mark(formula: Formula) -> MarkRule {
    let half = Fraction::ratio(1, 2);
    MarkRule {
        formula,
        out_of: Fraction::whole(20),
        base: Fraction::whole(0),
        not_assessable: NotAssessable::Zero,
        coverage: None,
        rounding: Rounding {
            grain: half.clone(),
            direction: Direction::NearestTiesUp,
        },
        stage: Stage::Proposal,
        floor: Fraction::whole(0),
        ceiling: Fraction::whole(20),
        step: half.unwrap_or_else(|| Fraction::whole(1)),
        threshold: None,
        relative: false,
    }
}

pub(super) fn decision(draft: &mut Draft, field: DecisionField, value: &Value) -> Set {
    let level = match field {
        DecisionField::Standing(level) => {
            Some(draft.levels.get(level).ok_or(Refused::NotThere)?.id.clone())
        }
        _ => None,
    };
    let order: Vec<_> = draft.levels.iter().map(|level| level.id.clone()).collect();
    let rule: &mut DecisionRule = draft.decision.as_mut().ok_or(Refused::NotThere)?;
    let words = &mut rule.words;
    let slot = match field {
        DecisionField::Standing(_) => {
            let level = level.ok_or(Refused::NotThere)?;
            let standing = value.choice()?;
            rule.acquired.retain(|known| *known != level);
            rule.partly.retain(|known| *known != level);
            match standing {
                0 => rule.acquired.push(level),
                1 => rule.partly.push(level),
                2 => {}
                _ => return Err(Refused::NotThere),
            }
            for list in [&mut rule.acquired, &mut rule.partly] {
                list.sort_by_key(|id| order.iter().position(|known| known == id));
            }
            return Ok(());
        }
        DecisionField::Sections => {
            rule.sections = value.count()?;
            return Ok(());
        }
        DecisionField::Full => &mut words.full,
        DecisionField::Partial => &mut words.partial,
        DecisionField::None => &mut words.none,
        DecisionField::Acquired => &mut words.acquired,
        DecisionField::Refused => &mut words.refused,
    };
    *slot = value.text()?;
    Ok(())
}

pub(super) fn section_rule(
    draft: &mut Draft,
    section: Option<usize>,
    field: RuleField,
    value: &Value,
) -> Set {
    let usual = draft.decision.as_ref().map(|rule| rule.section.clone());
    let rule: &mut SectionRule = match section {
        None => {
            let rule = draft.decision.as_mut().ok_or(Refused::NotThere)?;
            &mut rule.section
        }
        Some(section) => {
            let section = draft.sections.get_mut(section).ok_or(Refused::NotThere)?;
            if field == RuleField::Present {
                // It begins as the rule that it departs from.
                section.rule = if value.flag()? { usual } else { None };
                return Ok(());
            }
            section.rule.as_mut().ok_or(Refused::NotThere)?
        }
    };
    match field {
        RuleField::Present => return Err(Refused::NotThere),
        RuleField::Share => rule.share = value.number()?,
        RuleField::Refused => rule.refused = value.count()?,
        RuleField::Critical => rule.critical = value.flag()?,
        RuleField::Mark => rule.mark = value.maybe_number()?,
    }
    Ok(())
}

/// Gives the weight 1 to everything directly in a section, or outside any.
pub(super) fn even(draft: &mut Draft, section: Option<usize>) -> Set {
    let home = match section {
        Some(index) => Some(
            draft
                .sections
                .get(index)
                .ok_or(Refused::NotThere)?
                .id
                .clone(),
        ),
        None => None,
    };
    let rows = draft.rows.iter_mut().filter(|row| row.section == home);
    let rows = rows.map(|row| &mut row.weight);
    let inner = draft
        .sections
        .iter_mut()
        .filter(|inner| inner.parent == home);
    let inner = inner.map(|inner| &mut inner.weight);
    for weight in rows.chain(inner) {
        *weight = Fraction::whole(1);
    }
    Ok(())
}
