//! A grid: everything that an exam's form says, as data. A [`Grid`] is always valid: it only
//! comes out of [`Draft::check`]. Knows nothing of the file it was written in.

use std::collections::HashSet;
use std::hash::Hash;

use super::fraction::{Fraction, Rounding};
use super::id::{IndicatorId, LevelId, OptionId, PenaltyId, PieceId, RowId};

/// What a grid's file says, before anything was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Short stable name: `bts-sio-bloc1`.
    pub id: String,
    /// Name shown when a grid is chosen.
    pub title: String,
    /// Diploma in short: « BTS SIO ».
    pub short: String,
    /// Diploma as printed at the head of the sheets.
    pub diploma: String,
    /// The bloc or unit that is examined.
    pub unit: String,
    /// Specialities among which a candidate chose one; may be empty.
    pub options: Vec<Choice>,
    /// Mastery levels; the position is the key that chooses the level.
    pub levels: Vec<Level>,
    /// The rubric of the levels.
    pub rubric: Rubric,
    /// The rows, in the order of the form.
    pub rows: Vec<Row>,
    /// Penalties that the form foresees.
    pub penalties: Vec<Penalty>,
    /// Phases of the oral.
    pub phases: Vec<Phase>,
    /// Qualities of the members of a commission: one entry a member.
    pub members: Vec<Quality>,
    /// The papers that a dossier holds.
    pub pieces: Vec<PieceRule>,
    /// How a mark is proposed.
    pub mark: MarkRule,
    /// What the form says around the mark.
    pub texts: Texts,
    /// The sessions for which the form exists.
    pub editions: Vec<Edition>,
    /// Where the texts come from.
    pub provenance: Provenance,
}

/// A checked grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid(Draft);

/// A choice with its printed label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Name in files.
    pub id: OptionId,
    /// Label on screen.
    pub label: String,
    /// Label on the printed form.
    pub printed: String,
}

/// One mastery level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Stable name: what is stored, never the value.
    pub id: LevelId,
    /// Label on screen.
    pub label: String,
    /// Label on the printed form, in its spelling.
    pub printed: String,
    /// Names of several rows at this level, for « 4 bonnes maîtrises ».
    pub plural: String,
    /// What the level says of a row.
    pub kind: LevelKind,
}

/// What a level says of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelKind {
    /// A degree of mastery with its value between 0 and 1.
    Value(Fraction),
    /// « Non évaluable »: a defect of coverage, outside the scale.
    NotAssessable,
}

/// The descriptors of the levels: aspects × levels, a text may span several aspects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// The aspects, top to bottom.
    pub aspects: Vec<Aspect>,
    /// The texts.
    pub cells: Vec<Cell>,
}

/// One aspect of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspect {
    /// A word of our own for the screen; the form has none.
    pub short: String,
}

/// One text of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The level it describes.
    pub level: LevelId,
    /// First aspect it stands beside.
    pub aspect: usize,
    /// How many aspects it spans, at least 1.
    pub span: usize,
    /// The descriptor.
    pub text: String,
}

/// One row of the grid: a competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Stable name.
    pub id: RowId,
    /// Title on the form.
    pub title: String,
    /// Title of 24 characters at most, for strips and tables.
    pub short: String,
    /// Title for the narrow columns of a table, lines included.
    pub narrow: String,
    /// Whether it stands apart from the competencies that the dossier's tableau lists.
    pub transversal: bool,
    /// Its share of the mark, positive or zero.
    pub weight: Fraction,
    /// Sub-competencies.
    pub parts: Vec<String>,
    /// Performance indicators.
    pub indicators: Vec<Indicator>,
}

/// One performance indicator: evidence, without effect on the mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Stable name.
    pub id: IndicatorId,
    /// Its text on the form; may hold several lines.
    pub text: String,
}

/// One penalty of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penalty {
    /// Stable name.
    pub id: PenaltyId,
    /// Label on screen.
    pub label: String,
    /// The line of the printed form.
    pub printed: String,
    /// Points taken away, positive.
    pub points: Fraction,
    /// What follows « pénalité … pour », in sentences.
    pub cause: String,
}

/// One phase of the oral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Label on screen.
    pub label: String,
    /// Title of its observations on the printed sheet.
    pub printed: String,
    /// Usual length, in seconds.
    pub seconds: u32,
}

/// The quality in which a member sits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quality {
    /// Who may sit: arrêté's words.
    pub label: String,
}

/// A paper that the dossier holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceRule {
    /// Stable name.
    pub id: PieceId,
    /// Label on screen.
    pub label: String,
    /// Which recognised papers satisfy it.
    pub kinds: Vec<super::dossier::PieceKind>,
    /// Whether its absence is a finding.
    pub required: bool,
    /// The penalty that its absence proposes, if any.
    pub penalty: Option<PenaltyId>,
}

/// How a mark is proposed from the levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkRule {
    /// The mark of a perfect profile.
    pub out_of: Fraction,
    /// Which reading of « non évaluable » is proposed.
    pub not_assessable: NotAssessable,
    /// The convention of rounding, applied once.
    pub rounding: Rounding,
    /// The step of the marks that a commission may write.
    pub step: Fraction,
    /// The mark that changes the candidate's fate: 10.
    pub threshold: Option<Fraction>,
}

/// The two readings of « non évaluable ».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAssessable {
    /// The row counts for zero.
    Zero,
    /// The row leaves both sums.
    Neutral,
}

/// Texts of the form that the screens and the sheets share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// The instructions above the NOTE, one paragraph an entry.
    pub instructions: Vec<String>,
    /// The instruction on coverage that the commission must not forget.
    pub coverage: String,
    /// The sentence offered when a row is not assessable; `{competency}` stands for its title.
    pub coverage_sentence: String,
    /// The sentence offered when the environment is not conform.
    pub conformity_sentence: String,
    /// What the proposal is and is not.
    pub mark_notice: String,
    /// The head of the appréciation on the printed sheet.
    pub appreciation: String,
    /// How long the papers are kept.
    pub retention: String,
    /// Labels of the exam's forms: ponctuelle, contrôle en cours de formation.
    pub modes: Vec<Choice>,
    /// Which template draws the sheets.
    pub template: String,
}

/// One session's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The session's year.
    pub session: String,
    /// The épreuve's code: `E4`, `E5`.
    pub exam: String,
    /// The épreuve's line at the head of the sheets.
    pub exam_title: String,
    /// Number of the grid's annex.
    pub grid_annex: String,
    /// Number of the candidate's sheet's annex.
    pub sheet_annex: String,
    /// The annex named in the sentence on penalties, as printed that year.
    pub penalty_annex: String,
}

/// Where the texts of a grid come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The documents.
    pub sources: Vec<String>,
    /// What was corrected, with its source.
    pub corrections: Vec<String>,
}

/// Something wrong in a grid: where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The place, as a path: `rows[2].indicators[0].id`.
    pub place: String,
    /// What is wrong.
    pub cause: FaultCause,
}

/// What is wrong in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultCause {
    /// The same name stands twice.
    DuplicateId(String),
    /// A name that nothing bears.
    UnknownId(String),
    /// A text that must not be empty.
    Empty,
    /// A list that must hold something.
    NothingListed,
    /// A longer list than any exam has.
    TooMany(usize),
    /// A value outside 0..1.
    ValueOutOfRange(String),
    /// A number that must be positive.
    NotPositive(String),
    /// A weight below zero.
    NegativeWeight(String),
    /// Every weight is zero, so nothing can be proposed.
    WeightsSumToZero,
    /// Every level is outside the scale.
    NoValue,
    /// A text spans aspects that do not exist.
    SpanOutOfRange,
    /// Two texts of a level stand on the same aspect.
    CellTwice,
    /// A level has no text for this aspect.
    CellMissing(String),
    /// A short title longer than 24 characters.
    ShortTooLong(usize),
}

/// No exam has more rows; a longer list is a hostile or broken file.
const MOST_ROWS: usize = 500;
/// The longest short title that fits a strip.
const LONGEST_SHORT: usize = 24;
/// Keys 0 to 9 choose a level.
const MOST_LEVELS: usize = 10;

impl Draft {
    /// Returns the grid, or everything that is wrong with it.
    pub fn check(self) -> Result<Grid, Vec<Fault>> {
        let mut faults = Faults::default();
        self.check_sizes(&mut faults);
        // What follows compares lists with each other, which takes for ever on endless ones.
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        faults.text("id", &self.id);
        faults.text("title", &self.title);
        self.check_levels(&mut faults);
        self.check_rubric(&mut faults);
        self.check_rows(&mut faults);
        self.check_rules(&mut faults);
        if faults.0.is_empty() {
            Ok(Grid(self))
        } else {
            Err(faults.0)
        }
    }

    fn check_sizes(&self, faults: &mut Faults) {
        faults.listed("levels", self.levels.len(), MOST_LEVELS);
        faults.listed("rows", self.rows.len(), MOST_ROWS);
        faults.listed("members", self.members.len(), MOST_LEVELS);
        faults.listed("editions", self.editions.len(), MOST_ROWS);
        for (place, count) in [
            ("options", self.options.len()),
            ("rubric.aspects", self.rubric.aspects.len()),
            ("rubric.cells", self.rubric.cells.len()),
            ("penalties", self.penalties.len()),
            ("phases", self.phases.len()),
            ("pieces", self.pieces.len()),
            ("texts.modes", self.texts.modes.len()),
        ] {
            faults.listed_or_empty(place, count, MOST_ROWS);
        }
        for (index, row) in self.rows.iter().enumerate().take(MOST_ROWS) {
            let indicators = row.indicators.len();
            faults.listed_or_empty(&format!("rows[{index}].indicators"), indicators, MOST_ROWS);
            faults.listed_or_empty(&format!("rows[{index}].parts"), row.parts.len(), MOST_ROWS);
        }
    }

    fn check_levels(&self, faults: &mut Faults) {
        faults.unique("levels", self.levels.iter().map(|level| level.id.as_str()));
        let mut valued = false;
        for (index, level) in self.levels.iter().enumerate() {
            faults.text(&format!("levels[{index}].id"), level.id.as_str());
            faults.text(&format!("levels[{index}].label"), &level.label);
            if let LevelKind::Value(value) = &level.kind {
                valued = true;
                if value.is_negative() || *value > Fraction::whole(1) {
                    faults.add(
                        format!("levels[{index}].value"),
                        FaultCause::ValueOutOfRange(value.to_string()),
                    );
                }
            }
        }
        if !self.levels.is_empty() && !valued {
            faults.add("levels".into(), FaultCause::NoValue);
        }
    }

    fn check_rubric(&self, faults: &mut Faults) {
        let aspects = self.rubric.aspects.len();
        let mut taken = HashSet::new();
        for (index, cell) in self.rubric.cells.iter().enumerate() {
            let place = format!("rubric.cells[{index}]");
            if !self.levels.iter().any(|level| level.id == cell.level) {
                faults.add(
                    format!("{place}.level"),
                    FaultCause::UnknownId(cell.level.to_string()),
                );
                continue;
            }
            let end = cell.aspect.saturating_add(cell.span);
            if cell.span == 0 || end > aspects {
                faults.add(format!("{place}.span"), FaultCause::SpanOutOfRange);
                continue;
            }
            faults.text(&format!("{place}.text"), &cell.text);
            for aspect in cell.aspect..end {
                if !taken.insert((cell.level.clone(), aspect)) {
                    faults.add(place.clone(), FaultCause::CellTwice);
                }
            }
        }
        for level in &self.levels {
            for aspect in 0..aspects {
                if !taken.contains(&(level.id.clone(), aspect)) {
                    faults.add(
                        format!("rubric.aspects[{aspect}]"),
                        FaultCause::CellMissing(level.id.to_string()),
                    );
                }
            }
        }
    }

    fn check_rows(&self, faults: &mut Faults) {
        faults.unique("rows", self.rows.iter().map(|row| row.id.as_str()));
        let mut indicators = HashSet::new();
        let mut sum = Fraction::whole(0);
        for (index, row) in self.rows.iter().enumerate() {
            let place = format!("rows[{index}]");
            faults.text(&format!("{place}.id"), row.id.as_str());
            faults.text(&format!("{place}.title"), &row.title);
            let length = row.short.chars().count();
            if length > LONGEST_SHORT {
                faults.add(format!("{place}.short"), FaultCause::ShortTooLong(length));
            }
            faults.text(&format!("{place}.short"), &row.short);
            if row.weight.is_negative() {
                faults.add(
                    format!("{place}.weight"),
                    FaultCause::NegativeWeight(row.weight.to_string()),
                );
            }
            sum = sum + &row.weight;
            for (number, indicator) in row.indicators.iter().enumerate() {
                let place = format!("{place}.indicators[{number}]");
                faults.text(&format!("{place}.text"), &indicator.text);
                if !indicators.insert(indicator.id.clone()) {
                    faults.add(
                        format!("{place}.id"),
                        FaultCause::DuplicateId(indicator.id.to_string()),
                    );
                }
            }
        }
        if !self.rows.is_empty() && sum.is_zero() {
            faults.add("rows".into(), FaultCause::WeightsSumToZero);
        }
    }

    fn check_rules(&self, faults: &mut Faults) {
        faults.unique(
            "options",
            self.options.iter().map(|option| option.id.as_str()),
        );
        faults.unique(
            "penalties",
            self.penalties.iter().map(|penalty| penalty.id.as_str()),
        );
        for (index, penalty) in self.penalties.iter().enumerate() {
            faults.positive(&format!("penalties[{index}].points"), &penalty.points);
            faults.text(&format!("penalties[{index}].label"), &penalty.label);
        }
        faults.unique("pieces", self.pieces.iter().map(|piece| piece.id.as_str()));
        for (index, piece) in self.pieces.iter().enumerate() {
            if let Some(penalty) = &piece.penalty
                && !self.penalties.iter().any(|known| known.id == *penalty)
            {
                faults.add(
                    format!("pieces[{index}].penalty"),
                    FaultCause::UnknownId(penalty.to_string()),
                );
            }
        }
        faults.positive("mark.out_of", &self.mark.out_of);
        faults.positive("mark.step", &self.mark.step);
        if let Some(grain) = &self.mark.rounding.grain {
            faults.positive("mark.rounding.grain", grain);
        }
        faults.unique_by(
            "session",
            "editions",
            self.editions.iter().map(|edition| edition.session.as_str()),
        );
        faults.unique(
            "texts.modes",
            self.texts.modes.iter().map(|mode| mode.id.as_str()),
        );
    }
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, place: String, cause: FaultCause) {
        self.0.push(Fault { place, cause });
    }

    fn text(&mut self, place: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(place.to_owned(), FaultCause::Empty);
        }
    }

    fn listed(&mut self, place: &str, count: usize, most: usize) {
        if count == 0 {
            self.add(place.to_owned(), FaultCause::NothingListed);
        }
        self.listed_or_empty(place, count, most);
    }

    fn listed_or_empty(&mut self, place: &str, count: usize, most: usize) {
        if count > most {
            self.add(place.to_owned(), FaultCause::TooMany(most));
        }
    }

    fn positive(&mut self, place: &str, number: &Fraction) {
        if number.is_zero() || number.is_negative() {
            self.add(
                place.to_owned(),
                FaultCause::NotPositive(number.to_string()),
            );
        }
    }

    fn unique<T: Hash + Eq + ToString>(&mut self, place: &str, names: impl Iterator<Item = T>) {
        self.unique_by("id", place, names);
    }

    fn unique_by<T: Hash + Eq + ToString>(
        &mut self,
        key: &str,
        place: &str,
        names: impl Iterator<Item = T>,
    ) {
        let mut seen = HashSet::new();
        for (index, name) in names.enumerate() {
            let text = name.to_string();
            if !seen.insert(name) {
                self.add(
                    format!("{place}[{index}].{key}"),
                    FaultCause::DuplicateId(text),
                );
            }
        }
    }
}

impl std::ops::Deref for Grid {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.0
    }
}

impl Grid {
    /// Returns the draft this grid was made of.
    pub fn into_draft(self) -> Draft {
        self.0
    }

    /// Returns the level of this name.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// Returns the key of a level: its position in the scale.
    pub fn level_rank(&self, id: &LevelId) -> Option<usize> {
        self.levels.iter().position(|level| level.id == *id)
    }

    /// Returns the position of a level among those that have a value, lowest first, from 1.
    pub fn level_bars(&self, id: &LevelId) -> Option<usize> {
        self.valued_levels()
            .position(|level| level.id == *id)
            .map(|position| position + 1)
    }

    /// Returns the levels that have a value.
    pub fn valued_levels(&self) -> impl Iterator<Item = &Level> {
        self.levels
            .iter()
            .filter(|level| matches!(level.kind, LevelKind::Value(_)))
    }

    /// Returns whether this level says that the row could not be assessed.
    pub fn is_not_assessable(&self, id: &LevelId) -> bool {
        self.level(id)
            .is_some_and(|level| level.kind == LevelKind::NotAssessable)
    }

    /// Returns the row of this name.
    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == *id)
    }

    /// Returns the position of a row.
    pub fn row_index(&self, id: &RowId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == *id)
    }

    /// Returns the row that an indicator belongs to, and the indicator.
    pub fn indicator(&self, id: &IndicatorId) -> Option<(&Row, &Indicator)> {
        self.rows.iter().find_map(|row| {
            let indicator = row
                .indicators
                .iter()
                .find(|indicator| indicator.id == *id)?;
            Some((row, indicator))
        })
    }

    /// Returns the penalty of this name.
    pub fn penalty(&self, id: &PenaltyId) -> Option<&Penalty> {
        self.penalties.iter().find(|penalty| penalty.id == *id)
    }

    /// Returns the edition of this session.
    pub fn edition(&self, session: &str) -> Option<&Edition> {
        self.editions
            .iter()
            .find(|edition| edition.session == session)
    }

    /// Returns the rows that the tableau de synthèse lists, in its order.
    pub fn covered_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.transversal)
    }

    /// Returns the column of the tableau de synthèse that stands for a row.
    pub fn coverage_column(&self, id: &RowId) -> Option<usize> {
        self.covered_rows().position(|row| row.id == *id)
    }

    /// Returns the descriptor of `level` beside `aspect`.
    pub fn descriptor(&self, level: &LevelId, aspect: usize) -> Option<&Cell> {
        self.rubric.cells.iter().find(|cell| {
            cell.level == *level && (cell.aspect..cell.aspect + cell.span).contains(&aspect)
        })
    }
}
