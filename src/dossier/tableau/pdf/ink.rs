//! From painted paths to what they are on the page: a thin area is a ruling, whatever operator drew
//! it; a small frame is a box to tick, not a cell; anything else keeps what surrounds it.

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::pdf::page::{Area, Fill, Page, Ruling, Slant};
use crate::dossier::tableau::pdf::paint::Paint;

/// An area thinner than this is a line.
const THIN: f64 = 3.2;
/// A line shorter than this is a dot.
const SHORT: f64 = 2.0;
/// A frame smaller than this in both directions is a box to tick.
const BOX: f64 = 14.0;
/// A line of more points than this is no border.
const INK: usize = 8;
/// Glyphs looked at for all the white paint of a page, and paint for all its white glyphs.
const MOST_COVERED: usize = 20_000_000;
/// A line is along the page when it leaves its direction by less than this.
const LEVEL: f64 = 0.8;

/// A path being built, in the coordinates of the page.
#[derive(Debug, Default, Clone)]
pub(crate) struct Path {
    pieces: Vec<Piece>,
    n_points: usize,
}

/// One piece of a path, from a move to the next.
#[derive(Debug, Default, Clone)]
struct Piece {
    points: Vec<(f64, f64)>,
    is_curved: bool,
    is_closed: bool,
}

impl Path {
    /// Starts a piece.
    pub(crate) fn move_to(&mut self, point: (f64, f64)) {
        self.pieces.push(Piece {
            points: vec![point],
            ..Piece::default()
        });
        self.n_points += 1;
    }

    /// Goes on straight.
    pub(crate) fn line_to(&mut self, point: (f64, f64)) {
        self.n_points += 1;
        match self.pieces.last_mut() {
            Some(piece) if piece.is_closed => {
                let start = piece.points.first().copied();
                self.move_to(start.unwrap_or(point));
                self.line_to(point);
            }
            Some(piece) => piece.points.push(point),
            None => self.move_to(point),
        }
    }

    /// Goes on by a curve.
    pub(crate) fn curve_to(&mut self, points: [(f64, f64); 3]) {
        for point in points {
            self.line_to(point);
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.is_curved = true;
        }
    }

    /// Goes back to the start of the piece.
    pub(crate) fn close(&mut self) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.is_closed = true;
        }
    }

    /// Returns the last point.
    pub(crate) fn last(&self) -> Option<(f64, f64)> {
        let piece = self.pieces.last()?;
        if piece.is_closed {
            piece.points.first().copied()
        } else {
            piece.points.last().copied()
        }
    }

    /// Returns how many points it has.
    pub(crate) fn len(&self) -> usize {
        self.n_points
    }

    /// Returns what surrounds it.
    pub(crate) fn area(&self) -> Option<Area> {
        let points: Vec<(f64, f64)> = self
            .pieces
            .iter()
            .flat_map(|piece| piece.points.iter().copied())
            .collect();
        Area::around(&points)
    }
}

impl Piece {
    fn area(&self) -> Option<Area> {
        Area::around(&self.points)
    }

    /// Returns the sides, the closing one included.
    fn sides(&self, close: bool) -> Vec<((f64, f64), (f64, f64))> {
        let mut sides: Vec<_> = self
            .points
            .iter()
            .copied()
            .zip(self.points.iter().copied().skip(1))
            .collect();
        if close
            && let (Some(&first), Some(&last)) = (self.points.first(), self.points.last())
            && first != last
        {
            sides.push((last, first));
        }
        sides
    }

    /// Returns the ends of a line that was painted as a long thin area, whatever its direction.
    fn as_line(&self) -> Option<((f64, f64), (f64, f64))> {
        const CORNERS: usize = 12;
        if self.points.len() < 3 || self.points.len() > CORNERS {
            return None;
        }
        let far = |a: &(f64, f64), b: &(f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
        let mut ends = (self.points.first()?, self.points.first()?);
        for (index, a) in self.points.iter().enumerate() {
            for b in self.points.iter().skip(index + 1) {
                if far(a, b) > far(ends.0, ends.1) {
                    ends = (a, b);
                }
            }
        }
        let length = far(ends.0, ends.1);
        let doubled: f64 = self
            .sides(true)
            .iter()
            .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
            .sum();
        let thickness = doubled.abs() / 2.0 / length.max(0.1);
        (length > SHORT && thickness <= THIN && thickness < 0.3 * length)
            .then_some((*ends.0, *ends.1))
    }

    fn is_rectangle(&self) -> bool {
        let sides = self.sides(true);
        !self.is_curved
            && (3..=6).contains(&sides.len())
            && sides.iter().all(|(a, b)| is_along(*a, *b))
    }
}

fn is_along(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() < LEVEL || (a.1 - b.1).abs() < LEVEL
}

impl Page {
    fn room(&self) -> Result<(), Cause> {
        let n_strokes = self.rulings.len()
            + self.fills.len()
            + self.slants.len()
            + self.shapes.len()
            + self.images.len();
        if n_strokes > LIMITS.strokes {
            return Err(Cause::TooMany);
        }
        Ok(())
    }

    /// Paints the inside of a path.
    pub(crate) fn fill(&mut self, path: &Path, paint: &Paint, clip: &Area) -> Result<(), Cause> {
        self.room()?;
        if !paint.is_visible() {
            return Ok(());
        }
        if let [outer, inner] = path.pieces.as_slice()
            && outer.is_rectangle()
            && inner.is_rectangle()
            && let (Some(outer), Some(inner)) = (outer.area(), inner.area())
            && is_frame(&outer, &inner)
        {
            self.frame(&outer.common(clip));
            return Ok(());
        }
        let is_plain = |piece: &Piece| {
            let thin = piece.area().is_some_and(|area| is_thin(&area.common(clip)));
            piece.is_rectangle() || thin && !piece.is_curved
        };
        if path.pieces.iter().all(is_plain) {
            for area in path.pieces.iter().filter_map(Piece::area) {
                self.fill_area(&area.common(clip), paint);
            }
        } else {
            let mut lines = path.pieces.iter().map(Piece::as_line);
            if paint.color().is_some() && lines.all(|line| line.is_some()) {
                for (a, b) in path.pieces.iter().filter_map(Piece::as_line) {
                    self.segment(a, b, 1.0, paint, clip);
                }
            } else if let Some(area) = path.area() {
                self.shape(&area.common(clip), paint);
            }
        }
        Ok(())
    }

    /// Paints an area.
    pub(crate) fn fill_area(&mut self, area: &Area, paint: &Paint) {
        let color = paint.color();
        if is_thin(area) {
            if color.is_some() {
                self.rule(area);
            }
        } else if area.surface() > 0.0 {
            if color.is_none() && paint.is_opaque() {
                self.cover(area);
            }
            self.fills.push(Fill { area: *area, color });
        }
    }

    /// Tells whether white would show at a point: something was painted there before.
    pub(crate) fn is_dark(&mut self, point: (f64, f64)) -> bool {
        if self.n_covered > MOST_COVERED {
            return true;
        }
        self.n_covered += self.fills.len() + self.shapes.len() + self.images.len();
        let painted = self.fills.iter().rev().find(|fill| fill.area.holds(point));
        painted.is_some_and(|fill| fill.color.is_some())
            || self.shapes.iter().any(|area| area.holds(point))
            || self.images.iter().any(|area| area.holds(point))
    }

    /// Hides what is written under white paint: so are texts typed over the printed ones.
    fn cover(&mut self, area: &Area) {
        let is_background = area.surface() > 0.3 * self.width * self.height;
        if is_background || self.n_covered > MOST_COVERED {
            return;
        }
        self.n_covered += self.glyphs.len();
        self.glyphs.retain(|glyph| !area.holds(glyph.middle()));
    }

    /// Draws the line of a path, `width` points wide.
    pub(crate) fn stroke(
        &mut self,
        path: &Path,
        width: f64,
        paint: &Paint,
        clip: &Area,
    ) -> Result<(), Cause> {
        self.room()?;
        if !paint.is_visible() || paint.color().is_none() {
            return Ok(());
        }
        for piece in &path.pieces {
            let Some(area) = piece.area() else { continue };
            // Handwriting comes as many short lines.
            let is_written = piece.points.len() > INK && !is_thin(&area) && !piece.is_rectangle();
            if piece.is_curved || is_written {
                self.shape(&area.common(clip), paint);
                continue;
            }
            let is_box = piece.is_rectangle() && area.width() < BOX && area.height() < BOX;
            // A closed piece, or one that comes back, is a box nobody has ticked.
            if is_box && piece.sides(piece.is_closed).len() >= 4 {
                continue;
            }
            for (a, b) in piece.sides(piece.is_closed) {
                self.segment(a, b, width, paint, clip);
            }
        }
        self.room()
    }

    fn segment(&mut self, a: (f64, f64), b: (f64, f64), width: f64, paint: &Paint, clip: &Area) {
        let bare = Area::of_corners(a.0, a.1, b.0, b.1);
        if !is_along(a, b) {
            let kept = bare.common(clip);
            // Cut by its clip, a slanted line shows only in part: what is left places it.
            if kept.surface() > 0.0 && kept.width().hypot(kept.height()) > SHORT {
                let is_falling = (b.0 - a.0) * (b.1 - a.1) > 0.0;
                let (y1, y2) = if is_falling {
                    (kept.top, kept.bottom)
                } else {
                    (kept.bottom, kept.top)
                };
                self.slants.push(Slant {
                    x1: kept.left,
                    y1,
                    x2: kept.right,
                    y2,
                });
            }
            return;
        }
        let half = width.max(0.1) / 2.0;
        let is_level = bare.width() >= bare.height();
        let thick = if is_level {
            Area {
                top: bare.top - half,
                bottom: bare.bottom + half,
                ..bare
            }
        } else {
            Area {
                left: bare.left - half,
                right: bare.right + half,
                ..bare
            }
        };
        let kept = thick.common(clip);
        // A line as wide as a cell is high is an area.
        if is_thin(&kept) {
            let outside = if is_level {
                kept.height() <= 0.0
            } else {
                kept.width() <= 0.0
            };
            if !outside {
                self.rule(&kept);
            }
        } else if kept.surface() > 0.0 {
            self.fills.push(Fill {
                area: kept,
                color: paint.color(),
            });
        }
    }

    fn rule(&mut self, area: &Area) {
        let is_level = area.width() >= area.height();
        let (x, y) = area.middle();
        let ruling = if is_level {
            Ruling {
                is_level,
                at: y,
                from: area.left,
                to: area.right,
            }
        } else {
            Ruling {
                is_level,
                at: x,
                from: area.top,
                to: area.bottom,
            }
        };
        // Dots and dashes are kept: put end to end they make a line.
        if ruling.to - ruling.from > 0.2 {
            self.rulings.push(ruling);
        }
    }

    fn frame(&mut self, area: &Area) {
        if area.width() < BOX && area.height() < BOX {
            return;
        }
        for at in [area.top, area.bottom] {
            self.rulings.push(Ruling {
                is_level: true,
                at,
                from: area.left,
                to: area.right,
            });
        }
        for at in [area.left, area.right] {
            self.rulings.push(Ruling {
                is_level: false,
                at,
                from: area.top,
                to: area.bottom,
            });
        }
    }

    fn shape(&mut self, area: &Area, paint: &Paint) {
        let is_seen = paint.color().is_some();
        if is_seen && area.width().max(area.height()) > SHORT {
            self.shapes.push(*area);
        }
    }

    /// Notes an image. Some programs print lines as images of one pixel.
    pub(crate) fn image(&mut self, area: &Area) -> Result<(), Cause> {
        self.room()?;
        if is_thin(area) && area.width().max(area.height()) > 8.0 {
            self.rule(area);
        } else if area.surface() > 0.0 {
            self.images.push(*area);
        }
        Ok(())
    }
}

fn is_thin(area: &Area) -> bool {
    area.width().min(area.height()) <= THIN
}

/// Tells whether two rectangles in one path draw the frame between them.
fn is_frame(outer: &Area, inner: &Area) -> bool {
    let sides = [
        inner.left - outer.left,
        inner.top - outer.top,
        outer.right - inner.right,
        outer.bottom - inner.bottom,
    ];
    sides.iter().all(|side| (0.0..=THIN).contains(side))
}
