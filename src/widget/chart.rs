//! Charts of plain rectangles and words: bars along a scale, points along a line, shares of a whole.
//! They know lengths and words, not what is measured; the colours are roles.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad, Renderer as _};
use iced::advanced::widget::Tree;
use iced::advanced::{Widget, mouse};
use iced::widget::{column, container, row, space as gap, stack};
use iced::{Background, Border, Color, Length, Point, Rectangle, Renderer, Size};

use super::Element;
use crate::style::{Theme, container as look, space, typeface};

/// Height of the highest bar of a histogram.
const HIGHEST: f32 = 112.0;
/// Height of the words over a bar.
const OVER: f32 = 20.0;

/// One bar: how high from 0 to 1, the words over it, whether it lies under the threshold.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Height.
    pub share: f32,
    /// Words over it; none for an empty place.
    pub words: String,
    /// Whether it lies under the threshold.
    pub low: bool,
}

/// A line across a chart, where it stands from 0 to 1, and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Threshold {
    /// Where.
    pub at: f32,
    /// What it is.
    pub words: String,
}

/// Parts of a length, as rows want them.
fn portion(share: f32) -> Length {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 10 000"
    )]
    let parts = (share.clamp(0.0, 1.0) * 10_000.0).round() as u16;
    Length::FillPortion(parts.max(1))
}

/// Bars side by side; `labels` are the words under the scale, each where it stands from 0 to 1.
pub fn histogram<'a, Message: 'a>(
    bars: Vec<Bar>,
    labels: &[String],
    threshold: Option<Threshold>,
) -> Element<'a, Message> {
    let steps = labels.len().saturating_sub(1).max(1);
    // Half a label stands out on each side of the scale.
    #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
    let side = 0.5 / (steps as f32 + 1.0);
    let inside = 1.0 - 2.0 * side;
    let columns = bars.into_iter().map(|bar| {
        let height = (bar.share * HIGHEST).max(if bar.words.is_empty() { 0.0 } else { 3.0 });
        let fill = container(gap().width(Length::Fill).height(height));
        let fill = if bar.words.is_empty() {
            fill
        } else {
            fill.style(look::bar(bar.low))
        };
        let words = container(typeface::tabular_reference(bar.words))
            .center_x(Length::Fill)
            .height(OVER);
        column![gap().height(Length::Fill), words, fill]
            .height(HIGHEST + OVER)
            .width(Length::Fill)
            .into()
    });
    let bars = row![
        gap().width(portion(side)),
        row(columns).spacing(2).width(portion(inside)),
        gap().width(portion(side)),
    ]
    .height(HIGHEST + OVER);
    let marked: Element<'a, Message> = match threshold {
        None => bars.into(),
        Some(threshold) => {
            let at = side + inside * threshold.at;
            let words = container(typeface::reference(threshold.words).style(typeface::secondary))
                .align_right(portion(at))
                .padding(iced::Padding::ZERO.right(6.0));
            let line = row![
                words,
                dashes(HIGHEST + OVER + OVER),
                gap().width(portion(1.0 - at))
            ];
            stack![
                column![gap().height(OVER), bars],
                line.height(HIGHEST + OVER + OVER)
            ]
            .into()
        }
    };
    let labels = labels.iter().map(|label| {
        container(typeface::tabular_reference(label.clone()).style(typeface::secondary))
            .center_x(Length::Fill)
            .into()
    });
    column![marked, super::frame::edge(), row(labels)]
        .spacing(0)
        .into()
}

/// One part of a whole: how large, its words, its bars of a level (0 is outside the scale).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// How much of the whole.
    pub count: u64,
    /// Words in it, where they find room.
    pub words: String,
    /// Filled bars and bars of the scale.
    pub level: (usize, usize),
}

/// Height of a whole in slices.
const SLICED: f32 = 30.0;

/// A whole cut into its parts, about `width` pixels wide: words that find no room are left out.
pub fn slices<'a, Message: 'a>(slices: Vec<Slice>, width: f32) -> Element<'a, Message> {
    let whole: u64 = slices.iter().map(|slice| slice.count).sum();
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    let share = |count: u64| count as f32 / whole.max(1) as f32;
    let parts = slices
        .into_iter()
        .filter(|slice| slice.count > 0)
        .map(|slice| {
            let share = share(slice.count);
            #[expect(clippy::cast_precision_loss, reason = "a few signs")]
            let room = share * width > slice.words.chars().count() as f32 * 8.5 + 3.0;
            let words: Element<'a, Message> = if room {
                typeface::tabular_reference(slice.words)
                    .font(typeface::TABULAR_BOLD)
                    .wrapping(iced::widget::text::Wrapping::None)
                    .into()
            } else {
                gap().into()
            };
            let (filled, of) = slice.level;
            container(words)
                .center_x(portion(share))
                .center_y(SLICED)
                .clip(true)
                .style(look::level(filled, of))
                .into()
        });
    row(parts).spacing(2).width(Length::Fill).into()
}

/// Points along a line, each where it stands from 0 to 1 and how many times.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Points {
    /// The points, in order.
    pub points: Vec<(f32, u64)>,
    /// Where the median stands.
    pub median: Option<f32>,
    /// Where the threshold stands.
    pub threshold: Option<f32>,
    /// Whether points are filled, to stand out.
    pub filled: bool,
}

/// Radius of a point.
const POINT: f32 = 6.5;
/// Height of a line with single points.
const LINE: f32 = 36.0;
/// How high equal points may stand over each other.
const PILE: f32 = 44.0;

impl Points {
    /// How far apart equal points stand.
    fn step(&self) -> f32 {
        let most = self.points.iter().map(|(_, count)| *count).max();
        let more = most.unwrap_or(1).saturating_sub(1).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a pile")]
        let more = more as f32;
        (PILE / more).min(2.0 * POINT - 2.0)
    }

    fn height(&self) -> f32 {
        let most = self.points.iter().map(|(_, count)| *count).max();
        #[expect(clippy::cast_precision_loss, reason = "a pile")]
        let more = most.unwrap_or(1).saturating_sub(1) as f32;
        LINE + self.step() * more
    }
}

/// Draws points along a line as wide as its place.
pub fn points<'a, Message: 'a>(points: Points) -> Element<'a, Message> {
    Element::new(points)
}

/// The sign of a point or of the median, for a legend.
pub fn legend<'a, Message: 'a>(median: bool) -> Element<'a, Message> {
    Element::new(Legend { median })
}

/// A dashed line down.
fn dashes<'a, Message: 'a>(height: f32) -> Element<'a, Message> {
    Element::new(Dashes(height))
}

/// Puts a rectangle; the software renderer cuts fractions off, so they are rounded.
fn quad(renderer: &mut Renderer, bounds: Rectangle, fill: Color, border: Border) {
    let bounds = Rectangle::new(
        Point::new(bounds.x.round(), bounds.y.round()),
        bounds.size(),
    );
    let quad = Quad {
        bounds,
        border,
        ..Quad::default()
    };
    renderer.fill_quad(quad, Background::Color(fill));
}

fn point(renderer: &mut Renderer, center: Point, fill: Color, edge: Color) {
    let corner = Point::new(center.x - POINT, center.y - POINT);
    let bounds = Rectangle::new(corner, Size::new(2.0 * POINT, 2.0 * POINT));
    let edge = Border {
        color: edge,
        width: 2.0,
        radius: POINT.into(),
    };
    quad(renderer, bounds, fill, edge);
}

fn dash(renderer: &mut Renderer, ink: Color, x: f32, from: f32, to: f32) {
    let mut y = from;
    while y < to {
        let piece = Rectangle::new(Point::new(x - 1.0, y), Size::new(2.0, 4.0_f32.min(to - y)));
        quad(renderer, piece, ink, Border::default());
        y += 7.0;
    }
}

fn draw_points(points: &Points, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
    let tokens = theme.tokens();
    let side = POINT + 1.0;
    let across = |share: f32| bounds.x + side + share * (bounds.width - 2.0 * side);
    let base = bounds.y + bounds.height - LINE / 2.0;
    if let Some(threshold) = points.threshold {
        let (top, end) = (bounds.y, bounds.y + bounds.height);
        dash(renderer, tokens.encre3, across(threshold), top, end);
    }
    if let Some(median) = points.median {
        let bar = Rectangle::new(
            Point::new(across(median) - 1.5, base - 15.0),
            Size::new(3.0, 30.0),
        );
        quad(renderer, bar, tokens.encre, Border::default());
    }
    let fill = if points.filled {
        tokens.accent
    } else {
        tokens.surface
    };
    let step = points.step();
    for (share, count) in &points.points {
        for place in 0..*count {
            #[expect(clippy::cast_precision_loss, reason = "a pile")]
            let up = step * place as f32;
            // Over this the pile is full: it is as high as the place allows.
            if up > PILE + 1.0 {
                break;
            }
            let center = Point::new(across(*share), base - up);
            point(renderer, center, fill, tokens.accent);
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Points {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fixed(self.height()))
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, Length::Fill, self.height())
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let tokens = theme.tokens();
        let base = bounds.y + bounds.height - LINE / 2.0;
        let axis = Rectangle::new(Point::new(bounds.x, base), Size::new(bounds.width, 1.0));
        quad(renderer, axis, tokens.bord, Border::default());
        draw_points(self, renderer, theme, bounds);
    }
}

/// A sign alone, without its line.
struct Legend {
    median: bool,
}

impl<Message> Widget<Message, Theme, Renderer> for Legend {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(space::L), Length::Fixed(space::L))
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, space::L, space::L)
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let (center, tokens) = (layout.bounds().center(), theme.tokens());
        if self.median {
            let size = Size::new(3.0, space::L);
            let corner = Point::new(center.x - 1.5, center.y - space::L / 2.0);
            let bar = Rectangle::new(corner, size);
            quad(renderer, bar, tokens.encre, Border::default());
        } else {
            point(renderer, center, tokens.surface, tokens.accent);
        }
    }
}

struct Dashes(f32);

impl<Message> Widget<Message, Theme, Renderer> for Dashes {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(2.0), Length::Fixed(self.0))
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, 2.0, self.0)
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let ink = theme.tokens().encre;
        let end = bounds.y + bounds.height;
        dash(renderer, ink, bounds.x + 1.0, bounds.y, end);
    }
}
