//! A workbook whose sheet is whatever the fuzzer writes, so that it does not have to find a zip.
#![no_main]

use std::io::{Cursor, Write};

use delibere::dossier::{Columns, tableau};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|sheet: &[u8]| {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let parts: [(&str, &[u8]); 4] = [
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", sheet),
    ];
    for (name, bytes) in parts {
        if out.start_file(name, options).is_err() || out.write_all(bytes).is_err() {
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
