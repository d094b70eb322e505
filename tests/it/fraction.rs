//! Exact numbers: read, rounded, written.

use delibere::domain::fraction::{Direction, Fraction, Rounding};
use proptest::prelude::*;

fn fraction(text: &str) -> Fraction {
    Fraction::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

#[test]
fn reads_what_a_teacher_writes_and_nothing_else() {
    let check = |text: &str, expected: &str| {
        let read = Fraction::parse(text).map_or("none".to_owned(), |read| read.to_string());
        assert_eq!(read, expected, "{text:?}");
    };
    check("2", "2");
    check(" 12,5 ", "25/2");
    check("0.5", "1/2");
    check("2/3", "2/3");
    check("4/6", "2/3");
    check("1,5/3", "1/2");
    check("-2", "-2");
    check("\u{2212}2", "-2");
    check("1/-2", "-1/2");
    check("007", "7");
    for wrong in [
        "",
        " ",
        ".",
        ",5",
        "5,",
        "1.",
        "1/0",
        "1/2/3",
        "/2",
        "1/",
        "--1",
        "+1",
        "1e3",
        "NaN",
        "inf",
        "0x1",
        "1 2",
        "1.2.3",
        "1,2,3",
        "٣",
        "1/2x",
        "12½",
        "1234567890123456789012345",
    ] {
        check(wrong, "none");
    }
}

#[test]
fn rounds_by_the_convention_of_the_grid() {
    let check = |raw: &str, grain: &str, directions: [&str; 4]| {
        let all = [
            Direction::NearestTiesUp,
            Direction::NearestTiesDown,
            Direction::Up,
            Direction::Down,
        ];
        let rounded = all.map(|direction| {
            let rounding = Rounding {
                grain: Fraction::parse(grain),
                direction,
            };
            fraction(raw).round(&rounding).decimal(4)
        });
        assert_eq!(rounded, directions, "{raw} by {grain}");
    };
    check("20/3", "1/2", ["6.5", "6.5", "7", "6.5"]);
    check("40/3", "1/2", ["13.5", "13.5", "13.5", "13"]);
    check("11.25", "1/2", ["11.5", "11", "11.5", "11"]);
    check("12", "1/2", ["12", "12", "12", "12"]);
    check("-0.25", "1/2", ["0", "-0.5", "0", "-0.5"]);
    // Without a grain, the raw value stays.
    check("11.25", "", ["11.25", "11.25", "11.25", "11.25"]);
}

#[test]
fn writes_decimals_with_halves_away_from_zero() {
    let check = |value: &str, places: usize, expected: [&str; 2]| {
        let value = fraction(value);
        assert_eq!(
            [value.decimal(places), value.decimal_fixed(places)],
            expected
        );
    };
    check("40/3", 2, ["13.33", "13.33"]);
    check("20/3", 2, ["6.67", "6.67"]);
    check("12", 2, ["12", "12.00"]);
    check("100", 0, ["100", "100"]);
    check("1/8", 2, ["0.13", "0.13"]);
    check("-1/8", 2, ["-0.13", "-0.13"]);
    check("-1/1000", 2, ["0", "0.00"]);
    check("1/2", 0, ["1", "1"]);
}

fn any_fraction() -> impl Strategy<Value = Fraction> {
    (-100_000_i64..100_000, 1_i64..10_000)
        .prop_map(|(top, bottom)| Fraction::ratio(top, bottom).expect("not over zero"))
}

fn any_grain() -> impl Strategy<Value = Fraction> {
    (1_i64..100, 1_i64..100)
        .prop_map(|(top, bottom)| Fraction::ratio(top, bottom).expect("not over zero"))
}

proptest! {
    #[test]
    fn reads_back_what_it_writes(value in any_fraction()) {
        prop_assert_eq!(Fraction::parse(&value.to_string()), Some(value));
    }

    #[test]
    fn never_panics_on_any_text(text in ".{0,40}") {
        let _ = Fraction::parse(&text).map(|value| (value.to_f64(), value.decimal(3)));
    }

    #[test]
    fn reads_a_comma_as_a_point(whole in 0_u32..1000, decimals in "[0-9]{1,6}") {
        let comma = Fraction::parse(&format!("{whole},{decimals}"));
        prop_assert!(comma.is_some());
        prop_assert_eq!(comma, Fraction::parse(&format!("{whole}.{decimals}")));
    }

    #[test]
    fn rounds_to_the_nearest_multiple(value in any_fraction(), grain in any_grain()) {
        let half = &grain * &Fraction::ratio(1, 2).expect("a half");
        for direction in [Direction::NearestTiesUp, Direction::NearestTiesDown] {
            let rounding = Rounding { grain: Some(grain.clone()), direction };
            let rounded = value.round(&rounding);
            prop_assert!(rounded.is_multiple_of(&grain));
            prop_assert!(rounded.distance(&value) <= half);
            prop_assert_eq!(rounded.round(&rounding), rounded);
        }
    }

    #[test]
    fn rounds_up_and_down_around_the_value(value in any_fraction(), grain in any_grain()) {
        let to = |direction| value.round(&Rounding { grain: Some(grain.clone()), direction });
        prop_assert!(to(Direction::Down) <= value && value <= to(Direction::Up));
        prop_assert!(to(Direction::Up).distance(&to(Direction::Down)) <= grain);
    }

    #[test]
    fn never_swaps_two_marks(one in any_fraction(), other in any_fraction(), grain in any_grain()) {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        for direction in [
            Direction::NearestTiesUp, Direction::NearestTiesDown, Direction::Up, Direction::Down,
        ] {
            let rounding = Rounding { grain: Some(grain.clone()), direction };
            prop_assert!(low.round(&rounding) <= high.round(&rounding));
        }
    }
}
