//! Numbers, hours and days as a French reader writes them.

use crate::domain::fraction::Fraction;
use crate::domain::roster::{Day, Hour, Moment};
use crate::t;

/// U+2212.
const MINUS: &str = "\u{2212}";

/// Returns a mark: « 11,5 ».
pub fn mark(value: &Fraction) -> String {
    decimal(value, 2)
}

/// Returns a number with at most `places` decimals: « 13,33 ».
pub fn decimal(value: &Fraction, places: usize) -> String {
    let separator = t!("decimal-separator");
    value
        .decimal(places)
        .replace('.', &separator)
        .replace('-', MINUS)
}

/// Returns a number with two decimals, for columns: « 20,00 ».
pub fn decimal_fixed(value: &Fraction) -> String {
    value
        .decimal_fixed(2)
        .replace('.', &t!("decimal-separator"))
        .replace('-', MINUS)
}

/// Returns a share as a percentage, with at most two decimals: « 20 % ».
pub fn percent(share: &Fraction) -> String {
    let hundred = Fraction::whole(100);
    t!("percent", value = decimal(&(share * &hundred), 2))
}

/// Returns points taken away: « −2 ».
pub fn minus(points: &Fraction) -> String {
    format!("{MINUS}{}", mark(points))
}

/// Returns a whole number with its thousands apart.
pub fn count(value: u64) -> String {
    let digits = value.to_string();
    let head = digits.len() % 3;
    let mut grouped = digits.get(..head).unwrap_or_default().to_owned();
    for group in digits.as_bytes().get(head..).unwrap_or_default().chunks(3) {
        if !grouped.is_empty() {
            grouped.push('\u{202f}');
        }
        grouped.extend(group.iter().map(|byte| char::from(*byte)));
    }
    grouped
}

/// Returns « 10 h 15 ».
pub fn hour(hour: Hour) -> String {
    let (hours, minutes) = hour.parts();
    t!(
        "hour",
        hours = hours.to_string(),
        minutes = format!("{minutes:02}")
    )
}

/// Returns the hour of an instant: « 10 h 56 ».
pub fn clock(moment: Moment) -> String {
    let (hours, minutes, _) = moment.clock();
    t!(
        "hour",
        hours = hours.to_string(),
        minutes = format!("{minutes:02}")
    )
}

/// Returns a length: « 13 min 20 », « 10 min ».
pub fn duration(seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    if rest == 0 {
        t!("minutes", minutes = minutes.to_string())
    } else {
        t!(
            "minutes-seconds",
            minutes = minutes.to_string(),
            seconds = format!("{rest:02}")
        )
    }
}

/// Returns « 3 juin 2026 ».
pub fn day_long(day: Day) -> String {
    let (year, month, number) = day.parts();
    let month = t!(&format!("month-{month}"));
    let number = if number == 1 {
        t!("first-of-month")
    } else {
        number.to_string()
    };
    t!(
        "day-long",
        day = number,
        month = month,
        year = year.to_string()
    )
}

/// Returns « 03/06/2026 ».
pub fn day_short(day: Day) -> String {
    let (year, month, number) = day.parts();
    t!(
        "day-short",
        day = format!("{number:02}"),
        month = format!("{month:02}"),
        year = year.to_string()
    )
}

/// Returns a text that begins a sentence: « la commission » becomes « La commission ».
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Returns « Mercredi 3 juin 2026 ».
pub fn day_full(day: Day) -> String {
    let weekday = t!(&format!("weekday-{}", day.weekday()));
    t!("day-full", weekday = capital(&weekday), day = day_long(day))
}
