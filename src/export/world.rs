//! What typst may see: one template and what it shares with the others, four embedded fonts and the values given. No file, no
//! package, no font of the system, no clock: the same sheets always give the same pages.

use std::sync::{LazyLock, Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use super::ExportError;
use super::inputs;
use super::pdf::Pages;
use super::sheet::Sheet;
use super::template::{COMMON, Template};

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [
        &include_bytes!("../../assets/fonts/LiberationSans-Regular.ttf")[..],
        &include_bytes!("../../assets/fonts/LiberationSans-Bold.ttf")[..],
        &include_bytes!("../../assets/fonts/LiberationSans-Italic.ttf")[..],
        &include_bytes!("../../assets/fonts/LiberationSans-BoldItalic.ttf")[..],
    ]
    .into_iter()
    .filter_map(|bytes| Font::new(Bytes::new(bytes), 0))
    .collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// One compilation at a time: typst's memory of former ones is shared, and emptied after each.
static TURN: Mutex<()> = Mutex::new(());

/// How many compilations a result is kept for, so that a preview follows what is typed.
const KEPT: usize = 4;

struct Room {
    library: LazyHash<Library>,
    source: Source,
    common: Source,
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.source, &self.common]
            .into_iter()
            .find(|known| known.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Lays the pages out and gives them to `finish`, before typst forgets them.
pub fn with_pages<T>(
    sheets: &[Sheet],
    pages: Pages,
    finish: impl FnOnce(&PagedDocument) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    let template = template(sheets)?;
    let covered = |letter: char| covers(letter);
    let mut values = Dict::new();
    values.insert(
        "sheets".into(),
        inputs::list(sheets.iter().map(|sheet| inputs::sheet(sheet, &covered))),
    );
    values.insert(
        "candidate_only".into(),
        Value::Bool(pages == Pages::CandidateOnly),
    );
    values.insert("leaves".into(), Value::Bool(pages == Pages::Leaves));
    let title = match sheets {
        [sheet] => sheet.title.as_str(),
        _ => sheets.first().map_or("", |sheet| sheet.head.exam.as_str()),
    };
    values.insert("title".into(), Value::Str(title.into()));
    compile(template.source(), values, finish)
}

/// Lays out the pages of a template for some values and gives them to `finish`, before typst
/// forgets them.
pub fn compile<T>(
    template: &str,
    values: Dict,
    finish: impl FnOnce(&PagedDocument) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    let room = Room {
        library: LazyHash::new(Library::builder().with_inputs(values).build()),
        source: source("main.typ", template)?,
        common: source(COMMON.0, COMMON.1)?,
    };
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let result = typst::compile::<PagedDocument>(&room)
        .output
        .map_err(|errors| ExportError::Layout(first(errors.iter())))
        .and_then(|document| finish(&document));
    typst::comemo::evict(KEPT);
    drop(turn);
    result
}

/// Returns what the first of typst's findings says.
pub fn first<'a>(mut errors: impl Iterator<Item = &'a typst::diag::SourceDiagnostic>) -> String {
    errors
        .next()
        .map(|error| error.message.to_string())
        .unwrap_or_default()
}

/// Returns the template of all these sheets.
fn template(sheets: &[Sheet]) -> Result<Template, ExportError> {
    let template = sheets
        .first()
        .map_or(Template::Grille, |sheet| sheet.template);
    if sheets.iter().all(|sheet| sheet.template == template) {
        Ok(template)
    } else {
        Err(ExportError::Mixed)
    }
}

fn source(name: &str, text: &str) -> Result<Source, ExportError> {
    let path = VirtualPath::new(name).map_err(|error| ExportError::Layout(error.to_string()))?;
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    Ok(Source::new(id, text.to_owned()))
}

/// Returns whether the embedded fonts have a letter.
pub fn covers(letter: char) -> bool {
    BOOK.info(0)
        .is_some_and(|font| font.coverage.contains(u32::from(letter)))
}
