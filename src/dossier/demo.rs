//! The dossiers of the demonstration: three fictional candidates, made by
//! `assets/demo/make-demo.py`. Laying them down on the disk is the app's work.

/// Lists files of `assets/demo` with their bytes.
macro_rules! files {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../assets/demo/", $path)))),+]
    };
}

/// Returns every file of the demonstration: its path with `/`, and its bytes.
pub fn demo_files() -> &'static [(&'static str, &'static [u8])] {
    files![
        "bravo-theo/attestation-1.pdf",
        "bravo-theo/attestation-2.pdf",
        "bravo-theo/portfolio/index.html",
        "bravo-theo/portfolio/realisations.html",
        "bravo-theo/portfolio/style.css",
        "bravo-theo/portfolio/veille.html",
        "delta-ines/attestation-1.pdf",
        "delta-ines/attestation-2.pdf",
        "delta-ines/portfolio/index.html",
        "delta-ines/portfolio/realisations.html",
        "delta-ines/portfolio/style.css",
        "delta-ines/portfolio/veille.html",
        "delta-ines/tableau-de-synthese.xlsx",
        "echo-maelle/attestation-1.pdf",
        "echo-maelle/attestation-2.pdf",
        "echo-maelle/portfolio/index.html",
        "echo-maelle/portfolio/realisations.html",
        "echo-maelle/portfolio/style.css",
        "echo-maelle/portfolio/veille.html",
        "echo-maelle/tableau-de-synthese.xlsx",
    ]
}
