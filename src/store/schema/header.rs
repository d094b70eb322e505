//! The first line of a commission's file: what the commission is, and its grid, frozen.

use serde::{Deserialize, Serialize};

use super::edit::TickingFile;

/// The version of the journal that is written.
pub const VERSION: u64 = 1;
/// What tells a commission's file from any other JSON.
pub const FORMAT: &str = "delibere";

/// The first line.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderFile {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u64,
    /// Name of the document, the same in every copy.
    pub id: String,
    /// When it was made.
    pub created: String,
    /// The session's edition.
    pub edition: String,
    /// Number of the commission.
    pub commission: String,
    /// Day of the orals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// The members.
    pub members: Vec<MemberFile>,
    /// The grid's form of the exam.
    pub mode: String,
    /// How members tick.
    pub ticking: TickingFile,
    /// Whether it is an exercise on fictional persons.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exercise: bool,
    /// The grid.
    pub grid: SnapshotFile,
}

/// A member.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberFile {
    /// Name.
    pub name: String,
    /// Quality.
    pub quality: String,
}

/// A grid inside a commission's file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotFile {
    /// Its name.
    pub id: String,
    /// SHA-256 of `source`, lower-case hexadecimal.
    pub sha256: String,
    /// The grid's file, letter for letter.
    pub source: String,
}

/// The second line of a member's own copy: whose it is. The first one stays that of the
/// commission's file, to which every chain is bound.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyLineFile {
    /// The copy.
    pub copy: CopyFile,
}

/// A member's own copy.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyFile {
    /// Its name.
    pub id: String,
    /// The member, from 1.
    pub member: usize,
    /// When it was made.
    pub made: String,
}

/// Just enough to know a file and its version, whatever else it holds.
#[derive(Debug, Deserialize)]
pub struct Probe {
    /// What the file says it is.
    pub format: String,
    /// Its version.
    pub version: u64,
}
