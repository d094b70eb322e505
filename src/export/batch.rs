//! All the sheets of a commission, and its summary, one file after the other: told as it goes, and
//! stopped between two files when asked. No file of somebody's is replaced unless it was said.

use std::path::{Path, PathBuf};

use super::files::{self, Existing};
use super::pdf::{Pages, leaves, pdf};
use super::sheet::Sheet;
use super::summary::Summary;
use super::{ExportError, files::name};
use crate::domain::commission::{Commission, Status};
use crate::domain::id::CandidateId;

/// Candidates in one file to print: a hundred of them took 600 MB to lay out, and a laptop has less
/// to spare.
const PART: usize = 40;

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Each candidate's sheets under the name of their file, in the order of passage.
    pub sheets: Vec<(Sheet, String)>,
    /// The summary.
    pub summary: Summary,
    /// What is wanted of them.
    pub want: Want,
    /// The folder.
    pub folder: PathBuf,
    /// What becomes of files that are there.
    pub existing: Existing,
}

/// Which files are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Want {
    /// A PDF for each candidate.
    pub each: bool,
    /// All the sheets in one PDF to print on both sides.
    pub together: bool,
    /// The summary as PDF, workbook and text.
    pub summary: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The files.
    pub paths: Vec<PathBuf>,
    /// Whether it was stopped before the end.
    pub stopped: bool,
}

impl Batch {
    /// Returns the batch of a commission: the candidates who were heard here.
    pub fn of<'a>(
        commission: &Commission,
        code: impl Fn(&CandidateId) -> Option<&'a str> + Copy,
        want: Want,
        folder: &Path,
        existing: Existing,
    ) -> Self {
        let heard = commission
            .by_passage()
            .into_iter()
            .filter(|record| !matches!(commission.status(record), Status::Absent | Status::Moved));
        let sheets = heard.map(|record| {
            let sheet = Sheet::of(commission, record, code(&record.candidate.number));
            (sheet, name(record, false))
        });
        Self {
            sheets: sheets.collect(),
            summary: Summary::of(commission, code),
            // An exercise never leaves for the centre, whatever was asked.
            want: Want {
                summary: want.summary && !commission.header.exercise,
                ..want
            },
            folder: folder.to_owned(),
            existing,
        }
    }

    /// Returns the names of the files, in the order in which they are written.
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        if self.want.each {
            names.extend(self.sheets.iter().map(|(_, name)| name.clone()));
        }
        if self.want.together {
            let parts = self.parts().count();
            names.extend((1..=parts).map(|part| self.part_name(part, parts)));
        }
        if self.want.summary {
            let ends = ["pdf", "xlsx", "csv"];
            names.extend(ends.map(|end| files::summary(&self.summary.commission, end)));
        }
        names
    }

    /// Returns the sheets of each file to print.
    fn parts(&self) -> impl Iterator<Item = &[(Sheet, String)]> {
        self.sheets.chunks(PART)
    }

    fn part_name(&self, part: usize, parts: usize) -> String {
        let of = (parts > 1).then_some((part, parts));
        files::together(&self.summary.commission, of)
    }

    /// Returns the names that files of the folder bear already.
    pub fn taken(&self) -> Vec<String> {
        let mut names = self.names();
        names.retain(|name| self.folder.join(name).exists());
        names
    }

    /// Writes the files. `go_on` is told how many are written, of how many, and says whether to.
    pub fn write(
        &self,
        mut go_on: impl FnMut(usize, usize) -> bool,
    ) -> Result<Written, ExportError> {
        let names = self.names();
        let mut written = Written::default();
        let mut sheets = self.sheets.iter();
        let mut parts = self.parts();
        for (index, name) in names.iter().enumerate() {
            if !go_on(index, names.len()) {
                written.stopped = true;
                return Ok(written);
            }
            let bytes = if self.want.each && index < self.sheets.len() {
                let Some((sheet, _)) = sheets.next() else {
                    continue;
                };
                pdf(std::slice::from_ref(sheet), Pages::All)?
            } else if name.ends_with(".xlsx") {
                self.summary.xlsx()?
            } else if name.ends_with(".csv") {
                self.summary.csv().into_bytes()
            } else if let Some(part) = self.want.together.then(|| parts.next()).flatten() {
                let part: Vec<Sheet> = part.iter().map(|(sheet, _)| sheet.clone()).collect();
                leaves(&part)?
            } else {
                self.summary.pdf()?
            };
            let path = files::write(&self.folder, name, &bytes, self.existing)?;
            written.paths.push(path);
        }
        let _ = go_on(names.len(), names.len());
        Ok(written)
    }
}
