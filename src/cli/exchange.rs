//! `grid import` and `grid export`: the formats of others, each with its report.

use std::path::Path;

use super::args::AUTO;
use super::{Failure, Outcome, grids as own, pretty, say};
use crate::domain::grid::Grid;
use crate::store::exchange::{self, Format, Remark};
use crate::store::schema::findings;
use crate::store::{clock, grids};
use crate::{t, words};

/// How the grid that is made is called, when the file's own words do not suit.
pub struct Names {
    /// Its title.
    pub title: Option<String>,
    /// Its stable name.
    pub id: Option<String>,
}

pub fn import(file: &Path, format: &str, out: &Path, names: &Names, json: bool) -> Outcome {
    let bytes = grids::bytes(file)?;
    let refused = |error: exchange::ExchangeError| {
        Failure::Refused(t!(
            "cli-exchange-refused",
            path = file.display().to_string(),
            cause = error.to_string()
        ))
    };
    let format = if format == AUTO {
        exchange::guess(&bytes).ok_or_else(|| refused(exchange::ExchangeError::Unknown))?
    } else {
        named(format)?
    };
    let stem = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let imported = exchange::import(format, &bytes, &stem.unwrap_or_default(), clock::now())
        .map_err(refused)?;
    let mut draft = imported.grid.into_draft();
    if let Some(title) = &names.title {
        draft.title.clone_from(title);
        draft.id = grids::blank::slug(title);
    }
    if let Some(id) = &names.id {
        draft.id.clone_from(id);
    }
    let grid = own::checked(out, draft)?;
    tell(out, format, &grid, &imported.report, json);
    Ok(())
}

pub fn export(name: &str, format: &str, out: &Path, json: bool) -> Outcome {
    let format = named(format)?;
    let grid = grids::load(name)?.grid;
    let exported = exchange::export(format, &grid, clock::now());
    grids::write_new(out, &exported.bytes)?;
    tell(out, format, &grid, &exported.report, json);
    Ok(())
}

fn named(format: &str) -> Result<Format, Failure> {
    format
        .parse()
        .map_err(|()| Failure::Usage(t!("usage-value", argument = "--format", value = format)))
}

fn tell(out: &Path, format: Format, grid: &Grid, report: &[Remark], json: bool) {
    if json {
        say(&pretty(&findings::exchanged(out, format, grid, report)));
        return;
    }
    say(&t!("cli-exported", path = out.display().to_string()));
    say(&words::grid_counts(grid));
    for remark in report {
        say(&t!(
            "cli-exchange-line",
            remark = words::remark_exchange(remark)
        ));
    }
}
