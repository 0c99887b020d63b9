//! The language and direction in which words are set, for spell checkers, hyphenation and right-to-left scripts.

use std::borrow::Cow;

use crate::text::{Language, is_right_to_left};

/// A language as office programs name it: with a region, since they keep dictionaries by region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tongue(Cow<'static, str>);

impl Tongue {
    /// That of the program's own words.
    pub(super) const OURS: Self = Self(Cow::Borrowed("en-GB"));

    /// That of a source. Its region is not known; the one with the most readers stands for it.
    pub(super) fn of(language: &Language) -> Self {
        let code = language.code();
        let known = WITH_REGION.iter().find(|tag| tag.split('-').next() == Some(code));
        Self(known.map_or_else(|| Cow::Owned(harmless(code)), |&tag| Cow::Borrowed(tag)))
    }

    /// The tag after BCP 47.
    pub(super) fn tag(&self) -> &str {
        &self.0
    }
}

/// A code of a language that we do not know: typed by somebody, so only letters of it are taken; `und` is "undetermined".
fn harmless(code: &str) -> String {
    let letters = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if letters { code.to_owned() } else { "und".to_owned() }
}

/// The languages that office programs commonly have dictionaries for.
const WITH_REGION: [&str; 42] = [
    "ar-SA", "bg-BG", "ca-ES", "cs-CZ", "cy-GB", "da-DK", "de-DE", "el-GR", "en-US", "es-ES", "et-EE", "eu-ES",
    "fa-IR", "fi-FI", "fr-FR", "ga-IE", "gl-ES", "he-IL", "hi-IN", "hr-HR", "hu-HU", "id-ID", "is-IS", "it-IT",
    "ja-JP", "ko-KR", "lt-LT", "lv-LV", "nb-NO", "nl-NL", "pl-PL", "pt-PT", "ro-RO", "ru-RU", "sk-SK", "sl-SI",
    "sr-RS", "sv-SE", "tr-TR", "uk-UA", "ur-PK", "zh-CN",
];

/// A text in stretches that run one way, each with whether that is from right to left. Words without a letter go with
/// the paragraph that they stand in.
pub(super) fn by_direction(text: &str, paragraph_from_right: bool) -> Vec<(&str, bool)> {
    if text.is_ascii() && !paragraph_from_right {
        return vec![(text, false)];
    }
    let mut stretches = Vec::new();
    let (mut start, mut at, mut from_right) = (0, 0, None);
    for word in text.split_inclusive(' ') {
        let runs = if word.chars().any(char::is_alphabetic) { is_right_to_left(word) } else { paragraph_from_right };
        if from_right.is_some_and(|before| before != runs) {
            stretches.push((&text[start..at], !runs));
            start = at;
        }
        from_right = Some(runs);
        at += word.len();
    }
    stretches.extend(from_right.map(|runs| (&text[start..], runs)));
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_gets_a_region_and_nothing_else_gets_through() {
        let tag = |code: &str| Tongue::of(&Language::new(code)).tag().to_owned();
        assert_eq!(["de", "he", "fy", "\"/><w:p"].map(tag), ["de-DE", "he-IL", "fy", "und"]);
    }

    #[test]
    fn words_of_either_direction_are_set_apart() {
        let text = "The sign reads “גשר” in 2025";
        assert_eq!(by_direction(text, false), [("The sign reads ", false), ("“גשר” ", true), ("in 2025", false)]);
        assert_eq!(by_direction("הגשר נסגר ב 12 (Oster)", true), [("הגשר נסגר ב 12 ", true), ("(Oster)", false)]);
        assert_eq!(by_direction("", true), []);
    }
}
