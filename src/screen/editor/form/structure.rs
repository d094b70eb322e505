//! The forms of the tree: sections, rows with all that belongs to them, texts to consult.

use super::rules::section_rule;
use super::{
    Item, add, alone, area, choice, count, entry, flag, head, line, lines, maybe, number, pick,
    said,
};
use crate::domain::grid::change::{
    Change, DescriptorField, Field, INDICATORS, IndicatorField, List, PassageField, RowField,
    RuleField, SectionField, Shelf,
};
use crate::domain::grid::{Draft, Passage, Row};
use crate::{t, words};

/// The words of an indicator's kind, in the domain's order.
const INDICATOR_KINDS: [&str; 4] = [
    "choice-indicator",
    "choice-criterion",
    "choice-component",
    "choice-situation",
];

fn section_names(draft: &Draft) -> Vec<String> {
    let names = draft.sections.iter().enumerate().map(|(index, section)| {
        let title = if section.short.trim().is_empty() {
            &section.title
        } else {
            &section.short
        };
        // The depth is seen where no tree is drawn.
        format!("{}{title}", "· ".repeat(draft.depth(index)))
    });
    names.collect()
}

pub fn section(draft: &Draft, index: usize) -> Vec<Item> {
    let Some(section) = draft.sections.get(index) else {
        return Vec::new();
    };
    let field = |field| Field::Section(index, field);
    let parent = section.parent.as_ref();
    let parent = parent.and_then(|parent| draft.sections.iter().position(|s| s.id == *parent));
    let mut items = vec![
        alone(area(
            "field-title",
            &section.title,
            field(SectionField::Title),
        )),
        Item::Line(vec![
            line("field-short", &section.short, field(SectionField::Short))
                .note("field-short-note"),
            line("field-kind", &section.kind, field(SectionField::Kind)).note("field-kind-note"),
        ]),
        Item::Line(vec![
            number("field-weight", &section.weight, field(SectionField::Weight))
                .note("field-weight-note"),
            line("field-id", section.id.as_str(), field(SectionField::Id)),
        ]),
    ];
    if draft.sections.len() > 1 {
        let names = section_names(draft);
        items.push(alone(pick(
            "field-parent",
            names,
            parent,
            true,
            field(SectionField::Parent),
        )));
    }
    items.push(Item::Add(t!("add-row-inside"), List::RowsOf(index)));
    items.push(Item::Add(t!("add-section-inside"), List::SectionsOf(index)));
    items.push(Item::Button(t!("editor-even"), Change::Even(Some(index))));
    items.push(alone(area(
        "field-modality",
        &section.modality,
        field(SectionField::Modality),
    )));
    items.push(alone(
        lines(
            "field-deliverables",
            &section.deliverables,
            field(SectionField::Deliverables),
        )
        .note("field-lines-note"),
    ));
    if draft.decision.is_some() {
        items.push(head("form-own-rule"));
        let own = Field::Rule(Some(index), RuleField::Present);
        items.push(alone(flag("field-own-rule", section.rule.is_some(), own)));
        if let Some(rule) = &section.rule {
            items.extend(section_rule(rule, Some(index), draft));
        }
    }
    items.push(head("form-reference"));
    items.extend(passages(&section.reference, Shelf::Section(index)));
    items
}

pub fn row(draft: &Draft, index: usize) -> Vec<Item> {
    let Some(row) = draft.rows.get(index) else {
        return Vec::new();
    };
    let field = |field| Field::Row(index, field);
    let home = row.section.as_ref();
    let home = home.and_then(|home| draft.sections.iter().position(|s| s.id == *home));
    let mut items = vec![
        alone(area("field-title", &row.title, field(RowField::Title))),
        Item::Line(vec![
            line("field-short", &row.short, field(RowField::Short)).note("field-short-note"),
            area("field-narrow", &row.narrow, field(RowField::Narrow)).note("field-narrow-note"),
        ]),
        Item::Line(vec![
            number("field-weight", &row.weight, field(RowField::Weight)).note("field-weight-note"),
            line("field-id", row.id.as_str(), field(RowField::Id)),
        ]),
    ];
    if !draft.sections.is_empty() {
        items.push(alone(pick(
            "field-section",
            section_names(draft),
            home,
            true,
            field(RowField::Section),
        )));
    }
    items.push(Item::Line(vec![
        flag("field-critical", row.critical, field(RowField::Critical)),
        flag(
            "field-transversal",
            row.transversal,
            field(RowField::Transversal),
        ),
    ]));
    items.push(Item::Button(t!("editor-copy-row"), Change::Copy(index)));
    items.push(alone(
        lines("field-parts", &row.parts, field(RowField::Parts)).note("field-lines-note"),
    ));
    items.extend(indicators(row, index));
    items.push(alone(
        count(
            "field-situations",
            Some(row.situations),
            false,
            field(RowField::Situations),
        )
        .note("field-situations-note"),
    ));
    items.extend(descriptors(draft, row, index));
    items.push(head("form-knowledge"));
    items.extend(passages(&row.knowledge, Shelf::Row(index)));
    items.push(head("form-assessment"));
    items.push(alone(area(
        "field-modality",
        &row.modality,
        field(RowField::Modality),
    )));
    items.push(alone(
        lines(
            "field-deliverables",
            &row.deliverables,
            field(RowField::Deliverables),
        )
        .note("field-lines-note"),
    ));
    items
}

fn indicators(row: &Row, index: usize) -> Vec<Item> {
    let mut items = vec![head("form-indicators")];
    let list = List::Indicators(index);
    for (at, indicator) in row.indicators.iter().enumerate() {
        let field = |field| Field::Indicator(index, at, field);
        let kind = INDICATORS.iter().position(|known| *known == indicator.kind);
        items.push(entry("entry-indicator", "", list, at, row.indicators.len()));
        items.push(Item::Line(vec![area(
            "field-text",
            &indicator.text,
            field(IndicatorField::Text),
        )]));
        items.push(Item::Line(vec![choice(
            "field-indicator-kind",
            &INDICATOR_KINDS,
            kind.unwrap_or(0),
            field(IndicatorField::Kind),
        )]));
        items.push(alone(line(
            "field-id",
            indicator.id.as_str(),
            field(IndicatorField::Id),
        )));
    }
    items.push(add("add-indicator", list));
    items
}

fn descriptors(draft: &Draft, row: &Row, index: usize) -> Vec<Item> {
    let mut items = vec![head("form-descriptors"), said("form-descriptors-note")];
    for (at, level) in draft.levels.iter().enumerate() {
        let field = |field| Field::Descriptor(index, at, field);
        let own = row.descriptors.iter().find(|own| own.level == level.id);
        let mut present = flag(
            "field-own-level",
            own.is_some(),
            field(DescriptorField::Present),
        );
        present.label = words::level(level);
        items.push(alone(present));
        if let Some(own) = own {
            let label = own.label.clone().unwrap_or_default();
            items.push(alone(area(
                "field-descriptor",
                &own.text,
                field(DescriptorField::Text),
            )));
            items.push(Item::Line(vec![
                line("field-own-label", &label, field(DescriptorField::Label)),
                maybe(
                    "field-own-value",
                    own.value.as_ref(),
                    field(DescriptorField::Value),
                ),
            ]));
        }
    }
    items
}

pub fn reference(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-reference-note")];
    items.extend(passages(&draft.reference, Shelf::Grid));
    items
}

fn passages(passages: &[Passage], shelf: Shelf) -> Vec<Item> {
    let list = List::Passages(shelf);
    let mut items = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let field = |field| Field::Passage(shelf, index, field);
        items.push(entry(
            "entry-passage",
            &passage.title,
            list,
            index,
            passages.len(),
        ));
        items.push(alone(line(
            "field-heading",
            &passage.title,
            field(PassageField::Title),
        )));
        items.push(alone(
            lines("field-paragraphs", &passage.text, field(PassageField::Text))
                .note("field-lines-note"),
        ));
    }
    items.push(add("add-text", list));
    items
}
