//! A text made ready for looking words up in it, with the way back to its bytes.

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;
use super::fold::plain;

/// What counts as the same letter when words are looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folding {
    /// Large and small letters are the same, with or without accents.
    #[default]
    Loose,
    /// Capitals and accents count.
    Exact,
}

/// A text in the form in which words are looked up. In either folding, typographic quotes and dashes are the plain ones,
/// ligatures are their letters, white space of any kind is one blank, and what is not seen is dropped.
///
/// ```
/// use paragone::text::{Folded, Folding};
/// let text = "The Café’s “fine” straße";
/// let found = |words| Folded::of(text, Folding::Loose).find(&Folded::of(words, Folding::Loose));
/// assert_eq!(found("cafe's \"FINE\"")[0].of(text), "Café’s “fine”");
/// assert_eq!(found("STRASSE")[0].of(text), "straße");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    steps: Vec<Step>,
}

/// What a part of the folded text was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    /// Where it begins in the folded text.
    at: usize,
    /// Its bytes in the text as it is written: one letter, or a run of plain ones.
    span: Span,
    /// A run of plain letters, each of which is one byte in both texts.
    run: bool,
}

impl Step {
    /// The letter that a byte of the folded text was made from.
    fn letter(&self, byte: usize) -> Span {
        let start = self.span.start + (byte - self.at);
        if self.run { Span::new(start, start + 1) } else { self.span }
    }
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str, folding: Folding) -> Self {
        let mut folded = Self::default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let run = plain_run(rest);
            let letter = run.or_else(|| rest.graphemes(true).next()).unwrap_or(rest);
            let span = Span::new(at, at + letter.len());
            match run {
                Some(run) => folded.push_run(run, span, folding),
                None => folded.push(letter, span, folding),
            }
            at = span.end;
        }
        folded
    }

    /// Where another folded text stands in this one, as bytes of the text as it is written: whole letters,
    /// in order and not overlapping. Nothing stands nowhere.
    pub fn find(&self, wanted: &Self) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        if wanted.text.is_empty() {
            return found;
        }
        for (at, part) in self.text.match_indices(&wanted.text) {
            let (Some(first), Some(last)) = (self.letter(at), self.letter(at + part.len() - 1)) else { continue };
            let span = first.join(last);
            if found.last().is_none_or(|before| before.end <= span.start) {
                found.push(span);
            }
        }
        found
    }

    /// The letter of the text as it is written that a byte of the folded one was made from.
    fn letter(&self, byte: usize) -> Option<Span> {
        let step = self.steps.get(self.steps.partition_point(|step| step.at <= byte).checked_sub(1)?)?;
        Some(step.letter(byte))
    }

    fn push_run(&mut self, run: &str, span: Span, folding: Folding) {
        let at = self.text.len();
        self.text.push_str(run);
        if folding == Folding::Loose {
            self.text[at..].make_ascii_lowercase();
        }
        self.steps.push(Step { at, span, run: true });
    }

    fn push(&mut self, letter: &str, span: Span, folding: Folding) {
        let at = self.text.len();
        if letter.chars().all(char::is_whitespace) {
            match self.steps.last_mut() {
                Some(blank) if self.text.ends_with(' ') => blank.span = blank.span.join(span),
                _ => {
                    self.text.push(' ');
                    self.steps.push(Step { at, span, run: false });
                }
            }
            return;
        }
        match (letter.is_ascii(), folding) {
            (true, Folding::Exact) => self.text.push_str(letter),
            (true, Folding::Loose) => self.text.push_str(&letter.to_ascii_lowercase()),
            (false, Folding::Exact) => self.text.extend(letter.chars().filter_map(plain).nfkc()),
            (false, Folding::Loose) => {
                let bare = letter.chars().filter_map(plain).nfkd().filter(|&c| !is_accent(c)).nfc();
                for c in bare.flat_map(char::to_lowercase) {
                    match spelt_out(c) {
                        Some(letters) => self.text.push_str(letters),
                        None => self.text.push(c),
                    }
                }
            }
        }
        if self.text.len() > at {
            self.steps.push(Step { at, span, run: false });
        }
    }
}

/// The plain characters that a text begins with, none of which has an accent, and without white space at its ends or
/// more of it than one blank. Most texts are such runs for the most part, so they are taken as a whole.
fn plain_run(rest: &str) -> Option<&str> {
    let is_plain = |pair: &[u8]| match pair {
        [b' ', next] => next.is_ascii_graphic(),
        [byte, next] => byte.is_ascii_graphic() && next.is_ascii(),
        _ => false,
    };
    let length = rest.as_bytes().windows(2).take_while(|pair| is_plain(pair)).count();
    let run = rest.get(..length)?.trim_matches(' ');
    rest.starts_with(run).then_some(run).filter(|run| !run.is_empty())
}

/// Accents of European scripts, and the vowel points of Arabic and Hebrew, which most texts leave out. The vowel signs
/// of other scripts are letters and stay.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{64b}'..='\u{652}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// Small letters that keyboards without them write otherwise.
fn spelt_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ð' | 'đ' => "d",
        'ł' => "l",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'a>(text: &'a str, words: &str, folding: Folding) -> Vec<&'a str> {
        Folded::of(text, folding).find(&Folded::of(words, folding)).iter().map(|span| span.of(text)).collect()
    }

    fn loose<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        found(text, words, Folding::Loose)
    }

    #[test]
    fn capitals_and_accents_do_not_matter() {
        assert_eq!(loose("The Weir, the weir and the WEIRS", "weir"), ["Weir", "weir", "WEIR"]);
        assert_eq!(loose("Über Öl und e\u{301}clair", "eclair"), ["e\u{301}clair"]);
        assert_eq!(loose("cafe CAFÉ", "café"), ["cafe", "CAFÉ"]);
        assert_eq!(loose("İstanbul and Łódź", "istanbul"), ["İstanbul"]);
        assert_eq!(loose("İstanbul and Łódź", "lodz"), ["Łódź"]);
    }

    #[test]
    fn letters_written_otherwise_are_found_whole() {
        assert_eq!(loose("die Straße", "strasse"), ["Straße"]);
        assert_eq!(loose("die STRASSE", "straße"), ["STRASSE"]);
        assert_eq!(loose("ﬁne ﬂour", "fine"), ["ﬁne"]);
        assert_eq!(loose("ﬁne", "ine"), ["ﬁne"], "a ligature is never cut");
        assert_eq!(loose("ß", "s"), ["ß"], "and is found once");
        assert_eq!(loose("Ærø", "aero"), ["Ærø"]);
    }

    #[test]
    fn typography_does_not_matter() {
        assert_eq!(loose("It’s “here” – now…", "it's \"here\" - now..."), ["It’s “here” – now…"]);
        assert_eq!(loose("co\u{ad}op\u{200b}erate", "cooperate"), ["co\u{ad}op\u{200b}erate"]);
        assert_eq!(loose("40\u{a0}million\n  crowns", "40 million crowns"), ["40\u{a0}million\n  crowns"]);
        assert_eq!(loose("don't", "don’t"), ["don't"]);
    }

    #[test]
    fn exactly_means_capitals_and_accents() {
        assert_eq!(found("Weir weir", "weir", Folding::Exact), ["weir"]);
        assert_eq!(found("cafe café cafe\u{301}", "café", Folding::Exact), ["café", "cafe\u{301}"]);
        assert_eq!(found("It’s ﬁne", "It's fine", Folding::Exact), ["It’s ﬁne"]);
    }

    #[test]
    fn vowel_signs_that_are_letters_stay() {
        assert_eq!(loose("कि की", "कि"), ["कि"]);
        assert_eq!(loose("が か", "か"), ["か"]);
        assert_eq!(loose("각 가", "가"), ["가"]);
    }

    #[test]
    fn nothing_stands_nowhere() {
        assert!(loose("weir", "").is_empty());
        assert!(loose("weir", "\u{200b}").is_empty());
        assert!(loose("wei", "weir").is_empty());
        assert!(loose("", "weir").is_empty());
        assert_eq!(loose("aaaa", "aa"), ["aa", "aa"]);
    }

    proptest! {
        #[test]
        fn every_part_of_a_text_is_found_at_its_place(
            text in "([a-zA-Z ,.’“é\u{301}ßﬁñ\u{ad}\u{a0}한\n-]|\\PC){0,60}", from in 0_usize..60, length in 1_usize..20,
        ) {
            let letters: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
            let part = letters.get(from..(from + length).min(letters.len())).unwrap_or_default();
            let words: String = part.iter().map(|(_, letter)| *letter).collect();
            for folding in [Folding::Loose, Folding::Exact] {
                let spans = Folded::of(&text, folding).find(&Folded::of(&words, folding));
                for span in &spans {
                    prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                    prop_assert!(!span.is_empty());
                }
                prop_assert!(spans.is_sorted_by(|a, b| a.end <= b.start));
                prop_assert_eq!(spans.is_empty(), Folded::of(&words, folding).text.is_empty());
            }
        }
    }
}
