//! The sheets of grids that are no official form: weights, points, blocs that decide, frameworks of
//! competencies; scales of any size, rows that leave the sums, and what the candidate may read.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use delibere::domain::commission::{
    Column, Commission, Header, Member, Record, Seal, Seen, Ticking, Visa,
};
use delibere::domain::edit::Author;
use delibere::domain::fraction::Fraction;
use delibere::domain::grid::Grid;
use delibere::domain::roster::{Candidate, Day};
use delibere::export::pdf::{PageKind, Pages, pdf, preview};
use delibere::export::sheet::{Line, Sheet};
use delibere::export::template::{self, Template};
use delibere::store::grids;
use serde_json::{Value, json};

use super::sheets::{ELEVEN, one, pages};

/// A commission on a grid, with two members of a quality each.
fn commission(grid: &std::sync::Arc<Grid>) -> Commission {
    let member = |name: &str, quality: &str| Member {
        name: name.to_owned(),
        quality: quality.to_owned(),
    };
    Commission::new(Header {
        grid: grid.clone(),
        edition: grid.editions[0].clone(),
        number: "12".to_owned(),
        members: vec![
            member("Mme Hélène SPÉCIMEN", "Professionnelle"),
            member("M. Paul MODÈLE", "Enseignant"),
        ],
        mode: "ponctuelle".into(),
        ticking: Ticking::Common,
        day: Day::new(2026, 6, 3),
        exercise: false,
    })
}

/// The grids of the folder `grids`.
const SHIPPED: [&str; 4] = [
    "bts-sio-bloc1",
    "bts-ciel-e5",
    "rncp-systeme-information",
    "apc-systemes-information",
];

fn shipped(name: &str) -> Commission {
    let path = format!("{}/grids/{name}.json", env!("CARGO_MANIFEST_DIR"));
    commission(&grids::read(Path::new(&path)).unwrap().grid)
}

fn written(grid: &Value) -> Commission {
    let text = grid.to_string();
    commission(&grids::parse(Path::new("essai.json"), &text).unwrap().grid)
}

/// The least a grid's file says, with these rows and levels.
fn grid(template: &str, levels: Value, extra: Value) -> Value {
    let mut grid = json!({
        "format": 2, "id": "essai", "title": "Grille d’essai", "short": "Essai",
        "diploma": "DIPLÔME D’ESSAI", "unit": "Épreuve de démonstration",
        "levels": levels,
        "mark": {},
        "phases": [{ "label": "Exposé", "seconds": 600 }, { "label": "Entretien", "seconds": 900 }],
        "members": [{ "label": "Professionnelle" }, { "label": "Enseignant" }],
        "texts": { "template": template },
        "editions": [{ "session": "2026", "exam": "E9" }],
        "provenance": { "sources": ["essai"] },
    });
    for (key, value) in extra.as_object().unwrap() {
        grid[key] = value.clone();
    }
    grid
}

fn three_levels() -> Value {
    json!([
        { "id": "NA", "value": 0, "label": "Non acquis" },
        { "id": "PA", "value": "1/2", "label": "Partiellement acquis" },
        { "id": "A", "value": 1, "label": "Acquis" },
    ])
}

fn decision() -> Value {
    json!({
        "acquired": ["A"], "partly": ["PA"],
        "words": {
            "full": "titre délivré", "partial": "titre partiel", "none": "titre refusé",
            "acquired": "bloc obtenu", "refused": "bloc ajourné",
        },
    })
}

/// A candidate with the level of each row, by its position.
fn graded(commission: &Commission, level: impl Fn(usize) -> usize) -> Record {
    let mut record = Record::new(Candidate::new("02612000104", "DELTA", "Inès"));
    let grid = commission.grid();
    let levels = grid
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| (row.id.clone(), grid.levels[level(index)].id.clone()))
        .collect();
    let column = Column {
        levels,
        validated: true,
        ..Column::default()
    };
    let _ = record.columns.insert(Author::Commission, column);
    record
}

fn column(record: &mut Record) -> &mut Column {
    record.columns.get_mut(&Author::Commission).unwrap()
}

fn see(commission: &Commission, record: &mut Record) {
    let grid = commission.grid().clone();
    let all = grid.rows.iter().flat_map(|row| &row.indicators);
    for (index, indicator) in all.enumerate() {
        let seen = [Some(Seen::Yes), Some(Seen::Partly), None, Some(Seen::No)][index % 4];
        if let Some(seen) = seen {
            let _ = column(record).seen.insert(indicator.id.clone(), seen);
        }
    }
}

/// Both visas, then the seal.
fn sealed(commission: &Commission, mut record: Record) -> Record {
    let over = record.decision(commission.agreed(&record));
    for member in 0..commission.header.members.len() {
        let visa = Visa {
            at: ELEVEN,
            over: over.clone(),
        };
        let _ = record.visas.insert(member, visa);
    }
    record.sealed = Some(Seal {
        at: ELEVEN,
        last: delibere::domain::mark::last(commission.grid(), &record),
    });
    record
}

fn say(record: &mut Record) {
    let _ = record.observations.insert(
        0,
        "Exposé construit, dans le temps imparti.\n\nLe contexte est bien posé.".into(),
    );
    record.appreciation = "Des acquis solides ; la preuve manque encore par endroits.".into();
}

/// The pages of the jury, then those of the candidate, by the foot of each.
fn both(bytes: &[u8]) -> Option<(Vec<String>, Vec<String>)> {
    let (jury, candidate): (Vec<String>, Vec<String>) = pages(bytes)?
        .into_iter()
        .partition(|page| page.contains("Réservé au jury"));
    for (part, name) in [(&jury, "jury"), (&candidate, "candidat")] {
        for (index, page) in part.iter().enumerate() {
            let count = format!("page {} / {}", index + 1, part.len());
            assert!(page.contains(&count), "{name}: {count} in {page}");
            assert!(page.contains("02612000104"), "{name}: {page}");
        }
    }
    for page in &candidate {
        assert!(page.contains("Destinée à la personne candidate"), "{page}");
    }
    Some((jury, candidate))
}

fn flat(pages: &[String]) -> String {
    pages
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_shipped_grid_prints_in_its_own_template() {
    for name in SHIPPED {
        let commission = shipped(name);
        let record = graded(&commission, |row| row % commission.grid().levels.len());
        let sheet = Sheet::of(&commission, &record, None);
        assert_eq!(sheet.template.name(), commission.grid().texts.template);
        assert_eq!(template::finding(commission.grid()), None);
        let bytes = one(&sheet);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("<pdfaid:part>2</pdfaid:part>"), "{name}");
        assert!(
            text.contains("<pdfaid:conformance>A</pdfaid:conformance>"),
            "{name}"
        );
        assert_eq!(bytes, one(&sheet), "{name}");
    }
}

#[test]
fn every_sentence_that_is_printed_is_written() {
    let known: Vec<&str> = delibere::words::sources(delibere::words::Language::French)
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .collect();
    let mut keys = 0;
    for source in super::doors::sources() {
        // A literal that looks like a key of an area, in the room that prints.
        if !source.path.starts_with("export/") {
            continue;
        }
        for (_, literal) in &source.texts {
            let area = ["export-", "explain-", "rounding-", "sum-"];
            if area.iter().any(|area| literal.starts_with(area)) {
                keys += 1;
                assert!(
                    known.contains(&literal.as_str()),
                    "{}: {literal}",
                    source.path
                );
            }
        }
    }
    assert!(keys > 30, "{keys} keys");
}

#[test]
fn a_weighted_grid_says_its_weights_its_sum_and_what_was_added() {
    let commission = shipped("bts-ciel-e5");
    let mut record = graded(&commission, |row| [3, 2, 1][row % 3]);
    record.bonus = Fraction::parse("0,5").filter(|_| commission.grid().bonus.is_some());
    record.mark = Fraction::parse("13");
    record.reason = "Maîtrise confirmée à l’entretien.".to_owned();
    say(&mut record);
    let record = sealed(&commission, record);
    let sheet = Sheet::of(&commission, &record, Some("7F3A-91C2"));
    let sums = sheet.sums.clone().unwrap();
    assert_eq!(sums.lines.len(), sheet.parts.len());
    assert!(sums.lines.iter().all(|line| line.points.is_some()));
    let head = sheet.parts[0].head.clone().unwrap();
    assert!(head.share.unwrap().ends_with('%'));
    let Some((jury, candidate)) = both(&one(&sheet)) else {
        return;
    };
    let (jury, candidate) = (flat(&jury), flat(&candidate));
    for row in &sheet.rows {
        assert!(jury.contains(row.title.as_str()), "{}", row.title);
        assert!(!candidate.contains(row.title.as_str()), "{}", row.title);
    }
    assert_eq!(
        jury.split(' ').filter(|word| *word == "X").count(),
        sheet.rows.len() + 2,
        "a level a row, the exam’s form and the bonus"
    );
    assert!(jury.contains("Maîtrise confirmée") && !candidate.contains("Maîtrise confirmée"));
    assert!(candidate.contains("Exposé construit") && candidate.contains("13"));
    assert!(candidate.contains("Empreinte : 7F3A-91C2"));
    assert!(candidate.contains("Vu : Mme Spécimen, le 03/06/2026"));
}

#[test]
fn blocs_are_ruled_one_by_one_and_what_remains_is_listed() {
    let commission = shipped("rncp-systeme-information");
    let grid = commission.grid().clone();
    let acquired = grid.levels.len() - 1;
    let second: Vec<usize> = grid
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| grid.outer_of(row).unwrap().id == grid.sections[0].id)
        .map(|(index, _)| index)
        .collect();
    let mut record = graded(&commission, |row| {
        if second.contains(&row) {
            acquired - 1 - row % 2
        } else {
            acquired
        }
    });
    see(&commission, &mut record);
    for section in grid.outer_sections() {
        let first = section.id == grid.sections[0].id;
        let _ = record.rulings.insert(section.id.clone(), !first);
    }
    let secret = "motif médical à ne pas communiquer";
    let waived = &grid.rows[second[0]].indicators[0];
    let _ = record
        .waived_indicators
        .insert(waived.id.clone(), secret.to_owned());
    say(&mut record);
    let record = sealed(&commission, record);
    let sheet = Sheet::of(&commission, &record, Some("7F3A-91C2"));
    assert_eq!(
        (&sheet.mark, &sheet.out_of, &sheet.sums),
        (&None, &None, &None)
    );
    let decision = sheet.decision.clone().unwrap();
    let ruled = decision.ruled.unwrap();
    assert!(ruled.starts_with("validation partielle ("), "{ruled}");
    assert_eq!(decision.to_prove.len(), 1);
    let words: Vec<(Option<String>, Option<String>)> = sheet
        .parts
        .iter()
        .map(|part| part.verdict.clone().unwrap())
        .map(|verdict| (verdict.proposed, verdict.ruled))
        .collect();
    let word = |word: &str| Some(word.to_owned());
    assert_eq!(words[0], (word("non validé"), word("non validé")));
    assert_eq!(words[1], (word("validé"), word("validé")));
    let Some((jury, candidate)) = both(&one(&sheet)) else {
        return;
    };
    let alone = pdf(std::slice::from_ref(&sheet), Pages::CandidateOnly).unwrap();
    let alone = pages(&alone).unwrap();
    assert_eq!(alone, candidate);
    let (jury, candidate) = (flat(&jury), flat(&candidate));
    assert!(jury.contains(secret) && !candidate.contains("médical"));
    assert!(candidate.contains("Non pris en compte dans l’évaluation"));
    assert!(candidate.contains("Ce qui reste à prouver"));
    for row in &decision.to_prove[0].rows {
        let start: String = row.chars().take(60).collect();
        let start = start.rsplit_once(' ').unwrap().0;
        assert!(candidate.contains(start), "{start}");
    }
    assert!(!candidate.contains("NOTE"), "{candidate}");
    assert!(candidate.contains("validation partielle"));
}

#[test]
fn a_framework_shows_components_evidence_and_situations() {
    let commission = shipped("apc-systemes-information");
    let mut record = graded(&commission, |row| row % 3 + 2);
    see(&commission, &mut record);
    record.mark = Fraction::parse("14");
    say(&mut record);
    let record = sealed(&commission, record);
    let sheet = Sheet::of(&commission, &record, None);
    let grid = commission.grid();
    let met = |row: &delibere::domain::grid::Row| {
        use delibere::domain::grid::IndicatorKind;
        let situations = row
            .indicators
            .iter()
            .filter(|indicator| indicator.kind == IndicatorKind::Situation);
        let seen = &record.columns[&Author::Commission].seen;
        situations
            .filter(|situation| matches!(seen.get(&situation.id), Some(Seen::Yes | Seen::Partly)))
            .count()
    };
    for (row, printed) in grid.rows.iter().zip(&sheet.rows) {
        let covered = printed.covered.clone().unwrap();
        assert!(covered.starts_with(&met(row).to_string()), "{covered}");
    }
    let Some((jury, candidate)) = both(&one(&sheet)) else {
        return;
    };
    let (jury, candidate) = (flat(&jury), flat(&candidate));
    for words in [
        "Composantes",
        "Indicateurs",
        "Situations",
        "partiel",
        "non vu",
    ] {
        assert!(jury.contains(words), "{words}");
    }
    for row in &grid.rows {
        let last = &row.indicators.last().unwrap().text;
        // The longest word may be cut where the column ends.
        let first = last.split_whitespace().next().unwrap();
        assert!(jury.contains(first), "{last}");
    }
    assert!(candidate.contains("14") && !candidate.contains("partiel"));
}

#[test]
fn seventy_rows_of_long_texts_keep_their_levels_beside_them() {
    let long = "décrire avec précision ce qui est attendu de la personne candidate ".repeat(4);
    let bloc = |bloc: usize| {
        let rows = |activity: usize| -> Vec<Value> {
            (0..6)
                .map(|row| {
                    json!({
                        "id": format!("r{bloc}-{activity}-{row}"),
                        "title": format!("Ligne{bloc}{activity}{row} {long}"),
                        "short": format!("Ligne {bloc}{activity}{row}"),
                        "indicators": [
                            { "id": format!("i{bloc}-{activity}-{row}"), "kind": "criterion",
                              "text": format!("Critère{bloc}{activity}{row} {long}") },
                        ],
                    })
                })
                .collect()
        };
        json!({
            "id": format!("bloc{bloc}"), "kind": "Bloc", "title": format!("Bloc {bloc}, {long}"),
            "short": format!("Bloc {bloc}"),
            "sections": (0..3).map(|activity| json!({
                "id": format!("a{bloc}-{activity}"), "kind": "Activité",
                "title": format!("Activité {bloc}{activity}"), "rows": rows(activity),
            })).collect::<Vec<_>>(),
        })
    };
    for name in ["grille", "blocs", "apc"] {
        let extra = json!({
            "mark": { "formula": "decision" }, "decision": decision(),
            "sections": (1..=4).map(bloc).collect::<Vec<_>>(),
        });
        let commission = written(&grid(name, three_levels(), extra));
        let mut record = graded(&commission, |row| row % 3);
        say(&mut record);
        let sheet = Sheet::of(&commission, &record, None);
        assert_eq!(sheet.rows.len(), 72);
        let bytes = one(&sheet);
        let Some((jury, _)) = both(&bytes) else {
            return;
        };
        assert!(jury.len() > 5, "{name}: {} pages", jury.len());
        // A row that begins on a page has its criterion there, and every page that holds a row
        // holds a box for it.
        let mut seen = 0;
        for page in &jury {
            let begun = page.matches("Critère").count();
            for row in page.match_indices("Critère") {
                let number: String = page[row.0..].chars().skip(7).take(3).collect();
                if number.chars().all(|digit| digit.is_ascii_digit()) {
                    assert!(page.contains(&format!("Ligne{number}")), "{name}: {number}");
                    seen += 1;
                }
            }
            assert!(begun > 0 || !page.contains(" X "), "{name}: {page}");
        }
        assert_eq!(seen, 72, "{name}");
        assert!(jury.iter().all(|page| page.contains("PROJET")));
        assert!(jury[0].contains("Aperçu : la décision n’est pas arrêtée."));
    }
}

#[test]
fn ten_levels_and_descriptors_of_each_row_fit_their_page() {
    let levels: Vec<Value> = (0..10)
        .map(|level| {
            json!({ "id": format!("N{level}"), "value": level,
                "label": format!("Niveau de maîtrise numéro {level}") })
        })
        .collect();
    let described = |count: usize| -> Vec<Value> {
        (0..8)
            .map(|row| {
                json!({
                    "id": format!("r{row}"), "title": format!("Critère {row}"), "weight": row + 1,
                    "descriptors": (0..count).map(|level| json!({
                        "level": format!("N{level}"), "label": format!("Palier {row}.{level}"),
                        "text": format!("Ce que montre le palier {level} de la ligne {row}."),
                    })).collect::<Vec<_>>(),
                })
            })
            .collect()
    };
    for name in ["grille", "blocs", "apc"] {
        for (scale, count) in [(10, 10), (4, 3)] {
            let levels: Vec<Value> = levels.iter().take(scale).cloned().collect();
            let extra = json!({ "rows": described(count), "mark": { "formula": "points" } });
            let commission = written(&grid(name, json!(levels), extra));
            let record = graded(&commission, |row| row % count);
            let sheet = Sheet::of(&commission, &record, None);
            assert_eq!(sheet.rows[2].share.as_deref(), Some("coef. 3"));
            assert_eq!(sheet.rows[1].level.as_deref(), Some("Palier 1.1"));
            let most = (count - 1) * 2;
            assert_eq!(
                sheet.rows[1].points.as_deref(),
                Some(format!("2\u{a0}/\u{a0}{most}").as_str())
            );
            assert_eq!(sheet.rows[0].cells.last().unwrap().offered, scale == count);
            let Some((jury, _)) = both(&one(&sheet)) else {
                return;
            };
            let jury = flat(&jury);
            for row in 0..8 {
                let level = row % count;
                let wanted = format!("Ce que montre le palier {level} de la ligne {row}.");
                assert!(jury.contains(&wanted), "{name}, {scale} levels: {wanted}");
            }
        }
    }
}

#[test]
fn penalties_of_every_kind_say_their_points() {
    let extra = json!({
        "rows": [{ "id": "a", "title": "Première" }, { "id": "b", "title": "Seconde" }],
        "bonus": { "label": "Prise d’initiative", "most": 2, "step": "1/2" },
        "penalties": [
            { "id": "fixe", "label": "Dossier en retard", "points": 2 },
            { "id": "bornes", "label": "Annexes incomplètes", "least": 1, "most": 3 },
            { "id": "libre", "label": "Présentation", "free": true },
            { "id": "non", "label": "Absence de dossier", "points": 10 },
        ],
    });
    let commission = written(&grid("grille", three_levels(), extra));
    let mut record = graded(&commission, |_| 2);
    record.bonus = Fraction::parse("0,5");
    record.mark = Fraction::parse("18");
    for (penalty, retained) in [
        ("fixe", true),
        ("bornes", true),
        ("libre", true),
        ("non", false),
    ] {
        let _ = record.penalties.insert(penalty.into(), retained);
    }
    let _ = record
        .amounts
        .insert("bornes".into(), Fraction::parse("1,5").unwrap());
    let sheet = Sheet::of(&commission, &record, None);
    let said: Vec<(Option<&str>, Option<&str>, bool)> = sheet
        .penalties
        .iter()
        .map(|line| (line.range.as_deref(), line.points.as_deref(), line.retained))
        .collect();
    assert_eq!(
        said,
        [
            (None, Some("\u{2212}2"), true),
            (Some("de 1 à 3 points"), Some("\u{2212}1,5"), true),
            (Some("points au choix de la commission"), None, true),
            (None, None, false),
        ]
    );
    assert_eq!(sheet.bonus.clone().unwrap().points.as_deref(), Some("+0,5"));
    assert_eq!(sheet.last.as_deref(), Some("14,5"));
    let Some((jury, _)) = both(&one(&sheet)) else {
        return;
    };
    for words in ["−1,5", "de 1 à 3 points", "+0,5", "NOTE FINALE", "14,5"] {
        assert!(jury[0].contains(words), "{words} in {}", jury[0]);
    }
}

#[test]
fn rows_that_were_waived_say_so_without_their_reason_to_the_candidate() {
    let extra = json!({
        "rows": [
            { "id": "a", "title": "Rédiger une note" },
            { "id": "b", "title": "Présenter à l’oral" },
        ],
    });
    for name in ["grille", "blocs", "apc"] {
        let commission = written(&grid(name, three_levels(), extra.clone()));
        let mut record = graded(&commission, |_| 2);
        let _ = record
            .waived_rows
            .insert("b".into(), "Aménagement accordé le 3 mars".to_owned());
        record.mark = Fraction::parse("20");
        let record = sealed(&commission, record);
        let sheet = Sheet::of(&commission, &record, None);
        assert_eq!(sheet.rows[1].chosen, None);
        let Some((jury, candidate)) = both(&one(&sheet)) else {
            return;
        };
        let (jury, candidate) = (flat(&jury), flat(&candidate));
        assert!(jury.contains("Aménagement accordé le 3 mars"), "{name}");
        assert!(!candidate.contains("Aménagement"), "{name}");
        assert!(candidate.contains("Présenter à l’oral"), "{name}");
    }
}

#[test]
fn a_closed_column_is_in_no_sheet() {
    let commission = {
        let mut commission = shipped("apc-systemes-information");
        commission.header.ticking = Ticking::Blind;
        commission
    };
    let grid = commission.grid().clone();
    let indicator = &grid.rows[0].indicators[0];
    let mut record = graded(&commission, |_| 0);
    let _ = record.columns.remove(&Author::Commission);
    let mut mine = Column::default();
    let _ = mine.seen.insert(indicator.id.clone(), Seen::Yes);
    let _ = mine
        .levels
        .insert(grid.rows[0].id.clone(), grid.levels[1].id.clone());
    let mut other = mine.clone();
    let _ = other.seen.insert(indicator.id.clone(), Seen::No);
    mine.validated = true;
    let _ = record.columns.insert(Author::Member(0), mine);
    let _ = record.columns.insert(Author::Member(1), other);
    let first = |record: &Record| Sheet::of(&commission, record, None).rows[0].clone();
    assert_eq!(first(&record).indicators[0].seen, None);
    assert_eq!(first(&record).chosen, None);
    record
        .columns
        .get_mut(&Author::Member(1))
        .unwrap()
        .validated = true;
    assert_eq!(
        first(&record).indicators[0].seen.as_deref(),
        Some("avis partagés")
    );
}

#[test]
fn long_names_and_odd_letters_stay_on_their_pages() {
    for name in SHIPPED.into_iter().skip(1) {
        let mut commission = shipped(name);
        commission.header.number = "Commission du lycée de l’Exemple, salle 12".to_owned();
        commission.header.members[0].name = "M. Prénom-Composé NOM-TRÈS-LONG DE SPÉCIMEN".repeat(2);
        commission.header.members[1].quality = "Personnalité qualifiée ".repeat(12);
        let mut record = graded(&commission, |_| 1);
        record.candidate.last_name = "DE LA TRÈS LONGUE-DÉNOMINATION D’ESSAI ".repeat(3);
        record.appreciation =
            "#panic() *gras* $x$ <lbl> Emoji 👩‍💻, arabe مرحبا, e\u{301}crit \u{e000}\u{0} fin"
                .into();
        let _ = record.observations.insert(0, "observe ".repeat(1500));
        let bytes = one(&Sheet::of(&commission, &record, None));
        let Some((jury, candidate)) = both(&bytes) else {
            return;
        };
        let candidate = flat(&candidate);
        assert!(candidate.contains("#panic() *gras* $x$ <lbl>"), "{name}");
        assert!(
            candidate.contains("écrit") && candidate.contains("□"),
            "{name}"
        );
        assert_eq!(candidate.matches("observe").count(), 1500, "{name}");
        assert!(flat(&jury).contains("NOM-TRÈS-LONG"), "{name}");
    }
}

#[test]
fn previews_tell_what_may_be_handed_over() {
    for name in SHIPPED {
        let commission = shipped(name);
        let sheet = Sheet::of(&commission, &graded(&commission, |_| 1), None);
        let kinds: Vec<PageKind> = preview(&sheet, 0.3)
            .unwrap()
            .iter()
            .map(|page| page.kind)
            .collect();
        if name == "bts-sio-bloc1" {
            use PageKind::{Candidate, Recto, Verso};
            assert_eq!(kinds, [Recto, Verso, Candidate]);
            continue;
        }
        assert_eq!(kinds.first(), Some(&PageKind::Jury), "{name}");
        assert_eq!(kinds.last(), Some(&PageKind::Candidate), "{name}");
        assert!(kinds.is_sorted_by_key(|kind| *kind == PageKind::Candidate));
    }
}

#[test]
fn a_template_that_nobody_knows_is_said_and_replaced() {
    let extra = json!({ "rows": [{ "id": "a", "title": "Seule ligne" }] });
    let commission = written(&grid("fiche-2031", three_levels(), extra));
    let said = template::finding(commission.grid()).unwrap();
    assert!(said.contains("texts.template") && said.contains("fiche-2031"));
    assert!(
        Template::ALL
            .iter()
            .all(|known| said.contains(known.name()))
    );
    let sheet = Sheet::of(&commission, &graded(&commission, |_| 1), None);
    assert_eq!(sheet.template, Template::Grille);
    assert!(!one(&sheet).is_empty());
}

#[test]
fn any_grid_is_drawn_by_any_template() {
    let extra = json!({
        "mark": { "formula": "decision" }, "decision": decision(),
        "sections": [{ "id": "s", "title": "Bloc unique", "rows": [{ "id": "a", "title": "Seule" }] }],
    });
    for commission in [
        shipped("apc-systemes-information"),
        written(&grid("blocs", three_levels(), extra)),
    ] {
        let mut record = graded(&commission, |_| 1);
        record.absent = Some(ELEVEN);
        for template in Template::ALL {
            let mut sheet = Sheet::of(&commission, &record, None);
            sheet.template = template;
            assert!(!one(&sheet).is_empty(), "by {}", template.name());
        }
    }
    let sheets = ["bts-ciel-e5", "apc-systemes-information"].map(|name| {
        let commission = shipped(name);
        Sheet::of(&commission, &graded(&commission, |_| 1), None)
    });
    assert!(pdf(&sheets, Pages::All).is_err());
}

#[test]
fn sections_stand_in_the_order_of_the_form() {
    let commission = shipped("rncp-systeme-information");
    let sheet = Sheet::of(&commission, &graded(&commission, |_| 1), None);
    let mut rows = Vec::new();
    for part in &sheet.parts {
        for line in &part.lines {
            if let Line::Row(index) = line {
                rows.push(*index);
            }
        }
    }
    assert_eq!(rows, (0..sheet.rows.len()).collect::<Vec<_>>());
    let heads = sheet.parts.iter().filter_map(|part| part.head.as_ref());
    assert!(heads.clone().all(|head| head.title.starts_with("Bloc")));
}
