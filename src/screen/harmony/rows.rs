//! The right side: how each row was levelled, the upper levels commission by commission, what is
//! worth a talk, and how marks stand to profiles.

use iced::widget::{column, container, row, space as gap};
use iced::{Alignment, Length};

use super::{Figures, Harmony, Message, panel};
use crate::domain::grid::Grid;
use crate::domain::harmony::{Harmony as Set, Share, WideRow};
use crate::style::space::Class;
use crate::style::{container as look, space, typeface};
use crate::widget::Element;
use crate::widget::chart::{self, Slice};
use crate::widget::frame::{edge, line, scrolled, signed_in};
use crate::widget::icon::{Bars, Icon, bars_scaled, icon};
use crate::{t, words};

/// So many commissions have a column each; more give the lowest and the highest share.
const COLUMNS: usize = 5;
/// Width of such a column.
const COLUMN: f32 = 58.0;
/// Width of a column that also names a commission.
const NAMED: f32 = 104.0;
/// So many rows far apart are said in words; the others are flagged in the table.
const SENTENCES: usize = 2;
/// Height of a row.
const ROW: f32 = 44.0;
/// Width of a row's title.
const TITLE: f32 = 184.0;
/// About how wide a row's bar is.
const BAR: f32 = 300.0;

impl Harmony {
    pub(super) fn rows_panel<'a>(
        &'a self,
        set: &'a Set,
        figures: &'a Figures,
        class: Class,
    ) -> Element<'a, Message> {
        let grid = &set.grid;
        let each = set.parts.len() <= if class == Class::Narrow { 2 } else { COLUMNS };
        let lines = (0..grid.rows.len())
            .map(|place| column![self.row(set, figures, place, each), line()].into());
        let list = column(lines).padding(iced::Padding::ZERO.right(space::L));
        let mut page = column![
            typeface::section(t!("harmony-rows")),
            legend(grid),
            self.heads(set, each),
            edge(),
        ]
        .spacing(space::S);
        page = if class < Class::Large {
            page.push(list)
        } else {
            page.push(scrolled(list, "rows"))
        };
        for wide in figures.wide.iter().take(SENTENCES) {
            let own = self.own_in(set);
            page = page.push(signed_in(
                Icon::Alert,
                typeface::dense(words::harmony::wide(set, wide, own)).width(Length::Fill),
                typeface::alert,
            ));
        }
        let more = figures.wide.len().saturating_sub(SENTENCES);
        if more > 0 {
            page = page.push(
                typeface::reference(t!("harmony-wide-more", count = more))
                    .style(typeface::secondary),
            );
        }
        if set.proposes() {
            let text = words::harmony::coherence(&figures.whole.coherence);
            page = page.push(typeface::reference(text).style(typeface::secondary));
        }
        let panel = panel(page);
        if class < Class::Large {
            panel.into()
        } else {
            panel.height(Length::Fill).into()
        }
    }

    fn heads<'a>(&self, set: &Set, each: bool) -> Element<'a, Message> {
        let small = |text: String| typeface::reference(text).style(typeface::secondary);
        let upper = container(small(t!(
            "harmony-upper",
            levels = words::harmony::upper(set)
        )))
        .align_right(Length::Fill);
        let mut line = row![
            gap().width(TITLE),
            container(small(t!("harmony-together"))).width(Length::Fill),
        ]
        .spacing(space::S);
        if each {
            for part in &set.parts {
                let number = if self.is_own(set, &part.number) {
                    typeface::reference_bold(part.number.clone())
                } else {
                    small(part.number.clone())
                };
                line = line.push(container(number).align_right(COLUMN));
            }
        } else {
            line = line
                .push(container(small(t!("harmony-lowest"))).align_right(NAMED))
                .push(container(small(t!("harmony-highest"))).align_right(NAMED));
        }
        // The bar of the list takes its place on the right.
        column![upper, line]
            .padding(iced::Padding::ZERO.right(space::L))
            .into()
    }

    fn row<'a>(
        &'a self,
        set: &'a Set,
        figures: &Figures,
        place: usize,
        each: bool,
    ) -> Element<'a, Message> {
        let grid = &set.grid;
        let title = grid.rows.get(place).map(|row| row.short.clone());
        let title = format!("{} {}", place + 1, title.unwrap_or_default());
        let wide = figures.wide.iter().find(|wide| wide.row == place);
        let mut line = row![
            container(typeface::dense_strong(title)).width(TITLE),
            container(chart::slices(slices(grid, figures, place), BAR)).width(Length::Fill),
        ]
        .spacing(space::S)
        .height(ROW)
        .align_y(Alignment::Center);
        if each {
            for (part, known) in set.parts.iter().enumerate() {
                let share = set.share(&known.tally, place);
                let apart = wide.is_some_and(|wide| wide.low.0 == part);
                line = line.push(figure(share, apart));
            }
        } else {
            for cell in extremes(set, place, wide) {
                line = line.push(cell);
            }
        }
        line.into()
    }
}

fn fraction(share: Share) -> String {
    if share.of == 0 {
        return t!("harmony-none");
    }
    t!(
        "harmony-fraction",
        good = words::count(share.good),
        of = words::count(share.of)
    )
}

fn figure<'a>(share: Share, apart: bool) -> Element<'a, Message> {
    let text = fraction(share);
    let cell: Element<'a, Message> = if apart {
        signed_in(
            Icon::Alert,
            typeface::tabular_reference(text).font(typeface::TABULAR_BOLD),
            typeface::alert,
        )
    } else {
        typeface::tabular_reference(text).into()
    };
    container(cell).align_right(COLUMN).into()
}

/// The lowest and the highest share among commissions that have any level on the row.
fn extremes<'a>(set: &Set, place: usize, wide: Option<&WideRow>) -> [Element<'a, Message>; 2] {
    let shares = set.parts.iter().enumerate();
    let mut shares: Vec<(usize, Share)> = shares
        .map(|(part, known)| (part, set.share(&known.tally, place)))
        .filter(|(_, share)| share.of > 0)
        .collect();
    // By cross products: exact, whatever the sizes.
    shares.sort_by(|(_, one), (_, other)| (one.good * other.of).cmp(&(other.good * one.of)));
    let named = |found: Option<(usize, Share)>, apart: bool| {
        let text = match found.and_then(|(part, share)| Some((set.parts.get(part)?, share))) {
            Some((part, share)) => t!(
                "harmony-named",
                share = fraction(share),
                number = part.number.as_str()
            ),
            None => t!("harmony-none"),
        };
        let text = typeface::tabular_reference(text);
        let cell: Element<'a, Message> = if apart {
            signed_in(Icon::Alert, text, typeface::alert)
        } else {
            text.into()
        };
        container(cell).align_right(NAMED).into()
    };
    let (low, high) = match wide {
        Some(wide) => (Some(wide.low), Some(wide.high)),
        None => (shares.first().copied(), shares.last().copied()),
    };
    [named(low, wide.is_some()), named(high, false)]
}

fn level_bars(grid: &Grid, level: usize) -> Bars {
    let id = grid.levels.get(level).map(|level| &level.id);
    Bars {
        filled: id.and_then(|id| grid.level_bars(id)).unwrap_or(0),
        of: grid.valued_levels().count(),
    }
}

fn slices(grid: &Grid, figures: &Figures, place: usize) -> Vec<Slice> {
    let counts = figures.whole.levels.get(place).map(Vec::as_slice);
    let counts = counts.unwrap_or_default().iter().enumerate();
    counts
        .map(|(level, count)| {
            let Bars { filled, of } = level_bars(grid, level);
            Slice {
                count: *count,
                words: words::count(*count),
                level: (filled, of),
            }
        })
        .collect()
}

fn legend<'a>(grid: &'a Grid) -> Element<'a, Message> {
    let chips = grid.levels.iter().enumerate().map(|(place, level)| {
        let bars = level_bars(grid, place);
        let sign: Element<'a, Message> = if bars.filled == 0 {
            icon(Icon::Barred, 15.0)
        } else {
            bars_scaled(bars, 0.8)
        };
        let words = row![sign, typeface::reference_strong(level.label.as_str())]
            .spacing(space::XS)
            .align_y(Alignment::Center);
        container(words)
            .padding([2.0, 7.0])
            .style(look::level(bars.filled, bars.of))
            .into()
    });
    row(chips).spacing(space::XS + 2.0).wrap().into()
}
