//! What `summary --json` prints.

use serde_json::{Value, json};

use crate::domain::roster::{Day, Hour};
use crate::export::summary::{Line, Result, Summary};

/// Returns a summary for a program: marks as numbers, days and hours as ISO writes them.
pub fn summary(summary: &Summary) -> Value {
    json!({
        "diploma": summary.diploma,
        "exam": summary.exam,
        "session": summary.session,
        "commission": summary.commission,
        "members": summary.members,
        "out_of": summary.out_of,
        "open": summary.open(),
        "lines": summary.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn line(line: &Line) -> Value {
    let (state, mark, words) = match &line.result {
        Result::Mark(mark) => ("fixed", Some(mark.to_f64()), None),
        Result::Verdict(verdict) => ("fixed", None, Some(verdict.clone())),
        Result::Absent => ("absent", None, None),
        Result::Moved(to) => ("moved", None, Some(to.clone())),
        Result::Open => ("open", None, None),
    };
    json!({
        "number": line.number,
        "name": line.last_name,
        "first_name": line.first_name,
        "option": line.option,
        "state": state,
        "mark": mark,
        "verdict": words.as_ref().filter(|_| state == "fixed"),
        "moved_to": words.as_ref().filter(|_| state == "moved"),
        "date": line.day.map(Day::iso),
        "time": line.hour.map(Hour::iso),
        "seal_code": (!line.code.is_empty()).then_some(&line.code),
    })
}
