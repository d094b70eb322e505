//! The command line: every job without a window. One function a command; people read sentences,
//! programs read `--json`. Exit 0 done, 1 refused or findings, 2 wrong usage.

mod args;
mod comments;
mod exchange;
mod grids;
mod harmony;
mod mark;
mod merge;
mod papers;
mod retention;
mod roster;
mod sheets;
mod summary;

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};

use self::args::{Cli, Command, NewArgs};
use crate::app;
use crate::domain::commission::{Commission, Record, Status, Ticking};
use crate::domain::roster::Day;
use crate::store::document::{Document, NewCommission, Notice};
use crate::store::papers as kept;
use crate::store::places::Places;
use crate::store::schema::state;
use crate::store::{EditError, StoreError, clock, journal};
use crate::{t, words};

/// How a command ended when it did not succeed.
enum Failure {
    /// Refused, or findings: the sentence was or is to be printed. Exit 1.
    Refused(String),
    /// Wrong usage. Exit 2.
    Usage(String),
}

type Outcome = Result<(), Failure>;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoSuchGrid(_)
            | StoreError::NoSuchEdition { .. }
            | StoreError::MemberCount { .. } => Self::Usage(error.to_string()),
            other => Self::Refused(other.to_string()),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Refused(words::io_cause(&error))
    }
}

/// Chooses the language: French, unless it begins with `en`.
const LANGUAGE: &str = "DELIBERE_LANG";

/// Runs the command that the arguments ask for, or opens the window.
pub fn run() -> ExitCode {
    if std::env::var(LANGUAGE).is_ok_and(|language| language.starts_with("en")) {
        words::choose(words::Language::English);
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let places = Places::find();
    let outcome = match cli.command {
        None => window(app::Start::File(cli.file), &places),
        Some(Command::Demo { dir, no_window }) => demo(dir.as_deref(), no_window, &places),
        Some(Command::New(args)) => new(&args, &places),
        Some(Command::Apply { file }) => apply(&file, &places),
        Some(Command::Show {
            file,
            json,
            all,
            time,
        }) => show(&file, json, all, time, &places),
        Some(Command::Verify { file, json }) => verify(&file, json, &places),
        Some(Command::Mark(args)) => mark::propose(&args),
        Some(Command::Grid { command }) => grids::run(command),
        Some(Command::Dossier(args)) => papers::dossier(&args, &places),
        Some(Command::Tableau { file, grid, json }) => papers::tableau(&file, &grid, json),
        Some(Command::Roster(args)) => roster::run(args, &places),
        Some(Command::Summary(args)) => summary::run(&args, &places),
        Some(Command::Export(args)) => sheets::export(&args, &places),
        Some(Command::Copy(args)) => merge::copy(&args, &places),
        Some(Command::Harmonise(args)) => harmony::run(&args, &places),
        Some(Command::Purge(args)) => retention::purge(&args, &places),
        Some(Command::CandidateData(args)) => retention::candidate_data(&args, &places),
        Some(Command::Comments { command }) => comments::run(command, &places),
        Some(Command::Merge(args)) => merge::merge(&args, &places),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(sentence)) => {
            complain(&sentence);
            ExitCode::from(1)
        }
        Err(Failure::Usage(sentence)) => {
            complain(&sentence);
            ExitCode::from(2)
        }
    }
}

/// Prints for people; a closed pipe is their business.
fn say(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{text}");
}

fn complain(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}

fn usage(error: &clap::Error) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::MissingRequiredArgument => t!("usage-missing", argument = argument),
        ErrorKind::UnknownArgument => t!("usage-unknown", argument = argument),
        ErrorKind::InvalidSubcommand => {
            t!(
                "usage-command",
                command = context(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            t!(
                "usage-value",
                argument = argument,
                value = context(ContextKind::InvalidValue)
            )
        }
        ErrorKind::ArgumentConflict => t!("usage-conflict", argument = argument),
        _ => t!("usage-other"),
    };
    complain(&sentence);
    ExitCode::from(2)
}

fn window(start: app::Start, places: &Places) -> Outcome {
    app::run(start, places.clone())
        .map_err(|cause| Failure::Refused(t!("cli-no-window", cause = cause.to_string())))
}

fn demo(dir: Option<&Path>, no_window: bool, places: &Places) -> Outcome {
    let folder = dir.map_or_else(|| places.demo(), Path::to_owned);
    let file = app::demo::lay(&folder, places)?;
    say(&t!("cli-demo-ready", path = file.display().to_string()));
    if no_window {
        Ok(())
    } else {
        window(app::Start::File(Some(file)), places)
    }
}

fn new(args: &NewArgs, places: &Places) -> Outcome {
    let day = match &args.day {
        None => None,
        Some(text) => Some(
            Day::parse(text)
                .ok_or_else(|| Failure::Usage(t!("cli-bad-day", value = text.as_str())))?,
        ),
    };
    let ticking = if args.common {
        Ticking::Common
    } else if args.separate {
        Ticking::Separate
    } else {
        Ticking::Blind
    };
    let grid = crate::store::grids::load(&args.grid)?;
    let roster = match &args.roster {
        Some(file) => Some(roster::Given::read(file, &grid.grid, places)?),
        None => None,
    };
    let day = day.or_else(|| roster.as_ref()?.day());
    let session = args.edition.clone().or_else(|| {
        grid.grid
            .editions
            .last()
            .map(|edition| edition.session.clone())
    });
    if let Some(mode) = &args.mode
        && !grid
            .grid
            .texts
            .modes
            .iter()
            .any(|known| known.id.as_str() == mode)
    {
        return Err(Failure::Usage(t!(
            "usage-value",
            argument = "--mode",
            value = mode.as_str()
        )));
    }
    let new = NewCommission {
        grid,
        session: session.unwrap_or_default(),
        number: args.commission.clone(),
        members: args
            .members
            .iter()
            .map(|name| (name.clone(), None))
            .collect(),
        mode: args.mode.clone(),
        ticking,
        day,
    };
    let mut document = Document::create(&args.file, new, places)?;
    say(&t!(
        "cli-created",
        path = document.path().display().to_string()
    ));
    roster.map_or(Ok(()), |roster| roster.enter(&mut document))
}

fn apply(file: &Path, places: &Places) -> Outcome {
    let mut document = Document::open(file, places)?;
    for notice in document.notices() {
        complain(&words::notice(file, notice));
    }
    if !document.is_writable() {
        return Err(Failure::Refused(String::new()));
    }
    let mut refused = false;
    let mut out = io::stdout().lock();
    for (index, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        let number = (index + 1).to_string();
        if line.trim_ascii().is_empty() {
            continue;
        }
        let wish = str::from_utf8(&line)
            .map_err(|_| t!("grid-not-utf8"))
            .and_then(journal::wish);
        let (author, edit) = match wish {
            Ok(wish) => wish,
            Err(detail) => {
                refused = true;
                complain(&t!("cli-line-unreadable", line = number, detail = detail));
                continue;
            }
        };
        match document.edit_in_file(&edit, author, clock::now()) {
            Ok(n) => {
                writeln!(out, "{}", state::acknowledgement(n))?;
                out.flush()?;
            }
            Err(error @ EditError::Refused(_)) => {
                refused = true;
                complain(&t!(
                    "cli-line-refused",
                    line = number,
                    detail = error.to_string()
                ));
            }
            Err(EditError::NotWritten(error)) => return Err(error.into()),
        }
    }
    if refused {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}

fn show(file: &Path, json: bool, all: bool, time: bool, places: &Places) -> Outcome {
    let document = Document::look(file, places)?;
    for notice in document.notices() {
        complain(&words::notice(file, notice));
    }
    if json {
        say(&pretty(&state::document(&document, all)));
    } else {
        let commission = document.commission();
        let header = &commission.header;
        let members: Vec<String> = header
            .members
            .iter()
            .map(|member| member.name.clone())
            .collect();
        say(&t!(
            "cli-header",
            short = header.grid.short.as_str(),
            exam = header.edition.exam.as_str(),
            session = header.edition.session.as_str(),
            number = header.number.as_str(),
            members = members.join(", ")
        ));
        if header.exercise {
            say(&t!("exercise-line"));
            for gaps in commission.gaps() {
                say(&t!(
                    "gaps-line",
                    row = gaps.row.short.as_str(),
                    gaps = words::gaps(&gaps)
                ));
            }
        }
        for reset in &commission.resets {
            say(&words::code_reset(header, reset));
        }
        if commission.records.is_empty() {
            say(&t!("cli-no-candidate"));
        }
        for record in commission.by_passage() {
            say(&t!(
                "cli-candidate",
                number = record.candidate.number.as_str(),
                name = record.candidate.name(),
                status = status(commission.status(record))
            ));
            if time {
                show_time(commission, record);
            }
        }
    }
    if is_broken(&document) {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}

/// Prints all that happened to the chronometer of an oral.
fn show_time(commission: &Commission, record: &Record) {
    for entry in commission.time_log(record, None) {
        say(&t!(
            "time-line",
            hour = words::time_hour(entry.at),
            event = words::time_event(commission, &entry)
        ));
    }
    if !record.times.is_empty() {
        for line in words::time_spent(commission, record, None) {
            say(&t!("time-total", spent = line));
        }
    }
}

fn status(status: Status) -> String {
    let key = match status {
        Status::Waiting => "cli-status-waiting",
        Status::Started => "cli-status-started",
        Status::ToDecide => "cli-status-to-decide",
        Status::Sealed => "cli-status-sealed",
        Status::Absent => "cli-status-absent",
        Status::Moved => "cli-status-moved",
    };
    t!(key)
}

fn is_broken(document: &Document) -> bool {
    document
        .notices()
        .iter()
        .any(|notice| matches!(notice, Notice::Broken { .. }))
}

fn verify(file: &Path, json: bool, places: &Places) -> Outcome {
    let document = Document::look(file, places)?;
    let broken = is_broken(&document);
    for notice in document.notices() {
        complain(&words::notice(file, notice));
    }
    let copies = kept::check(&document);
    for (candidate, path, lost) in &copies.unsound {
        complain(&words::lost_of(candidate, path, lost));
    }
    if json {
        say(&pretty(&state::verification(&document, &copies)));
    } else if !broken {
        say(&t!("cli-verified", lines = document.count()));
        for (writer, lines) in document.writers() {
            say(&t!(
                "cli-writer",
                writer = writer,
                lines = lines.to_string()
            ));
        }
        if copies.sound > 0 {
            say(&t!("cli-copies", count = copies.sound));
        }
        if !copies.without.is_empty() {
            let numbers: Vec<&str> = copies.without.iter().map(|id| id.as_str()).collect();
            say(&t!("cli-copies-none", numbers = numbers.join(", ")));
        }
    }
    if broken || !copies.unsound.is_empty() {
        Err(Failure::Refused(String::new()))
    } else {
        Ok(())
    }
}

fn pretty(value: &impl std::fmt::Display) -> String {
    format!("{value:#}")
}

/// Returns one list of what each entry printed.
fn pretty_list(entries: &[impl std::fmt::Display]) -> String {
    let entries: Vec<String> = entries.iter().map(pretty).collect();
    format!("[{}]", entries.join(",\n"))
}
