//! The shape of the jury's corrections of a reading: in an edit, and beside the reading they correct.

use serde::{Deserialize, Serialize};

use crate::domain::dossier::Reading;
use crate::domain::dossier::amend::{Amendments, Line, Said, Spot};

/// What a correction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Whether the reading was compared with the original.
    Checked,
    /// Title of a line.
    Title,
    /// Its period.
    Period,
    /// Index of its section.
    Section,
    /// Whether it counts as a réalisation.
    Counts,
    /// Whether it ticks a column.
    Tick,
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SaidFile {
    /// Yes or no.
    Flag(bool),
    /// The index of a section.
    Section(usize),
    /// A title or a period.
    Text(String),
}

/// Where a correction stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpotFile {
    /// What it is about.
    pub what: What,
    /// The line: `3` for the fourth that was read, `+3` for one that the jury wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// Index of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Correction {
    #[serde(flatten)]
    spot: SpotFile,
    said: SaidFile,
}

impl From<Spot> for SpotFile {
    fn from(spot: Spot) -> Self {
        let (what, column) = match spot {
            Spot::Checked => (What::Checked, None),
            Spot::Title(_) => (What::Title, None),
            Spot::Period(_) => (What::Period, None),
            Spot::Section(_) => (What::Section, None),
            Spot::Counts(_) => (What::Counts, None),
            Spot::Tick(_, column) => (What::Tick, Some(column)),
        };
        let line = spot.line().map(|line| match line {
            Line::Read(index) => index.to_string(),
            Line::Added(index) => format!("+{index}"),
        });
        Self { what, line, column }
    }
}

impl SpotFile {
    /// Returns the spot; none when a line or a column is missing or is no number.
    pub fn read(&self) -> Option<Spot> {
        let line = self.line.as_deref().and_then(|name| {
            let number = |text: &str| text.parse::<usize>().ok();
            match name.strip_prefix('+') {
                Some(added) => number(added).map(Line::Added),
                None => number(name).map(Line::Read),
            }
        });
        Some(match self.what {
            What::Checked => Spot::Checked,
            What::Title => Spot::Title(line?),
            What::Period => Spot::Period(line?),
            What::Section => Spot::Section(line?),
            What::Counts => Spot::Counts(line?),
            What::Tick => Spot::Tick(line?, self.column?),
        })
    }
}

impl From<&Said> for SaidFile {
    fn from(said: &Said) -> Self {
        match said {
            Said::Flag(flag) => Self::Flag(*flag),
            Said::Text(text) => Self::Text(text.clone()),
            Said::Section(section) => Self::Section(*section),
        }
    }
}

impl From<SaidFile> for Said {
    fn from(said: SaidFile) -> Self {
        match said {
            SaidFile::Flag(flag) => Self::Flag(flag),
            SaidFile::Text(text) => Self::Text(text),
            SaidFile::Section(section) => Self::Section(section),
        }
    }
}

/// Writes the corrections in their order.
pub(super) fn write(amendments: &Amendments) -> Vec<Correction> {
    let corrections = amendments.iter().map(|(spot, said)| Correction {
        spot: (*spot).into(),
        said: said.into(),
    });
    corrections.collect()
}

/// Reads the corrections; none when one says something that its place does not take.
pub(super) fn read(corrections: Vec<Correction>) -> Option<Amendments> {
    let read = |correction: Correction| {
        let (spot, said) = (correction.spot.read()?, correction.said.into());
        spot.takes(&said).then_some((spot, said))
    };
    corrections.into_iter().map(read).collect()
}

/// Returns how many columns a reading has, which its own lines say.
pub(super) fn columns(reading: &Reading) -> usize {
    let ticked = reading.realisations.iter().map(|line| line.ticks.len());
    let uncovered = reading.uncovered.iter().map(|column| column + 1);
    ticked.chain(uncovered).max().unwrap_or(0)
}
