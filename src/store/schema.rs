//! Shapes on disk, converted both ways; past versions live only here.

pub mod dossier;
