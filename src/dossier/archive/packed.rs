//! A zip read with open eyes: every entry as the directory lists it (twins included), no byte shared
//! between two of them, and each one unpacked under a cap that counts what really comes out.

use std::io::{Read, Seek};

use zip::read::{Config, OwnedZipFileEntry};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

use crate::dossier::archive::name;
use crate::dossier::refused::Cause;

/// An open zip and the list of what it holds.
pub(crate) struct Packed<R> {
    archive: ZipIterable<R>,
    entries: Vec<PackedEntry>,
}

/// One entry of a zip.
pub(crate) struct PackedEntry {
    /// Its name as stored, decoded but not yet trusted.
    pub name: String,
    /// The size it announces.
    pub size: u64,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it is a symbolic link.
    pub is_link: bool,
    entry: OwnedZipFileEntry,
}

impl<R: Read + Seek> Packed<R> {
    /// Lists a zip of at most `entries` entries, that announce at most `unpacked` bytes together.
    pub(crate) fn open(reader: R, entries: usize, unpacked: u64) -> Result<Self, Cause> {
        let mut archive =
            ZipIterable::try_new(reader, Config::default()).map_err(|_| Cause::Truncated)?;
        if archive.len() > entries {
            return Err(Cause::TooMany);
        }
        let mut listed = Vec::with_capacity(archive.len());
        for entry in archive.files().map_err(cause)? {
            let entry = OwnedZipFileEntry::from(entry.map_err(cause)?);
            listed.push(PackedEntry {
                name: name::decode(entry.name_raw()),
                size: entry.size(),
                is_folder: entry.name_raw().ends_with(b"/"),
                is_link: entry.is_symlink(),
                entry,
            });
        }
        if shares_bytes(&listed) {
            return Err(Cause::Overlapping);
        }
        let announced = listed
            .iter()
            .fold(0u64, |sum, entry| sum.saturating_add(entry.size));
        if announced > unpacked {
            return Err(Cause::TooLarge);
        }
        Ok(Self {
            archive,
            entries: listed,
        })
    }

    /// Returns what the zip holds, in its own order.
    pub(crate) fn entries(&self) -> &[PackedEntry] {
        &self.entries
    }

    /// Unpacks one entry through `sink`, counting: past `cap` bytes it stops and refuses.
    pub(crate) fn unpack(
        &mut self,
        index: usize,
        cap: u64,
        sink: &mut dyn FnMut(&[u8]),
    ) -> Result<u64, Cause> {
        let listed = self.entries.get(index).ok_or(Cause::Damaged)?;
        if listed.size > cap {
            return Err(Cause::TooLarge);
        }
        let files = self.archive.files().map_err(cause)?;
        let mut file = listed
            .entry
            .as_ref()
            .with_reader(files.reader_mut(), zip::ZipReadOptions::new())
            .map_err(cause)?;
        pour(&mut file, cap, sink)
    }

    /// Unpacks one entry into memory.
    pub(crate) fn read(&mut self, index: usize, cap: u64) -> Result<Vec<u8>, Cause> {
        let mut bytes = Vec::new();
        let _ = self.unpack(index, cap, &mut |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }
}

/// Reads to the end, by chunks, refusing past `cap` bytes.
pub(crate) fn pour(
    reader: &mut dyn Read,
    cap: u64,
    sink: &mut dyn FnMut(&[u8]),
) -> Result<u64, Cause> {
    let mut chunk = vec![0; 64 << 10];
    let mut total = 0u64;
    loop {
        let count = reader.read(&mut chunk)?;
        if count == 0 {
            return Ok(total);
        }
        total = total.saturating_add(count as u64);
        if total > cap {
            return Err(Cause::TooLarge);
        }
        sink(chunk.get(..count).unwrap_or_default());
    }
}

/// A local header takes 30 bytes, the name, then the data: two entries closer than that overlap.
fn shares_bytes(entries: &[PackedEntry]) -> bool {
    const LOCAL_HEADER: u64 = 30;
    let mut spans: Vec<(u64, u64)> = entries
        .iter()
        .map(|listed| {
            let start = listed.entry.header_start();
            let length = LOCAL_HEADER
                .saturating_add(listed.entry.name_raw().len() as u64)
                .saturating_add(listed.entry.compressed_size());
            (start, start.saturating_add(length))
        })
        .collect();
    spans.sort_unstable();
    spans
        .iter()
        .zip(spans.iter().skip(1))
        .any(|(before, after)| before.1 > after.0)
}

fn cause(error: ZipError) -> Cause {
    match error {
        ZipError::Io(error) => Cause::from(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Cause::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Cause::Packing
        }
        ZipError::DecompressedSizeLimitExceeded { .. } | ZipError::DecompressedSizeUnknown => {
            Cause::TooLarge
        }
        _ => Cause::Damaged,
    }
}
