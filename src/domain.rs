//! The pure core: grids, commissions, edits, marks. No window, no format, no file, no clock, no
//! locale, no randomness. It cannot fail but by a refusal, and it cannot panic.

pub mod fraction;
pub mod id;

pub mod grid;
pub mod roster;

pub mod dossier;

pub mod commission;

pub mod apply;
pub mod edit;
pub mod history;

pub mod conflict;
pub mod merge;

pub mod calibration;
pub mod check;
pub mod comment;
pub mod decision;
pub mod harmony;
pub mod mark;
pub mod reconcile;
pub mod seat;
pub mod time_log;
pub mod verdict;
