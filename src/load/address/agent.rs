//! Who asks, and what a site is told: as little as it needs to give the page.

use std::sync::Arc;

use rustls::crypto::ring;
use ureq::http::{Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Proxy};
use url::{Host, Url};

use super::{WebLimits, WebProblem, failure};

/// What this program says that it is: a site can tell it from a browser and from a crawler.
const USER_AGENT: &str =
    concat!("Paragone/", env!("CARGO_PKG_VERSION"), " (desktop reader; gets one page when its user asks for it)");

/// The kinds that are read, those first that hold an article more often.
const ACCEPT: &str = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5";

/// Any language: the one that the address stands for is meant, and the reader's own is nobody's business.
const ACCEPT_LANGUAGE: &str = "*";

/// A client without memory. Statuses and redirections are judged by [`super::page`]; the proxy is that of the environment.
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
pub(super) fn ask(agent: &Agent, address: &Url, limits: WebLimits) -> Result<Response<Body>, WebProblem> {
    let request = agent.get(address.as_str()).header(header::ACCEPT_LANGUAGE, ACCEPT_LANGUAGE);
    if has_proxy(agent, address) {
        request.call().map_err(|error| failure::of_proxy(error, limits))
    } else {
        request.config().proxy(None).build().call().map_err(|error| failure::of(error, limits))
    }
}

fn has_proxy(agent: &Agent, address: &Url) -> bool {
    let is_taken_out = |proxy: &Proxy| address.as_str().parse().is_ok_and(|address| proxy.is_no_proxy(&address));
    !is_this_machine(address) && agent.config().proxy().is_some_and(|proxy| !is_taken_out(proxy))
}

fn is_this_machine(address: &Url) -> bool {
    match address.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(number)) => number.is_loopback(),
        Some(Host::Ipv6(number)) => number.is_loopback(),
        None => false,
    }
}
