//! The columns that choose a level, with their texts: those of the grid, or the row's own.

use super::{Interrogation, Message, is_long};
use crate::domain::grid::{Grid, Row};
use crate::domain::id::LevelId;
use crate::screen::Desk;
use crate::style::space::Class;
use crate::widget::{Element, level};

/// Beside the list of rows, more columns than this have no room for a word beside the sign.
const MOST_BESIDE_LIST: usize = 5;

/// Returns the texts of a level for a row.
pub(super) fn texts(grid: &Grid, row: &Row, level: &LevelId) -> Vec<String> {
    if !row.descriptors.is_empty() {
        let own = row.descriptor(level).map(|own| own.text.clone());
        return own.into_iter().filter(|text| !text.is_empty()).collect();
    }
    let cells = grid.rubric.cells.iter();
    cells
        .filter(|cell| cell.level == *level)
        .map(|cell| cell.text.clone())
        .collect()
}

impl Interrogation {
    pub(super) fn rubric<'a>(&self, desk: &Desk<'_>, current: &Row) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let own = desk.seat.own();
        let columns: Vec<level::Column> = grid
            .levels_of(current)
            .map(|known| level::Column {
                level: desk.shown_on(current, &known.id),
                chosen: own.levels.get(&current.id) == Some(&known.id),
                texts: texts(grid, current, &known.id),
            })
            .collect();
        // A row may lack some levels of the scale: the keys stay those of the scale.
        let keys: Vec<usize> = columns.iter().map(|column| column.level.digit).collect();
        let choose = move |index: usize| Message::Level(keys.get(index).copied().unwrap_or(index));
        let choose: &dyn Fn(usize) -> Message = &choose;
        let crowded = is_long(grid) && columns.len() > MOST_BESIDE_LIST;
        let can = desk.seat.can_tick() && !desk.seat.waived.contains(&current.id);
        let layout = if desk.class < Class::Large || crowded {
            level::Layout::Heads
        } else if self.folded {
            level::Layout::Folded
        } else {
            level::Layout::Full
        };
        level::rubric(&columns, layout, can.then_some(choose))
    }
}
