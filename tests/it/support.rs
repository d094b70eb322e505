//! Grids, scripts of edits in a few words, and the real program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use delibere::domain::commission::{
    Commission, Header, Member, PieceState, Question, Seen, Ticking, Timer,
};
use delibere::domain::dossier::amend::{Line, Said, Spot};
use delibere::domain::dossier::{
    Access, Dossier, IdentityPlaces, Layout, Piece, PieceKind, Reading, Realisation, Reason,
};
use delibere::domain::edit::{Author, Change, Edit, Stamp};
use delibere::domain::fraction::Fraction;
use delibere::domain::grid::Grid;
use delibere::domain::id::CandidateId;
use delibere::domain::roster::{Candidate, Hour, Moment};
use delibere::store::document::{Document, NewCommission};
use delibere::store::grids;
use delibere::store::places::Places;
use tempfile::TempDir;

pub const GRID: &str = "bts-sio-bloc1";

pub fn grid() -> Arc<Grid> {
    grids::load(GRID).expect("the shipped grid").grid
}

/// A commission of two members without candidates.
pub fn commission(ticking: Ticking) -> Commission {
    let grid = grid();
    let member = |name: &str| Member {
        name: name.into(),
        quality: "jury".into(),
    };
    Commission::new(Header {
        edition: grid.edition("2026").expect("an edition").clone(),
        number: "12".into(),
        members: vec![member("Mme Hélène SPÉCIMEN"), member("M. Karim MODÈLE")],
        mode: "ponctuelle".into(),
        ticking,
        day: None,
        exercise: false,
        grid,
    })
}

/// The instant of the `index`th gesture: too far from the one before to be one burst of typing.
pub fn moment(index: usize) -> Moment {
    Moment {
        millis: 1_780_000_000_000 + 10_000 * i64::try_from(index).expect("an index"),
        offset: 120,
    }
}

pub fn stamp(author: Author, index: usize) -> Stamp {
    Stamp {
        author,
        at: moment(index),
    }
}

pub fn candidate(number: &str) -> Candidate {
    Candidate::new(number, "DELTA", "Inès")
}

/// Reads a gesture in a few words: `m1 level patrimoine BM`, `c@2 mark 12.5`. Authors are `m1`,
/// `m2`, `c`; the candidate is 1 unless named; `-` clears.
pub fn gesture(words: &str) -> (Author, Edit) {
    let (who, rest) = words.trim().split_once(' ').expect("an author");
    let (author, number) = who.split_once('@').unwrap_or((who, "1"));
    let author = match author {
        "c" => Author::Commission,
        member => {
            let number: usize = member.trim_start_matches('m').parse().expect("a member");
            Author::Member(number - 1)
        }
    };
    let (verb, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    let some = |text: &str| (text != "-").then(|| text.to_owned());
    let yes = |text: &str| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let change = match verb {
        "add" => return (author, Edit::AddCandidate(candidate(number))),
        "remove" => return (author, Edit::RemoveCandidate(number.into())),
        "renumber" => Change::Correct(candidate(first)),
        "option" => Change::Correct(Candidate {
            option: some(first).map(Into::into),
            passage: Hour::new(10, 15),
            seconds: vec![800],
            ..candidate(number)
        }),
        "ticking" => Change::Ticking(match first {
            "common" => Some(Ticking::Common),
            "separate" => Some(Ticking::Separate),
            "blind" => Some(Ticking::Blind),
            _ => None,
        }),
        "begin" => Change::Begin(true),
        "unbegin" => Change::Begin(false),
        "absent" => Change::Absent(true),
        "present" => Change::Absent(false),
        "papers" => Change::Dossier((first != "-").then(|| Box::new(papers(first)))),
        "amend" => {
            let (spot, said) = amendment(rest);
            Change::Amend(spot, said)
        }
        "label" => Change::Label(
            first.into(),
            match second {
                "other" => PieceKind::Other,
                _ => PieceKind::Tableau,
            },
        ),
        "access" => Change::Access(
            first.into(),
            yes(second).map(|opened| Access {
                opened,
                at: moment(0),
            }),
        ),
        "piece" => Change::Piece(
            first.into(),
            yes(second).map(|there| {
                if there {
                    PieceState::Conform
                } else {
                    PieceState::Missing
                }
            }),
        ),
        "question" => Change::AddQuestion(Question {
            id: first.into(),
            text: second.into(),
            row: Some("patrimoine".into()),
            realisation: None,
            asked: false,
        }),
        "drop" => Change::RemoveQuestion(first.into()),
        "asked" => Change::Asked(first.into(), true),
        "level" => Change::Level(first.into(), some(second).map(Into::into)),
        "seen" => Change::Indicator(
            first.into(),
            match second {
                "yes" => Some(Seen::Yes),
                "partly" => Some(Seen::Partly),
                "no" => Some(Seen::No),
                _ => None,
            },
        ),
        "validate" => Change::Validate(true),
        "unvalidate" => Change::Validate(false),
        "timer" => Change::Timer(Timer {
            phase: first.parse().expect("a phase"),
            spent: vec![second.parse().expect("milliseconds")],
            since: Some(moment(0)),
            ..Timer::default()
        }),
        "mark" => Change::Mark(some(first).map(|mark| Fraction::parse(&mark).expect("a mark"))),
        "reason" => Change::Reason(rest.into()),
        "penalty" => Change::Penalty(first.into(), yes(second)),
        "observe" => Change::Observation(first.parse().expect("a phase"), second.into()),
        "write" => Change::Appreciation(rest.into()),
        "visa" => Change::Visa(true),
        "unvisa" => Change::Visa(false),
        "seal" => Change::Seal,
        "reopen" => Change::Reopen(rest.into()),
        other => panic!("no such gesture: {other}"),
    };
    (author, Edit::Of(CandidateId::from(number), change))
}

/// Where online the portfolio of [`papers`] is.
pub const ADDRESS: &str = "https://portfolio.exemple.test/";

/// A tableau of two lines in two sections, and an online portfolio.
pub fn papers(source: &str) -> Dossier {
    let line = |section: usize, title: &str, column: usize| {
        let mut ticks = vec![None; 6];
        ticks[column] = Some(Reason::Text);
        Realisation {
            section: Some(section),
            title: title.into(),
            documents: Vec::new(),
            period_raw: "2025".into(),
            ticks,
            flags: Vec::new(),
            links: Vec::new(),
            texts: vec![String::new(); 6],
            place: None,
            period_place: None,
            tick_places: vec![None; 6],
        }
    };
    let reading = Reading {
        layout: Layout::T6,
        session: None,
        candidate: None,
        number: None,
        centre: None,
        url: None,
        option: None,
        sections: vec!["Formation".into(), "Stage".into()],
        realisations: vec![line(0, "Inventaire", 0), line(1, "Assistance", 1)],
        uncovered: vec![2, 3, 4, 5],
        places: IdentityPlaces::default(),
        section_places: Vec::new(),
        doubts: Vec::new(),
    };
    let piece = |kind, path: &str| Piece {
        kind,
        path: path.into(),
        sha256: None,
        size: 1,
        duplicate_of: None,
    };
    let pieces = vec![
        piece(PieceKind::PortfolioAddress, ADDRESS),
        piece(PieceKind::Tableau, "tableau.xlsx"),
    ];
    Dossier::new(source.into(), pieces, Some(reading))
}

/// Reads a correction: `tick 0 3 yes`, `title +0 Veille`, `section 1 0`, `counts 1 no`, `checked yes`;
/// `-` takes it back.
fn amendment(words: &str) -> (Spot, Option<Said>) {
    let words: Vec<&str> = words.split(' ').collect();
    let line = |name: &str| match name.strip_prefix('+') {
        Some(added) => Line::Added(added.parse().expect("a number")),
        None => Line::Read(name.parse().expect("a number")),
    };
    let (spot, said) = match words[..] {
        ["checked", said] => (Spot::Checked, said),
        ["title", name, said] => (Spot::Title(line(name)), said),
        ["period", name, said] => (Spot::Period(line(name)), said),
        ["section", name, said] => (Spot::Section(line(name)), said),
        ["counts", name, said] => (Spot::Counts(line(name)), said),
        ["tick", name, column, said] => {
            let column = column.parse().expect("a column");
            (Spot::Tick(line(name), column), said)
        }
        _ => panic!("no correction: {words:?}"),
    };
    let said = match said {
        "-" => None,
        "yes" => Some(Said::Flag(true)),
        "no" => Some(Said::Flag(false)),
        section if matches!(spot, Spot::Section(_)) => {
            Some(Said::Section(section.parse().expect("a section")))
        }
        text => Some(Said::Text(text.into())),
    };
    (spot, said)
}

/// The gestures of a script, one a line; `m1 all BM` stands for the level of every row.
pub fn gestures(script: &str) -> Vec<(String, Author, Edit)> {
    let mut gestures = Vec::new();
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let words: Vec<&str> = line.split(' ').collect();
        if let [who, "all", level] = words[..] {
            for row in &grid().rows {
                let line = format!("{who} level {} {level}", row.id);
                let (author, edit) = gesture(&line);
                gestures.push((line, author, edit));
            }
            continue;
        }
        let (author, edit) = gesture(line.split(" => ").next().unwrap_or(line));
        gestures.push((line.to_owned(), author, edit));
    }
    gestures
}

/// All that leads to a fixed mark of 13.5, blind.
pub const TO_SEAL: &str = "
    c add
    c begin
    m1 all BM
    m2 all BM
    m1 validate
    m2 validate
    c mark 13.5
    c penalty portfolio-inaccessible no
    c penalty tableau-absent no
    c write Travail soigné.
    m1 visa
    m2 visa
    c seal";

/// A folder with a program's own places, which no other test shares.
pub struct Desk {
    pub folder: TempDir,
    pub places: Places,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::under(&folder.path().join("home"));
        Self { folder, places }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes `commission.delibere`.
    pub fn create(&self, ticking: Ticking) -> Document {
        self.create_at(&self.path("commission.delibere"), ticking)
    }

    pub fn create_at(&self, path: &Path, ticking: Ticking) -> Document {
        let new = NewCommission {
            grid: grids::load(GRID).expect("the grid"),
            session: "2026".into(),
            number: "12".into(),
            members: vec![
                ("Mme Hélène SPÉCIMEN".into(), None),
                ("M. Karim MODÈLE".into(), None),
            ],
            mode: None,
            ticking,
            day: None,
        };
        Document::create(path, new, &self.places).expect("a new file")
    }

    pub fn open(&self) -> Document {
        Document::open(&self.path("commission.delibere"), &self.places).expect("the file opens")
    }

    /// Runs the real program at home here.
    pub fn run(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_delibere"));
        let _ = command.args(arguments).current_dir(self.folder.path());
        self.run_command(command, input)
    }

    pub fn run_command(&self, mut command: Command, input: &[u8]) -> Run {
        let mut child = command
            .env("DELIBERE_HOME", self.path("home"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A program that refused its arguments does not read: that is not a failure.
        let _ = child.stdin.take().expect("an input").write_all(input);
        let output = child.wait_with_output().expect("the program ends");
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

/// How a run of the program ended.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Makes every gesture of a script in a document; all must be accepted.
pub fn perform(document: &mut Document, script: &str) {
    let first = usize::try_from(document.count()).expect("a count");
    for (index, (line, author, edit)) in gestures(script).into_iter().enumerate() {
        let done = document.edit(&edit, author, moment(first + index));
        if let Err(error) = done {
            panic!("{line}: {error}");
        }
    }
}

/// One line of `apply`, with its author.
pub fn wish(author: Author, edit: &Edit) -> String {
    use delibere::store::schema::edit::{EditFile, author_name};
    let edit = serde_json::to_value(EditFile::from(edit)).expect("an edit");
    serde_json::json!({ "by": author_name(author), "edit": edit }).to_string()
}

/// A script as `apply` reads it.
pub fn wishes(script: &str) -> String {
    gestures(script)
        .iter()
        .map(|(_, author, edit)| wish(*author, edit) + "\n")
        .collect()
}
