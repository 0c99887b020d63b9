//! Writes two made-up reports of so many sentences each, to measure the program with as `docs/performance.md` tells.
//!
//! ```text
//! cargo run --release --no-default-features --example made_up_reports -- 10000 LEFT.txt RIGHT.txt
//! ```

use std::error::Error;

#[path = "../benches/made_up/mod.rs"]
mod made_up;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [sentences, left, right] = arguments.as_slice() else { return Err("SENTENCES LEFT.txt RIGHT.txt".into()) };
    let reports = made_up::reports(sentences.parse()?);
    std::fs::write(left, reports.left)?;
    std::fs::write(right, reports.right)?;
    Ok(())
}
