//! Two made-up reports of any length on the same facts, to measure with: the same ones every time.
//!
//! What matters for speed is as in real text. Words are drawn by Zipf's law from a list without an end in sight, so that
//! the vocabulary grows with the length (4,000 words in 1,000 sentences, 15,000 in 10,000) and a few words stand in many
//! sentences; each stretch of the story has words of its own; each sentence has names, numbers, dates, voices or quotations.
//! The right report tells most of the facts in other words and nearly in the same order.

use paragone::text::{Pair, Side};

/// The texts of two reports that have about so many sentences each.
pub fn reports(sentences: usize) -> Pair<String> {
    let mut chance = Chance(1);
    let facts = facts(&mut chance, sentences);
    Pair::from_fn(|side| report(&mut chance, &facts, side, sentences))
}

/// Facts to a stretch of the story.
const STRETCH: usize = 25;
/// Words that belong to a stretch, and how often a word is one of them.
const OWN_WORDS: usize = 30;
const OWN: f64 = 0.3;
/// How often a fact is told on one side only: more facts than sentences make up for it.
const LEFT_OUT: f64 = 0.2;
/// How often the right report has another word.
const REWORDED: f64 = 0.35;
/// A fact stands at most about so many places further up or down on the right.
const DISPLACED: f64 = 6.0;

/// Something that both reports may tell.
struct Fact {
    words: Vec<String>,
    name: String,
    place: String,
    number: usize,
    told: Pair<bool>,
}

fn facts(chance: &mut Chance, sentences: usize) -> Vec<Fact> {
    let count = (sentences as f64 / (1.0 - LEFT_OUT)) as usize + 1;
    let mut own = Vec::new();
    (0..count)
        .map(|n| {
            if n % STRETCH == 0 {
                own = (0..OWN_WORDS).map(|_| chance.word()).collect();
            }
            fact(chance, &own)
        })
        .collect()
}

fn fact(chance: &mut Chance, own: &[String]) -> Fact {
    let words = (0..14).map(|_| if chance.is(OWN) { own[chance.below(own.len())].clone() } else { chance.word() });
    Fact {
        words: words.collect(),
        name: format!("{} {}", capital(&chance.word()), capital(&own[chance.below(5)])),
        place: capital(&own[5 + chance.below(5)]),
        number: 2 + chance.below(900),
        told: Pair::from_fn(|_| !chance.is(LEFT_OUT)),
    }
}

fn report(chance: &mut Chance, facts: &[Fact], side: Side, sentences: usize) -> String {
    let mut told: Vec<(f64, &Fact)> = facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| fact.told[side])
        .map(|(n, fact)| (n as f64 + if side == Side::Right { DISPLACED * chance.part() } else { 0.0 }, fact))
        .collect();
    told.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut text = String::new();
    for (n, (_, fact)) in told.iter().take(sentences).enumerate() {
        text.push_str(&sentence(chance, fact, side));
        text.push_str(if n % 3 == 2 { "\n\n" } else { " " });
    }
    text
}

fn sentence(chance: &mut Chance, fact: &Fact, side: Side) -> String {
    let words: Vec<String> = fact
        .words
        .iter()
        .map(|word| if side == Side::Right && chance.is(REWORDED) { chance.word() } else { word.clone() })
        .collect();
    let pattern = PATTERNS[chance.below(PATTERNS.len())];
    let mut words = words.iter();
    let number = if side == Side::Right && chance.is(0.2) { fact.number + 1 } else { fact.number };
    let mut sentence = String::new();
    for part in pattern.split_inclusive('}') {
        let (plain, slot) = part.split_once('{').unwrap_or((part, ""));
        sentence.push_str(plain);
        match slot.trim_end_matches('}') {
            "w" => sentence.push_str(words.next().map_or("thing", String::as_str)),
            "name" => sentence.push_str(&fact.name),
            "place" => sentence.push_str(&fact.place),
            "number" => sentence.push_str(&number.to_string()),
            "day" => sentence.push_str(DAYS[fact.number % DAYS.len()]),
            _ => {}
        }
    }
    sentence
}

const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

const PATTERNS: [&str; 8] = [
    "{name} said on {day} that the {w} {w} of the {w} would {w} the {w} {w} and {w} {number} {w} by a {w}, a {w} {w}.",
    "The {w} {w}, which had {w} since March 2019, has not {w} the {w} of {place}'s {w} {w} {w}, according to {name}.",
    "“The {w} is {w} and we will {w} every {w} that they {w},” said {name}, the {w} of the {w} {w}.",
    "About {number} people {w} the {w} {w} after a {w} {w} in {place} reportedly {w} its {w} {w} {w}.",
    "But the {w} {w} with some of the {w} {w} in {place}, and most {w} {w} were {w} by the {w}.",
    "In {place}, {number} {w} were {w} on {day} when the {w} {w} may have {w} a {w}, officials claimed.",
    "It was the {w} that {w} the {w} {w}, {name} told the {w}, before the {w} could {w} or {w} {w} {w} {w}.",
    "No {w} of the {w} {w} under a {w} that costs ${number} million, and the {w} {w} {w} {w}.",
];

/// Chance without chance: a linear congruential generator.
struct Chance(u64);

impl Chance {
    /// Between 0 and 1.
    fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn is(&mut self, probability: f64) -> bool {
        self.part() < probability
    }

    fn below(&mut self, end: usize) -> usize {
        (self.part() * end as f64) as usize
    }

    /// A word by Zipf's law with Mandelbrot's shift: the word of rank r has a share of about 1 / (r + SHIFT).
    fn word(&mut self) -> String {
        const SHIFT: f64 = 8.0;
        const ALL: f64 = 30_000.0;
        let rank = SHIFT * ((ALL + SHIFT) / SHIFT).powf(self.part()) - SHIFT;
        spelled(rank as usize)
    }
}

/// The word of a rank: two syllables, so that one word has as many letters in common with the next as in real text.
fn spelled(rank: usize) -> String {
    const HEADS: [&str; 20] =
        ["b", "br", "dr", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "st", "t", "tr", "v", "w"];
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    const TAILS: [&str; 8] = ["", "n", "r", "l", "sh", "m", "s", "nd"];
    /// Has no divisor in common with the number of all words, so that each rank has a word of its own.
    const STRIDE: usize = 79_193;
    let mut rest = rank * STRIDE % (HEADS.len() * VOWELS.len() * TAILS.len()).pow(2);
    let mut word = String::new();
    for letters in [&HEADS[..], &VOWELS, &TAILS, &HEADS, &VOWELS, &TAILS] {
        word.push_str(letters[rest % letters.len()]);
        rest /= letters.len();
    }
    word
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
