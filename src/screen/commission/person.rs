//! The form of one candidate: added by hand, or corrected.

use iced::Alignment;
use iced::widget::{column, row, space as gap};

use crate::domain::commission::Header;
use crate::domain::id::{CandidateId, OptionId};
use crate::domain::roster::{Candidate, Day, Hour};
use crate::style::{space, typeface};
use crate::widget::frame::signed_in;
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};
use crate::{t, words};

/// The form.
#[derive(Debug, Clone)]
pub struct Person {
    former: Option<Candidate>,
    number: String,
    last_name: String,
    first_name: String,
    option: Option<OptionId>,
    establishment: String,
    day: String,
    passage: String,
    room: String,
    lengths: Vec<String>,
    problem: Option<String>,
}

/// A gesture on the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// The number.
    Number(String),
    /// Family name.
    LastName(String),
    /// First name.
    FirstName(String),
    /// The option.
    Choice(Option<OptionId>),
    /// Where the candidate comes from.
    Establishment(String),
    /// Day of passage.
    Day(String),
    /// Hour of passage.
    Passage(String),
    /// Room of passage.
    Room(String),
    /// Length of a phase.
    Length(usize, String),
    /// Enters the candidate.
    Save,
    /// Gives up.
    Cancel,
}

const LENGTH_IDS: [&str; 4] = ["length-1", "length-2", "length-3", "length-4"];

impl Person {
    /// Returns the empty form.
    pub fn new(header: &Header) -> Self {
        Self {
            former: None,
            number: String::new(),
            last_name: String::new(),
            first_name: String::new(),
            option: None,
            establishment: String::new(),
            day: String::new(),
            passage: String::new(),
            room: String::new(),
            lengths: header
                .grid
                .phases
                .iter()
                .map(|phase| words::duration(phase.seconds))
                .collect(),
            problem: None,
        }
    }

    /// Returns the form of a candidate who is known.
    pub fn of(header: &Header, candidate: &Candidate) -> Self {
        let phases = header.grid.phases.iter().enumerate();
        let lengths = phases
            .map(|(phase, usual)| {
                candidate
                    .seconds
                    .get(phase)
                    .copied()
                    .unwrap_or(usual.seconds)
            })
            .map(words::duration)
            .collect();
        Self {
            former: Some(candidate.clone()),
            number: candidate.number.to_string(),
            last_name: candidate.last_name.clone(),
            first_name: candidate.first_name.clone(),
            option: candidate.option.clone(),
            establishment: candidate.establishment.clone(),
            day: candidate.day.map(words::day_short).unwrap_or_default(),
            passage: candidate.passage.map(words::hour).unwrap_or_default(),
            room: candidate.room.clone(),
            lengths,
            problem: None,
        }
    }

    /// Returns who was known under this form before.
    pub fn former(&self) -> Option<&CandidateId> {
        self.former.as_ref().map(|former| &former.number)
    }

    /// Says why the candidate was refused.
    pub fn fail(&mut self, problem: String) {
        self.problem = Some(problem);
    }

    /// Takes a change of the form; `Save` and `Cancel` are the caller's.
    pub fn update(&mut self, message: Message) {
        self.problem = None;
        match message {
            Message::Number(text) => self.number = text,
            Message::LastName(text) => self.last_name = text,
            Message::FirstName(text) => self.first_name = text,
            Message::Choice(option) => self.option = option,
            Message::Establishment(text) => self.establishment = text,
            Message::Day(text) => self.day = text,
            Message::Passage(text) => self.passage = text,
            Message::Room(text) => self.room = text,
            Message::Length(phase, text) => {
                if let Some(length) = self.lengths.get_mut(phase) {
                    *length = text;
                }
            }
            Message::Save | Message::Cancel => {}
        }
    }

    /// Returns the candidate, or nothing and the reason under the field.
    pub fn candidate(&mut self, header: &Header) -> Option<Candidate> {
        let lengths: Option<Vec<u32>> = self.lengths.iter().map(|text| seconds(text)).collect();
        let (day, passage, lengths) = match (self.day(), self.hour(), lengths) {
            (Ok(day), Ok(passage), Some(lengths)) => (day, passage, lengths),
            _ => return None,
        };
        if self.number.trim().is_empty() || self.last_name.trim().is_empty() {
            self.problem = Some(t!("new-missing", what = t!("add-missing")));
            return None;
        }
        let usual: Vec<u32> = header
            .grid
            .phases
            .iter()
            .map(|phase| phase.seconds)
            .collect();
        Some(Candidate {
            option: self.option.clone(),
            establishment: self.establishment.trim().to_owned(),
            day: day.filter(|day| header.day != Some(*day)),
            passage,
            room: self.room.trim().to_owned(),
            rank: self.former.as_ref().and_then(|former| former.rank),
            seconds: if lengths == usual {
                Vec::new()
            } else {
                lengths
            },
            ..Candidate::new(
                self.number.trim(),
                self.last_name.trim(),
                self.first_name.trim(),
            )
        })
    }

    fn day(&self) -> Result<Option<Day>, ()> {
        if self.day.trim().is_empty() {
            return Ok(None);
        }
        Day::parse(&self.day).map(Some).ok_or(())
    }

    fn hour(&self) -> Result<Option<Hour>, ()> {
        if self.passage.trim().is_empty() {
            return Ok(None);
        }
        Hour::parse(&self.passage).map(Some).ok_or(())
    }

    /// Draws the form.
    pub fn view<'a>(&'a self, header: &'a Header) -> Element<'a, Message> {
        let title = match &self.former {
            None => t!("add-title"),
            Some(_) => t!(
                "add-title-correct",
                name = format!("{} {}", self.last_name, self.first_name)
            ),
        };
        let bad_day = self.day().is_err().then(|| t!("add-bad-day"));
        let bad_hour = self.hour().is_err().then(|| t!("add-bad-hour"));
        let options = header.grid.options.iter().map(|option| {
            let chosen = self.option.as_ref() == Some(&option.id);
            let message = Message::Choice(Some(option.id.clone()));
            control::radio(option.label.clone(), chosen, Some(message)).into()
        });
        let none = control::radio(
            t!("add-option-none"),
            self.option.is_none(),
            Some(Message::Choice(None)),
        );
        let lengths = self.lengths.iter().enumerate().map(|(phase, text)| {
            let label = header
                .grid
                .phases
                .get(phase)
                .map(|phase| phase.label.clone())
                .unwrap_or_default();
            let id = LENGTH_IDS.get(phase).copied().unwrap_or("length");
            let wrong = seconds(text).is_none().then(|| t!("add-bad-minutes"));
            field::labelled(
                t!("add-minutes", phase = label),
                &t!("add-minutes-hint"),
                text,
                id,
                move |text| Message::Length(phase, text),
                wrong,
            )
        });
        let mut form = column![
            typeface::title(title),
            field::labelled(
                t!("add-number"),
                "",
                &self.number,
                "number",
                Message::Number,
                None
            ),
            row![
                field::labelled(
                    t!("add-last-name"),
                    "",
                    &self.last_name,
                    "last-name",
                    Message::LastName,
                    None
                ),
                field::labelled(
                    t!("add-first-name"),
                    "",
                    &self.first_name,
                    "first-name",
                    Message::FirstName,
                    None
                ),
            ]
            .spacing(space::L),
            column![
                typeface::reference_strong(t!("add-option")),
                row(options).push(none).spacing(space::S)
            ]
            .spacing(space::XS),
            row![
                field::labelled(
                    t!("add-passage"),
                    &t!("add-passage-hint"),
                    &self.passage,
                    "passage",
                    Message::Passage,
                    bad_hour
                ),
                row(lengths).spacing(space::L),
            ]
            .spacing(space::L),
            row![
                field::labelled(
                    t!("add-day"),
                    &header
                        .day
                        .map_or_else(|| t!("add-day-hint"), words::day_short),
                    &self.day,
                    "passage-day",
                    Message::Day,
                    bad_day
                ),
                field::labelled(t!("add-room"), "", &self.room, "room", Message::Room, None),
                field::labelled(
                    t!("add-establishment"),
                    "",
                    &self.establishment,
                    "establishment",
                    Message::Establishment,
                    None
                ),
            ]
            .spacing(space::L),
        ]
        .spacing(space::L);
        if let Some(problem) = &self.problem {
            form = form.push(signed_in(
                Icon::Alert,
                typeface::dense(problem.as_str()),
                typeface::danger,
            ));
        }
        let save = if self.former.is_some() {
            t!("add-correct")
        } else {
            t!("add-save")
        };
        form.push(
            row![
                gap::horizontal(),
                Element::from(control::secondary(t!("add-cancel")).on_press(Message::Cancel)),
                Element::from(control::primary(save).on_press(Message::Save).id("save")),
            ]
            .spacing(space::S)
            .align_y(Alignment::Center),
        )
        .into()
    }
}

/// Reads a length: « 13 min 20 », « 13:20 », « 40 ».
fn seconds(text: &str) -> Option<u32> {
    let plain: String = text
        .to_lowercase()
        .replace("min", ":")
        .split_whitespace()
        .collect();
    let plain = plain.trim_end_matches(':');
    let (minutes, seconds) = plain.split_once(':').unwrap_or((plain, "0"));
    let (minutes, seconds): (u32, u32) = (minutes.parse().ok()?, seconds.parse().ok()?);
    (minutes < 600 && seconds < 60).then_some(minutes * 60 + seconds)
}
