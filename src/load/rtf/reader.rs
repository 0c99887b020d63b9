//! Reads rich text token by token.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::super::flow::{Flow, LeftOut};
use super::super::properties::{is_author, is_title};
use super::super::{BlockKind, Problem, RawArticle};
use super::charset;
use super::group::{Destination, Ending, Group, destination};
use super::token::Token;

/// Groups are not nested deeper: word processors write about a dozen levels.
const DEEPEST: usize = 1_000;

/// The document as far as it has been read.
pub(super) struct Reader {
    flow: Flow,
    group: Group,
    /// The groups around the one that is being read, each with whether a paragraph was open before it.
    outer: Vec<(Group, bool)>,
    /// A paragraph is open.
    is_open: bool,
    has_row: bool,
    /// The next text begins a cell.
    cell_is_due: bool,
    /// The group began with the mark that programs may pass over it if they do not know it.
    may_be_passed_over: bool,
    /// Bytes whose characters are still to be made.
    bytes: Vec<u8>,
    /// So many substitutes are still to come.
    to_skip: i64,
    /// The first half of a character that needs two.
    high_half: Option<u16>,
    page: &'static Encoding,
    /// The file is UTF-8 throughout, whatever it says.
    is_utf_8: bool,
    fonts: BTreeMap<i64, &'static Encoding>,
    styles: BTreeMap<i64, BlockKind>,
    /// The number of the font or style that is being read.
    number: i64,
    left_out: LeftOut,
    /// Text that goes into no article: a style's name, the title.
    aside: String,
}

impl Reader {
    pub(super) fn new(origin: &str, is_utf_8: bool) -> Self {
        let page = if is_utf_8 { UTF_8 } else { WINDOWS_1252 };
        Self {
            flow: Flow::new(origin),
            group: Group::new(page),
            outer: Vec::new(),
            is_open: false,
            has_row: false,
            cell_is_due: false,
            may_be_passed_over: false,
            bytes: Vec::new(),
            to_skip: 0,
            high_half: None,
            page,
            is_utf_8,
            fonts: BTreeMap::new(),
            styles: BTreeMap::new(),
            number: 0,
            left_out: LeftOut::default(),
            aside: String::new(),
        }
    }

    pub(super) fn take(&mut self, token: Token<'_>) -> Result<(), Problem> {
        if let Token::Byte(byte) = token {
            self.byte(byte);
            return Ok(());
        }
        self.flush();
        match token {
            Token::Open => {
                if self.outer.len() == DEEPEST {
                    return Err(Problem::Damaged);
                }
                self.outer.push((self.group, self.is_open));
                self.group.ending = Ending::Plain;
                self.to_skip = 0;
            }
            Token::Close => self.close_group(),
            Token::Sign(sign) => self.sign(sign),
            Token::Word(word, number) => self.word(word, number),
            Token::Byte(_) => {}
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> RawArticle {
        self.flush();
        while !self.outer.is_empty() {
            self.close_group();
        }
        self.close_paragraph();
        self.close_row();
        RawArticle { notes: self.left_out.notes(), ..self.flow.finish() }
    }

    fn byte(&mut self, byte: u8) {
        self.may_be_passed_over = false;
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if self.group.destination != Destination::Nowhere {
            self.bytes.push(byte);
        }
    }

    /// Makes characters of the bytes that have come in.
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (text, _) = self.group.encoding.decode_without_bom_handling(&bytes);
            self.push(&text);
        }
    }

    fn push(&mut self, text: &str) {
        match self.group.destination {
            Destination::Nowhere => {}
            Destination::Text if self.group.is_deleted => self.left_out.deletions = true,
            Destination::Text if self.group.is_hidden => self.left_out.hidden = true,
            Destination::Text => {
                self.open_paragraph();
                self.flow.push(text);
            }
            _ => self.aside.push_str(text),
        }
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'*' => self.may_be_passed_over = true,
            b'~' => self.push("\u{a0}"),
            b'_' => self.push("-"),
            b'\\' | b'{' | b'}' => self.push(char::from(sign).encode_utf8(&mut [0; 4])),
            b'\r' | b'\n' => self.close_paragraph(),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        let may_be_passed_over = std::mem::take(&mut self.may_be_passed_over);
        if let Some((destination, ending)) = destination(word) {
            self.open_destination(destination, ending);
            if matches!(word, "listtext" | "pntext") {
                self.group_around(|group| group.kind = BlockKind::ListItem);
            }
        } else if may_be_passed_over {
            self.group.destination = Destination::Nowhere;
        } else {
            match word {
                "f" | "fcharset" | "s" | "ansicpg" | "mac" => self.font_or_style(word, number),
                "par" | "sect" | "page" | "cell" | "nestcell" | "row" | "trowd" | "pard" | "intbl" | "outlinelevel"
                | "ls" => self.layout(word, number),
                _ => self.character(word, number),
            }
        }
    }

    fn open_destination(&mut self, destination: Destination, ending: Ending) {
        let is_inside_list = matches!(self.group.destination, Destination::Fonts | Destination::Styles);
        if is_inside_list || self.group.is_hidden && destination == Destination::Text {
            self.group.destination = Destination::Nowhere;
            return;
        }
        self.group = Group { destination, ending, ..self.group };
        self.aside.clear();
        if ending != Ending::Plain {
            self.group = Group { destination, ending, ..Group::new(self.page) };
            self.is_open = false;
            match ending {
                Ending::Note => self.flow.open_note(),
                Ending::Comment | Ending::Margin => {
                    self.flow.open_note();
                    self.flow.set_aside(Some(BlockKind::Furniture));
                }
                Ending::Plain => {}
            }
        }
    }

    fn close_group(&mut self) {
        self.end_of_aside();
        let Some((outer, was_open)) = self.outer.pop() else { return };
        if self.group.ending != Ending::Plain {
            self.close_paragraph();
            self.flow.close_note();
            self.flow.set_aside(None);
            self.is_open = was_open;
        }
        self.group = outer;
        self.to_skip = 0;
        self.may_be_passed_over = false;
    }

    /// Takes what a group has gathered that goes into no article.
    fn end_of_aside(&mut self) {
        let text = std::mem::take(&mut self.aside);
        let text = text.trim();
        match self.group.destination {
            Destination::Styles => {
                let name = text.trim_end_matches(';').to_lowercase();
                if name.starts_with("heading ") || name == "title" {
                    self.styles.insert(self.number, BlockKind::Heading);
                } else if name == "caption" {
                    self.styles.insert(self.number, BlockKind::Caption);
                }
                self.number = 0;
            }
            Destination::Title if is_title(text) => self.flow.card().title = Some(text.to_owned()),
            Destination::Author if is_author(text) => self.flow.card().author = Some(text.to_owned()),
            _ => {}
        }
    }

    fn font_or_style(&mut self, word: &str, number: Option<i64>) {
        match (word, self.group.destination) {
            ("ansicpg", _) | ("mac", _) if !self.is_utf_8 => {
                self.page = charset::of_page(if word == "mac" { Some(10_000) } else { number });
                self.group.encoding = self.page;
            }
            ("f", Destination::Fonts) | ("s", Destination::Styles) => self.number = number.unwrap_or_default(),
            ("fcharset", Destination::Fonts) => {
                if let Some(encoding) = charset::of_font(number) {
                    self.fonts.insert(self.number, encoding);
                }
            }
            ("f", _) if !self.is_utf_8 => {
                let font = self.fonts.get(&number.unwrap_or_default());
                self.group.encoding = font.copied().unwrap_or(self.page);
            }
            ("s", _) => {
                let kind = self.styles.get(&number.unwrap_or_default());
                self.group.kind = kind.copied().unwrap_or(BlockKind::Paragraph);
            }
            _ => {}
        }
    }

    fn layout(&mut self, word: &str, number: Option<i64>) {
        if self.group.destination == Destination::Styles {
            return;
        }
        match word {
            "pard" => {
                self.group.kind = BlockKind::Paragraph;
                self.group.in_table = false;
            }
            "intbl" => self.group.in_table = true,
            "outlinelevel" if number.is_some_and(|level| (0..=8).contains(&level)) => {
                self.group.kind = BlockKind::Heading;
            }
            "ls" if self.group.kind == BlockKind::Paragraph => self.group.kind = BlockKind::ListItem,
            "cell" => {
                self.close_paragraph();
                self.cell_is_due = true;
            }
            "row" | "trowd" => {
                self.close_paragraph();
                self.close_row();
            }
            "par" | "sect" | "page" | "nestcell" => self.close_paragraph(),
            _ => {}
        }
    }

    fn character(&mut self, word: &str, number: Option<i64>) {
        let is_on = number != Some(0);
        match word {
            "u" => self.unicode(number.unwrap_or_default()),
            "uc" => self.group.substitutes = number.unwrap_or(1),
            "v" => self.group.is_hidden = is_on,
            "deleted" => self.group.is_deleted = is_on,
            "plain" => {
                self.group.is_hidden = false;
                self.group.is_deleted = false;
                self.group.encoding = self.page;
            }
            _ => {
                if let Some(text) = character(word) {
                    self.push(text);
                }
            }
        }
    }

    /// A character by its number in UTF-16; negative numbers are those above 32767.
    fn unicode(&mut self, number: i64) {
        self.to_skip = self.group.substitutes;
        let Ok(unit) = u16::try_from(if number < 0 { number + 65_536 } else { number }) else { return };
        let halves = self.high_half.take().into_iter().chain([unit]);
        match char::decode_utf16(halves).last() {
            Some(Ok(character)) => self.push(character.encode_utf8(&mut [0; 4])),
            _ => self.high_half = Some(unit),
        }
    }

    fn open_paragraph(&mut self) {
        if self.is_open {
            return;
        }
        if self.group.in_table {
            self.open_cell();
        } else if self.outer_is_text() {
            self.close_row();
        }
        self.flow.open_paragraph(self.group.kind);
        self.is_open = true;
    }

    fn open_cell(&mut self) {
        if !self.has_row {
            self.flow.open_row();
            self.has_row = true;
            self.cell_is_due = true;
        }
        if std::mem::take(&mut self.cell_is_due) {
            self.flow.open_cell();
        }
    }

    /// Whether no note is being read: a note in a table does not end its row.
    fn outer_is_text(&self) -> bool {
        self.group.ending == Ending::Plain && self.outer.iter().all(|(group, _)| group.ending == Ending::Plain)
    }

    fn close_paragraph(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.flow.set_kind(self.group.kind);
            self.flow.close_paragraph();
        }
    }

    fn close_row(&mut self) {
        if std::mem::take(&mut self.has_row) {
            self.flow.close_row();
        }
    }

    fn group_around(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some((group, _)) = self.outer.last_mut() {
            change(group);
        }
    }
}

/// The text that a control word stands for.
fn character(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" => "\t",
        "line" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" | "enspace" | "qmspace" => " ",
        _ => return None,
    })
}
