//! The line in front: what was read and where, what the jury corrects of it, and its documents.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::correct::as_read;
use super::{Message, Papers, TITLE, at, covered, dossier, reading};
use crate::domain::dossier::amend::{Line, Said, Spot};
use crate::domain::dossier::{Dossier, Place, Realisation};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{space, typeface};
use crate::widget::frame::{key_cap, line};
use crate::widget::{Element, control, field};
use crate::{t, words};

const PERIOD: &str = "line-period";

/// Draws the zone.
pub fn view<'a>(screen: &'a Papers, desk: &Desk<'a>) -> Element<'a, Message> {
    let Some(dossier) = dossier(desk) else {
        return typeface::reference(t!("dossier-empty-title"))
            .style(typeface::secondary)
            .into();
    };
    let open = desk.seat.record.sealed.is_none();
    let add = (open && dossier.as_read().is_some()).then(|| {
        Element::from(
            control::secondary(t!("dossier-line-add"))
                .dense()
                .on_press(Message::AddLine),
        )
    });
    let Some((name, realisation)) = at(desk, screen.cursor.line) else {
        return column![typeface::reference(t!("dossier-no-line")), add]
            .spacing(space::S)
            .into();
    };
    let head = row![
        typeface::label(t!(
            "dossier-line",
            number = (screen.cursor.line + 1).to_string()
        )),
        gap::horizontal(),
        key_cap(Command::Correct.key()),
    ]
    .align_y(Alignment::Center);
    let mut zone = column![head].spacing(space::S);
    zone = zone.push(texts(screen, dossier, name, realisation, open));
    zone = zone.push(sections(desk, name, realisation, open));
    zone = zone.push(line());
    for (column, row) in covered(desk).enumerate() {
        let cell = Cell {
            index: screen.cursor.line,
            name,
            column,
        };
        zone = zone.push(cell.view(dossier, realisation, row.short.as_str(), open));
    }
    zone = zone.push(documents(realisation));
    if open {
        zone = zone.push(line()).push(gestures(dossier, name)).push(add);
    }
    zone.into()
}

fn texts<'a>(
    screen: &'a Papers,
    dossier: &'a Dossier,
    name: Line,
    realisation: &'a Realisation,
    open: bool,
) -> Element<'a, Message> {
    if !open {
        return column![
            typeface::dense_strong(realisation.title.as_str()),
            typeface::tabular_reference(realisation.period_raw.as_str())
        ]
        .into();
    }
    let draft = screen.draft.as_ref().filter(|draft| draft.line == name);
    let title = draft.map_or(realisation.title.as_str(), |draft| draft.title.as_str());
    let period = draft.map_or(realisation.period_raw.as_str(), |draft| {
        draft.period.as_str()
    });
    let title = field::line(
        &t!("dossier-line-title"),
        title,
        TITLE,
        Message::Title,
        false,
    );
    let period = field::line(
        &t!("dossier-line-period"),
        period,
        PERIOD,
        Message::Period,
        false,
    );
    column![
        typeface::reference_strong(t!("dossier-line-title")),
        title.on_submit(Message::Keep),
        origin(dossier, Spot::Title(name), realisation.place),
        typeface::reference_strong(t!("dossier-line-period")),
        period.on_submit(Message::Keep),
        origin(dossier, Spot::Period(name), realisation.period_place),
    ]
    .spacing(space::XS)
    .into()
}

/// Where a value was read, or what the file says that the jury corrected.
fn origin<'a>(dossier: &Dossier, spot: Spot, place: Option<Place>) -> Element<'a, Message> {
    let corrected = dossier.amendments().contains_key(&spot);
    let words = match (corrected, as_read(dossier, spot)) {
        (true, Some(Said::Text(text))) if !text.is_empty() => {
            t!("dossier-line-corrected", read = text)
        }
        (true, _) => t!("dossier-line-written"),
        (false, _) => match place {
            Some(place) => t!("dossier-line-read-at", place = place.to_string()),
            None => t!("dossier-line-nothing-read"),
        },
    };
    typeface::reference(words).style(typeface::secondary).into()
}

fn sections<'a>(
    desk: &Desk<'a>,
    name: Line,
    realisation: &'a Realisation,
    open: bool,
) -> Option<Element<'a, Message>> {
    let sections = &reading(desk)?.sections;
    if sections.is_empty() {
        return None;
    }
    let choices = sections.iter().enumerate().map(|(index, title)| {
        let chosen = realisation.section == Some(index);
        let message = Message::Amend(Spot::Section(name), Some(Said::Section(index)));
        let choice = control::choice(short(title), chosen).dense();
        let choice = choice.on_press_maybe(open.then_some(message));
        control::tipped(Element::from(choice), title.as_str())
    });
    let head = typeface::reference_strong(t!("dossier-line-section"));
    Some(
        column![head, row(choices).spacing(space::XS).wrap()]
            .spacing(space::XS)
            .into(),
    )
}

/// A long section title without its middle: titles of one form differ by their ends.
fn short(title: &str) -> String {
    const HEAD: usize = 12;
    const TAIL: usize = 22;
    let letters: Vec<char> = title.trim().chars().collect();
    if letters.len() <= HEAD + TAIL {
        return letters.into_iter().collect();
    }
    let (head, rest) = letters.split_at(HEAD);
    let tail = rest.get(rest.len() - TAIL..).unwrap_or_default();
    let (head, tail): (String, String) = (head.iter().collect(), tail.iter().collect());
    format!("{}…{}", head.trim_end(), tail.trim_start())
}

/// What a line says of one competency.
struct Cell {
    index: usize,
    name: Line,
    column: usize,
}

impl Cell {
    fn view<'a>(
        &self,
        dossier: &Dossier,
        realisation: &'a Realisation,
        label: &'a str,
        open: bool,
    ) -> Element<'a, Message> {
        let reason = realisation.ticks.get(self.column).copied().flatten();
        let spot = Spot::Tick(self.name, self.column);
        let text = realisation
            .texts
            .get(self.column)
            .map_or("", String::as_str);
        let place = realisation.tick_places.get(self.column).copied().flatten();
        let words = if dossier.amendments().contains_key(&spot) {
            match as_read(dossier, spot) {
                Some(Said::Flag(true)) => Some(t!("dossier-tick-was-read")),
                _ => Some(t!("dossier-tick-was-not-read")),
            }
        } else {
            reason.map(|reason| {
                let place = place.map_or_else(String::new, |place| place.to_string());
                words::tick(reason, text, &place)
            })
        };
        let press = open.then_some(Message::Tick(self.index, self.column));
        let tick = control::check(label.to_owned(), reason.is_some(), press);
        let words = words.map(|words| {
            container(typeface::reference(words).style(typeface::secondary))
                .padding(iced::Padding::ZERO.left(28))
        });
        column![tick, words].width(Length::Fill).into()
    }
}

fn documents<'a>(realisation: &'a Realisation) -> Option<Element<'a, Message>> {
    if realisation.documents.is_empty() && realisation.links.is_empty() {
        return None;
    }
    let mut zone =
        column![line(), typeface::reference_strong(t!("dossier-documents"))].spacing(space::XS);
    for document in &realisation.documents {
        zone = zone.push(typeface::dense(document.as_str()));
    }
    for link in &realisation.links {
        zone = zone.push(typeface::reference(link.as_str()).style(typeface::secondary));
    }
    Some(zone.into())
}

fn gestures<'a>(dossier: &Dossier, name: Line) -> Element<'a, Message> {
    let corrected = dossier
        .amendments()
        .keys()
        .any(|spot| spot.line() == Some(name));
    let aside = control::secondary(match name {
        Line::Read(_) => t!("dossier-line-aside"),
        Line::Added(_) => t!("dossier-line-remove"),
    })
    .dense()
    .on_press(match name {
        Line::Read(_) => Message::Amend(Spot::Counts(name), Some(Said::Flag(false))),
        Line::Added(_) => Message::Restore(name),
    });
    let restore = (corrected && matches!(name, Line::Read(_))).then(|| {
        Element::from(
            control::secondary(t!("dossier-line-restore"))
                .dense()
                .on_press(Message::Restore(name)),
        )
    });
    row![Element::from(aside), restore]
        .spacing(space::XS)
        .wrap()
        .into()
}
