//! Candidates, and the days and hours of an exam. Hours are those of the laptop, kept with their
//! offset so that they read the same anywhere.

pub mod difference;
pub mod list;
pub mod order;

use super::id::{CandidateId, OptionId};

/// A candidate, as the centre's list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The number that identifies the person everywhere.
    pub number: CandidateId,
    /// Family name.
    pub last_name: String,
    /// First name.
    pub first_name: String,
    /// The speciality, when known.
    pub option: Option<OptionId>,
    /// Where the candidate comes from, empty when the list does not say.
    pub establishment: String,
    /// Day of passage, when it is not the commission's.
    pub day: Option<Day>,
    /// Hour of passage.
    pub passage: Option<Hour>,
    /// Room of passage, empty when the list does not say.
    pub room: String,
    /// Place among those of the same day and hour, or without hour, once somebody ordered them.
    pub rank: Option<u32>,
    /// Length of each phase in seconds, when it departs from the grid's. No reason is kept.
    pub seconds: Vec<u32>,
}

impl Candidate {
    /// Returns a candidate of whom nothing more is known.
    pub fn new(
        number: impl Into<CandidateId>,
        last_name: impl Into<String>,
        first_name: impl Into<String>,
    ) -> Self {
        Self {
            number: number.into(),
            last_name: last_name.into(),
            first_name: first_name.into(),
            option: None,
            establishment: String::new(),
            day: None,
            passage: None,
            room: String::new(),
            rank: None,
            seconds: Vec::new(),
        }
    }

    /// Returns « DELTA Inès ».
    pub fn name(&self) -> String {
        format!("{} {}", self.last_name, self.first_name)
            .trim()
            .to_owned()
    }
}

/// An instant, with the offset of the laptop's clock when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub millis: i64,
    /// Minutes east of UTC.
    pub offset: i16,
}

impl Moment {
    /// Returns the milliseconds from `earlier` to this, 0 when the clock went back.
    pub fn since(self, earlier: Moment) -> u64 {
        u64::try_from(self.millis.saturating_sub(earlier.millis)).unwrap_or(0)
    }

    /// Returns the instant `millis` later.
    pub fn plus(self, millis: u64) -> Moment {
        let millis = self
            .millis
            .saturating_add(i64::try_from(millis).unwrap_or(i64::MAX));
        Moment { millis, ..self }
    }

    /// Returns the day on the laptop's calendar.
    pub fn day(self) -> Day {
        let local = self.local_seconds().div_euclid(86_400);
        Day::from_epoch(local)
    }

    /// Returns hours, minutes and seconds on the laptop's clock.
    pub fn clock(self) -> (u8, u8, u8) {
        let seconds = self.local_seconds().rem_euclid(86_400);
        let part = |value: i64| u8::try_from(value).unwrap_or(0);
        (
            part(seconds / 3600),
            part(seconds / 60 % 60),
            part(seconds % 60),
        )
    }

    fn local_seconds(self) -> i64 {
        self.millis
            .div_euclid(1000)
            .saturating_add(i64::from(self.offset) * 60)
    }
}

/// A day of the calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Returns the day, or nothing when the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4)
                && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
            {
                29
            }
            2 => 28,
            _ => 0,
        };
        ((1..=length).contains(&day) && year >= 1900).then_some(Self { year, month, day })
    }

    /// Reads `2026-06-03` or `03/06/2026`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, month, day) = if let [year, month, day] = text.split('-').collect::<Vec<_>>()[..]
        {
            (year, month, day)
        } else if let [day, month, year] = text.split('/').collect::<Vec<_>>()[..] {
            (year, month, day)
        } else {
            return None;
        };
        (year.len() == 4 && is_digits(year) && is_digits(month) && is_digits(day))
            .then(|| Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
    }

    fn from_epoch(days: i64) -> Self {
        // Howard Hinnant's civil_from_days, for the proleptic Gregorian calendar.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: u16::try_from(year).unwrap_or(1970),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// Returns year, month from 1, day from 1.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Returns `2026-06-03`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Returns the day of the week, 0 for Monday.
    pub fn weekday(self) -> usize {
        // Sakamoto's method counts from Sunday.
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let month = usize::from(self.month.saturating_sub(1));
        let year = u32::from(self.year).saturating_sub(u32::from(self.month < 3));
        let shift = SHIFT.get(month).copied().unwrap_or(0);
        let sunday = (year + year / 4 - year / 100 + year / 400 + shift + u32::from(self.day)) % 7;
        usize::try_from((sunday + 6) % 7).unwrap_or(0)
    }
}

/// An hour of passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hour(u16);

impl Hour {
    /// Returns the hour, or nothing past 23 h 59.
    pub fn new(hours: u16, minutes: u16) -> Option<Self> {
        (hours < 24 && minutes < 60).then_some(Self(hours * 60 + minutes))
    }

    /// Reads `10:15`, `10h15`, `10 h 15`, `8h`.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_lowercase();
        let (hours, minutes) = text.split_once([':', 'h'])?;
        if !is_digits(hours) || !is_digits(minutes) {
            return None;
        }
        let minutes = if minutes.is_empty() {
            0
        } else {
            minutes.parse().ok()?
        };
        Self::new(hours.parse().ok()?, minutes)
    }

    /// Returns minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Returns hours and minutes.
    pub fn parts(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }

    /// Returns `10:15`.
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// The standard reader also takes a sign.
fn is_digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}
