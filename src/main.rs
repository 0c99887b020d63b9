//! Parses the arguments and starts what they ask for.

fn main() {}
