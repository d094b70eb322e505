//! Sheets as values of the template: every text of a person goes in as a string, never as markup.

use typst::foundations::{Array, Dict, IntoValue, Str, Value};

use super::sheet::{Observation, PenaltyLine, RubricCell, Sheet, SheetRow, Tick};
use crate::words::french;

/// A word longer than this may not fit its line: it gets places where it can be cut.
const LONGEST_WORD: usize = 28;

/// Returns one sheet as the template reads it. `covered` tells the characters that can be printed.
pub fn sheet(sheet: &Sheet, covered: &dyn Fn(char) -> bool) -> Value {
    let text = |text: &str| printable(text, covered);
    let maybe = |value: &Option<String>| match value {
        Some(value) => text(value),
        None => Value::None,
    };
    let texts = |texts: &[String]| list(texts.iter().map(|line| text(line)));
    let ticks = |ticks: &[Tick]| {
        list(ticks.iter().map(|tick| {
            dict([
                ("label", text(&tick.label)),
                ("ticked", tick.ticked.into_value()),
            ])
        }))
    };
    let head = &sheet.head;
    let identity = &sheet.identity;
    let continued = french(
        "export-continued-identity",
        &[
            ("name", identity.name.as_str()),
            ("number", identity.number.as_str()),
            ("commission", identity.commission.as_str()),
            ("session", head.session.as_str()),
        ],
    );
    dict([
        ("diploma", text(&head.diploma)),
        ("session", text(&head.session)),
        ("exam", text(&head.exam)),
        ("grid_annex", text(&head.grid_annex)),
        ("sheet_annex", text(&head.sheet_annex)),
        ("penalty_annex", text(&head.penalty_annex)),
        ("annex_first", head.annex_first.into_value()),
        ("name", text(&identity.name)),
        ("number", text(&identity.number)),
        ("commission", text(&identity.commission)),
        ("date", maybe(&identity.date)),
        ("options", ticks(&identity.options)),
        ("modes", ticks(&identity.modes)),
        ("members", texts(&identity.members)),
        ("instructions", texts(&sheet.instructions)),
        ("out_of", text(&sheet.out_of)),
        ("mark", maybe(&sheet.mark)),
        ("last", maybe(&sheet.last)),
        (
            "penalties",
            list(sheet.penalties.iter().map(|PenaltyLine { label, points }| {
                dict([("label", text(label)), ("points", maybe(points))])
            })),
        ),
        ("levels", texts(&sheet.levels)),
        ("aspects", sheet.aspects.into_value()),
        (
            "rubric",
            list(sheet.rubric.iter().map(
                |RubricCell {
                     level,
                     aspect,
                     span,
                     text: descriptor,
                 }| {
                    dict([
                        ("level", level.into_value()),
                        ("aspect", aspect.into_value()),
                        ("span", span.into_value()),
                        ("text", text(descriptor)),
                    ])
                },
            )),
        ),
        (
            "rows",
            list(sheet.rows.iter().map(
                |SheetRow {
                     title,
                     parts,
                     indicators,
                     chosen,
                 }| {
                    dict([
                        ("title", text(title)),
                        ("parts", texts(parts)),
                        (
                            "indicators",
                            list(
                                indicators
                                    .iter()
                                    .flat_map(|indicator| indicator.lines())
                                    .map(&text),
                            ),
                        ),
                        ("chosen", chosen.map_or(Value::None, IntoValue::into_value)),
                    ])
                },
            )),
        ),
        (
            "observations",
            list(
                sheet
                    .observations
                    .iter()
                    .map(|Observation { phase, text: said }| {
                        dict([("phase", text(phase)), ("lines", lines(said, covered))])
                    }),
            ),
        ),
        ("appreciation_head", text(&sheet.appreciation_head)),
        ("appreciation", lines(&sheet.appreciation, covered)),
        ("visas", texts(&sheet.visas)),
        ("code", maybe(&sheet.code)),
        ("draft", sheet.draft.into_value()),
        ("draft_word", text(&french("export-draft", &[]))),
        ("draft_notice", text(&french("export-draft-notice", &[]))),
        (
            "continued",
            list([
                text(&french(
                    "export-continued",
                    &[("annex", head.sheet_annex.as_str())],
                )),
                text(&continued),
            ]),
        ),
    ])
}

/// Returns a dictionary.
pub fn dict<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut dict = Dict::new();
    for (key, value) in entries {
        dict.insert(Str::from(key), value);
    }
    Value::Dict(dict)
}

/// Returns an array.
pub fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(values.into_iter().collect::<Array>())
}

/// The lines of a text, without the empty ones at its ends.
fn lines(text: &str, covered: &dyn Fn(char) -> bool) -> Value {
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
