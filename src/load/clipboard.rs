//! HTML as clipboards carry it.

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
    fn a_bare_piece_is_taken_as_it_is() {
        assert_eq!(chosen("The <b>tide</b> rose."), "The <b>tide</b> rose.");
        assert_eq!(chosen("<!--StartFragment-->cut off"), "cut off");
        assert_eq!(chosen(""), "");
    }
}
