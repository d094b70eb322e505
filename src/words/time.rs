//! What happened to an oral's chronometer, in sentences.

use crate::domain::commission::{Commission, Record};
use crate::domain::roster::Moment;
use crate::domain::time_log::{Entry, Event};
use crate::t;

/// Returns the hour of a line: « 10 h 15 min 03 s ».
pub fn time_hour(at: Moment) -> String {
    let (hours, minutes, seconds) = at.clock();
    t!(
        "time-hour",
        hours = hours.to_string(),
        minutes = format!("{minutes:02}"),
        seconds = format!("{seconds:02}")
    )
}

/// Returns what a line says: « Pause : incident technique ».
pub fn time_event(commission: &Commission, entry: &Entry) -> String {
    let phases = &commission.grid().phases;
    let phase = phases.get(entry.phase).map(|phase| phase.label.as_str());
    let phase = phase.unwrap_or_default();
    match &entry.event {
        Event::Begun => t!("time-begun"),
        Event::Started => t!("time-started", phase = phase),
        Event::Paused(reason) if reason.is_empty() => t!("time-paused"),
        Event::Paused(reason) => t!("time-paused-why", reason = reason.as_str()),
        Event::Resumed => t!("time-resumed"),
        Event::Phase => t!("time-phase", phase = phase),
        Event::Overrun => t!("time-overrun", phase = phase),
        Event::Finished => t!("time-finished"),
        Event::Corrected => t!("time-corrected"),
    }
}

/// Returns what each phase took of the time it has: « Présentation : 10:05 sur 13:20 ».
pub fn time_spent(commission: &Commission, record: &Record, now: Option<Moment>) -> Vec<String> {
    let timer = &record.timer;
    let clock = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    let phases = commission.grid().phases.iter().enumerate();
    phases
        .map(|(index, phase)| {
            let total = u64::from(commission.phase_seconds(&record.candidate, index));
            let spent = match now {
                Some(now) => timer.elapsed(index, now),
                None => timer.spent.get(index).copied().unwrap_or(0),
            } / 1000;
            let over = spent.saturating_sub(total);
            let (label, spent, total) = (phase.label.as_str(), clock(spent), clock(total));
            if over > 0 {
                let over = clock(over);
                t!(
                    "time-spent-over",
                    phase = label,
                    spent = spent,
                    total = total,
                    over = over
                )
            } else {
                t!("time-spent", phase = label, spent = spent, total = total)
            }
        })
        .collect()
}
