//! The smallest grid that grades: what a new one starts from, and what an import fills in where
//! the foreign format says nothing.

use crate::domain::fraction::{Direction, Fraction, Rounding};
use crate::domain::grid::{
    Draft, Edition, Formula, Level, LevelKind, MarkRule, NotAssessable, Phase, Provenance, Quality,
    Row, Rubric, Stage,
};
use crate::domain::id::{RowId, SectionId};
use crate::store::schema::grid::{default_texts, shorten};
use crate::t;

/// Half an hour: what most orals last.
const USUAL_SECONDS: u32 = 1800;

/// Returns a sound grid of one row and four levels, for the session of `year`.
pub fn blank(id: &str, title: &str, year: &str) -> Draft {
    let row = t!("blank-row");
    let mut draft = Draft {
        rows: vec![self::row("c1".into(), None, &row)],
        levels: scale(),
        ..empty(title, year)
    };
    draft.id = id.to_owned();
    draft
}

/// Returns a grid made after another: its own name, and where it comes from.
pub fn duplicate(mut draft: Draft, title: Option<String>, id: Option<String>) -> Draft {
    let origin = t!(
        "blank-origin",
        title = draft.title.as_str(),
        id = draft.id.as_str()
    );
    draft.provenance.corrections.push(origin);
    match (title, id) {
        (title, Some(id)) => {
            draft.id = id;
            draft.title = title.unwrap_or(draft.title);
        }
        (Some(title), None) => {
            draft.id = slug(&title);
            draft.title = title;
        }
        (None, None) => {
            draft.id = t!("blank-copy-id", id = draft.id.as_str());
            draft.title = t!("blank-copy-title", title = draft.title.as_str());
        }
    }
    draft
}

/// Returns the scale of a grid that names none: four levels in equal steps.
pub fn scale() -> Vec<Level> {
    [
        "blank-level-0",
        "blank-level-1",
        "blank-level-2",
        "blank-level-3",
    ]
    .into_iter()
    .zip(0..)
    .map(|(key, rank)| {
        let value = Fraction::ratio(rank, 3).unwrap_or_else(|| Fraction::whole(rank));
        level(&format!("N{rank}"), &t!(key), LevelKind::Value(value))
    })
    .collect()
}

/// Returns a level named as its label says.
pub fn level(id: &str, label: &str, kind: LevelKind) -> Level {
    Level {
        id: id.into(),
        label: label.to_owned(),
        printed: label.to_owned(),
        plural: label.to_lowercase(),
        kind,
    }
}

/// Returns a row with nothing but its title, of weight 1.
pub fn row(id: RowId, section: Option<SectionId>, title: &str) -> Row {
    let short = shorten(title);
    Row {
        id,
        section,
        title: title.to_owned(),
        narrow: short.clone(),
        short,
        transversal: false,
        weight: Fraction::whole(1),
        critical: false,
        parts: Vec::new(),
        indicators: Vec::new(),
        situations: 0,
        descriptors: Vec::new(),
        knowledge: Vec::new(),
        modality: String::new(),
        deliverables: Vec::new(),
    }
}

/// Returns a grid that has everything but levels and rows.
pub fn empty(title: &str, year: &str) -> Draft {
    Draft {
        id: slug(title),
        title: title.to_owned(),
        short: shorten(title),
        diploma: title.to_owned(),
        unit: title.to_owned(),
        options: Vec::new(),
        levels: Vec::new(),
        rubric: Rubric {
            aspects: Vec::new(),
            cells: Vec::new(),
        },
        sections: Vec::new(),
        rows: Vec::new(),
        penalties: Vec::new(),
        bonus: None,
        phases: vec![Phase {
            label: t!("blank-phase"),
            printed: t!("blank-phase"),
            seconds: USUAL_SECONDS,
            extra_time: true,
        }],
        members: ["blank-member", "blank-member"]
            .map(|key| Quality { label: t!(key) })
            .into(),
        pieces: Vec::new(),
        mark: Some(mark()),
        decision: None,
        comments: Vec::new(),
        suggestions: Vec::new(),
        reference: Vec::new(),
        texts: default_texts(),
        editions: vec![Edition {
            session: year.to_owned(),
            exam: t!("blank-exam"),
            exam_title: String::new(),
            grid_annex: String::new(),
            sheet_annex: String::new(),
            penalty_annex: String::new(),
        }],
        provenance: Provenance {
            sources: Vec::new(),
            date: String::new(),
            corrections: Vec::new(),
        },
    }
}

/// Out of 20, to the nearest half point, with its threshold at 10.
fn mark() -> MarkRule {
    let half = Fraction::ratio(1, 2).unwrap_or_else(|| Fraction::whole(1));
    MarkRule {
        formula: Formula::Weighted,
        out_of: Fraction::whole(20),
        base: Fraction::whole(0),
        not_assessable: NotAssessable::Zero,
        coverage: None,
        rounding: Rounding {
            grain: Some(half.clone()),
            direction: Direction::NearestTiesUp,
        },
        stage: Stage::Proposal,
        floor: Fraction::whole(0),
        ceiling: Fraction::whole(20),
        step: half,
        threshold: Some(Fraction::whole(10)),
        relative: true,
    }
}

/// The longest name made from a title, in characters.
const LONGEST: usize = 40;

/// Returns a stable name made from a title: `Bac pro MELEC, E32` gives `bac-pro-melec-e32`.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in crate::dossier::fold(title).split(' ') {
        let length = slug.chars().count() + word.chars().count() + 1;
        if !slug.is_empty() && length > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    if slug.is_empty() {
        return "x".to_owned();
    }
    slug
}
