//! Every size and distance of the window, and how its controls look. The colours are in [`colours`]; nothing outside
//! the theme may write either.

mod colours;
mod scale;
#[cfg(test)]
mod vision;

pub use colours::{Palette, Strength, palette};
pub use scale::{BODY, HEADING, LOUD, NOTE, SMALL, TINY, TITLE, line, margin, round, space};

use egui::style::{ScrollAnimation, ScrollStyle};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Vec2, Visuals, vec2,
};

use crate::clean::Role;

use super::fonts::{self, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_ITALIC};

/// Sizes and distances, in points.
pub mod size {
    use egui::{Vec2, vec2};

    /// Between the edge of a pane and what is in it.
    pub const PAD: f32 = 14.0;
    /// Above and below the text of a row.
    pub const ROW_PAD: f32 = 11.0;
    /// Between two sentences of one side of a row.
    pub const BETWEEN_SENTENCES: f32 = 7.0;
    /// The margin in which sentence numbers stand.
    pub const NUMBERS: f32 = 30.0;
    /// Between the two columns.
    pub const GUTTER: f32 = 64.0;
    /// A column is never wider than a line that reads well.
    pub const WIDEST_TEXT: f32 = 680.0;
    /// A line that says what was left out or put back.
    pub const SIGN: f32 = 26.0;
    /// A column of running text is never wider: 60 to 75 characters a line.
    pub const COLUMN: f32 = 544.0;
    /// Between two paragraphs of running text.
    pub const BETWEEN_PARAGRAPHS: f32 = 11.0;
    /// The sign of a link in the gutter, from its middle to its edge.
    pub const LINK: f32 = 10.0;
    /// A menu over the text.
    pub const MENU: f32 = 200.0;
    /// The map of an article beside it.
    pub const MAP: f32 = 16.0;
    /// The bar of actions under a chosen row.
    pub const STRIP: f32 = 40.0;
    /// The bar that marks the chosen row.
    pub const CHOSEN_BAR: f32 = 3.0;
    /// Narrower than this the findings stand below the text instead of beside it.
    pub const BESIDE: f32 = 820.0;
    /// Lower than this, only what is needed most is shown around the text.
    pub const LOW: f32 = 520.0;
    /// The list of findings, beside the text.
    pub const LEDGER: f32 = 350.0;
    /// A command in the list of all commands.
    pub const COMMAND: f32 = 30.0;
    /// A button in a list.
    pub const BUTTON: f32 = 26.0;
    /// How thick the caret is.
    pub const CARET: f32 = 1.6;
    /// The indent of list items, in which the bullet stands.
    pub const BULLET: f32 = 16.0;
    /// The widest the welcome page gets.
    pub const WELCOME: f32 = 960.0;

    /// The button that is wanted most.
    pub const PRIMARY: Vec2 = vec2(150.0, 36.0);
    /// A large button beside it.
    pub const SECONDARY: Vec2 = vec2(110.0, 36.0);
    /// The dot that says that something is not saved.
    pub const UNSAVED: f32 = 7.0;
    /// Half of the root of a link that is being drawn.
    pub const ROOT: f32 = 6.0;
    /// Half of the ground under a sign on a ribbon.
    pub const SIGN_GROUND: f32 = 8.0;
    /// A line of chips, signs or settings.
    pub const LINE: f32 = 22.0;
    /// A line of facts, which stand close.
    pub const LOW_LINE: f32 = 18.0;
    /// A line of names over a picture.
    pub const NAME: f32 = 16.0;
    /// What a setting is called, beside its value.
    pub const SETTING: f32 = 150.0;
    /// A button that makes a value larger or smaller.
    pub const STEP: f32 = 28.0;
    /// The value between two such buttons.
    pub const VALUE: f32 = 74.0;
    /// A menu of the bar, or of the line at the bottom.
    pub const MENU_OF_BAR: f32 = 250.0;
    /// The menu of sentences that were split and joined.
    pub const CORRECTIONS: f32 = 320.0;
    /// Two sentences that are shown while something is pointed at.
    pub const TOOLTIP: f32 = 360.0;
    /// Messages, which are whole sentences.
    pub const MESSAGE: f32 = 420.0;
    /// A field for a few words.
    pub const FIELD: f32 = 220.0;
    /// A field for a word.
    pub const SHORT_FIELD: f32 = 110.0;
    /// A page that lies over the window leaves this much of it free on both sides together.
    pub const AROUND_SHEET: f32 = 80.0;
    /// What stands above and below the field for pasting, in a card of the welcome page.
    pub const AROUND_DRAFT: f32 = 92.0;
    /// The bar before the title of such a card.
    pub const TITLE_BAR: f32 = 20.0;
    /// The bar that fills while something is read.
    pub const PROGRESS: f32 = 6.0;
    /// The large row, at least.
    pub const DETAIL: f32 = 140.0;
    /// A panel above or below the text is never lower.
    pub const LOWEST_PANEL: f32 = 110.0;
    /// The list of findings below the text, where the reader wants it low.
    pub const LOWEST_LIST: f32 = 90.0;
    /// A panel beside the text is never narrower.
    pub const NARROWEST_PANEL: f32 = 240.0;
    /// The tint behind words reaches this far beyond them.
    pub const AROUND_WORDS: Vec2 = vec2(1.0, 0.0);
    /// The bullet of a list, from its middle to its edge.
    pub const DOT: f32 = 2.4;
    /// The end of a line that is chosen in a picture.
    pub const KNOB: f32 = 4.0;
    /// A sample of a colour beside what it means.
    pub const SWATCH: f32 = 12.0;
    /// The sign of a link that only the program stands behind.
    pub const HOLLOW_SIGN: f32 = 4.5;
    /// The sign of a link that the reader stands behind.
    pub const FULL_SIGN: f32 = 7.5;

    /// How wide a pane must be for two columns of lines of so many letters, and everything around them.
    pub fn pane(letters: usize) -> f32 {
        2.0 * (letters as f32 * LETTER + NUMBERS + PAD) + GUTTER
    }

    /// About how wide a letter of the reading face is on average in its usual size.
    const LETTER: f32 = 8.4;
}

/// The font of a passage that is looked at word by word, and its line height.
pub fn reading_large() -> (FontId, f32) {
    (FontId::new(21.0, FontFamily::Name(SERIF.into())), 31.0)
}

/// The font of a sentence by its part in the article, and its line height.
pub fn reading(role: Role) -> (FontId, f32) {
    let name = match role {
        Role::Headline | Role::Subheading => SERIF_BOLD,
        Role::Caption => SERIF_ITALIC,
        Role::Lead | Role::Body | Role::List => SERIF,
    };
    let (points, line) = reading_size(role);
    (FontId::new(points, fonts::family(name)), line)
}

/// The size of that font and its line height alone: the heights of thousands of sentences are estimated by them at once.
pub fn reading_size(role: Role) -> (f32, f32) {
    let (points, leading) = match role {
        Role::Headline => (22.0, 1.28),
        Role::Subheading => (16.5, 1.5),
        Role::Caption => (14.5, 1.5),
        Role::Lead | Role::Body | Role::List => (16.0, 1.5),
    };
    (points, (points * leading).round())
}

/// The interface's font.
pub fn sans(points: f32) -> FontId {
    FontId::new(points, FontFamily::Proportional)
}

/// The interface's font, bold.
pub fn bold(points: f32) -> FontId {
    FontId::new(points, fonts::family(SANS_BOLD))
}

/// The reading font in italics, for what is said about a text.
pub fn italic(points: f32) -> FontId {
    FontId::new(points, fonts::family(SERIF_ITALIC))
}

/// The title on the welcome page.
pub fn display() -> FontId {
    FontId::new(38.0, fonts::family(SERIF_BOLD))
}

/// A colour that covers what lies under it, but lets one see that something does.
pub fn covering(colour: Color32) -> Color32 {
    colour.gamma_multiply(0.97)
}

/// What the reader may wish of the look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Black and white, with strong edges.
    pub high_contrast: bool,
    /// Nothing moves, turns or blinks by itself.
    pub still: bool,
}

/// Gives a context our fonts and both themes.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    wear(ctx, Wishes::default());
}

/// Makes both themes, light and dark, as they are wished for.
pub fn wear(ctx: &egui::Context, wishes: Wishes) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme, wishes));
    }
}

/// Whether nothing is to move by itself.
pub fn is_still(style: &Style) -> bool {
    !style.visuals.text_cursor.blink
}

fn style(theme: Theme, wishes: Wishes) -> Style {
    let mut style = Style { visuals: visuals(theme, wishes), ..theme.default_style() };
    style.text_styles = [
        (TextStyle::Small, sans(SMALL)),
        (TextStyle::Body, sans(BODY)),
        (TextStyle::Monospace, sans(BODY)),
        (TextStyle::Button, sans(BODY)),
        (TextStyle::Heading, bold(18.0)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size = Vec2::new(36.0, size::BUTTON);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(20);
    style.spacing.scroll = scroll_bars(wishes);
    style.animation_time = 0.0;
    if wishes.still {
        style.scroll_animation = ScrollAnimation::none();
    }
    style
}

/// Narrow bars with room of their own, darker while they are used; the text fades nowhere.
fn scroll_bars(wishes: Wishes) -> ScrollStyle {
    let mut bars = ScrollStyle {
        floating: true,
        bar_width: 9.0,
        floating_width: 7.0,
        floating_allocated_width: 12.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        dormant_handle_opacity: 0.28,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.65,
        ..ScrollStyle::floating()
    };
    bars.kinetic.rubber_band = false;
    bars.fade.strength = 0.0;
    if wishes.still {
        bars.kinetic.decay_time = 0.0;
    }
    if wishes.high_contrast {
        (bars.dormant_handle_opacity, bars.active_handle_opacity) = (1.0, 1.0);
    }
    bars
}

fn visuals(theme: Theme, wishes: Wishes) -> Visuals {
    let mut visuals = theme.default_visuals();
    let colours = *colours::of(theme, wishes.high_contrast);
    visuals.text_cursor.blink = !wishes.still;
    visuals.text_cursor.stroke.color = colours.ink;
    visuals.panel_fill = colours.panel;
    visuals.window_fill = colours.card;
    visuals.window_stroke = Stroke::new(1.0, colours.edge);
    visuals.text_edit_bg_color = Some(colours.card);
    visuals.extreme_bg_color = colours.hovered;
    visuals.faint_bg_color = colours.hovered;
    visuals.weak_text_color = Some(colours.quiet);
    visuals.hyperlink_color = colours.accent;
    visuals.warn_fg_color = colours.ink;
    visuals.error_fg_color = colours.ink;
    visuals.selection.bg_fill = colours.selected;
    visuals.selection.stroke = Stroke::new(1.0, colours.ink);
    visuals.popup_shadow = Shadow { offset: [0, 3], blur: 10, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.window_shadow = visuals.popup_shadow;
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    controls(&mut visuals, &colours);
    visuals
}

fn controls(visuals: &mut Visuals, colours: &Palette) {
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, colours.ink);
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, colours.line);
    for (widget, fill, edge) in [
        (&mut widgets.inactive, colours.card, colours.edge),
        (&mut widgets.hovered, colours.chosen, colours.quiet),
        (&mut widgets.active, colours.chosen, colours.ink),
        (&mut widgets.open, colours.chosen, colours.quiet),
    ] {
        widget.weak_bg_fill = fill;
        widget.bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, colours.ink);
        widget.corner_radius = CornerRadius::same(5);
        widget.expansion = 0.0;
    }
}
