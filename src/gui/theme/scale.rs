//! The few sizes of type, distances, lines and corners that the whole window is made of; what a view takes from here it
//! shares with the others, so that everything looks cut from one piece.

/// A number in a margin.
pub const TINY: f32 = 11.0;
/// What is said about texts and findings: counts, chips, explanations.
pub const SMALL: f32 = 12.5;
/// Names and notes in a list.
pub const NOTE: f32 = 13.0;
/// Everything else.
pub const BODY: f32 = 14.0;
/// The head of a part, and the action that is wanted most.
pub const HEADING: f32 = 15.0;
/// The name of a source or of a panel.
pub const TITLE: f32 = 16.0;
/// What is read from afar while a file is held over the window.
pub const LOUD: f32 = 22.0;

/// Distances between things.
pub mod space {
    /// Lines that belong to one thing.
    pub const HAIR: f32 = 2.0;
    /// Things of one group.
    pub const CLOSE: f32 = 4.0;
    /// Buttons of one group.
    pub const NEAR: f32 = 6.0;
    /// Things beside each other.
    pub const USUAL: f32 = 8.0;
    /// One part and the next.
    pub const PART: f32 = 12.0;
    /// Parts that have little to do with each other.
    pub const APART: f32 = 16.0;
    /// The edge of a page and what is on it.
    pub const EDGE: f32 = 24.0;
    /// The top of an empty pane and the words that say so.
    pub const EMPTY: f32 = 60.0;
}

/// How thick lines are.
pub mod line {
    /// Hairlines, edges of controls and cards.
    pub const HAIR: f32 = 1.0;
    /// Small signs that are drawn.
    pub const SIGN: f32 = 1.3;
    /// Signs that are to be told apart, edges of what is pointed at.
    pub const FIRM: f32 = 1.6;
    /// What stands out of many lines.
    pub const STRONG: f32 = 2.0;
    /// Beside text, in the colour of a side.
    pub const BAR: f32 = 3.0;
    /// The same where it stands for the side as a whole.
    pub const BROAD: f32 = 4.0;
}

/// How round corners are.
pub mod round {
    use egui::CornerRadius;

    /// A bar.
    pub const BAR: CornerRadius = CornerRadius::same(1);
    /// Ground behind words.
    pub const WORDS: CornerRadius = CornerRadius::same(2);
    /// A box around words.
    pub const BOX: CornerRadius = CornerRadius::same(3);
    /// A badge, an entry of a list that is chosen.
    pub const BADGE: CornerRadius = CornerRadius::same(4);
    /// A card, a pill in a margin.
    pub const CARD: CornerRadius = CornerRadius::same(8);
    /// A pill in a gutter.
    pub const PILL: CornerRadius = CornerRadius::same(9);
    /// A chip.
    pub const CHIP: CornerRadius = CornerRadius::same(11);
    /// The outer corners of buttons that are joined.
    pub const SEGMENT: u8 = 6;
}

/// What is left free inside of an edge.
pub mod margin {
    use egui::Margin;

    /// The bar of menus.
    pub const MENUS: Margin = Margin::same(6);
    /// The line at the bottom.
    pub const STATUS: Margin = Margin::same(5);
    /// The same while the welcome page is shown.
    pub const BUSY: Margin = Margin::same(8);
    /// A bar across the window.
    pub const BAR: Margin = Margin::symmetric(14, 6);
    /// What stands beside the text, and what is written under it.
    pub const PANEL: Margin = Margin::symmetric(14, 8);
    /// The head of the list of findings, whose entries are set in as far.
    pub const LIST: Margin = Margin::symmetric(12, 8);
    /// A panel that holds one sentence alone.
    pub const EMPTY: Margin = Margin::symmetric(20, 24);
    /// The hint of the first start.
    pub const HINT: Margin = Margin::symmetric(16, 10);
    /// A field that is the only one on its page.
    pub const FIELD: Margin = Margin::symmetric(10, 8);
    /// A card.
    pub const CARD: Margin = Margin::same(16);
    /// A half of the window on which files are dropped.
    pub const HALF: Margin = Margin::same(24);
}
