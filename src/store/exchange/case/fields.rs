//! One object of a CASE file, field by field: whatever nobody asked for is said to be dropped.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::super::ExchangeError;
use super::super::report::Tally;
use crate::domain::fraction::Fraction;

/// The fields of one object.
pub(super) struct Fields<'a> {
    kind: &'static str,
    map: Option<&'a Map<String, Value>>,
    asked: BTreeSet<&'a str>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(kind: &'static str, value: Option<&'a Value>) -> Self {
        Self {
            kind,
            map: value.and_then(Value::as_object),
            asked: BTreeSet::new(),
        }
    }

    pub(super) fn get(&mut self, key: &str) -> Option<&'a Value> {
        let (name, value) = self.map?.get_key_value(key)?;
        let _ = self.asked.insert(name);
        Some(value)
    }

    /// Returns a text, trimmed; none when it is not there or empty.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let text = match self.get(key)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// Returns a list; empty when it is not there.
    pub(super) fn list(&mut self, key: &str) -> &'a [Value] {
        let list = self.get(key).and_then(Value::as_array);
        list.map_or(&[], Vec::as_slice)
    }

    /// Returns a number from zero up, written as such or as a text.
    pub(super) fn number(
        &mut self,
        key: &str,
        place: &str,
    ) -> Result<Option<Fraction>, ExchangeError> {
        let Some(text) = self.text(key) else {
            return Ok(None);
        };
        let place = || format!("{}.{key}, {place}", self.kind);
        match Fraction::parse(&text) {
            Some(number) if number.is_negative() => Err(ExchangeError::Negative {
                place: place(),
                text,
            }),
            Some(number) => Ok(Some(number)),
            None => Err(ExchangeError::Number {
                place: place(),
                text: text.chars().take(40).collect(),
            }),
        }
    }

    /// Returns a position or a sequence number; what is none comes last.
    pub(super) fn rank(&mut self, key: &str) -> i64 {
        let rank = self.get(key).and_then(Value::as_f64);
        // Sequence numbers are small; a huge one is clamped by the cast.
        #[allow(clippy::cast_possible_truncation, reason = "saturates")]
        rank.map_or(i64::MAX, |rank| (rank * 1000.0) as i64)
    }

    /// Says that some fields are written anew by every program.
    pub(super) fn skip(&mut self, keys: &[&str]) {
        for key in keys {
            let _ = self.get(key);
        }
    }

    /// Says what was not asked for and holds something.
    pub(super) fn finish(self, tally: &mut Tally) {
        let Some(map) = self.map else { return };
        for (key, value) in map {
            let nothing = match value {
                Value::Null => true,
                Value::String(text) => text.trim().is_empty(),
                Value::Array(list) => list.is_empty(),
                Value::Object(fields) => fields.is_empty(),
                Value::Bool(_) | Value::Number(_) => false,
            };
            if !nothing && !self.asked.contains(key.as_str()) {
                tally.drop(format!("{}.{key}", self.kind));
            }
        }
    }
}
