//! The jobs on grids without a window: show, compare, make, import and export, with what each says
//! and how it ends.

use std::fs;
use std::path::Path;

use delibere::domain::fraction::Fraction;
use delibere::domain::grid::AdviceCause;
use delibere::store::grids::{self, Existing, blank};
use delibere::store::schema::grid::json_schema;
use delibere::words;
use serde_json::{Value, json};

use super::support::{Desk, GRID, Run};

fn run(desk: &Desk, words: &[&str]) -> Run {
    desk.run(words, b"")
}

/// What was printed, with plain blanks.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_grid_is_told_to_people_and_to_programs() {
    let desk = Desk::new();
    let told = run(&desk, &["grid", "show", GRID]);
    assert_eq!(told.code, Some(0));
    let text = plain(&told.out);
    for said in [
        "Session 2026 : épreuve E5, annexes VI-3 et VI-4",
        "MP : Maîtrise partielle, valeur 1/3",
        "NE : Non évaluable, hors échelle",
        "2. Gérer le patrimoine informatique [patrimoine] : poids 1, 6 sous-compétences, 7 indicateurs",
        "Note sur 20 : moyenne pondérée, de 0 à 20 par pas de 0,5",
        "Portfolio inaccessible : −10",
        "Commission de 2 membres",
        "PROVENANCE",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let json = run(&desk, &["grid", "show", GRID, "--json"]);
    fs::write(desk.path("normale.json"), &json.out).expect("written");
    let same = run(&desk, &["grid", "diff", GRID, "normale.json"]);
    assert_eq!(same.code, Some(0), "{same:?}");
    assert_eq!(run(&desk, &["grid", "show", "nulle-part"]).code, Some(2));
}

#[test]
fn differences_are_told_by_place() {
    let desk = Desk::new();
    let source = run(&desk, &["grid", "show", GRID, "--json"]).out;
    let mut file: Value = serde_json::from_str(&source).expect("JSON");
    let rows = file["rows"].as_array_mut().expect("rows");
    let last = rows.len() - 1;
    rows[1]["weight"] = json!(2);
    rows[2]["title"] = json!("Répondre aux demandes");
    let _ = rows.remove(last);
    rows.push(json!({ "id": "neuve", "title": "Une ligne neuve", "weight": 1 }));
    file["rows"].as_array_mut().expect("rows").swap(3, 4);
    fs::write(desk.path("autre.json"), file.to_string()).expect("written");
    let told = run(&desk, &["grid", "diff", GRID, "autre.json"]);
    assert_eq!(told.code, Some(1));
    let text = plain(&told.out);
    for said in [
        "rows[patrimoine].weight (les poids) : « 1 » devient « 2 »",
        "devient « Répondre aux demandes »",
        "rows[developpement] (les lignes) : retiré, « Organiser son développement professionnel »",
        "rows[neuve] (les lignes) : ajouté, « Une ligne neuve »",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let json = run(&desk, &["grid", "diff", GRID, "autre.json", "--json"]).json();
    let places: Vec<&str> = json
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["place"].as_str())
        .collect();
    assert!(places.contains(&"rows[patrimoine].weight"), "{places:?}");
    // Two rows changed places.
    assert!(places.contains(&"rows"), "{places:?}");
}

#[test]
fn a_new_grid_is_sound_and_overwrites_nothing() {
    let desk = Desk::new();
    let made = run(
        &desk,
        &[
            "grid",
            "new",
            "neuve.json",
            "--title",
            "Bac pro fictif, E32",
        ],
    );
    assert_eq!(made.code, Some(0), "{made:?}");
    let grid = grids::read(&desk.path("neuve.json")).expect("sound").grid;
    assert_eq!(grid.id, "bac-pro-fictif-e32");
    let again = run(&desk, &["grid", "new", "neuve.json"]);
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("existe déjà"), "{again:?}");
    let copy = run(&desk, &["grid", "new", "copie.json", "--from", GRID]);
    assert_eq!(copy.code, Some(0), "{copy:?}");
    let copy = grids::read(&desk.path("copie.json")).expect("sound").grid;
    assert_eq!(copy.id, format!("{GRID}-copie"));
    assert_eq!(copy.rows.len(), 7);
    assert!(
        copy.provenance
            .corrections
            .last()
            .is_some_and(|text| text.contains(GRID))
    );
    // A commission starts from either.
    let commission = run(
        &desk,
        &[
            "new",
            "c.delibere",
            "--grid",
            "neuve.json",
            "--commission",
            "1",
            "--member",
            "A",
            "--member",
            "B",
        ],
    );
    assert_eq!(commission.code, Some(0), "{commission:?}");
    let marked = run(
        &desk,
        &["mark", "--grid", "neuve.json", "--levels", "c1=N2"],
    );
    assert_eq!(marked.code, Some(0), "{marked:?}");
    assert!(marked.out.contains("13,5"), "{marked:?}");
}

#[test]
fn a_grid_replaces_a_grid_and_nothing_else() {
    let desk = Desk::new();
    let draft = blank::blank("essai", "Essai", "2026");
    let path = desk.path("essai.json");
    grids::write(&path, &draft, Existing::Keep).expect("written");
    let _ = grids::write(&path, &draft, Existing::Keep).expect_err("already there");
    let mut other = draft.clone();
    other.title = "Autre".into();
    grids::write(&path, &other, Existing::Replace).expect("replaced");
    assert_eq!(grids::read(&path).expect("sound").grid.title, "Autre");
    // A draft that is not sound yet can be kept, and mended.
    other.rows.clear();
    grids::write(&path, &other, Existing::Replace).expect("replaced");
    grids::write(&path, &draft, Existing::Replace).expect("mended");
    for foreign in ["mes notes", "{\"format\": 99}", "[]"] {
        fs::write(&path, foreign).expect("written");
        let _ = grids::write(&path, &draft, Existing::Replace).expect_err("not a grid");
        assert_eq!(fs::read_to_string(&path).expect("there"), foreign);
    }
    let left = fs::read_dir(desk.path("")).expect("a folder").count();
    assert_eq!(left, 1, "nothing is left beside");
}

#[test]
fn the_schema_is_printed() {
    let desk = Desk::new();
    let printed = run(&desk, &["grid", "schema"]);
    assert_eq!(printed.out.trim_end(), json_schema().trim_end());
    assert!(printed.json()["properties"]["rows"].is_object());
}

#[test]
fn foreign_grids_are_imported_with_their_report() {
    let desk = Desk::new();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/exchange");
    let sample = |name: &str| samples.join(name).display().to_string();
    let file = sample("canvas-intervalles.csv");
    let said = run(&desk, &["grid", "import", &file, "-o", "importee.json"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(
        plain(&said.out).contains("3 lignes, 2 niveaux, aucune pénalité"),
        "{said:?}"
    );
    assert!(
        plain(&said.out).contains("2 critères notent par intervalles"),
        "{said:?}"
    );
    let checked = run(&desk, &["grid", "check", "importee.json", "--json"]).json();
    assert_eq!(checked[0]["ok"], true);
    let warned: Vec<&str> = checked[0]["warnings"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["place"].as_str())
        .collect();
    assert!(warned.contains(&"rows[2].weight"), "{warned:?}");
    assert!(warned.contains(&"editions[0].grid_annex"), "{warned:?}");
    let case = sample("case-opensalt.json");
    let json = run(
        &desk,
        &[
            "grid",
            "import",
            &case,
            "--format",
            "case",
            "-o",
            "case.json",
            "--title",
            "Mon titre",
            "--id",
            "mon-titre",
            "--json",
        ],
    )
    .json();
    assert_eq!(
        (&json["grid"], &json["format"]),
        (&json!("mon-titre"), &json!("case"))
    );
    let kinds: Vec<&str> = json["report"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["kind"].as_str())
        .collect();
    assert!(
        kinds.contains(&"dropped") && kinds.contains(&"assumed"),
        "{kinds:?}"
    );
    let again = run(&desk, &["grid", "import", &case, "-o", "case.json"]);
    assert!(again.err.contains("existe déjà"), "{again:?}");
    fs::write(desk.path("liste.csv"), "nom;prénom\nA;B\n").expect("written");
    let foreign = run(&desk, &["grid", "import", "liste.csv", "-o", "x.json"]);
    assert_eq!(foreign.code, Some(1));
    assert!(plain(&foreign.err).contains("« liste.csv »"), "{foreign:?}");
    assert!(!desk.path("x.json").exists());
    assert_eq!(
        run(
            &desk,
            &[
                "grid",
                "import",
                "liste.csv",
                "--format",
                "word",
                "-o",
                "x.json"
            ]
        )
        .code,
        Some(2)
    );
}

#[test]
fn grids_are_exported_with_their_report() {
    let desk = Desk::new();
    for (format, name) in [("canvas", "g.csv"), ("moodle", "m.csv"), ("case", "c.json")] {
        let said = run(
            &desk,
            &["grid", "export", GRID, "--format", format, "-o", name],
        );
        assert_eq!(said.code, Some(0), "{said:?}");
        let text = plain(&said.out);
        assert!(text.contains("la note avant arrondi est la même"), "{text}");
        assert!(
            text.contains("Non repris tel quel par ce format : les pénalités"),
            "{text}"
        );
        let back = run(
            &desk,
            &["grid", "import", name, "-o", &format!("{name}.grille.json")],
        );
        assert_eq!(back.code, Some(0), "{back:?}");
        let twice = run(
            &desk,
            &["grid", "export", GRID, "--format", format, "-o", name],
        );
        assert_eq!(twice.code, Some(1));
    }
}

#[test]
fn a_sound_grid_is_warned_of_what_a_teacher_would_miss() {
    let mut draft = blank::blank("essai", "Essai", "2026");
    let row = |id: &str| blank::row(id.into(), None, "Même intitulé");
    draft.rows = vec![row("a"), row("b")];
    draft.rows[0].critical = true;
    if let Some(rule) = &mut draft.mark {
        rule.threshold = None;
        rule.step = Fraction::whole(1);
    }
    draft.phases.clear();
    let grid = draft.check().expect("sound");
    let causes: Vec<AdviceCause> = grid.advice().into_iter().map(|one| one.cause).collect();
    let title = grid.rows[0].short.clone();
    for wanted in [
        AdviceCause::NoThreshold,
        AdviceCause::NoPhase,
        AdviceCause::NoSource,
        AdviceCause::GrainOffStep,
        AdviceCause::SameShort(title.clone()),
        AdviceCause::CriticalIgnored(title.clone()),
        AdviceCause::NothingLookedFor(title),
        AdviceCause::NoAnnex("2026".into()),
    ] {
        assert!(causes.contains(&wanted), "{wanted:?}: {causes:?}");
    }
    for advice in grid.advice() {
        let (fault, cure) = words::fault_and_cure(&words::advice(&advice));
        assert!(
            fault.ends_with('.') && cure.is_some_and(|cure| cure.ends_with('.')),
            "{fault}"
        );
    }
}

/// Two blocs that decide, and no mark.
const BLOCS: &str = r#"{
  "format": 2, "id": "blocs", "title": "Blocs", "short": "Blocs", "diploma": "Titre fictif", "unit": "Tout",
  "levels": [
    { "id": "NA", "label": "Non acquis", "value": 0 },
    { "id": "PA", "label": "Partiellement acquis", "value": 1 },
    { "id": "A", "label": "Acquis", "value": 2 }
  ],
  "sections": [
    { "id": "B1", "kind": "Bloc", "title": "Premier bloc", "rows": [
      { "id": "c1", "title": "Analyser", "weight": 1 }, { "id": "c2", "title": "Concevoir", "weight": 1 } ] },
    { "id": "B2", "kind": "Bloc", "title": "Second bloc", "rows": [
      { "id": "c3", "title": "Rédiger", "weight": 1 } ] }
  ],
  "phases": [ { "label": "Oral", "seconds": 1200 } ],
  "members": [ { "label": "Jury" }, { "label": "Jury" } ],
  "mark": { "formula": "decision" },
  "decision": { "acquired": ["A"], "partly": ["PA"], "words": { "full": "validation totale",
    "partial": "validation partielle", "none": "refus", "acquired": "validé", "refused": "non validé" } },
  "editions": [ { "session": "2026", "exam": "Jury" } ],
  "provenance": { "sources": [ "Écrit pour cet essai" ] }
}"#;

#[test]
fn blocs_are_decided_in_sentences() {
    let desk = Desk::new();
    fs::write(desk.path("blocs.json"), BLOCS).expect("written");
    let mark = |levels: &str| run(&desk, &["mark", "--grid", "blocs.json", "--levels", levels]);
    let told = mark("A,PA,A");
    assert_eq!(told.code, Some(0), "{told:?}");
    let text = plain(&told.out);
    for said in [
        "Premier bloc : non validé",
        "Second bloc : validé",
        "validation partielle",
        "Concevoir",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // By name, in any order; the others then stand for the rest.
    assert_eq!(mark("c3=A,c1=A,c2=PA").out, told.out);
    assert_eq!(mark("c3=A,A,PA").out, told.out);
    let full = mark("c3=A,c2=A,c1=A");
    assert!(full.out.contains("validation totale"), "{full:?}");
    // What is missing is named, though nothing is computed.
    let half = mark("c2=A");
    assert_eq!(half.code, Some(1));
    assert!(
        plain(&half.out).contains("2 lignes n’ont pas de niveau : Analyser, Rédiger"),
        "{half:?}"
    );
    let json = run(
        &desk,
        &["mark", "--grid", "blocs.json", "--levels", "c2=A", "--json"],
    )
    .json();
    assert_eq!(json["missing"], json!(["c1", "c3"]));
    for (levels, code) in [
        ("c9=A", 2),
        ("c1=A,c1=PA", 2),
        ("c1=Z", 2),
        ("A,A", 2),
        ("c1=A,A", 2),
    ] {
        assert_eq!(mark(levels).code, Some(code), "{levels}");
    }
}

#[test]
fn weights_that_make_a_whole_are_told_as_a_sum() {
    let desk = Desk::new();
    let file = BLOCS
        .replace(r#""mark": { "formula": "decision" },"#, r#""mark": { "formula": "weighted" }, "bonus": { "label": "Bonus", "most": 1, "step": 0.5 },"#);
    fs::write(desk.path("somme.json"), file).expect("written");
    let told = run(
        &desk,
        &[
            "mark",
            "--grid",
            "somme.json",
            "--levels",
            "A,PA,PA",
            "--bonus",
            "0.5",
        ],
    );
    let text = plain(&told.out);
    assert!(text.contains("Somme : 12,5 + 0,5 = 13, soit 13"), "{text}");
}
