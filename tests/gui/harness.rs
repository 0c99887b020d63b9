//! The window for tests: work is done at once, dialogs give what they are told to, nothing is read from the machine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Theme, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, LazyRenderer};
use paragone::comparison::{Comparison, Edits, Options};
use paragone::gui::Start;
use paragone::gui::app::{App, Services, dress};
use paragone::gui::command::Command;
use paragone::gui::jobs::Task;
use paragone::gui::settings::{Mode, Settings, ThemeChoice};
use paragone::load::{RawArticle, Source};
use paragone::text::Pair;

use crate::fixture;
use crate::raster::Raster;

pub type Window = Harness<'static, App>;

/// The window on its welcome page.
pub fn window() -> Window {
    window_with(Vec::new(), Start::default(), (1200.0, 760.0))
}

/// The same with files that its dialogs give, sources to start with, and a size.
pub fn window_with(files: Vec<PathBuf>, start: Start, size: (f32, f32)) -> Window {
    window_of(Services::fake(files), start, size)
}

/// The same with services of its own.
pub fn window_of(services: Services, start: Start, size: (f32, f32)) -> Window {
    let settings = Settings { theme: ThemeChoice::Light, hint_read: true, mode: Mode::Rows, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(vec2(size.0, size.1))
        .with_theme(Theme::Light)
        .with_max_steps(12)
        .with_render_cursor(false)
        .renderer(LazyRenderer::new(Raster::default))
        .with_context_setup(dress)
        .build_ui_state(
            |ui, app: &mut App| {
                app.catch_up(&ui.ctx().clone());
                app.draw(&mut whole_window(ui));
            },
            App::with_settings(services, settings),
        );
    let ctx = window.ctx.clone();
    window.state_mut().begin(&ctx, start);
    window.run();
    window
}

/// The whole window, as the real one has it: the harness leaves a margin around what it shows.
fn whole_window(ui: &mut egui::Ui) -> egui::Ui {
    let window = ui.ctx().content_rect();
    let mut whole = ui.new_child(egui::UiBuilder::new().max_rect(window));
    whole.set_clip_rect(window);
    whole
}

/// The window with the comparison made by hand.
pub fn comparing() -> Window {
    showing(fixture::comparison(), (1200.0, 760.0))
}

/// The window of a size with a comparison made elsewhere.
pub fn showing(comparison: Comparison, size: (f32, f32)) -> Window {
    let mut window = window_with(Vec::new(), Start::default(), size);
    let task = task();
    ask(&mut window, Command::Adopt(Box::new(task), Box::new(comparison)));
    window
}

/// What the comparison made by hand was made from.
pub fn task() -> Task {
    Task {
        sources: Pair::new(Source::Pasted("left".to_owned()), Source::Pasted("right".to_owned())),
        articles: Pair::new(
            Arc::new(RawArticle::from_sentences("left.txt", &fixture::LEFT)),
            Arc::new(RawArticle::from_sentences("right.txt", &fixture::RIGHT)),
        ),
        options: Options::default(),
        edits: Edits::default(),
    }
}

/// Has a command done and the window drawn.
pub fn ask(window: &mut Window, command: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().execute(&ctx, vec![command]);
    window.run();
}

/// Presses the button of a name.
pub fn press(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run();
}

/// Chooses an entry of a menu.
pub fn choose(window: &mut Window, menu: &str, entry: &str) {
    press(window, menu);
    window.get_by_label_contains(entry).click();
    window.run();
}

/// Presses a key.
pub fn key(window: &mut Window, key: egui::Key) {
    window.key_press(key);
    window.run();
}

/// Presses a key with Ctrl, or Ctrl and Shift.
pub fn ctrl(window: &mut Window, shift: bool, key: egui::Key) {
    let modifiers = if shift { egui::Modifiers::COMMAND | egui::Modifiers::SHIFT } else { egui::Modifiers::COMMAND };
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Whether some visible text holds these words.
pub fn says(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// A folder for the files of one test; it goes when the test ends.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("the temporary folder can be written to"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file and tells where it lies.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, text).expect("the temporary folder can be written to");
        path
    }
}

/// A file that is dropped onto the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
