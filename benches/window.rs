//! How long the window takes to draw a frame, without the graphics card: `cargo bench --bench window`. It drives the real
//! views over two articles of 5,000 sentences each; what it came to is told in `docs/performance.md`.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Event, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use paragone::comparison::{Edits, Options, compare};
use paragone::gui::app::{App, Services, dress};
use paragone::gui::command::Command;
use paragone::gui::jobs::Task;
use paragone::gui::settings::{Mode, Settings, ThemeChoice};
use paragone::load::{RawArticle, Source};
use paragone::text::{Pair, Side};

mod made_up;

const SENTENCES: usize = 5_000;
const SIZE: Vec2 = vec2(1400.0, 860.0);
const OTHER_SIZE: Vec2 = vec2(1240.0, 860.0);
/// Frames of scrolling that are timed.
const FRAMES: usize = 600;
/// Frames of the welcome page before articles are opened: a tenth of a second.
const FRAMES_BEFORE: usize = 6;

#[allow(clippy::print_stdout, reason = "that is where benchmarks say what they found")]
fn main() {
    let task = task();
    let articles = Pair::new(&*task.articles.left, &*task.articles.right);
    let compared = compare(articles, &task.options, &task.edits);
    println!("{SENTENCES} sentences a side, {} links", compared.alignment.links.len());
    let heads = ["first", "resized", "mean", "median", "p99", "idle"];
    println!("{:14} {}", "mode", heads.map(|head| format!("{head:>12}")).concat());
    for (mode, name) in Mode::ALL {
        let mut window = Window::new(mode);
        window.app.execute(&window.ctx, vec![Command::Adopt(Box::new(task.clone()), Box::new(compared.clone()))]);
        let times = window.times();
        let times = [times.first, times.resized, times.mean, times.median, times.p99, times.idle];
        println!("{name:14} {}", times.map(|time| format!("{time:>12.2?}")).concat());
    }
}

fn task() -> Task {
    let texts = made_up::reports(SENTENCES);
    Task {
        sources: texts.as_ref().map(|text| Source::Pasted((*text).clone())),
        articles: texts.map(|text| Arc::new(RawArticle::from_text("made up", &text))),
        options: Options::default(),
        edits: Edits::default(),
    }
}

/// The processor time of this thread where the system tells it, as other work on the machine does not count; else the
/// time that passes.
struct Clock {
    passed: Instant,
    worked: Option<Duration>,
}

impl Clock {
    fn now() -> Self {
        Self { worked: worked(), passed: Instant::now() }
    }

    fn elapsed(&self) -> Duration {
        let passed = self.passed.elapsed();
        worked().zip(self.worked).map_or(passed, |(now, begun)| now.saturating_sub(begun))
    }
}

/// The processor time of this thread so far, to the nanosecond.
#[cfg(target_os = "linux")]
fn worked() -> Option<Duration> {
    let told = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Some(Duration::new(told.tv_sec.try_into().ok()?, told.tv_nsec.try_into().ok()?))
}

#[cfg(not(target_os = "linux"))]
fn worked() -> Option<Duration> {
    None
}

struct Window {
    ctx: Context,
    app: App,
    size: Vec2,
    time: f64,
}

struct Times {
    first: Duration,
    resized: Duration,
    mean: Duration,
    median: Duration,
    p99: Duration,
    idle: Duration,
}

impl Window {
    fn new(mode: Mode) -> Self {
        let ctx = Context::default();
        dress(&ctx);
        // A screen reader may be listening: its tree is part of the work.
        ctx.enable_accesskit();
        let settings = Settings { mode, theme: ThemeChoice::Light, ..Settings::default() };
        let services = Services { draws_ahead: true, ..Services::fake(Vec::new()) };
        let mut app = App::with_settings(services, settings);
        app.begin(&ctx, Default::default());
        let mut window = Self { ctx, app, size: SIZE, time: 0.0 };
        // The welcome page first, so that fonts and word lists are there as they are when a pair is opened.
        for _ in 0..FRAMES_BEFORE {
            window.frame(Vec::new());
        }
        window
    }

    /// Draws a frame and turns it into triangles, as the graphics card wants them.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let begun = Clock::now();
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| app.draw(ui));
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        begun.elapsed()
    }

    fn times(&mut self) -> Times {
        let first = self.frame(Vec::new());
        self.rest();
        let mut scrolled: Vec<Duration> = (0..FRAMES).map(|_| self.frame(vec![self.wheel()])).collect();
        self.rest();
        let idle = self.frame(Vec::new());
        // From one size to the other and back, each seen for the first time since the text was last laid out for it.
        let sizes = [OTHER_SIZE, SIZE];
        let resized = sizes.map(|size| {
            self.size = size;
            let taken = self.frame(Vec::new());
            self.rest();
            taken
        });
        scrolled.sort_unstable();
        let offset = self.app.look().articles.columns[Side::Left].offset + self.app.look().rows.offset;
        assert!(offset > 1_000.0, "the wheel moved nothing");
        Times {
            first,
            resized: resized[0].max(resized[1]),
            mean: scrolled.iter().sum::<Duration>() / FRAMES as u32,
            median: scrolled[FRAMES / 2],
            p99: scrolled[FRAMES * 99 / 100],
            idle,
        }
    }

    /// Lets what was set off come to rest.
    fn rest(&mut self) {
        for _ in 0..40 {
            self.frame(vec![Event::PointerMoved(pos2(300.0, 500.0))]);
        }
    }

    fn wheel(&self) -> Event {
        Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -60.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        }
    }
}
