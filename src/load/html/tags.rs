//! What the elements of HTML do to the text in them.

/// Elements whose text no reader sees on the page.
const UNSEEN: [&str; 21] = [
    "head",
    "title",
    "desc",
    "metadata",
    "annotation",
    "annotation-xml",
    "rp",
    "script",
    "style",
    "template",
    "iframe",
    "object",
    "embed",
    "canvas",
    "audio",
    "video",
    "map",
    "datalist",
    "noembed",
    "noframes",
    "colgroup",
];

/// Elements that stand within a line of text; all others begin a block of their own.
const INLINE: [&str; 45] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "math", "picture", "q", "rt", "ruby", "svg", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "wbr", "slot", "output",
];

/// Elements within a line whose text stands beside it: the labels of a drawing, the pronunciation above a sign.
const ASIDE: [&str; 2] = ["svg", "rt"];

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

/// Whether the text in an element stands beside the line in which the element is.
pub(super) fn is_aside(tag: &str) -> bool {
    ASIDE.contains(&tag)
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
