//! Several files as one archive, for whoever carries them away. The same files give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::ExportError;

/// Returns an archive of files, each with its name.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ExportError> {
    let failed = |cause: String| ExportError::Bundle(cause);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        writer
            .start_file(name.as_str(), options)
            .map_err(|error| failed(error.to_string()))?;
        writer
            .write_all(bytes)
            .map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.finish().map_err(|error| failed(error.to_string()))?;
    Ok(bytes.into_inner())
}
