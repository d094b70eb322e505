//! The screen that may stay in sight of the candidate: a name, a number, the time left, and nothing
//! that was judged, whatever was in front when it came up.

use super::hands::Hands;
use super::support::{Desk, TO_SEAL, perform};
use delibere::domain::commission::Ticking;

/// Everything that is read while it is up, title included.
fn covered(hands: &mut Hands) -> Vec<String> {
    assert!(hands.sees("F8"), "{}", hands.page());
    assert!(
        !hands.app.title().contains("DELTA"),
        "{}",
        hands.app.title()
    );
    let page = hands.page();
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    lines.push(hands.app.title());
    lines
}

#[test]
fn nothing_confidential_is_on_it_from_any_stage_or_dialog() {
    let ready = TO_SEAL.replace("c seal", "");
    let ready = ready.trim();
    for (script, keys) in [
        (ready, "ctrl+1"),
        (ready, "ctrl+2"),
        (ready, "ctrl+3"),
        (ready, "ctrl+4"),
        (ready, "ctrl+4 m"),
        (ready, "ctrl+4 ctrl+enter"),
        (ready, "ctrl+2 i"),
        (ready, "ctrl+2 e"),
        ("c add\nc begin\nm1 all BM", "ctrl+2 4"),
        ("c add\nc begin\nm1 all BM", "ctrl+2 ctrl+enter"),
        (TO_SEAL, "ctrl+5"),
    ] {
        let desk = Desk::new();
        perform(&mut desk.create(Ticking::Blind), script);
        let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
        hands.press("enter");
        hands.press(keys);
        let before = hands.page();
        hands.press("f8");
        let lines = covered(&mut hands);
        assert!(lines.len() <= 6, "{keys}: {lines:?}");
        for line in &lines {
            let known = [
                "DELTA",
                "N° 1",
                "F8",
                "Revenir",
                "Commission 12",
                "restantes",
            ];
            assert!(
                known.iter().any(|word| line.contains(word)),
                "{keys}: {line}"
            );
        }
        // Nothing behind hears a key, Tab finds nothing else, and everything comes back.
        let file = desk.path("commission.delibere");
        let count = std::fs::read(&file).expect("the file");
        hands.press("ctrl+enter 3 m ctrl+4 ctrl+z tab tab n");
        assert_eq!(covered(&mut hands), lines, "{keys}");
        assert_eq!(std::fs::read(&file).expect("the file"), count, "{keys}");
        hands.press("f8");
        assert_eq!(hands.page(), before, "{keys}");
    }
}

#[test]
fn masked_marks_stay_masked_for_the_next_candidate() {
    let desk = Desk::new();
    perform(
        &mut desk.create(Ticking::Common),
        "c add\nc@2 add\nc begin\nc@2 begin\nc all BM\nc@2 level patrimoine BM",
    );
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter ctrl+2");
    assert!(hands.sees("Note proposée masquée"), "{}", hands.page());
    hands.press("m");
    assert!(!hands.sees("Note proposée masquée"));
    let back = hands.bounds("Commission 12");
    hands.click_at(back.center());
    hands.press("down enter");
    assert!(hands.sees("Note proposée masquée"), "{}", hands.page());
}
