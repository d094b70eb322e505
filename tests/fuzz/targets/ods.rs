//! An OpenDocument sheet whose content is whatever the fuzzer writes.
#![no_main]

use std::io::{Cursor, Write};

use delibere::dossier::{Columns, tableau};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored);
    let parts: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content),
    ];
    for (name, bytes) in parts {
        if out.start_file(name, stored).is_err() || out.write_all(bytes).is_err() {
            return;
        }
    }
    let Ok(whole) = out.finish() else { return };
    let columns = Columns {
        labels: ["un", "deux", "trois", "quatre"].map(str::to_owned).to_vec(),
        options: vec!["SISR".to_owned(), "SLAM".to_owned()],
    };
    let _ = tableau::read(&whole.into_inner(), &columns);
});
