//! A dossier that is any archive.
#![no_main]

use delibere::dossier::{Columns, open};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(folder) = tempfile::tempdir() else { return };
    let path = folder.path().join("dossier.zip");
    if std::fs::write(&path, bytes).is_err() {
        return;
    }
    let columns = Columns {
        labels: ["un", "deux", "trois", "quatre"].map(str::to_owned).to_vec(),
        options: vec!["SISR".to_owned(), "SLAM".to_owned()],
    };
    let _ = open(&path, &columns);
});
