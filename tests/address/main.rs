//! Pages by their address, from sites of the tests' own on this machine: what is read, what is asked, and what is said
//! when a site does not give the page. No test leaves this machine.

#![cfg(feature = "web")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod failing;
mod program;
mod reading;
mod site;

use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use paragone::load::{Layout, Problem, RawArticle, Watch, WebLimits, WebProblem, load_address};

use site::{Site, answer, head};

const PAGE: &str =
    "<!DOCTYPE html><title>Mast falls</title><h1>Mast falls</h1><p>The mast of Westhaven fell on Sunday.</p>";
const TEXT: &str = "Mast falls\n\nThe mast of Westhaven fell on Sunday.";

/// Short enough to wait for, long enough for a busy machine to answer from memory.
const SHORT: Duration = Duration::from_millis(700);

fn html(body: &[u8]) -> Vec<u8> {
    answer("200 OK", &["Content-Type: text/html"], body)
}

fn load_within(address: &str, limits: WebLimits) -> Result<RawArticle, Problem> {
    load_address(address, Layout::Article, &Watch::default(), limits).map_err(|error| {
        assert_eq!(error.origin, address);
        error.problem
    })
}

fn load(address: &str) -> Result<RawArticle, Problem> {
    load_within(address, WebLimits::default())
}

/// The text at an address.
fn text(address: &str) -> String {
    load(address).unwrap_or_else(|problem| panic!("{address}: {problem}")).text
}

/// The text of a site that gives the same answer to everything.
fn text_of(answer: Vec<u8>) -> String {
    text(&Site::always(answer).address("/"))
}

/// What is wrong with an address, after checking that it is one sentence which says what to try.
fn problem(address: &str) -> WebProblem {
    problem_within(address, WebLimits::default())
}

fn problem_within(address: &str, limits: WebLimits) -> WebProblem {
    match load_within(address, limits) {
        Err(Problem::Web(problem)) => {
            let message = problem.to_string();
            let tries = ["check", "try", "open", "look", "give the", "take out", "save"];
            assert!(tries.iter().any(|word| message.contains(word)), "{message}");
            assert!(!message.contains('\n') && !message.ends_with('.'), "{message}");
            problem
        }
        other => panic!("{address}: {other:?}"),
    }
}

fn problem_of(answer: Vec<u8>) -> WebProblem {
    problem(&Site::always(answer).address("/"))
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn brotli(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let quick = brotli::enc::BrotliEncoderParams { quality: 1, ..Default::default() };
    brotli::BrotliCompress(&mut &*text, &mut bytes, &quick).unwrap();
    bytes
}

fn redirect(to: &str) -> Vec<u8> {
    answer("302 Found", &[&format!("Location: {to}")], b"")
}

/// A site whose path `/n` leads to `/n-1`, and `/0` is the page.
fn stairs() -> Site {
    Site::new(|path, wire| match path.trim_start_matches('/').parse::<u32>() {
        Ok(0) => wire.write_all(&html(PAGE.as_bytes())),
        Ok(step) => wire.write_all(&redirect(&(step - 1).to_string())),
        Err(_) => wire.write_all(&redirect(path)),
    })
}

/// A site that sends a byte every few milliseconds, for ever.
fn dripping() -> Site {
    Site::new(|_, wire| {
        wire.write_all(&head("200 OK", &["Content-Length: 1000000"]))?;
        loop {
            wire.write_all(b"a")?;
            wire.flush()?;
            std::thread::sleep(Duration::from_millis(20));
        }
    })
}
