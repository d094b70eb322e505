//! Colours as far as they matter: white or not, and the same or not. Spaces that would need a
//! profile or a function are read by their number of components.

use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};

/// A colour space, reduced to how its numbers become a colour.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Space {
    /// One number, from black to white.
    Gray,
    /// Three numbers.
    Rgb,
    /// Four numbers.
    Cmyk,
    /// Lightness first, from 0 to 100.
    Lab,
    /// Inks: no ink is white.
    Inks,
    /// A list of colours, three bytes each.
    List(Vec<[u8; 3]>),
    /// A pattern.
    Pattern,
}

/// What areas and lines are painted with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Paint {
    /// Where its numbers come from.
    pub space: Space,
    /// Red, green, blue from 0 to 1; none for a pattern.
    pub rgb: Option<[f64; 3]>,
    /// How opaque it is, from 0 to 1.
    pub opacity: f64,
}

impl Default for Paint {
    fn default() -> Self {
        Self {
            space: Space::Gray,
            rgb: Some([0.0; 3]),
            opacity: 1.0,
        }
    }
}

impl Paint {
    /// Chooses a space; its first colour is black, or the first of the list.
    pub(crate) fn choose(&mut self, space: Space) {
        self.rgb = match &space {
            Space::Pattern => None,
            Space::List(colors) => colors.first().map(|color| shares(*color)),
            Space::Gray | Space::Rgb | Space::Cmyk | Space::Lab | Space::Inks => Some([0.0; 3]),
        };
        self.space = space;
    }

    /// Sets the numbers of the current space.
    pub(crate) fn set(&mut self, numbers: &[f64]) {
        let rgb = match (&self.space, numbers) {
            (Space::Pattern, _) => None,
            (Space::List(colors), [index, ..]) => {
                let index = index.clamp(0.0, 255.0) as usize;
                colors.get(index).map(|color| shares(*color))
            }
            (Space::Lab, [lightness, a, b, ..]) => {
                let share = (lightness / 100.0).clamp(0.0, 1.0);
                // Enough to tell a white from a tint.
                let tint = (a.abs().max(b.abs()) / 128.0).min(share);
                Some([share, share - tint, share])
            }
            (Space::Inks, numbers) => {
                let ink = numbers.iter().fold(0.0, |most: f64, ink| most.max(*ink));
                Some([1.0 - ink; 3])
            }
            (_, [gray]) => Some([*gray; 3]),
            (_, [red, green, blue]) => Some([*red, *green, *blue]),
            (_, [c, m, y, k]) => {
                let light = |ink: f64| (1.0 - ink) * (1.0 - k);
                Some([light(*c), light(*m), light(*y)])
            }
            _ => None,
        };
        self.rgb = rgb.map(|rgb| rgb.map(|share| share.clamp(0.0, 1.0)));
    }

    /// Sets the numbers of a space named by the operator itself.
    pub(crate) fn set_in(&mut self, space: Space, numbers: &[f64]) {
        self.space = space;
        self.set(numbers);
    }

    /// Tells whether it leaves any mark.
    pub(crate) fn is_visible(&self) -> bool {
        self.opacity > 0.03
    }

    /// Tells whether nothing shows through it.
    pub(crate) fn is_opaque(&self) -> bool {
        self.opacity > 0.97 && self.rgb.is_some()
    }

    /// Returns the colour that shows on white paper, none when that is white.
    pub(crate) fn color(&self) -> Option<String> {
        let Some(rgb) = self.rgb else {
            return Some("motif".to_owned());
        };
        let shown = rgb.map(|share| 1.0 - (1.0 - share) * self.opacity);
        // A white that rounding or a profile has dulled is still white.
        const WHITE: f64 = 0.975;
        if shown.iter().all(|share| *share >= WHITE) {
            return None;
        }
        let [red, green, blue] = shown.map(|share| (share * 255.0).round() as u8);
        Some(format!("{red:02X}{green:02X}{blue:02X}"))
    }
}

fn shares(color: [u8; 3]) -> [f64; 3] {
    color.map(|byte| f64::from(byte) / 255.0)
}

/// Reads a colour space by its name or its definition.
pub(crate) fn space(object: &Object<'_>, named: &Dict<'_>, depth: usize) -> Space {
    // A space may be built on another, hardly on more than two.
    if depth > 4 {
        return Space::Gray;
    }
    match object {
        Object::Name(name) => match name.as_ref() {
            b"DeviceGray" | b"G" | b"CalGray" => Space::Gray,
            b"DeviceRGB" | b"RGB" | b"CalRGB" => Space::Rgb,
            b"DeviceCMYK" | b"CMYK" => Space::Cmyk,
            b"Pattern" => Space::Pattern,
            _ => match named.get::<Object<'_>>(name.as_ref()) {
                Some(Object::Name(other)) if other.as_ref() == name.as_ref() => Space::Gray,
                Some(object) => space(&object, named, depth + 1),
                None => Space::Gray,
            },
        },
        Object::Array(array) => of_array(array, named, depth),
        _ => Space::Gray,
    }
}

fn of_array(array: &Array<'_>, named: &Dict<'_>, depth: usize) -> Space {
    let mut parts = array.iter::<Object<'_>>();
    let kind = parts.next().and_then(Object::into_name);
    let Some(kind) = kind else {
        return Space::Gray;
    };
    match kind.as_ref() {
        b"ICCBased" => {
            let profile = parts.next().and_then(Object::into_stream);
            match profile.and_then(|profile| profile.dict().get::<i32>("N")) {
                Some(1) => Space::Gray,
                Some(4) => Space::Cmyk,
                _ => Space::Rgb,
            }
        }
        b"CalRGB" => Space::Rgb,
        b"CalGray" => Space::Gray,
        b"Lab" => Space::Lab,
        b"Separation" | b"DeviceN" => Space::Inks,
        b"Pattern" => Space::Pattern,
        b"Indexed" | b"I" => {
            let base = parts
                .next()
                .map_or(Space::Rgb, |base| space(&base, named, depth + 1));
            let _highest = parts.next();
            let bytes = match parts.next() {
                Some(Object::String(bytes)) => text(&bytes),
                Some(Object::Stream(bytes)) => stream(&bytes),
                _ => Vec::new(),
            };
            list(&base, &bytes)
        }
        _ => space(&Object::Name(kind), named, depth + 1),
    }
}

fn text(bytes: &Text<'_>) -> Vec<u8> {
    bytes.as_bytes().to_vec()
}

fn stream(bytes: &Stream<'_>) -> Vec<u8> {
    bytes
        .decoded_data()
        .map(std::borrow::Cow::into_owned)
        .unwrap_or_default()
}

fn list(base: &Space, bytes: &[u8]) -> Space {
    let n_parts = match base {
        Space::Gray | Space::Inks | Space::List(_) | Space::Pattern => 1,
        Space::Rgb | Space::Lab => 3,
        Space::Cmyk => 4,
    };
    let mut paint = Paint::default();
    let colors = bytes
        .chunks_exact(n_parts)
        .take(256)
        .map(|entry| {
            let numbers: Vec<f64> = entry.iter().map(|byte| f64::from(*byte) / 255.0).collect();
            paint.set_in(base.clone(), &numbers);
            let rgb = paint.rgb.unwrap_or_default();
            rgb.map(|share| (share * 255.0).round() as u8)
        })
        .collect();
    Space::List(colors)
}

/// Reads the opacities that a graphics state sets, for areas and for lines.
pub(crate) fn opacities(state: &Dict<'_>) -> (Option<f64>, Option<f64>) {
    let read = |key: &str| state.get::<f64>(key).filter(|share| share.is_finite());
    (read("ca"), read("CA"))
}

/// Returns a name as the key of a dictionary.
pub(crate) fn key<'b>(name: &'b Name<'_>) -> &'b [u8] {
    name.as_ref()
}
