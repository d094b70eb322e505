//! Sheets as values of the templates: every text of a person goes in as a string, never as markup.

mod text;

use typst::foundations::{Array, Dict, IntoValue, Str, Value};

use super::sheet::{
    Decision, LevelCell, Line, Mark, Observation, Part, PenaltyLine, RubricCell, SectionHead,
    Sheet, SheetRow, Signature, SumLine, Sums, Tick, Verdict,
};
use crate::domain::grid::IndicatorKind;
use crate::words::french;
use text::lines;
pub use text::printable;

/// Tells the characters that can be printed.
type Covered<'a> = &'a dyn Fn(char) -> bool;

/// Returns one sheet as the templates read it.
pub fn sheet(sheet: &Sheet, covered: Covered<'_>) -> Value {
    let put = Put { covered };
    let head = &sheet.head;
    let identity = &sheet.identity;
    let word = if sheet.exercise {
        "export-exercise"
    } else {
        "export-draft"
    };
    let notice = if sheet.exercise {
        "export-exercise-notice"
    } else if sheet.out_of.is_some() {
        "export-draft-notice"
    } else {
        "export-draft-decision"
    };
    let run = [
        ("name", identity.name.as_str()),
        ("number", identity.number.as_str()),
        ("commission", identity.commission.as_str()),
        ("session", head.session.as_str()),
    ];
    let continued = list([
        put.text(&french(
            "export-continued",
            &[("annex", head.sheet_annex.as_str())],
        )),
        put.text(&french("export-continued-identity", &run)),
    ]);
    dict([
        ("diploma", put.text(&head.diploma)),
        ("session", put.text(&head.session)),
        ("exam", put.text(&head.exam)),
        ("grid_annex", put.text(&head.grid_annex)),
        ("sheet_annex", put.text(&head.sheet_annex)),
        ("penalty_annex", put.text(&head.penalty_annex)),
        ("annex_first", head.annex_first.into_value()),
        ("name", put.text(&identity.name)),
        ("number", put.text(&identity.number)),
        ("commission", put.text(&identity.commission)),
        ("date", put.maybe(identity.date.as_ref())),
        ("options", put.ticks(&identity.options)),
        ("modes", put.ticks(&identity.modes)),
        ("members", put.texts(&identity.members)),
        ("signatures", put.signatures(&sheet.signatures)),
        ("instructions", put.texts(&sheet.instructions)),
        ("out_of", put.maybe(sheet.out_of.as_ref())),
        ("mark", put.maybe(sheet.mark.as_ref())),
        ("last", put.maybe(sheet.last.as_ref())),
        ("sums", put.sums(sheet.sums.as_ref())),
        (
            "bonus",
            sheet.bonus.as_ref().map_or(Value::None, |bonus| {
                dict([
                    ("label", put.text(&bonus.label)),
                    ("most", put.text(&bonus.most)),
                    ("points", put.maybe(bonus.points.as_ref())),
                ])
            }),
        ),
        ("penalties", put.penalties(&sheet.penalties)),
        ("decision", put.decision(sheet.decision.as_ref())),
        ("reason", lines(&sheet.reason, covered)),
        ("levels", put.texts(&sheet.levels)),
        ("aspects", sheet.aspects.into_value()),
        ("rubric", put.rubric(&sheet.rubric)),
        ("parts", list(sheet.parts.iter().map(|part| put.part(part)))),
        ("rows", list(sheet.rows.iter().map(|row| put.row(row)))),
        (
            "observations",
            list(
                sheet
                    .observations
                    .iter()
                    .map(|Observation { phase, text: said }| {
                        dict([("phase", put.text(phase)), ("lines", lines(said, covered))])
                    }),
            ),
        ),
        ("appreciation_head", put.text(&sheet.appreciation_head)),
        ("appreciation", lines(&sheet.appreciation, covered)),
        ("absent", put.maybe(sheet.absent.as_ref())),
        ("visas", put.texts(&sheet.visas)),
        ("code", put.maybe(sheet.code.as_ref())),
        ("exercise", sheet.exercise.into_value()),
        ("draft", (sheet.draft || sheet.exercise).into_value()),
        ("draft_word", put.text(&french(word, &[]))),
        ("draft_notice", put.text(&french(notice, &[]))),
        ("continued", continued),
    ])
}

/// Puts what a sheet says into values.
struct Put<'a> {
    covered: Covered<'a>,
}

impl Put<'_> {
    fn text(&self, text: &str) -> Value {
        printable(text, self.covered)
    }

    fn maybe(&self, value: Option<&String>) -> Value {
        value.map_or(Value::None, |value| self.text(value))
    }

    fn texts(&self, texts: &[String]) -> Value {
        list(texts.iter().map(|line| self.text(line)))
    }

    fn ticks(&self, ticks: &[Tick]) -> Value {
        list(ticks.iter().map(|tick| {
            dict([
                ("label", self.text(&tick.label)),
                ("ticked", tick.ticked.into_value()),
            ])
        }))
    }

    fn signatures(&self, signatures: &[Signature]) -> Value {
        list(signatures.iter().map(|member| {
            dict([
                ("name", self.text(&member.name)),
                ("quality", self.text(&member.quality)),
                ("visa", self.maybe(member.visa.as_ref())),
            ])
        }))
    }

    fn sums(&self, sums: Option<&Sums>) -> Value {
        let Some(sums) = sums else {
            return Value::None;
        };
        let some = |lines: &[SumLine]| {
            list(lines.iter().map(|line| {
                dict([
                    ("label", self.text(&line.label)),
                    ("product", self.maybe(line.product.as_ref())),
                    ("points", self.maybe(line.points.as_ref())),
                ])
            }))
        };
        dict([
            ("lines", some(&sums.lines)),
            ("readings", some(&sums.readings)),
            ("notes", self.texts(&sums.notes)),
            ("proposed", self.maybe(sums.proposed.as_ref())),
        ])
    }

    fn penalties(&self, penalties: &[PenaltyLine]) -> Value {
        list(penalties.iter().map(|penalty| {
            dict([
                ("label", self.text(&penalty.label)),
                ("range", self.maybe(penalty.range.as_ref())),
                ("points", self.maybe(penalty.points.as_ref())),
                ("retained", penalty.retained.into_value()),
            ])
        }))
    }

    fn decision(&self, decision: Option<&Decision>) -> Value {
        let Some(decision) = decision else {
            return Value::None;
        };
        let to_prove = decision.to_prove.iter().map(|section| {
            dict([
                ("title", self.text(&section.title)),
                ("rows", self.texts(&section.rows)),
            ])
        });
        dict([
            ("proposed", self.maybe(decision.proposed.as_ref())),
            ("ruled", self.maybe(decision.ruled.as_ref())),
            ("to_prove", list(to_prove)),
        ])
    }

    fn verdict(&self, verdict: &Verdict) -> Value {
        dict([
            ("title", self.text(&verdict.title)),
            ("acquired", self.text(&verdict.acquired)),
            ("partly", verdict.partly.into_value()),
            ("refused", verdict.refused.into_value()),
            ("waived", verdict.waived.into_value()),
            ("mark", self.maybe(verdict.mark.as_ref())),
            ("proposed", self.maybe(verdict.proposed.as_ref())),
            ("ruled", self.maybe(verdict.ruled.as_ref())),
        ])
    }

    fn rubric(&self, cells: &[RubricCell]) -> Value {
        list(cells.iter().map(|cell| {
            dict([
                ("level", cell.level.into_value()),
                ("aspect", cell.aspect.into_value()),
                ("span", cell.span.into_value()),
                ("text", self.text(&cell.text)),
            ])
        }))
    }

    fn part(&self, part: &Part) -> Value {
        let head = |head: &SectionHead| {
            dict([
                ("title", self.text(&head.title)),
                ("depth", head.depth.into_value()),
                ("share", self.maybe(head.share.as_ref())),
            ])
        };
        let line = |line: &Line| match line {
            Line::Section(section) => head(section),
            Line::Row(index) => index.into_value(),
        };
        dict([
            ("head", part.head.as_ref().map_or(Value::None, head)),
            ("lines", list(part.lines.iter().map(line))),
            (
                "verdict",
                part.verdict
                    .as_ref()
                    .map_or(Value::None, |verdict| self.verdict(verdict)),
            ),
        ])
    }

    fn row(&self, row: &SheetRow) -> Value {
        let cell = |cell: &LevelCell| {
            dict([
                ("offered", cell.offered.into_value()),
                ("label", self.maybe(cell.label.as_ref())),
                ("text", self.text(&cell.text)),
            ])
        };
        let indicators = row
            .indicators
            .iter()
            .flat_map(|indicator| indicator.text.lines())
            .map(|line| self.text(line));
        dict([
            ("title", self.text(&row.title)),
            ("parts", self.texts(&row.parts)),
            ("indicators", list(indicators)),
            (
                "marks",
                list(row.indicators.iter().map(|mark| self.mark(mark))),
            ),
            (
                "chosen",
                row.chosen.map_or(Value::None, IntoValue::into_value),
            ),
            ("level", self.maybe(row.level.as_ref())),
            ("points", self.maybe(row.points.as_ref())),
            ("share", self.maybe(row.share.as_ref())),
            ("critical", row.critical.into_value()),
            ("cells", list(row.cells.iter().map(cell))),
            ("covered", self.maybe(row.covered.as_ref())),
            ("waived", self.maybe(row.waived.as_ref())),
        ])
    }

    fn mark(&self, mark: &Mark) -> Value {
        let kind = match mark.kind {
            IndicatorKind::Indicator => "indicator",
            IndicatorKind::Criterion => "criterion",
            IndicatorKind::Component => "component",
            IndicatorKind::Situation => "situation",
        };
        dict([
            ("kind", kind.into_value()),
            ("lines", lines(&mark.text, self.covered)),
            ("seen", self.maybe(mark.seen.as_ref())),
            ("waived", self.maybe(mark.waived.as_ref())),
        ])
    }
}

/// Returns a dictionary.
pub fn dict<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut dict = Dict::new();
    for (key, value) in entries {
        dict.insert(Str::from(key), value);
    }
    Value::Dict(dict)
}

/// Returns an array.
pub fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(values.into_iter().collect::<Array>())
}
