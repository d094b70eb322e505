//! NOTE, the points added, the penalties, NOTE FINALE, and the reason of what departs.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Decision, Message, NOTE, REASON, blocs};
use crate::domain::check::{Departure, PenaltyFinding};
use crate::domain::fraction::Fraction;
use crate::domain::grid::{Amount, Bonus, Penalty};
use crate::screen::Desk;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{line, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};
use crate::{t, words};

impl Decision {
    pub(super) fn marks<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let record = &desk.seat.record;
        let sealed = record.sealed.is_some();
        let wrong = self.wrong_note(desk);
        let written = record.mark.as_ref().map(words::mark).unwrap_or_default();
        let shown = self.note.clone().unwrap_or(written);
        let input = field::line("", &shown, NOTE, Message::Note, wrong.is_some())
            .size(24)
            .align_x(Alignment::Center)
            .width(96)
            .font(typeface::TABULAR_BOLD);
        let input: Element<'a, Message> = if sealed {
            container(typeface::subfigure(shown))
                .padding(space::S)
                .into()
        } else {
            input.into()
        };
        let most = words::mark(&desk.header.grid.most());
        let head = row![
            column![
                typeface::label(t!("decision-note")),
                typeface::reference(t!("decision-before")).style(typeface::secondary)
            ],
            gap::horizontal(),
            input,
            typeface::section(t!("decision-out-of", most = most)).font(typeface::TABULAR),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let mut zone = column![head].spacing(space::S);
        if let Some(wrong) = wrong {
            zone = zone.push(field::reason(wrong));
        }
        let asked = match &desk.seat.departure {
            Departure::None => None,
            Departure::BetweenReadings => Some(t!("decision-between")),
            // A distance would give away the mark that is masked.
            Departure::By(_) if desk.masked => Some(t!("decision-departs-masked")),
            Departure::By(points) => {
                let many = if *points < Fraction::whole(2) { 1 } else { 2 };
                Some(t!(
                    "decision-departs",
                    points = many,
                    shown = words::mark(points)
                ))
            }
        };
        zone = zone.push(self.reasons(desk, asked.or_else(|| blocs::departure(desk))));
        if let Some(bonus) = &desk.header.grid.bonus {
            zone = zone.push(self.bonus_line(desk, bonus));
        }
        if !desk.header.grid.penalties.is_empty() {
            zone = zone
                .push(gap().height(space::XS))
                .push(typeface::label(t!("decision-penalties")));
        }
        for penalty in &desk.header.grid.penalties {
            zone = zone.push(self.penalty(desk, penalty)).push(line());
        }
        if let Some(end) = &desk.seat.end {
            let most = words::mark(&desk.header.grid.most());
            let remark = words::remark(desk.header, end);
            let panel = row![
                column![
                    typeface::label(t!("decision-final")),
                    typeface::tabular_reference(remark).style(typeface::secondary)
                ]
                .spacing(space::XS)
                .width(Length::Fill),
                typeface::figure(words::mark(&end.last)),
                typeface::section(t!("decision-out-of", most = most)).font(typeface::TABULAR),
            ]
            .spacing(space::M)
            .align_y(Alignment::Center);
            zone = zone
                .push(gap().height(space::S))
                .push(container(panel).padding(space::L).style(look::conclusion));
        }
        zone.into()
    }

    /// The reason, when one is due or was written.
    pub(super) fn reasons<'a>(
        &'a self,
        desk: &Desk<'a>,
        asked: Option<String>,
    ) -> Option<Element<'a, Message>> {
        let record = &desk.seat.record;
        if asked.is_none() && record.reason.is_empty() {
            return None;
        }
        let asked =
            asked.map(|asked| signed_in(Icon::Alert, typeface::dense(asked), typeface::alert));
        let act = record.sealed.is_none().then_some(Message::Reason);
        let editor = field::editor(
            &self.reason.content,
            t!("decision-reason-hint"),
            REASON,
            64,
            act,
        );
        Some(column![asked, editor].spacing(space::S).into())
    }

    fn bonus_line<'a>(&'a self, desk: &Desk<'a>, bonus: &'a Bonus) -> Element<'a, Message> {
        let given = desk.seat.record.bonus.as_ref().map(words::mark);
        let shown = self.bonus.clone().or(given).unwrap_or_default();
        let input: Element<'a, Message> = if desk.seat.record.sealed.is_some() {
            typeface::tabular_strong(shown).into()
        } else {
            field::line("0", &shown, "bonus", Message::Bonus, false)
                .align_x(Alignment::Center)
                .width(72)
                .into()
        };
        row![
            column![
                typeface::label(bonus.label.as_str()),
                typeface::reference(t!("decision-bonus-most", most = words::mark(&bonus.most)))
                    .style(typeface::secondary)
            ],
            gap::horizontal(),
            input,
        ]
        .align_y(Alignment::Center)
        .into()
    }

    fn amount_field<'a>(&'a self, desk: &Desk<'a>, penalty: &'a Penalty) -> Element<'a, Message> {
        let written = self.amount.as_ref().filter(|(id, _)| *id == penalty.id);
        let given = desk.seat.record.amounts.get(&penalty.id).map(words::mark);
        let shown = written
            .map(|(_, text)| text.clone())
            .or(given)
            .unwrap_or_default();
        let hint = match &penalty.amount {
            Amount::Bounded(least, most) => t!(
                "decision-amount-between",
                least = words::mark(least),
                most = words::mark(most)
            ),
            Amount::Fixed(_) | Amount::Free => t!("decision-amount-free"),
        };
        let id = penalty.id.clone();
        let wrong = !shown.is_empty()
            && !Fraction::parse(&shown).is_some_and(|points| penalty.amount.allows(&points));
        field::line(
            &hint,
            &shown,
            "amount",
            move |text| Message::Amount(id.clone(), text),
            wrong,
        )
        .align_x(Alignment::Center)
        .width(96)
        .into()
    }

    fn penalty<'a>(&'a self, desk: &Desk<'a>, penalty: &'a Penalty) -> Element<'a, Message> {
        let record = &desk.seat.record;
        let piece = |id: &crate::domain::id::PieceId| {
            let rule = desk.header.grid.pieces.iter().find(|rule| rule.id == *id);
            rule.map(|rule| rule.label.to_lowercase())
                .unwrap_or_default()
        };
        let finding = desk
            .seat
            .findings
            .get(&penalty.id)
            .cloned()
            .unwrap_or(PenaltyFinding::Unknown);
        let (words, ink): (
            String,
            fn(&crate::style::Theme) -> iced::widget::text::Style,
        ) = match &finding {
            PenaltyFinding::Present(id) => (
                t!("decision-penalty-present", piece = piece(id)),
                typeface::secondary,
            ),
            PenaltyFinding::Absent(id) => (
                t!("decision-penalty-absent", piece = piece(id)),
                typeface::alert,
            ),
            PenaltyFinding::Inaccessible(id) => (
                t!("decision-penalty-inaccessible", piece = piece(id)),
                typeface::alert,
            ),
            PenaltyFinding::Untried(id) => (
                t!("decision-penalty-untried", piece = piece(id)),
                typeface::alert,
            ),
            PenaltyFinding::Unknown => (t!("decision-penalty-unknown"), typeface::secondary),
        };
        let decided = record.penalties.get(&penalty.id).copied();
        let open = record.sealed.is_none();
        let press = |retained: bool| open.then(|| Message::Penalty(penalty.id.clone(), retained));
        let retain = control::radio(
            t!("decision-penalty-retain"),
            decided == Some(true),
            press(true),
        );
        // « Suivant à traiter » comes here.
        let retain = retain.id(format!("penalty-{}", penalty.id));
        let points = penalty.fixed().or_else(|| record.amounts.get(&penalty.id));
        let points = points.map(words::minus).unwrap_or_default();
        let amount: Element<'a, Message> = if penalty.fixed().is_some() || !open {
            typeface::tabular_strong(points).into()
        } else {
            self.amount_field(desk, penalty)
        };
        column![
            row![
                typeface::strong(penalty.label.as_str()),
                gap::horizontal(),
                amount
            ],
            typeface::reference(words).style(ink),
            row![
                Element::from(retain),
                Element::from(control::radio(
                    t!("decision-penalty-drop"),
                    decided == Some(false),
                    press(false)
                )),
            ]
            .spacing(space::S),
        ]
        .spacing(space::XS)
        .into()
    }
}
