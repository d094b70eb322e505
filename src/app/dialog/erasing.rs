//! The question before files are erased for good: a word must be typed, and keeping them comes first.

use iced::widget::{column, row, space as gap};

use super::Message;
use crate::app::App;
use crate::store::retention::Term;
use crate::style::{space, typeface};
use crate::t;
use crate::widget::frame::signed_in;
use crate::widget::icon::Icon;
use crate::widget::{Element, control, field};

impl App {
    pub(super) fn erase_view<'a>(&'a self, word: &'a str) -> Element<'a, Message> {
        let going = self.going();
        let title = match going.as_slice() {
            [one] => t!(
                "erase-one",
                number = one.number.as_str(),
                session = one.session.as_str()
            ),
            many => t!("erase-many", count = many.len().to_string()),
        };
        let candidates: usize = going.iter().map(|kept| kept.candidates).sum();
        let open: usize = going.iter().map(|kept| kept.open).sum();
        let open = (open > 0).then(|| {
            signed_in(
                Icon::Alert,
                typeface::strong(t!("erase-open", count = open)),
                typeface::alert,
            )
        });
        let over = going
            .iter()
            .all(|kept| kept.term == Term::Over)
            .then(|| typeface::body(t!("erase-over")));
        let wanted = t!("purge-word");
        let ready = word.trim().to_uppercase() == wanted;
        let no = control::secondary(t!("erase-keep"))
            .on_press(Message::No)
            .id("default");
        let yes = control::primary(t!("erase-go"))
            .on_press_maybe(ready.then_some(Message::Yes))
            .id("erase-go");
        column![
            typeface::title(title),
            typeface::body(t!(
                "erase-candidates",
                candidates = t!("copies-candidates", count = candidates)
            )),
            over,
            open,
            field::labelled(
                t!("erase-word", word = wanted.as_str()),
                "",
                word,
                "erase-word",
                Message::EraseWord,
                None,
            ),
            row![Element::from(no), gap::horizontal(), Element::from(yes)].spacing(space::S),
        ]
        .spacing(space::L)
        .into()
    }
}
