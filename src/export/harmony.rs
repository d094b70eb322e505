//! Harmonisation on paper and in a workbook, from the counts alone. Figures are those of the domain;
//! nothing is computed here but lengths of bars.

mod pdf;
mod xlsx;

pub use pdf::pdf;
pub use xlsx::xlsx;
