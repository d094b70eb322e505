//! Commissions that never sat: whole files with fixed marks, made line by line as the program would
//! have written them, and what they hold, told apart from the program.

use std::io::Write;
use std::path::{Path, PathBuf};

use delibere::domain::commission::Ticking;
use delibere::domain::edit::{Author, Change, Edit, Stamp};
use delibere::domain::fraction::Fraction;
use delibere::domain::history::Role;
use delibere::domain::id::CandidateId;
use delibere::domain::roster::{Candidate, Moment};
use delibere::store::document::{Document, NewCommission};
use delibere::store::grids;
use delibere::store::journal::Chains;
use delibere::store::places::Places;

/// The rows of the shipped grid and their titles, in order.
pub struct Grid {
    rows: Vec<(String, String)>,
}

/// One evaluation, as it was made up. Marks are counted in half-points.
#[derive(Debug, Clone)]
pub struct Truth {
    /// Index of the level of each row: NE, NM, MP, BM, EM.
    pub levels: Vec<usize>,
    pub note: i64,
    pub last: i64,
    /// By hand: a third of 20 for each step, the mean of the rows, rounded to the nearest half.
    pub proposed: i64,
}

/// A file and what it holds.
pub struct Simulated {
    pub path: PathBuf,
    pub number: String,
    pub sealed: Vec<Truth>,
    pub candidates: u64,
    pub absent: u64,
}

/// Numbers that look random and are the same every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const LEVELS: [&str; 5] = ["NE", "NM", "MP", "BM", "EM"];

impl Grid {
    pub fn shipped() -> Self {
        let grid = grids::load("bts-sio-bloc1").expect("the grid").grid;
        let rows = grid.rows.iter();
        Self {
            rows: rows
                .map(|row| (row.id.to_string(), row.title.clone()))
                .collect(),
        }
    }
}

/// Makes the file of a commission with `sealed` fixed marks, some candidates absent and some not
/// decided. `taste` is where its marks lie, as the level that it gives most.
pub fn commission(
    folder: &Path,
    places: &Places,
    grid: &Grid,
    number: &str,
    sealed: u64,
    taste: u64,
    dice: &mut Dice,
) -> Simulated {
    let path = folder.join(format!("commission-{number}.delibere"));
    let new = NewCommission {
        grid: grids::load("bts-sio-bloc1").expect("the grid"),
        session: "2026".into(),
        number: number.into(),
        members: vec![("Mme Un".into(), None), ("M. Deux".into(), None)],
        mode: None,
        ticking: Ticking::Common,
        day: None,
    };
    drop(Document::create(&path, new, places).expect("a new file"));
    let header = std::fs::read(&path).expect("the file");
    let mut script = Script {
        chains: Chains::new(header.strip_suffix(b"\n").expect("a line")),
        bytes: Vec::new(),
        at: 1_780_000_000_000,
    };
    let (absent, open) = (dice.roll(3), dice.roll(2));
    let mut truths = Vec::new();
    for place in 0..sealed + absent + open {
        let id = CandidateId::from(format!("{number}-{place:05}"));
        script.write(
            Author::Commission,
            Edit::AddCandidate(Candidate {
                number: id.clone(),
                last_name: "TEST".into(),
                first_name: format!("{place}"),
                option: None,
                day: None,
                passage: None,
                seconds: Vec::new(),
                establishment: String::new(),
                room: String::new(),
                rank: None,
            }),
        );
        let mut of = |author, change| script.write(author, Edit::Of(id.clone(), change));
        if place >= sealed {
            if place < sealed + absent {
                of(Author::Commission, Change::Absent(true));
            }
            continue;
        }
        let truth = evaluation(grid, taste, dice);
        for ((row, _), level) in grid.rows.iter().zip(&truth.levels) {
            let level = Some(LEVELS[*level].into());
            of(
                Author::Commission,
                Change::Level(row.as_str().into(), level),
            );
        }
        let missing: Vec<&str> = grid
            .rows
            .iter()
            .zip(&truth.levels)
            .filter(|(_, level)| **level == 0)
            .map(|((_, title), _)| title.as_str())
            .collect();
        let penalised = truth.last != truth.note;
        let half = |count: i64| Fraction::ratio(count, 2).expect("a half");
        for change in [
            Change::Validate(true),
            Change::Mark(Some(half(truth.note))),
            Change::Reason("Oral".into()),
            Change::Penalty("portfolio-inaccessible".into(), Some(false)),
            Change::Penalty("tableau-absent".into(), Some(penalised)),
            Change::Appreciation(missing.join(" ; ")),
        ] {
            of(Author::Commission, change);
        }
        of(Author::Member(0), Change::Visa(true));
        of(Author::Member(1), Change::Visa(true));
        of(Author::Commission, Change::Seal);
        truths.push(truth);
    }
    let mut file = std::fs::File::options()
        .append(true)
        .open(&path)
        .expect("the file");
    file.write_all(&script.bytes).expect("written");
    Simulated {
        path,
        number: number.into(),
        sealed: truths,
        candidates: sealed + absent + open,
        absent,
    }
}

fn evaluation(grid: &Grid, taste: u64, dice: &mut Dice) -> Truth {
    let levels: Vec<usize> = grid
        .rows
        .iter()
        .map(|_| match dice.roll(12) {
            0 => 0,
            1 => 1 + usize::try_from(dice.roll(4)).expect("a level"),
            2..5 => usize::try_from(taste.saturating_sub(1).max(1)).expect("a level"),
            5..8 => usize::try_from((taste + 1).min(4)).expect("a level"),
            _ => usize::try_from(taste).expect("a level"),
        })
        .collect();
    // Each step of the scale is worth 20/3; « non évaluable » counts for nothing. In half-points,
    // with the mean of seven rows rounded to the nearest, a tie going up.
    let steps: i64 = levels
        .iter()
        .map(|level| i64::try_from(level.saturating_sub(1)).expect("a step"))
        .sum();
    let rows = i64::try_from(levels.len()).expect("a count");
    let proposed = (2 * 40 * steps + 3 * rows) / (2 * 3 * rows);
    let departs = [0, 0, 0, 0, 1, -1, 2, -3][usize::try_from(dice.roll(8)).expect("a side")];
    let note = (proposed + departs).clamp(0, 40);
    let penalty = if dice.roll(15) == 0 { 4 } else { 0 };
    Truth {
        levels,
        note,
        last: (note - penalty).max(0),
        proposed,
    }
}

struct Script {
    chains: Chains,
    bytes: Vec<u8>,
    at: i64,
}

impl Script {
    fn write(&mut self, author: Author, edit: Edit) {
        self.at += 1000;
        let at = Moment {
            millis: self.at,
            offset: 120,
        };
        let stamp = Stamp { author, at };
        let line = self
            .chains
            .next("simulated", &edit, stamp, Role::Gesture, None)
            .expect("a line");
        let read = self.chains.read(&line).expect("a sound line");
        self.chains.take(&read);
        self.bytes.extend_from_slice(&line);
        self.bytes.push(b'\n');
    }
}
