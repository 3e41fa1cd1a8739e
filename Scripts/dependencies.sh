#!/usr/bin/env bash
# Sees to the system libraries that presslog is built with. Says what it does, and does nothing where
# nothing is missing.
set -euo pipefail

packages=(libxml2-dev libsqlite3-dev libcurl4-openssl-dev zlib1g-dev libzstd-dev pkg-config)

say() { printf 'presslog: %s\n' "$*" >&2; }

if ! command -v swift >/dev/null; then
  say "Swift 6.3 is missing; https://www.swift.org/install/linux/ has it"
  exit 69
fi

# The libraries themselves are asked for, so that a system without apt that has them is content too.
missing=()
command -v pkg-config >/dev/null || missing+=(pkg-config)
for pair in libxml-2.0:libxml2-dev sqlite3:libsqlite3-dev libcurl:libcurl4-openssl-dev \
  zlib:zlib1g-dev libzstd:libzstd-dev; do
  if ! pkg-config --exists "${pair%%:*}" 2>/dev/null; then missing+=("${pair##*:}"); fi
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  say "these libraries are missing: libxml2, SQLite 3, libcurl (7.87 or later), zlib, libzstd, with their headers, and pkg-config"
  say "on Debian and Ubuntu they are called ${packages[*]}; please install them and run the same command again"
  exit 69
fi

sudo=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    say "please run as root: apt-get install ${missing[*]}"
    exit 77
  fi
  sudo=(sudo)
fi
say "installing ${missing[*]} with apt-get"
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 || {
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
