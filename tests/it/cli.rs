//! The command line: exit codes, French on the error output, JSON that parses, and no command that
//! a bad input surprises.

use std::fs;

use delibere::domain::commission::Ticking;
use delibere::domain::fraction::Fraction;
use serde_json::{Value, json};

use super::support::{Desk, GRID, Run, TO_SEAL, gestures, wishes};

/// Runs a command of a few words; `~` stands for a blank inside a word.
fn run(desk: &Desk, words: &str) -> Run {
    let words: Vec<String> = words
        .split(' ')
        .map(|word| word.replace('~', " "))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    desk.run(&words, b"")
}

/// Runs a command that must end with `code` and say `expected` on the error output, in French.
fn check(desk: &Desk, words: &str, code: i32, expected: &str) {
    let run = run(desk, words);
    assert_eq!(run.code, Some(code), "{words}: {run:?}");
    let said = run.err.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains(expected), "{words}: {said}");
    for english in [
        "error", "No such", "Usage", "invalid", "panicked", "os error",
    ] {
        assert!(!said.contains(english), "{words}: {said}");
    }
}

const NEW: &str =
    "new commission.delibere --grid bts-sio-bloc1 --commission 12 --member Mme~A --member M.~B";

fn apply(desk: &Desk, script: &str) -> Run {
    desk.run(&["apply", "commission.delibere"], wishes(script).as_bytes())
}

#[test]
fn marks_are_computed_for_programs() {
    let desk = Desk::new();
    let check = |arguments: &str, code: i32, expected: Value| {
        let run = run(&desk, &format!("mark --json {arguments}"));
        assert_eq!(
            (run.code, run.err.as_str()),
            (Some(code), ""),
            "{arguments}"
        );
        let mut found = run.json();
        let explanation = found["explanation"].take();
        assert!(
            explanation
                .as_array()
                .is_some_and(|lines| !lines.is_empty())
        );
        for (key, value) in expected.as_object().expect("an object") {
            assert_eq!(&found[key], value, "{arguments}: {key}");
        }
        for key in [
            "raw",
            "raw_decimal",
            "proposal",
            "readings",
            "penalties",
            "final",
        ] {
            assert!(found.get(key).is_some(), "{key}");
        }
        for key in ["zero", "neutral"] {
            assert!(found["readings"].get(key).is_some(), "{key}");
        }
    };
    check(
        "--levels MP,MP,MP,MP,MP,MP,MP",
        0,
        json!({"raw": "20/3", "raw_decimal": 20.0 / 3.0, "proposal": 6.5, "final": 6.5,
            "readings": {"zero": 6.5, "neutral": 6.5}, "penalties": [], "missing": []}),
    );
    check(
        "--levels BM,BM,BM,BM,MP,MP,MP",
        0,
        json!({"raw": "220/21", "proposal": 10.5}),
    );
    check(
        "--levels BM,BM,BM,NE,BM,BM,BM",
        0,
        json!({"raw": "80/7", "proposal": 11.5, "readings": {"zero": 11.5, "neutral": 13.5}}),
    );
    check(
        "--levels NE,BM,BM,NE,BM,BM,BM --penalty tableau-absent",
        0,
        json!({"raw": "200/21", "proposal": 9.5, "final": 7.5,
            "penalties": [{"id": "tableau-absent", "points": -2.0}]}),
    );
    check(
        "--levels NE,NE,NE,NE,NE,NE,NE",
        0,
        json!({"raw": "0", "proposal": 0.0, "readings": {"zero": 0.0, "neutral": null}}),
    );
    check(
        "--levels BM,BM,BM,BM,BM,BM,BM --note 8 --penalty portfolio-inaccessible",
        0,
        json!({"proposal": 13.5, "note": 8.0, "final": 0.0,
            "penalties": [{"id": "portfolio-inaccessible", "points": -10.0}]}),
    );
    check(
        "--levels BM,-,BM,BM,BM,BM,",
        1,
        json!({"complete": false, "missing": ["patrimoine", "developpement"], "raw": null,
            "raw_decimal": null, "proposal": null, "final": null,
            "readings": {"zero": null, "neutral": null}}),
    );
}

#[test]
fn marks_are_explained_for_people() {
    let desk = Desk::new();
    let run = run(
        &desk,
        "mark --levels BM,BM,BM,BM,BM,BM,BM --penalty tableau-absent",
    );
    let plain = run.out.replace('\u{a0}', " ");
    assert!(
        plain.contains("7 bonnes maîtrises : 7 × 13,33 = 93,33\n"),
        "{plain}"
    );
    assert!(plain.ends_with("Note finale : 11,5\n"), "{plain}");
}

#[test]
fn wrong_usage_is_two() {
    let desk = Desk::new();
    let levels = "BM,BM,BM,BM,BM,BM,BM";
    check(&desk, "mark", 2, "Il manque --levels");
    check(&desk, "mark --levels BM,BM", 2, "7 lignes, 2 niveaux");
    check(
        &desk,
        "mark --levels BM,BM,BM,BM,BM,BM,XX",
        2,
        "niveau « XX »",
    );
    check(
        &desk,
        &format!("mark --levels {levels} --penalty retard"),
        2,
        "pénalité « retard »",
    );
    check(
        &desk,
        &format!("mark --levels {levels} --note beaucoup"),
        2,
        "« beaucoup »",
    );
    check(
        &desk,
        &format!("mark --levels {levels} --note 21"),
        2,
        "« 21 »",
    );
    check(
        &desk,
        &format!("mark --levels {levels} --note=-1"),
        2,
        "« -1 »",
    );
    check(
        &desk,
        &format!("mark --levels {levels} --grid autre"),
        2,
        "Grilles installées : bts-sio-bloc1",
    );
    check(
        &desk,
        &format!("mark --levels {levels} --couleur"),
        2,
        "« --couleur » n’existe pas",
    );
    check(&desk, "show", 2, "Il manque");
    check(&desk, "apply", 2, "Il manque");
    check(&desk, "verify --json", 2, "Il manque");
    check(&desk, "grid", 2, "Aide : delibere --help");
    check(&desk, "grid vend", 2, "« vend » n’existe pas");
    check(&desk, "grid check", 2, "Il manque");
    check(&desk, "new", 2, "Il manque");
    check(
        &desk,
        &format!("{NEW} --blind --common"),
        2,
        "ne va pas avec",
    );
    check(
        &desk,
        &format!("{NEW} --edition 1999"),
        2,
        "Sessions prévues : 2024, 2026",
    );
    check(&desk, &format!("{NEW} --mode orale"), 2, "« orale »");
    check(&desk, &format!("{NEW} --member C"), 2, "2 membres, 3");
    check(
        &desk,
        &NEW.replace(GRID, "absente"),
        2,
        "Aucune grille ne se nomme « absente »",
    );
    for day in ["demain", "2026-02-30", "2026-6", "32/01/2026"] {
        check(&desk, &format!("{NEW} --day {day}"), 2, day);
    }
    assert!(
        !desk.path("commission.delibere").exists(),
        "nothing was made"
    );
}

#[test]
fn a_commission_is_made_as_asked() {
    let check = |more: &str, expected: Value| {
        let desk = Desk::new();
        let made = run(&desk, format!("{NEW} {more}").trim_end());
        assert_eq!((made.code, made.err.as_str()), (Some(0), ""), "{made:?}");
        let shown = run(&desk, "show commission.delibere --json").json();
        for (key, value) in expected.as_object().expect("an object") {
            assert_eq!(&shown[key], value, "{more}: {key}");
        }
    };
    check(
        "",
        json!({"grid": GRID, "edition": "2026", "exam": "E5", "commission": "12",
        "day": null, "mode": "ponctuelle", "ticking": "blind", "edits": 0, "candidates": [],
        "notices": []}),
    );
    check(
        "--edition 2024 --mode ccf --day 03/06/2026 --separate",
        json!({"edition": "2024",
        "exam": "E4", "mode": "ccf", "day": "2026-06-03", "ticking": "separate"}),
    );
    check(
        "--common --day 2026-06-03",
        json!({"ticking": "common", "day": "2026-06-03"}),
    );
    check("--blind", json!({"ticking": "blind"}));
}

#[test]
fn files_that_cannot_serve_are_one() {
    let desk = Desk::new();
    fs::create_dir(desk.path("dossier")).expect("a folder");
    fs::write(desk.path("octets.delibere"), b"\xff\xfe\x00").expect("written");
    for command in ["show", "verify", "apply", "show --json", "verify --json"] {
        check(
            &desk,
            &format!("{command} absent.delibere"),
            1,
            "introuvable",
        );
        check(&desk, &format!("{command} dossier"), 1, "c’est un dossier");
        check(
            &desk,
            &format!("{command} octets.delibere"),
            1,
            "n’est pas un fichier de commission",
        );
    }
    check(&desk, "grid check absent.json", 1, "introuvable");
    check(&desk, "grid check dossier", 1, "c’est un dossier");
    check(&desk, "grid check octets.delibere", 1, "UTF-8");
    check(&desk, &NEW.replace(GRID, "dossier"), 1, "c’est un dossier");
    check(
        &desk,
        &NEW.replace("commission.delibere", "octets.delibere"),
        1,
        "existe déjà",
    );
    check(
        &desk,
        &NEW.replace("commission.delibere", "dossier"),
        1,
        "existe déjà",
    );
    check(
        &desk,
        &NEW.replace("commission.delibere", "octets.delibere/a"),
        1,
        "ne peut pas être créé",
    );
    // Nothing was laid beside what could not serve.
    let mut left: Vec<_> = fs::read_dir(desk.folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    left.retain(|name| name != "home");
    left.sort();
    assert_eq!(left, ["dossier", "octets.delibere"]);
}

#[test]
fn grids_are_listed_and_checked() {
    let desk = Desk::new();
    let list = run(&desk, "grid list --json").json();
    assert_eq!(list[0]["id"], GRID);
    assert_eq!(list[0]["sessions"], json!(["2024", "2026"]));
    assert!(run(&desk, "grid list").out.contains(GRID));
    let source = &delibere::store::grids::load(GRID).expect("the grid").source;
    fs::write(desk.path("saine.json"), source.as_bytes()).expect("written");
    fs::write(desk.path("fausse.json"), source.replace("\"EM\"", "\"BM\"")).expect("written");
    let checked = run(&desk, "grid check saine.json fausse.json --json");
    assert_eq!(checked.code, Some(1));
    let entries = checked.json();
    assert_eq!(
        (&entries[0]["ok"], &entries[1]["ok"]),
        (&json!(true), &json!(false))
    );
    let finding = &entries[1]["findings"][0];
    assert_eq!(finding["place"], "levels[4].id");
    for said in ["fault", "cure"] {
        assert!(finding[said].as_str().is_some_and(|text| text.len() > 10));
    }
    assert_eq!(entries[0]["findings"], json!([]));
    let sound = run(&desk, "grid check saine.json");
    assert_eq!(sound.code, Some(0));
    assert!(
        sound.out.contains("7 lignes, 5 niveaux, 2 pénalités"),
        "{}",
        sound.out
    );
    check(
        &desk,
        "grid check saine.json fausse.json",
        1,
        "levels[4].id",
    );
    // A grid of one's own serves as the installed one does.
    let made = run(&desk, &NEW.replace(GRID, "saine.json"));
    assert_eq!(made.code, Some(0), "{made:?}");
}

#[test]
fn each_line_is_acknowledged_refused_or_unreadable_and_the_next_one_follows() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let edit = |edit: Value| json!({ "edit": edit }).to_string();
    let lines: Vec<(String, &str)> = vec![
        (wishes("c add").trim_end().to_owned(), ""),
        ("{".into(), "s’arrête au milieu"),
        ("null".into(), "genre attendu"),
        ("bonjour".into(), "JSON"),
        (String::new(), ""),
        (edit(json!({"kind": "fly", "candidate": "1"})), "« fly » n’existe pas"),
        (edit(json!({"kind": "seal"})), "« candidate »"),
        (edit(json!({"kind": "seal", "candidate": "1", "colour": 3})), "« colour »"),
        (edit(json!({"kind": "seal", "candidate": "9"})), "numéro 9"),
        (edit(json!({"kind": "set_mark", "candidate": "1", "mark": "12,25"})), "par pas de"),
        (edit(json!({"kind": "set_mark", "candidate": "1", "mark": "12x"})), "« 12x » n’est pas une note"),
        (edit(json!({"kind": "set_mark", "candidate": "1", "mark": 12})), "genre attendu"),
        (edit(json!({"kind": "set_level", "candidate": "1", "row": "x", "level": "BM"})), "n’ont pas encore validé"),
        (edit(json!({"kind": "set_penalty", "candidate": "1", "penalty": "x", "retained": true})), "pénalité « x »"),
        (edit(json!({"kind": "correct_candidate", "candidate": "1", "to":
            {"number": "1", "last_name": "A", "first_name": "B", "passage": "26:00"}})), "26:00"),
        (edit(json!({"kind": "set_timer", "candidate": "1", "phase": 0, "spent": [], "since": "hier"})), "hier"),
        (json!({"by": "member9", "edit": {"kind": "set_visa", "candidate": "1", "given": true}}).to_string(), "membre 9"),
        (json!({"by": "+", "edit": {"kind": "seal", "candidate": "1"}}).to_string(), "auteur"),
        (json!({"by": "member+1", "edit": {"kind": "set_visa", "candidate": "1", "given": true}}).to_string(), "auteur"),
        (json!({"by": "member0", "edit": {"kind": "set_visa", "candidate": "1", "given": true}}).to_string(), "auteur"),
        (wishes("m1 level x BM").trim_end().to_owned(), "ligne « x »"),
        (wishes("m1 level projet XX").trim_end().to_owned(), "niveau « XX »"),
        (format!("{0}{0}", wishes("c mark 12").trim_end()), "un geste par ligne"),
        (wishes("c mark 12").trim_end().to_owned(), ""),
    ];
    let input: String = lines.iter().map(|(line, _)| format!("{line}\n")).collect();
    let run = desk.run(&["apply", "commission.delibere"], input.as_bytes());
    assert_eq!(run.code, Some(1));
    assert_eq!(run.out, "{\"ack\":1}\n{\"ack\":2}\n");
    let complaints: Vec<&str> = run.err.lines().collect();
    let wrong: Vec<(usize, &str)> = lines
        .iter()
        .enumerate()
        .filter(|(_, (_, expected))| !expected.is_empty())
        .map(|(index, (_, expected))| (index + 1, *expected))
        .collect();
    assert_eq!(complaints.len(), wrong.len(), "{}", run.err);
    for (complaint, (number, expected)) in complaints.into_iter().zip(wrong) {
        let plain = complaint.replace('\u{a0}', " ");
        assert!(plain.starts_with(&format!("Ligne {number} : ")), "{plain}");
        assert!(plain.contains(expected), "{plain}");
    }
}

#[test]
fn lines_that_are_no_text_are_refused() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let mut input = wishes("c add").into_bytes();
    input.extend_from_slice(
        b"{\"edit\":{\"kind\":\"set_reason\",\"candidate\":\"1\",\"text\":\"\xe9t\xe9\"}}\n",
    );
    // No end on the last line, and Windows ends: all the same to a script.
    input.extend_from_slice(wishes("c mark 9").replace('\n', "\r\n").as_bytes());
    input.extend_from_slice(wishes("c mark 8").trim_end().as_bytes());
    let run = desk.run(&["apply", "commission.delibere"], &input);
    assert_eq!((run.code, run.out.lines().count()), (Some(1), 3));
    assert!(
        run.err.starts_with("Ligne 2") && run.err.contains("UTF-8"),
        "{}",
        run.err
    );
    let document = desk.open();
    let record = &document.commission().records[0];
    assert_eq!(
        (record.reason.as_str(), record.mark.clone()),
        ("", Fraction::parse("8"))
    );
}

#[test]
fn a_whole_day_goes_through_apply() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let run = apply(&desk, TO_SEAL);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let acks: String = (1..=gestures(TO_SEAL).len())
        .map(|n| format!("{{\"ack\":{n}}}\n"))
        .collect();
    assert_eq!(run.out, acks);
    let shown = super::cli::run(&desk, "show commission.delibere --json").json();
    let candidate = &shown["candidates"][0];
    assert_eq!(candidate["status"], "sealed");
    assert_eq!(
        (&candidate["note"], &candidate["final"]),
        (&json!(13.5), &json!(13.5))
    );
    assert_eq!(candidate["missing"], json!([]));
    assert!(
        candidate["seal_code"]
            .as_str()
            .is_some_and(|code| code.len() == 9)
    );
    let plain = super::cli::run(&desk, "show commission.delibere").out;
    assert!(
        plain.contains("DELTA Inès") && plain.contains("note arrêtée"),
        "{plain}"
    );
    assert!(
        !plain.contains("13"),
        "a mark is not said where it was not asked: {plain}"
    );
    let verified = super::cli::run(&desk, "verify commission.delibere");
    assert_eq!(verified.code, Some(0));
    assert!(verified.out.contains("chaîne intacte"), "{}", verified.out);
}

#[test]
fn a_closed_column_is_not_shown() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    // Levels and indicators that nothing else in the state names.
    let one = "c add\nm1 all EM\nm1 seen service-6 partly\nm1 validate\nm2 level patrimoine NM";
    assert_eq!(apply(&desk, one).code, Some(0));
    let shown = run(&desk, "show commission.delibere --json");
    for hidden in ["\"EM\"", "\"NM\"", "service-6", "partly"] {
        assert!(!shown.out.contains(hidden), "{hidden}: {}", shown.out);
    }
    let members = &shown.json()["candidates"][0]["members"];
    assert_eq!(
        members["member1"],
        json!({"hidden": true, "graded": 7, "validated": true})
    );
    assert_eq!(
        members["member2"],
        json!({"hidden": true, "graded": 1, "validated": false})
    );
    let all = run(&desk, "show commission.delibere --json --all");
    for seen in ["\"EM\"", "\"NM\"", "service-6", "partly"] {
        assert!(all.out.contains(seen), "{seen}: {}", all.out);
    }
    for command in [
        "show commission.delibere",
        "show commission.delibere --all",
        "verify commission.delibere",
    ] {
        let plain = run(&desk, command);
        assert!(
            !plain.out.contains("EM") && !plain.out.contains("service-6"),
            "{plain:?}"
        );
    }
    assert_eq!(apply(&desk, "m2 all NM\nm2 validate").code, Some(0));
    let open = run(&desk, "show commission.delibere --json");
    assert!(
        open.out.contains("\"EM\"")
            && open.out.contains("\"NM\"")
            && open.out.contains("service-6")
    );
}

#[test]
fn a_visa_that_fell_is_not_shown() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let visas =
        || run(&desk, "show commission.delibere --json").json()["candidates"][0]["visas"].clone();
    let before = TO_SEAL.trim_end().trim_end_matches("c seal");
    assert_eq!(apply(&desk, before).code, Some(0));
    assert_eq!(visas(), json!(["member1", "member2"]));
    assert_eq!(apply(&desk, "c mark 13").code, Some(0));
    assert_eq!(visas(), json!([]));
}

#[test]
fn a_broken_file_is_shown_as_far_as_it_goes_and_said_so() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    assert_eq!(apply(&desk, "c add\nc mark 12\nc mark 13").code, Some(0));
    let path = desk.path("commission.delibere");
    let text = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text.replace("\"mark\":\"12\"", "\"mark\":\"11\"")).expect("altered");
    let shown = run(&desk, "show commission.delibere --json");
    assert_eq!(shown.code, Some(1));
    assert_eq!(shown.json()["edits"], 2);
    assert!(shown.err.contains("jusqu’à la ligne 4"), "{}", shown.err);
    check(&desk, "verify commission.delibere", 1, "ligne 4");
    check(&desk, "apply commission.delibere", 1, "lecture seule");
}

#[test]
fn help_and_version_are_answers() {
    let desk = Desk::new();
    for words in [
        "--help",
        "-h",
        "mark --help",
        "grid --help",
        "new --help",
        "--version",
    ] {
        let run = run(&desk, words);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{words}");
        assert!(!run.out.is_empty());
    }
}
