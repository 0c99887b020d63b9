//! Which of the comparison's rows are shown. Pure: no widget knows more than this.

use std::collections::BTreeSet;

pub use crate::comparison::{Row, RowKey, rows};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowFilter {
    /// Every sentence of both.
    #[default]
    All,
    /// Rows in which a finding of the ledger lies.
    WithFindings,
    /// Sentences that no link was found for.
    Alone,
}

impl RowFilter {
    /// All three with their names.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::All, "All rows"), (Self::WithFindings, "With findings"), (Self::Alone, "Without counterpart")];
}

/// The rows to show, as places in `rows`.
pub fn shown(rows: &[Row], filter: RowFilter, ledger: &[usize]) -> Vec<usize> {
    let listed: BTreeSet<usize> = ledger.iter().copied().collect();
    let shows = |row: &Row| match filter {
        RowFilter::All => true,
        RowFilter::WithFindings => row.findings.iter().any(|id| listed.contains(id)),
        RowFilter::Alone => matches!(row.key, RowKey::Alone(..)),
    };
    (0..rows.len()).filter(|&n| shows(&rows[n])).collect()
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
