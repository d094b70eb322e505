//! What the jury says of a reading: a cell ticked, a line written, set aside or given back. What is
//! said as it was read is no correction.

use super::{Cursor, Middle, Papers, at, change, dossier, shown};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::amend::{Line, Said, Spot};
use crate::domain::edit::{Author, Change};
use crate::domain::roster::Moment;
use crate::screen::{Action, Desk};
use crate::t;

use super::Message;

/// A line being corrected, until it is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) line: Line,
    pub(super) title: String,
    pub(super) period: String,
    touched: Moment,
}

impl Papers {
    /// Hands over what was typed: after a pause, or at once.
    pub fn hand_over(&mut self, desk: &Desk<'_>, at_once: bool) -> Action<Message> {
        const PAUSE: u64 = 700;
        let due = |draft: &Draft| at_once || desk.now.since(draft.touched) >= PAUSE;
        let Some(draft) = self.draft.take_if(|draft| due(draft)) else {
            return Action::None;
        };
        let known = dossier(desk).zip(shown(desk, draft.line));
        let Some((dossier, known)) = known else {
            return Action::None;
        };
        let read = match draft.line {
            Line::Read(index) => dossier
                .as_read()
                .and_then(|reading| reading.realisations.get(index)),
            Line::Added(_) => None,
        };
        let mut changes = Vec::new();
        let mut say = |spot, text: &str, shown: &str, read: Option<&str>| {
            let text = text.trim();
            if text != shown {
                let said = (read != Some(text)).then(|| Said::Text(text.to_owned()));
                changes.push(Change::Amend(spot, said));
            }
        };
        // A line that the jury wrote lives by its title.
        if !draft.title.trim().is_empty() {
            let read = read.map(|line| line.title.as_str());
            say(Spot::Title(draft.line), &draft.title, &known.title, read);
        }
        let read = read.map(|line| line.period_raw.as_str());
        let spot = Spot::Period(draft.line);
        say(spot, &draft.period, &known.period_raw, read);
        if changes.is_empty() {
            Action::None
        } else {
            Action::Changes(Author::Commission, changes)
        }
    }

    /// Returns whether something typed waits to be written.
    pub fn is_pending(&self) -> bool {
        self.draft.is_some()
    }

    /// Ticks the cell in front, or unticks it; what was read comes back as it was read.
    pub(super) fn tick(&self, desk: &Desk<'_>) -> Action<Message> {
        let Cursor { line, column } = self.cursor;
        let Some((line, shown)) = at(desk, line) else {
            return Action::None;
        };
        let ticked = matches!(shown.ticks.get(column), Some(Some(_)));
        amend(desk, Spot::Tick(line, column), Some(Said::Flag(!ticked)))
    }

    pub(super) fn write(
        &mut self,
        desk: &Desk<'_>,
        change: impl FnOnce(&mut Draft),
    ) -> Action<Message> {
        let Some((line, shown)) = at(desk, self.cursor.line) else {
            return Action::None;
        };
        let draft = self.draft.get_or_insert_with(|| Draft {
            line,
            title: shown.title.clone(),
            period: shown.period_raw.clone(),
            touched: desk.now,
        });
        change(draft);
        draft.touched = desk.now;
        Action::None
    }

    pub(super) fn add_line(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let Some(dossier) = dossier(desk) else {
            return Action::None;
        };
        let added = dossier.lines().into_iter().filter_map(|line| match line {
            Line::Added(index) => Some(index + 1),
            Line::Read(_) => None,
        });
        let line = Line::Added(added.max().unwrap_or(0));
        self.cursor.line = dossier.lines().len();
        self.middle = Middle::Coverage;
        let title = Said::Text(t!("dossier-line-new"));
        change(Change::Amend(Spot::Title(line), Some(title)))
    }
}

/// Corrects a spot; what is said as it was read is no correction.
pub(super) fn amend(desk: &Desk<'_>, spot: Spot, said: Option<Said>) -> Action<Message> {
    let said =
        said.filter(|said| dossier(desk).and_then(|it| as_read(it, spot)).as_ref() != Some(said));
    change(Change::Amend(spot, said))
}

/// Returns what the file says of a spot; none for what it cannot say.
pub(super) fn as_read(dossier: &Dossier, spot: Spot) -> Option<Said> {
    let line = match spot.line()? {
        Line::Read(index) => dossier.as_read()?.realisations.get(index),
        Line::Added(_) => None,
    };
    Some(match spot {
        Spot::Checked => return None,
        Spot::Title(_) => Said::Text(line?.title.clone()),
        Spot::Period(_) => Said::Text(line?.period_raw.clone()),
        Spot::Section(_) => Said::Section(line?.section?),
        Spot::Counts(_) => Said::Flag(line.is_some()),
        Spot::Tick(_, column) => {
            Said::Flag(line.is_some_and(|line| matches!(line.ticks.get(column), Some(Some(_)))))
        }
    })
}

pub(super) fn restore(desk: &Desk<'_>, line: Line) -> Action<Message> {
    let amendments = dossier(desk).map(Dossier::amendments);
    let spots = amendments.into_iter().flat_map(|known| known.keys());
    let mut spots: Vec<Spot> = spots
        .filter(|spot| spot.line() == Some(line))
        .copied()
        .collect();
    // A line that the jury wrote goes with its title, so that goes last.
    spots.reverse();
    let changes = spots.into_iter().map(|spot| Change::Amend(spot, None));
    Action::Changes(Author::Commission, changes.collect())
}
