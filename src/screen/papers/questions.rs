//! Questions prepared for the exchange, each on a row, on a réalisation, on both or on neither.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Message, Papers, QUESTION, reading};
use crate::domain::commission::Question;
use crate::domain::id::QuestionId;
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{space, typeface};
use crate::t;
use crate::widget::frame::line;
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field};

/// Returns a name that no question bears.
pub fn next(desk: &Desk<'_>) -> QuestionId {
    let numbers = desk.seat.record.questions.iter().filter_map(|question| {
        question
            .id
            .as_str()
            .strip_prefix('q')
            .and_then(|number| number.parse::<u32>().ok())
    });
    QuestionId::from(format!("q{:03}", numbers.max().unwrap_or(0) + 1))
}

/// Draws the list and, while one writes, the question that is being written.
pub fn view<'a>(screen: &'a Papers, desk: &Desk<'a>) -> Element<'a, Message> {
    let open = desk.seat.record.sealed.is_none();
    let questions = &desk.seat.record.questions;
    let add = (open && screen.asking.is_none()).then(|| {
        Element::from(
            control::quiet(t!("dossier-question-add"))
                .icon(Icon::Plus)
                .key(Command::Ask.key())
                .on_press(Message::Ask(None))
                .id("ask"),
        )
    });
    let head = row![
        typeface::section(t!("dossier-questions", count = questions.len())),
        gap::horizontal(),
        add
    ]
    .align_y(Alignment::Center);
    let mut zone = column![head].spacing(space::XS);
    if screen.asking.is_some() {
        zone = zone.push(writing(screen, desk));
    }
    for question in questions {
        zone = zone.push(line()).push(prepared(desk, question, open));
    }
    zone.into()
}

fn prepared<'a>(desk: &Desk<'a>, question: &'a Question, open: bool) -> Element<'a, Message> {
    let row_id = question.row.as_ref();
    let known = row_id.and_then(|row| desk.header.grid.row(row));
    let about: Vec<&str> = known
        .map(|row| row.short.as_str())
        .into_iter()
        .chain(question.realisation.as_deref())
        .collect();
    let remove = open.then(|| {
        Element::from(
            control::quiet(t!("dossier-question-remove"))
                .dense()
                .on_press(Message::Remove(question.id.clone())),
        )
    });
    let words = column![
        typeface::dense(question.text.as_str()),
        (!about.is_empty())
            .then(|| typeface::reference(about.join(", ")).style(typeface::secondary))
    ];
    row![
        icon(
            if question.asked {
                Icon::Check
            } else {
                Icon::Ask
            },
            16.0
        ),
        container(words).width(Length::Fill),
        remove
    ]
    .spacing(space::S)
    .align_y(Alignment::Center)
    .into()
}

fn writing<'a>(screen: &'a Papers, desk: &Desk<'a>) -> Element<'a, Message> {
    let Some(asking) = &screen.asking else {
        return gap().height(0).into();
    };
    let hint = t!("dossier-question-hint");
    let input = field::line(&hint, &asking.text, QUESTION, Message::Question, false)
        .on_submit(Message::Prepare);
    let add = control::primary(t!("dossier-question-keep"))
        .on_press_maybe((!asking.text.trim().is_empty()).then_some(Message::Prepare));
    let leave = control::secondary(t!("dossier-question-leave")).on_press(Message::StopAsking);
    let choice = |words: String, chosen: bool, message: Message| {
        Element::from(control::choice(words, chosen).dense().on_press(message))
    };
    let rows = desk.header.grid.rows.iter().map(|row| {
        let chosen = asking.row.as_ref() == Some(&row.id);
        let message = Message::About((!chosen).then(|| row.id.clone()));
        choice(row.short.clone(), chosen, message)
    });
    // The réalisation in front, and the one that was chosen before the cursor moved.
    let front = reading(desk).and_then(|reading| reading.realisations.get(screen.cursor.line));
    let mut titles: Vec<&str> = asking.realisation.as_deref().into_iter().collect();
    titles.extend(front.map(|line| line.title.as_str()));
    titles.dedup();
    let titles = titles.into_iter().map(|title| {
        let chosen = asking.realisation.as_deref() == Some(title);
        let message = Message::AboutLine((!chosen).then(|| title.to_owned()));
        choice(title.to_owned(), chosen, message)
    });
    column![
        row![input, Element::from(add), Element::from(leave)].spacing(space::S),
        row(rows).spacing(space::XS).wrap(),
        row(titles).spacing(space::XS).wrap(),
    ]
    .spacing(space::XS)
    .into()
}
