//! The pure core: grids, commissions, edits, marks. No window, no format, no file, no clock, no
//! locale, no randomness. It cannot fail but by a refusal, and it cannot panic.

pub mod dossier;
