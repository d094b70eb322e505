//! The end of a file's time, and what is held about one candidate.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::domain::commission::Ticking;
use delibere::domain::roster::Moment;
use delibere::store::document::{Document, NewCommission};
use delibere::store::grids;
use delibere::store::notes::Notes;
use delibere::store::retention::{Term, term};
use proptest::prelude::*;

use super::support::{Desk, TO_SEAL, moment, perform};

/// Makes the file of a commission of 2024 with one mark fixed, its notes and what a crash left.
pub fn old(desk: &Desk, name: &str) -> PathBuf {
    let folder = desk.path("archives");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    let new = NewCommission {
        grid: grids::load(super::support::GRID).expect("the grid"),
        session: "2024".into(),
        number: "7".into(),
        members: vec![
            ("Mme Hélène SPÉCIMEN".into(), None),
            ("M. Karim MODÈLE".into(), None),
        ],
        mode: None,
        ticking: Ticking::Blind,
        day: None,
    };
    let mut document = Document::create(&path, new, &desk.places).expect("a new file");
    perform(&mut document, TO_SEAL);
    drop(document);
    let beside = |end: &str| folder.join(format!("{name}{end}"));
    fs::write(beside(".fragment-12"), "coupé").expect("written");
    fs::create_dir(beside(".pieces")).expect("a folder");
    fs::write(beside(".pieces/tableau.pdf"), "%PDF").expect("written");
    path
}

pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_session_is_kept_until_the_next_one() {
    // 1 780 000 000 000 is in May 2026.
    let now = moment(0);
    assert_eq!(term("2026", now), Term::Until(2027));
    assert_eq!(term("2025", now), Term::Over);
    assert_eq!(term("printemps", now), Term::Unknown);
    let years_later = Moment {
        millis: now.millis + 365 * 86_400_000,
        ..now
    };
    assert_eq!(term("2026", years_later), Term::Over);
}

#[test]
fn nothing_is_erased_before_it_is_confirmed_and_then_all_of_it() {
    let desk = Desk::new();
    let path = old(&desk, "commission-7.delibere");
    let folder = desk.path("archives");
    // Somebody else's file whose name only begins alike.
    let other = folder.join("commission-7.delibere-note.txt");
    fs::write(&other, "à moi").expect("written");
    // Not to its term.
    perform(
        &mut desk.create_at(&folder.join("recente.delibere"), Ticking::Blind),
        "c add",
    );
    // To its term, and not decided.
    let open = old(&desk, "ouverte.delibere");
    perform(
        &mut Document::open(&open, &desk.places).expect("it opens"),
        "c@2 add",
    );
    let hash = delibere::store::journal::sha256(&fs::read(&path).expect("a file"));

    let before = names(&folder);
    let list = desk.run(&["purge", "archives"], b"");
    assert_eq!(list.code, Some(0), "{list:?}");
    for part in [
        "commission-7.delibere",
        "Durée de conservation échue",
        "À conserver jusqu’à la session suivante",
        "1 note n’est pas arrêtée",
        "--confirm EFFACER",
    ] {
        assert!(list.out.contains(part), "{part}: {}", list.out);
    }
    let wrong = desk.run(&["purge", "archives", "--confirm", "oui"], b"");
    assert_eq!(wrong.code, Some(2));
    assert_eq!(names(&folder), before);

    let done = desk.run(&["purge", "archives", "--confirm", "EFFACER"], b"");
    assert_eq!(done.code, Some(0), "{done:?}");
    let after = names(&folder);
    let receipt = after
        .iter()
        .find(|name| name.starts_with("recu-effacement-"))
        .expect("a receipt");
    assert!(
        !after
            .iter()
            .any(|name| name.contains("commission-7.delibere.")),
        "{after:?}"
    );
    assert!(!after.contains(&"commission-7.delibere".to_owned()));
    assert!(other.exists() && open.exists());
    assert!(folder.join("recente.delibere").exists());
    let text = fs::read_to_string(folder.join(receipt)).expect("a receipt");
    for part in [
        "commission-7.delibere",
        &hash,
        "1 candidat",
        "session 2024",
        "fragment-12",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for secret in ["13,5", "13.5", "DELTA", "SPÉCIMEN"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    // What is not decided goes when somebody says so, with a receipt of its own.
    let rest = desk.run(
        &[
            "purge",
            "archives",
            "--with-open",
            "--before-term",
            "--json",
            "--confirm",
            "EFFACER",
        ],
        b"",
    );
    assert_eq!(rest.code, Some(0), "{rest:?}");
    let json = rest.json();
    assert_eq!(json["files"].as_array().expect("files").len(), 2);
    assert_eq!(json["files"][0]["complete"], true);
    assert!(!open.exists());
    let again = desk.run(&["purge", "archives", "--confirm", "EFFACER"], b"");
    assert_eq!(again.code, Some(1));
    assert!(again.out.contains("Rien n’est à effacer"), "{again:?}");
}

#[test]
fn a_file_that_somebody_has_open_stays() {
    let desk = Desk::new();
    let path = old(&desk, "ouverte.delibere");
    let held = Document::open(&path, &desk.places).expect("it opens");
    let run = desk.run(&["purge", "archives", "--confirm", "EFFACER"], b"");
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("ouvert dans une autre fenêtre"), "{run:?}");
    assert!(path.exists());
    assert!(names(&desk.path("archives")).contains(&"ouverte.delibere.pieces".to_owned()));
    drop(held);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_not_erased() {
    let desk = Desk::new();
    let path = old(&desk, "c.delibere");
    let precious = desk.path("photos");
    fs::create_dir(&precious).expect("a folder");
    fs::write(precious.join("1.png"), "x").expect("written");
    let link = path.with_file_name("c.delibere.photos");
    std::os::unix::fs::symlink(&precious, &link).expect("a link");
    let run = desk.run(&["purge", "archives", "--confirm", "EFFACER"], b"");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(precious.join("1.png").exists());
    assert!(!link.exists());
}

#[test]
fn all_that_is_held_about_one_candidate_and_of_nobody_else() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(
        &mut document,
        "c@1 add
        c@2 add
        m1@1 level projet BM
        m2@1 level projet EM
        c@1 write Soigné
        c@1 renumber 0001
        c@2 write Autre personne",
    );
    drop(document);
    let mut notes = Notes::beside(&desk.path("commission.delibere")).expect("notes");
    notes
        .set(&"0001".into(), 0, &"projet".into(), "Hésite sur les dates")
        .expect("written");
    let run = desk.run(
        &[
            "candidate-data",
            "commission.delibere",
            "0001",
            "-o",
            "donnees.json",
        ],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("colonne encore fermée"), "{run:?}");
    let text = fs::read_to_string(desk.path("donnees.json")).expect("data");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["journal"].as_array().expect("lines").len(), 3);
    assert_eq!(json["lines_of_closed_columns"], 2);
    assert_eq!(json["numbers"], serde_json::json!(["0001", "1"]));
    // A note says as much as a level: it stays with the column that is closed.
    assert_eq!(json["personal_notes"], serde_json::json!([]));
    assert_eq!(json["notes_of_closed_columns"], 1);
    assert!(!text.contains("Autre personne"));
    assert!(!text.contains("\"EM\""));
    let run = desk.run(
        &[
            "candidate-data",
            "commission.delibere",
            "0001",
            "--all",
            "-o",
            "tout.json",
        ],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let text = fs::read_to_string(desk.path("tout.json")).expect("data");
    assert!(text.contains("\"EM\"") && text.contains("Hésite sur les dates"));
    let run = desk.run(
        &[
            "candidate-data",
            "commission.delibere",
            "0001",
            "-o",
            "tout.zip",
        ],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let bundle = fs::File::open(desk.path("tout.zip")).expect("an archive");
    let mut bundle = zip::ZipArchive::new(bundle).expect("an archive");
    assert!(bundle.by_name("donnees.json").is_ok());
    assert!(bundle.by_name("fiche-0001-DELTA-Inès.pdf").is_ok());
    let nobody = desk.run(
        &[
            "candidate-data",
            "commission.delibere",
            "404",
            "-o",
            "x.json",
        ],
        b"",
    );
    assert_eq!(nobody.code, Some(1));
    assert!(!desk.path("x.json").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_line_about_a_candidate_is_in_their_data(day in super::edits::any_day()) {
        let desk = Desk::new();
        let mut document = desk.create(Ticking::Separate);
        for (index, (author, edit)) in day.iter().enumerate() {
            let _ = document.edit(edit, *author, moment(index));
        }
        let path = document.path().to_owned();
        drop(document);
        let document = Document::look(&path, &desk.places).expect("it reads");
        let lines = usize::try_from(document.count()).expect("a count");
        let mut all = std::collections::BTreeSet::new();
        for record in &document.commission().records {
            let held = delibere::store::retention::held(&document, &record.candidate.number, true);
            let held = held.expect("read").expect("a candidate");
            prop_assert_eq!(held.closed, 0);
            all.extend(held.lines);
        }
        // Only candidates who were taken out of the list leave lines that are nobody's now.
        let removed = day.iter().any(|(_, edit)| {
            matches!(edit, delibere::domain::edit::Edit::RemoveCandidate(_))
        });
        prop_assert!(all.len() == lines || removed, "{} of {lines}", all.len());
    }
}
