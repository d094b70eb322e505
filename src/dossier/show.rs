//! A paper as something to look at: pages drawn one by one, a picture, paragraphs. What it is told by is
//! its bytes, never its name; what cannot be shown says why. Knows nothing of windows.

mod picture;
mod text;
mod workbook;

pub mod pdf;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::{Format, names};
pub use pdf::Pages;
pub use text::{Block, Text};
pub use workbook::{Cell, Row, Workbook, workbook};

/// A paper that can be looked at.
#[derive(Debug, Clone)]
pub enum Shown {
    /// Pages, drawn when they are asked for.
    Pages(Pages),
    /// One picture.
    Picture(Picture),
    /// Paragraphs, titles, rows.
    Text(Text),
    /// A workbook, to be read as a sheet by [`workbook`].
    Workbook(Vec<u8>),
}

/// Pixels: four bytes each, red, green, blue and opacity.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The pixels, row by row.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

/// Why a paper is not shown here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unshown {
    /// It is none of the kinds that are shown.
    Unknown,
    /// Its content is cut or contradicts itself.
    Damaged,
    /// It wants a password.
    Encrypted,
    /// It is larger than the caps.
    TooLarge,
    /// It takes longer than the jury has.
    TooLong,
}

impl From<Cause> for Unshown {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Encrypted => Self::Encrypted,
            Cause::TooLarge | Cause::TooMany | Cause::TooDeep | Cause::Overlapping => {
                Self::TooLarge
            }
            Cause::OldFormat
            | Cause::NotWorkbook
            | Cause::NotList
            | Cause::NoSheet
            | Cause::OpenDocument
            | Cause::NotDossier
            | Cause::NoText
            | Cause::Nested
            | Cause::Packing => Self::Unknown,
            Cause::Unreachable(_)
            | Cause::Empty
            | Cause::Truncated
            | Cause::Damaged
            | Cause::Outside
            | Cause::Entities
            | Cause::Link
            | Cause::Name
            | Cause::Duplicate => Self::Damaged,
        }
    }
}

/// Opens a paper to be looked at. Slow for a large one: never on the window's own thread.
pub fn open(bytes: Vec<u8>) -> Result<Shown, Unshown> {
    if bytes.is_empty() {
        return Err(Unshown::Damaged);
    }
    if bytes.len() as u64 > LIMITS.paper {
        return Err(Unshown::TooLarge);
    }
    match Format::of_whole(&bytes) {
        Format::Pdf => Pages::open(bytes).map(Shown::Pages),
        Format::Workbook => Ok(Shown::Workbook(bytes)),
        Format::OpenDocument if names(&bytes, SPREADSHEET) => Ok(Shown::Workbook(bytes)),
        Format::OpenDocument => text::open_document(&bytes).map(Shown::Text),
        Format::Zip if names(&bytes, b"word/document.xml") => text::word(&bytes).map(Shown::Text),
        Format::Zip | Format::OldOffice => Err(Unshown::Unknown),
        Format::Other => match picture::open(&bytes) {
            Some(picture) => picture.map(Shown::Picture),
            None => text::plain(&bytes).map(Shown::Text),
        },
    }
}

const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Tells whether the usual program of the system may be given this paper: only a document that cannot
/// run anything, by its bytes and by the ending that the system will trust.
pub fn is_document(path: &str, bytes: &[u8]) -> bool {
    let Some((_, ending)) = path.rsplit_once('.') else {
        return false;
    };
    let ending = ending.to_lowercase();
    let is = |endings: &[&str]| endings.contains(&ending.as_str());
    match Format::of_whole(bytes) {
        Format::Pdf => bytes.starts_with(b"%PDF-") && is(&["pdf"]),
        Format::Workbook | Format::Zip => {
            let is_office = names(bytes, b"[Content_Types].xml");
            let has_macros = names(bytes, b"vbaProject") || names(bytes, b"macrosheets");
            is_office && !has_macros && is(&["docx", "xlsx", "pptx"])
        }
        Format::OpenDocument => {
            let has_macros = names(bytes, b"Basic/") || names(bytes, b"Scripts/");
            !has_macros && is(&["odt", "ods", "odp", "odg"])
        }
        Format::OldOffice => false,
        Format::Other => {
            let is_film = bytes.get(4..8) == Some(b"ftyp".as_slice());
            match picture::kind(bytes) {
                Some(picture::Kind::Png) => is(&["png"]),
                Some(picture::Kind::Jpeg) => is(&["jpg", "jpeg"]),
                Some(picture::Kind::Gif) => is(&["gif"]),
                Some(picture::Kind::WebP) => is(&["webp"]),
                Some(picture::Kind::Tiff) => is(&["tif", "tiff"]),
                None => is_film && is(&["mp4", "m4v", "mov"]),
            }
        }
    }
}
