//! HTML as clipboards carry it, and what a paste comes to.

use super::{RawArticle, Source, is_address};

impl Source {
    /// The source that lies on a clipboard: one address alone is that page, HTML counts where it keeps at least two blocks
    /// apart (less has no structure to keep), and everything else is the plain text.
    ///
    /// ```
    /// use paragone::load::Source;
    /// let html = "<h1>Tide</h1><p>It rose.</p>";
    /// assert_eq!(Source::from_clipboard(Some(html), "Tide It rose."), Source::PastedHtml(html.into()));
    /// assert_eq!(Source::from_clipboard(Some("<b>Tide</b>"), "Tide"), Source::Pasted("Tide".into()));
    /// ```
    pub fn from_clipboard(html: Option<&str>, text: &str) -> Self {
        if let Some(address) = only_an_address(text) {
            return Self::Address(address.to_owned());
        }
        match html.filter(|html| RawArticle::from_pasted_html("", html).blocks.len() >= 2) {
            Some(html) => Self::PastedHtml(html.to_owned()),
            None => Self::Pasted(text.to_owned()),
        }
    }
}

/// The address that a text consists of.
fn only_an_address(text: &str) -> Option<&str> {
    let word = text.trim();
    (is_address(word) && !word.contains(char::is_whitespace)).then_some(word)
}

/// What stands before and behind the part that was chosen, in the clipboard format of Windows ("CF_HTML").
const MARKS: [&str; 2] = ["<!--StartFragment-->", "<!--EndFragment-->"];

/// The part that was chosen: between the marks, or else all behind the header.
pub(super) fn chosen(html: &str) -> &str {
    let [opening, closing] = MARKS;
    if let Some((_, rest)) = html.split_once(opening) {
        return rest.rsplit_once(closing).map_or(rest, |(inner, _)| inner);
    }
    if html.starts_with("Version:") {
        html.find('<').and_then(|start| html.get(start..)).unwrap_or_default()
    } else {
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_header_are_left_out() {
        let page = "<html><body><!--StartFragment--><p>The tide rose.</p><!--EndFragment--></body></html>";
        assert_eq!(chosen(page), "<p>The tide rose.</p>");
        assert_eq!(chosen(&format!("Version:0.9\r\nStartHTML:0000000105\r\n{page}")), "<p>The tide rose.</p>");
        assert_eq!(chosen("Version:0.9\r\nStartHTML:5\r\n<p>It fell."), "<p>It fell.");
    }

    #[test]
    fn an_address_alone_is_a_page() {
        let page = "https://example.org/tide";
        let link = format!("<p><a href={page}>{page}</a></p><p></p>");
        assert_eq!(Source::from_clipboard(Some(&link), &format!(" {page}\n")), Source::Address(page.to_owned()));
        assert!(matches!(Source::from_clipboard(None, &format!("{page} says so.")), Source::Pasted(_)));
    }

    #[test]
    fn a_bare_piece_is_taken_as_it_is() {
        assert_eq!(chosen("The <b>tide</b> rose."), "The <b>tide</b> rose.");
        assert_eq!(chosen("<!--StartFragment-->cut off"), "cut off");
        assert_eq!(chosen(""), "");
    }
}
