//! The real window, driven by hands: a whole day by keyboard with the file read after each gesture,
//! blindness, focus, fields, dialogs, and every screen at every size.

use std::path::PathBuf;

use delibere::app::demo;
use delibere::domain::commission::{Record, Seen};
use delibere::domain::edit::Author;
use delibere::domain::fraction::Fraction;
use delibere::store::places::Places;
use tempfile::TempDir;

use super::hands::Hands;

const DELTA: &str = "02612000104";
const FIRST: Author = Author::Member(0);
const SECOND: Author = Author::Member(1);

/// The demonstration, laid down for one test.
struct Day {
    _folder: TempDir,
    file: PathBuf,
    places: Places,
}

impl Day {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::under(&folder.path().join("home"));
        let file = demo::lay(&folder.path().join("demo"), &places).expect("the demonstration");
        Self {
            _folder: folder,
            file,
            places,
        }
    }

    fn hands(&self) -> Hands {
        Hands::at(&self.file, &self.places)
    }
}

fn levels(record: &Record, author: Author) -> Vec<String> {
    let grid = super::support::grid();
    let column = record.column(author).cloned().unwrap_or_default();
    grid.rows
        .iter()
        .map(|row| {
            let level = column.levels.get(&row.id);
            level.map_or_else(|| "-".to_owned(), ToString::to_string)
        })
        .collect()
}

/// Opens DELTA, who is second in the order of passage, and says yes, it is her.
fn begin(hands: &mut Hands) {
    hands.press("down down");
    let mut presses = 0;
    while !hands.sees("Est-ce bien") && presses < 4 {
        hands.press("enter");
        if !hands.sees("Est-ce bien DELTA") {
            hands.press("escape up");
        }
        presses += 1;
    }
    assert!(hands.sees("Est-ce bien DELTA Inès, N° 02612000104"));
    hands.press("enter");
    assert!(hands.sees("Réalisations concernées"), "{}", hands.page());
}

#[test]
fn a_whole_oral_by_keyboard() {
    let day = Day::new();
    let mut hands = day.hands();
    assert!(hands.sees("DELTA Inès") && hands.sees("BRAVO Théo"));
    assert!(hands.record(&day.file, DELTA).begun.is_none());
    begin(&mut hands);
    let record = |hands: &Hands| hands.record(&day.file, DELTA);
    assert!(record(&hands).begun.is_some());

    // Time, and indicators: each key goes on to the next.
    hands.press("t");
    assert!(record(&hands).timer.since.is_some());
    hands.press("maj+t");
    assert_eq!(record(&hands).timer.phase, 1);
    hands.press("right v p x left");
    let seen = record(&hands).column(FIRST).expect("a column").seen.clone();
    let seen: Vec<Seen> = seen.values().copied().collect();
    assert_eq!(seen, [Seen::Yes, Seen::Partly, Seen::No]);

    // Seven digits and six arrows, row and pad; the third key again changes nothing.
    hands.press("3 right 4 right 0 right pad2 right 3 3 right 3 right 3");
    assert_eq!(
        levels(&record(&hands), FIRST),
        ["BM", "EM", "NE", "MP", "BM", "BM", "BM"]
    );
    hands.press("delete");
    assert_eq!(levels(&record(&hands), FIRST)[6], "-");
    hands.press("ctrl+z");
    assert_eq!(levels(&record(&hands), FIRST)[6], "BM");
    hands.press("ctrl+z ctrl+y");
    assert_eq!(levels(&record(&hands), FIRST)[6], "BM");

    // A key that is held chooses nothing; held arrows walk.
    hands.hold("1");
    assert_eq!(levels(&record(&hands), FIRST)[6], "BM");

    // Ctrl Entrée asks, Ctrl Entrée again does.
    hands.press("ctrl+enter");
    assert!(hands.sees("Valider vos 7 niveaux"));
    assert!(!record(&hands).column(FIRST).expect("a column").validated);
    hands.press("ctrl+enter");
    assert!(record(&hands).column(FIRST).expect("a column").validated);
    assert!(hands.sees("À vous, M. Modèle"), "{}", hands.page());

    // The second member.
    hands.press("enter");
    assert!(hands.sees("Réalisations concernées"));
    hands.press("3 right 2 right 0 right 2 right 3 right 3 right 4");
    assert_eq!(
        levels(&record(&hands), SECOND),
        ["BM", "MP", "NE", "MP", "BM", "BM", "EM"]
    );
    assert_eq!(
        levels(&record(&hands), FIRST),
        ["BM", "EM", "NE", "MP", "BM", "BM", "BM"]
    );
    hands.press("ctrl+enter ctrl+enter");
    assert!(record(&hands).column(SECOND).expect("a column").validated);

    // Two disagreements, one after the other.
    assert!(hands.sees("2 désaccords sur 7 lignes"), "{}", hands.page());
    hands.press("3");
    assert_eq!(
        levels(&record(&hands), Author::Commission)[1],
        "-",
        "chosen is not retained"
    );
    hands.press("enter");
    assert_eq!(levels(&record(&hands), Author::Commission)[1], "BM");
    hands.press("3 enter");
    assert_eq!(levels(&record(&hands), Author::Commission)[6], "BM");
    hands.press("ctrl+enter");
    assert!(hands.sees("Note de la commission"), "{}", hands.page());

    // The decision: S goes to what is missing, Échap leaves the field.
    hands.press("s");
    assert!(hands.is_on("note"), "{:?}", hands.focused());
    hands.write("11,5");
    assert_eq!(record(&hands).mark, Fraction::parse("11.5"));
    hands.press("escape s");
    while hands.is_on("reason") {
        hands.write("Travail soigné");
        hands.press("escape s");
    }
    let mut steps = 0;
    while record(&hands).penalties.len() < 2 && steps < 4 {
        assert!(
            hands.is_on("penalty"),
            "{:?}\n{}",
            hands.focused(),
            hands.page()
        );
        // The first answer retains, the one after it does not.
        hands.press("tab space s");
        steps += 1;
    }
    assert!(record(&hands).penalties.values().all(|retained| !retained));
    assert!(hands.is_on("insert"), "{:?}", hands.focused());
    hands.press("enter");
    let text = record(&hands).appreciation;
    assert!(text.contains("n’a pas été mise en œuvre"), "{text}");
    hands.press("s");
    assert!(hands.is_on("visa"), "{:?}", hands.focused());
    hands.press("enter s enter");
    assert_eq!(record(&hands).visas.len(), 2, "{}", hands.page());
    assert!(hands.sees("Tout est prêt"));
    hands.press("ctrl+enter");
    assert!(hands.sees("Arrêter la note de DELTA Inès à 11,5 sur 20"));
    assert!(record(&hands).sealed.is_none());
    hands.press("ctrl+enter");
    let sealed = record(&hands).sealed.expect("fixed");
    assert_eq!(Some(sealed.last), Fraction::parse("11.5"));
    assert!(hands.sees("Réservée au jury"), "{}", hands.page());

    // Nothing changes any more.
    hands.press("ctrl+2 1");
    assert_eq!(levels(&record(&hands), FIRST)[0], "BM");
}
