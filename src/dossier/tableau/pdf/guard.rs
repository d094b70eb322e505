//! What a PDF would cost to open, counted before any of it is trusted: every stream is unpacked
//! once into nothing, under the caps. What is packed so that it cannot be counted is refused.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;

/// Counts what every stream of the file unpacks to.
pub(crate) fn weigh(bytes: &[u8]) -> Result<(), Cause> {
    let is_encrypted = find(bytes, b"/Encrypt").is_some();
    let mut scale = Scale {
        streams: 0,
        locked: 0,
    };
    each_stream(bytes, &mut |dict, data| match dict {
        Some(dict) if is_encrypted => scale.weigh_locked(dict, data),
        Some(dict) => scale.weigh(dict, data),
        // The word itself in a text, or a dictionary too long to be looked at: counted as it
        // most probably is packed.
        None => scale.weigh(b"<</Filter/FlateDecode>>", data),
    })
}

/// Refuses a file whose images, drawn, would have more pixels than the cap: [`weigh`] counts bytes, and
/// a few bytes of JPEG may announce a hundred megapixels.
pub(crate) fn weigh_pictures(bytes: &[u8]) -> Result<(), Cause> {
    each_stream(bytes, &mut |dict, data| {
        let Some(dict) = dict.filter(|dict| find(dict, b"/Image").is_some()) else {
            return Ok(());
        };
        let own = own_entries(dict);
        let written = pixels(side(&own, b"/Width")?, side(&own, b"/Height")?);
        if written.max(announced(data)) > LIMITS.decoded {
            return Err(Cause::TooLarge);
        }
        Ok(())
    })
}

/// What looks at the dictionary of a stream, when it is found, and at the data that begin there.
type Sink<'a> = dyn FnMut(Option<&[u8]>, &[u8]) -> Result<(), Cause> + 'a;

fn each_stream(bytes: &[u8], sink: &mut Sink<'_>) -> Result<(), Cause> {
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"stream")) {
        let start = at.saturating_add(found);
        at = start.saturating_add(b"stream".len());
        let is_end = start
            .checked_sub(3)
            .and_then(|before| bytes.get(before..start))
            == Some(b"end");
        if is_end {
            continue;
        }
        sink(dict_before(bytes, start), after_line_end(bytes, at))?;
    }
    Ok(())
}

fn pixels(width: u64, height: u64) -> u64 {
    width.saturating_mul(height)
}

/// Returns the number after a key; one that is kept elsewhere cannot be known.
fn side(own: &[u8], key: &[u8]) -> Result<u64, Cause> {
    let Some(at) = find(own, key) else {
        return Ok(0);
    };
    let rest = own.get(at.saturating_add(key.len())..).unwrap_or_default();
    let words: Vec<&[u8]> = rest
        .split(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        .filter(|word| !word.is_empty())
        .take(3)
        .collect();
    let number = |word: &[u8]| str::from_utf8(word).ok()?.parse::<u64>().ok();
    match words.as_slice() {
        [_, _, b"R"] => Err(Cause::Packing),
        [first, ..] => Ok(number(first).unwrap_or(u64::MAX)),
        [] => Ok(0),
    }
}

/// Returns how many pixels the head of a JPEG or a JPEG 2000 announces; 0 for anything else.
fn announced(data: &[u8]) -> u64 {
    let pair = |at: usize| match data.get(at..at.saturating_add(2)) {
        Some([high, low]) => usize::from(*high) << 8 | usize::from(*low),
        _ => 0,
    };
    let quad = |at: usize| (pair(at) as u64) << 16 | pair(at.saturating_add(2)) as u64;
    if data.starts_with(&[0xff, 0xd8]) {
        let mut at = 2;
        while data.get(at) == Some(&0xff) {
            match data.get(at.saturating_add(1)) {
                // The frame, whatever its coding.
                Some(0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) => {
                    return pixels(pair(at + 5) as u64, pair(at + 7) as u64);
                }
                Some(0xff) => at += 1,
                Some(_) => at = at.saturating_add(2).saturating_add(pair(at + 2).max(2)),
                None => return 0,
            }
        }
        return 0;
    }
    // The size stands in the codestream, alone or in a box near the beginning.
    let head = data.get(..1_024).unwrap_or(data);
    match find(head, &[0xff, 0x4f, 0xff, 0x51]) {
        Some(at) => pixels(quad(at + 8), quad(at + 12)),
        None => 0,
    }
}

struct Scale {
    streams: u64,
    locked: u64,
}

/// The way a stream is packed, one stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    Flate,
    Lzw,
    RunLength,
    Ascii85,
    Hexadecimal,
    /// An image, which is never unpacked here.
    Image,
}

impl Scale {
    fn weigh(&mut self, dict: &[u8], data: &[u8]) -> Result<(), Cause> {
        let chain = chain(dict)?;
        let is_image = find(dict, b"/Image").is_some();
        let cap = if is_image {
            LIMITS.images
        } else {
            LIMITS.streams.saturating_sub(self.streams)
        };
        let mut unpacked: Option<Vec<u8>> = None;
        let mut size = 0;
        let last = chain.len().saturating_sub(1);
        for (stage, packing) in chain.iter().enumerate() {
            let input = unpacked.as_deref().unwrap_or(data);
            let mut kept = (stage < last).then(Vec::new);
            size = match packing {
                Packing::Flate => inflate(input, cap, kept.as_mut())?,
                Packing::RunLength => spread(input, cap, kept.as_mut())?,
                Packing::Ascii85 | Packing::Hexadecimal => {
                    let text = match packing {
                        Packing::Ascii85 => ascii85(input),
                        _ => hexadecimal(input),
                    };
                    let size = text.len() as u64;
                    kept = Some(text);
                    size
                }
                // Old distillers used it for small streams; each byte may stand for a thousand.
                Packing::Lzw if input.len() <= LZW && stage == last => 0,
                Packing::Lzw => return Err(Cause::Packing),
                Packing::Image => break,
            };
            unpacked = kept;
        }
        if !is_image {
            self.streams = self.streams.saturating_add(size);
        }
        Ok(())
    }

    /// What is locked cannot be unpacked before the file is opened: the worst case is counted.
    fn weigh_locked(&mut self, dict: &[u8], data: &[u8]) -> Result<(), Cause> {
        let chain = chain(dict)?;
        let packings = |packing: &&Packing| {
            matches!(packing, Packing::Flate | Packing::Lzw | Packing::RunLength)
        };
        if chain.iter().filter(packings).count() > 1 || chain.contains(&Packing::Lzw) {
            return Err(Cause::Packing);
        }
        if find(dict, b"/Image").is_some() || chain.is_empty() {
            return Ok(());
        }
        let length = find(data, b"endstream").unwrap_or(data.len()) as u64;
        self.locked = self.locked.saturating_add(length);
        if self.locked > LOCKED {
            return Err(Cause::Encrypted);
        }
        Ok(())
    }
}

const LZW: usize = 16 << 10;
/// Bytes of locked streams that are opened without having been counted.
const LOCKED: u64 = 640 << 10;

/// Returns what stands between the object's start and its stream.
fn dict_before(bytes: &[u8], end: usize) -> Option<&[u8]> {
    const FAR: usize = 16 << 10;
    let region = bytes.get(end.saturating_sub(FAR)..end).unwrap_or_default();
    let start = region.windows(3).rposition(|window| window == b"obj")?;
    region.get(start..)
}

fn after_line_end(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    rest.strip_prefix(b"\n").unwrap_or(rest)
}

/// Returns the entries of a dictionary without those of the dictionaries inside it, its strings and
/// its remarks.
fn own_entries(dict: &[u8]) -> Vec<u8> {
    let mut own = Vec::with_capacity(dict.len());
    let mut depth = 0usize;
    let mut rest = dict;
    while let Some((&byte, after)) = rest.split_first() {
        let next = after.first();
        rest = after;
        match (byte, next) {
            (b'<', Some(b'<')) => {
                depth += 1;
                rest = after.get(1..).unwrap_or_default();
                own.push(b' ');
            }
            (b'>', Some(b'>')) => {
                depth = depth.saturating_sub(1);
                rest = after.get(1..).unwrap_or_default();
                own.push(b' ');
            }
            (b'(', _) => rest = after_string(after),
            (b'%', _) => {
                let end = after.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
                rest = end.and_then(|end| after.get(end..)).unwrap_or_default();
            }
            _ if depth == 1 => own.push(byte),
            _ => {}
        }
    }
    own
}

/// Returns what follows a string whose parenthesis has just opened.
fn after_string(string: &[u8]) -> &[u8] {
    let mut open = 1usize;
    let mut escaped = false;
    for (index, byte) in string.iter().enumerate() {
        match (std::mem::take(&mut escaped), byte) {
            (true, _) => {}
            (false, b'\\') => escaped = true,
            (false, b'(') => open += 1,
            (false, b')') => open -= 1,
            (false, _) => {}
        }
        if open == 0 {
            return string.get(index.saturating_add(1)..).unwrap_or_default();
        }
    }
    &[]
}

/// Reads how a stream says that it is packed, in its plain writing only.
fn chain(dict: &[u8]) -> Result<Vec<Packing>, Cause> {
    // A name written in codes hides something: letters need none.
    let is_hidden = dict
        .windows(3)
        .any(|w| matches!(w, [b'#', b'4'..=b'7', low] if low.is_ascii_hexdigit()));
    if is_hidden {
        return Err(Cause::Packing);
    }
    let dict = &own_entries(dict);
    let mut chain = Vec::new();
    for key in [b"/Filter".as_slice(), b"/F"] {
        let mut at = 0;
        while let Some(found) = dict.get(at..).and_then(|rest| find(rest, key)) {
            at = at.saturating_add(found).saturating_add(key.len());
            let rest = dict.get(at..).unwrap_or_default().trim_ascii_start();
            let is_other_key = dict.get(at).is_some_and(u8::is_ascii_alphanumeric);
            if is_other_key {
                continue;
            }
            let list = match rest.strip_prefix(b"[") {
                Some(list) => {
                    let end = list.iter().position(|b| *b == b']').unwrap_or(list.len());
                    list.get(..end).unwrap_or_default()
                }
                None if rest.starts_with(b"/") => {
                    let name = rest.get(1..).unwrap_or_default();
                    let end = name
                        .iter()
                        .position(|b| !b.is_ascii_alphanumeric())
                        .unwrap_or(name.len());
                    rest.get(..end.saturating_add(1)).unwrap_or_default()
                }
                // Said elsewhere: it cannot be counted.
                None if rest.first().is_some_and(u8::is_ascii_digit) => {
                    return Err(Cause::Packing);
                }
                None => continue,
            };
            for name in list.split(|b| *b == b'/').skip(1) {
                chain.extend(packing(name.trim_ascii())?);
            }
        }
    }
    if chain.len() > 4 {
        return Err(Cause::Packing);
    }
    Ok(chain)
}

fn packing(name: &[u8]) -> Result<Option<Packing>, Cause> {
    Ok(Some(match name {
        b"FlateDecode" | b"Fl" => Packing::Flate,
        b"LZWDecode" | b"LZW" => Packing::Lzw,
        b"RunLengthDecode" | b"RL" => Packing::RunLength,
        b"ASCII85Decode" | b"A85" => Packing::Ascii85,
        b"ASCIIHexDecode" | b"AHx" => Packing::Hexadecimal,
        b"DCTDecode" | b"DCT" | b"JPXDecode" | b"CCITTFaxDecode" | b"CCF" | b"JBIG2Decode" => {
            Packing::Image
        }
        b"Crypt" | b"" => return Ok(None),
        // A list within the list, or a reference.
        name if name.contains(&b' ') => return Err(Cause::Packing),
        _ => return Ok(None),
    }))
}

/// Unpacks into nothing, or into `kept`, and returns how much came out.
fn inflate(data: &[u8], cap: u64, mut kept: Option<&mut Vec<u8>>) -> Result<u64, Cause> {
    let mut zlib = ZlibDecoder::new(data);
    let (count, is_whole) = drain(&mut zlib, cap, kept.as_deref_mut())?;
    if is_whole || count > 0 {
        return Ok(count);
    }
    let mut deflate = DeflateDecoder::new(data);
    let (count, _) = drain(&mut deflate, cap, kept)?;
    Ok(count)
}

fn drain(
    reader: &mut dyn Read,
    cap: u64,
    mut kept: Option<&mut Vec<u8>>,
) -> Result<(u64, bool), Cause> {
    let mut chunk = vec![0; 64 << 10];
    let mut total = 0u64;
    loop {
        let count = match reader.read(&mut chunk) {
            Ok(0) => return Ok((total, true)),
            Ok(count) => count,
            Err(_) => return Ok((total, false)),
        };
        total = total.saturating_add(count as u64);
        if total > cap {
            return Err(Cause::TooLarge);
        }
        if let Some(kept) = kept.as_deref_mut() {
            kept.extend_from_slice(chunk.get(..count).unwrap_or_default());
        }
    }
}

fn spread(data: &[u8], cap: u64, mut kept: Option<&mut Vec<u8>>) -> Result<u64, Cause> {
    let mut total = 0u64;
    let mut rest = data;
    while let Some((&length, after)) = rest.split_first() {
        let count = usize::from(length);
        let (taken, made): (usize, &[u8]) = match length {
            128 => break,
            0..=127 => (count + 1, after.get(..=count).unwrap_or(after)),
            129..=255 => (1, after.get(..1).unwrap_or_default()),
        };
        let times = if length > 128 { 257 - count } else { 1 };
        total = total.saturating_add((made.len() * times) as u64);
        if total > cap {
            return Err(Cause::TooLarge);
        }
        if let Some(kept) = kept.as_deref_mut() {
            for _ in 0..times {
                kept.extend_from_slice(made);
            }
        }
        rest = after.get(taken..).unwrap_or_default();
    }
    Ok(total)
}

fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group = Vec::with_capacity(5);
    for &byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => {}
        }
        if group.len() == 5 {
            flush85(&mut out, &group, 4);
            group.clear();
        }
    }
    if group.len() > 1 {
        let n_bytes = group.len() - 1;
        group.resize(5, 84);
        flush85(&mut out, &group, n_bytes);
    }
    out
}

fn flush85(out: &mut Vec<u8>, group: &[u32], n_bytes: usize) {
    let value = group
        .iter()
        .fold(0u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(*digit));
    out.extend(value.to_be_bytes().iter().take(n_bytes));
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => high << 4 | low,
            [high] => high << 4,
            _ => 0,
        })
        .collect()
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        let found = at.checked_add(rest.iter().position(|byte| *byte == first)?)?;
        if bytes.get(found..)?.starts_with(needle) {
            return Some(found);
        }
        at = found.checked_add(1)?;
    }
}
