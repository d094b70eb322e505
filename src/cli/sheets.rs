//! `export`: the official sheets as PDF.

use super::args::ExportArgs;
use super::{Failure, Outcome, complain, is_broken, pretty_list, say};
use crate::domain::commission::Record;
use crate::domain::id::CandidateId;
use crate::export::pdf::{Pages, pdf};
use crate::export::sheet::Sheet;
use crate::export::{ExportError, files};
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::schema::state;
use crate::{t, words};

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::Refused(error.to_string())
    }
}

pub fn export(args: &ExportArgs, places: &Places) -> Outcome {
    let document = Document::look(&args.file, places)?;
    for notice in document.notices() {
        complain(&words::notice(&args.file, notice));
    }
    let commission = document.commission();
    let records: Vec<&Record> = match &args.candidate {
        None => commission.by_passage(),
        Some(number) => {
            let record = commission.record(&CandidateId::from(number.as_str()));
            vec![record.ok_or_else(|| {
                Failure::Refused(t!("cli-unknown-candidate", number = number.as_str()))
            })?]
        }
    };
    if records.is_empty() {
        complain(&t!("cli-no-candidate"));
    }
    let mut written = Vec::new();
    let mut drafts = Vec::new();
    for record in records {
        let number = &record.candidate.number;
        let sheet = Sheet::of(commission, record, document.seal_code(number));
        if sheet.draft {
            drafts.push(record.candidate.name());
        }
        let bytes = pdf(std::slice::from_ref(&sheet), Pages::All)?;
        let path = files::write_new(&args.out, &files::name(record, false), &bytes)?;
        if args.json {
            written.push(state::exported(number, &path));
        } else {
            say(&t!("cli-exported", path = path.display().to_string()));
        }
    }
    if args.json {
        say(&pretty_list(&written));
    }
    if !drafts.is_empty() {
        complain(&t!(
            "export-drafts",
            count = drafts.len(),
            names = drafts.join(", ")
        ));
    }
    // What stands before a broken line was exported; the caller must know that there was more.
    if is_broken(&document) {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}
