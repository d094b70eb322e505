//! One commission on two laptops: a member's copy is made, a copy that was received is looked at and
//! joined. Shows how much comes and from whom, never what stands in a column.

use std::path::PathBuf;

use iced::Length;
use iced::widget::{column, container, row, space as gap};

use crate::keymap::Command;
use crate::screen::head::Head;
use crate::style::space::Class;
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::frame::{edge, foot, line, notice, scrolled, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};

/// What the screen is told of the file in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Number of the commission.
    pub number: String,
    /// The file, as it is called.
    pub file: String,
    /// Of each member: their name, and whether their column is lent to a copy.
    pub members: Vec<(String, bool)>,
    /// The member whose copy this file is; none for the commission's own.
    pub copy_of: Option<usize>,
}

/// What is asked under a member.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asking {
    /// Where to make the copy, and what is wrong with that place.
    Make {
        member: usize,
        path: String,
        again: bool,
        wrong: Option<String>,
    },
    /// Whether the column is really taken back.
    TakeBack(usize),
}

/// What a copy that was received would bring, or brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// Whose copy it is.
    pub whose: String,
    /// Of each author: how much and since when.
    pub authors: Vec<String>,
    /// The same for each candidate.
    pub details: Vec<String>,
    /// How many points are to be settled once they are joined.
    pub points: usize,
    /// How many came too late for marks that are fixed.
    pub late: usize,
    /// Visas that are to be given again.
    pub lapsed: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Received {
    #[default]
    Nothing,
    /// Not joined yet.
    Foreseen(PathBuf, Seen),
    /// Joined.
    Joined(Seen),
    /// Why it cannot be.
    Refused(String),
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Copies {
    asking: Option<Asking>,
    path: String,
    received: Received,
    said: Option<String>,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the candidates.
    Back,
    /// Asks where to make a member's copy; true when there was one already.
    Make(usize, bool),
    /// Its place is being written.
    MakePath(String),
    /// The system's dialog for its place.
    MakeBrowse,
    /// That place.
    Place(Option<PathBuf>),
    /// Makes it.
    MakeGo,
    /// Asks whether a column is taken back.
    AskBack(usize),
    /// Takes it back.
    TakeBack,
    /// Neither.
    Leave,
    /// The path of a copy that was received is being written.
    Path(String),
    /// The system's dialog for it.
    Browse,
    /// A copy that was received.
    Received(Option<PathBuf>),
    /// Looks at the one whose path is written.
    Look,
    /// Joins it.
    Join,
    /// What is to be settled.
    Settle,
    /// Help.
    Help,
}

/// What the screen wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// What is read, further down or back up.
    Scroll(bool),
    /// The candidates.
    Back,
    /// The focus on a field or a control.
    Focus(&'static str),
    /// A place for a member's copy.
    Offer(usize, bool),
    /// The system's dialog for it.
    MakeBrowse,
    /// A member's copy at this place; true when there was one already.
    Make(usize, PathBuf, bool),
    /// A member's column back in this file.
    TakeBack(usize),
    /// The system's dialog for a copy.
    Browse,
    /// What a copy would bring.
    Look(PathBuf),
    /// The copy joined.
    Join(PathBuf),
    /// What is to be settled.
    Settle,
    /// Help.
    Help,
}

impl Copies {
    /// Asks where to make a member's copy.
    pub fn offer(&mut self, member: usize, path: String, again: bool) {
        self.said = None;
        self.asking = Some(Asking::Make {
            member,
            path,
            again,
            wrong: None,
        });
    }

    /// Says that a copy was not made, and why.
    pub fn fail(&mut self, why: String) {
        match &mut self.asking {
            Some(Asking::Make { wrong, .. }) => *wrong = Some(why),
            _ => self.said = Some(why),
        }
    }

    /// Says what was done to the copies.
    pub fn done(&mut self, words: String) {
        self.asking = None;
        self.said = Some(words);
    }

    /// Shows what a copy would bring.
    pub fn foresee(&mut self, path: PathBuf, seen: Seen) {
        self.path = path.display().to_string();
        self.received = Received::Foreseen(path, seen);
    }

    /// Shows what a copy brought.
    pub fn joined(&mut self, seen: Seen) {
        self.path = String::new();
        self.received = Received::Joined(seen);
    }

    /// Says why a copy cannot be joined.
    pub fn refuse(&mut self, why: String) {
        self.received = Received::Refused(why);
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Back => Action::Back,
            Message::Help => Action::Help,
            Message::Make(member, again) => Action::Offer(member, again),
            Message::MakePath(text) => {
                if let Some(Asking::Make { path, wrong, .. }) = &mut self.asking {
                    *path = text;
                    *wrong = None;
                }
                Action::None
            }
            Message::MakeBrowse => Action::MakeBrowse,
            Message::Place(Some(place)) => {
                self.update(Message::MakePath(place.display().to_string()))
            }
            Message::Place(None) | Message::Received(None) => Action::None,
            Message::MakeGo => match &self.asking {
                Some(Asking::Make {
                    member,
                    path,
                    again,
                    ..
                }) if !path.trim().is_empty() => {
                    Action::Make(*member, PathBuf::from(path.trim()), *again)
                }
                _ => Action::None,
            },
            Message::AskBack(member) => {
                self.said = None;
                self.asking = Some(Asking::TakeBack(member));
                Action::Focus("default")
            }
            Message::TakeBack => match self.asking {
                Some(Asking::TakeBack(member)) => Action::TakeBack(member),
                _ => Action::None,
            },
            Message::Leave => {
                self.asking = None;
                Action::None
            }
            Message::Path(text) => {
                self.path = text;
                self.received = Received::Nothing;
                Action::None
            }
            Message::Browse => Action::Browse,
            Message::Received(Some(path)) => Action::Look(path),
            Message::Look if self.path.trim().is_empty() => Action::None,
            Message::Look => Action::Look(PathBuf::from(self.path.trim())),
            Message::Join => match &self.received {
                Received::Foreseen(path, seen) if !seen.authors.is_empty() => {
                    Action::Join(path.clone())
                }
                _ => Action::None,
            },
            Message::Settle => Action::Settle,
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command) -> Action {
        match command {
            Command::Up | Command::Down => Action::Scroll(command == Command::Down),
            Command::Escape if self.asking.is_some() => self.update(Message::Leave),
            Command::Escape => Action::Back,
            Command::OpenFile => Action::Focus("received-path"),
            Command::Confirm => self.update(Message::Join),
            _ => Action::None,
        }
    }

    /// Draws the screen.
    pub fn view<'a>(&'a self, facts: Facts, class: Class) -> Element<'a, Message> {
        let head = head(&facts);
        let make = self.make_view(facts);
        let join = self.join_view();
        let body: Element<'a, Message> = if class < Class::Large {
            let page = column![make, join].spacing(space::L);
            scrolled(container(page).padding([space::L, space::XXL]), "copies")
        } else {
            row![
                container(scrolled(make, "copies")).width(Length::FillPortion(1)),
                container(scrolled(join, "received")).width(Length::FillPortion(1)),
            ]
            .spacing(space::L)
            .padding([space::L, space::XXL])
            .into()
        };
        let body = container(body)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(look::ground);
        let words = signed(Icon::Info, typeface::dense(t!("copies-foot")));
        column![head, edge(), body, edge(), foot(words)].into()
    }

    fn make_view<'a>(&'a self, facts: Facts) -> Element<'a, Message> {
        let mut page = column![
            typeface::section(t!("copies-make")),
            typeface::body(t!("copies-make-text")).style(typeface::secondary),
        ]
        .spacing(space::M);
        if let Some(member) = facts.copy_of {
            let name = facts.members.get(member).map(|(name, _)| name.clone());
            return panel(
                page.push(notice(
                    typeface::dense(t!("copies-is-copy", member = name.unwrap_or_default()))
                        .width(Length::Fill),
                )),
            );
        }
        if let Some(said) = &self.said {
            page = page.push(signed_in(
                Icon::Check,
                typeface::strong(said.as_str()).width(Length::Fill),
                typeface::done,
            ));
        }
        for (member, (name, lent)) in facts.members.into_iter().enumerate() {
            page = page.push(line()).push(self.member(member, name, lent));
        }
        panel(page)
    }

    fn member<'a>(&'a self, member: usize, name: String, lent: bool) -> Element<'a, Message> {
        let state = if lent {
            signed(Icon::Swap, typeface::dense(t!("copies-lent")))
        } else {
            signed(Icon::File, typeface::dense(t!("copies-here")))
        };
        let head = column![typeface::name(name.clone()), state].spacing(2);
        match &self.asking {
            Some(Asking::Make {
                member: asked,
                path,
                again,
                wrong,
            }) if *asked == member => {
                let warning = again
                    .then(|| notice(typeface::dense(t!("copies-again-text")).width(Length::Fill)));
                let place = field::labelled(
                    t!("copies-path"),
                    "",
                    path,
                    "copy-path",
                    Message::MakePath,
                    wrong.clone(),
                );
                let go = row![
                    Element::from(control::secondary(t!("absent-no")).on_press(Message::Leave)),
                    Element::from(
                        control::secondary(t!("new-choose-file")).on_press(Message::MakeBrowse)
                    ),
                    gap::horizontal(),
                    Element::from(
                        control::primary(t!("copies-make-go"))
                            .on_press(Message::MakeGo)
                            .id("make-copy")
                    ),
                ]
                .spacing(space::S);
                column![head, warning, place, go].spacing(space::S).into()
            }
            Some(Asking::TakeBack(asked)) if *asked == member => {
                let words = notice(
                    typeface::dense(t!("copies-back-text", member = name)).width(Length::Fill),
                );
                let go = row![
                    Element::from(
                        control::secondary(t!("absent-no"))
                            .on_press(Message::Leave)
                            .id("default")
                    ),
                    gap::horizontal(),
                    Element::from(
                        control::primary(t!("copies-back-go"))
                            .on_press(Message::TakeBack)
                            .id("take-back")
                    ),
                ]
                .spacing(space::S);
                column![head, words, go].spacing(space::S).into()
            }
            _ => {
                let make = if lent {
                    "copies-make-again"
                } else {
                    "copies-make-one"
                };
                let make = control::secondary(t!(make))
                    .dense()
                    .icon(Icon::Export)
                    .on_press(Message::Make(member, lent))
                    .id(format!("copy-{}", member + 1));
                let back = lent.then(|| {
                    Element::from(
                        control::quiet(t!("copies-back"))
                            .on_press(Message::AskBack(member))
                            .id(format!("back-{}", member + 1)),
                    )
                });
                column![head, row![Element::from(make), back].spacing(space::M)]
                    .spacing(space::S)
                    .into()
            }
        }
    }

    fn join_view(&self) -> Element<'_, Message> {
        let input = field::line(
            &t!("copies-received"),
            &self.path,
            "received-path",
            Message::Path,
            false,
        )
        .on_submit(Message::Look);
        let ready = !self.path.trim().is_empty();
        let page = column![
            typeface::section(t!("copies-join")),
            typeface::body(t!("copies-join-text")).style(typeface::secondary),
            input,
            row![
                Element::from(
                    control::secondary(t!("new-choose-file"))
                        .icon(Icon::Folder)
                        .on_press(Message::Browse)
                        .id("choose-copy")
                ),
                gap::horizontal(),
                Element::from(
                    control::secondary(t!("copies-look"))
                        .icon(Icon::Eye)
                        .on_press_maybe(ready.then_some(Message::Look))
                        .id("look")
                ),
            ]
            .spacing(space::S),
        ]
        .spacing(space::M);
        let more: Element<'_, Message> = match &self.received {
            Received::Nothing => typeface::reference(t!("copies-drop"))
                .style(typeface::secondary)
                .into(),
            Received::Foreseen(_, seen) => foreseen(seen),
            Received::Joined(seen) => joined(seen),
            Received::Refused(why) => {
                let lines = why.lines().map(|line| typeface::dense(line).into());
                notice(column(lines).spacing(space::XS).width(Length::Fill))
            }
        };
        panel(page.push(more))
    }
}

fn foreseen(seen: &Seen) -> Element<'_, Message> {
    let mut page = column![line(), typeface::name(seen.whose.as_str())].spacing(space::S);
    if seen.authors.is_empty() {
        return page
            .push(signed(
                Icon::Info,
                typeface::body(t!("copies-nothing-new")).width(Length::Fill),
            ))
            .into();
    }
    page = page.push(typeface::dense(t!("copies-will-come")).style(typeface::secondary));
    for author in &seen.authors {
        page = page.push(typeface::strong(author.as_str()));
    }
    for detail in &seen.details {
        page = page.push(typeface::dense(detail.as_str()).style(typeface::secondary));
    }
    page = warnings(page, seen);
    page.push(row![
        gap::horizontal(),
        Element::from(
            control::primary(t!("copies-join-go"))
                .key(Command::Confirm.key())
                .on_press(Message::Join)
                .id("join")
        )
    ])
    .into()
}

fn warnings<'a>(
    mut page: iced::widget::Column<'a, Message, crate::style::Theme>,
    seen: &'a Seen,
) -> iced::widget::Column<'a, Message, crate::style::Theme> {
    let alert = |text: String| {
        signed_in(
            Icon::Alert,
            typeface::dense(text).width(Length::Fill),
            typeface::alert,
        )
    };
    if seen.points > 0 {
        page = page.push(alert(t!("merge-conflicts", count = seen.points)));
    }
    if seen.late > 0 {
        page = page.push(alert(t!("merge-late", count = seen.late)));
    }
    for lapsed in &seen.lapsed {
        page = page.push(alert(lapsed.clone()));
    }
    page
}

fn joined(seen: &Seen) -> Element<'_, Message> {
    let mut page = column![
        line(),
        signed_in(
            Icon::Check,
            typeface::strong(t!("copies-joined")).width(Length::Fill),
            typeface::done
        )
    ]
    .spacing(space::S);
    for author in &seen.authors {
        page = page.push(typeface::body(author.as_str()));
    }
    page = warnings(page, seen);
    if seen.points + seen.late > 0 {
        page = page.push(row![
            gap::horizontal(),
            Element::from(
                control::primary(t!("copies-settle"))
                    .on_press(Message::Settle)
                    .id("settle")
            )
        ]);
    }
    page.into()
}

fn panel<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content.into())
        .padding(space::XL)
        .width(Length::Fill)
        .style(look::panel)
        .into()
}

fn head<'a>(facts: &Facts) -> Element<'a, Message> {
    let head = Head {
        back: t!("commission-title", number = facts.number.as_str()),
        on_back: Message::Back,
        title: t!("copies-title"),
        under: Some(facts.file.clone()),
        on_help: Message::Help,
    };
    head.view([])
}
