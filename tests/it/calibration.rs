//! The calibration exercise: fictional persons on the commission's own grid, never taken for an oral.

use std::fs;
use std::path::PathBuf;

use delibere::app::demo;
use delibere::domain::commission::Ticking;
use delibere::store::document::{Document, NewCommission};
use delibere::store::grids;

use super::hands::Hands;
use super::support::{Desk, grid, perform};

/// The exercise of a fresh commission, entered from its screen.
fn entered(ticking: Ticking) -> (Desk, Hands, PathBuf) {
    let desk = Desk::new();
    perform(&mut desk.create(ticking), "c add");
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.tab_to("exercise");
    hands.press("enter");
    let file = fs::read_dir(desk.places.exercises())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|end| end == "delibere"))
        .expect("the exercise");
    (desk, hands, file)
}

/// Both members grade a candidate, the second two levels lower on one row and one on another.
fn graded(number: &str) -> String {
    format!(
        "c@{number} begin
        m1@{number} all BM
        m2@{number} all BM
        m2@{number} level incidents NM
        m2@{number} level projet MP
        m1@{number} validate
        m2@{number} validate"
    )
    .lines()
    .flat_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [who, "all", level] => grid()
                .rows
                .iter()
                .map(|row| format!("{who} level {} {level}\n", row.id))
                .collect::<Vec<_>>(),
            _ => vec![format!("{}\n", line.trim())],
        }
    })
    .collect()
}

#[test]
fn it_opens_on_the_commissions_own_grid_and_comes_back() {
    let (desk, mut hands, file) = entered(Ticking::Common);
    assert!(hands.sees("Exercice d’étalonnage"), "{}", hands.page());
    assert!(hands.sees("DELTA Inès") && hands.sees("ÉCHO Maëlle"));
    assert!(
        hands.app.title().starts_with("Exercice"),
        "{}",
        hands.app.title()
    );
    let document = Document::look(&file, &desk.places).expect("read");
    let header = &document.commission().header;
    let own = Document::look(&desk.path("commission.delibere"), &desk.places).expect("read");
    assert!(header.exercise && !own.commission().header.exercise);
    assert_eq!(header.grid, own.commission().header.grid);
    assert_eq!(header.members, own.commission().header.members);
    // Readings made together compare nothing.
    assert_eq!(header.ticking, Ticking::Blind);
    // On a candidate's screens it is said too.
    hands.click("Ouvrir");
    assert!(hands.sees("Est-ce bien"), "{}", hands.page());
    hands.press("enter");
    assert!(
        hands.sees("Questions préparées") && hands.sees("Exercice"),
        "{}",
        hands.page()
    );
    let back = hands.bounds("Commission 12");
    hands.click_at(back.center());
    hands.click("Bilan des écarts");
    assert!(
        hands.sees("Les écarts paraîtront quand"),
        "{}",
        hands.page()
    );
    hands.press("escape escape");
    assert!(
        hands.sees("Commission 12") && !hands.sees("DELTA Inès, N°"),
        "{}",
        hands.page()
    );
    assert!(!hands.app.title().contains("Exercice"));
    // What is under way goes on.
    hands.tab_to("exercise");
    hands.press("enter");
    assert!(hands.sees("en cours"), "{}", hands.page());
    // No real candidate is entered there by mistake.
    hands.press("ctrl+n");
    assert!(hands.sees("personnes fictives"), "{}", hands.page());
    let count = fs::read_dir(desk.places.exercises())
        .expect("a folder")
        .count();
    assert!(count >= 2);
}

#[test]
fn its_result_is_the_conciliation_and_the_gaps_by_row() {
    let (desk, hands, file) = entered(Ticking::Blind);
    drop(hands);
    let mut document = Document::open(&file, &desk.places).expect("open");
    // One column alone shows nothing.
    let script = graded("02612000104");
    let (most, last) = script.trim_end().rsplit_once('\n').expect("lines");
    perform(&mut document, most);
    assert!(document.commission().gaps().is_empty());
    perform(&mut document, last);
    perform(&mut document, &graded("02612000102"));
    let gaps = document.commission().gaps();
    let of = |id: &str| {
        let gaps = gaps
            .iter()
            .find(|gaps| gaps.row.id.as_str() == id)
            .expect("a row");
        (gaps.same, gaps.near, gaps.wide.len())
    };
    assert_eq!(gaps.len(), grid().rows.len());
    assert_eq!(
        (of("incidents"), of("projet"), of("presence")),
        ((0, 0, 2), (0, 2, 0), (2, 0, 0))
    );
    drop(document);
    let mut hands = Hands::at(&file, &desk.places);
    hands.click("Bilan des écarts");
    assert!(
        hands.sees("aucun accord, 2 écarts de deux niveaux ou plus"),
        "{}",
        hands.page()
    );
    // It is about the grid: nothing says who was higher.
    assert!(!hands.page().contains("sévère") && !hands.page().contains("Mme Spécimen :"));
    let path = file.display().to_string();
    let shown = desk.run(&["show", &path], b"");
    assert!(
        shown.out.contains("Exercice d’étalonnage") && shown.out.contains("2 accords"),
        "{shown:?}"
    );
    // Once everybody is graded by both, the next exercise is fresh.
    drop(hands);
    let mut document = Document::open(&file, &desk.places).expect("open");
    perform(&mut document, &graded("02612000105"));
    drop(document);
    let own = Document::look(&desk.path("commission.delibere"), &desk.places).expect("read");
    let next = demo::lay_exercise(own.id(), &own.commission().header, &desk.places).expect("laid");
    assert_ne!(next, file);
}

#[test]
fn nothing_of_it_counts_or_passes_for_a_real_sheet() {
    let (desk, hands, file) = entered(Ticking::Blind);
    drop(hands);
    let path = file.display().to_string();
    let number = "02612000104";
    let mut document = Document::open(&file, &desk.places).expect("open");
    let script = super::support::TO_SEAL
        .lines()
        .filter(|line| !line.contains("c add"))
        .map(|line| line.replacen("c ", &format!("c@{number} "), 1))
        .map(|line| {
            line.replace("m1 ", &format!("m1@{number} "))
                .replace("m2 ", &format!("m2@{number} "))
        })
        .collect::<Vec<_>>()
        .join("\n");
    let script: String = script
        .lines()
        .flat_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                [who, "all", level] => grid()
                    .rows
                    .iter()
                    .map(|row| format!("{who} level {} {level}\n", row.id))
                    .collect::<Vec<_>>(),
                _ => vec![format!("{line}\n")],
            }
        })
        .collect();
    perform(&mut document, &script);
    assert!(
        document
            .commission()
            .records
            .iter()
            .any(|record| record.sealed.is_some())
    );
    drop(document);
    let summary = desk.run(&["summary", &path, "--csv", "b.csv"], b"");
    assert_eq!(summary.code, Some(1), "{summary:?}");
    assert!(summary.err.contains("exercice d’étalonnage") && !desk.path("b.csv").exists());
    let harmonised = desk.run(&["harmonise", &path, "--json"], b"");
    assert_eq!(harmonised.code, Some(1), "{harmonised:?}");
    assert!(
        harmonised.out.contains("est un exercice d’étalonnage"),
        "{harmonised:?}"
    );
    assert!(
        harmonised.json()["harmonies"]
            .as_array()
            .is_none_or(Vec::is_empty),
        "{harmonised:?}"
    );
    // Every page says so, though the mark was fixed, and bears no code that could be verified.
    let out = desk.run(&["export", &path, "--candidate", number, "--out", "f"], b"");
    assert_eq!(out.code, Some(0), "{out:?}");
    let pdf = fs::read_dir(desk.path("f"))
        .expect("a folder")
        .next()
        .expect("a file");
    let pdf = pdf.expect("an entry").path();
    let text = std::process::Command::new("pdftotext")
        .arg(&pdf)
        .arg("-")
        .output()
        .expect("poppler");
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    for page in text.trim_end_matches('\u{c}').split('\u{c}') {
        assert!(page.contains("EXERCICE"), "{page}");
    }
    assert!(
        !text.contains("Empreinte") && !text.contains("Code de la décision"),
        "{text}"
    );
    // In the window, everything that leaves leaves without a summary.
    let mut hands = Hands::at(&file, &desk.places);
    hands.press("ctrl+e");
    assert!(
        hands.sees("Un exercice n’a pas de bordereau"),
        "{}",
        hands.page()
    );
}

#[test]
fn any_grid_has_its_exercise() {
    for name in grids::shipped() {
        let desk = Desk::new();
        let grid = grids::load(name).expect("a grid");
        let members = grid.grid.members.len();
        let new = NewCommission {
            session: grid.grid.editions[0].session.clone(),
            grid,
            number: "3".into(),
            members: (0..members)
                .map(|n| (format!("Membre {n}"), None))
                .collect(),
            mode: None,
            ticking: Ticking::Separate,
            day: None,
        };
        let document = Document::create(&desk.path("c.delibere"), new, &desk.places).expect("made");
        let header = document.commission().header.clone();
        let file = demo::lay_exercise(document.id(), &header, &desk.places).expect(name);
        let laid = Document::look(&file, &desk.places).expect("read");
        assert_eq!(laid.commission().records.len(), 3, "{name}");
        assert_eq!(laid.commission().header.grid, header.grid, "{name}");
        assert_eq!(laid.commission().header.ticking, Ticking::Separate);
    }
}
