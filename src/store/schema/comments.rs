//! A bank of sentences on disk.

use serde::{Deserialize, Serialize};

use crate::domain::comment::{Bank, Comment};

/// The version that is written.
pub const FORMAT: u64 = 1;

/// The file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankFile {
    /// Its version.
    pub format: u64,
    /// Name of the grid.
    pub grid: String,
    /// The sentences, in the order in which they are offered.
    pub comments: Vec<CommentFile>,
}

/// One sentence.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentFile {
    /// The grid's row.
    pub row: String,
    /// The level.
    pub level: String,
    /// The sentence.
    pub text: String,
}

impl From<&Bank> for BankFile {
    fn from(bank: &Bank) -> Self {
        let comment = |comment: &Comment| CommentFile {
            row: comment.row.to_string(),
            level: comment.level.to_string(),
            text: comment.text.clone(),
        };
        Self {
            format: FORMAT,
            grid: bank.grid.clone(),
            comments: bank.comments.iter().map(comment).collect(),
        }
    }
}

impl From<BankFile> for Bank {
    fn from(file: BankFile) -> Self {
        let comment = |comment: CommentFile| Comment {
            row: comment.row.into(),
            level: comment.level.into(),
            text: comment.text,
        };
        Self {
            grid: file.grid,
            comments: file.comments.into_iter().map(comment).collect(),
        }
    }
}
