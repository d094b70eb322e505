//! What two copies put in one field, one point at a time: each value with whose it is and when, and
//! one key to settle. A value of a closed column is not in what this screen receives.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use crate::domain::edit::Change;
use crate::domain::id::CandidateId;
use crate::keymap::Command;
use crate::screen::head::Head;
use crate::style::space::Class;
use crate::style::{self, container as look, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{edge, edge_down, foot, key_cap, notice, scrolled, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};

/// One way to settle a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What it puts in the field, in words.
    pub value: String,
    /// Who, when, on which copy; none for what is in place.
    pub by: Option<String>,
    /// Whether the field holds it meanwhile.
    pub held: bool,
    /// What settles on it; none when it cannot be chosen here.
    pub settle: Option<Change>,
}

/// Where a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It waits for the commission.
    Open,
    /// Its column is still closed.
    Closed,
    /// Only fixing or reopening the decision settles it.
    Elsewhere,
    /// It came too late for a mark that is fixed.
    Late,
}

/// A point to settle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Whose record.
    pub candidate: CandidateId,
    /// « 02612000104 DELTA Inès ».
    pub name: String,
    /// The field.
    pub field: String,
    /// What can be chosen.
    pub ways: Vec<Way>,
    /// Where it stands.
    pub state: State,
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Settling {
    chosen: usize,
    /// The candidate whose decision one comes from.
    from: Option<CandidateId>,
}

/// A gesture on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Back to where one came from.
    Back,
    /// Another point.
    Choose(usize),
    /// Settles the point on one of its ways.
    Settle(usize),
    /// The decision of the point's candidate.
    Decide,
    /// Help.
    Help,
}

/// What the screen wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// The candidates, or the decision one comes from.
    Back(Option<CandidateId>),
    /// Settles a field: the candidate, the settlement, and what to say of it.
    Settle(CandidateId, Change, String),
    /// The decision of a candidate.
    Decide(CandidateId),
    /// Help.
    Help,
}

impl Settling {
    /// Returns the screen on the first point, or on the first one of a candidate whose decision one
    /// comes from.
    pub fn new(from: Option<CandidateId>, points: &[Point]) -> Self {
        let chosen = points
            .iter()
            .position(|point| from.as_ref() == Some(&point.candidate));
        Self {
            chosen: chosen.unwrap_or(0),
            from,
        }
    }

    /// Returns the point that Tab goes on from, among so many: Entrée there settles nothing.
    pub fn focus(&mut self, count: usize) -> String {
        self.chosen = self.chosen.min(count.saturating_sub(1));
        point_id(self.chosen)
    }

    fn current<'a>(&self, points: &'a [Point]) -> Option<&'a Point> {
        points.get(self.chosen.min(points.len().saturating_sub(1)))
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message, points: &[Point]) -> Action {
        self.chosen = self.chosen.min(points.len().saturating_sub(1));
        match message {
            Message::Back => Action::Back(self.from.clone()),
            Message::Help => Action::Help,
            Message::Choose(chosen) => {
                self.chosen = chosen;
                Action::None
            }
            Message::Settle(way) => {
                let Some(point) = self.current(points) else {
                    return Action::None;
                };
                match point
                    .ways
                    .get(way)
                    .and_then(|way| Some((way, way.settle.clone()?)))
                {
                    Some((way, settle)) => {
                        let said = t!(
                            "settling-done",
                            field = point.field.as_str(),
                            value = way.value.as_str()
                        );
                        Action::Settle(point.candidate.clone(), settle, said)
                    }
                    None => Action::None,
                }
            }
            Message::Decide => match self.current(points) {
                Some(point) => Action::Decide(point.candidate.clone()),
                None => Action::None,
            },
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, points: &[Point]) -> Action {
        let last = points.len().saturating_sub(1);
        match command {
            Command::Up | Command::Previous => {
                self.chosen = self.chosen.min(last).saturating_sub(1);
                Action::None
            }
            Command::Down | Command::Next => {
                self.chosen = (self.chosen + 1).min(last);
                Action::None
            }
            Command::Side(way) => {
                self.update(Message::Settle(usize::from(way).saturating_sub(1)), points)
            }
            Command::Open => match self.current(points) {
                Some(point) if point.state == State::Late => {
                    Action::Decide(point.candidate.clone())
                }
                _ => Action::None,
            },
            Command::Escape => Action::Back(self.from.clone()),
            _ => Action::None,
        }
    }

    /// Draws the screen; `back` is what the way back is called.
    pub fn view<'a>(
        &self,
        points: Vec<Point>,
        back: String,
        said: Option<&'a str>,
        class: Class,
    ) -> Element<'a, Message> {
        let chosen = self.chosen.min(points.len().saturating_sub(1));
        let current = points.get(chosen).cloned();
        let head = head(back, &points);
        let content: Element<'a, Message> = match current {
            None => nothing(),
            Some(point) => {
                let list = points
                    .into_iter()
                    .enumerate()
                    .map(|(place, point)| entry(place, point, place == chosen));
                let list = scrolled(column(list), "points");
                let detail = scrolled(detail(point), "point");
                if class < Class::Large {
                    column![
                        container(list)
                            .height(Length::FillPortion(1))
                            .style(look::surface),
                        edge(),
                        container(detail).height(Length::FillPortion(2))
                    ]
                    .into()
                } else {
                    row![
                        container(list).width(436).style(look::surface),
                        edge_down(),
                        container(detail).width(Length::Fill)
                    ]
                    .into()
                }
            }
        };
        let body = container(content)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(look::ground);
        let hint = row![
            said.map(typeface::dense_strong),
            gap::horizontal(),
            key_cap(Command::Up.key()),
            key_cap(Command::Down.key()),
            typeface::dense(t!("settling-hint-choose")).style(typeface::secondary),
            key_cap("1"),
            key_cap("2"),
            typeface::dense(t!("settling-hint-settle")).style(typeface::secondary),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        column![head, edge(), body, edge(), foot(hint)].into()
    }
}

fn head<'a>(back: String, points: &[Point]) -> Element<'a, Message> {
    let open = points
        .iter()
        .filter(|point| point.state != State::Late)
        .count();
    let head = Head {
        back,
        on_back: Message::Back,
        title: t!("settling-title"),
        under: Some(t!("settling-count", count = open)),
        on_help: Message::Help,
    };
    head.view([])
}

fn nothing<'a>() -> Element<'a, Message> {
    let words = column![
        signed_in(
            Icon::Check,
            typeface::section(t!("settling-nothing")),
            typeface::done
        ),
        typeface::body(t!("settling-nothing-text")).style(typeface::secondary),
    ]
    .spacing(space::M);
    container(words).padding(space::HUGE).into()
}

fn entry<'a>(place: usize, point: Point, current: bool) -> Element<'a, Message> {
    let state: Element<'a, Message> = match point.state {
        State::Open => typeface::dense(point.field)
            .style(typeface::secondary)
            .into(),
        State::Closed => signed_in(
            Icon::Lock,
            typeface::dense(point.field),
            typeface::secondary,
        ),
        State::Elsewhere | State::Late => signed_in(
            Icon::Seal,
            typeface::dense(point.field),
            typeface::secondary,
        ),
    };
    let words = column![typeface::name(point.name), state]
        .spacing(2)
        .width(Length::Fill);
    let press = Message::Choose(place);
    let button = button(words)
        .padding([space::S, space::L])
        .width(Length::Fill)
        .style(if current {
            style::button::row_current
        } else {
            style::button::outline
        })
        .on_press(press.clone());
    focus(button, Some(press))
        .id(point_id(place))
        .inside()
        .into()
}

fn point_id(place: usize) -> String {
    format!("point-{}", place + 1)
}

fn detail<'a>(point: Point) -> Element<'a, Message> {
    let mut page = column![
        typeface::section(point.field.clone()),
        typeface::dense(point.name.clone()).style(typeface::secondary),
    ]
    .spacing(space::S)
    .padding([space::XL, space::XXL]);
    page = match point.state {
        State::Open => page.push(typeface::body(t!("settling-text"))),
        State::Closed => page.push(notice(
            typeface::dense(t!("settling-closed")).width(Length::Fill),
        )),
        State::Elsewhere => page.push(notice(
            typeface::dense(t!("settling-elsewhere")).width(Length::Fill),
        )),
        State::Late => page
            .push(notice(
                typeface::dense(t!("settling-late")).width(Length::Fill),
            ))
            .push(Element::from(
                control::secondary(t!("settling-decide"))
                    .key(Command::Open.key())
                    .on_press(Message::Decide)
                    .id("decide"),
            )),
    };
    for (place, way) in point.ways.into_iter().enumerate() {
        page = page.push(way_view(place, way));
    }
    page.into()
}

fn way_view<'a>(place: usize, way: Way) -> Element<'a, Message> {
    let by = match way.by {
        Some(by) => typeface::dense(by).style(typeface::secondary),
        None => typeface::dense(t!("settling-in-place")).style(typeface::secondary),
    };
    let held = way
        .held
        .then(|| signed(Icon::Info, typeface::dense(t!("settling-held"))));
    let words = column![typeface::strong(way.value), by, held]
        .spacing(space::XS)
        .width(Length::Fill);
    if way.settle.is_none() {
        return container(words)
            .padding([space::M, space::L])
            .width(Length::Fill)
            .style(look::panel)
            .into();
    }
    let line = row![
        key_cap((place + 1).to_string()),
        words,
        typeface::dense_strong(t!("settling-retain")).style(typeface::accent),
    ]
    .spacing(space::L)
    .align_y(Alignment::Center);
    Element::from(
        control::card(line, Some(Message::Settle(place))).id(format!("way-{}", place + 1)),
    )
}
