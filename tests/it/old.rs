//! One real file of every past format, kept for ever. `cargo test` reads it; to make the file of a
//! new format, run with `DELIBERE_WRITE_OLD` set to the path of the new file.

use std::fs;
use std::path::Path;

use delibere::domain::commission::{Commission, PieceState, Seen, Status, Ticking};
use delibere::domain::edit::Author;
use delibere::domain::fraction::Fraction;
use delibere::domain::id::CandidateId;
use delibere::store::document::Document;
use delibere::store::places::Places;

use super::support::{Desk, TO_SEAL, moment, perform};

/// A day with every kind of gesture: blind, separate and common, an absence, a reopened mark.
fn a_day(document: &mut Document) {
    perform(document, TO_SEAL);
    perform(
        document,
        "
        c reopen Erreur de saisie sur l’appréciation
        c write Travail soigné et personnel.
        m1 visa
        m2 visa
        c seal
        c@2 add
        c@2 option SLAM
        c@2 ticking separate
        c@2 begin
        c@2 timer 0 125000
        m1@2 level patrimoine EM
        m1@2 seen patrimoine-1 yes
        m2@2 level patrimoine NE
        m2@2 seen patrimoine-2 partly
        m2@2 seen patrimoine-3 no
        c@2 question a Pourquoi ce choix ?
        c@2 question b Et les sauvegardes ?
        c@2 asked a
        c@2 drop b
        c@2 piece portfolio yes
        c@2 piece tableau no
        c@2 penalty tableau-absent yes
        c@2 observe 0 Clair
        c@2 observe 1 Hésite sur « 3-2-1 »
        c@2 reason Oral au-dessus du profil
        c@2 mark 12.5
        c@2 mark 13
        c@3 add
        c@3 ticking common
        c@3 level projet MP
        c@3 level projet BM
        c@4 add
        c@4 renumber 0000000004
        c@0000000004 absent
        c@5 add
        c@5 remove",
    );
    let undo = |document: &mut Document, id: &str, author, index| {
        let id = CandidateId::from(id);
        let undone = document.undo(&id, author, moment(index)).expect("written");
        assert!(undone.is_some());
    };
    undo(document, "2", Author::Commission, 900);
    undo(document, "3", Author::Commission, 901);
    undo(document, "2", Author::Member(1), 902);
    let redone = document.redo(&"2".into(), Author::Member(1), moment(903));
    assert!(redone.expect("written").is_some());
}

fn expect_the_day(commission: &Commission) {
    let mark = |text: &str| Fraction::parse(text);
    let record = |id: &str| commission.record(&id.into()).expect("a candidate");
    let header = &commission.header;
    assert_eq!(
        (header.number.as_str(), header.edition.exam.as_str()),
        ("12", "E5")
    );
    assert_eq!(header.members[1].name, "M. Karim MODÈLE");
    assert_eq!(header.ticking, Ticking::Blind);
    assert_eq!(header.grid.rows.len(), 7);
    assert_eq!(commission.records.len(), 4);

    let one = record("1");
    assert_eq!(commission.status(one), Status::Sealed);
    assert_eq!(one.mark, mark("13.5"));
    assert_eq!(
        one.sealed.as_ref().and_then(|seal| seal.last.clone()),
        mark("13.5")
    );
    assert_eq!(one.reopened.len(), 1);
    assert_eq!(
        one.reopened[0].reason,
        "Erreur de saisie sur l’appréciation"
    );
    assert_eq!(one.appreciation, "Travail soigné et personnel.");
    assert_eq!(one.begun, Some(moment(1)));
    assert_eq!(commission.agreed(one).len(), 7);
    assert_eq!(one.visas.len(), 2);

    let two = record("2");
    assert_eq!(commission.status(two), Status::Started);
    assert_eq!(commission.ticking(two), Ticking::Separate);
    assert_eq!(two.candidate.option, Some("SLAM".into()));
    assert_eq!(two.candidate.seconds, [800]);
    assert_eq!(two.timer.spent, [125_000]);
    assert_eq!(two.mark, mark("12.5"));
    let (first, second) = (
        &two.columns[&Author::Member(0)],
        &two.columns[&Author::Member(1)],
    );
    assert_eq!(first.levels[&"patrimoine".into()], "EM".into());
    assert_eq!(second.levels[&"patrimoine".into()], "NE".into());
    assert_eq!(second.seen[&"patrimoine-2".into()], Seen::Partly);
    assert_eq!(second.seen[&"patrimoine-3".into()], Seen::No);
    assert_eq!(two.questions.len(), 1);
    assert!(two.questions[0].asked);
    assert_eq!(two.pieces[&"tableau".into()], PieceState::Missing);
    assert!(two.penalties[&"tableau-absent".into()]);
    assert_eq!(two.observations[&1], "Hésite sur « 3-2-1 »");
    assert_eq!(two.reason, "Oral au-dessus du profil");

    let three = record("3");
    assert_eq!(
        three.columns[&Author::Commission].levels[&"projet".into()],
        "MP".into()
    );
    let four = record("0000000004");
    assert_eq!(commission.status(four), Status::Absent);
}

#[test]
fn version_one_opens_as_it_was_left() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old/v1.delibere");
    let desk = Desk::new();
    let copy = desk.path("v1.delibere");
    let _ = fs::copy(&kept, &copy).expect("the kept file");
    let document = Document::look(&copy, &desk.places).expect("it reads");
    assert!(document.notices().is_empty(), "{:?}", document.notices());
    expect_the_day(document.commission());
    assert!(document.seal_code(&"1".into()).is_some());
    // And it goes on: a gesture more, taken back.
    let mut document = Document::open(&copy, &desk.places).expect("it opens");
    let redone = document.redo(&"2".into(), Author::Commission, moment(990));
    assert!(redone.expect("written").is_some());
    assert_eq!(
        document
            .commission()
            .record(&"2".into())
            .expect("a candidate")
            .mark,
        Fraction::parse("13")
    );
    perform(&mut document, "c@3 level projet EM");
    drop(document);
    let document = Document::open(&copy, &Places::under(&desk.path("home"))).expect("it opens");
    assert!(document.notices().is_empty());
}

#[test]
fn the_format_of_today_keeps_the_same_day() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    a_day(&mut document);
    expect_the_day(document.commission());
    if let Some(path) = std::env::var_os("DELIBERE_WRITE_OLD") {
        let _ = fs::copy(document.path(), path).expect("written");
    }
    drop(document);
    expect_the_day(desk.open().commission());
}
