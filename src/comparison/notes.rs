//! What the reader should know about a comparison: both documents' notes, and what the comparison cannot do.

use crate::claims;
use crate::segment::Document;
use crate::text::{Note, Pair, Side};

/// The notes on two documents: those of both once, those of one with its side.
pub(super) fn notes(documents: Pair<&Document>) -> Vec<Note> {
    let mut notes = shared(documents);
    let Pair { left, right } = documents.map(|document| document.language.name());
    if left != right {
        notes.push(Note::warning(format!(
            "the sources seem to be in different languages ({left} and {right}); few sentences can be aligned"
        )));
    }
    let unknown = documents.iter().find(|(_, document)| !claims::known(&document.language));
    if let Some((_, document)) = unknown {
        notes.push(Note::warning(format!(
            "of claims in {} only numbers, names and quotations are found",
            document.language.name()
        )));
    }
    notes
}

fn shared(documents: Pair<&Document>) -> Vec<Note> {
    let mut notes = Vec::new();
    for (side, document) in documents.iter() {
        for note in &document.notes {
            let of_both = documents[side.other()].notes.contains(note);
            if !of_both {
                notes.push(Note { level: note.level, message: format!("{}: {}", side.name(), note.message) });
            } else if side == Side::Left {
                notes.push(note.clone());
            }
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Options, read};
    use crate::load::RawArticle;

    fn notes_on(left: &str, right: &str) -> Vec<String> {
        let documents =
            Pair::new(left, right).map(|text| read(&RawArticle::from_text("made up", text), &Options::default()));
        notes(documents.as_ref()).into_iter().map(|note| note.message).collect()
    }

    const ENGLISH: &str = "The harbour closed on Monday and nobody who lives there had been told about it before.";
    const GERMAN: &str = "Der Hafen wurde am Montag geschlossen, und niemand von den Leuten dort hatte davon gewusst.";

    #[test]
    fn what_both_say_is_said_once() {
        assert_eq!(notes_on(ENGLISH, ENGLISH), ["language guessed: English"]);
    }

    #[test]
    fn different_languages_are_told() {
        let notes = notes_on(ENGLISH, GERMAN);
        assert_eq!(notes[..2], ["left: language guessed: English", "right: language guessed: German"]);
        assert!(notes[2].contains("different languages") && notes[3].contains("claims in German"), "{notes:?}");
    }
}
