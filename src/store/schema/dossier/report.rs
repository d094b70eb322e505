//! What `tableau --json` and `dossier --json` print: the stored shape, with what is computed from it
//! (counts, sure dates, findings) beside.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Piece, Reading};
use crate::domain::dossier as domain;
use crate::domain::dossier::findings;
use crate::domain::roster::Candidate;
use crate::dossier::tableau::period::{Period, Precision};
use crate::words;

/// A dossier as printed for other programs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    source: String,
    candidate: Option<String>,
    number: Option<String>,
    option: Option<String>,
    url: Option<String>,
    pieces: Vec<ReportPiece>,
    missing: Vec<&'static str>,
    other: Vec<String>,
    ignored: Vec<String>,
    tableau: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ReportPiece {
    #[serde(flatten)]
    piece: Piece,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
}

/// Returns a reading with its counts, its dates and its findings; its columns bear these labels.
pub fn printed(
    reading: &domain::Reading,
    labels: &[String],
    candidate: Option<&Candidate>,
) -> Value {
    let mut value = json!(Reading::from(reading));
    if let Some(rows) = value.get_mut("realisations").and_then(Value::as_array_mut) {
        for row in rows {
            let raw = row.get("period_raw").and_then(Value::as_str);
            let period = raw.map(|raw| dates(&Period::parse(raw)));
            if let (Some(period), Some(fields)) = (period, row.as_object_mut()) {
                let _ = fields.insert("period".to_owned(), period);
            }
        }
    }
    let counts = findings::counts(reading, labels.len());
    let found: Vec<String> = findings::findings(reading, candidate)
        .iter()
        .map(|finding| words::finding(finding, reading, labels))
        .collect();
    if let Some(fields) = value.as_object_mut() {
        let _ = fields.insert(
            "counts".to_owned(),
            json!({
                "realisations": counts.realisations,
                "before_sections": counts.before_sections,
                "sections": counts.sections,
                "competencies": counts.columns,
            }),
        );
        let _ = fields.insert("findings".to_owned(), json!(found));
    }
    value
}

fn dates(period: &Period) -> Value {
    json!({
        "start": period.start.map(|day| day.to_string()),
        "end": period.end.map(|day| day.to_string()),
        "precision": period.precision.map(|precision| match precision {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Year => "year",
        }),
        "open": period.is_open,
    })
}

impl Report {
    /// Reports a dossier; its tableau has columns of these labels.
    pub fn new(dossier: &domain::Dossier, labels: &[String], candidate: Option<&Candidate>) -> Self {
        let reading = dossier.reading.as_ref();
        let of_reading = |get: fn(&domain::Reading) -> &Option<String>| {
            reading.and_then(|reading| get(reading).clone())
        };
        let (other, pieces): (Vec<&domain::Piece>, Vec<&domain::Piece>) = dossier
            .pieces
            .iter()
            .partition(|piece| piece.kind == domain::PieceKind::Other);
        Self {
            source: dossier.source.clone(),
            candidate: of_reading(|reading| &reading.candidate),
            number: of_reading(|reading| &reading.number),
            option: of_reading(|reading| &reading.option),
            url: of_reading(|reading| &reading.url),
            pieces: pieces
                .into_iter()
                .map(|piece| ReportPiece {
                    entry: entry_of(piece),
                    piece: piece.into(),
                })
                .collect(),
            missing: dossier
                .missing()
                .into_iter()
                .map(|required| match required {
                    domain::Required::Portfolio => "portfolio",
                    domain::Required::Tableau => "tableau",
                    domain::Required::Attestation => "attestation",
                })
                .collect(),
            other: other.into_iter().map(|piece| piece.path.clone()).collect(),
            ignored: dossier.ignored.clone(),
            tableau: reading.map(|reading| printed(reading, labels, candidate)),
            findings: dossier.findings.clone(),
        }
    }
}

/// The page that opens a site.
fn entry_of(piece: &domain::Piece) -> Option<String> {
    match (piece.kind, piece.path.as_str()) {
        (domain::PieceKind::PortfolioSite, ".") => Some("index.html".to_owned()),
        (domain::PieceKind::PortfolioSite, folder) => Some(format!("{folder}/index.html")),
        _ => None,
    }
}
