//! Where the sheets go: safe names, nothing overwritten, and the `export` command.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use delibere::domain::commission::Record;
use delibere::domain::roster::Candidate;
use delibere::export::files;

#[test]
fn file_names_are_safe_and_tell_no_mark() {
    let mut record = Record::new(Candidate::new("02612000104", "DELTA", "Inès"));
    assert_eq!(
        files::name(&record, false),
        "fiche-02612000104-DELTA-Inès.pdf"
    );
    record.candidate.last_name = "../N:OM*?".to_owned();
    record.candidate.first_name = " Jean  Marc. ".to_owned();
    assert_eq!(
        files::name(&record, true),
        "fiche-candidat-02612000104-N-OM-Jean-Marc.pdf"
    );
}

#[test]
fn nothing_is_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("new").join("folder");
    let paths: Vec<_> = ["a", "b", "c"]
        .iter()
        .map(|bytes| files::write_new(&out, "fiche.pdf", bytes.as_bytes()).unwrap())
        .collect();
    for (path, (name, bytes)) in paths.iter().zip([
        ("fiche.pdf", "a"),
        ("fiche (2).pdf", "b"),
        ("fiche (3).pdf", "c"),
    ]) {
        assert_eq!(path, &out.join(name));
        assert_eq!(fs::read_to_string(path).unwrap(), bytes);
    }
    assert_eq!(fs::read_dir(&out).unwrap().count(), 3);
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = files::write_new(&file, "fiche.pdf", b"a").unwrap_err();
    assert!(error.to_string().contains(file.to_str().unwrap()));
}

/// Runs the program in a home of its own.
fn run(home: &Path, args: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_delibere"));
    at_home(&mut command, home).args(args).output().unwrap()
}

fn at_home<'a>(command: &'a mut Command, home: &Path) -> &'a mut Command {
    command
        .current_dir(home)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_STATE_HOME", home)
}

#[test]
fn the_command_line_exports_and_says_what_is_a_draft() {
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path();
    assert!(
        run(home, &["demo", "--no-window", "--dir", "demo"])
            .status
            .success()
    );
    let file = "demo/demonstration.delibere";
    let all = run(home, &["export", file, "--all", "--out", "out", "--json"]);
    assert!(all.status.success());
    let list: serde_json::Value = serde_json::from_slice(&all.stdout).unwrap();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 3);
    for entry in list {
        let path = home.join(entry["path"].as_str().unwrap());
        assert!(fs::read(path).unwrap().starts_with(b"%PDF-"));
    }
    assert!(
        String::from_utf8(all.stderr)
            .unwrap()
            .contains("DELTA Inès")
    );
    let again = ["export", file, "--candidate", "02612000104", "--out", "out"];
    let again = run(home, &again);
    let said = String::from_utf8(again.stdout).unwrap();
    assert!(
        said.contains("fiche-02612000104-DELTA-Inès (2).pdf"),
        "{said}"
    );
    let unknown = run(
        home,
        &["export", file, "--candidate", "9", "--out", "other"],
    );
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains('9'));
    assert!(!home.join("other").exists());
}

#[test]
fn the_longest_names_still_make_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let (number, last) = ("0".repeat(200), "É".repeat(200));
    let record = Record::new(Candidate::new(number.as_str(), last, "字".repeat(200)));
    for candidate_only in [false, true] {
        let name = files::name(&record, candidate_only);
        assert!(name.len() < 230, "{}", name.len());
        let first = files::write_new(dir.path(), &name, b"a").unwrap();
        let second = files::write_new(dir.path(), &name, b"b").unwrap();
        assert_ne!(first, second);
    }
}

#[test]
fn a_grid_with_an_unknown_template_is_found_and_still_printed() {
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path();
    let shipped = format!("{}/grids/bts-ciel-e5.json", env!("CARGO_MANIFEST_DIR"));
    let mut grid: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(shipped).unwrap()).unwrap();
    let path = home.join("grille.json");
    fs::write(&path, grid.to_string()).unwrap();
    assert!(
        run(home, &["grid", "check", "grille.json"])
            .status
            .success()
    );
    grid["texts"]["template"] = "fiche-2031".into();
    fs::write(&path, grid.to_string()).unwrap();
    let said = run(home, &["grid", "check", "grille.json"]);
    assert_eq!(said.status.code(), Some(1));
    let said = String::from_utf8(said.stderr).unwrap();
    assert!(
        said.contains("grille.json") && said.contains("fiche-2031"),
        "{said}"
    );
    let said = run(home, &["grid", "check", "grille.json", "--json"]);
    let said: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(said[0]["ok"], false);
    assert!(
        said[0]["findings"][0]["fault"]
            .as_str()
            .unwrap()
            .contains("grille, blocs")
    );
    let new = "new c.delibere --grid grille.json --commission 7 --member A --member B --common";
    let made = run(home, &new.split(' ').collect::<Vec<_>>());
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let mut apply = Command::new(env!("CARGO_BIN_EXE_delibere"));
    let mut apply = at_home(&mut apply, home)
        .args(["apply", "c.delibere"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let wishes = super::support::wishes("c add");
    let mut input = apply.stdin.take().unwrap();
    input.write_all(wishes.as_bytes()).unwrap();
    drop(input);
    assert!(apply.wait().unwrap().success());
    let out = run(home, &["export", "c.delibere", "--all", "--out", "out"]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    assert!(
        fs::read(home.join("out/fiche-1-DELTA-Inès.pdf"))
            .unwrap()
            .starts_with(b"%PDF-")
    );
}
