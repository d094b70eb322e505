//! The parts of an .xlsx and how they point to one another. Cells, styles, texts and drawings have
//! their own files; what is refused is refused here, before anything is unpacked in vain.

mod cells;
mod drawing;
mod strings;
mod styles;

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::tableau::package::Package;
use crate::dossier::tableau::sheet::Sheet;
use crate::dossier::xml::{Node, Xml};
use cells::Parsed;
use strings::Text;
use styles::Styles;

/// Returns the first visible sheet that `is_wanted`.
pub(crate) fn read(
    bytes: &[u8],
    is_wanted: &dyn Fn(&Sheet) -> bool,
) -> Result<Option<Sheet>, Cause> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let workbook = package.part(&main)?.ok_or(Cause::NotWorkbook)?;
    let book = Book::parse(&workbook)?;
    let relations = package.relations(&main)?;
    let mut sheets = Vec::new();
    for id in &book.visible {
        if let Some(relation) = relations
            .iter()
            .find(|relation| relation.is_inside && relation.id == *id)
        {
            sheets.push(resolve(&main, &relation.target)?);
        }
    }
    if sheets.is_empty() {
        return Err(Cause::NoSheet);
    }
    let styles = match package.related(&main, &relations, "/styles")? {
        Some((_, part)) => Styles::parse(&part)?,
        None => Styles::default(),
    };
    let texts = match package.related(&main, &relations, "/sharedStrings")? {
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
        let Parsed {
            mut sheet,
            measures,
            links,
        } = cells::parse(&part, &context)?;
        if !is_wanted(&sheet) {
            continue;
        }
        let relations = package.relations(&path)?;
        for (range, id) in links {
            // An address is noted, never followed.
            let address = relations.iter().find(|relation| relation.id == id);
            if let Some(address) = address.filter(|relation| !relation.is_inside) {
                sheet.link(range.top, range.left, &address.target);
            }
        }
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

struct Relation {
    id: String,
    kind: String,
    target: String,
    is_inside: bool,
}

impl Package<'_> {
    /// Returns the part that is the workbook itself: Office Online does not always use its usual name.
    fn main(&mut self) -> Result<String, Cause> {
        if self.has(WORKBOOK) {
            return Ok(WORKBOOK.to_owned());
        }
        let relations = self.relations("")?;
        let main = relations
            .iter()
            .find(|relation| relation.is_inside && relation.kind.ends_with("/officeDocument"));
        match main {
            Some(main) => resolve("", &main.target),
            None => Err(Cause::NotWorkbook),
        }
    }

    fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Cause> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let path = format!("{folder}/_rels/{name}.rels");
        let Some(part) = self.part(path.trim_start_matches('/'))? else {
            return Ok(Vec::new());
        };
        let mut xml = Xml::new(&part)?;
        let mut relations = Vec::new();
        loop {
            match xml.next()? {
                Node::Open(element) if element.is("Relationship") => {
                    if relations.len() >= LIMITS.cells {
                        return Err(Cause::TooMany);
                    }
                    relations.push(Relation {
                        id: element.attribute("Id").unwrap_or_default(),
                        kind: element.attribute("Type").unwrap_or_default(),
                        target: element.attribute("Target").unwrap_or_default(),
                        is_inside: element.attribute("TargetMode").as_deref() != Some("External"),
                    });
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
            .find(|relation| relation.is_inside && relation.kind.ends_with(kind))
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
