#!/usr/bin/env bash
# Brings the parsers that Presslog is compared with into a folder, and installs nothing outside it.
#
#   prepare.sh FOLDER
#
# Prints a line for each parser, its fields parted by tabs: `ready`, name, version, program; or
# `skipped`, name, reason. A parser that cannot be had is no failure.
set -uo pipefail

folder=$1

ready() { printf 'ready\t%s\t%s\t%s\n' "$@"; }
skipped() { printf 'skipped\t%s\t%s\n' "$@"; }

# Parsers in Python, each in an environment of its own, so that none brings another's libraries along.
for name in feedparser fastfeedparser; do
  home=$folder/$name
  if ! python3 -m venv "$home" >/dev/null 2>&1; then
    skipped "$name" "python3 with the module venv is not there"
  elif ! "$home/bin/pip" install --quiet --retries 1 --timeout 15 "$name" >/dev/null 2>&1; then
    skipped "$name" "pip cannot install it"
  else
    version=$("$home/bin/python" -c \
      'import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))' "$name")
    ready "$name" "$version" "$home/bin/python"
  fi
done

# sfeed: the system's own, or Debian's package unpacked.
fetch_sfeed() {
  apt-get download -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=15 sfeed >/dev/null 2>&1
}
if program=$(command -v sfeed); then
  ready sfeed "$(dpkg-query --show --showformat='${Version}' sfeed 2>/dev/null)" "$program"
elif ! command -v apt-get >/dev/null; then
  skipped sfeed "it is not installed, and there is no apt-get to bring it"
else
  mkdir -p "$folder/sfeed" && cd "$folder/sfeed" || exit 1
  fetch_sfeed || { apt-get update -qq >/dev/null 2>&1 && fetch_sfeed; }
  package=$(find . -name 'sfeed_*.deb' | head -n 1)
  if [ -n "$package" ] && dpkg-deb --extract "$package" . >/dev/null 2>&1; then
    ready sfeed "$(dpkg-deb --field "$package" Version)" "$folder/sfeed/usr/bin/sfeed"
  else
    skipped sfeed "apt-get cannot bring it"
  fi
fi
