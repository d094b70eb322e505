//! Grids as data: what the shipped one holds, and what is said of a wrong one: the file, the place
//! and the cure, in bounded time.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use delibere::domain::grid::{Grid, LevelKind};
use delibere::store::schema::grid::json_schema;
use delibere::store::{StoreError, grids};
use proptest::prelude::*;
use serde_json::Value;

use super::support::{Desk, GRID, grid};

fn source() -> String {
    grids::load(GRID).expect("the grid").source.to_string()
}

#[test]
fn the_shipped_grid_is_the_form() {
    let grid: &Grid = &grid();
    let count =
        |what: fn(&delibere::domain::grid::Row) -> usize| grid.rows.iter().map(what).sum::<usize>();
    assert_eq!(grid.rows.len(), 7);
    assert_eq!(count(|row| row.parts.len()), 22);
    assert_eq!(count(|row| row.indicators.len()), 38);
    let transversal: Vec<_> = grid.rows.iter().filter(|row| row.transversal).collect();
    assert_eq!(transversal.len(), 1);
    assert!(transversal[0].indicators.is_empty());
    assert_eq!(grid.covered_rows().count(), 6);
    assert_eq!(grid.coverage_column(&"patrimoine".into()), Some(0));
    assert_eq!(grid.coverage_column(&"contribution".into()), None);

    let levels: Vec<&str> = grid.levels.iter().map(|level| level.id.as_str()).collect();
    assert_eq!(levels, ["NE", "NM", "MP", "BM", "EM"]);
    let values: Vec<String> = grid
        .levels
        .iter()
        .map(|level| match &level.kind {
            LevelKind::Value(value) => value.to_string(),
            LevelKind::NotAssessed | LevelKind::Waived => "out".to_owned(),
            LevelKind::NotAssessable => "hors échelle".into(),
        })
        .collect();
    assert_eq!(values, ["hors échelle", "0", "1/3", "2/3", "1"]);
    assert_eq!(grid.rubric.aspects.len(), 5);
    assert_eq!(grid.rubric.cells.len(), 4 * 5 + 1);
    let spans: Vec<usize> = grid
        .rubric
        .cells
        .iter()
        .filter(|cell| cell.level.as_str() == "NE")
        .map(|cell| cell.span)
        .collect();
    assert_eq!(spans, [5]);
    for level in &grid.levels {
        for aspect in 0..5 {
            assert!(
                grid.descriptor(&level.id, aspect).is_some(),
                "{} {aspect}",
                level.id
            );
        }
    }

    let penalties: Vec<String> = grid
        .penalties
        .iter()
        .map(|penalty| format!("{} {}", penalty.id, penalty.fixed().expect("fixed")))
        .collect();
    assert_eq!(penalties, ["portfolio-inaccessible 10", "tableau-absent 2"]);
    let seconds: Vec<u32> = grid.phases.iter().map(|phase| phase.seconds).collect();
    assert_eq!(seconds, [600, 1800]);
    assert_eq!(grid.members.len(), 2);
    let editions: Vec<String> = grid
        .editions
        .iter()
        .map(|edition| {
            format!(
                "{} {} {} {}",
                edition.session, edition.exam, edition.grid_annex, edition.sheet_annex
            )
        })
        .collect();
    assert_eq!(editions, ["2024 E4 6-3 6-4", "2026 E5 VI-3 VI-4"]);
    assert!(grid.provenance.sources.len() >= 2);
    let corrections = grid.provenance.corrections.join("\n");
    for told in [
        "décalées",
        "bloc 2",
        "cejm",
        "quatre niveaux",
        "E4 se nomme E5",
        "efficiente",
    ] {
        assert!(corrections.contains(told), "{told}");
    }
    let modes: Vec<&str> = grid
        .texts
        .modes
        .iter()
        .map(|mode| mode.id.as_str())
        .collect();
    assert_eq!(modes, ["ponctuelle", "ccf"]);
}

/// Refuses `text` within a second, naming the file, and says all of `expected`.
fn check(what: &str, text: &[u8], expected: &[&str]) {
    let desk = Desk::new();
    let path = desk.path("grille.json");
    fs::write(&path, text).expect("written");
    let begun = Instant::now();
    let error = grids::read(&path).expect_err(what).to_string();
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "{what}: {:?}",
        begun.elapsed()
    );
    let plain = error.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(plain.contains("grille.json"), "{what}: {plain}");
    for part in expected {
        assert!(plain.contains(part), "{what}: {plain}");
    }
    assert!(
        plain.chars().count() < 4_000,
        "{what}: a report helps, a flood does not"
    );
    for english in [
        "expected",
        "invalid",
        "missing field",
        "unknown",
        "duplicate",
        "EOF",
        "recursion",
        "null",
    ] {
        assert!(!plain.contains(english), "{what}: {plain}");
    }
}

fn mutated(from: &str, to: &str) -> Vec<u8> {
    let source = source();
    assert!(source.contains(from), "{from}");
    source.replacen(from, to, 1).into_bytes()
}

#[test]
fn each_fault_has_its_place_and_its_cure() {
    let m = |what: &str, from: &str, to: &str, expected: &[&str]| {
        check(what, &mutated(from, to), expected)
    };
    m(
        "unknown level",
        r#""level": "MP""#,
        r#""level": "EXC""#,
        &["rubric.cells[6].level", "« EXC »", "Corrigez le nom"],
    );
    m(
        "duplicate level",
        r#""id": "NM""#,
        r#""id": "NE""#,
        &["levels[1].id", "« NE » figure deux fois"],
    );
    m(
        "duplicate row",
        r#""id": "incidents""#,
        r#""id": "patrimoine""#,
        &["rows[2].id", "« patrimoine »"],
    );
    m(
        "duplicate indicator",
        r#""id": "projet-8""#,
        r#""id": "projet-7""#,
        &["rows[4].indicators[7].id", "figure deux fois"],
    );
    m(
        "duplicate penalty",
        r#""id": "tableau-absent""#,
        r#""id": "portfolio-inaccessible""#,
        &["penalties[1].id"],
    );
    m(
        "duplicate edition",
        r#""session": "2026""#,
        r#""session": "2024""#,
        &["editions[1].session"],
    );
    m(
        "duplicate key",
        r#""id": "bts-sio-bloc1","#,
        r#""id": "a", "id": "b","#,
        &["ligne 3", "la clé « id » figure deux fois", "Gardez-en une"],
    );
    m(
        "unknown key",
        r#""transversal": true"#,
        r#""transverse": true"#,
        &["rows[0]", "« transverse » n’existe pas", "ligne"],
    );
    m(
        "missing key",
        r#""title": "Gérer le patrimoine informatique","#,
        "",
        &["rows[1]", "il manque la clé « title »", "Ajoutez-la"],
    );
    m(
        "missing value",
        r#""value": "1/3","#,
        "",
        &["levels[2]", "il manque la clé « value »"],
    );
    m(
        "value outside the scale",
        r#""kind": "not_assessable","#,
        r#""kind": "not_assessable", "value": 1,"#,
        &["levels[0]", "Retirez"],
    );
    m(
        "unknown kind",
        r#""kind": "not_assessable""#,
        r#""kind": "ne""#,
        &["levels[0].kind", "« ne »"],
    );
    m(
        "value over 1",
        r#""value": "2/3""#,
        r#""value": "4/3""#,
        &["levels[3].value", "4/3", "entre 0 et 1"],
    );
    m(
        "NaN",
        r#""out_of": 20"#,
        r#""out_of": NaN"#,
        &["mark.out_of", "ligne", "nombre"],
    );
    m(
        "infinity",
        r#""out_of": 20"#,
        r#""out_of": -Infinity"#,
        &["mark.out_of", "nombre"],
    );
    m(
        "overflow",
        r#""out_of": 20"#,
        r#""out_of": 1e999"#,
        &["mark.out_of", "nombre"],
    );
    m(
        "exponent",
        r#""out_of": 20"#,
        r#""out_of": 2e1000000000"#,
        &["mark.out_of", "nombre"],
    );
    m(
        "endless number",
        r#""out_of": 20"#,
        &format!(r#""out_of": {}"#, "9".repeat(100_000)),
        &["mark.out_of"],
    );
    m(
        "zero maximum",
        r#""out_of": 20"#,
        r#""out_of": 0"#,
        &["mark.out_of", "plus grand que 0"],
    );
    m(
        "text for a number",
        r#""seconds": 600"#,
        r#""seconds": "dix""#,
        &["phases[0].seconds", "trouvé : du texte", "Corrigez-la"],
    );
    m(
        "negative length",
        r#""seconds": 600"#,
        r#""seconds": -1"#,
        &["phases[0].seconds", "un nombre"],
    );
    m(
        "null",
        r#""seconds": 600"#,
        r#""seconds": null"#,
        &["phases[0].seconds", "trouvé : rien"],
    );
    m(
        "negative weight",
        r#""weight": 1"#,
        r#""weight": -1"#,
        &["rows[0].weight", "négatif"],
    );
    m(
        "zero grain",
        r#""grain": "1/2""#,
        r#""grain": 0"#,
        &["mark.rounding.grain", "plus grand que 0"],
    );
    m(
        "zero step",
        r#""step": "1/2""#,
        r#""step": 0"#,
        &["mark.step"],
    );
    m(
        "zero points",
        r#""points": 10"#,
        r#""points": 0"#,
        &["penalties[0].points"],
    );
    m(
        "empty title",
        r#""title": "Travailler en mode projet""#,
        r#""title": " ""#,
        &["rows[4].title", "vide"],
    );
    m(
        "long short title",
        r#""short": "Mode projet""#,
        r#""short": "Travailler en mode projet avec soin""#,
        &["rows[4].short", "35 caractères"],
    );
    m(
        "span",
        r#""span": 5"#,
        r#""span": 6"#,
        &["rubric.cells[0].span"],
    );
    m(
        "huge span",
        r#""span": 5"#,
        r#""span": 18446744073709551615"#,
        &["rubric.cells[0].span"],
    );
    m(
        "cell missing",
        r#""span": 5"#,
        r#""span": 4"#,
        &["rubric.aspects[4]", "« NE »"],
    );
    m(
        "cell twice",
        r#""aspect": 1,"#,
        r#""aspect": 0,"#,
        &["rubric.cells[2]", "deux textes"],
    );
    m(
        "unknown penalty of a paper",
        r#""penalty": "tableau-absent""#,
        r#""penalty": "retard""#,
        &["pieces[1].penalty", "« retard »"],
    );
    m(
        "later format",
        r#""format": 2"#,
        r#""format": 3"#,
        &["version plus récente (3)"],
    );
    m(
        "later format with new keys",
        r#""format": 2,"#,
        r#""format": 3, "colour": 1,"#,
        &["version plus récente (3)"],
    );
    m(
        "comma",
        r#""format": 2,"#,
        r#""format": 2"#,
        &["ligne 3", "JSON", "Vérifiez virgules"],
    );
    m(
        "control character",
        "BTS SIO, bloc 1",
        "BTS\u{1}SIO",
        &["title", "JSON"],
    );
    m(
        "escape",
        "BTS SIO, bloc 1",
        "BTS \\x SIO",
        &["title", "JSON"],
    );
    m(
        "surrogate",
        "BTS SIO, bloc 1",
        "BTS \\ud800 SIO",
        &["title", "JSON"],
    );
    check(
        "all weights zero",
        source()
            .replace(r#""weight": 1"#, r#""weight": 0"#)
            .as_bytes(),
        &["à rows", "tous les poids sont nuls", "Donnez un poids"],
    );
    check(
        "followed",
        &[source().as_bytes(), b"{}"].concat(),
        &["ligne", "Retirez-le"],
    );
    check(
        "many faults",
        source()
            .replace(r#""title": ""#, r#""title": "","printed": ""#)
            .as_bytes(),
        &["n’existe pas"],
    );
}

#[test]
fn whole_files_that_are_no_grid_are_refused() {
    let source = source();
    check("empty", b"", &["incomplet"]);
    check("null", b"null", &["trouvé : rien"]);
    check("list", b"[1]", &["ligne 1"]);
    check("text", b"\"grille\"", &["du texte"]);
    let latin: Vec<u8> = source
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect();
    check("Latin-1", &latin, &["UTF-8", "octet"]);
    let bytes = source.as_bytes();
    for cut in (1..bytes.len() - 1).step_by(bytes.len() / 60) {
        let sound = str::from_utf8(&bytes[..cut]).is_ok();
        check(
            "cut",
            &bytes[..cut],
            if sound { &["incomplet"] } else { &["UTF-8"] },
        );
    }
    let nested = |open: &str, close: &str, depth: usize| {
        format!(
            "{{\"format\":1,\"levels\":{}{}}}",
            open.repeat(depth),
            close.repeat(depth)
        )
    };
    check(
        "nested lists",
        nested("[", "]", 100_000).as_bytes(),
        &["levels"],
    );
    check(
        "nested objects",
        nested("{\"a\":", "}", 50_000).as_bytes(),
        &["levels"],
    );
    check(
        "nested everything",
        "[".repeat(100_000).as_bytes(),
        &["ligne 1"],
    );
    let row = |index: usize| format!(r#"{{"id":"c{index}","title":"x","short":"x","weight":1}}"#);
    let rows: Vec<String> = (0..20_000).map(row).collect();
    let rows = rows.join(",");
    check(
        "20,000 rows",
        mutated(r#""rows": ["#, &format!(r#""rows": [{rows},"#)).as_slice(),
        &["à rows", "dépasse 500"],
    );
    check(
        "larger than a grid",
        &vec![b' '; (2 << 20) + 1],
        &["dépasse 2 Mo"],
    );
}

#[test]
fn lists_without_end_are_refused_before_they_are_compared() {
    // Each of these held for minutes: every level met every aspect.
    let aspects = r#"{"short":"a"},"#.repeat(60_000);
    let level = r#"{"id":"x","value":1,"label":"x","printed":"x","plural":"x"},"#.repeat(15_000);
    let text = String::from_utf8(mutated(
        r#""aspects": ["#,
        &format!(r#""aspects": [{aspects}"#),
    ))
    .expect("UTF-8");
    let text = text.replacen(r#""levels": ["#, &format!(r#""levels": [{level}"#), 1);
    check(
        "levels by aspects",
        text.as_bytes(),
        &["rubric.aspects", "levels"],
    );
    let mut penalties = String::new();
    let mut pieces = String::new();
    for index in 0..10_000 {
        let _ = write!(
            penalties,
            r#"{{"id":"p{index}","label":"x","printed":"x","points":1,"cause":"x"}},"#
        );
        let _ = write!(
            pieces,
            r#"{{"id":"p{index}","label":"x","kinds":[],"penalty":"x"}},"#
        );
    }
    let text = String::from_utf8(mutated(
        r#""penalties": ["#,
        &format!(r#""penalties": [{penalties}"#),
    ))
    .expect("UTF-8");
    let text = text.replacen(r#""pieces": ["#, &format!(r#""pieces": [{pieces}"#), 1);
    check(
        "papers by penalties",
        text.as_bytes(),
        &["penalties", "pieces"],
    );
}

#[test]
fn the_hostile_files_are_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/hostile");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let is_grid = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("grille-"));
        if is_grid {
            count += 1;
            check(
                &path.display().to_string(),
                &fs::read(&path).expect("the file"),
                &["grille"],
            );
        }
    }
    assert!(count >= 9);
}

#[test]
fn a_grid_is_read_with_or_without_its_byte_order_mark() {
    let desk = Desk::new();
    let path = desk.path("grille.json");
    fs::write(&path, format!("\u{feff}{}", source())).expect("written");
    let read = grids::read(&path).expect("a grid");
    assert_eq!(*read.grid, *grid());
    assert_eq!(*read.source, *source());
}

#[test]
fn a_grid_that_is_not_there_is_asked_for_again() {
    assert!(matches!(
        grids::load("bts-sio-bloc9"),
        Err(StoreError::NoSuchGrid(_))
    ));
    let desk = Desk::new();
    assert!(matches!(
        grids::read(desk.folder.path()),
        Err(StoreError::Io { .. })
    ));
    assert!(matches!(
        grids::read(&desk.path("absente.json")),
        Err(StoreError::Io { .. })
    ));
}

#[cfg(unix)]
#[test]
fn an_endless_file_is_too_large() {
    assert!(matches!(
        grids::read(Path::new("/dev/zero")),
        Err(StoreError::TooLarge { .. })
    ));
}

/// The blocs of the RNCP title, with one text of the file changed.
fn blocs(from: &str, to: &str) -> Vec<u8> {
    let source = grids::load("rncp-systeme-information")
        .expect("the grid")
        .source
        .to_string();
    assert!(source.contains(from), "{from}");
    source.replacen(from, to, 1).into_bytes()
}

#[test]
fn what_no_candidate_can_reach_has_its_place_too() {
    let m = |what: &str, from: &str, to: &str, expected: &[&str]| {
        check(what, &mutated(from, to), expected);
    };
    let never = "aucun candidat ne peut remplir cette condition";
    m(
        "threshold over the mark",
        r#""threshold": 10"#,
        r#""threshold": 25"#,
        &["mark.threshold", never],
    );
    m(
        "sections rounded where there are none",
        r#""ties": "up""#,
        r#""ties": "up", "stage": "section""#,
        &["mark.rounding.stage", "« sections »"],
    );
    m(
        "more situations than there are",
        r#""transversal": true,"#,
        r#""transversal": true, "situations": 1,"#,
        &["rows[0].situations", never],
    );
    m(
        "a level from more indicators than a row has",
        r#""penalties": ["#,
        r#""suggestions": [{"level": "EM", "from": 9}], "penalties": ["#,
        &["suggestions[0].from", never],
    );
    m(
        "a row at zero whatever its level",
        r#""transversal": true,"#,
        r#""transversal": true, "descriptors": [{"level": "NM"}],"#,
        &["rows[0].descriptors", "aucun niveau n’a de valeur"],
    );
    m(
        "upside-down bounds",
        r#""out_of": 20,"#,
        r#""out_of": 20, "bounds": {"least": 20, "most": 5},"#,
        &["mark.bounds", "bornes"],
    );
    let weighed = String::from_utf8(blocs(
        r#""id": "3.1.1","#,
        r#""id": "3.1.1", "descriptors": [{"level": "NA"}, {"level": "PA"}],"#,
    ))
    .expect("UTF-8");
    let (head, tail) = weighed.split_once(r#""id": "3.1.1""#).expect("the row");
    let tail = tail.replacen(r#""weight": 1"#, r#""weight": 20"#, 1);
    check(
        "a bloc that cannot be acquired",
        format!(r#"{head}"id": "3.1.1"{tail}"#).as_bytes(),
        &["sections[bloc3]", never],
    );
    check(
        "acquired by what leaves the bloc",
        &blocs(r#""acquired": ["#, r#""acquired": ["NE","#),
        &["decision.acquired[0]", never],
    );
    check(
        "more blocs than there are",
        &blocs(r#""partly": ["#, r#""sections": 5, "partly": ["#),
        &["decision.sections", never],
    );
}

#[test]
fn a_misspelt_word_is_told_what_it_may_be() {
    let m = |what: &str, from: &str, to: &str, expected: &[&str]| {
        check(what, &mutated(from, to), expected);
    };
    m(
        "a key",
        r#""transversal": true"#,
        r#""transverse": true"#,
        &["Vouliez-vous écrire « transversal » ?"],
    );
    m(
        "a choice",
        r#""direction": "nearest""#,
        r#""direction": "proche""#,
        &["Choisissez parmi : nearest, up, down"],
    );
    m(
        "a year without quotes",
        r#""session": "2024""#,
        r#""session": 2024"#,
        &["trouvé : un nombre", "attendu : du texte, entre guillemets"],
    );
    m(
        "an indicator that is a number",
        r#""indicators": []"#,
        r#""indicators": [3]"#,
        &[
            "rows[0].indicators[0]",
            "attendu : du texte, entre guillemets",
        ],
    );
    m(
        "a key of an indicator",
        r#""indicators": []"#,
        r#""indicators": [{"texte": "x"}]"#,
        &["rows[0].indicators[0]", "Vouliez-vous écrire « text » ?"],
    );
    check(
        "nothing but a title",
        b"{\n\"title\": \"x\"}",
        &["à la ligne 2", "« format »"],
    );
}

#[test]
fn points_may_be_halves_and_indicators_plain_texts() {
    let text = r#"{"format": 2, "id": "g", "title": "Une grille bien courte et au titre bien long",
        "levels": [{"id": "a", "value": 0, "label": "A"}, {"id": "b", "value": 0.5, "label": "B"},
                   {"id": "c", "value": 1.5, "label": "C"}],
        "rows": [{"id": "r", "title": "R", "indicators": ["Un", {"text": "Deux", "kind": "criterion"}]}],
        "members": [{"label": "m"}], "mark": {"base": 1, "out_of": 6},
        "editions": [{"session": "2026", "exam": "E"}]}"#;
    let grid = grids::parse(Path::new("g.json"), text)
        .expect("a grid")
        .grid;
    let names: Vec<&str> = grid.rows[0]
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(names, ["r-1", "r-2"]);
    assert_eq!(grid.short, "Une grille bien courte");
    assert_eq!(grid.diploma, grid.title);
    let rule = grid.mark.as_ref().expect("a mark");
    assert_eq!(
        (rule.floor.to_string(), rule.ceiling.to_string()),
        ("1".into(), "6".into())
    );
}

#[test]
fn the_schema_beside_the_grids_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let wanted = json_schema();
    let shipped = fs::read_to_string(root.join("grids/grid.schema.json")).unwrap_or_default();
    if shipped != wanted {
        let fresh = root.join("target/grid.schema.json");
        fs::write(&fresh, wanted).expect("written");
        panic!("copy {} over grids/grid.schema.json", fresh.display());
    }
    for name in grids::shipped() {
        let path = root.join("grids").join(format!("{name}.json"));
        let read = grids::read(&path).expect("a grid");
        assert_eq!(*read.source, *grids::load(name).expect("a grid").source);
    }
}

/// Every place of `value` that `schema` does not foresee: a key, a kind of value, a missing key.
/// Knows what our schema uses of JSON Schema, and refuses the rest.
fn departures(root: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.trim_start_matches("#/$defs/");
        return departures(root, &root["$defs"][name], value, place, found);
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[key].as_array() {
            let fits = |choice: &Value| {
                let mut inner = Vec::new();
                departures(root, choice, value, place, &mut inner);
                inner.is_empty()
            };
            if !choices.iter().any(fits) {
                found.push(format!("{place}: none of {key}"));
            }
        }
    }
    if let Some(wanted) = schema.get("const")
        && wanted != value
    {
        found.push(format!("{place}: not {wanted}"));
    }
    if let Some(choices) = schema["enum"].as_array()
        && !choices.contains(value)
    {
        found.push(format!("{place}: {value} is not foreseen"));
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let whole = kind == "integer" && kinds.contains(&"number");
    if !kinds.is_empty() && !kinds.contains(&kind) && !whole {
        found.push(format!("{place}: {kind} where {kinds:?} is foreseen"));
    }
    if let (Some(fields), Some(known)) = (value.as_object(), schema["properties"].as_object()) {
        for (key, inner) in fields {
            let place = format!("{place}.{key}");
            match known.get(key) {
                Some(schema) => departures(root, schema, inner, &place, found),
                None => found.push(format!("{place}: unknown key")),
            }
        }
        for key in schema["required"].as_array().into_iter().flatten() {
            if !fields.contains_key(key.as_str().expect("a key")) {
                found.push(format!("{place}: {key} is missing"));
            }
        }
    }
    if let (Some(items), Some(schema)) = (value.as_array(), schema.get("items")) {
        for (index, item) in items.iter().enumerate() {
            departures(root, schema, item, &format!("{place}[{index}]"), found);
        }
    }
}

#[test]
fn the_schema_foresees_every_grid_that_is_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_str(&json_schema()).expect("JSON");
    let mut count = 0;
    for folder in ["grids", "tests/data/grids"] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder") {
            let path = entry.expect("an entry").path();
            // Beside the grids: their schema, and the sentences for the appreciation.
            if path.ends_with("grid.schema.json") || path.is_dir() {
                continue;
            }
            let read = grids::read(&path).unwrap_or_else(|error| panic!("{error}"));
            let value: Value = serde_json::from_str(&read.source).expect("JSON");
            let mut found = Vec::new();
            departures(&schema, &schema, &value, "", &mut found);
            assert!(found.is_empty(), "{}: {found:?}", path.display());
            count += 1;
        }
    }
    assert!(count >= 15, "{count}");
    for (wrong, told) in [
        (r#"{"colour":1}"#, ".colour: unknown key"),
        (r#"{"levels":[{"id":1}]}"#, ".levels[0].id: integer"),
        (
            r#"{"mark":{"formula":"product"}}"#,
            ".mark.formula: none of",
        ),
        (r#"{"title":"x"}"#, "\"levels\" is missing"),
    ] {
        let value: Value = serde_json::from_str(wrong).expect("JSON");
        let mut found = Vec::new();
        departures(&schema, &schema, &value, "", &mut found);
        let found = found.join("\n");
        assert!(found.contains(told), "{wrong}: {found}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_a_grid_or_is_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..64),
        at in any::<prop::sample::Index>(),
        remove in 0_usize..64,
    ) {
        let mut spoilt = source().into_bytes();
        let start = at.index(spoilt.len());
        let end = (start + remove).min(spoilt.len());
        let _ = spoilt.splice(start..end, bytes);
        for text in [String::from_utf8_lossy(&spoilt).into_owned()] {
            if let Err(error) = grids::parse(Path::new("grille.json"), &text) {
                prop_assert!(error.to_string().contains("grille.json"));
            }
        }
    }
}
