//! Shapes on disk, converted both ways. The domain's types are never serialised themselves, so
//! that they may change while past files stay readable.

pub mod comments;
pub mod dossier;
pub mod edit;
pub mod findings;
pub mod grid;
pub mod harmony;
pub mod header;
pub mod merge;
pub mod retention;
pub mod roster;
pub mod state;
pub mod summary;
