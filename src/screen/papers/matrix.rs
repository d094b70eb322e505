//! Which réalisation covers which competency: a table whose head and totals stay in sight, a cell in
//! front moved by the arrows, and a press or a key that corrects it.

use iced::widget::text::Wrapping;
use iced::widget::{column, container, mouse_area, row, space as gap};
use iced::{Alignment, Length};

use super::{Cursor, Message, Papers, covered, dossier, questions, reading};
use crate::domain::dossier::amend::{Line, Spot};
use crate::domain::dossier::findings::{Finding, findings};
use crate::domain::dossier::{Dossier, Doubt, Place, Reading, Realisation};
use crate::screen::Desk;
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::frame::{line, line_down, notice, scrolled};
use crate::widget::{Element, control};

/// More lines than this are shown on one line of text each.
const SHORT: usize = 9;
/// Height of a line of one line of text.
const DENSE: f32 = 28.0;
/// Width left to the cells of the competencies together.
const CELLS: f32 = 342.0;

/// Returns the name of the container of a line, to scroll it into sight.
pub fn line_id(index: usize) -> String {
    format!("line-{index}")
}

/// Draws the table, what it lacks, and the questions under it.
pub fn view<'a>(screen: &'a Papers, desk: &Desk<'a>) -> Element<'a, Message> {
    let (Some(dossier), Some(reading)) = (dossier(desk), reading(desk)) else {
        return scrolled(
            column![nothing(desk), questions::view(screen, desk)].spacing(space::L),
            "coverage",
        );
    };
    let long = reading.realisations.len() > SHORT;
    let head = head(desk, long);
    let body = body(screen, desk, dossier, reading, long);
    let totals = totals(desk, reading);
    let lacks = lacks(desk, reading);
    let questions = questions::view(screen, desk);
    if long {
        let body = scrolled(body, "coverage");
        let table = column![head, line(), body, line(), totals];
        let table = container(table)
            .padding(1)
            .height(Length::Fill)
            .style(look::framed);
        let under = container(scrolled(
            container(questions).padding(iced::Padding::ZERO.right(14)),
            "questions",
        ))
        .height(if screen.asking.is_some() { 210 } else { 140 });
        return column![table, lacks, under].spacing(space::S).into();
    }
    let table = container(column![head, body, line(), totals])
        .padding(1)
        .style(look::framed);
    // The bar of the scroll has its own place beside the table.
    let zone = column![table, lacks, questions].spacing(space::S);
    let zone = container(zone).padding(iced::Padding::ZERO.right(14));
    scrolled(zone, "coverage")
}

fn nothing<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    if dossier(desk).is_some() {
        return typeface::body(t!("dossier-no-tableau"))
            .style(typeface::secondary)
            .into();
    }
    column![
        typeface::section(t!("dossier-empty-title")),
        typeface::body(t!("dossier-empty-text")).style(typeface::secondary)
    ]
    .spacing(space::XS)
    .into()
}

fn width(desk: &Desk<'_>) -> f32 {
    let columns = covered(desk).count().max(1);
    let columns = u16::try_from(columns).map_or(f32::MAX, f32::from);
    (CELLS / columns).clamp(34.0, 62.0)
}

fn head<'a>(desk: &Desk<'a>, long: bool) -> Element<'a, Message> {
    let width = width(desk);
    let title = typeface::reference_strong(t!("dossier-realisation"));
    let mut head = row![
        container(title)
            .padding([0.0, space::S])
            .center_y(Length::Fill)
            .width(Length::Fill)
    ]
    .height(50);
    for row in covered(desk) {
        let name = container(typeface::reference(row.narrow.as_str()))
            .center_x(Length::Fill)
            .center_y(Length::Fill)
            .padding(2);
        head = head.push(row![line_down(), name].width(width));
    }
    if long {
        // Under the head, the bar of the scroll takes this much.
        head = head.push(gap().width(12));
    }
    container(head).style(look::hollow).into()
}

fn body<'a>(
    screen: &'a Papers,
    desk: &Desk<'a>,
    dossier: &'a Dossier,
    reading: &'a Reading,
    long: bool,
) -> Element<'a, Message> {
    let names = dossier.lines();
    let doubtful = doubtful(reading);
    let mut table = column![];
    let mut section = None;
    let lines = names.iter().zip(&reading.realisations).enumerate();
    for (index, (name, realisation)) in lines {
        if realisation.section != section {
            section = realisation.section;
            let title = section.and_then(|section| reading.sections.get(section));
            if let Some(title) = title {
                let title = typeface::reference(title.as_str()).style(typeface::secondary);
                let title = container(title)
                    .padding([3.0, space::S])
                    .width(Length::Fill);
                table = table.push(line()).push(title.style(look::ground));
            }
        }
        let entry = Entry {
            index,
            name: *name,
            realisation,
            dossier,
            doubtful: &doubtful,
            long,
        };
        table = table.push(line()).push(entry.view(screen, desk));
    }
    if long {
        table = table.padding(iced::Padding::ZERO.right(12));
    }
    table.into()
}

/// One line of the table.
struct Entry<'a, 'b> {
    index: usize,
    name: Line,
    realisation: &'a Realisation,
    dossier: &'a Dossier,
    doubtful: &'b [Place],
    long: bool,
}

impl<'a> Entry<'a, '_> {
    fn view(&self, screen: &Papers, desk: &Desk<'a>) -> Element<'a, Message> {
        let width = width(desk);
        let current = screen.cursor.line == self.index;
        let mut entry = row![self.title()].align_y(Alignment::Center);
        for column in 0..covered(desk).count() {
            let cursor = Cursor {
                line: self.index,
                column,
            };
            let cell = self.cell(column, screen.cursor == cursor);
            let open = desk.seat.record.sealed.is_none();
            let cell =
                container(cell)
                    .center_x(width)
                    .center_y(if self.long { DENSE } else { 42.0 });
            let cell = mouse_area(cell);
            entry = entry.push(if open {
                cell.on_press(Message::Tick(self.index, column))
            } else {
                cell.on_press(Message::Look(self.index, Some(column)))
            });
        }
        let entry = container(entry).id(line_id(self.index)).width(Length::Fill);
        let entry = if current {
            entry.style(look::now)
        } else {
            entry
        };
        mouse_area(entry)
            .on_press(Message::Look(self.index, None))
            .into()
    }

    fn title(&self) -> Element<'a, Message> {
        let title = typeface::dense_strong(self.realisation.title.as_str());
        let period = typeface::tabular_reference(self.realisation.period_raw.as_str())
            .style(typeface::secondary);
        if !self.long {
            return container(column![title, period])
                .padding([3.0, space::S])
                .width(Length::Fill)
                .into();
        }
        let title = container(title.wrapping(Wrapping::None))
            .width(Length::Fill)
            .clip(true);
        let period = container(period.wrapping(Wrapping::None))
            .width(96)
            .clip(true);
        row![title, period]
            .spacing(space::S)
            .padding([0.0, space::S])
            .width(Length::Fill)
            .into()
    }

    /// A box when the cell is ticked; its ground says that it was corrected, or is to be checked.
    fn cell(&self, column: usize, cursor: bool) -> Element<'a, Message> {
        let ticked = matches!(self.realisation.ticks.get(column), Some(Some(_)));
        let inside: Element<'a, Message> = if ticked {
            control::tick_box(true)
        } else {
            gap().width(20).height(20).into()
        };
        let spot = Spot::Tick(self.name, column);
        let corrected = self.dossier.amendments().contains_key(&spot);
        let place = self.realisation.tick_places.get(column).copied().flatten();
        let doubtful = place.is_some_and(|place| self.doubtful.contains(&place));
        let cell = container(inside).padding(2);
        let cell = if cursor {
            cell.style(look::cursor(false))
        } else if corrected {
            cell.style(look::corrected)
        } else if doubtful && !self.dossier.is_checked() {
            cell.style(look::doubtful)
        } else {
            cell
        };
        cell.into()
    }
}

/// Returns the cells that the reader is not sure of.
fn doubtful(reading: &Reading) -> Vec<Place> {
    let found = findings(reading, None);
    let place = |finding: &Finding| match finding {
        Finding::OddTick { row, column } => {
            let places = &reading.realisations.get(*row)?.tick_places;
            places.get(*column).copied().flatten()
        }
        Finding::Doubt(
            Doubt::Tick(place) | Doubt::Sign(place) | Doubt::Straddling(place) | Doubt::Cut(place),
        ) => Some(*place),
        _ => None,
    };
    found.iter().filter_map(place).collect()
}

fn totals<'a>(desk: &Desk<'a>, reading: &'a Reading) -> Element<'a, Message> {
    let width = width(desk);
    let lines = reading.realisations.len();
    let mut totals = row![
        container(typeface::dense_bold(t!("dossier-count", count = lines)))
            .padding([0.0, space::S])
            .center_y(Length::Fill)
            .width(Length::Fill)
    ]
    .height(34);
    for (column, _) in covered(desk).enumerate() {
        let count = reading.covering(column).count();
        let cell = container(typeface::tabular_strong(count.to_string()))
            .center_x(width)
            .center_y(Length::Fill);
        totals = totals.push(if count == 0 {
            cell.style(look::lack)
        } else {
            cell
        });
    }
    if lines > SHORT {
        totals = totals.push(gap().width(12));
    }
    totals.into()
}

/// What no réalisation covers, in one line, with the gesture that prepares a question on it.
fn lacks<'a>(desk: &Desk<'a>, reading: &'a Reading) -> Option<Element<'a, Message>> {
    let missing: Vec<_> = covered(desk)
        .enumerate()
        .filter(|(column, _)| reading.uncovered.contains(column))
        .map(|(_, row)| row)
        .collect();
    let first = missing.first()?;
    let names: Vec<&str> = missing.iter().map(|row| row.short.as_str()).collect();
    let words = typeface::dense(t!("dossier-uncovered", row = names.join(", ")));
    let open = desk.seat.record.sealed.is_none();
    let ask = open.then(|| {
        Element::from(
            control::quiet_alert(t!("dossier-prepare"))
                .on_press(Message::Ask(Some(first.id.clone()))),
        )
    });
    let line = row![container(words).width(Length::Fill), ask].align_y(Alignment::Center);
    Some(notice(line))
}
