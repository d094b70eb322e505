//! The papers of a candidate in the window, by keyboard: the tableau read cell by cell, corrected,
//! compared with its original; pieces relabelled; an address tried; questions where they belong.

use delibere::domain::commission::{Record, Ticking};
use delibere::domain::dossier::PieceKind;
use delibere::domain::edit::{Author, Edit};
use delibere::domain::roster::Candidate;
use delibere::store::document::Document;

use super::hands::Hands;
use super::support::{ADDRESS, Desk, perform};

/// The candidate's papers in front, in a commission whose oral has begun.
fn papers(desk: &Desk) -> Hands {
    let mut document = desk.create(Ticking::Common);
    for words in ["c add", "c papers dossier.zip", "c begin"] {
        perform(&mut document, words);
    }
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("down enter ctrl+1");
    assert!(hands.sees("Couverture des compétences"), "{}", hands.page());
    hands
}

fn record(desk: &Desk) -> Record {
    let path = desk.path("commission.delibere");
    let document = Document::look(&path, &desk.places).expect("a file");
    document.commission().records[0].clone()
}

/// The titles and ticked columns of the tableau, as it counts.
fn tableau(desk: &Desk) -> Vec<String> {
    let dossier = record(desk).dossier.expect("a dossier");
    let reading = dossier.reading.expect("a reading");
    let line = |line: &delibere::domain::dossier::Realisation| {
        let ticks = (0..line.ticks.len()).filter(|column| line.ticks[*column].is_some());
        let ticks: Vec<String> = ticks.map(|column| column.to_string()).collect();
        format!("{} [{}]", line.title, ticks.join(" "))
    };
    reading.realisations.iter().map(line).collect()
}

#[test]
fn a_cell_is_corrected_by_one_key_and_comes_back() {
    let desk = Desk::new();
    let mut hands = papers(&desk);
    assert_eq!(tableau(&desk), ["Inventaire [0]", "Assistance [1]"]);
    hands.press("down right right x");
    assert_eq!(tableau(&desk), ["Inventaire [0]", "Assistance [1 2]"]);
    assert!(
        hands.sees("Coché par la commission. Le tableau ne le coche pas."),
        "{}",
        hands.page()
    );
    // The same key again says what was read: no correction is left.
    hands.press("x");
    assert!(record(&desk).dossier.expect("it").amendments().is_empty());
    hands.press("left x");
    assert_eq!(tableau(&desk), ["Inventaire [0]", "Assistance []"]);
    assert!(hands.sees("Incidents et demandes, "), "{}", hands.page());
    hands.press("ctrl+z");
    assert_eq!(tableau(&desk), ["Inventaire [0]", "Assistance [1]"]);
}

#[test]
fn a_line_is_corrected_set_aside_and_added() {
    let desk = Desk::new();
    let mut hands = papers(&desk);
    hands.press("e");
    assert!(hands.is_on("line-title"), "{}", hands.page());
    hands.write(" du parc");
    hands.press("enter");
    assert_eq!(tableau(&desk)[0], "Inventaire du parc [0]");
    assert!(hands.sees("Corrigé. Lu : Inventaire"), "{}", hands.page());
    // What is typed and left is written as well.
    hands.press("tab");
    hands.write(", 2e trimestre");
    hands.press("escape down");
    let dossier = record(&desk).dossier.expect("a dossier");
    let reading = dossier.reading.as_ref().expect("a reading");
    assert_eq!(reading.realisations[0].period_raw, "2025, 2e trimestre");
    hands.click("Écarter cette ligne");
    assert_eq!(tableau(&desk), ["Inventaire du parc [0]"]);
    hands.click("Ajouter une ligne");
    assert_eq!(
        tableau(&desk),
        ["Inventaire du parc [0]", "Nouvelle réalisation []"]
    );
    hands.press("x");
    assert_eq!(tableau(&desk)[1], "Nouvelle réalisation [0]");
    let texts = hands.texts();
    let tab = texts.iter().find(|text| text.starts_with("Lecture · "));
    hands.click(&tab.expect("points to check").clone());
    for expected in [
        "Inventaire : intitulé « Inventaire du parc ».",
        "Assistance : écartée, elle ne compte pas.",
        "Nouvelle réalisation : ligne ajoutée.",
    ] {
        assert!(hands.sees(expected), "{expected}: {}", hands.page());
    }
    hands.click("La lecture a été comparée à l’original.");
    assert!(record(&desk).dossier.expect("a dossier").is_checked());
    assert!(hands.sees("lecture vérifiée par la commission"));
}

#[test]
fn a_piece_is_relabelled_and_an_address_is_tried() {
    let desk = Desk::new();
    let mut hands = papers(&desk);
    assert!(hands.sees("Adresse non vérifiée"), "{}", hands.page());
    hands.click("Inaccessible");
    let access = record(&desk).access[ADDRESS];
    assert!(!access.opened);
    assert!(hands.sees("Inaccessible le "), "{}", hands.page());
    assert!(hands.sees("Pénalité proposée : "), "{}", hands.page());
    hands.click("Accessible");
    assert!(record(&desk).access[ADDRESS].opened);
    hands.click("Portfolio, adresse");
    hands.click("Autre document");
    let dossier = record(&desk).dossier.expect("a dossier");
    assert!(
        dossier
            .pieces
            .iter()
            .any(|piece| piece.path == ADDRESS && piece.kind == PieceKind::Other)
    );
}

#[test]
fn a_question_goes_from_a_cell_to_the_oral_and_back() {
    let desk = Desk::new();
    let mut hands = papers(&desk);
    hands.press("right q");
    assert!(hands.is_on("question"), "{}", hands.page());
    hands.write("Qui a validé ?");
    hands.press("enter");
    let question = record(&desk).questions[0].clone();
    assert_eq!(question.text, "Qui a validé ?");
    assert_eq!(question.realisation.as_deref(), Some("Inventaire"));
    assert_eq!(
        question.row.as_ref().map(|row| row.as_str()),
        Some("incidents")
    );
    // The row of the competency shows what covers it; O goes there, Entrée comes back.
    hands.press("enter right right");
    assert!(
        hands.sees("Qui a validé ? (Inventaire)"),
        "{}",
        hands.page()
    );
    hands.press("q");
    assert!(record(&desk).questions[0].asked);
    hands.press("o");
    assert!(hands.sees("Ligne 2"), "{}", hands.page());
    hands.press("enter");
    assert!(
        hands.sees("Qui a validé ? (Inventaire)"),
        "{}",
        hands.page()
    );
}

#[test]
fn many_dossiers_are_matched_shown_and_joined() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Common);
    for (number, last, first) in [
        ("0000000001", "EXEMPLE", "Camille"),
        ("0000000002", "ESSAI", "Dominique"),
        ("0000000004", "SPECIMEN", "Alix"),
        ("0000000009", "ABSENTE", "Jeanne"),
    ] {
        let person = Candidate::new(number, last, first);
        let _ = document
            .edit_in_file(
                &Edit::AddCandidate(person),
                Author::Commission,
                super::support::moment(0),
            )
            .expect("a candidate");
    }
    drop(document);
    let source =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/dossier/dossiers");
    let folder = desk.path("dossiers");
    std::fs::create_dir(&folder).expect("a folder");
    for name in [
        "exemple-camille.zip",
        "essai-dominique.zip",
        "specimen-alix-sans-tableau.zip",
        "temoin-lou-fichiers-en-trop.zip",
    ] {
        let _ = std::fs::copy(source.join(name), folder.join(name)).expect("copied");
    }
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("ctrl+d");
    assert!(hands.is_on("dossiers-path"), "{}", hands.page());
    hands.write(&folder.display().to_string());
    hands.press("enter");
    for expected in [
        "EXEMPLE Camille",
        "reconnu par le numéro",
        "Peut-être SPECIMEN Alix",
        "Personne de la liste",
        "Aucun dossier : ABSENTE Jeanne.",
        "Joindre 2 dossiers",
    ] {
        assert!(hands.sees(expected), "{expected}: {}", hands.page());
    }
    let joined = || {
        let path = desk.path("commission.delibere");
        let document = Document::look(&path, &desk.places).expect("a file");
        let records = &document.commission().records;
        let has = |record: &&Record| record.dossier.is_some();
        let names = records.iter().filter(has);
        names
            .map(|record| record.candidate.last_name.clone())
            .collect::<Vec<_>>()
    };
    assert!(joined().is_empty());
    // The jury says whose the third one is.
    hands.tab_to("dossier-3");
    hands.press("enter");
    hands.click("SPECIMEN Alix");
    assert!(hands.sees("choisi par la commission"), "{}", hands.page());
    hands.click("Exporter le tableau");
    assert!(hands.sees("Tableau écrit : "), "{}", hands.page());
    hands.click("Joindre 3 dossiers");
    assert!(hands.sees("3 dossiers joints."), "{}", hands.page());
    assert_eq!(joined(), ["EXEMPLE", "ESSAI", "SPECIMEN"]);
    let document = Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
    let copies = delibere::store::papers::check(&document);
    assert!(copies.unsound.is_empty() && copies.without.is_empty());
    assert!(copies.sound >= 9, "{copies:?}");
    // Read again, nothing is joined twice unless the jury says so.
    hands.press("escape ctrl+d");
    hands.write(&folder.display().to_string());
    hands.press("enter");
    assert!(hands.sees("EXEMPLE Camille a déjà un dossier"));
}
