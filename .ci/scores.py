"""Runs score.py on a built binary and compares its figures with the floors of .ci/floors.json.

    scores.py BINARY SHARED

A figure under its floor (or over its ceiling) fails. Raise the floors as the figures rise. Paths of the gold are
relative to SHARED.
"""
import json
import os
import subprocess
import sys

binary, shared = sys.argv[1:3]
here = os.path.dirname(os.path.abspath(__file__))
failed = 0
for check in json.load(open(os.path.join(here, 'floors.json'), encoding='utf-8')):
    task, *rest = check['task'].split()
    arguments = [os.path.join(shared, word) if '/' in word else word for word in rest]
    run = subprocess.run([sys.executable, os.path.join(shared, 'tools', 'score.py'), binary, task, *arguments],
                         capture_output=True, text=True)
    if run.returncode:
        print(f'{check["task"]}: failed: {run.stderr.strip()[:300]}')
        failed += 1
        continue
    figures = json.loads(run.stdout.strip().splitlines()[-1])
    print(f'{check["task"]}: {json.dumps(figures)}')
    for bound, fits in (('floor', lambda said, asked: said >= asked), ('ceiling', lambda said, asked: said <= asked)):
        for path, asked in check.get(bound, {}).items():
            said = figures
            for key in path.split('.'):
                said = said[key]
            if not fits(said, asked):
                print(f'   {path} is {said}, the {bound} is {asked}')
                failed += 1
print(f'{failed} figures out of bounds')
sys.exit(1 if failed else 0)
