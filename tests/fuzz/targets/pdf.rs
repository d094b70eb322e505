//! Any bytes after the mark of a PDF.
#![no_main]

use delibere::dossier::{Columns, tableau};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut whole = b"%PDF-1.7\n".to_vec();
    whole.extend_from_slice(bytes);
    let columns = Columns {
        labels: ["un", "deux", "trois", "quatre"].map(str::to_owned).to_vec(),
        options: vec!["SISR".to_owned(), "SLAM".to_owned()],
    };
    let _ = tableau::read(&whole, &columns);
});
