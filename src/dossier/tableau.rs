//! The tableau de synthèse: which format these bytes are, and what the form says. Formats end at
//! [`sheet::Sheet`]; the rules of the form start there.

mod glyphs;
mod header;
mod identity;
mod line;
mod measures;
mod ods;
pub(super) mod package;
pub(super) mod pdf;
pub mod period;
mod sections;
pub(crate) mod sheet;
mod tick;
pub(super) mod xlsx;

use crate::domain::dossier::{Doubt, Layout, Reading};
use crate::dossier::Columns;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::{Cause, Refused};
use crate::t;
use header::Header;

pub(crate) use identity::is_address;

/// Reads a tableau, whatever the extension of its file says.
pub fn read(bytes: &[u8], columns: &Columns) -> Result<Reading, Refused> {
    read_named(&t!("dossier-kind-tableau"), bytes, columns)
}

/// Reads the tableau of this name, which a refusal repeats.
pub fn read_named(name: &str, bytes: &[u8], columns: &Columns) -> Result<Reading, Refused> {
    read_bytes(bytes, columns).map_err(|cause| Refused::new(name, cause))
}

/// What the first bytes of a paper say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A workbook in the current format of Excel.
    Workbook,
    /// An OpenDocument file.
    OpenDocument,
    /// Another archive.
    Zip,
    /// A PDF.
    Pdf,
    /// A binary file of old Office, or an encrypted one.
    OldOffice,
    /// Something else.
    Other,
}

impl Format {
    /// Recognises the first bytes of a paper; a zip needs the whole of it to be told further.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        const OLD_OFFICE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        let head = bytes.get(..1_024).unwrap_or(bytes);
        if bytes.starts_with(&OLD_OFFICE) {
            Self::OldOffice
        } else if bytes.starts_with(b"PK") {
            // An OpenDocument file starts with an entry of this name, stored as it is.
            let is_open_document = head.get(30..38) == Some(b"mimetype".as_slice())
                && head.get(38..71) == Some(b"application/vnd.oasis.opendocumen".as_slice());
            if is_open_document {
                Self::OpenDocument
            } else {
                Self::Zip
            }
        } else if head.windows(5).any(|window| window == b"%PDF-") {
            Self::Pdf
        } else {
            Self::Other
        }
    }

    /// Recognises a whole paper.
    pub(crate) fn of_whole(bytes: &[u8]) -> Self {
        match Self::of(bytes) {
            Self::Zip if names(bytes, b"xl/workbook") => Self::Workbook,
            // Packed again by another tool, the kind no longer comes first.
            Self::Zip if names(bytes, b"META-INF/manifest.xml") && names(bytes, b"content.xml") => {
                Self::OpenDocument
            }
            format @ (Self::Workbook
            | Self::OpenDocument
            | Self::Zip
            | Self::Pdf
            | Self::OldOffice
            | Self::Other) => format,
        }
    }
}

/// Tells whether a zip lists an entry of this name, even when nothing in it can be trusted: names are
/// stored as they are, before each entry and in the list at the end.
pub(crate) fn names(zip: &[u8], name: &[u8]) -> bool {
    const ENDS: usize = 256 << 10;
    let head = zip.get(..ENDS).unwrap_or(zip);
    let tail = zip.get(zip.len().saturating_sub(ENDS)..).unwrap_or(zip);
    [tail, head]
        .iter()
        .any(|end| end.windows(name.len()).any(|window| window == name))
}

/// Returns the sheet of a workbook that holds the form, or its first one.
pub(crate) fn sheet(bytes: &[u8], columns: &Columns) -> Result<Option<sheet::Sheet>, Cause> {
    if bytes.len() as u64 > LIMITS.tableau {
        return Err(Cause::TooLarge);
    }
    let of = |is_wanted: &dyn Fn(&sheet::Sheet) -> bool| match Format::of_whole(bytes) {
        Format::OpenDocument => ods::read(bytes, is_wanted),
        _ => xlsx::read(bytes, is_wanted),
    };
    match of(&|sheet| Header::find(sheet, columns).is_some())? {
        Some(sheet) => Ok(Some(sheet)),
        None => of(&|_| true),
    }
}

fn read_bytes(bytes: &[u8], columns: &Columns) -> Result<Reading, Cause> {
    if bytes.is_empty() {
        return Err(Cause::Empty);
    }
    if bytes.len() as u64 > LIMITS.tableau {
        return Err(Cause::TooLarge);
    }
    let is_wanted = |sheet: &sheet::Sheet| Header::find(sheet, columns).is_some();
    let sheet = match Format::of_whole(bytes) {
        Format::Workbook | Format::Zip => xlsx::read(bytes, &is_wanted)?,
        Format::OpenDocument => ods::read(bytes, &is_wanted)?,
        Format::Pdf => {
            let labels = |texts: &[String]| Header::labels_in(texts, columns);
            Some(pdf::read(bytes, &labels)?)
        }
        Format::OldOffice if is_encrypted(bytes) => return Err(Cause::Encrypted),
        Format::OldOffice => return Err(Cause::OldFormat),
        Format::Other => return Err(Cause::NotWorkbook),
    };
    let Some(sheet) = sheet else {
        return Ok(sections::empty(Layout::Unknown, columns.labels.len()));
    };
    let Some(header) = Header::find(&sheet, columns) else {
        return Ok(Reading {
            doubts: sheet.doubts,
            ..sections::empty(Layout::Unknown, columns.labels.len())
        });
    };
    let mut reading = sections::read(&sheet, &header);
    let identity = identity::read(&sheet, header.row);
    if identity.has_url_row {
        reading.layout = Layout::T6;
    }
    reading.session = identity.session;
    reading.candidate = identity.candidate;
    reading.number = identity.number;
    reading.centre = identity.centre;
    let spare = reading.places.url;
    reading.places = identity.places;
    if identity.url.is_some() {
        reading.url = identity.url;
    } else {
        reading.places.url = spare;
    }
    if let Some((option, place)) = identity::option(&sheet, header.row, &columns.options) {
        reading.option = Some(option);
        reading.places.option = Some(place);
    }
    let guessed = header
        .guessed
        .iter()
        .map(|column| Doubt::Column { column: *column });
    reading.doubts.extend(guessed.chain(sheet.doubts));
    Ok(reading)
}

/// Office wraps what it encrypts in its old container, in a stream of this name.
pub(super) fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    // Its list of streams is made of records of this size, each starting with a name.
    bytes.chunks(128).any(|record| record.starts_with(&name))
}
