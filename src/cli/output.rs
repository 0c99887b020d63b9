//! Where a result is written: a file, or standard output with colours where the terminal wants them.

use std::io::{BufWriter, Result, Write};
use std::path::Path;

use anstream::adapter::strip_bytes;

use crate::project::{WriteError, write_whole};

use super::Trouble;

/// Writes a result to a file, whole or not at all, or to standard output for `None`. Where it is styled, the styles are kept
/// only for a terminal that shows them; anything else goes out byte for byte.
pub(super) fn write_to(
    path: Option<&Path>,
    styled: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> std::result::Result<(), Trouble> {
    let Some(path) = path else { return StandardOutput::open(styled).write(write) };
    let done = write_whole(path, |out| {
        if !styled {
            return write(out);
        }
        let mut with_styles = Vec::new();
        write(&mut with_styles)?;
        out.write_all(&strip_bytes(&with_styles).into_vec())
    });
    done.map_err(Trouble::Write)
}

/// Standard output, into which can be written again and again.
pub(super) struct StandardOutput(Box<dyn Write>);

impl StandardOutput {
    pub(super) fn open(styled: bool) -> Self {
        Self(if styled { buffered(anstream::stdout()) } else { buffered(std::io::stdout()) })
    }

    /// Writes and flushes.
    pub(super) fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> std::result::Result<(), Trouble> {
        let done = write(&mut *self.0).and_then(|()| self.0.flush());
        done.map_err(|why| Trouble::Write(WriteError { path: "standard output".to_owned(), why }))
    }
}

fn buffered(sink: impl Write + 'static) -> Box<dyn Write> {
    Box::new(BufWriter::new(sink))
}
