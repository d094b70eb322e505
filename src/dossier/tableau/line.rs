//! One row below the header: what it says, and whether it is a section, a réalisation or more of one.

use crate::domain::dossier::{Flag, Place, Realisation, Reason};
use crate::dossier::tableau::header::{Header, Span};
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::tableau::tick;
use crate::dossier::text;

/// Whether a row at the head of a page is the end of the last one of the page before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// It is a row of its own.
    No,
    /// Nothing says.
    Perhaps,
    /// It is.
    Yes,
}

/// One row below the header.
pub(crate) struct Line {
    row: u32,
    /// First line of the title.
    pub title: String,
    /// The whole of it, blanks folded.
    pub whole_title: String,
    /// Its other lines.
    pub documents: Vec<String>,
    /// The period, blanks folded.
    pub period: String,
    /// Why each column counts as ticked.
    pub ticks: Vec<Option<Reason>>,
    /// Where the title is.
    pub place: Place,
    /// Where the period is.
    pub period_place: Option<Place>,
    /// Where each tick is.
    pub tick_places: Vec<Option<Place>>,
    /// Addresses behind its cells.
    pub links: Vec<String>,
    /// What its ticked cells say.
    pub texts: Vec<String>,
    /// Whether all that it ticks is only the lower half of cells merged with the row above.
    is_shadow: bool,
}

impl Line {
    /// Reads a row.
    pub(crate) fn read(sheet: &Sheet, header: &Header, row: u32) -> Self {
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
        let mut line = Self {
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
        };
        line.take_centred_title();
        line
    }

    /// Takes the title of a section that a program left in the column where it was centred.
    fn take_centred_title(&mut self) {
        let mut written = self.texts.iter().enumerate();
        let mut written = written.by_ref().filter(|(_, text)| !text.is_empty());
        let (Some((column, text)), None) = (written.next(), written.next()) else {
            return;
        };
        let folded = text::fold(text);
        let begins_as_one = ["realisation en", "realisations en", "realisations profess"]
            .iter()
            .any(|start| folded.starts_with(start));
        let is_alone = self.title.is_empty()
            && self.period.is_empty()
            && self.ticks.iter().flatten().count() == 1;
        if !begins_as_one || !is_alone {
            return;
        }
        self.whole_title = text::clean(text);
        self.title.clone_from(&self.whole_title);
        if let Some(place) = self.tick_places.get(column).copied().flatten() {
            self.place = place;
        }
        self.ticks.fill(None);
        self.tick_places.fill(None);
        self.texts.fill(String::new());
    }

    /// A section is a row merged from side to side, or a title alone that begins as theirs do.
    pub(crate) fn is_section(&self, sheet: &Sheet, header: &Header) -> bool {
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

    /// Tells whether its title is merged from side to side.
    pub(crate) fn is_wide(&self, sheet: &Sheet, header: &Header) -> bool {
        let merge = sheet.merge_at(self.row, header.title.left);
        merge.is_some_and(|merge| {
            merge.left <= header.title.left && merge.right >= header.last_column()
        })
    }

    /// Tells whether its title starts as the middle of a sentence or an item of a list does.
    pub(crate) fn starts_midway(&self) -> bool {
        self.title.starts_with(|c: char| {
            c.is_lowercase() || matches!(c, '-' | '–' | '•' | '▪' | '(' | ',' | ';' | ':' | '&')
        })
    }

    /// Tells whether a page break cut this row from the one before, as word processors do.
    pub(crate) fn is_cut_from(&self, last: &Realisation) -> Cut {
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
    pub(crate) fn ends(self, realisation: &mut Realisation) {
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

    /// Joins the row to the réalisation that it continues.
    pub(crate) fn continues(self, realisation: &mut Realisation) {
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
        Reason::Shape | Reason::Jury => 3,
    }
}

/// Returns the first text typed in one of the columns of a row, and its column.
fn first_text(sheet: &Sheet, row: u32, span: Span) -> (u32, &str) {
    (span.left..=span.right)
        .map(|column| (column, sheet.text(row, column)))
        .find(|(_, typed)| !text::clean(typed).is_empty())
        .unwrap_or((span.left, ""))
}
