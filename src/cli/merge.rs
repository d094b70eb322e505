//! `copy` and `merge`: one commission on two laptops.

use super::args::{CopyArgs, MergeArgs};
use super::{Failure, Outcome, complain, pretty, say};
use crate::domain::merge::report::Report;
use crate::store::clock;
use crate::store::document::Document;
use crate::store::merge::{MergeError, merge as merge_files};
use crate::store::places::Places;
use crate::store::schema;
use crate::{t, words};

impl From<MergeError> for Failure {
    fn from(error: MergeError) -> Self {
        Self::Refused(error.to_string())
    }
}

pub fn copy(args: &CopyArgs, places: &Places) -> Outcome {
    let mut document = Document::open(&args.file, places)?;
    for notice in document.notices() {
        complain(&words::notice(&args.file, notice));
    }
    let member = args
        .member
        .checked_sub(1)
        .ok_or_else(|| Failure::Usage(t!("refusal-unknown-member", name = "0")))?;
    let at = clock::now();
    match &args.out {
        Some(out) => document.lend(member, out, args.again, at)?,
        None => document.take_back(member, at)?,
    }
    let members = &document.commission().header.members;
    let name = members.get(member).map(|known| known.short());
    let name = name.unwrap_or_default();
    say(&match &args.out {
        Some(out) => t!(
            "merge-copy-made",
            member = name,
            path = out.display().to_string()
        ),
        None => t!("merge-taken-back", member = name),
    });
    Ok(())
}

pub fn merge(args: &MergeArgs, places: &Places) -> Outcome {
    let (report, document) = match &args.out {
        Some(out) => {
            let report = merge_files(&args.files, out, places)?;
            (report, Document::look(out, places)?)
        }
        None => {
            let (into, others) = args
                .files
                .split_first()
                .ok_or_else(|| Failure::Usage(t!("usage-other")))?;
            let mut document = Document::open(into, places)?;
            for notice in document.notices() {
                complain(&words::notice(into, notice));
            }
            let report = document.merge(others, places)?;
            (report, document)
        }
    };
    print(args, &report, &document);
    Ok(())
}

fn print(args: &MergeArgs, report: &Report, document: &Document) {
    let (commission, path) = (document.commission(), document.path());
    if args.json {
        let report = schema::merge::report(commission, report, &args.files, path);
        say(&pretty(&report));
    } else {
        for line in words::merge_report(commission, report, &args.files, path) {
            say(&line);
        }
    }
}
