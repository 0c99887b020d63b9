//! Logistic regression with a ridge over sparse rows, one weight after the other by Newton's step: for thousands of names of
//! which each row has few. The same rows give the same weights again.

/// What is learned from: the amounts of some names, and whether the row is one of those to be told.
pub struct Row<'a> {
    pub evidence: &'a [(usize, f64)],
    pub is_told: bool,
}

/// How closely to fit.
pub struct Fit {
    /// Keeps weights of rare names small.
    pub ridge: f64,
    /// Rounds after which nothing changes any more.
    pub rounds: usize,
    /// Names that fewer rows have get no weight.
    pub least_seen: usize,
}

/// The weights of so many names.
pub fn learn(rows: &[Row<'_>], names: usize, fit: &Fit) -> Vec<f64> {
    let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); names];
    for (n, row) in rows.iter().enumerate() {
        row.evidence.iter().for_each(|&(name, amount)| columns[name].push((n, amount)));
    }
    let mut weights = vec![0.0; names];
    let mut odds = vec![0.0; rows.len()];
    for _ in 0..fit.rounds {
        for (weight, column) in weights.iter_mut().zip(&columns).filter(|(_, column)| column.len() >= fit.least_seen) {
            let (mut slope, mut bend) = (-fit.ridge * *weight, fit.ridge);
            for &(row, amount) in column {
                let p = 1.0 / (1.0 + f64::exp(-odds[row]));
                slope += amount * (f64::from(u8::from(rows[row].is_told)) - p);
                bend += amount * amount * p * (1.0 - p);
            }
            *weight += slope / bend;
            column.iter().for_each(|&(row, amount)| odds[row] += amount * slope / bend);
        }
    }
    weights
}
