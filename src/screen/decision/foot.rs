//! The foot of the decision: what is done, what misses, the visas, and the seal.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::Message;
use crate::domain::check::{Departure, Missing};
use crate::domain::commission::Ticking;
use crate::screen::Desk;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge_down, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};
use crate::{t, words};

/// Draws the foot.
pub fn view<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let list = column![
        match desk.said {
            Some(said) => typeface::dense_strong(said),
            None => typeface::label(t!("decision-before-seal")),
        },
        checklist(desk)
    ]
    .spacing(space::XS);
    let line = row![
        container(list)
            .padding([space::S + 2.0, space::XL])
            .width(Length::Fill),
        edge_down(),
        container(visas(desk))
            .padding([space::M, space::XL])
            .width(320),
        edge_down(),
        container(seal(desk))
            .padding([space::M, space::XL])
            .width(250),
    ]
    .height(108);
    container(line)
        .style(look::ground)
        .width(Length::Fill)
        .into()
}

fn checklist<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let missing = &desk.seat.missing;
    let levels = desk.header.grid.rows.len() - desk.seat.waived.len();
    let disagreements = desk
        .seat
        .comparisons
        .iter()
        .filter(|row| row.is_disagreement())
        .count();
    let penalties = desk.header.grid.penalties.len();
    let lacks = |kind: fn(&Missing) -> bool| missing.iter().find(|missing| kind(missing));
    let mut items: Vec<Element<'a, Message>> = Vec::new();
    if let Some(Missing::Conflicts(count)) =
        lacks(|missing| matches!(missing, Missing::Conflicts(_)))
    {
        let words = t!("missing-conflicts", count = *count);
        let go = control::quiet_alert(words)
            .icon(Icon::Alert)
            .on_press(Message::Settle)
            .id("settle");
        items.push(go.into());
    }
    let mut item = |done: String, todo: Option<String>| {
        items.push(match todo {
            None => signed(Icon::Check, typeface::dense(done)),
            Some(todo) => signed_in(Icon::Waiting, typeface::dense_strong(todo), typeface::alert),
        });
    };
    let todo = lacks(|missing| matches!(missing, Missing::Levels(_) | Missing::Validation(_)));
    item(
        t!("done-levels", count = levels),
        todo.map(|_| t!("todo-levels")),
    );
    if desk.seat.ticking != Ticking::Common {
        let todo = lacks(|missing| matches!(missing, Missing::Disagreements(_)));
        item(
            t!("done-disagreements", count = disagreements),
            todo.map(|missing| match missing {
                Missing::Disagreements(rows) => t!("todo-disagreements", count = rows.len()),
                _ => String::new(),
            }),
        );
    }
    if desk.header.grid.decision.is_some() {
        let todo = lacks(|missing| matches!(missing, Missing::Rulings(_)));
        item(
            t!("done-rulings", count = desk.seat.verdicts.len()),
            todo.map(|missing| match missing {
                Missing::Rulings(open) => t!("todo-rulings", count = open.len()),
                _ => String::new(),
            }),
        );
    }
    let todo = lacks(|missing| matches!(missing, Missing::Mark | Missing::Reason));
    let marked = desk.header.grid.mark.is_some();
    let reason = desk.seat.departure != Departure::None || !marked;
    if marked || todo.is_some() {
        item(
            if reason {
                t!("done-mark")
            } else {
                t!("done-mark-alone")
            },
            todo.map(|missing| {
                if *missing == Missing::Mark {
                    t!("todo-mark")
                } else {
                    t!("todo-reason")
                }
            }),
        );
    }
    if penalties > 0 {
        let todo = lacks(|missing| matches!(missing, Missing::Penalties(_)));
        item(
            t!("done-penalties", count = penalties),
            todo.map(|missing| match missing {
                Missing::Penalties(open) => t!("todo-penalties", count = open.len()),
                _ => String::new(),
            }),
        );
    }
    let todo = lacks(|missing| matches!(missing, Missing::Comment(_)));
    if let Some(Missing::Comment(below)) = todo {
        item(
            String::new(),
            Some(t!("todo-comment", below = words::mark(below))),
        );
    }
    if !desk.seat.not_assessable.is_empty() {
        let todo = lacks(|missing| matches!(missing, Missing::Coverage(_)));
        item(t!("done-coverage"), todo.map(|_| t!("todo-coverage")));
    }
    for member in 0..desk.header.members.len() {
        let todo = missing.contains(&Missing::Visa(member));
        let words = t!("done-visa", member = desk.member(member));
        item(words.clone(), todo.then_some(words));
    }
    let mut columns = row![].spacing(space::XXL + space::L);
    let mut rest = items.into_iter().peekable();
    while rest.peek().is_some() {
        columns = columns.push(column(rest.by_ref().take(3)).spacing(2));
    }
    columns.into()
}

fn visas<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let sealed = desk.seat.record.sealed.is_some();
    let lines = (0..desk.header.members.len()).map(|member| {
        let given = desk.seat.record.visas.get(&member);
        let misses = desk.seat.missing.contains(&Missing::Visa(member));
        let name = desk.member(member);
        match given {
            Some(visa) if !misses => {
                let words = t!(
                    "decision-visa-at",
                    member = name,
                    hour = words::clock(visa.at)
                );
                let take = (!sealed).then(|| {
                    Element::from(
                        control::quiet(t!("decision-visa-take"))
                            .on_press(Message::Visa(member, false)),
                    )
                });
                row![
                    signed(Icon::Check, typeface::dense(words)),
                    gap::horizontal(),
                    take
                ]
                .align_y(Alignment::Center)
                .height(30)
                .into()
            }
            _ => {
                let id = if desk.seat.missing.first() == Some(&Missing::Visa(member)) {
                    "visa"
                } else {
                    "visa-later"
                };
                let give = control::secondary(t!("decision-visa-give"))
                    .dense()
                    .on_press_maybe((!sealed).then_some(Message::Visa(member, true)))
                    .id(id);
                row![
                    typeface::dense(name),
                    gap::horizontal(),
                    Element::from(give)
                ]
                .align_y(Alignment::Center)
                .height(30)
                .into()
            }
        }
    });
    column![
        typeface::label(t!("decision-visas")),
        column(lines).spacing(2)
    ]
    .spacing(2)
    .into()
}

fn seal<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    if let Some(seal) = &desk.seat.record.sealed {
        let words = t!("saved-sealed", hour = words::clock(seal.at));
        return column![
            signed_in(
                Icon::Seal,
                typeface::label(t!("status-sealed")),
                typeface::done
            ),
            typeface::dense(words).style(typeface::secondary),
        ]
        .spacing(space::XS)
        .into();
    }
    let first = desk.seat.missing.first();
    let main = control::primary(if desk.header.grid.mark.is_some() {
        t!("decision-seal")
    } else {
        t!("decision-seal-verdict")
    })
    .icon(Icon::Seal)
    .tall()
    .fill()
    .on_press_maybe(first.is_none().then_some(Message::Seal))
    .id("seal");
    let below: Element<'a, Message> = match first {
        None => typeface::reference(t!("decision-ready"))
            .style(typeface::secondary)
            .into(),
        Some(_) => typeface::reference(t!("decision-left", count = desk.seat.missing.len()))
            .style(typeface::alert)
            .into(),
    };
    column![Element::from(main), container(below).center_x(Length::Fill)]
        .spacing(space::XS)
        .into()
}
