//! The viewer of a candidate's papers: one piece at a time, page by page. What it shows is asked of the
//! app and comes back under the piece's own key, so that nothing lands on another candidate. It reads
//! no file.

mod draw;
mod sheet;

pub use draw::see;

use std::sync::Arc;

use iced::Task;
use iced::widget::image::Handle;
use iced::widget::operation::scroll_by;
use iced::widget::scrollable::AbsoluteOffset;

use crate::domain::dossier::{Dossier, Piece, PieceKind, Place};
use crate::domain::id::CandidateId;
use crate::dossier::show::{Pages, Text, Unshown, Workbook};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::widget::travel;

/// Width of the viewer.
pub const PANE: f32 = 408.0;
/// Width of the page as it is shown at first, in logical pixels.
pub const PAGE: f32 = 380.0;
/// How much larger the page may be made.
const ZOOMS: [f32; 5] = [1.0, 1.25, 1.5, 2.0, 3.0];
/// Bytes of the drawn pages that are kept: a dozen at the first size.
const KEPT: usize = 24 << 20;
/// Where the piece scrolls.
const SCROLL: &str = "viewer";
/// How far one press of a key scrolls.
const STEP: f32 = 120.0;

/// Which piece of which candidate. Two pieces of one key have the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Whose.
    pub candidate: CandidateId,
    /// Its path in the dossier.
    pub path: String,
    /// Its hash.
    pub sha256: Option<String>,
}

/// A picture ready for the window.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// Its pixels.
    pub handle: Handle,
    /// Pixels across and down.
    pub size: (u32, u32),
}

/// What a piece shows.
#[derive(Debug, Clone)]
pub enum Content {
    /// It is being opened.
    Waiting,
    /// Pages.
    Pages(Pages),
    /// One picture.
    Picture(Drawn),
    /// Paragraphs.
    Text(Arc<Text>),
    /// A site, with the names of its pages.
    Site(Vec<String>),
    /// A sheet of a workbook, whose reading is shown beside.
    Workbook(Arc<Workbook>),
    /// An address, which is the piece's path.
    Address,
    /// Why nothing is shown.
    Said(String),
}

/// A piece as the app opened it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What it shows.
    pub content: Content,
    /// Whether the usual program may be given it.
    pub outside: bool,
}

/// What the viewer wants from the app.
#[derive(Debug, Clone)]
pub enum Wish {
    /// A piece opened.
    Open(Key),
    /// A page drawn at a width in logical pixels.
    Draw {
        /// Of which piece.
        key: Key,
        /// Its pages.
        pages: Pages,
        /// Which one.
        page: usize,
        /// How much larger than at first.
        zoom: usize,
        /// How wide.
        width: f32,
    },
    /// A site in the browser, or a piece in its usual program.
    Outside(Key),
    /// The joining of a dossier stopped.
    Stop,
}

/// What comes of a gesture.
#[derive(Debug)]
pub enum Want {
    /// Nothing.
    Nothing,
    /// Something of the app.
    Wish(Wish),
    /// Work of the window.
    Run(Task<Message>),
}

/// A gesture, or what the app answers.
#[derive(Debug, Clone)]
pub enum Message {
    /// Shows the piece of this path.
    Show(String),
    /// Closes it.
    Close,
    /// A piece was opened.
    Opened(Key, Opened),
    /// A page was drawn.
    Page(Key, usize, usize, Result<Drawn, Unshown>),
    /// Turns the page: forward when true.
    Turn(bool),
    /// Makes the page larger when true, smaller else.
    Zoom(bool),
    /// Opens the piece outside.
    Outside,
    /// Copies an address.
    Copy,
    /// A field that is only read was typed in.
    Typed,
    /// Stops the joining of a dossier.
    Stop,
    /// Words about the piece.
    Told(Key, Option<String>),
}

/// The state of the viewer.
#[derive(Debug, Default)]
pub struct Viewer {
    open: Option<Open>,
    /// How many pieces were shown so far: each begins at its top.
    count: usize,
    joining: Option<(u64, u64)>,
}

#[derive(Debug)]
struct Open {
    key: Key,
    number: usize,
    content: Content,
    outside: bool,
    page: usize,
    zoom: usize,
    /// Pages drawn so far, the last one used at the end.
    drawn: Vec<Kept>,
    /// The page being drawn: one at a time, so that leafing fast asks for the last one only.
    asked: Option<(usize, usize)>,
    told: Option<String>,
    /// The place to show, once the piece is open.
    goal: Option<Place>,
}

/// A page drawn, or why it is not.
#[derive(Debug)]
struct Kept {
    page: usize,
    zoom: usize,
    drawn: Result<Drawn, Unshown>,
}

impl Kept {
    fn bytes(&self) -> usize {
        self.drawn
            .as_ref()
            .map_or(0, |drawn| drawn.size.0 as usize * drawn.size.1 as usize * 4)
    }
}

impl Viewer {
    /// Reacts to a gesture or to an answer.
    pub fn update(&mut self, message: Message, desk: &Desk<'_>) -> Want {
        match message {
            Message::Show(path) => return self.show(&path, desk),
            Message::Close => self.close(),
            Message::Opened(key, opened) => {
                if let Some(open) = self.open.as_mut().filter(|open| open.key == key) {
                    open.content = opened.content;
                    open.outside = opened.outside;
                    return open.reach();
                }
            }
            Message::Page(key, page, zoom, drawn) => {
                if let Some(open) = self.open.as_mut().filter(|open| open.key == key) {
                    open.asked = None;
                    open.keep(Kept { page, zoom, drawn });
                    return open.ask();
                }
            }
            Message::Turn(forward) => return self.turn(forward),
            Message::Zoom(larger) => return self.zoom(larger),
            Message::Outside => {
                if let Some(open) = &self.open {
                    return Want::Wish(Wish::Outside(open.key.clone()));
                }
            }
            Message::Copy => {
                if let Some(open) = &self.open {
                    return Want::Run(iced::clipboard::write(open.key.path.clone()));
                }
            }
            Message::Typed => {}
            Message::Stop => return Want::Wish(Wish::Stop),
            Message::Told(key, words) => {
                if let Some(open) = self.open.as_mut().filter(|open| open.key == key) {
                    open.told = words;
                }
            }
        }
        Want::Nothing
    }

    /// Reacts to a key; none when it is not the viewer's.
    pub fn command(&mut self, command: Command, desk: &Desk<'_>) -> Option<Want> {
        Some(match command {
            Command::NextPiece => self.leaf(true, desk),
            Command::PreviousPiece => self.leaf(false, desk),
            Command::NextPage => self.turn(true),
            Command::PreviousPage => self.turn(false),
            Command::Scroll(x, y) => scroll(x, y),
            Command::Zoom(larger) => self.zoom(larger),
            _ => return None,
        })
    }

    /// Shows a place of the tableau de synthèse, the piece itself being opened first.
    pub fn point(&mut self, place: Place, desk: &Desk<'_>) -> Want {
        let front = self
            .current(desk)
            .is_some_and(|(_, piece)| piece.kind == PieceKind::Tableau);
        let want = if front {
            Want::Nothing
        } else {
            let tableau = dossier(desk).and_then(|dossier| {
                let mut pieces = dossier.of_kind(PieceKind::Tableau);
                pieces.find(|piece| piece.duplicate_of.is_none())
            });
            tableau.map_or(Want::Nothing, |piece| self.show(&piece.path, desk))
        };
        let Some(open) = &mut self.open else {
            return want;
        };
        open.goal = Some(place);
        if front { open.reach() } else { want }
    }

    /// Says how far the joining of a dossier is: bytes copied, of how many; none when it is over.
    pub fn join(&mut self, joining: Option<(u64, u64)>) {
        self.joining = joining;
    }

    /// Closes the piece in front.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Returns the piece in front, as long as the dossier holds it: a dossier may be replaced.
    fn current<'v, 'd>(&'v self, desk: &Desk<'d>) -> Option<(&'v Open, &'d Piece)> {
        let open = self.open.as_ref()?;
        let piece = dossier(desk)?
            .pieces
            .iter()
            .find(|piece| key(desk, piece) == open.key)?;
        Some((open, piece))
    }

    fn show(&mut self, path: &str, desk: &Desk<'_>) -> Want {
        let piece = dossier(desk).and_then(|dossier| {
            let mut pieces = dossier.pieces.iter();
            pieces.find(|piece| piece.path == path)
        });
        let Some(piece) = piece else {
            return Want::Nothing;
        };
        let key = key(desk, piece);
        let is_address = piece.kind == PieceKind::PortfolioAddress;
        self.count += 1;
        self.open = Some(Open {
            key: key.clone(),
            number: self.count,
            content: if is_address {
                Content::Address
            } else {
                Content::Waiting
            },
            outside: false,
            page: 0,
            zoom: 0,
            drawn: Vec::new(),
            asked: None,
            told: None,
            goal: None,
        });
        if is_address {
            Want::Nothing
        } else {
            Want::Wish(Wish::Open(key))
        }
    }

    /// Shows the piece after the one in front, round the end.
    fn leaf(&mut self, forward: bool, desk: &Desk<'_>) -> Want {
        let Some(dossier) = dossier(desk) else {
            return Want::Nothing;
        };
        let count = dossier.pieces.len();
        let current = self.current(desk).map(|(_, piece)| piece.path.clone());
        let at = current.and_then(|path| {
            let mut pieces = dossier.pieces.iter();
            pieces.position(|piece| piece.path == path)
        });
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
            (Some(at), true) => (at + 1) % count.max(1),
            (Some(at), false) => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        };
        let path = dossier.pieces.get(next).map(|piece| piece.path.clone());
        path.map_or(Want::Nothing, |path| self.show(&path, desk))
    }

    /// Turns the page; what has none scrolls.
    fn turn(&mut self, forward: bool) -> Want {
        let Some(open) = &mut self.open else {
            return Want::Nothing;
        };
        let Content::Pages(pages) = &open.content else {
            return scroll(0, if forward { 1 } else { -1 });
        };
        let last = pages.count().saturating_sub(1);
        let page = if forward {
            (open.page + 1).min(last)
        } else {
            open.page.saturating_sub(1)
        };
        if page == open.page {
            return Want::Nothing;
        }
        open.page = page;
        open.ask()
    }

    fn zoom(&mut self, larger: bool) -> Want {
        let Some(open) = &mut self.open else {
            return Want::Nothing;
        };
        open.zoom = if larger {
            (open.zoom + 1).min(ZOOMS.len() - 1)
        } else {
            open.zoom.saturating_sub(1)
        };
        open.ask()
    }
}

/// Scrolls the piece by so many steps to the right and down.
fn scroll(x: i8, y: i8) -> Want {
    let by = AbsoluteOffset {
        x: f32::from(x) * STEP,
        y: f32::from(y) * STEP,
    };
    Want::Run(scroll_by(SCROLL, by))
}

impl Open {
    /// Goes to the place that is to be shown.
    fn reach(&mut self) -> Want {
        match (self.goal, &self.content) {
            (Some(Place::Page { page, .. }), Content::Pages(pages)) => {
                let last = pages.count().saturating_sub(1);
                self.page = usize::try_from(page).unwrap_or(last).min(last);
                self.ask()
            }
            (Some(Place::Cell { row, .. }), Content::Workbook(_)) => {
                Want::Run(travel::reveal_id(sheet::row_id(row)))
            }
            _ => self.ask(),
        }
    }

    /// Asks for the page in front when it is not drawn, then for the one that is likely to follow.
    fn ask(&mut self) -> Want {
        let Content::Pages(pages) = &self.content else {
            return Want::Nothing;
        };
        if self.asked.is_some() {
            return Want::Nothing;
        }
        let wanted = [self.page, self.page + 1];
        let missing = wanted
            .into_iter()
            .filter(|page| *page < pages.count())
            .find(|page| self.exactly(*page).is_none());
        let Some(page) = missing else {
            return Want::Nothing;
        };
        self.asked = Some((page, self.zoom));
        Want::Wish(Wish::Draw {
            key: self.key.clone(),
            pages: pages.clone(),
            page,
            zoom: self.zoom,
            width: PAGE * factor(self.zoom),
        })
    }

    fn exactly(&self, page: usize) -> Option<&Kept> {
        let mut drawn = self.drawn.iter();
        drawn.find(|kept| kept.page == page && kept.zoom == self.zoom)
    }

    /// Returns the page in front, at another size while this one is being drawn.
    fn shown(&self) -> Option<&Kept> {
        let of_page = || self.drawn.iter().filter(|kept| kept.page == self.page);
        self.exactly(self.page)
            .or_else(|| of_page().rfind(|kept| kept.drawn.is_ok()))
    }

    fn keep(&mut self, kept: Kept) {
        self.drawn.push(kept);
        let mut room = KEPT;
        let front = self.page;
        // The oldest go first, never the page in front.
        let mut stays: Vec<bool> = self
            .drawn
            .iter()
            .rev()
            .map(|kept| {
                let fits = kept.bytes() <= room;
                room = room.saturating_sub(kept.bytes());
                fits || kept.page == front
            })
            .collect();
        stays.reverse();
        let mut stays = stays.into_iter();
        self.drawn.retain(|_| stays.next().unwrap_or(false));
    }
}

fn factor(zoom: usize) -> f32 {
    ZOOMS.get(zoom).copied().unwrap_or(1.0)
}

fn dossier<'d>(desk: &Desk<'d>) -> Option<&'d Dossier> {
    desk.seat.record.dossier.as_ref()
}

fn key(desk: &Desk<'_>, piece: &Piece) -> Key {
    Key {
        candidate: desk.seat.record.candidate.number.clone(),
        path: piece.path.clone(),
        sha256: piece.sha256.clone(),
    }
}
