//! 1EdTech CASE 1.1: a CFPackage whose items, put in order by `isChildOf`, are sections, rows and
//! what is looked for, and whose rubrics are levels and weights. Source: CASE service, information
//! model 1.1; what OpenSALT and OpenCASE write.

mod fields;
mod read;
mod tree;
mod write;

pub(super) use read::import;
pub(super) use write::export;

use std::collections::HashMap;

use crate::domain::grid::IndicatorKind;
use crate::{t, words};

/// The language of the forms that grids hold.
const LANGUAGE: &str = "fr";

/// What an item below a row is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Part,
    Looked(IndicatorKind),
    Deliverable,
    Knowledge,
}

const ROLES: [Role; 7] = [
    Role::Part,
    Role::Looked(IndicatorKind::Indicator),
    Role::Looked(IndicatorKind::Criterion),
    Role::Looked(IndicatorKind::Component),
    Role::Looked(IndicatorKind::Situation),
    Role::Deliverable,
    Role::Knowledge,
];

impl Role {
    fn key(self) -> &'static str {
        match self {
            Self::Part => "exchange-type-part",
            Self::Looked(IndicatorKind::Indicator) => "exchange-type-indicator",
            Self::Looked(IndicatorKind::Criterion) => "exchange-type-criterion",
            Self::Looked(IndicatorKind::Component) => "exchange-type-component",
            Self::Looked(IndicatorKind::Situation) => "exchange-type-situation",
            Self::Deliverable => "exchange-type-deliverable",
            Self::Knowledge => "exchange-type-knowledge",
        }
    }

    /// Returns the type of such an item, in people's words.
    fn word(self) -> String {
        t!(self.key())
    }
}

/// The words of the types, in both languages, with what each says.
struct Roles(HashMap<String, Role>);

impl Roles {
    fn new() -> Self {
        let words = ROLES.into_iter().flat_map(|role| {
            let both = [role.word(), words::french(role.key(), &[])];
            both.map(|word| (word.to_lowercase(), role))
        });
        Self(words.collect())
    }

    /// Returns what an item of this type is.
    fn of(&self, kind: &str) -> Option<Role> {
        self.0.get(&kind.trim().to_lowercase()).copied()
    }
}
