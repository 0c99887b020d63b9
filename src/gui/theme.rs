//! Every colour, size and distance of the window, light and dark. Nothing else may write a colour.
//!
//! Blue belongs to the left source and orange to the right one, a pair that people with any of the common forms
//! of colour blindness tell apart; every mark differs in its shape as well.

use egui::style::ScrollStyle;
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Vec2, Visuals, vec2,
};

use crate::clean::Role;
use crate::text::Pair;

use super::fonts::{self, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_ITALIC};

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Behind the text.
    pub paper: Color32,
    /// Behind bars and lists.
    pub panel: Color32,
    /// Behind cards on a panel.
    pub card: Color32,
    /// The text.
    pub ink: Color32,
    /// What is said about the text.
    pub quiet: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Edges of controls.
    pub edge: Color32,
    /// What can be pressed next.
    pub accent: Color32,
    /// On the accent.
    pub on_accent: Color32,
    /// Behind the row under the pointer.
    pub hovered: Color32,
    /// Behind the chosen row.
    pub chosen: Color32,
    /// Behind the words of the chosen finding.
    pub mark: Color32,
    /// Around them.
    pub mark_edge: Color32,
    /// Behind the words of the chosen row's other findings.
    pub mark_faint: Color32,
    /// A source's own colour.
    pub side: Pair<Color32>,
    /// Behind words that only this source has, or has otherwise.
    pub tint: Pair<Color32>,
    /// Under words that stand elsewhere in the other source.
    pub moved: Color32,
    /// Behind a warning.
    pub warning: Color32,
}

/// How strongly a ribbon between two linked sentences is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// As one of many.
    Faint,
    /// Under the pointer.
    Hovered,
    /// Chosen.
    Chosen,
}

impl Palette {
    /// The colour of a ribbon; what lies under it shines through.
    pub fn ribbon(&self, strength: Strength) -> Color32 {
        match strength {
            Strength::Faint => self.quiet.gamma_multiply(0.10),
            Strength::Hovered => self.accent.gamma_multiply(0.14),
            Strength::Chosen => self.accent.gamma_multiply(0.22),
        }
    }

    /// The colour of a ribbon's edges.
    pub fn ribbon_edge(&self, strength: Strength) -> Color32 {
        match strength {
            Strength::Faint => self.quiet.gamma_multiply(0.45),
            Strength::Hovered => self.accent.gamma_multiply(0.7),
            Strength::Chosen => self.accent,
        }
    }

    /// Over text that a filter leaves out, which stays readable.
    pub fn veil(&self) -> Color32 {
        self.paper.gamma_multiply(0.55)
    }

    /// Behind the part of a map that is in view.
    pub fn seen(&self) -> Color32 {
        self.accent.gamma_multiply(0.10)
    }

    /// A sentence with a counterpart, on a map.
    pub fn linked(&self) -> Color32 {
        self.quiet.gamma_multiply(0.38)
    }
}

const LIGHT: Palette = Palette {
    paper: Color32::from_rgb(0xFF, 0xFE, 0xFB),
    panel: Color32::from_rgb(0xF4, 0xF2, 0xEC),
    card: Color32::from_rgb(0xFF, 0xFE, 0xFB),
    ink: Color32::from_rgb(0x1E, 0x1D, 0x1A),
    quiet: Color32::from_rgb(0x66, 0x62, 0x5A),
    line: Color32::from_rgb(0xE4, 0xE0, 0xD6),
    edge: Color32::from_rgb(0xC9, 0xC3, 0xB6),
    accent: Color32::from_rgb(0x1F, 0x4E, 0x79),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    hovered: Color32::from_rgb(0xF8, 0xF6, 0xF0),
    chosen: Color32::from_rgb(0xF1, 0xEE, 0xE4),
    mark: Color32::from_rgb(0xFF, 0xDD, 0x57),
    mark_edge: Color32::from_rgb(0x5E, 0x4A, 0x00),
    mark_faint: Color32::from_rgb(0xF8, 0xE8, 0xA6),
    side: Pair::new(Color32::from_rgb(0x1D, 0x62, 0xA8), Color32::from_rgb(0xA3, 0x4A, 0x05)),
    tint: Pair::new(Color32::from_rgb(0xDD, 0xEA, 0xF7), Color32::from_rgb(0xFB, 0xE7, 0xD2)),
    moved: Color32::from_rgb(0x6B, 0x5B, 0x8C),
    warning: Color32::from_rgb(0xFB, 0xEF, 0xCF),
};

const DARK: Palette = Palette {
    paper: Color32::from_rgb(0x17, 0x18, 0x1B),
    panel: Color32::from_rgb(0x1F, 0x21, 0x25),
    card: Color32::from_rgb(0x26, 0x28, 0x2D),
    ink: Color32::from_rgb(0xE9, 0xE6, 0xDF),
    quiet: Color32::from_rgb(0xA3, 0xA1, 0x9A),
    line: Color32::from_rgb(0x2F, 0x32, 0x37),
    edge: Color32::from_rgb(0x4A, 0x4E, 0x55),
    accent: Color32::from_rgb(0x8F, 0xC1, 0xF2),
    on_accent: Color32::from_rgb(0x0E, 0x1A, 0x26),
    hovered: Color32::from_rgb(0x1C, 0x1E, 0x21),
    chosen: Color32::from_rgb(0x24, 0x27, 0x2C),
    mark: Color32::from_rgb(0x6E, 0x57, 0x0B),
    mark_edge: Color32::from_rgb(0xFF, 0xD8, 0x4D),
    mark_faint: Color32::from_rgb(0x3C, 0x35, 0x17),
    side: Pair::new(Color32::from_rgb(0x7F, 0xB8, 0xF0), Color32::from_rgb(0xF2, 0xA4, 0x5C)),
    tint: Pair::new(Color32::from_rgb(0x1B, 0x36, 0x52), Color32::from_rgb(0x4C, 0x31, 0x14)),
    moved: Color32::from_rgb(0xB9, 0xA8, 0xDE),
    warning: Color32::from_rgb(0x3D, 0x34, 0x17),
};

/// The colours in force.
pub fn palette(visuals: &Visuals) -> &'static Palette {
    if visuals.dark_mode { &DARK } else { &LIGHT }
}

/// Sizes and distances, in points.
pub mod size {
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
    /// A column of running text is never wider: 60 to 75 characters a line.
    pub const COLUMN: f32 = 544.0;
    /// Between two paragraphs of running text.
    pub const BETWEEN_PARAGRAPHS: f32 = 11.0;
    /// The sign of a link in the gutter, from its middle to its edge.
    pub const SIGN: f32 = 10.0;
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
    /// A button in a list.
    pub const BUTTON: f32 = 26.0;
    /// The indent of list items, in which the bullet stands.
    pub const BULLET: f32 = 16.0;
    /// The widest the welcome page gets.
    pub const WELCOME: f32 = 960.0;
}

/// The font of a sentence by its part in the article, and its line height.
pub fn reading(role: Role) -> (FontId, f32) {
    let (name, points) = match role {
        Role::Headline => (SERIF_BOLD, 22.0),
        Role::Subheading => (SERIF_BOLD, 16.5),
        Role::Caption => (SERIF_ITALIC, 14.5),
        Role::Lead | Role::Body | Role::List => (SERIF, 16.0),
    };
    let leading = if role == Role::Headline { 1.28 } else { 1.5 };
    (FontId::new(points, fonts::family(name)), (points * leading).round())
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

/// Gives a context our fonts and both themes.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.set_style_of(Theme::Light, style(Theme::Light));
    ctx.set_style_of(Theme::Dark, style(Theme::Dark));
}

fn style(theme: Theme) -> Style {
    let mut style = Style { visuals: visuals(theme), ..theme.default_style() };
    style.text_styles = [
        (TextStyle::Small, sans(12.0)),
        (TextStyle::Body, sans(14.0)),
        (TextStyle::Monospace, sans(14.0)),
        (TextStyle::Button, sans(14.0)),
        (TextStyle::Heading, bold(18.0)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size = Vec2::new(36.0, size::BUTTON);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(20);
    style.spacing.scroll = scroll_bars();
    style.animation_time = 0.0;
    style
}

/// Narrow bars with room of their own, darker while they are used; the text fades nowhere.
fn scroll_bars() -> ScrollStyle {
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
    bars
}

fn visuals(theme: Theme) -> Visuals {
    let mut visuals = theme.default_visuals();
    let colours = *palette(&visuals);
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
    visuals.selection.bg_fill = colours.side.left.gamma_multiply(0.35);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.
    fn luminance(colour: Color32) -> f32 {
        let part = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_readable_on_everything_it_stands_on() {
        for colours in [LIGHT, DARK] {
            let behind = [
                colours.paper,
                colours.panel,
                colours.card,
                colours.chosen,
                colours.hovered,
                colours.mark,
                colours.mark_faint,
                colours.tint.left,
                colours.tint.right,
                colours.warning,
            ];
            for (n, ground) in behind.into_iter().enumerate() {
                assert!(contrast(colours.ink, ground) >= 5.5, "ink on ground {n}: {}", contrast(colours.ink, ground));
            }
            for ground in [colours.paper, colours.panel, colours.card, colours.chosen] {
                assert!(contrast(colours.quiet, ground) >= 4.5, "{}", contrast(colours.quiet, ground));
                assert!(contrast(colours.side.left, ground) >= 4.5, "{}", contrast(colours.side.left, ground));
                assert!(contrast(colours.side.right, ground) >= 4.5, "{}", contrast(colours.side.right, ground));
            }
            assert!(contrast(colours.on_accent, colours.accent) >= 4.5);
        }
    }
}
