//! The forms of the rules: mark, decision, penalties, bonus, comments due, levels suggested.

use super::{
    Input, Item, add, alone, choice, count, entry, flag, head, line, maybe, number, pick, said,
};
use crate::domain::grid::change::{
    BonusField, DIRECTIONS, DecisionField, Field, List, MarkField, POLICIES, PenaltyField,
    RuleField, STAGES, SuggestionField,
};
use crate::domain::grid::{Amount, Draft, Formula, SectionRule};

/// The words of the choices, in the domain's order.
const FORMULAS: [&str; 4] = [
    "choice-weighted",
    "choice-points",
    "choice-free",
    "choice-no-mark",
];
const NOT_ASSESSABLE: [&str; 4] = [
    "choice-zero",
    "choice-neutral",
    "choice-ask",
    "choice-block",
];
const ROUNDED: [&str; 4] = [
    "choice-nearest-up",
    "choice-nearest-down",
    "choice-up",
    "choice-down",
];
const ROUNDING_STAGES: [&str; 3] = ["stage-proposal", "stage-section", "stage-final"];
const AMOUNTS: [&str; 3] = ["choice-fixed", "choice-bounded", "choice-amount-free"];
const STANDINGS: [&str; 3] = ["choice-acquired", "choice-partly", "choice-refused"];

pub fn mark(draft: &Draft) -> Vec<Item> {
    let field = Field::Mark;
    let formula = match draft.mark.as_ref().map(|rule| rule.formula) {
        Some(Formula::Weighted) => 0,
        Some(Formula::Points { .. }) => 1,
        Some(Formula::None) => 2,
        None => 3,
    };
    let mut items = vec![alone(choice(
        "field-formula",
        &FORMULAS,
        formula,
        field(MarkField::Formula),
    ))];
    let Some(rule) = &draft.mark else {
        items.push(said("form-no-mark-note"));
        return items;
    };
    if let Formula::Points { from_lowest } = rule.formula {
        items.push(alone(
            flag(
                "field-from-lowest",
                from_lowest,
                field(MarkField::FromLowest),
            )
            .note("field-from-lowest-note"),
        ));
    }
    items.push(Item::Line(vec![
        number("field-out-of", &rule.out_of, field(MarkField::OutOf)),
        number("field-base", &rule.base, field(MarkField::Base)),
        maybe(
            "field-threshold",
            rule.threshold.as_ref(),
            field(MarkField::Threshold),
        ),
    ]));
    items.push(Item::Line(vec![
        number("field-floor", &rule.floor, field(MarkField::Floor)),
        number("field-ceiling", &rule.ceiling, field(MarkField::Ceiling)),
        number("field-step", &rule.step, field(MarkField::Step)),
    ]));
    if rule.formula == Formula::None {
        return items;
    }
    let direction = DIRECTIONS
        .iter()
        .position(|known| *known == rule.rounding.direction);
    let stage = STAGES.iter().position(|known| *known == rule.stage);
    let policy = POLICIES
        .iter()
        .position(|known| *known == rule.not_assessable);
    items.push(head("form-rounding"));
    items.push(alone(
        maybe(
            "field-grain",
            rule.rounding.grain.as_ref(),
            field(MarkField::Grain),
        )
        .note("field-grain-note"),
    ));
    if rule.rounding.grain.is_some() {
        items.push(alone(choice(
            "field-direction",
            &ROUNDED,
            direction.unwrap_or(0),
            field(MarkField::Direction),
        )));
        items.push(alone(choice(
            "field-stage",
            &ROUNDING_STAGES,
            stage.unwrap_or(0),
            field(MarkField::Stage),
        )));
    }
    items.push(head("form-uncovered"));
    items.push(alone(choice(
        "field-not-assessable",
        &NOT_ASSESSABLE,
        policy.unwrap_or(0),
        field(MarkField::NotAssessable),
    )));
    items.push(alone(
        maybe(
            "field-least-coverage",
            rule.coverage.as_ref(),
            field(MarkField::Coverage),
        )
        .note("field-least-coverage-note"),
    ));
    if rule.formula == Formula::Weighted {
        items.push(alone(
            flag("field-relative", rule.relative, field(MarkField::Relative))
                .note("field-relative-note"),
        ));
    }
    items
}

pub fn decision(draft: &Draft) -> Vec<Item> {
    let Some(rule) = &draft.decision else {
        return vec![said("form-no-decision-note"), Item::Decide(true)];
    };
    let mut items = vec![said("form-decision-note"), head("form-standings")];
    for (index, level) in draft.levels.iter().enumerate() {
        let standing = if rule.acquired.contains(&level.id) {
            0
        } else if rule.partly.contains(&level.id) {
            1
        } else {
            2
        };
        let field = Field::Decision(DecisionField::Standing(index));
        let mut input = choice("field-standing", &STANDINGS, standing, field);
        input.label.clone_from(&level.label);
        items.push(alone(input));
    }
    items.push(head("form-section-rule"));
    items.extend(section_rule(&rule.section, None, draft));
    items.push(head("form-whole"));
    items.push(alone(
        count(
            "field-sections-needed",
            rule.sections,
            true,
            Field::Decision(DecisionField::Sections),
        )
        .note("field-sections-needed-note"),
    ));
    let words = &rule.words;
    items.push(head("form-verdict-words"));
    items.push(Item::Line(vec![
        line(
            "field-full",
            &words.full,
            Field::Decision(DecisionField::Full),
        ),
        line(
            "field-partial",
            &words.partial,
            Field::Decision(DecisionField::Partial),
        ),
        line(
            "field-none",
            &words.none,
            Field::Decision(DecisionField::None),
        ),
    ]));
    items.push(Item::Line(vec![
        line(
            "field-acquired",
            &words.acquired,
            Field::Decision(DecisionField::Acquired),
        ),
        line(
            "field-refused",
            &words.refused,
            Field::Decision(DecisionField::Refused),
        ),
    ]));
    items.push(Item::Decide(false));
    items
}

/// The conditions under which a section is acquired.
pub fn section_rule(rule: &SectionRule, section: Option<usize>, draft: &Draft) -> Vec<Item> {
    let field = |field| Field::Rule(section, field);
    let share: Input = number("field-share", &rule.share, field(RuleField::Share));
    let mut fields = vec![
        share.note("field-share-note"),
        count(
            "field-most-refused",
            rule.refused,
            true,
            field(RuleField::Refused),
        )
        .note("field-most-refused-note"),
    ];
    if draft.mark.is_some() || rule.mark.is_some() {
        fields.push(
            maybe(
                "field-least-mark",
                rule.mark.as_ref(),
                field(RuleField::Mark),
            )
            .note("field-least-mark-note"),
        );
    }
    vec![
        Item::Line(fields),
        alone(flag(
            "field-every-critical",
            rule.critical,
            field(RuleField::Critical),
        )),
    ]
}

pub fn penalties(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-penalties-note")];
    for (index, penalty) in draft.penalties.iter().enumerate() {
        let field = |field| Field::Penalty(index, field);
        let kind = match penalty.amount {
            Amount::Fixed(_) => 0,
            Amount::Bounded(..) => 1,
            Amount::Free => 2,
        };
        items.push(entry(
            "entry-penalty",
            &penalty.label,
            List::Penalties,
            index,
            draft.penalties.len(),
        ));
        items.push(Item::Line(vec![
            line("field-label", &penalty.label, field(PenaltyField::Label)),
            line("field-id", penalty.id.as_str(), field(PenaltyField::Id)),
        ]));
        items.push(alone(line(
            "field-penalty-printed",
            &penalty.printed,
            field(PenaltyField::Printed),
        )));
        items.push(alone(
            line("field-cause", &penalty.cause, field(PenaltyField::Cause))
                .note("field-cause-note"),
        ));
        items.push(alone(choice(
            "field-amount",
            &AMOUNTS,
            kind,
            field(PenaltyField::Kind),
        )));
        match &penalty.amount {
            Amount::Fixed(points) => {
                items.push(alone(number(
                    "field-points",
                    points,
                    field(PenaltyField::Least),
                )));
            }
            Amount::Bounded(least, most) => items.push(Item::Line(vec![
                number("field-least-points", least, field(PenaltyField::Least)),
                number("field-most-points", most, field(PenaltyField::Most)),
            ])),
            Amount::Free => {}
        }
    }
    items.push(add("add-penalty", List::Penalties));
    items
}

pub fn bonus(draft: &Draft) -> Vec<Item> {
    let field = Field::Bonus;
    let mut items = vec![
        said("form-bonus-note"),
        alone(flag(
            "field-bonus",
            draft.bonus.is_some(),
            field(BonusField::Present),
        )),
    ];
    if let Some(bonus) = &draft.bonus {
        items.push(alone(line(
            "field-label",
            &bonus.label,
            field(BonusField::Label),
        )));
        items.push(Item::Line(vec![
            number("field-bonus-most", &bonus.most, field(BonusField::Most)),
            number("field-bonus-step", &bonus.step, field(BonusField::Step)),
        ]));
    }
    items
}

pub fn alerts(draft: &Draft) -> Vec<Item> {
    let mut items = vec![head("form-comments"), said("form-comments-note")];
    for (index, comment) in draft.comments.iter().enumerate() {
        items.push(entry(
            "entry-comment",
            "",
            List::Comments,
            index,
            draft.comments.len(),
        ));
        items.push(alone(number(
            "field-below",
            &comment.below,
            Field::Comment(index),
        )));
    }
    items.push(add("add-comment", List::Comments));
    items.push(head("form-suggestions"));
    items.push(said("form-suggestions-note"));
    let names: Vec<String> = draft
        .levels
        .iter()
        .map(|level| level.label.clone())
        .collect();
    for (index, suggestion) in draft.suggestions.iter().enumerate() {
        let field = |field| Field::Suggestion(index, field);
        let at = draft
            .levels
            .iter()
            .position(|level| level.id == suggestion.level);
        items.push(entry(
            "entry-suggestion",
            "",
            List::Suggestions,
            index,
            draft.suggestions.len(),
        ));
        items.push(Item::Line(vec![
            pick(
                "field-suggested",
                names.clone(),
                at,
                false,
                field(SuggestionField::Level),
            ),
            count(
                "field-from",
                Some(suggestion.from),
                false,
                field(SuggestionField::From),
            ),
        ]));
    }
    items.push(add("add-suggestion", List::Suggestions));
    items
}
