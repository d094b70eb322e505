//! The readers of a tableau beyond the samples: printed in other ways, altered at random, hostile; and
//! what is told of it: sources, findings, whose it is.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use delibere::domain::dossier::findings::{Finding, counts, findings};
use delibere::domain::dossier::matching::{Match, Owner, matches, name_key, rivals};
use delibere::domain::dossier::{Doubt, Flag, Layout, Place, Reading, Reason};
use delibere::domain::roster::Candidate;
use delibere::dossier::tableau::period::{Period, Precision};
use delibere::dossier::{Columns, many, tableau};
use delibere::store::grids;
use proptest::prelude::*;
use serde_json::Value;

use super::support::candidate;

fn data(path: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/dossier");
    folder.join(path)
}

pub fn columns() -> Columns {
    Columns::of(&grids::load("bts-sio-bloc1").unwrap().grid)
}

fn sample(name: &str) -> Reading {
    let bytes = fs::read(data(&format!("tableaux/{name}"))).unwrap();
    tableau::read(&bytes, &columns()).unwrap()
}

/// A PDF of these objects; the first is the catalog.
pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", index + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    out.extend(format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").bytes());
    out
}

pub fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

/// A PDF of one page of A4 that draws `content` with these resources, and objects from number 6 on.
fn one_page(entries: &str, content: &[u8], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{entries}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>").into_bytes(),
        stream("", content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

/// A text of the form in the encoding of the page.
pub fn latin(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '’' => "\\222".to_owned(),
            'œ' => "\\234".to_owned(),
            '(' | ')' | '\\' => format!("\\{c}"),
            c if c.is_ascii() => c.to_string(),
            c => format!("\\{:03o}", u32::from(c)),
        })
        .collect()
}

const XS: [f64; 9] = [30.0, 230.0, 280.0, 328.0, 376.0, 424.0, 472.0, 520.0, 568.0];

/// How the rulings of a drawn form are made.
#[derive(Clone, Copy, PartialEq)]
enum Rulings {
    Lines,
    Rectangles,
    ClippedFills,
    CellFrames,
}

/// Draws the form with two réalisations, from the top of a page of 842 points.
fn drawing(rulings: Rulings) -> String {
    let labels = columns().labels;
    let mut out = String::new();
    let mut write = |x: f64, y: f64, size: f64, text: &str| {
        let _ = writeln!(
            out,
            "BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET",
            latin(text)
        );
    };
    write(40.0, 800.0, 9.0, "SESSION 2026");
    write(40.0, 780.0, 9.0, "NOM et prénom : DESSIN Jo");
    write(350.0, 780.0, 9.0, "N° candidat : 0000000042");
    write(40.0, 760.0, 9.0, "Option : X SISR");
    write(
        40.0,
        742.0,
        9.0,
        "Adresse URL du portfolio : https://dessin.example",
    );
    write(34.0, 715.0, 6.0, "Compétences mises en œuvre");
    write(232.0, 715.0, 6.0, "Période");
    for (label, x) in labels.iter().zip(&XS[2..]) {
        for (line, words) in label.split(' ').collect::<Vec<_>>().chunks(1).enumerate() {
            write(x + 1.0, 725.0 - 5.0 * line as f64, 4.0, &words.join(" "));
        }
    }
    write(34.0, 668.0, 7.0, "Réalisation en cours de formation");
    write(34.0, 648.0, 7.0, "Premier travail");
    write(232.0, 648.0, 6.0, "01/09/24 au");
    write(232.0, 641.0, 6.0, "20/12/24");
    write(300.0, 648.0, 8.0, "X");
    write(34.0, 618.0, 7.0, "Second travail");
    write(232.0, 618.0, 6.0, "2025");
    let ys = [735.0, 680.0, 660.0, 630.0, 600.0];
    out.push_str("0 0.69 0.31 rg 377 601 46 28 re f 0 0 0 rg\n");
    out.push_str("0.5 w 425 601 m 471 629 l S 425 629 m 471 601 l S\n");
    let mut line = |x1: f64, y1: f64, x2: f64, y2: f64| {
        let _ = match rulings {
            Rulings::Lines => writeln!(out, "{x1} {y1} m {x2} {y2} l S"),
            Rulings::Rectangles => writeln!(
                out,
                "{} {} {} {} re f",
                x1 - 0.25,
                y2.min(y1) - 0.25,
                x2 - x1 + 0.5,
                (y1 - y2).abs() + 0.5
            ),
            Rulings::ClippedFills => writeln!(
                out,
                "q {} {} {} {} re W n 0 0 595 842 re f Q",
                x1 - 0.25,
                y2.min(y1) - 0.25,
                x2 - x1 + 0.5,
                (y1 - y2).abs() + 0.5
            ),
            Rulings::CellFrames => Ok(()),
        };
    };
    for (index, y) in ys.iter().enumerate() {
        line(XS[0], *y, XS[8], *y);
        let Some(below) = ys.get(index + 1) else {
            continue;
        };
        // The section is one cell from side to side.
        let xs: &[f64] = if index == 1 { &[XS[0], XS[8]] } else { &XS };
        for x in xs {
            line(*x, *y, *x, *below);
        }
    }
    if rulings == Rulings::CellFrames {
        for (index, pair) in ys.windows(2).enumerate() {
            let xs: &[f64] = if index == 1 { &[XS[0], XS[8]] } else { &XS };
            for span in xs.windows(2) {
                let (w, h) = (span[1] - span[0] - 0.7, pair[0] - pair[1] - 0.7);
                let _ = writeln!(out, "{} {} {w} {h} re S", span[0] + 0.35, pair[1] + 0.35);
            }
        }
    }
    out
}

/// Checks that a print of [`drawing`] is read as it is.
fn assert_drawn(bytes: &[u8], how: &str) {
    let reading = tableau::read(bytes, &columns()).unwrap();
    assert_eq!(reading.layout, Layout::T6, "{how}: {:?}", reading.doubts);
    assert_eq!(reading.candidate.as_deref(), Some("DESSIN Jo"), "{how}");
    assert_eq!(reading.number.as_deref(), Some("0000000042"), "{how}");
    assert_eq!(reading.session.as_deref(), Some("2026"), "{how}");
    assert_eq!(reading.option.as_deref(), Some("SISR"), "{how}");
    assert_eq!(
        reading.sections,
        ["Réalisation en cours de formation"],
        "{how}"
    );
    let titles: Vec<&str> = reading
        .realisations
        .iter()
        .map(|r| r.title.as_str())
        .collect();
    assert_eq!(titles, ["Premier travail", "Second travail"], "{how}");
    let first = &reading.realisations[0];
    assert_eq!(first.period_raw, "01/09/24 au 20/12/24", "{how}");
    let (text, fill, shape) = (Some(Reason::Text), Some(Reason::Fill), Some(Reason::Shape));
    assert_eq!(first.ticks, [text, None, None, None, None, None], "{how}");
    let second = &reading.realisations[1];
    assert_eq!(second.ticks, [None, None, fill, shape, None, None], "{how}");
    assert!(matches!(
        first.tick_places[0],
        Some(Place::Page { page: 0, .. })
    ));
}

#[test]
fn rulings_are_found_however_they_are_drawn() {
    for (rulings, how) in [
        (Rulings::Lines, "lines"),
        (Rulings::Rectangles, "rectangles"),
        (Rulings::ClippedFills, "fills under a clip"),
        (Rulings::CellFrames, "a frame for each cell"),
    ] {
        assert_drawn(&one_page("", drawing(rulings).as_bytes(), "", &[]), how);
    }
}

#[test]
fn a_page_is_read_whatever_way_it_is_laid() {
    let drawn = drawing(Rulings::Lines);
    let form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F 5 0 R>>>>",
        drawn.as_bytes(),
    );
    let inside = one_page(
        "",
        b"q 0.8 0 0 0.8 40 60 cm /A Do Q",
        "/XObject<</A 6 0 R>>",
        &[form],
    );
    assert_drawn(&inside, "in a form, smaller");
    // Turned on the page, and the page turned back; then left sideways.
    for (entries, how) in [
        ("/MediaBox[0 0 842 595]/Rotate 90", "turned back"),
        ("/MediaBox[0 0 842 595]", "sideways"),
    ] {
        let turned = format!("q 0 1 -1 0 842 0 cm {drawn} Q");
        let page = one_page(entries, turned.as_bytes(), "", &[]);
        assert_drawn(&page, how);
    }
    let cropped = one_page("/CropBox[20 500 590 842]", drawn.as_bytes(), "", &[]);
    assert_drawn(&cropped, "cropped");
    let hidden = format!("{drawn} BT /F 8 Tf 3 Tr 1 0 0 1 300 618 Tm ( ) Tj ET");
    assert_drawn(
        &one_page("", hidden.as_bytes(), "", &[]),
        "a blank that does not show",
    );
}

#[test]
fn a_text_that_leaves_its_cell_ticks_no_other_and_is_told() {
    let long = "BT /F 6 Tf 1 0 0 1 232 610 Tm (du 01/09/2024 au 20/12/2025) Tj ET";
    let drawn = format!("{}{long}", drawing(Rulings::Lines));
    let reading = tableau::read(&one_page("", drawn.as_bytes(), "", &[]), &columns()).unwrap();
    assert_eq!(reading.realisations[1].ticks[0], None);
    assert!(
        reading
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::Straddling(Place::Page { .. }))),
        "{:?}",
        reading.doubts
    );
}

#[test]
fn a_page_without_table_or_text_is_said_to_be_so() {
    let prose = one_page("", b"BT /F 9 Tf 40 700 Td (Bonjour) Tj ET", "", &[]);
    let reading = tableau::read(&prose, &columns()).unwrap();
    assert_eq!(reading.layout, Layout::Unknown);
    assert_eq!(reading.doubts, [Doubt::NoTable { page: 0 }]);
    let blank = one_page("", b"0 0 m 10 10 l S", "", &[]);
    let refused = tableau::read(&blank, &columns()).unwrap_err();
    assert!(refused.cause.key().ends_with("no-text"), "{refused}");
}

#[test]
fn every_value_says_where_it_was_read() {
    let reading = sample("01-t6-croix.xlsx");
    let cell = |name: &str| Place::of_cell(name);
    assert_eq!(reading.places.candidate, cell("A3"));
    assert_eq!(reading.places.number, cell("F3"));
    assert_eq!(reading.places.option, cell("H4"));
    assert_eq!(reading.section_places[0].to_string(), "A8");
    let first = &reading.realisations[0];
    assert_eq!(first.place, cell("A9"));
    assert_eq!(first.period_place, cell("B9"));
    for (tick, place) in first.ticks.iter().zip(&first.tick_places) {
        assert_eq!(tick.is_some(), place.is_some());
    }
    assert_eq!(first.tick_places[0], cell("C9"));
    assert_eq!(first.texts[0].to_lowercase(), "x");
    for name in ["A1", "Z9", "AA10", "XFD1048576"] {
        assert_eq!(Place::of_cell(name).unwrap().to_string(), name);
    }
    let printed = sample("31-croix.pdf");
    assert!(printed.realisations.iter().all(|row| {
        let Some(Place::Page { page: 0, x, y }) = row.place else {
            return false;
        };
        x < 595 && y < 842
    }));
    let links = sample("25-liens.xlsx");
    assert!(links.realisations.iter().any(|row| !row.links.is_empty()));
}

#[test]
fn a_jury_is_told_what_it_should_look_at() {
    let reading = sample("16-periodes.xlsx");
    let told = findings(&reading, None);
    let has = |is: fn(&Finding) -> bool| told.iter().any(is);
    assert!(has(
        |f| matches!(f, Finding::NoPeriod(rows) if !rows.is_empty())
    ));
    assert!(has(|f| matches!(f, Finding::EndBeforeStart(_))));
    assert!(has(|f| matches!(f, Finding::ImpossibleDate(_))));
    let hidden = sample("17-lignes-inserees-supprimees-masquees.xlsx");
    let told = findings(&hidden, None);
    let rows = |flag: Flag| {
        let rows = hidden.realisations.iter().enumerate();
        let flagged = rows.filter(|(_, row)| row.flags.contains(&flag));
        flagged.map(|(index, _)| index).collect::<Vec<_>>()
    };
    assert!(told.contains(&Finding::Hidden(rows(Flag::Hidden))));
    assert!(told.contains(&Finding::NoTick(rows(Flag::NoTick))));
    let counts = counts(&hidden, 6);
    assert_eq!(counts.realisations, 20);
    assert_eq!(counts.sections, [17, 1, 2]);
    let blank = findings(&sample("02-t6-vierge.xlsx"), None);
    assert_eq!(
        blank,
        [
            Finding::NoName,
            Finding::NoNumber,
            Finding::NoOption,
            Finding::Empty
        ]
    );
    let mut odd = sample("01-t6-croix.xlsx");
    odd.realisations[0].texts[0] = "£".to_owned();
    let title = odd.realisations[0].title.clone();
    odd.realisations[1].title = title;
    let told = findings(&odd, None);
    assert!(told.contains(&Finding::OddTick { row: 0, column: 0 }));
    assert!(told.contains(&Finding::SameTitle(vec![0, 1])));
}

#[test]
fn an_identity_is_confronted_with_the_list() {
    let reading = sample("01-t6-croix.xlsx");
    let same = person("0000000001", "EXEMPLE", "Camille");
    let told = findings(&reading, Some(&same));
    assert!(
        !told
            .iter()
            .any(|f| matches!(f, Finding::OtherName { .. } | Finding::OtherNumber { .. }))
    );
    let other = person("0000000009", "EXEMPLE", "Claude");
    let told = findings(&reading, Some(&other));
    assert!(
        told.iter()
            .any(|f| matches!(f, Finding::OtherName { known, .. } if known == "EXEMPLE Claude"))
    );
    assert!(
        told.iter()
            .any(|f| matches!(f, Finding::OtherNumber { .. }))
    );
}

fn person(number: &str, last: &str, first: &str) -> Candidate {
    let mut person = candidate(number);
    person.last_name = last.to_owned();
    person.first_name = first.to_owned();
    person
}

#[test]
fn a_dossier_is_matched_by_number_then_by_exact_name_and_never_at_random() {
    let people = [
        person("0000000001", "ÉCHO", "Maëlle"),
        person("0000000002", "DELTA", "Inès"),
        person("0000000003", "BRAVO", "Théo"),
        person("0000000004", "BRAVO", "Théo"),
    ];
    let owner = |number: Option<&str>, name: Option<&str>, label: &str| Owner {
        number: number.map(str::to_owned),
        name: name.map(str::to_owned),
        label: label.to_owned(),
    };
    let found = matches(
        &[
            owner(Some("1"), Some("Quelqu’un d’autre"), "x"),
            owner(None, Some("maelle  echo"), "x"),
            owner(None, None, "DELTA_Ines"),
            owner(None, Some("Théo BRAVO"), "x"),
            owner(None, Some("DELTA Inès-Marie"), "dossier"),
            owner(None, None, "delta ines dossier final"),
            owner(None, None, "0000000003-2026"),
        ],
        &people,
    );
    assert_eq!(
        found,
        [
            Match::Number(0),
            Match::Name(0),
            Match::Name(1),
            Match::Ambiguous(vec![2, 3]),
            Match::Nobody,
            Match::Ambiguous(vec![1]),
            Match::Number(2),
        ]
    );
    assert_eq!(rivals(&found)[0], [1]);
    assert_eq!(rivals(&found)[2], [] as [usize; 0]);
    assert_eq!(name_key("ŒUVRE Loïc"), name_key("loic oeuvre"));
}

#[test]
fn periods_keep_their_precision_and_say_that_they_go_on() {
    let parsed = |raw: &str| {
        let period = Period::parse(raw);
        (period.precision, period.is_open)
    };
    assert_eq!(
        parsed("09/09/24 au 11/10/24"),
        (Some(Precision::Day), false)
    );
    assert_eq!(
        parsed("09/2024 au 11/2024"),
        (Some(Precision::Month), false)
    );
    assert_eq!(parsed("2024-2025"), (Some(Precision::Year), false));
    assert_eq!(parsed("12/01/2026 -"), (Some(Precision::Day), true));
    assert_eq!(parsed("09/2025 à ce jour"), (Some(Precision::Month), true));
    assert_eq!(parsed("Semestre 1"), (None, false));
}

fn delibere(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_delibere"))
        .args(arguments)
        .env("DELIBERE_HOME", home.path())
        .env_remove("DELIBERE_LANG")
        .output()
        .unwrap()
}

#[test]
fn the_command_gives_the_whole_reading() {
    let file = data("tableaux/31-croix.pdf");
    let output = delibere(&["tableau", file.to_str().unwrap(), "--json"]);
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(read["candidate"], "EXEMPLE Camille");
    let first = &read["realisations"][0];
    assert_eq!(first["period"]["start"], "2024-09-09");
    assert_eq!(first["tick_sources"][0]["page"], 1);
    assert_eq!(first["reason"][0], "texte");
    assert_eq!(
        read["counts"]["realisations"],
        read["realisations"].as_array().unwrap().len()
    );
    assert!(read["findings"].is_array());
    let help = delibere(&["tableau", "--help"]);
    let help = String::from_utf8(help.stdout).unwrap();
    for key in [
        "reason",
        "period_source",
        "tick_sources",
        "counts",
        "findings",
        "doubts",
    ] {
        assert!(help.contains(key), "{key}");
    }
}

#[test]
fn a_folder_of_dossiers_gives_a_table_matched_with_the_list() {
    let folder = data("dossiers");
    assert!(many::holds_many(&folder));
    assert!(!many::holds_many(&data("dossiers/exemple-camille")));
    let out = tempfile::tempdir().unwrap();
    let (roster, csv) = (
        out.path().join("liste.csv"),
        out.path().join("conformite.csv"),
    );
    let list = "N° candidat;Nom;Prénom\n0000000001;EXEMPLE;Camille\n0000000002;ESSAI;Dominique\n0000000003;MODÈLE;Ariel\n0000000077;ABSENT;Jo\n";
    fs::write(&roster, list).unwrap();
    let arguments = [
        "dossier",
        folder.to_str().unwrap(),
        "--roster",
        roster.to_str().unwrap(),
        "--csv",
        csv.to_str().unwrap(),
        "--json",
    ];
    let output = delibere(&arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    let line = |name: &str| {
        let lines = read["dossiers"].as_array().unwrap();
        lines.iter().find(|line| line["path"] == name).unwrap()
    };
    assert_eq!(line("exemple-camille")["match"]["by"], "number");
    assert_eq!(line("modele-ariel")["match"]["by"], "name");
    assert_eq!(line("temoin-lou-fichiers-en-trop")["match"]["by"], "nobody");
    assert!(line("exemple-camille")["pieces"][0]["sha256"].is_string());
    assert_eq!(read["without_dossier"][0]["number"], "0000000077");
    let table = fs::read_to_string(&csv).unwrap();
    assert!(table.starts_with('\u{feff}'));
    assert_eq!(
        table.lines().count(),
        1 + read["dossiers"].as_array().unwrap().len()
    );
    let again = delibere(&arguments);
    assert!(!again.status.success(), "a table must not be replaced");
    assert_eq!(fs::read_to_string(&csv).unwrap(), table);
}

#[test]
fn a_pdf_made_to_exhaust_is_stopped_early() {
    let deflate = |bytes: &[u8]| {
        use std::io::Write as _;
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    };
    let form = |next: &str| {
        let entries =
            format!("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<{next}>>>>");
        stream(&entries, "/A Do ".repeat(10).as_bytes())
    };
    let chain: Vec<Vec<u8>> = (0..30)
        .map(|n| form(&format!("/A {} 0 R", n + 7)))
        .collect();
    let zeros = deflate(&vec![0; 60 << 20]);
    let page = |stream: Vec<u8>| {
        pdf(&[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>".to_vec(),
            stream,
        ])
    };
    let many = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[{}]>>",
        "4 0 R ".repeat(3_000)
    );
    let cases = [
        (
            "forms in forms",
            one_page("", b"/A Do", "/XObject<</A 6 0 R>>", &chain),
        ),
        (
            "a form in itself",
            one_page("", b"/A Do", "/XObject<</A 6 0 R>>", &[form("/A 6 0 R")]),
        ),
        (
            "one stream a thousand times",
            pdf(&[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
                many.into_bytes(),
                stream(
                    "/Filter/FlateDecode",
                    &deflate(&b"0 0 m 9 9 l S ".repeat(100_000)),
                ),
            ]),
        ),
        (
            "packed twice",
            page(stream(
                "/Filter[/FlateDecode/FlateDecode]",
                &deflate(&zeros),
            )),
        ),
        (
            "a name in codes",
            page(stream("/Filter/Fl#61teDecode", &zeros)),
        ),
        (
            "a way said elsewhere",
            page(stream("/Filter 9 0 R", &zeros)),
        ),
        (
            "an image that draws",
            page(stream("/Subtype/Image/Filter/FlateDecode", &zeros)),
        ),
        (
            "states never given back",
            page(stream("", &b"q ".repeat(400_000))),
        ),
        ("lists in lists", page(stream("", &b"[".repeat(400_000)))),
        (
            "more letters than a book",
            one_page(
                "",
                "BT /F 9 Tf (XXXXXXXXXXXX) Tj ET ".repeat(20_000).as_bytes(),
                "",
                &[],
            ),
        ),
    ];
    for (name, bytes) in cases {
        let start = Instant::now();
        let refused = tableau::read(&bytes, &columns()).unwrap_err();
        println!("{name}: {:?}, {}", start.elapsed(), refused.cause.key());
        assert!(start.elapsed() < Duration::from_secs(10), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_altered_pdf_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(), which in 0usize..3) {
        let name = ["35-diagonales.pdf", "43-periode-rognee-lettres-separees.pdf", "40-deux-pages.pdf"][which];
        let mut bytes = fs::read(data(&format!("tableaux/{name}"))).unwrap();
        let index = at.index(bytes.len());
        bytes[index] = byte;
        let _ = tableau::read(&bytes, &columns());
        bytes.truncate(cut.index(bytes.len()));
        let _ = tableau::read(&bytes, &columns());
    }

    #[test]
    fn an_altered_drawing_never_panics(at in any::<prop::sample::Index>(), piece in "[ -~]{0,16}") {
        let drawn = drawing(Rulings::Lines);
        let (before, after) = drawn.split_at(at.index(drawn.len()));
        let _ = tableau::read(&one_page("", format!("{before}{piece}{after}").as_bytes(), "", &[]), &columns());
    }

    #[test]
    fn any_drawing_never_panics(operators in proptest::collection::vec((0usize..24, proptest::collection::vec(-1e9f64..1e9, 6)), 0..60)) {
        const NAMES: [&str; 24] = ["m", "l", "c", "v", "y", "re", "h", "S", "f", "B*", "W n", "q", "Q", "cm", "w", "BT", "ET", "Tm", "Td", "rg", "k", "/F 9 Tf (ab) Tj", "[(a) 500 (b)] TJ", "scn"];
        let mut drawn = String::new();
        for (name, numbers) in operators {
            for number in numbers { let _ = write!(drawn, "{number} "); }
            let _ = writeln!(drawn, "{}", NAMES[name]);
        }
        let _ = tableau::read(&one_page("", drawn.as_bytes(), "", &[]), &columns());
    }

    #[test]
    fn an_altered_ods_never_panics(at in any::<prop::sample::Index>(), piece in "[ -~é]{0,16}") {
        let bytes = fs::read(data("tableaux/28-cellules-repetees.ods")).unwrap();
        let altered = super::dossier::with_part_of(&bytes, "content.xml", |text| {
            let mut index = at.index(text.len());
            while !text.is_char_boundary(index) { index -= 1; }
            let (before, after) = text.split_at(index);
            format!("{before}{piece}{after}")
        });
        let _ = tableau::read(&altered, &columns());
    }

    #[test]
    fn any_ods_content_never_panics(content in "(<(table:table|table:table-row|table:table-cell|text:p|draw:line|style:style)( [a-z:-]{1,30}=\"[0-9a-z]{0,9}\"){0,3}>|</[a-z:-]{1,20}>|[a-zX]{1,3}){0,60}") {
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        let _ = tableau::read(&super::dossier::opendocument(kind, &content), &columns());
    }
}

#[test]
fn an_ods_that_repeats_without_end_costs_little() {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let row = |repeat: &str, cell: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{repeat}\"><table:table-cell table:number-columns-repeated=\"{cell}\"><text:p>X</text:p></table:table-cell></table:table-row>"
        )
    };
    for (rows, cells) in [
        ("4294967295", "1"),
        ("1", "4294967295"),
        ("1048576", "16384"),
    ] {
        let content = format!(
            "<d xmlns:table=\"t\" xmlns:text=\"x\"><table:table>{}</table:table></d>",
            row(rows, cells)
        );
        let start = Instant::now();
        let read = tableau::read(&super::dossier::opendocument(kind, &content), &columns());
        println!("{rows}×{cells}: {:?}, {}", start.elapsed(), read.is_ok());
        assert!(start.elapsed() < Duration::from_secs(3));
    }
}
