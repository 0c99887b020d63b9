//! What the parts of the document are – headings, lists, tables – for screen readers and for whoever takes text out.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

use super::block::Leaf;

/// A part of the document.
pub(super) enum Part {
    /// A part of a kind, made of others.
    Group(TagKind, Vec<Part>),
    /// A stretch of text.
    Text(Leaf),
}

impl Part {
    /// A part of a kind.
    pub(super) fn of(kind: impl Into<TagKind>, parts: Vec<Part>) -> Self {
        Self::Group(kind.into(), parts)
    }

    /// The same as the library that writes the file wants it; `drawn` has what was drawn of each stretch.
    fn node(self, drawn: &[Vec<Identifier>]) -> Vec<Node> {
        match self {
            Self::Text(leaf) => drawn.get(leaf).into_iter().flatten().copied().map(Node::from).collect(),
            Self::Group(kind, parts) => {
                let children = parts.into_iter().flat_map(|part| part.node(drawn)).collect();
                vec![TagGroup::with_children(kind, children).into()]
            }
        }
    }
}

/// The whole document.
pub(super) fn tree(parts: Vec<Part>, drawn: &[Vec<Identifier>]) -> TagTree {
    let nodes: Vec<Node> = parts.into_iter().flat_map(|part| part.node(drawn)).collect();
    TagTree::from(nodes).with_lang(Some("en".to_owned()))
}
