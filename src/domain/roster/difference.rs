//! What a list of the centre changes in a commission, before anybody agrees to it. Nobody who was
//! heard is ever taken out: the commission says what became of them.

use super::Candidate;
use super::list::{Entry, Field, List};
use crate::domain::commission::{Commission, Record};
use crate::domain::edit::{Author, Change, Edit, Refusal, Stamp};
use crate::domain::id::CandidateId;

use super::Moment;

/// One change that the list asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Line of the list; none when the candidate is not on it.
    pub line: Option<u32>,
    /// Who, as the commission knows them, or as the list says of a new one.
    pub number: CandidateId,
    /// « DELTA Inès ».
    pub name: String,
    /// What changes.
    pub what: What,
    /// Why the commission's file refuses it, when it does.
    pub refusal: Option<Refusal>,
}

/// What changes for a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Not known yet.
    Added {
        /// Who.
        candidate: Candidate,
        /// Whether the list says that they are absent.
        absent: bool,
    },
    /// Known, with something else said of them.
    Corrected {
        /// As the commission knows them.
        former: Candidate,
        /// As they are from now on.
        to: Candidate,
        /// What differs.
        fields: Vec<Field>,
    },
    /// The list says that they are absent.
    Absent,
    /// The list puts them in this other commission.
    Moved(String),
    /// The list has them again in this commission, which had moved them.
    Back,
    /// Not on the list any more.
    Gone(Fate),
}

/// What becomes of a candidate who is not on the list any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Nothing changes.
    Keep,
    /// Taken out: nothing is known of them yet.
    Remove,
    /// Absent.
    Absent,
    /// Heard by this other commission.
    Moved(String),
}

impl Difference {
    /// Returns the edits that carry it out, in order.
    pub fn edits(&self) -> Vec<Edit> {
        let of = |change| Edit::Of(self.number.clone(), change);
        match &self.what {
            What::Added { candidate, absent } => {
                let mut edits = vec![Edit::AddCandidate(candidate.clone())];
                if *absent {
                    edits.push(of(Change::Absent(true)));
                }
                edits
            }
            What::Corrected { to, .. } => vec![of(Change::Correct(to.clone()))],
            What::Absent | What::Gone(Fate::Absent) => vec![of(Change::Absent(true))],
            What::Moved(to) | What::Gone(Fate::Moved(to)) => {
                vec![of(Change::Move(Some(to.clone())))]
            }
            What::Back => vec![of(Change::Move(None))],
            What::Gone(Fate::Keep) => Vec::new(),
            What::Gone(Fate::Remove) => vec![Edit::RemoveCandidate(self.number.clone())],
        }
    }
}

/// Returns what a list changes in a commission, in the order of its lines; those who are not on it
/// come last.
pub fn differences(commission: &Commission, list: &List, at: Moment) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut seen: Vec<CandidateId> = Vec::new();
    // A line that is to be corrected first still says that its candidate is on the list.
    let named: Vec<&CandidateId> = list
        .entries
        .iter()
        .map(|entry| &entry.candidate.number)
        .collect();
    for (index, entry) in list.usable().enumerate() {
        let record = commission.record(&entry.candidate.number).or_else(|| {
            let renumbered = homonym(commission, entry)?;
            (!named.contains(&&renumbered.candidate.number)).then_some(renumbered)
        });
        let here = entry
            .commission
            .as_deref()
            .is_none_or(|number| same_commission(number, &commission.header.number));
        match record {
            Some(record) => {
                seen.push(record.candidate.number.clone());
                found.extend(of_known(commission, record, entry, list, here));
            }
            None if here => {
                let mut candidate = entry.candidate.clone();
                keep_day(commission, &mut candidate);
                if candidate.passage.is_none() {
                    candidate.rank = u32::try_from(index).ok();
                }
                found.push(Difference {
                    line: Some(entry.line),
                    number: candidate.number.clone(),
                    name: candidate.name(),
                    what: What::Added {
                        candidate,
                        absent: entry.absent,
                    },
                    refusal: None,
                });
            }
            None => {}
        }
    }
    for record in commission.by_passage() {
        let number = &record.candidate.number;
        let listed = seen.contains(number) || named.contains(&number);
        if listed || record.moved.is_some() {
            continue;
        }
        let blank = *record == Record::new(record.candidate.clone());
        found.push(Difference {
            line: None,
            number: number.clone(),
            name: record.candidate.name(),
            what: What::Gone(if blank { Fate::Remove } else { Fate::Keep }),
            refusal: None,
        });
    }
    try_out(commission, &mut found, at);
    found
}

/// Notes which changes the file would refuse, by making them on a copy.
pub fn try_out(commission: &Commission, differences: &mut [Difference], at: Moment) {
    let mut copy = commission.clone();
    let stamp = Stamp {
        author: Author::Commission,
        at,
    };
    for difference in differences {
        difference.refusal = difference
            .edits()
            .iter()
            .find_map(|edit| edit.apply(&mut copy, stamp).err());
    }
}

fn of_known(
    commission: &Commission,
    record: &Record,
    entry: &Entry,
    list: &List,
    here: bool,
) -> Vec<Difference> {
    let former = &record.candidate;
    let difference = |number: &CandidateId, what| Difference {
        line: Some(entry.line),
        number: number.clone(),
        name: former.name(),
        what,
        refusal: None,
    };
    if !here {
        let to = entry.commission.clone().unwrap_or_default();
        let known = record.moved.as_ref().is_some_and(|moved| moved.to == to);
        return if known {
            Vec::new()
        } else {
            vec![difference(&former.number, What::Moved(to))]
        };
    }
    let mut found = Vec::new();
    if record.moved.is_some() && entry.commission.is_some() {
        found.push(difference(&former.number, What::Back));
    }
    let (to, fields) = corrected(commission, former, entry, list);
    let number = to.number.clone();
    if !fields.is_empty() {
        let what = What::Corrected {
            former: former.clone(),
            to,
            fields,
        };
        found.push(difference(&former.number, what));
    }
    if entry.absent && record.absent.is_none() {
        found.push(difference(&number, What::Absent));
    }
    found
}

/// Returns the candidate as the list says, and what differs. Only what a column says, and could be
/// read, is taken from the list.
fn corrected(
    commission: &Commission,
    former: &Candidate,
    entry: &Entry,
    list: &List,
) -> (Candidate, Vec<Field>) {
    let mut listed = entry.candidate.clone();
    keep_day(commission, &mut listed);
    let mut to = former.clone();
    let mut fields = Vec::new();
    let named = list.says(Field::FullName);
    if listed.number != former.number {
        to.number = listed.number;
        fields.push(Field::Number);
    }
    if (list.says(Field::LastName) || named) && listed.last_name != former.last_name {
        to.last_name = listed.last_name;
        fields.push(Field::LastName);
    }
    if (list.says(Field::FirstName) || named) && listed.first_name != former.first_name {
        to.first_name = listed.first_name;
        fields.push(Field::FirstName);
    }
    if listed.option.is_some() && listed.option != former.option {
        to.option = listed.option;
        fields.push(Field::Option);
    }
    if list.says(Field::Establishment) && listed.establishment != former.establishment {
        to.establishment = listed.establishment;
        fields.push(Field::Establishment);
    }
    // A blank hour is more often not known yet than taken back.
    let day_read = entry.candidate.day.is_some();
    if day_read && listed.day != former.day {
        to.day = listed.day;
        fields.push(Field::Day);
    }
    if listed.passage.is_some() && listed.passage != former.passage {
        to.passage = listed.passage;
        fields.push(Field::Hour);
    }
    if list.says(Field::Room) && !listed.room.is_empty() && listed.room != former.room {
        to.room = listed.room;
        fields.push(Field::Room);
    }
    let unread = entry
        .doubts
        .contains(&super::list::Doubt::ExtraTimeUnreadable);
    if list.says(Field::ExtraTime) && !unread && listed.seconds != former.seconds {
        to.seconds = listed.seconds;
        fields.push(Field::ExtraTime);
    }
    (to, fields)
}

/// The day of a candidate is kept when it is not the commission's.
fn keep_day(commission: &Commission, candidate: &mut Candidate) {
    if candidate.day == commission.header.day {
        candidate.day = None;
    }
}

/// Returns the only candidate of the same name, of whom the list would correct the number.
fn homonym<'a>(commission: &'a Commission, entry: &Entry) -> Option<&'a Record> {
    let name = entry.candidate.name().to_lowercase();
    let mut same = commission
        .records
        .iter()
        .filter(|record| record.candidate.name().to_lowercase() == name);
    let first = same.next()?;
    same.next().is_none().then_some(first)
}

/// « Commission 07 » and « 7 » are the same.
pub fn same_commission(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            text.trim().to_lowercase()
        } else {
            digits
        }
    };
    plain(one) == plain(other)
}
