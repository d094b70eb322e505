//! The chronometer's bar: one part a phase, as long as the phase, filled as time goes.

use iced::Length;
use iced::widget::{container, row, space as gap};

use super::Element;
use crate::style::{self, space};

/// Draws the phases; each is (length, time gone), in the same unit.
pub fn gauge<'a, Message: 'a>(phases: &[(u64, u64)]) -> Element<'a, Message> {
    // iced adds the portions of a row in 16 bits: shares of a thousand always fit.
    let whole: u64 = phases.iter().map(|(length, _)| *length).sum();
    let portion = |length: u64| {
        let share = length.saturating_mul(1000) / whole.max(1);
        Length::FillPortion(u16::try_from(share.clamp(1, 1000)).unwrap_or(1))
    };
    row(phases.iter().map(|(length, gone)| {
        let gone = (*gone).min(*length);
        let part = |length: u64, full: bool| -> Element<'a, Message> {
            if length == 0 {
                return gap().width(0).into();
            }
            container(gap().width(Length::Fill).height(5))
                .width(portion(length))
                .style(style::container::gauge(full))
                .into()
        };
        row![part(gone, true), part(length - gone, false)]
            .width(portion(*length))
            .into()
    }))
    .spacing(space::XS)
    .into()
}
