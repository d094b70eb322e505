//! Deciding: the profile and its arithmetic, NOTE, penalties, NOTE FINALE, the texts of the
//! candidate's sheet, the visas, and « Arrêter la note ».

mod blocs;
mod foot;
mod marks;
mod profile;
mod texts;

use iced::Length;
use iced::widget::{column, container, row, text_editor};

use super::typed::Typed;
use super::{Action, Ask, Desk};
use crate::domain::check::Missing;
use crate::domain::commission::Ticking;
use crate::domain::edit::{Author, Change};
use crate::domain::fraction::Fraction;
use crate::domain::id::{PenaltyId, SectionId};
use crate::keymap::Command;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge_down, scrolled};
use crate::widget::{Element, travel};
use crate::{t, words};

/// The field of NOTE.
pub const NOTE: &str = "note";
const REASON: &str = "reason";
const APPRECIATION: &str = "appreciation";

/// The state of the screen: the texts under the fingers.
#[derive(Debug, Default)]
pub struct Decision {
    note: Option<String>,
    bonus: Option<String>,
    amount: Option<(PenaltyId, String)>,
    reason: Typed,
    observations: Vec<Typed>,
    appreciation: Typed,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// The points that two copies left to settle.
    Settle,
    /// NOTE is being written.
    Note(String),
    /// A reading is retained as NOTE.
    Retain(Fraction),
    /// The reason is being written.
    Reason(text_editor::Action),
    /// A penalty is retained or not.
    Penalty(PenaltyId, bool),
    /// The points added are being written.
    Bonus(String),
    /// The points of a penalty are being written.
    Amount(PenaltyId, String),
    /// A bloc is ruled on.
    Ruling(SectionId, bool),
    /// Every bloc that is still to rule on is ruled as the levels propose.
    RuleAsProposed,
    /// Observations are being written.
    Observation(usize, text_editor::Action),
    /// The appreciation is being written.
    Appreciation(text_editor::Action),
    /// The mandatory sentences are put in.
    InsertCoverage,
    /// The sentence on the environment is put in.
    InsertConformity,
    /// Sentences are offered.
    Comments,
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
            Message::Bonus(text) => {
                let points = Fraction::parse(&text).filter(|points| !points.is_negative());
                let fits = points.as_ref().is_none_or(|points| {
                    let bonus = desk.header.grid.bonus.as_ref();
                    bonus.is_some_and(|bonus| {
                        *points <= bonus.most && points.is_multiple_of(&bonus.step)
                    })
                });
                self.bonus = Some(text);
                if fits && points != desk.seat.record.bonus {
                    return Action::Change(commission, Change::Bonus(points));
                }
                Action::None
            }
            Message::Amount(penalty, text) => {
                let points = Fraction::parse(&text);
                let known = desk.header.grid.penalty(&penalty);
                let fits = points
                    .as_ref()
                    .is_none_or(|points| known.is_some_and(|known| known.amount.allows(points)));
                let former = desk.seat.record.amounts.get(&penalty);
                let changed = points.as_ref() != former;
                self.amount = Some((penalty.clone(), text));
                if fits && changed {
                    return Action::Change(commission, Change::Amount(penalty, points));
                }
                Action::None
            }
            Message::Ruling(section, acquired) => {
                Action::Change(commission, Change::Ruling(section, Some(acquired)))
            }
            Message::RuleAsProposed => blocs::rule_as_proposed(desk),
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
            Message::Comments => offer_comments(desk),
            Message::Mask => Action::ToggleMask,
            Message::Seal => seal(desk),
            Message::Settle => Action::Settle,
        }
    }

    /// Puts a sentence at the end of the appreciation.
    pub fn insert(&mut self, sentence: &str, desk: &Desk<'_>) -> Action<Message> {
        self.appreciation.append(sentence, desk.now);
        self.hand_over(desk, true)
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Action<Message> {
        match command {
            Command::Mask => Action::ToggleMask,
            Command::Confirm => seal(desk),
            Command::Comments => offer_comments(desk),
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
        let rows = desk.header.grid.rows.iter();
        let counted = rows.filter(|row| !desk.seat.waived.contains(&row.id));
        let total = counted.clone().count();
        let left = counted
            .filter(|row| !desk.seat.agreed.contains_key(&row.id))
            .count();
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
                container(self.outcome(desk)).padding([space::M, space::XL]),
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

    /// The mark, the blocs, or both: whatever the exam gives, and why it departs from the levels.
    fn outcome<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let mut zone = column![].spacing(space::M);
        if grid.mark.is_some() {
            zone = zone.push(self.marks(desk));
        }
        if grid.decision.is_some() {
            zone = zone.push(blocs::view(desk));
        }
        if grid.mark.is_none() {
            zone = zone.push(self.reasons(desk, blocs::departure(desk)));
        }
        zone.into()
    }
}

fn seal(desk: &Desk<'_>) -> Action<Message> {
    if desk.seat.missing.is_empty() {
        Action::Ask(Ask::Seal)
    } else {
        next_missing(desk)
    }
}

/// Sentences are offered once every level is settled, and until the mark is fixed.
fn offer_comments(desk: &Desk<'_>) -> Action<Message> {
    let waived = &desk.seat.waived;
    let mut rows = desk.header.grid.rows.iter();
    let settled =
        rows.all(|row| waived.contains(&row.id) || desk.seat.agreed.contains_key(&row.id));
    if settled && desk.seat.record.sealed.is_none() {
        Action::Ask(Ask::Comments)
    } else {
        Action::None
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
        Missing::Conflicts(_) => Action::Settle,
        Missing::Levels(_) | Missing::Disagreements(_) => Action::Go(Stage::Conciliation),
        Missing::Mark => Action::Run(travel::focus_on(NOTE)),
        Missing::Reason => Action::Run(travel::focus_on(REASON)),
        Missing::Coverage(_) => Action::Run(travel::focus_on("insert")),
        Missing::Penalties(open) => match open.first() {
            Some(penalty) => Action::Run(travel::focus_on(format!("penalty-{penalty}"))),
            None => Action::None,
        },
        Missing::Comment(_) => Action::Run(travel::focus_on(APPRECIATION)),
        Missing::Rulings(_) if blocs::can_follow(desk) => {
            Action::Run(travel::focus_on(blocs::FOLLOW))
        }
        Missing::Rulings(open) => match open.first() {
            Some(section) => Action::Run(travel::focus_on(format!("ruling-{section}"))),
            None => Action::None,
        },
        Missing::Visa(_) => Action::Run(travel::focus_on("visa")),
    }
}
