//! How far something is: the part that is done, then the part to come.

use iced::Length;
use iced::widget::{container, row, space as gap};

use super::Element;
use crate::style::container as look;

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
