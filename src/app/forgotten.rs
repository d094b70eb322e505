//! A code that its member forgot: who, why, who vouches for it, and another code. Nobody is locked
//! out of a commission, and the journal says who opened it.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, space as gap};
use iced::{Length, Task};

use super::dialog::Dialog;
use super::{App, Message as Window};
use crate::domain::edit::{Author, Edit};
use crate::keymap::Command;
use crate::store::code;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::signed_in;
use crate::widget::icon::Icon;
use crate::widget::keys::KeyPress;
use crate::widget::{Element, control, field, travel};
use crate::{t, words};

/// The field of the reason.
const REASON: &str = "forgotten-reason";

/// A forgotten code being replaced.
#[derive(Debug, Clone)]
pub struct Forgotten {
    /// Whose code, once chosen.
    member: Option<usize>,
    /// How it came to that.
    reason: String,
    step: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Whose code, and why.
    Why,
    /// Another member confirms with theirs.
    Vouch,
    /// Nobody knows any code: all are taken away.
    Nobody,
    /// Another code, or none; who vouched for it.
    New(Author),
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// A code was forgotten; whose, when it is known.
    Open(Option<usize>),
    /// Whose.
    Member(usize),
    /// The reason is being written.
    Reason(String),
    /// The next step.
    Next,
    /// Nobody knows any code.
    Nobody,
    /// The member goes on without a code.
    Without,
    /// Leaves everything as it was.
    Cancel,
}

impl Forgotten {
    fn is_said(&self) -> bool {
        self.member.is_some() && !self.reason.trim().is_empty()
    }

    /// Returns whether a code is being typed.
    fn takes_digits(&self) -> bool {
        matches!(self.step, Step::Vouch | Step::New(_))
    }
}

impl App {
    /// Lets the screen of a forgotten code take a key; nothing when it is not in front.
    pub(super) fn forgotten_key(&mut self, press: &KeyPress) -> Option<Task<Window>> {
        let forgotten = self.gate.forgotten.as_ref()?;
        if press.key == Key::Named(Named::Escape) {
            return Some(self.forgotten(Message::Cancel));
        }
        let digits = forgotten.takes_digits();
        if digits && self.gate.takes(press) {
            return Some(Task::none());
        }
        if digits && press.key == Key::Named(Named::Enter) && !press.repeat {
            return Some(self.forgotten(Message::Next));
        }
        // Nothing behind hears a key.
        Some(Task::none())
    }

    pub(super) fn forgotten(&mut self, message: Message) -> Task<Window> {
        if let Message::Open(member) = message {
            let known = self.members_with_codes();
            let only = (known.len() == 1).then(|| known.first().copied()).flatten();
            self.gate.clear();
            self.slot = None;
            self.gate.forgotten = Some(Forgotten {
                member: member.or(only),
                reason: String::new(),
                step: Step::Why,
            });
            return travel::focus_on(REASON);
        }
        let Some(forgotten) = &mut self.gate.forgotten else {
            return Task::none();
        };
        match message {
            Message::Open(_) => {}
            Message::Member(member) => forgotten.member = Some(member),
            Message::Reason(text) => forgotten.reason = text,
            Message::Next => return self.forgotten_next(),
            Message::Nobody => forgotten.step = Step::Nobody,
            Message::Without => {
                if let Step::New(author) = forgotten.step {
                    self.replace_codes(author, None);
                }
            }
            Message::Cancel => {
                self.gate.forgotten = None;
                self.gate.clear();
            }
        }
        Task::none()
    }

    fn forgotten_next(&mut self) -> Task<Window> {
        let Some(forgotten) = self.gate.forgotten.clone() else {
            return Task::none();
        };
        let step = match forgotten.step {
            Step::Why if !forgotten.is_said() => return travel::focus_on(REASON),
            Step::Why if self.vouchers(&forgotten).is_empty() => Step::New(Author::Commission),
            Step::Why => Step::Vouch,
            Step::Vouch => {
                let others = self.vouchers(&forgotten);
                match self.member_of_code(&others) {
                    Some(member) => Step::New(Author::Member(member)),
                    None => return Task::none(),
                }
            }
            Step::Nobody => {
                self.replace_codes(Author::Commission, None);
                return Task::none();
            }
            Step::New(author) => {
                let digits = self.gate.typed();
                if code::is_code(&digits) {
                    self.replace_codes(author, Some(&digits));
                }
                return Task::none();
            }
        };
        self.gate.clear();
        // A code that was right empties the gate: what was said so far stays.
        self.gate.forgotten = Some(Forgotten { step, ..forgotten });
        travel::focus_on("forgotten-next")
    }

    /// Returns the members who can confirm that the code was forgotten.
    fn vouchers(&self, forgotten: &Forgotten) -> Vec<usize> {
        let mut others = self.members_with_codes();
        others.retain(|other| Some(*other) != forgotten.member);
        others
    }

    /// Writes the other code, or takes codes away, and opens the way again.
    fn replace_codes(&mut self, author: Author, digits: Option<&str>) {
        let Some(forgotten) = self.gate.forgotten.clone() else {
            return;
        };
        let members = match forgotten.step {
            Step::Nobody => self.members_with_codes(),
            _ => forgotten.member.into_iter().collect(),
        };
        let kept = match digits {
            None => None,
            Some(digits) => match code::hash(digits) {
                Some(kept) => Some(kept),
                None => return,
            },
        };
        let reason = forgotten.reason.trim().to_owned();
        for member in members {
            let edit = Edit::ResetCode(member, kept.clone(), reason.clone());
            if !self.write(author, &edit) {
                return;
            }
        }
        self.gate = super::gate::Gate::default();
        if matches!(self.dialog, Some(Dialog::Code(_))) {
            self.dialog = None;
        }
        if self.members_with_codes().is_empty() {
            self.locked = false;
            self.touch();
        }
        self.refresh();
        self.say(t!("forgotten-done"));
    }

    /// Draws the screen that covers everything while a code is replaced, if one is.
    pub(super) fn forgotten_view(&self) -> Option<Element<'_, Window>> {
        let forgotten = self.gate.forgotten.as_ref()?;
        let member = forgotten.member.map(|member| self.member_name(member));
        let member = member.unwrap_or_default();
        let body: Element<'_, Message> = match forgotten.step {
            Step::Why => self.forgotten_why(forgotten),
            Step::Vouch => {
                let others: Vec<String> = self
                    .vouchers(forgotten)
                    .into_iter()
                    .map(|other| self.member_name(other))
                    .collect();
                column![
                    typeface::body(t!(
                        "forgotten-vouch",
                        other = others.join(", "),
                        member = member
                    )),
                    self.gate.boxes(false).map(|_| Message::Cancel),
                    Element::from(
                        control::quiet(t!("forgotten-nobody"))
                            .on_press(Message::Nobody)
                            .id("forgotten-nobody")
                    ),
                ]
                .spacing(space::L)
                .into()
            }
            Step::Nobody => typeface::body(t!("forgotten-nobody-text")).into(),
            Step::New(_) => column![
                typeface::body(t!("forgotten-new", member = member)),
                self.gate.boxes(false).map(|_| Message::Cancel),
                Element::from(
                    control::quiet(t!("forgotten-without"))
                        .on_press(Message::Without)
                        .id("forgotten-without")
                ),
            ]
            .spacing(space::L)
            .into(),
        };
        let problem = self.code_problem().or_else(|| {
            let said = self.slot.as_ref().map(|(words, _)| words.clone());
            said.or_else(|| self.incident.clone())
        });
        let problem = problem
            .map(|words| signed_in(Icon::Alert, typeface::dense_strong(words), typeface::alert));
        let ready = match forgotten.step {
            Step::Why => forgotten.is_said(),
            Step::Vouch | Step::New(_) => self.gate.typed().len() == code::DIGITS,
            Step::Nobody => true,
        };
        let label = match forgotten.step {
            Step::Why | Step::Vouch => t!("forgotten-next"),
            Step::Nobody => t!("forgotten-nobody-yes"),
            Step::New(_) => t!("forgotten-keep"),
        };
        let foot = row![
            gap::horizontal(),
            Element::from(
                control::secondary(t!("code-cancel"))
                    .key(Command::Escape.key())
                    .on_press(Message::Cancel)
            ),
            Element::from(
                control::primary(label)
                    .on_press_maybe(ready.then_some(Message::Next))
                    .id("forgotten-next")
            ),
        ]
        .spacing(space::S);
        let content = column![
            typeface::title(t!("forgotten-title")),
            body,
            problem,
            typeface::reference(t!("forgotten-kept")).style(typeface::secondary),
            foot,
        ]
        .spacing(space::L);
        let panel: Element<'_, Message> = container(content)
            .padding([space::XXL, space::XXL + space::XS])
            .max_width(space::DIALOG)
            .style(look::dialog)
            .into();
        let cover = container(panel.map(Window::Forgotten))
            .center_x(Length::Fill)
            .center_y(Length::Fill)
            .padding(space::L)
            .style(look::band);
        Some(cover.into())
    }

    /// Draws the list of codes that were replaced.
    pub(super) fn resets_view(&self) -> Element<'_, super::dialog::Message> {
        let Some(session) = &self.session else {
            return gap().into();
        };
        let resets = session.document.commission().resets.iter();
        let lines =
            resets.map(|reset| typeface::body(words::code_reset(session.header(), reset)).into());
        let close = control::primary(t!("dialog-close"))
            .on_press(super::dialog::Message::No)
            .id("default");
        column![
            typeface::title(t!("resets-title")),
            column(lines).spacing(space::S),
            row![gap::horizontal(), Element::from(close)],
        ]
        .spacing(space::L)
        .into()
    }

    fn forgotten_why<'a>(&'a self, forgotten: &'a Forgotten) -> Element<'a, Message> {
        let members = self.members_with_codes();
        let choices = members.into_iter().map(|member| {
            control::radio(
                self.member_name(member),
                forgotten.member == Some(member),
                Some(Message::Member(member)),
            )
            .into()
        });
        column![
            typeface::body(t!("forgotten-who")),
            row(choices).spacing(space::M),
            typeface::reference_strong(t!("forgotten-reason")),
            field::line(
                &t!("forgotten-hint"),
                &forgotten.reason,
                REASON,
                Message::Reason,
                false,
            )
            .on_submit(Message::Next),
        ]
        .spacing(space::M)
        .into()
    }
}
