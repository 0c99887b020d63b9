//! The real program: addresses on its command line, certificates and proxies of its environment, and what never leads to a site.

use std::process::{Command, Output, Stdio};

use super::site::{Wire, certificate};
use super::*;

/// A call in an environment without proxies that trusts the authority of the tests' certificates.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paragone"));
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    command.env("SSL_CERT_FILE", certificate("authority.pem")).env_remove("SSL_CERT_DIR");
    command.args(arguments).stdin(Stdio::null());
    command
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn two_addresses_are_compared() {
    let site = Site::new(|path, wire| {
        let day = if path == "/left" { "Sunday" } else { "Monday" };
        wire.write_all(&html(PAGE.replace("Sunday", day).as_bytes()))
    });
    let output = program(&["compare", &site.address("/left"), &site.address("/right")]).output().unwrap();
    let text = printed(&output);
    assert!(text.contains("Sunday") && text.contains("Monday") && text.contains("in claims"), "{text}");
    assert_eq!(site.asked().len(), 2);
}

#[test]
fn a_page_that_cannot_be_had_is_one_line() {
    let site = Site::always(answer("404 Not Found", &[], b""));
    let line = complaint(&program(&["inspect", &site.address("/gone")]).output().unwrap());
    assert!(line.contains("the site has no page at this address") && line.trim_end().lines().count() == 1, "{line}");
}

#[test]
fn a_path_in_a_request_is_never_an_address() {
    let site = Site::always(html(PAGE.as_bytes()));
    let request =
        format!("{{\"source\": {{\"path\": \"{0}\"}}}}\n{{\"source\": {{\"text\": \"{0}\"}}}}\n", site.address("/"));
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), request).unwrap();
    let text = printed(&program(&["batch", file.path().to_str().unwrap()]).output().unwrap());
    let answers: Vec<&str> = text.lines().collect();
    assert!(answers[0].contains("there is no such file"), "{text}");
    assert!(answers[1].contains("paragone.inspection"), "{text}");
    let line = complaint(&program(&["batch", &site.address("/")]).output().unwrap());
    assert!(line.contains("cannot be read"), "{line}");
    assert_eq!(site.asked(), Vec::<String>::new());
}

/// The authority is handed over in the environment, which counts on Linux and BSD only; elsewhere the system decides.
#[cfg(target_os = "linux")]
mod certificates {
    use super::*;

    #[test]
    fn the_authorities_of_the_system_are_trusted() {
        let site = Site::secure("server.pem", |_, wire| wire.write_all(&html(PAGE.as_bytes())));
        assert!(printed(&program(&["inspect", &site.address("/")]).output().unwrap()).contains("Westhaven"));
    }

    #[test]
    fn what_is_wrong_with_a_certificate_is_said() {
        let expired = Site::secure("expired.pem", |_, wire| wire.write_all(&html(PAGE.as_bytes())));
        let line = complaint(&program(&["inspect", &expired.address("/")]).output().unwrap());
        assert!(line.contains("its certificate has run out"), "{line}");
        let other = Site::secure("server.pem", |_, wire| wire.write_all(&html(PAGE.as_bytes())));
        let address = other.address("/").replace("localhost", "127.0.0.1");
        let line = complaint(&program(&["inspect", &address]).output().unwrap());
        assert!(line.contains("its certificate is another site's"), "{line}");
        assert_eq!((expired.asked(), other.asked()), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_machine_that_trusts_nobody_is_told_so() {
        let site = Site::secure("server.pem", |_, wire| wire.write_all(&html(PAGE.as_bytes())));
        let nobody = tempfile::NamedTempFile::new().unwrap();
        let mut call = program(&["inspect", &site.address("/")]);
        let line = complaint(&call.env("SSL_CERT_FILE", nobody.path()).output().unwrap());
        assert!(line.contains("this machine keeps no list of whom to trust"), "{line}");
    }

    #[test]
    fn no_way_leads_from_a_secure_page_to_one_that_is_not() {
        let open = Site::always(html(PAGE.as_bytes()));
        let target = open.address("/");
        let site = Site::secure("server.pem", move |_, wire| wire.write_all(&redirect(&target)));
        let line = complaint(&program(&["inspect", &site.address("/")]).output().unwrap());
        assert!(line.contains("leads from a secure address to one that is not"), "{line}");
        assert_eq!(open.asked(), Vec::<String>::new());
    }
}

/// A proxy that opens a way to a site of its own imagination.
fn proxy() -> Site {
    Site::new(|_, wire: &mut dyn Wire| {
        wire.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            wire.read_exact(&mut byte)?;
            request.extend(byte);
        }
        wire.write_all(&html(PAGE.as_bytes()))
    })
}

#[test]
fn the_proxy_of_the_environment_is_used_but_for_this_machine() {
    let proxy = proxy();
    let site = Site::always(html(PAGE.replace("Westhaven", "Easthaven").as_bytes()));
    let through = |address: &str| {
        let mut call = program(&["inspect", address]);
        printed(&call.env("HTTP_PROXY", proxy.address("")).output().unwrap())
    };
    assert!(through("http://quay.invalid/mast").contains("Westhaven"));
    assert!(proxy.asked()[0].starts_with("CONNECT quay.invalid:80"), "{:?}", proxy.asked());
    assert!(through(&site.address("/")).contains("Easthaven"));
    assert_eq!(proxy.asked().len(), 1);
}

#[test]
fn a_proxy_that_does_not_work_is_named() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let unwilling = Site::always(answer("502 Bad Gateway", &[], b""));
    for proxy in [format!("http://{gone}"), unwilling.address("")] {
        let output = program(&["inspect", "https://quay.invalid/"]).env("HTTPS_PROXY", &proxy).output().unwrap();
        let line = complaint(&output);
        assert!(line.contains("the proxy of this machine"), "{proxy}: {line}");
    }
}
