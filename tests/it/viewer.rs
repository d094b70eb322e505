//! A candidate's papers looked at: what each kind shows, what is hostile refused within the caps, copies
//! that prove what was judged, and the window's viewer by keyboard.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use delibere::app::Message;
use delibere::domain::commission::Ticking;
use delibere::domain::dossier::{Dossier, Piece, PieceKind};
use delibere::domain::edit::{Author, Change, Edit};
use delibere::domain::id::CandidateId;
use delibere::dossier::limits::LIMITS;
use delibere::dossier::show::{self, Block, Pages, Shown, Unshown};
use delibere::dossier::{self, Columns};
use delibere::store::papers::{Copies, Copy, Lost, Unkept};
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::{Action, task};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::hands::Hands;
use super::support::{Desk, grid, moment, perform};

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/dossier")
        .join(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn pages(bytes: Vec<u8>) -> Pages {
    match show::open(bytes) {
        Ok(Shown::Pages(pages)) => pages,
        other => panic!("{other:?}"),
    }
}

/// Files of a zip.
fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A PDF of these objects, the first its catalog, the second its pages; no table of them, which readers
/// make again.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    for (index, object) in objects.iter().enumerate() {
        text += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    text += "trailer\n<</Root 1 0 R>>\n%%EOF\n";
    text.into_bytes()
}

fn stream(dict: &str, data: &str) -> String {
    format!(
        "<<{dict}/Length {}>>\nstream\n{data}\nendstream",
        data.len()
    )
}

/// One page of this size that draws this, with more objects after it from number 5.
fn one_page(size: &str, resources: &str, drawing: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[{size}]/Resources<<{resources}>>/Contents 4 0 R>>"
        ),
        stream("", drawing),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

const A4: &str = "0 0 595 842";

#[test]
fn the_papers_of_every_sample_are_shown() {
    let (mut drawn, mut sites) = (0, 0);
    for path in files(&data("dossiers")) {
        let name = path.file_name().expect("a name").to_string_lossy();
        let bytes = fs::read(&path).expect("a paper");
        sites += usize::from(name == "index.html");
        if !name.ends_with(".pdf") {
            continue;
        }
        let began = Instant::now();
        let pages = pages(bytes);
        let picture = pages.draw(0, 380).expect("a page");
        let took = began.elapsed();
        assert_eq!(picture.width, 380, "{name}");
        assert_eq!(
            picture.rgba.len(),
            (picture.width * picture.height * 4) as usize
        );
        let dark = picture.rgba.chunks(4).filter(|pixel| pixel[0] < 128);
        assert!(dark.count() > 50, "{} is blank", path.display());
        assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255));
        let asked = pages.draw(pages.count(), 380);
        assert_eq!(asked, Err(Unshown::Damaged), "there is no such page");
        // Alone on this class of machine: 20 to 60 ms. The bound is for a machine shared with others.
        assert!(took.as_secs() < 5, "{} took {took:?}", path.display());
        drawn += 1;
    }
    assert!(drawn >= 10 && sites >= 3, "{drawn} {sites}");
}

#[test]
fn a_page_is_turned_as_it_says_and_never_larger_than_the_cap() {
    let mark = "0 0 1 rg 10 10 100 50 re f";
    let upright = pages(one_page("0 0 200 100", "", mark, &[]));
    let picture = upright.draw(0, 400).expect("a page");
    assert_eq!((picture.width, picture.height), (400, 200));
    // Blue at the bottom left: 40 pixels from the left, 80 from the bottom.
    let at = ((200 - 80) * 400 + 40) * 4;
    assert_eq!(picture.rgba[at..at + 3], [0, 0, 255]);
    let large = upright.draw(0, 60_000).expect("a page");
    assert!(u64::from(large.width) * u64::from(large.height) <= LIMITS.drawn + 60_000);
    let turned = one_page("0 0 200 100", "", mark, &[]);
    let turned = String::from_utf8(turned).expect("text");
    let turned = turned.replace("/Type/Page/", "/Type/Page/Rotate 90/");
    let picture = pages(turned.into_bytes()).draw(0, 100).expect("a page");
    assert_eq!((picture.width, picture.height), (100, 200));
    // A ribbon two hundred metres long, and no page at all.
    let ribbon = pages(one_page("0 0 600000 2", "", mark, &[]));
    assert_eq!(ribbon.draw(0, 380), Err(Unshown::TooLarge));
    let thin = pages(one_page("0 0 2 200000", "", mark, &[]));
    let picture = thin.draw(0, 380).expect("a page");
    assert!(u64::from(picture.width) * u64::from(picture.height) <= LIMITS.drawn);
}

#[test]
fn pictures_are_decoded_upright_and_small() {
    let encoded = |format: image::ImageFormat, width: u32, height: u32| {
        let mut bytes = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_fn(width, height, |x, _| {
            image::Rgb([if x < width / 2 { 255 } else { 0 }, 0, 0])
        });
        image::DynamicImage::ImageRgb8(picture)
            .write_to(&mut bytes, format)
            .expect("encoded");
        bytes.into_inner()
    };
    let picture = |bytes: Vec<u8>| match show::open(bytes) {
        Ok(Shown::Picture(picture)) => picture,
        other => panic!("{other:?}"),
    };
    use image::ImageFormat::{Gif, Jpeg, Png, WebP};
    for format in [Png, Jpeg, Gif, WebP] {
        let shown = picture(encoded(format, 64, 48));
        assert_eq!((shown.width, shown.height), (64, 48), "{format:?}");
        assert!(shown.rgba[0] > 200 && shown.rgba[63 * 4] < 50, "{format:?}");
    }
    let shown = picture(encoded(Png, 4_000, 1_000));
    assert_eq!((shown.width, shown.height), (LIMITS.side, LIMITS.side / 4));
    // A phone held upright: the camera says so in its Exif.
    let mut jpeg = encoded(Jpeg, 64, 48);
    let exif =
        b"\xff\xe1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let _ = jpeg.splice(2..2, exif.iter().copied());
    let shown = picture(jpeg);
    assert_eq!((shown.width, shown.height), (48, 64));
}

#[test]
fn the_text_of_a_document_is_shown_without_running_anything() {
    let word = |body: &str| {
        let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
        let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
        zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            ("word/styles.xml", styles),
            ("word/document.xml", &document),
        ])
    };
    let text = |bytes: Vec<u8>| match show::open(bytes) {
        Ok(Shown::Text(text)) => text,
        other => panic!("{other:?}"),
    };
    let shown = text(word(
        r#"<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Imprimer avec son badge</w:t></w:r></w:p>
        <w:p><w:r><w:t>Ce guide </w:t></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText><w:t>s’adresse</w:t><w:br/><w:t>au service &amp; &lt;aux autres&gt;.</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>une entrée</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Voyant</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Fixe</w:t></w:r></w:p><w:p><w:r><w:t>ou clignotant</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId1"/></w:drawing></w:r></w:p>
        <w:p><w:r><w:del><w:delText>retiré</w:delText></w:del></w:r></w:p>"#,
    ));
    let wanted = [
        Block::Title(1, "Imprimer avec son badge".into()),
        Block::Paragraph("Ce guide s’adresse\nau service & <aux autres>.".into()),
        Block::Item(2, "une entrée".into()),
        Block::Row(vec!["Voyant".into(), "Fixe\nou clignotant".into()]),
    ];
    assert_eq!(shown.blocks, wanted);
    assert_eq!((shown.pictures, shown.is_cut), (1, false));
    // Laughs, and depth without an end.
    let laughs = "<!DOCTYPE a [<!ENTITY a \"aaaa\">]><w:document/>";
    let laughs = zipped(&[("[Content_Types].xml", ""), ("word/document.xml", laughs)]);
    assert!(matches!(show::open(laughs), Err(Unshown::Damaged)));
    let deep = word(&"<w:p>".repeat(400));
    assert!(matches!(show::open(deep), Err(Unshown::TooLarge)));
    let long = text(word(
        &"<w:p><w:r><w:t>encore</w:t></w:r></w:p>".repeat(20_000),
    ));
    assert!(long.is_cut && long.blocks.len() <= LIMITS.shown_blocks);

    let writer = r#"<o xmlns:text="t" xmlns:table="b"><text:h text:outline-level="2">Titre</text:h><text:p>Un <text:span>brouillon</text:span>.</text:p><text:list><text:list-item><text:p>une entrée</text:p></text:list-item></text:list></o>"#;
    let writer = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<m/>"),
        ("content.xml", writer),
    ]);
    let wanted = [
        Block::Title(2, "Titre".into()),
        Block::Paragraph("Un brouillon.".into()),
        Block::Item(1, "une entrée".into()),
    ];
    assert_eq!(text(writer).blocks, wanted);

    for plain in [
        "Bonjour à tous\n".as_bytes().to_vec(),
        b"Bonjour \xe0 tous\r\n".to_vec(),
        "\u{feff}Bonjour à tous"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
    ] {
        let wanted = [Block::Lines("Bonjour à tous".into())];
        assert_eq!(text(plain).blocks, wanted);
    }
    let endless = text(b"encore et encore\n".repeat(200_000));
    let count: usize = endless
        .blocks
        .iter()
        .map(|block| match block {
            Block::Lines(lines) => lines.chars().count(),
            other => panic!("{other:?}"),
        })
        .sum();
    assert!(endless.is_cut && count <= LIMITS.shown_text);
    let program = b"MZ\x90\0\x03\0\0\0\x04".repeat(40);
    assert!(matches!(show::open(program), Err(Unshown::Unknown)));
}

#[test]
fn only_a_document_is_given_to_another_program() {
    let word = zipped(&[("[Content_Types].xml", ""), ("word/document.xml", "")]);
    let macros = zipped(&[("[Content_Types].xml", ""), ("word/vbaProject.bin", "")]);
    let cases: [(&str, &[u8], bool); 10] = [
        ("portfolio.pdf", b"%PDF-1.7", true),
        ("portfolio.PDF", b"%PDF-1.7", true),
        ("portfolio.pdf.bat", b"%PDF-1.7", false),
        ("portfolio", b"%PDF-1.7", false),
        ("guide.docx", &word, true),
        ("guide.docm", &word, false),
        ("guide.docx", &macros, false),
        ("photo.exe", b"\x89PNG\r\n\x1a\n", false),
        ("guide.pdf", b"MZ\x90", false),
        ("film.mp4", b"\0\0\0\x18ftypmp42", true),
    ];
    for (path, bytes, wanted) in cases {
        assert_eq!(show::is_document(path, bytes), wanted, "{path}");
    }
}

/// What a hostile paper gave, told in short; within the time of any paper.
fn looked_at(name: &str, bytes: Vec<u8>) -> Result<(), Unshown> {
    let began = Instant::now();
    let shown = show::open(bytes).and_then(|shown| match shown {
        Shown::Pages(pages) => {
            assert!(pages.count() <= LIMITS.shown_pages);
            let last = pages.count().saturating_sub(1);
            for page in [0, last] {
                let picture = pages.draw(page, 380)?;
                assert!(
                    u64::from(picture.width) * u64::from(picture.height) <= LIMITS.drawn,
                    "{name}"
                );
            }
            Ok(())
        }
        Shown::Picture(picture) => {
            assert!(picture.width.max(picture.height) <= LIMITS.side);
            Ok(())
        }
        Shown::Text(text) => {
            assert!(text.blocks.len() <= LIMITS.shown_blocks);
            Ok(())
        }
        Shown::Workbook(_) => Ok(()),
    });
    let took = began.elapsed();
    assert!(took < LIMITS.patience * 2, "{name} took {took:?}");
    shown
}

#[test]
fn nothing_hostile_is_costly() {
    for path in files(&data("hostile")) {
        let bytes = fs::read(&path).expect("a file");
        let _ = looked_at(&path.display().to_string(), bytes);
    }
    // An image of four gigapixels: in its dictionary, in its JPEG, kept elsewhere, in the drawing.
    let image = |dict: &str, data: &str| {
        let image = stream(&format!("/Type/XObject/Subtype/Image{dict}"), data);
        one_page(
            A4,
            "/XObject<</I 5 0 R>>",
            "595 0 0 842 0 0 cm /I Do",
            &[image],
        )
    };
    let sides = "/Width 65000/Height 65000/ColorSpace/DeviceGray/BitsPerComponent 8";
    let huge = looked_at("sides", image(sides, "00"));
    assert_eq!(huge, Err(Unshown::TooLarge));
    let elsewhere = "/Width 6 0 R/Height 65000/ColorSpace/DeviceGray/BitsPerComponent 8";
    let hidden = looked_at("sides elsewhere", image(elsewhere, "00"));
    assert_eq!(hidden, Err(Unshown::Unknown));
    let mut jpeg = image("/Width 8/Height 8/Filter/DCTDecode", "JPEG");
    let at = jpeg.windows(4).position(|w| w == b"JPEG").expect("there");
    let head = b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x11\x08\xfd\xe8\xfd\xe8\x03";
    let _ = jpeg.splice(at..at + 4, head.iter().copied());
    assert_eq!(looked_at("JPEG", jpeg), Err(Unshown::TooLarge));
    let within = "q 595 0 0 842 0 0 cm BI /W 65000 /H 65000 /CS /G /BPC 8 ID 00 EI Q";
    let within = looked_at("inline", one_page(A4, "", within, &[]));
    assert_eq!(within, Err(Unshown::TooLarge));

    // Ten forms that each draw the next ten times; a form that draws itself.
    let form = |next: usize| {
        let resources = format!("/XObject<</F {next} 0 R>>");
        let dict = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<{resources}>>");
        stream(&dict, &"/F Do ".repeat(10))
    };
    let forms: Vec<String> = (6..16).map(form).collect();
    let forms = one_page(A4, "/XObject<</F 5 0 R>>", "/F Do", &forms);
    assert_eq!(looked_at("forms", forms), Err(Unshown::TooLarge));
    let itself = one_page(A4, "/XObject<</F 5 0 R>>", "/F Do", &[form(5)]);
    assert_eq!(looked_at("itself", itself), Err(Unshown::TooLarge));
    let pattern = stream(
        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep 0.001/Resources<</Pattern<</P 5 0 R>>>>",
        "/Pattern cs /P scn 0 0 9 9 re f",
    );
    let drawing = "/Pattern cs /P scn 0 0 595 842 re f";
    let _ = looked_at(
        "pattern",
        one_page(A4, "/Pattern<</P 5 0 R>>", drawing, &[pattern]),
    );

    // A PNG that announces four gigapixels.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xff\xff\0\0\xff\xff\x08\x02\0\0\0".to_vec();
    png.extend(b"\0\0\0\0\0\0\0\0IDAT");
    assert!(looked_at("PNG", png).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_paper_that_was_damaged_breaks_nothing(
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        cut in any::<prop::sample::Index>(),
        which in 0..3_usize,
    ) {
        let mut bytes = match which {
            0 => fs::read(data("dossiers/modele-ariel/attestation-de-stage-1.pdf")).expect("a paper"),
            1 => one_page(A4, "", "0 0 1 rg 10 10 100 50 re f", &[]),
            _ => {
                let body = "<w:document><w:p><w:r><w:t>un texte</w:t></w:r></w:p></w:document>";
                zipped(&[("[Content_Types].xml", ""), ("word/document.xml", body)])
            }
        };
        for (place, byte) in hits {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len() * 2).max(1));
        let _ = looked_at("damaged", bytes);
    }
}

/// A folder of papers as a candidate gives it, and its reading.
struct Given {
    desk: Desk,
    source: PathBuf,
    copies: Copies,
    dossier: Dossier,
}

fn id() -> CandidateId {
    "02612000104".into()
}

impl Given {
    fn new() -> Self {
        let desk = Desk::new();
        let source = desk.path("remis");
        fs::create_dir_all(source.join("portfolio/pages")).expect("folders");
        let put = |path: &str, bytes: &[u8]| fs::write(source.join(path), bytes).expect("written");
        put("attestation-1.pdf", &one_page(A4, "", "0 0 9 9 re f", &[]));
        put("portfolio/index.html", b"<a href='pages/veille.html'>");
        put("portfolio/pages/veille.html", b"<p>");
        put("portfolio/style.css", b"p{}");
        put("Thumbs.db", b"left by the system");
        // Windows takes none of these signs.
        put("note \u{ab}a?\u{bb} <b>|.txt", b"une note");
        let columns = Columns::of(&grid());
        let dossier = dossier::open(&source, &columns).expect("a dossier");
        let copies = Copies::beside(&desk.path("commission.delibere"));
        Self {
            desk,
            source,
            copies,
            dossier,
        }
    }

    fn keep(&self) -> Result<delibere::store::papers::Kept, Unkept> {
        self.copies
            .keep(&id(), &self.dossier, &self.source, &mut |_, _| true)
    }

    fn piece(&self, kind: PieceKind) -> &Piece {
        self.dossier.of_kind(kind).next().expect("a piece")
    }

    fn open(&self, kind: PieceKind) -> Result<Copy, Lost> {
        self.copies.open(&id(), &self.dossier, self.piece(kind))
    }

    /// Where the copy of a piece stands.
    fn place(&self, kind: PieceKind) -> PathBuf {
        match self.open(kind).expect("a copy") {
            Copy::Paper { path, .. } => path,
            Copy::Site(site) => site.index,
        }
    }
}

#[test]
fn a_dossier_is_copied_beside_the_file_and_proven_by_its_hashes() {
    let given = Given::new();
    assert!(matches!(
        given.open(PieceKind::Attestation),
        Err(Lost::NotCopied)
    ));
    let before = files(&given.source);
    let mut steps = Vec::new();
    let kept = given
        .copies
        .keep(&id(), &given.dossier, &given.source, &mut |done, total| {
            steps.push((done, total));
            true
        })
        .expect("copied");
    assert_eq!((kept.count, kept.left.len()), (5, 0));
    let total = steps.last().expect("told").1;
    assert!(steps.iter().all(|step| step.0 <= step.1 && step.1 == total));
    assert_eq!(steps.last(), Some(&(total, total)));
    assert_eq!(files(&given.source), before, "originals are only read");
    let copied = files(&given.desk.path("commission.delibere.pieces"));
    assert_eq!(copied.len(), 6, "five papers and the list: {copied:?}");
    for path in &copied {
        let inside = path
            .strip_prefix(given.desk.path("commission.delibere.pieces"))
            .expect("inside");
        let text = inside.to_string_lossy();
        assert!(
            !text.contains(['?', '<', '>', '|', '"', ':', '*']),
            "{text}"
        );
        assert!(text.starts_with("02612000104/"), "{text}");
    }
    match given.open(PieceKind::Attestation).expect("a copy") {
        Copy::Paper { bytes, path } => {
            assert_eq!(
                bytes,
                fs::read(given.source.join("attestation-1.pdf")).expect("it")
            );
            assert!(path.starts_with(given.desk.folder.path()));
        }
        other @ Copy::Site(_) => panic!("{other:?}"),
    }
    match given.open(PieceKind::PortfolioSite).expect("a copy") {
        Copy::Site(site) => {
            assert_eq!(site.pages, ["index.html", "pages/veille.html"]);
            assert!(site.index.ends_with("portfolio/index.html"));
        }
        other @ Copy::Paper { .. } => panic!("{other:?}"),
    }
    assert!(given.open(PieceKind::Other).is_ok());
    // The same dossier again writes nothing.
    let at = |path: &Path| {
        fs::metadata(path)
            .expect("there")
            .modified()
            .expect("a date")
    };
    let dates: Vec<_> = copied.iter().map(|path| at(path)).collect();
    let _ = given.keep().expect("kept");
    assert_eq!(
        files(&given.desk.path("commission.delibere.pieces")),
        copied
    );
    assert_eq!(
        copied.iter().map(|path| at(path)).collect::<Vec<_>>(),
        dates
    );
}

#[test]
fn a_copy_that_changed_is_said_and_what_was_judged_is_never_overwritten() {
    let given = Given::new();
    let _ = given.keep().expect("copied");
    let paper = given.place(PieceKind::Attestation);
    let index = given.place(PieceKind::PortfolioSite);
    let mut bytes = fs::read(&paper).expect("a copy");
    bytes[10] ^= 1;
    fs::write(&paper, &bytes).expect("altered");
    assert!(matches!(
        given.open(PieceKind::Attestation),
        Err(Lost::Altered)
    ));
    assert!(
        given.open(PieceKind::PortfolioSite).is_ok(),
        "the rest goes on"
    );
    fs::write(index.with_file_name("style.css"), b"p{color:red}").expect("altered");
    assert!(matches!(
        given.open(PieceKind::PortfolioSite),
        Err(Lost::Altered)
    ));
    let note = given.place(PieceKind::Other);
    fs::remove_file(&note).expect("removed");
    assert!(matches!(given.open(PieceKind::Other), Err(Lost::Missing)));
    // Joined again: sound copies stand there, and the altered ones under another name.
    let _ = given.keep().expect("copied");
    for kind in [
        PieceKind::Attestation,
        PieceKind::PortfolioSite,
        PieceKind::Other,
    ] {
        assert!(given.open(kind).is_ok(), "{kind:?}");
    }
    let all = files(&given.desk.path("commission.delibere.pieces"));
    assert!(all.iter().any(|path| fs::read(path).expect("it") == bytes));
    // Another dossier leaves the first one provable.
    fs::write(given.source.join("attestation-1.pdf"), b"%PDF-1.7 another").expect("written");
    let columns = Columns::of(&grid());
    let other = dossier::open(&given.source, &columns).expect("a dossier");
    let _ = given
        .copies
        .keep(&id(), &other, &given.source, &mut |_, _| true)
        .expect("copied");
    assert!(given.open(PieceKind::Attestation).is_ok());
    let piece = other
        .of_kind(PieceKind::Attestation)
        .next()
        .expect("a piece");
    assert!(given.copies.open(&id(), &other, piece).is_ok());
    // A number that was corrected since finds its copies.
    let found = given.copies.open(&"999".into(), &other, piece);
    assert!(found.is_ok(), "{found:?}");
}

#[test]
fn a_copy_that_is_stopped_or_fails_leaves_nothing() {
    let given = Given::new();
    let stopped = given
        .copies
        .keep(&id(), &given.dossier, &given.source, &mut |done, _| {
            done == 0
        });
    assert!(matches!(stopped, Err(Unkept::Stopped)), "{stopped:?}");
    let root = given.desk.path("commission.delibere.pieces");
    assert!(files(&root).is_empty(), "{:?}", files(&root));
    // A file where the folder should be.
    fs::remove_dir_all(&root).expect("removed");
    fs::write(&root, b"in the way").expect("written");
    assert!(matches!(given.keep(), Err(Unkept::Store(_))));
    assert_eq!(fs::read(&root).expect("it"), b"in the way");
    let gone = Copies::beside(&given.desk.path("commission.delibere"));
    let gone = gone.keep(
        &id(),
        &given.dossier,
        &given.desk.path("nowhere"),
        &mut |_, _| true,
    );
    assert!(matches!(gone, Err(Unkept::Refused(_))));
}

#[test]
fn what_an_archive_hides_is_not_copied() {
    let desk = Desk::new();
    let columns = Columns::of(&grid());
    let copies = Copies::beside(&desk.path("commission.delibere"));
    for name in [
        "traversee.zip",
        "lien-symbolique.zip",
        "noms-pieges.zip",
        "nom-en-double.zip",
    ] {
        let source = data("hostile").join(name);
        let Ok(dossier) = dossier::open(&source, &columns) else {
            continue;
        };
        let _ = copies.keep(&name.into(), &dossier, &source, &mut |_, _| true);
    }
    let root = desk.path("commission.delibere.pieces");
    let count = files(&root).len();
    assert_eq!(files(desk.folder.path()).len(), count, "nothing elsewhere");
    for file in files(&root) {
        let known = fs::symlink_metadata(&file).expect("there");
        assert!(known.is_file(), "{}", file.display());
    }
}

proptest! {
    #[test]
    fn the_folder_of_a_candidate_is_safe_and_their_own(left in "\\PC{0,60}", right in "[a-zA-Z0-9./\\\\: _-]{0,12}") {
        let copies = Copies::beside(Path::new("/exams/oral.delibere"));
        let none = Dossier::default();
        let folder = |number: &str| {
            let folder = copies.folder(&number.into(), &none);
            let inside = folder.strip_prefix("/exams/oral.delibere.pieces").expect("inside").to_owned();
            inside.to_string_lossy().into_owned()
        };
        for number in [&left, &right] {
            let inside = folder(number);
            let (own, rest) = inside.split_once('/').expect("two parts");
            prop_assert!(!own.is_empty() && !rest.contains('/'));
            prop_assert!(own.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-_".contains(sign)));
            prop_assert!(own.len() < 80);
        }
        prop_assert_eq!(left == right, folder(&left) == folder(&right));
    }
}

/// A commission of two candidates, in the window, on the papers of the first.
fn window() -> (Given, Hands) {
    let given = Given::new();
    let mut document = given.desk.create(Ticking::Blind);
    perform(&mut document, "c@1 add\nc@1 begin\nc@2 add\nc@2 begin");
    drop(document);
    let file = given.desk.path("commission.delibere");
    let mut hands = Hands::at(&file, &given.desk.places);
    hands.press("enter ctrl+1");
    assert!(hands.sees("N° 1"), "{}", hands.page());
    (given, hands)
}

fn join(given: &Given, hands: &mut Hands) {
    hands.tab_to("add");
    hands.press("enter");
    hands.write(&given.source.display().to_string());
    hands.press("enter");
    assert!(hands.sees("attestation-1.pdf"), "{}", hands.page());
}

#[test]
fn a_page_is_looked_at_by_keyboard() {
    let (given, mut hands) = window();
    join(&given, &mut hands);
    assert_eq!(
        files(&given.desk.path("commission.delibere.pieces")).len(),
        6
    );
    let blank = hands.draw(delibere::style::Mode::default(), 1.0);
    hands.press("v");
    assert!(hands.sees("Ouvrir dans le navigateur"), "{}", hands.page());
    assert!(hands.sees("pages/veille.html"));
    hands.press("v");
    assert!(hands.sees("1 sur 1"), "{}", hands.page());
    let drawn = hands.draw(delibere::style::Mode::default(), 1.0);
    assert_ne!(blank, drawn);
    // A square of 9 points in a corner of a page 380 wide: black on white, where the page is.
    let black = |pixels: &[u8]| {
        let right = |at: &usize| at % 1366 > 966;
        let dark = pixels.chunks(4).enumerate();
        dark.filter(|(at, pixel)| right(at) && pixel[..3] == [0, 0, 0])
            .count()
    };
    let small = black(&drawn);
    assert!(small >= 20, "{small}");
    hands.press("+ +");
    let large = black(&hands.draw(delibere::style::Mode::default(), 1.0));
    assert_ne!(large, small);
    hands.press("- - pagedown pageup");
    assert!(hands.sees("1 sur 1"));
    hands.press("v");
    assert!(hands.sees("une note"), "{}", hands.page());
    hands.press("maj+v");
    assert!(hands.sees("1 sur 1"));
    // Every control of the viewer is reached by Tab, and the last one closes it.
    for control in [
        "viewer-previous",
        "viewer-next",
        "viewer-smaller",
        "viewer-larger",
        "viewer-close",
    ] {
        hands.tab_to(control);
    }
    hands.press("enter");
    assert!(!hands.sees("1 sur 1"));
    // A copy that somebody changed is not shown as what was judged.
    let record = hands.record(&given.desk.path("commission.delibere"), "1");
    let dossier = record.dossier.expect("joined");
    let piece = dossier
        .of_kind(PieceKind::Attestation)
        .next()
        .expect("a piece");
    let Ok(Copy::Paper { path, mut bytes }) = given.copies.open(&"1".into(), &dossier, piece)
    else {
        panic!("no copy");
    };
    bytes[12] ^= 1;
    fs::write(path, bytes).expect("altered");
    hands.press("v v");
    assert!(hands.sees("a été modifiée depuis"), "{}", hands.page());
}

/// The window on a page of a paper.
pub fn looking() -> (Desk, Hands) {
    let (given, mut hands) = window();
    join(&given, &mut hands);
    hands.press("v v");
    assert!(hands.sees("1 sur 1"), "{}", hands.page());
    (given.desk, hands)
}

/// Goes through what a task says without the hands, so that they can be elsewhere meanwhile.
fn messages(task: iced::Task<Message>) -> Vec<Message> {
    let Some(mut stream) = task::into_stream(task) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    while let Some(action) = block_on(stream.next()) {
        if let Action::Output(message) = action {
            all.push(message);
        }
    }
    all
}

#[test]
fn a_dossier_lands_on_the_candidate_it_was_asked_for() {
    let (given, mut hands) = window();
    let file = given.desk.path("commission.delibere");
    let task = hands.app.update(Message::Dropped(given.source.clone()));
    assert!(hands.sees("Lecture du dossier"), "{}", hands.page());
    // The jury goes on to the other one while it is read.
    let back = hands.bounds("Commission 12");
    hands.click_at(back.center());
    hands.press("down enter ctrl+1");
    assert!(
        hands.sees("N° 2") && !hands.sees("Lecture du dossier"),
        "{}",
        hands.page()
    );
    for message in messages(task) {
        hands.send(message);
    }
    assert!(hands.record(&file, "1").dossier.is_some());
    assert!(hands.record(&file, "2").dossier.is_none());
    assert!(!hands.sees("attestation-1.pdf"), "{}", hands.page());
    hands.press("v");
    assert!(!hands.sees("Ouvrir dans le navigateur"), "{}", hands.page());
    // A page drawn for the first does not show on the second.
    let back = hands.bounds("Commission 12");
    hands.click_at(back.center());
    hands.press("up enter ctrl+1");
    assert!(
        hands.sees("N° 1") && hands.sees("attestation-1.pdf"),
        "{}",
        hands.page()
    );
}

#[test]
fn a_joining_is_stopped_by_the_jury_or_by_another_dossier() {
    let (given, mut hands) = window();
    let file = given.desk.path("commission.delibere");
    let first = hands.app.update(Message::Dropped(given.source.clone()));
    hands.tab_to("join-stop");
    hands.press("enter");
    for message in messages(first) {
        hands.send(message);
    }
    assert!(hands.sees("vous l’avez arrêté"), "{}", hands.page());
    assert!(hands.record(&file, "1").dossier.is_none());
    let first = hands.app.update(Message::Dropped(given.source.clone()));
    let other = given.desk.path("autre");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("attestation-9.pdf"), b"%PDF-1.7\n%%EOF").expect("written");
    let second = hands.app.update(Message::Dropped(other));
    for message in messages(second).into_iter().chain(messages(first)) {
        hands.send(message);
    }
    let dossier = hands.record(&file, "1").dossier.expect("joined");
    assert_eq!(dossier.source, "autre", "the last one given");
}

#[test]
fn an_address_is_shown_and_never_opened() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add\nc begin");
    let mut dossier = Dossier::default();
    dossier.pieces.push(Piece {
        kind: PieceKind::PortfolioAddress,
        path: "https://portfolio.example/delta".into(),
        sha256: None,
        size: 0,
        duplicate_of: None,
    });
    let edit = Edit::Of("1".into(), Change::Dossier(Some(Box::new(dossier))));
    let _ = document
        .edit(&edit, Author::Commission, moment(9))
        .expect("joined");
    drop(document);
    let mut hands = Hands::at(&desk.path("commission.delibere"), &desk.places);
    hands.press("enter ctrl+1 v");
    assert!(hands.sees("n’ouvre aucune connexion"), "{}", hands.page());
    assert!(hands.sees("https://portfolio.example/delta"));
    assert!(!hands.sees("Ouvrir dans le navigateur") && !hands.sees("programme habituel"));
    hands.tab_to("viewer-address");
    hands.write("x");
    assert!(!hands.sees("deltax"));
}

#[test]
fn the_command_line_proves_copies_hands_them_over_and_erases_them() {
    let given = Given::new();
    let mut document = given.desk.create(Ticking::Blind);
    perform(&mut document, "c@1 add\nc@2 add");
    let dossier = given.dossier.clone();
    let kept = given
        .copies
        .keep(&"1".into(), &dossier, &given.source, &mut |_, _| true);
    assert_eq!(kept.expect("copied").count, 5);
    let edit = Edit::Of("1".into(), Change::Dossier(Some(Box::new(dossier.clone()))));
    let _ = document
        .edit(&edit, Author::Commission, moment(9))
        .expect("joined");
    drop(document);
    let sound = given.desk.run(&["verify", "commission.delibere"], b"");
    assert_eq!(sound.code, Some(0), "{sound:?}");
    assert!(
        sound.out.contains("3 pièces copiées, intactes"),
        "{sound:?}"
    );

    let run = given.desk.run(
        &[
            "candidate-data",
            "commission.delibere",
            "1",
            "-o",
            "tout.zip",
        ],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let bundle = fs::File::open(given.desk.path("tout.zip")).expect("an archive");
    let bundle = zip::ZipArchive::new(bundle).expect("an archive");
    let names = bundle.file_names().filter_map(Result::ok);
    let papers = names.filter(|name| name.starts_with("pieces/1/"));
    assert_eq!(papers.count(), 6);
    let run = given.desk.run(
        &[
            "candidate-data",
            "commission.delibere",
            "2",
            "-o",
            "autre.json",
        ],
        b"",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let other = fs::read_to_string(given.desk.path("autre.json")).expect("data");
    assert!(!other.contains("attestation-1.pdf"));

    let piece = dossier
        .of_kind(PieceKind::Attestation)
        .next()
        .expect("a piece");
    let Ok(Copy::Paper { path, .. }) = given.copies.open(&"1".into(), &dossier, piece) else {
        panic!("no copy");
    };
    fs::write(path, b"%PDF-1.7 another").expect("altered");
    let altered = given.desk.run(&["verify", "commission.delibere"], b"");
    assert_eq!(altered.code, Some(1), "{altered:?}");
    assert!(
        altered.err.contains("attestation-1.pdf") && altered.err.contains("modifiée"),
        "{altered:?}"
    );
    let json = given
        .desk
        .run(&["verify", "commission.delibere", "--json"], b"");
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(json["ok"], true, "the chain is whole");
    assert_eq!(json["papers"]["sound"], 2);
    assert_eq!(json["papers"]["unsound"][0]["why"], "altered");

    let purge = [
        "purge",
        ".",
        "--before-term",
        "--with-open",
        "--confirm",
        "EFFACER",
    ];
    let purge = given.desk.run(&purge, b"");
    assert_eq!(purge.code, Some(0), "{purge:?}");
    assert!(!given.desk.path("commission.delibere.pieces").exists());
    assert!(given.source.exists(), "originals are nobody's to erase");
}
