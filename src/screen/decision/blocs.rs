//! Ruling on each bloc: what its levels say, what the commission rules, what remains to be proven.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::Message;
use crate::domain::edit::{Author, Change};
use crate::domain::grid::Section;
use crate::domain::verdict::{Proven, SectionVerdict};
use crate::screen::{Action, Desk};
use crate::style::{container as look, space, typeface};
use crate::widget::frame::{line, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};
use crate::{t, words};

/// The button that rules on every bloc as its levels propose.
pub const FOLLOW: &str = "rule-all";

/// Returns whether some bloc is still to rule on as its levels propose.
pub fn can_follow(desk: &Desk<'_>) -> bool {
    let record = &desk.seat.record;
    record.sealed.is_none()
        && desk.seat.verdicts.iter().any(|verdict| {
            !record.rulings.contains_key(&verdict.section) && verdict.state != Proven::Pending
        })
}

/// Returns the edits that rule on every bloc left as its levels propose.
pub fn rule_as_proposed(desk: &Desk<'_>) -> Action<Message> {
    let record = &desk.seat.record;
    let changes: Vec<Change> = desk
        .seat
        .verdicts
        .iter()
        .filter(|verdict| !record.rulings.contains_key(&verdict.section))
        .filter(|verdict| verdict.state != Proven::Pending)
        .map(|verdict| {
            let acquired = verdict.state == Proven::Acquired;
            Change::Ruling(verdict.section.clone(), Some(acquired))
        })
        .collect();
    if changes.is_empty() {
        Action::None
    } else {
        Action::Changes(Author::Commission, changes)
    }
}

/// Returns what must be said when a ruling departs from the levels.
pub fn departure(desk: &Desk<'_>) -> Option<String> {
    let rulings = &desk.seat.record.rulings;
    let departs = |verdict: &SectionVerdict| verdict.is_overruled(rulings.get(&verdict.section));
    desk.seat
        .verdicts
        .iter()
        .any(departs)
        .then(|| t!("decision-ruling-departs"))
}

/// Draws the blocs and the whole.
pub fn view<'a>(desk: &Desk<'a>) -> Element<'a, Message> {
    let grid = &desk.header.grid;
    let all = can_follow(desk).then(|| {
        Element::from(
            control::quiet(t!("decision-rule-all"))
                .on_press(Message::RuleAsProposed)
                .id(FOLLOW),
        )
    });
    let head = row![
        typeface::label(t!("decision-blocs")),
        gap::horizontal(),
        all
    ]
    .align_y(Alignment::Center);
    let mut zone = column![head].spacing(space::S);
    for verdict in &desk.seat.verdicts {
        if let Some(section) = grid.section(&verdict.section) {
            zone = zone.push(bloc(desk, section, verdict)).push(line());
        }
    }
    let whole = words::outcome(grid, &desk.seat.outcome);
    let panel = column![
        typeface::label(t!("decision-whole")),
        typeface::heading(whole),
    ]
    .spacing(space::XS);
    zone.push(
        container(panel)
            .padding(space::M)
            .width(Length::Fill)
            .style(look::conclusion),
    )
    .into()
}

fn bloc<'a>(
    desk: &Desk<'a>,
    section: &'a Section,
    verdict: &SectionVerdict,
) -> Element<'a, Message> {
    let grid = &desk.header.grid;
    let record = &desk.seat.record;
    let Some(rule) = &grid.decision else {
        return gap().into();
    };
    let counts = t!(
        "decision-bloc-counts",
        acquired = verdict.acquired,
        partly = verdict.partly,
        refused = verdict.refused,
        total = verdict.rows.to_string()
    );
    let waived = (verdict.waived > 0)
        .then(|| typeface::reference(t!("decision-bloc-waived", count = verdict.waived)));
    let (proposed, ink): (
        String,
        fn(&crate::style::Theme) -> iced::widget::text::Style,
    ) = match verdict.state {
        Proven::Pending => (t!("verdict-pending"), typeface::alert),
        Proven::Acquired => (rule.words.acquired.clone(), typeface::done),
        Proven::NotAcquired => (rule.words.refused.clone(), typeface::alert),
    };
    let sign = match verdict.state {
        Proven::Pending => Icon::Waiting,
        Proven::Acquired => Icon::Check,
        Proven::NotAcquired => Icon::Cross,
    };
    let mut words_of_bloc = column![
        typeface::strong(section.title.as_str()),
        row![
            typeface::tabular_reference(counts).style(typeface::secondary),
            waived
        ]
        .spacing(space::S),
        signed_in(
            sign,
            typeface::dense(t!("decision-bloc-proposed", verdict = proposed)),
            ink
        ),
    ]
    .spacing(2);
    if let Some(mark) = &verdict.mark
        && !desk.masked
    {
        words_of_bloc = words_of_bloc.push(
            typeface::tabular_reference(t!(
                "decision-bloc-mark",
                mark = words::decimal(mark, 2),
                most = words::mark(&grid.most())
            ))
            .style(typeface::secondary),
        );
    }
    if !verdict.to_prove.is_empty() {
        let rows = verdict.to_prove.iter().filter_map(|row| grid.row(row));
        let shorts: Vec<&str> = rows.map(|row| row.short.as_str()).collect();
        let list = t!("decision-to-prove", rows = shorts.join(", "));
        words_of_bloc = words_of_bloc.push(typeface::reference(list));
    }
    let ruled = record.rulings.get(&section.id).copied();
    let open = record.sealed.is_none();
    let press = |acquired: bool| open.then(|| Message::Ruling(section.id.clone(), acquired));
    let yes = control::radio(
        rule.words.acquired.clone(),
        ruled == Some(true),
        press(true),
    )
    .id(format!("ruling-{}", section.id));
    let no = control::radio(
        rule.words.refused.clone(),
        ruled == Some(false),
        press(false),
    );
    words_of_bloc
        .push(row![Element::from(yes), Element::from(no)].spacing(space::M))
        .into()
}
