//! Every sentence of the product, in French first and English second, from `assets/words`.
//! [`t!`](crate::t) gives one by its key. Nothing else in the program holds a sentence.

mod domain;
mod editor;
mod exchange;
mod format;
mod grid;
pub mod harmony;
mod mark;
mod merge;
mod papers;
mod retention;
mod roster;
mod store;
mod tableau;
mod time;

pub use domain::{
    advice, code_reset, fault, fault_and_cure, gaps, gesture, gesture_veiled, missing, outcome,
    piece_kind, refusal, remark,
};
pub use editor::{formula, level, number, part as grid_part};
pub use exchange::{difference as grid_difference, part, remark_exchange};
pub use format::{
    capital, clock, count, day_full, day_long, day_short, decimal, decimal_fixed, duration, hour,
    mark, minus, percent,
};
pub use grid::{grid_counts, grid_lines};
pub use harmony::harmony_finding;
pub use mark::{
    decision, explanation, reading_sum, rounding, rows_without_level, share_label, share_product,
    withheld,
};
pub use merge::{
    arrival, arrivals, candidate, conflict, difference, lapsed, merge_report, settled_value,
    side_by, slot,
};
pub use papers::{lost, lost_of, unkept, unshown};
pub use retention::{purge_announced, purge_line, purge_receipt, retention_state};
pub use roster::{difference as list_difference, doubt, field, lengths};
pub use store::{io_cause, json_fault, notice};
pub use tableau::{correction, finding, tick};
pub use time::{time_event, time_hour, time_spent};

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU8, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The reference.
    French,
    /// Where a key is missing in English, the French sentence is shown.
    English,
}

static CURRENT: AtomicU8 = AtomicU8::new(0);

/// Chooses the language of every sentence from now on.
pub fn choose(language: Language) {
    CURRENT.store(language as u8, Ordering::Relaxed);
}

macro_rules! areas {
    ($language:literal) => {
        &[
            include_str!(concat!("../assets/words/", $language, "/common.ftl")),
            include_str!(concat!("../assets/words/", $language, "/domain.ftl")),
            include_str!(concat!("../assets/words/", $language, "/store.ftl")),
            include_str!(concat!("../assets/words/", $language, "/merge.ftl")),
            include_str!(concat!("../assets/words/", $language, "/harmony.ftl")),
            include_str!(concat!("../assets/words/", $language, "/retention.ftl")),
            include_str!(concat!("../assets/words/", $language, "/exchange.ftl")),
            include_str!(concat!("../assets/words/", $language, "/dossier.ftl")),
            include_str!(concat!("../assets/words/", $language, "/tableau.ftl")),
            include_str!(concat!("../assets/words/", $language, "/viewer.ftl")),
            include_str!(concat!("../assets/words/", $language, "/export.ftl")),
            include_str!(concat!("../assets/words/", $language, "/cli.ftl")),
            include_str!(concat!("../assets/words/", $language, "/keys.ftl")),
            include_str!(concat!("../assets/words/", $language, "/home.ftl")),
            include_str!(concat!("../assets/words/", $language, "/grids.ftl")),
            include_str!(concat!("../assets/words/", $language, "/editor.ftl")),
            include_str!(concat!("../assets/words/", $language, "/commission.ftl")),
            include_str!(concat!("../assets/words/", $language, "/interrogation.ftl")),
            include_str!(concat!("../assets/words/", $language, "/conciliation.ftl")),
            include_str!(concat!("../assets/words/", $language, "/decision.ftl")),
            include_str!(concat!("../assets/words/", $language, "/sheets.ftl")),
            include_str!(concat!("../assets/words/", $language, "/roster.ftl")),
            include_str!(concat!("../assets/words/", $language, "/summary.ftl")),
            include_str!(concat!("../assets/words/", $language, "/codes.ftl")),
            include_str!(concat!("../assets/words/", $language, "/jury.ftl")),
        ]
    };
}

static FRENCH: &[&str] = areas!("fr");
static ENGLISH: &[&str] = areas!("en");

static FRENCH_BUNDLE: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("fr", FRENCH));
static ENGLISH_BUNDLE: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("en", ENGLISH));

fn bundle(language: &str, sources: &[&str]) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks that isolate inserted text have no glyph in the embedded font.
    bundle.set_use_isolating(false);
    for source in sources {
        // A malformed message is dropped here and found by the tests, which read every key.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let _ = bundle.add_resource(resource);
    }
    bundle
}

fn lookup(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let message = bundle.get_message(key)?;
    let pattern = message.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    Some(text.into_owned())
}

/// Returns the sentence `key` with its arguments in place, or the key itself when nobody wrote it.
pub fn sentence(key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| (*name, value.clone()))
        .collect();
    let english = CURRENT.load(Ordering::Relaxed) == Language::English as u8;
    english
        .then(|| lookup(&ENGLISH_BUNDLE, key, &args))
        .flatten()
        .or_else(|| lookup(&FRENCH_BUNDLE, key, &args))
        .unwrap_or_else(|| key.to_owned())
}

/// Returns the French sentence `key` whatever the language of the screens: what is printed on an
/// official form is in the form's language.
pub fn french(key: &str, args: &[(&'static str, &str)]) -> String {
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| (*name, FluentValue::from(*value)))
        .collect();
    lookup(&FRENCH_BUNDLE, key, &args).unwrap_or_else(|| key.to_owned())
}

/// Returns every source of `language`, for the tests that read all the sentences.
pub fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    }
}

/// A sentence by its key: `t!("home-new")`, `t!("rows-missing", count = 3, name = "x")`.
/// Numbers choose the plural form; a number to be shown as written is passed as text.
#[macro_export]
macro_rules! t {
    ($key:expr) => {
        $crate::words::sentence($key, &[])
    };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::sentence($key, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),+])
    };
}
