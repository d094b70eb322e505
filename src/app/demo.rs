//! The demonstration: a commission with three fictional candidates and their dossiers, laid down
//! in a folder of its own. Also the fixture of the tests and of the README's pictures.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::commission::{Question, Ticking};
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::id::CandidateId;
use crate::domain::roster::{Candidate, Hour};
use crate::dossier::{self, Columns, demo::demo_files};
use crate::store::document::{Document, NewCommission};
use crate::store::papers::Copies;
use crate::store::places::Places;
use crate::store::{Act, EditError, StoreError, clock, grids};

/// A person of the demonstration: fictional, like their school and their number.
struct Person {
    number: &'static str,
    last_name: &'static str,
    first_name: &'static str,
    option: &'static str,
    passage: (u16, u16),
    seconds: &'static [u32],
    folder: &'static str,
    questions: &'static [(&'static str, &'static str)],
}

const PEOPLE: &[Person] = &[
    Person {
        number: "02612000104",
        last_name: "DELTA",
        first_name: "Inès",
        option: "SISR",
        passage: (10, 15),
        seconds: &[800, 2400],
        folder: "delta-ines",
        questions: &[
            ("incidents", "demo-question-urgent"),
            ("incidents", "demo-question-closed"),
            ("presence", "demo-question-web"),
        ],
    },
    Person {
        number: "02612000102",
        last_name: "BRAVO",
        first_name: "Théo",
        option: "SLAM",
        passage: (8, 45),
        seconds: &[],
        folder: "bravo-theo",
        questions: &[],
    },
    Person {
        number: "02612000105",
        last_name: "ÉCHO",
        first_name: "Maëlle",
        option: "SISR",
        passage: (11, 15),
        seconds: &[],
        folder: "echo-maelle",
        questions: &[],
    },
];

const GRID: &str = "bts-sio-bloc1";
const SESSION: &str = "2026";
const NUMBER: &str = "12";

/// Lays the demonstration in a folder and returns its commission's file; one that is there already
/// is left as it is.
pub fn lay(folder: &Path, places: &Places) -> Result<PathBuf, StoreError> {
    let file = folder.join("demonstration.delibere");
    if file.exists() {
        return Ok(file);
    }
    let papers = folder.join("dossiers");
    for (path, bytes) in demo_files() {
        let path = papers.join(path);
        let failed = |cause| StoreError::io(&path, Act::Create, cause);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::write(&path, bytes).map_err(failed)?;
    }
    let members = ["demo-member-1", "demo-member-2"];
    let new = NewCommission {
        grid: grids::load(GRID)?,
        session: SESSION.to_owned(),
        number: NUMBER.to_owned(),
        members: members.iter().map(|name| (crate::t!(name), None)).collect(),
        mode: None,
        ticking: Ticking::Blind,
        day: Some(clock::now().day()),
    };
    let mut document = Document::create(&file, new, places)?;
    for person in PEOPLE {
        enter(&mut document, person, &papers)?;
    }
    Ok(file)
}

fn enter(document: &mut Document, person: &Person, papers: &Path) -> Result<(), StoreError> {
    let number = CandidateId::from(person.number);
    let candidate = Candidate {
        option: Some(person.option.into()),
        passage: Hour::new(person.passage.0, person.passage.1),
        seconds: person.seconds.to_vec(),
        ..Candidate::new(number.clone(), person.last_name, person.first_name)
    };
    let mut edits = vec![Edit::AddCandidate(candidate)];
    // The demonstration's own papers are read like anybody's.
    let source = papers.join(person.folder);
    let columns = Columns::of(document.commission().grid());
    if let Ok(dossier) = dossier::open(&source, &columns) {
        // Without its copies the demonstration still opens: the viewer says what is missing.
        let copies = Copies::beside(document.path());
        let _ = copies.keep(&number, &dossier, &source, &mut |_, _| true);
        edits.push(Edit::Of(
            number.clone(),
            Change::Dossier(Some(Box::new(dossier))),
        ));
    }
    for (index, (row, key)) in person.questions.iter().enumerate() {
        let question = Question {
            id: format!("q{:03}", index + 1).into(),
            text: crate::t!(key),
            row: Some((*row).into()),
            realisation: None,
            asked: false,
        };
        edits.push(Edit::Of(number.clone(), Change::AddQuestion(question)));
    }
    for edit in edits {
        match document.edit_in_file(&edit, Author::Commission, clock::now()) {
            Ok(_) => {}
            Err(EditError::NotWritten(error)) => return Err(error),
            Err(EditError::Refused(refusal)) => {
                return Err(StoreError::NotACommission {
                    path: document.path().to_owned(),
                    detail: crate::words::refusal(&refusal),
                });
            }
        }
    }
    Ok(())
}
