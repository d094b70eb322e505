//! What the jury corrects in the reading of a tableau, cell by cell, and the reading that results.
//! What was read is kept whole, so that each correction can be told from it and taken back.

use std::collections::BTreeMap;

use super::{Dossier, Flag, Reading, Realisation, Reason};

/// A line of the tableau, which keeps its name whatever is corrected around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Read in the file, counted from 0.
    Read(usize),
    /// Written by the jury: there as long as it has a title.
    Added(usize),
}

/// What a correction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// Whether the whole reading was compared with the original.
    Checked,
    /// Title of a line.
    Title(Line),
    /// Its period.
    Period(Line),
    /// Index of its section.
    Section(Line),
    /// Whether the line counts as a réalisation.
    Counts(Line),
    /// Whether it covers a competency, by the index of its column.
    Tick(Line, usize),
}

/// What the jury says of a spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Yes or no.
    Flag(bool),
    /// A title or a period.
    Text(String),
    /// The index of a section.
    Section(usize),
}

/// The corrections of a reading, by spot.
pub type Amendments = BTreeMap<Spot, Said>;

impl Spot {
    /// Returns the line that the spot is in.
    pub fn line(self) -> Option<Line> {
        match self {
            Spot::Checked => None,
            Spot::Title(line)
            | Spot::Period(line)
            | Spot::Section(line)
            | Spot::Counts(line)
            | Spot::Tick(line, _) => Some(line),
        }
    }

    /// Returns whether `said` is something that can be said of the spot.
    pub fn takes(self, said: &Said) -> bool {
        match self {
            Spot::Checked | Spot::Counts(_) | Spot::Tick(..) => matches!(said, Said::Flag(_)),
            Spot::Title(_) | Spot::Period(_) => matches!(said, Said::Text(_)),
            Spot::Section(_) => matches!(said, Said::Section(_)),
        }
    }
}

impl Dossier {
    /// Returns the reading as it came from the file, without what the jury corrected.
    pub fn as_read(&self) -> Option<&Reading> {
        self.as_read.as_deref().or(self.reading.as_ref())
    }

    /// Returns what the jury corrected.
    pub fn amendments(&self) -> &Amendments {
        &self.amendments
    }

    /// Returns whether the jury compared the reading with the original.
    pub fn is_checked(&self) -> bool {
        self.amendments.get(&Spot::Checked) == Some(&Said::Flag(true))
    }

    /// Returns the name of each line of [`Dossier::reading`], in its order.
    pub fn lines(&self) -> Vec<Line> {
        let Some(read) = self.as_read() else {
            return Vec::new();
        };
        let lines = order(read, &self.amendments, 0);
        lines.into_iter().map(|(line, _)| line).collect()
    }

    /// Returns the lines that were read and that the jury set aside.
    pub fn set_aside(&self) -> Vec<Line> {
        let aside = |(spot, said): (&Spot, &Said)| match (spot, said) {
            (Spot::Counts(line), Said::Flag(false)) => Some(*line),
            _ => None,
        };
        self.amendments.iter().filter_map(aside).collect()
    }

    /// Returns whether the tableau that was read, or the jury, has this line and this column.
    pub fn knows(&self, spot: Spot, columns: usize) -> bool {
        let Some(read) = self.as_read() else {
            return false;
        };
        let there = match spot.line() {
            None => true,
            Some(Line::Read(index)) => index < read.realisations.len(),
            Some(Line::Added(_)) if matches!(spot, Spot::Title(_)) => true,
            Some(line @ Line::Added(_)) => self.amendments.contains_key(&Spot::Title(line)),
        };
        there && !matches!(spot, Spot::Tick(_, column) if column >= columns)
    }

    /// Writes or takes back a correction and returns what was said before. `columns` is the number of
    /// competencies that the tableau covers.
    pub fn amend(&mut self, spot: Spot, said: Option<Said>, columns: usize) -> Option<Said> {
        let former = match said {
            Some(said) => self.amendments.insert(spot, said),
            None => self.amendments.remove(&spot),
        };
        self.settle(columns);
        former
    }

    /// Joins corrections to a reading that has none yet.
    pub fn with_amendments(mut self, amendments: Amendments, columns: usize) -> Self {
        self.amendments = amendments;
        self.settle(columns);
        self
    }

    /// Computes the reading anew from what was read and what was corrected.
    fn settle(&mut self, columns: usize) {
        let Some(read) = self.as_read.take().or(self.reading.take().map(Box::new)) else {
            return;
        };
        if self.amendments.is_empty() {
            self.reading = Some(*read);
        } else {
            self.reading = Some(amended(&read, &self.amendments, columns));
            self.as_read = Some(read);
        }
    }
}

fn order(read: &Reading, amendments: &Amendments, columns: usize) -> Vec<(Line, Realisation)> {
    let mut moved = false;
    let mut lines: Vec<(Line, Realisation)> = Vec::new();
    for (index, realisation) in read.realisations.iter().enumerate() {
        lines.push((Line::Read(index), realisation.clone()));
    }
    for (spot, said) in amendments {
        if let (Spot::Title(line @ Line::Added(_)), Said::Text(title)) = (spot, said) {
            moved = true;
            lines.push((*line, written(title, read, columns)));
        }
    }
    for (line, realisation) in &mut lines {
        if let Some(Said::Section(section)) = amendments.get(&Spot::Section(*line)) {
            moved = true;
            realisation.section = Some(*section).filter(|section| *section < read.sections.len());
        }
    }
    lines.retain(|(line, _)| amendments.get(&Spot::Counts(*line)) != Some(&Said::Flag(false)));
    if moved {
        // A sheet lists its sections one after the other; what is moved or added goes to the end of
        // its own.
        lines.sort_by_key(|(_, realisation)| realisation.section);
    }
    lines
}

fn written(title: &str, read: &Reading, columns: usize) -> Realisation {
    Realisation {
        section: read.sections.len().checked_sub(1),
        title: title.to_owned(),
        documents: Vec::new(),
        period_raw: String::new(),
        ticks: vec![None; columns],
        flags: Vec::new(),
        links: Vec::new(),
        texts: vec![String::new(); columns],
        place: None,
        period_place: None,
        tick_places: vec![None; columns],
    }
}

fn amended(read: &Reading, amendments: &Amendments, columns: usize) -> Reading {
    let mut reading = read.clone();
    reading.realisations = order(read, amendments, columns)
        .into_iter()
        .map(|(line, realisation)| corrected(line, realisation, amendments, columns))
        .collect();
    reading.uncovered = (0..columns)
        .filter(|column| reading.covering(*column).next().is_none())
        .collect();
    reading
}

fn corrected(
    line: Line,
    mut realisation: Realisation,
    amendments: &Amendments,
    columns: usize,
) -> Realisation {
    if let Some(Said::Text(title)) = amendments.get(&Spot::Title(line)) {
        realisation.title.clone_from(title);
    }
    if let Some(Said::Text(period)) = amendments.get(&Spot::Period(line)) {
        realisation.period_raw.clone_from(period);
        realisation.period_place = None;
        // What was wrong with the period that was read is not wrong with this one.
        realisation
            .flags
            .retain(|flag| !matches!(flag, Flag::EndBeforeStart | Flag::ImpossibleDate));
    }
    realisation.ticks.resize(columns, None);
    realisation.texts.resize(columns, String::new());
    realisation.tick_places.resize(columns, None);
    for (column, tick) in realisation.ticks.iter_mut().enumerate() {
        if let Some(Said::Flag(ticked)) = amendments.get(&Spot::Tick(line, column)) {
            *tick = ticked.then_some(tick.unwrap_or(Reason::Jury));
        }
    }
    realisation.flags.retain(|flag| *flag != Flag::NoTick);
    if realisation.ticks.iter().all(Option::is_none) {
        realisation.flags.push(Flag::NoTick);
    }
    realisation
}
