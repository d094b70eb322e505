//! Letters put together: runs as they were drawn, then lines as they are read. A run goes on as
//! long as each letter follows the one before, whether one operator drew them all or one each.

use crate::dossier::tableau::pdf::page::{Area, Glyph, Heading, Page};
use crate::dossier::tableau::tick;

/// Letters that follow one another on one base line.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// What it says.
    pub text: String,
    /// Where its base line starts.
    pub x: f64,
    /// Where its base line starts.
    pub y: f64,
    /// How long it is.
    pub length: f64,
    /// The height of its font.
    pub size: f64,
    /// Where the letters run to.
    pub heading: Heading,
    /// The letters that show.
    pub letters: Vec<Letter>,
    /// What a line strikes out of it.
    pub struck: String,
    /// How far along the run each space starts, for words to be told apart.
    first_space: Option<f64>,
    /// What its last letter is cut by.
    clip: Area,
}

/// A letter of a run.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    /// What it says.
    pub text: String,
    /// Its middle.
    pub middle: (f64, f64),
    /// Whether it may be seen.
    pub is_seen: bool,
}

/// A gap wider than this, in font heights, ends a run.
const GAP: f64 = 0.7;
/// A gap wider than this is a space that nobody typed.
const SPACE: f64 = 0.17;

impl Run {
    fn start(glyph: &Glyph) -> Self {
        let mut run = Self {
            text: String::new(),
            x: glyph.x,
            y: glyph.y,
            length: 0.0,
            size: glyph.size,
            heading: glyph.heading,
            letters: Vec::new(),
            struck: String::new(),
            first_space: None,
            clip: glyph.clip,
        };
        run.add(glyph, 0.0);
        run
    }

    fn add(&mut self, glyph: &Glyph, along: f64) {
        let gap = along - self.length;
        let is_apart = gap > SPACE * self.size && !self.text.ends_with(' ') && !glyph.is_blank();
        if is_apart && !self.text.is_empty() {
            self.first_space = self.first_space.or(Some(self.length));
            self.text.push(' ');
        }
        if glyph.is_blank() {
            if !self.text.trim().is_empty() {
                self.first_space = self.first_space.or(Some(along));
            }
        } else {
            self.letters.push(Letter {
                text: glyph.text.clone(),
                middle: glyph.middle(),
                is_seen: !glyph.is_clipped,
            });
        }
        self.text.push_str(&glyph.text);
        // Several letters may be spelt by one glyph, some of no width.
        self.length = self.length.max(along + glyph.advance);
        self.size = self.size.max(glyph.size);
        self.clip = glyph.clip;
    }

    /// Returns how far along the run a point is, and how far beside it.
    fn offset(&self, glyph: &Glyph) -> (f64, f64) {
        let (dx, dy) = (glyph.x - self.x, glyph.y - self.y);
        match self.heading {
            Heading::Right | Heading::Other => (dx, dy),
            Heading::Up => (-dy, dx),
            Heading::Down => (dy, -dx),
            Heading::Left => (-dx, -dy),
        }
    }

    fn follows(&self, glyph: &Glyph) -> Option<f64> {
        if glyph.heading != self.heading || self.heading == Heading::Other {
            return None;
        }
        let ratio = glyph.size / self.size;
        let (along, beside) = self.offset(glyph);
        let gap = along - self.length;
        let fits = beside.abs() < 0.25 * self.size
            && gap > -0.35 * self.size
            && gap < GAP * self.size
            && (0.4..2.5).contains(&ratio)
            && !self.is_cut_from(glyph);
        fits.then_some(along)
    }

    /// Tells whether the glyph is in another cell: programs cut what a cell shows at its sides, and
    /// the first letter of the next one may touch a text that runs out of its own.
    fn is_cut_from(&self, glyph: &Glyph) -> bool {
        const APART: f64 = 3.0;
        let (own, other) = (&self.clip, &glyph.clip);
        let is_cell = |clip: &Area| clip.width() > 3.0 * self.size;
        self.heading == Heading::Right
            && is_cell(own)
            && is_cell(other)
            && (own.left - other.left).abs() > APART
            && (own.right - other.right).abs() > APART
    }

    /// Returns what surrounds it.
    pub(crate) fn area(&self) -> Area {
        let (up, down) = (self.size * 0.75, self.size * 0.22);
        match self.heading {
            Heading::Right | Heading::Other => Area {
                left: self.x,
                top: self.y - up,
                right: self.x + self.length,
                bottom: self.y + down,
            },
            Heading::Up => Area {
                left: self.x - up,
                top: self.y - self.length,
                right: self.x + down,
                bottom: self.y,
            },
            Heading::Down => Area {
                left: self.x - down,
                top: self.y,
                right: self.x + up,
                bottom: self.y + self.length,
            },
            Heading::Left => Area {
                left: self.x - self.length,
                top: self.y - down,
                right: self.x,
                bottom: self.y + up,
            },
        }
    }

    /// Ticks the box that this letter is.
    fn tick(&mut self, letter: usize) {
        let boxes = |letters: &[Letter]| {
            let texts = letters.iter().flat_map(|letter| letter.text.chars());
            texts.filter(|c| tick::is_empty_box(*c)).count()
        };
        let before = boxes(self.letters.get(..letter).unwrap_or_default());
        let mut n_boxes = 0;
        let mut ticked = String::with_capacity(self.text.len());
        for c in self.text.chars() {
            let is_box = tick::is_empty_box(c);
            let is_this_one = is_box && n_boxes == before;
            n_boxes += usize::from(is_box);
            ticked.push(if is_this_one { '☒' } else { c });
        }
        self.text = ticked;
        if let Some(letter) = self.letters.get_mut(letter) {
            letter.text = "☒".to_owned();
        }
    }

    /// Tells whether any of it may be seen.
    pub(crate) fn is_visible(&self) -> bool {
        self.letters.iter().any(|letter| letter.is_seen)
    }
}

/// Returns the runs of a page in the order in which they were drawn.
pub(crate) fn runs(page: &Page) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    for glyph in &page.glyphs {
        let place = open.as_ref().and_then(|run| run.follows(glyph));
        match (&mut open, place) {
            (Some(run), Some(along)) => run.add(glyph, along),
            _ => {
                runs.extend(open.take());
                open = Some(Run::start(glyph));
            }
        }
    }
    runs.extend(open);
    runs.retain(|run| !run.letters.is_empty());
    drop_shadows(&mut runs);
    tick_boxes(&mut runs);
    runs
}

/// A cross typed in a frame of its own over the box of another text ticks that box.
fn tick_boxes(runs: &mut Vec<Run>) {
    /// Boxes and crosses of a page that are worth being compared.
    const MOST: usize = 400;
    let is_box = |text: &str| text.chars().all(tick::is_empty_box);
    let mut crosses: Vec<(usize, (f64, f64))> = Vec::new();
    let mut boxes: Vec<(usize, usize)> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        if let [only] = run.letters.as_slice()
            && !is_box(&only.text)
            && tick::is_yes(&only.text)
        {
            crosses.push((index, only.middle));
        }
        let letters = run.letters.iter().enumerate();
        let own = letters.filter(|(_, letter)| is_box(&letter.text));
        boxes.extend(own.map(|(letter, _)| (index, letter)));
    }
    if boxes.len() > MOST || crosses.len() > 10 * MOST {
        return;
    }
    let mut used = Vec::new();
    for (cross, (x, y)) in crosses {
        let ticked = boxes.iter().find(|(run, letter)| {
            runs.get(*run).is_some_and(|run| {
                run.letters.get(*letter).is_some_and(|letter| {
                    let near = 0.45 * run.size;
                    (letter.middle.0 - x).abs() < near && (letter.middle.1 - y).abs() < near
                })
            })
        });
        if let Some(&(run, letter)) = ticked
            && run != cross
            && let Some(run) = runs.get_mut(run)
        {
            run.tick(letter);
            used.push(cross);
        }
    }
    used.sort_unstable();
    for cross in used.into_iter().rev() {
        let _ = runs.remove(cross);
    }
}

/// Some programs draw a text twice, a hair apart, to make it bold.
fn drop_shadows(runs: &mut Vec<Run>) {
    const NEAR: usize = 12;
    let mut index = 0;
    while index < runs.len() {
        let is_shadow = runs.get(index).is_some_and(|run| {
            let before = runs.get(index.saturating_sub(NEAR)..index);
            before.unwrap_or_default().iter().any(|other| {
                other.text == run.text
                    && other.heading == run.heading
                    && (other.x - run.x).abs() < 0.12 * run.size
                    && (other.y - run.y).abs() < 0.12 * run.size
            })
        });
        if is_shadow {
            let _ = runs.remove(index);
        } else {
            index += 1;
        }
    }
}

/// A line as read, the runs on it put together.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// What it says.
    pub text: String,
    /// Where it starts.
    pub x: f64,
    /// Where it ends.
    pub end: f64,
    /// Its base line.
    pub y: f64,
    /// The height of its font.
    pub size: f64,
    /// How wide its first word is.
    first_word: f64,
}

/// Puts upright runs on lines, from top to bottom.
pub(crate) fn lines(runs: &[&Run]) -> Vec<Line> {
    let mut level: Vec<&Run> = runs.to_vec();
    level.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut groups: Vec<Vec<&Run>> = Vec::new();
    for run in level {
        let last = groups.last_mut().filter(|group| {
            group
                .first()
                .is_some_and(|first| run.y - first.y < 0.4 * first.size.max(run.size))
        });
        match last {
            Some(group) => group.push(run),
            None => groups.push(vec![run]),
        }
    }
    groups
        .into_iter()
        .filter_map(|mut group| {
            group.sort_by(|a, b| a.x.total_cmp(&b.x));
            line(&group)
        })
        .collect()
}

fn line(group: &[&Run]) -> Option<Line> {
    let first = group.first()?;
    let mut line = Line {
        text: first.text.clone(),
        x: first.x,
        end: first.x + first.length,
        y: first.y,
        size: first.size,
        first_word: first.first_space.unwrap_or(first.length),
    };
    let mut has_space = first.first_space.is_some();
    for run in group.iter().skip(1) {
        let gap = run.x - line.end;
        let is_apart = gap > SPACE * run.size;
        if is_apart {
            line.text.push(' ');
        }
        if !has_space && !is_apart {
            let reach = run.first_space.unwrap_or(run.length);
            line.first_word = run.x + reach - line.x;
        }
        has_space = has_space || is_apart || run.first_space.is_some();
        line.text.push_str(&run.text);
        line.end = line.end.max(run.x + run.length);
        line.size = line.size.max(run.size);
    }
    Some(line)
}

/// Returns the text of lines in a cell from `left` to `right`: lines that were only broken for want
/// of room are one.
pub(crate) fn paragraph(lines: &[Line], left: f64, right: f64) -> String {
    let margin = lines
        .iter()
        .map(|line| line.x - left)
        .fold(6.0f64, f64::min)
        .max(0.8);
    let room = right - left - 2.0 * margin;
    let mut text = String::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        if let Some(before) = before {
            let used = before.end - before.x;
            let wanted = used + 0.25 * before.size + line.first_word;
            let is_broken_by_hand = starts_item(&line.text) || wanted < room - 0.5 * before.size;
            text.push(if is_broken_by_hand { '\n' } else { ' ' });
        }
        text.push_str(line.text.trim());
        before = Some(line);
    }
    text
}

/// Tells whether a line starts an item of a list, as candidates list their documents.
fn starts_item(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with([
        '-', '–', '—', '•', '▪', '●', '◦', '‣', '*', '→', '➔', '➢', '►', '🔗', '📄', '📎',
    ]) || text.starts_with("http://")
        || text.starts_with("https://")
        || text.starts_with("www.")
        || text.starts_with("Documents ")
        || text.starts_with("Documents:")
}

/// Returns what runs along a side of the page say, read along that side.
pub(crate) fn aside(runs: &[&Run]) -> String {
    let mut text = String::new();
    for heading in [Heading::Up, Heading::Down, Heading::Other] {
        let mut column: Vec<&Run> = runs
            .iter()
            .filter(|run| run.heading == heading)
            .copied()
            .collect();
        in_reading_order(&mut column, heading);
        for run in column {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(run.text.trim());
        }
    }
    text
}

/// Sorts runs that go along a side of the page: line by line, each from its start.
fn in_reading_order(column: &mut Vec<&Run>, heading: Heading) {
    // Seen from the side where it is read: how far down the line is, and how far along the run.
    let seen = |run: &Run| match heading {
        Heading::Up => (run.x, -run.y),
        Heading::Down => (-run.x, run.y),
        Heading::Right | Heading::Left | Heading::Other => (0.0, 0.0),
    };
    column.sort_by(|a, b| seen(a).0.total_cmp(&seen(b).0));
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    for run in column.drain(..) {
        let line = lines.last_mut().filter(|line| {
            let first = line.first();
            first.is_some_and(|first| seen(run).0 - seen(first).0 <= 0.4 * first.size)
        });
        match line {
            Some(line) => line.push(run),
            None => lines.push(vec![run]),
        }
    }
    for mut line in lines {
        line.sort_by(|a, b| seen(a).1.total_cmp(&seen(b).1));
        column.extend(line);
    }
}
