//! The look: colours, type, space, as roles. A view names roles only; nothing else in the program
//! holds a literal colour or size. Knows no word and no exam.

pub mod palette;
pub mod space;
pub mod typeface;

pub mod button;
pub mod container;
pub mod field;
pub mod theme;

pub use palette::{Mode, Tokens};
pub use theme::Theme;
