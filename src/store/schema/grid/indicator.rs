//! An indicator as a teacher writes it: a text alone, or an object with its name and its kind.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{IndicatorFile, IndicatorKindFile, RawIndicatorFile};

impl IndicatorFile {
    /// Returns the name of the indicator that stands at `position` of a row, from 0, when its file
    /// gives it none.
    pub fn default_id(row: &str, position: usize) -> String {
        format!("{row}-{}", position + 1)
    }
}

impl<'de> Deserialize<'de> for IndicatorFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        // Not an untagged enumeration: it would forget which key of the object is wrong.
        impl<'de> Visitor<'de> for Either {
            type Value = RawIndicatorFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or object")
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(RawIndicatorFile {
                    id: None,
                    kind: IndicatorKindFile::default(),
                    text: text.to_owned(),
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                RawIndicatorFile::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_any(Either).map(Self)
    }
}

impl Serialize for IndicatorFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            RawIndicatorFile {
                id: None,
                kind: IndicatorKindFile::Indicator,
                text,
            } => text.serialize(serializer),
            full => full.serialize(serializer),
        }
    }
}

impl JsonSchema for IndicatorFile {
    fn schema_name() -> Cow<'static, str> {
        "Indicator".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let full = generator.subschema_for::<RawIndicatorFile>();
        json_schema!({
            "description": "An indicator: its text alone, or an object.",
            "anyOf": [{ "type": "string" }, full]
        })
    }
}
