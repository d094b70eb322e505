//! Looks of buttons, by what they mean.

use iced::widget::button::{Status, Style};
use iced::{Background, Border, Color};

use super::{Theme, space};

fn filled(fill: Color, ink: Color, edge: Color, width: f32) -> Style {
    Style {
        background: Some(Background::Color(fill)),
        text_color: ink,
        border: Border {
            color: edge,
            width,
            radius: space::RADIUS.into(),
        },
        ..Style::default()
    }
}

fn bare(ink: Color) -> Style {
    Style {
        background: None,
        text_color: ink,
        border: Border::default().rounded(space::RADIUS),
        ..Style::default()
    }
}

/// The one gesture that a screen waits for.
pub fn primary(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    match status {
        Status::Active => filled(tokens.accent, tokens.sur_accent, tokens.accent, 1.0),
        Status::Hovered | Status::Pressed => filled(
            tokens.accent_survol,
            tokens.sur_accent,
            tokens.accent_survol,
            1.0,
        ),
        Status::Disabled => filled(tokens.creux, tokens.encre3, tokens.filet, 1.0),
    }
}

/// Any other gesture.
pub fn secondary(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    match status {
        Status::Active => filled(tokens.surface, tokens.encre, tokens.bord, tokens.border),
        Status::Hovered | Status::Pressed => filled(
            tokens.accent_doux,
            tokens.encre,
            tokens.accent,
            tokens.border,
        ),
        Status::Disabled => filled(tokens.creux, tokens.encre3, tokens.filet, 1.0),
    }
}

/// A choice that is made.
pub fn chosen(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    filled(
        tokens.accent,
        tokens.sur_accent,
        tokens.accent,
        tokens.border,
    )
}

/// A choice that is made, among radio buttons.
pub fn chosen_soft(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    filled(tokens.accent_doux, tokens.encre, tokens.accent, 2.0)
}

/// One of the choices that stand side by side in a frame.
pub fn segment(chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let tokens = theme.tokens();
        let (fill, ink) = match (chosen, status) {
            (true, _) => (tokens.accent, tokens.sur_accent),
            (false, Status::Hovered | Status::Pressed) => (tokens.accent_doux, tokens.encre),
            (false, Status::Active) => (tokens.surface, tokens.encre),
            (false, Status::Disabled) => (tokens.creux, tokens.encre3),
        };
        let mut style = filled(fill, ink, fill, 0.0);
        style.border.radius = (space::RADIUS - 1.0).into();
        style
    }
}

/// A switch that is on.
pub fn pressed(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    if tokens.is_stark() {
        return filled(tokens.encre, tokens.surface, tokens.encre, tokens.border);
    }
    filled(tokens.creux, tokens.encre, tokens.bord, tokens.border)
}

/// A link among text.
pub fn quiet(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    match status {
        Status::Active => bare(tokens.accent),
        Status::Hovered | Status::Pressed => Style {
            background: Some(Background::Color(tokens.accent_doux)),
            ..bare(tokens.accent)
        },
        Status::Disabled => bare(tokens.encre3),
    }
}

/// A link in an amber notice.
pub fn quiet_alert(theme: &Theme, status: Status) -> Style {
    Style {
        text_color: theme.tokens().alerte,
        ..quiet(theme, status)
    }
}

/// A large entry of the welcome screen, a row of a list.
pub fn card(theme: &Theme, status: Status) -> Style {
    let mut style = secondary(theme, status);
    style.border.radius = space::RADIUS_PANEL.into();
    style
}

/// A row of a table.
pub fn row(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    let fill = match status {
        Status::Active | Status::Disabled => tokens.surface,
        Status::Hovered | Status::Pressed => tokens.accent_doux,
    };
    Style {
        background: Some(Background::Color(fill)),
        text_color: tokens.encre,
        ..Style::default()
    }
}

/// A line of an outline or of a side panel: the ground shows through.
pub fn outline(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    let fill = match status {
        Status::Active | Status::Disabled => None,
        Status::Hovered | Status::Pressed => Some(Background::Color(tokens.accent_doux)),
    };
    Style {
        background: fill,
        text_color: tokens.encre,
        ..Style::default()
    }
}

/// The current row of a table.
pub fn row_current(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    Style {
        background: Some(Background::Color(tokens.accent_doux)),
        text_color: tokens.encre,
        border: Border {
            color: tokens.focus,
            width: 2.0,
            radius: space::RADIUS_CHIP.into(),
        },
        ..Style::default()
    }
}

/// A tab of the band that is not open.
pub fn band(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    match status {
        Status::Active | Status::Disabled => bare(tokens.bandeau_texte2),
        Status::Hovered | Status::Pressed => Style {
            border: Border {
                color: tokens.bandeau_bord,
                width: 1.0,
                radius: space::RADIUS.into(),
            },
            ..bare(tokens.bandeau_texte)
        },
    }
}

/// The open tab of the band, and the one button of a passation.
pub fn band_current(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    filled(
        tokens.bandeau_texte,
        tokens.bandeau,
        tokens.bandeau_texte,
        1.0,
    )
}

/// A bordered button on the band.
pub fn band_bordered(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    Style {
        border: Border {
            color: tokens.bandeau_bord,
            width: 1.0,
            radius: space::RADIUS.into(),
        },
        ..bare(tokens.bandeau_texte)
    }
}

/// A tile of the strip of rows.
pub fn tile(theme: &Theme, status: Status) -> Style {
    let tokens = theme.tokens();
    let fill = match status {
        Status::Active | Status::Disabled => tokens.fond,
        Status::Hovered | Status::Pressed => tokens.accent_doux,
    };
    Style {
        background: Some(Background::Color(fill)),
        text_color: tokens.encre,
        ..Style::default()
    }
}

/// The tile of the current row.
pub fn tile_current(theme: &Theme, _status: Status) -> Style {
    let tokens = theme.tokens();
    Style {
        background: Some(Background::Color(tokens.surface)),
        text_color: tokens.encre,
        ..Style::default()
    }
}

/// A column of the rubric: transparent above its texts, with an edge when it is chosen.
pub fn column(chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let tokens = theme.tokens();
        let hovered = matches!(status, Status::Hovered | Status::Pressed);
        let (color, width) = if chosen {
            (tokens.chosen_edge(), 2.0)
        } else if hovered {
            (tokens.accent, 1.0)
        } else {
            (Color::TRANSPARENT, 0.0)
        };
        Style {
            background: None,
            text_color: tokens.encre,
            border: Border {
                color,
                width,
                radius: space::RADIUS.into(),
            },
            ..Style::default()
        }
    }
}

/// One of the three cells of an indicator.
pub fn cell(chosen: Option<Cell>) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        let tokens = theme.tokens();
        let (fill, ink, edge, width) = match (chosen, status) {
            (Some(Cell::Yes), _) => (tokens.accent, tokens.sur_accent, tokens.accent, 1.0),
            (Some(Cell::Partly), _) => (tokens.accent_doux, tokens.encre, tokens.accent, 1.5),
            (Some(Cell::No), _) => (tokens.encre2, tokens.surface, tokens.encre2, 1.0),
            (None, Status::Hovered | Status::Pressed) => {
                (tokens.accent_doux, tokens.encre2, tokens.accent_doux, 0.0)
            }
            (None, Status::Active | Status::Disabled) => {
                (tokens.surface, tokens.encre3, tokens.surface, 0.0)
            }
        };
        Style {
            background: Some(Background::Color(fill)),
            text_color: ink,
            border: Border {
                color: edge,
                width,
                radius: (space::RADIUS_CHIP - 1.0).into(),
            },
            ..Style::default()
        }
    }
}

/// What a chosen cell of an indicator says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Seen.
    Yes,
    /// Partly.
    Partly,
    /// Not seen.
    No,
}

/// A button that shows a level: filled with the ramp when it is chosen.
pub fn level(filled_bars: usize, of: usize, chosen: bool) -> impl Fn(&Theme, Status) -> Style {
    move |theme, status| {
        if !chosen {
            return secondary(theme, status);
        }
        let tokens = theme.tokens();
        let fill = tokens.chosen_level(filled_bars, of);
        filled(fill, tokens.ink_on(fill), tokens.chosen_edge(), 2.0)
    }
}
