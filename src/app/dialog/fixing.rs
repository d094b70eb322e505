//! The two questions around a decision that is fixed: fixing it, and reopening it.

use iced::widget::{column, row, space as gap};

use super::{Message, question};
use crate::app::{App, Screen};
use crate::keymap::Command;
use crate::style::{space, typeface};
use crate::widget::{Element, control, field};
use crate::{t, words};

impl App {
    pub(super) fn seal_view(&self) -> Element<'_, Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return gap().into();
        };
        let grid = &session.header().grid;
        let name = bench.seat.record.candidate.name();
        let Some(end) = &bench.seat.end else {
            let verdict = words::outcome(grid, &bench.seat.outcome);
            let title = t!("seal-title-verdict", name = name, verdict = verdict);
            return sealing(title, t!("seal-text-verdict"));
        };
        let mark = words::mark(&end.mark);
        let title = t!(
            "seal-title",
            name = name,
            mark = words::mark(&end.last),
            most = words::mark(&grid.most())
        );
        let text = if end.penalties.is_empty() {
            t!("seal-text", mark = mark)
        } else {
            let causes = end.penalties.iter().filter_map(|(id, _)| grid.penalty(id));
            let causes: Vec<&str> = causes.map(|penalty| penalty.cause.as_str()).collect();
            let points = end.penalties.iter().fold(
                crate::domain::fraction::Fraction::whole(0),
                |sum, (_, points)| sum + points,
            );
            t!(
                "seal-text-penalties",
                mark = mark,
                points = words::mark(&points),
                causes = causes.join(", ")
            )
        };
        sealing(title, text)
    }

    pub(super) fn reopen_view<'a>(&'a self, reason: &'a str) -> Element<'a, Message> {
        let (Some(session), Screen::Candidate(bench)) = (&self.session, &self.screen) else {
            return gap().into();
        };
        let grid = &session.header().grid;
        let sealed = bench.seat.record.sealed.as_ref();
        let text = match sealed.and_then(|seal| seal.last.as_ref()) {
            Some(last) => t!(
                "reopen-text",
                mark = words::mark(last),
                most = words::mark(&grid.most())
            ),
            None => t!(
                "reopen-text-verdict",
                verdict = words::outcome(grid, &bench.seat.outcome)
            ),
        };
        let no = control::secondary(t!("reopen-no")).on_press(Message::No);
        let ready = !reason.trim().is_empty();
        let yes = control::primary(t!("reopen-yes")).on_press_maybe(ready.then_some(Message::Yes));
        column![
            typeface::title(t!(
                "reopen-title",
                name = bench.seat.record.candidate.name()
            )),
            typeface::body(text),
            field::line(
                &t!("decision-reason-hint"),
                reason,
                "reopen-reason",
                Message::Reason,
                false
            )
            .on_submit(Message::Yes),
            row![gap::horizontal(), Element::from(no), Element::from(yes)].spacing(space::S),
        ]
        .spacing(space::L)
        .into()
    }
}

fn sealing<'a>(title: String, text: String) -> Element<'a, Message> {
    let no = control::secondary(t!("seal-no"))
        .on_press(Message::No)
        .id("default");
    let yes = control::primary(t!("seal-yes"))
        .key(Command::Confirm.key())
        .on_press(Message::Yes);
    question(title, vec![text, t!("seal-notes")], no.into(), yes.into())
}
