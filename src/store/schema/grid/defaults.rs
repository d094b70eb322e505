//! What a grid's file may leave out.

pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

pub fn one() -> usize {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub fn is_one(value: &usize) -> bool {
    *value == 1
}

pub fn truth() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub fn is_true(value: &bool) -> bool {
    *value
}

/// The longest short title, in characters.
const SHORT: usize = 24;

/// Returns the first words of a title, as many as a short title holds.
pub fn shorten(title: &str) -> String {
    let mut short = String::new();
    for word in title.split_whitespace() {
        let length = short.chars().count() + word.chars().count() + 1;
        if !short.is_empty() && length > SHORT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(SHORT));
    }
    // A title does not end on an article or a comma.
    let weak = |word: &str| word.chars().count() <= 3 && word.chars().all(char::is_alphabetic);
    while let Some((head, last)) = short.rsplit_once(' ')
        && weak(last)
        && short != title
        && last.chars().all(char::is_lowercase)
    {
        short = head.to_owned();
    }
    short
        .trim_end_matches([',', ';', ':', '('])
        .trim_end()
        .to_owned()
}
