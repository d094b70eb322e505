//! Names: one of a kind, and followed by what leans on them. A name that stood twice in a file is
//! followed by nothing, since nobody can tell which of the two was meant.

use super::super::super::id::{LevelId, PenaltyId, SectionId};
use super::super::{Choice, Draft};
use super::Refused;
use super::field::{ChoiceField, Value};

/// Returns a name as it may be written in a file.
pub(super) fn checked(name: &str) -> Result<String, Refused> {
    let name = name.trim();
    if name.is_empty() || name.chars().any(char::is_whitespace) {
        return Err(Refused::NotAName);
    }
    Ok(name.to_owned())
}

/// Returns a name that nothing else of its kind bears; `current` is the one it replaces.
pub(super) fn free(
    name: &str,
    current: Option<&str>,
    taken: impl Fn(&str) -> bool,
) -> Result<String, Refused> {
    let name = checked(name)?;
    if current != Some(name.as_str()) && taken(&name) {
        return Err(Refused::Taken(name));
    }
    Ok(name)
}

/// Returns the first free name among `stem-1`, `stem-2`…
pub(super) fn fresh(stem: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1_usize;
    loop {
        let name = format!("{stem}-{number}");
        if !taken(&name) {
            return name;
        }
        number = number.saturating_add(1);
    }
}

/// Returns the names of all indicators, which are one of a kind in the whole grid.
pub(super) fn indicators(draft: &Draft) -> impl Iterator<Item = &str> {
    let rows = draft.rows.iter();
    rows.flat_map(|row| row.indicators.iter().map(|known| known.id.as_str()))
}

/// Refuses a name that another choice of the list bears.
pub(super) fn choice(
    choices: &mut [Choice],
    index: usize,
    field: ChoiceField,
    value: &Value,
) -> Result<(), Refused> {
    if field != ChoiceField::Id {
        return Ok(());
    }
    let taken = |id: &str| {
        let others = choices.iter().enumerate();
        others
            .filter(|(other, _)| *other != index)
            .any(|(_, choice)| choice.id.as_str() == id)
    };
    free(&value.text()?, None, taken).map(|_| ())
}

/// Names a level; descriptors, decision and suggestions follow.
pub(super) fn rename_level(draft: &mut Draft, index: usize, name: &str) -> Result<(), Refused> {
    let taken = |id: &str| draft.levels.iter().any(|level| level.id.as_str() == id);
    let current = draft.levels.get(index).map(|known| known.id.as_str());
    let fresh = LevelId::from(free(name, current, taken)?);
    let level = draft.levels.get_mut(index).ok_or(Refused::NotThere)?;
    let former = std::mem::replace(&mut level.id, fresh.clone());
    if draft.levels.iter().any(|level| level.id == former) {
        return Ok(());
    }
    let cells = draft.rubric.cells.iter_mut().map(|cell| &mut cell.level);
    let rows = draft.rows.iter_mut();
    let own = rows.flat_map(|row| row.descriptors.iter_mut().map(|own| &mut own.level));
    let suggested = draft.suggestions.iter_mut().map(|known| &mut known.level);
    let decision = draft.decision.iter_mut();
    let decided = decision.flat_map(|rule| rule.acquired.iter_mut().chain(&mut rule.partly));
    for known in cells.chain(own).chain(suggested).chain(decided) {
        if *known == former {
            known.clone_from(&fresh);
        }
    }
    Ok(())
}

/// Forgets everything that is said of a level that is no more.
pub(super) fn forget_level(draft: &mut Draft, id: &LevelId) {
    if draft.levels.iter().any(|level| level.id == *id) {
        return;
    }
    draft.rubric.cells.retain(|cell| cell.level != *id);
    for row in &mut draft.rows {
        row.descriptors.retain(|own| own.level != *id);
    }
    draft.suggestions.retain(|known| known.level != *id);
    if let Some(rule) = &mut draft.decision {
        rule.acquired.retain(|known| known != id);
        rule.partly.retain(|known| known != id);
    }
}

/// Names a section; its rows and its parts follow.
pub(super) fn rename_section(draft: &mut Draft, index: usize, name: &str) -> Result<(), Refused> {
    let taken = |id: &str| draft.sections.iter().any(|known| known.id.as_str() == id);
    let current = draft.sections.get(index).map(|known| known.id.as_str());
    let fresh = SectionId::from(free(name, current, taken)?);
    let section = draft.sections.get_mut(index).ok_or(Refused::NotThere)?;
    let former = std::mem::replace(&mut section.id, fresh.clone());
    if draft.sections.iter().any(|known| known.id == former) {
        return Ok(());
    }
    let parents = draft.sections.iter_mut().map(|known| &mut known.parent);
    let homes = draft.rows.iter_mut().map(|row| &mut row.section);
    for known in parents.chain(homes).flatten() {
        if *known == former {
            known.clone_from(&fresh);
        }
    }
    Ok(())
}

/// Names a penalty; the papers that propose it follow.
pub(super) fn rename_penalty(draft: &mut Draft, index: usize, name: &str) -> Result<(), Refused> {
    let taken = |id: &str| draft.penalties.iter().any(|known| known.id.as_str() == id);
    let current = draft.penalties.get(index).map(|known| known.id.as_str());
    let fresh = PenaltyId::from(free(name, current, taken)?);
    let penalty = draft.penalties.get_mut(index).ok_or(Refused::NotThere)?;
    let former = std::mem::replace(&mut penalty.id, fresh.clone());
    if draft.penalties.iter().any(|known| known.id == former) {
        return Ok(());
    }
    for known in draft.pieces.iter_mut().filter_map(|p| p.penalty.as_mut()) {
        if *known == former {
            known.clone_from(&fresh);
        }
    }
    Ok(())
}
