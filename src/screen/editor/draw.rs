//! Drawing the screen: the head, the form in front, each field by what it holds.

use iced::advanced::widget::Id;
use iced::widget::{column, container, row, space as gap, text_editor, text_input};
use iced::{Alignment, Length};

use super::form::{self, Input, Item, Shape};
use super::{Editor, Message, Source};
use crate::domain::grid::change::{Change, Field, List, Step, Value};
use crate::keymap::Command;
use crate::style::{self, container as look, space, typeface};
use crate::widget::field::reason;
use crate::widget::frame::{self, edge, edge_down, line, scrolled, signed, signed_in};
use crate::widget::icon::Icon;
use crate::widget::{Element, control};
use crate::{t, words};

/// Returns the name of a field, for the focus.
pub fn id(field: Field) -> Id {
    Id::from(format!("{field:?}"))
}

impl Editor {
    /// Draws the screen; `from` is where one goes back to.
    pub fn view<'a>(&'a self, from: &str) -> Element<'a, Message> {
        let body = row![
            self.outline(),
            edge_down(),
            self.form(),
            edge_down(),
            self.side()
        ]
        .height(Length::Fill);
        let screen = column![self.head(from), edge(), body];
        match &self.asking {
            Some(asking) => self.asked(screen.into(), asking),
            None => frame::uncovered(screen),
        }
    }

    fn head<'a>(&'a self, from: &str) -> Element<'a, Message> {
        let back = control::quiet(from)
            .icon(Icon::Back)
            .on_press(Message::Back)
            .id("back");
        let draft = self.draft();
        let title = if draft.title.trim().is_empty() {
            t!("editor-untitled")
        } else {
            draft.title.clone()
        };
        let under = match (&self.said, &self.source) {
            (Some(said), _) => typeface::dense(said.as_str()).style(typeface::accent),
            (None, Source::Shipped) => {
                typeface::dense(t!("editor-shipped")).style(typeface::secondary)
            }
            (None, Source::Frozen) => {
                typeface::dense(t!("editor-frozen")).style(typeface::secondary)
            }
            (None, Source::New) => typeface::dense(t!("editor-new")).style(typeface::secondary),
            (None, Source::File(path, _)) => {
                typeface::dense(path.display().to_string()).style(typeface::secondary)
            }
        };
        // The bar is one line high: a long title is read whole in its own field.
        let one_line = |text: typeface::Text<'a>| {
            container(text.wrapping(iced::widget::text::Wrapping::None)).clip(true)
        };
        let titles =
            column![one_line(typeface::section(title)), one_line(under)].width(Length::Fill);
        let mut bar = row![Element::from(back), titles]
            .spacing(space::L)
            .align_y(Alignment::Center);
        if self.is_open() {
            let (undo, redo) = self.revisions.ways();
            let state: Element<'a, Message> = if self.is_changed() {
                signed_in(
                    Icon::Pencil,
                    typeface::dense(t!("editor-changed")),
                    typeface::alert,
                )
            } else {
                signed_in(
                    Icon::Check,
                    typeface::dense(t!("editor-unchanged")),
                    typeface::done,
                )
            };
            let tip = |what: &str, command: Command| {
                t!("editor-tip", what = t!(what), key = command.key())
            };
            bar = bar
                .push(state)
                .push(control::sign(
                    Icon::Undo,
                    tip("command-undo", Command::Undo),
                    undo.then_some(Message::Undo),
                ))
                .push(control::sign(
                    Icon::Redo,
                    tip("command-redo", Command::Redo),
                    redo.then_some(Message::Redo),
                ))
                .push(Element::from(
                    control::secondary(t!("editor-save-as"))
                        .on_press(Message::SaveAs)
                        .id("save-as"),
                ))
                .push(Element::from(
                    control::primary(t!("editor-save"))
                        .key(Command::Save.key())
                        .on_press_maybe(self.is_changed().then_some(Message::Save))
                        .id("save"),
                ));
        } else {
            bar = bar
                .push(signed(Icon::Lock, typeface::dense(t!("editor-read-only"))))
                .push(Element::from(
                    control::primary(t!("grids-duplicate"))
                        .key(Command::Duplicate.key())
                        .on_press(Message::Duplicate)
                        .id("duplicate"),
                ));
        }
        bar = bar.push(Element::from(
            control::secondary("?").on_press(Message::Help).id("help"),
        ));
        container(bar)
            .padding([0.0, space::L])
            .height(HEAD)
            .width(Length::Fill)
            .align_y(Alignment::Center)
            .style(look::surface)
            .into()
    }

    fn form(&self) -> Element<'_, Message> {
        let draft = self.draft();
        let mut page =
            column![typeface::heading(words::grid_part(draft, self.part))].spacing(space::M);
        for fault in &self.faults {
            // What is wrong with the part as a whole is said at its head.
            let here = draft.locate(&fault.place) == self.part;
            let in_field = self
                .inputs()
                .iter()
                .any(|input| input.field.place(draft) == fault.place);
            if here && !in_field {
                page = page.push(frame::notice(typeface::dense(words::fault(fault))));
            }
        }
        for item in form::form(draft, self.part) {
            page = page.push(self.item(item));
        }
        let page = container(page)
            .padding([space::L, space::XL])
            .width(Length::Fill);
        container(scrolled(page, "form"))
            .width(Length::Fill)
            .height(Length::Fill)
            .style(look::surface)
            .into()
    }

    fn item(&self, item: Item) -> Element<'_, Message> {
        let open = self.is_open();
        match item {
            Item::Head(words) => column![gap().height(space::XS), line(), typeface::label(words)]
                .spacing(space::S)
                .into(),
            Item::Note(words) => typeface::dense(words).style(typeface::secondary).into(),
            Item::Line(inputs) => row(inputs.into_iter().map(|input| self.input_view(input)))
                .spacing(space::L)
                .into(),
            Item::Entry(title, list, index, count) => self.entry(title, list, index, count),
            Item::Add(label, list) if open => Element::from(
                control::secondary(label)
                    .dense()
                    .icon(Icon::Plus)
                    .on_press(Message::Change(Change::Add(list, None)))
                    .id(Id::from(format!("add-{list:?}"))),
            ),
            Item::Button(label, change) if open => Element::from(
                control::secondary(label)
                    .dense()
                    .on_press(Message::Change(change)),
            ),
            Item::Decide(yes) if open => {
                let key = if yes {
                    "editor-decide"
                } else {
                    "editor-undecide"
                };
                Element::from(
                    control::secondary(t!(key))
                        .dense()
                        .on_press(Message::Decide(yes)),
                )
            }
            Item::Add(..) | Item::Button(..) | Item::Decide(_) => gap().height(0).into(),
        }
    }

    /// The head of an entry, with what moves it and takes it away.
    fn entry(&self, title: String, list: List, index: usize, count: usize) -> Element<'_, Message> {
        let mut bar = row![container(typeface::dense_bold(title)).width(Length::Fill)]
            .spacing(space::XS)
            .height(space::BUTTON)
            .align_y(Alignment::Center);
        if self.is_open() {
            let up = Change::Move(list, index, Step::Up);
            let down = Change::Move(list, index, Step::Down);
            bar = bar
                .push(control::sign(
                    Icon::Up,
                    t!("editor-up"),
                    (index > 0).then_some(Message::Change(up)),
                ))
                .push(control::sign(
                    Icon::Down,
                    t!("editor-down"),
                    (index + 1 < count).then_some(Message::Change(down)),
                ))
                .push(Element::from(
                    control::secondary(t!("editor-remove"))
                        .on_press(Message::Change(Change::Remove(list, index)))
                        .id(Id::from(format!("remove-{list:?}-{index}"))),
                ));
        }
        container(bar)
            .padding([0.0, space::S])
            .width(Length::Fill)
            .style(look::hollow)
            .into()
    }

    fn input_view(&self, input: Input) -> Element<'_, Message> {
        let draft = self.draft();
        let place = input.field.place(draft);
        let fault = self.faults.iter().find(|fault| fault.place == place);
        let wrong = self.refused.get(&input.field).cloned();
        let wrong = wrong.or_else(|| fault.map(words::fault));
        if let Shape::Flag(on) = input.shape {
            let change = Change::Set(input.field, Value::Flag(!on));
            let press = self.is_open().then_some(Message::Change(change));
            let check = control::check(input.label, on, press).id(id(input.field));
            let mut field = column![Element::from(check)].spacing(2).width(Length::Fill);
            if let Some(note) = input.note {
                field = field.push(typeface::reference(note).style(typeface::secondary));
            }
            return field.push(wrong.map(reason)).into();
        }
        let mut field = column![typeface::reference_strong(input.label.clone())]
            .spacing(space::XS)
            .width(Length::Fill);
        if self.is_open() {
            field = field.push(self.control(&input, wrong.is_some()));
        } else {
            // What is only read is read as a text, not as a field that refuses to be written in.
            let text = input.text();
            let text = if text.trim().is_empty() {
                t!("editor-empty")
            } else {
                text
            };
            field = field.push(typeface::body(text));
        }
        match (wrong, input.note) {
            (Some(wrong), _) => field = field.push(reason(wrong)),
            (None, Some(note)) if self.is_open() => {
                field = field.push(typeface::reference(note).style(typeface::secondary));
            }
            _ => {}
        }
        field.into()
    }

    fn control<'a>(&'a self, input: &Input, invalid: bool) -> Element<'a, Message> {
        let field = input.field;
        match &input.shape {
            Shape::Area(_) | Shape::Lines(_) => match self.areas.get(&field) {
                Some(content) => text_editor(content)
                    .id(id(field))
                    .on_action(move |action| Message::Area(field, action))
                    .padding([7.0, 10.0])
                    .size(typeface::BODY)
                    .font(typeface::REGULAR)
                    .style(if invalid {
                        style::field::editor_invalid
                    } else {
                        style::field::editor
                    })
                    .into(),
                None => gap().height(0).into(),
            },
            Shape::Choice(words, at) => {
                let choices = words.iter().enumerate().map(|(index, word)| {
                    let change = Change::Set(field, Value::Choice(index));
                    let radio =
                        control::radio(word.clone(), index == *at, Some(Message::Change(change)));
                    let radio = if index == 0 {
                        radio.id(id(field))
                    } else {
                        radio
                    };
                    radio.into()
                });
                row(choices).spacing(space::S).wrap().into()
            }
            Shape::Pick(names, at, may_miss) => pick(field, names, *at, *may_miss),
            Shape::Line(_) | Shape::Number(..) | Shape::Count(..) | Shape::Duration(_) => {
                let own = input.text();
                let text = self.typed.get(&field).unwrap_or(&own);
                text_input("", text)
                    .id(id(field))
                    .on_input(move |text| Message::Typed(field, text))
                    .padding([7.0, 10.0])
                    .size(typeface::BODY)
                    .font(typeface::REGULAR)
                    .style(if invalid {
                        style::field::invalid
                    } else {
                        style::field::input
                    })
                    .into()
            }
            Shape::Flag(_) => gap().height(0).into(),
        }
    }
}

/// One among many: the one that is chosen, and the way to those before and after.
fn pick<'a>(
    field: Field,
    names: &[String],
    at: Option<usize>,
    may_miss: bool,
) -> Element<'a, Message> {
    let set = |at: Option<usize>| Message::Change(Change::Set(field, Value::Pick(at)));
    let before = match at {
        Some(0) => may_miss.then(|| set(None)),
        Some(at) => Some(set(Some(at - 1))),
        None => None,
    };
    let next = at.map_or(0, |at| at + 1);
    let after = (next < names.len()).then(|| set(Some(next)));
    let chosen = at.and_then(|at| names.get(at)).cloned();
    let chosen = chosen.unwrap_or_else(|| t!("editor-none"));
    let first = if before.is_some() { 0 } else { 1 };
    let ends = [
        (Icon::Back, "editor-before", before),
        (Icon::Forward, "editor-after", after),
    ];
    let mut signs = ends
        .into_iter()
        .enumerate()
        .map(|(index, (sign, tip, press))| {
            let own = (index == first).then(|| id(field));
            control::sign_named(sign, t!(tip), press, own)
        });
    let name = container(typeface::strong(chosen))
        .padding([7.0, 10.0])
        .width(Length::Fill)
        .style(look::framed);
    row![signs.next(), name, signs.next()]
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .into()
}

/// Height of the head.
const HEAD: f32 = 60.0;
