//! Foreign files that are broken or hostile: a French sentence, in bounded time, and no cell that a
//! spreadsheet would compute.

use std::fs;
use std::time::{Duration, Instant};

use delibere::store::exchange::{self, Assumption, FORMATS, Format, LARGEST};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::exchange::{assumed, export, import, sample};
use super::exchange_round::cells;

/// Far more than any of these takes, even on a laptop that does other things.
const PATIENCE: Duration = Duration::from_secs(10);

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

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

/// Refuses `bytes` within [`PATIENCE`], and says `expected`.
fn refused(format: Format, bytes: &[u8], expected: &str) {
    let begun = Instant::now();
    let error = import(format, bytes).expect_err(expected).to_string();
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
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
    assert!(begun.elapsed() < PATIENCE);
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
