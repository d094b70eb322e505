//! A grid's file to a draft, and back.

mod read;
mod write;
