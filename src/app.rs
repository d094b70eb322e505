//! The window: one state, one message, one update. Only this room changes the session, starts
//! effects and switches screens.

pub mod demo;
pub mod preset;

use std::path::PathBuf;

use crate::store::places::Places;

/// What the program was started with.
#[derive(Debug, Clone)]
pub enum Start {
    /// A file to open, or the welcome screen.
    File(Option<PathBuf>),
}

/// Opens the window and stays until it is closed.
pub fn run(_start: Start, _places: Places) -> iced::Result {
    Ok(())
}
