//! A paper as paragraphs: the text of a .docx or an .odt, or a plain text. Nothing in it is run, no
//! address is followed, no picture is fetched.

use std::collections::HashMap;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::Unshown;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::package::Package;
use crate::dossier::xml::{Element, Node, Xml};

/// The text of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What it is made of, in order.
    pub blocks: Vec<Block>,
    /// Whether more follows that is not shown.
    pub is_cut: bool,
    /// How many pictures it holds, which are not shown.
    pub pictures: usize,
}

/// One part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A title, 1 the largest.
    Title(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// An entry of a list, how deep in it.
    Item(u8, String),
    /// A row of a table.
    Row(Vec<String>),
    /// Lines as they are typed.
    Lines(String),
}

/// Reads a document of Word.
pub(super) fn word(bytes: &[u8]) -> Result<Text, Unshown> {
    let mut package = Package::open(bytes)?;
    let titles = match package.part("word/styles.xml")? {
        Some(part) => titles(&part)?,
        None => HashMap::new(),
    };
    let content = package.part("word/document.xml")?.ok_or(Unshown::Unknown)?;
    Ok(Walk::new(titles, true).read(&content)?)
}

/// Reads a text of Writer.
pub(super) fn open_document(bytes: &[u8]) -> Result<Text, Unshown> {
    let mut package = Package::open(bytes)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    let mark = b"encryption-data";
    if manifest.windows(mark.len()).any(|window| window == mark) {
        return Err(Unshown::Encrypted);
    }
    let content = package.part("content.xml")?.ok_or(Unshown::Unknown)?;
    Ok(Walk::new(HashMap::new(), false).read(&content)?)
}

/// Reads a plain text, whatever wrote it.
pub(super) fn plain(bytes: &[u8]) -> Result<Text, Unshown> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None if bytes.contains(&0) => return Err(Unshown::Unknown),
        None if str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        None => (WINDOWS_1252, bytes),
    };
    // Four bytes make one sign at most.
    let most = LIMITS.shown_text.saturating_mul(4);
    let is_long = bytes.len() > most;
    let (typed, _) = encoding.decode_without_bom_handling(bytes.get(..most).unwrap_or(bytes));
    let strange = |sign: char| sign.is_control() && !sign.is_whitespace() || sign == '\u{fffd}';
    let (mut n_strange, mut n_signs) = (0usize, 0usize);
    for sign in typed.chars().take(16_384) {
        n_signs += 1;
        n_strange += usize::from(strange(sign));
    }
    if n_strange > n_signs / 100 {
        return Err(Unshown::Unknown);
    }
    // Lines by the hundred make one block: each block costs the window as much as a page.
    const TOGETHER: usize = 60;
    let mut text = Text {
        is_cut: is_long,
        ..Text::default()
    };
    let mut room = LIMITS.shown_text;
    let lines: Vec<&str> = typed.lines().collect();
    for lines in lines.chunks(TOGETHER) {
        let shown: String = lines
            .join("\n")
            .chars()
            .filter(|sign| !strange(*sign))
            .map(|sign| if sign == '\t' { ' ' } else { sign })
            .take(room)
            .collect();
        room = room.saturating_sub(shown.chars().count());
        text.blocks.push(Block::Lines(shown));
        if room == 0 || text.blocks.len() >= LIMITS.shown_blocks {
            text.is_cut = true;
            break;
        }
    }
    Ok(text)
}

/// Which styles of Word are titles, and of which rank. Their names are in English whatever the program
/// speaks.
fn titles(part: &[u8]) -> Result<HashMap<String, u8>, Cause> {
    let mut titles = HashMap::new();
    let mut style: Option<String> = None;
    let mut xml = Xml::new(part)?;
    loop {
        match xml.next()? {
            Node::Open(element) if element.is("style") => style = element.attribute("styleId"),
            Node::Open(element) if element.is("name") => {
                let name = element.attribute("val").unwrap_or_default().to_lowercase();
                let rank = match name.strip_prefix("heading ") {
                    Some(rank) => rank.trim().parse().ok(),
                    None => (name == "title").then_some(1),
                };
                if let (Some(style), Some(rank)) = (style.take(), rank) {
                    let _ = titles.insert(style, rank);
                }
            }
            Node::End => return Ok(titles),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

/// A paragraph being read. A text box has paragraphs of its own inside one.
#[derive(Default)]
struct Paragraph {
    text: String,
    title: Option<u8>,
    item: Option<u8>,
}

/// A row of a table being read. A cell may hold a table.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
}

struct Walk {
    titles: HashMap<String, u8>,
    /// Word keeps its texts in elements of their own, Writer in the paragraph.
    is_word: bool,
    in_text: bool,
    /// How many elements are open whose content is said elsewhere.
    skipped: usize,
    lists: u8,
    paragraphs: Vec<Paragraph>,
    rows: Vec<Row>,
    room: usize,
    text: Text,
}

impl Walk {
    fn new(titles: HashMap<String, u8>, is_word: bool) -> Self {
        Self {
            titles,
            is_word,
            in_text: false,
            skipped: 0,
            lists: 0,
            paragraphs: Vec::new(),
            rows: Vec::new(),
            room: LIMITS.shown_text,
            text: Text::default(),
        }
    }

    fn read(mut self, part: &[u8]) -> Result<Text, Cause> {
        let mut xml = Xml::new(part)?;
        loop {
            match xml.next()? {
                Node::Open(element) => self.open(&element),
                Node::Close(name) => self.close(&name),
                Node::Text(text) => {
                    if self.skipped == 0 && (self.in_text || !self.is_word) {
                        self.write(&text);
                    }
                }
                Node::End => break,
            }
            if self.room == 0 || self.text.blocks.len() >= LIMITS.shown_blocks {
                self.text.is_cut = true;
                break;
            }
        }
        Ok(self.text)
    }

    fn open(&mut self, element: &Element<'_>) {
        let name = element.name();
        // What older programs should show instead, and what is noted aside.
        if self.skipped > 0 || matches!(name, "Fallback" | "annotation" | "tracked-changes") {
            self.skipped += 1;
            return;
        }
        match name {
            "p" => self.paragraphs.push(Paragraph {
                item: (self.lists > 0).then_some(self.lists),
                ..Paragraph::default()
            }),
            "h" => {
                let rank = element.number("outline-level").unwrap_or(1);
                self.paragraphs.push(Paragraph {
                    title: Some(u8::try_from(rank).unwrap_or(u8::MAX)),
                    ..Paragraph::default()
                });
            }
            "t" => self.in_text = true,
            "tab" => self.write("\u{2003}"),
            "br" | "cr" | "line-break" => self.write("\n"),
            "s" if !self.is_word => self.write(" "),
            "list" => self.lists = self.lists.saturating_add(1),
            "tr" | "table-row" => self.rows.push(Row::default()),
            "tc" | "table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(String::new());
                }
            }
            "pict" | "image" | "blip" => self.text.pictures += 1,
            "pStyle" => {
                let style = element.attribute("val").unwrap_or_default();
                let rank = self.titles.get(&style).copied();
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.title = rank;
                }
            }
            "ilvl" => {
                let depth = element.number("val").unwrap_or(0);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.item = Some(u8::try_from(depth).unwrap_or(0).saturating_add(1));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" | "h" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.keep(paragraph);
                }
            }
            "t" => self.in_text = false,
            "list" => self.lists = self.lists.saturating_sub(1),
            "tr" | "table-row" => {
                if let Some(row) = self.rows.pop() {
                    self.keep_row(row);
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        for sign in text.chars() {
            if self.room == 0 {
                return;
            }
            self.room -= 1;
            let is_plain = !sign.is_control() || sign == '\n';
            paragraph.text.push(if is_plain { sign } else { ' ' });
        }
    }

    fn keep(&mut self, paragraph: Paragraph) {
        let text = paragraph.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        let cell = self.rows.last_mut().and_then(|row| row.cells.last_mut());
        if let Some(cell) = cell {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&text);
            return;
        }
        self.text
            .blocks
            .push(match (paragraph.title, paragraph.item) {
                (Some(rank), _) => Block::Title(rank.clamp(1, 6), text),
                (None, Some(depth)) => Block::Item(depth.clamp(1, 6), text),
                (None, None) => Block::Paragraph(text),
            });
    }

    fn keep_row(&mut self, row: Row) {
        if row.cells.iter().all(String::is_empty) {
            return;
        }
        let outer = self.rows.last_mut().and_then(|row| row.cells.last_mut());
        match outer {
            Some(cell) => {
                if !cell.is_empty() {
                    cell.push('\n');
                }
                cell.push_str(&row.cells.join(" · "));
            }
            None => self.text.blocks.push(Block::Row(row.cells)),
        }
    }
}
