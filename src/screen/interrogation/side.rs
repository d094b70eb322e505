//! The side panel of the interrogation: time, members, what the papers say of the row, questions,
//! notes, and the way on.

use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Interrogation, Message, NOTES, about, covering, left, note_owner};
use crate::domain::commission::Ticking;
use crate::domain::dossier::Realisation;
use crate::domain::edit::Author;
use crate::domain::grid::Row;
use crate::domain::mark::Proposal;
use crate::domain::reconcile::Sight;
use crate::domain::time_log::ends_soon;
use crate::keymap::Command;
use crate::screen::Desk;
use crate::style::{self, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{edge, key_cap, line, scrolled, signed_in};
use crate::widget::icon::{Icon, icon};
use crate::widget::{Element, control, field, timer};
use crate::{t, words};

/// Draws the panel.
pub fn view<'a>(
    screen: &'a Interrogation,
    desk: &Desk<'a>,
    current: &'a Row,
) -> Element<'a, Message> {
    let block = |content| {
        container(content)
            .padding([space::S, space::L])
            .width(Length::Fill)
    };
    let middle = column![
        block(evidence(desk, current)),
        edge(),
        block(questions(desk, current)),
    ];
    column![
        block(chronometer(desk)),
        edge(),
        block(members(desk)),
        edge(),
        scrolled(middle, "evidence"),
        edge(),
        block(notes(screen, desk)),
        edge(),
        block(foot(desk)),
    ]
    .into()
}

fn clock(millis: u64) -> String {
    let seconds = millis / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn chronometer<'a>(desk: &Desk<'_>) -> Element<'a, Message> {
    let grid = &desk.header.grid;
    let timer = &desk.seat.record.timer;
    let candidate = &desk.seat.record.candidate;
    let length = |phase: usize| {
        let usual = grid.phases.get(phase).map_or(0, |phase| phase.seconds);
        u64::from(candidate.seconds.get(phase).copied().unwrap_or(usual)) * 1000
    };
    let spent = timer.elapsed(timer.phase, desk.now);
    let total = length(timer.phase);
    let label = grid
        .phases
        .get(timer.phase)
        .map(|phase| phase.label.clone())
        .unwrap_or_default();
    let over = spent.saturating_sub(total);
    // A minute that has begun is shown whole: 10:00 until the first second is gone.
    let left = clock(total.saturating_sub(spent).div_ceil(1000) * 1000);
    let figure = if over > 0 {
        typeface::clock(t!("timer-over-by", over = clock(over))).style(typeface::alert)
    } else if ends_soon(total, spent) {
        typeface::clock(left).style(typeface::alert)
    } else {
        typeface::clock(left)
    };
    let detail = if spent == 0 {
        t!(
            "timer-length",
            length = words::duration(u32::try_from(total / 1000).unwrap_or(u32::MAX))
        )
    } else {
        t!("timer-of", spent = clock(spent), total = clock(total))
    };
    let head = row![
        column![
            typeface::label(label),
            typeface::tabular_reference(detail).style(typeface::secondary)
        ],
        gap::horizontal(),
        figure,
    ]
    .align_y(Alignment::Center);
    let phases: Vec<(u64, u64)> = (0..grid.phases.len())
        .map(|phase| (length(phase), timer.elapsed(phase, desk.now)))
        .collect();
    column![head, timer_gauge(&phases), timer_foot(desk, spent, total)]
        .spacing(space::S - 1.0)
        .into()
}

fn timer_gauge<'a>(phases: &[(u64, u64)]) -> Element<'a, Message> {
    timer::gauge(phases)
}

fn timer_foot<'a>(desk: &Desk<'_>, spent: u64, total: u64) -> Element<'a, Message> {
    let timer = &desk.seat.record.timer;
    let grid = &desk.header.grid;
    let locked = desk.seat.record.sealed.is_some() || timer.finished;
    // Whatever is said of the time opens all that happened to it.
    let open = |sign: Option<Icon>, said: String| -> Element<'a, Message> {
        let line = row![
            sign.map(|sign| icon(sign, 16.0)),
            typeface::reference_strong(said)
        ]
        .spacing(space::XS)
        .align_y(Alignment::Center);
        let look = if sign.is_some() {
            style::button::quiet_alert
        } else {
            style::button::quiet
        };
        let link = button(line).padding([0.0, space::XS]).style(look);
        focus(link.on_press(Message::Time), Some(Message::Time))
            .id("time")
            .into()
    };
    if locked {
        return open(None, t!("timer-done"));
    }
    let running = timer.since.is_some();
    let key = Command::Timer.key();
    let main = if running {
        control::secondary(t!("timer-pause")).icon(Icon::Pause)
    } else if spent == 0 {
        control::primary(t!("timer-start")).icon(Icon::Play)
    } else {
        control::primary(t!("timer-resume")).icon(Icon::Play)
    };
    let main: Element<'a, Message> = main.dense().key(key).on_press(Message::Timer).into();
    let is_last = timer.phase + 1 >= grid.phases.len();
    let next = (running || spent > 0).then(|| {
        let label = match grid.phases.get(timer.phase + 1) {
            Some(_) if !is_last => t!("timer-next-short"),
            _ => t!("timer-finish"),
        };
        control::sign(Icon::Skip, label, Some(Message::Phase))
    });
    let over = spent > total;
    let detail: Element<'a, Message> = if over {
        open(Some(Icon::Alert), t!("timer-over"))
    } else if running {
        let later: u64 = (timer.phase..grid.phases.len())
            .map(|phase| {
                let usual = grid.phases.get(phase).map_or(0, |phase| phase.seconds);
                let seconds = desk
                    .seat
                    .record
                    .candidate
                    .seconds
                    .get(phase)
                    .copied()
                    .unwrap_or(usual);
                (u64::from(seconds) * 1000).saturating_sub(timer.elapsed(phase, desk.now))
            })
            .sum();
        let end = desk.now.plus(later);
        if ends_soon(total, spent) {
            open(Some(Icon::Clock), t!("timer-soon"))
        } else {
            open(None, t!("timer-expected", hour = words::clock(end)))
        }
    } else if spent > 0 && timer.reason.is_empty() {
        open(None, t!("timer-why"))
    } else if spent > 0 {
        open(None, t!("timer-paused"))
    } else {
        gap().into()
    };
    let mut foot = row![main].spacing(space::S).align_y(Alignment::Center);
    if let Some(next) = next {
        foot = foot.push(next);
    }
    foot.push(gap::horizontal()).push(detail).into()
}

fn members<'a>(desk: &Desk<'_>) -> Element<'a, Message> {
    if desk.seat.ticking == Ticking::Common {
        let names: Vec<String> = (0..desk.header.members.len())
            .map(|member| desk.member(member))
            .collect();
        return column![
            typeface::reference(t!("member-together")).style(typeface::secondary),
            typeface::strong(names.join(", ")),
        ]
        .into();
    }
    let sides = desk.seat.sights.iter().enumerate().map(|(member, sight)| {
        let mine = desk.seat.viewer == Author::Member(member);
        let number = (member + 1).to_string();
        let over = if mine {
            t!("member-yours", number = number)
        } else {
            t!("member-number", number = number)
        };
        let words = column![
            typeface::reference(over),
            typeface::dense_bold(desk.member(member))
        ];
        let closed = matches!(sight, Sight::Hidden { .. });
        let mut line = row![words, gap::horizontal()].align_y(Alignment::Center);
        if closed {
            line = line.push(icon(Icon::Lock, 18.0));
        }
        let message = (!mine).then_some(Message::HandOver);
        let side = button(line)
            .padding([5.0, space::S + 2.0])
            .width(Length::Fill)
            .style(if mine {
                style::button::chosen
            } else {
                style::button::secondary
            })
            .on_press_maybe(message.clone());
        focus(side, message).into()
    });
    row(sides).into()
}

fn evidence<'a>(desk: &Desk<'a>, current: &'a Row) -> Element<'a, Message> {
    let head = |count: String| {
        row![
            typeface::label(t!("covering")),
            gap::horizontal(),
            typeface::tabular(count).style(typeface::secondary)
        ]
    };
    let Some(dossier) = &desk.seat.record.dossier else {
        return column![
            head(String::new()),
            typeface::reference(t!("no-dossier")).style(typeface::secondary),
            control::quiet(t!("no-dossier-add")).on_press(Message::Papers),
        ]
        .spacing(space::XS)
        .into();
    };
    let pieces = pieces(desk);
    let (Some(reading), Some(_)) = (
        &dossier.reading,
        desk.header.grid.coverage_column(&current.id),
    ) else {
        let why = if dossier.reading.is_none() {
            t!("no-reading")
        } else {
            t!("covering-transversal")
        };
        return column![
            head(String::new()),
            typeface::reference(why).style(typeface::secondary),
            pieces
        ]
        .spacing(space::XS)
        .into();
    };
    let covering: Vec<(usize, &Realisation)> = covering(desk, &current.id).collect();
    let total = reading.realisations.len();
    let count = t!(
        "covering-count",
        count = covering.len().to_string(),
        total = total.to_string()
    );
    let mut list = column![head(count)].spacing(space::XS);
    if covering.is_empty() {
        let ask = typeface::reference(t!("uncovered-row"));
        return list
            .push(signed_in(Icon::Ask, ask, typeface::alert))
            .push(pieces)
            .into();
    }
    for (index, realisation) in covering {
        let period = realisation.period_raw.clone();
        let documents = t!("realisation-documents", count = realisation.documents.len());
        let detail: Vec<String> = [
            Some(period).filter(|period| !period.is_empty()),
            Some(documents),
        ]
        .into_iter()
        .flatten()
        .collect();
        let words = column![
            typeface::dense_strong(realisation.title.clone()),
            typeface::tabular_reference(detail.join(" · ")).style(typeface::secondary),
        ];
        let press = Some(Message::Realisation(index));
        let card = button(words)
            .padding([space::XS, 0.0])
            .width(Length::Fill)
            .style(style::button::row)
            .on_press_maybe(press.clone());
        let tip = realisation.documents.join("\n");
        let card = Element::from(focus(card, press).inside());
        // An empty tip would be an empty frame.
        let card = if tip.is_empty() {
            card
        } else {
            control::tipped(card, tip)
        };
        list = list.push(line()).push(card);
    }
    list.push(pieces).into()
}

/// The papers that the dossier lacks, in sight of whoever grades.
fn pieces<'a>(desk: &Desk<'_>) -> Option<Element<'a, Message>> {
    let rules = desk.header.grid.pieces.iter();
    let missing: Vec<&str> = rules
        .filter(|rule| desk.seat.missing_pieces.contains(&rule.id))
        .map(|rule| rule.label.as_str())
        .collect();
    let words = t!("covering-missing", pieces = missing.join(", "));
    (!missing.is_empty())
        .then(|| signed_in(Icon::Alert, typeface::reference(words), typeface::alert))
}

fn questions<'a>(desk: &Desk<'a>, current: &Row) -> Element<'a, Message> {
    let head = row![
        typeface::label(t!("questions")),
        gap::horizontal(),
        key_cap(Command::Question.key())
    ];
    let mine = desk
        .seat
        .record
        .questions
        .iter()
        .filter(|question| about(desk, question, &current.id));
    let mut list = column![head].spacing(2);
    let mut any = false;
    for (position, question) in mine.enumerate() {
        any = true;
        let open = desk.seat.record.sealed.is_none();
        let message = open.then_some(Message::Question(position));
        let text = match &question.realisation {
            Some(title) => t!(
                "question-on",
                question = question.text.as_str(),
                realisation = title.as_str()
            ),
            None => question.text.clone(),
        };
        list = list.push(control::check(text, question.asked, message));
    }
    if !any {
        list = list.push(typeface::reference(t!("questions-none")).style(typeface::secondary));
    }
    list.into()
}

fn notes<'a>(screen: &'a Interrogation, desk: &Desk<'_>) -> Element<'a, Message> {
    let head = row![
        typeface::label(t!("notes")),
        gap::horizontal(),
        key_cap(Command::Note.key())
    ];
    let open = desk.seat.record.sealed.is_none() && note_owner(desk).is_some();
    let editor = field::editor(
        &screen.note.content,
        t!("notes-hint"),
        NOTES,
        72,
        open.then_some(Message::Note),
    );
    column![head, editor].spacing(space::XS).into()
}

/// How many blocs this viewer has gone through.
fn blocs(desk: &Desk<'_>) -> String {
    let own = desk.seat.own();
    let grid = &desk.header.grid;
    let is_done = |section: &&crate::domain::grid::Section| {
        grid.rows_within(&section.id)
            .all(|row| own.levels.contains_key(&row.id) || desk.seat.waived.contains(&row.id))
    };
    let total = grid.outer_sections().count();
    let done = grid.outer_sections().filter(is_done).count();
    t!(
        "blocs-done",
        done = done.to_string(),
        total = total.to_string()
    )
}

fn foot<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let (sign, words) = if desk.header.grid.mark.is_none() {
        (Icon::Info, blocs(desk))
    } else if desk.masked {
        (Icon::EyeOff, t!("mark-masked"))
    } else {
        match &desk.seat.proposal {
            Proposal::Complete(readings) => match &readings.proposed {
                Some(reading) => (
                    Icon::Eye,
                    t!("mark-shown", mark = words::mark(&reading.rounded)),
                ),
                None => (Icon::Eye, t!("mark-incomplete")),
            },
            Proposal::Free => (Icon::Eye, t!("mark-free")),
            Proposal::Incomplete(_) => (Icon::Eye, t!("mark-incomplete")),
        }
    };
    // What just happened takes the first line of the foot, never a place over the rubric.
    let mark: Element<'a, Message> = match desk.said {
        Some(said) => container(typeface::dense_strong(said)).height(20).into(),
        None => row![
            icon(sign, 18.0),
            typeface::dense(words),
            gap::horizontal(),
            (sign != Icon::Info).then(|| key_cap(Command::Mask.key()))
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .height(20)
        .into(),
    };
    let own = desk.seat.own();
    let sealed = desk.seat.record.sealed.is_some();
    let left = left(desk);
    let common = desk.seat.ticking == Ticking::Common;
    let main = if sealed {
        control::primary(t!("locked-sealed-short"))
    } else if own.validated && desk.seat.graded {
        control::primary(t!("conciliation-open-go")).on_press(Message::Validate)
    } else if own.validated {
        control::secondary(t!("take-back")).on_press(Message::Validate)
    } else if left > 0 {
        control::primary(t!("left", count = left))
    } else {
        let words = if common {
            t!("validate-common")
        } else {
            t!("validate")
        };
        control::primary(words).on_press(Message::Validate)
    };
    let tip = |words: String, command: Command| format!("{words} ({})", command.key());
    let line = row![
        control::sign(
            Icon::Undo,
            tip(t!("undo"), Command::Undo),
            (!sealed).then_some(Message::Undo)
        ),
        control::sign(
            Icon::Redo,
            tip(t!("redo"), Command::Redo),
            (!sealed).then_some(Message::Redo)
        ),
        Element::from(main.fill().id("main")),
    ]
    .spacing(space::S);
    column![mark, line].spacing(space::S).into()
}
