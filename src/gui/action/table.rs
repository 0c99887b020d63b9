//! Every action in one table: its menu, text, keys, and what it does in a sentence. To add one, add a row here, say in
//! [`when`](super::when) when it can be done, and in [`State`](crate::gui::state::State) what it does.

use egui::{Key, KeyboardShortcut, Modifiers};

/// A menu of the bar, in the order of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Sources, and the window itself.
    File,
    /// The reader's corrections, copying, finding.
    Edit,
    /// What is shown, and how.
    View,
    /// From one place to another.
    Go,
    /// What there is.
    Help,
}

impl Menu {
    /// Every menu, in the order of the bar.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Go, Self::Help];

    /// Its name on the bar.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Go => "Go",
            Self::Help => "Help",
        }
    }
}

/// Actions that stand together in a menu, between two lines.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Which menu.
    pub menu: Menu,
    /// The heading over them; mostly none.
    pub title: Option<&'static str>,
    /// The actions, in order.
    pub actions: &'static [Action],
}

/// What an action is called and how it is asked for.
pub(super) struct Entry {
    pub text: &'static str,
    pub keys: &'static [KeyboardShortcut],
    pub about: &'static str,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// Makes the type and everything that follows from the table. A row: name, text, keys (the first is shown), what it does.
macro_rules! actions {
    ($($menu:ident { $([ $($title:literal:)? $($name:ident $text:literal $keys:tt $about:literal;)* ])* })*) => {
        /// A command without further words, as it stands in a menu.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($($(#[doc = $about] $name,)*)*)*
        }

        impl Action {
            /// Every action, in the order of the menus.
            pub const ALL: [Self; [$($($(stringify!($name),)*)*)*].len()] = [$($($(Self::$name,)*)*)*];

            /// The sections of all menus, in order.
            pub const SECTIONS: &[Section] = &[$($(
                Section {
                    menu: Menu::$menu,
                    title: { let title: &[&str] = &[$($title)?]; title.first().copied() },
                    actions: &[$(Self::$name,)*],
                },
            )*)*];

            pub(super) fn entry(self) -> &'static Entry {
                match self {
                    $($($(Self::$name => &Entry { text: $text, keys: &const { $keys }, about: $about },)*)*)*
                }
            }
        }
    };
}

actions! {
File {
    [
        NewComparison "New comparison" [ctrl(Key::N)] "Choose two other sources; the open comparison stays until you do.";
        BackToComparison "Back to the comparison" [] "Return to the comparison that is open.";
    ]
    [
        OpenBoth "Open…" [ctrl(Key::O)] "Choose two articles, of which the first becomes the left source, or a project.";
    ]
    [
        OpenLeft "Open left file…" [ctrl(Key::L)] "Choose the file for the left side.";
        OpenRight "Open right file…" [ctrl(Key::R)] "Choose the file for the right side.";
        OpenAddress "Open a web address…" [ctrl_shift(Key::O)]
            "Fetch a page from the web for one side. Only this page is asked for, and only now.";
        PasteSource "Paste as a source" [ctrl_shift(Key::V)]
            "Take what you copied as a source, with its headings and paragraphs.";
        OpenExample "Open the example" [] "Two invented reports of one event, to try everything on.";
        ReloadLeft "Reload the left source…" []
            "Read the left source again and see what changed; what you corrected and noted comes along.";
        ReloadRight "Reload the right source…" []
            "Read the right source again and see what changed; what you corrected and noted comes along.";
        Stop "Stop" [] "Stop reading or comparing; what was open stays.";
    ]
    [
        Save "Save" [ctrl(Key::S)]
            "Keep the comparison in a file, with both texts and everything you corrected, checked off and noted.";
        SaveAs "Save as…" [ctrl_shift(Key::S)] "Save into a file of another name, and go on with that one.";
        Export "Export report…" [ctrl_shift(Key::E)]
            "Write the findings and both texts as a page, a document or a table, for others to read.";
        Close "Close" [ctrl(Key::W)] "Close the comparison; what is not saved is asked about.";
    ]
    [
        Quit "Quit" [ctrl(Key::Q)] "Close the window.";
    ]
}
Edit {
    [
        Undo "Undo" [ctrl(Key::Z)] "Take your last correction back.";
        Redo "Redo" [ctrl_shift(Key::Z), ctrl(Key::Y)] "Make the correction again that you took back.";
    ]
    [
        Copy "Copy" [ctrl(Key::C)] "Copy what is selected, paragraph by paragraph.";
        CopyQuotation "Copy as quotation" [ctrl_shift(Key::Q)]
            "Copy what is selected, or the chosen sentence, in quotation marks with its source.";
        CopyRow "Copy with sources" [ctrl_shift(Key::C)]
            "Copy the sentences of the chosen row as quotations with their sources.";
        CopyFinding "Copy finding as a sentence" [] "Copy what the chosen finding says of either source, in one sentence.";
        CopyFindings "Copy findings as a table" []
            "Copy the findings as they are listed, for a table in a text or a spreadsheet.";
        CopyPicture "Copy picture" [] "Copy a picture of the chosen row: both passages, what differs, and the findings.";
        SavePicture "Save picture…" [] "Save a picture of the chosen row: both passages, what differs, and the findings.";
        SelectAll "Select the whole article" [ctrl(Key::A)] "Select all of the article that the caret is in.";
        Find "Find words…" [ctrl(Key::F)] "Look for words in both articles.";
        FindNext "Find next" [plain(Key::F3), ctrl(Key::G)] "Go to the next place where the words stand, in either article.";
        FindPrevious "Find previous" [shift(Key::F3), ctrl_shift(Key::G)]
            "Go to the previous place where the words stand, in either article.";
    ]
    [
        ConfirmLink "Confirm link" [plain(Key::Y)] "Say that the sentences of the chosen row belong together.";
        RejectLink "Not the same" [plain(Key::X)]
            "Say that the sentences of the chosen row do not belong together; they are parted.";
        NoCounterpart "No counterpart" [plain(Key::Num0)]
            "Say that the chosen sentence has no counterpart; what is linked is parted.";
        LinkByHand "Link by hand…" [plain(Key::L)] "Then choose the sentence of the other side that says the same.";
        LinkHere "Link with the chosen row" [plain(Key::Enter)]
            "Link the sentence that waits with the first of the other side in the chosen row.";
        Swap "Swap sides" [ctrl(Key::E)] "Exchange left and right; your corrections come along.";
    ]
    [
        SplitSentence "Split sentence here" [ctrl(Key::Enter)] "Cut the sentence in two at the word that you clicked on last.";
        MergeSentence "Join with the next sentence" [ctrl(Key::J)]
            "Make one of the sentence you clicked on and the next one of its paragraph.";
        TakeOut "Take this passage out" [ctrl(Key::Delete)]
            "Leave the paragraph of the sentence you clicked on out of the comparison; it can be put back.";
    ]
    [
        CheckFinding "Check off" [plain(Key::C)]
            "Check the chosen finding off and go on to the next; again to take it up once more.";
        DismissFinding "Dismiss…" [plain(Key::D)]
            "Say that the chosen finding is none or does not matter, and why; again to take it up.";
        WriteNote "Write a note…" [ctrl(Key::M)] "Write a note on the chosen finding, pair or sentence.";
    ]
    [
        "Matching":
        StrictMatching "Strict matching" [ctrl(Key::Num1)]
            "Link only what is nearly sure: about nine links in ten are right. Other pairs are offered as possible.";
        BalancedMatching "Balanced matching" [ctrl(Key::Num2)]
            "As many links as go together with few wrong ones: about three in four are right.";
        GenerousMatching "Generous matching" [ctrl(Key::Num3)]
            "Link more, for looking through by hand: about six links in ten are right.";
    ]
    [
        Settings "Settings…" [ctrl(Key::Comma)] "Colours, size, width of lines, matching, and what is hidden.";
    ]
}
View {
    [
        SwitchMode "Side by side" [plain(Key::F5)]
            "Each article in its own column for reading, or linked sentences in rows for checking.";
        Together "Scroll together" [shift(Key::F5)]
            "Where one article is scrolled, the other follows to what tells the same.";
    ]
    [
        Ledger "Findings beside the text" [plain(Key::F9)] "Show or hide the list of findings.";
        Overview "Overview" [plain(Key::F4)]
            "How much the articles share, and where each tells it; in place of the list of findings.";
        Notes "Notes" [plain(Key::F10)] "List your notes in place of the findings.";
        Detail "Chosen row, large" [plain(Key::F2)]
            "Show the chosen row large, with the words that correspond and everything known about it.";
        LeftCard "About the left article" [plain(Key::F6)]
            "Who speaks in it, whether it carries its headline, its figures, and where it judges.";
        RightCard "About the right article" [plain(Key::F7)]
            "Who speaks in it, whether it carries its headline, its figures, and where it judges.";
    ]
    [
        Typographic "Hide typographic differences" [ctrl(Key::T)]
            "Leave quotes, dashes, spacing and case unmarked; how many are hidden is shown below.";
        LeftOut "Show what was left out" [ctrl_shift(Key::L)]
            "Show in their places the passages left out of either article, and why; or fold them away.";
        OtherOrder "Follow the right article’s order" []
            "Order the rows as the right article tells them instead of the left.";
    ]
    [
        "Rows":
        AllRows "All rows" [] "Show every sentence of both articles.";
        RowsWithFindings "With findings" [] "Show only rows in which a finding of the list lies.";
        RowsAlone "Without counterpart" [] "Show only sentences that no link was found for.";
    ]
    [
        ZoomIn "Larger" [ctrl(Key::Plus), ctrl(Key::Equals), ctrl_shift(Key::Plus)] "Make everything larger.";
        ZoomOut "Smaller" [ctrl(Key::Minus)] "Make everything smaller.";
        ZoomReset "Normal size" [ctrl(Key::Num0)] "Back to the normal size.";
    ]
    [
        "Colours":
        SystemTheme "As the system" [] "Light or dark, as the system says.";
        LightTheme "Light" [] "Dark ink on paper.";
        DarkTheme "Dark" [] "Light ink on black.";
        HighContrast "High contrast" [] "Text in black and white with strong edges, light or dark.";
    ]
    [
        Still "Reduce motion" [] "Nothing turns, blinks or rolls on by itself.";
    ]
}
Go {
    [
        NextFinding "Next finding" [plain(Key::F8), plain(Key::N)] "Go to the next finding in the list.";
        PreviousFinding "Previous finding" [shift(Key::F8), plain(Key::P)] "Go to the previous finding in the list.";
    ]
    [
        LookOver "Look links over" [plain(Key::R)]
            "Walk through the links that the program is not sure of; after each decision the next one comes.";
        NextDoubtful "Next doubtful row" [plain(Key::U)]
            "Leave this row as it is and go to the next one that the program is not sure of.";
        FirstPartner "Link with the first possible partner" [plain(Key::Num1)]
            "Say that the chosen sentence belongs together with the first of those that are offered for it.";
        SecondPartner "Link with the second possible partner" [plain(Key::Num2)]
            "Say that the chosen sentence belongs together with the second of those that are offered for it.";
        ThirdPartner "Link with the third possible partner" [plain(Key::Num3)]
            "Say that the chosen sentence belongs together with the third of those that are offered for it.";
    ]
    [
        NextRow "Next row or sentence" [plain(Key::ArrowDown)]
            "Choose the row below; side by side, the next sentence of the article.";
        PreviousRow "Previous row or sentence" [plain(Key::ArrowUp)]
            "Choose the row above; side by side, the sentence before.";
        ToLeft "To the left article" [plain(Key::ArrowLeft)]
            "Go to the sentence of the left article that belongs to the chosen one.";
        ToRight "To the right article" [plain(Key::ArrowRight)]
            "Go to the sentence of the right article that belongs to the chosen one.";
    ]
    [
        Deselect "Choose nothing" [plain(Key::Escape)] "Close what is open on top, then choose no row and no finding.";
    ]
}
Help {
    [
        Commands "All commands…" [ctrl(Key::K), ctrl_shift(Key::P)] "Find a command by its name and do it.";
        Help "Keys and marks" [plain(Key::F1)] "What the marks mean and which keys there are.";
        FirstSteps "First steps" [] "Show or hide the hint of the first start.";
    ]
}
}
