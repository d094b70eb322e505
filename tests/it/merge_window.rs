//! One commission on two laptops, in the real window and by keyboard: the copy, what a copy brings
//! before it is joined, refusals by name, points settled one by one, and nothing of a closed column.

use std::fs;
use std::path::PathBuf;

use delibere::app::Message;
use delibere::domain::commission::{Record, Ticking};
use delibere::domain::fraction::Fraction;
use delibere::store::document::{Document, NewCommission};
use delibere::store::grids;

use super::hands::Hands;
use super::support::{Desk, gestures, moment, perform};

const HOME: &str = "commission.delibere";
const COPY: &str = "membre-2.delibere";

/// A commission of three candidates, with the second member's copy.
fn shared(ticking: Ticking) -> Desk {
    let desk = Desk::new();
    perform(&mut desk.create(ticking), "c@1 add\nc@2 add\nc@3 add");
    let mut home = desk.open();
    home.lend(1, &desk.path(COPY), false, moment(10))
        .expect("the copy");
    desk
}

fn play(desk: &Desk, name: &str, from: usize, script: &str) {
    let mut document = Document::open(&desk.path(name), &desk.places).expect("it opens");
    for (index, (line, author, edit)) in gestures(script).into_iter().enumerate() {
        if let Err(error) = document.edit(&edit, author, moment(from + index)) {
            panic!("{name}: {line}: {error}");
        }
    }
}

fn at_home(desk: &Desk) -> Hands {
    Hands::at(&desk.path(HOME), &desk.places)
}

fn record(desk: &Desk, hands: &Hands) -> Record {
    hands.record(&desk.path(HOME), "1")
}

/// Opens the two laptops from the table of candidates.
fn to_copies(hands: &mut Hands) {
    hands.tab_to("tools");
    hands.press("enter");
    hands.tab_to("copies");
    hands.press("enter");
    assert!(hands.sees("Réunir une copie reçue"), "{}", hands.page());
}

/// Writes the path of a copy and looks at it.
fn look_at(hands: &mut Hands, path: &std::path::Path) {
    hands.tab_to("received-path");
    hands.press("ctrl+a");
    hands.write(&path.display().to_string());
    hands.press("enter");
}

#[test]
fn a_members_copy_is_made_by_keyboard() {
    let desk = Desk::new();
    perform(&mut desk.create(Ticking::Blind), "c@1 add");
    let mut hands = at_home(&desk);
    to_copies(&mut hands);
    hands.tab_to("copy-2");
    hands.press("enter");
    assert!(hands.is_on("copy-path"), "{:?}", hands.focused());
    hands.tab_to("make-copy");
    hands.press("enter");
    let copy = desk.path("commission-12-membre-2.delibere");
    assert!(copy.exists(), "{}", hands.page());
    assert!(
        hands.sees("Sa colonne se remplit dans sa copie"),
        "{}",
        hands.page()
    );
    let made = Document::look(&copy, &desk.places).expect("the copy");
    assert_eq!(made.members_copy().map(|copy| copy.member), Some(1));
    // Another one says that it takes the place of the first, and writes over nothing.
    hands.tab_to("copy-2");
    hands.press("enter");
    assert!(
        hands.sees("Seulement si sa copie est perdue"),
        "{}",
        hands.page()
    );
    let before = fs::read(&copy).expect("the copy");
    hands.press("ctrl+a");
    hands.write(&copy.display().to_string());
    hands.tab_to("make-copy");
    hands.press("enter");
    assert!(hands.sees("existe déjà"), "{}", hands.page());
    assert_eq!(fs::read(&copy).expect("the copy"), before);
    hands.press("escape");
    // The column comes back after a question whose harmless answer is first.
    hands.tab_to("back-2");
    hands.press("enter");
    assert!(hands.is_on("default"), "{:?}", hands.focused());
    hands.press("enter");
    assert!(hands.sees("Sa colonne se remplit dans sa copie"));
    hands.tab_to("back-2");
    hands.press("enter");
    hands.tab_to("take-back");
    hands.press("enter");
    assert!(
        hands.sees("se remplit de nouveau dans ce fichier"),
        "{}",
        hands.page()
    );
}

#[test]
fn what_a_copy_brings_is_seen_before_it_is_joined_and_without_its_levels() {
    let desk = shared(Ticking::Blind);
    play(&desk, HOME, 100, "c@1 begin\nm1@1 level projet BM");
    play(
        &desk,
        COPY,
        200,
        "m2@1 all EM\nm2@1 validate\nm2@2 level projet NM",
    );
    let mut hands = at_home(&desk);
    to_copies(&mut hands);
    let before = fs::read(desk.path(HOME)).expect("the file");
    look_at(&mut hands, &desk.path(COPY));
    for seen in [
        "Copie de M. Modèle",
        "M. Modèle : 9 gestes, 2 candidats",
        "DELTA Inès",
        "Rien ne change avant",
    ] {
        assert!(hands.sees(seen), "{seen}: {}", hands.page());
    }
    assert!(!hands.sees("xcellente") && !hands.sees("Non maîtrisé"));
    assert!(!hands.sees("EM\n"), "{}", hands.page());
    assert_eq!(fs::read(desk.path(HOME)).expect("the file"), before);
    assert!(hands.is_on("join"), "{:?}", hands.focused());
    hands.press("enter");
    assert!(hands.sees("Ce fichier contient maintenant les deux copies"));
    assert!(!hands.sees("xcellente"), "{}", hands.page());
    let merged = Document::look(&desk.path(HOME), &desk.places).expect("the file");
    assert_eq!(merged.count(), 4 + 2 + 9);
    // Once more: nothing new, and nothing to press.
    look_at(&mut hands, &desk.path(COPY));
    assert!(hands.sees("Rien de nouveau"), "{}", hands.page());
    // Back at the table, the column is known and closed.
    hands.press("escape");
    assert!(hands.sees("validé"), "{}", hands.page());
    assert!(!hands.sees("à trancher"));
}

#[test]
fn a_copy_dropped_on_the_candidates_is_looked_at() {
    let desk = shared(Ticking::Blind);
    play(&desk, COPY, 200, "m2@1 level projet NM");
    let mut hands = at_home(&desk);
    hands.send(Message::Dropped(desk.path(COPY)));
    assert!(hands.sees("M. Modèle : 1 geste"), "{}", hands.page());
    hands.press("ctrl+enter");
    assert!(hands.sees("contient maintenant"), "{}", hands.page());
}

#[test]
fn files_that_are_no_copies_are_refused_by_name() {
    let desk = shared(Ticking::Blind);
    let other = |name: &str, grid: &str, session: &str| -> PathBuf {
        let path = desk.path(name);
        let loaded = grids::load(grid).expect("the grid");
        let members = loaded.grid.members.len();
        let new = NewCommission {
            grid: loaded,
            session: session.into(),
            number: "14".into(),
            members: (0..members)
                .map(|place| (format!("Mme {place}"), None))
                .collect(),
            mode: None,
            ticking: Ticking::Blind,
            day: None,
        };
        drop(Document::create(&path, new, &desk.places).expect("a file"));
        path
    };
    let same = other("autre.delibere", super::support::GRID, "2026");
    let grid = other("rncp.delibere", "rncp-systeme-information", "2026");
    let torn = desk.path("coupe.delibere");
    let mut bytes = fs::read(desk.path(COPY)).expect("the copy");
    bytes.truncate(bytes.len() - 5);
    fs::write(&torn, bytes).expect("written");
    let before = fs::read(desk.path(HOME)).expect("the file");
    let mut hands = at_home(&desk);
    to_copies(&mut hands);
    for (path, words) in [
        (&same, ["Chacun a été créé à part", "12 et 14"]),
        (&grid, ["Grilles différentes", "Rien n’a été modifié"]),
        (&torn, ["s’arrête au milieu d’une ligne", "coupe.delibere"]),
    ] {
        look_at(&mut hands, path);
        for words in words {
            assert!(hands.sees(words), "{words}: {}", hands.page());
        }
        hands.press("ctrl+enter");
        assert_eq!(fs::read(desk.path(HOME)).expect("the file"), before);
    }
}

/// Two copies that put each its own mark and appreciation.
fn clashing() -> Desk {
    let desk = shared(Ticking::Separate);
    play(&desk, HOME, 100, "c@1 begin\nm1@1 all BM\nm1@1 validate");
    play(&desk, COPY, 100, "m2@1 all BM\nm2@1 validate");
    play(&desk, HOME, 200, "c@1 mark 12\nc@1 write Solide");
    play(&desk, COPY, 300, "c@1 mark 14.5\nc@1 write Brillant");
    desk
}

/// The points that two copies left to settle, for the walk through every screen.
pub fn settling() -> (&'static str, Desk, Hands) {
    let desk = clashing();
    let _ = desk
        .open()
        .merge(&[desk.path(COPY)], &desk.places)
        .expect("merged");
    let mut hands = at_home(&desk);
    hands.tab_to("settle");
    hands.press("enter");
    ("points to settle", desk, hands)
}

#[test]
fn points_are_said_where_they_matter_and_settled_one_by_one() {
    let desk = clashing();
    let mut hands = at_home(&desk);
    to_copies(&mut hands);
    look_at(&mut hands, &desk.path(COPY));
    assert!(hands.sees("2 points à trancher"), "{}", hands.page());
    hands.press("enter");
    assert!(hands.is_on("settle"), "{:?}", hands.focused());
    hands.press("escape");
    assert!(
        hands.sees("2 points à trancher entre les copies"),
        "{}",
        hands.page()
    );
    // It is said of the candidate too, and the decision leads there.
    hands.press("down enter ctrl+4");
    assert!(hands.sees("à trancher"), "{}", hands.page());
    hands.press("s");
    assert!(hands.sees("Points à trancher"), "{}", hands.page());
    assert!(hands.sees("Note de la commission") && hands.sees("14,5") && hands.sees("12"));
    assert!(hands.sees("dans la copie de M. Modèle") && hands.sees("En place jusqu’à"));
    let before = fs::read(desk.path(HOME)).expect("the file");
    // A key for a way that is not there does nothing.
    hands.press("4 enter");
    let settled = fs::read(desk.path(HOME)).expect("the file");
    if settled == before {
        hands.press("1");
    }
    let marks = [Fraction::parse("12"), Fraction::parse("14.5")];
    assert!(marks.contains(&record(&desk, &hands).mark));
    assert_eq!(record(&desk, &hands).unsettled().len(), 1);
    assert!(hands.sees("Tranché"), "{}", hands.page());
    // The other value of the last one.
    assert!(
        hands.sees("Solide") && hands.sees("Brillant"),
        "{}",
        hands.page()
    );
    let held = record(&desk, &hands).appreciation;
    let other = if held == "Solide" {
        "Brillant"
    } else {
        "Solide"
    };
    let first = hands.bounds(&format!("« {held} »")).y < hands.bounds(&format!("« {other} »")).y;
    hands.press(if first { "2" } else { "1" });
    assert_eq!(record(&desk, &hands).appreciation, other);
    assert!(record(&desk, &hands).unsettled().is_empty());
    assert!(hands.sees("Plus rien à trancher"), "{}", hands.page());
    hands.press("escape");
    assert!(!hands.sees("points à trancher"), "{}", hands.page());
    // Both copies end the same, in either order.
    drop(hands);
    let mut copy = Document::open(&desk.path(COPY), &desk.places).expect("the copy");
    let report = copy
        .merge(&[desk.path(HOME)], &desk.places)
        .expect("merged");
    assert!(report.conflicts.is_empty());
    assert_eq!(
        copy.commission()
            .record(&"1".into())
            .expect("there")
            .appreciation,
        other
    );
}

#[test]
fn a_mark_with_a_point_left_cannot_be_fixed() {
    let desk = clashing();
    let mut home = desk.open();
    let _ = home
        .merge(&[desk.path(COPY)], &desk.places)
        .expect("merged");
    for (line, author, edit) in gestures(
        "c@1 reason Une phrase.
        c@1 penalty portfolio-inaccessible no
        c@1 penalty tableau-absent no
        m1@1 visa
        m2@1 visa",
    ) {
        // A visa of a member whose column is elsewhere is given there: here the file is the commission's.
        let done = home.edit(&edit, author, moment(400));
        assert!(done.is_ok(), "{line}: {done:?}");
    }
    drop(home);
    let mut hands = at_home(&desk);
    hands.press("down enter ctrl+4 ctrl+enter");
    assert!(!hands.sees("Arrêter la note de"), "{}", hands.page());
    assert!(record(&desk, &hands).sealed.is_none());
    assert!(hands.sees("Points à trancher"), "{}", hands.page());
}

#[test]
fn a_point_in_a_closed_column_shows_no_value_and_cannot_be_settled() {
    let desk = shared(Ticking::Blind);
    // Taken back without the copy knowing: the same row is filled in both.
    desk.open().take_back(1, moment(20)).expect("taken back");
    play(&desk, HOME, 100, "c@1 begin\nm2@1 level projet BM");
    play(&desk, COPY, 200, "m2@1 level projet EM");
    let mut home = desk.open();
    let report = home
        .merge(&[desk.path(COPY)], &desk.places)
        .expect("merged");
    assert_eq!(report.conflicts.len(), 1);
    drop(home);
    let before = fs::read(desk.path(HOME)).expect("the file");
    let mut hands = at_home(&desk);
    hands.tab_to("settle");
    hands.press("enter");
    assert!(hands.sees("valeur cachée"), "{}", hands.page());
    assert!(hands.sees("Cette colonne est encore fermée"));
    for level in ["maîtrise", "BM", "EM"] {
        assert!(!hands.sees(level), "{level}: {}", hands.page());
    }
    hands.press("1 2 enter tab enter");
    assert_eq!(fs::read(desk.path(HOME)).expect("the file"), before);
}

#[test]
fn what_came_too_late_is_told_and_changes_no_mark() {
    let desk = shared(Ticking::Separate);
    play(&desk, HOME, 100, "c@1 begin\nm1@1 all BM\nm1@1 validate");
    play(&desk, COPY, 100, "m2@1 all BM\nm2@1 validate");
    let _ = desk
        .open()
        .merge(&[desk.path(COPY)], &desk.places)
        .expect("merged");
    play(
        &desk,
        HOME,
        200,
        "c@1 mark 13.5
        c@1 penalty portfolio-inaccessible no
        c@1 penalty tableau-absent no
        m1@1 visa
        m2@1 visa
        c@1 seal",
    );
    play(&desk, COPY, 20, "c@1 write Trop tard");
    let mut hands = at_home(&desk);
    hands.send(Message::Dropped(desk.path(COPY)));
    hands.press("ctrl+enter");
    let sealed = |hands: &Hands| record(&desk, hands).sealed.and_then(|seal| seal.last);
    assert_eq!(sealed(&hands), Fraction::parse("13.5"));
    hands.press("escape");
    assert!(hands.sees("après l’arrêt"), "{}", hands.page());
    assert!(hands.sees("1 changement tardif"), "{}", hands.page());
    hands.tab_to("settle");
    hands.press("enter 1 2");
    assert!(hands.sees("rouvrez la décision"), "{}", hands.page());
    assert_eq!(record(&desk, &hands).appreciation, "");
    assert_eq!(sealed(&hands), Fraction::parse("13.5"));
    // Reopened, it is settled like the rest, on what is in place if the commission wants.
    drop(hands);
    play(&desk, HOME, 500, "c@1 reopen Une phrase arrivée tard");
    let mut hands = at_home(&desk);
    hands.tab_to("settle");
    hands.press("enter");
    assert!(
        hands.sees("Trop tard") && hands.sees("Ce qui est en place"),
        "{}",
        hands.page()
    );
    hands.press("2");
    assert!(record(&desk, &hands).unsettled().is_empty());
    assert_eq!(record(&desk, &hands).appreciation, "");
}
