//! Which blocks of a page are inside the article: what Readability took, without what its own elements call furniture.

use std::sync::LazyLock;

use crate::text::WordList;

use super::super::BlockKind;
use super::walk::{Page, PageBlock};

/// An element with more than this share of the article, one in so many letters, is the article itself, whatever its
/// class says.
const LARGEST_SHARE: usize = 3;

/// A paragraph that is all link and has this many words is a teaser; a shorter one may be a name in a list.
const TEASER_WORDS: usize = 4;

static WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::parse(include_str!("../../../assets/lang/en/page_parts.txt")));

/// What an element's class or id calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The text of a picture.
    Caption,
    /// No part of the article.
    Furniture,
}

/// What the words of a class or id say.
pub(super) fn named(names: &str) -> Option<Named> {
    words(names).iter().find_map(|word| match WORDS.value(word)? {
        "caption" => Some(Named::Caption),
        _ => Some(Named::Furniture),
    })
}

/// The words of class names, split at signs and at capitals.
fn words(names: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for c in names.chars() {
        let begins = c.is_uppercase() && after_small;
        if begins || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        after_small = c.is_lowercase();
    }
    words
}

/// Whether each block is part of the article, by how many of its letters were `found` to be.
pub(super) fn inside(page: &Page, found: Option<&[usize]>) -> Vec<bool> {
    let taken: Vec<bool> = page
        .blocks
        .iter()
        .enumerate()
        .map(|(number, block)| {
            found.is_none_or(|found| found.get(number).is_some_and(|&letters| 2 * letters > block.letters))
        })
        .collect();
    let furniture = furniture(page, &taken);
    let is_furniture = |block: &PageBlock| block.part.is_some_and(|part| furniture.get(part).is_some_and(|&is| is));
    page.blocks.iter().zip(taken).map(|(block, taken)| taken && !is_furniture(block) && !is_teaser(block)).collect()
}

/// Which of the page's parts are furniture: those that do not hold the article itself.
fn furniture(page: &Page, taken: &[bool]) -> Vec<bool> {
    let mut letters = vec![0; page.parts.len()];
    let mut all = 0;
    for (block, _) in page.blocks.iter().zip(taken).filter(|(_, taken)| **taken) {
        all += block.letters;
        if let Some(sum) = block.part.and_then(|part| letters.get_mut(part)) {
            *sum += block.letters;
        }
    }
    // Inner parts stand behind those around them, so that one pass from the end adds them up.
    for number in (0..letters.len()).rev() {
        let inner = letters.get(number).copied().unwrap_or(0);
        if let Some(parent) = page.parts.get(number).and_then(|part| part.parent)
            && let Some(sum) = letters.get_mut(parent)
        {
            *sum += inner;
        }
    }
    let mut furniture: Vec<bool> = letters.iter().map(|&letters| LARGEST_SHARE * letters < all).collect();
    for (number, part) in page.parts.iter().enumerate() {
        let is_around = part.parent.is_some_and(|parent| furniture.get(parent).is_some_and(|&is| is));
        if let Some(own) = furniture.get_mut(number) {
            *own |= is_around;
        }
    }
    furniture
}

/// Whether a block only leads to another story.
fn is_teaser(block: &PageBlock) -> bool {
    block.kind != BlockKind::Heading
        && block.linked == block.letters
        && block.text.split_whitespace().count() >= TEASER_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_are_read_word_by_word() {
        assert_eq!(named("article__relatedLinks wide"), Some(Named::Furniture));
        assert_eq!(named("image-caption"), Some(Named::Caption));
        assert_eq!(named("shared-values correlated header"), None);
    }
}
