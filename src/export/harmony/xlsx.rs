//! The workbook: numbers as numbers, shares as percentages, one sheet a subject, and a chart that
//! follows them.

use rust_xlsxwriter::{
    Chart, ChartType, Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::domain::fraction::Fraction;
use crate::domain::harmony::{Distribution, Gap, Harmony};
use crate::export::ExportError;
use crate::t;
use crate::words::harmony as say;

struct Looks {
    title: Format,
    head: Format,
    text: Format,
    whole: Format,
    figure: Format,
    signed: Format,
    share: Format,
    mark: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_border(FormatBorder::Hair);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E8_ECF2)),
            text: cell().set_text_wrap(),
            whole: cell().set_num_format("#,##0"),
            figure: cell().set_num_format("0.00"),
            signed: cell().set_num_format("+0.00;-0.00;0.00"),
            share: cell().set_num_format("0%"),
            mark: cell().set_num_format("0.##"),
        }
    }
}

/// One sheet being filled.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
}

impl<'a> Page<'a> {
    fn of(sheet: &'a mut Worksheet, looks: &'a Looks) -> Self {
        Self { sheet, looks }
    }

    fn open(
        &mut self,
        name: &str,
        title: &str,
        heads: &[String],
        widths: &[f64],
    ) -> Result<(), XlsxError> {
        let _ = self.sheet.set_name(name)?;
        let _ = self
            .sheet
            .write_with_format(0, 0, title, &self.looks.title)?;
        for (column, head) in (0_u16..).zip(heads) {
            let _ = self
                .sheet
                .write_with_format(2, column, head.as_str(), &self.looks.head)?;
        }
        for (column, width) in (0_u16..).zip(widths) {
            let _ = self.sheet.set_column_width(column, *width)?;
        }
        let _ = self.sheet.set_freeze_panes(3, 1)?;
        let _ = self.sheet.set_landscape();
        let _ = self.sheet.set_print_fit_to_pages(1, 0);
        let _ = self.sheet.set_repeat_rows(2, 2)?;
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        let _ = self
            .sheet
            .write_with_format(row, column, text, &self.looks.text)?;
        Ok(())
    }

    fn count(&mut self, row: u32, column: u16, count: u64) -> Result<(), XlsxError> {
        let _ = self
            .sheet
            .write_with_format(row, column, count, &self.looks.whole)?;
        Ok(())
    }

    fn number(
        &mut self,
        row: u32,
        column: u16,
        value: Option<f64>,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let _ = match value {
            Some(value) => self.sheet.write_with_format(row, column, value, look)?,
            None => self.sheet.write_blank(row, column, look)?,
        };
        Ok(())
    }

    /// Count, mean, median, least, most and both deviations from `column` on.
    fn marks(&mut self, row: u32, column: u16, marks: &Distribution) -> Result<(), XlsxError> {
        self.count(row, column, marks.count())?;
        let looks = self.looks;
        let range = marks.range();
        let exact = |value: Option<Fraction>| value.map(|value| value.to_f64());
        let figures = [
            (exact(marks.mean()), &looks.figure),
            (exact(marks.median()), &looks.figure),
            (range.map(|(least, _)| least.to_f64()), &looks.mark),
            (range.map(|(_, most)| most.to_f64()), &looks.mark),
            (marks.deviation(), &looks.figure),
            (marks.sample_deviation(), &looks.figure),
        ];
        for (place, (value, look)) in (column + 1..).zip(figures) {
            self.number(row, place, value, look)?;
        }
        Ok(())
    }
}

/// Returns the workbook of what was read together; several sets follow each other on each sheet's
/// own copy.
pub fn xlsx(harmonies: &[Harmony]) -> Result<Vec<u8>, ExportError> {
    fill(harmonies).map_err(|error| ExportError::Workbook(error.to_string()))
}

fn fill(harmonies: &[Harmony]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    for (index, harmony) in harmonies.iter().enumerate() {
        // A sheet's name is unique, and has 31 characters at most.
        let suffix = match harmonies.len() {
            1 => String::new(),
            _ => format!(" {}", index + 1),
        };
        let title = t!(
            "harmony-title",
            short = harmony.grid.short.as_str(),
            exam = harmony.exam.as_str(),
            session = harmony.session.as_str()
        );
        let name = |key: &str| format!("{}{suffix}", t!(key));
        commissions(
            &mut Page::of(book.add_worksheet(), &looks),
            harmony,
            &name("harmony-sheet-commissions"),
            &title,
        )?;
        marks(
            &mut Page::of(book.add_worksheet(), &looks),
            harmony,
            &name("harmony-sheet-marks"),
            &title,
        )?;
        rows(
            &mut Page::of(book.add_worksheet(), &looks),
            harmony,
            &name("harmony-sheet-rows"),
            &title,
        )?;
        if harmony.proposes() {
            coherence(
                &mut Page::of(book.add_worksheet(), &looks),
                harmony,
                &name("harmony-sheet-coherence"),
                &title,
            )?;
        }
    }
    book.save_to_buffer()
}

fn commissions(
    page: &mut Page<'_>,
    harmony: &Harmony,
    name: &str,
    title: &str,
) -> Result<(), XlsxError> {
    let heads: Vec<String> = [
        "harmony-column-commission",
        "harmony-column-candidates",
        "harmony-column-absent",
        "harmony-column-count",
        "harmony-column-mean",
        "harmony-column-median",
        "harmony-column-least",
        "harmony-column-most",
        "harmony-column-population",
        "harmony-column-sample",
        "harmony-column-gap",
        "harmony-column-chance",
        "harmony-column-caution",
    ]
    .map(|key| t!(key))
    .to_vec();
    let widths = [14., 11., 9., 9., 10., 10., 9., 9., 12., 12., 12., 16., 60.];
    page.open(name, title, &heads, &widths)?;
    let mut row = 3;
    let looks = page.looks;
    for (part, gap) in harmony.parts.iter().zip(harmony.gaps()) {
        page.text(row, 0, &part.number)?;
        page.count(row, 1, part.candidates)?;
        page.count(row, 2, part.absent)?;
        page.marks(row, 3, &part.tally.marks)?;
        let points = gap.as_ref().map(|gap| gap.points.to_f64());
        page.number(row, 10, points, &looks.signed)?;
        let chance = gap.as_ref().and_then(|gap: &Gap| gap.chance);
        page.number(row, 11, chance, &looks.figure)?;
        page.text(row, 12, &say::gap(gap.as_ref()))?;
        row += 1;
    }
    page.text(row, 0, &t!("harmony-all"))?;
    page.count(
        row,
        1,
        harmony.parts.iter().map(|part| part.candidates).sum(),
    )?;
    page.count(row, 2, harmony.parts.iter().map(|part| part.absent).sum())?;
    page.marks(row, 3, &harmony.whole().marks)?;
    let _ = page.sheet.write(row + 2, 0, t!("harmony-foot"))?;
    Ok(())
}

fn marks(page: &mut Page<'_>, harmony: &Harmony, name: &str, title: &str) -> Result<(), XlsxError> {
    let heads = [
        "harmony-column-mark",
        "harmony-column-count",
        "harmony-column-share",
    ]
    .map(|key| t!(key));
    page.open(name, title, &heads, &[12., 12., 12.])?;
    let whole = harmony.whole().marks;
    let all = whole.count();
    let mut row = 3;
    let looks = page.looks;
    for (mark, count) in whole.values() {
        page.number(row, 0, Some(mark.to_f64()), &looks.mark)?;
        page.count(row, 1, count)?;
        page.number(row, 2, ratio(count, all), &looks.share)?;
        row += 1;
    }
    if row > 3 {
        let mut chart = Chart::new(ChartType::Column);
        let _ = chart
            .add_series()
            .set_categories((name, 3, 0, row - 1, 0))
            .set_values((name, 3, 1, row - 1, 1))
            .set_name(t!("harmony-column-count").as_str());
        let _ = chart.title().set_name(t!("harmony-sheet-marks").as_str());
        let _ = chart.legend().set_hidden();
        let _ = page.sheet.insert_chart(2, 4, &chart)?;
    }
    Ok(())
}

fn rows(page: &mut Page<'_>, harmony: &Harmony, name: &str, title: &str) -> Result<(), XlsxError> {
    let grid = &harmony.grid;
    let mut heads = vec![t!("harmony-column-commission"), t!("harmony-column-row")];
    let mut widths = vec![14., 40.];
    for level in &grid.levels {
        heads.push(level.label.clone());
        heads.push(t!("harmony-column-share"));
        widths.extend([11., 9.]);
    }
    page.open(name, title, &heads, &widths)?;
    let whole = harmony.whole();
    let all = t!("harmony-all");
    let tallies = std::iter::once((all.as_str(), &whole)).chain(
        harmony
            .parts
            .iter()
            .map(|part| (part.number.as_str(), &part.tally)),
    );
    let mut line = 3;
    let looks = page.looks;
    for (number, tally) in tallies {
        for (row, counts) in grid.rows.iter().zip(&tally.levels) {
            page.text(line, 0, number)?;
            page.text(line, 1, &row.title)?;
            let sum: u64 = counts.iter().sum();
            for (column, count) in (2_u16..).step_by(2).zip(counts) {
                page.count(line, column, *count)?;
                page.number(line, column + 1, ratio(*count, sum), &looks.share)?;
            }
            line += 1;
        }
    }
    Ok(())
}

fn coherence(
    page: &mut Page<'_>,
    harmony: &Harmony,
    name: &str,
    title: &str,
) -> Result<(), XlsxError> {
    let heads = [
        "harmony-column-commission",
        "harmony-column-same",
        "harmony-column-between",
        "harmony-column-above",
        "harmony-column-below",
        "harmony-column-without",
        "harmony-column-gap-mean",
    ]
    .map(|key| t!(key));
    page.open(name, title, &heads, &[14., 14., 16., 14., 14., 14., 16.])?;
    let whole = harmony.whole();
    let all = t!("harmony-all");
    let parts = harmony.parts.iter();
    let tallies = parts
        .map(|part| (part.number.as_str(), &part.tally))
        .chain(std::iter::once((all.as_str(), &whole)));
    let looks = page.looks;
    for (row, (number, tally)) in (3_u32..).zip(tallies) {
        let known = &tally.coherence;
        page.text(row, 0, number)?;
        let counts = [
            known.same,
            known.between,
            known.above,
            known.below,
            known.without,
        ];
        for (column, count) in (1_u16..).zip(counts) {
            page.count(row, column, count)?;
        }
        let mean = known.gaps.mean().map(|mean| mean.to_f64());
        page.number(row, 6, mean, &looks.signed)?;
    }
    Ok(())
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    let (part, whole) = (i64::try_from(part).ok()?, i64::try_from(whole).ok()?);
    Some(Fraction::ratio(part, whole)?.to_f64())
}
