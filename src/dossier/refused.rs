//! Why a paper is not read: always a cause, never a panic, and a sentence that says what is safe
//! and what to do.

use std::io;
use std::sync::Arc;

use crate::t;

/// A paper that is not read, and why.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct Refused {
    /// Which paper: a path inside the dossier, or on the disk.
    pub path: String,
    /// Why.
    pub cause: Cause,
}

/// Why a paper is not read.
#[derive(Debug, Clone)]
pub enum Cause {
    /// The disk did not give it.
    Unreachable(Arc<io::Error>),
    /// It holds nothing.
    Empty,
    /// Its end is missing.
    Truncated,
    /// Its data contradict its checksums or its structure.
    Damaged,
    /// It asks for a password.
    Encrypted,
    /// It is packed in a way that this reader does not know.
    Packing,
    /// It is a binary .xls or .doc.
    OldFormat,
    /// Its content is not that of a workbook.
    NotWorkbook,
    /// Its content is that of no list: neither a workbook nor a text.
    NotList,
    /// It is a workbook without any sheet.
    NoSheet,
    /// It points out of its own archive.
    Outside,
    /// It declares a document type, hence possibly entities.
    Entities,
    /// Its parts share the same bytes.
    Overlapping,
    /// It is larger than the cap, unpacked.
    TooLarge,
    /// It has more entries, rows, cells or sheets than the cap.
    TooMany,
    /// Its elements or folders are nested deeper than the cap.
    TooDeep,
    /// It is a link to somewhere else.
    Link,
    /// Its name leaves the dossier, or no computer could write it.
    Name,
    /// Another entry has the same name.
    Duplicate,
    /// It is an archive inside the dossier.
    Nested,
    /// It is neither a folder, nor an archive, nor a paper that is known.
    NotDossier,
    /// It is an OpenDocument file, but no sheet.
    OpenDocument,
    /// It is a PDF of images or outlines, without any text.
    NoText,
}

impl Refused {
    pub(crate) fn new(path: impl Into<String>, cause: Cause) -> Self {
        Self {
            path: path.into(),
            cause,
        }
    }

    /// Returns the sentence shown to the jury.
    pub fn sentence(&self) -> String {
        t!(self.cause.key(), path = self.path.as_str())
    }
}

impl Cause {
    /// The words of every cause, for the test that reads them all.
    pub const KEYS: [&'static str; 23] = [
        "dossier-refused-unreachable",
        "dossier-refused-empty",
        "dossier-refused-truncated",
        "dossier-refused-damaged",
        "dossier-refused-encrypted",
        "dossier-refused-packing",
        "dossier-refused-old-format",
        "dossier-refused-not-workbook",
        "dossier-refused-not-list",
        "dossier-refused-no-sheet",
        "dossier-refused-outside",
        "dossier-refused-entities",
        "dossier-refused-overlapping",
        "dossier-refused-too-large",
        "dossier-refused-too-many",
        "dossier-refused-too-deep",
        "dossier-refused-link",
        "dossier-refused-name",
        "dossier-refused-duplicate",
        "dossier-refused-nested",
        "dossier-refused-not-dossier",
        "dossier-refused-open-document",
        "dossier-refused-no-text",
    ];

    /// Returns the key of its sentence.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "dossier-refused-unreachable",
            Self::Empty => "dossier-refused-empty",
            Self::Truncated => "dossier-refused-truncated",
            Self::Damaged => "dossier-refused-damaged",
            Self::Encrypted => "dossier-refused-encrypted",
            Self::Packing => "dossier-refused-packing",
            Self::OldFormat => "dossier-refused-old-format",
            Self::NotWorkbook => "dossier-refused-not-workbook",
            Self::NotList => "dossier-refused-not-list",
            Self::NoSheet => "dossier-refused-no-sheet",
            Self::Outside => "dossier-refused-outside",
            Self::Entities => "dossier-refused-entities",
            Self::Overlapping => "dossier-refused-overlapping",
            Self::TooLarge => "dossier-refused-too-large",
            Self::TooMany => "dossier-refused-too-many",
            Self::TooDeep => "dossier-refused-too-deep",
            Self::Link => "dossier-refused-link",
            Self::Name => "dossier-refused-name",
            Self::Duplicate => "dossier-refused-duplicate",
            Self::Nested => "dossier-refused-nested",
            Self::NotDossier => "dossier-refused-not-dossier",
            Self::OpenDocument => "dossier-refused-open-document",
            Self::NoText => "dossier-refused-no-text",
        }
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Truncated,
            // What the unpacker says of data that contradict their checksum.
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Self::Damaged,
            _ => Self::Unreachable(Arc::new(error)),
        }
    }
}
