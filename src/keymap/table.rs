//! The table itself: one line a key, in the order of the help.

use iced::keyboard::key::Named;

use super::{Binding, Command, Group, Place, Stroke};
use crate::domain::commission::Seen;

const ZONES: &[Place] = &[
    Place::Editor,
    Place::Dossier,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
    Place::Sheets,
];
const OUTLINES: &[Place] = &[
    Place::Home,
    Place::Grids,
    Place::Editor,
    Place::Commission,
    Place::Copies,
    Place::Settling,
    Place::Harmony,
    Place::Retention,
    Place::Dossier,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
    Place::Sheets,
];
pub(super) const GRADING: &[Place] = &[Place::Interrogation, Place::Conciliation];
const LISTS: &[Place] = &[
    Place::Home,
    Place::Commission,
    Place::Settling,
    Place::Harmony,
    Place::Dossier,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
    Place::Sheets,
];
const STAGES: &[Place] = &[
    Place::Dossier,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
    Place::Sheets,
];
const WORK: &[Place] = &[
    Place::Commission,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
];
const CONFIRMED: &[Place] = &[
    Place::Commission,
    Place::Copies,
    Place::Retention,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
];
const MARKS: &[Place] = &[Place::Commission, Place::Interrogation, Place::Decision];

use Stroke::{Char, Ctrl, CtrlDigit, CtrlNamed, Named as Key1, Shift, ShiftNamed};

const fn on(
    strokes: &'static [Stroke],
    command: Command,
    places: &'static [Place],
    group: Group,
    words: &'static str,
) -> Binding {
    Binding {
        strokes,
        command,
        places,
        group,
        words,
    }
}

/// The table.
// One line a key, whatever its length: it is read downwards.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    on(&[Key1(Named::Delete)], Command::Clear, GRADING, Group::Levels, "command-clear"),
    on(&[Stroke::Digit(1)], Command::Side(1), &[Place::Settling], Group::Levels, "command-side"),
    on(&[Stroke::Digit(2)], Command::Side(2), &[Place::Settling], Group::Levels, ""),
    on(&[Stroke::Digit(3)], Command::Side(3), &[Place::Settling], Group::Levels, ""),
    on(&[Stroke::Digit(4)], Command::Side(4), &[Place::Settling], Group::Levels, ""),
    on(&[Key1(Named::ArrowLeft)], Command::Previous, LISTS, Group::Moving, "command-previous-row"),
    on(&[Key1(Named::ArrowRight)], Command::Next, LISTS, Group::Moving, "command-next-row"),
    on(&[Key1(Named::ArrowUp)], Command::Up, OUTLINES, Group::Moving, "command-up"),
    on(&[Key1(Named::ArrowDown)], Command::Down, OUTLINES, Group::Moving, "command-down"),
    on(&[Key1(Named::Enter)], Command::Open, OUTLINES, Group::Moving, "command-open"),
    on(&[Char('s')], Command::NextOpen, WORK, Group::Moving, "command-next-open"),
    on(&[Shift('s')], Command::PreviousOpen, WORK, Group::Moving, ""),
    on(&[Key1(Named::PageDown)], Command::NextSection(false), &[Place::Interrogation], Group::Moving, "command-next-section"),
    on(&[Key1(Named::PageUp)], Command::PreviousSection(false), &[Place::Interrogation], Group::Moving, "command-previous-section"),
    on(&[ShiftNamed(Named::PageDown)], Command::NextSection(true), &[Place::Interrogation], Group::Moving, "command-next-bloc"),
    on(&[ShiftNamed(Named::PageUp)], Command::PreviousSection(true), &[Place::Interrogation], Group::Moving, "command-previous-bloc"),
    on(&[Char('v')], Command::NextPiece, &[Place::Dossier], Group::Papers, "command-next-piece"),
    on(&[Shift('v')], Command::PreviousPiece, &[Place::Dossier], Group::Papers, "command-previous-piece"),
    on(&[Key1(Named::PageDown)], Command::NextPage, &[Place::Dossier], Group::Papers, "command-next-page"),
    on(&[Key1(Named::PageUp)], Command::PreviousPage, &[Place::Dossier], Group::Papers, "command-previous-page"),
    on(&[ShiftNamed(Named::ArrowDown)], Command::Scroll(0, 1), &[Place::Dossier], Group::Papers, "command-scroll"),
    on(&[ShiftNamed(Named::ArrowUp)], Command::Scroll(0, -1), &[Place::Dossier], Group::Papers, ""),
    on(&[ShiftNamed(Named::ArrowRight)], Command::Scroll(1, 0), &[Place::Dossier], Group::Papers, ""),
    on(&[ShiftNamed(Named::ArrowLeft)], Command::Scroll(-1, 0), &[Place::Dossier], Group::Papers, ""),
    on(&[Char('+'), Char('=')], Command::Zoom(true), &[Place::Dossier], Group::Papers, "command-zoom-in"),
    on(&[Char('-')], Command::Zoom(false), &[Place::Dossier], Group::Papers, "command-zoom-out"),
    on(&[Char('g')], Command::Spread, &[Place::Interrogation], Group::Levels, "command-spread"),
    on(&[Char('c')], Command::Flag, &[Place::Interrogation], Group::Oral, "command-flag"),
    on(&[Char('k')], Command::Consult, GRADING, Group::Oral, "command-consult"),
    on(&[Char('e')], Command::Waive, &[Place::Interrogation], Group::Levels, "command-waive"),
    on(&[Char('v')], Command::Indicator(Seen::Yes), &[Place::Interrogation], Group::Indicators, "command-seen"),
    on(&[Char('p')], Command::Indicator(Seen::Partly), &[Place::Interrogation], Group::Indicators, "command-partly"),
    on(&[Char('x')], Command::Indicator(Seen::No), &[Place::Interrogation], Group::Indicators, "command-not-seen"),
    on(&[Char('t')], Command::Timer, &[Place::Interrogation], Group::Oral, "command-timer"),
    on(&[Shift('t')], Command::Phase, &[Place::Interrogation], Group::Oral, "command-phase"),
    on(&[Char('i')], Command::Time, &[Place::Interrogation], Group::Oral, "command-time"),
    on(&[Char('n')], Command::Note, &[Place::Interrogation], Group::Oral, "command-note"),
    on(&[Char('q')], Command::Question, &[Place::Interrogation], Group::Oral, "command-question"),
    on(&[Char('x')], Command::Tick, &[Place::Dossier], Group::Papers, "command-tick"),
    on(&[Char('o')], Command::Original, &[Place::Dossier], Group::Papers, "command-original"),
    on(&[Char('e')], Command::Correct, &[Place::Dossier], Group::Papers, "command-correct"),
    on(&[Char('q')], Command::Ask, &[Place::Dossier], Group::Papers, "command-ask"),
    on(&[Char('o')], Command::Papers, &[Place::Interrogation], Group::Oral, "command-papers"),
    on(&[Char('d')], Command::Fold, GRADING, Group::Oral, "command-fold"),
    on(&[Char('m')], Command::Mask, MARKS, Group::Oral, "command-mask"),
    on(&[Ctrl('k')], Command::Comments, &[Place::Decision], Group::Oral, "command-comments"),
    on(&[Ctrl('m')], Command::HandOver, &[Place::Interrogation], Group::Oral, "command-hand-over"),
    on(&[Char('a')], Command::Absent, &[Place::Commission], Group::Oral, "command-absent"),
    on(&[Char('d')], Command::Move, &[Place::Commission], Group::Oral, "command-move"),
    on(&[CtrlNamed(Named::ArrowUp)], Command::Earlier, &[Place::Commission], Group::Moving, "command-earlier"),
    on(&[CtrlNamed(Named::ArrowDown)], Command::Later, &[Place::Commission], Group::Moving, "command-later"),
    on(&[CtrlNamed(Named::Enter)], Command::Confirm, CONFIRMED, Group::Oral, "command-confirm"),
    on(&[CtrlDigit(1)], Command::Stage(1), STAGES, Group::Moving, "command-stage"),
    on(&[CtrlDigit(2)], Command::Stage(2), STAGES, Group::Moving, ""),
    on(&[CtrlDigit(3)], Command::Stage(3), STAGES, Group::Moving, ""),
    on(&[CtrlDigit(4)], Command::Stage(4), STAGES, Group::Moving, ""),
    on(&[CtrlDigit(5)], Command::Stage(5), STAGES, Group::Moving, ""),
    on(&[Ctrl('z')], Command::Undo, &[], Group::Everywhere, "command-undo"),
    on(&[Ctrl('y')], Command::Redo, &[], Group::Everywhere, "command-redo"),
    on(&[Ctrl('n')], Command::New, &[Place::Home, Place::Grids, Place::Commission], Group::Everywhere, "command-new"),
    on(&[Ctrl('g')], Command::Grids, &[Place::Home], Group::Everywhere, "command-grids"),
    on(&[Ctrl('d')], Command::Duplicate, &[Place::Grids, Place::Editor], Group::Everywhere, "command-duplicate"),
    on(&[Ctrl('n')], Command::Add, &[Place::Editor], Group::Making, "command-add"),
    on(&[Ctrl('b')], Command::AddSection, &[Place::Editor], Group::Making, "command-add-section"),
    on(&[Key1(Named::Delete)], Command::Remove, &[Place::Editor], Group::Making, "command-remove"),
    on(&[ShiftNamed(Named::ArrowUp)], Command::MoveUp, &[Place::Editor], Group::Making, "command-move-up"),
    on(&[ShiftNamed(Named::ArrowDown)], Command::MoveDown, &[Place::Editor], Group::Making, "command-move-down"),
    on(&[Ctrl('o')], Command::OpenFile, &[Place::Home, Place::Grids, Place::Copies, Place::Harmony, Place::Retention], Group::Everywhere, "command-open-file"),
    on(&[Ctrl('i')], Command::Import, &[Place::Commission], Group::Everywhere, "command-import"),
    on(&[Ctrl('d')], Command::Dossiers, &[Place::Commission], Group::Everywhere, "command-dossiers"),
    on(&[Ctrl('e')], Command::Export, &[Place::Grids, Place::Commission, Place::Harmony, Place::Sheets], Group::Everywhere, "command-export"),
    on(&[Ctrl('p')], Command::Print, &[Place::Sheets], Group::Everywhere, "command-print"),
    on(&[Ctrl('s')], Command::Save, &[], Group::Everywhere, "command-save"),
    on(&[Key1(Named::F1), Char('?')], Command::Help, &[], Group::Everywhere, "command-help"),
    on(&[Key1(Named::Escape)], Command::Escape, &[], Group::Everywhere, "command-escape"),
    on(&[Key1(Named::Tab)], Command::FocusNext, &[], Group::Moving, ""),
    on(&[ShiftNamed(Named::Tab)], Command::FocusPrevious, &[], Group::Moving, ""),
    on(&[Ctrl('+'), Ctrl('=')], Command::Larger, &[], Group::Display, "command-larger"),
    on(&[Ctrl('-')], Command::Smaller, &[], Group::Display, "command-smaller"),
    on(&[CtrlDigit(0)], Command::UsualSize, &[], Group::Display, "command-usual-size"),
    on(&[Key1(Named::F6)], Command::NextZone, ZONES, Group::Moving, "command-next-zone"),
    on(&[Key1(Named::F8)], Command::Neutral, STAGES, Group::Oral, "command-neutral"),
    on(&[Ctrl('l')], Command::Lock, WORK, Group::Oral, "command-lock"),
    on(&[Key1(Named::F11)], Command::FullScreen, &[], Group::Display, "command-full-screen"),
];
