//! Block by block: what is kept in which role, and what is taken out for which reason.

use crate::load::{Block, BlockKind, Card, RawArticle};
use crate::text::{Span, letters};

use super::patterns::{Scope, reason};
use super::stretch::stretches;
use super::{Reason, Role, byline, shape};

/// A stretch of a block and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    /// Its bytes in the raw text.
    pub span: Span,
    /// The part it plays where it is kept.
    pub role: Role,
    /// Why it is taken out; `None` where it is kept.
    pub why: Option<Reason>,
}

/// A block that a heading such as "More stories:" introduces is not longer than this, in bytes.
const LONGEST_LIST: usize = 600;

/// A title among links has more words than this; a shorter line may be a heading of the article.
const LONGEST_BARE_HEADING: usize = 5;

/// Judges all blocks of an article and fills its card.
pub(super) fn judge(raw: &RawArticle, card: &mut Card) -> Vec<Vec<Judged>> {
    let mut judge = Judge { raw, card, title: None, has_lead: false, list: None };
    (0..raw.blocks.len()).map(|number| judge.block(number)).collect()
}

/// What the blocks so far have shown.
struct Judge<'a> {
    raw: &'a RawArticle,
    card: &'a mut Card,
    /// The headline's letters, once there is one.
    title: Option<String>,
    /// The first paragraph has been seen: there will be no headline or byline any more.
    has_lead: bool,
    /// A list of links is open.
    list: Option<List>,
}

#[derive(Clone, Copy)]
struct List {
    why: Reason,
    /// Its heading ended in a colon and nothing has followed yet: what comes next belongs to it for certain.
    is_due: bool,
}

impl Judge<'_> {
    fn block(&mut self, number: usize) -> Vec<Judged> {
        let Some(&Block { span, kind }) = self.raw.blocks.get(number) else { return Vec::new() };
        let text = span.of(&self.raw.text);
        if kind == BlockKind::Sentence {
            return vec![Judged { span, role: Role::Body, why: None }];
        }
        if kind == BlockKind::Furniture {
            let why = Some(Reason::Furniture);
            return vec![Judged { span, role: put_back(text, kind, why), why }];
        }
        let why = self.whole(text, kind);
        let role = if why.is_some() { put_back(text, kind, why) } else { self.role(number, text, kind) };
        if why.is_none() && role != Role::Headline {
            return parts(span, text, role);
        }
        vec![Judged { span, role, why }]
    }

    /// Why a whole block is taken out.
    fn whole(&mut self, text: &str, kind: BlockKind) -> Option<Reason> {
        let found = self.in_list(text, kind).or_else(|| self.list_heading(text));
        found
            .or_else(|| self.title.as_ref().filter(|title| **title == letters(text)).map(|_| Reason::RepeatedTitle))
            .or_else(|| self.byline(text))
            .or_else(|| (kind == BlockKind::Caption).then_some(Reason::Caption))
            .or_else(|| reason(text, Scope::Block))
            .or_else(|| shape::is_list_of_sites(text).then_some(Reason::LinkList))
    }

    /// Whether a block belongs to the list of links that is open; the first that does not closes it.
    fn in_list(&mut self, text: &str, kind: BlockKind) -> Option<Reason> {
        let list = self.list?;
        if reason(text, Scope::Heading).is_some() {
            return None;
        }
        let is_link = kind != BlockKind::Heading
            && shape::is_title(text)
            && text.split_whitespace().count() > LONGEST_BARE_HEADING;
        let belongs = list.is_due && text.len() <= LONGEST_LIST || is_link || shape::is_list_of_sites(text);
        self.list = belongs.then_some(List { is_due: false, ..list });
        belongs.then_some(list.why)
    }

    fn list_heading(&mut self, text: &str) -> Option<Reason> {
        let why = reason(text, Scope::Heading)?;
        self.list = Some(List { why, is_due: text.ends_with(':') });
        Some(why)
    }

    /// A byline stands between the title and the first paragraph, or says by itself what it is.
    fn byline(&mut self, text: &str) -> Option<Reason> {
        let found = byline::read(text)?;
        let is_in_place = !self.has_lead && (self.title.is_some() || found.published.is_some());
        if !is_in_place {
            return None;
        }
        let Card { author, outlet, published, .. } = &mut *self.card;
        *author = author.take().or(found.author);
        *outlet = outlet.take().or(found.outlet);
        *published = published.take().or(found.published);
        Some(Reason::Byline)
    }

    fn role(&mut self, number: usize, text: &str, kind: BlockKind) -> Role {
        if self.is_headline(number, text, kind) {
            self.title = Some(letters(text));
            self.card.title.get_or_insert_with(|| text.to_owned());
            return Role::Headline;
        }
        let is_heading = kind == BlockKind::Heading || kind == BlockKind::Paragraph && shape::is_heading(text);
        match kind {
            BlockKind::ListItem => Role::List,
            BlockKind::Heading => Role::Subheading,
            _ if !self.has_lead && (!is_heading || self.title.is_some()) => {
                self.has_lead = true;
                Role::Lead
            }
            _ if is_heading => Role::Subheading,
            _ => Role::Body,
        }
    }

    /// The first line is the headline where it looks like one and an article follows.
    fn is_headline(&self, number: usize, text: &str, kind: BlockKind) -> bool {
        let is_first = self.title.is_none() && !self.has_lead;
        let looks_so = kind == BlockKind::Heading || kind == BlockKind::Paragraph && shape::is_title(text);
        is_first && looks_so && number + 1 < self.raw.blocks.len()
    }
}

/// The role of a block that the program took out, should the reader put it back.
fn put_back(text: &str, kind: BlockKind, why: Option<Reason>) -> Role {
    match why {
        Some(Reason::Caption) => Role::Caption,
        _ if kind == BlockKind::ListItem => Role::List,
        _ if kind == BlockKind::Heading || shape::is_heading(text) => Role::Subheading,
        _ => Role::Body,
    }
}

/// The parts of a block: appeals and links inside it are taken out, what lies between them is kept.
fn parts(span: Span, text: &str, role: Role) -> Vec<Judged> {
    let mut judged: Vec<Judged> = Vec::new();
    for stretch in stretches(text) {
        let sentence = stretch.span.of(text);
        let why = if stretch.is_quoted { None } else { reason(sentence, Scope::Sentence) };
        let part = stretch.span.shifted(span.start);
        match judged.last_mut() {
            Some(last) if last.why.is_none() && why.is_none() => last.span = last.span.join(part),
            _ => judged.push(Judged { span: part, role, why }),
        }
    }
    judged
}
