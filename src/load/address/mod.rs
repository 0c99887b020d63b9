//! A page by its address: the only place in the program that touches the network, and only when a reader asks for an address.
//!
//! `download.rs` gets the bytes on a thread of its own while the caller watches; from there on a page is read as a file is.
//! Without the feature `web` an address is refused, and none of this is in the program.

#[cfg(feature = "web")]
mod agent;
#[cfg(feature = "web")]
mod article;
#[cfg(feature = "web")]
mod body;
#[cfg(feature = "web")]
mod content_type;
#[cfg(feature = "web")]
mod download;
#[cfg(feature = "web")]
mod failure;
#[cfg(feature = "web")]
mod page;
mod problem;
#[cfg(feature = "web")]
mod shell;

use std::time::Duration;

use super::{Layout, LoadError, RawArticle, Watch};

#[cfg(feature = "web")]
pub(super) use article::read;
pub use problem::WebProblem;

/// A page that is reached only after more turns is not reached: browsers allow 20, news sites take one or two.
pub const MOST_REDIRECTS: usize = 5;

/// How long a page may take and how large it may be.
#[derive(Clone, Copy, Debug)]
pub struct WebLimits {
    /// From the question to the last byte, redirections included.
    pub time: Duration,
    /// The most bytes, as they arrive and again unpacked.
    pub bytes: u64,
}

impl Default for WebLimits {
    /// 20 seconds, after which a reader has long looked elsewhere; 10 MB, where the largest of 181 news pages has 1.5.
    fn default() -> Self {
        Self { time: Duration::from_secs(20), bytes: 10_000_000 }
    }
}

/// Reads the page at an address within limits of the caller's; [`super::load`] does it within the usual ones.
///
/// # Errors
/// [`super::Problem::Web`] where the page cannot be had, else as for [`super::load`].
pub fn load_address(address: &str, layout: Layout, watch: &Watch, limits: WebLimits) -> Result<RawArticle, LoadError> {
    read(address, layout, watch, limits).map_err(|problem| LoadError { origin: address.to_owned(), problem })
}

#[cfg(not(feature = "web"))]
pub(super) fn read(_: &str, _: Layout, _: &Watch, _: WebLimits) -> Result<RawArticle, super::Problem> {
    Err(super::Problem::NoWeb)
}
