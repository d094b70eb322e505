//! The program: arguments, then the window or one command.

// The window must not drag a console behind it on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    delibere::cli::run()
}
