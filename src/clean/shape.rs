//! What a block looks like, whatever it says.

use super::stretch::stretches;

/// A longer line is no title, in characters.
const LONGEST_TITLE: usize = 160;

/// A longer line is no heading inside an article, in words.
const LONGEST_HEADING: usize = 14;

/// A longer question is a sentence of the article, in words.
const LONGEST_QUESTION: usize = 6;

/// Whether a block looks like a title: short, capitalised, and not ended as a sentence is.
pub(super) fn is_title(block: &str) -> bool {
    let bare = block.trim_end_matches(['"', '”', '’', '\'', ')']);
    block.chars().count() <= LONGEST_TITLE
        && !bare.ends_with(['.', ':', ';', ',', '…'])
        && stretches(block).len() == 1
        && block.contains(char::is_alphabetic)
        && block.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| !c.is_lowercase())
}

/// Whether a block looks like a heading between paragraphs.
pub(super) fn is_heading(block: &str) -> bool {
    let is_spoken = block.starts_with(['"', '“', '„', '‘', '\'', '«']) || block.ends_with(['!', '"', '”']);
    let longest = if block.ends_with('?') { LONGEST_QUESTION } else { LONGEST_HEADING };
    is_title(block) && !is_spoken && block.split_whitespace().count() <= longest
}

/// Whether a block consists of addresses of sites and nothing else.
pub(super) fn is_list_of_sites(block: &str) -> bool {
    let mut words = block.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).peekable();
    words.peek().is_some() && words.all(is_site)
}

fn is_site(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let host = word.split_once("://").map_or(word, |(_, rest)| rest).split('/').next().unwrap_or_default();
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let is_ending = (2..=6).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphabetic());
    is_ending && name.len() > 1 && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_headings() {
        assert!(is_title("Will the harbour bridge ever open again?"));
        assert!(is_title("‘We saw it fall’: a night on the quay"));
        assert!(is_heading("What the council wants"));
        assert!(is_heading("Talks between U.S. and Westhaven"));
        for text in ["The bridge closed.", "and then it closed", "He said:", "It closed. Nobody came", "—"] {
            assert!(!is_title(text), "{text}");
        }
        for text in ["“We saw it fall!”", "“We saw it", "What if the bridge falls again before the summer?"] {
            assert!(!is_heading(text), "{text}");
        }
    }

    #[test]
    fn sites() {
        assert!(is_list_of_sites("Masts.com www.quay-news.org https://bay.news/a/b"));
        assert!(!is_list_of_sites("The report is on Masts.com"));
        assert!(!is_list_of_sites("U.S."));
        assert!(!is_list_of_sites("*"));
    }
}
