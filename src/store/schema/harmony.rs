//! What `harmonise --json` prints: every figure exact as a fraction, and as a number.

use serde_json::{Map, Value, json};

use crate::domain::fraction::Fraction;
use crate::domain::grid::Grid;
use crate::domain::harmony::{Coherence, Distribution, Gap, Harmony, Tally};
use crate::store::harmony::Consolidation;
use crate::words;

/// Returns what many files hold together.
pub fn consolidation(all: &Consolidation) -> Value {
    let findings = all.findings.iter().map(words::harmony_finding);
    json!({
        "files": all.files,
        "sets": all.harmonies.iter().map(harmony).collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    })
}

fn harmony(harmony: &Harmony) -> Value {
    let grid = &harmony.grid;
    let parts: Vec<Value> = harmony
        .parts
        .iter()
        .zip(harmony.gaps())
        .map(|(part, known)| {
            let mut value = tally(grid, &part.tally);
            if let Value::Object(fields) = &mut value {
                let _ = fields.insert("commission".into(), json!(part.number));
                let _ = fields.insert("candidates".into(), json!(part.candidates));
                let _ = fields.insert("absent".into(), json!(part.absent));
                let _ = fields.insert("gap".into(), json!(known.as_ref().map(gap)));
            }
            value
        })
        .collect();
    let mut value = tally(grid, &harmony.whole());
    if let Value::Object(fields) = &mut value {
        let _ = fields.insert("grid".into(), json!(grid.id));
        let _ = fields.insert("session".into(), json!(harmony.session));
        let _ = fields.insert("exam".into(), json!(harmony.exam));
        let widest = harmony.widest_gap();
        let _ = fields.insert("widest_gap".into(), json!(widest.as_ref().map(number)));
        let _ = fields.insert("commissions".into(), json!(parts));
    }
    value
}

fn gap(gap: &Gap) -> Value {
    json!({
        "count": gap.count,
        "points": number(&gap.points),
        "two_standard_errors": gap.chance,
        "too_few": gap.is_few(),
        "may_be_chance": gap.may_be_chance(),
    })
}

fn tally(grid: &Grid, tally: &Tally) -> Value {
    let rows: Vec<Value> = grid
        .rows
        .iter()
        .zip(&tally.levels)
        .map(|(row, counts)| {
            let levels = grid.levels.iter().zip(counts);
            let counts: Map<String, Value> = levels
                .map(|(level, count)| (level.id.to_string(), json!(count)))
                .collect();
            json!({ "row": row.id.as_str(), "levels": counts })
        })
        .collect();
    json!({
        "sealed": tally.sealed,
        "marks": distribution(&tally.marks),
        "rows": rows,
        "coherence": coherence(&tally.coherence),
    })
}

fn distribution(marks: &Distribution) -> Value {
    let range = marks.range();
    json!({
        "count": marks.count(),
        "mean": marks.mean().as_ref().map(number),
        "median": marks.median().as_ref().map(number),
        "least": range.map(|(least, _)| least.to_f64()),
        "most": range.map(|(_, most)| most.to_f64()),
        "deviation_population": marks.deviation(),
        "deviation_sample": marks.sample_deviation(),
        "values": marks
            .values()
            .map(|(mark, count)| json!({ "mark": mark.to_f64(), "count": count }))
            .collect::<Vec<_>>(),
    })
}

fn coherence(coherence: &Coherence) -> Value {
    json!({
        "without_proposal": coherence.without,
        "same": coherence.same,
        "between_readings": coherence.between,
        "above": coherence.above,
        "below": coherence.below,
        "gap": distribution(&coherence.gaps),
    })
}

fn number(value: &Fraction) -> Value {
    json!({ "exact": value.to_string(), "value": value.to_f64() })
}
