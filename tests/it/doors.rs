//! What never crosses a door. Reads the sources as text, without their comments.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use delibere::domain::commission::Ticking;

use super::support::{Desk, TO_SEAL, perform};

/// One source file, taken apart.
pub struct Source {
    /// Path under `src`, with `/`.
    pub path: String,
    /// The code without comments; texts are kept when they are plain names, else emptied.
    pub code: String,
    /// Every text with the number of its line.
    pub texts: Vec<(usize, String)>,
}

/// Every source file of the program.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    assert!(files.len() > 30, "the sources are where they were");
    let source = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a source");
        let path = file
            .strip_prefix(&root)
            .expect("under src")
            .to_string_lossy()
            .replace('\\', "/");
        let (code, texts) = take_apart(&text);
        Source { path, code, texts }
    };
    files.into_iter().map(source).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// Parts code from comments and texts, as far as Rust's lexical rules need for that.
fn take_apart(source: &str) -> (String, Vec<(usize, String)>) {
    let chars: Vec<char> = source.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let (mut code, mut texts) = (String::new(), Vec::new());
    let (mut index, mut line) = (0, 1);
    while index < chars.len() {
        let c = at(index);
        if c == '/' && at(index + 1) == '/' {
            while index < chars.len() && at(index) != '\n' {
                index += 1;
            }
            continue;
        }
        if c == '/' && at(index + 1) == '*' {
            while index < chars.len() && !(at(index) == '*' && at(index + 1) == '/') {
                line += usize::from(at(index) == '\n');
                index += 1;
            }
            index += 2;
            continue;
        }
        if c == '\'' {
            let escaped = at(index + 1) == '\\';
            let length = if escaped { 4 } else { 3 };
            if escaped || at(index + 2) == '\'' {
                index += length;
                // `'\u{…}'` is longer.
                while escaped && at(index - 1) != '\'' {
                    index += 1;
                }
                code.push_str("' '");
                continue;
            }
        }
        let is_raw = c == 'r'
            && (at(index + 1) == '"' || (at(index + 1) == '#' && "#\"".contains(at(index + 2))));
        let begins_word = index > 0
            && (at(index - 1).is_alphanumeric() && at(index - 1) != 'b' || at(index - 1) == '_');
        if is_raw && !begins_word {
            let hashes = (index + 1..).take_while(|i| at(*i) == '#').count();
            let end: String = ['"']
                .into_iter()
                .chain(std::iter::repeat_n('#', hashes))
                .collect();
            let start = index + 2 + hashes;
            let rest: String = chars[start..].iter().collect();
            let text = rest
                .split(end.as_str())
                .next()
                .unwrap_or_default()
                .to_owned();
            index = start + text.chars().count() + end.len();
            let height = text.matches('\n').count();
            texts.push((line, text));
            line += height;
            code.push_str("\"\"");
            continue;
        }
        if c == '"' {
            let mut text = String::new();
            let begun = line;
            index += 1;
            while index < chars.len() && at(index) != '"' {
                if at(index) == '\\' {
                    text.push(at(index));
                    index += 1;
                }
                line += usize::from(at(index) == '\n');
                text.push(at(index));
                index += 1;
            }
            index += 1;
            let plain = text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_{}".contains(c));
            code.push('"');
            if plain {
                code.push_str(&text);
            }
            code.push('"');
            texts.push((begun, text));
            continue;
        }
        line += usize::from(c == '\n');
        code.push(c);
        index += 1;
    }
    (code, texts)
}

/// Whether a word stands in some code by itself: `log::` is not in `dialog::`.
fn stands_in(code: &str, word: &str) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == '_';
    code.match_indices(word)
        .any(|(start, _)| !(word.starts_with(joins) && code[..start].ends_with(joins)))
}

/// Fails with every place where one of `words` stands in code of the files that `concerned` picks.
fn check(rule: &str, concerned: impl Fn(&str) -> bool, words: &[&str]) {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| concerned(&source.path)) {
        for word in words.iter().filter(|word| stands_in(&source.code, word)) {
            found.push(format!("{} in {}", word, source.path));
        }
    }
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

/// Whether a file belongs to a room: `store.rs` or anything under `store/`.
fn is_in(path: &str, room: &str) -> bool {
    path == format!("{room}.rs") || path.starts_with(&format!("{room}/"))
}

#[test]
fn the_domain_knows_nothing_outside_itself() {
    check(
        "the domain is pure",
        |path| is_in(path, "domain"),
        &[
            "iced",
            "serde",
            "std::fs",
            "std::env",
            "std::io",
            "std::net",
            "std::time",
            "std::thread",
            "std::process",
            "std::path",
            "chrono",
            "SystemTime",
            "Instant",
            "getrandom",
            "fluent",
            "crate::t",
            "crate::store",
            "crate::words",
            "crate::dossier",
            "crate::export",
            "crate::app",
            "crate::screen",
            "crate::cli",
            "crate::widget",
            "crate::style",
            "\nstatic ",
            "pub static ",
            "thread_local",
            "RefCell",
            "Mutex",
        ],
    );
}

#[test]
fn only_the_store_knows_how_things_are_stored() {
    check(
        "serde stays in store",
        |path| !is_in(path, "store"),
        &["serde"],
    );
    check(
        "clocks and chance stay in store",
        |path| !is_in(path, "store"),
        &[
            "Local::now",
            "Utc::now",
            "SystemTime",
            "Instant::now",
            "getrandom",
        ],
    );
}

#[test]
fn only_the_dossier_opens_the_papers_of_candidates() {
    check(
        "papers are opened in dossier",
        |path| !is_in(path, "dossier"),
        &["quick_xml", "ZipArchive", "flate2"],
    );
    check(
        "files are not opened by what is shown",
        |path| {
            ["screen", "widget", "style", "words", "keymap"]
                .iter()
                .any(|room| is_in(path, room))
        },
        &["std::fs", "fs::", "File::"],
    );
}

#[test]
fn nothing_opens_a_socket() {
    check(
        "offline",
        |_| true,
        &[
            "std::net",
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "UnixStream",
            "reqwest",
            "ureq",
            "hyper::",
        ],
    );
}

#[test]
fn nothing_panics_and_nothing_is_printed_aside() {
    check(
        "no panic",
        |_| true,
        &[
            ".unwrap()",
            ".expect(",
            "panic!(",
            "todo!(",
            "unimplemented!(",
            "unreachable!(",
            "dbg!(",
            "assert!(",
            "unsafe ",
            "clippy::unwrap_used",
            "clippy::expect_used",
            "clippy::panic",
        ],
    );
    // A mark never appears in a log: there is no log.
    check(
        "no log",
        |_| true,
        &[
            "println!(",
            "eprintln!(",
            "print!(",
            "eprint!(",
            "log::",
            "tracing::",
        ],
    );
}

#[test]
fn a_screen_does_not_reach_into_another() {
    let sources = sources();
    // What tells no action to the window is a part that screens share.
    let screens: Vec<&str> = sources
        .iter()
        .filter(|source| source.code.contains("enum Action"))
        .filter_map(|source| source.path.strip_prefix("screen/")?.strip_suffix(".rs"))
        .filter(|name| !name.contains('/'))
        .collect();
    for source in sources
        .iter()
        .filter(|source| is_in(&source.path, "screen"))
    {
        let own = source.path.trim_start_matches("screen/");
        let own = own.split(['/', '.']).next().unwrap_or_default();
        for screen in screens
            .iter()
            .filter(|screen| **screen != own && source.path != "screen.rs")
        {
            for way in [format!("screen::{screen}"), format!("super::{screen}")] {
                assert!(!source.code.contains(&way), "{way} in {}", source.path);
            }
        }
    }
}

#[test]
fn sentences_stand_in_the_words_room_only() {
    // Words that a reader of papers looks for are names, not sentences.
    let function_words = [
        "le", "la", "les", "un", "une", "des", "du", "est", "sont", "pas", "dans", "pour", "avec",
        "sur", "aux", "au", "ce", "cette", "vous", "votre", "ne", "que", "qui",
    ];
    let mut found = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| !is_in(&source.path, "words"))
    {
        for (line, text) in &source.texts {
            let words: Vec<String> = text
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            let has_french = words
                .iter()
                .any(|word| function_words.contains(&word.as_str()))
                || text.contains(['«', '»', '’']);
            let is_accented = text.chars().any(|c| "àâçéèêëîïôûùœÀÉÈÊ".contains(c));
            let reads = is_in(&source.path, "dossier");
            let is_sentence = words.len() >= 4 && has_french && !reads
                || words.len() >= 2 && is_accented && !reads;
            if is_sentence {
                found.push(format!("{}:{line}: {text}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn facts_of_an_exam_stand_in_grids_only() {
    let facts = [
        "SISR",
        "SLAM",
        "patrimoine",
        "VI-3",
        "6-3",
        "portfolio-inaccessible",
        "tableau-absent",
    ];
    let mut found = Vec::new();
    for source in sources() {
        // The demonstration plays a day of the shipped grid, and a reader knows the tableau it reads.
        if is_in(&source.path, "dossier") || is_in(&source.path, "app") {
            continue;
        }
        for (line, text) in &source.texts {
            if facts.contains(&text.as_str()) {
                found.push(format!("{}:{line}: {text}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_test_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let main = fs::read_to_string(folder.join("main.rs")).expect("main.rs");
    let listed: BTreeSet<&str> = main
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    let mut files = Vec::new();
    collect(&folder, &mut files);
    let mut names = BTreeSet::new();
    for file in files {
        let name = file
            .strip_prefix(&folder)
            .expect("under it")
            .with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        if name != "main" && !name.contains('/') {
            let _ = names.insert(name);
        }
        let text = fs::read_to_string(&file).expect("a test");
        for avoided in [concat!("#[ign", "ore"), concat!("#[should", "_panic")] {
            assert!(!text.contains(avoided), "{avoided} in {}", file.display());
        }
    }
    assert_eq!(listed, names.iter().map(String::as_str).collect());
}

#[test]
fn no_file_grows_past_what_is_read_in_one_go() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let long: Vec<String> = sources()
        .iter()
        .filter_map(|source| {
            let text = fs::read_to_string(root.join(&source.path)).expect("a source");
            let lines = text.lines().count();
            (lines > 900).then(|| format!("{}: {lines} lines", source.path))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_mark_is_in_no_file_name() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, TO_SEAL);
    let folder = desk.path("commission.away");
    fs::create_dir(&folder).expect("a folder");
    drop(document);
    let _ = desk.run(&["show", "commission.delibere"], b"");
    let mut waiting = vec![desk.folder.path().to_owned()];
    let mut names = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            names.push(
                path.file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
            );
            if path.is_dir() {
                waiting.push(path);
            }
        }
    }
    assert!(names.len() >= 2);
    for name in names {
        for mark in ["13.5", "13,5", "13-5", "13_5"] {
            assert!(!name.contains(mark), "{name}");
        }
    }
}

#[test]
fn code_and_texts_are_told_apart() {
    let source = "let a = \"x // y\"; // \"not\"\nlet b = 'c'; let d = '\\''; /* \"no\" */ f::<'a>(r#\"q \" r\"#, \"é\")";
    let (code, texts) = take_apart(source);
    assert_eq!(
        code,
        "let a = \"\"; \nlet b = ' '; let d = ' ';  f::<'a>(\"\", \"\")"
    );
    let texts: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["x // y", "q \" r", "é"]);
}
