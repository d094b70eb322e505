//! Sheets as a PDF that archives take (PDF/A-2, tagged), and as pictures for the screen.

use typst::foundations::{Datetime, Label, Selector, Smart, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::{PicoStr, Scalar};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::ExportError;
use super::sheet::Sheet;
use super::world::{first, with_pages};
use crate::domain::roster::Day;

/// Which pages of the sheets are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// The grid and the candidate's sheet.
    All,
    /// The candidate's sheet alone.
    CandidateOnly,
    /// All of them, each candidate on leaves of their own when printed on both sides.
    Leaves,
}

/// What a page of the sheets is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// The front of the official grid.
    Recto,
    /// Its back.
    Verso,
    /// A page of the grid, where it has no two sides.
    Jury,
    /// A page of the candidate's sheet, the only ones that may be handed over.
    Candidate,
}

/// One page drawn for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// What it is.
    pub kind: PageKind,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and alpha of every pixel, row by row.
    pub rgba: Vec<u8>,
}

/// No screen shows a page of more pixels a point, and no memory should hold one.
const LARGEST_SCALE: f32 = 16.0;

/// Returns the PDF of these sheets, one after the other; the same sheets give the same bytes.
pub fn pdf(sheets: &[Sheet], pages: Pages) -> Result<Vec<u8>, ExportError> {
    with_pages(sheets, pages, |document| archive(document, date(sheets)))
}

/// Returns pages as a PDF for archives: tagged where it can be. The same pages of the same day give
/// the same bytes.
pub fn archive(document: &PagedDocument, day: Option<Day>) -> Result<Vec<u8>, ExportError> {
    let date = timestamp(day);
    archived(document, PdfStandard::A_2a, date)
        .or_else(|_| archived(document, PdfStandard::A_2b, date))
}

/// Returns the PDF of these sheets to be printed on both sides: each candidate begins a leaf, so a
/// blank back stands where the one before ends on a front.
pub fn leaves(sheets: &[Sheet]) -> Result<Vec<u8>, ExportError> {
    with_pages(sheets, Pages::Leaves, |document| {
        archive(document, date(sheets))
    })
}

/// Returns all the pages of one candidate's sheets as pictures.
pub fn preview(sheet: &Sheet, pixel_per_pt: f32) -> Result<Vec<PagePicture>, ExportError> {
    if !(pixel_per_pt > 0.0 && pixel_per_pt <= LARGEST_SCALE) {
        return Err(ExportError::Scale(pixel_per_pt));
    }
    with_pages(std::slice::from_ref(sheet), Pages::All, |document| {
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(f64::from(pixel_per_pt)),
            render_bleed: false,
        };
        Ok(document
            .pages()
            .iter()
            .zip(kinds(document))
            .map(|(page, kind)| {
                let picture = typst_render::render(page, &options);
                PagePicture {
                    kind,
                    width: picture.width(),
                    height: picture.height(),
                    // Pages are opaque, so premultiplied colours are the colours.
                    rgba: picture.take(),
                }
            })
            .collect())
    })
}

/// What each page is, as the template says where a kind begins. A page of which nothing is known is
/// the jury's.
fn kinds(document: &PagedDocument) -> Vec<PageKind> {
    let introspector = document.introspector();
    let mut starts = Vec::new();
    if let Some(label) = Label::new(PicoStr::intern("page-kind")) {
        for element in introspector.query(&Selector::Label(label)) {
            let Some(page) = element.location().and_then(|at| introspector.page(at)) else {
                continue;
            };
            let said = element.to_packed::<MetadataElem>().map(|said| &said.value);
            let kind = match said {
                Some(Value::Str(kind)) if kind.as_str() == "recto" => PageKind::Recto,
                Some(Value::Str(kind)) if kind.as_str() == "verso" => PageKind::Verso,
                Some(Value::Str(kind)) if kind.as_str() == "candidate" => PageKind::Candidate,
                _ => PageKind::Jury,
            };
            starts.push((page.get(), kind));
        }
    }
    (1..=document.pages().len())
        .map(|page| {
            let started = starts.iter().rev().find(|(start, _)| *start <= page);
            started.map_or(PageKind::Jury, |(_, kind)| *kind)
        })
        .collect()
}

/// PDF/A wants a date, and a clock would change the bytes: the day of the first oral, else the
/// first day of its session.
fn date(sheets: &[Sheet]) -> Option<Day> {
    let sheet = sheets.first();
    sheet
        .and_then(|sheet| sheet.identity.date.as_deref())
        .and_then(Day::parse)
        .or_else(|| Day::new(sheet?.head.session.parse().ok()?, 1, 1))
}

fn timestamp(day: Option<Day>) -> Option<Timestamp> {
    let (year, month, day) = day.or_else(|| Day::new(2000, 1, 1))?.parts();
    let midnight = Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)?;
    Some(Timestamp::new_utc(midnight))
}

fn archived(
    document: &PagedDocument,
    standard: PdfStandard,
    timestamp: Option<Timestamp>,
) -> Result<Vec<u8>, ExportError> {
    let standards = PdfStandards::new(&[standard])
        .map_err(|error| ExportError::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Délibéré".to_owned())),
        timestamp,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(document, &options).map_err(|errors| ExportError::Pdf(first(errors.iter())))
}
