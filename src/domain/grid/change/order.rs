//! The order of the form: each section after its parent, its rows before its parts. What moves
//! keeps that order, so that the file lays everything where the screen shows it.

use super::super::super::id::SectionId;
use super::super::part::Part;
use super::super::{Draft, Row, Section};
use super::{Refused, Step};

/// Lays sections and rows in the order of the form. What leans on a section that is not there, or
/// stands inside itself, comes last: nothing is lost.
pub(super) fn arrange(draft: &mut Draft) {
    let mut sections: Vec<Option<Section>> = draft.sections.drain(..).map(Some).collect();
    let mut rows: Vec<Option<Row>> = draft.rows.drain(..).map(Some).collect();
    take_rows(&mut rows, None, &mut draft.rows);
    lay(&mut sections, None, &mut rows, draft);
    let lost: Vec<Section> = sections.iter_mut().filter_map(Option::take).collect();
    for section in lost {
        take_rows(&mut rows, Some(&section.id), &mut draft.rows);
        draft.sections.push(section);
    }
    draft.rows.extend(rows.into_iter().flatten());
}

fn lay(
    sections: &mut [Option<Section>],
    parent: Option<&SectionId>,
    rows: &mut [Option<Row>],
    draft: &mut Draft,
) {
    for index in 0..sections.len() {
        let here = sections.get(index).and_then(Option::as_ref);
        if here.is_none_or(|section| section.parent.as_ref() != parent) {
            continue;
        }
        let Some(section) = sections.get_mut(index).and_then(Option::take) else {
            continue;
        };
        let id = section.id.clone();
        draft.sections.push(section);
        take_rows(rows, Some(&id), &mut draft.rows);
        lay(sections, Some(&id), rows, draft);
    }
}

fn take_rows(from: &mut [Option<Row>], section: Option<&SectionId>, to: &mut Vec<Row>) {
    for slot in from {
        if slot
            .as_ref()
            .is_some_and(|row| row.section.as_ref() == section)
        {
            to.extend(slot.take());
        }
    }
}

/// Returns the positions of a section and of everything inside it.
pub(super) fn family(draft: &Draft, index: usize) -> Vec<usize> {
    let mut family = vec![index];
    // A parent stands before its parts.
    for (other, section) in draft.sections.iter().enumerate().skip(index + 1) {
        let inside = family.iter().any(|known| {
            let parent = draft.sections.get(*known).map(|parent| &parent.id);
            section.parent.as_ref() == parent && section.parent.is_some()
        });
        if inside {
            family.push(other);
        }
    }
    family
}

/// Puts a section inside another, or outside any.
pub(super) fn put_inside(
    draft: &mut Draft,
    index: usize,
    parent: Option<usize>,
) -> Result<Part, Refused> {
    let family = family(draft, index);
    if parent.is_some_and(|parent| family.contains(&parent)) {
        return Err(Refused::Loop);
    }
    let parent = match parent {
        Some(parent) => Some(
            draft
                .sections
                .get(parent)
                .ok_or(Refused::NotThere)?
                .id
                .clone(),
        ),
        None => None,
    };
    let section = draft.sections.get_mut(index).ok_or(Refused::NotThere)?;
    section.parent = parent;
    let id = section.id.clone();
    arrange(draft);
    Ok(section_at(draft, &id))
}

/// Puts a row in a section, last, or outside any.
pub(super) fn put_row(
    draft: &mut Draft,
    index: usize,
    section: Option<usize>,
) -> Result<Part, Refused> {
    let section = match section {
        Some(section) => Some(
            draft
                .sections
                .get(section)
                .ok_or(Refused::NotThere)?
                .id
                .clone(),
        ),
        None => None,
    };
    if index >= draft.rows.len() {
        return Err(Refused::NotThere);
    }
    let mut row = draft.rows.remove(index);
    if row.section == section {
        draft.rows.insert(index, row);
        return Ok(Part::Row(index));
    }
    let id = row.id.clone();
    row.section = section;
    draft.rows.push(row);
    arrange(draft);
    let at = draft.rows.iter().rposition(|row| row.id == id);
    Ok(Part::Row(at.unwrap_or(index)))
}

pub(super) fn section_at(draft: &Draft, id: &SectionId) -> Part {
    let at = draft.sections.iter().position(|section| section.id == *id);
    Part::Section(at.unwrap_or(0))
}

/// Moves a row among those of its section.
pub(super) fn step_row(draft: &mut Draft, index: usize, step: Step) -> Result<Part, Refused> {
    let home = draft
        .rows
        .get(index)
        .ok_or(Refused::NotThere)?
        .section
        .clone();
    let mut beside = draft.rows.iter().enumerate();
    let is_neighbour = |(_, row): &(usize, &Row)| row.section == home;
    let other = match step {
        Step::Up => beside.take(index).rfind(is_neighbour),
        Step::Down => beside.find(|(at, row)| *at > index && row.section == home),
    };
    let (other, _) = other.ok_or(Refused::NotThere)?;
    draft.rows.swap(index, other);
    Ok(Part::Row(other))
}

/// Moves a section, with everything in it, among its neighbours.
pub(super) fn step_section(draft: &mut Draft, index: usize, step: Step) -> Result<Part, Refused> {
    let section = draft.sections.get(index).ok_or(Refused::NotThere)?;
    let (id, home) = (section.id.clone(), section.parent.clone());
    let mut beside = draft.sections.iter().enumerate();
    let is_neighbour = |(_, other): &(usize, &Section)| other.parent == home;
    let other = match step {
        Step::Up => beside.take(index).rfind(is_neighbour),
        Step::Down => beside.find(|(at, other)| *at > index && other.parent == home),
    };
    let (other, _) = other.ok_or(Refused::NotThere)?;
    draft.sections.swap(index, other);
    arrange(draft);
    Ok(section_at(draft, &id))
}
