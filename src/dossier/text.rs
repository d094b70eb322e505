//! How texts typed by hundreds of hands are compared: blanks folded, zero-width characters gone,
//! accents and case out of the way.

/// Returns `text` with runs of blanks as one space and without zero-width characters.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars().filter(|&c| !is_zero_width(c)) {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        out.push(c);
    }
    out
}

/// Returns the words of `text`: lower case, no accent, one space for whatever is not a letter or a digit.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().filter(|&c| !is_zero_width(c) && !is_mark(c)) {
        for c in c.to_lowercase() {
            let (base, ligature) = base_letter(c);
            if !base.is_alphanumeric() {
                gap = true;
                continue;
            }
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(base);
            out.extend(ligature);
        }
    }
    out
}

/// Returns `text` with each letter followed by a combining accent written as one character, as
/// names come decomposed from a Mac.
pub(crate) fn compose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let composed = is_mark(c)
            .then(|| out.chars().next_back())
            .flatten()
            .and_then(|base| composed(base, c));
        if let Some(composed) = composed {
            let _ = out.pop();
            out.push(composed);
        } else {
            out.push(c);
        }
    }
    out
}

/// Tells whether `c` takes no room at all.
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{00ad}' | '\u{fe00}'..='\u{fe0f}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}')
}

const COMPOSED: &str = "àáâãäåèéêëìíîïòóôõöùúûüýÿçñÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜÝŸÇÑ";
const BASES: &str = "aaaaaaeeeeiiiiooooouuuuyycnAAAAAAEEEEIIIIOOOOOUUUUYYCN";
const MARKS: &str = "\u{300}\u{301}\u{302}\u{303}\u{308}\u{30a}\u{300}\u{301}\u{302}\u{308}\u{300}\u{301}\u{302}\u{308}\u{300}\u{301}\u{302}\u{303}\u{308}\u{300}\u{301}\u{302}\u{308}\u{301}\u{308}\u{327}\u{303}\u{300}\u{301}\u{302}\u{303}\u{308}\u{30a}\u{300}\u{301}\u{302}\u{308}\u{300}\u{301}\u{302}\u{308}\u{300}\u{301}\u{302}\u{303}\u{308}\u{300}\u{301}\u{302}\u{308}\u{301}\u{308}\u{327}\u{303}";

fn composed(base: char, mark: char) -> Option<char> {
    COMPOSED
        .chars()
        .zip(BASES.chars().zip(MARKS.chars()))
        .find(|(_, pair)| *pair == (base, mark))
        .map(|(composed, _)| composed)
}

fn base_letter(c: char) -> (char, Option<char>) {
    match c {
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'ß' => ('s', Some('s')),
        _ if c.is_ascii() => (c, None),
        _ => (
            COMPOSED
                .chars()
                .zip(BASES.chars())
                .find(|(composed, _)| *composed == c)
                .map_or(c, |(_, base)| base),
            None,
        ),
    }
}
