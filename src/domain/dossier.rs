//! What the commission knows of a candidate's papers: pieces, and the reading of the tableau de
//! synthèse. Filled by the readers of [`crate::dossier`]; knows nothing of files or formats.

/// The papers of one candidate, as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    /// Name of the folder or archive that was chosen.
    pub source: String,
    /// Every recognised paper, in the order of the grid's pieces, then the others.
    pub pieces: Vec<Piece>,
    /// The reading of the tableau de synthèse, when there is one that could be read.
    pub reading: Option<Reading>,
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
    /// Lower-case hexadecimal SHA-256 of the bytes; none for an address or a folder.
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
    /// Returns the pieces of this kind.
    pub fn of_kind(&self, kind: PieceKind) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| piece.kind == kind)
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

impl Reading {
    /// Returns the réalisations that tick `column`, in the order of the sheet.
    pub fn covering(&self, column: usize) -> impl Iterator<Item = &Realisation> {
        self.realisations
            .iter()
            .filter(move |realisation| matches!(realisation.ticks.get(column), Some(Some(_))))
    }
}
