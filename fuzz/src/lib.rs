//! What the targets share: how bytes are read, what must hold for every article, and how archives are packed.

use std::io::{Cursor, Write as _};
use std::sync::Once;

use paragone::clean::{Choices, clean};
use paragone::load::RawArticle;
use paragone::segment::{Cuts, Document, segment};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Between the parts of an archive in one input. No XML has this byte.
const BETWEEN_PARTS: u8 = 0;

/// Reads a file of this name and checks what comes out of it; that it is refused is as good.
pub fn read(name: &str, bytes: &[u8]) {
    if let Ok(raw) = RawArticle::from_bytes(name, bytes) {
        check(&raw);
    }
}

/// What must hold for every article that was read: its blocks are places in its text, in order, and it can be cut into
/// sentences, which are places in theirs.
pub fn check(raw: &RawArticle) {
    let mut end = 0;
    for block in &raw.blocks {
        assert!(block.span.start >= end, "blocks overlap: {block:?} begins before {end}");
        end = block.span.end;
        let text = raw.text.get(block.span.range()).expect("a block is a place in the text");
        assert!(!text.is_empty() && text.trim() == text && !text.contains('\n'), "a block is one line: {text:?}");
    }
    let document = segment(raw, clean(raw, &Choices::default()), None, &Cuts::default());
    check_sentences(&document);
}

fn check_sentences(document: &Document) {
    let mut end = 0;
    for sentence in &document.sentences {
        assert!(sentence.span.start >= end, "sentences overlap: {sentence:?} begins before {end}");
        end = sentence.span.end;
        let text = document.text.get(sentence.span.range()).expect("a sentence is a place in the text");
        assert!(!text.trim().is_empty(), "an empty sentence: {sentence:?}");
    }
}

/// An archive of these fixed parts, and of the input cut at its zero bytes: so a change of the input reaches the reader of
/// XML and not only the checksums of the archive. Parts that the input has no piece for are left out.
pub fn archive(fixed: &[(&str, &str)], names: &[&str], input: &[u8]) -> Vec<u8> {
    let pieces = names.iter().copied().zip(input.splitn(names.len(), |&byte| byte == BETWEEN_PARTS));
    let parts = fixed.iter().map(|(name, text)| (*name, text.as_bytes())).chain(pieces);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(name, stored).expect("every name comes once");
        writer.write_all(bytes).expect("memory takes what is written");
    }
    writer.finish().expect("memory takes what is written").into_inner()
}

/// Takes the fuzzer's hook away, which ends the program on every panic. For the reading of PDF only: there panics of the
/// library are caught, and what is not caught still ends the program.
pub fn allow_caught_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|_| ())));
}
