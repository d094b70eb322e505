//! The centre's list once it is read: an entry a line, and what is doubtful about each. Knows no
//! file and no spelling of a heading.

use std::collections::BTreeMap;

use super::Candidate;
use crate::domain::grid::Phase;

/// What a column of the list may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The candidate's number.
    Number,
    /// Family name and first name together.
    FullName,
    /// Family name.
    LastName,
    /// First name.
    FirstName,
    /// The speciality.
    Option,
    /// Where the candidate comes from.
    Establishment,
    /// Day of passage.
    Day,
    /// Hour of passage.
    Hour,
    /// Room of passage.
    Room,
    /// Extra time, of which the minutes alone are kept.
    ExtraTime,
    /// Whether the candidate is absent.
    Absent,
    /// Which commission hears the candidate.
    Commission,
}

impl Field {
    /// Every field, as offered to the one who corrects the columns.
    pub const ALL: [Field; 12] = [
        Field::Number,
        Field::FullName,
        Field::LastName,
        Field::FirstName,
        Field::Option,
        Field::Establishment,
        Field::Day,
        Field::Hour,
        Field::Room,
        Field::ExtraTime,
        Field::Absent,
        Field::Commission,
    ];
}

/// A list that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// What its columns say: a field that is not there is not blank, it is unknown.
    pub fields: Vec<Field>,
    /// Its lines that name somebody, in order.
    pub entries: Vec<Entry>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Number of the line, from 1, as the centre's program shows it.
    pub line: u32,
    /// Who.
    pub candidate: Candidate,
    /// Whether the list says that they are absent.
    pub absent: bool,
    /// The commission that hears them, when the list says which.
    pub commission: Option<String>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

/// What is doubtful about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// No number.
    NumberMissing,
    /// A number that a spreadsheet rounded away: « 2,61E+10 ».
    NumberRounded(String),
    /// The number of this other line.
    NumberTwice(u32),
    /// No name.
    NameMissing,
    /// The name of this other line, under another number.
    Homonym(u32),
    /// Zeros that a spreadsheet took off the number were put back.
    ZerosRestored,
    /// An hour that is none.
    HourUnreadable(String),
    /// A day that is none.
    DayUnreadable(String),
    /// An option that the grid has not.
    OptionUnknown(String),
    /// Extra time that could not be turned into minutes. What was written is not kept.
    ExtraTimeUnreadable,
    /// Extra time understood, with other words that are not kept.
    ExtraTimePartly,
    /// The day and hour of this other line.
    SlotTwice(u32),
}

impl Doubt {
    /// Returns whether the line cannot be entered before it is corrected.
    pub fn stops(&self) -> bool {
        match self {
            Doubt::NumberMissing
            | Doubt::NumberRounded(_)
            | Doubt::NumberTwice(_)
            | Doubt::NameMissing => true,
            Doubt::Homonym(_)
            | Doubt::ZerosRestored
            | Doubt::HourUnreadable(_)
            | Doubt::DayUnreadable(_)
            | Doubt::OptionUnknown(_)
            | Doubt::ExtraTimeUnreadable
            | Doubt::ExtraTimePartly
            | Doubt::SlotTwice(_) => false,
        }
    }
}

impl Entry {
    /// Returns whether the line can be entered as it stands.
    pub fn is_usable(&self) -> bool {
        !self.doubts.iter().any(Doubt::stops)
    }
}

/// A candidate's number is at least this long before its missing zeros are put back.
const SHORTEST_WIDTH: usize = 6;

impl List {
    /// Returns whether a column says this.
    pub fn says(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }

    /// Returns the lines that can be entered.
    pub fn usable(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.is_usable())
    }

    /// Returns the lines with something doubtful.
    pub fn doubtful(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.doubts.is_empty())
    }

    /// Compares the lines with one another: zeros lost, numbers, names and hours that stand twice.
    pub fn compare(&mut self) {
        self.restore_zeros();
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut names: BTreeMap<String, u32> = BTreeMap::new();
        let mut slots: BTreeMap<_, u32> = BTreeMap::new();
        for entry in &mut self.entries {
            let candidate = &entry.candidate;
            let number = candidate.number.to_string();
            let mut repeated = false;
            if !number.is_empty() {
                match numbers.get(&number) {
                    Some(line) => {
                        repeated = true;
                        entry.doubts.push(Doubt::NumberTwice(*line));
                    }
                    None => {
                        let _ = numbers.insert(number, entry.line);
                    }
                }
            }
            let name = candidate.name().to_lowercase();
            if candidate.name().is_empty() {
                entry.doubts.push(Doubt::NameMissing);
            } else if let Some(line) = names.get(&name) {
                if !repeated {
                    entry.doubts.push(Doubt::Homonym(*line));
                }
            } else {
                let _ = names.insert(name, entry.line);
            }
            // Two rooms hear at the same hour when the list is of a whole centre.
            if let Some(hour) = candidate.passage.filter(|_| !repeated) {
                let place = (entry.commission.clone(), candidate.room.clone());
                let slot = (candidate.day, hour.minutes(), place);
                match slots.get(&slot) {
                    Some(line) => entry.doubts.push(Doubt::SlotTwice(*line)),
                    None => {
                        let _ = slots.insert(slot, entry.line);
                    }
                }
            }
        }
    }

    /// A spreadsheet that takes numbers for quantities drops their zeros. When all the others have
    /// one width, the short ones had it too.
    fn restore_zeros(&mut self) {
        let width = |entry: &Entry| {
            let number = entry.candidate.number.as_str();
            let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            plain.then_some(number.len())
        };
        let widths: Option<Vec<usize>> = self
            .entries
            .iter()
            .filter(|entry| !entry.candidate.number.as_str().is_empty())
            .map(width)
            .collect();
        let Some(most) = widths.as_ref().and_then(|widths| widths.iter().max()) else {
            return;
        };
        let most = *most;
        let led_by_zero = self.entries.iter().any(|entry| {
            let number = entry.candidate.number.as_str();
            number.len() == most && number.starts_with('0')
        });
        let widths = widths.as_deref().unwrap_or_default();
        let full = widths.iter().filter(|width| **width == most).count();
        // One number with a digit too many must not lengthen all the others.
        if most < SHORTEST_WIDTH || !led_by_zero || full * 2 < widths.len() {
            return;
        }
        for entry in &mut self.entries {
            let number = entry.candidate.number.as_str();
            if !number.is_empty() && number.len() < most {
                entry.candidate.number = format!("{number:0>most$}").into();
                entry.doubts.push(Doubt::ZerosRestored);
            }
        }
    }
}

/// Extra time as lists write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extra {
    /// None.
    None,
    /// So many parts of so many of the usual time: one of three.
    Share(u32, u32),
    /// So many seconds in all.
    Added(u32),
    /// The length of each phase, in seconds.
    Lengths(Vec<u32>),
}

impl Extra {
    /// Returns the seconds of each phase, empty when they are the usual ones or when lengths are
    /// given that the grid has no phases for. Only the phases that extra time applies to are longer.
    pub fn seconds(&self, phases: &[Phase]) -> Vec<u32> {
        let usual: Vec<u32> = phases.iter().map(|phase| phase.seconds).collect();
        let seconds = match self {
            Extra::None => Vec::new(),
            Extra::Share(parts, of) => lengthened(phases, *parts, *of),
            Extra::Added(added) => {
                let applies = phases.iter().filter(|phase| phase.extra_time);
                // Shared out as the usual time is.
                lengthened(phases, *added, applies.map(|phase| phase.seconds).sum())
            }
            Extra::Lengths(lengths) if lengths.len() == usual.len() => lengths.clone(),
            Extra::Lengths(_) => Vec::new(),
        };
        if seconds == usual {
            Vec::new()
        } else {
            seconds
        }
    }
}

fn lengthened(phases: &[Phase], parts: u32, of: u32) -> Vec<u32> {
    let seconds = phases.iter().map(|phase| {
        if phase.extra_time {
            longer(phase.seconds, parts, of)
        } else {
            phase.seconds
        }
    });
    seconds.collect()
}

/// Returns `seconds` and a share of it more, rounded up to the second: never a second too few.
fn longer(seconds: u32, parts: u32, of: u32) -> u32 {
    let more = (u64::from(seconds) * u64::from(parts)).div_ceil(u64::from(of.max(1)));
    seconds.saturating_add(u32::try_from(more).unwrap_or(0))
}
