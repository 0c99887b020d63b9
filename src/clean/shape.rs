//! What a block looks like, whatever it says.

use super::stretch::stretches;

/// A longer line is no title, in characters.
const LONGEST_TITLE: usize = 160;

/// A longer line is no heading inside an article, in words.
const LONGEST_HEADING: usize = 14;

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
    let in_one_breath = !block.ends_with(['!', '"', '”']) && !block.contains("? ");
    is_title(block) && in_one_breath && block.split_whitespace().count() <= LONGEST_HEADING
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
        assert!(!is_heading("“We saw it fall!”"));
    }

    #[test]
    fn sites() {
        assert!(is_list_of_sites("Masts.com www.quay-news.org https://bay.news/a/b"));
        assert!(!is_list_of_sites("The report is on Masts.com"));
        assert!(!is_list_of_sites("U.S."));
        assert!(!is_list_of_sites("*"));
    }
}
