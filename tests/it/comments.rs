//! Sentences for the appreciation: those shipped, those of the jury, put in by one press.

use std::fs;

use delibere::app::Message;
use delibere::domain::commission::Ticking;
use delibere::store::{comments, grids};

use super::hands::Hands;
use super::support::{Desk, GRID, grid, perform};

const DECIDED: &str = "
    c add
    c begin
    m1 all BM
    m2 all BM
    m1 level incidents EM
    m2 level incidents EM
    m1 validate
    m2 validate";

const FIRST: &str = "Le compte rendu du travail d’équipe est clair et la contribution personnelle y est bien identifiée.";
const SECOND: &str = "La part personnelle est distinguée de celle de l’équipe et appuyée sur des réalisations précises.";

fn opened() -> (Desk, Hands) {
    let desk = Desk::new();
    perform(&mut desk.create(Ticking::Blind), DECIDED);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter ctrl+4");
    (desk, hands)
}

fn appreciation(desk: &Desk, hands: &Hands) -> String {
    let record = hands.record(&desk.path("commission.delibere"), "1");
    record.appreciation
}

#[test]
fn every_row_has_sentences_at_every_level_in_good_french() {
    let grid = grid();
    let bank = comments::shipped(&grid);
    assert_eq!(bank.misfit(&grid), None);
    for row in &grid.rows {
        for level in &grid.levels {
            let count = bank.of(&row.id, &level.id).count();
            let wanted = if level.value().is_some() { 2 } else { 1 };
            assert!(count >= wanted, "{} {}", row.id, level.id);
        }
    }
    for comment in &bank.comments {
        let text = &comment.text;
        assert!(text.ends_with('.') && text.chars().next().is_some_and(char::is_uppercase));
        assert!(
            !text.contains('\'') && !text.contains(" ;") && !text.contains(" :"),
            "{text}"
        );
        // About the profile, never about the person.
        let lower = text.to_lowercase();
        for word in [
            "candidat",
            " il ",
            "elle ",
            "vous",
            "étudiant",
            " ses capacités",
        ] {
            assert!(
                !lower.contains(word) || word == "elle " && !lower.starts_with("elle "),
                "{text}"
            );
        }
    }
    // A grid without any has an empty bank, and a name that is a path stays in its folder.
    let other = grids::load("bts-ciel-e5").expect("a grid").grid;
    assert!(comments::shipped(&other).comments.is_empty());
    let hostile = grids::load(GRID)
        .expect("a grid")
        .source
        .replace("\"bts-sio-bloc1\"", "\"../../x\"");
    let desk = Desk::new();
    if let Ok(loaded) = grids::parse(std::path::Path::new("g"), &hostile) {
        let place = comments::place(&loaded.grid, &desk.places);
        assert_eq!(place.parent(), Some(desk.places.comments().as_path()));
    }
}

#[test]
fn one_press_puts_a_sentence_in_and_one_takes_it_back() {
    let (desk, mut hands) = opened();
    hands.tab_to("appreciation");
    hands.write("Oral clair");
    // Ctrl acts from the field too, and what was typed is written first.
    hands.press("ctrl+k");
    assert!(
        hands.sees("Phrases pour l’appréciation"),
        "{}",
        hands.page()
    );
    assert_eq!(appreciation(&desk, &hands), "Oral clair");
    assert!(hands.sees(FIRST) && !hands.sees("Le patrimoine est recensé en entier"));
    hands.press("enter");
    assert_eq!(appreciation(&desk, &hands), format!("Oral clair {FIRST}"));
    hands.press("down enter");
    let both = format!("Oral clair {FIRST} {SECOND}");
    assert_eq!(appreciation(&desk, &hands), both);
    assert!(hands.sees("Phrase ajoutée"), "{}", hands.page());
    // Two sentences in a second are two gestures.
    hands.press("ctrl+z");
    assert_eq!(appreciation(&desk, &hands), format!("Oral clair {FIRST}"));
    hands.press("ctrl+y");
    assert_eq!(appreciation(&desk, &hands), both);
    hands.press("ctrl+z escape ctrl+z");
    assert_eq!(appreciation(&desk, &hands), "Oral clair");
    // Levels are what the sentences follow.
    hands.press("ctrl+k");
    assert!(hands.sees("Excellente maîtrise") && hands.sees("Le cycle de résolution est maîtrisé"));
    // Nothing is offered once the mark is fixed, nor before levels are settled.
    let desk = Desk::new();
    perform(&mut desk.create(Ticking::Blind), super::support::TO_SEAL);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter ctrl+4 ctrl+k");
    assert!(!hands.sees("Phrases pour l’appréciation"));
}

#[test]
fn the_jury_makes_the_sentences_its_own() {
    let (desk, mut hands) = opened();
    hands.press("ctrl+k");
    hands.click("Ajouter une phrase");
    hands.write("Posture d’écoute remarquable");
    // What is typed commands nothing, and Entrée keeps it.
    hands.press("enter");
    assert!(
        hands.sees("Posture d’écoute remarquable"),
        "{}",
        hands.page()
    );
    let own = comments::place(&grid(), &desk.places);
    assert!(
        fs::read_to_string(&own)
            .expect("a file")
            .contains("Posture d’écoute")
    );
    hands.press("escape ctrl+k");
    assert!(hands.sees("Posture d’écoute remarquable"), "kept");
    // Out, and into another laptop's.
    let file = desk.path("phrases.json");
    hands.send(Message::CommentsChosen(true, Some(file.clone())));
    assert!(hands.sees("Phrases enregistrées"), "{}", hands.page());
    let (other, mut theirs) = opened();
    theirs.press("ctrl+k");
    assert!(!theirs.sees("Posture d’écoute"));
    theirs.send(Message::CommentsChosen(false, Some(file.clone())));
    assert!(
        theirs.sees("Posture d’écoute") && theirs.sees("1 phrase ajoutée aux vôtres"),
        "{}",
        theirs.page()
    );
    theirs.send(Message::CommentsChosen(false, Some(file.clone())));
    assert!(theirs.sees("Aucune phrase nouvelle"));
    // What is not a file of sentences, or is another grid's, changes nothing.
    let before = fs::read(comments::place(&grid(), &other.places)).expect("a file");
    for (text, why) in [
        ("[]", "n’est pas un fichier de phrases"),
        (
            r#"{"format":1,"grid":"autre","comments":[]}"#,
            "faites pour la grille",
        ),
        (
            r#"{"format":1,"grid":"bts-sio-bloc1","comments":[{"row":"x","level":"BM","text":"t"}]}"#,
            "pas de ligne « x »",
        ),
        (
            r#"{"format":1,"grid":"bts-sio-bloc1","comments":[{"row":"projet","level":"A","text":"t"}]}"#,
            "pas de niveau « A »",
        ),
        (
            r#"{"format":9,"grid":"bts-sio-bloc1","comments":[]}"#,
            "plus récente",
        ),
    ] {
        fs::write(other.path("x.json"), text).expect("written");
        theirs.send(Message::CommentsChosen(false, Some(other.path("x.json"))));
        assert!(theirs.sees(why), "{why}: {}", theirs.page());
        assert_eq!(
            fs::read(comments::place(&grid(), &other.places)).expect("a file"),
            before
        );
    }
}

#[test]
fn the_jurys_own_file_is_never_overwritten_when_it_cannot_be_read() {
    let (desk, mut hands) = opened();
    let own = comments::place(&grid(), &desk.places);
    fs::create_dir_all(own.parent().expect("a folder")).expect("made");
    fs::write(&own, "{ coupé").expect("written");
    hands.press("ctrl+k");
    assert!(
        hands.sees("n’est pas un fichier de phrases"),
        "{}",
        hands.page()
    );
    assert_eq!(fs::read_to_string(&own).expect("a file"), "{ coupé");
    let run = desk.run(&["comments", "import", "phrases.json"], b"");
    assert_eq!(run.code, Some(1), "{run:?}");
}

#[test]
fn sentences_go_out_and_come_in_on_the_command_line() {
    let desk = Desk::new();
    let run = desk.run(&["comments", "export", "phrases.json"], b"");
    assert_eq!(run.code, Some(0), "{run:?}");
    let again = desk.run(&["comments", "export", "phrases.json"], b"");
    assert_eq!(again.code, Some(1), "{again:?}");
    let text = fs::read_to_string(desk.path("phrases.json")).expect("a file");
    fs::write(
        desk.path("deux.json"),
        text.replacen("Le travail", "Ce travail", 1),
    )
    .expect("written");
    let run = desk.run(&["comments", "import", "deux.json"], b"");
    assert!(run.out.contains("1 phrase ajoutée"), "{run:?}");
    let list = desk.run(&["comments", "list"], b"");
    assert!(list.out.contains("64 phrases"), "{list:?}");
    let run = desk.run(&["comments", "import", "phrases.json", "--replace"], b"");
    assert!(run.out.contains("63 phrases"), "{run:?}");
    let list = desk.run(&["comments", "list"], b"");
    assert!(
        list.out.contains("63 phrases.") && !list.out.contains("Ce travail"),
        "{list:?}"
    );
    let run = desk.run(&["comments", "list", "--grid", "bts-ciel-e5"], b"");
    assert!(run.out.contains("Aucune phrase"), "{run:?}");
}
