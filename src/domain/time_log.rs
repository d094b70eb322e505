//! What happened to an oral's chronometer, and when: read from the gestures themselves, so that
//! nobody has to keep it. It says what happened, never how fast anybody works.

use super::commission::{Commission, Record, Timer};
use super::roster::Moment;

/// A phase says that it is about to end this long before, in milliseconds; a short one, at its last
/// fifth.
const SOON: u64 = 120_000;

/// A value that the chronometer took, and when it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed {
    /// When the gesture was made.
    pub at: Moment,
    /// The chronometer from then on.
    pub timer: Timer,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// In which phase.
    pub phase: usize,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The candidate's identity was confirmed.
    Begun,
    /// The chronometer started.
    Started,
    /// It was paused; why, when somebody said.
    Paused(String),
    /// It went on.
    Resumed,
    /// This phase began after another one.
    Phase,
    /// The time of the phase was over, and it went on.
    Overrun,
    /// The last phase was ended.
    Finished,
    /// Its times were set by hand.
    Corrected,
}

impl Commission {
    /// Returns what happened to the chronometer of an oral, in order; `now` is for a phase that runs
    /// over its time at this moment.
    pub fn time_log(&self, record: &Record, now: Option<Moment>) -> Vec<Entry> {
        let mut log = Log {
            lengths: (0..self.grid().phases.len())
                .map(|phase| u64::from(self.phase_seconds(&record.candidate, phase)) * 1000)
                .collect(),
            entries: Vec::new(),
        };
        if let Some(at) = record.begun {
            log.put(at, 0, Event::Begun);
        }
        let mut before = Timer::default();
        for timed in &record.times {
            log.step(&before, &timed.timer, timed.at);
            before = timed.timer.clone();
        }
        if let (Some(since), Some(now)) = (before.since, now) {
            let spent = before.spent.get(before.phase).copied().unwrap_or(0);
            log.overrun(before.phase, since, spent, spent + now.since(since));
        }
        log.entries
    }
}

/// Returns whether a phase of this length is about to end, in milliseconds.
pub fn ends_soon(length: u64, spent: u64) -> bool {
    let left = length.saturating_sub(spent);
    spent > 0 && left > 0 && left <= SOON.min(length / 5)
}

struct Log {
    lengths: Vec<u64>,
    entries: Vec<Entry>,
}

impl Log {
    fn put(&mut self, at: Moment, phase: usize, event: Event) {
        self.entries.push(Entry { at, phase, event });
    }

    /// Says when a phase that ran from `since` passed its time.
    fn overrun(&mut self, phase: usize, since: Moment, before: u64, after: u64) {
        let length = self.lengths.get(phase).copied().unwrap_or(0);
        if length > 0 && before <= length && after > length {
            self.put(since.plus(length - before), phase, Event::Overrun);
        }
    }

    fn step(&mut self, before: &Timer, after: &Timer, at: Moment) {
        let spent = |timer: &Timer, phase: usize| timer.spent.get(phase).copied().unwrap_or(0);
        let phase = before.phase;
        let counted = spent(after, phase).checked_sub(spent(before, phase));
        let mut ended = at;
        match (before.since, counted) {
            (Some(since), Some(counted)) => {
                self.overrun(phase, since, spent(before, phase), spent(after, phase));
                // After a crash the pause is written when the file is opened again, and the time
                // that was counted says when it was.
                ended = since.plus(counted).min(at).max(since);
            }
            (None, Some(0)) => {}
            _ => {
                self.put(at, after.phase, Event::Corrected);
                return;
            }
        }
        let moved = after.phase != phase;
        if after.phase < phase {
            self.put(at, after.phase, Event::Corrected);
        } else if moved {
            self.put(ended, after.phase, Event::Phase);
        }
        if after.finished && !before.finished {
            self.put(ended, after.phase, Event::Finished);
            return;
        }
        match (before.since, after.since) {
            (None, Some(at)) if after.spent.iter().all(|spent| *spent == 0) && !moved => {
                self.put(at, after.phase, Event::Started);
            }
            (None, Some(at)) => self.put(at, after.phase, Event::Resumed),
            (Some(_), None) => {
                let reason = after.reason.clone();
                self.put(ended, after.phase, Event::Paused(reason));
            }
            (None, None) if after.reason != before.reason => self.explain(&after.reason),
            (None, None) | (Some(_), Some(_)) => {}
        }
    }

    /// A reason may be said once the pause has begun.
    fn explain(&mut self, reason: &str) {
        let mut entries = self.entries.iter_mut().rev();
        if let Some(Event::Paused(known)) = entries
            .find(|entry| matches!(entry.event, Event::Paused(_)))
            .map(|entry| &mut entry.event)
        {
            reason.clone_into(known);
        }
    }
}
