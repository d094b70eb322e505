//! A page that draws whatever the fuzzer writes, so that it does not have to find a PDF.
#![no_main]

use delibere::dossier::{Columns, tableau};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|drawing: &[u8]| {
    let mut whole = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n".to_vec();
    whole.extend(format!("4 0 obj<</Length {}>>\nstream\n", drawing.len()).bytes());
    whole.extend_from_slice(drawing);
    // Without a table of objects the reader looks for them itself.
    whole.extend_from_slice(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    let columns = Columns {
        labels: ["un", "deux", "trois", "quatre"].map(str::to_owned).to_vec(),
        options: vec!["SISR".to_owned(), "SLAM".to_owned()],
    };
    let _ = tableau::read(&whole, &columns);
});
