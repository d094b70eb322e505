//! What is wrong in the rules of a grid: options, penalties, papers, mark, decision.

use std::collections::HashSet;

use super::super::super::fraction::Fraction;
use super::super::{Amount, DecisionRule, Draft, Formula, MarkRule, NotAssessable, SectionRule};
use super::{FaultCause, Faults, Part, section_place};

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
        for (index, suggestion) in self.suggestions.iter().enumerate() {
            if !self.has_level(&suggestion.level) {
                faults.add(
                    format!("suggestions[{index}].level"),
                    FaultCause::UnknownId(suggestion.level.to_string()),
                );
            }
        }
        match &self.mark {
            Some(rule) => check_mark(rule, faults),
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
            if let Some(rule) = &section.rule {
                let place = format!("{}.rule", section_place(&section.id));
                self.check_section_rule(&place, rule, faults);
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
    if let Some(threshold) = &rule.threshold
        && (threshold.is_negative() || *threshold > rule.ceiling)
    {
        faults.add(
            "mark.threshold".into(),
            FaultCause::ValueOutOfRange(threshold.to_string()),
        );
    }
    let reads = matches!(
        rule.not_assessable,
        NotAssessable::Zero | NotAssessable::Neutral
    );
    if rule.formula == Formula::None && !reads {
        faults.add("mark.not_assessable".into(), FaultCause::Unreachable);
    }
    let zero = Fraction::whole(0);
    if rule.ceiling <= zero {
        faults.add("mark.bounds".into(), FaultCause::Interval);
    }
}
