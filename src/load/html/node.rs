//! What a node of a page's tree is, as far as the reading of its text goes.

use dom_query::{NodeData, NodeRef};

use super::tags;

/// What the address of a link to a note, or back from it, has behind its "#".
const NOTES: [&str; 5] = ["fn", "ftn", "note", "cite", "ref"];

/// The mark of a note has no more signs, brackets aside: `"[12]"`, "vii"; four figures are a year.
const LONGEST_MARK: usize = 3;

/// An element, by what it says of itself.
pub(super) struct Seen {
    pub tag: String,
    /// The words of its class and id.
    pub names: String,
    /// The page declares it as the body of its article.
    pub is_declared: bool,
    /// It holds notes of the text.
    pub has_notes: bool,
    /// It is not seen until a script shows it.
    pub is_hidden: bool,
}

/// What is known of a node once its data is no longer borrowed.
pub(super) enum Met {
    Text(String),
    Element(Seen),
    Other,
}

/// What a node is.
pub(super) fn met(node: &NodeRef<'_>) -> Met {
    node.query_or(Met::Other, |node| match &node.data {
        NodeData::Text { contents } => Met::Text(contents.to_string()),
        NodeData::Element(element) => {
            let names = ["class", "id"].map(|name| element.attr(name).unwrap_or_default());
            let says = |name, is: fn(&str) -> bool| element.attr(name).is_some_and(|value| is(&value));
            Met::Element(Seen {
                tag: element.name.local.to_string(),
                names: format!("{} {}", names[0], names[1]),
                is_declared: says("itemprop", |property| property == "articleBody"),
                has_notes: says("role", |role| role.starts_with("doc-") && role.contains("note")),
                is_hidden: says("hidden", |value| value != "until-found") || says("style", hides),
            })
        }
        _ => Met::Other,
    })
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    ["display:none", "visibility:hidden"].iter().any(|way| style.contains(way))
}

/// Whether an element only leads to a note or back from it; the note itself stays.
pub(super) fn is_reference(node: &NodeRef<'_>) -> bool {
    if node.attr("role").is_some_and(|role| matches!(&*role, "doc-noteref" | "doc-backlink")) {
        return true;
    }
    let leads_to_note = node.attr("href").is_some_and(|address| {
        let target = address.split_once('#').map(|(_, target)| target.to_lowercase());
        target.is_some_and(|target| NOTES.iter().any(|word| target.contains(word)))
    });
    leads_to_note && is_mark(&node.text())
}

/// `"1"`, `"[12]"`, `"*"`, `"iv"`, `"↩"`.
fn is_mark(text: &str) -> bool {
    let mark = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let is_short = (1..=LONGEST_MARK).contains(&mark.chars().count());
    let is_all = |is: fn(char) -> bool| mark.chars().all(is);
    is_short
        && (is_all(|c| c.is_ascii_digit())
            || is_all(|c| matches!(c, 'i' | 'v' | 'x'))
            || is_all(|c| !c.is_alphanumeric()))
}

/// Whether the cells of a row hold figures and names, so that the row is one line: no cell has several blocks, and none
/// ends as a sentence does. Other rows only lay out a page.
pub(super) fn is_row_of_figures(row: &NodeRef<'_>) -> bool {
    let mut cells = row.children_it(false).filter(NodeRef::is_element);
    cells.all(|cell| {
        let text = cell.text();
        let is_sentence = text.trim_end_matches(['"', '”', '’', ')', ' ', '\n']).ends_with(['.', '!', '?']);
        !is_sentence && cell.descendants_it().filter(is_block).count() <= 1
    })
}

fn is_block(node: &NodeRef<'_>) -> bool {
    node.is_element() && node.node_name().is_some_and(|name| !tags::is_inline(&name))
}
