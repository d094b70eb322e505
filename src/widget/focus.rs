//! Makes any control reachable by Tab: a ring when it has the focus, Entrée and Espace press it.
//! iced's own buttons cannot take the focus.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, Widget, mouse, overlay};
use iced::keyboard::{self, Key, key::Named};
use iced::{Border, Color, Event, Length, Rectangle, Renderer, Size, Vector};

use super::Element;
use crate::style::{Theme, Tokens, space};

/// Tells an operation that the focusable after it is one of our controls, not a text field.
#[derive(Debug)]
pub struct Marker;

/// A control that Tab reaches.
pub struct Focus<'a, Message> {
    content: Element<'a, Message>,
    on_press: Option<Message>,
    id: Option<Id>,
    ring: fn(&Tokens) -> Color,
    inside: bool,
    ringed: bool,
}

/// Wraps a control; without a message it is not reachable.
pub fn focus<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    on_press: Option<Message>,
) -> Focus<'a, Message> {
    Focus {
        content: content.into(),
        on_press,
        id: None,
        ring: |tokens| tokens.focus,
        inside: false,
        ringed: false,
    }
}

impl<Message> Focus<'_, Message> {
    /// Names the control, so that the focus can be given to it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Draws the ring in the colour of the band.
    pub fn on_band(mut self) -> Self {
        self.ring = |tokens| tokens.focus_bandeau;
        self
    }

    /// Draws the ring without the focus: on the row that bare keys act upon.
    pub fn ringed(mut self) -> Self {
        self.ringed = true;
        self
    }

    /// Draws the ring inside the control's bounds, where a neighbour would cover it.
    pub fn inside(mut self) -> Self {
        self.inside = true;
        self
    }
}

/// The ring belongs to the keyboard: a press of the pointer keeps the place, so that Tab goes on from
/// there, but shows no ring, and Entrée stays with the screen.
#[derive(Debug, Default)]
struct State {
    id: Option<Id>,
    focused: bool,
    ring: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
        self.ring = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
        self.ring = false;
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Focus<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            id: self.id.clone(),
            ..State::default()
        })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        // Another control took this place: the focus was not for it.
        if state.id != self.id {
            state.unfocus();
            state.id.clone_from(&self.id);
        }
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
        let state = tree.state.downcast_mut::<State>();
        if self.on_press.is_some() {
            operation.custom(self.id.as_ref(), layout.bounds(), &mut Marker);
            operation.focusable(self.id.as_ref(), layout.bounds(), state);
        } else {
            state.unfocus();
        }
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
        if let Some(child) = tree.children.first_mut() {
            self.content.as_widget_mut().update(
                child, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
        let state = tree.state.downcast_mut::<State>();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_)) => {
                let here = cursor.is_over(layout.bounds()) && self.on_press.is_some();
                if state.ring {
                    shell.request_redraw();
                }
                state.unfocus();
                state.focused = here;
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key,
                modifiers,
                repeat: false,
                ..
            }) if state.ring
                && presses(key)
                && !modifiers.command()
                && !modifiers.alt()
                && !shell.is_event_captured() =>
            {
                if let Some(message) = &self.on_press {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
            _ => {}
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
        let focused = tree.state.downcast_ref::<State>().ring && self.on_press.is_some();
        if !focused && !self.ringed {
            return;
        }
        let tokens = theme.tokens();
        let ring = (self.ring)(tokens);
        let bounds = layout.bounds();
        let thick = tokens.focus_halo.is_some();
        // Two pixels of air and two of ring; with a halo, it fills the air and all is thicker.
        let (air, width) = if thick { (3.0, 3.0) } else { (2.0, 2.0) };
        let outer = if self.inside {
            bounds.shrink(1.0)
        } else {
            bounds.expand(air + width)
        };
        if viewport.intersection(&outer).is_none() {
            return;
        }
        let mut circles = vec![(outer, ring, width)];
        if let Some(halo) = tokens.focus_halo.filter(|halo| *halo != ring) {
            circles.push((outer.shrink(width), halo, air));
        }
        renderer.with_layer(*viewport, |renderer| {
            for (bounds, color, width) in circles {
                renderer.fill_quad(
                    Quad {
                        bounds,
                        border: Border {
                            color,
                            width,
                            radius: (space::RADIUS + width).into(),
                        },
                        ..Quad::default()
                    },
                    Color::TRANSPARENT,
                );
            }
        });
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

impl<'a, Message: Clone + 'a> From<Focus<'a, Message>> for Element<'a, Message> {
    fn from(focus: Focus<'a, Message>) -> Self {
        Element::new(focus)
    }
}

fn presses(key: &Key) -> bool {
    match key {
        Key::Named(named) => matches!(named, Named::Enter | Named::Space),
        Key::Character(text) => text.as_str() == " ",
        Key::Unidentified => false,
    }
}
