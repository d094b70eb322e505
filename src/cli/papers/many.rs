//! `dossier` on a folder of dossiers: one line each, matched to the list of candidates, as a table for
//! people, JSON for programs, CSV for the centre.

use std::path::Path;
use std::sync::Arc;

use super::DossierArgs;
use crate::cli::{Failure, Outcome, complain, pretty, say};
use crate::domain::dossier::findings::findings;
use crate::domain::dossier::matching::{Match, Owner, matches, rivals};
use crate::domain::dossier::{Dossier, Required};
use crate::domain::grid::Grid;
use crate::domain::roster::Candidate;
use crate::dossier::{self, Columns, Refused, many, roster};
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::schema::state::{self, Conformity};
use crate::store::settings::Settings;
use crate::store::{Act, StoreError, grids};
use crate::{t, words};

/// One dossier of the folder.
struct Line {
    label: String,
    read: Result<Dossier, Refused>,
    owner: Match,
    findings: Vec<String>,
}

pub fn dossiers(args: &DossierArgs, places: &Places) -> Outcome {
    let shipped = grids::load(&args.grid)?.grid;
    let (grid, candidates) = people(args, shipped, places)?;
    let columns = Columns::of(&grid);
    let paths = many::list(&args.path).map_err(|refused| Failure::Refused(refused.sentence()))?;
    if paths.is_empty() {
        let path = args.path.display().to_string();
        return Err(Failure::Refused(t!("cli-many-nothing", path = path)));
    }
    let read: Vec<(String, Result<Dossier, Refused>)> = paths
        .iter()
        .map(|path| (label(path), dossier::open(path, &columns)))
        .collect();
    let lines = confront(read, candidates.as_deref(), &columns);
    let without = without_dossier(&lines, candidates.as_deref().unwrap_or_default());
    if let Some(path) = &args.csv {
        write_csv(path, &lines, candidates.as_deref(), &grid)?;
        complain(&t!("cli-many-written", path = path.display().to_string()));
    }
    if args.json {
        let shown = lines.iter().map(|line| Conformity {
            path: &line.label,
            read: line.read.as_ref(),
            owner: candidates.as_ref().map(|_| &line.owner),
            findings: &line.findings,
        });
        let people = candidates.as_deref().unwrap_or_default();
        let shown = state::conformity(&shown.collect::<Vec<_>>(), people, &without, &columns.labels);
        say(&pretty(&shown));
        return Ok(());
    }
    print(&lines, candidates.as_deref(), &grid);
    if !without.is_empty() {
        let names: Vec<String> = without.iter().map(|candidate| candidate.name()).collect();
        say(&t!("dossier-roster-none", names = names.join(", ")));
    }
    Ok(())
}

/// Returns the grid and the people that the dossiers are matched with, when a list is given.
fn people(
    args: &DossierArgs,
    shipped: Arc<Grid>,
    places: &Places,
) -> Result<(Arc<Grid>, Option<Vec<Candidate>>), Failure> {
    if let Some(file) = &args.commission {
        let document = Document::look(file, places)?;
        let commission = document.commission();
        let people = commission.records.iter().map(|record| record.candidate.clone());
        return Ok((commission.header.grid.clone(), Some(people.collect())));
    }
    let Some(file) = &args.roster else {
        return Ok((shipped, None));
    };
    let table = roster::open(file).map_err(|refused| Failure::Refused(refused.sentence()))?;
    let columns = Settings::load(places).columns(&table, &shipped.options);
    if !columns.name_candidates() {
        let path = file.display().to_string();
        return Err(Failure::Refused(t!("roster-no-columns", path = path)));
    }
    let list = roster::list(&table, &columns, &shipped);
    let people = list.usable().map(|entry| entry.candidate.clone()).collect();
    Ok((shipped, Some(people)))
}

fn label(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Says whose each dossier is, and what is to be known of it.
fn confront(
    read: Vec<(String, Result<Dossier, Refused>)>,
    candidates: Option<&[Candidate]>,
    columns: &Columns,
) -> Vec<Line> {
    let owners: Vec<Owner> = read
        .iter()
        .map(|(label, dossier)| {
            let reading = dossier.as_ref().ok().and_then(|dossier| dossier.reading.as_ref());
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
                findings: told,
            }
        })
        .collect()
}

fn without_dossier<'a>(lines: &[Line], candidates: &'a [Candidate]) -> Vec<&'a Candidate> {
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

fn heads() -> Vec<String> {
    HEADS.iter().map(|key| t!(*key)).collect()
}

impl Line {
    /// Returns what the line says under each head but the last, which each form writes its way.
    fn cells(&self, candidates: Option<&[Candidate]>, grid: &Grid) -> Vec<String> {
        let person = candidates.and_then(|all| all.get(self.owner.candidate()?));
        let reading = self.read.as_ref().ok().and_then(|read| read.reading.as_ref());
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

/// Prints the table in columns, each finding under its line.
fn print(lines: &[Line], candidates: Option<&[Candidate]>, grid: &Grid) {
    let mut rows = vec![heads()];
    for line in lines {
        let mut cells = line.cells(candidates, grid);
        cells.push(line.findings.len().to_string());
        rows.push(cells);
    }
    let widths: Vec<usize> = (0..HEADS.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    for (index, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                let gap = width.saturating_sub(cell.chars().count());
                format!("{cell}{}", " ".repeat(gap))
            })
            .collect();
        say(cells.join("  ").trim_end());
        let line = index.checked_sub(1).and_then(|index| lines.get(index));
        for finding in line.iter().flat_map(|line| &line.findings) {
            say(&t!("cli-finding", finding = finding.as_str()));
        }
    }
}

/// Writes the table as the spreadsheets of a French centre open it; nothing is replaced.
fn write_csv(
    path: &Path,
    lines: &[Line],
    candidates: Option<&[Candidate]>,
    grid: &Grid,
) -> Outcome {
    let failed = |cause| Failure::from(StoreError::io(path, Act::Create, cause));
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    let broken = |error: csv::Error| failed(std::io::Error::other(error));
    table.write_record(heads()).map_err(broken)?;
    for line in lines {
        let mut cells = line.cells(candidates, grid);
        cells.push(line.findings.join(" | "));
        table
            .write_record(cells.iter().map(|cell| inert(cell)))
            .map_err(broken)?;
    }
    let bytes = table
        .into_inner()
        .map_err(|error| failed(std::io::Error::other(error.to_string())))?;
    let mut file = std::fs::File::create_new(path).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            Failure::Refused(t!("cli-many-exists", path = path.display().to_string()))
        } else {
            failed(error)
        }
    })?;
    std::io::Write::write_all(&mut file, &bytes).map_err(failed)
}

/// A spreadsheet runs a text that begins as a formula does: candidates name their files.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
