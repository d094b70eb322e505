//! Which layers of a PDF its author hid: what is on them is not read.

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name};

/// The hidden layers, by object number.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    hidden: HashSet<u32>,
}

impl Layers {
    /// Reads which layers are hidden when the document opens.
    pub(crate) fn of(pdf: &Pdf) -> Self {
        let hidden = (|| {
            let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
            let layers = root.get::<Dict<'_>>("OCProperties")?;
            let usual = layers.get::<Dict<'_>>("D")?;
            let off = usual.get::<Array<'_>>("OFF")?;
            Some(
                off.raw_iter()
                    .filter_map(|layer| match layer {
                        MaybeRef::Ref(layer) => Some(layer.obj_number),
                        MaybeRef::NotRef(_) => None,
                    })
                    .collect(),
            )
        })();
        Self {
            hidden: hidden.unwrap_or_default(),
        }
    }

    /// Tells whether an object is on a hidden layer.
    pub(crate) fn hides(&self, dict: &Dict<'_>) -> bool {
        !self.hidden.is_empty()
            && dict
                .get_ref("OC")
                .is_some_and(|layer| self.hidden.contains(&layer.obj_number))
    }

    /// Tells whether a marked content is on a hidden layer.
    pub(crate) fn hides_named(&self, properties: &Dict<'_>, name: &Name<'_>) -> bool {
        !self.hidden.is_empty()
            && properties
                .get_ref(name.as_ref())
                .is_some_and(|layer| self.hidden.contains(&layer.obj_number))
    }
}
