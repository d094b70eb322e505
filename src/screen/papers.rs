//! The papers of a candidate: pieces and their state, coverage of the competencies, questions to
//! prepare. What was read is shown; nothing is applied by itself.

use std::path::PathBuf;

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length, Task};

use super::{Action, Desk, Stage};
use crate::domain::check::PenaltyFinding;
use crate::domain::commission::{PieceState, Question};
use crate::domain::dossier::{Dossier, PieceKind, Reading};
use crate::domain::edit::{Author, Change};
use crate::domain::grid::PieceRule;
use crate::domain::id::{PieceId, QuestionId, RowId};
use crate::keymap::Command;
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{edge, edge_down, line, line_down, notice, scrolled, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field, travel};
use crate::{t, words};

/// Where a question is written.
const QUESTION: &str = "question";
const PATH: &str = "dossier-path";

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Papers {
    path: Option<String>,
    question: String,
    row: Option<RowId>,
    current: usize,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Shows where a path can be written.
    Add,
    /// The path is being written.
    Path(String),
    /// Reads the path that is written.
    Read,
    /// The system's dialog for a folder.
    PickFolder,
    /// The system's dialog for an archive.
    PickArchive,
    /// What was picked.
    Picked(Option<PathBuf>),
    /// The state of a required paper.
    State(PieceId, Option<PieceState>),
    /// A question is being written.
    Question(String),
    /// The row it is about.
    About(Option<RowId>),
    /// Prepares it.
    Prepare,
    /// Starts a question on a row.
    PrepareOn(RowId),
    /// Drops a question.
    Remove(QuestionId),
    /// On to the interrogation.
    Start,
}

impl Papers {
    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message, desk: &Desk<'_>) -> Action<Message> {
        let change = |change| Action::Change(Author::Commission, change);
        match message {
            Message::Add => {
                self.path = Some(String::new());
                Action::Run(travel::focus_on(PATH))
            }
            Message::Path(path) => {
                self.path = Some(path);
                Action::None
            }
            Message::Read => match self.path.take().map(|path| path.trim().to_owned()) {
                Some(path) if !path.is_empty() => Action::ReadDossier(PathBuf::from(path)),
                _ => Action::None,
            },
            Message::PickFolder => pick(true),
            Message::PickArchive => pick(false),
            Message::Picked(None) => Action::None,
            Message::Picked(Some(path)) => {
                self.path = None;
                Action::ReadDossier(path)
            }
            Message::State(piece, state) => change(Change::Piece(piece, state)),
            Message::Question(text) => {
                self.question = text;
                Action::None
            }
            Message::About(row) => {
                self.row = row;
                Action::None
            }
            Message::Prepare => {
                let text = self.question.trim().to_owned();
                if text.is_empty() {
                    return Action::None;
                }
                self.question.clear();
                let id = next_question(desk);
                change(Change::AddQuestion(Question {
                    id,
                    text,
                    row: self.row.clone(),
                    realisation: None,
                    asked: false,
                }))
            }
            Message::PrepareOn(row) => {
                self.row = Some(row);
                Action::Run(travel::focus_on(QUESTION))
            }
            Message::Remove(question) => change(Change::RemoveQuestion(question)),
            Message::Start => Action::Go(Stage::Interrogation),
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Action<Message> {
        let last = reading(desk).map_or(0, |reading| reading.realisations.len().saturating_sub(1));
        match command {
            Command::Up => self.current = self.current.saturating_sub(1),
            Command::Down => self.current = (self.current + 1).min(last),
            Command::Open => return Action::Go(Stage::Interrogation),
            Command::Undo => return Action::Undo(Author::Commission),
            Command::Redo => return Action::Redo(Author::Commission),
            _ => {}
        }
        Action::None
    }

    /// Draws the screen under the band.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let pieces = container(scrolled(
            container(self.pieces(desk)).padding([space::M, space::XL]),
            "pieces",
        ))
        .width(300)
        .style(look::surface);
        let middle = column![
            scrolled(
                container(self.middle(desk)).padding([space::M, space::XL]),
                "coverage"
            ),
            edge(),
            foot(desk)
        ];
        let right = container(scrolled(
            container(self.side(desk)).padding([space::M, space::XL]),
            "documents",
        ))
        .width(330)
        .style(look::ground);
        row![
            pieces,
            edge_down(),
            container(middle).width(Length::Fill).style(look::surface),
            edge_down(),
            right
        ]
        .height(Length::Fill)
        .into()
    }

    fn pieces<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let has = desk.seat.record.dossier.is_some();
        let open = desk.seat.record.sealed.is_none();
        let label = if has {
            t!("dossier-replace")
        } else {
            t!("dossier-add")
        };
        let add = control::secondary(label)
            .dense()
            .icon(Icon::Plus)
            .on_press_maybe(open.then_some(Message::Add))
            .id("add");
        let mut zone = column![
            row![
                typeface::title(t!("dossier-pieces")),
                gap::horizontal(),
                Element::from(add)
            ]
            .align_y(Alignment::Center)
        ]
        .spacing(space::S);
        if let Some(path) = &self.path {
            let input = field::line(&t!("dossier-path"), path, PATH, Message::Path, false)
                .on_submit(Message::Read);
            zone = zone.push(input).push(
                row![
                    Element::from(
                        control::primary(t!("dossier-path-go"))
                            .dense()
                            .on_press(Message::Read)
                    ),
                    Element::from(
                        control::secondary(t!("dossier-folder"))
                            .dense()
                            .on_press(Message::PickFolder)
                    ),
                    Element::from(
                        control::secondary(t!("dossier-zip"))
                            .dense()
                            .on_press(Message::PickArchive)
                    ),
                ]
                .spacing(space::XS),
            );
        }
        for rule in &desk.header.grid.pieces {
            zone = zone.push(line()).push(piece(desk, rule, open));
        }
        zone.push(line())
            .push(typeface::reference(t!("dossier-conformity")).style(typeface::secondary))
            .into()
    }

    fn middle<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let mut zone = column![
            row![
                typeface::section(t!("dossier-coverage")),
                gap::horizontal(),
                typeface::reference(t!("dossier-coverage-source")).style(typeface::secondary)
            ]
            .align_y(Alignment::Center)
        ]
        .spacing(space::S);
        zone = match (&desk.seat.record.dossier, reading(desk)) {
            (None, _) => zone.push(
                column![
                    typeface::section(t!("dossier-empty-title")),
                    typeface::body(t!("dossier-empty-text")).style(typeface::secondary)
                ]
                .spacing(space::XS),
            ),
            (Some(_), None) => {
                zone.push(typeface::body(t!("dossier-no-tableau")).style(typeface::secondary))
            }
            (Some(_), Some(reading)) => {
                let mut zone = zone.push(self.matrix(desk, reading));
                for row in desk.header.grid.covered_rows() {
                    let column = desk.header.grid.coverage_column(&row.id);
                    if column.is_some_and(|column| reading.uncovered.contains(&column)) {
                        let ask = control::quiet_alert(t!("dossier-prepare"))
                            .on_press(Message::PrepareOn(row.id.clone()));
                        let words =
                            typeface::dense(t!("dossier-uncovered", row = row.short.as_str()));
                        zone = zone.push(notice(
                            row![words, gap::horizontal(), Element::from(ask)]
                                .align_y(Alignment::Center),
                        ));
                    }
                }
                zone
            }
        };
        zone.push(self.questions(desk)).into()
    }

    fn matrix<'a>(&'a self, desk: &Desk<'a>, reading: &'a Reading) -> Element<'a, Message> {
        let rows: Vec<_> = desk.header.grid.covered_rows().collect();
        const WIDTH: f32 = 66.0;
        let head_cell = |text: &'a str| {
            row![
                line_down(),
                container(typeface::reference(text))
                    .center_x(Length::Fill)
                    .center_y(Length::Fill)
                    .padding(2)
            ]
            .width(WIDTH)
        };
        let mut head = row![
            container(typeface::reference_strong(t!("dossier-realisation")))
                .padding([0.0, space::S])
                .center_y(Length::Fill)
                .width(Length::Fill)
        ]
        .height(50);
        for row in &rows {
            head = head.push(head_cell(row.narrow.as_str()));
        }
        let mut table = column![container(head).style(look::hollow)];
        let mut section = None;
        for (index, realisation) in reading.realisations.iter().enumerate() {
            if realisation.section != section {
                section = realisation.section;
                if let Some(title) = section.and_then(|section| reading.sections.get(section)) {
                    let title = typeface::reference(title.as_str()).style(typeface::secondary);
                    let title = container(title)
                        .padding([3.0, space::S])
                        .width(Length::Fill);
                    table = table.push(line()).push(title.style(look::ground));
                }
            }
            let title = column![
                typeface::dense_strong(realisation.title.as_str()),
                typeface::tabular_reference(realisation.period_raw.as_str())
                    .style(typeface::secondary)
            ];
            let mut entry = row![
                container(title)
                    .padding([3.0, space::S])
                    .width(Length::Fill)
            ]
            .height(Length::Shrink);
            for column in 0..rows.len() {
                let ticked = matches!(realisation.ticks.get(column), Some(Some(_)));
                let cell: Element<'a, Message> = if ticked {
                    control::tick_box(true)
                } else {
                    gap().into()
                };
                entry = entry.push(container(cell).center_x(WIDTH).padding([10.0, 0.0]));
            }
            let entry = container(entry.align_y(Alignment::Center)).width(Length::Fill);
            let entry = if index == self.current {
                entry.style(look::now)
            } else {
                entry
            };
            table = table.push(line()).push(entry);
        }
        let mut totals = row![
            container(typeface::dense_bold(t!("dossier-count")))
                .padding([0.0, space::S])
                .center_y(Length::Fill)
                .width(Length::Fill)
        ]
        .height(36);
        for column in 0..rows.len() {
            let count = reading.covering(column).count();
            let cell = container(typeface::tabular_strong(count.to_string()))
                .center_x(WIDTH)
                .center_y(Length::Fill);
            totals = totals.push(if count == 0 {
                cell.style(look::lack)
            } else {
                cell
            });
        }
        container(table.push(line()).push(totals))
            .padding(1)
            .style(look::framed)
            .into()
    }

    fn questions<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let open = desk.seat.record.sealed.is_none();
        let mut zone = column![typeface::section(t!("dossier-questions"))].spacing(space::XS);
        for question in &desk.seat.record.questions {
            let row = question
                .row
                .as_ref()
                .and_then(|row| desk.header.grid.row(row));
            let short = row.map(|row| row.short.as_str()).unwrap_or_default();
            let remove = open.then(|| {
                Element::from(
                    control::quiet(t!("dossier-question-remove"))
                        .on_press(Message::Remove(question.id.clone())),
                )
            });
            zone = zone.push(line()).push(
                row![
                    icon(Icon::Ask, 16.0),
                    container(typeface::dense(question.text.as_str())).width(Length::Fill),
                    typeface::reference(short).style(typeface::secondary),
                    remove
                ]
                .spacing(space::S)
                .align_y(Alignment::Center)
                .height(32),
            );
        }
        if open {
            let input = field::line(
                &t!("dossier-question-hint"),
                &self.question,
                QUESTION,
                Message::Question,
                false,
            )
            .on_submit(Message::Prepare);
            let add = control::secondary(t!("dossier-question-add"))
                .icon(Icon::Plus)
                .on_press(Message::Prepare);
            let rows = desk.header.grid.rows.iter().map(|row| {
                let chosen = self.row.as_ref() == Some(&row.id);
                control::choice(row.short.clone(), chosen)
                    .dense()
                    .on_press(Message::About(Some(row.id.clone())))
                    .into()
            });
            let any = control::choice(t!("dossier-question-any"), self.row.is_none())
                .dense()
                .on_press(Message::About(None));
            zone = zone
                .push(row![input, Element::from(add)].spacing(space::S))
                .push(row(rows).push(Element::from(any)).spacing(space::XS).wrap());
        }
        zone.into()
    }

    fn side<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let mut zone = column![].spacing(space::S);
        if let Some(dossier) = &desk.seat.record.dossier {
            zone = zone.push(identity(desk, dossier));
            if !dossier.findings.is_empty() {
                zone = zone.push(typeface::label(t!("dossier-findings")));
                for finding in &dossier.findings {
                    zone = zone.push(notice(typeface::reference(finding.as_str())));
                }
            }
        }
        let current = reading(desk).and_then(|reading| reading.realisations.get(self.current));
        if let Some(realisation) = current {
            zone = zone
                .push(typeface::label(realisation.title.as_str()))
                .push(
                    typeface::tabular_reference(realisation.period_raw.as_str())
                        .style(typeface::secondary),
                )
                .push(typeface::reference_strong(t!("dossier-documents")));
            for document in &realisation.documents {
                zone = zone.push(typeface::dense(document.as_str()));
            }
        }
        let others = desk.seat.record.dossier.iter().flat_map(|dossier| {
            dossier
                .pieces
                .iter()
                .filter(|piece| piece.kind == PieceKind::Other)
        });
        let others: Vec<&str> = others.map(|piece| piece.path.as_str()).collect();
        if !others.is_empty() {
            zone = zone
                .push(line())
                .push(typeface::label(t!("dossier-others")));
            for other in others {
                zone = zone.push(typeface::reference(other));
            }
        }
        zone.into()
    }
}

fn reading<'a>(desk: &Desk<'a>) -> Option<&'a Reading> {
    desk.seat
        .record
        .dossier
        .as_ref()
        .and_then(|dossier| dossier.reading.as_ref())
}

fn next_question(desk: &Desk<'_>) -> QuestionId {
    let numbers = desk.seat.record.questions.iter().filter_map(|question| {
        question
            .id
            .as_str()
            .strip_prefix('q')
            .and_then(|number| number.parse::<u32>().ok())
    });
    QuestionId::from(format!("q{:03}", numbers.max().unwrap_or(0) + 1))
}

fn pick(folder: bool) -> Action<Message> {
    let title = t!("dossier-add");
    Action::Run(Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new().set_title(title);
            let picked = if folder {
                dialog.pick_folder().await
            } else {
                dialog.add_filter("ZIP", &["zip"]).pick_file().await
            };
            picked.map(|handle| handle.path().to_owned())
        },
        Message::Picked,
    ))
}

fn piece<'a>(desk: &Desk<'a>, rule: &'a PieceRule, open: bool) -> Element<'a, Message> {
    let record = &desk.seat.record;
    let found: Vec<_> = record
        .dossier
        .iter()
        .flat_map(|dossier| {
            dossier
                .pieces
                .iter()
                .filter(|piece| rule.kinds.contains(&piece.kind))
        })
        .collect();
    let state = record.pieces.get(&rule.id).copied();
    let (sign, key, ink): (
        Icon,
        &str,
        fn(&crate::style::Theme) -> iced::widget::text::Style,
    ) = match (state, found.is_empty(), record.dossier.is_some()) {
        (Some(PieceState::Conform), ..) => (Icon::Check, "dossier-state-conform", typeface::done),
        (Some(PieceState::Missing), ..) | (None, true, true) => {
            (Icon::Alert, "dossier-state-missing", typeface::alert)
        }
        (None, false, _) => (Icon::Check, "dossier-state-read", typeface::secondary),
        (None, true, false) => (Icon::Search, "dossier-none", typeface::secondary),
    };
    // The rule of length is the jury's to check: « 60 pages au moins ».
    let label = match rule.pages {
        Some(pages) => t!(
            "piece-pages",
            label = rule.label.as_str(),
            pages = pages.to_string()
        ),
        None => rule.label.clone(),
    };
    let mut zone = column![typeface::strong(label)].spacing(2);
    for paper in &found {
        let words = format!("{} · {}", words::piece_kind(paper.kind), paper.path);
        zone = zone.push(typeface::reference(words).style(typeface::secondary));
    }
    zone = zone.push(signed_in(sign, typeface::dense_strong(t!(key)), ink));
    let absent =
        |finding: &PenaltyFinding| matches!(finding, PenaltyFinding::Absent(id) if *id == rule.id);
    for penalty in &desk.header.grid.penalties {
        if desk.seat.findings.get(&penalty.id).is_some_and(absent) {
            let words = t!("dossier-penalty-proposed", penalty = penalty.label.as_str());
            zone = zone.push(typeface::reference(words).style(typeface::alert));
        }
    }
    if open {
        let choice = |key: &str, wanted: Option<PieceState>| {
            let message = Message::State(rule.id.clone(), wanted);
            Element::from(
                control::choice(t!(key), state == wanted)
                    .dense()
                    .on_press(message),
            )
        };
        zone = zone.push(
            row![
                choice("dossier-mark-conform", Some(PieceState::Conform)),
                choice("dossier-mark-missing", Some(PieceState::Missing)),
                choice("dossier-mark-none", None),
            ]
            .spacing(space::XS),
        );
    }
    zone.into()
}

fn identity<'a>(desk: &Desk<'a>, dossier: &'a Dossier) -> Element<'a, Message> {
    let Some(reading) = &dossier.reading else {
        return gap().height(0).into();
    };
    let candidate = &desk.seat.record.candidate;
    let (name, number) = (
        reading.candidate.clone().unwrap_or_default(),
        reading.number.clone().unwrap_or_default(),
    );
    let same = |left: &str, right: &str| left.trim().to_lowercase() == right.trim().to_lowercase();
    let differs = (!number.is_empty() && !same(&number, candidate.number.as_str()))
        || (!name.is_empty() && !same(&name, &candidate.name()));
    if differs {
        return notice(typeface::reference(t!(
            "dossier-identity-differs",
            name = name,
            number = number
        )));
    }
    let words = t!("dossier-identity", name = name, number = number);
    signed_in(Icon::Check, typeface::reference(words), typeface::secondary)
}

fn foot<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let label = if desk.seat.record.is_touched() {
        t!("dossier-continue")
    } else {
        t!("dossier-start")
    };
    let line = row![
        container(match desk.said {
            Some(said) => typeface::dense_strong(said),
            None => typeface::reference(t!("dossier-foot")).style(typeface::secondary),
        })
        .width(Length::Fill),
        Element::from(control::primary(label).on_press(Message::Start).id("main")),
    ]
    .spacing(space::L)
    .align_y(Alignment::Center);
    container(line).padding([space::S, space::XL]).into()
}
