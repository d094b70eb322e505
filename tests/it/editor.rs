//! Making a grid in the real window, by hands: duplicate, edit, see what is wrong and what the test
//! profiles give, save, and lose nothing on the way.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::app::{Message, Start};
use delibere::domain::commission::Ticking;
use delibere::domain::grid::part::Part;
use delibere::screen::editor;
use delibere::store::{drafts, grids};
use delibere::style::Mode;

use super::hands::Hands;
use super::support::Desk;

fn grids_screen(desk: &Desk) -> Hands {
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.press("ctrl+g");
    assert!(hands.sees("Livrées avec l’application"), "{}", hands.page());
    hands
}

/// A copy of the first shipped grid, open.
fn workshop(desk: &Desk) -> Hands {
    let mut hands = grids_screen(desk);
    hands.press("ctrl+d");
    assert!(hands.sees("Pas encore de fichier"), "{}", hands.page());
    hands
}

fn own(desk: &Desk) -> Vec<(PathBuf, delibere::domain::grid::Draft)> {
    let own = grids::own(&desk.places).into_iter();
    own.map(|(path, _)| {
        let (draft, _) = grids::read_draft(&path).expect("a grid's file");
        (path, draft)
    })
    .collect()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

fn open_file(hands: &mut Hands, path: &Path) {
    hands.press("ctrl+o");
    hands.write(&path.display().to_string());
    hands.press("enter");
}

#[test]
fn a_shipped_grid_is_duplicated_edited_saved_and_offered() {
    let desk = Desk::new();
    let mut hands = workshop(&desk);
    assert!(
        hands.sees("Rien à corriger") && hands.sees("20 sur 20"),
        "{}",
        hands.page()
    );
    assert!(
        own(&desk).is_empty(),
        "nothing is written before it is saved"
    );
    // Entrée goes to the first field; what is written is one gesture, taken back at once.
    hands.press("enter");
    hands.write(" bis");
    assert!(
        hands.sees("(copie) bis") && hands.sees("Non enregistrée"),
        "{}",
        hands.page()
    );
    hands.press("ctrl+z");
    assert!(!hands.sees("(copie) bis"));
    hands.press("ctrl+y ctrl+s");
    assert!(hands.sees("Enregistrée dans"), "{}", hands.page());
    let saved = own(&desk);
    assert_eq!(saved.len(), 1);
    assert!(saved[0].1.title.ends_with("(copie) bis"));
    assert_eq!(saved[0].1.id, format!("{}-copie", super::support::GRID));
    let shipped = grids::load(super::support::GRID).expect("the shipped grid");
    assert!(!shipped.grid.title.contains("bis"));
    // Échap leaves the field, then the workshop: nothing is asked, all is saved.
    hands.press("escape escape");
    assert!(
        hands.sees("Les vôtres") && hands.sees("(copie) bis"),
        "{}",
        hands.page()
    );
    hands.press("escape ctrl+n");
    assert!(
        hands.sees("Nouvelle commission") && hands.sees("(copie) bis"),
        "{}",
        hands.page()
    );
}

#[test]
fn what_is_wrong_is_said_beside_and_leads_to_its_field() {
    let desk = Desk::new();
    let mut hands = workshop(&desk);
    hands.press("down down down ctrl+n");
    assert!(hands.sees("2 points à corriger"), "{}", hands.page());
    assert!(hands.is_on("Row(1, Title)"), "{:?}", hands.focused());
    hands.write("Tenir un journal");
    assert!(hands.sees("1 point à corriger"), "{}", hands.page());
    hands.press("escape");
    hands.tab_to("fault-0");
    hands.press("enter");
    assert!(hands.is_on("Row(1, Short)"), "{:?}", hands.focused());
    hands.write("Journal");
    assert!(
        hands.sees("Rien à corriger") && hands.sees("2. Journal"),
        "{}",
        hands.page()
    );
    // It moves, and it goes, with what was written; undo brings all of it back.
    hands.press("escape maj+up");
    assert!(hands.sees("1. Journal"), "{}", hands.page());
    hands.press("delete");
    assert!(
        !hands.sees(". Journal") && hands.sees("Ligne retirée"),
        "{}",
        hands.page()
    );
    hands.press("ctrl+z ctrl+z");
    assert!(hands.sees("2. Journal"), "{}", hands.page());
}

#[test]
fn the_mark_of_test_profiles_follows_each_change() {
    let desk = Desk::new();
    let mut hands = workshop(&desk);
    hands.click("Calcul de la note");
    hands.tab_to("Mark(OutOf)");
    hands.press("ctrl+a");
    hands.write("10");
    assert!(
        hands.sees("10 sur 10") && !hands.sees("20 sur 20"),
        "{}",
        hands.page()
    );
    // What is no number changes nothing, and says so.
    hands.write("x");
    assert!(
        hands.sees("Un nombre est attendu") && hands.sees("10 sur 10"),
        "{}",
        hands.page()
    );
    hands.press("escape");
    // A profile is edited by giving a row its next level.
    hands.tab_to("trial-0");
    hands.press("enter");
    hands.tab_to("cycle-0");
    hands.press("enter");
    assert!(
        hands.sees("modifié") && !hands.sees("Partout « Excellente maîtrise »\n10 sur 10"),
        "{}",
        hands.page()
    );
    hands.tab_to("reset");
    hands.press("enter");
    assert!(!hands.sees("modifié"), "{}", hands.page());
}

#[test]
fn leaving_what_is_not_saved_is_asked_about() {
    let desk = Desk::new();
    let mut hands = workshop(&desk);
    hands.press("escape");
    assert!(
        hands.sees("Quitter sans enregistrer ?"),
        "a copy is in no file: {}",
        hands.page()
    );
    assert!(hands.is_on("default"));
    hands.press("escape");
    assert!(!hands.sees("Quitter sans enregistrer ?") && hands.sees("Présentation"));
    hands.press("escape");
    hands.click("Quitter sans enregistrer");
    assert!(hands.sees("Livrées avec l’application"), "{}", hands.page());
    assert!(own(&desk).is_empty() && drafts::left(&desk.places).is_empty());
}

#[test]
fn a_cut_loses_no_draft() {
    let desk = Desk::new();
    let mut hands = workshop(&desk);
    hands.press("enter");
    hands.write(" coupée");
    hands.send(Message::Tick);
    drop(hands);
    let mut hands = grids_screen(&desk);
    assert!(hands.sees("Brouillons retrouvés"), "{}", hands.page());
    hands.press("enter");
    assert!(
        hands.sees("(copie) coupée") && hands.sees("Non enregistrée"),
        "{}",
        hands.page()
    );
    hands.press("ctrl+s");
    assert_eq!(own(&desk).len(), 1);
    assert!(
        drafts::left(&desk.places).is_empty(),
        "a saved draft is no draft"
    );
    drop(hands);
    // Given up, at the second press only.
    let mut hands = workshop(&desk);
    hands.press("enter");
    hands.write(" deux");
    hands.send(Message::Tick);
    drop(hands);
    let mut hands = grids_screen(&desk);
    hands.click("Écarter");
    assert_eq!(drafts::left(&desk.places).len(), 1);
    hands.click("Écarter pour de bon");
    assert!(drafts::left(&desk.places).is_empty());
    assert!(!hands.sees("Brouillons retrouvés"), "{}", hands.page());
}

#[test]
fn nothing_that_somebody_else_wrote_is_written_over() {
    let desk = Desk::new();
    let mut hands = workshop(&desk);
    hands.press("ctrl+s");
    let file = own(&desk)[0].0.clone();
    // Another program changed the file meanwhile.
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace("(copie)", "(ailleurs)")).expect("written");
    hands.press("enter");
    hands.write(" ici");
    hands.press("ctrl+s");
    assert!(hands.sees("a été modifié ailleurs"), "{}", hands.page());
    hands.click("Garder les deux");
    let saved = own(&desk);
    assert_eq!(saved.len(), 2);
    assert!(
        saved
            .iter()
            .any(|(_, draft)| draft.title.ends_with("(ailleurs)"))
    );
    assert!(
        saved
            .iter()
            .any(|(_, draft)| draft.title.ends_with("(copie) ici"))
    );
    // A commission's file is no place for a grid.
    drop(desk.create(Ticking::Blind));
    let commission = desk.path("commission.delibere");
    let before = fs::read(&commission).expect("a file");
    hands.click("Enregistrer sous…");
    hands.write(&commission.display().to_string());
    hands.press("enter");
    hands.click("Remplacer");
    assert_eq!(fs::read(&commission).expect("a file"), before);
    // The name of a shipped grid stays its own.
    let mut hands = workshop(&desk);
    hands.tab_to("Grid(Id)");
    hands.press("ctrl+a");
    hands.write(super::support::GRID);
    hands.press("ctrl+s");
    assert!(
        hands.sees("est celui d’une grille livrée"),
        "{}",
        hands.page()
    );
}

#[test]
fn shipped_and_frozen_grids_are_read_and_never_written() {
    let desk = Desk::new();
    let mut hands = grids_screen(&desk);
    hands.press("enter");
    assert!(hands.sees("Lecture seule"), "{}", hands.page());
    let before = hands.page();
    hands.press("ctrl+n ctrl+b delete maj+down ctrl+z ctrl+s enter");
    assert_eq!(hands.page(), before);
    hands.press("escape");
    assert!(hands.sees("Livrées avec l’application"));

    drop(desk.create(Ticking::Blind));
    let file = desk.path("commission.delibere");
    let bytes = fs::read(&file).expect("a file");
    let mut hands = Hands::at(&file, &desk.places);
    hands.click("Voir la grille");
    assert!(hands.sees("figée dans son fichier"), "{}", hands.page());
    hands.press("ctrl+d enter");
    hands.write(" pour l’an prochain");
    hands.press("ctrl+s escape escape");
    assert!(
        hands.sees("Commission 12"),
        "one is back where one was: {}",
        hands.page()
    );
    assert_eq!(own(&desk).len(), 1);
    assert_eq!(fs::read(&file).expect("a file"), bytes);
}

#[test]
fn choosing_a_grid_shows_what_it_is() {
    let desk = Desk::new();
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.press("ctrl+n");
    for said in [
        "Contenu",
        "7 lignes à évaluer",
        "Sur 20",
        "2 membres",
        "Origine",
    ] {
        assert!(hands.sees(said), "{said}: {}", hands.page());
    }
    let titles: Vec<String> = grids::shipped()
        .map(|id| grids::load(id).expect("a shipped grid").grid.title.clone())
        .collect();
    for title in &titles {
        hands.click(title.as_str());
        let said = hands.texts().iter().filter(|text| *text == title).count();
        assert_eq!(
            said, 2,
            "in the choice, and at the head of the panel: {title}"
        );
    }
    // All the grids are a key away, and what was written is there on the way back.
    hands.tab_to("number");
    hands.write("41");
    hands.press("ctrl+g");
    assert!(hands.sees("Livrées avec l’application"), "{}", hands.page());
    hands.press("escape");
    assert!(
        hands.sees("41") && hands.sees("Nouvelle commission"),
        "{}",
        hands.page()
    );
}

#[test]
fn every_part_of_every_grid_is_shown_and_drawn() {
    let desk = Desk::new();
    fs::create_dir_all(desk.places.grids()).expect("a folder");
    let blocs = desk.places.grids().join("essai-blocs.json");
    let _ = fs::copy(fixture("bloc-grid.json"), &blocs).expect("a copy");
    let count = grids::shipped().count() + 1;
    for index in 0..count {
        let mut hands = grids_screen(&desk);
        for _ in 0..index {
            hands.press("down");
        }
        // The shipped ones by a copy, the last one as it is.
        hands.press(if index + 1 == count {
            "enter"
        } else {
            "ctrl+d"
        });
        assert!(hands.sees("Rien à corriger"), "{index}: {}", hands.page());
        let draft = if index + 1 == count {
            grids::read_draft(&blocs).expect("a grid").0
        } else {
            let id = grids::shipped().nth(index).expect("a name");
            (*grids::load(id).expect("a grid").grid)
                .clone()
                .into_draft()
        };
        let _ = hands.draw(Mode::Clair, 1.0);
        // A long grid has a hundred rows alike: one in seven of them, and everything else.
        for (rank, part) in draft.parts().into_iter().enumerate() {
            if matches!(part, Part::Row(_)) && rank % 7 > 0 {
                continue;
            }
            hands.send(Message::Editor(editor::Message::Open(part)));
            let title = delibere::words::grid_part(&draft, part);
            let plain = title.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(hands.sees(&plain), "{plain}: {}", hands.page());
            if index + 1 == count {
                let _ = hands.draw(Mode::Sombre, 1.0);
            }
        }
    }
}

#[test]
fn a_faulty_file_is_mended_and_a_hostile_one_is_refused() {
    let desk = Desk::new();
    let faulty = desk.path("fautive.json");
    let text = fs::read_to_string(fixture("bloc-grid.json")).expect("a file");
    fs::write(&faulty, text.replace("\"Dessiner un plan\"", "\"\"")).expect("written");
    let mut hands = grids_screen(&desk);
    open_file(&mut hands, &faulty);
    assert!(hands.sees("2 points à corriger"), "{}", hands.page());
    hands.tab_to("fault-0");
    hands.press("enter");
    hands.write("Dessiner");
    hands.press("escape");
    hands.tab_to("fault-0");
    hands.press("enter");
    hands.write("Dessin");
    hands.press("ctrl+s");
    assert!(hands.sees("Enregistrée dans"), "{}", hands.page());
    assert!(grids::read(&faulty).is_ok());
    hands.press("escape escape");
    for entry in fs::read_dir(fixture("hostile")).expect("a folder") {
        let path = entry.expect("an entry").path();
        open_file(&mut hands, &path);
        let refused = hands.sees("Grille refusée") || hands.sees("à corriger");
        assert!(refused, "{}: {}", path.display(), hands.page());
        drop(hands);
        hands = grids_screen(&desk);
    }
}
