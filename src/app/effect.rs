//! Work outside the window: the system's dialogs, pages drawn and written aside, the PDF viewer.

use std::path::{Path, PathBuf};
use std::thread;

use iced::Task;
use iced::futures::StreamExt;
use iced::futures::channel::{mpsc, oneshot};
use iced::widget::operation::{self, AbsoluteOffset};

use super::Message;
use crate::export::ExportError;
use crate::export::files::{self, Existing};
use crate::export::pdf::{Pages, pdf};
use crate::export::sheet::Sheet;
use crate::screen::outlet::Left;
use crate::screen::{copies, harmony, retention};
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

/// Does long work on a thread of its own that tells how far it is. Telling answers whether anybody
/// still listens; `failed` says that the work could not begin.
pub fn told<T: Send + 'static>(
    work: impl FnOnce(&dyn Fn(T) -> bool) + Send + 'static,
    failed: impl FnOnce(String) -> T,
) -> Task<T> {
    let (sender, receiver) = mpsc::unbounded();
    let teller = sender.clone();
    let started =
        thread::Builder::new().spawn(move || work(&|said| teller.unbounded_send(said).is_ok()));
    if let Err(error) = started {
        let _ = sender.unbounded_send(failed(error.to_string()));
    }
    drop(sender);
    Task::run(receiver.boxed(), |said| said)
}

/// Makes a file aside and writes it in a folder; one that bears its name already is not touched
/// before somebody said what becomes of it.
pub fn leave(
    folder: PathBuf,
    name: String,
    existing: Existing,
    make: impl FnOnce() -> Result<Vec<u8>, ExportError> + Send + 'static,
) -> Task<Left> {
    let work = move || {
        let there = folder.join(&name);
        if existing == Existing::Refuse && there.exists() {
            return Ok(Left::Taken(there));
        }
        let written = make().and_then(|bytes| files::write(&folder, &name, &bytes, existing));
        Ok(match written {
            Ok(path) => Left::Written(path),
            Err(ExportError::Exists(path)) => Left::Taken(path),
            Err(error) => Left::Failed(error.to_string()),
        })
    };
    aside(work).map(|left| left.unwrap_or_else(Left::Failed))
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

/// Asks the system for files of commissions to read together.
pub fn choose_results() -> Task<Message> {
    let title = t!("harmony-add");
    let chosen = async move {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .add_filter("Délibéré", &["delibere"]);
        let chosen = dialog.pick_files().await.unwrap_or_default();
        let paths = chosen.iter().map(|handle| handle.path().to_owned());
        paths.collect()
    };
    Task::perform(chosen, |paths| {
        Message::Harmony(harmony::Message::Chosen(paths))
    })
}

/// Asks the system for a folder of such files.
pub fn choose_results_folder() -> Task<Message> {
    choose_folder(t!("harmony-folder"), |folder| {
        Message::Harmony(harmony::Message::Chosen(folder.into_iter().collect()))
    })
}

/// Asks the system for the folder of files that may be over.
pub fn choose_archive() -> Task<Message> {
    choose_folder(t!("retention-choose"), |folder| {
        Message::Retention(retention::Message::Chosen(folder))
    })
}

fn choose_folder(
    title: String,
    say: impl Fn(Option<PathBuf>) -> Message + Send + 'static,
) -> Task<Message> {
    let chosen = async move {
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let chosen = dialog.pick_folder().await;
        chosen.map(|handle| handle.path().to_owned())
    };
    Task::perform(chosen, say)
}

/// Asks the system for a copy that was received, or where to make one.
pub fn choose_copy(making: bool) -> Task<Message> {
    let title = t!(if making {
        "copies-make-title"
    } else {
        "copies-join-title"
    });
    let chosen = async move {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .add_filter("Délibéré", &["delibere"]);
        let chosen = if making {
            dialog.save_file().await
        } else {
            dialog.pick_file().await
        };
        chosen.map(|handle| handle.path().to_owned())
    };
    Task::perform(chosen, move |path| {
        Message::Copies(if making {
            copies::Message::Place(path)
        } else {
            copies::Message::Received(path)
        })
    })
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

/// Scrolls what is read by one step, wherever there is no control that Tab would bring into sight.
pub fn scroll(zones: &[&'static str], down: bool) -> Task<Message> {
    let y = if down { STEP } else { -STEP };
    Task::batch(
        zones
            .iter()
            .map(|zone| operation::scroll_by(*zone, AbsoluteOffset { x: 0.0, y })),
    )
}

/// One step of an arrow, in pixels.
const STEP: f32 = 60.0;

/// Gives the keyboard back to the screen: no field keeps the focus.
pub fn leave_fields() -> Task<Message> {
    operation::focus("no-field")
}
