//! The left zone of the papers: what the grid asks for, what answers, and what the jury says of it.

use iced::Alignment;
use iced::widget::text::Wrapping;
use iced::widget::{column, row, space as gap};

use super::{Message, PATH, Papers, dossier, viewer};
use crate::domain::check::PenaltyFinding;
use crate::domain::commission::PieceState;
use crate::domain::dossier::{Piece, PieceKind};
use crate::domain::grid::PieceRule;
use crate::screen::Desk;
use crate::style::{Theme, space, typeface};
use crate::widget::frame::{line, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};
use crate::{t, words};

/// Draws the zone.
pub fn view<'a>(screen: &'a Papers, desk: &Desk<'a>) -> Element<'a, Message> {
    let open = desk.seat.record.sealed.is_none();
    let mut zone = column![head(desk, open)].spacing(space::S);
    if let Some(path) = &screen.path {
        zone = zone.push(joining(path));
    }
    let progress = screen.viewer.progress();
    zone = zone.push(progress.map(|progress| progress.map(Message::Viewer)));
    for rule in &desk.header.grid.pieces {
        zone = zone.push(line()).push(required(screen, desk, rule, open));
    }
    let others: Vec<&Piece> = dossier(desk)
        .into_iter()
        .flat_map(|dossier| &dossier.pieces)
        .filter(|piece| {
            !desk
                .header
                .grid
                .pieces
                .iter()
                .any(|rule| rule.kinds.contains(&piece.kind))
        })
        .collect();
    if !others.is_empty() {
        let count = others.len().to_string();
        let head = row![
            typeface::strong(t!("dossier-others")),
            gap::horizontal(),
            typeface::tabular(count).style(typeface::secondary)
        ];
        zone = zone.push(line()).push(head);
        for other in others {
            zone = zone.push(paper(screen, desk, other, open));
        }
    }
    zone.push(line())
        .push(typeface::reference(t!("dossier-conformity")).style(typeface::secondary))
        .into()
}

fn head<'a>(desk: &Desk<'a>, open: bool) -> Element<'a, Message> {
    let label = if dossier(desk).is_some() {
        t!("dossier-replace")
    } else {
        t!("dossier-add")
    };
    let add = control::secondary(label)
        .dense()
        .icon(Icon::Plus)
        .on_press_maybe(open.then_some(Message::Add))
        .id("add");
    row![
        typeface::title(t!("dossier-pieces")),
        gap::horizontal(),
        Element::from(add)
    ]
    .align_y(Alignment::Center)
    .into()
}

fn joining(path: &str) -> Element<'_, Message> {
    let input =
        field::line(&t!("dossier-path"), path, PATH, Message::Path, false).on_submit(Message::Read);
    let read = control::primary(t!("dossier-path-go"))
        .dense()
        .on_press(Message::Read);
    let folder = control::secondary(t!("dossier-folder"))
        .dense()
        .on_press(Message::PickFolder);
    let archive = control::secondary(t!("dossier-zip"))
        .dense()
        .on_press(Message::PickArchive);
    let buttons = row![
        Element::from(read),
        Element::from(folder),
        Element::from(archive)
    ];
    column![input, buttons.spacing(space::XS)]
        .spacing(space::S)
        .into()
}

fn required<'a>(
    screen: &'a Papers,
    desk: &Desk<'a>,
    rule: &'a PieceRule,
    open: bool,
) -> Element<'a, Message> {
    let record = &desk.seat.record;
    let found: Vec<&Piece> = dossier(desk)
        .into_iter()
        .flat_map(|dossier| &dossier.pieces)
        .filter(|piece| rule.kinds.contains(&piece.kind))
        .collect();
    // The rule of length is the jury's to check: « 60 pages au moins ».
    let label = match rule.pages {
        Some(pages) => t!(
            "piece-pages",
            label = rule.label.as_str(),
            pages = pages.to_string()
        ),
        None => rule.label.clone(),
    };
    let mut zone = column![typeface::strong(label)].spacing(2);
    for piece in &found {
        zone = zone.push(paper(screen, desk, piece, open));
    }
    let state = record.pieces.get(&rule.id).copied();
    zone = zone.push(conformity(
        state,
        !found.is_empty(),
        record.dossier.is_some(),
    ));
    let proposed = |finding: &PenaltyFinding| matches!(finding, PenaltyFinding::Absent(id) | PenaltyFinding::Inaccessible(id) if *id == rule.id);
    for penalty in &desk.header.grid.penalties {
        if desk.seat.findings.get(&penalty.id).is_some_and(proposed) {
            let words = t!("dossier-penalty-proposed", penalty = penalty.label.as_str());
            zone = zone.push(typeface::reference(words).style(typeface::alert));
        }
    }
    if open {
        let choice = |key: &str, wanted: Option<PieceState>| {
            let message = Message::State(rule.id.clone(), wanted);
            let choice = control::choice(t!(key), state == wanted);
            Element::from(choice.dense().on_press(message))
        };
        let choices = row![
            choice("dossier-mark-conform", Some(PieceState::Conform)),
            choice("dossier-mark-missing", Some(PieceState::Missing)),
            choice("dossier-mark-none", None),
        ];
        zone = zone.push(choices.spacing(space::XS).wrap());
    }
    zone.into()
}

fn conformity<'a>(state: Option<PieceState>, found: bool, joined: bool) -> Element<'a, Message> {
    let (sign, key, ink): (Icon, &str, fn(&Theme) -> iced::widget::text::Style) =
        match (state, found, joined) {
            (Some(PieceState::Conform), ..) => {
                (Icon::Check, "dossier-state-conform", typeface::done)
            }
            (Some(PieceState::Missing), ..) | (None, false, true) => {
                (Icon::Alert, "dossier-state-missing", typeface::alert)
            }
            (None, true, _) => (Icon::Check, "dossier-state-read", typeface::secondary),
            (None, false, false) => (Icon::Search, "dossier-none", typeface::secondary),
        };
    signed_in(sign, typeface::dense_strong(t!(key)), ink)
}

/// One paper: where it is, what it was recognised as, and the way to say that it is something else.
fn paper<'a>(
    screen: &'a Papers,
    desk: &Desk<'a>,
    piece: &'a Piece,
    open: bool,
) -> Element<'a, Message> {
    let labelling = screen.labelling.as_deref() == Some(piece.path.as_str());
    let kind = words::piece_kind(piece.kind);
    let path = typeface::reference(piece.path.as_str())
        .style(typeface::secondary)
        .wrapping(Wrapping::WordOrGlyph);
    let mut zone = column![path];
    if open && labelling {
        let choices = PieceKind::ALL.into_iter().map(|kind| {
            let message = Message::Label(piece.path.clone(), kind);
            let choice = control::choice(words::piece_kind(kind), kind == piece.kind);
            Element::from(choice.dense().on_press(message))
        });
        zone = zone.push(row(choices).spacing(space::XS).wrap());
    } else {
        let label = if open {
            let other = control::quiet(kind)
                .dense()
                .icon(Icon::Pencil)
                .on_press(Message::Relabel(Some(piece.path.clone())));
            control::tipped(Element::from(other), t!("dossier-relabel"))
        } else {
            typeface::reference(kind).into()
        };
        let see = viewer::see(piece).map(Message::Viewer);
        let acts = row![label, gap::horizontal(), see].align_y(Alignment::Center);
        zone = zone.push(acts);
    }
    if piece.kind == PieceKind::PortfolioAddress {
        zone = zone.push(access(desk, piece, open));
    }
    zone.spacing(2).into()
}

/// Whether an address opened, and when somebody tried: the program never does.
fn access<'a>(desk: &Desk<'a>, piece: &'a Piece, open: bool) -> Element<'a, Message> {
    let known = desk.seat.record.access.get(&piece.path);
    let said = match known {
        None => signed_in(
            Icon::Ask,
            typeface::dense_strong(t!("access-untried")),
            typeface::alert,
        ),
        Some(access) => {
            let (day, hour) = (words::day_short(access.at.day()), words::clock(access.at));
            let (key, sign, ink): (&str, Icon, fn(&Theme) -> iced::widget::text::Style) =
                if access.opened {
                    ("access-opened-at", Icon::Check, typeface::done)
                } else {
                    ("access-refused-at", Icon::Alert, typeface::alert)
                };
            let words = t!(key, day = day, hour = hour);
            signed_in(sign, typeface::dense_strong(words), ink)
        }
    };
    let choices = open.then(|| {
        let choice = |key: &str, opened: Option<bool>| {
            let chosen = known.map(|access| access.opened) == opened;
            let message = Message::Access(piece.path.clone(), opened);
            Element::from(control::choice(t!(key), chosen).dense().on_press(message))
        };
        row![
            choice("access-opened", Some(true)),
            choice("access-refused", Some(false)),
            choice("access-none", None),
        ]
        .spacing(space::XS)
        .wrap()
    });
    column![said, choices].spacing(2).into()
}
