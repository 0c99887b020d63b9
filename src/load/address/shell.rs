//! Pages that hold next to nothing of what a browser shows: scripts fill them in, or a wall stands before the text.

use crate::load::{BlockKind, RawArticle};

/// Fewer words are no article where scripts are at work; the shortest news in brief has twice as many.
const FEWEST_WORDS: usize = 25;

/// Whether a page with scripts gave hardly any text. A page without scripts is taken at its word, however short it is.
pub(super) fn is_shell(page: &[u8], article: &RawArticle) -> bool {
    let has_script = page.windows(7).any(|window| window.eq_ignore_ascii_case(b"<script"));
    has_script && words(article) < FEWEST_WORDS
}

fn words(article: &RawArticle) -> usize {
    let read = article.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Furniture | BlockKind::Caption));
    read.map(|block| block.span.of(&article.text).split_whitespace().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html;

    #[test]
    fn scripts_and_hardly_a_word() {
        let shell = |page: &str| is_shell(page.as_bytes(), &html::article("page.html", page));
        assert!(shell(
            "<div id=root></div><SCRIPT src=a.js></script><noscript>Please switch on JavaScript.</noscript>"
        ));
        assert!(!shell("<p>The tide rose.</p>"));
        let story = "The mast of Westhaven fell on Sunday night, and nobody was hurt. ".repeat(3);
        assert!(!shell(&format!("<script>count()</script><article><p>{story}</p></article>")));
    }
}
