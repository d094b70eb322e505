//! Carries out the drawing of a page, operator by operator, under a common budget: nothing is
//! rendered, each mark is only noted where it lands.

use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Dict, Name, Number, Object, Stream};
use hayro_syntax::page::Resources;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::pdf::ink::Path;
use crate::dossier::tableau::pdf::layers::Layers;
use crate::dossier::tableau::pdf::matrix::Matrix;
use crate::dossier::tableau::pdf::page::{Area, Page};
use crate::dossier::tableau::pdf::paint::{self, Paint, Space};
use crate::dossier::tableau::pdf::script::{Face, Fonts, Setting};

/// What all the pages of a document share.
pub(crate) struct Studio<'a> {
    /// Its fonts.
    pub fonts: Fonts<'a>,
    /// Which of its layers are hidden.
    pub layers: Layers,
    /// Operators carried out so far.
    pub n_operators: usize,
    /// Glyphs written so far.
    pub n_glyphs: usize,
}

/// The state that `q` keeps and `Q` gives back.
#[derive(Clone)]
struct State<'a> {
    matrix: Matrix,
    clip: Area,
    fill: Paint,
    stroke: Paint,
    width: f64,
    text: Setting<'a>,
    /// How letters are painted: 3 is not at all.
    mode: i64,
}

/// A page being drawn.
pub(crate) struct Drawing<'s, 'a> {
    studio: &'s mut Studio<'a>,
    /// The page, as far as it is drawn.
    pub page: Page,
    state: State<'a>,
    kept: Vec<State<'a>>,
    path: Path,
    clips: bool,
    /// Marked contents that are open, and whether each is hidden.
    marks: Vec<bool>,
}

/// A table may run a little over the edge of its page: what it says there still counts.
const EDGE: f64 = 60.0;
/// More states kept than this are a loop.
const KEPT: usize = 512;
/// More points in one path than this are a drawing that nobody reads.
const POINTS: usize = 20_000;

impl<'s, 'a> Drawing<'s, 'a> {
    /// Starts a page of this size, `matrix` leading to its top left corner.
    pub(crate) fn new(studio: &'s mut Studio<'a>, size: (f64, f64), matrix: Matrix) -> Self {
        let page = Page {
            width: size.0,
            height: size.1,
            ..Page::default()
        };
        Self {
            studio,
            state: State {
                matrix,
                clip: Area::of_corners(0.0, 0.0, size.0, size.1).grown(EDGE),
                fill: Paint::default(),
                stroke: Paint::default(),
                width: 1.0,
                text: Setting::default(),
                mode: 0,
            },
            page,
            kept: Vec::new(),
            path: Path::default(),
            clips: false,
            marks: Vec::new(),
        }
    }

    /// Carries out a stream of operators.
    pub(crate) fn run(
        &mut self,
        stream: &[u8],
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Cause> {
        let floor = self.kept.len();
        let marks = self.marks.len();
        let mut operators = TypedIter::new(stream);
        while let Some(operator) = operators.next() {
            self.studio.n_operators += 1;
            if self.studio.n_operators > LIMITS.operators {
                return Err(Cause::TooMany);
            }
            self.step(&operator, resources, depth, floor)?;
        }
        self.kept.truncate(floor);
        self.marks.truncate(marks);
        Ok(())
    }

    fn is_hidden(&self) -> bool {
        self.marks.contains(&true)
    }

    fn step(
        &mut self,
        operator: &Op<'_, '_>,
        resources: &Resources<'a>,
        depth: usize,
        floor: usize,
    ) -> Result<(), Cause> {
        match operator {
            Op::SaveState(_) => {
                if self.kept.len() >= KEPT {
                    return Err(Cause::TooDeep);
                }
                self.kept.push(self.state.clone());
            }
            Op::RestoreState(_) => {
                if self.kept.len() > floor
                    && let Some(state) = self.kept.pop()
                {
                    self.state = state;
                }
            }
            Op::Transform(t) => {
                let matrix = Matrix(numbers([t.0, t.1, t.2, t.3, t.4, t.5]));
                self.state.matrix = matrix.then(&self.state.matrix);
            }
            Op::LineWidth(width) => self.state.width = width.0.as_f64(),
            Op::SetGraphicsState(name) => {
                if let Some(state) = resources.get_ext_g_state(name.0) {
                    self.set_state(&state);
                }
            }
            Op::MarkedContentPoint(_) | Op::MarkedContentPointWithProperties(_) => {}
            Op::BeginMarkedContent(_) => self.marks.push(false),
            Op::BeginMarkedContentWithProperties(mark) => {
                let hidden = mark.0.as_ref() == b"OC"
                    && matches!(&mark.1, Object::Name(name)
                        if self.studio.layers.hides_named(&resources.properties, name));
                self.marks.push(hidden);
            }
            Op::EndMarkedContent(_) => {
                let _ = self.marks.pop();
            }
            Op::XObject(name) => {
                if let Some(object) = resources.get_x_object(name.0) {
                    self.object(&object, resources, depth)?;
                }
            }
            Op::InlineImage(_) => self.image()?,
            Op::Shading(_) => {
                if !self.is_hidden() {
                    let pattern = Paint {
                        rgb: None,
                        ..self.state.fill.clone()
                    };
                    let clip = self.state.clip;
                    self.page.fill_area(&clip, &pattern);
                }
            }
            _ => {
                if !self.lay_path(operator)?
                    && !self.choose_color(operator, resources)
                    && !self.choose_text(operator, resources)
                {
                    self.write(operator)?;
                }
            }
        }
        Ok(())
    }

    fn set_state(&mut self, state: &Dict<'_>) {
        let (fill, stroke) = paint::opacities(state);
        if let Some(opacity) = fill {
            self.state.fill.opacity = opacity;
        }
        if let Some(opacity) = stroke {
            self.state.stroke.opacity = opacity;
        }
        if let Some(width) = state.get::<f64>("LW") {
            self.state.width = width;
        }
    }

    /// Builds and paints paths.
    fn lay_path(&mut self, operator: &Op<'_, '_>) -> Result<bool, Cause> {
        let matrix = self.state.matrix;
        let at = |x: Number, y: Number| matrix.apply((x.as_f64(), y.as_f64()));
        match operator {
            Op::MoveTo(m) => self.path.move_to(at(m.0, m.1)),
            Op::LineTo(l) => self.path.line_to(at(l.0, l.1)),
            Op::CubicTo(c) => self
                .path
                .curve_to([at(c.0, c.1), at(c.2, c.3), at(c.4, c.5)]),
            Op::CubicStartTo(c) => {
                let start = self.path.last().unwrap_or(at(c.0, c.1));
                self.path.curve_to([start, at(c.0, c.1), at(c.2, c.3)]);
            }
            Op::CubicEndTo(c) => {
                self.path
                    .curve_to([at(c.0, c.1), at(c.2, c.3), at(c.2, c.3)]);
            }
            Op::ClosePath(_) => self.path.close(),
            Op::RectPath(r) => {
                let [x, y, width, height] = numbers([r.0, r.1, r.2, r.3]);
                self.path.move_to(matrix.apply((x, y)));
                self.path.line_to(matrix.apply((x + width, y)));
                self.path.line_to(matrix.apply((x + width, y + height)));
                self.path.line_to(matrix.apply((x, y + height)));
                self.path.close();
            }
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.clips = true,
            Op::EndPath(_) => self.paint(false, false)?,
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_) => self.paint(true, false)?,
            Op::StrokePath(_) => self.paint(false, true)?,
            Op::CloseAndStrokePath(_) => {
                self.path.close();
                self.paint(false, true)?;
            }
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.paint(true, true)?,
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.path.close();
                self.paint(true, true)?;
            }
            _ => return Ok(false),
        }
        if self.path.len() > POINTS {
            // What is left of it still counts for its place.
            self.paint(true, false)?;
        }
        Ok(true)
    }

    fn paint(&mut self, fills: bool, strokes: bool) -> Result<(), Cause> {
        let path = std::mem::take(&mut self.path);
        let state = &self.state;
        if !self.marks.contains(&true) {
            if fills {
                self.page.fill(&path, &state.fill, &state.clip)?;
            }
            if strokes {
                let width = state.width * state.matrix.scale();
                self.page.stroke(&path, width, &state.stroke, &state.clip)?;
            }
        }
        if std::mem::take(&mut self.clips)
            && let Some(area) = path.area()
        {
            self.state.clip = self.state.clip.common(&area);
        }
        Ok(())
    }

    /// Chooses colours.
    fn choose_color(&mut self, operator: &Op<'_, '_>, resources: &Resources<'a>) -> bool {
        let spaces = &resources.color_spaces;
        let (fill, stroke) = (&mut self.state.fill, &mut self.state.stroke);
        let named = |name: &Name<'_>| {
            let name = Name::new_unescaped(paint::key(name));
            paint::space(&Object::Name(name), spaces, 0)
        };
        match operator {
            Op::ColorSpaceStroke(name) => stroke.choose(named(name.0)),
            Op::ColorSpaceNonStroke(name) => fill.choose(named(name.0)),
            Op::StrokeColor(color) => stroke.set(&all(&color.0)),
            Op::NonStrokeColor(color) => fill.set(&all(&color.0)),
            Op::StrokeColorNamed(color) => match color.1 {
                Some(_) => stroke.choose(Space::Pattern),
                None => stroke.set(&all(&color.0)),
            },
            Op::NonStrokeColorNamed(color) => match color.1 {
                Some(_) => fill.choose(Space::Pattern),
                None => fill.set(&all(&color.0)),
            },
            Op::StrokeColorDeviceGray(c) => stroke.set_in(Space::Gray, &numbers([c.0])),
            Op::NonStrokeColorDeviceGray(c) => fill.set_in(Space::Gray, &numbers([c.0])),
            Op::StrokeColorDeviceRgb(c) => stroke.set_in(Space::Rgb, &numbers([c.0, c.1, c.2])),
            Op::NonStrokeColorDeviceRgb(c) => fill.set_in(Space::Rgb, &numbers([c.0, c.1, c.2])),
            Op::StrokeColorCmyk(c) => {
                stroke.set_in(Space::Cmyk, &numbers([c.0, c.1, c.2, c.3]));
            }
            Op::NonStrokeColorCmyk(c) => {
                fill.set_in(Space::Cmyk, &numbers([c.0, c.1, c.2, c.3]));
            }
            _ => return false,
        }
        true
    }

    /// Chooses how text is set.
    fn choose_text(&mut self, operator: &Op<'_, '_>, resources: &Resources<'a>) -> bool {
        let text = &mut self.state.text;
        match operator {
            Op::BeginText(_) => {
                text.matrix = Matrix::IDENTITY;
                text.line = Matrix::IDENTITY;
            }
            Op::CharacterSpacing(n) => text.spacing = n.0.as_f64(),
            Op::WordSpacing(n) => text.word_spacing = n.0.as_f64(),
            Op::HorizontalScaling(n) => text.stretch = n.0.as_f64() / 100.0,
            Op::TextLeading(n) => text.leading = n.0.as_f64(),
            Op::TextRise(n) => text.rise = n.0.as_f64(),
            Op::TextRenderingMode(n) => self.state.mode = n.0.as_i64(),
            Op::TextFont(font) => {
                text.size = font.1.as_f64();
                text.face = self.studio.face(font.0, resources);
            }
            Op::NextLine(n) => text.next_line(n.0.as_f64(), n.1.as_f64()),
            Op::NextLineAndSetLeading(n) => {
                text.leading = -n.1.as_f64();
                text.next_line(n.0.as_f64(), n.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => text.next_line(0.0, -text.leading),
            Op::SetTextMatrix(m) => {
                text.matrix = Matrix(numbers([m.0, m.1, m.2, m.3, m.4, m.5]));
                text.line = text.matrix;
            }
            _ => return false,
        }
        true
    }

    /// Writes strings.
    fn write(&mut self, operator: &Op<'_, '_>) -> Result<(), Cause> {
        match operator {
            Op::ShowText(text) => self.show(text.0.as_bytes()),
            Op::NextLineAndShowText(text) => {
                let leading = self.state.text.leading;
                self.state.text.next_line(0.0, -leading);
                self.show(text.0.as_bytes())
            }
            Op::ShowTextWithParameters(text) => {
                self.state.text.word_spacing = text.0.as_f64();
                self.state.text.spacing = text.1.as_f64();
                let leading = self.state.text.leading;
                self.state.text.next_line(0.0, -leading);
                self.show(text.2.as_bytes())
            }
            Op::ShowTexts(texts) => {
                for part in texts.0.iter::<Object<'_>>() {
                    match part {
                        Object::String(text) => self.show(text.as_bytes())?,
                        Object::Number(by) => self.state.text.kern(by.as_f64()),
                        _ => {}
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        let is_hidden = self.is_hidden();
        let state = &mut self.state;
        let (page, n_glyphs) = (&mut self.page, &mut self.studio.n_glyphs);
        let is_faint = !state.fill.is_visible() && state.mode == 0;
        let is_white = state.fill.color().is_none() && state.mode == 0;
        state
            .text
            .show(bytes, &state.matrix, &state.clip, &mut |glyph| {
                *n_glyphs += 1;
                if *n_glyphs > LIMITS.glyphs {
                    return Err(Cause::TooMany);
                }
                let is_lost = is_white && !page.is_dark(glyph.middle());
                if !is_hidden && !is_faint && !is_lost {
                    page.glyphs.push(glyph);
                }
                Ok(())
            })
    }

    fn image(&mut self) -> Result<(), Cause> {
        if self.is_hidden() || !self.state.fill.is_visible() {
            return Ok(());
        }
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let corners = corners.map(|corner| self.state.matrix.apply(corner));
        match Area::around(&corners) {
            Some(area) => self.page.image(&area.common(&self.state.clip)),
            None => Ok(()),
        }
    }

    /// Draws an image or a form.
    pub(crate) fn object(
        &mut self,
        object: &Stream<'a>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Cause> {
        if self.studio.layers.hides(object.dict()) {
            return Ok(());
        }
        let kind = object.dict().get::<Name<'_>>("Subtype");
        match kind.as_ref().map(AsRef::as_ref) {
            Some(b"Image") => self.image(),
            Some(b"Form") => self.form(object, resources, depth),
            _ => Ok(()),
        }
    }

    fn form(
        &mut self,
        form: &Stream<'a>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Cause> {
        if depth >= LIMITS.forms {
            return Err(Cause::TooDeep);
        }
        let stream = form.decoded_data().map_err(|_| Cause::Damaged)?;
        if stream.len() > LIMITS.drawing {
            return Err(Cause::TooLarge);
        }
        // Unpacking it again and again costs as much as drawing it.
        self.studio.n_operators = self.studio.n_operators.saturating_add(stream.len() / 64);
        let before = self.state.clone();
        let path = std::mem::take(&mut self.path);
        if let Some(matrix) = form.dict().get::<[f64; 6]>("Matrix") {
            self.state.matrix = Matrix(matrix).then(&self.state.matrix);
        }
        if let Some([left, bottom, right, top]) = form.dict().get::<[f64; 4]>("BBox") {
            let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
            let corners = corners.map(|corner| self.state.matrix.apply(corner));
            if let Some(area) = Area::around(&corners) {
                self.state.clip = self.state.clip.common(&area);
            }
        }
        let own = form.dict().get::<Dict<'a>>("Resources");
        let own = own.map(Resources::new);
        self.run(&stream, own.as_ref().unwrap_or(resources), depth + 1)?;
        self.state = before;
        self.path = path;
        Ok(())
    }

    /// Draws what follows moved and stretched, as annotations are.
    pub(crate) fn place(&mut self, matrix: &Matrix) {
        self.state.matrix = matrix.then(&self.state.matrix);
    }
}

impl<'a> Studio<'a> {
    fn face(&mut self, name: &Name<'_>, resources: &Resources<'a>) -> Option<Rc<Face<'a>>> {
        self.fonts.face(&resources.get_font(name)?)
    }
}

fn numbers<const N: usize>(numbers: [Number; N]) -> [f64; N] {
    numbers.map(|number| {
        let number = number.as_f64();
        if number.is_finite() { number } else { 0.0 }
    })
}

fn all(numbers: &[Number]) -> Vec<f64> {
    numbers.iter().map(Number::as_f64).collect()
}
