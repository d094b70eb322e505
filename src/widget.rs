//! Parts of screens that know neither the exam nor the words: keys, focus, signs, controls.

pub mod focus;
pub mod keys;
pub mod still;
pub mod travel;

pub mod icon;

pub mod chart;
pub mod control;
pub mod field;
pub mod frame;
pub mod indicator;
pub mod level;
pub mod progress;
pub mod timer;

use crate::style::Theme;

/// An element in the program's theme.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme>;
