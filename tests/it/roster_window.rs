//! The list of candidates in the real window: looked at, corrected, entered, changed while orals run;
//! the order of passage and moves to another commission by keyboard.

use std::fs;

use delibere::app::Message;
use delibere::domain::commission::{Status, Ticking};
use delibere::domain::roster::Hour;
use delibere::store::document::Document;

use super::hands::Hands;
use super::support::{Desk, perform};

const LIST: &str = "N° inscription;Candidat;Spé.;Heure;Aménagement
0101;ALPHA Camille;SISR;8h00;
0102;BRAVO Théo;SLAM;8h45;tiers temps
;CHARLIE Noé;SLAM;9h30;
";

fn at_the_table(desk: &Desk) -> Hands {
    Hands::at(&desk.path("commission.delibere"), &desk.places)
}

fn give(desk: &Desk, hands: &mut Hands, list: &str) {
    let path = desk.path("liste.csv");
    fs::write(&path, list).expect("written");
    hands.send(Message::ListChosen(Some(path)));
}

fn numbers(desk: &Desk) -> Vec<String> {
    let document = Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
    let records = document.commission().by_passage();
    records
        .iter()
        .map(|record| record.candidate.number.to_string())
        .collect()
}

#[test]
fn a_list_is_looked_at_corrected_and_entered() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let mut hands = at_the_table(&desk);
    give(&desk, &mut hands, LIST);
    for expected in [
        "Importer une liste",
        "2 candidats reconnus",
        "1 ligne à vérifier",
        "« N° inscription »",
        "Pas de numéro",
        "Importer 2 candidats",
    ] {
        assert!(hands.sees(expected), "{expected}: {}", hands.page());
    }
    assert!(numbers(&desk).is_empty());
    hands.click("Corriger la ligne 4");
    assert!(hands.is_on("cell-1"));
    hands.write("0103");
    hands.click("Corriger");
    assert!(hands.sees("3 candidats reconnus"), "{}", hands.page());
    hands.click("Importer 3 candidats");
    assert_eq!(numbers(&desk), ["0101", "0102", "0103"]);
    assert!(hands.sees("3 lignes importées"), "{}", hands.page());
    let document = Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
    let two = document.commission().record(&"0102".into()).expect("there");
    assert_eq!(two.candidate.seconds, [800, 2400]);
}

#[test]
fn escape_leaves_the_commission_as_it_was() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let mut hands = at_the_table(&desk);
    give(&desk, &mut hands, LIST);
    assert!(hands.is_on("default"));
    hands.press("enter");
    assert!(!hands.sees("Importer 2 candidats"));
    give(&desk, &mut hands, LIST);
    hands.press("escape");
    assert!(numbers(&desk).is_empty());
}

#[test]
fn unknown_columns_are_said_and_remembered() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let mut hands = at_the_table(&desk);
    let list = "Réf;Qui\n0101;ALPHA\n0102;BRAVO\n";
    give(&desk, &mut hands, list);
    assert!(hands.sees("Cette colonne contient"), "{}", hands.page());
    hands.click("Numéro");
    assert!(hands.sees("« Qui »"), "{}", hands.page());
    hands.click("Voir les lignes");
    hands.click("Importer 2 candidats");
    assert_eq!(numbers(&desk), ["0101", "0102"]);
    // The next list of the same headings needs no word.
    give(&desk, &mut hands, &format!("{list}0103;CHARLIE\n"));
    assert!(hands.sees("Importer 1 changement"), "{}", hands.page());
}

#[test]
fn a_late_list_says_what_changes_and_what_becomes_of_those_who_are_gone() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Common);
    perform(
        &mut document,
        "c@0102 add\nc@0102 begin\nc@0102 level patrimoine BM",
    );
    drop(document);
    let mut hands = at_the_table(&desk);
    give(&desk, &mut hands, "Numéro;Nom;Prénom\n0101;ALPHA;Camille\n");
    assert!(hands.sees("ajouté"), "{}", hands.page());
    hands.click("Retirer");
    assert!(hands.sees("Importer 1 changement"), "{}", hands.page());
    hands.click("Déplacé");
    hands.tab_to("elsewhere");
    hands.write("14");
    assert!(hands.sees("Importer 2 changements"), "{}", hands.page());
    hands.click("Importer 2 changements");
    let document = Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
    let commission = document.commission();
    let gone = commission.record(&"0102".into()).expect("still there");
    assert_eq!(commission.status(gone), Status::Moved);
    assert!(gone.is_ticked());
}

#[test]
fn the_order_of_passage_and_moves_by_keyboard() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let mut hands = at_the_table(&desk);
    give(&desk, &mut hands, &LIST.replace(";CHARLIE", "0103;CHARLIE"));
    hands.click("Importer 3 candidats");
    hands.press("down down ctrl+down");
    assert_eq!(numbers(&desk), ["0101", "0103", "0102"]);
    hands.press("ctrl+up");
    assert_eq!(numbers(&desk), ["0101", "0102", "0103"]);
    let hour = |number: &str| {
        let document =
            Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
        let record = document.commission().record(&number.into()).cloned();
        record.and_then(|record| record.candidate.passage)
    };
    assert_eq!(hour("0102"), Hour::new(8, 45));
    hands.press("d");
    assert!(hands.is_on("move-to"));
    hands.write("14");
    hands.press("enter");
    hands.click("Déplacer");
    assert!(hands.sees("déplacé"), "{}", hands.page());
    // Opening them asks whether they come back, and Escape leaves them where they are.
    hands.press("enter");
    assert!(
        hands.sees("BRAVO Théo revient dans cette commission ?"),
        "{}",
        hands.page()
    );
    hands.press("escape");
    hands.press("enter ctrl+enter");
    assert!(!hands.sees("déplacé"), "{}", hands.page());
}
