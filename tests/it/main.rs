//! One test binary, one module an area.
