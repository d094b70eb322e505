//! The parts of a grid as an outline shows them, and the way from the place of a fault to its part
//! and its field.

use super::Draft;
use super::change::{
    BonusField, ChoiceField, DecisionField, DescriptorField, EditionField, Field, GridField,
    IndicatorField, LevelField, MarkField, PassageField, PenaltyField, PhaseField, PieceField,
    ProvenanceField, RowField, RuleField, SectionField, Shelf, SuggestionField, TextField,
};

/// What an outline shows on one line, and a form edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Names of the exam, specialities.
    Identity,
    /// The scale.
    Levels,
    /// The texts of the scale.
    Rubric,
    /// A section.
    Section(usize),
    /// A row.
    Row(usize),
    /// How a mark is proposed.
    Mark,
    /// How blocs are decided.
    Decision,
    /// Penalties.
    Penalties,
    /// Bonus.
    Bonus,
    /// Comments due and levels suggested.
    Alerts,
    /// Phases of the oral.
    Phases,
    /// Members.
    Members,
    /// Papers of the dossier.
    Pieces,
    /// Texts of the form.
    Texts,
    /// What may be consulted.
    Reference,
    /// Sessions.
    Editions,
    /// Where the texts come from.
    Provenance,
}

impl Part {
    /// The parts that are neither a section nor a row: before them, then after.
    pub const BEFORE: [Part; 3] = [Part::Identity, Part::Levels, Part::Rubric];
    /// The parts that come after sections and rows.
    pub const AFTER: [Part; 12] = [
        Part::Mark,
        Part::Decision,
        Part::Penalties,
        Part::Bonus,
        Part::Alerts,
        Part::Phases,
        Part::Members,
        Part::Pieces,
        Part::Texts,
        Part::Reference,
        Part::Editions,
        Part::Provenance,
    ];

    /// Returns whether this part is there.
    pub fn is_in(self, draft: &Draft) -> bool {
        match self {
            Part::Section(index) => index < draft.sections.len(),
            Part::Row(index) => index < draft.rows.len(),
            _ => true,
        }
    }

    /// Returns how the places of its faults begin.
    fn beginnings(self, draft: &Draft) -> Vec<String> {
        let names: &[&str] = match self {
            Part::Section(index) => {
                let section = draft.sections.get(index);
                let place = section.map(|section| format!("sections[{}]", section.id));
                return place.into_iter().collect();
            }
            Part::Row(index) => return vec![draft.row_place(index)],
            Part::Identity => &["id", "title", "short", "diploma", "unit", "options"],
            Part::Levels => &["levels"],
            Part::Rubric => &["rubric"],
            Part::Mark => &["mark"],
            Part::Decision => &["decision"],
            Part::Penalties => &["penalties"],
            Part::Bonus => &["bonus"],
            Part::Alerts => &["comments", "suggestions"],
            Part::Phases => &["phases"],
            Part::Members => &["members"],
            Part::Pieces => &["pieces"],
            Part::Texts => &["texts"],
            Part::Reference => &["reference"],
            Part::Editions => &["editions"],
            Part::Provenance => &["provenance"],
        };
        names.iter().map(|name| (*name).to_owned()).collect()
    }
}

impl Draft {
    /// Returns every part, in the order of the outline.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Part::BEFORE.to_vec();
        let outside = self.rows.iter().enumerate();
        let outside = outside.filter(|(_, row)| row.section.is_none());
        parts.extend(outside.map(|(index, _)| Part::Row(index)));
        for (index, section) in self.sections.iter().enumerate() {
            parts.push(Part::Section(index));
            let own = self.rows.iter().enumerate();
            let own = own.filter(|(_, row)| row.section.as_ref() == Some(&section.id));
            parts.extend(own.map(|(index, _)| Part::Row(index)));
        }
        // A row of a section that is not there, or of a name that stands twice, is shown once.
        for index in 0..self.rows.len() {
            if !parts.contains(&Part::Row(index)) {
                parts.push(Part::Row(index));
            }
        }
        let mut seen = std::collections::HashSet::new();
        parts.retain(|part| seen.insert(*part));
        parts.extend(Part::AFTER);
        parts
    }

    /// Returns how deep a section stands, from 0.
    pub fn depth(&self, section: usize) -> usize {
        let mut depth = 0;
        let mut parent = self.sections.get(section).and_then(|s| s.parent.as_ref());
        while let Some(id) = parent.filter(|_| depth < self.sections.len()) {
            depth += 1;
            let above = self.sections.iter().find(|section| section.id == *id);
            parent = above.and_then(|section| section.parent.as_ref());
        }
        depth
    }

    /// Returns the part that a fault's place is in.
    pub fn locate(&self, place: &str) -> Part {
        let mut found = (0, Part::Identity);
        for part in self.parts() {
            for beginning in part.beginnings(self) {
                let rest = place.strip_prefix(beginning.as_str());
                let whole =
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
                if whole && beginning.len() > found.0 {
                    found = (beginning.len(), part);
                }
            }
        }
        match (place, found.0) {
            // What is wrong with all the rows together is mended in the first of them.
            ("rows", 0) if !self.rows.is_empty() => Part::Row(0),
            ("sections", 0) if !self.sections.is_empty() => Part::Section(0),
            _ => found.1,
        }
    }
}

impl Field {
    /// Returns the place of this field, as the faults name it.
    pub fn place(self, draft: &Draft) -> String {
        let section = |index: usize| match draft.sections.get(index) {
            Some(section) => format!("sections[{}]", section.id),
            None => String::new(),
        };
        match self {
            Field::Grid(field) => grid(field).to_owned(),
            Field::Option(index, field) => format!("options[{index}].{}", choice(field)),
            Field::Mode(index, field) => format!("texts.modes[{index}].{}", choice(field)),
            Field::Level(index, field) => format!("levels[{index}].{}", level(field)),
            Field::Aspect(index) => format!("rubric.aspects[{index}]"),
            Field::Cell(level, aspect, _) => {
                let level = draft.levels.get(level).map(|level| &level.id);
                let mut cells = draft.rubric.cells.iter();
                let at = cells.position(|cell| Some(&cell.level) == level && cell.aspect == aspect);
                at.map_or_else(String::new, |at| format!("rubric.cells[{at}].text"))
            }
            Field::Section(index, field) => format!("{}.{}", section(index), section_field(field)),
            Field::Rule(None, field) => format!("decision.section.{}", rule(field)),
            Field::Rule(Some(index), field) => format!("{}.rule.{}", section(index), rule(field)),
            Field::Row(index, field) => format!("{}.{}", draft.row_place(index), row(field)),
            Field::Indicator(row, index, field) => {
                let field = match field {
                    IndicatorField::Id => "id",
                    IndicatorField::Kind => "kind",
                    IndicatorField::Text => "text",
                };
                format!("{}.indicators[{index}].{field}", draft.row_place(row))
            }
            Field::Descriptor(row, level, field) => descriptor(draft, row, level, field),
            Field::Passage(shelf, index, field) => {
                let shelf = match shelf {
                    Shelf::Grid => "reference".to_owned(),
                    Shelf::Section(index) => format!("{}.reference", section(index)),
                    Shelf::Row(index) => format!("{}.knowledge", draft.row_place(index)),
                };
                let field = match field {
                    PassageField::Title => "title",
                    PassageField::Text => "text",
                };
                format!("{shelf}[{index}].{field}")
            }
            Field::Penalty(index, field) => format!("penalties[{index}].{}", penalty(field)),
            Field::Bonus(field) => match field {
                BonusField::Present => "bonus",
                BonusField::Label => "bonus.label",
                BonusField::Most => "bonus.most",
                BonusField::Step => "bonus.step",
            }
            .to_owned(),
            Field::Phase(index, field) => {
                let field = match field {
                    PhaseField::Label => "label",
                    PhaseField::Printed => "printed",
                    PhaseField::Seconds => "seconds",
                    PhaseField::ExtraTime => "extra_time",
                };
                format!("phases[{index}].{field}")
            }
            Field::Member(index) => format!("members[{index}].label"),
            Field::Piece(index, field) => format!("pieces[{index}].{}", piece(field)),
            Field::Mark(field) => mark(field).to_owned(),
            Field::Decision(field) => decision(field).to_owned(),
            Field::Comment(index) => format!("comments[{index}].below"),
            Field::Suggestion(index, field) => {
                let field = match field {
                    SuggestionField::Level => "level",
                    SuggestionField::From => "from",
                };
                format!("suggestions[{index}].{field}")
            }
            Field::Text(field) => format!("texts.{}", text(field)),
            Field::Edition(index, field) => {
                let field = match field {
                    EditionField::Session => "session",
                    EditionField::Exam => "exam",
                    EditionField::ExamTitle => "exam_title",
                    EditionField::GridAnnex => "grid_annex",
                    EditionField::SheetAnnex => "sheet_annex",
                    EditionField::PenaltyAnnex => "penalty_annex",
                };
                format!("editions[{index}].{field}")
            }
            Field::Provenance(field) => match field {
                ProvenanceField::Sources => "provenance.sources",
                ProvenanceField::Date => "provenance.date",
                ProvenanceField::Corrections => "provenance.corrections",
            }
            .to_owned(),
        }
    }
}

fn grid(field: GridField) -> &'static str {
    match field {
        GridField::Id => "id",
        GridField::Title => "title",
        GridField::Short => "short",
        GridField::Diploma => "diploma",
        GridField::Unit => "unit",
    }
}

fn choice(field: ChoiceField) -> &'static str {
    match field {
        ChoiceField::Id => "id",
        ChoiceField::Label => "label",
        ChoiceField::Printed => "printed",
    }
}

fn level(field: LevelField) -> &'static str {
    match field {
        LevelField::Id => "id",
        LevelField::Label => "label",
        LevelField::Printed => "printed",
        LevelField::Plural => "plural",
        LevelField::Kind => "kind",
        LevelField::Value => "value",
    }
}

fn section_field(field: SectionField) -> &'static str {
    match field {
        SectionField::Id => "id",
        SectionField::Kind => "kind",
        SectionField::Title => "title",
        SectionField::Short => "short",
        SectionField::Parent => "parent",
        SectionField::Weight => "weight",
        SectionField::Modality => "modality",
        SectionField::Deliverables => "deliverables",
    }
}

fn rule(field: RuleField) -> &'static str {
    match field {
        RuleField::Present => "",
        RuleField::Share => "share",
        RuleField::Refused => "refused",
        RuleField::Critical => "critical",
        RuleField::Mark => "mark",
    }
}

fn row(field: RowField) -> &'static str {
    match field {
        RowField::Id => "id",
        RowField::Section => "section",
        RowField::Title => "title",
        RowField::Short => "short",
        RowField::Narrow => "narrow",
        RowField::Transversal => "transversal",
        RowField::Weight => "weight",
        RowField::Critical => "critical",
        RowField::Parts => "parts",
        RowField::Situations => "situations",
        RowField::Modality => "modality",
        RowField::Deliverables => "deliverables",
    }
}

fn descriptor(draft: &Draft, row: usize, level: usize, field: DescriptorField) -> String {
    let own = draft.rows.get(row).zip(draft.levels.get(level));
    let at = own.and_then(|(row, level)| {
        let mut own = row.descriptors.iter();
        own.position(|own| own.level == level.id)
    });
    let field = match field {
        DescriptorField::Present => "level",
        DescriptorField::Label => "label",
        DescriptorField::Text => "text",
        DescriptorField::Value => "value",
    };
    at.map_or_else(String::new, |at| {
        format!("{}.descriptors[{at}].{field}", draft.row_place(row))
    })
}

fn penalty(field: PenaltyField) -> &'static str {
    match field {
        PenaltyField::Id => "id",
        PenaltyField::Label => "label",
        PenaltyField::Printed => "printed",
        PenaltyField::Cause => "cause",
        PenaltyField::Kind => "free",
        PenaltyField::Least => "points",
        PenaltyField::Most => "most",
    }
}

fn piece(field: PieceField) -> &'static str {
    match field {
        PieceField::Id => "id",
        PieceField::Label => "label",
        PieceField::Kind(_) => "kinds",
        PieceField::Required => "required",
        PieceField::Penalty => "penalty",
        PieceField::Pages => "pages",
    }
}

fn mark(field: MarkField) -> &'static str {
    match field {
        MarkField::Formula => "mark",
        MarkField::FromLowest => "mark.from_lowest",
        MarkField::OutOf => "mark.out_of",
        MarkField::Base => "mark.base",
        MarkField::NotAssessable => "mark.not_assessable",
        MarkField::Coverage => "mark.coverage",
        MarkField::Grain => "mark.rounding.grain",
        MarkField::Direction => "mark.rounding.direction",
        MarkField::Stage => "mark.rounding.stage",
        MarkField::Floor => "mark.bounds",
        MarkField::Ceiling => "mark.bounds.most",
        MarkField::Step => "mark.step",
        MarkField::Threshold => "mark.threshold",
        MarkField::Relative => "mark.relative",
    }
}

fn decision(field: DecisionField) -> &'static str {
    match field {
        DecisionField::Standing(_) => "decision.acquired",
        DecisionField::Sections => "decision.sections",
        DecisionField::Full => "decision.words.full",
        DecisionField::Partial => "decision.words.partial",
        DecisionField::None => "decision.words.none",
        DecisionField::Acquired => "decision.words.acquired",
        DecisionField::Refused => "decision.words.refused",
    }
}

fn text(field: TextField) -> &'static str {
    match field {
        TextField::Instructions => "instructions",
        TextField::Coverage => "coverage",
        TextField::CoverageSentence => "coverage_sentence",
        TextField::ConformitySentence => "conformity_sentence",
        TextField::MarkNotice => "mark_notice",
        TextField::Appreciation => "appreciation",
        TextField::Retention => "retention",
        TextField::Template => "template",
    }
}
