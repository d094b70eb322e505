//! The zip that a workbook is: its parts by name, unpacked one by one under a common budget.

use std::collections::HashMap;
use std::io::Cursor;

use crate::dossier::archive::packed::Packed;
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;

/// An open package.
pub(crate) struct Package<'a> {
    zip: Packed<Cursor<&'a [u8]>>,
    names: HashMap<String, usize>,
    spent: u64,
}

impl<'a> Package<'a> {
    /// Lists the parts; two of one name are refused, since nobody could say which is meant.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Cause> {
        let zip = Packed::open(Cursor::new(bytes), LIMITS.entries, LIMITS.parts)?;
        let mut names = HashMap::new();
        for (index, entry) in zip.entries().iter().enumerate() {
            let twin = names.insert(entry.name.trim_start_matches('/').to_owned(), index);
            if twin.is_some() {
                return Err(Cause::Duplicate);
            }
        }
        Ok(Self {
            zip,
            names,
            spent: 0,
        })
    }

    /// Tells whether there is a part of this name.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.names.contains_key(path)
    }

    /// Unpacks a part, when there is one of this name.
    pub(crate) fn part(&mut self, path: &str) -> Result<Option<Vec<u8>>, Cause> {
        let Some(&index) = self.names.get(path) else {
            return Ok(None);
        };
        let cap = LIMITS.part.min(LIMITS.parts.saturating_sub(self.spent));
        let bytes = self.zip.read(index, cap)?;
        self.spent = self.spent.saturating_add(bytes.len() as u64);
        Ok(Some(bytes))
    }
}
