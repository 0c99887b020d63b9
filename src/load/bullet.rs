//! The marks at the beginning of a list's items.

/// Signs that stand before an item.
const SIGNS: [char; 10] = ['•', '‣', '◦', '▪', '●', '·', '⁃', '∙', '-', '*'];

/// The item as it is read, without a mere sign but with a number, which says something; `None` where the line is no item.
pub(super) fn strip(line: &str) -> Option<&str> {
    match line.strip_prefix(SIGNS) {
        Some(rest) => {
            let item = rest.trim_start();
            (item.len() < rest.len() && item.contains(char::is_alphanumeric)).then_some(item)
        }
        None => is_numbered(line).then_some(line),
    }
}

fn is_numbered(line: &str) -> bool {
    let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - unnumbered.len();
    (1..=2).contains(&digits)
        && unnumbered
            .strip_prefix(['.', ')'])
            .is_some_and(|item| item.starts_with(' ') && item.contains(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_left_out_and_numbers_stay() {
        assert_eq!(strip("• The ferry is late"), Some("The ferry is late"));
        assert_eq!(strip("- The ferry is late"), Some("The ferry is late"));
        assert_eq!(strip("2. Close the hatch"), Some("2. Close the hatch"));
    }

    #[test]
    fn what_only_looks_like_a_bullet_is_none() {
        for line in ["-5 degrees", "2.5 million came", "1999. That was the year", "* * *", "•", "– he said", "12.", ""]
        {
            assert_eq!(strip(line), None, "{line}");
        }
    }
}
