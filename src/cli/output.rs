//! Where a result is written: a file, or standard output with colours where the terminal wants them.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

use anstream::StripStream;

use super::Trouble;

/// An open output that knows its name for messages.
pub(super) struct Output {
    target: String,
    sink: Box<dyn Write>,
}

impl Output {
    /// Opens a file, or standard output for `None`. Where the result is styled, the styles are kept only for a
    /// terminal that shows them; anything else goes out byte for byte.
    pub(super) fn open(path: Option<&Path>, styled: bool) -> std::result::Result<Self, Trouble> {
        let Some(path) = path else {
            let target = "standard output".to_owned();
            return Ok(Self {
                target,
                sink: if styled { buffered(anstream::stdout()) } else { buffered(std::io::stdout()) },
            });
        };
        let target = path.display().to_string();
        match File::create(path) {
            Ok(file) => {
                Ok(Self { target, sink: if styled { buffered(StripStream::new(file)) } else { buffered(file) } })
            }
            Err(error) => Err(Trouble::Write { target, error }),
        }
    }

    /// Writes and flushes.
    pub(super) fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> std::result::Result<(), Trouble> {
        let done = write(&mut *self.sink).and_then(|()| self.sink.flush());
        done.map_err(|error| Trouble::Write { target: self.target.clone(), error })
    }
}

fn buffered(sink: impl Write + 'static) -> Box<dyn Write> {
    Box::new(BufWriter::new(sink))
}
