//! The article in a page that has arrived.

use crate::load::decode::decode_declared;
use crate::load::kind::{Kind, kind};
use crate::load::source::laid_out;
use crate::load::{Layout, Problem, RawArticle, Watch};
use crate::text::Note;

use super::download::download;
use super::page::Page;
use super::{WebLimits, WebProblem, shell};

/// Reads the article at an address.
pub(in crate::load) fn read(
    address: &str,
    layout: Layout,
    watch: &Watch,
    limits: WebLimits,
) -> Result<RawArticle, Problem> {
    let page = download(address, limits, watch)?;
    watch.go_on()?;
    let mut article = page.article(layout, watch).map_err(|problem| match problem {
        Problem::Binary => WebProblem::NoText.into(),
        Problem::Empty => WebProblem::HardlyAnyText.into(),
        other => other,
    })?;
    article.card.origin = address.to_owned();
    article.card.address.get_or_insert_with(|| page.address.into());
    Ok(article)
}

impl Page {
    fn article(&self, layout: Layout, watch: &Watch) -> Result<RawArticle, Problem> {
        let name = self.content_type.name(self.address.path());
        let kind = kind(&self.bytes, name);
        let (bytes, notes) = self.recoded(kind)?;
        let mut article = laid_out(bytes.as_deref().unwrap_or(&self.bytes), layout, name, watch)?;
        if kind == Kind::Html {
            if shell::is_shell(&self.bytes, &article) {
                return Err(WebProblem::HardlyAnyText.into());
            }
            article.notes.extend(shell::remark(&self.bytes));
        }
        article.notes.splice(0..0, notes);
        Ok(article)
    }

    /// The bytes of a text as UTF-8 with its mark, where the site names another encoding; it goes before what the page says.
    fn recoded(&self, kind: Kind) -> Result<(Option<Vec<u8>>, Vec<Note>), Problem> {
        let is_text = matches!(kind, Kind::Html | Kind::Markdown | Kind::Plain);
        let Some(charset) = self.content_type.charset().filter(|_| is_text) else { return Ok((None, Vec::new())) };
        let (text, notes) = decode_declared(&self.bytes, Some(charset))?;
        Ok((Some(format!("\u{feff}{text}").into_bytes()), notes))
    }
}
