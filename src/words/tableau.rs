//! What was found in a tableau de synthèse, in sentences.

use crate::domain::dossier::amend::{Line, Said, Spot};
use crate::domain::dossier::findings::Finding;
use crate::domain::dossier::{Dossier, Doubt, Reading, Reason};
use crate::t;

/// Returns a finding about `reading`, whose columns bear these labels.
pub fn finding(finding: &Finding, reading: &Reading, labels: &[String]) -> String {
    let rows = |rows: &[usize]| named_rows(reading, rows);
    let label = |column: usize| labels.get(column).map_or("", String::as_str);
    match finding {
        Finding::Empty => t!("tableau-finding-empty"),
        Finding::Uncovered(columns) => {
            let columns: Vec<&str> = columns.iter().map(|column| label(*column)).collect();
            t!("tableau-finding-uncovered", columns = columns.join(", "))
        }
        Finding::NoTick(some) => t!(
            "tableau-finding-no-tick",
            count = some.len(),
            rows = rows(some)
        ),
        Finding::NoPeriod(some) => t!(
            "tableau-finding-no-period",
            count = some.len(),
            rows = rows(some)
        ),
        Finding::EndBeforeStart(some) => {
            t!("tableau-finding-end-before-start", rows = rows(some))
        }
        Finding::ImpossibleDate(some) => t!("tableau-finding-impossible-date", rows = rows(some)),
        Finding::SameTitle(some) => t!("tableau-finding-same-title", rows = rows(some)),
        Finding::Hidden(some) => t!("tableau-finding-hidden", rows = rows(some)),
        Finding::Joined(some) => t!("tableau-finding-joined", rows = rows(some)),
        Finding::BeforeSections(some) => {
            t!("tableau-finding-before-sections", rows = rows(some))
        }
        Finding::OddTick { row, column } => {
            let realisation = reading.realisations.get(*row);
            let text = realisation.and_then(|row| row.texts.get(*column));
            let place = realisation
                .and_then(|row| row.tick_places.get(*column).copied().flatten())
                .map_or_else(|| rows(&[*row]), |place| place.to_string());
            t!(
                "tableau-finding-odd-tick",
                text = text.map_or("", String::as_str),
                place = place,
                column = label(*column)
            )
        }
        Finding::NoOption => t!("tableau-finding-no-option"),
        Finding::NoName => t!("tableau-finding-no-name"),
        Finding::NoNumber => t!("tableau-finding-no-number"),
        Finding::OtherName { read, known } => t!(
            "tableau-finding-other-name",
            read = read.as_str(),
            known = known.as_str()
        ),
        Finding::OtherNumber { read, known } => t!(
            "tableau-finding-other-number",
            read = read.as_str(),
            known = known.as_str()
        ),
        Finding::OtherOption { read, known } => t!(
            "tableau-finding-other-option",
            read = read.as_str(),
            known = known.as_str()
        ),
        Finding::Doubt(doubt) => doubted(*doubt, labels),
    }
}

fn doubted(doubt: Doubt, labels: &[String]) -> String {
    let shown = |page: u32| page.saturating_add(1).to_string();
    match doubt {
        Doubt::NoText { page } => t!("tableau-doubt-no-text", page = shown(page)),
        Doubt::NoTable { page } => t!("tableau-doubt-no-table", page = shown(page)),
        Doubt::Continued { page } => t!("tableau-doubt-continued", page = shown(page)),
        Doubt::Another { page } => t!("tableau-doubt-another", page = shown(page)),
        Doubt::Column { column } => t!(
            "tableau-doubt-column",
            column = labels.get(column).map_or("", String::as_str)
        ),
        Doubt::Straddling(place) => t!("tableau-doubt-straddling", place = place.to_string()),
        Doubt::Cut(place) => t!("tableau-doubt-cut", place = place.to_string()),
        Doubt::Sign(place) => t!("tableau-doubt-sign", place = place.to_string()),
        Doubt::Tick(place) => t!("tableau-doubt-tick", place = place.to_string()),
        Doubt::Outside(place) => t!("tableau-doubt-outside", place = place.to_string()),
        Doubt::Pages { read } => t!("tableau-doubt-pages", count = read.to_string()),
    }
}

/// Names rows by their titles and their places, a handful at most.
fn named_rows(reading: &Reading, rows: &[usize]) -> String {
    const NAMED: usize = 6;
    let mut names: Vec<String> = rows
        .iter()
        .take(NAMED)
        .filter_map(|row| reading.realisations.get(*row))
        .map(|row| match row.place {
            Some(place) if row.title.is_empty() => place.to_string(),
            Some(place) => format!("{} ({place})", row.title),
            None => row.title.clone(),
        })
        .collect();
    if rows.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Returns why a cell counts as ticked, and where: « × » en F12.
pub fn tick(reason: Reason, text: &str, place: &str) -> String {
    let key = match reason {
        Reason::Text => "tick-text",
        Reason::Fill => "tick-fill",
        Reason::Border => "tick-border",
        Reason::Shape => "tick-shape",
        Reason::Jury => "tick-jury",
    };
    match (reason, place) {
        (Reason::Text, place) => t!(key, text = text, place = place),
        (Reason::Jury, _) => t!(key),
        (_, place) => t!(key, place = place),
    }
}

/// Returns what the jury corrected at a spot of the tableau.
pub fn correction(dossier: &Dossier, spot: Spot, said: &Said, labels: &[String]) -> String {
    let line = match spot.line() {
        Some(Line::Read(index)) => dossier
            .as_read()
            .and_then(|reading| reading.realisations.get(index))
            .map(|line| line.title.clone())
            .unwrap_or_default(),
        Some(line) => match dossier.amendments().get(&Spot::Title(line)) {
            Some(Said::Text(title)) => title.clone(),
            _ => String::new(),
        },
        None => return t!("report-checked"),
    };
    let line = line.as_str();
    match (spot, said) {
        (Spot::Tick(_, column), Said::Flag(ticked)) => {
            let key = if *ticked {
                "correction-ticked"
            } else {
                "correction-unticked"
            };
            let column = labels.get(column).map_or("", String::as_str);
            t!(key, line = line, column = column)
        }
        (Spot::Counts(_), _) => t!("correction-aside", line = line),
        (Spot::Title(Line::Added(_)), _) => t!("correction-added", line = line),
        (Spot::Title(_), Said::Text(text)) => {
            t!("correction-title", line = line, text = text.as_str())
        }
        (Spot::Period(_), Said::Text(text)) => {
            t!("correction-period", line = line, text = text.as_str())
        }
        _ => t!("correction-section", line = line),
    }
}
