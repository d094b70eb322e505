//! Where the program keeps its own things on this laptop: settings, rescued gestures, the
//! demonstration. Beside the program when it is carried on a key (a file `delibere-portable`).

use std::fs;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

/// Names the folder of the program's own things, before any other rule. For tests and for centres
/// that forbid the usual place.
pub const HOME_VARIABLE: &str = "DELIBERE_HOME";

/// How the name of a commission's file ends.
pub const EXTENSION: &str = "delibere";

/// The folder of the program's own things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    home: PathBuf,
}

impl Places {
    /// Returns the folder in use on this laptop.
    pub fn find() -> Self {
        let chosen = std::env::var_os(HOME_VARIABLE)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from);
        let home = chosen
            .or_else(portable)
            .or_else(usual)
            .unwrap_or_else(|| std::env::temp_dir().join("delibere"));
        Self { home }
    }

    /// Returns the places under `home`.
    pub fn under(home: &Path) -> Self {
        Self {
            home: home.to_owned(),
        }
    }

    /// Returns the settings' file.
    pub fn settings(&self) -> PathBuf {
        self.home.join("settings.json")
    }

    /// Returns the folder of gestures that could not be written where they belong.
    pub fn rescue(&self) -> PathBuf {
        self.home.join("rescue")
    }

    /// Returns the folder of the user's own grids.
    pub fn grids(&self) -> PathBuf {
        self.home.join("grilles")
    }

    /// Returns the folder of the jury's own sentences.
    pub fn comments(&self) -> PathBuf {
        self.home.join("commentaires")
    }

    /// Returns the folder of the drafts of grids under edition.
    pub fn drafts(&self) -> PathBuf {
        self.home.join("brouillons")
    }

    /// Returns the folder of the demonstration.
    pub fn demo(&self) -> PathBuf {
        self.home.join("demonstration")
    }

    /// Returns the folder of the calibration exercises.
    pub fn exercises(&self) -> PathBuf {
        self.home.join("etalonnage")
    }

    /// Returns the folder where files are proposed to be made.
    pub fn documents(&self) -> PathBuf {
        if std::env::var_os(HOME_VARIABLE).is_some() {
            return self.home.join("documents");
        }
        UserDirs::new()
            .and_then(|dirs| dirs.document_dir().map(Path::to_owned))
            .unwrap_or_else(|| self.home.join("documents"))
            .join("Délibéré")
    }

    /// Returns what names this copy of a commission's file: the same path on the same laptop keeps
    /// its chain, a copy carried elsewhere begins its own.
    pub fn writer(&self, document: &str, path: &Path) -> String {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let seed = format!("{}\n{document}\n{}", self.installation(), path.display());
        super::journal::sha256(seed.as_bytes())
            .chars()
            .take(12)
            .collect()
    }

    fn installation(&self) -> String {
        let file = self.home.join("installation");
        if let Ok(known) = fs::read_to_string(&file)
            && known.len() == 32
        {
            return known;
        }
        let fresh = random_name();
        // Where this cannot be kept, the next session begins a new chain, which is as valid.
        let _ = fs::create_dir_all(&self.home);
        let _ = fs::write(&file, &fresh);
        fresh
    }
}

/// Returns 32 random hexadecimal digits.
pub fn random_name() -> String {
    let mut bytes = [0_u8; 16];
    if getrandom::fill(&mut bytes).is_err() {
        let now = super::clock::now().millis;
        let seed = format!("{now} {}", std::process::id());
        return super::journal::sha256(seed.as_bytes())
            .chars()
            .take(32)
            .collect();
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn portable() -> Option<PathBuf> {
    let folder = std::env::current_exe().ok()?.parent()?.to_owned();
    folder
        .join("delibere-portable")
        .exists()
        .then(|| folder.join("delibere-donnees"))
}

fn usual() -> Option<PathBuf> {
    ProjectDirs::from("fr", "", "delibere").map(|dirs| dirs.data_dir().to_owned())
}
