//! What a jury should know of a tableau before the oral: what is missing, odd or repeated, and what
//! the reader itself is not sure of. Findings, never errors: the jury decides what they mean.

use std::collections::HashMap;

use super::matching::{digits, name_key};
use super::{Doubt, Flag, Reading, Realisation};
use crate::domain::roster::Candidate;

/// Something that the jury should know of a tableau. Rows are indices of its réalisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It describes no réalisation at all.
    Empty,
    /// No réalisation ticks these columns.
    Uncovered(Vec<usize>),
    /// These rows tick nothing.
    NoTick(Vec<usize>),
    /// These rows have no period.
    NoPeriod(Vec<usize>),
    /// The period of these rows ends before it starts.
    EndBeforeStart(Vec<usize>),
    /// The period of these rows names a day that does not exist.
    ImpossibleDate(Vec<usize>),
    /// These rows have one title.
    SameTitle(Vec<usize>),
    /// These rows are hidden in the sheet: the candidate may have meant to take them out.
    Hidden(Vec<usize>),
    /// These rows were written over several, which the reader joined.
    Joined(Vec<usize>),
    /// These rows stand above the first section title.
    BeforeSections(Vec<usize>),
    /// A cell holds a sign that is no usual tick: it was counted.
    OddTick {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// Nothing marks the option, or several marks do.
    NoOption,
    /// It has no name.
    NoName,
    /// It has no candidate's number.
    NoNumber,
    /// Its name is not that of the candidate.
    OtherName {
        /// As read.
        read: String,
        /// As the centre's list says.
        known: String,
    },
    /// Its number is not that of the candidate.
    OtherNumber {
        /// As read.
        read: String,
        /// As the centre's list says.
        known: String,
    },
    /// Its option is not that of the candidate.
    OtherOption {
        /// As read.
        read: String,
        /// As the centre's list says.
        known: String,
    },
    /// The reader is not sure.
    Doubt(Doubt),
}

/// How many réalisations and ticks a tableau has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Réalisations.
    pub realisations: usize,
    /// Réalisations above the first section title.
    pub before_sections: usize,
    /// Réalisations of each section.
    pub sections: Vec<usize>,
    /// Réalisations that tick each column.
    pub columns: Vec<usize>,
}

/// Counts what a tableau of `n_columns` competencies holds.
pub fn counts(reading: &Reading, n_columns: usize) -> Counts {
    let of_section = |section: Option<usize>| {
        let rows = reading.realisations.iter();
        rows.filter(|row| row.section == section).count()
    };
    Counts {
        realisations: reading.realisations.len(),
        before_sections: of_section(None),
        sections: (0..reading.sections.len())
            .map(|section| of_section(Some(section)))
            .collect(),
        columns: (0..n_columns)
            .map(|column| reading.covering(column).count())
            .collect(),
    }
}

/// Returns what the jury should know of a tableau; `candidate` is whom the centre's list says that it
/// is of, when that is known. The order is that of the form, doubts last.
pub fn findings(reading: &Reading, candidate: Option<&Candidate>) -> Vec<Finding> {
    let mut found = identity(reading, candidate);
    if reading.realisations.is_empty() {
        found.push(Finding::Empty);
    } else if !reading.uncovered.is_empty() {
        found.push(Finding::Uncovered(reading.uncovered.clone()));
    }
    let rows = |is: &dyn Fn(&Realisation) -> bool| -> Vec<usize> {
        let rows = reading.realisations.iter().enumerate();
        rows.filter(|(_, row)| is(row))
            .map(|(index, _)| index)
            .collect()
    };
    let flagged = |flag: Flag| rows(&|row| row.flags.contains(&flag));
    type Kind = fn(Vec<usize>) -> Finding;
    let kinds: [(Vec<usize>, Kind); 6] = [
        (flagged(Flag::NoTick), Finding::NoTick),
        (
            rows(&|row| row.period_raw.trim().is_empty()),
            Finding::NoPeriod,
        ),
        (flagged(Flag::EndBeforeStart), Finding::EndBeforeStart),
        (flagged(Flag::ImpossibleDate), Finding::ImpossibleDate),
        (flagged(Flag::Hidden), Finding::Hidden),
        (flagged(Flag::Continuation), Finding::Joined),
    ];
    for (rows, kind) in kinds {
        if !rows.is_empty() {
            found.push(kind(rows));
        }
    }
    let orphans = rows(&|row| row.section.is_none());
    if !orphans.is_empty() && !reading.sections.is_empty() {
        found.push(Finding::BeforeSections(orphans));
    }
    found.extend(same_titles(reading));
    for (row, realisation) in reading.realisations.iter().enumerate() {
        for (column, text) in realisation.texts.iter().enumerate() {
            if is_odd(text) {
                found.push(Finding::OddTick { row, column });
            }
        }
    }
    found.extend(reading.doubts.iter().copied().map(Finding::Doubt));
    found
}

fn identity(reading: &Reading, candidate: Option<&Candidate>) -> Vec<Finding> {
    let mut found = Vec::new();
    match (&reading.candidate, candidate) {
        (None, _) => found.push(Finding::NoName),
        (Some(read), Some(candidate)) if name_key(read) != name_key(&candidate.name()) => {
            found.push(Finding::OtherName {
                read: read.clone(),
                known: candidate.name(),
            });
        }
        (Some(_), _) => {}
    }
    match (&reading.number, candidate) {
        (None, _) => found.push(Finding::NoNumber),
        (Some(read), Some(candidate)) if digits(read) != digits(candidate.number.as_str()) => {
            found.push(Finding::OtherNumber {
                read: read.clone(),
                known: candidate.number.as_str().to_owned(),
            });
        }
        (Some(_), _) => {}
    }
    let known = candidate.and_then(|candidate| candidate.option.as_ref());
    match (&reading.option, known) {
        (None, _) => found.push(Finding::NoOption),
        (Some(read), Some(known)) if !read.eq_ignore_ascii_case(known.as_str()) => {
            found.push(Finding::OtherOption {
                read: read.clone(),
                known: known.as_str().to_owned(),
            });
        }
        (Some(_), _) => {}
    }
    found
}

fn same_titles(reading: &Reading) -> Vec<Finding> {
    let mut titles: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, row) in reading.realisations.iter().enumerate() {
        let title: String = row.title.to_lowercase().split_whitespace().collect();
        if !title.is_empty() {
            titles.entry(title).or_default().push(index);
        }
    }
    let mut twins: Vec<Vec<usize>> = titles.into_values().filter(|rows| rows.len() > 1).collect();
    twins.sort();
    twins.into_iter().map(Finding::SameTitle).collect()
}

/// Tells whether a tick is a lone sign that nobody usually ticks with, as the letter that a missing
/// symbol font leaves behind.
fn is_odd(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let (Some(first), None) = (signs.next(), signs.next()) else {
        return text.contains('\u{fffd}');
    };
    let is_usual = matches!(
        first,
        'x' | 'X'
            | 'v'
            | 'V'
            | '×'
            | '✓'
            | '✔'
            | '✗'
            | '✘'
            | '✖'
            | '☑'
            | '☒'
            | '✅'
            | '❌'
            | '■'
            | '●'
            | '•'
            | '*'
            | '+'
            | '⊠'
            | '⊗'
            | '▣'
            | '🗹'
            | '🗷'
            | '☓'
            | '√'
            | '◉'
            | '⬛'
            | '◼'
            | '▪'
            | 'o'
            | 'O'
            | '✕'
    );
    !is_usual && !first.is_ascii_digit()
}
