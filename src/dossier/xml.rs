//! The XML of an untrusted part as a flat sequence of nodes: no document type, no entity but the five
//! predefined ones, no nesting past the cap.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::dossier::limits::LIMITS;
use crate::dossier::refused::Cause;

/// A cursor over the nodes of one part.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

/// One node.
pub(crate) enum Node<'a> {
    /// An element opens; an empty one closes at once.
    Open(Element<'a>),
    /// The element of this local name closes.
    Close(String),
    /// Text of the element that is open; entities come as texts of their own.
    Text(Cow<'a, str>),
    /// Nothing more.
    End,
}

/// An element that opens.
pub(crate) struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Tells whether this is its name, whatever the prefix.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name() == name
    }

    /// Returns its name without prefix.
    pub(crate) fn name(&self) -> &str {
        let name = self.start.name().into_inner();
        name.rsplit(':').next().unwrap_or(name)
    }

    /// Returns the attribute of this name, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.start
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.into_inner().rsplit(':').next() == Some(name))
            .map(|attribute| {
                quick_xml::escape::unescape(&attribute.value)
                    .map(Cow::into_owned)
                    .unwrap_or_default()
            })
    }

    /// Returns the attribute as a whole number.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Tells whether a switch such as `<strike/>` or `hidden="1"` is on; `absent` when not written.
    pub(crate) fn is_on(&self, name: &str, absent: bool) -> bool {
        self.attribute(name).map_or(absent, |value| {
            !matches!(value.trim(), "0" | "false" | "off" | "none")
        })
    }
}

impl<'a> Xml<'a> {
    /// Starts on the bytes of a part, which must be UTF-8.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, Cause> {
        let text = str::from_utf8(bytes).map_err(|_| Cause::Damaged)?;
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, depth: 0 })
    }

    /// Returns the next node.
    pub(crate) fn next(&mut self) -> Result<Node<'a>, Cause> {
        loop {
            match self.reader.read_event().map_err(|_| Cause::Damaged)? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > LIMITS.depth {
                        return Err(Cause::TooDeep);
                    }
                    return Ok(Node::Open(Element { start }));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    let name = end.name().into_inner();
                    let name = name.rsplit(':').next().unwrap_or(name);
                    return Ok(Node::Close(name.to_owned()));
                }
                Event::Text(text) => return Ok(Node::Text(text.into_inner())),
                Event::CData(text) => return Ok(Node::Text(text.into_inner())),
                Event::GeneralRef(reference) => {
                    if let Ok(Some(c)) = reference.resolve_char_ref() {
                        return Ok(Node::Text(Cow::Owned(c.to_string())));
                    }
                    let c = match &*reference.into_inner() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        _ => return Err(Cause::Entities),
                    };
                    return Ok(Node::Text(Cow::Borrowed(c)));
                }
                Event::DocType(_) => return Err(Cause::Entities),
                Event::Eof if self.depth > 0 => return Err(Cause::Truncated),
                Event::Eof => return Ok(Node::End),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }
}
