//! What the window shows: the screen in front, then the incident, the words of what just happened,
//! and the dialog over it all.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::bench::Bench;
use super::session::Session;
use super::{App, Message, Screen};
use crate::domain::commission::Ticking;
use crate::domain::edit::Author;
use crate::keymap::Command;
use crate::screen::{Stage, band};
use crate::style::space::Class;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{self, edge};
use crate::widget::icon::{Icon, icon};
use crate::widget::keys::keys;
use crate::widget::{Element, control};
use crate::{t, words};

impl App {
    /// Draws the window.
    pub fn view(&self) -> Element<'_, Message> {
        if let Some(cover) = self.forgotten_view() {
            let cover = frame::uncovered(cover);
            return keys(
                container(cover).width(Length::Fill).height(Length::Fill),
                |press| Some(Message::Key(press)),
            );
        }
        if self.locked {
            // Nothing that was on the screen is in the tree.
            let lock = frame::uncovered(self.lock_view());
            return keys(
                container(lock).width(Length::Fill).height(Length::Fill),
                |press| Some(Message::Key(press)),
            );
        }
        let screen = self.screen_view();
        let dialog = (!self.is_neutral()).then(|| self.dialog_view()).flatten();
        let content = match dialog {
            Some((dialog, width)) => {
                let outside = Message::Dialog(super::dialog::Message::Outside);
                frame::dialog(screen, dialog.map(Message::Dialog), width, outside)
            }
            None => frame::uncovered(screen),
        };
        keys(
            container(content).width(Length::Fill).height(Length::Fill),
            |press| Some(Message::Key(press)),
        )
    }

    fn screen_view(&self) -> Element<'_, Message> {
        match (&self.screen, &self.session) {
            (Screen::Home(screen), _) => {
                let grids: Vec<String> = self
                    .grids
                    .iter()
                    .map(|loaded| loaded.grid.short.clone())
                    .collect();
                screen
                    .view(
                        &self.settings,
                        self.mode,
                        self.now,
                        &grids,
                        Class::of(self.size),
                    )
                    .map(Message::Home)
            }
            (Screen::Creation(form), _) => form.view().map(Message::Creation),
            (Screen::Grids(screen), _) => screen.view().map(Message::Grids),
            (Screen::Editor(screen), _) => screen.view(&self.back_of_editor()).map(Message::Editor),
            (Screen::Commission(screen), Some(session)) => {
                let said = self.slot.as_ref().map(|(words, _)| words.as_str());
                let commission = session.document.commission();
                let table = screen.view(commission, session.lines(), &session.saved(), said);
                self.with_incident(None, table.map(Message::Commission))
            }
            (Screen::Copies(screen), Some(_)) => match self.facts_of_copies() {
                Some(facts) => {
                    let view = screen.view(facts, Class::of(self.size));
                    self.with_incident(None, view.map(Message::Copies))
                }
                None => gap().into(),
            },
            (Screen::Settling(screen), Some(_)) => {
                let said = self.slot.as_ref().map(|(words, _)| words.as_str());
                let class = Class::of(self.size);
                let view = screen.view(self.points(), self.back_of_settling(), said, class);
                self.with_incident(None, view.map(Message::Settling))
            }
            (Screen::Harmony(screen, _), _) => {
                screen.view(Class::of(self.size)).map(Message::Harmony)
            }
            (Screen::Retention(screen, _), _) => screen.view().map(Message::Retention),
            (Screen::Candidate(bench), Some(session)) => self.bench_view(bench, session),
            (
                Screen::Commission(_)
                | Screen::Candidate(_)
                | Screen::Copies(_)
                | Screen::Settling(_),
                None,
            ) => gap().into(),
        }
    }

    fn bench_view<'a>(&'a self, bench: &'a Bench, session: &'a Session) -> Element<'a, Message> {
        if let Some(member) = bench.handover {
            return self.handover(bench, session, member);
        }
        if bench.neutral {
            return self.neutral(bench);
        }
        let said = self.slot.as_ref().map(|(words, _)| words.as_str());
        let desk = bench.desk(session, self.now, said, Class::of(self.size));
        let saved = match &bench.seat.record.sealed {
            Some(seal) if session.document.waiting() == 0 => {
                band::Saved::Sealed(words::clock(seal.at))
            }
            _ => session.saved(),
        };
        let band = band::view(&desk, bench.stage, &saved).map(Message::Band);
        let stage = match bench.stage {
            Stage::Dossier => bench.papers.view(&desk).map(Message::Papers),
            Stage::Interrogation => bench.interrogation.view(&desk).map(Message::Interrogation),
            Stage::Conciliation => bench.conciliation.view(&desk).map(Message::Conciliation),
            Stage::Decision => bench.decision.view(&desk).map(Message::Decision),
            Stage::Sheets => bench.sheets.view(&desk).map(Message::Sheets),
        };
        self.with_incident(Some(band), stage)
    }

    fn with_incident<'a>(
        &'a self,
        band: Option<Element<'a, Message>>,
        content: Element<'a, Message>,
    ) -> Element<'a, Message> {
        let bar = self.incident.as_ref().map(|words| self.incident_bar(words));
        column![band, bar, content].into()
    }

    fn incident_bar<'a>(&'a self, words: &'a str) -> Element<'a, Message> {
        let waiting = self
            .session
            .as_ref()
            .is_some_and(|session| session.document.waiting() > 0);
        let mut line = row![
            icon(Icon::Alert, 18.0),
            container(typeface::strong(words)).width(Length::Shrink)
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        if waiting {
            line = line
                .push(container(typeface::body(t!("incident-waiting-next"))).width(Length::Fill))
                .push(Element::from(
                    control::secondary(t!("incident-elsewhere"))
                        .dense()
                        .on_press(Message::SaveElsewhere),
                ))
                .push(Element::from(
                    control::primary(t!("incident-retry"))
                        .dense()
                        .on_press(Message::Retry),
                ));
        } else {
            line = line.push(gap::horizontal()).push(Element::from(
                control::secondary(t!("incident-close"))
                    .dense()
                    .on_press(Message::CloseIncident),
            ));
        }
        let bar = container(line)
            .padding([space::S - 2.0, space::L])
            .width(Length::Fill)
            .align_y(Alignment::Center)
            .style(look::incident);
        column![bar, edge()].into()
    }

    fn handover<'a>(
        &'a self,
        bench: &'a Bench,
        session: &'a Session,
        member: usize,
    ) -> Element<'a, Message> {
        let name = |member: usize| {
            session
                .header()
                .members
                .get(member)
                .map(|member| member.short())
                .unwrap_or_default()
        };
        let other = match bench.viewer {
            Author::Member(member) => name(member),
            Author::Commission => String::new(),
        };
        let closed = bench.seat.ticking == Ticking::Blind && !bench.seat.graded;
        let text = if closed {
            t!("handover-text", other = other.clone())
        } else {
            t!("handover-text-open")
        };
        let candidate = &bench.seat.record.candidate;
        let identity = t!(
            "handover-candidate",
            name = candidate.name(),
            number = candidate.number.as_str()
        );
        let content = column![
            icon(Icon::Lock, 40.0),
            typeface::clock(t!("handover-title", member = name(member))).font(typeface::SEMIBOLD),
            container(
                typeface::section(text)
                    .font(typeface::REGULAR)
                    .style(typeface::on_band_secondary)
                    .center()
            )
            .max_width(620),
            if self.asks_code(member) {
                self.column_code()
            } else {
                Element::from(
                    control::band_main(t!("handover-go"))
                        .key(Command::Open.key())
                        .on_press(Message::TakeSeat)
                        .id("default"),
                )
            },
            typeface::tabular(identity).style(typeface::on_band_secondary),
            Element::from(
                control::band(t!("handover-back", member = other))
                    .icon(Icon::Back)
                    .on_press(Message::KeepSeat)
            ),
        ]
        .spacing(space::XL)
        .align_x(Alignment::Center);
        container(content)
            .center_x(Length::Fill)
            .center_y(Length::Fill)
            .style(look::band)
            .into()
    }

    /// A screen that may stay in sight of the candidate: a name and nothing that was judged.
    fn neutral<'a>(&'a self, bench: &'a Bench) -> Element<'a, Message> {
        let candidate = &bench.seat.record.candidate;
        let content = column![
            typeface::clock(t!("neutral-title", name = candidate.name())).font(typeface::SEMIBOLD),
            typeface::section(t!("band-number", number = candidate.number.as_str()))
                .font(typeface::TABULAR)
                .style(typeface::on_band_secondary),
            self.remaining(bench)
                .map(|words| typeface::section(words).font(typeface::TABULAR)),
            Element::from(
                control::band(t!("neutral-back"))
                    .key(Command::Neutral.key())
                    .on_press(Message::LeaveNeutral)
            ),
        ]
        .spacing(space::XL)
        .align_x(Alignment::Center);
        container(content)
            .center_x(Length::Fill)
            .center_y(Length::Fill)
            .style(look::band)
            .into()
    }
}
