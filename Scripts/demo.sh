#!/usr/bin/env bash
# Shows the whole way of an announcement in a temporary store, each command before its output.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

export PRESSLOG_STORE="$work/Store" PRESSLOG_FEEDS=Feeds COLUMNS=${COLUMNS:-110}
PATH="$PWD/.build/release:$PATH"

title() { printf '\n\033[1m# %s\033[0m\n' "$*"; }
run() {
  printf '\033[36m$ %s\033[0m\n' "$*"
  "$@"
}
# Runs a command line with a pipe in it.
line() {
  printf '\033[36m$ %s\033[0m\n' "$1"
  bash -o pipefail -c "$1"
}

title "Ingest: twelve feeds and a table, as newsrooms write them (our own samples)"
line "presslog ingest Feeds/samples/*.xml Feeds/samples/*.csv | grep -v '^  feed'"

title "The same again: nothing is new, and nothing is appended"
line "presslog ingest Feeds/samples/*.xml Feeds/samples/*.csv | tail -1"

title "By URL: one of the feeds, served on this machine"
mkdir "$work/www"
cp Feeds/samples/university-of-leeds.rdf.xml "$work/www/feed.xml"
serve-feeds "$work/www" >"$work/address" &
server=$!
until [ -s "$work/address" ]; do
  kill -0 "$server" || exit 1
  sleep 0.05
done
run presslog ingest "$(head -1 "$work/address")feed.xml"

title "Who has no feed has articles: a newspaper's text, with its advertisements"
run presslog ingest Feeds/samples/articles/health-innovation-leeds-launch.txt --as article

title "Query: what did a partner announce, or was named in?"
run presslog query --partner lahp

title "And what is there about a topic?"
run presslog query --topic cancer --limit 4

title "Show: one announcement, and the evidence of each of its tags"
id=$(presslog query robotic surgery --format csv | sed -n 2p | cut -d, -f1)
run presslog show "${id:0:8}" --why

title "Rebuild: the index is thrown away and made anew from the log; the answer is the same"
presslog query --limit 0 --format jsonl >"$work/before"
line "rm -r \"\$PRESSLOG_STORE/projections\""
run presslog rebuild
presslog query --limit 0 --format jsonl >"$work/after"
run cmp "$work/before" "$work/after"
echo "$(wc -l <"$work/after") announcements before and after, byte for byte the same"

title "Verify: every byte of the log, and that the index has read it"
run presslog verify

title "The log is text: one event a line"
line "presslog log cat --from 2 | cut -c 1-300 | sed -n 1p"
