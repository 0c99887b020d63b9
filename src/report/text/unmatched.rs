//! The sentences without a counterpart: what was found instead.

use std::io::{Result, Write};

use crate::claims::Unmatched;
use crate::comparison::Comparison;
use crate::report::letters::one_line;
use crate::report::words::count;
use crate::text::Side;

use super::{QUIET, heading, side_name, side_sign};

/// Writes those of a side.
pub fn write(out: &mut dyn Write, comparison: &Comparison, side: Side) -> Result<()> {
    let all = &comparison.unmatched[side];
    if all.is_empty() {
        return Ok(());
    }
    heading(
        out,
        &format!("{}: no counterpart found for {}", side_name(side), count(all.len(), "sentence", "sentences")),
    )?;
    for unmatched in all {
        let text = one_line(comparison.documents[side].sentence(unmatched.sentence));
        writeln!(out, "  {} {text}  {QUIET}{}{QUIET:#}", side_sign(side), unmatched.sentence)?;
        writeln!(out, "      {QUIET}{}{QUIET:#}", told(comparison, side, unmatched))?;
    }
    writeln!(out)
}

/// What is known of a sentence, in one line; sentences by their numbers.
fn told(comparison: &Comparison, side: Side, unmatched: &Unmatched) -> String {
    let documents = comparison.documents.as_ref();
    let nearest = unmatched.nearest.map(|near| format!("; the nearest is {} ({:.2})", near.sentence, near.score));
    let mut told = format!("{}{}.", unmatched.why.phrase(side), nearest.unwrap_or_default());
    for shared in &unmatched.shared {
        let words = one_line(shared.here.span.of(&documents[side].text));
        told.push_str(&format!(" “{words}” is also in {}.", shared.there.sentence));
    }
    told
}
