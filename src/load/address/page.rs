//! One page: asked for, followed to where the site leads, taken in.

use ureq::http::{Response, header};
use ureq::{Agent, Body};
use url::Url;

use super::agent::ask;
use super::body::{self, Arrived};
use super::content_type::ContentType;
use super::{MOST_REDIRECTS, WebLimits, WebProblem};

/// What came back.
pub(super) struct Page {
    /// The address that gave it in the end.
    pub address: Url,
    /// What the site says that it is.
    pub content_type: ContentType,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
}

/// The address that a reader typed, without its fragment, which is a place in the page and no matter of the site.
pub(super) fn parsed(address: &str) -> Result<Url, WebProblem> {
    checked(Url::parse(address.trim()).map_err(|_| WebProblem::Malformed)?)
}

fn checked(mut address: Url) -> Result<Url, WebProblem> {
    address.set_fragment(None);
    match () {
        () if !matches!(address.scheme(), "http" | "https") => Err(WebProblem::Malformed),
        () if !address.username().is_empty() || address.password().is_some() => Err(WebProblem::Credentials),
        () => Ok(address),
    }
}

/// Gets the page at an address, or where the site leads from there.
pub(super) fn get(
    agent: &Agent,
    mut address: Url,
    limits: WebLimits,
    arrived: Arrived<'_>,
) -> Result<Page, WebProblem> {
    for _ in 0..=MOST_REDIRECTS {
        let response = ask(agent, &address, limits)?;
        match response.status().as_u16() {
            200..=299 => return taken(address, response, limits, arrived),
            301 | 302 | 303 | 307 | 308 => address = next(&address, &response)?,
            status => return Err(WebProblem::of_status(status)),
        }
    }
    Err(WebProblem::TooManyRedirects)
}

/// Where a redirection leads.
fn next(address: &Url, response: &Response<Body>) -> Result<Url, WebProblem> {
    let location = response.headers().get(header::LOCATION).ok_or(WebProblem::Garbled)?;
    let target = address.join(&String::from_utf8_lossy(location.as_bytes())).map_err(|_| WebProblem::Garbled)?;
    match (address.scheme(), target.scheme()) {
        ("https", "http") => Err(WebProblem::Downgraded),
        _ => checked(target),
    }
}

fn taken(address: Url, response: Response<Body>, limits: WebLimits, arrived: Arrived<'_>) -> Result<Page, WebProblem> {
    let field = |name| response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let content_type = ContentType::parsed(&field(header::CONTENT_TYPE).unwrap_or_default());
    if content_type.is_no_text() {
        return Err(WebProblem::NoText);
    }
    let packing = field(header::CONTENT_ENCODING).unwrap_or_default();
    let bytes = body::bytes(response.into_body(), &packing, limits, arrived)?;
    Ok(Page { address, content_type, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_people_write_them() {
        let as_sent = [
            ("https://quay.example", "https://quay.example/"),
            (" HTTPS://Quay.Example/a b?c=d#part ", "https://quay.example/a%20b?c=d"),
            ("http://k\u{e4}se.example/\u{fc}ber", "http://xn--kse-qla.example/%C3%BCber"),
        ];
        for (typed, sent) in as_sent {
            assert_eq!(parsed(typed).unwrap().as_str(), sent);
        }
    }

    #[test]
    fn what_is_no_address_of_a_page_is_not_asked_for() {
        for typed in ["https://", "https://a b/", "https://quay.example:port/", "http://[::1", "file:///etc/hosts"] {
            assert!(matches!(parsed(typed), Err(WebProblem::Malformed)), "{typed}");
        }
        assert!(matches!(parsed("https://ada:secret@quay.example/"), Err(WebProblem::Credentials)));
    }
}
