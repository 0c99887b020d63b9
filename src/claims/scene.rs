//! A group as the detectors see it: both sides' sentences, read, and their marks of one kind.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::text::{Pair, Side, Span};

use super::reading::{Page, Reading};
use super::register::Register;
use super::{Finding, Kind, Mark, Place, Relation};

/// The words around a place, by side, place and reach.
type Contexts<'a> = HashMap<(Side, Span, usize), Rc<HashSet<&'a str>>>;

/// The two sides of a group.
pub struct Scene<'a> {
    /// The group's id.
    pub group: usize,
    /// Both documents, read.
    pub pages: Pair<&'a Page<'a>>,
    /// The group's sentences.
    pub sentences: Pair<Vec<&'a Reading<'a>>>,
    /// Their marks of every kind, in order.
    pub marks: Pair<Vec<&'a Mark>>,
    /// The group's links, as pairs of sentence ids.
    pub links: Vec<Pair<usize>>,
    /// The marks of the whole documents.
    pub all: Pair<&'a Register<'a>>,
    /// The words around places that were asked for: the same marks are weighed against many others.
    pub contexts: RefCell<Contexts<'a>>,
    /// The content words of each side, once they were asked for.
    pub content: Pair<OnceCell<HashSet<&'a str>>>,
}

impl<'a> Scene<'a> {
    /// The marks of one kind.
    pub fn of_kind(&self, kind: Kind) -> Pair<Vec<&'a Mark>> {
        self.marks.as_ref().map(|marks| marks.iter().copied().filter(|mark| mark.kind == kind).collect())
    }

    /// Whether a side has nothing but headings and lists here. These leave things out because they are short: what the
    /// other source has more is no difference worth telling.
    pub fn is_summary(&self, side: Side) -> bool {
        self.sentences[side].iter().all(|reading| !reading.running)
    }

    /// Whether the sentences of two marks are linked directly, not by way of others of the group.
    pub fn are_linked(&self, marks: Pair<&Mark>) -> bool {
        self.links.contains(&marks.map(|mark| mark.sentence))
    }

    /// The sentence that a mark stands in.
    pub fn reading(&self, side: Side, mark: &Mark) -> Option<&'a Reading<'a>> {
        self.sentence(side, mark.sentence)
    }

    /// One of the group's sentences by its id.
    pub fn sentence(&self, side: Side, id: usize) -> Option<&'a Reading<'a>> {
        self.sentences[side].iter().copied().find(|reading| reading.id == id)
    }

    /// The words of a source, shortened for a message.
    pub fn words(&self, side: Side, span: Span) -> String {
        let text = self.sentences[side].first().map_or("", |reading| reading.text);
        shortened(span.of(text))
    }

    /// How many content words near the two places are the same: a sign that both are about one thing.
    pub fn shared_context(&self, marks: Pair<&Mark>, reach: usize) -> usize {
        let around = Pair::from_fn(|side| self.context(side, marks[side], reach));
        around.left.intersection(&around.right).count()
    }

    /// How many of the content words near a mark the other source has too: whether it speaks of the same thing at all.
    pub fn taken_up(&self, side: Side, mark: &Mark, reach: usize) -> usize {
        self.context(side, mark, reach).intersection(self.content(side.other())).count()
    }

    /// The word near a mark that says which event it belongs to: the nearest verb or noun of an event, and where a mark of
    /// the other source is given, one that stands near that as well.
    pub fn event(&self, side: Side, mark: &Mark, other: Option<&Mark>, reach: usize) -> Option<&'a str> {
        let reading = self.reading(side, mark)?;
        let own = reading.words_in(mark.span);
        let context = other.map(|other| self.context(side.other(), other, reach));
        let near = own.start.saturating_sub(reach)..(own.end + reach).min(reading.words.len());
        let words = near.filter(|at| !own.contains(at)).filter_map(|at| Some((at, reading.words.get(at)?)));
        let page = self.pages[side];
        let shared = words.filter(|(_, word)| {
            page.is_event(word) && context.as_ref().is_none_or(|others| others.contains(page.stem(&word.folded)))
        });
        let distance = |at: usize| if at < own.start { own.start - at } else { at - own.end + 1 };
        shared.min_by_key(|(at, _)| distance(*at)).map(|(_, word)| word.bare().of(reading.text))
    }

    /// The stems of the content words of a side.
    pub fn content(&self, side: Side) -> &HashSet<&'a str> {
        self.content[side].get_or_init(|| {
            let words = self.sentences[side].iter().flat_map(|reading| &reading.words);
            words.filter(|word| word.content).map(|word| self.pages[side].stem(&word.folded)).collect()
        })
    }

    /// The stems of the content words near a mark.
    fn context(&self, side: Side, mark: &Mark, reach: usize) -> Rc<HashSet<&'a str>> {
        let key = (side, mark.span, reach);
        if let Some(known) = self.contexts.borrow().get(&key) {
            return Rc::clone(known);
        }
        let words = self
            .reading(side, mark)
            .map(|reading| self.pages[side].around(reading, reading.words_in(mark.span), reach));
        let words = Rc::new(words.unwrap_or_default());
        self.contexts.borrow_mut().insert(key, Rc::clone(&words));
        words
    }

    /// A finding in this group.
    pub fn finding(&self, kind: Kind, relation: Relation, places: Pair<Option<Place>>, message: String) -> Finding {
        Finding { group: self.group, kind, relation, places, message, interest: 0.0 }
    }

    /// A finding that only one side has.
    pub fn only(&self, side: Side, mark: &Mark, message: String) -> Finding {
        let place = Some(place(mark));
        let (relation, places) = match side {
            Side::Left => (Relation::OnlyLeft, Pair::new(place, None)),
            Side::Right => (Relation::OnlyRight, Pair::new(None, place)),
        };
        self.finding(mark.kind, relation, places, message)
    }

    /// A finding about two marks.
    pub fn both(&self, marks: Pair<&Mark>, relation: Relation, message: String) -> Finding {
        self.finding(marks.left.kind, relation, marks.map(|mark| Some(place(mark))), message)
    }
}

/// Where a mark stands.
pub fn place(mark: &Mark) -> Place {
    Place { sentence: mark.sentence, span: mark.span }
}

/// What belongs to a side and what belongs to the other, each in its place.
pub fn sided<T>(side: Side, own: T, other: T) -> Pair<T> {
    match side {
        Side::Left => Pair::new(own, other),
        Side::Right => Pair::new(other, own),
    }
}

/// The name of a side at the beginning of a sentence.
pub fn named(side: Side) -> &'static str {
    match side {
        Side::Left => "Left",
        Side::Right => "Right",
    }
}

/// More characters than this of a source make a message hard to take in.
const MOST_IN_A_MESSAGE: usize = 70;

fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST_IN_A_MESSAGE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST_IN_A_MESSAGE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole} …")
}
