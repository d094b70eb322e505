//! Hands at the real window, without a display: keys as an AZERTY keyboard sends them, presses of
//! the pointer, and eyes that read every text of the widget tree.

use std::path::Path;

use delibere::app::{App, Message, Start};
use delibere::domain::commission::Record;
use delibere::domain::id::CandidateId;
use delibere::store::document::Document;
use delibere::store::places::Places;
use iced::advanced::clipboard;
use iced::advanced::renderer::Headless;
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, TextInput};
use iced::keyboard::key::{Code, Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::{Event, Point, Rectangle, Size, Task, mouse, window};
use iced_test::futures::futures::StreamExt;
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::{Cache, State, UserInterface};
use iced_test::runtime::{Action, task};

use super::style::settings;

type Ui<'a> = UserInterface<'a, Message, delibere::style::Theme, iced::Renderer>;

/// A window and whoever sits at it.
pub struct Hands {
    pub app: App,
    places: Places,
    cache: Option<Cache>,
    renderer: iced::Renderer,
    pub size: Size,
}

/// Something that the focus can rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub id: Option<Id>,
    pub bounds: Rectangle,
    pub focused: bool,
}

impl Hands {
    pub fn at(file: &Path, places: &Places) -> Self {
        Self::start(Start::File(Some(file.to_owned())), places)
    }

    pub fn start(start: Start, places: &Places) -> Self {
        let settings = settings();
        let (app, task) = App::new(start, places.clone());
        let renderer = block_on(<iced::Renderer as Headless>::new(
            settings.default_font,
            delibere::style::typeface::BODY.into(),
            Some("tiny-skia"),
        ));
        let mut hands = Self {
            app,
            places: places.clone(),
            cache: Some(Cache::default()),
            renderer: renderer.expect("a renderer"),
            size: Size::new(1366.0, 768.0),
        };
        hands.run(task);
        hands
    }

    fn ui<T>(&mut self, act: impl FnOnce(&mut Ui<'_>, &mut iced::Renderer) -> T) -> T {
        let cache = self.cache.take().expect("a cache");
        let view = self.app.view();
        let mut ui = UserInterface::build(view, self.size, cache, &mut self.renderer);
        let done = act(&mut ui, &mut self.renderer);
        self.cache = Some(ui.into_cache());
        done
    }

    /// Does what a task asks for, its messages included, until nothing is left.
    fn run(&mut self, task: Task<Message>) {
        let Some(mut stream) = task::into_stream(task) else {
            return;
        };
        while let Some(action) = block_on(stream.next()) {
            match action {
                Action::Output(message) => self.send(message),
                Action::Widget(operation) => {
                    let mut next = Some(operation);
                    while let Some(mut operation) = next.take() {
                        self.ui(|ui, renderer| ui.operate(renderer, &mut operation));
                        if let Outcome::Chain(chained) = operation.finish() {
                            next = Some(chained);
                        }
                    }
                }
                // Windows, fonts, the clipboard: not there.
                _ => {}
            }
        }
    }

    /// Does what a task that was begun elsewhere asks for.
    pub fn finish(&mut self, task: Task<Message>) {
        self.run(task);
    }

    pub fn send(&mut self, message: Message) {
        let task = self.app.update(message);
        self.run(task);
    }

    fn events(&mut self, events: &[Event], cursor: mouse::Cursor) {
        let mut messages = Vec::new();
        self.ui(|ui, renderer| {
            let mut clipboard = clipboard::Null;
            let _ = ui.update(events, cursor, renderer, &mut clipboard, &mut messages);
        });
        for message in messages {
            self.send(message);
        }
    }

    /// Presses keys one after the other: `3`, `pad3`, `maj+s`, `ctrl+enter`, `tab`.
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let pressed = stroke(key, false);
            // A field learns of Ctrl by itself, before the key.
            let held = match &pressed {
                Event::Keyboard(keyboard::Event::KeyPressed { modifiers, .. }) => *modifiers,
                _ => Modifiers::empty(),
            };
            let now = |modifiers| Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers));
            let events = [now(held), pressed, now(Modifiers::empty())];
            self.events(&events, mouse::Cursor::Unavailable);
        }
    }

    /// A key that is held down says so again and again.
    pub fn hold(&mut self, key: &str) {
        self.events(&[stroke(key, true)], mouse::Cursor::Unavailable);
    }

    /// Writes a text, sign by sign.
    pub fn write(&mut self, text: &str) {
        for sign in text.chars() {
            let event = if let Some(digit) = sign.to_digit(10) {
                let text = sign.to_string();
                let physical = Physical::Code(digit_code(digit as usize, false));
                Event::Keyboard(keyboard::Event::KeyPressed {
                    key: Key::Character(ROW[digit as usize].into()),
                    modified_key: Key::Character(text.as_str().into()),
                    physical_key: physical,
                    location: Location::Standard,
                    modifiers: Modifiers::SHIFT,
                    text: Some(text.as_str().into()),
                    repeat: false,
                })
            } else if sign == ' ' {
                key_event(
                    Key::Named(Named::Space),
                    Physical::Code(Code::Space),
                    Modifiers::empty(),
                    Some(" "),
                    false,
                )
            } else {
                stroke(&sign.to_string(), false)
            };
            self.events(&[event], mouse::Cursor::Unavailable);
        }
    }

    pub fn click_at(&mut self, point: Point) {
        let press = [
            Event::Mouse(mouse::Event::CursorMoved { position: point }),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ];
        self.events(&press, mouse::Cursor::Available(point));
    }

    pub fn click(&mut self, text: &str) {
        let bounds = self.bounds(text);
        self.click_at(bounds.center());
    }

    pub fn read<T: Operation>(&mut self, mut operation: T) -> T {
        self.ui(|ui, renderer| ui.operate(renderer, &mut operation));
        operation
    }

    /// Every text of the widget tree, those of fields included, in reading order.
    pub fn texts(&mut self) -> Vec<String> {
        let read = self.read(Texts::default());
        read.0.into_iter().map(|(text, _)| text).collect()
    }

    /// All that is read, in one text with plain spaces.
    pub fn page(&mut self) -> String {
        self.texts().join("\n").replace(['\u{a0}', '\u{202f}'], " ")
    }

    pub fn sees(&mut self, text: &str) -> bool {
        self.page().contains(text)
    }

    /// Where a text stands.
    pub fn bounds(&mut self, text: &str) -> Rectangle {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let texts = self.read(Texts::default()).0;
        let found = texts.iter().find(|(known, _)| plain(known) == plain(text));
        found
            .unwrap_or_else(|| panic!("« {text} » is not shown: {texts:?}"))
            .1
    }

    /// All that the focus can reach.
    pub fn stops(&mut self) -> Vec<Stop> {
        self.read(Stops::default()).0
    }

    pub fn focused(&mut self) -> Option<Stop> {
        self.stops().into_iter().find(|stop| stop.focused)
    }

    pub fn is_on(&mut self, id: &'static str) -> bool {
        self.focused()
            .is_some_and(|stop| stop.id == Some(Id::new(id)))
    }

    /// Goes to a field or a control by Tab.
    pub fn tab_to(&mut self, id: &'static str) {
        for _ in 0..100 {
            if self.is_on(id) {
                return;
            }
            self.press("tab");
        }
        panic!("Tab never comes to « {id} »: {:?}", self.stops());
    }

    /// Every point of a fine net where the pointer becomes a hand.
    pub fn hand_points(&mut self) -> Vec<Point> {
        let size = self.size;
        self.ui(|ui, renderer| {
            let mut points = Vec::new();
            let mut messages = Vec::new();
            let mut y = 5.0;
            while y < size.height {
                let mut x = 5.0;
                while x < size.width {
                    let point = Point::new(x, y);
                    let moved = [Event::Mouse(mouse::Event::CursorMoved { position: point })];
                    let cursor = mouse::Cursor::Available(point);
                    let mut clipboard = clipboard::Null;
                    let (state, _) =
                        ui.update(&moved, cursor, renderer, &mut clipboard, &mut messages);
                    if let State::Updated {
                        mouse_interaction: mouse::Interaction::Pointer,
                        ..
                    } = state
                    {
                        points.push(point);
                    }
                    x += 19.0;
                }
                y += 13.0;
            }
            points
        })
    }

    /// Draws the window, and returns its pixels.
    pub fn draw(&mut self, mode: delibere::style::Mode, scale: f32) -> Vec<u8> {
        let size = self.size;
        let theme = delibere::style::Theme(mode);
        self.ui(|ui, renderer| {
            let redraw = [Event::Window(window::Event::RedrawRequested(
                std::time::Instant::now(),
            ))];
            let mut clipboard = clipboard::Null;
            let away = mouse::Cursor::Unavailable;
            let _ = ui.update(&redraw, away, renderer, &mut clipboard, &mut Vec::new());
            let style = iced::advanced::renderer::Style {
                text_color: iced::Color::BLACK,
            };
            ui.draw(renderer, &theme, &style, away);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a size"
            )]
            let pixels = Size::new((size.width * scale) as u32, (size.height * scale) as u32);
            renderer.screenshot(pixels, scale, iced::Color::WHITE)
        })
    }

    /// A candidate as the file on the disk says.
    pub fn record(&self, file: &Path, number: &str) -> Record {
        let document = Document::look(file, &self.places).expect("the file is read");
        let record = document.commission().record(&CandidateId::from(number));
        record.expect("the candidate").clone()
    }
}

#[derive(Default)]
struct Texts(Vec<(String, Rectangle)>);

impl Operation for Texts {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.0.push((text.to_owned(), bounds));
    }

    fn text_input(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        self.0.push((state.text().to_owned(), bounds));
    }
}

#[derive(Default)]
struct Stops(Vec<Stop>);

impl Operation for Stops {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.0.push(Stop {
            id: id.cloned(),
            bounds,
            focused: state.is_focused(),
        });
    }
}

/// What AZERTY writes on the keys of the digits without Maj.
const ROW: [&str; 10] = ["à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"];

fn digit_code(digit: usize, pad: bool) -> Code {
    const ROW: [Code; 10] = [
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
    const PAD: [Code; 10] = [
        Code::Numpad0,
        Code::Numpad1,
        Code::Numpad2,
        Code::Numpad3,
        Code::Numpad4,
        Code::Numpad5,
        Code::Numpad6,
        Code::Numpad7,
        Code::Numpad8,
        Code::Numpad9,
    ];
    if pad { PAD[digit] } else { ROW[digit] }
}

/// Where AZERTY puts a letter.
fn letter_code(letter: char) -> Option<Code> {
    Some(match letter {
        'a' => Code::KeyQ,
        'q' => Code::KeyA,
        'z' => Code::KeyW,
        'w' => Code::KeyZ,
        'm' => Code::Semicolon,
        'b' => Code::KeyB,
        'c' => Code::KeyC,
        'd' => Code::KeyD,
        'e' => Code::KeyE,
        'f' => Code::KeyF,
        'g' => Code::KeyG,
        'h' => Code::KeyH,
        'i' => Code::KeyI,
        'j' => Code::KeyJ,
        'k' => Code::KeyK,
        'l' => Code::KeyL,
        'n' => Code::KeyN,
        'o' => Code::KeyO,
        'p' => Code::KeyP,
        'r' => Code::KeyR,
        's' => Code::KeyS,
        't' => Code::KeyT,
        'u' => Code::KeyU,
        'v' => Code::KeyV,
        'x' => Code::KeyX,
        'y' => Code::KeyY,
        _ => return None,
    })
}

/// The event of a key in words.
pub fn stroke(words: &str, repeat: bool) -> Event {
    let mut modifiers = Modifiers::empty();
    let mut name = words;
    while let Some((modifier, rest)) = name
        .split_once('+')
        .filter(|(before, _)| !before.is_empty())
    {
        modifiers |= match modifier {
            "ctrl" => Modifiers::CTRL,
            "maj" => Modifiers::SHIFT,
            other => panic!("no modifier {other}"),
        };
        name = rest;
    }
    let named = match name {
        "enter" => Some((Named::Enter, Code::Enter)),
        "escape" => Some((Named::Escape, Code::Escape)),
        "tab" => Some((Named::Tab, Code::Tab)),
        "space" => Some((Named::Space, Code::Space)),
        "delete" => Some((Named::Delete, Code::Delete)),
        "left" => Some((Named::ArrowLeft, Code::ArrowLeft)),
        "right" => Some((Named::ArrowRight, Code::ArrowRight)),
        "up" => Some((Named::ArrowUp, Code::ArrowUp)),
        "down" => Some((Named::ArrowDown, Code::ArrowDown)),
        "pageup" => Some((Named::PageUp, Code::PageUp)),
        "pagedown" => Some((Named::PageDown, Code::PageDown)),
        "f1" => Some((Named::F1, Code::F1)),
        "f6" => Some((Named::F6, Code::F6)),
        "f8" => Some((Named::F8, Code::F8)),
        "f11" => Some((Named::F11, Code::F11)),
        _ => None,
    };
    if let Some((named, code)) = named {
        return key_event(
            Key::Named(named),
            Physical::Code(code),
            modifiers,
            None,
            repeat,
        );
    }
    if let Some(digit) = name.strip_prefix("pad") {
        // Verr Num is off: the pad gives arrows and the like.
        let digit: usize = digit.parse().expect("a digit");
        let arrows = [
            Named::Insert,
            Named::End,
            Named::ArrowDown,
            Named::PageDown,
            Named::ArrowLeft,
            Named::Clear,
            Named::ArrowRight,
            Named::Home,
            Named::ArrowUp,
            Named::PageUp,
        ];
        let physical = Physical::Code(digit_code(digit, true));
        return key_event(Key::Named(arrows[digit]), physical, modifiers, None, repeat);
    }
    let sign = name.chars().next().expect("a sign");
    if let Some(digit) = sign.to_digit(10).map(|digit| digit as usize) {
        let physical = Physical::Code(digit_code(digit, false));
        let key = Key::Character(ROW[digit].into());
        // With Ctrl the row still gives its signs; what is written wants Maj.
        let text = (!modifiers.control()).then_some(ROW[digit]);
        return key_event(key, physical, modifiers, text, repeat);
    }
    let lower = sign.to_lowercase().next().unwrap_or(sign);
    let physical = letter_code(lower).map_or(
        Physical::Unidentified(NativeCode::Unidentified),
        Physical::Code,
    );
    let mut typed = sign.to_string();
    if modifiers.shift() {
        typed = typed.to_uppercase();
    }
    let text = (!modifiers.control()).then_some(typed.as_str());
    let Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        physical_key,
        modifiers,
        text,
        repeat,
        location,
        ..
    }) = key_event(
        Key::Character(lower.to_string().into()),
        physical,
        modifiers,
        text,
        repeat,
    )
    else {
        unreachable!("a key")
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        modified_key: Key::Character(typed.as_str().into()),
        physical_key,
        location,
        modifiers,
        text,
        repeat,
    })
}

fn key_event(
    key: Key,
    physical_key: Physical,
    modifiers: Modifiers,
    text: Option<&str>,
    repeat: bool,
) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key,
        location: Location::Standard,
        modifiers,
        text: text.map(Into::into),
        repeat,
    })
}
