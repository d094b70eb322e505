//! Grading one candidate: the row, its indicators, the rubric whose columns choose a level, and
//! beside them time, members, evidence, questions and notes.

mod side;

use iced::widget::{button, column, container, row, space as gap, text_editor};
use iced::{Alignment, Length};

use super::typed::Typed;
use super::{Action, Ask, Desk, Stage};
use crate::domain::commission::{Seen, Ticking};
use crate::domain::edit::{Author, Change};
use crate::domain::grid::Row;
use crate::domain::id::RowId;
use crate::domain::reconcile::Sight;
use crate::keymap::Command;
use crate::store::notes::Notes;
use crate::style::button::Cell;
use crate::style::space::Class;
use crate::style::{self, container as look, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{edge, edge_down, key_cap, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, bars, icon};
use crate::widget::{Element, indicator, level, travel};

/// Name of the notes' field.
pub const NOTES: &str = "notes";

/// The state of the screen: where the eye is, and the note under the fingers.
#[derive(Debug)]
pub struct Interrogation {
    row: usize,
    indicator: usize,
    folded: bool,
    note: Typed,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another row.
    Row(usize),
    /// A level of the current row, by its position.
    Level(usize),
    /// An indicator of the current row.
    Indicator(usize, Option<Cell>),
    /// The note is being written.
    Note(text_editor::Action),
    /// A prepared question, by its position among the row's.
    Question(usize),
    /// Starts or pauses the chronometer.
    Timer,
    /// Goes to the next phase.
    Phase,
    /// Folds the descriptors.
    Fold,
    /// Masks or shows the proposed mark.
    Mask,
    /// The other member's turn.
    HandOver,
    /// Validates the column, or takes that back.
    Validate,
    /// Takes back.
    Undo,
    /// Brings back.
    Redo,
    /// Opens the papers.
    Papers,
}

impl Message {
    /// Returns whether this is typing: anything else comes after what was typed is written.
    pub fn is_typing(&self) -> bool {
        matches!(self, Message::Note(_))
    }
}

impl Interrogation {
    /// Returns the screen at a row.
    pub fn new(row: usize) -> Self {
        Self {
            row,
            indicator: 0,
            folded: false,
            note: Typed::default(),
        }
    }

    /// Returns the position of the current row.
    pub fn row(&self) -> usize {
        self.row
    }

    /// Shows the note of the current row as it was written.
    pub fn follow(&mut self, desk: &Desk<'_>, notes: &Notes) {
        let (Some(row), Some(member)) = (self.current(desk), note_owner(desk)) else {
            return;
        };
        self.note
            .follow(notes.text(&desk.seat.record.candidate.number, member, &row.id));
    }

    /// Hands over what was typed: after a pause, or at once.
    pub fn hand_over(&mut self, desk: &Desk<'_>, at_once: bool) -> Action<Message> {
        let text = if at_once {
            self.note.take()
        } else {
            self.note.due(desk.now)
        };
        match (text, self.current(desk)) {
            (Some(text), Some(row)) => Action::Note(row.id.clone(), text),
            _ => Action::None,
        }
    }

    /// Returns whether something typed waits to be written.
    pub fn is_pending(&self) -> bool {
        self.note.is_pending()
    }

    fn current<'a>(&self, desk: &Desk<'a>) -> Option<&'a Row> {
        desk.header.grid.rows.get(self.row)
    }

    fn go(&mut self, desk: &Desk<'_>, row: usize) -> Action<Message> {
        let action = self.hand_over(desk, true);
        if row < desk.header.grid.rows.len() && row != self.row {
            self.row = row;
            self.indicator = 0;
            self.note = Typed::default();
        }
        action
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message, desk: &Desk<'_>) -> Action<Message> {
        let viewer = desk.seat.viewer;
        match message {
            Message::Row(row) => self.go(desk, row),
            Message::Level(position) => self.choose(desk, position),
            Message::Indicator(position, cell) => {
                self.indicator = position;
                self.mark(desk, cell.map(seen))
            }
            Message::Note(action) => {
                self.note.act(action, desk.now);
                Action::None
            }
            Message::Question(position) => self.ask(desk, Some(position)),
            Message::Timer => start_or_pause(desk),
            Message::Phase => next_phase(desk),
            Message::Fold => {
                self.folded = !self.folded;
                Action::None
            }
            Message::Mask => Action::ToggleMask,
            Message::HandOver => Action::HandOver,
            Message::Validate => validate(desk),
            Message::Undo => Action::Undo(viewer),
            Message::Redo => Action::Redo(viewer),
            Message::Papers => Action::Go(Stage::Dossier),
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Action<Message> {
        let viewer = desk.seat.viewer;
        let last = desk.header.grid.rows.len().saturating_sub(1);
        match command {
            Command::Level(position) => self.choose(desk, position),
            Command::Clear => self.clear(desk),
            Command::Previous => self.go(desk, self.row.saturating_sub(1)),
            Command::Next => self.go(desk, (self.row + 1).min(last)),
            Command::Up => {
                self.indicator = self.indicator.saturating_sub(1);
                Action::None
            }
            Command::Down => {
                let indicators = self.current(desk).map_or(0, |row| row.indicators.len());
                self.indicator = (self.indicator + 1).min(indicators.saturating_sub(1));
                Action::None
            }
            Command::NextOpen => self.next_open(desk, true),
            Command::PreviousOpen => self.next_open(desk, false),
            Command::Indicator(seen) => {
                let action = self.mark(desk, Some(seen));
                let indicators = self.current(desk).map_or(0, |row| row.indicators.len());
                self.indicator = (self.indicator + 1).min(indicators.saturating_sub(1));
                action
            }
            Command::Note => Action::Run(travel::focus_on(NOTES)),
            Command::Question => self.ask(desk, None),
            Command::Timer => start_or_pause(desk),
            Command::Phase => next_phase(desk),
            Command::Fold => self.update(Message::Fold, desk),
            Command::Mask => Action::ToggleMask,
            Command::HandOver => Action::HandOver,
            Command::Confirm => validate(desk),
            Command::Undo => Action::Undo(viewer),
            Command::Redo => Action::Redo(viewer),
            _ => Action::None,
        }
    }

    fn choose(&mut self, desk: &Desk<'_>, position: usize) -> Action<Message> {
        let (Some(row), Some(level)) = (self.current(desk), desk.header.grid.levels.get(position))
        else {
            return Action::None;
        };
        // The same key again changes nothing, and leaves no trace.
        if desk.seat.own().levels.get(&row.id) == Some(&level.id) {
            return Action::None;
        }
        Action::Change(
            desk.seat.viewer,
            Change::Level(row.id.clone(), Some(level.id.clone())),
        )
    }

    fn clear(&mut self, desk: &Desk<'_>) -> Action<Message> {
        match self.current(desk) {
            Some(row) if desk.seat.own().levels.contains_key(&row.id) => {
                Action::Change(desk.seat.viewer, Change::Level(row.id.clone(), None))
            }
            _ => Action::None,
        }
    }

    fn mark(&mut self, desk: &Desk<'_>, seen: Option<Seen>) -> Action<Message> {
        let Some(indicator) = self
            .current(desk)
            .and_then(|row| row.indicators.get(self.indicator))
        else {
            return Action::None;
        };
        if desk.seat.own().seen.get(&indicator.id).copied() == seen {
            return Action::None;
        }
        Action::Change(
            desk.seat.viewer,
            Change::Indicator(indicator.id.clone(), seen),
        )
    }

    fn next_open(&mut self, desk: &Desk<'_>, forward: bool) -> Action<Message> {
        let rows = &desk.header.grid.rows;
        let own = desk.seat.own();
        let count = rows.len();
        let step = |offset: usize| {
            if forward {
                (self.row + offset) % count
            } else {
                (self.row + count - offset) % count
            }
        };
        let open = (1..=count).map(step).find(|row| {
            rows.get(*row)
                .is_some_and(|row| !own.levels.contains_key(&row.id))
        });
        match open {
            Some(row) => self.go(desk, row),
            None => Action::None,
        }
    }

    fn ask(&mut self, desk: &Desk<'_>, position: Option<usize>) -> Action<Message> {
        let Some(row) = self.current(desk) else {
            return Action::None;
        };
        let mut questions = desk
            .seat
            .record
            .questions
            .iter()
            .filter(|question| about(question.row.as_ref(), &row.id));
        let question = match position {
            Some(position) => questions.nth(position),
            None => questions.find(|question| !question.asked),
        };
        match question {
            Some(question) => Action::Change(
                Author::Commission,
                Change::Asked(question.id.clone(), !question.asked),
            ),
            None => Action::None,
        }
    }

    /// Draws the screen under the band.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let Some(current) = self.current(desk) else {
            return gap().into();
        };
        let listening = container(scrolled(
            container(
                column![
                    self.listening(desk, current),
                    self.chosen_texts(desk, current)
                ]
                .spacing(space::S),
            )
            .padding([space::S, space::L])
            .width(Length::Fill),
            "listening",
        ))
        .height(Length::Fill)
        .style(look::surface);
        let rubric = container(self.rubric(desk, current))
            .padding([space::S, space::L])
            .style(look::ground);
        let main = column![listening, edge(), rubric].width(Length::Fill);
        let panel = container(side::view(self, desk, current))
            .width(space::SIDE)
            .height(Length::Fill)
            .style(look::surface);
        column![
            self.strip(desk),
            row![main, edge_down(), panel].height(Length::Fill)
        ]
        .into()
    }

    fn strip<'a>(&self, desk: &Desk<'_>) -> Element<'a, Message> {
        let own = desk.seat.own();
        let tiles = desk
            .header
            .grid
            .rows
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let current = index == self.row;
                let title = t!(
                    "tile-title",
                    number = (index + 1).to_string(),
                    short = line.short.as_str()
                );
                let title = if current {
                    typeface::dense_bold(title)
                } else {
                    typeface::dense_strong(title)
                };
                let state: Element<'a, Message> = match own.levels.get(&line.id) {
                    Some(id) => level::plain(&desk.shown(id)),
                    None if is_uncovered(desk, &line.id) => signed_in(
                        Icon::Ask,
                        typeface::reference(t!("to-question")),
                        typeface::alert,
                    ),
                    None => signed(Icon::Minus, typeface::reference(t!("level-none"))),
                };
                let top = container(gap().width(Length::Fill).height(3));
                let top = if current {
                    top.style(look::accent)
                } else {
                    top
                };
                let roomy = desk.class >= Class::Large;
                // In a small window: the number and the sign; the title stands in full below.
                let words: Element<'a, Message> = if roomy {
                    column![
                        title.wrapping(iced::widget::text::Wrapping::None),
                        container(state).padding(iced::Padding::ZERO.left(14.0))
                    ]
                    .spacing(1)
                    .into()
                } else {
                    let sign: Element<'a, Message> = match own.levels.get(&line.id) {
                        Some(id) => bars(desk.shown(id).bars),
                        None if is_uncovered(desk, &line.id) => icon(Icon::Ask, 18.0),
                        None => icon(Icon::Minus, 18.0),
                    };
                    row![typeface::dense_bold((index + 1).to_string()), sign]
                        .spacing(space::XS)
                        .align_y(Alignment::Center)
                        .height(36)
                        .into()
                };
                let tile = button(column![
                    top,
                    container(words).padding([3.0, space::S + 2.0])
                ])
                .padding(0)
                .width(Length::Fill)
                .height(space::STRIP)
                .style(if current {
                    style::button::tile_current
                } else {
                    style::button::tile
                })
                .on_press(Message::Row(index));
                let tile: Element<'a, Message> = focus(tile, Some(Message::Row(index)))
                    .id(format!("tile-{}", index + 1))
                    .inside()
                    .into();
                row![tile, edge_down()]
                    .width(Length::Fill)
                    .height(space::STRIP)
                    .into()
            });
        column![row(tiles), edge()].into()
    }

    /// In a small window the rubric keeps its heads: the texts of the chosen level stand here.
    fn chosen_texts<'a>(&self, desk: &Desk<'a>, current: &Row) -> Option<Element<'a, Message>> {
        let own = desk.seat.own();
        let id = own.levels.get(&current.id)?;
        if desk.class >= Class::Large || self.folded {
            return None;
        }
        let cells = desk.header.grid.rubric.cells.iter();
        let texts = cells
            .filter(|cell| cell.level == *id)
            .map(|cell| typeface::reference(cell.text.as_str()).into());
        let shown = level::chip(&desk.shown(id));
        Some(
            column![shown, column(texts).spacing(2)]
                .spacing(space::XS)
                .into(),
        )
    }

    fn listening<'a>(&'a self, desk: &Desk<'a>, current: &'a Row) -> Element<'a, Message> {
        let mut zone = column![typeface::heading(current.title.trim_end_matches('.'))].spacing(2);
        if !current.parts.is_empty() {
            let parts: Vec<&str> = current
                .parts
                .iter()
                .map(|part| part.trim_end_matches('.'))
                .collect();
            zone = zone.push(typeface::caption(parts.join("\u{a0}· ")).style(typeface::secondary));
        }
        if is_uncovered(desk, &current.id) {
            zone = zone.push(signed_in(
                Icon::Ask,
                typeface::dense_strong(t!("uncovered-row")),
                typeface::alert,
            ));
        }
        if current.indicators.is_empty() {
            return zone
                .push(gap().height(space::S))
                .push(typeface::dense(t!("interrogation-no-indicators")).style(typeface::secondary))
                .into();
        }
        let legend = |sign, key: &str, command: Command| {
            row![
                signed(sign, typeface::reference(t!(key))),
                key_cap(command.key())
            ]
            .spacing(space::XS)
            .align_y(Alignment::Center)
        };
        let head = row![
            typeface::label(t!("interrogation-indicators")),
            legend(Icon::Check, "seen-yes", Command::Indicator(Seen::Yes)),
            legend(Icon::Minus, "seen-partly", Command::Indicator(Seen::Partly)),
            legend(Icon::Cross, "seen-no", Command::Indicator(Seen::No)),
            gap::horizontal(),
            typeface::reference(t!("interrogation-own-marks")).style(typeface::secondary),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        let own = desk.seat.own();
        let can = desk.seat.can_tick();
        let half = current.indicators.len().div_ceil(2);
        let list = |from: usize, to: usize| {
            let lines = current
                .indicators
                .iter()
                .enumerate()
                .skip(from)
                .take(to - from)
                .map(|(index, indicator)| {
                    let is_current = index == self.indicator;
                    let chosen = own.seen.get(&indicator.id).copied().map(cell);
                    let text = indicator.text.clone();
                    let words = if is_current {
                        typeface::dense_strong(text)
                    } else {
                        typeface::dense(text)
                    };
                    let choose = can.then_some(move |cell| Message::Indicator(index, cell));
                    row![
                        indicator::cells(chosen, is_current, choose)
                            .id(format!("indicator-{}", index + 1)),
                        container(words)
                            .padding(iced::Padding::ZERO.top(4.0))
                            .width(Length::Fill)
                    ]
                    .spacing(space::S + 2.0)
                    .into()
                });
            column(lines).spacing(6).width(Length::Fill)
        };
        let columns = row![list(0, half), list(half, current.indicators.len())].spacing(space::XL);
        zone.push(head).push(gap().height(2)).push(columns).into()
    }

    fn rubric<'a>(&self, desk: &Desk<'_>, current: &Row) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let own = desk.seat.own();
        let columns: Vec<level::Column> = grid
            .levels
            .iter()
            .map(|known| level::Column {
                level: desk.shown(&known.id),
                chosen: own.levels.get(&current.id) == Some(&known.id),
                texts: grid
                    .rubric
                    .cells
                    .iter()
                    .filter(|cell| cell.level == known.id)
                    .map(|cell| cell.text.clone())
                    .collect(),
            })
            .collect();
        let choose: &dyn Fn(usize) -> Message = &Message::Level;
        let layout = if desk.class < Class::Large {
            level::Layout::Heads
        } else if self.folded {
            level::Layout::Folded
        } else {
            level::Layout::Full
        };
        level::rubric(&columns, layout, desk.seat.can_tick().then_some(choose))
    }
}

/// Returns whether a question is for a row: its own, or any.
fn about(question: Option<&RowId>, row: &RowId) -> bool {
    question.is_none_or(|about| about == row)
}

/// Returns the member whose notes are shown.
fn note_owner(desk: &Desk<'_>) -> Option<usize> {
    match desk.seat.viewer {
        Author::Member(member) => Some(member),
        // At a shared screen the notes are those of the table.
        Author::Commission => (desk.seat.ticking == Ticking::Common).then_some(0),
    }
}

/// Returns whether the tableau was read and no réalisation mobilises this row.
pub fn is_uncovered(desk: &Desk<'_>, row: &RowId) -> bool {
    let reading = desk
        .seat
        .record
        .dossier
        .as_ref()
        .and_then(|dossier| dossier.reading.as_ref());
    let column = desk.header.grid.coverage_column(row);
    matches!((reading, column), (Some(reading), Some(column)) if reading.uncovered.contains(&column))
}

fn seen(cell: Cell) -> Seen {
    match cell {
        Cell::Yes => Seen::Yes,
        Cell::Partly => Seen::Partly,
        Cell::No => Seen::No,
    }
}

fn cell(seen: Seen) -> Cell {
    match seen {
        Seen::Yes => Cell::Yes,
        Seen::Partly => Cell::Partly,
        Seen::No => Cell::No,
    }
}

fn start_or_pause(desk: &Desk<'_>) -> Action<Message> {
    let timer = &desk.seat.record.timer;
    if desk.seat.record.sealed.is_some() || timer.finished {
        return Action::None;
    }
    let next = if timer.since.is_some() {
        timer.paused(desk.now)
    } else {
        timer.running(desk.now)
    };
    Action::Change(Author::Commission, Change::Timer(next))
}

fn next_phase(desk: &Desk<'_>) -> Action<Message> {
    let timer = &desk.seat.record.timer;
    if desk.seat.record.sealed.is_some() || timer.finished {
        return Action::None;
    }
    let next = timer.next_phase(desk.now, desk.header.grid.phases.len());
    Action::Change(Author::Commission, Change::Timer(next))
}

fn validate(desk: &Desk<'_>) -> Action<Message> {
    let own = desk.seat.own();
    if own.validated {
        return match desk.seat.viewer {
            _ if desk.seat.graded => Action::Go(Stage::Conciliation),
            viewer => Action::Change(viewer, Change::Validate(false)),
        };
    }
    let left = left(desk);
    if left > 0 {
        Action::Say(t!("left", count = left))
    } else {
        Action::Ask(Ask::Validate)
    }
}

/// Returns how many rows the viewer has not graded.
fn left(desk: &Desk<'_>) -> usize {
    desk.header
        .grid
        .rows
        .len()
        .saturating_sub(desk.seat.own().levels.len())
}

/// Returns the other members that have not validated, as seen from here.
pub fn waited_for(desk: &Desk<'_>) -> Vec<usize> {
    let waits = |sight: &Sight| match sight {
        Sight::Open(column) => !column.validated,
        Sight::Hidden { validated, .. } => !validated,
    };
    let sights = desk.seat.sights.iter().enumerate();
    sights
        .filter(|(_, sight)| waits(sight))
        .map(|(member, _)| member)
        .collect()
}
