"""Times a feed parser of Python on bytes in memory, without the interpreter's start.

    time_parser.py MODULE REPETITIONS FILE

Prints what presslog's own programs print: entries of one pass, seconds of all passes.
"""
import importlib
import json
import sys
import time

module, repetitions, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
parse = importlib.import_module(module).parse
with open(path, "rb") as file:
    content = file.read()

wall, cpu = time.perf_counter(), time.process_time()
for _ in range(repetitions):
    entries = len(parse(content).entries)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu

print(json.dumps({"items": entries, "seconds": wall, "cpuSeconds": cpu}))
