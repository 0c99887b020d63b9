//! The keeper of project files: reads, writes, locks them and keeps unsaved work aside, on a thread of its own, since a
//! folder on a network may take seconds. One order after the other; of unsaved work only the newest is kept.

mod desk;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use desk::Desk;

use super::command::Command;
use super::jobs::on_thread;
use super::projects::{Order, ProjectCommand};

/// Takes orders and gathers what came of them.
pub struct Keeper {
    orders: Orders,
    news: Receiver<Command>,
    teller: Sender<Command>,
}

enum Orders {
    /// To a thread, which says when it has ended.
    Thread(Option<Sender<(Order, egui::Context)>>, Receiver<()>),
    /// Carried out at once, for tests and where no thread can be had.
    Inline(Box<std::cell::RefCell<Desk>>),
    /// Never carried out, for tests of waiting.
    Stuck,
}

/// Whoever closes the window waits for what is being written, but not for a folder that does not answer.
const LONGEST_END: Duration = Duration::from_secs(10);

impl Keeper {
    /// One on a thread of its own, which keeps unsaved work in a folder.
    pub fn on_thread(folder: Option<PathBuf>) -> Self {
        let (teller, news) = channel();
        let (sender, receiver) = channel::<(Order, egui::Context)>();
        let (ended, end) = channel();
        let tell = teller.clone();
        let desk = Desk::new(folder.clone());
        let orders = if on_thread("paragone-keeper", move || work(desk, &receiver, tell, &ended)) {
            Orders::Thread(Some(sender), end)
        } else {
            Orders::Inline(Box::new(std::cell::RefCell::new(Desk::new(folder))))
        };
        Self { orders, news, teller }
    }

    /// One that does everything at once, so that tests need not wait.
    pub fn inline(folder: Option<PathBuf>) -> Self {
        let (teller, news) = channel();
        Self { orders: Orders::Inline(Box::new(std::cell::RefCell::new(Desk::new(folder)))), news, teller }
    }

    /// One that never does anything, so that tests can look at how it is waited for.
    pub fn stuck() -> Self {
        let (teller, news) = channel();
        Self { orders: Orders::Stuck, news, teller }
    }

    /// Gives an order.
    pub fn order(&self, order: Order, ctx: &egui::Context) {
        match &self.orders {
            Orders::Thread(sender, _) => {
                let sent = sender.as_ref().is_some_and(|sender| sender.send((order, ctx.clone())).is_ok());
                if !sent {
                    let _ = self.teller.send(Command::Project(ProjectCommand::Broke));
                }
            }
            Orders::Inline(desk) => {
                if let Some(news) = desk.borrow_mut().obey(order) {
                    let _ = self.teller.send(Command::Project(news));
                    ctx.request_repaint();
                }
            }
            Orders::Stuck => {}
        }
    }

    /// What has come back since the last call.
    pub fn finished(&self) -> Vec<Command> {
        self.news.try_iter().collect()
    }

    /// Waits until every order is carried out, and lets go of all files.
    pub fn end(&mut self) {
        match &mut self.orders {
            Orders::Thread(sender, end) => {
                sender.take();
                let _ = end.recv_timeout(LONGEST_END);
            }
            Orders::Inline(desk) => **desk = std::cell::RefCell::new(Desk::new(None)),
            Orders::Stuck => {}
        }
    }
}

fn work(mut desk: Desk, orders: &Receiver<(Order, egui::Context)>, teller: Sender<Command>, ended: &Sender<()>) {
    let mut report = Report { teller, ctx: None, at_work: false };
    while let Ok(first) = orders.recv() {
        let waiting = std::iter::once(first).chain(orders.try_iter()).collect();
        for (order, ctx) in without_outdated(waiting) {
            report.at_work = true;
            report.ctx = Some(ctx.clone());
            if let Some(news) = desk.obey(order) {
                let _ = report.teller.send(Command::Project(news));
                ctx.request_repaint();
            }
            report.at_work = false;
        }
    }
    drop(desk);
    let _ = ended.send(());
}

/// Says that the work broke off, where the thread ends in the middle of it.
struct Report {
    teller: Sender<Command>,
    ctx: Option<egui::Context>,
    at_work: bool,
}

impl Drop for Report {
    fn drop(&mut self) {
        if self.at_work {
            let _ = self.teller.send(Command::Project(ProjectCommand::Broke));
            if let Some(ctx) = &self.ctx {
                ctx.request_repaint();
            }
        }
    }
}

/// The orders without those to keep work aside that a later one makes needless.
fn without_outdated<T>(orders: Vec<(Order, T)>) -> Vec<(Order, T)> {
    let is_aside = |order: &Order| matches!(order, Order::KeepAside(_));
    let last = orders.iter().rposition(|(order, _)| is_aside(order) || *order == Order::Forget);
    let is_kept = |n: usize, order: &Order| !is_aside(order) || Some(n) >= last;
    orders.into_iter().enumerate().filter(|(n, (order, _))| is_kept(*n, order)).map(|(_, order)| order).collect()
}

/// Where unsaved work is kept on this machine: where its habit is to keep what a program remembers of its runs; `None`
/// where it has no such place.
pub fn usual_folder() -> Option<PathBuf> {
    let folder = if cfg!(any(target_os = "windows", target_os = "macos")) {
        eframe::storage_dir(super::APP_ID)
    } else {
        let named = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        named.or_else(|| Some(std::env::home_dir()?.join(".local/state"))).map(|path| path.join(super::APP_ID))
    };
    Some(folder?.join("unsaved"))
}

#[cfg(test)]
#[path = "keeper/tests.rs"]
mod tests;
