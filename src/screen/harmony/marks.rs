//! The left side: final marks along the scale and one line of points a commission; blocs acquired
//! where an exam gives no mark.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Figures, Harmony, Message, panel};
use crate::domain::fraction::Fraction;
use crate::domain::harmony::{Bars, FEW, Harmony as Set, Part, Tally};
use crate::style::space::Class;
use crate::style::{space, typeface};
use crate::widget::Element;
use crate::widget::chart::{self, Bar, Points, Slice, Threshold};
use crate::widget::frame::{line, scrolled};
use crate::{t, words};

/// A list of more commissions than this is read in the workbook.
const MOST: usize = 60;

impl Harmony {
    pub(super) fn marks_panel<'a>(
        &'a self,
        set: &'a Set,
        figures: &'a Figures,
    ) -> Element<'a, Message> {
        let whole = &figures.whole;
        let Some(bars) = set.bars(&whole.marks) else {
            return blocs(set, whole);
        };
        let count = whole.marks.count();
        let threshold = set
            .grid
            .mark
            .as_ref()
            .and_then(|rule| rule.threshold.as_ref());
        let reached = threshold.map(|threshold| {
            t!(
                "harmony-reached",
                reached = whole.marks.at_least(threshold),
                count = count,
                threshold = words::mark(threshold)
            )
        });
        let head = row![
            typeface::section(t!("harmony-sheet-marks")),
            gap::horizontal(),
            reached.map(|text| typeface::dense(text).style(typeface::secondary)),
        ]
        .align_y(Alignment::Center);
        let chart: Element<'a, Message> = if count < FEW {
            typeface::body(t!("harmony-few", few = FEW.to_string()))
                .style(typeface::secondary)
                .into()
        } else {
            histogram(&bars, threshold)
        };
        let spread = words::harmony::deviations(&whole.marks);
        let spread = (count > 0).then(|| typeface::reference(spread).style(typeface::secondary));
        panel(column![head, chart, spread].spacing(space::S)).into()
    }

    pub(super) fn parts_panel<'a>(
        &'a self,
        set: &'a Set,
        figures: &'a Figures,
        class: Class,
    ) -> Element<'a, Message> {
        let gives_marks = set.grid.mark.is_some() && figures.whole.marks.count() > 0;
        let legend = |median: bool, label: &str| {
            row![
                chart::legend(median),
                typeface::dense(t!(label)).style(typeface::secondary)
            ]
            .spacing(space::XS)
            .align_y(Alignment::Center)
        };
        let mut head = row![typeface::section(t!("harmony-parts")), gap::horizontal()]
            .spacing(space::M)
            .height(28)
            .align_y(Alignment::Center);
        if gives_marks {
            head = head
                .push(legend(false, "harmony-legend-mark"))
                .push(legend(true, "harmony-legend-median"));
        }
        let bars = set.bars(&figures.whole.marks);
        let gaps = figures.gaps.iter();
        let parts = set.parts.iter().zip(gaps).take(MOST).map(|(part, gap)| {
            let mut lines = column![self.part_head(set, part)].spacing(0);
            if let Some(bars) = bars.as_ref().filter(|_| part.tally.marks.count() > 0) {
                lines = lines.push(chart::points(self.points(set, part, bars)));
            }
            if gives_marks {
                let points = gap.as_ref().map(|gap| words::harmony::signed(&gap.points));
                let caution = words::harmony::gap(gap.as_ref());
                let text = match points {
                    Some(points) => {
                        t!("harmony-part-gap", points = points, caution = caution)
                    }
                    None => caution,
                };
                lines = lines.push(typeface::reference(text).style(typeface::secondary));
            } else {
                lines = lines.push(
                    typeface::reference(words::harmony::blocs(set, &part.tally))
                        .style(typeface::secondary),
                );
            }
            lines.into()
        });
        let mut list = column(parts)
            .spacing(space::M)
            .padding(iced::Padding::ZERO.right(space::L));
        let left = set.parts.len().saturating_sub(MOST);
        if left > 0 {
            list = list
                .push(line())
                .push(typeface::dense(t!("harmony-more", count = left)).style(typeface::secondary));
        }
        if class < Class::Large {
            panel(column![head, list].spacing(space::S)).into()
        } else {
            panel(column![head, scrolled(list, "parts")].spacing(space::S))
                .height(Length::Fill)
                .into()
        }
    }

    fn part_head<'a>(&self, set: &Set, part: &Part) -> Element<'a, Message> {
        let number = t!("commission-title", number = part.number.as_str());
        let own = self
            .is_own(set, &part.number)
            .then(|| typeface::dense(t!("harmony-own")));
        let marks = &part.tally.marks;
        let figures = match (marks.range(), marks.median()) {
            (Some((least, most)), Some(median)) => t!(
                "harmony-part-marks",
                count = marks.count(),
                median = words::mark(&median),
                least = words::mark(least),
                most = words::mark(most)
            ),
            _ => t!("harmony-part-sealed", count = part.tally.sealed),
        };
        row![
            typeface::dense_bold(number),
            own,
            gap::horizontal(),
            container(typeface::tabular_reference(figures).style(typeface::secondary)),
        ]
        .align_y(Alignment::Center)
        .into()
    }

    fn points(&self, set: &Set, part: &Part, bars: &Bars) -> Points {
        let at = |mark: &Fraction| share(bars.along(mark));
        let marks = &part.tally.marks;
        let threshold = set
            .grid
            .mark
            .as_ref()
            .and_then(|rule| rule.threshold.as_ref());
        Points {
            points: marks
                .values()
                .map(|(mark, count)| (at(mark), count))
                .collect(),
            median: marks.median().as_ref().map(at),
            threshold: threshold.map(at),
            filled: self.is_own(set, &part.number),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on the screen, from 0 to 1"
)]
fn share(exact: f64) -> f32 {
    exact as f32
}

fn histogram<'a>(bars: &Bars, threshold: Option<&Fraction>) -> Element<'a, Message> {
    let most = bars.counts.iter().copied().max().unwrap_or(1).max(1);
    let drawn = bars.counts.iter().enumerate().map(|(part, count)| {
        #[expect(clippy::cast_precision_loss, reason = "a height")]
        let height = *count as f32 / most as f32;
        Bar {
            share: height,
            words: if *count == 0 {
                String::new()
            } else {
                words::count(*count)
            },
            low: threshold.is_some_and(|threshold| bars.edge(part) < *threshold),
        }
    });
    // Every part has an edge; so many words that they stay apart.
    let each = (1..=bars.counts.len())
        .filter(|each| bars.counts.len().is_multiple_of(*each))
        .find(|each| bars.counts.len() / each <= 10)
        .unwrap_or(1);
    let labels: Vec<String> = (0..=bars.counts.len())
        .step_by(each)
        .map(|part| words::mark(&bars.edge(part)))
        .collect();
    let threshold = threshold.map(|threshold| Threshold {
        at: share(bars.along(threshold)),
        words: t!("harmony-threshold", mark = words::mark(threshold)),
    });
    chart::histogram(drawn.collect(), &labels, threshold)
}

/// Blocs where an exam gives no mark: how many times each was acquired.
fn blocs<'a>(set: &'a Set, whole: &Tally) -> Element<'a, Message> {
    let mut page = column![
        typeface::section(t!("harmony-blocs")),
        typeface::dense(t!("harmony-no-marks")).style(typeface::secondary),
    ]
    .spacing(space::S);
    for (section, (acquired, all)) in set.blocs().zip(&whole.rulings) {
        let slices = vec![
            Slice {
                count: *acquired,
                words: words::count(*acquired),
                level: (3, 4),
            },
            Slice {
                count: all - acquired,
                words: words::count(all - acquired),
                level: (1, 4),
            },
        ];
        let figures = t!(
            "harmony-bloc",
            acquired = words::count(*acquired),
            count = *all
        );
        let head = row![
            container(typeface::dense_strong(section.title.as_str())).width(Length::Fill),
            typeface::dense(figures).style(typeface::secondary),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);
        page = page.push(column![head, chart::slices(slices, 500.0)].spacing(2));
    }
    panel(page).into()
}
