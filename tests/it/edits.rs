//! What each gesture does, who may make it and when, what it takes to undo it, and who sees it.
//! The scripts read like the rule book: a gesture, then « => » the refusal when there is one.

use delibere::domain::check;
use delibere::domain::commission::{Commission, Record, Status, Ticking};
use delibere::domain::dossier::amend::Line;
use delibere::domain::dossier::{Dossier, Realisation};
use delibere::domain::edit::{Author, Change, Edit, Refusal};
use delibere::domain::fraction::Fraction;
use delibere::domain::history::{History, Role};
use delibere::domain::id::CandidateId;
use delibere::domain::reconcile::{Gap, Sight};
use delibere::domain::roster::{Day, Hour, Moment};
use proptest::prelude::*;

use super::support::{
    ADDRESS, TO_SEAL, commission, gesture, gestures, grid, moment, papers, stamp,
};

/// Plays a script and returns the commission that it leads to.
fn play(ticking: Ticking, script: &str) -> Commission {
    let mut commission = commission(ticking);
    for (index, (line, author, edit)) in gestures(script).into_iter().enumerate() {
        let before = commission.clone();
        let outcome = edit.apply(&mut commission, stamp(author, index));
        let expected = line.split_once(" => ").map(|(_, refusal)| refusal);
        let found = outcome.as_ref().err().map(name);
        assert_eq!(found.as_deref(), expected, "{line}: {outcome:?}");
        if outcome.is_err() {
            assert_eq!(commission, before, "a refusal changes nothing: {line}");
        }
    }
    commission
}

/// The refusal's name, without what it carries.
fn name(refusal: &Refusal) -> String {
    let text = format!("{refusal:?}");
    text.split(['(', ' ']).next().unwrap_or_default().to_owned()
}

fn first(commission: &Commission) -> &Record {
    &commission.records[0]
}

fn missing(commission: &Commission) -> String {
    let missing = check::missing(commission, first(commission));
    let missing = missing.iter().map(|missing| format!("{missing:?}"));
    missing
        .map(|text| text.split('(').next().unwrap_or_default().to_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn candidates_enter_and_leave_the_list() {
    let _ = play(
        Ticking::Blind,
        "
        c add
        c add => NumberTaken
        m1@2 add => WrongAuthor
        c@2 add
        c@2 renumber 1 => NumberTaken
        c@2 renumber 3
        c@2 begin => UnknownCandidate
        c@3 option SISR
        c@3 option CIEL => Unknown
        m1@3 remove => WrongAuthor
        c@3 begin
        c@3 remove => AlreadyBegun
        c@3 unbegin
        c@3 remove
        c@3 remove => UnknownCandidate
        m3 level patrimoine BM => Unknown
        ",
    );
}

#[test]
fn common_ticks_are_one_column_of_the_commission() {
    let commission = play(
        Ticking::Common,
        "
        c add
        m1 level patrimoine BM => WrongAuthor
        m1 seen patrimoine-1 yes => WrongAuthor
        m1 validate => WrongAuthor
        c level patrimoine BM
        c level patrimoine XX => Unknown
        c level autre BM => Unknown
        c seen patrimoine-1 partly
        c seen patrimoine-9 yes => Unknown
        c validate => Incomplete
        c all MP
        c validate
        c level patrimoine BM => Validated
        c seen patrimoine-1 - => Validated
        c unvalidate
        c level patrimoine BM
        ",
    );
    assert_eq!(commission.agreed(first(&commission)).len(), 7);
    assert_eq!(missing(&commission), "Validation Mark Penalties Visa Visa");
    assert!(commission.comparisons(first(&commission)).is_empty());
}

#[test]
fn separate_columns_are_settled_once_both_have_validated() {
    let commission = play(
        Ticking::Separate,
        "
        c add
        m1 all BM
        m2 all BM
        m2 level patrimoine NM
        m2 level projet NE
        c level patrimoine MP => NotAllValidated
        m1 validate
        m1 level patrimoine EM => Validated
        m1 unvalidate
        m1 validate
        c level patrimoine MP => NotAllValidated
        m2 validate
        c seen patrimoine-1 yes => WrongAuthor
        c validate => WrongAuthor
        m1 unvalidate
        m1 validate
        c level patrimoine MP
        m1 unvalidate => ColumnsOpen
        m2 unvalidate => ColumnsOpen
        c level patrimoine -
        m2 unvalidate
        m2 validate
        c level patrimoine MP
        ",
    );
    let record = first(&commission);
    let comparisons = commission.comparisons(record);
    let row = |name: &str| {
        let comparison = comparisons.iter().find(|row| row.row.as_str() == name);
        let comparison = comparison.expect("a row");
        (
            comparison.is_disagreement(),
            comparison.is_open(),
            comparison.gap(&grid()),
        )
    };
    assert_eq!(row("patrimoine"), (true, false, Gap::Steps(2)));
    assert_eq!(row("projet"), (true, true, Gap::OffScale));
    assert_eq!(row("service"), (false, false, Gap::None));
    // What the members said alike and what the commission settled; never a mean.
    assert_eq!(commission.agreed(record).len(), 6);
    assert_eq!(
        missing(&commission),
        "Disagreements Mark Penalties Visa Visa"
    );
}

#[test]
fn blind_columns_open_together_and_stay_as_they_were() {
    let _ = play(
        Ticking::Blind,
        "
        c add
        m1 all BM
        m2 all MP
        m1 validate
        m1 unvalidate
        m1 level patrimoine EM
        m1 validate
        c level patrimoine MP => NotAllValidated
        m2 validate
        m1 unvalidate => ColumnsOpen
        m2 unvalidate => ColumnsOpen
        m2 level patrimoine EM => Validated
        c level patrimoine MP
        ",
    );
}

#[test]
fn the_way_of_ticking_is_chosen_before_the_first_tick() {
    let _ = play(
        Ticking::Blind,
        "
        c add
        m1 ticking separate => WrongAuthor
        c ticking separate
        c ticking -
        m1 level patrimoine BM
        c ticking separate => AlreadyTicked
        m1 level patrimoine -
        c ticking common
        c seen patrimoine-1 yes
        c ticking blind => AlreadyTicked
        ",
    );
}

#[test]
fn marks_are_steps_of_the_scale() {
    let _ = play(
        Ticking::Blind,
        "
        c add
        c mark 0
        c mark 20
        c mark 12.5
        c mark 20.5 => MarkOutOfRange
        c mark -0.5 => MarkOutOfRange
        c mark 12.25 => MarkOutOfRange
        c mark 37/3 => MarkOutOfRange
        m1 mark 12 => WrongAuthor
        c mark -
        c penalty tableau-absent yes
        c penalty retard yes => Unknown
        c observe 1 vu
        c observe 2 vu => Unknown
        c piece tableau yes
        c piece cv yes => Unknown
        c timer 0 1000
        c timer 2 1000 => Unknown
        c question q1 Pourquoi
        c asked q1
        c asked q2 => Unknown
        c drop q2 => Unknown
        c drop q1
        ",
    );
}

#[test]
fn an_absence_closes_the_record_until_it_is_taken_back() {
    let commission = play(
        Ticking::Blind,
        "
        c add
        c absent
        m1 level patrimoine BM => Absent
        c mark 12 => Absent
        c begin => Absent
        c seal => Absent
        m1 visa => Absent
        c option SLAM
        ",
    );
    assert_eq!(commission.status(first(&commission)), Status::Absent);
    let _ = play(Ticking::Blind, "c add\nc absent\nc present\nc mark 12");
}

#[test]
fn a_mark_is_fixed_once_nothing_is_missing() {
    let all = "Validation Validation Levels Mark Penalties Visa Visa";
    let commission = play(Ticking::Blind, "c add\nc seal => NotReady");
    assert_eq!(missing(&commission), all);
    let sealed = play(
        Ticking::Blind,
        &format!(
            "{TO_SEAL}
            c mark 12 => Sealed
            m1 unvisa => Sealed
            c seal => Sealed
            c option SISR => Sealed
            c remove => AlreadyBegun
            m1 reopen erreur => WrongAuthor
            c reopen => ReasonMissing"
        ),
    );
    let record = first(&sealed);
    assert_eq!(sealed.status(record), Status::Sealed);
    let seal = record.sealed.as_ref().expect("a seal");
    assert_eq!(seal.last, Fraction::parse("27/2"));
    let reopened = play(
        Ticking::Blind,
        &format!("{TO_SEAL}\nc reopen erreur de saisie\nc reopen encore => NotSealed"),
    );
    // The visas fall, the former decision stays written.
    assert_eq!(missing(&reopened), "Visa Visa");
    assert_eq!(
        first(&reopened).reopened[0].former.last,
        Fraction::parse("27/2")
    );
    let _ = play(Ticking::Blind, "c add\nc reopen erreur => NotSealed");
}

#[test]
fn questions_that_were_not_asked_are_dropped_with_the_mark_fixed() {
    let script = TO_SEAL.replace(
        "c mark 13.5",
        "c question a Posée\nc question b Jamais\nc asked a\nc mark 13.5",
    );
    let commission = play(Ticking::Blind, &script);
    let questions = &first(&commission).questions;
    let asked: Vec<&str> = questions
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(asked, ["a"]);
}

#[test]
fn a_visa_falls_when_the_decision_changes() {
    let before_seal = TO_SEAL.trim_end().trim_end_matches("c seal");
    let falls_with = |change: &str| {
        let commission = play(Ticking::Blind, &format!("{before_seal}\n{change}"));
        check::standing_visas(&commission, first(&commission)).is_empty()
    };
    assert!(!falls_with("c timer 0 5"));
    assert!(!falls_with("c piece tableau yes"));
    for change in [
        "c mark 13",
        "c mark -",
        "c reason Un mot",
        "c penalty tableau-absent yes",
        "c penalty tableau-absent -",
        "c observe 0 Un mot",
        "c write Autre chose",
        "c level patrimoine EM",
    ] {
        assert!(falls_with(change), "{change}");
        let _ = play(
            Ticking::Blind,
            &format!("{before_seal}\n{change}\nc seal => NotReady"),
        );
    }
    let commission = play(Ticking::Blind, &format!("{before_seal}\nm1 unvisa"));
    assert_eq!(check::standing_visas(&commission, first(&commission)), [1]);
    let _ = play(Ticking::Blind, "c add\nc visa => WrongAuthor");
}

#[test]
fn a_departure_wants_its_reason_and_a_gap_in_coverage_its_sentence() {
    let before = |levels: &str, rest: &str| {
        play(
            Ticking::Blind,
            &format!("c add\nm1 all BM\nm2 all BM\n{levels}\nm1 validate\nm2 validate\n{rest}"),
        )
    };
    assert_eq!(missing(&before("", "c mark 13.5")), "Penalties Visa Visa");
    assert_eq!(
        missing(&before("", "c mark 14")),
        "Reason Penalties Visa Visa"
    );
    assert_eq!(
        missing(&before("", "c mark 14\nc reason Oral brillant")),
        "Penalties Visa Visa"
    );
    let gap = "m1 level projet NE\nm2 level projet NE";
    assert_eq!(
        missing(&before(gap, "c mark 11.5")),
        "Penalties Coverage Visa Visa"
    );
    let commission = before(gap, "");
    for row in &grid().rows {
        let sentence = check::coverage_sentence(&commission, &row.id).expect("a sentence");
        let told = before(
            &format!("m1 level {0} NE\nm2 level {0} NE", row.id),
            &format!("c mark 11.5\nc write {sentence}"),
        );
        assert_eq!(missing(&told), "Penalties Visa Visa", "{sentence}");
    }
}

#[test]
fn texts_have_a_length_that_a_sheet_can_hold() {
    let long = "x".repeat(30_001);
    let script = format!("c add\nc write {long} => TextTooLong\nc reason {long} => TextTooLong");
    // The refusal is compared on its own: the gesture of a script takes the whole line.
    let mut commission = play(Ticking::Blind, "c add");
    for (_, author, edit) in gestures(&script).into_iter().skip(1) {
        let refusal = edit.apply(&mut commission, stamp(author, 1)).err();
        assert_eq!(refusal, Some(Refusal::TextTooLong(30_000)));
    }
}

/// Undo and redo, as the store drives them: on one candidate, over what was accepted.
struct Table {
    commission: Commission,
    history: History,
    gestures: usize,
}

impl Table {
    fn new(script: &str) -> Self {
        let mut table = Self {
            commission: commission(Ticking::Blind),
            history: History::default(),
            gestures: 0,
        };
        for (line, author, edit) in gestures(script) {
            table.write(&edit, author, Role::Gesture, &line);
        }
        table
    }

    fn write(&mut self, edit: &Edit, author: Author, role: Role, line: &str) {
        self.gestures += 1;
        let stamp = stamp(author, self.gestures);
        let inverse = edit
            .apply(&mut self.commission, stamp)
            .unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
        self.history.record(edit, inverse, stamp, role);
    }

    /// Walks back (`-`) and forth (`+`) and returns whether there was something each time.
    fn walk(&mut self, candidate: &str, author: Author, steps: &str) -> String {
        let id = CandidateId::from(candidate);
        let mut found = String::new();
        for step in steps.chars() {
            let (edit, role) = match step {
                '-' => (self.history.undo(&id, author).cloned(), Role::Undo),
                _ => (self.history.redo(&id, author).cloned(), Role::Redo),
            };
            found.push(if edit.is_some() { step } else { '.' });
            if let Some(edit) = edit {
                self.write(&edit, author, role, "a walk in the history");
            }
        }
        found
    }
}

#[test]
fn undo_walks_over_gestures_and_never_over_facts() {
    let mut table = Table::new("c add\nc mark 12\nc begin\nc timer 0 9\nc mark 13");
    assert_eq!(table.walk("1", Author::Commission, "--"), "--");
    let record = first(&table.commission);
    assert_eq!((record.mark.clone(), record.begun.is_some()), (None, true));
    assert_eq!(table.walk("1", Author::Commission, "+++"), "++.");
    assert_eq!(first(&table.commission).timer.phase, 0);
    // A new gesture forgets what could be brought back.
    let mut table = Table::new("c add\nc mark 12");
    assert_eq!(table.walk("1", Author::Commission, "-"), "-");
    let (author, edit) = gesture("c mark 9");
    table.write(&edit, author, Role::Gesture, "c mark 9");
    assert_eq!(table.walk("1", Author::Commission, "+"), ".");
}

#[test]
fn undo_is_of_one_author_and_one_candidate() {
    let mut table = Table::new("c add\nc@2 add\nm1 level patrimoine BM\nm2 level patrimoine MP");
    let (one, two) = (Author::Member(0), Author::Member(1));
    assert_eq!(table.walk("2", one, "-"), ".");
    assert_eq!(table.walk("1", one, "--"), "-.");
    assert_eq!(first(&table.commission).column(one), None);
    assert!(first(&table.commission).column(two).is_some());
}

#[test]
fn undo_never_crosses_a_fixed_mark() {
    let mut table = Table::new(TO_SEAL);
    for author in [Author::Commission, Author::Member(0), Author::Member(1)] {
        assert_eq!(table.walk("1", author, "-+"), "..");
    }
    let mut table = Table::new(&format!("{TO_SEAL}\nc reopen erreur\nc mark 13"));
    assert_eq!(table.walk("1", Author::Commission, "--"), "-.");
    assert_eq!(
        first(&table.commission).mark,
        delibere::domain::fraction::Fraction::parse("13.5")
    );
}

#[test]
fn undo_follows_a_number_that_was_corrected() {
    let mut table =
        Table::new("c add\nm1 level patrimoine BM\nc mark 12\nc renumber 9\nc@9 mark 13");
    assert_eq!(table.walk("9", Author::Member(0), "-+"), "-+");
    assert_eq!(table.walk("9", Author::Commission, "--"), "--");
    assert_eq!(first(&table.commission).candidate.number.as_str(), "1");
    assert_eq!(table.walk("1", Author::Member(0), "-"), "-");
    assert_eq!(table.walk("1", Author::Commission, "-"), "-");
    assert_eq!(table.walk("1", Author::Commission, "++"), "++");
    assert_eq!(first(&table.commission).candidate.number.as_str(), "9");
    assert_eq!(table.walk("9", Author::Member(0), "+"), "+");
    assert_eq!(table.walk("9", Author::Commission, "+"), "+");
    let mark = first(&table.commission).mark.clone();
    assert_eq!(mark, delibere::domain::fraction::Fraction::parse("13"));
}

#[test]
fn a_burst_of_typing_is_one_gesture() {
    let mut commission = commission(Ticking::Blind);
    let mut history = History::default();
    let mut at = 0;
    let mut write =
        |commission: &mut Commission, history: &mut History, words: &str, after: i64| {
            at += after;
            let (author, edit) = gesture(words);
            let instant = Moment {
                millis: moment(0).millis + at,
                offset: 120,
            };
            let stamp = delibere::domain::edit::Stamp {
                author,
                at: instant,
            };
            let inverse = edit.apply(commission, stamp).expect("accepted");
            history.record(&edit, inverse, stamp, Role::Gesture);
        };
    for (words, after) in [
        ("c add", 0),
        ("c write A", 9_000),
        ("c write Ab", 300),
        ("c write Abc", 3_900),
        ("c write Abc d", 4_100),
        ("c reason Abc", 300),
        ("c observe 0 a", 300),
        ("c observe 1 b", 300),
        ("c observe 1 bc", 300),
    ] {
        write(&mut commission, &mut history, words, after);
    }
    let mut texts = Vec::new();
    let id = CandidateId::from("1");
    while let Some(edit) = history.undo(&id, Author::Commission).cloned() {
        let Edit::Of(_, change) = &edit else { break };
        texts.push(match change {
            Change::Appreciation(text) | Change::Reason(text) => text.clone(),
            Change::Observation(phase, text) => format!("{phase}{text}"),
            other => format!("{other:?}"),
        });
        let stamp = stamp(Author::Commission, 0);
        let inverse = edit.apply(&mut commission, stamp).expect("accepted");
        history.record(&edit, inverse, stamp, Role::Undo);
    }
    assert_eq!(texts, ["1", "0", "", "Abc", ""]);
}

#[test]
fn days_and_hours_are_those_of_the_calendar() {
    let day = |text: &str| Day::parse(text).map_or("none".to_owned(), Day::iso);
    assert_eq!(day("2026-06-03"), "2026-06-03");
    assert_eq!(day("03/06/2026"), "2026-06-03");
    assert_eq!(day("29/02/2024"), "2024-02-29");
    for wrong in [
        "",
        "2026-02-29",
        "2026-13-01",
        "2026-+6-03",
        "26-06-03",
        "2026-06",
        "0000-01-01",
    ] {
        assert_eq!(day(wrong), "none", "{wrong}");
    }
    assert_eq!(Day::parse("2026-06-03").map(Day::weekday), Some(2));
    let hour = |text: &str| Hour::parse(text).map_or("none".to_owned(), Hour::iso);
    assert_eq!(hour("8h"), "08:00");
    assert_eq!(hour("10 h 15"), "10:15");
    assert_eq!(hour("10:15"), "10:15");
    for wrong in ["", "24:00", "10:60", "+8h", "8h+5", "h", "10", "10h15m"] {
        assert_eq!(hour(wrong), "none", "{wrong}");
    }
}

#[test]
fn a_reading_is_corrected_cell_by_cell_and_taken_back() {
    let commission = play(
        Ticking::Common,
        "
        c add
        c amend tick 0 3 yes => Unknown
        c papers dossier.zip
        m1 amend tick 0 3 yes => WrongAuthor
        c amend tick 0 6 yes => Unknown
        c amend tick 2 3 yes => Unknown
        c amend tick 0 3 Parc => Unknown
        c amend tick +0 5 yes => Unknown
        c amend tick 0 3 yes
        c amend tick 1 1 no
        c amend title +0 Veille
        c amend tick +0 5 yes
        c amend section 0 1
        c amend period 1 2026
        ",
    );
    let dossier = first(&commission).dossier.as_ref().expect("a dossier");
    let shown = |dossier: &Dossier| {
        let reading = dossier.reading.as_ref().expect("a reading");
        let line = |row: &Realisation| {
            let ticks: Vec<String> = (0..row.ticks.len())
                .filter_map(|column| row.ticks[column].map(|why| format!("{column}{why:?}")))
                .collect();
            format!(
                "{}/{} {} {}",
                row.section.expect("a section"),
                row.title,
                row.period_raw,
                ticks.join(" ")
            )
        };
        let lines: Vec<String> = reading.realisations.iter().map(line).collect();
        format!("{} {:?}", lines.join(", "), reading.uncovered)
    };
    assert_eq!(
        shown(dossier),
        "1/Inventaire 2025 0Text 3Jury, 1/Assistance 2026 , 1/Veille  5Jury [1, 2, 4]"
    );
    assert_eq!(
        dossier.lines(),
        [Line::Read(0), Line::Read(1), Line::Added(0)]
    );
    // What was read stays, and comes back with the last correction taken back.
    assert_eq!(dossier.as_read(), papers("x").reading.as_ref());
    let mut again = dossier.clone();
    for spot in dossier.amendments().keys() {
        let _ = again.amend(*spot, None, 6);
    }
    assert_eq!(again, papers("dossier.zip"));
    let aside = play(
        Ticking::Common,
        "
        c add
        c papers dossier.zip
        c amend counts 0 no
        c amend checked yes
        ",
    );
    let dossier = first(&aside).dossier.as_ref().expect("a dossier");
    assert!(dossier.is_checked());
    assert_eq!(dossier.set_aside(), [Line::Read(0)]);
    assert_eq!(shown(dossier), "1/Assistance 2025 1Text [0, 2, 3, 4, 5]");
}

#[test]
fn an_online_portfolio_proposes_its_penalty_when_it_does_not_open() {
    let finding = |script: &str| {
        let script = format!("c add\nc papers dossier.zip\n{script}");
        let commission = play(Ticking::Common, &script);
        let penalty = commission
            .grid()
            .penalty(&"portfolio-inaccessible".into())
            .expect("it")
            .clone();
        let finding = check::penalty_finding(&commission, first(&commission), &penalty);
        let finding = format!("{finding:?}");
        finding.split('(').next().unwrap_or_default().to_owned()
    };
    assert_eq!(finding(""), "Untried");
    assert_eq!(finding(&format!("c access {ADDRESS} no")), "Inaccessible");
    assert_eq!(finding(&format!("c access {ADDRESS} yes")), "Present");
    let back = format!("c access {ADDRESS} no\nc access {ADDRESS} -");
    assert_eq!(finding(&back), "Untried");
    assert_eq!(finding(&format!("c label {ADDRESS} other")), "Absent");
    // What the jury establishes of the paper comes first.
    let said = format!("c access {ADDRESS} yes\nc piece portfolio no");
    assert_eq!(finding(&said), "Absent");
}

/// A gesture of some author on one of two candidates: sensible more often than not.
pub fn any_gesture() -> impl Strategy<Value = (Author, Edit)> {
    let who = prop::sample::select(vec!["c", "c", "m1", "m2"]);
    let rows: Vec<String> = grid().rows.iter().map(|row| row.id.to_string()).collect();
    let row = prop::sample::select(rows);
    let level = prop::sample::select(vec!["NE", "NM", "MP", "BM", "EM", "-", "XX"]);
    let words = prop_oneof![
        8 => (row, level).prop_map(|(row, level)| format!("level {row} {level}")),
        3 => prop::sample::select(vec![
            "seen patrimoine-1 yes", "seen projet-2 no", "seen projet-2 -", "seen rien yes",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec!["validate", "unvalidate", "visa", "unvisa"])
            .prop_map(str::to_owned),
        2 => (0_u8..44).prop_map(|half| format!("mark {half}/2")),
        4 => prop::sample::select(vec![
            "mark -", "reason Un mot", "reason ", "write Bien", "write ", "observe 0 oui",
            "observe 1 ", "observe 7 non", "penalty tableau-absent yes",
            "penalty tableau-absent no", "penalty portfolio-inaccessible -",
            "penalty portfolio-inaccessible no",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "begin", "unbegin", "absent", "present", "seal", "reopen erreur", "timer 0 5",
            "timer 1 9", "ticking common", "ticking separate", "ticking blind", "ticking -",
            "piece tableau yes", "piece tableau -", "question b B", "question a A", "asked a",
            "drop a", "drop b",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "papers a.zip", "papers b.zip", "papers -", "amend tick 0 3 yes", "amend tick 0 0 no",
            "amend tick 1 3 -", "amend tick 0 9 yes", "amend title +0 Veille", "amend title +0 -",
            "amend title 0 Parc", "amend period 1 2026", "amend section 0 1", "amend section +0 0",
            "amend tick +0 5 yes", "amend counts 1 no", "amend counts 1 -", "amend checked yes",
            "label tableau.xlsx other", "label tableau.xlsx tableau", "label rien other",
            "access https://portfolio.exemple.test/ yes",
            "access https://portfolio.exemple.test/ no",
            "access https://portfolio.exemple.test/ -",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "add", "remove", "renumber 3", "renumber 1", "option SLAM", "option -",
        ]).prop_map(str::to_owned),
    ];
    (
        who,
        prop::sample::select(vec!["1", "1", "1", "2", "3"]),
        words,
    )
        .prop_map(|(who, number, words)| gesture(&format!("{who}@{number} {words}")))
}

pub fn any_ticking() -> impl Strategy<Value = Ticking> {
    prop::sample::select(vec![Ticking::Common, Ticking::Separate, Ticking::Blind])
}

/// A random day: two candidates, random gestures, both columns filled and validated in the middle
/// so that the later stages are reached too.
pub fn any_day() -> impl Strategy<Value = Vec<(Author, Edit)>> {
    let some = || prop::collection::vec(any_gesture(), 0..25);
    let graded = prop::bool::ANY;
    (some(), graded, some()).prop_map(|(before, graded, after)| {
        let mut day: Vec<(Author, Edit)> = vec![gesture("c add"), gesture("c@2 add")];
        day.extend(before);
        if graded {
            let script = TO_SEAL.replace("c add", "").replace("c begin", "");
            day.extend(
                gestures(&script)
                    .into_iter()
                    .map(|(_, author, edit)| (author, edit)),
            );
        }
        day.extend(after);
        day
    })
}

/// The records by number, without the instant of an absence: taking back that it was taken back
/// establishes it again, now.
fn state(commission: &Commission) -> Vec<Record> {
    let mut records = commission.records.clone();
    for record in &mut records {
        record.absent = record.absent.map(|_| moment(0));
    }
    records.sort_by_key(|record| record.candidate.number.clone());
    records
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_inverse_gives_back_the_same_record(ticking in any_ticking(), day in any_day()) {
        let mut commission = commission(ticking);
        for (index, (author, edit)) in day.into_iter().enumerate() {
            let before = commission.clone();
            let stamp = stamp(author, index);
            match edit.apply(&mut commission, stamp) {
                Err(_) => prop_assert_eq!(&commission, &before),
                Ok(inverse) if edit.is_undoable() => {
                    let mut back = commission.clone();
                    match inverse.apply(&mut back, stamp) {
                        Ok(again) => {
                            prop_assert_eq!(state(&back), state(&before));
                            let _ = again.apply(&mut back, stamp).expect("redone");
                            prop_assert_eq!(state(&back), state(&commission));
                        }
                        // Both columns are open: what was validated stays.
                        Err(refusal) => {
                            let validates = matches!(edit, Edit::Of(_, Change::Validate(true)));
                            prop_assert!(validates, "{:?}: {:?}", edit, refusal);
                            prop_assert_eq!(refusal, Refusal::ColumnsOpen);
                        }
                    }
                }
                Ok(_) => {}
            }
        }
    }

    #[test]
    fn a_closed_column_is_in_nobodys_sight(day in any_day()) {
        let mut commission = commission(Ticking::Blind);
        for (index, (author, edit)) in day.into_iter().enumerate() {
            let _ = edit.apply(&mut commission, stamp(author, index));
            for record in &commission.records {
                let closed = commission.ticking(record) == Ticking::Blind
                    && !commission.all_validated(record);
                for viewer in [Author::Member(0), Author::Member(1), Author::Commission] {
                    let sights = commission.sights(record, viewer);
                    for (member, sight) in sights.iter().enumerate() {
                        let own = viewer == Author::Member(member);
                        let hidden = matches!(sight, Sight::Hidden { .. });
                        prop_assert_eq!(hidden, closed && !own);
                    }
                }
                if closed {
                    prop_assert!(commission.agreed(record).is_empty());
                    prop_assert!(commission.comparisons(record).is_empty());
                }
            }
        }
    }

    #[test]
    fn any_instant_has_a_day_and_an_hour(millis in any::<i64>(), offset in any::<i16>()) {
        let moment = Moment { millis, offset };
        let day = moment.day();
        let _ = (day.iso(), day.weekday(), moment.clock(), moment.plus(u64::MAX));
        let _ = delibere::store::clock::write(moment);
    }

    #[test]
    fn a_day_is_read_as_it_is_written(millis in 0_i64..4_000_000_000_000) {
        let day = Moment { millis, offset: 0 }.day();
        prop_assert_eq!(Day::parse(&day.iso()), Some(day));
        let tomorrow = Moment { millis: millis + 86_400_000, offset: 0 }.day();
        prop_assert_eq!(tomorrow.weekday(), (day.weekday() + 1) % 7);
    }
}
