//! The lines of a list: one row each, what is doubtful in amber, and under a commission's way what
//! each changes. Those who are not on the list come last, with what becomes of them.

use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::{Import, Message};
use crate::domain::commission::{Commission, Header};
use crate::domain::roster::difference::{Difference, Fate, What};
use crate::domain::roster::list::{Entry, Field};
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{line, scrolled, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};
use crate::{t, words};

/// Height of the lines, so that the dialog keeps its place.
pub const HEIGHT: f32 = 350.0;
const ROW: f32 = 36.0;
const WIDTHS: [f32; 5] = [66.0, 138.0, 210.0, 76.0, 150.0];

pub fn view<'a>(import: &'a Import, commission: &'a Commission) -> Element<'a, Message> {
    let header = &commission.header;
    let rows = import.list.entries.iter().map(|entry| {
        let change = import
            .changes
            .iter()
            .find(|change| change.line == Some(entry.line));
        column![listed(import, header, entry, change), line()].into()
    });
    let gone = import
        .changes
        .iter()
        .filter(|change| matches!(change.what, What::Gone(_)))
        .map(|change| column![gone(import, header, change), line()].into());
    let body = column(rows).extend(gone);
    container(column![
        head(import),
        line(),
        container(scrolled(body, "list")).height(HEIGHT - 55.0)
    ])
    .padding(1)
    .style(look::panel)
    .into()
}

fn head<'a>(import: &Import) -> Element<'a, Message> {
    let headings = import.columns.headings(&import.table);
    let written = |fields: &[Field]| {
        let written: Vec<String> = fields
            .iter()
            .filter_map(|field| import.columns.of(*field))
            .filter_map(|column| headings.get(column))
            .filter(|heading| !heading.is_empty())
            .cloned()
            .collect();
        if written.is_empty() {
            String::new()
        } else {
            t!("import-heading", heading = written.join(", "))
        }
    };
    let last = if import.under_way {
        (t!("import-change"), String::new())
    } else {
        (words::field(Field::ExtraTime), written(&[Field::ExtraTime]))
    };
    let names = [Field::FullName, Field::LastName, Field::FirstName];
    let heads = [
        (t!("import-line-head"), String::new()),
        (words::field(Field::Number), written(&[Field::Number])),
        (words::field(Field::FullName), written(&names)),
        (words::field(Field::Option), written(&[Field::Option])),
        (
            words::field(Field::Hour),
            written(&[Field::Day, Field::Hour]),
        ),
        last,
    ];
    let cells = heads
        .into_iter()
        .enumerate()
        .map(|(index, (said, written))| {
            container(column![
                typeface::reference_strong(said),
                typeface::reference(written).style(typeface::secondary)
            ])
            .width(width(index))
            .clip(true)
            .into()
        });
    container(row(cells).align_y(Alignment::Center).height(54))
        .padding([0.0, space::M])
        .width(Length::Fill)
        .style(look::hollow)
        .into()
}

fn width(column: usize) -> Length {
    WIDTHS
        .get(column)
        .map_or(Length::Fill, |width| Length::Fixed(*width))
}

fn listed<'a>(
    import: &Import,
    header: &'a Header,
    entry: &'a Entry,
    change: Option<&'a Difference>,
) -> Element<'a, Message> {
    let candidate = &entry.candidate;
    let option = candidate.option.as_ref().map(ToString::to_string);
    let hour = candidate.passage.map(words::hour).unwrap_or_default();
    let passage = match candidate.day.filter(|day| header.day != Some(*day)) {
        Some(day) => t!("import-passage", day = words::day_short(day), hour = hour),
        None => hour,
    };
    let mut said: Vec<String> = entry.doubts.iter().map(words::doubt).collect();
    let refused = change.is_some_and(|change| change.refusal.is_some());
    let doubtful = !said.is_empty() || refused;
    if import.under_way
        && entry.is_usable()
        && let Some(change) = change
    {
        said.push(words::list_difference(header, change));
    }
    let last: Element<'a, Message> = if doubtful {
        signed_in(
            Icon::Alert,
            typeface::dense_strong(said.join(", ")),
            typeface::alert,
        )
    } else if !said.is_empty() {
        typeface::dense_strong(said.join(", ")).into()
    } else if import.under_way {
        typeface::dense(t!("import-same"))
            .style(typeface::secondary)
            .into()
    } else {
        typeface::tabular(words::lengths(header, candidate))
            .style(typeface::secondary)
            .into()
    };
    let cells: [Element<'a, Message>; 6] = [
        typeface::tabular_reference(entry.line.to_string())
            .style(typeface::secondary)
            .into(),
        typeface::tabular(candidate.number.as_str()).into(),
        typeface::name(candidate.name()).into(),
        typeface::dense(option.unwrap_or_else(|| t!("none"))).into(),
        typeface::tabular(passage).into(),
        last,
    ];
    spread(cells, doubtful)
}

fn spread<'a>(cells: [Element<'a, Message>; 6], doubtful: bool) -> Element<'a, Message> {
    let cells = cells
        .into_iter()
        .enumerate()
        .map(|(index, cell)| container(cell).width(width(index)).into());
    let line = container(row(cells).align_y(Alignment::Center))
        .padding([space::S, space::M])
        .width(Length::Fill);
    let line = if doubtful {
        line.style(look::doubtful)
    } else {
        line
    };
    container(line).width(Length::Fill).into()
}

fn gone<'a>(
    import: &'a Import,
    header: &'a Header,
    change: &'a Difference,
) -> Element<'a, Message> {
    let What::Gone(fate) = &change.what else {
        return column![].into();
    };
    let number = &change.number;
    let to = import.moved_to(number);
    let choice = |label: &str, wanted: Fate| {
        let chosen = std::mem::discriminant(fate) == std::mem::discriminant(&wanted);
        Element::from(
            control::choice(t!(label), chosen)
                .dense()
                .on_press(Message::Fate(number.clone(), wanted)),
        )
    };
    let mut choices = row![
        choice("import-keep", Fate::Keep),
        choice("import-remove", Fate::Remove),
        choice("import-absent", Fate::Absent),
        choice("import-moved", Fate::Moved(to.to_owned())),
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center);
    if matches!(fate, Fate::Moved(_)) {
        let who = number.clone();
        choices = choices.push(
            field::line(
                &t!("import-moved-hint"),
                to,
                "elsewhere",
                move |to| Message::Elsewhere(who.clone(), to),
                to.trim().is_empty(),
            )
            .width(130),
        );
    }
    let refused = change.refusal.as_ref().map(|_| {
        typeface::dense_strong(words::list_difference(header, change)).style(typeface::alert)
    });
    let who = column![
        row![
            container(typeface::dense(t!("import-gone")).style(typeface::secondary))
                .width(WIDTHS[0]),
            container(typeface::tabular(number.as_str())).width(WIDTHS[1]),
            container(typeface::name(change.name.as_str())).width(WIDTHS[2]),
            choices,
        ]
        .align_y(Alignment::Center)
        .height(ROW),
        refused,
    ];
    container(who)
        .padding([2.0, space::M])
        .width(Length::Fill)
        .into()
}
