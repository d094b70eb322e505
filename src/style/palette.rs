//! The colours of the three displays, with the roles of the design's table. Contrast is tested.

use iced::Color;

/// The displays that a person may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Dark ink on light paper.
    #[default]
    Clair,
    /// Light ink on dark paper.
    Sombre,
    /// Black, white and thick borders.
    Contraste,
}

impl Mode {
    /// Every display, in the order of the choice.
    pub const ALL: [Mode; 3] = [Mode::Clair, Mode::Sombre, Mode::Contraste];

    /// Returns the name kept in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Clair => "clair",
            Mode::Sombre => "sombre",
            Mode::Contraste => "contraste",
        }
    }

    /// Returns the display of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Returns the colours.
    pub fn tokens(self) -> &'static Tokens {
        match self {
            Mode::Clair => &CLAIR,
            Mode::Sombre => &SOMBRE,
            Mode::Contraste => &CONTRASTE,
        }
    }
}

/// One colour a role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Window background.
    pub fond: Color,
    /// Panels, fields, rows.
    pub surface: Color,
    /// Table heads, disabled fill.
    pub creux: Color,
    /// Body text.
    pub encre: Color,
    /// Secondary text.
    pub encre2: Color,
    /// Hints, disabled text.
    pub encre3: Color,
    /// Separators, decorative.
    pub filet: Color,
    /// Every control border.
    pub bord: Color,
    /// Primary fill, links, selection.
    pub accent: Color,
    /// Text on accent.
    pub sur_accent: Color,
    /// Primary, hover.
    pub accent_survol: Color,
    /// Hover and current-row fill.
    pub accent_doux: Color,
    /// Identity band.
    pub bandeau: Color,
    /// Name, tabs.
    pub bandeau_texte: Color,
    /// Number, inactive tabs.
    pub bandeau_texte2: Color,
    /// Borders on the band.
    pub bandeau_bord: Color,
    /// Warning text.
    pub alerte: Color,
    /// Warning fill.
    pub alerte_fond: Color,
    /// Warning border.
    pub alerte_bord: Color,
    /// Invalid field, destructive.
    pub danger: Color,
    /// Danger fill.
    pub danger_fond: Color,
    /// Danger border.
    pub danger_bord: Color,
    /// Done, conform.
    pub ok: Color,
    /// Done fill.
    pub ok_fond: Color,
    /// Focus ring.
    pub focus: Color,
    /// Focus ring on the band.
    pub focus_bandeau: Color,
    /// What fills the air inside the focus ring, where contrast asks for it.
    pub focus_halo: Option<Color>,
    /// Outside the scale, then the ramp from the lowest level to the highest.
    pub levels: [Color; 5],
    /// Width of ordinary borders.
    pub border: f32,
}

const fn rgb(value: u32) -> Color {
    let [_, red, green, blue] = value.to_be_bytes();
    Color::from_rgb8(red, green, blue)
}

const CLAIR: Tokens = Tokens {
    fond: rgb(0xF5F4F0),
    surface: rgb(0xFFFFFF),
    creux: rgb(0xEBE9E3),
    encre: rgb(0x14171C),
    encre2: rgb(0x353B45),
    encre3: rgb(0x495059),
    filet: rgb(0xD2CFC6),
    bord: rgb(0x7D7A72),
    accent: rgb(0x1D4690),
    sur_accent: rgb(0xFFFFFF),
    accent_survol: rgb(0x15346D),
    accent_doux: rgb(0xE4EBF7),
    bandeau: rgb(0x14213D),
    bandeau_texte: rgb(0xFFFFFF),
    bandeau_texte2: rgb(0xC9D3E6),
    bandeau_bord: rgb(0x7C8BA8),
    alerte: rgb(0x633A00),
    alerte_fond: rgb(0xFFF1D6),
    alerte_bord: rgb(0xA86A0B),
    danger: rgb(0x8E1B1B),
    danger_fond: rgb(0xFCEBEA),
    danger_bord: rgb(0xC23B3B),
    ok: rgb(0x0B5345),
    ok_fond: rgb(0xE3F2EC),
    focus: rgb(0x14171C),
    focus_bandeau: rgb(0xFFFFFF),
    focus_halo: None,
    levels: [
        rgb(0xE6E3DB),
        rgb(0xE3EAF7),
        rgb(0xB4C8EA),
        rgb(0x2A5298),
        rgb(0x10264F),
    ],
    border: 1.0,
};

const SOMBRE: Tokens = Tokens {
    fond: rgb(0x11141A),
    surface: rgb(0x191D25),
    creux: rgb(0x232833),
    encre: rgb(0xEEF0F4),
    encre2: rgb(0xC6CCD6),
    encre3: rgb(0xAAB2BF),
    filet: rgb(0x323947),
    bord: rgb(0x78839A),
    accent: rgb(0x9DBDF8),
    sur_accent: rgb(0x0C1220),
    accent_survol: rgb(0xBCD2FB),
    accent_doux: rgb(0x223252),
    bandeau: rgb(0x2A3A63),
    bandeau_texte: rgb(0xFFFFFF),
    bandeau_texte2: rgb(0xD3DCEE),
    bandeau_bord: rgb(0x8E9DBD),
    alerte: rgb(0xFFD27A),
    alerte_fond: rgb(0x33270F),
    alerte_bord: rgb(0xC08A2E),
    danger: rgb(0xFFB4AE),
    danger_fond: rgb(0x3A1A1A),
    danger_bord: rgb(0xD9645E),
    ok: rgb(0x8FD9C2),
    ok_fond: rgb(0x12302A),
    focus: rgb(0xFFFFFF),
    focus_bandeau: rgb(0xFFFFFF),
    focus_halo: None,
    levels: [
        rgb(0x333A46),
        rgb(0x26314A),
        rgb(0x38538C),
        rgb(0x9DBDF8),
        rgb(0xE3ECFF),
    ],
    border: 1.0,
};

const CONTRASTE: Tokens = Tokens {
    fond: rgb(0xFFFFFF),
    surface: rgb(0xFFFFFF),
    creux: rgb(0xFFFFFF),
    encre: rgb(0x000000),
    encre2: rgb(0x000000),
    encre3: rgb(0x000000),
    filet: rgb(0x000000),
    bord: rgb(0x000000),
    accent: rgb(0x00205B),
    sur_accent: rgb(0xFFFFFF),
    accent_survol: rgb(0x000000),
    accent_doux: rgb(0xFFFFFF),
    bandeau: rgb(0x000000),
    bandeau_texte: rgb(0xFFFFFF),
    bandeau_texte2: rgb(0xFFFFFF),
    bandeau_bord: rgb(0xFFFFFF),
    alerte: rgb(0x000000),
    alerte_fond: rgb(0xFFFFFF),
    alerte_bord: rgb(0x000000),
    danger: rgb(0x7A0000),
    danger_fond: rgb(0xFFFFFF),
    danger_bord: rgb(0x7A0000),
    ok: rgb(0x000000),
    ok_fond: rgb(0xFFFFFF),
    focus: rgb(0x000000),
    focus_bandeau: rgb(0xFFD800),
    focus_halo: Some(rgb(0xFFD800)),
    levels: [
        rgb(0xFFFFFF),
        rgb(0xFFFFFF),
        rgb(0xC8C8C8),
        rgb(0x4A4A4A),
        rgb(0x000000),
    ],
    border: 2.0,
};

impl Tokens {
    /// Returns the fill of a level that shows `filled` bars out of `of`; 0 bars is outside the scale.
    /// Shorter and longer scales take evenly spaced steps of the same ramp.
    pub fn level(&self, filled: usize, of: usize) -> Color {
        let [outside, ramp @ ..] = &self.levels;
        if filled == 0 {
            return *outside;
        }
        let last = ramp.len() - 1;
        let position = if of <= 1 {
            last as f32
        } else {
            (filled - 1) as f32 * last as f32 / (of - 1) as f32
        };
        let (low, share) = (position.floor() as usize, position.fract());
        let at = |index: usize| ramp.get(index.min(last)).copied().unwrap_or(*outside);
        let (from, to) = (at(low), at(low + 1));
        let mix = |from: f32, to: f32| from + (to - from) * share;
        Color::from_rgb(mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b))
    }

    /// Returns whether borders, not tints, tell one state from another.
    pub fn is_stark(&self) -> bool {
        self.border > 1.0
    }

    /// Returns the fill of a level that is chosen.
    pub fn chosen_level(&self, filled: usize, of: usize) -> Color {
        if self.is_stark() {
            self.encre
        } else {
            self.level(filled, of)
        }
    }

    /// Returns the edge of what is chosen.
    pub fn chosen_edge(&self) -> Color {
        if self.is_stark() {
            self.encre
        } else {
            self.accent
        }
    }

    /// Returns the ink that reads best on a fill: the display's own, or pure black or white where
    /// the fill is too near the middle for it.
    pub fn ink_on(&self, fill: Color) -> Color {
        let best = |inks: &[Color]| {
            inks.iter().copied().max_by(|first, second| {
                fill.relative_contrast(*first)
                    .total_cmp(&fill.relative_contrast(*second))
            })
        };
        best(&[self.encre, self.surface, self.sur_accent])
            .filter(|ink| fill.relative_contrast(*ink) >= 7.0)
            .or_else(|| best(&[Color::BLACK, Color::WHITE]))
            .unwrap_or(self.encre)
    }
}
