//! The conformity table of a commission: one line a dossier, matched to the list of candidates, as
//! cells and as CSV for the centre. Whose a dossier is, is never guessed: the jury says.

use std::path::Path;

use crate::domain::dossier::findings::findings;
use crate::domain::dossier::matching::{Match, Owner, matches, rivals};
use crate::domain::dossier::{Dossier, Required};
use crate::domain::grid::Grid;
use crate::domain::roster::Candidate;
use crate::dossier::{Columns, Refused};
use crate::{t, words};

/// One dossier of the folder.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its name in the folder.
    pub label: String,
    /// What was read of it.
    pub read: Result<Dossier, Refused>,
    /// Whose it is.
    pub owner: Match,
    /// Other dossiers of the folder that say they are the same person's.
    pub rivals: Vec<usize>,
    /// What is to be known of it, in sentences.
    pub findings: Vec<String>,
}

/// Returns the name of a dossier in its folder.
pub fn label(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Says whose each dossier is, and what is to be known of it.
pub fn confront(
    read: Vec<(String, Result<Dossier, Refused>)>,
    candidates: Option<&[Candidate]>,
    columns: &Columns,
) -> Vec<Line> {
    let owners: Vec<Owner> = read
        .iter()
        .map(|(label, dossier)| {
            let reading = dossier
                .as_ref()
                .ok()
                .and_then(|dossier| dossier.reading.as_ref());
            Owner {
                number: reading.and_then(|reading| reading.number.clone()),
                name: reading.and_then(|reading| reading.candidate.clone()),
                label: label.trim_end_matches(".zip").to_owned(),
            }
        })
        .collect();
    let people = candidates.unwrap_or_default();
    let found = matches(&owners, people);
    let rivals = rivals(&found);
    let labels: Vec<String> = read.iter().map(|(label, _)| label.clone()).collect();
    read.into_iter()
        .zip(found)
        .zip(rivals)
        .map(|(((label, read), owner), rivals)| {
            let mut told = Vec::new();
            if candidates.is_some() {
                let name = |index: &usize| people.get(*index).map(Candidate::name);
                match &owner {
                    Match::Ambiguous(several) => {
                        let names: Vec<String> = several.iter().filter_map(name).collect();
                        told.push(t!(
                            "dossier-match-several",
                            count = names.len(),
                            names = names.join(", ")
                        ));
                    }
                    Match::Nobody => told.push(t!("dossier-match-nobody")),
                    Match::Name(_) => told.push(t!("dossier-match-name")),
                    Match::Number(_) => {}
                }
                let others: Vec<&str> = rivals
                    .iter()
                    .filter_map(|other| labels.get(*other).map(String::as_str))
                    .collect();
                if !others.is_empty() {
                    told.push(t!("dossier-match-rival", others = others.join(", ")));
                }
            }
            match &read {
                Ok(dossier) => {
                    told.extend(dossier.findings.iter().cloned());
                    if let Some(reading) = &dossier.reading {
                        let candidate = owner.candidate().and_then(|index| people.get(index));
                        let found = findings(reading, candidate);
                        told.extend(
                            found
                                .iter()
                                .map(|finding| words::finding(finding, reading, &columns.labels)),
                        );
                    }
                }
                Err(refused) => told.push(refused.sentence()),
            }
            Line {
                label,
                read,
                owner,
                rivals,
                findings: told,
            }
        })
        .collect()
}

/// Returns the candidates whose dossier is not among the lines.
pub fn without_dossier<'a>(lines: &[Line], candidates: &'a [Candidate]) -> Vec<&'a Candidate> {
    let has = |index: usize| {
        lines.iter().any(|line| match &line.owner {
            Match::Ambiguous(several) => several.contains(&index),
            owner => owner.candidate() == Some(index),
        })
    };
    let candidates = candidates.iter().enumerate();
    candidates
        .filter(|(index, _)| !has(*index))
        .map(|(_, candidate)| candidate)
        .collect()
}

const HEADS: [&str; 9] = [
    "cli-many-head",
    "cli-many-candidate",
    "cli-many-match",
    "cli-many-portfolio",
    "cli-many-tableau",
    "cli-many-attestation",
    "cli-many-realisations",
    "cli-many-uncovered",
    "cli-many-findings",
];

/// Returns the heads of the table.
pub fn heads() -> Vec<String> {
    HEADS.iter().map(|key| t!(*key)).collect()
}

impl Line {
    /// Returns what the line says under each head but the last, which each form writes its way.
    pub fn cells(&self, candidates: Option<&[Candidate]>, grid: &Grid) -> Vec<String> {
        let person = candidates.and_then(|all| all.get(self.owner.candidate()?));
        let reading = self
            .read
            .as_ref()
            .ok()
            .and_then(|read| read.reading.as_ref());
        let name = person
            .map(|person| format!("{} {}", person.number.as_str(), person.name()))
            .or_else(|| reading.and_then(|reading| reading.candidate.clone()));
        let by = match (&self.owner, candidates) {
            (_, None) => "cli-many-unmatched",
            (Match::Number(_), _) => "cli-many-number",
            (Match::Name(_), _) => "cli-many-name",
            (Match::Ambiguous(_), _) => "cli-many-ambiguous",
            (Match::Nobody, _) => "cli-many-nobody",
        };
        let has = |required: Required| match &self.read {
            Err(_) => t!("cli-many-refused"),
            Ok(dossier) if dossier.missing().contains(&required) => t!("cli-many-no"),
            Ok(dossier) if required == Required::Tableau && dossier.reading.is_none() => {
                t!("cli-many-refused")
            }
            Ok(_) => t!("cli-many-yes"),
        };
        let count = reading.map(|reading| reading.realisations.len().to_string());
        let shorts: Vec<String> = grid.covered_rows().map(|row| row.short.clone()).collect();
        let uncovered: Vec<&str> = reading
            .iter()
            .flat_map(|reading| reading.uncovered.iter())
            .filter_map(|column| shorts.get(*column).map(String::as_str))
            .collect();
        vec![
            self.label.clone(),
            name.unwrap_or_default(),
            t!(by),
            has(Required::Portfolio),
            has(Required::Tableau),
            has(Required::Attestation),
            count.unwrap_or_default(),
            uncovered.join(", "),
        ]
    }
}

/// Returns the table as the spreadsheets of a French centre open it.
pub fn csv(
    lines: &[Line],
    candidates: Option<&[Candidate]>,
    grid: &Grid,
) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    table.write_record(heads())?;
    for line in lines {
        let mut cells = line.cells(candidates, grid);
        cells.push(line.findings.join(" | "));
        table.write_record(cells.iter().map(|cell| inert(cell)))?;
    }
    let bytes = table.into_inner();
    bytes.map_err(|error| csv::Error::from(error.into_error()))
}

/// A spreadsheet runs a text that begins as a formula does: candidates name their files.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
