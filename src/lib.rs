//! Paragone reads two articles side by side: it aligns the sentences that cover the same content and shows how they
//! differ in wording and in claims.
//!
//! # The pipeline
//!
//! ```text
//! a file, pasted text ── load ──▶ RawArticle ── clean ──▶ Article ── segment ──▶ Document
//!                                                                                   │ both of them
//!                                             wording ──▶ pieces                    ▼
//!                Comparison ◀────────────────                  ◀── groups ── align ──▶ Alignment
//!                     │                       claims ──▶ findings
//!                     ▼
//!             report, cli, gui              Edits: the reader's corrections go back in at clean and align
//! ```
//!
//! Every stage is a plain function from data to data. Only [`load`] can fail; the others take any text and note what
//! the reader should know. Same input, same bytes out.
//!
//! ## Load
//! ```
//! use paragone::load::RawArticle;
//! let raw = RawArticle::from_text("left.txt", "Harbour closed\n\nBy Nora Whitlam\n\nThe harbour closed on Monday. Nobody was hurt.\n");
//! assert_eq!(raw.blocks.len(), 3);
//! ```
//! ## Clean
//! ```
//! # use paragone::load::RawArticle;
//! # let raw = RawArticle::from_text("left.txt", "Harbour closed\n\nBy Nora Whitlam\n\nThe harbour closed on Monday. Nobody was hurt.\n");
//! use paragone::clean::{Choices, clean};
//! let article = clean(&raw, &Choices::default());
//! assert_eq!(article.removed.len(), 1);
//! assert_eq!(article.card.author.as_deref(), Some("Nora Whitlam"));
//! ```
//! ## Segment
//! ```
//! # use paragone::load::RawArticle;
//! # use paragone::clean::{Choices, clean};
//! # let raw = RawArticle::from_text("left.txt", "Harbour closed\n\nBy Nora Whitlam\n\nThe harbour closed on Monday. Nobody was hurt.\n");
//! # let article = clean(&raw, &Choices::default());
//! use paragone::segment::{Cuts, segment};
//! let document = segment(&raw, article, None, &Cuts::default());
//! assert_eq!(document.sentence(1), "The harbour closed on Monday.");
//! ```
//! ## Align
//! ```
//! use paragone::align::{Matching, Pins, Semantics, align};
//! use paragone::comparison::{Options, read};
//! use paragone::load::RawArticle;
//! use paragone::text::Pair;
//! let documents = Pair::new("Two ferries collided off Skerrow.", "Off Skerrow two ferries collided late on Sunday.")
//!     .map(|text| read(&RawArticle::from_text("example", text), &Options::default()));
//! let alignment = align(documents.as_ref(), &Pins::default(), Matching::default(), &Semantics::default());
//! assert_eq!(alignment.links[0].sentences, Pair::new(0, 0));
//! let reasons = alignment.reasons_for(Pair::new(0, 0));
//! assert_eq!(reasons[0].phrase(documents.as_ref()), "both say “Two ferries collided”");
//! ```
//! ## Wording and claims
//! ```
//! use paragone::claims::Kind;
//! use paragone::comparison::{Edits, Options, compare};
//! use paragone::load::RawArticle;
//! use paragone::text::Pair;
//! use paragone::wording::Op;
//! let articles = Pair::new("The collision injured 31 passengers.", "The collision injured 27 passengers.")
//!     .map(|text| RawArticle::from_text("example", text));
//! let comparison = compare(articles.as_ref(), &Options::default(), &Edits::default());
//! assert!(comparison.wording[0].iter().any(|piece| piece.op == Op::Replace));
//! assert_eq!(comparison.findings[0].kind, Kind::Number);
//! ```
//! ## Report
//! ```
//! # use paragone::comparison::{Edits, Options, compare};
//! # use paragone::load::RawArticle;
//! # use paragone::text::Pair;
//! use paragone::report::{Shown, json};
//! let articles = Pair::new("It rained.", "It rained.").map(|text| RawArticle::from_text("example", text));
//! let comparison = compare(articles.as_ref(), &Options::default(), &Edits::default());
//! let written = serde_json::to_value(json::comparison(&comparison, Shown::default()))?;
//! assert_eq!(written["format"], "paragone.comparison");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Glossary
//!
//! | word | means |
//! |---|---|
//! | **source** | one of the two texts compared, the *left* or the *right* one ([`text::Side`]) |
//! | **block** | a paragraph, heading or list item as it was read ([`load::Block`]) |
//! | **passage** | a stretch of the source that is part of the article and that no sentence crosses ([`clean::Passage`]) |
//! | **sentence** | what is aligned: a sentence, a headline or a list item ([`segment::Sentence`]), known by its number in the document |
//! | **origin** | the byte of the raw text at which a sentence begins: the name that outlives corrections |
//! | **link** | one sentence of the left source joined with one of the right, with a score ([`align::Link`]) |
//! | **possible** | a pair that is offered, not asserted ([`align::Candidate`]) |
//! | **reason** | what a link rests on, with the words that show it ([`align::Reason`]) |
//! | **matching** | how sure the program must be to link two sentences: strict, balanced or generous ([`align::Matching`]) |
//! | **group** | links that are read together ([`align::Group`]) |
//! | **piece** | a stretch of words and its counterpart ([`wording::Piece`]) |
//! | **mark** | a checkable claim in one source ([`claims::Mark`]) |
//! | **finding** | one claim compared across both sources ([`claims::Finding`]) |
//! | **unmatched** | a sentence that no link was found for, with what was found instead ([`claims::Unmatched`]) |
//! | **portrait** | what one source shows by itself: voices, headline, figures, evaluations ([`claims::Portrait`]) |
//! | **voice** | somebody given as a source, with the words that are theirs ([`claims::Voice`]) |
//! | **edits** | the reader's corrections ([`comparison::Edits`]) |

pub mod align;
pub mod claims;
pub mod clean;
pub mod cli;
pub mod comparison;
#[cfg(feature = "encoder")]
pub mod encoder;
#[cfg(feature = "gui")]
pub mod gui;
pub mod load;
pub mod project;
pub mod report;
pub mod segment;
pub mod text;
pub mod wording;

// The fixtures shared with the window's tests name the crate as those do.
#[cfg(test)]
extern crate self as paragone;
