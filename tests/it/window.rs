//! The real window, driven by hands: a whole day by keyboard with the file read after each gesture,
//! blindness, focus, fields, dialogs, and every screen at every size.

use std::path::PathBuf;

use delibere::app::{Message, Start, demo};
use delibere::domain::commission::{Record, Seen, Ticking};
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::fraction::Fraction;
use delibere::domain::roster::Candidate;
use delibere::store::places::Places;
use delibere::style::Mode;
use iced::{Rectangle, Size};
use tempfile::TempDir;

use super::hands::Hands;
use super::support::{Desk, perform};

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
            hands.is_on("penalty-portfolio-inaccessible") || hands.is_on("penalty-tableau-absent"),
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
    assert_eq!(sealed.last, Fraction::parse("11.5"));
    assert!(hands.sees("Réservée au jury"), "{}", hands.page());

    // Nothing changes any more.
    hands.press("ctrl+2 1");
    assert_eq!(levels(&record(&hands), FIRST)[0], "BM");
}

/// A commission whose gestures were made elsewhere, then opened in the window on its candidate.
fn opened(script: &str) -> (Desk, Hands) {
    let desk = Desk::new();
    perform(&mut desk.create(Ticking::Blind), script);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter");
    (desk, hands)
}

fn record(desk: &Desk, hands: &Hands) -> Record {
    hands.record(&desk.path("commission.delibere"), "1")
}

const GRADED: &str = "
    c add
    c begin
    m1 all BM
    m1 level patrimoine EM
    m2 all BM
    m2 level incidents MP
    m1 validate
    m2 validate";

const DECIDED: &str = "
    c add
    c begin
    m1 all BM
    m2 all BM
    m1 level projet NE
    m2 level projet NE
    m1 validate
    m2 validate
    c mark 13.5";

const READY: &str = "
    c add
    c begin
    m1 all BM
    m2 all BM
    m1 validate
    m2 validate
    c mark 13.5
    c reason Une phrase.
    c penalty portfolio-inaccessible no
    c penalty tableau-absent no
    m1 visa
    m2 visa";

/// All that one reads while going through every row and every stage.
fn everything(desk: &Desk, hands: &mut Hands) -> Vec<String> {
    let mut pages = vec![hands.page()];
    for _ in 0..8 {
        hands.press("right");
        pages.push(hands.page());
    }
    for key in [
        "ctrl+1", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+2", "f1", "escape", "m",
    ] {
        hands.press(key);
        pages.push(hands.page());
    }
    hands.press("ctrl+z");
    pages.push(hands.page());
    pages.push(hands.app.title());
    let here = desk.folder.path().display().to_string();
    pages.iter().map(|page| page.replace(&here, "…")).collect()
}

#[test]
fn the_other_members_levels_change_nothing_that_is_read_before_both_validate() {
    let script = |level: &str, seen: &str| {
        format!(
            "c add
            c begin
            m2 level presence MP
            m1 all {level}
            m1 seen patrimoine-1 {seen}
            m1 validate"
        )
    };
    let look = |script: &str| {
        let (desk, mut hands) = opened(script);
        // The hand-over comes after words that name a level.
        hands.press("ctrl+m");
        let mut pages = vec![hands.page()];
        hands.press("enter");
        pages.extend(everything(&desk, &mut hands));
        (pages, hands.draw(Mode::default(), 1.0))
    };
    let (weak, weak_drawn) = look(&script("NM", "no"));
    let (strong, strong_drawn) = look(&script("EM", "yes"));
    assert!(
        weak[0].contains("À vous, M. Modèle") || weak[0].contains("À vous, M. MODÈLE"),
        "{}",
        weak[0]
    );
    assert!(
        weak.iter()
            .any(|page| page.contains("n’a pas encore validé") || page.contains("masqué"))
    );
    assert_eq!(weak, strong);
    assert!(
        weak_drawn == strong_drawn,
        "something is drawn that is not read"
    );
}

#[test]
fn what_one_member_just_did_is_not_read_at_the_hand_over() {
    let (_desk, mut hands) = opened("c add\nc begin\nm1 level contribution EM");
    for cover in ["ctrl+m", "f8"] {
        hands.press("4 3 ctrl+z");
        assert!(hands.sees("Annulé : ligne 1"), "{}", hands.page());
        hands.press(cover);
        assert!(
            !hands.sees("ligne 1") && !hands.sees("maîtrise"),
            "{}",
            hands.page()
        );
        hands.press("escape");
    }
}

#[test]
fn with_notes_masked_no_digit_of_a_mark_is_read() {
    let (desk, mut hands) = opened(GRADED);
    hands.press("3 enter 3 enter ctrl+4");
    let shown = |hands: &mut Hands| hands.page();
    let masked = shown(&mut hands);
    assert!(masked.contains("masquée"), "{masked}");
    hands.press("m");
    let open = shown(&mut hands);
    assert_ne!(masked, open);
    hands.press("m ctrl+2");
    let at_interrogation = hands.page();
    assert!(
        at_interrogation.contains("Note proposée masquée"),
        "{at_interrogation}"
    );
    hands.press("m");
    let proposed = hands
        .texts()
        .into_iter()
        .find(|text| text.starts_with("Note proposée\u{a0}: "));
    let proposed = proposed
        .expect("the proposed mark")
        .replace("Note proposée\u{a0}: ", "");
    assert!(
        proposed.contains(','),
        "a mark that cannot be anything else: {proposed}"
    );
    for page in [&masked, &at_interrogation] {
        assert!(!page.contains(&proposed), "{proposed} in {page}");
    }
    assert!(open.contains(&proposed), "{open}");
    drop(hands);
    drop(desk);
}

#[test]
fn a_mark_is_not_read_among_candidates_nor_on_the_welcome_screen_nor_in_a_title() {
    let (desk, mut hands) = opened(super::support::TO_SEAL);
    let has_mark = |text: &str| text.contains("13,5") || text.contains("13.5");
    assert!(hands.sees("Réservée au jury"), "{}", hands.page());
    assert!(!has_mark(&hands.app.title()) && !hands.app.title().contains("DELTA"));
    let back = hands.bounds("Commission 12");
    hands.click_at(back.center());
    assert!(
        hands.sees("Notes masquées") && hands.sees("••"),
        "{}",
        hands.page()
    );
    assert!(!has_mark(&hands.page()));
    hands.press("m");
    assert!(has_mark(&hands.page()));
    assert!(!has_mark(&hands.app.title()));
    hands.press("escape");
    assert!(hands.sees("Aucune note n’est affichée ici"));
    assert!(!has_mark(&hands.page()));
    hands.send(Message::Close);
    let settings = std::fs::read_to_string(desk.places.settings()).expect("settings");
    assert!(
        settings.contains("resume") && !has_mark(&settings),
        "{settings}"
    );
}

/// The columns of the rubric: what the focus reaches and is higher than any button.
fn columns(hands: &mut Hands) -> Vec<Rectangle> {
    let stops = hands.stops().into_iter().map(|stop| stop.bounds);
    let columns: Vec<Rectangle> = stops.filter(|bounds| bounds.height > 150.0).collect();
    assert_eq!(
        columns.iter().filter(|column| column.width > 100.0).count(),
        columns.len()
    );
    columns
}

#[test]
fn level_columns_stay_where_they_are() {
    let desk = Desk::new();
    perform(
        &mut desk.create(Ticking::Blind),
        "c add\nc begin\nm1 level contribution EM",
    );
    let file = desk.path("commission.delibere");
    // A power cut in the middle of a line.
    let mut text = std::fs::read(&file).expect("the file");
    text.extend(b"{\"edit\":");
    std::fs::write(&file, text).expect("a torn line");
    let mut hands = Hands::at(&file, &desk.places);
    hands.press("enter");
    let with_incident = columns(&mut hands);
    assert!(with_incident.len() >= 5, "{:?}", hands.stops());
    let stays = |hands: &mut Hands, why: &str| {
        let now = columns(hands);
        assert_eq!(now.len(), with_incident.len(), "{why}");
        for (now, before) in now.iter().zip(&with_incident) {
            assert!(
                (now.x - before.x).abs() < 0.5 && (now.width - before.width).abs() < 0.5,
                "{why}"
            );
            assert!((now.y - before.y).abs() < 0.5, "{why}: {now:?} {before:?}");
        }
    };
    assert!(hands.sees("Fermer ce message"), "{}", hands.page());
    hands.click("Fermer ce message");
    assert!(!hands.sees("Fermer ce message"));
    stays(&mut hands, "the incident's bar left");
    hands.press("ctrl+y");
    assert!(hands.sees("Rien à rétablir ici."));
    stays(&mut hands, "words of what was done");
    for _ in 0..6 {
        hands.press("right");
        stays(&mut hands, "another row");
    }
    for level in ["0", "1", "2", "3", "4"] {
        hands.press(level);
        stays(&mut hands, "a level");
    }
}

#[test]
fn bare_keys_command_nothing_in_a_field_and_what_is_typed_is_on_the_disk() {
    let (desk, mut hands) = opened("c add\nc begin\nm1 level contribution EM");
    let before = record(&desk, &hands);
    let notes =
        || std::fs::read_to_string(desk.path("commission.delibere.notes")).unwrap_or_default();
    let every = "s0123v4pxtqdmna?";
    hands.press("n");
    assert!(hands.is_on("notes"), "{:?}", hands.focused());
    hands.write(every);
    hands.press("left right up down delete maj+s maj+t");
    assert_eq!(record(&desk, &hands), before);
    assert!(hands.is_on("notes"));
    // A pause writes; the second that goes by is the window's own.
    std::thread::sleep(std::time::Duration::from_millis(750));
    hands.send(Message::Tick);
    assert!(notes().contains(every), "{}", notes());
    // Échap writes at once and gives the keyboard back to the grid.
    hands.write(" suite");
    assert!(!notes().contains("suite"));
    hands.press("escape");
    assert!(notes().contains("suite"), "{}", notes());
    assert!(hands.focused().is_none(), "{:?}", hands.focused());
    hands.press("2");
    assert_eq!(levels(&record(&desk, &hands), FIRST)[0], "MP");
    // Leaving the screen from the field writes too.
    hands.press("n");
    hands.write(" encore");
    hands.press("ctrl+1");
    assert!(notes().contains("encore"), "{}", notes());
    // Ctrl Z in a field takes no letter back behind the field's back: it is the window's.
    hands.press("ctrl+2 n");
    hands.press("ctrl+z");
    assert_eq!(levels(&record(&desk, &hands), FIRST)[0], "EM");
}

#[test]
fn the_fields_of_the_decision_write_what_is_typed_and_command_nothing() {
    let (desk, mut hands) = opened(DECIDED);
    hands.press("ctrl+4");
    let kept = |record: &Record| {
        (
            record.penalties.clone(),
            record.visas.clone(),
            record.columns.clone(),
        )
    };
    let before = kept(&record(&desk, &hands));
    for (id, text) in [
        ("observation-1", "Exposé clair, sm."),
        ("appreciation", "Travail sx"),
        ("reason", "Parce que sd"),
    ] {
        hands.tab_to(id);
        hands.write(text);
        hands.press("escape");
        let record = record(&desk, &hands);
        let written = match id {
            "observation-1" => record.observations.get(&0).cloned().unwrap_or_default(),
            "appreciation" => record.appreciation.clone(),
            _ => record.reason.clone(),
        };
        assert_eq!(written, text, "{id}");
        assert_eq!(kept(&record), before, "{id}");
    }
    // A note that cannot be is told, and is no note.
    hands.tab_to("note");
    hands.press("ctrl+a");
    hands.write("21");
    assert!(hands.sees("De 0 à 20"), "{}", hands.page());
    assert_ne!(record(&desk, &hands).mark, Fraction::parse("21"));
    hands.press("escape s");
    assert!(hands.focused().is_some(), "S goes to what is missing");
}

/// What the file says, notes apart.
fn written(desk: &Desk) -> Vec<u8> {
    std::fs::read(desk.path("commission.delibere")).expect("the file")
}

#[test]
fn dialogs_open_on_the_harmless_answer_keep_the_focus_and_close_with_escape() {
    // What opens it, what it says, whether it is written in.
    let all = [
        ("c add", "", "Est-ce bien", false),
        ("c add\nc begin", "ctrl+n", "Ajouter un candidat", true),
        ("c add", "escape down a", "Constater l’absence", false),
        (
            "c add\nc begin\nm1 all BM",
            "ctrl+enter",
            "Valider vos 7 niveaux",
            false,
        ),
        (READY, "ctrl+4 ctrl+enter", "Arrêter la note de", false),
        (
            super::support::TO_SEAL,
            "f1",
            "Clavier dans les fiches",
            false,
        ),
    ];
    for (script, keys, title, writes) in all {
        let (desk, mut hands) = opened(script);
        let back = "Commission 12";
        if keys.contains("ctrl+n") {
            hands.click(back);
            hands.press("ctrl+n");
        } else {
            hands.press(keys);
        }
        assert!(hands.sees(title), "{title}: {}", hands.page());
        let file = written(&desk);
        let stops = hands.stops();
        let page = hands.page();
        if !writes {
            assert!(hands.is_on("default"), "{title}: {:?}", hands.focused());
        }
        // Tab goes round inside, and comes to every control of the dialog.
        let mut reached = Vec::new();
        for _ in 0..stops.len() {
            hands.press("tab");
            reached.push(hands.focused().expect("somewhere").bounds);
        }
        for stop in &stops {
            assert!(reached.contains(&stop.bounds), "{title}: {stop:?}");
        }
        assert!(
            stops.len() < 24,
            "{title}: the screen is covered: {stops:?}"
        );
        // A press of the pointer on what is covered does nothing.
        hands.click_at(iced::Point::new(120.0, 90.0));
        if !hands.sees(title) {
            assert!(!writes, "{title}");
            hands.press(if keys.contains("ctrl+n") {
                "ctrl+n"
            } else {
                keys.rsplit(' ').next().unwrap_or_default()
            });
        }
        if keys.is_empty() && !hands.sees(title) {
            hands.press("enter");
        }
        assert!(hands.sees(title), "{title}: {}", hands.page());
        if !writes {
            hands.press("3 v p t s d m delete left ctrl+1 ctrl+z");
            assert_eq!(hands.page(), page, "{title}");
        }
        assert_eq!(written(&desk), file, "{title}");
        hands.press("escape");
        assert!(!hands.sees(title), "{title}: {}", hands.page());
        assert_eq!(written(&desk), file, "{title}");
    }
}

#[test]
fn entree_alone_never_does_what_cannot_be_taken_back() {
    for (script, keys, title) in [
        (
            "c add\nc begin\nm1 all BM",
            "ctrl+enter",
            "Valider vos 7 niveaux",
        ),
        (READY, "ctrl+4 ctrl+enter", "Arrêter la note de"),
        ("c add", "escape down a", "Constater l’absence"),
    ] {
        let (desk, mut hands) = opened(script);
        hands.press(keys);
        assert!(hands.sees(title), "{}", hands.page());
        let file = written(&desk);
        hands.press("enter");
        assert!(!hands.sees(title));
        assert_eq!(written(&desk), file, "{title}");
    }
}

#[test]
fn after_a_cut_one_is_offered_to_go_on_where_one_stood() {
    let (desk, mut hands) = opened("c add\nc begin\nm1 all BM");
    hands.press("right right right t");
    hands.send(Message::Tick);
    let here = hands.page();
    assert!(record(&desk, &hands).timer.since.is_some());
    // The power goes.
    drop(hands);
    let mut hands = Hands::start(Start::File(None), &desk.places);
    assert!(
        hands.sees("Rien n’est perdu") && hands.sees("N° 1"),
        "{}",
        hands.page()
    );
    hands.press("enter");
    let title = |page: &str| {
        let rows = super::support::grid().rows.clone();
        let known: Vec<String> = rows
            .iter()
            .map(|row| row.title.trim_end_matches('.').to_owned())
            .collect();
        page.lines()
            .find(|line| known.iter().any(|title| title == line))
            .map(str::to_owned)
    };
    assert_eq!(title(&hands.page()), title(&here));
    assert!(title(&here).is_some(), "{here}");
    assert!(
        record(&desk, &hands).timer.since.is_none(),
        "the chronometer is paused"
    );
    // Closed as it should be, nothing is asked.
    hands.send(Message::Close);
    drop(hands);
    let mut hands = Hands::start(Start::File(None), &desk.places);
    assert!(!hands.sees("Rien n’est perdu"), "{}", hands.page());
    // Declined, it is not asked again.
    let (desk, hands) = opened("c add\nc begin");
    drop(hands);
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.press("escape");
    drop(hands);
    let mut hands = Hands::start(Start::File(None), &desk.places);
    assert!(!hands.sees("Rien n’est perdu"), "{}", hands.page());
}

/// Every screen, by what opens it.
fn screens() -> Vec<(&'static str, Desk, Hands)> {
    let at = |name: &'static str, script: &str, keys: &str| {
        let (desk, mut hands) = opened(script);
        hands.press(keys);
        (name, desk, hands)
    };
    let home = || {
        let desk = Desk::new();
        let _ = desk.create(Ticking::Blind);
        let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
        hands.press("escape");
        (desk, hands)
    };
    let (welcome, welcome_hands) = home();
    let (creation, mut creation_hands) = home();
    creation_hands.press("ctrl+n");
    let (grids, mut grids_hands) = home();
    grids_hands.press("ctrl+g");
    let (workshop, mut workshop_hands) = home();
    workshop_hands.press("ctrl+g ctrl+d down down down ctrl+n");
    let (harmony, mut harmony_hands) = home();
    harmony_hands.tab_to("harmony");
    harmony_hands.press("enter");
    let (retention, mut retention_hands) = home();
    retention_hands.tab_to("retention");
    retention_hands.press("enter");
    let tools = |name: &'static str, tool: &'static str| {
        let (name, desk, mut hands) = at(name, READY, "escape");
        let back = hands.bounds("Commission 12");
        hands.click_at(back.center());
        hands.tab_to("tools");
        hands.press("enter");
        if !tool.is_empty() {
            hands.tab_to(tool);
            hands.press("enter");
        }
        (name, desk, hands)
    };
    let empty = Desk::new();
    let _ = empty.create(Ticking::Blind);
    let empty_hands = Hands::at(&empty.path("commission.delibere"), &empty.places);
    let (full, full_hands) = full();
    let (viewer, viewer_hands) = super::viewer::looking();
    let (forgotten, mut forgotten_hands) = coded();
    forgotten_hands.press("ctrl+m");
    forgotten_hands.click("Code oublié…");
    let (locked, mut locked_hands) = coded();
    locked_hands.press("ctrl+l");
    let (exercise, exercise_hands) = home();
    drop(exercise_hands);
    let file = exercise.path("commission.delibere");
    let mut exercise_hands = Hands::at(&file, &exercise.places);
    exercise_hands.tab_to("exercise");
    exercise_hands.press("enter");
    let mut many = at("many candidates", &crowd(60), "escape");
    many.2.press("down down");
    vec![
        ("welcome", welcome, welcome_hands),
        ("creation", creation, creation_hands),
        ("grids", grids, grids_hands),
        ("workshop", workshop, workshop_hands),
        ("harmony before anything", harmony, harmony_hands),
        ("retention", retention, retention_hands),
        tools("tools", ""),
        tools("two laptops", "copies"),
        tools("harmony of one", "harmony"),
        tools("data of one person", "data"),
        super::merge_window::settling(),
        super::harmony_window::compared(),
        ("no candidate", empty, empty_hands),
        ("long names and many réalisations", full, full_hands),
        many,
        ("forgotten code", forgotten, forgotten_hands),
        ("locked", locked, locked_hands),
        ("exercise", exercise, exercise_hands),
        at("dossier", LOADED, "ctrl+1"),
        at("dossier without papers", GRADED, "ctrl+1"),
        ("a page of a paper", viewer, viewer_hands),
        at("interrogation", LOADED, "ctrl+2 right"),
        at("conciliation", GRADED, "ctrl+3"),
        at(
            "conciliation awaited",
            "c add\nc begin\nm1 all BM",
            "ctrl+3",
        ),
        at("decision", DECIDED, "ctrl+4"),
        at("decision awaited", "c add\nc begin", "ctrl+4"),
        at("time", "c add\nc begin\nc timer 0 5000", "t t i"),
        at("sentences", DECIDED, "ctrl+4 ctrl+k"),
        at("sheets", super::support::TO_SEAL, "ctrl+5"),
        at("hand-over", "c add\nc begin\nm1 all BM", "ctrl+m"),
        at("neutral", "c add\nc begin\nm1 all BM", "f8"),
        at("identity", "c add", ""),
        at("help", "c add\nc begin", "f1"),
        at("seal", READY, "ctrl+4 ctrl+enter"),
    ]
}

/// A candidate in front of members who have codes.
fn coded() -> (Desk, Hands) {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin\nm1 level patrimoine BM");
    for member in 0..2 {
        let edit = Edit::Code(member, Some("$argon2id$".into()));
        let at = super::support::moment(60 + member);
        let _ = document
            .edit(&edit, Author::Member(member), at)
            .expect("set");
    }
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("down enter");
    (desk, hands)
}

/// Names of several lines, and the papers of somebody who did forty-five things.
fn full() -> (Desk, Hands) {
    let desk = Desk::new();
    let papers = desk.path("papiers");
    std::fs::create_dir(&papers).expect("a folder");
    let tableau = "tests/data/dossier/tableaux/26-quarante-cinq-realisations.xlsx";
    let tableau = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(tableau);
    let _ = std::fs::copy(tableau, papers.join("tableau-de-synthese.xlsx")).expect("a copy");
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin\nm1 all BM");
    let columns = delibere::dossier::Columns::of(&super::support::grid());
    let dossier = delibere::dossier::open(&papers, &columns).expect("papers");
    let reading = dossier.reading.as_ref().expect("a tableau");
    assert!(reading.realisations.len() >= 40);
    let named = Candidate {
        last_name: "de MONTMORENCY-BOUTEVILLE-".repeat(7),
        first_name: "Marie-Antoinette Joséphine ".repeat(6),
        ..super::support::candidate("1")
    };
    let changes = [
        Change::Correct(named),
        Change::Dossier(Some(Box::new(dossier))),
    ];
    for (index, change) in changes.into_iter().enumerate() {
        let edit = Edit::Of("1".into(), change);
        let at = super::support::moment(40 + index);
        let _ = document
            .edit(&edit, Author::Commission, at)
            .expect("accepted");
    }
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter");
    assert!(hands.sees("MONTMORENCY"), "{}", hands.page());
    (desk, hands)
}

/// A day of so many candidates.
fn crowd(count: usize) -> String {
    (1..=count)
        .map(|number| format!("c@{number} add\n"))
        .collect()
}

const LOADED: &str = "
    c add
    c begin
    c question q1 Requalifier une demande urgente ?
    c question q2 Qui a validé la fermeture ?
    m1 level contribution EM
    m1 seen patrimoine-1 partly";

#[test]
fn tab_reaches_every_control_of_every_screen() {
    for (name, _desk, mut hands) in screens() {
        let stops = hands.stops();
        assert!(!stops.is_empty(), "{name}");
        // What makes the pointer a hand is a control; the focus comes to it too.
        for point in hands.hand_points() {
            let reached = stops
                .iter()
                .any(|stop| stop.bounds.expand(1.0).contains(point));
            // A row of the table does what its own control does, and the arrows choose it.
            let table = ["many candidates", "exercise", "tools"].contains(&name);
            let is_row = table && (200.0..720.0).contains(&point.y);
            assert!(
                reached || is_row,
                "{name}: Tab does not reach what is at {point:?}"
            );
        }
        // Tab comes to each, in turn, and comes round.
        let mut reached = Vec::new();
        for _ in 0..stops.len() {
            hands.press("tab");
            let stop = hands
                .focused()
                .unwrap_or_else(|| panic!("{name}: nowhere after {}", reached.len()));
            assert!(
                stop.bounds.width > 0.0 && stop.bounds.height > 0.0,
                "{name}: {stop:?}"
            );
            reached.push(stop.bounds);
        }
        for stop in &stops {
            assert!(reached.contains(&stop.bounds), "{name}: {stop:?}");
        }
        hands.press("tab maj+tab");
        assert_eq!(
            hands.focused().map(|stop| stop.bounds),
            reached.last().copied(),
            "{name}"
        );
    }
}

#[test]
fn every_screen_is_drawn_at_every_size_in_the_three_displays() {
    for (name, _desk, mut hands) in screens() {
        let usual = hands.draw(Mode::default(), 1.0);
        assert!(
            usual.iter().any(|byte| *byte != usual[0]),
            "{name}: nothing is drawn"
        );
        for (width, height) in [
            (1280.0, 680.0),
            (1024.0, 600.0),
            (1920.0, 1080.0),
            (683.0, 384.0),
            (640.0, 480.0),
        ] {
            hands.size = Size::new(width, height);
            let _ = hands.draw(Mode::default(), 1.0);
        }
        hands.size = Size::new(683.0, 384.0);
        for mode in [Mode::Clair, Mode::Sombre, Mode::Contraste] {
            let _ = hands.draw(mode, 2.0);
        }
        // The same person at every stage, on a small window.
        if name.starts_with("long names") {
            for stage in [
                "ctrl+1", "ctrl+3", "ctrl+4", "f8", "escape", "f1", "escape", "ctrl+m",
            ] {
                hands.press(stage);
                let _ = hands.draw(Mode::default(), 1.0);
            }
        }
    }
}
