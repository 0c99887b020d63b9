//! Why an address gave no article: what happened, and what to try.

use thiserror::Error;

/// What can go wrong between the reader's machine and a page. Each message is one sentence for a person.
#[derive(Debug, Error)]
pub enum WebProblem {
    /// Not an address of the web, or one that no site can have.
    #[error("this is no address of a page; check it, it should look like https://example.org/article")]
    Malformed,
    /// A name or password stands before the site's name.
    #[error("the address holds a name or a password, which is not sent; take out what stands before the @")]
    Credentials,
    /// The name of the site leads nowhere, or there is no network to ask.
    #[error("no site of that name was found; check the address and the connection to the internet")]
    UnknownSite,
    /// There is no way to the site.
    #[error("the site cannot be reached ({0}); check the connection to the internet")]
    Unreachable(std::io::Error),
    /// The machine is there, but nobody answers at that port.
    #[error("the site takes no connections at this address; check it, or try again later")]
    Refused,
    /// The proxy between this machine and the web does not work.
    #[error(
        "the proxy of this machine did not open a way to the site; check the address and the settings of the proxy"
    )]
    Proxy,
    /// It took longer than [`super::WebLimits::time`], in seconds.
    #[error("the page did not come within {0} seconds; try again later, or open it in a browser and save it")]
    TimeOut(f32),
    /// The site cannot prove that it is the one that was asked for.
    #[error("the site cannot prove that it is the one you asked for ({0}), so nothing was read; check the address")]
    Certificate(String),
    /// A secure connection failed for another reason.
    #[error("no secure connection could be made ({0}); open the page in a browser, save it and open the file")]
    Insecure(String),
    /// From `https` on to `http`, where anyone on the way could change the text.
    #[error(
        "the site leads from a secure address to one that is not (http), so nothing was read; open the page in a browser and save it"
    )]
    Downgraded,
    /// More than [`super::MOST_REDIRECTS`], or in a circle.
    #[error("the site leads from one address to the next without end; open the page in a browser and save it")]
    TooManyRedirects,
    /// 404 or 410.
    #[error("the site has no page at this address (it says {0}); check the address, or look for the page on the site")]
    NoPage(u16),
    /// 401, 402, 403, 407 or 451.
    #[error(
        "the site does not give this page to everyone (it says {0}); open it in a browser, save it and open the file"
    )]
    Forbidden(u16),
    /// 429.
    #[error("the site gives no more pages for now (it says 429); wait a few minutes and try again")]
    TooOften,
    /// Any other status that says that the request was wrong.
    #[error("the site does not give this page (it says {0}); open it in a browser, save it and open the file")]
    Denied(u16),
    /// 5xx.
    #[error("the site has a fault of its own (it says {0}); try again later")]
    Fault(u16),
    /// An answer that is not HTTP, or packed in a way that was not asked for.
    #[error(
        "the answer of the site cannot be understood; check the address, or open the page in a browser and save it"
    )]
    Garbled,
    /// The connection ended before the page did.
    #[error("the connection broke off before the page was whole; try again")]
    BrokeOff,
    /// More than [`super::WebLimits::bytes`], in MB.
    #[error("the page is larger than {0} MB, which no article is; save the article alone and open the file")]
    TooLarge(u64),
    /// A picture, a video, a program.
    #[error("there is no text at this address; give the address of the article itself")]
    NoText,
    /// A page that scripts fill in a browser, or one behind a wall.
    #[error(
        "the page holds hardly any text of its own (scripts make it, or it is only for subscribers); open it in a browser, save it and open the file"
    )]
    HardlyAnyText,
}

impl WebProblem {
    /// What a site says with a status that is no success.
    #[cfg(feature = "web")]
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            401 | 402 | 403 | 407 | 451 => Self::Forbidden(status),
            404 | 410 => Self::NoPage(status),
            429 => Self::TooOften,
            400..=499 => Self::Denied(status),
            500..=599 => Self::Fault(status),
            _ => Self::Garbled,
        }
    }
}

#[cfg(all(test, feature = "web"))]
mod tests {
    use super::*;

    #[test]
    fn each_status_has_its_sentence() {
        let begins = [
            (404, "the site has no page"),
            (403, "the site does not give this page to everyone"),
            (429, "the site gives no more pages"),
            (418, "the site does not give this page (it says 418)"),
            (503, "the site has a fault"),
            (199, "the answer of the site cannot be understood"),
        ];
        for (status, begin) in begins {
            assert!(WebProblem::of_status(status).to_string().starts_with(begin), "{status}");
        }
    }
}
