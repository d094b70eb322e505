//! From a sheet to réalisations: the header found by its labels, never by its address, then each row
//! below told apart as a section, a réalisation, the continuation of one, or noise.

use crate::domain::dossier::{
    Doubt, Flag, IdentityPlaces, Layout, Place, Reading, Realisation, Reason,
};
use crate::dossier::Columns;
use crate::dossier::tableau::identity;
use crate::dossier::tableau::period::Period;
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::tableau::tick;
use crate::dossier::text;

/// Where the header of the tableau is.
#[derive(Debug)]
pub(crate) struct Header {
    /// Its row.
    pub row: u32,
    /// The columns of titles.
    title: Span,
    /// The columns of periods.
    period: Option<Span>,
    /// The columns of each competency; none when its label was removed.
    competencies: Vec<Option<Span>>,
    /// The competencies whose label is not there, placed by their neighbours.
    pub guessed: Vec<usize>,
    labels: Vec<String>,
}

/// Columns side by side under one label, bounds included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    left: u32,
    right: u32,
}

/// How many of the labels make a header, as long as the form has that many.
const LABELS: usize = 4;

/// Tells whether a text starts as a label does. A label that its cell cuts short, or that runs over
/// the next, is known by its first letters, as long as no other label has them.
fn is_label(typed: &str, label: &str, labels: &[String]) -> bool {
    const FIRST: usize = 12;
    if typed.starts_with(label) {
        return true;
    }
    let Some((at, _)) = label.char_indices().nth(FIRST) else {
        return false;
    };
    let first = label.get(..at).unwrap_or(label);
    let is_only = labels
        .iter()
        .filter(|other| other.starts_with(first))
        .count()
        == 1;
    // What follows in the cell must not be another matter altogether.
    let rest = typed.get(at..).unwrap_or_default();
    is_only
        && typed.starts_with(first)
        && typed.chars().count() <= label.chars().count().saturating_add(FIRST)
        && (rest.is_empty() || rest.chars().zip(label.chars().skip(FIRST)).take(3).all(|(a, b)| a == b))
}

/// A label as it is compared: where blanks fall differs from one program to the next.
fn squash(text: &str) -> String {
    text::fold(text).replace(' ', "")
}

impl Header {
    /// Finds the first row that holds enough of the labels.
    pub(crate) fn find(sheet: &Sheet, columns: &Columns) -> Option<Self> {
        let labels: Vec<String> = columns.labels.iter().map(|l| squash(l)).collect();
        let wanted = LABELS.min(labels.len()).max(1);
        sheet.rows.iter().find_map(|(&row, content)| {
            let folded: Vec<(u32, String)> = content
                .cells
                .iter()
                .filter(|(_, cell)| !cell.text.is_empty())
                .map(|(&column, cell)| (column, squash(&cell.text)))
                .collect();
            let mut competencies: Vec<Option<u32>> = labels
                .iter()
                .map(|label| {
                    folded
                        .iter()
                        .find(|(_, cell)| is_label(cell, label, &labels))
                        .map(|(column, _)| *column)
                })
                .collect();
            if competencies.iter().flatten().count() < wanted {
                return None;
            }
            let found = competencies.clone();
            fill_gaps(&mut competencies);
            let guessed = found
                .iter()
                .enumerate()
                .filter(|(_, column)| column.is_none())
                .map(|(index, _)| index)
                .collect();
            let first = competencies.iter().flatten().min().copied()?;
            let period = folded
                .iter()
                .find(|(_, cell)| cell.starts_with("periode"))
                .map(|(column, _)| *column)
                .or_else(|| {
                    // The cell just before, whatever is written in it and however wide.
                    let before = first.checked_sub(1).filter(|column| *column > 0)?;
                    Some(sheet.corner(row, before).1).filter(|column| *column > 0)
                });
            let title = folded
                .iter()
                .map(|(column, _)| *column)
                .find(|column| *column < period.unwrap_or(first))
                .unwrap_or(0);
            let span = |column: u32, next: u32| {
                let merge = sheet.merge_at(row, column);
                let right = merge.map_or(column, |merge| merge.right);
                Span {
                    left: column,
                    right: right.min(next.saturating_sub(1)).max(column),
                }
            };
            let next_of = |column: u32| {
                let after = competencies.iter().flatten().filter(|c| **c > column);
                after.min().copied().unwrap_or(u32::MAX)
            };
            Some(Self {
                row,
                title: span(title, period.unwrap_or(first)),
                period: period.map(|column| span(column, first)),
                competencies: competencies
                    .iter()
                    .map(|column| column.map(|column| span(column, next_of(column))))
                    .collect(),
                guessed,
                labels: labels.clone(),
            })
        })
    }

    /// Tells whether enough of the labels are among the texts of a row.
    pub(crate) fn is_made_of(texts: &[String], columns: &Columns) -> bool {
        let wanted = LABELS.min(columns.labels.len()).max(1);
        let folded: Vec<String> = texts.iter().map(|text| squash(text)).collect();
        let labels: Vec<String> = columns.labels.iter().map(|label| squash(label)).collect();
        let has = |label: &&String| folded.iter().any(|text| is_label(text, label, &labels));
        labels.iter().filter(has).count() >= wanted
    }

    fn last_column(&self) -> u32 {
        self.competencies
            .iter()
            .flatten()
            .map(|span| span.right)
            .max()
            .unwrap_or(self.title.right)
    }

    /// Tells whether a row below still belongs to the header: merged with it, or listing the
    /// sub-competencies.
    fn goes_on(&self, sheet: &Sheet, row: u32) -> bool {
        let is_merged = |span: &Span| {
            sheet
                .merge_at(row, span.left)
                .is_some_and(|merge| merge.top == self.row)
        };
        let lists = |span: &&Span| {
            let typed = sheet.text(row, span.left).trim_start();
            typed.starts_with('▸') || typed.matches('▸').count() > 1
        };
        is_merged(&self.title)
            || self.period.as_ref().is_some_and(is_merged)
            || self.competencies.iter().flatten().any(|span| lists(&span))
    }

    /// Tells whether a row below repeats the labels, as each printed page may.
    fn is_repeated(&self, sheet: &Sheet, row: u32) -> bool {
        let repeats = |(span, label): &(&Option<Span>, &String)| {
            span.is_some_and(|span| is_label(&squash(sheet.text(row, span.left)), label, &self.labels))
        };
        let labels = self.competencies.iter().zip(&self.labels);
        labels.filter(repeats).count() >= LABELS.min(self.labels.len()).max(1)
    }
}

/// A label that is missing between its neighbours keeps its place.
fn fill_gaps(competencies: &mut [Option<u32>]) {
    for index in 0..competencies.len() {
        let neighbour =
            |at: Option<usize>| at.and_then(|at| competencies.get(at).copied().flatten());
        if neighbour(Some(index)).is_some() {
            continue;
        }
        let after = neighbour(index.checked_sub(1)).and_then(|column| column.checked_add(1));
        let before = neighbour(index.checked_add(1)).and_then(|column| column.checked_sub(1));
        let place = after
            .or(before)
            .filter(|column| !competencies.contains(&Some(*column)));
        if let Some(slot) = competencies.get_mut(index) {
            *slot = place;
        }
    }
}

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

/// Whether a row at the head of a page is the end of the last one of the page before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    No,
    Perhaps,
    Yes,
}

/// One row below the header.
struct Line {
    row: u32,
    title: String,
    whole_title: String,
    documents: Vec<String>,
    period: String,
    ticks: Vec<Option<Reason>>,
    place: Place,
    period_place: Option<Place>,
    tick_places: Vec<Option<Place>>,
    links: Vec<String>,
    texts: Vec<String>,
    /// Whether all that it ticks is only the lower half of cells merged with the row above.
    is_shadow: bool,
}

impl Line {
    fn read(sheet: &Sheet, header: &Header, row: u32) -> Self {
        let typed = first_text(sheet, row, header.title).1;
        let mut lines = typed
            .lines()
            .map(text::clean)
            .filter(|line| !line.is_empty());
        let title = lines.next().unwrap_or_default();
        let (top, left) = sheet.corner(row, header.title.left);
        let plain = sheet.cell(top, left).and_then(|cell| cell.fill.as_deref());
        // A tick may stand in any of the columns under its label.
        let found: Vec<Option<(Reason, (u32, u32))>> = header
            .competencies
            .iter()
            .map(|span| {
                let span = (*span)?;
                (span.left..=span.right)
                    .filter_map(|column| {
                        let reason = tick::reason(sheet, row, column, plain)?;
                        Some((reason, sheet.corner(row, column)))
                    })
                    .min_by_key(|(reason, _)| rank(*reason))
            })
            .collect();
        let ticks: Vec<Option<Reason>> = found
            .iter()
            .map(|tick| tick.map(|(reason, _)| reason))
            .collect();
        let is_shadow = found.iter().flatten().all(|(_, corner)| corner.0 < row);
        let mut period_place = None;
        let mut period = String::new();
        if let Some(span) = header.period {
            // A period merged over two réalisations is that of both.
            let top = if title.is_empty() {
                row
            } else {
                sheet.corner(row, span.left).0
            };
            let (column, typed) = first_text(sheet, top, span);
            period = text::clean(typed);
            period_place = (!period.is_empty()).then(|| sheet.place(top, column));
        }
        let tick_places = found
            .iter()
            .map(|tick| tick.map(|(_, (row, column))| sheet.place(row, column)))
            .collect();
        let texts = found
            .iter()
            .map(|tick| {
                tick.map_or_else(String::new, |(_, (row, column))| {
                    tick::written(sheet.text(row, column))
                })
            })
            .collect();
        let mut links = Vec::new();
        let linked = [Some(header.title), header.period];
        for span in linked.iter().chain(&header.competencies).flatten() {
            for column in span.left..=span.right {
                let cell = sheet.cell(row, column);
                links.extend(cell.iter().flat_map(|cell| cell.links.iter().cloned()));
            }
        }
        Self {
            row,
            title,
            whole_title: text::clean(typed),
            documents: lines.collect(),
            period,
            ticks,
            place: sheet.place(row, header.title.left),
            period_place,
            tick_places,
            links,
            texts,
            is_shadow,
        }
    }

    /// A section is a row merged from side to side, or a title alone that begins as theirs do.
    fn is_section(&self, sheet: &Sheet, header: &Header) -> bool {
        if self.is_wide(sheet, header) {
            return true;
        }
        let folded = text::fold(&self.title);
        let first = folded.split(' ').next().unwrap_or_default();
        let begins_as_one = matches!(
            first.strip_suffix('s').unwrap_or(first),
            "realisation" | "situation" | "projet"
        );
        begins_as_one && self.period.is_empty() && self.ticks.iter().all(Option::is_none)
    }

    fn is_wide(&self, sheet: &Sheet, header: &Header) -> bool {
        let merge = sheet.merge_at(self.row, header.title.left);
        merge.is_some_and(|merge| {
            merge.left <= header.title.left && merge.right >= header.last_column()
        })
    }

    fn starts_midway(&self) -> bool {
        self.title.starts_with(|c: char| {
            c.is_lowercase() || matches!(c, '-' | '–' | '•' | '▪' | '(' | ',' | ';' | ':' | '&')
        })
    }

    /// Tells whether a page break cut this row from the one before, as word processors do.
    fn is_cut_from(&self, last: &Realisation) -> Cut {
        let starts_midway = self.starts_midway();
        let is_bare = self.period.is_empty() && self.ticks.iter().all(Option::is_none);
        let last_is_bare = last.period_raw.is_empty() && last.ticks.iter().all(Option::is_none);
        match (starts_midway, is_bare, last_is_bare) {
            (true, true, _) | (true, _, true) => Cut::Yes,
            // A row that has nothing but a title may also be one that nobody finished.
            (false, true, false) | (false, false, true) | (true, false, false) => Cut::Perhaps,
            (false, true, true) | (false, false, false) => Cut::No,
        }
    }

    /// Gives the end of a row to its start.
    fn ends(self, realisation: &mut Realisation) {
        let starts_low = self.title.starts_with(char::is_lowercase);
        if realisation.documents.is_empty() && starts_low {
            realisation.title.push(' ');
            realisation.title.push_str(&self.title);
        } else if let Some(last) = realisation.documents.last_mut().filter(|_| starts_low) {
            last.push(' ');
            last.push_str(&self.title);
        } else {
            realisation.documents.push(self.title.clone());
        }
        realisation.documents.extend(self.documents.iter().cloned());
        let noted = realisation.flags.clone();
        self.continues(realisation);
        realisation.flags = noted;
    }

    fn continues(self, realisation: &mut Realisation) {
        let places = realisation.tick_places.iter_mut().zip(self.tick_places);
        for ((tick, more), (place, more_place)) in
            realisation.ticks.iter_mut().zip(&self.ticks).zip(places)
        {
            let kept = stronger(*tick, *more);
            if kept != *tick {
                *place = more_place;
            }
            *tick = kept;
        }
        if !self.is_shadow {
            for (text, more) in realisation.texts.iter_mut().zip(self.texts) {
                if !more.is_empty() && !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&more);
            }
        }
        realisation.links.extend(self.links);
        if realisation.period_raw.is_empty() {
            realisation.period_raw = self.period;
            realisation.period_place = self.period_place;
        }
        if !self.is_shadow && !realisation.flags.contains(&Flag::Continuation) {
            realisation.flags.push(Flag::Continuation);
        }
    }
}

/// A cell counts once: the reason that is easiest to check is kept.
fn stronger(a: Option<Reason>, b: Option<Reason>) -> Option<Reason> {
    a.into_iter().chain(b).min_by_key(|reason| rank(*reason))
}

fn rank(reason: Reason) -> u8 {
    match reason {
        Reason::Text => 0,
        Reason::Fill => 1,
        Reason::Border => 2,
        Reason::Shape => 3,
    }
}

/// Returns the first text typed in one of the columns of a row, and its column.
fn first_text(sheet: &Sheet, row: u32, span: Span) -> (u32, &str) {
    (span.left..=span.right)
        .map(|column| (column, sheet.text(row, column)))
        .find(|(_, typed)| !text::clean(typed).is_empty())
        .unwrap_or((span.left, ""))
}
