//! One writer a file. The lock stands beside the file, not on it: on Windows a locked file cannot
//! be read by the program that comes second, and that one must still read it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The right to write a file, given back when dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    holder: PathBuf,
}

/// Why the right to write was not had.
#[derive(Debug)]
pub enum Denied {
    /// Another program has it; who, as far as is known.
    Held(String),
    /// The folder does not let us write.
    Unwritable(io::Error),
}

impl Lock {
    /// Takes the right to write `path`.
    pub fn take(path: &Path) -> Result<Self, Denied> {
        // The same file through a link is the same file.
        let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let holder = beside(path, "holder");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(beside(path, "lock"))
            .map_err(Denied::Unwritable)?;
        match file.try_lock() {
            Ok(()) => {
                // For the message of whoever comes second; nothing depends on it.
                let _ = fs::write(&holder, who());
                Ok(Self { file, holder })
            }
            Err(TryLockError::WouldBlock) => {
                let who = fs::read_to_string(&holder).unwrap_or_default();
                Err(Denied::Held(
                    who.chars().filter(|c| !c.is_control()).take(120).collect(),
                ))
            }
            Err(TryLockError::Error(error)) => Err(Denied::Unwritable(error)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.holder);
        let _ = self.file.unlock();
    }
}

fn beside(path: &Path, kind: &str) -> PathBuf {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!(".{name}.{kind}"))
}

fn who() -> String {
    let first = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok());
    let user =
        first(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(|| crate::t!("store-somebody"));
    let machine = first(&["COMPUTERNAME", "HOSTNAME"])
        .or_else(|| fs::read_to_string("/etc/hostname").ok())
        .unwrap_or_default();
    let (hours, minutes, _) = super::clock::now().clock();
    crate::t!(
        "store-holder",
        user = user.trim().to_owned(),
        machine = machine.trim().to_owned(),
        hours = hours.to_string(),
        minutes = format!("{minutes:02}"),
        process = std::process::id().to_string()
    )
}
