//! What the libraries say when something fails, put into a problem that a person can act on.

use std::io;

use rustls::CertificateError;
use ureq::Error;

use super::{WebLimits, WebProblem};

/// Why a question got no answer.
pub(super) fn of(error: Error, limits: WebLimits) -> WebProblem {
    match error {
        Error::Timeout(_) => WebProblem::TimeOut(limits.time.as_secs_f32()),
        Error::HostNotFound => WebProblem::UnknownSite,
        Error::Http(_) | Error::BadUri(_) => WebProblem::Malformed,
        Error::InvalidProxyUrl | Error::ConnectProxyFailed(_) => WebProblem::Proxy,
        Error::Rustls(error) => of_security(&error),
        Error::Tls(_) | Error::TlsRequired => WebProblem::Insecure(error.to_string()),
        Error::Io(error) => of_connection(error),
        Error::ConnectionFailed => WebProblem::Refused,
        _ => WebProblem::Garbled,
    }
}

/// The same for a question that goes through a proxy: then it is the proxy that could not be reached.
pub(super) fn of_proxy(error: Error, limits: WebLimits) -> WebProblem {
    match of(error, limits) {
        WebProblem::Refused | WebProblem::Unreachable(_) | WebProblem::UnknownSite => WebProblem::Proxy,
        other => other,
    }
}

/// Why a page broke off while it arrived.
pub(super) fn midway(error: io::Error, limits: WebLimits) -> WebProblem {
    match Error::from(error) {
        Error::Timeout(_) => WebProblem::TimeOut(limits.time.as_secs_f32()),
        Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => WebProblem::Garbled,
        Error::Protocol(_) => WebProblem::Garbled,
        _ => WebProblem::BrokeOff,
    }
}

fn of_connection(error: io::Error) -> WebProblem {
    use io::ErrorKind as Kind;
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return of_security(error);
    }
    match error.kind() {
        Kind::ConnectionRefused => WebProblem::Refused,
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::UnexpectedEof | Kind::BrokenPipe => {
            WebProblem::BrokeOff
        }
        _ if is_of_resolver(&error) => WebProblem::UnknownSite,
        _ => WebProblem::Unreachable(error),
    }
}

/// Whether the name of a site was looked up in vain. That has no kind of its own: on Unix it is the only failure without
/// a number of the system's, on Windows its numbers are those from "host not found" to "no data".
fn is_of_resolver(error: &io::Error) -> bool {
    error.raw_os_error().is_none_or(|number| cfg!(windows) && (11_001..=11_004).contains(&number))
}

fn of_security(error: &rustls::Error) -> WebProblem {
    use CertificateError as Fault;
    match error {
        rustls::Error::InvalidCertificate(fault) => WebProblem::Certificate(
            match fault {
                Fault::Expired | Fault::ExpiredContext { .. } => "its certificate has run out",
                Fault::NotValidYet | Fault::NotValidYetContext { .. } => {
                    "its certificate is not valid yet, or the clock of this machine is wrong"
                }
                Fault::NotValidForName | Fault::NotValidForNameContext { .. } => "its certificate is another site's",
                Fault::UnknownIssuer => "its certificate comes from nobody whom this machine trusts",
                Fault::Revoked => "its certificate was revoked",
                _ => "its certificate is not valid",
            }
            .to_owned(),
        ),
        rustls::Error::InvalidMessage(_) => insecure("the site speaks another language there"),
        rustls::Error::AlertReceived(_) => insecure("the site refuses it"),
        rustls::Error::PeerIncompatible(_) => insecure("the site offers none that is still held to be safe"),
        // The only general failure of the verifier on Linux and BSD.
        rustls::Error::General(_) => insecure("this machine keeps no list of whom to trust"),
        other => WebProblem::Insecure(other.to_string()),
    }
}

fn insecure(why: &str) -> WebProblem {
    WebProblem::Insecure(why.to_owned())
}
