//! Adding, removing and moving the entries of a list.

use super::super::super::fraction::Fraction;
use super::super::super::id::SectionId;
use super::super::fault::{MOST_LEVELS, MOST_ROWS};
use super::super::part::Part;
use super::super::{
    Amount, Aspect, Cell, Choice, CommentRule, Draft, Edition, Indicator, IndicatorKind, Level,
    LevelKind, Passage, Penalty, Phase, PieceRule, Quality, Row, Section, Suggestion,
};
use super::{List, Refused, Step, names, order, set};

type Made = Result<Option<Part>, Refused>;

/// Returns an indicator of a row.
pub(super) fn indicator(
    draft: &mut Draft,
    row: usize,
    index: usize,
) -> Result<&mut Indicator, Refused> {
    let row = draft.rows.get_mut(row);
    let indicator = row.and_then(|row| row.indicators.get_mut(index));
    indicator.ok_or(Refused::NotThere)
}

/// Returns where a new entry stands: after this one, or last.
fn place<T>(list: &[T], after: Option<usize>, most: usize) -> Result<usize, Refused> {
    if list.len() >= most {
        return Err(Refused::Full(most));
    }
    Ok(after.map_or(list.len(), |after| (after + 1).min(list.len())))
}

fn insert<T>(list: &mut Vec<T>, after: Option<usize>, entry: T) -> Result<(), Refused> {
    let at = place(list, after, MOST_ROWS)?;
    list.insert(at, entry);
    Ok(())
}

pub(super) fn add(draft: &mut Draft, list: List, after: Option<usize>) -> Made {
    match list {
        List::Options => {
            let fresh = choice(&draft.options, "option");
            insert(&mut draft.options, after, fresh)?;
        }
        List::Modes => {
            let fresh = choice(&draft.texts.modes, "forme");
            insert(&mut draft.texts.modes, after, fresh)?;
        }
        List::Levels => {
            let at = place(&draft.levels, after, MOST_LEVELS)?;
            let taken = |id: &str| draft.levels.iter().any(|level| level.id.as_str() == id);
            let id = names::fresh("N", taken);
            let highest = draft.levels.iter().filter_map(Level::value).max();
            let value =
                highest.map_or_else(|| Fraction::whole(0), |most| most.clone() + &gap(draft));
            let level = Level {
                id: id.into(),
                label: String::new(),
                printed: String::new(),
                plural: String::new(),
                kind: LevelKind::Value(value),
            };
            draft.levels.insert(at, level);
        }
        List::Aspects => add_aspect(draft, after)?,
        List::Sections => return add_section(draft, after, None),
        List::SectionsOf(parent) => return add_section(draft, None, Some(parent)),
        List::Rows => {
            let home = after.and_then(|after| draft.rows.get(after));
            let home = home.and_then(|row| row.section.clone());
            let fresh = row(draft, home);
            return add_row(draft, after, fresh);
        }
        List::RowsOf(section) => {
            let home = draft.sections.get(section).ok_or(Refused::NotThere)?;
            let fresh = row(draft, Some(home.id.clone()));
            return add_row(draft, None, fresh);
        }
        List::Indicators(row) => {
            let home = draft.rows.get(row).ok_or(Refused::NotThere)?;
            let taken = |id: &str| names::indicators(draft).any(|known| known == id);
            let kind = home.indicators.last().map(|known| known.kind);
            let fresh = Indicator {
                id: names::fresh(home.id.as_str(), taken).into(),
                kind: kind.unwrap_or(IndicatorKind::Indicator),
                text: String::new(),
            };
            let home = draft.rows.get_mut(row).ok_or(Refused::NotThere)?;
            insert(&mut home.indicators, after, fresh)?;
        }
        List::Passages(shelf) => {
            let shelf = set::shelf_of(draft, shelf).ok_or(Refused::NotThere)?;
            let passage = Passage {
                title: String::new(),
                text: Vec::new(),
            };
            insert(shelf, after, passage)?;
        }
        List::Penalties => {
            let taken = |id: &str| draft.penalties.iter().any(|known| known.id.as_str() == id);
            let fresh = Penalty {
                id: names::fresh("penalite", taken).into(),
                label: String::new(),
                printed: String::new(),
                amount: Amount::Fixed(Fraction::whole(1)),
                cause: String::new(),
            };
            insert(&mut draft.penalties, after, fresh)?;
        }
        List::Phases => insert(
            &mut draft.phases,
            after,
            Phase {
                label: String::new(),
                printed: String::new(),
                seconds: 600,
                extra_time: true,
            },
        )?,
        List::Members => {
            let at = place(&draft.members, after, MOST_LEVELS)?;
            let label = String::new();
            draft.members.insert(at, Quality { label });
        }
        List::Pieces => {
            let taken = |id: &str| draft.pieces.iter().any(|piece| piece.id.as_str() == id);
            let fresh = PieceRule {
                id: names::fresh("piece", taken).into(),
                label: String::new(),
                kinds: Vec::new(),
                required: true,
                penalty: None,
                pages: None,
            };
            insert(&mut draft.pieces, after, fresh)?;
        }
        List::Comments => {
            let below = Fraction::whole(10);
            insert(&mut draft.comments, after, CommentRule { below })?;
        }
        List::Suggestions => {
            let level = draft.levels.last().ok_or(Refused::NotThere)?.id.clone();
            insert(&mut draft.suggestions, after, Suggestion { level, from: 1 })?;
        }
        List::Editions => {
            // A session's form is last year's, but for its year.
            let model = after.and_then(|at| draft.editions.get(at));
            let model = model.or(draft.editions.last()).cloned();
            let fresh = Edition {
                session: String::new(),
                ..model.unwrap_or_else(|| Edition {
                    session: String::new(),
                    exam: String::new(),
                    exam_title: String::new(),
                    grid_annex: String::new(),
                    sheet_annex: String::new(),
                    penalty_annex: String::new(),
                })
            };
            insert(&mut draft.editions, after, fresh)?;
        }
    }
    Ok(None)
}

/// The distance between the two highest values.
fn gap(draft: &Draft) -> Fraction {
    let mut values: Vec<&Fraction> = draft.levels.iter().filter_map(Level::value).collect();
    values.sort();
    match values.as_slice() {
        [.., below, most] if below != most => (*most).clone() - below,
        _ => Fraction::whole(1),
    }
}

fn choice(choices: &[Choice], stem: &str) -> Choice {
    let taken = |id: &str| choices.iter().any(|known| known.id.as_str() == id);
    Choice {
        id: names::fresh(stem, taken).into(),
        label: String::new(),
        printed: String::new(),
    }
}

/// Puts an aspect in; a text that spans both its neighbours spans it too.
fn add_aspect(draft: &mut Draft, after: Option<usize>) -> Result<(), Refused> {
    let rubric = &mut draft.rubric;
    let at = place(&rubric.aspects, after, MOST_ROWS)?;
    let whole = rubric.aspects.len();
    for cell in &mut rubric.cells {
        let end = cell.aspect.saturating_add(cell.span);
        if cell.aspect >= at && !(cell.aspect == 0 && end == whole && whole > 1) {
            cell.aspect = cell.aspect.saturating_add(1);
        } else if end > at || (cell.aspect == 0 && end == whole && whole > 1) {
            cell.span = cell.span.saturating_add(1);
        }
    }
    let short = String::new();
    rubric.aspects.insert(at, Aspect { short });
    Ok(())
}

fn add_section(draft: &mut Draft, after: Option<usize>, inside: Option<usize>) -> Made {
    let at = place(&draft.sections, after, MOST_ROWS)?;
    let taken = |id: &str| draft.sections.iter().any(|known| known.id.as_str() == id);
    let model = match (after, inside) {
        (Some(after), _) => draft.sections.get(after),
        (None, Some(parent)) => {
            let parent = draft.sections.get(parent).ok_or(Refused::NotThere)?;
            let mut inner = draft.sections.iter();
            inner.rfind(|section| section.parent.as_ref() == Some(&parent.id))
        }
        (None, None) => draft
            .sections
            .iter()
            .rfind(|section| section.parent.is_none()),
    };
    let parent = match (after, inside) {
        (Some(_), _) => model.and_then(|model| model.parent.clone()),
        (None, Some(parent)) => draft.sections.get(parent).map(|parent| parent.id.clone()),
        (None, None) => None,
    };
    let fresh = Section {
        id: names::fresh("bloc", taken).into(),
        kind: model.map(|model| model.kind.clone()).unwrap_or_default(),
        title: String::new(),
        short: String::new(),
        parent,
        weight: Fraction::whole(1),
        modality: String::new(),
        deliverables: Vec::new(),
        reference: Vec::new(),
        rule: None,
    };
    let id = fresh.id.clone();
    draft.sections.insert(at, fresh);
    order::arrange(draft);
    Ok(Some(order::section_at(draft, &id)))
}

fn row(draft: &Draft, section: Option<SectionId>) -> Row {
    let taken = |id: &str| draft.rows.iter().any(|row| row.id.as_str() == id);
    Row {
        id: names::fresh("ligne", taken).into(),
        section,
        title: String::new(),
        short: String::new(),
        narrow: String::new(),
        transversal: false,
        weight: Fraction::whole(1),
        critical: false,
        parts: Vec::new(),
        indicators: Vec::new(),
        situations: 0,
        descriptors: Vec::new(),
        knowledge: Vec::new(),
        modality: String::new(),
        deliverables: Vec::new(),
    }
}

fn add_row(draft: &mut Draft, after: Option<usize>, fresh: Row) -> Made {
    let at = place(&draft.rows, after, MOST_ROWS)?;
    let id = fresh.id.clone();
    draft.rows.insert(at, fresh);
    order::arrange(draft);
    let at = draft.rows.iter().position(|row| row.id == id);
    Ok(Some(Part::Row(at.unwrap_or(0))))
}

/// Puts a copy of a row after it, its indicators under names of their own.
pub(super) fn copy(draft: &mut Draft, index: usize) -> Made {
    let model = draft.rows.get(index).ok_or(Refused::NotThere)?.clone();
    let stem = model.id.to_string();
    let taken = |id: &str| draft.rows.iter().any(|row| row.id.as_str() == id);
    let mut fresh = Row {
        id: names::fresh(&stem, taken).into(),
        ..model
    };
    let mut known: Vec<String> = names::indicators(draft).map(str::to_owned).collect();
    for indicator in &mut fresh.indicators {
        let id = names::fresh(fresh.id.as_str(), |id| {
            known.iter().any(|known| known == id)
        });
        known.push(id.clone());
        indicator.id = id.into();
    }
    add_row(draft, Some(index), fresh)
}

pub(super) fn remove(draft: &mut Draft, list: List, index: usize) -> Made {
    fn drop_at<T>(list: &mut Vec<T>, index: usize) -> Result<T, Refused> {
        if index >= list.len() {
            return Err(Refused::NotThere);
        }
        Ok(list.remove(index))
    }
    match list {
        List::Options => drop(drop_at(&mut draft.options, index)?),
        List::Modes => drop(drop_at(&mut draft.texts.modes, index)?),
        List::Levels => {
            let level = drop_at(&mut draft.levels, index)?;
            names::forget_level(draft, &level.id);
        }
        List::Aspects => {
            let _ = drop_at(&mut draft.rubric.aspects, index)?;
            for cell in &mut draft.rubric.cells {
                if cell.aspect > index {
                    cell.aspect -= 1;
                } else if index - cell.aspect < cell.span {
                    cell.span -= 1;
                }
            }
            draft.rubric.cells.retain(|cell| cell.span > 0);
        }
        List::Sections | List::SectionsOf(_) => return remove_section(draft, index),
        List::Rows | List::RowsOf(_) => {
            let row = drop_at(&mut draft.rows, index)?;
            // The eye stays in the section: on what took its place, or what stands before.
            let stays = |at: usize| {
                draft
                    .rows
                    .get(at)
                    .filter(|other| other.section == row.section)
            };
            let near = [Some(index), index.checked_sub(1)].into_iter().flatten();
            let near = near
                .map(|at| (at, stays(at)))
                .find(|(_, row)| row.is_some());
            return Ok(Some(match (near, &row.section) {
                (Some((at, _)), _) => Part::Row(at),
                (None, Some(section)) => order::section_at(draft, section),
                (None, None) => Part::Identity,
            }));
        }
        List::Indicators(row) => {
            let row = draft.rows.get_mut(row).ok_or(Refused::NotThere)?;
            drop(drop_at(&mut row.indicators, index)?);
        }
        List::Passages(shelf) => {
            let shelf = set::shelf_of(draft, shelf).ok_or(Refused::NotThere)?;
            drop(drop_at(shelf, index)?);
        }
        List::Penalties => {
            let penalty = drop_at(&mut draft.penalties, index)?;
            let again = draft.penalties.iter().any(|known| known.id == penalty.id);
            for piece in &mut draft.pieces {
                if piece.penalty.as_ref() == Some(&penalty.id) && !again {
                    piece.penalty = None;
                }
            }
        }
        List::Phases => drop(drop_at(&mut draft.phases, index)?),
        List::Members => drop(drop_at(&mut draft.members, index)?),
        List::Pieces => drop(drop_at(&mut draft.pieces, index)?),
        List::Comments => drop(drop_at(&mut draft.comments, index)?),
        List::Suggestions => drop(drop_at(&mut draft.suggestions, index)?),
        List::Editions => drop(drop_at(&mut draft.editions, index)?),
    }
    Ok(None)
}

/// Takes a section away with its parts and all their rows.
fn remove_section(draft: &mut Draft, index: usize) -> Made {
    let section = draft.sections.get(index).ok_or(Refused::NotThere)?;
    let parent = section.parent.clone();
    let family = order::family(draft, index);
    let gone: Vec<_> = family
        .iter()
        .filter_map(|at| draft.sections.get(*at).map(|section| section.id.clone()))
        .collect();
    let mut at = 0;
    draft.sections.retain(|_| {
        at += 1;
        !family.contains(&(at - 1))
    });
    // A name that stood twice keeps its rows.
    let stays = |id: &SectionId| draft.sections.iter().any(|section| section.id == *id);
    let gone: Vec<_> = gone.into_iter().filter(|id| !stays(id)).collect();
    draft
        .rows
        .retain(|row| row.section.as_ref().is_none_or(|home| !gone.contains(home)));
    Ok(Some(match parent {
        Some(parent) => order::section_at(draft, &parent),
        None if draft.sections.is_empty() => Part::Identity,
        None => Part::Section(index.min(draft.sections.len() - 1)),
    }))
}

pub(super) fn step(draft: &mut Draft, list: List, index: usize, step: Step) -> Made {
    fn swap<T>(list: &mut [T], index: usize, step: Step) -> Result<(), Refused> {
        let other = match step {
            Step::Up => index.checked_sub(1),
            Step::Down => Some(index + 1),
        };
        let other = other.filter(|other| *other < list.len() && index < list.len());
        list.swap(index, other.ok_or(Refused::NotThere)?);
        Ok(())
    }
    match list {
        List::Options => swap(&mut draft.options, index, step)?,
        List::Modes => swap(&mut draft.texts.modes, index, step)?,
        List::Levels => swap(&mut draft.levels, index, step)?,
        List::Aspects => {
            swap(&mut draft.rubric.aspects, index, step)?;
            let first = if step == Step::Up { index - 1 } else { index };
            swap_cells(draft, first);
        }
        List::Sections | List::SectionsOf(_) => {
            return order::step_section(draft, index, step).map(Some);
        }
        List::Rows | List::RowsOf(_) => return order::step_row(draft, index, step).map(Some),
        List::Indicators(row) => {
            let row = draft.rows.get_mut(row).ok_or(Refused::NotThere)?;
            swap(&mut row.indicators, index, step)?;
        }
        List::Passages(shelf) => {
            let shelf = set::shelf_of(draft, shelf).ok_or(Refused::NotThere)?;
            swap(shelf, index, step)?;
        }
        List::Penalties => swap(&mut draft.penalties, index, step)?,
        List::Phases => swap(&mut draft.phases, index, step)?,
        List::Members => swap(&mut draft.members, index, step)?,
        List::Pieces => swap(&mut draft.pieces, index, step)?,
        List::Comments => swap(&mut draft.comments, index, step)?,
        List::Suggestions => swap(&mut draft.suggestions, index, step)?,
        List::Editions => swap(&mut draft.editions, index, step)?,
    }
    Ok(None)
}

/// Lets the texts of two neighbouring aspects change places; one that spans just one of the two with
/// others is parted first.
fn swap_cells(draft: &mut Draft, first: usize) {
    let second = first + 1;
    let count = draft.rubric.aspects.len();
    let mut parted = Vec::new();
    for cell in draft.rubric.cells.drain(..) {
        let end = cell.aspect.saturating_add(cell.span).min(count);
        let covers = |aspect: usize| cell.aspect <= aspect && aspect < end;
        if covers(first) == covers(second) || cell.span == 1 {
            parted.push(cell);
            continue;
        }
        for aspect in cell.aspect..end {
            parted.push(Cell {
                aspect,
                span: 1,
                ..cell.clone()
            });
        }
    }
    for cell in &mut parted {
        if cell.span == 1 && cell.aspect == first {
            cell.aspect = second;
        } else if cell.span == 1 && cell.aspect == second {
            cell.aspect = first;
        }
    }
    draft.rubric.cells = parted;
}
