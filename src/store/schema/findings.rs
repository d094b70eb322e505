//! What the commands on grids print for programs: findings with place and cure, differences,
//! reports of imports and exports.

use std::path::Path;

use serde_json::{Value, json};

use crate::domain::grid::{Advice, Fault, Grid};
use crate::store::StoreError;
use crate::store::exchange::{Format, Remark};
use crate::store::grids::Loaded;
use crate::store::grids::compare::Difference;
use crate::words;

/// Returns what `grid check` says of one file; `template` is what is wrong with its sheets.
pub fn checked(
    file: &Path,
    read: &Result<Loaded, StoreError>,
    template: Option<&str>,
) -> Value {
    let file = file.display().to_string();
    match read {
        Ok(Loaded { grid, .. }) => {
            let warnings: Vec<Value> = grid.advice().iter().map(advice).collect();
            // Such a grid can be graded and printed, but not as its author meant.
            let findings: Vec<Value> = template
                .map(|unknown| finding("texts.template", unknown, None))
                .into_iter()
                .collect();
            json!({ "file": file, "ok": findings.is_empty(), "id": grid.id,
                "rows": grid.rows.len(), "findings": findings, "warnings": warnings })
        }
        Err(error) => {
            let findings = match error {
                StoreError::GridFaults { faults, .. } => faults.iter().map(fault).collect(),
                StoreError::GridSyntax { place, detail, .. } => {
                    vec![json!({ "place": place, "fault": detail })]
                }
                other => vec![json!({ "place": "", "fault": other.to_string() })],
            };
            json!({ "file": file, "ok": false, "findings": findings, "warnings": [] })
        }
    }
}

fn fault(fault: &Fault) -> Value {
    let (what, cure) = words::fault_and_cure(&words::fault(fault));
    finding(&fault.place, &what, cure.as_deref())
}

fn advice(advice: &Advice) -> Value {
    let (what, cure) = words::fault_and_cure(&words::advice(advice));
    finding(&advice.place, &what, cure.as_deref())
}

fn finding(place: &str, fault: &str, cure: Option<&str>) -> Value {
    match cure {
        Some(cure) => json!({ "place": place, "fault": fault, "cure": cure }),
        None => json!({ "place": place, "fault": fault }),
    }
}

/// Returns where two grids differ.
pub fn differences(differences: &[Difference]) -> Vec<Value> {
    let value =
        |one: &Difference| json!({ "place": one.place, "before": one.before, "after": one.after });
    differences.iter().map(value).collect()
}

/// Returns what an import or an export made, and its report.
pub fn exchanged(file: &Path, format: Format, grid: &Grid, report: &[Remark]) -> Value {
    let report: Vec<Value> = report.iter().map(remark).collect();
    json!({
        "file": file.display().to_string(),
        "format": format.name(),
        "grid": grid.id,
        "rows": grid.rows.len(),
        "levels": grid.levels.len(),
        "report": report,
    })
}

fn remark(remark: &Remark) -> Value {
    let text = words::remark_exchange(remark);
    let (kind, what, count) = match remark {
        Remark::NotCarried(part, count) => {
            ("not_carried", json!(snake(&format!("{part:?}"))), *count)
        }
        Remark::Dropped(field, count) => ("dropped", json!(field), *count),
        Remark::Assumed(what, count) => ("assumed", json!(snake(&format!("{what:?}"))), *count),
        Remark::SameMark => ("same_mark", Value::Null, 1),
        Remark::OtherMark => ("other_mark", Value::Null, 1),
        Remark::NotReadBack => ("not_read_back", Value::Null, 1),
    };
    json!({ "kind": kind, "what": what, "count": count, "text": text })
}

/// Returns a name of the code as programs write names: `MarkScale` gives `mark_scale`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
