//! One commission on two laptops: a member's copy, the union of journals, what is settled.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use delibere::domain::check;
use delibere::domain::commission::{Commission, Status, Ticking};
use delibere::domain::conflict::Slot;
use delibere::domain::edit::{Author, Change, Edit, Refusal};
use delibere::domain::fraction::Fraction;
use delibere::domain::id::CandidateId;
use delibere::domain::merge::report::Report;
use delibere::store::EditError;
use delibere::store::document::Document;
use delibere::store::journal::{self, Chains, Line};
use delibere::store::merge::{MergeError, merge};
use proptest::prelude::*;

use super::edits::{any_gesture, any_ticking};
use super::support::{Desk, gesture, gestures, moment, perform, wish};

/// The files of one commission on several laptops.
struct Table {
    desk: Desk,
    clock: usize,
}

const HOME: &str = "commission.delibere";
const COPY: &str = "membre-2.delibere";
const TWIN: &str = "jumeau.delibere";

impl Table {
    /// A commission with candidates 1 to 3.
    fn new(ticking: Ticking) -> Self {
        let desk = Desk::new();
        perform(&mut desk.create(ticking), "c@1 add\nc@2 add\nc@3 add");
        Self { desk, clock: 100 }
    }

    /// The same with the second member's copy made.
    fn shared(ticking: Ticking) -> Self {
        let table = Self::new(ticking);
        let mut home = table.open(HOME);
        home.lend(1, &table.path(COPY), false, moment(10))
            .expect("the copy");
        table
    }

    fn path(&self, name: &str) -> PathBuf {
        self.desk.path(name)
    }

    fn open(&self, name: &str) -> Document {
        Document::open(&self.path(name), &self.desk.places).expect("it opens")
    }

    fn look(&self, name: &str) -> Document {
        let document = Document::look(&self.path(name), &self.desk.places).expect("it reads");
        assert!(document.notices().is_empty(), "{:?}", document.notices());
        document
    }

    /// Makes every gesture of a script in a file; all must be accepted.
    fn play(&mut self, name: &str, script: &str) {
        let mut document = self.open(name);
        for (line, author, edit) in gestures(script) {
            self.clock += 1;
            if let Err(error) = document.edit(&edit, author, moment(self.clock)) {
                panic!("{name}: {line}: {error}");
            }
        }
    }

    fn refused(&self, name: &str, words: &str) -> String {
        let (author, edit) = gesture(words);
        let refused = self.open(name).edit(&edit, author, moment(999));
        refused.expect_err("refused").to_string()
    }

    fn merge(&self, into: &str, from: &str) -> Result<Report, MergeError> {
        let others = [self.path(from)];
        self.open(into).merge(&others, &self.desk.places)
    }

    fn merged(&self, into: &str, from: &str) -> Report {
        self.merge(into, from)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// The bytes of several files made one.
    fn union(&self, files: &[&Path]) -> Vec<u8> {
        let out = self.path("union.delibere");
        let files: Vec<PathBuf> = files.iter().map(|file| file.to_path_buf()).collect();
        let _ = merge(&files, &out, &self.desk.places).unwrap_or_else(|error| panic!("{error}"));
        let bytes = fs::read(&out).expect("the union");
        fs::remove_file(out).expect("ours");
        bytes
    }

    fn save(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("written");
        path
    }
}

fn mark(text: &str) -> Option<Fraction> {
    Fraction::parse(text)
}

/// The fields that wait: « mark, timer ».
fn waiting(commission: &Commission, number: &str) -> String {
    let record = commission.record(&number.into()).expect("a candidate");
    let slots = record
        .unsettled()
        .iter()
        .map(|conflict| match &conflict.slot {
            Slot::Level(Author::Member(member), row) => format!("level {} {row}", member + 1),
            Slot::Penalty(penalty) => format!("penalty {penalty}"),
            other => format!("{other:?}").to_lowercase(),
        });
    slots.collect::<Vec<_>>().join(", ")
}

/// The lines of a file that belong to its journal.
fn journal_lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let _ = lines.remove(0);
    lines.retain(|line| !line.starts_with("{\"copy\""));
    lines
}

fn story(bytes: &[u8]) -> Vec<Line> {
    let header = bytes.split(|byte| *byte == b'\n').next().expect("a line");
    let mut chains = Chains::new(header);
    let lines = journal_lines(bytes);
    let read = |line: &String| {
        let line = chains.read(line.as_bytes()).expect("a sound line");
        chains.take(&line);
        line
    };
    lines.iter().map(read).collect()
}

#[test]
fn two_members_grade_on_two_laptops_and_seal_together() {
    let mut table = Table::shared(Ticking::Blind);
    table.play(
        HOME,
        "c@1 begin\nc@1 timer 0 1000\nm1@1 all BM\nm1@1 validate",
    );
    table.play(
        COPY,
        "m2@1 all EM\nm2@1 seen patrimoine-1 yes\nm2@1 validate",
    );
    let report = table.merged(HOME, COPY);
    assert_eq!(report.conflicts, []);
    let brought: Vec<usize> = report
        .brought
        .iter()
        .map(|arrivals| arrivals.iter().map(|arrival| arrival.gestures).sum())
        .collect();
    assert_eq!(brought, [10, 9]);
    let home = table.look(HOME);
    let record = home.commission().record(&"1".into()).expect("a candidate");
    assert_eq!(home.commission().status(record), Status::ToDecide);
    assert_eq!(home.commission().comparisons(record).len(), 7);
    drop(home);
    let settled: String = delibere::store::grids::load(super::support::GRID)
        .expect("the grid")
        .grid
        .rows
        .iter()
        .map(|row| format!("c@1 level {} BM\n", row.id))
        .collect();
    table.play(HOME, &settled);
    table.play(
        HOME,
        "c@1 mark 13.5
        c@1 penalty portfolio-inaccessible no
        c@1 penalty tableau-absent no
        c@1 write Travail soigné.
        m1@1 visa
        m2@1 visa
        c@1 seal",
    );
    // Back to the second laptop: it knows that the mark is fixed.
    assert!(table.merged(COPY, HOME).conflicts.is_empty());
    let copy = table.look(COPY);
    assert_eq!(copy.members_copy().map(|copy| copy.member), Some(1));
    let id = CandidateId::from("1");
    assert!(copy.seal_code(&id).is_some());
    assert_eq!(copy.seal_code(&id), table.look(HOME).seal_code(&id));
    assert_eq!(copy.commission(), table.look(HOME).commission());
}

#[test]
fn a_column_is_filled_in_one_place() {
    let mut table = Table::shared(Ticking::Separate);
    for (file, words) in [
        (HOME, "m2@1 level projet BM"),
        (HOME, "m2@1 seen projet-1 yes"),
        (HOME, "m2@1 validate"),
        (COPY, "m1@1 level projet BM"),
    ] {
        let sentence = table.refused(file, words);
        assert!(
            sentence.contains("se remplit dans sa propre copie"),
            "{sentence}"
        );
    }
    table.play(HOME, "m1@1 level projet BM");
    table.play(COPY, "m2@1 level projet EM");
    // A merge changes nothing to that.
    let _ = table.merged(HOME, COPY);
    assert!(
        table
            .refused(HOME, "m2@1 level projet NM")
            .contains("propre copie")
    );
    assert!(table.look(HOME).fills(0));
    assert!(!table.look(HOME).fills(1));
    // The copy was lost: the commission takes the column back.
    table
        .open(HOME)
        .take_back(1, moment(200))
        .expect("taken back");
    table.play(HOME, "m2@1 level projet NM");
    // And it comes home after all, with a tick made meanwhile: shown, not taken silently.
    table.play(COPY, "m2@1 level projet MP");
    let report = table.merged(HOME, COPY);
    assert_eq!(report.conflicts.len(), 1);
    assert_eq!(
        waiting(table.look(HOME).commission(), "1"),
        "level 2 projet"
    );
}

#[test]
fn a_forged_tick_in_the_wrong_copy_is_refused_with_its_reason() {
    let table = Table::shared(Ticking::Separate);
    let bytes = fs::read(table.path(HOME)).expect("the file");
    let header = bytes.split(|byte| *byte == b'\n').next().expect("a line");
    let mut chains = Chains::new(header);
    let mut writer = String::new();
    for line in journal_lines(&bytes) {
        let line = chains.read(line.as_bytes()).expect("a line");
        writer.clone_from(&line.writer);
        chains.take(&line);
    }
    let (author, edit) = gesture("m2@1 level projet BM");
    let stamp = super::support::stamp(author, 50);
    let role = delibere::domain::history::Role::Gesture;
    let line = chains
        .next(&writer, &edit, stamp, role, None)
        .expect("a line");
    let forged = table.save("forged.delibere", &[&bytes[..], &line, b"\n"].concat());
    let places = &table.desk.places;
    let files = [forged, table.path(COPY)];
    let error = merge(&files, &table.path("out.delibere"), places).expect_err("refused");
    assert!(error.to_string().contains("propre copie"), "{error}");
    assert!(!table.path("out.delibere").exists());
}

#[test]
fn what_clashes_waits_for_the_commission() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(
        HOME,
        "c@1 begin\nc@1 mark 12\nc@1 penalty tableau-absent no\nc@1 timer 0 5000\nc@1 write Bien",
    );
    table.play(
        COPY,
        "c@1 begin\nc@1 mark 13\nc@1 penalty tableau-absent yes\nc@1 timer 0 9000\nc@1 write Bien",
    );
    let report = table.merged(HOME, COPY);
    assert_eq!(report.conflicts.len(), 3);
    let home = table.look(HOME);
    let all = "timer, mark, penalty tableau-absent";
    assert_eq!(waiting(home.commission(), "1"), all);
    let record = home.commission().record(&"1".into()).expect("a candidate");
    assert_eq!(record.appreciation, "Bien");
    let missing = check::missing(home.commission(), record);
    assert_eq!(missing.first(), Some(&check::Missing::Conflicts(3)));
    let sides = &record.unsettled()[1].sides;
    assert_eq!(sides.len(), 2);
    drop(home);

    // A new value settles; so does one of the two; nothing else does.
    table.play(HOME, "c@1 mark 12.5");
    let settle = |words: &str| {
        let (author, edit) = gesture(words);
        let Edit::Of(id, change) = edit else { panic!() };
        Edit::Of(id, Change::Settle(author, Box::new(change)))
    };
    let mut home = table.open(HOME);
    let other = home.edit(&settle("c@1 timer 0 7000"), Author::Commission, moment(300));
    assert!(matches!(
        other,
        Err(EditError::Refused(Refusal::NothingToSettle))
    ));
    for words in ["c@1 timer 0 9000", "c@1 penalty tableau-absent no"] {
        let _ = home
            .edit(&settle(words), Author::Commission, moment(301))
            .unwrap_or_else(|error| panic!("{words}: {error}"));
    }
    assert_eq!(waiting(home.commission(), "1"), "");
    // A settlement is a fact: undo does not bring the clash back, nor forget it.
    let undone = home.undo(&"1".into(), Author::Commission, moment(302));
    assert_eq!(undone.expect("read"), None);
    drop(home);
    // The other laptop learns what was settled, and an old file does not bring it up again.
    let _ = table.merged(COPY, HOME);
    assert_eq!(table.look(COPY).commission(), table.look(HOME).commission());
    let record = table.look(COPY);
    let record = record
        .commission()
        .record(&"1".into())
        .expect("a candidate");
    assert_eq!(record.mark, mark("12.5"));
    assert_eq!(record.timer.spent, [9000]);
    assert!(!record.penalties[&"tableau-absent".into()]);
}

/// Candidate 1 graded on both laptops, merged, and its mark fixed in the commission's file.
fn sealed_at_home() -> Table {
    let mut table = Table::shared(Ticking::Separate);
    table.play(HOME, "c@1 begin\nm1@1 all BM\nm1@1 validate");
    table.play(COPY, "m2@1 all BM\nm2@1 validate");
    let _ = table.merged(HOME, COPY);
    table.play(
        HOME,
        "c@1 mark 13.5
        c@1 penalty portfolio-inaccessible no
        c@1 penalty tableau-absent no
        c@1 write Travail soigné.
        m1@1 visa
        m2@1 visa
        c@1 seal",
    );
    table
}

#[test]
fn a_late_tick_never_changes_a_fixed_mark_and_is_never_lost() {
    let mut table = sealed_at_home();
    let code = table
        .look(HOME)
        .seal_code(&"1".into())
        .map(str::to_owned)
        .expect("a code");
    // The other laptop did not know, and its clock is late by hours.
    table.clock = 20;
    table.play(
        COPY,
        "m2@1 unvalidate\nm2@1 level projet NM\nm2@1 validate\nc@1 write Trop tard",
    );
    let report = table.merged(HOME, COPY);
    assert!(report.conflicts.is_empty());
    assert_eq!(report.late.len(), 2);
    let home = table.look(HOME);
    let record = home.commission().record(&"1".into()).expect("a candidate");
    assert_eq!(home.seal_code(&"1".into()), Some(code.as_str()));
    assert_eq!(
        record.sealed.as_ref().and_then(|seal| seal.last.clone()),
        mark("13.5")
    );
    assert_eq!(record.appreciation, "Travail soigné.");
    assert_eq!(record.late().len(), 2);
    drop(home);
    // Reopened, it is to be settled before the mark is fixed again.
    table.clock = 400;
    table.play(HOME, "c@1 reopen Une coche tardive");
    assert_eq!(
        waiting(table.look(HOME).commission(), "1"),
        "level 2 projet, appreciation"
    );
    let (author, edit) = gesture("m2@1 level projet NM");
    let Edit::Of(id, change) = edit else { panic!() };
    let settle = Edit::Of(id, Change::Settle(author, Box::new(change)));
    let mut home = table.open(HOME);
    let done = home.edit(&settle, Author::Commission, moment(500));
    assert!(done.is_ok(), "{done:?}");
    drop(home);
    table.play(HOME, "c@1 write Travail soigné.");
    assert_eq!(waiting(table.look(HOME).commission(), "1"), "");
    let home = table.look(HOME);
    let record = home.commission().record(&"1".into()).expect("a candidate");
    let column = record.column(Author::Member(1)).expect("a column");
    assert_eq!(column.levels[&"projet".into()], "NM".into());
}

#[test]
fn a_visa_covers_what_its_member_saw() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(HOME, "m1@1 all BM\nm1@1 validate");
    table.play(COPY, "m2@1 all BM\nm2@1 validate");
    let _ = table.merged(HOME, COPY);
    let _ = table.merged(COPY, HOME);
    table.play(HOME, "c@1 mark 13\nm1@1 visa");
    table.play(COPY, "c@1 write Un mot de plus\nm2@1 visa");
    let report = table.merged(HOME, COPY);
    let lapsed: Vec<usize> = report.lapsed.iter().map(|(_, member)| *member).collect();
    assert_eq!(lapsed, [0, 1]);
    let home = table.look(HOME);
    let record = home.commission().record(&"1".into()).expect("a candidate");
    assert_eq!(
        check::standing_visas(home.commission(), record),
        [] as [usize; 0]
    );
}

#[test]
fn a_candidate_corrected_here_is_the_one_graded_there() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(HOME, "c@1 renumber 0001\nc@2 remove");
    table.play(COPY, "m2@1 level projet BM\nm2@2 level projet EM");
    let report = table.merged(HOME, COPY);
    let home = table.look(HOME);
    let one = home
        .commission()
        .record(&"0001".into())
        .expect("a candidate");
    assert_eq!(
        one.column(Author::Member(1)).expect("a column").levels[&"projet".into()],
        "BM".into()
    );
    // Nobody takes a candidate out whom the other was grading.
    let two = home.commission().record(&"2".into()).expect("a candidate");
    assert!(two.column(Author::Member(1)).is_some());
    assert_eq!(waiting(home.commission(), "2"), "roster");
    assert_eq!(report.conflicts.len(), 1);
    // New candidates on one side, late, are known to both.
    drop(home);
    table.play(COPY, "c@9 add");
    let _ = table.merged(HOME, COPY);
    assert!(table.look(HOME).commission().record(&"9".into()).is_some());
}

#[test]
fn questions_prepared_on_both_laptops_are_all_there() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(
        HOME,
        "c@1 question q001 Pourquoi ce choix ?\nc@1 asked q001",
    );
    table.play(
        COPY,
        "c@1 question q001 Et les sauvegardes ?\nc@1 question q002 Qui décide ?",
    );
    let report = table.merged(HOME, COPY);
    assert_eq!(report.conflicts, []);
    let home = table.look(HOME);
    let record = home.commission().record(&"1".into()).expect("a candidate");
    let texts: Vec<&str> = record
        .questions
        .iter()
        .map(|question| question.text.as_str())
        .collect();
    assert_eq!(
        texts,
        [
            "Pourquoi ce choix ?",
            "Et les sauvegardes ?",
            "Qui décide ?"
        ]
    );
    let asked: Vec<bool> = record
        .questions
        .iter()
        .map(|question| question.asked)
        .collect();
    assert_eq!(asked, [true, false, false]);
}

#[test]
fn undo_stops_where_two_copies_did_side_by_side() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(HOME, "c@1 mark 12\nm1@1 level projet BM");
    table.play(COPY, "c@1 write Bien\nm2@1 level projet EM");
    let _ = table.merged(HOME, COPY);
    let mut home = table.open(HOME);
    let one = CandidateId::from("1");
    let mut undo = |author| home.undo(&one, author, moment(300)).expect("read");
    // Both copies spoke for the commission: nothing is taken back blindly.
    assert_eq!(undo(Author::Commission), None);
    // A member's own gestures are theirs alone.
    assert!(undo(Author::Member(0)).is_some());
    drop(home);
    table.play(HOME, "c@1 mark 14");
    let mut home = table.open(HOME);
    assert!(
        home.undo(&one, Author::Commission, moment(301))
            .expect("read")
            .is_some()
    );
    let record = home.commission().record(&one).expect("a candidate");
    assert_eq!(record.mark, mark("12"));
}

#[test]
fn what_is_no_copy_of_the_same_commission_is_refused_with_the_difference() {
    let table = Table::new(Ticking::Blind);
    let other = table.path("autre.delibere");
    perform(
        &mut table.desk.create_at(&other, Ticking::Common),
        "c@1 add\nc@7 add",
    );
    let error = table
        .merge(HOME, "autre.delibere")
        .expect_err("refused")
        .to_string();
    for part in ["Chacun a été créé à part", "2, 3", "7", "manière de cocher"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    // Another grid in the header of the same commission.
    let bytes = fs::read(table.path(HOME)).expect("the file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let altered = text.replacen("\"commission\":\"12\"", "\"commission\":\"13\"", 1);
    let header: String = altered
        .lines()
        .take(1)
        .map(|line| format!("{line}\n"))
        .collect();
    let _ = table.save("altered.delibere", header.as_bytes());
    let error = table
        .merge(HOME, "altered.delibere")
        .expect_err("refused")
        .to_string();
    assert!(error.contains("12 et 13"), "{error}");
}

#[test]
fn cut_and_altered_copies_are_refused_and_nothing_changes() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(COPY, "m2@1 level projet EM\nm2@1 level patrimoine BM");
    let copy = fs::read(table.path(COPY)).expect("the copy");
    let before = fs::read(table.path(HOME)).expect("the file");
    let text = String::from_utf8(copy.clone()).expect("UTF-8");
    let swapped: String = {
        let mut lines: Vec<&str> = text.lines().collect();
        let last = lines.len() - 1;
        lines.swap(last, last - 1);
        lines.join("\n") + "\n"
    };
    let cases = [
        (
            "coupé",
            copy[..copy.len() - 9].to_vec(),
            "milieu d’une ligne",
        ),
        (
            "altéré",
            text.replace("\"EM\"", "\"NM\"").into_bytes(),
            "altéré",
        ),
        ("déplacé", swapped.into_bytes(), "altéré"),
        ("vide", Vec::new(), "n’est pas un fichier de commission"),
    ];
    for (name, bytes, expected) in cases {
        let _ = table.save("bad.delibere", &bytes);
        let error = table
            .merge(HOME, "bad.delibere")
            .expect_err(name)
            .to_string();
        assert!(error.contains(expected), "{name}: {error}");
        assert_eq!(
            fs::read(table.path(HOME)).expect("the file"),
            before,
            "{name}"
        );
    }
    // An older copy, whole lines short, is only older.
    let older: String = text
        .lines()
        .take(6)
        .map(|line| format!("{line}\n"))
        .collect();
    let _ = table.save("older.delibere", older.as_bytes());
    let _ = table.merged(HOME, "older.delibere");
    let _ = table.merged(HOME, COPY);
    assert_eq!(table.look(HOME).commission(), table.look(COPY).commission());
}

#[test]
fn one_laptop_that_tells_two_stories_is_found_out() {
    let mut table = Table::new(Ticking::Separate);
    let old = fs::read(table.path(HOME)).expect("the file");
    table.play(HOME, "m1@1 level projet BM");
    let first = fs::read(table.path(HOME)).expect("the file");
    // Somebody puts the old file back, and goes on.
    let _ = table.save(HOME, &old);
    table.play(HOME, "m1@1 level projet NM");
    let _ = table.save("first.delibere", &first);
    let error = table
        .merge(HOME, "first.delibere")
        .expect_err("refused")
        .to_string();
    assert!(error.contains("deux suites différentes"), "{error}");
}

#[test]
fn a_copy_is_made_once_and_never_from_a_copy() {
    let table = Table::shared(Ticking::Blind);
    let mut home = table.open(HOME);
    let again = home.lend(1, &table.path("x.delibere"), false, moment(20));
    assert!(matches!(again, Err(MergeError::AlreadyLent(1))));
    let there = home.lend(0, &table.path(COPY), false, moment(20));
    assert!(matches!(there, Err(MergeError::Store(_))));
    assert!(home.fills(0), "nothing was lent");
    let nowhere = home.lend(0, &table.path("no/where.delibere"), false, moment(20));
    assert!(matches!(nowhere, Err(MergeError::Store(_))));
    assert!(home.fills(0), "what could not be made was taken back");
    let replaced = home.lend(1, &table.path("x.delibere"), true, moment(21));
    assert!(replaced.is_ok());
    drop(home);
    let of_copy = table
        .open(COPY)
        .lend(0, &table.path("y.delibere"), false, moment(22));
    assert!(matches!(of_copy, Err(MergeError::NotTheCommissions(_))));
    // The copy that was given up may have a tick that nobody knew of.
    let (author, edit) = gesture("m2@1 level projet BM");
    let _ = table
        .open(COPY)
        .edit(&edit, author, moment(30))
        .expect("kept");
    assert!(table.merge(HOME, COPY).is_ok());
    // Once it knows, it fills the column no more.
    let _ = table.merged(COPY, HOME);
    assert!(
        table
            .refused(COPY, "m2@1 level projet NM")
            .contains("propre copie")
    );
    assert!(table.look("x.delibere").fills(1));
}

#[test]
fn a_file_in_use_elsewhere_is_not_merged_into() {
    let table = Table::shared(Ticking::Blind);
    let held = table.open(HOME);
    let error = table.merge(HOME, COPY).expect_err("refused").to_string();
    assert!(error.contains("lecture seule"), "{error}");
    drop(held);
    assert!(table.merge(HOME, COPY).is_ok());
}

#[test]
fn an_open_document_goes_on_after_a_merge() {
    let mut table = Table::shared(Ticking::Separate);
    table.play(COPY, "m2@1 level projet EM");
    let mut home = table.open(HOME);
    let write = |home: &mut Document, words: &str, at| {
        let (author, edit) = gesture(words);
        let _ = home.edit(&edit, author, moment(at)).expect("written");
    };
    write(&mut home, "m1@1 level projet BM", 150);
    let _ = home
        .merge(&[table.path(COPY)], &table.desk.places)
        .expect("merged");
    write(&mut home, "m1@1 level patrimoine NM", 151);
    assert!(
        home.undo(&"1".into(), Author::Member(0), moment(152))
            .expect("read")
            .is_some()
    );
    let live = home.commission().clone();
    drop(home);
    assert_eq!(table.look(HOME).commission(), &live);
}

#[test]
fn the_commands_say_what_came_and_what_clashes() {
    let mut table = Table::new(Ticking::Blind);
    let made = table.desk.run(&["copy", HOME, "--for", "2", COPY], b"");
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(made.out.contains("M. Modèle"), "{made:?}");
    table.play(HOME, "c@1 mark 12\nm1@1 level projet BM");
    table.play(COPY, "c@1 mark 13\nm2@1 level projet EM");
    let out = table
        .desk
        .run(&["merge", HOME, COPY, "-o", "tout.delibere"], b"");
    assert_eq!(out.code, Some(0), "{out:?}");
    for part in [
        "Apporté par",
        "1 point à trancher",
        "12",
        "13",
        "M. Modèle, 1 DELTA Inès",
    ] {
        assert!(out.out.contains(part), "{part}: {}", out.out);
    }
    assert!(!out.out.contains("Excellente"), "{}", out.out);
    let again = table
        .desk
        .run(&["merge", HOME, COPY, "-o", "tout.delibere"], b"");
    assert_eq!(again.code, Some(1));
    let json = table.desk.run(&["merge", HOME, COPY, "--json"], b"").json();
    assert_eq!(json["changed"], true);
    assert_eq!(json["brought"][1]["gestures"], 2);
    let sides = json["conflicts"][0]["sides"].as_array().expect("sides");
    assert_eq!(sides.len(), 2);
    // A script settles with what it was given.
    let settle = serde_json::json!({ "edit": sides[0]["settle"] }).to_string();
    let settled = table.desk.run(&["apply", HOME], settle.as_bytes());
    assert_eq!(settled.code, Some(0), "{settled:?}");
    let shown = table.desk.run(&["show", HOME, "--json"], b"").json();
    assert_eq!(shown["candidates"][0]["conflicts"], serde_json::json!([]));
    assert_eq!(shown["candidates"][0]["note"], 12.0);
    // Merging again finds nothing new, and the file is sound.
    let again = table.desk.run(&["merge", HOME, COPY], b"");
    assert!(again.out.contains("rien de nouveau"), "{}", again.out);
    let sound = table.desk.run(&["verify", HOME, "--json"], b"").json();
    assert_eq!(sound["ok"], true);
    let back = table.desk.run(&["copy", HOME, "--for", "2", "--back"], b"");
    assert_eq!(back.code, Some(0), "{back:?}");
    let refused = wish(Author::Member(2), &gesture("m1@1 validate").1);
    assert_eq!(
        table.desk.run(&["apply", HOME], refused.as_bytes()).code,
        Some(1)
    );
}

/// What may happen at the table.
#[derive(Debug, Clone)]
enum Act {
    /// A gesture in one of the files, at some hour of that laptop.
    Gesture(usize, usize, Author, Edit),
    /// All that leads to a fixed mark, in one of the files.
    Seal(usize),
    /// The last gesture of somebody taken back.
    Undo(usize, Author),
    /// One file brought into another.
    Merge(usize, usize),
}

fn any_act() -> impl Strategy<Value = Act> {
    let file = || 0_usize..3;
    let author = prop::sample::select(vec![
        Author::Commission,
        Author::Member(0),
        Author::Member(1),
    ]);
    prop_oneof![
        30 => (file(), 0_usize..400, any_gesture())
            .prop_map(|(file, at, (author, edit))| Act::Gesture(file, at, author, edit)),
        1 => file().prop_map(Act::Seal),
        2 => (file(), author).prop_map(|(file, author)| Act::Undo(file, author)),
        3 => (file(), file()).prop_map(|(into, from)| Act::Merge(into, from)),
    ]
}

/// Three files of one commission, each gone its own way: the commission's, the second member's
/// copy, and one made by the system without telling anybody.
fn scatter(ticking: Ticking, lent: bool, acts: &[Act]) -> (Table, [PathBuf; 3]) {
    let table = if lent {
        Table::shared(ticking)
    } else {
        let table = Table::new(ticking);
        let _ = fs::copy(table.path(HOME), table.path(COPY)).expect("a copy");
        table
    };
    let _ = fs::copy(table.path(HOME), table.path(TWIN)).expect("a copy");
    let names = [HOME, COPY, TWIN];
    let mut files: Vec<Document> = names.iter().map(|name| table.open(name)).collect();
    for (index, act) in acts.iter().enumerate() {
        match act {
            Act::Gesture(file, at, author, edit) => {
                let _ = files[*file].edit(edit, *author, moment(200 + at));
            }
            Act::Seal(file) => {
                for (_, author, edit) in gestures(super::support::TO_SEAL) {
                    let _ = files[*file].edit(&edit, author, moment(200 + index));
                }
            }
            Act::Undo(file, author) => {
                let _ = files[*file].undo(&"1".into(), *author, moment(200 + index));
            }
            Act::Merge(into, from) if into != from => {
                let from = [files[*from].path().to_owned()];
                let _ = files[*into]
                    .merge(&from, &table.desk.places)
                    .unwrap_or_else(|error| panic!("{error}"));
            }
            Act::Merge(..) => {}
        }
    }
    for (name, file) in names.iter().zip(files) {
        let live = file.commission().clone();
        drop(file);
        // What is shown while grading is what is read again.
        let again = table.look(name);
        assert_eq!(again.commission().records, live.records, "{name}");
        assert_eq!(again.commission().lent, live.lent, "{name}");
    }
    let paths = names.map(|name| table.path(name));
    (table, paths)
}

/// Fails unless the last word of everybody on every field is held or waits in sight.
fn expect_nothing_lost(bytes: &[u8], commission: &Commission) {
    let story = story(bytes);
    let entries = journal::entries(&story);
    let renumbered = entries.iter().any(|entry| entry.edit.renames().is_some());
    let mut last: BTreeMap<(CandidateId, Slot), Vec<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let slot = Slot::of_edit(&entry.edit, entry.stamp.author);
        let (Some(slot), Some(candidate)) = (slot, entry.edit.candidate()) else {
            continue;
        };
        if matches!(slot, Slot::Visa(_) | Slot::Question(_)) || renumbered {
            continue;
        }
        let known = last.entry((candidate.clone(), slot)).or_default();
        known.retain(|before| !entries[*before].precedes(entry));
        known.push(index);
    }
    for ((candidate, slot), words) in last {
        let Some(record) = commission.record(&candidate) else {
            // Taken out of the list by whoever knew of all of it, or never graded.
            continue;
        };
        for index in words {
            let edit = &entries[index].edit;
            // What is said of papers goes with them when they are replaced, known of or not.
            let replaced = entries.iter().any(|other| {
                let papers =
                    matches!(&other.edit, Edit::Of(id, Change::Dossier(_)) if *id == candidate);
                papers && !other.precedes(&entries[index])
            });
            if slot.is_of_papers() && replaced {
                continue;
            }
            let shown = record.conflicts.iter().any(|conflict| {
                conflict.slot == slot
                    && conflict
                        .sides
                        .iter()
                        .any(|side| side.stamp == entries[index].stamp && side.edit == *edit)
            });
            assert!(
                slot.holds(record, edit) || shown,
                "{candidate}: {slot:?}: {edit:?} is neither held nor shown"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_merge_is_commutative_associative_and_idempotent_and_loses_nothing(
        ticking in any_ticking(),
        lent in prop::bool::ANY,
        acts in prop::collection::vec(any_act(), 0..90),
    ) {
        let (table, [a, b, c]) = scatter(ticking, lent, &acts);
        let ab = table.union(&[&a, &b]);
        prop_assert_eq!(&ab, &table.union(&[&b, &a]));
        let whole = table.union(&[&a, &b, &c]);
        let ab = table.save("ab.delibere", &ab);
        let bc = table.save("bc.delibere", &table.union(&[&b, &c]));
        prop_assert_eq!(&whole, &table.union(&[&ab, &c]));
        prop_assert_eq!(&whole, &table.union(&[&a, &bc]));
        prop_assert_eq!(&whole, &table.union(&[&c, &b, &a]));
        let merged = table.save("whole.delibere", &whole);
        prop_assert_eq!(&whole, &table.union(&[&merged, &merged]));
        prop_assert_eq!(&whole, &table.union(&[&merged, &b]));

        let document = table.look("whole.delibere");
        let lines = journal_lines(&whole);
        for file in [&a, &b, &c] {
            for line in journal_lines(&fs::read(file).expect("a file")) {
                prop_assert!(lines.contains(&line), "{} is lost", line);
            }
        }
        expect_nothing_lost(&whole, document.commission());

        // Into a file or beside it, the commission is the same.
        for (name, others) in [(HOME, [COPY, TWIN]), (TWIN, [HOME, COPY]), (COPY, [TWIN, HOME])] {
            let others = others.map(|other| table.path(other));
            let mut into = table.open(name);
            let _ = into.merge(&others, &table.desk.places).expect("merged");
            prop_assert_eq!(into.commission(), document.commission());
        }
    }

    #[test]
    fn a_mark_that_one_copy_fixed_stays_as_it_was(
        ticking in any_ticking(),
        before in prop::collection::vec(any_act(), 0..25),
        sealer in 0_usize..3,
        late in prop::collection::vec(any_act(), 0..40),
    ) {
        // After the seal nothing happens in that file, and no other file knows of it.
        let mut acts = before;
        acts.push(Act::Seal(sealer));
        acts.extend(late.into_iter().filter(|act| match act {
            Act::Gesture(file, ..) | Act::Undo(file, _) => *file != sealer,
            Act::Seal(_) | Act::Merge(..) => false,
        }));
        let (table, files) = scatter(ticking, false, &acts);
        let names = [HOME, COPY, TWIN];
        let states: Vec<Document> = names.iter().map(|name| table.look(name)).collect();
        let _ = table.save("whole.delibere", &table.union(&[&files[0], &files[1], &files[2]]));
        let whole = table.look("whole.delibere");
        for record in &states[sealer].commission().records {
            let Some(seal) = &record.sealed else { continue };
            let number = &record.candidate.number;
            let others = states.iter().enumerate().filter(|(file, _)| *file != sealer);
            let fixed_elsewhere = others.into_iter().any(|(_, state)| {
                let record = state.commission().record(number);
                record.is_some_and(|record| record.sealed.is_some() || !record.reopened.is_empty())
            });
            if fixed_elsewhere {
                continue;
            }
            let merged = whole.commission().record(number);
            // The other copy may have corrected the number.
            let Some(merged) = merged else { continue };
            prop_assert_eq!(merged.sealed.as_ref(), Some(seal));
            prop_assert_eq!(&merged.mark, &record.mark);
            prop_assert_eq!(&merged.penalties, &record.penalties);
            prop_assert_eq!(&merged.appreciation, &record.appreciation);
            prop_assert_eq!(
                whole.commission().agreed(merged),
                states[sealer].commission().agreed(record)
            );
            prop_assert_eq!(whole.seal_code(number), states[sealer].seal_code(number));
        }
    }
}
