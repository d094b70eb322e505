//! All that a commission's file holds about one candidate, for whoever asks for theirs: the data
//! alone, or an archive with the sheets and the papers. Columns that are still closed stay out unless asked for.

use super::pdf::{Pages, pdf};
use super::sheet::Sheet;
use super::{ExportError, bundle, files};
use crate::domain::id::CandidateId;
use crate::store::document::Document;
use crate::store::notes::Notes;
use crate::store::{StoreError, retention, schema};
use crate::t;

/// What is held about one candidate.
#[derive(Debug, Clone)]
pub struct Person {
    /// How many lines of the journal are about them.
    pub lines: usize,
    /// How many others are kept back: columns that are still closed.
    pub closed: usize,
    data: String,
    /// Copies of the papers, each under its path.
    papers: Vec<(String, Vec<u8>)>,
    sheet: Sheet,
    sheet_name: String,
}

impl Person {
    /// Gathers what a file holds about a candidate; none when it knows of nobody by this number.
    pub fn of(
        document: &Document,
        id: &CandidateId,
        all: bool,
    ) -> Result<Option<Self>, StoreError> {
        let commission = document.commission();
        let held = retention::held(document, id, all)?;
        let (Some(held), Some(record)) = (held, commission.record(id)) else {
            return Ok(None);
        };
        let notes = Notes::beside(document.path())?;
        let papers = retention::papers(document, &held)?;
        let data = schema::retention::candidate(document, record, &held, &notes, &papers, all);
        Ok(Some(Self {
            lines: held.lines.len(),
            closed: held.closed,
            data: format!("{data:#}"),
            papers,
            sheet: Sheet::of(
                commission,
                record,
                document.seal_code(&record.candidate.number),
            ),
            sheet_name: files::name(record, false),
        }))
    }

    /// Returns the bytes of the file that leaves: the data, or an archive with the sheets.
    pub fn bytes(&self, with_sheets: bool) -> Result<Vec<u8>, ExportError> {
        let data = self.data.clone().into_bytes();
        if !with_sheets {
            return Ok(data);
        }
        let sheets = pdf(std::slice::from_ref(&self.sheet), Pages::All)?;
        let mut all = vec![
            (t!("data-file-name"), data),
            (self.sheet_name.clone(), sheets),
        ];
        let folder = t!("data-papers");
        let papers = self.papers.iter();
        all.extend(papers.map(|(path, bytes)| (format!("{folder}/{path}"), bytes.clone())));
        bundle::archive(&all)
    }
}
