//! `paragone batch`: requests as JSON Lines, answers as JSON Lines in the order read, on all cores.
//!
//! One bad line never ends the run: its answer says what is wrong with it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::comparison::{Comparison, Edits, Options, Verdict, compare, inspect};
use crate::load::{RawArticle, Source, load};
use crate::report::{Shown, json};
use crate::text::{Pair, Side};

use super::arguments::BatchCall;
use super::output::StandardOutput;
use super::{Reading, Trouble, with_meaning};

/// So many lines are read before they are worked on together: enough to keep every core busy, few enough that
/// answers stream and memory stays small.
const LINES_AT_ONCE: usize = 64;

/// A longer line is no request: it would hold more than two of the largest files.
const LONGEST_LINE: u64 = 2 * crate::load::MOST_BYTES;

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    left: Option<Given>,
    right: Option<Given>,
    source: Option<Given>,
    links: Option<Vec<(usize, usize)>>,
}

/// An article as a request gives it.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Given {
    Text(String),
    Path(PathBuf),
    Sentences(Vec<String>),
}

#[derive(Serialize)]
struct Answer<T> {
    id: Value,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct Failure {
    error: Message,
}

#[derive(Serialize)]
struct Message {
    message: String,
}

/// Answers every request of the call.
pub(super) fn run(call: &BatchCall) -> Result<(), Trouble> {
    let options = with_meaning(call.options(), &call.meaning)?;
    let mut requests = open(&call.requests)?;
    let mut output = StandardOutput::open(false);
    loop {
        let lines = next_lines(&mut requests).map_err(|error| unreadable(&call.requests, error))?;
        if lines.is_empty() {
            return Ok(());
        }
        let answers: Vec<String> = lines.par_iter().filter_map(|line| answer(line, call, &options)).collect();
        output.write(|out| answers.iter().try_for_each(|answer| writeln!(out, "{answer}")))?;
    }
}

fn open(requests: &str) -> Result<Box<dyn BufRead>, Trouble> {
    if requests == "-" {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    let file = File::open(requests).map_err(|error| unreadable(requests, error))?;
    Ok(Box::new(BufReader::new(file)))
}

fn unreadable(requests: &str, error: std::io::Error) -> Trouble {
    Trouble::Requests { origin: requests.to_owned(), error }
}

fn next_lines(requests: &mut dyn BufRead) -> std::io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    while lines.len() < LINES_AT_ONCE {
        let mut line = Vec::new();
        if std::io::Read::take(&mut *requests, LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The answer to a line; `None` for a blank one.
fn answer(line: &[u8], call: &BatchCall, options: &Options) -> Option<String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let written = match serde_json::from_slice::<Request>(line) {
        Ok(request) => respond(request, call, options),
        Err(error) => Err((Value::Null, format!("this line is no request ({error})"))),
    };
    Some(written.unwrap_or_else(|(id, message)| {
        let failure = Answer { id, body: Failure { error: Message { message } } };
        serde_json::to_string(&failure).unwrap_or_default()
    }))
}

fn respond(request: Request, call: &BatchCall, options: &Options) -> Result<String, (Value, String)> {
    let Request { id, left, right, source, links } = request;
    let shown = Shown { agreements: call.agreements, ..Shown::default() };
    let written = match (left, right, source) {
        (Some(left), Some(right), None) => read_pair(Pair::new(left, right), &call.reading)
            .and_then(|articles| comparison(&articles, options, links))
            .and_then(|comparison| write(&id, json::comparison(&comparison, shown))),
        (None, None, Some(source)) => {
            read(source, &call.reading).and_then(|article| write(&id, json::inspection(&inspect(&article, options))))
        }
        _ => Err("give either left and right, or source".to_owned()),
    };
    written.map_err(|message| (id, message))
}

fn write(id: &Value, body: impl Serialize) -> Result<String, String> {
    serde_json::to_string(&Answer { id: id.clone(), body }).map_err(|error| error.to_string())
}

fn read_pair(given: Pair<Given>, reading: &Reading) -> Result<Pair<RawArticle>, String> {
    Ok(Pair::new(read(given.left, reading)?, read(given.right, reading)?))
}

fn read(given: Given, reading: &Reading) -> Result<RawArticle, String> {
    match given {
        Given::Sentences(sentences) => Ok(RawArticle::from_sentences("sentences", &sentences)),
        Given::Path(path) => load(&Source::File(path), reading.layout()).map_err(|error| error.to_string()),
        Given::Text(text) => load(&Source::Pasted(text), reading.layout()).map_err(|error| error.to_string()),
    }
}

fn comparison(
    articles: &Pair<RawArticle>,
    options: &Options,
    links: Option<Vec<(usize, usize)>>,
) -> Result<Comparison, String> {
    let Some(links) = links else { return Ok(compare(articles.as_ref(), options, &Edits::default())) };
    let origins = articles.as_ref().map(|article| origins(article, options));
    let mut edits = Edits::default();
    edits.only_these_links = true;
    for (left, right) in links {
        let origin = |side: Side, id: usize| {
            origins[side].get(id).copied().ok_or_else(|| {
                format!("link [{left}, {right}]: the {} source has {} sentences", side.name(), origins[side].len())
            })
        };
        edits.set_verdict(Pair::new(origin(Side::Left, left)?, origin(Side::Right, right)?), Some(Verdict::Manual));
    }
    Ok(compare(articles.as_ref(), options, &edits))
}

/// Where each sentence of an article begins in its raw text.
fn origins(article: &RawArticle, options: &Options) -> Vec<usize> {
    crate::comparison::read(article, options).sentences.iter().map(|sentence| sentence.origin).collect()
}
