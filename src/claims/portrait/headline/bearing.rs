//! The sentence that bears the headline out: the one of the text that says the most of it, and how surely it does.

use std::collections::HashSet;

use crate::claims::reading::Reading;
use crate::claims::{Kind, Mark, Place};
use crate::text::Span;

use super::super::Sketch;
use super::{Borne, HeadlineClaim, in_body};

/// The sentences that say what the headline says.
pub struct Bearing<'a> {
    headline: &'a Reading<'a>,
    /// The stems of the headline's content words.
    said: HashSet<&'a str>,
    /// The sentences of the text that say enough of it, in order: a report says first what its headline says.
    bearers: Vec<&'a Reading<'a>>,
}

/// A sentence with this share of the headline's words says what it says.
const ENOUGH: f64 = 0.5;

/// A sentence with this share of them says all of it.
const NEARLY_ALL: f64 = 0.8;

/// With fewer words in common that would be chance.
const LEAST: usize = 3;

impl<'a> Bearing<'a> {
    /// Looks for the sentences that bear a headline out; `None` where none does.
    pub fn of(sketch: &Sketch<'a>, headline: usize) -> Option<Self> {
        let headline = sketch.reading(headline)?;
        let said = content(sketch, headline, 0..headline.words.len());
        let shared = |reading: &Reading<'_>| {
            let own = content(sketch, reading, 0..reading.words.len());
            said.iter().filter(|stem| own.contains(*stem)).count()
        };
        let enough = |reading: &&Reading<'_>| {
            let shared = shared(reading);
            shared >= LEAST && shared as f64 >= ENOUGH * said.len() as f64
        };
        let body = sketch.page.readings.iter().filter(|reading| !sketch.is_headline(reading.id));
        let bearers: Vec<&Reading<'_>> = body.filter(enough).collect();
        (!bearers.is_empty()).then_some(Self { headline, said, bearers })
    }

    /// How surely the headline says it, and in whose voice, against the text; nothing where both state it as a fact.
    pub fn certainty(&self, sketch: &Sketch<'a>) -> Option<HeadlineClaim> {
        let own = self.qualified(sketch, self.headline);
        let bearer = *self.bearers.first()?;
        let there = self.qualified(sketch, bearer);
        let words = |span: Span| span.of(&sketch.document.text);
        let (borne, message) = match (own, there) {
            (None, None) => return None,
            // Somewhere else the text may state it all the same.
            (None, Some(_)) if self.is_stated(sketch) => return None,
            (None, Some(Qualified::Attributed(_, source))) => {
                let source = words(source);
                (Borne::Differs, format!("The headline states as fact what the text attributes to “{source}”."))
            }
            (None, Some(Qualified::Hedged(hedge))) => {
                let hedge = words(hedge);
                (Borne::Differs, format!("The headline states as fact what the text hedges with “{hedge}”."))
            }
            (Some(own), Some(there)) => {
                let (own, there) = (words(own.span()), words(there.span()));
                (Borne::Carried, format!("The headline qualifies it (“{own}”), and so does the text (“{there}”)."))
            }
            (Some(own), None) => {
                let own = words(own.span());
                (Borne::Differs, format!("The headline qualifies it (“{own}”), the text states it as a fact."))
            }
        };
        Some(self.claim(own, bearer, there, borne, message))
    }

    /// Whether some sentence states nearly all of the headline in the text's own voice.
    fn is_stated(&self, sketch: &Sketch<'a>) -> bool {
        self.bearers.iter().any(|reading| {
            let shared = self.said_in(sketch, reading, 0..reading.words.len());
            shared as f64 >= NEARLY_ALL * self.said.len() as f64 && self.qualified(sketch, reading).is_none()
        })
    }

    fn claim(
        &self,
        own: Option<Qualified>,
        bearer: &Reading<'_>,
        there: Option<Qualified>,
        borne: Borne,
        message: String,
    ) -> HeadlineClaim {
        let whole = |reading: &Reading<'_>| reading.span(0..reading.words.len());
        let kind = match own.or(there) {
            Some(Qualified::Attributed(..)) => Kind::Attribution,
            _ => Kind::Certainty,
        };
        let here = own.map_or_else(|| whole(self.headline), Qualified::span);
        let span = there.map_or_else(|| whole(bearer), Qualified::span);
        HeadlineClaim {
            kind,
            here: Place { sentence: self.headline.id, span: here },
            borne,
            there: Some(Place { sentence: bearer.id, span }),
            message,
        }
    }

    /// What keeps a sentence from stating in its own voice what the headline says.
    fn qualified(&self, sketch: &Sketch<'a>, reading: &Reading<'_>) -> Option<Qualified> {
        let marks = sketch.of_sentence(reading.id);
        let most = |span: Span| {
            let inside = self.said_in(sketch, reading, reading.words_in(span));
            inside * 2 > self.said_in(sketch, reading, 0..reading.words.len())
        };
        let attributed = marks.iter().filter(|mark| mark.kind == Kind::Attribution).find_map(|mark| {
            let parts = mark.parts?;
            parts.content.filter(|content| most(*content))?;
            Some(Qualified::Attributed(mark.span, parts.source?))
        });
        let hedges = |mark: &&Mark| mark.kind == Kind::Certainty && self.is_about_it(sketch, reading, mark);
        attributed.or_else(|| marks.iter().find(hedges).map(|mark| Qualified::Hedged(mark.span)))
    }

    /// Whether a hedge stands just before words of the headline, which it hedges then; one that hides who speaks may
    /// stand anywhere.
    fn is_about_it(&self, sketch: &Sketch<'a>, reading: &Reading<'_>, hedge: &Mark) -> bool {
        let own = reading.words_in(hedge.span);
        self.said_in(sketch, reading, own.end..(own.end + HEDGED).min(reading.words.len())) > 0
    }

    /// How many of the headline's words stand in a part of a sentence.
    fn said_in(&self, sketch: &Sketch<'a>, reading: &Reading<'_>, range: std::ops::Range<usize>) -> usize {
        content(sketch, reading, range).iter().filter(|stem| self.said.contains(**stem)).count()
    }

    /// Who acts: the headline in the active voice, the text in the passive without saying who.
    pub fn agent(&self, sketch: &Sketch<'a>) -> Option<HeadlineClaim> {
        let passive_here = |at: usize| {
            let own = sketch.of_sentence(self.headline.id).iter().filter(|mark| mark.kind == Kind::Agency);
            own.into_iter().any(|mark| self.headline.words_in(mark.span).contains(&at))
        };
        let verb = |mark: &&Mark| {
            let root = mark.value.as_str();
            (1..self.headline.words.len()).find(|&at| {
                let folded = self.headline.folded(at);
                // "Pier closed" leaves out who closed it just as the text does.
                let participle = folded.ends_with("ed") || sketch.page.lexicon.participles.has(folded);
                !participle && !passive_here(at) && sketch.page.root(folded) == root
            })
        };
        let bearers: HashSet<usize> = self.bearers.iter().map(|reading| reading.id).collect();
        let passives = in_body(sketch, Kind::Agency).filter(|mark| bearers.contains(&mark.sentence));
        let (mark, at) = passives.into_iter().find_map(|mark| Some((mark, verb(&mark)?)))?;
        let (here, there) = (self.headline.span(0..at + 1), mark.span);
        let text = &sketch.document.text;
        let message =
            format!("The headline says who acted (“{}”), the text does not (“{}”).", here.of(text), there.of(text));
        Some(HeadlineClaim {
            kind: Kind::Agency,
            here: Place { sentence: self.headline.id, span: here },
            borne: Borne::Differs,
            there: Some(Place { sentence: mark.sentence, span: there }),
            message,
        })
    }
}

/// How many words after a hedge it may hedge.
const HEDGED: usize = 5;

/// What keeps a statement from being the source's own.
#[derive(Clone, Copy)]
enum Qualified {
    /// Somebody is named who says so: the mark, and who.
    Attributed(Span, Span),
    /// A hedge.
    Hedged(Span),
}

impl Qualified {
    fn span(self) -> Span {
        match self {
            Self::Attributed(span, _) | Self::Hedged(span) => span,
        }
    }
}

/// The stems of the content words of a part of a sentence.
fn content<'a>(sketch: &Sketch<'a>, reading: &'a Reading<'_>, range: std::ops::Range<usize>) -> HashSet<&'a str> {
    let words = reading.words.get(range).unwrap_or_default().iter();
    words.filter(|word| word.content).map(|word| sketch.page.stem(&word.folded)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Borne;
    use crate::claims::testing::document;
    use crate::claims::{Kind, portray};
    use crate::clean::Role;

    fn told(headline: &str, body: &str) -> Vec<(Kind, Borne, String)> {
        let mut document = document(&[headline, body]);
        document.sentences[0].role = Role::Headline;
        let claims = portray(&document).1.headline.into_iter();
        claims
            .filter(|claim| matches!(claim.kind, Kind::Certainty | Kind::Attribution | Kind::Agency))
            .map(|claim| (claim.kind, claim.borne, claim.message))
            .collect()
    }

    #[test]
    fn a_plain_headline_over_a_qualified_text_differs() {
        let attributed = told("Crane sank three fishing boats", "A crane sank three fishing boats, police said.");
        assert_eq!(
            attributed,
            [(
                Kind::Attribution,
                Borne::Differs,
                "The headline states as fact what the text attributes to “police”.".to_owned()
            )]
        );
        let hedged = told("Crane sank three fishing boats", "A crane may have sunk the three fishing boats.");
        assert_eq!((hedged[0].0, hedged[0].1), (Kind::Certainty, Borne::Differs));
        let turned = told("Crane may close old fish market", "The old fish market will close because of a crane.");
        assert_eq!(turned[0].1, Borne::Differs);
    }

    #[test]
    fn what_both_say_alike_is_carried() {
        assert!(told("Crane sank three fishing boats", "On Monday a crane sank three fishing boats.").is_empty());
        assert_eq!(
            told("Crane sank fishing boats, police say", "Police said the crane sank fishing boats.")[0].1,
            Borne::Carried
        );
        assert!(told("Crane sank three fishing boats", "The council met.").is_empty());
    }

    #[test]
    fn an_agent_that_the_text_leaves_out_is_told() {
        let claims = told("Council closes old fish market", "The old fish market was closed on Monday by night.");
        assert!(claims.iter().all(|claim| claim.0 != Kind::Agency), "{claims:?}");
        let claims = told("Council closes old fish market", "The old fish market of the council was closed on Monday.");
        assert!(claims.iter().any(|claim| claim.0 == Kind::Agency && claim.1 == Borne::Differs), "{claims:?}");
    }
}
