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

    /// Draws the ring inside the control's bounds, where a neighbour would cover it.
    pub fn inside(mut self) -> Self {
        self.inside = true;
        self
    }
}

#[derive(Debug, Default)]
struct State {
    focused: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Focus<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
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
            // The pointer took over: the ring belongs to the keyboard.
            Event::Mouse(mouse::Event::ButtonPressed(_)) if state.focused => {
                state.focused = false;
                shell.request_redraw();
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(Named::Enter | Named::Space),
                modifiers,
                repeat: false,
                ..
            }) if state.focused && !modifiers.command() && !shell.is_event_captured() => {
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
        let focused = tree.state.downcast_ref::<State>().focused && self.on_press.is_some();
        let bounds = if self.inside {
            layout.bounds().shrink(1.0)
        } else {
            layout.bounds().expand(3.0)
        };
        let visible = focused && viewport.intersection(&bounds).is_some();
        if visible {
            let color = (self.ring)(theme.tokens());
            renderer.with_layer(*viewport, |renderer| {
                renderer.fill_quad(
                    Quad {
                        bounds,
                        border: Border {
                            color,
                            width: 2.0,
                            radius: (space::RADIUS + 2.0).into(),
                        },
                        ..Quad::default()
                    },
                    Color::TRANSPARENT,
                );
            });
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

impl<'a, Message: Clone + 'a> From<Focus<'a, Message>> for Element<'a, Message> {
    fn from(focus: Focus<'a, Message>) -> Self {
        Element::new(focus)
    }
}
