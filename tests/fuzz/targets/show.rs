//! Any bytes, looked at: the kind is told by them, and the first page is drawn.
#![no_main]

use delibere::dossier::show::{self, Shown};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(Shown::Pages(pages)) = show::open(bytes.to_vec()) {
        let _ = pages.draw(0, 380);
    }
});
