//! Settling: the rows on which the members differ, both official descriptors side by side, and
//! one level chosen by the commission. Never a mean.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Action, Desk, Stage};
use crate::domain::commission::{Seen, Ticking};
use crate::domain::edit::{Author, Change};
use crate::domain::id::{IndicatorId, LevelId};
use crate::domain::reconcile::{Comparison, Gap, Sight, WIDE_GAP};
use crate::keymap::Command;
use crate::style::{self, container as look, space, typeface};
use crate::t;
use crate::widget::focus::focus;
use crate::widget::frame::{edge, edge_down, foot, line, scrolled, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, level};

/// The state of the screen: the row that is open, and the level under discussion.
#[derive(Debug, Default)]
pub struct Conciliation {
    row: Option<usize>,
    choice: Option<LevelId>,
    folded: bool,
    /// Whether the rows on which the members agree are shown too.
    all: bool,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens a row.
    Row(usize),
    /// A level under discussion, by its position.
    Choose(usize),
    /// Shows the rows on which the members agree, or hides them.
    All,
    /// Retains it.
    Retain,
    /// The next row to settle.
    Next,
    /// Takes back.
    Undo,
    /// On to the decision.
    Decide,
    /// The papers.
    Papers,
}

impl Conciliation {
    /// Opens the first row to settle, when none is open.
    pub fn follow(&mut self, desk: &Desk<'_>) {
        if self.row.is_none() {
            let first = self.open_rows(desk).first().copied();
            self.row = first;
        }
    }

    /// The rows to settle, in the order in which they are shown.
    fn open_rows(&self, desk: &Desk<'_>) -> Vec<usize> {
        let is_open = |row: &usize| {
            let comparison = desk.seat.comparisons.get(*row);
            comparison.is_some_and(Comparison::is_open)
        };
        disputed(desk).into_iter().filter(is_open).collect()
    }

    /// The rows in sight: those on which the members differ, then the others if they are shown.
    fn shown_rows(&self, desk: &Desk<'_>) -> Vec<usize> {
        let mut rows = disputed(desk);
        if self.all || rows.is_empty() {
            rows.extend(agreed(desk));
        }
        rows
    }

    /// The row in sight before or after the open one.
    fn step(&self, desk: &Desk<'_>, forward: bool) -> Option<usize> {
        let rows = self.shown_rows(desk);
        let at = self
            .row
            .and_then(|row| rows.iter().position(|shown| *shown == row));
        let next = match (at, forward) {
            (None, _) => 0,
            (Some(at), true) => (at + 1).min(rows.len().saturating_sub(1)),
            (Some(at), false) => at.saturating_sub(1),
        };
        rows.get(next).copied()
    }

    fn go(&mut self, row: Option<usize>) -> Action<Message> {
        self.row = row;
        self.choice = None;
        Action::None
    }

    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message, desk: &Desk<'_>) -> Action<Message> {
        match message {
            Message::Row(row) => self.go(if self.row == Some(row) {
                None
            } else {
                Some(row)
            }),
            Message::Choose(position) => {
                let sealed = desk.seat.record.sealed.is_some();
                let level = desk
                    .header
                    .grid
                    .levels
                    .get(position)
                    .filter(|_| !sealed && self.row.is_some());
                if let Some(level) = level {
                    self.choice = Some(level.id.clone());
                }
                Action::None
            }
            Message::All => {
                self.all = !self.all;
                Action::None
            }
            Message::Retain => self.retain(desk),
            Message::Next => self.next(desk, true),
            Message::Undo => Action::Undo(Author::Commission),
            Message::Decide => Action::Go(Stage::Decision),
            Message::Papers => Action::Go(Stage::Dossier),
        }
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Action<Message> {
        match command {
            Command::Level(position) => self.update(Message::Choose(position), desk),
            Command::Clear => self.clear(desk),
            Command::Previous | Command::Up => self.go(self.step(desk, false)),
            Command::Next | Command::Down => self.go(self.step(desk, true)),
            Command::Consult => self.update(Message::All, desk),
            Command::Open => self.retain(desk),
            Command::NextOpen => self.next(desk, true),
            Command::PreviousOpen => self.next(desk, false),
            Command::Fold => {
                self.folded = !self.folded;
                Action::None
            }
            Command::Confirm => Action::Go(Stage::Decision),
            Command::Undo => Action::Undo(Author::Commission),
            Command::Redo => Action::Redo(Author::Commission),
            _ => Action::None,
        }
    }

    fn retain(&mut self, desk: &Desk<'_>) -> Action<Message> {
        let comparison = self.row.and_then(|row| desk.seat.comparisons.get(row));
        let (Some(comparison), Some(choice)) = (comparison, self.choice.take()) else {
            return Action::None;
        };
        let change = Change::Level(comparison.row.clone(), Some(choice));
        // The row just settled does not count any more.
        let at = self.row.unwrap_or(0);
        let open = self.open_rows(desk);
        let after = open.iter().skip_while(|row| **row != at).skip(1);
        let others = open.iter().filter(|row| **row != at);
        self.row = after.chain(others).next().copied();
        Action::Change(Author::Commission, change)
    }

    fn clear(&mut self, desk: &Desk<'_>) -> Action<Message> {
        if self.choice.take().is_some() {
            return Action::None;
        }
        match self.row.and_then(|row| desk.seat.comparisons.get(row)) {
            Some(comparison) if comparison.settled.is_some() => Action::Change(
                Author::Commission,
                Change::Level(comparison.row.clone(), None),
            ),
            _ => Action::None,
        }
    }

    fn next(&mut self, desk: &Desk<'_>, forward: bool) -> Action<Message> {
        let mut rows = self.shown_rows(desk);
        let open = self.open_rows(desk);
        if !forward {
            rows.reverse();
        }
        let here = rows.iter().position(|row| self.row == Some(*row));
        let start = here.map_or(0, |here| here + 1);
        let (before, after) = rows.split_at(start.min(rows.len()));
        let next = after.iter().chain(before).find(|row| open.contains(row));
        match next {
            Some(row) => self.go(Some(*row)),
            None => Action::None,
        }
    }

    /// Draws the screen under the band.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        if !desk.seat.graded {
            return waiting(desk);
        }
        if desk.seat.ticking == Ticking::Common {
            return sentence(t!("conciliation-common"), true);
        }
        let open = self.open_rows(desk).len();
        let disagreements = desk
            .seat
            .comparisons
            .iter()
            .filter(|row| row.is_disagreement())
            .count();
        let total = desk.header.grid.rows.len();
        let summary = if disagreements == 0 {
            row![typeface::section(t!("conciliation-none", total = total))]
        } else {
            let settled = (disagreements - open).to_string();
            row![
                typeface::section(t!(
                    "conciliation-summary",
                    count = disagreements,
                    total = total.to_string()
                )),
                typeface::dense(t!(
                    "conciliation-progress",
                    settled = settled,
                    open = open.to_string()
                ))
                .style(typeface::secondary),
                gap::horizontal(),
                typeface::dense(t!("conciliation-open")).style(typeface::secondary),
                Element::from(
                    control::secondary(t!("conciliation-next"))
                        .dense()
                        .key(Command::NextOpen.key())
                        .on_press_maybe((open > 0).then_some(Message::Next))
                ),
            ]
        };
        let head = container(summary.spacing(space::L).align_y(Alignment::Center))
            .height(48)
            .width(Length::Fill)
            .padding([0.0, space::XXL])
            .align_y(Alignment::Center)
            .style(look::surface);
        let mut rows: Vec<Element<'a, Message>> = Vec::new();
        let agreeing = agreed(desk).len();
        for (position, index) in self.shown_rows(desk).into_iter().enumerate() {
            if position == disagreements && disagreements > 0 {
                rows.push(self.agreeing(agreeing));
            }
            if let Some(comparison) = desk.seat.comparisons.get(index) {
                rows.push(if self.row == Some(index) {
                    self.unfolded(desk, index, comparison)
                } else {
                    folded(desk, index, comparison)
                });
            }
        }
        if !self.all && disagreements > 0 && agreeing > 0 {
            rows.push(self.agreeing(agreeing));
        }
        let list = container(column(rows).spacing(6)).padding([space::S, space::XXL]);
        let label = if open > 0 {
            t!("conciliation-go-left", count = open)
        } else {
            t!("conciliation-go")
        };
        let main = control::primary(label)
            .dense()
            .on_press_maybe((open == 0).then_some(Message::Decide))
            .id("main");
        let end = row![
            match desk.said {
                Some(said) => typeface::dense_strong(said),
                None => typeface::dense(t!("conciliation-no-mean")).style(typeface::secondary),
            },
            gap::horizontal(),
            Element::from(
                control::quiet(t!("undo"))
                    .icon(Icon::Undo)
                    .on_press(Message::Undo)
            ),
            Element::from(main),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        let list = container(scrolled(list, "rows"))
            .style(look::ground)
            .height(Length::Fill);
        column![head, edge(), list, edge(), foot(end)].into()
    }

    /// The line that folds the rows on which the members agree.
    fn agreeing<'a>(&self, count: usize) -> Element<'a, Message> {
        let words = if self.all {
            t!("conciliation-agreeing-hide", count = count)
        } else {
            t!("conciliation-agreeing-show", count = count)
        };
        control::quiet(words)
            .icon(if self.all { Icon::Down } else { Icon::Forward })
            .key(Command::Consult.key())
            .on_press(Message::All)
            .id("agreeing")
            .into()
    }

    fn unfolded<'a>(
        &self,
        desk: &Desk<'a>,
        index: usize,
        comparison: &'a Comparison,
    ) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let title = grid
            .row(&comparison.row)
            .map(|row| row.title.trim_end_matches('.'))
            .unwrap_or_default();
        let alert: Element<'a, Message> = match comparison.gap(grid) {
            Gap::None => gap().into(),
            Gap::Steps(steps) if steps < WIDE_GAP => {
                typeface::dense(t!("conciliation-gap", steps = steps))
                    .style(typeface::secondary)
                    .into()
            }
            Gap::Steps(steps) => warning(t!("conciliation-gap", steps = steps)),
            Gap::OffScale => warning(t!("conciliation-off-scale")),
        };
        let reading = desk
            .seat
            .record
            .dossier
            .as_ref()
            .and_then(|dossier| dossier.reading.as_ref());
        let covering = reading
            .zip(grid.coverage_column(&comparison.row))
            .map_or(0, |(reading, column)| reading.covering(column).count());
        let papers = (covering > 0).then(|| {
            let label = t!("conciliation-realisations", count = covering);
            Element::from(control::quiet(label).on_press(Message::Papers))
        });
        let head = row![
            typeface::tabular(number(desk, comparison, index)),
            container(typeface::section(title)).max_width(760),
            alert,
            gap::horizontal(),
            papers,
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        let head = container(head).padding([6.0, space::M]);
        let mut content = column![head, line()];
        if !self.folded {
            content = content.push(
                row![
                    self.descriptors(desk, comparison),
                    observations(desk, comparison)
                ]
                .height(Length::Shrink),
            );
        }
        let settled = comparison.settled.as_ref();
        let chosen = self.choice.as_ref().or(settled);
        let allowed = |known: &crate::domain::grid::Level| {
            grid.row(&comparison.row)
                .is_some_and(|row| grid.allows(row, &known.id))
        };
        let known = grid.levels.iter().enumerate();
        let known = known.filter(|(_, known)| allowed(known));
        let buttons = known.map(|(position, known)| {
            let names = comparison
                .levels
                .iter()
                .enumerate()
                .filter(|(_, level)| **level == known.id);
            let names: Vec<String> = names.map(|(member, _)| desk.member(member)).collect();
            let detail = (!names.is_empty()).then(|| names.join(", "));
            let open = desk.seat.record.sealed.is_none();
            level::choice(
                &desk.shown(&known.id),
                detail,
                chosen == Some(&known.id),
                open.then_some(Message::Choose(position)),
            )
        });
        let retain = control::primary(t!("conciliation-retain"))
            .tall()
            .key(Command::Open.key())
            .on_press_maybe(self.choice.is_some().then_some(Message::Retain))
            .id("retain");
        let foot = row![
            container(typeface::label(t!("conciliation-level"))).width(96),
            row(buttons).spacing(6).width(Length::Fill),
            Element::from(retain),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let foot = container(foot)
            .padding([space::S, space::M])
            .style(look::ground);
        container(content.push(line()).push(foot))
            .padding(2)
            .style(look::current)
            .into()
    }

    fn descriptors<'a>(&self, desk: &Desk<'a>, comparison: &'a Comparison) -> Element<'a, Message> {
        let grid = &desk.header.grid;
        let mut heads = row![gap().width(112)]
            .align_y(Alignment::Center)
            .spacing(space::S);
        for (member, id) in comparison.levels.iter().enumerate() {
            let head = row![
                typeface::dense_bold(desk.member(member)),
                level::chip(&desk.shown(id))
            ]
            .spacing(space::S)
            .align_y(Alignment::Center);
            heads = heads.push(container(head).width(Length::Fill));
        }
        let mut table = column![
            container(heads)
                .padding([4.0, space::M])
                .style(look::ground)
        ];
        if let Some(own) = grid
            .row(&comparison.row)
            .filter(|row| !row.descriptors.is_empty())
        {
            let mut texts = row![gap().width(112)].spacing(space::S);
            for id in &comparison.levels {
                let text = own.descriptor(id).map(|own| own.text.as_str());
                let text = typeface::dense(text.unwrap_or_default());
                texts = texts.push(container(text).width(Length::Fill));
            }
            let texts = container(texts).padding([4.0, space::M]);
            return container(table.push(line()).push(texts))
                .width(Length::Fill)
                .into();
        }
        for (index, aspect) in grid.rubric.aspects.iter().enumerate() {
            let mut texts = row![
                container(typeface::reference(aspect.short.as_str()).style(typeface::secondary))
                    .width(112)
            ]
            .spacing(space::S);
            for id in &comparison.levels {
                // A text that spans several aspects stands beside the first alone.
                let cell = grid
                    .descriptor(id, index)
                    .filter(|cell| cell.aspect == index);
                let text = cell.map(|cell| cell.text.as_str()).unwrap_or_default();
                texts = texts.push(container(typeface::dense(text)).width(Length::Fill));
            }
            table = table
                .push(line())
                .push(container(texts).padding([4.0, space::M]));
        }
        container(table).width(Length::Fill).into()
    }
}

/// The rows on which the members differ, the widest gap first, then as on the form.
fn disputed(desk: &Desk<'_>) -> Vec<usize> {
    let grid = &desk.header.grid;
    let rows = desk.seat.comparisons.iter().enumerate();
    let mut rows: Vec<(Gap, usize)> = rows
        .filter(|(_, comparison)| comparison.is_disagreement())
        .map(|(index, comparison)| (comparison.gap(grid), index))
        .collect();
    rows.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
    rows.into_iter().map(|(_, index)| index).collect()
}

fn agreed(desk: &Desk<'_>) -> Vec<usize> {
    let rows = desk.seat.comparisons.iter().enumerate();
    rows.filter(|(_, comparison)| !comparison.is_disagreement())
        .map(|(index, _)| index)
        .collect()
}

fn warning<'a>(text: String) -> Element<'a, Message> {
    container(signed(Icon::Alert, typeface::reference_strong(text)))
        .padding([2.0, space::S])
        .style(look::notice)
        .into()
}

/// The number of a row on the form: rows that are waived are not compared.
fn number(desk: &Desk<'_>, comparison: &Comparison, index: usize) -> String {
    let grid = &desk.header.grid;
    let number = grid.row_index(&comparison.row).unwrap_or(index);
    (number + 1).to_string()
}

fn observations<'a>(desk: &Desk<'a>, comparison: &'a Comparison) -> Element<'a, Message> {
    if comparison.indicators.is_empty() {
        return gap().width(0).into();
    }
    let mut heads = row![
        container(typeface::label(t!(
            "conciliation-indicators",
            count = comparison.indicators.len()
        )))
        .width(Length::Fill)
    ]
    .align_y(Alignment::Center);
    for member in 0..desk.header.members.len() {
        let name = t!("column-member", number = (member + 1).to_string());
        heads =
            heads.push(container(typeface::reference(name).style(typeface::secondary)).width(74));
    }
    let mut table = column![heads].spacing(4);
    for indicator in &comparison.indicators {
        let text = desk
            .header
            .grid
            .indicator(indicator)
            .map(|(_, indicator)| indicator.text.as_str());
        let mut cells =
            row![container(typeface::reference(text.unwrap_or_default())).width(Length::Fill)]
                .align_y(Alignment::Center)
                .spacing(space::XS);
        for member in 0..desk.header.members.len() {
            cells = cells.push(container(seen(desk, member, indicator)).width(74));
        }
        table = table.push(line()).push(cells);
    }
    row![
        edge_down(),
        container(scrolled(
            container(table).padding([6.0, space::M]),
            "observations"
        ))
        .width(326)
        .height(220)
    ]
    .height(Length::Shrink)
    .into()
}

fn seen<'a>(desk: &Desk<'_>, member: usize, indicator: &IndicatorId) -> Element<'a, Message> {
    let seen = match desk.seat.sights.get(member) {
        Some(Sight::Open(column)) => column.seen.get(indicator).copied(),
        _ => None,
    };
    let (sign, key) = match seen {
        Some(Seen::Yes) => (Icon::Check, "seen-yes"),
        Some(Seen::Partly) => (Icon::Minus, "seen-partly"),
        Some(Seen::No) => (Icon::Cross, "seen-no"),
        None => return typeface::reference(t!("conciliation-not-seen")).into(),
    };
    signed(sign, typeface::reference(t!(key)))
}

fn folded<'a>(desk: &Desk<'a>, index: usize, comparison: &'a Comparison) -> Element<'a, Message> {
    let short = desk
        .header
        .grid
        .row(&comparison.row)
        .map(|row| row.short.as_str())
        .unwrap_or_default();
    let mut line = row![
        container(typeface::tabular(number(desk, comparison, index))).width(28),
        container(typeface::body(short)).width(420)
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center);
    if comparison.is_disagreement() {
        for (member, id) in comparison.levels.iter().enumerate() {
            line = line
                .push(typeface::dense(desk.member(member)).style(typeface::secondary))
                .push(level::chip(&desk.shown(id)))
                .push(gap().width(space::S));
        }
    } else if let Some(id) = comparison.levels.first() {
        line = line.push(level::chip(&desk.shown(id)));
    }
    line = line.push(gap::horizontal());
    line = match (&comparison.settled, comparison.is_disagreement()) {
        (Some(id), _) => line
            .push(typeface::dense_strong(t!("conciliation-settled")))
            .push(level::chip(&desk.shown(id)))
            .push(signed(Icon::Check, typeface::dense(""))),
        (None, true) => line.push(signed_in(
            Icon::Swap,
            typeface::dense_strong(t!("conciliation-waiting")),
            typeface::alert,
        )),
        (None, false) => line.push(signed_in(
            Icon::Check,
            typeface::dense(t!("conciliation-agreement")),
            typeface::secondary,
        )),
    };
    let message = Message::Row(index);
    let button = button(container(line).center_y(Length::Fill))
        .padding([0.0, space::M])
        .height(38)
        .width(Length::Fill)
        .style(style::button::card)
        .on_press(message.clone());
    focus(button, Some(message)).into()
}

fn waiting<'a>(desk: &Desk<'_>) -> Element<'a, Message> {
    if desk.seat.ticking == Ticking::Common {
        return sentence(t!("conciliation-common-wait"), false);
    }
    let waits = super::interrogation::waited_for(desk);
    let names: Vec<String> = waits
        .into_iter()
        .map(|member| desk.member(member))
        .collect();
    sentence(t!("conciliation-wait", member = names.join(", ")), false)
}

fn sentence<'a>(text: String, go: bool) -> Element<'a, Message> {
    let mut content = column![typeface::section(text)]
        .spacing(space::L)
        .align_x(Alignment::Center);
    if go {
        content = content.push(Element::from(
            control::primary(t!("conciliation-go")).on_press(Message::Decide),
        ));
    }
    container(content)
        .center_x(Length::Fill)
        .center_y(Length::Fill)
        .style(look::ground)
        .into()
}
