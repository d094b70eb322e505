//! Public models of marks, each a grid of `tests/data/grids` or a shipped one with its vectors, then
//! what holds of any grid. Expected values were computed apart, from the models' own formulas.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use delibere::domain::fraction::{Direction, Fraction, Rounding};
use delibere::domain::grid::{Grid, LevelKind, NotAssessable, Stage};
use delibere::domain::id::{LevelId, PenaltyId, RowId};
use delibere::domain::mark::{self, Profile, Proposal, Readings, Withheld};
use delibere::domain::verdict::{self, Outcome, Proven};
use delibere::store::grids;
use proptest::prelude::*;
use serde_json::{Value, json};

fn load(name: &str) -> Arc<Grid> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/grids")
        .join(format!("{name}.json"));
    let name = if path.exists() {
        path.display().to_string()
    } else {
        name.to_owned()
    };
    grids::load(&name).expect("a grid").grid
}

fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).expect("a number")
}

/// Levels in the order of the form, apart by spaces; `N4*3` stands three times, `-` for none.
fn profile(grid: &Grid, levels: &str, bonus: Option<&str>) -> Profile {
    let words = levels.split_whitespace().flat_map(|word| {
        let (word, times) = word.split_once('*').unwrap_or((word, "1"));
        std::iter::repeat_n(word, times.parse().expect("a count"))
    });
    let words: Vec<&str> = words.collect();
    assert_eq!(words.len(), grid.rows.len(), "{}: one level a row", grid.id);
    let rows = grid.rows.iter().zip(words).filter(|(_, word)| *word != "-");
    Profile {
        levels: rows
            .map(|(row, word)| (row.id.clone(), LevelId::from(word)))
            .collect(),
        waived: BTreeSet::new(),
        bonus: bonus.map(fraction),
    }
}

fn readings(grid: &Grid, profile: &Profile) -> Readings {
    match mark::propose(grid, profile) {
        Proposal::Complete(readings) => *readings,
        other => panic!("{}: {other:?}", grid.id),
    }
}

/// « raw → rounded ».
fn proposed(grid: &Grid, profile: &Profile) -> String {
    let readings = readings(grid, profile);
    match (&readings.proposed, &readings.withheld) {
        (Some(reading), None) => format!("{} → {}", reading.raw, reading.rounded),
        (None, Some(withheld)) => format!("{withheld:?}"),
        other => panic!("{}: {other:?}", grid.id),
    }
}

/// Grid, levels, bonus, « raw → rounded ».
type Vector = (
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static str,
);

const VECTORS: &[Vector] = &[
    // The national workbook of CIEL E5: 20/3 × Σ weights × levels + bonus, not rounded.
    ("bts-ciel-e5", "N1*21", None, "0 → 0"),
    ("bts-ciel-e5", "N2*21", None, "20/3 → 20/3"),
    ("bts-ciel-e5", "N3*21", None, "40/3 → 40/3"),
    ("bts-ciel-e5", "N4*21", None, "20 → 20"),
    (
        "bts-ciel-e5",
        "N4 N3 N2 N4  N3 N3 N3 N2 N2 N3  N4 N4 N3 N3 N2 N3  N2 N2 N3 N3 N4",
        Some("0.5"),
        "433/30 → 433/30",
    ),
    ("bts-ciel-e5", "N4*21", Some("2"), "22 → 20"),
    // CIEL E6: 166/15 and 239/15 go up to 11.5 and 16, then (12 + 3 × 11.5 + 3 × 16) ÷ 7.
    (
        "ciel-e6",
        "N4 N3 N3 N3 N2 N3 N1 N2  N3 N3 N2 N2 N3 N4 N2 N1  N4 N4 N3 N2 N3 N3 N4 N3",
        None,
        "27/2 → 27/2",
    ),
    ("ciel-e6", "N2*24", None, "7 → 7"),
    ("ciel-e6-r1", "N4 N4 N3 N3 NE*4", None, "46/3 → 46/3"),
    ("ciel-e6-r1", "N4 N4 N3 N3 N1*4", None, "46/3 → 46/3"),
    // NDRC: the mean of what was rated.
    ("ndrc", "S I NE TS S NE", None, "15 → 15"),
    ("ndrc", "TI TI I NE NE NE", None, "20/3 → 67/10"),
    ("ndrc", "TI I S TS TS NE", None, "14 → 14"),
    ("ndrc", "NE*6", None, "NothingAssessed"),
    // MELEC: a competency that was not selected leaves both sums, a blank counts for nothing.
    ("melec", "2 3 V  HS HS  1 2", None, "34/3 → 1133/100"),
    ("melec", "3 3 3  HS HS  3 3", None, "20 → 20"),
    // TPI: 5 Σ ÷ 120 + 1; here Σ = 77.
    ("tpi", "0*40", None, "1 → 1"),
    ("tpi", "2*40", None, "13/3 → 43/10"),
    ("tpi", "3*40", None, "6 → 6"),
    ("tpi", "3*18 2*9 1*5 0*8", None, "101/24 → 21/5"),
    // Moodle: (10 − 3) ÷ (17 − 3); the same from 10 to 100; 10 ÷ 17 when zero is kept.
    ("moodle", "L1 L1 L1", None, "50 → 50"),
    ("moodle", "L0 L0 L0", None, "0 → 0"),
    ("moodle-base", "L1 L1 L1", None, "55 → 55"),
    ("moodle-base", "L0 L0 L0", None, "10 → 10"),
    ("moodle-lock", "L1 L1 L1", None, "1000/17 → 59"),
    ("moodle-lock", "L0 L0 L0", None, "300/17 → 18"),
    // STI2D: « non » leaves the sums, whole points.
    ("sti2d", "2/3 0 1/3 1 NON", None, "200/21 → 10"),
    ("sti2d", "1 1 1 1 1", None, "20 → 20"),
    // SIO 2018 and 2020: two parts of 10, then 8 and 12 rounded up; the global row weighs nothing.
    ("sio-2018-e6", "B B TB  I B B TB", None, "130/9 → 130/9"),
    ("sio-2020-e4", "TI  B B B TB  I I B B", None, "12 → 12"),
    ("sio-2020-e4", "TB  B B B TB  I I B TB", None, "13 → 13"),
    ("sio-2020-e4", "TB  B B B TB  I I TI TB", None, "11 → 11"),
    ("sio-2020-e4", "TB  B B B B  TI I I TB", None, "31/3 → 11"),
    // The framework of 004, by the shipped convention.
    (
        "apc-systemes-information",
        "AC MA EC AC",
        None,
        "40/3 → 27/2",
    ),
    ("apc-systemes-information", "AC MA EC NE", None, "Asked"),
];

#[test]
fn each_model_gives_its_marks() {
    for (name, levels, bonus, expected) in VECTORS {
        let grid = load(name);
        let profile = profile(&grid, levels, *bonus);
        assert_eq!(proposed(&grid, &profile), *expected, "{name} {levels}");
    }
}

#[test]
fn each_situation_is_rounded_up_before_the_recap() {
    let grid = load("ciel-e6");
    let levels = "N4 N3 N3 N3 N2 N3 N1 N2  N3 N3 N2 N2 N3 N4 N2 N1  N4 N4 N3 N2 N3 N3 N4 N3";
    let groups = readings(&grid, &profile(&grid, levels, None)).groups;
    let groups: Vec<String> = groups
        .iter()
        .map(|group| {
            let mark = group.mark.as_ref().expect("a mark");
            format!("{} {} × {}", group.section, mark, group.weight)
        })
        .collect();
    assert_eq!(
        groups,
        ["stage 12 × 1/7", "revue3 23/2 × 3/7", "soutenance 16 × 3/7"]
    );
}

#[test]
fn a_row_beside_rounded_sections_still_counts() {
    let source = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/grids/sio-2020-e4.json"),
    )
    .expect("the grid");
    let mut value: Value = serde_json::from_str(&source).expect("JSON");
    value["rows"][0]["weight"] = json!(20);
    value["mark"]["rounding"]["stage"] = json!("section");
    let grid = parsed(&value);
    // Phases at 0, the global row at 20: half of the mark.
    let profile = profile(&grid, "TB TI*8", None);
    assert_eq!(proposed(&grid, &profile), "10 → 10");
}

#[test]
fn penalties_are_fixed_bounded_or_free_and_stop_at_the_floor() {
    let conclude = |name: &str, note: &str, retained: &[(&str, Option<&str>)]| {
        let grid = load(name);
        let rule = grid.mark.as_ref().expect("a mark");
        let end = mark::conclude(rule, &grid, &fraction(note), |id: &PenaltyId| {
            let found = retained.iter().find(|(name, _)| *name == id.as_str());
            found.map(|(_, points)| points.map(fraction))
        });
        (end.last.to_string(), end.floored, end.penalties.len())
    };
    let last = |text: &str, floored, count| (text.to_owned(), floored, count);
    assert_eq!(
        conclude("sio-2018-e6", "14", &[("situations", Some("2.5"))]),
        last("23/2", false, 1)
    );
    assert_eq!(
        conclude(
            "sio-2018-e6",
            "14",
            &[("situations", Some("3")), ("portefeuille", Some("10"))]
        ),
        last("1", false, 2)
    );
    assert_eq!(
        conclude("sio-2020-e4", "14", &[("cahier", None)]),
        last("0", true, 1)
    );
    assert_eq!(
        conclude("sio-2020-e4", "14", &[("situation", None)]),
        last("4", false, 1)
    );
    let free = load("sio-2018-e6");
    let allowed = |id: &str, points: &str| {
        free.penalty(&id.into())
            .expect("a penalty")
            .amount
            .allows(&fraction(points))
    };
    assert!(allowed("situations", "0.25") && allowed("situations", "40"));
    assert!(!allowed("situations", "0") && !allowed("situations", "-1"));
    assert!(allowed("portefeuille", "1") && allowed("portefeuille", "10"));
    assert!(!allowed("portefeuille", "0.5") && !allowed("portefeuille", "10.5"));
}

#[test]
fn a_least_share_assessed_withholds_the_proposal() {
    let source = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/grids/sti2d.json"),
    )
    .expect("the grid");
    let mut value: Value = serde_json::from_str(&source).expect("JSON");
    value["mark"]["coverage"] = json!("1/2");
    let grid = parsed(&value);
    // Weights 2 1 3 1 2: five ninths, then four.
    let enough = profile(&grid, "1 NON 1 NON NON", None);
    assert_eq!(proposed(&grid, &enough), "20 → 20");
    let short = profile(&grid, "1 NON NON NON 1", None);
    assert_eq!(
        readings(&grid, &short).withheld,
        Some(Withheld::Coverage(fraction("1/2")))
    );
}

/// « bloc1 acquired, … » then the whole.
fn decided(grid: &Grid, profile: &Profile) -> (String, Outcome) {
    let verdicts = verdict::sections(grid, profile);
    let states: Vec<&str> = verdicts
        .iter()
        .map(|verdict| match verdict.state {
            Proven::Acquired => "yes",
            Proven::NotAcquired => "no",
            Proven::Pending => "?",
        })
        .collect();
    (states.join(" "), verdict::proposed(grid, &verdicts))
}

#[test]
fn blocs_do_not_make_up_for_each_other() {
    // 10, 21, 14 and 20 rows; two thirds acquired and none refused.
    let grid = load("rncp-systeme-information");
    let check = |levels: &str, states: &str, outcome: &Outcome| {
        let profile = profile(&grid, levels, None);
        let (found, whole) = decided(&grid, &profile);
        assert_eq!((found.as_str(), &whole), (states, outcome), "{levels}");
        assert_eq!(mark::propose(&grid, &profile), Proposal::Free);
    };
    check("A*65", "yes yes yes yes", &Outcome::Full);
    check("NA*65", "no no no no", &Outcome::None);
    // Seven of ten is enough, six is not, and one that is not acquired is one too many.
    check("A*7 PA*3 A*55", "yes yes yes yes", &Outcome::Full);
    let rest = || Outcome::Partial(vec!["bloc2".into(), "bloc3".into(), "bloc4".into()]);
    check("A*6 PA*4 A*55", "no yes yes yes", &rest());
    check("A*9 NA A*55", "no yes yes yes", &rest());
    check(
        "A*45 PA*20",
        "yes yes yes no",
        &Outcome::Partial(vec!["bloc1".into(), "bloc2".into(), "bloc3".into()]),
    );
    // What was not looked at leaves the bloc, unless it was the whole bloc.
    check("NE*3 A*62", "yes yes yes yes", &Outcome::Full);
    check("NE*10 A*55", "no yes yes yes", &rest());
    check("- A*64", "? yes yes yes", &Outcome::Pending);
}

#[test]
fn a_waived_row_leaves_its_bloc() {
    let grid = load("rncp-systeme-information");
    let mut profile = profile(&grid, "NA A*64", None);
    assert_eq!(decided(&grid, &profile).0, "no yes yes yes");
    let first: RowId = grid.rows[0].id.clone();
    let _ = profile.waived.insert(first);
    assert_eq!(
        decided(&grid, &profile),
        ("yes yes yes yes".to_owned(), Outcome::Full)
    );
}

#[test]
fn an_observable_seen_suggests_a_level() {
    let grid = load("bts-ciel-e5");
    let suggested: Vec<(usize, &str)> = grid
        .suggestions
        .iter()
        .map(|suggestion| (suggestion.from, suggestion.level.as_str()))
        .collect();
    assert_eq!(suggested, [(0, "N1"), (1, "N2"), (2, "N3"), (4, "N4")]);
    for section in grid.outer_sections() {
        let rows: Vec<_> = grid.rows_within(&section.id).collect();
        let (last, others) = rows.split_last().expect("rows");
        assert!(
            others.iter().all(|row| row.indicators.len() == 4),
            "{}",
            section.title
        );
        assert!(last.indicators.is_empty(), "{}", section.title);
    }
    let bonus = grid.bonus.as_ref().expect("a bonus");
    assert!(bonus.allows(&fraction("2")) && !bonus.allows(&fraction("2.5")));
    assert_eq!(grid.comments[0].below, fraction("10"));
    assert!(grid.mark.as_ref().expect("a mark").rounding.grain.is_none());
}

fn parsed(value: &Value) -> Arc<Grid> {
    grids::parse(Path::new("grille.json"), &value.to_string())
        .unwrap_or_else(|error| panic!("{error}\n{value:#}"))
        .grid
}

// What holds of any grid: trees of sections two deep, weights 0 to 4, six levels.

/// Rows: a weight and the rank of a level.
type Leaves = Vec<(u8, u8)>;

/// A tree: rows, or sections of rows.
#[derive(Debug, Clone)]
struct Tree {
    /// Each with its weight, what it holds and its own rows.
    sections: Vec<(u8, Vec<Tree>, Leaves)>,
    rows: Leaves,
}

fn rows() -> impl Strategy<Value = Vec<(u8, u8)>> {
    // The first row always weighs, so that no group is all zero.
    (
        1_u8..5,
        0_u8..6,
        prop::collection::vec((0_u8..5, 0_u8..6), 0..4),
    )
        .prop_map(|(weight, level, mut rest)| {
            rest.insert(0, (weight, level));
            rest
        })
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = rows().prop_map(|rows| Tree {
        sections: Vec::new(),
        rows,
    });
    let inner = (1_u8..5, prop::collection::vec(leaf, 0..3), rows());
    (prop::collection::vec(inner, 0..4), prop::option::of(rows())).prop_map(|(sections, beside)| {
        let rows = beside.unwrap_or_default();
        let rows = if sections.is_empty() && rows.is_empty() {
            vec![(1, 3)]
        } else {
            rows
        };
        Tree { sections, rows }
    })
}

#[derive(Debug, Clone)]
struct Setting {
    formula: &'static str,
    from_lowest: bool,
    base: u8,
    policy: &'static str,
    grain: Option<&'static str>,
    direction: &'static str,
    stage: &'static str,
}

fn setting() -> impl Strategy<Value = Setting> {
    (
        prop::sample::select(vec![
            ("weighted", false),
            ("points", false),
            ("points", true),
        ]),
        0_u8..2,
        prop::sample::select(vec!["zero", "neutral", "block", "ask"]),
        prop::sample::select(vec![None, Some("1/2"), Some("1"), Some("0.1")]),
        prop::sample::select(vec!["nearest", "up", "down"]),
        prop::sample::select(vec!["section", "proposal", "final"]),
    )
        .prop_map(
            |((formula, from_lowest), base, policy, grain, direction, stage)| Setting {
                formula,
                from_lowest,
                base,
                policy,
                grain,
                direction,
                stage,
            },
        )
}

/// Levels by their rank: not assessed, not assessable, then 1 to 4 points.
const LEVELS: [&str; 6] = ["out", "ne", "l1", "l2", "l3", "l4"];

/// The file of a tree, its rows named by their path, and its profile.
fn built(tree: &Tree, setting: &Setting, turned: bool) -> (Arc<Grid>, Profile) {
    let mut profile = Profile::default();
    let mut file = node(tree, "", turned, &mut profile.levels);
    file["format"] = json!(2);
    file["id"] = json!("any");
    file["title"] = json!("Any");
    file["levels"] = json!([
        {"id": "out", "kind": "not_assessed", "label": "out"},
        {"id": "ne", "kind": "not_assessable", "label": "ne"},
        {"id": "l1", "value": 1, "label": "1"},
        {"id": "l2", "value": 2, "label": "2"},
        {"id": "l3", "value": 3, "label": "3"},
        {"id": "l4", "value": 4, "label": "4"},
    ]);
    file["members"] = json!([{"label": "m"}]);
    file["editions"] = json!([{"session": "2026", "exam": "E"}]);
    file["bonus"] = json!({"label": "b", "most": 2, "step": "1/2"});
    let sections = !tree.sections.is_empty();
    let stage = if setting.stage == "section" && !sections {
        "proposal"
    } else {
        setting.stage
    };
    let mut rounding = json!({"direction": setting.direction, "stage": stage});
    if let Some(grain) = setting.grain {
        rounding["grain"] = json!(grain);
    }
    file["mark"] = json!({
        "formula": setting.formula,
        "from_lowest": setting.from_lowest,
        "base": setting.base,
        "not_assessable": setting.policy,
        "rounding": rounding,
        "relative": true,
    });
    (parsed(&file), profile)
}

fn node(tree: &Tree, path: &str, turned: bool, levels: &mut BTreeMap<RowId, LevelId>) -> Value {
    let mut rows = leaves(&tree.rows, path, levels);
    let mut sections: Vec<Value> = Vec::new();
    for (index, (weight, inner, own)) in tree.sections.iter().enumerate() {
        let path = format!("{path}s{index}");
        let mut rows = leaves(own, &path, levels);
        let mut parts: Vec<Value> = inner
            .iter()
            .enumerate()
            .map(|(number, part)| {
                let path = format!("{path}p{number}");
                let mut part = node(part, &path, turned, levels);
                part["id"] = json!(path);
                part["title"] = json!(path);
                part
            })
            .collect();
        if turned {
            rows.reverse();
            parts.reverse();
        }
        sections.push(json!({
            "id": path, "title": path, "weight": weight, "rows": rows, "sections": parts,
        }));
    }
    if turned {
        rows.reverse();
        sections.reverse();
    }
    json!({"rows": rows, "sections": sections})
}

fn leaves(rows: &[(u8, u8)], path: &str, levels: &mut BTreeMap<RowId, LevelId>) -> Vec<Value> {
    let mut values = Vec::new();
    for (index, (weight, level)) in rows.iter().enumerate() {
        let id = format!("{path}r{index}");
        let _ = levels.insert(id.as_str().into(), LEVELS[usize::from(*level)].into());
        values.push(json!({"id": id, "title": id, "weight": weight}));
    }
    values
}

/// The mean of a node, from its leaves up: what counts, over what weighs. None when nothing counts.
fn mean(tree: &Tree, zero: bool) -> Option<Fraction> {
    let degree = |level: u8| match level {
        0 => None,
        1 => zero.then(|| Fraction::whole(0)),
        level => Fraction::ratio(i64::from(level) - 1, 4),
    };
    let leaf = |(weight, level): &(u8, u8)| Some((*weight, degree(*level)?));
    let mut parts: Vec<(u8, Fraction)> = tree.rows.iter().filter_map(leaf).collect();
    for (weight, inner, rows) in &tree.sections {
        let inner = inner.iter().map(|part| (1, part.clone()));
        let inner = inner.map(|(weight, part)| (weight, Vec::new(), part.rows));
        let own = Tree {
            sections: inner.collect(),
            rows: rows.clone(),
        };
        if let Some(mean) = mean(&own, zero) {
            parts.push((*weight, mean));
        }
    }
    let whole: i64 = parts.iter().map(|(weight, _)| i64::from(*weight)).sum();
    let sum = parts
        .iter()
        .fold(Fraction::whole(0), |sum, (weight, degree)| {
            sum + &(&Fraction::whole(i64::from(*weight)) * degree)
        });
    sum.over(&Fraction::whole(whole))
}

fn rounded(grid: &Grid, raw: &Fraction) -> Fraction {
    let rule = grid.mark.as_ref().expect("a mark");
    raw.round(&rule.rounding)
        .max(rule.floor.clone())
        .min(rule.ceiling.clone())
}

/// Every level of the tree, in one list that can be changed.
fn leaf_levels(tree: &mut Tree) -> Vec<&mut u8> {
    let mut all: Vec<&mut u8> = tree.rows.iter_mut().map(|(_, level)| level).collect();
    for (_, inner, rows) in &mut tree.sections {
        all.extend(rows.iter_mut().map(|(_, level)| level));
        for part in inner {
            all.extend(part.rows.iter_mut().map(|(_, level)| level));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_mark_stays_between_its_ends(tree in tree(), setting in setting(), halves in 0_i64..5) {
        let (grid, mut profile) = built(&tree, &setting, false);
        let bonus = Fraction::ratio(halves, 2).expect("a number");
        profile.bonus = Some(bonus.clone());
        let readings = readings(&grid, &profile);
        let base = Fraction::whole(i64::from(setting.base));
        for reading in std::iter::once(&readings.zero).chain(&readings.neutral) {
            prop_assert!(reading.raw >= base, "{:?}", reading);
            prop_assert!(reading.raw <= Fraction::whole(20) + &bonus, "{:?}", reading);
            prop_assert!(reading.rounded >= base && reading.rounded <= Fraction::whole(20));
        }
        let none = Fraction::whole(0);
        prop_assert!(readings.coverage >= none && readings.coverage <= Fraction::whole(1));
        // What the sections bring is the mark, the points beside them and the bonus apart.
        if tree.rows.is_empty() && readings.neutral.is_some() {
            let sum = readings.groups.iter().fold(none, |sum, group| sum + &group.points);
            let policy = grid.mark.as_ref().expect("a mark").not_assessable;
            let reading = if policy == NotAssessable::Neutral { readings.neutral } else { Some(readings.zero) };
            let raw = reading.expect("a reading").raw - &bonus;
            prop_assert_eq!(sum, raw);
        }
    }

    #[test]
    fn a_better_row_never_lowers_the_mark(
        tree in tree(),
        setting in setting(),
        at in any::<prop::sample::Index>(),
    ) {
        let mut better = tree.clone();
        let levels = leaf_levels(&mut better);
        let index = at.index(levels.len());
        let level = levels.into_iter().nth(index).expect("a level");
        // From a level of the scale to the next one up.
        prop_assume!((2..5).contains(level));
        *level += 1;
        let (grid, before) = built(&tree, &setting, false);
        let (_, after) = built(&better, &setting, false);
        let (before, after) = (readings(&grid, &before), readings(&grid, &after));
        prop_assert!(after.zero.raw >= before.zero.raw);
        prop_assert!(after.zero.rounded >= before.zero.rounded);
        let raw = |readings: &Readings| readings.neutral.as_ref().map(|reading| reading.raw.clone());
        prop_assert!(raw(&after) >= raw(&before));
    }

    #[test]
    fn both_readings_are_means_from_the_leaves_up(tree in tree(), setting in setting()) {
        let setting = Setting { formula: "weighted", from_lowest: false, grain: None, ..setting };
        let (grid, profile) = built(&tree, &setting, false);
        let readings = readings(&grid, &profile);
        let span = Fraction::whole(20 - i64::from(setting.base));
        let base = Fraction::whole(i64::from(setting.base));
        let expected = |zero: bool| mean(&tree, zero).map(|mean| &mean * &span + &base);
        if let Some(expected) = expected(true) {
            prop_assert_eq!(&readings.zero.raw, &expected);
        } else {
            prop_assert_eq!(readings.withheld, Some(Withheld::NothingAssessed));
        }
        prop_assert_eq!(readings.neutral.map(|reading| reading.raw), expected(false));
    }

    #[test]
    fn a_row_left_aside_is_a_row_that_is_not_there(tree in tree(), setting in setting()) {
        let (grid, profile) = built(&tree, &setting, false);
        let aside: BTreeSet<RowId> = profile
            .levels
            .iter()
            .filter(|(_, level)| grid.is_not_assessable(level))
            .map(|(row, _)| row.clone())
            .collect();
        let waived = Profile { waived: aside, ..profile.clone() };
        let (left, waived) = (readings(&grid, &profile), readings(&grid, &waived));
        prop_assert_eq!(left.neutral.map(|reading| reading.raw), waived.neutral.map(|reading| reading.raw));
        prop_assert!(waived.not_assessable.is_empty());
    }

    #[test]
    fn the_order_of_the_form_changes_nothing(tree in tree(), setting in setting()) {
        let (grid, profile) = built(&tree, &setting, false);
        let (turned, same) = built(&tree, &setting, true);
        prop_assert_eq!(&profile.levels, &same.levels);
        let (one, other) = (readings(&grid, &profile), readings(&turned, &same));
        prop_assert_eq!(&one.zero, &other.zero);
        prop_assert_eq!(&one.neutral, &other.neutral);
        prop_assert_eq!(&one.proposed, &other.proposed);
        prop_assert_eq!(one.coverage, other.coverage);
        prop_assert_eq!(one.shares, other.shares);
    }

    #[test]
    fn a_mark_is_rounded_once(tree in tree(), setting in setting(), halves in 0_i64..5) {
        let (grid, mut profile) = built(&tree, &setting, false);
        profile.bonus = Fraction::ratio(halves, 2);
        let readings = readings(&grid, &profile);
        let rule = grid.mark.as_ref().expect("a mark");
        for reading in std::iter::once(&readings.zero).chain(&readings.neutral) {
            let kept = reading.raw.clone().max(rule.floor.clone()).min(rule.ceiling.clone());
            let expected = if rule.stage == Stage::Proposal { rounded(&grid, &reading.raw) } else { kept };
            prop_assert_eq!(&reading.rounded, &expected);
            let end = mark::conclude(rule, &grid, &reading.rounded, |_| None);
            let expected = if rule.stage == Stage::Final {
                rounded(&grid, &reading.rounded)
            } else {
                reading.rounded.clone()
            };
            prop_assert_eq!(end.last, expected);
        }
        for group in &readings.groups {
            if let (Stage::Section, Some(mark)) = (rule.stage, &group.mark) {
                prop_assert_eq!(mark, &mark.round(&rule.rounding));
            }
        }
    }
}

#[test]
fn a_levels_list_says_what_each_level_is() {
    let grid = load("sti2d");
    let kinds: Vec<bool> = grid
        .levels
        .iter()
        .map(|level| matches!(level.kind, LevelKind::Value(_)))
        .collect();
    assert_eq!(kinds, [false, true, true, true, true]);
    let up = Rounding {
        grain: Some(fraction("1")),
        direction: Direction::Up,
    };
    assert_eq!(
        load("sio-2020-e4").mark.as_ref().expect("a mark").rounding,
        up
    );
}
