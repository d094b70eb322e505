//! Every cap on what a candidate's paper may cost, in one table. A reader compares with nothing
//! else, and each refusal names the cap that was passed.

use std::time::Duration;

/// What a reader agrees to spend on papers that it does not trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Entries in the list of an archive: a zipped project may hold thousands that nobody reads.
    pub listed: usize,
    /// Papers in a dossier, and parts in a workbook.
    pub entries: usize,
    /// Sites in a dossier.
    pub sites: usize,
    /// Folders inside folders.
    pub folders: usize,
    /// Bytes of one name between two `/`.
    pub name: usize,
    /// Bytes of a path inside the dossier.
    pub path: usize,
    /// Bytes of one paper, unpacked.
    pub paper: u64,
    /// Bytes of all the papers of a dossier, unpacked.
    pub dossier: u64,
    /// Bytes of a tableau de synthèse on disk.
    pub tableau: u64,
    /// Bytes of one XML part of a tableau, unpacked.
    pub part: u64,
    /// Bytes of all the parts of a tableau, as announced and as counted.
    pub parts: u64,
    /// XML elements inside one another.
    pub depth: usize,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Rows of a sheet that hold something.
    pub rows: usize,
    /// Columns looked at; what lies further right is not part of any form.
    pub columns: u32,
    /// Cells of a sheet, bare ones included.
    pub seen: usize,
    /// Cells of a sheet that hold something, fonts, fills and styles alike.
    pub cells: usize,
    /// Merged ranges of a sheet, and rows that they cover together.
    pub merges: usize,
    /// Shapes drawn over a sheet.
    pub shapes: usize,
    /// Characters of one cell.
    pub text: usize,
    /// Bytes of all the texts of a sheet: many cells may show one long shared text.
    pub texts: usize,
    /// Addresses behind one cell.
    pub links: usize,
    /// Doubts that a reading keeps.
    pub doubts: usize,
    /// Pages of a PDF that are read.
    pub pages: usize,
    /// Bytes of all the streams of a PDF but its images, unpacked.
    pub streams: u64,
    /// Bytes of one image of a PDF, unpacked: images are looked at for their place only.
    pub images: u64,
    /// Bytes of the drawing of one page, unpacked.
    pub drawing: usize,
    /// Operators carried out for one PDF, forms drawn again included.
    pub operators: usize,
    /// Glyphs of a PDF.
    pub glyphs: usize,
    /// Lines, rectangles and images of a PDF.
    pub strokes: usize,
    /// Lines of one page, once their pieces are put end to end.
    pub rulings: usize,
    /// Forms drawn inside one another.
    pub forms: usize,
    /// Rows of a sheet that are shown.
    pub shown_rows: usize,
    /// Columns of a sheet that are shown.
    pub shown_columns: u32,
    /// Bytes of a text file that may hold the portfolio's address.
    pub address: u64,
    /// Pages of a PDF that are shown.
    pub shown_pages: usize,
    /// Pixels of a picture once decoded, in a paper or on a page of it.
    pub decoded: u64,
    /// Pixels of a page as it is drawn.
    pub drawn: u64,
    /// Pixels of the longest side of a picture that is shown: it is made smaller at once.
    pub side: u32,
    /// Operators of one page that is drawn, forms drawn again included.
    pub page_operators: usize,
    /// Bytes of an image written within the drawing of a page.
    pub inline: usize,
    /// Characters of a text that is shown.
    pub shown_text: usize,
    /// Paragraphs and rows of a text that is shown.
    pub shown_blocks: usize,
    /// Pages of a site that are listed.
    pub shown_site: usize,
    /// How long a paper may take to be opened, or one of its pages to be drawn.
    pub patience: Duration,
    /// Drawings past that time that may still be running, all papers together.
    pub late: usize,
}

/// The caps in force. The largest real dossier met was 30 MB in 120 files, the largest tableau 49
/// réalisations over 85 rows: each cap leaves ten times that, and still bounds a reading to about
/// one second.
pub const LIMITS: Limits = Limits {
    listed: 60_000,
    entries: 4_000,
    sites: 40,
    folders: 24,
    name: 255,
    path: 1_000,
    paper: 96 << 20,
    dossier: 384 << 20,
    tableau: 24 << 20,
    part: 32 << 20,
    parts: 48 << 20,
    depth: 48,
    sheets: 40,
    rows: 4_000,
    columns: 256,
    seen: 250_000,
    cells: 60_000,
    merges: 20_000,
    shapes: 2_000,
    text: 32_767,
    texts: 4 << 20,
    links: 20,
    doubts: 40,
    pages: 12,
    streams: 48 << 20,
    images: 128 << 20,
    drawing: 8 << 20,
    operators: 2_000_000,
    glyphs: 150_000,
    strokes: 60_000,
    rulings: 3_000,
    forms: 12,
    shown_rows: 300,
    shown_columns: 16,
    address: 4_096,
    shown_pages: 600,
    decoded: 40_000_000,
    drawn: 12_000_000,
    side: 1_800,
    page_operators: 400_000,
    inline: 64 << 10,
    shown_text: 300_000,
    shown_blocks: 1_500,
    shown_site: 200,
    patience: Duration::from_secs(10),
    late: 2,
};
