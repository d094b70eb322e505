//! Plane transforms, as PDF writes them.

/// `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Changes nothing.
    pub(crate) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves.
    pub(crate) fn moving(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Returns this transform, then `after`.
    pub(crate) fn then(&self, after: &Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [x, y, z, w, u, v] = after.0;
        Self([
            a * x + b * z,
            a * y + b * w,
            c * x + d * z,
            c * y + d * w,
            e * x + f * z + u,
            e * y + f * w + v,
        ])
    }

    /// Returns where a point goes.
    pub(crate) fn apply(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Returns where a direction goes.
    pub(crate) fn turn(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }

    /// Returns how much lengths grow, on the whole.
    pub(crate) fn scale(&self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }
}
