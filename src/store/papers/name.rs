//! Names of folders and files of copies: the same papers always get the same ones, every file system
//! takes them, and none leads out of its folder.

use crate::domain::dossier::Dossier;
use crate::domain::id::CandidateId;
use crate::store::journal::sha256;

/// Longest name in bytes: paths stay within what old programs of Windows open.
const LONGEST: usize = 80;

/// Returns the folder of a candidate. A number of digits and small letters is its own name; of any
/// other, a hash tells apart what looks alike.
pub(super) fn of_candidate(candidate: &CandidateId) -> String {
    let number = candidate.as_str();
    let plain = |sign: char| sign.is_ascii_digit() || sign.is_ascii_lowercase() || sign == '-';
    let is_plain = !number.is_empty()
        && number.len() <= LONGEST / 2
        && number.chars().all(plain)
        && !is_device(number);
    if is_plain {
        return number.to_owned();
    }
    let readable: String = number
        .chars()
        .take(LONGEST / 2)
        .map(|sign| sign.to_ascii_lowercase())
        .map(|sign| if plain(sign) { sign } else { '-' })
        .collect();
    format!("{readable}_{}", short_hash(number))
}

/// Returns the folder of a dossier: what its papers hash to. Labels given by hand change nothing.
pub(super) fn of_dossier(dossier: &Dossier) -> String {
    let mut lines: Vec<String> = dossier
        .pieces
        .iter()
        .filter_map(|piece| Some(format!("{}  {}\n", piece.sha256.as_ref()?, piece.path)))
        .collect();
    lines.sort();
    lines.dedup();
    sha256(lines.concat().as_bytes()).chars().take(16).collect()
}

/// Returns the name on the disk of one part of a path inside a dossier, which cannot be `..` nor a
/// device. What Windows does not take is replaced, and a hash tells the names apart.
pub(super) fn of_part(part: &str) -> String {
    let bad = |sign: char| sign.is_control() || "<>\"|?*:\\/".contains(sign);
    let is_dots = part.chars().all(|sign| sign == '.');
    if !part.is_empty() && part.len() <= LONGEST && !part.chars().any(bad) && !is_dots {
        return part.to_owned();
    }
    let (stem, ending) = match part.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 && !ending.chars().any(bad) => {
            (stem, format!(".{ending}"))
        }
        _ => (part, String::new()),
    };
    let stem: String = stem
        .chars()
        .map(|sign| if bad(sign) { '_' } else { sign })
        .take(LONGEST / 4)
        .collect();
    format!(
        "{}~{}{ending}",
        stem.trim_end_matches('.'),
        short_hash(part)
    )
}

fn short_hash(text: &str) -> String {
    sha256(text.as_bytes()).chars().take(8).collect()
}

/// Names that Windows keeps for itself, with any ending.
fn is_device(name: &str) -> bool {
    let numbered = name
        .strip_prefix("com")
        .or_else(|| name.strip_prefix("lpt"))
        .is_some_and(|rest| rest.len() == 1);
    numbered || matches!(name, "con" | "prn" | "aux" | "nul")
}
