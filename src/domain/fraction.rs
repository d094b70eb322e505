//! Exact numbers: level values, weights, points and marks. Nothing here ever rounds but
//! [`Fraction::round`].

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// An exact rational number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fraction(BigRational);

/// How a raw mark becomes a mark that can be written: the grid's convention, never a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounding {
    /// The step between two marks, positive; none keeps the raw value.
    pub grain: Option<Fraction>,
    /// Where a value between two steps goes.
    pub direction: Direction,
}

/// Where a value between two steps goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the nearest step; a tie goes up.
    NearestTiesUp,
    /// To the nearest step; a tie goes down.
    NearestTiesDown,
    /// To the step above.
    Up,
    /// To the step below.
    Down,
}

/// A text longer than this is no number that a jury wrote.
const LONGEST: usize = 24;

impl Fraction {
    /// Returns the whole number `value`.
    pub fn whole(value: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(value)))
    }

    /// Returns `numerator / denominator`, or nothing when the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| {
            Self(BigRational::new(
                BigInt::from(numerator),
                BigInt::from(denominator),
            ))
        })
    }

    /// Reads `2/3`, `0.5`, `12,5`, `-2` or `−2`; at most 24 characters, no exponent.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST {
            return None;
        }
        if let Some((numerator, denominator)) = text.split_once('/') {
            let (top, bottom) = (
                Self::parse_decimal(numerator)?,
                Self::parse_decimal(denominator)?,
            );
            return top.over(&bottom);
        }
        Self::parse_decimal(text)
    }

    fn parse_decimal(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, ""));
        let only_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty()
            || !only_digits(whole)
            || !only_digits(decimals)
            || digits.ends_with([',', '.'])
        {
            return None;
        }
        let value: BigInt = format!("{whole}{decimals}").parse().ok()?;
        let scale = (0..decimals.len()).fold(BigInt::from(1), |scale, _| scale * 10);
        let value = Self(BigRational::new(value, scale));
        Some(if negative { -value } else { value })
    }

    /// Returns `self / other`, or nothing when `other` is zero.
    pub fn over(&self, other: &Self) -> Option<Self> {
        (!other.0.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// Returns whether this is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Returns whether this is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Returns whether this has no fractional part.
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }

    /// Returns the distance to `other`.
    pub fn distance(&self, other: &Self) -> Self {
        Self((&self.0 - &other.0).abs())
    }

    /// Returns the mark of the convention nearest to this raw value.
    pub fn round(&self, rounding: &Rounding) -> Self {
        let Some(grain) = rounding
            .grain
            .as_ref()
            .filter(|grain| grain.0.is_positive())
        else {
            return self.clone();
        };
        let steps = &self.0 / &grain.0;
        let half = BigRational::new(BigInt::from(1), BigInt::from(2));
        let steps = match rounding.direction {
            Direction::NearestTiesUp => (steps + half).floor(),
            Direction::NearestTiesDown => (steps - half).ceil(),
            Direction::Up => steps.ceil(),
            Direction::Down => steps.floor(),
        };
        Self(steps * &grain.0)
    }

    /// Returns whether this is a whole number of steps of `grain`.
    pub fn is_multiple_of(&self, grain: &Self) -> bool {
        self.over(grain).is_some_and(|steps| steps.is_whole())
    }

    /// Returns the value with at most `places` decimals, halves away from zero, with a point and
    /// without trailing zeros: for display only.
    pub fn decimal(&self, places: usize) -> String {
        let text = self.decimal_fixed(places);
        if !text.contains('.') {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// Returns the value with exactly `places` decimals, halves away from zero, with a point.
    pub fn decimal_fixed(&self, places: usize) -> String {
        let scale = (0..places).fold(BigInt::from(1), |scale, _| scale * 10);
        let scaled = (&self.0 * BigRational::from_integer(scale))
            .round()
            .to_integer();
        let digits = format!(
            "{:0>width$}",
            scaled.magnitude().to_string(),
            width = places + 1
        );
        let (whole, decimals) = digits.split_at(digits.len() - places);
        let sign = if scaled.is_negative() { "-" } else { "" };
        if places == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{decimals}")
        }
    }

    /// Returns the nearest double, for programs that read our JSON.
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().unwrap_or(0.0)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Add<&Fraction> for Fraction {
    type Output = Fraction;
    fn add(self, other: &Fraction) -> Fraction {
        Fraction(self.0 + &other.0)
    }
}

impl Sub<&Fraction> for Fraction {
    type Output = Fraction;
    fn sub(self, other: &Fraction) -> Fraction {
        Fraction(self.0 - &other.0)
    }
}

impl Mul for &Fraction {
    type Output = Fraction;
    fn mul(self, other: &Fraction) -> Fraction {
        Fraction(&self.0 * &other.0)
    }
}

impl Neg for Fraction {
    type Output = Fraction;
    fn neg(self) -> Fraction {
        Fraction(-self.0)
    }
}
