//! A hundred thousand fixed marks read together, with the peak of memory, beside a reference that
//! keeps every line. `cargo bench --bench harmony`, or with `--profile dev` where a release build is
//! too long; `DELIBERE_BENCH_MARKS` for another number of marks.
//!
//! Each side runs in a process of its own, because a peak of memory never goes down.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench says what it measured, and fails aloud"
)]

#[allow(dead_code, reason = "the tests look at more of it")]
#[path = "../tests/it/simulated.rs"]
mod simulated;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use delibere::store::harmony::{consolidate, files_in};
use delibere::store::places::Places;
use simulated::{Dice, Grid};

/// Candidates of one commission.
const EACH: u64 = 50;
const SIDE: &str = "DELIBERE_BENCH_SIDE";
const FOLDER: &str = "DELIBERE_BENCH_FOLDER";

fn main() {
    if let (Ok(side), Some(folder)) = (std::env::var(SIDE), std::env::var_os(FOLDER)) {
        let folder = PathBuf::from(folder);
        let start = Instant::now();
        let (count, mean) = match side.as_str() {
            "streamed" => streamed(&folder),
            _ => kept(&folder),
        };
        println!(
            "{side:>9}: {count} marks, mean {mean:.6}, {:.1} s, peak {}",
            start.elapsed().as_secs_f64(),
            peak()
        );
        return;
    }
    let marks: u64 = std::env::var("DELIBERE_BENCH_MARKS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places::under(&folder.path().join("home"));
    let files = folder.path().join("session");
    fs::create_dir_all(&files).expect("a folder");
    let grid = Grid::shipped();
    let mut dice = Dice(11);
    let start = Instant::now();
    for index in 0..marks / EACH {
        let number = format!("{index:05}");
        let _ = simulated::commission(&files, &places, &grid, &number, EACH, 2, &mut dice);
    }
    let bytes: u64 = files_in(&files)
        .expect("files")
        .iter()
        .map(|file| fs::metadata(file).expect("a file").len())
        .sum();
    println!(
        "{} commissions of {EACH} marks, {} Mo, made in {:.1} s",
        marks / EACH,
        bytes >> 20,
        start.elapsed().as_secs_f64()
    );
    for side in ["streamed", "kept"] {
        let status = Command::new(std::env::current_exe().expect("this program"))
            .env(SIDE, side)
            .env(FOLDER, folder.path())
            .status()
            .expect("it runs");
        assert!(status.success(), "{side}");
    }
}

fn streamed(folder: &Path) -> (u64, f64) {
    let files = files_in(&folder.join("session")).expect("files");
    let places = Places::under(&folder.join("home"));
    let all = consolidate::<std::convert::Infallible>(&files, &places, &mut |_, _, _| Ok(()));
    let all = all.unwrap_or_else(|never| match never {});
    let whole = all.harmonies.first().expect("a set").whole();
    let mean = whole.marks.mean().expect("marks").to_f64();
    (whole.sealed, mean)
}

/// The plain way: every line of every file in memory as a JSON value, no chain checked, and a mean
/// of the marks written before a seal.
fn kept(folder: &Path) -> (u64, f64) {
    let mut lines: Vec<serde_json::Value> = Vec::new();
    for file in files_in(&folder.join("session")).expect("files") {
        let text = fs::read_to_string(file).expect("a file");
        for line in text.lines().skip(1) {
            lines.push(serde_json::from_str(line).expect("JSON"));
        }
    }
    let mut marks: BTreeMap<String, f64> = BTreeMap::new();
    let mut penalised: BTreeMap<String, bool> = BTreeMap::new();
    let mut sealed = Vec::new();
    for line in &lines {
        let edit = &line["edit"];
        let candidate = edit["candidate"].as_str().unwrap_or_default().to_owned();
        match edit["kind"].as_str().expect("a kind") {
            "set_mark" => {
                let mark = edit["mark"].as_str().expect("a mark");
                let _ = marks.insert(candidate, mark.parse().expect("a number"));
            }
            "set_penalty" if edit["penalty"] == "tableau-absent" => {
                let _ = penalised.insert(candidate, edit["retained"] == true);
            }
            "seal" => sealed.push(candidate),
            _ => {}
        }
    }
    let last = |candidate: &String| {
        let taken = if penalised[candidate] { 2.0 } else { 0.0 };
        (marks[candidate] - taken).max(0.0)
    };
    let sum: f64 = sealed.iter().map(last).sum();
    (sealed.len() as u64, sum / sealed.len() as f64)
}

fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    match line.and_then(|line| {
        line.trim()
            .trim_end_matches(" kB")
            .trim()
            .parse::<u64>()
            .ok()
    }) {
        Some(kilobytes) => format!("{} Mo", kilobytes >> 10),
        None => "unknown here".to_owned(),
    }
}
