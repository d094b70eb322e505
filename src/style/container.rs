//! Looks of surfaces.

use iced::widget::container::Style;
use iced::{Background, Border, Color};

use super::{Theme, space};

fn plain(fill: Color, ink: Color) -> Style {
    Style {
        background: Some(Background::Color(fill)),
        text_color: Some(ink),
        ..Style::default()
    }
}

fn edged(fill: Color, ink: Color, edge: Color, width: f32, radius: f32) -> Style {
    Style {
        border: Border {
            color: edge,
            width,
            radius: radius.into(),
        },
        ..plain(fill, ink)
    }
}

/// The window's ground.
pub fn ground(theme: &Theme) -> Style {
    plain(theme.tokens().fond, theme.tokens().encre)
}

/// A zone that is written on.
pub fn surface(theme: &Theme) -> Style {
    plain(theme.tokens().surface, theme.tokens().encre)
}

/// A table's head.
pub fn hollow(theme: &Theme) -> Style {
    plain(theme.tokens().creux, theme.tokens().encre2)
}

/// The identity band.
pub fn band(theme: &Theme) -> Style {
    plain(theme.tokens().bandeau, theme.tokens().bandeau_texte)
}

/// The bar on top of the current tile.
pub fn accent(theme: &Theme) -> Style {
    plain(theme.tokens().accent, theme.tokens().sur_accent)
}

/// A panel with its border.
pub fn panel(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.filet,
        tokens.border,
        space::RADIUS_PANEL,
    )
}

/// A panel whose border matters.
pub fn framed(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.bord,
        tokens.border,
        space::RADIUS_PANEL,
    )
}

/// The panel to look at.
pub fn current(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.accent,
        2.0,
        space::RADIUS_PANEL,
    )
}

/// The strip « en ce moment ».
pub fn now(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.accent_doux,
        tokens.encre,
        tokens.accent,
        1.0,
        space::RADIUS_PANEL,
    )
}

/// NOTE FINALE.
pub fn conclusion(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.encre,
        2.0,
        space::RADIUS_PANEL,
    )
}

/// A dialog.
pub fn dialog(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.encre,
        2.0,
        space::RADIUS_DIALOG,
    )
}

/// What covers the screen under a dialog.
pub fn veil(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    let dark = tokens.encre.relative_luminance() > tokens.surface.relative_luminance();
    let veil = if dark {
        Color {
            a: 0.65,
            ..Color::BLACK
        }
    } else {
        Color {
            a: 0.6,
            ..tokens.encre
        }
    };
    Style {
        background: Some(Background::Color(veil)),
        ..Style::default()
    }
}

/// An amber notice.
pub fn notice(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.alerte_fond,
        tokens.alerte,
        tokens.alerte_bord,
        tokens.border,
        space::RADIUS,
    )
}

/// An incident's bar, from edge to edge.
pub fn incident(theme: &Theme) -> Style {
    plain(theme.tokens().alerte_fond, theme.tokens().alerte)
}

/// A key cap.
pub fn key(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.bord,
        1.0,
        space::RADIUS_CHIP,
    )
}

/// A key cap on a filled button: the button's own ink.
pub fn key_on_accent(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    Style {
        border: Border {
            color: tokens.sur_accent,
            width: 1.0,
            radius: space::RADIUS_CHIP.into(),
        },
        text_color: Some(tokens.sur_accent),
        ..Style::default()
    }
}

/// A key cap whose edge and letter have one ink.
pub fn key_in(ink: Color) -> Style {
    Style {
        border: Border {
            color: ink,
            width: 1.0,
            radius: space::RADIUS_CHIP.into(),
        },
        text_color: Some(ink),
        ..Style::default()
    }
}

/// The frame of an indicator's three cells.
pub fn cells(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.bord,
        tokens.border,
        space::RADIUS_CHIP,
    )
}

/// The frame of choices that stand side by side.
pub fn segments(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.bord,
        tokens.border,
        space::RADIUS,
    )
}

/// The mark of today's commission.
pub fn tag(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.accent,
        tokens.sur_accent,
        tokens.accent,
        1.0,
        space::RADIUS_CHIP,
    )
}

/// The fill of a level: `filled` bars out of `of`.
pub fn level(filled: usize, of: usize) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tokens = theme.tokens();
        let fill = tokens.level(filled, of);
        let edge = if fill.relative_contrast(tokens.surface) < 3.0 {
            tokens.bord
        } else {
            fill
        };
        edged(fill, tokens.ink_on(fill), edge, 1.0, space::RADIUS_CHIP)
    }
}

/// The whole of a mark's bar: under the threshold, or from it on.
pub fn bar(low: bool) -> impl Fn(&Theme) -> Style {
    level(if low { 2 } else { 3 }, 4)
}

/// The head of a chosen level column, rounded as the edge around the column.
pub fn level_head(filled: usize, of: usize) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tokens = theme.tokens();
        let fill = tokens.chosen_level(filled, of);
        Style {
            border: Border::default().rounded(iced::border::top(space::RADIUS)),
            ..plain(fill, tokens.ink_on(fill))
        }
    }
}

/// A ticked box.
pub fn ticked(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.accent,
        tokens.sur_accent,
        tokens.accent,
        1.5,
        space::RADIUS_CHIP,
    )
}

/// An empty box.
pub fn unticked(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.surface,
        tokens.encre,
        tokens.bord,
        1.5,
        space::RADIUS_CHIP,
    )
}

/// A box that cannot be ticked now.
pub fn inactive_box(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.creux,
        tokens.encre3,
        tokens.filet,
        1.0,
        space::RADIUS_CHIP,
    )
}

/// A radio button's ring.
pub fn radio(chosen: bool) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tokens = theme.tokens();
        let edge = if chosen { tokens.accent } else { tokens.bord };
        edged(tokens.surface, tokens.accent, edge, 1.5, space::HUGE)
    }
}

/// A radio button's dot, the sign of a running oral.
pub fn dot(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.accent,
        tokens.sur_accent,
        tokens.accent,
        0.0,
        space::HUGE,
    )
}

/// A count of nothing, in the coverage table.
pub fn lack(theme: &Theme) -> Style {
    plain(theme.tokens().alerte_fond, theme.tokens().alerte)
}

/// A line where something is doubtful: its words keep their ink.
pub fn doubtful(theme: &Theme) -> Style {
    plain(theme.tokens().alerte_fond, theme.tokens().encre)
}

/// The cell that the arrows move, coloured by the candidate or not.
pub fn cursor(coloured: bool) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tokens = theme.tokens();
        let fill = if coloured {
            tokens.accent_doux
        } else {
            tokens.surface
        };
        edged(fill, tokens.encre, tokens.focus, 2.0, space::RADIUS)
    }
}

/// A cell that the candidate coloured.
pub fn coloured(theme: &Theme) -> Style {
    plain(theme.tokens().accent_doux, theme.tokens().encre)
}

/// A cell that the jury corrected.
pub fn corrected(theme: &Theme) -> Style {
    let tokens = theme.tokens();
    edged(
        tokens.creux,
        tokens.encre,
        tokens.encre2,
        1.0,
        space::RADIUS,
    )
}

/// One of the boxes of a code, on the band or in a dialog; the next one to fill stands out.
pub fn code_box(on_band: bool, current: bool) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tokens = theme.tokens();
        let (fill, ink, border) = match (on_band, current) {
            (true, true) => (tokens.bandeau, tokens.bandeau_texte, tokens.focus_bandeau),
            (true, false) => (tokens.bandeau, tokens.bandeau_texte, tokens.bandeau_bord),
            (false, true) => (tokens.surface, tokens.encre, tokens.focus),
            (false, false) => (tokens.surface, tokens.encre, tokens.bord),
        };
        let width = if current { 3.0 } else { 2.0 };
        edged(fill, ink, border, width, space::RADIUS)
    }
}

/// The ground around a page.
pub fn desk(theme: &Theme) -> Style {
    plain(theme.tokens().filet, theme.tokens().encre)
}

/// A part of the chronometer's bar: gone or to come.
pub fn gauge(gone: bool) -> impl Fn(&Theme) -> Style {
    move |theme| {
        let tokens = theme.tokens();
        let fill = if gone { tokens.accent } else { tokens.creux };
        edged(
            fill,
            tokens.encre,
            if gone { tokens.accent } else { tokens.bord },
            1.0,
            3.0,
        )
    }
}
