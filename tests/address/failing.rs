//! Pages that are not given: each reason has its sentence.

use super::*;

#[test]
fn each_refusal_of_a_site_has_its_sentence() {
    let of = |status: &str| problem_of(answer(status, &["Content-Type: text/html"], PAGE.as_bytes()));
    assert!(matches!(of("404 Not Found"), WebProblem::NoPage(404)));
    assert!(matches!(of("410 Gone"), WebProblem::NoPage(410)));
    for (status, number) in [("401 x", 401), ("402 x", 402), ("403 x", 403), ("451 x", 451)] {
        assert!(matches!(of(status), WebProblem::Forbidden(said) if said == number));
    }
    assert!(matches!(of("429 Too Many Requests"), WebProblem::TooOften));
    assert!(matches!(of("418 x"), WebProblem::Denied(418)));
    assert!(matches!(of("500 x"), WebProblem::Fault(500)));
    assert!(matches!(of("503 x"), WebProblem::Fault(503)));
}

#[test]
fn a_page_that_scripts_would_fill_is_told_as_such() {
    let shell = "<title>Quay</title><div id=app></div><script src=/app.js></script><noscript>Please switch on JavaScript.</noscript>";
    assert!(matches!(problem_of(html(shell.as_bytes())), WebProblem::HardlyAnyText));
    assert!(matches!(problem_of(html(b"<html></html>")), WebProblem::HardlyAnyText));
    assert!(matches!(problem_of(answer("204 No Content", &[], b"")), WebProblem::HardlyAnyText));
}

#[test]
fn what_is_no_text_is_not_taken_in() {
    let endless = Site::new(|_, wire| {
        wire.write_all(&head("200 OK", &["Content-Type: video/mp4"]))?;
        loop {
            wire.write_all(&[0; 1_000])?;
        }
    });
    assert!(matches!(problem(&endless.address("/")), WebProblem::NoText));
    assert!(matches!(problem_of(html(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")), WebProblem::NoText));
}

#[test]
fn a_page_that_is_too_large_is_not_taken_in() {
    let announced = Site::new(|_, wire| wire.write_all(&head("200 OK", &["Content-Length: 10000001"])));
    assert!(matches!(problem(&announced.address("/")), WebProblem::TooLarge(10)));
    let endless = Site::new(|_, wire| {
        wire.write_all(&head("200 OK", &[]))?;
        loop {
            wire.write_all(&[b'a'; 100_000])?;
        }
    });
    assert!(matches!(problem(&endless.address("/")), WebProblem::TooLarge(10)));
}

#[test]
fn a_page_that_unpacks_without_end_is_left_early() {
    let bomb = Site::new(|_, wire| {
        let member = packed(&vec![b' '; 1_000_000]);
        wire.write_all(&head("200 OK", &["Content-Encoding: gzip"]))?;
        loop {
            wire.write_all(&member)?;
        }
    });
    assert!(matches!(problem(&bomb.address("/")), WebProblem::TooLarge(10)));
    let small = brotli(&vec![b' '; 11_000_000]);
    assert!(small.len() < 100_000);
    assert!(matches!(problem_of(answer("200 OK", &["Content-Encoding: br"], &small)), WebProblem::TooLarge(10)));
}

#[test]
fn a_slow_site_is_not_waited_for_beyond_the_limit() {
    let silent = Site::new(|_, _| {
        std::thread::sleep(Duration::from_secs(60));
        Ok(())
    });
    let limits = WebLimits { time: SHORT, ..WebLimits::default() };
    for site in [dripping(), silent] {
        let began = Instant::now();
        let problem = problem_within(&site.address("/"), limits);
        assert!(matches!(problem, WebProblem::TimeOut(_)), "{problem:?}");
        assert!(began.elapsed() < SHORT + Duration::from_secs(2));
    }
}

#[test]
fn turns_have_no_time_of_their_own() {
    let site = Site::new(|_, wire| {
        std::thread::sleep(SHORT / 2);
        wire.write_all(&redirect("/on"))
    });
    let limits = WebLimits { time: SHORT, ..WebLimits::default() };
    assert!(matches!(problem_within(&site.address("/"), limits), WebProblem::TimeOut(_)));
}

#[test]
fn connections_that_break() {
    let cut = [head("200 OK", &["Content-Length: 5000"]), PAGE.into()].concat();
    assert!(matches!(problem_of(cut), WebProblem::BrokeOff));
    let cut_in_pieces = [head("200 OK", &["Transfer-Encoding: chunked"]), b"ff\r\nabc".to_vec()].concat();
    assert!(matches!(problem_of(cut_in_pieces), WebProblem::BrokeOff | WebProblem::Garbled));
    assert!(matches!(problem_of(Vec::new()), WebProblem::BrokeOff));
    assert!(matches!(problem_of(b"220 quay.example ESMTP\r\n\r\n".to_vec()), WebProblem::Garbled));
}

#[test]
fn nobody_at_the_port_and_no_such_site() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert!(matches!(problem(&format!("http://127.0.0.1:{port}/")), WebProblem::Refused));
    // A name that no resolver may know (RFC 6761); a machine without a resolver may need its time to say so.
    let limits = WebLimits { time: Duration::from_secs(5), ..WebLimits::default() };
    let unknown = problem_within("http://quay.invalid/", limits);
    assert!(matches!(unknown, WebProblem::UnknownSite | WebProblem::TimeOut(_)), "{unknown:?}");
    assert!(matches!(problem("http://"), WebProblem::Malformed));
    assert!(matches!(problem("http://ada:secret@127.0.0.1/"), WebProblem::Credentials));
}

#[test]
fn a_certificate_that_nobody_vouches_for_ends_the_reading() {
    let site = Site::secure("server.pem", |_, wire| wire.write_all(&html(PAGE.as_bytes())));
    let problem = problem(&site.address("/"));
    // A machine without any certificates of its own can make no secure connection at all.
    assert!(matches!(problem, WebProblem::Certificate(_) | WebProblem::Insecure(_)), "{problem:?}");
    assert_eq!(site.asked(), Vec::<String>::new());
}

#[test]
fn a_site_without_security_under_https_is_not_read() {
    let site = Site::always(html(PAGE.as_bytes()));
    let problem = problem(&site.address("/").replace("http:", "https:"));
    assert!(matches!(problem, WebProblem::Insecure(_) | WebProblem::BrokeOff), "{problem:?}");
}
