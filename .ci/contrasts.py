#!/usr/bin/env python3
"""How often pairs of sentences that contradict, or that strengthen or weaken each other, get a finding.

    contrasts.py BINARY FILE.tsv [--examples KIND]

Takes either of two tables with a line of column names: `label` (REFUTES or SUPPORTS), `evidence`, `claim`; or `strengthen`,
`weaken` (0 or 1), `claim_a`, `claim_b`. Each row is compared as two sources of one linked sentence each. Prints for each
label how many pairs there are and how many get a finding, by kind and relation. `--examples KIND` shows contradictions
without a finding of any kind (MISSED) and pairs that agree with a conflict of this kind (FALSE).
Python 3.9+, standard library only.
"""
import csv
import json
import subprocess
import sys
from collections import Counter


def rows(path):
    """The label and the two sentences of each pair."""
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if "evidence" in row:
                yield row["label"], row["evidence"], row["claim"]
            else:
                label = "strengthen" if row["strengthen"] == "1" else "weaken" if row["weaken"] == "1" else "unrelated"
                yield label, row["claim_a"], row["claim_b"]


def readable(sentence):
    """A sentence of words parted by spaces, set as people write it."""
    for spaced, set_ in ((" ,", ","), (" .", "."), (" 's", "'s"), (" n't", "n't"), ("-LRB- ", "("), (" -RRB-", ")"),
                         (" ;", ";"), (" :", ":"), ("`` ", '"'), (" ''", '"')):
        sentence = sentence.replace(spaced, set_)
    return sentence


def compared(binary, pairs):
    """The findings of each pair that differ, as kind and relation."""
    requests = ({"id": number, "left": {"sentences": [readable(left)]}, "right": {"sentences": [readable(right)]},
                 "links": [[0, 0]]} for number, (_, left, right) in enumerate(pairs))
    asked = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
    answered = subprocess.run([binary, "batch", "-"], input=asked, capture_output=True, text=True, check=True).stdout
    for line in answered.splitlines():
        findings = json.loads(line).get("findings", [])
        yield [(finding["kind"], finding["relation"], finding["message"]) for finding in findings]


def main():
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(arguments) < 2:
        sys.exit(__doc__)
    pairs = list(rows(arguments[1]))
    totals, found = Counter(), Counter()
    shown = arguments[2] if len(arguments) > 2 else None
    for (label, left, right), findings in zip(pairs, compared(arguments[0], pairs)):
        totals[label] += 1
        both_sided = {relation for _, relation, _ in findings} & {"conflict", "differs"}
        found[label, "any kind", "conflict"] += "conflict" in both_sided
        found[label, "any kind", "conflict or differs"] += bool(both_sided)
        for kind, relation in {(kind, relation) for kind, relation, _ in findings}:
            found[label, kind, relation] += 1
        if shown:
            false = [message for kind, relation, message in findings
                     if kind == shown and relation == "conflict" and label in ("SUPPORTS", "unrelated")]
            if label in ("REFUTES", "weaken") and not both_sided:
                print(f"MISSED\n   {readable(left)}\n   {readable(right)}")
            for message in false:
                print(f"FALSE {message}\n   {readable(left)}\n   {readable(right)}")
    labels = sorted(totals)
    print(f"{'':34}" + "".join(f"{label:>18}" for label in labels))
    print(f"{'pairs':34}" + "".join(f"{totals[label]:>18}" for label in labels))
    for kind, relation in sorted({(kind, relation) for _, kind, relation in found}):
        counts = [found[label, kind, relation] for label in labels]
        shares = [f"{count} ({count / totals[label]:.2f})" for count, label in zip(counts, labels)]
        print(f"{kind + ', ' + relation:34}" + "".join(f"{share:>18}" for share in shares))


if __name__ == "__main__":
    main()
