//! Which names may stand inside a dossier. Nothing is ever written under them, but the jury reads
//! them and the next program may be less careful.

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;
use crate::dossier::text;

/// Returns the composed path when every part of it can be a file of the dossier on any computer.
pub(crate) fn safe(path: &str) -> Result<String, Cause> {
    let too_long = path.len() > LIMITS.path;
    let refused = too_long
        || path.is_empty()
        || path.starts_with('/')
        || path.contains(['\\', ':'])
        || path.chars().any(is_misleading)
        || path.split('/').any(is_impossible);
    if refused {
        return Err(Cause::Name);
    }
    if path.split('/').count() > LIMITS.folders {
        return Err(Cause::TooDeep);
    }
    Ok(text::compose(path))
}

/// Returns a name that is safe to show whatever it holds.
pub(crate) fn shown(path: &str) -> String {
    const SHOWN: usize = 80;
    let mut out: String = path
        .chars()
        .take(SHOWN)
        .map(|c| if is_misleading(c) { '\u{fffd}' } else { c })
        .collect();
    if path.chars().count() > SHOWN {
        out.push('…');
    }
    out
}

/// Reads a name as archives hold it: UTF-8 when it is so, else the code page of French Windows.
pub(crate) fn decode(raw: &[u8]) -> String {
    match str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => raw.iter().map(|&byte| code_page_850(byte)).collect(),
    }
}

/// Tells whether the system or an office program left this paper behind.
pub(crate) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let lower = name.to_lowercase();
    name.starts_with("~$")
        || name.starts_with("._")
        || name.starts_with(".~lock.")
        || matches!(
            lower.as_str(),
            ".ds_store" | "thumbs.db" | "desktop.ini" | ".gitignore" | ".localized"
        )
        || path.split('/').any(is_litter_folder)
}

/// Returns the folder of libraries or of history that holds this path.
pub(crate) fn bulk_folder(path: &str) -> Option<&str> {
    let (at, part) = path
        .match_indices('/')
        .map(|(at, _)| (at, path.get(..at).unwrap_or_default()))
        .find(|(_, folder)| {
            let name = folder.rsplit('/').next().unwrap_or(folder);
            name != "__MACOSX" && is_litter_folder(name)
        })?;
    (at > 0).then_some(part)
}

/// Tells whether nothing inside this folder is the candidate's own work.
pub(crate) fn is_litter_folder(name: &str) -> bool {
    matches!(
        name,
        "__MACOSX" | ".git" | ".svn" | "node_modules" | "$RECYCLE.BIN" | ".Trashes"
    )
}

fn is_misleading(c: char) -> bool {
    c.is_control()
        || text::is_zero_width(c) && c != '\u{200d}' && !matches!(c, '\u{fe00}'..='\u{fe0f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_impossible(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    part.is_empty() || part.len() > LIMITS.name || part.ends_with(['.', ' ']) || is_device(stem)
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let numbered = stem
        .strip_prefix("COM")
        .or_else(|| stem.strip_prefix("LPT"))
        .is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    numbered || matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
}

const UPPER_HALF: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

fn code_page_850(byte: u8) -> char {
    match byte {
        0..=127 => char::from(byte),
        128..=255 => UPPER_HALF
            .chars()
            .nth(usize::from(byte) - 128)
            .unwrap_or('\u{fffd}'),
    }
}
