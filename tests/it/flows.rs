//! Whole stories as anybody may write them: `tests/flows/*.ice`.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::app::{self, App, Start};
use delibere::domain::commission::Ticking;
use delibere::store::places::Places;
use iced_test::program::Preset;
use iced_test::{Ice, Instruction};

use super::style::settings;
use super::support::{Desk, perform};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows")
}

/// Undoes `\u{…}`.
fn plain(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an escape");
        let code = u32::from_str_radix(code, 16).expect("a code");
        plain.push(char::from_u32(code).expect("a sign"));
        plain.push_str(rest);
    }
    plain
}

/// iced ignores what it does not understand at the end of a line, and would prove nothing.
#[test]
fn each_line_of_a_flow_means_what_it_says() {
    let mut lines = 0;
    for file in fs::read_dir(folder()).expect("the flows") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a flow");
        assert!(Ice::parse(&text).is_ok(), "{}", path.display());
        let (_, body) = text.split_once("-\n").expect("a head");
        for line in body.lines() {
            let understood = Instruction::parse(line)
                .expect("an instruction")
                .to_string();
            assert_eq!(plain(&understood), line, "{}", path.display());
            lines += 1;
        }
    }
    assert!(lines > 10);
    let understood = Instruction::parse("press enter").map(|known| known.to_string());
    assert_ne!(
        understood.ok().as_deref(),
        Some("press enter"),
        "the cure is needed still"
    );
}

#[test]
fn the_flows_run() {
    let _ = settings();
    let desk = Desk::new();
    let empty = Places::under(&desk.path("home-of-the-flows"));
    let graded = "
        c add
        c begin
        m1 all BM
        m2 all BM
        m2 level contribution EM
        m2 level incidents MP
        m1 validate
        m2 validate
        c level contribution BM";
    perform(&mut desk.create(Ticking::Blind), graded);
    let (file, places) = (desk.path("commission.delibere"), desk.places.clone());
    let welcome = empty.clone();
    let presets = [
        Preset::new("Accueil", move || {
            App::new(Start::File(None), welcome.clone())
        }),
        Preset::new("Conciliation", move || {
            let (mut app, opened) = App::new(Start::File(Some(file.clone())), places.clone());
            let open = delibere::screen::commission::Message::Open("1".into());
            let there = app.update(app::Message::Commission(open));
            (app, iced::Task::batch([opened, there]))
        }),
    ];
    let program = app::application(Start::File(None), empty).presets(presets);
    if let Err(error) = iced_test::run(program, folder()) {
        panic!("{error}: {error:?}");
    }
}
