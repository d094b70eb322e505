//! The forms of what the exam says around its rows: names, scale, phases, members, papers, texts.

use super::{Input, Shape};
use super::{
    Item, add, alone, area, choice, count, entry, flag, head, line, lines, number, pick, said,
};
use crate::domain::dossier::PieceKind;
use crate::domain::grid::change::{
    CellField, ChoiceField, EditionField, Field, GridField, LevelField, List, PhaseField,
    PieceField, ProvenanceField, TextField,
};
use crate::domain::grid::{Choice, Draft, LevelKind};
use crate::words;

pub fn identity(draft: &Draft) -> Vec<Item> {
    let mut items = vec![
        alone(
            line(
                "field-grid-title",
                &draft.title,
                Field::Grid(GridField::Title),
            )
            .note("field-grid-title-note"),
        ),
        Item::Line(vec![
            line(
                "field-grid-short",
                &draft.short,
                Field::Grid(GridField::Short),
            )
            .note("field-grid-short-note"),
            line("field-id", &draft.id, Field::Grid(GridField::Id)).note("field-grid-id-note"),
        ]),
        alone(line(
            "field-diploma",
            &draft.diploma,
            Field::Grid(GridField::Diploma),
        )),
        alone(line(
            "field-unit",
            &draft.unit,
            Field::Grid(GridField::Unit),
        )),
        head("form-options"),
        said("form-options-note"),
    ];
    items.extend(choices(
        &draft.options,
        "entry-option",
        List::Options,
        Field::Option,
    ));
    items.push(add("add-speciality", List::Options));
    items
}

fn choices(
    choices: &[Choice],
    key: &str,
    list: List,
    field: fn(usize, ChoiceField) -> Field,
) -> Vec<Item> {
    let mut items = Vec::new();
    for (index, choice) in choices.iter().enumerate() {
        items.push(entry(key, &choice.label, list, index, choices.len()));
        items.push(Item::Line(vec![
            line(
                "field-label",
                &choice.label,
                field(index, ChoiceField::Label),
            ),
            line(
                "field-printed",
                &choice.printed,
                field(index, ChoiceField::Printed),
            ),
            line(
                "field-id",
                choice.id.as_str(),
                field(index, ChoiceField::Id),
            ),
        ]));
    }
    items
}

/// The words of a level's kind, in the domain's order.
const LEVEL_KINDS: [&str; 4] = [
    "level-kind-value",
    "level-kind-not-assessable",
    "level-kind-not-assessed",
    "level-kind-waived",
];

pub fn levels(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-levels-note")];
    for (index, level) in draft.levels.iter().enumerate() {
        let field = |field| Field::Level(index, field);
        let kind = match level.kind {
            LevelKind::Value(_) => 0,
            LevelKind::NotAssessable => 1,
            LevelKind::NotAssessed => 2,
            LevelKind::Waived => 3,
        };
        items.push(entry(
            "entry-level",
            &level.label,
            List::Levels,
            index,
            draft.levels.len(),
        ));
        items.push(Item::Line(vec![
            line("field-label", &level.label, field(LevelField::Label)),
            line("field-printed", &level.printed, field(LevelField::Printed)),
        ]));
        let mut second = vec![
            line("field-plural", &level.plural, field(LevelField::Plural))
                .note("field-plural-note"),
        ];
        if let LevelKind::Value(value) = &level.kind {
            second.push(
                number("field-value", value, field(LevelField::Value)).note("field-value-note"),
            );
        }
        second.push(line("field-id", level.id.as_str(), field(LevelField::Id)));
        items.push(Item::Line(second));
        items.push(alone(choice(
            "field-level-kind",
            &LEVEL_KINDS,
            kind,
            field(LevelField::Kind),
        )));
    }
    items.push(add("add-level", List::Levels));
    items
}

pub fn rubric(draft: &Draft) -> Vec<Item> {
    let aspects = &draft.rubric.aspects;
    let mut items = vec![said("form-rubric-note")];
    for (index, aspect) in aspects.iter().enumerate() {
        items.push(entry(
            "entry-aspect",
            &aspect.short,
            List::Aspects,
            index,
            aspects.len(),
        ));
        items.push(alone(line(
            "field-aspect",
            &aspect.short,
            Field::Aspect(index),
        )));
        for (rank, level) in draft.levels.iter().enumerate() {
            let mut cells = draft.rubric.cells.iter();
            let cell = cells.find(|cell| {
                cell.level == level.id && index >= cell.aspect && index - cell.aspect < cell.span
            });
            // A text is written beside the first aspect that it spans.
            if cell.is_some_and(|cell| cell.aspect != index) {
                continue;
            }
            let text = cell.map(|cell| cell.text.clone()).unwrap_or_default();
            let mut words = Input::new(
                "field-cell",
                Field::Cell(rank, index, CellField::Text),
                Shape::Area(text),
            );
            words.label.clone_from(&level.label);
            let mut fields = vec![words];
            if let Some(cell) = cell
                && aspects.len() > 1
            {
                let span = Field::Cell(rank, index, CellField::Span);
                fields.push(count("field-span", Some(cell.span), false, span));
            }
            items.push(Item::Line(fields));
        }
    }
    items.push(add("add-aspect", List::Aspects));
    items
}

pub fn phases(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-phases-note")];
    for (index, phase) in draft.phases.iter().enumerate() {
        let field = |field| Field::Phase(index, field);
        items.push(entry(
            "entry-phase",
            &phase.label,
            List::Phases,
            index,
            draft.phases.len(),
        ));
        items.push(Item::Line(vec![
            line("field-label", &phase.label, field(PhaseField::Label)),
            line(
                "field-phase-printed",
                &phase.printed,
                field(PhaseField::Printed),
            ),
        ]));
        let seconds = Input::new(
            "field-seconds",
            field(PhaseField::Seconds),
            Shape::Duration(phase.seconds),
        );
        items.push(Item::Line(vec![
            seconds.note("field-seconds-note"),
            flag(
                "field-phase-extra",
                phase.extra_time,
                field(PhaseField::ExtraTime),
            ),
        ]));
    }
    items.push(add("add-phase", List::Phases));
    items
}

pub fn members(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-members-note")];
    for (index, member) in draft.members.iter().enumerate() {
        items.push(entry(
            "entry-member",
            "",
            List::Members,
            index,
            draft.members.len(),
        ));
        items.push(alone(line(
            "field-quality",
            &member.label,
            Field::Member(index),
        )));
    }
    items.push(add("add-member", List::Members));
    items
}

pub fn pieces(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-pieces-note")];
    let penalties: Vec<String> = draft
        .penalties
        .iter()
        .map(|known| known.label.clone())
        .collect();
    for (index, piece) in draft.pieces.iter().enumerate() {
        let field = |field| Field::Piece(index, field);
        let at = draft
            .penalties
            .iter()
            .position(|known| Some(&known.id) == piece.penalty.as_ref());
        let pages = piece.pages.and_then(|pages| usize::try_from(pages).ok());
        items.push(entry(
            "entry-piece",
            &piece.label,
            List::Pieces,
            index,
            draft.pieces.len(),
        ));
        items.push(Item::Line(vec![
            line("field-label", &piece.label, field(PieceField::Label)),
            count("field-pages", pages, true, field(PieceField::Pages)),
            line("field-id", piece.id.as_str(), field(PieceField::Id)),
        ]));
        items.push(alone(flag(
            "field-required",
            piece.required,
            field(PieceField::Required),
        )));
        items.push(said("form-piece-kinds"));
        for pair in PieceKind::ALL.chunks(2) {
            let kinds = pair.iter().map(|kind| {
                let on = piece.kinds.contains(kind);
                let mut input = flag("field-piece-kind", on, field(PieceField::Kind(*kind)));
                input.label = words::piece_kind(*kind);
                input
            });
            items.push(Item::Line(kinds.collect()));
        }
        if !penalties.is_empty() {
            let penalty = field(PieceField::Penalty);
            items.push(alone(pick(
                "field-piece-penalty",
                penalties.clone(),
                at,
                true,
                penalty,
            )));
        }
    }
    items.push(add("add-piece", List::Pieces));
    items
}

pub fn texts(draft: &Draft) -> Vec<Item> {
    let texts = &draft.texts;
    let field = Field::Text;
    let mut items = vec![
        alone(
            lines(
                "field-instructions",
                &texts.instructions,
                field(TextField::Instructions),
            )
            .note("field-paragraphs-note"),
        ),
        alone(area(
            "field-coverage",
            &texts.coverage,
            field(TextField::Coverage),
        )),
        alone(
            area(
                "field-coverage-sentence",
                &texts.coverage_sentence,
                field(TextField::CoverageSentence),
            )
            .note("field-coverage-sentence-note"),
        ),
        alone(area(
            "field-conformity-sentence",
            &texts.conformity_sentence,
            field(TextField::ConformitySentence),
        )),
        alone(area(
            "field-mark-notice",
            &texts.mark_notice,
            field(TextField::MarkNotice),
        )),
        Item::Line(vec![
            line(
                "field-appreciation",
                &texts.appreciation,
                field(TextField::Appreciation),
            ),
            line(
                "field-template",
                &texts.template,
                field(TextField::Template),
            )
            .note("field-template-note"),
        ]),
        alone(area(
            "field-retention",
            &texts.retention,
            field(TextField::Retention),
        )),
        head("form-modes"),
        said("form-modes-note"),
    ];
    items.extend(choices(
        &texts.modes,
        "entry-mode",
        List::Modes,
        Field::Mode,
    ));
    items.push(add("add-mode", List::Modes));
    items
}

pub fn editions(draft: &Draft) -> Vec<Item> {
    let mut items = vec![said("form-editions-note")];
    for (index, edition) in draft.editions.iter().enumerate() {
        let field = |field| Field::Edition(index, field);
        items.push(entry(
            "entry-edition",
            &edition.session,
            List::Editions,
            index,
            draft.editions.len(),
        ));
        items.push(Item::Line(vec![
            line(
                "field-session",
                &edition.session,
                field(EditionField::Session),
            )
            .note("field-session-note"),
            line("field-exam", &edition.exam, field(EditionField::Exam)).note("field-exam-note"),
        ]));
        items.push(alone(line(
            "field-exam-title",
            &edition.exam_title,
            field(EditionField::ExamTitle),
        )));
        items.push(Item::Line(vec![
            line(
                "field-grid-annex",
                &edition.grid_annex,
                field(EditionField::GridAnnex),
            ),
            line(
                "field-sheet-annex",
                &edition.sheet_annex,
                field(EditionField::SheetAnnex),
            ),
            line(
                "field-penalty-annex",
                &edition.penalty_annex,
                field(EditionField::PenaltyAnnex),
            ),
        ]));
    }
    items.push(add("add-edition", List::Editions));
    items
}

pub fn provenance(draft: &Draft) -> Vec<Item> {
    let from = &draft.provenance;
    let field = Field::Provenance;
    vec![
        said("form-provenance-note"),
        alone(
            lines(
                "field-sources",
                &from.sources,
                field(ProvenanceField::Sources),
            )
            .note("field-lines-note"),
        ),
        alone(line("field-date", &from.date, field(ProvenanceField::Date)).note("field-date-note")),
        alone(
            lines(
                "field-corrections",
                &from.corrections,
                field(ProvenanceField::Corrections),
            )
            .note("field-lines-note"),
        ),
    ]
}
