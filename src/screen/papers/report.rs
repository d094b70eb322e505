//! The report of the reading: what it counts, what is to be checked, what the jury corrected, and
//! the gesture by which the jury says that it compared it with the original.

use iced::Length;
use iced::widget::{column, container, row};

use super::{Message, covered, dossier, reading};
use crate::domain::dossier::amend::{Said, Spot};
use crate::domain::dossier::findings::{Finding, counts, findings};
use crate::screen::Desk;
use crate::style::{space, typeface};
use crate::widget::frame::{line, notice, scrolled};
use crate::widget::{Element, control};
use crate::{t, words};

/// Returns how many things are to be checked; none any more once the jury compared.
pub fn count(desk: &Desk<'_>) -> usize {
    let Some(dossier) = dossier(desk) else {
        return 0;
    };
    if dossier.is_checked() {
        return 0;
    }
    found(desk).len() + dossier.findings.len()
}

fn found(desk: &Desk<'_>) -> Vec<Finding> {
    let candidate = &desk.seat.record.candidate;
    reading(desk).map_or_else(Vec::new, |reading| findings(reading, Some(candidate)))
}

/// Draws the report.
pub fn view<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let Some(dossier) = dossier(desk) else {
        return typeface::body(t!("dossier-empty-text")).into();
    };
    let labels: Vec<String> = covered(desk).map(|row| row.short.clone()).collect();
    let mut zone = column![].spacing(space::S);
    for finding in &dossier.findings {
        zone = zone.push(notice(typeface::reference(finding.as_str())));
    }
    let Some(reading) = reading(desk) else {
        return scrolled(
            zone.push(typeface::body(t!("dossier-no-tableau"))),
            "report",
        );
    };
    let counts = counts(reading, labels.len());
    zone = zone.push(typeface::body(t!(
        "report-counts",
        lines = counts.realisations,
        ticks = counts.columns.iter().sum::<usize>()
    )));
    for (title, count) in reading.sections.iter().zip(&counts.sections) {
        let words = row![
            container(typeface::reference(title.as_str())).width(Length::Fill),
            typeface::tabular_reference(count.to_string())
        ];
        zone = zone.push(words.spacing(space::S));
    }
    let (name, number) = (reading.candidate.as_deref(), reading.number.as_deref());
    zone = zone.push(
        typeface::reference(t!(
            "dossier-identity",
            name = name.unwrap_or("—"),
            number = number.unwrap_or("—")
        ))
        .style(typeface::secondary),
    );
    zone = zone
        .push(line())
        .push(typeface::label(t!("dossier-findings")));
    let found = found(desk);
    if found.is_empty() {
        zone = zone.push(typeface::dense(t!("report-nothing")));
    }
    for finding in &found {
        let words = words::finding(finding, reading, &labels);
        zone = zone.push(notice(typeface::reference(words)));
    }
    let open = desk.seat.record.sealed.is_none();
    let said = (!dossier.is_checked()).then_some(Said::Flag(true));
    let press = open.then_some(Message::Amend(Spot::Checked, said));
    // Always in sight: it is what the report leads to.
    let checked = control::check(t!("report-checked"), dossier.is_checked(), press);
    let zone = zone.push(corrections(desk));
    let zone = container(zone).padding(iced::Padding::ZERO.right(14));
    column![scrolled(zone, "report"), line(), checked]
        .spacing(space::S)
        .into()
}

fn corrections<'a>(desk: &Desk<'a>) -> Option<Element<'a, Message>> {
    let dossier = dossier(desk)?;
    let labels: Vec<String> = covered(desk).map(|row| row.short.clone()).collect();
    let open = desk.seat.record.sealed.is_none();
    let mut zone = column![line(), typeface::label(t!("report-corrections"))].spacing(space::XS);
    let mut any = false;
    for (spot, said) in dossier.amendments() {
        let Some(name) = spot.line() else {
            continue;
        };
        any = true;
        let back = open.then(|| {
            // A line that the jury wrote goes whole.
            let message = match spot {
                Spot::Title(crate::domain::dossier::amend::Line::Added(_)) => {
                    Message::Restore(name)
                }
                _ => Message::Amend(*spot, None),
            };
            Element::from(
                control::quiet(t!("report-restore"))
                    .dense()
                    .on_press(message),
            )
        });
        let words = words::correction(dossier, *spot, said, &labels);
        let words = container(typeface::reference(words)).width(Length::Fill);
        zone = zone.push(row![words, back].spacing(space::S));
    }
    any.then(|| zone.into())
}
