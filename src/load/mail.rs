//! Mails, and web pages that a browser saved as one file: both are MIME.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use crate::text::{Note, Span};

use super::decode::decode_declared;
use super::{Block, BlockKind, Card, Problem, RawArticle, Watch, date_in, html, plain};

/// An article from a mail: all its texts under the subject, each as HTML or else as plain text. Programs cut a mail in several
/// where a picture stands between.
pub(super) fn article(origin: &str, bytes: &[u8]) -> Result<RawArticle, Problem> {
    let message = parse(bytes)?;
    let mut article = RawArticle { card: Card::from_origin(origin), ..RawArticle::default() };
    let subject = message.thread_name().map(collapsed).filter(|subject| !subject.is_empty());
    if let Some(subject) = &subject {
        append(&mut article, headline(subject));
    }
    let mut is_empty = true;
    for part in message.html_bodies() {
        let (text, notes) = match part.body {
            PartType::Html(_) | PartType::Text(_) => text_of(part, &message)?,
            _ => continue,
        };
        let is_page = matches!(part.body, PartType::Html(_));
        if !is_page {
            plain::check_lines(&text)?;
        }
        let read = if is_page { html::fragment(origin, &text) } else { plain::article(origin, &text) };
        is_empty &= read.blocks.is_empty();
        append(&mut article, RawArticle { notes, ..read });
    }
    if is_empty {
        return Err(Problem::Empty);
    }
    fill_card(&mut article, &message);
    article.card.title = subject.or(article.card.title);
    article.notes.extend(attachments(&message));
    Ok(article)
}

fn headline(subject: &str) -> RawArticle {
    let block = Block { span: Span::new(0, subject.len()), kind: BlockKind::Heading };
    RawArticle { text: subject.to_owned(), blocks: vec![block], ..RawArticle::default() }
}

/// Puts another part of the mail behind those before it; what is known already stays.
fn append(article: &mut RawArticle, part: RawArticle) {
    if !article.text.is_empty() {
        article.text.push_str("\n\n");
    }
    let start = article.text.len();
    article.text.push_str(&part.text);
    article.blocks.extend(part.blocks.into_iter().map(|block| Block { span: block.span.shifted(start), ..block }));
    article.notes.extend(part.notes.into_iter().filter(|note| !article.notes.contains(note)).collect::<Vec<_>>());
    let Card { title, outlet, author, published, address, .. } = part.card;
    let card = &mut article.card;
    card.title = card.title.take().or(title);
    card.outlet = card.outlet.take().or(outlet);
    card.author = card.author.take().or(author);
    card.published = card.published.take().or(published);
    card.address = card.address.take().or(address);
}

/// What is not read: documents that hang on the mail. Pictures are none.
fn attachments(message: &Message<'_>) -> Option<Note> {
    let is_document = |part: &&MessagePart<'_>| part.content_type().is_none_or(|kind| kind.ctype() != "image");
    let names: Vec<&str> = message
        .attachments()
        .filter(is_document)
        .map(|part| part.attachment_name().unwrap_or("one without a name"))
        .collect();
    let said = format!("the mail's attachments are not read, open them as files of their own: {}", names.join(", "));
    (!names.is_empty()).then(|| Note::info(said))
}

/// An article from a saved page: the first page in it is the one that was saved, the others are frames of it.
pub(super) fn saved_page(origin: &str, bytes: &[u8], watch: &Watch) -> Result<RawArticle, Problem> {
    let message = parse(bytes)?;
    let part = message.parts.iter().find(|part| matches!(part.body, PartType::Html(_))).ok_or(Problem::Empty)?;
    let (page, notes) = text_of(part, &message)?;
    let mut article = html::article(origin, &page, watch)?;
    article.notes.splice(0..0, notes);
    let saved_from = message.header_raw("Snapshot-Content-Location").map(str::trim).or_else(|| part.content_location());
    // The date of the file is that of the saving; only the page knows when it was published.
    let address = saved_from.filter(|address| address.starts_with("http"));
    article.card.address = article.card.address.take().or_else(|| address.map(str::to_owned));
    Ok(article)
}

fn parse(bytes: &[u8]) -> Result<Message<'_>, Problem> {
    MessageParser::default().parse(bytes).ok_or(Problem::Binary)
}

/// The text of a part. Its bytes are decoded here and not by the parser, which knows of no marks, declarations of HTML
/// and guesses.
fn text_of(part: &MessagePart<'_>, message: &Message<'_>) -> Result<(String, Vec<Note>), Problem> {
    let read = match &part.body {
        PartType::Html(text) | PartType::Text(text) => text,
        _ => return Err(Problem::Empty),
    };
    let place = usize::try_from(part.offset_body).unwrap_or(usize::MAX)..usize::try_from(part.offset_end).unwrap_or(0);
    let raw = message.raw_message().get(place).unwrap_or_default();
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    let Some(bytes) = bytes else { return Ok((read.replace("\r\n", "\n"), Vec::new())) };
    let named = part.content_type().and_then(|kind| kind.attribute("charset")).map(str::to_owned);
    let is_page = matches!(part.body, PartType::Html(_));
    let label = named.or_else(|| if is_page { html::charset::declared(&bytes) } else { None });
    decode_declared(&bytes, label.as_deref())
}

/// Who wrote it and when, where the text itself does not say so.
fn fill_card(article: &mut RawArticle, message: &Message<'_>) {
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| sender.name().or_else(|| sender.address()));
    let card = &mut article.card;
    card.author = card.author.take().or_else(|| name.map(collapsed));
    let sent = message.date().and_then(|date| date_in(&date.to_rfc3339()));
    card.published = card.published.take().or_else(|| sent.map(|(date, _)| date));
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn blocks(article: &RawArticle) -> Vec<(&str, BlockKind)> {
        article.blocks.iter().map(|block| (block.span.of(&article.text), block.kind)).collect()
    }

    fn lines(text: &str) -> Vec<u8> {
        text.replace('\n', "\r\n").into_bytes()
    }

    const MAIL: &str = "\
Received: from quay.example by desk.example
From: Ines Hallow <ines@quay.example>
To: desk@example.org
Date: Mon, 4 Mar 2024 08:30:00 +0100
Subject: Fwd: =?utf-8?q?Mast_f=C3=A4llt?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=cut

--cut
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The mast fell in =46r=FChling.
--cut
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<h2>Storm</h2><p>The mast fell in Fr=FChling, and=
 nobody was hurt.</p>
--cut--
";

    #[test]
    fn the_page_of_a_mail_stands_under_its_subject() {
        let article = article("a.eml", &lines(MAIL)).unwrap();
        assert_eq!(
            blocks(&article),
            [
                ("Mast fällt", BlockKind::Heading),
                ("Storm", BlockKind::Heading),
                ("The mast fell in Frühling, and nobody was hurt.", BlockKind::Paragraph),
            ]
        );
        assert_eq!(article.card.title.as_deref(), Some("Mast fällt"));
        assert_eq!(article.card.author.as_deref(), Some("Ines Hallow"));
        assert_eq!(article.card.published.as_deref(), Some("2024-03-04T08:30+01:00"));
    }

    #[test]
    fn a_plain_mail() {
        let mail = "From: ines@quay.example\nSubject: Tide\nMessage-ID: <1@quay>\n\nThe tide rose.\n\nIt fell.\n";
        let article = article("a.eml", &lines(mail)).unwrap();
        assert_eq!(article.text.trim(), "Tide\n\nThe tide rose.\n\nIt fell.");
        assert_eq!(article.blocks.len(), 3);
        assert_eq!(article.card.author.as_deref(), Some("ines@quay.example"));
    }

    #[test]
    fn a_mail_that_a_picture_cuts_in_two_is_read_whole() {
        let mail = "From: ines@quay.example\nSubject: Tide\nMessage-ID: <1@quay>\nContent-Type: multipart/mixed; boundary=cut\n\n\
            --cut\nContent-Type: text/plain\n\nThe tide rose.\n\
            --cut\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n\
            --cut\nContent-Type: text/html\n\n<p>It fell.</p>\n\
            --cut\nContent-Type: application/pdf; name=tides.pdf\nContent-Disposition: attachment; filename=tides.pdf\n\nx\n--cut--\n";
        let article = article("a.eml", &lines(mail)).unwrap();
        let texts: Vec<&str> = blocks(&article).into_iter().map(|(text, _)| text).collect();
        assert_eq!(texts, ["Tide", "The tide rose.", "It fell."]);
        assert!(
            article.notes.iter().any(|note| note.message.ends_with("of their own: tides.pdf")),
            "{:?}",
            article.notes
        );
    }

    #[test]
    fn a_saved_page() {
        let page = "\
From: <Saved by Blink>
Snapshot-Content-Location: https://quay.example/mast
Subject: Mast falls
Date: Mon, 4 Mar 2024 08:30:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type=\"text/html\"; boundary=\"----cut----\"

------cut----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://quay.example/mast

<!DOCTYPE html><html><head><meta http-equiv=3D\"Content-Type\" content=3D\"text/=
html; charset=3DUTF-8\"></head><body><h1>Mast falls</h1><p>The mast =E2=80=93 ninety years old =E2=80=93 fell.</p></body></html>
------cut----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------cut------
";
        let article = saved_page("a.mhtml", &lines(page), &Watch::default()).unwrap();
        assert_eq!(
            blocks(&article),
            [("Mast falls", BlockKind::Heading), ("The mast – ninety years old – fell.", BlockKind::Paragraph),]
        );
        assert_eq!(article.card.address.as_deref(), Some("https://quay.example/mast"));
        assert_eq!(article.card.published, None);
    }

    #[test]
    fn a_mail_without_text_is_empty() {
        let mail =
            lines("Message-ID: <1@quay>\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n");
        assert!(matches!(saved_page("a.mht", &mail, &Watch::default()), Err(Problem::Empty)));
        assert!(article("a.eml", &mail).is_err());
    }

    proptest! {
        #[test]
        fn any_damage_is_read_or_refused(
            cuts in proptest::collection::vec((0_usize..2_000, 0_usize..40, "(--cut|=|\r\n|\\PC){0,6}"), 0..6),
        ) {
            let mut mail = lines(MAIL);
            for (at, length, put) in cuts {
                let at = at.min(mail.len());
                let end = (at + length).min(mail.len());
                mail.splice(at..end, put.into_bytes());
            }
            for read in [article("a.eml", &mail), saved_page("a.mht", &mail, &Watch::default())].into_iter().flatten() {
                prop_assert!(read.blocks.is_sorted_by(|a, b| a.span.end <= b.span.start));
                prop_assert!(read.blocks.iter().all(|block| !block.span.of(&read.text).trim().is_empty()));
            }
        }
    }
}
