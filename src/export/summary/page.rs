//! The summary as the values of its template.

use typst::foundations::{Dict, IntoValue, Value};

use super::{COLUMNS, Summary};
use crate::domain::roster::Day;
use crate::export::inputs::{list, printable};
use crate::export::world::{compile, covers};
use crate::export::{ExportError, pdf};
use crate::words::french;

const TEMPLATE: &str = include_str!("../../../assets/sheets/bordereau.typ");

pub fn pdf(summary: &Summary) -> Result<Vec<u8>, ExportError> {
    let text = |text: &str| printable(text, &covers);
    let maybe = |value: Option<String>| value.map_or(Value::None, |value| text(&value));
    let heads = (0..COLUMNS.len()).map(|column| text(&summary.head(column)));
    let lines = summary.lines.iter().map(|line| {
        let cells = line.cells();
        list(cells.iter().map(|cell| text(cell)))
    });
    let labels = [
        "summary-members",
        "summary-made",
        "summary-visas",
        "summary-page",
    ];
    let values = [
        ("title", text(&summary.title())),
        ("diploma", text(&summary.diploma)),
        ("exam", text(&summary.exam)),
        ("session", text(&summary.session)),
        ("commission", text(&summary.commission)),
        (
            "members",
            list(summary.members.iter().map(|name| text(name))),
        ),
        ("notice", maybe(summary.notice())),
        ("options", summary.options.into_value()),
        ("heads", list(heads)),
        ("lines", list(lines)),
        (
            "labels",
            list(labels.iter().map(|key| text(&french(key, &[])))),
        ),
    ];
    let mut inputs = Dict::new();
    for (key, value) in values {
        inputs.insert(key.into(), value);
    }
    let first = summary.lines.iter().filter_map(|line| line.day).min();
    let session = || Day::new(summary.session.parse().ok()?, 1, 1);
    compile(TEMPLATE, inputs, |document| {
        pdf::archive(document, first.or_else(session))
    })
}
