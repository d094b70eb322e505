//! The papers of a candidate in the window, by keyboard: the tableau read cell by cell, corrected,
//! compared with its original; pieces relabelled; an address tried; questions where they belong.

use delibere::domain::commission::{Record, Ticking};
use delibere::domain::dossier::PieceKind;
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
