//! The centre's list: the samples, lists as centres really write them, and what a changed list does
//! to a commission under way.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::domain::commission::{Commission, Status, Ticking};
use delibere::domain::edit::{Author, Change, Edit, Refusal};
use delibere::domain::roster::difference::{Difference, Fate, What, differences};
use delibere::domain::roster::list::{Doubt, Field, List};
use delibere::domain::roster::{Candidate, Hour, order};
use delibere::dossier::roster::{self, Table};
use delibere::store::schema::roster as shape;
use delibere::store::settings::Settings;
use proptest::prelude::*;
use serde_json::Value;

use super::support::{Desk, commission, gestures, grid, moment, perform, stamp};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/roster")
        .join(name)
}

fn table(text: &str) -> Table {
    roster::read("liste.csv", text.as_bytes()).expect("a list")
}

fn list(text: &str) -> List {
    let table = table(text);
    let columns = roster::guess(&table, &grid().options);
    roster::list(&table, &columns, &grid())
}

fn only(list: &List) -> &Candidate {
    assert_eq!(list.entries.len(), 1, "{list:?}");
    &list.entries[0].candidate
}

#[test]
fn the_samples_load_as_they_are() {
    let expected = fs::read_to_string(sample("commission.expected.json")).expect("the reading");
    let expected: Vec<Value> = serde_json::from_str(&expected).expect("JSON");
    for name in [
        "commission-utf8-bom.csv",
        "commission-windows-1252.csv",
        "commission-virgule.csv",
        "commission.xlsx",
    ] {
        let table = roster::open(&sample(name)).expect("a list");
        let columns = roster::guess(&table, &grid().options);
        let read = shape::list(&roster::list(&table, &columns, &grid()), &grid());
        let read = read.as_array().expect("lines");
        assert_eq!(read.len(), expected.len(), "{name}");
        for (found, wanted) in read.iter().zip(&expected) {
            for (key, value) in wanted.as_object().expect("an object") {
                assert_eq!(&found[key], value, "{name}: {key} of {wanted}");
            }
        }
    }
}

#[test]
fn encodings_and_separators_are_found() {
    let text = "N° candidat;Nom;Prénom\n0001;ÉCHO;Maëlle\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &utf16].concat();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin"))
        .collect();
    let announced = format!("sep=;\r\n{text}");
    let written: [(&str, Vec<u8>, u32); 8] = [
        ("UTF-8", text.into(), 2),
        ("UTF-16", utf16, 2),
        ("UTF-16 with its mark", marked, 2),
        ("Windows-1252", windows, 2),
        ("tabs", text.replace(';', "\t").into(), 2),
        ("commas", text.replace(';', ",").into(), 2),
        ("bars", text.replace(';', "|").into(), 2),
        ("announced", announced.into(), 3),
    ];
    for (name, bytes, line) in written {
        let table = roster::read(name, &bytes).expect("a list");
        let columns = roster::guess(&table, &grid().options);
        let list = roster::list(&table, &columns, &grid());
        let candidate = only(&list);
        assert_eq!(candidate.name(), "ÉCHO Maëlle", "{name}");
        assert_eq!(list.entries[0].line, line, "{name}");
    }
}

#[test]
fn what_is_no_list_is_refused_with_a_sentence() {
    for bytes in [
        &b"%PDF-1.4 ..."[..],
        b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0e",
        b"",
        b"PK\x03\x04",
    ] {
        let refused = roster::read("liste.csv", bytes).expect_err("no list");
        assert!(refused.sentence().contains("liste.csv"), "{bytes:?}");
    }
    // A text that is no list is read, and no column names anybody.
    let table = table("Bonjour, voici la liste.\nCordialement");
    assert!(!roster::guess(&table, &[]).name_candidates());
}

#[test]
fn columns_are_known_by_the_headings_that_centres_write() {
    let check = |headings: &str, expected: &str| {
        let table = table(&format!("{headings}\n1;2;3;4;5;6\n"));
        let columns = roster::guess(&table, &[]);
        let said: Vec<&str> = columns
            .fields
            .iter()
            .map(|field| field.map_or("-", shape::field_name))
            .collect();
        assert_eq!(said.join(" "), expected, "{headings}");
    };
    check(
        "N° inscription;Candidat;Spé.;Heure;Aménagement;Salle",
        "number full_name option hour extra_time room",
    );
    check(
        "N°;N° candidat;Nom de famille;Prénom(s);Date de naissance;Date de passage",
        "- number last_name first_name - day",
    );
    check(
        "numero_candidat;nom_prenom;etablissement_origine;jour;horaire;commission",
        "number full_name establishment day hour commission",
    );
    check(
        "Nom de naissance;Nom;PRENOM;Matricule;Absent;Heure de fin",
        "- last_name first_name number absent -",
    );
}

#[test]
fn a_list_without_headings_is_known_by_what_it_holds() {
    let list = list(
        "02612000101;ALPHA;Camille;SISR;12/05/2026;8h00\n02612000102;BRAVO;Théo;SLAM;12/05/2026;8h45\n",
    );
    let candidate = &list.entries[0].candidate;
    assert_eq!(candidate.number.as_str(), "02612000101");
    assert_eq!(candidate.name(), "ALPHA Camille");
    assert_eq!(candidate.option, Some("SISR".into()));
    assert_eq!(candidate.passage, Hour::new(8, 0));
    assert_eq!(list.entries[1].line, 2);
}

#[test]
fn titles_totals_and_repeated_headings_are_nobody() {
    let list = list(
        "Commission 12;;;\n;;;\nNuméro;Nom;Prénom;Heure\n0001;ALPHA;Camille;8h00\nNuméro;Nom;Prénom;Heure\n0002;BRAVO;Théo;8h45\nTotal : 2 candidats;;;\nPage 1;;;\n",
    );
    let numbers: Vec<&str> = list
        .usable()
        .map(|entry| entry.candidate.number.as_str())
        .collect();
    assert_eq!(&numbers[..2], ["0001", "0002"]);
    // What stands alone under « Numéro » has no name: said, never entered.
    assert_eq!(numbers.len(), 2);
}

#[test]
fn names_days_and_hours_are_read_in_their_many_spellings() {
    let named = |cell: &str| {
        let list = list(&format!("Numéro;Candidat\n0001;\"{cell}\"\n"));
        let candidate = only(&list);
        format!("{}|{}", candidate.last_name, candidate.first_name)
    };
    assert_eq!(named("DE LA TOUR Anne Zoé"), "DE LA TOUR|Anne Zoé");
    assert_eq!(named("Anne-Zoé D’ESSAI"), "D’ESSAI|Anne-Zoé");
    assert_eq!(named("ÉCHO, Maëlle"), "ÉCHO|Maëlle");
    assert_eq!(named("Delta Ines"), "Delta|Ines");
    let passage = |day: &str, hour: &str| {
        let list = list(&format!("Numéro;Nom;Date;Heure\n0001;ALPHA;{day};{hour}\n"));
        let candidate = only(&list);
        let day = candidate.day.map(delibere::domain::roster::Day::iso);
        (
            day,
            candidate.passage.map(Hour::iso),
            list.entries[0].doubts.clone(),
        )
    };
    let read = (
        Some("2026-05-12".to_owned()),
        Some("08:05".to_owned()),
        vec![],
    );
    for (day, hour) in [
        ("12/05/2026", "8h05"),
        ("12/05/26", "08:05:00"),
        ("2026-05-12", "8 H 05"),
        ("12.05.2026", "de 8 h 05 à 8 h 45"),
        ("mardi 12 mai 2026", "8 heures 05"),
        ("12-05-2026", "8:05 - 8:45"),
        ("46154", "0,336805555555556"),
        ("12/05/2026 08:05", ""),
        ("", "12/05/2026 à 8h05"),
    ] {
        assert_eq!(passage(day, hour), read, "{day} {hour}");
    }
    for (day, hour) in [
        ("31/02/2026", "25h00"),
        ("5 mai", "matin"),
        ("05/13/2026", "8h61"),
    ] {
        let (found_day, found_hour, doubts) = passage(day, hour);
        assert_eq!((found_day, found_hour), (None, None), "{day} {hour}");
        let expected = vec![
            Doubt::DayUnreadable(day.into()),
            Doubt::HourUnreadable(hour.into()),
        ];
        assert_eq!(doubts, expected);
    }
}

#[test]
fn extra_time_becomes_minutes_and_nothing_else_is_kept() {
    let read = |cell: &str| {
        let list = list(&format!("Numéro;Nom;Aménagement\n0001;ALPHA;{cell}\n"));
        (
            only(&list).seconds.clone(),
            list.entries[0].doubts.clone(),
            format!("{list:?}"),
        )
    };
    for third in [
        "oui",
        "X",
        "Tiers temps",
        "1/3",
        "1/3 temps",
        "33 %",
        "1,33",
        "13 min 20 + 40 min",
        "+ 13 min 20",
    ] {
        let (seconds, doubts, _) = read(third);
        assert_eq!(seconds, [800, 2400], "{third}");
        assert_eq!(doubts, [], "{third}");
    }
    assert_eq!(read("50 %").0, [900, 2700]);
    assert_eq!(read("+ 20 min").0, [900, 2700]);
    assert_eq!(read("10 min + 30 min").0, Vec::<u32>::new());
    assert_eq!(read("non"), (vec![], vec![], read("non").2));
    let (seconds, doubts, all) = read("Tiers temps, secrétaire, dyslexie");
    assert_eq!(seconds, [800, 2400]);
    assert_eq!(doubts, [Doubt::ExtraTimePartly]);
    assert!(!all.contains("dyslexie"), "{all}");
    let (seconds, doubts, all) = read("diabète");
    assert_eq!(seconds, Vec::<u32>::new());
    assert_eq!(doubts, [Doubt::ExtraTimeUnreadable]);
    assert!(!all.contains("diabète"), "{all}");
}

#[test]
fn doubtful_lines_are_said_and_only_the_hopeless_ones_are_kept_out() {
    let list = list(
        "Numéro;Nom;Prénom;Option;Heure
000123;ALPHA;Camille;SISR;8h00
000123;BRAVO;Théo;SLAM;8h45
;CHARLIE;Noé;SISR;9h30
2,61E+10;DELTA;Inès;SISR;10h15
000126;ALPHA;Camille;XYZ;11h15
127;FOXTROT;Yanis;SLAM;8h00
000128;;;SLAM;13h30
",
    );
    let doubts = |line: u32| {
        let entry = list.entries.iter().find(|entry| entry.line == line);
        entry.map(|entry| entry.doubts.clone()).unwrap_or_default()
    };
    assert_eq!(doubts(2), []);
    assert_eq!(doubts(3), [Doubt::NumberTwice(2)]);
    assert_eq!(doubts(4), [Doubt::NumberMissing]);
    assert_eq!(doubts(5), [Doubt::NumberRounded("2,61E+10".into())]);
    assert_eq!(
        doubts(6),
        [Doubt::OptionUnknown("XYZ".into()), Doubt::Homonym(2)]
    );
    assert_eq!(doubts(8), [Doubt::NameMissing]);
    let usable: Vec<u32> = list.usable().map(|entry| entry.line).collect();
    assert_eq!(usable, [2, 6, 7]);
}

#[test]
fn lost_zeros_are_put_back_only_where_the_others_have_them() {
    let zeros = list("Numéro;Nom\n0000000001;ALPHA\n12;BRAVO\n");
    assert_eq!(zeros.entries[1].candidate.number.as_str(), "0000000012");
    assert_eq!(zeros.entries[1].doubts, [Doubt::ZerosRestored]);
    let none = list("Numéro;Nom\n2612000101;ALPHA\n12;BRAVO\n");
    assert_eq!(none.entries[1].candidate.number.as_str(), "12");
    let typing = list("Numéro;Nom\n0101;ALPHA\n01020103;BRAVO\n0104;CHARLIE\n");
    assert_eq!(typing.entries[0].candidate.number.as_str(), "0101");
}

#[test]
fn corrected_columns_are_remembered_for_the_same_headings() {
    let desk = Desk::new();
    let mut settings = Settings::load(&desk.places);
    let table = table("Réf;Qui;Machin\n0001;ALPHA;SISR\n");
    let mut columns = settings.columns(&table, &[]);
    assert!(!columns.name_candidates());
    assert_eq!(columns.head, Some(0));
    columns.fields = vec![None; 3];
    columns.set(0, Some(Field::Number));
    columns.set(1, Some(Field::LastName));
    columns.set(2, Some(Field::Number));
    assert_eq!(
        columns.fields,
        [None, Some(Field::LastName), Some(Field::Number)]
    );
    columns.set(0, Some(Field::Number));
    columns.set(2, Some(Field::Option));
    settings.remember_columns(&table, &columns);
    settings.save(&desk.places);
    let read = Settings::load(&desk.places).columns(&table, &[]);
    assert_eq!(read.fields, columns.fields);
}

/// A commission of three, the second heard.
fn under_way() -> Commission {
    let mut commission = commission(Ticking::Common);
    let people = [
        ("0001", "ALPHA", "Camille", 8),
        ("0002", "BRAVO", "Théo", 9),
        ("0003", "CHARLIE", "Noé", 10),
    ];
    for (index, (number, last, first, hour)) in people.into_iter().enumerate() {
        let candidate = Candidate {
            passage: Hour::new(hour, 0),
            ..Candidate::new(number, last, first)
        };
        let _ = Edit::AddCandidate(candidate)
            .apply(&mut commission, stamp(Author::Commission, index))
            .expect("accepted");
    }
    for (line, author, edit) in gestures("c@0002 begin\nc@0002 level patrimoine BM") {
        let done = edit.apply(&mut commission, stamp(author, 10));
        assert!(done.is_ok(), "{line}");
    }
    commission
}

fn said(differences: &[Difference]) -> Vec<String> {
    let header = commission(Ticking::Common).header;
    differences
        .iter()
        .map(|difference| {
            let said = delibere::words::list_difference(&header, difference);
            let said = said.replace(['\u{a0}', '\u{202f}'], " ");
            format!("{} {said}", difference.number)
        })
        .collect()
}

#[test]
fn a_changed_list_is_a_difference_and_takes_nobody_heard_out() {
    let commission = under_way();
    let changed = list(
        "Numéro;Nom;Prénom;Heure;Commission
0001;ALPHA;Camille;8h30;12
0004;DELTA;Inès;11h00;Commission 12
0009;OSCAR;Lou;8h00;14
0003;CHARLIE;Noé;10h00;14
",
    );
    let differences = differences(&commission, &changed, moment(50));
    assert_eq!(
        said(&differences),
        [
            "0001 Passage : 8 h 00 → 8 h 30",
            "0004 ajouté",
            "0003 déplacé vers la commission 14",
            "0002 n’est plus dans la liste, gardé",
        ]
    );
    let mut after = commission.clone();
    for difference in &differences {
        for edit in difference.edits() {
            let _ = edit
                .apply(&mut after, stamp(Author::Commission, 60))
                .expect("accepted");
        }
    }
    assert_eq!(after.records.len(), 4);
    let two = after.record(&"0002".into()).expect("there");
    assert!(two.is_ticked());
    let three = after.record(&"0003".into()).expect("there");
    assert_eq!(after.status(three), Status::Moved);
    // The same list again changes nothing more.
    let again = delibere::domain::roster::difference::differences(&after, &changed, moment(70));
    let wanted: Vec<_> = again.iter().filter(|one| !one.edits().is_empty()).collect();
    assert!(wanted.is_empty(), "{wanted:?}");
}

#[test]
fn who_is_gone_and_unknown_is_taken_out_and_a_corrected_number_is_followed() {
    let commission = under_way();
    let changed = list("Numéro;Nom;Prénom;Heure\n0001;ALPHA;Camille;8h00\n0022;BRAVO;Théo;9h00\n");
    let differences = differences(&commission, &changed, moment(50));
    assert_eq!(
        said(&differences),
        [
            "0002 Numéro : 0002 → 0022",
            "0003 n’est plus dans la liste, retiré",
        ]
    );
    assert!(matches!(differences[1].what, What::Gone(Fate::Remove)));
}

#[test]
fn a_fixed_mark_is_not_touched_by_a_list() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, super::support::TO_SEAL);
    let changed = list("Numéro;Nom;Prénom;Heure\n1;DELTA;Inès;9h00\n");
    let differences = differences(document.commission(), &changed, moment(50));
    assert_eq!(differences.len(), 1);
    assert_eq!(differences[0].refusal, Some(Refusal::Sealed));
}

#[test]
fn a_moved_candidate_is_neither_heard_nor_graded_here() {
    let mut commission = under_way();
    let mut make = |edit: Edit| edit.apply(&mut commission, stamp(Author::Commission, 20));
    let of = |change| Edit::Of("0001".into(), change);
    assert_eq!(
        make(of(Change::Move(Some(" ".into())))),
        Err(Refusal::CommissionMissing)
    );
    let back = make(of(Change::Move(Some("14".into())))).expect("accepted");
    for change in [
        Change::Begin(true),
        Change::Level("patrimoine".into(), Some("BM".into())),
        Change::Absent(true),
        Change::Seal,
    ] {
        assert_eq!(make(of(change)), Err(Refusal::Moved));
    }
    let _ = make(back).expect("accepted");
    assert!(make(of(Change::Begin(true))).is_ok());
}

#[test]
fn two_who_follow_one_another_change_places() {
    let names = |commission: &Commission| -> Vec<String> {
        let records = commission.by_passage();
        records
            .iter()
            .map(|record| record.candidate.number.to_string())
            .collect()
    };
    let mut commission = under_way();
    for edit in order::pass(&commission.clone(), &"0003".into(), true) {
        let _ = edit
            .apply(&mut commission, stamp(Author::Commission, 30))
            .expect("accepted");
    }
    assert_eq!(names(&commission), ["0001", "0003", "0002"]);
    let hour = |number: &str| {
        let record = commission.record(&number.into()).expect("there");
        record.candidate.passage
    };
    assert_eq!(
        (hour("0003"), hour("0002")),
        (Hour::new(9, 0), Hour::new(10, 0))
    );
    assert!(order::pass(&commission, &"0001".into(), true).is_empty());
    assert!(order::pass(&commission, &"0002".into(), false).is_empty());
    // Without hours, they are ranked.
    let mut plain = super::support::commission(Ticking::Common);
    for number in ["1", "2", "3"] {
        let edit = Edit::AddCandidate(super::support::candidate(number));
        let _ = edit
            .apply(&mut plain, stamp(Author::Commission, 1))
            .expect("accepted");
    }
    for _ in 0..2 {
        for edit in order::pass(&plain.clone(), &"3".into(), true) {
            let _ = edit
                .apply(&mut plain, stamp(Author::Commission, 2))
                .expect("accepted");
        }
    }
    assert_eq!(names(&plain), ["3", "1", "2"]);
}

#[test]
fn the_command_line_enters_a_list_and_asks_before_it_changes_one() {
    let desk = Desk::new();
    let file = sample("commission.xlsx");
    let file = file.to_str().expect("a path");
    let new = desk.run(
        &[
            "new",
            "c.delibere",
            "--grid",
            "bts-sio-bloc1",
            "--commission",
            "12",
            "--member",
            "Mme A",
            "--member",
            "M. B",
            "--roster",
            file,
        ],
        b"",
    );
    assert_eq!(new.code, Some(0), "{new:?}");
    let shown = desk.run(&["show", "c.delibere", "--json"], b"").json();
    let candidates = shown["candidates"].as_array().expect("candidates");
    assert_eq!(candidates.len(), 12);
    assert_eq!(candidates[11]["number"], "0000000012");
    let late = desk.path("late.csv");
    fs::write(
        &late,
        "Numéro;Nom;Prénom;Heure\n0000000001;EXEMPLE;Camille;8h10\n0000000013;TARDIF;Léo;9h00\n",
    )
    .expect("written");
    let late = late.to_str().expect("a path");
    let asked = desk.run(&["roster", "import", "c.delibere", late], b"");
    assert_eq!(asked.code, Some(1), "{asked:?}");
    assert!(asked.out.contains("ajouté"), "{asked:?}");
    let before = desk.run(&["show", "c.delibere", "--json"], b"").json();
    assert_eq!(before, shown);
    let done = desk.run(
        &[
            "roster",
            "import",
            "c.delibere",
            late,
            "--yes",
            "--moved",
            "0000000002=14",
            "--keep",
            "0000000003",
            "--json",
        ],
        b"",
    );
    assert_eq!(done.code, Some(0), "{done:?}");
    assert_eq!(done.json()[0]["kind"], "corrected");
    let after = desk.run(&["show", "c.delibere", "--json"], b"").json();
    let candidates = after["candidates"].as_array().expect("candidates");
    let numbers: Vec<&str> = candidates
        .iter()
        .filter_map(|one| one["number"].as_str())
        .collect();
    assert_eq!(numbers.len(), 4, "{numbers:?}");
    let status = |number: &str| {
        let one = candidates.iter().find(|one| one["number"] == number);
        one.map(|one| one["status"].clone())
    };
    assert_eq!(status("0000000002"), Some("moved".into()));
    assert_eq!(status("0000000003"), Some("waiting".into()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_surprise_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(table) = roster::read("liste.csv", &bytes) {
            let columns = roster::guess(&table, &grid().options);
            let _ = roster::list(&table, &columns, &grid());
        }
    }

    #[test]
    fn no_cell_surprises_the_reader(cells in prop::collection::vec("[^\n]{0,24}", 6)) {
        let line = cells.join(";");
        let text = format!("Numéro;Candidat;Date;Heure;Aménagement;Option\n{line}\n");
        if let Ok(table) = roster::read("liste.csv", text.as_bytes()) {
            let columns = roster::guess(&table, &grid().options);
            let _ = roster::list(&table, &columns, &grid());
        }
    }
}
