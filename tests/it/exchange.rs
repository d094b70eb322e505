//! Grids from the formats of others, sample by sample; what is said of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use delibere::domain::fraction::Fraction;
use delibere::domain::grid::{Formula, Grid, LevelKind};
use delibere::domain::id::{LevelId, RowId};
use delibere::domain::mark::{self, Profile, Proposal};
use delibere::domain::roster::Moment;
use delibere::store::exchange::{
    self, Assumption, ExchangeError, Exported, FORMATS, Format, Imported, Remark,
};
use delibere::words;

use super::support::{grid, moment};

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/exchange")
        .join(name)
}

pub fn now() -> Moment {
    moment(0)
}

pub fn import(format: Format, bytes: &[u8]) -> Result<Imported, ExchangeError> {
    exchange::import(format, bytes, "Essai", now())
}

pub fn read(name: &str) -> Imported {
    let bytes = fs::read(sample(name)).expect("a sample");
    let format = exchange::guess(&bytes).unwrap_or_else(|| panic!("{name} is recognised"));
    import(format, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn export(format: Format, grid: &Grid) -> Exported {
    exchange::export(format, grid, now())
}

pub fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).expect("a number")
}

/// The raw mark over the highest, for one level a row by its rank.
pub fn share(grid: &Grid, ranks: &[usize]) -> Option<Fraction> {
    let mut levels: BTreeMap<RowId, LevelId> = BTreeMap::new();
    for (row, rank) in grid.rows.iter().zip(ranks) {
        let mut own: Vec<_> = grid
            .levels_of(row)
            .filter(|level| level.value().is_some())
            .collect();
        own.sort_by_key(|level| grid.value(row, &level.id));
        let level = own[rank % own.len()];
        let _ = levels.insert(row.id.clone(), level.id.clone());
    }
    match mark::propose(grid, &Profile::from(levels)) {
        Proposal::Complete(readings) => readings.zero.raw.over(&grid.mark.as_ref()?.out_of),
        Proposal::Free | Proposal::Incomplete(_) => None,
    }
}

pub fn assumed(report: &[Remark], what: Assumption) -> bool {
    report
        .iter()
        .any(|remark| matches!(remark, Remark::Assumed(known, _) if *known == what))
}

pub fn values(grid: &Grid, row: usize) -> Vec<String> {
    let row = &grid.rows[row];
    let levels = grid.levels_of(row);
    levels
        .filter_map(|level| grid.value(row, &level.id))
        .map(|value| value.to_string())
        .collect()
}

pub fn labels(grid: &Grid, row: usize) -> Vec<String> {
    let row = &grid.rows[row];
    let levels = grid.levels_of(row);
    levels
        .filter_map(|level| grid.level_label(row, &level.id))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_canvas_template_is_read_criterion_by_criterion() {
    let Imported { grid, report } = read("canvas-template.csv");
    assert_eq!(grid.title, "Essay Rubric");
    let titles: Vec<&str> = grid.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["Thesis", "Evidence", "Mechanics"]);
    assert_eq!(labels(&grid, 0), ["Exemplary", "Developing", "Missing"]);
    assert_eq!(values(&grid, 0), ["10", "5", "0"]);
    // The third criterion has two of the three levels, and only those.
    assert_eq!(labels(&grid, 2), ["Exemplary", "Missing"]);
    assert_eq!(values(&grid, 2), ["5", "0"]);
    let looked: Vec<&str> = grid.rows[1]
        .indicators
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(looked, ["Supports the argument", "Cites its sources"]);
    let text = &grid.rows[0].descriptors[1].text;
    assert_eq!(text, "Present,\nbut vague");
    // 5 + 20 + 0 of 35 points.
    assert_eq!(share(&grid, &[1, 2, 0]), Some(fraction("25/35")));
    assert_eq!(report, [Remark::Assumed(Assumption::Completed, 1)]);
}

#[test]
fn numbered_columns_commas_and_an_old_encoding_are_read() {
    let Imported { grid, report } = read("canvas-numerotee-1252.csv");
    assert!(assumed(&report, Assumption::Encoding));
    assert_eq!(grid.rows[0].title, "Qualité de l’expression");
    assert_eq!(values(&grid, 0), ["7/4", "1", "0"]);
    assert_eq!(values(&grid, 1), ["5", "5/2", "0"]);
    assert_eq!(grid.levels[0].label, "Très satisfaisant");
    let scale = grid.levels.iter().map(|level| match &level.kind {
        LevelKind::Value(value) => value.to_string(),
        other => format!("{other:?}"),
    });
    // Rows do not agree on the points: the scale goes by equal steps, each row keeps its points.
    assert_eq!(scale.collect::<Vec<_>>(), ["1", "1/2", "0"]);
}

#[test]
fn ranges_keep_their_top_and_comments_do_not_count() {
    let Imported { grid, report } = read("canvas-intervalles.csv");
    assert!(assumed(&report, Assumption::Ranges));
    assert!(assumed(&report, Assumption::FreeForm));
    assert_eq!(values(&grid, 0), ["10", "5"]);
    assert!(grid.rows[2].weight.is_zero());
    assert_eq!(share(&grid, &[0, 1, 0]), Some(fraction("25/30")));
}

#[test]
fn several_rubrics_in_a_file_are_sections() {
    let Imported { grid, report } = read("canvas-plusieurs.csv");
    assert!(assumed(&report, Assumption::SeveralRubrics));
    assert!(assumed(&report, Assumption::ByRank));
    let sections: Vec<&str> = grid.sections.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(sections, ["Rubric 1", "Rubric 2"]);
    assert_eq!(grid.rows.len(), 4);
    assert_eq!(labels(&grid, 2), ["Rating C1"]);
    assert_eq!(
        labels(&grid, 3),
        ["Rating D1", "Rating D2", "Rating D3", "Rating D4"]
    );
}

#[test]
fn moodle_counts_from_the_lowest_score() {
    let Imported { grid, .. } = read("moodle-niveaux.csv");
    assert_eq!(grid.title, "Essai");
    assert_eq!(grid.rows.len(), 2);
    assert_eq!(values(&grid, 0), ["25", "16", "12", "8", "0"]);
    assert!(matches!(
        grid.mark.as_ref().expect("a mark").formula,
        Formula::Points { from_lowest: true }
    ));
    let Imported { grid, .. } = read("moodle-bom.csv");
    assert_eq!(
        grid.rows[0].descriptors[0].text,
        "Première ligne, avec une virgule\nSeconde ligne, \"entre guillemets\""
    );
    // (2,5 − 2,5 + 5 − 1) of (7,5 + 4).
    assert_eq!(share(&grid, &[0, 1]), Some(fraction("4/11.5")));
}

#[test]
fn a_case_package_gives_sections_rows_levels_and_weights() {
    let Imported { grid, report } = read("case-opensalt.json");
    assert_eq!(grid.title, "Épreuve E5 fictive");
    assert_eq!(grid.diploma, "Référentiel fictif de maintenance");
    assert_eq!(grid.unit, "Oral de maintenance");
    assert_eq!(grid.editions[0].session, "2025");
    let ids: Vec<&str> = grid.rows.iter().map(|row| row.id.as_str()).collect();
    // Outside any section first, then in the order of the associations.
    assert_eq!(ids, ["B2", "C1.2", "C1.1"]);
    assert_eq!(grid.sections[0].id.as_str(), "B1");
    assert_eq!(grid.sections[0].kind, "Bloc");
    assert_eq!(grid.sections[0].weight, fraction("0.9"));
    let row = grid.row(&"C1.1".into()).expect("the row");
    assert_eq!(
        (row.short.as_str(), &row.weight),
        ("Analyse", &fraction("0.6"))
    );
    assert_eq!(row.modality, "Mise en situation");
    let looked: Vec<&str> = row.indicators.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        looked,
        ["La demande est comprise", "Les contraintes sont relevées"]
    );
    assert!(row.knowledge[0].text[0].ends_with("Reprenez la demande mot à mot."));
    assert_eq!(row.descriptors[1].value, Some(fraction("4.5")));
    assert_eq!(
        row.descriptors[1].text,
        "La demande est comprise et reformulée"
    );
    // Flat, the weights are 0,6, 0,3 and 0,1: nested, they still are.
    assert_eq!(share(&grid, &[1, 0, 0]), Some(fraction("0.1")));
    assert_eq!(share(&grid, &[0, 1, 0]), Some(fraction("0.3")));
    assert_eq!(share(&grid, &[0, 0, 1]), Some(fraction("0.6")));
    for dropped in [
        "CFItem.educationLevel",
        "CFDocument.licenseURI",
        "CFDefinitions.CFSubjects",
    ] {
        assert!(
            report
                .iter()
                .any(|remark| matches!(remark, Remark::Dropped(field, _) if field == dropped)),
            "{dropped}: {report:?}"
        );
    }
    assert!(assumed(&report, Assumption::Unassessed));
    assert!(assumed(&report, Assumption::Feedback));
}

#[test]
fn a_framework_without_rubric_becomes_rows_to_complete() {
    let Imported { grid, report } = read("case-sans-grille.json");
    assert!(assumed(&report, Assumption::UsualScale));
    let titles: Vec<&str> = grid.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Recueillir les besoins", "Rédiger le cahier des charges"]
    );
    assert_eq!(grid.sections[0].title, "Concevoir");
    assert_eq!(
        grid.rows[0].indicators[0].text,
        "Les besoins sont hiérarchisés"
    );
    assert_eq!(grid.rows[1].deliverables, ["Cahier des charges"]);
}

#[test]
fn each_remark_is_a_french_sentence() {
    let all = FORMATS
        .into_iter()
        .flat_map(|format| export(format, &grid()).report)
        .chain(read("case-opensalt.json").report)
        .chain(read("canvas-intervalles.csv").report);
    for remark in all {
        let text = words::remark_exchange(&remark);
        assert!(
            text.chars().count() > 15 && !text.starts_with("exchange-"),
            "{text}"
        );
    }
}
