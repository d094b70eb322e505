//! Names of things inside a grid and a commission. A name of one kind never passes for another.

use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Returns the name as written in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Arc::from(text))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A mastery level of a grid: `NE`, `NM`, `MP`, `BM`, `EM`.
    LevelId;
    /// A section of a grid: a bloc, an activity.
    SectionId;
    /// A row of a grid: a competency.
    RowId;
    /// A performance indicator.
    IndicatorId;
    /// A penalty.
    PenaltyId;
    /// A kind of paper that the dossier must hold.
    PieceId;
    /// A speciality that a candidate chose: `SISR`, `SLAM`.
    OptionId;
    /// A candidate's number: what identifies a person everywhere.
    CandidateId;
    /// A prepared question.
    QuestionId;
    /// What is kept of a member's code: a salted slow hash, never the digits.
    CodeHash;
    /// A member's own copy of a commission's file.
    CopyId;
}
