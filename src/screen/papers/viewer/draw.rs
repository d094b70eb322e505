//! What the viewer looks like: its bar, then the piece on its ground.

use iced::widget::text::Wrapping;
use iced::widget::{column, container, image, keyed_column, row, scrollable, space as gap};
use iced::{Alignment, ContentFit, Length};

use super::{Content, Message, Open, PAGE, SCROLL, Viewer, factor};
use crate::domain::dossier::{Piece, PieceKind};
use crate::dossier::show::{Block, Text};
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{self, container as look, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{edge, line, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field, timer};
use crate::{t, words};

type Column<'a> = iced::widget::Column<'a, Message, style::Theme>;

/// Around a page.
const MARGIN: f32 = 14.0;

impl Viewer {
    /// Draws the piece in front under its bar; nothing when there is none.
    pub fn view<'a>(&'a self, desk: &Desk<'a>) -> Option<Element<'a, Message>> {
        let (open, piece) = self.current(desk)?;
        let zone = column![
            bar(open, piece),
            edge(),
            // Another page, or another piece, begins at its top.
            container(keyed_column([(
                (open.number, open.page),
                content(open, piece)
            )]))
            .width(Length::Fill)
            .height(Length::Fill)
            .style(look::desk)
        ];
        Some(zone.into())
    }

    /// Draws how far the joining of a dossier is; nothing when none is being joined.
    pub fn progress<'a>(&self) -> Option<Element<'a, Message>> {
        let (done, total) = self.joining?;
        // Nothing is counted while it is being read.
        let words = match done.saturating_mul(100).checked_div(total) {
            Some(percent) => t!("viewer-copying", percent = percent.to_string()),
            None => t!("viewer-joining"),
        };
        let stop = control::secondary(t!("viewer-stop"))
            .dense()
            .on_press(Message::Stop)
            .id("join-stop");
        let zone = column![
            row![
                container(typeface::reference(words)).width(Length::Fill),
                Element::from(stop)
            ]
            .spacing(space::S)
            .align_y(Alignment::Center),
            timer::gauge(&[(total.max(1), done)])
        ];
        Some(zone.spacing(space::XS).into())
    }
}

/// Draws the gesture that shows a piece.
pub fn see<'a>(piece: &Piece) -> Element<'a, Message> {
    let path = piece.path.clone();
    control::quiet(t!("viewer-see"))
        .icon(Icon::Eye)
        .id(format!("see-{path}"))
        .on_press(Message::Show(path))
        .into()
}

/// What a piece is called: its file's name, or its kind when the name says nothing.
fn name(piece: &Piece) -> String {
    match piece.kind {
        PieceKind::PortfolioSite | PieceKind::PortfolioAddress => words::piece_kind(piece.kind),
        PieceKind::PortfolioPdf
        | PieceKind::Tableau
        | PieceKind::Attestation
        | PieceKind::Other => {
            let name = piece.path.rsplit('/').next().unwrap_or(&piece.path);
            name.to_owned()
        }
    }
}

fn bar<'a>(open: &'a Open, piece: &Piece) -> Element<'a, Message> {
    let name = typeface::dense_strong(name(piece)).wrapping(Wrapping::WordOrGlyph);
    let mut line = row![container(name).width(Length::Fill)]
        .spacing(2)
        .align_y(Alignment::Center);
    if let Content::Pages(pages) = &open.content {
        let label = t!(
            "viewer-page",
            page = (open.page + 1).to_string(),
            pages = pages.count().to_string()
        );
        let (back, next) = (Command::PreviousPage, Command::NextPage);
        line = line
            .push(sign(
                Icon::Back,
                t!("viewer-previous", key = back.key()),
                Message::Turn(false),
                "viewer-previous",
            ))
            .push(typeface::tabular(label))
            .push(sign(
                Icon::Forward,
                t!("viewer-next", key = next.key()),
                Message::Turn(true),
                "viewer-next",
            ));
    }
    if matches!(open.content, Content::Pages(_) | Content::Picture(_)) {
        line = line
            .push(sign(
                Icon::Minus,
                t!("viewer-smaller", key = Command::Zoom(false).key()),
                Message::Zoom(false),
                "viewer-smaller",
            ))
            .push(sign(
                Icon::Plus,
                t!("viewer-larger", key = Command::Zoom(true).key()),
                Message::Zoom(true),
                "viewer-larger",
            ));
    }
    let close = sign(
        Icon::Cross,
        t!("viewer-close"),
        Message::Close,
        "viewer-close",
    );
    container(line.push(close))
        .padding([space::XS + 2.0, space::S])
        .width(Length::Fill)
        .style(look::surface)
        .into()
}

fn sign<'a>(sign: Icon, tip: String, message: Message, id: &'static str) -> Element<'a, Message> {
    let inside = container(icon(sign, 18.0))
        .center_x(Length::Fill)
        .center_y(Length::Fill);
    let button = iced::widget::button(inside)
        .padding(0)
        .width(space::BUTTON_DENSE)
        .height(space::BUTTON_DENSE)
        .style(style::button::quiet)
        .on_press(message.clone());
    control::tipped(focus(button, Some(message)).id(id), tip)
}

fn content<'a>(open: &'a Open, piece: &'a Piece) -> Element<'a, Message> {
    match &open.content {
        Content::Waiting => said(t!("viewer-waiting"), None),
        Content::Said(words) => said(words.clone(), outside(open)),
        Content::Workbook(workbook) => {
            let note = workbook.is_cut.then(|| t!("viewer-rows-cut"));
            sheet(super::sheet::view(workbook, open.goal), note, outside(open))
        }
        Content::Address => address(piece),
        Content::Site(pages) => site(open, pages),
        Content::Text(text) => paper(text),
        Content::Picture(drawn) => {
            // Never larger than it is at first: a screenshot stays sharp.
            #[expect(clippy::cast_precision_loss, reason = "a number of pixels")]
            let own = drawn.size.0 as f32;
            let width = PAGE.min(own) * factor(open.zoom);
            sheet(picture(drawn, width), None, outside(open))
        }
        Content::Pages(pages) => {
            let note = pages
                .is_cut()
                .then(|| t!("viewer-pages-cut", count = pages.count()));
            match open.shown().map(|kept| &kept.drawn) {
                None => said(t!("viewer-waiting"), None),
                Some(Err(unshown)) => said(words::unshown(*unshown), outside(open)),
                Some(Ok(drawn)) => {
                    let page = picture(drawn, PAGE * factor(open.zoom));
                    sheet(page, note, outside(open))
                }
            }
        }
    }
}

fn picture<'a>(drawn: &super::Drawn, width: f32) -> Element<'a, Message> {
    #[expect(clippy::cast_precision_loss, reason = "a number of pixels")]
    let ratio = drawn.size.1 as f32 / drawn.size.0.max(1) as f32;
    image(drawn.handle.clone())
        .content_fit(ContentFit::Fill)
        .width(width)
        .height((width * ratio).round())
        .into()
}

/// A page on its ground, that scrolls both ways when it is larger.
fn sheet<'a>(
    page: Element<'a, Message>,
    note: Option<String>,
    outside: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let bar = || {
        scrollable::Scrollbar::new()
            .width(8)
            .scroller_width(8)
            .margin(2)
    };
    let note = note.map(|words| typeface::reference(words).style(typeface::secondary));
    let zone = column![page, note, outside].spacing(space::M);
    scrollable(container(zone).padding(MARGIN))
        .id(SCROLL)
        .direction(scrollable::Direction::Both {
            vertical: bar(),
            horizontal: bar(),
        })
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

/// A sentence in the place of the piece, and what may be done about it.
fn said<'a>(words: String, act: Option<Element<'a, Message>>) -> Element<'a, Message> {
    column_of(column![typeface::body(words), act].spacing(space::M))
}

fn column_of<'a>(content: Column<'a>) -> Element<'a, Message> {
    let sheet = container(content)
        .padding(space::L)
        .width(Length::Fill)
        .style(look::surface);
    crate::widget::frame::scrolled(container(sheet).padding(MARGIN), SCROLL)
}

fn outside<'a>(open: &'a Open) -> Option<Element<'a, Message>> {
    open.outside
        .then(|| act(open, t!("viewer-outside"), Icon::File))
}

fn act<'a>(open: &'a Open, label: String, sign: Icon) -> Element<'a, Message> {
    let told = open.told.as_ref().map(|words| {
        signed_in(
            Icon::Alert,
            typeface::reference(words.as_str()).wrapping(Wrapping::WordOrGlyph),
            typeface::alert,
        )
    });
    let button = control::secondary(label)
        .icon(sign)
        .on_press(Message::Outside)
        .id("viewer-outside");
    column![Element::from(button), told]
        .spacing(space::S)
        .into()
}

fn site<'a>(open: &'a Open, pages: &'a [String]) -> Element<'a, Message> {
    let mut zone = column![
        act(open, t!("viewer-browser"), Icon::Export),
        typeface::dense_strong(t!("viewer-site", count = pages.len()))
    ]
    .spacing(space::S);
    for page in pages {
        zone = zone.push(typeface::dense(page.as_str()).wrapping(Wrapping::WordOrGlyph));
    }
    column_of(zone)
}

fn address<'a>(piece: &'a Piece) -> Element<'a, Message> {
    // A field, so that it can be selected; what is typed in it is not kept.
    let shown = field::line("", &piece.path, "viewer-address", |_| Message::Typed, false);
    let copy = control::secondary(t!("viewer-address-copy"))
        .on_press(Message::Copy)
        .id("viewer-copy");
    column_of(
        column![
            typeface::body(t!("viewer-address-about")),
            shown,
            Element::from(copy)
        ]
        .spacing(space::M),
    )
}

fn paper<'a>(text: &'a Text) -> Element<'a, Message> {
    let mut zone = column![].spacing(space::S);
    for block in &text.blocks {
        zone = zone.push(part(block));
    }
    let pictures = (text.pictures > 0).then(|| t!("viewer-pictures", count = text.pictures));
    let cut = text.is_cut.then(|| t!("viewer-text-cut"));
    for words in pictures.into_iter().chain(cut) {
        let words = typeface::reference(words).style(typeface::secondary);
        zone = zone.push(line()).push(words);
    }
    column_of(zone)
}

fn part<'a>(block: &'a Block) -> Element<'a, Message> {
    // A word without an end must not run out of the page.
    let whole = Wrapping::WordOrGlyph;
    match block {
        Block::Title(1, text) => typeface::section(text.as_str()).wrapping(whole).into(),
        Block::Title(2, text) => typeface::label(text.as_str()).wrapping(whole).into(),
        Block::Title(_, text) => typeface::dense_bold(text.as_str()).wrapping(whole).into(),
        Block::Paragraph(text) | Block::Lines(text) => {
            typeface::dense(text.as_str()).wrapping(whole).into()
        }
        Block::Item(depth, text) => row![
            gap().width(space::M * f32::from(*depth - 1)),
            typeface::dense("•"),
            container(typeface::dense(text.as_str()).wrapping(whole)).width(Length::Fill)
        ]
        .spacing(space::S)
        .into(),
        Block::Row(cells) => {
            let cells = cells.iter().map(|cell| {
                container(typeface::reference(cell.as_str()).wrapping(whole))
                    .width(Length::FillPortion(1))
                    .into()
            });
            column![line(), row(cells).spacing(space::S)]
                .spacing(space::XS)
                .into()
        }
    }
}
