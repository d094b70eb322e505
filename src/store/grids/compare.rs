//! Two grids side by side: where they differ, by the places of a grid's file. Rows and sections are
//! followed by their names, wherever they stand.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::super::schema::grid::GridFile;
use crate::domain::grid::Draft;

/// One thing that two grids do not say alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The place: `rows[patrimoine].weight`.
    pub place: String,
    /// What the first says; none when the second added it.
    pub before: Option<String>,
    /// What the second says; none when the second dropped it.
    pub after: Option<String>,
}

/// A part of a grid, in people's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Names, diploma, unit.
    Identity,
    /// The stable names of the grid, of levels, rows and sections.
    Names,
    /// Specialities.
    Options,
    /// Names of the levels.
    LevelNames,
    /// The levels themselves, and which are outside the scale.
    Levels,
    /// Values of the levels.
    LevelValues,
    /// The texts of the levels, shared by all rows.
    Rubric,
    /// The rows themselves: which there are, in what order.
    Rows,
    /// Titles of rows.
    RowTitles,
    /// Short and narrow titles.
    ShortTitles,
    /// Blocs, activities, and what is in which.
    Sections,
    /// Weights of rows and sections.
    Weights,
    /// Which rows are critical.
    Critical,
    /// Which rows stand apart from the tableau.
    Transversal,
    /// Sub-competencies.
    Subparts,
    /// Indicators, criteria, components, situations.
    Indicators,
    /// How many situations are due.
    Situations,
    /// The texts and values of the levels, row by row.
    Descriptors,
    /// Savoirs associés and what may be consulted.
    Knowledge,
    /// How rows and sections are assessed.
    Modality,
    /// What candidates hand in.
    Deliverables,
    /// Penalties.
    Penalties,
    /// Bonus.
    Bonus,
    /// Phases of the oral.
    Phases,
    /// Members of the commission.
    Members,
    /// Papers of the dossier.
    Pieces,
    /// The formula of the mark.
    Formula,
    /// Its scale: out of, bounds, step, threshold.
    MarkScale,
    /// Its rounding.
    Rounding,
    /// What « non évaluable » does, and the coverage due.
    Coverage,
    /// How blocs are decided.
    Decision,
    /// Comments due and levels suggested.
    Comments,
    /// Texts of the form.
    Texts,
    /// Sessions.
    Editions,
    /// Sources.
    Provenance,
}

impl Part {
    /// Returns the part that a place belongs to.
    pub fn of(place: &str) -> Self {
        // What stands between brackets is a name, which may hold anything.
        let mut path = String::new();
        let mut depth = 0_usize;
        for letter in place.chars() {
            match letter {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                letter if depth == 0 => path.push(letter),
                _ => {}
            }
        }
        let mut names = path.split('.');
        let first = names.next().unwrap_or_default();
        let second = names.next().unwrap_or_default();
        match (first, second) {
            ("id", _) => Self::Names,
            ("options", _) => Self::Options,
            ("levels", "label" | "printed" | "plural") => Self::LevelNames,
            ("levels", "value") => Self::LevelValues,
            ("levels", _) => Self::Levels,
            ("rubric", _) => Self::Rubric,
            ("rows", "title") => Self::RowTitles,
            ("rows" | "sections", "short" | "narrow") => Self::ShortTitles,
            ("rows" | "sections", "weight") => Self::Weights,
            ("rows", "section") => Self::Sections,
            ("rows" | "sections", "modality") => Self::Modality,
            ("rows" | "sections", "deliverables") => Self::Deliverables,
            ("rows", "critical") => Self::Critical,
            ("rows", "transversal") => Self::Transversal,
            ("rows", "parts") => Self::Subparts,
            ("rows", "indicators") => Self::Indicators,
            ("rows", "situations") => Self::Situations,
            ("rows", "descriptors") if place.ends_with(".value") => Self::LevelValues,
            ("rows", "descriptors") => Self::Descriptors,
            ("rows", "knowledge") | ("sections" | "reference", _) if is_passage(first, second) => {
                Self::Knowledge
            }
            ("rows", _) => Self::Rows,
            ("sections", "rule") | ("decision", _) => Self::Decision,
            ("sections", _) => Self::Sections,
            ("penalties", _) => Self::Penalties,
            ("bonus", _) => Self::Bonus,
            ("phases", _) => Self::Phases,
            ("members", _) => Self::Members,
            ("pieces", _) => Self::Pieces,
            ("mark", "formula" | "from_lowest" | "relative") => Self::Formula,
            ("mark", "rounding") => Self::Rounding,
            ("mark", "not_assessable" | "coverage") => Self::Coverage,
            ("mark", _) => Self::MarkScale,
            ("comments" | "suggestions", _) => Self::Comments,
            ("texts", _) => Self::Texts,
            ("editions", _) => Self::Editions,
            ("provenance", _) => Self::Provenance,
            _ => Self::Identity,
        }
    }
}

fn is_passage(first: &str, second: &str) -> bool {
    first == "reference" || matches!(second, "knowledge" | "reference")
}

/// Returns where two grids differ, in the order of a grid's file.
pub fn differences(before: &Draft, after: &Draft) -> Vec<Difference> {
    let mut found = Vec::new();
    compare("", &flat(before), &flat(after), &mut found);
    found
}

/// Returns a grid's file with its sections laid in a row, each row saying which it is in.
fn flat(draft: &Draft) -> Value {
    // A grid's file is made of texts, numbers and lists: writing it to memory cannot fail.
    let mut file = serde_json::to_value(GridFile::from(draft)).unwrap_or_default();
    let (mut rows, mut sections) = (Vec::new(), Vec::new());
    if let Value::Object(fields) = &mut file {
        lay(fields, None, &mut rows, &mut sections);
        let _ = fields.insert("rows".into(), Value::Array(rows));
        let _ = fields.insert("sections".into(), Value::Array(sections));
    }
    file
}

fn lay(
    holder: &mut Map<String, Value>,
    parent: Option<&str>,
    rows: &mut Vec<Value>,
    sections: &mut Vec<Value>,
) {
    if let Some(Value::Array(own)) = holder.remove("rows") {
        for mut row in own {
            if let (Value::Object(fields), Some(parent)) = (&mut row, parent) {
                let _ = fields.insert("section".into(), parent.into());
            }
            rows.push(row);
        }
    }
    if let Some(Value::Array(own)) = holder.remove("sections") {
        for mut section in own {
            let mut inner = Map::new();
            let mut id = String::new();
            if let Value::Object(fields) = &mut section {
                for list in ["rows", "sections"] {
                    if let Some(held) = fields.remove(list) {
                        let _ = inner.insert(list.into(), held);
                    }
                }
                id = text(fields.get("id")).unwrap_or_default();
                if let Some(parent) = parent {
                    let _ = fields.insert("parent".into(), parent.into());
                }
            }
            sections.push(section);
            lay(&mut inner, Some(&id), rows, sections);
        }
    }
}

fn compare(place: &str, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let names: Vec<&String> = before
                .keys()
                .chain(after.keys().filter(|name| !before.contains_key(*name)))
                .collect();
            for name in names {
                let inner = if place.is_empty() {
                    name.clone()
                } else {
                    format!("{place}.{name}")
                };
                pair(&inner, before.get(name), after.get(name), found);
            }
        }
        (Value::Array(before), Value::Array(after)) => lists(place, before, after, found),
        _ if before == after => {}
        _ => found.push(Difference {
            place: place.to_owned(),
            before: text(Some(before)),
            after: text(Some(after)),
        }),
    }
}

fn pair(place: &str, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Difference>) {
    match (before, after) {
        (Some(before), Some(after)) => compare(place, before, after, found),
        (Some(Value::Array(list)), None) => lists(place, list, &[], found),
        (None, Some(Value::Array(list))) => lists(place, &[], list, found),
        (before, after) => found.push(Difference {
            place: place.to_owned(),
            before: text(before),
            after: text(after),
        }),
    }
}

fn lists(place: &str, before: &[Value], after: &[Value], found: &mut Vec<Difference>) {
    let (old, new) = (keyed(before), keyed(after));
    let (Some(old), Some(new)) = (old, new) else {
        for index in 0..before.len().max(after.len()) {
            let inner = format!("{place}[{index}]");
            pair(&inner, before.get(index), after.get(index), found);
        }
        return;
    };
    let seen: BTreeMap<&str, &Value> = new
        .iter()
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    let known: BTreeSet<&str> = old.iter().map(|(name, _)| name.as_str()).collect();
    for (name, value) in &old {
        let inner = format!("{place}[{name}]");
        pair(&inner, Some(value), seen.get(name.as_str()).copied(), found);
    }
    for (name, value) in new
        .iter()
        .filter(|(name, _)| !known.contains(name.as_str()))
    {
        pair(&format!("{place}[{name}]"), None, Some(value), found);
    }
    let order = |list: &[(String, &Value)], other: &dyn Fn(&str) -> bool| -> Vec<String> {
        let names = list.iter().map(|(name, _)| name.clone());
        names.filter(|name| other(name)).collect()
    };
    let old_order = order(&old, &|name| seen.contains_key(name));
    let new_order = order(&new, &|name| known.contains(name));
    if old_order != new_order {
        found.push(Difference {
            place: place.to_owned(),
            before: Some(old_order.join(", ")),
            after: Some(new_order.join(", ")),
        });
    }
}

/// Returns each element with its name, when all have one and no two the same.
fn keyed(list: &[Value]) -> Option<Vec<(String, &Value)>> {
    let mut names = BTreeSet::new();
    let mut out = Vec::new();
    for value in list {
        let name = name(value)?;
        if !names.insert(name.clone()) {
            return None;
        }
        out.push((name, value));
    }
    Some(out)
}

fn name(value: &Value) -> Option<String> {
    let get = |key: &str| text(value.get(key));
    get("id")
        .or_else(|| get("session"))
        .or_else(|| match (get("level")?, get("aspect")) {
            (level, Some(aspect)) => Some(format!("{level}/{aspect}")),
            (level, None) => Some(level),
        })
}

/// Returns what a value says, as one text.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(list) => {
            let texts: Vec<String> = list.iter().filter_map(|value| text(Some(value))).collect();
            Some(texts.join(" / "))
        }
        Value::Object(fields) => {
            let told = ["title", "label", "text", "id", "session"];
            let told = told.into_iter().find_map(|key| text(fields.get(key)));
            Some(told.unwrap_or_else(|| Value::Object(fields.clone()).to_string()))
        }
        other => Some(other.to_string()),
    }
}
