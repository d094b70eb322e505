//! The shapes of a dossier: as the journal keeps it, both ways, and as `dossier --json` and
//! `tableau --json` print it for other programs.

mod amend;
mod conformity;
mod place;
mod report;

use serde::{Deserialize, Serialize};

use crate::domain::dossier as domain;
use crate::dossier::Refused;
pub use amend::{SaidFile, SpotFile, What};
pub use conformity::{Conformity, conformity};
use place::{Doubt, Place, place};
pub use report::{Report, printed};

/// A reading of a tableau, as stored and as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    layout: Layout,
    session: Option<String>,
    candidate: Option<String>,
    number: Option<String>,
    centre: Option<String>,
    url: Option<String>,
    option: Option<String>,
    sections: Vec<String>,
    realisations: Vec<Realisation>,
    uncovered: Vec<usize>,
    #[serde(default, skip_serializing_if = "Sources::is_empty")]
    sources: Sources,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<Doubt>,
}

/// Where the values of a reading were found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    session: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    candidate: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    centre: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    option: Option<Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sections: Vec<Place>,
}

impl Sources {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Layout {
    T6,
    T5,
    #[serde(rename = "unknown")]
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Realisation {
    section: Option<usize>,
    title: String,
    period_raw: String,
    ticks: Vec<bool>,
    reason: Vec<Option<Reason>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    flags: Vec<Flag>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<String>,
    #[serde(default, skip_serializing_if = "is_silent")]
    texts: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period_source: Option<Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tick_sources: Vec<Option<Place>>,
}

#[allow(clippy::ptr_arg, reason = "serde hands a reference to the field")]
fn is_silent(texts: &Vec<String>) -> bool {
    texts.iter().all(String::is_empty)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Reason {
    #[serde(rename = "texte")]
    Text,
    #[serde(rename = "couleur")]
    Fill,
    #[serde(rename = "bordure")]
    Border,
    #[serde(rename = "forme")]
    Shape,
    #[serde(rename = "jury")]
    Jury,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Flag {
    #[serde(rename = "suite")]
    Continuation,
    #[serde(rename = "sans_coche")]
    NoTick,
    #[serde(rename = "masquee")]
    Hidden,
    #[serde(rename = "fin_avant_debut")]
    EndBeforeStart,
    #[serde(rename = "date_impossible")]
    ImpossibleDate,
}

/// A dossier, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    source: String,
    pieces: Vec<Piece>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<String>,
    tableau: Option<Reading>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<amend::Correction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    findings: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    path: String,
    kind: PieceKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duplicate_of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    size: u64,
}

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// A static site.
    PortfolioSite,
    /// A portfolio as one PDF.
    PortfolioPdf,
    /// A portfolio known by its address only.
    PortfolioAddress,
    /// The tableau de synthèse.
    Tableau,
    /// An attestation de stage or a certificat de travail.
    Attestation,
    /// Anything else.
    Other,
}

/// What a stored dossier says that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// A réalisation's ticks and their reasons differ.
    #[error("ticks and reasons differ")]
    Ticks,
    /// A réalisation names a section that is not there.
    #[error("no section {0}")]
    Section(usize),
    /// A correction says something that its place does not take.
    #[error("a correction that cannot be")]
    Correction,
    /// A source is neither a cell nor a point of a page.
    #[error("{0} is no place")]
    Place(String),
}

/// A refusal as printed for other programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    refused: String,
}

impl From<&Refused> for Refusal {
    fn from(refused: &Refused) -> Self {
        Self {
            refused: refused.sentence(),
        }
    }
}

/// Writes an enumeration of the domain as its twin of the schema, and back.
macro_rules! twins {
    ($($name:ident { $($variant:ident),+ $(,)? })+) => {$(
        impl From<domain::$name> for $name {
            fn from(value: domain::$name) -> Self {
                match value { $(domain::$name::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for domain::$name {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant),+ }
            }
        }
    )+};
}

twins! {
    Layout { T6, T5, Unknown }
    Reason { Text, Fill, Border, Shape, Jury }
    Flag { Continuation, NoTick, Hidden, EndBeforeStart, ImpossibleDate }
    PieceKind { PortfolioSite, PortfolioPdf, PortfolioAddress, Tableau, Attestation, Other }
}

impl From<&domain::Reading> for Reading {
    fn from(reading: &domain::Reading) -> Self {
        Self {
            layout: reading.layout.into(),
            session: reading.session.clone(),
            candidate: reading.candidate.clone(),
            number: reading.number.clone(),
            centre: reading.centre.clone(),
            url: reading.url.clone(),
            option: reading.option.clone(),
            sections: reading.sections.clone(),
            realisations: reading.realisations.iter().map(Realisation::from).collect(),
            uncovered: reading.uncovered.clone(),
            sources: Sources {
                session: reading.places.session.map(Place::from),
                candidate: reading.places.candidate.map(Place::from),
                number: reading.places.number.map(Place::from),
                centre: reading.places.centre.map(Place::from),
                url: reading.places.url.map(Place::from),
                option: reading.places.option.map(Place::from),
                sections: reading.section_places.iter().map(|p| (*p).into()).collect(),
            },
            doubts: reading.doubts.iter().map(|doubt| (*doubt).into()).collect(),
        }
    }
}

impl From<&domain::Realisation> for Realisation {
    fn from(realisation: &domain::Realisation) -> Self {
        Self {
            section: realisation.section,
            title: realisation.title.clone(),
            period_raw: realisation.period_raw.clone(),
            ticks: realisation.ticks.iter().map(Option::is_some).collect(),
            reason: realisation
                .ticks
                .iter()
                .map(|tick| tick.map(Reason::from))
                .collect(),
            flags: realisation.flags.iter().copied().map(Flag::from).collect(),
            documents: realisation.documents.clone(),
            links: realisation.links.clone(),
            texts: realisation.texts.clone(),
            source: realisation.place.map(Place::from),
            period_source: realisation.period_place.map(Place::from),
            tick_sources: realisation
                .tick_places
                .iter()
                .map(|place| place.map(Place::from))
                .collect(),
        }
    }
}

impl TryFrom<Reading> for domain::Reading {
    type Error = Mismatch;

    fn try_from(reading: Reading) -> Result<Self, Mismatch> {
        let n_sections = reading.sections.len();
        let mut realisations = Vec::with_capacity(reading.realisations.len());
        for realisation in reading.realisations {
            if let Some(section) = realisation.section.filter(|index| *index >= n_sections) {
                return Err(Mismatch::Section(section));
            }
            realisations.push(realisation.try_into()?);
        }
        Ok(Self {
            layout: reading.layout.into(),
            session: reading.session,
            candidate: reading.candidate,
            number: reading.number,
            centre: reading.centre,
            url: reading.url,
            option: reading.option,
            sections: reading.sections,
            realisations,
            uncovered: reading.uncovered,
            places: domain::IdentityPlaces {
                session: place(reading.sources.session)?,
                candidate: place(reading.sources.candidate)?,
                number: place(reading.sources.number)?,
                centre: place(reading.sources.centre)?,
                url: place(reading.sources.url)?,
                option: place(reading.sources.option)?,
            },
            section_places: reading
                .sources
                .sections
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
            doubts: reading
                .doubts
                .into_iter()
                .map(TryInto::try_into)
                .collect::<Result<_, _>>()?,
        })
    }
}

impl TryFrom<Realisation> for domain::Realisation {
    type Error = Mismatch;

    fn try_from(realisation: Realisation) -> Result<Self, Mismatch> {
        let reasons = realisation.reason.iter().map(Option::is_some);
        if !realisation.ticks.iter().copied().eq(reasons) {
            return Err(Mismatch::Ticks);
        }
        let n_columns = realisation.ticks.len();
        // Readings kept by the first version hold no place and no remark.
        let mut texts = realisation.texts;
        texts.resize(n_columns, String::new());
        let mut tick_places = realisation
            .tick_sources
            .into_iter()
            .map(place)
            .collect::<Result<Vec<_>, _>>()?;
        tick_places.resize(n_columns, None);
        Ok(Self {
            section: realisation.section,
            title: realisation.title,
            documents: realisation.documents,
            period_raw: realisation.period_raw,
            ticks: realisation
                .reason
                .into_iter()
                .map(|reason| reason.map(Into::into))
                .collect(),
            flags: realisation.flags.into_iter().map(Into::into).collect(),
            links: realisation.links,
            texts,
            place: place(realisation.source)?,
            period_place: place(realisation.period_source)?,
            tick_places,
        })
    }
}

impl From<&domain::Piece> for Piece {
    fn from(piece: &domain::Piece) -> Self {
        Self {
            path: piece.path.clone(),
            kind: piece.kind.into(),
            duplicate_of: piece.duplicate_of.clone(),
            sha256: piece.sha256.clone(),
            size: piece.size,
        }
    }
}

impl From<Piece> for domain::Piece {
    fn from(piece: Piece) -> Self {
        Self {
            kind: piece.kind.into(),
            path: piece.path,
            sha256: piece.sha256,
            size: piece.size,
            duplicate_of: piece.duplicate_of,
        }
    }
}

impl From<&domain::Dossier> for Dossier {
    fn from(dossier: &domain::Dossier) -> Self {
        Self {
            source: dossier.source.clone(),
            pieces: dossier.pieces.iter().map(Piece::from).collect(),
            ignored: dossier.ignored.clone(),
            tableau: dossier.as_read().map(Reading::from),
            corrections: amend::write(dossier.amendments()),
            findings: dossier.findings.clone(),
        }
    }
}

impl Dossier {
    /// Returns the dossier as it counts: its tableau corrected, and the corrections beside it.
    pub fn counted(dossier: &domain::Dossier) -> Self {
        Self {
            tableau: dossier.reading.as_ref().map(Reading::from),
            ..Self::from(dossier)
        }
    }
}

impl TryFrom<Dossier> for domain::Dossier {
    type Error = Mismatch;

    fn try_from(dossier: Dossier) -> Result<Self, Mismatch> {
        let pieces = dossier.pieces.into_iter().map(Into::into).collect();
        let reading: Option<domain::Reading> =
            dossier.tableau.map(TryInto::try_into).transpose()?;
        let columns = reading.as_ref().map_or(0, amend::columns);
        let amendments = amend::read(dossier.corrections).ok_or(Mismatch::Correction)?;
        let mut read = Self::new(dossier.source, pieces, reading);
        read.ignored = dossier.ignored;
        read.findings = dossier.findings;
        Ok(read.with_amendments(amendments, columns))
    }
}
