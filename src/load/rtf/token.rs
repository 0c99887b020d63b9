//! Rich text cut into what it consists of: braces, control words, bytes.

/// A control word has at most so many letters; longer rows of letters are damage.
const LONGEST_WORD: usize = 32;

/// A number has at most so many digits; it fits into 64 bits whatever they are.
const LONGEST_NUMBER: usize = 10;

/// A piece of a file of rich text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word with its number.
    Word(&'a str, Option<i64>),
    /// A control sign: a backslash and a character that is no letter.
    Sign(u8),
    /// A byte of text in the code page that holds, however it is written.
    Byte(u8),
}

/// The tokens of a file in order; what is damaged is text.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let letters = self.rest.iter().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters > 0 {
            return Some(self.word(letters));
        }
        let &sign = self.rest.first()?;
        self.skip(1);
        if sign == b'\''
            && let Some(byte) = self.rest.get(..2).and_then(hexadecimal)
        {
            self.skip(2);
            return Some(Token::Byte(byte));
        }
        Some(Token::Sign(sign))
    }

    fn word(&mut self, letters: usize) -> Token<'a> {
        let word = self.rest.get(..letters).and_then(|word| str::from_utf8(word).ok()).unwrap_or_default();
        self.skip(letters);
        let minus = usize::from(self.rest.first() == Some(&b'-'));
        let number = self.rest.get(minus..).unwrap_or_default();
        let digits = number.iter().take(LONGEST_NUMBER).take_while(|byte| byte.is_ascii_digit()).count();
        let number = number.get(..digits).and_then(|number| str::from_utf8(number).ok()?.parse::<i64>().ok());
        let number = number.map(|number| if minus == 1 { -number } else { number });
        if number.is_some() {
            self.skip(minus + digits);
        }
        if self.rest.first() == Some(&b' ') {
            self.skip(1);
        }
        if word == "bin" {
            self.skip(number.and_then(|count| usize::try_from(count).ok()).unwrap_or_default());
        }
        Token::Word(word, number)
    }
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let &byte = self.rest.first()?;
            self.skip(1);
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_signs_and_bytes() {
        let found: Vec<Token<'_>> = Tokens::new(b"{\\b0 a\\u-3 \\'e9\\~\\*\r\n\\bin3 }}}\\par}").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Byte(b'a'),
            Token::Word("u", Some(-3)),
            Token::Byte(0xe9),
            Token::Sign(b'~'),
            Token::Sign(b'*'),
            Token::Word("bin", Some(3)),
            Token::Word("par", None),
            Token::Close,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn damage_ends_or_is_text() {
        assert_eq!(Tokens::new(b"\\").count(), 0);
        assert_eq!(Tokens::new(b"\\'9").collect::<Vec<_>>(), [Token::Sign(b'\''), Token::Byte(b'9')]);
        assert_eq!(Tokens::new(b"\\bin99 a").count(), 1);
        assert_eq!(Tokens::new(b"\\u-").collect::<Vec<_>>(), [Token::Word("u", None), Token::Byte(b'-')]);
    }
}
