//! The texts of the candidate's sheet: observations by phase, appreciation, offered sentences.

use iced::widget::{column, row, space as gap};
use iced::{Alignment, Length};

use super::{APPRECIATION, Decision, Message, unmentioned};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{space, typeface};
use crate::t;
use crate::widget::frame::signed_in;
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};

impl Decision {
    pub(super) fn sheet<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let sealed = desk.seat.record.sealed.is_some();
        let mut zone = column![
            row![
                typeface::section(t!("decision-sheet")),
                gap::horizontal(),
                signed_in(
                    Icon::Info,
                    typeface::reference(t!("decision-communicable")),
                    typeface::secondary
                ),
            ]
            .align_y(Alignment::Center)
        ]
        .spacing(space::S - 2.0);
        for (phase, typed) in self.observations.iter().enumerate() {
            let label = desk
                .header
                .grid
                .phases
                .get(phase)
                .map(|phase| phase.label.to_lowercase());
            let title = t!(
                "decision-part",
                number = (phase + 1).to_string(),
                phase = label.unwrap_or_default()
            );
            let id = format!("observation-{}", phase + 1);
            let act = (!sealed).then_some(move |action| Message::Observation(phase, action));
            zone = zone.push(typeface::label(title)).push(field::editor(
                &typed.content,
                String::new(),
                id,
                78,
                act,
            ));
        }
        let defects = desk.seat.not_assessable.len();
        let missing = unmentioned(desk);
        let insert = (!missing.is_empty() && !sealed).then(|| {
            Element::from(
                control::quiet(t!("decision-insert"))
                    .on_press(Message::InsertCoverage)
                    .id("insert"),
            )
        });
        let offered = !desk.header.grid.texts.conformity_sentence.is_empty();
        let conformity = (!sealed && offered).then(|| {
            Element::from(
                control::quiet(t!("decision-insert-conformity"))
                    .on_press(Message::InsertConformity),
            )
        });
        let comments = (!sealed).then(|| {
            Element::from(
                control::quiet(t!("decision-comments"))
                    .key(Command::Comments.key())
                    .on_press(Message::Comments)
                    .id("comments"),
            )
        });
        let head = row![
            typeface::label(t!("decision-appreciation")),
            gap::horizontal(),
            comments,
            conformity,
        ]
        .align_y(Alignment::Center);
        let act = (!sealed).then_some(Message::Appreciation);
        zone = zone.push(head).push(field::editor(
            &self.appreciation.content,
            String::new(),
            APPRECIATION,
            Length::Fill,
            act,
        ));
        if defects > 0 {
            zone = zone.push(if missing.is_empty() {
                signed_in(
                    Icon::Check,
                    typeface::dense(t!("decision-coverage-present")),
                    typeface::done,
                )
            } else {
                row![
                    signed_in(
                        Icon::Alert,
                        typeface::dense(t!("decision-coverage-missing")),
                        typeface::alert,
                    ),
                    gap::horizontal(),
                    insert,
                ]
                .align_y(Alignment::Center)
                .into()
            });
        }
        zone.height(Length::Fill).into()
    }
}
