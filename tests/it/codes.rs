//! Members' codes: what is kept of them, where they are asked, and the window that locks itself.

use std::fs;

use delibere::app::Message;
use delibere::domain::commission::Ticking;
use delibere::domain::edit::{Author, Edit, Refusal};
use delibere::domain::id::CodeHash;
use delibere::store::code;
use delibere::store::document::Document;

use super::hands::Hands;
use super::support::{Desk, TO_SEAL, commission, moment, perform, stamp};

/// Gives the first member 1234 and the second 5678.
fn with_codes(document: &mut Document) {
    let first = usize::try_from(document.count()).expect("a count");
    for (member, digits) in [(0, "1234"), (1, "5678")] {
        let edit = Edit::Code(member, code::hash(digits));
        let author = Author::Member(member);
        let done = document.edit(&edit, author, moment(first + member));
        assert!(done.is_ok(), "{done:?}");
    }
}

fn type_code(hands: &mut Hands, digits: &str) {
    for digit in digits.chars() {
        hands.press(&digit.to_string());
    }
    hands.press("enter");
}

#[test]
fn only_a_salted_slow_hash_of_a_code_is_kept() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    with_codes(&mut document);
    drop(document);
    let file = fs::read_to_string(desk.path("commission.delibere")).expect("the file");
    assert!(file.contains("$argon2id$"));
    assert!(!file.contains("1234") && !file.contains("5678"));
    let document = desk.open();
    let codes = &document.commission().codes;
    assert!(code::matches("1234", &codes[&0]));
    assert!(!code::matches("5678", &codes[&0]));
    assert_ne!(code::hash("1234"), code::hash("1234"), "salted");
    for none in ["", "123", "12345", "12a4", "é234"] {
        assert_eq!(code::hash(none), None, "{none}");
        assert!(!code::matches(none, &codes[&0]), "{none}");
    }
    let shown = desk.run(&["show", "commission.delibere", "--json", "--all"], b"");
    assert!(!shown.out.contains("argon2"), "{shown:?}");
}

#[test]
fn a_hash_from_elsewhere_costs_neither_memory_nor_a_panic() {
    for kept in [
        "",
        "1234",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g",
        "$argon2id$v=19$m=19456,t=4000,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g",
    ] {
        assert!(!code::matches("1234", &CodeHash::from(kept)), "{kept}");
    }
}

#[test]
fn a_code_is_set_by_its_member_or_with_one_voice_and_taken_back() {
    let mut commission = commission(Ticking::Blind);
    let edit = Edit::Code(0, Some("x".into()));
    let by = |author| stamp(author, 1);
    assert_eq!(
        edit.apply(&mut commission, by(Author::Member(1))),
        Err(Refusal::WrongAuthor(Author::Member(1)))
    );
    let back = edit
        .apply(&mut commission, by(Author::Member(0)))
        .expect("accepted");
    assert_eq!(back, Edit::Code(0, None));
    let _ = back
        .apply(&mut commission, by(Author::Commission))
        .expect("accepted");
    assert!(commission.codes.is_empty());
    assert!(
        Edit::Code(7, None)
            .apply(&mut commission, by(Author::Commission))
            .is_err()
    );
}

#[test]
fn a_column_opens_with_its_members_code_alone() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin\nm1 level patrimoine BM");
    with_codes(&mut document);
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("down enter ctrl+m");
    assert!(hands.sees("Votre code à 4 chiffres"), "{}", hands.page());
    type_code(&mut hands, "1234");
    assert!(hands.sees("Ce code n’est pas le bon."), "{}", hands.page());
    hands.send(Message::TakeSeat);
    assert!(hands.sees("Votre code à 4 chiffres"), "{}", hands.page());
    type_code(&mut hands, "5678");
    assert!(!hands.sees("Votre code à 4 chiffres"), "{}", hands.page());
    assert!(hands.sees("Membre 2, à vous"), "{}", hands.page());
}

#[test]
fn a_locked_window_shows_nothing_and_opens_for_the_one_who_typed() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin\nm1 level patrimoine BM");
    with_codes(&mut document);
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("down enter");
    let before = Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
    hands.press("ctrl+l");
    assert!(hands.sees("Écran verrouillé"), "{}", hands.page());
    for hidden in ["DELTA Inès", "Bonne maîtrise", "Patrimoine informatique"] {
        assert!(!hands.sees(hidden), "{hidden}");
    }
    // Neither a level nor Escape goes through.
    hands.press("escape ctrl+enter");
    type_code(&mut hands, "9999");
    assert!(hands.sees("Écran verrouillé"), "{}", hands.page());
    let after = Document::look(&desk.path("commission.delibere"), &desk.places).expect("a file");
    assert_eq!(before.count(), after.count());
    // The second member finds their own column, not the first one's.
    type_code(&mut hands, "5678");
    assert!(hands.sees("Membre 2, à vous"), "{}", hands.page());
}

#[test]
fn three_wrong_codes_cost_a_wait() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    with_codes(&mut document);
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("ctrl+l");
    for _ in 0..3 {
        type_code(&mut hands, "0000");
    }
    assert!(hands.page().contains("Trop d’essais"), "{}", hands.page());
    type_code(&mut hands, "1234");
    assert!(hands.sees("Écran verrouillé"), "{}", hands.page());
}

#[test]
fn without_codes_nothing_is_asked_and_nothing_locks() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("ctrl+l");
    assert!(!hands.sees("Écran verrouillé"), "{}", hands.page());
}

#[test]
fn visas_and_reopening_ask_for_codes() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    let script = TO_SEAL
        .replace("m1 visa\n", "")
        .replace("m2 visa\n", "")
        .replace("c seal", "");
    perform(&mut document, &script);
    with_codes(&mut document);
    drop(document);
    let file = desk.path("commission.delibere");
    let mut hands = Hands::at(&file, &desk.places);
    hands.press("down enter");
    hands.press("ctrl+4");
    for (member, digits) in ["1234", "5678"].into_iter().enumerate() {
        hands.click("Donner mon visa");
        assert!(
            hands.sees("Votre code confirme votre visa sur cette décision."),
            "{}",
            hands.page()
        );
        hands.press("enter");
        assert_eq!(hands.record(&file, "1").visas.len(), member);
        type_code(&mut hands, digits);
        assert_eq!(
            hands.record(&file, "1").visas.len(),
            member + 1,
            "{}",
            hands.page()
        );
    }
    hands.press("ctrl+enter ctrl+enter");
    assert!(
        hands.record(&file, "1").sealed.is_some(),
        "{}",
        hands.page()
    );
    hands.click("Rouvrir la décision…");
    hands.write("Erreur de saisie");
    hands.press("enter");
    for digits in ["1234", "5678"] {
        assert!(hands.record(&file, "1").sealed.is_some());
        type_code(&mut hands, digits);
    }
    assert!(
        hands.record(&file, "1").sealed.is_none(),
        "{}",
        hands.page()
    );
}

fn with_both() -> (Desk, Hands) {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin\nm1 level patrimoine BM");
    with_codes(&mut document);
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("down enter");
    (desk, hands)
}

#[test]
fn a_forgotten_code_takes_a_reason_and_another_members_word() {
    let mut commission = commission(Ticking::Blind);
    let reset = |reason: &str| Edit::ResetCode(0, Some("y".into()), reason.to_owned());
    let by = |author| stamp(author, 1);
    for (edit, author, refusal) in [
        (reset(" "), Author::Member(1), Refusal::ReasonMissing),
        (
            reset("oubli"),
            Author::Member(0),
            Refusal::WrongAuthor(Author::Member(0)),
        ),
        (
            reset("oubli"),
            Author::Member(5),
            Refusal::WrongAuthor(Author::Member(5)),
        ),
    ] {
        assert_eq!(edit.apply(&mut commission, by(author)), Err(refusal));
    }
    assert!(commission.resets.is_empty() && commission.codes.is_empty());
    let _ = reset("oubli")
        .apply(&mut commission, by(Author::Member(1)))
        .expect("accepted");
    assert_eq!(commission.resets.len(), 1);
    assert_eq!(commission.resets[0].by, Author::Member(1));
}

#[test]
fn the_other_member_replaces_a_forgotten_code_and_everybody_sees_it() {
    let (desk, mut hands) = with_both();
    hands.press("ctrl+m");
    hands.click("Code oublié…");
    // Nothing of the oral is in sight meanwhile, and nothing goes on without a reason.
    assert!(!hands.sees("Patrimoine informatique"), "{}", hands.page());
    hands.press("enter");
    assert!(hands.sees("Qui a oublié son code"), "{}", hands.page());
    hands.tab_to("forgotten-reason");
    hands.write("Trou de memoire");
    hands.press("enter");
    assert!(
        hands.sees("confirme avec son propre code"),
        "{}",
        hands.page()
    );
    // Their own, forgotten or not, does not vouch.
    type_code(&mut hands, "5678");
    assert!(hands.sees("Ce code n’est pas le bon."), "{}", hands.page());
    type_code(&mut hands, "1234");
    assert!(hands.sees("tape son nouveau code"), "{}", hands.page());
    type_code(&mut hands, "4321");
    assert!(hands.sees("À vous"), "{}", hands.page());
    type_code(&mut hands, "5678");
    assert!(
        hands.sees("Ce code n’est pas le bon."),
        "the former is no more"
    );
    type_code(&mut hands, "4321");
    assert!(hands.sees("Membre 2, à vous"), "{}", hands.page());
    // Both can see it, on the screen and on the command line; never the code.
    let back = hands.bounds("Commission 12");
    hands.click_at(back.center());
    hands.click("Codes remplacés\u{a0}: 1");
    assert!(
        hands.sees("code de M. Modèle, confirmé par Mme Spécimen. Motif : Trou de memoire"),
        "{}",
        hands.page()
    );
    drop(hands);
    let shown = desk.run(&["show", "commission.delibere"], b"");
    assert!(
        shown.out.contains("Trou de memoire") && !shown.out.contains("4321"),
        "{shown:?}"
    );
    let json = desk.run(&["show", "commission.delibere", "--json"], b"");
    assert!(
        json.out.contains("Trou de memoire") && !json.out.contains("argon2"),
        "{json:?}"
    );
    let verified = desk.run(&["verify", "commission.delibere"], b"");
    assert_eq!(verified.code, Some(0), "{verified:?}");
}

#[test]
fn nobody_is_locked_out_when_every_code_is_forgotten() {
    let (desk, mut hands) = with_both();
    hands.press("ctrl+l");
    hands.click("Code oublié…");
    hands.click("Mme Spécimen");
    hands.tab_to("forgotten-reason");
    hands.write("Codes perdus");
    hands.press("enter");
    // Leaving changes nothing, and the window is still locked.
    hands.press("escape");
    assert!(hands.sees("Écran verrouillé"), "{}", hands.page());
    hands.click("Code oublié…");
    hands.click("Mme Spécimen");
    hands.tab_to("forgotten-reason");
    hands.write("Codes perdus");
    hands.press("enter");
    hands.tab_to("forgotten-nobody");
    hands.press("enter");
    assert!(
        hands.sees("Tous les codes de la commission seront retirés"),
        "{}",
        hands.page()
    );
    hands.tab_to("forgotten-next");
    hands.press("enter");
    assert!(!hands.sees("Écran verrouillé"), "{}", hands.page());
    drop(hands);
    let document = desk.open();
    assert!(document.commission().codes.is_empty());
    let by: Vec<Author> = document
        .commission()
        .resets
        .iter()
        .map(|reset| reset.by)
        .collect();
    assert_eq!(by, [Author::Commission, Author::Commission]);
}

#[test]
fn a_member_goes_on_without_the_code_they_forgot() {
    let (_desk, mut hands) = with_both();
    hands.press("ctrl+l");
    type_code(&mut hands, "1234");
    hands.press("ctrl+m");
    hands.click("Code oublié…");
    hands.tab_to("forgotten-reason");
    hands.write("Oubli");
    hands.press("enter");
    type_code(&mut hands, "1234");
    // Going on without a code: the column opens without one.
    hands.tab_to("forgotten-without");
    hands.press("enter");
    assert!(
        hands.sees("À vous") && !hands.sees("Votre code à 4 chiffres"),
        "{}",
        hands.page()
    );
    hands.press("enter");
    assert!(hands.sees("Membre 2, à vous"), "{}", hands.page());
}

#[test]
fn the_demonstration_asks_for_no_code() {
    let desk = Desk::new();
    let file = delibere::app::demo::lay(&desk.path("demo"), &desk.places).expect("laid");
    let document = Document::look(&file, &desk.places).expect("read");
    assert!(document.commission().codes.is_empty());
}
