//! The sheets: every word of the official forms, what was decided and nothing else, whole texts,
//! the same bytes, and no file overwritten.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use delibere::domain::commission::{
    Column, Commission, Header, Member, Record, Seal, Ticking, Visa,
};
use delibere::domain::edit::Author;
use delibere::domain::fraction::Fraction;
use delibere::domain::roster::{Candidate, Day, Moment};
use delibere::export::pdf::{Pages, pdf, preview};
use delibere::export::sheet::Sheet;
use delibere::store::grids;

fn commission(session: &str) -> Commission {
    let grid = grids::load("bts-sio-bloc1").unwrap().grid;
    let edition = grid.edition(session).unwrap().clone();
    let member = |name: &str| Member {
        name: name.to_owned(),
        quality: String::new(),
    };
    Commission::new(Header {
        grid,
        edition,
        number: "12".to_owned(),
        members: vec![member("Mme Hélène SPÉCIMEN"), member("M. Paul MODÈLE")],
        mode: "ponctuelle".into(),
        ticking: Ticking::Common,
        day: None,
        exercise: false,
    })
}

fn person(last_name: &str, first_name: &str) -> Record {
    Record::new(Candidate::new("02612000104", last_name, first_name))
}

/// The form as nobody filled it: no name, no member, no tick.
fn blank(session: &str) -> Sheet {
    let mut commission = commission(session);
    commission.header.number = String::new();
    commission.header.members.clear();
    commission.header.mode = "none".into();
    let mut record = person("", "");
    record.candidate.number = "".into();
    let mut sheet = Sheet::of(&commission, &record, None);
    sheet.draft = false;
    sheet
}

pub const ELEVEN: Moment = Moment {
    millis: 1_780_479_000_000,
    offset: 120,
};

/// A decided record: levels 4, 3, 3, 2, 0, 1, 4; 13,5; 2 points of penalty.
fn decided() -> (Commission, Record) {
    let mut commission = commission("2026");
    commission.header.day = Day::new(2026, 6, 3);
    let mut record = person("DELTA", "Inès");
    record.candidate.option = Some("SLAM".into());
    record.mark = Fraction::parse("13,5");
    let _ = record.penalties.insert("tableau-absent".into(), true);
    let _ = record
        .penalties
        .insert("portfolio-inaccessible".into(), false);
    let _ = record
        .observations
        .insert(0, "Présentation claire.\n\nPlan suivi.".into());
    let _ = record
        .observations
        .insert(1, "Répond avec précision.".into());
    record.appreciation = "Bonne maîtrise d’ensemble ; veille à approfondir.".into();
    let grid = commission.header.grid.clone();
    let levels = grid
        .rows
        .iter()
        .zip([4, 3, 3, 2, 0, 1, 4])
        .map(|(row, level)| (row.id.clone(), grid.levels[level].id.clone()))
        .collect();
    let column = Column {
        levels,
        validated: true,
        ..Column::default()
    };
    let _ = record.columns.insert(Author::Commission, column);
    let over = record.decision(commission.agreed(&record));
    for member in 0..2 {
        let visa = Visa {
            at: ELEVEN,
            over: over.clone(),
        };
        let _ = record.visas.insert(member, visa);
    }
    (commission, record)
}

fn sealed() -> (Commission, Record) {
    let (commission, mut record) = decided();
    record.sealed = Some(Seal {
        at: ELEVEN,
        last: Fraction::parse("11,5"),
    });
    (commission, record)
}

/// What `pdftotext` reads of a PDF, or nothing where it is not installed; the CI must have it.
pub fn read(bytes: &[u8], args: &[&str]) -> Option<String> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("sheets.pdf");
    fs::write(&file, bytes).unwrap();
    if let Some(kept) = std::env::var_os("DELIBERE_KEEP_SHEETS") {
        let name = std::thread::current().name().unwrap().replace("::", "-");
        fs::write(
            Path::new(&kept).join(format!("{name}-{}.pdf", bytes.len())),
            bytes,
        )
        .unwrap();
    }
    let run = Command::new("pdftotext")
        .args(args)
        .arg(&file)
        .arg("-")
        .output();
    match run {
        Ok(output) => {
            assert!(output.status.success());
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "pdftotext: {error}"
            );
            eprintln!("pdftotext is missing, nothing was read: {error}");
            None
        }
    }
}

pub fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut words = BTreeMap::new();
    for word in text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
    {
        *words.entry(word).or_default() += 1;
    }
    words
}

/// Every page as text, pages apart.
pub fn pages(bytes: &[u8]) -> Option<Vec<String>> {
    let text = read(bytes, &["-enc", "UTF-8"])?;
    Some(
        text.trim_end_matches('\u{c}')
            .split('\u{c}')
            // Some fonts have one glyph for both spaces.
            .map(|page| page.replace('\u{a0}', " "))
            .collect(),
    )
}

pub fn one(sheet: &Sheet) -> Vec<u8> {
    pdf(std::slice::from_ref(sheet), Pages::All).unwrap()
}

#[test]
fn blank_sheets_say_every_word_of_the_official_forms_and_none_more() {
    for (session, expected) in [
        ("2024", include_str!("../data/sheets/words-2024.txt")),
        ("2026", include_str!("../data/sheets/words-2026.txt")),
    ] {
        let Some(pages) = pages(&one(&blank(session))) else {
            return;
        };
        let official: Vec<String> = expected
            .split("page ")
            .skip(1)
            .map(|page| page.split_once('\n').unwrap().1.to_owned())
            .collect();
        assert_eq!(pages.len(), official.len());
        for (page, official) in pages.iter().zip(&official) {
            assert_eq!(words(page), words(official), "session {session}");
        }
        assert!(pages[0].matches("......").count() > 4);
    }
}

#[test]
fn each_session_orders_its_head_as_its_form() {
    let head = |session| {
        let sheet = blank(session);
        let pages = pages(&one(&sheet))?;
        let place = |word: &str| pages[0].find(word).unwrap();
        Some((place("ANNEXE"), place("Épreuve E")))
    };
    let (Some(old), Some(new)) = (head("2024"), head("2026")) else {
        return;
    };
    assert!(old.0 > old.1);
    assert!(new.0 < new.1);
}

#[test]
fn decided_sheets_carry_the_decision() {
    let (commission, record) = sealed();
    let sheet = Sheet::of(&commission, &record, Some("7F3A-91C2"));
    assert!(!sheet.draft);
    assert_eq!(sheet.mark.as_deref(), Some("13,5"));
    assert_eq!(sheet.last.as_deref(), Some("11,5"));
    assert_eq!(sheet.identity.date.as_deref(), Some("03/06/2026"));
    assert_eq!(sheet.penalties[0].points, None);
    assert_eq!(sheet.penalties[1].points.as_deref(), Some("\u{2212}2"));
    assert_eq!(
        sheet.visas,
        [
            "Mme Spécimen, le 03/06/2026 à 11\u{a0}h\u{a0}30",
            "M. Modèle, le 03/06/2026 à 11\u{a0}h\u{a0}30"
        ]
    );
    let Some(pages) = pages(&one(&sheet)) else {
        return;
    };
    let [recto, verso, candidate] = &pages[..] else {
        panic!("{} pages", pages.len());
    };
    for page in &pages {
        assert!(page.contains("Empreinte : 7F3A-91C2"), "{page}");
        assert!(!page.contains("PROJET"));
    }
    for word in ["DELTA", "02612000104", "03/06/2026", "13,5", "11,5", "−2"] {
        assert!(recto.contains(word), "{word}");
    }
    assert!(recto.contains("SPÉCIMEN") && recto.contains("MODÈLE"));
    assert_eq!(words(verso).get("X"), Some(&7));
    assert!(candidate.contains("11,5") && !candidate.contains("13,5"));
    assert!(candidate.contains("Présentation claire.") && candidate.contains("Plan suivi."));
    assert!(candidate.contains("Mme Spécimen, le 03/06/2026"));
}

#[test]
fn ticks_stand_in_the_column_of_the_chosen_level() {
    let (commission, record) = sealed();
    let bytes = one(&Sheet::of(&commission, &record, None));
    let Some(boxes) = read(&bytes, &["-bbox", "-f", "2", "-l", "2"]) else {
        return;
    };
    let mut ticks: Vec<(f64, f64)> = boxes
        .lines()
        .filter(|line| line.contains(">X<"))
        .map(|line| {
            let number = |name: &str| -> f64 {
                let rest = line.split_once(&format!("{name}=\"")).unwrap().1;
                rest.split_once('"').unwrap().0.parse().unwrap()
            };
            let middle = |low, high| f64::midpoint(number(low), number(high));
            (middle("yMin", "yMax"), middle("xMin", "xMax"))
        })
        .collect();
    ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let edges = [340.25, 367.25, 395.6, 423.95, 452.25, 480.65];
    let columns: Vec<usize> = ticks
        .iter()
        .map(|(_, x)| edges.iter().filter(|edge| *edge < x).count() - 1)
        .collect();
    assert_eq!(columns, [4, 3, 3, 2, 0, 1, 4]);
}

#[test]
fn drafts_say_so_on_every_page_and_a_fallen_visa_is_not_printed() {
    let (commission, mut record) = decided();
    record.appreciation.push_str(" Corrigé depuis.");
    let sheet = Sheet::of(&commission, &record, Some("7F3A-91C2"));
    assert!(sheet.draft && sheet.visas.is_empty() && sheet.code.is_none());
    let Some(pages) = pages(&one(&sheet)) else {
        return;
    };
    assert_eq!(pages.len(), 3);
    for page in pages {
        assert!(page.contains("PROJET"), "{page}");
        assert!(page.contains("Aperçu : la note n’est pas arrêtée."));
    }
}

#[test]
fn long_texts_are_printed_whole_on_further_pages() {
    let (commission, mut record) = sealed();
    let text = |name: &str, length: usize| {
        let mut text = String::new();
        for number in 0.. {
            if text.len() > length {
                return text;
            }
            text.push_str(&format!("{name}{number:04} observe "));
            if number % 40 == 39 {
                text.push('\n');
            }
        }
        text
    };
    let texts = [text("un", 3000), text("deux", 3000), text("trois", 6000)];
    let _ = record.observations.insert(0, texts[0].clone());
    let _ = record.observations.insert(1, texts[1].clone());
    record.appreciation = texts[2].clone();
    let bytes = one(&Sheet::of(&commission, &record, Some("7F3A-91C2")));
    let Some(pages) = pages(&bytes) else {
        return;
    };
    assert!((4..=7).contains(&pages.len()), "{} pages", pages.len());
    let whole = pages[2..].join(" ");
    let printed: Vec<&str> = whole
        .split_whitespace()
        .filter(|word| word.ends_with(|end: char| end.is_ascii_digit()))
        .filter(|word| {
            ["un", "deux", "trois"]
                .iter()
                .any(|name| word.starts_with(name))
        })
        .collect();
    let wanted: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .filter(|word| *word != "observe")
        .collect();
    assert_eq!(printed, wanted);
    assert_eq!(whole.matches("NOTE").count(), 1);
    assert_eq!(whole.matches("Visa des membres").count(), 1);
    for page in &pages[3..] {
        assert!(page.contains("DELTA Inès") && page.contains("02612000104"));
        assert!(page.contains("7F3A-91C2"));
    }
}

#[test]
fn long_names_stay_on_their_page() {
    let (mut commission, mut record) = sealed();
    record.candidate.last_name = "DE LA TRÈS LONGUE-DÉNOMINATION D’ESSAI ".repeat(3);
    record.candidate.first_name = "Marie-Antoinette-Élisabeth".to_owned();
    record.candidate.number = "0123456789012345678901234567890123456789".into();
    commission.header.number = "Commission du lycée de l’Exemple, salle 12".to_owned();
    commission.header.members[0].name = "M. Prénom-Composé NOM-TRÈS-LONG DE SPÉCIMEN".repeat(2);
    let Some(pages) = pages(&one(&Sheet::of(&commission, &record, None))) else {
        return;
    };
    assert_eq!(pages.len(), 3);
    assert!(pages[0].contains("Marie-Antoinette-Élisabeth"));
}

#[test]
fn what_people_write_is_never_markup_and_never_stops_the_export() {
    let (commission, mut record) = sealed();
    let odd = r#"#panic() *gras* _it_ $x^2$ \ #let a = 1 @ref <lbl> "guillemets" // fin"#;
    record.appreciation = odd.to_owned();
    let _ = record.observations.insert(
        0,
        "Emoji 👩‍💻, arabe مرحبا, e\u{301}crit, na\u{131}f, \u{e000}, tab\tici, 10\u{202f}%, \u{0}fin".into(),
    );
    let bytes = one(&Sheet::of(&commission, &record, None));
    let Some(pages) = pages(&bytes) else {
        return;
    };
    let flat = pages[2].split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(odd), "{flat}");
    assert!(flat.contains("écrit") && flat.contains("10 %") && flat.contains('□'));
    assert!(flat.contains("fin"));
}

#[test]
fn the_same_sheets_give_the_same_archivable_bytes() {
    let (commission, record) = sealed();
    let sheet = Sheet::of(&commission, &record, Some("7F3A-91C2"));
    let first = one(&sheet);
    assert_eq!(first, one(&sheet));
    let text = String::from_utf8_lossy(&first);
    assert!(text.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(text.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(text.contains("/Lang"));
}

#[test]
fn the_candidate_s_sheet_goes_alone_and_many_sheets_go_together() {
    let (commission, record) = sealed();
    let sheet = Sheet::of(&commission, &record, None);
    let alone = pdf(std::slice::from_ref(&sheet), Pages::CandidateOnly).unwrap();
    let all = pdf(&[sheet.clone(), blank("2024")], Pages::All).unwrap();
    let (Some(alone), Some(all)) = (pages(&alone), pages(&all)) else {
        return;
    };
    assert_eq!((alone.len(), all.len()), (1, 6));
    assert!(alone[0].contains("VI-4") && !alone[0].contains("NOTE FINALE"));
    assert!(alone[0].trim_end().ends_with('3') || alone[0].split_whitespace().any(|w| w == "3"));
}

#[test]
fn previews_are_the_pages() {
    let (commission, record) = sealed();
    let pages = preview(&Sheet::of(&commission, &record, None), 1.0).unwrap();
    let sizes: Vec<(u32, u32)> = pages.iter().map(|page| (page.width, page.height)).collect();
    assert_eq!(sizes, [(595, 842), (842, 595), (595, 842)]);
    for page in &pages {
        assert_eq!(page.rgba.len(), (page.width * page.height * 4) as usize);
        assert!(page.rgba.chunks(4).any(|pixel| pixel[0] < 60));
    }
    assert!(preview(&Sheet::of(&commission, &record, None), f32::NAN).is_err());
}
