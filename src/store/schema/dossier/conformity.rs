//! What `dossier --json` prints of a folder of dossiers: whose each is, and what it holds.

use serde_json::{Value, json};

use super::{Refusal, Report};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::matching::Match;
use crate::domain::roster::Candidate;
use crate::dossier::Refused;

/// One dossier of a folder.
pub struct Conformity<'a> {
    /// Its name in the folder.
    pub path: &'a str,
    /// What was read of it.
    pub read: Result<&'a Dossier, &'a Refused>,
    /// Whose it is; none when no list is given.
    pub owner: Option<&'a Match>,
    /// What is to be known of it.
    pub findings: &'a [String],
}

/// Reports dossiers, and the people of the list who have none; columns bear these labels.
pub fn conformity(
    dossiers: &[Conformity<'_>],
    people: &[Candidate],
    without: &[&Candidate],
    labels: &[String],
) -> Value {
    let person =
        |candidate: &Candidate| json!({ "number": candidate.number.as_str(), "name": candidate.name() });
    let lines: Vec<Value> = dossiers
        .iter()
        .map(|line| {
            let by = line.owner.map(|owner| match owner {
                Match::Number(_) => "number",
                Match::Name(_) => "name",
                Match::Ambiguous(_) => "ambiguous",
                Match::Nobody => "nobody",
            });
            let matched: Vec<Value> = match line.owner {
                Some(Match::Number(index) | Match::Name(index)) => {
                    people.get(*index).map(person).into_iter().collect()
                }
                Some(Match::Ambiguous(several)) => several
                    .iter()
                    .filter_map(|index| people.get(*index))
                    .map(person)
                    .collect(),
                Some(Match::Nobody) | None => Vec::new(),
            };
            let owner = line
                .owner
                .and_then(Match::candidate)
                .and_then(|index| people.get(index));
            let mut value = match line.read {
                Ok(dossier) => json!(Report::new(dossier, labels, owner)),
                Err(refused) => json!(Refusal::from(refused)),
            };
            if let Some(fields) = value.as_object_mut() {
                let _ = fields.insert("path".to_owned(), json!(line.path));
                let _ = fields.insert("match".to_owned(), json!({ "by": by, "people": matched }));
                let _ = fields.insert("findings".to_owned(), json!(line.findings));
            }
            value
        })
        .collect();
    json!({
        "dossiers": lines,
        "without_dossier": without.iter().map(|candidate| person(candidate)).collect::<Vec<_>>(),
    })
}
