//! A picture as phones and screens make them: its size is checked before it is decoded, it is turned
//! upright, and made small enough to be kept.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use super::{Picture, Unshown};
use crate::dossier::limits::LIMITS;

/// How a picture is coded, as its first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Jpeg,
    Gif,
    WebP,
    /// Known, and not shown.
    Tiff,
}

/// Tells how a picture is coded.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some(Kind::Gif)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()) {
        Some(Kind::WebP)
    } else if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        Some(Kind::Tiff)
    } else {
        None
    }
}

/// Decodes a picture; none when the bytes are none.
pub(super) fn open(bytes: &[u8]) -> Option<Result<Picture, Unshown>> {
    let format = match kind(bytes)? {
        Kind::Png => image::ImageFormat::Png,
        Kind::Jpeg => image::ImageFormat::Jpeg,
        Kind::Gif => image::ImageFormat::Gif,
        Kind::WebP => image::ImageFormat::WebP,
        Kind::Tiff => return Some(Err(Unshown::Unknown)),
    };
    // A decoder that gives up on what it was fed must not take anything else with it.
    let decoded = std::panic::catch_unwind(|| decode(bytes, format));
    Some(decoded.unwrap_or(Err(Unshown::Damaged)))
}

fn decode(bytes: &[u8], format: image::ImageFormat) -> Result<Picture, Unshown> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(LIMITS.decoded.saturating_mul(4));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| cause(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > LIMITS.decoded {
        return Err(Unshown::TooLarge);
    }
    // A phone keeps the picture as its sensor saw it, and says how it was held.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| cause(&error))?;
    if picture.width().max(picture.height()) > LIMITS.side {
        picture = picture.thumbnail(LIMITS.side, LIMITS.side);
    }
    picture.apply_orientation(orientation);
    let pixels = picture.into_rgba8();
    Ok(Picture {
        width: pixels.width(),
        height: pixels.height(),
        rgba: pixels.into_raw(),
    })
}

fn cause(error: &image::ImageError) -> Unshown {
    match error {
        image::ImageError::Limits(_) => Unshown::TooLarge,
        image::ImageError::Unsupported(_) => Unshown::Unknown,
        _ => Unshown::Damaged,
    }
}
