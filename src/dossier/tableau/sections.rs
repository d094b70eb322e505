//! From a sheet to réalisations: each row below the header told apart as a section, a réalisation,
//! the continuation of one, or noise.

use crate::domain::dossier::{Doubt, Flag, IdentityPlaces, Layout, Place, Reading, Realisation};
use crate::dossier::tableau::header::Header;
use crate::dossier::tableau::identity;
use crate::dossier::tableau::line::{Cut, Line};
use crate::dossier::tableau::period::Period;
use crate::dossier::tableau::sheet::Sheet;

/// Reads what the rows below the header say; the identity is filled by the caller.
pub(crate) fn read(sheet: &Sheet, header: &Header) -> Reading {
    let mut reading = empty(Layout::T5, header.competencies.len());
    let mut in_header = true;
    let mut new_page: Option<u32> = None;
    let mut lone_section: Option<Place> = None;
    for (&row, content) in sheet.rows.range(header.row.saturating_add(1)..) {
        new_page = sheet.page_starts.get(&row).copied().or(new_page);
        in_header = header.is_repeated(sheet, row) || in_header && header.goes_on(sheet, row);
        if in_header {
            continue;
        }
        let mut line = Line::read(sheet, header, row);
        let has_tick = line.ticks.iter().any(Option::is_some);
        if !has_tick && let Some(address) = identity::url_of_spare_row(&line.whole_title) {
            if reading.url.is_none() {
                reading.url = Some(address);
                reading.places.url = Some(line.place);
            }
            continue;
        }
        if line.is_section(sheet, header) {
            new_page = None;
            lone_section = (!line.is_wide(sheet, header)).then_some(line.place);
            if !line.title.is_empty() {
                reading.sections.push(line.whole_title);
                reading.section_places.push(line.place);
            }
            continue;
        }
        if line.title.is_empty() && !has_tick {
            continue;
        }
        // A title cut from its row by a page break looks like a section that begins with its words.
        if let (Some(page), Some(place)) = (new_page, lone_section)
            && line.starts_midway()
            && let (Some(title), Some(_)) = (reading.sections.pop(), reading.section_places.pop())
        {
            reading.doubts.push(Doubt::Continued { page });
            new_page = None;
            line.documents.insert(0, line.title);
            line.title = title;
            line.place = place;
        }
        lone_section = None;
        let section = reading.sections.len().checked_sub(1);
        if let Some(page) = new_page.take()
            && let Some(last) = reading.realisations.last_mut()
            && last.section == section
            && !line.title.is_empty()
        {
            let cut = line.is_cut_from(last);
            if cut != Cut::No {
                reading.doubts.push(Doubt::Continued { page });
            }
            if cut == Cut::Yes {
                line.ends(last);
                continue;
            }
        }
        let continued = reading
            .realisations
            .last_mut()
            .filter(|realisation| line.title.is_empty() && realisation.section == section);
        if let Some(realisation) = continued {
            line.continues(realisation);
        } else {
            let hidden = content.is_hidden.then_some(Flag::Hidden);
            reading.realisations.push(Realisation {
                section,
                title: line.title,
                documents: line.documents,
                period_raw: line.period,
                ticks: line.ticks,
                flags: hidden.into_iter().collect(),
                links: line.links,
                texts: line.texts,
                place: Some(line.place),
                period_place: line.period_place,
                tick_places: line.tick_places,
            });
        }
    }
    for realisation in &mut reading.realisations {
        flag(realisation);
    }
    reading.uncovered = (0..header.competencies.len())
        .filter(|&column| reading.covering(column).next().is_none())
        .collect();
    reading
}

/// Returns a reading that says nothing.
pub(crate) fn empty(layout: Layout, n_columns: usize) -> Reading {
    Reading {
        layout,
        session: None,
        candidate: None,
        number: None,
        centre: None,
        url: None,
        option: None,
        sections: Vec::new(),
        realisations: Vec::new(),
        uncovered: (0..n_columns).collect(),
        places: IdentityPlaces::default(),
        section_places: Vec::new(),
        doubts: Vec::new(),
    }
}

/// Puts the flags in the order of the enumeration, once the réalisation is whole.
fn flag(realisation: &mut Realisation) {
    let noted = std::mem::take(&mut realisation.flags);
    let is_bare = realisation.ticks.iter().all(Option::is_none);
    let period = Period::parse(&realisation.period_raw);
    let continuation = noted
        .contains(&Flag::Continuation)
        .then_some(Flag::Continuation);
    let bare = is_bare.then_some(Flag::NoTick);
    let hidden = noted.contains(&Flag::Hidden).then_some(Flag::Hidden);
    realisation.flags = continuation
        .into_iter()
        .chain(bare)
        .chain(hidden)
        .chain(period.flags())
        .collect();
}
