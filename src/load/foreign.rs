//! Files of kinds that are not read, known by how they begin or by what their parts are called, so that the message can
//! say what they are and what to save them as.

use super::Problem;

/// What a file is, and what to do with it.
type Foreign = (&'static str, &'static str);

const PAGES: Foreign = ("a document of Apple Pages", "export it as .docx or .epub");
const SPREADSHEET: Foreign = ("a spreadsheet", "copy its cells and paste them");
const PRESENTATION: Foreign = ("a presentation", "copy its text and paste it");

/// How many bytes stand before the signature of a kind, and the signature.
const SIGNATURES: [(usize, &[u8], Foreign); 6] = [
    (0, b"bplist00", ("a web archive of Safari", "save the page in Safari as page source (.html)")),
    (0, b"\xffWPC", ("a WordPerfect file", "save it as .docx or .odt")),
    (0, b"%!PS", ("a PostScript file", "convert it to PDF")),
    (0, b"AT&TFORM", ("a DjVu document", "save it as PDF with its text")),
    (0, b"\x1f\x8b", ("a compressed file (.gz)", "unpack it")),
    (60, b"BOOKMOBI", ("a Kindle book", "convert it to .epub")),
];

/// Parts that only archives of a kind have.
const PARTS: [(&str, Foreign); 6] = [
    ("Index/Document.iwa", PAGES),
    ("Index.zip", PAGES),
    ("index.xml.gz", PAGES),
    ("ppt/presentation.xml", PRESENTATION),
    ("xl/workbook.xml", SPREADSHEET),
    ("Metadata/Document.fdseq", ("an XPS document", "save it as PDF")),
];

/// Parts of the container in which programs of Microsoft kept files before 2007; a Word file is [`Problem::OldOffice`].
const OLD_PARTS: [(&str, Foreign); 5] = [
    ("Workbook", SPREADSHEET),
    ("PowerPoint Document", PRESENTATION),
    ("__properties_version1.0", ("a mail of Outlook (.msg)", "save it as .eml or .html")),
    ("MatOST", ("a Works file (.wps)", "save it as .docx or .odt")),
    ("Quill", ("a Publisher file", "save it as PDF")),
];

/// What to say of a file with these bytes; `None` where it may be of a kind that is read.
pub(super) fn problem(bytes: &[u8]) -> Option<Problem> {
    let begins =
        |skipped: usize, signature: &[u8]| bytes.get(skipped..).is_some_and(|rest| rest.starts_with(signature));
    SIGNATURES.iter().find(|(skipped, signature, _)| begins(*skipped, signature)).map(|(.., foreign)| say(*foreign))
}

/// What to say of an archive with these parts, which is of no kind that is read.
pub(super) fn problem_of_archive(names: &[String]) -> Problem {
    let known = PARTS.iter().find(|(part, _)| names.iter().any(|name| name == part)).map(|(_, foreign)| *foreign);
    say(known.unwrap_or(("an archive of files", "unpack it and choose the article among them")))
}

/// What to say of a file in the old container; newer ones are put into the same when they get a password.
pub(super) fn problem_of_old(bytes: &[u8]) -> Problem {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    match OLD_PARTS.iter().find(|(part, _)| has(part)) {
        _ if has("EncryptedPackage") => Problem::Locked,
        Some((_, foreign)) if !has("WordDocument") => say(*foreign),
        _ => Problem::OldOffice,
    }
}

fn say((what, instead): Foreign) -> Problem {
    Problem::Foreign { what, instead }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        let name = text.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0 ".iter().copied().chain(name).collect()
    }

    #[track_caller]
    fn expect(problem: &Problem, what: &str) {
        let message = problem.to_string();
        assert!(message.starts_with(&format!("it is {what}")), "{message}");
    }

    #[test]
    fn kinds_are_known_by_signature_and_by_parts() {
        expect(&problem(b"bplist00\xd1\x01").unwrap(), "a web archive of Safari");
        let book: Vec<u8> = [0; 60].into_iter().chain(*b"BOOKMOBI").collect();
        expect(&problem(&book).unwrap(), "a Kindle book");
        assert!(problem(b"The tide rose.").is_none() && problem(b"").is_none());
        expect(&problem_of_archive(&["Index/Document.iwa".to_owned()]), "a document of Apple Pages");
        expect(&problem_of_archive(&["a.txt".to_owned()]), "an archive of files");
    }

    #[test]
    fn old_files_and_those_with_a_password_are_told_apart() {
        assert!(matches!(problem_of_old(b"\xd0\xcf\x11\xe0..."), Problem::OldOffice));
        assert!(matches!(problem_of_old(&wide("WordDocument Workbook")), Problem::OldOffice));
        assert!(matches!(problem_of_old(&wide("EncryptedPackage")), Problem::Locked));
        expect(&problem_of_old(&wide("Workbook")), "a spreadsheet");
    }
}
