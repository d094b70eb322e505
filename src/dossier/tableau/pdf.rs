//! A tableau printed as a PDF: weighed, drawn into marks without being rendered, and rebuilt as a
//! sheet from its geometry. It is read on a thread of its own, so that whatever a hostile file
//! breaks in a library stays there.

mod cuts;
mod draw;
mod fillings;
mod grid;
pub(crate) mod guard;
mod ink;
mod layers;
mod matrix;
mod page;
mod paint;
mod runs;
mod script;
mod sideways;
mod table;
mod unruled;
mod walls;

use std::thread;

use hayro_syntax::object::{Array, Dict, Name, Rect, Stream, String as Text};
use hayro_syntax::page::Page as Leaf;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::domain::dossier::Doubt;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::sheet::Sheet;
use draw::{Drawing, Studio};
use layers::Layers;
use matrix::Matrix;
use page::{Area, Page};
use script::Fonts;

/// Rebuilds the sheet that the pages show; `labels` counts the labels of the form among the texts of
/// a row, none when they are too few to be its header.
pub(crate) fn read(
    bytes: &[u8],
    labels: &(dyn Fn(&[String]) -> usize + Sync),
) -> Result<Sheet, Cause> {
    guard::weigh(bytes)?;
    // Objects nested as deep as the library allows need more room than a thread has by itself.
    const STACK: usize = 64 << 20;
    thread::scope(|scope| {
        let reader = thread::Builder::new()
            .name("tableau-pdf".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, || pages(bytes, labels));
        match reader.map(|reader| reader.join()) {
            Ok(Ok(sheet)) => sheet,
            // The library gave up on what it was fed.
            Ok(Err(_)) => Err(Cause::Damaged),
            Err(error) => Err(Cause::from(error)),
        }
    })
}

fn pages(bytes: &[u8], labels: &dyn Fn(&[String]) -> usize) -> Result<Sheet, Cause> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Cause::Encrypted,
        LoadPdfError::Decryption(_) => Cause::Encrypted,
        LoadPdfError::Invalid if is_cut(bytes) => Cause::Truncated,
        LoadPdfError::Invalid => Cause::Damaged,
    })?;
    let mut studio = Studio {
        fonts: Fonts::new(),
        layers: Layers::of(&pdf),
        n_operators: 0,
        n_glyphs: 0,
    };
    let leaves = pdf.pages();
    if leaves.is_empty() {
        return Err(if is_cut(bytes) {
            Cause::Truncated
        } else {
            Cause::Damaged
        });
    }
    let mut drawn = Vec::new();
    for leaf in leaves.iter().take(LIMITS.pages) {
        drawn.push(draw(leaf, &mut studio)?);
    }
    if drawn
        .iter()
        .all(|page| page.glyphs.iter().all(page::Glyph::is_blank))
    {
        return Err(if is_cut(bytes) {
            Cause::Truncated
        } else {
            Cause::NoText
        });
    }
    let mut sheet = table::build(drawn, labels)?;
    if leaves.len() > LIMITS.pages {
        sheet.doubt(Doubt::Pages {
            read: u32::try_from(LIMITS.pages).unwrap_or(u32::MAX),
        });
    }
    Ok(sheet)
}

fn is_cut(bytes: &[u8]) -> bool {
    const END: usize = 2_048;
    let tail = bytes
        .get(bytes.len().saturating_sub(END)..)
        .unwrap_or(bytes);
    !tail.windows(5).any(|window| window == b"%%EOF")
}

/// Notes what a page shows.
fn draw<'a>(leaf: &Leaf<'a>, studio: &mut Studio<'a>) -> Result<Page, Cause> {
    let (width, height) = leaf.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    // No printer has pages of a hundred metres.
    const LONGEST: f64 = 300_000.0;
    let is_page = |length: f64| (1.0..LONGEST).contains(&length);
    if !is_page(width) || !is_page(height) {
        return Err(Cause::TooLarge);
    }
    let matrix = Matrix(leaf.initial_transform(true).as_coeffs());
    let stream = contents(leaf)?;
    let mut drawing = Drawing::new(studio, (width, height), matrix);
    drawing.run(&stream, leaf.resources(), 0)?;
    let mut page = drawing.page;
    if let Some(notes) = leaf.raw().get::<Array<'a>>("Annots") {
        for note in notes.iter::<Dict<'a>>().take(LIMITS.shapes) {
            annotate(&note, leaf, studio, &matrix, &mut page)?;
        }
    }
    Ok(page)
}

/// Unpacks what draws a page. One stream may be named a thousand times: all of them count.
fn contents(leaf: &Leaf<'_>) -> Result<Vec<u8>, Cause> {
    let mut whole = Vec::new();
    let mut add = |stream: &Stream<'_>| {
        // An image draws no page, and was weighed as one.
        let kind = stream.dict().get::<Name<'_>>("Subtype");
        if kind.is_some_and(|kind| kind.as_ref() == b"Image") {
            return Ok(());
        }
        // A stream that is damaged loses itself only.
        if let Ok(drawing) = stream.decoded_data() {
            whole.extend_from_slice(&drawing);
            whole.push(b'\n');
        }
        if whole.len() > LIMITS.drawing {
            return Err(Cause::TooLarge);
        }
        Ok(())
    };
    if let Some(stream) = leaf.raw().get::<Stream<'_>>("Contents") {
        add(&stream)?;
    } else if let Some(streams) = leaf.raw().get::<Array<'_>>("Contents") {
        for stream in streams.iter::<Stream<'_>>().take(LIMITS.entries) {
            add(&stream)?;
        }
    }
    Ok(whole)
}

/// Notes a link, or draws what an annotation lays over the page.
fn annotate<'a>(
    note: &Dict<'a>,
    leaf: &Leaf<'a>,
    studio: &mut Studio<'a>,
    matrix: &Matrix,
    page: &mut Page,
) -> Result<(), Cause> {
    const HIDDEN: i32 = 2;
    let flags = note.get::<i32>("F").unwrap_or_default();
    let Some(rect) = note.get::<Rect>("Rect") else {
        return Ok(());
    };
    let (x1, y1) = matrix.apply((rect.x0, rect.y0));
    let (x2, y2) = matrix.apply((rect.x1, rect.y1));
    let area = Area::of_corners(x1, y1, x2, y2);
    if let Some(address) = address(note) {
        page.links.push((area, address));
    }
    let is_link = note
        .get::<Name<'_>>("Subtype")
        .is_some_and(|kind| matches!(kind.as_ref(), b"Link" | b"Popup"));
    // A box of a form that nobody ticked shows its frame only.
    let is_off = note
        .get::<Name<'_>>("AS")
        .is_some_and(|state| state.as_ref() == b"Off");
    if is_link || is_off || flags & HIDDEN != 0 {
        return Ok(());
    }
    let Some(shown) = note.get::<Dict<'a>>("AP") else {
        return Ok(());
    };
    // A box has one look for each of its states.
    let form = shown.get::<Stream<'a>>("N").or_else(|| {
        let state = note.get::<Name<'_>>("AS")?;
        shown
            .get::<Dict<'a>>("N")?
            .get::<Stream<'a>>(state.as_ref())
    });
    let Some(form) = form else {
        return Ok(());
    };
    let own = form
        .dict()
        .get::<[f64; 6]>("Matrix")
        .map_or(Matrix::IDENTITY, Matrix);
    let [left, bottom, right, top] = form.dict().get::<[f64; 4]>("BBox").unwrap_or_default();
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
    let Some(natural) = Area::around(&corners.map(|corner| own.apply(corner))) else {
        return Ok(());
    };
    if natural.surface() <= 0.0 {
        return Ok(());
    }
    // The form is stretched to the place that the annotation takes.
    let (wide, high) = (
        (rect.x1 - rect.x0) / natural.width(),
        (rect.y1 - rect.y0) / natural.height(),
    );
    let fit = Matrix([
        wide,
        0.0,
        0.0,
        high,
        rect.x0 - natural.left * wide,
        rect.y0 - natural.top * high,
    ]);
    let size = (page.width, page.height);
    let mut drawing = Drawing::new(studio, size, *matrix);
    drawing.page = std::mem::take(page);
    drawing.place(&fit);
    let drawn = drawing.object(&form, leaf.resources(), 0);
    *page = drawing.page;
    drawn
}

/// Returns the address that a link opens. It is noted, never followed.
fn address(note: &Dict<'_>) -> Option<String> {
    let action = note.get::<Dict<'_>>("A")?;
    let address = action.get::<Text<'_>>("URI")?;
    let address = String::from_utf8_lossy(address.as_bytes()).into_owned();
    (!address.is_empty() && address.len() <= LIMITS.path).then_some(address)
}
