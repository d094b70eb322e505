//! A number as a teacher writes it: `2`, `0.5`, `"2/3"`, `"12,5"`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;

use crate::domain::fraction::Fraction;

/// An exact number in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity(Fraction);

impl Quantity {
    pub fn zero() -> Self {
        Self(Fraction::whole(0))
    }

    pub fn one() -> Self {
        Self(Fraction::whole(1))
    }

    pub fn twenty() -> Self {
        Self(Fraction::whole(20))
    }

    pub fn half() -> Self {
        Self(Fraction::ratio(1, 2).unwrap_or_else(|| Fraction::whole(1)))
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_one(&self) -> bool {
        self.0 == Fraction::whole(1)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Number(Number),
            Text(String),
        }
        let wrong = || serde::de::Error::custom(crate::t!("grid-not-a-number"));
        let text = match Either::deserialize(deserializer).map_err(|_| wrong())? {
            Either::Number(number) => number.to_string(),
            Either::Text(text) => text,
        };
        Fraction::parse(&text).map(Self).ok_or_else(wrong)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.to_string();
        match text.parse::<i64>() {
            Ok(whole) => serializer.serialize_i64(whole),
            Err(_) => {
                let decimal = self.0.decimal(6);
                if Fraction::parse(&decimal).as_ref() == Some(&self.0) {
                    serializer.serialize_f64(self.0.to_f64())
                } else {
                    serializer.serialize_str(&text)
                }
            }
        }
    }
}

impl JsonSchema for Quantity {
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number: 2, 0.5, \"2/3\" or \"12,5\".",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^\\s*[-\u{2212}]?[0-9]+([.,][0-9]+)?(\\s*/\\s*[0-9]+([.,][0-9]+)?)?\\s*$" }
            ]
        })
    }
}

impl From<Quantity> for Fraction {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}

impl From<&Fraction> for Quantity {
    fn from(fraction: &Fraction) -> Self {
        Self(fraction.clone())
    }
}
