//! Making a grid: an outline of its parts, the form of one of them, what is wrong, and the mark of
//! a few test profiles. Changes a draft and nothing else: the window reads and writes the files.

mod ask;
mod draw;
mod form;
mod outline;
mod side;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use iced::advanced::widget::Id;
use iced::widget::text_editor::{self, Content};

pub use ask::Asking;

use self::form::{Input, Item};
use crate::domain::fraction::Fraction;
use crate::domain::grid::change::{Change, Field, List, Refused, Step, Value};
use crate::domain::grid::part::Part;
use crate::domain::grid::revision::Revisions;
use crate::domain::grid::rule::VerdictWords;
use crate::domain::grid::trial::Trial;
use crate::domain::grid::{Advice, DecisionRule, Draft, Fault, Grid, SectionRule};
use crate::keymap::Command;
use crate::{t, words};

/// The state of the screen.
#[derive(Debug)]
pub struct Editor {
    revisions: Revisions,
    part: Part,
    source: Source,
    saved: Option<Arc<Draft>>,
    faults: Vec<Fault>,
    advice: Vec<Advice>,
    grid: Option<Grid>,
    trials: Vec<Trial>,
    open_trial: Option<usize>,
    /// What is written in fields of one line and does not say yet what they hold.
    typed: HashMap<Field, String>,
    /// Why what is written there cannot be.
    refused: HashMap<Field, String>,
    areas: HashMap<Field, Content>,
    asking: Option<Asking>,
    said: Option<String>,
    zone: usize,
}

/// Where the draft comes from, and so what may be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A new grid that has no file yet.
    New,
    /// A grid's file, with its text as it was last read or written.
    File(PathBuf, Arc<str>),
    /// A shipped grid: it is read only.
    Shipped,
    /// The frozen grid of a commission: it is read only.
    Frozen,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another part.
    Open(Part),
    /// The place of a fault.
    Fault(usize),
    /// The place of an advice.
    Advice(usize),
    /// A text of one line is being written.
    Typed(Field, String),
    /// A text of several lines is being written.
    Area(Field, text_editor::Action),
    /// Any other change.
    Change(Change),
    /// Adds or drops the rule of decision.
    Decide(bool),
    /// Adds to the list that is in front.
    Add,
    /// Adds a section beside the one in front.
    AddSection,
    /// Takes the row or section in front away.
    Remove,
    /// Moves it.
    Move(Step),
    /// Opens or closes a test profile.
    Trial(usize),
    /// Gives the next level to a row of the open profile.
    Cycle(usize),
    /// Lets it follow its pattern again.
    Reset,
    /// Takes back.
    Undo,
    /// Brings back.
    Redo,
    /// Writes the file.
    Save,
    /// Asks for another file.
    SaveAs,
    /// A copy that can be edited.
    Duplicate,
    /// Leaves.
    Back,
    /// Help.
    Help,
    /// An answer to what is asked.
    Answer(ask::Answer),
}

/// What the screen wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// The focus on a control.
    Focus(Id),
    /// A control in sight.
    Reveal(Id),
    /// The draft written in its own file, or in a new one of the user's folder.
    Save,
    /// The draft written in this file; `true` replaces a grid of that name.
    Write(PathBuf, bool),
    /// The draft written in a new file of the user's folder, under a name of its own.
    WriteBeside,
    /// The system's dialog for a place.
    Choose,
    /// A copy of what is read.
    Duplicate,
    /// The screen before.
    Leave,
    /// Help.
    Help,
}

impl Editor {
    /// Opens a draft.
    pub fn new(draft: Draft, source: Source) -> Self {
        let revisions = Revisions::new(draft);
        let saved = matches!(source, Source::New).then_some(());
        let saved = saved.is_none().then(|| revisions.draft().clone());
        let mut editor = Self {
            trials: revisions.draft().trials(),
            revisions,
            part: Part::Identity,
            source,
            saved,
            faults: Vec::new(),
            advice: Vec::new(),
            grid: None,
            open_trial: None,
            typed: HashMap::new(),
            refused: HashMap::new(),
            areas: HashMap::new(),
            asking: None,
            said: None,
            zone: 0,
        };
        editor.follow();
        editor.lay_areas();
        editor
    }

    /// Opens a draft that a cut left: it differs from its file until it is saved.
    pub fn resumed(draft: Draft, source: Source) -> Self {
        let mut editor = Self::new(draft, source);
        editor.saved = None;
        editor
    }

    /// Returns the draft.
    pub fn draft(&self) -> &Arc<Draft> {
        self.revisions.draft()
    }

    /// Returns where the draft comes from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Returns whether it can be changed.
    pub fn is_open(&self) -> bool {
        matches!(self.source, Source::New | Source::File(..))
    }

    /// Returns whether something is not in the file.
    pub fn is_changed(&self) -> bool {
        self.is_open() && self.saved.as_ref() != Some(self.revisions.draft())
    }

    /// Takes note that the draft is written.
    pub fn written(&mut self, file: PathBuf, text: Arc<str>) {
        self.said = Some(if self.faults.is_empty() {
            t!("editor-saved", path = file.display().to_string())
        } else {
            t!(
                "editor-saved-faulty",
                path = file.display().to_string(),
                count = self.faults.len()
            )
        });
        self.source = Source::File(file, text);
        self.saved = Some(self.revisions.draft().clone());
        self.asking = None;
        self.revisions.pause();
    }

    /// Says something in the head.
    pub fn say(&mut self, words: String) {
        self.said = Some(words);
    }

    /// Asks something before going on.
    pub fn ask(&mut self, asking: Asking) {
        self.asking = Some(asking);
    }

    /// Returns whether something is asked.
    pub fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    /// Ends the burst of writing under way.
    pub fn pause(&mut self) {
        self.revisions.pause();
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Action {
        if !matches!(message, Message::Answer(_)) {
            self.said = None;
        }
        match message {
            Message::Open(part) => self.open(part),
            Message::Fault(index) => match self.faults.get(index) {
                Some(fault) => self.go_to(&fault.place.clone()),
                None => Action::None,
            },
            Message::Advice(index) => match self.advice.get(index) {
                Some(advice) => self.go_to(&advice.place.clone()),
                None => Action::None,
            },
            Message::Typed(field, text) => {
                self.type_in(field, text);
                Action::None
            }
            Message::Area(field, action) => {
                self.write_in(field, action);
                Action::None
            }
            Message::Change(change) => self.change(&change),
            Message::Decide(yes) => {
                let rule = yes.then(|| Box::new(self.usual_decision()));
                self.change(&Change::Decide(rule))
            }
            Message::Add => match form::list(self.part) {
                Some(list @ List::Rows) => self.change(&Change::Add(list, self.row())),
                Some(list) => self.change(&Change::Add(list, None)),
                None => Action::None,
            },
            Message::AddSection => {
                let after = match self.part {
                    Part::Section(index) => Some(index),
                    Part::Row(index) => self.section_of(index),
                    _ => None,
                };
                self.change(&Change::Add(List::Sections, after))
            }
            Message::Remove => match self.place() {
                Some((list, index)) => self.change(&Change::Remove(list, index)),
                None => Action::None,
            },
            Message::Move(step) => match self.place() {
                Some((list, index)) => self.change(&Change::Move(list, index, step)),
                None => Action::None,
            },
            Message::Trial(index) => {
                self.open_trial = (self.open_trial != Some(index)).then_some(index);
                Action::None
            }
            Message::Cycle(row) => {
                if let (Some(grid), Some(trial)) = (&self.grid, self.open_trial)
                    && let Some(trial) = self.trials.get_mut(trial)
                {
                    trial.cycle(grid, row);
                }
                Action::None
            }
            Message::Reset => {
                if let Some(trial) = self.open_trial.and_then(|at| self.trials.get_mut(at)) {
                    trial.reset();
                }
                Action::None
            }
            Message::Undo => self.travel(false),
            Message::Redo => self.travel(true),
            Message::Save if self.is_open() => Action::Save,
            Message::Save => Action::None,
            Message::SaveAs if self.is_open() => {
                self.asking = Some(Asking::Place(String::new()));
                Action::Focus(Id::new("editor-path"))
            }
            Message::SaveAs => Action::None,
            Message::Duplicate => Action::Duplicate,
            Message::Help => Action::Help,
            Message::Back if self.is_changed() => {
                self.asking = Some(Asking::Leave);
                Action::Focus(Id::new("default"))
            }
            Message::Back => Action::Leave,
            Message::Answer(answer) => self.answer(answer),
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command) -> Action {
        if self.asking.is_some() {
            return match command {
                Command::Escape => self.update(Message::Answer(ask::Answer::No)),
                _ => Action::None,
            };
        }
        match command {
            Command::Up | Command::Down => self.walk(command == Command::Down),
            Command::Open => self.first_field(),
            Command::Add if self.is_open() => self.update(Message::Add),
            Command::AddSection if self.is_open() => self.update(Message::AddSection),
            Command::Remove if self.is_open() => self.update(Message::Remove),
            Command::MoveUp if self.is_open() => self.update(Message::Move(Step::Up)),
            Command::MoveDown if self.is_open() => self.update(Message::Move(Step::Down)),
            Command::Undo => self.update(Message::Undo),
            Command::Redo => self.update(Message::Redo),
            Command::Save => self.update(Message::Save),
            Command::NextZone => self.next_zone(),
            Command::Duplicate => self.update(Message::Duplicate),
            Command::Escape => self.update(Message::Back),
            _ => Action::None,
        }
    }

    fn row(&self) -> Option<usize> {
        match self.part {
            Part::Row(index) => Some(index),
            _ => None,
        }
    }

    fn section_of(&self, row: usize) -> Option<usize> {
        let home = self.draft().rows.get(row)?.section.as_ref()?;
        self.draft()
            .sections
            .iter()
            .position(|section| section.id == *home)
    }

    /// The list and the position of what is in front, where the outline shows it.
    fn place(&self) -> Option<(List, usize)> {
        match self.part {
            Part::Row(index) => Some((List::Rows, index)),
            Part::Section(index) => Some((List::Sections, index)),
            _ => None,
        }
    }

    fn open(&mut self, part: Part) -> Action {
        if part.is_in(self.draft()) && part != self.part {
            self.part = part;
            self.typed.clear();
            self.refused.clear();
            self.revisions.pause();
            self.lay_areas();
        }
        Action::Reveal(outline::id(self.part))
    }

    fn walk(&mut self, down: bool) -> Action {
        let parts = self.draft().parts();
        let at = parts
            .iter()
            .position(|part| *part == self.part)
            .unwrap_or(0);
        let next = if down { at + 1 } else { at.saturating_sub(1) };
        match parts.get(next) {
            Some(part) => self.open(*part),
            None => Action::None,
        }
    }

    fn first_field(&self) -> Action {
        let first = self.inputs().into_iter().find(|_| self.is_open());
        first.map_or(Action::None, |input| Action::Focus(draw::id(input.field)))
    }

    fn next_zone(&mut self) -> Action {
        self.zone = (self.zone + 1) % 3;
        match self.zone {
            1 => self.first_field(),
            2 if !self.faults.is_empty() => Action::Focus(side::fault_id(0)),
            2 => Action::Focus(side::trial_id(0)),
            _ => Action::Focus(outline::id(self.part)),
        }
    }

    fn go_to(&mut self, place: &str) -> Action {
        let part = self.draft().locate(place);
        let opened = self.open(part);
        let draft = self.draft();
        let input = self
            .inputs()
            .into_iter()
            .find(|input| input.field.place(draft) == place);
        match input {
            Some(input) if self.is_open() => Action::Focus(draw::id(input.field)),
            _ => opened,
        }
    }

    /// The fields of the form in front.
    fn inputs(&self) -> Vec<Input> {
        let items = form::form(self.draft(), self.part).into_iter();
        items
            .flat_map(|item| match item {
                Item::Line(inputs) => inputs,
                _ => Vec::new(),
            })
            .collect()
    }

    fn input(&self, field: Field) -> Option<Input> {
        self.inputs().into_iter().find(|input| input.field == field)
    }

    fn type_in(&mut self, field: Field, text: String) {
        let Some(input) = self.input(field).filter(|_| self.is_open()) else {
            return;
        };
        let _ = self.refused.remove(&field);
        match input.parse(&text) {
            Ok(value) => self.set(field, value),
            Err(why) => drop(self.refused.insert(field, why)),
        }
        let _ = self.typed.insert(field, text);
    }

    fn write_in(&mut self, field: Field, action: text_editor::Action) {
        if !self.is_open() {
            return;
        }
        let edits = action.is_edit();
        let Some(content) = self.areas.get_mut(&field) else {
            return;
        };
        content.perform(action);
        if !edits {
            return;
        }
        let text = content.text();
        let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
        if let Some(Ok(value)) = self.input(field).map(|input| input.parse(&text)) {
            self.set(field, value);
        }
    }

    /// Writes a field without touching what is under the fingers.
    fn set(&mut self, field: Field, value: Value) {
        match self.revisions.change(&Change::Set(field, value), self.part) {
            Ok(part) => {
                self.part = part;
                self.follow();
            }
            Err(refused) => drop(self.refused.insert(field, why(&refused))),
        }
    }

    fn change(&mut self, change: &Change) -> Action {
        if !self.is_open() {
            return Action::None;
        }
        let before = self.draft().clone();
        self.revisions.pause();
        match self.revisions.change(change, self.part) {
            Ok(part) => {
                self.part = part;
                if let Change::Remove(..) = change {
                    self.said = Some(removed(&before, self.revisions.draft()));
                }
                self.rebuild();
                match change {
                    Change::Add(list, _) if self.place().is_none() => self.last_entry(*list),
                    Change::Add(List::Indicators(_) | List::Passages(_), _) => match change {
                        Change::Add(list, _) => self.last_entry(*list),
                        _ => Action::None,
                    },
                    Change::Add(..) | Change::Copy(_) => self.first_field(),
                    _ => Action::Reveal(outline::id(self.part)),
                }
            }
            Err(refused) => {
                self.said = Some(why(&refused));
                Action::None
            }
        }
    }

    /// The first field of the entry that was just added to a list.
    fn last_entry(&self, wanted: List) -> Action {
        let mut found = None;
        let mut inside = false;
        for item in form::form(self.draft(), self.part) {
            match item {
                Item::Entry(_, list, index, count) => inside = list == wanted && index + 1 == count,
                Item::Line(inputs) if inside => {
                    inside = false;
                    found = inputs.first().map(|input| input.field);
                }
                _ => {}
            }
        }
        found.map_or(Action::None, |field| Action::Focus(draw::id(field)))
    }

    fn travel(&mut self, forward: bool) -> Action {
        if !self.is_open() {
            return Action::None;
        }
        let at = if forward {
            self.revisions.redo(self.part)
        } else {
            self.revisions.undo(self.part)
        };
        match at {
            Some(part) => {
                self.part = if part.is_in(self.draft()) {
                    part
                } else {
                    Part::Identity
                };
                self.rebuild();
                Action::Reveal(outline::id(self.part))
            }
            None => {
                self.said = Some(t!(if forward {
                    "nothing-to-redo"
                } else {
                    "nothing-to-undo"
                }));
                Action::None
            }
        }
    }

    /// Shows everything from the draft again.
    fn rebuild(&mut self) {
        self.typed.clear();
        self.refused.clear();
        self.follow();
        self.lay_areas();
    }

    /// Looks again at what is wrong, and at what the test profiles give.
    fn follow(&mut self) {
        let draft = self.revisions.draft().clone();
        self.faults = draft.faults();
        self.grid = draft.on_trial();
        // Advice is for a grid that holds together.
        let sound = self.grid.as_ref().filter(|_| self.faults.is_empty());
        self.advice = sound.map(|grid| grid.advice()).unwrap_or_default();
        let fresh = draft.trials();
        let same = |a: &Trial, b: &Trial| a.pattern == b.pattern;
        let unchanged = fresh.len() == self.trials.len()
            && fresh.iter().zip(&self.trials).all(|(a, b)| same(a, b));
        if !unchanged {
            self.open_trial = None;
            self.trials = fresh;
        }
    }

    fn lay_areas(&mut self) {
        let areas = self.inputs().into_iter().filter(Input::is_area);
        self.areas = areas
            .map(|input| (input.field, Content::with_text(&input.text())))
            .collect();
    }

    /// A rule of decision to begin with: the best level acquires a row, every row is needed.
    fn usual_decision(&self) -> DecisionRule {
        let best = self
            .draft()
            .levels
            .iter()
            .filter(|level| level.value().is_some());
        let best = best.max_by(|a, b| a.value().cmp(&b.value()));
        DecisionRule {
            acquired: best.map(|level| level.id.clone()).into_iter().collect(),
            partly: Vec::new(),
            section: SectionRule {
                share: Fraction::whole(1),
                refused: None,
                critical: false,
                mark: None,
            },
            sections: None,
            words: VerdictWords {
                full: t!("usual-full"),
                partial: t!("usual-partial"),
                none: t!("usual-none"),
                acquired: t!("usual-acquired"),
                refused: t!("usual-refused"),
            },
        }
    }
}

fn why(refused: &Refused) -> String {
    match refused {
        Refused::Taken(name) => t!("change-taken", name = name.as_str()),
        Refused::NotAName => t!("change-not-a-name"),
        Refused::NotThere => t!("change-not-there"),
        Refused::Loop => t!("change-loop"),
        Refused::Full(most) => t!("change-full", most = words::count(*most as u64)),
    }
}

fn removed(before: &Draft, after: &Draft) -> String {
    let rows = before.rows.len().saturating_sub(after.rows.len());
    let sections = before.sections.len().saturating_sub(after.sections.len());
    let undo = Command::Undo.key();
    match (sections, rows) {
        (0, 0) => t!("editor-removed", key = undo),
        (0, rows) => t!("editor-removed-rows", count = rows, key = undo),
        (_, rows) => t!("editor-removed-section", count = rows, key = undo),
    }
}
