//! What one cell of a list says: a number, a name, a day, an hour, an option, extra time. What is
//! not understood is said to be so, never guessed.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::grid::Choice;
use crate::domain::id::OptionId;
use crate::domain::roster::list::Extra;
use crate::domain::roster::{Day, Hour};
use crate::dossier::text::fold;

/// Returns a number as it must be written; the text itself when a spreadsheet rounded it away.
pub fn number(text: &str) -> Result<String, String> {
    let text = text.trim_start_matches(['\'', '’']).trim();
    let parts: Vec<&str> = text.split(' ').collect();
    let spaced = parts
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let text = if spaced {
        parts.concat()
    } else {
        text.to_owned()
    };
    if let Some((head, exponent)) = text.split_once(['E', 'e'])
        && !head.is_empty()
        && head.chars().all(|c| c.is_ascii_digit() || ",.".contains(c))
        && exponent.starts_with(['+', '-'])
    {
        return Err(text);
    }
    let whole = text.strip_suffix(",0").or_else(|| text.strip_suffix(".0"));
    Ok(whole.map_or_else(|| text.clone(), str::to_owned))
}

/// Parts a family name, in capitals, from a first name; else at the first blank.
pub fn full_name(text: &str) -> (String, String) {
    if let Some((last, first)) = text.split_once(',') {
        return (last.trim().to_owned(), first.trim().to_owned());
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&str| {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        !letters.is_empty() && letters.iter().all(|letter| !letter.is_lowercase())
    };
    // A lone capital letter is an initial as well as a name.
    let leading = words.iter().take_while(|word| is_capital(word)).count();
    let trailing = words
        .iter()
        .rev()
        .take_while(|word| is_capital(word))
        .count();
    let join = |words: &[&str]| words.join(" ");
    if leading > 0 && leading < words.len() {
        let (last, first) = words.split_at(leading);
        (join(last), join(first))
    } else if trailing > 0 && trailing < words.len() {
        let (first, last) = words.split_at(words.len() - trailing);
        (join(last), join(first))
    } else {
        match words.split_first() {
            Some((last, first)) => ((*last).to_owned(), join(first)),
            None => (String::new(), String::new()),
        }
    }
}

/// Reads an hour wherever it stands in a text: `8h00`, `08:00:00`, `de 8 h 00 à 8 h 40`, or the
/// share of a day that a spreadsheet keeps.
pub fn hour(text: &str) -> Option<Hour> {
    if let Some(minutes) = share_of_day(text) {
        return Hour::new(minutes / 60, minutes % 60);
    }
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let digit = |at: usize| letters.get(at).and_then(|c| c.to_digit(10));
    let past_blanks = |mut at: usize| {
        while letters.get(at).is_some_and(|c| c.is_whitespace()) {
            at += 1;
        }
        at
    };
    let mut at = 0;
    while at < letters.len() {
        let Some(first) = digit(at) else {
            at += 1;
            continue;
        };
        let mut hours = first;
        let mut end = at + 1;
        while let Some(next) = digit(end) {
            hours = hours.saturating_mul(10).saturating_add(next);
            end += 1;
        }
        let separator = past_blanks(end);
        let by_letter = letters.get(separator) == Some(&'h');
        if end - at <= 2 && (by_letter || letters.get(separator) == Some(&':')) {
            let mut after = separator + 1;
            for letter in "eures".chars() {
                after += usize::from(letters.get(after) == Some(&letter));
            }
            let after = past_blanks(after);
            let minutes = match (digit(after), digit(after + 1)) {
                (Some(tens), Some(units)) => tens * 10 + units,
                (None, _) if by_letter => 0,
                _ => return None,
            };
            let afternoon = hours < 12 && text.trim_end().to_lowercase().ends_with("pm");
            let hours = if afternoon { hours + 12 } else { hours };
            return Hour::new(u16::try_from(hours).ok()?, u16::try_from(minutes).ok()?);
        }
        at = end;
    }
    None
}

/// Returns the minutes of the part of a day after the point, or nothing when the text is no number.
fn share_of_day(text: &str) -> Option<u16> {
    let plain = text.replace(',', ".");
    let (days, share) = plain.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // « 10.15 » is an hour badly written; a share of a day has no whole part, or that of a date.
    if !digits(days) || !digits(share) || (days != "0" && days.len() != 5) {
        return None;
    }
    let share: f64 = format!("0.{share}").parse().ok()?;
    let minutes = (share * 1_440.0).round();
    (minutes < 1_440.0).then_some(minutes as u16)
}

const MONTHS: [&str; 12] = [
    "janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec",
];

/// Reads a day wherever it stands in a text: `12/05/26`, `2026-05-12`, `mardi 12 mai 2026`, or the
/// count of days that a spreadsheet keeps.
pub fn day(text: &str) -> Option<Day> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    if let Some(day) = counted_day(text) {
        return Some(day);
    }
    for (at, word) in words.iter().enumerate() {
        let is_number = |word: &&str| word.bytes().all(|b| b.is_ascii_digit());
        let (second, third) = (words.get(at + 1)?, words.get(at + 2)?);
        let first = word.trim_end_matches("er");
        if !is_number(&first) || first.is_empty() {
            continue;
        }
        let month = MONTHS
            .iter()
            .position(|month| second.starts_with(month))
            .map(|month| month + 1);
        if let Some(month) = month {
            return made(third, month, first);
        }
        if !is_number(second) || !is_number(third) {
            continue;
        }
        let month: usize = second.parse().ok()?;
        return if first.len() == 4 {
            made(first, month, third)
        } else {
            made(third, month, first)
        };
    }
    None
}

fn made(year: &str, month: usize, day: &str) -> Option<Day> {
    let year: u16 = match (year.len(), year.parse::<u16>().ok()?) {
        (4, year) => year,
        (2, year) => 2000 + year,
        _ => return None,
    };
    Day::new(year, u8::try_from(month).ok()?, day.parse().ok()?)
}

/// A spreadsheet counts days from the end of 1899: 46 154 is the 12th of May 2026.
fn counted_day(text: &str) -> Option<Day> {
    let whole = text.split(['.', ',']).next().unwrap_or(text);
    let days: u64 = whole.parse().ok()?;
    if whole.len() != 5 || !(36_000..80_000).contains(&days) {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    Day::new(
        u16::try_from(date.year()).ok()?,
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    )
}

/// Returns the option of the grid that a text names, nothing when it names none, or the text itself
/// when it is not understood.
pub fn option(text: &str, options: &[Choice]) -> Result<Option<OptionId>, String> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(None);
    }
    let named = |choice: &&Choice| {
        let names = [choice.id.as_str(), choice.label.as_str()];
        names.iter().any(|name| {
            let name = fold(name);
            !name.is_empty() && format!(" {folded} ").contains(&format!(" {name} "))
        })
    };
    let mut found = options.iter().filter(named);
    match (found.next(), found.next()) {
        (Some(choice), None) => Ok(Some(choice.id.clone())),
        _ => Err(text.to_owned()),
    }
}

/// Returns whether a text says yes; nothing when it says neither yes nor no.
pub fn yes(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "oui" | "o" | "x" | "1" | "vrai" | "yes" | "y" | "true" => Some(true),
        "" | "non" | "n" | "0" | "faux" | "no" | "false" | "aucun" | "aucune" | "neant" => {
            Some(false)
        }
        _ => matches!(text, "✓" | "✔" | "☑" | "☒").then_some(true),
    }
}

/// Returns whether a text says that somebody is absent.
pub fn absent(text: &str) -> bool {
    let folded = fold(text);
    folded.starts_with("abs") || yes(text) == Some(true)
}

/// Extra time as written, and whether other words stand beside it; nothing when none is understood.
pub fn extra(text: &str) -> Option<(Extra, bool)> {
    if let Some(said) = yes(text) {
        let extra = if said {
            Extra::Share(1, 3)
        } else {
            Extra::None
        };
        return Some((extra, false));
    }
    let lower = text.to_lowercase();
    let plain: String = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(lengths) = lengths(&plain) {
        return Some((lengths, false));
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let third = words.contains(&"tiers") || plain.contains("1/3") || plain.contains('⅓');
    if third {
        // « Tiers temps » and nothing else; what else is written may be of a medical nature.
        const ITS_OWN: [&str; 10] = [
            "tiers",
            "temps",
            "1",
            "3",
            "un",
            "1er",
            "majoration",
            "majore",
            "de",
            "oui",
        ];
        let alone = words.iter().all(|word| ITS_OWN.contains(word));
        let refused = words.contains(&"non") || words.contains(&"sans");
        return (!refused).then_some((Extra::Share(1, 3), !alone));
    }
    let figure = plain
        .trim_start_matches(['+', '×', 'x'])
        .trim()
        .replace(',', ".");
    if matches!(
        figure.as_str(),
        "33 %" | "33%" | "33.33 %" | "33.33%" | "1.33" | "1.333" | "4/3"
    ) {
        return Some((Extra::Share(1, 3), false));
    }
    if let Some(share) = figure.strip_suffix('%') {
        let share: u32 = share.trim().parse().ok()?;
        return (share <= 100).then_some((Extra::Share(share, 100), false));
    }
    if let Some((parts, of)) = figure.split_once('/') {
        let (parts, of): (u32, u32) = (parts.trim().parse().ok()?, of.trim().parse().ok()?);
        return (of > 0 && parts <= of).then_some((Extra::Share(parts, of), false));
    }
    None
}

/// Reads « 13 min 20 + 40 min » as the length of each phase, and « + 20 min » as time added.
fn lengths(plain: &str) -> Option<Extra> {
    if let Some(added) = plain.strip_prefix('+') {
        return seconds(added).map(Extra::Added);
    }
    let parts: Option<Vec<u32>> = plain.split('+').map(seconds).collect();
    match parts?.as_slice() {
        [added] => Some(Extra::Added(*added)),
        lengths => Some(Extra::Lengths(lengths.to_vec())),
    }
}

/// Reads « 13 min 20 », « 20 minutes », « 1 h 05 ».
fn seconds(text: &str) -> Option<u32> {
    let text = text
        .replace("minutes", "min")
        .replace("minute", "min")
        .replace("mn", "min");
    let text: String = text.split_whitespace().collect();
    let number = |text: &str| -> Option<u32> {
        if text.is_empty() {
            Some(0)
        } else {
            text.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| text.parse().ok())?
        }
    };
    if let Some((minutes, rest)) = text.split_once("min") {
        let rest = rest.trim_end_matches('s');
        let (minutes, rest) = (number(minutes)?, number(rest)?);
        (minutes > 0 && minutes < 600 && rest < 60).then_some(minutes * 60 + rest)
    } else if let Some((hours, minutes)) = text.split_once('h') {
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        (hours < 10 && minutes < 60 && hours + minutes > 0).then_some(hours * 3_600 + minutes * 60)
    } else {
        None
    }
}
