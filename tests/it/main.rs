//! One test binary, one module an area.
mod dossier;
mod sheet_files;
mod sheets;
