//! Commissions side by side in the real window: files added by keyboard, figures told apart from the
//! program, several exams, exports that write over nothing.

use std::fs;
use std::path::PathBuf;

use delibere::app::{Message, Start};
use delibere::domain::commission::Ticking;
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::fraction::Fraction;
use delibere::domain::harmony::{Bars, Harmony};
use delibere::screen::harmony::Message as Gesture;
use delibere::store::document::{Document, NewCommission};
use delibere::store::grids;
use delibere::store::harmony::consolidate;

use super::hands::Hands;
use super::simulated::{Dice, Grid, Simulated, Truth, commission};
use super::support::{Desk, TO_SEAL, moment, perform};

/// Three commissions: the second one is harsher.
fn three(desk: &Desk) -> Vec<Simulated> {
    let folder = desk.path("session");
    fs::create_dir_all(&folder).expect("a folder");
    let grid = Grid::shipped();
    let mut dice = Dice(11);
    [("11", 9, 3), ("12", 8, 2), ("13", 9, 4)]
        .into_iter()
        .map(|(number, sealed, taste)| {
            commission(
                &folder,
                &desk.places,
                &grid,
                number,
                sealed,
                taste,
                &mut dice,
            )
        })
        .collect()
}

/// Opens the screen from the welcome one, and reads a path.
fn read(desk: &Desk, path: &str) -> Hands {
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.tab_to("harmony");
    hands.press("enter");
    assert!(hands.is_on("results-path"), "{:?}", hands.focused());
    hands.write(&desk.path(path).display().to_string());
    hands.press("enter");
    hands
}

/// Three commissions compared, one file unreadable, for the walk through every screen.
pub fn compared() -> (&'static str, Desk, Hands) {
    let desk = Desk::new();
    let _ = three(&desk);
    fs::write(desk.path("session/abime.delibere"), "rien").expect("written");
    let mut hands = read(&desk, "session");
    hands.press("ctrl+e");
    ("three commissions", desk, hands)
}

fn entries(desk: &Desk) -> usize {
    let folder = fs::read_dir(desk.path("session")).expect("a folder");
    folder.count()
}

fn french(half_points: i64) -> String {
    if half_points % 2 == 0 {
        (half_points / 2).to_string()
    } else {
        format!("{},5", half_points / 2)
    }
}

#[test]
fn three_commissions_are_read_and_say_what_they_hold() {
    let desk = Desk::new();
    let files = three(&desk);
    let before: Vec<Vec<u8>> = files
        .iter()
        .map(|file| fs::read(&file.path).expect("a file"))
        .collect();
    let there = entries(&desk);
    let mut hands = read(&desk, "session");
    let all: Vec<&Truth> = files.iter().flat_map(|file| &file.sealed).collect();
    let reached = all.iter().filter(|truth| truth.last >= 20).count();
    assert!(
        hands.sees(&format!("{reached} notes sur 26 à 10 ou plus")),
        "{}",
        hands.page()
    );
    assert!(hands.sees("26 notes arrêtées, commissions 11, 12 et 13. Médiane"));
    assert!(
        hands.sees("Ils ne modifient aucune note"),
        "{}",
        hands.page()
    );
    for file in &files {
        let mut marks: Vec<i64> = file.sealed.iter().map(|truth| truth.last).collect();
        marks.sort_unstable();
        let range = format!(
            "de {} à {}",
            french(marks[0]),
            french(marks[marks.len() - 1])
        );
        assert!(hands.sees(&range), "{range}: {}", hands.page());
        // Good or better on the first row.
        let good = file
            .sealed
            .iter()
            .filter(|truth| truth.levels[0] >= 3)
            .count();
        let share = format!("{good}/{}", file.sealed.len());
        assert!(hands.sees(&share), "{share}: {}", hands.page());
    }
    assert!(hands.sees("Bonne ou excellente maîtrise, par commission"));
    assert!(hands.sees("À discuter"), "{}", hands.page());
    assert!(hands.sees("Notes et profils"), "{}", hands.page());
    // No mark in the title, no file changed, nothing beside them.
    assert!(!hands.app.title().contains(','));
    for (file, before) in files.iter().zip(before) {
        assert_eq!(fs::read(&file.path).expect("a file"), before);
    }
    assert_eq!(entries(&desk), there);
    // Every control is reached, and it is drawn at every size.
    for (width, height) in [
        (1366.0, 768.0),
        (1024.0, 600.0),
        (640.0, 480.0),
        (683.0, 384.0),
    ] {
        hands.size = iced::Size::new(width, height);
        let _ = hands.draw(delibere::style::Mode::Sombre, 1.0);
    }
}

#[test]
fn a_commission_sees_itself_among_the_others_and_comes_back() {
    let desk = Desk::new();
    let files = three(&desk);
    let mut hands = Hands::at(&files[1].path, &desk.places);
    hands.tab_to("tools");
    hands.press("enter");
    hands.tab_to("harmony");
    hands.press("enter");
    assert!(
        hands.sees("8 notes arrêtées, commission 12"),
        "{}",
        hands.page()
    );
    hands.tab_to("add-results");
    hands.press("enter");
    assert!(hands.is_on("results-path"), "{:?}", hands.focused());
    hands.write(&files[0].path.display().to_string());
    hands.press("enter");
    hands.send(Message::Dropped(files[2].path.clone()));
    assert!(
        hands.sees("26 notes arrêtées, commissions 11, 12 et 13"),
        "{}",
        hands.page()
    );
    assert!(hands.sees(", la vôtre"), "{}", hands.page());
    assert!(hands.sees("dans votre commission"), "{}", hands.page());
    // The same file again counts once.
    hands.send(Message::Dropped(files[2].path.clone()));
    assert!(hands.sees("26 notes arrêtées"), "{}", hands.page());
    hands.tab_to("findings");
    hands.press("enter");
    assert!(hands.sees("Compté une seule fois"), "{}", hands.page());
    hands.press("escape");
    assert!(hands.sees("Notes masquées"), "{}", hands.page());
    // It is still the one who writes its file.
    assert!(Document::open(&files[1].path, &desk.places).is_ok_and(|file| !file.is_writable()));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let desk = Desk::new();
    let files = three(&desk);
    fs::write(desk.path("session/abime.delibere"), "rien").expect("written");
    let altered = desk.path("session/change.delibere");
    let mut text = fs::read_to_string(&files[0].path).expect("a file");
    text = text.replacen("\"Oral\"", "\"Orel\"", 1);
    fs::write(&altered, text).expect("written");
    let mut hands = read(&desk, "session");
    assert!(hands.sees("26 notes arrêtées"), "{}", hands.page());
    assert!(
        hands.sees("2 fichiers qui ne sont pas comptés"),
        "{}",
        hands.page()
    );
    hands.tab_to("findings");
    hands.press("enter");
    assert!(hands.sees("abime.delibere") && hands.sees("change.delibere"));
}

#[test]
fn few_marks_give_no_chart_and_say_so() {
    let desk = Desk::new();
    let folder = desk.path("session");
    fs::create_dir_all(&folder).expect("a folder");
    perform(
        &mut desk.create_at(&folder.join("seule.delibere"), Ticking::Blind),
        TO_SEAL,
    );
    let mut hands = read(&desk, "session");
    assert!(
        hands.sees("Pas assez de notes pour un graphique (5 au moins)."),
        "{}",
        hands.page()
    );
    assert!(hands.sees("1 note seulement : trop peu pour comparer"));
    assert!(!hands.sees("À discuter"));
}

#[test]
fn an_exam_without_marks_gives_its_blocs_beside_another_exam() {
    let desk = Desk::new();
    let _ = three(&desk);
    let path = desk.path("session/rncp.delibere");
    let loaded = grids::load("rncp-systeme-information").expect("the grid");
    let grid = loaded.grid.clone();
    let new = NewCommission {
        session: grid.editions[0].session.clone(),
        number: "40".into(),
        members: (0..grid.members.len())
            .map(|place| (format!("Mme {place}"), None))
            .collect(),
        grid: loaded,
        mode: None,
        ticking: Ticking::Common,
        day: None,
    };
    let mut document = Document::create(&path, new, &desk.places).expect("a file");
    let mut clock = 0;
    let mut write = |author: Author, edit: Edit| {
        clock += 1;
        let done = document.edit(&edit, author, moment(clock));
        assert!(done.is_ok(), "{done:?}");
    };
    write(
        Author::Commission,
        Edit::AddCandidate(super::support::candidate("1")),
    );
    let mut of = |author: Author, change| write(author, Edit::Of("1".into(), change));
    let acquired = &grid.decision.as_ref().expect("blocs decide").acquired[0];
    for row in &grid.rows {
        let level = Change::Level(row.id.clone(), Some(acquired.clone()));
        of(Author::Commission, level);
    }
    of(Author::Commission, Change::Validate(true));
    for section in grid.outer_sections() {
        of(
            Author::Commission,
            Change::Ruling(section.id.clone(), Some(true)),
        );
    }
    of(
        Author::Commission,
        Change::Appreciation("Très bien.".into()),
    );
    for penalty in &grid.penalties {
        of(
            Author::Commission,
            Change::Penalty(penalty.id.clone(), Some(false)),
        );
    }
    for member in 0..grid.members.len() {
        of(Author::Member(member), Change::Visa(true));
    }
    of(Author::Commission, Change::Seal);
    drop(document);
    let mut hands = read(&desk, "session");
    // Each exam has its own figures.
    assert!(
        hands.sees("BTS SIO") && hands.sees("26 notes arrêtées"),
        "{}",
        hands.page()
    );
    hands.press("right");
    assert!(
        hands.sees("1 décision arrêtée, commission 40"),
        "{}",
        hands.page()
    );
    assert!(
        hands.sees("Cette épreuve ne donne pas de note"),
        "{}",
        hands.page()
    );
    assert!(hands.sees("1 acquis sur 1"), "{}", hands.page());
    hands.press("left");
    assert!(hands.sees("26 notes arrêtées"));
}

#[test]
fn the_report_leaves_and_writes_over_nothing_unasked() {
    let desk = Desk::new();
    let files = three(&desk);
    let mut hands = Hands::at(&files[0].path, &desk.places);
    hands.tab_to("tools");
    hands.press("enter");
    hands.tab_to("harmony");
    hands.press("enter ctrl+e");
    assert!(hands.is_on("export-xlsx"), "{:?}", hands.focused());
    let there = |name: &str| desk.path(&format!("session/{name}"));
    hands.press("enter");
    let first = there("harmonisation-2026.xlsx");
    assert!(fs::read(&first).expect("written").starts_with(b"PK"));
    fs::write(&first, "à moi").expect("written");
    hands.press("enter");
    assert!(
        hands.sees("« harmonisation-2026.xlsx » existe déjà"),
        "{}",
        hands.page()
    );
    hands.tab_to("outlet-keep");
    hands.press("enter");
    assert_eq!(fs::read_to_string(&first).expect("kept"), "à moi");
    assert!(there("harmonisation-2026 (2).xlsx").exists());
    hands.tab_to("export-xlsx");
    hands.press("enter");
    hands.tab_to("outlet-replace");
    hands.press("enter");
    assert!(fs::read(&first).expect("replaced").starts_with(b"PK"));
    hands.tab_to("export-pdf");
    hands.press("enter");
    assert!(
        fs::read(there("harmonisation-2026.pdf"))
            .expect("written")
            .starts_with(b"%PDF"),
        "{}",
        hands.page()
    );
}

#[test]
fn files_that_come_while_others_are_read_wait_for_their_turn() {
    let desk = Desk::new();
    let files = three(&desk);
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.tab_to("harmony");
    hands.press("enter");
    // Begun, not awaited: the task is let go.
    let first: Vec<PathBuf> = vec![files[0].path.clone()];
    let task = hands.app.update(Message::Harmony(Gesture::Chosen(first)));
    hands.send(Message::Harmony(Gesture::Chosen(vec![
        files[1].path.clone(),
        files[2].path.clone(),
    ])));
    assert!(hands.sees("Lecture :"), "{}", hands.page());
    hands.finish(task);
    assert!(hands.sees("26 notes arrêtées"), "{}", hands.page());
}

#[test]
fn a_reading_that_is_stopped_says_how_much_was_not_read() {
    let desk = Desk::new();
    let _ = three(&desk);
    let mut hands = Hands::start(Start::File(None), &desk.places);
    hands.tab_to("harmony");
    hands.press("enter");
    let paths = vec![desk.path("session"); 40];
    let task = hands.app.update(Message::Harmony(Gesture::Chosen(paths)));
    hands.press("escape");
    hands.finish(task);
    if hands.sees("n’ont pas été lus") {
        assert!(hands.sees("Lecture arrêtée"), "{}", hands.page());
    } else {
        // The thread was faster than the key.
        assert!(hands.sees("26 notes arrêtées"), "{}", hands.page());
    }
    assert!(!hands.sees("Lecture :"), "{}", hands.page());
}

fn harmony(desk: &Desk, files: &[Simulated]) -> Harmony {
    let paths: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    let read = consolidate::<()>(&paths, &desk.places, &mut |_, _, _| Ok(()));
    read.expect("read").harmonies.remove(0)
}

#[test]
fn bars_and_shares_are_those_of_a_second_computation() {
    let desk = Desk::new();
    let files = three(&desk);
    let set = harmony(&desk, &files);
    let all: Vec<&Truth> = files.iter().flat_map(|file| &file.sealed).collect();
    let bars = set.bars(&set.whole().marks).expect("marks");
    assert_eq!(bars.counts.len(), 20);
    for (part, count) in bars.counts.iter().enumerate() {
        let part = i64::try_from(part).expect("a part");
        let inside = |last: i64| last / 2 == part || part == 19 && last == 40;
        let wanted = all.iter().filter(|truth| inside(truth.last)).count();
        assert_eq!(*count, wanted as u64, "part {part}");
    }
    assert_eq!(
        set.whole().marks.at_least(&Fraction::whole(10)),
        all.iter().filter(|truth| truth.last >= 20).count() as u64
    );
    for row in 0..set.grid.rows.len() {
        let share = |truths: &[Truth]| {
            let good = truths.iter().filter(|truth| truth.levels[row] >= 3).count();
            good as f64 / truths.len() as f64
        };
        let shares: Vec<f64> = files.iter().map(|file| share(&file.sealed)).collect();
        let gap = shares.iter().copied().fold(f64::MIN, f64::max)
            - shares.iter().copied().fold(f64::MAX, f64::min);
        let told = set.wide_rows().iter().any(|wide| wide.row == row);
        assert_eq!(told, gap >= 0.4 - 1e-9, "row {row}: {shares:?}");
    }
}

#[test]
fn scales_of_marks_are_cut_into_parts_that_can_be_told_apart() {
    let marks = delibere::domain::harmony::Distribution::default();
    let cut = |from: i64, to: i64| {
        let bars = Bars::of(&marks, &Fraction::whole(from), &Fraction::whole(to));
        bars.map(|bars| (bars.counts.len(), bars.width.to_string()))
    };
    assert_eq!(cut(0, 20), Some((20, "1".into())));
    assert_eq!(cut(1, 6), Some((20, "1/4".into())));
    assert_eq!(cut(0, 100), Some((20, "5".into())));
    assert_eq!(cut(5, 5), None);
}
