//! The summary as a workbook: typed cells, a head that stays in sight, one page wide on paper.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use super::{COLUMNS, Result, Summary};
use crate::domain::roster::Day;
use crate::export::ExportError;
use crate::words::french;

const WIDTHS: [f64; 9] = [16.0, 26.0, 20.0, 9.0, 16.0, 16.0, 12.0, 8.0, 12.0];
/// Lines above the head of the table.
const ABOVE: u32 = 5;
const GREY: Color = Color::RGB(0x00EB_E9E3);

pub fn write(summary: &Summary) -> std::result::Result<Vec<u8>, ExportError> {
    fill(summary).map_err(|error| ExportError::Workbook(error.to_string()))
}

fn fill(summary: &Summary) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A clock would change the bytes: the first day of the summary stands for the present one.
    let first = summary.lines.iter().filter_map(|line| line.day).min();
    let made = date(first.or_else(|| Day::new(2000, 1, 1)))?;
    let mut properties = DocProperties::new().set_title(summary.title());
    if let Some(made) = &made {
        properties = properties.set_creation_datetime(made);
    }
    let _ = book.set_properties(&properties);
    let bold = Format::new().set_bold();
    let title = Format::new().set_bold().set_font_size(14);
    let head = Format::new()
        .set_bold()
        .set_background_color(GREY)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let cell = || Format::new().set_border(FormatBorder::Thin);
    // Numbers of candidates keep their zeros.
    let text = cell().set_num_format("@");
    let mark = cell().set_num_format("0.0#").set_align(FormatAlign::Right);
    let day = cell()
        .set_num_format("dd/mm/yyyy")
        .set_align(FormatAlign::Left);
    let hour = cell().set_num_format("hh:mm").set_align(FormatAlign::Left);
    let sheet = book.add_worksheet();
    let _ = sheet.set_name(french("summary-sheet", &[]))?;
    for (column, width) in WIDTHS.iter().enumerate() {
        let _ = sheet.set_column_width(u16::try_from(column).unwrap_or(0), *width)?;
    }
    let _ = sheet.write_string_with_format(0, 0, summary.title(), &title)?;
    let _ = sheet.write_string(1, 0, format!("{}, {}", summary.diploma, summary.exam))?;
    let _ = sheet.write_string_with_format(2, 0, french("summary-members", &[]), &bold)?;
    let _ = sheet.write_string(2, 1, summary.members.join(", "))?;
    if let Some(notice) = summary.notice() {
        let _ = sheet.write_string_with_format(3, 0, notice, &bold)?;
    }
    for index in 0..COLUMNS.len() {
        let column = u16::try_from(index).unwrap_or(0);
        let _ = sheet.write_string_with_format(ABOVE, column, summary.head(index), &head)?;
    }
    for (index, line) in summary.lines.iter().enumerate() {
        let row = ABOVE + 1 + u32::try_from(index).unwrap_or(0);
        for (index, value) in line.cells().iter().enumerate() {
            let column = u16::try_from(index).unwrap_or(0);
            let _ = sheet.write_string_with_format(row, column, value, &text)?;
        }
        if let Result::Mark(value) = &line.result {
            let _ = sheet.write_number_with_format(row, 4, value.to_f64(), &mark)?;
        }
        if let Some(value) = date(line.day)? {
            let _ = sheet.write_datetime_with_format(row, 6, &value, &day)?;
        }
        if let Some((hours, minutes)) = line.hour.map(crate::domain::roster::Hour::parts) {
            let value = ExcelDateTime::from_hms(hours, u8::try_from(minutes).unwrap_or(0), 0)?;
            let _ = sheet.write_datetime_with_format(row, 7, &value, &hour)?;
        }
    }
    let last = ABOVE + u32::try_from(summary.lines.len()).unwrap_or(0);
    let right = u16::try_from(COLUMNS.len().saturating_sub(1)).unwrap_or(0);
    let _ = sheet.autofilter(ABOVE, 0, last.max(ABOVE), right)?;
    let _ = sheet.set_freeze_panes(ABOVE + 1, 0)?;
    let _ = sheet.set_repeat_rows(ABOVE, ABOVE)?;
    let _ = sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    book.save_to_buffer()
}

fn date(day: Option<Day>) -> std::result::Result<Option<ExcelDateTime>, XlsxError> {
    let Some((year, month, day)) = day.map(Day::parts) else {
        return Ok(None);
    };
    ExcelDateTime::from_ymd(year, month, day).map(Some)
}
