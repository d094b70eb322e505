//! Commands and the one table of keys: dispatch, tooltips, help and README all read it. A bare key
//! commands nothing while a text field has the focus; Ctrl and F keys always do.

mod table;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use crate::domain::commission::Seen;
use crate::t;
use crate::widget::keys::KeyPress;

/// What a key asks for. Screens give it its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Chooses the level of this position in the scale.
    Level(usize),
    /// Clears the level.
    Clear,
    /// Settles a point on the way of this number, from 1.
    Side(u8),
    /// The row or filter before.
    Previous,
    /// The row or filter after.
    Next,
    /// The element above.
    Up,
    /// The element below.
    Down,
    /// Opens, activates, retains.
    Open,
    /// The next thing to do.
    NextOpen,
    /// The thing to do before this one.
    PreviousOpen,
    /// Marks the current indicator.
    Indicator(Seen),
    /// Writes a note.
    Note,
    /// Ticks the next question.
    Question,
    /// Starts or pauses the chronometer.
    Timer,
    /// Goes to the next phase.
    Phase,
    /// Shows the time of the oral.
    Time,
    /// Folds the descriptors.
    Fold,
    /// Shows what may be consulted.
    Consult,
    /// Ticks or unticks a cell of the tableau.
    Tick,
    /// Corrects a line of the tableau.
    Correct,
    /// Shows where a cell was read.
    Original,
    /// Prepares a question.
    Ask,
    /// Shows what covers a row, in the papers.
    Papers,
    /// Many dossiers at once.
    Dossiers,
    /// Flags a row « à creuser ».
    Flag,
    /// Gives the level to the rest of the activity.
    Spread,
    /// Excuses the candidate from a row.
    Waive,
    /// The next section: the outer ones alone when true.
    NextSection(bool),
    /// The section before.
    PreviousSection(bool),
    /// The next paper, to look at.
    NextPiece,
    /// The paper before.
    PreviousPiece,
    /// The next page of a paper.
    NextPage,
    /// The page before.
    PreviousPage,
    /// Scrolls a paper by so many steps, to the right and down.
    Scroll(i8, i8),
    /// Makes a page larger when true, smaller else.
    Zoom(bool),
    /// Masks or shows marks.
    Mask,
    /// Offers sentences for the appreciation.
    Comments,
    /// Establishes an absence.
    Absent,
    /// Moves a candidate to another commission.
    Move,
    /// Makes a candidate pass earlier.
    Earlier,
    /// Makes a candidate pass later.
    Later,
    /// Looks for a list of candidates.
    Import,
    /// Takes back.
    Undo,
    /// Brings back.
    Redo,
    /// Validates, goes on, fixes.
    Confirm,
    /// Opens a stage, from 1.
    Stage(usize),
    /// Passes the keyboard to the other member.
    HandOver,
    /// New commission, or candidate.
    New,
    /// Opens a file.
    OpenFile,
    /// The grids.
    Grids,
    /// A copy that can be edited.
    Duplicate,
    /// An entry more in what is edited.
    Add,
    /// A section more.
    AddSection,
    /// Takes an entry away.
    Remove,
    /// Moves an entry up.
    MoveUp,
    /// Moves it down.
    MoveDown,
    /// Exports.
    Export,
    /// Prints.
    Print,
    /// Says when all was saved.
    Save,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text at 100 %.
    UsualSize,
    /// Help of this screen.
    Help,
    /// The next zone.
    NextZone,
    /// Neutral screen.
    Neutral,
    /// Locks the window.
    Lock,
    /// Full screen.
    FullScreen,
    /// Leaves a field, closes.
    Escape,
    /// The next control.
    FocusNext,
    /// The control before.
    FocusPrevious,
}

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Welcome, new commission.
    Home,
    /// The grids.
    Grids,
    /// Making a grid.
    Editor,
    /// Candidates.
    Commission,
    /// Members' copies.
    Copies,
    /// What two copies put in one field.
    Settling,
    /// Several commissions side by side.
    Harmony,
    /// Files whose time is over.
    Retention,
    /// Papers.
    Dossier,
    /// Grading.
    Interrogation,
    /// Settling.
    Conciliation,
    /// Deciding.
    Decision,
    /// Printing.
    Sheets,
}

impl Place {
    /// Returns the key of the help's title.
    pub fn help_title(self) -> String {
        t!(match self {
            Place::Home => "help-title-home",
            Place::Grids => "help-title-grids",
            Place::Editor => "help-title-editor",
            Place::Commission => "help-title-commission",
            Place::Copies => "help-title-copies",
            Place::Settling => "help-title-settling",
            Place::Harmony => "help-title-harmony",
            Place::Retention => "help-title-retention",
            Place::Dossier => "help-title-dossier",
            Place::Interrogation => "help-title-interrogation",
            Place::Conciliation => "help-title-conciliation",
            Place::Decision => "help-title-decision",
            Place::Sheets => "help-title-sheets",
        })
    }
}

/// A group of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Levels.
    Levels,
    /// Indicators.
    Indicators,
    /// Moving.
    Moving,
    /// During the oral.
    Oral,
    /// Reading the papers.
    Papers,
    /// Making a grid.
    Making,
    /// Everywhere.
    Everywhere,
    /// Display.
    Display,
}

impl Group {
    /// The groups in the order of the help.
    pub const ALL: [Group; 8] = [
        Group::Levels,
        Group::Moving,
        Group::Papers,
        Group::Oral,
        Group::Indicators,
        Group::Making,
        Group::Everywhere,
        Group::Display,
    ];

    /// Returns the group's head.
    pub fn title(self) -> String {
        t!(match self {
            Group::Levels => "help-levels",
            Group::Indicators => "help-indicators",
            Group::Moving => "help-moving",
            Group::Oral => "help-oral",
            Group::Papers => "help-papers",
            Group::Making => "help-making",
            Group::Everywhere => "help-everywhere",
            Group::Display => "help-display",
        })
    }
}

/// One key, with the modifiers it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// A digit, of the row or the pad.
    Digit(u8),
    /// A letter or sign, as the layout makes it.
    Char(char),
    /// The same with Maj.
    Shift(char),
    /// The same with Ctrl.
    Ctrl(char),
    /// A digit with Ctrl.
    CtrlDigit(u8),
    /// A named key.
    Named(Named),
    /// The same with Maj.
    ShiftNamed(Named),
    /// The same with Ctrl.
    CtrlNamed(Named),
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys, any of which will do.
    pub strokes: &'static [Stroke],
    /// What they ask for.
    pub command: Command,
    /// Where; everywhere when empty.
    pub places: &'static [Place],
    /// The group of the help.
    pub group: Group,
    /// The key of its words; empty for what the line before says already.
    pub words: &'static str,
}

pub use table::BINDINGS;
use table::GRADING;

use Stroke::{Char, Ctrl, CtrlDigit, CtrlNamed, Digit, Named as Key1, Shift, ShiftNamed};

/// Digits choose a level wherever levels are graded; the grid says how many there are.
const LEVEL_PLACES: &[Place] = GRADING;

/// Returns what a key press asks for in a place.
pub fn command(place: Place, press: &KeyPress) -> Option<Command> {
    let control = press.modifiers.command();
    if let Some(digit) = press.digit
        && !control
        && !press.in_text_field
        && !press.repeat
        && LEVEL_PLACES.contains(&place)
    {
        return Some(Command::Level(usize::from(digit)));
    }
    let binding = BINDINGS.iter().find(|binding| {
        let here = binding.places.is_empty() || binding.places.contains(&place);
        here && binding
            .strokes
            .iter()
            .any(|stroke| stroke.is(press) && stroke.may_act(press))
    })?;
    let held = press.repeat && !binding.command.repeats();
    (!held).then_some(binding.command)
}

impl Command {
    /// Returns whether holding the key down goes on.
    fn repeats(self) -> bool {
        matches!(
            self,
            Command::Previous
                | Command::Next
                | Command::Up
                | Command::Down
                | Command::Scroll(..)
                | Command::FocusNext
                | Command::FocusPrevious
        )
    }

    /// Returns the words of its key, for a cap beside a control.
    pub fn key(self) -> String {
        BINDINGS
            .iter()
            .find(|binding| binding.command == self)
            .and_then(|binding| binding.strokes.first())
            .map_or_else(String::new, Stroke::words)
    }
}

impl Stroke {
    fn is(&self, press: &KeyPress) -> bool {
        let (control, shift) = (press.modifiers.command(), press.modifiers.shift());
        let char_is = |wanted: char| {
            let is = |key: &Key| match key {
                Key::Character(text) => text.to_lowercase() == wanted.to_string(),
                _ => false,
            };
            is(&press.key) || is(&press.typed)
        };
        let named = |wanted: Named| press.key == Key::Named(wanted);
        match *self {
            Stroke::Digit(digit) => !control && press.digit == Some(digit),
            // A sign such as « ? » may want Maj on some layouts; a letter says so itself.
            Stroke::Char(wanted) => {
                !control && char_is(wanted) && (!shift || !wanted.is_alphabetic())
            }
            Stroke::Shift(wanted) => !control && shift && char_is(wanted),
            Stroke::Ctrl(wanted) => control && char_is(wanted),
            Stroke::CtrlDigit(digit) => control && press.digit == Some(digit),
            Stroke::Named(wanted) => !control && !shift && named(wanted),
            Stroke::ShiftNamed(wanted) => !control && shift && named(wanted),
            Stroke::CtrlNamed(wanted) => control && named(wanted),
        }
    }

    /// A bare key commands nothing while somebody writes.
    fn may_act(&self, press: &KeyPress) -> bool {
        let bare = match self {
            Digit(_) | Char(_) | Shift(_) => true,
            Key1(named) | ShiftNamed(named) => matches!(
                named,
                Named::Delete
                    | Named::ArrowLeft
                    | Named::ArrowRight
                    | Named::ArrowUp
                    | Named::ArrowDown
                    | Named::Enter
                    | Named::PageUp
                    | Named::PageDown
            ),
            Ctrl(_) | CtrlDigit(_) | CtrlNamed(_) => false,
        };
        !(bare && press.in_text_field)
    }

    /// Returns the words on its cap: « Ctrl Z ».
    pub fn words(&self) -> String {
        let upper = |c: char| c.to_uppercase().collect::<String>();
        let name = |named: &Named| match named {
            Named::Enter => t!("key-enter"),
            Named::Escape => t!("key-escape"),
            Named::Delete => t!("key-delete"),
            Named::ArrowLeft => t!("key-left"),
            Named::ArrowRight => t!("key-right"),
            Named::ArrowUp => t!("key-up"),
            Named::ArrowDown => t!("key-down"),
            Named::PageUp => t!("key-page-up"),
            Named::PageDown => t!("key-page-down"),
            other => format!("{other:?}"),
        };
        match self {
            Digit(digit) => digit.to_string(),
            Char(c) => upper(*c),
            Shift(c) => format!("{} {}", t!("key-shift"), upper(*c)),
            Ctrl(c) => format!("{} {}", t!("key-ctrl"), upper(*c)),
            CtrlDigit(digit) => format!("{} {digit}", t!("key-ctrl")),
            Key1(named) => name(named),
            ShiftNamed(named) => format!("{} {}", t!("key-shift"), name(named)),
            CtrlNamed(named) => format!("{} {}", t!("key-ctrl"), name(named)),
        }
    }
}
