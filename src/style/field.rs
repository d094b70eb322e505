//! Looks of the fields that one writes in.

use iced::widget::{text_editor, text_input};
use iced::{Background, Border, Color};

use super::{Theme, space};

struct Look {
    fill: Color,
    edge: Color,
    width: f32,
}

fn look(theme: &Theme, hovered: bool, focused: bool, disabled: bool, invalid: bool) -> Look {
    let tokens = theme.tokens();
    let (edge, width) = match (invalid, focused, hovered) {
        (true, _, _) => (tokens.danger_bord, 2.0),
        (false, true, _) => (tokens.focus, 2.0),
        (false, false, true) => (tokens.accent, tokens.border),
        (false, false, false) => (tokens.bord, tokens.border),
    };
    Look {
        fill: if disabled {
            tokens.creux
        } else {
            tokens.surface
        },
        edge,
        width,
    }
}

fn one_line(theme: &Theme, status: text_input::Status, invalid: bool) -> text_input::Style {
    let tokens = theme.tokens();
    let look = look(
        theme,
        matches!(status, text_input::Status::Hovered),
        matches!(status, text_input::Status::Focused { .. }),
        matches!(status, text_input::Status::Disabled),
        invalid,
    );
    text_input::Style {
        background: Background::Color(look.fill),
        border: Border {
            color: look.edge,
            width: look.width,
            radius: space::RADIUS.into(),
        },
        icon: tokens.encre3,
        placeholder: tokens.encre3,
        value: tokens.encre,
        selection: tokens.accent_doux,
    }
}

/// A field of one line.
pub fn input(theme: &Theme, status: text_input::Status) -> text_input::Style {
    one_line(theme, status, false)
}

/// A field of one line whose value cannot be.
pub fn invalid(theme: &Theme, status: text_input::Status) -> text_input::Style {
    one_line(theme, status, true)
}

/// A field of several lines.
pub fn editor(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    several_lines(theme, status, false)
}

/// A field of several lines whose text cannot be.
pub fn editor_invalid(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    several_lines(theme, status, true)
}

fn several_lines(theme: &Theme, status: text_editor::Status, invalid: bool) -> text_editor::Style {
    let tokens = theme.tokens();
    let look = look(
        theme,
        matches!(status, text_editor::Status::Hovered),
        matches!(status, text_editor::Status::Focused { .. }),
        matches!(status, text_editor::Status::Disabled),
        invalid,
    );
    text_editor::Style {
        background: Background::Color(look.fill),
        border: Border {
            color: look.edge,
            width: look.width,
            radius: space::RADIUS.into(),
        },
        placeholder: tokens.encre3,
        value: tokens.encre,
        selection: tokens.accent_doux,
    }
}
