//! The end of a file's time in the real window: what is over, a word to type, the receipt; and all
//! that is held about one candidate.

use std::fs;
use std::path::PathBuf;

use delibere::app::{Message, Start};
use delibere::domain::commission::Ticking;
use delibere::store::document::Document;
use delibere::store::settings::Settings;

use super::hands::Hands;
use super::retention::{names, old};
use super::support::{Desk, perform};

/// Shows a folder's files from the welcome screen.
fn at_the_archive(desk: &Desk) -> Hands {
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.tab_to("retention");
    hands.press("enter");
    hands.tab_to("archive");
    hands.write(&desk.path("archives").display().to_string());
    hands.press("enter");
    hands
}

#[test]
fn nothing_goes_before_the_word_is_typed_then_all_of_it_with_a_receipt() {
    let desk = Desk::new();
    let path = old(&desk, "commission-7.delibere");
    let folder = desk.path("archives");
    perform(
        &mut desk.create_at(&folder.join("recente.delibere"), Ticking::Blind),
        "c add",
    );
    let open = old(&desk, "ouverte.delibere");
    perform(
        &mut Document::open(&open, &desk.places).expect("it opens"),
        "c@2 add",
    );
    // It is among the recent ones, with where one stood.
    let mut hands = Hands::at(&path, &desk.places);
    hands.send(Message::Close);
    drop(hands);
    let before = names(&folder);

    let mut hands = at_the_archive(&desk);
    for words in [
        "Commission 7, session 2024, 1 candidat",
        "toutes les notes sont arrêtées",
        "À conserver jusqu’à la session suivante",
        "1 note n’est pas arrêtée : cochez",
        "commission-7.delibere.pieces",
        "1 fichier choisi",
    ] {
        assert!(hands.sees(words), "{words}: {}", hands.page());
    }
    for secret in ["13,5", "13.5", "DELTA", "SPÉCIMEN"] {
        assert!(!hands.sees(secret), "{secret}: {}", hands.page());
    }
    hands.tab_to("erase");
    hands.press("enter");
    assert!(
        hands.sees("Effacer définitivement la commission 7, session 2024"),
        "{}",
        hands.page()
    );
    // The harmless answer first, and no other key does it.
    assert!(hands.is_on("default"), "{:?}", hands.focused());
    hands.press("enter");
    assert!(!hands.sees("tapez EFFACER"));
    hands.tab_to("erase");
    hands.press("enter ctrl+enter");
    assert!(hands.sees("tapez EFFACER"), "{}", hands.page());
    hands.tab_to("erase-word");
    hands.write("oui");
    hands.press("ctrl+enter");
    assert!(hands.sees("tapez EFFACER"));
    assert_eq!(names(&folder), before);
    hands.press("ctrl+a");
    hands.write("effacer");
    hands.press("ctrl+enter");
    assert!(hands.sees("Effacé. Voici le reçu."), "{}", hands.page());
    let after = names(&folder);
    assert!(!after.iter().any(|name| name.starts_with("commission-7.")));
    assert!(open.exists() && folder.join("recente.delibere").exists());
    let receipt = after
        .iter()
        .find(|name| name.starts_with("recu-effacement-"))
        .expect("a receipt");
    let text = fs::read_to_string(folder.join(receipt)).expect("a receipt");
    assert!(text.contains("SHA-256") && text.contains("fragment-12"));
    assert!(
        hands.sees("SHA-256"),
        "the receipt is shown: {}",
        hands.page()
    );
    for secret in ["13,5", "13.5", "DELTA", "SPÉCIMEN"] {
        assert!(!hands.sees(secret) && !text.contains(secret), "{secret}");
    }
    // The laptop forgets it too.
    let settings = Settings::load(&desk.places);
    assert!(settings.recent.iter().all(|recent| recent.path != path));
    assert!(settings.resume.is_none_or(|resume| resume.path != path));
    hands.press("escape");
    assert!(!hands.sees("Commission 7"), "{}", hands.page());
}

#[test]
fn what_is_not_decided_goes_when_ticked_and_what_is_young_never_does() {
    let desk = Desk::new();
    let open = old(&desk, "ouverte.delibere");
    perform(
        &mut Document::open(&open, &desk.places).expect("it opens"),
        "c@2 add",
    );
    let young = desk.path("archives/recente.delibere");
    perform(&mut desk.create_at(&young, Ticking::Blind), "c add");
    let mut hands = at_the_archive(&desk);
    assert!(hands.sees("Aucun fichier choisi"), "{}", hands.page());
    hands.tab_to("file-1");
    hands.press("space");
    assert!(hands.sees("1 fichier choisi"), "{}", hands.page());
    let stops = hands.stops();
    assert!(
        !stops
            .iter()
            .any(|stop| stop.id == Some(iced::advanced::widget::Id::new("file-2"))),
        "a young file cannot be ticked"
    );
    hands.tab_to("erase");
    hands.press("enter");
    assert!(hands.sees("elle ne le sera jamais"), "{}", hands.page());
    hands.tab_to("erase-word");
    hands.write("EFFACER");
    hands.tab_to("erase-go");
    hands.press("enter");
    assert!(!open.exists() && young.exists(), "{}", hands.page());
}

#[test]
fn recent_files_whose_time_is_over_are_proposed_and_show_no_mark() {
    let desk = Desk::new();
    let path = old(&desk, "commission-7.delibere");
    let mut hands = Hands::at(&path, &desk.places);
    hands.press("escape");
    assert!(
        hands.sees("Conservation échue : purge proposée"),
        "{}",
        hands.page()
    );
    assert!(!hands.sees("13,5"));
    hands.tab_to("retention");
    hands.press("enter");
    assert!(hands.sees("Commission 7, session 2024"), "{}", hands.page());
    // A file that is open elsewhere stays, and the receipt says so.
    let held = Document::open(&path, &desk.places).expect("it opens");
    hands.tab_to("erase");
    hands.press("enter");
    hands.tab_to("erase-word");
    hands.write("EFFACER");
    hands.press("ctrl+enter");
    assert!(hands.sees("Une partie est restée"), "{}", hands.page());
    assert!(
        hands.sees("ouvert dans une autre fenêtre"),
        "{}",
        hands.page()
    );
    assert!(path.exists());
    drop(held);
}

#[test]
fn all_that_is_held_about_one_person_leaves_without_the_closed_column() {
    let desk = Desk::new();
    perform(
        &mut desk.create(Ticking::Blind),
        "c@1 add
        c@2 add
        m1@1 level projet BM
        m2@1 level projet EM
        c@1 write Soigné
        c@2 write Autre personne",
    );
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.tab_to("tools");
    hands.press("enter");
    hands.tab_to("data");
    hands.press("enter");
    assert!(hands.sees("Données d’une personne"), "{}", hands.page());
    assert!(hands.is_on("default"), "{:?}", hands.focused());
    assert!(
        hands.sees("2 lignes d’une colonne encore fermée n’y seront pas"),
        "{}",
        hands.page()
    );
    hands.click("Données seules (JSON)");
    hands.tab_to("write");
    hands.press("enter");
    let path: PathBuf = desk.path("donnees-1.json");
    let text = fs::read_to_string(&path).expect("data");
    assert!(text.contains("Soigné") && !text.contains("Autre personne"));
    assert!(!text.contains("\"EM\"") && !text.contains("\"BM\""));
    // Once more: both are kept unless said otherwise.
    hands.tab_to("write");
    hands.press("enter");
    assert!(hands.sees("existe déjà"), "{}", hands.page());
    hands.tab_to("outlet-keep");
    hands.press("enter");
    assert!(desk.path("donnees-1 (2).json").exists());
    hands.click("Données et fiches (ZIP)");
    hands.tab_to("write");
    hands.press("enter");
    let bundle = fs::File::open(desk.path("donnees-1.zip")).expect("an archive");
    let mut bundle = zip::ZipArchive::new(bundle).expect("an archive");
    assert!(bundle.by_name("donnees.json").is_ok());
    assert!(bundle.by_name("fiche-1-DELTA-Inès.pdf").is_ok());
}
