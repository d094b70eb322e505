//! A CFPackage to a draft.

use std::collections::HashMap;

use serde_json::Value;

use super::super::report::{Assumption, Remark, Tally};
use super::super::scale::{self, Criterion, Names, Rating};
use super::super::{ExchangeError, begin, table, tidy};
use super::fields::Fields;
use super::tree::{Item, RENEWED, Tree};
use super::{LANGUAGE, Role};
use crate::domain::fraction::Fraction;
use crate::domain::grid::fault::{DEEPEST, LONGEST_SHORT, MOST_ROWS};
use crate::domain::grid::{Draft, Formula, Indicator, IndicatorKind, Passage, Row, Section};
use crate::domain::id::SectionId;
use crate::store::grids::blank;
use crate::store::schema::grid::shorten;
use crate::t;

/// The indicator that holds the description of a criterion which assesses an item: the end of its
/// name.
pub(super) const DESCRIPTION: &str = "-description";

/// One criterion of one rubric.
struct Assessed {
    rubric: usize,
    item: Option<usize>,
    name: String,
    category: Option<String>,
    description: Option<String>,
    weight: Option<Fraction>,
    ratings: Vec<Rating>,
    feedback: Vec<String>,
}

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

fn short(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && text.chars().count() <= LONGEST_SHORT).then(|| text.to_owned())
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

/// The grid as it grows.
struct Build<'a> {
    tree: &'a Tree,
    criteria: Vec<Option<Assessed>>,
    by_item: HashMap<usize, Vec<usize>>,
    /// Without a rubric, each item that holds nothing but what is looked for is a row.
    bare: bool,
    titles: Vec<String>,
    weighted: bool,
    draft: Draft,
    rows: Vec<Criterion>,
    row_names: Names,
    section_names: Names,
    indicator_names: Names,
    tally: Tally,
}

impl<'a> Build<'a> {
    fn new(
        tree: &'a Tree,
        criteria: Vec<Assessed>,
        titles: Vec<String>,
        draft: Draft,
        tally: Tally,
    ) -> Self {
        let mut by_item: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, criterion) in criteria.iter().enumerate() {
            if let Some(item) = criterion.item {
                by_item.entry(item).or_default().push(index);
            }
        }
        Self {
            tree,
            bare: criteria.is_empty(),
            weighted: criteria.iter().any(|one| one.weight.is_some()),
            criteria: criteria.into_iter().map(Some).collect(),
            by_item,
            titles,
            draft,
            rows: Vec::new(),
            row_names: Names::default(),
            section_names: Names::default(),
            indicator_names: Names::default(),
            tally,
        }
    }

    fn item(&self, index: usize) -> Option<&'a Item> {
        self.tree.items.get(index)
    }

    /// Whether an item is a row when there is no rubric to say so.
    fn is_target(&self, index: usize) -> bool {
        let role = |index: usize| self.item(index).and_then(|item| item.role);
        let Some(item) = self.item(index) else {
            return false;
        };
        let below = item.children.iter().all(|child| {
            let leaf = self
                .item(*child)
                .is_none_or(|child| child.children.is_empty());
            leaf && role(*child).is_some()
        });
        self.bare && below && (role(index).is_none() || item.parent.is_none())
    }

    fn is_assessed(&self, index: usize) -> bool {
        self.by_item.contains_key(&index) || self.is_target(index)
    }

    /// Goes down the items: what holds assessed ones is a section, what is assessed is a row.
    fn walk(&mut self) -> Result<(), ExchangeError> {
        let order = self.tree.downwards();
        let mut holds = vec![false; self.tree.items.len()];
        for index in order.iter().rev() {
            let held = holds.get(*index) == Some(&true) || self.is_assessed(*index);
            if let (true, Some(parent)) = (held, self.item(*index).and_then(|item| item.parent))
                && let Some(slot) = holds.get_mut(parent)
            {
                *slot = true;
            }
        }
        // The section, its depth, and whether the item belongs to a row already.
        let mut homes: Vec<(Option<SectionId>, usize, bool)> =
            vec![(None, 0, false); self.tree.items.len()];
        for index in order {
            let Some(item) = self.item(index) else {
                continue;
            };
            let (home, depth, taken) = item
                .parent
                .and_then(|parent| homes.get(parent).cloned())
                .unwrap_or((None, 0, false));
            if taken {
                if let Some(slot) = homes.get_mut(index) {
                    *slot = (home, depth, true);
                }
                continue;
            }
            let own = self.by_item.get(&index).cloned().unwrap_or_default();
            let holds = holds.get(index) == Some(&true);
            let mut inner = (home.clone(), depth, false);
            if holds || own.len() > 1 {
                if depth < DEEPEST {
                    let id = self.section(item, home.as_ref())?;
                    inner = (Some(id), depth + 1, false);
                } else {
                    self.tally.assume(Assumption::Flattened);
                }
                for criterion in own {
                    self.row(None, Some(criterion), inner.0.clone())?;
                }
            } else if self.is_assessed(index) {
                self.row(Some(index), own.first().copied(), home.clone())?;
                inner.2 = true;
            } else {
                self.beside(item, home.as_ref());
            }
            if let Some(slot) = homes.get_mut(index) {
                *slot = inner;
            }
        }
        Ok(())
    }

    fn section(
        &mut self,
        item: &Item,
        parent: Option<&SectionId>,
    ) -> Result<SectionId, ExchangeError> {
        if self.draft.sections.len() >= MOST_ROWS {
            return Err(ExchangeError::TooManyRows);
        }
        let id = SectionId::from(self.section_names.fresh(&wish(item)));
        let own = item.short.as_deref();
        if own.is_some_and(|own| short(own).is_none()) {
            self.tally.assume(Assumption::Shortened);
        }
        self.draft.sections.push(Section {
            id: id.clone(),
            kind: item.kind.clone(),
            title: item.statement.clone(),
            short: own
                .and_then(short)
                .unwrap_or_else(|| shorten(&item.statement)),
            parent: parent.cloned(),
            weight: Fraction::whole(1),
            modality: item.notes.clone().unwrap_or_default(),
            deliverables: Vec::new(),
            reference: Vec::new(),
            rule: None,
        });
        Ok(id)
    }

    /// An item that is neither assessed nor above what is: something to hand in or to consult, or
    /// nothing that a grid holds.
    fn beside(&mut self, item: &Item, home: Option<&SectionId>) {
        let role = item.role;
        let mut sections = self.draft.sections.iter_mut();
        let section = home.and_then(|id| sections.find(|section| section.id == *id));
        match (role, section) {
            (Some(Role::Deliverable), Some(section)) => {
                section.deliverables.push(item.statement.clone());
            }
            (Some(Role::Knowledge), Some(section)) => section.reference.push(passage(item)),
            (Some(Role::Knowledge), None) => self.draft.reference.push(passage(item)),
            _ => self.tally.assume(Assumption::Unassessed),
        }
    }

    fn row(
        &mut self,
        item: Option<usize>,
        criterion: Option<usize>,
        section: Option<SectionId>,
    ) -> Result<(), ExchangeError> {
        if self.rows.len() >= MOST_ROWS {
            return Err(ExchangeError::TooManyRows);
        }
        let item = item.and_then(|index| self.item(index));
        let criterion = criterion.and_then(|index| self.criteria.get_mut(index)?.take());
        let (category, description) = criterion.as_ref().map_or((None, None), |one| {
            (one.category.clone(), one.description.clone())
        });
        let told = item.map(|item| item.statement.clone());
        let told = told
            .or_else(|| description.clone())
            .or_else(|| category.clone());
        let Some(title) = told else {
            let name = criterion.map(|one| one.name).unwrap_or_default();
            return Err(ExchangeError::Nameless(format!("CFRubricCriterion {name}")));
        };
        let wish = item.map_or_else(|| blank::slug(&title), wish);
        let id = self.row_names.fresh(&wish);
        let mut row = blank::row(id.into(), section, &title);
        let strip = category.as_deref().and_then(short);
        let brief = item.and_then(|item| item.short.as_deref());
        if category.is_some() && strip.is_none() && category.as_ref() != Some(&title) {
            self.tally.drop("CFRubricCriterion.category");
        }
        if brief.is_some_and(|brief| {
            Some(brief) != strip.as_deref() && (strip.is_some() || short(brief).is_none())
        }) {
            self.tally.assume(Assumption::Shortened);
        }
        if let Some(own) = strip.or_else(|| brief.and_then(short)) {
            row.narrow.clone_from(&own);
            row.short = own;
        }
        if let Some(text) = description.filter(|text| *text != title) {
            row.indicators.push(Indicator {
                id: self
                    .indicator_names
                    .fresh(&format!("{}{DESCRIPTION}", row.id))
                    .into(),
                kind: IndicatorKind::Criterion,
                text,
            });
        }
        if let Some(item) = item {
            row.modality = item.notes.clone().unwrap_or_default();
            if !item.kind.is_empty() && item.kind != t!("exchange-type-row") {
                self.tally.drop("CFItem.CFItemType");
            }
            self.below(item, &mut row);
        }
        let mut ratings = Vec::new();
        if let Some(one) = criterion {
            if let Some(weight) = one.weight {
                row.weight = weight;
            } else if self.weighted {
                self.tally.assume(Assumption::Unweighted);
            }
            if !one.feedback.is_empty() {
                row.knowledge.push(Passage {
                    title: t!("exchange-feedback"),
                    text: one.feedback,
                });
            }
            ratings = one.ratings;
        }
        self.rows.push(Criterion { row, ratings });
        Ok(())
    }

    /// What stands below a row: parts, what is looked for, what is handed in, what is consulted.
    fn below(&mut self, item: &Item, row: &mut Row) {
        let mut stack: Vec<(usize, bool)> =
            item.children.iter().rev().map(|c| (*c, true)).collect();
        while let Some((index, direct)) = stack.pop() {
            let Some(inner) = self.item(index) else {
                continue;
            };
            stack.extend(inner.children.iter().rev().map(|child| (*child, false)));
            if !direct {
                self.tally.assume(Assumption::Flattened);
            }
            let role = inner.role;
            if role.is_none() && !inner.kind.is_empty() {
                self.tally.drop("CFItem.CFItemType");
            }
            if inner.notes.is_some() && role != Some(Role::Knowledge) {
                self.tally.drop("CFItem.notes");
            }
            if inner.short.is_some() {
                self.tally.drop("CFItem.abbreviatedStatement");
            }
            let looked = |kind| (kind, inner.statement.clone());
            let (kind, text) = match role {
                Some(Role::Part) => {
                    row.parts.push(inner.statement.clone());
                    continue;
                }
                Some(Role::Deliverable) => {
                    row.deliverables.push(inner.statement.clone());
                    continue;
                }
                Some(Role::Knowledge) => {
                    row.knowledge.push(passage(inner));
                    continue;
                }
                Some(Role::Looked(kind)) => looked(kind),
                None => looked(IndicatorKind::Indicator),
            };
            row.indicators.push(Indicator {
                id: self.indicator_names.fresh(&wish(inner)).into(),
                kind,
                text,
            });
        }
    }

    /// Criteria that assess no item of the file: rows by themselves, by rubric when there are
    /// several.
    fn leftover(&mut self) -> Result<(), ExchangeError> {
        let several = self.titles.len() > 1;
        let mut sections: HashMap<usize, SectionId> = HashMap::new();
        for index in 0..self.criteria.len() {
            let Some(Some(criterion)) = self.criteria.get(index) else {
                continue;
            };
            let rubric = criterion.rubric;
            let title = self.titles.get(rubric).cloned().unwrap_or_default();
            let section = (several && !title.is_empty()).then(|| {
                let known = sections.entry(rubric).or_insert_with(|| {
                    self.tally.assume(Assumption::SeveralRubrics);
                    let id = SectionId::from(self.section_names.fresh(&blank::slug(&title)));
                    self.draft.sections.push(Section {
                        id: id.clone(),
                        kind: t!("exchange-kind-rubric"),
                        short: shorten(&title),
                        title: title.clone(),
                        parent: None,
                        weight: Fraction::whole(1),
                        modality: String::new(),
                        deliverables: Vec::new(),
                        reference: Vec::new(),
                        rule: None,
                    });
                    id
                });
                known.clone()
            });
            self.row(None, Some(index), section)?;
        }
        if several && sections.is_empty() {
            self.tally.drop("CFRubric.title");
        }
        Ok(())
    }
}

fn passage(item: &Item) -> Passage {
    let notes = item.notes.as_deref().unwrap_or_default();
    Passage {
        title: item.statement.clone(),
        text: notes.lines().map(str::to_owned).collect(),
    }
}

/// Returns the name that an item gives what is made of it: its code, else its identifier.
fn wish(item: &Item) -> String {
    let plain = |text: &&String| {
        text.chars().count() <= 40
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || "-_.:".contains(c))
    };
    match item.code.as_ref() {
        Some(code) if plain(&code) => code.clone(),
        Some(code) => blank::slug(code),
        None => Some(&item.identifier)
            .filter(plain)
            .map_or_else(|| blank::slug(&item.statement), String::clone),
    }
}
