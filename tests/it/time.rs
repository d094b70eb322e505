//! The chronometer's log: what happened, when and why, kept by the journal itself.

use delibere::app::Message;
use delibere::domain::commission::{Commission, Ticking, Timer};
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::roster::Moment;
use delibere::domain::time_log::{Entry, Event, ends_soon};
use delibere::store::document::Document;

use super::hands::Hands;
use super::support::{Desk, commission, gesture, moment, perform, stamp};

/// So many seconds after the first gesture.
fn at(seconds: u64) -> Moment {
    moment(0).plus(seconds * 1000)
}

fn set(commission: &mut Commission, timer: Timer, seconds: u64) {
    let stamp = delibere::domain::edit::Stamp {
        author: Author::Commission,
        at: at(seconds),
    };
    let edit = Edit::Of("1".into(), Change::Timer(timer));
    let _ = edit.apply(commission, stamp).expect("accepted");
}

fn timer(commission: &Commission) -> Timer {
    commission.records[0].timer.clone()
}

fn log(commission: &Commission, now: Option<u64>) -> Vec<(u64, usize, Event)> {
    let entries = commission.time_log(&commission.records[0], now.map(at));
    let seconds = |entry: Entry| {
        let since = entry.at.since(at(0)) / 1000;
        (since, entry.phase, entry.event)
    };
    entries.into_iter().map(seconds).collect()
}

#[test]
fn the_log_says_what_happened_in_order_and_why() {
    let mut day = commission(Ticking::Blind);
    let (author, edit) = gesture("c add");
    let _ = edit.apply(&mut day, stamp(author, 0)).expect("accepted");
    assert_eq!(log(&day, Some(9)), []);
    let next = timer(&day).running(at(10));
    set(&mut day, next, 10);
    let next = timer(&day).paused(at(60));
    set(&mut day, next, 60);
    // The reason is said afterwards, then corrected.
    for reason in ["Incident", "Incident technique"] {
        let next = Timer {
            reason: reason.into(),
            ..timer(&day)
        };
        set(&mut day, next, 70);
    }
    let next = timer(&day).running(at(100));
    assert!(next.reason.is_empty());
    set(&mut day, next, 100);
    // 10 minutes of presentation: 50 s are counted, so the time is over 550 s later.
    assert_eq!(log(&day, Some(650)).len(), 3);
    assert_eq!(log(&day, Some(651)).last(), Some(&(650, 0, Event::Overrun)));
    let next = timer(&day).next_phase(at(700), 2);
    set(&mut day, next, 700);
    let next = timer(&day).next_phase(at(900), 2);
    set(&mut day, next, 900);
    let all = [
        (10, 0, Event::Started),
        (60, 0, Event::Paused("Incident technique".into())),
        (100, 0, Event::Resumed),
        (650, 0, Event::Overrun),
        (700, 1, Event::Phase),
        (900, 1, Event::Finished),
    ];
    assert_eq!(log(&day, None), all);
    assert_eq!(
        log(&day, Some(5000)),
        all,
        "a finished oral overruns no more"
    );
    // What a script sets is said to be set.
    let next = Timer {
        spent: vec![1, 2],
        ..timer(&day)
    };
    set(&mut day, next, 950);
    assert_eq!(log(&day, None).last(), Some(&(950, 1, Event::Corrected)));
}

#[test]
fn extra_time_moves_the_overrun_and_the_warning() {
    assert!(!ends_soon(600_000, 0) && !ends_soon(600_000, 479_000));
    assert!(ends_soon(600_000, 480_000) && ends_soon(600_000, 599_999));
    assert!(!ends_soon(600_000, 600_000) && !ends_soon(0, 5));
    // A minute has no two last minutes.
    assert!(!ends_soon(60_000, 40_000) && ends_soon(60_000, 50_000));
    let mut day = commission(Ticking::Blind);
    for (index, words) in ["c add", "c option SISR"].into_iter().enumerate() {
        let (author, edit) = gesture(words);
        let _ = edit
            .apply(&mut day, stamp(author, index))
            .expect("accepted");
    }
    let next = timer(&day).running(at(0));
    set(&mut day, next, 0);
    // 800 seconds instead of 600.
    assert_eq!(log(&day, Some(800)).len(), 1);
    assert_eq!(log(&day, Some(801)).last(), Some(&(800, 0, Event::Overrun)));
}

fn opened() -> (Desk, Hands) {
    let desk = Desk::new();
    perform(&mut desk.create(Ticking::Blind), "c add\nc begin");
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter");
    (desk, hands)
}

#[test]
fn a_pause_is_explained_by_keyboard_and_the_log_is_read_everywhere() {
    let (desk, mut hands) = opened();
    let file = desk.path("commission.delibere");
    let reason = |hands: &Hands| hands.record(&file, "1").timer.reason;
    // Before anything, the log has nothing to say and asks for no reason.
    hands.press("i");
    assert!(hands.sees("Temps de l’oral") && !hands.sees("Motif de la pause"));
    hands.press("escape t t");
    let pauses = hands.record(&file, "1").times.len();
    assert!(hands.sees("Motif…"), "{}", hands.page());
    hands.press("i");
    assert!(hands.sees("Pause, motif non indiqué"), "{}", hands.page());
    assert!(hands.is_on("pause-1"), "{:?}", hands.focused());
    hands.press("tab enter");
    assert_eq!(reason(&hands), "Malaise");
    assert!(!hands.sees("Temps de l’oral"));
    assert_eq!(hands.record(&file, "1").times.len(), pauses + 1);
    // One's own words.
    hands.press("i tab tab tab");
    hands.write("Alarme incendie 3");
    hands.press("enter");
    assert_eq!(reason(&hands), "Alarme incendie 3");
    hands.press("t");
    assert_eq!(reason(&hands), "");
    hands.press("i");
    assert!(
        hands.sees("Pause : Alarme incendie 3") && hands.sees("Reprise"),
        "{}",
        hands.page()
    );
    assert!(!hands.sees("Motif de la pause"), "it runs");
    hands.press("escape");
    drop(hands);
    let shown = desk.run(&["show", "commission.delibere", "--time"], b"");
    assert!(
        shown.out.contains("Pause\u{a0}: Alarme incendie 3"),
        "{shown:?}"
    );
    let shown = desk.run(&["show", "commission.delibere"], b"");
    assert!(!shown.out.contains("Alarme"), "{shown:?}");
    let json = desk
        .run(&["show", "commission.delibere", "--json"], b"")
        .json();
    let events = json["candidates"][0]["time_log"]
        .as_array()
        .expect("a log")
        .clone();
    let names: Vec<&str> = events
        .iter()
        .filter_map(|event| event["event"].as_str())
        .collect();
    assert_eq!(names, ["begun", "started", "paused", "resumed"]);
    assert_eq!(events[2]["reason"], "Alarme incendie 3");
    let run = desk.run(
        &["candidate-data", "commission.delibere", "1", "-o", "d.json"],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let data = std::fs::read_to_string(desk.path("d.json")).expect("a file");
    assert!(data.contains("time_log") && data.contains("Alarme incendie 3"));
}

#[test]
fn a_restart_is_in_the_log_at_the_last_sign_of_life() {
    let (desk, mut hands) = opened();
    hands.press("t");
    hands.send(Message::Tick);
    drop(hands);
    // Nobody closed it: at the next opening the pause is written, with its reason.
    let hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    drop(hands);
    let document = Document::look(&desk.path("commission.delibere"), &desk.places).expect("read");
    let day = document.commission();
    let entries = day.time_log(&day.records[0], None);
    let last = entries.last().expect("an entry");
    assert_eq!(last.event, Event::Paused("Application arrêtée".into()));
    let [.., started, paused] = entries.as_slice() else {
        panic!("{entries:?}")
    };
    assert_eq!(paused.at.since(started.at), day.records[0].timer.spent[0]);
}

#[test]
fn the_end_that_comes_is_seen_and_nothing_is_said_of_a_pace() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin");
    let now = delibere::store::clock::now();
    let since = Moment {
        millis: now.millis - 500_000,
        ..now
    };
    let timer = Timer {
        since: Some(since),
        ..Timer::default()
    };
    let edit = Edit::Of("1".into(), Change::Timer(timer));
    let _ = document
        .edit(&edit, Author::Commission, since)
        .expect("accepted");
    drop(document);
    // Another laptop's settings hold no sign of life, so the oral goes on.
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter");
    assert!(hands.sees("Bientôt la fin"), "{}", hands.page());
    hands.press("i");
    for word in ["moyenne", "rythme moyen", "par ligne", "plus vite"] {
        assert!(!hands.sees(word), "{word}");
    }
}
