//! Texts that people wrote, made such that the embedded fonts can print them.

use typst::foundations::{Str, Value};

use super::list;

/// A word longer than this may not fit its line: it gets places where it can be cut.
const LONGEST_WORD: usize = 28;

/// The lines of a text, without the empty ones at its ends.
pub fn lines(text: &str, covered: &dyn Fn(char) -> bool) -> Value {
    list(text.trim().lines().map(|line| printable(line, covered)))
}

/// Returns a text that the embedded fonts can print. PDF/A refuses a file with a letter that has
/// no glyph, and a jury must get its sheet: such a letter is printed as « □ ».
pub fn printable(text: &str, covered: &dyn Fn(char) -> bool) -> Value {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        let letter = match letter {
            // The font has no narrow space; the other does not break either.
            '\u{202f}' | '\u{2007}' => '\u{a0}',
            '\u{2000}'..='\u{200a}' => ' ',
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => continue,
            '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => continue,
            '\u{300}'..='\u{36f}' => match out.pop() {
                Some(base) => match composed(base, letter) {
                    Some(letter) if covered(letter) => letter,
                    _ => {
                        out.push(base);
                        continue;
                    }
                },
                None => continue,
            },
            letter if letter.is_whitespace() && letter != '\u{a0}' => ' ',
            letter if letter.is_control() => continue,
            letter if covered(letter) => letter,
            _ => '□',
        };
        if letter == ' ' {
            run = 0;
        } else if run >= LONGEST_WORD {
            // An opportunity to break, which prints nothing.
            out.push('\u{200b}');
            run = 0;
        }
        run += 1;
        out.push(letter);
    }
    Value::Str(Str::from(out))
}

/// Letters of French names written in two characters, as some systems do, become one.
fn composed(base: char, mark: char) -> Option<char> {
    const BASES: &str = "aeiouyAEIOUYcCnN";
    let row = match mark {
        '\u{300}' => "àèìòùỳÀÈÌÒÙỲ    ",
        '\u{301}' => "áéíóúýÁÉÍÓÚÝćĆńŃ",
        '\u{302}' => "âêîôûŷÂÊÎÔÛŶĉĈ  ",
        '\u{303}' => "ã ĩõũ Ã ĨÕŨ   ñÑ",
        '\u{308}' => "äëïöüÿÄËÏÖÜŸ    ",
        '\u{30c}' => "            čČňŇ",
        '\u{327}' => "            çÇņŅ",
        _ => return None,
    };
    let place = BASES.chars().position(|letter| letter == base)?;
    row.chars().nth(place).filter(|letter| *letter != ' ')
}
