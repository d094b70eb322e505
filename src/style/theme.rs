//! The theme: a display mode, and how iced's widgets ask it for their look.

use iced::theme::{self, Base};
use iced::widget::{button, container, rule, scrollable, svg, text, text_editor, text_input};
use iced::{Background, Border, Color};

use super::palette::{Mode, Tokens};
use super::{button as buttons, field, space};

/// The look in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme(pub Mode);

impl Theme {
    /// Returns the colours.
    pub fn tokens(&self) -> &'static Tokens {
        self.0.tokens()
    }
}

impl Base for Theme {
    fn default(preference: theme::Mode) -> Self {
        match preference {
            theme::Mode::Dark => Theme(Mode::Sombre),
            theme::Mode::Light | theme::Mode::None => Theme(Mode::Clair),
        }
    }

    fn mode(&self) -> theme::Mode {
        match self.0 {
            Mode::Clair | Mode::Contraste => theme::Mode::Light,
            Mode::Sombre => theme::Mode::Dark,
        }
    }

    fn base(&self) -> theme::Style {
        let tokens = self.tokens();
        theme::Style {
            background_color: tokens.fond,
            text_color: tokens.encre,
        }
    }

    fn palette(&self) -> Option<theme::Palette> {
        let tokens = self.tokens();
        Some(theme::Palette {
            background: tokens.fond,
            text: tokens.encre,
            primary: tokens.accent,
            success: tokens.ok,
            warning: tokens.alerte_bord,
            danger: tokens.danger,
        })
    }

    fn name(&self) -> &str {
        self.0.name()
    }
}

impl button::Catalog for Theme {
    type Class<'a> = button::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(buttons::secondary)
    }

    fn style(&self, class: &Self::Class<'_>, status: button::Status) -> button::Style {
        class(self, status)
    }
}

impl container::Catalog for Theme {
    type Class<'a> = container::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|_| container::Style::default())
    }

    fn style(&self, class: &Self::Class<'_>) -> container::Style {
        class(self)
    }
}

impl text::Catalog for Theme {
    type Class<'a> = text::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|_| text::Style::default())
    }

    fn style(&self, class: &Self::Class<'_>) -> text::Style {
        class(self)
    }
}

impl text_input::Catalog for Theme {
    type Class<'a> = text_input::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(field::input)
    }

    fn style(&self, class: &Self::Class<'_>, status: text_input::Status) -> text_input::Style {
        class(self, status)
    }
}

impl text_editor::Catalog for Theme {
    type Class<'a> = text_editor::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(field::editor)
    }

    fn style(&self, class: &Self::Class<'_>, status: text_editor::Status) -> text_editor::Style {
        class(self, status)
    }
}

impl rule::Catalog for Theme {
    type Class<'a> = rule::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(separator)
    }

    fn style(&self, class: &Self::Class<'_>) -> rule::Style {
        class(self)
    }
}

impl svg::Catalog for Theme {
    type Class<'a> = svg::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|_, _| svg::Style::default())
    }

    fn style(&self, class: &Self::Class<'_>, status: svg::Status) -> svg::Style {
        class(self, status)
    }
}

impl scrollable::Catalog for Theme {
    type Class<'a> = scrollable::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(bar)
    }

    fn style(&self, class: &Self::Class<'_>, status: scrollable::Status) -> scrollable::Style {
        class(self, status)
    }
}

/// Separators inside panels.
pub fn separator(theme: &Theme) -> rule::Style {
    line(theme.tokens().filet)
}

/// Separators between panels.
pub fn edge(theme: &Theme) -> rule::Style {
    line(theme.tokens().bord)
}

/// Separators on the band.
pub fn band_edge(theme: &Theme) -> rule::Style {
    line(theme.tokens().bandeau_bord)
}

fn line(color: Color) -> rule::Style {
    rule::Style {
        color,
        radius: 0.0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    }
}

fn bar(theme: &Theme, _status: scrollable::Status) -> scrollable::Style {
    let tokens = theme.tokens();
    let rail = scrollable::Rail {
        background: Some(Background::Color(tokens.creux)),
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(tokens.bord),
            border: Border::default().rounded(space::XS),
        },
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: Background::Color(tokens.surface),
            border: Border::default(),
            shadow: iced::Shadow::default(),
            icon: tokens.encre,
        },
    }
}
