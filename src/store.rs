//! Stub, replaced in the next commits.

pub mod schema;
