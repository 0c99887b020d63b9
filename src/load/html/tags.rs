//! What the elements of HTML do to the text in them.

/// Elements whose text no reader sees on the page.
const UNSEEN: [&str; 18] = [
    "head", "title", "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "map", "datalist", "noembed", "noframes", "colgroup",
];

/// Elements that stand within a line of text; all others begin a block of their own.
const INLINE: [&str; 44] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source",
    "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "wbr", "slot", "output",
];

/// Elements that are no part of an article by what they are.
const FURNITURE: [&str; 13] = [
    "nav", "footer", "aside", "address", "form", "button", "select", "textarea", "dialog", "menu", "noscript",
    "fieldset", "summary",
];

/// Whether the text in an element is not seen.
pub(super) fn is_unseen(tag: &str) -> bool {
    UNSEEN.contains(&tag)
}

/// Whether an element stands within a line of text.
pub(super) fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag)
}

/// Whether an element is no part of an article by what it is.
pub(super) fn is_furniture(tag: &str) -> bool {
    FURNITURE.contains(&tag)
}

/// The level of a heading; `None` for other elements.
pub(super) fn heading(tag: &str) -> Option<u8> {
    let level = tag.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
