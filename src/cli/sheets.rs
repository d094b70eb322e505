//! `export`: the official sheets as PDF, one file a candidate or one file to print, and the summary.

use std::io::{self, IsTerminal, Write};

use super::args::ExportArgs;
use super::{Failure, Outcome, complain, is_broken, pretty_list, say};
use crate::domain::commission::Record;
use crate::domain::id::CandidateId;
use crate::export::batch::{Batch, Want};
use crate::export::files::Existing;
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
    match &args.candidate {
        Some(number) => one(args, &document, number)?,
        None => all(args, &document)?,
    }
    // What stands before a broken line was exported; the caller must know that there was more.
    if is_broken(&document) {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}

fn existing(args: &ExportArgs) -> Existing {
    if args.force {
        Existing::Replace
    } else {
        Existing::Keep
    }
}

fn one(args: &ExportArgs, document: &Document, number: &str) -> Outcome {
    let commission = document.commission();
    let record = commission
        .record(&CandidateId::from(number))
        .ok_or_else(|| Failure::Refused(t!("cli-unknown-candidate", number = number)))?;
    let sheet = Sheet::of(
        commission,
        record,
        document.seal_code(&record.candidate.number),
    );
    let bytes = pdf(std::slice::from_ref(&sheet), Pages::All)?;
    let path = files::write(
        &args.out,
        &files::name(record, false),
        &bytes,
        existing(args),
    )?;
    if args.json {
        say(&pretty_list(&[state::exported(
            &record.candidate.number,
            &path,
        )]));
    } else {
        say(&t!("cli-exported", path = path.display().to_string()));
    }
    drafts(&[record], &[sheet]);
    Ok(())
}

fn all(args: &ExportArgs, document: &Document) -> Outcome {
    let commission = document.commission();
    if commission.records.is_empty() {
        complain(&t!("cli-no-candidate"));
    }
    let want = Want {
        each: !args.together,
        together: args.together,
        summary: args.summary,
    };
    let code = |number: &CandidateId| document.seal_code(number);
    let batch = Batch::of(commission, code, want, &args.out, existing(args));
    let written = batch.write(|done, total| {
        progress(done, total);
        true
    })?;
    let heard: Vec<&Record> = commission
        .by_passage()
        .into_iter()
        .filter(|record| {
            batch
                .sheets
                .iter()
                .any(|(_, name)| *name == files::name(record, false))
        })
        .collect();
    if args.json {
        let numbers = heard.iter().map(|record| Some(&record.candidate.number));
        let numbers = numbers.filter(|_| want.each).chain(std::iter::repeat(None));
        let entries: Vec<_> = written
            .paths
            .iter()
            .zip(numbers)
            .map(|(path, number)| match number {
                Some(number) => state::exported(number, path),
                None => state::exported_together(path),
            })
            .collect();
        say(&pretty_list(&entries));
    } else {
        for path in &written.paths {
            say(&t!("cli-exported", path = path.display().to_string()));
        }
    }
    let sheets: Vec<Sheet> = batch.sheets.into_iter().map(|(sheet, _)| sheet).collect();
    drafts(&heard, &sheets);
    Ok(())
}

/// Names those whose mark is not fixed.
fn drafts(records: &[&Record], sheets: &[Sheet]) {
    let drafts = records.iter().zip(sheets).filter(|(_, sheet)| sheet.draft);
    let drafts: Vec<String> = drafts.map(|(record, _)| record.candidate.name()).collect();
    if !drafts.is_empty() {
        complain(&t!(
            "export-drafts",
            count = drafts.len(),
            names = drafts.join(", ")
        ));
    }
}

/// Draws how far the batch is, for people only.
fn progress(done: usize, total: usize) {
    const WIDE: usize = 30;
    let mut out = io::stderr().lock();
    if !out.is_terminal() || total < 2 {
        return;
    }
    let filled = done * WIDE / total;
    let bar = format!("{}{}", "█".repeat(filled), "░".repeat(WIDE - filled));
    let end = if done == total { "\n" } else { "" };
    let _ = write!(out, "\r{bar} {done}/{total}{end}");
    let _ = out.flush();
}
