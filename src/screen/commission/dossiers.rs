//! Many dossiers at once: a folder read aside, each dossier matched to the list, the conformity table
//! of the commission, and what the jury joins. Whose a dossier is, is shown and never guessed.

use std::path::PathBuf;

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length, Task};

use crate::domain::commission::Commission;
use crate::domain::dossier::Required;
use crate::domain::dossier::matching::Match;
use crate::domain::id::CandidateId;
use crate::domain::roster::Candidate;
use crate::export::conformity::{Line, without_dossier};
use crate::keymap::Command;
use crate::style::{self, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{line, notice, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field, progress};

/// Width of the dialog.
pub const WIDTH: f32 = 1060.0;
const PATH: &str = "dossiers-path";

/// Somebody of the list, and what joining a dossier to them would do.
#[derive(Debug, Clone)]
struct Person {
    candidate: Candidate,
    /// Whether a dossier was joined already.
    has_one: bool,
    /// Whether nothing can be joined any more: the mark is fixed.
    closed: bool,
}

#[derive(Debug, Clone)]
enum Stage {
    /// The folder is being chosen.
    Choosing,
    /// So many dossiers read, of so many.
    Reading(usize, usize),
    /// What was read; one line is open.
    Table(Option<usize>),
    /// So many joined, of so many.
    Joining(usize, usize),
    /// So many joined.
    Done(usize),
}

/// The dialog.
#[derive(Debug, Clone)]
pub struct Dossiers {
    path: String,
    stage: Stage,
    people: Vec<Person>,
    lines: Vec<Line>,
    paths: Vec<PathBuf>,
    chosen: Vec<Option<usize>>,
    wrong: Option<String>,
    said: Option<String>,
}

/// A gesture on the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The path is being written.
    Path(String),
    /// The system's dialog.
    Pick,
    /// What was picked.
    Picked(Option<PathBuf>),
    /// Reads the folder.
    Read,
    /// Opens a line, or closes it.
    Open(usize),
    /// Whose a dossier is.
    Choose(usize, Option<usize>),
    /// Joins what is chosen.
    Join,
    /// Writes the table.
    Export,
    /// Stops, or leaves.
    Close,
}

impl Dossiers {
    /// Returns the dialog of a commission.
    pub fn new(commission: &Commission) -> Self {
        let people = commission.by_passage().into_iter().map(|record| Person {
            candidate: record.candidate.clone(),
            has_one: record.dossier.is_some(),
            closed: record.sealed.is_some() || record.moved.is_some(),
        });
        Self {
            path: String::new(),
            stage: Stage::Choosing,
            people: people.collect(),
            lines: Vec::new(),
            paths: Vec::new(),
            chosen: Vec::new(),
            wrong: None,
            said: None,
        }
    }

    /// Returns the people of the list, in the order of passage.
    pub fn people(&self) -> Vec<Candidate> {
        let people = self.people.iter();
        people.map(|person| person.candidate.clone()).collect()
    }

    /// Returns the lines that were read.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Returns the folder that is written.
    pub fn folder(&self) -> PathBuf {
        PathBuf::from(self.path.trim())
    }

    /// Returns whether something is under way.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Reading(..) | Stage::Joining(..))
    }

    /// Reacts to what changes the dialog alone; the rest is the caller's.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Path(path) => {
                self.path = path;
                self.wrong = None;
            }
            Message::Pick => return pick(),
            Message::Picked(Some(path)) => self.path = path.display().to_string(),
            Message::Open(index) => {
                if let Stage::Table(open) = &mut self.stage {
                    *open = (*open != Some(index)).then_some(index);
                }
            }
            Message::Choose(index, person) => self.choose(index, person),
            Message::Picked(None)
            | Message::Read
            | Message::Join
            | Message::Export
            | Message::Close => {}
        }
        Task::none()
    }

    /// Says why the folder cannot be read.
    pub fn fail(&mut self, words: String) {
        self.stage = Stage::Choosing;
        self.wrong = Some(words);
    }

    /// Says what happened.
    pub fn say(&mut self, words: String) {
        self.said = Some(words);
    }

    /// Says how far the reading is.
    pub fn advance(&mut self, done: usize, total: usize) {
        self.stage = Stage::Reading(done, total);
    }

    /// Shows what was read, each dossier with the person that it names for sure.
    pub fn show(&mut self, paths: Vec<PathBuf>, lines: Vec<Line>) {
        self.chosen = lines.iter().map(|line| self.sure(line)).collect();
        self.paths = paths;
        self.lines = lines;
        self.stage = Stage::Table(None);
    }

    /// Says how far the joining is.
    pub fn join(&mut self, done: usize, total: usize) {
        self.stage = Stage::Joining(done, total);
    }

    /// Says how many were joined.
    pub fn end(&mut self, joined: usize) {
        self.stage = Stage::Done(joined);
    }

    /// Returns what is to be joined: where it was read, what, and to whom.
    pub fn chosen(&self) -> Vec<(PathBuf, &crate::domain::dossier::Dossier, CandidateId)> {
        let lines = self.paths.iter().zip(&self.lines).zip(&self.chosen);
        lines
            .filter_map(|((path, line), person)| {
                let person = self.people.get((*person)?)?;
                let dossier = line.read.as_ref().ok()?;
                Some((path.clone(), dossier, person.candidate.number.clone()))
            })
            .collect()
    }

    /// Returns whom a dossier is joined to unless the jury says otherwise: one person, named by number
    /// or by name, by no other dossier, and who has none.
    fn sure(&self, line: &Line) -> Option<usize> {
        let person = line.owner.candidate()?;
        let open = self
            .people
            .get(person)
            .is_some_and(|known| !known.has_one && !known.closed);
        (line.rivals.is_empty() && line.read.is_ok() && open).then_some(person)
    }

    fn choose(&mut self, index: usize, person: Option<usize>) {
        // One person has one dossier.
        for (other, chosen) in self.chosen.iter_mut().enumerate() {
            if other != index && *chosen == person {
                *chosen = None;
            }
        }
        if let Some(chosen) = self.chosen.get_mut(index) {
            *chosen = person;
        }
    }

    /// Draws the dialog.
    pub fn view(&self) -> Element<'_, Message> {
        let body = match &self.stage {
            Stage::Choosing => self.choosing(),
            Stage::Reading(done, total) => under_way("dossiers-reading", *done, *total),
            Stage::Joining(done, total) => under_way("dossiers-joining", *done, *total),
            Stage::Table(open) => self.table(*open),
            Stage::Done(count) => signed(
                Icon::Check,
                typeface::body(t!("dossiers-joined", count = *count)),
            ),
        };
        let said = self
            .said
            .as_ref()
            .map(|said| typeface::dense(said.as_str()).style(typeface::secondary));
        column![
            typeface::title(t!("dossiers-title")),
            body,
            said,
            self.foot()
        ]
        .spacing(space::L)
        .into()
    }

    fn choosing(&self) -> Element<'_, Message> {
        let hint = t!("dossiers-path");
        let input = field::line(&hint, &self.path, PATH, Message::Path, self.wrong.is_some())
            .on_submit(Message::Read);
        let pick = control::secondary(t!("dossiers-pick")).on_press(Message::Pick);
        let mut zone = column![
            typeface::body(t!("dossiers-what")),
            row![input, Element::from(pick)].spacing(space::S)
        ]
        .spacing(space::M);
        if let Some(wrong) = &self.wrong {
            zone = zone.push(field::reason(wrong.as_str()));
        }
        zone.into()
    }

    fn table(&self, open: Option<usize>) -> Element<'_, Message> {
        let mut list = column![];
        for (index, known) in self.lines.iter().enumerate() {
            list = list
                .push(line())
                .push(self.entry(index, known, open == Some(index)));
        }
        let people = self.people();
        let without: Vec<String> = without_dossier(&self.lines, &people)
            .into_iter()
            .filter(|candidate| {
                let known = |person: &&Person| person.candidate.number == candidate.number;
                !self
                    .people
                    .iter()
                    .find(known)
                    .is_some_and(|known| known.has_one)
            })
            .map(Candidate::name)
            .collect();
        let without = (!without.is_empty()).then(|| {
            notice(typeface::dense(t!(
                "dossier-roster-none",
                names = without.join(", ")
            )))
        });
        let list = container(scrolled(
            container(list).padding(iced::Padding::ZERO.right(14)),
            "dossiers",
        ))
        .height(400);
        column![heads(), list, without].spacing(space::S).into()
    }

    fn entry<'a>(&'a self, index: usize, known: &'a Line, open: bool) -> Element<'a, Message> {
        let chosen = self.chosen.get(index).copied().flatten();
        let person = chosen.and_then(|person| self.people.get(person));
        let whose: Element<'a, Message> = match person {
            Some(person) => {
                let by = match &known.owner {
                    Match::Number(index) if Some(*index) == chosen => t!("dossiers-by-number"),
                    Match::Name(index) if Some(*index) == chosen => t!("dossiers-by-name"),
                    _ => t!("dossiers-by-jury"),
                };
                column![
                    typeface::dense_strong(person.candidate.name()),
                    typeface::reference(by).style(typeface::secondary)
                ]
                .into()
            }
            None => signed_in(
                Icon::Ask,
                typeface::dense_strong(self.why_nobody(known)),
                typeface::alert,
            ),
        };
        let reading = known.read.as_ref().ok();
        let sign = |required: Required| {
            let there = reading.is_some_and(|dossier| !dossier.missing().contains(&required));
            let sign = if there { Icon::Check } else { Icon::Alert };
            container(icon(sign, 18.0)).center_x(84)
        };
        let tableau = reading.and_then(|dossier| dossier.reading.as_ref());
        let uncovered = tableau.map_or(0, |reading| reading.uncovered.len());
        let counts = tableau.map_or_else(String::new, |reading| {
            t!(
                "dossiers-counts",
                lines = reading.realisations.len(),
                uncovered = uncovered
            )
        });
        let findings = match known.findings.len() {
            0 => String::new(),
            count => t!("dossiers-findings", count = count),
        };
        let cells = row![
            container(typeface::dense(known.label.as_str())).width(230),
            container(whose).width(Length::Fill),
            sign(Required::Portfolio),
            sign(Required::Tableau),
            sign(Required::Attestation),
            container(typeface::reference(counts)).width(170),
            container(typeface::reference(findings).style(typeface::alert)).width(110),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let press = Some(Message::Open(index));
        let head = button(cells)
            .padding([space::XS, 0.0])
            .width(Length::Fill)
            .style(style::button::row)
            .on_press_maybe(press.clone());
        let head = focus(head, press)
            .id(format!("dossier-{}", index + 1))
            .inside();
        let mut zone = column![Element::from(head)];
        if open {
            zone = zone.push(self.detail(index, known, chosen));
        }
        zone.into()
    }

    /// Why a dossier is joined to nobody yet.
    fn why_nobody(&self, known: &Line) -> String {
        let person = known
            .owner
            .candidate()
            .and_then(|index| self.people.get(index));
        match (&known.read, &known.owner, person) {
            (Err(_), ..) => t!("dossiers-unreadable"),
            (_, _, Some(person)) if person.closed => {
                t!("dossiers-closed", name = person.candidate.name())
            }
            (_, _, Some(person)) if person.has_one => {
                t!("dossiers-has-one", name = person.candidate.name())
            }
            (_, Match::Ambiguous(some), _) => match some.as_slice() {
                [only] => {
                    let name = self.people.get(*only).map(|person| person.candidate.name());
                    t!("dossiers-perhaps", name = name.unwrap_or_default())
                }
                _ => t!("dossiers-ambiguous"),
            },
            (_, Match::Nobody, _) => t!("dossiers-nobody"),
            _ => t!("dossiers-to-choose"),
        }
    }

    fn detail<'a>(
        &'a self,
        index: usize,
        known: &'a Line,
        chosen: Option<usize>,
    ) -> Element<'a, Message> {
        let mut zone = column![].spacing(space::S);
        for finding in &known.findings {
            zone = zone.push(notice(typeface::reference(finding.as_str())));
        }
        if known.read.is_ok() {
            let open = self.people.iter().enumerate();
            let choices = open
                .filter(|(_, person)| !person.closed)
                .map(|(place, person)| {
                    let is = chosen == Some(place);
                    let choice = control::choice(person.candidate.name(), is).dense();
                    Element::from(choice.on_press(Message::Choose(index, (!is).then_some(place))))
                });
            zone = zone
                .push(typeface::reference_strong(t!("dossiers-whose")))
                .push(row(choices).spacing(space::XS).wrap());
        }
        container(zone).padding([space::S, 0.0]).into()
    }

    fn foot(&self) -> Element<'_, Message> {
        let close = |key: &str| {
            Element::from(
                control::secondary(t!(key))
                    .key(Command::Escape.key())
                    .on_press(Message::Close)
                    .id("default"),
            )
        };
        match &self.stage {
            Stage::Choosing => {
                let ready = !self.path.trim().is_empty();
                let read = control::primary(t!("dossiers-read"))
                    .on_press_maybe(ready.then_some(Message::Read))
                    .id("go");
                row![
                    gap::horizontal(),
                    close("batch-cancel"),
                    Element::from(read)
                ]
            }
            Stage::Reading(..) | Stage::Joining(..) => {
                row![gap::horizontal(), close("batch-stop")]
            }
            Stage::Table(_) => {
                let count = self.chosen().len();
                let join = control::primary(t!("dossiers-join", count = count))
                    .on_press_maybe((count > 0).then_some(Message::Join))
                    .id("go");
                let export = control::secondary(t!("dossiers-export"))
                    .icon(Icon::Export)
                    .on_press(Message::Export)
                    .id("export");
                row![
                    Element::from(export),
                    gap::horizontal(),
                    close("dialog-close"),
                    Element::from(join)
                ]
            }
            Stage::Done(_) => row![gap::horizontal(), close("dialog-close")],
        }
        .spacing(space::M)
        .into()
    }
}

fn heads<'a>() -> Element<'a, Message> {
    let head = |key: &str| typeface::reference_strong(t!(key));
    row![
        container(head("dossiers-head-folder")).width(230),
        container(head("dossiers-head-person")).width(Length::Fill),
        container(head("dossiers-head-portfolio")).center_x(84),
        container(head("dossiers-head-tableau")).center_x(84),
        container(head("dossiers-head-attestation")).center_x(84),
        container(head("dossiers-head-counts")).width(170),
        container(head("dossiers-head-findings")).width(124),
    ]
    .spacing(space::S)
    .into()
}

fn under_way<'a>(key: &str, done: usize, total: usize) -> Element<'a, Message> {
    column![
        typeface::body(t!(key, done = done.to_string(), total = total.to_string())),
        progress::bar(done, total)
    ]
    .spacing(space::M)
    .into()
}

fn pick() -> Task<Message> {
    let title = t!("dossiers-title");
    Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new().set_title(title);
            let picked = dialog.pick_folder().await;
            picked.map(|handle| handle.path().to_owned())
        },
        Message::Picked,
    )
}
