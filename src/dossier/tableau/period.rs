//! Periods as candidates type them. The text is always kept; dates are read only when they are sure,
//! to say that an end comes before its start or that a day does not exist.

use chrono::NaiveDate;

use crate::domain::dossier::Flag;
use crate::dossier::text;

/// What a period says for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day it can start on.
    pub start: Option<NaiveDate>,
    /// The last day it can end on; none when it is open or has one date only.
    pub end: Option<NaiveDate>,
    /// How precise its dates are; none when it has none that is sure.
    pub precision: Option<Precision>,
    /// Whether it says that it goes on, as « 12/01/2026 - » or « à ce jour » do.
    pub is_open: bool,
    /// Whether it names a day that does not exist.
    pub is_impossible: bool,
}

/// How precise a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Number { value: u32, digits: usize },
    Mark(char),
    Month(u32),
    Other,
}

/// A date with as much precision as was typed.
#[derive(Debug, Clone, Copy)]
struct Moment {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl Period {
    /// Reads a period; never fails, at worst it knows nothing.
    pub fn parse(raw: &str) -> Self {
        let tokens = tokens(raw);
        let mut moments = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let rest = tokens.get(at..).unwrap_or_default();
            match moment(rest) {
                Some((moment, taken)) => {
                    moments.push(moment);
                    at += taken;
                }
                None => at += ambiguous(rest).max(1),
            }
        }
        let is_impossible = moments.iter().any(|moment| moment.first().is_none());
        let (start, end) = match moments.as_slice() {
            [only] => (only.first(), None),
            [start, end] => (start.first(), end.last()),
            _ => (None, None),
        };
        let precision = start
            .and_then(|_| moments.iter().map(Moment::precision).max())
            .filter(|_| !is_impossible);
        Self {
            start,
            end,
            precision,
            is_open: moments.len() == 1 && goes_on(raw),
            is_impossible,
        }
    }

    /// Returns what is wrong with it.
    pub fn flags(&self) -> Vec<Flag> {
        let is_reversed = self
            .start
            .zip(self.end)
            .is_some_and(|(start, end)| end < start);
        let reversed = is_reversed.then_some(Flag::EndBeforeStart);
        let impossible = self.is_impossible.then_some(Flag::ImpossibleDate);
        reversed.into_iter().chain(impossible).collect()
    }
}

/// Tells whether a period says in words, or by a dash that nothing follows, that it goes on.
fn goes_on(raw: &str) -> bool {
    let folded = text::fold(raw);
    let says_so = [
        "en cours",
        "a ce jour",
        "maintenant",
        "aujourd hui",
        "present",
    ];
    says_so.iter().any(|words| folded.ends_with(words))
        || text::clean(raw).ends_with(['-', '–', '—', '→', '…'])
}

impl Moment {
    fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (_, Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
        }
    }

    fn first(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(&self) -> Option<NaiveDate> {
        let month = self.month.unwrap_or(12);
        if self.day.is_some() {
            return NaiveDate::from_ymd_opt(self.year, month, self.day.unwrap_or(1));
        }
        (28..=31)
            .rev()
            .find_map(|day| NaiveDate::from_ymd_opt(self.year, month, day))
    }
}

/// Reads a date at the start of `tokens` and tells how many it took.
fn moment(tokens: &[Token]) -> Option<(Moment, usize)> {
    use Token::{Mark, Month, Number};
    let at = |day: Option<u32>, month: Option<u32>, year: i32, taken: usize| {
        Some((Moment { year, month, day }, taken))
    };
    match tokens {
        [
            Number {
                value: year,
                digits: 4,
            },
            Mark('-'),
            Number {
                value: month,
                digits: 2,
            },
            Mark('-'),
            Number {
                value: day,
                digits: 2,
            },
            ..,
        ] => at(Some(*day), Some(*month), year_of(*year, 4)?, 5),
        [
            Number {
                value: day,
                digits: 1..=2,
            },
            Mark(first @ ('/' | '.' | '-')),
            Number {
                value: month,
                digits: 1..=2,
            },
            Mark(second),
            Number {
                value: year,
                digits: digits @ (2 | 4),
            },
            ..,
        ] if first == second => at(Some(*day), Some(*month), year_of(*year, *digits)?, 5),
        [
            Number {
                value: month @ 1..=12,
                digits: 1..=2,
            },
            Mark('/' | '.' | '-'),
            Number {
                value: year,
                digits: 4,
            },
            ..,
        ] => at(None, Some(*month), year_of(*year, 4)?, 3),
        [
            Number {
                value: day @ 1..=31,
                digits: 1..=2,
            },
            Month(month),
            Number {
                value: year,
                digits: 4,
            },
            ..,
        ] => at(Some(*day), Some(*month), year_of(*year, 4)?, 3),
        [
            Month(month),
            Number {
                value: year,
                digits: digits @ (2 | 4),
            },
            ..,
        ] => at(None, Some(*month), year_of(*year, *digits)?, 2),
        [
            Month(month),
            Mark('-' | '.' | '/'),
            Number {
                value: year,
                digits: digits @ (2 | 4),
            },
            ..,
        ] => at(None, Some(*month), year_of(*year, *digits)?, 3),
        [
            Number {
                value: year,
                digits: 4,
            },
            ..,
        ] => at(None, None, year_of(*year, 4)?, 1),
        _ => None,
    }
}

/// Returns how many tokens make two numbers that may be a day and a month or a month and a year.
fn ambiguous(tokens: &[Token]) -> usize {
    match tokens {
        [
            Token::Number { .. },
            Token::Mark('/' | '.'),
            Token::Number { .. },
            ..,
        ] => 3,
        _ => 1,
    }
}

/// A training lies within this century; other numbers of four digits are not years.
fn year_of(value: u32, digits: usize) -> Option<i32> {
    let year = if digits == 2 {
        value.checked_add(2000)?
    } else {
        value
    };
    (2000..2100)
        .contains(&year)
        .then(|| i32::try_from(year).ok())
        .flatten()
}

fn tokens(raw: &str) -> Vec<Token> {
    let text = text::clean(raw);
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let is_same = |other: char| {
            if c.is_ascii_digit() {
                other.is_ascii_digit()
            } else {
                c.is_alphabetic() && other.is_alphabetic()
            }
        };
        let length = rest.find(|other| !is_same(other)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(length.max(c.len_utf8()));
        rest = after;
        if c == ' ' {
            continue;
        }
        tokens.push(if c.is_ascii_digit() {
            match piece.parse() {
                Ok(value) => Token::Number {
                    value,
                    digits: piece.len(),
                },
                Err(_) => Token::Other,
            }
        } else if c.is_alphabetic() {
            month(&text::fold(piece)).map_or(Token::Other, Token::Month)
        } else {
            Token::Mark(c)
        });
    }
    tokens
}

/// Returns the rank of a month by its name or one of its usual shortenings.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    let rank = MONTHS
        .iter()
        .position(|month| *month == word || word.len() >= 3 && month.starts_with(word))?;
    // Three letters do not tell June from July.
    (word != "jui").then(|| u32::try_from(rank).ok()?.checked_add(1))?
}
