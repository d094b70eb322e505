//! Fixed marks of several commissions, side by side: how they spread, how each row was levelled, how
//! far commissions are from each other and marks from what their profiles proposed. Counts only: an
//! evaluation is forgotten once it is added. Changes no mark; knows nothing of persons or of time.

mod bars;
mod rows;

pub use bars::Bars;
pub use rows::{Share, WideRow};

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{self, Departure};
use super::commission::{Commission, Record};
use super::fraction::Fraction;
use super::grid::{Formula, Grid, Section};
use super::mark::{self, Profile, Proposal};

/// Under this many marks, a commission's figures tell of its candidates more than of its ways.
pub const FEW: u64 = 5;

/// What harmonisation looks at in one fixed mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The candidate's speciality.
    pub option: Option<String>,
    /// NOTE, before penalties.
    pub note: Option<Fraction>,
    /// NOTE FINALE; none when the exam gives no mark.
    pub last: Option<Fraction>,
    /// What the settled profile proposed; none when the grid proposes nothing.
    pub proposed: Option<Fraction>,
    /// How NOTE stands to it.
    pub departure: Departure,
    /// Of each row of the grid, in order: the index of its level; none when it was waived.
    pub levels: Vec<Option<usize>>,
    /// Of each bloc, in order: what was ruled on it; empty when blocs do not decide.
    pub rulings: Vec<Option<bool>>,
}

impl Evaluation {
    /// Returns what counts of a record, once its mark is fixed.
    pub fn of(commission: &Commission, record: &Record) -> Option<Self> {
        let seal = record.sealed.as_ref()?;
        let grid = commission.grid();
        let agreed = commission.agreed(record);
        let levels = grid.rows.iter().map(|row| {
            let level = agreed.get(&row.id)?;
            grid.levels.iter().position(|known| known.id == *level)
        });
        let levels = levels.collect();
        let proposed = match mark::propose(grid, &Profile::of(commission, record)) {
            Proposal::Complete(readings) => readings.proposed.map(|reading| reading.rounded),
            Proposal::Free | Proposal::Incomplete(_) => None,
        };
        let rulings = ruled(grid).map(|section| record.rulings.get(&section.id).copied());
        let rulings = rulings.collect();
        let option = record.candidate.option.as_ref().map(|id| id.to_string());
        Some(Self {
            option,
            note: record.mark.clone(),
            last: seal.last.clone(),
            proposed,
            departure: check::departure(commission, record),
            levels,
            rulings,
        })
    }
}

/// Returns the blocs that are ruled on; none when blocs do not decide.
fn ruled(grid: &Grid) -> impl Iterator<Item = &Section> {
    let decides = grid.decision.is_some();
    grid.outer_sections().filter(move |_| decides)
}

/// Marks by value. Its size is that of the scale of marks, not that of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Distribution(BTreeMap<Fraction, u64>);

impl Distribution {
    fn add(&mut self, value: &Fraction) {
        match self.0.get_mut(value) {
            Some(count) => *count += 1,
            None => {
                let _ = self.0.insert(value.clone(), 1);
            }
        }
    }

    fn join(&mut self, other: &Self) {
        for (value, count) in &other.0 {
            *self.0.entry(value.clone()).or_default() += count;
        }
    }

    /// Returns each value with how many times it was given, in order.
    pub fn values(&self) -> impl Iterator<Item = (&Fraction, u64)> {
        self.0.iter().map(|(value, count)| (value, *count))
    }

    /// Returns how many there are.
    pub fn count(&self) -> u64 {
        self.0.values().sum()
    }

    /// Returns how many reach a value.
    pub fn at_least(&self, least: &Fraction) -> u64 {
        self.0.range(least..).map(|(_, count)| count).sum()
    }

    /// Returns the mean, exact; none of nothing.
    pub fn mean(&self) -> Option<Fraction> {
        let sum = self.sum(Clone::clone);
        sum.over(&whole(self.count()))
    }

    /// Returns the median, exact: the middle value, or the mean of the two in the middle.
    pub fn median(&self) -> Option<Fraction> {
        let count = self.count();
        let low = self.at(count.checked_sub(1)? / 2)?;
        let high = self.at(count / 2)?;
        (low.clone() + high).over(&Fraction::whole(2))
    }

    /// Returns the lowest and the highest value.
    pub fn range(&self) -> Option<(&Fraction, &Fraction)> {
        Some((self.0.keys().next()?, self.0.keys().next_back()?))
    }

    /// Returns the standard deviation of these values taken as a whole (divided by n).
    pub fn deviation(&self) -> Option<f64> {
        let variance = self.squares()?.over(&whole(self.count()))?;
        Some(variance.to_f64().sqrt())
    }

    /// Returns the standard deviation estimated from these values taken as a sample (divided by
    /// n − 1); none under two values.
    pub fn sample_deviation(&self) -> Option<f64> {
        let variance = self.squares()?.over(&whole(self.count().checked_sub(1)?))?;
        Some(variance.to_f64().sqrt())
    }

    /// Returns the exact sum of squared distances to the mean.
    fn squares(&self) -> Option<Fraction> {
        let mean = self.mean()?;
        let squares = self.sum(|value| {
            let distance = value.clone() - &mean;
            &distance * &distance
        });
        Some(squares)
    }

    fn sum(&self, of: impl Fn(&Fraction) -> Fraction) -> Fraction {
        let sum = Fraction::whole(0);
        self.0.iter().fold(sum, |sum, (value, count)| {
            sum + &(&of(value) * &whole(*count))
        })
    }

    /// Returns the value at a place of the sorted list, from 0.
    fn at(&self, place: u64) -> Option<&Fraction> {
        let mut passed = 0;
        self.0.iter().find_map(|(value, count)| {
            passed += count;
            (place < passed).then_some(value)
        })
    }
}

fn whole(count: u64) -> Fraction {
    Fraction::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// How the NOTE of some evaluations stand to what their profiles proposed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coherence {
    /// Nothing was proposed.
    pub without: u64,
    /// The proposal itself.
    pub same: u64,
    /// Between the two readings of a profile that could not be assessed whole.
    pub between: u64,
    /// Above the proposal.
    pub above: u64,
    /// Below the proposal.
    pub below: u64,
    /// NOTE less proposal, wherever there is one.
    pub gaps: Distribution,
}

impl Coherence {
    fn add(&mut self, evaluation: &Evaluation) {
        let (Some(note), Some(proposed)) = (&evaluation.note, &evaluation.proposed) else {
            self.without += 1;
            return;
        };
        self.gaps.add(&(note.clone() - proposed));
        match &evaluation.departure {
            Departure::BetweenReadings => self.between += 1,
            _ if note > proposed => self.above += 1,
            _ if note < proposed => self.below += 1,
            _ => self.same += 1,
        }
    }

    fn join(&mut self, other: &Self) {
        self.without += other.without;
        self.same += other.same;
        self.between += other.between;
        self.above += other.above;
        self.below += other.below;
        self.gaps.join(&other.gaps);
    }
}

/// All that is counted of some evaluations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Fixed marks, with those of exams that give none.
    pub sealed: u64,
    /// NOTE FINALE.
    pub marks: Distribution,
    /// Of each row of the grid: how many times each level was settled on.
    pub levels: Vec<Vec<u64>>,
    /// Of each bloc that is ruled on: how many times it was acquired, and ruled on.
    pub rulings: Vec<(u64, u64)>,
    /// NOTE beside the proposals.
    pub coherence: Coherence,
}

impl Tally {
    fn of(grid: &Grid) -> Self {
        Self {
            levels: vec![vec![0; grid.levels.len()]; grid.rows.len()],
            rulings: ruled(grid).map(|_| (0, 0)).collect(),
            ..Self::default()
        }
    }

    /// Counts one evaluation.
    pub fn add(&mut self, evaluation: &Evaluation) {
        self.sealed += 1;
        if let Some(last) = &evaluation.last {
            self.marks.add(last);
        }
        self.coherence.add(evaluation);
        for (row, level) in self.levels.iter_mut().zip(&evaluation.levels) {
            if let Some(count) = level.and_then(|level| row.get_mut(level)) {
                *count += 1;
            }
        }
        for ((acquired, all), ruling) in self.rulings.iter_mut().zip(&evaluation.rulings) {
            *acquired += u64::from(*ruling == Some(true));
            *all += u64::from(ruling.is_some());
        }
    }

    fn join(&mut self, other: &Self) {
        self.sealed += other.sealed;
        self.marks.join(&other.marks);
        self.coherence.join(&other.coherence);
        for (row, theirs) in self.levels.iter_mut().zip(&other.levels) {
            for (count, theirs) in row.iter_mut().zip(theirs) {
                *count += theirs;
            }
        }
        for (mine, theirs) in self.rulings.iter_mut().zip(&other.rulings) {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        }
    }
}

/// One commission among those read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its number.
    pub number: String,
    /// Candidates on its list.
    pub candidates: u64,
    /// Candidates who are absent, or heard by another commission.
    pub absent: u64,
    /// What is counted of its fixed marks.
    pub tally: Tally,
}

/// How far the mean of a commission is from that of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// How many marks it is made of.
    pub count: u64,
    /// Mean of the commission less mean of all, exact.
    pub points: Fraction,
    /// What chance alone makes of a mean of so many marks, nineteen times out of twenty: two
    /// standard errors, from the spread of all marks. None when that spread is unknown.
    pub chance: Option<f64>,
}

impl Gap {
    /// Returns whether there are too few marks to say anything of the gap.
    pub fn is_few(&self) -> bool {
        self.count < FEW
    }

    /// Returns whether a gap like this needs no other reason than chance.
    pub fn may_be_chance(&self) -> bool {
        self.is_few()
            || self
                .chance
                .is_none_or(|chance| self.points.to_f64().abs() <= chance)
    }
}

/// Commissions that graded with the same grid in the same session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Harmony {
    /// The grid.
    pub grid: Arc<Grid>,
    /// The session.
    pub session: String,
    /// The exam.
    pub exam: String,
    /// The commissions, in the order they were read.
    pub parts: Vec<Part>,
}

impl Harmony {
    /// Returns the harmony of no commission yet, for those like this one.
    pub fn like(commission: &Commission) -> Self {
        let header = &commission.header;
        Self {
            grid: Arc::clone(&header.grid),
            session: header.edition.session.clone(),
            exam: header.edition.exam.clone(),
            parts: Vec::new(),
        }
    }

    /// Returns whether a commission's marks can stand beside these.
    pub fn takes(&self, commission: &Commission) -> bool {
        let header = &commission.header;
        self.session == header.edition.session && *self.grid == *header.grid
    }

    /// Counts a whole commission. `each` is shown every evaluation, which is then forgotten.
    pub fn add<E>(
        &mut self,
        commission: &Commission,
        mut each: impl FnMut(&Evaluation) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut tally = Tally::of(&self.grid);
        let mut absent = 0;
        for record in &commission.records {
            absent += u64::from(record.absent.is_some() || record.moved.is_some());
            if let Some(evaluation) = Evaluation::of(commission, record) {
                tally.add(&evaluation);
                each(&evaluation)?;
            }
        }
        self.parts.push(Part {
            number: commission.header.number.clone(),
            candidates: commission.records.len() as u64,
            absent,
            tally,
        });
        Ok(())
    }

    /// Returns what is counted of all the commissions together.
    pub fn whole(&self) -> Tally {
        let mut whole = Tally::of(&self.grid);
        for part in &self.parts {
            whole.join(&part.tally);
        }
        whole
    }

    /// Returns how far each commission is from all of them together; none for one without marks.
    pub fn gaps(&self) -> Vec<Option<Gap>> {
        let whole = self.whole();
        let mean = whole.marks.mean();
        let spread = whole.marks.sample_deviation();
        let gap = |part: &Part| {
            let count = part.tally.marks.count();
            #[allow(clippy::cast_precision_loss, reason = "no session has so many marks")]
            let errors = (count as f64).sqrt();
            Some(Gap {
                count,
                points: part.tally.marks.mean()? - mean.as_ref()?,
                chance: spread.map(|spread| 2.0 * spread / errors),
            })
        };
        self.parts.iter().map(gap).collect()
    }

    /// Returns the distance between the highest and the lowest mean of the commissions that have
    /// enough marks; none when fewer than two have.
    pub fn widest_gap(&self) -> Option<Fraction> {
        let enough = self
            .parts
            .iter()
            .filter(|part| part.tally.marks.count() >= FEW);
        let means: Vec<Fraction> = enough.filter_map(|part| part.tally.marks.mean()).collect();
        if means.len() < 2 {
            return None;
        }
        Some(means.iter().max()?.distance(means.iter().min()?))
    }

    /// Returns the blocs that are ruled on, in the order of [`Tally::rulings`].
    pub fn blocs(&self) -> impl Iterator<Item = &Section> {
        ruled(&self.grid)
    }

    /// Returns whether the grid proposes marks at all.
    pub fn proposes(&self) -> bool {
        let rule = self.grid.mark.as_ref();
        rule.is_some_and(|rule| rule.formula != Formula::None)
    }
}
