//! Symbol fonts: what they draw for a letter, so that a `P` in Wingdings 2 is the tick that the
//! candidate saw.

/// How the letters of a font are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Glyphs {
    /// As letters.
    #[default]
    Letters,
    /// As the signs of Wingdings.
    Wingdings,
    /// As the signs of Wingdings 2.
    Wingdings2,
    /// As the signs of Zapf Dingbats.
    Dingbats,
    /// As other signs.
    Signs,
}

impl Glyphs {
    /// Returns how the font of this name draws.
    pub(crate) fn of(font: &str) -> Self {
        let name: String = font
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        // A PDF names the look too: « Wingdings-Regular », « Wingdings2 ».
        match name.strip_suffix("regular").unwrap_or(&name) {
            "wingdings" => Self::Wingdings,
            "wingdings2" => Self::Wingdings2,
            "wingdings3" | "webdings" => Self::Signs,
            "zapfdingbats" | "dingbats" => Self::Dingbats,
            _ => Self::Letters,
        }
    }

    /// Returns what the font draws for `c`; an unknown sign stays a visible character.
    pub(crate) fn draw(self, c: char) -> char {
        // Office also stores these fonts in a private area, 0xF000 further.
        let code = match u32::from(c) {
            code @ 0xf020..=0xf0ff => code - 0xf000,
            code => code,
        };
        match (self, code) {
            (Self::Letters | Self::Signs, _) => c,
            (Self::Dingbats, 0x33 | 0x34) => '✔',
            (Self::Dingbats, 0x35..=0x38) => '✗',
            (Self::Dingbats, 0x6e) => '■',
            (Self::Dingbats, 0x6f..=0x72) => '☐',
            (Self::Wingdings, 0x6f | 0x70 | 0x71 | 0x72 | 0xa8) => '☐',
            (Self::Wingdings, 0x6e) => '■',
            (Self::Wingdings, 0x78 | 0xfd) => '☒',
            (Self::Wingdings, 0xfb) => '✗',
            (Self::Wingdings, 0xfc) => '✓',
            (Self::Wingdings, 0xfe) => '☑',
            (Self::Wingdings2, 0x2a | 0x30 | 0xa3) => '☐',
            (Self::Wingdings2, 0x4f) => '✗',
            (Self::Wingdings2, 0x50) => '✓',
            (Self::Wingdings2, 0x51 | 0x53 | 0x54) => '☒',
            (Self::Wingdings2, 0x52) => '☑',
            (Self::Wingdings | Self::Wingdings2 | Self::Dingbats, 0x20 | 0xa0) => ' ',
            (Self::Wingdings | Self::Wingdings2 | Self::Dingbats, _) => c,
        }
    }
}
