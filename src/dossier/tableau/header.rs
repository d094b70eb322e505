//! The header of the form: the row of its labels, found by what they say, never by its address.

use crate::dossier::Columns;
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::text;

/// Where the header of the tableau is.
#[derive(Debug)]
pub(crate) struct Header {
    /// Its row.
    pub row: u32,
    /// The columns of titles.
    pub title: Span,
    /// The columns of periods.
    pub period: Option<Span>,
    /// The columns of each competency; none when its label was removed.
    pub competencies: Vec<Option<Span>>,
    /// The competencies whose label is not there, placed by their neighbours.
    pub guessed: Vec<usize>,
    labels: Vec<String>,
}

/// Columns side by side under one label, bounds included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

/// How many of the labels make a header, as long as the form has that many.
const LABELS: usize = 4;

/// Tells whether a text starts as a label does. A label that its cell cuts short, or that runs over
/// the next, is known by its first letters, as long as no other label has them.
fn is_label(typed: &str, label: &str, labels: &[String]) -> bool {
    const FIRST: usize = 12;
    if typed.starts_with(label) {
        return true;
    }
    let Some((at, _)) = label.char_indices().nth(FIRST) else {
        return false;
    };
    let first = label.get(..at).unwrap_or(label);
    let is_only = labels
        .iter()
        .filter(|other| other.starts_with(first))
        .count()
        == 1;
    // What follows in the cell must not be another matter altogether.
    let rest = typed.get(at..).unwrap_or_default();
    is_only
        && typed.starts_with(first)
        && typed.chars().count() <= label.chars().count().saturating_add(FIRST)
        && (rest.is_empty()
            || rest
                .chars()
                .zip(label.chars().skip(FIRST))
                .take(3)
                .all(|(a, b)| a == b))
}

/// A label as it is compared: where blanks fall differs from one program to the next, and a code
/// (`B1.1 -`) may stand before it.
fn squash(text: &str) -> String {
    const CODE: usize = 8;
    let folded = text::fold(text);
    let first = folded.find(|c: char| c.is_alphabetic());
    let is_code = |word: &str| word.contains(|c: char| c.is_ascii_digit()) && word.len() <= CODE;
    let mut rest = folded.get(first.unwrap_or_default()..).unwrap_or_default();
    while let Some((_, more)) = rest.split_once(' ').filter(|(word, _)| is_code(word)) {
        rest = more;
    }
    rest.replace(' ', "")
}

impl Header {
    /// Finds the first row that holds enough of the labels.
    pub(crate) fn find(sheet: &Sheet, columns: &Columns) -> Option<Self> {
        let labels: Vec<String> = columns.labels.iter().map(|l| squash(l)).collect();
        let wanted = LABELS.min(labels.len()).max(1);
        sheet.rows.iter().find_map(|(&row, content)| {
            let folded: Vec<(u32, String)> = content
                .cells
                .iter()
                .filter(|(_, cell)| !cell.text.is_empty())
                .map(|(&column, cell)| (column, squash(&cell.text)))
                .collect();
            let mut competencies: Vec<Option<u32>> = labels
                .iter()
                .map(|label| {
                    folded
                        .iter()
                        .find(|(_, cell)| is_label(cell, label, &labels))
                        .map(|(column, _)| *column)
                })
                .collect();
            if competencies.iter().flatten().count() < wanted {
                return None;
            }
            let found = competencies.clone();
            fill_gaps(&mut competencies);
            let guessed = found
                .iter()
                .enumerate()
                .filter(|(_, column)| column.is_none())
                .map(|(index, _)| index)
                .collect();
            let first = competencies.iter().flatten().min().copied()?;
            let period = folded
                .iter()
                .find(|(_, cell)| cell.starts_with("periode"))
                .map(|(column, _)| *column)
                .or_else(|| {
                    // The cell just before, whatever is written in it and however wide.
                    let before = first.checked_sub(1).filter(|column| *column > 0)?;
                    Some(sheet.corner(row, before).1).filter(|column| *column > 0)
                });
            let title = folded
                .iter()
                .map(|(column, _)| *column)
                .find(|column| *column < period.unwrap_or(first))
                .unwrap_or(0);
            let span = |column: u32, next: u32| {
                let merge = sheet.merge_at(row, column);
                let right = merge.map_or(column, |merge| merge.right);
                Span {
                    left: column,
                    right: right.min(next.saturating_sub(1)).max(column),
                }
            };
            let next_of = |column: u32| {
                let after = competencies.iter().flatten().filter(|c| **c > column);
                after.min().copied().unwrap_or(u32::MAX)
            };
            Some(Self {
                row,
                title: span(title, period.unwrap_or(first)),
                period: period.map(|column| span(column, first)),
                competencies: competencies
                    .iter()
                    .map(|column| column.map(|column| span(column, next_of(column))))
                    .collect(),
                guessed,
                labels: labels.clone(),
            })
        })
    }

    /// Counts the labels among the texts of a row, none when they are too few to be a header.
    pub(crate) fn labels_in(texts: &[String], columns: &Columns) -> usize {
        let wanted = LABELS.min(columns.labels.len()).max(1);
        let folded: Vec<String> = texts.iter().map(|text| squash(text)).collect();
        let labels: Vec<String> = columns.labels.iter().map(|label| squash(label)).collect();
        let has = |label: &&String| folded.iter().any(|text| is_label(text, label, &labels));
        Some(labels.iter().filter(has).count())
            .filter(|count| *count >= wanted)
            .unwrap_or_default()
    }

    /// Returns the last column of the competencies.
    pub(crate) fn last_column(&self) -> u32 {
        self.competencies
            .iter()
            .flatten()
            .map(|span| span.right)
            .max()
            .unwrap_or(self.title.right)
    }

    /// Tells whether a row below still belongs to the header: merged with it, or listing the
    /// sub-competencies.
    pub(crate) fn goes_on(&self, sheet: &Sheet, row: u32) -> bool {
        let is_merged = |span: &Span| {
            sheet
                .merge_at(row, span.left)
                .is_some_and(|merge| merge.top == self.row)
        };
        let lists = |span: &&Span| {
            let typed = sheet.text(row, span.left).trim_start();
            typed.starts_with('▸') || typed.matches('▸').count() > 1
        };
        is_merged(&self.title)
            || self.period.as_ref().is_some_and(is_merged)
            || self.competencies.iter().flatten().any(|span| lists(&span))
    }

    /// Tells whether a row below repeats the labels, as each printed page may.
    pub(crate) fn is_repeated(&self, sheet: &Sheet, row: u32) -> bool {
        let repeats = |(span, label): &(&Option<Span>, &String)| {
            span.is_some_and(|span| {
                is_label(&squash(sheet.text(row, span.left)), label, &self.labels)
            })
        };
        let labels = self.competencies.iter().zip(&self.labels);
        labels.filter(repeats).count() >= LABELS.min(self.labels.len()).max(1)
    }
}

/// A label that is missing between its neighbours keeps its place.
fn fill_gaps(competencies: &mut [Option<u32>]) {
    for index in 0..competencies.len() {
        let neighbour =
            |at: Option<usize>| at.and_then(|at| competencies.get(at).copied().flatten());
        if neighbour(Some(index)).is_some() {
            continue;
        }
        let after = neighbour(index.checked_sub(1)).and_then(|column| column.checked_add(1));
        let before = neighbour(index.checked_add(1)).and_then(|column| column.checked_sub(1));
        let place = after
            .or(before)
            .filter(|column| !competencies.contains(&Some(*column)));
        if let Some(slot) = competencies.get_mut(index) {
            *slot = place;
        }
    }
}
