//! What the sources claim, and where their claims differ.
//!
//! A detector marks one kind of claim in a single source ([`inspect`]); inside a group the marks of both sides are
//! paired by what they are about and compared ([`compare`]). Nothing here says who is right.
//!
//! Each kind has a file of its own and is a [`Detector`]; what it knows about a language stands in the word lists
//! under `assets/lang/`. For a language without lists only digits, quotations and capitalised names are marked.

mod agency;
mod amount;
mod attribution;
mod certainty;
mod date;
mod detector;
mod finding;
mod lexicon;
mod mark;
mod name;
mod number;
mod phrases;
mod polarity;
mod quote;
mod rank;
mod reading;
mod scene;
mod scope;
mod settle;

pub use detector::description;
pub use finding::{Finding, Place, Relation};
pub use mark::{Kind, Mark, Parts};

use lexicon::Lexicon;
use reading::Page;
use scene::Scene;

use crate::align::{Alignment, Group};
use crate::segment::Document;
use crate::text::{Language, Pair, Side, letters};

/// Whether the program has word lists for a language; without them only digits, quotations and names are found.
pub fn known(language: &Language) -> bool {
    Lexicon::of(language).is_known
}

/// Every claim mark of a document, in the order of the text.
pub fn inspect(document: &Document) -> Vec<Mark> {
    let page = Page::read(document);
    let mut marks: Vec<Mark> = page
        .readings
        .iter()
        .flat_map(|reading| detector::ALL.iter().flat_map(|detector| detector.marks(&page, reading)))
        .collect();
    marks.sort_by_key(|mark| (mark.span, mark.kind));
    marks
}

/// The differences in claims between the linked sentences: conflicts first, then by kind and place.
pub fn compare(documents: Pair<&Document>, marks: Pair<&[Mark]>, alignment: &Alignment) -> Vec<Finding> {
    let pages = documents.map(Page::read);
    let mut findings = Vec::new();
    for (id, group) in alignment.groups.iter().enumerate() {
        if !is_identical(documents, group) {
            let scene = scene(id, alignment, pages.as_ref(), marks);
            let found = detector::ALL.iter().flat_map(|detector| detector.compare(&scene)).collect();
            findings.extend(rank::without_repeats(found));
        }
    }
    rank::in_order(findings)
}

/// Whether both sides of a group say the same but for typography.
fn is_identical(documents: Pair<&Document>, group: &Group) -> bool {
    let text = |side: Side| -> Vec<String> {
        group.sentences[side].iter().map(|&id| letters(documents[side].sentence(id))).collect()
    };
    text(Side::Left) == text(Side::Right)
}

fn scene<'a>(id: usize, alignment: &Alignment, pages: Pair<&'a Page<'a>>, marks: Pair<&'a [Mark]>) -> Scene<'a> {
    let group = &alignment.groups[id];
    let links = group.links.iter().filter_map(|&link| alignment.links.get(link)).map(|link| link.sentences).collect();
    let sentences = Pair::from_fn(|side| {
        group.sentences[side].iter().filter_map(|&sentence| pages[side].readings.get(sentence)).collect()
    });
    let all = marks;
    let marks =
        Pair::from_fn(|side| all[side].iter().filter(|mark| group.sentences[side].contains(&mark.sentence)).collect());
    Scene { group: id, pages, sentences, marks, links, all }
}
