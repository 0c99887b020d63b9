//! What a reader can ask for by name: one entry gives the menu its text, the tooltip, the shortcut and the help page their words.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::settings::Mode;
use super::state::{Chosen, Page, State};
use super::words;
use crate::align::Matching;
use crate::text::Side;

/// A command without further words, as it stands in a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Back to the welcome page for two other sources.
    NewComparison,
    /// From the welcome page back to what is open.
    BackToComparison,
    /// Choose the left file.
    OpenLeft,
    /// Choose the right file.
    OpenRight,
    /// Choose both files at once.
    OpenBoth,
    /// Open the bundled example.
    OpenExample,
    /// Stop reading or comparing.
    Stop,
    /// Close the window.
    Quit,
    /// Take the last correction back.
    Undo,
    /// Make it again.
    Redo,
    /// Say that the chosen row's sentences belong together.
    ConfirmLink,
    /// Say that they do not.
    RejectLink,
    /// Copy both sides of the chosen row with their sources.
    CopyRow,
    /// Exchange left and right.
    Swap,
    /// Link only what is nearly sure.
    StrictMatching,
    /// Link as usual.
    BalancedMatching,
    /// Link more, for looking through.
    GenerousMatching,
    /// The next finding of the ledger.
    NextFinding,
    /// The previous finding of the ledger.
    PreviousFinding,
    /// The next row.
    NextRow,
    /// The previous row.
    PreviousRow,
    /// To the left article.
    ToLeft,
    /// To the right one.
    ToRight,
    /// Look for words.
    Find,
    /// The next row in which they stand.
    FindNext,
    /// The previous row in which they stand.
    FindPrevious,
    /// Choose nothing.
    Deselect,
    /// Show or hide differences in quotes, dashes, spacing and case.
    Typographic,
    /// Side by side, or in rows.
    SwitchMode,
    /// One article follows where the other is scrolled.
    Together,
    /// Follow the order of the other source.
    OtherOrder,
    /// Show or hide the ledger.
    Ledger,
    /// Show or hide what the left article shows by itself.
    LeftCard,
    /// The same for the right one.
    RightCard,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As made.
    ZoomReset,
    /// Show or hide the help page.
    Help,
}

use Action as A;

impl Action {
    /// Every action, in the order of the help page.
    pub const ALL: [Self; 38] = [
        A::NewComparison,
        A::BackToComparison,
        A::OpenBoth,
        A::OpenLeft,
        A::OpenRight,
        A::OpenExample,
        A::Stop,
        A::Quit,
        A::Undo,
        A::Redo,
        A::ConfirmLink,
        A::RejectLink,
        A::CopyRow,
        A::Swap,
        A::StrictMatching,
        A::BalancedMatching,
        A::GenerousMatching,
        A::NextFinding,
        A::PreviousFinding,
        A::NextRow,
        A::PreviousRow,
        A::ToLeft,
        A::ToRight,
        A::Find,
        A::FindNext,
        A::FindPrevious,
        A::Deselect,
        A::SwitchMode,
        A::Together,
        A::Typographic,
        A::OtherOrder,
        A::Ledger,
        A::LeftCard,
        A::RightCard,
        A::ZoomIn,
        A::ZoomOut,
        A::ZoomReset,
        A::Help,
    ];

    /// Its name in menus and on buttons.
    pub fn text(self) -> &'static str {
        match self {
            A::NewComparison => "New comparison",
            A::BackToComparison => "Back to the comparison",
            A::OpenLeft => "Open left file…",
            A::OpenRight => "Open right file…",
            A::OpenBoth => "Open two files…",
            A::OpenExample => "Open the example",
            A::Stop => "Stop",
            A::Quit => "Quit",
            A::Undo => "Undo",
            A::Redo => "Redo",
            A::ConfirmLink => "Confirm link",
            A::RejectLink => "Not the same",
            A::CopyRow => "Copy with sources",
            A::Swap => "Swap sides",
            A::StrictMatching => "Strict matching",
            A::BalancedMatching => "Balanced matching",
            A::GenerousMatching => "Generous matching",
            A::NextFinding => "Next finding",
            A::PreviousFinding => "Previous finding",
            A::NextRow => "Next row or sentence",
            A::PreviousRow => "Previous row or sentence",
            A::ToLeft => "To the left article",
            A::ToRight => "To the right article",
            A::Find => "Find words…",
            A::FindNext => "Find next",
            A::FindPrevious => "Find previous",
            A::Deselect => "Choose nothing",
            A::Typographic => "Hide typographic differences",
            A::SwitchMode => "Side by side",
            A::Together => "Scroll together",
            A::OtherOrder => "Follow the right article’s order",
            A::Ledger => "Findings beside the text",
            A::LeftCard => "About the left article",
            A::RightCard => "About the right article",
            A::ZoomIn => "Larger",
            A::ZoomOut => "Smaller",
            A::ZoomReset => "Normal size",
            A::Help => "Keys and marks",
        }
    }

    /// What it does, in a sentence.
    pub fn tooltip(self) -> &'static str {
        match self {
            A::NewComparison => "Choose two other sources; the open comparison stays until you do.",
            A::BackToComparison => "Return to the comparison that is open.",
            A::OpenLeft => "Choose the file for the left side.",
            A::OpenRight => "Choose the file for the right side.",
            A::OpenBoth => "Choose two files at once; the first becomes the left source.",
            A::OpenExample => "Two invented reports of one event, to try everything on.",
            A::Stop => "Stop reading or comparing; what was open stays.",
            A::Quit => "Close the window.",
            A::Undo => "Take your last correction back.",
            A::Redo => "Make the correction again that you took back.",
            A::ConfirmLink => "Say that the sentences of the chosen row belong together.",
            A::RejectLink => "Say that the sentences of the chosen row do not belong together; they are parted.",
            A::CopyRow => "Copy the sentences of the chosen row as quotations with their sources.",
            A::Swap => "Exchange left and right; your corrections come along.",
            A::StrictMatching => words::about_matching(Matching::Strict),
            A::BalancedMatching => words::about_matching(Matching::Balanced),
            A::GenerousMatching => words::about_matching(Matching::Generous),
            A::NextFinding => "Go to the next finding in the list.",
            A::PreviousFinding => "Go to the previous finding in the list.",
            A::NextRow => "Choose the row below; side by side, the next sentence of the article.",
            A::PreviousRow => "Choose the row above; side by side, the sentence before.",
            A::ToLeft => "Go to the sentence of the left article that belongs to the chosen one.",
            A::ToRight => "Go to the sentence of the right article that belongs to the chosen one.",
            A::Find => "Look for words in both articles.",
            A::FindNext => "Go to the next row in which the words stand.",
            A::FindPrevious => "Go to the previous row in which the words stand.",
            A::Deselect => "Choose no row and no finding.",
            A::Typographic => "Leave quotes, dashes, spacing and case unmarked; how many are hidden is shown below.",
            A::SwitchMode => "Each article in its own column for reading, or linked sentences in rows for checking.",
            A::Together => "Where one article is scrolled, the other follows to what tells the same.",
            A::OtherOrder => "Order the rows as the right article tells them instead of the left.",
            A::Ledger => "Show or hide the list of findings.",
            A::LeftCard | A::RightCard => {
                "Who speaks in it, whether it carries its headline, its figures, and where it judges."
            }
            A::ZoomIn => "Make everything larger.",
            A::ZoomOut => "Make everything smaller.",
            A::ZoomReset => "Back to the normal size.",
            A::Help => "What the marks mean and which keys there are.",
        }
    }

    /// The keys for it; the first is the one shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        const CTRL: Modifiers = Modifiers::COMMAND;
        const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        const NONE: Modifiers = Modifiers::NONE;
        const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(modifiers, key)
        }
        match self {
            A::NewComparison => &const { [keys(CTRL, Key::N)] },
            A::BackToComparison | A::OpenExample | A::Stop | A::OtherOrder => &[],
            A::OpenBoth => &const { [keys(CTRL, Key::O)] },
            A::OpenLeft => &const { [keys(CTRL, Key::L)] },
            A::OpenRight => &const { [keys(CTRL, Key::R)] },
            A::Quit => &const { [keys(CTRL, Key::Q)] },
            A::Undo => &const { [keys(CTRL, Key::Z)] },
            A::Redo => &const { [keys(CTRL_SHIFT, Key::Z), keys(CTRL, Key::Y)] },
            A::ConfirmLink => &const { [keys(NONE, Key::Y)] },
            A::RejectLink => &const { [keys(NONE, Key::X)] },
            A::CopyRow => &const { [keys(CTRL_SHIFT, Key::C)] },
            A::Swap => &const { [keys(CTRL, Key::E)] },
            A::StrictMatching => &const { [keys(CTRL, Key::Num1)] },
            A::BalancedMatching => &const { [keys(CTRL, Key::Num2)] },
            A::GenerousMatching => &const { [keys(CTRL, Key::Num3)] },
            A::NextFinding => &const { [keys(NONE, Key::F8), keys(NONE, Key::N)] },
            A::PreviousFinding => &const { [keys(Modifiers::SHIFT, Key::F8), keys(NONE, Key::P)] },
            A::NextRow => &const { [keys(NONE, Key::ArrowDown)] },
            A::PreviousRow => &const { [keys(NONE, Key::ArrowUp)] },
            A::ToLeft => &const { [keys(NONE, Key::ArrowLeft)] },
            A::ToRight => &const { [keys(NONE, Key::ArrowRight)] },
            A::SwitchMode => &const { [keys(NONE, Key::F5)] },
            A::Together => &const { [keys(Modifiers::SHIFT, Key::F5)] },
            A::Find => &const { [keys(CTRL, Key::F)] },
            A::FindNext => &const { [keys(NONE, Key::F3), keys(CTRL, Key::G)] },
            A::FindPrevious => &const { [keys(Modifiers::SHIFT, Key::F3), keys(CTRL_SHIFT, Key::G)] },
            A::Deselect => &const { [keys(NONE, Key::Escape)] },
            A::Typographic => &const { [keys(CTRL, Key::T)] },
            A::Ledger => &const { [keys(NONE, Key::F9)] },
            A::LeftCard => &const { [keys(NONE, Key::F6)] },
            A::RightCard => &const { [keys(NONE, Key::F7)] },
            A::ZoomIn => &const { [keys(CTRL, Key::Plus), keys(CTRL, Key::Equals), keys(CTRL_SHIFT, Key::Plus)] },
            A::ZoomOut => &const { [keys(CTRL, Key::Minus)] },
            A::ZoomReset => &const { [keys(CTRL, Key::Num0)] },
            A::Help => &const { [keys(NONE, Key::F1)] },
        }
    }

    /// Whether it can be done now.
    pub fn enabled(self, state: &State) -> bool {
        let comparing = state.page == Page::Comparison && state.open.is_some();
        match self {
            A::NewComparison => state.page == Page::Comparison,
            A::BackToComparison => state.page == Page::Welcome && state.open.is_some(),
            A::Stop => state.is_busy(),
            A::Undo => comparing && state.open.as_ref().is_some_and(|open| open.history.can_undo()),
            A::Redo => comparing && state.open.as_ref().is_some_and(|open| open.history.can_redo()),
            A::ConfirmLink => {
                comparing && state.chosen_links().iter().any(|link| link.2 == crate::align::Status::Suggested)
            }
            A::RejectLink => comparing && !state.chosen_links().is_empty(),
            A::CopyRow => comparing && state.chosen_row().is_some(),
            A::NextFinding | A::PreviousFinding => comparing && !state.ledger.is_empty(),
            A::Deselect => {
                let open = state.help || state.find.is_some() || state.linking.is_some() || state.card.is_some();
                open || state.chosen != Chosen::default()
            }
            A::FindNext | A::FindPrevious => comparing && state.found_rows() > 0,
            A::StrictMatching | A::BalancedMatching | A::GenerousMatching => comparing,
            A::Find | A::Swap | A::NextRow | A::PreviousRow | A::Typographic | A::OtherOrder => comparing,
            A::ToLeft | A::ToRight | A::Together => comparing && state.is_side_by_side(),
            A::SwitchMode | A::Ledger | A::LeftCard | A::RightCard => comparing,
            _ => true,
        }
    }

    /// Whether it is a switch that is on.
    pub fn is_on(self, state: &State) -> bool {
        match self {
            A::Typographic => state.settings.hide_typographic,
            A::SwitchMode => state.settings.mode == Mode::SideBySide,
            A::Together => state.settings.together,
            A::Ledger => state.settings.ledger,
            A::OtherOrder => state.settings.lead == Side::Right,
            A::Help => state.help,
            A::LeftCard | A::RightCard => self.card().is_some_and(|side| state.card == Some(side)),
            _ => self.matching().is_some_and(|matching| state.settings.matching == matching),
        }
    }

    /// The action that shows the card of a side.
    pub fn card_of(side: Side) -> Self {
        match side {
            Side::Left => A::LeftCard,
            Side::Right => A::RightCard,
        }
    }

    /// The side whose card it shows.
    pub fn card(self) -> Option<Side> {
        Side::BOTH.into_iter().find(|&side| Self::card_of(side) == self)
    }

    /// The matching that it sets.
    pub fn matching(self) -> Option<Matching> {
        match self {
            A::StrictMatching => Some(Matching::Strict),
            A::BalancedMatching => Some(Matching::Balanced),
            A::GenerousMatching => Some(Matching::Generous),
            _ => None,
        }
    }
}
