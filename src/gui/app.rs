//! Ties state, look and services to eframe: draws, gathers what is asked for, and does it.

use egui::{Context, ThemePreference, ViewportCommand};

use crate::text::Side;

use super::action::Action;
use super::command::{Command, Effect};
use super::dialogs::Dialogs;
use super::jobs::Jobs;
use super::look::Look;
use super::settings::{Settings, ThemeChoice};
use super::state::State;
use super::{Start, theme, view};

/// The program in its window.
pub struct App {
    state: State,
    look: Look,
    services: Services,
    title: String,
}

/// What the window needs from outside.
pub struct Services {
    /// Background work.
    pub jobs: Jobs,
    /// File dialogs.
    pub dialogs: Dialogs,
}

impl Services {
    /// Threads and the desktop's own dialogs.
    pub fn real() -> Self {
        Self { jobs: Jobs::on_threads(), dialogs: Dialogs::native() }
    }

    /// Everything at once and dialogs that give these files, for tests.
    pub fn fake(files: Vec<std::path::PathBuf>) -> Self {
        Self { jobs: Jobs::inline(), dialogs: Dialogs::fake(files) }
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

/// Where the settings lie among what eframe keeps.
const SETTINGS: &str = "paragone-settings";

impl App {
    /// The window at its start.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start, services: Services) -> Self {
        let kept = cc.storage.and_then(|storage| eframe::get_value::<Settings>(storage, SETTINGS));
        dress(&cc.egui_ctx);
        let mut app = Self::with_settings(services, kept.unwrap_or_default());
        app.begin(&cc.egui_ctx, start);
        app
    }

    /// An app with given settings that has opened nothing yet.
    pub fn with_settings(services: Services, settings: Settings) -> Self {
        Self { state: State::new(settings), look: Look::default(), services, title: String::new() }
    }

    /// Takes on its settings and opens what it starts with.
    pub fn begin(&mut self, ctx: &Context, start: Start) {
        self.restyle(ctx);
        for (side, source) in [(Side::Left, start.left), (Side::Right, start.right)] {
            if let Some(source) = source {
                self.execute(ctx, vec![Command::Open(side, source)]);
            }
        }
    }

    /// Does what has arrived from the background; draws nothing.
    pub fn catch_up(&mut self, ctx: &Context) {
        // Inline work begets more work, so until nothing comes back.
        loop {
            let mut arrived = self.services.jobs.finished();
            arrived.extend(self.services.dialogs.finished());
            if arrived.is_empty() {
                break;
            }
            self.execute(ctx, arrived);
        }
    }

    /// Draws the window and does what is asked for in it.
    pub fn draw(&mut self, ui: &mut egui::Ui) {
        let mut asked = view::caret_keys(ui.ctx(), &self.state, &mut self.look);
        asked.extend(pressed(ui.ctx(), &self.state));
        asked.extend(wheel_zoom(ui.ctx(), &mut self.look));
        view::show(ui, &self.state, &mut self.look, &mut asked);
        let ctx = ui.ctx().clone();
        self.execute(&ctx, asked);
    }

    /// What is true.
    pub fn state(&self) -> &State {
        &self.state
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
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::Reveal => self.look.reveal = true,
            Effect::Follow(places) => self.look.rows.moved = Some(places),
            Effect::Restyle => self.restyle(ctx),
            Effect::ForgetDrafts => {
                self.look.drafts = Default::default();
                self.look.paths = Default::default();
            }
            Effect::FocusFind => self.look.focus_find = true,
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
        ctx.request_repaint();
    }

    fn restyle(&self, ctx: &Context) {
        ctx.set_zoom_factor(self.state.settings.zoom);
        ctx.set_theme(match self.state.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.catch_up(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::palette(visuals).panel.to_normalized_gamma_f32()
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, SETTINGS, &self.state.settings);
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

/// Whether a text field means something of its own by the action's keys.
fn is_of_text_fields(action: Action) -> bool {
    matches!(action, Action::Undo | Action::Redo | Action::SelectAll)
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
        .filter(|(action, keys)| !(typing && (keys.conflicts_with_text_editing() || is_of_text_fields(*action))))
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
