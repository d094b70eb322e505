//! The root widget that turns key presses into messages and moves the focus on Tab. It tells whether
//! a text field has the focus, so that a bare key never commands while somebody writes. It decides
//! no command.

use std::any::Any;

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay};
use iced::keyboard::key::{Code, Named, Physical};
use iced::keyboard::{self, Key, Modifiers};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector};

use super::Element;
use super::focus::Marker;
use super::travel;
use crate::style::Theme;

/// A key press that no widget took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPress {
    /// The key without modifiers.
    pub key: Key,
    /// The key as the layout and Maj make it.
    pub typed: Key,
    /// The digit on the key, on the row and on the pad, whatever the layout and Verr Num.
    pub digit: Option<u8>,
    /// Ctrl, Maj.
    pub modifiers: Modifiers,
    /// Whether the key is held down.
    pub repeat: bool,
    /// Whether a text field has the focus.
    pub in_text_field: bool,
}

impl KeyPress {
    /// Returns whether the key commands even while somebody writes: Ctrl and F keys.
    fn always(&self) -> bool {
        self.modifiers.command() || is_function_key(&self.key)
    }

    /// Returns whether a field that has the focus leaves the key to the window.
    fn passes_field(&self) -> bool {
        self.always() || self.key == Key::Named(Named::Escape)
    }
}

/// Wraps the whole window; `on_press` may turn a key press into a message. Ctrl and F keys are
/// offered before any field sees them; a bare key only when no field has the focus; Échap always.
/// Tab never comes: it moves the focus here. Keys held with Alt are text, and never come either.
pub fn keys<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    on_press: impl Fn(KeyPress) -> Option<Message> + 'a,
) -> Element<'a, Message> {
    Element::new(Keys {
        content: content.into(),
        on_press: Box::new(on_press),
    })
}

type OnPress<'a, Message> = Box<dyn Fn(KeyPress) -> Option<Message> + 'a>;

struct Keys<'a, Message> {
    content: Element<'a, Message>,
    on_press: OnPress<'a, Message>,
}

fn is_function_key(key: &Key) -> bool {
    use Named::{F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12};
    matches!(
        key,
        Key::Named(F1 | F2 | F3 | F4 | F5 | F6 | F7 | F8 | F9 | F10 | F11 | F12)
    )
}

/// Returns the digit that a press means. A key that the system cannot place counts by its sign; a
/// digit's key that writes « / » or « ? » is that sign.
fn digit_of(physical: Physical, typed: &Key) -> Option<u8> {
    let sign = match typed {
        Key::Character(text) => text.chars().next(),
        Key::Named(_) | Key::Unidentified => None,
    };
    match physical {
        Physical::Code(_) if matches!(sign, Some('/' | '?')) => None,
        Physical::Code(_) => digit(physical),
        Physical::Unidentified(_) => sign
            .and_then(|sign| sign.to_digit(10))
            .and_then(|digit| u8::try_from(digit).ok()),
    }
}

/// Returns whether a key is a digit of the pad, which gives arrows without Verr Num.
fn is_pad_digit(physical: Physical) -> bool {
    use Code::{
        Numpad0, Numpad1, Numpad2, Numpad3, Numpad4, Numpad5, Numpad6, Numpad7, Numpad8, Numpad9,
    };
    matches!(
        physical,
        Physical::Code(
            Numpad0
                | Numpad1
                | Numpad2
                | Numpad3
                | Numpad4
                | Numpad5
                | Numpad6
                | Numpad7
                | Numpad8
                | Numpad9
        )
    )
}

/// Returns the digit on a physical key: French layouts give `& é "` for the digits of the row, and
/// the pad gives arrows without Verr Num.
pub fn digit(physical: Physical) -> Option<u8> {
    let Physical::Code(code) = physical else {
        return None;
    };
    Some(match code {
        Code::Digit0 | Code::Numpad0 => 0,
        Code::Digit1 | Code::Numpad1 => 1,
        Code::Digit2 | Code::Numpad2 => 2,
        Code::Digit3 | Code::Numpad3 => 3,
        Code::Digit4 | Code::Numpad4 => 4,
        Code::Digit5 | Code::Numpad5 => 5,
        Code::Digit6 | Code::Numpad6 => 6,
        Code::Digit7 | Code::Numpad7 => 7,
        Code::Digit8 | Code::Numpad8 => 8,
        Code::Digit9 | Code::Numpad9 => 9,
        _ => return None,
    })
}

/// Looks for a text field that has the focus: anything focusable that is not one of our controls.
#[derive(Default)]
struct TextFocus {
    ours: bool,
    found: bool,
}

impl Operation for TextFocus {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        self.ours = state.is::<Marker>();
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if !std::mem::take(&mut self.ours) && state.is_focused() {
            self.found = true;
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Keys<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::stateless()
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        match tree.children.first_mut() {
            Some(child) => self.content.as_widget_mut().layout(child, renderer, limits),
            None => layout::Node::new(limits.min()),
        }
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        if let Some(child) = tree.children.first_mut() {
            self.content
                .as_widget_mut()
                .operate(child, layout, renderer, operation);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let Some(child) = tree.children.first_mut() else {
            return;
        };
        let Event::Keyboard(keyboard::Event::KeyPressed {
            key,
            modified_key,
            physical_key,
            modifiers,
            repeat,
            ..
        }) = event
        else {
            self.content.as_widget_mut().update(
                child, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
            return;
        };

        // Asked before the field reacts: Échap takes its focus away.
        let mut focus = TextFocus::default();
        self.content
            .as_widget_mut()
            .operate(child, layout, renderer, &mut focus);
        let digit = digit_of(*physical_key, modified_key);
        // The pad's digit wins over the arrow that it becomes without Verr Num.
        let of_pad = digit
            .filter(|_| is_pad_digit(*physical_key))
            .map(|digit| Key::Character(digit.to_string().into()));
        let press = KeyPress {
            key: of_pad.clone().unwrap_or_else(|| key.clone()),
            typed: of_pad.unwrap_or_else(|| modified_key.clone()),
            digit,
            modifiers: *modifiers,
            repeat: *repeat,
            in_text_field: focus.found,
        };

        // AltGr is Ctrl + Alt on some systems: it writes, it never commands.
        let commands = !press.modifiers.alt();
        if commands && press.always() {
            // Before the field, which would write the « & » of Ctrl 1.
            let message = (self.on_press)(press.clone());
            // Held down, it does nothing more, and still writes nothing.
            let bound = message.is_some()
                || (self.on_press)(KeyPress {
                    repeat: false,
                    ..press.clone()
                })
                .is_some();
            if let Some(message) = message {
                shell.publish(message);
            }
            if bound {
                shell.capture_event();
                return;
            }
        }

        self.content.as_widget_mut().update(
            child, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        let escape = press.key == Key::Named(Named::Escape);
        // A field takes Échap for itself, and the window must know that it was left.
        if shell.is_event_captured() && !escape {
            return;
        }
        if press.key == Key::Named(Named::Tab) && !press.modifiers.command() {
            let content = &mut self.content;
            let mut run = |operation: &mut dyn Operation| {
                content
                    .as_widget_mut()
                    .operate(child, layout, renderer, operation);
            };
            travel::step(&mut run, press.modifiers.shift());
            shell.capture_event();
            shell.request_redraw();
            return;
        }
        let asked = press.always() || !commands;
        let inert = press.in_text_field && !press.passes_field();
        if asked || inert {
            return;
        }
        if let Some(message) = (self.on_press)(press) {
            shell.publish(message);
            shell.capture_event();
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        tree.children
            .first()
            .map_or_else(mouse::Interaction::default, |child| {
                self.content
                    .as_widget()
                    .mouse_interaction(child, layout, cursor, viewport, renderer)
            })
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        if let Some(child) = tree.children.first() {
            self.content
                .as_widget()
                .draw(child, renderer, theme, style, layout, cursor, viewport);
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let child = tree.children.first_mut()?;
        self.content
            .as_widget_mut()
            .overlay(child, layout, renderer, viewport, translation)
    }
}
