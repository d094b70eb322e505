//! A text under the fingers: what is shown, what was last handed over to be written, and when a
//! pause in the typing is long enough to hand it over.

use iced::widget::text_editor::{Action, Content};

use crate::domain::roster::Moment;

/// A pause of this many milliseconds hands the text over.
const PAUSE: u64 = 700;

/// A text being written.
#[derive(Debug, Default)]
pub struct Typed {
    /// What the editor shows.
    pub content: Content,
    written: String,
    touched: Option<Moment>,
}

impl Typed {
    /// Returns an editor that shows `text`.
    pub fn new(text: &str) -> Self {
        Self {
            content: Content::with_text(text),
            written: text.to_owned(),
            touched: None,
        }
    }

    /// Shows `text` when it changed elsewhere; what is being typed is kept.
    pub fn follow(&mut self, text: &str) {
        if self.touched.is_none() && self.written != text {
            *self = Self::new(text);
        }
    }

    /// Lets the editor act.
    pub fn act(&mut self, action: Action, now: Moment) {
        let edits = action.is_edit();
        self.content.perform(action);
        if edits {
            self.touched = Some(now);
        }
    }

    /// Puts `text` at the end, on its own after what is there.
    pub fn append(&mut self, text: &str, now: Moment) {
        let before = self.text();
        let joined = if before.trim().is_empty() {
            text.to_owned()
        } else {
            format!("{} {text}", before.trim_end())
        };
        self.content = Content::with_text(&joined);
        self.touched = Some(now);
    }

    /// Returns what is shown.
    pub fn text(&self) -> String {
        let text = self.content.text();
        text.strip_suffix('\n').unwrap_or(&text).to_owned()
    }

    /// Returns whether something typed was not handed over yet.
    pub fn is_pending(&self) -> bool {
        self.touched.is_some()
    }

    /// Hands the text over when the typing paused.
    pub fn due(&mut self, now: Moment) -> Option<String> {
        let paused = self
            .touched
            .is_some_and(|touched| now.since(touched) >= PAUSE);
        if paused { self.take() } else { None }
    }

    /// Hands the text over at once, if it changed.
    pub fn take(&mut self) -> Option<String> {
        let _ = self.touched.take()?;
        let text = self.text();
        if text == self.written {
            return None;
        }
        self.written.clone_from(&text);
        Some(text)
    }
}
