//! The table for analytic engines, under the feature `parquet`: written by the program, read back by
//! the crate's own reader, and by DuckDB: `.ci/parquet` runs both.

use std::fs::File;
use std::process::Command;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;

use super::harmony::twenty;
use super::support::Desk;

#[test]
fn each_fixed_mark_is_one_row_without_any_name() {
    let desk = Desk::new();
    let simulated = twenty(&desk);
    let run = desk.run(&["harmonise", "session", "--parquet", "t.parquet"], b"");
    assert_eq!(run.code, Some(0), "{run:?}");
    let file = File::open(desk.path("t.parquet")).expect("a table");
    let reader = SerializedFileReader::new(file).expect("Parquet");
    let schema = reader.metadata().file_metadata().schema();
    let names: Vec<&str> = schema
        .get_fields()
        .iter()
        .map(|field| field.name())
        .collect();
    assert_eq!(
        names[..9],
        [
            "grid",
            "session",
            "commission",
            "evaluation",
            "option",
            "proposed",
            "note",
            "penalties",
            "final"
        ]
    );
    assert_eq!(names.len(), 9 + 7);
    // Files are read by name: commission-1, commission-10, commission-11…
    let mut files: Vec<_> = simulated.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let truths = files.iter().flat_map(|file| {
        file.sealed
            .iter()
            .map(|truth| (file.number.as_str(), truth))
    });
    let mut rows = reader.get_row_iter(None).expect("rows");
    for (number, truth) in truths {
        let row = rows.next().expect("a row").expect("sound");
        assert_eq!(row.get_string(2).expect("a commission"), number);
        let half = |place| row.get_double(place).expect("a number") * 2.0;
        assert_eq!(half(5), truth.proposed as f64);
        assert_eq!(half(6), truth.note as f64);
        assert_eq!(half(7), (truth.note - truth.last) as f64);
        assert_eq!(half(8), truth.last as f64);
        let level = row.get_string(9).expect("a level");
        assert_eq!(level, ["NE", "NM", "MP", "BM", "EM"][truth.levels[0]]);
    }
    assert!(rows.next().is_none());
    let bytes = std::fs::read(desk.path("t.parquet")).expect("bytes");
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("TEST"));
    // Nothing is overwritten.
    let again = desk.run(&["harmonise", "session", "--parquet", "t.parquet"], b"");
    assert_eq!(again.code, Some(1), "{again:?}");
    assert_eq!(std::fs::read(desk.path("t.parquet")).expect("bytes"), bytes);
}

#[test]
fn duckdb_finds_the_same_figures() {
    // `.ci/parquet` makes one that has it; without, this fails and says so.
    let python = std::env::var_os("DELIBERE_DUCKDB").unwrap_or_else(|| "python3".into());
    let desk = Desk::new();
    let _ = twenty(&desk);
    let run = desk.run(
        &["harmonise", "session", "--json", "--parquet", "t.parquet"],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let json = run.json();
    let set = &json["sets"][0];
    let read = Command::new(python)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/duckdb/read.py"))
        .arg(desk.path("t.parquet"))
        .output()
        .expect("Python runs");
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    let found: serde_json::Value = serde_json::from_slice(&read.stdout).expect("JSON");
    let close = |found: &serde_json::Value, ours: &serde_json::Value| {
        let (found, ours) = (
            found.as_f64().expect("a number"),
            ours.as_f64().expect("a number"),
        );
        assert!((found - ours).abs() < 1e-9, "{found} {ours}");
    };
    let marks = &set["marks"];
    assert_eq!(found["count"], marks["count"]);
    close(&found["mean"], &marks["mean"]["value"]);
    close(&found["median"], &marks["median"]["value"]);
    close(&found["population"], &marks["deviation_population"]);
    close(&found["sample"], &marks["deviation_sample"]);
    for part in set["commissions"].as_array().expect("commissions") {
        let number = part["commission"].as_str().expect("a number");
        if part["marks"]["count"] == 0 {
            assert!(found["parts"].get(number).is_none());
            continue;
        }
        assert_eq!(found["parts"][number][0], part["marks"]["count"]);
        close(&found["parts"][number][1], &part["marks"]["mean"]["value"]);
    }
    let rows = set["rows"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row["row"] == "projet")
        .expect("a row");
    for (level, count) in row["levels"].as_object().expect("levels") {
        let ours = count.as_u64().expect("a count");
        assert_eq!(
            found["levels"][level].as_u64().unwrap_or(0),
            ours,
            "{level}"
        );
    }
}
