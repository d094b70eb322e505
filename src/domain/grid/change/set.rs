//! Writing one field. A name is checked and followed by what leans on it; everything else is taken
//! as it is, since the faults of the draft say what is wrong with it.

use super::super::super::fraction::Fraction;
use super::super::part::Part;
use super::super::{Choice, Draft, Passage};
use super::field::{
    BonusField, ChoiceField, DescriptorField, EditionField, Field, GridField, IndicatorField,
    LevelField, PassageField, PhaseField, PieceField, ProvenanceField, RowField, SectionField,
    Shelf, SuggestionField, TextField, Value,
};
use super::{Refused, lists, names, order, rules};

type Set = Result<(), Refused>;

/// Writes a field; returns where its entry now stands when that changed.
pub(super) fn set(draft: &mut Draft, field: Field, value: &Value) -> Result<Option<Part>, Refused> {
    match field {
        Field::Grid(field) => grid(draft, field, value)?,
        Field::Option(index, field) => {
            names::choice(&mut draft.options, index, field, value)?;
            choice(draft.options.get_mut(index), field, value)?;
        }
        Field::Mode(index, field) => {
            names::choice(&mut draft.texts.modes, index, field, value)?;
            choice(draft.texts.modes.get_mut(index), field, value)?;
        }
        Field::Level(index, field) => level(draft, index, field, value)?,
        Field::Aspect(index) => {
            let aspect = draft.rubric.aspects.get_mut(index);
            aspect.ok_or(Refused::NotThere)?.short = value.text()?;
        }
        Field::Cell(level, aspect, field) => rules::cell(draft, level, aspect, field, value)?,
        Field::Section(index, field) => return section(draft, index, field, value),
        Field::Rule(section, field) => rules::section_rule(draft, section, field, value)?,
        Field::Row(index, field) => return row(draft, index, field, value),
        Field::Indicator(row, index, field) => indicator(draft, row, index, field, value)?,
        Field::Descriptor(row, level, field) => descriptor(draft, row, level, field, value)?,
        Field::Passage(shelf, index, field) => {
            let passage = shelf_of(draft, shelf).and_then(|shelf| shelf.get_mut(index));
            let passage = passage.ok_or(Refused::NotThere)?;
            match field {
                PassageField::Title => passage.title = value.text()?,
                PassageField::Text => passage.text = value.lines()?,
            }
        }
        Field::Penalty(index, field) => rules::penalty(draft, index, field, value)?,
        Field::Bonus(field) => bonus(draft, field, value)?,
        Field::Phase(index, field) => {
            let phase = draft.phases.get_mut(index).ok_or(Refused::NotThere)?;
            match field {
                PhaseField::Label => phase.label = value.text()?,
                PhaseField::Printed => phase.printed = value.text()?,
                PhaseField::Seconds => {
                    let seconds = value.count()?.unwrap_or(0);
                    phase.seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                }
                PhaseField::ExtraTime => phase.extra_time = value.flag()?,
            }
        }
        Field::Member(index) => {
            let member = draft.members.get_mut(index);
            member.ok_or(Refused::NotThere)?.label = value.text()?;
        }
        Field::Piece(index, field) => piece(draft, index, field, value)?,
        Field::Mark(field) => rules::mark(draft, field, value)?,
        Field::Decision(field) => rules::decision(draft, field, value)?,
        Field::Comment(index) => {
            let comment = draft.comments.get_mut(index);
            comment.ok_or(Refused::NotThere)?.below = value.number()?;
        }
        Field::Suggestion(index, field) => {
            let level = value.pick().ok().flatten();
            let level = level.and_then(|level| draft.levels.get(level)).cloned();
            let suggestion = draft.suggestions.get_mut(index);
            let suggestion = suggestion.ok_or(Refused::NotThere)?;
            match field {
                SuggestionField::Level => suggestion.level = level.ok_or(Refused::NotThere)?.id,
                SuggestionField::From => suggestion.from = value.count()?.unwrap_or(0),
            }
        }
        Field::Text(field) => texts(draft, field, value)?,
        Field::Edition(index, field) => {
            let edition = draft.editions.get_mut(index).ok_or(Refused::NotThere)?;
            let slot = match field {
                EditionField::Session => &mut edition.session,
                EditionField::Exam => &mut edition.exam,
                EditionField::ExamTitle => &mut edition.exam_title,
                EditionField::GridAnnex => &mut edition.grid_annex,
                EditionField::SheetAnnex => &mut edition.sheet_annex,
                EditionField::PenaltyAnnex => &mut edition.penalty_annex,
            };
            *slot = value.text()?;
        }
        Field::Provenance(field) => match field {
            ProvenanceField::Sources => draft.provenance.sources = value.lines()?,
            ProvenanceField::Date => draft.provenance.date = value.text()?,
            ProvenanceField::Corrections => draft.provenance.corrections = value.lines()?,
        },
    }
    Ok(None)
}

fn grid(draft: &mut Draft, field: GridField, value: &Value) -> Set {
    let text = value.text()?;
    match field {
        GridField::Id => draft.id = names::checked(&text)?,
        GridField::Title => draft.title = text,
        GridField::Short => draft.short = text,
        GridField::Diploma => draft.diploma = text,
        GridField::Unit => draft.unit = text,
    }
    Ok(())
}

fn choice(choice: Option<&mut Choice>, field: ChoiceField, value: &Value) -> Set {
    let choice = choice.ok_or(Refused::NotThere)?;
    let text = value.text()?;
    match field {
        ChoiceField::Id => choice.id = text.trim().into(),
        ChoiceField::Label => follow(&mut choice.label, &mut choice.printed, text),
        ChoiceField::Printed => choice.printed = text,
    }
    Ok(())
}

/// Writes a label; what was the same, because nobody wrote it apart, stays the same.
fn follow(label: &mut String, printed: &mut String, text: String) {
    if label == printed {
        printed.clone_from(&text);
    }
    *label = text;
}

fn level(draft: &mut Draft, index: usize, field: LevelField, value: &Value) -> Set {
    if field == LevelField::Id {
        return names::rename_level(draft, index, &value.text()?);
    }
    let level = draft.levels.get_mut(index).ok_or(Refused::NotThere)?;
    match field {
        LevelField::Id => {}
        LevelField::Label => {
            let text = value.text()?;
            if level.plural == level.label.to_lowercase() {
                level.plural = text.to_lowercase();
            }
            follow(&mut level.label, &mut level.printed, text);
        }
        LevelField::Printed => level.printed = value.text()?,
        LevelField::Plural => level.plural = value.text()?,
        LevelField::Kind => rules::level_kind(level, value.choice()?)?,
        LevelField::Value => level.kind = super::super::LevelKind::Value(value.number()?),
    }
    Ok(())
}

fn section(
    draft: &mut Draft,
    index: usize,
    field: SectionField,
    value: &Value,
) -> Result<Option<Part>, Refused> {
    match field {
        SectionField::Id => {
            names::rename_section(draft, index, &value.text()?)?;
            return Ok(None);
        }
        SectionField::Parent => return order::put_inside(draft, index, value.pick()?).map(Some),
        _ => {}
    }
    let section = draft.sections.get_mut(index).ok_or(Refused::NotThere)?;
    match field {
        SectionField::Id | SectionField::Parent => {}
        SectionField::Kind => section.kind = value.text()?,
        SectionField::Title => section.title = value.text()?,
        SectionField::Short => section.short = value.text()?,
        SectionField::Weight => section.weight = value.number()?,
        SectionField::Modality => section.modality = value.text()?,
        SectionField::Deliverables => section.deliverables = value.lines()?,
    }
    Ok(None)
}

fn row(
    draft: &mut Draft,
    index: usize,
    field: RowField,
    value: &Value,
) -> Result<Option<Part>, Refused> {
    match field {
        RowField::Id => {
            let taken = |id: &str| draft.rows.iter().any(|row| row.id.as_str() == id);
            let current = draft.rows.get(index).map(|row| row.id.as_str());
            let id = names::free(&value.text()?, current, taken)?;
            let row = draft.rows.get_mut(index).ok_or(Refused::NotThere)?;
            row.id = id.into();
            return Ok(None);
        }
        RowField::Section => return order::put_row(draft, index, value.pick()?).map(Some),
        _ => {}
    }
    let row = draft.rows.get_mut(index).ok_or(Refused::NotThere)?;
    match field {
        RowField::Id | RowField::Section => {}
        RowField::Title => row.title = value.text()?,
        RowField::Short => {
            let text = value.text()?;
            follow(&mut row.short, &mut row.narrow, text);
        }
        RowField::Narrow => row.narrow = value.text()?,
        RowField::Transversal => row.transversal = value.flag()?,
        RowField::Weight => row.weight = value.number()?,
        RowField::Critical => row.critical = value.flag()?,
        RowField::Parts => row.parts = value.lines()?,
        RowField::Situations => row.situations = value.count()?.unwrap_or(0),
        RowField::Modality => row.modality = value.text()?,
        RowField::Deliverables => row.deliverables = value.lines()?,
    }
    Ok(None)
}

fn indicator(
    draft: &mut Draft,
    row: usize,
    index: usize,
    field: IndicatorField,
    value: &Value,
) -> Set {
    if field == IndicatorField::Id {
        let taken = |id: &str| names::indicators(draft).any(|known| known == id);
        let home = draft
            .rows
            .get(row)
            .and_then(|row| row.indicators.get(index));
        let current = home.map(|known| known.id.as_str());
        let id = names::free(&value.text()?, current, taken)?;
        lists::indicator(draft, row, index)?.id = id.into();
        return Ok(());
    }
    let indicator = lists::indicator(draft, row, index)?;
    match field {
        IndicatorField::Id => {}
        IndicatorField::Text => indicator.text = value.text()?,
        IndicatorField::Kind => {
            let kind = rules::INDICATORS.get(value.choice()?);
            indicator.kind = *kind.ok_or(Refused::NotThere)?;
        }
    }
    Ok(())
}

fn descriptor(
    draft: &mut Draft,
    row: usize,
    level: usize,
    field: DescriptorField,
    value: &Value,
) -> Set {
    let names: Vec<_> = draft.levels.iter().map(|level| level.id.clone()).collect();
    let id = names.get(level).cloned().ok_or(Refused::NotThere)?;
    let row = draft.rows.get_mut(row).ok_or(Refused::NotThere)?;
    if field == DescriptorField::Present {
        row.descriptors.retain(|own| own.level != id);
        if value.flag()? {
            row.descriptors.push(super::super::Descriptor {
                level: id,
                label: None,
                text: String::new(),
                value: None,
            });
        }
        // In the order of the scale, whichever was ticked first.
        let rank = |own: &super::super::Descriptor| names.iter().position(|id| *id == own.level);
        row.descriptors.sort_by_key(rank);
        return Ok(());
    }
    let own = row.descriptors.iter_mut().find(|own| own.level == id);
    let own = own.ok_or(Refused::NotThere)?;
    match field {
        DescriptorField::Present => {}
        DescriptorField::Label => {
            own.label = Some(value.text()?).filter(|text| !text.trim().is_empty());
        }
        DescriptorField::Text => own.text = value.text()?,
        DescriptorField::Value => own.value = value.maybe_number()?,
    }
    Ok(())
}

fn bonus(draft: &mut Draft, field: BonusField, value: &Value) -> Set {
    if field == BonusField::Present {
        let one = || Fraction::whole(1);
        draft.bonus = value.flag()?.then(|| super::super::Bonus {
            label: String::new(),
            most: one(),
            step: Fraction::ratio(1, 2).unwrap_or_else(one),
        });
        return Ok(());
    }
    let bonus = draft.bonus.as_mut().ok_or(Refused::NotThere)?;
    match field {
        BonusField::Present => {}
        BonusField::Label => bonus.label = value.text()?,
        BonusField::Most => bonus.most = value.number()?,
        BonusField::Step => bonus.step = value.number()?,
    }
    Ok(())
}

fn piece(draft: &mut Draft, index: usize, field: PieceField, value: &Value) -> Set {
    if field == PieceField::Id {
        let taken = |id: &str| draft.pieces.iter().any(|piece| piece.id.as_str() == id);
        let current = draft.pieces.get(index).map(|piece| piece.id.as_str());
        let id = names::free(&value.text()?, current, taken)?;
        let piece = draft.pieces.get_mut(index).ok_or(Refused::NotThere)?;
        piece.id = id.into();
        return Ok(());
    }
    let penalty = value.pick().ok().flatten();
    let penalty = penalty.and_then(|penalty| draft.penalties.get(penalty));
    let penalty = penalty.map(|penalty| penalty.id.clone());
    let piece = draft.pieces.get_mut(index).ok_or(Refused::NotThere)?;
    match field {
        PieceField::Id => {}
        PieceField::Label => piece.label = value.text()?,
        PieceField::Kind(kind) => {
            piece.kinds.retain(|known| *known != kind);
            if value.flag()? {
                piece.kinds.push(kind);
                piece.kinds.sort();
            }
        }
        PieceField::Required => piece.required = value.flag()?,
        PieceField::Penalty => piece.penalty = penalty,
        PieceField::Pages => {
            let pages = value.count()?;
            piece.pages = pages.map(|pages| u32::try_from(pages).unwrap_or(u32::MAX));
        }
    }
    Ok(())
}

fn texts(draft: &mut Draft, field: TextField, value: &Value) -> Set {
    let texts = &mut draft.texts;
    let slot = match field {
        TextField::Instructions => {
            texts.instructions = value.lines()?;
            return Ok(());
        }
        TextField::Coverage => &mut texts.coverage,
        TextField::CoverageSentence => &mut texts.coverage_sentence,
        TextField::ConformitySentence => &mut texts.conformity_sentence,
        TextField::MarkNotice => &mut texts.mark_notice,
        TextField::Appreciation => &mut texts.appreciation,
        TextField::Retention => &mut texts.retention,
        TextField::Template => &mut texts.template,
    };
    *slot = value.text()?;
    Ok(())
}

/// Returns the texts to consult of a shelf.
pub(super) fn shelf_of(draft: &mut Draft, shelf: Shelf) -> Option<&mut Vec<Passage>> {
    match shelf {
        Shelf::Grid => Some(&mut draft.reference),
        Shelf::Section(index) => draft.sections.get_mut(index).map(|s| &mut s.reference),
        Shelf::Row(index) => draft.rows.get_mut(index).map(|row| &mut row.knowledge),
    }
}

impl Value {
    pub(super) fn text(&self) -> Result<String, Refused> {
        match self {
            Value::Text(text) => Ok(text.clone()),
            _ => Err(Refused::NotThere),
        }
    }

    pub(super) fn lines(&self) -> Result<Vec<String>, Refused> {
        match self {
            Value::Lines(lines) => Ok(lines.clone()),
            _ => Err(Refused::NotThere),
        }
    }

    pub(super) fn number(&self) -> Result<Fraction, Refused> {
        self.maybe_number()?.ok_or(Refused::NotThere)
    }

    pub(super) fn maybe_number(&self) -> Result<Option<Fraction>, Refused> {
        match self {
            Value::Number(number) => Ok(number.clone()),
            _ => Err(Refused::NotThere),
        }
    }

    pub(super) fn count(&self) -> Result<Option<usize>, Refused> {
        match self {
            Value::Count(count) => Ok(*count),
            _ => Err(Refused::NotThere),
        }
    }

    pub(super) fn flag(&self) -> Result<bool, Refused> {
        match self {
            Value::Flag(flag) => Ok(*flag),
            _ => Err(Refused::NotThere),
        }
    }

    pub(super) fn choice(&self) -> Result<usize, Refused> {
        match self {
            Value::Choice(choice) => Ok(*choice),
            _ => Err(Refused::NotThere),
        }
    }

    pub(super) fn pick(&self) -> Result<Option<usize>, Refused> {
        match self {
            Value::Pick(pick) => Ok(*pick),
            _ => Err(Refused::NotThere),
        }
    }
}
