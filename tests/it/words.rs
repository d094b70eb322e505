//! Every sentence, in both languages: written, used, typeset.

use std::collections::{BTreeMap, BTreeSet};

use delibere::domain::fraction::Fraction;
use delibere::domain::roster::{Day, Hour};
use delibere::words::{self, Language};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::doors::{Source, sources};

/// The messages of a language: key and text, blocks of plural forms included.
fn messages(language: Language) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in words::sources(language)
        .iter()
        .flat_map(|source| source.lines())
    {
        let is_key = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
        match line.split_once(" =") {
            Some((key, text)) if is_key => {
                messages.push((key.to_owned(), text.trim_start().to_owned()))
            }
            _ if line.starts_with('#') => {}
            _ => {
                if let Some((_, text)) = messages.last_mut() {
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
    }
    messages
}

fn map(language: Language) -> BTreeMap<String, String> {
    messages(language).into_iter().collect()
}

fn variables(text: &str) -> BTreeSet<&str> {
    let mut variables = BTreeSet::new();
    for rest in text.split('$').skip(1) {
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        let _ = variables.insert(&rest[..end]);
    }
    variables
}

#[test]
fn each_key_is_written_once_in_both_languages_with_the_same_variables() {
    for language in [Language::French, Language::English] {
        let mut seen = BTreeSet::new();
        for (key, _) in messages(language) {
            assert!(
                seen.insert(key.clone()),
                "{key} stands twice in {language:?}"
            );
        }
    }
    let (french, english) = (map(Language::French), map(Language::English));
    let keys =
        |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let apart: Vec<String> = keys(&french)
        .symmetric_difference(&keys(&english))
        .cloned()
        .collect();
    assert!(apart.is_empty(), "in one language only: {apart:?}");
    for (key, text) in &french {
        assert_eq!(variables(text), variables(&english[key]), "{key}");
    }
}

#[test]
fn each_sentence_can_be_said() {
    for (language, name) in [(Language::French, "fr"), (Language::English, "en")] {
        let mut bundle = FluentBundle::new(vec![name.parse().expect("a language")]);
        bundle.set_use_isolating(false);
        for source in words::sources(language) {
            let resource = FluentResource::try_new((*source).to_owned());
            let resource = resource.unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
        }
        for (key, text) in messages(language) {
            for count in [0, 1, 2, 30] {
                let mut args = FluentArgs::new();
                for variable in variables(&text) {
                    args.set(variable, FluentValue::from(count));
                }
                let message = bundle
                    .get_message(&key)
                    .unwrap_or_else(|| panic!("{name}: {key}"));
                let pattern = message
                    .value()
                    .unwrap_or_else(|| panic!("{name}: {key} is empty"));
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(
                    errors.is_empty() && !said.trim().is_empty(),
                    "{name}: {key}: {errors:?}"
                );
                assert!(!said.contains(['{', '}']), "{name}: {key}: {said}");
            }
        }
    }
}

/// What stands between the brackets of every `t!(…)` of a source: its key when it is written there,
/// and the names that it is given.
fn calls(source: &Source) -> Vec<(Option<String>, BTreeSet<String>)> {
    let mut calls = Vec::new();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    for (start, _) in source.code.match_indices("t!(") {
        if source.code[..start].ends_with(is_name) {
            continue;
        }
        let mut depth = 1;
        let (mut arguments, mut current) = (Vec::new(), String::new());
        for c in source.code[start + 3..].chars() {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if c == ',' && depth == 1 {
                arguments.push(std::mem::take(&mut current));
            } else {
                current.push(c);
            }
        }
        arguments.push(current);
        let first = arguments.first().map_or("", |key| key.trim());
        let key = first
            .strip_prefix('"')
            .and_then(|key| key.strip_suffix('"'));
        let names = arguments.iter().skip(1).filter_map(|argument| {
            let (name, _) = argument.split_once('=')?;
            let name = name.trim();
            name.chars().all(is_name).then(|| name.to_owned())
        });
        calls.push((key.map(str::to_owned), names.collect()));
    }
    calls
}

#[test]
fn each_key_that_is_asked_for_is_written_and_given_its_variables() {
    let french = map(Language::French);
    let mut wrong = Vec::new();
    for source in sources() {
        for (key, given) in calls(&source) {
            let Some(key) = key else { continue };
            match french.get(&key) {
                None => wrong.push(format!("{}: {key} is not written", source.path)),
                Some(text) => {
                    for variable in variables(text) {
                        if !given.contains(variable) {
                            wrong.push(format!("{}: {key} lacks {variable}", source.path));
                        }
                    }
                }
            }
        }
        // Keys chosen by a match are plain texts; in the words room there are no others.
        if source.path.starts_with("words/") {
            for (line, text) in &source.texts {
                let is_key = text.contains('-')
                    && !text.ends_with('-')
                    && text
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if is_key && !french.contains_key(text) {
                    wrong.push(format!("{}:{line}: {text} is not written", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_key_that_is_written_is_asked_for() {
    let sources = sources();
    let texts: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| source.texts.iter().map(|(_, text)| text.as_str()))
        .collect();
    // `t!(&format!("month-{month}"))` asks for every key that begins so.
    let beginnings: Vec<&str> = texts
        .iter()
        .filter_map(|text| text.split_once('{').map(|(beginning, _)| beginning))
        .filter(|beginning| beginning.len() > 3 && beginning.ends_with('-'))
        .collect();
    let keys = map(Language::French);
    let unused: Vec<&String> = keys
        .keys()
        .filter(|key| !texts.contains(key.as_str()))
        .filter(|key| {
            !beginnings
                .iter()
                .any(|beginning| key.starts_with(beginning))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Returns what is badly typeset in a French sentence.
fn typography(text: &str) -> Vec<String> {
    const NARROW: char = '\u{202f}';
    const WIDE: char = '\u{a0}';
    let chars: Vec<char> = text.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or(' ');
    let mut wrong = Vec::new();
    for (index, c) in chars.iter().copied().enumerate() {
        let before = if index == 0 { ' ' } else { at(index - 1) };
        let ends = at(index + 1).is_whitespace();
        let fault = match c {
            '\'' => Some("a straight apostrophe"),
            ':' if ends && before != WIDE => Some("no U+00A0 before :"),
            ';' | '?' | '!' if ends && before != NARROW => Some("no U+202F before ; ? !"),
            '«' if at(index + 1) != WIDE => Some("no U+00A0 after «"),
            '»' if before != WIDE => Some("no U+00A0 before »"),
            '.' if before == '.' => Some("dots instead of …"),
            _ => None,
        };
        if let Some(fault) = fault {
            let around: String = chars[index.saturating_sub(20)..(index + 10).min(chars.len())]
                .iter()
                .collect();
            wrong.push(format!("{fault}: {around}"));
        }
    }
    wrong
}

#[test]
fn french_is_typeset_as_it_must_be() {
    let mut wrong = Vec::new();
    for (key, text) in messages(Language::French) {
        // The options of a plural form are Fluent's, not a sentence.
        wrong.extend(
            typography(&text)
                .into_iter()
                .map(|fault| format!("{key}: {fault}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for bad in [
        "L'oral", "Note : 8", "Note: 8", "Quoi ?", "Quoi?", "Oui !", "a ; b", "« a »", "«a»",
        "fin...",
    ] {
        assert!(!typography(bad).is_empty(), "{bad}");
    }
    assert!(typography("«\u{a0}L’heure\u{a0}»\u{a0}: 10:15, quoi\u{202f}?").is_empty());
}

#[test]
fn english_is_plain_english() {
    for (key, text) in messages(Language::English) {
        assert!(
            !text.contains(['«', '»', '\u{a0}', '\u{202f}', '\'']),
            "{key}: {text}"
        );
        assert!(
            !text.contains(" :") && !text.contains(" ;"),
            "{key}: {text}"
        );
    }
}

#[test]
fn numbers_days_and_hours_are_written_in_french() {
    let fraction = |text: &str| Fraction::parse(text).expect("a number");
    assert_eq!(words::mark(&fraction("11.5")), "11,5");
    assert_eq!(words::mark(&fraction("12")), "12");
    assert_eq!(words::decimal(&fraction("40/3"), 2), "13,33");
    assert_eq!(words::decimal(&fraction("-0.5"), 2), "−0,5");
    assert_eq!(words::minus(&fraction("10")), "−10");
    assert_eq!(words::count(0), "0");
    assert_eq!(words::count(999), "999");
    assert_eq!(words::count(30_000), "30\u{202f}000");
    assert_eq!(words::count(1_234_567), "1\u{202f}234\u{202f}567");
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(plain(words::duration(600)), "10 min");
    assert_eq!(plain(words::duration(800)), "13 min 20");
    let day = |text: &str| Day::parse(text).expect("a day");
    assert_eq!(
        words::day_long(day("2026-06-03")).replace('\u{a0}', " "),
        "3 juin 2026"
    );
    assert_eq!(
        words::day_long(day("2026-08-01")).replace('\u{a0}', " "),
        "1er août 2026"
    );
    assert_eq!(words::day_short(day("2026-06-03")), "03/06/2026");
    let hour = Hour::parse("8h05").expect("an hour");
    assert_eq!(
        words::hour(hour).replace(['\u{a0}', '\u{202f}'], " "),
        "8 h 05"
    );
}
