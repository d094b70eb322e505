//! What the styles of an .xlsx make of a cell: its font, a fill that is not white, both diagonals,
//! a number shown as a date.

use std::collections::HashMap;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::xlsx::strings::{self, Font};
use crate::dossier::xml::{Element, Node, Xml};

/// The looks that cells refer to by number.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    formats: Vec<Style>,
}

/// The look of a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Style {
    /// Its font.
    pub font: Font,
    /// Its fill, unless there is none or it is white.
    pub fill: Option<String>,
    /// Whether both its diagonals are drawn.
    pub is_crossed: bool,
    /// Whether its number is a date.
    pub is_date: bool,
}

#[derive(Default)]
struct Tables {
    dates: HashMap<usize, bool>,
    fonts: Vec<Font>,
    fills: Vec<Fill>,
    borders: Vec<Border>,
    palette: Vec<String>,
}

#[derive(Default)]
struct Fill {
    pattern: String,
    color: Option<Color>,
}

#[derive(Default)]
struct Border {
    up: bool,
    down: bool,
    is_drawn: bool,
}

struct Color {
    rgb: Option<String>,
    indexed: Option<usize>,
    theme: Option<usize>,
    tint: String,
}

#[derive(Default)]
struct Format {
    number: usize,
    font: usize,
    fill: usize,
    border: usize,
}

impl Styles {
    /// Returns the look of this number, plain when the workbook has none.
    pub(crate) fn get(&self, number: usize) -> Option<&Style> {
        self.formats.get(number)
    }

    /// Reads the styles part.
    pub(crate) fn parse(part: &[u8]) -> Result<Self, Cause> {
        let mut xml = Xml::new(part)?;
        let mut tables = Tables::default();
        let mut formats: Vec<Format> = Vec::new();
        let mut path: Vec<String> = Vec::new();
        loop {
            match xml.next()? {
                Node::Open(element) => {
                    let list = path.get(1).map_or("", String::as_str);
                    match list {
                        "cellXfs" if element.is("xf") => formats.push(Format {
                            number: element.number("numFmtId").unwrap_or_default(),
                            font: element.number("fontId").unwrap_or_default(),
                            fill: element.number("fillId").unwrap_or_default(),
                            border: element.number("borderId").unwrap_or_default(),
                        }),
                        "numFmts" | "fonts" | "fills" | "borders" | "colors" => {
                            tables.note(list, &element, &path);
                        }
                        _ => {}
                    }
                    if formats.len() > LIMITS.cells || tables.len() > LIMITS.cells {
                        return Err(Cause::TooMany);
                    }
                    path.push(element.name().to_owned());
                }
                Node::Close(_) => {
                    let _ = path.pop();
                }
                Node::Text(_) => {}
                Node::End => break,
            }
        }
        let formats = formats.iter().map(|format| tables.style(format)).collect();
        Ok(Self { formats })
    }
}

impl Tables {
    fn len(&self) -> usize {
        self.fonts.len() + self.fills.len() + self.borders.len() + self.palette.len()
    }

    fn note(&mut self, list: &str, element: &Element<'_>, path: &[String]) {
        let parent = path.last().map_or("", String::as_str);
        match (list, element.name()) {
            ("numFmts", "numFmt") => {
                if let Some(id) = element.number("numFmtId") {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    let _ = self.dates.insert(id, is_date_code(&code));
                }
            }
            ("fonts", "font") => self.fonts.push(Font::default()),
            ("fonts", _) => {
                if let Some(font) = self.fonts.last_mut() {
                    strings::look(font, element);
                }
            }
            ("fills", "fill") => self.fills.push(Fill::default()),
            ("fills", "patternFill" | "gradientFill") => {
                if let Some(fill) = self.fills.last_mut() {
                    fill.pattern =
                        element
                            .attribute("patternType")
                            .unwrap_or_else(|| match element.name() {
                                "gradientFill" => "gradient".to_owned(),
                                _ => "none".to_owned(),
                            });
                }
            }
            ("fills", "fgColor" | "color") => {
                if let Some(fill) = self.fills.last_mut() {
                    fill.color = Some(Color {
                        rgb: element.attribute("rgb"),
                        indexed: element.number("indexed"),
                        theme: element.number("theme"),
                        tint: element.attribute("tint").unwrap_or_default(),
                    });
                }
            }
            ("borders", "border") => self.borders.push(Border {
                up: element.is_on("diagonalUp", false),
                down: element.is_on("diagonalDown", false),
                is_drawn: false,
            }),
            ("borders", "diagonal") if parent == "border" => {
                if let Some(border) = self.borders.last_mut() {
                    border.is_drawn = element.is_on("style", false);
                }
            }
            ("colors", "rgbColor") if parent == "indexedColors" => {
                self.palette
                    .push(element.attribute("rgb").unwrap_or_default());
            }
            _ => {}
        }
    }

    fn style(&self, format: &Format) -> Style {
        Style {
            font: self.fonts.get(format.font).copied().unwrap_or_default(),
            fill: self
                .fills
                .get(format.fill)
                .and_then(|fill| self.visible(fill)),
            is_crossed: self
                .borders
                .get(format.border)
                .is_some_and(|border| border.up && border.down && border.is_drawn),
            is_date: self
                .dates
                .get(&format.number)
                .copied()
                .unwrap_or_else(|| is_date_number(format.number)),
        }
    }

    /// Returns a name for what the fill shows, none when that is nothing or white.
    fn visible(&self, fill: &Fill) -> Option<String> {
        if fill.pattern.is_empty() || fill.pattern == "none" {
            return None;
        }
        let Some(color) = &fill.color else {
            return (fill.pattern != "solid").then(|| fill.pattern.clone());
        };
        if let Some(theme) = color.theme {
            let tint: f64 = color.tint.parse().unwrap_or_default();
            // Theme colour 0 is the paper; a tint makes a grey of it.
            let is_white = theme == 0 && tint.abs() < 0.01;
            return (!is_white).then(|| format!("theme {theme} {tint:.2}"));
        }
        let rgb = match (&color.rgb, color.indexed) {
            (Some(rgb), _) => rgb.clone(),
            (None, Some(index)) => match self.palette.get(index) {
                Some(rgb) => rgb.clone(),
                None if matches!(index, 1 | 9 | 65) => "FFFFFF".to_owned(),
                None => format!("indexed {index}"),
            },
            (None, None) => return None,
        };
        let rgb = match rgb.char_indices().nth_back(5) {
            Some((at, _)) if rgb.len() <= 8 => rgb.get(at..).unwrap_or_default().to_uppercase(),
            _ => rgb,
        };
        (rgb != "FFFFFF").then_some(rgb)
    }
}

/// The numbers of the built-in date formats, those of Asian versions included.
fn is_date_number(number: usize) -> bool {
    matches!(number, 14..=17 | 22 | 27..=36 | 50..=58)
}

/// A format shows a date when it holds a day or a year outside quotes, brackets and escapes.
fn is_date_code(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut escaped = false;
    code.chars().any(|c| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match c {
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ => {}
        }
        !quoted && !bracketed && matches!(c, 'd' | 'D' | 'y' | 'Y')
    })
}
