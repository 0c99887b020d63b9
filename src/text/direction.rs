//! Which way a text runs.

/// Whether more of a text's letters run from right to left than from left to right; digits and signs say nothing.
///
/// ```
/// assert!(paragone::text::is_right_to_left("הגשר נסגר ביום שני, says Oster"));
/// assert!(!paragone::text::is_right_to_left("The sign reads “גשר”."));
/// ```
pub fn is_right_to_left(text: &str) -> bool {
    if !text.bytes().any(may_begin_letter_from_right) {
        return false;
    }
    let (mut from_right, mut from_left) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if runs_from_right(c) {
            from_right += 1;
        } else {
            from_left += 1;
        }
    }
    from_right > from_left
}

/// Whether a byte can be the first of such a letter in UTF-8. Most texts have none, and long ones are looked at at once.
fn may_begin_letter_from_right(byte: u8) -> bool {
    matches!(byte, 0xd6..=0xe0 | 0xef..=0xf0)
}

/// Whether a letter is of the bidirectional classes R or AL, by the ranges that Unicode sets aside for them
/// (`DerivedBidiClass.txt`): Hebrew, Arabic, Syriac, Thaana, N’Ko and the scripts beside them, their presentation
/// forms, and the right-to-left part of the supplementary plane.
fn runs_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hebrew_arabic_and_their_neighbours_run_from_the_right() {
        for text in ["אוסטר", "الجسر", "پل بسته شد", "ܓܫܪܐ", "ބްރިޖް", "ߛߊ߬ߟߊ߲", "𐤂𐤔𐤓", "ﻻﺣﻖ"]
        {
            assert!(is_right_to_left(text), "{text}");
        }
    }

    #[test]
    fn every_letter_from_the_right_begins_with_a_byte_that_tells_so() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|&c| runs_from_right(c)) {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(may_begin_letter_from_right(first), "{c:?}");
        }
    }

    #[test]
    fn other_scripts_run_from_the_left() {
        for text in ["Oster", "мост", "γέφυρα", "橋は閉鎖", "पुल", "다리", "", "12 – 40 %", "…"]
        {
            assert!(!is_right_to_left(text), "{text}");
        }
    }

    #[test]
    fn what_most_letters_do_decides() {
        assert!(is_right_to_left("الجسر في Oster مغلق 2025"));
        assert!(!is_right_to_left("They wrote “الجسر” on the bridge at Oster."));
    }
}
