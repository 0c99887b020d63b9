//! The comparison that is open, and what follows from it for the window.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::align::{ReasonKind, in_one_line};
use crate::comparison::{Comparison, Edits, FindingName, Options, Review};
use crate::gui::flow::Flow;
use crate::gui::history::{History, Snapshot};
use crate::gui::jobs::Task;
use crate::gui::left_out::{self, Sign, Signs};
use crate::gui::model::{self, Row, RowKey};
use crate::gui::overview::{Overview, overview};
use crate::gui::reading::Reading;
use crate::gui::words;
use crate::load::{RawArticle, Source};
use crate::segment::Mend;
use crate::text::{Pair, Side};
use crate::wording::{Typography, tally};

use super::Placed;

/// An open comparison with the reader's corrections.
#[derive(Debug)]
pub struct Open {
    /// Where the articles came from.
    pub sources: Pair<Source>,
    /// The articles as they were read.
    pub articles: Pair<Arc<RawArticle>>,
    /// How they are compared.
    pub options: Options,
    /// The reader's corrections.
    pub edits: Edits,
    /// The corrections that the comparison was made with; others are on their way.
    pub compared_with: Edits,
    /// Corrections before and after.
    pub history: History,
    /// What came of it.
    pub comparison: Comparison,
    /// The sources' names.
    pub names: Pair<String>,
    /// How many sentences of each side have no counterpart.
    pub alone: Pair<usize>,
    /// Every row, in the order of the leading side.
    pub rows: Vec<Row>,
    /// How many differences in the wording are typographic only, and of which sort.
    pub typographic: BTreeMap<Typography, usize>,
    /// What the reader found each finding to be, by its id.
    pub reviews: Vec<Option<Review>>,
    /// What was found of findings that are none any more.
    pub unplaced: Vec<(FindingName, Review)>,
    /// The reader's notes with the places where they stand.
    pub notes: Vec<Placed>,
    /// Counts up whenever something is written.
    pub remarked: u64,
    /// What was left out and what was put back, between the rows.
    pub signs: Signs,
    /// The cuts and joints of the reader that show.
    pub mends: Pair<Vec<Mend>>,
    /// The passages left out that are shown in their places, by where they begin in the raw text.
    pub unfolded: Pair<BTreeSet<usize>>,
    /// What reading side by side needs to know.
    pub reading: Reading,
    /// What stands in the column of each side.
    pub flow: Pair<Flow>,
    /// Counts up whenever rows change; what was measured before is worth nothing then.
    pub revision: u64,
    place_of: BTreeMap<RowKey, usize>,
    overview: OnceCell<Overview>,
}

impl Open {
    /// A comparison just made.
    pub fn new(task: Task, comparison: Comparison, lead: Side) -> Self {
        let Task { sources, articles, options, edits } = task;
        let reading = Reading::of(&comparison);
        let flow = Pair::from_fn(|side| {
            Flow::of(side, &comparison.documents[side], &reading.paragraphs[side], edits.restored(side))
        });
        let mut open = Self {
            sources,
            articles,
            options,
            mends: Pair::from_fn(|side| comparison.documents[side].mends(edits.cuts(side))),
            compared_with: edits.clone(),
            edits,
            history: History::default(),
            names: words::names(&comparison),
            typographic: tally(comparison.documents.as_ref(), comparison.wording.iter().flatten()),
            alone: Pair::from_fn(|side| comparison.unmatched[side].len()),
            flow,
            reading,
            comparison,
            rows: Vec::new(),
            reviews: Vec::new(),
            unplaced: Vec::new(),
            notes: Vec::new(),
            remarked: 0,
            signs: Signs::new(),
            unfolded: Pair::default(),
            revision: 0,
            place_of: BTreeMap::new(),
            overview: OnceCell::new(),
        };
        open.order(lead);
        open.place_remarks();
        open
    }

    /// How much the articles share; counted when it is first asked for.
    pub fn overview(&self) -> &Overview {
        self.overview.get_or_init(|| overview(&self.comparison))
    }

    /// Whether a task is about the same articles.
    pub fn is_of(&self, task: &Task) -> bool {
        Side::BOTH.iter().all(|&side| self.holds(side, &task.articles))
    }

    /// Whether the article of a side is the one among these.
    pub fn holds(&self, side: Side, articles: &Pair<Arc<RawArticle>>) -> bool {
        Arc::ptr_eq(&self.articles[side], &articles[side])
    }

    /// The task that makes this comparison anew.
    pub fn task(&self) -> Task {
        Task {
            sources: self.sources.clone(),
            articles: self.articles.clone(),
            options: self.options.clone(),
            edits: self.edits.clone(),
        }
    }

    /// The articles and the corrections as they are, for a step that can be taken back.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { articles: self.articles.clone(), edits: self.edits.clone() }
    }

    /// Orders the rows as a side tells them.
    pub fn order(&mut self, lead: Side) {
        self.rows = model::rows(&self.comparison, lead);
        self.place_of = self.rows.iter().enumerate().map(|(place, row)| (row.key, place)).collect();
        let restored = Pair::from_fn(|side| self.compared_with.restored(side));
        self.signs = left_out::signs(&self.comparison, restored, &self.rows, lead);
        self.revision += 1;
    }

    /// What is shown after a row, or at the top.
    pub fn signs_after(&self, key: Option<RowKey>) -> &[Sign] {
        self.signs.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Where some of the passages left out of a side begin in the raw text, which is the name that corrections know them by.
    pub fn origins_of(&self, side: Side, passages: Range<usize>) -> Vec<usize> {
        let removed = self.comparison.documents[side].removed.iter();
        removed.skip(passages.start).take(passages.len()).map(|passage| passage.span.start).collect()
    }

    /// Whether passages that were left out are shown in their place.
    pub fn is_unfolded(&self, side: Side, passages: Range<usize>) -> bool {
        self.origins_of(side, passages).iter().any(|origin| self.unfolded[side].contains(origin))
    }

    /// The row of a key.
    pub fn row(&self, key: RowKey) -> Option<&Row> {
        self.rows.get(*self.place_of.get(&key)?)
    }

    /// Where a row stands among all.
    pub fn place(&self, key: RowKey) -> Option<usize> {
        self.place_of.get(&key).copied()
    }

    /// The row of a finding.
    pub fn row_of_finding(&self, id: usize) -> Option<RowKey> {
        let key = RowKey::Group(self.comparison.findings.get(id)?.group);
        self.place_of.contains_key(&key).then_some(key)
    }

    /// The first row with a sentence.
    pub fn row_of_sentence(&self, side: Side, sentence: usize) -> Option<RowKey> {
        self.rows.iter().find(|row| row.sentences[side].contains(&sentence)).map(|row| row.key)
    }

    /// The row that holds the most of these sentences, given by their origins; the first of several.
    pub fn row_with_most(&self, origins: &[(Side, usize)]) -> Option<RowKey> {
        let ids: Vec<(Side, usize)> = origins
            .iter()
            .filter_map(|&(side, origin)| Some((side, self.comparison.documents[side].sentence_from(origin)?)))
            .collect();
        let held = |row: &Row| ids.iter().filter(|(side, id)| row.sentences[*side].contains(id)).count();
        let most = self.rows.iter().map(held).max().filter(|&most| most > 0)?;
        self.rows.iter().find(|row| held(row) == most).map(|row| row.key)
    }

    /// The ids of a row's links; none for a sentence that stands alone.
    pub fn links_of(&self, key: RowKey) -> Vec<usize> {
        let RowKey::Group(group) = key else { return Vec::new() };
        self.comparison.alignment.groups.get(group).map(|group| group.links.clone()).unwrap_or_default()
    }

    /// Why two sentences are linked or offered, in one line; what the reader linked needs no reason.
    pub fn reasons(&self, sentences: Pair<usize>) -> String {
        let reasons = self.comparison.alignment.reasons_for(sentences);
        let by_hand = reasons.iter().any(|reason| reason.kind == ReasonKind::ByHand);
        if by_hand { String::new() } else { in_one_line(reasons, self.comparison.documents.as_ref()) }
    }

    /// The cuts and joints of the reader on a sentence.
    pub fn mends_of(&self, side: Side, sentence: usize) -> impl Iterator<Item = Mend> + '_ {
        self.mends[side].iter().copied().filter(move |mend| mend.sentence == sentence)
    }

    /// The origin of a sentence, and those of the sentences that the reader joined with it.
    pub fn origins(&self, side: Side, sentence: usize) -> Vec<usize> {
        let Some(sentence) = self.comparison.documents[side].sentences.get(sentence) else { return Vec::new() };
        let joined =
            self.edits.cuts(side).undone.range(sentence.origin + 1..sentence.raw().end.max(sentence.origin + 1));
        std::iter::once(sentence.origin).chain(joined.copied()).collect()
    }

    /// Where a sentence begins in the raw text, which is the name that corrections know it by.
    pub fn origin(&self, side: Side, sentence: usize) -> Option<usize> {
        self.comparison.documents[side].sentences.get(sentence).map(|sentence| sentence.origin)
    }
}
