//! Fixed marks of many commissions read together, against a second computation that shares nothing
//! with the first.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::simulated::{Dice, Grid, Simulated, Truth, commission};
use super::support::{Desk, perform};
use delibere::domain::commission::Ticking;

fn twenty(desk: &Desk) -> Vec<Simulated> {
    let folder = desk.path("session");
    fs::create_dir_all(&folder).expect("a folder");
    let grid = Grid::shipped();
    let mut dice = Dice(7);
    (1..=20)
        .map(|index| {
            let sealed = match index {
                5 => 3,
                6 => 0,
                _ => 8 + dice.roll(9),
            };
            let taste = if index == 9 { 4 } else { 2 + index % 2 };
            let number = index.to_string();
            commission(
                &folder,
                &desk.places,
                &grid,
                &number,
                sealed,
                taste,
                &mut dice,
            )
        })
        .collect()
}

/// The figures of some evaluations, by the book and in floating point.
fn figures(truths: &[&Truth]) -> (u64, f64, f64, f64, f64) {
    let mut marks: Vec<f64> = truths.iter().map(|truth| truth.last as f64 / 2.0).collect();
    marks.sort_by(f64::total_cmp);
    let count = marks.len() as f64;
    let mean = marks.iter().sum::<f64>() / count;
    let middle = marks.len() / 2;
    let median = if marks.len() % 2 == 1 {
        marks[middle]
    } else {
        (marks[middle - 1] + marks[middle]) / 2.0
    };
    let squares: f64 = marks.iter().map(|mark| (mark - mean).powi(2)).sum();
    (
        marks.len() as u64,
        mean,
        median,
        (squares / count).sqrt(),
        (squares / (count - 1.0)).sqrt(),
    )
}

fn expect_figures(value: &Value, truths: &[&Truth], place: &str) {
    let (count, mean, median, population, sample) = figures(truths);
    let marks = &value["marks"];
    assert_eq!(marks["count"], count, "{place}");
    for (name, found, wanted) in [
        ("mean", &marks["mean"]["value"], mean),
        ("median", &marks["median"]["value"], median),
        ("population", &marks["deviation_population"], population),
        ("sample", &marks["deviation_sample"], sample),
    ] {
        let found = found.as_f64().unwrap_or(f64::NAN);
        assert!(
            (found - wanted).abs() < 1e-9,
            "{place}: {name}: {found} {wanted}"
        );
    }
    let mut values: BTreeMap<i64, u64> = BTreeMap::new();
    for truth in truths {
        *values.entry(truth.last).or_default() += 1;
    }
    let values: Vec<Value> = values
        .into_iter()
        .map(|(half, count)| serde_json::json!({ "mark": half as f64 / 2.0, "count": count }))
        .collect();
    assert_eq!(marks["values"], Value::Array(values), "{place}");
    for (row, known) in value["rows"].as_array().expect("rows").iter().enumerate() {
        for (level, name) in ["NE", "NM", "MP", "BM", "EM"].iter().enumerate() {
            let count = truths
                .iter()
                .filter(|truth| truth.levels[row] == level)
                .count();
            assert_eq!(known["levels"][name], count, "{place}: row {row}, {name}");
        }
    }
    let coherence = &value["coherence"];
    let gaps: Vec<i64> = truths
        .iter()
        .map(|truth| truth.note - truth.proposed)
        .collect();
    let same = gaps.iter().filter(|gap| **gap == 0).count() as u64;
    assert_eq!(coherence["same"], same, "{place}");
    let total: u64 = ["same", "between_readings", "above", "below"]
        .iter()
        .map(|key| coherence[key].as_u64().expect("a count"))
        .sum();
    assert_eq!(total, count, "{place}");
    let mean = gaps.iter().sum::<i64>() as f64 / 2.0 / gaps.len() as f64;
    let found = coherence["gap"]["mean"]["value"].as_f64().expect("a mean");
    assert!((found - mean).abs() < 1e-9, "{place}: {found} {mean}");
}

#[test]
fn twenty_commissions_give_the_figures_of_a_second_computation() {
    let desk = Desk::new();
    let simulated = twenty(&desk);
    let before: Vec<Vec<u8>> = simulated
        .iter()
        .map(|file| fs::read(&file.path).expect("a file"))
        .collect();
    let beside = || {
        fs::read_dir(desk.path("session"))
            .expect("a folder")
            .count()
    };
    let laid = beside();
    let run = desk.run(&["harmonise", "session", "--json"], b"");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let json = run.json();
    assert_eq!(json["files"], 20);
    let sets = json["sets"].as_array().expect("sets");
    assert_eq!(sets.len(), 1);
    let set = &sets[0];
    let all: Vec<&Truth> = simulated.iter().flat_map(|file| &file.sealed).collect();
    assert_eq!(set["sealed"], all.len());
    expect_figures(set, &all, "all");
    let (_, mean, _, _, spread) = figures(&all);
    let mut means = Vec::new();
    for part in set["commissions"].as_array().expect("commissions") {
        let number = part["commission"].as_str().expect("a number");
        let file = simulated.iter().find(|file| file.number == number);
        let file = file.expect("a commission of ours");
        assert_eq!(part["candidates"], file.candidates);
        assert_eq!(part["absent"], file.absent);
        let truths: Vec<&Truth> = file.sealed.iter().collect();
        if truths.is_empty() {
            assert_eq!(part["gap"], Value::Null);
            assert_eq!(part["marks"]["mean"], Value::Null);
            continue;
        }
        expect_figures(part, &truths, number);
        let (count, own, ..) = figures(&truths);
        let gap = &part["gap"];
        assert_eq!(gap["count"], count);
        let points = gap["points"]["value"].as_f64().expect("points");
        assert!((points - (own - mean)).abs() < 1e-9, "{number}");
        let errors = 2.0 * spread / (count as f64).sqrt();
        let found = gap["two_standard_errors"].as_f64().expect("a width");
        assert!((found - errors).abs() < 1e-9, "{number}");
        assert_eq!(gap["too_few"], count < 5, "{number}");
        let chance = count < 5 || (own - mean).abs() <= errors;
        assert_eq!(gap["may_be_chance"], chance, "{number}");
        if count >= 5 {
            means.push(own);
        }
    }
    let widest = means.iter().copied().fold(f64::MIN, f64::max)
        - means.iter().copied().fold(f64::MAX, f64::min);
    let found = set["widest_gap"]["value"].as_f64().expect("a gap");
    assert!((found - widest).abs() < 1e-9);
    // Read only: not a byte changed, nothing laid beside.
    for (file, bytes) in simulated.iter().zip(before) {
        assert_eq!(fs::read(&file.path).expect("a file"), bytes);
    }
    assert_eq!(beside(), laid);
}

#[test]
fn what_is_not_counted_is_said() {
    let desk = Desk::new();
    let simulated = twenty(&desk);
    let folder = desk.path("session");
    // The same commission twice, a file cut in the middle, one altered, one that is none.
    let _ = fs::copy(&simulated[0].path, folder.join("double.delibere")).expect("a copy");
    let cut = fs::read(&simulated[1].path).expect("a file");
    fs::write(&simulated[1].path, &cut[..cut.len() - 30]).expect("cut");
    let text = fs::read_to_string(&simulated[2].path).expect("a file");
    fs::write(&simulated[2].path, text.replacen("\"BM\"", "\"EM\"", 1)).expect("altered");
    fs::write(folder.join("intrus.delibere"), "bonjour").expect("written");
    let run = desk.run(&["harmonise", "session", "--json"], b"");
    assert_eq!(run.code, Some(1));
    let json = run.json();
    assert_eq!(json["files"], 18);
    for part in [
        "Compté une seule fois",
        "Non compté",
        "intrus.delibere",
        "commission-2",
    ] {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
    let sealed: usize = simulated
        .iter()
        .enumerate()
        .filter(|(index, _)| ![1, 2].contains(index))
        .map(|(_, file)| file.sealed.len())
        .sum();
    assert_eq!(json["sets"][0]["sealed"], sealed);
}

#[test]
fn few_marks_are_said_to_be_few_and_no_name_is_said() {
    let desk = Desk::new();
    let _ = twenty(&desk);
    let run = desk.run(&["harmonise", "session"], b"");
    assert_eq!(run.code, Some(0), "{}", run.err);
    for part in [
        "20 commissions",
        "3 notes seulement",
        "trop peu pour comparer",
        "Aucune note à comparer",
        "écart-type",
        "égales à la proposition",
        "ne modifient aucune note",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    assert!(!run.out.contains("TEST"));
    let empty = desk.create(Ticking::Blind).path().to_owned();
    let empty = empty.to_string_lossy();
    let run = desk.run(&["harmonise", &empty], b"");
    assert!(
        run.err.contains("n’a encore aucune note arrêtée"),
        "{run:?}"
    );
    perform(&mut desk.open(), "c add");
}

#[test]
fn the_workbook_holds_numbers_and_the_report_is_a_pdf() {
    let desk = Desk::new();
    let simulated = twenty(&desk);
    let run = desk.run(
        &["harmonise", "session", "--xlsx", "h.xlsx", "--pdf", "h.pdf"],
        b"",
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    let pdf = fs::read(desk.path("h.pdf")).expect("a report");
    assert!(pdf.starts_with(b"%PDF"));
    let xlsx = fs::File::open(desk.path("h.xlsx")).expect("a workbook");
    let mut archive = zip::ZipArchive::new(xlsx).expect("an archive");
    let mut sheet = String::new();
    let _ = std::io::Read::read_to_string(
        &mut archive
            .by_name("xl/worksheets/sheet1.xml")
            .expect("a sheet"),
        &mut sheet,
    )
    .expect("XML");
    // Numbers are numbers: the count of marks of the whole is one.
    let all: usize = simulated.iter().map(|file| file.sealed.len()).sum();
    assert!(sheet.contains(&format!("<v>{all}</v>")), "{all}");
    let sheets = archive
        .file_names()
        .filter(|name| {
            let name = name.as_ref().expect("a name");
            name.starts_with("xl/worksheets/sheet")
        })
        .count();
    assert_eq!(sheets, 4);
    // Nothing is overwritten: a second run takes the next name.
    let run = desk.run(&["harmonise", "session", "--pdf", "h.pdf"], b"");
    assert!(run.out.contains("h (2).pdf"), "{}", run.out);
    assert_eq!(
        fs::read(desk.path("h (2).pdf")).expect("a report"),
        pdf,
        "the same files give the same bytes"
    );
}
