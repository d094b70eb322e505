//! What was decided where blocs decide: each bloc proposed and ruled, the whole, and what the
//! candidate still has to prove. The words are the grid's.

use super::format::number;
use super::rows::{section_title, titles};
use crate::domain::commission::{Commission, Record};
use crate::domain::grid::Grid;
use crate::domain::grid::rule::VerdictWords;
use crate::domain::id::SectionId;
use crate::domain::mark::Profile;
use crate::domain::verdict::{self, Outcome, Proven, SectionVerdict};
use crate::words::french;

/// Where one outer section stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The section.
    pub title: String,
    /// « 5 sur 7 »: rows acquired of those that count.
    pub acquired: String,
    /// How many are acquired in part.
    pub partly: usize,
    /// How many are not acquired.
    pub refused: usize,
    /// How many left the sums.
    pub waived: usize,
    /// Its mark, where the grid gives one.
    pub mark: Option<String>,
    /// What its levels propose, once all are there.
    pub proposed: Option<String>,
    /// What the commission ruled.
    pub ruled: Option<String>,
}

/// The whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What the levels propose, once all are there.
    pub proposed: Option<String>,
    /// What the commission ruled.
    pub ruled: Option<String>,
    /// What remains to be proven, section by section.
    pub to_prove: Vec<ToProve>,
}

/// What remains to be proven in one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToProve {
    /// The section.
    pub title: String,
    /// Its rows that are not acquired; empty when the commission refused a section whose rows all
    /// are.
    pub rows: Vec<String>,
}

/// Returns where each outer section stands, and the whole; nothing where the mark decides.
pub fn decided(
    commission: &Commission,
    record: &Record,
) -> (Vec<(SectionId, Verdict)>, Option<Decision>) {
    let grid = commission.grid();
    let Some(rule) = &grid.decision else {
        return (Vec::new(), None);
    };
    let sections = verdict::sections(grid, &Profile::of(commission, record));
    let words = &rule.words;
    let verdicts = sections
        .iter()
        .map(|section| (section.section.clone(), one(grid, record, words, section)))
        .collect();
    let decision = Decision {
        proposed: whole(grid, words, &verdict::proposed(grid, &sections)),
        ruled: whole(grid, words, &verdict::outcome(grid, &record.rulings)),
        to_prove: to_prove(grid, record, &sections),
    };
    (verdicts, Some(decision))
}

fn one(grid: &Grid, record: &Record, words: &VerdictWords, section: &SectionVerdict) -> Verdict {
    let word = |acquired: bool| {
        if acquired {
            words.acquired.clone()
        } else {
            words.refused.clone()
        }
    };
    let title = grid.section(&section.section).map(section_title);
    Verdict {
        title: title.unwrap_or_default(),
        acquired: french(
            "export-of",
            &[
                ("part", &section.acquired.to_string()),
                ("all", &section.rows.to_string()),
            ],
        ),
        partly: section.partly,
        refused: section.refused,
        waived: section.waived,
        mark: section.mark.as_ref().map(number),
        proposed: match section.state {
            Proven::Pending => None,
            Proven::Acquired => Some(word(true)),
            Proven::NotAcquired => Some(word(false)),
        },
        ruled: record
            .rulings
            .get(&section.section)
            .map(|acquired| word(*acquired)),
    }
}

fn whole(grid: &Grid, words: &VerdictWords, outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Pending => None,
        Outcome::Full => Some(words.full.clone()),
        Outcome::None => Some(words.none.clone()),
        Outcome::Partial(acquired) => {
            let shorts: Vec<&str> = acquired
                .iter()
                .filter_map(|id| grid.section(id))
                .map(|section| section.short.as_str())
                .collect();
            Some(french(
                "export-partial",
                &[
                    ("word", words.partial.as_str()),
                    ("sections", shorts.join(", ").as_str()),
                ],
            ))
        }
    }
}

/// What is refused is what the commission refused, else what the levels do.
fn to_prove(grid: &Grid, record: &Record, sections: &[SectionVerdict]) -> Vec<ToProve> {
    let refused = sections.iter().filter(|section| {
        let ruling = record.rulings.get(&section.section);
        ruling.map_or(section.state == Proven::NotAcquired, |acquired| !acquired)
    });
    refused
        .map(|section| {
            let title = grid.section(&section.section).map(section_title);
            ToProve {
                title: title.unwrap_or_default(),
                rows: titles(grid, &section.to_prove),
            }
        })
        .collect()
}
