//! The table of keys: what each key asks for, where, and that help and README say the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use delibere::domain::commission::Seen;
use delibere::keymap::{self, BINDINGS, Binding, Command, Group, Place, Stroke};
use delibere::t;
use delibere::widget::keys::{self, KeyPress};
use iced::keyboard::key::{Code, Named, Physical};
use iced::keyboard::{Key, Modifiers};

const PLACES: [Place; 13] = [
    Place::Home,
    Place::Grids,
    Place::Editor,
    Place::Commission,
    Place::Copies,
    Place::Settling,
    Place::Harmony,
    Place::Retention,
    Place::Dossier,
    Place::Interrogation,
    Place::Conciliation,
    Place::Decision,
    Place::Sheets,
];

fn sign(sign: &str) -> KeyPress {
    KeyPress {
        key: Key::Character(sign.into()),
        typed: Key::Character(sign.into()),
        digit: None,
        modifiers: Modifiers::empty(),
        repeat: false,
        in_text_field: false,
    }
}

fn named(named: Named) -> KeyPress {
    KeyPress {
        key: Key::Named(named),
        typed: Key::Named(named),
        ..sign("")
    }
}

fn ctrl(press: KeyPress) -> KeyPress {
    KeyPress {
        modifiers: press.modifiers | Modifiers::CTRL,
        ..press
    }
}

fn shift(press: KeyPress) -> KeyPress {
    KeyPress {
        modifiers: press.modifiers | Modifiers::SHIFT,
        ..press
    }
}

/// The press that a line of the table waits for, as a French keyboard sends it.
fn press_of(stroke: Stroke) -> KeyPress {
    const ROW: [&str; 10] = ["à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"];
    let digit = |digit: u8| KeyPress {
        digit: Some(digit),
        ..sign(ROW[usize::from(digit)])
    };
    match stroke {
        Stroke::Digit(known) => digit(known),
        Stroke::CtrlDigit(known) => ctrl(digit(known)),
        // « ? » is on the key of the comma, with Maj.
        Stroke::Char('?') => KeyPress {
            key: Key::Character(",".into()),
            ..shift(sign("?"))
        },
        Stroke::Char(c) => sign(&c.to_string()),
        Stroke::Shift(c) => shift(KeyPress {
            typed: Key::Character(c.to_uppercase().to_string().into()),
            ..sign(&c.to_string())
        }),
        Stroke::Ctrl(c) => ctrl(sign(&c.to_string())),
        Stroke::Named(known) => named(known),
        Stroke::ShiftNamed(known) => shift(named(known)),
        Stroke::CtrlNamed(known) => ctrl(named(known)),
    }
}

fn places(binding: &Binding) -> Vec<Place> {
    if binding.places.is_empty() {
        PLACES.to_vec()
    } else {
        binding.places.to_vec()
    }
}

fn all() -> impl Iterator<Item = (&'static Binding, Stroke, Place)> {
    BINDINGS.iter().flat_map(|binding| {
        binding.strokes.iter().flat_map(move |stroke| {
            places(binding)
                .into_iter()
                .map(move |place| (binding, *stroke, place))
        })
    })
}

fn is_bare(stroke: Stroke) -> bool {
    match stroke {
        Stroke::Digit(_) | Stroke::Char(_) | Stroke::Shift(_) => true,
        Stroke::Named(named) | Stroke::ShiftNamed(named) => !matches!(
            named,
            Named::F1 | Named::F6 | Named::F8 | Named::F11 | Named::Escape | Named::Tab
        ),
        Stroke::Ctrl(_) | Stroke::CtrlDigit(_) | Stroke::CtrlNamed(_) => false,
    }
}

#[test]
fn each_line_of_the_table_is_found_where_it_says_and_nowhere_else() {
    for (binding, stroke, place) in all() {
        let found = keymap::command(place, &press_of(stroke));
        assert_eq!(found, Some(binding.command), "{stroke:?} in {place:?}");
    }
    for binding in BINDINGS {
        for place in PLACES {
            if !places(binding).contains(&place) {
                for stroke in binding.strokes {
                    let found = keymap::command(place, &press_of(*stroke));
                    assert_ne!(found, Some(binding.command), "{stroke:?} in {place:?}");
                }
            }
        }
    }
}

#[test]
fn bare_keys_command_nothing_while_somebody_writes_and_the_others_do() {
    for (binding, stroke, place) in all() {
        let press = KeyPress {
            in_text_field: true,
            ..press_of(stroke)
        };
        let wanted = (!is_bare(stroke)).then_some(binding.command);
        assert_eq!(
            keymap::command(place, &press),
            wanted,
            "{stroke:?} in {place:?}"
        );
    }
    for digit in 0..10 {
        let press = KeyPress {
            in_text_field: true,
            ..press_of(Stroke::Digit(digit))
        };
        for place in PLACES {
            assert_eq!(keymap::command(place, &press), None, "{digit} in {place:?}");
        }
    }
}

#[test]
fn a_key_that_is_held_goes_on_for_arrows_only() {
    for (binding, stroke, place) in all() {
        let press = KeyPress {
            repeat: true,
            ..press_of(stroke)
        };
        let goes_on = matches!(
            binding.command,
            Command::Previous
                | Command::Next
                | Command::Up
                | Command::Down
                | Command::Scroll(..)
                | Command::FocusNext
                | Command::FocusPrevious
        );
        let wanted = goes_on.then_some(binding.command);
        assert_eq!(
            keymap::command(place, &press),
            wanted,
            "{stroke:?} in {place:?}"
        );
    }
    let held = KeyPress {
        repeat: true,
        ..press_of(Stroke::Digit(3))
    };
    assert_eq!(keymap::command(Place::Interrogation, &held), None);
}

#[test]
fn digits_choose_levels_by_the_key_whatever_it_writes() {
    for place in [Place::Interrogation, Place::Conciliation] {
        for digit in 0..10 {
            let found = keymap::command(place, &press_of(Stroke::Digit(digit)));
            assert_eq!(found, Some(Command::Level(usize::from(digit))));
        }
        // Without Verr Num the pad says « → » for 6: it is a 6.
        let pad = KeyPress {
            digit: keys::digit(Physical::Code(Code::Numpad6)),
            ..named(Named::ArrowRight)
        };
        assert_eq!(keymap::command(place, &pad), Some(Command::Level(6)));
    }
    assert_eq!(keys::digit(Physical::Code(Code::Digit1)), Some(1));
    assert_eq!(keys::digit(Physical::Code(Code::KeyQ)), None);
    // Nobody grades in these places: a digit is nothing.
    for place in [
        Place::Home,
        Place::Commission,
        Place::Dossier,
        Place::Decision,
        Place::Sheets,
    ] {
        assert_eq!(keymap::command(place, &press_of(Stroke::Digit(3))), None);
    }
    // Ctrl and a digit open a stage, never choose a level.
    let stage = press_of(Stroke::CtrlDigit(3));
    assert_eq!(
        keymap::command(Place::Interrogation, &stage),
        Some(Command::Stage(3))
    );
}

#[test]
fn letters_are_read_by_what_they_write() {
    // On AZERTY the letter Z stands where QWERTY has W.
    let place = Place::Interrogation;
    assert_eq!(
        keymap::command(place, &ctrl(sign("z"))),
        Some(Command::Undo)
    );
    assert_eq!(keymap::command(place, &ctrl(sign("w"))), None);
    assert_eq!(
        keymap::command(place, &ctrl(sign("y"))),
        Some(Command::Redo)
    );
    // Verr Maj changes no letter into another command.
    let locked = KeyPress {
        typed: Key::Character("V".into()),
        ..sign("v")
    };
    let seen = Some(Command::Indicator(Seen::Yes));
    assert_eq!(keymap::command(place, &locked), seen);
    assert_eq!(keymap::command(place, &press_of(Stroke::Shift('v'))), None);
    assert_eq!(
        keymap::command(place, &press_of(Stroke::Shift('t'))),
        Some(Command::Phase)
    );
    assert_eq!(
        keymap::command(place, &press_of(Stroke::Char('?'))),
        Some(Command::Help)
    );
    // « ? » with Ctrl is not the help.
    assert_eq!(
        keymap::command(place, &ctrl(press_of(Stroke::Char('?')))),
        None
    );
}

#[test]
fn each_line_has_words_or_follows_one_that_has() {
    for (index, binding) in BINDINGS.iter().enumerate() {
        assert!(!binding.strokes.is_empty());
        if binding.words.is_empty() {
            assert!(index > 0, "{:?}", binding.command);
        } else {
            assert_ne!(t!(binding.words), binding.words, "{:?}", binding.command);
        }
        for stroke in binding.strokes {
            assert!(!stroke.words().is_empty());
        }
        assert!(Group::ALL.contains(&binding.group));
    }
    let told: BTreeSet<&str> = BINDINGS.iter().map(|binding| binding.words).collect();
    assert!(told.len() > 25);
}

/// The table of the README, from the table of the program.
fn readme_table() -> String {
    let name = |place: &Place| match place {
        Place::Home => "accueil",
        Place::Grids => "grilles",
        Place::Editor => "atelier",
        Place::Commission => "commission",
        Place::Copies => "deux postes",
        Place::Settling => "points à trancher",
        Place::Harmony => "harmonisation",
        Place::Retention => "conservation",
        Place::Dossier => "dossier",
        Place::Interrogation => "interrogation",
        Place::Conciliation => "conciliation",
        Place::Decision => "décision",
        Place::Sheets => "fiches",
    };
    let mut table = String::from("| Touche | Ce qu’elle fait | Où |\n| --- | --- | --- |\n");
    table.push_str("| 0 1 2 3 4 | Choisir un niveau | interrogation, conciliation |\n");
    for group in Group::ALL {
        for (index, binding) in BINDINGS.iter().enumerate() {
            if binding.group != group || binding.words.is_empty() {
                continue;
            }
            // A line without words goes on with the one before.
            let more = BINDINGS
                .iter()
                .skip(index + 1)
                .take_while(|next| next.words.is_empty() && next.group == group);
            let strokes = std::iter::once(binding).chain(more);
            let strokes = strokes.flat_map(|line| line.strokes.iter().map(Stroke::words));
            let strokes: Vec<String> = strokes.collect();
            let places: Vec<&str> = binding.places.iter().map(name).collect();
            let places = if places.is_empty() || places.len() == PLACES.len() {
                "partout".to_owned()
            } else {
                places.join(", ")
            };
            let (keys, words) = (strokes.join(" ou "), t!(binding.words));
            table.push_str(&format!("| {keys} | {words} | {places} |\n"));
        }
    }
    table
}

#[test]
fn the_readme_shows_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).expect("README.md");
    let after = readme
        .split("<!-- keys -->\n")
        .nth(1)
        .expect("<!-- keys -->");
    let shown = after
        .split("<!-- /keys -->")
        .next()
        .expect("<!-- /keys -->");
    let wanted = readme_table();
    assert_eq!(
        shown.trim(),
        wanted.trim(),
        "between the marks stands:\n{wanted}"
    );
}
