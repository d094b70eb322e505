//! A file about to leave: into which folder, what becomes of one that bears its name already, and
//! where it was written. Shared by the screens that write one.

use std::path::{Path, PathBuf};

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use crate::export::files::Existing;
use crate::style::{container as look, space, typeface};
use crate::t;
use crate::widget::frame::{signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};

/// How a file left, or did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// It stands there.
    Written(PathBuf),
    /// Another one bears its name: nobody said yet what becomes of it.
    Taken(PathBuf),
    /// It was not written, and why.
    Failed(String),
}

/// Where files leave to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    folder: PathBuf,
    writing: bool,
    left: Option<Left>,
}

/// A gesture on what is said of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// What becomes of the file that is there.
    Existing(Existing),
    /// Shows the folder.
    Show,
}

impl Outlet {
    /// Returns the way out to a folder.
    pub fn to(folder: PathBuf) -> Self {
        Self {
            folder,
            writing: false,
            left: None,
        }
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns whether a file is being written.
    pub fn is_writing(&self) -> bool {
        self.writing
    }

    /// Returns whether a file was written.
    pub fn is_written(&self) -> bool {
        matches!(self.left, Some(Left::Written(_)))
    }

    /// A file begins to be written.
    pub fn begin(&mut self) {
        self.writing = true;
        self.left = None;
    }

    /// It ended.
    pub fn end(&mut self, left: Left) {
        self.writing = false;
        self.left = Some(left);
    }

    /// Draws where files go and what became of the last one.
    pub fn view(&self) -> Element<'_, Message> {
        if self.writing {
            return typeface::dense(t!("outlet-writing")).into();
        }
        match &self.left {
            None => typeface::dense(t!(
                "outlet-folder",
                folder = self.folder.display().to_string()
            ))
            .style(typeface::secondary)
            .into(),
            Some(Left::Written(path)) => row![
                container(signed(
                    Icon::Check,
                    typeface::dense(t!("outlet-written", path = path.display().to_string()))
                        .width(Length::Fill)
                ))
                .width(Length::Fill),
                Element::from(
                    control::secondary(t!("batch-show"))
                        .dense()
                        .icon(Icon::Folder)
                        .on_press(Message::Show)
                        .id("outlet-show")
                ),
            ]
            .spacing(space::S)
            .align_y(Alignment::Center)
            .into(),
            Some(Left::Taken(path)) => taken(path),
            Some(Left::Failed(cause)) => signed_in(
                Icon::Alert,
                typeface::dense(cause.as_str()).width(Length::Fill),
                typeface::alert,
            ),
        }
    }
}

fn taken<'a>(path: &Path) -> Element<'a, Message> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let choice = |label: &str, existing: Existing, id: &'static str| {
        Element::from(
            control::secondary(t!(label))
                .dense()
                .on_press(Message::Existing(existing))
                .id(id),
        )
    };
    let line = row![
        choice("outlet-keep", Existing::Keep, "outlet-keep"),
        choice("outlet-replace", Existing::Replace, "outlet-replace"),
    ]
    .spacing(space::S);
    let words = column![
        typeface::dense_strong(t!("outlet-taken", name = name.into_owned())),
        row![gap::horizontal(), line],
    ]
    .spacing(space::XS);
    container(words)
        .padding([space::S, space::M])
        .width(Length::Fill)
        .style(look::notice)
        .into()
}
