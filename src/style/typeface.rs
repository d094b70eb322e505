//! Type: the embedded fonts and one function a role (design §2.3). Views choose a role, never a
//! size.

use std::borrow::Cow;

use iced::font::{Family, Weight};
use iced::widget::text::{Fragment, IntoFragment, LineHeight};
use iced::{Font, Pixels};

use super::Theme;

/// A text in the program's theme.
pub type Text<'a> = iced::widget::Text<'a, Theme>;

const INTER: Font = Font {
    family: Family::Name("Inter"),
    ..Font::DEFAULT
};
const FIGURES: Font = Font {
    family: Family::Name("Delibere Chiffres"),
    ..Font::DEFAULT
};

/// Body text.
pub const REGULAR: Font = INTER;
/// Names, choices.
pub const MEDIUM: Font = Font {
    weight: Weight::Medium,
    ..INTER
};
/// Heads.
pub const SEMIBOLD: Font = Font {
    weight: Weight::Semibold,
    ..INTER
};
/// Figures that stand in columns.
pub const TABULAR: Font = FIGURES;
/// Marks and the chronometer.
pub const TABULAR_BOLD: Font = Font {
    weight: Weight::Semibold,
    ..FIGURES
};

/// Returns the bytes of every embedded font.
pub fn fonts() -> Vec<Cow<'static, [u8]>> {
    [
        &include_bytes!("../../assets/fonts/Inter-Regular.otf")[..],
        include_bytes!("../../assets/fonts/Inter-Medium.otf"),
        include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
        include_bytes!("../../assets/fonts/DelibereChiffres-Regular.otf"),
        include_bytes!("../../assets/fonts/DelibereChiffres-SemiBold.otf"),
    ]
    .into_iter()
    .map(Cow::Borrowed)
    .collect()
}

/// Size of the text when nothing says otherwise.
pub const BODY: f32 = 15.0;

fn role<'a>(text: impl IntoFragment<'a>, size: f32, line: f32, font: Font) -> Text<'a> {
    let fragment: Fragment<'a> = text.into_fragment();
    iced::widget::text(fragment)
        .size(size)
        .line_height(LineHeight::Absolute(Pixels(line)))
        .font(font)
}

/// The name of the product.
pub fn wordmark<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 44.0, 50.0, SEMIBOLD)
}

/// NOTE FINALE.
pub fn figure<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 40.0, 44.0, TABULAR_BOLD)
}

/// The chronometer, a passation's title.
pub fn clock<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 34.0, 40.0, TABULAR_BOLD)
}

/// A reading's mark.
pub fn subfigure<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 24.0, 30.0, TABULAR_BOLD)
}

/// A screen's or a dialog's title, the name on the band.
pub fn title<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 22.0, 28.0, SEMIBOLD)
}

/// The current competency.
pub fn heading<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 19.0, 25.0, SEMIBOLD)
}

/// A panel's head.
pub fn section<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 17.0, 24.0, SEMIBOLD)
}

/// A panel's head where room is scarce.
pub fn label<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 15.0, 20.0, SEMIBOLD)
}

/// Everything by default.
pub fn body<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, BODY, 22.0, REGULAR)
}

/// Names and choices.
pub fn strong<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, BODY, 20.0, MEDIUM)
}

/// Names in tables.
pub fn name<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, BODY, 20.0, SEMIBOLD)
}

/// Indicators, tables, tiles, notes.
pub fn dense<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 14.0, 18.0, REGULAR)
}

/// Tiles and table words that matter.
pub fn dense_strong<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 14.0, 18.0, MEDIUM)
}

/// The head of a level.
pub fn dense_bold<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 14.0, 18.0, SEMIBOLD)
}

/// Level descriptors, dates, captions: the smallest running text.
pub fn reference<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 13.0, 16.0, REGULAR)
}

/// Captions that matter.
pub fn reference_strong<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 13.0, 18.0, MEDIUM)
}

/// The word on a level's chip.
pub fn reference_bold<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 13.0, 18.0, SEMIBOLD)
}

/// Sub-competencies.
pub fn caption<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 13.0, 17.0, REGULAR)
}

/// Key caps only.
pub fn key<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 12.0, 16.0, MEDIUM)
}

/// Figures in tables.
pub fn tabular<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 14.0, 18.0, TABULAR)
}

/// Figures that matter in tables.
pub fn tabular_strong<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, BODY, 20.0, TABULAR_BOLD)
}

/// Dates and numbers in captions.
pub fn tabular_reference<'a>(text: impl IntoFragment<'a>) -> Text<'a> {
    role(text, 13.0, 18.0, TABULAR)
}

/// Secondary ink.
pub fn secondary(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().encre2),
    }
}

/// Hints.
pub fn hint(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().encre3),
    }
}

/// Links and the current state.
pub fn accent(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().accent),
    }
}

/// « Look here. »
pub fn alert(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().alerte),
    }
}

/// An invalid field.
pub fn danger(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().danger),
    }
}

/// Done, conform.
pub fn done(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().ok),
    }
}

/// The name on the band.
pub fn on_band(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().bandeau_texte),
    }
}

/// The number on the band.
pub fn on_band_secondary(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style {
        color: Some(theme.tokens().bandeau_texte2),
    }
}
