//! Numbers and days as the forms write them, whatever the language of the screens.

use crate::domain::fraction::Fraction;
use crate::domain::roster::{Day, Moment};
use crate::words::french;

/// Returns « 11,5 ».
pub fn number(value: &Fraction) -> String {
    value.decimal(2).replace('.', ",")
}

/// Returns « −2 ».
pub fn minus(value: &Fraction) -> String {
    format!("\u{2212}{}", number(value))
}

/// Returns « 20 % » for a share of 0..1.
pub fn percent(share: &Fraction) -> String {
    let value = number(&(share * &Fraction::whole(100)));
    french("percent", &[("value", value.as_str())])
}

/// Returns « 03/06/2026 ».
pub fn date(day: Day) -> String {
    let (year, month, number) = day.parts();
    format!("{number:02}/{month:02}/{year}")
}

/// Returns the day, the hours and the minutes of a moment: « 03/06/2026 », « 11 », « 30 ».
pub fn instant(at: Moment) -> (String, String, String) {
    let (hours, minutes, _) = at.clock();
    (date(at.day()), hours.to_string(), format!("{minutes:02}"))
}
