//! Portable documents (.pdf): where each letter stands is read by a library; lines, columns, paragraphs and what is no
//! part of the article are worked out from that, since the format itself knows nothing of them.

mod columns;
mod fonts;
mod furniture;
mod glyphs;
mod initials;
mod lines;
mod notes;
mod paragraphs;
mod spaced;
mod swelling;
mod tables;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::draft::Draft;
use super::properties::{is_author, is_title};
use super::{BlockKind, Problem, RawArticle, Watch, bullet};
use crate::text::Note;

use glyphs::PageText;
use paragraphs::Paragraph;

/// No more pages are read: a thick book has a thousand.
const MOST_PAGES: usize = 1_000;

/// Of so many signs one may be unknown before the reader is warned.
const SIGNS_TO_UNKNOWN: usize = 50;

/// The article in a portable document.
pub(super) fn article(bytes: &[u8], origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    // The library promises not to panic, but it is young and the format is old. What unwinds with a problem is ours.
    catch_unwind(AssertUnwindSafe(|| read(bytes, origin, watch)))
        .unwrap_or_else(|cause| Err(cause.downcast::<Problem>().map_or(Problem::Damaged, |problem| *problem)))
}

fn read(bytes: &[u8], origin: &str, watch: &Watch) -> Result<RawArticle, Problem> {
    swelling::check(bytes, watch)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(problem)?;
    fonts::check(&pdf, watch)?;
    let mut draft = Draft::new(origin);
    let about = pdf.metadata();
    draft.card().title = about.title.as_deref().map(property).filter(|title| is_title(title));
    draft.card().author = about.author.as_deref().map(property).filter(|author| is_author(author));
    let pages = glyphs::pages(&pdf, MOST_PAGES, watch)?;
    if pages.iter().all(|page| page.words.is_empty()) {
        let has_pictures = pages.iter().any(|page| page.has_pictures);
        return Err(if has_pictures { Problem::Pictures } else { Problem::Empty });
    }
    let notes = remarks(&pdf, &pages);
    write(&mut draft, pages, watch)?;
    let mut article = draft.finish();
    article.notes.extend(notes);
    Ok(article)
}

/// What the reader should know about the reading.
fn remarks(pdf: &Pdf, pages: &[PageText]) -> Vec<Note> {
    let mut notes = Vec::new();
    if pdf.pages().len() > MOST_PAGES {
        notes.push(Note::warning(format!("only the first {MOST_PAGES} pages are read")));
    }
    let signs: usize = pages.iter().flat_map(|page| &page.words).map(|word| word.text.chars().count()).sum();
    let unknown: usize =
        pages.iter().flat_map(|page| &page.words).map(|word| word.text.matches('\u{fffd}').count()).sum();
    if unknown * SIGNS_TO_UNKNOWN > signs {
        notes.push(Note::warning(
            "the file does not say which letters some of its signs are; they are shown as \u{fffd}",
        ));
    }
    notes
}

/// Puts paragraphs, then notes, then what stood around them.
fn write(draft: &mut Draft, mut pages: Vec<PageText>, watch: &Watch) -> Result<(), Problem> {
    let margins = furniture::take_out(&mut pages);
    let mut regions: Vec<Vec<lines::Line>> = Vec::new();
    for mut page in pages {
        watch.go_on()?;
        initials::put_back(&mut page.words);
        regions.extend(columns::regions(page.words));
    }
    let usual_size = lines::usual_size(&regions);
    let marks = regions.iter().flatten().flat_map(lines::Line::marks).map(str::to_owned).collect();
    let notes: Vec<Paragraph> =
        regions.iter_mut().flat_map(|region| notes::take_out(region, usual_size, &marks)).collect();
    let regions: Vec<Vec<lines::Line>> = regions.iter().map(|region| tables::read(region)).collect();
    watch.go_on()?;
    for paragraph in paragraphs::paragraphs(&regions, usual_size) {
        match bullet::strip(&paragraph.text) {
            _ if paragraph.is_large => draft.block(&paragraph.text, BlockKind::Heading),
            Some(item) => draft.block(item, BlockKind::ListItem),
            None => draft.block(&paragraph.text, BlockKind::Paragraph),
        }
    }
    for note in notes {
        draft.block(&note.text, BlockKind::Paragraph);
    }
    for margin in margins {
        draft.block(&margin, BlockKind::Furniture);
    }
    Ok(())
}

fn problem(error: LoadPdfError) -> Problem {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Problem::Locked,
        _ => Problem::Damaged,
    }
}

/// A property of the document, which is UTF-16 with a mark or, nearly always, ASCII.
fn property(bytes: &[u8]) -> String {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::WINDOWS_1252, 0));
    encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of one page with this content.
    fn page(content: &str) -> Vec<u8> {
        let length = content.len();
        format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n\
             4 0 obj<</Length {length}>>stream\n{content}\nendstream endobj\n\
             5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n\
             trailer<</Root 1 0 R>>\n%%EOF\n"
        )
        .into_bytes()
    }

    #[test]
    fn letters_come_with_their_places() {
        let content =
            "BT /F 12 Tf 10 150 Td (The tide ro) Tj 0 -14 Td (fell again.) Tj ET BT /F 12 Tf 67 150 Td (se and) Tj ET";
        assert_eq!(article(&page(content), "test", &Watch::default()).unwrap().text, "The tide rose and fell again.");
    }

    #[test]
    fn a_page_that_is_turned_is_read_and_what_is_turned_on_it_stands_aside() {
        for turn in ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"] {
            let aside = if turn == "1 0 0 1" { "0 1 -1 0" } else { "1 0 0 1" };
            let content = format!(
                "BT /F 12 Tf {turn} 150 100 Tm (The tide rose and) Tj 0 -14 Td (fell again.) Tj ET \
                 BT /F 8 Tf {aside} 20 20 Tm (Picture: Oh) Tj ET"
            );
            let read = article(&page(&content), "test", &Watch::default()).unwrap();
            assert_eq!(read.text, "The tide rose and fell again.\n\nPicture: Oh", "{turn}");
            assert_eq!(read.blocks[1].kind, BlockKind::Furniture);
        }
    }

    #[test]
    fn pictures_of_text_and_empty_pages_are_told_apart() {
        let picture = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q";
        assert!(matches!(article(&page(picture), "test", &Watch::default()), Err(Problem::Pictures)));
        assert!(matches!(article(&page(""), "test", &Watch::default()), Err(Problem::Empty)));
        assert!(matches!(article(b"%PDF-1.4 and no more", "test", &Watch::default()), Err(Problem::Damaged)));
    }
}
