//! How far something is: the part that is done, then the part to come.

use iced::widget::{container, row, space as gap};
use iced::{Alignment, Length};

use super::{Element, control};
use crate::keymap::Command;
use crate::style::{container as look, space, typeface};
use crate::t;

/// The most that a share of a row may be.
const WHOLE: usize = 1_000;

/// A bar as wide as its place.
pub fn bar<'a, Message: 'a>(done: usize, total: usize) -> Element<'a, Message> {
    let gone = done.min(total) * WHOLE / total.max(1);
    let part = |share: usize, gone: bool| {
        let portion = u16::try_from(share).unwrap_or(u16::MAX);
        let fill = container(gap().height(10)).style(look::gauge(gone));
        (share > 0).then(|| fill.width(Length::FillPortion(portion)))
    };
    row![part(gone, true), part(WHOLE - gone, false)].into()
}

/// Files being read, how many of how many, and what stops that.
pub fn files<'a, Message: Clone + 'a>(
    done: usize,
    total: usize,
    on_stop: Message,
) -> Element<'a, Message> {
    let words = t!(
        "harmony-reading",
        done = done.to_string(),
        total = total.to_string()
    );
    let stop = control::secondary(t!("batch-stop"))
        .dense()
        .key(Command::Escape.key())
        .on_press(on_stop)
        .id("stop");
    row![
        typeface::dense_strong(words),
        container(bar(done, total)).width(Length::Fill),
        Element::from(stop),
    ]
    .spacing(space::M)
    .align_y(Alignment::Center)
    .into()
}
