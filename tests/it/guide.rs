//! The README's guide to a grid: what it gives to copy works, what it shows comes out, and every key
//! of the format is in it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use delibere::domain::grid::Grid;
use delibere::domain::id::LevelId;
use delibere::domain::mark::Profile;
use delibere::domain::verdict::{self, Outcome};
use delibere::store::grids;
use delibere::store::schema::grid::json_schema;
use serde_json::Value;

use super::support::Desk;

/// The README from « Écrire une grille… » to the next chapter.
fn guide() -> String {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).expect("the README");
    let (_, guide) = readme
        .split_once("### Écrire une grille pour une autre épreuve")
        .expect("the guide");
    let (guide, _) = guide.split_once("\n## ").expect("its end");
    guide.to_owned()
}

/// The blocks of the guide in this language.
fn blocks(language: &str) -> Vec<String> {
    let guide = guide();
    let blocks = guide.split("```").skip(1).step_by(2);
    blocks
        .filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'))
        .map(str::to_owned)
        .collect()
}

fn parse(text: &str) -> Arc<Grid> {
    grids::parse(Path::new("ma-grille.json"), text)
        .unwrap_or_else(|error| panic!("{error}"))
        .grid
}

fn spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_grid_to_copy_is_sound_and_gives_the_mark_that_is_shown() {
    let desk = Desk::new();
    let path = desk.path("ma-grille.json");
    fs::write(&path, &blocks("json")[0]).expect("written");
    let console = &blocks("console")[0];
    let mut commands = 0;
    for shown in console.split("$ delibere ").skip(1) {
        let (command, lines) = shown.split_once('\n').expect("a command");
        let command = command.replace("ma-grille.json", &path.display().to_string());
        let words: Vec<&str> = command.split(' ').collect();
        let run = desk.run(&words, b"");
        assert_eq!(run.code, Some(0), "{command}: {}", run.err);
        let printed = spaces(&run.out);
        assert!(printed.starts_with(lines), "{printed}");
        commands += 1;
    }
    assert_eq!(commands, 2);
}

#[test]
fn the_blocs_to_copy_decide() {
    let [whole, blocs] = &blocks("json")[..] else {
        panic!("two blocks")
    };
    let mut file: Value = serde_json::from_str(whole).expect("JSON");
    let blocs: Value = serde_json::from_str(blocs).expect("JSON");
    let fields = file.as_object_mut().expect("an object");
    let _ = fields.remove("rows");
    for (key, value) in blocs.as_object().expect("an object") {
        let _ = fields.insert(key.clone(), value.clone());
    }
    let grid = parse(&file.to_string());
    let outcome = |levels: &str| {
        let levels = levels.split(' ').map(LevelId::from);
        let rows = grid.rows.iter().map(|row| row.id.clone());
        let profile = Profile {
            levels: rows.zip(levels).collect(),
            ..Profile::default()
        };
        verdict::proposed(&grid, &verdict::sections(&grid, &profile))
    };
    assert_eq!(outcome("A PA A"), Outcome::Full);
    // The critical row is only partly acquired; half of the rows, but one refused.
    assert_eq!(outcome("PA A A"), Outcome::Partial(vec!["b2".into()]));
    assert_eq!(outcome("A NA A"), Outcome::Partial(vec!["b2".into()]));
    assert_eq!(outcome("NA NA PA"), Outcome::None);
}

#[test]
fn the_finding_that_is_shown_is_the_one_that_comes() {
    let whole = &blocks("json")[0];
    let spoilt = whole.replace(r#""weight": 2"#, r#""weight": -2"#);
    let error = grids::parse(Path::new("ma-grille.json"), &spoilt).expect_err("a fault");
    let guide = guide();
    let (_, shown) = guide.split_once("Par exemple : « ").expect("an example");
    let (shown, _) = shown.split_once(" »").expect("its end");
    let said = spaces(&error.to_string());
    assert!(said.contains(shown), "{shown}\n{said}");
}

#[test]
fn what_the_guide_says_may_be_left_out_may_be() {
    let whole: Value = serde_json::from_str(&blocks("json")[0]).expect("JSON");
    let guide = guide();
    let (_, required) = guide.split_once("Sont obligatoires ").expect("a sentence");
    let (required, _) = required.split_once(", et des lignes").expect("its end");
    for key in whole.as_object().expect("an object").keys() {
        let mut file = whole.clone();
        let _ = file.as_object_mut().expect("an object").remove(key);
        let read = grids::parse(Path::new("ma-grille.json"), &file.to_string());
        let needed = required.contains(&format!("`{key}`")) || key == "rows";
        assert_eq!(read.is_err(), needed, "{key}");
    }
}

#[test]
fn every_key_of_the_format_is_in_the_guide() {
    fn names(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::Object(keys)) = fields.get("properties") {
                    found.extend(keys.keys().cloned());
                }
                if let Some(Value::String(choice)) = fields.get("const") {
                    found.push(choice.clone());
                }
                if let Some(Value::Array(choices)) = fields.get("enum") {
                    found.extend(choices.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                fields.values().for_each(|inner| names(inner, found));
            }
            Value::Array(items) => items.iter().for_each(|inner| names(inner, found)),
            _ => {}
        }
    }
    let schema: Value = serde_json::from_str(&json_schema()).expect("JSON");
    let mut found = Vec::new();
    names(&schema, &mut found);
    assert!(found.len() > 100, "{}", found.len());
    let guide = guide();
    let said = |name: &String| {
        [format!("`{name}`"), format!("\"{name}\"")]
            .iter()
            .any(|form| guide.contains(form.as_str()))
    };
    let missing: Vec<&String> = found.iter().filter(|name| !said(name)).collect();
    assert!(missing.is_empty(), "not in the guide: {missing:?}");
}
