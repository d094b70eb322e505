//! The parts of an .ods: its styles, then the first visible sheet that is wanted. Cells and styles
//! have their own files.

mod cells;
mod styles;

use crate::dossier::refused::Cause;
use crate::dossier::tableau::package::Package;
use crate::dossier::tableau::sheet::Sheet;
use styles::Styles;

/// Returns the first visible sheet that `is_wanted`.
pub(crate) fn read(
    bytes: &[u8],
    is_wanted: &dyn Fn(&Sheet) -> bool,
) -> Result<Option<Sheet>, Cause> {
    let mut package = Package::open(bytes)?;
    if is_encrypted(&mut package)? {
        return Err(Cause::Encrypted);
    }
    let kind = package.part("mimetype")?.unwrap_or_default();
    if !kind.is_empty() && !kind.starts_with(SPREADSHEET) {
        return Err(Cause::OpenDocument);
    }
    let mut styles = Styles::default();
    if let Some(part) = package.part("styles.xml")? {
        styles.read(&part)?;
    }
    let content = package.part("content.xml")?.ok_or(Cause::NotWorkbook)?;
    styles.read(&content)?;
    cells::parse(&content, &styles, is_wanted)
}

const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A document under a password keeps its manifest readable, to say how it is locked.
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Cause> {
    if package.has("encrypted-package") {
        return Ok(true);
    }
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    let mark = b"encryption-data";
    Ok(manifest.windows(mark.len()).any(|window| window == mark))
}
