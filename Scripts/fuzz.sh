#!/usr/bin/env bash
# Fuzzes the parser, each target for FUZZ_SECONDS (60): libFuzzer with address sanitizer.
# FUZZ_TARGETS names the targets; a finding ends the run and says how to replay it.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${FUZZ_SECONDS:-60}
targets=${FUZZ_TARGETS:-feed markup json encoding html dates}
corpus=${FUZZ_CORPUS:-Fuzz/.build/corpus}

swift build -c release --package-path Fuzz --sanitize=fuzzer --sanitize=address \
  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table
program=Fuzz/.build/release/presslog-fuzz

# Seeds: our own sample feeds, and other collections where they are at hand.
seed() {
  mkdir -p "$corpus/$1"
  find Feeds/samples -type f -size -8k -exec cp -n {} "$corpus/$1/" \; 2>/dev/null || true
  local others=../shared/conformance
  if [ -d "$others" ]; then
    find "$others" -type f -name '*.xml' -size -4k | sort | awk 'NR % 5 == 0' |
      while read -r file; do cp -n "$file" "$corpus/$1/$(echo "$file" | cksum | cut -d' ' -f1)" || true; done
  else
    echo "no feeds beside the checkout: seeds are our samples only"
  fi
}

for target in $targets; do
  echo "== $target, $seconds s"
  seed "$target"
  # Leaks of the runtime's own start are none of ours; a slow or large input is a finding.
  # Swift's own report of a crash is slow with sanitizers, and libFuzzer makes one.
  FUZZ_TARGET=$target ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no "$program" "$corpus/$target" \
    -dict=Fuzz/feeds.dict -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix="Fuzz/.build/$target-" ||
    {
      echo "a finding: replay it with FUZZ_TARGET=$target $program Fuzz/.build/$target-..."
      exit 1
    }
done
