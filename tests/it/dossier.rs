//! Candidates' papers: what is read is what the expected files say, what is hostile is refused in
//! bounded time, and nothing panics.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use delibere::domain::dossier::{Dossier, Flag, PieceKind, Required};
use delibere::dossier::refused::Cause;
use delibere::dossier::tableau::period::Period;
use delibere::dossier::{Columns, Refused, demo, open, tableau};
use delibere::store::schema::dossier as schema;
use delibere::words::{self, Language};
use proptest::prelude::*;
use serde_json::Value;

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/dossier")
        .join(path)
}

fn columns() -> Columns {
    Columns {
        labels: [
            "Gérer le patrimoine informatique",
            "Répondre aux incidents et aux demandes d’assistance et d’évolution",
            "Développer la présence en ligne de l’organisation",
            "Travailler en mode projet",
            "Mettre à disposition des utilisateurs un service informatique",
            "Organiser son développement professionnel",
        ]
        .map(str::to_owned)
        .to_vec(),
        options: ["SISR", "SLAM"].map(str::to_owned).to_vec(),
    }
}

fn expected(path: &Path) -> Value {
    let mut name = path.as_os_str().to_owned();
    name.push(".expected.json");
    serde_json::from_slice(&fs::read(name).unwrap()).unwrap()
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(data(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == extension))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Drops the keys that say more than the expected files do: sources, links, documents.
fn bare(value: &mut Value, expected: &Value) {
    let more = [
        "documents",
        "links",
        "texts",
        "source",
        "sources",
        "period_source",
        "tick_sources",
        "doubts",
    ];
    for key in more {
        assert!(expected.get(key).is_none());
        let _ = value.as_object_mut().unwrap().remove(key);
    }
}

/// Drops blanks: where a PDF has some says nothing.
fn unspaced(value: &mut Value) {
    match value {
        Value::String(text) => text.retain(|c| !c.is_whitespace()),
        Value::Array(values) => values.iter_mut().for_each(unspaced),
        Value::Object(fields) => fields.values_mut().for_each(unspaced),
        _ => {}
    }
}

/// Compares what a tableau gives, as JSON, to its expected file; the documents are one key more.
fn check(path: &Path) -> Result<(), String> {
    let bytes = fs::read(path).unwrap();
    let mut expected = expected(path);
    let mut got: Value = match tableau::read(&bytes, &columns()) {
        Ok(reading) => serde_json::to_value(schema::Reading::from(&reading)).unwrap(),
        Err(refused) => serde_json::to_value(schema::Refusal::from(&refused)).unwrap(),
    };
    if got.get("refused").is_some() && expected.get("refused").is_some() {
        return Ok(());
    }
    if let Some(realisations) = got["realisations"].as_array_mut() {
        for realisation in realisations {
            bare(realisation, &expected["realisations"][0]);
        }
    }
    bare(&mut got, &expected);
    if bytes.starts_with(b"%PDF") {
        unspaced(&mut got);
        unspaced(&mut expected);
    }
    if got == expected {
        return Ok(());
    }
    let mut report = format!("{}:", path.file_name().unwrap().to_string_lossy());
    for key in expected.as_object().unwrap().keys() {
        let (want, have) = (&expected[key], &got[key]);
        if want == have {
            continue;
        }
        match (want.as_array(), have.as_array()) {
            (Some(want), Some(have)) if key == "realisations" && want.len() == have.len() => {
                for (want, have) in want.iter().zip(have).filter(|(want, have)| want != have) {
                    report += &format!("\n  wanted {want}\n  got    {have}");
                }
            }
            _ => report += &format!("\n  {key}: wanted {want}\n  {key}: got    {have}"),
        }
    }
    Err(report)
}

#[test]
fn every_xlsx_is_read_as_expected() {
    let wrong: Vec<String> = files("tableaux", "xlsx")
        .iter()
        .filter_map(|path| check(path).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_ods_is_read_as_expected() {
    let wrong: Vec<String> = files("tableaux", "ods")
        .iter()
        .filter_map(|path| check(path).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_pdf_is_read_as_expected() {
    let pdfs = files("tableaux", "pdf");
    assert_eq!(pdfs.len(), 16);
    let wrong: Vec<String> = pdfs.iter().filter_map(|path| check(path).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn content_decides_and_not_the_extension() {
    check(&data("tableaux/51-xlsx-nomme-pdf.pdf")).unwrap();
    check(&data("tableaux/52-ancien-regime.xls")).unwrap();
}

#[test]
fn what_cannot_be_read_is_refused_with_advice() {
    for (file, cause) in [
        ("tableaux/50-image-sans-texte.pdf", "no-text"),
        ("tableaux/52-ancien-regime.xls", "old-format"),
    ] {
        let refused = tableau::read(&fs::read(data(file)).unwrap(), &columns()).unwrap_err();
        assert!(refused.cause.key().ends_with(cause), "{file}: {refused}");
    }
}

#[test]
fn the_other_lines_of_a_title_are_its_documents() {
    let bytes = fs::read(data("tableaux/01-t6-croix.xlsx")).unwrap();
    let reading = tableau::read(&bytes, &columns()).unwrap();
    assert_eq!(
        reading.realisations[1].documents,
        ["- Documents : cahier des charges, dossier de tests"]
    );
    assert!(reading.realisations[0].documents.is_empty());
}

#[test]
fn hostile_workbooks_are_refused_for_their_own_reason() {
    for (file, cause) in [
        ("vide", "empty"),
        ("tronque", "truncated"),
        ("donnees-alterees", "damaged"),
        ("page-html", "not-workbook"),
        ("zip-sans-classeur", "not-workbook"),
        ("sans-feuille", "no-sheet"),
        ("feuille-hors-archive", "outside"),
        ("mot-de-passe", "encrypted"),
        ("bombe-feuille", "too-large"),
        ("bombe-taille-fausse", "damaged"),
        ("bombe-entrees-recouvrantes", "overlapping"),
        ("un-million-de-lignes", "too-large"),
        ("milliard-de-rires", "entities"),
        ("entite-quadratique", "entities"),
        ("entite-externe", "entities"),
        ("xml-profond", "too-deep"),
    ] {
        let bytes = fs::read(data(&format!("hostile/{file}.xlsx"))).unwrap();
        let start = Instant::now();
        let refused = tableau::read(&bytes, &columns()).unwrap_err();
        let spent = start.elapsed();
        println!("{file}.xlsx: {spent:?}, {}", refused.cause.key());
        assert!(refused.cause.key().ends_with(cause), "{file}: {refused}");
        assert!(spent < Duration::from_secs(5), "{file}: {spent:?}");
    }
    assert_eq!(files("hostile", "xlsx").len(), 16);
}

#[test]
fn hostile_pdf_are_refused_for_their_own_reason() {
    for (file, causes) in [
        ("bombe-flux", &["too-large"][..]),
        (
            "million-de-pages",
            &["too-large", "too-many", "no-text", "damaged"],
        ),
        ("objets-profonds", &["damaged", "no-text"]),
        ("pages-en-boucle", &["damaged", "no-text"]),
        ("tronque", &["truncated"]),
    ] {
        let path = data(&format!("hostile/{file}.pdf"));
        let start = Instant::now();
        let refused = tableau::read(&fs::read(&path).unwrap(), &columns()).unwrap_err();
        let key = refused.cause.key();
        println!("{file}.pdf: {:?}, {key}", start.elapsed());
        assert!(
            causes.iter().any(|cause| key.ends_with(cause)),
            "{file}: {refused}"
        );
        let dossier = open(&path, &columns()).unwrap();
        assert_eq!(dossier.pieces.len(), 1);
        assert!(dossier.reading.is_none());
        assert!(start.elapsed() < Duration::from_secs(10), "{file}");
    }
    assert_eq!(files("hostile", "pdf").len(), 5);
    let cut = open(&data("hostile/tronque.pdf"), &columns()).unwrap();
    assert_eq!(cut.findings.len(), 1, "{:?}", cut.findings);
}

#[test]
fn hostile_archives_lose_their_bad_entries_only() {
    for (file, n_aside, has_tableau) in [
        ("archives-imbriquees", 1, false),
        ("bombe-page", 1, true),
        ("lien-symbolique", 3, true),
        ("nom-en-double", 1, false),
        ("noms-pieges", 7, true),
        ("traversee", 7, true),
    ] {
        let start = Instant::now();
        let dossier = open(&data(&format!("hostile/{file}.zip")), &columns()).unwrap();
        let spent = start.elapsed();
        println!("{file}.zip: {spent:?}, {:#?}", dossier.findings);
        assert_eq!(
            dossier.findings.len(),
            n_aside,
            "{file}: {:?}",
            dossier.findings
        );
        assert_eq!(dossier.reading.is_some(), has_tableau, "{file}");
        assert!(spent < Duration::from_secs(5), "{file}: {spent:?}");
        for piece in &dossier.pieces {
            assert!(!piece.path.contains(".."), "{file}: {}", piece.path);
        }
    }
    for file in ["hostile/vide.xlsx", "hostile/nulle-part"] {
        let refused: Refused = open(&data(file), &columns()).unwrap_err();
        assert!(
            refused
                .to_string()
                .contains(file.rsplit('/').next().unwrap())
        );
    }
}

/// Reads a dossier and compares it, piece by piece, to its expected file.
fn check_dossier(path: &Path) -> Dossier {
    let dossier = open(path, &columns()).unwrap();
    let report =
        serde_json::to_value(schema::Report::new(&dossier, &columns().labels, None)).unwrap();
    let expected = expected(path);
    let kept = ["path", "kind", "entry", "duplicate_of"];
    let pieces = |value: &Value| -> BTreeSet<String> {
        value["pieces"]
            .as_array()
            .unwrap()
            .iter()
            .map(|piece| kept.map(|key| piece.get(key).map(Value::to_string)))
            .map(|piece| format!("{piece:?}"))
            .collect()
    };
    assert_eq!(pieces(&report), pieces(&expected), "{}", path.display());
    for key in ["candidate", "number", "option", "url", "missing", "other"] {
        assert_eq!(report[key], expected[key], "{key} of {}", path.display());
    }
    let list = |value: &Value| -> BTreeSet<String> {
        let list = value["ignored"].as_array().unwrap().iter();
        list.map(|path| path.as_str().unwrap().to_owned()).collect()
    };
    // Git and some tools drop the system's own files from a folder.
    assert!(list(&report).is_subset(&list(&expected)));
    if path.is_file() {
        assert_eq!(list(&report), list(&expected));
    }
    match (&report["tableau"], &expected["tableau"]) {
        (Value::Null, Value::Null) => {}
        (got, want) => {
            for key in ["layout", "session", "centre", "sections", "uncovered"] {
                assert_eq!(got[key], want[key], "{key} of {}", path.display());
            }
            let n = want["realisations"].as_array().unwrap().len();
            assert_eq!(got["realisations"].as_array().unwrap().len(), n);
            for index in 0..n {
                for key in ["title", "section", "period_raw", "ticks", "reason", "flags"] {
                    let (got, want) = (&got["realisations"][index], &want["realisations"][index]);
                    assert_eq!(got.get(key), want.get(key), "{}", path.display());
                }
            }
        }
    }
    dossier
}

#[test]
fn a_folder_and_its_zip_give_the_expected_dossier() {
    for name in [
        "essai-dominique",
        "exemple-camille",
        "modele-ariel",
        "specimen-alix-sans-tableau",
        "temoin-lou-fichiers-en-trop",
    ] {
        let start = Instant::now();
        let folder = check_dossier(&data(&format!("dossiers/{name}")));
        let spent = start.elapsed();
        let zip = check_dossier(&data(&format!("dossiers/{name}.zip")));
        println!(
            "{name}: folder {spent:?}, with its zip {:?}",
            start.elapsed()
        );
        assert_eq!(folder.reading, zip.reading);
        let hashes = |dossier: &Dossier| -> BTreeSet<Option<String>> {
            dossier
                .pieces
                .iter()
                .map(|piece| piece.sha256.clone())
                .collect()
        };
        assert_eq!(hashes(&folder), hashes(&zip), "{name}");
        assert_eq!(folder.findings.len(), zip.findings.len(), "{name}");
    }
}

#[test]
fn a_dossier_comes_back_from_the_journal_as_it_was() {
    for name in ["exemple-camille.zip", "temoin-lou-fichiers-en-trop"] {
        let dossier = open(&data(&format!("dossiers/{name}")), &columns()).unwrap();
        let stored = serde_json::to_string(&schema::Dossier::from(&dossier)).unwrap();
        let read: schema::Dossier = serde_json::from_str(&stored).unwrap();
        assert_eq!(Dossier::try_from(read).unwrap(), dossier);
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_never_followed() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("index.html"), "dehors").unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("portfolio")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("attestation.pdf")).unwrap();
    let dossier = open(folder.path(), &columns()).unwrap();
    assert!(dossier.pieces.is_empty());
    assert_eq!(dossier.findings.len(), 2);
}

#[test]
fn an_address_stands_for_a_portfolio_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("notes.txt", b"fiche.txt\n");
    let dossier = open(folder.path(), &columns()).unwrap();
    assert_eq!(dossier.missing()[0], Required::Portfolio);
    write(
        "Portfolio.url",
        b"[InternetShortcut]\r\nURL=https://portfolio.example/x\r\n",
    );
    let dossier = open(folder.path(), &columns()).unwrap();
    let address = dossier.of_kind(PieceKind::PortfolioAddress).next().unwrap();
    assert_eq!(address.path, "https://portfolio.example/x");
    assert!(!dossier.missing().contains(&Required::Portfolio));
}

#[test]
fn a_tableau_that_cannot_be_read_is_there_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let copy = |from: &str, to: &str| {
        let _ = fs::copy(data(from), folder.path().join(to)).unwrap();
    };
    copy("hostile/mot-de-passe.xlsx", "Tableau de synthèse.xlsx");
    copy(
        "tableaux/50-image-sans-texte.pdf",
        "tableau_synthese_E5.pdf",
    );
    let text = opendocument("application/vnd.oasis.opendocument.text", "<x/>");
    fs::write(folder.path().join("tableau.odt"), text).unwrap();
    copy("hostile/bombe-feuille.xlsx", "inventaire.xlsx");
    copy("tableaux/55-autre-classeur.xlsx", "autre.xlsx");
    copy("hostile/tronque.pdf", "synthese de ma veille.pdf");
    let dossier = open(folder.path(), &columns()).unwrap();
    assert!(dossier.reading.is_none());
    assert_eq!(dossier.of_kind(PieceKind::Tableau).count(), 3);
    assert_eq!(dossier.of_kind(PieceKind::Other).count(), 3);
    assert!(!dossier.missing().contains(&Required::Tableau));
    assert_eq!(dossier.findings.len(), 5, "{:#?}", dossier.findings);
    for words in [
        "mot de passe",
        "n’a pas de texte",
        "OpenDocument",
        "trop volumineux",
        "incomplet",
    ] {
        assert!(
            dossier
                .findings
                .iter()
                .any(|finding| finding.contains(words)),
            "{words}"
        );
    }
}

#[test]
fn a_dossier_that_is_the_site_itself_keeps_its_documents() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("index.html", b"<p>Bonjour</p>");
    write("Attestation 1.pdf", b"%PDF-1.4\n%%EOF");
    let tableau = fs::read(data("tableaux/01-t6-croix.xlsx")).unwrap();
    write("competences.xlsx", &tableau);
    let dossier = open(folder.path(), &columns()).unwrap();
    let kinds: Vec<PieceKind> = dossier.pieces.iter().map(|piece| piece.kind).collect();
    assert_eq!(
        kinds,
        [
            PieceKind::PortfolioSite,
            PieceKind::Tableau,
            PieceKind::Attestation
        ]
    );
    assert!(dossier.missing().is_empty());
}

#[test]
fn periods_say_only_what_is_sure() {
    let flags = |raw: &str| Period::parse(raw).flags();
    for sure in [
        "23/03/2026 au 20/03/2026",
        "2026-2025",
        "03/2025 - 01/2025",
        "mars 25 à janv. 25",
    ] {
        assert_eq!(flags(sure), [Flag::EndBeforeStart], "{sure}");
    }
    for impossible in ["29/02/26", "31/04/2025 au 02/05/2025", "2025-02-30"] {
        assert_eq!(flags(impossible), [Flag::ImpossibleDate], "{impossible}");
    }
    for fine in [
        "",
        "09/09/24 au 11/10/24",
        "2024-2025",
        "Semestres 1/2/3/4",
        "03/25 06/25",
        "07/10 au 18/10 2024",
        "12/01/2026 -",
        "01/2026 au 03/2026 (7 semaines)",
        "02/24 05/24",
        "25 mai-\n25 juin",
        "Constemment",
        "05/01/2026 au XX",
        "janv-25 à mars-25",
        "2025 (4 semaines)",
        "1ère année",
    ] {
        assert!(flags(fine).is_empty(), "{fine}: {:?}", Period::parse(fine));
    }
    let period = Period::parse("du 02/09/2024 au 20/12/2024");
    assert_eq!(period.start.unwrap().to_string(), "2024-09-02");
    assert_eq!(period.end.unwrap().to_string(), "2024-12-20");
}

#[test]
fn every_refusal_has_its_sentences() {
    for language in [Language::French, Language::English] {
        let keys: BTreeSet<&str> = words::sources(language)
            .iter()
            .flat_map(|source| source.lines())
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
            .collect();
        for key in Cause::KEYS {
            assert!(keys.contains(key), "{key}");
        }
    }
    for key in Cause::KEYS {
        let sentence = delibere::t!(key, path = "tableau.xlsx");
        assert!(sentence.contains("tableau.xlsx"), "{sentence}");
        // What is safe, then what to do.
        let says_safe = ["Rien n’a été", "rien n’a été", "restent utilisables"];
        assert!(
            says_safe.iter().any(|safe| sentence.contains(safe)),
            "{sentence}"
        );
        assert!(sentence.split(". ").count() >= 3, "{sentence}");
    }
}

#[test]
fn the_demonstration_is_three_small_dossiers() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in demo::demo_files() {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let dossiers: Vec<Dossier> = ["bravo-theo", "delta-ines", "echo-maelle"]
        .map(|name| open(&folder.path().join(name), &columns()).unwrap())
        .into();
    for dossier in &dossiers {
        let size: u64 = dossier.pieces.iter().map(|piece| piece.size).sum();
        assert!(size < 150_000, "{}: {size}", dossier.source);
        assert_eq!(dossier.of_kind(PieceKind::Attestation).count(), 2);
        assert!(dossier.findings.is_empty(), "{:?}", dossier.findings);
    }
    let [bravo, delta, echo] = dossiers.as_slice() else {
        panic!()
    };
    assert_eq!(bravo.missing(), [Required::Tableau]);
    let reading = delta.reading.as_ref().unwrap();
    assert_eq!(reading.candidate.as_deref(), Some("DELTA Inès"));
    assert_eq!(reading.number.as_deref(), Some("02612000104"));
    assert_eq!(reading.option.as_deref(), Some("SISR"));
    assert_eq!(reading.realisations.len(), 6);
    assert_eq!(reading.uncovered, [2]);
    assert!(reading.realisations.iter().all(|r| !r.documents.is_empty()));
    let reading = echo.reading.as_ref().unwrap();
    assert_eq!(reading.candidate.as_deref(), Some("ÉCHO Maëlle"));
    assert!(reading.uncovered.is_empty());
    assert!(echo.missing().is_empty());
}

fn sample() -> Vec<u8> {
    fs::read(data("tableaux/01-t6-croix.xlsx")).unwrap()
}

/// Makes an OpenDocument file of this kind and content.
pub fn opendocument(kind: &str, content: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("mimetype", kind),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", content),
    ] {
        out.start_file(name, stored).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Makes the sample again with one of its parts replaced.
fn with_part(part: &str, replace: impl Fn(&str) -> String) -> Vec<u8> {
    with_part_of(&sample(), part, replace)
}

/// Makes a file again with the texts of one of its parts replaced.
pub fn with_part_of(bytes: &[u8], part: &str, replace: impl Fn(&str) -> String) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    for name in names {
        let mut text = String::new();
        let _ = archive
            .by_name(&name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        if name.ends_with(part) {
            text = replace(&text);
        }
        out.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_just_under_a_cap_still_costs_little() {
    let rows =
        |row: &dyn Fn(usize) -> String, n: usize| -> String { (40..40 + n).map(row).collect() };
    let in_sheet = |more: String, merges: String| {
        with_part("sheet1.xml", move |sheet| {
            sheet
                .replace("</sheetData>", &format!("{more}</sheetData>"))
                .replace("</mergeCells>", &format!("{merges}</mergeCells>"))
        })
    };
    let plain =
        |n: usize| format!(r#"<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>T</t></is></c></row>"#);
    let merged: String = (0..3_000)
        .map(|n| format!(r#"<mergeCell ref="A{0}:H{0}"/>"#, n + 50))
        .collect();
    let long = "long ".repeat(6_000);
    let cases = [
        ("rows and merges", in_sheet(rows(&plain, 3_900), merged)),
        (
            "one merge over everything",
            in_sheet(
                rows(&plain, 900),
                r#"<mergeCell ref="A50:XFD1048576"/>"#.repeat(300),
            ),
        ),
        (
            "bare cells",
            in_sheet(
                rows(
                    &|n| format!(r#"<row r="{n}">{}</row>"#, r#"<c s="0"/>"#.repeat(16_000)),
                    50,
                ),
                String::new(),
            ),
        ),
        (
            "bare cells near the edge",
            in_sheet(
                rows(
                    &|n| format!(r#"<row r="{n}">{}</row>"#, r#"<c s="0"/>"#.repeat(250)),
                    900,
                ),
                String::new(),
            ),
        ),
        ("one long text shown everywhere", {
            let text = format!(r#"<c t="inlineStr"><is><t>{long}</t></is></c>"#);
            in_sheet(
                rows(&|n| format!(r#"<row r="{n}">{text}</row>"#), 400),
                String::new(),
            )
        }),
    ];
    for (name, bytes) in cases {
        let start = Instant::now();
        let result = tableau::read(&bytes, &columns()).map(|reading| reading.realisations.len());
        let spent = start.elapsed();
        println!("{name}: {spent:?}, {result:?}");
        // Bounded, not fast: a loaded machine takes its time.
        assert!(spent < Duration::from_secs(60), "{name}: {spent:?}");
    }
}

#[test]
fn a_zipped_project_with_its_libraries_stays_usable() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("projet.zip");
    let mut out = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for index in 0..6_000 {
        out.start_file(format!("portfolio/node_modules/lib/{index}.js"), options)
            .unwrap();
    }
    out.start_file("portfolio/index.html", options).unwrap();
    out.start_file("competences.xlsx", options).unwrap();
    out.write_all(&sample()).unwrap();
    let _ = out.finish().unwrap();
    let start = Instant::now();
    let dossier = open(&path, &columns()).unwrap();
    println!("6,000 entries: {:?}", start.elapsed());
    assert_eq!(dossier.ignored, ["portfolio/node_modules"]);
    assert_eq!(dossier.missing(), [Required::Attestation]);
    assert!(dossier.findings.is_empty(), "{:?}", dossier.findings);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), start in 0usize..4) {
        let magic: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"][start];
        let bytes = [magic, &bytes].concat();
        let _ = tableau::read(&bytes, &columns());
    }

    #[test]
    fn an_altered_workbook_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = sample();
        let index = at.index(bytes.len());
        bytes[index] = byte;
        let _ = tableau::read(&bytes, &columns());
        bytes.truncate(cut.index(bytes.len()));
        let _ = tableau::read(&bytes, &columns());
    }

    #[test]
    fn an_altered_sheet_never_panics(at in any::<prop::sample::Index>(), piece in "[ -~é]{0,12}") {
        for part in ["sheet1.xml", "sharedStrings.xml", "styles.xml"] {
            let bytes = with_part(part, |text| {
                let mut index = at.index(text.len());
                while !text.is_char_boundary(index) { index -= 1; }
                let (before, after) = text.split_at(index);
                format!("{before}{piece}{after}")
            });
            let _ = tableau::read(&bytes, &columns());
        }
    }

    #[test]
    fn a_period_never_panics(raw in "\\PC{0,60}") {
        let _ = Period::parse(&raw).flags();
    }

    #[test]
    fn a_period_of_dates_never_panics(raw in "[0-9/. -]{0,40}") {
        let _ = Period::parse(&raw).flags();
    }
}
