//! How long a tableau de synthèse takes to read, beside a reader of values alone (calamine) on the
//! same file. `cargo bench --bench tableau` prints figures and fails when a goal of the issue is
//! missed: 50 ms for a sheet of 50 réalisations, 200 ms for a PDF.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::hint::black_box;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use delibere::dossier::{Columns, tableau};
use delibere::store::grids;

const ROUNDS: u32 = 30;
const SHEET: Duration = Duration::from_millis(50);
const PDF: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    let columns = Columns::of(&grids::load("bts-sio-bloc1").unwrap().grid);
    let sheet = fifty();
    let cases = [
        ("50 réalisations, .xlsx", sheet, SHEET, Some(50)),
        ("couleurs, .ods", sample("29-couleur.ods"), SHEET, Some(7)),
        ("45 réalisations, 2 pages, .pdf", sample("40-deux-pages.pdf"), PDF, Some(45)),
        ("lettres séparées, .pdf", sample("43-periode-rognee-lettres-separees.pdf"), PDF, Some(7)),
        ("diagonales, .pdf", sample("35-diagonales.pdf"), PDF, None),
    ];
    let mut is_missed = false;
    println!("{:34} {:>10} {:>10} {:>12}", "", "médiane", "pire", "calamine");
    for (name, bytes, goal, expected) in cases {
        let reading = tableau::read(&bytes, &columns).unwrap();
        if let Some(expected) = expected {
            assert_eq!(reading.realisations.len(), expected, "{name}");
        }
        let (median, worst) = time(|| {
            let _ = black_box(tableau::read(black_box(&bytes), &columns));
        });
        let values = values(&bytes).map(|_| {
            time(|| {
                let _ = black_box(values(black_box(&bytes)));
            })
        });
        let beside = values.map_or("–".to_owned(), |(median, _)| format!("{median:.2?}"));
        let verdict = if median > goal { "  > objectif" } else { "" };
        is_missed |= median > goal;
        println!("{name:34} {median:>10.2?} {worst:>10.2?} {beside:>12}{verdict}");
    }
    if is_missed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Returns the median and the longest of the rounds.
fn time(mut job: impl FnMut()) -> (Duration, Duration) {
    job();
    let mut spent: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            job();
            start.elapsed()
        })
        .collect();
    spent.sort();
    (spent[spent.len() / 2], *spent.last().unwrap())
}

/// Reads the values of the first sheet, and nothing of what the cells show.
fn values(bytes: &[u8]) -> Option<usize> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let name = book.sheet_names().first()?.clone();
    let range = book.worksheet_range(&name).ok()?;
    Some(range.used_cells().filter(|(.., value)| **value != Data::Empty).count())
}

fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/dossier/tableaux");
    fs::read(folder.join(name)).unwrap()
}

/// Makes a sheet of 50 réalisations of the one that has 45: five rows more at its foot.
fn fifty() -> Vec<u8> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(sample("26-quarante-cinq-realisations.xlsx"))).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    for name in names {
        let mut text = String::new();
        let _ = archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        if name.ends_with("sheet1.xml") {
            let more: String = (500..505)
                .map(|row| {
                    format!(
                        r#"<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>Réalisation de plus n° {row}</t></is></c><c r="B{row}" t="inlineStr"><is><t>2025</t></is></c><c r="C{row}" t="inlineStr"><is><t>X</t></is></c></row>"#
                    )
                })
                .collect();
            text = text.replace("</sheetData>", &format!("{more}</sheetData>"));
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}
