//! Grids to the formats of others and back, and the other way round: what is not there again is in
//! the report.

use std::fs;
use std::path::Path;

use delibere::domain::fraction::Fraction;
use delibere::domain::grid::{Formula, Grid};
use delibere::store::exchange::{self, Assumption, Exported, FORMATS, Format, Imported, Remark};
use delibere::store::grids;
use delibere::store::grids::compare::{Part, differences};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::exchange::{assumed, export, import, labels, read, sample, share};
use super::support::grid;

/// The lines of a table, each cell trimmed, numbers in one spelling.
pub fn cells(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
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
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

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
}
