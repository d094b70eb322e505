//! What the levels decide, where blocs decide: each outer section by the grid's rule, without
//! compensation, then the whole. A proposal: the commission rules on each bloc itself.

use std::collections::BTreeMap;

use super::fraction::Fraction;
use super::grid::{DecisionRule, Grid, Row, Section, SectionRule};
use super::id::{RowId, SectionId};
use super::mark::{self, Profile};

/// Where one section stands by its levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionVerdict {
    /// The section.
    pub section: SectionId,
    /// What its levels say.
    pub state: Proven,
    /// Rows that count: neither waived nor left out.
    pub rows: usize,
    /// Rows that have a level.
    pub graded: usize,
    /// Rows acquired.
    pub acquired: usize,
    /// Rows partly acquired.
    pub partly: usize,
    /// Rows not acquired, those that could not be assessed among them.
    pub refused: usize,
    /// Rows that the candidate is excused from.
    pub waived: usize,
    /// Its mark, where the grid gives one.
    pub mark: Option<Fraction>,
    /// The rows that are not acquired, in the order of the form.
    pub to_prove: Vec<RowId>,
}

impl SectionVerdict {
    /// Returns whether a ruling says otherwise than the levels propose, or before they can.
    pub fn is_overruled(&self, ruling: Option<&bool>) -> bool {
        ruling.is_some_and(|acquired| {
            self.state == Proven::Pending || (self.state == Proven::Acquired) != *acquired
        })
    }
}

/// What the levels of a section say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proven {
    /// Levels are missing.
    Pending,
    /// Acquired.
    Acquired,
    /// Not acquired.
    NotAcquired,
}

/// The whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Some section is still to rule on.
    Pending,
    /// « Validation totale ».
    Full,
    /// « Validation partielle »: the sections acquired.
    Partial(Vec<SectionId>),
    /// « Refus ».
    None,
}

/// How a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Ungraded,
    LeftOut,
    Waived,
    Acquired,
    Partly,
    Refused,
}

/// Returns where each outer section stands; empty when blocs do not decide.
pub fn sections(grid: &Grid, profile: &Profile) -> Vec<SectionVerdict> {
    let Some(rule) = &grid.decision else {
        return Vec::new();
    };
    grid.outer_sections()
        .map(|section| section_verdict(grid, rule, profile, section))
        .collect()
}

/// Returns where one section stands, by its own rule or the decision's.
fn section_verdict(
    grid: &Grid,
    decision: &DecisionRule,
    profile: &Profile,
    section: &Section,
) -> SectionVerdict {
    let rule = section.rule.as_ref().unwrap_or(&decision.section);
    let zero = || Fraction::whole(0);
    let mut verdict = SectionVerdict {
        section: section.id.clone(),
        state: Proven::Pending,
        rows: 0,
        graded: 0,
        acquired: 0,
        partly: 0,
        refused: 0,
        waived: 0,
        mark: None,
        to_prove: Vec::new(),
    };
    let (mut weight, mut won) = (zero(), zero());
    let mut left_out = 0;
    let mut critical = true;
    for row in grid.rows_within(&section.id) {
        let standing = standing(grid, decision, profile, row);
        match standing {
            Standing::Waived => {
                verdict.waived += 1;
                continue;
            }
            Standing::LeftOut => {
                verdict.graded += 1;
                verdict.rows += 1;
                left_out += 1;
                continue;
            }
            _ => verdict.rows += 1,
        }
        weight = weight + &row.weight;
        if standing == Standing::Acquired {
            won = won + &row.weight;
        } else {
            critical &= !row.critical;
            if standing != Standing::Ungraded {
                verdict.to_prove.push(row.id.clone());
            }
        }
        match standing {
            Standing::Acquired => verdict.acquired += 1,
            Standing::Partly => verdict.partly += 1,
            Standing::Refused => verdict.refused += 1,
            _ => continue,
        }
        verdict.graded += 1;
    }
    if verdict.graded < verdict.rows {
        return verdict;
    }
    verdict.mark = grid
        .mark
        .as_ref()
        .and_then(|mark| mark::section(grid, mark, profile, &section.id));
    let share = won.over(&weight);
    // Excused from everything, a candidate has nothing left to prove; not looked at, everything.
    let looked_at = left_out == 0 || left_out < verdict.rows;
    let holds = looked_at
        && holds(
            rule,
            share.as_ref(),
            verdict.refused,
            critical,
            verdict.mark.as_ref(),
        );
    verdict.state = if holds {
        Proven::Acquired
    } else {
        Proven::NotAcquired
    };
    verdict
}

fn holds(
    rule: &SectionRule,
    share: Option<&Fraction>,
    refused: usize,
    critical: bool,
    mark: Option<&Fraction>,
) -> bool {
    // A section of which nothing counts any more has nothing left to prove.
    share.is_none_or(|share| *share >= rule.share)
        && rule.refused.is_none_or(|most| refused <= most)
        && (critical || !rule.critical)
        && rule
            .mark
            .as_ref()
            .is_none_or(|least| mark.is_none_or(|mark| mark >= least))
}

fn standing(grid: &Grid, decision: &DecisionRule, profile: &Profile, row: &Row) -> Standing {
    if profile.waived.contains(&row.id) {
        return Standing::Waived;
    }
    let Some(level) = profile.levels.get(&row.id) else {
        return Standing::Ungraded;
    };
    if grid.is_left_out(level) {
        Standing::LeftOut
    } else if decision.acquired.contains(level) {
        Standing::Acquired
    } else if decision.partly.contains(level) {
        Standing::Partly
    } else {
        Standing::Refused
    }
}

/// Returns the whole, from what the commission ruled on each outer section.
pub fn outcome(grid: &Grid, rulings: &BTreeMap<SectionId, bool>) -> Outcome {
    let Some(rule) = &grid.decision else {
        return Outcome::Pending;
    };
    let outer: Vec<&SectionId> = grid.outer_sections().map(|section| &section.id).collect();
    if outer.iter().any(|section| !rulings.contains_key(*section)) {
        return Outcome::Pending;
    }
    let acquired: Vec<SectionId> = outer
        .iter()
        .filter(|section| rulings.get(**section) == Some(&true))
        .map(|section| (*section).clone())
        .collect();
    let needed = rule.sections.unwrap_or(outer.len());
    if acquired.len() >= needed {
        Outcome::Full
    } else if acquired.is_empty() {
        Outcome::None
    } else {
        Outcome::Partial(acquired)
    }
}

/// Returns the whole as the levels propose it, whatever the commission ruled.
pub fn proposed(grid: &Grid, verdicts: &[SectionVerdict]) -> Outcome {
    let rulings: BTreeMap<SectionId, bool> = verdicts
        .iter()
        .filter(|verdict| verdict.state != Proven::Pending)
        .map(|verdict| (verdict.section.clone(), verdict.state == Proven::Acquired))
        .collect();
    outcome(grid, &rulings)
}
