//! What can be asked on the command line. Help sentences come from the words room.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};

use crate::t;

/// The program's arguments.
#[derive(Debug, Parser)]
#[command(name = "delibere", version, about = t!("help-about"), args_conflicts_with_subcommands = true,
    help_template = template(), disable_help_subcommand = true, disable_help_flag = true,
    disable_version_flag = true, next_help_heading = t!("help-heading-options"),
    subcommand_help_heading = t!("help-heading-commands"), subcommand_value_name = t!("help-value-command"))]
pub struct Cli {
    #[arg(value_name = "FILE", help = t!("help-file"))]
    pub file: Option<PathBuf>,
    #[arg(short, long, global = true, action = ArgAction::Help, help = t!("help-help"))]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = t!("help-version"))]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The jobs.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = t!("help-demo"))]
    Demo {
        #[arg(long, help = t!("help-demo-dir"))]
        dir: Option<PathBuf>,
        #[arg(long, help = t!("help-demo-no-window"))]
        no_window: bool,
    },
    #[command(about = t!("help-new"))]
    New(NewArgs),
    #[command(about = t!("help-apply"))]
    Apply { file: PathBuf },
    #[command(about = t!("help-show"))]
    Show {
        file: PathBuf,
        #[arg(long, help = t!("help-json"))]
        json: bool,
        #[arg(long, help = t!("help-show-all"))]
        all: bool,
        #[arg(long, help = t!("help-show-time"))]
        time: bool,
    },
    #[command(about = t!("help-verify"))]
    Verify {
        file: PathBuf,
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
    #[command(about = t!("help-mark"))]
    Mark(MarkArgs),
    #[command(about = t!("help-grid"))]
    Grid {
        #[command(subcommand)]
        command: GridCommand,
    },
    #[command(about = t!("help-comments"))]
    Comments {
        #[command(subcommand)]
        command: super::comments::CommentsCommand,
    },
    #[command(about = t!("help-dossier"), long_about = t!("help-dossier-more"))]
    Dossier(super::papers::DossierArgs),
    #[command(about = t!("help-tableau"), long_about = t!("help-tableau-more"))]
    Tableau {
        file: PathBuf,
        #[arg(long, default_value = DEFAULT_GRID, help = t!("help-grid-id"))]
        grid: String,
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
    #[command(about = t!("help-roster"))]
    Roster(super::roster::RosterArgs),
    #[command(about = t!("help-summary"))]
    Summary(super::summary::SummaryArgs),
    #[command(about = t!("help-export"))]
    Export(ExportArgs),
    #[command(about = t!("help-copy"))]
    Copy(CopyArgs),
    #[command(about = t!("help-merge"))]
    Merge(MergeArgs),
    #[command(about = t!("help-harmonise"))]
    Harmonise(HarmoniseArgs),
    #[command(about = t!("help-purge"))]
    Purge(PurgeArgs),
    #[command(about = t!("help-candidate-data"))]
    CandidateData(DataArgs),
}

/// The grid whose tableau is looked for when none is named: the first one shipped.
pub const DEFAULT_GRID: &str = "bts-sio-bloc1";

/// Jobs on grids.
#[derive(Debug, Subcommand)]
pub enum GridCommand {
    #[command(about = t!("help-grid-list"))]
    List {
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
    #[command(about = t!("help-grid-check"))]
    Check {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
    #[command(about = t!("help-grid-show"))]
    Show {
        #[arg(help = t!("help-grid-id"))]
        grid: String,
        #[arg(long, help = t!("help-grid-show-json"))]
        json: bool,
    },
    #[command(about = t!("help-grid-diff"))]
    Diff {
        #[arg(help = t!("help-grid-id"))]
        before: String,
        #[arg(help = t!("help-grid-id"))]
        after: String,
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
    #[command(about = t!("help-grid-new"))]
    New {
        file: PathBuf,
        #[arg(long, value_name = "GRID", help = t!("help-grid-from"))]
        from: Option<String>,
        #[arg(long, help = t!("help-grid-title"))]
        title: Option<String>,
        #[arg(long, help = t!("help-grid-new-id"))]
        id: Option<String>,
    },
    #[command(about = t!("help-grid-schema"))]
    Schema,
    #[command(about = t!("help-grid-import"))]
    Import {
        file: PathBuf,
        #[arg(long, value_name = "case|canvas|moodle|auto", default_value = AUTO, help = t!("help-format"))]
        format: String,
        #[arg(short, long, value_name = "GRID.json", help = t!("help-grid-out"))]
        out: PathBuf,
        #[arg(long, help = t!("help-grid-title"))]
        title: Option<String>,
        #[arg(long, help = t!("help-grid-new-id"))]
        id: Option<String>,
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
    #[command(about = t!("help-grid-export"))]
    Export {
        #[arg(help = t!("help-grid-id"))]
        grid: String,
        #[arg(long, value_name = "case|canvas|moodle", help = t!("help-format"))]
        format: String,
        #[arg(short, long, value_name = "FILE", help = t!("help-export-file"))]
        out: PathBuf,
        #[arg(long, help = t!("help-json"))]
        json: bool,
    },
}

/// The format found by the content of the file.
pub const AUTO: &str = "auto";

/// What a new commission is made of.
#[derive(Debug, Args)]
pub struct NewArgs {
    pub file: PathBuf,
    #[arg(long, help = t!("help-grid-id"))]
    pub grid: String,
    #[arg(long, value_name = "SESSION", help = t!("help-edition"))]
    pub edition: Option<String>,
    #[arg(long, value_name = "N", help = t!("help-commission"))]
    pub commission: String,
    #[arg(long = "member", value_name = "NAME", required = true, help = t!("help-member"))]
    pub members: Vec<String>,
    #[arg(long, help = t!("help-mode"))]
    pub mode: Option<String>,
    #[arg(long, value_name = "2026-06-03", help = t!("help-day"))]
    pub day: Option<String>,
    #[arg(long, value_name = "FILE", help = t!("help-new-roster"))]
    pub roster: Option<PathBuf>,
    #[arg(long, group = "ticking", help = t!("help-blind"))]
    pub blind: bool,
    #[arg(long, group = "ticking", help = t!("help-separate"))]
    pub separate: bool,
    #[arg(long, group = "ticking", help = t!("help-common"))]
    pub common: bool,
}

/// A profile to compute.
#[derive(Debug, Args)]
pub struct MarkArgs {
    #[arg(long, default_value = DEFAULT_GRID, help = t!("help-grid-id"))]
    pub grid: String,
    #[arg(long, value_name = "BM,NE,…", help = t!("help-profile"))]
    pub levels: String,
    #[arg(long = "penalty", value_name = "ID", help = t!("help-penalty"))]
    pub penalties: Vec<String>,
    #[arg(long, value_name = "0.5", help = t!("help-bonus"))]
    pub bonus: Option<String>,
    #[arg(long = "waive", value_name = "ROW", help = t!("help-waive"))]
    pub waived: Vec<String>,
    #[arg(long, help = t!("help-note"))]
    pub note: Option<String>,
    #[arg(long, help = t!("help-json"))]
    pub json: bool,
}

/// Which sheets to print.
#[derive(Debug, Args)]
pub struct ExportArgs {
    pub file: PathBuf,
    #[arg(long, value_name = "NUMBER", required_unless_present = "all", help = t!("help-candidate"))]
    pub candidate: Option<String>,
    #[arg(long, conflicts_with = "candidate", help = t!("help-all"))]
    pub all: bool,
    #[arg(long, value_name = "DIR", help = t!("help-out"))]
    pub out: PathBuf,
    #[arg(long, requires = "all", help = t!("help-together"))]
    pub together: bool,
    #[arg(long, requires = "all", help = t!("help-export-summary"))]
    pub summary: bool,
    #[arg(long, help = t!("help-force"))]
    pub force: bool,
    #[arg(long, help = t!("help-json"))]
    pub json: bool,
}

/// A member's copy.
#[derive(Debug, Args)]
pub struct CopyArgs {
    pub file: PathBuf,
    #[arg(long = "for", value_name = "N", help = t!("help-copy-for"))]
    pub member: usize,
    #[arg(required_unless_present = "back", conflicts_with = "back", help = t!("help-copy-out"))]
    pub out: Option<PathBuf>,
    #[arg(long, conflicts_with = "back", help = t!("help-copy-again"))]
    pub again: bool,
    #[arg(long, help = t!("help-copy-back"))]
    pub back: bool,
}

/// Copies to be merged.
#[derive(Debug, Args)]
pub struct MergeArgs {
    #[arg(required = true, num_args = 2..)]
    pub files: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE", help = t!("help-merge-out"))]
    pub out: Option<PathBuf>,
    #[arg(long, help = t!("help-json"))]
    pub json: bool,
}

/// Commissions to be read together.
#[derive(Debug, Args)]
pub struct HarmoniseArgs {
    #[arg(required = true, help = t!("help-harmonise-files"))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-harmonise-xlsx"))]
    pub xlsx: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-harmonise-pdf"))]
    pub pdf: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = t!("help-harmonise-parquet"))]
    pub parquet: Option<PathBuf>,
    #[arg(long, help = t!("help-json"))]
    pub json: bool,
}

/// Files whose time is over.
#[derive(Debug, Args)]
pub struct PurgeArgs {
    #[arg(help = t!("help-purge-path"))]
    pub path: PathBuf,
    #[arg(long, value_name = "WORD", help = t!("help-purge-confirm"))]
    pub confirm: Option<String>,
    #[arg(long, help = t!("help-purge-before-term"))]
    pub before_term: bool,
    #[arg(long, help = t!("help-purge-with-open"))]
    pub with_open: bool,
    #[arg(long, help = t!("help-json"))]
    pub json: bool,
}

/// One candidate's data.
#[derive(Debug, Args)]
pub struct DataArgs {
    pub file: PathBuf,
    #[arg(value_name = "NUMBER", help = t!("help-candidate"))]
    pub candidate: String,
    #[arg(short, long, value_name = "FILE", help = t!("help-data-out"))]
    pub out: PathBuf,
    #[arg(long, help = t!("help-show-all"))]
    pub all: bool,
}

fn template() -> String {
    let usage = t!("help-heading-usage");
    format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}")
}
