# Presslog's commands; `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
# The Swift runtime goes into the program, so that it starts fast and runs where no Swift is.
RELEASE := -c release --static-swift-stdlib

.PHONY: help build demo test evaluate lint format bench bench-parse bench-log fuzz torture sanitize install dependencies clean

help:
	@echo "make demo     build presslog and watch it at work, in a temporary store"
	@echo "make test     build everything and run the tests"
	@echo "make evaluate say how well the catalog in Feeds tags the evaluation set, with every miss"
	@echo "make build    build presslog in release: .build/release/presslog"
	@echo "make install  put presslog into $(PREFIX)/bin (PREFIX=...)"
	@echo "make lint     check the format of the sources;  make format  mend it"
	@echo "make bench    measure, and write Documentation/Benchmarks.md;  make bench-parse  the parser alone"
	@echo "make bench-log  the event log alone, with LOG_EVENTS (10000000) events"
	@echo "make fuzz     fuzz the parser, FUZZ_SECONDS (60) a target"
	@echo "make torture  kill presslog while it ingests, and cut the power of its disk (as root)"
	@echo "make sanitize run the tests of the log under the address and the thread sanitizer"

# The libraries that presslog is linked with; installs what is missing.
dependencies:
	@bash Scripts/dependencies.sh

build: dependencies
	$(SWIFT) build $(RELEASE) --product presslog

demo: build
	$(SWIFT) build $(RELEASE) --product serve-feeds
	@bash Scripts/demo.sh

test: dependencies
	$(SWIFT) test --disable-xctest

evaluate:
	$(SWIFT) run evaluate Feeds

SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

BENCHMARKS := Benchmarks/.build/release/presslog-benchmarks .build/release/presslog Documentation/Benchmarks.md

bench: build
	$(SWIFT) build $(RELEASE) --package-path Benchmarks
	$(BENCHMARKS)

# Needs no presslog, only the library that reads feeds.
bench-parse: dependencies
	$(SWIFT) build $(RELEASE) --package-path Benchmarks
	$(BENCHMARKS) parse html

# Writes a log of 12 GB into the temporary folder, and removes it; LOG_EVENTS=1000000 is a tenth of it.
bench-log: dependencies
	$(SWIFT) build $(RELEASE) --package-path Benchmarks
	$(BENCHMARKS) log

fuzz: dependencies
	bash Scripts/fuzz.sh

torture: build
	python3 Scripts/torture.py

sanitize: dependencies
	$(SWIFT) test --disable-xctest --sanitize address --scratch-path .build/address --filter EventLogTests
	TSAN_OPTIONS=suppressions=$(CURDIR)/Scripts/sanitizers/thread.supp \
	$(SWIFT) test --disable-xctest --sanitize thread --scratch-path .build/thread --filter EventLogTests

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/release/presslog $(DESTDIR)$(PREFIX)/bin/presslog

clean:
	rm -rf .build Benchmarks/.build Fuzz/.build
