"""Times pyahocorasick on texts in memory, without the interpreter's start.

    time_matching.py TIME_MATCHING FEEDS REPETITIONS TEXTS

TIME_MATCHING prints the names of the catalog in the folder FEEDS, or so many generated ones. Prints what
presslog's own programs print: matches of one pass, seconds of all passes.
"""
import json
import subprocess
import sys
import time

import ahocorasick

program, feeds, repetitions, path = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
listed = subprocess.run([program, "names", feeds, "1", "-"], capture_output=True, check=True, text=True)
automaton = ahocorasick.Automaton()
for number, name in enumerate(listed.stdout.lower().splitlines()):
    automaton.add_word(name, number)
automaton.make_automaton()
with open(path, encoding="utf-8") as file:
    texts = file.read().lower().splitlines()

wall, cpu = time.perf_counter(), time.process_time()
for _ in range(repetitions):
    matches = sum(sum(1 for _ in automaton.iter(text)) for text in texts)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu

print(json.dumps({"items": matches, "seconds": wall, "cpuSeconds": cpu}))
