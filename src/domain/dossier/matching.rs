//! Whose dossier is whose: by the candidate's number, else by the exact name, accents, case and order
//! of the words aside. What several candidates or dossiers could answer is never chosen.

use crate::domain::roster::Candidate;

/// What a dossier says of its owner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Owner {
    /// The number that its tableau gives.
    pub number: Option<String>,
    /// The name that its tableau gives.
    pub name: Option<String>,
    /// The name of its folder or archive, which may hold either.
    pub label: String,
}

/// Whose a dossier is; candidates are indices in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// Of this candidate, by the number.
    Number(usize),
    /// Of this candidate, by the name: no number says so.
    Name(usize),
    /// Perhaps of one of these, or of the only one: the jury says.
    Ambiguous(Vec<usize>),
    /// Of nobody on the list.
    Nobody,
}

impl Match {
    /// Returns the candidate, when there is one for sure.
    pub fn candidate(&self) -> Option<usize> {
        match self {
            Self::Number(index) | Self::Name(index) => Some(*index),
            Self::Ambiguous(_) | Self::Nobody => None,
        }
    }
}

/// Finds whose each dossier is. A candidate whom two dossiers claim equally has neither for sure.
pub fn matches(owners: &[Owner], candidates: &[Candidate]) -> Vec<Match> {
    owners.iter().map(|owner| one(owner, candidates)).collect()
}

/// Returns, for each dossier, the others that are of the same candidate.
pub fn rivals(matches: &[Match]) -> Vec<Vec<usize>> {
    matches
        .iter()
        .enumerate()
        .map(|(index, own)| {
            let others = matches.iter().enumerate();
            others
                .filter(|(other, found)| {
                    *other != index && own.candidate().is_some() && found.candidate() == own.candidate()
                })
                .map(|(other, _)| other)
                .collect()
        })
        .collect()
}

fn one(owner: &Owner, candidates: &[Candidate]) -> Match {
    let all = |is: &dyn Fn(&Candidate) -> bool| -> Vec<usize> {
        let candidates = candidates.iter().enumerate();
        candidates
            .filter(|(_, candidate)| is(candidate))
            .map(|(index, _)| index)
            .collect()
    };
    let numbers = owner
        .number
        .iter()
        .map(|number| digits(number))
        .chain(long_numbers(&owner.label));
    for number in numbers.filter(|number| !number.is_empty()) {
        match all(&|candidate| digits(candidate.number.as_str()) == number).as_slice() {
            [] => {}
            [only] => return Match::Number(*only),
            several => return Match::Ambiguous(several.to_vec()),
        }
    }
    let names = owner.name.iter().map(String::as_str);
    for name in names.chain([owner.label.as_str()]) {
        let key = name_key(name);
        if key.is_empty() {
            continue;
        }
        match all(&|candidate| name_key(&candidate.name()) == key).as_slice() {
            [] => {}
            [only] => return Match::Name(*only),
            several => return Match::Ambiguous(several.to_vec()),
        }
    }
    // A folder named « dupont-lea-dossier-final » says whose it may be, not whose it is.
    let label = name_key(&owner.label);
    let said = all(&|candidate| {
        let name = name_key(&candidate.name());
        !name.is_empty() && name.iter().all(|word| label.contains(word))
    });
    if said.is_empty() {
        Match::Nobody
    } else {
        Match::Ambiguous(said)
    }
}

/// Returns the digits of a number as typed, leading zeros aside: spreadsheets drop them.
pub fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// Numbers long enough to be a candidate's; a year or a date is not.
fn long_numbers(label: &str) -> Vec<String> {
    const SHORTEST: usize = 9;
    label
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() >= SHORTEST)
        .map(digits)
        .collect()
}

/// Returns the words of a name, plain and in order of the alphabet: « ÉCHO Maëlle », « Maelle Echo »
/// and « echo-maelle » are one.
pub fn name_key(name: &str) -> Vec<String> {
    let plain: String = name.chars().flat_map(plain).collect();
    let mut words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.chars().all(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

/// Returns a letter in lower case without its accent.
fn plain(c: char) -> Vec<char> {
    // A combining accent, as names come decomposed from a Mac.
    if matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}') {
        return Vec::new();
    }
    let lower = c.to_lowercase();
    lower
        .flat_map(|c| match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => vec!['a'],
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => vec!['e'],
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => vec!['i'],
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ø' | 'ő' => vec!['o'],
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => vec!['u'],
            'ý' | 'ÿ' => vec!['y'],
            'ç' | 'ć' | 'č' => vec!['c'],
            'ñ' | 'ń' | 'ň' => vec!['n'],
            'ś' | 'š' | 'ş' => vec!['s'],
            'ź' | 'ż' | 'ž' => vec!['z'],
            'ł' => vec!['l'],
            'ğ' => vec!['g'],
            'ř' => vec!['r'],
            'ť' => vec!['t'],
            'ď' | 'đ' => vec!['d'],
            'œ' => vec!['o', 'e'],
            'æ' => vec!['a', 'e'],
            'ß' => vec!['s', 's'],
            c => vec![c],
        })
        .collect()
}
