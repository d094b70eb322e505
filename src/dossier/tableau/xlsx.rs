//! The parts of an .xlsx and how they point to one another. Cells, styles, texts and drawings have
//! their own files; what is refused is refused here, before anything is unpacked in vain.

mod cells;
mod drawing;
mod strings;
mod styles;

use std::collections::HashMap;
use std::io::Cursor;

use crate::dossier::archive::packed::Packed;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::xml::{Node, Xml};
use strings::Text;
use styles::Styles;

/// Returns the first visible sheet that `is_wanted`.
pub(crate) fn read(
    bytes: &[u8],
    is_wanted: &dyn Fn(&Sheet) -> bool,
) -> Result<Option<Sheet>, Cause> {
    let mut package = Package::open(bytes)?;
    let workbook = package.part(WORKBOOK)?.ok_or(Cause::NotWorkbook)?;
    let book = Book::parse(&workbook)?;
    let relations = package.relations(WORKBOOK)?;
    let mut sheets = Vec::new();
    for id in &book.visible {
        if let Some(relation) = relations.iter().find(|relation| relation.id == *id) {
            sheets.push(resolve(WORKBOOK, &relation.target)?);
        }
    }
    if sheets.is_empty() {
        return Err(Cause::NoSheet);
    }
    let styles = match package.related(WORKBOOK, &relations, "/styles")? {
        Some((_, part)) => Styles::parse(&part)?,
        None => Styles::default(),
    };
    let texts = match package.related(WORKBOOK, &relations, "/sharedStrings")? {
        Some((_, part)) => strings::shared(&part)?,
        None => Vec::new(),
    };
    let context = Context {
        styles,
        texts,
        starts_in_1904: book.starts_in_1904,
    };
    for path in sheets {
        let part = package.part(&path)?.ok_or(Cause::Damaged)?;
        let (mut sheet, measures) = cells::parse(&part, &context)?;
        if !is_wanted(&sheet) {
            continue;
        }
        let relations = package.relations(&path)?;
        if let Some((_, part)) = package.related(&path, &relations, "/drawing")? {
            for (row, column) in drawing::parse(&part, &measures)? {
                sheet.draw(row, column);
            }
        }
        return Ok(Some(sheet));
    }
    Ok(None)
}

const WORKBOOK: &str = "xl/workbook.xml";

/// What every cell of a workbook refers to.
pub(crate) struct Context {
    styles: Styles,
    texts: Vec<Text>,
    starts_in_1904: bool,
}

struct Package<'a> {
    zip: Packed<Cursor<&'a [u8]>>,
    names: HashMap<String, usize>,
    spent: u64,
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Cause> {
        let zip = Packed::open(Cursor::new(bytes), LIMITS.entries, LIMITS.parts)?;
        let mut names = HashMap::new();
        for (index, entry) in zip.entries().iter().enumerate() {
            let twin = names.insert(entry.name.trim_start_matches('/').to_owned(), index);
            if twin.is_some() {
                return Err(Cause::Duplicate);
            }
        }
        Ok(Self {
            zip,
            names,
            spent: 0,
        })
    }

    fn part(&mut self, path: &str) -> Result<Option<Vec<u8>>, Cause> {
        let Some(&index) = self.names.get(path) else {
            return Ok(None);
        };
        let cap = LIMITS.part.min(LIMITS.parts.saturating_sub(self.spent));
        let bytes = self.zip.read(index, cap)?;
        self.spent = self.spent.saturating_add(bytes.len() as u64);
        Ok(Some(bytes))
    }

    fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Cause> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let Some(part) = self.part(&format!("{folder}/_rels/{name}.rels"))? else {
            return Ok(Vec::new());
        };
        let mut xml = Xml::new(&part)?;
        let mut relations = Vec::new();
        loop {
            match xml.next()? {
                Node::Open(element) if element.is("Relationship") => {
                    let is_inside = element.attribute("TargetMode").as_deref() != Some("External");
                    if is_inside {
                        relations.push(Relation {
                            id: element.attribute("Id").unwrap_or_default(),
                            kind: element.attribute("Type").unwrap_or_default(),
                            target: element.attribute("Target").unwrap_or_default(),
                        });
                    }
                }
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
                Node::End => return Ok(relations),
            }
        }
    }

    fn related(
        &mut self,
        of: &str,
        relations: &[Relation],
        kind: &str,
    ) -> Result<Option<(String, Vec<u8>)>, Cause> {
        let Some(relation) = relations
            .iter()
            .find(|relation| relation.kind.ends_with(kind))
        else {
            return Ok(None);
        };
        let path = resolve(of, &relation.target)?;
        Ok(self.part(&path)?.map(|part| (path, part)))
    }
}

struct Book {
    visible: Vec<String>,
    starts_in_1904: bool,
}

impl Book {
    fn parse(part: &[u8]) -> Result<Self, Cause> {
        let mut xml = Xml::new(part)?;
        let mut book = Self {
            visible: Vec::new(),
            starts_in_1904: false,
        };
        loop {
            match xml.next()? {
                Node::Open(element) if element.is("workbookPr") => {
                    book.starts_in_1904 = element.is_on("date1904", false);
                }
                Node::Open(element) if element.is("sheet") => {
                    let state = element.attribute("state");
                    if state.is_none_or(|state| state == "visible") {
                        book.visible.extend(element.attribute("id"));
                    }
                    if book.visible.len() > LIMITS.sheets {
                        return Err(Cause::TooMany);
                    }
                }
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
                Node::End => return Ok(book),
            }
        }
    }
}

/// Returns the part that `target` names from inside the part `of`, never out of the archive.
fn resolve(of: &str, target: &str) -> Result<String, Cause> {
    let mut parts: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        parts.extend(of.split('/'));
        let _ = parts.pop();
    }
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let _ = parts.pop().ok_or(Cause::Outside)?;
            }
            _ => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}
