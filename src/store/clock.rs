//! The laptop's clock, and how instants are written.

use chrono::{DateTime, FixedOffset, Local, SecondsFormat};

use crate::domain::roster::Moment;

/// Returns the present instant.
pub fn now() -> Moment {
    from_chrono(&Local::now().fixed_offset())
}

/// Returns `2026-06-03T10:56:53.120+02:00`.
pub fn write(moment: Moment) -> String {
    to_chrono(moment).map_or_else(String::new, |time| {
        time.to_rfc3339_opts(SecondsFormat::Millis, false)
    })
}

/// Reads an instant that [`write`] wrote.
pub fn read(text: &str) -> Option<Moment> {
    DateTime::parse_from_rfc3339(text)
        .ok()
        .map(|time| from_chrono(&time))
}

fn from_chrono(time: &DateTime<FixedOffset>) -> Moment {
    let offset = i16::try_from(time.offset().local_minus_utc() / 60).unwrap_or(0);
    Moment {
        millis: time.timestamp_millis(),
        offset,
    }
}

fn to_chrono(moment: Moment) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(i32::from(moment.offset) * 60)?;
    Some(DateTime::from_timestamp_millis(moment.millis)?.with_timezone(&offset))
}
