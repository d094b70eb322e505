//! The commission's day, whole, by keyboard: the twelve candidates of a centre's list in each way of
//! ticking, to fixed marks, sheets and bordereau, with a list that changes in the middle of an oral;
//! and the closed column attacked by everything that prints.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::app::Message;
use delibere::domain::commission::{Commission, Record, Status, Ticking};
use delibere::domain::edit::Author;
use delibere::store::document::Document;
use delibere::store::notes::Notes;

use super::hands::Hands;
use super::support::{Desk, grid, perform};

/// The list of the centre, kept with the tests.
fn list() -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"));
    path.join("tests/data/roster/commission-utf8-bom.csv")
}

/// A day at one laptop.
struct Day {
    desk: Desk,
    hands: Hands,
}

/// What a member's digits say of a candidate: eight profiles, so that members differ on some rows.
fn digits(candidate: usize, member: usize) -> Vec<usize> {
    (0..grid().rows.len())
        .map(|row| 1 + (candidate + row + member * usize::from(row % 3 == candidate % 3)) % 4)
        .collect()
}

impl Day {
    fn new(ticking: Ticking) -> Self {
        let desk = Desk::new();
        drop(desk.create(ticking));
        let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
        hands.send(Message::ListChosen(Some(list())));
        assert!(hands.sees("Importer 12 candidats"), "{}", hands.page());
        hands.tab_to("import");
        hands.press("enter");
        Self { desk, hands }
    }

    fn file(&self) -> PathBuf {
        self.desk.path("commission.delibere")
    }

    fn commission(&self) -> Commission {
        let document = Document::look(&self.file(), &self.desk.places).expect("the file is read");
        assert!(document.notices().is_empty(), "{:?}", document.notices());
        document.commission().clone()
    }

    fn record(&self, number: &str) -> Record {
        self.hands.record(&self.file(), number)
    }

    /// Goes back to the list, by Tab and Entrée: its way is the first control of the band.
    fn back(&mut self) {
        let first = self.hands.stops()[0].bounds;
        for _ in 0..80 {
            if self
                .hands
                .focused()
                .is_some_and(|stop| stop.bounds == first)
            {
                break;
            }
            self.hands.press("tab");
        }
        self.hands.press("enter");
        assert!(self.hands.sees("Notes masquées"), "{}", self.hands.page());
    }

    /// Opens the next candidate and says that it is really them.
    fn begin(&mut self) -> String {
        self.hands.tab_to("now");
        self.hands.press("enter");
        let page = self.hands.page();
        let asked = page
            .lines()
            .find(|line| line.starts_with("Est-ce bien"))
            .unwrap_or_else(|| panic!("nobody is asked for: {page}"));
        let number = asked.split("N° ").nth(1).expect("a number");
        let number = number.trim_end_matches([' ', '?']).to_owned();
        assert!(self.record(&number).begun.is_none());
        self.hands.press("enter");
        assert!(
            self.record(&number).begun.is_some(),
            "{}",
            self.hands.page()
        );
        number
    }

    /// Seven digits and six arrows.
    fn grade(&mut self, digits: &[usize]) {
        let keys: Vec<String> = digits.iter().map(ToString::to_string).collect();
        self.hands.press(&keys.join(" right "));
    }

    /// Both members, or the commission, grade the candidate in front, and disagreements are settled.
    fn finish(&mut self, number: &str, candidate: usize, ticking: Ticking) {
        self.grade(&digits(candidate, 0));
        self.hands.press("ctrl+enter ctrl+enter");
        if ticking != Ticking::Common {
            assert!(
                self.hands.sees("À vous, M. Modèle"),
                "{}",
                self.hands.page()
            );
            self.hands.press("enter");
            self.grade(&digits(candidate, 1));
            self.hands.press("ctrl+enter ctrl+enter");
            let differ = digits(candidate, 0)
                .iter()
                .zip(digits(candidate, 1))
                .filter(|(one, two)| **one != *two)
                .count();
            let said = format!("{differ} désaccords sur 7 lignes");
            assert!(
                differ > 1 && self.hands.sees(&said),
                "{}",
                self.hands.page()
            );
            for _ in 0..differ {
                self.hands.press("3 enter");
            }
            self.hands.press("ctrl+enter");
        }
        self.decide(number, candidate);
    }

    /// Goes from one missing thing to the next until the mark may be fixed, and fixes it.
    fn decide(&mut self, number: &str, candidate: usize) {
        assert!(
            self.hands.sees("Note de la commission"),
            "{}",
            self.hands.page()
        );
        for _ in 0..12 {
            if self.hands.sees("Tout est prêt") {
                break;
            }
            self.hands.press("escape s");
            let on = self.hands.focused().and_then(|stop| stop.id);
            let on = format!("{:?}", on.expect("something is missing somewhere"));
            if on.contains("note") {
                self.hands.write(&(8 + candidate % 8).to_string());
            } else if on.contains("reason") {
                self.hands.write("Au vu de l oral");
            } else if on.contains("penalty") {
                self.hands.press("tab space");
            } else if on.contains("appreciation") {
                self.hands.write("Ensemble satisfaisant");
            } else {
                self.hands.press("enter");
            }
        }
        assert!(self.hands.sees("Tout est prêt"), "{}", self.hands.page());
        self.hands.press("ctrl+k enter escape");
        // A visa covers the text as it stood: what is added asks for both again.
        self.hands.press("s enter s enter ctrl+enter ctrl+enter");
        let record = self.record(number);
        assert!(record.sealed.is_some(), "{}", self.hands.page());
        assert_eq!(record.visas.len(), 2);
        assert!(self.hands.sees("Réservée au jury"), "{}", self.hands.page());
    }

    /// The list changes while a candidate is in front of the jury: one more, one who moved, one who is
    /// absent, and the number of the very person who is speaking.
    fn disturb(&mut self, number: &str) -> String {
        self.hands.press("t 3 right 2");
        let before = self.record(number);
        self.back();
        let late = fs::read_to_string(list()).expect("the list")
            + "0000000013;TARDIF;Ève;SISR;13/05/2026;09:30;non\r\n";
        let path = self.desk.path("liste-2.csv");
        fs::write(&path, late).expect("written");
        self.hands.send(Message::ListChosen(Some(path)));
        assert!(
            self.hands.sees("Importer 1 changement"),
            "{}",
            self.hands.page()
        );
        self.hands.tab_to("import");
        self.hands.press("enter");
        let to = |day: &mut Self, name: &str| {
            day.hands.press(&"up ".repeat(15));
            let order: Vec<String> = day
                .commission()
                .by_passage()
                .iter()
                .map(|record| record.candidate.number.to_string())
                .collect();
            let place = order.iter().position(|known| known == name);
            day.hands
                .press(&"down ".repeat(place.expect("on the list")));
        };
        to(self, "0000000011");
        self.hands.press("d");
        self.hands.write("14");
        self.hands.press("ctrl+enter");
        to(self, "0000000012");
        self.hands.press("a ctrl+enter");
        // Their own number was wrong.
        let corrected = format!("9{}", &number[1..]);
        to(self, number);
        self.hands.tab_to("correct-candidate");
        self.hands.press("enter ctrl+a");
        self.hands.write(&corrected);
        self.hands.press("ctrl+enter");
        assert_eq!(self.record(&corrected).columns, before.columns);
        assert_eq!(self.record(&corrected).timer, before.timer, "time goes on");
        self.hands.tab_to("now");
        self.hands.press("enter");
        assert!(self.hands.sees(&corrected), "{}", self.hands.page());
        corrected
    }
}

/// Plays a day to its end and returns it with its file.
fn play(ticking: Ticking) -> Day {
    let mut day = Day::new(ticking);
    let order = day.commission();
    let order: Vec<String> = order
        .by_passage()
        .iter()
        .map(|record| record.candidate.number.to_string())
        .collect();
    assert_eq!(order.len(), 12);
    for candidate in 0..11 {
        let mut number = day.begin();
        if candidate < 10 {
            let expected = order.get(candidate);
            assert_eq!(Some(&number), expected, "in the order of passage");
        }
        if candidate == 4 {
            number = day.disturb(&number);
            day.hands.press("left left left");
        }
        day.finish(&number, candidate, ticking);
        day.back();
    }
    let commission = day.commission();
    let count = |status| {
        let records = commission.records.iter();
        records
            .filter(|record| commission.status(record) == status)
            .count()
    };
    let counts = [Status::Sealed, Status::Moved, Status::Absent].map(count);
    assert_eq!(counts, [11, 1, 1]);
    assert!(day.hands.sees("Arrêtées 11"), "{}", day.hands.page());
    // Every level is the one that was typed, in its own column, for its own candidate.
    let sealed = commission.by_passage();
    let sealed = sealed.iter().filter(|record| record.sealed.is_some());
    for (candidate, record) in sealed.enumerate() {
        let members: &[(usize, Author)] = match ticking {
            Ticking::Common => &[(0, Author::Commission)],
            _ => &[(0, Author::Member(0)), (1, Author::Member(1))],
        };
        for (member, author) in members {
            let column = record.column(*author).expect("a column");
            let levels: Vec<usize> = grid()
                .rows
                .iter()
                .map(|row| grid().level_rank(&column.levels[&row.id]).expect("a level"))
                .collect();
            assert_eq!(
                levels,
                digits(candidate, *member),
                "{}",
                record.candidate.number
            );
        }
    }
    day
}

/// The bordereau as the program says it, and what each line is worth.
fn results(day: &Day) -> Vec<(String, String)> {
    let run = day
        .desk
        .run(&["summary", "commission.delibere", "--json"], b"");
    let json = run.json();
    let lines = json["lines"].as_array().expect("lines").clone();
    let text = |line: &serde_json::Value, key: &str| match &line[key] {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    lines
        .iter()
        .map(|line| (text(line, "number"), text(line, "mark")))
        .collect()
}

#[test]
fn a_day_of_common_ticks() {
    let day = play(Ticking::Common);
    let lines = results(&day);
    assert_eq!(lines.len(), 13, "{lines:?}");
    let verified = day.desk.run(&["verify", "commission.delibere"], b"");
    assert_eq!(verified.code, Some(0), "{verified:?}");
}

#[test]
fn a_day_of_separate_columns() {
    let day = play(Ticking::Separate);
    assert_eq!(results(&day).len(), 13);
}

#[test]
fn a_day_of_closed_columns_to_the_bordereau_and_all_the_sheets() {
    let mut day = play(Ticking::Blind);
    assert_eq!(results(&day).len(), 13);
    day.hands.press("ctrl+e");
    day.hands.tab_to("go");
    day.hands.press("enter");
    assert!(day.hands.sees("14 fichiers"), "{}", day.hands.page());
    let files = fs::read_dir(day.desk.path("fiches")).expect("a folder");
    let mut names: Vec<String> = files
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    assert_eq!(names.len(), 14, "{names:?}");
    let sheets = names
        .iter()
        .filter(|name| name.starts_with("fiche-0") || name.starts_with("fiche-9"));
    assert_eq!(sheets.count(), 11, "{names:?}");
    for end in ["pdf", "xlsx", "csv"] {
        assert!(
            names.contains(&format!("bordereau-commission-12.{end}")),
            "{names:?}"
        );
    }
    let csv =
        fs::read_to_string(day.desk.path("fiches/bordereau-commission-12.csv")).expect("text");
    assert!(
        csv.contains("TARDIF") && csv.contains("9000000005"),
        "{csv}"
    );
}

/// Everything that the program prints of a commission before the second member validated, without
/// what names the file and without the hours of this very run.
fn printed(levels: &str, seen: &str, note: &str) -> Vec<(String, String)> {
    let desk = Desk::new();
    let script = format!(
        "c add
        c begin
        c timer 0 5000
        m1 all {levels}
        m1 seen patrimoine-1 {seen}
        m1 validate
        m2 level presence MP"
    );
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, &script);
    let id = document.id().to_owned();
    drop(document);
    let mut notes = Notes::beside(&desk.path("commission.delibere")).expect("notes");
    notes
        .set(&"1".into(), 0, &"patrimoine".into(), note)
        .expect("a note");
    drop(notes);
    let file = "commission.delibere";
    let here = desk.folder.path().display().to_string();
    let plain = |text: &str| -> String {
        let text = text.replace(&here, "…").replace(&id, "ID");
        // The hash that chains two lines tells one file from another, never a level.
        let mut kept = String::new();
        for part in text.split(['"', ' ']) {
            let is_hash = part.len() >= 12 && part.chars().all(|c| c.is_ascii_hexdigit());
            kept.push_str(if is_hash { "HASH" } else { part });
            kept.push(' ');
        }
        kept
    };
    let mut said = Vec::new();
    for arguments in [
        vec!["show", file],
        vec!["show", file, "--time"],
        vec!["show", file, "--json"],
        vec!["verify", file, "--json"],
        vec!["summary", file],
        vec![
            "summary", file, "--json", "--csv", "b.csv", "--xlsx", "b.xlsx", "--pdf", "b.pdf",
        ],
        vec!["harmonise", file, "--json"],
        vec!["candidate-data", file, "1", "-o", "d.json"],
        vec!["candidate-data", file, "1", "-o", "d.zip"],
        vec!["export", file, "--all", "--out", "f"],
    ] {
        let run = desk.run(&arguments, b"");
        said.push((
            arguments.join(" "),
            plain(&format!("{}{}", run.out, run.err)),
        ));
    }
    for name in ["b.csv", "d.json"] {
        let text = fs::read_to_string(desk.path(name)).expect(name);
        assert!(!text.contains("penche vers"), "{name}: {text}");
        said.push((name.to_owned(), plain(&text)));
    }
    let unzip = |name: &str, only: &dyn Fn(&str) -> bool| {
        let file = fs::File::open(desk.path(name)).expect(name);
        let mut archive = zip::ZipArchive::new(file).expect("an archive");
        let mut all = String::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).expect("an entry");
            let name = entry.name().expect("a name").into_owned();
            if only(&name) {
                let mut text = String::new();
                let _ = std::io::Read::read_to_string(&mut entry, &mut text).expect("text");
                all.push_str(&text);
            }
        }
        all
    };
    let sheets = unzip("b.xlsx", &|name| {
        name.contains("sheet") || name.contains("Strings")
    });
    assert!(sheets.contains("DELTA"), "{sheets}");
    said.push(("b.xlsx".into(), sheets));
    said.push((
        "d.zip".into(),
        plain(&unzip("d.zip", &|name| name.ends_with(".json"))),
    ));
    let sheet = fs::read_dir(desk.path("f"))
        .expect("a folder")
        .next()
        .expect("a sheet");
    for pdf in [desk.path("b.pdf"), sheet.expect("an entry").path()] {
        let text = std::process::Command::new("pdftotext")
            .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
            .output()
            .expect("poppler-utils");
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        said.push((
            pdf.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            text,
        ));
    }
    said
}

#[test]
fn nothing_that_is_printed_depends_on_a_column_that_is_closed() {
    let weak = printed("NM", "no", "penche vers le bas");
    let strong = printed("EM", "yes", "penche vers le haut");
    assert_eq!(weak.len(), strong.len());
    for (weak, strong) in weak.iter().zip(&strong) {
        assert!(!weak.1.trim().is_empty(), "{} says nothing", weak.0);
        assert_eq!(weak, strong, "{} tells a closed column", weak.0);
    }
}

/// Twelve candidates heard on two laptops: each member grades in their own file, by keyboard.
#[test]
fn a_day_on_two_copies_is_one_day_in_whatever_order_they_are_merged() {
    let mut day = Day::new(Ticking::Blind);
    let (home, copy) = (day.file(), day.desk.path("copie.delibere"));
    let lent = day.desk.run(
        &[
            "copy",
            "commission.delibere",
            "--for",
            "2",
            "copie.delibere",
        ],
        b"",
    );
    // The window holds the file: the copy is made with the window closed.
    assert_eq!(lent.code, Some(1), "{lent:?}");
    let places = day.desk.places.clone();
    let elsewhere = Hands::start(delibere::app::Start::File(None), &places);
    drop(std::mem::replace(&mut day.hands, elsewhere));
    let lent = day.desk.run(
        &[
            "copy",
            "commission.delibere",
            "--for",
            "2",
            "copie.delibere",
        ],
        b"",
    );
    assert_eq!(lent.code, Some(0), "{lent:?}");
    for (member, file) in [&home, &copy].into_iter().enumerate() {
        day.hands = Hands::at(file, &places);
        for candidate in 0..12 {
            day.hands.press("down enter enter");
            day.grade(&digits(candidate, member));
            day.hands.press("ctrl+enter ctrl+enter");
            // Nobody is asked to take a keyboard whose column is elsewhere.
            let elsewhere = "se remplit dans une autre copie";
            assert!(day.hands.sees(elsewhere), "{}", day.hands.page());
            day.hands.click("Commission 12");
        }
        day.hands = Hands::start(delibere::app::Start::File(None), &places);
    }
    let of = |file: &Path| {
        let document = Document::look(file, &places).expect("the file is read");
        document.commission().clone()
    };
    // One column in each, whole and finished, and nothing of the other.
    for (member, file) in [&home, &copy].into_iter().enumerate() {
        let commission = of(file);
        for record in &commission.records {
            let own = record.column(Author::Member(member)).expect("a column");
            assert!(own.validated && own.levels.len() == 7);
            assert!(record.column(Author::Member(1 - member)).is_none());
        }
    }
    let merge = |into: &str, from: &str| {
        let run = day.desk.run(&["merge", into, from], b"");
        assert_eq!(run.code, Some(0), "{run:?}");
    };
    for (name, first, second) in [
        ("ab", "commission.delibere", "copie.delibere"),
        ("ba", "copie.delibere", "commission.delibere"),
    ] {
        let into = format!("{name}.delibere");
        let _ = fs::copy(day.desk.path(first), day.desk.path(&into)).expect("copied");
        merge(&into, second);
        // Again, and the other way round: nothing more comes of it.
        merge(&into, first);
        merge(&into, second);
    }
    let (ab, ba) = (
        of(&day.desk.path("ab.delibere")),
        of(&day.desk.path("ba.delibere")),
    );
    assert_eq!(ab, ba);
    for (candidate, record) in ab.by_passage().into_iter().enumerate() {
        assert_eq!(ab.status(record), Status::ToDecide);
        assert!(record.conflicts.is_empty(), "{:?}", record.conflicts);
        for member in 0..2 {
            let column = record.column(Author::Member(member)).expect("a column");
            let levels: Vec<usize> = grid()
                .rows
                .iter()
                .map(|row| grid().level_rank(&column.levels[&row.id]).expect("a level"))
                .collect();
            assert_eq!(levels, digits(candidate, member));
        }
    }
}
