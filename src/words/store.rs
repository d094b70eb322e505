//! What happens to files, in sentences: what is safe first, then what happened, then what to do.

use std::fmt;
use std::io;
use std::path::Path;

use super::domain;
use crate::store::document::Notice;
use crate::store::journal::Break;
use crate::store::{Act, EditError, StoreError};
use crate::t;

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            StoreError::Io { path, act, cause } => {
                let key = match act {
                    Act::Read => "store-io-read",
                    Act::Create => "store-io-create",
                    Act::Append => "store-io-append",
                    Act::Erase => "store-io-erase",
                };
                t!(key, path = shown(path), cause = io_cause(cause))
            }
            StoreError::Exists(path) => t!("store-exists", path = shown(path)),
            StoreError::NotACommission { path, detail } => {
                t!(
                    "store-not-a-commission",
                    path = shown(path),
                    detail = shorten(&json_fault(detail))
                )
            }
            StoreError::Newer { path, version } => {
                t!(
                    "store-newer",
                    path = shown(path),
                    version = version.to_string()
                )
            }
            StoreError::TooLarge { path, most } => {
                t!(
                    "store-too-large",
                    path = shown(path),
                    most = (most >> 20).to_string()
                )
            }
            StoreError::GridSyntax {
                path,
                place,
                detail,
            } => {
                t!(
                    "grid-syntax",
                    path = shown(path),
                    place = place.as_str(),
                    detail = shorten(detail)
                )
            }
            StoreError::GridFaults { path, faults } => {
                let lines = faults.iter().take(MOST_FAULTS).map(|fault| {
                    t!(
                        "grid-fault-line",
                        place = fault.place.as_str(),
                        fault = domain::fault(fault)
                    )
                });
                let mut text = t!("grid-faults", path = shown(path), count = faults.len());
                for line in lines {
                    text.push('\n');
                    text.push_str(&line);
                }
                if faults.len() > MOST_FAULTS {
                    text.push('\n');
                    text.push_str(&t!("grid-faults-more", count = faults.len() - MOST_FAULTS));
                }
                text
            }
            StoreError::CommentsMisfit { path, misfit } => {
                t!(
                    "comments-misfit",
                    path = shown(path),
                    misfit = domain::misfit(misfit)
                )
            }
            StoreError::NotComments { path, detail } => {
                t!(
                    "comments-not",
                    path = shown(path),
                    detail = shorten(&json_fault(detail))
                )
            }
            StoreError::NoSuchGrid(name) => {
                let known = crate::store::grids::shipped()
                    .collect::<Vec<_>>()
                    .join(", ");
                t!("grid-unknown", name = name.as_str(), known = known)
            }
            StoreError::NoSuchEdition { session, known } => {
                t!(
                    "grid-no-edition",
                    session = session.as_str(),
                    known = known.join(", ")
                )
            }
            StoreError::MemberCount { wanted, given } => {
                t!(
                    "store-member-count",
                    wanted = wanted.to_string(),
                    given = given.to_string()
                )
            }
            StoreError::InUse(path) => t!("store-in-use", path = shown(path)),
            StoreError::ReadOnly(path) => t!("store-read-only", path = shown(path)),
        };
        f.write_str(&text)
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditError::Refused(refusal) => f.write_str(&domain::refusal(refusal)),
            EditError::NotWritten(error) => error.fmt(f),
        }
    }
}

/// A report of more faults helps nobody.
const MOST_FAULTS: usize = 20;

/// Returns what was found when a file was opened.
pub fn notice(path: &Path, notice: &Notice) -> String {
    match notice {
        Notice::Torn { bytes, aside } => match aside {
            Some(aside) => t!(
                "notice-torn-aside",
                bytes = bytes.to_string(),
                aside = shown(aside)
            ),
            None => t!("notice-torn", bytes = bytes.to_string()),
        },
        Notice::Broken { line, cause } => {
            let cause = match cause {
                Break::Syntax(detail) => t!("break-syntax", detail = shorten(&json_fault(detail))),
                Break::Chain => t!("break-chain"),
                Break::Refused(reason) => t!("break-refused", reason = reason.as_str()),
            };
            t!(
                "notice-broken",
                path = shown(path),
                line = line.to_string(),
                cause = cause
            )
        }
        Notice::Held(who) if who.is_empty() => t!("notice-held-unknown"),
        Notice::Held(who) => t!("notice-held", who = who.as_str()),
        Notice::Unwritable(cause) => t!("notice-unwritable", cause = cause.as_str()),
        Notice::Recovered(count) => t!("notice-recovered", count = *count),
        Notice::Stranded { count, aside } => {
            t!("notice-stranded", count = *count, aside = shown(aside))
        }
        Notice::Waiting(count) => t!("notice-waiting", count = *count),
    }
}

/// Returns what a JSON reader found, for somebody who is not a programmer.
pub fn json_fault(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("missing field") {
        t!("json-missing", key = quoted(message))
    } else if message.starts_with("unknown variant") {
        let choices: Vec<&str> = message.split('`').skip(3).step_by(2).collect();
        t!(
            "json-choice",
            key = quoted(message),
            choices = choices.join(", ")
        )
    } else if message.starts_with("unknown field") {
        let key = quoted(message);
        match like(&key, message.split('`').skip(3).step_by(2)) {
            Some(known) => t!("json-unknown-like", key = key, known = known),
            None => t!("json-unknown", key = key),
        }
    } else if message.starts_with("duplicate field") {
        t!("json-duplicate", key = quoted(message))
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        let found = message.split(": ").nth(1).unwrap_or_default();
        let wanted = message.rsplit_once(", expected ").map(|(_, wanted)| wanted);
        t!(
            "json-type",
            found = json_kind(found),
            wanted = json_wanted(wanted.unwrap_or_default())
        )
    } else if message.starts_with("EOF") {
        t!("json-cut")
    } else if message.starts_with("recursion limit") {
        t!("json-deep")
    } else if JSON_SYNTAX.iter().any(|start| message.starts_with(start)) {
        t!("json-syntax")
    } else {
        message.to_owned()
    }
}

/// How the reader's words on malformed JSON begin; anything else is a sentence of ours.
const JSON_SYNTAX: &[&str] = &[
    "expected",
    "key must",
    "trailing",
    "control character",
    "invalid escape",
    "invalid number",
    "invalid unicode",
    "invalid length",
    "lone leading surrogate",
    "number out of range",
    "unexpected end",
];

/// Returns what was found where something else was due.
fn json_kind(found: &str) -> String {
    let key = match found.split([' ', ',']).next().unwrap_or_default() {
        "string" => "json-kind-text",
        "integer" | "floating" => "json-kind-number",
        "boolean" => "json-kind-boolean",
        "map" => "json-kind-object",
        "sequence" => "json-kind-list",
        _ => "json-kind-null",
    };
    t!(key)
}

/// Returns what was due where something else was found.
fn json_wanted(wanted: &str) -> String {
    let key = match wanted.split_once(' ') {
        Some(("a" | "an", "string")) => "json-wanted-text",
        Some(("a", "boolean")) => "json-kind-boolean",
        Some(("a", "sequence")) => "json-kind-list",
        Some(("struct", _)) | Some(("a", "map")) => "json-kind-object",
        Some(("text", _)) => "json-wanted-text",
        None if matches!(wanted, "u32" | "u64" | "usize") => "json-wanted-count",
        _ => "json-wanted-other",
    };
    t!(key)
}

/// Returns the known name that begins as `key` does, if one does for three letters at least.
fn like<'a>(key: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let same = |name: &str| {
        let pairs = key.chars().zip(name.chars());
        pairs.take_while(|(left, right)| left == right).count()
    };
    known
        .map(|name| (same(name), name))
        .filter(|(same, _)| *same >= 3)
        .max_by_key(|(same, name)| (*same, std::cmp::Reverse(name.len())))
        .map(|(_, name)| name)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn shorten(text: &str) -> String {
    const MOST: usize = 240;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}

/// Returns what the system answered.
pub fn io_cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => t!("io-not-found"),
        io::ErrorKind::PermissionDenied => t!("io-denied"),
        io::ErrorKind::StorageFull => t!("io-full"),
        io::ErrorKind::QuotaExceeded => t!("io-full"),
        io::ErrorKind::ReadOnlyFilesystem => t!("io-read-only"),
        io::ErrorKind::IsADirectory => t!("io-directory"),
        io::ErrorKind::FileTooLarge => t!("io-full"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => t!("io-not-a-folder"),
        io::ErrorKind::InvalidData => t!("io-changed"),
        io::ErrorKind::InvalidInput => t!("io-unsayable"),
        _ => error.to_string(),
    }
}
