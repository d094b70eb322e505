//! The identity band of a candidate's screens: who, which stage, what is saved. Its colour is used
//! for nothing else.

use iced::widget::{column, container, row, rule};
use iced::{Alignment, Length};

use super::{Desk, Stage};
use crate::domain::check::Missing;
use crate::domain::commission::Ticking;
use crate::domain::id::OptionId;
use crate::style::space::Class;
use crate::style::{container as look, space, theme, typeface};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control};
use crate::{t, words};

/// A press on the band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Back to the commission.
    Back,
    /// Another stage.
    Go(Stage),
    /// Help of this screen.
    Help,
}

/// How safe the last gesture is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// On disk, since this hour.
    At(String),
    /// On this laptop, waiting for its file.
    Waiting,
    /// The file is only read.
    ReadOnly,
    /// The mark is fixed, since this hour.
    Sealed(String),
    /// Nothing was done yet.
    Nothing,
}

impl Saved {
    /// Returns the sign and the words.
    pub fn words(&self) -> (Option<Icon>, String) {
        match self {
            Saved::At(hour) => (Some(Icon::Check), t!("saved-at", hour = hour.as_str())),
            Saved::Waiting => (Some(Icon::Alert), t!("saved-waiting")),
            Saved::ReadOnly => (Some(Icon::Lock), t!("saved-read-only")),
            Saved::Sealed(hour) => (Some(Icon::Check), t!("saved-sealed", hour = hour.as_str())),
            Saved::Nothing => (None, String::new()),
        }
    }
}

/// Draws the band.
pub fn view<'a>(desk: &Desk<'_>, stage: Stage, saved: &Saved) -> Element<'a, Message> {
    let candidate = &desk.seat.record.candidate;
    let who = typeface::title(candidate.name())
        .style(typeface::on_band)
        .wrapping(iced::widget::text::Wrapping::None);
    let number = typeface::tabular_reference(t!("band-number", number = candidate.number.as_str()));
    let detail = typeface::tabular_reference(passage(desk));
    let number = number.style(typeface::on_band_secondary);
    // Whatever the size, the name and the number are there; the rest comes where there is room.
    let roomy = desk.class >= Class::Large;
    let identity: Element<'a, Message> = if roomy {
        let detail = detail.style(typeface::on_band_secondary);
        row![who, column![number, detail]]
            .spacing(space::M)
            .align_y(Alignment::Center)
            .into()
    } else {
        column![who, number].into()
    };
    let mut tabs = row![].spacing(space::XS).align_y(Alignment::Center);
    for other in Stage::ALL {
        let done = is_done(desk, other) && other != stage;
        tabs = tabs.push(
            if roomy {
                control::tab(title(other), other == stage)
            } else {
                control::tab(title(other), other == stage).dense()
            }
            .icon_maybe((done && roomy).then_some(Icon::Check))
            .on_press(Message::Go(other)),
        );
    }
    let (sign, text) = saved.words();
    let mut slot = row![].spacing(space::S).align_y(Alignment::Center);
    if let Some(sign) = sign {
        slot = slot.push(icon(sign, 16.0));
    }
    // A write that waits is said in words at every size.
    if roomy || *saved == Saved::Waiting {
        slot = slot.push(typeface::tabular_reference(text).style(typeface::on_band_secondary));
    }
    let back = if roomy {
        t!("band-back", number = desk.header.number.as_str())
    } else {
        String::new()
    };
    let back = control::tab(back, false)
        .icon(Icon::Back)
        .on_press(Message::Back);
    let exercise = desk.header.exercise.then(|| {
        container(typeface::dense_bold(t!("exercise-tag")))
            .padding([space::XS, space::S])
            .style(look::notice)
    });
    let line = row![
        back,
        divider(),
        // Where room lacks, a name is cut before a button is lost.
        container(identity).width(Length::Fill).clip(true),
        exercise,
        tabs,
        divider(),
        slot,
        control::band("?").on_press(Message::Help),
    ]
    .spacing(space::S)
    .align_y(Alignment::Center);
    container(line)
        .height(space::BAND)
        .width(Length::Fill)
        .padding([0.0, space::S])
        .align_y(Alignment::Center)
        .style(look::band)
        .into()
}

fn divider<'a>() -> Element<'a, Message> {
    container(rule::vertical(1).style(theme::band_edge))
        .height(32)
        .into()
}

/// Returns « SISR · 10 h 15 · 13 min 20 + 40 min ».
fn passage(desk: &Desk<'_>) -> String {
    let candidate = &desk.seat.record.candidate;
    let option = candidate.option.as_ref().map(OptionId::to_string);
    let hour = candidate.passage.map(words::hour);
    let lengths = durations(desk.header, candidate);
    [option, hour, Some(lengths)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Returns the lengths of the phases: « 10 + 30 min », « 13 min 20 + 40 min ».
pub fn durations(
    header: &crate::domain::commission::Header,
    candidate: &crate::domain::roster::Candidate,
) -> String {
    let usual = header.grid.phases.iter().map(|phase| phase.seconds);
    let own = usual
        .enumerate()
        .map(|(phase, usual)| candidate.seconds.get(phase).copied().unwrap_or(usual));
    let seconds: Vec<u32> = own.collect();
    if seconds.iter().all(|seconds| seconds.is_multiple_of(60)) {
        let minutes: Vec<String> = seconds
            .iter()
            .map(|seconds| (seconds / 60).to_string())
            .collect();
        return t!("minutes", minutes = minutes.join(" + "));
    }
    seconds
        .into_iter()
        .map(words::duration)
        .collect::<Vec<_>>()
        .join(" + ")
}

/// Returns the title of a stage.
pub fn title(stage: Stage) -> String {
    t!(match stage {
        Stage::Dossier => "stage-dossier",
        Stage::Interrogation => "stage-interrogation",
        Stage::Conciliation => "stage-conciliation",
        Stage::Decision => "stage-decision",
        Stage::Sheets => "stage-sheets",
    })
}

/// Returns whether nothing is left to do at a stage.
fn is_done(desk: &Desk<'_>, stage: Stage) -> bool {
    let seat = desk.seat;
    let open =
        |missing: &Missing| matches!(missing, Missing::Disagreements(_) | Missing::Levels(_));
    match stage {
        Stage::Dossier => seat.record.dossier.is_some(),
        Stage::Interrogation => seat.graded,
        Stage::Conciliation => {
            seat.graded && (seat.ticking == Ticking::Common || !seat.missing.iter().any(open))
        }
        Stage::Decision => seat.record.sealed.is_some(),
        Stage::Sheets => false,
    }
}
