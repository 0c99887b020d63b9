//! Pages that give less than a subscriber's browser shows: scripts fill them in, or a wall stands before the text.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::load::{BlockKind, RawArticle, html};
use crate::text::Note;

/// Fewer words are no article where scripts are at work; the shortest news in brief has twice as many.
const FEWEST_WORDS: usize = 25;

/// Whether a page with scripts gave hardly any text. A page without scripts is taken at its word, however short it is.
pub(super) fn is_shell(page: &[u8], article: &RawArticle) -> bool {
    let has_script = page.windows(7).any(|window| window.eq_ignore_ascii_case(b"<script"));
    has_script && words(article) < FEWEST_WORDS
}

/// What to say of a page that is for subscribers by its own word: nobody is signed in here, so it is hardly ever whole.
pub(super) fn remark(page: &[u8]) -> Option<Note> {
    html::is_for_subscribers(&String::from_utf8_lossy(page)).then(|| {
        Note::warning(
            "the page is for subscribers, so this may be only the beginning of its article; open it in a browser, save it and open the file",
        )
    })
}

/// Words, also of languages that are written without spaces.
fn words(article: &RawArticle) -> usize {
    let read = article.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Furniture | BlockKind::Caption));
    read.map(|block| block.span.of(&article.text).unicode_words().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Watch;

    #[test]
    fn scripts_and_hardly_a_word() {
        let shell =
            |page: &str| is_shell(page.as_bytes(), &html::article("page.html", page, &Watch::default()).unwrap());
        assert!(shell(
            "<div id=root></div><SCRIPT src=a.js></script><noscript>Please switch on JavaScript.</noscript>"
        ));
        assert!(!shell("<p>The tide rose.</p>"));
        let story = "The mast of Westhaven fell on Sunday night, and nobody was hurt. ".repeat(3);
        assert!(!shell(&format!("<script>count()</script><article><p>{story}</p></article>")));
        let unspaced = "\u{6f6e}\u{304c}\u{6e80}\u{3061}\u{3066}\u{3001}".repeat(9);
        assert!(!shell(&format!("<script>count()</script><article><p>{unspaced}</p></article>")));
    }

    #[test]
    fn pages_for_subscribers_by_their_own_word() {
        let said = |value: &str| {
            let page = format!(
                r#"<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{value}}}</script>"#
            );
            remark(page.as_bytes()).is_some()
        };
        assert!(said("false") && said("\"False\"") && said("\"http://schema.org/False\""));
        assert!(!said("true") && !said("\"True\"") && !said("null"));
    }
}
