//! Which heading of a page is the article's headline; it often stands outside of what is found to be the article.

use crate::text::letters;

use super::walk::{Page, PageBlock};

/// Titles with fewer letters are too short to be known by a part of them.
const SHORTEST: usize = 8;

/// The number of the block that is the headline.
pub(super) fn find(page: &Page, inside: &[bool], title: Option<&str>) -> Option<usize> {
    let begin = page.blocks.iter().zip(inside).position(|(block, inside)| *inside && block.level.is_none());
    let before = || headings(page).filter(|(number, _)| begin.is_none_or(|begin| *number < begin));
    let named = title.and_then(|title| {
        let same = before().filter(|(_, block)| is_same(title, &block.text));
        same.min_by_key(|(_, block)| block.text.len().abs_diff(title.len()))
    });
    let main = || before().filter(|(_, block)| block.level == Some(1)).last();
    named.or_else(main).map(|(number, _)| number)
}

fn headings(page: &Page) -> impl Iterator<Item = (usize, &PageBlock)> {
    page.blocks.iter().enumerate().filter(|(_, block)| block.level.is_some())
}

/// Whether a heading is the title: the one has the other's letters in it ("Mast falls | Westhaven Courier").
fn is_same(title: &str, heading: &str) -> bool {
    let (title, heading) = (letters(title), letters(heading));
    title == heading
        || title.len().min(heading.len()) >= SHORTEST && (title.contains(&heading) || heading.contains(&title))
}
