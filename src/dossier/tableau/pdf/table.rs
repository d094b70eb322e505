//! From pages to one sheet: the page with the header says where the columns are, the pages after it
//! go on below, whether they repeat the header or not.

use crate::domain::dossier::Doubt;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::identity;
use crate::dossier::tableau::pdf::cuts;
use crate::dossier::tableau::pdf::fillings::{Content, Filling, Unsure};
use crate::dossier::tableau::pdf::grid::{Grid, Region};
use crate::dossier::tableau::pdf::page::{Area, Page};
use crate::dossier::tableau::pdf::runs::{self, Line, Run};
use crate::dossier::tableau::pdf::{sideways, unruled};
use crate::dossier::tableau::sheet::{Cell, Merge, Sheet};

/// A page read as a table.
struct Table {
    page: u32,
    drawn: Page,
    runs: Vec<Run>,
    grid: Grid,
    content: Content,
}

/// Counts the labels in the header of a page, none when it has no header.
pub(crate) fn labels_of(
    page: &Page,
    number: u32,
    labels: &dyn Fn(&[String]) -> usize,
) -> Result<usize, Cause> {
    let Some(table) = Table::read(page.clone(), number)? else {
        return Ok(0);
    };
    let header = table.header_row(&|texts| labels(texts) > 0);
    Ok(header.map_or(0, |header| labels(&table.texts(header))))
}

/// Builds a sheet of the pages; `labels` counts the labels among the texts of a row, none when they
/// are too few to be a header.
pub(crate) fn build(pages: Vec<Page>, labels: &dyn Fn(&[String]) -> usize) -> Result<Sheet, Cause> {
    let is_header = &|texts: &[String]| labels(texts) > 0;
    let pages = sideways::join(pages, labels)?;
    let mut sheet = Sheet::default();
    let mut builder: Option<Builder> = None;
    let mut quarters = 0;
    for (number, page) in &pages {
        let number = *number;
        if page.glyphs.iter().all(super::page::Glyph::is_blank) {
            sheet.doubt(Doubt::NoText { page: number });
            continue;
        }
        let Some((mut table, header)) = turned_table(page, number, &mut quarters, is_header)?
        else {
            sheet.doubt(Doubt::NoTable { page: number });
            continue;
        };
        match (&mut builder, header) {
            (None, Some(header)) => {
                let mut first = Builder::new(&table.grid);
                first.starts = table.starts(header);
                table.divide(&first.starts, table.last_of_header(header) + 1)?;
                first.head = table.head(header);
                first.add(&mut sheet, &table, 0, header);
                builder = Some(first);
            }
            (None, None) => sheet.doubt(Doubt::NoTable { page: number }),
            (Some(builder), header) => {
                if header.is_some_and(|header| builder.starts_again(&table, header)) {
                    sheet.doubt(Doubt::Another { page: number });
                    break;
                }
                if builder.align(&table.grid) {
                    let from = header.map_or(0, |header| table.last_of_header(header) + 1);
                    table.divide(&builder.starts_there(), from)?;
                    builder.add_next(&mut sheet, &table, header);
                } else {
                    sheet.doubt(Doubt::NoTable { page: number });
                }
            }
        }
    }
    if let Some(builder) = builder {
        for merge in builder.merges {
            sheet.merge(merge)?;
        }
        for (row, column) in builder.drawn {
            sheet.draw(row, column);
        }
    }
    Ok(sheet)
}

/// Reads the table of a page, turned until its labels are upright. Pages are first turned as the
/// last one with labels was.
fn turned_table(
    page: &Page,
    number: u32,
    quarters: &mut usize,
    is_header: &dyn Fn(&[String]) -> bool,
) -> Result<Option<(Table, Option<usize>)>, Cause> {
    let mut turned: Option<Page> = None;
    let mut upright = None;
    for more in 0..4 {
        let turns = if more == 0 { *quarters } else { 1 };
        for _ in 0..turns {
            turned = Some(turned.as_ref().unwrap_or(page).turned());
        }
        let Some(table) = Table::read(turned.as_ref().unwrap_or(page).clone(), number)? else {
            // No rows on this side: none on the others but those already seen.
            break;
        };
        let header = table.header_row(is_header);
        if header.is_some() {
            *quarters = (*quarters + more) % 4;
            return Ok(Some((table, header)));
        }
        upright = upright.or(Some((table, None)));
    }
    Ok(upright)
}

impl Table {
    fn read(drawn: Page, page: u32) -> Result<Option<Self>, Cause> {
        let mut runs = runs::runs(&drawn);
        let Some(grid) = Grid::find(&drawn, &mut runs)? else {
            return Ok(None);
        };
        let content = Content::sort(&drawn, &grid, &runs)?;
        Ok(Some(Self {
            page,
            drawn,
            runs,
            grid,
            content,
        }))
    }

    /// Divides the cells that lost their lines.
    fn divide(&mut self, starts: &[f64], from: usize) -> Result<(), Cause> {
        if unruled::divide(&mut self.grid, &self.drawn, &self.runs, starts, from) {
            self.content = Content::sort(&self.drawn, &self.grid, &self.runs)?;
        }
        Ok(())
    }

    /// Returns where the columns of the header start, and where the last one that has a label ends.
    fn starts(&self, header: usize) -> Vec<f64> {
        let own = self.grid.cells.iter().zip(&self.content.fillings);
        let own = own.filter(|(cell, _)| (cell.top..=cell.bottom).contains(&header));
        let labelled = own.clone().filter(|(_, filling)| !filling.text.is_empty());
        let end = labelled
            .map(|(cell, _)| cell.area.right)
            .max_by(f64::total_cmp);
        let end = end.unwrap_or(f64::INFINITY);
        let mut starts: Vec<f64> = own.map(|(cell, _)| cell.area.left).collect();
        starts.retain(|start| *start < end);
        starts.push(end);
        starts.sort_by(f64::total_cmp);
        starts
    }

    /// Returns the row of the grid that holds the labels.
    fn header_row(&self, is_header: &dyn Fn(&[String]) -> bool) -> Option<usize> {
        (0..self.grid.ys.len().saturating_sub(1)).find(|row| is_header(&self.texts(*row)))
    }

    /// Returns the texts that start in a row.
    fn texts(&self, row: usize) -> Vec<String> {
        let cells = self.grid.cells.iter().zip(&self.content.fillings);
        let own = cells.filter(|(region, _)| region.top == row);
        let texts = own.map(|(_, filling)| filling.text.clone());
        texts.filter(|text| !text.is_empty()).collect()
    }
}

impl Table {
    /// Returns the texts of the table above its header, blanks aside, then those of the first row
    /// below it.
    fn head(&self, header: usize) -> Vec<String> {
        let texts = |rows: std::ops::Range<usize>| {
            let cells = self.grid.cells.iter().zip(&self.content.fillings);
            let own = cells.filter(|(region, _)| rows.contains(&region.top));
            let mut texts: Vec<String> = own
                .map(|(_, filling)| filling.text.split_whitespace().collect())
                .filter(|text: &String| !text.is_empty())
                .collect();
            texts.sort();
            texts.concat()
        };
        let below = self.last_of_header(header) + 1;
        vec![texts(0..header), texts(below..below + 1)]
    }

    /// Returns the last row that the cells of the header reach.
    fn last_of_header(&self, header: usize) -> usize {
        let cells = self.grid.cells.iter();
        let bottoms = cells
            .filter(|cell| cell.top == header)
            .map(|cell| cell.bottom);
        bottoms.max().unwrap_or(header)
    }
}

/// The sheet being built.
struct Builder {
    /// Where the columns of the sheet start, and where the last one ends.
    xs: Vec<f64>,
    /// What the pages after it are moved and stretched by, to fall on the columns.
    shift: f64,
    stretch: f64,
    /// Where the columns of the header start, and where the last one ends.
    starts: Vec<f64>,
    /// What the first page says above the header and just below.
    head: Vec<String>,
    next_row: u32,
    /// Whether the rows being added are still those of the header and above.
    in_head: bool,
    merges: Vec<Merge>,
    drawn: Vec<(u32, u32)>,
}

/// Columns of two pages nearer than this are the same.
const NEAR: f64 = 3.5;

impl Builder {
    fn new(grid: &Grid) -> Self {
        Self {
            xs: grid.xs.clone(),
            shift: 0.0,
            stretch: 1.0,
            starts: Vec::new(),
            head: Vec::new(),
            next_row: 0,
            in_head: true,
            merges: Vec::new(),
            drawn: Vec::new(),
        }
    }

    /// Tells whether a page with a header is another tableau rather than the rest of this one: it
    /// names somebody else, or starts with the same rows.
    fn starts_again(&self, table: &Table, header: usize) -> bool {
        match (self.head.as_slice(), table.head(header).as_slice()) {
            ([above, below], [other_above, other_below]) => {
                let has_other_head = !other_above.is_empty() && above != other_above;
                let is_a_copy = !below.is_empty() && below == other_below;
                has_other_head || is_a_copy
            }
            _ => false,
        }
    }

    /// Tells whether the columns of another page are those of the first, moved or stretched.
    fn align(&mut self, grid: &Grid) -> bool {
        let ends = |xs: &[f64]| xs.first().copied().zip(xs.last().copied());
        let (Some((left, right)), Some((start, end))) = (ends(&self.xs), ends(&grid.xs)) else {
            return false;
        };
        let stretch = (right - left) / (end - start).max(1.0);
        for (shift, stretch) in [
            (0.0, 1.0),
            (left - start, 1.0),
            (left - start * stretch, stretch),
        ] {
            let is_there = |x: &f64| {
                grid.xs
                    .iter()
                    .any(|other| (other * stretch + shift - x).abs() <= NEAR)
            };
            let n_found = self.xs.iter().filter(|x| is_there(x)).count();
            if (0.7..1.45).contains(&stretch) && n_found * 10 >= self.xs.len() * 7 {
                self.shift = shift;
                self.stretch = stretch;
                return true;
            }
        }
        false
    }

    /// Returns where the columns of the header start on the page that was aligned last.
    fn starts_there(&self) -> Vec<f64> {
        let there = |x: &f64| (x - self.shift) / self.stretch;
        self.starts.iter().map(there).collect()
    }

    /// Returns the columns of the sheet that an area covers.
    fn columns(&self, area: &Area) -> (u32, u32) {
        let place = |x: f64| x * self.stretch + self.shift;
        let last = self.xs.len().saturating_sub(2);
        let at = |x: f64| {
            self.xs
                .partition_point(|edge| *edge <= x)
                .saturating_sub(1)
                .min(last)
        };
        let left = at(place(area.left) + NEAR);
        let right = at(place(area.right) - NEAR).max(left);
        (number(left), number(right))
    }

    /// Adds the page with the header, and what is written above its table.
    fn add(&mut self, sheet: &mut Sheet, table: &Table, from: usize, header: usize) {
        let top = table.grid.area();
        let header_at = table.grid.ys.get(header).copied().unwrap_or(top.top);
        let mut above: Vec<&Vec<Line>> = table
            .content
            .outside
            .iter()
            .filter(|row| row.first().is_some_and(|line| line.y < header_at))
            .collect();
        above.reverse();
        for row in from..table.grid.ys.len().saturating_sub(1) {
            let at = table.grid.ys.get(row).copied().unwrap_or_default();
            while let Some(lines) = above.pop_if(|lines| {
                lines
                    .first()
                    .is_some_and(|line| line.y - 0.3 * line.size < at)
            }) {
                self.add_free(sheet, table, lines);
            }
            // What is left of the header stands above it.
            if row == header {
                while let Some(lines) = above.pop() {
                    self.add_free(sheet, table, lines);
                }
            }
            self.in_head = row <= table.last_of_header(header);
            self.add_row(sheet, table, row);
        }
        self.add_below(sheet, table, header_at);
    }

    /// Adds a page after the first, without the header that it repeats.
    fn add_next(&mut self, sheet: &mut Sheet, table: &Table, header: Option<usize>) {
        let first = header.unwrap_or(0);
        let _ = sheet.page_starts.insert(self.next_row, table.page);
        for row in first..table.grid.ys.len().saturating_sub(1) {
            self.in_head = header.is_some_and(|header| row <= table.last_of_header(header));
            self.add_row(sheet, table, row);
        }
        self.add_below(sheet, table, 0.0);
    }

    fn add_row(&mut self, sheet: &mut Sheet, table: &Table, row: usize) {
        let to = self.next_row;
        self.next_row += 1;
        let _ = sheet.rows.entry(to).or_default();
        for (region, filling) in table.grid.cells.iter().zip(&table.content.fillings) {
            if region.top != row {
                continue;
            }
            let n_rows = region.bottom - region.top;
            if self.in_head
                && let Some(parts) = cuts::by_marks(region, filling)
            {
                for (part, region) in parts {
                    self.put(sheet, table, &region, &part, to, 0);
                }
                continue;
            }
            if n_rows > 0
                && let Some(parts) = cuts::by_rows(&table.grid, &table.content, region, filling)
            {
                for (part, offset) in parts.into_iter().zip(0u32..) {
                    self.put(sheet, table, region, &part, to + offset, 0);
                }
                continue;
            }
            self.put(sheet, table, region, filling, to, number(n_rows));
        }
    }

    fn put(
        &mut self,
        sheet: &mut Sheet,
        table: &Table,
        region: &Region,
        filling: &Filling,
        row: u32,
        more_rows: u32,
    ) {
        let (left, right) = self.columns(&region.area);
        let (x, y) = region.area.middle();
        let y = if more_rows == 0 && region.bottom > region.top {
            filling.lines.first().map_or(y, |line| line.y)
        } else {
            y
        };
        let place = table.drawn.place(table.page, (x, y));
        sheet.lay(row, left, place);
        let slot = sheet.rows.entry(row).or_default();
        let cell = slot.cells.entry(left).or_default();
        // Two cells of a page fall on one column when its own are finer: neither is lost.
        merge_cells(cell, filling);
        if !cell.is_used() {
            let _ = slot.cells.remove(&left);
        }
        if right > left || more_rows > 0 {
            self.merges.push(Merge {
                top: row,
                left,
                bottom: row.saturating_add(more_rows),
                right,
            });
        }
        if filling.is_drawn {
            self.drawn.push((row, left));
        }
        let is_wide = right.saturating_sub(left) + 2 >= number(self.xs.len());
        if !self.in_head && is_wide && filling.text.trim().is_empty() && region.area.height() > 4.0
        {
            // The title of a section, pushed out of its row by empty lines, is not printed.
            sheet.doubt(Doubt::Cut(place));
        }
        if region.is_ragged && !filling.text.is_empty() {
            sheet.doubt(Doubt::Straddling(place));
        }
        for unsure in &filling.doubts {
            sheet.doubt(match unsure {
                Unsure::Straddles => Doubt::Straddling(place),
                Unsure::Sign => Doubt::Sign(place),
                // Above the réalisations nothing is a tick.
                Unsure::Tick if self.in_head => continue,
                Unsure::Tick => Doubt::Tick(place),
            });
        }
    }

    /// Adds a line that stands in no cell, as a row of its own.
    fn add_free(&mut self, sheet: &mut Sheet, table: &Table, lines: &[Line]) {
        let row = self.next_row;
        self.next_row += 1;
        let mut next = 0;
        let marked = cuts::marked(&table.drawn, lines);
        for (index, line) in lines.iter().enumerate() {
            let area = Area::of_corners(line.x, line.y - line.size, line.end, line.y);
            let column = self.columns(&area).0.max(next);
            next = column.saturating_add(1);
            let place = table.drawn.place(table.page, (line.x, line.y));
            sheet.lay(row, column, place);
            if marked.contains(&index) {
                self.drawn.push((row, column));
            }
            let cells = &mut sheet.rows.entry(row).or_default().cells;
            let _ = cells.insert(
                column,
                Cell {
                    text: line.text.clone(),
                    ..Cell::default()
                },
            );
        }
    }

    /// Below the header only an address is looked for outside of the table; the rest is doubted.
    fn add_below(&mut self, sheet: &mut Sheet, table: &Table, header_at: f64) {
        let area = table.grid.area();
        for row in &table.content.outside {
            for line in row.iter().filter(|line| line.y >= header_at) {
                if identity::url_of_spare_row(&line.text).is_some() {
                    self.add_free(sheet, table, std::slice::from_ref(line));
                    continue;
                }
                let is_near = line.end > area.left
                    && line.x < area.right
                    && line.y < area.bottom + 40.0
                    && line.y > area.top;
                if is_near {
                    let place = table.drawn.place(table.page, (line.x, line.y));
                    sheet.doubt(Doubt::Outside(place));
                }
            }
        }
    }
}

fn merge_cells(cell: &mut Cell, filling: &Filling) {
    if !filling.text.trim().is_empty() {
        if !cell.text.is_empty() {
            cell.text.push('\n');
        }
        cell.text.push_str(&filling.text);
    }
    cell.struck.push_str(&filling.struck);
    if cell.fill.is_none() {
        cell.fill.clone_from(&filling.fill);
    }
    cell.links.extend(filling.links.iter().cloned());
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
