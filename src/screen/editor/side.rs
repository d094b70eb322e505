//! Beside the form: what is wrong, and what the grid proposes for a few test profiles.

use iced::advanced::widget::Id;
use iced::widget::{button, column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Editor, Message};
use crate::domain::grid::Grid;
use crate::domain::grid::trial::{Pattern, Trial};
use crate::domain::mark::{self, Profile, Proposal, Readings, Withheld};
use crate::domain::verdict::{self, Outcome};
use crate::style::{self, container as look, space, typeface};
use crate::widget::focus::focus;
use crate::widget::frame::{line, scrolled, signed_in};
use crate::widget::icon::{Bars, Icon, icon};
use crate::widget::level::{self, Shown};
use crate::widget::{Element, control};
use crate::{t, words};

/// Returns the name of a fault's line.
pub fn fault_id(index: usize) -> Id {
    Id::from(format!("fault-{index}"))
}

/// Returns the name of a profile's line.
pub fn trial_id(index: usize) -> Id {
    Id::from(format!("trial-{index}"))
}

impl Editor {
    pub(super) fn side(&self) -> Element<'_, Message> {
        let side = column![self.findings(), line(), self.profiles()]
            .spacing(space::M)
            .padding(space::L);
        container(scrolled(side, "side"))
            .width(WIDTH)
            .height(Length::Fill)
            .style(look::ground)
            .into()
    }

    fn findings(&self) -> Element<'_, Message> {
        let head = t!("editor-findings", count = self.faults.len());
        let mut list = column![typeface::label(head)].spacing(space::XS);
        if self.faults.is_empty() {
            list = list.push(signed_in(
                Icon::Check,
                typeface::dense(t!("editor-sound")),
                typeface::done,
            ));
        }
        for (index, fault) in self.faults.iter().enumerate().take(SHOWN) {
            let words = words::fault(fault);
            let press = Message::Fault(index);
            list =
                list.push(self.finding(Icon::Alert, &fault.place, words, press, fault_id(index)));
        }
        if self.faults.len() > SHOWN {
            let more = t!("editor-findings-more", count = self.faults.len() - SHOWN);
            list = list.push(typeface::dense(more).style(typeface::secondary));
        }
        if !self.advice.is_empty() {
            list = list.push(typeface::label(t!(
                "editor-advice",
                count = self.advice.len()
            )));
        }
        for (index, advice) in self.advice.iter().enumerate().take(ADVICE) {
            let words = words::advice(advice);
            let press = Message::Advice(index);
            let id = Id::from(format!("advice-{index}"));
            list = list.push(self.finding(Icon::Info, &advice.place, words, press, id));
        }
        if self.advice.len() > ADVICE {
            let more = t!("editor-findings-more", count = self.advice.len() - ADVICE);
            list = list.push(typeface::dense(more).style(typeface::secondary));
        }
        list.into()
    }

    /// A finding and its part: a press goes there.
    fn finding<'a>(
        &self,
        sign: Icon,
        place: &str,
        words: String,
        press: Message,
        id: Id,
    ) -> Element<'a, Message> {
        let draft = self.draft();
        let part = words::grid_part(draft, draft.locate(place));
        let words = column![typeface::dense_strong(part), typeface::dense(words)]
            .spacing(2)
            .width(Length::Fill);
        let button = button(row![icon(sign, 16.0), words].spacing(space::S))
            .padding([space::XS + 2.0, space::S])
            .width(Length::Fill)
            .style(style::button::outline)
            .on_press(press.clone());
        focus(button, Some(press)).id(id).inside().into()
    }

    fn profiles(&self) -> Element<'_, Message> {
        let mut list = column![
            typeface::label(t!("editor-trials")),
            typeface::reference(t!("editor-trials-note")).style(typeface::secondary)
        ]
        .spacing(space::XS);
        let Some(grid) = &self.grid else {
            return list
                .push(signed_in(
                    Icon::Alert,
                    typeface::dense(t!("editor-no-trial")),
                    typeface::alert,
                ))
                .into();
        };
        for (index, trial) in self.trials.iter().enumerate() {
            list = list.push(self.profile(grid, trial, index));
        }
        list.into()
    }

    fn profile<'a>(
        &'a self,
        grid: &'a Grid,
        trial: &'a Trial,
        index: usize,
    ) -> Element<'a, Message> {
        let open = self.open_trial == Some(index);
        let profile = trial.profile(grid);
        let sign = if open { Icon::Down } else { Icon::Forward };
        let mut said = column![].width(Length::Fill).align_x(Alignment::End);
        for (rank, words) in results(grid, &profile).into_iter().enumerate() {
            said = said.push(if rank == 0 {
                typeface::tabular_strong(words)
            } else {
                typeface::reference(words)
            });
        }
        let name =
            container(typeface::dense_strong(name(grid, trial))).width(Length::FillPortion(3));
        let line = row![
            icon(sign, 16.0),
            name,
            container(said).width(Length::FillPortion(3))
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let press = Message::Trial(index);
        let head = button(line)
            .padding([space::XS + 2.0, space::S])
            .width(Length::Fill)
            .style(style::button::outline)
            .on_press(press.clone());
        let mut entry = column![Element::from(
            focus(head, Some(press)).id(trial_id(index)).inside()
        )];
        if open {
            entry = entry.push(self.opened(grid, trial));
        }
        entry.into()
    }

    /// The rows of the open profile: a press gives the next level.
    fn opened<'a>(&'a self, grid: &'a Grid, trial: &'a Trial) -> Element<'a, Message> {
        let of = grid.valued_levels().count();
        let mut list = column![typeface::reference(t!("editor-cycle")).style(typeface::secondary)]
            .padding([space::XS, space::S]);
        if trial.is_changed() {
            list = list.push(Element::from(
                control::quiet(t!("editor-reset"))
                    .on_press(Message::Reset)
                    .id("reset"),
            ));
        }
        for (index, known) in grid.rows.iter().enumerate() {
            let chip: Element<'a, Message> = match trial.level(grid, index, known) {
                Some(own) => level::chip(&Shown {
                    digit: grid.level_rank(&own.id).unwrap_or(0),
                    label: grid
                        .level_label(known, &own.id)
                        .unwrap_or_default()
                        .to_owned(),
                    bars: Bars {
                        filled: grid.level_bars(&own.id).unwrap_or(0),
                        of,
                    },
                }),
                None => gap().width(0).into(),
            };
            let title = if known.short.trim().is_empty() {
                &known.title
            } else {
                &known.short
            };
            let words = column![typeface::reference(title.clone()), chip].spacing(2);
            let press = Message::Cycle(index);
            let button = button(container(words).width(Length::Fill))
                .padding([space::XS, space::S])
                .width(Length::Fill)
                .style(style::button::outline)
                .on_press(press.clone());
            let id = Id::from(format!("cycle-{index}"));
            list = list.push(focus(button, Some(press)).id(id).inside());
        }
        list.into()
    }
}

fn name(grid: &Grid, trial: &Trial) -> String {
    let name = match trial.pattern {
        Pattern::All(rank) => {
            let mut valued: Vec<_> = grid.valued_levels().collect();
            valued.sort_by(|a, b| a.value().cmp(&b.value()));
            let label = valued.get(rank).map(|level| level.label.clone());
            t!("trial-all", level = label.unwrap_or_default())
        }
        Pattern::Mixed => t!("trial-mixed"),
        Pattern::OneOut => t!("trial-one-out"),
    };
    if trial.is_changed() {
        t!("trial-changed", name = name)
    } else {
        name
    }
}

/// What the grid proposes: the mark, then the decision, then why there is neither.
fn results(grid: &Grid, profile: &Profile) -> Vec<String> {
    let mut results = Vec::new();
    match mark::propose(grid, profile) {
        Proposal::Complete(readings) => results.push(proposed(grid, &readings)),
        Proposal::Free if grid.mark.is_some() => results.push(t!("trial-free")),
        Proposal::Free => {}
        Proposal::Incomplete(rows) => results.push(t!("trial-incomplete", count = rows.len())),
    }
    if let Some(rule) = &grid.decision {
        let sections = verdict::sections(grid, profile);
        results.push(match verdict::proposed(grid, &sections) {
            Outcome::Full => rule.words.full.clone(),
            Outcome::Partial(sections) => t!(
                "trial-partial",
                words = rule.words.partial.as_str(),
                count = sections.len().to_string()
            ),
            Outcome::None => rule.words.none.clone(),
            Outcome::Pending => t!("trial-pending"),
        });
    }
    results
}

fn proposed(grid: &Grid, readings: &Readings) -> String {
    let out_of = |mark: &crate::domain::fraction::Fraction| {
        t!(
            "trial-mark",
            mark = words::mark(mark),
            most = words::mark(&grid.most())
        )
    };
    match (&readings.proposed, &readings.withheld) {
        (Some(reading), _) => out_of(&reading.rounded),
        (None, Some(Withheld::Asked)) => match &readings.neutral {
            Some(neutral) => t!(
                "trial-either",
                zero = words::mark(&readings.zero.rounded),
                neutral = words::mark(&neutral.rounded)
            ),
            None => out_of(&readings.zero.rounded),
        },
        (None, Some(Withheld::Blocked)) => t!("trial-blocked"),
        (None, Some(Withheld::Coverage(_))) => t!("trial-coverage"),
        (None, Some(Withheld::NothingAssessed) | None) => t!("trial-nothing"),
    }
}

/// Width of what stands beside the form.
const WIDTH: f32 = 320.0;
/// More findings than this are counted, not shown: those shown are mended first.
const SHOWN: usize = 40;
/// Advice is less pressing, and leaves its room to the test profiles.
const ADVICE: usize = 3;
