//! The end of the document: what was taken out of the sources before they were compared.

use maud::{Markup, html};

use crate::report::words;
use crate::text::Side;

use super::Content;
use super::paper::{Keep, Table, WIDTH, quoted, said};

/// The passages of both sources, each with the reason.
pub(super) fn section(content: &Content<'_>) -> Markup {
    html! {
        (said("Heading1", "Left out"))
        @for side in Side::BOTH { (passages(content, side)) }
    }
}

fn passages(content: &Content<'_>, side: Side) -> Markup {
    const WHY: usize = 2400;
    let removed = &content.report.comparison.documents[side].removed;
    let heading = quoted("Heading2", &content.names[side], &content.tongues[side]);
    if removed.is_empty() {
        return html! { (heading) (said("Normal", "Nothing.")) };
    }
    let head = ["Why", "What"].map(|name| said("TableHead", name));
    let table = Table { about: "Passages that were left out", widths: &[WHY, WIDTH - WHY], head: &head };
    let rows: Vec<Markup> = removed
        .iter()
        .map(|passage| {
            let why = said("TableText", &words::capitalised(words::reason(passage.why)));
            let what = quoted("SourceText", &passage.text, &content.tongues[side]);
            table.row(&[why, what], Keep::for_length(passage.text.len()))
        })
        .collect();
    html! { (heading) (table.of(&rows)) }
}
