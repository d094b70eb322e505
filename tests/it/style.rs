//! The look: contrast of the design's table, fonts that hold every sign, ramps, type.

use delibere::style::{Mode, Tokens, palette, typeface};
use iced::Color;
use iced::advanced::graphics::text::cosmic_text::{FontSystem, fontdb};

fn check(mode: Mode, name: &str, of: Color, on: Color, at_least: f32) {
    let ratio = of.relative_contrast(on);
    // The table rounds to a tenth.
    assert!(
        ratio >= at_least - 0.05,
        "{name} in {}: {ratio:.2} < {at_least}",
        mode.name()
    );
}

#[test]
fn the_designs_contrasts_hold_in_the_three_displays() {
    type Pick = fn(&Tokens) -> Color;
    #[rustfmt::skip]
    let table: &[(&str, Pick, Pick, [f32; 3])] = &[
        ("encre", |t| t.encre, |t| t.fond, [16.3, 16.2, 21.0]),
        ("encre2", |t| t.encre2, |t| t.fond, [10.2, 11.4, 21.0]),
        ("encre3", |t| t.encre3, |t| t.creux, [6.7, 6.9, 21.0]),
        ("bord", |t| t.bord, |t| t.creux, [3.5, 3.9, 21.0]),
        ("accent", |t| t.accent, |t| t.surface, [9.0, 8.9, 15.5]),
        ("sur_accent", |t| t.sur_accent, |t| t.accent, [9.0, 9.9, 15.5]),
        ("accent_survol", |t| t.accent_survol, |t| t.surface, [12.0, 11.1, 21.0]),
        ("accent_doux", |t| t.accent_doux, |t| t.encre, [15.0, 11.2, 21.0]),
        ("bandeau_texte", |t| t.bandeau_texte, |t| t.bandeau, [16.0, 11.1, 21.0]),
        ("bandeau_texte2", |t| t.bandeau_texte2, |t| t.bandeau, [10.6, 8.1, 21.0]),
        ("bandeau_bord", |t| t.bandeau_bord, |t| t.bandeau, [4.7, 4.1, 21.0]),
        ("alerte", |t| t.alerte, |t| t.alerte_fond, [8.8, 10.3, 21.0]),
        ("alerte_bord", |t| t.alerte_bord, |t| t.surface, [4.4, 5.6, 21.0]),
        ("danger", |t| t.danger, |t| t.surface, [9.0, 10.0, 11.5]),
        ("danger_bord", |t| t.danger_bord, |t| t.surface, [5.3, 4.8, 11.5]),
        ("ok", |t| t.ok, |t| t.surface, [9.0, 10.3, 21.0]),
        ("focus", |t| t.focus, |t| t.surface, [18.0, 16.9, 21.0]),
        ("focus_bandeau", |t| t.focus_bandeau, |t| t.bandeau, [16.0, 11.1, 15.1]),
        ("encre on surface", |t| t.encre, |t| t.surface, [12.9, 12.9, 21.0]),
        ("encre on creux", |t| t.encre, |t| t.creux, [12.9, 12.9, 21.0]),
        ("encre2 on creux", |t| t.encre2, |t| t.creux, [8.9, 9.1, 21.0]),
        ("encre3 on surface", |t| t.encre3, |t| t.surface, [7.4, 7.4, 21.0]),
        ("encre3 on fond", |t| t.encre3, |t| t.fond, [7.4, 7.4, 21.0]),
        ("accent on fond", |t| t.accent, |t| t.fond, [8.2, 8.2, 15.5]),
        ("accent on accent_doux", |t| t.accent, |t| t.accent_doux, [6.7, 6.7, 15.5]),
        ("bord on fond", |t| t.bord, |t| t.fond, [3.9, 3.9, 21.0]),
        ("danger on danger_fond", |t| t.danger, |t| t.danger_fond, [7.0, 7.0, 11.5]),
        ("ok on ok_fond", |t| t.ok, |t| t.ok_fond, [7.0, 7.0, 21.0]),
    ];
    for (name, of, on, least) in table {
        for (mode, least) in Mode::ALL.into_iter().zip(least) {
            let tokens = mode.tokens();
            check(mode, name, of(tokens), on(tokens), *least);
        }
    }
}

#[test]
fn each_level_is_readable_whatever_the_scale() {
    let drawn = [
        (Mode::Clair, [14.0, 14.9, 10.6, 7.6, 14.9]),
        (Mode::Sombre, [10.0, 11.4, 7.5, 9.9, 15.8]),
        (Mode::Contraste, [21.0, 21.0, 12.6, 8.9, 21.0]),
    ];
    for (mode, least) in drawn {
        let tokens = mode.tokens();
        for (filled, least) in least.into_iter().enumerate() {
            let fill = tokens.level(filled, 4);
            check(mode, "level", tokens.ink_on(fill), fill, least);
        }
        for of in 1..=6 {
            for filled in 0..=of {
                let fill = tokens.level(filled, of);
                check(mode, "level", tokens.ink_on(fill), fill, 4.5);
            }
        }
    }
}

#[test]
fn the_ramp_is_monotone_in_grey() {
    for mode in Mode::ALL {
        for of in 2..=6 {
            let lights: Vec<f32> = (1..=of)
                .map(|filled| mode.tokens().level(filled, of).relative_luminance())
                .collect();
            assert!(
                lights.is_sorted_by(|a, b| a < b) || lights.is_sorted_by(|a, b| a > b),
                "{} {of} {lights:?}",
                mode.name()
            );
        }
    }
}

#[test]
fn a_display_is_found_by_its_name() {
    for mode in Mode::ALL {
        assert_eq!(palette::Mode::named(mode.name()), Some(mode));
    }
}

#[test]
fn each_font_role_resolves_to_an_embedded_font_that_has_every_sign() {
    let mut db = fontdb::Database::new();
    for font in typeface::fonts() {
        db.load_font_data(font.into_owned());
    }
    let mut system = FontSystem::new_with_locale_and_db("fr".to_owned(), db);
    let text = "ABCXYZabcxyz0123456789 ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒàâäçéèêëîïôöùûüÿæœñšžłő\
        \u{a0}\u{202f}’‘“”«»…–—·•÷×−+=<>≤≥→←↑↓/()[]{}%°€&@#*_;:!?.,'\"½|\\^~";
    let figures = "0123456789 ,:+−\u{a0}\u{202f}/–";
    let roles = [
        (typeface::REGULAR, "Inter", 400, text),
        (typeface::MEDIUM, "Inter", 500, text),
        (typeface::SEMIBOLD, "Inter", 600, text),
        (typeface::TABULAR, "Delibere Chiffres", 400, figures),
        (typeface::TABULAR_BOLD, "Delibere Chiffres", 600, figures),
    ];
    for (font, family, weight, signs) in roles {
        assert_eq!(font.family, iced::font::Family::Name(family));
        let id = system
            .db()
            .query(&fontdb::Query {
                families: &[fontdb::Family::Name(family)],
                weight: fontdb::Weight(weight),
                ..Default::default()
            })
            .expect("an embedded font");
        let face = system.db().face(id).expect("a face");
        assert_eq!(face.weight.0, weight, "{family}");
        let found = system.get_font(id, fontdb::Weight(weight)).expect("a font");
        let charmap = found.as_swash().charmap();
        let missing: String = signs
            .chars()
            .filter(|sign| charmap.map(*sign) == 0)
            .collect();
        assert_eq!(missing, "", "{family} {weight}");
        if family != "Inter" {
            let metrics = found.as_swash().glyph_metrics(&[]);
            let widths: Vec<f32> = ('0'..='9')
                .map(|digit| metrics.advance_width(charmap.map(digit)))
                .collect();
            // Inter's own digits differ by a thousandth of an em.
            let alike = |width: &f32| (width - widths[0]).abs() < 5.0;
            assert!(widths.iter().all(alike), "{widths:?}");
        }
    }
}

#[test]
fn the_windows_class_follows_its_size_and_the_texts_scale() {
    use delibere::style::space::Class;
    let at = |scale: f32| Class::of(iced::Size::new(1366.0 / scale, 768.0 / scale));
    assert_eq!(at(1.0), Class::Large);
    assert_eq!(at(1.5), Class::Medium);
    assert_eq!(at(2.0), Class::Narrow);
    assert_eq!(Class::of(iced::Size::new(1920.0, 1080.0)), Class::Grand);
    assert_eq!(Class::of(iced::Size::new(1366.0, 660.0)), Class::Medium);
    assert!(Class::Narrow < Class::Medium, "a wider class shows more");
}

/// Loads the embedded fonts, once: every simulator shares them.
pub fn settings() -> iced::Settings {
    static LOADED: std::sync::Once = std::sync::Once::new();
    LOADED.call_once(|| {
        let mut system = iced::advanced::graphics::text::font_system()
            .write()
            .expect("the fonts");
        for font in typeface::fonts() {
            system.load_font(font);
        }
    });
    iced::Settings {
        default_font: typeface::REGULAR,
        ..iced::Settings::default()
    }
}
