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

/// The lists of all languages: class names are mostly English, whatever the page's language is.
static WORDS: LazyLock<[WordList; 4]> = LazyLock::new(|| {
    [
        include_str!("../../../assets/lang/en/page_parts.txt"),
        include_str!("../../../assets/lang/de/page_parts.txt"),
        include_str!("../../../assets/lang/es/page_parts.txt"),
        include_str!("../../../assets/lang/fr/page_parts.txt"),
    ]
    .map(WordList::parse)
});

/// What an element's class or id calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The text of a picture.
    Caption,
    /// No part of the article.
    Furniture,
}

/// What the words of a class or id say. Buttons that lead to social media are furniture, a post embedded from there is quoted.
pub(super) fn named(names: &str) -> Option<Named> {
    let words = words(names);
    let is_post = |word: &String| word == "social" && words.iter().any(|other| other == "embed");
    words.iter().filter(|word| !is_post(word)).find_map(|word| {
        match WORDS.iter().find_map(|list| list.value(word))? {
            "caption" => Some(Named::Caption),
            _ => Some(Named::Furniture),
        }
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
    let mut inside: Vec<bool> = (0..page.blocks.len())
        .zip(&page.blocks)
        .map(|(number, block)| {
            found.is_none_or(|found| found.get(number).is_some_and(|&letters| 2 * letters > block.letters))
        })
        .collect();
    keep_main_article(page, &mut inside);
    keep_declared_body(page, &mut inside);
    let furniture = furniture(page, &inside);
    for (block, inside) in page.blocks.iter().zip(&mut inside) {
        let is_furniture = block.part.is_some_and(|part| furniture.get(part).is_some_and(|&is| is));
        *inside &= !is_furniture && !is_teaser(block);
    }
    inside
}

/// An `article` element is a story of its own, so that of several beside each other only one is meant: the one under the
/// page's main heading, or else the largest.
fn keep_main_article(page: &Page, inside: &mut [bool]) {
    let mut letters = vec![0; page.articles];
    for (block, _) in page.blocks.iter().zip(&*inside).filter(|(_, inside)| **inside) {
        if let Some(sum) = block.article.and_then(|article| letters.get_mut(article)) {
            *sum += block.letters;
        }
    }
    let has_text = |article: usize| letters.get(article).is_some_and(|&letters| letters > 0);
    let headed = page.blocks.iter().filter(|block| block.level == Some(1)).find_map(|block| block.article);
    let largest = letters.iter().enumerate().max_by_key(|(_, letters)| **letters).map(|(number, _)| number);
    let main = headed.filter(|&article| has_text(article)).or(largest);
    for (block, inside) in page.blocks.iter().zip(inside) {
        *inside &= block.article.is_none() || block.article == main;
    }
}

/// Where a page declares the body of its article and most of what was found is in it, the rest is not the article.
fn keep_declared_body(page: &Page, inside: &mut [bool]) {
    let letters = |is_meant: &dyn Fn(&PageBlock) -> bool| -> usize {
        let kept = page.blocks.iter().zip(&*inside).filter(|(block, inside)| **inside && is_meant(block));
        kept.map(|(block, _)| block.letters).sum()
    };
    if 2 * letters(&|block| block.is_declared) > letters(&|_| true) {
        for (block, inside) in page.blocks.iter().zip(inside) {
            *inside &= block.is_declared;
        }
    }
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
        && 5 * block.linked >= 4 * block.letters
        && block.text.split_whitespace().count() >= TEASER_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_are_read_word_by_word() {
        assert_eq!(named("article__relatedLinks wide"), Some(Named::Furniture));
        assert_eq!(named("image-caption"), Some(Named::Caption));
        assert_eq!(named("social-share"), Some(Named::Furniture));
        assert_eq!(named("social-media-embed"), None);
        assert_eq!(named("shared-values correlated header"), None);
    }
}
