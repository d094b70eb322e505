//! Grids that are not the SIO one, graded in the real window by keyboard: blocs, weights, waivers.

use std::path::PathBuf;

use delibere::domain::check::{self, Departure};
use delibere::domain::commission::{Record, Ticking};
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::fraction::Fraction;
use delibere::domain::grid::Grid;
use delibere::domain::roster::Candidate;
use delibere::store::document::{Document, NewCommission};
use delibere::store::{clock, grids};

use super::hands::Hands;
use super::support::Desk;

const NUMBER: &str = "R-001";

/// A commission of one candidate, on a shipped grid, ticked in common.
fn laid(desk: &Desk, grid: &str) -> PathBuf {
    let path = desk.path(&format!("{grid}.delibere"));
    let new = NewCommission {
        grid: grids::load(grid).expect("a shipped grid"),
        session: "2026".to_owned(),
        number: "3".to_owned(),
        members: vec![
            ("Mme Anne EXEMPLE".to_owned(), None),
            ("M. Paul MODÈLE".to_owned(), None),
        ],
        mode: None,
        ticking: Ticking::Common,
        day: None,
    };
    let mut document = Document::create(&path, new, &desk.places).expect("a commission");
    let candidate = Candidate::new(NUMBER, "SPÉCIMEN", "Jeanne");
    let _ = document
        .edit_in_file(
            &Edit::AddCandidate(candidate),
            Author::Commission,
            clock::now(),
        )
        .expect("a candidate");
    path
}

/// Opens the candidate at the first row.
fn begun(desk: &Desk, grid: &str) -> (Hands, PathBuf) {
    let path = laid(desk, grid);
    let mut hands = Hands::at(&path, &desk.places);
    hands.press("down enter enter");
    assert!(hands.sees("Notes personnelles"), "{}", hands.page());
    (hands, path)
}

fn graded(record: &Record) -> usize {
    record
        .column(Author::Commission)
        .map_or(0, |column| column.levels.len())
}

fn shipped(grid: &str) -> std::sync::Arc<Grid> {
    grids::load(grid).expect("a shipped grid").grid
}

#[test]
fn seventy_rows_are_walked_by_blocs_and_activities() {
    let desk = Desk::new();
    let (mut hands, path) = begun(&desk, "rncp-systeme-information");
    let grid = shipped("rncp-systeme-information");
    // One tab a bloc, with its progress; the activities of the bloc in front.
    for bloc in grid.outer_sections() {
        let total = grid.rows_within(&bloc.id).count();
        assert!(hands.sees(&format!("0/{total}")), "{}", hands.page());
    }
    // The level of one row for the rest of its activity, and never over what was chosen.
    hands.press("pagedown");
    let second = grid.rows[1].section.clone();
    let activity: Vec<_> = grid
        .rows
        .iter()
        .filter(|row| row.section == second)
        .collect();
    hands.press("right 1 left 3 g");
    let record = hands.record(&path, NUMBER);
    assert_eq!(graded(&record), activity.len());
    let levels = &record.column(Author::Commission).expect("ticks").levels;
    assert_eq!(levels[&activity[1].id], grid.levels[1].id);
    assert_eq!(levels[&activity[2].id], grid.levels[3].id);
    // A flag is kept in the file and shown in the list.
    hands.press("c");
    assert!(hands.sees("à creuser"), "{}", hands.page());
    let record = hands.record(&path, NUMBER);
    let flags = &record.column(Author::Commission).expect("ticks").flags;
    assert!(flags.contains(&activity[0].id));
    // Another bloc, then back.
    hands.press("maj+pagedown");
    let other = grid.outer_sections().nth(1).expect("a second bloc");
    let first = grid.rows_within(&other.id).next().expect("a row");
    assert!(
        hands.sees(first.title.trim_end_matches('.')),
        "{}",
        hands.page()
    );
}

#[test]
fn blocs_are_ruled_on_and_a_waived_row_leaves_them() {
    let desk = Desk::new();
    let (mut hands, path) = begun(&desk, "rncp-systeme-information");
    let grid = shipped("rncp-systeme-information");
    // A waiver wants a reason: without one nothing is written.
    hands.press("e ctrl+enter");
    assert!(hands.sees("Dispenser le candidat"), "{}", hands.page());
    assert!(hands.record(&path, NUMBER).waived_rows.is_empty());
    hands.click("Toute la ligne");
    hands.tab_to("waiver-reason");
    hands.write("aménagement notifié");
    hands.press("enter");
    let record = hands.record(&path, NUMBER);
    assert_eq!(record.waived_rows[&grid.rows[0].id], "aménagement notifié");
    assert!(
        hands.sees("Dispensé : aménagement notifié"),
        "{}",
        hands.page()
    );
    // The row takes no level any more, and is not waited for.
    hands.press("3");
    assert_eq!(graded(&hands.record(&path, NUMBER)), 0);
    for row in 1..grid.rows.len() {
        hands.press(if row == 12 { "s 1" } else { "s 3" });
    }
    assert_eq!(
        graded(&hands.record(&path, NUMBER)),
        grid.rows.len() - 1,
        "{}",
        hands.page()
    );
    hands.press("ctrl+enter ctrl+enter");
    assert!(hands.sees("Décision par bloc"), "{}", hands.page());
    // As the levels propose, in one gesture: one bloc is not acquired.
    hands.press("s enter");
    let record = hands.record(&path, NUMBER);
    let acquired: Vec<bool> = record.rulings.values().copied().collect();
    assert_eq!(acquired.len(), 4);
    assert_eq!(acquired.iter().filter(|acquired| !**acquired).count(), 1);
    assert!(hands.sees("validation partielle"), "{}", hands.page());
    assert!(hands.sees("Reste à prouver"), "{}", hands.page());
    // Visas, then the decision is fixed without any mark.
    hands.press("s enter s enter ctrl+enter");
    assert!(
        hands.sees("Arrêter la décision de SPÉCIMEN"),
        "{}",
        hands.page()
    );
    hands.press("ctrl+enter");
    let sealed = hands.record(&path, NUMBER).sealed.expect("fixed");
    assert_eq!(sealed.last, None);
}

#[test]
fn a_weighted_grid_suggests_and_never_ticks() {
    let desk = Desk::new();
    let (mut hands, path) = begun(&desk, "bts-ciel-e5");
    assert!(!hands.sees("Niveau suggéré"), "{}", hands.page());
    hands.press("v v");
    assert!(hands.sees("Niveau suggéré"), "{}", hands.page());
    assert_eq!(graded(&hands.record(&path, NUMBER)), 0);
    hands.press("3 g");
    let grid = shipped("bts-ciel-e5");
    let first = grid.rows[0].section.clone();
    let group = grid.rows.iter().filter(|row| row.section == first).count();
    assert_eq!(graded(&hands.record(&path, NUMBER)), group);
}

#[test]
fn a_framework_of_few_rows_keeps_its_strip() {
    let desk = Desk::new();
    let (mut hands, _path) = begun(&desk, "apc-systemes-information");
    for head in [
        "Composantes essentielles",
        "Indicateurs de performance",
        "Situations professionnelles",
        "0 couvertes, 2 attendues",
    ] {
        assert!(hands.sees(head), "{head}: {}", hands.page());
    }
}

#[test]
fn each_gesture_of_these_grids_is_taken_back_exactly() {
    let desk = Desk::new();
    for (name, ruled) in [("rncp-systeme-information", true), ("bts-ciel-e5", false)] {
        let path = laid(&desk, name);
        let document = desk_open(&desk, &path);
        let mut commission = document.commission().clone();
        let grid = commission.header.grid.clone();
        let row = grid.rows[0].id.clone();
        let indicator = grid.rows[0].indicators[0].id.clone();
        let bloc = grid.sections[0].id.clone();
        let mut changes = vec![
            Change::Flag(row.clone(), true),
            Change::WaiveRow(row.clone(), Some("motif".into())),
            Change::WaiveIndicator(indicator, Some("motif".into())),
        ];
        if ruled {
            changes.push(Change::Ruling(bloc, Some(true)));
        } else {
            changes.push(Change::Bonus(Fraction::parse("0.5")));
        }
        for change in changes {
            let before = commission.clone();
            let edit = Edit::Of(NUMBER.into(), change);
            let stamp = super::support::stamp(Author::Commission, 1);
            let inverse = edit.apply(&mut commission, stamp).expect("allowed");
            assert_ne!(commission, before, "{edit:?}");
            let _ = inverse.apply(&mut commission, stamp).expect("its inverse");
            assert_eq!(commission, before, "{edit:?}");
        }
        // What the grid does not foresee is refused, and nothing changes.
        let before = commission.clone();
        let refused = [
            Change::WaiveRow(row.clone(), Some("  ".into())),
            Change::Flag("nulle-part".into(), true),
            if ruled {
                Change::Mark(Fraction::parse("12"))
            } else {
                Change::Bonus(Fraction::parse("2.5"))
            },
        ];
        for change in refused {
            let edit = Edit::Of(NUMBER.into(), change);
            let stamp = super::support::stamp(Author::Commission, 1);
            assert!(edit.apply(&mut commission, stamp).is_err(), "{edit:?}");
            assert_eq!(commission, before);
        }
    }
}

#[test]
fn where_the_grid_asks_either_reading_needs_no_reason() {
    let desk = Desk::new();
    let path = laid(&desk, "apc-systemes-information");
    let document = desk_open(&desk, &path);
    let mut commission = document.commission().clone();
    let grid = shipped("apc-systemes-information");
    let mut say = |change| {
        let stamp = super::support::stamp(Author::Commission, 1);
        let _ = Edit::Of(NUMBER.into(), change)
            .apply(&mut commission, stamp)
            .expect("allowed");
        check::departure(&commission, commission.record(&NUMBER.into()).expect("it"))
    };
    for (row, level) in grid.rows.iter().zip(["AC", "MA", "EC", "NE"]) {
        let _ = say(Change::Level(row.id.clone(), Some(level.into())));
    }
    let mut of = |mark: &str| say(Change::Mark(Fraction::parse(mark)));
    assert_eq!(of("10"), Departure::None);
    assert_eq!(of("13.5"), Departure::None);
    assert_eq!(of("12"), Departure::BetweenReadings);
    assert_eq!(of("3"), Departure::By(Fraction::parse("7").expect("seven")));
}

fn desk_open(desk: &Desk, path: &std::path::Path) -> Document {
    Document::look(path, &desk.places).expect("the commission")
}
