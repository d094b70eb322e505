//! What the columns of a list say, and saying it otherwise: a column on the left, its meaning on the
//! right. Remembered for the next list of the same headings.

use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::{Import, Message, table};
use crate::domain::roster::list::Field;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::scrolled;
use crate::widget::{Element, control};
use crate::{t, words};

pub fn view<'a>(import: &'a Import, current: usize) -> Element<'a, Message> {
    let headings = import.columns.headings(&import.table);
    let first = import.columns.head.map_or(0, |head| head + 1);
    let columns = headings.iter().enumerate().map(|(index, heading)| {
        let example = (first..import.table.lines.len())
            .map(|line| import.table.cell(line, index))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default();
        let name = if heading.is_empty() {
            t!("import-column", number = (index + 1).to_string())
        } else {
            t!("import-heading", heading = heading.as_str())
        };
        let said = import.columns.fields.get(index).copied().flatten();
        let said = said.map_or_else(|| t!("import-aside"), words::field);
        row![
            container(
                control::choice(name, index == current)
                    .dense()
                    .on_press(Message::Column(index))
                    .id(format!("column-{}", index + 1))
            )
            .width(210),
            container(typeface::dense(example).style(typeface::secondary))
                .width(170)
                .clip(true),
            typeface::dense_strong(said),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .height(36)
        .into()
    });
    let said = import.columns.fields.get(current).copied().flatten();
    let meaning = |field: Option<Field>| {
        let label = field.map_or_else(|| t!("import-aside"), words::field);
        control::choice(label, field == said)
            .dense()
            .on_press(Message::Says(current, field))
            .into()
    };
    let mut meanings = column![].spacing(space::S);
    let every: Vec<Option<Field>> = Field::ALL
        .into_iter()
        .map(Some)
        .chain(std::iter::once(None))
        .collect();
    for pair in every.chunks(2) {
        meanings = meanings.push(row(pair.iter().map(|field| meaning(*field))).spacing(space::S));
    }
    let left = container(scrolled(
        container(column(columns)).padding(space::S),
        "columns",
    ))
    .width(Length::Fill)
    .height(table::HEIGHT)
    .style(look::panel);
    let right = column![
        typeface::reference_strong(t!("import-says")),
        meanings,
        typeface::reference(t!("import-remembered")).style(typeface::secondary),
    ]
    .spacing(space::S)
    .width(300);
    row![left, right].spacing(space::XL).into()
}
