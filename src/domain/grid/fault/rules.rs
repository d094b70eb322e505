//! What is wrong in the rules of a grid: options, penalties, papers, mark, decision.

use std::collections::HashSet;

use super::super::super::fraction::Fraction;
use super::super::super::id::{LevelId, SectionId};
use super::super::{
    Amount, DecisionRule, Draft, Formula, LevelKind, MarkRule, NotAssessable, Row, SectionRule,
    Stage,
};
use super::{DEEPEST, FaultCause, Faults, Part, section_place};

impl Draft {
    pub(super) fn check_rules(&self, faults: &mut Faults) {
        faults.unique(
            "options",
            self.options.iter().map(|option| option.id.as_str()),
        );
        faults.unique(
            "penalties",
            self.penalties.iter().map(|penalty| penalty.id.as_str()),
        );
        for (index, penalty) in self.penalties.iter().enumerate() {
            match &penalty.amount {
                Amount::Fixed(points) => {
                    faults.positive(&format!("penalties[{index}].points"), points);
                }
                Amount::Bounded(least, most) => {
                    faults.positive(&format!("penalties[{index}].points"), least);
                    if least > most {
                        faults.add(format!("penalties[{index}].points"), FaultCause::Interval);
                    }
                }
                Amount::Free => {}
            }
            faults.text(&format!("penalties[{index}].label"), &penalty.label);
        }
        if let Some(bonus) = &self.bonus {
            faults.positive("bonus.most", &bonus.most);
            faults.positive("bonus.step", &bonus.step);
        }
        faults.unique("pieces", self.pieces.iter().map(|piece| piece.id.as_str()));
        for (index, piece) in self.pieces.iter().enumerate() {
            if let Some(penalty) = &piece.penalty
                && !self.penalties.iter().any(|known| known.id == *penalty)
            {
                faults.add(
                    format!("pieces[{index}].penalty"),
                    FaultCause::UnknownId(penalty.to_string()),
                );
            }
        }
        faults.unique_by(
            "session",
            "editions",
            self.editions.iter().map(|edition| edition.session.as_str()),
        );
        faults.unique(
            "texts.modes",
            self.texts.modes.iter().map(|mode| mode.id.as_str()),
        );
        let most = self.rows.iter().map(|row| row.indicators.len()).max();
        for (index, suggestion) in self.suggestions.iter().enumerate() {
            if most.is_none_or(|most| suggestion.from > most) {
                faults.add(
                    format!("suggestions[{index}].from"),
                    FaultCause::Unreachable,
                );
            }
            if !self.has_level(&suggestion.level) {
                faults.add(
                    format!("suggestions[{index}].level"),
                    FaultCause::UnknownId(suggestion.level.to_string()),
                );
            }
        }
        match &self.mark {
            Some(rule) => {
                check_mark(rule, faults);
                if rule.stage == Stage::Section && self.sections.is_empty() {
                    let place = "mark.rounding.stage".to_owned();
                    faults.add(place, FaultCause::Needs(Part::Sections));
                }
            }
            None => self.check_without_mark(faults),
        }
        if let Some(decision) = &self.decision {
            self.check_decision(decision, faults);
        }
    }

    fn check_without_mark(&self, faults: &mut Faults) {
        if self.decision.is_none() {
            faults.add("mark".into(), FaultCause::NoOutcome);
        }
        for (place, present) in [
            ("penalties", !self.penalties.is_empty()),
            ("bonus", self.bonus.is_some()),
            ("comments", !self.comments.is_empty()),
        ] {
            if present {
                faults.add(place.into(), FaultCause::Needs(Part::Mark));
            }
        }
    }

    fn check_decision(&self, decision: &DecisionRule, faults: &mut Faults) {
        let outer = self.sections.iter().filter(|s| s.parent.is_none()).count();
        if outer == 0 {
            faults.add("decision".into(), FaultCause::Needs(Part::Sections));
        }
        if decision.acquired.is_empty() {
            faults.add("decision.acquired".into(), FaultCause::NothingListed);
        }
        let mut seen = HashSet::new();
        for (list, levels) in [
            ("acquired", &decision.acquired),
            ("partly", &decision.partly),
        ] {
            for (index, level) in levels.iter().enumerate() {
                let place = format!("decision.{list}[{index}]");
                if !self.has_level(level) {
                    faults.add(place, FaultCause::UnknownId(level.to_string()));
                } else if !seen.insert(level) {
                    faults.add(place, FaultCause::DuplicateId(level.to_string()));
                } else if self.leaves(level) {
                    // A row at such a level leaves the bloc before anything is decided of it.
                    faults.add(place, FaultCause::Unreachable);
                }
            }
        }
        if let Some(count) = decision.sections
            && (count == 0 || count > outer)
        {
            faults.add("decision.sections".into(), FaultCause::Unreachable);
        }
        self.check_section_rule("decision.section", &decision.section, faults);
        for section in &self.sections {
            let own = section.rule.as_ref();
            let place = match own {
                Some(_) => format!("{}.rule", section_place(&section.id)),
                None => section_place(&section.id),
            };
            if let Some(rule) = own {
                self.check_section_rule(&place, rule, faults);
            }
            let outer = section.parent.is_none();
            let share = &own.unwrap_or(&decision.section).share;
            if outer
                && *share <= Fraction::whole(1)
                && !decision.acquired.is_empty()
                && !self.can_be_acquired(decision, &section.id, own.unwrap_or(&decision.section))
            {
                faults.add(place, FaultCause::Unreachable);
            }
        }
        let words = &decision.words;
        for (place, text) in [
            ("full", &words.full),
            ("partial", &words.partial),
            ("none", &words.none),
            ("acquired", &words.acquired),
            ("refused", &words.refused),
        ] {
            faults.text(&format!("decision.words.{place}"), text);
        }
    }

    fn leaves(&self, id: &LevelId) -> bool {
        let level = self.levels.iter().find(|level| level.id == *id);
        level.is_some_and(|level| matches!(level.kind, LevelKind::NotAssessed | LevelKind::Waived))
    }

    /// Whether the best candidate meets a rule: rows may be limited to levels of their own.
    fn can_be_acquired(&self, decision: &DecisionRule, id: &SectionId, rule: &SectionRule) -> bool {
        let reaches = |row: &Row| {
            row.descriptors.is_empty()
                || decision.acquired.iter().any(|level| {
                    row.descriptor(level).is_some()
                        || self.levels.iter().any(|known| {
                            known.id == *level && known.kind == LevelKind::NotAssessable
                        })
                })
        };
        let zero = || Fraction::whole(0);
        let (mut all, mut won, mut critical) = (zero(), zero(), true);
        for row in self.rows.iter().filter(|row| self.is_inside(row, id)) {
            all = all + &row.weight;
            if reaches(row) {
                won = won + &row.weight;
            } else {
                critical &= !row.critical;
            }
        }
        let share = won.over(&all);
        share.is_none_or(|share| share >= rule.share) && (critical || !rule.critical)
    }

    fn is_inside(&self, row: &Row, id: &SectionId) -> bool {
        let mut own = row.section.as_ref();
        // A draft may hold a loop of sections.
        for _ in 0..=DEEPEST {
            match own {
                Some(section) if section == id => return true,
                Some(section) => {
                    let known = self.sections.iter().find(|known| known.id == *section);
                    own = known.and_then(|known| known.parent.as_ref());
                }
                None => return false,
            }
        }
        false
    }

    fn check_section_rule(&self, place: &str, rule: &SectionRule, faults: &mut Faults) {
        faults.share(&format!("{place}.share"), &rule.share);
        let Some(mark) = &rule.mark else { return };
        let place = format!("{place}.mark");
        match &self.mark {
            None => faults.add(place, FaultCause::Needs(Part::Mark)),
            Some(own) if own.formula == Formula::None => {
                faults.add(place, FaultCause::Unreachable);
            }
            Some(own) if *mark > own.out_of => faults.add(place, FaultCause::Unreachable),
            Some(_) => {}
        }
    }
}

fn check_mark(rule: &MarkRule, faults: &mut Faults) {
    faults.positive("mark.out_of", &rule.out_of);
    faults.positive("mark.step", &rule.step);
    if let Some(grain) = &rule.rounding.grain {
        faults.positive("mark.rounding.grain", grain);
    }
    if rule.base >= rule.out_of || rule.base.is_negative() {
        faults.add("mark.base".into(), FaultCause::Interval);
    }
    if rule.floor > rule.ceiling || rule.floor.is_negative() {
        faults.add("mark.bounds".into(), FaultCause::Interval);
    }
    if let Some(share) = &rule.coverage {
        faults.share("mark.coverage", share);
    }
    if let Some(threshold) = &rule.threshold {
        faults.positive("mark.threshold", threshold);
        if *threshold > rule.ceiling {
            faults.add("mark.threshold".into(), FaultCause::Unreachable);
        }
    }
    let reads = matches!(
        rule.not_assessable,
        NotAssessable::Zero | NotAssessable::Neutral
    );
    if rule.formula == Formula::None && !reads {
        faults.add("mark.not_assessable".into(), FaultCause::Unreachable);
    }
    let zero = Fraction::whole(0);
    if rule.ceiling <= zero && rule.floor <= rule.ceiling {
        faults.add("mark.bounds".into(), FaultCause::Interval);
    }
}
