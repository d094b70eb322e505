//! Texts of an .xlsx: plain or in runs, each run with its font. Symbol fonts are translated, so that
//! a `P` in Wingdings 2 is the tick that the candidate saw.

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::glyphs::Glyphs;
use crate::dossier::xml::{Element, Node, Xml};

/// A text and the looks of its parts.
pub(crate) type Text = Vec<Run>;

/// A piece of text with one look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    /// Its characters as stored.
    pub text: String,
    /// Its font, when it has one of its own.
    pub font: Option<Font>,
}

/// What matters of a font.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Font {
    /// How its letters are drawn.
    pub glyphs: Glyphs,
    /// Whether they are struck out.
    pub is_struck: bool,
}

/// Reads the shared strings.
pub(crate) fn shared(part: &[u8]) -> Result<Vec<Text>, Cause> {
    let mut xml = Xml::new(part)?;
    let mut texts = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.is("si") => {
                texts.push(text(&mut xml, "si")?);
                if texts.len() > LIMITS.cells {
                    return Err(Cause::TooMany);
                }
            }
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
            Node::End => return Ok(texts),
        }
    }
}

/// Reads the text inside an element that has just opened, up to its close.
pub(crate) fn text(xml: &mut Xml<'_>, parent: &str) -> Result<Text, Cause> {
    let mut runs: Text = Vec::new();
    let mut font: Option<Font> = None;
    let mut is_text = false;
    let mut phonetic = 0usize;
    let mut length = 0usize;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name() {
                "r" => font = None,
                "rPr" => font = Some(Font::default()),
                "rPh" => phonetic += 1,
                "t" if phonetic == 0 => {
                    is_text = true;
                    runs.push(Run {
                        text: String::new(),
                        font,
                    });
                }
                _ => {
                    if let Some(font) = &mut font {
                        look(font, &element);
                    }
                }
            },
            Node::Text(piece) if is_text => {
                length = length.saturating_add(piece.len());
                if length > LIMITS.text.saturating_mul(4) {
                    return Err(Cause::TooLarge);
                }
                if let Some(run) = runs.last_mut() {
                    run.text.push_str(&piece);
                }
            }
            Node::Text(_) => {}
            Node::Close(name) => match name.as_str() {
                "t" => is_text = false,
                "rPh" => phonetic = phonetic.saturating_sub(1),
                _ if name == parent => return Ok(runs),
                _ => {}
            },
            Node::End => return Err(Cause::Truncated),
        }
    }
}

/// Notes what an element of a font says, in a run or in the styles.
pub(crate) fn look(font: &mut Font, element: &Element<'_>) {
    match element.name() {
        "rFont" | "name" => {
            font.glyphs = Glyphs::of(&element.attribute("val").unwrap_or_default());
        }
        "strike" => font.is_struck = element.is_on("val", true),
        _ => {}
    }
}

/// Undoes the escapes `_x000D_` that Office writes for control characters.
pub(crate) fn unescape(text: &str) -> String {
    text.replace("_x000D_", "\r").replace("_x000A_", "\n")
}
