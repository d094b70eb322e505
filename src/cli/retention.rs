//! `purge` and `candidate-data`: the end of a file's time, and what is held about one person.

use std::path::Path;

use super::args::{DataArgs, PurgeArgs};
use super::{Failure, Outcome, complain, pretty, say};
use crate::domain::id::CandidateId;
use crate::export::pdf::{Pages, pdf};
use crate::export::sheet::Sheet;
use crate::export::{bundle, files};
use crate::store::document::Document;
use crate::store::notes::Notes;
use crate::store::places::Places;
use crate::store::retention::{self, Erased, Kept, Term};
use crate::store::{harmony, schema};
use crate::{t, words};

pub fn purge(args: &PurgeArgs, places: &Places) -> Outcome {
    let (now, day) = retention::today();
    let mut all = Vec::new();
    let mut unread = false;
    for path in harmony::files_in(&args.path)? {
        match retention::examine(&path, now, places) {
            Ok(kept) => all.push(kept),
            Err(error) => {
                unread = true;
                complain(&error.to_string());
            }
        }
    }
    let (going, staying): (Vec<Kept>, Vec<Kept>) =
        all.into_iter().partition(|kept| may_go(kept, args));
    let Some(word) = &args.confirm else {
        if args.json {
            let list: Vec<_> = going
                .iter()
                .chain(&staying)
                .map(schema::retention::kept)
                .collect();
            say(&super::pretty_list(&list));
        } else {
            list(&going, &staying);
        }
        return if unread { refused() } else { Ok(()) };
    };
    if *word != t!("purge-word") {
        let wanted = t!("purge-word");
        return Err(Failure::Usage(t!("purge-wrong-word", word = wanted)));
    }
    if going.is_empty() {
        list(&going, &staying);
        return refused();
    }
    let folder = match args.path.is_dir() {
        true => args.path.as_path(),
        false => args.path.parent().unwrap_or_else(|| Path::new(".")),
    };
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    // A receipt that could not be written must be known before anything is gone.
    let name = t!("purge-receipt-name", day = day.as_str());
    let receipt = files::write_new(
        folder,
        &name,
        words::purge_announced(&going, &day).as_bytes(),
    )?;
    let erased: Vec<Erased> = going.into_iter().map(retention::erase).collect();
    let text = words::purge_receipt(&erased, &day);
    retention::replace(&receipt, text.as_bytes())?;
    if args.json {
        say(&pretty(&schema::retention::receipt(&erased, &day)));
    } else {
        say(text.trim_end());
        say(&t!("harmony-written", path = receipt.display().to_string()));
    }
    let whole = erased.iter().all(|one| one.left.is_empty());
    if whole && !unread { Ok(()) } else { refused() }
}

fn refused() -> Outcome {
    Err(Failure::Refused(String::new()))
}

/// What was never decided, or not to its term, goes only when somebody says so.
fn may_go(kept: &Kept, args: &PurgeArgs) -> bool {
    let in_time = kept.term == Term::Over || args.before_term;
    in_time && (kept.open == 0 || args.with_open) && kept.notice.is_none()
}

fn list(going: &[Kept], staying: &[Kept]) {
    for kept in going {
        say(&words::purge_line(kept, true));
    }
    for kept in staying {
        say(&words::purge_line(kept, false));
    }
    if going.is_empty() {
        say(&t!("purge-nothing"));
    } else {
        let word = t!("purge-word");
        say(&t!("purge-confirm", count = going.len(), word = word));
    }
}

pub fn candidate_data(args: &DataArgs, places: &Places) -> Outcome {
    let document = Document::look(&args.file, places)?;
    for notice in document.notices() {
        complain(&words::notice(&args.file, notice));
    }
    let id = CandidateId::from(args.candidate.as_str());
    let unknown = || {
        Failure::Refused(t!(
            "cli-unknown-candidate",
            number = args.candidate.as_str()
        ))
    };
    let held = retention::held(&document, &id, args.all)?.ok_or_else(unknown)?;
    let record = document.commission().record(&id).ok_or_else(unknown)?;
    let notes = Notes::beside(&args.file)?;
    let papers = retention::papers(&document, &held)?;
    let data = schema::retention::candidate(&document, record, &held, &notes, &papers, args.all);
    let folder = args
        .out
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let name = args.out.file_name().unwrap_or_default().to_string_lossy();
    let data = pretty(&data).into_bytes();
    let bytes = if args.out.extension().is_some_and(|end| end == "zip") {
        let sheet = Sheet::of(
            document.commission(),
            record,
            document.seal_code(&record.candidate.number),
        );
        let sheets = pdf(std::slice::from_ref(&sheet), Pages::All)?;
        let mut all = vec![
            (t!("data-file-name"), data),
            (files::name(record, false), sheets),
        ];
        let folder = t!("data-papers");
        all.extend(
            papers
                .into_iter()
                .map(|(path, bytes)| (format!("{folder}/{path}"), bytes)),
        );
        bundle::archive(&all)?
    } else {
        data
    };
    let path = files::write_new(folder, &name, &bytes)?;
    if held.closed > 0 {
        complain(&t!("data-closed", count = held.closed));
    }
    say(&t!(
        "data-written",
        path = path.display().to_string(),
        count = held.lines.len()
    ));
    Ok(())
}
