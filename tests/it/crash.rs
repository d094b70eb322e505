//! The program killed at random and starved of room: no acknowledged edit is lost, and the file
//! always opens again.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use delibere::domain::commission::Ticking;
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::fraction::Fraction;
use delibere::store::document::Notice;

use super::support::{Desk, perform, wish, wishes};

const KILLS: u64 = 100;

/// A small generator of its own, so that a failure comes back with the same steps.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// The `index`th gesture of the day: a text that tells it from all others.
fn told(index: u64) -> String {
    let text = format!(
        "geste {index} {}",
        "é".repeat(usize::try_from(index % 300).unwrap_or(0))
    );
    wish(
        Author::Commission,
        &Edit::Of("1".into(), Change::Appreciation(text)),
    )
}

#[test]
fn no_acknowledged_edit_is_lost_when_the_program_is_killed() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    let path = document.path().to_owned();
    drop(document);
    let mut dice = Dice(12);
    let mut acknowledged: u64 = 1;
    let mut torn = 0;
    for kill in 0..KILLS {
        let mut child = Command::new(env!("CARGO_BIN_EXE_delibere"))
            .args(["apply", "commission.delibere"])
            .current_dir(desk.folder.path())
            .env("DELIBERE_HOME", desk.path("home"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("an input");
        let first = acknowledged;
        let feeder = std::thread::spawn(move || {
            for index in 0..60 {
                // The pipe breaks when the program is killed: that is the end of the feeding.
                if writeln!(input, "{}", told(first + index)).is_err() {
                    break;
                }
            }
        });
        let mut output = BufReader::new(child.stdout.take().expect("an output")).lines();
        let acks = dice.throw(12);
        for _ in 0..acks {
            let _ = output.next().expect("an answer").expect("a line");
        }
        std::thread::sleep(Duration::from_micros(dice.throw(1_500)));
        child.kill().expect("killed");
        let _ = child.wait().expect("gone");
        feeder.join().expect("fed");
        // What it said before it died counts, down to the last whole line.
        let said = acks
            + output
                .map_while(Result::ok)
                .filter(|line| line.ends_with('}'))
                .count() as u64;

        let document = desk.open();
        assert!(
            document.is_writable(),
            "kill {kill}: {:?}",
            document.notices()
        );
        for notice in document.notices() {
            assert!(
                matches!(notice, Notice::Torn { .. }),
                "kill {kill}: {notice:?}"
            );
            torn += 1;
        }
        assert!(document.count() >= acknowledged + said, "kill {kill}");
        assert!(document.count() <= acknowledged + 60, "kill {kill}");
        acknowledged = document.count();
        let last = document.last().expect("an edit").edit.clone();
        if let Edit::Of(_, Change::Appreciation(text)) = last {
            assert!(
                text.starts_with(&format!("geste {} ", acknowledged - 1)),
                "{text}"
            );
        }
    }
    let verified = desk.run(&["verify", "commission.delibere", "--json"], b"");
    assert_eq!(
        (verified.code, verified.json()["edits"].as_u64()),
        (Some(0), Some(acknowledged))
    );
    assert!(
        acknowledged > KILLS,
        "the program was killed too early to prove anything"
    );
    assert!(fs::metadata(path).is_ok() && torn <= KILLS);
}

#[cfg(unix)]
#[test]
fn a_full_disk_refuses_the_gesture_and_keeps_the_file_sound() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    let path = document.path().to_owned();
    drop(document);
    let size = fs::metadata(&path).expect("the file").len();
    // In blocks of 512 bytes: room for a few lines, and half of one more.
    let most = size / 512 + 6;
    let script: String = (0..200).map(|index| told(index) + "\n").collect();
    let mut command = Command::new("sh");
    let _ = command
        .arg("-c")
        .arg(format!(
            "trap '' XFSZ; ulimit -f {most}; exec \"$0\" apply commission.delibere"
        ))
        .arg(env!("CARGO_BIN_EXE_delibere"))
        .current_dir(desk.folder.path());
    let run = desk.run_command(command, script.as_bytes());
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.err.contains("plus de place"), "{}", run.err);
    assert!(
        run.err.contains("Ce qui était enregistré l’est toujours"),
        "{}",
        run.err
    );
    let acks = run.out.lines().count() as u64;
    assert!(acks > 0, "{run:?}");
    let mut document = desk.open();
    assert!(document.notices().is_empty(), "{:?}", document.notices());
    assert_eq!(document.count(), 1 + acks);
    perform(&mut document, "c mark 12");
    drop(document);
    assert_eq!(
        desk.open().commission().records[0].mark,
        Fraction::parse("12")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_nobody_can_hear_stops_the_program_after_a_sound_line() {
    let desk = Desk::new();
    drop(desk.create(Ticking::Blind));
    let full = fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("/dev/full");
    let mut child = Command::new(env!("CARGO_BIN_EXE_delibere"))
        .args(["apply", "commission.delibere"])
        .current_dir(desk.folder.path())
        .env("DELIBERE_HOME", desk.path("home"))
        .stdin(Stdio::piped())
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let _ = child
        .stdin
        .take()
        .expect("an input")
        .write_all(wishes("c add\nc@2 add").as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr).trim(),
        "plus de place"
    );
    let document = desk.open();
    assert!(document.notices().is_empty());
    assert_eq!(document.count(), 1);
}
