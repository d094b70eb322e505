//! One test binary, one module an area.
mod dossier;
mod sheets;
