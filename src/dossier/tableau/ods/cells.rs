//! The cells of an .ods: each repetition made as many times as the form can hold, what is covered
//! or only remarked left out, shapes placed by their middle.

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::glyphs::Glyphs;
use crate::dossier::tableau::measures::{Measures, is_flat};
use crate::dossier::tableau::ods::styles::{Look, Styles, length};
use crate::dossier::tableau::sheet::{Cell, Merge, Sheet};
use crate::dossier::xml::{Element, Node, Xml};

/// A row without text that is repeated more than this is the ground of the sheet.
const GROUND: u32 = 200;

/// Returns the first visible sheet that `is_wanted`.
pub(crate) fn parse(
    part: &[u8],
    styles: &Styles,
    is_wanted: &dyn Fn(&Sheet) -> bool,
) -> Result<Option<Sheet>, Cause> {
    let mut xml = Xml::new(part)?;
    let mut n_sheets = 0usize;
    let mut n_visible = 0usize;
    loop {
        match xml.next()? {
            Node::Open(element) if element.is("table") => {
                n_sheets += 1;
                if n_sheets > LIMITS.sheets {
                    return Err(Cause::TooMany);
                }
                let style = element.attribute("style-name").unwrap_or_default();
                let sheet = Reader::new(&mut xml, styles).sheet()?;
                if !styles.is_shown(&style) {
                    continue;
                }
                n_visible += 1;
                if is_wanted(&sheet) {
                    return Ok(Some(sheet));
                }
            }
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
            Node::End if n_visible == 0 => return Err(Cause::NoSheet),
            Node::End => return Ok(None),
        }
    }
}

/// One sheet being read.
struct Reader<'x, 'a> {
    xml: &'x mut Xml<'a>,
    styles: &'x Styles,
    sheet: Sheet,
    measures: Measures,
    /// Columns from and to, with the style of the cells that have none.
    columns: Vec<(u32, u32, String)>,
    merges: Vec<Merge>,
    shapes: Vec<Shape>,
    next_column: u32,
    next_row: u32,
    n_seen: usize,
    n_cells: usize,
    n_bytes: usize,
}

/// A shape: the cell that it is tied to, and its ends from the corner of that cell, in points.
struct Shape {
    row: u32,
    column: u32,
    ends: [f64; 4],
    is_line: bool,
}

/// A row being read.
struct Line {
    repeated: u32,
    style: Option<String>,
    is_hidden: bool,
    cells: Vec<(u32, Cell)>,
    column: u32,
}

impl<'x, 'a> Reader<'x, 'a> {
    fn new(xml: &'x mut Xml<'a>, styles: &'x Styles) -> Self {
        Self {
            xml,
            styles,
            sheet: Sheet::default(),
            measures: Measures::new(12.8, 64.0),
            columns: Vec::new(),
            merges: Vec::new(),
            shapes: Vec::new(),
            next_column: 0,
            next_row: 0,
            n_seen: 0,
            n_cells: 0,
            n_bytes: 0,
        }
    }

    fn sheet(mut self) -> Result<Sheet, Cause> {
        loop {
            match self.xml.next()? {
                Node::Open(element) => match element.name() {
                    "table-column" => self.note_column(&element),
                    "table-row" => self.row(&element)?,
                    // Shapes tied to the page are measured from the corner of the sheet.
                    "shapes" => self.shapes_in("shapes", 0, 0)?,
                    "table" => self.pass("table")?,
                    _ => {}
                },
                Node::Text(_) => {}
                Node::Close(name) if name == "table" => break,
                Node::Close(_) => {}
                Node::End => return Err(Cause::Truncated),
            }
        }
        for merge in std::mem::take(&mut self.merges) {
            self.sheet.merge(merge)?;
        }
        let (rows, columns) = self.measures.rulers();
        for shape in &self.shapes {
            let [left, top, right, bottom] = shape.ends;
            if shape.is_line && is_flat(right - left, bottom - top) {
                continue;
            }
            let Some((x, y)) = columns.start(shape.column).zip(rows.start(shape.row)) else {
                continue;
            };
            let at = columns
                .at(x + f64::midpoint(left, right))
                .zip(rows.at(y + f64::midpoint(top, bottom)));
            if let Some((column, row)) = at {
                self.sheet.draw(row, column);
            }
        }
        Ok(self.sheet)
    }

    fn note_column(&mut self, element: &Element<'_>) {
        let last = self
            .next_column
            .saturating_add(repeated(element, "number-columns-repeated"))
            .saturating_sub(1);
        if self.columns.len() >= LIMITS.rows {
            return;
        }
        if let Some(style) = element.attribute("default-cell-style-name") {
            self.columns.push((self.next_column, last, style));
        }
        let style = element.attribute("style-name").unwrap_or_default();
        let width = if is_hidden(element) {
            Some(0.0)
        } else {
            self.styles.length("table-column", &style)
        };
        if let Some(width) = width {
            self.measures.note_columns(self.next_column, last, width);
        }
        self.next_column = last.saturating_add(1);
    }

    fn row(&mut self, element: &Element<'_>) -> Result<(), Cause> {
        let mut line = Line {
            repeated: repeated(element, "number-rows-repeated"),
            style: element.attribute("default-cell-style-name"),
            is_hidden: is_hidden(element),
            cells: Vec::new(),
            column: 0,
        };
        let style = element.attribute("style-name").unwrap_or_default();
        let height = if line.is_hidden {
            Some(0.0)
        } else {
            self.styles.length("table-row", &style)
        };
        loop {
            match self.xml.next()? {
                Node::Open(cell) => match cell.name() {
                    "table-cell" => self.cell(&cell, &mut line, false)?,
                    "covered-table-cell" => self.cell(&cell, &mut line, true)?,
                    _ => {}
                },
                Node::Text(_) => {}
                Node::Close(name) if name == "table-row" => break,
                Node::Close(_) => {}
                Node::End => return Err(Cause::Truncated),
            }
        }
        self.lay(line, height)
    }

    /// Puts a row in the sheet, as many times as it is repeated.
    fn lay(&mut self, line: Line, height: Option<f64>) -> Result<(), Cause> {
        let has_text = line.cells.iter().any(|(_, cell)| !cell.text.is_empty());
        let first = self.next_row;
        self.next_row = first.saturating_add(line.repeated);
        let times =
            if line.cells.is_empty() && !line.is_hidden || !has_text && line.repeated > GROUND {
                0
            } else {
                line.repeated
            };
        if let Some(height) = height {
            let most = u32::try_from(LIMITS.rows).unwrap_or(u32::MAX);
            for row in first..self.next_row.min(first.saturating_add(most)).min(most) {
                self.measures.note_row(row, height);
            }
        }
        for row in first..first.saturating_add(times) {
            let copy = self.sheet.rows.entry(row).or_default();
            copy.is_hidden = line.is_hidden;
            for (column, cell) in &line.cells {
                self.n_cells += 1;
                self.n_bytes = self.n_bytes.saturating_add(cell.text.len());
                let _ = copy.cells.insert(*column, cell.clone());
            }
            if self.n_bytes > LIMITS.texts {
                return Err(Cause::TooLarge);
            }
            if self.n_cells > LIMITS.cells || self.sheet.rows.len() > LIMITS.rows {
                return Err(Cause::TooMany);
            }
        }
        Ok(())
    }

    fn cell(&mut self, element: &Element<'_>, line: &mut Line, covered: bool) -> Result<(), Cause> {
        let times = repeated(element, "number-columns-repeated");
        let (row, column) = (self.next_row, line.column);
        line.column = column.saturating_add(times);
        self.n_seen += 1;
        if self.n_seen > LIMITS.seen {
            return Err(Cause::TooMany);
        }
        let own = element.attribute("style-name").or(line.style.clone());
        let style = own.unwrap_or_else(|| self.style_of_column(column));
        let look = self.styles.cell(&style);
        let span = |name: &str| u32::try_from(element.number(name).unwrap_or(1)).unwrap_or(1);
        let (right, down) = (span("number-columns-spanned"), span("number-rows-spanned"));
        if !covered && (right > 1 || down > 1) {
            if self.merges.len() >= LIMITS.merges {
                return Err(Cause::TooMany);
            }
            self.merges.push(Merge {
                top: row,
                left: column,
                bottom: row.saturating_add(down.saturating_sub(1)),
                right: column.saturating_add(right.saturating_sub(1)),
            });
        }
        let name = if covered {
            "covered-table-cell"
        } else {
            "table-cell"
        };
        let mut cell = self.content(name, &look, row, column)?;
        if covered || column >= LIMITS.columns {
            return Ok(());
        }
        match element.attribute("value-type").as_deref() {
            // The day itself, whatever way the sheet shows it.
            Some("date") => {
                if let Some(day) = element.attribute("date-value") {
                    cell.text = day.chars().take(10).collect();
                }
            }
            // A box that the sheet draws: ticked, or not.
            Some("boolean") => {
                let is_true = element.attribute("boolean-value").as_deref() == Some("true");
                cell.text = if is_true { "oui" } else { "non" }.to_owned();
            }
            Some("float") if cell.text.is_empty() => {
                cell.text = element.attribute("value").unwrap_or_default();
            }
            _ => {}
        }
        cell.fill = look.fill;
        cell.is_crossed = look.is_crossed;
        if cell.is_used() {
            let last = line.column.min(LIMITS.columns);
            for column in column..last {
                line.cells.push((column, cell.clone()));
            }
            if line.cells.len() > LIMITS.cells {
                return Err(Cause::TooMany);
            }
        }
        Ok(())
    }

    fn style_of_column(&self, column: u32) -> String {
        self.columns
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&column))
            .map_or_else(String::new, |(_, _, style)| style.clone())
    }

    /// Reads what a cell holds, up to its close.
    fn content(&mut self, name: &str, look: &Look, row: u32, column: u32) -> Result<Cell, Cause> {
        let mut cell = Cell::default();
        let mut runs: Vec<(String, Look)> = Vec::new();
        let mut in_text = 0usize;
        let mut n_paragraphs = 0usize;
        let mut length = 0usize;
        loop {
            match self.xml.next()? {
                Node::Open(element) => {
                    let is_text = in_text > 0;
                    match element.name() {
                        // A remark is not what the cell shows.
                        "annotation" => self.pass("annotation")?,
                        "table" => self.pass("table")?,
                        "p" | "h" => {
                            if n_paragraphs > 0 {
                                cell.text.push('\n');
                            }
                            n_paragraphs += 1;
                            in_text += 1;
                        }
                        "span" if is_text => {
                            let style = element.attribute("style-name").unwrap_or_default();
                            let around = runs.last().map_or(look, |(_, look)| look);
                            let run = self.styles.run(&style, around);
                            runs.push(("span".to_owned(), run));
                        }
                        "a" if is_text => {
                            let address = element.attribute("href").unwrap_or_default();
                            // What starts with a # is a place of the sheet itself.
                            let is_outside = !address.starts_with('#') && !address.is_empty();
                            let has_room = cell.links.len() < LIMITS.links;
                            if is_outside && has_room && address.len() <= LIMITS.path {
                                cell.links.push(address);
                            }
                        }
                        "s" if is_text => {
                            let n = element.number("c").unwrap_or(1).min(LIMITS.name);
                            cell.text.extend(std::iter::repeat_n(' ', n));
                        }
                        "tab" if is_text => cell.text.push(' '),
                        "line-break" if is_text => cell.text.push('\n'),
                        other if is_shape(other) => {
                            let other = other.to_owned();
                            self.shape(&element, row, column);
                            self.pass(&other)?;
                        }
                        _ => {}
                    }
                }
                Node::Text(piece) if in_text > 0 => {
                    let look = runs.last().map_or(look, |(_, look)| look);
                    length = length.saturating_add(piece.len());
                    if length > LIMITS.text.saturating_mul(4) {
                        return Err(Cause::TooLarge);
                    }
                    let drawn: String = match look.glyphs {
                        Glyphs::Letters => piece.into_owned(),
                        glyphs @ (Glyphs::Wingdings
                        | Glyphs::Wingdings2
                        | Glyphs::Dingbats
                        | Glyphs::Signs) => piece.chars().map(|c| glyphs.draw(c)).collect(),
                    };
                    if look.is_struck {
                        cell.struck.push_str(&drawn);
                    }
                    cell.text.push_str(&drawn);
                }
                Node::Text(_) => {}
                Node::Close(closed) => match closed.as_str() {
                    "p" | "h" => in_text = in_text.saturating_sub(1),
                    "span" => {
                        let _ = runs.pop();
                    }
                    _ if closed == name => return Ok(cell),
                    _ => {}
                },
                Node::End => return Err(Cause::Truncated),
            }
        }
    }

    fn shapes_in(&mut self, name: &str, row: u32, column: u32) -> Result<(), Cause> {
        loop {
            match self.xml.next()? {
                Node::Open(element) if is_shape(element.name()) => {
                    let shape = element.name().to_owned();
                    self.shape(&element, row, column);
                    self.pass(&shape)?;
                }
                Node::Close(closed) if closed == name => return Ok(()),
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
                Node::End => return Err(Cause::Truncated),
            }
        }
    }

    fn shape(&mut self, element: &Element<'_>, row: u32, column: u32) {
        if self.shapes.len() >= LIMITS.shapes {
            return;
        }
        let of = |name: &str| length(element, name);
        let line = [of("x1"), of("y1"), of("x2"), of("y2")];
        if let [Some(x1), Some(y1), Some(x2), Some(y2)] = line {
            self.shapes.push(Shape {
                row,
                column,
                ends: [x1, y1, x2, y2],
                is_line: true,
            });
            return;
        }
        let (x, y) = (of("x").unwrap_or(0.0), of("y").unwrap_or(0.0));
        let (width, height) = (of("width").unwrap_or(0.0), of("height").unwrap_or(0.0));
        self.shapes.push(Shape {
            row,
            column,
            ends: [x, y, x + width, y + height],
            is_line: false,
        });
    }

    /// Reads past an element that has just opened.
    fn pass(&mut self, name: &str) -> Result<(), Cause> {
        let mut depth = 1usize;
        loop {
            match self.xml.next()? {
                Node::Open(element) if element.is(name) => depth += 1,
                Node::Close(closed) if closed == name => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Ok(());
                    }
                }
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
                Node::End => return Err(Cause::Truncated),
            }
        }
    }
}

fn is_shape(name: &str) -> bool {
    matches!(
        name,
        "frame"
            | "line"
            | "connector"
            | "rect"
            | "ellipse"
            | "circle"
            | "path"
            | "polyline"
            | "polygon"
            | "custom-shape"
            | "caption"
            | "regular-polygon"
            | "control"
            | "g"
    )
}

fn is_hidden(element: &Element<'_>) -> bool {
    element
        .attribute("visibility")
        .is_some_and(|visibility| visibility != "visible")
}

fn repeated(element: &Element<'_>, name: &str) -> u32 {
    u32::try_from(element.number(name).unwrap_or(1))
        .unwrap_or(u32::MAX)
        .max(1)
}
