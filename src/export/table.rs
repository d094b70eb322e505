//! One row a fixed mark, in Parquet, for any analytic engine: no name, no candidate's number, no
//! time. Written as it is read, a few thousand rows at a time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::{ExportAct, ExportError};
use crate::domain::commission::Header;
use crate::domain::fraction::Fraction;
use crate::domain::grid::Grid;
use crate::domain::harmony::Evaluation;

/// Rows that memory holds before they are written.
const ROWS: usize = 8192;

/// A table being written.
pub struct Table {
    path: PathBuf,
    open: Option<Open>,
}

struct Open {
    writer: SerializedFileWriter<File>,
    grid: Arc<Grid>,
    rows: Vec<Row>,
}

struct Row {
    grid: String,
    session: String,
    commission: String,
    number: i64,
    option: Option<String>,
    numbers: [Option<f64>; 4],
    levels: Vec<Option<usize>>,
}

impl Table {
    /// Prepares a table at a path where nothing stands yet.
    pub fn create(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            open: None,
        }
    }

    /// Adds one evaluation: the `number`th of its commission.
    pub fn add(
        &mut self,
        header: &Header,
        number: u64,
        evaluation: &Evaluation,
    ) -> Result<(), ExportError> {
        let open = match &mut self.open {
            Some(open) => open,
            None => self.open.insert(Open::new(&self.path, &header.grid)?),
        };
        if *open.grid != *header.grid {
            return Err(ExportError::MixedGrids);
        }
        let value = |value: &Option<Fraction>| value.as_ref().map(Fraction::to_f64);
        let taken = evaluation.note.as_ref().zip(evaluation.last.as_ref());
        let taken = taken.map(|(note, last)| (note.clone() - last).to_f64());
        open.rows.push(Row {
            grid: header.grid.id.clone(),
            session: header.edition.session.clone(),
            commission: header.number.clone(),
            number: i64::try_from(number).unwrap_or(i64::MAX),
            option: evaluation.option.clone(),
            numbers: [
                value(&evaluation.proposed),
                value(&evaluation.note),
                taken,
                value(&evaluation.last),
            ],
            levels: evaluation.levels.clone(),
        });
        if open.rows.len() >= ROWS {
            open.flush().map_err(failed)?;
        }
        Ok(())
    }

    /// Ends the table. Without anything to say, or with `whole` false, no file is left.
    pub fn finish(self, whole: bool) -> Result<(), ExportError> {
        let Some(mut open) = self.open else {
            return Ok(());
        };
        let written = if whole {
            open.flush()
                .and_then(|()| open.writer.close().map(|_| ()))
                .map_err(failed)
        } else {
            Ok(())
        };
        if !whole || written.is_err() {
            // Ours since a moment ago.
            let _ = fs::remove_file(&self.path);
        }
        written
    }
}

impl Open {
    fn new(path: &Path, grid: &Arc<Grid>) -> Result<Self, ExportError> {
        let schema = schema(grid).map_err(failed)?;
        let file = File::options()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|cause| ExportError::io(path, ExportAct::Write, cause))?;
        let properties = Arc::new(WriterProperties::builder().build());
        let writer =
            SerializedFileWriter::new(file, Arc::new(schema), properties).map_err(failed)?;
        Ok(Self {
            writer,
            grid: Arc::clone(grid),
            rows: Vec::new(),
        })
    }

    fn flush(&mut self) -> Result<(), ParquetError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        let mut group = self.writer.next_row_group()?;
        texts(
            &mut group,
            rows.iter().map(|row| Some(row.grid.as_str())),
            false,
        )?;
        texts(
            &mut group,
            rows.iter().map(|row| Some(row.session.as_str())),
            false,
        )?;
        texts(
            &mut group,
            rows.iter().map(|row| Some(row.commission.as_str())),
            false,
        )?;
        if let Some(mut column) = group.next_column()? {
            let numbers: Vec<i64> = rows.iter().map(|row| row.number).collect();
            let _ = column
                .typed::<Int64Type>()
                .write_batch(&numbers, None, None)?;
            column.close()?;
        }
        texts(
            &mut group,
            rows.iter().map(|row| row.option.as_deref()),
            true,
        )?;
        for place in 0..4 {
            let Some(mut column) = group.next_column()? else {
                break;
            };
            let all = rows
                .iter()
                .map(|row| row.numbers.get(place).copied().flatten());
            let known: Vec<i16> = all
                .clone()
                .map(|value| i16::from(value.is_some()))
                .collect();
            let values: Vec<f64> = all.flatten().collect();
            let _ = column
                .typed::<DoubleType>()
                .write_batch(&values, Some(&known), None)?;
            column.close()?;
        }
        for place in 0..self.grid.rows.len() {
            let level = |row: &Row| {
                let level = row.levels.get(place).copied().flatten()?;
                self.grid.levels.get(level).map(|level| level.id.as_str())
            };
            texts(&mut group, rows.iter().map(level), true)?;
        }
        let _ = group.close()?;
        Ok(())
    }
}

fn texts<'a>(
    group: &mut SerializedRowGroupWriter<'_, File>,
    all: impl Iterator<Item = Option<&'a str>>,
    optional: bool,
) -> Result<(), ParquetError> {
    let Some(mut column) = group.next_column()? else {
        return Ok(());
    };
    let (mut values, mut known) = (Vec::new(), Vec::new());
    for text in all {
        known.push(i16::from(text.is_some()));
        values.extend(text.map(ByteArray::from));
    }
    let known = optional.then_some(known.as_slice());
    let _ = column
        .typed::<ByteArrayType>()
        .write_batch(&values, known, None)?;
    column.close()
}

fn schema(grid: &Grid) -> Result<Type, ParquetError> {
    let field = |name: &str, physical: Physical, repetition: Repetition| {
        let text = physical == Physical::BYTE_ARRAY;
        Type::primitive_type_builder(name, physical)
            .with_repetition(repetition)
            .with_logical_type(text.then_some(LogicalType::String))
            .build()
            .map(Arc::new)
    };
    let (text, always, maybe) = (
        Physical::BYTE_ARRAY,
        Repetition::REQUIRED,
        Repetition::OPTIONAL,
    );
    let mut fields = vec![
        field("grid", text, always)?,
        field("session", text, always)?,
        field("commission", text, always)?,
        field("evaluation", Physical::INT64, always)?,
        field("option", text, maybe)?,
    ];
    for name in ["proposed", "note", "penalties", "final"] {
        fields.push(field(name, Physical::DOUBLE, maybe)?);
    }
    for row in &grid.rows {
        fields.push(field(&format!("level_{}", row.id), text, maybe)?);
    }
    Type::group_type_builder("evaluations")
        .with_fields(fields)
        .build()
}

fn failed(error: ParquetError) -> ExportError {
    ExportError::Table(error.to_string())
}
