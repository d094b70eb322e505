//! Tables of text as spreadsheets write them: the encoding and the separator found by themselves,
//! cells that a spreadsheet would compute made harmless.

use super::ExchangeError;
use super::report::{Assumption, Tally};
use crate::domain::fraction::Fraction;

/// The separators that spreadsheets write.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Windows-1252 from 0x80 to 0x9F; what it leaves undefined stays a control character.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Returns the text of a file, and whether it was read as Windows-1252 for want of anything else.
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    let pair = |order: fn([u8; 2]) -> u16, bytes: &[u8]| -> String {
        let units = bytes.as_chunks::<2>().0.iter().copied().map(order);
        char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            return (String::from_utf8_lossy(rest).into_owned(), false);
        }
        [0xFF, 0xFE, rest @ ..] => return (pair(u16::from_le_bytes, rest), false),
        [0xFE, 0xFF, rest @ ..] => return (pair(u16::from_be_bytes, rest), false),
        _ => {}
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return (text.to_owned(), false);
    }
    let letter = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS
            .get(usize::from(byte - 0x80))
            .copied()
            .unwrap_or(char::REPLACEMENT_CHARACTER),
        other => char::from(*other),
    };
    (bytes.iter().map(letter).collect(), true)
}

/// Returns the columns of a first line, with the separator that shows the most of them known.
pub(super) fn header(text: &str, knows: impl Fn(&str) -> bool) -> Option<(u8, Vec<String>)> {
    let read = |separator: u8| {
        let mut reader = reader(text, separator);
        let mut record = csv::StringRecord::new();
        let _ = reader.read_record(&mut record).ok()?;
        let names: Vec<String> = record.iter().map(plain).collect();
        let known = names.iter().filter(|name| knows(name)).count();
        (known > 0).then_some((known, separator, names))
    };
    let best = SEPARATORS.into_iter().filter_map(read);
    let (_, separator, names) = best.max_by_key(|(known, ..)| *known)?;
    Some((separator, names))
}

/// Returns a column's name without case, blanks, marks of any kind.
fn plain(name: &str) -> String {
    crate::dossier::fold(name)
}

/// Reads records of any length.
pub(super) fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Returns a record, with the number of its line; a line that cannot be read says so.
pub(super) fn record(
    read: Result<csv::StringRecord, csv::Error>,
) -> Result<(u64, Vec<String>), ExchangeError> {
    let record =
        read.map_err(|error| ExchangeError::Line(error.position().map_or(0, csv::Position::line)))?;
    let line = record.position().map_or(0, csv::Position::line);
    Ok((line, record.iter().map(open).collect()))
}

/// Whether a spreadsheet would compute this cell, apostrophes before it apart.
fn is_computed(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{2212}'])
}

/// Returns a cell as a spreadsheet will show it: what it would compute has an apostrophe before.
pub(super) fn guard(cell: &str, tally: &mut Tally) -> String {
    if is_computed(cell) {
        tally.assume(Assumption::Guarded);
        return format!("'{cell}");
    }
    cell.to_owned()
}

/// Returns a cell without the apostrophe that made it harmless.
fn open(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_computed(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// Returns the points of a cell, and whether it was a range, of which the highest is kept; none
/// when the cell is empty.
pub(super) fn number(
    cell: &str,
    place: impl Fn() -> String,
) -> Result<Option<(Fraction, bool)>, ExchangeError> {
    let text = cell.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || ExchangeError::Number {
        place: place(),
        text: text.chars().take(40).collect(),
    };
    if let Some(number) = Fraction::parse(text) {
        if number.is_negative() {
            return Err(ExchangeError::Negative {
                place: place(),
                text: text.to_owned(),
            });
        }
        return Ok(Some((number, false)));
    }
    // « 10-8 », « 10 à 8 pts », « 10 to >8.0 pts »: numbers and a few words between them.
    let strange = text
        .split(|c: char| !c.is_alphabetic())
        .any(|word| !word.is_empty() && !WORDS.contains(&word.to_lowercase().as_str()));
    if strange {
        return Err(wrong());
    }
    let numbers: Vec<Fraction> = text
        .split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
        .map(|part| part.trim_matches([',', '.']))
        .filter(|part| !part.is_empty())
        .map(|part| Fraction::parse(part).ok_or_else(wrong))
        .collect::<Result<_, _>>()?;
    match numbers.as_slice() {
        [only] => Ok(Some((only.clone(), false))),
        [first, second] => Ok(Some((first.clone().max(second.clone()), true))),
        _ => Err(wrong()),
    }
}

/// What people and programs write around points.
const WORDS: [&str; 8] = ["to", "à", "a", "pt", "pts", "point", "points", "de"];

/// Returns points as both a spreadsheet and a program read them, and whether they were rounded.
pub(super) fn points(number: &Fraction) -> (String, bool) {
    let text = number.decimal(DECIMALS);
    let exact = Fraction::parse(&text).as_ref() == Some(number);
    (text, !exact)
}

/// As many as a float of a database keeps for sure.
const DECIMALS: usize = 5;

/// Writes a table, one record a line, the last shorter ones as they are.
pub(super) fn write(records: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for record in records {
        // Memory takes every byte, and records may differ in length.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}
