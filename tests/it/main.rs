//! One test binary, one module an area.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what it expected by failing"
)]

/// What the areas share: grids, scripts of edits, the real program.
mod support;

/// Exact numbers.
mod fraction;
/// Levels to mark.
mod mark;
/// Public models of marks, and what holds of any grid.
mod models;

/// What each gesture does, who may make it, and who sees it.
mod editor;
mod edits;

/// The shipped grids against the documents they come from.
mod founding;
/// Grids as data, sound and hostile.
mod grid_changes;
mod grids;
/// The README's guide to a grid.
mod guide;

/// The commission's file, its chains, its lock, and what is rescued.
mod journal;
/// One commission on two laptops.
mod merge;
mod merge_window;

/// Fixed marks of many commissions read together.
mod harmony;
mod harmony_window;
/// One file of every past format.
mod old;
mod papers_window;
mod simulated;
/// The same for analytic engines.
#[cfg(feature = "parquet")]
mod table;

/// The end of a file's time.
mod retention;
mod retention_window;

/// Candidates' papers.
mod dossier;
/// The readers of a tableau beyond the samples.
mod tableau;
mod tableau_made;
/// Papers looked at, and their copies.
mod viewer;

/// Grids from and to the formats of others.
mod exchange;
mod exchange_hostile;
mod exchange_round;
/// The list of candidates.
mod roster;
mod roster_window;

/// The official sheets.
mod sheet_files;
/// The sheets of any other grid.
mod sheet_grids;
mod sheets;
mod summary;

/// The program killed at random.
mod crash;

/// Pictures of the controls, for eyes.
mod gallery;
/// Colours, fonts, and the settings that every simulator shares.
mod style;
/// Keys, focus, levels, dialogs.
mod widgets;

/// The real window: a whole day by keyboard, blindness, focus, what is on the disk.
mod blocs;
/// The exercise before the first oral.
mod calibration;
/// Members' codes and the lock.
mod codes;
/// Sentences for the appreciation.
mod comments;
/// The commission's day, whole.
mod day;
/// Stories in a few lines each.
mod flows;
/// Hands at the real window.
mod hands;
/// The table of keys.
mod keys;
/// The screen that may stay in sight of the candidate.
mod neutral;
/// The chronometer's log.
mod time;
mod window;

/// The command line.
mod cli;
mod cli_grids;

/// What never crosses a door.
mod doors;
/// Every sentence, in both languages.
mod words;

/// The real window, driven by the keyboard alone.
mod real_window;
