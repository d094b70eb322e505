//! The demonstration: a commission with three fictional candidates and their dossiers, laid down
//! in a folder of its own. Also the fixture of the tests and of the README's pictures.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::commission::{Header, Question, Ticking};
use crate::domain::edit::{Author, Change, Edit};
use crate::domain::id::CandidateId;
use crate::domain::roster::{Candidate, Hour};
use crate::dossier::{self, Columns, demo::demo_files};
use crate::store::document::{Document, NewCommission};
use crate::store::grids::Loaded;
use crate::store::papers::Copies;
use crate::store::places::{EXTENSION, Places};
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
    lay_papers(&papers)?;
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

/// Lays the calibration exercise of a commission and returns its file: the same fictional persons on
/// the commission's own grid and with its members. One that is under way goes on; once both members
/// have graded everybody, the next one is fresh.
pub fn lay_exercise(
    commission: &str,
    header: &Header,
    places: &Places,
) -> Result<PathBuf, StoreError> {
    let folder = places.exercises();
    let short: String = commission
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(16)
        .collect();
    let mut number = 1;
    let file = loop {
        let file = folder.join(format!("exercice-{short}-{number}.{EXTENSION}"));
        if !file.exists() {
            break file;
        }
        let known = Document::look(&file, places)?;
        let known = known.commission();
        if !known.records.iter().all(|record| known.is_graded(record)) {
            return Ok(file);
        }
        number += 1;
    };
    let papers = folder.join("dossiers");
    lay_papers(&papers)?;
    let source = grids::text(&(*header.grid).clone().into_draft())
        .map_err(|error| StoreError::io(&file, Act::Create, error.into()))?;
    let members = header.members.iter();
    let new = NewCommission {
        grid: Loaded {
            grid: header.grid.clone(),
            source: source.into(),
        },
        session: header.edition.session.clone(),
        number: header.number.clone(),
        members: members
            .map(|member| (member.name.clone(), Some(member.quality.clone())))
            .collect(),
        mode: Some(header.mode.to_string()),
        // Readings made together compare nothing.
        ticking: match header.ticking {
            Ticking::Separate => Ticking::Separate,
            Ticking::Blind | Ticking::Common => Ticking::Blind,
        },
        day: Some(clock::now().day()),
    };
    let mut document = Document::create_exercise(&file, new, places)?;
    for person in PEOPLE {
        enter(&mut document, person, &papers)?;
    }
    Ok(file)
}

fn lay_papers(papers: &Path) -> Result<(), StoreError> {
    for (path, bytes) in demo_files() {
        let path = papers.join(path);
        let failed = |cause| StoreError::io(&path, Act::Create, cause);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::write(&path, bytes).map_err(failed)?;
    }
    Ok(())
}

fn enter(document: &mut Document, person: &Person, papers: &Path) -> Result<(), StoreError> {
    let number = CandidateId::from(person.number);
    // Another grid may have other options, phases and rows: the person goes without what it lacks.
    let grid = document.commission().grid();
    let option = grid
        .options
        .iter()
        .find(|option| option.id.as_str() == person.option);
    let seconds = if person.seconds.len() == grid.phases.len() {
        person.seconds.to_vec()
    } else {
        Vec::new()
    };
    let asks: Vec<_> = person
        .questions
        .iter()
        .filter(|(row, _)| grid.row(&(*row).into()).is_some())
        .collect();
    let has_papers = grid.covered_rows().count() > 0 && !grid.pieces.is_empty();
    let candidate = Candidate {
        option: option.map(|option| option.id.clone()),
        passage: Hour::new(person.passage.0, person.passage.1),
        seconds,
        ..Candidate::new(number.clone(), person.last_name, person.first_name)
    };
    let mut edits = vec![Edit::AddCandidate(candidate)];
    // The demonstration's own papers are read like anybody's.
    let source = papers.join(person.folder);
    let columns = Columns::of(document.commission().grid());
    if has_papers && let Ok(dossier) = dossier::open(&source, &columns) {
        // Without its copies the demonstration still opens: the viewer says what is missing.
        let copies = Copies::beside(document.path());
        let _ = copies.keep(&number, &dossier, &source, &mut |_, _| true);
        edits.push(Edit::Of(
            number.clone(),
            Change::Dossier(Some(Box::new(dossier))),
        ));
    }
    for (index, (row, key)) in asks.into_iter().enumerate() {
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
