//! Work outside the window: the system's dialogs, pages drawn and written aside, the PDF viewer.

use std::path::{Path, PathBuf};
use std::thread;

use iced::Task;
use iced::futures::channel::oneshot;

use super::Message;
use crate::export::files;
use crate::export::pdf::{Pages, pdf};
use crate::export::sheet::Sheet;
use crate::t;

/// Does slow work on a thread of its own, so that the window keeps answering.
pub fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Task<Result<T, String>> {
    let (sender, receiver) = oneshot::channel();
    let started = thread::Builder::new().spawn(move || {
        let _ = sender.send(work());
    });
    match started {
        Ok(_) => Task::perform(receiver, |done| {
            done.unwrap_or_else(|_| Err(t!("effect-stopped")))
        }),
        Err(error) => Task::done(Err(error.to_string())),
    }
}

/// Returns the folder where the sheets of a commission go: beside its file.
pub fn sheets_folder(commission: &Path) -> PathBuf {
    commission.with_file_name("fiches")
}

/// Writes the sheets of a candidate as a new PDF; shows it in the system's viewer to be printed.
pub fn write_sheet(
    sheet: &Sheet,
    candidate_only: bool,
    folder: &Path,
    name: &str,
    print: bool,
) -> Result<String, String> {
    let failed = |cause: String| t!("sheets-failed", cause = cause);
    std::fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
    let pages = if candidate_only {
        Pages::CandidateOnly
    } else {
        Pages::All
    };
    let bytes =
        pdf(std::slice::from_ref(sheet), pages).map_err(|error| failed(error.to_string()))?;
    let path = files::write_new(folder, name, &bytes).map_err(|error| failed(error.to_string()))?;
    let shown = path.display().to_string();
    if !print {
        return Ok(t!("sheets-saved", path = shown));
    }
    match open::that_detached(&path) {
        Ok(()) => Ok(t!("sheets-printed", path = shown)),
        Err(_) => Ok(t!("sheets-failed-open", path = shown)),
    }
}

/// Asks the system for a commission's file.
pub fn choose_file() -> Task<Message> {
    let title = t!("home-open");
    Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title(title)
                .add_filter("Délibéré", &["delibere"]);
            dialog
                .pick_file()
                .await
                .map(|handle| handle.path().to_owned())
        },
        Message::Chosen,
    )
}

/// Asks the system for a grid's file, or where to write one.
pub fn choose_grid(purpose: crate::screen::grids::Purpose) -> Task<Message> {
    use crate::screen::grids::Purpose;
    let title = t!(match purpose {
        Purpose::Open => "grids-open",
        Purpose::Export => "grids-export",
    });
    let kind = t!("grids-kind");
    Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title(title)
                .add_filter(kind, &["json"]);
            let chosen = match purpose {
                Purpose::Open => dialog.pick_file().await,
                Purpose::Export => dialog.save_file().await,
            };
            chosen.map(|handle| handle.path().to_owned())
        },
        Message::GridChosen,
    )
}

/// Asks the system for a list of candidates.
pub fn choose_list() -> Task<Message> {
    let (title, kind) = (t!("import-title"), t!("import-kind"));
    Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title(title)
                .add_filter(kind, &["csv", "xlsx", "txt"]);
            dialog
                .pick_file()
                .await
                .map(|handle| handle.path().to_owned())
        },
        Message::ListChosen,
    )
}

/// Asks the system for a file of sentences, or where to write one when `out`.
pub fn choose_comments(out: bool) -> Task<Message> {
    let title = t!(if out {
        "comments-export"
    } else {
        "comments-import"
    });
    let kind = t!("comments-kind");
    Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title(title)
                .add_filter(kind, &["json"]);
            let chosen = if out {
                dialog.set_file_name("phrases.json").save_file().await
            } else {
                dialog.pick_file().await
            };
            chosen.map(|handle| handle.path().to_owned())
        },
        move |path| Message::CommentsChosen(out, path),
    )
}

/// Asks the system where to write everything.
pub fn choose_place() -> Task<Message> {
    let title = t!("incident-elsewhere");
    Task::perform(
        async move {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title(title)
                .add_filter("Délibéré", &["delibere"]);
            dialog
                .save_file()
                .await
                .map(|handle| handle.path().to_owned())
        },
        Message::Elsewhere,
    )
}

/// Gives the keyboard back to the screen: no field keeps the focus.
pub fn leave_fields() -> Task<Message> {
    iced::widget::operation::focus("no-field")
}
