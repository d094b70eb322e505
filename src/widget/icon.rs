//! Signs drawn as shapes: icons on a grid of 20, bars of a level. They take the ink of the text
//! around them, so a sign and its word always match.

use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::svg::{Handle, Renderer as _, Svg};
use iced::advanced::widget::Tree;
use iced::advanced::{Widget, mouse};
use iced::{Length, Rectangle, Renderer, Size};

use super::Element;
use crate::style::Theme;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $shape:literal;)+) => {
        /// An icon, always beside its word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name),+ }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Icon] = &[$(Icon::$name),+];

            fn shape(self) -> &'static str {
                match self { $(Icon::$name => $shape),+ }
            }

            /// Returns the whole drawing, in one colour.
            pub fn document(self) -> String {
                document(20.0, 20.0, self.shape())
            }
        }
    };
}

icons! {
    /// Back.
    Back = "<path d='M12.5 4.5 7 10l5.5 5.5'/>";
    /// Forward.
    Forward = "<path d='M7.5 4.5 13 10l-5.5 5.5'/>";
    /// Towards the beginning.
    Up = "<path d='M4.5 12.5 10 7l5.5 5.5'/>";
    /// Opens below.
    Down = "<path d='M4.5 7.5 10 13l5.5-5.5'/>";
    /// Done, seen.
    Check = "<path d='M4 10.5 8 14.5 16 6'/>";
    /// Partly.
    Minus = "<path d='M4.5 10h11'/>";
    /// Not seen.
    Cross = "<path d='M5 5l10 10M15 5 5 15'/>";
    /// Adds.
    Plus = "<path d='M10 4v12M4 10h12'/>";
    /// Closed to this viewer.
    Lock = "<rect x='4.5' y='9' width='11' height='8' rx='1.5'/><path d='M7 9V6.5a3 3 0 0 1 6 0V9'/>";
    /// Look here.
    Alert = "<path d='M10 3 18 16.5H2Z'/><path d='M10 8v4M10 14.2v.2'/>";
    /// To be asked.
    Ask = "<path d='M3.5 4h13v9.5h-8L5.5 16.5v-3h-2Z'/>";
    /// To come.
    Waiting = "<circle cx='10' cy='10' r='6'/>";
    /// Under way.
    Started = "<circle cx='10' cy='10' r='5' fill='#000' stroke='none'/>";
    /// To be settled.
    Swap = "<path d='M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3'/>";
    /// Fixed.
    Seal = "<circle cx='10' cy='7.5' r='4.5'/><path d='M7 11.2 6 17.5l4-2 4 2-1-6.3'/>";
    /// Outside the scale, absent.
    Barred = "<circle cx='10' cy='10' r='7'/><path d='M5.2 14.8 14.8 5.2'/>";
    /// In sight.
    Eye = "<path d='M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Z'/><circle cx='10' cy='10' r='2.5'/>";
    /// Masked.
    EyeOff = "<path d='M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Z'/><circle cx='10' cy='10' r='2.5'/><path d='M3.5 16.5l13-13'/>";
    /// Takes back.
    Undo = "<path d='M7.5 4 4 7.5 7.5 11'/><path d='M4 7.5h7.5a4.2 4.2 0 0 1 0 8.5H9'/>";
    /// Brings back.
    Redo = "<path d='M12.5 4 16 7.5 12.5 11'/><path d='M16 7.5H8.5a4.2 4.2 0 0 0 0 8.5H11'/>";
    /// Starts.
    Play = "<path d='M6 4v12l10-6Z' fill='#000'/>";
    /// Pauses.
    Pause = "<path d='M7 5v10M13 5v10' stroke-width='3'/>";
    /// Goes to the next phase.
    Skip = "<path d='M5 5v10l7-5ZM15 5v10'/>";
    /// A folder.
    Folder = "<path d='M2.5 5h5l2 2.5h8V16h-15Z'/>";
    /// A paper.
    File = "<path d='M5 2.5h6.5L15 6v11.5H5Z'/><path d='M11.5 2.5V6H15'/>";
    /// Comes in.
    Import = "<path d='M10 3v9.5M6.5 9.5 10 13l3.5-3.5M4 11.5v5h12v-5'/>";
    /// Compares commissions.
    Chart = "<path d='M3.5 16.5h13M6 14V9M10 14V4M14 14v-7' />";
    /// The keyboard.
    Keyboard = "<rect x='2.5' y='5' width='15' height='10' rx='1.5'/><path d='M5.7 8h.1M8.6 8h.1M11.4 8h.1M14.3 8h.1M7 12h6'/>";
    /// Not yet assessed.
    Dash = "<path d='M6 10h8'/>";
    /// Comes out.
    Export = "<path d='M10 12.5v-9M6.5 6.5 10 3l3.5 3.5M4 11v5.5h12V11'/>";
    /// To paper.
    Print = "<path d='M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8v6H6Z'/>";
    /// Corrects.
    Pencil = "<path d='M4 16l.8-3.5L13 4.3l2.7 2.7-8.2 8.2Z'/>";
    /// Looks for.
    Search = "<circle cx='9' cy='9' r='5'/><path d='M13 13l4 4'/>";
    /// Time.
    Clock = "<circle cx='10' cy='10' r='7'/><path d='M10 6v4.2l2.8 1.8'/>";
    /// To know.
    Info = "<circle cx='10' cy='10' r='7'/><path d='M10 9.2v4.3M10 6.5v.2'/>";
}

/// What a level shows: bars, or outside the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bars {
    /// Filled bars; 0 is outside the scale.
    pub filled: usize,
    /// Bars of the whole scale.
    pub of: usize,
}

/// Draws an icon, `size` pixels wide and high.
pub fn icon<'a, Message: 'a>(icon: Icon, size: f32) -> Element<'a, Message> {
    shape(icon.document(), Size::new(size, size))
}

/// Draws the sign of a level in its box of 22 by 19.
pub fn bars<'a, Message: 'a>(bars: Bars) -> Element<'a, Message> {
    bars_scaled(bars, 1.0)
}

/// Draws the sign of a level, smaller: beside words in heads and chips.
pub fn bars_scaled<'a, Message: 'a>(bars: Bars, scale: f32) -> Element<'a, Message> {
    let size = Size::new((22.0 * scale).round(), (19.0 * scale).round());
    shape(document(22.0, 19.0, &bars_shape(bars)), size)
}

fn bars_shape(bars: Bars) -> String {
    if bars.filled == 0 {
        return "<circle cx='11' cy='9.5' r='7' stroke-width='1.9'/>\
                <path d='M6.05 14.45 15.95 4.55' stroke-width='1.9'/>"
            .to_owned();
    }
    let of = bars.of.max(1);
    let last = (of - 1) as f32;
    // Up to four bars keep the drawn measures; more share the width of four.
    let step = if of <= 4 { 5.1 } else { 15.3 / last };
    let width = step - 1.2;
    let left = 11.0 - (last * step + width) / 2.0;
    (0..of)
        .map(|index| {
            let share = if of == 1 { 1.0 } else { index as f32 / last };
            let height = 5.5 + share * 10.5;
            let (x, y) = (left + index as f32 * step, 17.5 - height);
            if index < bars.filled {
                format!(
                    "<rect x='{x}' y='{y}' width='{width}' height='{height}' rx='0.7' fill='#000' stroke='none'/>"
                )
            } else {
                let (x, y, width, height) = (x + 0.55, y + 0.55, width - 1.1, height - 1.1);
                format!(
                    "<rect x='{x}' y='{y}' width='{width}' height='{height}' rx='0.4' stroke-width='1.1'/>"
                )
            }
        })
        .collect()
}

fn document(width: f32, height: f32, shape: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' fill='none' stroke='#000' \
         stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>{shape}</svg>"
    )
}

fn shape<'a, Message: 'a>(source: String, size: Size) -> Element<'a, Message> {
    Element::new(Shape {
        handle: Handle::from_memory(source.into_bytes()),
        size,
    })
}

struct Shape {
    handle: Handle,
    size: Size,
}

impl<Message> Widget<Message, Theme, Renderer> for Shape {
    fn size(&self) -> Size<Length> {
        Size::new(
            Length::Fixed(self.size.width),
            Length::Fixed(self.size.height),
        )
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, self.size.width, self.size.height)
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        // The software renderer cuts fractions off: rounding keeps signs level with their words.
        let bounds = Rectangle::new(
            iced::Point::new(bounds.x.round(), bounds.y.round()),
            bounds.size(),
        );
        let svg = Svg::new(self.handle.clone()).color(style.text_color);
        renderer.draw_svg(svg, bounds, *viewport);
    }
}
