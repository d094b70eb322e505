//! Grids from and to the formats of others: what comes back, what the report owns up to, and what
//! hostile files cannot do.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use delibere::domain::fraction::Fraction;
use delibere::domain::grid::{Formula, Grid, LevelKind};
use delibere::domain::id::{LevelId, RowId};
use delibere::domain::mark::{self, Profile, Proposal};
use delibere::domain::roster::Moment;
use delibere::store::exchange::{
    self, Assumption, ExchangeError, Exported, FORMATS, Format, Imported, LARGEST, Remark,
};
use delibere::store::grids;
use delibere::store::grids::compare::{Part, differences};
use delibere::words;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{GRID, grid, moment};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/exchange")
        .join(name)
}

fn now() -> Moment {
    moment(0)
}

fn import(format: Format, bytes: &[u8]) -> Result<Imported, ExchangeError> {
    exchange::import(format, bytes, "Essai", now())
}

fn read(name: &str) -> Imported {
    let bytes = fs::read(sample(name)).expect("a sample");
    let format = exchange::guess(&bytes).unwrap_or_else(|| panic!("{name} is recognised"));
    import(format, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn export(format: Format, grid: &Grid) -> Exported {
    exchange::export(format, grid, now())
}

fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).expect("a number")
}

/// The raw mark over the highest, for one level a row by its rank.
fn share(grid: &Grid, ranks: &[usize]) -> Option<Fraction> {
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

fn assumed(report: &[Remark], what: Assumption) -> bool {
    report
        .iter()
        .any(|remark| matches!(remark, Remark::Assumed(known, _) if *known == what))
}

fn values(grid: &Grid, row: usize) -> Vec<String> {
    let row = &grid.rows[row];
    let levels = grid.levels_of(row);
    levels
        .filter_map(|level| grid.value(row, &level.id))
        .map(|value| value.to_string())
        .collect()
}

fn labels(grid: &Grid, row: usize) -> Vec<String> {
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

/// The lines of a table, each cell trimmed, numbers in one spelling.
fn cells(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let records = reader.records().skip(1).map(|record| {
        let mut cells: Vec<String> = record
            .expect("a record")
            .iter()
            .map(|cell| {
                let cell = cell.trim();
                Fraction::parse(cell).map_or_else(|| cell.to_owned(), |number| number.to_string())
            })
            .collect();
        while cells.last().is_some_and(String::is_empty) {
            let _ = cells.pop();
        }
        cells
    });
    records.collect()
}

#[test]
fn foreign_tables_come_back_as_they_were() {
    for (name, separator, guarded) in [
        ("canvas-template.csv", b',', 0),
        ("canvas-plusieurs.csv", b',', 0),
        ("moodle-niveaux.csv", b',', 0),
        ("moodle-bom.csv", b';', 2),
    ] {
        let Imported { grid, .. } = read(name);
        let bytes = fs::read(sample(name)).expect("a sample");
        let format = exchange::guess(&bytes).expect("a format");
        let Exported {
            bytes: back,
            report,
        } = export(format, &grid);
        let harmless: Vec<Vec<String>> = cells(&bytes, separator)
            .into_iter()
            .map(|line| {
                let guard = |cell: String| match cell.chars().next() {
                    Some('=' | '-') => format!("'{cell}"),
                    _ => cell,
                };
                line.into_iter().map(guard).collect()
            })
            .collect();
        assert_eq!(cells(&back, b','), harmless, "{name}");
        let told: usize = report
            .iter()
            .filter_map(|remark| match remark {
                Remark::Assumed(Assumption::Guarded, count) => Some(*count),
                _ => None,
            })
            .sum();
        assert_eq!(told, guarded, "{name}");
    }
}

/// Every text and number of a package, with the kind of element and the field it stands in.
fn facts(kind: &str, value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let inner = match key.as_str() {
                    "CFDocument" => "CFDocument",
                    "CFItems" => "CFItem",
                    "CFAssociations" => "CFAssociation",
                    "CFRubrics" => "CFRubric",
                    "CFRubricCriteria" => "CFRubricCriterion",
                    "CFRubricCriterionLevels" => "CFRubricCriterionLevel",
                    "CFDefinitions" => "CFDefinitions",
                    _ => "",
                };
                if !inner.is_empty() {
                    facts(inner, value, out);
                } else if key.ends_with("URI") && key != "licenseURI" {
                    // A link repeats what its target says.
                } else if kind == "CFDefinitions" {
                    if value.as_array().is_some_and(Vec::is_empty) {
                        continue;
                    }
                    out.push((format!("{kind}.{key}"), value.to_string()));
                } else {
                    let text = value
                        .as_str()
                        .map_or_else(|| value.to_string(), str::to_owned);
                    out.push((format!("{kind}.{key}"), text));
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| facts(kind, value, out)),
        _ => {}
    }
}

#[test]
fn a_foreign_package_comes_back_up_to_its_report() {
    for name in ["case-opensalt.json", "case-sans-grille.json"] {
        let Imported { grid, mut report } = read(name);
        let exported = export(Format::Case, &grid);
        report.extend(exported.report);
        let mut before = Vec::new();
        let file: Value =
            serde_json::from_slice(&fs::read(sample(name)).expect("a sample")).expect("JSON");
        facts(
            "CFPackage",
            file.get("CFPackage").unwrap_or(&file),
            &mut before,
        );
        let mut after = Vec::new();
        let back: Value = serde_json::from_slice(&exported.bytes).expect("JSON");
        facts("CFPackage", &back, &mut after);
        let dropped = |field: &str| {
            report
                .iter()
                .any(|remark| matches!(remark, Remark::Dropped(known, _) if known == field))
        };
        let mut lost = Vec::new();
        for (field, text) in before {
            let kept = after.contains(&(field.clone(), text.clone()));
            let key = field.split('.').nth(1).unwrap_or_default();
            let owned = dropped(&field)
                || ([
                    "identifier",
                    "uri",
                    "lastChangeDateTime",
                    "rubricId",
                    "rubricCriterionId",
                ]
                .contains(&key)
                    && assumed(&report, Assumption::Renewed))
                || ["sequenceNumber", "position", "listEnumeration"].contains(&key)
                || (field == "CFAssociation.associationType"
                    && dropped(&format!("CFAssociation «\u{a0}{text}\u{a0}»")))
                || (["creator", "publisher", "officialSourceURL", "description"].contains(&key)
                    && field.starts_with("CFDocument")
                    && assumed(&report, Assumption::Provenance))
                || (field == "CFItem.fullStatement" && assumed(&report, Assumption::Unassessed))
                || (field == "CFItem.abbreviatedStatement"
                    && assumed(&report, Assumption::Shortened))
                || (["weight", "score"].contains(&key) && report.contains(&Remark::SameMark));
            if !kept && !owned {
                lost.push(format!("{name}: {field} = {text}"));
            }
        }
        assert!(lost.is_empty(), "{}\n{report:#?}", lost.join("\n"));
        // What was kept is read alike the second time.
        let again = import(Format::Case, &exported.bytes)
            .expect("read back")
            .grid;
        let between: Vec<String> = differences(&grid, &again)
            .iter()
            // A level is named after its label, whatever its name was.
            .filter(|one| !one.place.starts_with("levels["))
            .map(|one| format!("{one:?}"))
            .collect();
        assert!(between.is_empty(), "{name}: {between:#?}");
        assert_eq!(labels(&grid, 0), labels(&again, 0), "{name}");
    }
}

#[test]
fn the_shipped_grids_give_the_same_mark_elsewhere() {
    for id in grids::shipped() {
        let grid = grids::load(id).expect("a grid").grid;
        for format in FORMATS {
            let Exported { bytes, report } = export(format, &grid);
            assert_eq!(exchange::guess(&bytes), Some(format), "{id}");
            let back = import(format, &bytes)
                .unwrap_or_else(|error| panic!("{id} {format:?}: {error}"))
                .grid;
            assert_eq!(back.rows.len(), grid.rows.len(), "{id}");
            let computes = grid
                .mark
                .as_ref()
                .is_some_and(|rule| rule.formula != Formula::None);
            let same = (0..20_usize).all(|seed| {
                let ranks: Vec<usize> = (0..grid.rows.len()).map(|row| row * seed + seed).collect();
                share(&grid, &ranks) == share(&back, &ranks)
            });
            assert!(
                !computes || same || report.contains(&Remark::OtherMark),
                "{id} {format:?}"
            );
        }
    }
    let report = export(Format::Canvas, &grid()).report;
    for part in [
        Part::Penalties,
        Part::Phases,
        Part::Pieces,
        Part::Levels,
        Part::Editions,
        Part::Transversal,
        Part::Rubric,
        Part::Provenance,
    ] {
        assert!(
            report
                .iter()
                .any(|remark| matches!(remark, Remark::NotCarried(known, _) if *known == part)),
            "{part:?}"
        );
    }
    assert!(report.contains(&Remark::SameMark));
}

/// Exports a grid and checks, without the code of the report, that whatever is not read back is in
/// the report.
fn owns_up(format: Format, grid: &Grid, ranks: &[usize]) -> Result<(), TestCaseError> {
    let Exported { bytes, report } = export(format, grid);
    let told = |part: Part| {
        report
            .iter()
            .any(|remark| matches!(remark, Remark::NotCarried(known, _) if *known == part))
    };
    let back = match import(format, &bytes) {
        Ok(imported) => imported.grid,
        Err(error) => {
            prop_assert!(report.contains(&Remark::NotReadBack), "{error}");
            return Ok(());
        }
    };
    prop_assert_eq!(back.rows.len(), grid.rows.len());
    for (index, (old, new)) in grid.rows.iter().zip(&back.rows).enumerate() {
        prop_assert!(old.title == new.title || told(Part::RowTitles));
        let looked = |row: &delibere::domain::grid::Row| -> Vec<String> {
            row.indicators.iter().map(|one| one.text.clone()).collect()
        };
        prop_assert!(looked(old) == looked(new) || told(Part::Indicators) || told(Part::Subparts));
        let kept = old.knowledge == new.knowledge && old.deliverables == new.deliverables;
        prop_assert!(kept || told(Part::Knowledge) || told(Part::Deliverables));
        let names = labels(grid, index) == labels(&back, index);
        let levels = told(Part::LevelNames) || told(Part::Levels) || told(Part::Descriptors);
        prop_assert!(
            names || levels,
            "{:?} {:?}",
            labels(grid, index),
            labels(&back, index)
        );
        prop_assert!(old.critical == new.critical || told(Part::Critical));
    }
    let nested = |grid: &Grid| -> Vec<Option<String>> {
        let title = |row: &delibere::domain::grid::Row| {
            let id = row.section.as_ref()?;
            grid.section(id).map(|section| section.title.clone())
        };
        grid.rows.iter().map(title).collect()
    };
    prop_assert!(nested(grid) == nested(&back) || told(Part::Sections));
    prop_assert!(grid.penalties == back.penalties || told(Part::Penalties));
    prop_assert!(grid.bonus == back.bonus || told(Part::Bonus));
    prop_assert!(grid.decision == back.decision || told(Part::Decision));
    if report.contains(&Remark::OtherMark) {
        return Ok(());
    }
    match share(grid, ranks) {
        Some(own) => prop_assert_eq!(Some(own), share(&back, ranks)),
        None => prop_assert!(told(Part::Formula)),
    }
    Ok(())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zéèA-Z][a-z ’,;\"]{0,18}[a-z]",
        "['=+@-]{1,2}[a-z]{1,6}",
        "[a-z]{2,8}\n[a-z]{2,8}",
    ]
}

/// A sound grid of all kinds: sections, weights, own descriptors, penalties, decisions.
fn any_grid() -> impl Strategy<Value = String> {
    let row = (
        text(),
        0_i64..4,
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(("[A-Za-z]{2,10}", text(), 0_i64..9), 0..4),
        0_usize..3,
        any::<bool>(),
    );
    (
        prop::collection::vec(row, 1..6),
        2_usize..5,
        0_usize..3,
        any::<(bool, bool, bool)>(),
        0_usize..4,
    )
        .prop_filter_map("a sound grid", |(rows, levels, sections, flags, formula)| {
            let (penalty, decision, outside) = flags;
            let mut scale: Vec<Value> = (0..levels)
                .map(|rank| json!({ "id": format!("N{rank}"), "label": format!("Niveau {rank}"), "value": rank }))
                .collect();
            if outside {
                scale.insert(0, json!({ "id": "NE", "kind": "not_assessable", "label": "Non évaluable" }));
            }
            let mut homes: Vec<Vec<Value>> = vec![Vec::new(); sections + 1];
            for (index, (title, weight, looked, own, home, critical)) in rows.into_iter().enumerate() {
                let indicators: Vec<Value> = looked
                    .iter()
                    .enumerate()
                    .map(|(at, text)| json!({ "id": format!("i{index}-{at}"), "text": text }))
                    .collect();
                let own: Vec<Value> = own
                    .iter()
                    .take(levels)
                    .enumerate()
                    .map(|(rank, (label, text, value))| {
                        json!({ "level": format!("N{rank}"), "label": label, "text": text, "value": value })
                    })
                    .collect();
                homes[home % (sections + 1)].push(json!({
                    "id": format!("r{index}"), "title": title, "short": format!("r{index}"), "weight": weight,
                    "indicators": indicators, "descriptors": own, "critical": critical,
                    "knowledge": if weight == 2 { json!([{ "title": "Savoir", "text": ["un", "deux"] }]) } else { json!([]) },
                }));
            }
            let mut homes = homes.into_iter();
            let loose = homes.next().unwrap_or_default();
            let sections: Vec<Value> = homes
                .enumerate()
                .map(|(index, rows)| json!({ "id": format!("s{index}"), "kind": "Bloc", "title": format!("Bloc {index}"), "weight": index + 1, "rows": rows }))
                .collect();
            let formulas = ["weighted", "points", "points", "none"];
            let mut file = json!({
                "format": 2, "id": "essai", "title": "Essai", "short": "Essai", "diploma": "Diplôme",
                "unit": "Unité", "levels": scale, "rows": loose, "sections": sections,
                "phases": [{ "label": "Oral", "seconds": 600 }],
                "members": [{ "label": "Jury" }],
                "mark": { "formula": formulas[formula], "from_lowest": formula == 2, "relative": true, "not_assessable": "zero" },
                "editions": [{ "session": "2026", "exam": "E1" }],
                "provenance": { "sources": ["Un texte"] },
            });
            if penalty {
                file["penalties"] = json!([{ "id": "p", "label": "Retard", "points": 2 }]);
            }
            if decision && !sections.is_empty() {
                file["decision"] = json!({ "acquired": ["N1"], "words": { "full": "a", "partial": "b", "none": "c", "acquired": "d", "refused": "e" } });
            }
            let source = file.to_string();
            let _ = grids::parse(Path::new("essai"), &source).ok()?;
            Some(source)
        })
}

/// A rubric as a table could hold it: criteria with their own levels.
type Rubric = Vec<(String, Vec<String>, Vec<(String, String, u8)>)>;

fn any_rubric() -> impl Strategy<Value = Rubric> {
    let label = prop_oneof!["(Acquis|Partiel|Absent)", "[A-Z][a-z]{2,6}"];
    let line = "[a-z][a-z ,;=]{0,10}[a-z]";
    let criterion = (
        "[A-Z][a-z ]{1,20}[a-z]",
        prop::collection::vec(line, 0..3),
        prop::collection::vec((label, "[a-z =+-]{0,12}[a-z]", 0_u8..40), 1..6),
    );
    prop::collection::vec(criterion, 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_silently_lost(source in any_grid(), ranks in prop::collection::vec(0_usize..9, 6)) {
        let grid = grids::parse(Path::new("essai"), &source).expect("a sound grid").grid;
        for format in FORMATS {
            owns_up(format, &grid, &ranks)?;
        }
    }

    #[test]
    fn what_a_table_holds_comes_back_whole(rubric in any_rubric()) {
        for format in [Format::Canvas, Format::Moodle] {
            let mut records: Vec<Vec<String>> = Vec::new();
            for (index, (title, looked, ratings)) in rubric.iter().enumerate() {
                // Criteria are told apart by their names alone.
                let title = format!("{title} {index}");
                let halves = |points: &u8| Fraction::ratio(i64::from(*points), 2).expect("halves").decimal(1);
                if format == Format::Canvas {
                    let mut record = vec!["Grille".to_owned(), title, looked.join("\n"), "false".to_owned()];
                    for (label, text, points) in ratings {
                        record.extend([label.clone(), text.clone(), halves(points)]);
                    }
                    records.push(record);
                } else {
                    for (label, text, points) in ratings {
                        records.push(vec![title.clone(), label.clone(), text.clone(), halves(points)]);
                    }
                }
            }
            let header = match format {
                Format::Canvas => {
                    let mut header = vec!["Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range"];
                    for _ in 0..5 {
                        header.extend(["Rating Name", "Rating Description", "Rating Points"]);
                    }
                    header
                }
                Format::Moodle | Format::Case => vec!["criterion", "level", "level_description", "score"],
            };
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            writer.write_record(header).expect("written");
            for record in &records {
                writer.write_record(record).expect("written");
            }
            let bytes = writer.into_inner().expect("bytes");
            let first = match import(format, &bytes) {
                Ok(imported) => imported.grid,
                Err(error) => return Err(TestCaseError::fail(format!("{error}"))),
            };
            let Exported { bytes, report } = export(format, &first);
            let lost: Vec<&Remark> = report
                .iter()
                .filter(|remark| !matches!(remark, Remark::Assumed(..) | Remark::SameMark))
                .collect();
            prop_assert!(lost.is_empty(), "{lost:?}");
            let second = import(format, &bytes).expect("read back").grid;
            let between: Vec<String> = differences(&first, &second)
                .iter()
                .filter(|one| one.place != "title" && one.place != "id")
                .map(|one| format!("{one:?}"))
                .collect();
            prop_assert!(between.is_empty(), "{between:#?}");
        }
    }

    #[test]
    fn no_bytes_make_an_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), format in 0_usize..3) {
        let _ = exchange::guess(&bytes);
        let _ = import(FORMATS[format], &bytes);
    }

    #[test]
    fn no_spoilt_sample_makes_an_import_panic(name in 0_usize..4, at in any::<prop::sample::Index>(), put in prop::collection::vec(any::<u8>(), 0..6), cut in 0_usize..20) {
        let name = ["canvas-template.csv", "moodle-bom.csv", "case-opensalt.json", "canvas-plusieurs.csv"][name];
        let mut bytes = fs::read(sample(name)).expect("a sample");
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        let _ = bytes.splice(at..end, put);
        if let Some(format) = exchange::guess(&bytes)
            && let Err(error) = import(format, &bytes)
        {
            prop_assert!(error.to_string().starts_with("Rien n’a été créé"), "{error}");
        }
    }
}

/// Refuses `bytes` within two seconds, and says `expected`.
fn refused(format: Format, bytes: &[u8], expected: &str) {
    let begun = Instant::now();
    let error = import(format, bytes).expect_err(expected).to_string();
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "{:?}",
        begun.elapsed()
    );
    let plain = error.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(plain.starts_with("Rien n’a été créé"), "{plain}");
    assert!(plain.contains(expected), "{expected}: {plain}");
    for english in ["error", "expected", "invalid", "at line"] {
        assert!(!plain.contains(english), "{plain}");
    }
}

#[test]
fn hostile_tables_are_refused_in_a_sentence() {
    let head = "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points\n";
    let canvas = |rest: &str| format!("{head}{rest}").into_bytes();
    refused(Format::Canvas, b"", "vide");
    refused(Format::Canvas, b"  \n ", "vide");
    refused(Format::Canvas, b"invalid csv", "ne nomme pas la colonne");
    refused(
        Format::Canvas,
        b"Rubric Name,Criteria Name\nA,B\n",
        "Rating Points",
    );
    refused(Format::Canvas, head.as_bytes(), "aucun critère");
    refused(Format::Canvas, &canvas("A,,d,false,x,y,1\n"), "ligne 2");
    refused(
        Format::Canvas,
        &canvas("A,B,d,false\n"),
        "aucun critère n’a de niveau",
    );
    refused(
        Format::Canvas,
        &canvas("A,B,d,false,x,y,beaucoup de points\n"),
        "« beaucoup de points »",
    );
    refused(Format::Canvas, &canvas("A,B,d,false,x,y,1e400\n"), "1e400");
    refused(Format::Canvas, &canvas("A,B,d,false,x,y,NaN\n"), "NaN");
    refused(Format::Canvas, &canvas("A,B,d,false,x,y,-1\n"), "négatif");
    refused(
        Format::Canvas,
        &canvas("A,B,d,false,x,y,1\nA,C,d,false,x,y,\n"),
        "ligne 3",
    );
    let many = "A,B,d,false,x,y,1\n".repeat(501);
    refused(Format::Canvas, &canvas(&many), "plus de 500");
    let wide = format!("A,B,d,false{}\n", ",x,y,1".repeat(300_000));
    refused(Format::Canvas, &canvas(&wide), "plus de 10 niveaux");
    let long =
        "criterion,level,level_description,score\n".to_owned() + &"A,n,t,1\n".repeat(200_000);
    refused(Format::Moodle, long.as_bytes(), "plus de 10 niveaux");
    refused(Format::Moodle, &vec![b'a'; LARGEST + 1], "dépasse 2 Mo");
    refused(
        Format::Moodle,
        b"criterion,level\nA,B\n",
        "level_description",
    );
    let quotes = format!(
        "criterion,level,level_description,score\n\"{}",
        "a,\n".repeat(100_000)
    );
    assert!(import(Format::Moodle, quotes.as_bytes()).is_err());
}

fn package(items: &[(&str, &str)], links: &[(&str, &str)], rubrics: Value) -> Vec<u8> {
    let items: Vec<Value> = items
        .iter()
        .map(|(id, title)| json!({ "identifier": id, "fullStatement": title }))
        .collect();
    let links: Vec<Value> = links
        .iter()
        .map(|(child, parent)| json!({ "associationType": "isChildOf", "originNodeURI": { "identifier": child }, "destinationNodeURI": { "identifier": parent } }))
        .collect();
    json!({ "CFDocument": { "identifier": "d", "title": "T" }, "CFItems": items, "CFAssociations": links, "CFRubrics": rubrics })
        .to_string()
        .into_bytes()
}

#[test]
fn hostile_packages_are_refused_in_a_sentence() {
    let case = Format::Case;
    refused(case, b"{", "s’arrête au milieu");
    refused(case, b"{}", "ni un CFPackage");
    refused(case, b"[1]", "ni un CFPackage");
    refused(case, &b"[".repeat(200_000), "imbriqué trop profondément");
    let loops = package(
        &[("a", "Un"), ("b", "Deux")],
        &[("a", "b"), ("b", "a")],
        json!([]),
    );
    refused(case, &loops, "rangé sous lui-même");
    refused(
        case,
        &package(&[("a", "Un")], &[("a", "a")], json!([])),
        "rangé sous lui-même",
    );
    refused(
        case,
        &package(&[("a", "Un"), ("a", "Deux")], &[], json!([])),
        "l’identifiant « a »",
    );
    refused(case, &package(&[("a", "")], &[], json!([])), "intitulé");
    refused(case, &package(&[], &[], json!([])), "aucun critère");
    let score = |score: &str| {
        let level = format!("{{\"quality\":\"x\",\"score\":{score}}}");
        let text = format!(
            "{{\"CFRubrics\":[{{\"CFRubricCriteria\":[{{\"description\":\"c\",\"CFRubricCriterionLevels\":[{level}]}}]}}]}}"
        );
        text.into_bytes()
    };
    refused(case, &score("NaN"), "ligne 1");
    refused(case, &score("1e400"), "ligne 1");
    refused(case, &score("\"beaucoup\""), "« beaucoup »");
    refused(case, &score("-1"), "négatif");
    // Forty thousand elements in one chain, then side by side.
    let names: Vec<String> = (0..20_000).map(|index| format!("n{index}")).collect();
    let items: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    refused(case, &package(&items, &[], json!([])), "plus de 500");
    let short = &names[..8_000];
    let items: Vec<(&str, &str)> = short.iter().map(|name| (name.as_str(), "x")).collect();
    let chain: Vec<(&str, &str)> = short
        .windows(2)
        .map(|pair| (pair[1].as_str(), pair[0].as_str()))
        .collect();
    let begun = Instant::now();
    let deep = import(case, &package(&items, &chain, json!([]))).expect("flattened");
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_eq!(deep.grid.rows.len(), 1);
    assert!(assumed(&deep.report, Assumption::Flattened));
    let levels: Vec<Value> = (0..30_000)
        .map(|rank| json!({ "quality": "x", "score": rank }))
        .collect();
    let rubric = json!([{ "title": "r", "CFRubricCriteria": [{ "description": "c", "CFRubricCriterionLevels": levels }] }]);
    refused(case, &package(&[], &[], rubric), "plus de 10 niveaux");
}

#[test]
fn no_cell_of_an_export_is_computed_by_a_spreadsheet() {
    let head = "criterion,level,level_description,score\n";
    let bytes = format!("{head}=cmd|calc,+1,@SUM(A1),2\n=cmd|calc,bas,'=deja,0\n");
    let grid = import(Format::Moodle, bytes.as_bytes()).expect("read").grid;
    assert_eq!(grid.rows[0].title, "=cmd|calc");
    for format in [Format::Canvas, Format::Moodle] {
        let out = export(format, &grid);
        let text = String::from_utf8(out.bytes).expect("text");
        for line in cells(text.as_bytes(), b',') {
            for cell in line {
                assert!(!cell.starts_with(['=', '+', '@', '-', '\t']), "{cell}");
            }
        }
        let back = import(format, text.as_bytes()).expect("read back").grid;
        assert_eq!(back.rows[0].title, "=cmd|calc");
        assert_eq!(back.rubric.cells[0].text, "@SUM(A1)");
        assert_eq!(back.rubric.cells[1].text, "=deja");
    }
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
    let _ = GRID;
}
