//! What the commission knows of a candidate's papers: pieces, and the reading of the tableau de
//! synthèse. Filled by the readers of [`crate::dossier`]; knows nothing of files or formats.

pub mod amend;
pub mod findings;
pub mod matching;

use super::roster::Moment;

/// The papers of one candidate, as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    /// Name of the folder or archive that was chosen.
    pub source: String,
    /// Every recognised paper, in the order of the grid's pieces, then the others.
    pub pieces: Vec<Piece>,
    /// The reading of the tableau de synthèse, when there is one that could be read, as the jury
    /// corrected it.
    pub reading: Option<Reading>,
    /// The reading before any correction; none as long as there is none.
    as_read: Option<Box<Reading>>,
    /// What the jury corrected.
    amendments: amend::Amendments,
    /// Paths that systems and office programs left behind, not looked at.
    pub ignored: Vec<String>,
    /// What the jury should know: a refused file, a doubt, an identity that differs.
    pub findings: Vec<String>,
}

/// One paper of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it was recognised as.
    pub kind: PieceKind,
    /// Path inside the dossier with `/` between folders, or the address of an online portfolio.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of the bytes; of a site, that of the list of its files' hashes
    /// as `sha256sum` prints it; none for an address.
    pub sha256: Option<String>,
    /// Size in bytes; 0 for an address.
    pub size: u64,
    /// Path of the piece that this one repeats, when the dossier holds it twice.
    pub duplicate_of: Option<String>,
}

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PieceKind {
    /// A static site: a folder with an `index.html`.
    PortfolioSite,
    /// A portfolio as one PDF.
    PortfolioPdf,
    /// A portfolio known by its address only.
    PortfolioAddress,
    /// The tableau de synthèse.
    Tableau,
    /// An attestation de stage or a certificat de travail.
    Attestation,
    /// Anything else that the candidate joined.
    Other,
}

/// The shape of a tableau de synthèse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// The current form, with the row for the portfolio's address.
    T6,
    /// The first form of 2022, without it.
    T5,
    /// Not a form of the current regime.
    Unknown,
}

/// What a tableau de synthèse says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The form that was recognised.
    pub layout: Layout,
    /// The session's year, when the sheet says one.
    pub session: Option<String>,
    /// NOM et prénom, as typed.
    pub candidate: Option<String>,
    /// The candidate's number, as typed.
    pub number: Option<String>,
    /// The training centre.
    pub centre: Option<String>,
    /// The portfolio's address, as typed.
    pub url: Option<String>,
    /// The option marked, never guessed.
    pub option: Option<String>,
    /// Section titles in the order of the sheet.
    pub sections: Vec<String>,
    /// The rows that describe a réalisation.
    pub realisations: Vec<Realisation>,
    /// Indices of the columns that no réalisation ticks.
    pub uncovered: Vec<usize>,
    /// Where the identity was read.
    pub places: IdentityPlaces,
    /// Where each section title was read, in the order of [`Reading::sections`].
    pub section_places: Vec<Place>,
    /// What the reader is not sure of.
    pub doubts: Vec<Doubt>,
}

/// Where a value was read. A correction typed by the jury has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A cell of a sheet, rows and columns counted from 0.
    Cell {
        /// Its row.
        row: u32,
        /// Its column.
        column: u32,
    },
    /// A point of a page, in points from its top left corner as shown.
    Page {
        /// The page, counted from 0.
        page: u32,
        /// To the right.
        x: u32,
        /// Downwards.
        y: u32,
    },
}

/// Where each value of the identity was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IdentityPlaces {
    /// Of the session.
    pub session: Option<Place>,
    /// Of the name.
    pub candidate: Option<Place>,
    /// Of the number.
    pub number: Option<Place>,
    /// Of the training centre.
    pub centre: Option<Place>,
    /// Of the portfolio's address.
    pub url: Option<Place>,
    /// Of the option that is marked.
    pub option: Option<Place>,
}

/// Something that the reader could not make sure of: the jury looks at the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// A page has no text at all, only an image or outlines.
    NoText {
        /// The page, counted from 0.
        page: u32,
    },
    /// A page has texts but no table whose cells could be told.
    NoTable {
        /// The page, counted from 0.
        page: u32,
    },
    /// The columns of a competency were placed by their neighbours, its label being illegible.
    Column {
        /// Index of the competency.
        column: usize,
    },
    /// A text, a fill or a drawing lies across several cells of the table.
    Straddling(Place),
    /// A text is cut by the edge of its cell or of the page.
    Cut(Place),
    /// A text under a table is on a page whose table has no header of its own.
    Continued {
        /// The page, counted from 0.
        page: u32,
    },
    /// A page starts another tableau, which was not read.
    Another {
        /// The page, counted from 0.
        page: u32,
    },
    /// A sign is in a font that does not say which letters it draws.
    Sign(Place),
    /// A cell holds a text that may be a tick or not.
    Tick(Place),
    /// Something is drawn beside the table and not in a cell.
    Outside(Place),
    /// Pages past the cap were not read.
    Pages {
        /// How many were read.
        read: u32,
    },
}

/// One row of the tableau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Realisation {
    /// Index in [`Reading::sections`]; none before the first section.
    pub section: Option<usize>,
    /// First line of the title cell.
    pub title: String,
    /// The other lines of the title cell: documents, links.
    pub documents: Vec<String>,
    /// The period as typed, blanks folded.
    pub period_raw: String,
    /// One entry a competency column: why it counts as ticked, if it does.
    pub ticks: Vec<Option<Reason>>,
    /// What is unusual about the row.
    pub flags: Vec<Flag>,
    /// Addresses behind the title, the period or the ticks, as they are: never followed.
    pub links: Vec<String>,
    /// What is written in each ticked cell, as typed: a cross, a sentence, numbers of
    /// sub-competencies. One entry a column, empty when nothing is written.
    pub texts: Vec<String>,
    /// Where the title was read; none for a row that the jury typed.
    pub place: Option<Place>,
    /// Where the period was read.
    pub period_place: Option<Place>,
    /// Where each tick was read, one entry a column.
    pub tick_places: Vec<Option<Place>>,
}

/// Why a cell counts as ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A visible text that is not a negation.
    Text,
    /// A fill of its own.
    Fill,
    /// Both diagonals.
    Border,
    /// A drawn shape.
    Shape,
    /// The jury ticked it.
    Jury,
}

/// Whether an address could be opened when the jury tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// Whether it opened.
    pub opened: bool,
    /// When it was tried.
    pub at: Moment,
}

/// What is unusual about a row of the tableau.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// It continued the row above.
    Continuation,
    /// It ticks nothing.
    NoTick,
    /// It is hidden in the sheet.
    Hidden,
    /// Its period ends before it starts.
    EndBeforeStart,
    /// Its period names a day that does not exist.
    ImpossibleDate,
}

/// What a complete dossier holds; a portfolio may be a site, a PDF or an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Required {
    /// The portfolio, in any of its forms.
    Portfolio,
    /// The tableau de synthèse.
    Tableau,
    /// An attestation de stage or a certificat de travail.
    Attestation,
}

impl Dossier {
    /// Makes the dossier of what was found in `source`.
    pub fn new(source: String, pieces: Vec<Piece>, reading: Option<Reading>) -> Self {
        Self {
            source,
            pieces,
            reading,
            ..Self::default()
        }
    }

    /// Joins the reading of a tableau that was not recognised at first.
    pub fn with_reading(mut self, reading: Reading) -> Self {
        self.reading = Some(reading);
        self.as_read = None;
        self.amendments.clear();
        self
    }

    /// Returns the pieces of this kind.
    pub fn of_kind(&self, kind: PieceKind) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| piece.kind == kind)
    }

    /// Returns whether these are the same papers, whatever the jury said of them since.
    pub fn is_like(&self, other: &Self) -> bool {
        let papers = |dossier: &Self| -> Vec<(String, Option<String>)> {
            let pieces = dossier.pieces.iter();
            pieces
                .map(|piece| (piece.path.clone(), piece.sha256.clone()))
                .collect()
        };
        self.source == other.source
            && papers(self) == papers(other)
            && self.as_read() == other.as_read()
    }

    /// Returns whether one of its papers has this path or address.
    pub fn has(&self, path: &str) -> bool {
        self.pieces.iter().any(|piece| piece.path == path)
    }

    /// Says what the paper of this path is, and returns what it was said to be.
    pub fn label(&mut self, path: &str, kind: PieceKind) -> Option<PieceKind> {
        let piece = self.pieces.iter_mut().find(|piece| piece.path == path)?;
        Some(std::mem::replace(&mut piece.kind, kind))
    }

    /// Returns what is not there.
    pub fn missing(&self) -> Vec<Required> {
        let has = |required: Required| {
            self.pieces
                .iter()
                .any(|piece| piece.kind.answers() == Some(required))
        };
        [
            Required::Portfolio,
            Required::Tableau,
            Required::Attestation,
        ]
        .into_iter()
        .filter(|required| !has(*required))
        .collect()
    }
}

impl PieceKind {
    /// Everything a paper can be said to be, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::PortfolioSite,
        Self::PortfolioPdf,
        Self::PortfolioAddress,
        Self::Tableau,
        Self::Attestation,
        Self::Other,
    ];

    /// Returns which requirement a piece of this kind answers.
    pub fn answers(self) -> Option<Required> {
        match self {
            Self::PortfolioSite | Self::PortfolioPdf | Self::PortfolioAddress => {
                Some(Required::Portfolio)
            }
            Self::Tableau => Some(Required::Tableau),
            Self::Attestation => Some(Required::Attestation),
            Self::Other => None,
        }
    }
}

impl Place {
    /// Reads the name of a cell, as `F12`.
    pub fn of_cell(name: &str) -> Option<Self> {
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = name.split_at(digits);
        let mut column = 0u32;
        for letter in letters.bytes() {
            let rank = letter
                .to_ascii_uppercase()
                .checked_sub(b'A')
                .filter(|rank| *rank < 26)?;
            column = column
                .checked_mul(26)?
                .checked_add(u32::from(rank).checked_add(1)?)?;
        }
        let row: u32 = digits.parse().ok()?;
        Some(Self::Cell {
            row: row.checked_sub(1)?,
            column: column.checked_sub(1)?,
        })
    }
}

impl std::fmt::Display for Place {
    /// Writes `F12`, as spreadsheets name a cell, or `p. 2 (310, 455)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Cell { row, column } => {
                let mut letters = String::new();
                let mut rest = u64::from(column) + 1;
                while rest > 0 {
                    let rank = u8::try_from((rest - 1) % 26).unwrap_or_default();
                    letters.insert(0, char::from(b'A'.saturating_add(rank)));
                    rest = (rest - 1) / 26;
                }
                write!(f, "{letters}{}", u64::from(row) + 1)
            }
            Self::Page { page, x, y } => write!(f, "p. {} ({x}, {y})", u64::from(page) + 1),
        }
    }
}

impl Reading {
    /// Returns the réalisations that tick `column`, in the order of the sheet.
    pub fn covering(&self, column: usize) -> impl Iterator<Item = &Realisation> {
        self.realisations
            .iter()
            .filter(move |realisation| matches!(realisation.ticks.get(column), Some(Some(_))))
    }
}
