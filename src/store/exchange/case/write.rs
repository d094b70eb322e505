//! A grid to a CFPackage. Identifiers are made from the grid's names, so that two exports of one
//! grid are the same elements.

use serde_json::{Value, json};

use super::super::report::{Assumption, Remark, Tally};
use super::super::scale::{self, Rating};
use super::read::DESCRIPTION;
use super::{LANGUAGE, Role};
use crate::domain::fraction::Fraction;
use crate::domain::grid::{Formula, Grid, Passage, Row};
use crate::domain::id::{LevelId, SectionId};
use crate::domain::roster::Moment;
use crate::store::{clock, journal};
use crate::t;

/// The package as it grows.
struct Package<'a> {
    grid: &'a Grid,
    date: String,
    document: Value,
    items: Vec<Value>,
    associations: Vec<Value>,
    tally: Tally,
}

/// Writes a grid as a package.
pub(in super::super) fn export(grid: &Grid, now: Moment) -> (Vec<u8>, Vec<Remark>) {
    let document = link(&grid.diploma, &uuid(&[&grid.id, "document"]));
    let mut package = Package {
        grid,
        date: clock::write(now),
        document,
        items: Vec::new(),
        associations: Vec::new(),
        tally: Tally::default(),
    };
    let root = package.document.clone();
    for (index, passage) in grid.reference.iter().enumerate() {
        package.knowledge(passage, &format!("reference-{index}"), &root);
    }
    package.level(None, &root);
    let rubrics = package.rubrics();
    let session = grid.editions.last().map(|edition| edition.session.clone());
    let notes = grid
        .provenance
        .sources
        .iter()
        .chain(&grid.provenance.corrections);
    let notes: Vec<&str> = notes.map(String::as_str).collect();
    let mut document = json!({
        "creator": t!("exchange-creator"),
        "title": grid.diploma,
        "subject": [grid.short],
        "language": LANGUAGE,
        "adoptionStatus": "Draft",
        "caseVersion": "1.1",
        "version": session,
        "notes": notes.join("\n"),
        "CFPackageURI": link(&grid.diploma, &uuid(&[&grid.id, "package"])),
    });
    package.stamp(&mut document, &package.document);
    let file = json!({
        "CFDocument": document,
        "CFItems": package.items,
        "CFAssociations": package.associations,
        "CFDefinitions": {},
        "CFRubrics": rubrics,
    });
    (
        format!("{file:#}\n").into_bytes(),
        package.tally.into_report(),
    )
}

impl Package<'_> {
    /// Gives an element its identifier, its address and its date.
    fn stamp(&self, element: &mut Value, link: &Value) {
        if let Value::Object(fields) = element {
            for key in ["identifier", "uri"] {
                let value = link.get(key).cloned().unwrap_or_default();
                let _ = fields.shift_insert(0, key.into(), value);
            }
            let _ = fields.insert("lastChangeDateTime".into(), json!(self.date));
        }
    }

    /// Adds an item below another, and returns its link.
    fn item(&mut self, names: &[&str], mut item: Value, parent: &Value) -> Value {
        let code = item.get("humanCodingScheme").and_then(Value::as_str);
        let identifier = match code {
            Some(code) if is_uuid(code) => code.to_owned(),
            _ => uuid(&[&[self.grid.id.as_str()], names].concat()),
        };
        let title = item.get("fullStatement").and_then(Value::as_str);
        let own = link(title.unwrap_or_default(), &identifier);
        if let Value::Object(fields) = &mut item {
            fields.retain(|_, value| value.as_str() != Some(""));
            if fields.get("humanCodingScheme").and_then(Value::as_str) == Some(&identifier) {
                let _ = fields.remove("humanCodingScheme");
            }
            let _ = fields.insert("CFDocumentURI".into(), self.document.clone());
        }
        self.stamp(&mut item, &own);
        self.items.push(item);
        let place = uuid(&[&identifier, "isChildOf"]);
        let mut association = json!({
            "associationType": "isChildOf",
            "sequenceNumber": self.associations.len() + 1,
            "originNodeURI": own,
            "destinationNodeURI": parent,
        });
        self.stamp(&mut association, &link("", &place));
        self.associations.push(association);
        own
    }

    /// Adds the rows and the sections of one section, and all that is below them.
    fn level(&mut self, section: Option<&SectionId>, parent: &Value) {
        let grid = self.grid;
        let rows = grid.rows.iter();
        for row in rows.filter(|row| row.section.as_ref() == section) {
            let item = json!({
                "fullStatement": row.title,
                "abbreviatedStatement": row.short,
                "humanCodingScheme": row.id.as_str(),
                "CFItemType": t!("exchange-type-row"),
                "notes": row.modality,
            });
            let own = self.item(&["row", row.id.as_str()], item, parent);
            self.below(row, &own);
        }
        let inner = grid.sections.iter();
        for section in inner.filter(|inner| inner.parent.as_ref() == section) {
            let id = section.id.as_str();
            let item = json!({
                "fullStatement": section.title,
                "abbreviatedStatement": section.short,
                "humanCodingScheme": id,
                "CFItemType": section.kind,
                "notes": section.modality,
            });
            let own = self.item(&["section", id], item, parent);
            for (index, text) in section.deliverables.iter().enumerate() {
                let name = format!("section-{id}-deliverable-{index}");
                self.leaf(&name, text, Role::Deliverable, None, &own);
            }
            for (index, passage) in section.reference.iter().enumerate() {
                self.knowledge(passage, &format!("section-{id}-reference-{index}"), &own);
            }
            self.level(Some(&section.id), &own);
        }
    }

    fn below(&mut self, row: &Row, own: &Value) {
        let id = row.id.as_str();
        for (index, text) in row.parts.iter().enumerate() {
            self.leaf(
                &format!("row-{id}-part-{index}"),
                text,
                Role::Part,
                None,
                own,
            );
        }
        for indicator in &row.indicators {
            if is_description(row, indicator.id.as_str()) {
                continue;
            }
            let code = indicator.id.as_str();
            let name = format!("indicator-{code}");
            self.leaf(
                &name,
                &indicator.text,
                Role::Looked(indicator.kind),
                Some(code),
                own,
            );
        }
        for (index, text) in row.deliverables.iter().enumerate() {
            let name = format!("row-{id}-deliverable-{index}");
            self.leaf(&name, text, Role::Deliverable, None, own);
        }
        let heading = t!("exchange-feedback");
        let told = row
            .knowledge
            .iter()
            .filter(|passage| passage.title != heading);
        for (index, passage) in told.enumerate() {
            self.knowledge(passage, &format!("row-{id}-knowledge-{index}"), own);
        }
    }

    fn leaf(&mut self, name: &str, text: &str, role: Role, code: Option<&str>, parent: &Value) {
        let item = json!({
            "fullStatement": text,
            "humanCodingScheme": code.unwrap_or_default(),
            "CFItemType": role.word(),
        });
        let _ = self.item(&[name], item, parent);
    }

    fn knowledge(&mut self, passage: &Passage, name: &str, parent: &Value) {
        let item = json!({
            "fullStatement": passage.title,
            "CFItemType": Role::Knowledge.word(),
            "notes": passage.text.join("\n"),
        });
        let _ = self.item(&[name], item, parent);
    }

    /// Returns one rubric for the whole grid: levels, scores and weights.
    fn rubrics(&mut self) -> Vec<Value> {
        let grid = self.grid;
        let adds_up = grid
            .mark
            .as_ref()
            .is_some_and(|rule| matches!(rule.formula, Formula::Points { .. }));
        let weights = if adds_up {
            Vec::new()
        } else {
            scale::weights(grid)
        };
        let scores = self.scores(adds_up);
        let rubric = uuid(&[&grid.id, "rubric"]);
        let mut criteria = Vec::new();
        for (index, (row, levels)) in grid.rows.iter().zip(scores).enumerate() {
            let id = uuid(&[&grid.id, "criterion", row.id.as_str()]);
            let levels: Vec<Value> = levels
                .iter()
                .zip(1_usize..)
                .map(|((level, rating), position)| self.rating(row, level, rating, position, &id))
                .collect();
            let weight = weights.get(index).map(|weight| self.number(weight));
            let code = row.id.as_str();
            let item = if is_uuid(code) {
                code.to_owned()
            } else {
                uuid(&[&grid.id, "row", code])
            };
            let described = row
                .indicators
                .iter()
                .find(|indicator| is_description(row, indicator.id.as_str()));
            let mut criterion = json!({
                "category": row.short,
                "description": described.map_or(&row.title, |indicator| &indicator.text),
                "CFItemURI": link(&row.title, &item),
                "position": index + 1,
                "rubricId": rubric,
                "CFRubricCriterionLevels": levels,
            });
            if let (Some(weight), Value::Object(fields)) = (weight, &mut criterion) {
                let _ = fields.insert("weight".into(), weight);
            }
            self.stamp(&mut criterion, &link("", &id));
            criteria.push(criterion);
        }
        let mut element = json!({
            "title": grid.title,
            "description": grid.unit,
            "CFRubricCriteria": criteria,
        });
        self.stamp(&mut element, &link("", &rubric));
        vec![element]
    }

    /// Returns the levels of each row with scores that add up to the mark, or that the weights
    /// multiply.
    fn scores(&self, adds_up: bool) -> Vec<Vec<(LevelId, Rating)>> {
        let grid = self.grid;
        let rows = grid.rows.iter().map(|row| scale::ratings(grid, row));
        let mut rows: Vec<Vec<(LevelId, Rating)>> = rows.collect();
        let all = rows
            .iter()
            .flatten()
            .filter_map(|(_, rating)| rating.score.clone());
        let all: Vec<Fraction> = all.collect();
        let written = all
            .iter()
            .all(|number| !super::super::table::points(number).1);
        let factor = if adds_up || written {
            Fraction::whole(1)
        } else {
            scale::whole(&all).1
        };
        for (row, ratings) in grid.rows.iter().zip(&mut rows) {
            let factor = if adds_up { &row.weight } else { &factor };
            for (_, rating) in ratings {
                rating.score = rating.score.as_ref().map(|score| score * factor);
            }
        }
        rows
    }

    fn rating(
        &mut self,
        row: &Row,
        level: &LevelId,
        rating: &Rating,
        position: usize,
        criterion: &str,
    ) -> Value {
        let heading = t!("exchange-feedback");
        let start = t!(
            "exchange-feedback-line",
            level = rating.label.as_str(),
            text = ""
        );
        let told = row
            .knowledge
            .iter()
            .filter(|passage| passage.title == heading);
        let mut lines = told.flat_map(|passage| &passage.text);
        let feedback = lines.find_map(|line| line.strip_prefix(start.as_str()));
        let mut element = json!({
            "quality": rating.label,
            "description": rating.text,
            "position": position,
            "rubricCriterionId": criterion,
        });
        if let Value::Object(fields) = &mut element {
            fields.retain(|_, value| value.as_str() != Some(""));
            if let Some(score) = &rating.score {
                let _ = fields.insert("score".into(), self.number(score));
            }
            if let Some(feedback) = feedback {
                let _ = fields.insert("feedback".into(), json!(feedback));
            }
        }
        let name = uuid(&[criterion, level.as_str()]);
        self.stamp(&mut element, &link("", &name));
        element
    }

    /// Returns a number, with five decimals at most.
    fn number(&mut self, number: &Fraction) -> Value {
        let (text, rounded) = super::super::table::points(number);
        if rounded {
            self.tally.assume(Assumption::Rounded);
        }
        if let Ok(whole) = text.parse::<i64>() {
            return json!(whole);
        }
        json!(text.parse::<f64>().unwrap_or_default())
    }
}

fn is_description(row: &Row, indicator: &str) -> bool {
    indicator.strip_suffix(DESCRIPTION) == Some(row.id.as_str())
}

fn link(title: &str, identifier: &str) -> Value {
    json!({ "title": title, "identifier": identifier, "uri": format!("urn:uuid:{identifier}") })
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups
            .iter()
            .all(|group| group.chars().all(|c| c.is_ascii_hexdigit()))
}

/// Returns an identifier that the same names always give: version 8, which is free.
fn uuid(names: &[&str]) -> String {
    let hash = journal::sha256(names.join("\n").as_bytes());
    let part = |range: std::ops::Range<usize>| hash.get(range).unwrap_or_default();
    format!(
        "{}-{}-8{}-a{}-{}",
        part(0..8),
        part(8..12),
        part(12..15),
        part(15..18),
        part(18..30)
    )
}
