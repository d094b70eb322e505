//! What stands above the header: who, from where, which option. The value is usually typed in the
//! cell of its label, after the colon. An option that nothing marks, or two of them, stays unknown.

use crate::domain::dossier::{IdentityPlaces, Place};
use crate::dossier::tableau::sheet::{Cell, Sheet};
use crate::dossier::tableau::tick;
use crate::dossier::text;

/// Who the tableau is about, as typed.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    /// The session's year.
    pub session: Option<String>,
    /// NOM et prénom.
    pub candidate: Option<String>,
    /// The candidate's number.
    pub number: Option<String>,
    /// The training centre.
    pub centre: Option<String>,
    /// The portfolio's address.
    pub url: Option<String>,
    /// Whether there is a place for the address at all.
    pub has_url_row: bool,
    /// Where each was read.
    pub places: IdentityPlaces,
}

/// The landmarks of the form, folded; candidates rewrite them.
const CANDIDATE: [&str; 7] = [
    "nom et prenom",
    "nom et prenoms",
    "nom prenom",
    "nom du candidat",
    "prenom et nom",
    "prenom nom",
    "candidat",
];
const NUMBER: [&str; 6] = [
    "n candidat",
    "no candidat",
    "n de candidat",
    "n du candidat",
    "numero candidat",
    "numero de candidat",
];
const CENTRE: [&str; 2] = ["centre de formation", "etablissement"];
const URL: [&str; 8] = [
    "adresse url",
    "adresse du portfolio",
    "adresse portfolio",
    "adresse de portfolio",
    "site portfolio",
    "url",
    "lien",
    "portfolio",
];
const SESSION: [&str; 1] = ["session"];
const OPTION: [&str; 1] = ["option"];
const LABELS: [&[&str]; 6] = [&CANDIDATE, &NUMBER, &CENTRE, &URL, &SESSION, &OPTION];

/// Reads the identity above the row `header`.
pub(crate) fn read(sheet: &Sheet, header: u32) -> Identity {
    let mut identity = Identity::default();
    let cells = sheet.texts().take_while(|(row, ..)| *row < header);
    let pieces = cells.flat_map(|(row, column, cell)| {
        let pieces = pieces(&cell.text).into_iter();
        pieces.map(move |piece| (row, column, piece))
    });
    for (row, column, typed) in pieces {
        let folded = text::fold(typed);
        let places = &mut identity.places;
        // The number comes first: its label holds the word of the candidate's own.
        let (slot, place) = if starts_with(&folded, &NUMBER) {
            (&mut identity.number, &mut places.number)
        } else if starts_with(&folded, &CANDIDATE) {
            (&mut identity.candidate, &mut places.candidate)
        } else if starts_with(&folded, &CENTRE) {
            (&mut identity.centre, &mut places.centre)
        } else if starts_with(&folded, &URL) {
            identity.has_url_row = true;
            (&mut identity.url, &mut places.url)
        } else if starts_with(&folded, &SESSION) {
            if identity.session.is_none()
                && let Some(session) = session(typed)
            {
                identity.session = Some(session);
                places.session = Some(sheet.place(row, column));
            }
            continue;
        } else {
            // The title of the form may share its cell.
            if identity.session.is_none()
                && folded.starts_with("bts ")
                && let Some((_, rest)) = typed.rsplit_once("SESSION")
                && let Some(session) = session(&format!("SESSION{rest}"))
            {
                identity.session = Some(session);
                places.session = Some(sheet.place(row, column));
            }
            continue;
        };
        if slot.is_none()
            && let Some((value, column)) = value(sheet, row, column, typed)
        {
            *slot = Some(value);
            *place = Some(sheet.place(row, column));
        }
    }
    identity.url = identity.url.map(bare_address);
    identity
}

/// Cuts the text of a cell before each label but the first: two may share one cell.
fn pieces(typed: &str) -> Vec<&str> {
    /// Words of the longest label, and labels looked for in one cell.
    const WORDS: usize = 4;
    const MOST: usize = 6;
    let mut cuts = vec![0];
    for (colon, _) in typed.match_indices(':').skip(1).take(MOST) {
        let before = typed.get(..colon).unwrap_or_default();
        let mut starts: Vec<usize> = before
            .char_indices()
            .filter(|(at, c)| {
                let after = before.get(..*at).and_then(|rest| rest.chars().next_back());
                !c.is_whitespace() && after.is_none_or(char::is_whitespace)
            })
            .map(|(at, _)| at)
            .collect();
        let words = starts.split_off(starts.len().saturating_sub(WORDS));
        let start = words.into_iter().find(|start| {
            let label = text::fold(before.get(*start..).unwrap_or_default());
            LABELS.iter().any(|labels| labels.contains(&label.as_str()))
        });
        cuts.extend(start.filter(|start| *start > 0));
    }
    let ends = cuts.iter().skip(1).copied().chain([typed.len()]);
    cuts.iter()
        .zip(ends)
        .filter_map(|(start, end)| typed.get(*start..end))
        .collect()
}

/// Takes away the scheme that was left before a whole address, as in `http: https://…`.
fn bare_address(typed: String) -> String {
    let address = typed.split_once(' ').and_then(|(scheme, address)| {
        let is_scheme = matches!(scheme, "http:" | "https:" | "http://" | "https://");
        (is_scheme && is_address(address)).then(|| address.to_owned())
    });
    address.unwrap_or(typed)
}

/// Returns the address typed in a spare row, as users of the first form do.
pub(crate) fn url_of_spare_row(typed: &str) -> Option<String> {
    let address = starts_with(&text::fold(typed), &URL)
        .then(|| after_colon(typed))
        .flatten()?;
    is_address(&address).then_some(address)
}

/// Tells whether a text is the address of a site, with or without its scheme.
pub(crate) fn is_address(typed: &str) -> bool {
    let lower = typed.to_lowercase();
    let bare = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"));
    let host = bare.unwrap_or(&lower).split(['/', '?', '#']).next();
    let is_host = host.is_some_and(|host| {
        host.contains('.')
            && host.split('.').all(|part| !part.is_empty())
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '_'))
            && host.rsplit('.').next().is_some_and(|end| {
                end.chars().count() >= 2 && end.chars().all(|c| c.is_alphanumeric() || c == ':')
            })
    });
    is_host && !typed.contains(char::is_whitespace) && typed.len() <= 500
}

fn starts_with(folded: &str, labels: &[&str]) -> bool {
    labels.iter().any(|label| {
        folded
            .strip_prefix(label)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

fn is_label(typed: &str) -> bool {
    let folded = text::fold(typed);
    LABELS.iter().any(|labels| starts_with(&folded, labels))
}

/// Returns the value of a label and the column where it stands.
fn value(sheet: &Sheet, row: u32, column: u32, typed: &str) -> Option<(String, u32)> {
    if let Some(value) = after_colon(typed) {
        return Some((value, column));
    }
    let right = sheet.merge_at(row, column).map_or(column, |m| m.right);
    let (&place, next) = sheet
        .rows
        .get(&row)?
        .cells
        .range(right.checked_add(1)?..)
        .find(|(_, cell)| !text::clean(&cell.text).is_empty())?;
    (!is_label(&next.text)).then(|| (text::clean(&next.text), place))
}

fn after_colon(typed: &str) -> Option<String> {
    let (_, value) = typed.split_once(':')?;
    let value = text::clean(value);
    // Dots or dashes to write on are no value.
    value.contains(char::is_alphanumeric).then_some(value)
}

/// Keeps `2024-2026` of `SESSION 2024-2026`, and nothing of `SESSION …......` nor of the lines that
/// share its cell.
fn session(typed: &str) -> Option<String> {
    let mut lines = typed.lines().map(text::clean);
    let cleaned = lines.find(|line| starts_with(&text::fold(line), &SESSION))?;
    let value = cleaned.get("session".len()..)?;
    let value = value.trim_matches(|c: char| !c.is_alphanumeric());
    value
        .contains(|c: char| c.is_ascii_digit())
        .then(|| value.to_owned())
}

/// Returns the one of `options` that is marked above the row `header`, and where.
pub(crate) fn option(sheet: &Sheet, header: u32, options: &[String]) -> Option<(String, Place)> {
    let mut seen: Vec<Seen> = Vec::new();
    // A longer text names the diploma or quotes the rules: it marks nothing.
    const LONG: usize = 60;
    let above = sheet.texts().take_while(|(row, ..)| *row < header);
    for (row, column, cell) in above.filter(|(.., cell)| text::clean(&cell.text).len() <= LONG) {
        seen.extend(in_cell(sheet, (row, column), cell, options));
    }
    let only = |way: fn(&Seen) -> bool| {
        let mut marked = seen.iter().filter(|seen| way(seen));
        let first = marked.next()?;
        marked.next().is_none().then_some(first)
    };
    let answer = |seen: &Seen| Some((options.get(seen.option)?.clone(), seen.place));
    // Two marks are a contradiction; two fills or two shapes may only be decoration.
    let is_contradictory = seen.iter().filter(|seen| seen.is_marked).count() > 1;
    if is_contradictory {
        return None;
    }
    let marked = only(|seen| seen.is_marked)
        .or_else(|| only(|seen| seen.is_filled))
        .or_else(|| only(|seen| seen.is_drawn));
    if let Some(seen) = marked.or_else(|| odd_one(&seen)) {
        return answer(seen);
    }
    let kept: Vec<&Seen> = seen.iter().filter(|seen| !seen.is_struck).collect();
    match kept.as_slice() {
        [one] if seen.len() > kept.len() => answer(one),
        _ => None,
    }
}

/// Returns the option beside which a sign took the place of the box that the others still have.
fn odd_one(seen: &[Seen]) -> Option<&Seen> {
    let is_box = |sign: &str| {
        let mut signs = sign.chars();
        // A box whose font was lost is printed as one of these.
        let is_lost = |c: char| matches!(c, '¤' | 'O' | '°' | '◦' | '\u{fffd}');
        !sign.is_empty() && signs.all(|c| tick::is_empty_box(c) || is_lost(c))
    };
    let is_sign = |sign: &str| {
        let mut signs = sign.chars();
        let first = signs.next().filter(|_| signs.next().is_none());
        // The crosses of Wingdings are these letters once their font is lost.
        let is_letter = |c| matches!(c, 'V' | 'Þ' | 'Ý' | 'Ü' | 'Û');
        first.is_some_and(|c| is_letter(c) || !c.is_alphanumeric() && !c.is_ascii())
    };
    let (boxes, others): (Vec<&Seen>, Vec<&Seen>) = seen.iter().partition(|s| is_box(&s.sign));
    match others.as_slice() {
        [one] if !boxes.is_empty() && is_sign(&one.sign) => Some(one),
        _ => None,
    }
}

/// One option, named in one cell.
struct Seen {
    option: usize,
    /// What stands beside it.
    sign: String,
    place: Place,
    is_marked: bool,
    is_filled: bool,
    is_drawn: bool,
    is_struck: bool,
}

fn in_cell(sheet: &Sheet, at: (u32, u32), cell: &Cell, options: &[String]) -> Vec<Seen> {
    let upper = cell.text.to_uppercase();
    let mut places: Vec<(usize, usize, usize)> = options
        .iter()
        .enumerate()
        .filter_map(|(index, option)| {
            let name = option.to_uppercase();
            let start = upper.find(&name)?;
            let is_word = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            let end = start.checked_add(name.len())?;
            let after = upper.get(end..)?.chars().next();
            is_word(after).then_some((start, end, index))
        })
        .collect();
    places.sort_unstable();
    // Marks usually come before the name; all of them come after when the first has nothing before.
    let first = places.first().map_or(0, |place| place.0);
    let last = places.last().map_or(0, |place| place.1);
    let leads = !text::clean(unlabelled(upper.get(..first).unwrap_or_default())).is_empty();
    let trails = !text::clean(upper.get(last..).unwrap_or_default()).is_empty();
    let is_alone = places.len() == 1;
    let mut seen = Vec::new();
    for (rank, &(start, end, option)) in places.iter().enumerate() {
        let mark = if leads || !trails {
            let from = rank
                .checked_sub(1)
                .and_then(|before| places.get(before))
                .map_or(0, |before| before.1);
            upper.get(from..start)
        } else {
            let to = rank
                .checked_add(1)
                .and_then(|next| places.get(next))
                .map_or(upper.len(), |next| next.0);
            upper.get(end..to)
        };
        let name = options.get(option).map_or("", String::as_str);
        let signs = mark.map_or("", unlabelled).chars();
        seen.push(Seen {
            option,
            sign: signs
                .filter(|c| !text::is_zero_width(*c) && !c.is_whitespace())
                .collect(),
            place: sheet.place(at.0, at.1),
            is_marked: mark.is_some_and(|mark| is_mark(unlabelled(mark))),
            is_filled: is_alone && cell.fill.is_some(),
            is_drawn: is_alone && sheet.is_drawn_over(at.0, at.1),
            is_struck: cell.struck.to_uppercase().contains(&name.to_uppercase()),
        });
    }
    seen
}

/// Returns what stands beside an option without the label, which may share its cell.
fn unlabelled(beside: &str) -> &str {
    let after = beside.rsplit_once(':').map_or(beside, |(_, after)| after);
    let trimmed = after.trim_start();
    trimmed.strip_prefix("OPTION").unwrap_or(trimmed)
}

/// Tells whether what stands beside an option marks it. Letters other than an x mark nothing: they
/// may be a word of the label.
fn is_mark(beside: &str) -> bool {
    let signs: String = beside
        .chars()
        .filter(|c| !text::is_zero_width(*c) && !c.is_whitespace())
        .filter(|c| {
            !tick::is_empty_box(*c) && !matches!(c, '|' | '[' | ']' | '(' | ')' | ':' | '-' | '/')
        })
        .collect();
    matches!(signs.as_str(), "X" | "XX" | "OUI")
        || !signs.is_empty()
            && signs.chars().all(|c| {
                matches!(
                    c,
                    '☒' | '☑'
                        | '▣'
                        | '■'
                        | '✓'
                        | '✔'
                        | '✗'
                        | '✘'
                        | '✅'
                        | '☓'
                        | '×'
                        | '✖'
                        | '❌'
                        | '●'
                        | '◉'
                        | '⬛'
                        | '◼'
                        | '▪'
                        | '⊠'
                        | '⊗'
                        | '🗹'
                        | '🗷'
                )
            })
}
