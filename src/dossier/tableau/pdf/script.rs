//! What a PDF writes: fonts, the letters of their codes, and where each lands on the page.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{
    CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, hayro_cmap,
};
use hayro_syntax::object::{Array, Dict, Name};

use crate::dossier::tableau::glyphs::Glyphs;
use crate::dossier::tableau::pdf::matrix::Matrix;
use crate::dossier::tableau::pdf::page::{Area, Glyph, Heading};

/// A sign whose letter the file does not tell.
pub(crate) const UNKNOWN: char = '\u{fffd}';

/// The fonts of a document.
pub(crate) struct Fonts<'a> {
    cache: FontCache<'a>,
    resolver: FontResolverFn,
    maps: CMapResolverFn,
    known: HashMap<(u32, i32), Option<Rc<Face<'a>>>>,
}

/// One font, and the letters of the codes met so far.
pub(crate) struct Face<'a> {
    font: Font<'a>,
    glyphs: Glyphs,
    letters: std::cell::RefCell<HashMap<u32, String>>,
}

impl<'a> Fonts<'a> {
    /// Starts with none.
    pub(crate) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            // The shapes never matter, widths and letters do; a standard font gives both.
            resolver: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
            }),
            maps: Arc::new(|_: hayro_cmap::CMapName<'_>| None),
            known: HashMap::new(),
        }
    }

    /// Returns the font that a dictionary describes.
    pub(crate) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let id = dict.obj_id().map(|id| (id.obj_number, id.gen_number));
        if let Some(known) = id.and_then(|id| self.known.get(&id)) {
            return known.clone();
        }
        let font = self.cache.font(dict, &self.resolver, &self.maps);
        let face = font.map(|font| {
            Rc::new(Face {
                font,
                glyphs: Glyphs::of(&name(dict)),
                letters: std::cell::RefCell::default(),
            })
        });
        if let Some(id) = id {
            let _ = self.known.insert(id, face.clone());
        }
        face
    }
}

/// Returns the name of a font without the prefix of its subset.
fn name(dict: &Dict<'_>) -> String {
    let base = |dict: &Dict<'_>| {
        let name = dict.get::<Name<'_>>("BaseFont")?;
        let name = name.as_str().to_owned();
        Some(match name.split_once('+') {
            Some((prefix, rest)) if prefix.len() == 6 => rest.to_owned(),
            _ => name,
        })
    };
    let descendant = || {
        let fonts = dict.get::<Array<'_>>("DescendantFonts")?;
        base(&fonts.iter::<Dict<'_>>().next()?)
    };
    base(dict).or_else(descendant).unwrap_or_default()
}

impl Face<'_> {
    /// Returns the letters that a code draws.
    fn letters(&self, code: u32) -> String {
        if let Some(known) = self.letters.borrow().get(&code) {
            return known.clone();
        }
        let letters = self.spell(code);
        let _ = self.letters.borrow_mut().insert(code, letters.clone());
        letters
    }

    fn spell(&self, code: u32) -> String {
        let (unicode, is_empty) = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => {
                let unicode = glyph.as_unicode();
                // Some programs do not say that their space is one: it draws nothing.
                let is_empty = unicode.is_none() && glyph.outline().elements().is_empty();
                (unicode, is_empty)
            }
            FontGlyph::Type3(glyph) => (glyph.as_unicode(), false),
        };
        if is_empty {
            return " ".to_owned();
        }
        let letters = match unicode {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(letters)) => letters,
            None => String::new(),
        };
        let is_symbol = self.glyphs != Glyphs::Letters;
        // A tab for a space, as wkhtmltopdf writes it.
        if !letters.is_empty() && letters.chars().all(char::is_whitespace) {
            return " ".to_owned();
        }
        if letters.chars().all(char::is_control) {
            // A symbol font is often simple, its codes those of the keyboard.
            let typed = char::from_u32(code).filter(|_| is_symbol && (0x20..0x100).contains(&code));
            return typed.map_or(UNKNOWN, |c| self.glyphs.draw(c)).to_string();
        }
        letters.chars().map(|c| self.read(c)).collect()
    }

    /// Undoes ligatures and reads symbol fonts.
    fn read(&self, c: char) -> String {
        let plain = match c {
            '\u{fb00}' => "ff",
            '\u{fb01}' => "fi",
            '\u{fb02}' => "fl",
            '\u{fb03}' => "ffi",
            '\u{fb04}' => "ffl",
            '\u{fb05}' | '\u{fb06}' => "st",
            _ => {
                let is_private = ('\u{f020}'..='\u{f0ff}').contains(&c);
                let glyphs = match self.glyphs {
                    // The private area is where Windows keeps its symbol fonts.
                    Glyphs::Letters if is_private => Glyphs::Wingdings,
                    glyphs => glyphs,
                };
                let is_typed = is_private || u32::from(c) < 0x100;
                return if is_typed { glyphs.draw(c) } else { c }.to_string();
            }
        };
        plain.to_owned()
    }
}

/// What says how text is set.
#[derive(Clone)]
pub(crate) struct Setting<'a> {
    /// The font.
    pub face: Option<Rc<Face<'a>>>,
    /// Its size.
    pub size: f64,
    /// Added after each letter.
    pub spacing: f64,
    /// Added after each space.
    pub word_spacing: f64,
    /// Widens letters, 1 being as they are.
    pub stretch: f64,
    /// Between two lines.
    pub leading: f64,
    /// Above the base line.
    pub rise: f64,
    /// Where the next letter goes.
    pub matrix: Matrix,
    /// Where the line started.
    pub line: Matrix,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self {
            face: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            matrix: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        }
    }
}

impl Setting<'_> {
    /// Starts a line at an offset from the start of the last.
    pub(crate) fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moving(x, y).then(&self.line);
        self.matrix = self.line;
    }

    /// Moves by a number of thousandths, as lists of strings do.
    pub(crate) fn kern(&mut self, thousandths: f64) {
        let by = -thousandths / 1_000.0 * self.size;
        self.forward(by);
    }

    fn is_level(&self) -> bool {
        self.face
            .as_ref()
            .is_none_or(|face| face.font.is_horizontal())
    }

    fn forward(&mut self, by: f64) {
        let moving = if self.is_level() {
            Matrix::moving(by * self.stretch, 0.0)
        } else {
            Matrix::moving(0.0, by)
        };
        self.matrix = moving.then(&self.matrix);
    }

    /// Writes a string, letter by letter, through `sink`, which may refuse.
    pub(crate) fn show<E>(
        &mut self,
        bytes: &[u8],
        page: &Matrix,
        clip: &Area,
        sink: &mut dyn FnMut(Glyph) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(face) = self.face.clone() else {
            return Ok(());
        };
        let is_level = self.is_level();
        let mut at = 0;
        while at < bytes.len() {
            let (code, taken) = face.font.read_code(bytes, at);
            at = at.saturating_add(taken.max(1));
            let advance = face.font.code_advance(code);
            let shift = face.font.origin_displacement(code);
            let along = if is_level { advance.x } else { advance.y } / 1_000.0 * self.size;
            let placed = self.matrix.then(page);
            let start = (
                shift.x / 1_000.0 * self.size * self.stretch,
                shift.y / 1_000.0 * self.size + self.rise,
            );
            let (x, y) = placed.apply(start);
            let reach = if is_level {
                placed.turn((along * self.stretch, 0.0))
            } else {
                placed.turn((0.0, along))
            };
            let head = placed.turn((0.0, self.size));
            let letters = face.letters(code);
            let glyph = Glyph {
                text: letters,
                x,
                y,
                advance: reach.0.hypot(reach.1),
                size: head.0.hypot(head.1),
                heading: heading(
                    placed.turn((self.size.signum() * self.stretch, 0.0)),
                    is_level,
                ),
                is_clipped: false,
                clip: *clip,
            };
            let is_clipped = !clip.grown(0.05).holds(glyph.middle());
            if x.is_finite() && y.is_finite() && glyph.advance.is_finite() && glyph.size > 0.1 {
                sink(Glyph {
                    is_clipped,
                    ..glyph
                })?;
            }
            let is_space = taken == 1 && code == 32;
            let more = self.spacing + if is_space { self.word_spacing } else { 0.0 };
            self.forward(along + more);
        }
        Ok(())
    }
}

fn heading((x, y): (f64, f64), is_level: bool) -> Heading {
    if !is_level {
        return Heading::Other;
    }
    let length = x.hypot(y);
    // The base line may lean a little and still be read as such.
    if x > 0.97 * length {
        Heading::Right
    } else if -y > 0.97 * length {
        Heading::Up
    } else if y > 0.97 * length {
        Heading::Down
    } else if -x > 0.97 * length {
        Heading::Left
    } else {
        Heading::Other
    }
}
