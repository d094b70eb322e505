//! Excusing a candidate from a row, or from one criterion of it: always with a reason.

use iced::Task;
use iced::widget::{column, row, space as gap};

use super::{Dialog, Message};
use crate::app::{App, Message as Window, Screen};
use crate::domain::edit::{Author, Change};
use crate::domain::grid::Grid;
use crate::domain::id::{IndicatorId, RowId};
use crate::domain::seat::Seat;
use crate::keymap::Command;
use crate::style::{space, typeface};
use crate::t;
use crate::widget::{Element, control, field, travel};

/// The field of the reason.
const REASON: &str = "waiver-reason";

/// A waiver being written.
#[derive(Debug, Clone)]
pub struct Waiver {
    row: RowId,
    criterion: Option<IndicatorId>,
    /// Whether the whole row is meant.
    whole: bool,
    /// Why.
    pub reason: String,
    /// Reasons already given: for the row, then for the criterion.
    given: [Option<String>; 2],
}

impl Waiver {
    /// Returns the form for a row, and for one of its criteria if the eye is on one.
    pub fn new(seat: &Seat, row: RowId, criterion: Option<IndicatorId>) -> Self {
        let record = &seat.record;
        let given = [
            record.waived_rows.get(&row).cloned(),
            criterion
                .as_ref()
                .and_then(|id| record.waived_indicators.get(id).cloned()),
        ];
        let mut waiver = Self {
            row,
            whole: criterion.is_none(),
            criterion,
            reason: String::new(),
            given,
        };
        waiver.choose(waiver.whole);
        waiver
    }

    /// Chooses what is waived.
    pub fn choose(&mut self, whole: bool) {
        self.whole = whole || self.criterion.is_none();
        self.reason = self.standing().unwrap_or_default();
    }

    fn standing(&self) -> Option<String> {
        let [row, criterion] = &self.given;
        if self.whole { row } else { criterion }.clone()
    }

    fn change(&self, reason: Option<String>) -> Change {
        match &self.criterion {
            Some(criterion) if !self.whole => Change::WaiveIndicator(criterion.clone(), reason),
            _ => Change::WaiveRow(self.row.clone(), reason),
        }
    }

    fn texts<'a>(&self, grid: &'a Grid) -> (&'a str, &'a str) {
        let row = grid.row(&self.row).map_or("", |row| row.title.as_str());
        let criterion = self.criterion.as_ref().and_then(|id| grid.indicator(id));
        (
            row,
            criterion.map_or("", |(_, criterion)| criterion.text.as_str()),
        )
    }
}

impl App {
    /// Asks what the candidate is excused from, and why.
    pub(in crate::app) fn ask_waiver(
        &mut self,
        row: RowId,
        criterion: Option<IndicatorId>,
    ) -> Task<Window> {
        let Screen::Candidate(bench) = &self.screen else {
            return Task::none();
        };
        let waiver = Waiver::new(&bench.seat, row, criterion);
        self.dialog = Some(Dialog::Waive(Box::new(waiver)));
        travel::focus_on(REASON)
    }

    pub(super) fn waive(&mut self, waiver: Box<Waiver>) {
        let Screen::Candidate(bench) = &self.screen else {
            return;
        };
        let candidate = bench.candidate.clone();
        let reason = waiver.reason.trim().to_owned();
        // An empty reason keeps the dialog: nothing is waived in silence.
        let change = waiver.change(Some(reason.clone()));
        if reason.is_empty() || !self.change(&candidate, Author::Commission, change) {
            self.dialog = Some(Dialog::Waive(waiver));
        }
    }

    pub(super) fn take_waiver_back(&mut self) -> Task<Window> {
        if let (Some(Dialog::Waive(waiver)), Screen::Candidate(bench)) =
            (self.dialog.take(), &self.screen)
        {
            let candidate = bench.candidate.clone();
            let _ = self.change(&candidate, Author::Commission, waiver.change(None));
        }
        Task::none()
    }

    pub(super) fn waive_view<'a>(&'a self, waiver: &'a Waiver) -> Element<'a, Message> {
        let Some(session) = &self.session else {
            return gap().into();
        };
        let (row_title, criterion) = waiver.texts(&session.header().grid);
        let mut content = column![
            typeface::title(t!("waiver-title")),
            typeface::body(t!("waiver-text")),
        ]
        .spacing(space::L);
        if waiver.criterion.is_some() {
            let whole = control::radio(
                t!("waiver-row"),
                waiver.whole,
                Some(Message::WholeRow(true)),
            );
            let alone = control::radio(
                t!("waiver-criterion"),
                !waiver.whole,
                Some(Message::WholeRow(false)),
            );
            content = content.push(row![whole, alone].spacing(space::M));
        }
        let meant = if waiver.whole { row_title } else { criterion };
        content = content.push(typeface::strong(meant));
        let ready = !waiver.reason.trim().is_empty();
        let no = control::secondary(t!("waiver-no"))
            .key(Command::Escape.key())
            .on_press(Message::No);
        let back = waiver
            .standing()
            .map(|_| Element::from(control::quiet(t!("waiver-back")).on_press(Message::TakeBack)));
        let yes = control::primary(t!("waiver-yes"))
            .key(Command::Confirm.key())
            .on_press_maybe(ready.then_some(Message::Yes));
        content
            .push(
                field::line(
                    &t!("waiver-hint"),
                    &waiver.reason,
                    REASON,
                    Message::Reason,
                    false,
                )
                .on_submit(Message::Yes),
            )
            .push(
                row![
                    back,
                    gap::horizontal(),
                    Element::from(no),
                    Element::from(yes)
                ]
                .spacing(space::S),
            )
            .into()
    }
}
