//! The shipped grids against the documents they come from, item by item: each item of the grid is
//! taken out of the document where it stands, and nothing but the furniture of the tables is left.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use delibere::domain::grid::{Grid, Indicator, IndicatorKind, Passage, Row, Section};
use delibere::store::grids;

fn load(name: &str) -> Arc<Grid> {
    grids::load(name).expect("a shipped grid").grid
}

/// Typography apart: tags, apostrophes, points, spaces.
fn plain(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        bare.push_str(before);
        let (inside, after) = tag.split_once('>').expect("a tag is closed");
        // Slanted and underlined words go on, an address is kept, any other tag parts.
        if inside.starts_with("http") {
            bare.push_str(inside);
        } else if !matches!(inside.trim_start_matches('/'), "i" | "u") {
            bare.push(' ');
        }
        rest = after;
    }
    bare.push_str(rest);
    let bare = bare.replace('’', "'").replace('…', "...");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The document as the grid's provenance says that it was corrected: « from » → « to ».
fn founding(number: &str, grid: &Grid) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/founding");
    let text = fs::read_to_string(folder.join(number)).expect("the document");
    let mut text = plain(&text);
    for correction in &grid.provenance.corrections {
        let Some((from, to)) = correction.split_once(" → ") else {
            continue;
        };
        let quoted = |text: &str| {
            let (_, rest) = text.rsplit_once('«').expect("a quotation");
            let (inside, _) = rest.split_once('»').expect("its end");
            plain(inside)
        };
        let (from, to) = (quoted(from), quoted(to));
        assert!(text.contains(&from), "{number} holds « {from} »");
        text = text.replace(&from, &to);
    }
    text
}

/// A stretch of a document, and what was taken out of it.
struct Stretch {
    what: String,
    text: String,
}

impl Stretch {
    /// Takes each item out, the longest first, so that none is found inside another.
    fn take(&mut self, items: impl IntoIterator<Item = String>) {
        let mut items: Vec<String> = items.into_iter().map(|item| plain(&item)).collect();
        items.sort_by_key(|item| std::cmp::Reverse(item.len()));
        for item in items {
            let found = self.text.find(&item);
            let at =
                found.unwrap_or_else(|| panic!("{}: « {item} » in « {} »", self.what, self.text));
            self.text.replace_range(at..at + item.len(), "\u{1}");
        }
    }

    /// Nothing is left but `furniture`, numbers and signs.
    fn leaves_only(mut self, furniture: &[&str]) {
        for piece in furniture {
            self.text = self.text.replace(piece, "\u{1}");
        }
        assert!(
            !self.text.chars().any(char::is_alphabetic),
            "{}: left in the document: {}",
            self.what,
            self.text
        );
    }
}

/// Cuts a text before each of these titles, in their order; what stands before the first is first.
fn cut(text: &str, titles: &[String]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut from = 0;
    let mut what = "before".to_owned();
    for title in titles {
        let at = text[from..].find(title.as_str());
        let at = from + at.unwrap_or_else(|| panic!("« {title} » after « {what} »"));
        stretches.push(Stretch {
            what: what.clone(),
            text: text[from..at].to_owned(),
        });
        (from, what) = (at, title.clone());
    }
    stretches.push(Stretch {
        what,
        text: text[from..].to_owned(),
    });
    stretches
}

fn texts(indicators: &[Indicator]) -> impl Iterator<Item = String> {
    indicators.iter().map(|indicator| indicator.text.clone())
}

fn passages(passages: &[Passage]) -> impl Iterator<Item = String> {
    let each =
        |passage: &Passage| std::iter::once(passage.title.clone()).chain(passage.text.clone());
    passages.iter().flat_map(each)
}

const TABLE: &str = "REFERENTIEL D'ACTIVITES décrit les situations de travail et les activités exercées, les métiers ou emplois visés REFERENTIEL DE COMPETENCES identifie les compétences et les connaissances, y compris transversales, qui découlent du référentiel d'activités REFERENTIEL D'ÉVALUATION définit les critères et les modalités d'évaluation des acquis MODALITÉS D'ÉVALUATION CRITÈRES D'ÉVALUATION";

#[test]
fn the_rncp_title_is_whole() {
    let grid = load("rncp-systeme-information");
    let blocs: Vec<&Section> = grid.outer_sections().collect();
    let activities: Vec<&Section> = grid
        .sections
        .iter()
        .filter(|s| s.parent.is_some())
        .collect();
    let criteria: usize = grid.rows.iter().map(|row| row.indicators.len()).sum();
    let deliverables: usize = activities.iter().map(|a| a.deliverables.len()).sum();
    // Counted in the document by hand and by a reader of its tables.
    assert_eq!(
        (
            blocs.len(),
            activities.len(),
            grid.rows.len(),
            criteria,
            deliverables
        ),
        (4, 20, 65, 72, 82)
    );
    let document = founding("003.txt", &grid);
    let titles: Vec<String> = activities.iter().map(|a| plain(&a.title)).collect();
    let mut stretches = cut(&document, &titles).into_iter();

    let mut before = stretches.next().expect("the preamble");
    before.take(passages(&grid.reference));
    let first = plain(&blocs[0].title).to_uppercase();
    before.take([first]);
    before.leaves_only(&[TABLE]);

    for (activity, mut stretch) in activities.iter().zip(stretches) {
        let rows: Vec<&Row> = grid.rows_within(&activity.id).collect();
        assert!(rows.iter().all(|row| !row.indicators.is_empty()));
        let criteria: Vec<&Indicator> = rows.iter().flat_map(|row| &row.indicators).collect();
        assert!(
            criteria
                .iter()
                .all(|known| known.kind == IndicatorKind::Criterion)
        );
        if criteria.len() == rows.len() {
            let at = |criterion: &&Indicator| stretch.text.find(&plain(&criterion.text));
            assert!(criteria.iter().map(at).is_sorted(), "{}", activity.title);
        }
        stretch.take(
            std::iter::once(activity.title.clone())
                .chain([activity.modality.clone()])
                .chain(activity.deliverables.clone())
                .chain(rows.iter().map(|row| row.title.clone()))
                .chain(criteria.iter().map(|criterion| criterion.text.clone())),
        );
        // The next bloc's heading closes the last activity of a bloc.
        let bloc = grid.outermost(&activity.id).expect("a bloc");
        let last = grid.inner_sections(&bloc.id).last().expect("an activity");
        let next = blocs.iter().skip_while(|other| other.id != bloc.id).nth(1);
        if let Some(next) = next.filter(|_| last.id == activity.id) {
            stretch.take([plain(&next.title).to_uppercase()]);
        }
        stretch.leaves_only(&[TABLE]);
    }
}

#[test]
fn the_rncp_rows_have_titles_that_a_jury_can_tell_apart() {
    let grid = load("rncp-systeme-information");
    for section in &grid.sections {
        let rows = grid.rows_within(&section.id);
        let mut shorts: Vec<&str> = rows.map(|row| row.short.as_str()).collect();
        let count = shorts.len();
        shorts.sort_unstable();
        shorts.dedup();
        assert_eq!(shorts.len(), count, "{}", section.title);
    }
}

#[test]
fn the_rncp_blocs_decide_each_by_itself() {
    let grid = load("rncp-systeme-information");
    assert!(grid.mark.is_none());
    let decision = grid.decision.as_ref().expect("a decision");
    assert_eq!(decision.sections, None, "every bloc is needed");
    assert_eq!(
        (
            decision.words.full.as_str(),
            decision.words.partial.as_str(),
            decision.words.none.as_str()
        ),
        ("validation totale", "validation partielle", "refus")
    );
    let phases: Vec<(u32, bool)> = grid
        .phases
        .iter()
        .map(|p| (p.seconds, p.extra_time))
        .collect();
    assert_eq!(phases, [(1200, true), (600, true)]);
    let dossier = &grid.pieces[0];
    assert_eq!((dossier.required, dossier.pages), (true, Some(60)));
    let provenance = grid.provenance.corrections.join("\n");
    for told in ["seuil d’un bloc", "Conventions du produit", "Informer les"] {
        assert!(provenance.contains(told), "{told}");
    }
}

#[test]
fn the_apc_framework_is_whole() {
    let grid = load("apc-systemes-information");
    let count = |kind: IndicatorKind| {
        let of = |row: &Row| {
            row.indicators
                .iter()
                .filter(|known| known.kind == kind)
                .count()
        };
        grid.rows.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(count(IndicatorKind::Component), [4, 3, 3, 5]);
    assert_eq!(count(IndicatorKind::Indicator), [4, 5, 4, 4]);
    assert_eq!(count(IndicatorKind::Situation), [3, 4, 3, 6]);
    let needed: Vec<usize> = grid.rows.iter().map(|row| row.situations).collect();
    assert_eq!(needed, [2, 2, 2, 3]);

    // The document gives every word a capital.
    let document = founding("004.txt", &grid).to_lowercase();
    let heads: Vec<String> = (1..=4).map(|n| format!("## compétence {n} :")).collect();
    let mut stretches = cut(&document, &heads).into_iter();
    let before = stretches.next().expect("the title");
    before.leaves_only(&["# le référentiel de compétences", "[toc]"]);
    let parts = [
        ("### composantes essentielles", IndicatorKind::Component),
        (
            "### indicateurs de développement associés",
            IndicatorKind::Indicator,
        ),
        (
            "### situations professionnelles associées",
            IndicatorKind::Situation,
        ),
    ];
    let titles: Vec<String> = parts.iter().map(|(title, _)| (*title).to_owned()).collect();
    for ((row, head), stretch) in grid.rows.iter().zip(&heads).zip(stretches) {
        let mut inner = cut(&stretch.text, &titles).into_iter();
        let mut title = inner.next().expect("the title");
        title.take([format!("{head} {}", row.title.to_lowercase())]);
        title.leaves_only(&[]);
        for ((head, kind), mut part) in parts.iter().zip(inner) {
            let of = row.indicators.iter().filter(|known| known.kind == *kind);
            part.take(of.map(|known| known.text.to_lowercase()));
            part.leaves_only(&[head]);
        }
    }
}

#[test]
fn the_sio_grid_has_the_context_and_the_knowledge_of_its_bloc() {
    let grid = load("bts-sio-bloc1");
    let document = founding("001.txt", &grid);
    let rows: Vec<&Row> = grid.covered_rows().collect();
    let titles: Vec<String> = rows.iter().map(|row| plain(&row.title)).collect();
    let mut stretches = cut(&document, &titles).into_iter();
    let mut before = stretches.next().expect("the context");
    before.take(passages(&grid.reference));
    before.leaves_only(&[
        "Annexe I.B – Référentiel de compétences Bloc de compétences n°1 - Support et mise à disposition de services informatiques Conditions de réalisation et ressources nécessaires",
        "Compétences Indicateurs de performance Savoirs associés",
    ]);
    let mut knowledge = Vec::new();
    for (row, mut stretch) in rows.iter().zip(stretches) {
        knowledge.push(row.knowledge.iter().map(|k| k.text.len()).sum::<usize>());
        stretch.take(
            std::iter::once(row.title.clone())
                .chain(row.parts.clone())
                .chain(texts(&row.indicators))
                .chain(passages(&row.knowledge)),
        );
        stretch.leaves_only(&[]);
    }
    assert_eq!(knowledge, [15, 12, 12, 2, 5, 3]);
    let apart = grid.rows.iter().find(|row| row.transversal).expect("a row");
    assert!(apart.knowledge.is_empty());
}

#[test]
fn every_shipped_grid_says_where_it_comes_from_and_what_is_ours() {
    for name in grids::shipped() {
        let grid = load(name);
        assert_eq!(grid.id, name);
        assert!(!grid.provenance.sources.is_empty(), "{name}");
        assert!(
            !grid.provenance.date.is_empty() || name == "bts-sio-bloc1",
            "{name}"
        );
        let corrections = grid.provenance.corrections.join("\n");
        assert!(
            corrections
                .to_lowercase()
                .contains("conventions du produit"),
            "{name}"
        );
        for text in [&grid.title, &grid.texts.mark_notice, &grid.texts.retention] {
            assert!(
                !text.contains('\'') && !text.contains(" :"),
                "{name}: {text}"
            );
        }
    }
}
