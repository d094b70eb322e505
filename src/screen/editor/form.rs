//! What the form of a part holds: fields with their words, in order. Draws nothing and changes
//! nothing.

mod content;
mod rules;
mod structure;

use crate::domain::fraction::Fraction;
use crate::domain::grid::Draft;
use crate::domain::grid::change::{Change, Field, List, Value};
use crate::domain::grid::part::Part;
use crate::{t, words};

/// One thing of a form.
#[derive(Debug, Clone)]
pub enum Item {
    /// The head of a group.
    Head(String),
    /// What the group is for.
    Note(String),
    /// Fields side by side.
    Line(Vec<Input>),
    /// The head of an entry of a list, with how many there are.
    Entry(String, List, usize, usize),
    /// Adds an entry to a list.
    Add(String, List),
    /// Any other gesture.
    Button(String, Change),
    /// Adds or drops the rule of decision.
    Decide(bool),
}

/// One field.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its label.
    pub label: String,
    /// What to know of it.
    pub note: Option<String>,
    /// Where it writes.
    pub field: Field,
    /// What it holds.
    pub shape: Shape,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A text of one line.
    Line(String),
    /// A text of several lines.
    Area(String),
    /// Several texts, one a line.
    Lines(Vec<String>),
    /// A number; none where it may be left out.
    Number(Option<Fraction>, bool),
    /// A count; none where it may be left out.
    Count(Option<usize>, bool),
    /// A length in seconds.
    Duration(u32),
    /// Yes or no.
    Flag(bool),
    /// One of a few.
    Choice(Vec<String>, usize),
    /// One of many, or none.
    Pick(Vec<String>, Option<usize>, bool),
}

impl Input {
    fn new(label: &str, field: Field, shape: Shape) -> Self {
        Self {
            label: t!(label),
            note: None,
            field,
            shape,
        }
    }

    fn note(mut self, key: &str) -> Self {
        self.note = Some(t!(key));
        self
    }

    /// Returns whether it is written in a zone of several lines.
    pub fn is_area(&self) -> bool {
        matches!(self.shape, Shape::Area(_) | Shape::Lines(_))
    }

    /// Returns what its text is before somebody writes in it.
    pub fn text(&self) -> String {
        match &self.shape {
            Shape::Line(text) | Shape::Area(text) => text.clone(),
            Shape::Lines(lines) => lines.join("\n"),
            Shape::Number(number, _) => number.as_ref().map(words::number).unwrap_or_default(),
            Shape::Count(count, _) => count.map(|count| count.to_string()).unwrap_or_default(),
            Shape::Duration(seconds) if seconds % 60 == 0 => (seconds / 60).to_string(),
            Shape::Duration(seconds) => format!("{}:{:02}", seconds / 60, seconds % 60),
            Shape::Flag(yes) => t!(if *yes { "editor-yes" } else { "editor-no" }),
            Shape::Choice(choices, at) => choices.get(*at).cloned().unwrap_or_default(),
            Shape::Pick(choices, at, _) => {
                let chosen = at.and_then(|at| choices.get(at));
                chosen.cloned().unwrap_or_else(|| t!("editor-none"))
            }
        }
    }

    /// Returns the value that a text means here, or why it means none.
    pub fn parse(&self, text: &str) -> Result<Value, String> {
        let plain = text.trim();
        match &self.shape {
            Shape::Line(_) | Shape::Area(_) => Ok(Value::Text(text.to_owned())),
            Shape::Lines(_) => {
                let lines = text.lines().filter(|line| !line.trim().is_empty());
                Ok(Value::Lines(lines.map(str::to_owned).collect()))
            }
            Shape::Number(_, true) if plain.is_empty() => Ok(Value::Number(None)),
            Shape::Number(..) => match Fraction::parse(plain) {
                Some(number) => Ok(Value::Number(Some(number))),
                None => Err(t!("editor-not-a-number")),
            },
            Shape::Count(_, true) if plain.is_empty() => Ok(Value::Count(None)),
            Shape::Count(..) => match plain.parse::<u32>() {
                Ok(count) => Ok(Value::Count(usize::try_from(count).ok())),
                Err(_) => Err(t!("editor-not-a-count")),
            },
            Shape::Duration(_) => match duration(plain) {
                Some(seconds) => Ok(Value::Count(Some(seconds))),
                None => Err(t!("editor-not-a-length")),
            },
            Shape::Flag(_) | Shape::Choice(..) | Shape::Pick(..) => Err(String::new()),
        }
    }
}

/// Reads minutes: `30`, `13:20`.
fn duration(text: &str) -> Option<usize> {
    let (minutes, seconds) = text.split_once(':').unwrap_or((text, "0"));
    let (minutes, seconds): (u16, u16) =
        (minutes.trim().parse().ok()?, seconds.trim().parse().ok()?);
    (seconds < 60).then_some(usize::from(minutes) * 60 + usize::from(seconds))
}

/// Returns the form of a part.
pub fn form(draft: &Draft, part: Part) -> Vec<Item> {
    match part {
        Part::Identity => content::identity(draft),
        Part::Levels => content::levels(draft),
        Part::Rubric => content::rubric(draft),
        Part::Section(index) => structure::section(draft, index),
        Part::Row(index) => structure::row(draft, index),
        Part::Mark => rules::mark(draft),
        Part::Decision => rules::decision(draft),
        Part::Penalties => rules::penalties(draft),
        Part::Bonus => rules::bonus(draft),
        Part::Alerts => rules::alerts(draft),
        Part::Phases => content::phases(draft),
        Part::Members => content::members(draft),
        Part::Pieces => content::pieces(draft),
        Part::Texts => content::texts(draft),
        Part::Reference => structure::reference(draft),
        Part::Editions => content::editions(draft),
        Part::Provenance => content::provenance(draft),
    }
}

/// Returns the list that a part is, when it is one.
pub fn list(part: Part) -> Option<List> {
    Some(match part {
        Part::Levels => List::Levels,
        Part::Rubric => List::Aspects,
        Part::Section(index) => List::RowsOf(index),
        Part::Row(_) => List::Rows,
        Part::Penalties => List::Penalties,
        Part::Alerts => List::Comments,
        Part::Phases => List::Phases,
        Part::Members => List::Members,
        Part::Pieces => List::Pieces,
        Part::Reference => List::Passages(crate::domain::grid::change::Shelf::Grid),
        Part::Editions => List::Editions,
        Part::Identity => List::Options,
        Part::Texts => List::Modes,
        Part::Mark | Part::Decision | Part::Bonus | Part::Provenance => return None,
    })
}

fn line(label: &str, text: &str, field: Field) -> Input {
    Input::new(label, field, Shape::Line(text.to_owned()))
}

fn area(label: &str, text: &str, field: Field) -> Input {
    Input::new(label, field, Shape::Area(text.to_owned()))
}

fn lines(label: &str, texts: &[String], field: Field) -> Input {
    Input::new(label, field, Shape::Lines(texts.to_vec()))
}

fn number(label: &str, number: &Fraction, field: Field) -> Input {
    Input::new(label, field, Shape::Number(Some(number.clone()), false))
}

fn maybe(label: &str, number: Option<&Fraction>, field: Field) -> Input {
    Input::new(label, field, Shape::Number(number.cloned(), true))
}

fn flag(label: &str, yes: bool, field: Field) -> Input {
    Input::new(label, field, Shape::Flag(yes))
}

fn count(label: &str, count: Option<usize>, may_miss: bool, field: Field) -> Input {
    Input::new(label, field, Shape::Count(count, may_miss))
}

/// A choice among a few; `keys` are their words, in the domain's order.
fn choice(label: &str, keys: &[&str], at: usize, field: Field) -> Input {
    let words = keys.iter().map(|key| t!(*key)).collect();
    Input::new(label, field, Shape::Choice(words, at))
}

fn pick(label: &str, names: Vec<String>, at: Option<usize>, may_miss: bool, field: Field) -> Input {
    Input::new(label, field, Shape::Pick(names, at, may_miss))
}

fn alone(input: Input) -> Item {
    Item::Line(vec![input])
}

fn head(key: &str) -> Item {
    Item::Head(t!(key))
}

fn said(key: &str) -> Item {
    Item::Note(t!(key))
}

fn add(key: &str, list: List) -> Item {
    Item::Add(t!(key), list)
}

/// The head of an entry: its own name, or what it is and its rank.
fn entry(key: &str, name: &str, list: List, index: usize, count: usize) -> Item {
    let rank = (index + 1).to_string();
    let title = if name.trim().is_empty() {
        t!(key, rank = rank)
    } else {
        name.to_owned()
    };
    Item::Entry(title, list, index, count)
}
