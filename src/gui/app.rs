//! Ties state, look and services to eframe: draws, gathers what is asked for, and does it.

mod files;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use egui::{ColorImage, Context, Key, KeyboardShortcut, ThemePreference, ViewportCommand};

use crate::text::Side;

use super::action::Action;
use super::autosave::Autosave;
use super::clipboard::{self, Clipboard};
use super::command::{Command, Effect};
use super::dialogs::Dialogs;
use super::export::Outgoing;
use super::jobs::Jobs;
use super::keeper::{self, Keeper};
use super::look::Look;
use super::model::RowKey;
use super::projects::Order;
use super::settings::{Settings, ThemeChoice};
use super::state::{Page, State};
use super::theme::Wishes;
use super::{Start, glyphs, picture, place, theme, view, wheel};

/// The program in its window.
pub struct App {
    state: State,
    look: Look,
    services: Services,
    title: String,
    /// The window is where it can be seen.
    placed: bool,
    /// When unsaved work is to be kept aside.
    autosave: Autosave,
    /// The files that the keeper holds for this window.
    held: BTreeSet<PathBuf>,
    /// The next face whose letters are drawn ahead; none before the first frame.
    next_face: Option<usize>,
}

/// What the window needs from outside.
pub struct Services {
    /// Background work.
    pub jobs: Jobs,
    /// File dialogs.
    pub dialogs: Dialogs,
    /// What can be pasted and copied besides plain text.
    pub clipboard: Clipboard,
    /// Projects on the disk.
    pub keeper: Keeper,
    /// Letters that no bundled face has are looked for among the system's.
    pub system_fonts: bool,
    /// Letters are drawn before they are needed.
    pub draws_ahead: bool,
}

impl Services {
    /// Threads and the desktop's own dialogs.
    pub fn real() -> Self {
        Self {
            jobs: Jobs::on_threads(),
            dialogs: Dialogs::native(),
            clipboard: Clipboard::native(),
            keeper: Keeper::on_thread(keeper::usual_folder()),
            system_fonts: true,
            draws_ahead: true,
        }
    }

    /// Everything at once and dialogs that give these files, for tests.
    pub fn fake(files: Vec<PathBuf>) -> Self {
        Self {
            jobs: Jobs::inline(),
            dialogs: Dialogs::fake(files),
            clipboard: Clipboard::fake(None),
            keeper: Keeper::inline(None),
            system_fonts: false,
            draws_ahead: false,
        }
    }
}

/// Gives a window the fonts, sizes and colours of the program.
pub fn dress(ctx: &Context) {
    theme::install(ctx);
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.fallback_theme = egui::Theme::Light;
    });
}

/// How often a reading is asked how far it is: often enough to be seen moving, seldom enough to cost nothing.
const PROGRESS: Duration = Duration::from_millis(100);

/// Where the settings lie among what eframe keeps.
const SETTINGS: &str = "paragone-settings";

impl App {
    /// The window at its start.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start, services: Services) -> Self {
        let kept = cc.storage.and_then(|storage| storage.get_string(SETTINGS));
        dress(&cc.egui_ctx);
        let settings = kept.map(|text| Settings::read(&text)).unwrap_or_default();
        let mut app = Self::with_settings(services, settings);
        app.begin(&cc.egui_ctx, start);
        app
    }

    /// An app with given settings that has opened nothing yet.
    pub fn with_settings(services: Services, settings: Settings) -> Self {
        Self {
            state: State::new(settings),
            look: Look::default(),
            services,
            title: String::new(),
            placed: false,
            autosave: Autosave::default(),
            held: BTreeSet::new(),
            next_face: None,
        }
    }

    /// Takes on its settings, looks for work that was left unsaved, and opens what it starts with.
    pub fn begin(&mut self, ctx: &Context, start: Start) {
        self.restyle(ctx);
        self.services.keeper.order(Order::Search, ctx);
        for (side, source) in [(Side::Left, start.left), (Side::Right, start.right)] {
            if let Some(source) = source {
                self.execute(ctx, vec![Command::Open(side, source)]);
            }
        }
    }

    /// Does what has arrived from the background; draws nothing.
    pub fn catch_up(&mut self, ctx: &Context) {
        self.execute(ctx, self.services.jobs.reached());
        // Inline work begets more work, so until nothing comes back.
        loop {
            let mut arrived = self.services.jobs.finished();
            arrived.extend(self.services.dialogs.finished());
            arrived.extend(self.services.keeper.finished());
            if arrived.is_empty() {
                break;
            }
            self.execute(ctx, arrived);
        }
        self.heed_window(ctx);
        if self.services.jobs.is_reading() {
            ctx.request_repaint_after(PROGRESS);
        }
    }

    /// Draws the window and does what is asked for in it.
    pub fn draw(&mut self, ui: &mut egui::Ui) {
        let mut asked = Vec::new();
        // What lies under a question does not hear the keys.
        if !self.state.is_asked() {
            asked.extend(view::caret_keys(ui.ctx(), &self.state, &mut self.look));
            asked.extend(pressed(ui.ctx(), &self.state));
            asked.extend(clipboard::pasted(ui.ctx(), &self.state, &self.look, &self.services.clipboard));
        }
        asked.extend(wheel_zoom(ui.ctx(), &mut self.look));
        asked.extend(self.letters_missing(ui.ctx()).map(Command::Warn));
        view::show(ui, &self.state, &mut self.look, &mut asked);
        let ctx = ui.ctx().clone();
        self.draw_ahead(&ctx);
        self.execute(&ctx, asked);
    }

    /// While there is nothing to read yet, draws letters that reading will need: those of a face in each frame after the
    /// first, which is not to wait for them.
    fn draw_ahead(&mut self, ctx: &Context) {
        if !self.services.draws_ahead || self.state.page != Page::Welcome {
            return;
        }
        if self.next_face.is_none_or(|face| glyphs::draw_ahead(ctx, face)) {
            self.next_face = Some(self.next_face.map_or(0, |face| face + 1));
            ctx.request_repaint();
        }
    }

    /// A picture of a row. Faces of the system are looked for only where the window may use them, too.
    fn picture(&self, row: RowKey) -> Option<ColorImage> {
        picture::of_row(&self.state, row, self.services.system_fonts)
    }

    fn save_picture(&mut self, (row, file, replace): (RowKey, PathBuf, bool), ctx: &Context) {
        match self.picture(row).map(|picture| picture::png(&picture)) {
            Some(Ok(bytes)) => {
                self.services.keeper.order(Order::Export(Outgoing::Picture(bytes), file, replace), ctx);
            }
            Some(Err(why)) => self.state.warn(why),
            None => {}
        }
    }

    /// What is to be said of letters that cannot be shown, once for each new comparison.
    fn letters_missing(&mut self, ctx: &Context) -> Option<String> {
        let open = self.state.open.as_ref().filter(|_| std::mem::take(&mut self.look.unchecked))?;
        glyphs::missing(ctx, open.comparison.documents.as_ref())
    }

    /// What is true.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was copied with its form.
    pub fn clipboard(&self) -> &Clipboard {
        &self.services.clipboard
    }

    /// How it is shown.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// Does what is asked for, and what follows from it.
    pub fn execute(&mut self, ctx: &Context, commands: Vec<Command>) {
        for command in commands {
            for effect in self.state.apply(command) {
                self.carry_out(ctx, effect);
            }
        }
        self.services.jobs.keep(|generation| self.state.awaits(generation));
        self.keep_files(ctx);
        let title = self.state.title();
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Load(side, generation, source) => self.services.jobs.load(side, generation, source, ctx),
            Effect::Compare(generation, task) => self.services.jobs.compare(generation, *task, ctx),
            Effect::AskForFiles(target) => self.services.dialogs.open(target, ctx),
            Effect::Order(order) => {
                if matches!(order, Order::TakeOver(..)) {
                    self.autosave.note_kept();
                }
                self.services.keeper.order(order, ctx);
            }
            Effect::AskWhere(suggestion) => self.services.dialogs.save(suggestion, ctx),
            Effect::FillPlace(suggestion) => {
                self.look.place = suggestion.path(std::env::home_dir().unwrap_or_default()).display().to_string();
                self.look.focus_place = true;
            }
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::CopyRich(rich) => {
                if !self.services.clipboard.put(&rich) {
                    ctx.copy_text(rich.plain);
                }
            }
            Effect::CopyPicture(row) => {
                if let Some(picture) = self.picture(row) {
                    ctx.copy_image(picture);
                }
            }
            Effect::SavePicture(row, file, replace) => self.save_picture((row, file, replace), ctx),
            Effect::FocusWriting => self.look.focus_writing = true,
            Effect::CheckLetters => self.look.unchecked = true,
            Effect::Reveal => self.look.reveal = true,
            Effect::Show(place, side) => self.look.show = Some((place, side)),
            Effect::Follow(places) => self.look.rows.moved = Some(places),
            Effect::Restyle => self.restyle(ctx),
            Effect::ForgetDrafts => {
                self.look.drafts = Default::default();
                self.look.paths = Default::default();
            }
            Effect::RequestPaste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Effect::FillPath(side, address) => self.look.paths[side] = address,
            Effect::FocusAddress => self.look.focus_address = true,
            Effect::FocusFind => self.look.focus_find = true,
            Effect::FreshSheet => self.look.sheet = Default::default(),
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
        ctx.request_repaint();
    }

    fn restyle(&self, ctx: &Context) {
        let settings = &self.state.settings;
        ctx.set_zoom_factor(settings.zoom);
        theme::wear(ctx, Wishes { high_contrast: settings.high_contrast, still: settings.still });
        ctx.set_theme(match settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.placed = self.placed || place::bring_back(ctx);
        self.catch_up(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        if self.state.settings.still {
            input.events = ctx.options(|options| wheel::at_once(std::mem::take(&mut input.events), options));
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::palette(visuals).panel.to_normalized_gamma_f32()
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        storage.set_string(SETTINGS, self.state.settings.written());
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end(&Context::default());
    }
}

/// Ctrl and the wheel change the size, a step at a time.
fn wheel_zoom(ctx: &Context, look: &mut Look) -> Option<Command> {
    look.zooming += ctx.input(|input| input.zoom_delta()).ln();
    let action = if look.zooming >= WHEEL_STEP {
        Action::ZoomIn
    } else if look.zooming <= -WHEEL_STEP {
        Action::ZoomOut
    } else {
        return None;
    };
    look.zooming = 0.0;
    Some(Command::Do(action))
}

/// The logarithm of the factor that makes a step, about a tenth larger or smaller.
const WHEEL_STEP: f32 = 0.1;

/// Whether a text field means something of its own by the keys. It means nothing by F1 and its like.
fn is_typed(keys: KeyboardShortcut) -> bool {
    keys.conflicts_with_text_editing() && !(Key::F1..=Key::F35).contains(&keys.logical_key)
}

/// Whether a text field means something of its own by the action's keys.
fn is_of_text_fields(action: Action) -> bool {
    matches!(action, Action::Undo | Action::Redo | Action::TakeOut | Action::SelectAll)
}

/// The actions whose keys were pressed. Keys with more modifiers go first, as Ctrl+Z would take Ctrl+Shift+Z;
/// while a text is being typed, keys that mean something there are left alone.
fn pressed(ctx: &Context, state: &State) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let popup = egui::Popup::is_any_open(ctx);
    let mut keys: Vec<_> = Action::ALL
        .into_iter()
        .flat_map(|action| action.shortcuts().iter().map(move |keys| (action, *keys)))
        .filter(|(action, _)| action.enabled(state))
        .filter(|(action, _)| state.sheet.is_none() || action.works_over_sheets())
        .filter(|(action, keys)| !(typing && (is_typed(*keys) || is_of_text_fields(*action))))
        .filter(|(_, keys)| !(popup && keys.modifiers.is_none()))
        .collect();
    keys.sort_by_key(|(_, keys)| {
        let m = keys.modifiers;
        std::cmp::Reverse([m.alt, m.ctrl, m.shift, m.mac_cmd, m.command].into_iter().filter(|&held| held).count())
    });
    let mut asked = Vec::new();
    for (action, shortcut) in keys {
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            asked.push(Command::Do(action));
        }
    }
    asked
}
