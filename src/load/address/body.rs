//! The bytes of a page as they arrive: counted, unpacked, and never more than are allowed.

use std::io::{self, Read};

use brotli_decompressor::Decompressor;
use flate2::read::MultiGzDecoder;
use ureq::Body;

use super::{WebLimits, WebProblem, failure};

/// Is told how many bytes of how many have arrived; `false` where the page is no longer wanted.
pub(super) type Arrived<'a> = &'a dyn Fn(usize, usize) -> bool;

/// The room of the unpacker of brotli between two reads, in bytes.
const BROTLI_ROOM: usize = 4_096;

/// All bytes of a body that is packed as its header says.
pub(super) fn bytes(body: Body, packing: &str, limits: WebLimits, arrived: Arrived<'_>) -> Result<Vec<u8>, WebProblem> {
    let all = body.content_length();
    if all.is_some_and(|all| all > limits.bytes) {
        return Err(too_large(limits));
    }
    let counted = Counted { inner: body.into_reader(), done: 0, all: all.unwrap_or(0) as usize, arrived };
    let mut unpacked: Box<dyn Read + '_> = match packing.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Box::new(counted),
        "gzip" | "x-gzip" => Box::new(MultiGzDecoder::new(counted)),
        "br" => Box::new(Decompressor::new(counted, BROTLI_ROOM)),
        _ => return Err(WebProblem::Garbled),
    };
    let mut bytes = Vec::new();
    // One byte more than allowed is enough to know; a small body that unpacks to a huge one goes no further.
    unpacked.by_ref().take(limits.bytes + 1).read_to_end(&mut bytes).map_err(|error| failure::midway(error, limits))?;
    if bytes.len() as u64 > limits.bytes { Err(too_large(limits)) } else { Ok(bytes) }
}

fn too_large(limits: WebLimits) -> WebProblem {
    WebProblem::TooLarge(limits.bytes / 1_000_000)
}

/// Tells how far it is.
struct Counted<'a, R> {
    inner: R,
    done: usize,
    /// 0 where the site does not say how long the page is.
    all: usize,
    arrived: Arrived<'a>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(room)?;
        self.done += count;
        if (self.arrived)(self.done, self.all) { Ok(count) } else { Err(io::ErrorKind::ConnectionAborted.into()) }
    }
}
