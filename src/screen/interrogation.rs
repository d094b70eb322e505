//! Grading one candidate: the row, its indicators, the rubric whose columns choose a level, and
//! beside them time, members, evidence, questions and notes.

mod listening;
mod outline;
mod rubric;
mod side;
mod strip;

use iced::Length;
use iced::widget::{column, container, row, space as gap, text_editor};

use super::typed::Typed;
use super::{Action, Ask, Desk, Stage};
use crate::domain::commission::{Column, Question, Seen, Ticking};
use crate::domain::dossier::Realisation;
use crate::domain::edit::{Author, Change};
use crate::domain::grid::{Grid, Row};
use crate::domain::id::{RowId, SectionId};
use crate::domain::reconcile::Sight;
use crate::keymap::Command;
use crate::store::notes::Notes;
use crate::style::button::Cell;
use crate::style::space::Class;
use crate::style::{container as look, space};
use crate::t;
use crate::widget::frame::{edge, edge_down, scrolled};
use crate::widget::{Element, travel};

/// Name of the notes' field.
pub const NOTES: &str = "notes";

/// A grid of more rows than this is walked through a list rather than a strip.
const MOST_TILES: usize = 9;

/// The state of the screen: where the eye is, and the note under the fingers.
#[derive(Debug)]
pub struct Interrogation {
    row: usize,
    indicator: usize,
    folded: bool,
    consulting: bool,
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
    /// Shows the time of the oral.
    Time,
    /// Folds the descriptors.
    Fold,
    /// Shows what may be consulted, or the indicators again.
    Consult,
    /// Flags the current row « à creuser », or takes the flag away.
    Flag,
    /// Gives the current level to the rows of the activity that have none.
    Spread,
    /// Excuses the candidate from the row, or takes that back.
    Waive,
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
    /// A line of the tableau, in the papers.
    Realisation(usize),
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
            consulting: false,
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
            Message::Time => Action::Ask(Ask::Time),
            Message::Phase => next_phase(desk),
            Message::Fold => {
                self.folded = !self.folded;
                Action::None
            }
            Message::Consult => {
                self.consulting = !self.consulting;
                Action::None
            }
            Message::Flag => self.flag(desk),
            Message::Spread => self.spread(desk),
            Message::Waive => self.waive(desk),
            Message::Mask => Action::ToggleMask,
            Message::HandOver => Action::HandOver,
            Message::Validate => validate(desk),
            Message::Undo => Action::Undo(viewer),
            Message::Redo => Action::Redo(viewer),
            Message::Papers => Action::Go(Stage::Dossier),
            Message::Realisation(line) => match self.current(desk) {
                Some(row) => Action::LookAt(line, row.id.clone()),
                None => Action::None,
            },
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
            Command::Time => Action::Ask(Ask::Time),
            Command::Phase => next_phase(desk),
            Command::Fold => self.update(Message::Fold, desk),
            Command::Papers => match self.current(desk) {
                Some(row) => {
                    let first = covering(desk, &row.id).next();
                    let line = first.map_or(0, |(line, _)| line);
                    Action::LookAt(line, row.id.clone())
                }
                None => Action::None,
            },
            Command::Consult => self.update(Message::Consult, desk),
            Command::Flag => self.flag(desk),
            Command::Spread => self.spread(desk),
            Command::Waive => self.waive(desk),
            Command::NextSection(outer) => self.next_section(desk, outer, true),
            Command::PreviousSection(outer) => self.next_section(desk, outer, false),
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
        if !desk.header.grid.allows(row, &level.id) {
            return Action::Say(t!("level-not-here", level = level.label.as_str()));
        }
        if desk.seat.waived.contains(&row.id) {
            return Action::Say(t!("row-waived"));
        }
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

    /// Goes to the next row to do: without a level, or, once all have one, « à creuser ».
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
        let is_open = |row: &Row| is_open(desk, &own, &row.id);
        let is_flagged = |row: &Row| own.flags.contains(&row.id);
        let find = |wanted: &dyn Fn(&Row) -> bool| {
            (1..=count)
                .map(step)
                .find(|row| rows.get(*row).is_some_and(wanted))
        };
        match find(&is_open).or_else(|| find(&is_flagged)) {
            Some(row) => self.go(desk, row),
            None => Action::None,
        }
    }

    /// Goes to the first row to do of another section: the inner ones, or the outer ones alone.
    fn next_section(&mut self, desk: &Desk<'_>, outer: bool, forward: bool) -> Action<Message> {
        let grid = &desk.header.grid;
        let group = |row: &Row| -> Option<SectionId> {
            if outer {
                grid.outer_of(row).map(|section| section.id.clone())
            } else {
                row.section.clone()
            }
        };
        let Some(here) = self.current(desk).map(group) else {
            return Action::None;
        };
        let rows = grid.rows.iter().enumerate();
        let target = if forward {
            rows.skip(self.row).find(|(_, row)| group(row) != here)
        } else {
            rows.take(self.row)
                .rev()
                .find(|(_, row)| group(row) != here)
        };
        match target.map(|(_, row)| group(row)) {
            Some(section) => match self.first_of(desk, |row| group(row) == section) {
                Some(row) => self.go(desk, row),
                None => Action::None,
            },
            None => Action::None,
        }
    }

    /// Returns the first row to do among some, or the first of them.
    fn first_of(&self, desk: &Desk<'_>, among: impl Fn(&Row) -> bool) -> Option<usize> {
        let own = desk.seat.own();
        let rows = || {
            let rows = desk.header.grid.rows.iter().enumerate();
            rows.filter(|(_, row)| among(row))
        };
        let open = rows().find(|(_, row)| is_open(desk, &own, &row.id));
        open.or_else(|| rows().next()).map(|(index, _)| index)
    }

    fn flag(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let Some(row) = self.current(desk) else {
            return Action::None;
        };
        let flagged = desk.seat.own().flags.contains(&row.id);
        Action::Change(desk.seat.viewer, Change::Flag(row.id.clone(), !flagged))
    }

    /// The level of this row for every row of its section that has none: never over a level that
    /// somebody chose.
    fn spread(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let own = desk.seat.own();
        let Some(row) = self.current(desk) else {
            return Action::None;
        };
        let Some(level) = own.levels.get(&row.id) else {
            return Action::Say(t!("spread-nothing"));
        };
        let grid = &desk.header.grid;
        let changes: Vec<Change> = grid
            .rows
            .iter()
            .filter(|other| other.section == row.section && is_open(desk, &own, &other.id))
            .filter(|other| grid.allows(other, level))
            .map(|other| Change::Level(other.id.clone(), Some(level.clone())))
            .collect();
        if changes.is_empty() {
            return Action::Say(t!("spread-none"));
        }
        Action::Changes(desk.seat.viewer, changes)
    }

    fn waive(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let Some(row) = self.current(desk) else {
            return Action::None;
        };
        let criterion = row
            .indicators
            .get(self.indicator)
            .filter(|indicator| indicator.kind == crate::domain::grid::IndicatorKind::Criterion);
        Action::Ask(Ask::Waive(
            row.id.clone(),
            criterion.map(|criterion| criterion.id.clone()),
        ))
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
            .filter(|question| about(desk, question, &row.id));
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
        if !is_long(&desk.header.grid) {
            return column![
                self.strip(desk),
                row![main, edge_down(), panel].height(Length::Fill)
            ]
            .into();
        }
        if desk.class < Class::Large {
            let zones = row![main, edge_down(), panel].height(Length::Fill);
            return column![self.outline_menu(desk), zones].into();
        }
        let list = container(self.outline(desk))
            .width(space::OUTLINE)
            .height(Length::Fill)
            .style(look::surface);
        row![list, edge_down(), main, edge_down(), panel]
            .height(Length::Fill)
            .into()
    }
}

/// Returns whether a grid is walked through a list: a strip has no room for its rows.
fn is_long(grid: &Grid) -> bool {
    grid.rows.len() > MOST_TILES || grid.outer_sections().count() > 1
}

/// Returns whether a row still wants a level from this viewer.
fn is_open(desk: &Desk<'_>, own: &Column, row: &RowId) -> bool {
    !own.levels.contains_key(row) && !desk.seat.waived.contains(row)
}

/// Returns whether a question is for a row: its own, any, or that of a réalisation which covers it.
fn about(desk: &Desk<'_>, question: &Question, row: &RowId) -> bool {
    match (&question.row, &question.realisation) {
        (Some(about), _) => about == row,
        (None, None) => true,
        (None, Some(title)) => covering(desk, row).any(|(_, line)| line.title == *title),
    }
}

/// Returns the réalisations that cover a row, with their places in the tableau.
fn covering<'a>(
    desk: &Desk<'a>,
    row: &RowId,
) -> impl Iterator<Item = (usize, &'a Realisation)> + use<'a> {
    let column = desk.header.grid.coverage_column(row);
    let dossier = desk.seat.record.dossier.as_ref();
    let reading = dossier.and_then(|dossier| dossier.reading.as_ref());
    let lines = reading
        .into_iter()
        .flat_map(|reading| &reading.realisations);
    lines.enumerate().filter(move |(_, line)| {
        column.is_some_and(|column| matches!(line.ticks.get(column), Some(Some(_))))
    })
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
    let own = desk.seat.own();
    let rows = desk.header.grid.rows.iter();
    rows.filter(|row| is_open(desk, &own, &row.id)).count()
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
