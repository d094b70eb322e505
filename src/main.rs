//! The program: arguments, then the window or one command.

fn main() {}
