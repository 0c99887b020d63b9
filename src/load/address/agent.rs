//! Who asks, and what a site is told: as little as it needs to give the page.

use std::sync::Arc;

use rustls::crypto::ring;
use ureq::http::{Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};
use url::{Host, Url};

use super::WebLimits;

/// What this program says that it is: a site can tell it from a browser and from a crawler.
const USER_AGENT: &str =
    concat!("Paragone/", env!("CARGO_PKG_VERSION"), " (desktop reader; gets one page when its user asks for it)");

/// The kinds that are read, those first that hold an article more often.
const ACCEPT: &str = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5";

/// Any language: the one that the address stands for is meant, and the reader's own is nobody's business.
const ACCEPT_LANGUAGE: &str = "*";

/// A client without memory. Statuses and redirections are judged by [`super::request`]; the proxy is that of the environment.
pub(super) fn agent(limits: WebLimits) -> Agent {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
        .build();
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(limits.time))
        .tls_config(tls)
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .accept_encoding("gzip, br")
        .build()
        .new_agent()
}

/// Asks for one address. This machine itself is never asked through a proxy, as browsers hold it.
pub(super) fn ask(agent: &Agent, address: &Url) -> Result<Response<Body>, Error> {
    let request = agent.get(address.as_str()).header(header::ACCEPT_LANGUAGE, ACCEPT_LANGUAGE);
    if is_this_machine(address) { request.config().proxy(None).build().call() } else { request.call() }
}

fn is_this_machine(address: &Url) -> bool {
    match address.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(number)) => number.is_loopback(),
        Some(Host::Ipv6(number)) => number.is_loopback(),
        None => false,
    }
}
