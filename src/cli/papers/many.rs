//! `dossier` on a folder of dossiers: one line each, matched to the list of candidates, as a table for
//! people, JSON for programs, CSV for the centre.

use std::path::Path;
use std::sync::Arc;

use super::DossierArgs;
use crate::cli::{Failure, Outcome, complain, pretty, say};
use crate::domain::dossier::Dossier;
use crate::domain::grid::Grid;
use crate::domain::roster::Candidate;
use crate::dossier::{self, Columns, Refused, many, roster};
use crate::export::conformity::{self as table, Line, confront, heads, label, without_dossier};
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::schema::state::{self, Conformity};
use crate::store::settings::Settings;
use crate::store::{Act, StoreError, grids};
use crate::t;

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
        let shown = state::conformity(
            &shown.collect::<Vec<_>>(),
            people,
            &without,
            &columns.labels,
        );
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
        let people = commission
            .records
            .iter()
            .map(|record| record.candidate.clone());
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

/// Prints the table in columns, each finding under its line.
fn print(lines: &[Line], candidates: Option<&[Candidate]>, grid: &Grid) {
    let mut rows = vec![heads()];
    for line in lines {
        let mut cells = line.cells(candidates, grid);
        cells.push(line.findings.len().to_string());
        rows.push(cells);
    }
    let widths: Vec<usize> = (0..heads().len())
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

/// Writes the table for the centre; nothing is replaced.
fn write_csv(
    path: &Path,
    lines: &[Line],
    candidates: Option<&[Candidate]>,
    grid: &Grid,
) -> Outcome {
    let failed = |cause| Failure::from(StoreError::io(path, Act::Create, cause));
    let bytes = table::csv(lines, candidates, grid)
        .map_err(|error| failed(std::io::Error::other(error)))?;
    let mut file = std::fs::File::create_new(path).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            Failure::Refused(t!("cli-many-exists", path = path.display().to_string()))
        } else {
            failed(error)
        }
    })?;
    std::io::Write::write_all(&mut file, &bytes).map_err(failed)
}
