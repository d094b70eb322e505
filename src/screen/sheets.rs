//! The official sheets: pages as they will be printed, and the ways out. Knows pictures of pages,
//! not how they are drawn.

use iced::widget::{button, column, container, image, row, space as gap};
use iced::{Alignment, ContentFit, Length};

use super::{Action, Ask, Desk};
use crate::domain::edit::Author;
use crate::export::pdf::PageKind;
use crate::keymap::Command;
use crate::style::{self, container as look, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{edge, edge_down, line, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};
use crate::{t, words};

/// Pixels a point of the pages on screen: a portrait page is as wide as the viewer.
pub const PAGE_SCALE: f32 = 1.31;
/// Pixels a point of the small pages.
pub const THUMBNAIL_SCALE: f32 = 0.17;
/// The widest a page is shown.
const WIDEST: f32 = 850.0;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Sheets {
    pages: Option<Result<Vec<Page>, String>>,
    current: usize,
    whole: bool,
    done: Option<String>,
}

/// One page, drawn.
#[derive(Debug, Clone)]
pub struct Page {
    /// The picture.
    pub picture: image::Handle,
    /// The same, small.
    pub thumbnail: image::Handle,
    /// Its width and height, in pixels.
    pub size: (u32, u32),
    /// What it is.
    pub kind: PageKind,
}

/// A gesture on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// The pages are drawn.
    Drawn(Result<Vec<Page>, String>),
    /// Another page.
    Page(usize),
    /// The whole page, or its width.
    Whole(bool),
    /// To the system's viewer, to print.
    Print,
    /// A PDF of all pages.
    Save,
    /// A PDF of the candidate's sheet alone.
    SaveCandidate,
    /// Written, or why not.
    Written(Result<String, String>),
    /// Everything that leaves the commission.
    Everything,
    /// Reopens the decision.
    Reopen,
}

/// What leaves: all the pages, or the candidate's sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// All pages, then the system's viewer.
    Print,
    /// All pages.
    All,
    /// The candidate's sheet.
    Candidate,
}

/// What the screen wants.
pub enum Want {
    /// What every candidate's screen may want.
    Usual(Action<Message>),
    /// Pages written out.
    Write(Way),
    /// The choice of everything that leaves the commission.
    Everything,
}

impl Sheets {
    /// Reacts to a gesture.
    pub fn update(&mut self, message: Message) -> Want {
        match message {
            Message::Drawn(pages) => self.pages = Some(pages),
            Message::Page(page) => self.current = page,
            Message::Whole(whole) => self.whole = whole,
            Message::Print => return Want::Write(Way::Print),
            Message::Save => return Want::Write(Way::All),
            Message::SaveCandidate => return Want::Write(Way::Candidate),
            Message::Written(Ok(words)) | Message::Written(Err(words)) => self.done = Some(words),
            Message::Everything => return Want::Everything,
            Message::Reopen => return Want::Usual(Action::Ask(Ask::Reopen)),
        }
        Want::Usual(Action::None)
    }

    /// Reacts to a key.
    pub fn command(&mut self, command: Command) -> Want {
        let last = match &self.pages {
            Some(Ok(pages)) => pages.len().saturating_sub(1),
            _ => 0,
        };
        match command {
            Command::Previous | Command::Up => self.current = self.current.saturating_sub(1),
            Command::Next | Command::Down => self.current = (self.current + 1).min(last),
            Command::Print => return Want::Write(Way::Print),
            Command::Export => return Want::Write(Way::All),
            Command::Open => self.whole = !self.whole,
            Command::Undo => return Want::Usual(Action::Undo(Author::Commission)),
            _ => {}
        }
        Want::Usual(Action::None)
    }

    /// Draws the screen under the band.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Element<'a, Message> {
        let pages: &[Page] = match &self.pages {
            Some(Ok(pages)) => pages,
            _ => &[],
        };
        row![
            container(self.thumbnails(desk, pages))
                .width(188)
                .height(Length::Fill)
                .style(look::ground),
            edge_down(),
            column![
                container(self.page(pages))
                    .height(Length::Fill)
                    .style(look::desk),
                edge(),
                self.bar(pages, desk.said)
            ]
            .width(Length::Fill),
            edge_down(),
            container(self.actions(desk, pages))
                .padding([space::L, space::XL])
                .width(296)
                .height(Length::Fill)
                .style(look::surface),
        ]
        .height(Length::Fill)
        .into()
    }

    fn thumbnails<'a>(&'a self, desk: &Desk<'_>, pages: &'a [Page]) -> Element<'a, Message> {
        let thumbs = pages.iter().enumerate().map(|(index, page)| {
            let picture = container(
                image(page.thumbnail.clone())
                    .height(120)
                    .content_fit(ContentFit::Contain),
            )
            .center_x(Length::Fill);
            let words = column![
                typeface::dense_strong(title(pages, index)),
                annex(desk, page.kind).map(|annex| {
                    typeface::reference(t!("sheets-annex", annex = annex))
                        .style(typeface::secondary)
                })
            ]
            .align_x(Alignment::Center)
            .width(Length::Fill);
            let message = Message::Page(index);
            let current = index == self.current;
            let thumb = button(column![picture, words].spacing(space::XS))
                .padding(space::S)
                .width(Length::Fill)
                .style(if current {
                    style::button::chosen_soft
                } else {
                    style::button::tile
                })
                .on_press(message.clone());
            focus(thumb, Some(message)).into()
        });
        crate::widget::frame::scrolled(
            container(column(thumbs).spacing(space::S)).padding(space::M),
            "thumbnails",
        )
    }

    fn page<'a>(&'a self, pages: &'a [Page]) -> Element<'a, Message> {
        let centred = |content: Element<'a, Message>| {
            container(content)
                .center_x(Length::Fill)
                .center_y(Length::Fill)
                .padding(space::L)
                .into()
        };
        match (&self.pages, pages.get(self.current)) {
            (None, _) => centred(typeface::body(t!("sheets-busy")).into()),
            (Some(Err(problem)), _) => centred(signed_in(
                Icon::Alert,
                typeface::body(problem.as_str()),
                typeface::alert,
            )),
            (Some(Ok(_)), None) => gap().into(),
            (Some(Ok(_)), Some(page)) if self.whole => centred(
                image(page.picture.clone())
                    .content_fit(ContentFit::Contain)
                    .into(),
            ),
            (Some(Ok(_)), Some(page)) => {
                // Pixel for pixel where it fits: text drawn once is sharper than text scaled.
                let width = (page.size.0 as f32).min(WIDEST);
                let height = width * page.size.1 as f32 / page.size.0.max(1) as f32;
                let picture = image(page.picture.clone()).width(width).height(height);
                crate::widget::frame::scrolled(
                    container(picture).center_x(Length::Fill).padding(space::L),
                    "page",
                )
            }
        }
    }

    fn bar<'a>(&self, pages: &[Page], said: Option<&'a str>) -> Element<'a, Message> {
        let label = t!(
            "sheets-page",
            page = (self.current + 1).to_string(),
            pages = pages.len().max(1).to_string()
        );
        let line = row![
            typeface::dense(label),
            said.map(typeface::dense_strong),
            gap::horizontal(),
            Element::from(control::quiet(t!("sheets-width")).on_press(Message::Whole(false))),
            Element::from(control::quiet(t!("sheets-whole")).on_press(Message::Whole(true))),
        ]
        .align_y(Alignment::Center);
        crate::widget::frame::foot(line)
    }

    fn actions<'a>(&'a self, desk: &Desk<'a>, pages: &[Page]) -> Element<'a, Message> {
        let candidate_sheet = pages
            .get(self.current)
            .is_some_and(|page| page.kind == PageKind::Candidate);
        let (audience, sign, detail) = if candidate_sheet {
            (
                "sheets-communicable",
                Icon::Info,
                t!("sheets-communicable-text"),
            )
        } else {
            (
                "sheets-jury",
                Icon::Lock,
                desk.header.grid.texts.retention.clone(),
            )
        };
        let ready = !pages.is_empty();
        let when = |message| ready.then_some(message);
        let mut zone = column![
            typeface::section(title(pages, self.current)),
            signed_in(sign, typeface::reference(t!(audience)), typeface::secondary),
            typeface::dense(detail).style(typeface::secondary),
            line(),
            Element::from(
                control::primary(t!("sheets-print", count = pages.len().max(1)))
                    .icon(Icon::Print)
                    .key(Command::Print.key())
                    .tall()
                    .fill()
                    .on_press_maybe(when(Message::Print))
                    .id("print")
            ),
            Element::from(
                control::secondary(t!("sheets-save"))
                    .icon(Icon::Export)
                    .fill()
                    .on_press_maybe(when(Message::Save))
                    .id("save")
            ),
            Element::from(
                control::secondary(t!("sheets-candidate-only"))
                    .icon(Icon::File)
                    .fill()
                    .on_press_maybe(when(Message::SaveCandidate))
            ),
            Element::from(
                control::quiet(t!("sheets-everything")).on_press(Message::Everything)
            ),
        ]
        .spacing(space::S);
        if let Some(done) = &self.done {
            zone = zone.push(typeface::reference(done.as_str()));
        }
        zone = zone.push(line()).push(typeface::label(t!("sheets-check")));
        let record = &desk.seat.record;
        let marked = desk.header.grid.mark.is_some();
        match &record.sealed {
            Some(seal) => {
                zone = zone.push(signed(
                    Icon::Check,
                    typeface::dense(checked(desk)).width(220),
                ));
                if !desk.seat.not_assessable.is_empty() {
                    zone = zone.push(signed(
                        Icon::Check,
                        typeface::dense(t!("sheets-check-coverage")),
                    ));
                }
                if let Some(code) = desk.seal_code {
                    zone = zone.push(signed(
                        Icon::Check,
                        typeface::dense(t!("sheets-check-code", code = code)),
                    ));
                }
                let (day, hour) = (words::day_long(seal.at.day()), words::clock(seal.at));
                zone.push(gap::vertical())
                    .push(
                        typeface::reference(if marked {
                            t!("sheets-sealed", day = day, hour = hour)
                        } else {
                            t!("sheets-sealed-decision", day = day, hour = hour)
                        })
                        .style(typeface::secondary),
                    )
                    .push(Element::from(
                        control::secondary(t!("sheets-reopen"))
                            .dense()
                            .icon(Icon::Pencil)
                            .on_press(Message::Reopen),
                    ))
                    .into()
            }
            None => zone
                .push(signed_in(
                    Icon::Alert,
                    typeface::dense(t!(if marked {
                        "sheets-draft"
                    } else {
                        "sheets-draft-decision"
                    }))
                    .width(220),
                    typeface::alert,
                ))
                .into(),
        }
    }
}

/// Returns what the sheets carry of the decision.
fn checked(desk: &Desk<'_>) -> String {
    let Some(end) = &desk.seat.end else {
        return t!("sheets-check-decision");
    };
    let (mark, last) = (words::mark(&end.mark), words::mark(&end.last));
    if end.penalties.is_empty() {
        return t!("sheets-check-mark", mark = mark, last = last);
    }
    let points = end.penalties.iter().map(|(_, points)| words::minus(points));
    t!(
        "sheets-check-mark-penalties",
        mark = mark,
        points = points.collect::<Vec<String>>().join(", "),
        last = last
    )
}

/// Returns what a page is called; of several pages of one kind, each has its number.
fn title(pages: &[Page], index: usize) -> String {
    let Some(page) = pages.get(index) else {
        return String::new();
    };
    let before = pages.iter().take(index + 1);
    let number = before.filter(|other| other.kind == page.kind).count();
    let several = number > 1 || pages.iter().filter(|other| other.kind == page.kind).count() > 1;
    let name = t!(match page.kind {
        PageKind::Recto => "sheets-front",
        PageKind::Verso => "sheets-back",
        PageKind::Jury => "sheets-grid",
        PageKind::Candidate => "sheets-candidate",
    });
    if several {
        t!("sheets-numbered", name = name, number = number.to_string())
    } else {
        name
    }
}

fn annex<'a>(desk: &Desk<'a>, kind: PageKind) -> Option<&'a str> {
    let edition = &desk.header.edition;
    let annex = match kind {
        PageKind::Candidate => edition.sheet_annex.as_str(),
        PageKind::Recto | PageKind::Verso | PageKind::Jury => edition.grid_annex.as_str(),
    };
    (!annex.is_empty()).then_some(annex)
}
