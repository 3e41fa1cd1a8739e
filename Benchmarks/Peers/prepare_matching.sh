#!/usr/bin/env bash
# Brings pyahocorasick into a folder, and installs nothing outside it.
#
#   prepare_matching.sh FOLDER
#
# Prints `ready`, version, interpreter, parted by tabs; or `skipped` and a reason, which is no failure.
set -uo pipefail
folder=$1
if ! python3 -m venv "$folder" >/dev/null 2>&1; then
  printf 'skipped\tpython3 with the module venv is not there\n'
elif ! "$folder/bin/pip" install --quiet --retries 1 --timeout 15 pyahocorasick >/dev/null 2>&1; then
  printf 'skipped\tpip cannot install it\n'
else
  version=$("$folder/bin/python" -c 'import importlib.metadata as m; print(m.version("pyahocorasick"))')
  printf 'ready\t%s\t%s\n' "$version" "$folder/bin/python"
fi
