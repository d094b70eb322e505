//! The table of candidates: one line each, no level, no mark that was not asked for.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Commission, Message, sign};
use crate::domain::commission::{Header, Status};
use crate::domain::id::OptionId;
use crate::domain::roster::Hour;
use crate::domain::seat::Line;
use crate::screen::band;
use crate::style::{self, container as look, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{line, scrolled, signed, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control};
use crate::{t, words};

const WIDTHS: [Length; 10] = [
    Length::Fixed(138.0),
    Length::Fill,
    Length::Fixed(62.0),
    Length::Fixed(156.0),
    Length::Fixed(176.0),
    Length::Fixed(88.0),
    Length::Fixed(88.0),
    Length::Fixed(138.0),
    Length::Fixed(64.0),
    Length::Fixed(138.0),
];

impl Commission {
    pub(super) fn table<'a>(&self, header: &'a Header, lines: &'a [Line]) -> Element<'a, Message> {
        let shown = self.shown(lines);
        let heads = [
            t!("column-passage"),
            t!("column-candidate"),
            t!("column-option"),
            t!("column-durations"),
            t!("column-dossier"),
            t!("column-member", number = "1"),
            t!("column-member", number = "2"),
            t!("column-status"),
            t!("column-mark"),
            String::new(),
        ];
        let heads = heads.into_iter().zip(WIDTHS).map(|(head, width)| {
            container(typeface::reference_strong(head).style(typeface::secondary))
                .width(width)
                .into()
        });
        let head = container(row(heads).align_y(Alignment::Center).height(34))
            .padding([0.0, space::M])
            .width(Length::Fill)
            .style(look::hollow);
        let body: Element<'a, Message> = if shown.is_empty() {
            container(typeface::body(t!("commission-empty-filter")))
                .padding(space::XXL)
                .height(Length::Fill)
                .into()
        } else {
            let rows = shown
                .into_iter()
                .map(|entry| column![self.row(header, entry), line()].into());
            scrolled(column(rows), "candidates")
        };
        container(column![head, line(), body])
            .padding(1)
            .style(look::panel)
            .height(Length::Fill)
            .into()
    }

    fn row<'a>(&self, header: &'a Header, entry: &'a Line) -> Element<'a, Message> {
        let candidate = &entry.candidate;
        let current = self.chosen.as_ref() == Some(&candidate.number);
        let dense = |text: String| Element::from(typeface::tabular(text));
        let cells: [Element<'a, Message>; 10] = [
            dense(passage(header, entry)),
            column![typeface::name(candidate.name()), under_name(entry)].into(),
            dense(
                candidate
                    .option
                    .as_ref()
                    .map(OptionId::to_string)
                    .unwrap_or_else(|| t!("none")),
            ),
            dense(band::durations(header, candidate)),
            dossier(entry),
            progress(header, entry, 0),
            progress(header, entry, 1),
            state(entry),
            dense(match (&entry.last, self.marks_shown) {
                (None, _) => t!("none"),
                (Some(_), false) => t!("mark-hidden"),
                (Some(mark), true) => words::mark(mark),
            }),
            self.action(entry, current),
        ];
        let cells = cells
            .into_iter()
            .zip(WIDTHS)
            .enumerate()
            .map(|(index, (cell, width))| {
                let cell = container(cell).width(width);
                if index + 1 == WIDTHS.len() {
                    cell.align_right(width).into()
                } else {
                    cell.into()
                }
            });
        let message = Message::Open(candidate.number.clone());
        let bar = container(gap().width(4).height(42));
        let bar = if current {
            bar.style(look::accent)
        } else {
            bar
        };
        let line = row![
            bar,
            row(cells).align_y(Alignment::Center).width(Length::Fill)
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        button(line)
            .padding(iced::Padding::ZERO.right(space::M))
            .height(46)
            .width(Length::Fill)
            .style(if current {
                style::button::row_current
            } else {
                style::button::row
            })
            .on_press(message)
            .into()
    }

    fn action<'a>(&self, entry: &Line, current: bool) -> Element<'a, Message> {
        let (label, strong) = match entry.status {
            Status::Waiting => ("action-open", false),
            Status::Moved if !current => {
                let to = entry.moved.clone().unwrap_or_default();
                return typeface::reference(t!("moved-to", number = to))
                    .style(typeface::secondary)
                    .into();
            }
            Status::Moved => ("action-move-back", false),
            Status::Started => ("action-resume", true),
            Status::ToDecide => ("action-decide", true),
            Status::Sealed => ("action-see", false),
            Status::Absent => {
                let hour = entry.absent.map(words::clock).unwrap_or_default();
                return typeface::reference(t!("absent-at", hour = hour))
                    .style(typeface::secondary)
                    .into();
            }
        };
        let message = Message::Open(entry.candidate.number.clone());
        let go: Element<'a, Message> = if strong {
            control::secondary(t!(label))
                .dense()
                .on_press(message)
                .into()
        } else {
            control::quiet(t!(label)).on_press(message).into()
        };
        let correct = (current && entry.status != Status::Sealed).then(|| {
            let message = Message::Correct(entry.candidate.number.clone());
            let sign = button(icon(Icon::Pencil, 16.0))
                .padding(6)
                .style(style::button::quiet)
                .on_press(message.clone());
            let sign = focus(sign, Some(message)).id("correct-candidate");
            control::tipped(sign, t!("add-correct"))
        });
        row![correct, go]
            .spacing(space::XS)
            .align_y(Alignment::Center)
            .into()
    }
}

/// The number, or what the joined copies left to settle after it.
fn under_name<'a>(entry: &Line) -> Element<'a, Message> {
    let number =
        typeface::tabular_reference(entry.candidate.number.to_string()).style(typeface::secondary);
    let words = match (entry.unsettled, entry.late) {
        (0, 0) => return number.into(),
        (0, late) => t!("settling-late-of", count = late),
        (open, _) => t!("settling-of-candidate", count = open),
    };
    let words = signed_in(
        Icon::Alert,
        typeface::reference_strong(words),
        typeface::alert,
    );
    row![number, words]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .into()
}

fn passage(header: &Header, entry: &Line) -> String {
    let Some(from) = entry.candidate.passage else {
        return t!("none");
    };
    let phases = header.grid.phases.iter().enumerate();
    let seconds: u32 = phases
        .map(|(phase, usual)| {
            entry
                .candidate
                .seconds
                .get(phase)
                .copied()
                .unwrap_or(usual.seconds)
        })
        .sum();
    let end = u32::from(from.minutes()) + seconds.div_ceil(60);
    let end = Hour::new(
        u16::try_from(end / 60).unwrap_or(0),
        u16::try_from(end % 60).unwrap_or(0),
    );
    match end {
        Some(end) => t!("range", from = words::hour(from), to = words::hour(end)),
        None => words::hour(from),
    }
}

fn dossier<'a>(entry: &Line) -> Element<'a, Message> {
    match &entry.missing_pieces {
        None => signed_in(
            Icon::Search,
            typeface::dense(t!("dossier-none")),
            typeface::secondary,
        ),
        Some(_) if entry.penalty_to_decide => signed_in(
            Icon::Alert,
            typeface::dense(t!("dossier-to-decide")),
            typeface::alert,
        ),
        Some(missing) if missing.is_empty() => signed_in(
            Icon::Check,
            typeface::dense(t!("dossier-conform")),
            typeface::secondary,
        ),
        Some(missing) => signed_in(
            Icon::Alert,
            typeface::dense(t!("dossier-missing", count = missing.len())),
            typeface::alert,
        ),
    }
}

fn progress<'a>(header: &Header, entry: &Line, member: usize) -> Element<'a, Message> {
    let total = header.grid.rows.len().to_string();
    let Some((graded, validated)) = entry.common.or_else(|| entry.progress.get(member).copied())
    else {
        return typeface::dense(t!("none")).into();
    };
    if validated {
        signed(Icon::Check, typeface::dense(t!("member-validated")))
    } else if graded == 0 {
        typeface::dense(t!("none")).into()
    } else {
        typeface::tabular(t!(
            "member-progress",
            graded = graded.to_string(),
            total = total
        ))
        .into()
    }
}

fn state<'a>(entry: &Line) -> Element<'a, Message> {
    let (key, ink): (&str, fn(&style::Theme) -> iced::widget::text::Style) = match entry.status {
        Status::Waiting => ("status-waiting", typeface::secondary),
        Status::Started => ("status-started", typeface::accent),
        Status::ToDecide => ("status-to-decide", typeface::alert),
        Status::Sealed => ("status-sealed", typeface::done),
        Status::Absent => ("status-absent", typeface::secondary),
        Status::Moved => ("status-moved", typeface::secondary),
    };
    signed_in(sign(entry.status), typeface::dense_strong(t!(key)), ink)
}
