//! One commission on two laptops, in the window: members' copies made, copies that were received
//! looked at and joined, and what they put in one field settled by the commission.

use std::path::{Path, PathBuf};

use iced::Task;

use super::dialog::Dialog;
use super::{App, Message, Screen, effect};
use crate::domain::commission::{Commission, Record};
use crate::domain::conflict::{Conflict, Slot};
use crate::domain::edit::{Author, Change};
use crate::domain::id::CandidateId;
use crate::domain::merge::report::Report;
use crate::domain::reconcile::Sight;
use crate::keymap::Place;
use crate::screen::copies::{self, Facts, Seen};
use crate::screen::settling::{self, Point, Settling, State, Way};
use crate::screen::{Stage, commission};
use crate::store::document::Document;
use crate::store::merge::MergeError;
use crate::store::places;
use crate::widget::travel;
use crate::{t, words};

impl App {
    /// Shows the copies of the commission in use; `received` is one to look at.
    pub(super) fn show_copies(&mut self, received: Option<PathBuf>) -> Task<Message> {
        self.slot = None;
        self.screen = Screen::Copies(Box::default());
        match received {
            Some(path) => self.look_at_copy(&path),
            None => travel::focus_on("received-path"),
        }
    }

    pub(super) fn on_copies(&mut self, message: copies::Message) -> Task<Message> {
        let Screen::Copies(screen) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message);
        self.act_on_copies(action)
    }

    pub(super) fn act_on_copies(&mut self, action: copies::Action) -> Task<Message> {
        use copies::Action;
        match action {
            Action::None => {}
            Action::Scroll(down) => return effect::scroll(&["copies", "received"], down),
            Action::Back => self.screen = Screen::Commission(commission::Commission::default()),
            Action::Focus(id) => return travel::focus_on(id),
            Action::Offer(member, again) => {
                let place = self.place_of_copy(member);
                if let Screen::Copies(screen) = &mut self.screen {
                    screen.offer(member, place.display().to_string(), again);
                }
                return travel::focus_on("copy-path");
            }
            Action::MakeBrowse => return effect::choose_copy(true),
            Action::Make(member, path, again) => self.make_copy(member, &path, again),
            Action::TakeBack(member) => self.take_column_back(member),
            Action::Browse => return effect::choose_copy(false),
            Action::Look(path) => return self.look_at_copy(&path),
            Action::Join(path) => return self.join_copy(&path),
            Action::Settle => return self.show_settling(None),
            Action::Help => self.dialog = Some(Dialog::Help(Place::Copies)),
        }
        Task::none()
    }

    /// Where a member's copy is proposed: beside the file, under a free name.
    fn place_of_copy(&self, member: usize) -> PathBuf {
        let file = self
            .session
            .as_ref()
            .map(|session| session.document.path().to_owned())
            .unwrap_or_default();
        let name = |number: usize| {
            let stem = t!(
                "copies-file-name",
                number = self.commission_number(),
                member = (member + 1).to_string()
            );
            let stem: String = stem
                .chars()
                .map(|c| if c.is_alphanumeric() { c } else { '-' })
                .collect();
            let end = places::EXTENSION;
            let name = if number == 1 {
                format!("{stem}.{end}")
            } else {
                format!("{stem}-{number}.{end}")
            };
            file.with_file_name(name)
        };
        let mut number = 1;
        while name(number).exists() && number < 100 {
            number += 1;
        }
        name(number)
    }

    fn commission_number(&self) -> String {
        let session = self.session.as_ref();
        session.map_or_else(String::new, |session| session.header().number.clone())
    }

    fn make_copy(&mut self, member: usize, path: &Path, again: bool) {
        let path = with_end(path);
        let (Screen::Copies(screen), Some(session)) = (&mut self.screen, &mut self.session) else {
            return;
        };
        match session.document.lend(member, &path, again, self.now) {
            Ok(()) => {
                let members = &session.header().members;
                let name = members.get(member).map(|known| known.short());
                screen.done(t!(
                    "merge-copy-made",
                    member = name.unwrap_or_default(),
                    path = path.display().to_string()
                ));
            }
            Err(error) => screen.fail(error.to_string()),
        }
        self.refresh();
    }

    fn take_column_back(&mut self, member: usize) {
        let (Screen::Copies(screen), Some(session)) = (&mut self.screen, &mut self.session) else {
            return;
        };
        match session.document.take_back(member, self.now) {
            Ok(()) => {
                let members = &session.header().members;
                let name = members.get(member).map(|known| known.short());
                screen.done(t!("merge-taken-back", member = name.unwrap_or_default()));
            }
            Err(error) => screen.fail(error.to_string()),
        }
        self.refresh();
    }

    /// Says what a copy would bring; changes nothing.
    pub(super) fn look_at_copy(&mut self, path: &Path) -> Task<Message> {
        let (Screen::Copies(screen), Some(session)) = (&mut self.screen, &self.session) else {
            return Task::none();
        };
        let foreseen = session
            .document
            .foresee(&[path.to_owned()], &self.places)
            .and_then(|report| Ok((report, Document::look(path, &self.places)?)));
        match foreseen {
            Ok((report, other)) => {
                let seen = seen(session.document.commission(), &report, &other);
                screen.foresee(path.to_owned(), seen);
                travel::focus_on("join")
            }
            Err(error) => {
                screen.refuse(error.to_string());
                Task::none()
            }
        }
    }

    fn join_copy(&mut self, path: &Path) -> Task<Message> {
        let (Screen::Copies(screen), Some(session)) = (&mut self.screen, &mut self.session) else {
            return Task::none();
        };
        let merged = session
            .document
            .merge(&[path.to_owned()], &self.places)
            .and_then(|report| Ok::<_, MergeError>((report, Document::look(path, &self.places)?)));
        match merged {
            Ok((report, other)) => {
                screen.joined(seen(session.document.commission(), &report, &other));
            }
            Err(error) => screen.refuse(error.to_string()),
        }
        self.refresh();
        travel::focus_on("settle")
    }

    /// Returns what the screen of copies is told.
    pub(super) fn facts_of_copies(&self) -> Option<Facts> {
        let document = &self.session.as_ref()?.document;
        let commission = document.commission();
        let members = commission.header.members.iter().enumerate();
        Some(Facts {
            number: commission.header.number.clone(),
            file: document.path().display().to_string(),
            members: members
                .map(|(place, member)| (member.short(), commission.lent.contains_key(&place)))
                .collect(),
            copy_of: document.members_copy().map(|copy| copy.member),
        })
    }

    /// Shows what is to be settled, first of all for the candidate whose decision one comes from.
    pub(super) fn show_settling(&mut self, from: Option<CandidateId>) -> Task<Message> {
        self.slot = None;
        let points = self.points();
        let mut settling = Settling::new(from, &points);
        let focus = settling.focus(points.len());
        self.screen = Screen::Settling(settling);
        travel::focus_on(focus)
    }

    pub(super) fn on_settling(&mut self, message: settling::Message) -> Task<Message> {
        let points = self.points();
        let Screen::Settling(screen) = &mut self.screen else {
            return Task::none();
        };
        let action = screen.update(message, &points);
        self.act_on_settling(action)
    }

    pub(super) fn act_on_settling(&mut self, action: settling::Action) -> Task<Message> {
        use settling::Action;
        match action {
            Action::None => Task::none(),
            Action::Back(None) => {
                self.screen = Screen::Commission(commission::Commission::default());
                Task::none()
            }
            Action::Back(Some(candidate)) | Action::Decide(candidate) => {
                self.open_candidate(&candidate, Some(Stage::Decision))
            }
            Action::Settle(candidate, settle, said) => {
                if self.change(&candidate, Author::Commission, settle) {
                    self.say(said);
                }
                let count = self.points().len();
                match &mut self.screen {
                    Screen::Settling(screen) => travel::focus_on(screen.focus(count)),
                    _ => Task::none(),
                }
            }
            Action::Help => {
                self.dialog = Some(Dialog::Help(Place::Settling));
                Task::none()
            }
        }
    }

    /// Returns what waits for the commission, then what came too late, in the order of passage.
    pub(super) fn points(&self) -> Vec<Point> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let commission = session.document.commission();
        let mut points: Vec<Point> = commission
            .by_passage()
            .into_iter()
            .flat_map(|record| {
                let conflicts = record.conflicts.iter();
                conflicts.map(|conflict| point(commission, record, conflict))
            })
            .collect();
        points.sort_by_key(|point| point.state == State::Late);
        points
    }

    /// Returns what the way back from settling is called.
    pub(super) fn back_of_settling(&self) -> String {
        t!("commission-title", number = self.commission_number())
    }
}

fn with_end(path: &Path) -> PathBuf {
    match path.extension() {
        Some(_) => path.to_owned(),
        None => path.with_extension(places::EXTENSION),
    }
}

fn seen(commission: &Commission, report: &Report, other: &Document) -> Seen {
    // Names of candidates whom only the copy knows are there.
    let (theirs, brought) = (other.commission(), report.brought.get(1));
    let brought = brought.map(Vec::as_slice).unwrap_or_default();
    let whose = match other.members_copy() {
        Some(copy) => {
            let members = &theirs.header.members;
            let name = members.get(copy.member).map(|member| member.short());
            t!("copies-whose", member = name.unwrap_or_default())
        }
        None => t!("copies-of-commission"),
    };
    Seen {
        whose,
        authors: words::arrivals(theirs, brought),
        details: brought
            .iter()
            .map(|arrival| words::arrival(theirs, arrival))
            .map(|line| line.trim_start_matches("- ").to_owned())
            .collect(),
        points: report.conflicts.len(),
        late: report.late.len(),
        lapsed: report
            .lapsed
            .iter()
            .map(|(candidate, member)| words::lapsed(commission, candidate, *member))
            .collect(),
    }
}

/// Returns a point without what stands in a column that is still closed.
fn point(commission: &Commission, record: &Record, conflict: &Conflict) -> Point {
    let id = &record.candidate.number;
    let sights = commission.sights(record, Author::Commission);
    let closed = match conflict.slot.column() {
        Some(Author::Member(member)) => matches!(sights.get(member), Some(Sight::Hidden { .. })),
        _ => false,
    };
    let state = if record.sealed.is_some() {
        State::Late
    } else if closed {
        State::Closed
    } else if conflict.slot == Slot::Seal {
        State::Elsewhere
    } else {
        State::Open
    };
    let choosable = |settle: Option<Change>| settle.filter(|_| state == State::Open);
    let mut ways: Vec<Way> = conflict
        .sides
        .iter()
        .map(|side| Way {
            value: words::settled_value(commission, id, &conflict.slot, &side.edit),
            by: Some(words::side_by(commission, side)),
            held: conflict.slot.holds(record, &side.edit),
            settle: choosable(side.settlement()),
        })
        .collect();
    if let Some(keep) = conflict.keeping(record) {
        let edit = crate::domain::edit::Edit::Of(id.clone(), keep.clone());
        ways.push(Way {
            value: words::settled_value(commission, id, &conflict.slot, &edit),
            by: None,
            held: true,
            settle: choosable(Some(keep)),
        });
    }
    Point {
        candidate: id.clone(),
        name: t!(
            "resume-candidate-value",
            name = record.candidate.name(),
            number = id.as_str()
        ),
        field: words::capital(&words::slot(commission, &conflict.slot)),
        ways,
        state,
    }
}
