//! Two members, one profile: who may see what, as a type; agreements, disagreements and gaps.

use std::collections::BTreeMap;

use super::commission::{Column, Commission, Record, Seen, Ticking};
use super::edit::Author;
use super::grid::Grid;
use super::id::{IndicatorId, LevelId, RowId};

/// A member's column as somebody may see it. What is hidden is not in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Open to this viewer.
    Open(Column),
    /// Closed: only how far it is.
    Hidden {
        /// Rows that have a level.
        graded: usize,
        /// Whether the member validated.
        validated: bool,
    },
}

/// How one row stands between the members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The row.
    pub row: RowId,
    /// The level of each member, in their order.
    pub levels: Vec<LevelId>,
    /// What the commission settled, if it spoke.
    pub settled: Option<LevelId>,
    /// Indicators on which the members differ.
    pub indicators: Vec<IndicatorId>,
}

/// What the whole commission saw of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// All who marked it marked this.
    Seen(Seen),
    /// The members marked it differently: evidence is never averaged.
    Divided,
}

/// How far apart two levels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The same level.
    None,
    /// So many steps of the scale.
    Steps(usize),
    /// One is outside the scale.
    OffScale,
}

/// A gap of this many levels must be looked at before choosing.
pub const WIDE_GAP: usize = 2;

impl Commission {
    /// Returns every member's column as `viewer` may see it.
    pub fn sights(&self, record: &Record, viewer: Author) -> Vec<Sight> {
        let open_to_all = match self.ticking(record) {
            Ticking::Common | Ticking::Separate => true,
            Ticking::Blind => self.all_validated(record),
        };
        (0..self.header.members.len())
            .map(|member| {
                let author = Author::Member(member);
                let column = record.column(author).cloned().unwrap_or_default();
                if open_to_all || viewer == author {
                    Sight::Open(column)
                } else {
                    Sight::Hidden {
                        graded: column.levels.len(),
                        validated: column.validated,
                    }
                }
            })
            .collect()
    }

    /// Returns whether every member has validated.
    pub fn all_validated(&self, record: &Record) -> bool {
        (0..self.header.members.len()).all(|member| {
            record
                .column(Author::Member(member))
                .is_some_and(|column| column.validated)
        })
    }

    /// Returns whether the profile can be settled: common ticks are complete, or all have validated.
    pub fn is_graded(&self, record: &Record) -> bool {
        match self.ticking(record) {
            Ticking::Common => record
                .column(Author::Commission)
                .is_some_and(|column| column.validated),
            Ticking::Separate | Ticking::Blind => self.all_validated(record),
        }
    }

    /// Returns the level of each row that is settled: what the commission said, else what all the
    /// members said alike once they have validated. Never a mean.
    pub fn agreed(&self, record: &Record) -> BTreeMap<RowId, LevelId> {
        let open = self.ticking(record) != Ticking::Common && self.all_validated(record);
        let mut agreed = BTreeMap::new();
        let waived = record.waived(self.grid());
        for row in &self.grid().rows {
            if waived.contains(&row.id) {
                continue;
            }
            let settled = record
                .column(Author::Commission)
                .and_then(|column| column.levels.get(&row.id));
            let level = settled.or_else(|| open.then(|| self.unanimous(record, &row.id)).flatten());
            if let Some(level) = level {
                let _ = agreed.insert(row.id.clone(), level.clone());
            }
        }
        agreed
    }

    /// Returns what the commission saw of each indicator that somebody marked: the shared column, or
    /// the members' once all have validated; nothing of a column that may still be closed.
    pub fn evidence(&self, record: &Record) -> BTreeMap<IndicatorId, Evidence> {
        let mut authors = vec![Author::Commission];
        if self.ticking(record) != Ticking::Common && self.all_validated(record) {
            authors.extend((0..self.header.members.len()).map(Author::Member));
        }
        let mut evidence = BTreeMap::new();
        for column in authors.into_iter().filter_map(|who| record.column(who)) {
            for (indicator, seen) in &column.seen {
                let _ = evidence
                    .entry(indicator.clone())
                    .and_modify(|known| {
                        if *known != Evidence::Seen(*seen) {
                            *known = Evidence::Divided;
                        }
                    })
                    .or_insert(Evidence::Seen(*seen));
            }
        }
        evidence
    }

    fn unanimous<'a>(&self, record: &'a Record, row: &RowId) -> Option<&'a LevelId> {
        let level = |member| record.column(Author::Member(member))?.levels.get(row);
        let first = level(0)?;
        (1..self.header.members.len())
            .all(|member| level(member) == Some(first))
            .then_some(first)
    }

    /// Returns every row side by side, once all have validated; nothing before.
    pub fn comparisons(&self, record: &Record) -> Vec<Comparison> {
        if self.ticking(record) == Ticking::Common || !self.all_validated(record) {
            return Vec::new();
        }
        let columns: Vec<&Column> = (0..self.header.members.len())
            .filter_map(|member| record.column(Author::Member(member)))
            .collect();
        let settled = record.column(Author::Commission);
        let waived = record.waived(self.grid());
        self.grid()
            .rows
            .iter()
            .filter(|row| !waived.contains(&row.id))
            .map(|row| Comparison {
                row: row.id.clone(),
                levels: columns
                    .iter()
                    .filter_map(|column| column.levels.get(&row.id).cloned())
                    .collect(),
                settled: settled.and_then(|column| column.levels.get(&row.id).cloned()),
                indicators: row
                    .indicators
                    .iter()
                    .filter(|indicator| {
                        let first = columns
                            .first()
                            .and_then(|column| column.seen.get(&indicator.id));
                        columns
                            .iter()
                            .any(|column| column.seen.get(&indicator.id) != first)
                    })
                    .map(|indicator| indicator.id.clone())
                    .collect(),
            })
            .collect()
    }
}

impl Comparison {
    /// Returns whether the members differ.
    pub fn is_disagreement(&self) -> bool {
        self.levels
            .windows(2)
            .any(|pair| pair.first() != pair.last())
    }

    /// Returns whether the commission still has to choose.
    pub fn is_open(&self) -> bool {
        self.is_disagreement() && self.settled.is_none()
    }

    /// Returns the widest gap between two members.
    pub fn gap(&self, grid: &Grid) -> Gap {
        let bars: Vec<Option<usize>> = self
            .levels
            .iter()
            .map(|level| grid.level_bars(level))
            .collect();
        if !self.is_disagreement() {
            return Gap::None;
        }
        let ranks: Option<Vec<usize>> = bars.into_iter().collect();
        match ranks {
            Some(ranks) => {
                let most = ranks.iter().max().copied().unwrap_or(0);
                let least = ranks.iter().min().copied().unwrap_or(0);
                Gap::Steps(most - least)
            }
            None => Gap::OffScale,
        }
    }
}
