//! Fonts that promise more signs than any has, found before the library makes a list of them all.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Object};

use super::super::{Problem, Watch};

/// The highest number of a sign in a font; two bytes hold no higher one.
const HIGHEST_SIGN: i64 = 65_535;

/// Ranges of signs with a width are no longer than this, all of a font's together: that is each of its signs sixteen times.
const MOST_SIGNS: u64 = 1_000_000;

/// Dictionaries in dictionaries: a font stands three levels down in its page at most.
const DEEPEST: usize = 10;

/// An error where a font of the file says too much.
pub(super) fn check(pdf: &Pdf, watch: &Watch) -> Result<(), Problem> {
    for object in pdf.objects() {
        watch.go_on()?;
        check_object(&object, 0)?;
    }
    Ok(())
}

fn check_object(object: &Object<'_>, depth: usize) -> Result<(), Problem> {
    match object {
        Object::Dict(dict) => check_dict(dict, depth),
        Object::Stream(stream) => check_dict(stream.dict(), depth),
        _ => Ok(()),
    }
}

fn check_dict(dict: &Dict<'_>, depth: usize) -> Result<(), Problem> {
    let first = dict.get::<Object<'_>>("FirstChar").is_none_or(|first| !is_above(&first, HIGHEST_SIGN));
    let across = dict.get::<Array<'_>>("W").is_none_or(|widths| signs(&widths, 1) <= MOST_SIGNS);
    let down = dict.get::<Array<'_>>("W2").is_none_or(|widths| signs(&widths, 3) <= MOST_SIGNS);
    if !(first && across && down) {
        return Err(Problem::Damaged);
    }
    if depth < DEEPEST {
        for (_, inner) in dict.entries() {
            if let MaybeRef::NotRef(inner) = inner {
                check_object(&inner, depth + 1)?;
            }
        }
    }
    Ok(())
}

fn is_above(object: &Object<'_>, most: i64) -> bool {
    matches!(object, Object::Number(number) if number.as_i64() > most)
}

/// How many signs the ranges of a list of widths have, which stand as "first last" and so many numbers for each sign.
/// Where a list of widths for signs in a row follows the first, its own length bounds it.
fn signs(widths: &Array<'_>, numbers: usize) -> u64 {
    let mut items = widths.iter::<Object<'_>>();
    let mut all: u64 = 0;
    while let (Some(first), Some(next)) = (items.next(), items.next()) {
        if let (Object::Number(first), Object::Number(last)) = (first, next) {
            all = all.saturating_add(last.as_i64().abs_diff(first.as_i64()));
            items.by_ref().take(numbers).for_each(drop);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(font: &str) -> bool {
        let file = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
             2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n\
             5 0 obj<</Font<</F<<{font}>>>>>>endobj\n6 0 obj[0 4000000000 500]endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        );
        check(&Pdf::new(file.into_bytes()).unwrap(), &Watch::default()).is_err()
    }

    #[test]
    fn ranges_beyond_all_signs_are_refused() {
        for font in ["/W[0 4294967295 500]", "/W 6 0 R", "/W[1[500 600]0 2000000 500]", "/W2[0 4294967295 1 2 3]"] {
            assert!(is_refused(font), "{font}");
        }
        assert!(is_refused(&format!("/W[{}]", "0 65535 500 ".repeat(20))));
        assert!(is_refused("/FirstChar 99999999999/LastChar 99999999999/Widths[500]"));
        assert!(is_refused("/FirstChar 2000000000/LastChar 2000000001/Widths[500]"));
    }

    #[test]
    fn fonts_with_many_signs_are_let_through() {
        for font in ["/W[0 65535 500]", "/FirstChar 32/LastChar 255/Widths[500 600]", "/W2[1[1 2 3]0 65535 1 2 3]"] {
            assert!(!is_refused(font), "{font}");
        }
        assert!(!is_refused(&format!("/W[{}]", "60000 60001 500 3[500 600]".repeat(20_000))));
    }
}
