//! The pages of a PDF, drawn one at a time by a thread of their own: what a hostile file breaks in the
//! library stays there, and what takes too long is left behind. What a page would cost is counted
//! before it is drawn.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};

use super::{Picture, Unshown};
use crate::dossier::limits::LIMITS;
use crate::dossier::tableau::pdf::guard;

/// The pages of an open PDF. The last one to hold it closes it.
#[derive(Clone)]
pub struct Pages {
    orders: mpsc::Sender<Order>,
    count: usize,
    is_cut: bool,
    late: Late,
}

/// One page to be drawn, and where the drawing goes.
struct Order {
    page: usize,
    width: u32,
    answer: mpsc::Sender<Result<Picture, Unshown>>,
}

/// Whether somebody stopped waiting for the thread of a paper while it worked.
#[derive(Clone, Default)]
struct Late(Arc<AtomicBool>);

/// Threads that nobody waits for any more and that still work. One that never ends costs a core: past
/// a few, no paper is opened.
static LATE: AtomicUsize = AtomicUsize::new(0);

impl Late {
    fn begin(&self) {
        if !self.0.swap(true, Ordering::Relaxed) {
            let _ = LATE.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn end(&self) {
        if self.0.swap(false, Ordering::Relaxed) {
            let _ = LATE.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// Waits for an answer as long as a jury would.
    fn wait<T>(&self, answer: &mpsc::Receiver<T>) -> Result<T, Unshown> {
        answer
            .recv_timeout(LIMITS.patience)
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => {
                    self.begin();
                    Unshown::TooLong
                }
                RecvTimeoutError::Disconnected => Unshown::Damaged,
            })
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pages({})", self.count)
    }
}

impl Pages {
    /// Opens a file.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unshown> {
        // Objects nested as deep as the library allows need more room than a thread has by itself.
        const STACK: usize = 64 << 20;
        if LATE.load(Ordering::Relaxed) >= LIMITS.late {
            return Err(Unshown::TooLong);
        }
        let (orders, received) = mpsc::channel();
        let (opened, told) = mpsc::channel();
        let late = Late::default();
        let worker = late.clone();
        let _ = thread::Builder::new()
            .name("pages".to_owned())
            .stack_size(STACK)
            .spawn(move || {
                serve(bytes, &received, &opened, &worker);
                worker.end();
            })
            .map_err(|_| Unshown::TooLarge)?;
        let count = late.wait(&told)??;
        Ok(Self {
            orders,
            count: count.min(LIMITS.shown_pages),
            is_cut: count > LIMITS.shown_pages,
            late,
        })
    }

    /// Returns how many pages are shown.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns whether there are more, that are not shown.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Draws a page, counted from 0, so many pixels wide. Never on the window's own thread.
    pub fn draw(&self, page: usize, width: u32) -> Result<Picture, Unshown> {
        let (answer, drawn) = mpsc::channel();
        let order = Order {
            page,
            width,
            answer,
        };
        self.orders.send(order).map_err(|_| Unshown::Damaged)?;
        self.late.wait(&drawn)?
    }
}

/// Opens the file, says how many pages it has, then draws those that are asked for until nobody holds
/// the paper any more.
fn serve(
    bytes: Vec<u8>,
    orders: &mpsc::Receiver<Order>,
    opened: &mpsc::Sender<Result<usize, Unshown>>,
    late: &Late,
) {
    // Fonts and pictures are kept from page to page, but not those of a whole book.
    const KEPT: usize = 24;
    let loaded = catch_unwind(|| load(bytes)).unwrap_or(Err(Unshown::Damaged));
    let pdf = match loaded {
        Ok(pdf) => pdf,
        Err(cause) => {
            let _ = opened.send(Err(cause));
            return;
        }
    };
    let pages = pdf.pages();
    let _ = opened.send(Ok(pages.len()));
    late.end();
    let mut cache = RenderCache::new();
    let mut n_drawn = 0usize;
    while let Ok(order) = orders.recv() {
        n_drawn += 1;
        if n_drawn.is_multiple_of(KEPT) {
            cache = RenderCache::new();
        }
        let drawing = || match pages.get(order.page) {
            Some(page) => draw(page, order.width, &cache),
            None => Err(Unshown::Damaged),
        };
        let drawn = catch_unwind(AssertUnwindSafe(drawing)).unwrap_or_else(|_| {
            // Whatever the library was doing with it when it gave up.
            n_drawn = KEPT - 1;
            Err(Unshown::Damaged)
        });
        let _ = order.answer.send(drawn);
        late.end();
    }
}

fn load(bytes: Vec<u8>) -> Result<Pdf, Unshown> {
    guard::weigh(&bytes)?;
    guard::weigh_pictures(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unshown::Encrypted,
        LoadPdfError::Invalid => Unshown::Damaged,
    })?;
    if pdf.pages().is_empty() {
        return Err(Unshown::Damaged);
    }
    Ok(pdf)
}

fn draw<'a>(page: &'a Page<'a>, width: u32, cache: &RenderCache<'a>) -> Result<Picture, Unshown> {
    // No printer has pages of a hundred metres.
    const LONGEST: f32 = 300_000.0;
    let (across, down) = page.render_dimensions();
    let is_length = |length: f32| (1.0..LONGEST).contains(&length);
    if !is_length(across) || !is_length(down) {
        return Err(Unshown::TooLarge);
    }
    if let Some(content) = page.page_stream() {
        let mut bill = Bill::default();
        let _ = bill.count(content, page.resources(), 0)?;
    }
    let (across, down) = (f64::from(across), f64::from(down));
    #[expect(clippy::cast_precision_loss, reason = "a number of pixels")]
    let most = (LIMITS.drawn as f64 / (across * down)).sqrt();
    let scale = (f64::from(width) / across).min(most);
    let side = |length: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "bounded on both sides"
        )]
        let side = (length * scale).round().clamp(1.0, 16_000.0) as u16;
        side
    };
    let (across, down) = (side(across), side(down));
    #[expect(clippy::cast_possible_truncation, reason = "a scale")]
    let scale = scale as f32;
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(across),
        height: Some(down),
        bg_color: WHITE,
    };
    let pixels = hayro::render(page, cache, &InterpreterSettings::default(), &settings);
    Ok(Picture {
        width: u32::from(across),
        height: u32::from(down),
        // The ground is opaque, so premultiplied colours are the colours.
        rgba: pixels.data_as_u8_slice().to_vec(),
    })
}

/// Counts the operators that a page carries out before any of them is: a form is counted once, and
/// each time it is drawn again.
#[derive(Default)]
struct Bill {
    forms: HashMap<ObjectIdentifier, usize>,
}

impl Bill {
    fn count(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<usize, Unshown> {
        if depth > LIMITS.forms {
            return Err(Unshown::TooLarge);
        }
        let mut own = 0usize;
        let mut operators = TypedIter::new(content);
        while let Some(operator) = operators.next() {
            own = own.saturating_add(match operator {
                Op::XObject(name) => self.form(name.0, resources, depth)?,
                Op::InlineImage(image) => inline(image.0)?,
                _ => 1,
            });
            if own > LIMITS.page_operators {
                return Err(Unshown::TooLarge);
            }
        }
        Ok(own)
    }

    fn form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<usize, Unshown> {
        let Some(form) = resources.get_x_object(name) else {
            return Ok(1);
        };
        let kind = form.dict().get::<Name<'_>>("Subtype");
        if kind.is_none_or(|kind| kind.as_ref() != b"Form") {
            return Ok(1);
        }
        if let Some(known) = self.forms.get(&form.obj_id()) {
            return Ok(*known);
        }
        let Ok(content) = form.decoded() else {
            return Ok(1);
        };
        let own = form.dict().get::<Dict<'_>>("Resources").unwrap_or_default();
        let own = Resources::from_parent(own, resources.clone());
        let cost = self.count(&content, &own, depth + 1)?.saturating_add(1);
        let _ = self.forms.insert(form.obj_id(), cost);
        Ok(cost)
    }
}

/// An image written within the drawing was not weighed with the others.
fn inline(image: &Stream<'_>) -> Result<usize, Unshown> {
    let side = |long: &str, short: &str| {
        let dict = image.dict();
        let side = dict.get::<u32>(long).or_else(|| dict.get::<u32>(short));
        u64::from(side.unwrap_or(0))
    };
    let pixels = side("Width", "W").saturating_mul(side("Height", "H"));
    if pixels > LIMITS.decoded || image.raw_data().len() > LIMITS.inline {
        return Err(Unshown::TooLarge);
    }
    Ok(1)
}
