//! Entering the centre's list: its lines, what is doubtful, what each changes in a commission under
//! way, and what its columns say. Nothing is changed before « Importer ».

mod columns;
mod table;

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use crate::domain::commission::Commission;
use crate::domain::grid::Grid;
use crate::domain::id::CandidateId;
use crate::domain::roster::Moment;
use crate::domain::roster::difference::{Difference, Fate, What, differences, try_out};
use crate::domain::roster::list::{Doubt, Field, List};
use crate::dossier::roster::{self, Columns, Table};
use crate::keymap::Command;
use crate::style::{space, typeface};
use crate::widget::frame::{signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};
use crate::{t, words};

/// Width of the dialog.
pub const WIDTH: f32 = 980.0;

/// A list about to be entered.
#[derive(Debug, Clone)]
pub struct Import {
    file: String,
    table: Table,
    columns: Columns,
    list: List,
    changes: Vec<Difference>,
    /// Whether the commission has candidates already, so that changes are what counts.
    under_way: bool,
    page: Page,
    /// Number of the other commission, being written for somebody who is not on the list.
    elsewhere: Vec<(CandidateId, String)>,
}

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Page {
    /// The lines.
    Lines,
    /// What the columns say; one is being changed.
    Columns(usize),
    /// One line, cell by cell: its number, and what is written under each column.
    Line(u32, Vec<(usize, String)>),
}

/// A gesture on the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Shows the lines.
    Lines,
    /// Shows what the columns say, one of them to be changed.
    Column(usize),
    /// Says what that column says.
    Says(usize, Option<Field>),
    /// Opens a line to correct it.
    Line(u32),
    /// A cell of that line, by its column.
    Cell(usize, String),
    /// Corrects the line.
    Correct,
    /// What becomes of somebody who is not on the list.
    Fate(CandidateId, Fate),
    /// Number of the commission that hears them.
    Elsewhere(CandidateId, String),
    /// Enters the list.
    Import,
    /// Gives up.
    Cancel,
}

const CELL_IDS: [&str; 12] = [
    "cell-1", "cell-2", "cell-3", "cell-4", "cell-5", "cell-6", "cell-7", "cell-8", "cell-9",
    "cell-10", "cell-11", "cell-12",
];

impl Import {
    /// Returns the dialog of a list for a commission, its columns as given.
    pub fn new(
        file: String,
        table: Table,
        columns: Columns,
        commission: &Commission,
        now: Moment,
    ) -> Self {
        let page = if columns.name_candidates() {
            Page::Lines
        } else {
            Page::Columns(0)
        };
        let mut import = Self {
            file,
            table,
            columns,
            list: List::default(),
            changes: Vec::new(),
            under_way: !commission.records.is_empty(),
            page,
            elsewhere: Vec::new(),
        };
        import.read(commission, now);
        import
    }

    /// Returns the list's table and what its columns say, to be remembered.
    pub fn columns(&self) -> (&Table, &Columns) {
        (&self.table, &self.columns)
    }

    /// Returns what is to be entered.
    pub fn changes(&self) -> &[Difference] {
        &self.changes
    }

    fn read(&mut self, commission: &Commission, now: Moment) {
        let grid: &Grid = commission.grid();
        self.list = if self.columns.name_candidates() {
            roster::list(&self.table, &self.columns, grid)
        } else {
            List::default()
        };
        let former = std::mem::take(&mut self.changes);
        self.changes = if self.list.entries.is_empty() {
            Vec::new()
        } else {
            differences(commission, &self.list, now)
        };
        // What was said of those who are gone still holds after a line was corrected.
        for change in &mut self.changes {
            let said = former.iter().find(|known| known.number == change.number);
            if let (What::Gone(fate), Some(What::Gone(said))) =
                (&mut change.what, said.map(|known| &known.what))
            {
                fate.clone_from(said);
            }
        }
        try_out(commission, &mut self.changes, now);
    }

    /// Reacts to a gesture; `Import` and `Cancel` are the caller's.
    pub fn update(&mut self, message: Message, commission: &Commission, now: Moment) {
        match message {
            Message::Lines => self.page = Page::Lines,
            Message::Column(column) => self.page = Page::Columns(column),
            Message::Says(column, field) => {
                self.columns.set(column, field);
                self.read(commission, now);
            }
            Message::Line(line) => {
                let cells = self.columns.fields.iter().enumerate();
                let at = self
                    .table
                    .lines
                    .iter()
                    .position(|known| known.number == line);
                let cells = cells.filter(|(_, field)| field.is_some());
                let unread = self.list.entries.iter().any(|entry| {
                    let unread = [Doubt::ExtraTimeUnreadable, Doubt::ExtraTimePartly];
                    entry.line == line && unread.iter().any(|doubt| entry.doubts.contains(doubt))
                });
                let cells = cells.map(|(column, field)| {
                    // What was written there may be of a medical nature: it is not shown again.
                    let veiled = unread && *field == Some(Field::ExtraTime);
                    let at = at.filter(|_| !veiled);
                    let text = at.map_or("", |at| self.table.cell(at, column));
                    (column, text.to_owned())
                });
                self.page = Page::Line(line, cells.collect());
            }
            Message::Cell(column, text) => {
                if let Page::Line(_, cells) = &mut self.page
                    && let Some((_, cell)) = cells.iter_mut().find(|(known, _)| *known == column)
                {
                    *cell = text;
                }
            }
            Message::Correct => {
                if let Page::Line(line, cells) = std::mem::replace(&mut self.page, Page::Lines) {
                    for (column, text) in cells {
                        self.table.correct(line, column, text.trim());
                    }
                    self.read(commission, now);
                }
            }
            Message::Fate(number, fate) => self.settle(&number, fate, commission, now),
            Message::Elsewhere(number, to) => {
                self.elsewhere.retain(|(known, _)| *known != number);
                self.elsewhere.push((number.clone(), to.clone()));
                self.settle(&number, Fate::Moved(to), commission, now);
            }
            Message::Import | Message::Cancel => {}
        }
    }

    fn settle(&mut self, number: &CandidateId, fate: Fate, commission: &Commission, now: Moment) {
        for change in &mut self.changes {
            if change.number == *number
                && let What::Gone(known) = &mut change.what
            {
                known.clone_from(&fate);
            }
        }
        try_out(commission, &mut self.changes, now);
    }

    fn moved_to(&self, number: &CandidateId) -> &str {
        let written = self.elsewhere.iter().find(|(known, _)| known == number);
        written.map_or("", |(_, to)| to)
    }

    /// Returns how many changes would be written.
    fn count(&self) -> usize {
        let written = |change: &&Difference| !change.edits().is_empty() && change.refusal.is_none();
        self.changes.iter().filter(written).count()
    }

    /// Returns the first line that cannot be entered, or the first doubtful one.
    fn to_correct(&self) -> Option<u32> {
        let hopeless = self.list.entries.iter().find(|entry| !entry.is_usable());
        let doubtful = self.list.doubtful().next();
        hopeless.or(doubtful).map(|entry| entry.line)
    }

    /// Draws the dialog.
    pub fn view<'a>(&'a self, commission: &'a Commission) -> Element<'a, Message> {
        let head = row![
            typeface::title(t!("import-title")),
            gap::horizontal(),
            typeface::dense(self.file.as_str()).style(typeface::secondary),
        ]
        .align_y(Alignment::Center);
        let body = match &self.page {
            Page::Lines => table::view(self, commission),
            Page::Columns(column) => columns::view(self, *column),
            Page::Line(line, cells) => self.line(*line, cells),
        };
        column![head, self.summary(), body, self.foot()]
            .spacing(space::L)
            .into()
    }

    fn summary<'a>(&self) -> Element<'a, Message> {
        let known = self.list.usable().count();
        let doubtful = self.list.doubtful().count();
        let mut line = row![signed(
            Icon::Check,
            typeface::body(t!("import-known", count = known))
        )]
        .spacing(space::L)
        .align_y(Alignment::Center);
        if doubtful > 0 {
            line = line.push(signed_in(
                Icon::Alert,
                typeface::strong(t!("import-doubtful", count = doubtful)),
                typeface::alert,
            ));
        }
        line.push(gap::horizontal())
            .push(typeface::dense(t!("import-untouched")).style(typeface::secondary))
            .into()
    }

    fn line<'a>(&'a self, line: u32, cells: &'a [(usize, String)]) -> Element<'a, Message> {
        let headings = self.columns.headings(&self.table);
        let doubts = self
            .list
            .entries
            .iter()
            .find(|entry| entry.line == line)
            .map(|entry| entry.doubts.as_slice())
            .unwrap_or_default();
        let doubts = doubts.iter().map(|doubt| {
            signed_in(
                Icon::Alert,
                typeface::strong(words::doubt(doubt)),
                typeface::alert,
            )
        });
        let fields: Vec<Element<'a, Message>> = cells
            .iter()
            .enumerate()
            .map(|(index, (column, text))| {
                let said = self.columns.fields.get(*column).copied().flatten();
                let heading = headings.get(*column).cloned().unwrap_or_default();
                let label = said.map(words::field).unwrap_or(heading);
                let column = *column;
                field::labelled(
                    label,
                    "",
                    text,
                    CELL_IDS.get(index).copied().unwrap_or("cell"),
                    move |text| Message::Cell(column, text),
                    None,
                )
            })
            .collect();
        let mut rows = column![].spacing(space::M);
        let mut rest = fields.into_iter().peekable();
        while rest.peek().is_some() {
            rows = rows.push(row(rest.by_ref().take(3)).spacing(space::L));
        }
        column![
            typeface::section(t!("import-line", line = line.to_string())),
            column(doubts).spacing(space::XS),
            container(rows).height(table::HEIGHT - 60.0),
        ]
        .spacing(space::S)
        .into()
    }

    fn foot<'a>(&self) -> Element<'a, Message> {
        let cancel = control::secondary(t!("import-cancel"))
            .key(Command::Escape.key())
            .on_press(Message::Cancel)
            .id("default");
        let line = match &self.page {
            Page::Lines => {
                let correct = self.to_correct().map(|line| {
                    Element::from(
                        control::secondary(t!("import-correct", line = line.to_string()))
                            .on_press(Message::Line(line))
                            .id("correct-line"),
                    )
                });
                let count = self.count();
                let label = if self.under_way {
                    t!("import-changes", count = count)
                } else {
                    t!("import-go", count = count)
                };
                let go = control::primary(label)
                    .on_press_maybe((count > 0).then_some(Message::Import))
                    .id("import");
                row![
                    Element::from(
                        control::quiet(t!("import-columns")).on_press(Message::Column(0))
                    ),
                    gap::horizontal(),
                    Element::from(cancel),
                    correct,
                    Element::from(go),
                ]
            }
            Page::Columns(_) => row![
                gap::horizontal(),
                Element::from(cancel),
                Element::from(
                    control::primary(t!("import-see"))
                        .on_press_maybe(self.columns.name_candidates().then_some(Message::Lines))
                        .id("see-lines")
                ),
            ],
            Page::Line(..) => row![
                gap::horizontal(),
                Element::from(
                    control::secondary(t!("import-back"))
                        .on_press(Message::Lines)
                        .id("default")
                ),
                Element::from(
                    control::primary(t!("import-correct-go"))
                        .on_press(Message::Correct)
                        .id("correct")
                ),
            ],
        };
        line.spacing(space::M)
            .align_y(Alignment::Center)
            .width(Length::Fill)
            .into()
    }
}
