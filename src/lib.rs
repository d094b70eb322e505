//! Délibéré, from above. Data flows one way: [`store`] reads → [`domain`] decides → [`screen`]
//! shows → an `Edit` → [`domain`] → [`store`] writes → [`export`] prints. [`dossier`] reads the
//! candidates' papers. There is no second way to change a commission.

pub mod domain;

pub mod dossier;
pub mod store;

pub mod export;

pub mod words;

pub mod keymap;
pub mod style;
pub mod widget;

pub mod app;
pub mod screen;

pub mod cli;
