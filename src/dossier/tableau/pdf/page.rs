//! What is drawn on a page, told apart by its geometry only: glyphs, rulings, fills, slanted lines,
//! shapes, images, links. Lengths are points, x to the right, y downwards from the top left corner
//! of the page as it is shown.

use crate::domain::dossier::Place;

/// A page as drawn.
#[derive(Debug, Default, Clone)]
pub(crate) struct Page {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What is written.
    pub glyphs: Vec<Glyph>,
    /// Lines along the page's sides.
    pub rulings: Vec<Ruling>,
    /// Filled areas, in the order in which they were painted.
    pub fills: Vec<Fill>,
    /// Other lines, from end to end.
    pub slants: Vec<Slant>,
    /// What surrounds each other drawing.
    pub shapes: Vec<Area>,
    /// What surrounds each image.
    pub images: Vec<Area>,
    /// Addresses and the areas that open them.
    pub links: Vec<(Area, String)>,
    /// How many times white was compared with what lies there.
    pub n_covered: usize,
    /// The pages laid on the right of this one, from left to right.
    pub parts: Vec<Part>,
}

/// A page laid on the right of another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// Where it starts.
    pub from: f64,
    /// What it was moved by.
    pub shift: f64,
    /// Its number.
    pub page: u32,
}

/// Where letters run to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    /// As one reads.
    Right,
    /// Upwards, the head tilted to the left.
    Up,
    /// Downwards, the head tilted to the right.
    Down,
    /// Upside down.
    Left,
    /// Anything else.
    Other,
}

impl Heading {
    fn turned(self) -> Self {
        match self {
            Self::Right => Self::Down,
            Self::Down => Self::Left,
            Self::Left => Self::Up,
            Self::Up => Self::Right,
            Self::Other => Self::Other,
        }
    }
}

/// A glyph.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// The letters that it draws; a replacement character when the file does not say.
    pub text: String,
    /// Where its base line starts.
    pub x: f64,
    /// Where its base line starts.
    pub y: f64,
    /// How far along the base line it goes.
    pub advance: f64,
    /// The height of its font.
    pub size: f64,
    /// Where the letters run to.
    pub heading: Heading,
    /// Whether its middle is outside of what may be drawn there.
    pub is_clipped: bool,
    /// What may be drawn there.
    pub clip: Area,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    /// Left side.
    pub left: f64,
    /// Upper side.
    pub top: f64,
    /// Right side.
    pub right: f64,
    /// Lower side.
    pub bottom: f64,
}

/// A line along a side of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ruling {
    /// Whether it goes from left to right.
    pub is_level: bool,
    /// Its y when level, else its x.
    pub at: f64,
    /// Its first end.
    pub from: f64,
    /// Its last end.
    pub to: f64,
}

/// A filled area.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fill {
    /// Where.
    pub area: Area,
    /// Its colour as RRGGBB, none when it is white.
    pub color: Option<String>,
}

/// A line that follows no side of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slant {
    /// First end, x.
    pub x1: f64,
    /// First end, y.
    pub y1: f64,
    /// Last end, x.
    pub x2: f64,
    /// Last end, y.
    pub y2: f64,
}

impl Page {
    /// Returns where a point is on the paper that the jury has; `page` is the number of this one.
    pub(crate) fn place(&self, page: u32, (x, y): (f64, f64)) -> Place {
        let part = self.parts.iter().rev().find(|part| x >= part.from);
        let (page, shift) = part.map_or((page, 0.0), |part| (part.page, part.shift));
        Place::Page {
            page,
            x: (x - shift).max(0.0) as u32,
            y: y.max(0.0) as u32,
        }
    }

    /// Returns the page turned clockwise by a quarter.
    pub(crate) fn turned(&self) -> Self {
        let turn = |(x, y): (f64, f64)| (self.height - y, x);
        let area = |area: &Area| {
            let (x1, y1) = turn((area.left, area.top));
            let (x2, y2) = turn((area.right, area.bottom));
            Area::of_corners(x1, y1, x2, y2)
        };
        let glyphs = self.glyphs.iter().map(|glyph| {
            let (x, y) = turn((glyph.x, glyph.y));
            Glyph {
                x,
                y,
                heading: glyph.heading.turned(),
                clip: area(&glyph.clip),
                ..glyph.clone()
            }
        });
        let rulings = self.rulings.iter().map(|ruling| {
            if ruling.is_level {
                Ruling {
                    is_level: false,
                    at: self.height - ruling.at,
                    ..*ruling
                }
            } else {
                Ruling {
                    is_level: true,
                    at: ruling.at,
                    from: self.height - ruling.to,
                    to: self.height - ruling.from,
                }
            }
        });
        let slants = self.slants.iter().map(|slant| {
            let (x1, y1) = turn((slant.x1, slant.y1));
            let (x2, y2) = turn((slant.x2, slant.y2));
            Slant { x1, y1, x2, y2 }
        });
        Self {
            width: self.height,
            height: self.width,
            glyphs: glyphs.collect(),
            rulings: rulings.collect(),
            fills: self
                .fills
                .iter()
                .map(|fill| Fill {
                    area: area(&fill.area),
                    color: fill.color.clone(),
                })
                .collect(),
            slants: slants.collect(),
            shapes: self.shapes.iter().map(area).collect(),
            images: self.images.iter().map(area).collect(),
            links: self
                .links
                .iter()
                .map(|(place, address)| (area(place), address.clone()))
                .collect(),
            n_covered: self.n_covered,
            parts: Vec::new(),
        }
    }
}

impl Glyph {
    /// Returns a point well inside the glyph.
    pub(crate) fn middle(&self) -> (f64, f64) {
        let along = self.advance / 2.0;
        let up = self.size * 0.3;
        match self.heading {
            Heading::Right | Heading::Other => (self.x + along, self.y - up),
            Heading::Up => (self.x - up, self.y - along),
            Heading::Down => (self.x + up, self.y + along),
            Heading::Left => (self.x - along, self.y + up),
        }
    }

    /// Tells whether it shows nothing.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

impl Area {
    /// Makes an area of two opposite corners, in any order.
    pub(crate) fn of_corners(x1: f64, y1: f64, x2: f64, y2: f64) -> Self {
        Self {
            left: x1.min(x2),
            top: y1.min(y2),
            right: x1.max(x2),
            bottom: y1.max(y2),
        }
    }

    /// Returns what surrounds the points.
    pub(crate) fn around(points: &[(f64, f64)]) -> Option<Self> {
        let (&(x, y), rest) = points.split_first()?;
        let first = Self::of_corners(x, y, x, y);
        Some(rest.iter().fold(first, |area, &(x, y)| Self {
            left: area.left.min(x),
            top: area.top.min(y),
            right: area.right.max(x),
            bottom: area.bottom.max(y),
        }))
    }

    /// Returns its width.
    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Returns its height.
    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Returns its surface.
    pub(crate) fn surface(&self) -> f64 {
        self.width().max(0.0) * self.height().max(0.0)
    }

    /// Returns its middle.
    pub(crate) fn middle(&self) -> (f64, f64) {
        (
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        )
    }

    /// Returns what surrounds both.
    pub(crate) fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Returns what both hold, possibly nothing at all.
    pub(crate) fn common(&self, other: &Self) -> Self {
        let left = self.left.max(other.left);
        let top = self.top.max(other.top);
        Self {
            left,
            top,
            right: self.right.min(other.right).max(left),
            bottom: self.bottom.min(other.bottom).max(top),
        }
    }

    /// Tells whether a point is inside.
    pub(crate) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Returns it grown by `by` on each side.
    pub(crate) fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}
