//! A download that its reader can watch and stop, and that ends in time whatever the site does.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::load::{Problem, Watch};

use super::agent::agent;
use super::page::{self, Page};
use super::{WebLimits, WebProblem};

/// How often it is looked whether the page is still wanted: a reader who stops notices no delay.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// What the thread of a download tells.
enum News {
    /// So many bytes of so many are here.
    Arrived(usize, usize),
    /// It is over.
    Done(Result<Page, WebProblem>),
}

/// Gets the page at an address.
pub(super) fn download(address: &str, limits: WebLimits, watch: &Watch) -> Result<Page, Problem> {
    watch.go_on()?;
    let address = page::parsed(address)?;
    let deadline = Instant::now() + limits.time;
    let agent = agent(limits);
    let (sender, news) = channel();
    let work = {
        let agent = agent.clone();
        move || {
            // Nobody listens any more once the reader has stopped, or the time is over.
            let arrived = |done, all| sender.send(News::Arrived(done, all)).is_ok();
            let page = page::get(&agent, address, limits, &arrived);
            let _ = sender.send(News::Done(page));
        }
    };
    thread::Builder::new().name("paragone-web".to_owned()).spawn(work).map_err(Problem::System)?;
    let page = wait(&news, watch, deadline, limits);
    // Ends what is still going on: a thread that waits for the site finds its connection closed.
    agent.shutdown();
    page
}

fn wait(news: &Receiver<News>, watch: &Watch, deadline: Instant, limits: WebLimits) -> Result<Page, Problem> {
    loop {
        watch.go_on()?;
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(WebProblem::TimeOut(limits.time.as_secs_f32()).into());
        }
        match news.recv_timeout(left.min(LOOK_EVERY)) {
            Ok(News::Arrived(done, all)) => watch.reached(done, all),
            Ok(News::Done(page)) => return Ok(page?),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(WebProblem::BrokeOff.into()),
        }
    }
}
