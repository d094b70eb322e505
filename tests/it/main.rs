//! One test binary, one module an area.
mod dossier;
mod gallery;
mod style;
mod widgets;
