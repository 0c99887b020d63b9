//! What holds inside a group of rich text and ends with it.

use encoding_rs::Encoding;

use super::super::BlockKind;

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into the article.
    Text,
    /// Nowhere: pictures, settings, instructions.
    Nowhere,
    /// The list of fonts.
    Fonts,
    /// The names of the styles.
    Styles,
    /// The title among the document's properties.
    Title,
    /// The author among the document's properties.
    Author,
}

/// What is to be done when a group ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ending {
    /// Nothing but forgetting.
    #[default]
    Plain,
    /// A note is complete.
    Note,
    /// A comment is complete.
    Comment,
    /// A running head is complete.
    Margin,
}

/// The properties that a group inherits and hands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) destination: Destination,
    pub(super) ending: Ending,
    pub(super) is_hidden: bool,
    pub(super) is_deleted: bool,
    /// What the paragraph's style or level says that it is.
    pub(super) kind: BlockKind,
    pub(super) in_table: bool,
    /// So many characters after a `\u` are for programs that do not know it.
    pub(super) substitutes: i64,
    pub(super) encoding: &'static Encoding,
}

impl Group {
    pub(super) fn new(encoding: &'static Encoding) -> Self {
        Self {
            destination: Destination::Text,
            ending: Ending::Plain,
            is_hidden: false,
            is_deleted: false,
            kind: BlockKind::Paragraph,
            in_table: false,
            substitutes: 1,
            encoding,
        }
    }
}

/// What a word that opens a destination makes of its group; `None` for all other words.
pub(super) fn destination(word: &str) -> Option<(Destination, Ending)> {
    let (destination, ending) = match word {
        "footnote" => (Destination::Text, Ending::Note),
        "annotation" => (Destination::Text, Ending::Comment),
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
            (Destination::Text, Ending::Margin)
        }
        // Drawn shapes hold their text in a group of their own, the rest is settings.
        "shptxt" | "dptxbxtext" | "fldrslt" | "result" | "ud" => (Destination::Text, Ending::Plain),
        "fonttbl" => (Destination::Fonts, Ending::Plain),
        "stylesheet" => (Destination::Styles, Ending::Plain),
        "title" => (Destination::Title, Ending::Plain),
        "author" => (Destination::Author, Ending::Plain),
        "colortbl" | "info" | "pict" | "fldinst" | "listtext" | "pntext" | "pntxta" | "pntxtb" | "object"
        | "shpinst" | "shprslt" | "nonshppict" | "nonesttables" | "nesttableprops" | "upr" | "xe" | "tc"
        | "filetbl" | "sp" | "do" => (Destination::Nowhere, Ending::Plain),
        _ => return None,
    };
    Some((destination, ending))
}
