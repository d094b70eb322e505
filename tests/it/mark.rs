//! From levels to a mark, by the vectors of the rule book.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use delibere::domain::commission::{Commission, Ticking};
use delibere::domain::decision::{self, Remark};
use delibere::domain::fraction::Fraction;
use delibere::domain::grid::Grid;
use delibere::domain::id::{LevelId, PenaltyId, RowId};
use delibere::domain::mark::{self, Proposal, Reading};
use delibere::store::grids;

use super::support::grid;

/// The shipped grid, with « non évaluable » read the other way.
fn neutral_grid() -> Arc<Grid> {
    let source = grids::load(super::support::GRID).expect("the grid").source;
    let source = source.replace(
        r#""not_assessable": "zero""#,
        r#""not_assessable": "neutral""#,
    );
    grids::parse(Path::new("neutral"), &source)
        .expect("a grid")
        .grid
}

fn profile(levels: &str) -> BTreeMap<RowId, LevelId> {
    let levels = levels.split(' ');
    let rows = grid();
    let rows = rows.rows.iter().zip(levels);
    rows.filter(|(_, level)| *level != "-")
        .map(|(row, level)| (row.id.clone(), LevelId::from(level)))
        .collect()
}

fn reading(reading: Option<&Reading>) -> String {
    reading.map_or("undefined".to_owned(), |reading| {
        format!("{} → {}", reading.raw, reading.rounded.decimal(2))
    })
}

/// Both readings, then what is proposed.
fn proposal(grid: &Grid, levels: &str) -> String {
    match mark::propose(grid, &profile(levels).into()) {
        Proposal::Free => "free".to_owned(),
        Proposal::Incomplete(rows) => {
            let rows: Vec<&str> = rows.iter().map(|row| row.as_str()).collect();
            format!("missing {}", rows.join(" "))
        }
        Proposal::Complete(readings) => format!(
            "zero {} | neutral {} | proposed {}",
            reading(Some(&readings.zero)),
            reading(readings.neutral.as_ref()),
            reading(readings.proposed.as_ref()),
        ),
    }
}

#[test]
fn proposes_by_the_vectors() {
    let check = |levels: &str, expected: &str| {
        assert_eq!(proposal(&grid(), levels), expected, "{levels}");
    };
    check(
        "MP MP MP MP MP MP MP",
        "zero 20/3 → 6.5 | neutral 20/3 → 6.5 | proposed 20/3 → 6.5",
    );
    check(
        "BM BM BM BM BM BM BM",
        "zero 40/3 → 13.5 | neutral 40/3 → 13.5 | proposed 40/3 → 13.5",
    );
    check(
        "EM EM EM EM EM EM EM",
        "zero 20 → 20 | neutral 20 → 20 | proposed 20 → 20",
    );
    check(
        "NM NM NM NM NM NM NM",
        "zero 0 → 0 | neutral 0 → 0 | proposed 0 → 0",
    );
    check(
        "BM BM BM BM MP MP MP",
        "zero 220/21 → 10.5 | neutral 220/21 → 10.5 | proposed 220/21 → 10.5",
    );
    check(
        "BM BM BM NE BM BM BM",
        "zero 80/7 → 11.5 | neutral 40/3 → 13.5 | proposed 80/7 → 11.5",
    );
    check(
        "NE BM BM NE BM BM BM",
        "zero 200/21 → 9.5 | neutral 40/3 → 13.5 | proposed 200/21 → 9.5",
    );
    check(
        "NE NE NE NE NE NE NE",
        "zero 0 → 0 | neutral undefined | proposed 0 → 0",
    );
    check("BM BM - BM BM BM -", "missing incidents developpement");
    check("BM BM XX BM BM BM BM", "missing incidents");
    check(
        "- - - - - - -",
        "missing contribution patrimoine incidents presence projet service developpement",
    );
}

#[test]
fn proposes_the_reading_that_the_grid_chose() {
    let check = |levels: &str, expected: &str| {
        let found = proposal(&neutral_grid(), levels);
        let proposed = found.rsplit(" | proposed ").next();
        assert_eq!(proposed, Some(expected), "{levels}");
    };
    check("BM BM BM NE BM BM BM", "40/3 → 13.5");
    check("NE NE NE NE NE NE NE", "undefined");
}

#[test]
fn concludes_in_the_order_of_the_form() {
    let check = |note: &str, penalties: &[&str], last: &str, remark: Option<Remark>| {
        let grid = grid();
        let note = Fraction::parse(note).expect("a note");
        let rule = grid.mark.as_ref().expect("a rule");
        let end = mark::conclude(rule, &grid, &note, |penalty: &PenaltyId| {
            penalties.contains(&penalty.as_str()).then_some(None)
        });
        assert_eq!(end.last.decimal(2), last);
        assert_eq!(end.penalties.len(), penalties.len());
        assert_eq!(
            decision::remark(&grid, &end),
            remark,
            "{note} {penalties:?}"
        );
    };
    let (portfolio, tableau) = ("portfolio-inaccessible", "tableau-absent");
    check("8", &[portfolio], "0", Some(Remark::Floored));
    check("12", &[tableau], "10", Some(Remark::AtThreshold));
    check("11", &[tableau], "9", Some(Remark::CrossedByPenalty));
    check("11.5", &[tableau], "9.5", Some(Remark::CrossedByPenalty));
    check("9.5", &[], "9.5", Some(Remark::JustBelow));
    check("10", &[], "10", Some(Remark::AtThreshold));
    check(
        "20",
        &[portfolio, tableau],
        "8",
        Some(Remark::CrossedByPenalty),
    );
    check("13.5", &[], "13.5", None);
    check("10", &[portfolio], "0", Some(Remark::CrossedByPenalty));
}

#[test]
fn explains_every_point() {
    let grid = grid();
    let explained = |levels: &str, note: Option<&str>| {
        let proposal = mark::propose(&grid, &profile(levels).into());
        let note = note.and_then(Fraction::parse);
        let end = note.zip(grid.mark.as_ref()).map(|(note, rule)| {
            let retained = |id: &PenaltyId| (id.as_str() == "tableau-absent").then_some(None);
            mark::conclude(rule, &grid, &note, retained)
        });
        let lines = delibere::words::explanation(&grid, &proposal, end.as_ref());
        lines.join("\n").replace('\u{a0}', " ")
    };
    let notice = grid.texts.mark_notice.replace('\u{a0}', " ");
    assert_eq!(
        explained("BM BM BM NE BM BM BM", Some("11.5")),
        format!(
            "1 non évaluable : hors échelle, deux lectures
6 bonnes maîtrises : 6 × 13,33 = 80
Comptée pour 0 : 80 ÷ 7 = 11,43, soit 11,5
Laissée de côté : 80 ÷ 6 = 13,33, soit 13,5
Lecture proposée par la grille : comptée pour 0
Arrondi au demi-point le plus proche, une seule fois, avant pénalité.
{notice}
Note, avant pénalités : 11,5
Absence de tableau de synthèse : −2
Note finale : 9,5"
        )
    );
    assert_eq!(
        explained("BM BM - BM BM BM -", None),
        "Aucune proposition : 2 lignes n’ont pas de niveau (Incidents et demandes, Développement pro.)."
    );
}

#[test]
fn a_mark_needs_no_profile_to_be_decided() {
    // The commission decides: a NOTE stands on its own, whatever was ticked.
    let mut commission: Commission = super::support::commission(Ticking::Blind);
    for (line, author, edit) in
        super::support::gestures("c add\nc mark 8\nc penalty portfolio-inaccessible yes")
    {
        let _ = edit
            .apply(&mut commission, super::support::stamp(author, 0))
            .unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
    }
    let record = &commission.records[0];
    assert_eq!(
        mark::last(commission.grid(), record),
        Some(Fraction::whole(0))
    );
}
