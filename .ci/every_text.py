"""Runs a built binary over every text of a folder of corpora: none may stop it or come back as an error.

    every_text.py BINARY FOLDER

Each file's texts (cells and strings of more than a few words) are put together to articles, inspected, and compared with
the next. Prints how many articles were read.
"""
import csv
import gzip
import json
import os
import subprocess
import sys
import tempfile

csv.field_size_limit(10**9)
SHORTEST = 20       # characters: less is a label, not a text
SENTENCES = 40      # texts to an article: about as long as a report
TEXTS = ('.jsonl', '.json', '.tsv', '.txt', '.html.gz')


def strings(value):
    """Every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def texts(path):
    opened = gzip.open if path.endswith('.gz') else open
    with opened(path, 'rt', encoding='utf-8', errors='replace') as file:
        if path.endswith('.jsonl'):
            for line in file:
                yield from strings(json.loads(line)) if line.strip() else ()
        elif path.endswith('.json'):
            yield from strings(json.load(file))
        elif path.endswith('.tsv'):
            for row in csv.reader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
                yield from row
        else:
            yield file.read()


def articles(path):
    long = [text for text in texts(path) if len(text) >= SHORTEST]
    for start in range(0, len(long), SENTENCES):
        yield '\n\n'.join(long[start:start + SENTENCES])


def requests(path):
    before = None
    for n, article in enumerate(articles(path)):
        yield {'id': n, 'source': {'text': article}}
        if before is not None:
            yield {'id': n, 'left': {'text': before}, 'right': {'text': article}}
        before = article


def run(binary, path):
    """How many requests one file gave; the run stops at the first that fails."""
    with tempfile.TemporaryFile('w+', encoding='utf-8') as asked, tempfile.TemporaryFile('w+', encoding='utf-8') as told:
        count = 0
        for request in requests(path):
            asked.write(json.dumps(request) + '\n')
            count += 1
        asked.seek(0)
        done = subprocess.run([binary, 'batch', '-'], stdin=asked, stdout=told, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f'{path}: stopped with {done.returncode}: {done.stderr.strip()[-500:]}')
        told.seek(0)
        answers = 0
        for line in told:
            answers += 1
            if line.startswith('{"error"') or '"error":' in line[:80]:
                sys.exit(f'{path}: {line[:300]}')
        if answers != count:
            sys.exit(f'{path}: {count} asked, {answers} answered')
    return count


if __name__ == '__main__':
    binary, folder = sys.argv[1:3]
    total = 0
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.endswith(TEXTS):
                total += run(binary, os.path.join(root, name))
    print(f'{total} articles and pairs read without an error')
