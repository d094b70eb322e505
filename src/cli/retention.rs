//! `purge` and `candidate-data`: the end of a file's time, and what is held about one person.

use std::path::Path;

use super::args::{DataArgs, PurgeArgs};
use super::{Failure, Outcome, complain, pretty, say};
use crate::domain::id::CandidateId;
use crate::export::files;
use crate::export::person::Person;
use crate::export::purge::{self, Receipt};
use crate::store::document::Document;
use crate::store::places::Places;
use crate::store::retention::{self, Kept};
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
    let (going, staying): (Vec<Kept>, Vec<Kept>) = all
        .into_iter()
        .partition(|kept| kept.may_go(args.before_term, args.with_open));
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
    let Receipt { path, text, erased } = purge::erase(going, folder, &day)?;
    if args.json {
        say(&pretty(&schema::retention::receipt(&erased, &day)));
    } else {
        say(text.trim_end());
        say(&t!("harmony-written", path = path.display().to_string()));
    }
    let whole = erased.iter().all(|one| one.left.is_empty());
    if whole && !unread { Ok(()) } else { refused() }
}

fn refused() -> Outcome {
    Err(Failure::Refused(String::new()))
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
    let held = Person::of(&document, &id, args.all)?.ok_or_else(|| {
        Failure::Refused(t!(
            "cli-unknown-candidate",
            number = args.candidate.as_str()
        ))
    })?;
    let folder = args
        .out
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let name = args.out.file_name().unwrap_or_default().to_string_lossy();
    let zipped = args.out.extension().is_some_and(|end| end == "zip");
    let bytes = held.bytes(zipped)?;
    let path = files::write_new(folder, &name, &bytes)?;
    if held.closed > 0 {
        complain(&t!("data-closed", count = held.closed));
    }
    say(&t!(
        "data-written",
        path = path.display().to_string(),
        count = held.lines
    ));
    Ok(())
}
