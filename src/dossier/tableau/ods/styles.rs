//! The styles of an .ods that say what a cell shows: fill, diagonals, fonts, sizes. A style takes
//! from its parent what it does not say itself.

use std::collections::HashMap;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::glyphs::Glyphs;
use crate::dossier::xml::{Element, Node, Xml};

/// Every style of a document, by family and name.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    styles: HashMap<(String, String), Style>,
    /// The families of the fonts that styles name.
    faces: HashMap<String, String>,
}

/// What a style says itself.
#[derive(Debug, Default, Clone)]
struct Style {
    parent: Option<String>,
    /// Its fill; `transparent` undoes that of its parent.
    fill: Option<String>,
    rising: Option<bool>,
    falling: Option<bool>,
    font: Option<String>,
    is_struck: Option<bool>,
    is_shown: Option<bool>,
    length: Option<f64>,
}

/// What a cell shows by its style.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    /// Its fill, when there is one and it is not white.
    pub fill: Option<String>,
    /// Whether both diagonals are drawn.
    pub is_crossed: bool,
    /// How its letters are drawn.
    pub glyphs: Glyphs,
    /// Whether they are struck out.
    pub is_struck: bool,
}

/// A chain of parents longer than this is a loop.
const PARENTS: usize = 16;

impl Styles {
    /// Adds the styles of one part; those read last win.
    pub(crate) fn read(&mut self, part: &[u8]) -> Result<(), Cause> {
        let mut xml = Xml::new(part)?;
        let mut current: Option<((String, String), Style)> = None;
        loop {
            match xml.next()? {
                Node::Open(element) => match element.name() {
                    "style" | "default-style" => {
                        let family = element.attribute("family").unwrap_or_default();
                        // A default style is the one without a name.
                        let name = if element.is("style") {
                            element.attribute("name").unwrap_or_default()
                        } else {
                            String::new()
                        };
                        let style = Style {
                            parent: element.attribute("parent-style-name"),
                            ..Style::default()
                        };
                        current = Some(((family, name), style));
                    }
                    "font-face" => {
                        let name = element.attribute("name").unwrap_or_default();
                        let family = element.attribute("font-family").unwrap_or_default();
                        let _ = self.faces.insert(name, family);
                    }
                    // The sheets come after every style.
                    "body" => break,
                    _ => {
                        if let Some((_, style)) = &mut current {
                            style.look(&element);
                        }
                    }
                },
                Node::Close(name) => {
                    if matches!(name.as_str(), "style" | "default-style")
                        && let Some((key, style)) = current.take()
                    {
                        let _ = self.styles.insert(key, style);
                    }
                    if self.styles.len() > LIMITS.cells || self.faces.len() > LIMITS.cells {
                        return Err(Cause::TooMany);
                    }
                }
                Node::Text(_) => {}
                Node::End => break,
            }
        }
        Ok(())
    }

    fn chain<'a>(&'a self, family: &str, name: &str) -> Vec<&'a Style> {
        let mut chain = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(name) = next
            && chain.len() < PARENTS
        {
            let Some(style) = self.styles.get(&(family.to_owned(), name)) else {
                break;
            };
            chain.push(style);
            next = style.parent.clone();
        }
        chain.extend(self.styles.get(&(family.to_owned(), String::new())));
        chain
    }

    /// Returns what a cell of this style shows.
    pub(crate) fn cell(&self, name: &str) -> Look {
        let chain = self.chain("table-cell", name);
        let fill = chain.iter().find_map(|style| style.fill.as_deref());
        let rises = chain.iter().find_map(|style| style.rising);
        let falls = chain.iter().find_map(|style| style.falling);
        Look {
            fill: fill.and_then(visible),
            is_crossed: rises == Some(true) && falls == Some(true),
            ..self.letters(&chain)
        }
    }

    /// Returns how a run of this style is drawn, `of_cell` being the look around it.
    pub(crate) fn run(&self, name: &str, of_cell: &Look) -> Look {
        let chain = self.chain("text", name);
        let own = self.letters(&chain);
        let has_font = chain.iter().any(|style| style.font.is_some());
        let has_strike = chain.iter().any(|style| style.is_struck.is_some());
        Look {
            glyphs: if has_font { own.glyphs } else { of_cell.glyphs },
            is_struck: if has_strike {
                own.is_struck
            } else {
                of_cell.is_struck
            },
            ..Look::default()
        }
    }

    fn letters(&self, chain: &[&Style]) -> Look {
        let font = chain.iter().find_map(|style| style.font.as_deref());
        let family = font.map(|font| self.faces.get(font).map_or(font, String::as_str));
        Look {
            glyphs: family.map_or(Glyphs::Letters, |family| {
                Glyphs::of(family.trim_matches(['\'', '"']))
            }),
            is_struck: chain.iter().find_map(|style| style.is_struck) == Some(true),
            ..Look::default()
        }
    }

    /// Tells whether a sheet of this style is shown.
    pub(crate) fn is_shown(&self, table: &str) -> bool {
        let chain = self.chain("table", table);
        chain.iter().find_map(|style| style.is_shown) != Some(false)
    }

    /// Returns the height or width in points that a style of rows or columns sets.
    pub(crate) fn length(&self, family: &str, name: &str) -> Option<f64> {
        let chain = self.chain(family, name);
        chain.iter().find_map(|style| style.length)
    }
}

impl Style {
    fn look(&mut self, element: &Element<'_>) {
        let drawn = |name: &str| {
            let border = element.attribute(name)?;
            Some(!matches!(border.trim(), "" | "none" | "hidden") && !border.starts_with("0 "))
        };
        match element.name() {
            "table-cell-properties" => {
                self.fill = element.attribute("background-color").or(self.fill.take());
                self.rising = drawn("diagonal-bl-tr").or(self.rising);
                self.falling = drawn("diagonal-tl-br").or(self.falling);
            }
            "text-properties" => {
                let named = element.attribute("font-name");
                self.font = named
                    .or_else(|| element.attribute("font-family"))
                    .or(self.font.take());
                if let Some(style) = element.attribute("text-line-through-style") {
                    self.is_struck = Some(style != "none");
                } else if let Some(kind) = element.attribute("text-line-through-type") {
                    self.is_struck = Some(kind != "none");
                }
            }
            "table-properties" => {
                if let Some(display) = element.attribute("display") {
                    self.is_shown = Some(display != "false");
                }
            }
            "table-row-properties" => self.length = length(element, "row-height"),
            "table-column-properties" => self.length = length(element, "column-width"),
            _ => {}
        }
    }
}

/// Returns a name for a fill that can be seen.
fn visible(fill: &str) -> Option<String> {
    let fill = fill.trim().to_uppercase();
    let is_plain = matches!(fill.as_str(), "" | "TRANSPARENT" | "#FFFFFF" | "WHITE");
    (!is_plain).then_some(fill)
}

/// Reads a length such as `2.5cm`, in points.
pub(crate) fn length(element: &Element<'_>, name: &str) -> Option<f64> {
    let written = element.attribute(name)?;
    let written = written.trim();
    let unit = written.find(|c: char| c.is_ascii_alphabetic())?;
    let (value, unit) = written.split_at(unit);
    let points = match unit {
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        "in" | "inch" => 72.0,
        "pt" => 1.0,
        "pc" => 12.0,
        "px" => 0.75,
        _ => return None,
    };
    let value: f64 = value.parse().ok()?;
    value.is_finite().then_some(value * points)
}
