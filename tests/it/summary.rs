//! The summary for the centre and the batch of sheets: what stands in each, what never does, and
//! what becomes of files that are there.

use std::fs;
use std::io::{Cursor, Read};

use delibere::domain::commission::Ticking;
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::roster::Candidate;
use delibere::export::batch::{Batch, Want};
use delibere::export::files::{self, Existing};
use delibere::export::summary::{Result, Summary};
use delibere::store::document::Document;

use super::support::{Desk, TO_SEAL, moment, perform};

/// One sealed, one absent, one moved, one graded but not fixed; the last bears a dangerous name.
fn day(desk: &Desk) -> Document {
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, TO_SEAL);
    perform(
        &mut document,
        "c@2 add\nc@2 absent\nc@3 add\nc@4 add\nc@4 begin\nm1@4 level patrimoine BM\nc@4 mark 17",
    );
    let edits = [
        Edit::Of("3".into(), Change::Move(Some("14".into()))),
        Edit::Of(
            "4".into(),
            Change::Correct(Candidate::new(
                "4",
                "=HYPERLINK(\"http://x\";1)",
                "@Max\nime",
            )),
        ),
    ];
    for (index, edit) in edits.into_iter().enumerate() {
        let done = document.edit(&edit, Author::Commission, moment(90 + index));
        assert!(done.is_ok(), "{done:?}");
    }
    document
}

fn summary(document: &Document) -> Summary {
    Summary::of(document.commission(), |number| document.seal_code(number))
}

#[test]
fn only_fixed_marks_are_in_the_summary() {
    let desk = Desk::new();
    let document = day(&desk);
    let summary = summary(&document);
    let results: Vec<&Result> = summary.lines.iter().map(|line| &line.result).collect();
    assert!(matches!(results[0], Result::Mark(mark) if mark.to_f64() == 13.5));
    assert_eq!(*results[1], Result::Absent);
    assert_eq!(*results[2], Result::Moved("14".into()));
    assert_eq!(*results[3], Result::Open);
    assert_eq!(summary.open(), 1);
    assert!(summary.notice().is_some());
    // 17 was written, and not fixed: it is nowhere.
    let csv = summary.csv();
    assert!(csv.split([';', '\n']).all(|cell| cell != "17"), "{csv}");
}

#[test]
fn a_text_summary_opens_in_a_french_spreadsheet_and_holds_no_formula() {
    let desk = Desk::new();
    let csv = summary(&day(&desk)).csv();
    let text = csv.strip_prefix('\u{feff}').expect("a mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let heads: Vec<&str> = heads.iter().collect();
    assert_eq!(
        &heads[..5],
        ["N° candidat", "Nom", "Prénom", "Option", "Note sur 20"]
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 4);
    assert_eq!(&rows[0][4], "13,5");
    assert_eq!(&rows[3][1], "'=HYPERLINK(\"http://x\";1)");
    assert_eq!(&rows[3][2], "'@Max\nime");
    for row in &rows {
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    assert!(text.contains("\r\n"));
}

#[test]
fn a_workbook_has_typed_cells_and_no_formula() {
    let desk = Desk::new();
    let summary = summary(&day(&desk));
    let bytes = summary.xlsx().expect("a workbook");
    assert_eq!(bytes, summary.xlsx().expect("the same again"));
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut part = |name: &str| {
        let mut text = String::new();
        let _ = zip
            .by_name(name)
            .expect("a part")
            .read_to_string(&mut text)
            .expect("UTF-8");
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>13.5</v>"), "{sheet}");
    assert!(!sheet.contains("<f>"), "{sheet}");
    assert!(sheet.contains("<autoFilter"), "{sheet}");
    assert!(sheet.contains("state=\"frozen\""), "{sheet}");
    let texts = part("xl/sharedStrings.xml");
    assert!(texts.contains("=HYPERLINK"), "{texts}");
    assert!(part("xl/styles.xml").contains("dd/mm/yyyy"));
}

#[test]
fn a_page_of_the_summary_is_always_the_same() {
    let desk = Desk::new();
    let summary = summary(&day(&desk));
    let pdf = summary.pdf().expect("a PDF");
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, summary.pdf().expect("the same again"));
}

fn batch(document: &Document, desk: &Desk, want: Want, existing: Existing) -> Batch {
    let code = |number: &delibere::domain::id::CandidateId| document.seal_code(number);
    Batch::of(
        document.commission(),
        code,
        want,
        &desk.path("fiches"),
        existing,
    )
}

#[test]
fn a_batch_is_told_as_it_goes_and_stops_between_two_files() {
    let desk = Desk::new();
    let document = day(&desk);
    let want = Want {
        each: true,
        together: false,
        summary: true,
    };
    let whole = batch(&document, &desk, want, Existing::Keep);
    // The absent and the moved have no sheets.
    let names = whole.names();
    assert_eq!(names.len(), 2 + 3, "{names:?}");
    assert_eq!(names[2], "bordereau-commission-12.pdf");
    let mut seen = Vec::new();
    let written = whole
        .write(|done, total| {
            seen.push((done, total));
            done < 1
        })
        .expect("written");
    assert!(written.stopped);
    assert_eq!(written.paths.len(), 1);
    assert_eq!(seen, [(0, 5), (1, 5)]);
    assert_eq!(whole.taken(), [names[0].clone()]);
    let left = fs::read_dir(desk.path("fiches")).expect("a folder").count();
    assert_eq!(left, 1, "no half file");
}

#[test]
fn two_candidates_never_share_a_leaf() {
    let desk = Desk::new();
    let document = day(&desk);
    let want = Want {
        each: false,
        together: true,
        summary: false,
    };
    let written = batch(&document, &desk, want, Existing::Keep)
        .write(|_, _| true)
        .expect("written");
    let [path] = &written.paths[..] else {
        panic!("{written:?}");
    };
    assert!(path.ends_with("fiches-commission-12.pdf"));
    let pdf = fs::read(path).expect("a PDF");
    let text = String::from_utf8_lossy(&pdf).into_owned();
    let pages = text.matches("/Type /Page").count() + text.matches("/Type/Page").count();
    let trees = text.matches("/Type /Pages").count() + text.matches("/Type/Pages").count();
    // Three pages and a blank back, then three pages.
    assert_eq!(pages - trees, 7);
}

#[test]
fn a_long_list_is_printed_in_several_files() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Common);
    for number in 1..=81 {
        perform(&mut document, &format!("c@{number} add"));
    }
    let want = Want {
        each: false,
        together: true,
        summary: false,
    };
    assert_eq!(
        batch(&document, &desk, want, Existing::Keep).names(),
        [1, 2, 3].map(|part| format!("fiches-commission-12-{part}-sur-3.pdf"))
    );
}

#[test]
fn nothing_of_somebodys_is_replaced_unless_it_was_said() {
    let desk = Desk::new();
    let dir = desk.path("out");
    let write = |existing, text: &str| files::write(&dir, "a.csv", text.as_bytes(), existing);
    let first = write(Existing::Refuse, "1").expect("written");
    assert!(write(Existing::Refuse, "2").is_err());
    let second = write(Existing::Keep, "3").expect("written");
    assert_eq!(second, dir.join("a (2).csv"));
    assert_eq!(fs::read_to_string(&first).expect("there"), "1");
    assert_eq!(write(Existing::Replace, "4").expect("written"), first);
    assert_eq!(fs::read_to_string(&first).expect("there"), "4");
    assert_eq!(fs::read_dir(&dir).expect("a folder").count(), 2);
}

#[test]
fn the_command_line_writes_the_summary_and_asks_before_it_replaces() {
    let desk = Desk::new();
    drop(day(&desk));
    let run = |more: &[&str]| {
        let words = [&["summary", "commission.delibere"], more].concat();
        desk.run(&words, b"")
    };
    let shown = run(&["--json"]).json();
    assert_eq!(shown["lines"][0]["mark"], 13.5);
    assert_eq!(shown["lines"][3]["state"], "open");
    assert_eq!(shown["lines"][3]["mark"], serde_json::Value::Null);
    assert_eq!(run(&["--csv", "b.csv", "--xlsx", "b.xlsx"]).code, Some(0));
    let again = run(&["--csv", "b.csv"]);
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("--force"), "{again:?}");
    assert_eq!(run(&["--csv", "b.csv", "--force"]).code, Some(0));
}
