//! Tableaux made here the way candidates' printers make them: borders erased, texts that run over,
//! options marked by a drawing, corrections laid over the print, sheets wider than the paper.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use delibere::domain::dossier::{Doubt, Place, Reading};
use delibere::dossier::tableau;

use super::dossier::with_part_of;
use super::tableau::{columns, latin, pdf, stream};

/// Where the columns start on the page, and where the last one ends.
const XS: [f64; 9] = [30.0, 230.0, 300.0, 345.0, 390.0, 435.0, 480.0, 525.0, 570.0];
/// Where the header starts and ends; rows go down from there.
const HEADER: (f64, f64) = (735.0, 680.0);
const ROW: f64 = 24.0;

/// A printed form being made.
struct Form {
    out: String,
    rows: usize,
    /// Borders not drawn: the right side (`'|'`) or the lower side (`'_'`) of a row and column.
    erased: Vec<(char, usize, usize)>,
    /// Rows that are one cell from side to side.
    bars: Vec<usize>,
    identity: Vec<(f64, f64, String)>,
}

impl Form {
    fn new(rows: usize) -> Self {
        Self {
            out: String::new(),
            rows,
            erased: Vec::new(),
            bars: vec![0],
            identity: vec![
                (40.0, 800.0, "SESSION 2026".to_owned()),
                (40.0, 780.0, "NOM et prénom : DESSIN Jo".to_owned()),
                (350.0, 780.0, "N° candidat : 0000000042".to_owned()),
                (40.0, 760.0, "Option :".to_owned()),
                (120.0, 760.0, "SISR".to_owned()),
                (240.0, 760.0, "SLAM".to_owned()),
                (
                    40.0,
                    742.0,
                    "Adresse URL du portfolio : https://dessin.example".to_owned(),
                ),
            ],
        }
    }

    /// The form with one section, then these rows: a title, a period, and what its six cells say.
    fn of(rows: &[(&str, &str, [&str; 6])]) -> Self {
        let mut form = Self::new(rows.len() + 1);
        form.write(0, 0, "Réalisation en cours de formation");
        for (row, (title, period, ticks)) in rows.iter().enumerate() {
            form.write(row + 1, 0, title);
            form.write(row + 1, 1, period);
            for (column, tick) in ticks.iter().enumerate() {
                form.centre(row + 1, column + 2, tick);
            }
        }
        form
    }

    fn top(row: usize) -> f64 {
        HEADER.1 - ROW * row as f64
    }

    fn text(&mut self, font: &str, size: f64, (x, y): (f64, f64), text: &str) {
        let text = latin(text);
        let _ = writeln!(
            self.out,
            "BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
        );
    }

    fn write(&mut self, row: usize, column: usize, text: &str) {
        let at = (XS[column] + 3.0, Self::top(row) - 14.0);
        self.text("F", 7.0, at, text);
    }

    fn centre(&mut self, row: usize, column: usize, text: &str) {
        if !text.is_empty() {
            let middle = f64::midpoint(XS[column], XS[column + 1]);
            let at = (middle - 2.4 * text.len() as f64, Self::top(row) - 14.0);
            self.text("F", 7.0, at, text);
        }
    }

    fn erase(&mut self, side: char, row: usize, columns: std::ops::RangeInclusive<usize>) {
        self.erased
            .extend(columns.map(|column| (side, row, column)));
    }

    fn draw(&mut self, code: &str) {
        let _ = writeln!(self.out, "{code}");
    }

    /// The drawing of the page.
    fn finish(mut self, prefix: &str) -> String {
        for (x, y, text) in std::mem::take(&mut self.identity) {
            self.text("F", 9.0, (x, y), &text);
        }
        self.text("F", 6.0, (34.0, 715.0), "Compétences mises en œuvre");
        self.text("F", 6.0, (232.0, 715.0), "Période");
        for (label, x) in columns().labels.iter().zip(&XS[2..]) {
            let label = format!("{prefix}{label}");
            for (line, word) in label.split(' ').enumerate() {
                let at = (x + 1.0, 728.0 - 4.5 * line as f64);
                self.text("F", 4.0, at, word);
            }
        }
        let line = |x1: f64, y1: f64, x2: f64, y2: f64| format!("0.5 w {x1} {y1} m {x2} {y2} l S");
        self.draw(&line(XS[0], HEADER.0, XS[8], HEADER.0));
        self.draw(&line(XS[0], HEADER.1, XS[8], HEADER.1));
        for x in XS {
            self.draw(&line(x, HEADER.0, x, HEADER.1));
        }
        for row in 0..self.rows {
            let (top, bottom) = (Self::top(row), Self::top(row + 1));
            self.draw(&line(XS[0], top, XS[0], bottom));
            self.draw(&line(XS[8], top, XS[8], bottom));
            for column in 0..8 {
                let is_drawn = |side| !self.erased.contains(&(side, row, column));
                let (right, under) = (is_drawn('|'), is_drawn('_'));
                if right && column < 7 && !self.bars.contains(&row) {
                    self.draw(&line(XS[column + 1], top, XS[column + 1], bottom));
                }
                if under {
                    self.draw(&line(XS[column], bottom, XS[column + 1], bottom));
                }
            }
        }
        self.out
    }

    fn read(self) -> Reading {
        read(&page(&self.finish("")))
    }
}

fn read(bytes: &[u8]) -> Reading {
    tableau::read(bytes, &columns()).unwrap()
}

/// A PDF of these drawings, one a page, in Helvetica (`F`) and Zapf Dingbats (`D`).
fn pages(drawings: &[&str]) -> Vec<u8> {
    let n_pages = drawings.len();
    let kids: String = (0..n_pages)
        .map(|page| format!("{} 0 R ", 5 + 2 * page))
        .collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {n_pages}>>").into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        b"<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>".to_vec(),
    ];
    for (page, drawing) in drawings.iter().enumerate() {
        let contents = 6 + 2 * page;
        objects.push(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {contents} 0 R/Resources<</Font<</F 3 0 R/D 4 0 R>>>>>>").into_bytes());
        objects.push(stream("", drawing.as_bytes()));
    }
    pdf(&objects)
}

fn page(drawing: &str) -> Vec<u8> {
    pages(&[drawing])
}

/// The ticks of each réalisation, `X` or `.` a column.
fn ticks(reading: &Reading) -> Vec<String> {
    let rows = reading.realisations.iter();
    let row = |ticks: &[Option<_>]| {
        ticks
            .iter()
            .map(|t| if t.is_some() { 'X' } else { '.' })
            .collect()
    };
    rows.map(|realisation| row(&realisation.ticks)).collect()
}

const NONE: [&str; 6] = [""; 6];

#[test]
fn a_tick_between_erased_borders_is_that_of_its_own_column() {
    let mut form = Form::of(&[
        ("Tout est là", "2025", ["X", "", "X", "", "", "X"]),
        ("Bords effacés", "2025", ["", "", "X", "", "X", ""]),
        ("Une seule croix", "2025", ["", "", "", "", "", "X"]),
        ("Période et croix", "2025", ["X", "", "", "", "", ""]),
    ]);
    form.erase('|', 2, 3..=6);
    form.erase('|', 3, 5..=6);
    form.erase('|', 4, 1..=3);
    let reading = form.read();
    assert_eq!(ticks(&reading), ["X.X..X", "..X.X.", ".....X", "X....."]);
    assert!(reading.realisations.iter().all(|r| r.period_raw == "2025"));
    assert_eq!(reading.sections, ["Réalisation en cours de formation"]);
}

#[test]
fn a_tick_between_erased_rows_is_that_of_its_own_row() {
    let x = ["", "", "", "", "", "X"];
    let mut form = Form::of(&[
        ("Une", "2025", x),
        ("Deux", "2025", NONE),
        ("Trois", "2025", NONE),
        ("Quatre", "2025", x),
        ("Cinq", "2025", NONE),
    ]);
    for row in 1..5 {
        form.erase('_', row, 7..=7);
    }
    assert_eq!(
        ticks(&form.read()),
        [".....X", "......", "......", ".....X", "......"]
    );
}

#[test]
fn a_tick_in_the_middle_of_merged_rows_is_that_of_all() {
    let mut form = Form::of(&[("Une", "2025", NONE), ("Deux", "2025", NONE)]);
    form.erase('_', 1, 4..=4);
    let y = Form::top(2) - 2.5;
    form.text("F", 7.0, (405.0, y), "OUI");
    assert_eq!(ticks(&form.read()), ["..X...", "..X..."]);
}

#[test]
fn paint_between_erased_borders_ticks_what_it_covers() {
    let mut form = Form::of(&[("Une", "2025", NONE), ("Deux", "2025", NONE)]);
    form.erase('|', 1, 2..=6);
    let y = Form::top(2);
    form.draw(&format!(
        "0 0.69 0.31 rg 391 {} 43 22 re f 0 0 0 rg",
        y + 1.0
    ));
    assert_eq!(ticks(&form.read()), ["..X...", "......"]);
}

#[test]
fn a_period_cut_at_its_side_takes_no_tick_from_the_next_cell() {
    let mut form = Form::of(&[("Une", "", NONE), ("Deux", "2025", NONE)]);
    let (top, bottom) = (Form::top(1), Form::top(2));
    let y = top - 14.0;
    // The period is wider than its cell, and the cross starts where its letters touch it.
    form.draw(&format!(
        "q 230 {bottom} 70 {ROW} re W n BT /F 9 Tf 1 0 0 1 232 {y} Tm (28/04/25 au 26/06/25) Tj ET Q"
    ));
    form.draw(&format!(
        "q 300 {bottom} 45 {ROW} re W n BT /F 9 Tf 1 0 0 1 319 {y} Tm (X) Tj ET Q"
    ));
    let reading = form.read();
    assert_eq!(ticks(&reading), ["X.....", "......"]);
    assert!(!reading.realisations[0].period_raw.contains('X'));
}

#[test]
fn a_period_that_hides_the_line_beside_it_is_no_tick() {
    let mut form = Form::of(&[("Une", "", ["", "X", "", "", "", ""])]);
    form.text("F", 9.0, (232.0, Form::top(1) - 14.0), "05/2024 à 06/2024");
    form.erase('|', 1, 1..=1);
    assert_eq!(ticks(&form.read()), [".X...."]);
}

#[test]
fn what_white_paint_covers_is_not_read() {
    let mut form = Form::of(&[("Une", "En cours", ["X", "X", "", "", "", ""])]);
    let _ = form.identity.remove(0);
    form.text("F", 9.0, (40.0, 800.0), "SESSION 2024");
    let bottom = Form::top(2);
    let white = format!(
        "1 g 84 798 30 12 re f 231 {} 68 22 re f 346 {} 43 22 re f 0 g",
        bottom + 1.0,
        bottom + 1.0
    );
    form.draw(&white);
    form.text("F", 9.0, (85.5, 800.0), "2026");
    form.write(1, 1, "2025");
    let reading = form.read();
    assert_eq!(reading.session.as_deref(), Some("2026"));
    assert_eq!(reading.realisations[0].period_raw, "2025");
    assert_eq!(ticks(&reading), ["X....."]);
}

#[test]
fn white_letters_on_white_are_not_read() {
    let mut form = Form::of(&[("Une", "2025", ["X", "", "", "", "", ""])]);
    form.draw("1 g");
    form.centre(1, 3, "X");
    form.draw("0 g");
    let bottom = Form::top(2) + 1.0;
    form.draw(&format!("391 {bottom} 43 22 re f 1 g"));
    form.centre(1, 4, "X");
    form.draw("0 g");
    let reading = form.read();
    assert_eq!(ticks(&reading), ["X.X..."]);
    assert_eq!(reading.realisations[0].texts[2], "X");
}

#[test]
fn a_sign_laid_beside_an_option_marks_it() {
    let row = [("Une", "2025", NONE)];
    let cross = "1 w 108 758 m 116 767 l S 116 758 m 108 767 l S";
    let star = "228 759 m 232 761 l 236 758 l 234 763 l 236 767 l 232 765 l 228 767 l 230 763 l f";
    let square = "108 759 6 6 re f";
    let drawn = |code: &str| {
        let mut form = Form::of(&row);
        form.draw(code);
        form.read().option
    };
    assert_eq!(drawn(""), None);
    assert_eq!(drawn(cross).as_deref(), Some("SISR"));
    assert_eq!(drawn(star).as_deref(), Some("SLAM"));
    assert_eq!(drawn(square).as_deref(), Some("SISR"));
    assert_eq!(drawn(&format!("{cross} {star}")), None);
    // A shaded sign is made of strips.
    let mut form = Form::new(1);
    form.write(0, 0, "Réalisation en cours de formation");
    let strips: String = (0..6)
        .map(|i| format!("{} 758 1.4 9 re f ", 112 + i))
        .collect();
    let _ = form.identity.drain(3..6);
    form.draw(
        "0.5 w 30 752 m 570 752 l S 30 775 m 570 775 l S 30 735 m 30 775 l S 570 735 m 570 775 l S",
    );
    form.text("F", 9.0, (40.0, 760.0), "Option :");
    form.text("F", 9.0, (140.0, 760.0), "SISR");
    form.text("F", 9.0, (240.0, 760.0), "SLAM");
    form.draw(&format!("{strips} {star}"));
    assert_eq!(form.read().option, None);
    let far = "1 w 80 758 m 88 767 l S 80 767 m 88 758 l S";
    assert_eq!(drawn(&format!("{far} {star}")), None);
    // Boxes of a symbol font, one with the cross of a text box over it.
    let mut form = Form::of(&row);
    form.text("D", 9.0, (108.0, 760.0), "o");
    form.text("D", 9.0, (228.0, 760.0), "o");
    form.text("F", 6.0, (229.5, 761.0), "X");
    assert_eq!(form.read().option.as_deref(), Some("SLAM"));
    // A letter in the place of one box only.
    let mut form = Form::of(&row);
    form.text("F", 9.0, (108.0, 760.0), "V");
    form.text("D", 9.0, (228.0, 760.0), "o");
    assert_eq!(form.read().option.as_deref(), Some("SISR"));
}

#[test]
fn a_cross_written_with_a_pen_is_one() {
    let mut form = Form::of(&[("Une", "2025", NONE), ("Deux", "2025", NONE)]);
    let (top, mut code) = (Form::top(1), String::from("1 w "));
    for (from, to) in [
        ((402.0, -6.0), (418.0, -18.0)),
        ((418.0, -6.0), (402.0, -18.0)),
    ] {
        for step in 0..=20 {
            let share = f64::from(step) / 20.0;
            let (x, y) = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            let _ = write!(
                code,
                "{x} {} {} ",
                top + y,
                if step == 0 { "m" } else { "l" }
            );
        }
        code.push_str("S ");
    }
    form.draw(&code);
    assert_eq!(ticks(&form.read()), ["..X...", "......"]);
}

#[test]
fn the_identity_keeps_no_dots_and_no_second_scheme() {
    let mut form = Form::of(&[("Une", "2025", NONE)]);
    form.identity = vec![
        (
            40.0,
            800.0,
            "BTS SERVICES INFORMATIQUES AUX ORGANISATIONS SESSION 2027".to_owned(),
        ),
        (40.0, 780.0, "NOM et prénom : DESSIN Jo".to_owned()),
        (350.0, 780.0, "N° candidat : ............".to_owned()),
        (
            40.0,
            742.0,
            "Adresse URL du portfolio : http: https://dessin.example/".to_owned(),
        ),
    ];
    let reading = form.read();
    assert_eq!(reading.session.as_deref(), Some("2027"));
    assert_eq!(reading.number, None);
    assert_eq!(reading.url.as_deref(), Some("https://dessin.example/"));
}

#[test]
fn two_labels_may_share_one_cell() {
    let mut form = Form::of(&[("Une", "2025", NONE)]);
    form.identity = vec![
        (
            40.0,
            780.0,
            "NOM et prénom : DESSIN Jo N° candidat : 0000000042".to_owned(),
        ),
        (
            40.0,
            760.0,
            "Centre de formation : École du Trait Portfolio : dessin.example".to_owned(),
        ),
    ];
    let reading = form.read();
    assert_eq!(reading.candidate.as_deref(), Some("DESSIN Jo"));
    assert_eq!(reading.number.as_deref(), Some("0000000042"));
    assert_eq!(reading.centre.as_deref(), Some("École du Trait"));
    assert_eq!(reading.url.as_deref(), Some("dessin.example"));
}

#[test]
fn a_section_left_in_the_column_of_its_middle_is_one() {
    let mut form = Form::of(&[
        ("Une", "2025", ["X", "", "", "", "", ""]),
        ("", "", NONE),
        ("Deux", "2025", ["", "X", "", "", "", ""]),
    ]);
    form.write(2, 2, "Réalisations");
    form.text("F", 7.0, (303.0, Form::top(2) - 21.0), "professionnelles");
    let reading = form.read();
    assert_eq!(ticks(&reading), ["X.....", ".X...."]);
    assert_eq!(reading.sections.len(), 2, "{:?}", reading.sections);
    assert_eq!(reading.realisations[1].section, Some(1));
}

#[test]
fn a_code_before_a_label_is_not_its_name() {
    let form = Form::of(&[("Une", "2025", ["X", "", "", "", "", "X"])]);
    let reading = read(&page(&form.finish("B1.1- ")));
    assert_eq!(ticks(&reading), ["X....X"]);
    assert_eq!(reading.doubts, []);
}

#[test]
fn pages_laid_side_by_side_are_one_sheet() {
    let rows = [
        ("Une", "2025", ["X", "", "", "", "X", ""]),
        ("Deux", "2026", ["", "X", "", "X", "", "X"]),
        ("Trois", "2026", ["", "", "", "", "", "X"]),
        ("Quatre", "2026", ["", "", "X", "", "", ""]),
    ];
    for cut in [XS[4], XS[5], XS[6]] {
        let drawn = Form::of(&rows).finish("");
        let left = format!("q 0 0 {cut} 842 re W n {drawn} Q");
        let right = format!(
            "q 1 0 0 1 {} 0 cm {cut} 0 300 842 re W n {drawn} Q",
            30.0 - cut
        );
        let reading = read(&pages(&[&left, &right]));
        assert_eq!(
            ticks(&reading),
            ["X...X.", ".X.X.X", ".....X", "..X..."],
            "{cut}"
        );
        assert_eq!(
            reading.sections,
            ["Réalisation en cours de formation"],
            "{cut}"
        );
        assert_eq!(reading.doubts, [], "{cut}");
        let place = reading.realisations[1].tick_places[5];
        assert!(
            matches!(place, Some(Place::Page { page: 1, .. })),
            "{place:?}"
        );
    }
}

#[test]
fn a_page_that_goes_on_is_not_laid_beside() {
    let rows = [("Une", "2025", ["X", "", "", "", "X", ""]); 6];
    let drawn = Form::of(&rows).finish("");
    let reading = read(&pages(&[&drawn, &drawn]));
    assert_eq!(reading.realisations.len(), 6);
    assert_eq!(reading.doubts, [Doubt::Another { page: 1 }]);
}

#[test]
fn a_sheet_styled_to_its_last_column_is_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/dossier/tableaux/22-dimension-a1-xfd81.xlsx");
    let bytes = fs::read(path).unwrap();
    let expected = read(&bytes);
    let styled = with_part_of(&bytes, "xl/worksheets/sheet1.xml", |sheet| {
        let bare = r#"<c s="1"/>"#.repeat(16_300);
        sheet.replace("</row>", &format!("{bare}</row>"))
    });
    let start = Instant::now();
    let reading = read(&styled);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(reading, expected);
}

#[test]
fn letters_up_the_page_need_no_order_to_be_read() {
    // Sizes so unlike that « on the same line » holds from one to the next but not from end to end.
    let mut form = Form::of(&[("Une", "2025", ["X", "", "", "", "", ""])]);
    for index in 0..120u32 {
        let size = 1 + index * 37 % 29;
        let (x, y) = (236 + index * 53 % 60, 100 + index * 71 % 500);
        form.draw(&format!("BT /F {size} Tf 0 1 -1 0 {x} {y} Tm (u) Tj ET"));
    }
    assert_eq!(form.read().realisations.len(), 1);
}
