//! The screens, one file each: struct, `Message`, `new`, `update`, `view`. A screen says what it
//! wants through [`Action`]; only the app changes the session. No screen reaches into another.

pub mod band;
pub mod comments;
pub mod head;
pub mod summary;
pub mod typed;

pub mod creation;
pub mod editor;
pub mod grids;
pub mod home;

pub mod commission;

pub mod export;
pub mod outlet;
pub mod person_data;

pub mod copies;
pub mod harmony;
pub mod retention;
pub mod settling;

pub mod conciliation;
pub mod decision;
pub mod interrogation;
pub mod papers;
pub mod sheets;

use iced::Task;

use crate::domain::commission::Header;
use crate::domain::edit::{Author, Change};
use crate::domain::grid::Row;
use crate::domain::id::{IndicatorId, LevelId, RowId};
use crate::domain::roster::Moment;
use crate::domain::seat::Seat;
use crate::style::space::Class;
use crate::widget::icon::Bars;
use crate::widget::level::Shown;

/// The stages of one candidate, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
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

impl Stage {
    /// The stages in order.
    pub const ALL: [Stage; 5] = [
        Stage::Dossier,
        Stage::Interrogation,
        Stage::Conciliation,
        Stage::Decision,
        Stage::Sheets,
    ];

    /// Returns the name kept in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Dossier => "dossier",
            Stage::Interrogation => "interrogation",
            Stage::Conciliation => "conciliation",
            Stage::Decision => "decision",
            Stage::Sheets => "sheets",
        }
    }

    /// Returns the stage of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

/// What a candidate's screen wants.
pub enum Action<Message> {
    /// Nothing.
    None,
    /// A change of the record, in somebody's voice.
    Change(Author, Change),
    /// Several changes, in order.
    Changes(Author, Vec<Change>),
    /// A personal note on a row.
    Note(RowId, String),
    /// Another stage.
    Go(Stage),
    /// The tableau read from a paper that was not recognised as one.
    ReadTableau(String),
    /// A line of the tableau, from the row that it covers.
    LookAt(usize, RowId),
    /// The other member's turn.
    HandOver,
    /// A question to the jury before something that counts.
    Ask(Ask),
    /// The points that two copies left to settle.
    Settle,
    /// The proposed mark, masked or shown.
    ToggleMask,
    /// Takes the author's last gesture back.
    Undo(Author),
    /// Brings it back.
    Redo(Author),
    /// The papers of the candidate, from a folder or an archive.
    ReadDossier(std::path::PathBuf),
    /// A piece opened, drawn, or given to another program.
    Piece(papers::viewer::Wish),
    /// Words for the message slot.
    Say(String),
    /// Work outside.
    Run(Task<Message>),
}

impl<Message: Send + 'static> Action<Message> {
    /// Returns the same wish in another screen's messages.
    pub fn map<Other: Send + 'static>(
        self,
        f: impl FnMut(Message) -> Other + Send + 'static,
    ) -> Action<Other> {
        match self {
            Action::None => Action::None,
            Action::Change(author, change) => Action::Change(author, change),
            Action::Changes(author, changes) => Action::Changes(author, changes),
            Action::Note(row, text) => Action::Note(row, text),
            Action::Go(stage) => Action::Go(stage),
            Action::ReadTableau(path) => Action::ReadTableau(path),
            Action::LookAt(line, row) => Action::LookAt(line, row),
            Action::HandOver => Action::HandOver,
            Action::Ask(ask) => Action::Ask(ask),
            Action::Settle => Action::Settle,
            Action::ToggleMask => Action::ToggleMask,
            Action::Undo(author) => Action::Undo(author),
            Action::Redo(author) => Action::Redo(author),
            Action::ReadDossier(path) => Action::ReadDossier(path),
            Action::Piece(wish) => Action::Piece(wish),
            Action::Say(words) => Action::Say(words),
            Action::Run(task) => Action::Run(task.map(f)),
        }
    }
}

/// What is asked before something that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Validating one's levels.
    Validate,
    /// Excusing the candidate from a row, or from one of its criteria.
    Waive(RowId, Option<IndicatorId>),
    /// Fixing the mark.
    Seal,
    /// Reopening it.
    Reopen,
    /// Which sentence for the appreciation.
    Comments,
    /// Why the oral is paused, and all that happened to its time.
    Time,
}

/// What a candidate's screen is shown.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The commission.
    pub header: &'a Header,
    /// The record as this viewer may see it.
    pub seat: &'a Seat,
    /// The present instant.
    pub now: Moment,
    /// Whether the proposed mark is masked.
    pub masked: bool,
    /// The short code printed on the sheets, once sealed.
    pub seal_code: Option<&'a str>,
    /// Words that say what just happened.
    pub said: Option<&'a str>,
    /// How much the window shows at once.
    pub class: Class,
}

impl Desk<'_> {
    /// Returns how a level is shown.
    pub fn shown(&self, id: &LevelId) -> Shown {
        shown(self.header, id)
    }

    /// Returns how a level is shown on a row, which may name it its own way.
    pub fn shown_on(&self, row: &Row, id: &LevelId) -> Shown {
        let mut shown = self.shown(id);
        if let Some(own) = row.descriptor(id).and_then(|own| own.label.clone()) {
            shown.label = own;
        }
        shown
    }

    /// Returns a member's name as said across the table.
    pub fn member(&self, member: usize) -> String {
        self.header
            .members
            .get(member)
            .map(|member| member.short())
            .unwrap_or_default()
    }
}

/// Returns how a level is shown.
pub fn shown(header: &Header, id: &LevelId) -> Shown {
    let grid = &header.grid;
    Shown {
        digit: grid.level_rank(id).unwrap_or(0),
        label: grid
            .level(id)
            .map(|level| level.label.clone())
            .unwrap_or_default(),
        bars: Bars {
            filled: grid.level_bars(id).unwrap_or(0),
            of: grid.valued_levels().count(),
        },
    }
}
