//! Controls without a screen: keys, focus, signs, levels, dialogs.

use delibere::style::button::Cell;
use delibere::style::{Theme, typeface};
use delibere::widget::focus::focus;
use delibere::widget::icon::{Bars, Icon};
use delibere::widget::keys::{KeyPress, keys};
use delibere::widget::level::{Column, Layout, Shown, rubric};
use delibere::widget::{Element, control, field, frame, indicator};
use iced::keyboard::key::{Code, Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::widget::{column, container, row, scrollable, space};
use iced::{Event, Rectangle};
use iced_test::Simulator;
use iced_test::selector;

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Key(KeyPress),
    Pressed(&'static str),
    Typed(String),
    Level(usize),
    Told(Option<Cell>),
}

type Ui<'a> = Simulator<'a, Message, Theme>;

fn ui<'a>(content: impl Into<Element<'a, Message>>) -> Ui<'a> {
    let settings = crate::style::settings();
    Simulator::with_size(settings, [1054.0, 374.0], content)
}

fn heard<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    keys(content, |press| Some(Message::Key(press)))
}

fn stroke(key: Key, physical: Physical, modifiers: Modifiers, text: Option<&str>) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: key.clone(),
        modified_key: key,
        physical_key: physical,
        location: Location::Standard,
        modifiers,
        text: text.map(Into::into),
        repeat: false,
    })
}

fn press(ui: &mut Ui<'_>, key: Key, code: Code, modifiers: Modifiers) {
    let text = match &key {
        Key::Character(text) => Some(text.to_string()),
        Key::Named(_) | Key::Unidentified => None,
    };
    let held = |modifiers| Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers));
    let event = stroke(key, Physical::Code(code), modifiers, text.as_deref());
    let _ = ui.simulate([held(modifiers), event, held(Modifiers::empty())]);
}

fn named(ui: &mut Ui<'_>, named: Named) {
    let physical = Physical::Unidentified(NativeCode::Unidentified);
    let _ = ui.simulate([stroke(
        Key::Named(named),
        physical,
        Modifiers::empty(),
        None,
    )]);
}

fn back_tab(ui: &mut Ui<'_>) {
    let physical = Physical::Code(Code::Tab);
    let _ = ui.simulate([stroke(
        Key::Named(Named::Tab),
        physical,
        Modifiers::SHIFT,
        None,
    )]);
}

fn character(sign: &str) -> Key {
    Key::Character(sign.into())
}

fn focused(ui: &mut Ui<'_>) -> Option<Rectangle> {
    ui.find(selector::is_focused()).ok().map(|it| it.bounds())
}

fn keys_of(ui: Ui<'_>) -> Vec<KeyPress> {
    ui.into_messages()
        .filter_map(|message| match message {
            Message::Key(press) => Some(press),
            Message::Pressed(_) | Message::Typed(_) | Message::Level(_) | Message::Told(_) => None,
        })
        .collect()
}

fn reads(key: Key, code: Code, modifiers: Modifiers, digit: Option<u8>) {
    let mut ui = ui(heard(space()));
    press(&mut ui, key.clone(), code, modifiers);
    let presses = keys_of(ui);
    assert_eq!(presses.len(), 1, "{key:?}");
    assert_eq!(presses[0].digit, digit, "{key:?} on {code:?}");
}

#[test]
fn digits_are_read_by_the_physical_key() {
    let none = Modifiers::empty();
    let row = ["à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"];
    let codes = [
        Code::Digit0,
        Code::Digit1,
        Code::Digit2,
        Code::Digit3,
        Code::Digit4,
        Code::Digit5,
        Code::Digit6,
        Code::Digit7,
        Code::Digit8,
        Code::Digit9,
    ];
    for (digit, (sign, code)) in (0..).zip(row.into_iter().zip(codes)) {
        reads(character(sign), code, none, Some(digit));
    }
    reads(character("1"), Code::Digit1, Modifiers::SHIFT, Some(1));
    reads(character("a"), Code::KeyQ, none, None);
    // A German keyboard writes « / » with Maj 7: the sign is what was meant.
    reads(character("/"), Code::Digit7, Modifiers::SHIFT, None);
}

#[test]
fn the_pad_gives_digits_even_without_num_lock() {
    let none = Modifiers::empty();
    reads(Key::Named(Named::End), Code::Numpad1, none, Some(1));
    reads(Key::Named(Named::ArrowUp), Code::Numpad8, none, Some(8));
    let mut ui = ui(heard(space()));
    press(&mut ui, Key::Named(Named::ArrowLeft), Code::Numpad4, none);
    assert_eq!(keys_of(ui)[0].key, character("4"), "not an arrow as well");
}

#[test]
fn a_digit_of_no_known_key_counts_by_its_sign() {
    let mut ui = ui(heard(space()));
    let _ = ui.typewrite("3");
    assert_eq!(keys_of(ui)[0].digit, Some(3));
}

fn with_field<'a>() -> Element<'a, Message> {
    heard(column![
        field::line("", "", "field", Message::Typed, false),
        control::secondary("Ouvrir")
            .id("open")
            .on_press(Message::Pressed("open")),
    ])
}

#[test]
fn bare_keys_command_nothing_while_a_field_has_the_focus() {
    let mut ui = ui(with_field());
    let _ = ui.click(selector::id("field")).expect("a field");
    let none = Modifiers::empty();
    press(&mut ui, character("&"), Code::Digit1, none);
    press(&mut ui, character("v"), Code::KeyV, none);
    for key in [
        Named::Enter,
        Named::Space,
        Named::Delete,
        Named::ArrowUp,
        Named::ArrowDown,
        Named::ArrowLeft,
        Named::PageDown,
    ] {
        named(&mut ui, key);
    }
    let told: Vec<Message> = ui.into_messages().collect();
    assert!(
        told.iter()
            .all(|message| matches!(message, Message::Typed(_))),
        "{told:?}"
    );
    assert_eq!(told[0], Message::Typed("&".to_owned()));
}

#[test]
fn ctrl_and_function_keys_command_in_a_field_and_write_nothing() {
    let mut ui = ui(with_field());
    let _ = ui.click(selector::id("field")).expect("a field");
    press(&mut ui, character("&"), Code::Digit1, Modifiers::CTRL);
    press(&mut ui, character("z"), Code::KeyW, Modifiers::CTRL);
    named(&mut ui, Named::F6);
    named(&mut ui, Named::Escape);
    let told: Vec<Message> = ui.into_messages().collect();
    let Some(presses) = told
        .iter()
        .map(|message| match message {
            Message::Key(press) => Some(press),
            Message::Pressed(_) | Message::Typed(_) | Message::Level(_) | Message::Told(_) => None,
        })
        .collect::<Option<Vec<_>>>()
    else {
        panic!("something was written: {told:?}");
    };
    assert_eq!(presses.len(), 4);
    assert!(presses.iter().all(|press| press.in_text_field));
    assert_eq!(presses[0].digit, Some(1));
}

#[test]
fn a_field_keeps_its_own_gestures() {
    let mut ui = ui(with_field());
    let _ = ui.click(selector::id("field")).expect("a field");
    let _ = ui.typewrite("ab");
    press(&mut ui, character("a"), Code::KeyQ, Modifiers::CTRL);
    let _ = ui.typewrite("c");
    let told: Vec<Message> = ui.into_messages().collect();
    assert!(
        told.iter()
            .all(|message| matches!(message, Message::Typed(_))),
        "{told:?}"
    );
    assert_eq!(told.last(), Some(&Message::Typed("c".to_owned())));
}

#[test]
fn altgr_writes_and_never_commands() {
    let mut ui = ui(with_field());
    let _ = ui.click(selector::id("field")).expect("a field");
    press(
        &mut ui,
        character("@"),
        Code::Digit0,
        Modifiers::CTRL | Modifiers::ALT,
    );
    let told: Vec<Message> = ui.into_messages().collect();
    assert_eq!(told, [Message::Typed("@".to_owned())]);
}

#[test]
fn a_field_that_was_left_gives_the_bare_keys_back() {
    let mut ui = ui(with_field());
    let _ = ui.click(selector::id("field")).expect("a field");
    named(&mut ui, Named::Escape);
    press(&mut ui, character("v"), Code::KeyV, Modifiers::empty());
    let presses = keys_of(ui);
    assert_eq!(presses.len(), 2);
    assert!(!presses[1].in_text_field);
}

fn controls<'a>() -> Element<'a, Message> {
    let columns = columns(None);
    heard(column![
        row![
            control::primary("a")
                .id("a")
                .on_press(Message::Pressed("a")),
            control::secondary("off"),
            control::quiet("b").id("b").on_press(Message::Pressed("b")),
        ]
        .spacing(8),
        field::line("", "", "field", Message::Typed, false),
        control::check("c", false, Some(Message::Pressed("c"))).id("c"),
        control::radio("d", true, Some(Message::Pressed("d"))),
        control::segmented(
            "display",
            [("e", true), ("f", false)].map(|(name, chosen)| (
                name.to_owned(),
                chosen,
                Some(Message::Pressed(name))
            ))
        ),
        indicator::cells(None, false, Some(Message::Told)).id("i"),
        rubric(&columns, Layout::Folded, Some(&Message::Level)),
    ])
}

#[test]
fn tab_reaches_every_control_in_reading_order_and_comes_round() {
    let mut ui = ui(controls());
    let mut places = Vec::new();
    for _ in 0..13 {
        named(&mut ui, Named::Tab);
        places.push(focused(&mut ui).expect("something has the focus"));
    }
    // a, b, field, c, d, e, f, i, five columns; then a again.
    named(&mut ui, Named::Tab);
    assert_eq!(focused(&mut ui), Some(places[0]));
    back_tab(&mut ui);
    assert_eq!(focused(&mut ui), Some(places[12]));
    let mut sorted = places.clone();
    sorted.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).expect("numbers"));
    assert_eq!(places, sorted);
}

#[test]
fn enter_and_space_press_what_has_the_focus() {
    let mut ui = ui(controls());
    named(&mut ui, Named::Tab);
    named(&mut ui, Named::Enter);
    named(&mut ui, Named::Tab);
    named(&mut ui, Named::Space);
    let told: Vec<Message> = ui.into_messages().collect();
    assert_eq!(told, [Message::Pressed("a"), Message::Pressed("b")]);
}

#[test]
fn after_a_click_enter_stays_with_the_screen_and_tab_goes_on_from_there() {
    let mut ui = ui(controls());
    let _ = ui.click("a").expect("a control");
    named(&mut ui, Named::Enter);
    named(&mut ui, Named::Tab);
    named(&mut ui, Named::Enter);
    let told: Vec<Message> = ui.into_messages().collect();
    assert!(matches!(
        &told[..],
        [Message::Pressed("a"), Message::Key(enter), Message::Pressed("b")]
            if enter.key == Key::Named(Named::Enter)
    ));
}

#[test]
fn the_focus_is_scrolled_into_sight() {
    let rows = column(
        (0..40).map(|_| focus(container("row").height(30), Some(Message::Pressed("row"))).into()),
    );
    let zone = container(scrollable(rows).id("zone")).height(100);
    let mut ui = ui(heard(zone));
    let visible = |ui: &mut Ui<'_>| {
        ui.find(selector::is_focused())
            .expect("a focus")
            .visible_bounds()
            .is_some_and(|seen| seen.height >= 30.0)
    };
    for _ in 0..20 {
        named(&mut ui, Named::Tab);
        assert!(visible(&mut ui));
    }
    for _ in 0..21 {
        back_tab(&mut ui);
        assert!(visible(&mut ui), "back, and round the end");
    }
}

#[test]
fn tab_stays_inside_a_dialog_and_what_it_covers_hears_nothing() {
    let inside = row![
        control::secondary("x")
            .id("x")
            .on_press(Message::Pressed("x")),
        control::primary("y")
            .id("y")
            .on_press(Message::Pressed("y")),
    ];
    let mut ui = ui(keys(
        frame::dialog(controls(), inside, 300.0, Message::Pressed("outside")),
        |_| None,
    ));
    for _ in 0..2 {
        named(&mut ui, Named::Tab);
        named(&mut ui, Named::Enter);
    }
    named(&mut ui, Named::Tab);
    named(&mut ui, Named::Enter);
    ui.point_at([20.0, 20.0]);
    let _ = ui.simulate(iced_test::simulator::click());
    let told: Vec<Message> = ui.into_messages().collect();
    let pressed = ["x", "y", "x", "outside"].map(Message::Pressed);
    assert_eq!(told, pressed);
}

#[test]
fn a_dialog_that_opens_and_closes_loses_neither_place_nor_focus() {
    use iced_test::runtime::user_interface::{Cache, UserInterface};
    let mut renderer = renderer();
    let mut cache = Cache::default();
    let mut told = Vec::new();
    for round in 0..3 {
        let view = if round == 1 {
            frame::dialog(controls(), space(), 300.0, Message::Pressed("outside"))
        } else {
            frame::uncovered(controls())
        };
        let size = iced::Size::new(1054.0, 374.0);
        let mut ui: UserInterface<'_, Message, Theme, iced::Renderer> =
            UserInterface::build(view, size, cache, &mut renderer);
        let physical = Physical::Code(Code::Tab);
        let key = if round == 0 { Named::Tab } else { Named::Enter };
        let event = stroke(Key::Named(key), physical, Modifiers::empty(), None);
        let _ = ui.update(
            &[event],
            iced::mouse::Cursor::Unavailable,
            &mut renderer,
            &mut iced::advanced::clipboard::Null,
            &mut told,
        );
        cache = ui.into_cache();
    }
    // Under the dialog Entrée did nothing; after it, the same control still has the focus.
    assert_eq!(told, [Message::Pressed("a")]);
}

fn shown(digit: usize, label: &str) -> Shown {
    Shown {
        digit,
        label: label.to_owned(),
        bars: Bars {
            filled: digit,
            of: 4,
        },
    }
}

fn columns(chosen: Option<usize>) -> Vec<Column> {
    ["NE", "NM", "MP", "BM", "EM"]
        .into_iter()
        .enumerate()
        .map(|(digit, label)| Column {
            level: shown(digit, label),
            chosen: chosen == Some(digit),
            texts: if digit == 0 {
                vec!["apart".to_owned()]
            } else {
                vec![format!("{label} one"), format!("{label} two")]
            },
        })
        .collect()
}

#[test]
fn level_columns_stay_where_they_are_whatever_is_chosen() {
    let places = |chosen: Option<usize>| -> Vec<Rectangle> {
        let columns = columns(chosen);
        let mut ui = ui(rubric(&columns, Layout::Full, Some(&Message::Level)));
        ["NE", "NM two", "MP one", "BM two", "EM"]
            .map(|text| ui.find(text).expect("a text").bounds())
            .into()
    };
    let before = places(None);
    for chosen in 0..5 {
        assert_eq!(places(Some(chosen)), before);
    }
}

#[test]
fn a_press_anywhere_in_a_column_chooses_its_level() {
    let columns = columns(None);
    let mut ui = ui(rubric(&columns, Layout::Full, Some(&Message::Level)));
    let _ = ui.click("MP two").expect("a text");
    let _ = ui.click("NE").expect("a head");
    let told: Vec<Message> = ui.into_messages().collect();
    assert_eq!(told, [Message::Level(2), Message::Level(0)]);
}

#[test]
fn texts_of_one_aspect_start_on_one_line() {
    let columns = columns(Some(3));
    let mut ui = ui(rubric(&columns, Layout::Full, Some(&Message::Level)));
    let tops = ["NM two", "MP two", "BM two", "EM two"]
        .map(|text| ui.find(text).expect("a text").bounds().y);
    assert!(tops.iter().all(|top| *top == tops[0]), "{tops:?}");
}

#[test]
fn a_sealed_rubric_takes_no_press() {
    let columns = columns(Some(1));
    let mut ui = ui(heard(rubric(&columns, Layout::Full, None)));
    let _ = ui.click("MP two").expect("a text");
    named(&mut ui, Named::Tab);
    assert_eq!(focused(&mut ui), None);
    assert_eq!(ui.into_messages().count(), 0);
}

#[test]
fn an_indicators_cells_tell_and_take_back() {
    let mut ui = ui(heard(indicator::cells(
        Some(Cell::Yes),
        false,
        Some(Message::Told),
    )));
    named(&mut ui, Named::Tab);
    named(&mut ui, Named::Space);
    ui.point_at([10.0, 10.0]);
    let _ = ui.simulate(iced_test::simulator::click());
    ui.point_at([70.0, 10.0]);
    let _ = ui.simulate(iced_test::simulator::click());
    let told: Vec<Message> = ui.into_messages().collect();
    let wanted = [Some(Cell::Partly), None, Some(Cell::No)].map(Message::Told);
    assert_eq!(told, wanted);
}

fn renderer() -> iced::Renderer {
    use iced::advanced::renderer::Headless;
    iced_test::futures::futures::executor::block_on(<iced::Renderer as Headless>::new(
        typeface::REGULAR,
        iced::Pixels(typeface::BODY),
        Some("tiny-skia"),
    ))
    .expect("a renderer")
}

#[test]
fn every_sign_is_drawn() {
    use iced::advanced::svg::{Handle, Renderer as _};
    let renderer = renderer();
    for sign in Icon::ALL {
        // A drawing that cannot be read has no size.
        let size = renderer.measure_svg(&Handle::from_memory(sign.document().into_bytes()));
        assert_eq!((size.width, size.height), (20, 20), "{sign:?}");
    }
}
