//! What the program remembers of this laptop: look, size, recent files, where one stood. May fall
//! back field by field; holds no mark and no judgement.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::notes::replace_file;
use super::places::Places;
use super::schema::roster as shape;
use crate::domain::grid::Choice;
use crate::domain::roster::list::Field;
use crate::dossier::roster::{self, Columns, Table};

/// The settings of this laptop.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// Name of the display: `clair`, `sombre`, `contraste`.
    pub display: Option<String>,
    /// Text size in percent.
    pub scale: Option<u16>,
    /// Commissions opened lately, the last one first.
    pub recent: Vec<Recent>,
    /// Where one stood, for a restart.
    pub resume: Option<Resume>,
    /// Minutes without a gesture before the window locks itself; 0 for never.
    pub lock_after: Option<u16>,
    /// What the columns of lists say, as they were corrected.
    pub rosters: Vec<Roster>,
}

/// What the columns of one kind of list say, as somebody corrected them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// The headings by which such a list is known again, folded.
    pub headings: Vec<String>,
    /// Name of the field of each column; empty when it is left aside.
    pub fields: Vec<String>,
}

/// A commission opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// « Commission 12 ».
    pub title: String,
    /// « BTS SIO, épreuve E5, session 2026 ».
    pub subtitle: String,
    /// Its session, « 2026 »; empty when an older version of the program wrote this.
    #[serde(default)]
    pub session: String,
    /// Day of the orals or of the last opening, `2026-06-03`.
    pub day: String,
    /// How far the candidates are, in words and without any mark.
    pub progress: String,
}

/// Where one stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resume {
    /// The file.
    pub path: PathBuf,
    /// The candidate's number.
    pub candidate: String,
    /// Name of the stage.
    pub stage: String,
    /// Position of the row.
    pub row: usize,
    /// Whether the program was closed by its user.
    pub closed: bool,
    /// Last sign of life, as the clock writes it.
    pub seen: String,
}

/// Minutes without a gesture before the window locks itself, unless chosen otherwise.
pub const LOCK_AFTER: u16 = 10;

const MOST_RECENT: usize = 12;
const MOST_ROSTERS: usize = 12;

impl Settings {
    /// Reads the settings; what cannot be read is as if it had never been set.
    pub fn load(places: &Places) -> Self {
        let bytes = fs::read(places.settings()).unwrap_or_default();
        let mut fields: Map<String, Value> = serde_json::from_slice(&bytes).unwrap_or_default();
        let mut field = |name: &str| fields.remove(name).unwrap_or(Value::Null);
        Self {
            display: serde_json::from_value(field("display")).unwrap_or_default(),
            scale: serde_json::from_value::<Option<u16>>(field("scale"))
                .unwrap_or_default()
                .filter(|scale| (100..=200).contains(scale)),
            recent: match field("recent") {
                Value::Array(entries) => entries
                    .into_iter()
                    .filter_map(|entry| serde_json::from_value(entry).ok())
                    .take(MOST_RECENT)
                    .collect(),
                _ => Vec::new(),
            },
            resume: serde_json::from_value(field("resume")).unwrap_or_default(),
            lock_after: serde_json::from_value(field("lock_after")).unwrap_or_default(),
            rosters: match field("rosters") {
                Value::Array(entries) => entries
                    .into_iter()
                    .filter_map(|entry| serde_json::from_value(entry).ok())
                    .take(MOST_ROSTERS)
                    .collect(),
                _ => Vec::new(),
            },
        }
    }

    /// Writes the settings. A failure costs a convenience, never a mark, so it is not reported.
    pub fn save(&self, places: &Places) {
        let value = serde_json::json!({
            "display": self.display,
            "scale": self.scale,
            "recent": self.recent,
            "resume": self.resume,
            "lock_after": self.lock_after,
            "rosters": self.rosters,
        });
        let _ = replace_file(&places.settings(), value.to_string().as_bytes());
    }

    /// Puts a commission first among the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.recent.retain(|known| known.path != recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }

    /// Returns what the columns of a list say: as they were last corrected for a list of these
    /// headings, else as they seem to.
    pub fn columns(&self, table: &Table, options: &[Choice]) -> Columns {
        for known in &self.rosters {
            if let Some(head) = Columns::find(table, &known.headings) {
                let fields = known.fields.iter().map(|name| shape::field(name)).collect();
                let head = Some(head);
                return Columns { head, fields };
            }
        }
        roster::guess(table, options)
    }

    /// Remembers what the columns of a list say, for the next one of the same headings.
    pub fn remember_columns(&mut self, table: &Table, columns: &Columns) {
        let headings = columns.signature(table);
        // Without headings nothing tells a list from another.
        if columns.head.is_none() {
            return;
        }
        self.rosters.retain(|known| known.headings != headings);
        let name = |field: &Option<Field>| field.map_or("", shape::field_name).to_owned();
        let fields = columns.fields.iter().map(name).collect();
        self.rosters.insert(0, Roster { headings, fields });
        self.rosters.truncate(MOST_ROSTERS);
    }

    /// Drops a file from the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known.path != path);
    }
}
