//! Tests of the rows to show.

use super::*;
use crate::comparison::fixture;

fn every_sentence(rows: &[Row], side: Side) -> Vec<usize> {
    let all: BTreeSet<usize> = rows.iter().flat_map(|row| row.sentences[side].iter().copied()).collect();
    all.into_iter().collect()
}

#[test]
fn no_sentence_is_dropped_whichever_side_leads() {
    let comparison = fixture::comparison();
    for lead in Side::BOTH {
        let rows = rows(&comparison, lead);
        for side in Side::BOTH {
            assert_eq!(every_sentence(&rows, side), (0..6).collect::<Vec<_>>());
        }
    }
}

#[test]
fn the_leading_side_is_read_in_order() {
    let comparison = fixture::comparison();
    for lead in Side::BOTH {
        let order: Vec<usize> =
            rows(&comparison, lead).iter().filter_map(|row| row.sentences[lead].first().copied()).collect();
        assert!(order.is_sorted(), "{order:?}");
    }
}

#[test]
fn a_lone_sentence_follows_the_one_before_it() {
    let rows = rows(&fixture::comparison(), Side::Left);
    let keys: Vec<RowKey> = rows.iter().map(|row| row.key).collect();
    let place = |key: RowKey| keys.iter().position(|&k| k == key).expect("the row is there");
    assert_eq!(place(RowKey::Alone(Side::Right, 1)), place(RowKey::Group(0)) + 1);
    assert_eq!(place(RowKey::Alone(Side::Right, 5)), place(RowKey::Group(2)) + 1);
}

#[test]
fn lone_sentences_before_every_link_stand_before_the_first_row_of_both() {
    let mut comparison = fixture::comparison();
    comparison.alignment.links.retain(|link| link.sentences.left == 2);
    comparison.alignment.groups = crate::align::group(&comparison.alignment.links, Side::Left);
    fixture::look_for_the_rest(&mut comparison);
    let keys: Vec<RowKey> = rows(&comparison, Side::Left).iter().map(|row| row.key).collect();
    let alone = |side, ids: std::ops::Range<usize>| ids.map(move |id| RowKey::Alone(side, id));
    let expected: Vec<RowKey> = alone(Side::Left, 0..2)
        .chain(alone(Side::Right, 0..4))
        .chain([RowKey::Group(0), RowKey::Alone(Side::Right, 5)])
        .chain(alone(Side::Left, 3..6))
        .collect();
    assert_eq!(keys, expected);
}

#[test]
fn without_links_the_leading_article_comes_first() {
    let mut comparison = fixture::comparison();
    comparison.alignment = crate::align::Alignment::default();
    fixture::look_for_the_rest(&mut comparison);
    let rows = rows(&comparison, Side::Left);
    assert_eq!(rows.len(), 12);
    assert_eq!((rows[0].key, rows[6].key), (RowKey::Alone(Side::Left, 0), RowKey::Alone(Side::Right, 0)));
}

#[test]
fn findings_lie_in_the_row_of_their_group() {
    let rows = rows(&fixture::comparison(), Side::Left);
    let of_group_one = rows.iter().find(|row| row.key == RowKey::Group(1)).expect("group 1 has a row");
    assert_eq!(of_group_one.findings, [0, 3]);
}

#[test]
fn a_sentence_of_two_groups_is_told_in_the_second() {
    let mut comparison = fixture::comparison();
    let groups = &mut comparison.alignment.groups;
    let shared = groups[0].sentences.left[0];
    groups[1].sentences.left.insert(0, shared);
    let rows = rows(&comparison, Side::Left);
    let again = |id: usize| rows.iter().find(|row| row.key == RowKey::Group(id)).map(|row| row.again.left.clone());
    assert_eq!((again(0), again(1)), (Some(Vec::new()), Some(vec![shared])));
}
