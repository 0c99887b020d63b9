//! Tests of the rows to show.

use super::*;
use crate::gui::fixture;
use crate::text::Side;

#[test]
fn row_filters_keep_the_order() {
    let comparison = fixture::comparison();
    let rows = rows(&comparison, Side::Left);
    assert_eq!(shown(&rows, RowFilter::All, &[]).len(), rows.len());
    let with = shown(&rows, RowFilter::WithFindings, &[0, 2]);
    assert_eq!(with.iter().map(|&n| rows[n].key).collect::<Vec<_>>(), [RowKey::Group(1), RowKey::Group(3)]);
    assert!(shown(&rows, RowFilter::Alone, &[]).iter().all(|&n| matches!(rows[n].key, RowKey::Alone(..))));
}
