//! Lists as text: the encoding and the separator are found from the bytes, never asked.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Table, tidy};
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;

/// The separators that spreadsheets write, the most usual in French first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// A file with more of these is no text.
const MOST_CONTROLS: usize = 8;

pub fn read(bytes: &[u8]) -> Result<Table, Cause> {
    let text = decode(bytes)?;
    let (announced, text) = announced(&text);
    let separator = announced.unwrap_or_else(|| separator(text));
    let skipped = usize::from(announced.is_some());
    let mut table = Table::default();
    for (line, cells) in records(text, separator) {
        table.push(
            line + skipped,
            cells.iter().map(|cell| tidy(cell)).collect(),
        );
        if table.lines.len() > LIMITS.rows {
            return Err(Cause::TooMany);
        }
        if cells.len() > LIMITS.columns as usize {
            return Err(Cause::TooMany);
        }
    }
    Ok(table)
}

fn decode(bytes: &[u8]) -> Result<String, Cause> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None => (without_mark(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let controls = text
        .chars()
        .take(4_096)
        .filter(|letter| letter.is_control() && !letter.is_whitespace())
        .count();
    if controls > MOST_CONTROLS {
        return Err(Cause::NotList);
    }
    Ok(text.into_owned())
}

fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let head = bytes.get(..256).unwrap_or(bytes);
    let zeros = |odd: usize| {
        head.iter()
            .enumerate()
            .filter(|(index, byte)| index % 2 == odd && **byte == 0)
            .count()
    };
    let most = head.len() / 4;
    if zeros(1) > most {
        UTF_16LE
    } else if zeros(0) > most {
        UTF_16BE
    } else if str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        // What Excel writes in French when it is asked for a .csv.
        WINDOWS_1252
    }
}

/// Excel announces its separator on a first line of its own: `sep=;`.
fn announced(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().to_ascii_lowercase().strip_prefix("sep=") {
        Some(separator) => match separator.as_bytes() {
            [separator] => (Some(*separator), rest),
            _ => (None, text),
        },
        None => (None, text),
    }
}

/// Returns the separator that gives the most lines one width of two columns at least.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let widths: Vec<usize> = records(text, separator)
            .take(60)
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
            .map(|(_, cells)| cells.len())
            .collect();
        let alike = |wanted: usize| widths.iter().filter(|width| **width == wanted).count();
        widths
            .iter()
            .filter(|width| **width > 1)
            .map(|width| (alike(*width), *width))
            .max()
            .unwrap_or((0, 0))
    };
    let mut best = (SEPARATORS[0], (0, 0));
    for separator in SEPARATORS {
        let score = score(separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// Returns the records with the numbers of their first lines. Nothing in a text is a fault: a quote
/// that nobody closed runs to its end.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (usize, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    std::iter::from_fn(move || {
        if !reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().map(str::to_owned).collect();
        Some((usize::try_from(line).unwrap_or(0), cells))
    })
}
