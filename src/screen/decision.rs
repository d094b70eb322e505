//! Deciding: the profile and its arithmetic, NOTE, penalties, NOTE FINALE, the texts of the
//! candidate's sheet, the visas, and « Arrêter la note ».

mod foot;
mod profile;

use iced::widget::{column, container, row, space as gap, text_editor};
use iced::{Alignment, Length};

use super::typed::Typed;
use super::{Action, Ask, Desk};
use crate::domain::check::{Departure, Missing, PenaltyFinding};
use crate::domain::commission::Ticking;
use crate::domain::edit::{Author, Change};
use crate::domain::fraction::Fraction;
use crate::domain::grid::Penalty;
use crate::domain::id::PenaltyId;
use crate::keymap::Command;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge_down, line, scrolled, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field, travel};
use crate::{t, words};

/// The field of NOTE.
pub const NOTE: &str = "note";
const REASON: &str = "reason";
const APPRECIATION: &str = "appreciation";
const OBSERVATIONS: [&str; 4] = [
    "observation-1",
    "observation-2",
    "observation-3",
    "observation-4",
];

/// The state of the screen: the texts under the fingers.
#[derive(Debug, Default)]
pub struct Decision {
    note: Option<String>,
    reason: Typed,
    observations: Vec<Typed>,
    appreciation: Typed,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// NOTE is being written.
    Note(String),
    /// A reading is retained as NOTE.
    Retain(Fraction),
    /// The reason is being written.
    Reason(text_editor::Action),
    /// A penalty is retained or not.
    Penalty(PenaltyId, bool),
    /// Observations are being written.
    Observation(usize, text_editor::Action),
    /// The appreciation is being written.
    Appreciation(text_editor::Action),
    /// The mandatory sentences are put in.
    InsertCoverage,
    /// The sentence on the environment is put in.
    InsertConformity,
    /// A visa is given or taken back.
    Visa(usize, bool),
    /// The proposed mark is masked or shown.
    Mask,
    /// The mark is fixed.
    Seal,
}

impl Message {
    /// Returns whether this is typing: anything else comes after what was typed is written.
    pub fn is_typing(&self) -> bool {
        matches!(
            self,
            Message::Reason(_) | Message::Observation(..) | Message::Appreciation(_)
        )
    }
}

impl Decision {
    /// Shows the texts as they were written.
    pub fn follow(&mut self, desk: &Desk<'_>) {
        let record = &desk.seat.record;
        self.reason.follow(&record.reason);
        self.appreciation.follow(&record.appreciation);
        self.observations
            .resize_with(desk.header.grid.phases.len(), Typed::default);
        for (phase, typed) in self.observations.iter_mut().enumerate() {
            typed.follow(
                record
                    .observations
                    .get(&phase)
                    .map(String::as_str)
                    .unwrap_or_default(),
            );
        }
    }

    /// Hands over what was typed: after a pause, or at once.
    pub fn hand_over(&mut self, desk: &Desk<'_>, at_once: bool) -> Action<Message> {
        let mut changes = Vec::new();
        let mut take = |typed: &mut Typed, change: &dyn Fn(String) -> Change| {
            let text = if at_once {
                typed.take()
            } else {
                typed.due(desk.now)
            };
            changes.extend(text.map(change));
        };
        take(&mut self.reason, &Change::Reason);
        for (phase, typed) in self.observations.iter_mut().enumerate() {
            take(typed, &|text| Change::Observation(phase, text));
        }
        take(&mut self.appreciation, &Change::Appreciation);
        if changes.is_empty() {
            Action::None
        } else {
            Action::Changes(Author::Commission, changes)
        }
    }

    /// Returns whether something typed waits to be written.
    pub fn is_pending(&self) -> bool {
        self.reason.is_pending()
            || self.appreciation.is_pending()
            || self.observations.iter().any(Typed::is_pending)
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message, desk: &Desk<'_>) -> Action<Message> {
        let commission = Author::Commission;
        match message {
            Message::Note(text) => self.write_note(text, desk),
            Message::Retain(mark) => {
                self.note = None;
                Action::Change(commission, Change::Mark(Some(mark)))
            }
            Message::Reason(action) => {
                self.reason.act(action, desk.now);
                Action::None
            }
            Message::Penalty(penalty, retained) => {
                Action::Change(commission, Change::Penalty(penalty, Some(retained)))
            }
            Message::Observation(phase, action) => {
                if let Some(typed) = self.observations.get_mut(phase) {
                    typed.act(action, desk.now);
                }
                Action::None
            }
            Message::Appreciation(action) => {
                self.appreciation.act(action, desk.now);
                Action::None
            }
            Message::InsertCoverage => {
                for row in unmentioned(desk) {
                    let title = desk
                        .header
                        .grid
                        .row(&row)
                        .map(|row| row.title.trim_end_matches('.'));
                    let sentence = &desk.header.grid.texts.coverage_sentence;
                    let sentence = sentence.replace("{competency}", title.unwrap_or_default());
                    self.appreciation.append(&sentence, desk.now);
                }
                self.hand_over(desk, true)
            }
            Message::InsertConformity => {
                self.appreciation
                    .append(&desk.header.grid.texts.conformity_sentence, desk.now);
                Action::Run(travel::focus_on(APPRECIATION))
            }
            Message::Visa(member, given) => {
                Action::Change(Author::Member(member), Change::Visa(given))
            }
            Message::Mask => Action::ToggleMask,
            Message::Seal => seal(desk),
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Action<Message> {
        match command {
            Command::Mask => Action::ToggleMask,
            Command::Confirm => seal(desk),
            Command::NextOpen | Command::PreviousOpen => next_missing(desk),
            Command::Undo => {
                self.note = None;
                Action::Undo(Author::Commission)
            }
            Command::Redo => Action::Redo(Author::Commission),
            _ => Action::None,
        }
    }

    fn write_note(&mut self, text: String, desk: &Desk<'_>) -> Action<Message> {
        let Some(rule) = &desk.header.grid.mark else {
            return Action::None;
        };
        let value = Fraction::parse(&text);
        self.note = Some(text.clone());
        let former = &desk.seat.record.mark;
        let next = if text.trim().is_empty() {
            None
        } else {
            value.filter(|mark| rule.allows(mark))
        };
        // « 1 » on the way to « 12 » is a mark too: only a finished field says it is wrong.
        if (next.is_some() || text.trim().is_empty()) && next != *former {
            return Action::Change(Author::Commission, Change::Mark(next));
        }
        Action::None
    }

    fn wrong_note(&self, desk: &Desk<'_>) -> Option<String> {
        let text = self.note.as_deref()?.trim();
        let rule = desk.header.grid.mark.as_ref()?;
        let fits = Fraction::parse(text).is_some_and(|mark| rule.allows(&mark));
        let range = || {
            t!(
                "refusal-mark-range",
                most = words::mark(&rule.ceiling),
                step = words::mark(&rule.step)
            )
        };
        (!text.is_empty() && !fits).then(range)
    }

    /// Draws the screen under the band.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let total = desk.header.grid.rows.len();
        let left = total.saturating_sub(desk.seat.agreed.len());
        if left > 0 {
            let words = t!(
                "decision-wait",
                total = total.to_string(),
                left = left.to_string()
            );
            return container(typeface::section(words))
                .center_x(Length::Fill)
                .center_y(Length::Fill)
                .style(look::ground)
                .into();
        }
        let zones = row![
            container(scrolled(
                container(profile::view(desk)).padding([space::M, space::XXL]),
                "profile"
            ))
            .width(414)
            .style(look::ground),
            edge_down(),
            container(scrolled(
                container(self.marks(desk)).padding([space::M, space::XL]),
                "marks"
            ))
            .width(404)
            .style(look::surface),
            edge_down(),
            container(self.sheet(desk))
                .padding([space::M, space::XL])
                .width(Length::Fill)
                .style(look::surface),
        ]
        .height(Length::Fill);
        column![zones, crate::widget::frame::edge(), foot::view(desk)].into()
    }

    fn marks<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
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
        if asked.is_some() || !record.reason.is_empty() {
            if let Some(asked) = asked {
                zone = zone.push(signed_in(
                    Icon::Alert,
                    typeface::dense(asked),
                    typeface::alert,
                ));
            }
            let act = (!sealed).then_some(Message::Reason);
            zone = zone.push(field::editor(
                &self.reason.content,
                t!("decision-reason-hint"),
                REASON,
                64,
                act,
            ));
        }
        zone = zone
            .push(gap().height(space::XS))
            .push(typeface::label(t!("decision-penalties")));
        for penalty in &desk.header.grid.penalties {
            zone = zone.push(penalty_view(desk, penalty)).push(line());
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

    fn sheet<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
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
            let id = OBSERVATIONS.get(phase).copied().unwrap_or("observation");
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
        let conformity = (!sealed).then(|| {
            Element::from(
                control::quiet(t!("decision-insert-conformity"))
                    .on_press(Message::InsertConformity),
            )
        });
        let head = row![
            typeface::label(t!("decision-appreciation")),
            gap::horizontal(),
            conformity,
            insert,
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
                signed_in(
                    Icon::Alert,
                    typeface::dense(t!("decision-coverage-missing")),
                    typeface::alert,
                )
            });
        }
        zone.height(Length::Fill).into()
    }
}

fn penalty_view<'a>(desk: &Desk<'a>, penalty: &'a Penalty) -> Element<'a, Message> {
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
    column![
        row![
            typeface::strong(penalty.label.as_str()),
            gap::horizontal(),
            typeface::tabular_strong(points)
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

fn seal(desk: &Desk<'_>) -> Action<Message> {
    if desk.seat.missing.is_empty() {
        Action::Ask(Ask::Seal)
    } else {
        next_missing(desk)
    }
}

fn unmentioned(desk: &Desk<'_>) -> Vec<crate::domain::id::RowId> {
    let found = desk.seat.missing.iter().find_map(|missing| match missing {
        Missing::Coverage(rows) => Some(rows.clone()),
        _ => None,
    });
    found.unwrap_or_default()
}

/// Goes where the first thing is missing.
fn next_missing(desk: &Desk<'_>) -> Action<Message> {
    use super::Stage;
    let Some(missing) = desk.seat.missing.first() else {
        return Action::None;
    };
    match missing {
        Missing::Validation(_) => Action::Go(Stage::Interrogation),
        Missing::Levels(_) if desk.seat.ticking == Ticking::Common => {
            Action::Go(Stage::Interrogation)
        }
        Missing::Levels(_) | Missing::Disagreements(_) => Action::Go(Stage::Conciliation),
        Missing::Mark => Action::Run(travel::focus_on(NOTE)),
        Missing::Reason => Action::Run(travel::focus_on(REASON)),
        Missing::Coverage(_) => Action::Run(travel::focus_on("insert")),
        Missing::Penalties(open) => match open.first() {
            Some(penalty) => Action::Run(travel::focus_on(format!("penalty-{penalty}"))),
            None => Action::None,
        },
        Missing::Comment(_) => Action::Run(travel::focus_on(APPRECIATION)),
        Missing::Rulings(open) => match open.first() {
            Some(section) => Action::Run(travel::focus_on(format!("ruling-{section}"))),
            None => Action::None,
        },
        Missing::Visa(_) => Action::Run(travel::focus_on("visa")),
    }
}
