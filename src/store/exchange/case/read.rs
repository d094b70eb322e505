//! A CFPackage to a draft.

use std::collections::HashMap;

use serde_json::Value;

use super::super::report::{Assumption, Remark, Tally};
use super::super::scale::{self, Rating};
use super::super::{ExchangeError, begin, table, tidy};
use super::LANGUAGE;
use super::build::{Assessed, Build, short};
use super::fields::Fields;
use super::tree::{RENEWED, Tree};
use crate::domain::fraction::Fraction;
use crate::domain::grid::fault::MOST_ROWS;
use crate::domain::grid::{Draft, Formula};
use crate::domain::id::SectionId;
use crate::store::grids::blank;
use crate::store::schema::grid::shorten;
use crate::t;

/// Reads a package.
pub(in super::super) fn import(
    bytes: &[u8],
    title: &str,
    year: &str,
) -> Result<(Draft, Vec<Remark>), ExchangeError> {
    let mut tally = Tally::default();
    let (text, guessed) = table::decode(bytes);
    if guessed {
        tally.assume(Assumption::Encoding);
    }
    let file: Value = serde_json::from_str(&text).map_err(|error| ExchangeError::Json {
        line: error.line(),
        column: error.column(),
        detail: error.to_string(),
    })?;
    let inner = file.get("CFPackage").filter(|inner| inner.is_object());
    let mut package = Fields::of("CFPackage", Some(inner.unwrap_or(&file)));
    let document = package.get("CFDocument");
    let items = package.list("CFItems");
    let associations = package.list("CFAssociations");
    let rubrics = package.list("CFRubrics");
    if let Some(Value::Object(definitions)) = package.get("CFDefinitions") {
        for (name, list) in definitions {
            if list.as_array().is_some_and(|list| !list.is_empty()) {
                tally.drop(format!("CFDefinitions.{name}"));
            }
        }
    }
    package.finish(&mut tally);
    if document.is_none() && items.is_empty() && rubrics.is_empty() {
        return Err(ExchangeError::Unknown);
    }
    let mut draft = begin(title, year);
    let name = identity(&mut draft, document, rubrics, title, &mut tally);
    let tree = Tree::read(items, associations, &name, &mut tally)?;
    let mut titles = Vec::new();
    let criteria = criteria(rubrics, &tree, &mut titles, &mut tally)?;
    let weighted = criteria.is_empty() || criteria.iter().any(|one| one.weight.is_some());
    let bare = criteria.is_empty();
    let mut build = Build::new(&tree, criteria, titles, draft, tally);
    build.walk()?;
    build.leftover()?;
    let Build {
        mut draft,
        rows,
        mut tally,
        ..
    } = build;
    if rows.is_empty() {
        return Err(ExchangeError::NoCriterion);
    }
    if bare {
        tally.assume(Assumption::UsualScale);
        draft.levels = blank::scale();
        draft.rows = rows.into_iter().map(|criterion| criterion.row).collect();
    } else {
        scale::lay(&mut draft, rows, &mut tally)?;
    }
    if !weighted && let Some(rule) = &mut draft.mark {
        rule.formula = Formula::Points { from_lowest: false };
    }
    tidy(&mut draft);
    if weighted {
        weigh(&mut draft);
    }
    Ok((draft, tally.into_report()))
}

/// Gives each section the weight of its rows: nested, they weigh what the file says side by side.
fn weigh(draft: &mut Draft) {
    let mut sums: HashMap<SectionId, Fraction> = HashMap::new();
    for row in &draft.rows {
        let mut at = row.section.clone();
        while let Some(id) = at {
            let sum = sums.entry(id.clone()).or_insert_with(|| Fraction::whole(0));
            *sum = sum.clone() + &row.weight;
            let section = draft.sections.iter().find(|section| section.id == id);
            at = section.and_then(|section| section.parent.clone());
        }
    }
    for section in &mut draft.sections {
        if let Some(sum) = sums.remove(&section.id) {
            section.weight = sum;
        }
    }
}

/// Reads what the document and its rubrics are called, and returns the document's identifier.
fn identity(
    draft: &mut Draft,
    document: Option<&Value>,
    rubrics: &[Value],
    title: &str,
    tally: &mut Tally,
) -> String {
    let mut fields = Fields::of("CFDocument", document);
    let name = fields.text("identifier").unwrap_or_default();
    let own = fields.text("title");
    let mut only = Fields::of("CFRubric", rubrics.first().filter(|_| rubrics.len() == 1));
    let rubric = only.text("title");
    let about = fields.text("description");
    let unit = only.text("description");
    let told = rubric.or_else(|| own.clone());
    if told.is_none() {
        tally.assume(Assumption::Named);
    }
    let shown = told.unwrap_or_else(|| title.to_owned());
    *draft = Draft {
        editions: draft.editions.clone(),
        ..begin(&shown, "")
    };
    if let Some(own) = own {
        draft.diploma = own;
    }
    let mut sources = Vec::new();
    let mut unused = |text: Option<String>| sources.extend(text);
    match (unit, about) {
        (Some(unit), about) => {
            draft.unit = unit;
            unused(about);
        }
        (None, Some(about)) => draft.unit = about,
        (None, None) => {}
    }
    let creator = fields.text("creator");
    unused(creator.filter(|creator| *creator != t!("exchange-creator")));
    unused(fields.text("publisher"));
    unused(fields.text("officialSourceURL"));
    let version = fields.text("version");
    match (version, draft.editions.last_mut()) {
        (Some(version), Some(edition))
            if version.len() == 4 && version.chars().all(|c| c.is_ascii_digit()) =>
        {
            edition.session = version;
        }
        (version, _) => unused(version),
    }
    if !sources.is_empty() {
        tally.assume(Assumption::Provenance);
    }
    let notes = fields.text("notes").unwrap_or_default();
    draft.provenance.sources = notes
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .chain(sources)
        .collect();
    if let [Value::String(subject)] = fields.list("subject") {
        draft.short = short(subject).unwrap_or_else(|| shorten(subject));
        if draft.short != *subject {
            tally.assume(Assumption::Shortened);
        }
    } else if !fields.list("subject").is_empty() {
        tally.drop("CFDocument.subject");
    }
    let language = fields.text("language");
    if language.is_some_and(|language| language != LANGUAGE) {
        tally.drop("CFDocument.language");
    }
    if fields
        .text("adoptionStatus")
        .is_some_and(|status| status != "Draft")
    {
        tally.drop("CFDocument.adoptionStatus");
    }
    fields.skip(&RENEWED);
    fields.skip(&["caseVersion", "CFPackageURI"]);
    fields.finish(tally);
    name
}

fn criteria(
    rubrics: &[Value],
    tree: &Tree,
    titles: &mut Vec<String>,
    tally: &mut Tally,
) -> Result<Vec<Assessed>, ExchangeError> {
    let mut out = Vec::new();
    for (rubric, value) in rubrics.iter().enumerate() {
        let mut fields = Fields::of("CFRubric", Some(value));
        let title = fields.text("title").unwrap_or_default();
        if rubrics.len() > 1 && fields.text("description").is_some() {
            tally.drop("CFRubric.description");
        }
        fields.skip(&["title", "description", "CFDocumentURI"]);
        fields.skip(&RENEWED);
        titles.push(title);
        let mut own: Vec<(i64, Assessed)> = Vec::new();
        for value in fields.list("CFRubricCriteria") {
            if out.len() + own.len() >= MOST_ROWS {
                return Err(ExchangeError::TooManyRows);
            }
            own.push(criterion(rubric, value, tree, tally)?);
        }
        own.sort_by_key(|(rank, _)| *rank);
        out.extend(own.into_iter().map(|(_, criterion)| criterion));
        fields.finish(tally);
    }
    Ok(out)
}

fn criterion(
    rubric: usize,
    value: &Value,
    tree: &Tree,
    tally: &mut Tally,
) -> Result<(i64, Assessed), ExchangeError> {
    let mut fields = Fields::of("CFRubricCriterion", Some(value));
    let rank = fields.rank("position");
    let category = fields.text("category");
    let description = fields.text("description");
    let name = fields.text("identifier").unwrap_or_default();
    let place = category.clone().or_else(|| description.clone());
    let place = place.unwrap_or_else(|| name.clone());
    let weight = fields.number("weight", &place)?;
    let mut link = Fields::of("CFItemURI", fields.get("CFItemURI"));
    let target = [link.text("identifier"), link.text("uri")];
    let item = target.iter().flatten().find_map(|name| tree.find(name));
    if item.is_none() && target.iter().any(Option::is_some) {
        tally.drop("CFRubricCriterion.CFItemURI");
    }
    let mut levels: Vec<(i64, Rating, Option<String>)> = Vec::new();
    for value in fields.list("CFRubricCriterionLevels") {
        let mut fields = Fields::of("CFRubricCriterionLevel", Some(value));
        let rank = fields.rank("position");
        let rating = Rating {
            label: fields.text("quality").unwrap_or_default(),
            text: fields.text("description").unwrap_or_default(),
            score: fields.number("score", &place)?,
        };
        let feedback = fields.text("feedback");
        fields.skip(&RENEWED);
        fields.skip(&["rubricCriterionId"]);
        fields.finish(tally);
        tally.assume(Assumption::Renewed);
        levels.push((rank, rating, feedback));
    }
    levels.sort_by_key(|(rank, ..)| *rank);
    let feedback = levels.iter().filter_map(|(_, rating, feedback)| {
        let text = feedback.as_deref()?;
        Some(t!(
            "exchange-feedback-line",
            level = rating.label.as_str(),
            text = text
        ))
    });
    let feedback: Vec<String> = feedback.collect();
    if !feedback.is_empty() {
        tally.assume(Assumption::Feedback);
    }
    fields.skip(&RENEWED);
    fields.skip(&["rubricId"]);
    fields.finish(tally);
    tally.assume(Assumption::Renewed);
    let assessed = Assessed {
        rubric,
        item,
        name,
        category,
        description,
        weight,
        feedback,
        ratings: levels.into_iter().map(|(_, rating, _)| rating).collect(),
    };
    Ok((rank, assessed))
}
